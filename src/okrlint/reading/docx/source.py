"""The text of a Word document, with paragraphs and table cells as places."""

from okrlint.model import Text, Words
from okrlint.reading.outline import Line, Outline
from okrlint.reading.projection import Part, Projection


class WordText(Projection):
    """The words of a Word document.

    Attributes:
        outline: its headings, lists, lines and tables.
    """

    __slots__ = ("outline",)

    def __init__(self, text: str, path: str, parts: list[Part], outline: Outline) -> None:
        super().__init__(text, path, parts)
        self.outline = outline


class Run:
    """Words that look the same.

    Attributes:
        words: without line breaks.
        bold: whether they are set in bold.
        link: whether they are a link to another place in the document.
    """

    __slots__ = ("bold", "link", "words")

    def __init__(self, words: str, *, bold: bool, link: bool) -> None:
        self.words = words
        self.bold = bold
        self.link = link


class Writer:
    """Writes one line after the other, and notes where each stands.

    Attributes:
        parts: a part for each line: the lines of a paragraph have its number and its name.
    """

    __slots__ = ("_at", "_lines", "parts")

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._lines: list[str] = []
        self._at = 0

    @property
    def text(self) -> str:
        """All that was written, a line each."""
        return "\n".join(self._lines)

    def line(self, runs: list[Run], number: int, column: int | None, place: Words) -> Line | None:
        """Write a line of a paragraph or of a cell; None where it says nothing.

        Args:
            runs: its words.
            number: as of `Part.line`; `column` and `place` likewise.
            column: of the cell, None for a paragraph.
            place: what people call it.
        """
        words = "".join(run.words for run in runs)
        said = words.strip()
        if not said:
            return None
        self.parts.append(Part(self._at, number, column, place))
        self._lines.append(said)
        text = Text.verbatim(said, self._at)
        self._at += len(said) + 1
        strong = _strong(runs) - (len(words) - len(words.lstrip()))
        refers = all(run.link or not run.words.strip() for run in runs)
        return Line(text, max(0, min(strong, len(said))), refers=refers)


def _strong(runs: list[Run]) -> int:
    """Return how many characters at the beginning are set in bold, blanks and colons among them aside."""
    count = 0
    for run in runs:
        if not run.bold and run.words.strip(" :："):
            break
        count += len(run.words)
    return count
