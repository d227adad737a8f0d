"""What a row of a table, or one of its cells, states, with the fields that stand beside it."""

from functools import cache
from itertools import pairwise
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import LabelKind, label
from okrlint.reading.layout.fieldlines import attach_theme
from okrlint.reading.layout.roles import theme_at
from okrlint.reading.layout.tables import Columns, cell_label
from okrlint.reading.outline import Cell, Line
from okrlint.reading.plain_lines import numbering
from okrlint.reading.values.ratings import is_placeholder
from okrlint.reading.word_sets import words

_TITLES = ("statement", "description", "title")
_STATEMENT_COLUMNS = (*_TITLES, "target", "metric", "measure")
"""Where the words stand when the column of the key results holds only `KR 1`, most likely first."""

_MEASURE_COLUMNS = (*_TITLES, "metric", "measure", "target")
"""Likewise, in a table with a column for what is measured (see `Columns.is_stated_by_measure`)."""

NO_FIELDS = ("key_result", "objective", "id", "")
"""Columns that hold statements or tell rows apart."""

_IDENTIFYING = words("id no no. nr nr. 号 號")
"""Columns that tell rows apart, by name, beside those without one."""

_SAYING_HOW = words("owner contributors deadline start_date status confidence score weight progress current priority")
"""Columns beside a mere label that state nothing."""

_IN_WORDS = ("checkin", "progress")
"""Fields of a log that may be told in words as well as in a number."""

_NOTHING = words("无 無 暂无 暫無 没有 沒有 n/a na n.a. none nil null")
"""What stands in the place of a key result where there is none."""


def row_drafts(row: list[Cell], at: int, columns: Columns) -> list[Draft]:
    """Return the key results of a row: one, or as many as the lines of its cell state."""
    lines = row[at]
    if len(lines) > 1 and not _states_several(lines):
        lines = _labelled_lines(lines)
    if len(lines) < 2 or not _states_several(lines):
        draft = _row_draft(row, lines[0], at, columns, shared=False)
        return [draft] if draft else []
    drafts = []
    for number, line in enumerate(lines):
        draft = _row_draft(row, line, at, columns, shared=True)
        if draft:
            draft.fields.extend(_parallel_fields(row, columns, at, number))
            drafts.append(draft)
    return drafts


def cell_drafts(cell: Cell) -> list[Draft]:
    """Return what each line of a cell states as a key result."""
    found = [without_label(line.text, in_column=True) for line in cell]
    return [Draft(text, text.span, name or None) for text, name in found if text is not None and _is_said(text.value)]


def stated_lines(cell: Cell) -> list[Draft]:
    """Return the key results of a cell of their own: of each line where all of them state one, else of the first."""
    return cell_drafts(cell if _states_several(cell) else cell[:1])


def _states_several(lines: Cell) -> bool:
    if len(lines) < 2:
        return False
    marked = [_is_marked(line) for line in lines]
    return all(marked) or (not marked[0] and all(quantities.amounts(line.text.value) for line in lines))


def _is_marked(line: Line) -> bool:
    return bool(numbering(line.text.value) or cell_label((line,)))


def _labelled_lines(lines: Cell) -> Cell:
    """Return the lines with a label or a number of a cell that begins with one; the others are remarks on them."""
    marked = tuple(line for line in lines if _is_marked(line))
    return marked if marked[:1] == lines[:1] else lines


def _row_draft(row: list[Cell], line: Line, at: int, columns: Columns, *, shared: bool) -> Draft | None:
    text, name = without_label(line.text, in_column=True)
    if text is None:
        text = statement_cell(row, at, columns)
    if text is None or not _is_said(text.value):
        return None
    draft = Draft(text, text.span if shared else row_span(row), name or None)
    theme = theme_at(line.text.value, len(name)) if name and line.text.value.startswith(name) else None
    attach_theme(draft, line.text.part(*theme.span(1)) if theme else None)
    if not shared:
        identify(draft, row, columns, "key_result")
        draft.fields.extend(fields_of_row(row, columns, at, text))
        add_log(draft, row, columns)
    return draft


def add_log(draft: Draft, row: list[Cell], columns: Columns) -> None:
    """Add what the columns of a log say: an entry for each time, and the latest value as a field."""
    latest: dict[str, Text] = {}
    for at, name, when in columns.log:
        cell = row[at] if at < len(row) else ()
        if len(cell) != 1 or is_placeholder(cell[0].text.value):
            continue
        said = cell[0].text
        is_note = name in _IN_WORDS and not quantities.amounts(said.value)
        entry = Draft(said if is_note else said.part(0, 0), said.span)
        entry.fields = [("date", when)] if is_note else [("date", when), (name, said)]
        draft.checkins.append(entry)
        latest[name] = said
    known = {"checkin", *(name for name, _ in draft.fields)}
    draft.fields.extend(field for field in latest.items() if field[0] not in known)


def _is_said(value: str) -> bool:
    """Whether words state anything: not `-`, 无, `N/A`."""
    return any(map(str.isalnum, value)) and value.strip(" ()（）.。").lower() not in _NOTHING


def identify(draft: Draft, row: list[Cell], columns: Columns, level: LabelKind) -> None:
    """Give an item what the column for labels says: as its label where it is one (`KR1`), else as its identifier.

    In a column that only tells rows apart, a running number says nothing.
    """
    if draft.label is not None:
        return
    at = columns.labels.get(level)
    said = row[at][0].text.value if at is not None and at < len(row) and row[at] else ""
    if at is None:
        draft.label = _label_in(row, columns, level)
    elif said and label(f"{said}:"):
        draft.label = said
    elif said:
        draft.ref = said


def _label_in(row: list[Cell], columns: Columns, level: LabelKind) -> str | None:
    """Return the label of this level that a cell which tells rows apart consists of."""
    for name, cell in zip(columns.names, row, strict=False):
        if cell and (not name or name in _IDENTIFYING):
            said = cell[0].text.value.rstrip(" :：.")
            found = label(f"{said}:")
            if found and found.kind == level and found.label == said:
                return said
    return None


def label_among(row: list[Cell]) -> str | None:
    """Return the label (`KR1`) that is all that some cell says."""
    for cell in row:
        found = cell_label(cell)
        if found and found.label and found.end >= len(cell[0].text.value):
            return found.label
    return None


def statement_cell(row: list[Cell], at: int, columns: Columns) -> Text | None:
    """Return the statement of a row whose own cell is only a label."""
    found = [
        row[column][0].text
        for name in (_MEASURE_COLUMNS if columns.is_stated_by_measure else _STATEMENT_COLUMNS)
        if (column := columns.at(name)) is not None and column != at and column < len(row) and row[column]
    ]
    following = row[at + 1] if at + 1 < len(row) else ()
    if at + 1 >= len(columns.names) or columns.names[at + 1] not in _SAYING_HOW:
        found.extend(line.text for line in following[:1])
    return next((text for text in found if not is_amount(text.value)), found[0] if found else None)


def is_amount(value: str) -> bool:
    """Whether words are but an amount: then they are what is to be reached, not the statement."""
    amounts = quantities.amounts(value)
    if not amounts or any(map(str.isalnum, value[: amounts[0].start] + value[amounts[-1].end :])):
        return False
    between = (value[one.end : other.start] for one, other in pairwise(amounts))
    return not any(len(words.split()) > _MOST_JOINING for words in between)  # no "zero stops of more than 24 hours"


_MOST_JOINING = 2
"""Words between amounts that only join them: from 5 to 10, 4 out of 5."""


def fields_of_row(
    row: list[Cell], columns: Columns, statement_at: int, statement: Text | None = None, several: int = 0
) -> list[tuple[str, Text]]:
    """Return what the columns beside a statement say.

    Args:
        row: the row.
        columns: what its columns hold.
        statement_at: the column of the statement.
        statement: the statement, where it stands in another column.
        several: how many key results the row states; a cell of as many lines says something of each, not of all.
    """
    return [
        field
        for at, cell in enumerate(row)
        if at != statement_at
        and cell
        and _is_field(columns, at)
        and cell[0].text is not statement
        and (several < 2 or len(cell) != several)
        for field in _fields_of_cell(columns.names[at], cell)
    ]


def _parallel_fields(row: list[Cell], columns: Columns, statement_at: int, number: int) -> list[tuple[str, Text]]:
    """Return what cells with as many lines as there are key results say of one of them."""
    several = len(row[statement_at])
    return [
        (columns.names[at], cell[number].text)
        for at, cell in enumerate(row)
        if at != statement_at and len(cell) == several and _is_field(columns, at)
    ]


def _is_field(columns: Columns, at: int) -> bool:
    if at >= len(columns.names) or columns.names[at] in NO_FIELDS:
        return False
    return not any(column.at == at for column in columns.log)


def _fields_of_cell(name: str, cell: Cell) -> list[tuple[str, Text]]:
    """Return the field that a cell is; each of several actions in it is one."""
    if name != "action":
        return [(name, cell[0].text)]
    steps = [line.text.part(numbering(line.text.value), len(line.text.value)) for line in cell]
    return [(name, step) for step in steps if not is_placeholder(step.value)]


@cache
def _column_label() -> Pattern[str]:
    return compile_pattern(r"KRs? ?#?\d{1,2}(?:[.-]\d{1,2}){0,2} {1,3}(?=\S)", ASCII | IGNORECASE)


def without_label(text: Text, *, in_column: bool = False) -> tuple[Text | None, str]:
    """Return the words behind number and label (None without any), and the label.

    In a column of key results, `KR6.1 vs …` begins with a label that in a sentence might be a mention; and a number
    alone tells the rows apart.
    """
    value = text.value
    at = numbering(value)
    found = label(value[at:])
    if found is None and in_column and (match := _column_label().match(value, at)):
        return text.part(match.end(), len(value)), value[at : match.end()].rstrip()
    if found is None and in_column and _is_number(value):
        return None, ""
    if found is None and in_column and value[:1] in ("K", "O") and _code().fullmatch(value):
        return None, value
    if found is None:
        return (text.part(at, len(value)) if at < len(value) else None), ""
    at += found.end
    theme = theme_at(value, at) if found.label else None
    at = theme.end() if theme else at
    is_tag = (
        value[at : at + 1] in ("(", "（")
        and value[-1] in ")）"
        and not any(char in "()（）" for char in value[at + 1 : -1])
    )
    return (text.part(at, len(value)) if at < len(value) and not is_tag else None), found.label


@cache
def _code() -> Pattern[str]:
    """Match the code of a key result that names its time or its team as well: `KR-2026Q3-04`, `OKR-GTM-7`."""
    return compile_pattern(r"(?:KR|OKR|OBJ|O)(?:[-_.][A-Z0-9]{1,8}){1,3}(?<=\d)", ASCII)


_LONGEST_NUMBER = 6


def _is_number(value: str) -> bool:
    return len(value) <= _LONGEST_NUMBER and value.isascii() and value.strip("#.()").replace(".", "").isdigit()


def row_span(row: list[Cell]) -> Span:
    """Return the place of a row, from its first word to its last."""
    spans = [line.text.span for cell in row for line in cell]
    return Span(min(span.start for span in spans), max(span.end for span in spans))  # cells can stand side by side
