"""The examples on the built-in rules are their tests."""

import pytest

from okrlint.plugins import RuleRef
from okrlint.testing import examples_of, flaws_of
from okrlint_rules.manifest import RULES

each_rule = pytest.mark.parametrize("ref", RULES, ids=lambda ref: ref.code)


@each_rule
def test_finds_what_its_examples_mark_and_nothing_else(ref: RuleRef) -> None:
    for example in examples_of(ref.load()):
        example.check()


@each_rule
def test_is_complete_in_both_languages(ref: RuleRef) -> None:
    assert list(flaws_of(ref.load())) == []


@each_rule
@pytest.mark.parametrize("language", ["en", "zh"])
def test_has_three_examples_of_each_kind(ref: RuleRef, language: str) -> None:
    examples = ref.load().examples
    assert min(len(examples.bad[language]), len(examples.good[language])) >= 3


@each_rule
def test_has_the_code_and_name_that_the_manifest_gives_it(ref: RuleRef) -> None:
    meta = ref.load().meta
    assert (meta.code, meta.name, meta.on, meta.aliases) == (ref.code, ref.name, ref.on, ref.aliases)
