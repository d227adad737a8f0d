"""What cells and headers of tables say that is no statement: totals, ditto marks, and the days of a log."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.dates import read_date
from okrlint.language.folding import fold_width
from okrlint.language.numerals import chinese_number
from okrlint.language.quantities import amounts
from okrlint.model import Text
from okrlint.reading.fields import canonical
from okrlint.reading.values.ratings import is_placeholder
from okrlint.reading.values.ratings import read as read_rating
from okrlint.reading.word_sets import words

_TOTALS = words(
    "total totals subtotal subtotals sum average averages avg mean grandtotal totalweight totalscore"
    " weightedaverage weightedscore averagescore overallscore overallprogress toplam"
    " 合计 合計 总计 總計 小计 小計 共计 共計 总和 總和 平均 均值 汇总 匯總 平均值 平均分 加权平均 加權平均 总分 總分"
    " 权重合计 權重合計 得分合计 得分合計 合计得分 合計得分 总得分 總得分 综合得分 綜合得分"
)
"""What the last rows of a table say, without spaces."""

_DITTOS = words(
    "same sameasabove asabove ditto do. idem \" '' `` 〃 ″ ˝ “ ” 々 〞 同上 同前 同上行 同上一行 与上同 與上同"
)
"""What says once more what stands above, without spaces."""

COMMAS = ",，、"
"""What stands at the end of a line that goes on in the next one."""

_LONGEST_DITTO = 20
_LONGEST_TOTAL = 40
_LONGEST_HEADER = 40


def is_total(cell: str) -> bool:
    """Tell whether a cell names a sum and nothing else: `Total`, 合计, `Average:`, `Total (O1)`."""
    if len(cell) > _LONGEST_TOTAL or cell[:1] not in _first_of_totals():
        return False
    bare = _remark().sub("", fold_width(cell).lower().strip(" :*_-—–~()"))
    return "".join(bare.split()).strip(":*_") in _TOTALS


def is_ditto(cell: str) -> bool:
    """Tell whether a cell says that it is the same as the one above: 同上, `〃`, `"`, `ditto`."""
    if len(cell) > _LONGEST_DITTO or cell[:1] not in _first_of_dittos():
        return False
    return "".join(fold_width(cell).lower().split()).strip("-()*_") in _DITTOS


_MARK_UP = "-—–*_(（"
"""What may stand before the words."""


@cache
def _first_of_totals() -> frozenset[str]:
    return _firsts(_TOTALS)


@cache
def _first_of_dittos() -> frozenset[str]:
    return _firsts(_DITTOS)


def _firsts(listed: frozenset[str]) -> frozenset[str]:
    """Return what words begin with: a cheap test, since nearly all cells are none of them."""
    firsts = {word[0] for word in listed}
    return frozenset((*firsts, *map(str.upper, firsts), *_MARK_UP))


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}\([^()]{0,30}\)?$")


class DatedHeader(NamedTuple):
    """The header of a column for a day or a week: `Confidence (Jul 5)`, `Wk 3`, 第3周信心.

    Attributes:
        name: the field whose value stands in the column; "" where the header says only when.
        start: the offset in the header at which the words for the time begin.
        end: the offset behind them.
        order: grows with time; None where the time cannot be told.
    """

    name: str
    start: int
    end: int
    order: int | None


def dated_columns(headers: Sequence[str]) -> dict[int, DatedHeader]:
    """Return the columns in which a table says the same thing at several times, oldest first.

    A single column with a day is none: the day says only how old its values are.
    """
    groups: dict[str, dict[int, DatedHeader]] = {}
    for at, header in enumerate(headers):
        dated = dated_header(header)
        if dated:
            groups.setdefault(dated.name, {})[at] = dated
    columns: dict[int, DatedHeader] = {}
    for group in groups.values():
        times = {fold_width(headers[at])[each.start : each.end].lower() for at, each in group.items()}
        if 1 < len(group) == len(times):
            newest_first = _is_newest_first([each.order for each in group.values()])
            columns.update(reversed(group.items()) if newest_first else group)
    return columns


Recorded = Literal["confidence", "current", "status"]


def recorded(cells: Iterable[str]) -> Recorded | None:
    """Return the field that the cells of columns hold whose headers say only when (`Wk 1`), or None if it is unclear.

    `6/10` is a confidence, a colour a status, and any other amount how far the figure has come, but for bare numbers
    of up to ten, which may be either. Words are none of these: columns of weeks hold plans as often as logs.
    """
    said = [cell for cell in cells if cell and not is_placeholder(cell)]
    found = {_recorded(cell) for cell in said}
    unclear = found == {"current"} and all(_is_up_to_ten(cell) for cell in said)
    return None if unclear or len(found) != 1 else found.pop()


def _is_up_to_ten(cell: str) -> bool:
    bare = read_rating(cell).bare
    return bare is not None and 0 <= bare <= 10


def _recorded(cell: str) -> Recorded | None:
    scale = read_rating(cell).scale
    if scale == "0-10" and "/" in fold_width(cell):
        return "confidence"
    if scale == "signal":
        return "status"
    found = amounts(cell)
    return "current" if len(found) == 1 and not cell[: found[0].start].strip("$€£¥~≈ ") else None


_RECORDED = words("confidence progress score current status checkin")
"""The fields that are recorded time and again."""

_FILLERS = words("week wk of w/c wc as at on mon tue wed thu fri sat sun 截至 截止 周 週")
"""Words around a day: `w/c 15 Apr`."""

_DAYS_OF_YEAR = 366
_DAYS_OF_WEEK = 7


def dated_header(header: str) -> DatedHeader | None:
    """Return what a header says of a time if it says nothing else but the name of a field that is recorded."""
    if not header or len(header) > _LONGEST_HEADER:
        return None
    folded = fold_width(header)
    found = _day().search(folded) or _week().search(folded) or _month().search(folded)
    if found is None:
        return None
    rest = f"{folded[: found.start()]} {folded[found.end() :]}"
    if found.re is _day():
        rest = _week().sub(" ", rest)
    left = [word for word in _punctuation().sub(" ", rest).split() if word.lower() not in _FILLERS]
    name = canonical(" ".join(left)) if left else ""
    if name is None or (name and name not in _RECORDED) or (not name and found.re is _month()):
        return None  # columns of months alone are targets, or a plan
    return DatedHeader(name, *found.span(), _order(found))


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"


@cache
def _day() -> Pattern[str]:
    """Match a day: `Jul 5`, `5 July 2024`, `2024-07-05`, `7/5`, 7月5日."""
    month, day = "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
    forms = (
        rf"\d{{4}}[-/.年] ?{month}[-/.月] ?{day}(?!\d)[日号號]?",
        rf"{month}月 ?{day}(?!\d)[日号號]?",
        rf"{_MONTH} ?{day}(?:st|nd|rd|th)?(?![\w/])(?:,? \d{{4}})?",
        rf"{day}(?:st|nd|rd|th)?[ -]{_MONTH}(?:[ -]\d{{2,4}}(?!\d))?",
        rf"(?:{month}/{day}|{day}/{month})(?!\d)(?:/\d{{2,4}}(?!\d))?",
        r"(?:0[1-9]|1[0-2])[-.](?:0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.(?:\d{2,4})?",
    )
    return compile_pattern(rf"(?<![\w/.])(?:{'|'.join(forms)})(?![/-]\d)", ASCII | IGNORECASE)


@cache
def _week() -> Pattern[str]:
    """Match a week: `Wk 3`, `W27`, `2024-W27`, 第三周."""
    return compile_pattern(
        r"(?<![\w])(?:\d{4}[- ]?)?(?:week|wk|cw|kw|w)[ #-]{0,2}(?P<week>\d{1,2})(?!\d)"
        r"|第 ?(?P<nth>\d{1,2}|[一二三四五六七八九十]{1,3}) ?[周週]|(?<!\d)(?P<plain>\d{1,2}) ?[周週]",
        ASCII | IGNORECASE,
    )


@cache
def _month() -> Pattern[str]:
    return compile_pattern(rf"(?<!\w)(?P<month>{_MONTH})(?!\w)(?: \d{{4}})?|(?<!\d)\d{{1,2}}月[初中底末]?")


@cache
def _punctuation() -> Pattern[str]:
    return compile_pattern(r"[\s()\[\]【】.,;:：、|·@_~-]+")


def _order(found: Match[str]) -> int | None:
    groups = found.groupdict()
    week = groups.get("week") or groups.get("nth") or groups.get("plain")
    if week:
        number = int(week) if week.isdigit() else chinese_number(week)
        return _DAYS_OF_WEEK * int(number) if number else None
    span = read_date(found.group())
    if span is None:
        return None
    if span.last:
        return span.last.toordinal()
    if span.month_day is None:
        return None
    month, day = span.month_day
    return 31 * month + day


def _is_newest_first(orders: list[int | None]) -> bool:
    """Tell whether times run backwards; where a year ends between two of them, December is the earlier."""
    known = [order for order in orders if order is not None]
    steps = [_within_half_a_year(after - before) for before, after in pairwise(known)]
    return len(known) == len(orders) and all(step < 0 for step in steps)


def _within_half_a_year(days: int) -> int:
    return (days + _DAYS_OF_YEAR // 2) % _DAYS_OF_YEAR - _DAYS_OF_YEAR // 2


def due_column(names: Sequence[str]) -> int | None:
    """Return the column "When" of a table of things to reach or to do: it says until when each is due."""
    is_plan = not _PLANNED.isdisjoint(names) and _OTHER_TIMES.isdisjoint(names)
    return names.index("when") if is_plan and "when" in names else None


_PLANNED = frozenset(("objective", "key_result", "metric", "action"))
_OTHER_TIMES = frozenset(("deadline", "date", "given", "then"))
"""Columns beside which "When" says something else."""


_BASES = words("base basevalue asis 基期 基期值 基础值 基礎值 原值 初值 底数 底數")
"""What a baseline is called in a header beside one for targets, without spaces; alone it may be an office, or users."""


def base_column(names: Sequence[str], cells: Callable[[int], list[str]]) -> int | None:
    """Return the column "Base" of a table of targets: it says from where each starts, in figures.

    Args:
        names: the canonical names of the columns, or the words of their headers.
        cells: returns what a column says.
    """
    found = [at for at, name in enumerate(names) if "".join(filter(str.isalnum, name)) in _BASES]
    if len(found) != 1 or not (said := cells(found[0])):
        return None
    return found[0] if 2 * sum(bool(amounts(cell)) for cell in said) > len(said) else None


_MEASURES = words(
    "metric metrics metricname measure measures measurement measurements successmetric successmetrics"
    " successmeasure successmeasures measureofsuccess measuresofsuccess"
)
"""Headers of what is measured; 衡量方式 and "Measured by" tell how, and 衡量标准 when it is reached."""


def names_what_is_measured(header: str, measures: Sequence[str], targets: Sequence[str], *, is_first: bool) -> bool:
    """Tell whether a column of measures beside one of targets says what is to change: `KR | Metric | Target`.

    Targets in words may state it (`KR | 目标 | 衡量指标`): where they stand first and are more than figures, or where
    they tell no figures and the measures do. Beside how it is measured, they do unless they are but figures.

    Args:
        header: that of the measures.
        measures: what they say.
        targets: what the targets say.
        is_first: whether the measures stand before the targets.
    """
    name = "".join(filter(str.isalnum, fold_width(header).lower()))
    if not measures or not targets:
        return False
    if not is_first or not (name in _MEASURES or canonical(header) == "metric"):
        from okrlint.reading.figures import states_figures  # few tables are of this kind

        return 2 * sum(map(states_figures, targets)) > len(targets)
    aimed = sum(bool(amounts(cell)) for cell in targets)
    return 2 * aimed >= len(targets) or 2 * sum(bool(amounts(cell)) for cell in measures) < len(measures)


_STEPS = words(
    "project projects workstream workstreams workpackage workpackages experiment experiments epic epics feature"
    " features deliverable milestone activity activities bet bets keyinitiative keyinitiatives keyproject keyprojects"
    " keyactivities keytasks"
    " 项目 項目 关键项目 關鍵項目 重点项目 重點項目 重点工作 重點工作 工作项 工作項 工作内容 工作內容"
    " 事项 事項 活动 活動 方案 动作 動作 策略 实验 實驗 需求 交付物"
)
"""What steps towards key results are called in a header beside those of the field "action", without spaces."""

_STATING = frozenset(("statement", "description", "title", "metric", "measure", "target"))


def step_column(names: Sequence[str]) -> int | None:
    """Return the column of the steps towards key results that others state: `KR | Initiative | Owner`.

    A table that has a column for what it states, or for a target, is none of steps alone.

    Args:
        names: the canonical names of the columns, or the words of their headers.
    """
    if not _STATING.isdisjoint(names):
        return None
    found = (at for at, name in enumerate(names) if name == "action" or "".join(filter(str.isalnum, name)) in _STEPS)
    return next(found, None)


class LogColumn(NamedTuple):
    """One of several columns that say how a thing was at different times: `Wk 1`, `Wk 2`.

    Attributes:
        at: which column.
        name: the field whose value it holds.
        when: the words for the time, in the header.
    """

    at: int
    name: str
    when: Text


SAMPLE = 500
"""How many rows are looked at to find out what a column holds."""


def log_columns(headers: Sequence[Text | None], said: Callable[[list[int]], Iterable[str]]) -> list[LogColumn]:
    """Return the columns of a log, oldest first, with what they hold.

    Args:
        headers: the words of the header; None for an empty one.
        said: returns what the cells of some columns say, in `SAMPLE` rows.
    """
    dated = dated_columns([header.value if header else "" for header in headers])
    unnamed = [at for at, column in dated.items() if not column.name]
    held = recorded(said(unnamed)) if unnamed else None
    return [
        LogColumn(at, name, header.part(column.start, column.end))
        for at, column in dated.items()
        if (name := column.name or held) and (header := headers[at]) is not None
    ]


def goal_column(names: Sequence[str], headers: Sequence[str]) -> int | None:
    """Return the column left of the key results that says whose goals they are; None without one.

    `年度目标`, `Q3目标`, `目标名称`, `Company objective`: where nothing else is called an objective, they are those.

    Args:
        names: of the columns, among them "key_result".
        headers: their words.
    """
    for at in range(list(names).index("key_result")):
        if names[at] != "supports" and _goal().fullmatch(headers[at].strip(" *_")):
            return at
    return None


def target_column(names: Sequence[str], headers: Sequence[str]) -> int | None:
    """Return the column behind the key results that says what they shall reach by a time: `90 天目标`, `Q3目标`."""
    for at in range(list(names).index("key_result") + 1, len(headers)):
        if _aim().fullmatch(headers[at].strip(" *_")):
            return at
    return None


@cache
def _aim() -> Pattern[str]:
    return compile_pattern(
        r"(?:\d{1,3} ?(?:天|日|周|週|个月|個月|月)|[Qq][1-4] ?|本?(?:季度?|月度?|年度?)|期末|阶段|階段"
        r"|最终|最終)的?目[标標]值?"
    )


@cache
def _goal() -> Pattern[str]:
    return compile_pattern(
        r"(?!支|对|對|承|上级|上級|父|非)(?:[Qq][1-4] ?)?[\u4e00-\u9fff]{0,6}目[标標](?:名[称稱]|描述)?"
        r"(?: ?[(（]O(?:bjectives?)?[)）])?"
        r"|(?!parent|linked|supported)(?:[A-Z][A-Za-z]{1,15} |Q[1-4] ){1,2}(?:objectives?|goals?)",
        IGNORECASE,
    )
