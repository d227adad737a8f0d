"""What stands to the left and to the right of a place in a text: the context in which a number is judged.

All look-ups see a bounded stretch of text and use hashing, so judging a number takes the same time on any line.
"""

from collections.abc import Container, Iterable
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold
from okrlint.language.vocabulary import groups

_HIDDEN = "\0"
_LONGEST_WORD = 32
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Lexicon(frozenset[str]):
    """A set of words and phrases that is asked which of them starts or ends at a place of a text."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, _entries: Iterable[str]) -> None:
        self._by_first: dict[str, tuple[str, ...]] = {}  # made when asked for: most lexicons need one of the two
        self._by_last: dict[str, tuple[str, ...]] = {}

    def first(self, words: Iterable[str]) -> str:
        """Return the first of some words that is an entry, or ""."""
        for word in words:
            if word in self:
                return word
        return ""

    def at(self, text: str, start: int) -> str:
        """Return the longest entry that starts at `start`, or ""; a Latin word must end with it."""
        edges = self._by_first or self._indexed(at_end=False)
        for entry in edges.get(text[start : start + 2]) or edges.get(text[start : start + 1], ()):
            if text.startswith(entry, start) and not _within_word(text, start + len(entry)):
                return entry
        return ""

    def heads(self) -> Container[str]:
        """Return the first two characters of all entries, and the first of those that have only one."""
        return (self._by_first or self._indexed(at_end=False)).keys()

    def all_at(self, text: str, start: int) -> tuple[str, ...]:
        """Return all entries that start at `start`, the longest first; see `at`."""
        edges = self._by_first or self._indexed(at_end=False)
        found = edges.get(text[start : start + 2]) or edges.get(text[start : start + 1])
        here: tuple[str, ...] = ()
        for entry in found or ():
            if text.startswith(entry, start) and not _within_word(text, start + len(entry)):
                here += (entry,)
        return here

    def before(self, text: str, end: int) -> str:
        """Return the longest entry that ends at `end` (a space between allowed), or ""."""
        while end and text[end - 1] == " ":  # a copy up to here for rstrip would make a long text quadratic
            end -= 1
        if not end:
            return ""
        edges = self._by_last or self._indexed(at_end=True)
        for entry in edges.get(text[max(end - 2, 0) : end]) or edges.get(text[end - 1], ()):
            if text.endswith(entry, 0, end) and not _within_word(text, end - len(entry)):
                return entry
        return ""

    def all_before(self, text: str, end: int) -> tuple[str, ...]:
        """Return all entries that end at `end`, the longest first; see `before`."""
        edges = self._by_last or self._indexed(at_end=True)
        found = edges.get(text[max(end - 2, 0) : end]) or edges.get(text[end - 1 : end])
        here: tuple[str, ...] = ()
        for entry in found or ():
            if text.endswith(entry, 0, end) and not _within_word(text, end - len(entry)):
                here += (entry,)
        return here

    def _indexed(self, *, at_end: bool) -> dict[str, tuple[str, ...]]:
        edges = _by_edge(self, at_end=at_end)
        if at_end:
            self._by_last = edges
        else:
            self._by_first = edges
        return edges


def _by_edge(entries: Iterable[str], *, at_end: bool) -> dict[str, tuple[str, ...]]:
    """Return the entries by their first (or last) two characters and by the one, longest first.

    Under two characters stand all entries that such a text may hold, those of the one character as well: most
    places have no entry, and one look-up or two tell so.
    """
    edges: dict[str, list[str]] = {}
    for entry in sorted(entries, key=len, reverse=True):
        edges.setdefault(entry[-2:] if at_end else entry[:2], []).append(entry)
    for edge, found in edges.items():
        one = edge[-1] if at_end else edge[0]
        if len(edge) > 1:
            found += edges.get(one, ())
    return {edge: tuple(found) for edge, found in edges.items()}


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and is_latin(text[at - 1]) and is_latin(text[at])


@cache
def lexicon(name: str, *names: str) -> Lexicon:
    """Return the groups `names` of the word list `name` as one lexicon."""
    lists = groups(name)
    return Lexicon(frozenset().union(*(lists[group] for group in names)))


@cache
def entries_before_numbers() -> Lexicon:
    """All that is looked for before a number: where none of it stands, which is mostly so, one look-up tells so."""
    lists, labels = groups("quantity_words"), groups("names")
    limits = ("at_most", "at_least", "above", "below", "about")
    wanted = ("reach", "metric", "ranked", "window_before", "article_zh", "field", "field_colon", "vague_zh")
    return Lexicon(labels["before"].union(labels["before_zh"], *(lists[group] for group in (*limits, *wanted))))


@cache
def entries_after_numbers() -> Lexicon:
    """All that is looked for after a number, likewise; units have a lexicon of their own."""
    lists = groups("quantity_words")
    limits = ("at_least_after", "at_most_after", "about_after")
    wanted = (*limits, "per", "per_word", "often", "window_after", "field_after")
    return Lexicon(groups("names")["after_zh"].union(*(lists[group] for group in wanted)))


def is_latin(char: str) -> bool:
    """Tell whether a character is an ASCII letter."""
    return "a" <= char <= "z" or "A" <= char <= "Z"


def is_digit(char: str) -> bool:
    """Tell whether a character is an ASCII digit."""
    return "0" <= char <= "9"


class Line:
    """A text in the form in which its numbers are looked for. All offsets are those of the text itself.

    Attributes:
        text: half width, simplified, with NULs in place of code, comments, addresses, mentions and references.
        low: the same in lower case.
        length: how many characters it has, white space at either end aside.
    """

    __slots__ = ("_after", "_before", "length", "low", "text")

    def __init__(self, text: str) -> None:
        self.text = _without_marked(fold(text))
        low = self.text.lower()
        # Few capitals (İ) are two characters in lower case; then only ASCII is lowered.
        self.low = low if len(low) == len(self.text) else _ascii_lower(self.text)
        self.length = len(self.low.strip())
        self._before: dict[int, tuple[str, ...]] = {}
        self._after: dict[int, tuple[str, ...]] = {}

    def char(self, at: int) -> str:
        """Return the character at a place in lower case, or "" outside of the text."""
        return self.low[at : at + 1] if at >= 0 else ""

    def skip_space(self, at: int) -> int:
        """Return the place after one space, if one stands at `at`."""
        return at + 1 if at >= 0 and self.low.startswith(" ", at) else at

    def before(self, end: int) -> tuple[str, ...]:
        """Return what numbers are judged by and ends at `end` (spaces between allowed), longest first."""
        low = self.low
        while end and low[end - 1] == " ":
            end -= 1
        found = self._before.get(end)
        if found is None:
            found = self._before[end] = entries_before_numbers().all_before(low, end)
        return found

    def after(self, start: int) -> tuple[str, ...]:
        """Return what numbers are judged by and starts at `start` or behind one space there, longest first."""
        start += self.low.startswith(" ", start)
        found = self._after.get(start)
        if found is None:
            found = self._after[start] = entries_after_numbers().all_at(self.low, start)
        return found

    def letters_at(self, at: int) -> str:
        """Return the Latin letters that start at `at`, in lower case."""
        window = self.low[at : at + _LONGEST_WORD]
        return window[: len(window) - len(window.lstrip(_LETTERS))]

    def letters_before(self, end: int) -> str:
        """Return the Latin letters directly before `end`, in the case they are written in."""
        if end <= 0:
            return ""
        first = max(0, end - _LONGEST_WORD)
        return self.text[first + len(self.low[first:end].rstrip(_LETTERS)) : end]

    def word_before(self, end: int) -> str:
        """Return the Latin word before `end`, at most one space between, as written; "" where there is none."""
        return self.letters_before(end - 1 if self.low.startswith(" ", end - 1) and end else end)

    def starts_clause(self, at: int) -> bool:
        """Tell whether nothing, or a punctuation mark, stands before a place."""
        left = self.low[max(0, at - 4) : at].rstrip(" ")
        return not left or not (left[-1].isalnum() or left[-1] in "_-'")


def _ascii_lower(text: str) -> str:
    return text.translate({code: code + 32 for code in range(ord("A"), ord("Z") + 1)})


def _without_marked(text: str) -> str:
    """Hide what is no prose: its numbers measure nothing."""
    if "`" in text:
        text = _hide_between(text, "`", "`")
    if "[" in text or "【" in text:
        text = _blank().sub(lambda match: _HIDDEN * len(match[0]), text)
    if "<!--" in text:
        text = _hide_between(text, "<!--", "-->")
    if "://" in text or "@" in text or "#" in text:
        text = _address().sub(lambda match: _HIDDEN * len(match[0]), text)
    return text


def _hide_between(text: str, opening: str, closing: str) -> str:
    parts: list[str] = []
    done = 0
    while (start := text.find(opening, done)) >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        parts += (text[done:start], _HIDDEN * (end + len(closing) - start))
        done = end + len(closing)
    return "".join(parts) + text[done:]


@cache
def _blank() -> Pattern[str]:
    """Match a blank of a template that numbers what belongs there: [Measurable result 1]."""
    return compile_pattern(
        r"[\[【](?:[a-z-]{2,20} ){0,4}(?:result|metric|measure|target|objective|goal|outcome|kr|name|title|value"
        r"|deliverable|关键结果|目标|指标|数值) ?\d{1,2}[\]】]",
        ASCII | IGNORECASE,
    )


@cache
def _address() -> Pattern[str]:
    return compile_pattern(
        r"\b[a-z][a-z0-9+.-]{1,10}://[!-~]{1,2000}|[\w.+-]{0,64}@[\w.-]{1,64}|#\d{1,12}\b", ASCII | IGNORECASE
    )
