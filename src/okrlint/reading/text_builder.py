"""Building a text out of the parts of a source that are left when its mark-up is dropped."""

from okrlint.model import Piece, Span, Text


class TextBuilder:
    """Collects one run of words, and where in the source each of them stands."""

    __slots__ = ("_length", "_parts", "_pieces", "_source", "end", "start")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self.start = -1
        self.end = -1

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Add what stands at this place of the source, letter for letter."""
        if end <= start:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.source + last.length == start and last.at + last.length == self._length:
            self._pieces[-1] = Piece(last.at, last.source, last.length + end - start)
        else:
            self._pieces.append(Piece(self._length, start, end - start))
        self._add(self._source[start:end], start, end)

    def write(self, words: str, start: int, end: int) -> None:
        """Add words that the source spells otherwise at this place (an entity, a line break)."""
        if not words:
            return
        if self._source[start:end] == words:
            self.copy(start, end)
        else:
            self._add(words, start, end)

    def build(self) -> Text | None:
        """Return the words without white space at either end, or None where none are left."""
        value = "".join(self._parts)
        words = value.strip()
        if not words:
            return None
        span = Span(self.start, self.end)
        raw = self._source[span.start : span.end]
        pieces = tuple(self._pieces) if raw != value else ()
        whole = Text.model_construct(value=value, raw=raw, span=span, pieces=pieces)
        return whole if words == value else whole.part(0, len(value))

    def _add(self, words: str, start: int, end: int) -> None:
        self._parts.append(words)
        self._length += len(words)
        if self.start < 0:
            self.start = start
        self.end = end


def copied_text(source: str, start: int, end: int) -> Text | None:
    """Return what stands at a place of the source, without white space at either end, or None where nothing does."""
    value = source[start:end]
    words = value.strip()
    if not words:
        return None
    if value[0].isspace():
        start += len(value) - len(value.lstrip())
    return Text.verbatim(words, start)


def joined(source: str, texts: list[Text]) -> Text:
    """Return several texts as one, with a space where a line ended (none between Chinese characters)."""
    if len(texts) == 1:
        return texts[0]
    builder = TextBuilder(source)
    previous = ""
    for text in texts:
        if previous and not (_is_wide(previous[-1]) and _is_wide(text.value[0])):
            builder.write(" ", builder.end, text.span.start)
        at = 0
        for piece in text.pieces or (Piece(0, text.span.start, len(text.value)),):
            builder.write(text.value[at : piece.at], builder.end, piece.source)
            builder.copy(piece.source, piece.source + piece.length)
            at = piece.at + piece.length
        builder.write(text.value[at:], builder.end, text.span.end)
        previous = text.value
    return builder.build() or texts[0]


def rewritten(text: Text, value: str) -> Text:
    """Return other words for the place of a text; none of them stands there letter for letter."""
    if value == text.value:
        return text
    return Text.model_construct(value=value, raw=text.raw, span=text.span, pieces=(Piece(0, text.span.start, 0),))


def _is_wide(char: str) -> bool:
    """Tell whether a character is as wide as a Chinese one, a punctuation mark for instance: no blank joins it."""
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"
