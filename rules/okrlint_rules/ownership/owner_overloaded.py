"""OW005."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from okrlint.plugins import (
    Certainty,
    DocumentSummary,
    Examples,
    Hit,
    ItemSummary,
    Meta,
    Period,
    Phrase,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Words,
    fold,
)
from okrlint_rules.alignment.support import is_done, is_dropped
from okrlint_rules.ownership.efforts import Effort, efforts
from okrlint_rules.ownership.people import People, Person
from okrlint_rules.siblings import percent


class OwnerOverloaded(ProjectRule):
    """Nobody owns more than they can push.

    What it checks: over all documents, nobody owns more than `max_krs_per_person` key results, or more than
    `max_objectives_per_person` objectives, at one time, that is in cycles with days in common. The first person named
    is the owner. Those of a whole document or objective count only where `inherited` says so: a lead often stands
    there by default. What is dropped, done, or of a cycle that is over does not count, nor what stands in two files, or
    supports another item of the same owner, a second time; teams, roles and placeholders own nothing here. Spellings
    that can only mean one person (@lchen, L. Chen) are one; `aliases` tells of others. The rule also adds up what the
    objectives of several documents weigh that one person owns in one cycle: more than 100% is more than there is of
    anybody. An objective that several people have key results of counts by the weights of these.

    Why: Klau counts that twelve OKRs leave a week to each; GitLab allows three objectives a person.

    When to switch it off: where owners only report, and others do the work.
    """

    manual_zh = """没有人负责的比推得动的还多。

    检查什么：在所有文档中，同一时间（周期有重叠的日子）没有人负责超过 `max_krs_per_person` 条关键结果，或超过
    `max_objectives_per_person` 个目标。写在最前面的人算负责人；整个文档或目标的负责人常常只是默认写上的主管，
    只有 `inherited` 为真时才算到各条关键结果上。已放弃、已完成或周期已结束的不算；同一条写在两个文件里、或支撑着
    同一负责人另一条的，只算一次；团队、角色和占位词不算。只可能指同一个人的写法（@lchen、L. Chen）合并计算，
    其他别名写在 `aliases` 里。本规则还把同一周期里、各文档中同一人所负责目标的权重相加：超过 100% 就超过了
    一个人的全部精力。一个目标的关键结果分属几个人时，按关键结果的权重分摊。

    为什么：克劳算过，十二个 OKR 平均每个只剩一周；GitLab 规定每人最多三个目标。

    何时关闭：负责人只负责汇报、工作由别人完成时。
    """

    meta = Meta(
        code="OW005",
        name="owner-overloaded",
        summary=Words("Nobody owns more than they can push.", "没有人负责得太多。"),
        severity=Severity.INFO,
        tier=3,
        sources=("KLAU", "GL"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How much one person may own."""

        max_krs_per_person: int = 5
        max_objectives_per_person: int = 3
        inherited: bool = False
        aliases: Mapping[str, tuple[str, ...]] = {}
        ranges = {"max_krs_per_person": (1, 100), "max_objectives_per_person": (1, 100)}
        about = {
            "max_krs_per_person": Words(
                "How many key results one person may own at one time, 1 to 100. The value is ours.",
                "一个人同一时间最多负责多少条关键结果（1 到 100）。取值由我们自定。",
            ),
            "max_objectives_per_person": Words(
                "How many objectives one person may own at one time, 1 to 100; GitLab allows 3.",
                "一个人同一时间最多负责多少个目标（1 到 100）；GitLab 规定 3 个。",
            ),
            "inherited": Words(
                "Whether an item without an owner of its own counts for that of its objective or document.",
                "没有自己负责人的条目，是否算在其目标或文档的负责人名下。",
            ),
            "aliases": Words(
                "For each person, by the name that messages show, other names and handles of theirs.",
                "每个人（按消息中显示的姓名）的其他写法和账号。",
            ),
        }

    options: Options

    messages = {
        "krs": Words(
            "{name} owns {count} key results at one time ({places}), more than {most}: none of them gets the time that "
            "it needs; hand some over, as in “(owner: <name>)”, or drop those that matter least",
            "{name}同时负责 {count} 条关键结果（{places}），超过 {most} 条，哪一条都顾不过来；请把其中几条交给别人，"
            "例如“（负责人：<姓名>）”，或放弃最不重要的",
        ),
        "objectives": Words(
            "{name} owns {count} objectives at one time ({places}), more than {most}: none of them gets the time that "
            "it needs; hand some over, as in “(owner: <name>)”, or drop those that matter least",
            "{name}同时负责 {count} 个目标（{places}），超过 {most} 个，哪一个都顾不过来；请把其中几个交给别人，"
            "例如“（负责人：<姓名>）”，或放弃最不重要的",
        ),
        "weights": Words(
            "what {name} owns weighs {total} in {cycle} ({places}), which is more than there is of one person; lower a "
            "weight, as in “weight: <share>%”, or hand something over, until it is 100%",
            "{name}在 {cycle} 所负责的权重合计 {total}（{places}），超过了一个人的全部精力；请调低权重，"
            "例如“权重：<份额>%”，或把一部分交给别人，直到合计为 100%",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                ==> bikes.md
                # Bike hire OKRs 2026-Q2

                ## O1: Let nobody look for a bike in vain
                - KR1: Empty racks fall from 30% to 10% (owner: Ana Ruiz)
                - KR2: Bikes on the road rise from 800 to 1,000 (owner: @aruiz)
                - KR3: Repairs take 2 days instead of 6 (owner: Ana Ruiz)

                ==> winter.md
                # Winter service OKRs 2026-Q2

                ## O1: Let the city ride through the snow
                - KR1: 40% of riders keep riding in January (owner: Ana Ruiz)
                - KR2: Falls decline from 12 to 4 (owner: A. Ruiz)
                - KR3: 25 km of lanes are cleared by 7 am (owner: ⟦Ana Ruiz⟧)
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the choir that singers dream of
                - Owner: Bo Lind
                - KR1: 60 applications instead of 20

                ## O2: Fill the hall with people who never came before
                - Owner: Bo Lind
                - KR1: First-time guests rise from 10% to 30%

                ## O3: Sing what nobody has sung
                - Owner: Bo Lind
                - KR1: 4 first performances instead of 1

                ## O4: Let children find their voice
                - Owner: ⟦Bo Lind⟧
                - KR1: 80 children instead of 25
                """,
                """
                ==> trams.md
                # Tram OKRs 2026-Q2

                ## O1: Make trams the calm part of the day
                - Owner: Mo Salim
                - Weight: 60%
                - KR1: Delays fall from 9 to 3 minutes

                ## O2: Let everybody board without help
                - Owner: Ida Berg
                - Weight: 40%
                - KR1: Stops without a step rise from 40% to 70%

                ==> buses.md
                # Bus OKRs 2026-Q2

                ## O1: Bring the night bus back
                - Owner: Mo Salim
                - Weight: ⟦70%⟧
                - KR1: Riders a night rise from 90 to 300

                ## O2: Make drivers proud of their cabin
                - Owner: Ola Nord
                - Weight: 30%
                - KR1: 2 of 60 leave instead of 9
                """,
            ),
            "zh": (
                """
                ==> 单车.md
                # 共享单车 2026年Q2 OKR

                ## O1：让每个人出门就有车骑
                - KR1：空桩率由30%降到10%（负责人：王芳）
                - KR2：在册车辆由800辆增到1000辆（负责人：王芳）
                - KR3：维修时长由6天缩短到2天（负责人：王芳）

                ==> 冬季.md
                # 冬季保障 2026年Q2 OKR

                ## O1：让城市在雪天照样骑行
                - KR1：一月份仍在骑行的用户达到四成（负责人：王芳）
                - KR2：摔倒事故由12起降到4起（负责人：王芳）
                - KR3：早七点前清扫25公里车道（负责人：⟦王芳⟧）
                """,
                """
                # 2026年Q2 OKR

                ## O1：成為歌者嚮往的合唱團
                - 負責人：李強
                - KR1：報名人數由20人增到60人

                ## O2：讓從未來過的人坐滿音樂廳
                - 負責人：李強
                - KR1：首次到場觀眾由10%升到30%

                ## O3：唱出沒有人唱過的作品
                - 負責人：李強
                - KR1：首演作品由1部增到4部

                ## O4：讓孩子找到自己的聲音
                - 負責人：⟦李強⟧
                - KR1：兒童團員由25人增到80人
                """,
                """
                ==> 电车.md
                # 电车组 2026年Q2 OKR

                ## O1：让电车成为一天里最从容的时刻
                - 负责人：陈丽
                - 权重：60%
                - KR1：平均晚点由9分钟降到3分钟

                ## O2：让所有人无需帮助就能上车
                - 负责人：赵敏
                - 权重：40%
                - KR1：无台阶站点由40%升到70%

                ==> 公交.md
                # 公交组 2026年Q2 OKR

                ## O1：让夜班车回来
                - 负责人：陈丽
                - 权重：⟦70%⟧
                - KR1：每晚乘客由90人增到300人

                ## O2：让司机以驾驶室为荣
                - 负责人：孙浩
                - 权重：30%
                - KR1：离职司机由9人降到2人
                """,
            ),
        },
        good={
            "en": (
                """
                ==> q1.md
                # Bike hire OKRs 2026-Q1

                ## O1: Let nobody look for a bike in vain
                - KR1: Empty racks fall from 30% to 20% (owner: Ana Ruiz)
                - KR2: Bikes on the road rise from 800 to 900 (owner: Ana Ruiz)
                - KR3: Repairs take 4 days instead of 6 (owner: Ana Ruiz)

                ==> q2.md
                # Bike hire OKRs 2026-Q2

                ## O1: Let nobody look for a bike in vain
                - KR1: Empty racks fall from 20% to 10% (owner: Ana Ruiz)
                - KR2: Bikes on the road rise from 900 to 1,000 (owner: Ana Ruiz)
                - KR3: Repairs take 2 days instead of 4 (owner: Ana Ruiz)
                """,
                """
                # Choir OKRs 2026-Q2

                - Owner: Bo Lind

                ## O1: Be the choir that singers dream of
                - KR1: 60 applications instead of 20
                - KR2: Half of the singers stay for 5 years
                - KR3: 2 of 40 leave instead of 9

                ## O2: Fill the hall with people who never came before
                - KR1: First-time guests rise from 10% to 30%
                - KR2: 300 seats at 5 euros instead of 50
                - KR3: 12 concerts outside of town instead of 4
                """,
                """
                ==> trams.md
                # Tram OKRs 2026-Q2

                ## O1: Make trams the calm part of the day
                - Owner: Mo Salim
                - Weight: 60%
                - KR1: Delays fall from 9 to 3 minutes (owner: Ida Berg)

                ## O2: Let everybody board without help
                - Owner: Mo Salim
                - Weight: 40%
                - KR1: Stops without a step rise from 40% to 70% (owner: Ola Nord)

                ==> buses.md
                # Bus OKRs 2026-Q2

                ## O1: Bring the night bus back
                - Owner: Mo Salim
                - Weight: 100%
                - KR1: Riders a night rise from 90 to 300
                """,
                """
                # OKRs 2026-Q2

                ## O1: Let the city ride through the snow
                - KR1: 40% of riders keep riding in January (owner: Winter team)
                - KR2: Falls decline from 12 to 4 (owner: Winter team)
                - KR3: 25 km of lanes are cleared by 7 am (owner: Winter team)
                - KR4: 90% of gates are free of ice (owner: Winter team)
                - KR5: 3 of 50 shifts are short of people (owner: Winter team)
                - KR6: 70 letters of thanks instead of 20 (owner: Winter team)
                """,
            ),
            "zh": (
                """
                ==> 一季度.md
                # 共享单车 2026年Q1 OKR

                ## O1：让每个人出门就有车骑
                - KR1：空桩率由30%降到20%（负责人：王芳）
                - KR2：在册车辆由800辆增到900辆（负责人：王芳）
                - KR3：维修时长由6天缩短到4天（负责人：王芳）

                ==> 二季度.md
                # 共享单车 2026年Q2 OKR

                ## O1：让每个人出门就有车骑
                - KR1：空桩率由20%降到10%（负责人：王芳）
                - KR2：在册车辆由900辆增到1000辆（负责人：王芳）
                - KR3：维修时长由4天缩短到2天（负责人：王芳）
                """,
                """
                # 合唱團 2026年Q2 OKR

                - 負責人：李強

                ## O1：成為歌者嚮往的合唱團
                - KR1：報名人數由20人增到60人
                - KR2：半數團員留團滿五年
                - KR3：離團人數由9人降到2人

                ## O2：讓從未來過的人坐滿音樂廳
                - KR1：首次到場觀眾由10%升到30%
                - KR2：五歐元座位由50個增到300個
                - KR3：城外音樂會由4場增到12場
                """,
                """
                ==> 电车.md
                # 电车组 2026年Q2 OKR

                ## O1：让电车成为一天里最从容的时刻
                - 负责人：陈丽
                - 权重：60%
                - KR1：平均晚点由9分钟降到3分钟（负责人：赵敏）

                ## O2：让所有人无需帮助就能上车
                - 负责人：陈丽
                - 权重：40%
                - KR1：无台阶站点由40%升到70%（负责人：孙浩）

                ==> 公交.md
                # 公交组 2026年Q2 OKR

                ## O1：让夜班车回来
                - 负责人：陈丽
                - 权重：100%
                - KR1：每晚乘客由90人增到300人
                """,
            ),
        },
    )

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        people = People(item, context, self.options.aliases)
        owned: dict[tuple[_Kind, str], list[_Owned]] = {}
        weighed: dict[tuple[str, str], list[Effort]] = {}
        for number, document in enumerate(item.documents):
            if document.is_plan:
                continue
            for entry in self._owned(number, document, people, context.today):
                owned.setdefault((entry.item.kind, entry.person.key), []).append(entry)
            if any(each.weight for each in document.items):
                for effort in efforts(number, document, people):
                    period = document.items[effort.place.item or 0].period
                    if period is not None and not _is_over(period, context.today):
                        weighed.setdefault((effort.person.key, period.name), []).append(effort)
        for (kind, _), entries in owned.items():
            yield from self._too_many(kind, entries, item)
        for (_, cycle), shares in weighed.items():
            yield from self._too_heavy(cycle, shares, item)

    def _owned(self, number: int, document: DocumentSummary, people: People, today: date | None) -> "Iterator[_Owned]":
        """Yield what each person owns."""
        is_live = False
        for at, item in enumerate(document.items):
            is_out = is_dropped(item) or is_done(item) or _is_over(item.period, today)
            if item.kind == "objective":
                is_live = not is_out
            owners = item.owners or (item.owners_inherited if self.options.inherited else ())
            if is_out or not is_live or not owners:
                continue
            found = people.first_of(owners)
            if found:
                yield _Owned(*found, item, Place(number, at), document.is_linted)

    def _too_many(self, kind: "_Kind", entries: "Sequence[_Owned]", project: Project) -> Iterator[Hit]:
        options = self.options
        most = options.max_objectives_per_person if kind == "objective" else options.max_krs_per_person
        if len(entries) <= most:
            return
        found = _different(_at_once(entries), project)
        if len(found) <= most:
            return
        linted = [each for each in found if each.is_linted]
        if not linted:
            return
        over = [each for each in found[most:] if each.is_linted]
        told = over[0] if over else linted[-1]
        certainty: Certainty = "high" if all(each.person.is_sure for each in found) else "medium"
        yield self.hit(
            told.words.span if told.item.owners else told.item.span,
            "objectives" if kind == "objective" else "krs",
            place=told.place,
            certainty=certainty,
            collective=True,
            name=told.person.name,
            count=len(found),
            most=most,
            places=_listed([each.place for each in found], project),
        )

    def _too_heavy(self, cycle: str, shares: Sequence[Effort], project: Project) -> Iterator[Hit]:
        """Yield a finding for a person of whom several documents ask more than all of their effort in a cycle."""
        total = 0.0
        told: Effort | None = None
        for each in shares:
            total += each.share
            if told is None and total > 1 + _TOLERANCE and project.documents[each.place.document].is_linted:
                told = each
        if told is None or len({each.place.document for each in shares}) == 1:
            return
        is_sure = all(each.is_own and each.person.is_sure for each in shares)
        yield self.hit(
            told.weight.span,
            "weights",
            place=told.place,
            certainty="high" if is_sure else "medium",
            collective=True,
            name=told.person.name,
            total=percent(total),
            cycle=cycle,
            places=_listed([each.place for each in shares], project, [percent(each.share) for each in shares]),
        )


_Kind = Literal["objective", "key_result"]

_TOLERANCE = 0.005
"""What shares that are rounded to whole percents may exceed the whole by."""

_MOST_LISTED = 8
"""Items that a message names."""


class _Owned(NamedTuple):
    """An item that a person owns, the words that say so, and whether its document is one of the run."""

    person: Person
    words: Phrase
    item: ItemSummary
    place: Place
    is_linted: bool


def _is_over(period: Period | None, today: date | None) -> bool:
    return bool(period and period.end and today and period.end < today)


def _different(entries: Sequence[_Owned], project: Project) -> list[_Owned]:
    """Return the items without those that are the same work as one before them.

    That is a copy of it, and what supports it: both are the work of one person.
    """
    own = {each.place for each in entries}
    seen: set[str] = set()
    kept = []
    for each in entries:
        links = project.links.from_place.get(each.place, ()) if each.item.supports else ()
        if any(link.state == "found" and link.targets[0] in own and link.targets[0] != each.place for link in links):
            continue
        words = "".join(filter(str.isalnum, fold(each.item.text).lower()))
        if words not in seen:
            seen.add(words)
            kept.append(each)
    return kept


def _at_once(entries: Sequence[_Owned]) -> list[_Owned]:
    """Return the most items that have a day in common.

    Those whose days are not known have days in common only with those of a cycle of the same name, or, without any,
    with those of the same document.
    """
    groups: dict[object, list[_Owned]] = {}
    dated: list[tuple[date, date, _Owned]] = []
    for each in entries:
        period = each.item.period
        if period and period.start and period.end:
            dated.append((period.start, period.end, each))
        else:
            groups.setdefault(period.name if period else each.place.document, []).append(each)
    busiest = _busiest_day([(start, end) for start, end, _ in dated])
    found = [each for start, end, each in dated if busiest and start <= busiest <= end]
    return max((found, *groups.values()), key=len)


def _busiest_day(periods: Iterable[tuple[date, date]]) -> date | None:
    """Return the first day that most periods have; None where there are none."""
    changes: dict[date, int] = {}
    for start, end in periods:
        changes[start] = changes.get(start, 0) + 1
        if end < date.max:
            after = end + timedelta(1)
            changes[after] = changes.get(after, 0) - 1
    running = most = 0
    busiest = None
    for day in sorted(changes):
        running += changes[day]
        if running > most:
            most, busiest = running, day
    return busiest


def _listed(places: Sequence[Place], project: Project, remarks: Sequence[str] = ()) -> Words:
    """Return items in a row by document: "a.md O1 KR1, O1 KR2; b.md O2", at most so many of them."""
    by_document: dict[str, list[str]] = {}
    for at, place in enumerate(places[:_MOST_LISTED]):
        item = project.item(place)
        if item is not None:
            label = item.label or item.id
            name = label if item.kind == "objective" else f"{_label(project, place)} {label}"
            named = f"{name} {remarks[at]}" if remarks else name
            by_document.setdefault(project.documents[place.document].path, []).append(named)
    more = ["…"] if len(places) > _MOST_LISTED else []
    return Words(
        "; ".join([*(f"{path} {', '.join(names)}" for path, names in by_document.items()), *more]),
        "；".join([*(f"{path} {'、'.join(names)}" for path, names in by_document.items()), *more]),
    )


def _label(project: Project, place: Place) -> str:
    objective = project.item(project.objective(place))
    return (objective.label or objective.id) if objective else ""
