"""OB006."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Lead,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_cjk,
    language_of,
    lead,
)


class ObjectiveUnfocused(ObjectiveRule):
    """An objective holds one ambition.

    What it checks: an objective does not string together three or more things to do, each with a verb and an object of
    its own. Nouns and adjectives in a row do not count, nor do purposes (so that …, 为…打下基础), means (通过…), what
    others shall be able to do (help …, 让…), or several verbs for one object (design, build and launch the app).

    Why: the trainer's case wants objectives focused; re:Work warns that effort is diffused; GitLab lists focus among
    its criteria. Three ambitions in a line are three objectives, or key results in disguise.

    When to switch it off: where an objective is meant as the heading of a programme.
    """

    manual_zh = """一个目标只装一份雄心。

    检查什么：目标里有没有并列三件以上的事，每件各有自己的动词和宾语。并列的名词、形容词不算；
    目的（“为……打下基础”）、手段（“通过……”）、让别人做到的事（“让……”“帮助……”）不算；多个动词共用一个宾语也不算。

    为什么：培训师的案例要求目标聚焦；谷歌 re:Work 提醒精力会因此分散；GitLab 把聚焦列为标准之一。
    一句话里的三份雄心，其实是三个目标，或是改头换面的关键结果。

    何时关闭：目标只用作项目群的标题时。
    """

    meta = Meta(
        code="OB006",
        name="objective-unfocused",
        summary=Words("An objective holds one ambition.", "一个目标只写一件想成就的事。"),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED", "G-RW", "GL", "YS", "BK"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How much an objective may hold."""

        max_coordinated: int = 2
        ranges = {"max_coordinated": (1, None)}
        about = {
            "max_coordinated": Words(
                "How many verbs with an object of their own an objective may join, from 1. The value is ours: two "
                "belong together more often than not.",
                "一个目标最多可并列几个各带宾语的动词，不小于 1。取值由我们自定：两件事多半本是一件。",
            )
        }

    options: Options

    messages = {
        "several": Words(
            "the objective holds {count} ambitions ({verbs}), and effort spreads thin; keep the one that matters most, "
            "as in “<what will be true for whom>”, and make the others objectives or key results",
            "目标里装了 {count} 件事（{verbs}），精力会分散；请只留最要紧的一件，例如“<让谁达到什么状态>”，"
            "其余另立目标或写成关键结果",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Launch in Japan, rebuild the data platform and hire a new sales force⟧",
                "⟦Fix churn, improve security and redesign the brand⟧",
                "⟦Expand to retail; migrate the billing system; recruit a partner team⟧",
                "⟦Improve patient care, reduce waiting times and train staff better⟧",
            ),
            "zh": (
                "⟦拓展海外市场，重构数据平台，并建立销售团队⟧",
                "⟦降低流失、提升安全、重塑品牌，同时完善制度⟧",
                "⟦擴大門市規模、優化供應鏈並培養儲備店長⟧",
                "⟦装修老店、上线小程序、招聘店长⟧",
                "⟦重建冷库、改造车间、引进质检员⟧",
            ),
        },
        good={
            "en": (
                "Make Tokyo cafés ask for us by name",
                "Design, build and launch the calmest banking app",
                "Improve test coverage, release cadence, design consistency and support response",
                "Improve the search so that shoppers find gifts, trust reviews and finish orders",
                "Improve patient care, staff training and supply planning",
                "Help merchants close their books, prepare taxes and find reports",
                "Grow through research and development, open source and a simple, fast product",
            ),
            "zh": (
                "上半年练好内功，为下半年出海铺路",
                "提升产品质量、服务水平、交付效率和客户满意度",
                "优化招聘流程、培训体系、测试平台",
                "建设培训中心、测试平台、研发基地",
                "改造车间、培训体系、测试平台",
                "让店主轻松开店、放心卖货、快速收款",
                "通过優化流程、加強培訓、完善制度，提升交付品質",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        folded = fold(text)
        if _joints(folded) < self.options.max_coordinated:
            return
        verbs = _ambitions_zh(folded) if language_of(text) == "zh" else _ambitions_en(folded)
        if len(verbs) > self.options.max_coordinated:
            verbs = [_as_written(verb, folded, text) for verb in verbs]
            yield self.hit(
                item.text.span,
                "several",
                count=len(verbs),
                verbs=Words(", ".join(verbs), "、".join(verbs)),
            )


_JOINTS = (",", ";", "&", ".", "!", "?", "and", "then", "plus", "as well as", "、", "。", "并", "同时", "以及")
"""One of these, or white space, stands between two things in a row."""


def _joints(folded: str) -> int:
    """Return how many things more than one a text can join at most."""
    low = folded.lower()
    joints = sum([low.count(joint) for joint in _JOINTS])
    return joints if low.isascii() else joints + len(low.split()) - 1  # of Latin words white space joins none


_LONGEST = 400
"""Characters that are read; an objective longer than that has other troubles."""

_WORD_ZH = 2
"""Characters of a common Chinese word."""

_CAUSATIVES_EN = frozenset(("allow", "empower", "enable", "encourage", "ensure", "help", "inspire", "let", "teach"))
"""Verbs whose object does the rest of the sentence: "Help merchants find reports, close their books …"."""

_CAUSATIVES_ZH = ("让", "使", "令", "帮助", "助力", "支持", "鼓励", "赋能")

_MEANS_ZH = ("通过", "以", "围绕", "依托", "基于", "借助", "随着", "在", "为", "从而", "进而")
"""What begins a clause that tells how, when or what for, beside the ambition itself."""

_RESULTS_ZH = ("实现", "达成", "达到", "确保", "保障", "促进", "推动", "带动", "成为", "形成", "支撑", "满足")
"""What begins a last clause that tells what the clauses before it come to."""


def _ambitions_en(text: str) -> list[str]:
    """Return the different verbs of an English objective that stand in a row, each with its own object."""
    text = _brackets().sub(lambda found: " " * len(found[0]), text[:_LONGEST])
    first = lead(text)
    if first is None or first.verb_class is None or first.word.lower() in _CAUSATIVES_EN:
        return []
    aside = _subordinators().search(text, first.end)
    text = text[: aside.start()] if aside else text
    form = _form(first.word)
    row = (_with_object(part, in_row=index > 0) for index, part in enumerate(_joints_en().split(text)))
    return _different(found for found in row if found and _form(found.word) == form)


def _form(verb: str) -> str:
    """Return the ending that verbs in a row share: "Launching …, rebuilding …"."""
    return next((ending for ending in ("ing", "ed") if verb.lower().endswith(ending)), "")


def _ambitions_zh(text: str) -> list[str]:
    """Return the different verbs of a Chinese objective that stand in a row, each with its own object."""
    text = _brackets().sub(lambda found: " " * len(found[0]), text[:_LONGEST]).strip()
    clauses = [clause for part in _clause_marks().split(text) if (clause := part.strip())]
    if not clauses or clauses[0].startswith(_CAUSATIVES_ZH):
        return []
    if clauses[-1].startswith(_RESULTS_ZH):
        clauses.pop()
    asides = (*_MEANS_ZH, *_CAUSATIVES_ZH)
    return _different(
        found
        for clause in clauses
        if not clause.startswith(asides)
        for part, in_row in _parts_zh(clause)
        if (found := _with_object(part, in_row=in_row))
    )


def _parts_zh(clause: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a clause, and whether what looks like a verb and one word there may be nouns in a row.

    It is no noun behind a verb that has one short object itself: 装修老店、改造车间, but 优化招聘流程、培训体系.
    """
    pieces = clause.split("、")
    first = lead(pieces[0]) if len(pieces) > 1 else None
    is_short = first and first.verb_class == "output" and len(pieces[0]) - first.end <= _SHORT_OBJECT
    for index, piece in enumerate(pieces):
        for part in _conjunctions_zh().split(piece):
            yield part, index > 0 and not (is_short and not part.endswith(_ABSTRACT))


_SHORT_OBJECT = 3
_ABSTRACT = (
    "体系",
    "平台",
    "制度",
    "机制",
    "流程",
    "系统",
    "能力",
    "水平",
    "质量",
    "效率",
    "投入",
    "服务",
    "标准",
    "方案",
)
"""What a word for work before it most often tells the kind of: 培训体系."""


def _with_object(part: str, *, in_row: bool) -> Lead | None:
    """Return the leading verb of a part of a sentence, if it has one and something follows it.

    Behind the first thing in a row a verb of work and one more word may be nouns: "Improve test coverage, release
    cadence …", 优化招聘流程、培训体系.
    """
    bare = _how_en().sub("", part)
    found = lead(bare)
    if found is None or found.verb_class is None:
        return None
    rest = bare[found.end :].strip()
    if in_row and bare == part and found.verb_class in ("soft", "output") and _is_one_word(rest):
        return None
    return found if any(map(str.isalnum, rest)) else None


def _is_one_word(text: str) -> bool:
    return len(text.split()) == 1 and (len(text) <= _WORD_ZH or not any(map(is_cjk, text)))


def _different(verbs: Iterator[Lead]) -> list[str]:
    return list({verb.word.lower(): verb.word for verb in verbs}.values())


def _as_written(word: str, folded: str, text: str) -> str:
    """Return a word of the folded text in the author's script."""
    at = folded.find(word)
    return text[at : at + len(word)]


@cache
def _brackets() -> re.Pattern[str]:
    return re.compile(r"\([^()]{0,80}\)|《[^《》]{0,40}》|「[^「」]{0,40}」|“[^“”]{0,40}”|\"[^\"]{0,40}\"")


@cache
def _joints_en() -> re.Pattern[str]:
    return re.compile(r"[,;&]|[.!?]\s|\b(?:and|then|plus|as well as)\b", re.ASCII | re.IGNORECASE)


@cache
def _how_en() -> re.Pattern[str]:
    """Match how something is done, which only a verb has: train staff [better]."""
    return re.compile(
        r"\s{1,3}(?:better|faster|sooner|earlier|well|properly|more (?:often|quickly|safely))\s{0,3}$", re.ASCII
    )


@cache
def _subordinators() -> re.Pattern[str]:
    """What ends the main clause: a relative clause, a reason, a means, or "to" with a verb, not with a place."""
    return re.compile(
        r"""\b (?: so | that | which | who | whose | where | when | while | because | in\ order | through | via
              | by\ \w{1,20}ing
              | to (?!\ {1,3}(?: (?:the|a|an|our|its|their|every|each|all|new)\b | (?-i:[A-Z\d])
                             | [\w-]{1,30}(?:$|[,;.!?&]|\ and\b) )) ) \b""",
        re.ASCII | re.IGNORECASE | re.VERBOSE,
    )


@cache
def _clause_marks() -> re.Pattern[str]:
    return re.compile(r"[,;。!?！？\n]")


@cache
def _conjunctions_zh() -> re.Pattern[str]:
    """并 and its like unless they are part of a word (合并, 并发), and a space in their place."""
    return re.compile(r"并且|同时|以及|(?<![合兼吞一])并(?![行发列购存非])|(?<=[一-鿿])\s{1,4}(?=[一-鿿])")
