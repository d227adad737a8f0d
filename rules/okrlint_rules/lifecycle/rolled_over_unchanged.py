"""LC004."""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache, cached_property
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.plugins import (
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
    Words,
    change,
    fold,
    is_comparable,
    terms,
)
from okrlint_rules.lifecycle.marks import is_finished, is_given_up, is_unwritten, without_marks
from okrlint_rules.lifecycle.moments import first_of_cycle, is_long_over
from okrlint_rules.lifecycle.notes import commit_explains
from okrlint_rules.lifecycle.rollover_examples import EXAMPLES
from okrlint_rules.lifecycle.values import target_of
from okrlint_rules.quoting import quoted
from okrlint_rules.structure.kindred import Kin
from okrlint_rules.structure.moving import digits_of, signs_of, without_moving


class RolledOverUnchanged(ProjectRule):
    """What is carried into the next cycle as it was has not been thought over.

    What it checks: no key result of a cycle says the same, with the same target, as one of the same team in the cycle
    right before, whether that stands in another document or, in the git history, in an earlier version of this one.
    With `policy = "note"` a word on it is enough ("carried over because …", a field such as `note`, a message of the
    commit that gives a reason), but not when it has been carried `max_times`. What is to be kept up (keep, maintain,
    不低于), what its author calls committed, and what was dropped or is done may stand there again. Where all key
    results of an objective were carried, that is said once, of the objective.

    Why: authorities differ. Google's playbook lets aspirational OKRs stay until they are done; a Chinese book forbids
    to keep unfinished key results. Asking for a word on it is what both can live with, and our choice.

    When to switch it off: with `policy = "allow"`, where OKRs stay until they are reached.
    """

    manual_zh = """原封不动带进下一周期的，是没有重新思考过的。

    检查什么：某一周期的关键结果，与同一团队上一周期的不完全相同（文字和目标值都相同才算）；上一周期的可以在另一份文档里，
    也可以是 git 历史中本文档的较早版本。`policy = "note"` 时，说明一句即可（“顺延，因为……”、备注之类的字段、写明原因的
    提交信息），但已顺延 `max_times` 次的除外。需要保持的（保持、不低于、maintain）、作者标为承诺型的、已放弃或已完成的
    可以再次出现。一个目标的关键结果全部顺延时，只在目标处报告一次。

    为什么：各家说法不一。谷歌的手册允许挑战型 OKR 一直保留到完成；国内有书禁止保留未完成的关键结果。
    要求说明一句，是两者都能接受的，也是本工具的选择。

    何时关闭：OKR 一直保留到达成时，可设 `policy = "allow"`。
    """

    meta = Meta(
        code="LC004",
        name="rolled-over-unchanged",
        summary=Words("What is carried into the next cycle was thought over.", "带进下一周期的内容经过重新思考。"),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("G-PB", "BK"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What may be carried over."""

        policy: Literal["allow", "note", "forbid"] = "note"
        max_times: int = 2
        ranges = {"max_times": (1, None)}
        about = {
            "policy": Words(
                "Whether key results may be carried over as they are: allow (Google's playbook), with a note, or not "
                "at all (a Chinese book).",
                "关键结果能否原样顺延：allow 允许（谷歌手册）、note 需有说明、forbid 不允许（国内书籍）。",
            ),
            "max_times": Words(
                "From how many times on a note does not help, 1 or more; a choice of ours: three cycles running.",
                "顺延多少次起，有说明也要报告，1 或以上；本工具的选择，即连续三个周期。",
            ),
        }

    options: Options

    messages = {
        "key-result": Words(
            "“{text}” stood in {before} with the same target, so it was carried over without being thought over; set a "
            "new target, or say why it stays: “(note: carried over because <reason>)”",
            "“{text}”在 {before} 中已有，目标值也相同，是未经思考的顺延；请设定新的目标值，"
            "或说明为何保留：“（备注：顺延，因为<原因>）”",
        ),
        "objective": Words(
            "all {count} key results of “{text}” stood in {before} with the same targets, so it was carried over "
            "without being thought over; set new targets, or say why it stays: “(note: carried over because <reason>)”",
            "“{text}”的 {count} 条关键结果在 {before} 中都已有，目标值也相同，是未经思考的顺延；请设定新的目标值，"
            "或说明为何保留：“（备注：顺延，因为<原因>）”",
        ),
        "again": Words(
            "“{text}” has been carried over {times} times with the same target, last from {before}; what has not been "
            "reached in {cycles} cycles needs another way or another target: “<what is different this time>”",
            "“{text}”已原样顺延 {times} 次，最近一次来自 {before}；{cycles} 个周期都没有达到的，需要换一种做法或目标值"
            "：“<这次有何不同>”",
        ),
    }

    examples = EXAMPLES

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        if self.options.policy == "allow" or (item.history is None and not _has_cycles_in_a_row(item)):
            return
        carried = _Carried(item)
        for number, document in enumerate(item.documents):
            if not document.is_linted or document.is_plan:
                continue
            at = 0
            for objective, key_results in document.groups():
                places = [Place(number, at + 1 + each) for each in range(len(key_results))]
                found = [
                    (place, each, how)
                    for place, each in zip(places, key_results, strict=True)
                    if not is_given_up(objective) and (how := self._how(place, each, carried, context)) is not None
                ]
                yield from self._told(Place(number, at), objective, len(key_results), found)
                at += 1 + len(key_results)

    def _how(self, place: Place, item: ItemSummary, carried: "_Carried", context: ProjectContext) -> "_How | None":
        """Return how a key result was carried over; None where that needs no word, or has one."""
        if not _is_rethought(item) or item.period is None or is_long_over(item.period, context):
            return None
        how = carried.how(place)
        if how is None or how.times >= self.options.max_times or self.options.policy == "forbid":
            return how
        line = carried.line(place)
        return None if _has_word(item) or (line is not None and _is_told(line, context)) else how

    def _told(
        self, place: Place, objective: ItemSummary, count: int, found: "list[tuple[Place, ItemSummary, _How]]"
    ) -> Iterator[Hit]:
        if len(found) == count > 1 and all(how.times < self.options.max_times for _, _, how in found):
            before = found[0][2].before
            yield self.hit(
                objective.span, "objective", place=place, text=quoted(objective.text), count=count, before=before
            )
            return
        for at, item, how in found:
            is_again = how.times >= self.options.max_times
            yield self.hit(
                item.span,
                "again" if is_again else "key-result",
                place=at,
                severity=Severity.WARNING if is_again else None,
                text=quoted(item.text),
                before=how.before,
                times=how.times,
                cycles=how.times + 1,
            )


class _How(NamedTuple):
    """How often a key result was carried over, and the document and the cycle that it was in last."""

    times: int
    before: str


_Said = tuple[frozenset[str], tuple[str, ...], object]


class _Carried:
    """Knows which key results say the same as one of the cycle right before."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._said: dict[_Said, list[Place]] = {}
        alike: dict[object, list[Place]] = {}  # at a glance, since what each of many says takes long to tell
        for place in project.places():
            item = project.item(place)
            if item is not None and item.kind == "key_result" and item.period is not None:
                alike.setdefault((signs_of(text := _statement(item)), digits_of(text)), []).append(place)
        for places in alike.values():
            for place in places if len(places) > 1 else ():
                item = project.item(place)
                if item is not None and _is_rethought(item):
                    self._said.setdefault(_said(item), []).append(place)
        self._known: dict[Place, _How | None] = {}

    @cached_property
    def _kin(self) -> Kin:
        return Kin(self._project, may_pass_through=True)

    def line(self, place: Place) -> ItemHistory | None:
        """Return the history of an item, where it is known."""
        history = self._project.history
        return history.of_place.get(place) if history is not None else None

    def how(self, place: Place) -> _How | None:
        """Return how an item was carried over; None where it was not."""
        if place not in self._known:
            self._known[place] = None  # no circle, whatever the documents say
            self._known[place] = self._from_document(place) or self._from_history(place)
        return self._known[place]

    def _from_document(self, place: Place) -> _How | None:
        item = self._project.item(place)
        if item is None or item.period is None:
            return None
        for other in self._said.get(_said(item), ()):
            earlier = self._project.item(other)
            if earlier is None or earlier.period is None or not _is_next(earlier.period, item.period):
                continue
            if place.document != other.document and not self._belong_together(place.document, other.document):
                continue
            before = self.how(other)
            path = self._project.documents[other.document].path
            return _How(1 + (before.times if before else 0), f"{path} ({earlier.period.name})")
        return None

    def _belong_together(self, one: int, other: int) -> bool:
        return self._kin.is_same_team(one, other) or self._kin.are_in_a_row(one, other)

    def _from_history(self, place: Place) -> _How | None:
        item, line = self._project.item(place), self.line(place)
        if item is None or item.period is None or line is None:
            return None
        times, period, name = 0, item.period, ""
        for version in reversed(line.versions[: first_of_cycle(line.versions, item.period)]):
            other = version.item.period
            if other is None or other == period:
                continue
            if not _is_next(other, period) or _said(version.item) != _said(item):
                break
            times, period = times + 1, other
            name = name or f"{version.path} ({other.name})"
        return _How(times, name) if times else None


def _is_next(earlier: Period, later: Period) -> bool:
    """Tell whether one cycle begins when another one ends."""
    return earlier.end is not None and later.start is not None and earlier.end + timedelta(1) == later.start


def _has_cycles_in_a_row(project: Project) -> bool:
    periods = {document.period for document in project.documents if document.period is not None}
    periods.update(item.period for document in project.documents for item in document.items if item.period is not None)
    ends = {period.end + timedelta(1) for period in periods if period.end is not None}
    return not ends.isdisjoint(period.start for period in periods)


def _said(item: ItemSummary) -> _Said:
    target, text = target_of(item), _statement(item)
    return terms(without_moving(text)), digits_of(text), target.key if target else None


def _statement(item: ItemSummary) -> str:
    """Return what a key result says without how it goes, and without a word on its being carried over."""
    text = without_marks(item.text)
    remark = _last_brackets().search(text)
    return text[: remark.start()] if remark and _carrying().search(fold(remark[0]).lower()) else text


@cache
def _last_brackets() -> Pattern[str]:
    return compile_pattern(r"\s*[\[(（【][^\[(（【]*[\])）】]\s*$")


def _is_rethought(item: ItemSummary) -> bool:
    """Tell whether a key result is of the kind that each cycle has another one of."""
    if is_given_up(item) or is_finished(item) or item.type == "committed" or is_unwritten(item.text):
        return False
    if not is_comparable(item.text) or len(terms(item.text)) < _LEAST:
        return False
    if change(item.text) is not None:  # whoever wants to get somewhere keeps up nothing: "from 60 to under 30"
        return True
    return _keeping().search(fold(item.text).lower()) is None


_LEAST = 2
"""Words below which two key results may be the same by chance."""


def _has_word(item: ItemSummary) -> bool:
    """Tell whether a key result has a word on its being carried over."""
    notes = [f"{name} {text}" for name, text in item.fields] + [entry.note for entry in item.checkins]
    return any(_carrying().search(fold(text).lower()) for text in (item.text, item.status or "", *notes))


def _is_told(line: ItemHistory, context: ProjectContext) -> bool:
    """Tell whether the commit that carried a key result over says why, or the document does."""
    now = line.versions[-1].item
    version = line.versions[first_of_cycle(line.versions, now.period)] if now.period else line.versions[-1]
    if version.commit is not None and commit_explains(version.commit, context):
        return True
    return any(_carrying().search(fold(text).lower()) for text in version.added)


@cache
def _carrying() -> Pattern[str]:
    return compile_pattern(
        r"\bcarr(?:y|ied|ies|ying)[ -]?(?:it[ ])?over\b|\broll(?:ed|s|ing)?[ -]?over\b|\bcontinue[sd]?[ ]from\b"
        r"|\bcarry-?over\b|顺延|順延|结转|結轉|沿用|延续|延續|继续推进|繼續推進|上季度未|上期未|续做|續做"
        r"|\b(?:still|unfinished|not[ ](?:yet[ ])?(?:done|reached|finished))\b"
        r"|\bfrom (?:last|the last|the previous) (?:quarter|cycle)\b"
        r"|(?:未|没有)(?:完成|达成|达到)|未達成|沒有達到|继续|繼續",
        ASCII | IGNORECASE,
    )


@cache
def _keeping() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:keep|keeps|kept|maintain|maintains|stay|stays|remain|remains|sustain|hold|holds|at[ ]least|no[ ]less"
        r"|no[ ]more|not[ ](?:exceed|more|less)|below|above|under|sla|slo|uptime|availability"
        r"|(?:per|each|every|a)[ ](?:week|month|quarter)|weekly|monthly|quarterly|zero)\b"
        r"|保持|维持|維持|稳定在|穩定在|不低于|不低於|不高于|不高於|不超过|不超過|不少于|不少於|以内|以內|以上|以下|可用性|可用率|每[天日周週月季]",
        ASCII,
    )
