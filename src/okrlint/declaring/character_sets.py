r"""Sets of characters: what a letter, an escape or a class of a pattern stands for in a folded text.

A set is a tuple of ranges of code points, both ends included, sorted and apart from each other.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache

from okrlint.language.folding import fold_width, simplify

Ranges = tuple[tuple[int, int], ...]

EDGE, IDEOGRAPH, LETTER, OTHER, BLANK = 1, 2, 4, 8, 16
"""What may stand next to a character: an end of the text, or a character of one of four kinds."""

LAST = 0x10FFFF

IDEOGRAPHS: Ranges = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF))
"""As `is_cjk` has them, and the planes of the rare ones."""

_ASTRAL_WORDS = (0x20000, 0x3FFFF)
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2028\u2029\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_FOLDED_AWAY = (*range(0xFF01, 0xFF5F), *map(ord, "‐‑‒–—―−\u00a0\u2002\u2003\u2009\u202f\u3000￥〜"))
_SURROGATES = (0xD800, 0xDFFF)

_LONG = 256
"""A longer range has its Chinese characters as they are written."""

_SAME_AS_OTHERS = (
    "\u00b5\u0131\u017f\u0345\u03c2\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f4\u03f5\u1c80\u1c81\u1c82\u1c83\u1c84\u1c85"
    "\u1c86\u1c87\u1c88\u1e9b\u1e9e\u1fbe\u2126\u212a\u212b"
)
"""Characters that are another form of a letter, which itself does not lead to them."""

_CASED = (
    *((0x41, 0x590), (0x10A0, 0x1400), (0x1C80, 0x2000), (0x2100, 0x2190), (0x24B6, 0x24EA), (0x2C00, 0x2D30)),
    *((0xA640, 0xA800), (0xAB50, 0xABC0), (0x10400, 0x10600), (0x10C80, 0x10D90), (0x118A0, 0x118E0)),
    *((0x16E40, 0x16EE0), (0x1E900, 0x1E944)),
)
"""Where Unicode has letters with cases."""


def merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return ranges sorted, with those that touch as one."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            if high > found[-1][1]:
                found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return tuple(found)


def complement(ranges: Ranges) -> Ranges:
    """Return all other characters."""
    found = []
    at = 0
    for low, high in ranges:
        if at < low:
            found.append((at, low - 1))
        at = high + 1
    if at <= LAST:
        found.append((at, LAST))
    return tuple(found)


def meets(one: Ranges, other: Ranges) -> bool:
    """Tell whether two sets have a character in common."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    for low, high in few:
        at = bisect_left(many, low, key=_end)  # the first that does not end before
        if at < len(many) and many[at][0] <= high:
            return True
    return False


def _end(item: tuple[int, int]) -> int:
    return item[1]


def plain_blanks(text: str) -> str:
    """Return the text with a plain space for each line break, tab and other blank; a lone surrogate is replaced too."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_blanks())


@cache
def _blanks() -> Mapping[int, str]:
    return dict.fromkeys(map(ord, _WHITE), " ") | dict.fromkeys(range(_SURROGATES[0], _SURROGATES[1] + 1), "\ufffd")


class CharacterSet:
    """What one place of a pattern may stand for.

    Args:
        ranges: characters.
        categories: letters of the escapes that are part of it: d, D, w, W, s, S.
        negated: whether it stands for all other characters.
    """

    def __init__(self, ranges: Iterable[tuple[int, int]], categories: str = "", *, negated: bool = False) -> None:
        self._listed = merged(ranges)
        self._categories = categories
        self._negated = negated

    @cached_property
    def source(self) -> str:
        """How the `regex` package spells it; equal sets that are written alike have one spelling."""
        if not self._categories and self._negated and not self._listed:
            return "."  # a text has no line break
        if not self._categories and not self._negated and len(self._listed) == 1:
            low, high = self._listed[0]
            if low == high:
                return _spelt(low)
        listed = _spelt_all(self._listed)
        categories = "".join(_CATEGORIES[each].source for each in sorted(set(self._categories)))
        return f"[{'^' if self._negated else ''}{listed}{categories}]"

    @cached_property
    def ranges(self) -> Ranges:
        """All of its characters."""
        categories = (each for name in self._categories for each in _CATEGORIES[name].ranges())
        ranges = merged((*self._listed, *categories)) if self._categories else self._listed
        return complement(ranges) if self._negated else ranges

    @cached_property
    def kinds(self) -> int:
        """Of what kinds its characters are, those left out that no text has when it is folded."""
        if self._negated:
            return self._kinds_of_others()
        known = 0
        for name in self._categories:
            known |= _CATEGORIES[name].kinds
        return known | _kinds(self._listed)

    def _kinds_of_others(self) -> int:
        if set(self._categories) & set("DWS") or not _is_short(self._listed):
            return _kinds(self.ranges)
        found = IDEOGRAPH | LETTER | OTHER | BLANK  # each has more characters than could be listed
        for name in self._categories.replace("d", ""):  # there are other letters than digits
            found &= ~_CATEGORIES[name].kinds
        return found & ~BLANK if meets(self._listed, _one(0x20)) else found

    @property
    def is_ideographic(self) -> bool:
        """Whether it is made for Chinese characters: it has nothing else."""
        return not self._categories and not self._negated and self.kinds == IDEOGRAPH

    def meets(self, other: "CharacterSet") -> bool:
        """Tell whether a character may be meant by both."""
        return _meet(self.ranges, other.ranges)


@lru_cache(maxsize=1024)
def listed(ranges: Ranges) -> CharacterSet:
    """Return the set of these characters."""
    return CharacterSet(ranges)


_meet = lru_cache(maxsize=4096)(meets)


class _Category:
    r"""What an escape such as `\d` stands for."""

    def __init__(self, source: str, kinds: int, ranges: Callable[[], Ranges]) -> None:
        self.source = source
        self.kinds = kinds
        self.ranges = ranges


def _spelt(code: int) -> str:
    char = chr(code)
    if char.isascii() and char.isalnum():
        return char
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _spelt_all(ranges: Ranges) -> str:
    return "".join(_spelt(low) if low == high else f"{_spelt(low)}-{_spelt(high)}" for low, high in ranges)


@cache
def _found(escape: str) -> Ranges:
    """Return the characters that `regex` means by an escape; its Unicode may be newer than Python's."""
    import regex

    expression = regex.compile(rf"{escape}+")
    found: list[tuple[int, int]] = []
    for first, end in ((0, 0x20000), (0xE0000, 0xE1000)):  # between them stand ideographs, behind them nothing
        text = "".join(map(chr, range(first, end)))
        found += ((first + match.start(), first + match.end() - 1) for match in expression.finditer(text))
    return merged(found)


@cache
def _words() -> Ranges:
    return merged((*_found(r"\w"), _ASTRAL_WORDS))


@cache
def _white() -> Ranges:
    return merged((code, code) for code in map(ord, " \u00a0\u202f\u3000" + _WHITE))


_WHITE_SOURCE = r"\s\x1c-\x1f"
_WORD_SOURCE = r"\w\U00020000-\U0003ffff"
_CATEGORIES = {
    "d": _Category(r"\d", LETTER, lambda: _found(r"\d")),
    "D": _Category(r"\D", IDEOGRAPH | LETTER | OTHER | BLANK, lambda: complement(_found(r"\d"))),
    "w": _Category(_WORD_SOURCE, IDEOGRAPH | LETTER, _words),
    "W": _Category(f"[^{_WORD_SOURCE}]", OTHER | BLANK, lambda: complement(_words())),
    "s": _Category(_WHITE_SOURCE, BLANK, _white),
    "S": _Category(f"[^{_WHITE_SOURCE}]", IDEOGRAPH | LETTER | OTHER, lambda: complement(_white())),
}


@cache
def _impossible() -> Ranges:
    """Return what no text has when it is folded, and its blanks are plain."""
    codes = (*_FOLDED_AWAY, *map(ord, _WHITE))
    return merged((*((code, code) for code in codes), _SURROGATES))


@cache
def _of_kind(kind: int) -> Ranges:
    if kind == IDEOGRAPH:
        return IDEOGRAPHS
    no_letters = merged((*complement(_words()), *IDEOGRAPHS))
    if kind == LETTER:
        return complement(merged((*no_letters, *_impossible())))
    return complement(merged((*_words(), *IDEOGRAPHS, *_impossible(), (0x20, 0x20))))


def _kinds(ranges: Ranges) -> int:
    if all(_is_within(each, IDEOGRAPHS) for each in ranges):
        return IDEOGRAPH if ranges else 0
    if _is_short(ranges):
        found = 0
        for low, high in ranges:
            for code in range(low, high + 1):
                found |= _kind(code)
        return found
    found = BLANK if meets(ranges, ((0x20, 0x20),)) else 0
    for kind in (IDEOGRAPH, LETTER, OTHER):
        if meets(ranges, _of_kind(kind)):
            found |= kind
    return found


def _is_short(ranges: Ranges) -> bool:
    return sum(high - low + 1 for low, high in ranges) <= _LONG


def _is_within(item: tuple[int, int], ranges: Ranges) -> bool:
    return any(low <= item[0] and item[1] <= high for low, high in ranges)


@lru_cache(maxsize=4096)
def _kind(code: int) -> int:
    """Return the kind of a character; 0 where no folded text has it."""
    one = ((code, code),)
    if code == 0x20:
        return BLANK
    if meets(one, _impossible()):
        return 0
    if meets(one, IDEOGRAPHS):
        return IDEOGRAPH
    if code < 128:
        return LETTER if chr(code).isalnum() or code == ord("_") else OTHER
    import regex

    return LETTER if regex.match(r"\w", chr(code)) else OTHER


def letters() -> str:
    """Return the letters, digits and `_` of all scripts but the Chinese one, as `regex` (version 1) spells them."""
    return rf"[\w--{ideographs()}]"


def ideographs() -> str:
    """Return the Chinese characters as `regex` spells them."""
    return f"[{_spelt_all(IDEOGRAPHS)}]"


def meant_by(written: str, *, ignore_case: bool) -> list[Ranges]:
    """Return for each character of a run what it stands for in a folded text.

    A Chinese character stands for its simplified form, in these words or alone, and for itself: what it is in a text
    depends on the words around it there.
    """
    narrow = fold_width(written)
    if narrow.isascii():
        return [_variants(char) if ignore_case else _one(ord(char)) for char in narrow]
    in_words = _simple(narrow)
    found = []
    for char, worded in zip(narrow, in_words, strict=True):
        forms = {char, worded, _simple(char)}
        found.append(merged(each for form in forms for each in (_variants(form) if ignore_case else _one(ord(form)))))
    return found


def range_meant(low: int, high: int, *, ignore_case: bool) -> Iterator[tuple[int, int]]:
    """Yield what a range of a class stands for: its characters as a folded text has them."""
    yield low, high
    for code in _FOLDED_AWAY:
        if low <= code <= high:
            code_of_twin = ord(fold_width(chr(code)))
            yield code_of_twin, code_of_twin
            if ignore_case:
                yield from _variants(chr(code_of_twin))
    if high - low < _LONG:
        codes = range(low, high + 1)
        if any(first <= high and low <= last for first, last in IDEOGRAPHS):
            simple = _simple("\n".join(map(chr, codes)))[::2]
            yield from ((ord(char), ord(char)) for char in simple)
        if ignore_case:
            for code in codes:
                yield from _variants(chr(code))
    elif ignore_case:
        pairs = _cased()
        within = pairs[bisect_left(pairs, (low, 0)) : bisect_left(pairs, (high + 1, 0))]
        yield from [(other, other) for _, other in within if not low <= other <= high]


def _one(code: int) -> Ranges:
    return ((code, code),)


def _simple(text: str) -> str:
    try:
        return simplify(text)
    except UnicodeEncodeError:  # a lone surrogate
        return text


@cache
def _cased() -> tuple[tuple[int, int], ...]:
    """Return every letter with each other case of it."""
    cased = ((code, _variants(chr(code))) for first, end in _CASED for code in range(first, end))
    return tuple((code, other) for code, cases in cased for low, high in cases for other in range(low, high + 1))


@lru_cache(maxsize=4096)
def _variants(char: str) -> Ranges:
    """Return a character in every case that is one character long."""
    if char.lower() == char.upper() == char:
        return _one(ord(char))
    found = _cases(char)
    found = found.union(*(_cases(same) for same in _SAME_AS_OTHERS if not found.isdisjoint(_cases(same))))
    return merged((ord(each), ord(each)) for each in found)


@lru_cache(maxsize=4096)
def _cases(char: str) -> frozenset[str]:
    found = {char}
    new = {char}
    while new:
        forms = {form for each in new for form in (each.lower(), each.upper(), each.title(), each.casefold())}
        new = {form for form in forms if len(form) == 1} - found
        found |= new
    return frozenset(found)
