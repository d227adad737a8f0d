"""The fields of one item by name."""

from collections.abc import Callable, Sequence

from okrlint.model import Field, Problem, Text, Words
from okrlint.reading.values.inline_fields import InlineField
from okrlint.reading.word_sets import words

_ONCE = words(
    "deadline start_date confidence weight score progress status priority baseline target current "
    "unit metric kind cycle team cadence"
)
"""What an item has one of: of two, the first counts."""


class Attributes:
    """The fields of one item.

    Attributes:
        first: by name, the first field that says something.
        one: `first.get`: most items have few fields, and are asked for many.
    """

    __slots__ = ("_fields", "first", "one")

    def __init__(self, fields: list[InlineField], problems: list[Problem]) -> None:
        first: dict[str, Text] = {}
        for name, text in fields:
            if name in first or not text.value or (text.pieces and _STRIKE in text.raw):
                fields, first = _sorted_out([(each, _without_struck(words)) for each, words in fields], problems)
                break
            first[name] = text
        self._fields = fields
        self.first = first
        self.one: Callable[[str], Text | None] = first.get

    def all(self, *names: str) -> Sequence[Text]:
        """Return all fields of these names that say something, in order."""
        if self.first.keys().isdisjoint(names):
            return ()
        return [text for name, text in self._fields if name in names]

    def items(self) -> Sequence[InlineField]:
        """Return all fields that say something, in order."""
        return self._fields

    def replace(self, field: InlineField, others: list[InlineField]) -> None:
        """Put other fields in the place of one, but for those that are told without it."""
        at = self._fields.index(field)
        before, after = self._fields[:at], self._fields[at + 1 :]
        told = {name for name, _ in (*before, *after)}
        self._fields = [*before, *(other for other in others if other[0] not in told), *after]
        self.first.clear()  # `one` is its own
        for name, text in self._fields:
            self.first.setdefault(name, text)

    def rest(self, understood: frozenset[str]) -> tuple[Field, ...]:
        """Return the fields of all other names than these."""
        if understood.issuperset(self.first):
            return ()
        return tuple(
            Field.model_construct(name=name, text=text) for name, text in self._fields if name not in understood
        )


_STRIKE = "~~"


def _without_struck(text: Text) -> Text:
    """Return the words of a field without those at one of its ends that are struck through: `~~1 June~~ 15 June`."""
    at = text.raw.find(_STRIKE) if text.pieces else -1
    if at < 0:
        return text
    behind = at + len(_STRIKE)
    kept = next(
        (here for here in range(len(text.value)) if text.locate(here, here + 1).start >= text.span.start + behind), 0
    )
    if text.raw[behind : behind + 1].isspace():  # what stands before is struck
        return text.part(kept, len(text.value))
    closes = text.raw.find(_STRIKE, behind)
    return text.part(0, kept) if closes < 0 or closes == len(text.raw) - len(_STRIKE) else text


def as_written(fields: list[InlineField], source: str) -> list[InlineField]:
    """Return fields as a document writes them that has mark-up, and without those that are but computed there."""
    if not any(text.pieces or source[text.span.start - 1 : text.span.start] == "`" for _, text in fields):
        return fields
    from okrlint.reading.values.written import is_query, with_both_marks  # most fields have no marks

    found: list[InlineField] = []
    for name, text in fields:
        if is_query(text.value, text.span, source):
            continue
        span = with_both_marks(text.span, source) if text.pieces else text.span
        if span != text.span:
            raw = source[span.start : span.end]
            text = Text.model_construct(value=text.value, raw=raw, span=span, pieces=text.pieces)
        found.append((name, text))
    return found


def _sorted_out(fields: list[InlineField], problems: list[Problem]) -> tuple[list[InlineField], dict[str, Text]]:
    """Return the fields that say something and are not given twice, and the first of each name."""
    kept: list[InlineField] = []
    seen: dict[str, str] = {}
    first: dict[str, Text] = {}
    for name, text in fields:
        if name in _ONCE and name in seen:
            if text.value != seen[name]:
                problems.append(_twice(name, text))
            continue
        seen[name] = text.value
        if text.value:
            kept.append((name, text))
            first.setdefault(name, text)
    return kept, first


def _twice(name: str, text: Text) -> Problem:
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"the {name.replace('_', ' ')} is given a second time and not read; keep one of the two",
            f"重复给出了同一字段（{name}），这一处未被读取；请只保留一处",
        ),
        span=text.span,
    )
