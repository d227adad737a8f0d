"""What an item says of how it goes, within its statement: done, dropped, still to be written."""

from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.plugins import ItemSummary, fold, says_dropped, terms
from okrlint_rules.alignment.support import is_done, is_dropped
from okrlint_rules.checkin.entries import says_done
from okrlint_rules.hygiene.blanks import blanks


def is_given_up(item: ItemSummary) -> bool:
    """Tell whether an item says that nobody pursues it any more, in its status or by a mark on its statement."""
    return is_dropped(item) or any(map(says_dropped, _marks_of(item.text)))


def is_finished(item: ItemSummary) -> bool:
    """Tell whether an item says that it has been reached: box, status, all of its progress, or a mark."""
    if is_done(item) or _whole().fullmatch(item.field("progress") or ""):
        return True
    return any(
        mark in _DONE_SIGNS or (says_done(mark) and not mark.lower().startswith("not "))
        for mark in _marks_of(item.text)
    )


@lru_cache(maxsize=4096)  # the versions of an item mostly say the same
def is_unwritten(text: str) -> bool:
    """Tell whether a statement is a template's, or has a blank where a number is still to come."""
    return not terms(text) or bool(blanks(text)) or _blank_start().search(fold(text)) is not None


@lru_cache(maxsize=4096)
def without_marks(text: str) -> str:
    """Return a statement without the marks before and behind it that say how it goes."""
    before = None
    while before != text:
        before = text
        text = _first().sub("", _last().sub("", text)).strip()
    return text


def begins_with_mark(rest: str) -> bool:
    """Tell whether what follows a statement begins with a word of how it goes: dropped: …; done, in May."""
    return _word().match(rest) is not None


def _marks_of(text: str) -> list[str]:
    marks = []
    while match := _first().match(text) or _last().search(text):
        marks.append(match[0].strip(" \t:：-–—[](){}【】（）"))
        text = (text[: match.start()] + text[match.end() :]).strip()
    return marks


_DONE_SIGNS = ("✅", "✔", "✔️", "☑", "☑️", "x", "X")
_SIGN = r"[✅✔☑❌⛔🚫⏸🟢🟡🟠🔴⚪🔵🎯⭐]\ufe0f?"
_WORD = (
    r"(?:not[ ](?:done|started)|done|completed?|achieved|finished|closed|dropped|cancell?ed|abandoned|withdrawn|paused"
    r"|on[ ]hold|postponed|delayed|late|blocked|at[ ]risk|on[ ]track|off[ ]track|in[ ]progress|started|wip"
    r"|[已未]?(?:完成|达成|達成)|进行中|進行中|已?(?:取消|放弃|放棄|废弃|廢棄|作废|作廢|中止|终止|終止|搁置|擱置|暂停|暫停)"
    r"|已?延期|延后|延後|推迟|推遲|滞后|滯後|有风险|有風險|受阻|正常)"
)
"""What trackers and documents say of how an item goes."""


@cache
def _word() -> Pattern[str]:
    return compile_pattern(rf"{_WORD}\s*(?:$|[:：,，.;；。(（])", IGNORECASE)


@cache
def _first() -> Pattern[str]:
    return compile_pattern(
        rf"\s*(?:[\[(【（]\s*{_WORD}\s*[\])】）]|{_WORD}\s*[:：](?!\d)|\[[ xX]?\]|{_SIGN})\s*", IGNORECASE
    )


@cache
def _last() -> Pattern[str]:
    return compile_pattern(
        rf"\s*(?:[\[(【（]\s*{_WORD}(?:\s*[:：,，;；][^\])】）]*)?[\])】）]|{_SIGN}|(?<=\s){_WORD}\s*[:：](?!\d).*)\s*$",
        IGNORECASE,
    )


@cache
def _whole() -> Pattern[str]:
    return compile_pattern(r"\s*(?:100(?:\.0+)?\s*[%％]|1\.0+)\s*")


@cache
def _blank_start() -> Pattern[str]:
    return compile_pattern(r"\bfrom (?:[XYN]|\?+) |[从由](?:[XYN]|\?+)(?![A-Za-z])", ASCII)
