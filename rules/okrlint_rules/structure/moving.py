"""Verbs that say no more than that a figure moves or is reached, which the figures say themselves."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Lexicon, fold

MOVING = (
    *("raise", "rise", "rises", "raised", "increase", "increases", "increased", "grow", "grows", "lift", "lifts"),
    *("boost", "improve", "improves", "improved", "reduce", "reduces", "reduced", "decrease", "decreases", "decreased"),
    *("lower", "lowers", "cut", "cuts", "fall", "falls", "drop", "drops", "reach", "reaches", "achieve", "achieves"),
    *("hit", "hits", "get", "bring", "move"),
    *(
        "提升至",
        "提升到",
        "提升",
        "提高至",
        "提高到",
        "提高",
        "升至",
        "升到",
        "上升至",
        "上升到",
        "上升",
        "增长至",
        "增长到",
    ),
    *(
        "增长",
        "增至",
        "增到",
        "增加至",
        "增加到",
        "增加",
        "达到",
        "达成",
        "达",
        "降至",
        "降到",
        "降低至",
        "降低到",
        "降低",
        "下降至",
    ),
    *("下降到", "下降", "减少至", "减少到", "减少", "缩短至", "缩短到", "缩短", "减至", "减到", "实现"),
)


def without_moving(text: str) -> str:
    """Return a statement without them."""
    kept, start = [], 0
    for match in _moving().find(text):
        kept.append(text[start : match.start])
        start = match.end
    return " ".join([*kept, text[start:]])


@cache
def _moving() -> Lexicon:
    return Lexicon("moving", MOVING)


def signs_of(text: str) -> frozenset[str]:
    """Return what two statements of one measure have in common at a glance, whatever the order of their words.

    That is the beginnings of their words and their Chinese characters, but for those that may differ. It takes a
    tenth of the time in which the terms of a statement are told, and leaves few whose terms are worth to be told.
    """
    low = fold(text).lower()
    words = set(_beginnings().findall(low))
    if not low.isascii():
        words.update(_chinese().findall(low))
    return frozenset(words - _left_out())


def digits_of(text: str) -> tuple[str, ...]:
    """Return the numbers in digits of a statement, in order of their spelling."""
    return tuple(sorted(each.replace(",", "") for each in _digits().findall(fold(text))))


_STEM = 5
"""Letters at the beginning of a word that its forms have in common."""

_MORE_MOVING = (
    "rising raising falling lowering cutting dropping growing bringing getting moving halve doubled triple trim shrink"
    " slash decline climb gain expand scale shorten hold keep stay remain maintain cap limit below under above over"
    " most least more less than within"
    " day days week weeks month months hour hours minutes seconds quarter year years percent points euros dollars yuan"
    " 天日周月年时小分钟秒元万亿个百点"
    " 扩大扩充做大加大压缩削减压低缩减砍掉保持维持控制限制稳定不超过高于低于少于大于小于以内之内以下以上翻倍减半涨跌"
)
_JOINING = "the of to in on at by for from with and or as is are be been we our into per 的了和与及从到由至在为把将被自"


@cache
def _left_out() -> frozenset[str]:
    """Return what may differ: verbs that move a figure or keep it within a limit, units, and words that join."""
    words = [*MOVING, *_MORE_MOVING.split(), *_JOINING.split()]
    stems = {word[:_STEM] for word in words if word.isascii()}
    return frozenset(stems.union(*(word for word in words if not word.isascii())))


@cache
def _beginnings() -> Pattern[str]:
    return compile_pattern(rf"(?<![a-z])[a-z]{{3,{_STEM}}}")


@cache
def _chinese() -> Pattern[str]:
    return compile_pattern(r"[\u3400-\u9fff]")


@cache
def _digits() -> Pattern[str]:
    return compile_pattern(r"\d+(?:,\d{3})*", ASCII)
