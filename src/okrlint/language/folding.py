"""One spelling for what reads the same: half width, simplified characters, and which language a text is in.

Every fold keeps the length of the text, so an offset in the folded text is an offset in the text itself.
Unicode's own compatibility normalisation (NFKC) is not used for that reason: it changes lengths (½, ㎡).
"""

from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import Literal, Protocol

from okrlint.language.remembering import remembered

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_WIDTH_OFFSET = 0xFEE0
_DASHES = "‐‑‒–—―−"
_SPACES = "\u00a0\u2002\u2003\u2009\u202f\u3000"

_CHARACTERS_OF_A_WORD = 0.5
"""How many Chinese characters a Latin word weighs: a Chinese word has about two characters."""


class _Converter(Protocol):
    def convert(self, text: str, /) -> str: ...


@cache
def _width_table() -> dict[int, str]:
    table = {code: chr(code - _FULL_WIDTH_OFFSET) for code in _FULL_WIDTH}
    table |= dict.fromkeys(map(ord, _DASHES), "-")
    table |= dict.fromkeys(map(ord, _SPACES), " ")
    return table | {ord("￥"): "¥", ord("〜"): "~"}


@cache
def _wide() -> Pattern[str]:
    """What `fold_width` replaces: to look for one takes a fraction of the time that replacing takes."""
    return compile_pattern(f"[！-～￥〜{_SPACES}{_DASHES}]")


def fold_width(text: str) -> str:
    """Return the text with full-width letters, digits, signs and spaces, and every dash, as their ASCII twins."""
    return text if text.isascii() or _wide().search(text) is None else text.translate(_width_table())


@cache
def _simplifier() -> _Converter:
    # Loading it takes longer than linting a document that does without it.
    from opencc import OpenCC

    converter: _Converter = OpenCC("t2s")
    return converter


@cache
def _no_ideographs() -> Pattern[str]:
    # What is converted in some texts must be in all of them: rare ideographs and those for compatibility count, too.
    return compile_pattern("[^一-鿿㐀-䶿〇\uf900-\ufaff\U00020000-\U0003ffff]+")


def simplify(text: str) -> str:
    """Return the text with traditional characters as simplified ones; unchanged where that would alter its length."""
    if text.isascii() or _simple().issuperset(text):
        return text
    if _TRADITIONAL.isdisjoint(text):
        try:
            # GB 2312 is the character set of simplified Chinese: what it lacks is traditional (or rare).
            _no_ideographs().sub("", text).encode("gb2312")
        except UnicodeEncodeError:
            pass
        else:
            if len(_simple()) < _MOST_SIMPLE:
                _simple().update(text)
            return text
    try:
        simple = _simplifier().convert(text)
    except UnicodeEncodeError:  # half of a surrogate pair, as JSON may spell it
        return text
    return simple if len(simple) == len(text) else text


@cache
def _simple() -> set[str]:
    """Characters that need no converting, as they are met: to look them up takes half the time of the test itself."""
    return set()


_MOST_SIMPLE = 10_000
"""How many of them are kept; GB 2312 has 6,763 ideographs."""

_TRADITIONAL = frozenset("乾菸薹拚捱摺吒後徵夥榘於袷麴醣麽")
"""Traditional characters that GB 2312 has all the same."""


def fold(text: str) -> str:
    """Return the text in half width and simplified characters, offsets kept."""
    return text if text.isascii() else _fold(text)


@remembered(512)  # each judgement of a statement folds it anew
def _fold(text: str) -> str:
    return simplify(fold_width(text))


@cache
def _letters() -> bytes:
    return bytes(code if chr(code).isalpha() else 32 for code in range(128)).lower().ljust(256)


@remembered(64)  # what looks for numbers and dates in a statement asks for them in turn
def latin_words(text: str) -> tuple[str, ...]:
    """Return the runs of ASCII letters in a text, in lower case.

    A look at them tells in a microsecond that a text has no word for a number or a time, as most have none.
    """
    return tuple(text.encode("ascii", "replace").translate(_letters()).decode("ascii").split())


def is_cjk(char: str) -> bool:
    """Tell whether a character is a Chinese ideograph (basic block, extension A, or 〇)."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def is_han(char: str) -> bool:
    """Tell whether a character is an ideograph of the basic block: a pattern with all of them takes long to compile."""
    return "一" <= char <= "鿿"


def has_cjk(text: str) -> bool:
    """Tell whether a Chinese ideograph stands in a text, as `is_cjk` has them."""
    return not text.isascii() and any(map(is_cjk, text))  # to compile a pattern takes longer than a document's texts


def language_of(text: str) -> Literal["zh", "en"]:
    """Return the language that a text is mostly in: "zh" where Chinese outweighs Latin words, else "en".

    A Latin word counts as half a character: Chinese text is full of English terms, seldom the other way round.
    """
    if text.isascii():
        return "en"
    return _language(text)


@remembered()  # several rules ask for that of one statement
def _language(text: str) -> Literal["zh", "en"]:
    classes = text.translate(_classes())
    characters = classes.count(_IDEOGRAPH)
    words = len(classes.replace(_IDEOGRAPH, " ").split())
    return "zh" if characters and characters > words * _CHARACTERS_OF_A_WORD else "en"


_IDEOGRAPH = "字"


class _Classes(dict[int, str]):
    """What each character is: an ideograph, another letter, or neither of them; filled as they are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = _IDEOGRAPH if is_cjk(char) else "a" if char.isalpha() else " "
        return found


@cache
def _classes() -> _Classes:
    return _Classes()
