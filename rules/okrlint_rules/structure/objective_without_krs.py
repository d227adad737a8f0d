"""ST004."""

from collections.abc import Iterator

from okrlint.plugins import (
    Context,
    Document,
    Examples,
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
from okrlint_rules.siblings import is_child
from okrlint_rules.time.cycles import cycle_around, days_of


class ObjectiveWithoutKrs(ObjectiveRule):
    """An objective without key results is a wish.

    What it checks: an objective has at least one key result, unless it was dropped or is carried by child objectives.

    Why: Doerr reads an OKR as a sentence: I will reach the objective, as measured by its key results; without them
    nothing tells whether it was reached. In Feishu, too, an objective is what key results belong to.

    When to switch it off: in a file that lists objectives only, with the key results kept elsewhere.
    """

    manual_zh = """没有关键结果的目标只是愿望。

    检查什么：目标下至少有一条关键结果；已取消的，或由子目标承接的除外。

    为什么：杜尔把 OKR 读成一句话：我要达成某个目标，以这些关键结果来衡量；没有关键结果，就无从判断是否达成。
    在飞书中，关键结果同样隶属于目标。

    何时关闭：文件只列目标、关键结果记在别处时。
    """

    meta = Meta(
        code="ST004",
        name="objective-without-krs",
        summary=Words("An objective has key results.", "目标有关键结果。"),
        severity=Severity.ERROR,
        sources=("DOERR", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What may stand in for key results."""

        accept_children: bool = True
        draft_ok: bool = False
        about = {
            "accept_children": Words(
                "Whether an objective may do without key results where the next one is its child by its label (O1, "
                "O1.1), or where it names child objectives, as GitLab allows.",
                "下一个目标按编号是它的子目标（O1、O1.1），或文字中指明了子目标时，是否可以没有关键结果"
                "（GitLab 允许如此）。",
            ),
            "draft_ok": Words(
                "Whether an objective may do without key results as long as its cycle has not begun; it needs the day "
                "that counts as today. A choice of ours.",
                "周期开始之前，目标是否可以还没有关键结果；需要知道“今天”是哪一天。由我们自定。",
            ),
        }

    options: Options

    messages = {
        "none": Words(
            "“{text}” has no key result, so nothing tells whether it was reached; add some, as in “<metric> from "
            "<baseline> to <target> by <date>”",
            "“{text}”没有关键结果，无从判断是否达成；请补上，例如“<指标>从<基线>到<目标>，<日期>前”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Delight tutors⟧

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Delight tutors⟧

                - KR1:
                - KR2:
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Delight tutors⟧

                - Owner: Ana Ruiz

                ## O2: ⟦Make support feel human⟧

                - Owner: Ben Ode
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦让老师爱上备课⟧

                ## O2：让客服更有温度

                - KR1：满意度由78升至86
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让老师爱上备课⟧

                - KR1：
                - KR2：
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓老師愛上備課⟧

                - 負責人：王芳

                ## O2：⟦讓客服更有溫度⟧

                - 負責人：李強
                """,
            ),
        },
        good={
            "en": (
                "Delight tutors",
                """
                # OKRs 2026-Q2

                ## Objective: Delight tutors

                1. Tutor NPS from 20 to 45
                2. 60% of lessons planned in under ten minutes
                """,
                """
                # OKRs 2026-Q2

                ## O1: Delight tutors

                ## O1.1: Make planning a lesson a pleasure

                - KR1: Tutor NPS from 20 to 45
                """,
                """
                # OKRs 2026-Q2

                ## O1: Delight tutors (see the child objectives of both teams)

                ## O2: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
            ),
            "zh": (
                "让老师爱上备课",
                """
                # 2026年Q2 OKR

                ## 目標：讓老師愛上備課

                1. 教師NPS由20升至45
                2. 六成課程十分鐘內備好
                """,
                """
                # 2026年Q2 OKR

                ## O1：让老师爱上备课

                ## O1.1：让备一堂课成为享受

                - KR1：教师NPS由20升至45
                """,
                """
                # 2026年Q2 OKR

                ## O1：让老师爱上备课——见子目标

                ## O2：让客服更有温度

                - KR1：满意度由78升至86
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        if item.key_results or is_dropped(item):
            return
        if self.options.accept_children and _has_children(item, context.document):
            return
        if self.options.draft_ok and _is_draft(context):
            return
        yield self.hit(item.text.span, "none", text=quoted(item.text))


def _is_draft(context: Context) -> bool:
    """Tell whether the cycle has not begun yet."""
    days = days_of(cycle_around(context))
    return bool(days and context.today and context.today < days[0])


_CHILDREN = ("child objective", "sub-objective", "子目标")


def _has_children(objective: Objective, document: Document) -> bool:
    words = fold(objective.text.value).lower()
    if any(child in words for child in _CHILDREN):
        return True
    position = int(objective.id.removeprefix("O"))
    following = document.objectives[position : position + 1]
    return any(is_child(each.label or "", objective.label) for each in following)
