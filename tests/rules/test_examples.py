"""The built-in rules stand up to all that `okrlint.testing` asks of a rule; their examples are among it."""

import pytest

from okrlint.plugins import RuleRef
from okrlint.testing import RuleCheck, checks_of
from okrlint_rules.manifest import RULES


@pytest.mark.parametrize("check", [check for ref in RULES for check in checks_of(ref)], ids=lambda check: check.name)
def test_rule(check: RuleCheck) -> None:
    check.run()


@pytest.mark.parametrize("ref", RULES, ids=lambda ref: ref.code)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_has_three_examples_of_each_kind(ref: RuleRef, language: str) -> None:
    examples = ref.load().examples
    assert min(len(examples.bad[language]), len(examples.good[language])) >= 3


def test_only_what_hangs_on_layout_is_left_out_of_other_formats() -> None:
    assert {ref.code for ref in RULES if ref.load().examples.layout} == {"AP004", "HY003"}
