"""OW006."""

from collections.abc import Iterator
from functools import cached_property

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    Owner,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_cjk,
)
from okrlint_rules.ownership.owners import owners_told_with


class OwnerUnknown(ItemRule):
    """An owner whom nobody knows answers for nothing.

    What it checks: each owner of an objective, a key result or the whole document is in `roster`: by name, by handle,
    by a part of the name (Ana for Ana Ruiz), or with words around it (产品部王芳). Without a roster it is silent.

    Why: a name that was misspelt, or of somebody who has left, leaves the item with nobody. The rule is our own.

    When to switch it off: leave `roster` empty.
    """

    manual_zh = """谁都不认识的负责人，等于没有负责人。

    检查什么：目标、关键结果或整个文档的每位负责人都在名单 `roster` 里：姓名、账号、名字的一部分（Ana 即 Ana Ruiz）
    或前后带有别的词（产品部王芳）均可。没有设置名单时不检查。

    为什么：名字写错，或负责人已经离职，这一条就没有人负责了。本规则由我们自定。

    何时关闭：让 `roster` 留空即可。
    """

    meta = Meta(
        code="OW006",
        name="owner-unknown",
        summary=Words("An owner is somebody on the roster.", "负责人在名单上。"),
        severity=Severity.WARNING,
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Who there is."""

        roster: tuple[str, ...] = ()
        about = {
            "roster": Words(
                "Names and handles of those who may own, such as “Ana Ruiz” or “@aruiz”; teams and roles too, where "
                "they may. Empty means that anybody may.",
                "可以作为负责人的姓名和账号，例如“王芳”或“@wangfang”；允许团队或角色负责时也写在这里。留空表示不限。",
            )
        }

    options: Options

    messages = {
        "unknown": Words(
            "“{owner}” is not on the roster: a misspelt name, or somebody who has left? Name one who is, as in "
            "“(owner: <name>)”, or add the name to the roster",
            "“{owner}”不在名单上：是写错了，还是已经离职？请写名单上的一位，例如“（负责人：<姓名>）”，或把姓名加入名单",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (owner: ⟦Anna Ruis⟧)",
                "900 qualified leads by 30 June ⟦@lchan⟧",
                """
                # OKRs 2026-Q2

                Owner: ⟦Bob Roe⟧

                ## O1: Make every customer glad they stayed

                | Key result | Owner |
                |---|---|
                | churn falls from 4% to 2% | Ana Ruiz |
                | 900 qualified leads | ⟦Mo Salim⟧ |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（负责人：⟦王方⟧）",
                "有效線索達到900條（負責人：⟦李彊⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 负责人 |
                |---|---|
                | 流失率从4%降至2% | 王芳 |
                | 有效线索达到900条 | ⟦赵小明⟧ |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (owner: Ana Ruiz)",
                "churn falls from 4% to 2% (owner: ana)",
                "900 qualified leads by 30 June @lchen",
                "churn falls from 4% to 2%",
            ),
            "zh": (
                "流失率从4%降至2%（负责人：王芳）",
                "流失率从4%降至2%（负责人：产品部王芳）",
                "有效線索達到900條（負責人：陳麗）",
            ),
        },
        options={"roster": ("Ana Ruiz", "@lchen", "王芳", "陈丽", "李强")},
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        if not self.options.roster:
            return
        for owner in owners_told_with(item, context):
            if not self._is_known(owner):
                yield self.hit(owner.span, "unknown", owner=owner)

    def _is_known(self, owner: Owner) -> bool:
        name = _plain(owner.value)
        if name in self._names:
            return True
        if any(map(is_cjk, name)):
            return any(known in name for known in self._names if len(known) > 1 and any(map(is_cjk, known)))
        words = set(name.split())
        return any(words <= known or known <= words for known in self._words)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(map(_plain, self.options.roster))

    @cached_property
    def _words(self) -> tuple[frozenset[str], ...]:
        """The words of each name in Latin letters."""
        return tuple(frozenset(name.split()) for name in sorted(self._names) if name and not any(map(is_cjk, name)))


def _plain(name: str) -> str:
    """Return a name in one spelling: half width, simplified, lower case, without `@`."""
    return " ".join(fold(name).lower().replace("@", " ").replace(".", " ").split())
