"""Fixing a text round after round, and refusing what would damage it. Pure but for what it is given to lint with."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from okrlint.linting.engine import notice
from okrlint.linting.findings import FileReport, Finding
from okrlint.linting.fixing import Change, Rewriting, applied, changes_of, changes_together, chosen, is_sound
from okrlint.model import Deadline, Document, Rating, Text, Words

MAX_ROUNDS = 10
"""How often a text is linted again after fixes: a rule that asks for more has no end."""
_MAX_TRIALS = 50
"""How often a round reads the text to find out which of its fixes damage it."""


class Outcome(NamedTuple):
    """What the rounds came to.

    Attributes:
        rewriting: the text and its changes.
        fixed: the findings that were fixed; their places are those of the round that fixed them.
        left: what remains.
    """

    rewriting: Rewriting
    fixed: tuple[Finding, ...]
    left: FileReport


class Rounds:
    """Fixes one text.

    Args:
        lint: returns what is wrong with a text.
        read: returns the document in a text; raises whatever it likes for one that cannot be read or encoded.
        wanted: tells whether a finding is to be fixed.
    """

    def __init__(
        self,
        lint: Callable[[str], FileReport],
        read: Callable[[str], Document],
        wanted: Callable[[Finding], bool],
    ) -> None:
        self._lint = lint
        self._read = read
        self._wanted = wanted

    def run(self, text: str, found: FileReport) -> Outcome:
        """Return what becomes of a text in which `found` was found.

        A rule whose fixes come to no end has none of them made: the text would end as it happens to stand when
        patience does.
        """
        endless: dict[str, Finding] = {}
        while True:
            outcome, refused = self._rounds(text, found, endless.keys())
            open_ = self._open(outcome.left, endless.keys(), refused)
            at_first, at_last = (Counter(each.code for each in some) for some in (self._open(found), open_))
            stuck = {finding.code: finding for finding in open_ if at_last[finding.code] >= at_first[finding.code]}
            if not stuck:
                break
            endless |= stuck
        notes = [_note(refusal, finding, outcome.left) for refusal, finding in _one_each(refused.values())]
        notes += [_note(_ENDLESS, finding, outcome.left) for finding in endless.values()]
        if open_:
            words = _filled(_MORE, count=len(open_), rounds=MAX_ROUNDS)
            notes.append(notice("EN009", words, outcome.left.path, open_[0].language, harmless=True))
        return outcome._replace(left=outcome.left._replace(findings=(*outcome.left.findings, *notes)))

    def _rounds(self, text: str, found: FileReport, without: Iterable[str]) -> tuple[Outcome, "_Refused"]:
        rewriting = Rewriting(text)
        fixed: list[Finding] = []
        refused: _Refused = {}
        report = found
        for _ in range(MAX_ROUNDS):
            open_ = self._open(report, without, refused)
            refused |= {_key(each): (_EMPTY, each) for each in open_ if not _is_possible(each, rewriting.text)}
            todo = chosen(self._open(report, without, refused), rewriting.text)
            if not todo:
                break
            kept, harmful = self._harmless(todo, rewriting.text)
            refused |= {_key(finding): (refusal, finding) for refusal, finding in harmful}
            if kept:
                rewriting.change(changes_together(kept, rewriting.text))
                fixed += kept
                report = self._lint(rewriting.text)
        return Outcome(rewriting, tuple(fixed), report), refused

    def _open(self, report: FileReport, without: Iterable[str] = (), refused: Iterable["_Key"] = ()) -> list[Finding]:
        """Return the findings that are still to be fixed."""
        return [
            finding
            for finding in report.findings
            if self._wanted(finding) and finding.code not in without and _key(finding) not in refused
        ]

    def _harmless(self, todo: list[Finding], text: str) -> tuple[list[Finding], list[tuple["_Refusal", Finding]]]:
        """Part findings in those whose fixes leave the document whole, and those whose fixes do not.

        Where all of them together do not, halves are tried, and halves of these.
        """
        before = self._read(text)
        kept: list[Finding] = []
        harmful: list[tuple[_Refusal, Finding]] = []
        groups = [todo]
        trials = 0
        while groups:
            group = groups.pop()
            trials += 1
            refusal = self._harm(before, text, changes_together([*kept, *group], text))
            if refusal is None:
                kept += group
            elif len(group) == 1 or trials >= _MAX_TRIALS:
                harmful += ((refusal, finding) for finding in group)
            else:
                half = len(group) // 2
                groups += (group[half:], group[:half])
        return kept, harmful

    def _harm(self, before: Document, text: str, changes: list[Change]) -> "_Refusal | None":
        """Return what changes would do to a document that they must not."""
        try:
            after = self._read(applied(text, changes))
        except Exception:  # broken, not to be encoded, or a reader crashes on it: it is not read
            return _BREAKS
        return None if is_same(before, after, changes) else _CHANGES


def is_same(before: Document, after: Document, changes: Sequence[Change]) -> bool:
    """Return whether a document after changes has the items that it had, and says elsewhere what it said."""
    if _ids(before) != _ids(after) or len(after.problems) > len(before.problems):
        return False
    starts = [change.start for change in changes]

    def is_touched(start: int, end: int) -> bool:
        at = bisect_right(starts, end)
        return at > 0 and changes[at - 1].end >= start

    for first, second in zip(before.items(), after.items(), strict=True):
        for name in ("text", "deadline", "confidence", "score", "weight"):
            value: Text | Deadline | Rating | None = getattr(first, name)
            if value is None or is_touched(*value.span):
                continue
            now = getattr(second, name)
            if now is None or now.value != value.value:
                return False
    return True


def _ids(document: Document) -> list[str]:
    return [item.id for item in document.items()]


_Key = tuple[str, str, str, str]
"""What tells a finding whose fix was refused when it comes again, in whatever line."""


def _key(finding: Finding) -> _Key:
    edits = finding.fix.edits if finding.fix else ()
    return finding.code, finding.subject, finding.quote, "\0".join(edit.text for edit in edits)


def _is_possible(finding: Finding, text: str) -> bool:
    """Return whether a fix changes anything, and its edits do not clash with each other."""
    changes = changes_of(finding, text)
    return bool(changes) and is_sound(changes)


def _one_each(refused: Iterable[tuple["_Refusal", Finding]]) -> Iterator[tuple["_Refusal", Finding]]:
    """Yield the first of each rule and kind."""
    yield from {(finding.code, refusal): (refusal, finding) for refusal, finding in reversed(list(refused))}.values()


class _Refusal(NamedTuple):
    """Why a fix is not made.

    Attributes:
        words: with a place for the rule.
        is_bug: of the rule; else it is the document that does not allow it.
    """

    words: Words
    is_bug: bool


_Refused = dict[_Key, tuple[_Refusal, Finding]]


def _note(refusal: _Refusal, finding: Finding, left: FileReport) -> Finding:
    """Make a finding of the engine about a fix, at the place where what it was to fix stands now."""
    words = _filled(refusal.words, rule=f"{finding.code} ({finding.name})")
    told = notice(
        "EN011" if refusal.is_bug else "EN009", words, left.path, finding.language, harmless=not refusal.is_bug
    )
    key = _key(finding)
    at = next((each for each in left.findings if _key(each) == key), None)
    if at is None:
        return told
    return told._replace(
        start=at.start, end=at.end, excerpt=at.excerpt, offset=at.offset, place=at.place, byte_columns=at.byte_columns
    )


def _filled(words: Words, **params: object) -> Words:
    return Words(words.en.format(**params), words.zh.format(**params))


_BREAKS = _Refusal(
    Words(
        "the fix of rule {rule} would have broken this file, so it was not made; please report it to the author of "
        "the rule",
        "规则 {rule} 的修正会破坏此文件，因此没有执行；请告知该规则的作者",
    ),
    is_bug=True,
)
_EMPTY = _Refusal(
    Words(
        "the fix of rule {rule} changes nothing, or one place in two ways, so it was not made; please report it to the "
        "author of the rule",
        "规则 {rule} 的修正没有任何改动，或对同一处有两种改法，因此没有执行；请告知该规则的作者",
    ),
    is_bug=True,
)
_ENDLESS = _Refusal(
    Words(
        "the fixes of rule {rule} come to no end here, so none was made; please report it to the author of the rule",
        "规则 {rule} 的修正在这里没有尽头，因此一处也没有执行；请告知该规则的作者",
    ),
    is_bug=True,
)
_CHANGES = _Refusal(
    Words(
        "the fix of rule {rule} was not made: the document would then be read otherwise, with other objectives, key "
        "results or values elsewhere; fix it by hand",
        "规则 {rule} 的修正没有执行：否则文档会被读成别的样子，目标、关键结果或别处的值会变；请手工修正",
    ),
    is_bug=False,
)
_MORE = Words(
    "{count} more can be fixed than {rounds} rounds had room for; run it again",
    "{rounds} 轮之后仍有 {count} 处可以修正；请再运行一次",
)
