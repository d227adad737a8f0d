"""Words that no dictionary has: where they end by jieba's model, which knows how often a character begins or ends one.

The model is a table of 35,224 figures. Loading it takes longer than linting a document, so the figures of the few
characters that are asked for are looked up in the file itself, which is sorted.
"""

import mmap
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.machinery import SourceFileLoader
from os.path import getsize, isfile, join
from types import ModuleType
from typing import Any

_KNOWN_SIZE = 1_321_732
"""Bytes of the prob_emit.py of jieba 0.42.1, whose order is known; another file is loaded as a whole."""

_PLACES = {"B": 44, "E": 257_065, "M": 536_092, "S": 775_820}
"""Where in that file the table of a state begins, in bytes."""

_STATES = "BMES"
"""Where a character stands in a word: it begins it, is in the middle, ends it, or is one by itself."""

_NEVER = -3.14e100
"""jieba's logarithm of the probability of what never happens."""

_REMEMBERED = 8_192
"""Characters, and runs of them, that are remembered."""

_Figures = tuple[float, float, float, float]
"""Logarithms of how probable a character is in each state."""


class UnknownWords:
    """jieba's model of words that are not in its dictionary.

    Args:
        folder: jieba's `finalseg`.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.cut: Callable[[str], tuple[str, ...]] = lru_cache(maxsize=_REMEMBERED)(self._cut)
        self._figures: Callable[[str], _Figures] | None = None

    def _cut(self, run: str) -> tuple[str, ...]:
        """Return the words of a run of characters none of which the dictionary joins."""
        found: list[str] = []
        for part in filter(None, _part_pattern().split(run)):
            found += [part] if part.isascii() else self._words(part)
        return tuple(found)

    def _words(self, text: str) -> list[str]:
        words = []
        begin = 0
        for at, state in enumerate(self._states(text)):
            if state in "ES":
                words.append(text[begin : at + 1])
                begin = at + 1
        return words

    def _states(self, text: str) -> Sequence[str]:
        """Return the most probable state of each character, by jieba's sums in jieba's order."""
        start, step = _tables(self._folder)
        if self._figures is None:
            self._figures = lru_cache(maxsize=_REMEMBERED)(_figures(self._folder))
        begins, middle, ends, alone = map(float.__add__, start, self._figures(text[0]))
        before: list[tuple[str, str, str, str]] = []
        for char in text[1:]:
            b, m, e, s = self._figures(char)
            # Of two that are as probable jieba takes the one whose letter comes last.
            to_b = max((ends + step["E", "B"] + b, "E"), (alone + step["S", "B"] + b, "S"))
            to_m = max((middle + step["M", "M"] + m, "M"), (begins + step["B", "M"] + m, "B"))
            to_e = max((begins + step["B", "E"] + e, "B"), (middle + step["M", "E"] + e, "M"))
            to_s = max((alone + step["S", "S"] + s, "S"), (ends + step["E", "S"] + s, "E"))
            begins, middle, ends, alone = to_b[0], to_m[0], to_e[0], to_s[0]
            before.append((to_b[1], to_m[1], to_e[1], to_s[1]))
        states = [max((ends, "E"), (alone, "S"))[1]]
        for origins in reversed(before):
            states.append(origins[_STATES.index(states[-1])])
        return states[::-1]


@cache
def unknown_words(folder: str) -> UnknownWords:
    """Return the model that lies in a folder."""
    return UnknownWords(folder)


def _figures(folder: str) -> Callable[[str], _Figures]:
    """Return what looks up the figures of a character."""
    path = join(folder, "prob_emit.py")
    if isfile(path) and getsize(path) == _KNOWN_SIZE:
        with open(path, "rb") as file:
            return _Table(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).figures
    table: Mapping[str, Mapping[str, float]] = _module(folder, "prob_emit").P
    return lambda char: _four([table[state].get(char, _NEVER) for state in _STATES])


class _Table:
    """prob_emit.py: for each state a list of characters and figures, looked up in place."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        stops = dict(zip(_PLACES, [*_PLACES.values(), len(data)][1:], strict=True))
        self._ranges = [(_PLACES[state], stops[state]) for state in _STATES]

    def figures(self, char: str) -> _Figures:
        key = f"'\\u{ord(char):04x}': ".encode()
        return _four([self._figure(key, *ends) for ends in self._ranges])

    def _figure(self, key: bytes, low: int, high: int) -> float:
        """Return the figure of the key that stands between two offsets."""
        data, end = self._data, high
        while low < high:
            middle = (low + high) // 2
            at = data.find(b"'\\u", middle, end)
            found = data[at : at + len(key)] if 0 <= at < high else b""
            if found == key:
                return float(data[at + len(key) : at + len(key) + _WIDEST].split(b"\n", 1)[0].rstrip(b",}"))
            if found and found < key:
                low = at + 1
            else:
                high = middle
        return _NEVER


_WIDEST = 30
"""Bytes within which a figure ends."""


def _module(folder: str, name: str) -> Any:
    """Return a table of jieba's that is written as a module, without importing jieba."""
    loader = SourceFileLoader(f"jieba.finalseg.{name}", join(folder, f"{name}.py"))
    module = ModuleType(loader.name)
    module.__file__ = loader.path
    loader.exec_module(module)
    return module


@lru_cache(maxsize=2)
def _tables(folder: str) -> tuple[_Figures, Mapping[tuple[str, str], float]]:
    """Return how probable each state is for a first character, and behind each state."""
    start, steps = _module(folder, "prob_start").P, _module(folder, "prob_trans").P
    return _four([start[state] for state in _STATES]), {(one, to): steps[one][to] for one in steps for to in steps[one]}


@cache
def _part_pattern() -> re.Pattern[str]:
    """Han characters, and numbers and Latin words, which are no unknown words."""
    return re.compile(r"([^\x00-\x7f]+|[a-zA-Z0-9]+(?:\.[0-9]+)?%?)")


def _four(figures: Sequence[float]) -> _Figures:
    b, m, e, s = figures
    return b, m, e, s
