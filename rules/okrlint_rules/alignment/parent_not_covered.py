"""AL003."""

from collections.abc import Iterator
from functools import cached_property

from okrlint.plugins import (
    Certainty,
    DocumentSummary,
    Examples,
    Hit,
    ItemSummary,
    Lexicon,
    Meta,
    Period,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Span,
    Words,
)
from okrlint_rules.alignment.naming import reference_to
from okrlint_rules.alignment.support import is_done, is_dropped, is_over, may_overlap, supporting
from okrlint_rules.alignment.teams import PARTS, ROOT_LEVELS, is_of_all, parent_teams, teams_of
from okrlint_rules.ownership.groups import is_everybody, is_group
from okrlint_rules.ownership.placeholders import is_placeholder
from okrlint_rules.quoting import quoted


class ParentNotCovered(ProjectRule):
    """Each goal of a plan, and each objective of the company or of a parent team, is supported by somebody.

    What it checks: in a document that others align to, the plan, the company's OKRs or those of a team that
    configuration names as a parent, each objective is what some objective or key result says that it supports, be it
    by one of its key results. A link to the document as a whole covers no goal in particular, and says nothing. Where
    nobody links to a goal of such a document, nobody keeps links there, and nothing is said of it; of a plan it is
    said once. Goals that are dropped or done, that are over, or that lie in a cycle of which there are no documents
    yet, are passed over, and so are those whose owner, a person, has key results of their own below them. It needs the
    whole project: where only some files are linted, it says nothing.

    Why: an objective of the company that no team takes up is reached by nobody, and it is seen when the year is over.
    Google's playbook wants a key result in each team that an objective needs; GitLab and Chinese handbooks derive the
    work of each function from the company's.

    When to switch it off: where teams do most of what is planned without saying so.
    """

    manual_zh = """计划里的每个目标，以及公司或上级团队的每个目标，都有人支撑。

    检查什么：有别的文档对齐的文档（计划、公司的 OKR，或配置中写为上级的团队的 OKR）里，每个目标都有某个目标或
    关键结果写明支撑它；支撑它的某条关键结果也算。只指向整份文档的引用不算覆盖任何一个目标，也不作判断依据。
    没有任何引用指向其中目标的文档，说明那里没有维护对齐，不作提示；计划则只提示一次。已取消、已完成、已过期的目标，
    所在周期还没有文档的目标，以及负责人（个人）自己在其下有关键结果的目标，都不检查。它需要看到整个项目：只检查
    部分文件时不作提示。

    为什么：公司的目标若没有团队承接，就没有人去达成，而且要到年底才看得出来。谷歌的手册要求目标涉及的每个团队都有
    一条关键结果；GitLab 和中文手册也从公司目标推导各职能的工作。

    何时关闭：团队大多在做计划里的事、但不写明支撑关系时。
    """

    meta = Meta(
        code="AL003",
        name="parent-not-covered",
        summary=Words(
            "Each goal of the plan, the company or a parent team is supported by somebody.",
            "计划、公司和上级团队的每个目标都有人支撑。",
        ),
        severity=Severity.INFO,
        tier=2,
        sources=("G-PB", "BK", "GL"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What must be supported, and by how many."""

        key_results: bool = False
        min_children: int = 1
        ignore_owner_level: bool = True
        root_levels: tuple[str, ...] = ROOT_LEVELS
        about = {
            "key_results": Words(
                "Whether each key result must be supported too.",
                "是否每条关键结果也都要有人支撑。",
            ),
            "min_children": Words(
                "How many objectives must support a goal, by themselves or by their key results, from 1.",
                "一个目标至少要有几个目标支撑（其关键结果支撑也算），从 1 起。",
            ),
            "ignore_owner_level": Words(
                "Whether what its owner does in person needs no support: a goal whose owner has key results of their "
                "own below it, and a key result with an owner of its own.",
                "由负责人亲自完成的是否不需要支撑：负责人自己在其下有关键结果的目标，以及有自己负责人的关键结果。",
            ),
            "root_levels": Words(
                "Words of a title, a team's name or a file's name by which a document is that of the whole company.",
                "标题、团队名或文件名中的哪些词表示文档属于整个公司。",
            ),
        }
        ranges = {"min_children": (1, None)}

    options: Options

    messages = {
        "goal": Words(
            "no objective or key result supports “{text}”, though others here are supported; let a team take it up, as "
            "in “Supports: {reference}”, or say who does it in person",
            "没有任何目标或关键结果支撑“{text}”，而这里的其他条目有人支撑；请让某个团队承接，例如“对齐：{reference}”，"
            "或写明由谁亲自完成",
        ),
        "few": Words(
            "“{text}” is supported by {count} of the {least} objectives that it needs; let another team take a part of "
            "it, as in “Supports: {reference}”",
            "“{text}”需要 {least} 个目标支撑，目前只有 {count} 个；请再让别的团队承接一部分，例如“对齐：{reference}”",
        ),
        "plan": Words(
            "nobody supports any of the {total} goals of this plan, so nobody can tell whether the work below reaches "
            "them; let each objective name its goal, as in “Supports: {reference}”",
            "没有人支撑这份计划的 {total} 个目标中的任何一个，无从知道下面的工作能否达成它们；请让各目标写明所支撑的"
            "目标，例如“对齐：{reference}”",
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

                ## O2: ⟦Let bakers grow old in the trade⟧
                - KR1: 2 of 40 bakers leave instead of 9

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - Aligned to: company-2026/O1
                - KR1: Waiting falls from 12 to 4 minutes
                """,
                """
                ==> .okrlint.yaml
                teams:
                  Logistics: {}
                  North depot: {parent: Logistics}

                ==> logistics.md
                # OKRs 2026-Q2

                - Team: Logistics

                ## O1: Make every parcel arrive whole
                - KR1: Damage falls from 3% to 1%

                ## O2: ⟦Know where each parcel is⟧
                - KR1: 99% of scans arrive within a minute

                ==> north.md
                # OKRs 2026-Q2

                - Team: North depot

                ## O1: Make night loading gentle
                - KR1: 2 of 1,000 crates are dropped (supports: Logistics O1-KR1)
                """,
                """
                ==> .okrlint.yaml
                plans: [company-plan.md]

                ==> company-plan.md
                # ⟦Company plan 2026⟧

                ## O1: A city that reads
                - KR1: 9 of 10 pupils hold a card

                ## O2: Warm rooms for everybody
                - KR1: All 14 branches are open on Sundays

                ==> branches.md
                # Branches OKRs 2026-Q2

                ## O1: Make Sunday the day of the library
                - KR1: 6,000 visitors on Sundays
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ## O2：⟦让面包师愿意干到老⟧
                - KR1：年离职人数由9人降到2人

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - 对齐：公司2026年度目标O1
                - KR1：等待时间由12分钟降到4分钟
                """,
                """
                ==> .okrlint.yaml
                teams:
                  物流部: {}
                  东仓: {parent: 物流部}

                ==> 物流部.md
                # 2026年Q2 OKR

                - 团队：物流部

                ## O1：让每个包裹完好到达
                - KR1：破损率由3%降到1%

                ## O2：⟦随时知道包裹在哪里⟧
                - KR1：99%的扫描一分钟内上传

                ==> 东仓.md
                # 2026年Q2 OKR

                - 团队：东仓

                ## O1：让夜间装货轻拿轻放
                - KR1：每千箱跌落不超过2箱（支撑：物流部O1-KR1）
                """,
                """
                ==> .okrlint.yaml
                plans: [公司計畫.md]

                ==> 公司計畫.md
                # ⟦公司2026年度計畫⟧

                ## O1：讓全城愛上閱讀
                - KR1：九成學生持有借書證

                ## O2：讓每個人都有溫暖的閱覽室
                - KR1：14家分館週日全部開放

                ==> 分館.md
                # 分館 2026年Q2 OKR

                ## O1：讓週日成為圖書館日
                - KR1：週日到館6,000人次
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

                ## O2: Let bakers grow old in the trade
                - KR1: 2 of 40 bakers leave instead of 9

                ## O3: Own the house we bake in
                - Owner: Ida Berg
                - KR1: The bank signs a loan at 3% (owner: Ida Berg)

                ## O4: Open a shop in the north
                - Status: dropped
                - KR1: 400 guests a day

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - Aligned to: company-2026/O1
                - KR1: Waiting falls from 12 to 4 minutes
                - KR2: 8 apprentices stay for a second year (supports: company O2-KR1)
                """,
                """
                ==> company-2026.md
                # Company OKRs 2026

                ## O1: Become the bakery that people cross town for
                - KR1: 40% of guests come from other districts

                ## O2: Let bakers grow old in the trade
                - KR1: 2 of 40 bakers leave instead of 9

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                - Annual plan: company-2026

                ## O1: Let nobody wait for warm bread
                - KR1: Waiting falls from 12 to 4 minutes
                """,
                """
                ==> sales.md
                # Sales OKRs 2026-Q2

                ## O1: Let every village know our bread
                - KR1: 30 shops order each week

                ## O2: Answer before the customer asks
                - KR1: Calls fall from 40 to 15 a day

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - Supports: sales O1
                - KR1: Waiting falls from 12 to 4 minutes
                """,
            ),
            "zh": (
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ## O2：让面包师愿意干到老
                - KR1：年离职人数由9人降到2人

                ## O3：拥有自己的厂房
                - 负责人：王芳
                - KR1：银行以3%的利率放款（负责人：王芳）

                ## O4：在城北开一家新店
                - 状态：已取消
                - KR1：每天400位客人

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - 对齐：公司2026年度目标O1
                - KR1：等待时间由12分钟降到4分钟
                - KR2：8名学徒留到第二年（支撑：公司O2-KR1）
                """,
                """
                ==> 公司2026.md
                # 公司2026年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ## O2：让面包师愿意干到老
                - KR1：年离职人数由9人降到2人

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                - 年度计划：公司2026

                ## O1：让新鲜面包不再排队
                - KR1：等待时间由12分钟降到4分钟
                """,
                """
                ==> 銷售部.md
                # 銷售部 2026年Q2 OKR

                ## O1：讓每個村子都認識我們的麵包
                - KR1：30家店每週下單

                ## O2：在客戶開口之前回答
                - KR1：每天來電由40通降到15通

                ==> 烘焙組.md
                # 烘焙組 2026年Q2 OKR

                ## O1：讓新鮮麵包不再排隊
                - 支撐：銷售部O1
                - KR1：等待時間由12分鐘降到4分鐘
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        ==> company-2026.md
                        # Company OKRs 2026

                        ## O1: Become the bakery that people cross town for
                        - KR1: 40% of guests come from other districts
                        - KR2: ⟦600 guests write about us⟧
                        - KR3: The loan falls to 3% (owner: Ida Berg)

                        ==> ovens.md
                        # Oven team OKRs 2026-Q2

                        ## O1: Let nobody wait for warm bread
                        - Aligned to: company-2026/O1-KR1
                        - KR1: Waiting falls from 12 to 4 minutes
                        """,
                    ),
                    "zh": (
                        """
                        ==> 公司2026.md
                        # 公司2026年度OKR

                        ## O1：成为值得跨城而来的面包房
                        - KR1：四成客人来自其他城区
                        - KR2：⟦600位客人写下评价⟧
                        - KR3：贷款利率降到3%（负责人：王芳）

                        ==> 烘焙组.md
                        # 烘焙组 2026年Q2 OKR

                        ## O1：让新鲜面包不再排队
                        - 对齐：公司2026年度目标O1-KR1
                        - KR1：等待时间由12分钟降到4分钟
                        """,
                    ),
                },
                good={},
                options={"key_results": True},
            ),
            Examples(
                bad={
                    "en": (
                        """
                        ==> company-2026.md
                        # Company OKRs 2026

                        ## O1: ⟦Become the bakery that people cross town for⟧
                        - KR1: 40% of guests come from other districts

                        ==> ovens.md
                        # Oven team OKRs 2026-Q2

                        ## O1: Let nobody wait for warm bread
                        - Aligned to: company-2026/O1
                        - KR1: Waiting falls from 12 to 4 minutes (supports: company O1-KR1)
                        """,
                    ),
                    "zh": (
                        """
                        ==> 公司2026.md
                        # 公司2026年度OKR

                        ## O1：⟦成为值得跨城而来的面包房⟧
                        - KR1：四成客人来自其他城区

                        ==> 烘焙组.md
                        # 烘焙组 2026年Q2 OKR

                        ## O1：让新鲜面包不再排队
                        - 对齐：公司2026年度目标O1
                        - KR1：等待时间由12分钟降到4分钟（支撑：公司O1-KR1）
                        """,
                    ),
                },
                good={},
                options={"min_children": 2},
            ),
        ),
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if not item.is_whole:
            return
        below, parents = _below(item), parent_teams(item)
        for number, document in enumerate(item.documents):
            found = below.get(number)
            if found is not None and found.is_kept and self._is_above(document, parents):
                yield from self._uncovered(number, document, found, item, context)
            elif found is None and document.is_plan:
                yield from self._plan(number, document, item, context)

    @cached_property
    def _levels(self) -> Lexicon:
        return Lexicon("root_levels", (*self.options.root_levels, *PARTS))

    def _is_above(self, document: DocumentSummary, parents: frozenset[str]) -> bool:
        return is_of_all(document, self._levels) or not parents.isdisjoint(teams_of(document))

    def _uncovered(
        self, number: int, document: DocumentSummary, below: "_Below", project: Project, context: ProjectContext
    ) -> Iterator[Hit]:
        at = 0
        for objective, key_results in document.groups():
            place = Place(number, at)
            parts = [Place(number, at + 1 + each) for each in range(len(key_results))]
            at += 1 + len(key_results)
            if not self._is_due(objective, below, context):
                continue
            covered = {source for each in (place, *parts) for source in below.sources.get(each, ())}
            if len(covered) < self.options.min_children:
                certainty = self._certainty(objective, key_results, document, below, context)
                if certainty is not None:
                    yield self._hit(place, objective, len(covered), certainty, project)
                    continue
            if self.options.key_results:
                for part, key_result in zip(parts, key_results, strict=True):
                    count = len(below.sources.get(part, ()))
                    is_own = self.options.ignore_owner_level and any(_people(key_result, context))
                    if count < self.options.min_children and not is_own and self._is_due(key_result, below, context):
                        yield self._hit(part, key_result, count, below.certainty, project)

    def _is_due(self, item: ItemSummary, below: "_Below", context: ProjectContext) -> bool:
        """Tell whether an item should be supported by now: it is pursued, and others of its cycle support theirs."""
        return not (is_dropped(item) or is_done(item) or is_over(item, context.today)) and below.reaches(item)

    def _certainty(
        self,
        objective: ItemSummary,
        key_results: tuple[ItemSummary, ...],
        document: DocumentSummary,
        below: "_Below",
        context: ProjectContext,
    ) -> Certainty | None:
        """Return how sure it is that a goal needs support; None where its owner does it in person."""
        people = _people(objective, context)
        if not (self.options.ignore_owner_level and people):
            return below.certainty
        if any(not people.isdisjoint(_people(each, context)) for each in key_results):
            return None
        inherits = any(not each.owners for each in key_results) and not document.is_plan
        return "low" if inherits else below.certainty

    def _hit(self, place: Place, item: ItemSummary, count: int, certainty: Certainty, project: Project) -> Hit:
        text, reference = quoted(item.text), reference_to(place, project)
        if count:
            least = self.options.min_children
            return self.hit(
                item.span, "few", place=place, certainty=certainty, text=text, count=count, least=least,
                reference=reference,
            )  # fmt: skip
        return self.hit(item.span, "goal", place=place, certainty=certainty, text=text, reference=reference)

    def _plan(self, number: int, document: DocumentSummary, project: Project, context: ProjectContext) -> Iterator[Hit]:
        """Yield what is wrong with a plan that nothing leads to."""
        others = [
            each.period
            for other, each in enumerate(project.documents)
            if other != number and each.items and not each.is_plan
        ]
        goals = [
            (at, item)
            for at, item in enumerate(document.items)
            if item.kind == "objective" and not (is_dropped(item) or is_done(item) or is_over(item, context.today))
        ]
        goals = [(at, item) for at, item in goals if any(may_overlap(item.period, period) for period in others)]
        if goals:
            at, first = goals[0]
            span: Span = document.title.span if document.title else first.span
            reference = reference_to(Place(number, at), project)
            yield self.hit(span, "plan", place=Place(number), total=len(goals), reference=reference)


class _Below:
    """What aligns to a document.

    Attributes:
        sources: for each item the objectives that support it, by themselves or by a key result.
        is_kept: whether another document supports one of its items.
        certainty: of what is concluded from the absence of a link.
    """

    def __init__(self) -> None:
        self.sources: dict[Place, set[Place]] = {}
        self.is_kept = False
        self.certainty: Certainty = "high"
        self._periods: set[Period | None] = set()

    def add(self, source: Place, target: Place, project: Project) -> None:
        """Count a link."""
        item, goal = project.item(source), project.item(target)
        period = item.period if item else project.documents[source.document].period
        if goal is None:
            self.certainty = "medium"  # whoever aligns to all of it may do what the goal says
            return
        if not may_overlap(goal.period, period):
            return
        self.sources.setdefault(target, set()).add(project.objective(source))
        if source.document != target.document:
            self.is_kept = True
            self._periods.add(period)

    def reaches(self, item: ItemSummary) -> bool:
        """Tell whether an item is pursued in a cycle of those who align to the document."""
        due = item.deadline.value if item.deadline else None
        for period in self._periods:
            is_early = due is not None and period is not None and period.start is not None and due < period.start
            if may_overlap(item.period, period) and not is_early:
                return True
        return False


def _below(project: Project) -> dict[int, _Below]:
    found: dict[int, _Below] = {}
    for link, target in supporting(project):
        if project.objective(link.source) != project.objective(target):
            found.setdefault(target.document, _Below()).add(link.source, target, project)
    return found


def _people(item: ItemSummary, context: ProjectContext) -> frozenset[str]:
    """Return the people who own an item itself; no teams, and no blanks that are still to be filled in."""
    everybody, blanks = context.lexicon("collective_owners"), context.lexicon("placeholder_owners")
    return frozenset(
        owner.text.casefold()
        for owner in item.owners
        if not (is_everybody(owner.text, everybody) or is_group(owner.text) or is_placeholder(owner.text, blanks))
    )
