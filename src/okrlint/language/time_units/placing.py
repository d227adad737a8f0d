"""Where a bare period stands in a statement: at the place that says when it is done, or beside what it names."""

from functools import cache

from okrlint.language.folding import is_cjk, simplify
from okrlint.language.vocabulary import groups

_BLANKS = " \t*_`"
_CLAUSE_SIGNS = frozenset("，,。;；：:、！!？?（）()【】|\n.-")
_LEAD_IN = ("在", "于", "计划", "预计", "争取", "力争", "确保")

_DEEDS = ("output", "outcome_up", "outcome_down", "states", "causative")
_NOUN_ENDINGS = frozenset("率量额数度值比会物者力员稿版期")
"""What makes a noun of a verb before it: 完成率, 发布会, 增长额."""
_OTHER_NOUNS = ("会员", "会计", "物流", "物业", "数据", "数字", "额外", "比例", "力度", "版本", "期权", "员工")
"""Nouns of their own that begin so: 上线会员体系."""

_LONGEST_VERB = 5
_MOST_ADVERBS = 3


def says_when(text: str, start: int, end: int) -> bool:
    """Tell whether a period without any word that makes it a due date is when something is done nevertheless.

    In Chinese it begins a clause, and what is done follows (Q3 圆满开工, not Q3 财报发布); in English it ends, behind
    "in", a statement that begins with what is made ("Launch the app in Q3", not "revenue in Q3"). A Chinese statement
    may also end with it in brackets: 切换到新系统（6月）.
    """
    if _closes_in_brackets(text, start, end):
        return True
    behind = text[end : end + 24].lstrip(_BLANKS).removeprefix("内").lstrip(_BLANKS)
    if behind and is_cjk(behind[0]):
        return _begins_clause(text[max(0, start - 12) : start]) and leads_with_verb(simplify(behind))
    return (not behind or behind[0] in ".,;!)") and _is_made_in(text[:start])


_MEASURED = ("当前", "目前", "现状", "现值", "基线", "基准", "截至", "同比", "环比", "去年", "实际")
"""Words for what was measured: the period behind them says when, not by when."""


def _closes_in_brackets(text: str, start: int, end: int) -> bool:
    """Tell whether a Chinese statement ends with a period in brackets, and with no figure of that period before it."""
    head = text[max(0, start - 80) : start].rstrip(" ")
    if head[-1:] != "(" or text[end : end + 8].strip(" 。.;*_`") != ")":
        return False
    clause = simplify(head[:-1].rpartition(",")[2])
    return is_cjk(next((char for char in clause if char.isalpha()), "a")) and not any(
        map(clause.__contains__, _MEASURED)
    )


def _begins_clause(before: str) -> bool:
    words = before.rstrip(_BLANKS)
    return not words or words[-1] in _CLAUSE_SIGNS or words.endswith(_LEAD_IN)


@cache
def _deeds(*, sure: bool) -> frozenset[str]:
    verbs = groups("statements_zh")
    found = frozenset(verb for name in _DEEDS for verb in verbs[name] if len(verb) > 1)
    return (found - verbs["noun_verbs"] if sure else found) | {"上线", "发布", "交付", "部署", "进行", "开展"}


def leads_with_verb(words: str, *, sure: bool = True) -> bool:
    """Tell whether words begin with a Chinese verb for what is made or reached, adverbs before it passed over.

    A verb that begins a noun (完成率) is none.

    Args:
        words: the words, in simplified characters.
        sure: whether what may be a noun as well (增长, 培训) is none.
    """
    adverbs = groups("statements_zh")["adverbs"] | {"圆满"}
    for _ in range(_MOST_ADVERBS):
        size = next((size for size in range(_LONGEST_VERB, 1, -1) if words[:size] in _deeds(sure=sure)), 0)
        if size:
            behind = words[min(size, 2) :]
            return behind[:1] not in _NOUN_ENDINGS or behind.startswith(_OTHER_NOUNS)
        size = next((size for size in range(_LONGEST_VERB, 0, -1) if words[:size] in adverbs), 0)
        if not size:
            return False
        words = words[size:].lstrip(_BLANKS)
    return False


_PARTICIPLES = frozenset(
    (
        "made",
        "done",
        "won",
        "sold",
        "held",
        "found",
        "built",
        "sent",
        "seen",
        "lost",
        "spent",
        "begun",
        "shown",
        "taken",
    )
)
"""Irregular participles that may stand behind a noun: "the results won in Q3"."""
_RELATIVES = frozenset(("that", "which", "who", "from", "since"))


def _is_made_in(before: str) -> bool:
    """Tell whether these words are those of a deed, and end with "in"; not "publish the results achieved in"."""
    words = before[-240:].lower().split()
    if words and words[-1] == "the":
        words.pop()
    if len(words) < 3 or words[-1] not in {"in", "during", "within"} or len(before) > 240:
        return False
    if words[-2].endswith("ed") or words[-2] in _PARTICIPLES or not _RELATIVES.isdisjoint(words):
        return False
    return words[0].strip(_BLANKS) in groups("statements_en")["output"]
