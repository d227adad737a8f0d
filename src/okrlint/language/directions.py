"""Which way a statement says that a number goes: up or down."""

from functools import cache, lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.folding import fold
from okrlint.language.kinds import lead
from okrlint.language.quantities.lines import Lexicon
from okrlint.language.remembering import remembered
from okrlint.language.vocabulary import groups

__all__ = ["Direction", "Way", "direction", "direction_before"]

Way = Literal["up", "down"]

_REACH = 80
"""How many characters before a number its verb is looked for."""


_LONGEST = 800
"""How many characters of a clause tell what leads it."""


class Direction(NamedTuple):
    """What a verb says of a number.

    Attributes:
        way: up or down.
        start: offset of the verb in the text.
        end: offset after it.
        is_loose: whether the verb is also said of what gets better by falling (响应速度提升到2秒).
    """

    way: Way
    start: int
    end: int
    is_loose: bool = False


def direction(text: str, start: int, end: int) -> Direction | None:
    """Return which way a verb says that the number, or the pair of numbers, between two offsets goes.

    The verb stands between the two numbers (由5分钟缩短到9分钟, 18% down to 22%), right before the first (rises from,
    降至), or leads the clause (Reduce wait time from). None where none does, or where two contradict each other.
    """
    folded = fold(text)
    inner = [found for found in _chinese_in(folded, start, end) if found.start > start]
    if not inner:
        words = _english_in(folded, start + 1, end) if " to " in folded[start:end] else []
        inner = [found for found in words if folded.startswith(" to ", found.end)]
    if inner:
        return inner[-1]
    return direction_before(text, start) or _leading(text, start)


@remembered()  # several rules ask for the numbers of a statement
def direction_before(text: str, start: int) -> Direction | None:
    """Return the verb of growth or decline right before a number, at most a joint such as "from" or 从 between."""
    begin = max(0, start - _REACH)
    words = fold(text)[begin:start].lower()
    whole = words
    if words.rstrip(_BESIDE_JOINTS).endswith(_JOINTS):  # the pattern itself looks at every character
        joint = _joint().search(words, max(0, len(words) - _LONGEST_JOINT))
        words = words[: joint.start()] if joint else words
    for part in (words, whole):  # in 增至 what ends the verb itself is taken for a joint
        if entry := _chinese().before(part, len(part)):
            end = begin + len(part.rstrip(" "))
            return _direction(entry, end - len(entry), end)
    match = _last_word().search(words, max(0, len(words) - _LONGEST_JOINT))
    base = _base(match[1]) if match else ""
    return _direction(base, begin + match.start(1), begin + match.end(1)) if match and base else None


def _leading(text: str, start: int) -> Direction | None:
    """Return the verb that leads the clause before `start`, unless another one in the clause says otherwise."""
    folded = fold(text)
    begin = -1
    for mark in _mark().finditer(folded, max(0, start - _REACH), start):
        begin = mark.end()
    if begin < 0:
        if start > _REACH:
            return None
        begin = 0
    first = lead(text[begin : begin + _LONGEST])
    if first is None or begin + first.end > start:
        return None
    base = first.word if first.word in _chinese() else _base(first.word.lower())
    if not base:
        return None
    found = _direction(base, begin + first.start, begin + first.end)
    others = (*_chinese_in(folded, found.end, start), *_english_in(folded, found.end, start))
    return None if any(other.way != found.way for other in others) else found


def _direction(base: str, start: int, end: int) -> Direction:
    lists = groups("directions")
    way: Way = "up" if base in lists["up_en"] or base in lists["up_zh"] else "down"
    return Direction(way, start, end, base in lists["loose"])


@lru_cache(maxsize=1024)  # statements are made of the same words
def _base(word: str) -> str:
    """Return the English word of growth or decline that a word is, or is a form of; or ""."""
    if word in _english():
        return word
    from okrlint.language.statements.english_verbs import verb  # few Chinese statements have an English one

    found = verb(word)
    return found[0] if found and found[0] in _english() else ""


def _chinese_in(folded: str, start: int, end: int) -> list[Direction]:
    """Return the Chinese verbs between two offsets, in order."""
    found: list[Direction] = []
    if folded.isascii():
        return found
    at = start
    while at < min(end, start + _REACH):
        entry = _chinese().at(folded, at) if not folded[at].isascii() else ""
        if entry:
            found.append(_direction(entry, at, at + len(entry)))
        at += len(entry) or 1
    return found


def _english_in(folded: str, start: int, end: int) -> list[Direction]:
    """Return the English verbs between two offsets, in order."""
    matches = _word().finditer(folded.lower(), start, end)
    return [_direction(base, *match.span()) for match in matches if (base := _base(match[0]))]


@cache
def _chinese() -> Lexicon:
    return Lexicon(groups("directions")["up_zh"] | groups("directions")["down_zh"])


@cache
def _english() -> frozenset[str]:
    return groups("directions")["up_en"] | groups("directions")["down_en"]


@cache
def _mark() -> Pattern[str]:
    """What a clause begins behind."""
    return compile_pattern(
        r"(?<!\d),|,(?!\d)|[;:。!?、\n()]|\s(?:and|by|through|via|with|without|while|so|that)(?=\s[a-z])", ASCII
    )


@cache
def _joint() -> Pattern[str]:
    """What may stand between a verb and its number."""
    return compile_pattern(
        r"(?:\s(?:steadily|further|sharply|monthly|weekly|again))?"
        r"(?:\s?(?:\bfrom|\bto|\bby|从|由|自|到|至|为|了|约|近|超过?|超)\s?){1,2}[\[$¥€£≥≤<>~]{0,2}\s?$",
        ASCII,
    )


_JOINTS = ("from", "to", "by", "从", "由", "自", "到", "至", "为", "了", "约", "近", "过", "超")
"""What a joint ends with, signs and spaces aside."""
_BESIDE_JOINTS = " \t\n\r\f\v[$¥€£≥≤<>~"
_LONGEST_JOINT = 32
"""More characters than a joint, or the last word, can take: no match begins farther from the end."""


@cache
def _last_word() -> Pattern[str]:
    return compile_pattern(r"(?<![\w-])([a-z]{2,20})\s?$", ASCII)


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"(?<![\w-])[a-z]{2,20}(?![\w-])", ASCII)
