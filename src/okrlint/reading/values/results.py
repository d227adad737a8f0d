"""What has been got, behind a word that says so: `Close 50 deals — Result: 38`, `签约 50 家客户（结果：38家）`."""

from collections.abc import Iterable
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.conversion import converted
from okrlint.language.folding import fold_width
from okrlint.model import Text
from okrlint.reading.fields import is_declared
from okrlint.reading.values.inline_fields import TAIL, InlineField

_NAME = (
    r"(?:(?:(?:actual|final|end) )?(?:results?|outcome)|actuals?"
    r"|(?:最终|最終|实际|實際|目前|当前|當前)?(?:结果|結果|(?:完成|达成|達成)(?:情况|情況|结果|結果|值|数|數)?)|实际值?|實際值?)"
)
_OWN_NAMES = frozenset(
    f"{kind}{noun}" for kind in ("", "actual ", "final ", "end ") for noun in ("result", "results", "outcome")
)
"""The names, in lower case, of fields that are known by no other."""


@cache
def _behind() -> Pattern[str]:
    """Match the name of a result behind a sign, or in brackets, and its words up to the end."""
    return compile_pattern(
        r"(?P<sign>\s{0,3}(?:[—–|｜·;；,，]{1,2}|→|⇒|[-=]{1,2}>|(?<=\s)--?(?=\s)|(?P<stop>[.。])|(?P<open>[(（]))\s{0,3})"
        rf"{_NAME}\s?[:：]\s{{0,3}}(?P<words>[^\s:：][^:：\n]{{0,60}}?)\s{{0,2}}(?P<close>[)）]?)[.。;；]?\Z",
        ASCII | IGNORECASE,
    )


def trailing_result(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Return the result that `value[start:end]` of a text ends with, and where the statement ends without it."""
    value = text.value
    found = _behind().search(value, max(start, end - TAIL), end)
    if found is None or found.start() == start:
        return None
    low, high = found.span("words")
    if found["close"] and not found["open"]:
        high = found.end("close")
    if (found["open"] and not found["close"]) or not _is_balanced(value[low:high]):
        return None
    fields = _results(text.part(low, high), value[start : found.start()])
    return (fields, found.end("stop") if found["stop"] else found.start()) if fields else None


def _is_balanced(words: str) -> bool:
    folded = fold_width(words)
    return folded.count("(") == folded.count(")")


def result_of(
    fields: Iterable[InlineField], statement: str, source: str
) -> tuple[InlineField, list[InlineField]] | None:
    """Return the field of a key result that says what has been got, and what it says; None for none.

    A progress in the unit of the target is one; so is a note that is called a result in the source.
    """
    for name, text in fields:
        if is_declared(name) or name not in _OWN_NAMES | {"note", "progress"}:
            continue
        if name == "progress" and ("%" in text.value or "％" in text.value):
            continue
        is_called = name in _OWN_NAMES or _called().search(source, max(0, text.span.start - 24), text.span.start)
        found = _results(text, statement) if is_called or name == "progress" else []
        is_told = any(told == "current" for told, _ in found)
        if is_told and (is_called or _in_same_unit(text.value, statement)):
            return (name, text), found
    return None


@cache
def _called() -> Pattern[str]:
    return compile_pattern(
        rf"(?:\A|[^\w\u4e00-\u9fff]){_NAME}[*_`\"'】]{{0,3}}\s?[:：]?[*_`\"'\s]{{0,6}}\Z", IGNORECASE
    )


def _in_same_unit(words: str, statement: str) -> bool:
    unit = next((amount.unit for amount in quantities.amounts(words)), None)
    return unit not in (None, "%", "‰") and any(amount.unit == unit for amount in quantities.amounts(statement))


@cache
def _led() -> Pattern[str]:
    """Match how words begin that tell a number first: `about 38`, 已完成38家."""
    return compile_pattern(
        r"(?:(?:about|approximately|approx\.|around|roughly|only|just|reached|achieved)\s"
        r"|已|共|约|約|仅|僅|只有?|完成|达成|達成|达到|達到|实现|實現|了){0,3}"
        r"[~≈<>≤≥]?\s?[$€£¥￥]?\s?(?=[\d零一二两兩三四五六七八九十])",
        ASCII | IGNORECASE,
    )


@cache
def _of_all() -> Pattern[str]:
    """Match how many of all: `38 of 50 deals`, 38/50."""
    return compile_pattern(r"(\d{1,6}(?:,\d{3})?) ?(?:/|of|out of) ?(\d{1,6}(?:,\d{3})?)(?: [a-z]{2,20})?", ASCII)


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(
        r"\s?(?:[(（][^()（）]{0,80}[)）]"
        r"|[,，;；]\s?(?:(?:完成|达成|達成)率?\s?(?P<share>\d{1,3} ?[%％])"
        r"|(?P<told>\d{1,3}%) (?:complete|done|achieved|of target)))\s?\Z"
    )


@cache
def _done() -> Pattern[str]:
    return compile_pattern(r"\s?(?:complete|completed|done|achieved|finished|完成|达成|達成)", IGNORECASE)


def _results(text: Text, statement: str) -> list[InlineField]:
    """Return the number that words tell first as the current value, or how much is done; [] for any other words.

    What something shall lead to is no result of it: `Interview 20 customers, result: 5 needs`.
    """
    remark = _remark().search(text.value)
    words = text.value[: remark.start()].rstrip(" .。") if remark else text.value.rstrip(" .。")
    field = _result(text, words, statement)
    if field is None:
        return []
    share = next((group for group in ("share", "told") if remark and remark[group]), None)
    if remark is None or share is None or field[0] == "progress":
        return [field]
    return [(field[0], field[1].part(0, len(words))), ("progress", text.part(*remark.span(share)))]


def _result(text: Text, words: str, statement: str) -> InlineField | None:
    led = _led().match(words)
    if led is None:
        return None
    part = _of_all().fullmatch(words)
    if part:
        return ("current", text.part(*part.span(1))) if part[2] in statement else None
    amounts = quantities.amounts(words)
    if len(amounts) != 1 or amounts[0].start > led.end():
        return None
    amount = amounts[0]
    rest = words[amount.end :]
    aims = quantities.amounts(statement)
    if amount.kind == "percent" and rest.strip() and not _done().fullmatch(rest):
        return None  # of something else: `20% fewer calls`
    is_share = amount.kind == "percent" and all(aim.unit != amount.unit for aim in aims)
    if is_share and (aims or rest.strip()):
        return "progress", text.part(amount.start, amount.end)
    return ("current", text) if _fits(amount, rest, aims, statement) else None


_MOST_WORDS = 3
_MOST_CHARACTERS = 8


def _fits(amount: quantities.Amount, rest: str, aims: tuple[quantities.Amount, ...], statement: str) -> bool:
    """Tell whether an amount may be one of what a statement is about."""
    if len(rest.split()) > _MOST_WORDS or (not rest.isascii() and len(rest) > _MOST_CHARACTERS):
        return False
    unit, value = amount.unit, amount.value
    if amount.kind == "score":
        return any(aim.kind == "score" for aim in aims)
    if unit is None or value is None:
        return True
    if any(aim.unit and (aim.unit == unit or converted(value, unit, aim.unit) is not None) for aim in aims):
        return True
    if amount.kind == "count":
        return unit.lower().rstrip("s") in statement.lower()
    return not aims
