"""How authors label objectives and key results: `O1:`, `目标一：`, `KR1.2`, `O1-KR2`, `Key Result 3 —`."""

from functools import cache, lru_cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.folding import fold_width, is_cjk, is_han
from okrlint.reading.word_sets import words

LabelKind = Literal["objective", "key_result"]

_WINDOW = 80
"""No label is longer than this many characters, mark-up before and after it included."""

_LONGEST_LEAD = 12
"""How many characters of mark-up stand before a label at most."""

_NUMERALS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")}
_CLOSERS = "*_`~)]】」"
_PROSE = words("and or is are was were of has have had will with for vs to in at by but should can")
"""A word that follows a mention of a key result in a sentence (`KR1 is late`), never begins a statement."""


class LabelMatch(NamedTuple):
    """A label at the beginning of a text.

    Attributes:
        kind: what it names.
        label: as written, without separator and mark-up (`O1`, `KR1.2`, `目标一`); "" for one without a number
            (`KR：`, `Objective:`).
        number: the numbers in it, in order: `O-2-1` (2, 1), `O1-KR2` (1, 2), `目标一` (1,); () without one.
        end: the offset in the text at which the statement begins.
        separated: whether a colon, a dash or a bracket sets it apart; where not, `O2 levels` may be a statement.
        owner: an acronym before it, as in `CRO KR: …`, or "".
    """

    kind: LabelKind
    label: str
    number: tuple[int, ...]
    end: int
    separated: bool
    owner: str = ""


@cache
def _usual() -> Pattern[str]:
    return compile_pattern(r"(O|KR)(\d{1,2})[:：] ?", ASCII)


_FIRST = frozenset("KkOoGgR关關目")
"""What a label can begin with (see `_name`): a cheap test before the pattern."""


@cache
def _name() -> Pattern[str]:
    return compile_pattern(
        r"(?P<kr>(?i:kr|key[ -]result)s?|关键结果|关键成果|關鍵結果|關鍵成果)"
        r"|(?P<o>(?i:objective|goal)|(?:R\d{1,2}-)?(?:OKR|OBJ|Obj\.?|O)|目标|目標)",
        ASCII,
    )


@cache
def _number() -> Pattern[str]:
    return compile_pattern(
        r"[ #-]{0,3}(\d{1,2}(?!\d)(?:[.-]\d{1,3}){0,3}(?:[a-h](?![A-Za-z0-9]))?"
        r"|(?<=[#-])(?!(?:19\d|20[0-3])\d(?!\d))\d{3,6}(?!\d)"
        r"|[一二三四五六七八九十]{1,3}|[A-Z]\d{0,2})",
        ASCII,
    )


@cache
def _joint() -> Pattern[str]:
    return compile_pattern(r"[ ./-]{0,3}(?=[Kk][Rre])", ASCII)


@cache
def _priority() -> Pattern[str]:
    """Match a priority before a label: `[P0] KR1: …`, `P1 - O2: …`."""
    return compile_pattern(r"P[0-4][\])】]?[ :*_|·-]{1,4}|P[0-4][\])】]", ASCII)


@cache
def _whose() -> Pattern[str]:
    """Match a remark between name and colon: `Team objective (Platform): …`."""
    return compile_pattern(r"\([^()]{1,40}\)[*_` ]{0,4}(?=:)")


@cache
def _prefix() -> Pattern[str]:
    return compile_pattern(rf"(?:(?P<owner>[A-Z]{{2,5}})|{'|'.join(_WHOSE)}) ", ASCII)


def usual_label(text: str) -> LabelMatch | None:
    """Return the label that `text` begins with if it looks as most of them do: `O1: …`, `KR2：…`."""
    match = _usual().match(text) if text[:1] in ("O", "K") else None
    if match is None:
        return None
    end = match.end()
    after = text[end : end + 1]
    # What is no plain word behind the separator may be mark-up that belongs to the label.
    if not (after.isalnum() if after.isascii() else is_han(after)):
        return None
    return _usual_match(*match.groups(), end)


@lru_cache(maxsize=256)  # the labels of most documents are these few
def _usual_match(name: str, number: str, end: int) -> LabelMatch:
    return LabelMatch("objective" if name == "O" else "key_result", name + number, (int(number),), end, True)


def label(text: str) -> LabelMatch | None:
    """Return the label of an objective or a key result that `text` begins with, or None.

    A label without a number needs a separator behind it, and so does one whose number is a letter: "KR team",
    "Objectives of this document" and "O2O platform" are words, not labels.
    """
    usual = usual_label(text)
    if usual is not None:
        return usual
    head = fold_width(text[: _LONGEST_LEAD + 1])
    start = _lead(head)
    first = head[start : start + 1]
    if first.isdigit() and head[start - 1 : start] == "[" and (box := _box().match(head, start)):
        start = box.end()
        first = head[start : start + 1]
    if first not in _FIRST and not "A" <= first <= "Z":
        return None
    head = fold_width(text[:_WINDOW])
    tag = _priority().match(head, start) if first == "P" and head[start + 1 : start + 2].isdigit() else None
    if tag:
        found = _label_at(text, head, tag.end()) if head[tag.end() : tag.end() + 1] in _FIRST else None
        return found if found and found.label and found.separated else None
    prefix = _prefix().match(head, start) if "A" <= first <= "Z" and _may_be_prefix(head, start) else None
    if prefix:
        found = _label_at(text, head, prefix.end())
        if found and found.separated:
            is_of_project = len(found.number) > 1  # `BPS KR 1.1: …`; `CRO KR 2: …` says who answers for it
            return found._replace(owner="" if is_of_project else prefix["owner"] or "")
    return _label_at(text, head, start) if first in _FIRST else None


@cache
def _box() -> Pattern[str]:
    """Match the rest of a box with the number of what follows: `[2] KR2: …`."""
    return compile_pattern(r"\d{1,2}\] ?", ASCII)


_WHOSE = ("Company", "Team", "Individual", "Personal", "Department")


def _may_be_prefix(head: str, start: int) -> bool:
    return "A" <= head[start + 1 : start + 2] <= "Z" or head.startswith(_WHOSE, start)


def _lead(head: str) -> int:
    """Skip mark-up, emoji and opening brackets, but nothing that makes a mention, a path or an amount."""
    at = 0
    while at < min(len(head), _LONGEST_LEAD) and not head[at].isalnum() and head[at] not in "@#/\\.$%+=<>&'|":
        at += 1
    return at


def _label_at(text: str, head: str, start: int) -> LabelMatch | None:
    name = _name().match(head, start)
    if name is None:
        return None
    number = _number().match(head, name.end())
    if number is None or not _fits(name.group(), number):
        return _unnumbered(name, text, head)
    kind: LabelKind = "key_result" if name["kr"] else "objective"
    numbers = _integers(name.group()) + _integers(number[1])
    joint = _joint().match(head, number.end())
    if joint and kind == "objective":
        inner = _label_at(text, head, joint.end())
        if inner and inner.kind == "key_result" and inner.label:
            end = joint.end() + len(inner.label)
            return inner._replace(label=text[start:end], number=numbers + inner.number)
        if inner is None and (words := _name().match(head, joint.end())) and _number().match(head, words.end()):
            return None  # `O3 KR2 has not begun` speaks of a key result
    again = _again(text, head, start, number.end())
    if again:
        return again._replace(label=text[start : number.end()])
    ending = _ending(text, head, number.end())
    if ending and head[ending[0] : ending[0] + 1] == head[start : start + 1]:
        twice = _label_at(text, head, ending[0])
        if twice and twice.separated and (twice.kind, twice.number) == (kind, numbers):
            return twice._replace(label=text[start : number.end()])  # `KR1] KR1: …`
    if ending is None or not (ending[1] or _stands_alone(name.group(), number, head, ending[0])):
        return None
    return LabelMatch(kind, text[start : number.end()], numbers, *ending)


def _again(text: str, head: str, start: int, at: int) -> LabelMatch | None:
    """Return the label that follows in the other language: `Objective 1 / 目标1: …`."""
    behind = _skip(head, at, _CLOSERS + " ")
    if head[behind : behind + 1] not in ("/", "|"):
        return None
    other = _skip(head, behind + 1, "*_`~ ")
    if other >= len(head) or is_cjk(head[start]) == is_cjk(head[other]):
        return None
    found = _label_at(text, head, other)
    return found if found and found.label else None


def _fits(name: str, number: Match[str]) -> bool:
    """Tell whether name and number belong together: `KR-A`, `OBJ-D2`, `OKR-1041`, but not the words `OK` and `KRA`."""
    if len(name) == 1 and len(number[1]) > 2 and number[1].isdecimal():
        return False
    return not number[1][0].isalpha() or is_cjk(number[1][0]) or (len(name) > 1 and number.group() != number[1])


def _unnumbered(name: Match[str], text: str, head: str) -> LabelMatch | None:
    if name.group() == "OKR" or name.group()[-1] in "sS":
        return None  # "Key Results:" heads a list
    if head[name.start() - 1 : name.start()] == "【" and head[name.end() : name.end() + 1] == "】":
        return LabelMatch("key_result" if name["kr"] else "objective", "", (), name.end() + 1, True)
    at = _skip(head, name.end(), _CLOSERS + " ")
    whose = _whose().match(head, at)
    if whose and (numbered := _label_at(text, head, whose.start() + 1)) and numbered.label:
        return numbered  # `目标（O1）：…`
    at = whose.end() if whose else at
    if at >= len(head) or not (head[at] in ":|" or text[at] in "—–"):
        return None
    return LabelMatch("key_result" if name["kr"] else "objective", "", (), _skip(head, at + 1, "*_`~ \t-"), True)


def _ending(text: str, head: str, at: int) -> tuple[int, bool] | None:
    """Return where the statement begins and whether a separator stands before it; None where the word goes on."""
    closed = _skip(head, at, _CLOSERS)
    end = _skip(head, closed, " \t")
    separator = head[end] if end < len(head) else ""
    after = _skip(head, end + 1, "*_`~ \t")
    following = head[end + 1 : end + 2]
    if separator and separator in ":|":
        return after, True
    if separator == ".":
        return (after, True) if not following.isascii() or not following.islower() else None
    if separator == "、":
        return None if _name().match(head, after) else (after, True)
    if separator == "-":
        dashed = end > closed or after > end + 1 or text[end] in "—–" or not following.isascii()
        return (_skip(head, after, "- "), True) if dashed else None
    if head[at:closed].strip("*_`~"):
        return end, True
    goes_on = end == at and separator.isascii() and separator not in "([{"
    return None if separator and goes_on else (end, False)


def _stands_alone(name: str, number: Match[str], head: str, at: int) -> bool:
    """Tell whether a label is one even without a separator behind it."""
    if number[1].isascii() and number[1][0].isalpha():
        return False
    if at >= len(head) or head[at] in "([{【":
        return True
    spaced = head[at - 1] in " \t*_`~"
    if is_cjk(name[0]) or name.lower() == "goal":
        return spaced and number.group() == number[1]
    if is_cjk(number[1][0]):
        return spaced
    word = head[at:].split(" ", 1)[0]
    return word not in _PROSE


def _skip(head: str, at: int, what: str) -> int:
    while at < len(head) and head[at] in what:
        at += 1
    return min(at, len(head))


def _integers(words: str) -> tuple[int, ...]:
    found: list[int] = []
    digits = ""
    for char in f"{words} ":
        if char in "0123456789":
            digits += char
        elif digits:
            found.append(int(digits))
            digits = ""
            if char in _PARTS:  # KR1a, KR1b
                found.append(_PARTS.index(char) + 1)
    if not found and words and words[0] in _NUMERALS:
        found.append(_numeral(words))
    return tuple(found)


_PARTS = "abcdefgh"


def _numeral(words: str) -> int:
    """Return the value of a Chinese numeral below 100: 三, 十二, 二十."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _NUMERALS[words[-1]]
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
