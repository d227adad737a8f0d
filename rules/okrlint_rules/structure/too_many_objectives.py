"""ST001."""

from collections.abc import Iterator, Sequence

from okrlint.plugins import (
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Meta,
    Objective,
    RuleOptions,
    Severity,
    Words,
)
from okrlint_rules.siblings import is_child, sets_of_objectives


class TooManyObjectives(DocumentRule):
    """Whoever has many objectives has none.

    What it checks: a team or a person has at most so many objectives in a cycle. Those that were dropped do not count,
    nor do child objectives (O1.1 after O1). The sections of several teams or people in one document are counted apart,
    and so are the owners in a file that gathers the objectives of many people.

    Why: re:Work and Doerr take three to five, Klau five at most, GitLab three; Wodtke one for a company and few for a
    team. Beyond that each gets a share of attention too small to move anything.

    When to switch it off: hardly ever; set `max` to what your authority allows.
    """

    manual_zh = """目标太多，等于没有目标。

    检查什么：一个团队或一个人在一个周期内的目标不超过规定个数。已取消的、子目标（O1 之下的 O1.1）不计入；
    一个文档里有多个团队或多个人时，
    分别计算；汇总许多人目标的文件按负责人分别计算。

    为什么：谷歌 re:Work 和杜尔取三到五个，克劳最多五个，GitLab 三个；沃特克主张公司一个、团队几个。
    再多，每个目标分到的精力就不足以推动任何事。

    何时关闭：几乎不必关闭；请按所依据的主张设置 `max`。
    """

    meta = Meta(
        code="ST001",
        name="too-many-objectives",
        summary=Words("A team has few enough objectives to focus on.", "一个团队的目标不多，便于集中精力。"),
        severity=Severity.WARNING,
        sources=("G-RW", "KLAU", "GL", "WOD", "BK"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many are too many."""

        max: int = 3
        max_company: int | None = None
        ranges = {"max": (1, None), "max_company": (1, None)}
        about = {
            "max": Words(
                "The greatest number of objectives of a team or a person in a cycle: 1 or more. GitLab and Wodtke take "
                "three, Google, Klau and Chinese consultancies five.",
                "一个团队或个人一个周期最多几个目标：1 或更大。GitLab 和沃特克取 3，谷歌、克劳、国内咨询机构取 5。",
            ),
            "max_company": Words(
                "The same for a document whose title or team says that it is a company's: 1 or more, none for `max`. "
                "Wodtke takes one.",
                "标题或团队表明是全公司的文档时的上限：1 或更大，不设则同 `max`。沃特克取 1。",
            ),
        }

    options: Options

    messages = {
        "many": Words(
            "{count} objectives in one cycle are too many to focus on (at most {max}), this is number {number}; keep "
            "those that matter most now, and leave the others for the next cycle",
            "一个周期内有 {count} 个目标，难以聚焦（最多 {max} 个），这是第 {number} 个；请留下眼下最要紧的，"
            "其余放到下一周期",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs of the growth team 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86

                ## O3: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s

                ## O4: ⟦Become the place where engineers grow⟧

                - KR1: 12 internal talks
                """,
                """
                # Goals of Ana Ruiz, 2026

                1. Objective: Be at home in Portuguese
                   - KR1: Pass the B2 exam
                2. Objective: Run for joy
                   - KR1: 10k in 55 minutes
                3. Objective: Read with a pencil
                   - KR1: 12 books with notes
                4. Objective: ⟦Cook for friends⟧
                   - KR1: 10 dinners
                5. Objective: Play again
                   - KR1: 3 pieces by heart
                """,
                """
                # OKRs 2026-Q2

                ## Kitchen

                ### O1: Serve what guests talk about

                - KR1: 8 new dishes

                ### O2: Throw nothing away

                - KR1: Waste from 40 to 15 kg a day

                ### O3: Be a kitchen where people stay

                - KR1: Leavers from 4 to 1

                ### O4: ⟦Open with a clean pass⟧

                - KR1: 0 complaints of the inspector

                ## Floor

                ### O1: Be remembered for the welcome

                - KR1: Rating from 4.1 to 4.6
                """,
            ),
            "zh": (
                """
                # 增长团队 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名

                ## O2：让客服更有温度

                - KR1：满意度由78升至86

                ## O3：让付款快得像没发生过

                - KR1：95%的支付在2秒内确认

                ## O4：⟦成为工程师成长的地方⟧

                - KR1：举办12场内部分享
                """,
                """
                # 王芳 2026年 OKR

                ## 目標一：把葡語說得像在家一樣

                - KR1：通過B2考試

                ## 目標二：為快樂而跑

                - KR1：10公里跑進55分鐘

                ## 目標三：讀書留下筆記

                - KR1：讀完12本書

                ## 目標四：⟦為朋友下廚⟧

                - KR1：辦10次家宴
                """,
                """
                # 2026年Q2 OKR

                ## O1：端出客人会谈起的菜

                - KR1：上新8道菜

                ## O2：一点也不浪费

                - KR1：厨余从每天40公斤降到15公斤

                ## O3：成为留得住人的厨房

                - KR1：离职人数从4人降到1人

                ## O4：⟦让每天开门都干净利落⟧

                - KR1：卫生检查0扣分

                ## O5：让欢迎被记住

                - KR1：评分从4.1升至4.6
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs of the growth team 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up

                ## O1.1: Be the first app on freshers' day

                - KR1: 300 installs on the day

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86

                ## O3: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s
                """,
                """
                # OKRs 2026-Q2

                ## Kitchen

                ### O1: Serve what guests talk about

                - KR1: 8 new dishes

                ### O2: Throw nothing away

                - KR1: Waste from 40 to 15 kg a day

                ## Floor

                ### O1: Be remembered for the welcome

                - KR1: Rating from 4.1 to 4.6

                ### O2: Seat everybody within a minute

                - KR1: Waiting time from 6 minutes to 1
                """,
                """
                # OKRs

                ## 2026-Q1

                ### O1: Win the campus market

                - KR1: 900 students sign up

                ### O2: Make support feel human

                - KR1: CSAT from 78 to 86

                ## 2026-Q2

                ### O3: Make paying feel instant

                - KR1: 95% of payments confirmed within 2 s

                ### O4: Become the place where engineers grow

                - KR1: 12 internal talks
                """,
            ),
            "zh": (
                """
                # 增长团队 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名

                ## O1.1：成为迎新日第一个装上的应用

                - KR1：当天安装300次

                ## O2：让客服更有温度

                - KR1：满意度由78升至86

                ## O3：让付款快得像没发生过

                - KR1：95%的支付在2秒内确认
                """,
                """
                # 2026年Q2 OKR

                ## 後廚

                ### O1：端出客人會談起的菜

                - KR1：上新8道菜

                ### O2：一點也不浪費

                - KR1：廚餘從每天40公斤降到15公斤

                ## 前廳

                ### O1：讓歡迎被記住

                - KR1：評分從4.1升至4.6

                ### O2：人人一分鐘內入座

                - KR1：等位時間從6分鐘縮短到1分鐘
                """,
                """
                # OKR

                ## 2026年Q1

                ### O1：拿下高校市场

                - KR1：注册学生达到900名

                ### O2：让客服更有温度

                - KR1：满意度由78升至86

                ## 2026年Q2

                ### O3：让付款快得像没发生过

                - KR1：95%的支付在2秒内确认

                ### O4：成为工程师成长的地方

                - KR1：举办12场内部分享
                """,
            ),
        },
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        most = self._most(item)
        for members in sets_of_objectives(item):
            tops = _tops(members)
            gathers = len(tops) > _GATHERING * most and all(each.owners for each in tops)
            for objectives in _by_person(tops, own=gathers):
                if len(objectives) > most:
                    first = objectives[most]
                    yield self.hit(
                        first.text.span,
                        "many",
                        about=first,
                        collective=True,
                        count=len(objectives),
                        max=most,
                        number=most + 1,
                    )

    def _most(self, document: Document) -> int:
        company = self.options.max_company
        return company if company is not None and _is_company(document) else self.options.max


_GATHERING = 2
"""Times as many objectives as allowed, each with an owner of its own: such a file gathers the OKRs of many people."""


def _tops(objectives: Sequence[Objective]) -> list[Objective]:
    """Return the objectives that are no child of the one before."""
    tops: list[Objective] = []
    for objective in objectives:
        if not (tops and objective.label and is_child(objective.label, tops[-1].label)):
            tops.append(objective)
    return tops


def _by_person(objectives: Sequence[Objective], *, own: bool) -> list[list[Objective]]:
    """Return the objectives of each person together: by whose section they stand in, or by their own owners."""
    people: dict[tuple[str, ...], list[Objective]] = {}
    for objective in objectives:
        owners = objective.owners if own else objective.owners_inherited
        people.setdefault(tuple(owner.value for owner in owners), []).append(objective)
    return list(people.values())


_COMPANY = ("company", "corporate", "organisation-wide", "organization-wide", "公司", "集团", "集團", "全司")
"""Words of a title or a team by which OKRs are those of a whole company."""


def _is_company(document: Document) -> bool:
    names = " ".join(text.value.lower() for text in (document.title, document.team) if text)
    return any(word in names for word in _COMPANY)
