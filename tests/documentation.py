"""Reads the blocks of code of a documentation page, so that tests can run them."""

import re
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).parent.parent / "docs"

_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block: the word behind its fence, what else stands there, and what stands in it."""

    language: str
    about: str
    text: str


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page of `docs/` in order."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [Block(*match.groups()) for match in _BLOCK.finditer(text)]
