"""OB004."""

from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Lead,
    Lexicon,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    is_name,
    is_usual,
    lead,
    metric_amount,
)
from okrlint_rules.objective.housekeeping import chore_in, is_plainly_done, usual_word_in
from okrlint_rules.objective.purposes import changes, says_why
from okrlint_rules.quoting import quoted


class ObjectiveBusinessAsUsual(ObjectiveRule):
    """An objective describes a change, not normal work going on.

    What it checks: an objective does not begin with a verb of going on (maintain, continue, keep running, 保持, 继续),
    nor say that a chore is done: work that comes round again, comes in by itself or is given out by others (weekly,
    incoming, 日常, 上级安排), or that every organisation has (invoices, minutes, 报销, 档案). It is silent where the
    objective says why, or where a verb of growth or decline shows that something shall change.

    Why: Google's re:Work warns of objectives such as "keep hiring" or "maintain market position", which push nobody;
    its playbook calls them business as usual. Such work matters, and has its place: in key figures that are watched.

    When to switch it off: where the objectives of a service team are to list its duties. Committed objectives are
    passed over anyway.
    """

    manual_zh = """目标写的是变化，不是照常做下去的日常工作。

    检查什么：目标是否以表示延续的词开头（保持、继续、维护、maintain、keep running），或者只是在做杂务：
    周而复始、自己找上门、别人派下来的事（日常、每周、上级安排），或每个单位都有的事（报销、档案、会议纪要）。
    目标若说明了为什么，或者有增减类动词表明要改变什么，则不报。

    为什么：谷歌 re:Work 提醒，“继续招聘”“维持市场地位”这类目标推动不了任何人；它的手册把这叫“照常营业”。
    日常工作当然要紧，但更适合放进持续关注的指标里。

    何时关闭：服务型团队就是要用目标列出职责时。承诺型目标本来就会跳过。
    """

    meta = Meta(
        code="OB004",
        name="objective-business-as-usual",
        summary=Words(
            "An objective describes a change, not normal work going on.",
            "目标描述一种变化，而不是日常工作的延续。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("G-RW", "G-PB", "GL"),
        since="0.1.0",
        supersedes=("OB002", "OB003", "OB008", "OB010"),
    )

    class Options(RuleOptions):
        """Which objectives are looked at."""

        skip_committed: bool = True
        about = {
            "skip_committed": Words(
                "Whether committed objectives are passed over: to keep a promise may be one.",
                "是否跳过承诺型目标：守住承诺本身就可以是目标。",
            )
        }

    options: Options

    messages = {
        "usual": Words(
            "“{word}” goes on with what is there, so “{text}” is reached by changing nothing; say what will be "
            "different, as in “<who> can <do what>”, and watch the rest as a key figure",
            "“{word}”是延续现状，“{text}”什么都不改变也算做到；请写明会有什么不同，例如“让<谁>能够<做什么>”，"
            "其余的放进日常指标里关注",
        ),
        "chore": Words(
            "“{word}” marks “{text}” as normal work, which is done anyway; say what will be different, as in “<who> "
            "can <do what>”, and leave the work to the list of duties",
            "“{word}”说明“{text}”是本来就要做的日常工作；请写明会有什么不同，例如“让<谁>能够<做什么>”，"
            "这项工作留给职责清单",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Continue serving the partners that we have⟧",
                "⟦Maintain our place in the market⟧",
                "⟦Keep the warehouse running⟧",
                "⟦Pay suppliers every month⟧",
                "⟦Reply to incoming enquiries⟧",
                "⟦Routine checks of the fire doors⟧",
            ),
            "zh": (
                "⟦继续做好门店的日常接待⟧",
                "⟦保持生产线平稳运行⟧",
                "⟦每月发放工资⟧",
                "⟦整理合同档案⟧",
                "⟦例行設備保養⟧",
                "⟦完成領導交辦的事項⟧",
            ),
        },
        good={
            "en": (
                "Turn passive partners into our loudest advocates",
                "Keep callers out of the waiting line",
                "Continue to improve what drivers earn",
                "Maintain quality while we double the kitchens",
                "Answer emails so warmly that callers thank us",
                "Automate invoices",
                "Hold our first annual fair",
                """
                # OKRs 2026-Q2

                ## O1: Maintain the ferry service

                Type: committed

                - KR1: 99% of ferries leave on time
                """,
            ),
            "zh": (
                "让值班同事重新拥有周末",
                "保持高速增长",
                "上线工单系统",
                "把店長從每天的對帳裡解放出來",
                "用报表平台取代手工汇总",
                """
                # 2026年Q2 OKR

                ## O1：保持渡轮正常运行

                类型：承诺型

                - KR1：99%的班次准点离港
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        opening = lead(text)
        if opening is None or (self.options.skip_committed and item.kind == "committed"):
            return
        if says_why(text, context) or _news().has(text) or changes(text):
            return
        if opening.verb_class == "usual" and is_usual(text):
            if not _turns(text[opening.end :]):
                yield self.hit(item.text.span, "usual", word=text[opening.start : opening.end], text=quoted(text))
            return
        word = _chore(text, opening, context)
        if word and metric_amount(text) is None:
            yield self.hit(item.text.span, "chore", word=word, text=quoted(text))


_NEWS = (
    "a new|our new|first|first-ever|inaugural|expansion|evolution|iteration|migration|modernization|modernisation"
    "|rollout|roll-out|transformation|transition|overhaul|redesign"
    "|全新|首次|首个|首届|首场|首批|转型|升级|改造|迭代|重构|扩张|迁移|变革|创新|进发|迈进|进军|冲刺|突破"
)
"""Words by which what sounds like normal work is done for the first time, or is a change itself."""


@cache
def _news() -> Lexicon:
    return Lexicon("news", _NEWS.split("|"))


def _turns(text: str) -> bool:
    """Tell whether what goes on is itself a change: "Continue to simplify …", 继续优化…."""
    following = lead(text)
    if following is None or following.word.lower() == "meet":  # "Continue to meet the needs …"
        return False
    return following.verb_class in ("outcome", "neutral")


def _chore(text: str, opening: Lead, context: Context) -> str:
    """Return the words that mark a statement as housekeeping, "" if none do."""
    marked = usual_word_in(text, context)
    found = marked or chore_in(text, opening, context)
    if found is None:
        return text[opening.start : opening.end] if is_usual(text) else ""
    comes_first = found.start <= opening.start and opening.verb_class in (None, "output", "soft")
    is_named_so = marked is not None and is_name(text) and not text[found.end :].strip(" .。!！")  # Support as usual
    if comes_first or is_named_so or is_plainly_done(text, context) or is_usual(text):
        return text[found.start : found.end]
    return ""
