"""One field that stands inside a statement: its name, with or without a colon, and its words."""

from datetime import date
from functools import cache, lru_cache
from re import ASCII, Pattern, escape
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language import dates, quantities
from okrlint.language.folding import fold_width, is_cjk
from okrlint.model import Text
from okrlint.reading.fields import any_declared, canonical, is_declared
from okrlint.reading.names import is_name, split_names
from okrlint.reading.values.ratings import read as read_rating
from okrlint.reading.word_sets import words

Commitment = Literal["committed", "aspirational"]
InlineField = tuple[str, Text]

_NAMED = words(
    "owner contributors deadline start_date confidence weight score progress status priority baseline "
    "target current unit metric measure supports kind cycle team cadence source note"
)
"""What may be attached to a statement by name, beside what is declared; the other names are everyday words there."""

RATED = frozenset(("confidence", "weight", "score", "progress"))
_MEASURED = frozenset(("baseline", "target", "current"))

TAIL = 240
"""How far before the end of a statement its attached fields are looked for, in characters."""

MAX_FIELDS = 20
SEPARATORS = "|｜;；,，、。—–·\n"
OPENING = {")": "(", "）": "（", "]": "[", "】": "【"}
CLOSING = {opening: closing for closing, opening in OPENING.items()}
BRACKETS = "".join((*OPENING, *CLOSING))
_BRACKETS = frozenset(BRACKETS)
_ANY_YEAR = (date(2024, 1, 1), date(2024, 12, 31))
"""A leap year, to tell days from longer periods where the words name no year."""

BARS = "█▉▊▋▌▍▎▏▓▒░■□▪▫▰▱▮▯●○◆◇⬛⬜🟩🟥🟨🟦🟧🟪"
"""What progress is drawn with."""

LONGEST_DAY = 24
"""No day is written in more characters."""

LONGEST_NAME = 40
"""No name of an attached field has more characters."""

_DIGITS = frozenset("0123456789%０１２３４５６７８９％")
BLANKS = " \t\r\n\u3000"
BESIDE_WORDS = SEPARATORS + BLANKS
WIDE_BLANKS = BLANKS + "\u00a0\u2002\u2003\u2009\u202f"
"""Blanks, and what folds into one."""

# Google's and Feishu's names for the two kinds of OKR.
_COMMITMENTS: dict[str, Commitment] = dict.fromkeys(
    words("committed commitment commit roofshot 承诺 承諾 承诺型 承諾型 承诺型okr 承诺目标"),
    "committed",
)
_COMMITMENTS |= dict.fromkeys(
    words("aspirational aspiration stretch moonshot 挑战 挑戰 挑战型 挑戰型 愿景型 願景型 挑战型okr 挑战目标"),
    "aspirational",
)


def commitment(text: str) -> Commitment | None:
    """Return whether the words call an objective committed or aspirational ("Committed", "Aspirational Goal")."""
    word, _, item = text.strip().lower().partition(" ")
    kind = _COMMITMENTS.get(word)
    return kind if kind and (not item or canonical(item) in ("objective", "key_result")) else None


@cache
def priority() -> Pattern[str]:
    """Return the pattern of a priority: P0 to P4."""
    return compile_pattern(r"[Pp][0-4](?:/[0-4])?", ASCII)


class Named(NamedTuple):
    """A field's name within a text.

    Attributes:
        name: its canonical name.
        begin: the offset at which its words begin.
        colon: whether a colon stands behind the name.
    """

    name: str
    begin: int
    colon: bool


def named(value: str, at: int) -> Named | None:
    """Return the field that begins at an offset: its name, where its words begin, and whether a colon stands there."""
    window = value[at : at + _WINDOW]
    colon, equals = window.find(":"), window.find("=")
    if not window.isascii():
        if window[0] == "【":
            return _named_in_brackets(fold_width(window), at)
        colon, equals = _nearer(colon, window.find("：")), _nearer(equals, window.find("＝"))
    if equals > 0 and not 0 < colon < equals:
        colon = equals
    name = _attachable(window[:colon]) if 0 < colon <= LONGEST_NAME else None
    if name:
        return Named(name, at + len(window) - len(window[colon + 1 :].lstrip(WIDE_BLANKS)), colon=True)
    if window[:1] in PICTURES:
        return _named_by_picture(window, at)
    return _named_without_colon(fold_width(window), at) if window[:1] in _PLAIN_INITIALS else None


PICTURES = dict.fromkeys("👤👥🧑👩👨🙋", "owner") | dict.fromkeys("📅🗓📆⏰⏳⌛", "deadline")
"""Emoji that stand for the name of a field: `👤 Ana | 📅 30 June`."""

_LONGEST_PICTURE = 6
"""How many characters an emoji and the blanks behind it are at most, with those that change its looks."""


def _named_by_picture(window: str, at: int) -> Named | None:
    """Read `👤 Ana`: words with a capital letter or Chinese ones behind it, or a day."""
    name = PICTURES[window[0]]
    begin = next((end for end, char in enumerate(window[: _LONGEST_PICTURE + 1]) if char.isalnum() or char == "@"), 0)
    first = window[begin]
    may_be = name == "deadline" or first == "@" or first.isupper() or is_cjk(first)
    return Named(name, at + begin, colon=False) if begin and may_be else None


def _nearer(at: int, other: int) -> int:
    return other if at < 0 or 0 <= other < at else at


_WINDOW = 60
"""How many characters are looked at to tell whether a field is named."""


def _attachable(words: str) -> str | None:
    """Return the field that words name, where it may be attached to a statement; built-in names have no digits."""
    if not any_declared():
        return attachable_built_in(words)
    name = canonical(words)
    return name if (name in _NAMED and _DIGITS.isdisjoint(words)) or is_declared(name) else None


@lru_cache(maxsize=256)  # a document names few fields, and each of them often
def attachable_built_in(words: str) -> str | None:
    """Return the field that words name, where it may be attached to a statement and no fields are declared."""
    name = canonical(words) if _DIGITS.isdisjoint(words) else None
    return name if name in _NAMED else None


def _named_in_brackets(folded: str, at: int) -> Named | None:
    """Read `【负责人】`, which is as good as a colon."""
    close = folded.find("】")
    name = canonical(folded[1:close]) if close > 0 else None
    if name is None or not (name in _NAMED or is_declared(name)):
        return None
    return Named(name, at + len(folded) - len(folded[close + 1 :].lstrip(BLANKS)), colon=True)


_CHINESE_INITIALS = "对對承支信把自权權比截负負責责进進得评評优優基目协協配"
_PLAIN_INITIALS = frozenset("abcdloptswABCDLOPTSWａｂｃｄｌｏｐｔｓｗＡＢＣＤＬＯＰＴＳＷ" + _CHINESE_INITIALS)
"""What the names begin with that need no colon (`_plain_names`)."""


@cache
def _plain_names() -> Pattern[str]:
    return compile_pattern(
        r"(?i:confidence(?: level| index| score)?|weight|due(?: date| by)?|deadline|owner|lead|dri|score|progress"
        r"|baseline|target|priority|supports|align(?:s|ed) (?:to|with))(?=\s)|[对對][齊齐]|承接|支[撑撐]"
        r"|信心(?:指[数數]|值|度|水平|水準)?|把握度?|自信指[数數]|[权權]重|比重"
        r"|截止(?:日期|[时時][间間])?|[负負責责][责責任]人|[进進]度|得分|评分|評分|[优優]先[级級]|基[线線]值?|目[标標]值",
        ASCII,
    )


def may_name_field(words: str) -> bool:
    """Tell whether the name of a field may stand in words without a colon."""
    found = _name_without_colon().search(f" {words.lower()}")
    return found is not None or not (words.isascii() or _WIDE_LETTERS.isdisjoint(words))


_WIDE_LETTERS = frozenset(map(chr, (*range(ord("Ａ"), ord("Ｚ") + 1), *range(ord("ａ"), ord("ｚ") + 1))))


@cache
def _name_without_colon() -> Pattern[str]:
    """Match, behind a separator, how the names begin that need no colon (`_plain_names`), in lower case."""
    return compile_pattern(
        rf"[{BLANKS}{escape(SEPARATORS)}]"
        r"(?:(?:confidence|weight|due|deadline|owner|lead|dri|score|progress|baseline|target|priority|supports"
        rf"|align|aligns|aligned)\s|[{_CHINESE_INITIALS}])"
    )


def _named_without_colon(folded: str, at: int) -> Named | None:
    match = _plain_names().match(folded)
    if match is None:
        return None
    name = canonical(match.group())
    begin = at + len(folded) - len(folded[match.end() :].lstrip(BLANKS))
    return Named(name, begin, colon=False) if name else None


def field_at(text: Text, start: int, end: int, *, strict: bool) -> InlineField | None:
    """Read a field that fills `start` to `end`.

    Without a colon behind its name its words must read as a value, and with `strict` those of any rating and date.
    """
    found = named(text.value, start)
    return field_of(text, found, end, strict=strict) if found else None


def field_of(text: Text, found: Named, end: int, *, strict: bool) -> InlineField | None:
    """Read a field whose name was found and whose words end at `end`; as `field_at`."""
    name, begin, colon = found
    words = text.part(begin, begin + len(text.value[begin:end].rstrip(BESIDE_WORDS)))
    if not words.value or len(words.value) > TAIL or not _balanced(words.value):
        return None
    if colon and not (strict and name in RATED | {"deadline"}):
        return name, words
    return (name, words) if reads(name, words.value) else None


def _balanced(words: str) -> bool:
    if _BRACKETS.isdisjoint(words):
        return True
    depth = 0
    for char in words:
        depth += (char in CLOSING) - (char in OPENING)
        if depth < 0:
            return False
    return depth == 0


def reads(name: str, words: str) -> bool:
    """Tell whether the words are a value of the field: then its name needs no colon."""
    if name in RATED:
        reading = read_rating(words)
        return reading.bare is not None or reading.problem != "unread"
    if name in ("deadline", "start_date"):
        day = dates.read_date(words)
        return day is not None and day.end - day.start >= len(words) - 8
    if name in _MEASURED:
        found = quantities.amounts(words)
        return len(found) == 1 and found[0].start <= 1 and found[0].end >= len(words) - 1
    if name == "priority":
        return bool(priority().fullmatch(fold_width(words)))
    if name == "supports":
        return bool(_reference().search(words))
    if name == "contributors":
        return all(map(is_name, split_names(words)))  # 配合人力资源部完成 names nobody
    return name == "owner" and len(words) <= 40 and (words[0].isupper() or words[0] == "@" or is_cjk(words[0]))


@cache
def _reference() -> Pattern[str]:
    """Match the label of an objective or a key result that words refer to."""
    return compile_pattern(r"(?<![A-Za-z])(?:O|KR)-?\d|(?:Objective|Key Result|目[标標]) ?[\d一二三四五六]", ASCII)


def may_be_week(words: str) -> bool:
    """Tell at a glance whether words may be a week of a cycle, or a part of a month: W8, 第3周, Q2W4, 5月中旬."""
    return (
        len(words) <= LONGEST_DAY
        and any(sign in words for sign in "Ww周週旬")
        and (not words.isalpha() or "第" in words)
    )


def marked(words: str) -> str | None:
    """Return the field that words are by themselves, but for a day: P0, committed, @ana, on track."""
    folded = fold_width(words)
    if folded[:1] in ("P", "p") and priority().fullmatch(folded):
        return "priority"
    if commitment(folded):
        return "kind"
    if folded.startswith("@") and mentions_end(folded, 0) == len(folded):
        return "owner"
    from okrlint.reading.statuses import is_status  # few words stand alone in brackets

    return "status" if is_status(folded) else None


@cache
def _mention() -> Pattern[str]:
    return compile_pattern(r"@(?:[A-Za-z0-9](?:[\w.-]{0,38}\w)?|[\u3400-\u9fff]{2,6}|\?{1,3})(?![\w/@.-]*[/@])", ASCII)


def mentions_end(folded: str, at: int) -> int:
    """Return where the mentions that begin at an offset end; 0 where there is none."""
    end = 0
    while match := _mention().match(folded, at):
        end = match.end()
        at = end
        while at < len(folded) and folded[at] in " ,、&/":
            at += 1
    return end


def is_day(words: str) -> bool:
    """Tell whether the words are one day, or run from one to another: 6月15日, 30 June, 2026-06-30, 6月底, 4/1–6/30."""
    if len(words) > LONGEST_DAY or not any(map(str.isdigit, words)):
        return False
    found = dates.read_date(words, cycle=_ANY_YEAR, day=True)
    if found is None or found.end - found.start < len(words) - 1:
        return False
    return found.first is not None and (found.first == found.last or found.precision == "day")
