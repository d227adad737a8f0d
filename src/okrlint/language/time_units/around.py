"""The words around a unit of time: what part of it is meant, and whether it is a due date."""

from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.folding import is_cjk, latin_words
from okrlint.language.time_units.unit import Part, Unit

_REACH = 40
"""How many characters before a unit are looked at."""


class Around(NamedTuple):
    """What the words beside a unit say of it.

    Attributes:
        start: where the expression begins, words for a part included.
        end: where it ends, likewise.
        part: the part of the unit that is meant; None for the whole.
        cue: what kind of word tells that it is a date at all: "due" (due, until, 截止), "by", "on", "at" (any
            other preposition) or "to" (到, which may lead to a number too); None where nothing does.
        due: whether the words make it a due date.
        before: whether the unit itself is out of time already (before June, 6月前).
        every: whether it comes again and again (every June, 每年6月), so that it is no date.
    """

    start: int
    end: int
    part: Part | None
    cue: Literal["due", "by", "on", "at", "to"] | None
    due: bool
    before: bool
    every: bool


_ENGLISH_PARTS: dict[str, Part] = {
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "early": "early",
    "middle": "mid",
    "mid": "mid",
    "late": "late",
}
_CHINESE_PARTS: dict[str, Part] = {
    **dict.fromkeys(("底", "末", "终", "尾", "结束", "收官"), "end"),
    **dict.fromkeys(("初", "上旬", "上"), "early"),
    **dict.fromkeys(("下旬", "下"), "late"),
    "中": "mid",
    "中旬": "second third",
}
_CHINESE_DUE = ("截止", "截至", "不晚于", "不迟于", "最迟", "最晚", "期限", "赶在", "完成时间")


@cache
def _left() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?<![A-Za-z])(?:"
        r"(?P<every>every|each|per)"
        r"|(?P<due>(?:no|not) later than|prior to|ahead of|by|before|until|till|til|due|deadline|ddl|eta|target date)"
        r"(?:[ :]{1,3}(?:date|on|at|in|is|by|of|before|around|about)){0,2}"
        r"(?:[ ](?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]{0,2})?"
        r"|(?P<at>on|in|during|of|for|since|from|through|throughout|within|after|starting|this|next|last)"
        r")[ :~]{1,3}(?:the[ ])?"
        r"|(?P<zh>截止日期|截止到|截止至|截止|截至|不晚于|不迟于|最迟|最晚|期限|赶在|完成时间"
        r"|每|各|到|至|于|在)个?[为是:]?[ ]?"
        r")?"
        r"(?:(?<![A-Za-z])(?P<part>end|close(?=[ ]of)|start|beginning|middle|mid|early|late)(?:[ ](?:of|in))?"
        r"(?:[ ]the)?(?:[ ]|-)?)?$",
        ASCII | IGNORECASE,
    )


_LAST_WORDS = frozenset(
    [
        *("every", "each", "per", "than", "to", "of", "by", "before", "until", "till", "til", "due", "deadline"),
        *("ddl", "eta", "date", "on", "at", "in", "is", "around", "about", "during", "for", "since", "from"),
        *("through", "throughout", "within", "after", "starting", "this", "next", "last", "the"),
        *("mon", "tue", "tues", "wed", "wednes", "thu", "thur", "thurs", "fri", "sat", "satur", "sun"),
        *("monday", "tueday", "tuesday", "wedday", "wednesday", "thuday", "thurday", "thursday", "friday"),
        *("satday", "saturday", "sunday", *_ENGLISH_PARTS),
    ]
)
_LAST_CHARACTERS = frozenset(":~.,-期到至止于迟晚限在间每各个为是")
"""What `_left` ends with, but for blanks: one of these words, or one of these characters."""


def _may_lead(head: str) -> bool:
    last = head.rstrip()[-1:]
    if last in _LAST_CHARACTERS:
        return True
    return last.isascii() and last.isalpha() and latin_words(head)[-1] in _LAST_WORDS


@cache
def _right() -> Pattern[str]:
    return compile_pattern(
        r"[ -](?P<end>end)(?![A-Za-z\d]|[ ]to)"
        r"|(?:[ ]?(?P<part>底|末|终(?!端)|尾|初(?!级|次|步|始)|[上中下]旬|结束|收官"
        r"|[上中下](?=[ ]?(?:$|之?前|以前|[,;:.|)]|。|、))))?"
        r"(?P<within>之内|以内|内(?!部|容|外|测|核))?(?:[ ]?(?P<before>之前|以前|前)|[ ]?(?P<till>截止|为止|止))?",
        ASCII,
    )


def _may_follow(tail: str) -> bool:
    return tail[1:].lower() == "end" or not tail.lstrip()[:1].isascii()


_LASTING = frozenset(
    (
        *(
            "active",
            "available",
            "closed",
            "frozen",
            "funded",
            "open",
            "paused",
            "relevant",
            "secured",
            "stable",
            "valid",
        ),
        *("continue", "continues", "extend", "extended", "freeze", "hold", "holds", "keep", "keeps", "last", "lasts"),
        *("maintain", "maintained", "postpone", "postponed", "remain", "remains", "run", "runs", "stay", "stays"),
        *("no", "not", "wait"),
    )
)
"""Words that make "until" the end of what lasts, and no due date: "relevant until end of 2019". Source: own list."""


@cache
def _word_before() -> Pattern[str]:
    return compile_pattern(r"[a-z]{1,20}", ASCII | IGNORECASE)


_NOT_AFTER_FRONT = frozenset("端后置台沿景述期者几0123456789一二三四五六七八九十")
"""What makes of 前 a word of its own: 前端, 前三."""


def is_bare(text: str, unit: Unit) -> bool:
    """Tell at a glance that a unit is no date, whatever stands around it: the week of "5 a week", not of "mid week"."""
    if not (unit.weak and unit.relative) or unit.kind in {"weekday", "year"}:
        return False
    near = text[max(0, unit.start - _LONGEST_PART) : unit.end + len(" end")]
    return near.isascii() and _ENGLISH_PARTS.keys().isdisjoint(latin_words(near))


_LONGEST_PART = 24
"""More characters than words for a part take in front of a unit: `beginning of the`."""


def around(text: str, unit: Unit, previous_end: int | None) -> Around:
    """Return what the words beside a unit say of it.

    Args:
        text: the text, in half width.
        unit: the unit.
        previous_end: where the date before it ends, if there is one.
    """
    base = max(0, unit.start - _REACH)
    head, tail = text[base : unit.start], text[unit.end : unit.end + len(" end")]
    left = _left().search(head) if _may_lead(head) else None
    right = _right().match(text, unit.end) if _may_follow(tail) else None
    start, end = unit.start, unit.end
    part: Part | None = unit.part
    if unit.kind not in {"day", "weekday", "feast"}:
        # Of "Q1 end 2000" the end is that of Q1 already.
        if left and left["part"] and base + left.start("part") >= (previous_end or 0):
            part = _ENGLISH_PARTS[left["part"].lower()]
            start = base + left.start("part")
        elif right and (right["part"] or right["end"]):
            part = _CHINESE_PARTS.get(right["part"] or "", "end")
            end = right.end("part") if right["part"] else right.end("end")
    if right and right["before"] == "前" and text[right.end() : right.end() + 1] in _NOT_AFTER_FRONT:
        right = None
    word = (left["due"] or "").lower() if left else ""
    if left and word in {"until", "till", "til"} and _lasts(text[base : base + left.start("due")]):
        return Around(start, end, part, "at", due=False, before=False, every=False)
    before = bool(right and right["before"]) or word.startswith(("before", "prior", "ahead")) or "before" in word
    within = bool(right and (right["within"] or right["till"]))
    cue = _cue(left)
    if cue == "to" and (_ends_a_range(text, unit, previous_end) or (unit.relative and part is None)):
        cue = "at"  # 保留到下一季度 sets no date
    return Around(
        start=start,
        end=end,
        part=part,
        cue="due" if before or within else cue,
        due=before or within or part == "end" or cue in {"due", "by", "to"},
        before=before,
        every=bool(left and (left["every"] or (left["zh"] or "").startswith(("每", "各")))),
    )


def _lasts(before: str) -> bool:
    """Tell whether the words before "until" say that something goes on so long."""
    return any(word.lower() in _LASTING for word in _word_before().findall(before))


def _ends_a_range(text: str, unit: Unit, previous_end: int | None) -> bool:
    if unit.since is not None:
        return True
    return previous_end is not None and text[previous_end : unit.start].strip() in {"到", "至"}


def _cue(left: Match[str] | None) -> Literal["due", "by", "on", "at", "to"] | None:
    if left is None:
        return None
    if left["due"]:
        return "by" if left["due"].lower() == "by" else "due"
    if left["at"]:
        return "on" if left["at"].lower() == "on" else "at"
    if left["zh"]:
        word = left["zh"]
        if word.startswith(_CHINESE_DUE):
            return "due"
        return "to" if word in {"到", "至"} else "at"
    return None


def is_date(text: str, unit: Unit, near: Around, previous_end: int | None) -> bool:
    """Tell whether a unit that may be something else is a date here.

    Args:
        text: the text, in half width.
        unit: the unit.
        near: what stands around it.
        previous_end: where the date before it ends, if there is one.
    """
    if near.every or (unit.part == "end" and unit.relative and _names_work(text, unit, near)):
        return False
    if not unit.weak:
        return True
    if unit.problem == "invalid":
        return near.cue in {"due", "by"} or near.part is not None
    if unit.kind == "day":
        return _is_day(text, unit, near)
    if unit.kind == "year":
        return (near.part is not None or near.cue in {"due", "by", "at"}) and not _counts_something(text, unit.end)
    if unit.kind == "weekday":
        return near.cue in {"due", "by"}
    if unit.relative:
        return near.part is not None
    if unit.kind == "month":
        lower = text[unit.start : unit.end].islower()
        return (
            near.due
            or near.part is not None
            or (not lower and near.cue == "at")
            or _continues(text, unit, previous_end)
        )
    return near.cue is not None or near.part is not None or is_cjk(text[unit.end : unit.end + 1] or " ")


@cache
def _bare_end() -> Pattern[str]:
    return compile_pattern(r"(?:fiscal[ ])?(?:week|month|quarter|half|year)[- ]end", ASCII | IGNORECASE)


@cache
def _set_apart() -> Pattern[str]:
    return compile_pattern(r"[(\[,;:|—–-][ ]{0,2}$", ASCII)


def _names_work(text: str, unit: Unit, near: Around) -> bool:
    """Tell whether `month-end` is work, not a day: "run their month-end", "month-end without overtime".

    Without a word that leads to a due date it is a day only where it is all, or where signs set it apart.
    """
    if (
        unit.year is not None
        or near.cue in {"due", "by", "to"}
        or not _bare_end().fullmatch(text, unit.start, unit.end)
    ):
        return False
    before, behind = text[max(0, unit.start - 8) : unit.start], text[unit.end : unit.end + 2].strip(" *_`")
    ends = not behind or behind[0] in ".,;:()]|"
    led = not before.strip() or before.lower().endswith((" at ", " on ", " at the "))
    return not (ends and (led or _set_apart().search(before)))


def _is_day(text: str, unit: Unit, near: Around) -> bool:
    words = text[unit.start : unit.end]
    if words[:1].isalpha() or words[-1:].isalpha() or " " in words:  # may 3
        return near.cue is not None or not text[unit.end : unit.end + 2].strip().isalpha()
    if near.cue == "due":
        return True
    if near.cue not in {"by", "on"}:
        return False
    if unit.year is not None:
        return True
    return "/" in words and (near.cue == "on" or unit.number > 12)  # reduce by 1/3


# fmt: off
_AFTER_A_YEAR = frozenset((
    "and", "as", "at", "but", "across", "for", "if", "in", "is", "on", "or", "our", "so", "the", "then", "through",
    "to", "via", "we", "while", "with",
))
# fmt: on


def _counts_something(text: str, end: int) -> bool:
    """Tell whether a number is followed by what it counts (by 2025 users, by 2025 个)."""
    if (
        text[end : end + 1] in {"+", "x", "*"}
        or is_cjk(text[end : end + 1] or " ")
        or is_cjk(text[end + 1 : end + 2] or " ")
    ):
        return True
    word = text[end : end + 12].split(maxsplit=1)
    return text[end : end + 1] == " " and bool(word) and word[0].isalpha() and word[0].lower() not in _AFTER_A_YEAR


def _continues(text: str, unit: Unit, previous_end: int | None) -> bool:
    """Tell whether a unit is the end of a range (Jan - Mar, March to May)."""
    if previous_end is None or unit.start - previous_end > 4:
        return False
    return text[previous_end : unit.start].strip() in {"-", "to", "~", "/"}
