"""Verbs that say no more than that a figure moves or is reached, which the figures say themselves."""

from functools import cache

from okrlint.plugins import Lexicon

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
    *("增长", "增加至", "增加到", "增加", "达到", "达成", "达", "降至", "降到", "降低至", "降低到", "降低", "下降至"),
    *("下降到", "下降", "减少至", "减少到", "减少", "缩短至", "缩短到", "缩短", "实现"),
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
