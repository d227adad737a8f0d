"""OB002."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    Severity,
    Words,
    is_stative_deliverable,
    lead,
    metric_amount,
)
from okrlint_rules.objective.housekeeping import is_duty, is_flat
from okrlint_rules.objective.purposes import changes, says_for_whom, says_why
from okrlint_rules.quoting import quoted


class ObjectiveIsTask(ObjectiveRule):
    """An objective names a state worth reaching, not a task.

    What it checks: an objective does not begin with a verb of making or of work (launch, migrate, assist, 制定, 协助),
    nor is it the name of a deliverable, unless it says why or for whom (the lists `inspiring` and `beneficiaries`) or
    what grows or falls by it. The finding is sure where the work only attends to what others want (assist, follow up,
    配合, 做好); a launch or a migration may well be an ambition, and is shown on request.

    Why: a task can be ticked off while nobody is better off. Wodtke calls "just shipping something" too boring; for
    Doerr an objective is significant; Google's playbook warns of launches that name no benefit.

    When to switch it off: where shipping itself is what the cycle is for. Google's own objectives do name features.
    """

    manual_zh = """目标写的是值得达到的局面，不是一项任务。

    检查什么：目标是否以表示制作或工作的词开头（上线、迁移、制定、协助），或者只是某个交付物的名称，
    而没有说明为什么、为谁（词表 `inspiring` 和 `beneficiaries`），也没有说明什么会因此增减。
    只有应付他人需要的工作（协助、配合、跟进、做好）才算有把握的发现；上线、迁移也可能是一份雄心，放宽把握程度时才显示。

    为什么：任务可以打勾，却未必有谁受益。沃特克认为“只是发布点什么”太乏味；杜尔说目标要有分量；
    谷歌的手册提醒不要只写“上线某某”而不说好处。

    何时关闭：本周期的意义就在于交付时。谷歌自己的目标里也有功能名称。
    """

    meta = Meta(
        code="OB002",
        name="objective-is-task",
        summary=Words(
            "An objective names a state worth reaching, not a task.",
            "目标写的是值得达到的局面，不是一项任务。",
        ),
        severity=Severity.WARNING,
        certainty="low",
        sources=("WOD", "DOERR", "G-PB"),
        since="0.1.0",
        supersedes=("OB003", "OB010"),
    )

    messages = {
        "work": Words(
            "“{word}” names work, and “{text}” can be done while nobody is better off; say what will be true then, as "
            "in “<who> can <do what>”, and make the work an action",
            "“{word}”写的是要做的事，“{text}”做完了也未必有谁受益；请写明做成之后的局面，例如“让<谁>能够<做什么>”，"
            "这件事本身列入行动计划",
        ),
        "thing": Words(
            "“{text}” says what will be there, not who is better off by it; say what will be true then, as in “<who> "
            "can <do what>”",
            "“{text}”只说了会有什么，没有说谁会受益；请写明有了之后的局面，例如“让<谁>能够<做什么>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Move payroll to the new provider⟧",
                "⟦Publish a travel policy⟧",
                "⟦Assist the audit⟧",
                "⟦The intranet is live⟧",
            ),
            "zh": (
                "⟦完成仓储系统重构⟧",
                "⟦制定差旅管理办法⟧",
                "⟦配合審計部完成抽查⟧",
                "⟦新版官网上线⟧",
            ),
        },
        good={
            "en": (
                "Give finance a ledger they trust on closing night",
                "Build the kiosk that farmers recommend to each other",
                "Launch the night train so that nobody needs to fly",
                "Rebuild checkout and win back the carts that we lose",
                "Win the harbour quarter",
            ),
            "zh": (
                "让商家在大促当晚也能安心睡觉",
                "打造让新人第一天就能上手的研发环境",
                "上线夜间配送，成为夜班护士的首选",
                "重構結帳流程，降低流失",
                "赢下老城区",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        opening = lead(text)
        if opening is None:
            return
        is_thing = is_stative_deliverable(text)
        if not is_thing and (opening.verb_class not in ("output", "soft") or is_flat(text, opening, context)):
            return  # of a flat chore `objective-not-inspiring` speaks with more certainty
        if item.why is not None or says_why(text, context) or says_for_whom(text, context) or changes(text):
            return
        if is_thing:
            yield self.hit(item.text.span, "thing", text=quoted(text))
            return
        yield self.hit(
            item.text.span,
            "work",
            word=text[opening.start : opening.end],
            text=quoted(text),
            certainty="medium" if is_duty(text, context) and metric_amount(text) is None else "low",
        )
