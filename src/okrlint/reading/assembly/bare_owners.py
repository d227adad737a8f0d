"""Owners whom no field names: before a statement (`KR1（李四）：…`, `【张三】…`) or at its end (`，王五负责`)."""

from collections.abc import Iterator, Sequence
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft, front_of, take
from okrlint.reading.names import are_known, is_common_name, is_name, names_of_owners, split_names
from okrlint.reading.values.inline import split_inline
from okrlint.reading.values.inline_fields import InlineField, commitment, is_day
from okrlint.reading.values.ratings import add_up

_REACH = 60
"""Characters at the end of a statement in which an owner is looked for."""

_OPENERS = frozenset("([（【")
_FEWEST = 2
_NEARLY_ALL = 0.75


def attach_bare_owners(objectives: Sequence[Draft], source: str) -> None:
    """Give objectives and key results the owners that stand beside their statements without a field's name."""
    items = [item for objective in objectives for item in (objective, *objective.children)]
    _take_names(items, source)
    for item in items:
        _take_clause(item)
        _take_progress(item)
    _take_shares(objectives)


class _Signed:
    """An item with somebody's name before its statement.

    Attributes:
        item: the item.
        text: the names, with their place.
        names: the names one by one.
        end: where the statement begins behind them.
    """

    __slots__ = ("end", "item", "names", "text")

    def __init__(self, item: Draft, text: Text, end: int) -> None:
        self.item = item
        self.text = text
        self.names = split_names(text.value)
        self.end = end


@cache
def _behind_label() -> Pattern[str]:
    return compile_pattern(r"[(（\[【]\s?([^()（）\[\]【】:：\d]{1,40})[)）\]】]\s?[:：—–-]?[*_]{0,3}\s{0,4}\Z")


@cache
def _bracketed() -> Pattern[str]:
    return compile_pattern(
        r"[(（\[【]\s?([^()（）\[\]【】:：\d]{1,40})[)）\]】]\s{0,2}(?:[:：]|[—–-]{1,2}\s)?\s{0,3}(?=\S)"
    )


def _take_names(items: list[Draft], source: str) -> None:
    """Take names in brackets before statements for owners: where all are names and several, or where they are known."""
    found = [signed for item in items if (signed := _signed(item, front_of(item, source)))]
    if not found:
        return
    people = [signed for signed in found if all(map(is_name, signed.names))]
    common = [signed for signed in people if any(map(is_common_name, signed.names))]
    signs = 2 * len(common) >= len(people) or (common and len(people) > _NEARLY_ALL * len(items))
    sure = signs and len(people) >= _FEWEST and len(people) == len(found)
    known = set() if sure or not people else names_of_owners(_all_fields(items))
    for signed in people:
        if sure or are_known(signed.names, known):
            signed.item.fields.append(("owner", signed.text))
            signed.item.text = signed.item.text.part(signed.end, len(signed.item.text.value))


def _signed(item: Draft, front: str) -> _Signed | None:
    value = item.text.value
    if any(name == "owner" for name, _ in item.fields):
        return None
    if value[:1] in _OPENERS and (match := _bracketed().match(value)):
        return None if _is_field(match[1]) else _Signed(item, item.text.part(*match.span(1)), match.end())
    match = _behind_label().search(front, len(item.label or "")) if not _OPENERS.isdisjoint(front) else None
    if match is None or _is_field(match[1]):
        return None
    start = item.text.span.start - len(front)
    return _Signed(item, Text.verbatim(match[1], start + match.start(1)), 0)


# Owners in words of their own

_HAN = r"[\u3400-\u9fff]"
_JOINING = "、和与與及"


@cache
def _clause() -> Pattern[str]:
    """Match the end of a statement that says who is in charge, and by when: `，王五负责，6月30日前`, `, led by Ana`."""
    return compile_pattern(
        rf"[,，、;；]\s{{0,2}}(?:由\s?)?(?P<name>{_HAN}{{2,4}}?(?:[{_JOINING}]{_HAN}{{2,4}}?){{0,2}}?)"
        r"\s?(?:负责|負責|牵头|牽頭|主责|主責)"
        r"(?:[,，、;；]\s{0,2}(?P<day>[^,，;；。]{2,16}?)(?:之?前)?)?[。.]?\Z"
        r"|,\s{1,2}(?:(?:owned|led|driven) by|owner is) (?P<person>[A-Z][\w'-]{0,20}(?: [A-Z][\w'-]{0,20}){0,2})"
        r"(?:[,;]\s{1,2}(?:(?:due|by)\s)?(?P<until>[^,;]{2,24}?))?\.?\Z",
    )


def _take_clause(item: Draft) -> None:
    if not _may_hold_clause(item.text.value) or any(name == "owner" for name, _ in item.fields):
        return
    if _take_last_clause(item):
        return
    whole, (item.text, behind) = item.text, split_inline(item.text)
    names = {name for name, _ in behind}
    if names and names.isdisjoint(("owner", "priority")) and _take_last_clause(item):
        item.fields.extend(behind)
    else:
        item.text = whole


def _take_last_clause(item: Draft) -> bool:
    """Take the clause that a statement ends with for its owner and its day, if it says who is in charge."""
    value = item.text.value
    found = _clause().search(value, max(0, len(value) - _REACH))
    while found and found["name"] and not _are_names(found["name"]):
        found = _clause().search(value, found.start() + 1)  # `，优化方案、李四负责`
    if found is None or not found.start() or (found["person"] and not is_name(found["person"])):
        return False
    owner, day = ("name", "day") if found["name"] else ("person", "until")
    if found[day] and not is_day(found[day]):
        return False
    before = item.text
    take(item, [("owner", found.span(owner)), ("deadline", found.span(day))], (0, found.start()))
    return item.text is not before


def _are_names(words: str) -> bool:
    return is_name(words) or all(map(is_name, _joined().split(words)))


@cache
def _joined() -> Pattern[str]:
    return compile_pattern(f"[{_JOINING}]")


def _may_hold_clause(value: str) -> bool:
    tail = value[-2 * _REACH :]
    if tail.isascii():
        return " by " in tail or "owner is" in tail
    tail = tail.replace("负责人", "").replace("負責人", "")
    return any(word in tail for word in ("负责", "負責", "牵头", "牽頭", "主责", "主責"))


@cache
def _limit_and_share() -> Pattern[str]:
    """Match what has come of a limit: `Churn below 3% - 70%` is no range."""
    return compile_pattern(
        r"(?:\b(?:below|under|above|over|at least|at most|less than|more than)\s|[<>≤≥]\s?"
        r"|低于|低於|高于|高於|不超过|不超過|至少|超过|超過)"
        r"\d{1,3}(?:\.\d{1,2})?\s?[%％](\s[—–-]{1,2}\s)(?=(\d{1,3}\s?[%％])\Z)",
        ASCII | IGNORECASE,
    )


def _take_progress(item: Draft) -> None:
    if not item.text.value.endswith(("%", "％")) or any(name == "progress" for name, _ in item.fields):
        return
    if found := _limit_and_share().search(item.text.value, _tail_of(item)):
        take(item, [("progress", found.span(2))], (0, found.start(1)))


@cache
def _mention_and_share() -> Pattern[str]:
    return compile_pattern(r"[@＠][^\s@＠]{1,40}(?:\s{1,2}|\s?[—–-]\s?)(\d{1,3}(?:\.\d)?)\s?[%％]\Z", ASCII)


def _take_shares(objectives: Sequence[Draft]) -> None:
    """Take the shares behind mentions (`@ana 50%`) for weights where those of siblings add up, else for progress."""
    sets = []
    for objective in objectives:
        found = [(item, _mention_and_share().search(item.text.value, _tail_of(item))) for item in objective.children]
        sets.append([(item, match) for item, match in found if match])
    full = all(len(found) == len(objective.children) for found, objective in zip(sets, objectives, strict=True))
    sums = full and all(add_up(float(match[1]) for _, match in found) for found in sets)
    are_weights = sums and any(len(found) >= _FEWEST for found in sets)
    for item, match in (each for found in sets for each in found):
        name = "weight" if are_weights else "progress"
        if all(name != other for other, _ in item.fields):
            kept = item.text.value[: match.start(1)].rstrip(" —–-")
            take(item, [(name, (match.start(1), len(item.text.value)))], (0, len(kept)))


def _tail_of(item: Draft) -> int:
    return max(0, len(item.text.value) - _REACH) if item.text.value.endswith(("%", "％")) else len(item.text.value)


def _is_field(words: str) -> bool:
    if commitment(words) is not None:
        return True
    from okrlint.reading.statuses import is_status  # few statements have a name before them

    return is_status(words)


def _all_fields(items: list[Draft]) -> Iterator[InlineField]:
    for item in items:
        yield from item.fields
        yield from split_inline(item.text)[1]
