"""What a person sees in a cell: the words of its value under its number format."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

Value = bool | int | float | str | date | datetime | time | timedelta | None

_PRECISION = 4
"""Decimals that are kept beyond those of the format: thirds shown as 33% would make weights miss 100%."""

_LARGEST = 1e15
"""Spreadsheets keep fifteen digits."""

_MIDNIGHT = time()


class NumberFormat(NamedTuple):
    """How a number format shows numbers.

    Attributes:
        before: words before the number: `¥`.
        after: words behind it: `万`, `%`.
        decimals: how many decimals are always shown.
        thousands: whether thousands are separated.
        scale: what the number is multiplied by first: 100 for percent, 0.001 for each comma at the end.
    """

    before: str = ""
    after: str = ""
    decimals: int = 0
    thousands: bool = False
    scale: float = 1


_GENERAL = NumberFormat()


def words_of(value: Value, number_format: str = "General") -> str:
    """Return the words of a cell's value.

    Numbers are not rounded as far as a format rounds what it shows; dates are written as ISO 8601 has them, without
    the day where the format shows none.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format_of(number_format)) if abs(value) < _LARGEST else str(value)
    if isinstance(value, datetime):
        return _date(value, number_format)
    if isinstance(value, time):
        return value.isoformat("auto" if value.second or value.microsecond else "minutes")
    return str(value)


def _date(value: datetime, number_format: str) -> str:
    shown = _without_literals().sub("", number_format.lower())
    if "d" not in shown and "m" in shown and "y" in shown:
        return f"{value:%Y-%m}"
    if value.time() == _MIDNIGHT:
        return value.date().isoformat()
    return value.isoformat(" ", "minutes")


def _number(value: float, shape: NumberFormat) -> str:
    precision = max(_PRECISION, shape.decimals)
    scaled = round(value * shape.scale, precision) + 0.0  # -0 is 0
    if shape is _GENERAL and scaled != value:
        words = f"{value:.15g}"
    else:
        words = f"{scaled:{',' if shape.thousands else ''}.{precision}f}"
        whole, _, decimals = words.partition(".")
        decimals = decimals.rstrip("0").ljust(shape.decimals, "0")
        words = f"{whole}.{decimals}" if decimals else whole
    sign = "-" if words.startswith("-") else ""
    return f"{sign}{shape.before}{words.removeprefix('-')}{shape.after}"


@lru_cache(maxsize=256)
def number_format_of(code: str) -> NumberFormat:
    """Return what the section of a number format for positive numbers says; no more than its figures are understood.

    Fractions, exponents and dates are shown as plain numbers.
    """
    section = code[:200].partition(";")[0]
    if section.lower() in ("general", "@", ""):
        return _GENERAL
    before, after, figures, percent = "", "", "", False
    for token in _token().finditer(section):
        currency, quoted, escaped, digits, plain = token.group("currency", "quoted", "escaped", "digits", "plain")
        if (digits and figures) or plain in ("/", "E", "e"):
            return _GENERAL
        percent = percent or plain == "%"
        words = currency or quoted or escaped or plain or ""
        figures = figures or digits or ""
        before, after = (before, after + words) if figures else (before + words, after)
    if not figures:
        return _GENERAL
    whole = figures.rstrip(",")
    integer, _, fraction = whole.partition(".")
    scale = 0.001 ** (len(figures) - len(whole)) * (100 if percent else 1)
    return NumberFormat(before.strip(), after.strip(), fraction.count("0"), "," in integer, scale)


@lru_cache(maxsize=1)
def _token() -> Pattern[str]:
    """A part of a number format: `[$€-407]`, `"万"`, `_)`, `#,##0.00`, or a character that stands for itself."""
    return compile_pattern(
        r'\[\$(?P<currency>[^\]-]{0,8})[^\]]{0,20}\]|\[[^\]]{0,40}\]|"(?P<quoted>[^"]{0,40})"|\\(?P<escaped>.)'
        r"|[_*].|(?P<digits>[#0?](?:[#0?,.]){0,40})|(?P<plain>[^\[\"\\_*#0?])",
        ASCII,
    )


@lru_cache(maxsize=1)
def _without_literals() -> Pattern[str]:
    return compile_pattern(r'\[[^\]]{0,40}\]|"[^"]{0,40}"|\\.')
