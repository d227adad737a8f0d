"""What is asked of one value of a field: its words, its number, its day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from re import compile as compile_pattern
from typing import TYPE_CHECKING

from okrlint.declaring.definitions import Range
from okrlint.declaring.fields import FieldValue
from okrlint.language.folding import fold, is_cjk, language_of
from okrlint.linting.interface import Context
from okrlint.linting.lexicon import Lexicon
from okrlint.model import Document
from okrlint.reading.values.inline_fields import commitment

if TYPE_CHECKING:
    from okrlint.declaring.patterns import Pattern

_SLOW_TEXTS = 3

Parts = Iterator[tuple[int, int]]

Check = Callable[[FieldValue, Context], Parts | None]
"""Returns the parts of a value that made a check hold, none where all of it did, or None where it does not hold."""

_LATIN_WORD = compile_pattern(r"[^\W_]+(?:[.,'’-][^\W_]+)*")

# fmt: off
PARTS_OF_SPEECH = (
    "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "eng", "f", "g", "h", "i", "j", "k", "l", "m", "mg", "mq",
    "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r", "rg", "rr", "rz", "s", "t", "tg", "u", "ud",
    "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq", "x", "y", "z", "zg",
)
# fmt: on
"""The tags of jieba's dictionary: n noun, nr person, ns place, v verb, vn verbal noun, a adjective, d adverb, …"""


def one_of_check(choices: tuple[str, ...], *, wanted_there: bool = True) -> Check:
    """Return a check that a value is (or is not) one of some words, whatever their case, width and script."""
    meant = (commitment(choice) for choice in choices)  # the model keeps what the author's word comes to
    wanted = frozenset(map(_plain, (*choices, *filter(None, meant))))

    def check(value: FieldValue, _: Context) -> Parts | None:
        is_one = any(_plain(name) in wanted for name in (value.words, *value.names))
        return iter(()) if is_one == wanted_there else None

    return check


def words_check(lists: Callable[[Context], Iterable[Lexicon]]) -> Check:
    """Return a check that a word of each of some lists stands in a value."""

    def check(value: FieldValue, context: Context) -> Parts | None:
        found: list[tuple[int, int]] = []
        for lexicon in lists(context):
            matches = [(match.start, match.end) for match in lexicon.find(value.words)]
            if not matches:
                return None
            found += matches
        return iter(sorted(found))

    return check


def word_lists(words: tuple[str, ...] | str, *, every: bool) -> Callable[[Context], Iterable[Lexicon]]:
    """Return what gives the word lists of which each must be found: one for any of the words, or one for each."""
    if isinstance(words, tuple):
        named = _each_word(words) if every else (Lexicon("", words),)
        return lambda _: named
    if not every:
        return lambda context: (context.lexicon(words),)
    return lambda context: _each_word(context.lexicon(words).entries)


@lru_cache(maxsize=64)
def _each_word(entries: tuple[str, ...]) -> tuple[Lexicon, ...]:
    """Return a word list for each word; exceptions are exceptions of all."""
    exceptions = [entry for entry in entries if entry.startswith("!")]
    return tuple(Lexicon("", [entry, *exceptions]) for entry in entries if not entry.startswith("!"))


def patterns_check(patterns: list["Pattern"]) -> Check:
    """Return a check that one of some patterns is found in a value.

    Where they were slow on some texts of a document, they are searched in no more of them.
    """
    from okrlint.declaring.patterns import SlowPatternError

    slow: tuple[Document, list[SlowPatternError]] | None = None

    def check(value: FieldValue, context: Context) -> Parts | None:
        nonlocal slow
        last = slow  # another thread may put another document there
        if last is None or last[0] is not context.document:
            slow = last = (context.document, [])
        errors = last[1]
        if len(errors) >= _SLOW_TEXTS:
            raise SlowPatternError(errors[0].source, errors[0].length)
        try:
            found = sorted(each for pattern in patterns for each in pattern.find(value.words))
        except SlowPatternError as error:
            errors.append(SlowPatternError(error.source, error.length))  # without what holds on to the text
            raise
        return iter(found) if found else None

    return check


def tags_check(tags: tuple[str, ...], position: str) -> Check:
    """Return a check that a word of a value, at some position, is of one of some parts of speech; of Chinese alone."""

    def check(value: FieldValue, _: Context) -> Parts | None:
        if not any(map(is_cjk, value.words)):
            return None
        from okrlint.language.segmentation import tokens

        words = [token for token in tokens(value.words) if token.text.strip() and token.tag != "x"]
        looked_at = {"first": words[:1], "last": words[-1:]}.get(position, words)
        found = [(token.start, token.end) for token in looked_at if token.tag in tags]
        return iter(found) if found else None

    return check


def amount_check(units: tuple[str, ...], limits: Range) -> Check:
    """Return a check that a value names an amount of one of some units (any, for none) that lies within limits."""

    def check(value: FieldValue, _: Context) -> Parts | None:
        from okrlint.language.quantities import amounts

        wanted = _as_read(units)

        found = [
            (amount.start, amount.end)
            for amount in amounts(value.words)
            if (not wanted or _unit(amount.unit or "") in wanted)
            and (limits.is_open or (amount.value is not None and limits.holds(amount.value)))
        ]
        return iter(found) if found else None

    return check


_CURRENCIES = {"美元": "$", "欧元": "€", "英镑": "£", "¥": "元"}
"""What is one currency, and two units where amounts are read."""


def _unit(words: str) -> str:
    plain = _plain(words)
    return _CURRENCIES.get(plain, plain)


@lru_cache(maxsize=64)
def _as_read(units: tuple[str, ...]) -> frozenset[str]:
    """Return what units are called where amounts are read: `USD` is `$`, `天` is `d`."""
    from okrlint.language.quantities import amounts

    read = {unit: amounts(f"from 1 {unit} to 2 {unit}") for unit in units}  # `3 months` alone may be a time limit
    return frozenset(_unit((found[0].unit if found else None) or unit) for unit, found in read.items())


def length_check(unit: str, limits: Range) -> Check:
    """Return a check of how many words or characters a value has; a Chinese character counts as a word."""

    def check(value: FieldValue, _: Context) -> Parts | None:
        length = len(value.words) if unit == "characters" else _words_in(value.words)
        return iter(()) if limits.holds(length) else None

    return check


def _words_in(text: str) -> int:
    """Return how many words a text has; each Chinese character counts as one."""
    characters = sum(map(is_cjk, text))
    rest = "".join(" " if is_cjk(char) else char for char in text) if characters else text
    return characters + sum(1 for _ in _LATIN_WORD.finditer(rest))


def language_check(wanted: str) -> Check:
    """Return a check that a value is in a language."""
    return lambda value, _: iter(()) if language_of(value.words) == wanted else None


def number_check(limits: Range) -> Check:
    """Return a check that a value, as a number, lies within limits; what is no number does not."""

    def check(value: FieldValue, _: Context) -> Parts | None:
        number = _number(value)
        return iter(()) if number is not None and limits.holds(number) else None

    return check


def day_check(limits: Range) -> Check:
    """Return a check that a value, as a day, lies within limits; what is no day does not."""

    def check(value: FieldValue, context: Context) -> Parts | None:
        day = _day(value, context)
        return iter(()) if day is not None and limits.holds(day) else None

    return check


def _number(value: FieldValue) -> float | None:
    """Return what a value is as a number; that of an author's own field is read from its words."""
    if value.is_number or value.is_day:
        return value.number
    from okrlint.language.quantities import amounts

    found = amounts(value.words)
    if not found or found[0].value is None:
        return None
    number = found[0].value / 100 if found[0].unit == "%" else found[0].value
    return -number if fold(value.words[: found[0].start]).strip() == "-" else number


def _day(value: FieldValue, context: Context) -> date | None:
    """Return what a value is as a day; that of an author's own field is read from its words."""
    if value.is_day or value.is_number:
        return value.day
    from okrlint.language.dates import dates

    cycle = context.document.cycle
    period = (cycle.start, cycle.end) if cycle and cycle.start and cycle.end else None
    found = dates(value.words, cycle=period, today=context.today)
    return found[0].last if found else None


def _plain(words: str) -> str:
    return " ".join(fold(words).casefold().split())
