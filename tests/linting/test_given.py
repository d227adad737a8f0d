"""What rules over the project hit: adding it to a report gives what linting anew with it would."""

from collections.abc import Iterator
from typing import Any

import pytest
from three_statements import document_of, meta, text_in

from okrlint.linting.engine import lint_document, with_given
from okrlint.linting.findings import FileReport, combine
from okrlint.linting.interface import Context, Hit, ItemRule, ProjectContext, ProjectRule, Rule, Severity
from okrlint.linting.running import Check, Given, Run
from okrlint.model import Item, Span, Words
from okrlint.project.interface import Project
from okrlint.reading.source import Source

SOURCE = Source("# 计划\n阿尔法 alpha\nbeta\r\ngamma\n", "t.md")
DOCUMENT = document_of(SOURCE)


class Across(ProjectRule):
    """Looks at all documents; what it hits is given here."""

    meta = meta("AA001")
    messages = {"m": Words("across {what}", "跨文件{what}"), "n": Words("no blank", "无空")}

    def check(self, item: Project, context: ProjectContext) -> Iterator[Hit]:
        yield from ()


class Folding(Across):
    """Says the same of each key result."""

    meta = meta("AA002", folds=True)
    messages = {"m": Words("bad {what}", "坏{what}"), "m-all": Words("all {count}", "全部 {count} 条")}


class Replacing(Across):
    """Replaces a rule that looks at the document alone."""

    meta = meta("AA003", supersedes=("AA005",))


class InBoth(ItemRule):
    """Finds things in the document, too."""

    meta = meta("AA004")
    messages = Across.messages

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        if item.text.value == "beta":
            yield self.hit(item.text.span, "n")


class Always(ItemRule):
    """Finds every item."""

    meta = meta("AA005")
    messages = {"m": Words("each", "每条")}

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m")


class Replaces(ItemRule):
    """Replaces what looks at all documents."""

    meta = meta("AA006", supersedes=("AA001",))
    messages = {"m": Words("instead", "代替")}

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m")


def given(code: str, word: str = "beta", message: str = "m", **values: Any) -> Given:
    place: dict[str, Any] = {
        "beta": ("O1", "KR1", "beta"),
        "gamma": ("O1", "KR2", "gamma"),
        "alpha": ("O1", None, "alpha"),
        "计划": (None, None, ""),
    }[word]
    usual = Given(
        code, message, text_in(SOURCE, word).span, {"what": Words("it", "它")}, "high", None, *place, collective=False
    )
    return usual._replace(**values)


def run_of(*rules: type[Rule[Any]], **values: Any) -> Run:
    scopes = {InBoth: "both"}
    checks = [
        Check(rule(), scope=scopes.get(rule, "project" if issubclass(rule, ProjectRule) else "document"))  # type: ignore[arg-type]
        for rule in rules
    ]
    return Run(checks=checks, lexicons={}, codes=frozenset(check.code for check in checks), **values)


ADDED = {
    "of a key result": ([Across, Always], [given("AA001")]),
    "of the objective, of the document": ([Always, Across], [given("AA001", "alpha"), given("AA001", "计划")]),
    "as severe as it says": ([Across], [given("AA001", severity=Severity.ERROR)]),
    "the same twice": ([Across], [given("AA001"), given("AA001"), given("AA001", message="n")]),
    "of what is gone, each for itself": (
        [Across],
        [given("AA001", collective=True, params={"what": what}) for what in ("KR3", "KR4", "KR4")],
    ),
    "not sure enough": ([Across], [given("AA001", certainty="low"), given("AA001", "gamma", certainty="medium")]),
    "beyond the text": ([Across], [given("AA001", span=Span(-4, 10**6)), given("AA001", span=Span(9, 3))]),
    "of a rule that is not wanted here": ([Always], [given("AA001")]),
    "elsewhere than in the document": ([InBoth], [given("AA004", "gamma")]),
    "nothing": ([Always], []),
}

ANEW = {
    "folds": ([Folding], [given("AA002"), given("AA002", "gamma")]),
    "where its rule found something": ([InBoth], [given("AA004")]),
    "replaces": ([Always, Replacing], [given("AA003")]),
    "is replaced": ([Across, Replaces], [given("AA001")]),
    "lacks a blank": ([Across], [given("AA001", params={})]),
    "has no such message": ([Across], [given("AA001", message="o")]),
    "of the engine": ([Across], [given("EN014", params={"words": Words("no history", "无历史")})]),
}


def reports(rules: list[type[Rule[Any]]], hits: list[Given], **values: Any) -> tuple[FileReport | None, FileReport]:
    """Return the report with hits added, and that of the document linted anew."""
    run = run_of(*rules, **values)
    before = lint_document(DOCUMENT, SOURCE, run)
    return with_given(before, SOURCE, run, hits), lint_document(DOCUMENT, SOURCE, run, hits)


@pytest.mark.parametrize("language", [None, "en", "zh"])
@pytest.mark.parametrize("case", ADDED)
def test_what_is_added_is_what_is_found_anew(case: str, language: str | None) -> None:
    added, anew = reports(*ADDED[case], language=language)
    assert added is not None
    assert combine([added]) == combine([anew])


@pytest.mark.parametrize("case", ANEW)
def test_what_may_change_other_findings_is_not_added(case: str) -> None:
    added, anew = reports(*ANEW[case])
    assert added is None
    assert anew.findings


def test_hints_and_the_least_certainty_count() -> None:
    hits = [given("AA001", certainty="low", severity=Severity.HINT)]
    added, anew = reports([Across], hits, floor="low", hint_as=Severity.INFO)
    assert added == anew
    assert [(each.severity, each.subject, each.start.line) for each in anew.findings] == [(Severity.INFO, "beta", 3)]
