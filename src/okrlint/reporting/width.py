"""How wide text is on a terminal, and how it is fitted into its width."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from re import compile as compile_pattern

_CERTAIN = (
    (" ", "~", 1),
    ("\u4e00", "\u9fff", 2),
    ("\uff01", "\uff60", 2),
    ("\u3000", "\u3029", 2),
    ("\u2010", "\u2027", 1),
    ("\u2030", "\u205e", 1),
    ("\xa1", "\xac", 1),
    ("\xae", "\u02ff", 1),
    ("\u2190", "\u2319", 1),
    ("\u2460", "\u25fc", 1),
    ("\u3030", "\u303e", 2),
    ("\u3041", "\u3096", 2),
    ("\u309b", "\u30ff", 2),
    ("\uac00", "\ud7a3", 2),
    ("\uffe0", "\uffe6", 2),
    ("\u2705", "\u2705", 2),
    ("\u274c", "\u274c", 2),
    ("\u2b50", "\u2b50", 2),
    ("\U0001f300", "\U0001f320", 2),
    ("\U0001f3a0", "\U0001f3ca", 2),
    ("\U0001f442", "\U0001f4fc", 2),
    ("\U0001f5fb", "\U0001f64f", 2),
    ("\U0001f680", "\U0001f6c5", 2),
)
"""Characters, from and to, and the cells that each takes, whatever it stands beside.

They are those of nearly all documents: the tables of all others take more time to load than a report to write.
"""
_UNCERTAIN = -(1 << 60)
_MAX_KNOWN = 200
"""Characters of a text whose width is kept in mind."""
_JOINERS = "\u200c\u200d"
"""They steer no terminal, and emoji of several parts and the scripts of India are nothing without them."""
_BLANK = compile_pattern(r" (?!\])")
"""Where a line may be broken: not within an empty box (`- [ ] step`)."""
_NEVER_FIRST = frozenset(" ，。、；：？！…·～％）》〉」』】〕〗｝］”’々ー,.;:?!%)]}>/~\"'")
"""Characters that no line begins with."""
_NEVER_LAST = frozenset("（《〈「『【〔〖｛［“‘([{<￥＄#@\"'")
"""Characters that no line ends with."""
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
"""Two of them make a flag."""
_FIRST_WIDE = "\u1100"


def width(text: str) -> int:
    """Return the number of terminal cells that `text` takes; a Chinese character takes two."""
    if text.isascii() and text.isprintable():
        return len(text)
    return _known_width(text) if len(text) <= _MAX_KNOWN else _width(text)


def _width(text: str) -> int:
    certain = sum(map(_cells, text))
    if certain >= 0:
        return certain
    import wcwidth

    cells = wcwidth.wcswidth(text)
    return cells if cells >= 0 else sum(max(wcwidth.wcwidth(char), 0) for char in text)


_known_width = lru_cache(maxsize=256)(_width)  # several findings point at the same statement


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    """Return the cells that a character takes; `_UNCERTAIN` where a table must be asked, or its neighbours count."""
    for first, last, cells in _CERTAIN:
        if first <= char <= last:
            return cells
    return _UNCERTAIN


def printable(text: str) -> str:
    """Return `text` as one line: with tabs as four blanks, and without characters that steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        char
        if char.isprintable() or char in _JOINERS
        else "    "
        if char == "\t"
        else " "
        if char.isspace()
        else "\ufffd"
        for char in text
    )


def aligned(rows: Sequence[Sequence[str]], to_the_right: Collection[int] = ()) -> list[str]:
    """Return the rows of a table as lines, their columns one below the other; a column without any words has no room.

    Args:
        rows: printable cells, as many in each row.
        to_the_right: the numbers, from 0, of the columns that are aligned to the right.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            _padded(cell, room, right=at in to_the_right)
            for at, (cell, room) in enumerate(zip(row, widths, strict=True))
            if room
        ).rstrip()
        for row in rows
    ]


def _padded(cell: str, room: int, *, right: bool) -> str:
    blanks = " " * (room - width(cell))
    return blanks + cell if right else cell + blanks


def clip(text: str, cells: int) -> str:
    """Return the beginning of `text` that fits into so many cells."""
    if text.isascii() and text.isprintable():
        return text[: max(cells, 0)]
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > cells:
            return text[:index]
    return text


def wrap(text: str, cells: int) -> list[str]:
    """Return `text` on as many lines as it takes for none to be wider than `cells`, which are 2 at least.

    Lines are broken at blanks, and between characters of Chinese, which has none; but none begins with punctuation
    that closes, nor ends with what opens. What finds no place between blanks is cut where the room ends.
    """
    lines, line, used = [], "", 0
    for glue, piece in _pieces(text):
        needed = width(piece)
        if line and used + len(glue) + needed > cells:
            lines.append(line.rstrip(" "))
            line, used = "", 0
        elif line:
            line, used = line + glue, used + len(glue)
        if needed > cells:
            *full, piece = _chopped(piece, cells)
            lines += full
            needed = width(piece)
        line, used = line + piece, used + needed
    return [*lines, line.rstrip(" ")]


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield what must stay together, and the blank before it."""
    for number, word in enumerate(_BLANK.split(text)):
        glue, start = " " if number else "", 0
        for index in () if word.isascii() else range(1, len(word)):
            if _may_break(word[index - 1], word[index]):
                yield glue, word[start:index]
                glue, start = "", index
        yield glue, word[start:]


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or before in _JOINERS:
        return False
    if _SKIN_TONES[0] <= after <= _SKIN_TONES[1]:
        return False
    if _FLAG_LETTERS[0] <= before <= _FLAG_LETTERS[1] and _FLAG_LETTERS[0] <= after <= _FLAG_LETTERS[1]:
        return False
    return (_is_wide(before) or _is_wide(after)) and width(after) > 0


def _is_wide(char: str) -> bool:
    return char >= _FIRST_WIDE and width(char) == 2


def _chopped(piece: str, cells: int) -> Iterator[str]:
    start = used = 0
    for index, char in enumerate(piece):
        needed = width(char)
        if used + needed > cells and index > start:
            yield piece[start:index]
            start, used = index, 0
        used += needed
    yield piece[start:]
