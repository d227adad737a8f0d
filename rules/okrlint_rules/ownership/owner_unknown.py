"""OW006."""

from collections.abc import Iterator
from itertools import chain

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_cjk,
)
from okrlint_rules.ownership.owners import owners_told_with


class OwnerUnknown(ItemRule):
    """An owner whom nobody knows answers for nothing.

    What it checks: each owner of an objective, a key result or the whole document is on the roster: by name, by
    handle, by a part of the name (Ana for Ana Ruiz), or with words around it (产品部王芳). The roster is the
    configuration's `members`, with the members and the names of its `teams`, and the option `roster`. Where teams
    alone name people, it is known who there is if each of them does, and in the documents of these teams only. Without
    a roster it is silent.

    Why: a name that was misspelt, or of somebody who has left, leaves the item with nobody. The rule is our own.

    When to switch it off: name nobody in the configuration, or ignore it where owners come from elsewhere, too.
    """

    manual_zh = """谁都不认识的负责人，等于没有负责人。

    检查什么：目标、关键结果或整个文档的每位负责人都在名单上：姓名、账号、名字的一部分（Ana 即 Ana Ruiz）
    或前后带有别的词（产品部王芳）均可。名单由配置的 `members`、各 `teams` 的成员与名称，以及选项 `roster` 合成。
    只有团队列了成员时，须每个团队都列出，才算知道有哪些人，而且只看这些团队的文档。没有名单时不检查。

    为什么：名字写错，或负责人已经离职，这一条就没有人负责了。本规则由我们自定。

    何时关闭：配置里不写任何人即可；负责人也会来自名单之外时，请忽略本规则。
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
                "Names and handles of those who may own, such as “Ana Ruiz” or “@aruiz”, beside those whom the "
                "configuration names; teams and roles too, where they may. Where nobody is named, anybody may.",
                "可以作为负责人的姓名和账号，例如“王芳”或“@wangfang”，与配置里写明的人合在一起；允许团队或角色负责时也写在"
                "这里。谁都没有写时不限。",
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
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        ==> .okrlint.yaml
                        members: [Ana Ruiz, "@lchen"]

                        ==> growth.md
                        # Growth team OKRs 2026-Q2

                        ## O1: Make every customer glad they stayed

                        - KR1: Churn falls from 4% to 2% (owner: Ana)
                        - KR2: 900 qualified leads (owner: ⟦Mo Salim⟧)
                        """,
                        """
                        ==> .okrlint.yaml
                        teams:
                          Growth: {members: [Ana Ruiz]}
                          Support: {members: ["@lchen"]}

                        ==> growth.md
                        # OKRs 2026-Q2

                        - Team: Growth team

                        ## O1: Make every customer glad they stayed

                        - KR1: Churn falls from 4% to 2% (owner: @lchen)
                        - KR2: 900 qualified leads (owner: ⟦Mo Salim⟧)
                        """,
                    ),
                    "zh": (
                        """
                        ==> .okrlint.yaml
                        members: [王芳, "@lchen"]

                        ==> 增长.md
                        # 增长组 2026年Q2 OKR

                        ## O1：让每位客户都庆幸选择了我们

                        - KR1：流失率从4%降至2%（负责人：王芳）
                        - KR2：有效线索达到900条（负责人：⟦赵小明⟧）
                        """,
                    ),
                },
                good={
                    "en": (
                        """
                        ==> .okrlint.yaml
                        teams:
                          Growth: {members: [Ana Ruiz]}
                          Support: {}

                        ==> growth.md
                        # OKRs 2026-Q2

                        - Team: Growth

                        ## O1: Make every customer glad they stayed

                        - KR1: 900 qualified leads (owner: Mo Salim)
                        """,
                        """
                        ==> .okrlint.yaml
                        teams:
                          Growth: {members: [Ana Ruiz]}

                        ==> legal.md
                        # OKRs 2026-Q2

                        - Team: Legal

                        ## O1: Make contracts a pleasure to read

                        - KR1: 9 of 10 need no second talk (owner: Mo Salim)
                        """,
                    ),
                    "zh": (
                        """
                        ==> .okrlint.yaml
                        members: [王芳]
                        teams:
                          增长组: {}

                        ==> 增长.md
                        # 2026年Q2 OKR

                        - 团队：增长组

                        ## O1：让每位客户都庆幸选择了我们

                        - KR1：流失率从4%降至2%（负责人：产品部王芳）
                        - KR2：有效线索达到900条（负责人：增长组）
                        """,
                    ),
                },
            ),
        ),
    )

    _known: "_Roster | None" = None

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        owners = owners_told_with(item, context)
        if not owners:
            return
        roster = self._roster(context)
        if not roster.names or not (roster.is_for_all or _team_of(context) in roster.teams):
            return
        for owner in owners:
            if not roster.has(owner.value):
                yield self.hit(owner.span, "unknown", owner=owner)

    def _roster(self, context: Context) -> "_Roster":
        """Return who is known; it is made once for all documents of a run."""
        known = self._known
        if known is None or known.told_by[0] is not context.teams or known.told_by[1] is not context.members:
            known = self._known = _Roster(self.options.roster, context)
        return known


class _Roster:
    """Who there is.

    Args:
        names: as the rule's option has them.
        context: has those of the configuration.

    Attributes:
        names: of people and teams; empty where nobody says who there is.
        teams: the names of the teams that say it.
        is_for_all: whether it is said for documents of other teams, too.
        told_by: what of the configuration it was made of.
    """

    def __init__(self, names: tuple[str, ...], context: Context) -> None:
        self.told_by = (context.teams, context.members)
        teams = context.teams.values()
        self.is_for_all = bool(names or context.members)
        is_known = self.is_for_all or all(team.members for team in teams)
        every = (*names, *context.members, *chain.from_iterable((team.name, *team.members) for team in teams))
        self.names = frozenset(filter(None, map(_plain, every))) if is_known else frozenset()
        self.teams = frozenset(_team(team.name) for team in teams)
        self._by_word: dict[str, list[frozenset[str]]] = {}
        for name in self.names:
            if not any(map(is_cjk, name)):
                words = frozenset(name.split())
                for word in words:
                    self._by_word.setdefault(word, []).append(words)
        self._seen: dict[str, bool] = {}

    def has(self, owner: str) -> bool:
        """Tell whether an owner is among them."""
        if owner not in self._seen:
            self._seen[owner] = self._has(_plain(owner[:_LONGEST]))
        return self._seen[owner]

    def _has(self, name: str) -> bool:
        if name in self.names:
            return True
        if any(map(is_cjk, name)):
            parts = {name[start:end] for start in range(len(name)) for end in range(start + 2, len(name) + 1)}
            return any(any(map(is_cjk, part)) for part in parts & self.names)
        words = frozenset(name.split())
        return any(words <= known or known <= words for word in words for known in self._by_word.get(word, ()))


_LONGEST = 60
"""Characters of an owner that are looked at: no name has as many."""


def _team_of(context: Context) -> str:
    team = (context.objective and context.objective.team) or context.document.team
    return _team(team.value) if team else ""


def _team(name: str) -> str:
    """Return the name of a team without the word for one: Growth, Growth team; 增长, 增长团队, 增长组."""
    return _plain(name).removeprefix("the ").removesuffix(" team").removesuffix("团队").removesuffix("组")


def _plain(name: str) -> str:
    """Return a name in one spelling: half width, simplified, lower case, without `@`."""
    return " ".join(fold(name).lower().replace("@", " ").replace(".", " ").split())
