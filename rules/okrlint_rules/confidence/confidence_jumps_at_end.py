"""CF009."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from okrlint.plugins import (
    Context,
    Hit,
    ItemSummary,
    KeyResult,
    KeyResultRule,
    Meta,
    Project,
    ProjectContext,
    RuleOptions,
    Severity,
    Span,
    Words,
    is_dropped,
)
from okrlint_rules.checkin.entries import CHANGE, confidences, explains, is_done
from okrlint_rules.checkin.phases import is_closed
from okrlint_rules.checkin.progress import series, shown_on
from okrlint_rules.confidence.jump_examples import EXAMPLES
from okrlint_rules.confidence.through_commits import Rated, current_of, progress_of, rated
from okrlint_rules.confidence.words import is_commented
from okrlint_rules.lifecycle.moments import day_of
from okrlint_rules.lifecycle.values import Setting
from okrlint_rules.quoting import quoted
from okrlint_rules.time.cycles import cycle_around, days_of


class ConfidenceJumpsAtEnd(KeyResultRule):
    """A confidence that jumps when the cycle is all but over was not judged before.

    What it checks: in the last `last_days` of a cycle the confidence of a key result does not rise by `rise` or more
    from one check-in to the next (with `history = true` from one commit to another), unless its progress rose with it,
    it is close to its target, or somebody says what happened. Values are looked at until two weeks after the end.

    Why: in the trainer's case confidence is given so that its change shows in time what to adjust. A value that follows
    the result in the last days shows nothing: it is a score by another name. The rule, and its figures, are our own.

    When to switch it off: where confidence is only kept for the record.
    """

    manual_zh = """周期快结束才猛升的信心指数，此前并没有认真评估。

    检查什么：周期最后 `last_days` 天里，关键结果的信心指数没有在相邻两次跟进之间（配置 `history = true` 后还有
    两次提交之间）上升 `rise` 或以上；进度随之上升、已接近目标、或有人说明发生了什么的除外。周期结束两周后不再检查。

    为什么：在培训师的案例里，写下信心指数是为了让它的变化及时显示需要调整什么。最后几天才跟着结果走的数值什么也显示不了，
    只是换了名字的评分。本规则及其数值由我们自定。

    何时关闭：信心指数只作记录之用时。
    """

    meta = Meta(
        code="CF009",
        name="confidence-jumps-at-end",
        summary=Words("Confidence does not jump when the cycle is all but over.", "信心指数不在周期快结束时猛升。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("SEED", "OKRLINT"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What is a jump, and when."""

        rise: float = 0.4
        last_days: int = 14
        near_done: float = 0.7
        ranges = {"rise": (0, 1), "last_days": (0, None), "near_done": (0, None)}
        about = {
            "rise": Words(
                "The least rise that is a jump, 0 to 1; a choice of ours: four of ten points.",
                "上升多少才算猛升，0 到 1；本工具的选择，即十分制的四分。",
            ),
            "last_days": Words(
                "How many days at the end of the cycle are looked at, 0 or more; a choice of ours: two weeks.",
                "查看周期的最后多少天，0 或以上；本工具的选择，即两周。",
            ),
            "near_done": Words(
                "From which progress on a high value is no wonder: 0 to 1, the grade at which Google calls it reached.",
                "进度达到多少以后，高数值不足为奇：0 到 1；取谷歌视为达成的分数。",
            ),
        }

    options: Options

    messages = {
        "jump": Words(
            "confidence jumped from “{before}” to “{after}” on {day}, shortly before the end of the cycle on {end}, "
            "though “{text}” shows no progress to match; say what changed, and next time judge it while it can be "
            "adjusted: “{day}: <what changed>”",
            "信心指数在 {day} 从“{before}”跳到“{after}”，而周期到 {end} 就结束，“{text}”却没有相应的进展；"
            "请写明发生了什么变化（“{day}：<有何变化>”），下次趁还来得及调整时评估",
        )
    }

    examples = EXAMPLES

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if len(item.checkins) < 2:
            return
        days, values = days_of(cycle_around(context)), confidences(item)
        if days is None or item.score or is_done(item) or is_dropped(item) or is_closed(context, _GRACE):
            return
        for (earlier, before, _), (day, after, _) in pairwise(values):
            if not self._is_jump(before.value, after.value, day, days) or explains(day, item, context):
                continue
            if shown_on(item, earlier) != shown_on(item, day):
                continue
            progress = {on: share for on, share, _ in series(item, day)}
            then = [share for on, share in progress.items() if on <= earlier]
            if not self._is_backed(then[-1] if then else None, [*progress.values()][-1] if progress else None):
                yield self._told(after.span, before.raw, after.raw, day, days[1], item.text.value)

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        for each in rated(project, context, _GRACE):
            yield from self._of_commits(each, project, context)

    def _of_commits(self, each: Rated, project: Project, context: ProjectContext) -> Iterator[Hit]:
        rating, end = each.item.confidence, each.period.end
        if rating is None or end is None or len(each.settings) < 2:
            return
        before, after = each.settings[-2:]
        if before.value is None or after.value is None:
            return
        if not self._is_jump(before.value.number, after.value.number, after.day, (each.period.start, end)):
            return
        if any(
            (setting.value.number or 0.0) >= (after.value.number or 0.0)
            for setting in each.settings[:-2]
            if setting.value
        ):
            return  # it was that high before
        former, item = self._some_days_before(each, before, after, context), each.item
        now = progress_of(item, former)
        if self._is_backed(progress_of(former, former), now):
            return
        if now is None and current_of(former) != current_of(item):  # how far that is nobody can tell
            return
        if not is_commented(each, before, after, project, context):
            hit = self._told(rating.span, before.value.raw, after.value.raw, after.day, end, each.item.text)
            yield hit._replace(place=each.place)

    def _some_days_before(self, each: Rated, before: Setting, after: Setting, context: ProjectContext) -> ItemSummary:
        """Return the key result `last_days` before the jump: its progress may be written down first, or later."""
        found = each.versions[before.at].item
        for version in each.versions[before.at + 1 : after.at]:
            day = day_of(version.commit, context)
            if day is not None and (after.day - day).days >= self.options.last_days:
                found = version.item
        return found

    def _is_jump(self, before: float | None, after: float | None, day: date, days: tuple[date | None, date]) -> bool:
        start, end = days
        span = (end - start).days if start is not None else _SHARE * self.options.last_days
        is_late = end - timedelta(min(self.options.last_days, span // _SHARE)) < day <= end
        return is_late and before is not None and after is not None and after - before >= self.options.rise - CHANGE

    def _is_backed(self, before: float | None, after: float | None) -> bool:
        """Tell whether progress is close to all, or rose by half of a jump at the least."""
        if after is None:
            return False
        return after >= self.options.near_done or after - (before or 0.0) >= self.options.rise / 2

    def _told(self, span: Span, before: str, after: str, day: date, end: date, text: str) -> Hit:
        return self.hit(span, "jump", before=before, after=after, day=day, end=end, text=quoted(text))


_SHARE = 6
"""Of a short cycle no more than one part of so many is its end: of a quarter it is those two weeks."""

_GRACE = 14
"""Days after the end of a cycle for which it is still looked at: it is then that its scores are given."""
