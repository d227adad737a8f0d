"""What an author of rules tests them with: the examples on a rule are its tests.

import pytest
from okrlint.testing import Example, examples_of
from my_rules.kr_names_source import KrNamesSource

@pytest.mark.parametrize("example", examples_of(KrNamesSource), ids=str)
def test_examples(example: Example) -> None:
    example.check()
"""

from collections.abc import Iterator
from datetime import date
from inspect import cleandoc
from string import Formatter
from typing import Any, NamedTuple

from okrlint.config.settings import Settings
from okrlint.linting.engine import Check, Run, lint_document
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Rule
from okrlint.model import Document, Span
from okrlint.opening import reader_for
from okrlint.preparing import Lexicons
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.registry import installed

__all__ = ["CLOSE", "OPEN", "Example", "examples_of", "findings_of", "flaws_of", "hash_of", "read"]

OPEN, CLOSE = "⟦", "⟧"

_AROUND = {
    ("objective", "en"): "# OKRs 2026-Q2\n\n## O1: {}\n\n- KR1: Retention rises from 60% to 75%\n",
    ("objective", "zh"): "# 2026年Q2 OKR\n\n## O1：{}\n\n- KR1：留存率从 60% 提升到 75%\n",
    ("key_result", "en"): "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: {}\n",
    ("key_result", "zh"): "# 2026年Q2 OKR\n\n## O1：让每位客户都庆幸选择了我们\n\n- KR1：{}\n",
}
"""What stands around an example that is but a statement."""


class Example(NamedTuple):
    """An example of a rule, made a whole document.

    Attributes:
        rule: whose it is.
        text: the document, without marks.
        language: "en" or "zh".
        places: where findings are due; empty for a good example.
    """

    rule: type[Rule[Any]]
    text: str
    language: str
    places: tuple[Span, ...]

    def __str__(self) -> str:
        kind = "bad" if self.places else "good"
        return f"{self.rule.meta.code}-{self.language}-{kind}-{hash_of(self.text)}"

    def findings(self) -> list[Finding]:
        """Return what the rule finds, in the document's language, however sure it is."""
        examples = self.rule.examples
        return findings_of(self.rule, self.text, today=examples.today, **examples.options or {})

    def check(self) -> None:
        """Raise an AssertionError unless the rule finds each place that is due, and no other."""
        source = Source(self.text)
        found = [(finding.start, finding.end) for finding in self.findings()]
        due = [(source.position(span.start), source.position(span.end)) for span in self.places]
        if sorted(found) != sorted(due):
            shown = "\n".join(f"  {finding}" for finding in self.findings()) or "  nothing"
            raise AssertionError(f"{self.text}\nfindings are due at {due}, found:\n{shown}")


def examples_of(rule: type[Rule[Any]]) -> list[Example]:
    """Return the examples of a rule as documents."""
    return [
        _example(rule, text, language)
        for group in (rule.examples.bad, rule.examples.good)
        for language, texts in group.items()
        for text in texts
    ]


def findings_of(
    rule: type[Rule[Any]], text: str, *, format: str = "markdown", today: date | None = None, **options: Any
) -> list[Finding]:
    """Return what one rule finds in a document, however sure it is, in order of place.

    Args:
        rule: the rule.
        text: the document.
        format: the reader's name.
        today: the day that counts as today.
        options: values of the rule's options.
    """
    source = Source(text)
    document = reader_for(format, "-").read(source, ReadingOptions())
    checks = [Check(rule(rule.Options(**options) if options else None))]
    run = Run(checks, Lexicons(installed(), Settings().lexicon), today, floor="low")
    return sorted(lint_document(document, source, run).findings, key=lambda finding: finding.start)


def read(text: str, format: str = "markdown") -> Document:
    """Return the document that `text` holds, as rules see it."""
    return reader_for(format, "-").read(Source(text), ReadingOptions())


def flaws_of(rule: type[Rule[Any]]) -> Iterator[str]:
    """Yield what a rule lacks to be complete in both languages."""
    meta = rule.meta
    for language in ("en", "zh"):
        for kind, examples in (("bad", rule.examples.bad), ("good", rule.examples.good)):
            if not examples.get(language):
                yield f"{meta.code} has no {kind} example in {language}"
        if not meta.summary.in_language(language):
            yield f"{meta.code} has no summary in {language}"
    if not (rule.__doc__ or "").strip() or not rule.manual_zh.strip():
        yield f"{meta.code} lacks its manual in a language"
    for key, message in rule.messages.items():
        fields = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in message]
        if fields[0] != fields[1]:
            yield f"{meta.code}: message {key} says different things in its languages: {fields}"
    for name in rule.Options.names():
        if name not in rule.Options.about:
            yield f"{meta.code}: option {name} is not explained"
        value = getattr(rule.Options, name)
        if isinstance(value, int | float) and not isinstance(value, bool) and name not in rule.Options.ranges:
            yield f"{meta.code}: option {name} is a number without a range"


def hash_of(text: str) -> str:
    """Return a short name for a text that is the same in every run."""
    from zlib import crc32

    return f"{crc32(text.encode('utf-8')):08x}"


def _example(rule: type[Rule[Any]], text: str, language: str) -> Example:
    text = cleandoc(text)
    if "\n" not in text:
        if rule.target == "document":
            raise ValueError(f"{rule.meta.code}: an example of a document rule is a whole document: {text!r}")
        target = "objective" if rule.target == "objective" else "key_result"
        text = _AROUND[target, language].format(text)
    else:
        text += "\n"
    places, plain = [], ""
    start = None
    for char in text:
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE and start is not None:
            places.append(Span(start, len(plain)))
        else:
            plain += char
    return Example(rule, plain, language, tuple(places))
