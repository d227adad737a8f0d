"""Whether a rule holds out: on odd documents, whatever it looked at before, and where it is suppressed."""

from collections.abc import Iterator
from itertools import product
from time import perf_counter
from typing import Any

from okrlint.linting.findings import Finding
from okrlint.linting.interface import Rule, RuleRef
from okrlint.testing.examples import Example, examples_of, rule_of, run_example
from okrlint.testing.hostile import documents
from okrlint.testing.running import Opened, made, of_rule, opened, ran, span_of
from okrlint.testing.showing import Mark, shown

_TOO_LONG = 1.0
"""Seconds that a rule may take for a document of a few pages, on whatever machine."""


def check_hostile(rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError where a rule crashes on a document, or takes more than a second."""
    __tracebackhide__ = True
    flaws = []
    days = dict.fromkeys((None, rule.examples.today))
    for (name, text, kind), given in product(documents(), (rule.examples, *rule.examples.also)):
        around = opened(text, kind)
        for today in days:
            start = perf_counter()
            found = ran(made(rule, given.options), around, today).findings
            seconds = perf_counter() - start
            flaws += [f"{name}: {each.message}" for each in found if each.code == "EN006"]
            if seconds > _TOO_LONG:
                flaws.append(f"{name}: took {seconds:.1f} s")
    if flaws:
        raise AssertionError("\n".join(f"{rule.meta.code}: document with {flaw}" for flaw in dict.fromkeys(flaws)))


def check_repeats(rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError where what a rule finds depends on what it looked at before."""
    __tracebackhide__ = True
    examples = examples_of(rule)
    kept = [(given, made(rule, given.options)) for given in (rule.examples, *rule.examples.also)]
    for order in (examples, examples[::-1]):
        for example in order:
            used = next(each for given, each in kept if given is example.given)
            alone = run_example(example).findings
            later = ran(used, opened(example.text), example.given.today).findings
            if alone != later:
                raise AssertionError(
                    f"{example}: it finds {_count(later)} behind other documents, and {_count(alone)} in this one "
                    f"alone: a rule keeps nothing of what it looked at\n{shown(example.text, ())}"
                )


def check_suppression(ref: RuleRef, rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError where a comment at the place of a finding does not take it away, or takes others."""
    __tracebackhide__ = True
    flaws = [flaw for example in examples_of(rule) if example.places for flaw in _not_suppressed(ref, example)]
    if flaws:
        raise AssertionError("\n".join(flaws))


def _not_suppressed(ref: RuleRef, example: Example) -> Iterator[str]:
    rule, today = rule_of(example), example.given.today
    plain = opened(example.text)
    due = of_rule(rule, ran(rule, plain, today).findings)
    for finding in due:
        around, at, comment = _with_comment(plain, finding)
        if [*_shape(around)] != [*_shape(plain)]:  # it stands where a comment is none, as in a block of code
            continue
        left = of_rule(rule, ran(rule, around, today, refs=(ref,)).findings)
        moved = [_moved(each, at, len(comment)) for each in left]
        if _place(finding) in moved:
            marks = [Mark(span_of(each), "^", each.message) for each in left]
            yield f"{example}: the comment does not suppress this finding\n{shown(around.source.text, marks)}"
        gone = [each for each in due if _place(each) not in moved and not _covers(finding, each)]
        if gone and not any(each.gist for each in due):  # what is said once of all is then said of each of the others
            marks = [Mark(span_of(each), "^", f"is gone, too: {each.message}") for each in gone]
            yield f"{example}: the comment at {finding.quote!r} suppresses other findings\n{shown(example.text, marks)}"


def _with_comment(plain: Opened, finding: Finding) -> tuple[Opened, int, str]:
    """Return a document with a comment at the end of the line of a finding, where it stands, and what it is."""
    text = plain.source.text
    end = text.find("\n", finding.offset)
    end = len(text) if end < 0 else end
    line = text[:end].rstrip()
    at = len(line) - 1 if line.endswith("|") else len(line)
    comment = f" <!-- okrlint: disable={finding.code} -->"
    return opened(text[:at] + comment + text[at:]), at, comment


def _shape(around: Opened) -> Iterator[str]:
    for item in around.document.items():
        yield f"{item.id} {item.text.value}"


def _covers(finding: Finding, other: Finding) -> bool:
    """Tell whether what suppresses a finding is about another, too: of the same line, item, or what is in it."""
    if finding.start.line == other.start.line or finding.objective is None or other.objective is None:
        return True
    return finding.objective == other.objective and finding.key_result in (None, other.key_result)


def _place(finding: Finding) -> tuple[int, str]:
    return finding.offset, finding.quote


def _moved(finding: Finding, at: int, length: int) -> tuple[int, str]:
    return finding.offset - (length if finding.offset >= at else 0), finding.quote


def _count(findings: list[Finding]) -> str:
    return "nothing" if not findings else "1 thing" if len(findings) == 1 else f"{len(findings)} things"
