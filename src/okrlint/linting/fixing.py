"""Which fixes go together, and what a text reads after them. Pure."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from okrlint.linting.findings import Finding


class Change(NamedTuple):
    """A stretch of a text, and what stands there instead; both offsets count code points."""

    start: int
    end: int
    text: str

    def clashes(self, other: "Change") -> bool:
        """Return whether not both can be made: they share a character, or insert different words at one place."""
        if self == other:
            return False
        if self.start == self.end == other.start == other.end:
            return True
        if self.start == self.end or other.start == other.end:  # an insertion beside a replacement is none of both
            return self.start < other.end and other.start < self.end
        return max(self.start, other.start) < min(self.end, other.end)


def changes_of(finding: Finding, text: str) -> tuple[Change, ...]:
    """Return what a finding's fix changes in `text`, in order; nothing where it has none, or changes nothing."""
    edits = finding.fix.edits if finding.fix else ()
    changes = {Change(*edit.span, edit.text) for edit in edits if text[edit.span.start : edit.span.end] != edit.text}
    return tuple(sorted(changes))


def is_sound(changes: Sequence[Change]) -> bool:
    """Return whether the changes of one fix, in order, can all be made."""
    return not any(first.clashes(second) for first, second in pairwise(changes))


def chosen(findings: Iterable[Finding], text: str) -> list[Finding]:
    """Return those of some findings whose fixes can be made at once.

    The edits of a finding are made all or none. Of two findings whose edits clash, the one that begins earlier is
    chosen, of two that begin together the safe one, then the one whose code comes first: the other gets its turn
    when the text has been linted again. An edit that several findings ask for is made once.
    """
    known = [(changes_of(finding, text), finding) for finding in findings]
    known.sort(key=lambda each: _turn(*each))
    taken: list[Change] = []
    found = []
    for changes, finding in known:
        if changes and is_sound(changes) and not any(_is_taken(change, taken) for change in changes):
            found.append(finding)
            for change in changes:
                at = bisect_left(taken, change)
                if taken[at : at + 1] != [change]:
                    insort(taken, change)
    return found


def _turn(changes: Sequence[Change], finding: Finding) -> tuple[int, bool, str, int]:
    safe = finding.fix is not None and finding.fix.safe
    return changes[0].start if changes else 0, not safe, finding.code, finding.offset


def _is_taken(change: Change, taken: list[Change]) -> bool:
    """Return whether a change clashes with one of those taken: they do not with each other, so its neighbours tell."""
    at = bisect_left(taken, change)
    return any(change.clashes(other) for other in taken[max(0, at - 1) : at + 1])


def changes_together(findings: Iterable[Finding], text: str) -> list[Change]:
    """Return the changes of findings that were chosen, each once, in order."""
    return sorted({change for finding in findings for change in changes_of(finding, text)})


def applied(text: str, changes: Iterable[Change]) -> str:
    """Return a text after changes that are in order and do not clash; whatever lies outside of them stays."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (text[at : change.start], change.text)
        at = change.end
    return "".join([*parts, text[at:]])


class _Run(NamedTuple):
    """A part of a text: copied from offset `at` of the original, or new where there is none."""

    text: str
    at: int | None

    def part(self, start: int, end: int) -> "_Run":
        return _Run(self.text[start:end], None if self.at is None else self.at + start)


class Rewriting:
    """A text that is changed round after round, and what the changes come to.

    Args:
        text: as it was.
    """

    def __init__(self, text: str) -> None:
        self._runs = [_Run(text, 0)]
        self._original = text
        self.text = text

    def change(self, changes: Sequence[Change]) -> None:
        """Make changes of the text as it is now; they are in order and do not clash."""
        self.text = applied(self.text, changes)
        self._runs = [run for run in _after(self._runs, changes) if run.text]

    def changes(self) -> list[Change]:
        """Return the changes of the original text that all rounds come to, in order; none touches another."""
        found = []
        at, words = 0, ""
        for run in [*self._runs, _Run("", len(self._original))]:
            if run.at is None:
                words += run.text
                continue
            if self._original[at : run.at] != words:
                found.append(Change(at, run.at, words))
            at, words = run.at + len(run.text), ""
        return found


def _after(runs: Iterable[_Run], changes: Sequence[Change]) -> Iterator[_Run]:
    """Yield the parts of a text after changes; empty ones among them."""
    number = begin = 0
    for run in runs:
        end = begin + len(run.text)
        done = begin
        while number < len(changes) and changes[number].start < end:
            change = changes[number]
            if change.start >= begin:  # else it began in an earlier part
                yield run.part(done - begin, change.start - begin)
                yield _Run(change.text, None)
            done = min(change.end, end)
            if change.end > end:
                break
            number += 1
        yield run.part(done - begin, end - begin)
        begin = end
    for change in changes[number:]:
        if change.start >= begin:
            yield _Run(change.text, None)
