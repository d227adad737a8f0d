"""The engine: messages, replacing, folding, crashes."""

from collections.abc import Iterator
from typing import Any

import pytest
from three_statements import document_of, meta

from okrlint.linting.engine import lint_document
from okrlint.linting.findings import FileReport
from okrlint.linting.interface import Context, Hit, ItemRule, KeyResultRule, Rule, RuleOptions, Severity
from okrlint.linting.running import Check, Run
from okrlint.model import Item, KeyResult, Problem, Span, Words
from okrlint.reading.source import Source

SOURCE = Source("# t\nalpha\nbeta\ngamma\n", "t.md")
DOCUMENT = document_of(SOURCE)
(OBJECTIVE,) = DOCUMENT.objectives


class Always(KeyResultRule):
    """Finds every key result."""

    meta = meta("AA001", folds=True)
    messages = {"m": Words("bad {what} {word}", "坏{what}{word}"), "m-all": Words("all {count}", "全部 {count} 条")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m", what=Words("word", "词"), word=item.text)


class OnlyBeta(KeyResultRule):
    """Finds one of them."""

    meta = meta("AA002", supersedes=("AA001",))
    messages = {"m": Words("beta", "乙")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.text.value == "beta":
            yield self.hit(item.text.span, "m", severity=Severity.ERROR)


class Unsure(KeyResultRule):
    """Is not sure."""

    meta = meta("AA003", certainty="low")
    messages = {"m": Words("?", "？")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m")


class Crashes(ItemRule):
    """Fails."""

    meta = meta("AA004")
    messages = {}

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        yield from ()
        raise RuntimeError("boom")


class Mumbles(KeyResultRule):
    """Has no such message."""

    meta = meta("AA005")
    messages = {}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "missing")


class Misplaces(KeyResultRule):
    """Points outside of the document."""

    meta = meta("AA006")
    messages = {"m": Words("far", "远")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(Span(-5, 10**9), "m")


class Doubts(KeyResultRule):
    """Is sure in a way that there is not."""

    meta = meta("AA007")
    messages = {"m": Words("?", "？")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m", certainty="somewhat")  # type: ignore[arg-type]


class Exits(KeyResultRule):
    """Ends the program."""

    meta = meta("AA008")
    messages = {}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield from ()
        raise SystemExit(0)


class Both(ItemRule):
    """Says the same of the objective and of each key result."""

    meta = meta("AA009", folds=True)
    messages = {"m": Words("bad", "坏"), "m-all": Words("all {count}", "全部 {count} 条")}

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m")


def run(*rules: type[Rule[Any]], severity: Severity | None = None, **values: Any) -> FileReport:
    return lint_document(DOCUMENT, SOURCE, Run([Check(rule(), severity) for rule in rules], {}, **values))


def test_a_finding_says_what_where_and_in_the_language_asked_for() -> None:
    (beta, gamma) = run(OnlyBeta, Always, language="zh").findings
    assert (beta.code, beta.message, beta.severity, beta.key_result) == ("AA002", "乙", Severity.ERROR, "KR1")
    assert (gamma.message, gamma.start, gamma.end, gamma.excerpt.text) == ("坏词gamma", (4, 1), (4, 6), "gamma")


def test_what_all_key_results_lack_is_said_once_of_the_objective() -> None:
    (finding,) = run(Always).findings
    assert (finding.message, finding.key_result, finding.objective) == ("all 2", None, "O1")
    assert finding.start == (2, 1)


def test_replacing_comes_before_folding() -> None:
    findings = run(Always, OnlyBeta).findings
    assert [(finding.code, finding.key_result) for finding in findings] == [("AA001", "KR2"), ("AA002", "KR1")]


class SharedPlace(KeyResultRule):
    """Finds the objective's line once for each key result."""

    meta = meta("AA006")
    messages = {"m": Words("shared", "共用")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(OBJECTIVE.text.span, "m")


def test_one_place_in_the_source_is_reported_once() -> None:
    assert [finding.key_result for finding in run(SharedPlace).findings] == ["KR1"]


def test_configuration_decides_over_the_rule_and_over_its_hits() -> None:
    assert {finding.severity for finding in run(OnlyBeta, severity=Severity.INFO).findings} == {Severity.INFO}


def test_unsure_findings_are_left_out_unless_asked_for() -> None:
    assert run(Unsure).findings == ()
    assert len(run(Unsure, floor="low").findings) == 2


def test_a_crash_is_a_finding_with_the_rule_and_the_place_and_stops_nothing() -> None:
    report = run(Crashes, OnlyBeta)
    crash = next(finding for finding in report.findings if finding.code == "EN006")
    assert crash.fatal
    for part in ("AA004", "test_engine", "RuntimeError: boom", "test_engine.py:"):
        assert part in crash.message
    assert any(finding.code == "AA002" for finding in report.findings)


@pytest.mark.parametrize("rule", [Doubts, Exits])
def test_whatever_a_rule_does_wrong_is_its_crash(rule: type[Rule[Any]]) -> None:
    findings = run(rule, OnlyBeta).findings
    assert sorted(finding.code for finding in findings) == ["AA002", "EN006"]


def test_a_place_outside_of_the_document_is_drawn_into_it() -> None:
    finding = run(Misplaces).findings[0]
    assert (finding.start, finding.end) == ((1, 1), (5, 1))


def test_folding_leaves_alone_what_is_said_of_the_objective_itself() -> None:
    assert sorted(finding.message for finding in run(Both).findings) == ["all 2", "bad"]


def test_what_the_engine_says_can_be_muted_unless_it_is_fatal() -> None:
    problems = tuple(Problem(code=code, message=Words("p", "问"), span=Span(0, 1)) for code in ("EN003", "EN005"))
    document = DOCUMENT.model_copy(update={"problems": problems})
    report = lint_document(document, SOURCE, Run([], {}, muted=frozenset({"EN003", "EN005"})))
    assert [finding.code for finding in report.findings] == ["EN005"]


def test_a_message_that_does_not_exist_is_a_crash_of_its_rule_said_once() -> None:
    crashes = [finding for finding in run(Mumbles, OnlyBeta).findings if finding.code == "EN006"]
    assert len(crashes) == 1
    assert "AA005" in crashes[0].message


def test_options_read_like_a_frozen_dataclass() -> None:
    class Options(RuleOptions):
        limit: int = 3
        words: tuple[str, ...] = ()

    assert Options() == Options(limit=3)
    assert Options(limit=4).values() == {"limit": 4, "words": ()}
    assert hash(Options()) == hash(Options())
    assert repr(Options(limit=4)).endswith("Options(limit=4, words=())")
    with pytest.raises(AttributeError, match="limit"):
        Options().limit = 5  # type: ignore[misc]
    with pytest.raises(TypeError, match="limt"):
        Options(limt=4)  # type: ignore[call-arg]


def test_options_can_build_on_others() -> None:
    class Base(RuleOptions):
        limit: int = 3

    class More(Base):
        words: tuple[str, ...] = ()

    class Same(More):
        pass

    assert Same.names() == More.names() == ("limit", "words")
    assert More(limit=4) != More()


def test_a_rule_whose_fields_a_document_lacks_is_not_even_made() -> None:
    def unwanted() -> Always:
        raise AssertionError("made for nothing")

    run = Run([Check(unwanted, needs=("weight",)), Check(Always, needs=("weight", "owner"))], {})
    assert not lint_document(DOCUMENT, SOURCE, run).findings


class Asked(ItemRule):
    """Notes what it is asked about."""

    meta = meta("AA010")
    messages = {"m": Words("asked", "问到")}
    order: list[tuple[str, str]]

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        self.order.append((self.meta.code, item.text.value))
        yield self.hit(item.text.span, "m")


class AskedToo(Asked):
    """Notes the same."""

    meta = meta("AA011")


def test_all_rules_are_asked_of_one_statement_before_the_next_and_answer_in_their_own_order() -> None:
    rules = [AskedToo(), Asked()]
    order: list[tuple[str, str]] = []
    for rule in rules:
        rule.order = order
    report = lint_document(DOCUMENT, SOURCE, Run([Check(rule) for rule in rules], {}))
    assert order == [(code, word) for word in ("alpha", "beta", "gamma") for code in ("AA011", "AA010")]
    assert [finding.code for finding in report.findings] == ["AA011"] * 3 + ["AA010"] * 3
    assert [finding.quote for finding in report.findings] == ["alpha", "beta", "gamma"] * 2


class CrashesAtTheEnd(KeyResultRule):
    """Fails at the last key result."""

    meta = meta("AA012")
    messages = {"m": Words("m", "信")}

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        yield self.hit(item.text.span, "m")
        if item.text.value == "gamma":
            raise RuntimeError("late")


def test_crashes_are_told_in_the_order_of_the_rules_and_not_of_the_items() -> None:
    findings = run(CrashesAtTheEnd, Crashes).findings
    assert [finding.code for finding in findings] == ["AA012", "AA012", "EN006", "EN006"]
    assert ["AA012" in findings[2].message, "AA004" in findings[3].message] == [True, True]
    assert (findings[2].quote, findings[3].quote) == ("gamma", "alpha")
