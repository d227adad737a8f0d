"""From cells to statements and fields."""

from collections.abc import Collection, Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold_width
from okrlint.language.quantities import amounts
from okrlint.model import Problem, Span, Text
from okrlint.reading.data.record_fields import draft_of, identify
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.labels import LabelKind, label
from okrlint.reading.plain_lines import numbering
from okrlint.reading.table_words import COMMAS, LogColumn, is_total
from okrlint.reading.tables.columns import Column
from okrlint.reading.tables.rows import Repeated, Row, cell
from okrlint.reading.tables.viva import checkins_in
from okrlint.reading.text_builder import rewritten
from okrlint.reading.values.ratings import is_placeholder

Field = tuple[str, Text]

_NUMBERS = frozenset(("weight", "confidence", "score", "progress", "baseline", "target", "current"))
_IN_WORDS = ("checkin", "progress")
"""Fields of a log that may be told in words as well as in a number."""


class Cells:
    """Reads the cells of one table.

    Args:
        columns: what they hold.
        decimal_comma: whether numbers are written with one.
        listed_owners: whether a comma always stands between two owners, never within a name.
        log: the columns that say how something was at different times, oldest first.
        problems: is told what is not understood.
    """

    __slots__ = ("_columns", "_decimal_comma", "_listed_owners", "_log", "_places", "_problems")

    def __init__(
        self,
        columns: list[Column],
        problems: list[Problem],
        *,
        decimal_comma: bool,
        listed_owners: bool,
        log: Sequence[LogColumn] = (),
    ) -> None:
        self._columns = columns
        self._decimal_comma = decimal_comma
        self._listed_owners = listed_owners
        self._log = log
        self._places = {column.at: place for place, column in enumerate(log)}
        self._problems = problems

    def statement(self, row: Row, at: int | None, kind: LabelKind | None = None) -> Draft | None:
        """Return the item that a cell states, with the row as its place; None for a cell without words of its own.

        In a cell that states an objective, `O1` is a label without a colon behind it, too.
        """
        text = cell(row, at)
        if text is None or isinstance(text, Repeated) or not _has_words(text.value):
            return None
        draft = self._stated(text, kind)
        draft.span = span_of(row)
        return draft

    def statements(self, row: Row, at: int) -> list[Draft]:
        """Return the items that a cell states: several where it is a list."""
        text = cell(row, at)
        several = text and not _LISTING.isdisjoint(text.value) and not isinstance(text, Repeated)
        parts = parts_of(text) if text and several else []
        if len(parts) < 2:
            whole = self.statement(row, at)
            return [whole] if whole else []
        return [self._stated(part) for part in parts]

    def _stated(self, text: Text, kind: LabelKind | None = None) -> Draft:
        text = text.part(numbering(text.value), len(text.value))
        draft = draft_of(text, None, text.span, self._problems)
        found = label(text.value) if kind == "objective" and draft.label is None else None
        if found and found.kind == "objective" and found.number and found.end < len(text.value):
            draft.text = text.part(found.end, len(text.value))
            draft.label = found.label
        return draft

    def field(self, row: Row, at: int) -> Field | None:
        """Return the field that a cell holds."""
        text = cell(row, at)
        name = self._columns[at].name if at < len(self._columns) else ""
        if text is None or not name:
            return None
        return name, _with_plain_year(text) if name == "cycle" else self._number(name, text)

    def _number(self, name: str, text: Text) -> Text:
        return _with_point(text) if self._decimal_comma and name in _NUMBERS else text

    def add(self, draft: Draft, row: Row, columns: list[int]) -> None:
        """Add the fields in these columns to an item."""
        for at in columns:
            field = self.field(row, at)
            if field is None:
                continue
            listed = self._listed_owners and field[0] == "owner"
            for text in field[1].split(",") if listed else [field[1]]:
                attach(draft, (field[0], text))
        if self._log:
            self.add_log(draft, row, columns)

    def add_log(self, draft: Draft, row: Row, columns: Collection[int]) -> None:
        """Add what the columns of a log say among these: an entry for each time, and the latest value as a field."""
        known = {name for name, _ in draft.fields}
        entries: dict[str, Draft] = {}
        latest: dict[str, Text] = {}
        for place in sorted(self._places[at] for at in columns if at in self._places):
            at, name, when = self._log[place]
            text = cell(row, at)
            if text is None or is_placeholder(text.value) or "\n" in text.value:
                continue
            field = _share(self._number(name, text), draft) if name == "current" else (name, self._number(name, text))
            entry = entries.get(when.value)
            if entry is None:
                entry = entries[when.value] = Draft(text.part(0, 0), text.span)
                entry.fields.append(("date", when))
            entry.span = Span(min(entry.span.start, text.span.start), max(entry.span.end, text.span.end))
            is_note = name in _IN_WORDS and not amounts(text.value)
            if is_note:
                entry.text = text
            else:
                entry.fields.append(field)
            latest[field[0]] = field[1]
        draft.checkins.extend(entries.values())
        draft.fields.extend(field for field in latest.items() if field[0] not in {"checkin", *known})

    def add_lines(self, drafts: list[Draft], row: Row, columns: list[int]) -> list[int]:
        """Add the fields in these columns to items, a line to each; return the columns with another number of lines."""
        joint = []
        for at in columns:
            field = self.field(row, at)
            lines = _unlisted(field[1]) if field else []
            if field and len(lines) == len(drafts):
                for draft, line in zip(drafts, lines, strict=True):
                    attach(draft, (field[0], line))
            else:
                joint.append(at)
        return joint


def _with_plain_year(text: Text) -> Text:
    """Return a period whose year is written as in a list to choose from, `Q3 Y2025`, with the year alone."""
    if "Y20" not in text.value:
        return text
    plain = _marked_year().sub("", text.value)
    return rewritten(text, plain) if plain != text.value else text


@cache
def _marked_year() -> Pattern[str]:
    return compile_pattern(r"(?<![A-Za-z])Y(?=20\d\d(?!\d))", ASCII)


def attach(draft: Draft, field: Field) -> None:
    """Add a field to an item; an identifier becomes its label or its reference."""
    name, text = field
    if name == "id":
        identify(draft, text.value)
    elif name == "checkin" and (entries := checkins_in(text)):
        draft.checkins.extend(entries)
    elif name == "action":
        draft.fields.extend((name, step.part(numbering(step.value), len(step.value))) for step in _steps(text))
    else:
        draft.fields.append(field)


def lines_of(text: Text) -> list[Text]:
    """Return the lines of a cell that say something."""
    return [line for line in text.split("\n") if line.value]


def parts_of(text: Text) -> list[Text]:
    """Return the statements that a cell lists; the cell itself where it is no list.

    Each stands in a line of its own, or behind a semicolon, and begins with a number, a mark or a label. Lines need
    neither where each of them has an amount.
    """
    lines = lines_of(text)
    if len(lines) > 1:
        if all(map(_is_marked, lines)) or (not _is_marked(lines[0]) and all(map(_is_measured, lines))):
            return lines
        return _labelled_parts(text) or [text]
    if _SEMICOLONS.isdisjoint(text.value):
        return lines
    parts = _split(text)
    return parts if all(map(_is_marked, parts)) else lines


_SEMICOLONS = frozenset(";；")
_LISTING = _SEMICOLONS | {"\n"}


def _split(text: Text) -> list[Text]:
    parts: list[Text] = []
    start = 0
    for at, char in enumerate(f"{text.value};"):
        if char in _SEMICOLONS:
            parts.append(text.part(start, at))
            start = at + 1
    return [part for part in parts if part.value]


def _labelled_parts(text: Text) -> list[Text]:
    """Return the lines with a label or a number of a cell that begins with one, each with those it runs on to.

    The others are remarks. A single statement is no list.
    """
    parts: list[Text] = []
    start = end = at = 0
    for line in text.value.split("\n"):
        words = line.strip()
        if words and _is_marked(text.part(at, at + len(line))):
            parts.append(text.part(start, end))
            start, end = at, at + len(line)
        elif words and text.value[start:end].endswith(tuple(COMMAS)):
            end = at + len(line)
        at += len(line) + 1
    parts.append(text.part(start, end))
    return parts[1:] if len(parts) > 2 and not parts[0].value else []


def _is_marked(line: Text) -> bool:
    return bool(numbering(line.value) or label(line.value))


def _is_measured(line: Text) -> bool:
    """Tell whether a line is a statement with an amount, and not the remark or the rest of another."""
    first = line.value[0]
    return first.isalnum() and not (first.isascii() and first.islower()) and bool(amounts(line.value))


def _steps(text: Text) -> list[Text]:
    parts = parts_of(text)
    return lines_of(text) if len(parts) == 1 else parts


def _unlisted(text: Text) -> list[Text]:
    """Return the lines of a cell, without the labels or the marks of a list that all of them begin with."""
    lines = lines_of(text)
    words = [line.part(_mark_end(line.value), len(line.value)) for line in lines]
    return words if all(len(short.value) < len(line.value) for short, line in zip(words, lines, strict=True)) else lines


def _mark_end(line: str) -> int:
    """Return where a line goes on behind the mark of a list or the label of a key result (`KR1: Ana`)."""
    found = label(line)
    end = found.end if found and found.kind == "key_result" else numbering(line)
    return end if end < len(line) else 0


def span_of(row: Row) -> Span:
    """Return where a row stands."""
    own = [text for text in row if not isinstance(text, Repeated)] or row
    return Span(own[0].span.start, own[-1].span.end)


def _has_words(value: str) -> bool:
    if not any(map(str.isalpha, value)) or is_placeholder(value) or is_total(value):
        return False
    return len(value) > _LONGEST_NAME or any(map(str.isdigit, value)) or canonical(value) not in _LEVELS


_LEVELS = ("objective", "key_result")
"""What a cell that states something says more than: in a list of terms, "Objective" is one of them."""

_LONGEST_NAME = 20


def _share(text: Text, draft: Draft) -> Field:
    """Return how far an item has come: as a share where that is in percent and the item itself is not."""
    figures = (draft.text, *(words for name, words in draft.fields if name in ("target", "baseline", "unit", "metric")))
    is_share = text.value.endswith(("%", "％")) and not any("%" in fold_width(words.value) for words in figures)
    return ("progress" if is_share else "current"), text


@cache
def _comma() -> Pattern[str]:
    return compile_pattern(r"[-+]?\d{1,15},\d{1,15}\s?%?", ASCII)


def _with_point(text: Text) -> Text:
    """Return `20,0000` as `20.0000`."""
    if not _comma().fullmatch(text.value):
        return text
    return rewritten(text, text.value.replace(",", "."))
