"""The values that objectives and key results carry: text, owners, dates, shares and quantities."""

from bisect import bisect_left, bisect_right
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple

from .base import Span, Value


class Piece(NamedTuple):
    """A run of a text that stands in the source letter for letter."""

    at: int
    """Offset in the text."""
    source: int
    """Offset in the source."""
    length: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.at + self.length


_at, _end = attrgetter("at"), attrgetter("end")
_new_tuple = tuple.__new__
"""What makes a named tuple of a tuple: without the call of Python that its own constructor is."""


class Text(Value):
    """Words as they read, and where each of them stands.

    Attributes:
        value: what the text says: no label, no bullet, no mark-up, escapes resolved.
        pieces: how offsets of `value` map to the source; empty where `value` is `raw` itself.
    """

    value: str
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def verbatim(cls, words: str, start: int) -> "Text":
        """Return words that stand in the source letter for letter, from an offset on."""
        span = _new_tuple(Span, (start, start + len(words)))  # dozens are made of each document
        return Text._of({"raw": words, "span": span, "value": words, "pieces": ()})

    def __str__(self) -> str:
        return self.value

    def locate(self, start: int, end: int) -> Span:
        """Return where `value[start:end]` stands in the source.

        Characters that the source spells otherwise (an escape, an entity) are widened to their whole spelling.
        """
        if not self.pieces:
            if self.raw != self.value:  # nothing of it stands there letter for letter
                return self.span
            return Span(self.span.start + start, self.span.start + end)
        return Span(self._source(start, after=False), self._source(end, after=True))

    def part(self, start: int, end: int) -> "Text":
        """Return `value[start:end]` without white space at either end, as a text with a place of its own."""
        value = self.value
        whole = value[start:end]
        words = whole.strip()
        if len(words) != len(whole):
            start += len(whole) - len(whole.lstrip())
        if words and not self.pieces and self.raw == value:
            if len(words) == len(value):
                return self
            return Text.verbatim(words, self.span[0] + start)
        end = start + len(words)
        span = self.locate(start, end) if words else Span(*(self.locate(start, start)[:1] * 2))
        raw = self.raw[span.start - self.span.start : span.end - self.span.start]
        pieces = []
        first, last = bisect_left(self.pieces, start, key=_end), bisect_left(self.pieces, end, key=_at)
        for piece in self.pieces[first:last]:
            low, high = max(piece.at, start), min(piece.end, end)
            if low < high or (not piece.length and start <= piece.at < end):  # an empty one still marks a place
                pieces.append(Piece(low - start, piece.source + low - piece.at, high - low))
        return Text.model_construct(value=words, raw=raw, span=span, pieces=tuple(pieces) if raw != words else ())

    def excerpt(self, start: int, end: int) -> tuple[Span, str]:
        """Return where `part(start, end)` stands, and its words as written."""
        words = self.value[start:end]
        if words and words == words.strip() and not self.pieces and self.raw == self.value:
            first = self.span[0] + start
            return _new_tuple(Span, (first, first + len(words))), words
        part = self.part(start, end)
        return part.span, part.raw

    def split(self, separators: str) -> list["Text"]:
        """Return what stands between characters that are one of these, each part with a place of its own."""
        ends = [at for at, char in enumerate(self.value) if char in separators]
        starts = [0, *(at + 1 for at in ends)]
        return [self.part(start, end) for start, end in zip(starts, [*ends, len(self.value)], strict=True)]

    def _source(self, offset: int, *, after: bool) -> int:
        at = (bisect_left if after else bisect_right)(self.pieces, offset, key=_end)
        if at == len(self.pieces) and after:
            return self.span.end
        if at < len(self.pieces) and (inside := offset - self.pieces[at].at) >= 0:
            return self.pieces[at].source + inside
        if after:
            return self.pieces[at].source
        before = self.pieces[at - 1] if at else None
        return before.source + before.length if before else self.span.start


class LinkedText(Text):
    """Words that are a link: what an item, or a document, says that it contributes to.

    Attributes:
        target: where it leads (`../company.md#o2`), as written.
    """

    target: str


class Owner(Value):
    """Who answers for an item.

    Attributes:
        value: the name, without `@`, brackets or mark-up.
        handle: whether it was written as a mention (`@name`).
    """

    value: str
    handle: bool = False

    def __str__(self) -> str:
        return self.value


DateProblem = Literal["invalid", "ambiguous", "relative", "vague", "unread"]


class Deadline(Value):
    """A day by which something is due.

    Attributes:
        value: the last day that is still in time (a month means its last day); None where the words name no
            one day: no year can be told, or see `problem`.
        start: the first day of the period that the words name (a day: the same as `value`).
        month_day: month and day where the year cannot be told.
        problem: "invalid" (no such day), "ambiguous" (two readings, 03/04/2026), "relative" (counted from an
            event whose day is not told: within 6 months of launch, 两周内; a deadline all the same, whose words are
            `raw`), "vague" (soon, 尽快, or a blank that was never filled in: X月), or "unread" (not understood as
            a date).
    """

    value: date | None = None
    start: date | None = None
    month_day: tuple[int, int] | None = None
    problem: DateProblem | None = None


class Cycle(Value):
    """The period that a set of OKRs covers.

    Attributes:
        value: its normal name: 2026-Q2, 2026-H1, 2026, 2026-05, 2026-03/2026-04.
        start: its first day; None where the words do not tell the year.
        end: its last day.
        place: where it was named: "field", "title", "heading", "path" or "text".
        problem: "invalid" for a period that does not exist (2026 Q5).
    """

    value: str
    start: date | None = None
    end: date | None = None
    place: Literal["field", "title", "heading", "path", "text"] = "field"
    problem: DateProblem | None = None


RatingProblem = Literal["range", "ambiguous", "unread", "placeholder"]


class Rating(Value):
    """A number on a scale.

    Attributes:
        value: from 0 to 1; None where it cannot be told.
        scale: how it was written: "0-1", "0-5", "0-10", "percent", "points" (a whole number up to 100),
            "levels" (high, medium, low), "signal" (green, amber, red) or "tenths" (七成).
        problem: "range" (outside of its scale), "ambiguous" (a lone 1: one of ten, or all?), "placeholder"
            (TODO) or "unread".
    """

    value: float | None = None
    scale: str | None = None
    problem: RatingProblem | None = None


class Confidence(Rating):
    """How likely its owner holds an item to be reached, 0 to 1."""


class Weight(Rating):
    """The share of effort that an item has among its siblings, 0 to 1.

    Attributes:
        points: the bare number, where weights may be relative (1, 3, 2) and only the sum tells.
    """

    points: float | None = None


class Score(Rating):
    """What was reached at the end, 0 to 1."""


class Quantity(Value):
    """A number with its unit, as a target, a baseline or a current value.

    Attributes:
        value: one number, its magnitude multiplied in (4w is 40000; 22% is 22 with unit %); None where the
            words name no single number.
        unit: as written, normalised to half width; None where there is none.
        comparator: "<", "<=", ">", ">=", "~" or None.
    """

    value: float | None = None
    unit: str | None = None
    comparator: str | None = None
