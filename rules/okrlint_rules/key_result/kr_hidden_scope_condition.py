"""KW019."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, KeyResult, KeyResultRule, Meta, Severity, Words, quantified
from okrlint_rules.quoting import quoted


class KrHiddenScopeCondition(KeyResultRule):
    """A number holds, and not only where it suits.

    What it checks: no clause beside the number of a key result lets it off when it suits (where possible, if time
    permits, as needed, 视情况, 原则上, 条件允许).

    Why: INCOSE's guide to requirements calls them escape clauses: whether the number counted is then decided at the
    end, by those who are graded by it.

    When to switch it off: where a condition is defined elsewhere; take its words out of the list
    (`lexicon.escape_clauses: ["!as needed"]`). Without a number, such words are reported by `kr-vague-term`.
    """

    manual_zh = """数字要算数，不能只在方便的时候才算。

    检查什么：关键结果的数字旁边，有没有可以随时免责的话（视情况、原则上、必要时、条件允许、where possible）。

    为什么：INCOSE 的需求编写指南把它叫作“逃逸条款”：数字算不算数，要到最后由被考核的人来定。

    何时关闭：条件另有明确定义时，可在词表里加例外（`lexicon.escape_clauses: ["!必要时"]`）。
    没有数字的由 kr-vague-term 指出。
    """

    meta = Meta(
        code="KW019",
        name="kr-hidden-scope-condition",
        summary=Words(
            "A number holds, and not only where it suits.",
            "数字要算数，不能只在方便的时候才算。",
        ),
        severity=Severity.WARNING,
        tier=3,
        sources=("INC", "FEM"),
        since="0.1.0",
    )

    messages = {
        "escape": Words(
            "“{words}” leaves it open whether the number in “{text}” counts; leave it out, or say which cases are "
            "excepted, as in “<metric> at <target>, except <which cases>”",
            "有了“{words}”，“{text}”里的数字算不算数就说不清了；请删去，或写明哪些情况例外，"
            "例如“<指标>达到<目标值>（<哪些情况>除外）”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Answer 90% of letters within 2 days ⟦where possible⟧",
                "Visit 30 farms, ⟦weather permitting⟧",
                "Train 12 new guides ⟦if budget allows⟧",
            ),
            "zh": (
                "90%的来信⟦原则上⟧在2天内答复",
                "⟦条件允许⟧时走访30个农户",
                "⟦視情況⟧培訓12名新嚮導",
            ),
        },
        good={
            "en": (
                "Answer 90% of letters within 2 days, except those in need of a lawyer",
                "Visit 30 farms",
                "Answer letters where possible",
                "12 guides learn what to do when guests feel unwell",
            ),
            "zh": (
                "90%的来信在2天内答复（需法务参与的除外）",
                "走访30个农户",
                "尽量答复来信",
                "12位嚮導掌握必要時長的急救訓練",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if not quantified(item):
            return
        text = item.text
        found = next(context.lexicon("escape_clauses").find(text.value), None)
        if found is not None:
            words = text.value[found.start : found.end]
            yield self.hit(text.locate(found.start, found.end), "escape", words=words, text=quoted(text))
