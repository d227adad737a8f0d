"""LC003."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okrlint.plugins import (
    History,
    Hit,
    ItemHistory,
    ItemSummary,
    Meta,
    Period,
    Place,
    Project,
    ProjectContext,
    ProjectRule,
    Removal,
    RuleOptions,
    Severity,
    Span,
    Words,
    terms,
)
from okrlint_rules.alignment.support import may_overlap
from okrlint_rules.lifecycle.marks import is_finished, is_given_up, is_unwritten
from okrlint_rules.lifecycle.moments import author_of, day_of, is_long_over, when
from okrlint_rules.lifecycle.notes import Changed, is_explained
from okrlint_rules.lifecycle.removal_examples import EXAMPLES
from okrlint_rules.quoting import quoted
from okrlint_rules.structure.moving import digits_of


class KrSilentlyRemoved(ProjectRule):
    """What is given up in the course of a cycle stays to be seen, with the reason.

    What it checks: once a cycle has run for `freeze_after_days`, no objective and no key result vanishes from the
    documents in the git history without a note: a message of the commit that gives a reason, or a line of the document
    on it. What moves to another file or objective, is numbered anew, reworded or split in two is followed by its
    words, and has not vanished; what was done, scored or marked as dropped before may go. So may all of a cycle when
    the next one is written in its place.

    It runs where `history = true` is set, or `--history` given.

    Why: Google's playbook warns that dropping what makes no progress disguises persistent problems; its guide finds
    nothing wrong with abandoning a key result, where that is said.

    When to switch it off: where changes are recorded in another tool.
    """

    manual_zh = """中途放弃的，应当看得见，并写明原因。

    检查什么：周期开始 `freeze_after_days` 天之后，没有目标或关键结果不加说明就在 git 历史中从文档里消失。说明可以是写明
    原因的提交信息，也可以是文档里关于此事的一行。移到另一个文件或目标、重新编号、改写、一拆为二的，按内容继续追踪，不算消失；
    此前已完成、已评分或标为放弃的可以删去；换成下一周期的内容时，上一周期的可以整体移走。

    需要配置 `history = true` 或使用 `--history`。

    为什么：谷歌的手册提醒，因为没有进展就放弃，会掩盖长期存在的问题；谷歌的指南则认为，说明之后放弃并无不妥。

    何时关闭：变更记录在其他工具里时。
    """

    meta = Meta(
        code="LC003",
        name="kr-silently-removed",
        summary=Words(
            "No objective and no key result vanishes in the course of a cycle without a note.",
            "周期中途删去目标或关键结果要有说明。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        tier=3,
        sources=("G-PB", "G-RW"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """When items stand still."""

        freeze_after_days: int = 14
        ranges = {"freeze_after_days": (0, None)}
        about = {
            "freeze_after_days": Words(
                "For how many days of the cycle, or since an item is there, it may go without a note, 0 or more; a "
                "choice of ours: two weeks to settle the OKRs.",
                "周期开始（或条目加入）后多少天之内可以不加说明地删去，0 或以上；本工具的选择：用两周确定 OKR。",
            )
        }

    options: Options

    messages = {
        "key-result": Words(
            "the key result “{text}” was removed on {day} ({who}), {when}, and nothing says why; leave it there marked "
            "as dropped, or note it: “{label} dropped {day}: <reason>”",
            "关键结果“{text}”在 {day}（{who}，{when}）被删除，却没有说明原因；请保留并标明已终止，或注明："
            "“{label} 于 {day} 终止：<原因>”",
        ),
        "key-results": Words(
            "{count} key results, the first “{text}”, were removed on {day} ({who}), {when}, and nothing says why; "
            "leave them there marked as dropped, or note it: “{label} dropped {day}: <reason>”",
            "{count} 条关键结果（首条“{text}”）在 {day}（{who}，{when}）被删除，却没有说明原因；请保留并标明已终止，"
            "或注明：“{label} 于 {day} 终止：<原因>”",
        ),
        "objective": Words(
            "the objective “{text}” was removed with all that belonged to it on {day} ({who}), {when}, and nothing "
            "says why; leave it there marked as dropped, or note it: “{label} dropped {day}: <reason>”",
            "目标“{text}”及其全部内容在 {day}（{who}，{when}）被删除，却没有说明原因；请保留并标明已终止，或注明："
            "“{label} 于 {day} 终止：<原因>”",
        ),
        "document": Words(
            "{path} was removed on {day} ({who}), {when}, with the objective “{text}” and what else stood in it, and "
            "nothing says why; leave it there until the cycle is over, or say why, in the commit's message or here",
            "{path} 在 {day}（{who}，{when}）被删除，其中有目标“{text}”等内容，却没有说明原因；请保留到周期结束，"
            "或在提交信息中、或在这里写明原因",
        ),
    }

    examples = EXAMPLES

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if item.history is None or all(line.removal is None for line in item.history.items):
            return
        every = [gone for line in item.history.items if (gone := self._gone(line, item, context)) is not None]
        said = _said_now(item) if every else {}
        groups: dict[tuple[str, Place | None, str, str], list[_Gone]] = {}
        for gone in every:
            if _is_there(gone.item, said):
                continue
            commit = gone.removal.commit.id if gone.removal.commit else ""
            path = gone.path if gone.removal.place is None else ""  # it may have been renamed since
            owner = gone.item.objective if gone.removal.place is not None else ""
            key = (commit, _document(gone.removal.place), path, owner)
            groups.setdefault(key, []).append(gone)
        whole = {key[:3] for key, group in groups.items() if any(gone.item.kind == "objective" for gone in group)}
        for key, group in groups.items():
            if _lives_on(group, item.history) or (key[:3] in whole and _went_with_objective(group)):
                continue
            yield from self._told(group, item)

    def _gone(self, line: ItemHistory, project: Project, context: ProjectContext) -> "_Gone | None":
        """Return an item that went without a word, though its cycle was under way; None for any other."""
        removal, last = line.removal, line.versions[-1].item
        period = last.period
        if removal is None or period is None or period.start is None or project.history is None:
            return None
        day = day_of(removal.commit, context)
        first = day_of(line.versions[0].commit, context)
        if day is None or first is None or is_given_up(last) or is_finished(last) or last.score is not None:
            return None
        if day <= max(period.start, first) + timedelta(self.options.freeze_after_days) or is_long_over(period, context):
            return None
        if is_unwritten(last.text) or _stands_elsewhere(last, removal):
            return None
        place = removal.place
        if place is None:
            if period.end is not None and day > period.end:
                return None
        elif not project.documents[place.document].is_linted or not _is_of(period, place, project):
            return None
        changed = Changed(removal.commit, removal.added, (last.label or last.id,), last, None, None, place)
        if is_explained(changed, project.history, context):
            return None
        return _Gone(last, removal, day, period, line.versions[-1].path)

    def _told(self, group: "Sequence[_Gone]", project: Project) -> Iterator[Hit]:
        objective = next((gone for gone in group if gone.item.kind == "objective"), None)
        first = objective or group[0]
        place = first.removal.place
        message = "objective" if objective else "key-result" if len(group) == 1 else "key-results"
        if place is None:
            place, message = _nearest(first.path, project), "document"
            if place is None:
                return
        yield self.hit(
            _span(place, project),
            message,
            place=place,
            collective=True,
            text=quoted(first.item.text),
            label=first.item.label or first.item.id,
            count=len(group),
            path=first.path,
            day=first.day,
            who=author_of(first.removal.commit),
            when=when(first.day, first.period),
        )


class _Gone(NamedTuple):
    """An item that went without a word.

    Attributes:
        item: as it was.
        removal: how it went; `day` when.
        period: its cycle.
        path: the document that it stood in.
    """

    item: ItemSummary
    removal: Removal
    day: date
    period: Period
    path: str


def _is_of(period: Period, place: Place, project: Project) -> bool:
    """Tell whether a document, or what is left of an objective, still is that of a cycle, and not of the next one."""
    item = project.item(place)
    now = item.period if item is not None else project.documents[place.document].period
    return now is None or now == period


def _document(place: Place | None) -> Place | None:
    return None if place is None else Place(place.document)


def _said_now(project: Project) -> dict[frozenset[str], list[ItemSummary]]:
    """Return the items that there are by what they say."""
    found: dict[frozenset[str], list[ItemSummary]] = {}
    for document in project.documents:
        for item in document.items:
            found.setdefault(terms(item.text), []).append(item)
    return found


def _is_there(item: ItemSummary, said: dict[frozenset[str], list[ItemSummary]]) -> bool:
    """Tell whether something says the same still: one of two copies was removed."""
    own = terms(item.text)
    if any(may_overlap(other.period, item.period) for other in said.get(own, ())):
        return True
    digits = set(digits_of(item.text))  # of two that were made one, one is gone
    return len(own) >= _LEAST and any(
        own < each
        and any(digits.issubset(digits_of(other.text)) and may_overlap(other.period, item.period) for other in others)
        for each, others in said.items()
    )


_LEAST = 3
"""Terms from which on it is no chance that all of them stand elsewhere."""


def _stands_elsewhere(item: ItemSummary, removal: Removal) -> bool:
    """Tell whether the statement stands in a line that the commit added: as an action, in a backlog, as dropped."""
    own, digits = terms(item.text), set(digits_of(item.text))
    return len(own) >= 2 and any(own <= terms(line) and digits.issubset(digits_of(line)) for line in removal.added)


def _went_with_objective(group: "Sequence[_Gone]") -> bool:
    """Tell whether all that is gone are key results whose objective, which may have had another number, is gone too."""
    return all(
        gone.item.kind == "key_result" and (gone.removal.place is None or gone.removal.place.item is None)
        for gone in group
    )


def _lives_on(group: "Sequence[_Gone]", history: History) -> bool:
    """Tell whether all that is gone are objectives whose key results belong to others now."""
    if any(gone.item.kind == "key_result" for gone in group):
        return False
    return all(any(_belonged(line, gone) for line in history.items if line.removal is None) for gone in group)


def _belonged(line: ItemHistory, gone: "_Gone") -> bool:
    """Tell whether an item was a key result of an objective when that went."""
    went = gone.removal.commit
    last = None
    for version in line.versions:
        if version.commit is None or (went is not None and version.commit.time >= went.time):
            break
        last = version
    return (
        last is not None
        and last.item.kind == "key_result"
        and (last.path, last.item.objective, last.item.period) == (gone.path, gone.item.id, gone.period)
    )


def _nearest(path: str, project: Project) -> Place | None:
    """Return the document whose path has most in common with one that is gone."""
    best, most = None, -1
    parts = path.split("/")[:-1]
    for number, document in enumerate(project.documents):
        if document.is_linted:
            others = document.path.split("/")[:-1]
            common = sum(1 for one, other in zip(parts, others, strict=False) if one == other)
            if common > most:
                best, most = Place(number), common
    return best


def _span(place: Place, project: Project) -> Span:
    item, document = project.item(place), project.documents[place.document]
    if item is not None:
        return item.span
    return document.title.span if document.title else document.items[0].span if document.items else Span(0, 0)
