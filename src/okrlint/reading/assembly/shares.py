"""Shares behind statements with a figure of their own, as progress: `Ship 3 releases (20%)`, `组织4次分享 —— 60%`."""

from collections.abc import Iterator, Sequence
from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import quantities
from okrlint.language.directions import direction
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.assembly.metrics import metric
from okrlint.reading.drafts import Draft, take
from okrlint.reading.values.inline import leads_on
from okrlint.reading.values.ratings import add_up

_FEWEST = 2
_LONGEST = 24
_SIGN_AT = 4
"""How near to the end the sign of a share stands."""
_WHOLE = 100.0


class _Share(NamedTuple):
    """A share behind a statement.

    Attributes:
        item: the item.
        match: where the share stands.
        form: how it is set apart: by a bracket, by a dash, or by a blank.
        percent: how much it is.
    """

    item: Draft
    match: Match[str]
    form: str
    percent: float


def attach_progress(objectives: Sequence[Draft]) -> None:
    """Turn the shares behind statements into progress where those of several siblings can be nothing else.

    A statement that has a number to be reached needs no other one: the share is not its target. What grows may tell
    by how much (`Grow revenue to $2M (20%)`), and shares that add up to the whole may be weights.
    """
    for objective in objectives:
        _attach(objective)


def _attach(objective: Draft) -> None:
    found = list(_shares(objective.children))
    for form in {share.form for share in found}:
        alike = [share for share in found if share.form == form]
        if len(alike) == len(objective.children) and add_up(share.percent for share in alike):
            continue
        if sum(_is_sure(share) for share in alike) < _FEWEST:
            continue
        for share in alike:
            if _is_sure(share) or _has_target(share):
                _take(share)
        for share in _shares([objective]):
            if share.form == form:
                _take(share)


def _shares(items: Sequence[Draft]) -> Iterator[_Share]:
    for item in items:
        value = item.text.value
        if not any(sign in value[-_SIGN_AT:] for sign in "%％"):
            continue
        match = _share().search(value, max(0, len(value) - _LONGEST))
        if match and _is_whole(value[: match.start()]) and not any(name == "progress" for name, _ in item.fields):
            percent = float(match["percent"])
            if percent <= _WHOLE:
                yield _Share(item, match, "(" if match["open"] else "-" if match["dash"] else " ", percent)


def _is_whole(before: str) -> bool:
    """Tell whether words may be a statement without what stands behind them: nothing leads on to it (`=> 60%`)."""
    return bool(before) and (before[-1].isalnum() or before[-1] in _ENDS) and leads_on().search(before) is None


_ENDS = frozenset(")）]】」”\"'.。!！+")


@cache
def _share() -> Pattern[str]:
    return compile_pattern(
        r"(?:\s{0,3}(?P<open>[(（])\s?|(?P<dash>\s{1,3}[—–-]{1,2}\s{1,3}|\s{0,3}——\s{0,3})|\s{1,3})"
        r"(?P<share>(?P<percent>\d{1,3}(?:\.\d{1,2})?)\s?[%％])\s?(?(open)[)）])\Z",
        ASCII,
    )


def _has_target(share: _Share) -> bool:
    """Tell whether a statement has a target without its share, which is not by how much it changes."""
    text = share.item.text.part(0, share.match.start())
    found = metric(text, Attributes([], []))
    if found is None or found.target is None or found.target.value is None:
        return False
    before = found.baseline.value if found.baseline else None
    if before is None:
        return True
    change = abs(found.target.value - before) / abs(before) if before else 0
    return abs(100 * change - share.percent) > 1


def _is_sure(share: _Share) -> bool:
    """Tell whether a share can be nothing else: what is counted before it is neither a share nor what grows."""
    if not _has_target(share):
        return False
    before = share.item.text.value[: share.match.start()]
    if _names_share().search(before):
        return False
    amounts = quantities.amounts(before)
    return bool(amounts) and all(
        amount.unit != "%"
        and not _counts_what_is_told_of().search(before, 0, amount.start)
        and direction(before, amount.start, amount.end) is None
        for amount in amounts
    )


@cache
def _names_share() -> Pattern[str]:
    """Match the end of a statement that names what is measured in hundredths: 3 个产品覆盖率, `share`."""
    return compile_pattern(
        r"(?:[率度比]|比例|比重|份额|份額|留存|转化|轉化|毛利|增长|增長|增幅|降幅"
        r"|\b(?:rate|ratio|share|coverage|retention|conversion|margin|uptime|availability|adoption|satisfaction|churn|growth"
        r"|utili[sz]ation|accuracy|completion|penetration|engagement|percentage|occupancy|csat|yield|compliance))\W{0,2}\Z",
        IGNORECASE,
    )


@cache
def _counts_what_is_told_of() -> Pattern[str]:
    """Match what stands before a number that says whose figure follows: nothing, `Top 10 accounts`, 前 5 大客户."""
    return compile_pattern(
        r"(?:\A|\b(?:top|first|last|of|for|in|across|among)\b|[前后後近过過每])\W{0,3}\Z", IGNORECASE
    )


def _take(share: _Share) -> None:
    take(share.item, [("progress", share.match.span("share"))], (0, share.match.start()))
