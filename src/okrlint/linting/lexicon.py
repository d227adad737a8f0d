"""Word lists that rules hold opinions with, and looking them up in a text."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold, is_cjk

_WORD = compile_pattern(r"[A-Za-z][A-Za-z0-9'’-]*")


class LexiconMatch(NamedTuple):
    """An entry found in a text: offsets in the text, and the entry."""

    start: int
    end: int
    entry: str


class Lexicon:
    """A list of words and phrases in both languages.

    English entries match whole words in any case, phrases across single spaces; Chinese ones match wherever they
    stand, the longest first, simplified and traditional alike. An entry that begins with `!` is an exception: a
    longer expression in which a word of the list means something else (`!持续集成` beside `持续`).

    Attributes:
        name: by which rules ask for it.
        entries: as given.
    """

    def __init__(self, name: str, entries: Iterable[str]) -> None:
        self.name = name
        self.entries = tuple(entries)

    def extended(self, entries: Iterable[str]) -> "Lexicon":
        """Return this list with more entries."""
        return Lexicon(self.name, (*self.entries, *entries))

    def find(self, text: str) -> Iterator[LexiconMatch]:
        """Yield the entries in `text`, in order, longest first at each place, not overlapping."""
        return iter(self._found(text))

    def has(self, text: str) -> bool:
        """Return whether an entry stands in `text`."""
        return bool(self._found(text))

    def matches_whole(self, text: str) -> bool:
        """Return whether `text` as a whole, without white space and punctuation around it, is an entry."""
        word = fold(text).lower().strip(" \t.,:;!?()[]<>。，：；！？（）、*_`“”\"'")
        return word in self._latin or (not word.isascii() and word in self._chinese)

    def _found(self, text: str) -> list[LexiconMatch]:
        told = _told(text) if len(text) <= _MEMORABLE else _told.__wrapped__(text)
        candidates: list[tuple[int, int, str]] = []
        if not self._phrases.keys().isdisjoint(told.distinct):
            candidates += self._in_latin(told.folded, told.words)
        if told.is_chinese and not (told.grams and self._beginnings.isdisjoint(told.grams)):
            candidates += self._in_chinese(told.folded)
        if not candidates:
            return []
        candidates.sort(key=lambda found: (found[0], -found[1]))
        matches, busy = [], 0
        for start, end, entry in candidates:
            if start >= busy:
                busy = end
                if not entry.startswith("!"):
                    matches.append(LexiconMatch(start, end, entry))
        return matches

    def _in_latin(self, folded: str, words: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        places = [found.span() for found in _WORD.finditer(folded)]
        for index, word in enumerate(words):
            for phrase in self._phrases.get(word, ()):
                parts = (word,) if phrase == word else tuple(_WORD.findall(phrase))
                stop = index + len(parts)
                if words[index:stop] == parts:
                    entry = " ".join(parts)
                    name = "!" + entry if entry in self._latin_exceptions else entry
                    yield places[index][0], places[stop - 1][1], name

    def _in_chinese(self, folded: str) -> Iterator[tuple[int, int, str]]:
        for start, char in enumerate(folded):
            for length in self._lengths.get(char, ()):
                entry = folded[start : start + length]
                if entry in self._chinese_exceptions:
                    yield start, start + len(entry), "!" + entry
                elif entry in self._chinese:
                    yield start, start + len(entry), entry

    @cached_property
    def _latin(self) -> frozenset[str]:
        return self._folded(chinese=False, exceptions=False)

    @cached_property
    def _latin_exceptions(self) -> frozenset[str]:
        return self._folded(chinese=False, exceptions=True)

    @cached_property
    def _chinese(self) -> frozenset[str]:
        return self._folded(chinese=True, exceptions=False)

    @cached_property
    def _chinese_exceptions(self) -> frozenset[str]:
        return self._folded(chinese=True, exceptions=True)

    def _folded(self, *, chinese: bool, exceptions: bool) -> frozenset[str]:
        """Return the entries of one kind: a text without Chinese needs no Chinese ones, which take longest to fold."""
        entries = self._by_language[chinese]
        kind = [entry.removeprefix("!") for entry in entries if entry.startswith("!") is exceptions]
        folded = fold("\n".join(kind)).lower().split("\n")  # at once: each call costs more than a character
        return frozenset(folded if len(folded) == len(kind) else (fold(entry).lower() for entry in kind))

    @cached_property
    def _by_language(self) -> tuple[list[str], list[str]]:
        """The entries without and with Chinese characters."""
        latin: list[str] = []
        chinese: list[str] = []
        for entry in self.entries:
            (chinese if _is_chinese(entry) else latin).append(entry)
        return latin, chinese

    @cached_property
    def _phrases(self) -> dict[str, list[str]]:
        """The entries that are no Chinese by their first words; few of them are ever divided into words."""
        phrases: dict[str, list[str]] = {}
        for entry in self._latin | self._latin_exceptions:
            first = entry.partition(" ")[0]
            if not (first.isascii() and first.isalpha()):
                word = _WORD.search(entry)
                if word is None:
                    continue
                first = word[0]
            phrases.setdefault(first, []).append(entry)
        return phrases

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """The lengths of Chinese entries by their first character, the longest first."""
        lengths: dict[str, set[int]] = {}
        for entry in self._chinese | self._chinese_exceptions:
            lengths.setdefault(entry[0], set()).add(len(entry))
        return {char: sorted(options, reverse=True) for char, options in lengths.items()}

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first two characters of Chinese entries, of which a text has one that has an entry."""
        return frozenset(entry[:2] for entry in self._chinese | self._chinese_exceptions)


_MEMORABLE = 2000
"""Characters of the longest text whose words are kept for the next list."""


class _Told(NamedTuple):
    """What all lists ask of a text.

    Attributes:
        folded: in lower case.
        words: of Latin letters, in order.
        distinct: the same, each once.
        is_chinese: whether it may hold Chinese characters.
        grams: its characters, and each two of them that stand side by side; empty for a long text.
    """

    folded: str
    words: tuple[str, ...]
    distinct: frozenset[str]
    is_chinese: bool
    grams: frozenset[str] = frozenset()


@lru_cache(maxsize=256)  # each statement is looked through for dozens of lists
def _told(text: str) -> _Told:
    folded = fold(text).lower()
    words = tuple(_WORD.findall(folded.replace("’", "'")))
    if folded.isascii() or max(folded) < "〇":  # the least of what `is_cjk` holds for
        return _Told(folded, words, frozenset(words), is_chinese=False)
    grams = frozenset((*folded, *map("".join, pairwise(folded)))) if len(text) <= _MEMORABLE else frozenset[str]()
    return _Told(folded, words, frozenset(words), is_chinese=True, grams=grams)


def _is_chinese(entry: str) -> bool:
    return not entry.isascii() and any(map(is_cjk, entry))


class LexiconError(Exception):
    """A word list that cannot be read, said in words.

    Attributes:
        name: of the list.
        plugin: see `RuleRef`.
    """

    def __init__(self, message: str, name: str = "", plugin: str = "") -> None:
        super().__init__(message)
        self.name = name
        self.plugin = plugin


class LexiconRef(NamedTuple):
    """Where a word list is to be had.

    Attributes:
        name: by which rules ask for it.
        path: a text file in UTF-8, named absolutely: one entry a line; lines that begin with `#` are comments.
        plugin: see `RuleRef`.
    """

    name: str
    path: str
    plugin: str = ""

    def load(self) -> Lexicon:
        """Read the list.

        Raises:
            LexiconError: where the file is not there, or not UTF-8.
        """
        try:
            with open(self.path, encoding="utf-8") as file:
                return Lexicon(self.name, (line for raw in file if (line := raw.strip()) and not line.startswith("#")))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "is not UTF-8"
            raise LexiconError(f"{self.path}: {reason}", self.name, self.plugin) from error
