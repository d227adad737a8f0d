"""What stands below a header, as if it were written out: no sums, no ditto marks, and the columns of a log by name."""

from collections.abc import Iterator
from typing import NamedTuple

from okrlint.language.folding import has_cjk
from okrlint.model import Text
from okrlint.reading.column_levels import states_objectives
from okrlint.reading.fields import canonical
from okrlint.reading.goal_words import is_mere_amount
from okrlint.reading.table_words import (
    SAMPLE,
    base_column,
    is_ditto,
    is_total,
    log_columns,
    names_what_is_measured,
    step_column,
)
from okrlint.reading.tables.columns import Column, Header
from okrlint.reading.tables.rows import Repeated, Row, cell, is_label
from okrlint.reading.text_builder import rewritten

_STATEMENTS = ("objective", "key_result", "title", "statement", "description", "action")

_TEAM = ("team", "group", "squad", "department", "dept", "部", "组", "組", "团队", "團隊", "中心", "处", "處", "科")
"""What the names of teams end with."""

_OWNING_TEAM = "owning team"
"""What a column of owners is called that holds teams, beside another that holds persons."""


class Body(NamedTuple):
    """The header of a table, and the rows below it."""

    header: Header
    rows: list[Row]


def body_of(header: Header, rows: list[Row]) -> Body:
    """Return what stands below a header: rows that say of themselves what they mean, and what their columns hold."""
    stated = [at for at, column in enumerate(header.columns) if column.name in _STATEMENTS]
    below = list(_without_sums(stated, _written_out(stated, rows)))
    header = _with_steps(_with_objectives(_with_labels(header, below), below), below)
    header = _with_baseline(header, below)
    return Body(_with_log(_with_teams(header, below), below), below)


def _written_out(stated: list[int], rows: list[Row]) -> Iterator[Row]:
    """Yield the rows, ditto marks in them replaced by what stands above; a statement is but continued by them."""
    above: dict[int, str] = {}
    for row in rows:
        marks = []
        for at, text in enumerate(row):
            if text.value and is_ditto(text.value):
                marks.append(at)
            elif text.value:
                above[at] = text.value
        if marks:
            row = [*row]
            for at in marks:
                row[at] = _meant(row[at], above.get(at, ""), is_stated=at in stated)
        yield row


def _meant(mark: Text, above: str, *, is_stated: bool) -> Text:
    if not above:
        return mark.part(0, 0)
    meant = rewritten(mark, above)
    return Repeated.model_construct(**meant.__dict__) if is_stated else meant


def _without_sums(stated: list[int], rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the rows without those of sums, which state nothing that is not stated above."""
    known: set[str] = set()
    for row in rows:
        statements = [text for at in stated if (text := cell(row, at))]
        first = next((text for text in row if text.value), None)
        sums = any(is_total(text.value) for text in (*statements, first) if text)
        if sums and all(is_total(text.value) or text.value in known for text in statements):
            continue
        known.update(text.value for text in statements[:1])
        yield row


def _with_labels(header: Header, rows: list[Row]) -> Header:
    """Tell a column of numbers or labels of key results (`KR` with 1, 2) from the one beside it that states them."""
    at = header.at("key_result")
    if at is None or len(header.all("key_result")) > 1:
        return header
    if not _are_labels(at, rows) or (stated := _stated_beside(header, rows)) is None or at > stated:
        return header
    columns = list(header.columns)
    columns[at] = Column("id", "key_result")
    columns[stated] = Column("key_result")
    return header._replace(columns=columns)


def _are_labels(at: int, rows: list[Row]) -> bool:
    cells = _said(at, rows)
    return bool(cells) and all(each.isdecimal() or is_label(each) for each in cells)


def _said(at: int, rows: list[Row]) -> list[str]:
    return [text.value for row in rows[:SAMPLE] if (text := cell(row, at))]


def _stated_beside(header: Header, rows: list[Row]) -> int | None:
    """Return the column that states the key results whose labels stand in another one."""
    titled = header.at("statement", "description", "title")
    measure, target = header.at("metric", "measure"), header.at("target")
    if titled is not None or target is None:
        return titled if titled is not None else measure
    aims = _said(target, rows)
    states = 2 * sum(map(is_mere_amount, aims)) <= len(aims)
    if measure is None:
        return target if states else None
    words = header.words[measure].value if measure < len(header.words) else ""
    by_measure = names_what_is_measured(words, _said(measure, rows), aims, is_first=measure < target)
    return measure if by_measure or not states else target


def _with_objectives(header: Header, rows: list[Row]) -> Header:
    """Name the column behind the key results that states their objectives: `KR | Owner | Objective | Owner`."""
    first = header.at("key_result")
    if first is None or header.at("objective", "title", "statement") is not None:
        return header
    for at in header.all("target"):
        words = header.words[at].value if at < len(header.words) else ""
        cells = _said(at, rows)
        if at > first and canonical(words) == "objective" and states_objectives(words, cells):
            columns = list(header.columns)
            columns[at] = Column("objective")
            return header._replace(columns=columns)
    return header


def _with_steps(header: Header, rows: list[Row]) -> Header:
    """Name the column of steps in a table that tells them by the labels of their key results: `KR | Project`."""
    names, result = [column.name for column in header.columns], header.at("key_result")
    at = step_column(names) if result is not None and "objective" not in names else None
    if at is None or result is None or not _are_labels(result, rows):
        return header
    columns = list(header.columns)
    columns[at], columns[result] = Column("action"), Column("supports")
    return header._replace(columns=columns)


def _with_baseline(header: Header, rows: list[Row]) -> Header:
    """Name the column "Base" beside one of targets."""
    if header.at("target") is None or header.at("baseline") is not None:
        return header
    names = [column.name for column in header.columns]
    base = base_column(names, lambda at: _said(at, rows))
    if base is None:
        return header
    columns = list(header.columns)
    columns[base] = columns[base]._replace(name="baseline")
    return header._replace(columns=columns)


def _with_teams(header: Header, rows: list[Row]) -> Header:
    """Name the columns of teams that own, where another column says which person of them does."""
    columns = list(header.columns)
    for level in (None, "objective", "key_result"):
        owners = [at for at, column in enumerate(columns) if column == Column("owner", level)]
        teams = [at for at in owners if _holds_teams(at, rows)] if len(owners) > 1 else []
        for at in teams if len(teams) < len(owners) else []:
            columns[at] = Column(_OWNING_TEAM, level)
    return header._replace(columns=columns)


def _holds_teams(at: int, rows: list[Row]) -> bool:
    names = [name.lower() for name in _said(at, rows)]
    return 0 < len(names) <= 2 * sum(name.endswith(_TEAM) for name in names)


def _with_log(header: Header, rows: list[Row]) -> Header:
    """Set the columns apart that say the same thing at several times."""
    log = log_columns(
        header.words,
        lambda columns: (text.value for row in rows[:SAMPLE] for at in columns if (text := cell(row, at))),
    )
    if not log:
        return header
    columns = list(header.columns)
    for column in log:
        columns[column.at] = Column("", columns[column.at].level)
    if any(has_cjk(text.value) for text in header.words):
        log = [column._replace(when=_month_first(column.when)) for column in log]
    return header._replace(columns=columns, log=log)


def _month_first(when: Text) -> Text:
    """Return `7/5` as a day of July: in Chinese, the month comes first."""
    month, slash, day = when.value.partition("/")
    is_bare = slash and month.isdecimal() and day.isdecimal() and int(month) <= _MONTHS
    return rewritten(when, f"{month}月{day}日") if is_bare else when


_MONTHS = 12
