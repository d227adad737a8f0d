"""Tables in which some rows are objectives and the rows below each are its key results."""

from okrlint.language import quantities
from okrlint.language.cycles import cycle_of
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, leading_field
from okrlint.reading.labels import label
from okrlint.reading.layout.row_drafts import add_log, fields_of_row, row_drafts, row_span, without_label
from okrlint.reading.layout.tables import Columns, cell_label, heads_columns
from okrlint.reading.outline import Block, Cell
from okrlint.reading.word_sets import words

_FIELDS = words("owner deadline weight status confidence score progress baseline target current priority")
"""What stands beside key results."""


class _Stated:
    """An objective in a row: its words, their column and that of its label, and the label."""

    __slots__ = ("at", "label", "label_at", "text")

    def __init__(self, text: Text, at: int, label_at: int, name: str = "") -> None:
        self.text = text
        self.at = at
        self.label_at = label_at
        self.label = name or None


def sectioned(table: Block, *, within: bool = False, titled: bool = True) -> list[Draft]:
    """Return the objectives of a table that states them in rows of their own; none of any other table.

    Rows below an objective are its key results if they are labelled, or stand in a column of that name. In a table
    whose very header is an objective (`| O1: … | Owner | Due |`) they are if most of them state amounts.

    Args:
        table: any table of an outline.
        within: whether it belongs to an objective: then bold rows only group its key results.
        titled: whether the document says that it holds OKRs; else what stands below `Goal 1: …` may be anything.
    """
    return _Reader(table, within=within, titled=titled).drafts() if table.rows and table.rows[0] else []


class _Reader:
    """Reads one table, row by row.

    Attributes:
        columns: what the columns hold, by the last row that names them.
        result_at: the column of the key results, where they need no label.
        named: whether a header calls that column so.
    """

    __slots__ = (
        "_found",
        "_holds_both",
        "_labelled",
        "_loose",
        "_may_be_loose",
        "_table",
        "_titled",
        "_within",
        "columns",
        "named",
        "result_at",
    )

    def __init__(self, table: Block, *, within: bool, titled: bool) -> None:
        self._table = table
        self._titled = titled
        self._within = within
        self._found: list[Draft] = []
        self._loose: list[tuple[Draft, Draft]] = []
        self._labelled = False
        """Whether some row is labelled as a key result."""
        self._holds_both = False
        """Whether the column of the key results is that of the objectives, by its name."""
        self._may_be_loose = False
        """Whether key results may do without a label below a header that is an objective."""
        self.columns = Columns(table)
        self.result_at: int | None = None
        self.named = False

    def drafts(self) -> list[Draft]:
        rows = self._table.rows
        stated = _stated(rows[0], header=True)
        if stated is not None:
            self._open_header(rows[0], stated)
            is_word = stated.at > stated.label_at and not stated.label  # as in the header of a table of goals
            is_objective = self._titled or rows[0][stated.label_at][0].text.value.lstrip("*_` ")[:1] in ("O", "o")
            beside = any(name in _FIELDS for name in self.columns.names)
            self._may_be_loose = beside and is_objective and not is_word
        else:
            self._name_columns()
        for number, row in enumerate(rows[1:], 1):
            if any(row) and not self._read(number, row):
                return []
        counts = self._may_be_loose and not self._labelled and _are_measured(self._loose)
        if self._loose and (self.named or counts):
            for objective, result in self._loose:
                objective.children.append(result)
                objective.span = Span(objective.span.start, max(objective.span.end, result.span.end))
            for objective in self._found:
                objective.children.sort(key=lambda draft: draft.span.start)
        return self._found if any(objective.children for objective in self._found) else []

    def _name_columns(self, header_at: int = 0) -> None:
        self.columns = Columns(self._table, header_at)
        names = self.columns.names
        self.result_at = next((names.index(name) for name in ("key_result", "okr", "okrs") if name in names), None)
        self.named = self.result_at is not None
        if self.result_at is not None:
            header = self.columns.headers[self.result_at]
            self._holds_both = (
                names[self.result_at] != "key_result" or canonical(header.partition("/")[0]) == "objective"
            )

    def _open_header(self, row: list[Cell], stated: _Stated) -> None:
        """Take the objective out of a header; the other cells name columns, or are its fields: `Owner: Nat`."""
        draft = self._open(row, stated)
        names = self.columns.names
        names[stated.at] = "statement"
        names[stated.label_at] = "key_result"
        self.result_at = stated.at
        for at in range(stated.at + 1, len(row)):
            field = leading_field(row[at][0].text.value) if row[at] else None
            if field is not None:
                text = row[at][0].text
                names[at] = field.name
                draft.fields.append((field.name, text.part(field.end, len(text.value))))

    def _open(self, row: list[Cell], stated: _Stated) -> Draft:
        draft = Draft(stated.text, row_span(row), stated.label)
        self._found.append(draft)
        return draft

    def _read(self, number: int, row: list[Cell]) -> bool:
        """Read a row; tell whether the table may still be one of OKRs."""
        if heads_columns(row):
            self._name_columns(number)
            return True
        stated = _stated(row) or self._bold(row)
        if stated is not None:
            draft = self._open(row, stated)
            draft.fields.extend(fields_of_row(row, self.columns, stated.label_at, stated.text))
            add_log(draft, row, self.columns)
            return True
        at = next(at for at, cell in enumerate(row) if cell)
        found = cell_label(row[at])
        if found and found.kind == "key_result":
            if not self._found:
                return False
            self._labelled = True
            self._found[-1].children.extend(row_drafts(row, at, self.columns))
            self._found[-1].span = Span(self._found[-1].span.start, row_span(row).end)
        elif self.result_at is not None and self.result_at < len(row) and row[self.result_at]:
            if not self._found:
                return not self.named
            drafts = row_drafts(row, self.result_at, self.columns)
            self._loose.extend((self._found[-1], draft) for draft in drafts)
        return True

    def _bold(self, row: list[Cell]) -> _Stated | None:
        """Return the objective that a row in bold is: nothing stands beside it, or its column is one of both kinds."""
        filled = [at for at, cell in enumerate(row) if cell and any(map(str.isalnum, cell[0].text.value))]
        if not filled or (len(filled) > 1 and not (self._holds_both and filled[0] == self.result_at)):
            return None
        if not row[filled[0]][0].is_strong or cell_label(row[filled[0]]):
            return None
        text, name = without_label(row[filled[0]][0].text)
        labels = any(objective.label for objective in self._found)
        if text is None or not (labels or (self.named and not self._within)):
            return None
        is_other = canonical(text.value) or cycle_of(text.value) or text.value[-1] in ":："
        return None if is_other else _Stated(text, filled[0], filled[0], name)


def _are_measured(loose: list[tuple[Draft, Draft]]) -> bool:
    return 2 * sum(bool(quantities.amounts(result.text.value)) for _, result in loose) >= len(loose)


def _stated(row: list[Cell], *, header: bool = False) -> _Stated | None:
    """Return the objective that a row states: `O1: …`, or a cell with its label and its words in the next.

    In a header the label may be the mere word: `| Objective | Make analytics self-serve |`.
    """
    at = next((at for at, cell in enumerate(row) if cell), None)
    if at is None:
        return None
    value = row[at][0].text.value
    found = label(value)
    if found and found.kind == "objective":
        text, name = without_label(row[at][0].text)
        if text is not None:
            return _Stated(text, at, at, name)
        name = found.label
    elif header and canonical(value) == "objective":
        name = ""
    else:
        return None
    following = row[at + 1][0].text if at + 1 < len(row) and row[at + 1] else None
    if following is None or canonical(following.value) or leading_field(following.value):
        return None
    return None if cell_label(row[at + 1]) else _Stated(following, at + 1, at, name)
