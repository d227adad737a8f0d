"""OB003."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    is_cjk,
    lead,
)
from okrlint_rules.objective.housekeeping import is_flat
from okrlint_rules.objective.purposes import says_for_whom, says_why


class ObjectiveNotInspiring(ObjectiveRule):
    """An objective says for whom, or why: what makes people want to reach it.

    What it checks: a short objective that begins with a verb such as improve, optimize or strengthen has a word, or a
    note beside it, that says who is better off, what they will feel, how far it goes, or why. The words are those of
    the lists `inspiring` and `beneficiaries`; one inside an entry of `buzzwords` does not count. The rule never judges
    whether people are stirred: on that even people disagree. So the finding is sure only of flat housekeeping
    ("focus on the paperwork"); of other objectives it is shown on request.

    Why: the trainer's case wants objectives that stir; Wodtke wants people to jump out of bed for them; for Kuang Yang
    meaning and value come first. Doerr says "ideally", and a commitment need not inspire.

    When to switch it off: where the purpose is plain to everybody, as in legal or finance teams.
    """

    manual_zh = """目标应说明为谁、为什么，人们才愿意为之努力。

    检查什么：以“提升”“优化”“加强”一类动词开头的简短目标，文字或所附说明里，有没有一个词说明谁会受益、有何感受、
    要走多远，或者为什么。所用的词见词表 `inspiring` 和 `beneficiaries`；出现在 `buzzwords` 词条里的不算。
    本规则从不判断目标是否鼓舞人心：这一点连人都难有一致看法。因此只有平淡的杂务（“加强档案管理”）才算有把握的发现，
    其他目标要在放宽把握程度时才显示。

    为什么：培训师的案例要求目标能鼓舞人心；沃特克说，好目标让人一早就想跳下床；况阳主张意义和价值优先。
    杜尔只说“最好如此”，承诺型目标则不必。

    何时关闭：意义不言自明时，例如法务、财务团队。
    """

    meta = Meta(
        code="OB003",
        name="objective-not-inspiring",
        summary=Words(
            "An objective says for whom it is, or why it matters.",
            "目标说明为谁而做，或为什么重要。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        tier=1,
        sources=("SEED", "WOD", "DOERR", "KY"),
        since="0.1.0",
        supersedes=("OB010",),
    )

    class Options(RuleOptions):
        """Which objectives are looked at."""

        skip_committed: bool = True
        longest: int = 8
        ranges = {"longest": (1, None)}
        about = {
            "skip_committed": Words(
                "Whether committed objectives are passed over: they need not inspire (Google's playbook).",
                "是否跳过承诺型目标：这类目标不必鼓舞人心（谷歌 OKR 手册）。",
            ),
            "longest": Words(
                "The length up to which an objective is looked at, in words (two Chinese characters are one word), "
                "from 1; a longer one mostly says why in words of its own. The value is ours.",
                "检查多长以内的目标，单位为词（两个汉字算一个词），不小于 1；更长的目标大多已用自己的话说明了原因。"
                "取值由我们自定。",
            ),
        }

    options: Options

    messages = {
        "silent": Words(
            "“{text}” does not say for whom or why; add it, as in “{text} so that <who> can <do what>”",
            "“{text}”没有说明为谁、为什么；请补上，例如“{text}，让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Improve the onboarding process⟧",
                "⟦Optimize warehouse operations⟧",
                "⟦Enhance lead generation⟧",
            ),
            "zh": ("⟦优化入职流程⟧", "⟦加强仓储管理⟧", "⟦提升測試效率⟧"),
        },
        good={
            "en": (
                "Make day one feel like coming home for every new seller",
                "Run the one warehouse drivers are proud to serve",
                "Improve onboarding so that new hires ship in week one",
                """
                # OKRs 2026-Q2

                ## O1: Improve the closing process

                Why: finance works three nights in a row each month

                - KR1: the books close in 2 days instead of 6
                """,
                """
                # OKRs 2026-Q2

                ## O1: Improve the closing process

                Type: committed

                - KR1: the books close in 2 days instead of 6
                """,
            ),
            "zh": (
                "成为新商家第一天就信赖的伙伴",
                "一季度站稳脚跟，为全年爆发打下基础",
                "優化入職流程，讓新人第一天就能上手",
                """
                # 2026年Q2 OKR

                ## O1：优化结账流程

                背景：财务同事每月要连熬三个通宵

                - KR1：月结时间由6天缩短到2天
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if item.why is not None or (self.options.skip_committed and item.kind == "committed"):
            return
        opening = lead(text)
        if opening is None or opening.verb_class in (None, "output") or _length(text) > self.options.longest:
            return  # a thing to be made is a task, which is another defect than saying no reason
        if says_why(text, context) or says_for_whom(text, context):
            return
        yield self.hit(
            item.text.span,
            "silent",
            text=text.strip().rstrip("。.!！"),
            certainty="medium" if is_flat(text, opening, context) else "low",
        )


def _length(text: str) -> float:
    """Return how many words a text has; a Chinese word counts two characters."""
    if text.isascii():
        return len(text.split())
    characters = sum(map(is_cjk, text))
    latin = "".join(" " if is_cjk(char) else char for char in text) if characters else text
    return len(latin.split()) + characters / 2
