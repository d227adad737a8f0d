"""The examples of a rule, as documents in which each place that is due must be found, and no other."""

from typing import Any, NamedTuple

from okrlint.linting.examples import CLOSE, OPEN, example_document
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Examples, Rule
from okrlint.model import Span
from okrlint.testing.running import Ran, made, opened, ran, span_of
from okrlint.testing.showing import Mark, shown

__all__ = ["CLOSE", "OPEN", "Example", "examples_of", "hash_of", "rule_of", "run_example"]


class Example(NamedTuple):
    """An example of a rule, made a whole document.

    Attributes:
        rule: whose it is.
        text: the document, without marks.
        language: "en" or "zh".
        places: where findings are due; empty for a good example.
        given: the examples that it is one of, which say on what day and by what options it is one.
    """

    rule: type[Rule[Any]]
    text: str
    language: str
    places: tuple[Span, ...]
    given: Examples = Examples({}, {})

    def __str__(self) -> str:
        kind = "bad" if self.places else "good"
        return f"{self.rule.meta.code}-{self.language}-{kind}-{hash_of(self.text)}"

    def findings(self) -> list[Finding]:
        """Return what the rule finds, in the document's language, however sure it is."""
        return run_example(self).findings

    def check(self) -> None:
        """Raise an AssertionError unless the rule finds each place that is due, and no other."""
        __tracebackhide__ = True
        found = self.findings()
        spans = [span_of(finding) for finding in found]
        if sorted(spans) == sorted(self.places):
            return
        missing, extra = _left(list(self.places), spans), _left(spans, list(self.places))
        marks = [Mark(span, "~", "due, and not found") for span in missing]
        marks += [
            Mark(span, "^", f"found, and not due: {finding.message}")
            for span, finding in zip(spans, found, strict=True)
            if span in extra
        ]
        if not opened(self.text).document.objectives:
            raise AssertionError(f"{self}: no objective is recognised in this example\n{shown(self.text, ())}")
        count = f"{_places(len(missing))} due and not found, {len(extra)} found and not due"
        raise AssertionError(f"{self}: {count}\n{shown(self.text, marks)}")


def run_example(example: Example) -> Ran:
    """Run a rule over an example as it asks for."""
    return ran(rule_of(example), opened(example.text), example.given.today)


def rule_of(example: Example) -> Rule[Any]:
    """Make the rule of an example with the options that it asks for."""
    return made(example.rule, example.given.options)


def examples_of(rule: type[Rule[Any]]) -> list[Example]:
    """Return the examples of a rule as documents; those under other options come last."""
    return [
        _example(rule, text, language, given)
        for given in (rule.examples, *rule.examples.also)
        for group in (given.bad, given.good)
        for language, texts in group.items()
        for text in texts
    ]


def hash_of(text: str) -> str:
    """Return a short name for a text that is the same in every run."""
    from zlib import crc32

    return f"{crc32(text.encode('utf-8')):08x}"


def _example(rule: type[Rule[Any]], text: str, language: str, given: Examples) -> Example:
    try:
        document = example_document(text, rule.target, language)
    except ValueError as error:
        raise ValueError(f"{rule.meta.code}: {error}") from None
    return Example(rule, document.text, language, document.places, given)


def _left(spans: list[Span], others: list[Span]) -> list[Span]:
    """Return the spans that are not among others, each as often as it comes more."""
    others = [*others]
    left = []
    for span in spans:
        if span in others:
            others.remove(span)
        else:
            left.append(span)
    return left


def _places(count: int) -> str:
    return "1 place is" if count == 1 else f"{count} places are"
