"""Chinese words: jieba's cut behind one function, without the half second that loading jieba's dictionary takes.

jieba's word list holds 349,046 words; a document can form some hundred of them. The list is sorted by first
character, so the words that a text can form are found in the file itself, and only they are handed to jieba.
The cuts are those that jieba makes with its whole dictionary.
"""

import functools
import importlib
import mmap
import re
import sys
import threading
import warnings
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import NamedTuple, Protocol

from okrlint.language import vocabulary
from okrlint.language.folding import simplify

_KNOWN_SIZE = 5_071_852
"""Bytes of the dict.txt of jieba 0.42.1, whose order is known; another file is read from end to end."""

_KNOWN_TOTAL = 60_101_967
"""Sum of all frequencies in that file."""

_FIRST_HAN, _LAST_HAN = "一", "\u9fd5"
"""The characters that jieba forms words of; the words before 一 in its list (Latin heads) are not sorted."""

_DOMAIN_FREQUENCY = 3_000
"""Frequency of our own words: more than the product of two common words' frequencies over the total, so that a
word is kept whole, and less than that of a common word."""

_LONGEST = 1_000
"""Characters cut at once: jieba's search for unknown words takes time quadratic in their length."""


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        text: the word in simplified characters, as it was looked up.
        start: where it begins in the text, in code points from 0.
        end: where it ends, exclusive.
        tag: the word's part of speech in the dictionary (`n`, `v`, `vn`, `a`, `d`, …); `m` for a number, `eng`
            for Latin letters, `x` for any other sign; None where jieba made a word that the dictionary lacks.
    """

    text: str
    start: int
    end: int
    tag: str | None


@functools.lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """Cut `text` into words; every character belongs to exactly one of them.

    Traditional characters are cut as their simplified forms; offsets hold for both. A text of more than 1,000
    characters is cut in parts that end at a mark of punctuation where there is one.
    """
    found = []
    start = 0
    segmenter = _segmenter()
    for word in segmenter.cut(simplify(text)):
        end = start + len(word)
        found.append(Token(word, start, end, segmenter.tag(word)))
        start = end
    return tuple(found)


class _Tokenizer(Protocol):
    """What we use of `jieba.Tokenizer`."""

    FREQ: dict[str, int]
    total: int
    initialized: bool

    def cut(self, sentence: str) -> Iterator[str]: ...


class _WordList:
    """jieba's dict.txt: lines of word, frequency and tag, looked up in place."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._body = data.find(b"\n" + _FIRST_HAN.encode() + b" ") + 1
        self._ranges: dict[str, tuple[int, int]] = {}

    def header(self) -> list[bytes]:
        """Return the lines that are not sorted: words with Latin letters or digits in them."""
        return self._data[: self._body].splitlines()

    def lines(self, beginning: str) -> Iterator[bytes]:
        """Yield the lines that begin with these two characters, of which the first is Han."""
        start, end = self._range(beginning[0])
        find, needle = self._data.find, b"\n" + beginning.encode()
        # Within the words of one character a few stand out of order, so every match is looked for.
        at = find(needle, start - 1, end)
        while at >= 0:
            stop = find(b"\n", at + 1)
            yield self._data[at + 1 : stop]
            at = find(needle, stop, end)

    def _range(self, character: str) -> tuple[int, int]:
        if character not in self._ranges:
            key = character.encode()
            self._ranges[character] = (self._bisect(key), self._bisect(key + b"\xff"))  # no UTF-8 has 0xff
        return self._ranges[character]

    def _bisect(self, key: bytes) -> int:
        """Return where the first line that is not less than `key` begins."""
        low, high = self._body, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            if self._data[start : start + len(key)] < key:
                low = self._data.find(b"\n", middle) + 1
            else:
                high = start
        return low


class _Segmenter:
    """A tokenizer of jieba that knows the words which the texts seen so far can form."""

    def __init__(self, dictionary: Path | None = None) -> None:
        jieba = _import_jieba()
        self._tokenizer: _Tokenizer = jieba.Tokenizer()
        self._lock = threading.Lock()
        self._primed: set[str] = set()
        own = vocabulary.groups("domain_words")
        self._own_words = {word: tag for tag, words in own.items() for word in words}
        self._tags = dict(self._own_words)
        self._words = self._open(dictionary or Path(str(jieba.__file__)).with_name("dict.txt"))
        self._add(dict.fromkeys(self._own_words, _DOMAIN_FREQUENCY))
        self._tokenizer.total += _DOMAIN_FREQUENCY * len(self._own_words)
        # Else jieba would load its dictionary at the first cut, and write a cache into a shared folder.
        self._tokenizer.initialized = True

    def cut(self, text: str) -> Iterator[str]:
        """Yield the words of a simplified text."""
        self._prime(text)
        for part in (text,) if len(text) <= _LONGEST else _parts(text):
            yield from self._tokenizer.cut(part)

    def tag(self, word: str) -> str | None:
        """Return the part of speech of a word that was cut (see `Token`)."""
        known = self._tags.get(word)
        if known:
            return known
        if _is_han(word[0]):
            return None
        if word[0].isdecimal():
            return "m"
        return "eng" if word.isascii() and word[0].isalpha() else "x"

    def _prime(self, text: str) -> None:
        """Load every word that `text` can form."""
        if self._words is None:
            return
        han = filter(_is_han, set(text))
        beginnings = {character + " " for character in han}
        beginnings.update(pair for pair in map("".join, pairwise(text)) if _is_han(pair[0]))
        with self._lock:
            for beginning in beginnings - self._primed:
                self._load(self._words.lines(beginning))
            self._primed |= beginnings

    def _open(self, path: Path) -> _WordList | None:
        """Return the word list, or None where it is not the known one and was read as a whole."""
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(data) != _KNOWN_SIZE:
            self._tokenizer.total = self._load(data[:].splitlines())
            return None
        words = _WordList(data)
        self._load(words.header())
        self._tokenizer.total = _KNOWN_TOTAL
        return words

    def _load(self, lines: Iterable[bytes]) -> int:
        """Take over words and tags (our own keep theirs); return the sum of the frequencies."""
        total = 0
        found = {}
        for line in lines:
            word, frequency, tag = line.decode().split(" ")
            total += int(frequency)
            if word not in self._own_words:
                found[word] = int(frequency)
                self._tags[word] = tag
        self._add(found)
        return total

    def _add(self, frequencies: dict[str, int]) -> None:
        # jieba goes on to longer words only from a beginning that the table has. The table only grows, and what it
        # says of a text that was primed never changes: other threads may cut meanwhile.
        table = self._tokenizer.FREQ
        for word, frequency in frequencies.items():
            table[word] = frequency
            for end in range(1, len(word)):
                table.setdefault(word[:end], 0)


@functools.cache
def _segmenter() -> _Segmenter:
    return _Segmenter()


_importing = threading.Lock()


def _import_jieba() -> ModuleType:
    """Import jieba without its prelude.

    Where setuptools is installed, jieba imports its pkg_resources (80 ms) to find its own dictionary, which we open
    ourselves; and its patterns are spelled in a way that newer Pythons warn of when they compile them.
    """
    with _importing, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        hidden = "pkg_resources" not in sys.modules
        if hidden:
            sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # documented: importing it fails
        try:
            return importlib.import_module("jieba")
        finally:
            if hidden:
                del sys.modules["pkg_resources"]


def _is_han(character: str) -> bool:
    return _FIRST_HAN <= character <= _LAST_HAN


@functools.cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?s:.{{1,{_LONGEST}}}(?:[\s，。；、！？,;!?]|\Z)|.{{1,{_LONGEST}}})")


def _parts(text: str) -> list[str]:
    return _part_pattern().findall(text)
