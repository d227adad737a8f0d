"""What style sheets and attributes say of an element that matters to its meaning: bold, hidden, indented."""

from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

_BOLD = 600
"""The font weight from which on words are bold."""

_COLUMNS = {"px": 1 / 8, "pt": 1 / 6, "em": 2.0, "rem": 2.0, "in": 12.0, "cm": 4.7, "mm": 0.47}
"""How many columns of text a unit of length is, roughly."""

_WIDEST = 200

_MAX_SHEET = 200_000
"""How many characters of a style sheet are read."""


class Style(NamedTuple):
    """What is said of an element.

    Attributes:
        bold: whether its words are; None where nothing is said.
        hidden: whether it is not shown.
        indent: by how many columns it is indented.
        level: of a list item that a word processor wrote as a paragraph, from 1; 0 for anything else.
        marker: whether it is the marker of such an item.
    """

    bold: bool | None = None
    hidden: bool = False
    indent: int = 0
    level: int = 0
    marker: bool = False


PLAIN = Style()


@cache
def _declaration() -> Pattern[str]:
    return compile_pattern(
        r"(?:^|[;{\s])(?:font-weight\s{0,3}:\s{0,3}(?P<weight>bold(?:er)?|normal|\d{3})"
        r"|(?P<hidden>display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)"
        r"|(?:margin|padding)-left\s{0,3}:\s{0,3}(?P<length>\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})(?P<unit>[a-z]{2,3})"
        r"|mso-list\s{0,3}:\s{0,3}(?:(?P<marker>Ignore)|l\d{1,4}\slevel(?P<level>[1-9])))",
        ASCII | IGNORECASE,
    )


@lru_cache(maxsize=1024)
def style(declarations: str) -> Style:
    """Return what the value of a `style` attribute says."""
    bold, hidden, indent, level, marker = PLAIN
    for found in _declaration().finditer(declarations):
        if found["weight"]:
            weight = found["weight"].lower()
            bold = int(weight) >= _BOLD if weight.isdigit() else weight != "normal"
        elif found["length"]:
            indent = min(_WIDEST, int(float(found["length"]) * _COLUMNS.get(found["unit"].lower(), 0)))
        hidden = hidden or bool(found["hidden"])
        marker = marker or bool(found["marker"])
        level = int(found["level"] or level)
    return Style(bold, hidden, indent, level, marker)


@cache
def _rule() -> Pattern[str]:
    return compile_pattern(r"(?<![\w-])\.([\w-]{1,60})\s{0,3}\{([^{}]{0,2000})\}", ASCII)


def class_styles(sheet: str) -> dict[str, bool]:
    """Return the classes that a style sheet sets in bold, or not in bold."""
    found = {name: style(declarations).bold for name, declarations in _rule().findall(sheet[:_MAX_SHEET])}
    return {name: bold for name, bold in found.items() if bold is not None}
