"""The period that a set of OKRs covers, as titles, fields, file names and folders name it."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import has_cjk, is_cjk
from okrlint.language.remembering import remembered
from okrlint.language.time_units import Unit, folded, time_units
from okrlint.language.time_units.anchoring import is_range, shared_years
from okrlint.language.time_units.periods import Period, PeriodKind, period_of, period_of_days
from okrlint.language.time_units.unit import republican_year

__all__ = ["Period", "PeriodKind", "cycle_of", "cycle_of_path", "periods"]


def periods(text: str, *, fiscal_year_start: int = 1) -> tuple[Period, ...]:
    """Return the periods that a title, a heading or a field names, in order, without overlap.

    A single day is no period, but two of them are the ends of one. The month of a last update is none either.

    Args:
        text: any text; a long one gives what can be read as a period anywhere in it.
        fiscal_year_start: the month, 1 to 12, in which a year called FY begins. One that does not begin in January
            is named by the calendar year in which it ends: with 2, FY26 is February 2025 to January 2026.
    """
    return tuple(found.period for found in _found(folded(text), fiscal_year_start))


@remembered()  # the title of a document is read time and again
def cycle_of(text: str, *, fiscal_year_start: int = 1) -> Period | None:
    """Return the one period that a title or a field names; None where it names none, or several apart.

    A quarter, half or month without a year takes it from a year that stands elsewhere in the text. Of periods
    within one another the shortest counts; of periods in a row (Q1, Q2) all of them together.
    """
    text = folded(text)
    found = _one(text, list(_found(text, fiscal_year_start)), fiscal_year_start)
    return found.period if found else None


def cycle_of_path(path: str, *, fiscal_year_start: int = 1) -> Period | None:
    """Return the period that a file name or its folders name (okr/2026/q2/team.md, 2026q2.md, okr/2026/上半年/增长.md).

    The name nearest to the file counts; a year may stand in a folder further out. The offsets are those of `path`.
    A day (2026-06-30-notes.md) is no period.
    """
    path = folded(path)
    if _day_folders().search(path):
        return None
    within: _Found | None = None
    names = list(_names(path))
    for (offset, name), (_, around) in pairwise([*names, (0, "")]):
        found = _of_name(name, offset, around, fiscal_year_start)
        if within is None:
            within = found
        elif found and found.last.year is not None:
            within = _dated(within, found.last, fiscal_year_start)
        if within and within.last.year is not None:
            break
    return within.period if within else None


class _Found(NamedTuple):
    """A period, and the units that name it: the ends of a range, or the same one twice."""

    first: Unit
    last: Unit
    period: Period


def _found(text: str, year_start: int) -> Iterator[_Found]:
    units = shared_years(text, time_units(text, month_first=has_cjk(text)))
    spans = [unit for at, unit in enumerate(units) if _may_be_period(text, unit) or _is_end_of_months(text, units, at)]
    if sum(map(str.isdigit, text)) >= len("202601"):
        spans += _compact_months(text)
    if written := tuple(_written_otherwise(text)):
        spans = [unit for unit in spans if not any(own.kind == "month" and _overlap(own, unit) for own in written)]
        spans += [own for own in written if not any(_overlap(own, unit) for unit in spans)]
    spans.sort(key=lambda unit: unit.start)
    at = 0
    while at < len(spans):
        unit = spans[at]
        at += 1
        until = unit
        while at < len(spans) and _is_until(text, until, spans[at]):
            until = spans[at]
            at += 1
        if unit.kind == until.kind == "day" and until.year is None and unit.month <= until.month:
            until = until._replace(year=unit.year)  # a weekday stands between them
        period = _season(text, unit) or period_of(unit, until, year_start)
        if period:
            yield _Found(unit, until, period)


def _is_until(text: str, first: Unit, last: Unit) -> bool:
    """Tell whether two units are the ends of a range; in "May 2026 - Q3 goals" they are two names."""
    is_one_kind = first.kind == last.kind or "day" in (first.kind, last.kind)
    if not (is_one_kind or (first.year is None) == (last.year is None)) or last.start - first.end > _LONGEST_JOINT:
        return False
    between = text[first.end : last.start]
    return is_range(_weekday().sub("", between) if first.kind == "day" else between)


_LONGEST_JOINT = 40


@cache
def _weekday() -> Pattern[str]:
    """Match a weekday beside a day: Jan 7, 2026 - [Tue] Mar 31, 2026; 1月7日[（周三）]-3月31日."""
    return compile_pattern(
        r"\(?(?:\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?|(?:周|星期)[一二三四五六日天])\)?,?",
        ASCII | IGNORECASE,
    )


@cache
def _compact() -> Pattern[str]:
    return compile_pattern(r"(?<![\w.,])(20\d\d)(0[1-9]|1[0-2])(?![\w.,%])", ASCII)


def _compact_months(text: str) -> Iterator[Unit]:
    """Yield months that are written 202601."""
    for match in _compact().finditer(text):
        yield Unit(*match.span(), "month", int(match[2]), year=int(match[1]))


def _overlap(one: Unit, other: Unit) -> bool:
    return one.start < other.end and other.start < one.end


def _written_otherwise(text: str) -> Iterator[Unit]:
    """Yield what only titles write: 2023年7/8月, 2023 8/9双月, 2023.08-09, and the Taiwanese 114年度."""
    if ("/" in text and "月" in text) or (("-" in text or "~" in text) and ("/" in text or "." in text)):
        for match in _two_months().finditer(text):
            year = match["year"] or match["dotted"]
            since, until = int(match["since"] or match["from"]), int(match["until"] or match["to"])
            if until == since + 1 or (match["dotted"] and until > since):
                yield Unit(*match.span(), "month", until, year=int(year) if year else None, since=since)
    if "年度" in text:
        for match in _republican().finditer(text):
            yield Unit(*match.span(), "year", 1, year=republican_year(match[1]))


@cache
def _two_months() -> Pattern[str]:
    month = "1[0-2]|0?[1-9]"
    return compile_pattern(
        rf"(?:(?<![\w.,])(?P<year>20\d\d)(?:年 ?| |[./-])|(?<![\w/.,-]))(?P<since>{month})/(?P<until>{month})"
        r"(?:月份?|双月)"
        r"|(?<![\w.,])(?P<dotted>20\d\d)[./](?P<from>0[1-9]|1[0-2])[-~](?P<to>0[1-9]|1[0-2])(?![\w.,%/-])",
        ASCII,
    )


@cache
def _republican() -> Pattern[str]:
    """Match a year of the Republican calendar, of this decade or near it; 100年度 may be anything."""
    return compile_pattern(r"(?<![\w.,])(1[1-3]\d) ?年度", ASCII)


_CALENDAR_KINDS = frozenset(("day", "month", "quarter", "trimester", "half", "year"))
_LONG = frozenset(("quarter", "trimester", "half"))


def _may_be_period(text: str, unit: Unit) -> bool:
    if unit.relative or unit.kind not in _CALENDAR_KINDS or unit.problem == "ambiguous":
        return False
    if unit.weak and (unit.problem or not _is_named_all_the_same(text, unit)):
        return False
    return not _tells_when_written(text, unit)


def _is_named_all_the_same(text: str, unit: Unit) -> bool:
    """Tell whether a title or field that has words which may mean something else means the period."""
    if unit.kind == "month":  # 2026.4-2026.6
        return unit.year is not None and "-" in (
            text[unit.end : unit.end + 3] + text[max(0, unit.start - 3) : unit.start]
        )
    return unit.kind in _LONG or _is_plain_year(text, unit)


def _is_end_of_months(text: str, units: list[Unit], at: int) -> bool:
    """Tell whether a month whose name may mean something else is an end of a range of months: January to March."""
    unit = units[at]
    if not unit.weak or unit.kind != "month" or unit.problem or _tells_when_written(text, unit):
        return False
    pairs = [(units[at - 1], unit)] if at else []
    pairs += [(unit, units[at + 1])] if at + 1 < len(units) else []
    return any(
        first.kind == last.kind and not (first.weak and last.weak) and is_range(text[first.end : last.start])
        for first, last in pairs
    )


_UPDATED = ("updat", "modified", "edited", "reviewed", "revised", "created", "published", "posted", "as of", "written")
_UPDATED_CHINESE = (
    "更新",
    "修改",
    "修订",
    "修訂",
    "创建",
    "創建",
    "建立",
    "发布",
    "發布",
    "撰写",
    "撰寫",
    "编写",
    "編寫",
)


_WRITTEN_IN = ("updated", "updated in", "updated on", "更新于", "更新時間", "更新时间", "最后更新", "最後更新")
"""What tells even of a quarter that a text was written in it; "update" alone may be the name of a report."""

_REPORTS = ("进度", "進度", "进展", "進展", "情况", "情況", "okr", "每周", "每週", "每月", "周", "週", "月度", "季度")
"""What makes of 更新 the name of a report: OKR 进度更新."""


def _tells_when_written(text: str, unit: Unit) -> bool:
    before = text[max(0, unit.start - 24) : unit.start].lower()
    for sign in ".;。；()|\n":
        before = before.rpartition(sign)[2]
    if unit.kind in _LONG:
        return before.rstrip(" :").endswith(_WRITTEN_IN)
    after = text[unit.end : unit.end + 4]
    for report in _REPORTS:
        before = before.replace(report + "更新", "")
    return any(map(before.__contains__, _UPDATED + _UPDATED_CHINESE)) or any(map(after.__contains__, _UPDATED_CHINESE))


# fmt: off
_AFTER_A_YEAR = frozenset((
    "okr", "okrs", "objective", "objectives", "goal", "goals", "key", "result", "results", "target", "targets",
    "plan", "plans", "planning", "roadmap", "strategy", "strategic", "annual", "yearly", "quarterly", "company",
    "corporate", "team", "priority", "priorities", "review", "cycle", "season", "edition", "focus", "themes", "year",
    "and", "as", "at", "but", "for", "if", "in", "is", "on", "or", "our", "the", "to", "vs", "with",
))
_BEFORE_A_NUMBER = frozenset((
    "to", "reach", "hit", "over", "than", "above", "under", "below", "top", "least", "most", "about", "with", "of",
    "approximately",
))
# fmt: on
_COUNTED = frozenset("个個家人名位万萬亿億千百条條次元款件篇台份项項+%倍")


def _is_plain_year(text: str, unit: Unit) -> bool:
    """Tell whether four digits in a title are a year, and not a number of something."""
    if unit.kind != "year":
        return False
    before, after = text[max(0, unit.start - 16) : unit.start], text[unit.end : unit.end + 16]
    if before.rstrip()[-1:] in {"达", "達", "到", "至", "破", "过", "過", "超", ">", "<", "="}:
        return False
    words = before.lower().split()
    if words and words[-1] in _BEFORE_A_NUMBER and words[-2:-1] not in (["rest"], ["remainder"], ["whole"]):
        return False
    following = after.lstrip()
    if following[:1] in _COUNTED:
        return False
    word = following.split(maxsplit=1)[0].rstrip(",.:;!)") if following else ""
    return not (after[:1] == " " and word.isascii() and word.isalpha() and word.islower() and word not in _AFTER_A_YEAR)


_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))


def _season(text: str, unit: Unit) -> Period | None:
    if unit.kind != "year":
        return None
    after = text[unit.end : unit.end + 10].lstrip(" -_")
    before = text[max(0, unit.start - 10) : unit.start].rstrip(" -_,")
    if after[:1] and after[0] in "春夏秋冬" and (after[1:2] in {"季", "学", "學"} or not is_cjk(after[1:2] or " ")):
        end = text.index(after[0], unit.end) + 1
        end += is_cjk(text[end : end + 1] or " ")
        return Period(unit.start, end, f"{unit.year}-{after[0]}{after[1:2].strip() or '季'}", None, None, "other", None)
    for words, word in ((after.split(), 0), (before.split(), -1)):
        name = words[word].lower().rstrip(",:;.") if words else ""
        if name in _SEASONS:
            return Period(unit.start, unit.end, f"{unit.year}-{name.capitalize()}", None, None, "other", None)
    return None


_MOST = 24
"""A text with more periods than this is no title."""


def _one(text: str, found: list[_Found], year_start: int) -> _Found | None:
    """Return the one period that those found in a text come to."""
    found = _without_brackets(text, found)
    dated = [one for one in found if one.last.year is not None]
    year = next((one for one in dated if one.last.kind == "year"), dated[0] if dated else None)
    if year:
        found = [_dated(one, year.last, year_start) if one.last.year is None else one for one in found]
    distinct = {one.period.value: one for one in reversed(found)}.values()
    if len(distinct) > _MOST:
        return None
    shortest = [one for one in distinct if not any(_contains(one.period, other.period) for other in distinct)]
    if len(shortest) < 2:
        return shortest[0] if shortest else None
    shortest.reverse()
    return _row(text, shortest) or next(
        (one for one in distinct if all(_contains(one.period, other.period) for other in shortest)), None
    )


def _without_brackets(text: str, found: list[_Found]) -> list[_Found]:
    """Return the periods of a text but those that a remark in brackets makes less of: "Q3 2026 (July)".

    A range of days of their own says which days a fiscal period means: "FY24-Q2 (Oct - Dec 2023)".
    """
    if len(found) < 2 or "(" not in text:
        return found
    kept: list[_Found] = []
    for one in found:
        outer = kept[-1] if kept else None
        if outer and text[outer.period.end : one.period.start].strip(" :") == "(":
            if outer.last.kind in _LONG and one.period.kind == "month" and one.last.since is None:
                continue
            if outer.last.fiscal and one.last.year is not None and not one.last.fiscal and one.period.first:
                kept = [each for each in kept if each.last.year is not None and not each.last.fiscal]
        kept.append(one)
    return kept


def _contains(period: Period, other: Period) -> bool:
    """Tell whether a period is longer than another, and holds all of it."""
    if not (period.first and period.last and other.first and other.last):
        return False
    return (period.first, period.last) != (other.first, other.last) and (
        period.first <= other.first and other.last <= period.last
    )


def _dated(one: _Found, year: Unit, year_start: int) -> _Found:
    """Return a period that names no year with the year that stands elsewhere."""
    first = one.first._replace(year=year.year, fiscal=year.fiscal)
    last = first if one.first is one.last else one.last._replace(year=year.year, fiscal=year.fiscal)
    period = period_of(first, last, year_start)
    if period is None:
        return one
    start, end = min(period.start, year.start), max(period.end, year.end)
    return _Found(first, last, period._replace(start=start, end=end))


_LIST_SIGNS = " ,、&+/;和与與及"


def _row(text: str, found: list[_Found]) -> _Found | None:
    """Return what several periods that follow one another cover together (Q1, Q2 and Q3 of a year)."""
    for one, following in pairwise(found):
        between = text[one.period.end : following.period.start].lower().replace("and", " ").strip(_LIST_SIGNS)
        if between or not (one.period.last and following.period.first):
            return None
        if following.period.first - one.period.last != timedelta(days=1):
            return None
    first, last = found[0], found[-1]
    if not (first.period.first and last.period.last):
        return None
    days = first.period.first, last.period.last
    return _Found(first.first, last.last, period_of_days(first.period.start, last.period.end, days))


@cache
def _day_folders() -> Pattern[str]:
    return compile_pattern(r"(?<!\d)20\d\d[/\\](?:0\d|1[0-2])[/\\][0-3]\d(?!\d)", ASCII)


def _names(path: str) -> Iterator[tuple[int, str]]:
    """Yield the names in a path and their offsets, from the file's outwards; the file's without its endings."""
    end = len(path)
    for _ in range(_DEEPEST):
        cut = max(path.rfind("/", 0, end), path.rfind("\\", 0, end))
        name = path[cut + 1 : end]
        yield cut + 1, (_without_endings(name) if end == len(path) else name).replace("_", " ")
        if cut < 0:
            return
        end = cut


_DEEPEST = 32
"""How many folders are looked at, from the file outwards."""


def _without_endings(name: str) -> str:
    for _ in range(3):
        stem, dot, ending = name.rpartition(".")
        if not (dot and stem and ending.isascii() and ending.isalpha() and len(ending) <= _LONGEST_ENDING):
            break
        name = stem
    return name


_LONGEST_ENDING = 5


@cache
def _year_in_name() -> Pattern[str]:
    return compile_pattern(r"(?<![\d.])(20\d\d)(?![\d.])", ASCII)


def _of_name(name: str, offset: int, around: str, year_start: int) -> _Found | None:
    """Return the period that the name of a file or folder names, with offsets in the whole path.

    Args:
        name: the name.
        offset: where it begins in the path.
        around: the name of the folder that it stands in; a number is a month only right below a year (2026/03.md).
        year_start: the month in which a fiscal year begins.
    """
    if len(name) == 2 and name.isascii() and name.isdigit():
        found = _folder_of_a_month(name, year_start) if _is_year(around, year_start) else None
    else:
        found = _one(name, list(_found(name, year_start)), year_start)
        if found is None or found.last.year is None:
            found = _with_loose_year(name, found, year_start)
    return found and _moved(found, offset)


def _is_year(name: str, year_start: int) -> bool:
    found = _of_name(name, 0, "", year_start)
    return found is not None and found.period.kind == "year"


def _folder_of_a_month(name: str, year_start: int) -> _Found | None:
    unit = Unit(0, len(name), "month", int(name))
    period = period_of(unit, unit, year_start) if 1 <= unit.number <= 12 else None
    return _Found(unit, unit, period) if period else None


def _with_loose_year(name: str, found: _Found | None, year_start: int) -> _Found | None:
    """Return the period of a name whose year touches letters (okr2026q2, 2026okr)."""
    match = _year_in_name().search(name)
    if match is None or any(unit.kind == "day" for unit in time_units(name, month_first=True)):
        return found
    year = Unit(*match.span(), "year", 1, year=int(match[1]))
    if found:
        return _dated(found, year, year_start)
    period = period_of(year, year, year_start)
    return _Found(year, year, period) if period else None


def _moved(found: _Found, by: int) -> _Found:
    first, last, period = found
    moved = first._replace(start=first.start + by, end=first.end + by)
    until = moved if first is last else last._replace(start=last.start + by, end=last.end + by)
    return _Found(moved, until, period._replace(start=period.start + by, end=period.end + by))
