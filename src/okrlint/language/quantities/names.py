"""Numbers that measure nothing: versions, products, dates, labels, identifiers, inline fields, idioms."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_han
from okrlint.language.quantities.lines import Line, is_digit, is_latin, lexicon
from okrlint.language.quantities.measures import (
    counted,
    is_reached,
    limit_after,
    limit_before,
    measure_at,
    rate_after,
    sign_before,
    starts_change,
)

_FIRST_YEAR, _LAST_YEAR = 1990, 2059
_UNNUMBERED = frozenset(("per", "each", "every", "this", "next", "last", "a", "working", "business"))
"""Words before a label that leave the number a measure: "this week 5 demos", "close on working day 4"."""
_LONGEST_BARE = 9
"""A bare number with more digits is an identifier or a telephone number."""
_LONGEST_NUMBER = 24
_CUTS = frozenset(",;，。；、\n")
_CLAUSE_BEFORE, _CLAUSE_AFTER = 40, 12
_LONGEST_NAME = 64


@cache
def _date() -> Pattern[str]:
    return compile_pattern(
        r"(?:19|20)\d\d([-/.])(?:\d{1,2}(?:\1\d{1,2})?|q[1-4]|h[12])(?![\d%])"
        r"|\d{1,2}([-/.])\d{1,2}\2(?:20)?\d\d(?![\d%])"
        r"|20\d\d ?(?:-|~|/|到|至) ?(?:20)?\d\d(?![\d%])"
        r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)",
        ASCII,
    )


def is_year(value: float) -> bool:
    """Tell whether a number may be a year of our time; 2000 is far more often a round number."""
    return _FIRST_YEAR <= value <= _LAST_YEAR and value != 2000 and value % 1 == 0


def name_end(line: Line, start: int, end: int) -> int:
    """Return where the name ends that the digits from `start` to `end` are part of, or 0 where they are in none."""
    low = line.low
    whole = lexicon("names", "whole").at(low, start)
    if whole and not (
        (whole.isdigit() and _is_measured(line, end))
        or _goes_on(line, start + len(whole), whole)
        or _is_bounded_time(line, start, whole)
    ):
        return start + len(whole)
    left, right = line.char(start - 1), low[end : end + 1]
    points = low.count(".", start, end)
    may_be_date = points or right in _IN_DATES or (right == " " and low.startswith("20", start))
    if may_be_date and (date := _date().match(low, start)):
        is_minutes = points < 2 and low.startswith((" min", "min"), date.end())  # 7:30 minutes is no time of day
        is_ratio = right == ":" and _ratio_named(line, start)
        return 0 if is_minutes or is_ratio or clock_span_end(line, start) else date.end()
    if points > 1 or left in _MARKING_NAMES or right == "_" or end - start > _LONGEST_NUMBER:
        return _chunk_end(line, end)
    if right == "(" and low[end + 2 : end + 3] == ")" and is_latin(low[end + 1]):
        return end + 3  # 401(k), a 510(k) application
    if right == "." and low.startswith(".x", end) and not is_latin(line.char(end + 2)):
        return end + 2  # 4.x
    if is_latin(left):
        return 0 if _is_prefix(line, start, end) else _chunk_end(line, end)
    if left == "+" and line.char(start - 2) == "+":
        return _chunk_end(line, end)
    if left == "=" and len(line.letters_before(start - 1)) == 1:  # a setting: T=100, k=5; but NPS=45
        return _chunk_end(line, end)
    if is_latin(right) and _is_capital_compound(line, start, end):
        return end + 1
    if left == " " and _is_euro_norm(line, start, end):
        return end
    if left in _JOINING and (is_latin(line.char(start - 2)) or is_digit(line.char(start - 2))):
        compound = line.letters_before(start - 1).lower()
        is_rank = left == "-" and compound in {"top", "sub"}
        is_day = left == "+" and compound == "t" and line.char(start - 3) in set("从由到至为")  # 由T+9提前到T+4
        return 0 if is_rank or is_day else _chunk_end(line, end)
    is_marked = right in _MARKING or left == "[" or low.startswith(_HALVES_OF_DAY, line.skip_space(end))
    if (is_marked or "=>" in low[max(0, start - 4) : start]) and (marked := _end_of_marked(line, start, end)):
        return marked
    return _end_of_calendar(line, start, end)


_MARKING_NAMES = frozenset("_§")
_IN_DATES = frozenset("-/.:~到至")
_JOINING = frozenset("-/.'+")
_HALVES_OF_DAY = ("am", "pm", "a.m", "p.m")
_MARKING = frozenset("x×*.)、")
"""What stands behind a number that a sign makes no measure; see `_end_of_marked`."""


def clock_span_end(line: Line, start: int) -> int:
    """Return where a time ends that is written like one of the day and bounded by a limit: under 1:55; or 0.

    No time of day has such a limit ("up to 18:00" aside), and a unit behind it tells by itself what it is.
    """
    clock = _clock().match(line.low, start)
    if clock is None or not _UNTIL.isdisjoint(line.before(start)):
        return 0
    end = clock.end()
    behind = limit_after(line, end)
    if limit_before(line, start) not in {"<", "<="} and (behind is None or behind[1] != "<="):
        return 0
    at = line.skip_space(end)
    after = line.low[at : at + 2]
    is_other = after.startswith(("-", "~", "前", "之前", "以前")) or measure_at(line, end) or _ratio_named(line, start)
    return 0 if is_other else end


@cache
def _clock() -> Pattern[str]:
    return compile_pattern(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:.])", ASCII)


_UNTIL = frozenset(("up to", "控制在", "max", "min"))


def _ratio_named(line: Line, start: int) -> bool:
    """Tell whether the number at `start` is said to be a ratio: "a staff ratio of 1:20", 师生比1:20."""
    near = line.low[max(0, start - _NEAR) : start]
    return "ratio" in near or "比" in near


_NEAR = 24


def is_return(line: Line, start: int) -> bool:
    """Tell whether the ratio at `start` is what comes back for what is put in: an ROI of 1:3 is three times as much."""
    near = line.low[max(0, start - _NEAR) : start]
    return any(name in near for name in _RETURNS)


_RETURNS = ("roi", "投产比", "产出比", "投产出", "回报")


def _is_bounded_time(line: Line, start: int, name: str) -> bool:
    """Tell whether a name is a time for once: p95 < 5s, from 9s to 5s, within 3d; but from 2D to 3D."""
    if name not in _TIMES:
        return False
    if sign_before(line, start) is not None or limit_before(line, start) is not None:
        return True
    if name != "5s":
        return False
    end = start + len(name)
    if limit_after(line, end, is_duration=True) is not None or starts_change(line, start):
        return True
    ends = not line.char(line.skip_space(end)).isalnum()
    return ends and (is_reached(line, start) or line.word_before(start).lower() == "in")


_TIMES = ("5s", "2d", "3d", "4d")


def _goes_on(line: Line, end: int, name: str) -> bool:
    """Tell whether the last number of a name is another one: 0到1, but 0到10家, 0 到 1 万, "0 to 1,000", 从零到一百."""
    if not (is_digit(name[-1]) or name[-1] == "一"):
        return False
    behind = line.low[end : end + 2]
    if is_digit(behind[:1]) or (behind[:1] in _POINTS and is_digit(behind[1:])):
        return True
    if name[0] == "0" and (measure := measure_at(line, end)) is not None and measure.unit in _UNITS_OF_STEPS:
        return True
    at = line.skip_space(end) if is_digit(name[-1]) else end
    letters = line.letters_at(at)
    return letters in _LETTER_MAGNITUDES if letters else line.char(at) in _CHINESE_MAGNITUDES


_POINTS = frozenset((".", ","))
_UNITS_OF_STEPS = frozenset(("%", "家", "个"))
_LETTER_MAGNITUDES = frozenset(("k", "w", "m", "mn", "bn", "b", "thousand", "million", "billion"))
_CHINESE_MAGNITUDES = frozenset("十百千万亿")


def _is_measured(line: Line, end: int) -> bool:
    """Tell whether a unit that no name has follows directly: 360万, 618%, 404 errors."""
    if measure_at(line, end) is not None or counted(line, end) is not None:
        return True
    return line.char(line.skip_space(end)) in {"万", "亿", "千", "百", "+"}


def _is_prefix(line: Line, start: int, end: int) -> bool:
    """Tell whether the letters glued to a number leave it a number: Top10, NPS45, RMB300."""
    letters = line.letters_before(start)
    if is_digit(line.char(start - len(letters) - 1)) or line.char(start - len(letters) - 1) in {"_", "-"}:
        return False
    word = letters.lower()
    if word in {"top", "x"} or word in lexicon("units", "money"):
        return word != "x"
    if word in lexicon("quantity_words", "reach", "metric"):
        return True
    return len(letters) > 1 and line.char(line.skip_space(end)) in {"%", "万", "亿"}


def _is_capital_compound(line: Line, start: int, end: int) -> bool:
    """Tell whether a digit and a capital S are a name (6S, 4S 店), and not seconds with a limit (3S内, within 6S)."""
    after = line.char(end + 1)
    if end - start > 1 or line.text[end] != "S" or is_latin(after) or is_digit(after) or is_reached(line, start):
        return False
    if limit_before(line, start) or limit_after(line, end + 1, is_duration=True) or line.char(start - 1) in "-~/<>=":
        return False
    awaits = line.word_before(start).lower() in _BEFORE_TIME or line.char(line.skip_space(start - 1)) in _TO_TIME
    return not (awaits or starts_change(line, start) or after in _TO_TIME)


_BEFORE_TIME = frozenset(("in", "every", "from", "by", "takes", "take"))
_TO_TIME = frozenset("到至为→")


def _is_euro_norm(line: Line, start: int, end: int) -> bool:
    """Tell whether a number behind "Euro" is that of a norm of exhaust fumes (Euro 7), and no sum of money."""
    if end - start > 1 or line.low[start] not in "1234567" or line.word_before(start).lower() != "euro":
        return False
    at = line.skip_space(end)
    return not (line.low.startswith(_MAGNITUDES, at) or rate_after(line, end) or line.char(end) in {"k", "m", "-"})


_MAGNITUDES = ("thousand", "million", "billion", "bn", "万", "亿", "千", "百")


def _chunk_end(line: Line, at: int) -> int:
    """Return the end of the run of letters, digits and joints that continues at `at`."""
    limit = min(len(line.low), at + _LONGEST_NAME)
    while at < limit and (is_latin(line.low[at]) or is_digit(line.low[at]) or _is_joint(line, at)):
        at += 1
    return at


def _is_joint(line: Line, at: int) -> bool:
    after = line.char(at + 1)
    return line.low[at] in "-_./'x×*" and (is_latin(after) or is_digit(after))


def _end_of_marked(line: Line, start: int, end: int) -> int:
    """Return the end of what a sign makes no measure: a list number, a score in brackets, dimensions."""
    before, after = line.char(start - 1), line.char(end)
    at = line.skip_space(end)
    if hours := next((half for half in _HALVES_OF_DAY if line.low.startswith(half, at)), None):
        return at + len(hours) if not line.letters_at(at + len(hours)) else 0
    if before == "[" and after == "]" and _is_note(line, start, end):
        return end
    if after in {"x", "×", "*"} and is_digit(line.char(end + 1)):
        return _chunk_end(line, end)
    if after in {".", ")", "、"} and not line.low[max(0, start - 8) : start].strip() and end - start <= 2:
        return end + 1
    left = line.low[max(0, start - 4) : start].rstrip(" ")
    if left.endswith("=>") and not _ends_with_number(line, start):
        return _chunk_end(line, end)
    return 0


def _is_note(line: Line, start: int, end: int) -> bool:
    """Tell whether a number in square brackets is a score ([0.7], or at either end), and not one to be filled in."""
    if line.low[start] in "01" and line.char(start + 1) == ".":
        return True
    goes_on = line.char(end + 1) == " " and line.char(end + 2).isalnum()
    return not goes_on or line.char(start - 2) != " " or line.starts_clause(start - 1)


def _ends_with_number(line: Line, start: int) -> bool:
    """Tell whether a number stands before the arrow that ends at `start`."""
    left = line.low[max(0, start - 16) : start].rstrip(" ").removesuffix("=>").rstrip(" ")
    return any(is_digit(char) for char in left[-6:])


def _end_of_calendar(line: Line, start: int, end: int) -> int:
    """Return the end of a date that is told by its neighbours: 30 June, May 1, 6月, 95后."""
    digits = line.low[start:end]
    if not digits.isdigit():
        return 0
    value = int(digits)
    if (value <= 31 or is_year(value)) and (month_end := _beside_month(line, start, end)):
        return month_end
    if found := line.after(end):
        following = lexicon("names", "after_zh").first(found)
        if following and (following != "年" or (len(digits) in {2, 4} and value > 20)):
            return line.skip_space(end) + len(following)
    sign = line.char(end)
    if sign == "点" and value <= 24:
        return end + 1
    if sign == " " and value <= 24 and _is_clock(line, start, end):
        return end + 2
    if sign in {"-", "~", "到", "至"}:
        return _months(line, end)
    if sign == "/":
        return _month_and_day(line, value, start, end)
    return end + 1 if len(digits) == 2 and sign == "后" and value % 5 == 0 else 0


def _is_clock(line: Line, start: int, end: int) -> bool:
    """Tell whether a time of day stands here, its 点 set apart: 每周五晚上 8 点前, 早 9 点半; but not NPS 提升 8 点."""
    if line.char(end + 1) != "点":
        return False
    before = start - (line.char(start - 1) == " ")
    return line.char(end + 2) in _BEHIND_CLOCK or line.low.endswith(_TIMES_OF_DAY, 0, before)


_BEHIND_CLOCK = frozenset("前钟半整之以")
_TIMES_OF_DAY = ("早", "晚", "上午", "中午", "下午", "凌晨", "早上", "晚上", "夜里", "傍晚", "清晨")


def _beside_month(line: Line, start: int, end: int) -> int:
    """Return the end of a day or year beside the English name of a month, or 0."""
    months = lexicon("names", "month_en")
    word = line.word_before(start)
    if word and word.lower() in months and (word[0].isupper() or word not in {"may", "march"}):
        return end
    after = line.skip_space(end)
    if not line.text[after : after + 1].isupper():
        return 0
    month = line.letters_at(after)
    return after + len(month) if month in months else 0


def _months(line: Line, joint: int) -> int:
    """Return the end of 3-4月, whose first number ends at `joint`."""
    at = joint + 1
    while at < joint + 4 and is_digit(line.char(at)):
        at += 1
    return at + 1 if line.char(at) in {"月", "日", "号"} else 0


def _month_and_day(line: Line, month: int, start: int, slash: int) -> int:
    """Return the end of 6/30, unless it is rather a ratio: 3/5, 8/10, ≥ 4/12."""
    at = slash + 1
    while at < slash + 4 and is_digit(line.char(at)):
        at += 1
    digits = line.low[slash + 1 : at]
    if not digits or not 1 <= month <= 12 or not 1 <= int(digits) <= 31:
        return 0
    day = int(digits)
    bounded = line.low[max(0, start - 3) : start].strip().endswith(("<", ">", "=", "≤", "≥"))
    behind = line.low[line.skip_space(at) : line.skip_space(at) + 3].removeprefix("的")
    is_of_day = day > 12 and behind.startswith(_OF_A_DAY) and not bounded
    by_date = behind.startswith(("前", "之前", "以前")) or line.word_before(start).lower() in _LEADS_TO_DAYS
    if by_date or is_of_day or (day > 12 and not bounded and day not in {20, 15}):
        return at
    return 0


_LEADS_TO_DAYS = frozenset(("by", "before", "on", "until", "due"))
_OF_A_DAY = ("考试", "面试", "比赛", "会议", "例会", "评审", "答辩", "活动", "讲座", "截止", "当天", "当日", "发布")
"""What is on a day, and no share of: 6/20的考试, but 6/20的任务."""


def is_labelled(line: Line, start: int, *, measured: bool) -> bool:
    """Tell whether the word before a number makes it a version or a label: Python 3, Phase 2, 阶段2.

    `measured` tells that a unit follows, which some of these words leave a measure ("Release 3 features").
    """
    low = line.low
    before = line.before(start)
    if before and lexicon("names", "before_zh").first(before) and (not measured or low[start - 1] == "第"):
        return True
    if not (word := line.word_before(start)):
        return False
    lower = word.lower()
    if before and (label := lexicon("names", "before").first(before)):
        at = start - len(label) - (low[start - 1] == " ")
        return line.word_before(at).lower() not in _UNNUMBERED
    at = start - len(word) - (line.char(start - 1) == " ")
    if measured:
        return word[0].isupper() and lower in lexicon("names", "before_bare") and _is_written_as_name(line, at, start)
    if lower in lexicon("names", "before_bare"):
        return True
    if lower in lexicon("quantity_words", "reach", "metric"):
        return False
    if (len(word) > 1 and not word[1:].islower()) or is_digit(line.char(start - 1 - len(word) - 1)):
        return True
    return word[0].isupper() and not line.starts_clause(at)


def _is_written_as_name(line: Line, at: int, start: int) -> bool:
    """Tell whether the capital of the word at `at` is that of a name: amid a clause whose other nouns have none.

    `start` is where the number begins: "the Route 66 diners", but not "Plan and Build 12 Houses".
    """
    behind = line.text[start : start + _LONGEST_NUMBER].partition(" ")[2]
    return not line.starts_clause(at) and not behind[:1].isupper()


def is_alone(line: Line, start: int, end: int) -> bool:
    """Tell whether a number is the whole text, as in a field; a year alone is still a year."""
    if end - start > _LONGEST_NUMBER or end - start != line.length:
        return False
    digits = line.low[start:end]
    if digits.count(".") > 1:
        return False
    return not (digits.isdigit() and is_year(int(digits)))


def is_version(line: Line, start: int, end: int) -> bool:
    """Tell whether a bare decimal number is a version (Apache 2.0, 2.0架构, release 4.1) or numbers a section."""
    digits = line.low[start:end]
    if "." not in digits or lexicon("quantity_words", "metric").first(line.before(start)):
        return False
    if not line.low[max(0, start - 8) : start].strip() and line.char(end) == " ":
        return True
    if digits.endswith(".0") and (is_han(line.char(end)) or not is_reached(line, start)):
        return True
    words = lexicon("quantity_words", "release")
    first, last = _clause(line, start, end)
    return any(words.at(line.low, at) and not _inside_word(line, at) for at in range(first, last))


def _clause(line: Line, start: int, end: int) -> tuple[int, int]:
    """Return the stretch around a place that no punctuation cuts, a few words to either side."""
    first = start
    while first > max(0, start - _CLAUSE_BEFORE) and line.low[first - 1] not in _CUTS:
        first -= 1
    last = end
    while last < min(len(line.low), end + _CLAUSE_AFTER) and line.low[last] not in _CUTS:
        last += 1
    return first, last


def _inside_word(line: Line, at: int) -> bool:
    return at > 0 and is_latin(line.low[at - 1]) and is_latin(line.low[at])


def is_identifier(start: int, end: int, value: float) -> bool:
    """Tell whether a bare number is a year or too long to be a measure."""
    return end - start > _LONGEST_BARE or (is_year(value) and end - start == 4)


def is_field(line: Line, start: int, end: int) -> bool:
    """Tell whether a number is the value of an inline field (信心指数7, weight: 30%, 五成把握)."""
    at, least = start, max(0, start - 4)
    while at > least and line.low[at - 1] in " :(=":
        at -= 1
    if before := line.before(at):
        key = lexicon("quantity_words", "field").first(before)
        if not key and ":" in line.low[at:start]:
            key = lexicon("quantity_words", "field_colon").first(before)
        if key and line.starts_clause(at - len(key)):
            return True
    return bool((after := line.after(end)) and lexicon("quantity_words", "field_after").first(after))


def idiom_end(line: Line, start: int, end: int) -> int:
    """Return where the idiom ends that holds the whole Chinese numeral from `start` to `end`, or 0."""
    if line.low.startswith("分", end) and _is_of_ten(line, start, end):
        return end + 1
    idioms = lexicon("names", "idiom", "event")
    for at in range(max(0, start - 3), start + 1):
        idiom = idioms.at(line.low, at)
        if at + len(idiom) >= end and not (idiom.endswith("到一") and _goes_on(line, at + len(idiom), idiom)):
            return at + len(idiom)
    return 0


def _is_of_ten(line: Line, start: int, end: int) -> bool:
    """Tell whether a numeral before 分 is half of a saying (三分治七分养): the two are ten together."""
    other = _TO_TEN.get(line.low[start:end])
    if other is None:
        return False
    near = line.low[max(0, start - _SAYING) : start], line.low[end + 1 : end + 1 + _SAYING]
    return any(other + "分" in words for words in near)


_TO_TEN = {"一": "九", "二": "八", "三": "七", "四": "六", "六": "四", "七": "三", "八": "二", "九": "一"}
_SAYING = 8
"""How many characters either half of the saying is from the other."""
