"""Each check of the harness fails for a rule that goes wrong in its way, and says so in words."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from rules_at_fault import EXAMPLES, MESSAGES, META, TITLE, Good, OfADay, without_fix, writing

from okrlint.plugins import Context, Edit, Examples, Fix, Hit, KeyResult, Rule, RuleRef, Words
from okrlint.testing import check_rule, checks_of, examples_of, flaws_of


def outcome(rule: type[Rule[Any]] | RuleRef, part: str) -> str:
    """Return what the checks say whose names have a part in them; "" where they pass."""
    said = []
    chosen = [check for check in checks_of(rule) if part in check.name]
    assert chosen
    for check in chosen:
        try:
            check.run()
        except AssertionError as error:
            said.append(str(error))
    return "\n".join(said)


def changed(base: type[Good] = Good, **parts: Any) -> type[Good]:
    return type("Rule", (base,), {"__doc__": base.__doc__, "__module__": __name__, **parts})


@pytest.mark.parametrize("rule", [Good, OfADay, without_fix(), writing("Ergebnis"), writing("")])
def test_a_good_rule_passes(rule: type[Good]) -> None:
    if rule.__name__ == "Rule" and rule.check is not Good.check:
        rule.examples = Examples({"en": ("⟦Launch a scheme⟧",), "zh": ("⟦设计一个 scheme⟧",)}, EXAMPLES.good)
    check_rule(rule)


def test_names_of_checks_are_the_same_each_time_and_no_two_alike() -> None:
    names = [check.name for check in checks_of(OfADay)]
    assert names == [check.name for check in checks_of(OfADay)]
    assert len(set(names)) == len(names)
    assert {"ACME001-ref", "ACME001-fixes", "ACME001-formats-yaml", "ACME001-messages"} < set(names)
    assert any(re.fullmatch(r"ACME001-en-bad-[0-9a-f]{8}", name) for name in names)


def test_an_example_under_two_options_is_two_checks() -> None:
    again = EXAMPLES._replace(also=(EXAMPLES,))
    names = [check.name for check in checks_of(changed(examples=again))]
    assert len(set(names)) == len(names)


# ------------------------------------------------------------------ examples


def test_a_wrong_place_is_shown_below_its_line() -> None:
    rule = changed(examples=EXAMPLES._replace(bad={"en": ("⟦Launch⟧ a scheme",), "zh": ("⟦发布⟧一个 scheme",)}))
    said = outcome(rule, "en-bad")
    assert "1 place is due and not found, 1 found and not due" in said
    assert "5 | - KR1: Launch a scheme\n    |        ~~~~~~ due, and not found\n" in said
    assert "    |                 ^^^^^^ found, and not due: “scheme” is no result" in said


def test_marks_stand_below_wide_characters() -> None:
    rule = changed(examples=EXAMPLES._replace(bad={"zh": ("⟦发布⟧一个 scheme",)}))
    lines = outcome(rule, "zh-bad").splitlines()
    assert lines[-3:-1] == ["  5 | - KR1：发布一个 scheme", "    |        ~~~~ due, and not found"]


@pytest.mark.parametrize("group", ["bad", "good"])
def test_what_is_not_found_or_not_due_fails(group: str) -> None:
    words = {"bad": "Retention ⟦rises⟧ to 75%", "good": "A scheme"}[group]
    rule = changed(examples=EXAMPLES._replace(**{group: {"en": (words,), "zh": ("x",)}}))
    assert "due" in outcome(rule, f"en-{group}")


def test_the_day_and_the_options_of_examples_hold() -> None:
    assert "due, and not found" in outcome(changed(OfADay, examples=OfADay.examples._replace(today=None)), "en-bad")
    assert "due, and not found" in outcome(changed(OfADay, examples=OfADay.examples._replace(options=None)), "en-bad")
    no_day = Examples({"en": ("A ⟦plan⟧ made",)}, {}, None, {"words": ("plan",)})
    assert "due, and not found" in outcome(changed(OfADay, examples=OfADay.examples._replace(also=(no_day,))), "en-bad")


def test_of_a_long_document_only_what_is_near_is_shown() -> None:
    text = "# OKRs\n\n## O1: Make it good\n\n" + "- KR1: Retention rises by 5%\n" * 60 + "- KR2: a scheme\n"
    said = outcome(changed(examples=EXAMPLES._replace(good={"en": (text,), "zh": ("x",)})), "en-good")
    assert "65 | - KR2: a scheme" in said
    assert "  1 | # OKRs" not in said
    assert len(said.splitlines()) < 8


# ------------------------------------------------------------------ reference and completeness


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"code": "ACME002"}, "the reference has the code 'ACME002', the rule's meta 'ACME001'"),
        ({"name": "other"}, "the reference has the name 'other'"),
        ({"on": False}, "the reference has the on False, the rule's meta True"),
        ({"aliases": ("old",)}, "the reference has the aliases ('old',)"),
        ({"needs": ("owner",)}, "the rule needs owner, and this document has none of it: it would not even be run"),
        ({"where": lambda: int("x")}, "cannot be checked: ValueError"),
        ({"where": "no_such_module:Rule"}, "cannot be checked: ModuleNotFoundError"),
    ],
)
def test_a_reference_that_is_not_true_fails(part: dict[str, Any], said: str) -> None:
    ref = RuleRef(META.code, META.name, lambda: Good)
    assert outcome(ref, "-ref") == ""
    assert said in outcome(ref._replace(**part), "-ref")


def test_a_rule_that_speaks_without_what_it_needs_fails() -> None:
    text = "# OKRs\n\n## O1: Make it good\n\n- KR1: A ⟦scheme⟧ is there\n  - Owner: Ana\n"
    rule = changed(examples=EXAMPLES._replace(bad={"en": (text,)}))
    said = outcome(RuleRef(META.code, META.name, lambda: rule, needs=("owner",)), "-ref")
    assert "the rule needs owner, but has something to say where all of it is taken away: “scheme”" in said


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"examples": EXAMPLES._replace(bad={"en": EXAMPLES.bad["en"]})}, "ACME001 has no bad example in zh"),
        ({"examples": EXAMPLES._replace(good={})}, "ACME001 has no good example in en"),
        ({"manual_zh": " "}, "ACME001 lacks its manual in a language"),
        ({"messages": MESSAGES | {"dead": Words("never", "从不")}}, "message dead is told by no bad example"),
        ({"messages": {"scheme": Words("“{word}”", "没有")}}, "says different things in its languages"),
        ({"messages": {"scheme": Words("no {word}", "no {word}")}}, "message scheme has no Chinese words"),
        ({"meta": META._replace(summary=Words("x", ""))}, "has no summary in zh"),
    ],
)
def test_what_a_rule_lacks_is_said(parts: dict[str, Any], said: str) -> None:
    rule = changed(**parts)
    assert said in "\n".join(flaws_of(rule))
    assert said in outcome(rule, "-complete")


# ------------------------------------------------------------------ messages


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({}, "message 'scheme' has a blank that the hit does not fill"),
        ({"word": None}, "message scheme has None for {word}"),
        (
            {"word": "another thing"},
            "message scheme has English words for {word} in zh that do not stand in the docume",
        ),
        ({"word": "别的"}, "message scheme has Chinese words for {word} in en that do not stand in the document"),
        ({"word": "{word}"}, "has {word} in it"),
        ({"word": Words("another", "别的")}, ""),
        ({"word": 75}, ""),
    ],
)
def test_messages_are_filled_in_the_language_that_is_asked_for(params: dict[str, Any], said: str) -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        if "scheme" in item.text.value:
            yield self.hit(item.text.span, "scheme", **params)

    found = outcome(changed(check=check), "-messages")
    assert said in found if said else not found


# ------------------------------------------------------------------ fixes


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("scheme", "the fix 'say result' changes nothing"),
        ("scheme scheme", "the fixes come to no end: after 10 rounds"),
        ("result 42", "the fix invents a number: 42"),
        ("result\n- KR2: another rises by some", "the fixed document has other key results"),
        ("result (owner: Bob)", "the fix invents somebody: Bob"),
        ("sch", ""),
    ],
)
def test_a_fix_that_harms_fails(words: str, said: str) -> None:
    found = outcome(writing(words), "-fixes")
    assert said in found if said else not found


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (lambda span: (Edit(span._replace(end=span.end + 999), "x"),), "and the document has"),
        (
            lambda span: (Edit(span, "x"), Edit(span._replace(start=span.start + 1), "y")),
            "two edits of one fix overlap",
        ),
        (lambda span: (Edit(span._replace(end=span.start), "a "),), "the fixes come to no end"),
        (lambda span: (Edit(span, "x"),), ""),
    ],
)
def test_edits_that_cannot_be_made_fail(edits: Any, said: str) -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        at = item.text.value.find("scheme")
        if at >= 0:
            span = item.text.locate(at, at + len("scheme"))
            yield self.hit(span, "scheme", fix=Fix(False, TITLE, edits(span)), word="scheme")

    found = outcome(changed(check=check), "-fixes")
    assert said in found if said else not found


def test_a_fix_that_leaves_the_finding_fails() -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        at = item.text.value.find("a ")
        if "scheme" in item.text.value:
            span = item.text.locate(at, at + 2)
            fix = Fix(True, TITLE, (Edit(span, ""),)) if at >= 0 else None
            yield self.hit(item.text.span, "scheme", fix=fix, word="scheme")

    assert "the fixes leave as many findings as there were: 1" in outcome(changed(check=check), "-fixes")


def test_a_rating_may_be_written_in_another_scale() -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        if item.confidence and item.confidence.raw == "5/10":
            span = item.confidence.span
            yield self.hit(span, "scheme", fix=Fix(True, TITLE, (Edit(span, self.instead),)), word="5/10")

    bad = {"en": ("Retention rises to 75% (confidence: ⟦5/10⟧)",), "zh": ("留存率提升到 75%（信心：⟦5/10⟧）",)}
    examples = EXAMPLES._replace(bad=bad)
    assert outcome(changed(check=check, examples=examples, instead="50%"), "-fixes") == ""
    assert "invents a number: 60" in outcome(changed(check=check, examples=examples, instead="60%"), "-fixes")


# ------------------------------------------------------------------ formats


def test_a_rule_that_knows_markdown_alone_fails() -> None:
    rule = without_fix()
    inner = rule.check

    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        if context.document.format == "markdown":
            yield from inner(self, item, context)

    said = outcome(changed(rule, check=check), "-formats-yaml")
    assert "not the same is found when it is written as yaml" in said
    assert "due, and not found: [O1 KR1] 'Launch a scheme for all'" in said
    assert outcome(changed(rule, check=check), "-formats-markdown") == ""
    loose = changed(rule, check=check, examples=EXAMPLES._replace(layout=True))
    assert not [check for check in checks_of(loose) if "-formats-" in check.name]


def test_a_place_that_is_counted_and_not_located_fails() -> None:
    def counted(item: KeyResult, context: Context) -> Any:
        at = item.text.span.start + item.text.value.find("scheme")
        return item.text.span._replace(start=at, end=at + len("scheme"))

    rule = without_fix(counted)
    rule.examples = EXAMPLES._replace(bad={"en": ('Launch a "big" ⟦scheme⟧ for all',), "zh": EXAMPLES.bad["zh"]})
    assert outcome(rule, "en-bad") == ""
    assert outcome(rule, "-formats-markdown") == ""
    assert "'scheme'" in outcome(rule, "-formats-json")


# ------------------------------------------------------------------ robustness


def test_a_rule_that_keeps_what_it_saw_fails() -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        seen.append(item)
        if "scheme" in item.text.value and len(seen) % 2:
            yield self.hit(item.text.span, "scheme", word="scheme")

    seen: list[KeyResult] = []
    assert "a rule keeps nothing of what it looked at" in outcome(changed(check=check), "-repeats")


@pytest.mark.parametrize(
    ("condition", "what"),
    [
        (lambda text, document: not text, "document with no statements"),
        (lambda text, document: len(text) > 5_000, "document with a statement of 10 kB"),
        (lambda text, document: "🚀" in text, "document with emoji"),
        (lambda text, document: "{0}" in text, "document with marks"),
        (lambda text, document: len(document.objectives) > 9, "document with many items"),
    ],
)
def test_a_rule_that_crashes_fails(condition: Any, what: str) -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        if condition(item.text.value, context.document):
            raise LookupError("no such thing")
        yield from Good.check(self, item, context)

    said = outcome(changed(check=check), "-hostile")
    assert what in said
    assert "no such thing" in said


def test_a_crash_on_an_example_is_shown() -> None:
    def check(self: Good, item: KeyResult, context: Context) -> Iterator[Hit]:
        raise LookupError("no such thing")

    said = outcome(changed(check=check), "en-good")
    assert "crashed: LookupError: no such thing (" in said
    assert f"{__file__}:{check.__code__.co_firstlineno + 1})" in said


def test_a_check_that_returns_nothing_is_said_in_words() -> None:
    assert "check returned None" in outcome(changed(check=lambda self, item, context: None), "en-good")


def test_an_example_that_holds_no_okrs_is_said_in_words() -> None:
    rule = changed(examples=EXAMPLES._replace(bad={"en": ("Some words\n\nabout a ⟦scheme⟧\n",)}))
    assert "no objective is recognised in this example" in outcome(rule, "en-bad")


def test_a_rule_that_takes_very_long_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 10_000, 2))
    monkeypatch.setattr("okrlint.testing.robustness.perf_counter", lambda: next(clock))
    assert "took 2.0 s" in outcome(Good, "-hostile")


def test_what_cannot_be_suppressed_at_its_place_fails() -> None:
    def elsewhere(item: KeyResult, context: Context) -> Any:
        return context.document.objectives[1].key_results[0].text.span

    text = "# OKRs\n\n## O1: Make it good\n\n- KR1: A scheme\n\n## O2: Make it last\n\n- KR1: ⟦Retention at 75%⟧\n"
    rule = without_fix(elsewhere)
    rule.examples = EXAMPLES._replace(bad={"en": (text,)})
    assert outcome(rule, "en-bad") == ""
    assert "the comment does not suppress this finding" in outcome(rule, "-suppression")


def test_all_that_is_wrong_is_told_at_once() -> None:
    rule = changed(manual_zh="", messages=MESSAGES | {"dead": Words("never", "从不")}, instead="scheme scheme")
    with pytest.raises(AssertionError) as raised:
        check_rule(rule)
    said = str(raised.value)
    assert "lacks its manual" in said
    assert "message dead" in said
    assert "come to no end" in said


def test_examples_tell_whose_they_are() -> None:
    examples = examples_of(OfADay)
    assert [example.given.today.day for example in examples if example.given.today] == [1, 1, 1, 1, 2]
