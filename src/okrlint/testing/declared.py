"""Running the examples of rules that a configuration declares."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrlint.config.discovery import load
from okrlint.config.settings import ConfigError, Settings
from okrlint.declaring.definitions import DeclaredExample, RuleDefinition
from okrlint.job import Job
from okrlint.jobs import lint_source, run_under
from okrlint.language.folding import language_of
from okrlint.linting.examples import example_document
from okrlint.linting.findings import Finding
from okrlint.model import Span
from okrlint.opening import reader_for
from okrlint.reading.source import Source
from okrlint.testing.running import span_of


class Trial(NamedTuple):
    """An example of a declared rule, and how the rule is to behave in it.

    Attributes:
        rule: whose it is.
        example: as its author wrote it.
        is_bad: whether a finding is due.
        settings: that declare the rule.
    """

    rule: RuleDefinition
    example: DeclaredExample
    is_bad: bool
    settings: Settings

    def complaint(self) -> str | None:
        """Return how the rule misbehaves, with the example's place, what was due and what was found; or None."""
        said = self._misbehaviour()
        return said and f"{self.example.place}: {self.rule.code} {self.rule.name}: {said}"

    def _misbehaviour(self) -> str | None:
        language = language_of(self.example.text)
        try:
            text, due = example_document(self.example.text, self.rule.target.replace("-", "_"), language)
        except ValueError as error:
            return str(error)
        findings, broken = self._findings(text)
        if broken:
            return broken
        if not self.is_bad:
            return f"this good example has a finding: {findings[0].message}" if findings else None
        if not findings:
            return "this bad example has no finding"
        spans = sorted(map(span_of, findings))
        if not due or spans == sorted(due):
            return None
        return f"in this bad example {_quoted(text, spans)} is found, and {_quoted(text, due)} is due"

    def _findings(self, text: str) -> tuple[list[Finding], str | None]:
        """Return what the rule finds, and what keeps it from being looked for."""
        code = self.rule.code
        settings = self.settings._replace(
            select=(code,), ignore=(), extend_select=(), severity={}, options={}, min_confidence="low", baseline=None
        )
        report = lint_source(
            Source(text, self.example.place), reader_for("markdown", "-"), Job("-", settings, None, named=True)
        ).report
        failed = next((finding.message for finding in report.findings if finding.fatal), None)
        if failed is None and not report.recognised:
            failed = "no objective is recognised in this example; label it, as in `## O1: …` and `- KR1: …`"
        own = -1
        if self.rule.target == "item" and "\n" not in self.example.text.strip():
            own = text.rstrip("\n").rfind("\n")  # the objective above the statement is none of its author's
        return [finding for finding in report.findings if finding.code == code and finding.offset > own], failed


def rules_of(path: str, name: str) -> Settings:
    """Return a configuration that declares rules which can be used.

    Args:
        path: of the file.
        name: of it, in messages.

    Raises:
        ConfigError: where it cannot be used, or declares none.
        PluginError: for an installed plugin that cannot be used.
    """
    settings = load(path)
    run_under(settings, None)
    if not settings.declared.rules:
        raise ConfigError(f"{name}: declares no rules, so that there is nothing to test")
    return settings


def trials_of(settings: Settings) -> Iterator[Trial]:
    """Yield the examples of all rules that a configuration declares, in the order in which they stand there."""
    for rule in settings.declared.rules:
        for examples, is_bad in ((rule.bad, True), (rule.good, False)):
            for example in examples:
                yield Trial(rule, example, is_bad, settings)


def untried(settings: Settings) -> Iterator[str]:
    """Yield what there is to say of rules without a bad example: nothing shows that they ever find anything."""
    for rule in settings.declared.rules:
        if not rule.bad:
            yield (
                f"{rule.place}: {rule.code} {rule.name}: has no bad example, so that nothing shows that it ever finds "
                f"anything; add one under examples: bad"
            )


def _quoted(text: str, spans: Iterable[Span]) -> str:
    return ", ".join(f"“{text[span.start : span.end]}”" for span in spans)
