"""The pages under `docs/rules` are what the rules say of themselves today."""

from pathlib import Path

from okrlint.cli.stances import stances
from okrlint.registry import installed
from okrlint.reporting.rule_book import rule_book

PAGES = Path(__file__).parents[1] / "docs" / "rules"


def test_no_page_is_stale() -> None:
    registry = installed()
    due = rule_book([ref.load() for ref in registry.rules], stances(registry))
    found = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    stale = sorted(name for name in due.keys() | found.keys() if due.get(name) != found.get(name))
    assert not stale, "run `okrlint rules --write-pages docs/rules`, and remove pages of rules that are gone"
