"""AL007."""

from collections.abc import Iterator

from okrlint.plugins import (
    DocumentSummary,
    Examples,
    Hit,
    ItemSummary,
    Meta,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    Severity,
    Words,
    terms,
)
from okrlint_rules.alignment.dependencies import Dependency, TeamNames
from okrlint_rules.alignment.naming import listed, reference_to
from okrlint_rules.alignment.support import is_done, is_dropped, is_over, may_overlap
from okrlint_rules.alignment.teams import plain_team, stem_of
from okrlint_rules.quoting import quoted


class DependencyUnacknowledged(ProjectRule):
    """What a key result needs another team to do, that team's OKRs know of.

    What it checks: a key result that has another team of the project do something ("Marketing finishes its rebrand",
    "get the legal team to …", "depends on the Data team", 等市场部……, 推动法务部……, 由数据部提供……) is known to that
    team: an item of its OKRs of the same time supports it or is supported by it, or speaks of the same thing, or one
    of the team owns it. Teams are those that the configuration names (`teams`), and those that documents say they are
    of. Only a team that has OKRs in the project is asked.

    Why: a dependency that only one side has written down is found at the end of the cycle, when the other side was
    busy with its own key results. Google's playbook wants a key result in each team that takes part.

    When to switch it off: where teams agree on such things elsewhere.
    """

    manual_zh = """关键结果需要别的团队做什么，那个团队的 OKR 里应有所体现。

    检查什么：一条关键结果要靠项目里的另一个团队做某件事时（“Marketing finishes its rebrand”、
    “get the legal team to …”、“depends on the Data team”、等市场部……、推动法务部……、由数据部提供……），那个团队同期的
    OKR 里有一条支撑它、被它支撑，或谈到同一件事，或者由那个团队的人负责它。团队包括配置 `teams` 写明的，以及各文档
    写明所属的；只检查在项目里有 OKR 的团队。

    为什么：只有一方写下的依赖，要到周期末才暴露，而另一方一直在忙自己的关键结果。谷歌的手册要求参与其中的每个团队
    都有一条关键结果。

    何时关闭：团队之间在别处约定这类事情时。
    """

    meta = Meta(
        code="AL007",
        name="dependency-unacknowledged",
        summary=Words(
            "What a key result needs another team to do, that team's OKRs know of.",
            "关键结果依赖别的团队做的事，那个团队的 OKR 里有所体现。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        tier=2,
        sources=("G-PB",),
        since="0.1.0",
    )

    messages = {
        "unknown": Words(
            "“{words}”: {team} is to do this, but none of its OKRs ({documents}) supports it or speaks of it; agree on "
            "it and let {team} write it down, as in “<what you deliver> (supports: {reference})”, or state what you "
            "reach without it",
            "“{words}”：这要由{team}来做，而{team}的 OKR（{documents}）既没有支撑它，也没有谈到它；"
            "请与对方约定，由{team}写下“<何时交付什么>（支撑：{reference}）”，或改为不依赖对方也能达成的结果",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - KR1: Waiting falls from 12 to 4 minutes
                - KR2: ⟦Marketing finishes the new price boards⟧

                ==> marketing.md
                # Marketing team OKRs 2026-Q2

                ## O1: Let every village know our name
                - KR1: 300 people come to the open day
                """,
                """
                ==> .okrlint.yaml
                teams:
                  Legal: {members: [Ida Berg]}
                  Warehouse: {members: [Tom Ek]}

                ==> warehouse.md
                # OKRs 2026-Q2

                - Team: Warehouse

                ## O1: Move into a warehouse of our own
                - KR1: ⟦Get the legal team to sign the lease⟧ (owner: Tom Ek)
                - KR2: 40% of orders leave from there

                ==> legal.md
                # OKRs 2026-Q2

                - Team: Legal

                ## O1: Let nobody fear a contract
                - KR1: 90% of questions have an answer within a day
                """,
                """
                ==> payroll.md
                # Payroll team OKRs 2026-Q2

                ## O1: Give everybody a payslip that explains itself
                - KR1: ⟦12 charts with pay bands provided by the Data team⟧

                ==> data-q1.md
                # Data team OKRs 2026-Q1

                ## O1: Figures that nobody doubts
                - KR1: 12 charts of pay bands for payroll

                ==> data-q2.md
                # Data team OKRs 2026-Q2

                ## O1: Figures that nobody doubts
                - KR1: Errors fall from 40 to 5 a month
                """,
            ),
            "zh": (
                """
                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - KR1：等待时间由12分钟降到4分钟
                - KR2：⟦等市场部完成新价目牌⟧

                ==> 市场部.md
                # 市场部 2026年Q2 OKR

                ## O1：让每个村子都认识我们
                - KR1：开放日来访300人
                """,
                """
                ==> .okrlint.yaml
                teams:
                  法务部: {members: [王芳]}
                  仓储部: {members: [李强]}

                ==> 仓储.md
                # 2026年Q2 OKR

                - 团队：仓储部

                ## O1：搬进自己的仓库
                - KR1：⟦推动法务部签下租约⟧（负责人：李强）
                - KR2：四成订单从新仓发出

                ==> 法务.md
                # 2026年Q2 OKR

                - 团队：法务部

                ## O1：让合同不再可怕
                - KR1：九成咨询一天内答复
                """,
                """
                ==> 薪資組.md
                # 薪資組 2026年Q2 OKR

                ## O1：讓每張薪資單一看就懂
                - KR1：⟦由數據部提供12張圖表⟧

                ==> 數據部.md
                # 數據部 2026年Q2 OKR

                ## O1：讓數字不再被懷疑
                - KR1：錯誤由每月40處降到5處
                """,
            ),
        },
        good={
            "en": (
                """
                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - KR1: Waiting falls from 12 to 4 minutes
                - KR2: Marketing finishes the new price boards
                - KR3: Legal signs the lease of a second oven
                - KR4: 40 guests a day come from marketing events

                ==> marketing.md
                # Marketing team OKRs 2026-Q2

                ## O1: Let every village know our name
                - KR1: Price boards hang in all 14 shops
                """,
                """
                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - KR1: Marketing finishes the new price boards

                ==> marketing.md
                # Marketing team OKRs 2026-Q2

                ## O1: Let every village know our name
                - KR1: 14 shops look the same from the street (supports: ovens O1-KR1)
                """,
                """
                ==> .okrlint.yaml
                teams:
                  Legal: {members: [Ida Berg]}
                  Warehouse: {members: [Tom Ek]}

                ==> warehouse.md
                # OKRs 2026-Q2

                - Team: Warehouse

                ## O1: Move into a warehouse of our own
                - KR1: Get the legal team to sign the lease (owner: Ida Berg)

                ==> legal.md
                # OKRs 2026-Q2

                - Team: Legal

                ## O1: Let nobody fear a contract
                - KR1: 90% of questions have an answer within a day
                - KR2: Legal signs off 40 contracts
                """,
            ),
            "zh": (
                """
                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - KR1：等待时间由12分钟降到4分钟
                - KR2：等市场部完成新价目牌
                - KR3：法务部签下第二台烤炉的租约
                - KR4：每天40位客人来自市场部活动

                ==> 市场部.md
                # 市场部 2026年Q2 OKR

                ## O1：让每个村子都认识我们
                - KR1：价目牌挂进全部14家门店
                """,
                """
                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - KR1：等市场部完成新价目牌

                ==> 市场部.md
                # 市场部 2026年Q2 OKR

                ## O1：让每个村子都认识我们
                - KR1：14家门店的门面统一（支撑：烘焙组O1-KR1）
                """,
                """
                ==> .okrlint.yaml
                teams:
                  法務部: {members: [王芳]}
                  倉儲部: {members: [李強]}

                ==> 倉儲.md
                # 2026年Q2 OKR

                - 團隊：倉儲部

                ## O1：搬進自己的倉庫
                - KR1：推動法務部簽下租約（負責人：王芳）

                ==> 法務.md
                # 2026年Q2 OKR

                - 團隊：法務部

                ## O1：讓合約不再可怕
                - KR1：九成諮詢一天內答覆
                - KR2：法務部簽署40份合約
                """,
            ),
        },
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        teams = _Teams(item)
        if not teams.documents:
            return
        for number, document in enumerate(item.documents):
            own: frozenset[str] | None = None
            at = 0
            for objective, key_results in document.groups():
                for place, key_result in enumerate(key_results, at + 1):
                    for found in teams.names.found_in(key_result.text):
                        if own is None:
                            own = _own(document)
                        about = _Asked(Place(number, place), Place(number, at), key_result, objective, found)
                        if not (_is_own(found.team, own) or _is_past(about, context)):
                            yield from self._unknown(about, teams, item)
                at += 1 + len(key_results)

    def _unknown(self, asked: "_Asked", teams: "_Teams", project: Project) -> Iterator[Hit]:
        documents = teams.at_the_time(asked, project)
        if not documents or teams.has_owner(asked) or teams.knows(asked, documents, project):
            return
        text, found = asked.item.text, asked.found
        yield self.hit(
            asked.item.span,
            "unknown",
            place=asked.place,
            certainty=found.certainty,
            words=quoted(text),
            team=quoted(teams.title(found.team)),
            documents=listed([project.documents[each].path for each in documents], most=3),
            reference=reference_to(asked.place, project),
        )


class _Asked:
    """A key result that has a team do something."""

    def __init__(
        self, place: Place, objective: Place, item: ItemSummary, parent: ItemSummary, found: Dependency
    ) -> None:
        self.place, self.objective, self.item, self.parent, self.found = place, objective, item, parent, found

    def about(self) -> frozenset[str]:
        """Return what the team is to do, as terms: of its clause, or else of the whole key result."""
        text, found = self.item.text, self.found
        start, end = found.clause
        clause = terms(text[start : found.start] + " " + text[found.end : end])
        return (clause or terms(text[: found.start] + " " + text[found.end :])) - terms(found.team)


class _Teams:
    """The teams of a project and what their OKRs speak of.

    Attributes:
        documents: by a team's plain name the documents that hold its OKRs.
        names: of the teams that have any.
    """

    def __init__(self, project: Project) -> None:
        self.documents: dict[str, list[int]] = {}
        titles: dict[str, str] = {}
        for name in project.teams:
            titles.setdefault(plain_team(name), name)
        for number, document in enumerate(project.documents):
            said = [item.team for item in document.items if item.team]
            for name in dict.fromkeys([document.team.text, *said] if document.team else said):
                plain = plain_team(name)
                titles.setdefault(plain, name)
                numbers = self.documents.setdefault(plain, [])
                if not numbers or numbers[-1] != number:
                    numbers.append(number)
        self._titles = {plain: title for plain, title in titles.items() if plain in self.documents}
        spellings = (*self._titles.values(), *project.teams)
        self.names = TeamNames(dict.fromkeys(name for name in spellings if plain_team(name) in self.documents))
        self._members = {
            plain_team(name): {member.casefold() for member in team.members} for name, team in project.teams.items()
        }
        self._spoken: dict[str, dict[str, list[Place]]] = {}
        self._linked: set[tuple[Place, Place]] | None = None

    def title(self, team: str) -> str:
        """Return what a team is called."""
        return self._titles[team]

    def at_the_time(self, asked: _Asked, project: Project) -> list[int]:
        """Return the documents of the team that is asked whose cycle has days in common with the key result's."""
        period = asked.item.period
        theirs = self.documents[asked.found.team]
        return [each for each in theirs if may_overlap(project.documents[each].period, period)]

    def has_owner(self, asked: _Asked) -> bool:
        """Tell whether the team, or somebody of it, owns the key result."""
        team = asked.found.team
        owners = [owner.text for owner in asked.item.owners or asked.item.owners_inherited]
        members = self._members.get(team, set())
        return any(plain_team(owner) == team or owner.casefold() in members for owner in owners)

    def knows(self, asked: _Asked, documents: list[int], project: Project) -> bool:
        """Tell whether an item of a document supports a key result, is supported by it, or speaks of the same."""
        mine = set(documents)
        linked = self._links(project)
        if any((asked.objective, Place(each)) in linked for each in documents):
            return True
        about = asked.about()
        if not about:
            return True
        index = self._index(asked.found.team, project)
        shared: dict[Place, int] = {}
        for term in about:
            for place in index.get(term, ()):
                if place.document in mine:
                    shared[place] = shared.get(place, 0) + 1
        return bool(shared) and max(shared.values()) * _PART >= len(about)

    def _links(self, project: Project) -> set[tuple[Place, Place]]:
        """Return which objectives have a link with items of which documents, in either direction."""
        if self._linked is None:
            self._linked = set()
            for link in project.links:
                if link.state in ("found", "ambiguous"):
                    for target in link.targets:
                        if target.item is not None and link.source.item is not None:
                            one, other = project.objective(link.source), project.objective(target)
                            self._linked |= {(one, Place(other.document)), (other, Place(one.document))}
        return self._linked

    def _index(self, team: str, project: Project) -> dict[str, list[Place]]:
        """Return which objectives of a team, with their key results, have a term; of common terms some are enough."""
        index = self._spoken.get(team)
        if index is None:
            index = self._spoken[team] = {}
            for number in self.documents[team]:
                at = 0
                for objective, key_results in project.documents[number].groups():
                    texts = [each.text for each in (objective, *key_results) if not is_dropped(each)]
                    for term in frozenset[str]().union(*map(terms, texts)):
                        places = index.setdefault(term, [])
                        if len(places) < _MOST:
                            places.append(Place(number, at))
                    at += 1 + len(key_results)
        return index


_PART = 3
"""Of so many terms an objective must share one to speak of the same thing."""

_MOST = 500
"""Objectives of a team that are looked at for one term."""


def _own(document: DocumentSummary) -> frozenset[str]:
    """Return the names, any of which tells that a team is the document's own."""
    names = [item.team for item in document.items if item.team]
    if document.team:
        names.append(document.team.text)
    else:
        names += [document.title.text] if document.title else []
        names.append(stem_of(document.path))
    return frozenset(map(plain_team, names))


def _is_own(team: str, own: frozenset[str]) -> bool:
    return any(team in each or each in team for each in own)


def _is_past(asked: _Asked, context: ProjectContext) -> bool:
    return any(is_dropped(each) or is_done(each) for each in (asked.item, asked.parent)) or is_over(
        asked.item, context.today
    )
