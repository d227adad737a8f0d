"""Digits, and any numeral, judged by what stands around it: an amount, or where it ends that is none."""

from okrlint.language.folding import has_cjk, is_cjk
from okrlint.language.numerals import CHINESE_DIGITS, CHINESE_MAGNITUDES, CHINESE_UNITS, chinese_number, multiplied
from okrlint.language.quantities import measures, names
from okrlint.language.quantities.lines import Line, is_digit, is_latin, lexicon
from okrlint.language.quantities.measures import Amount, Measure, Numeral

_LETTER_MAGNITUDES = {"k": 1e3, "w": 1e4, "m": 1e6, "mn": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9}
_WORD_MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_BEGIN_MAGNITUDES = tuple(_WORD_MAGNITUDES)
_TENS = frozenset(("10", "100", "1000", "1,000", "10000", "10,000"))
_PAIRING = frozenset("-~到至/:")
"""Signs that join a number to another one: each joint of `_range` and `_ratio` begins with one, space and % aside."""
_PARTS_OF = {"百": "%", "千": "‰", "万": "‱"}
_LONGEST_NUMERAL = 24
_NUMERAL = frozenset("零一二两三四五六七八九十百千万亿0123456789")
_NUMERAL_AND_POINT = frozenset("点.零一二两三四五六七八九十百0123456789")


def digits(line: Line, start: int, end: int) -> Amount | int:
    """Return the amount that begins with the digits from `start` to `end`, or where it ends that is none."""
    low = line.low
    if end - start == line.length and names.is_alone(line, start, end):
        value = float(low[start:end].replace(",", ""))
        return Amount(start, end, value, None, "number", "strong" if "," in low[start:end] else "bare")
    if name := names.name_end(line, start, end):
        return max(name, end)
    if low.startswith("分之", end):
        return fraction(line, start, end)
    if low.startswith("s of ", end) and _is_vague_plural(line, start, end):
        return end + 1
    if low.startswith(",", end) and (stop := _decimal_end(line, start, end)):
        return judge(line, _scaled(line, start, stop, float(low[start:stop].replace(",", "."))))
    numeral = _scaled(line, start, end)
    behind = low[numeral.end : numeral.end + 3]
    if not _PAIRING.isdisjoint(behind) and (pair := _range(line, numeral) or _ratio(line, numeral)):
        return pair
    return judge(line, numeral)


def _is_vague_plural(line: Line, start: int, end: int) -> bool:
    """Tell whether digits are no one number: 10s of millions, 100s of users; but within 10s of the call."""
    if line.low[start:end] not in _TENS or measures.limit_before(line, start) is not None:
        return False
    return line.word_before(start).lower() != "in"


def _decimal_end(line: Line, start: int, end: int) -> int:
    """Return where a number with a decimal comma ends ("a rating of 4,5", "2,5 hours"), or 0: a comma may be any.

    It is one where the words around it await one number; in Chinese never, where the next clause may follow it.
    """
    stop = end + 1
    while stop < end + len(",12") and is_digit(line.char(stop)):
        stop += 1
    behind = line.low[stop : stop + _FRACTION].lstrip()
    around = line.low[max(0, start - _AROUND_DECIMAL) : stop + _AROUND_DECIMAL]
    if stop == end + 1 or is_digit(line.char(stop)) or behind.startswith((",", "and", "or ", "&")) or has_cjk(around):
        return 0
    if line.char(start - 1) in {",", "."} or not line.low[start:end].isdecimal():
        return 0
    measure = measures.measure_at(line, stop)
    if measure is not None:
        return 0 if measure.kind == "count" else stop
    if measures.counted(line, stop) and line.letters_at(line.skip_space(stop)) not in _WORD_MAGNITUDES:
        return 0  # nobody counts 4,5 markets
    is_awaited = (
        measures.is_reached(line, start)
        or measures.limit_before(line, start)
        or measures.currency_before(line, start)
        or line.low[max(0, start - _FRACTION) : start].rstrip().endswith(_ARROWS)
        or behind.startswith(_ARROWS)
    )
    return stop if is_awaited else 0


_AROUND_DECIMAL = 24
_ARROWS = ("→", "->", "=>")
_FRACTION = 4
"""More characters than a comma and the digits behind it, of which three would be thousands."""


def _scaled(line: Line, start: int, end: int, decimal: float | None = None) -> Numeral:
    """Read digits and the magnitude behind them: 10W, 1.5 million, 1亿2千万."""
    low = line.low
    digits = low[start:end]
    value = float(digits.replace(",", "")) if decimal is None else decimal
    if is_latin(low[end : end + 1]):
        letters = line.letters_at(end)
        if letters in _LETTER_MAGNITUDES and not is_digit(line.char(end + len(letters))):
            return Numeral(start, end + len(letters), multiplied(value, _LETTER_MAGNITUDES[letters]), scaled=True)
    after = line.skip_space(end)
    if after > end and low.startswith(_BEGIN_MAGNITUDES, after):
        word = line.letters_at(after)
        if word in _WORD_MAGNITUDES:
            return Numeral(start, after + len(word), multiplied(value, _WORD_MAGNITUDES[word]), scaled=True)
    at = after + low.startswith(("多", "余", "来"), after)
    char = low[at : at + 1]
    if (char in CHINESE_UNITS or char in CHINESE_MAGNITUDES) and not _is_unit(line, at):
        stop = numeral_end(line, at)
        magnitude = chinese_number(digits + low[at:stop])
        if magnitude is not None:
            return Numeral(start, stop, magnitude, scaled=True)
    return Numeral(start, end, value, scaled="," in digits and decimal is None)


def _is_unit(line: Line, at: int) -> bool:
    """Tell whether a Chinese magnitude begins a unit or another word: 5千克, 3百货."""
    measure = measures.measure_at(line, at)
    is_level = line.char(at + 1) == "级"  # 100亿级
    return measure is not None or (not is_level and names.idiom_end(line, at, at + 1) > at + 1)


def numeral_end(line: Line, at: int) -> int:
    """Return the end of the digits and Chinese numerals that start at `at`."""
    limit = at + _LONGEST_NUMERAL
    low = line.low
    while at < limit and low[at : at + 1] in _NUMERAL:
        at += 1
    return at


def _range(line: Line, first: Numeral) -> Amount | int:
    """Read 20-30%, 3~5个, 5到10家: an amount without one value."""
    low = line.low
    joint = line.skip_space(first.end + low.startswith("%", first.end))
    if not low.startswith(("-", "~", "到", "至"), joint) or _is_from(line, first.start):
        return 0
    if low[joint] in "到至" and measures.starts_change(line, first.start):
        return 0  # 从每月1万到3万
    start = line.skip_space(joint + 1)
    end = _number_end(line, start)
    if end == start or end - start > _LONGEST_NUMERAL:
        return 0
    if line.char(first.start) == "0" and line.char(first.start + 1) != ".":
        return end  # 06-20: month and day
    if low.count(".", start, end) > 1:
        return end  # 3-3.5.1: a version
    second = _scaled(line, start, end)
    if _is_remark(line, first, joint, second):
        return 0
    result = judge(line, second._replace(start=first.start, value=None))
    return result if isinstance(result, Amount) else max(result, end)


def _number_end(line: Line, at: int) -> int:
    """Return the end of the digits at `at`, with a decimal point or with thousands set apart."""
    end = at
    while is_digit(line.char(end)) or (end > at and line.char(end) == "." and is_digit(line.char(end + 1))):
        end += 1
    while (
        end > at
        and line.char(end) == ","
        and line.low[end + 1 : end + 4].isdecimal()
        and not is_digit(line.char(end + 4))
    ):
        end += 4
    return end


def _is_remark(line: Line, first: Numeral, joint: int, second: Numeral) -> bool:
    """Tell whether a dash parts two numbers and joins none: 1,200 - 950 so far. What rises may be a range."""
    is_apart = line.low[joint] == "-" and line.char(joint - 1) == " " and line.char(joint + 1) == " "
    return is_apart and first.value is not None and second.value is not None and first.value > second.value


def _is_from(line: Line, start: int) -> bool:
    at = start - (line.char(start - 1) == " ")
    return line.char(at - 1) in {"从", "由", "自"} or line.word_before(start).lower() == "from"


def _ratio(line: Line, numeral: Numeral) -> Amount | int:
    """Read 4.8/5.0 and 3/5 (scores), 1/3 (a fraction), 1:3 (a ratio), 7:30 minutes and under 1:55."""
    if stop := names.clock_span_end(line, numeral.start):
        value = sum(float(part) / 60**power for power, part in enumerate(line.low[numeral.start : stop].split(":")))
        return limited(line, Amount(numeral.start, stop, round(value, 6), None, "duration", "strong"))
    sign = line.char(numeral.end)
    if sign not in {"/", ":"} or not is_digit(line.char(numeral.end + 1)) or numeral.value is None:
        return 0
    end = numeral.end + 1
    while is_digit(line.char(end)) or (line.char(end) == "." and is_digit(line.char(end + 1))):
        end += 1
    whole = _decimal(line.low[numeral.end + 1 : end])
    if whole is None or is_latin(line.char(end)) or names.is_field(line, numeral.start, end):
        return end
    if sign == "/" and whole < numeral.value:
        pair = limited(line, Amount(numeral.start, end, None, None, "score", "strong"))
        return pair if pair.comparator else end  # below 125/80, but regulation 2024/1689
    if sign == ":" and names.is_year(whole):
        return end  # ISO 27001:2022
    measure = measures.measure_at(line, end) if sign == ":" else None
    if measure is not None and measure.unit == "min":
        value = round(numeral.value + whole / 60, 6)
        return limited(line, Amount(numeral.start, measure.end, value, "min", "duration", "strong"))
    if sign == ":" or (whole in {2.0, 3.0, 4.0} and numeral.value < whole):
        is_return = sign == ":" and names.is_return(line, numeral.start)
        value = round(whole / numeral.value if is_return and numeral.value else numeral.value / whole, 6)
        return limited(line, Amount(numeral.start, end, value, None, "fraction", "strong"))
    return limited(line, Amount(numeral.start, end, numeral.value, None, "score", "strong"))


def _decimal(digits: str) -> float | None:
    """Return a positive decimal number, or None for what is none (1.2.3, 0)."""
    if len(digits) > _LONGEST_NUMERAL or digits.count(".") > 1:
        return None
    return float(digits) or None


def judge(line: Line, numeral: Numeral) -> Amount | int:
    """Judge a numeral by its neighbours: an amount, or where it ends that is none."""
    start, end = numeral.start, numeral.end
    low = line.low
    before, after, left = line.before(start), line.after(end), low[max(0, start - 4) : start]
    may_be_field = (
        not _OPENING.isdisjoint(left)
        or (before and not lexicon("quantity_words", "field", "field_colon").isdisjoint(before))
        or (after and not lexicon("quantity_words", "field_after").isdisjoint(after))
    )
    if may_be_field and names.is_field(line, start, end):
        return end
    may_be_rank = left.endswith(_RANKING) or not lexicon("quantity_words", "ranked").isdisjoint(before)
    if may_be_rank and (rank := _rank(line, numeral)):
        return rank
    if rank := among_best(line, numeral):
        return rank
    if low.startswith(("成", "折"), end) and (tenths := _tenths(line, numeral)):
        return tenths
    currency = measures.currency_before(line, start)
    measure = _measure(line, numeral)
    if measure is not None and measure.kind == "duration" and measures.is_time_frame(line, start, measure):
        return measure.end
    if _is_labelled(line, numeral, measure, currency):
        if measure is None and line.low.endswith("level ", 0, start):
            from okrlint.language.quantities.levels import level  # few numbers are one

            return level(line, start, end, numeral.value) or end
        return measure.end if measure is not None else end
    if currency is not None:
        first, unit = currency
        return limited(line, Amount(first, end, numeral.value, unit, "money", "strong"))
    if measure is not None:
        return _measured(line, numeral, measure)
    return _unmeasured(line, numeral)


_OPENING = frozenset(":(=")
"""What may stand between a number and the name of its field; without it the name is among the words before."""
_RANKING = ("第", "前", "top", "top ", "top-")


def _is_labelled(line: Line, numeral: Numeral, measure: Measure | None, currency: tuple[int, str] | None) -> bool:
    """Tell whether a number is a label or a version; magnitudes, money, shares and multiples never are."""
    if numeral.scaled or currency is not None or (measure is not None and measure.kind in {"percent", "multiple"}):
        return False
    return names.is_labelled(line, numeral.start, measured=measure is not None)


def _measure(line: Line, numeral: Numeral) -> Measure | None:
    """Return the unit of a numeral: a unit proper, or an English noun that it counts."""
    low = line.low
    at = numeral.end + low.startswith(("多", "余", "来", "+"), numeral.end)
    measure = measures.measure_at(line, at)
    if measure is None and low.startswith(" ", at) and (is_latin(low[at + 1 : at + 2]) or low[at + 1 : at + 2] == "("):
        year = numeral.value is not None and names.is_year(numeral.value) and not numeral.scaled
        return None if year else measures.counted(line, at)
    return measure


def _rank(line: Line, numeral: Numeral) -> Amount | None:
    """Read Top 10, 前三, 第一名."""
    start, end = numeral.start, numeral.end
    if numeral.value is not None and line.low.endswith(_TOP, 0, start):
        start = line.low.rindex("top", 0, start)
        percent = measures.measure_at(line, end)
        if percent is not None and percent.kind == "percent":
            return Amount(start, percent.end, numeral.value, percent.unit, "rank", "strong")
        return Amount(start, end, numeral.value, None, "rank", "strong")
    sign = line.char(start - 1)
    if sign == "第" and line.char(end) in {"名", "位"}:
        return Amount(start - 1, end + 1, numeral.value, None, "rank", "strong")
    if (found := line.before(start)) and (ranked := lexicon("quantity_words", "ranked").first(found)):
        return Amount(start - len(ranked), end, numeral.value, None, "rank", "strong")
    if sign == "前" and _is_front(line, start - 1, end):
        unit = "%" if line.char(end) == "%" else None
        end += line.char(end) in {"名", "强", "甲", "位", "%"}
        return Amount(start - 1, end, numeral.value, unit, "rank", "strong")
    return None


_TOP = ("top", "top ", "top-")


def among_best(line: Line, numeral: Numeral) -> Amount | None:
    """Read "among the ten best" and "one of our five leading": a rank; "the three best ideas" are counted by nobody."""
    start, end = numeral.start, numeral.end
    at = line.skip_space(end)
    if not (line.low.startswith(_BEST, end) or _is_superlative(line.letters_at(at))):
        return None
    article = line.word_before(start)
    left = start - 1 - len(article)
    if not article or not line.low.endswith(_AMONG, 0, left):
        return None
    return Amount(start, at + len(line.letters_at(at)), numeral.value, None, "rank", "strong")


_AMONG = ("among ", "amongst ", "one of ", "rank in ")
_BEST = (" best ", " leading ", " largest ", " finest ", " top ", " safest ", " most ", " greenest ", " happiest ")


def _is_superlative(word: str) -> bool:
    return len(word) > len("guest") and word.endswith("est") and word not in _NO_SUPERLATIVES


_NO_SUPERLATIVES = frozenset(("request", "interest", "forest", "honest", "modest", "harvest", "protest", "contest"))


def _tenths(line: Line, numeral: Numeral) -> Amount | None:
    """Read 三成 (30 %) and 七折 (70 %)."""
    start, end, value = numeral.start, numeral.end, numeral.value
    if lexicon("names", "not_tenths").at(line.low, end):
        return None
    if value is not None and not 0 < value < 100:
        return None
    if names.is_field(line, start, end + 1):
        return None
    share = value * 10 if value is not None and value <= 10 else value
    rest = CHINESE_DIGITS.get(line.char(end + 1), 0)
    if rest and share is not None and measures.measure_at(line, end + 2) is None:
        share += rest  # 九成五
        end += 1
    return limited(line, Amount(start, end + 1, share, "%", "percent", "strong"))


def _is_front(line: Line, at: int, end: int) -> bool:
    """Tell whether 前 at `at` means the first ones of an order, not "before" nor a time."""
    if line.char(at - 1) in set("目之以提当日月年此空生眼超底末初号天周度旬期开季"):
        return False
    measure = measures.measure_at(line, end)
    if measure is None:
        return line.char(end) not in set("端后者期季半")
    return measure.kind == "percent" or measure.unit in {"名", "位", "强", "家"}


def _measured(line: Line, numeral: Numeral, measure: Measure) -> Amount | int:
    start = numeral.start
    if (
        numeral.words
        and numeral.value == 1
        and measure.kind in {"count", "duration", "score", "size"}
        and not _is_one_meant(line, numeral, measure)
    ):
        return numeral.end
    if measure.kind == "count" and line.low.endswith(".0", start, numeral.end):
        return measure.end  # 1.0系统: a version
    return limited(line, Amount(start, measure.end, numeral.value, measure.unit, measure.kind, "strong"))


def _is_one_meant(line: Line, numeral: Numeral, measure: Measure) -> bool:
    """Tell whether 一 or "one" is a number here, and not an article."""
    if line.low[numeral.start] == "一":
        if measure.kind == "duration" and line.char(numeral.start - 1) in _WHICH:
            return False
        if measure.kind == "duration" and line.low.startswith(("内", "以内", "之内"), measure.end):
            return True
        if lexicon("quantity_words", "article_zh").first(line.before(numeral.start)):
            return True
        if measure.kind == "duration" and line.low.endswith(_CHANGED_BY, 0, numeral.start):
            return not line.char(line.skip_space(measure.end)).isalnum()
        return _closes_clause(line, numeral.start, measure) or _is_once_a_time(line, numeral.start, measure)
    return measures.limit_before(line, numeral.start) in {">=", "<=", "<"}


_WHICH = frozenset("下上这那每另同某头第")
"""Characters that make of 一 which one is meant: 下一个季度内, 这一年内."""


_CHANGED_BY = ("缩短", "减少", "提前", "延长", "压缩", "节省", "增加", "降低")
"""What a time at the end of a clause changes by one of: 周转天数缩短一周; not 延长一年质保."""


def _closes_clause(line: Line, start: int, measure: Measure) -> bool:
    """Tell whether 一 stands behind what it counts, where it is never an article: 招聘设计师一名."""
    if measure.unit not in {"人", "名", "位", "篇", "项", "台", "套", "家", "份", "件", "场", "次"}:
        return False
    after = line.char(line.skip_space(measure.end))
    return (
        not after.isalnum()
        and is_cjk(line.char(start - 1))
        and line.low[start - 1] not in "为成的每同这那某另下上第我你他她它们试"
    )


def _is_once_a_time(line: Line, start: int, measure: Measure) -> bool:
    """Tell whether 一 says how often: 每月一次复盘, 每周与一位客户面谈.

    It does not in 每周一例会 (on Mondays), 每月一次的复盘 (which one is meant) and 每天都是一个开始; nor in
    每周召开一次复盘会, where it only says that meetings are held.
    """
    if measure.unit not in _COUNTED_BY_TIME or line.char(measure.end) == "的":
        return False
    low = line.low
    each = low.rfind("每", max(0, start - _CLAUSE), start)
    if each < 0 or not low.startswith(_TIMES, each + 1):
        return False
    between = low[each + 1 : start]
    if not _ENDS_OF_CLAUSES.isdisjoint(between) or between.endswith(_BEFORE_KINDS):
        return False
    return between not in {"周", "星期"} or measure.unit in _NEVER_BEHIND_MONDAY


_CLAUSE = 14
_TIMES = (*"天日周月季年晚早", "个月", "个季", "个工作日", "两周", "双周", "半年", "学期", "星期")
_COUNTED_BY_TIME = frozenset("人名位篇项台套家份件场次本期节轮首部张条遍趟回门单组个")
_NEVER_BEHIND_MONDAY = frozenset("次场篇本期份轮套位条部首个")
_ENDS_OF_CLAUSES = frozenset(",;。、:!?(")
_BEFORE_KINDS = (*"为每同这那某另下上第是", "变成", "当成", "召开", "组织", "举行", "举办", "开展", "进行", "安排")
"""What stands before an article, before the 一 of 另一个 and the like, and what is said of meetings."""


def _unmeasured(line: Line, numeral: Numeral) -> Amount | int:
    """Judge a numeral without a unit."""
    start, end = numeral.start, numeral.end
    low = line.low
    after = line.after(end)
    per = measures.rate_after(line, end) if after else 0
    if numeral.words and not (
        numeral.scaled or per or (low[start] < "a" and end - start > 1 and measures.is_reached(line, start))
    ):
        return _one_of_least(line, numeral)
    is_strong = numeral.scaled or per or line.char(start - 1) == "+" or measures.sign_before(line, start)
    limit = measures.limit_after(line, end) if after or low.startswith("+", end) else None
    if is_strong or (limit is not None and limit[1] == ">="):
        return limited(line, Amount(start, end, numeral.value, None, "count" if numeral.scaled else "number", "strong"))
    right = low[end : end + 1]
    if right == "-" and is_latin(line.char(end + 1)):
        return end
    if is_latin(right) or names.is_identifier(start, end, numeral.value or 0):
        return max(end, names.name_end(line, start, end))
    if names.is_version(line, start, end):
        return end
    return limited(line, Amount(start, end, numeral.value, None, "number", "bare"))


def _one_of_least(line: Line, numeral: Numeral) -> Amount | int:
    """Read "at least one paying customer" and "tickets: under ten": a count, though no plural follows."""
    least = measures.limit_before(line, numeral.start) in {">=", "<="}
    if _ends_as_target(line, numeral) or _is_limited_behind(line, numeral):
        return limited(line, Amount(numeral.start, numeral.end, numeral.value, None, "number", "bare"))
    if (
        least
        and is_latin(line.low[numeral.start])
        and line.char(numeral.end) == " "
        and is_latin(line.char(numeral.end + 1))
    ):
        return limited(line, Amount(numeral.start, numeral.end, numeral.value, None, "count", "strong"))
    return numeral.end


def _ends_as_target(line: Line, numeral: Numeral) -> bool:
    """Tell whether an English number word is what a clause ends with after a limit: "from twelve to four"."""
    start, end = numeral.start, numeral.end
    if not is_latin(line.low[start]) or numeral.value is None or numeral.value < _LEAST_ALONE:
        return False
    ends_clause = (
        end == len(line.low)
        or line.char(end) in set(",;.)")
        or line.low.startswith(" (", end)
        or line.letters_at(line.skip_space(end)) in _BEHIND_LIMIT
    )
    is_awaited = measures.limit_before(line, start) is not None or measures.is_reached(line, start)
    return ends_clause and (is_awaited or line.low.endswith((":", ": "), 0, start))


def _is_limited_behind(line: Line, numeral: Numeral) -> bool:
    """Tell whether an English number word has its limit behind it: "five or fewer", "three at most"."""
    if not is_latin(line.low[numeral.start]) or numeral.value is None or numeral.value < _LEAST_ALONE:
        return False
    limit = measures.limit_after(line, numeral.end)
    if limit is None:
        return False
    following = line.letters_at(line.skip_space(limit[0]))
    if line.starts_clause(numeral.start) and measures.counted(line, limit[0]):
        return True  # "Six or more partners sign"; "families with six or more children" are of some size
    return not following or following in _BEHIND_LIMIT or measures.rate_after(line, limit[0]) > 0


_BEHIND_LIMIT = frozenset(("in", "on", "at", "by", "during", "across", "for", "this", "over", "until"))
"""Words behind "five or fewer" with which it still stands alone, and counts no "five or fewer [children]"."""


_LEAST_ALONE = 2
"""The least number word that is a target without a noun: "one" is far more often a pronoun."""


def limited(line: Line, amount: Amount) -> Amount:
    """Add what stands around a measure: its rate, its limit, its sign."""
    start, end, value, unit, kind, strength, _ = amount
    low = line.low
    comparator = measures.limit_before(line, start)
    if "+" in low[start:end]:
        comparator = ">="
    if line.after(end) or kind == "duration" or low.startswith("+", end):  # what follows most numbers is neither
        if per := measures.rate_after(line, end):
            end = per
            kind = "rate" if kind in {"count", "number", "multiple"} else kind
            strength = "strong"
        if limit := measures.limit_after(line, end, is_duration=kind == "duration"):
            end, comparator = limit
            if kind == "number" and (per := measures.rate_after(line, end)):  # seven or less a month
                end, kind, strength = per, "rate", "strong"
    if sign := measures.sign_before(line, start):
        start, comparator = sign
        strength = "strong" if strength == "bare" else strength
    elif start and low[start - 1] in "+±":
        start -= 1
    return Amount(start, end, value, unit, kind, strength, comparator)


def fraction(line: Line, start: int, end: int) -> Amount | int:
    """Read 三分之一, 百分之八十, 千分之3.5: the numeral before 分之 ends at `end`."""
    first = end + len("分之")
    stop = first
    while stop < first + _LONGEST_NUMERAL and line.char(stop) and line.char(stop) in _NUMERAL_AND_POINT:
        stop += 1
    numeral = line.low[first:stop].rstrip(".点")
    stop = first + len(numeral)
    whole, part = chinese_number(line.low[start:end]), chinese_number(numeral)
    if not whole or part is None:
        return stop
    if unit := _PARTS_OF.get(line.low[start:end]):
        return limited(line, Amount(start, stop, part, unit, "percent", "strong"))
    return limited(line, Amount(start, stop, round(part / whole, 6), None, "fraction", "relative"))
