"""Every authority that a rule names is told of, in both languages."""

import re
from pathlib import Path

import pytest

from okrlint.registry import installed

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["sources.md", "sources.zh.md"])
def test_every_source_of_a_rule_is_explained(name: str) -> None:
    explained = set(re.findall(r"^\| ([A-Z-]+) \|", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.MULTILINE))
    named = {source for ref in installed().rules for source in ref.load().meta.sources}
    assert named <= explained


def test_the_manifest_says_what_the_rules_say() -> None:
    for ref in installed().rules:
        meta = ref.load().meta
        assert (ref.code, ref.name, ref.aliases) == (meta.code, meta.name, meta.aliases)
        assert ref.on == meta.on
