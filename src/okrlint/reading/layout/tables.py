"""Tables in which objectives and key results stand as rows."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import LabelMatch, label
from okrlint.reading.layout.fieldlines import attach_theme
from okrlint.reading.layout.roles import own_name, theme_at
from okrlint.reading.outline import Block, Cell, Line
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

_STATEMENT_COLUMNS = ("statement", "description", "title", "target", "metric", "measure")
"""Where the words stand when the column of the key results holds only `KR 1`, most likely first."""

_DAYS = words("date week 周 周次 週 週次 week# weeks")
"""Names of a column that says when."""

_TYPED = 3
"""How many columns are looked at for one that tells objectives and key results apart."""

_RECORD = 2
"""The columns of a table that has a field in each row."""


class Columns:
    """What the columns of a table hold.

    Attributes:
        names: canonical names, or the author's own words in lower case; "" for an empty header.
        headers: the words themselves; "" for an empty header.
    """

    __slots__ = ("headers", "names")

    def __init__(self, table: Block) -> None:
        header = table.rows[0] if table.rows else []
        self.headers = [cell[0].text.value if cell else "" for cell in header]
        self.names = [own_name(words) if words else "" for words in self.headers]
        if "key_result" in self.names:
            # Behind the key results, 目标 or "Goal" is what they shall reach.
            first = self.names.index("key_result")
            self.names[first:] = ["target" if name == "objective" else name for name in self.names[first:]]
        if self.names.count("score") > 1:
            # A quarter's scores: mid-quarter, projected, final. The last is the score.
            last = len(self.names) - 1 - self.names[::-1].index("score")
            self.names = [
                self.headers[at].lower() if name == "score" and at != last else name
                for at, name in enumerate(self.names)
            ]

    def day(self) -> int | None:
        """Return the column that says when, of a table with a row for each day or week."""
        return next((at for at, name in enumerate(self.names) if name in _DAYS), None)

    def at(self, name: str) -> int | None:
        """Return the first column of this name, or None."""
        return self.names.index(name) if name in self.names else None


def is_result_table(table: Block) -> bool:
    """Whether it has a row for each key result: a column of that name, or first cells that are labelled KR1, KR2."""
    names = Columns(table).names
    if is_log(table):
        return False
    if "key_result" in names:
        return any(row[names.index("key_result") : names.index("key_result") + 1] for row in table.rows[1:2])
    labels = [_cell_label(row[0]) for row in table.rows[1:] if row]
    return len(labels) > 0 and all(found is not None and found.kind == "key_result" and found.label for found in labels)


def is_log(table: Block) -> bool:
    """Whether it has a row for each day or week, and maybe a column for each key result."""
    columns = Columns(table)
    several = columns.names.count("key_result") > 1 and "objective" not in columns.names
    return columns.day() is not None or several


def holds_objectives(table: Block) -> bool:
    """Whether it holds objectives: a column of that name beside one for key results, or rows labelled as such."""
    if is_log(table):
        return False
    names = Columns(table).names
    if "objective" in names and "key_result" in names:
        return True
    if (len(names) == _RECORD and _is_record(table)) or _type_column(table) is not None:
        return True
    kinds = [found.kind for row in table.rows[1:] if row and (found := _first_label(row))]
    return kinds[:1] == ["objective"] and "key_result" in kinds


def _is_record(table: Block) -> bool:
    """Whether a row says what the objective is, and others what its key results are."""
    names = [_record_name(row) for row in table.rows]
    return "objective" in names and "key_result" in names[names.index("objective") :]


def _record_name(row: list[Cell]) -> str:
    """Return what the first of two cells says that the second is."""
    if len(row) != _RECORD or not (row[0] and row[1]):
        return ""
    name = row[0][0].text.value
    found = label(name)
    return found.kind if found and found.end == len(name) else own_name(name)


def _type_column(table: Block) -> int | None:
    """Return the column that says of each row whether it is an objective or a key result, if there is one."""
    rows = [row for row in table.rows[1:] if any(row)]
    for at in range(min(_TYPED, len(table.rows[0]) if table.rows else 0)):
        names = [own_name(row[at][0].text.value) if at < len(row) and row[at] else "" for row in rows]
        if names[:1] == ["objective"] and "key_result" in names and set(names) == {"objective", "key_result"}:
            return at
    return None


def _first_label(row: list[Cell]) -> LabelMatch | None:
    return next((_cell_label(cell) for cell in row if cell), None)


def is_rubric(table: Block) -> bool:
    """Whether its columns are grades (`1.0 | 0.7 | 0.3`) and each row says what earns them."""
    names = [cell[0].text.value.strip() if cell else "" for cell in table.rows[0][1:]] if table.rows else []
    return len(names) > 1 and "1.0" in names and all(_is_grade(name) for name in names)


def _is_grade(name: str) -> bool:
    return name in ("0", "1") or (len(name) == 3 and name[0] in "01" and name[1] == "." and name[2].isdigit())


def result_rows(table: Block) -> list[Draft]:
    """Return a table's key results, one a row (or one a line of the cell)."""
    columns = Columns(table)
    at = columns.at("key_result") or 0
    drafts = []
    for row in table.rows[1:]:
        if at < len(row) and row[at]:
            drafts.extend(_row_drafts(row, at, columns))
    return drafts


def rubric_rows(table: Block) -> list[Draft]:
    """Return the rows of a table of grades as key results; the words for the full grade are the target."""
    full = next(at for at, cell in enumerate(table.rows[0]) if cell and cell[0].text.value.strip() == "1.0")
    drafts = []
    for row in table.rows[1:]:
        if row and row[0]:
            draft = Draft(row[0][0].text, _row_span(row))
            if full < len(row) and row[full]:
                draft.fields.append(("target", row[full][0].text))
            drafts.append(draft)
    return drafts


def field_rows(table: Block) -> list[tuple[str, Text]]:
    """Return the fields of a table that has one a row: a name, and its words."""
    if not table.rows or any(len(row) != 2 for row in table.rows[:1]):
        return []
    return [
        (own_name(row[0][0].text.value), row[1][0].text) for row in table.rows if len(row) == 2 and row[0] and row[1]
    ]


def objective_rows(table: Block) -> list[Draft]:
    """Return the objectives of a table that holds them and their key results.

    A column names the objective and another its key results (an empty cell continues the objective above); or each
    row is a field and its words; or all stand in one column and the objectives are set off by their label or in bold.
    """
    columns = Columns(table)
    if len(columns.names) == _RECORD and _is_record(table):
        return _record_rows(table)
    type_at = _type_column(table)
    if type_at is not None:
        return _typed_rows(table, columns, type_at)
    objective_at, result_at = columns.at("objective"), columns.at("key_result")
    if objective_at is not None and objective_at != result_at:
        return _objective_column(table, columns, objective_at, result_at)
    return _mixed_column(table, columns)


def _objective_column(table: Block, columns: Columns, objective_at: int, result_at: int | None) -> list[Draft]:
    if columns.names.count("key_result") > 1:
        return _results_in_columns(table, columns, objective_at)
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        text, name = _without_label(cell[0].text) if cell else (None, "")
        if text is not None and not (drafts and drafts[-1].text.value == text.value):
            drafts.append(Draft(text, _row_span(row), name or None))
            if result_at is None:
                drafts[-1].fields.extend(_fields(row, columns, objective_at))
        if drafts and result_at is not None and result_at < len(row) and row[result_at]:
            results = _row_drafts(row, result_at, columns)
            if len(results) > 1 and not drafts[-1].children:  # the other columns are about all of them
                drafts[-1].fields.extend(_fields(row, columns, objective_at))
            drafts[-1].children.extend(results)
            drafts[-1].span = Span(drafts[-1].span.start, _row_span(row).end)
    return drafts


def _results_in_columns(table: Block, columns: Columns, objective_at: int) -> list[Draft]:
    """Read a row for each objective, with its key results in columns: `| Objective | KR1 | KR2 |`."""
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        cell = row[objective_at] if objective_at < len(row) else ()
        text, name = _without_label(cell[0].text) if cell else (None, "")
        if text is None:
            continue
        draft = Draft(text, _row_span(row), name or None)
        draft.fields = _fields(row, columns, objective_at)
        for column, found in zip(columns.names, row, strict=False):
            if column == "key_result":
                draft.children.extend(_cell_drafts(found))
        drafts.append(draft)
    return drafts


def _cell_drafts(cell: Cell) -> list[Draft]:
    found = [_without_label(line.text, in_column=True) for line in cell]
    return [Draft(text, text.span, name or None) for text, name in found if text is not None]


def _typed_rows(table: Block, columns: Columns, type_at: int) -> list[Draft]:
    """Read a row for each item, which a column tells to be an objective or a key result of the one above."""
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        text = _statement_cell(row, type_at, columns) if type_at < len(row) and row[type_at] else None
        if text is None:
            continue
        draft = Draft(text, _row_span(row), _label_among(row))
        draft.fields = _fields(row, columns, type_at, text)
        if own_name(row[type_at][0].text.value) == "objective":
            drafts.append(draft)
        elif drafts:
            drafts[-1].children.append(draft)
            drafts[-1].span = Span(drafts[-1].span.start, draft.span.end)
    return drafts


def _label_among(row: list[Cell]) -> str | None:
    """Return the label (`KR1`) that is all that some cell says."""
    for cell in row:
        found = _cell_label(cell)
        if found and found.label and found.end >= len(cell[0].text.value):
            return found.label
    return None


def _record_rows(table: Block) -> list[Draft]:
    drafts: list[Draft] = []
    for row in table.rows:
        name = _record_name(row)
        if not name or (not drafts and name != "objective"):
            continue
        text = row[1][0].text
        found = label(row[0][0].text.value)
        draft = Draft(text, _row_span(row), found.label or None if found else None)
        if name == "objective":
            drafts.append(draft)
            continue
        if name == "key_result":
            drafts[-1].children.append(draft)
        else:
            drafts[-1].fields.append((name, text))
        drafts[-1].span = Span(drafts[-1].span.start, draft.span.end)
    return drafts


def _mixed_column(table: Block, columns: Columns) -> list[Draft]:
    drafts: list[Draft] = []
    for row in table.rows[1:]:
        at = next((at for at, cell in enumerate(row) if cell), None)
        if at is None:
            continue
        line = row[at][0]
        found = label(line.text.value)
        others = sum(1 for cell in row if cell) - 1
        if (found and found.kind == "objective") or (not found and line.is_strong and others == 0):
            text, name = _without_label(line.text)
            if text is None and at + 1 < len(row) and row[at + 1]:
                text = row[at + 1][0].text
            if text is not None:
                drafts.append(Draft(text, _row_span(row), name or None))
                drafts[-1].fields.extend(_fields(row, columns, at, text))
        elif drafts and found and found.kind == "key_result":
            drafts[-1].children.extend(_row_drafts(row, at, columns))
            drafts[-1].span = Span(drafts[-1].span.start, _row_span(row).end)
    return drafts


def _row_drafts(row: list[Cell], at: int, columns: Columns) -> list[Draft]:
    lines = row[at]
    if len(lines) > 1 and all(numbering(line.text.value) or _cell_label((line,)) for line in lines):
        return [draft for line in lines if (draft := _row_draft(row, line, at, columns, shared=True))]
    draft = _row_draft(row, lines[0], at, columns, shared=False)
    return [draft] if draft else []


def _row_draft(row: list[Cell], line: Line, at: int, columns: Columns, *, shared: bool) -> Draft | None:
    text, name = _without_label(line.text, in_column=True)
    if text is None:
        text = _statement_cell(row, at, columns)
    if text is None or not any(char.isalnum() for char in text.value):
        return None
    draft = Draft(text, text.span if shared else _row_span(row), name or None)
    theme = theme_at(line.text.value, len(name)) if name and line.text.value.startswith(name) else None
    attach_theme(draft, line.text.part(*theme.span(1)) if theme else None)
    if not shared:
        draft.fields.extend(_fields(row, columns, at, text))
    return draft


def _statement_cell(row: list[Cell], at: int, columns: Columns) -> Text | None:
    """Return the statement of a row whose own cell is only a label."""
    found = [
        row[column][0].text
        for name in _STATEMENT_COLUMNS
        if (column := columns.at(name)) is not None and column != at and column < len(row) and row[column]
    ]
    following = row[at + 1] if at + 1 < len(row) else ()
    found.extend(line.text for line in following[:1])
    return next((text for text in found if not _is_amount(text.value)), found[0] if found else None)


def _is_amount(value: str) -> bool:
    """Whether words are but an amount: then they are what is to be reached, not the statement."""
    amounts = quantities.amounts(value)
    return bool(amounts) and not any(map(str.isalnum, value[: amounts[0].start] + value[amounts[-1].end :]))


def _fields(
    row: list[Cell], columns: Columns, statement_at: int, statement: Text | None = None
) -> list[tuple[str, Text]]:
    skip = ("key_result", "objective", "id", "")
    return [
        (columns.names[at], cell[0].text)
        for at, cell in enumerate(row)
        if at != statement_at
        and cell
        and at < len(columns.names)
        and columns.names[at] not in skip
        and cell[0].text is not statement
    ]


def _cell_label(cell: Cell) -> LabelMatch | None:
    return label(cell[0].text.value) if cell else None


@cache
def _column_label() -> Pattern[str]:
    return compile_pattern(r"KRs? ?#?\d{1,2}(?:[.-]\d{1,2}){0,2} {1,3}(?=\S)", ASCII | IGNORECASE)


def _without_label(text: Text, *, in_column: bool = False) -> tuple[Text | None, str]:
    """Return the words behind number and label (None without any), and the label.

    In a column of key results, `KR6.1 vs …` begins with a label that in a sentence might be a mention.
    """
    value = text.value
    at = numbering(value)
    found = label(value[at:])
    if found is None and in_column and (match := _column_label().match(value, at)):
        return text.part(match.end(), len(value)), value[at : match.end()].rstrip()
    if found is None:
        return (text.part(at, len(value)) if at < len(value) else None), ""
    at += found.end
    theme = theme_at(value, at) if found.label else None
    at = theme.end() if theme else at
    return (text.part(at, len(value)) if at < len(value) else None), found.label


def _row_span(row: list[Cell]) -> Span:
    spans = [line.text.span for cell in row for line in cell]
    return Span(min(span.start for span in spans), max(span.end for span in spans))  # cells can stand side by side
