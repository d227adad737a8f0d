"""KW002."""

from collections.abc import Iterator
from typing import Literal

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Lead,
    Meta,
    RuleOptions,
    Severity,
    Words,
    is_stative_deliverable,
    kind,
    lead,
    quantified,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.verdicts import is_proven_verdict


class KrIsActivity(KeyResultRule):
    """A key result names what changes, not the work that is done for it.

    What it checks: a key result without a number does not begin with a verb of work (help, analyze, launch,
    制定, 推进), nor is it the name or the being there of a deliverable ("SSO is live", 后台上线), which weighs less.

    Why: work can be finished completely while nothing improves. In the trainer's case one key result of four names
    work (the design of a scheme of points); Google's guides warn of consult, help, analyze and participate.

    When to switch it off: where milestones with evidence count as key results, set `allow_evidence` instead.
    """

    manual_zh = """关键结果写的是发生了什么变化，不是做了什么工作。

    检查什么：没有数字的关键结果，是否以表示工作的动词开头（协助、分析、上线、制定、推进），
    或只是某个交付物的名称、某样东西已经做好（“后台上线”“单点登录可用”，后者较轻）。
    由他人颁发、写明凭据的证书或许可，以及学习者人人都会的本领，不报。

    为什么：工作可以全部做完，而什么都没有改善。培训师的案例里，四条关键结果中有一条写的是工作（设计一套积分方案）；
    谷歌的指南也提醒慎用“咨询、协助、分析、参与”这类词。

    何时关闭：若团队允许以附有证据的里程碑作为关键结果，请改用 `allow_evidence`。
    """

    meta = Meta(
        code="KW002",
        name="kr-is-activity",
        summary=Words(
            "A key result names the result of work, not the work.",
            "关键结果写的是工作的结果，不是工作本身。",
        ),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "G-RW", "G-PB", "WOD", "CAS", "LAM", "OP"),
        since="0.1.0",
        supersedes=("KW001", "KW009", "KW010", "KW018"),
    )

    class Options(RuleOptions):
        """What counts as work, and how much it weighs."""

        soft: Literal["hint", "info", "warning", "error"] = "error"
        output_unquantified: Literal["hint", "info", "warning", "error"] = "error"
        stative: Literal["hint", "info", "warning", "error"] = "warning"

        extra_verbs: tuple[str, ...] = ()
        allow_evidence: bool = False
        about = {
            "soft": Words(
                "The severity of work without anything at its end (help, analyze) and of going on (maintain). Google's "
                "guides and Wodtke alike reject it.",
                "没有产物的工作（协助、分析）和延续现状（保持）按什么等级报告。谷歌的指南和沃特克都不接受这种写法。",
            ),
            "output_unquantified": Words(
                "The severity of something made or finished without a number (launch, publish). Wodtke rejects it, "
                "Google accepts milestones.",
                "没有数字的做成某事（上线、制定）按什么等级报告。沃特克不接受，谷歌接受里程碑。",
            ),
            "stative": Words(
                "The severity of a deliverable that is just named, or said to be there (“SSO is live”). The value is "
                "ours.",
                "只写出交付物的名称或说它已经做好（“后台上线”）按什么等级报告。取值由我们自定。",
            ),
            "extra_verbs": Words(
                "More words that name work where a key result begins with them, in lower case.",
                "更多表示工作的词：出现在关键结果开头时算作工作（英文用小写）。",
            ),
            "allow_evidence": Words(
                "Whether a milestone passes that has a date of its own and a measure or a source beside it "
                "(Google: measurable milestones with evidence).",
                "是否放过有自己的日期、并附有衡量标准或数据来源的里程碑（谷歌：有证据的可衡量里程碑）。",
            ),
        }

    options: Options

    messages = {
        "work": Words(
            "“{word}” names work, and no number measures “{text}”: it can be done while nothing improves. Say what "
            "changes by it, as in “<metric> from <baseline> to <target> by <date>”",
            "“{text}”写的是一项工作（“{word}”），也没有可衡量的数字：做完了也可能毫无改善。请写明它带来什么变化，"
            "例如“<指标>从<基线>到<目标值>，<日期>前”",
        ),
        "done": Words(
            "“{text}” tells of work, and no number measures it: it can be done while nothing improves. Say what "
            "changes by it, as in “<metric> from <baseline> to <target> by <date>”",
            "“{text}”写的是一项工作，也没有可衡量的数字：做完了也可能毫无改善。请写明它带来什么变化，"
            "例如“<指标>从<基线>到<目标值>，<日期>前”",
        ),
        "usual": Words(
            "“{word}” goes on with what is there, and no number measures “{text}”: nothing tells well from badly done. "
            "Say which level counts, as in “<metric> at <target> by <date>”",
            "“{word}”是延续现状，“{text}”也没有可衡量的数字：做得好坏无从判断。请写明什么水平才算好，"
            "例如“<日期>前<指标>达到并保持在<目标值>”",
        ),
        "deliverable": Words(
            "“{text}” says what will be there or done, not what changes by it, and no number measures it; say what "
            "changes, as in “<metric> from <baseline> to <target> by <date>”",
            "“{text}”只写了做成什么，没有写带来什么变化，也没有可衡量的数字；请写明变化，"
            "例如“<指标>从<基线>到<目标值>，<日期>前”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Help sales prepare renewals⟧",
                "⟦Analyze funnel drop-off⟧",
                "⟦Design a scheme of points that rewards users⟧",
                "⟦Single sign-on is live⟧",
                "⟦Every employee can access the wiki⟧",
                "⟦Prepare a break-even analysis⟧",
                "⟦Planning permission granted for the new wing⟧",
            ),
            "zh": (
                "⟦配合市场部做好推广工作⟧",
                "⟦调研竞品的定价策略⟧",
                "⟦设计奖励用户的积分方案⟧",
                "⟦制訂客服話術手冊⟧",
                "⟦每位员工都能登录新系统⟧",
                "⟦完成盈亏平衡测算⟧",
                "⟦取得消防合格证⟧",
            ),
        },
        good={
            "en": (
                "Win back 40 lapsed accounts through assisted renewals",
                "Support 5,000 concurrent users",
                "Release notes read by 400 admins",
                "Cleaning staff sick days per head: five or fewer (eight in spring)",
                "Finish the Berlin half in under 1:55 (best so far 2:07)",
                "Answer the emergency line within 0:20",
                "ISO 9001 certificate issued without a major finding by 20 May",
                "Planning permission granted for the new wing by 20 May (evidence: council notice)",
                "Fire-safety certificate issued by 30 June (evidence: certificate no.)",
                "Break even by May",
                "Every pupil in Year 7 can do long division",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: Rewrite the help centre
                  - Target: 90% of readers need no ticket
                """,
            ),
            "zh": (
                "推广带来的有效线索达到900条",
                "支持10万并发",
                "培训满意度达到95%",
                "取得ISO 9001认证证书，无严重不符合项（凭据：证书编号）",
                "消防驗收合格證5月20日前取得（憑據：證書編號）",
                "通过三级甲等医院复审（凭据：批文）",
                "全班每个孩子都能独立过马路",
                "調價後客單價由86元提升到102元",
            ),
        },
        also=(
            Examples(
                bad={
                    "en": ("⟦Maintain the help centre⟧",),
                    "zh": (
                        "⟦继续维护后台⟧",
                        "⟦5月底前择机开设第二家诊所⟧",
                    ),
                },
                good={},
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if not self._is_work(item) or (self.options.allow_evidence and _has_evidence(item)):
            return
        if is_proven_verdict(item):
            return
        text = item.text.value
        opening = lead(text)
        if opening is None or is_stative_deliverable(text):
            severity = Severity[self.options.stative.upper()]
            yield self.hit(item.text.span, "deliverable", text=quoted(text), severity=severity)
            return
        message = "usual" if opening.verb_class == "usual" else "work" if self._names_work(opening) else "done"
        word = text[opening.start : opening.end]
        yield self.hit(item.text.span, message, text=quoted(text), word=word, severity=self._severity(opening))

    def _severity(self, opening: Lead) -> Severity:
        """Return how bad it is that a key result begins so: only a verb of making has a product at its end."""
        is_extra = opening.word.lower() in self.options.extra_verbs
        is_made = opening.verb_class not in ("soft", "usual") and not is_extra
        return Severity[(self.options.output_unquantified if is_made else self.options.soft).upper()]

    def _names_work(self, opening: Lead) -> bool:
        """Tell whether the first word is what names the work: 部署新系统, but not 各区完成部署."""
        return opening.verb_class is not None or opening.word.lower() in self.options.extra_verbs

    def _is_work(self, item: KeyResult) -> bool:
        if kind(item) == "activity":
            return True
        if not self.options.extra_verbs or quantified(item):
            return False
        opening = lead(item.text.value)
        return opening is not None and opening.word.lower() in self.options.extra_verbs


def _has_evidence(item: KeyResult) -> bool:
    dated = item.deadline is not None and not item.deadline_inherited
    return dated and (bool(item.measures) or item.field("source") is not None)
