"""Chinese words: jieba's cut behind one function, without the half second that loading jieba's dictionary takes.

jieba's word list holds 349,046 words; a document can form some hundred of them. The list is sorted by first
character, so the words that a text can form are found in the file itself; so are the figures of jieba's model of
unknown words. Nothing of jieba is imported. The cuts are those that jieba makes with its whole dictionary.
"""

import mmap
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from math import inf, log
from os import PathLike
from os.path import dirname, join
from typing import NamedTuple

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
"""Characters cut at once, so that no text takes more memory than another."""

_REMEMBERED = 50_000
"""Pairs of characters whose words are remembered: more than real documents have, and bounded."""


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


@lru_cache(maxsize=256)  # a statement is judged by several rules
def tokens(text: str) -> tuple[Token, ...]:
    """Cut `text` into words; every character belongs to exactly one of them.

    Traditional characters are cut as their simplified forms; offsets hold for both. A text of more than 1,000
    characters is cut in parts that end at a mark of punctuation where there is one.
    """
    found = []
    start = 0
    for word, tag in _segmenter().cut(simplify(text)):
        end = start + len(word)
        found.append(Token(word, start, end, tag))
        start = end
    return tuple(found)


_Tagged = tuple[str, str | None]
"""A word and its part of speech, see `Token`."""


class _Word(NamedTuple):
    """An entry of the dictionary.

    Attributes:
        length: in characters.
        score: logarithm of its share among all words of the texts that the dictionary was counted from; minus
            infinity for a character that is no word, 0 for white space and punctuation.
    """

    text: str
    length: int
    score: float
    tag: str | None


class _Entries(NamedTuple):
    """The words that begin with two characters, or with one at the end of a text.

    Attributes:
        single: the first character.
        alone: its score.
        pair: both characters, where they are a word.
        together: the score of the pair.
        lengths: of the longer words, from short to long.
        words: all of more than one character.
    """

    single: _Word
    alone: float
    pair: _Word | None
    together: float
    lengths: tuple[int, ...]
    words: dict[str, _Word]


class _WordList:
    """jieba's dict.txt: lines of word, frequency and tag, looked up in place."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        self._data = data
        self._body = data.find(b"\n" + _FIRST_HAN.encode() + b" ") + 1
        self._ranges = lru_cache(maxsize=_REMEMBERED)(self._range)

    def header(self) -> list[bytes]:
        """Return the lines that are not sorted: words with Latin letters or digits in them."""
        return self._data[: self._body].splitlines()

    def lines(self, beginning: str) -> Iterator[bytes]:
        """Yield the lines that begin with these two characters, of which the first is Han."""
        start, end = self._ranges(beginning[0])
        find, needle = self._data.find, b"\n" + beginning.encode()
        # Within the words of one character a few stand out of order, so every match is looked for.
        at = find(needle, start - 1, end)
        while at >= 0:
            stop = find(b"\n", at + 1)
            yield self._data[at + 1 : stop]
            at = find(needle, stop, end)

    def _range(self, character: str) -> tuple[int, int]:
        key = character.encode()
        return self._bisect(key), self._bisect(key + b"\xff")  # no UTF-8 has 0xff

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
    """Finds the most probable row of words, as jieba does; words that no dictionary has are told by its model."""

    def __init__(self, dictionary: str | PathLike[str] | None = None) -> None:
        folder = _folder_of_jieba()
        self._finalseg = join(folder, "finalseg")
        own = vocabulary.groups("domain_words")
        own_lines = [f"{word} {_DOMAIN_FREQUENCY} {tag}".encode() for tag, words in own.items() for word in words]
        path = dictionary or join(folder, "dict.txt")
        with open(path, "rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._words = _WordList(data) if len(data) == _KNOWN_SIZE else None
        listed = self._words.header() if self._words else data[:].splitlines()
        total = _KNOWN_TOTAL if self._words else sum(int(line.split(b" ")[1]) for line in listed)
        self._total = log(total + _DOMAIN_FREQUENCY * len(own_lines))
        self._extra: dict[str, list[bytes]] = {}
        for line in (*listed, *own_lines):
            word = line[: line.index(b" ")].decode()
            self._extra.setdefault(word[:2] if len(word) > 1 else word + " ", []).append(line)
        # What a table says never changes, so threads may share them.
        self._single = lru_cache(maxsize=_REMEMBERED)(self._character)
        self._words_from = lru_cache(maxsize=_REMEMBERED)(self._entries)
        self._run = lru_cache(maxsize=_REMEMBERED)(self._cut_run)
        self._last: tuple[str, list[_Word]] = "", []

    def cut(self, text: str) -> list[_Tagged]:
        """Return the words of a simplified text."""
        found: list[_Tagged] = []
        for part in (text,) if len(text) <= _LONGEST else _parts(text):
            self._cut_part(part, found)
        return found

    def _cut_part(self, text: str, found: list[_Tagged]) -> None:
        """Add the words of a text of limited length."""
        last, row = self._last  # both at once: threads share them
        if not last.endswith(text):
            row = self._row(text)
            self._last = text, row
        elif len(text) < len(last):  # often the rest of a clause: its best row is the rest of the clause's
            row = row[len(last) - len(text) :]
        at, end = 0, len(text)
        while at < end:
            word = row[at]
            if word.length > 1 or not word.score:
                found.append((word.text, word.tag))
                at += word.length
                continue
            begin = at
            while at < end and (word := row[at]).length == 1 and word.score:
                at += 1
            found += self._run(text[begin:at])

    def _row(self, text: str) -> list[_Word]:
        """Return for each offset the word that begins there in the best row of words up to the end.

        Scores are added in the order in which jieba adds them: of two rows that are as good, rounding tells.
        """
        words_from = self._words_from
        row: list[_Word] = []
        best = [0.0] * (len(text) + 1)
        behind = behind_pair = 0.0
        for at in range(len(text) - 1, -1, -1):
            chosen, alone, pair, together, lengths, words = words_from(text[at : at + 2])
            if not alone:  # no row of words reaches across it
                row.append(pair or chosen)
                behind, behind_pair = 0.0, behind
                continue
            score = alone + behind
            if pair is not None:
                whole = together + behind_pair
                if whole >= score:
                    chosen, score = pair, whole
            if lengths:
                for length in lengths:
                    word = words.get(text[at : at + length])
                    if word is not None:
                        whole = word.score + best[at + word.length]
                        if whole >= score:
                            chosen, score = word, whole
            row.append(chosen)
            if score == _NO_WORD:
                score = behind - self._total
            best[at] = score
            behind, behind_pair = score, behind
        row.reverse()
        return row

    def _cut_run(self, run: str) -> tuple[_Tagged, ...]:
        """Return the words of characters that stand alone in the best row: some are parts of an unknown word."""
        if len(run) == 1 or run in self._words_from(run[:2]).words:
            return tuple((char, self._single(char).tag) for char in run)
        from okrlint.language.unknown_words import unknown_words  # not every text has some

        return tuple((word, self._tag_of(word)) for word in unknown_words(self._finalseg).cut(run))

    def _tag_of(self, word: str) -> str | None:
        known = self._single(word) if len(word) == 1 else self._words_from(word[:2]).words.get(word)
        return known.tag if known else _tag(word)

    def _character(self, character: str) -> _Word:
        if not _is_joined(character):
            return _Word(character, 1, 0.0, _tag(character))
        return self._load(character + " ").get(character) or _Word(character, 1, _NO_WORD, _tag(character))

    def _entries(self, beginning: str) -> _Entries:
        if beginning == "\r\n":
            return _Entries(self._single("\r"), 0.0, _Word(beginning, 2, 0.0, "x"), 0.0, (), {})
        words = self._load(beginning) if len(beginning) > 1 else {}
        lengths = sorted({len(word) for word in words if len(word) > 2})
        single, pair = self._single(beginning[0]), words.get(beginning)
        return _Entries(single, single.score, pair, pair.score if pair else 0.0, tuple(lengths), words)

    def _load(self, beginning: str) -> dict[str, _Word]:
        lines = self._extra.get(beginning, [])
        if self._words and _is_han(beginning[0]):
            lines = [*self._words.lines(beginning), *lines]  # our own come last, and hold
        found: dict[str, _Word] = {}
        for line in lines:
            word, frequency, tag = line.decode().split(" ")
            if int(frequency) and all(map(_is_joined, word)):
                found[word] = _Word(word, len(word), log(int(frequency)) - self._total, tag)
        return found


_NO_WORD = -inf


def _tag(word: str) -> str | None:
    """Return the tag of a word that the dictionary lacks."""
    if _is_han(word[0]):
        return None
    if word[0].isdecimal():
        return "m"
    return "eng" if word.isascii() and word[0].isalpha() else "x"


@cache
def _segmenter() -> _Segmenter:
    return _Segmenter()


def _folder_of_jieba() -> str:
    spec = find_spec("jieba")  # to import it takes longer than to cut a document
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("No module named 'jieba'", name="jieba")
    return dirname(spec.origin)


def _is_han(character: str) -> bool:
    """Tell whether jieba takes a character for Han; it knows fewer of them than `folding.is_han`."""
    return _FIRST_HAN <= character <= _LAST_HAN


def _is_joined(character: str) -> bool:
    """Tell whether jieba looks for words with a character; any other is a word of its own."""
    return _is_han(character) or (character.isascii() and (character.isalnum() or character in "+#&._%-"))


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?s:.{{1,{_LONGEST}}}(?:[\s，。；、！？,;!?]|\Z)|.{{1,{_LONGEST}}})")


def _parts(text: str) -> list[str]:
    return _part_pattern().findall(text)
