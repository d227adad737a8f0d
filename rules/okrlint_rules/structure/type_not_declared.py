"""ST006."""

from collections.abc import Iterable, Iterator

from okrlint.plugins import (
    Context,
    Examples,
    Field,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_dropped,
)
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class TypeNotDeclared(ObjectiveRule):
    """Committed or aspirational: whoever grades it must know.

    What it checks: an objective says of which type it is, in a field or a label ([aspirational], 【承诺型】); so may
    each of its key results, or the document for all. What counts as a type is set in `types`. Where
    no objective of a document says its type, it is silent unless `required` is set.

    Why: Google's playbook names it the first trap: a committed OKR is to be reached in full, an aspirational one at
    70%, and who confuses them either fails to deliver or dares nothing. Doerr and Feishu know both types too.

    When to switch it off: it is a hint; leave it off where all OKRs of a company are of one type.
    """

    manual_zh = """承诺型还是挑战型，评分的人必须知道。

    检查什么：目标用字段或标签写明类型（[aspirational]、【承诺型】）；也可以由每条关键结果分别写明，或由文档统一写明。
    哪些词算作类型，由 `types` 规定。
    整个文档都没有写类型时不提示，除非设置 `required`。

    为什么：谷歌的 OKR 手册把它列为第一个陷阱：承诺型要全部达成，挑战型达到七成就算好；混为一谈，不是交不了差，
    就是不敢挑战。杜尔和飞书也区分这两种类型。

    何时关闭：这里只作提示；公司的 OKR 都是同一类型时不必开启。
    """

    meta = Meta(
        code="ST006",
        name="type-not-declared",
        summary=Words("An objective says whether it is committed or aspirational.", "目标写明是承诺型还是挑战型。"),
        severity=Severity.HINT,
        on=False,
        sources=("G-PB", "DOERR", "FS", "YS"),
        since="0.1.0",
        folds=True,
    )

    class Options(RuleOptions):
        """Who must say it, and what a type is."""

        required: bool = False
        types: tuple[str, ...] = (
            "committed", "aspirational", "stretch", "moonshot", "roofshot", "learning",
            "承诺", "挑战", "愿景", "学习", "探索",
        )  # fmt: skip
        about = {
            "required": Words(
                "Whether every objective must say its type, as Google's playbook asks; otherwise only those beside "
                "one that does.",
                "是否每个目标都必须写明类型（谷歌的 OKR 手册如此要求）；否则只要求与已写明类型的目标并列的目标。",
            ),
            "types": Words(
                "What the value of a field for the type begins with. The first five words are those of Google and "
                "Doerr, the Chinese ones those of Feishu; learning goals stand beside them in newer texts.",
                "类型字段的值以哪些词开头才算。前五个英文词出自谷歌和杜尔，中文的出自飞书；较新的资料另有学习型目标。",
            ),
        }

    options: Options

    messages = {
        "undeclared": Words(
            "“{text}” does not say whether it is committed (to be reached in full) or aspirational (70% is good); mark "
            "it, as in “[committed]” or “[aspirational]”",
            "“{text}”没有写明是承诺型（须全部达成）还是挑战型（七成即佳）；请标明，例如“【承诺型】”或“【挑战型】”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Win the campus market⟧",
                "⟦Win back the trust that the outage cost us⟧",
                "⟦Delight our committed users⟧",
            ),
            "zh": (
                "⟦拿下高校市场⟧",
                "⟦重建故障後的信任⟧",
                "⟦让挑战者联盟的会员以我们为荣⟧",
            ),
        },
        good={
            "en": (
                "Win the campus market [aspirational]",
                "Win back the trust that the outage cost us (committed)",
                """
                # OKRs 2026-Q2

                ## O1: Find out who would pay for repairs

                - Type: learning
                - KR1: 30 interviews
                """,
            ),
            "zh": (
                "拿下高校市场【挑战型】",
                "重建故障後的信任【承諾型】",
                """
                # 2026年Q2 OKR

                ## O1：弄清谁愿意为维修付费

                - 类型：学习型
                - KR1：访谈30位用户
                """,
            ),
        },
        options={"required": True},
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        if item.kind is not None or is_dropped(item) or self._is_told(context.document.fields):
            return
        key_results = live(item.key_results)
        if not self.options.required and all(each.kind is None for each in context.document.objectives):
            return
        if self._is_told(item.fields) or (key_results and all(self._is_told(each.fields) for each in key_results)):
            return
        yield self.hit(item.text.span, "undeclared", text=quoted(item.text))

    def _is_told(self, fields: Iterable[Field]) -> bool:
        """Tell whether a field for the type says one."""
        types = tuple(fold(word).lower() for word in self.options.types)
        return any(field.name == "kind" and fold(field.text.value).lower().startswith(types) for field in fields)
