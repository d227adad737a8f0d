"""LC005."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from math import inf
from typing import NamedTuple

from okrlint.plugins import (
    Commit,
    Entry,
    History,
    Hit,
    ItemHistory,
    ItemSummary,
    Meta,
    Project,
    ProjectContext,
    ProjectRule,
    RuleOptions,
    Severity,
    Version,
    Words,
    similarity,
)
from okrlint_rules.lifecycle.backdated_examples import EXAMPLES
from okrlint_rules.lifecycle.moments import author_of, day_of, is_import, is_long_over, is_merge
from okrlint_rules.quoting import in_days, quoted


class CheckinBackdated(ProjectRule):
    """A check-in that is written weeks after its day is a memory, and no check-in.

    What it checks: a dated check-in below an item is committed at most `max_days` days after its day. Entries that were
    there when the item came into the repository, that moved with it, that had no day before, or that a commit brought
    from elsewhere do not count.

    It runs where `history = true` is set, or `--history` given.

    Why: check-ins serve to adjust in time; values that are filled in afterwards have nothing to adjust any more, and
    are coloured by what happened since. The rule, and its week, are our own.

    When to switch it off: where check-ins are held in meetings, and entered later from the minutes.
    """

    manual_zh = """隔了几周才补写的跟进记录是回忆，不是跟进。

    检查什么：条目之下带日期的跟进记录，最迟在其日期后 `max_days` 天之内提交。条目进入仓库时已有的、随条目移动的、
    原本没写日期的、从别处导入的记录不算。

    需要配置 `history = true` 或使用 `--history`。

    为什么：跟进是为了及时调整；事后补填的数值已没有什么可以调整，还会受后来发生的事影响。本规则和一周的期限由我们自定。

    何时关闭：跟进在会议上进行、之后才从纪要录入时。
    """

    meta = Meta(
        code="LC005",
        name="checkin-backdated",
        summary=Words("Check-ins are written when they are held.", "跟进记录当时就写下。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How late is too late."""

        max_days: int = 7
        ranges = {"max_days": (0, None)}
        about = {
            "max_days": Words(
                "How many days after its day a check-in may be committed, 0 or more; a choice of ours: until the next "
                "one.",
                "跟进记录最迟可以在其日期之后几天提交，0 或以上；本工具的选择，即下一次跟进之前。",
            )
        }

    options: Options

    messages = {
        "late": Words(
            "the check-in of {entry} was written on {day} ({who}), {days} later, so nobody could adjust in time; "
            "write down how “{text}” stands on the day of the check-in",
            "{entry} 的跟进记录到 {day} 才写下（{who}），晚了 {days}，来不及调整；请在跟进当天记下“{text}”的情况",
        ),
        "several": Words(
            "{count} check-ins of {first} to {entry} were written at once on {day} ({who}), so nobody could adjust in "
            "time; write down how “{text}” stands on the day of each check-in",
            "{first} 至 {entry} 的 {count} 条跟进记录到 {day} 才一并写下（{who}），来不及调整；"
            "请在每次跟进当天记下“{text}”的情况",
        ),
    }

    examples = EXAMPLES

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if item.history is None:
            return
        written = _Written(item.history)
        for line in item.history.items:
            place = line.place
            now = item.item(place) if place is not None else None
            if place is None or now is None or not now.checkins or not item.documents[place.document].is_linted:
                continue
            if now.period is not None and is_long_over(now.period, context):
                continue
            late = self._latest(line, now, written, context)
            if late is not None:
                days = [entry.day for entry in late.entries if entry.day is not None]
                yield self.hit(
                    late.entries[-1].span,
                    "several" if len(days) > 1 else "late",
                    place=place,
                    entry=days[-1],
                    first=days[0],
                    count=len(days),
                    day=late.day,
                    days=in_days((late.day - days[-1]).days),
                    who=author_of(late.commit),
                    text=quoted(now.text),
                )

    def _latest(
        self, line: ItemHistory, now: ItemSummary, written: "_Written", context: ProjectContext
    ) -> "_Late | None":
        """Return the check-ins that the last commit to do so brought too late, as they are now."""
        for at in range(len(line.versions) - 1, 0, -1):
            version, before = line.versions[at], line.versions[at - 1]
            day = day_of(version.commit, context)
            if day is None or version.path != before.path or (version.commit and _is_brought(version.commit)):
                continue
            fresh = {
                entry.day
                for entry in _fresh(version, before)
                if entry.day is not None and (day - entry.day).days > self.options.max_days
            }
            if fresh:
                fresh -= written.days_before(version)
            entries = sorted((entry for entry in now.checkins if entry.day in fresh), key=_day)
            if entries:
                return _Late(entries, day, version.commit)
        return None


class _Late(NamedTuple):
    """Check-ins, in order of their days, and when they were written."""

    entries: Sequence[Entry]
    day: date
    commit: Commit | None


def _is_brought(commit: Commit) -> bool:
    """Tell whether a commit brought what was written elsewhere before: a merge brings the commits of a branch."""
    return is_import(commit.message) or is_merge(commit.message)


class _Written:
    """Knows when a check-in stood below any item first."""

    def __init__(self, history: History) -> None:
        self._history = history

    @cached_property
    def _first(self) -> dict[tuple[object, ...], float]:
        found: dict[tuple[object, ...], float] = {}
        for line in self._history.items:
            known: set[tuple[object, ...]] = set()
            for version in line.versions:
                if version.commit is not None:
                    new = {_said(entry) for entry in version.item.checkins} - known
                    known |= new
                    time = version.commit.time.timestamp()
                    found.update({key: min(time, found.get(key, time)) for key in new})
        return found

    def days_before(self, version: Version) -> set[date]:
        """Return the days of those check-ins of a version that stood below another item before."""
        time = version.commit.time.timestamp() if version.commit is not None else inf
        return {
            entry.day
            for entry in version.item.checkins
            if entry.day is not None and self._first.get(_said(entry), inf) < time
        }


def _said(entry: Entry) -> tuple[object, ...]:
    return entry.day, entry.note, entry.value, entry.progress, entry.confidence


def _fresh(version: Version, before: Version) -> Iterator[Entry]:
    """Yield the check-ins that a version brought; one that had no day before, or another one, is none of them."""
    days = {entry.day for entry in before.item.checkins}
    gone = [entry for entry in before.item.checkins if entry.day not in {each.day for each in version.item.checkins}]
    notes = {entry.note for entry in before.item.checkins if entry.note}
    for entry in version.item.checkins:
        is_mended = any(similarity(entry.note, each.note) >= _ALIKE for each in gone if each.note and entry.note)
        if entry.day not in days and entry.note not in notes and not is_mended:
            yield entry


_ALIKE = 0.6
"""Likeness from which on a check-in is one that stood there with another day."""


def _day(entry: Entry) -> date:
    return entry.day or date.min
