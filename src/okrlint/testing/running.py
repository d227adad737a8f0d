"""Running one rule over one document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

from okrlint.config.settings import Settings
from okrlint.linting.engine import lint_document
from okrlint.linting.examples import FILE
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Hit, Rule, RuleRef
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.running import Check, Run
from okrlint.model import Document, Span
from okrlint.opening import read_document, reader_for
from okrlint.preparing import Lexicons
from okrlint.reading.source import Source
from okrlint.registry import installed


class Opened(NamedTuple):
    """A text and what it was read as."""

    source: Source
    document: Document


class Ran(NamedTuple):
    """What came of a run of one rule.

    Attributes:
        findings: what is reported, in order of place; crashes are among them, as EN006.
        hits: what the rule itself said.
    """

    findings: list[Finding]
    hits: list[Hit]


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
    return ran(made(rule, options), opened(text, format), today).findings


def read(text: str, format: str = "markdown") -> Document:
    """Return the document that `text` holds, as rules see it."""
    return opened(text, format).document


@lru_cache(maxsize=256)  # the checks of one rule ask for the same texts again and again
def opened(text: str, format: str = "markdown") -> Opened:
    """Read a text; the same text is read once."""
    source = Source(text)
    return Opened(source, read_document(source, reader_for(format, "-"), Settings()))


def made(rule: type[Rule[Any]], options: Mapping[str, Any] | None) -> Rule[Any]:
    """Make a rule; where it has no options, or none are given, with its own."""
    return rule(rule.Options(**options) if options else None)


def ran(
    rule: Rule[Any],
    opened: Opened,
    today: date | None,
    *,
    language: str | None = None,
    refs: tuple[RuleRef, ...] = (),
) -> Ran:
    """Run a rule over a document.

    Args:
        rule: the rule.
        opened: the document.
        today: the day that counts as today.
        language: of messages; None means the document's own.
        refs: what suppressions may name; without any they are not looked at.
    """
    codes = frozenset(ref.code for ref in refs)
    is_project = rule.target == "project" or any(line.startswith(FILE) for line in opened.source.text.splitlines())
    check = Check(rule, scope="project" if rule.target == "project" else "both" if is_project else "document")
    run = Run([check], _lexicons(), today, language=language, floor="low", refs=refs, codes=codes)
    with _listening(rule) as hits:
        if is_project:
            from okrlint.testing.projects import findings_in

            findings = findings_in(opened.source.text, run)
        else:
            findings = list(lint_document(opened.document, opened.source, run).findings)
    return Ran(sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code)), hits)


@contextmanager
def _listening(rule: Rule[Any]) -> Iterator[list[Hit]]:
    """Hear what a rule says, which stays the same for whoever asks it."""
    heard: list[Hit] = []
    names = ("check",) if rule.target == "project" else ("check", "check_across")
    for name in names:
        rule.__dict__[name] = partial(_heard, getattr(rule, name), heard)
    try:
        yield heard
    finally:
        for name in names:
            del rule.__dict__[name]


def _heard(speak: Callable[..., Iterable[Hit] | None], heard: list[Hit], item: Any, context: Any) -> Any:
    hits = speak(item, context)
    return None if hits is None else _noted(hits, heard)


def _noted(hits: Iterable[Hit], heard: list[Hit]) -> Iterator[Hit]:
    for hit in hits:
        heard.append(hit)
        yield hit


def of_rule(rule: Rule[Any], findings: list[Finding]) -> list[Finding]:
    """Return what a rule found, without what the engine has to say."""
    return [finding for finding in findings if finding.code == rule.meta.code]


def span_of(finding: Finding) -> Span:
    """Return where a finding stands, in offsets."""
    return Span(finding.offset, finding.offset + len(finding.quote))


@lru_cache(maxsize=1)
def _lexicons() -> Mapping[str, Lexicon]:
    return Lexicons(installed(), Settings().lexicon)
