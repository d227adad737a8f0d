"""What statements of a project have in common at a glance, and how often its documents are asked for."""

from collections.abc import Iterator, Sequence
from typing import overload

from projects import name_of, project_of, summary

from okrlint.linting.interface import ProjectContext
from okrlint.plugins import DocumentSummary, Lexicon, Project
from okrlint_rules.ownership.owner_overloaded import OwnerOverloaded
from okrlint_rules.structure.duplicate_across import copies_across
from okrlint_rules.structure.glances import alike, glances_of

NORTH = """# North OKRs 2026-Q2

## O1: Bake for strangers
- KR1: Raise loaves sold from 20 to 40
- KR2: Open a shop
"""
SOUTH = """# South OKRs 2026-Q2

## O1: Bring bread home
- KR1: Loaves sold fall from 40 to 20
- KR2: Loaves sold: 9
"""


def _by_signs(document: DocumentSummary, signs: Sequence[int]) -> Iterator[int | None]:
    for item, each in zip(document.items, signs, strict=True):
        yield each if item.kind == "key_result" else None


def groups(project: Project, *, in_one_document: bool) -> list[list[str]]:
    """Return what is alike by its signs, by name."""
    found = alike(project, lambda _: True, _by_signs, in_one_document=in_one_document)
    return [[name_of(place, project) for place, _ in group] for group in found]


def test_statements_of_one_measure_are_alike_whatever_its_numbers_and_verbs() -> None:
    project = project_of({"north.md": NORTH, "south.md": SOUTH})
    of_both = [["north.md O1 KR1", "south.md O1 KR1", "south.md O1 KR2"]]
    assert groups(project, in_one_document=True) == of_both
    assert groups(project, in_one_document=False) == of_both


def test_one_document_may_be_enough() -> None:
    project = project_of({"south.md": SOUTH})
    assert groups(project, in_one_document=True) == [["south.md O1 KR1", "south.md O1 KR2"]]
    assert groups(project, in_one_document=False) == []


def test_what_does_not_count_is_left_out() -> None:
    project = project_of({"north.md": NORTH, "south.md": SOUTH})
    assert list(alike(project, lambda number: number == 0, _by_signs, in_one_document=True)) == []


def test_all_rules_share_the_glances_at_a_project() -> None:
    one, other = project_of({"north.md": NORTH}), project_of({"north.md": NORTH})
    assert glances_of(one) is glances_of(one)
    assert glances_of(one) is not glances_of(other)


class _Counting(Sequence[DocumentSummary]):
    """Documents that count how often one of them is asked for, as those of a large project are made anew each time."""

    def __init__(self, documents: Sequence[DocumentSummary]) -> None:
        self._documents = documents
        self.asked = 0

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, at: int) -> DocumentSummary: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[DocumentSummary]: ...
    def __getitem__(self, at: int | slice) -> DocumentSummary | Sequence[DocumentSummary]:
        self.asked += 1
        return self._documents[at]


def _many(count: int, result: str) -> _Counting:
    """Return documents with one key result each; its words have a blank for their number."""
    text = "# {0} OKRs 2026-Q2\n\n## O1: Bake for {0}\n- KR1: {1}\n"
    towns = ["x" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}") for number in range(count)]
    return _Counting(
        [summary(f"{town}.md", text.format(town, result.format(number))) for number, town in enumerate(towns)]
    )


def test_copies_are_found_in_a_few_looks_at_each_document() -> None:
    documents = _many(60, "Loaves sold rise from 20 to 40")
    assert len(copies_across(Project(documents), may_pass_through=True)) == 59
    assert documents.asked < 8 * len(documents)


def test_owners_are_counted_in_a_few_looks_at_each_document() -> None:
    documents = _many(60, "Loaves sold in shop {0} rise from 20 to 40 (owner: Ana Ruiz)")
    lists = {name: Lexicon(name, ()) for name in ("placeholder_owners", "collective_owners")}
    (hit,) = OwnerOverloaded().check_across(Project(documents), ProjectContext(None, lists, ()))
    assert (hit.params["name"], hit.params["count"]) == ("Ana Ruiz", 60)
    assert documents.asked < 5 * len(documents)
