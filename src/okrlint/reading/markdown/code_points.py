"""From offsets that count bytes to those that count code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from okrlint.model import Span


class CodePoints:
    """Turns the parser's offsets, which count bytes of UTF-8, into offsets that count code points.

    Args:
        text: the source.
        hidden: parts of it, in order, that the parser does not get to see.

    Attributes:
        text: what the parser gets to see.
        alike: whether both offsets are the same.
    """

    _STEP = 1024

    def __init__(self, text: str, hidden: Sequence[Span] = ()) -> None:
        self._cuts: list[int] = []
        self._shifts = [0]
        if hidden:
            parts, at = [], 0
            for span in hidden:
                parts.append(text[at : span.start])
                self._cuts.append(span.start - self._shifts[-1])
                self._shifts.append(self._shifts[-1] + span.end - span.start)
                at = span.end
            text = "".join([*parts, text[at:]])
        self.text = text
        self._data = b"" if text.isascii() else text.encode()
        self.alike = not self._data and not hidden
        self._known = 0
        """The offset of bytes up to which code points are counted."""
        self._counted = 0
        self._marks: list[int] = []

    def span(self, start: int, end: int) -> Span:
        """Return where something stands in the source; what is hidden before or behind it is no part of it.

        Words come in order, so that what lies between two of them is counted once; blocks hold what comes next.
        """
        if self._data:
            if self._known <= start <= end <= self._known + self._STEP:
                first = self._counted + len(self._data[self._known : start].decode("utf-8", "ignore"))
                last = first + len(self._data[start:end].decode("utf-8", "ignore"))
            else:
                first, last = self._code_point(start), self._code_point(end)
            self._known, self._counted = end, last
            start, end = first, last
        if not self._cuts:
            return Span(start, end)
        shift = self._shifts[bisect_right(self._cuts, start)]
        return Span(start + shift, max(start + shift, end + self._shifts[bisect_left(self._cuts, end)]))

    def _code_point(self, offset: int) -> int:
        if not self._marks:
            mark = 0
            for at in range(0, len(self.text), self._STEP):
                self._marks.append(mark)
                mark += len(self.text[at : at + self._STEP].encode())
        at = bisect_right(self._marks, offset) - 1
        return at * self._STEP + len(self._data[self._marks[at] : offset].decode("utf-8", "ignore"))
