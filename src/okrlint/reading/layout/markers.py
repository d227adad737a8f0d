"""Lines that are a list to the eye though no list mark-up says so: `A. …`, `b) …`, `(ii) …`, `📈 …`."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from unicodedata import category

from okrlint.reading.fields import leading_field
from okrlint.reading.labels import label
from okrlint.reading.outline import Block

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")

_FEWEST_ITEMS = 2

_FIRST_PICTURE = "\u2600"
_BOXES = "☐☑☒"

_LONGEST_PICTURE = 4
"""How many characters an emoji has at most, with those that change its looks."""


def take_lists(root: Block) -> None:
    """Make items of the lines that letters or emoji mark as a list, wherever they stand in an outline."""
    for block in (root, *root.walk()):
        lines = [child for child in block.children if child.kind == "line"]
        if len(lines) >= _FEWEST_ITEMS:
            _take_lettered(block.children)
            _take_pictured(block.children)


@cache
def _letter() -> Pattern[str]:
    return compile_pattern(r"([(（]?)([A-Za-z]|[ivx]{2,4})([.)）])\s{1,4}(?=\S)", ASCII)


def _take_lettered(blocks: list[Block]) -> None:
    """Take lines side by side whose letters go on from the first: `J. Smith` is no item."""
    run: list[tuple[Block, int]] = []
    style = ""
    for block in [*blocks, Block("line")]:
        match = _letter().match(block.value) if block.kind == "line" else None
        if match and match[1] + match[3] == style and match[2] in _following(run[-1][0].value, len(run)):
            run.append((block, match.end()))
            continue
        if len(run) >= _FEWEST_ITEMS:
            for item, end in run:
                _make_item(item, end)
        style = match[1] + match[3] if match else ""
        run = [(block, match.end())] if match and match[2] in ("a", "A", "i") else []
        style = style if run else ""


def _following(value: str, number: int) -> tuple[str, ...]:
    """Return what the next item of a list may begin with, of which so many are known."""
    capital = value.lstrip("(（")[0].isupper()
    letter = chr(ord("A" if capital else "a") + number) if number < 26 else ""
    return (letter,) if capital else (letter, *_ROMAN[number : number + 1])


def _make_item(line: Block, end: int) -> None:
    line.kind = "item"
    _drop(line, end)


def _drop(block: Block, end: int) -> None:
    if block.line is not None:
        block.line = block.line.behind(end)
        block.span = block.line.text.span


def _take_pictured(blocks: list[Block]) -> None:
    """Take lines whose emoji comes again and again below lines that begin with another one.

    `🎯 Win them over` and below it `📈 NPS from 10 to 40`: the first picture leads, the others follow.
    """
    ends = [_picture_end(block.value) if block.kind == "line" else 0 for block in blocks]
    pictures = [block.value[:end].strip() for block, end in zip(blocks, ends, strict=True)]
    lead = next(filter(None, pictures), "")
    followers = {picture for picture in pictures if picture != lead and pictures.count(picture) >= _FEWEST_ITEMS} - {""}
    behind = [after for before, after in zip(pictures, [*pictures[1:], ""], strict=True) if before == lead]
    if not lead or not followers or not followers.issuperset(behind):
        return
    for block, end, picture in zip(blocks, ends, pictures, strict=True):
        said = block.value[end:]
        if picture in followers and label(said) is None and leading_field(said) is None:
            _make_item(block, end)
        elif picture == lead:
            _drop(block, end)


def _picture_end(value: str) -> int:
    """Return where the words begin behind an emoji and a blank; 0 without one."""
    picture, blank, words = value.partition(" ")
    is_picture = picture[:1] >= _FIRST_PICTURE and picture[0] not in _BOXES and category(picture[0]) == "So"
    if not is_picture or len(picture) > _LONGEST_PICTURE or any(map(str.isalnum, picture)):
        return 0
    return len(picture) + len(blank) + len(words) - len(words.lstrip())
