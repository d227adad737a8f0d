"""Word lists that rules hold opinions with, and looking them up in a text."""

from collections.abc import Iterable, Iterator
from functools import cached_property
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
        folded = fold(text).lower()
        busy = 0
        for start, end, entry in sorted(self._candidates(folded), key=lambda found: (found[0], -found[1])):
            if start < busy:
                continue
            busy = end
            if not entry.startswith("!"):
                yield LexiconMatch(start, end, entry)

    def has(self, text: str) -> bool:
        """Return whether an entry stands in `text`."""
        return next(self.find(text), None) is not None

    def matches_whole(self, text: str) -> bool:
        """Return whether `text` as a whole, without white space and punctuation around it, is an entry."""
        word = fold(text).lower().strip(" \t.,:;!?()[]<>。，：；！？（）、*_`“”\"'")
        return word in self._whole

    def _candidates(self, folded: str) -> Iterator[tuple[int, int, str]]:
        found = [(match.start(), match.end()) for match in _WORD.finditer(folded)]
        words = [folded[start:end].replace("’", "'") for start, end in found]
        for index, word in enumerate(words):
            for phrase in self._english.get(word, ()):
                stop = index + len(phrase)
                if words[index:stop] == phrase:
                    entry = " ".join(phrase)
                    name = "!" + entry if entry in self._exceptions else entry
                    yield found[index][0], found[stop - 1][1], name
        if folded.isascii():
            return
        for start, char in enumerate(folded):
            for length in self._chinese_lengths.get(char, ()):
                entry = folded[start : start + length]
                if entry in self._exceptions:
                    yield start, start + len(entry), "!" + entry
                elif entry in self._chinese:
                    yield start, start + len(entry), entry

    @cached_property
    def _exceptions(self) -> frozenset[str]:
        return frozenset(fold(entry[1:]).lower() for entry in self.entries if entry.startswith("!"))

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(fold(entry).lower() for entry in self.entries if not entry.startswith("!"))

    @cached_property
    def _english(self) -> dict[str, list[list[str]]]:
        phrases: dict[str, list[list[str]]] = {}
        for entry in self._whole | self._exceptions:
            words = _WORD.findall(entry)
            if words and not any(map(is_cjk, entry)):
                phrases.setdefault(words[0], []).append(words)
        for options in phrases.values():
            options.sort(key=len, reverse=True)
        return phrases

    @cached_property
    def _chinese(self) -> frozenset[str]:
        return frozenset(entry for entry in self._whole if any(map(is_cjk, entry)))

    @cached_property
    def _chinese_lengths(self) -> dict[str, list[int]]:
        lengths: dict[str, set[int]] = {}
        for entry in self._chinese | frozenset(e for e in self._exceptions if any(map(is_cjk, e))):
            lengths.setdefault(entry[0], set()).add(len(entry))
        return {char: sorted(options, reverse=True) for char, options in lengths.items()}


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
