"""Lists and headings that are written without list mark-up: `1、`, `（1）`, `①`, `一、`, `•`, `－`, `#标题`."""

from functools import cache
from re import ASCII, VERBOSE, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.reading.outline import MAX_DEPTH, Block, Line

_CJK_NUMERALS = "一二三四五六七八九十百"
_CJK = "\u2e80-\u9fff"
_COUNTED = "倍万萬亿億元个個次天小分秒年月日周人台家条條成折"
"""What `1.5` is followed by where it is an amount, not a number of a list (`1.5 提升留存`)."""
_BULLETS = "-*+–—－•·●○▪■◦‣"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OPENERS = frozenset(_BULLETS + _CIRCLED + "（(0123456789０１２３４５６７８９第\U0001f51fo" + _CJK_NUMERALS)
"""What a marker can begin with: a cheap test before the pattern."""


@cache
def _marker_pattern() -> Pattern[str]:
    number = r"[0-9０-９]{1,3}"
    return compile_pattern(
        rf"""
          (?P<bullet>   [-*+–—－]\s+ | [-－](?=[A-Za-z{_CJK}]) | [•·●○▪■◦‣]\s* )
        | (?P<deep>     {number}(?:[.．]{number}){{1,3}}
                        (?:[.．、)）]\s*|\s+(?=[a-z]?[A-Z0-9$€£¥{_CJK}])(?![{_COUNTED}])) (?=\S) )
        | (?P<number>   {number}(?:[.．](?:\s+|(?=[^\x00-\x7f]))|、\s*|[)）]\s*) )
        | (?P<paren>    [(（](?:{number}|[{_CJK_NUMERALS}]{{1,3}})[)）]\s* )
        | (?P<circled>  (?:[①-⑳]|[0-9]\ufe0f?\u20e3|\U0001f51f)\s* )
        | (?P<inner>    o\t\s* )
        | (?P<han>      第?[{_CJK_NUMERALS}]{{1,3}}[、.．]\s* )
        """,
        ASCII | VERBOSE,
    )


def marker(value: str) -> Match[str] | None:
    """Return the list marker that a text begins with (its group tells the family), or None.

    A number needs a separator that no quantity has: `1.5 倍`, `12 streams` and `3 次` begin with none.
    """
    if not value or value[0] not in _OPENERS:
        return None
    return _marker_pattern().match(value)


def numbering(value: str) -> int:
    """Return where the words begin behind a number or another list marker; 0 without one."""
    if not value or value[0] not in _OPENERS:
        return 0
    found = _marker_pattern().match(value)
    return found.end() if found and found.end() < len(value) else 0


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


class Letter(NamedTuple):
    """A letter, or a small Roman number, that a line begins with: `B. …`, `(ii) …`. It may as well be an initial.

    Attributes:
        letters: itself.
        signs: what stands around it.
        end: where the words begin.
    """

    letters: str
    signs: str
    end: int

    def is_first(self) -> bool:
        """Whether a list may begin with it."""
        return self.letters in ("a", "A", "i")

    def follows(self, before: "Letter") -> bool:
        """Whether it is the next of the same list."""
        if self.signs != before.signs:
            return False
        if before.letters in _ROMAN[:-1] and self.letters == _ROMAN[_ROMAN.index(before.letters) + 1]:
            return True
        return len(self.letters) == len(before.letters) == 1 and ord(self.letters) == ord(before.letters) + 1


def lettered(value: str) -> Letter | None:
    """Return the letter that a line begins with, set apart as that of a list is."""
    if value[1:2] not in (".", ")", "）") and value[:1] not in ("(", "（") and value[:1] not in ("i", "v", "x"):
        return None
    match = _letter_pattern().match(value)
    return Letter(match[2], match[1] + (match[3] or match[4]), match.end()) if match else None


@cache
def _letter_pattern() -> Pattern[str]:
    return compile_pattern(r"([(（]?)([A-Za-z]|[ivx]{2,4})(?:([.)])\s{1,4}|(）)\s{0,4})(?=\S)", ASCII)


def box(value: str) -> tuple[bool | None, int]:
    """Return whether a text begins with a ticked box (None: with no box), and where its words begin.

    The box `[-]` of something that is done in part is not ticked.
    """
    if value[:1] in ("☐", "☑"):
        return value[0] == "☑", 1 + (value[1:2] == " ")
    if value[:1] == "[" and value[2:3] == "]" and value[1] in " xX-":
        return value[1] in "xX", 3 + (value[3:4] == " ")
    return None, 0


_BOXES = "☐☑["


def set_words(item: Block, line: Line) -> None:
    """Give an item its words, without the box that they begin with."""
    done, at = box(line.text.value) if line.text.value[0] in _BOXES else (None, 0)
    if done is not None and item.done is None and at < len(line.text.value):
        item.done, line = done, line.behind(at)
    item.line, item.span = line, line.text.span


class PlainLine:
    """A line of plain text and the column, from 0, at which its words begin."""

    __slots__ = ("indent", "line")

    def __init__(self, line: Line, indent: int) -> None:
        self.line = line
        self.indent = indent


def announcement(lines: list[PlainLine]) -> Block | None:
    """Return the line that is the whole paragraph and only announces what follows (`关键结果：`), or None."""
    if len(lines) != 1 or lines[0].line.text.value[-1] not in ":：" or marker(lines[0].line.text.value):
        return None
    return Block("line", lines[0].line)


def nested(lines: list[PlainLine]) -> list[Block]:
    """Return lines as items and lines of an outline.

    A line with a list marker is an item. It stands in the item before it if it is indented further, or if its
    marker is of a family that has not been used since the list began (`一、`, then `1、`, then `（1）`).
    A line without a marker stands in the item before it if it is indented further than that.
    """
    blocks: list[Block] = []
    open_items: list[tuple[int, str, Block]] = []
    for plain in lines:
        found = marker(plain.line.text.value)
        if found is None or found.end() == len(plain.line.text.value):
            while open_items and plain.indent <= open_items[-1][0]:
                open_items.pop()
            _add(blocks, open_items, Block("line", plain.line))
            continue
        family = str(found.lastgroup)
        _leave(open_items, plain.indent, family)
        block = Block("item")
        set_words(block, plain.line.behind(found.end()))
        _add(blocks, open_items, block)
        if len(open_items) < MAX_DEPTH:
            open_items.append((plain.indent, family, block))
    return blocks


def _leave(open_items: list[tuple[int, str, Block]], indent: int, family: str) -> None:
    """Drop the items that end before an item with this indentation and family of marker."""
    while open_items and open_items[-1][0] > indent:
        open_items.pop()
    for at in range(len(open_items) - 1, -1, -1):
        if open_items[at][0] < indent:
            return
        if open_items[at][1] == family:
            del open_items[at:]
            return


def _add(blocks: list[Block], open_items: list[tuple[int, str, Block]], block: Block) -> None:
    (open_items[-1][2].children if open_items else blocks).append(block)
