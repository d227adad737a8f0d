"""The period that a mapping names in two parts: `year: 2026` and `quarter: 2`."""

from okrlint.language import cycles
from okrlint.model import Piece, Text
from okrlint.reading.data.nodes import Entry, Mapping, Scalar
from okrlint.reading.data.record_shapes import key_word, names_of
from okrlint.reading.word_sets import words

_YEARS = words("year 年 年份 年度 财年 財年 fiscalyear fy okryear")
_QUARTERS = words("quarter qtr q 季度 季")
_HALVES = words("half halfyear semester 半年")
_MONTHS = words("month 月 月份")
_PARTS = _QUARTERS | _HALVES | _MONTHS
_CHINESE = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}


def year_of(node: Mapping) -> Entry | None:
    """Return the entry that names a year, and nothing else."""
    for entry in node.entries:
        if key_word(entry.key) in _YEARS and isinstance(entry.node, Scalar):
            period = cycles.cycle_of(entry.node.value)
            if period and period.kind == "year" and period.first and period.end - period.start >= len(entry.node.value):
                return entry
    return None


def dated(node: Mapping) -> Mapping:
    """Return a mapping whose period, named without its year or by a mere number, is named as a whole.

    So is that of a mapping under `cycle`.
    """
    if "cycle" not in names_of(node) and not any(key_word(entry.key) in _PARTS for entry in node.entries):
        return node
    year = year_of(node)
    entries: list[Entry] = []
    changed = False
    for name, entry in zip(names_of(node), node.entries, strict=True):
        inner = entry.node
        if isinstance(inner, Mapping) and name == "cycle":
            within = dated(inner)
            found = [each for each in within.entries if within is not inner and key_word(each.key) == "cycle"]
            entry = Entry(entry.key, found[0].node) if found else entry
        elif isinstance(inner, Scalar) and (name == "cycle" or key_word(entry.key) in _PARTS):
            text = _whole(key_word(entry.key), inner, year.node if year and isinstance(year.node, Scalar) else None)
            if text:
                entry = Entry(Scalar("cycle", *entry.key.span), Scalar.of(text, inner.plain))
        changed = changed or entry.node is not inner
        entries.append(entry)
    if not changed:
        return node
    return Mapping([entry for entry in entries if year is None or entry.key is not year.key], node.span)


def _whole(word: str, part: Scalar, year: Scalar | None) -> Text | None:
    """Return the words of a period with its year; None where it needs none, or is no period."""
    spelled = _spelled(word, part.value)
    period = cycles.cycle_of(spelled)
    if period and period.first:
        return None
    if year is None:
        return respelled(spelled, part.text) if period and spelled != part.value else None
    return dated_text(year.value, part.text, spelled)


def dated_text(year: str, text: Text, spelled: str | None = None) -> Text | None:
    """Return the words of a period that names no year with the year that stands elsewhere; None for other words."""
    joined = f"{year} {text.value}" if spelled in (None, text.value) else f"{year}-{spelled}"
    period = cycles.cycle_of(joined)
    if period is None or period.first is None or period.kind == "year":
        return None
    return respelled(joined, text)


def _spelled(word: str, value: str) -> str:
    """Return the number of a quarter, a half or a month as a period is written."""
    number = _CHINESE.get(value, value)
    if word in _QUARTERS and number in ("1", "2", "3", "4"):
        return f"Q{number}"
    if word in _HALVES and number in ("1", "2"):
        return f"H{number}"
    if word in _MONTHS and len(number) <= 2 and number.isascii() and number.isdecimal():
        return f"{int(number):02}"
    return value


def respelled(words: str, text: Text) -> Text:
    """Return words at the place of a text with which they end, or which they spell otherwise."""
    at = len(words) - len(text.value)
    if not words.endswith(text.value):
        pieces: tuple[Piece, ...] = (Piece(len(words) - 1, text.span.start, 0),)
    elif text.pieces:
        pieces = tuple(Piece(piece.at + at, piece.source, piece.length) for piece in text.pieces)
    else:
        pieces = (Piece(at, text.span.start, len(text.value) if text.raw == text.value else 0),)
    return Text.model_construct(value=words, raw=text.raw, span=text.span, pieces=pieces)
