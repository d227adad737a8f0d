"""OW005: how much one person owns over all documents."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from okrlint.plugins import Finding
from okrlint.testing import findings_of
from okrlint_rules.ownership.owner_overloaded import OwnerOverloaded


def project(*files: tuple[str, str]) -> str:
    return "".join(f"==> {name}\n{text}\n" for name, text in files)


def document(
    title: str, owners: Iterable[str], field: str = "owner", *, status: str = "", cycle: str = "2026-Q2"
) -> str:
    """A document in which each owner has a key result."""
    lines = [f"# {title} OKRs {cycle}", "", f"## O1: Let {title} be a joy", ""]
    for number, owner in enumerate(owners, 1):
        lines += [f"- KR{number}: {title} measure {'abcdefghijklmnop'[number]} rises from {number} to {number + 9}"]
        lines += [f"  - {field.title()}: {owner}"] + ([f"  - Status: {status}"] if status else [])
    return "\n".join(lines) + "\n"


def found(*files: tuple[str, str], today: date | None = None, **options: Any) -> list[Finding]:
    return findings_of(OwnerOverloaded, project(*files), today=today, **options)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li Chen", "Li Chen"),
        ("Li Chen", "li chen"),
        ("Li Chen", "@lichen"),
        ("Li Chen", "Li-Chen"),
        ("L Chen", "@lchen"),
        ("L. Chen", "lchen"),
        ("Li Chen", "@lchen"),
        ("Li Chen", "Li"),
        ("陈力", "陳力"),
        ("陈力", "@陈力"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    (finding,) = found(("a.md", document("Rowing", [one] * 3)), ("b.md", document("Sailing", [other] * 3)))
    assert "6 key results" in finding.message
    assert "a.md O1 KR1, O1 KR2, O1 KR3; b.md O1 KR1, O1 KR2, O1 KR3" in finding.message


@pytest.mark.parametrize(
    ("one", "other"), [("Li Chen", "Lu Chen"), ("Li Chen", "Chen Wu"), ("陈力", "陈立"), ("Anna Ruiz", "Ana Ruiz")]
)
def test_different_people(one: str, other: str) -> None:
    assert not found(("a.md", document("Rowing", [one] * 3)), ("b.md", document("Sailing", [other] * 3)))


def test_a_part_of_a_name_that_fits_two_people_is_neither_of_them() -> None:
    files = (("a.md", document("Rowing", ["Ana Ruiz"] * 3)), ("b.md", document("Sailing", ["Ana Diaz", *["Ana"] * 3])))
    assert not found(*files)


def test_aliases_join_what_is_spelt_otherwise() -> None:
    files = (("a.md", document("Rowing", ["陈力"] * 3)), ("b.md", document("Sailing", ["@lchen"] * 3)))
    assert not found(*files)
    (finding,) = found(*files, aliases={"Chen Li": ("@lchen", "陈力")})
    assert finding.message.startswith("Chen Li owns 6")
    assert finding.certainty == "high"


def test_members_of_the_configuration_tell_who_is_meant() -> None:
    configuration = (".okrlint.yaml", "members: [Ana Ruiz, Bo Lind, 王芳]\n")
    files = (("a.md", document("Rowing", ["Ana"] * 3)), ("b.md", document("Sailing", ["Ruiz"] * 3)))
    (finding,) = found(configuration, *files)
    assert finding.message.startswith("Ana Ruiz owns 6")
    assert finding.certainty == "high"
    files = (("a.md", document("Rowing", ["王芳"] * 3)), ("b.md", document("Sailing", ["产品部王芳"] * 3)))
    assert found(configuration, *files)


@pytest.mark.parametrize(
    "owner",
    ["TBD", "Growth team", "everyone", "CTO", "Head of Sales", "市场部", "全员", "店长", "待定", "???", "Rowing"],
)
def test_who_is_no_person_owns_nothing(owner: str) -> None:
    text = document("Rowing", [owner] * 8).replace("\n\n", "\n\nTeam: Rowing\n\n", 1)
    assert not found(("a.md", text))


def test_of_several_owners_the_first_one_answers() -> None:
    assert not found(("a.md", document("Rowing", [f"{name} Lind, Ana Ruiz" for name in ("Al", "Bo", "Cy")] * 2)))
    (finding,) = found(("a.md", document("Rowing", ["Growth team, Ana Ruiz"] * 6)))
    assert "Ana Ruiz" in finding.message


@pytest.mark.parametrize("status", ["dropped", "done", "已取消", "已完成"])
def test_what_nobody_pursues_any_more_does_not_count(status: str) -> None:
    files = (("a.md", document("Rowing", ["Ana Ruiz"] * 3)), ("b.md", document("Sailing", ["Ana Ruiz"] * 3)))
    assert found(*files)
    ended = ("b.md", document("Sailing", ["Ana Ruiz"] * 3, status=status))
    assert not found(files[0], ended)


@pytest.mark.parametrize(
    ("cycles", "count"),
    [
        (("2026-Q1", "2026-Q2"), 0),
        (("2026", "2026-Q2"), 6),
        (("2026-H1", "2026-Q2"), 6),
        (("2026", "2025-Q4"), 0),
        (("Q2", "2026-Q2"), 0),
        (("Q2", "Q2"), 6),
        (("", ""), 0),
    ],
)
def test_only_cycles_with_days_in_common_count_together(cycles: tuple[str, str], count: int) -> None:
    files = [
        (f"{title}.md", document(title, ["Ana Ruiz"] * 3, cycle=cycle))
        for title, cycle in zip(("rowing", "sailing"), cycles, strict=True)
    ]
    assert [f"{count} key results" in each.message for each in found(*files)] == [True] * bool(count)


def test_the_busiest_time_counts() -> None:
    files = [(f"{cycle}.md", document(cycle, ["Ana Ruiz"] * 3, cycle=cycle)) for cycle in ("2026-Q1", "2026-Q2")]
    files.append(("year.md", document("year", ["Ana Ruiz"] * 4, cycle="2026")))
    (finding,) = found(*files)
    assert "7 key results" in finding.message


def test_a_cycle_that_is_over_is_past_mending() -> None:
    file = ("a.md", document("Rowing", ["Ana Ruiz"] * 6))
    assert found(file, today=date(2026, 6, 30))
    assert not found(file, today=date(2026, 7, 1))


def test_a_copy_and_what_supports_another_item_count_once() -> None:
    text = document("Rowing", ["Ana Ruiz"] * 4)
    assert not found(("a.md", text), ("archive/a.md", text), ("year.md", text.replace("2026-Q2", "2026")))
    lines = document("Sailing", ["Ana Ruiz"] * 2).replace("Owner: Ana Ruiz", "Owner: Ana Ruiz\n  - Supports: a.md KR1")
    assert found(("a.md", text), ("b.md", document("Sailing", ["Ana Ruiz"] * 2)))
    assert not found(("a.md", text), ("b.md", lines))


def test_inherited_owners_count_where_asked_for() -> None:
    text = document("Rowing", [""] * 7).replace("  - Owner: \n", "").replace("## O1", "Owner: Ana Ruiz\n\n## O1")
    assert not found(("a.md", text))
    (finding,) = found(("a.md", text), inherited=True)
    assert "7 key results" in finding.message


def weighted(owner: str, weights: Iterable[int], *, others: str = "", results: str = "") -> str:
    lines = ["# OKRs 2026-Q2", ""] + ([f"Owner: {owner}", ""] if not others else [])
    for number, weight in enumerate(weights, 1):
        lines += [f"## O{number}: Let boat number {'abcdefgh'[number]} fly", f"- Weight: {weight}%"]
        lines += [f"- Owner: {owner if number == 1 else others}"] if others else []
        lines += [results or f"- KR1: Knots rise from {number} to {number + 5}", ""]
    return "\n".join(lines)


def test_personal_documents_whose_weights_add_up_to_more_than_a_person() -> None:
    (finding,) = found(("a.md", weighted("Ana Ruiz", [60, 40])), ("b.md", weighted("Ana Ruiz", [100])))
    assert finding.certainty == "high"
    assert "Ana Ruiz owns weighs 200% in 2026-Q2" in finding.message
    assert not found(("a.md", weighted("Ana Ruiz", [60, 40])), ("b.md", weighted("Bo Lind", [100])))
    assert not found(("a.md", weighted("Ana Ruiz", [60, 60])), ("b.md", weighted("Ana Ruiz", [30])))  # WT002 tells


def test_weights_of_teams() -> None:
    first = ("a.md", weighted("Ana Ruiz", [60, 40], others="Bo Lind"))
    assert not found(first, ("b.md", weighted("Ana Ruiz", [40, 60], others="Bo Lind")))
    assert len(found(first, ("b.md", weighted("Ana Ruiz", [41, 59], others="Cy Moss")))) == 1
    assert not found(first, ("b.md", weighted("Ana Ruiz", [41, 59], others="Cy Moss").replace("Q2", "Q3")))
    assert not found(first, ("b.md", weighted("Ana Ruiz", [41, 59], others="Cy Moss").replace("41%", "3")))


SHARED = "- KR1: Knots rise from 1 to 5 (owner: Cy Moss)\n  - Weight: {}\n- KR2: Waves fall from 9 to 2"


@pytest.mark.parametrize(
    ("results", "count"),
    [
        ("- KR1: Knots rise from 1 to 5 (owner: Cy Moss)", 0),
        ("- KR1: Knots rise from 1 to 5 (owner: Cy Moss)\n- KR2: Waves fall from 9 to 2", 0),
        (f"{SHARED}\n  - Weight: 80%".format("20%"), 1),
        (f"{SHARED}\n  - Weight: 40%".format("60%"), 0),
    ],
)
def test_an_objective_is_shared_out_among_those_who_own_its_key_results(results: str, count: int) -> None:
    files = (
        ("a.md", weighted("Ana Ruiz", [60, 40], others="Bo Lind")),
        ("b.md", weighted("Ana Ruiz", [60, 40], others="Cy Moss", results=results)),
    )
    assert len(found(*files)) == count


def test_many_documents_take_little_time() -> None:
    files = [(f"{number}.md", document(f"t{number}", ["Ana Ruiz", "Bo", "@cmoss"])) for number in range(150)]
    assert len(found(*files)) == 3
