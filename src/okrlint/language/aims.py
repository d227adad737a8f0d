"""Which of several amounts a key result is to reach, where the others only say of what, of whom or when."""

from collections.abc import Sequence

from okrlint.language.directions import direction
from okrlint.language.folding import fold, has_cjk
from okrlint.language.kinds import lead
from okrlint.language.metric_names import is_metric_name, metric_name
from okrlint.language.quantities import Amount
from okrlint.language.stages import last_stage

__all__ = ["aim"]

_MOST = 12
"""Of more numbers than this no reader tells which one is meant."""

_SIGNS = frozenset("<>=≤≥≦≧")
_SHARES = ("percent", "fraction", "points")
_PARTING = frozenset(",;。、!?\n")
_CONDITIONS = frozenset("后内时下的")
"""Characters with which an amount says when or of what: 学习 3 次使用后."""
_CIRCUMSTANCES = ("情况下", "前提下", "条件下")
_CONDITIONS_AHEAD = ("with ", "at ", "for ", "when ", "if ", "after ", "under ", "once ")
_CONDITIONS_BEHIND = ("after", "within", "in the first")
_NAMED_IN_BRACKETS = ("目标", "目标值", "target", "goal")


def aim(text: str, found: Sequence[Amount]) -> Amount | None:
    """Return the one of several amounts that is the target of a statement, or None where it cannot be told."""
    if len(found) > _MOST:
        return None
    if stage := last_stage(text):
        return stage
    low = fold(text).lower()
    outside = [amount for amount in found if not _is_in_brackets(low, amount)]
    if len(outside) == 1 < len(found):
        named = [amount for amount in found if low[: amount.start].rstrip(" :=为").endswith(_NAMED_IN_BRACKETS)]
        if named:
            is_past = low[: outside[0].start].rstrip(" 约").endswith("了")  # 缩短了18%（目标：30%）
            return named[0] if is_past and len(named) == 1 and named[0].kind == outside[0].kind else None
        return outside[0] if _is_aimed_at(text, low, outside[0]) else None
    bound = [amount for amount in outside if low[amount.start] in _SIGNS]
    is_sure = bool(bound)
    if not is_sure:
        bound = [amount for amount in outside if _is_reached_by_measure(text, low, amount)]
    if len(bound) != 1 or not metric_name(text, bound[0].start):
        return None
    others = [amount for amount in outside if amount is not bound[0]]
    return bound[0] if all(_qualifies(low, other, bound[0], is_sure=is_sure) for other in others) else None


def _is_in_brackets(low: str, amount: Amount) -> bool:
    opening, closing = low.rfind("(", 0, amount.start), low.rfind(")", 0, amount.start)
    return opening > closing and low.find(")", amount.end) >= 0


def _is_aimed_at(text: str, low: str, amount: Amount) -> bool:
    """Tell whether an amount is what a verb brings about or a measure shall have: 开拓3家客户, 满意度达到90%."""
    first = lead(text)
    if first is not None and first.verb_class is not None and not low[first.end : amount.start].strip():
        return True
    if amount.kind == "count" and not has_cjk(low):
        return False  # churn of the 50 largest accounts (≤ 3%)
    return amount.comparator is not None or is_metric_name(metric_name(text, amount.start))


def _is_reached_by_measure(text: str, low: str, amount: Amount) -> bool:
    """Tell whether a known measure is said to get to an amount, in Chinese, where no noun follows on it."""
    is_moved = low.endswith("达到", 0, amount.start) or direction(text, amount.start, amount.end) is not None
    return is_moved and has_cjk(low) and is_metric_name(metric_name(text, amount.start))


def _qualifies(low: str, other: Amount, target: Amount, *, is_sure: bool) -> bool:
    """Tell whether an amount says of what, of whom or when the measure of the target is taken.

    `is_sure` tells that a sign of comparison stands before the target: then no word need say so.
    """
    is_share = other.kind in _SHARES
    if other.start > target.start:  # ≥ 90% after 3 uses
        return low[target.end : other.start].strip() in _CONDITIONS_BEHIND and not is_share
    between = low[other.end : target.start]
    head, parted, rest = _first_part(between)
    if parted:
        begin = max(low.rfind(sign, 0, other.start) for sign in _PARTING) + 1
        is_condition = head.endswith("下") or low[begin : other.start].lstrip().startswith(_CONDITIONS_AHEAD)
        return is_condition and _PARTING.isdisjoint(rest)
    if is_share:
        return any(words in between for words in _CIRCUMSTANCES)
    return is_sure or low[other.end - 1] == "内" or not _CONDITIONS.isdisjoint(between)


def _first_part(words: str) -> tuple[str, bool, str]:
    """Return the words before the first punctuation mark, whether there is one, and those behind it."""
    at = next((at for at, char in enumerate(words) if char in _PARTING), len(words))
    return words[:at].rstrip(), at < len(words), words[at + 1 :]
