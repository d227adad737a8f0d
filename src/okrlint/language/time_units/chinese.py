"""Units of time in Chinese words: 6月30日, 第二季度, 上半年, 本季度, 下周五, 年底, 双十一前."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.numerals import chinese_number
from okrlint.language.time_units.calendars import CalendarUnit, month_length
from okrlint.language.time_units.signs import CHINESE_CHARACTERS
from okrlint.language.time_units.unit import Unit, checked, with_year

_NUMBERED = frozenset("月季周")

_FEASTS = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "劳动节": (5, 1),
    "六一": (6, 1),
    "儿童节": (6, 1),
    "618": (6, 18),
    "十一": (10, 1),
    "国庆": (10, 1),
    "双十一": (11, 11),
    "双11": (11, 11),
    "双十二": (12, 12),
    "双12": (12, 12),
    "圣诞": (12, 25),
}
"""Days that plans are made for and that fall on the same date each year: public holidays of mainland China, and
the great sales of 18 June, 11 November and 12 December."""

_LUNAR_FEASTS = ("春节", "除夕", "端午", "中秋")
"""Holidays of the lunar calendar: a deadline, though on another day each year."""

_UNITS: dict[str, CalendarUnit] = {
    "周": "week",
    "星期": "week",
    "月": "month",
    "季": "quarter",
    "半年": "half",
    "年": "year",
}
_OFFSETS = {"上": -1, "去": -1, "下": 1, "次": 1, "明": 1}


def chinese_units(text: str) -> Iterator[Unit]:
    """Yield the units that Chinese words name, a later one possibly inside an earlier one."""
    marks = CHINESE_CHARACTERS.intersection(text)
    if not marks:
        return
    if "半年" in text or (not _NUMBERED.isdisjoint(marks) and _numbered().search(text)):
        yield from _named_units(text)
    if marks != {"前"} and not _BESIDE_CURRENT.isdisjoint(text):
        yield from _current_units(text)
    if "前" in marks:
        yield from _feasts(text)


@cache
def _numbered() -> Pattern[str]:
    return compile_pattern(r"[0-9一二三四五六七八九十][ ]?[月季周]")


@cache
def _named() -> Pattern[str]:
    number = r"[\d一二三四五六七八九十]{1,3}"
    return compile_pattern(
        rf"(?P<ordinal>(?:第[ ]?)?)(?P<number>{number})[ ]?(?:"
        rf"(?P<month>月)份?(?:[ ]?(?:(?P<day_since>{number})[ ]?[日号]?[ ]?[-~至到][ ]?)?(?P<day>{number})"
        r"(?:[ ]?[日号]|(?=[ ]?(?:之?前|以前|[,;)]|$))))?"
        r"|(?P<quarter>季)(?P<full>度?)|(?P<week>周))"
        r"|(?P<half>[上下])半年",
        ASCII,
    )


_NUMERALS = frozenset("0123456789一二三四五六七八九十")
_NO_UNIT_AFTER = _NUMERALS | frozenset(".个近每满历去前后续")
"""What makes of a number of months or quarters a length of time (近3月, 连续3月, 过去3月) or a part of a number."""

_NO_MONTH_BEFORE = frozenset("活均薪度")
_NO_WEEK_BEFORE = frozenset("留活均")
_PART_BEGINS = frozenset("底末初前内中终")


def _named_units(text: str) -> Iterator[Unit]:
    for match in _named().finditer(text):
        if match["half"]:
            unit: Unit | None = Unit(*match.span(), "half", 1 if match["half"] == "上" else 2)
        else:
            unit = _numbered_unit(text, match)
        if unit and _may_begin(text, unit) and not _recurs(text, unit.start):
            yield _judged(with_year(text, unit))


def _may_begin(text: str, unit: Unit) -> bool:
    """Tell whether a unit may begin where it does: behind a figure only with a word of its own (2026上半年)."""
    before = text[max(0, unit.start - 1) : unit.start]
    if before in _NUMERALS and text[unit.start] in "第上下":
        return with_year(text, unit).year is not None
    return before not in _NO_UNIT_AFTER


def _recurs(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start] == "每年"


def _numbered_unit(text: str, match: Match[str]) -> Unit | None:
    number = _number(match["number"])
    following = text[match.end() : match.end() + 1]
    if number is None:
        return None
    if match["day"]:
        return _day(match, number)
    if match["month"]:
        if following in _NO_MONTH_BEFORE or text[match.end() + 1 : match.end() + 2] == "次":  # 3月活, 1月2次
            return None
        two = _two_in_a_row(match["number"])
        if two:
            return Unit(match.start("number"), match.end(), "month", two[1], since=two[0])
        unit = _with_since(text, Unit(match.start("number"), match.end(), "month", number))
        return None if _is_of_project(text, unit.start + (text[unit.start] == "第")) else unit
    if match["week"]:
        known = match["ordinal"] and following not in _NO_WEEK_BEFORE
        return Unit(*match.span(), "week", number, weak=True) if known else None
    if number > _MOST_QUARTERS or not (match["ordinal"] or match["full"] or following in _PART_BEGINS):
        return None
    return _with_since(text, Unit(*match.span(), "quarter", number))


_MOST_QUARTERS = 9
_DIGITS = "一二三四五六七八九"


def _is_of_project(text: str, start: int) -> bool:
    """Tell whether months are counted from the start of something: 第 1-2 月, 第3月; but not 2026年第3月."""
    ordinal = _skip_blank(text, start) - 1
    return text[max(0, ordinal) : ordinal + 1] == "第" and text[max(0, ordinal - 1) : ordinal] != "年"


def _two_in_a_row(number: str) -> tuple[int, int] | None:
    """Return two months in a row that are written without a sign between them (三四月)."""
    at = _DIGITS.find(number) if len(number) == 2 else -1
    return (at + 1, at + 2) if at >= 0 else None


def _day(match: Match[str], month: int) -> Unit | None:
    day = _number(match["day"])
    if day is None:
        return None
    since = _number(match["day_since"]) if match["day_since"] else None
    return Unit(match.start("number"), match.end(), "day", day, month=month, since=since)


def _number(digits: str) -> int | None:
    number = chinese_number(digits)
    return None if number is None else int(number)


_RANGE_SIGNS = frozenset("-~至到、和")


def _with_since(text: str, unit: Unit) -> Unit:
    """Return the unit together with the number before it with which it makes a range (3-4月, 三、四季度)."""
    sign = _skip_blank(text, unit.start)
    if text[sign - 1 : sign] not in _RANGE_SIGNS or sign == 0:
        return unit
    end = _skip_blank(text, sign - 1)
    for word in ("月份", "月", "季度", "季"):
        end -= len(word) if text.endswith(word, 0, end) else 0
    start = end
    while start and end - start < 2 and text[start - 1] in _NUMERALS:
        start -= 1
    since = _number(text[start:end]) if start < end else None
    if since is None or since >= unit.number or text[max(0, start - 1) : start] in _NUMERALS:
        return unit
    start -= text[max(0, start - 1) : start] == "第"
    return unit._replace(start=start, since=since)


def _skip_blank(text: str, end: int) -> int:
    return end - (text[max(0, end - 1) : end] == " ")


def _judged(unit: Unit) -> Unit:
    """Return the unit, marked where the calendar has no such day or period."""
    if unit.kind == "day":
        if 1 <= unit.month <= 12 and 1 <= unit.number <= month_length(unit.month, unit.year):
            return unit
        return unit._replace(problem="invalid")
    unit = checked(unit)
    if unit.problem and unit.year is None:  # 13月 may be a count
        return unit._replace(weak=True)
    return unit


@cache
def _current() -> Pattern[str]:
    return compile_pattern(
        r"(?P<which>本|这|当|上|下)(?:一?个|一)?(?:周(?P<day>[一-日天]?)|(?P<unit>月|季|半年|财?年)[度份]?)"
        r"|(?P<year>[今明去])年"
        r"|(?P<bare>月|季度?|年度?)(?P<part>底|末|初|终|内|中)"
        r"|周(?P<only>[一-日天])(?=[ ]?(?:之?前|以前))",
        ASCII,
    )


_BESIDE_CURRENT = frozenset("本这当上下今明去底末初终内中前")
"""Characters of which `_current` needs one."""

_WEEKDAYS = "一二三四五六日天"
_NO_CURRENT_AFTER = frozenset("以之如线每晚历")
_NO_CURRENT_BEFORE = frozenset("活均薪期边转留年")
_NO_BARE_AFTER = _NUMERALS | frozenset("百千万每各个两几半数逐历近多全学往成青少中同当本这上下今明去")
_NO_BARE_BEFORE = frozenset("奖总盘述评考部存卷")
"""Reports and rewards named by the time of the year: 年终奖, 年底总结."""
_NO_MIDDLE_BEFORE = frozenset("国文心小型的间等产大期断部学年")


def _current_units(text: str) -> Iterator[Unit]:
    for match in _current().finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if match["which"]:
            if before not in _NO_CURRENT_AFTER and after not in _NO_CURRENT_BEFORE:
                yield from _this_or_next(match, after)
        elif match["year"]:
            yield Unit(*match.span(), "year", _OFFSETS.get(match["year"], 0), relative=True)
        elif match["only"]:
            if before not in _NO_BARE_AFTER:
                yield from _weekday(match, match["only"], 0)
        elif before not in _NO_BARE_AFTER and after not in _NO_BARE_BEFORE and not _is_attribute(text, match.end()):
            yield from _bare(match, after)


_SALES = ("大促", "盛典")
_CLOSING = (
    "结账",
    "结帐",
    "结賬",
    "结帳",
    "关账",
    "关帐",
    "關賬",
    "關帳",
    "对账",
    "对帐",
    "對賬",
    "對帳",
    "加班",
    "报表",
)
"""What is done each time that a period ends: 月末结账, 季末报表."""


def _is_attribute(text: str, end: int) -> bool:
    """Tell whether what ends here only tells which sale or which routine is meant."""
    return text.startswith((*_SALES, *_CLOSING), end)


def _this_or_next(match: Match[str], after: str) -> Iterator[Unit]:
    offset = _OFFSETS.get(match["which"], 0)
    if match["unit"]:
        fiscal = match["unit"].startswith("财")
        yield Unit(*match.span(), _UNITS[match["unit"].removeprefix("财")], offset, relative=True, fiscal=fiscal)
    elif match["day"] and after not in {"个", "期"}:
        yield from _weekday(match, match["day"], offset)
    elif not match["day"]:
        yield Unit(*match.span(), "week", offset, relative=True)


def _weekday(match: Match[str], name: str, weeks: int) -> Iterator[Unit]:
    if name in _WEEKDAYS:
        number = min(_WEEKDAYS.index(name) + 1, 7)
        yield Unit(*match.span(), "weekday", number + 7 * weeks, relative=True)


def _bare(match: Match[str], after: str) -> Iterator[Unit]:
    """Yield 年底, 月末, 季中: the part is left to the words around, but for 中, which may be the end of any word."""
    kind = _UNITS[match["bare"].removesuffix("度")]
    if match["part"] != "中":
        yield Unit(match.start(), match.end("bare"), kind, 0, relative=True)
    elif after not in _NO_MIDDLE_BEFORE:
        yield Unit(*match.span(), kind, 0, relative=True, part="mid")


@cache
def _feast() -> Pattern[str]:
    names = "|".join(sorted([*_FEASTS, *_LUNAR_FEASTS], key=len, reverse=True))
    return compile_pattern(rf"(?<!\d)(?P<name>{names})节?(?=[ ]?(?:之前|以前|前(?![后後三])))")


def _feasts(text: str) -> Iterator[Unit]:
    for match in _feast().finditer(text):
        day = _FEASTS.get(match["name"])
        if day is None:
            yield Unit(*match.span(), "feast", 0, relative=True)
        else:
            yield with_year(text, Unit(*match.span(), "day", day[1], month=day[0]))
