"""Owners that only stand behind the statements: `… to 68% [Dana]`, `… (Ines, Bo)`, `… — Lena`, `……（张三）`."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from re import Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft
from okrlint.reading.names import are_known, is_common_name, is_name, names_of_owners, split_names
from okrlint.reading.values.inline import split_inline
from okrlint.reading.values.inline_fields import InlineField

_TAIL = 60
"""No signature is longer, in characters."""


@cache
def _signature() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:(?P<open>[\[(（【])(?P<inside>[^\[\]()（）【】]{1,50})[\])）】]|(?P<dash>\s[—–-]{1,2}\s|——)(?P<behind>[^\d]{1,40}))"
        r"[.。]?$"
    )


class _Signature:
    """What may be the owners at the end of an item.

    Attributes:
        draft: the item.
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
        self.names = split_names(match[group])


def settle_signatures(objectives: list[Draft]) -> None:
    """Take names off the ends of objectives and key results, as their owners.

    A capitalised word in brackets may be a place or a product. It counts as a name where two items or more end in the
    same way and half of the names are common ones, or one of them where nearly all key results do; or where the person
    is an owner elsewhere in the document.
    """
    results = [draft for objective in objectives for draft in objective.children]
    signed = [found for draft in results if (found := _signature_of(draft))]
    signed_objectives = [found for draft in objectives if (found := _signature_of(draft))]
    if not signed and not signed_objectives:
        return
    common = Counter(found.form for found in signed if _are_common(found.names))
    sure = {
        form
        for form, times in Counter(found.form for found in signed).items()
        if times > 1 and (2 * common[form] >= times or (common[form] and times > _NEARLY_ALL * len(results)))
    }
    known = names_of_owners(_all_fields([*objectives, *results])) | {
        name for found in signed if found.form in sure for name in found.names
    }
    for found in signed:
        if found.form in sure or are_known(found.names, known):
            _take(found)
    for found in signed_objectives:
        if are_known(found.names, known) or (found.form in sure and all(map(is_common_name, found.names))):
            _take(found)


_NEARLY_ALL = 0.75


def _all_fields(items: list[Draft]) -> Iterator[InlineField]:
    for item in items:
        yield from item.fields
        yield from split_inline(item.text)[1]


def _signature_of(draft: Draft) -> _Signature | None:
    value = draft.text.value
    if not _may_be_signed(value) or any(name == "owner" for name, _ in draft.fields):
        return None
    match = _signature().search(value, max(0, len(value) - _TAIL))
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
