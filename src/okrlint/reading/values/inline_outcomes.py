"""What has come of a statement, behind it without a name: a drawn bar, a score or a status behind a dash, an arrow."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_cjk
from okrlint.model import Text
from okrlint.reading.statuses import is_status
from okrlint.reading.values.inline_fields import BARS, TAIL, InlineField
from okrlint.reading.values.ratings import read as read_rating

_LONGEST_BAR = 60


def trailing_outcome(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Return the outcome that `value[start:end]` of a text ends with, and where the statement ends without it."""
    return (
        _bar_and_share(text, start, end)
        or _score(text, start, end)
        or trailing_status(text, start, end)
        or _behind_arrow(text, start, end)
    )


@cache
def _bar() -> Pattern[str]:
    return compile_pattern(rf"\s{{0,3}}[{BARS}]{{3,40}}\s{{0,3}}(\d{{1,3}} ?[%％])\s{{0,3}}\Z")


def _bar_and_share(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read a drawn bar and its share: `▓▓▓▓░░ 60%`."""
    if not text.value.endswith(("%", "％"), start, end):
        return None
    found = _bar().search(text.value, max(start, end - _LONGEST_BAR), end)
    return ([("progress", text.part(*found.span(1)))], found.start()) if found else None


@cache
def _bar_before() -> Pattern[str]:
    return compile_pattern(
        rf"[{BARS}]{{3,40}}\s{{0,3}}[(（]?(\d{{1,3}} ?[%％])[)）]?\s{{0,3}}(?:[:：|｜·]|[—–-]{{1,2}})\s{{0,3}}(?=\S)"
    )


def leading_bar(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read a drawn bar and its share before a statement, and where that begins: `███▒▒ 80% - Ship it`."""
    found = _bar_before().match(text.value, start, end)
    return ([("progress", text.part(*found.span(1)))], found.end()) if found else None


@cache
def _grade() -> Pattern[str]:
    return compile_pattern(
        r"(?<=[^\s—–-])\s{1,3}(?:--?|[—–])\s{1,3}(0\.\d{1,2}|1\.0{1,2})"
        r"(?: ?[(（]([^()（）]{1,80})[)）]"
        r"|(?:\s{1,3}(?:--?|[—–])\s{1,3}|[—–]{1,2}|[,，;；:：]\s{0,3})([^\s\d].{1,100}))?\Z",
        ASCII,
    )


def _score(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read the score behind a dash, and a remark on it: `Close 40 deals – 0.8 (32 closed)`, `… — 0.8 — 32 closed`.

    From one such number to another it is a range, and behind a few words without a number it may be the target.
    """
    found = _grade().search(text.value, max(start, end - TAIL), end)
    if found is None:
        return None
    before = text.value[start : found.start()]
    told = _digit().search(before) or before.count(" ") > 1 or any(map(is_cjk, before))
    if not told or _is_range(before.split()[-1], found[1]):
        return None
    fields = [("score", text.part(*found.span(1)))]
    note = 2 if found[2] else 3
    return ([*fields, ("note", text.part(*found.span(note)))] if found[note] else fields), found.start()


@cache
def _status() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:(?<=\s)(?:--?|[–—|·])(?=\s)|[—｜]{1,2}|–(?=[^\x00-\x7f]))\s{0,3}"
        r"(?P<status>[A-Za-z][A-Za-z-]{1,12}(?: [A-Za-z]{2,9})?|[\u4e00-\u9fff]{2,5})"
        r"(?:\s{0,2}[(（][~≈约約]?\s?(?P<share>\d{1,3} ?[%％])[)）]|[,，:：]?\s{1,2}(?P<open>\d{1,3}%))?\Z"
    )


@cache
def _leads_to_status() -> Pattern[str]:
    """Match the end of words that a status goes on with: `from not started`, 从未开始."""
    return compile_pattern(
        r"\b(?:from|to|as|is|are|be|of|the|a|all|and|or|with|status|marked|started|progress|done|completed?|blocked|risk"
        r"|track|hold|delayed|100 ?%)\W{0,3}\Z"
        r"|(?:从|為|为|是|到|至|状态|狀態|的|未开始|未開始|进行中|進行中|已完成|延期|100 ?[%％])\s?\Z",
        ASCII | IGNORECASE,
    )


_ENDS = ("complete", "completed", "done")


def trailing_status(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read how things stand behind a dash or a bar: `Answers are fast — Complete`, `… - In progress (70%)`."""
    found = _status().search(text.value, max(start, end - _LONGEST_BAR), end)
    if found is None or found.start() == start:
        return None
    told = found["status"]
    if not (is_status(told) or told.lower() == "complete"):
        return None
    before = text.value[start : found.start()]
    if _leads_to_status().search(before[-_LONGEST_BAR:]):
        return None
    if told.lower() in _ENDS and told[0].islower() and not _digit().search(before):
        return None  # it may be what shall be: `Security audit - done`
    fields = [("status", text.part(*found.span("status")))]
    share = next((group for group in ("share", "open") if found[group]), None)
    return [*fields, *([("progress", text.part(*found.span(share)))] if share else [])], found.start()


@cache
def _digit() -> Pattern[str]:
    return compile_pattern(r"\d", ASCII)


def _is_range(low: str, high: str) -> bool:
    return _decimal().fullmatch(low) is not None and float(low) < float(high)


@cache
def _decimal() -> Pattern[str]:
    return compile_pattern(r"\d{1,3}\.\d{1,3}", ASCII)


@cache
def _arrow() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}(?:={1,2}>|⇒)\s{0,3}")


def _behind_arrow(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read `=> 62%` and `==> half of the sites`; from one number to another it is a change, not an outcome."""
    low = max(start, end - TAIL)
    for match in _arrow().finditer(text.value[low:end]):
        words = text.part(low + match.end(), end)
        before = text.value[start : low + match.start()].rstrip(" .。*_`")[-12:]
        number = words.value[:1].isdigit() or words.value[:1] in "<>~"
        if not words.value or (number and any(char.isdigit() for char in before.split(" ")[-1])):
            return None
        name = "score" if read_rating(words.value).value is not None else "note"
        return [(name, words)], low + match.start()
    return None
