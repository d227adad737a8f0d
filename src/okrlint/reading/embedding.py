"""A text within a text: OKRs in a string of JSON, a row of CSV that is quoted as a whole."""

from bisect import bisect_left, bisect_right

from okrlint.model import Piece, Span, Text
from okrlint.reading.drafts import Draft


class Embedding:
    """Turns places in the words of a text into places in the source that the text itself stands in."""

    __slots__ = ("_outer", "_pieces", "_starts")

    def __init__(self, outer: Text) -> None:
        self._outer = outer
        copied = outer.raw == outer.value
        self._pieces = outer.pieces or ((Piece(0, outer.span.start, len(outer.value)),) if copied else ())
        self._starts = [piece.at for piece in self._pieces]

    def span(self, inner: Span) -> Span:
        """Return where `outer.value[inner.start:inner.end]` stands in the source."""
        start = self._begin(inner.start)
        return Span(start, max(start, self._end(inner.end)) if inner.end > inner.start else start)

    def text(self, inner: Text) -> Text:
        """Return a text that was found in the words of the outer one, with its place in the source."""
        span = self.span(inner.span)
        raw = self._outer.raw[span.start - self._outer.span.start : span.end - self._outer.span.start]
        if raw == inner.value:
            return Text.model_construct(value=inner.value, raw=raw, span=span, pieces=())
        letters = inner.pieces or ((Piece(0, inner.span.start, len(inner.value)),) if inner.raw == inner.value else ())
        pieces = tuple(found for piece in letters for found in self._copied(piece))
        # Without a single piece a text counts as standing letter for letter: an empty one says that it does not.
        pieces = pieces or (Piece(0, span.start, 0),)
        return Text.model_construct(value=inner.value, raw=raw, span=span, pieces=pieces)

    def draft(self, inner: Draft) -> Draft:
        """Return an item that was found in the words of the outer text, with its places in the source."""
        draft = Draft(self.text(inner.text), self.span(inner.span), inner.label, inner.ref, inner.done)
        draft.fields = [(name, self.text(text)) for name, text in inner.fields]
        draft.children = [self.draft(child) for child in inner.children]
        draft.actions = [self.draft(action) for action in inner.actions]
        draft.checkins = [self.draft(entry) for entry in inner.checkins]
        return draft

    def _begin(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return self._outer.span.start
        piece = self._pieces[at]
        return piece.source + min(offset - piece.at, piece.length)

    def _end(self, offset: int) -> int:
        at = bisect_left(self._starts, offset) - 1
        if at >= 0:
            piece = self._pieces[at]
            if offset - piece.at <= piece.length:
                return piece.source + offset - piece.at
        return self._pieces[at + 1].source if at + 1 < len(self._pieces) else self._outer.span.end

    def _copied(self, letters: Piece) -> list[Piece]:
        """Return the parts of a run of the outer text's words that stand in the source letter for letter."""
        start, end = letters.source, letters.source + letters.length
        found = []
        for at in range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)):
            piece = self._pieces[at]
            low, high = max(piece.at, start), min(piece.at + piece.length, end)
            if low < high or start <= piece.at < end:
                found.append(Piece(letters.at + low - start, piece.source + low - piece.at, max(0, high - low)))
        return found
