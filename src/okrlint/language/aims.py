"""Which of several amounts a key result is to reach, where the others only say of what, of whom or when."""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.directions import direction
from okrlint.language.folding import fold, has_cjk
from okrlint.language.kinds import lead
from okrlint.language.metric_names import is_metric_name, metric_name
from okrlint.language.quantities import Amount
from okrlint.language.stages import last_stage

__all__ = ["aim", "is_remark"]

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
    if len(outside) > 1 and (main := _main(text, low, outside)):
        return main
    if len(outside) == 1 < len(found):
        if _is_of_subject(low, outside[0]):
            inside = [amount for amount in found if low[amount.start] in _SIGNS and low[amount.start - 1] == "("]
            return inside[0] if len(inside) == 1 else None
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


def is_remark(text: str, amount: Amount) -> bool:
    """Tell whether an amount stands in brackets that only say why or for whom: "Audit passed (blocker for 2 deals)"."""
    if amount.kind != "count" or not ("(" in text or "（" in text):
        return False
    low = fold(text).lower()
    if not _is_in_brackets(low, amount):
        return False
    opening = low.rfind("(", 0, amount.start)
    return _remark().match(low, opening + 1, amount.start) is not None


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(
        r" ?(?:(?:a|the|is|was|this|it) ){0,2}(?:block(?:er|s|ing|ed)?|unblock(?:s|ing)?|affect(?:s|ing)?|because"
        r"|due to|(?:needed|required|requested|asked|reported|demanded)(?: by| for)|relevant (?:for|to)|depends on)\b"
        r"|影响|阻塞|阻碍|卡住|涉及|因为|由于",
        ASCII,
    )


def _main(text: str, low: str, outside: Sequence[Amount]) -> Amount | None:
    """Return the share, or the zero, beside which all other amounts only say of what, of whom, where or when."""
    first, second = outside[:2]
    shares = [amount for amount in outside if amount.kind in _SHARES or amount.kind == "zero"]
    if len(shares) != 1:
        return None
    (share,) = shares
    if share is second and len(outside) == 2:
        return share if _only_limits(low, first, share) else None
    if share is not first or not _leads(text, low, share):
        return None
    return share if all(_says_of_what(low, share, other) for other in outside[1:]) else None


def _leads(text: str, low: str, share: Amount) -> bool:
    """Tell whether an amount is the first thing that a statement speaks of, or what its verb brings about."""
    head = _limit().sub("", low[: share.start])
    if not head.strip():
        return True
    first = lead(text)
    return first is not None and first.verb_class is not None and not head[first.end :].strip()


@cache
def _limit() -> Pattern[str]:
    return compile_pattern(
        r"(?:\bat (?:least|most)|\b(?:more|less|fewer|longer|greater) than|\b(?:over|above|under|below|about|around)"
        r"|至少|不低于|不少于|超过|超|约) ?$",
        ASCII,
    )


_LONGEST_HEAD = 60


def _says_of_what(low: str, share: Amount, other: Amount) -> bool:
    """Tell whether an amount behind the one that leads only says of what, of whom, where or when that is so."""
    between = low[share.end : other.start]
    if other.kind == "money" or _joint().search(between):
        return False
    between = _limit().sub("", between[-_LONGEST_HEAD:] if len(between) > _LONGEST_HEAD else between)
    if _circumstance().search(between):
        return True
    if share.kind == "zero" or low[other.start] in _SIGNS:
        return False
    return low.startswith((" of ", "的"), share.end) and not _reached().search(between)


@cache
def _joint() -> Pattern[str]:
    """Match what joins two things that are both to be reached."""
    return compile_pattern(r"[,;:、。/&→➔➜⇒]|[-=]>|\b(?:and|or|plus|while|then|but)\b|[和与及并且]", ASCII)


@cache
def _circumstance() -> Pattern[str]:
    return compile_pattern(
        r"(?:^| )(?:across|over|in|within|during|for|among|with|per|on|exceeding)"
        r"(?: (?:all|the|any|our|first|last))? ?$",
        ASCII,
    )


@cache
def _reached() -> Pattern[str]:
    return compile_pattern(
        r"(?:\b(?:to|by|reach(?:es|ing)?|hits?|hitting|becomes?|is|are)|[到至为达破]|增[长加]|提[升高]|降低|减少) ?$",
        ASCII,
    )


def _only_limits(low: str, time: Amount, share: Amount) -> bool:
    """Tell whether a time says within what a share is counted: 24小时内响应率达到95%, "within 2 minutes for 95% of"."""
    between = low[time.end : share.start]
    if share.kind == "zero":  # 30天无回归
        return time.kind == "duration" and time.comparator is None and not between.strip()
    if time.kind != "duration" or time.comparator != "<=" or not _PARTING.isdisjoint(between):
        return False
    if low[time.end - 1] == "内":
        return _kept().search(low[max(0, time.start - _LONGEST_JOINT) : time.start]) is None and "并" not in between
    is_within = low[: time.start].rstrip().endswith(_WITHIN) and low.startswith(" of ", share.end)
    return is_within and _limit().sub("", between).strip() in ("for", "in")


_WITHIN = (" within", " in under", " in less than", " in at most")
_LONGEST_JOINT = 8


@cache
def _kept() -> Pattern[str]:
    """Match what makes of a time with 内 what shall be reached itself: 控制在2小时内, 缩短到2小时内."""
    return compile_pattern(r"(?:控制|保持|稳定|维持|压缩)在? ?$|[到至为达成:=] ?$", ASCII)


def _is_of_subject(low: str, amount: Amount) -> bool:
    """Tell whether an amount says of which things is spoken: "Sessions exceeding 75% of the window remain stable"."""
    things = _limited_things().match(low, 0, amount.start)
    return things is not None and _predicate().search(low, amount.end, amount.end + _LONGEST_HEAD) is not None


@cache
def _limited_things() -> Pattern[str]:
    return compile_pattern(
        r"(?:[a-z-]{2,20} ){0,3}[a-z-]{2,20}s (?:that )?"
        r"(?:exceed(?:ing)?|above|over|beyond|(?:longer|larger|older|bigger) than"
        r"|with(?: (?:over|more than|at least))?)"
        r" [<>]?=?$",
        ASCII,
    )


@cache
def _predicate() -> Pattern[str]:
    """Match a verb that can only be what is said of the things."""
    return compile_pattern(r" (?:remain|stay|are|run|have|get|keep|become|can|must|will|do)\b", ASCII)


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
        if is_sure and other.unit in _HANDS and low.startswith(_CHECKED, other.end):
            return True
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


_HANDS = ("人", "轮", "名", "次", "位")
_CHECKED = ("仲裁", "复核", "评审", "标注", "审核", "校验", "抽检", "盲审", "交叉", "互审", "签字", "把关")
"""What so and so many people, or rounds, do to what is counted: 标注 2 人仲裁."""


def _first_part(words: str) -> tuple[str, bool, str]:
    """Return the words before the first punctuation mark, whether there is one, and those behind it."""
    at = next((at for at, char in enumerate(words) if char in _PARTING), len(words))
    return words[:at].rstrip(), at < len(words), words[at + 1 :]
