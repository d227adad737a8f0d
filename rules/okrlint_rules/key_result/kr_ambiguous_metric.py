"""KW007."""

from collections.abc import Iterator

from okrlint.plugins import (
    Amount,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Lexicon,
    Meta,
    Severity,
    Words,
    amounts,
    clauses,
    direction,
    fold,
    lead,
    metric_name,
)


class KrAmbiguousMetric(KeyResultRule):
    """The measure of a key result has one reading.

    What it checks: a measure that is read in several ways (users, engagement, traffic, growth, quality) comes with a
    word in the same clause that settles who counts or over what time (weekly, paying, registered). A definition
    beside the key result, a named measure, or a definition for the whole document clears it, and people who are
    interviewed or trained one by one are counted, not measured. Only the first clause is looked at: what follows
    may be told by it ("20 firms use it free, 40,000 users"). The measures are in the list `ambiguous_metrics`,
    the words that settle them in `metric_qualifiers`.

    Why: Google's playbook asks of "one million users" whether all-time or seven-day active ones are meant; two honest
    people would grade it in two ways.

    When to switch it off: where the team has one well-known definition of each measure.
    """

    manual_zh = """关键结果里的指标只有一种读法。

    检查什么：容易有多种理解的指标（用户数、活跃度、流量、影响力、增长），同一分句里有没有说清算谁、算多长时间（周、付费、注册等）。
    附有口径说明、写明指标名称、文档里统一说明了口径的不报；逐个访谈、培训的人是数出来的，也不报。
    只看第一个分句：后面的分句可能由它限定（“20家企业免费使用，用户4万名”）。
    指标在词表 `ambiguous_metrics` 里，限定词在 `metric_qualifiers` 里。

    为什么：谷歌的手册举例追问：“一百万用户”是历史累计，还是七日活跃？两个诚实的人会打出两个分数。

    何时关闭：团队对每个指标早有公认口径时。
    """

    meta = Meta(
        code="KW007",
        name="kr-ambiguous-metric",
        summary=Words("The measure of a key result has one reading.", "关键结果里的指标只有一种读法。"),
        severity=Severity.INFO,
        certainty="medium",
        sources=("G-PB",),
        since="0.1.0",
    )

    messages = {
        "ambiguous": Words(
            "“{metric}” can be counted in several ways; say who counts and over what time, as in “<weekly or paying> "
            "{metric}”, or add “(definition: <how it is counted>)”",
            "“{metric}”可以有好几种算法；请写明算谁、算多长时间，例如“<月活或付费>{metric}”，或补充“（口径：<计算方法>）”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Reach 250,000 ⟦users⟧",
                "⟦Engagement⟧ rises from 40 to 65",
                "Website ⟦traffic⟧ grows by 30%",
            ),
            "zh": (
                "⟦用户数⟧达到25万",
                "社区⟦活跃度⟧从40提升到65",
                "官網⟦流量⟧增長30%",
            ),
        },
        good={
            "en": (
                "Reach 250,000 weekly active users",
                "Interview 20 users of the old planner",
                "Weekly website traffic grows by 30%",
                "Code quality gate passes in 95% of builds",
                """
                # OKRs 2026-Q2

                ## O1: Be the planner that families open first

                - KR1: Reach 250,000 users
                  - Measure: people who opened the planner in the last seven days
                """,
            ),
            "zh": (
                "周活跃用户数达到25万",
                "访谈20位用户",
                "官网月流量增长30%",
                "付費用戶數達到2萬",
                """
                # 2026年Q2 OKR

                ## O1：让家庭出游先想到我们

                - KR1：用户数达到25万
                  - 口径：近七天打开过应用的人
                """,
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if not amounts(text) or not (parts := clauses(text)):
            return
        clause = parts[0]
        measured = [amount for amount in amounts(text) if clause.start <= amount.start < clause.end]
        words = text[clause.start : clause.end]
        ambiguous = context.lexicon("ambiguous_metrics")
        if not measured or not ambiguous.has(words) or context.lexicon("metric_qualifiers").has(words):
            return
        if _is_defined(item, context) or _is_work(words):
            return
        for amount in measured:
            place = _ambiguous(text, amount, ambiguous)
            if place is not None:
                yield self.hit(item.text.locate(*place), "ambiguous", metric=text[slice(*place)])
                return


_DEFINITIONS = ("definition", "口径", "统计口径", "定义", "计算方式", "計算方式", "口徑", "glossary")

_COUNTED = frozenset(("users", "visitors", "用户"))
"""Units that are a measure of their own: 1M users."""


def _is_defined(item: KeyResult, context: Context) -> bool:
    """Tell whether how the measure is counted is told beside the key result or for the whole document."""
    if item.measures or item.field(*_DEFINITIONS) is not None:
        return True
    if item.metric is not None and item.metric.name is not None:
        return True
    return any(field.name in _DEFINITIONS for field in context.document.fields)


def _is_work(words: str) -> bool:
    """Tell whether a clause begins with work on people, who then are dealt with one by one: 访谈用户15位."""
    first = lead(words)
    return first is not None and first.verb_class in ("soft", "output")


def _ambiguous(text: str, amount: Amount, ambiguous: Lexicon) -> tuple[int, int] | None:
    """Return where the ambiguous name of an amount's measure stands, or None."""
    if amount.unit in _COUNTED and _is_reached(text, amount):
        unit = fold(text[amount.start : amount.end]).lower().rfind(amount.unit)
        return (amount.start + unit, amount.start + unit + len(amount.unit)) if unit >= 0 else None
    name = metric_name(text, amount.start)
    found = next((match for match in ambiguous.find(name) if match.end == len(name)), None)
    if found is None or amount.kind == "duration":
        return None
    start = fold(text).lower().rfind(name[found.start :], 0, amount.start)
    return (start, start + len(name) - found.start) if start >= 0 else None


def _is_reached(text: str, amount: Amount) -> bool:
    """Tell whether an amount is a level to get to, not people dealt with one by one (interview 20 users)."""
    before = fold(text[: amount.start]).lower().rstrip(" $~≥>")
    reached = before.endswith(
        ("reach", "reaches", "exceed", "exceeds", "hit", " to", "surpass", "have", "has", "attract")
    )
    return (
        reached
        or before.endswith(("达到", "突破", "超过", "至", "到", "拥有", "达"))
        or bool(direction(text, amount.start, amount.end))
    )
