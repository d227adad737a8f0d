"""LC001."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from okrlint.plugins import (
    Commit,
    Hit,
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
)
from okrlint_rules.lifecycle.marks import is_unwritten
from okrlint_rules.lifecycle.moments import author_of, first_of_cycle, is_import, is_long_over
from okrlint_rules.lifecycle.published_examples import EXAMPLES
from okrlint_rules.quoting import in_days
from okrlint_rules.structure.kindred import Kin


class PublishedLate(ProjectRule):
    """OKRs that come when a fifth of the cycle is gone guided nobody until then.

    What it checks: the first objective of a cycle in a document was committed before `max_share` of the cycle's days
    were over. An objective that is added later to others does not count, nor what was brought from elsewhere (the
    message says so, or the commit brings documents of cycles that were over), nor what was written down after its
    cycle had ended. In a shallow clone nothing is
    said.

    It runs where `history = true` is set, or `--history` given.

    Why: OKRs are agreed before the cycle they are for. Google shows a timeline that begins weeks before the quarter,
    and Feishu one that ends with its beginning. That two weeks of a quarter are late enough is our own choice.

    When to switch it off: where OKRs are agreed elsewhere, and come here afterwards.
    """

    manual_zh = """周期过去五分之一才出现的 OKR，此前没有指导过任何人。

    检查什么：文档中某一周期的第一个目标，在该周期天数的 `max_share` 过去之前就已提交。后来补充到其他目标旁边的不算；
    从别处搬来的（提交信息写明，或同一提交带来了已结束周期的文档）、周期结束后才记下的也不算。浅克隆里不作判断。

    需要配置 `history = true` 或使用 `--history`。

    为什么：OKR 应在周期开始前商定。谷歌给出的时间表早于季度数周，飞书的时间表在周期开始时结束。
    以季度的两周为限是本工具的选择。

    何时关闭：OKR 在别处商定、事后才放到这里时。
    """

    meta = Meta(
        code="LC001",
        name="published-late",
        summary=Words("OKRs are there when their cycle begins.", "周期开始时 OKR 已经写好。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("G-RW", "FS"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How late is late."""

        max_share: float = 0.15
        ranges = {"max_share": (0, 1)}
        about = {
            "max_share": Words(
                "The share of the cycle's days within which OKRs are to be there, 0 to 1; a choice of ours: two weeks "
                "of a quarter.",
                "OKR 应在周期的多大比例之内写好，0 到 1；本工具的选择，约为季度的两周。",
            )
        }

    options: Options

    messages = {
        "late": Words(
            "these OKRs of {period} were first committed on {day} ({who}), {days} into the cycle, so "
            "nothing guided the work until then; agree on the next ones before {next}",
            "{period} 的 OKR 于 {day} 首次提交（{who}），周期已过 {days}，此前的工作没有方向；"
            "请在 {next} 之前商定下一周期的 OKR",
        )
    }

    examples = EXAMPLES

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        history = item.history
        if history is None or history.gap is not None:  # else what is met first may have been there before
            return
        first: dict[tuple[int, Period], Commit | None] = {}
        kin: Kin | None = None
        for line in history.items:
            last = line.versions[-1].item
            place = line.place or (line.removal.place if line.removal else None)
            if place is None or last.period is None or is_unwritten(last.text):
                continue
            commit = _first_written(line.versions, last.period).commit
            known = first.get((place.document, last.period))
            if known is None or _time(commit) < _time(known):
                first[place.document, last.period] = commit
        imports = {
            commit.id
            for (_, period), commit in first.items()
            if commit is not None and period.end is not None and commit.day > period.end
        }
        for (number, period), commit in first.items():
            if commit is None or commit.id in imports or is_import(commit.message):
                continue
            if not item.documents[number].is_linted or not self._is_late(commit, period, context):
                continue
            earlier = [
                at
                for (at, cycle), other in first.items()
                if at != number and cycle == period and _time(other) < _time(commit)
            ]
            kin = kin or Kin(item, may_pass_through=False)
            if not _is_copy(number, earlier, item, kin):
                yield from self._told(number, commit, period, item)

    def _is_late(self, commit: Commit, period: Period, context: ProjectContext) -> bool:
        if period.start is None or period.end is None or is_long_over(period, context):
            return False
        days = (period.end - period.start).days + 1
        return self.options.max_share * days < (commit.day - period.start).days <= days

    def _told(self, number: int, commit: Commit, period: Period, project: Project) -> Iterator[Hit]:
        document = project.documents[number]
        at = next((at for at, each in enumerate(document.items) if each.period == period), None)
        if at is None:
            return  # all of it is gone
        is_whole = document.title is not None and document.period == period
        span = document.title.span if document.title and is_whole else document.items[at].span
        place = Place(number) if is_whole else Place(number, at)
        yield self.hit(
            span,
            "late",
            place=place,
            collective=True,
            period=period.name,
            day=commit.day,
            who=author_of(commit),
            days=in_days((commit.day - period.start).days if period.start else 0),
            next=period.end + timedelta(1) if period.end else "",
        )


def _first_written(versions: Sequence[Version], period: Period) -> Version:
    """Return the first version of an item that belongs to its cycle, and keeps no mere place."""
    at = first_of_cycle(versions, period)
    return next((each for each in versions[at:] if not is_unwritten(each.item.text)), versions[-1])


def _is_copy(number: int, others: Sequence[int], project: Project, kin: Kin) -> bool:
    """Tell whether a document holds what another one does by nature: a translation, an export, a report."""
    mine = project.item(Place(number, 0))
    for other in others:
        theirs = project.item(Place(other, 0))
        if mine and theirs and kin.are_one(Place(number, 0), Place(other, 0), (mine, theirs)):
            return True
    return False


def _time(commit: Commit | None) -> float:
    return commit.time.timestamp() if commit is not None else float("inf")
