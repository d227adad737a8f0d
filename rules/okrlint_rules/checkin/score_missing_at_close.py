"""CK006."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from okrlint.plugins import (
    Context,
    Cycle,
    Document,
    Examples,
    Hit,
    Item,
    KeyResult,
    Lexicon,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
)
from okrlint_rules.checkin.entries import is_done
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.checkin.progress import series, stated
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class _Peers(NamedTuple):
    """The objectives of one cycle.

    Attributes:
        first: the first of them.
        total: how many key results they have.
        ungraded: of how many of these it is not said how they came out.
        all_scored: whether all have a score.
    """

    first: Objective
    total: int
    ungraded: int
    all_scored: bool


class ScoreMissingAtClose(ObjectiveRule):
    """What is never graded teaches nothing for the next cycle.

    What it checks: some days after the end of a cycle, its key results have a score. A progress, a number in a note
    or in the last check-in, or a status that says done or missed does as well; what was dropped or carried over needs
    none. Where all are graded, the document also looks back (a section or a field such as Retrospective or 复盘),
    and a committed key result below the full mark is explained. Where most key results of the cycle are not graded,
    it is said once. That nothing looks back has low certainty: it may be done elsewhere.

    Why: Google grades each quarter and writes a post-mortem of commitments that were missed; Wodtke calls the grade
    less important than what was learned; Feishu has both scores and reviews.

    When to switch it off: where grades and reviews are kept in another tool.
    """

    manual_zh = """从不评分的 OKR，对下一个周期没有任何启发。

    检查什么：周期结束一段时间后，关键结果都有得分。进度、备注或最后一条跟进记录里的数字，或表示完成、未达成的状态也可以；
    已取消或延续到下一周期的不需要。全部评分之后，文件里还应有回顾（“复盘”、Retrospective 之类的小节或字段）；
    承诺型的关键结果未满分时应有说明。多数都没有评分时，只报告一次。没有复盘的，把握记为“低”：复盘可能另有去处。

    为什么：谷歌每季度评分，未完成的承诺要写事后分析；沃特克认为学到什么比分数更重要；飞书既有打分也有复盘。

    何时关闭：评分和复盘保存在其他工具里时。
    """

    meta = Meta(
        code="CK006",
        name="score-missing-at-close",
        summary=Words("A closed cycle has scores and a retrospective.", "结束的周期有得分和复盘。"),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("G-RW", "KLAU", "WOD", "G-PB", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What is due at the end of a cycle, and when."""

        grace_days: int = 14
        until_days: int = 365
        require_retro: bool = True
        committed_postmortem: bool = True
        ranges = {"grace_days": (0, None), "until_days": (0, None)}
        about = {
            "grace_days": Words(
                "How many days after the end of the cycle scores are due, 0 or more; a choice of ours: two weeks.",
                "周期结束多少天后应有得分，0 或以上；本工具的选择，即两周。",
            ),
            "until_days": Words(
                "How many days after the end of the cycle scores are still asked for, 0 or more; a choice of ours: "
                "after a year the document is history, and nobody grades it any more.",
                "周期结束多少天之内仍要求评分，0 或以上；本工具的选择：一年之后文档已成历史，不会再有人评分。",
            ),
            "require_retro": Words(
                "Whether a look back is due beside the scores; Wodtke and Feishu.",
                "评分之外是否还要求复盘；沃特克和飞书。",
            ),
            "committed_postmortem": Words(
                "Whether a commitment that was missed must be explained; Google.",
                "未完成的承诺是否必须说明；谷歌。",
            ),
        }

    options: Options

    messages = {
        "none": Words(
            "the cycle {cycle} ended on {last}, and none of its {count} key results is graded, so it teaches nothing "
            "for the "
            "next one; grade each: “(score: <0.0–1.0>)”",
            "周期 {cycle} 已于 {last} 结束，{count} 条关键结果都没有评分，对下一个周期没有启发；请逐条评分：“（得分："
            "<0.0–1.0>）”",
        ),
        "few": Words(
            "the cycle {cycle} ended on {last}, and only {graded} of its {count} key results are graded; grade the "
            "others, "
            "or say that they were dropped or carried over: “(score: <0.0–1.0>)”",
            "周期 {cycle} 已于 {last} 结束，{count} 条关键结果中只有 {graded} 条评了分；"
            "请为其余的评分，或注明已取消、延续：“（得分：<0.0–1.0>）”",
        ),
        "missing": Words(
            "“{text}” is not graded, though the cycle {cycle} ended on {last}; add its score, or say that it was "
            "dropped or "
            "carried over: “(score: <0.0–1.0>)”",
            "周期 {cycle} 已于 {last} 结束，“{text}”没有评分；请补上，或注明已取消、延续：“（得分：<0.0–1.0>）”",
        ),
        "retro": Words(
            "the cycle {cycle} is graded, but nothing tells what was learned; add a section “Retrospective”: what "
            "worked, what did not, what you change",
            "周期 {cycle} 已评分，但没有写明学到了什么；请增加“复盘”一节：哪些有效、哪些无效、下次怎么改",
        ),
        "postmortem": Words(
            "“{text}” was committed and scored “{score}”, with no word on why; add the reason: “<reason>; <what "
            "changes>”",
            "“{text}”是承诺型，得分“{score}”，没有说明原因；请补上：“<原因>；<今后怎么改>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86
                - KR2: First answer within 30 minutes
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: ⟦First answer within 30 minutes⟧
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Type: committed
                - KR1: ⟦CSAT from 78 to 86⟧ (score: 0.6)

                ## Retrospective

                We asked too late.
                """,
                """
                # OKRs 2026-Q1

                ## O1: ⟦Make support feel human⟧

                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: First answer within 30 minutes (score: 0.8)
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86
                - KR2：首次回复不超过30分钟
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（得分：0.6）
                - KR2：⟦首次回覆不超過30分鐘⟧
                """,
                """
                # 2026年Q1 OKR

                ## O1：⟦让客服更有温度⟧

                - KR1：满意度由78升至86（得分：0.6）
                - KR2：首次回复不超过30分钟（得分：0.8）
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86 (score: 0.6)
                - KR2: First answer within 30 minutes (status: dropped)

                ## Retrospective

                We asked too late.
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026-Q1

                ## O1: Make support feel human

                - Type: committed
                - KR1: CSAT from 78 to 86 (score: 0.6)
                  - Note: two agents left in February; we now train one in reserve

                ## Retrospective

                We asked too late.
                """,
            ),
            "zh": (
                """
                # 2026年Q1 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86（得分：0.6）
                - KR2：首次回复不超过30分钟（状态：已取消）

                ## 复盘

                问卷发得太晚。
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：满意度由78升至86
                """,
                """
                # 2026年Q1 OKR

                ## O1：讓客服更有溫度

                - KR1：滿意度由78升至86（狀態：延續到二季度）
                - KR2：首次回覆不超過30分鐘（得分：0.8）

                ## 複盤

                問卷發得太晚。
                """,
            ),
        },
        today=date(2026, 4, 25),
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q1

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86 (score: 0.6)
                        - KR2: First answer within 30 minutes
                        - KR3: 40% of answers need no second question
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q1 OKR

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86（得分：0.6）
                        - KR2：首次回复不超过30分钟
                        - KR3：四成问题无需二次追问
                        """,
                    ),
                },
                good={},
                today=date(2026, 4, 25),
            ),
        ),
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        cycle = item.cycle or context.document.cycle
        if cycle is None or not item.key_results or is_dropped(item):
            return
        if not is_closed(context, self.options.grace_days) or is_closed(context, self.options.until_days):
            return
        peers = self._peers_of(cycle, context.document)
        if 2 * peers.ungraded > peers.total:
            if item is peers.first:
                graded = peers.total - peers.ungraded
                message = "few" if graded else "none"
                yield self.hit(
                    item.text.span, message, count=peers.total, graded=graded, cycle=cycle.value, last=cycle.end
                )
            return
        for result in filter(_is_ungraded, live(item.key_results)):
            text = quoted(result.text)
            yield self.hit(result.text.span, "missing", about=result, text=text, cycle=cycle.value, last=cycle.end)
        if self.options.committed_postmortem:
            yield from self._unexplained(item)
        if self.options.require_retro and item is peers.first and peers.all_scored and not _looks_back(context):
            yield self.hit(item.text.span, "retro", certainty="low", cycle=cycle.value)

    _known: tuple[Document, dict[str, _Peers]] | None = None

    def _peers_of(self, cycle: Cycle, document: Document) -> _Peers:
        """Return the objectives of a cycle; a document is looked through once."""
        known = self._known  # a rule is shared between threads: another one may replace it meanwhile
        if known is None or known[0] is not document:
            self._known = known = (document, _by_cycle(document))
        return known[1][cycle.value]

    def _unexplained(self, objective: Objective) -> Iterator[Hit]:
        """Yield the commitments that were missed, with no word on why."""
        for result in live(objective.key_results):
            score = result.score
            if score is None or score.value is None or score.value >= 1 or not _is_committed(objective, result):
                continue
            if not result.field(*_EXPLANATIONS) and not any(entry.note for entry in result.checkins):
                text = quoted(result.text)
                yield self.hit(result.text.span, "postmortem", about=result, text=text, score=score.raw)


_EXPLANATIONS = ("note", "why", "retrospective", "risk", "postmortem", "post-mortem")
"""Fields in which a reason may stand."""


def _by_cycle(document: Document) -> dict[str, _Peers]:
    """Return the objectives with key results that stand in one cycle together, by its name."""
    groups: dict[str, list[Objective]] = {}
    for objective in live(document.objectives):
        cycle = objective.cycle or document.cycle
        if cycle and objective.key_results:
            groups.setdefault(cycle.value, []).append(objective)
    return {name: _peers(objectives) for name, objectives in groups.items()}


def _peers(objectives: list[Objective]) -> _Peers:
    results = [result for objective in objectives for result in live(objective.key_results)]
    ungraded = sum(map(_is_ungraded, results))
    return _Peers(objectives[0], len(results), ungraded, all(result.score for result in results))


def _is_ungraded(item: KeyResult) -> bool:
    return not _is_graded(item) and not _is_carried_over(item)


def _is_graded(item: KeyResult) -> bool:
    """Tell whether it is said how a key result came out."""
    if item.score is not None and (item.score.problem != "placeholder" or item.score.raw.strip().lower() in _NO_GRADE):
        return True
    if stated(item) is not None or is_done(item) or (item.status is not None and _missed().has(item.status.value)):
        return True
    notes = (item.field("note"), *(entry.note for entry in item.checkins[-1:]))
    return bool(series(item)) or any(note is not None and any(map(str.isdigit, note.value)) for note in notes)


_NO_GRADE = ("n/a", "n.a.", "na", "不适用", "不適用")
"""What stands in place of a score where none is due."""


@cache
def _missed() -> Lexicon:
    return Lexicon("missed", ("missed", "failed", "unmet", "not met", "未完成", "未达成", "未达标", "失败", "没完成"))


@cache
def _carried() -> Lexicon:
    words = "carried over, carry over, rolled over, moved to, postponed, deferred, 延续, 结转, 顺延, 延期至, 延到, 移到"
    return Lexicon("carried over", words.split(", "))


def _is_carried_over(item: Item) -> bool:
    texts = (item.status, item.field("note"))
    return any(text is not None and _carried().has(text.value) for text in texts)


def _is_committed(objective: Objective, item: KeyResult) -> bool:
    kind = item.field("kind")
    named = kind is not None and kind.value.strip().lower().startswith(("commit", "承诺", "承諾"))
    return named or objective.kind == "committed"


def _looks_back(context: Context) -> bool:
    """Tell whether a document says anywhere what was learned."""
    document = context.document
    return any(field.name == "retrospective" for field in document.fields) or any(
        item.field("retrospective") for item in document.items()
    )
