"""What stands to the left and to the right of a place in a text: the context in which a number is judged.

All look-ups see a bounded stretch of text and use hashing, so judging a number takes the same time on any line.
"""

from collections.abc import Iterable
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold
from okrlint.language.vocabulary import groups

_HIDDEN = "\0"
_LONGEST_WORD = 32


class Lexicon:
    """A set of words and phrases that is asked which of them starts or ends at a place of a text."""

    __slots__ = ("_entries", "_lengths_by_first", "_lengths_by_last")

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries = frozenset(entries)
        self._lengths_by_first = _lengths(self._entries, 0)
        self._lengths_by_last = _lengths(self._entries, -1)

    def __contains__(self, word: str) -> bool:
        return word in self._entries

    def at(self, text: str, start: int) -> str:
        """Return the longest entry that starts at `start`, or ""; a Latin word must end with it."""
        for length in self._lengths_by_first.get(text[start : start + 1], ()):
            entry = text[start : start + length]
            if entry in self._entries and not _within_word(text, start + length):
                return entry
        return ""

    def before(self, text: str, end: int) -> str:
        """Return the longest entry that ends at `end` (a space between allowed), or ""."""
        while end and text[end - 1] == " ":  # a copy up to here for rstrip would make a long text quadratic
            end -= 1
        for length in self._lengths_by_last.get(text[end - 1 : end], ()) if end else ():
            start = end - length
            if start >= 0 and text[start:end] in self._entries and not _within_word(text, start):
                return text[start:end]
        return ""


def _lengths(entries: Iterable[str], index: int) -> dict[str, tuple[int, ...]]:
    """Return which lengths the entries with each first (or last) character have, longest first."""
    lengths: dict[str, set[int]] = {}
    for entry in entries:
        lengths.setdefault(entry[index], set()).add(len(entry))
    return {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()}


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and is_latin(text[at - 1]) and is_latin(text[at])


@cache
def lexicon(name: str, *names: str) -> Lexicon:
    """Return the groups `names` of the word list `name` as one lexicon."""
    lists = groups(name)
    return Lexicon(frozenset().union(*(lists[group] for group in names)))


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
    """

    __slots__ = ("low", "text")

    def __init__(self, text: str) -> None:
        self.text = _without_marked(fold(text))
        low = self.text.lower()
        # Few capitals (İ) are two characters in lower case; then only ASCII is lowered.
        self.low = low if len(low) == len(self.text) else _ascii_lower(self.text)

    def char(self, at: int) -> str:
        """Return the character at a place in lower case, or "" outside of the text."""
        return self.low[at : at + 1] if at >= 0 else ""

    def skip_space(self, at: int) -> int:
        """Return the place after one space, if one stands at `at`."""
        return at + 1 if self.char(at) == " " else at

    def letters_at(self, at: int) -> str:
        """Return the Latin letters that start at `at`, in lower case."""
        low, end = self.low, at
        last = min(len(low), at + _LONGEST_WORD)
        while end < last and "a" <= low[end] <= "z":
            end += 1
        return low[at:end]

    def letters_before(self, end: int) -> str:
        """Return the Latin letters directly before `end`, in the case they are written in."""
        low, start = self.low, end
        first = max(0, end - _LONGEST_WORD)
        while start > first and "a" <= low[start - 1] <= "z":
            start -= 1
        return self.text[start:end]

    def word_before(self, end: int) -> str:
        """Return the Latin word before `end`, at most one space between, as written; "" where there is none."""
        return self.letters_before(end - 1 if self.char(end - 1) == " " else end)

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
def _address() -> Pattern[str]:
    return compile_pattern(
        r"\b[a-z][a-z0-9+.-]{1,10}://[!-~]{1,2000}|[\w.+-]{0,64}@[\w.-]{1,64}|#\d{1,12}\b", ASCII | IGNORECASE
    )
