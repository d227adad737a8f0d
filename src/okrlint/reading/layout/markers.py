"""Lines that are a list to the eye though no list mark-up says so: `A. …`, `b) …`, `(ii) …`, `📈 …`."""

from collections import Counter
from unicodedata import category

from okrlint.reading.fields import leading_field
from okrlint.reading.labels import label
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import Letter, lettered

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


def _take_lettered(blocks: list[Block]) -> None:
    """Take lines side by side whose letters go on from the first: `J. Smith` is no item.

    Beside such lists a first letter alone is one, too.
    """
    runs: list[list[tuple[Block, Letter]]] = [[]]
    for block in blocks:
        found = lettered(block.value) if block.kind == "line" else None
        if found and runs[-1] and found.follows(runs[-1][-1][1]):
            runs[-1].append((block, found))
        else:
            runs.append([(block, found)] if found and found.is_first() else [])
    signs = {run[0][1].signs for run in runs if len(run) >= _FEWEST_ITEMS}
    for run in runs:
        if run and run[0][1].signs in signs:
            for item, letter in run:
                _make_item(item, letter.end)


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
    counts = Counter(filter(None, pictures))
    followers = {picture for picture, count in counts.items() if picture != lead and count >= _FEWEST_ITEMS}
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
