"""From cells to statements and fields."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.model import Problem, Span, Text
from okrlint.reading.data.record_fields import draft_of, identify
from okrlint.reading.drafts import Draft
from okrlint.reading.labels import label
from okrlint.reading.plain_lines import numbering
from okrlint.reading.tables.columns import Column
from okrlint.reading.tables.rows import Repeated, Row, cell
from okrlint.reading.tables.viva import checkins_in
from okrlint.reading.text_builder import rewritten
from okrlint.reading.values.ratings import is_placeholder
from okrlint.reading.word_sets import words

Field = tuple[str, Text]

_TOTALS = words("total totals sum subtotal average avg 合计 合計 总计 總計 小计 小計 平均 toplam")
"""What the last rows of a table say that is no statement."""

_NUMBERS = frozenset(("weight", "confidence", "score", "progress", "baseline", "target", "current"))


class Cells:
    """Reads the cells of one table.

    Args:
        columns: what they hold.
        decimal_comma: whether numbers are written with one.
        listed_owners: whether a comma always stands between two owners, never within a name.
        problems: is told what is not understood.
    """

    __slots__ = ("_columns", "_decimal_comma", "_listed_owners", "_problems")

    def __init__(
        self, columns: list[Column], problems: list[Problem], *, decimal_comma: bool, listed_owners: bool
    ) -> None:
        self._columns = columns
        self._decimal_comma = decimal_comma
        self._listed_owners = listed_owners
        self._problems = problems

    def statement(self, row: Row, at: int | None) -> Draft | None:
        """Return the item that a cell states, with the row as its place; None for a cell without words of its own."""
        text = cell(row, at)
        if text is None or isinstance(text, Repeated) or not _has_words(text.value):
            return None
        draft = draft_of(text, None, text.span, self._problems)
        draft.span = span_of(row)
        return draft

    def statements(self, row: Row, at: int) -> list[Draft]:
        """Return the items that a cell states: several where each of its lines begins with a number or a label."""
        text = cell(row, at)
        several = text is not None and "\n" in text.value and not isinstance(text, Repeated)
        lines = lines_of(text) if text and several else []
        if len(lines) < 2 or not all(numbering(line.value) or label(line.value) for line in lines):
            whole = self.statement(row, at)
            return [whole] if whole else []
        words = [line.part(numbering(line.value), len(line.value)) for line in lines]
        return [draft_of(line, None, line.span, self._problems) for line in words]

    def field(self, row: Row, at: int) -> Field | None:
        """Return the field that a cell holds."""
        text = cell(row, at)
        name = self._columns[at].name if at < len(self._columns) else ""
        if text is None or not name:
            return None
        return name, _with_point(text) if self._decimal_comma and name in _NUMBERS else text

    def add(self, draft: Draft, row: Row, columns: list[int]) -> None:
        """Add the fields in these columns to an item."""
        for at in columns:
            field = self.field(row, at)
            if field is None:
                continue
            listed = self._listed_owners and field[0] == "owner"
            for text in field[1].split(",") if listed else [field[1]]:
                attach(draft, (field[0], text))

    def add_lines(self, drafts: list[Draft], row: Row, columns: list[int]) -> list[int]:
        """Add the fields in these columns to items, a line to each; return the columns with another number of lines."""
        joint = []
        for at in columns:
            field = self.field(row, at)
            lines = lines_of(field[1]) if field else []
            if field and len(lines) == len(drafts):
                for draft, line in zip(drafts, lines, strict=True):
                    attach(draft, (field[0], line))
            else:
                joint.append(at)
        return joint


def attach(draft: Draft, field: Field) -> None:
    """Add a field to an item; an identifier becomes its label or its reference."""
    name, text = field
    if name == "id":
        identify(draft, text.value)
    elif name == "checkin" and (entries := checkins_in(text)):
        draft.checkins.extend(entries)
    else:
        draft.fields.append(field)


def lines_of(text: Text) -> list[Text]:
    """Return the lines of a cell that say something."""
    return [line for line in text.split("\n") if line.value]


def span_of(row: Row) -> Span:
    """Return where a row stands."""
    own = [text for text in row if not isinstance(text, Repeated)] or row
    return Span(own[0].span.start, own[-1].span.end)


def _has_words(value: str) -> bool:
    return any(map(str.isalpha, value)) and not is_placeholder(value) and value.lower() not in _TOTALS


@cache
def _comma() -> Pattern[str]:
    return compile_pattern(r"[-+]?\d{1,15},\d{1,15}\s?%?", ASCII)


def _with_point(text: Text) -> Text:
    """Return `20,0000` as `20.0000`."""
    if not _comma().fullmatch(text.value):
        return text
    return rewritten(text, text.value.replace(",", "."))
