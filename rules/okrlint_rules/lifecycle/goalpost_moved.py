"""LC002."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from okrlint.plugins import (
    Certainty,
    Hit,
    ItemHistory,
    ItemSummary,
    Meta,
    Period,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Version,
    Words,
    amounts,
    dates,
    is_typo_only,
    without_figures,
)
from okrlint_rules.lifecycle.goalpost_examples import EXAMPLES
from okrlint_rules.lifecycle.marks import is_given_up, is_unwritten
from okrlint_rules.lifecycle.moments import author_of, first_of_cycle, is_long_over, when
from okrlint_rules.lifecycle.notes import Changed, is_explained
from okrlint_rules.lifecycle.values import (
    Field,
    Setting,
    Value,
    baseline_of,
    deadline_of,
    is_easier,
    is_in_another_language,
    is_remark,
    is_within,
    settings,
    target_of,
    weight_of,
    words_of,
)
from okrlint_rules.quoting import quoted

_TOLD_GONE: Mapping[Field, Words] = {
    "target": Words("target", "目标值"),
    "deadline": Words("deadline", "截止日"),
    "weight": Words("weight", "权重"),
}
"""Of which values it is told that they were taken out, and what they are called."""


def _gone(what: Words) -> Words:
    return Words(
        f"the {what.en} of “{{text}}”, “{{old}}”, was taken out on {{day}} ({{who}}), {{when}}, and nothing says why; "
        f"put it back, or note it in the document, as in “Change {{day}}: {what.en} {{old}} dropped, <reason>”",
        f"“{{text}}”的{what.zh}“{{old}}”在 {{day}}（{{who}}，{{when}}）被删去，却没有说明原因；"
        f"请恢复，或在文档中注明，例如“{{day}} 变更：取消{what.zh} {{old}}，<原因>”",
    )


class GoalpostMoved(ProjectRule):
    """Whoever moves the goalpost while the match is on says why.

    What it checks: once a cycle has run for `freeze_after_days`, nobody changes the target, the baseline, the
    deadline, the weight or the words of an item in the git history, or takes one of them out, without a note: a
    message of the commit that gives a reason (or has a line `OKR-Change: …`), a line of the document on the change,
    or a check-in of that time. The change may be noted later, too. Spelling, another way to write the same number,
    another order or number, results behind the statement, and what is corrected within two days are no changes;
    neither is what is changed back. What was changed after the cycle had ended counts, too: then it is the result
    that was known. Dropped items, and cycles that have been over for a year, are left alone.

    It runs where `history = true` is set, or `--history` given.

    Why: Doerr calls OKRs works in progress and no commandments; a Chinese book holds that key results of a quarter
    cannot be changed, another that they may be where the objective is not. All agree that it must not happen silently:
    a target that was lowered in week nine makes every score beside it worthless.

    When to switch it off: where changes are recorded in another tool.
    """

    manual_zh = """比赛途中移动球门的人，要说明原因。

    检查什么：周期开始 `freeze_after_days` 天之后，没有人在 git 历史中不加说明就改动或删去条目的目标值、基线、截止日、
    权重或措辞。说明可以是：写明原因的提交信息（或其中的 `OKR-Change: …` 一行）、文档里关于这次变更的一行、当时的
    跟进记录；也可以事后补上。错别字、同一个数字的另一种写法、换顺序换编号、在条目后面写上结果、两天之内的更正都不算改动，
    改回原样的也不算。周期结束之后的改动同样要查：那时结果已经知道了。已放弃的条目和结束一年以上的周期不查。

    需要配置 `history = true` 或使用 `--history`。

    为什么：杜尔称 OKR 是进行中的工作，而不是戒律；国内有书主张季度关键结果一旦确定不能改变，也有书主张只调关键结果、
    不调目标。但都同意不能悄悄地改：第九周被下调的目标值，会让旁边所有的评分失去意义。

    何时关闭：变更记录在其他工具里时。
    """

    meta = Meta(
        code="LC002",
        name="goalpost-moved",
        summary=Words(
            "What an item aims at is not changed in the course of the cycle without a note.",
            "周期中途改动条目的指标要有说明。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        tier=3,
        sources=("DOERR", "BK", "G-RW"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When items stand still."""

        freeze_after_days: int = 14
        ranges = {"freeze_after_days": (0, None)}
        about = {
            "freeze_after_days": Words(
                "For how many days of the cycle, or since the item is there, changes need no note, 0 or more; a choice "
                "of ours: two weeks to settle the OKRs.",
                "周期开始（或条目加入）后多少天之内的改动不需要说明，0 或以上；本工具的选择：用两周确定 OKR。",
            )
        }

    options: Options

    messages = {
        "target-easier": Words(
            "the target of “{text}” was made easier, from “{old}” to “{new}”, on {day} ({who}), {when}, and nothing "
            "says why; note it in the document, as in “Change {day}: {old} → {new}, <reason>”",
            "“{text}”的目标值在 {day}（{who}，{when}）由“{old}”改为“{new}”，更容易达到，却没有说明原因；"
            "请在文档中注明，例如“{day} 变更：{old} → {new}，<原因>”",
        ),
        "target": Words(
            "the target of “{text}” was changed from “{old}” to “{new}” on {day} ({who}), {when}, and nothing says "
            "why; note it in the document, as in “Change {day}: {old} → {new}, <reason>”",
            "“{text}”的目标值在 {day}（{who}，{when}）由“{old}”改为“{new}”，却没有说明原因；"
            "请在文档中注明，例如“{day} 变更：{old} → {new}，<原因>”",
        ),
        "baseline": Words(
            "the baseline of “{text}” was changed from “{old}” to “{new}” on {day} ({who}), {when}, and nothing says "
            "why, so progress can no longer be compared; note it in the document, as in “Change {day}: baseline {old} "
            "→ {new}, <reason>”",
            "“{text}”的基线在 {day}（{who}，{when}）由“{old}”改为“{new}”，却没有说明原因，前后的进度无法比较；"
            "请在文档中注明，例如“{day} 变更：基线 {old} → {new}，<原因>”",
        ),
        "deadline": Words(
            "the deadline of “{text}” was moved from “{old}” to “{new}” on {day} ({who}), {when}, and nothing says "
            "why; note it in the document, as in “Change {day}: deadline {old} → {new}, <reason>”",
            "“{text}”的截止日在 {day}（{who}，{when}）由“{old}”改为“{new}”，却没有说明原因；"
            "请在文档中注明，例如“{day} 变更：截止日 {old} → {new}，<原因>”",
        ),
        "weight": Words(
            "the weight of “{text}” was changed from “{old}” to “{new}” on {day} ({who}), {when}, and nothing says "
            "why; note it in the document, as in “Change {day}: weight {old} → {new}, <reason>”",
            "“{text}”的权重在 {day}（{who}，{when}）由“{old}”改为“{new}”，却没有说明原因；"
            "请在文档中注明，例如“{day} 变更：权重 {old} → {new}，<原因>”",
        ),
        **{f"{field}-gone": _gone(what) for field, what in _TOLD_GONE.items()},
        "words": Words(
            "“{old}” was reworded to “{new}” on {day} ({who}), {when}, and nothing says why; note it in the document, "
            "as in “Change {day}: {label} reworded, <reason>”",
            "“{old}”在 {day}（{who}，{when}）被改写为“{new}”，却没有说明原因；"
            "请在文档中注明，例如“{day} 变更：{label} 改写，<原因>”",
        ),
    }

    examples = EXAMPLES

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if item.history is None:
            return
        for line in item.history.items:
            place = line.place
            if place is not None and item.documents[place.document].is_linted:
                yield from self._of_item(line, place, item, context)

    def _of_item(self, line: ItemHistory, place: Place, project: Project, context: ProjectContext) -> Iterator[Hit]:
        now = project.item(place)
        period = now.period if now else None
        if now is None or period is None or period.start is None or is_given_up(now) or is_long_over(period, context):
            return
        first = first_of_cycle(line.versions, period)
        if first + 1 >= len(line.versions):
            return
        aimless = False
        for field, read in _FIELDS.items():
            move = self._last_move(field, read, line, first, period, project, context)
            if move is not None and not (aimless and field == "words"):
                yield self._told(move, field, place, now, period)
                aimless = aimless or (field == "target" and move.after.value is None)

    def _last_move(
        self,
        field: Field,
        read: Callable[[ItemSummary], Value | None],
        line: ItemHistory,
        first: int,
        period: Period,
        project: Project,
        context: ProjectContext,
    ) -> "_Move | None":
        """Return the last change of a field that needs a note and has none; None where there is none."""
        found = settings(line.versions, first, read, context)
        if len(found) < 2 or period.start is None:
            return None
        frozen = max(period.start, found[0].day) + timedelta(self.options.freeze_after_days)
        settled = [each for each in found if each.day <= frozen]
        start = settled[-1] if settled else found[0]
        item = line.versions[-1].item
        now = read(item)
        if now is None:
            gone = _Move(found[-2], found[-1], line.versions[found[-1].at])
            counts = start.value is not None and gone.after.day > frozen and _is_gone(field, gone.before, item, period)
            return gone if counts and not _is_noted(gone, line, project, context) else None
        if start.value is not None and now.key == start.value.key:
            return None
        last = None
        for before, after in pairwise(found):
            if after.day <= frozen or before.value is None or after.value is None:
                continue
            move = _Move(before, after, line.versions[after.at])
            if _is_result(field, before.value, after.value, move, line):
                continue
            if _counts(field, before.value, after.value) and not _is_noted(move, line, project, context):
                last = move._replace(before=last.before) if last is not None and last.after is before else move
        return last

    def _told(self, move: "_Move", field: Field, place: Place, now: ItemSummary, period: Period) -> Hit:
        old, new = move.before.value, move.after.value
        if old is None:
            raise ValueError("a move is from a value")
        if new is None:
            return self.hit(
                now.span,
                f"{field}-gone",
                place=place,
                severity=Severity.INFO if field == "weight" else None,
                text=quoted(now.text),
                old=quoted(old.raw),
                day=move.after.day,
                who=author_of(move.version.commit),
                when=when(move.after.day, period),
            )
        is_over = period.end is not None and move.after.day > period.end
        easier = is_easier(move.version.item, old, new) if field == "target" else None
        certainty: Certainty | None = "high" if easier else None
        read = _FIELDS[field](now)
        return self.hit(
            read.span if read is not None else now.span,
            "target-easier" if easier else field,
            place=place,
            certainty=certainty,
            severity=None if is_over or _weighs(field, old, new, easier=easier) else Severity.INFO,
            text=quoted(now.text),
            old=quoted(old.raw),
            new=quoted(new.raw),
            day=move.after.day,
            who=author_of(move.version.commit),
            when=when(move.after.day, period),
            label=now.label or now.id,
        )


class _Move(NamedTuple):
    """A change from one value to another, or to none, and the version that brought it."""

    before: Setting
    after: Setting
    version: Version


_FIELDS: Mapping[Field, Callable[[ItemSummary], Value | None]] = {
    "target": target_of,
    "baseline": baseline_of,
    "deadline": deadline_of,
    "weight": weight_of,
    "words": words_of,
}


def _is_gone(field: Field, before: Setting, item: ItemSummary, period: Period) -> bool:
    """Tell whether an item without a value has lost it: a statement may tell it in other words, or among others."""
    if before.value is None:
        return False
    if field == "target":
        return item.target is None and not amounts(item.text)
    if field == "deadline":  # that of the cycle holds where an item has none
        return item.deadline is None and not dates(item.text) and before.value.key != period.end
    return field in _TOLD_GONE


def _is_result(field: Field, before: Value, after: Value, move: "_Move", line: ItemHistory) -> bool:
    """Tell whether a number in a statement reads otherwise for a result behind it: 900 - 62% done."""
    former, item = line.versions[move.before.at].item, move.version.item
    return (
        field in ("target", "baseline")
        and is_within(former, before.span)
        and is_within(item, after.span)
        and is_remark(former.text, item.text)
    )


def _counts(field: Field, before: Value, after: Value) -> bool:
    """Tell whether a change is one of what is meant."""
    if field != "words":
        return True
    if is_unwritten(before.raw) or is_in_another_language(before.raw, after.raw):
        return False
    said = without_figures(before.raw), without_figures(after.raw)
    return not is_typo_only(*said) and not is_remark(*said) and not is_remark(before.raw, after.raw)


def _weighs(field: Field, before: Value, after: Value, *, easier: bool | None) -> bool:
    """Tell whether a change is of the kind that makes it easier to look good."""
    if field == "target":
        return easier is not False
    if field == "deadline":
        return str(after.key) > str(before.key)
    return field == "baseline"


def _is_noted(move: _Move, line: ItemHistory, project: Project, context: ProjectContext) -> bool:
    before = line.versions[move.after.at - 1].item
    names = [value.raw for value in (move.before.value, move.after.value) if value]
    label = move.version.item.label or move.version.item.id
    now = line.versions[-1].item
    changed = Changed(
        move.version.commit,
        move.version.added,
        (label, *names),
        before,
        move.version.item,
        now,
        line.place,
        line.notes,
    )
    return project.history is not None and is_explained(changed, project.history, context)
