"""Rules over several documents: what stands in two of them (ST005), and what pulls two ways (AL009)."""

from typing import Any

import pytest

from okrlint.plugins import Finding, Rule
from okrlint.testing import findings_of
from okrlint_rules.alignment.targets_oppose import TargetsOppose
from okrlint_rules.structure.duplicate_item import DuplicateItem

OBJECTIVES = (
    "Let bread be warm at noon",
    "Make bakers proud of their hands",
    "Give flour a home",
    "Bake for strangers",
)


def document(title: str, *results: str, cycle: str = "2026-Q2", objective: str = "") -> str:
    """A document of one objective."""
    lines = [f"# {title} OKRs {cycle}", "", f"## O1: {objective or f'Let {title} be a joy to all of us'}", ""]
    return "\n".join([*lines, *(f"- KR{number}: {text}" for number, text in enumerate(results, 1))]) + "\n"


def found(rule: type[Rule[Any]], files: dict[str, str], **options: Any) -> list[Finding]:
    text = "".join(f"==> {name}\n{content}\n" for name, content in files.items())
    return [each for each in findings_of(rule, text, **options) if each.code == rule.meta.code]


NPS = "NPS rises from 20 to 40"
SHARED = f"""cycle: 2026-Q2
objectives:
  - objective: Let beer be a joy to all of us
    key_results:
      - text: {NPS}
        shared: true
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NPS, NPS),
        (NPS, "Raise NPS from 20 to 40"),
        ("NPS由20升至40", "NPS从20提升到40"),
        ("流失率由4%降至2%", "流失率從4%降低到2%"),
        ("1,200 dishes are sold a day", "1200 dishes are sold a day"),
    ],
)
def test_the_same_key_result_of_two_teams(one: str, other: str) -> None:
    (finding,) = found(DuplicateItem, {"a.md": document("Bakery", one), "b.md": document("Brewery", other)})
    assert "a.md O1 KR1" in finding.message
    assert finding.certainty in ("high", "medium")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Berlin NPS from 20 to 40", "Madrid NPS from 20 to 40"),
        (NPS, "NPS rises from 20 to 45"),
        ("NPS of new guests rises from 20 to 40", "NPS rises from 20 to 40"),
        ("3 feasts by 30 April", "3 feasts by 31 May"),
        ("Raise [metric] from [baseline] to [target]", "Raise [metric] from [baseline] to [target]"),
        ("100%", "100%"),
    ],
)
def test_different_key_results_of_two_teams(one: str, other: str) -> None:
    assert not found(DuplicateItem, {"a.md": document("Bakery", one), "b.md": document("Brewery", other)})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("archive/b.md", document("Brewery", NPS)),
        ("old/2025/b.md", document("Brewery", NPS)),
        ("归档/b.md", document("Brewery", NPS)),
        ("templates/b.md", document("Brewery", NPS)),
        ("README.md", document("Brewery", NPS)),
        ("汇总.md", document("Brewery", NPS)),
        ("bakery.en.md", document("Brewery", NPS)),
        ("en/bakery.md", document("Brewery", NPS)),
        ("bakery.csv", "Objective,Key result\nLet bread be warm,NPS rises from 20 to 40\n"),
        ("bakery-2026.md", document("Bakery", NPS, cycle="2026")),
        ("2026/bakery.md", document("Bakery", NPS, cycle="2026")),
        ("bakery-review.md", document("Bakery", NPS)),
        ("b.md", document("Bakery", NPS)),
        ("b.md", document("Brewery", NPS, cycle="2026-Q3")),
        ("b.md", document("Brewery", f"{NPS} (supports: bakery O1-KR1)")),
        ("b.md", document("Brewery", f"{NPS} (shared KR)")),
        ("b.yaml", SHARED),
        ("b.md", document("Brewery", f"{NPS}\n  - Shared: true")),
        ("b.md", document("Brewery", f"{NPS}\n  - 共享：是")),
        ("b.md", document("Brewery", f"{NPS}\n  - Status: dropped")),
        ("b.md", document("Brewery", NPS).replace("## O1", "Supports: bakery.md\n\n## O1")),
    ],
)
def test_what_may_stand_there_twice(name: str, content: str) -> None:
    assert not found(DuplicateItem, {"bakery.md": document("Bakery", NPS), name: content})


@pytest.mark.parametrize("field", ["Shared: false", "共享：否"])
def test_what_is_marked_as_not_shared_stands_there_twice(field: str) -> None:
    other = document("Brewery", f"{NPS}\n  - {field}")
    assert len(found(DuplicateItem, {"bakery.md": document("Bakery", NPS), "b.md": other})) == 1


def test_links_excuse_nothing_where_they_may_not_pass_through() -> None:
    files = {"a.md": document("Bakery", NPS), "b.md": document("Brewery", f"{NPS} (supports: a O1-KR1)")}
    assert len(found(DuplicateItem, files, allow_pass_through=False)) == 1


def test_what_two_teams_take_over_from_one_plan_is_shared() -> None:
    plan = document("Company", NPS, cycle="2026")
    teams = {f"{name}.md": document(name, f"{NPS} (supports: company O1-KR1)") for name in ("bakery", "brewery")}
    assert not found(DuplicateItem, {"company.md": plan, **teams})


def whole(title: str, count: int = 4, start: int = 0) -> str:
    sections = [
        f"## O{at - start + 1}: {OBJECTIVES[at]}\n\n- KR1: Loaves of kind {at} rise from {at} to {at + 50}\n"
        for at in range(start, start + count)
    ]
    return "\n".join([f"# {title} OKRs 2026-Q2\n", *sections])


def test_a_document_that_is_there_twice_is_told_once() -> None:
    (finding,) = found(DuplicateItem, {"a.md": whole("Bakery"), "b.md": whole("Brewery")})
    assert "8 items of this document" in finding.message
    assert len(found(DuplicateItem, {"a.md": whole("A"), "b.md": whole("B"), "c.md": whole("C")})) == 2


def test_a_document_that_gathers_others_is_no_copy() -> None:
    files = {"a.md": whole("Bakery", 2), "b.md": whole("Brewery", 2, 2), "z.md": whole("Everything")}
    assert not found(DuplicateItem, files)


def test_an_objective_with_its_key_results_is_told_once() -> None:
    files = {
        "a.md": document("Bakery", NPS, "Stains fall from 9 to 3", objective=OBJECTIVES[0]),
        "b.md": document("Brewery", NPS, *(f"Pints of sort {at} rise from 1 to {at}" for at in range(2, 9)))
        .replace("Let Brewery be a joy to all of us", OBJECTIVES[0]),
    }  # fmt: skip
    (finding,) = found(DuplicateItem, files)
    assert OBJECTIVES[0] in finding.message


@pytest.mark.parametrize(
    ("one", "other", "certainty"),
    [
        ("Raise orders per courier from 10 to 14", "Orders per courier fall from 10 to 8", "high"),
        ("Raise orders per courier to 14", "Lower orders per courier to 8", "medium"),
        ("提高库存", "降低库存", "medium"),
        ("增加門店庫存", "门店库存减少20%", "medium"),
        ("Increase stock by 20%", "Reduce stock by 10%", "medium"),
        ("Keep stock below 30 days", "Increase stock to 45 days", "medium"),
        ("库存周转天数控制在30天以内", "库存周转天数由20天提升到45天", "medium"),
        ("Keep stock above 30 days", "Reduce stock to 20 days", "medium"),
        ("Keep stock above 30 days", "Keep stock below 20 days", "medium"),
        ("Stock rises from 2 to 6 weeks", "Stock falls from 14 to 7 days so that the cellar is free", "high"),
    ],
)
def test_targets_that_oppose(one: str, other: str, certainty: str) -> None:
    (finding,) = found(TargetsOppose, {"a.md": document("Bakery", one), "b.md": document("Brewery", other)})
    assert finding.certainty == certainty
    assert "a.md O1 KR1" in finding.message
    (finding,) = found(TargetsOppose, {"a.md": document("Bakery", other, one)})
    assert "O1 KR1)" in finding.message.replace("）", ")")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Churn of new guests falls from 9% to 4%", "Churn of old guests rises from 1% to 2%"),
        ("Raise orders per courier from 10 to 14", "Orders per courier fall from 20 to 16"),
        ("Raise stock to 20 days", "Reduce stock to 30 days"),
        ("Keep stock below 30 days", "Increase stock to 25 days"),
        ("Keep stock above 30 days", "Keep stock below 60 days"),
        ("Raise wages", "Do not raise wages"),
        ("Raise wages", "Sell more without lowering wages"),
        ("Raise wages", "Raise wages by 5%"),
        ("提高库存周转率", "降低库存"),
        ("Improve response time to 4 hours", "Reduce response time to 2 hours"),
        ("Spend rises from 20 to 30 euros", "Spend falls from 20 to 10 dollars"),
        ("Stock falls from 9 to 3, fish alone", "Stock rises from 9 to 12"),
    ],
)
def test_targets_that_do_not_oppose(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert not found(TargetsOppose, {"a.md": document("Bakery", first), "b.md": document("Brewery", second)})


def test_only_what_is_pursued_at_one_time_opposes() -> None:
    up, down = "Raise stock from 10 to 14 days", "Stock falls from 10 to 8 days"
    other = document("Brewery", down)
    assert found(TargetsOppose, {"a.md": document("Bakery", up, cycle="2026"), "b.md": other})
    for one in (
        document("Bakery", up, cycle="2026-Q1"),
        document("Bakery", up, cycle=""),
        document("Bakery", f"{up}\n  - Status: dropped"),
        document("Bakery", f"{up}\n  - Status: done"),
    ):
        assert not found(TargetsOppose, {"a.md": one, "b.md": other})
    assert not found(TargetsOppose, {"archive/a.md": document("Bakery", up), "b.md": other})


def test_numbers_beside_the_statement_count() -> None:
    up = document("Bakery", "Stock of flour\n  - Baseline: 10 days\n  - Target: 14 days")
    down = document("Brewery", "Stock of flour\n  - Baseline: 10 days\n  - Target: 6 days")
    assert len(found(TargetsOppose, {"a.md": up, "b.md": down})) == 1


def test_each_item_is_told_once() -> None:
    files = {f"{at}.md": document(f"Team {at}", "Raise stock from 10 to 14 days") for at in range(30)}
    files["z.md"] = document("Brewery", "Stock falls from 10 to 8 days")
    assert len(found(TargetsOppose, files)) == 1
