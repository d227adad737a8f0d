"""The scales that confidence values and scores are written on."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Document, Rating, Words, fold_width

SCALES = {
    "0-1": Words("from 0 to 1", "0 到 1 的小数"),
    "0-5": Words("as n/5", "五分制（n/5）"),
    "0-10": Words("as n/10", "十分制（n/10）"),
    "percent": Words("as a percentage", "百分比"),
}
"""Scales of numbers, and how they are called in a message."""

_FAMILIES = {"points": "percent"}
"""Scales that read alike: 70 beside 50% leaves no doubt."""

_TEXT_FORMATS = ("markdown", "rst", "org", "yaml", "csv", "html")
"""Formats in which a number stands as it is, whatever it is written like."""
_TYPED_FORMATS = ("json", "toml")
"""Formats in which `5/10` wants quotation marks, and 0.5 does not."""


def family(value: Rating) -> str | None:
    """Return the scale that a number is on, or None for words, traffic lights and what is on no scale."""
    scale = _FAMILIES.get(value.scale or "", value.scale)
    return scale if scale in SCALES and value.value is not None else None


def can_replace(raw: str, text: str, document: Document) -> bool:
    """Tell whether a number of a document can be replaced by another where it stands.

    In a format of types it may stand without quotation marks, unless its own signs show that it does not.
    """
    if document.format in _TYPED_FORMATS:
        return not _bare().fullmatch(raw) or bool(_decimal().fullmatch(text))
    return document.format in _TEXT_FORMATS


@cache
def _bare() -> Pattern[str]:
    """What may be a number of such a format."""
    return compile_pattern(r"[-+\w.]*", ASCII)


@cache
def _decimal() -> Pattern[str]:
    return compile_pattern(r"(?:0|[1-9]\d*)(?:\.\d+)?", ASCII)


@cache
def _number() -> Pattern[str]:
    return compile_pattern(r"\d{1,3}(?:\.\d{1,4})?(?: ?/ ?(?:5|10)| ?%)?", ASCII)


def plain_number(raw: str) -> bool:
    """Tell whether words are one number and nothing else, neither a range nor a history."""
    return bool(_number().fullmatch(fold_width(raw)))


def written_on(scale: str, value: float) -> str | None:
    """Return a value from 0 to 1 as it is written on a scale; None where it falls between two steps of it."""
    if scale == "percent":
        return f"{_exact(100 * value)}%"
    if scale == "0-10":
        return f"{_exact(10 * value)}/10"
    if scale == "0-5":
        return f"{round(5 * value)}/5" if abs(5 * value - round(5 * value)) < _SAME else None
    return f"{round(value, 4):.1f}" if abs(10 * value - round(10 * value)) < _SAME else _exact(value)


def _exact(number: float) -> str:
    return f"{round(number, 4):g}"


_SAME = 1e-6
