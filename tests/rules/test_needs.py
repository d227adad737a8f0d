"""A rule that is left out where a document lacks its fields would have had nothing to say there."""

import pytest

from okrlint.linting.examples import files_of
from okrlint.linting.fields import fields_of
from okrlint.plugins import RuleRef
from okrlint.testing import examples_of, read
from okrlint_rules.manifest import RULES


@pytest.mark.parametrize("ref", [ref for ref in RULES if ref.needs], ids=lambda ref: ref.code)
def test_whatever_it_finds_has_a_field_that_it_needs(ref: RuleRef) -> None:
    for example in examples_of(ref.load()):
        if example.places and len(files_of(example.text)) == 1:  # of several files, and of commits, `across` tells
            assert not fields_of(read(example.text)).isdisjoint(ref.needs)
