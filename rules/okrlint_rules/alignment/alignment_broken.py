"""AL002."""

from collections.abc import Iterator
from functools import cache, cached_property
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import (
    Certainty,
    Examples,
    Hit,
    Link,
    Meta,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.alignment.naming import listed, name_of
from okrlint_rules.quoting import quoted


class AlignmentBroken(ProjectRule):
    """What an objective or a key result says that it supports is there, is one thing, and fits.

    What it checks: each reference (fields such as `supports`, `aligned to`, 对齐, 承接, a link, a tool's identifier)
    leads to one objective, key result or document of the run: there is such a file, it has such an item, and no other
    is called the same. It is no item that, by further references, supports the first one again. Its cycle has days in
    common with that of the item. Words that name no item, such as those of a strategic theme, are no reference. Where
    only some files are linted, and the configuration does not say what the project is, names of documents that are not
    among them are passed over.

    Why: an alignment that leads nowhere tells nobody what the work is for, and it breaks without a sound: the plan is
    renamed, an objective is dropped, a new cycle begins. GitLab and Feishu link objectives by identifier; Feishu from
    objective to objective alone, so set `allow_key_result` to false there.

    When to switch it off: where the objectives that yours support live elsewhere, under names that yours have too.
    """

    manual_zh = """目标或关键结果写明支撑的对象确实存在、只有一个，并且合适。

    检查什么：每一处引用（“对齐”“承接”“supports”“aligned to”等字段、链接、工具里的编号）都指向本次检查的某一个目标、
    关键结果或文档：文件存在，文件里有这一条，而且没有另一条叫同样的名字。它不能再经过别的引用反过来支撑原来的
    那一条；它的周期要与引用它的那一条有重叠的日子。没有指明任何一条的文字（例如战略主题）不算引用。只检查部分文件、
    配置又没有说明项目范围时，不在其中的文档名不检查。

    为什么：指向不存在之处的对齐，谁也看不出工作是为了什么；而且它坏得悄无声息：计划改了名，目标被撤掉，新周期开始。
    GitLab 和飞书都用编号建立对齐；飞书只允许目标对齐目标，可把 `allow_key_result` 设为 false。

    何时关闭：所支撑的目标记录在别处，而名称又与本仓库里的相同时。
    """

    meta = Meta(
        code="AL002",
        name="alignment-broken",
        summary=Words(
            "What an item says that it supports is there, is one thing, and fits.", "写明支撑的对象存在、唯一且合适。"
        ),
        severity=Severity.ERROR,
        tier=2,
        sources=("GL", "FS", "YS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What may be supported."""

        allow_key_result: bool = True
        allow_other_cycle: bool = False
        about = {
            "allow_key_result": Words(
                "Whether a key result may be supported (that of the company becomes a team's objective); Feishu "
                "aligns objectives with objectives alone.",
                "是否允许支撑关键结果（公司的关键结果成为团队的目标）；飞书只允许目标对齐目标。",
            ),
            "allow_other_cycle": Words(
                "Whether what is supported may lie in a cycle that has no day in common with the item's own.",
                "所支撑的对象是否可以处在没有任何重叠日子的其他周期。",
            ),
        }

    options: Options

    messages = {
        "no-item": Words(
            "“{reference}”: there is no such objective or key result in {document} (it has {known}); name one that "
            "there is, or the words of the objective",
            "“{reference}”：{document} 里没有这样的目标或关键结果（其中有 {known}）；请写其中的一条，或写目标的原文",
        ),
        "no-document": Words(
            "“{reference}” leads to no document that there is, so nobody can tell what it supports; mend the name or "
            "the path",
            "“{reference}”指向的文档不存在，无从知道支撑的是什么；请改正名称或路径",
        ),
        "ambiguous": Words(
            "“{reference}” may be any of {known}; name the document too, as in “<document>/<label>”",
            "“{reference}”可能指 {known}；请同时写明文档，例如“<文档>/<编号>”",
        ),
        "loop": Words(
            "“{text}” supports itself by way of {chain}; take out the reference that leads back",
            "“{text}”经由 {chain} 又支撑了它自己；请去掉绕回来的那一处引用",
        ),
        "cycle": Words(
            "“{reference}” is of {theirs}, and this is of {ours}: it cannot be served any more, or not yet; name the "
            "objective of a cycle that has days in common",
            "“{reference}”属于 {theirs}，而这一条属于 {ours}：已经或尚且无法为它出力；请写周期有重叠的目标",
        ),
        "key-result": Words(
            "“{reference}” is a key result, and only objectives may be supported here; name “{objective}”",
            "“{reference}”是关键结果，而这里只能支撑目标；请写目标“{objective}”",
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

                ## O1: Let nobody wait for warm bread
                - Aligned to: ⟦company-2026/O9⟧
                - KR1: Waiting falls from 12 to 4 minutes
                """,
                """
                # Harbour team OKRs 2026-Q2

                ## O1: Make mooring a pleasure
                - Supports: ⟦../city/harbours.md#o2⟧
                - KR1: 80% of skippers come back
                """,
                """
                # Night shift OKRs 2026-Q2

                ## O1: ⟦Let every caller feel heard after dark⟧
                - Supports: O2
                - KR1: Calls that are lost fall from 12% to 3%

                ## O2: Give the desk a reason to stay
                - Supports: O1
                - KR1: 2 of 14 leave a year instead of 6
                """,
                """
                ==> company/2025.md
                # Company OKRs 2025

                ## O1: Become the bakery that people cross town for
                - KR1: 40% of guests come from other districts

                ==> ovens.md
                # Oven team OKRs 2026-Q2

                ## O1: Let nobody wait for warm bread
                - Aligned to: ⟦company/2025 O1⟧
                - KR1: Waiting falls from 12 to 4 minutes
                """,
                """
                ==> north.md
                # North depot OKRs 2026-Q2

                ## O1: Let drivers start their day without waiting
                - KR1: Waiting at the gate falls from 25 to 8 minutes

                ==> south.md
                # South depot OKRs 2026-Q2

                ## O1: Make night loading safe
                - KR1: Injuries fall from 6 to 1

                ==> crew.md
                # Crew OKRs 2026-Q2

                ## O2: Let newcomers feel at home
                - Supports: ⟦depot O1⟧
                - KR1: 9 of 10 stay for a year
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
                - 对齐：⟦公司2026年度目标O9⟧
                - KR1：等待时间由12分钟降到4分钟
                """,
                """
                # 港务组 2026年Q2 OKR

                ## O1：让靠泊成为享受
                - 承接：⟦../市府/港口.md#o2⟧
                - KR1：八成船长愿意再来
                """,
                """
                # 夜班 2026年Q2 OKR

                ## O1：⟦讓深夜來電的人都被聽見⟧
                - 支撐：O2
                - KR1：漏接率由12%降到3%

                ## O2：讓值班同事願意留下
                - 支撐：O1
                - KR1：年離職人數由6人降到2人
                """,
                """
                ==> 公司/2025.md
                # 公司2025年度OKR

                ## O1：成为值得跨城而来的面包房
                - KR1：四成客人来自其他城区

                ==> 烘焙组.md
                # 烘焙组 2026年Q2 OKR

                ## O1：让新鲜面包不再排队
                - 对齐：⟦公司2025年度目标O1⟧
                - KR1：等待时间由12分钟降到4分钟
                """,
                """
                ==> 东仓.md
                # 东仓 2026年Q2 OKR

                ## O1：让司机到库不再等待
                - KR1：门口等待由25分钟降到8分钟

                ==> 西仓.md
                # 西仓 2026年Q2 OKR

                ## O1：让夜间装货同样安全
                - KR1：工伤由6起降到1起

                ==> 司机班.md
                # 司机班 2026年Q2 OKR

                ## O2：让新人有归属感
                - 对齐：⟦O1⟧
                - KR1：新人一年留存率达到九成
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
                - KR1: Waiting falls from 12 to 4 minutes (supports: company O1-KR1)
                """,
                """
                # Garden team OKRs 2026-Q2

                ## O1: Keep the park green through the drought
                - Strategic theme: A city of neighbours
                - KR1: 90% of young trees survive

                ## O2: Make volunteers want to return
                - Supports: O1
                - KR1: 60% of volunteers come a second time
                """,
                """
                ==> city/harbours.md
                # City harbours OKRs 2026

                ## O2: Be the harbour that sailors tell each other about
                - KR1: 30% of moorings are by recommendation

                ==> teams/mooring.md
                # Harbour team OKRs 2026-Q2

                ## O1: Make mooring a pleasure
                - Supports: [the city](../city/harbours.md#o2-be-the-harbour-that-sailors-tell-each-other-about)
                - KR1: 80% of skippers come back
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
                - KR1：等待时间由12分钟降到4分钟（支撑：公司O1-KR1）
                """,
                """
                # 園藝組 2026年Q2 OKR

                ## O1：讓公園熬過旱季依然翠綠
                - 對齊：鄰里之城
                - KR1：九成新樹存活

                ## O2：讓志工還想再來
                - 支撐：O1
                - KR1：六成志工第二次報名
                """,
                """
                ==> 市府/港口.md
                # 市府港口 2026年度OKR

                ## O2：成为水手口口相传的港口
                - KR1：三成靠泊来自推荐

                ==> 班组/靠泊.md
                # 港务组 2026年Q2 OKR

                ## O1：让靠泊成为享受
                - 承接：[市府](../市府/港口.md#o2成为水手口口相传的港口)
                - KR1：八成船长愿意再来
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # Night shift OKRs 2026-Q2

                        ## O1: Let every caller feel heard after dark
                        - KR1: Calls that are lost fall from 12% to 3%

                        ## O2: Give the desk a reason to stay
                        - Supports: ⟦O1-KR1⟧
                        - KR1: 2 of 14 leave a year instead of 6
                        """,
                    ),
                    "zh": (
                        """
                        # 夜班 2026年Q2 OKR

                        ## O1：让深夜来电的人都被听见
                        - KR1：漏接率由12%降到3%

                        ## O2：让值班同事愿意留下
                        - 支撑：⟦O1-KR1⟧
                        - KR1：年离职人数由6人降到2人
                        """,
                    ),
                },
                good={},
                options={"allow_key_result": False},
            ),
        ),
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        known = _Identifiers(item)
        for link in item.links:
            if link.state == "words":
                yield from self._unknown(link, item, known)
            else:
                yield from self._of(link, item)
        yield from self._loops(item)

    def _of(self, link: Link, project: Project) -> Iterator[Hit]:
        place, span = link.source, link.reference.span
        reference = quoted(link.reference.target or link.reference.text)
        if link.state in ("no such file", "no such document"):
            # A name may be that of something that is kept elsewhere; a path cannot be.
            certainty: Certainty = "high" if link.state == "no such file" else "low"
            yield self.hit(span, "no-document", place=place, certainty=certainty, reference=reference)
        elif link.state == "no such item":
            document, known, certainty = _there(link, project)
            yield self.hit(
                span, "no-item", place=place, certainty=certainty, reference=reference, document=document, known=known
            )
        elif link.state == "ambiguous":
            is_here = all(each.document == place.document for each in link.targets)
            known = listed([name_of(each, project, place.document if is_here else None) for each in link.targets])
            # That of a team's document, or of the one above it: nearly always the latter is meant.
            is_plain = len(link.targets) == _TWO and link.targets[-1].document == place.document
            certainty = "low" if is_plain else "medium"
            yield self.hit(span, "ambiguous", place=place, certainty=certainty, reference=reference, known=known)
        elif link.state == "found":
            yield from self._unfit(link, project, reference)

    def _unknown(self, link: Link, project: Project, known: "_Identifiers") -> Iterator[Hit]:
        """Yield words that are an identifier like those of other items, where no item has this one."""
        others = known.like(link.reference.text) if project.is_whole else []
        if others:
            documents = listed([project.documents[each.document].path for each in others])
            names = [item.ref or item.label or item.id for each in others if (item := project.item(each))]
            reference = quoted(link.reference.text)
            yield self.hit(
                link.reference.span, "no-item", place=link.source, certainty="medium", reference=reference,
                document=documents, known=listed(names),
            )  # fmt: skip

    def _unfit(self, link: Link, project: Project, reference: str) -> Iterator[Hit]:
        target, source = link.targets[0], link.source
        item, own = project.item(target), project.item(source)
        theirs = item.period if item else project.documents[target.document].period
        ours = own.period if own else project.documents[source.document].period
        span = link.reference.span
        if not self.options.allow_other_cycle and theirs and ours and theirs.overlaps(ours) is False:
            yield self.hit(span, "cycle", place=source, reference=reference, theirs=theirs.name, ours=ours.name)
        elif item and item.kind == "key_result" and own and not self.options.allow_key_result:
            objective = project.item(project.objective(target))
            words = quoted(objective.text) if objective else ""
            yield self.hit(span, "key-result", place=source, reference=reference, objective=words)

    def _loops(self, project: Project) -> Iterator[Hit]:
        """Yield each loop of objectives once, at the one of it that comes first."""
        for loop in loops_of(edges_of(project)):
            first = project.item(loop[0])
            if first:
                chain = listed([name_of(each, project, loop[0].document) for each in (*loop[1:], loop[0])])
                yield self.hit(first.span, "loop", place=loop[0], text=quoted(first.text), chain=chain)


_TWO = 2

_FEWEST_DIGITS = 3
"""Digits of a mere number that is an identifier: others may be shares, or count rows."""

_LONGEST = 40
"""Characters of an identifier."""


class _Identifiers:
    """The identifiers of a project that are made of some letters and a number: CO-1, GTM.9, 101."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def like(self, text: str) -> list[Place]:
        """Return the items whose identifiers are made like some words; [] where the words are no identifier."""
        kind = _kind_of(text)
        return self._known.get(kind, []) if kind else []

    @cached_property
    def _known(self) -> dict[str, list[Place]]:
        known: dict[str, list[Place]] = {}
        for place in self._project.places():
            item = self._project.item(place)
            for name in (item.ref, item.label) if item else ():
                if name and (kind := _kind_of(name)):
                    known.setdefault(kind, []).append(place)
        return known


def _kind_of(text: str) -> str:
    """Return what identifiers of one kind have in common, their letters or how many digits they have; "" for none."""
    found = _identifier().fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return ""
    letters, sign, digits = (found["letters"] or "").casefold(), found["sign"], found["digits"]
    if letters:
        return letters + sign if sign or len(letters) > 1 else ""  # "G7", "P0" may be anything
    is_year = len(digits) == _DIGITS_OF_YEAR and digits.startswith(("19", "20"))
    return "" if is_year or len(digits) < _FEWEST_DIGITS else str(len(digits))


_DIGITS_OF_YEAR = 4


@cache
def _identifier() -> Pattern[str]:
    return compile_pattern(r"(?:(?P<letters>[A-Za-z][A-Za-z0-9]{0,15}?)(?P<sign>[-._#]?))?(?P<digits>\d{1,12})", ASCII)


def _there(link: Link, project: Project) -> tuple[str, Words, Certainty]:
    """Return what lacks an item, the labels of what it has, and how sure it is that it should have that one.

    It need not be, where the author has numbered nothing there; nor where a mere label may be one of a plan that is
    kept elsewhere.
    """
    target = link.targets[0]
    document = project.documents[target.document]
    item = project.item(target)
    if item is None:
        name, items = document.path, [each for each in document.items if each.kind == "objective"]
    else:
        name = name_of(target, project)
        items = [each for each in document.items if each.kind == "key_result" and each.objective == item.objective]
    kind = _kind_of(link.reference.text)
    known = [each.ref if kind and _kind_of(each.ref or "") == kind else each.label for each in items]
    is_numbered = any(each and any(map(str.isalnum, each)) for each in known)
    is_elsewhere = target.document == link.source.document and link.reference.target is None
    return (
        name,
        listed([words or each.id for words, each in zip(known, items, strict=True)]),
        ("low" if is_elsewhere or not is_numbered else "high"),
    )


def edges_of(project: Project) -> dict[Place, list[Place]]:
    """Return which objectives each objective supports, be it by a key result, or one of theirs."""
    edges: dict[Place, list[Place]] = {}
    for link in project.links:
        if link.state == "found" and link.source.item is not None and link.targets[0].item is not None:
            source, target = project.objective(link.source), project.objective(link.targets[0])
            if source != target and target not in edges.setdefault(source, []):
                edges[source].append(target)
    return edges


def loops_of(edges: dict[Place, list[Place]]) -> Iterator[list[Place]]:
    """Yield loops, one for each edge that leads back: a walk in depth, without recursion, over each place once."""
    done: set[Place] = set()
    for start in sorted(edges, key=_order):
        if start in done:
            continue
        path: list[Place] = [start]
        on_path = {start: 0}
        todo = [iter(edges.get(start, ()))]
        while todo:
            following = next(todo[-1], None)
            if following is None:
                todo.pop()
                done.add(path[-1])
                del on_path[path.pop()]
            elif following in on_path:
                yield path[on_path[following] :]
            elif following not in done:
                on_path[following] = len(path)
                path.append(following)
                todo.append(iter(edges.get(following, ())))


def _order(place: Place) -> tuple[int, int]:
    return place.document, -1 if place.item is None else place.item
