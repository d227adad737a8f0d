"""AL004."""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.plugins import (
    Certainty,
    DocumentSummary,
    Examples,
    Hit,
    ItemSummary,
    Meta,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Words,
    amounts,
    fold,
    is_comparable,
    terms,
)
from okrlint_rules.alignment.naming import name_of
from okrlint_rules.alignment.sharing import is_shared
from okrlint_rules.alignment.support import is_dropped
from okrlint_rules.alignment.teams import plain_team, stem_of
from okrlint_rules.quoting import quoted


class ObjectiveCopiedFromParent(ProjectRule):
    """An objective says what a team contributes to the one above, in words of its own.

    What it checks: an objective that supports another, by itself or by a key result, does not repeat its words, nor
    add no more than the team's name to them; numbers, dates and the order of words make no difference. It may where
    either is marked as shared, with "(shared objective)" or 【共享目标】 in its line, or a field `shared`, and it has
    key results of its own. A key result may become an objective, or be passed on as it is. A team may carry its
    objective of the year into a quarter.

    Why: a copied objective says that a team is there, and not what it does; each team below must find out again what
    its part is. The trainer wants the team's own core work in it, and a handbook in Chinese that teams translate the
    company's goal instead of pasting it. GitLab passes on key results as they are, and has objectives that several
    functions share, with different key results.

    When to switch it off: where objectives are shared by the whole company on purpose.
    """

    manual_zh = """目标要用自己的话写明团队为上级目标贡献什么，而不是照抄。

    检查什么：一个目标若支撑另一个目标（自己写明，或由关键结果写明），不应重复它的原文，也不应只加上团队名称；数字、
    日期和语序的差别不计。任何一方标明是共享目标的除外：在目标那一行写“（共享目标）”“(shared objective)”，或有
    `shared` 字段，并且有自己的关键结果。关键结果可以成为下级的目标，也可以原样传递。团队可以把年度目标带入季度。

    为什么：照抄的目标只说明团队在场，没有说明它做什么；每个团队都得重新弄清自己的那一份。培训师要求写本团队的
    核心工作；一份中文资料要求各团队转化公司目标，而不是复制粘贴。GitLab 允许关键结果原样传递，也有多个职能共享
    的目标，但各有不同的关键结果。

    何时关闭：整个公司有意共用目标时。
    """

    meta = Meta(
        code="AL004",
        name="objective-copied-from-parent",
        summary=Words(
            "An objective says what it contributes to the one above, in words of its own.",
            "目标用自己的话写明为上级目标贡献什么。",
        ),
        severity=Severity.WARNING,
        tier=2,
        sources=("SEED", "GL", "YS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How alike is a copy."""

        min_similarity: float = 0.9
        about = {
            "min_similarity": Words(
                "How alike two objectives are at least, 0 to 1, for one to be a copy: the share of their words that "
                "both have.",
                "两个目标相似到什么程度才算照抄，0 到 1：两者共有的词所占的比例。",
            ),
        }
        ranges = {"min_similarity": (0.5, 1)}

    options: Options

    messages = {
        "copied": Words(
            "“{text}” repeats {parent}, which it supports, so it does not say what this team contributes; write the "
            "part that is yours, as in “<what changes for whom through our work>”",
            "“{text}”照抄了所支撑的 {parent}，没有说明本团队贡献什么；请写自己的那一份，例如“<通过我们的工作，谁有什么"
            "改变>”",
        ),
        "named": Words(
            "“{text}” repeats {parent}, which it supports, with no more than the team's name added; write the part "
            "that is yours, as in “<what changes for whom through our work>”",
            "“{text}”照抄了所支撑的 {parent}，只加上了团队名称；请写自己的那一份，例如“<通过我们的工作，谁有什么改变>”",
        ),
        "shared": Words(
            "“{text}” is shared with {parent}, but has no key results of its own; add what this team contributes, as "
            "in “<metric of ours> from <baseline> to <target>”",
            "“{text}”与 {parent} 共享，却没有自己的关键结果；请补上本团队的贡献，"
            "例如“<本团队的指标>从<基线>到<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Become the bakery that people cross town for
                - KR1: 40% of guests come from other districts

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: ⟦Become the bakery that people cross town for⟧
                - Aligned to: company-2026/O1
                - KR1: Waiting falls from 12 to 4 minutes
                """,
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Let every sailor find a berth at dusk
                - KR1: 30% of moorings are by recommendation

                ==> mooring.md
                # OKRs 2026-Q2

                - Team: Mooring

                ## O1: ⟦Mooring team: let every sailor find a berth at dusk in 2026⟧
                - KR1: 80% of skippers come back (supports: company-2026/O1)
                """,
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Make our parks the living room of the city
                - KR1: 9,000 picnics on Sundays

                ==> garden.md
                # Garden team OKRs 2026-Q2

                ## O1: ⟦Make our parks the living room of the city (shared objective)⟧
                - Supports: company-2026/O1
                - KR1: 9,000 picnics on Sundays
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：⟦成为值得跨城而来的面包房⟧
                - 对齐：公司2026年度目标O1
                - KR1：等待时间由12分钟降到4分钟
                """,
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：讓每位水手日落前找到泊位
                - KR1：三成靠泊來自推薦

                ==> 靠泊組.md
                # 2026年Q2 OKR

                - 團隊：靠泊組

                ## O1：⟦靠泊組讓每位水手日落前找到泊位⟧
                - KR1：八成船長願意再來（支撐：公司2026年度目標O1）
                """,
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：让公园成为城市的客厅
                - KR1：周日野餐9,000场

                ==> 园艺组.md
                # 园艺组 2026年Q2 OKR

                ## O1：⟦让公园成为城市的客厅【共享目标】⟧
                - 承接：公司2026年度目标O1
                - KR1：周日野餐9,000场
                """,
            ),
        },
        good={
            "en": (
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Become the bakery that people cross town for
                - KR1: 40% of guests come from other districts

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - Aligned to: company-2026/O1
                - KR1: 40% of guests come from other districts (supports: company O1-KR1)

                ## O2: 40% of guests come from other districts
                - Aligned to: company-2026/O1-KR1
                - KR1: 12 shops of other districts send us guests
                """,
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Make our parks the living room of the city
                - KR1: 9,000 picnics on Sundays

                ==> garden.md
                # Garden team OKRs 2026-Q2

                ## O1: Make our parks the living room of the city (shared objective)
                - Supports: company-2026/O1
                - KR1: 90% of young trees survive the summer
                """,
                """
                ==> garden-2026.md
                # Garden team OKRs 2026

                ## O1: Keep the park green through the drought
                - KR1: 90% of young trees survive

                ==> garden-2026-q2.md
                # Garden team OKRs 2026-Q2

                ## O1: Keep the park green through the drought
                - Supports: garden-2026/O1
                - KR1: 300 trees have a bag of water
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - 对齐：公司2026年度目标O1
                - KR1：四成客人来自其他城区（支撑：公司O1-KR1）

                ## O2：四成客人来自其他城区
                - 对齐：公司2026年度目标O1-KR1
                - KR1：12家外区店铺为我们推荐客人
                """,
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：让公园成为城市的客厅
                - KR1：周日野餐9,000场

                ==> 园艺组.md
                # 园艺组 2026年Q2 OKR

                ## O1：让公园成为城市的客厅（共享目标）
                - 承接：公司2026年度目标O1
                - KR1：九成新树熬过夏天
                """,
                """
                ==> 园艺组2026.md
                # 园艺组 2026年度OKR

                ## O1：讓公園熬過旱季依然翠綠
                - KR1：九成新樹存活

                ==> 园艺组2026Q2.md
                # 园艺组 2026年Q2 OKR

                ## O1：讓公園熬過旱季依然翠綠
                - 支撐：园艺组2026/O1
                - KR1：300棵樹掛上水袋
                """,
            ),
        },
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        told: set[Place] = set()
        for link in item.links:
            if link.state != "found":
                continue
            place, parent = item.objective(link.source), link.targets[0]
            if place in told or place == parent:
                continue
            hit = self._of(place, parent, item)
            if hit:
                told.add(place)
                yield hit

    def _of(self, place: Place, parent: Place, project: Project) -> Hit | None:
        own, above = project.item(place), project.item(parent)
        if own is None or above is None or above.kind != "objective" or is_dropped(own):
            return None
        if not (is_comparable(own.text) and self._is_alike(_said(own), _said(above))):
            found = self._is_alike(*_without_team(own, above, place, project))
            message = "named" if found else ""
        else:
            message = "copied"
        if not message or _is_same_team(place, parent, project):
            return None
        if _is_shared(own) or _is_shared(above):
            if _has_own_key_results(place, parent, project):
                return None
            message = "shared"
        name = name_of(parent, project, place.document)
        certainty: Certainty = "high" if _figures(own) == _figures(above) else "low"
        return self.hit(own.span, message, place=place, certainty=certainty, text=quoted(own.text), parent=name)

    def _is_alike(self, own: frozenset[str], above: frozenset[str]) -> bool:
        """Tell whether the terms of two statements are those of a copy; a lone word may be the same by chance."""
        shared = 2 * len(own & above)
        return len(above) >= _LEAST and shared >= self.options.min_similarity * (len(own) + len(above))


_LEAST = 2
"""Terms below which two objectives may say the same by chance ("Growth")."""


def _said(item: ItemSummary) -> frozenset[str]:
    """Return what an objective is about, without the remark that it is shared."""
    return terms(_shared().sub(" ", item.text))


def _without_team(
    own: ItemSummary, above: ItemSummary, place: Place, project: Project
) -> tuple[frozenset[str], frozenset[str]]:
    """Return what two objectives are about, the name of the lower one's team aside."""
    team = _team(own, place, project)
    low = fold(own.text).lower()
    for name in (fold(team).lower(), plain_team(team)) if team else ():
        low = low.replace(name, " ")
    return terms(_frames().sub(" ", _shared().sub(" ", low))), _said(above)


def _team(item: ItemSummary, place: Place, project: Project) -> str:
    document = project.documents[place.document]
    return item.team or (document.team.text if document.team else "")


def _is_same_team(place: Place, parent: Place, project: Project) -> bool:
    """Tell whether two documents are those of one team, for a year and a quarter of it, say."""
    if place.document == parent.document:
        return False
    teams = [_team(item, at, project) for at in (place, parent) if (item := project.item(at))]
    if any(teams):
        return all(teams) and plain_team(teams[0]) == plain_team(teams[1])
    own, above = (_names(project.documents[at.document]) for at in (place, parent))
    return not own.isdisjoint(above)


def _names(document: DocumentSummary) -> frozenset[str]:
    """Return what a document is called, by its title and its file, the words that only tell the cycle aside."""
    names = {_name(stem_of(document.path)), _name(document.title.text if document.title else "")}
    return frozenset(names - {""})


def _name(text: str) -> str:
    """Return a title without the words and numbers that only tell the cycle."""
    return "".join(char for char in _cycles().sub(" ", fold(text).lower()) if char.isalpha())


def _is_shared(item: ItemSummary) -> bool:
    return is_shared(item, _shared())


def _has_own_key_results(place: Place, parent: Place, project: Project) -> bool:
    """Tell whether an objective has a key result that is none of its parent's."""
    theirs = {_letters(each) for each in _key_results(parent, project)}
    return any(_letters(each) not in theirs for each in _key_results(place, project) if not is_dropped(each))


def _key_results(place: Place, project: Project) -> Iterator[ItemSummary]:
    items = project.documents[place.document].items
    for at in range((place.item or 0) + 1, len(items)):
        if items[at].kind == "objective":
            return
        yield items[at]


def _letters(item: ItemSummary) -> str:
    return "".join(char for char in fold(item.text).lower() if char.isalnum())


def _figures(item: ItemSummary) -> list[tuple[float | None, str | None]]:
    """Return the figures of an objective: one that names another share of them says what it contributes."""
    return [(amount.value, amount.unit) for amount in amounts(item.text)]


@cache
def _shared() -> Pattern[str]:
    return compile_pattern(
        r"(?i)\bshared[ ](?:objective|goal|okr)\b|(?<=[\[(【（])shared(?=[\])】）])|(?:共享|共有|共同)(?:目标|目標)"
    )


@cache
def _frames() -> Pattern[str]:
    return compile_pattern(r"\b(?:the|our)?\s?(?:team|department|squad)(?:'s)?\b|部门|团队|小组")


@cache
def _cycles() -> Pattern[str]:
    return compile_pattern(r"\b[qh][1-4]\b|[qh][1-4]|okrs?|年度|季度|第[一二三四]|[一二三四]季|上半年|下半年|年|月|\d+")
