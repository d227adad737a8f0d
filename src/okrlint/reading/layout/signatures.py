"""Owners that only stand behind the statements: `… to 68% [Dana]`, `… (Ines, Bo)`, `… — Lena`, `……（张三）`."""

from collections import Counter
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft
from okrlint.reading.values.names import is_common_name, is_name

_TAIL = 60
"""No signature is longer, in characters."""


@cache
def _signature() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:(?P<open>[\[(（【])(?P<inside>[^\[\]()（）【】]{1,50})[\])）】]|(?P<dash>\s[—–-]{1,2}\s|——)(?P<behind>[^\d]{1,40}))"
        r"[.。]?$"
    )


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"\s{0,2}(?:[,，、/&+]|\band\b)\s{0,2}", ASCII)


class _Signature:
    """What may be the owners at the end of a key result.

    Attributes:
        draft: the key result.
        form: how it is set apart: by which bracket, or by a dash.
        start: where in the statement it begins.
        place: where in it the names stand.
        names: the names.
    """

    __slots__ = ("draft", "form", "names", "place", "start")

    def __init__(self, draft: Draft, match: Match[str]) -> None:
        group = "inside" if match["inside"] else "behind"
        self.draft = draft
        self.form = match["open"] or "-"
        self.start = match.start()
        self.place = (match.start(group), match.end(group))
        self.names = _separator().split(match[group].strip().rstrip(".。"))


def settle_signatures(objectives: list[Draft]) -> None:
    """Take names off the ends of key results, as their owners.

    A capitalised word in brackets may be a place or a product. It counts as a name where two key results or more end
    in the same way and most of the names are common ones, or where the person is an owner elsewhere in the document.
    """
    results = [draft for objective in objectives for draft in objective.children]
    signed = [found for draft in results if _may_be_signed(draft.text.value) and (found := _signature_of(draft))]
    if not signed:
        return
    known = {
        text.value.lstrip("@") for item in (*objectives, *results) for name, text in item.fields if name == "owner"
    }
    common = Counter(found.form for found in signed if _are_common(found.names))
    every = Counter(found.form for found in signed)
    for found in signed:
        alike = every[found.form] > 1 and 2 * common[found.form] > every[found.form]
        if alike or known.issuperset(found.names):
            _take(found)


def _signature_of(draft: Draft) -> _Signature | None:
    if draft.fields and any(name == "owner" for name, _ in draft.fields):
        return None
    value = draft.text.value
    offset = max(0, len(value) - _TAIL)
    match = _signature().search(value, offset)
    if match is None or match.start() == 0:
        return None
    found = _Signature(draft, match)
    return found if all(map(is_name, found.names)) else None


def _may_be_signed(value: str) -> bool:
    """Tell at a glance whether words may end in a signature: not in fields, `(owner: Ana)`."""
    if value.rstrip(".。").endswith(_CLOSERS):
        opening = max(value.rfind("("), value.rfind("["))
        if not value.isascii():
            opening = max(opening, value.rfind("（"), value.rfind("【"))
        return value.find(":", opening) < 0 and value.find("：", opening) < 0
    tail = value[-_TAIL:]
    return "-" in tail or "—" in tail or "–" in tail


_CLOSERS = ("]", ")", "）", "】")


def _are_common(names: list[str]) -> bool:
    return any(map(is_common_name, names))


def _take(found: _Signature) -> None:
    text = found.draft.text
    found.draft.fields.append(("owner", text.part(*found.place)))
    found.draft.text = text.part(0, found.start)
