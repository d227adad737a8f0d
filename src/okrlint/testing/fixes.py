"""Whether the fixes of a rule come to an end, leave the document whole, and invent nothing."""

from collections.abc import Iterator
from itertools import pairwise
from re import compile as compile_pattern
from typing import Any

from okrlint.language.folding import fold_width
from okrlint.linting.findings import Finding
from okrlint.linting.fixing import Change, applied, changes_together, chosen
from okrlint.linting.interface import Fix, Rule
from okrlint.linting.rounds import MAX_ROUNDS
from okrlint.model import Document, Item, Rating
from okrlint.reading.source import UnreadableError
from okrlint.testing.examples import Example, examples_of, rule_of
from okrlint.testing.running import Ran, of_rule, opened, ran, span_of
from okrlint.testing.showing import Mark, shown

_FIGURE = compile_pattern(r"\d+")


class _WrongError(Exception):
    """What is wrong with a fix."""


def check_fixes(rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError for fixes of the rule that harm one of its bad examples."""
    __tracebackhide__ = True
    flaws = []
    for example in examples_of(rule):
        try:
            _check(example)
        except _WrongError as error:
            flaws.append(f"{example}: {error}")
    if flaws:
        raise AssertionError("\n".join(flaws))


def _check(example: Example) -> None:
    first = _found(example, example.text)
    fixable = [finding for finding in first.findings if finding.fix]
    if not fixable:
        return
    _check_edits(example, first)
    text = _fixed(example, first)
    _check_whole(example, text)
    _check_figures(example, text)
    left = of_rule(rule_of(example), _found(example, text).findings)
    if len(left) >= len(first.findings):
        raise _WrongError(f"the fixes leave as many findings as there were: {len(left)}\n{shown(text, _marks(left))}")


def _found(example: Example, text: str) -> Ran:
    return ran(rule_of(example), opened(text), example.given.today)


def _check_edits(example: Example, first: Ran) -> None:
    """Raise for edits that lie outside of the document, overlap, or change nothing."""
    size = len(example.text)
    for fix in (hit.fix for hit in first.hits if hit.fix):
        for edit in fix.edits:
            if not 0 <= edit.span.start <= edit.span.end <= size:
                raise _WrongError(f"an edit is at {tuple(edit.span)}, and the document has {size} characters")
        _check_title(fix)
        changes = sorted(Change(*edit.span, edit.text) for edit in fix.edits)
        for one, other in pairwise(changes):
            if one.clashes(other):
                raise _WrongError(f"two edits of one fix overlap: {one} and {other}")
        if all(example.text[change.start : change.end] == change.text for change in changes):
            raise _WrongError(f"the fix {fix.title.en!r} changes nothing")


def _check_title(fix: Fix) -> None:
    if not (fix.title.en.strip() and fix.title.zh.strip()):
        raise _WrongError("a fix has no title in a language")


def _fixed(example: Example, first: Ran) -> str:
    """Return what the text becomes when fixes are made until there is none left.

    Raises:
        _WrongError: where that has no end.
    """
    text, found = example.text, first
    for _ in range(MAX_ROUNDS):
        todo = [finding for finding in chosen(found.findings, text) if finding.fix]
        changes = changes_together(todo, text)
        if not changes:
            return text
        text = applied(text, changes)
        _check_readable(text)
        found = _found(example, text)
    if changes_together(chosen(found.findings, text), text):
        raise _WrongError(f"the fixes come to no end: after {MAX_ROUNDS} rounds there is\n{shown(text, ())}")
    return text


def _check_readable(text: str) -> None:
    try:
        opened(text)
    except UnreadableError as error:
        raise _WrongError(f"the fix makes a document that cannot be read: {error}\n{shown(text, ())}") from None


def _check_whole(example: Example, text: str) -> None:
    """Raise where the document has other items, or more that is not understood."""
    before, after = opened(example.text).document, opened(text).document
    counts = [[len(each.key_results) for each in document.objectives] for document in (before, after)]
    if counts[0] != counts[1]:
        raise _WrongError(f"the fixed document has other key results ({counts[1]}, not {counts[0]})\n{shown(text, ())}")
    if len(after.problems) > len(before.problems):
        marks = [Mark(problem.span, "^", problem.message.en) for problem in after.problems]
        raise _WrongError(f"the fixed document is not understood\n{shown(text, marks)}")


def _check_figures(example: Example, text: str) -> None:
    """Raise for a number, a date or a person that did not stand in the document.

    A rating may be written in another scale.
    """
    before, after = opened(example.text).document, opened(text).document
    kept = {
        now.raw
        for was, now in zip(_ratings(before), _ratings(after), strict=False)
        if was.value is not None and now.value is not None and abs(was.value - now.value) < 0.005
    }
    known, rest = example.text, text
    for raw in kept:
        rest = rest.replace(raw, "")
    new = sorted(_figures(rest) - _figures(known))
    if new:
        raise _WrongError(f"the fix invents a number: {', '.join(new)}\n{shown(text, ())}")
    people = {owner.value for item in after.items() for owner in item.owners if owner.value not in known}
    if people:
        raise _WrongError(f"the fix invents somebody: {', '.join(sorted(people))}\n{shown(text, ())}")


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(fold_width(text)))


def _ratings(document: Document) -> Iterator[Rating]:
    for item in document.items():
        yield from _ratings_of(item)


def _ratings_of(item: Item) -> Iterator[Rating]:
    empty = Rating.model_construct(raw="", span=item.span)
    yield from (item.confidence or empty, item.weight or empty, item.score or empty)
    yield from (entry.confidence or empty for entry in item.checkins)


def _marks(findings: list[Finding]) -> list[Mark]:
    return [Mark(span_of(each), "^", each.message) for each in findings]
