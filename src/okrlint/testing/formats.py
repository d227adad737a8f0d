"""Whether a rule finds the same whatever format a document is written in."""

from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from okrlint.linting.examples import files_of
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Rule
from okrlint.model import Document, Model, Span, Text, Value
from okrlint.testing.examples import Example, examples_of, rule_of
from okrlint.testing.rendering import written
from okrlint.testing.running import Opened, of_rule, opened, ran, span_of
from okrlint.testing.showing import Mark, shown
from okrlint.testing.values import values_of


def check_format(rule: type[Rule[Any]], format: str) -> None:
    """Raise an AssertionError where a rule finds otherwise when its examples are written in another format.

    An example is left out where the format has no place for something that it says (see `carried`).
    """
    __tracebackhide__ = True
    examples = [example for example in examples_of(rule) if len(files_of(example.text)) == 1]
    flaws = [flaw for example in examples for flaw in _flaws(example, format)]
    if flaws:
        raise AssertionError("\n".join(flaws))


def carried(document: Document, format: str) -> Opened | None:
    """Return a document written in a format and read again; None where that does not say the same."""
    again = opened(written(document, format), format)
    return again if says(again.document) == says(document) else None


def says(thing: Any) -> Any:
    """Return what a document says, without places and without how it is spelled."""
    if isinstance(thing, Text):
        return " ".join(thing.value.split())
    if isinstance(thing, Model):
        left = _HOW | {"raw", "span"} if isinstance(thing, Value) else _HOW
        found = {name: says(value) for name, value in thing.__dict__.items() if name not in left}
        return {name: value for name, value in found.items() if value not in (None, (), {})}
    return tuple(map(says, thing)) if type(thing) is tuple else thing


_HOW = frozenset(
    ("span", "path", "format", "problems", "language", "place", "label", "ref", "quantified", "handle", "pieces")
)
"""What does not matter to what is said."""


class _Told(NamedTuple):
    """A finding without its place.

    Attributes:
        quote: what it points at, where that is a value of the document, or a part of one.
    """

    objective: str | None
    key_result: str | None
    message: str
    quote: str | None


def _flaws(example: Example, format: str) -> Iterator[str]:
    rule, today = rule_of(example), example.given.today
    plain = opened(example.text)
    other = carried(plain.document, format)
    if other is None:
        return
    due = of_rule(rule, ran(rule, plain, today).findings)
    found = ran(rule, other, today).findings
    for opening in found:
        if opening.code != rule.meta.code:
            yield f"{example} as {format}: {opening.message}"
    found = of_rule(rule, found)
    wanted, there = (Counter(_told(each, around) for each in some) for some, around in ((due, plain), (found, other)))
    if wanted != there:
        missing, extra = list((wanted - there).elements()), list((there - wanted).elements())
        marks = [Mark(span_of(each), "^", each.message) for each in found]
        lines = [f"{example}: not the same is found when it is written as {format}"]
        lines += [f"  due, and not found: {_line(each)}" for each in missing]
        lines += [f"  found, and not due: {_line(each)}" for each in extra]
        yield "\n".join([*lines, shown(other.source.text, marks)])


def _line(told: _Told) -> str:
    where = " ".join(filter(None, (told.objective, told.key_result))) or "document"
    return f"[{where}] {told.quote!r}: {told.message}"


def _told(finding: Finding, around: Opened) -> _Told:
    span = span_of(finding)
    value = next((each for each in values_of(around.document) if _holds(each, span)), None)
    quote = None if value is None else _bare(finding.quote)
    return _Told(finding.objective, finding.key_result, finding.message, quote)


def _holds(value: Value, span: Span) -> bool:
    return value.span.start <= span.start and span.end <= value.span.end and span.start < span.end


def _bare(quote: str) -> str:
    """Return words without what formats need to write them: escapes, entities, quotes, marks, line ends."""
    kept = unescape(quote).replace("\\n", " ").translate(_MARKS)
    return " ".join(kept.split())


_MARKS = str.maketrans("", "", '\\"*`_')
