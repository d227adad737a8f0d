"""The engine: messages, replacing, folding, crashes."""

from collections.abc import Iterator
from typing import Any

from okrlint.linting.engine import Check, Run, lint_document
from okrlint.linting.findings import FileReport
from okrlint.linting.interface import Context, Hit, ItemRule, KeyResultRule, Meta, Rule, RuleOptions, Severity
from okrlint.model import Document, Item, KeyResult, Objective, Span, Text, Words
from okrlint.reading.source import Source

SOURCE = Source("# t\nalpha\nbeta\ngamma\n", "t.md")


def text(word: str) -> Text:
    at = SOURCE.text.index(word)
    return Text(value=word, raw=word, span=Span(at, at + len(word)))


def key_result(number: int, word: str) -> KeyResult:
    return KeyResult(id=f"KR{number}", text=text(word), span=text(word).span)


OBJECTIVE = Objective(
    id="O1", text=text("alpha"), span=text("alpha").span, key_results=(key_result(1, "beta"), key_result(2, "gamma"))
)
DOCUMENT = Document(path="t.md", format="markdown", objectives=(OBJECTIVE,))


def meta(code: str, **values: Any) -> Meta:
    return Meta(code, code.lower(), Words("s", "摘"), Severity.WARNING, **values)


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


def run(*rules: type[Rule[Any]], severity: Severity | None = None, **values: Any) -> FileReport:
    return lint_document(DOCUMENT, SOURCE, Run([Check(rule(), severity) for rule in rules], {}, **values))


def test_a_finding_says_what_where_and_in_the_language_asked_for() -> None:
    (beta, gamma) = run(OnlyBeta, Always, language="zh").findings
    assert (beta.code, beta.message, beta.severity, beta.key_result) == ("AA002", "乙", Severity.ERROR, "KR1")
    assert (gamma.message, gamma.start, gamma.end, gamma.excerpt) == ("坏词gamma", (4, 1), (4, 6), "gamma")


def test_what_all_key_results_lack_is_said_once_of_the_objective() -> None:
    (finding,) = run(Always).findings
    assert (finding.message, finding.key_result, finding.objective) == ("all 2", None, "O1")
    assert finding.start == (2, 1)


def test_replacing_comes_before_folding() -> None:
    findings = run(Always, OnlyBeta).findings
    assert [(finding.code, finding.key_result) for finding in findings] == [("AA001", "KR2"), ("AA002", "KR1")]


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
    try:
        Options().limit = 5  # type: ignore[misc]
    except AttributeError as error:
        assert "limit" in str(error)
    else:
        raise AssertionError("options can be changed")
