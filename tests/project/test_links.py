"""What the words of a reference lead to: by identifier, label, path, link, name and the very words."""

import pytest
from projects import Seen, document, links_of, project_of, team

from okrlint.project.interface import Team

COMPANY = """# Company OKRs 2026

## O1: Become the bakery that people cross town for

- KR1: 40% of guests come from other districts
- KR2: 3 of 4 guests come again

## O2: Let bakers grow old in the trade

- KR1: 2 of 40 bakers leave instead of 9
"""
CITY = """# 公司 2026年 OKR

## 目标一：成为全城最爱的面包店

- KR1：40%的客人来自外区

## 目标二：让面包师安心终老

- KR1：离职由9人降至2人
"""
TOOL = """cycle: 2026
title: City OKRs
objectives:
  - id: BAKE-77
    objective: Be the pride of the city
    key_results:
      - {id: BAKE-78, text: 40% of guests come by tram}
"""


def crew(reference: str, field: str = "支撑") -> str:
    return (
        f"# 烤箱组 2026年Q2 OKR\n\n## O1：让谁都不用等热面包\n\n- {field}：{reference}\n- KR1：等待由12分钟降至4分钟\n"
    )


def came_of(reference: str, **more: str) -> list[tuple[str, ...]]:
    """Return the state and targets of what a team says that it supports, beside the company's OKRs."""
    files = {"company.md": COMPANY, "city.yaml": TOOL, "teams/ovens.md": team(reference), **more}
    return [(link.state, *link.targets) for link in links_of(files)]


O1, O2 = ("found", "company.md O1"), ("found", "company.md O2")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *((words, [O2]) for words in ("company O2", "Company/O2", "company-2026/O2", "Company OKRs 2026, O2", "O2")),
        *((words, [O2]) for words in ("Objective 2", "company goal 2", "O2 of the company", "supports company O2")),
        *((words, [O2]) for words in ("../company.md#o2", "../company.md O2", "company.md O2", "company.md#O2")),
        *((words, [O2]) for words in ("[Be kind](../company.md#o2)", "[O2](../company.md)", "[O2](/company.md)")),
        *((words, [O2]) for words in ("[[company#O2]]", "[[company#O2|our bakers]]")),
        *((words, [O2]) for words in ("Let bakers grow old in the trade", "“let bakers grow old in the  trade”.")),
        *((words, [O2]) for words in ("O2: Let bakers grow old in the trade", "O2 (let bakers grow old)")),
        ("[them](../company.md#o2-let-bakers-grow-old-in-the-trade)", [O2]),
        ("[them](https://gitlab.com/a/b/-/blob/main/company.md#o2)", [O2]),
        ("company O1/KR2", [("found", "company.md O1 KR2")]),
        ("company O1 KR2", [("found", "company.md O1 KR2")]),
        ("company KR1.2", [("found", "company.md O1 KR2")]),
        ("KR2 of the company's O1", [("found", "company.md O1 KR2")]),
        ("company.md#O1-KR2", [("found", "company.md O1 KR2")]),
        ("3 of 4 guests come again", [("found", "company.md O1 KR2")]),
        ("BAKE-77", [("found", "city.yaml O1")]),
        ("bake-78", [("found", "city.yaml O1 KR1")]),
        ("Trams (Id: BAKE-78)", [("found", "city.yaml O1 KR1")]),
        ("[trams](https://tool.example/items/BAKE-78)", [("found", "city.yaml O1 KR1")]),
        ("[the company](../company.md)", [("found", "company.md")]),
        ("[[company]]", [("found", "company.md")]),
    ],
)
def test_what_words_lead_to(reference: str, expected: list[tuple[str, ...]]) -> None:
    assert came_of(reference) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *((words, [O1, O2]) for words in ("company O1, O2", "company O1 and O2", "company O1 & company O2")),
        *((words, [O1, O2]) for words in ("company O1–O2", "O1 to O2", "company O1; O2")),
        ("company.md, O2", [("found", "company.md"), O2]),
        ("[one](../company.md#o1), [two](../company.md#o2)", [O1, O2]),
        ("[[company#O1]], [[company#O2]]", [O1, O2]),
        ("company O1 KR1 and KR2", [("found", "company.md O1 KR1"), ("found", "company.md O1 KR2")]),
        ("company O1, company O9", [O1, ("no such item", "company.md")]),
    ],
)
def test_several_in_one_field(reference: str, expected: list[tuple[str, ...]]) -> None:
    assert came_of(reference) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("company O9", ("no such item", "company.md")),
        ("O9", ("no such item", "company.md")),
        ("../company.md#o9", ("no such item", "company.md")),
        ("[gone](../company.md#o9)", ("no such item", "company.md")),
        ("company O1/KR7", ("no such item", "company.md O1")),
        ("harbour O1", ("no such document",)),
        ("harbours/city/O1", ("no such document",)),
        ("../harbour.md#o1", ("no such file",)),
        ("[harbour](../harbour.md)", ("no such file",)),
        ("[notes](../notes.md)", ("elsewhere",)),
        ("[notes](../notes.md#o1)", ("elsewhere",)),
        ("https://tool.example/okr/12", ("elsewhere",)),
        ("[goal](https://tool.example/okr/12)", ("elsewhere",)),
        ("[drawing](../plan.pdf)", ("elsewhere",)),
    ],
)
def test_what_leads_nowhere(reference: str, expected: tuple[str, ...]) -> None:
    files = {"company.md": COMPANY, "teams/ovens.md": team(reference)}
    (link,) = links_of(files, others=("notes.md",))
    assert (link.state, *link.targets) == expected


@pytest.mark.parametrize(
    "words",
    [
        *("customer first", "growth", "Let bakers grow old", "the company's vision", "BAKE-99"),
        *("P0", "M1 chip", "O1 visa", "G7 summit", "100%", "2026", "O3a"),
        *("降本增效", "客户第一", "用户增长"),
    ],
)
def test_words_are_no_reference(words: str) -> None:
    assert came_of(words) == [("words",)]


def test_a_dangling_name_may_be_of_what_is_not_looked_at() -> None:
    for reference in ("harbour O1", "O9"):
        files = {"company.md": COMPANY, "teams/ovens.md": team(reference)}
        assert [link.state for link in links_of(files, is_whole=False)] == ["words"]
    gone = {"teams/ovens.md": team("[harbour](../harbour.md)")}
    assert [link.state for link in links_of(gone, is_whole=False)] == ["no such file"]


FIELDS = (
    *("Supports", "supports", "Aligned to", "Aligns to", "aligned with", "Contributes to", "Parent"),
    *("支撑", "支撐", "对齐", "對齊", "承接", "上级目标", "上級目標"),
)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("of_key_result", [False, True])
def test_fields_in_markdown(field: str, of_key_result: bool) -> None:
    files = {"company.md": COMPANY, "teams/ovens.md": team("company O2", field, of_key_result=of_key_result)}
    source = "teams/ovens.md O1 KR1" if of_key_result else "teams/ovens.md O1"
    assert links_of(files) == [Seen(source, "company O2", "found", ("company.md O2",))]


@pytest.mark.parametrize("field", FIELDS)
def test_fields_in_data(field: str) -> None:
    yaml = (
        f"cycle: 2026-Q2\nobjectives:\n  - objective: Let nobody wait\n    {field}: [company O2, ../company.md#o1]\n"
        f"    key_results:\n      - text: Waiting falls from 12 to 4\n        {field}: company O1/KR2\n"
    )
    csv = f'Objective,Key result,{field}\nLet nobody wait,Waiting falls from 12 to 4,"company O1, O2"\n'
    files = {"company.md": COMPANY, "teams/ovens.yaml": yaml, "teams/tables.csv": csv}
    assert [link[2:] for link in links_of(files, "teams/ovens.yaml O1")] == [
        ("found", ("company.md O2",)),
        ("found", ("company.md O1",)),
        ("found", ("company.md O1 KR2",)),
    ]
    assert [link.targets for link in links_of(files, "teams/tables.csv")] == [("company.md O1",), ("company.md O2",)]


@pytest.mark.parametrize(
    ("reference", "targets"),
    [
        *(
            (words, ["公司.md O2"])
            for words in ("公司O2", "公司目标二", "公司目標二", "集团O2", "公司年度目标O2", "目标二")
        ),
        *((words, ["公司.md O2"]) for words in ("公司层面O2", "公司級O2", "公司年度目标O2", "承接公司O2", "公司 O２")),
        *(
            (words, ["公司.md O2"])
            for words in ("../公司.md#o2", "[上级](../公司.md#o2)", "../%E5%85%AC%E5%8F%B8.md#o2")
        ),
        *((words, ["公司.md O2"]) for words in ("让面包师安心终老", "讓麵包師安心終老", "「让面包师安心终老」")),
        *((words, ["公司.md O2 KR1"]) for words in ("公司O2-KR1", "公司目标二的KR1", "集團O2的關鍵結果1")),
        *(
            (words, ["公司.md O1", "公司.md O2"])
            for words in ("公司O1、O2", "公司O1和O2", "公司O1至O2", "公司目标一及目标二")
        ),
    ],
)
def test_chinese(reference: str, targets: list[str]) -> None:
    links = links_of({"公司.md": CITY, "团队/烤箱组.md": crew(reference)}, "团队")
    assert [link.state for link in links] == ["found"] * len(targets)
    assert [target for link in links for target in link.targets] == targets


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("公司O9", ("no such item", "公司.md")),
        ("公司目标二的KR7", ("no such item", "公司.md O2")),
        ("市场部O1", ("no such document",)),
        ("销售部目标三", ("no such document",)),
        ("../市场.md#o1", ("no such file",)),
        ("公司关键结果一", ("ambiguous", "公司.md O1 KR1", "公司.md O2 KR1")),
    ],
)
def test_chinese_that_leads_nowhere(reference: str, expected: tuple[str, ...]) -> None:
    (link,) = links_of({"公司.md": CITY, "团队/烤箱组.md": crew(reference)}, "团队")
    assert (link.state, *link.targets) == expected


@pytest.mark.parametrize(
    "reference",
    [
        "company O2 — retention",
        "company O2: retention",
        "company O2 (retention)",
        "公司O2员工留存",
        "company O2 bakers",
    ],
)
def test_words_of_ones_own_behind_a_label(reference: str) -> None:
    assert came_of(reference) == [O2]


@pytest.mark.parametrize("reference", ["company O2 retention", "company O2 and growth", "公司O2 员工留存"])
def test_words_of_ones_own_behind_a_label_and_a_blank(reference: str) -> None:
    assert came_of(reference) == [O2]


@pytest.mark.parametrize("reference", ["公司2026年度目标O2", "2026年度公司O2", "公司2026年度O2"])
def test_a_year_as_chinese_plans_call_it(reference: str) -> None:
    (link,) = links_of({"公司.md": CITY, "团队/烤箱组.md": crew(reference)}, "团队")
    assert (link.state, *link.targets) == ("found", "公司.md O2")


# Ambiguous

TWINS = {
    "a/data.md": document("Data OKRs 2026-Q2", "Count all", "Keep all"),
    "b/data.md": document("Data OKRs 2026-Q2", "Tell all", "Ask all"),
}


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("data O1", ("ambiguous", "a/data.md O1", "b/data.md O1")),
        ("O2", ("ambiguous", "a/data.md O2", "b/data.md O2")),
        ("b/data O1", ("found", "b/data.md O1")),
        ("../b/data.md#o1", ("found", "b/data.md O1")),
        ("data O1: Tell all", ("found", "b/data.md O1")),
        ("Ask all", ("found", "b/data.md O2")),
    ],
)
def test_two_documents_of_one_name(reference: str, expected: tuple[str, ...]) -> None:
    (link,) = links_of({**TWINS, "teams/ovens.md": team(reference)})
    assert (link.state, *link.targets) == expected


def test_the_bare_name_of_two_files() -> None:
    (link,) = links_of({**TWINS, "teams/ovens.md": team("data.md O1")})
    assert (link.state, link.targets) == ("ambiguous", ("a/data.md O1", "b/data.md O1"))


def test_a_document_that_says_what_it_aligns_to_leaves_no_doubt() -> None:
    head = "Supports: ../a/data.md\n"
    for reference, expected in (("O2", ("found", "a/data.md O2")), ("O9", ("no such item", "a/data.md"))):
        text = team(reference).replace("\n\n## O1", f"\n\n{head}\n## O1", 1)
        of_document, of_objective = links_of({**TWINS, "teams/ovens.md": text})
        assert (of_document.source, of_document.targets) == ("teams/ovens.md", ("a/data.md",))
        assert (of_objective.state, *of_objective.targets) == expected


def test_a_label_of_ones_own_and_of_what_stands_above() -> None:
    (link,) = links_of({"company.md": COMPANY, "teams/ovens.md": team("O1", of_key_result=True)})
    assert (link.state, link.targets) == ("ambiguous", ("company.md O1", "teams/ovens.md O1"))
    (link,) = links_of({"company.md": COMPANY, "teams/ovens.md": team("KR2", of_key_result=True)})
    assert (link.state, link.targets) == ("found", ("teams/ovens.md O1 KR2",))
    (link,) = links_of({"company.md": COMPANY, "teams/ovens.md": team("O1")})
    assert (link.state, link.targets) == ("found", ("company.md O1",)), "no objective supports itself"


def test_the_same_words_twice_are_ambiguous() -> None:
    files = {"a.md": document("Bakery OKRs 2026", "Be loved"), "b.md": document("Brewery OKRs 2026", "Be loved")}
    (link,) = links_of({**files, "teams/ovens.md": team("Be loved")})
    assert (link.state, link.targets) == ("ambiguous", ("a.md O1", "b.md O1"))


def test_a_longer_name_is_taken_where_nobody_has_the_shorter_one() -> None:
    files = {"platform.md": document("Data Platform OKRs 2026-Q2", "Count all")}
    (link,) = links_of({**files, "teams/ovens.md": team("data O1")})
    assert (link.state, link.targets) == ("found", ("platform.md O1",))
    (link,) = links_of({**files, "data.md": TWINS["b/data.md"], "teams/ovens.md": team("data O1")})
    assert (link.state, link.targets) == ("found", ("data.md O1",))


# Cycles

YEARS = {
    "2025/company.md": document("Company OKRs 2025", "Old one", "Old two", "Old three"),
    "2026/company.md": document("Company OKRs 2026", "New one", "New two"),
}
QUARTERS = {
    "q1/growth.md": document("Growth OKRs 2026-Q1", "Sow", "Water"),
    "q2/growth.md": document("Growth OKRs 2026-Q2", "Reap", "Thresh"),
}


@pytest.mark.parametrize(
    ("reference", "cycle", "expected"),
    [
        ("company O1", "2026-Q2", ("found", "2026/company.md O1")),
        ("company O1", "2025-Q3", ("found", "2025/company.md O1")),
        ("company O3", "2026-Q2", ("no such item", "2026/company.md")),
        ("O3", "2026-Q2", ("no such item", "2026/company.md")),
        ("company 2025 O3", "2026-Q2", ("found", "2025/company.md O3")),
        ("FY25 company O3", "2026-Q2", ("found", "2025/company.md O3")),
        ("公司2025年O3", "2026-Q2", ("found", "2025/company.md O3")),
        ("../2025/company.md#o3", "2026-Q2", ("found", "2025/company.md O3")),
        ("Old three", "2025-Q3", ("found", "2025/company.md O3")),
        ("growth O1", "2026-Q2", ("found", "q2/growth.md O1")),
        ("growth O1", "2026-Q1", ("found", "q1/growth.md O1")),
        ("growth Q1 O2", "2026-Q2", ("found", "q1/growth.md O2")),
        ("growth O3", "2026-Q2", ("no such item", "q2/growth.md")),
        ("growth O1", "2026", ("ambiguous", "q1/growth.md O1", "q2/growth.md O1")),
        ("growth O1", "2027-Q1", ("no such document",)),
    ],
)
def test_of_several_cycles_the_one_that_fits_is_meant(reference: str, cycle: str, expected: tuple[str, ...]) -> None:
    (link,) = links_of({**YEARS, **QUARTERS, "teams/ovens.md": team(reference, cycle=cycle)})
    assert (link.state, *link.targets) == expected


# Plans, teams, several teams in a document


def test_a_plan_is_the_company_and_the_plan() -> None:
    files = {"what-we-want.md": "# Wishes\n\n## Goals\n\n- P1: Reach 100,000 downloads\n- P2: Certify 900 people\n"}
    for reference in ("plan P2", "company P2", "P2", "annual plan, P2", "年度计划P2", "[it](../what-we-want.md#p2)"):
        (link,) = links_of({**files, "teams/ovens.md": team(reference)}, plans=("what-we-want.md",))
        assert (link.state, link.targets) == ("found", ("what-we-want.md O2",)), reference


def test_a_plan_of_the_same_quarter_does_not_hide_the_company() -> None:
    files = {"company.md": COMPANY, "plan.md": "# Plan 2026-Q2\n\n## Goals\n\n- P1: Reach 100,000 downloads\n"}
    for reference in ("company O2", "公司O2"):
        (link,) = links_of({**files, "teams/ovens.md": team(reference)}, plans=("plan.md",))
        assert (link.state, link.targets) == ("found", ("company.md O2",)), reference


def test_configuration_says_which_team_stands_above() -> None:
    files = {
        "bakery.md": document("Bakery OKRs 2026", "Be loved", "Be warm"),
        "brewery.md": document("Brewery OKRs 2026", "Be cool", "Be brown"),
        "teams/ovens.md": team("O2").replace("\n\n##", "\n\nTeam: Ovens\n\n##", 1),
    }
    assert [link.state for link in links_of(files)] == ["ambiguous"]
    teams = {"Bakery": Team("Bakery"), "Ovens": Team("Ovens", parent="Bakery")}
    (link,) = links_of(files, teams=teams)
    assert (link.state, link.targets) == ("found", ("bakery.md O2",))


def test_a_document_that_holds_several_teams() -> None:
    text = (
        "cycle: 2026\nobjectives:\n"
        "  - {team: Company, id: O1, objective: Be loved, key_results: [40% come by tram]}\n"
        "  - {team: Ovens, id: O1, objective: Be warm, supports: company O1, key_results: [9 of 10 are warm]}\n"
        "  - {team: Shops, id: O1, objective: Be near, supports: ovens O1, key_results: [90% walk here]}\n"
        "  - {team: Shops, id: O2, objective: Be open, supports: O1, key_results: [20 of 24 hours]}\n"
    )
    links = links_of({"all.yaml": text}, "all.yaml")
    assert [(link.state, link.targets[0]) for link in links[:2]] == [("found", "all.yaml O1"), ("found", "all.yaml O2")]
    assert links[2].state == "ambiguous"
    assert "all.yaml O1" in links[2].targets


def test_links_are_known_by_both_ends_and_in_order() -> None:
    files = {
        "company.md": COMPANY,
        "teams/a.md": team("company O2, company O9"),
        "teams/b.md": team("company O2", of_key_result=True),
    }
    project = project_of(files)
    links = project.links
    assert list(links) == [links[at] for at in range(len(links))] == [*links[:2], *links[2:]]
    (target,) = {link.targets[0] for link in links if link.state == "found"}
    assert links.to_place == {target: [links[0], links[2]]}
    assert links.from_place == {links[0].source: [links[0], links[1]], links[2].source: [links[2]]}
    for link in links:
        span = link.reference.span
        text = files[project.documents[link.source.document].path]
        assert link.reference.text in text[span.start : span.end]


def test_what_is_named_beyond_reason_is_cut_short() -> None:
    many = {f"{at}/data.md": document("Data OKRs 2026-Q2", "Count all") for at in range(60)}
    (link,) = links_of({**many, "teams/ovens.md": team("data O1")})
    assert link.state == "ambiguous"
    assert len(link.targets) == 8
    endless = ", ".join(f"company O{number}" for number in range(1, 40))
    assert len(came_of(endless)) == 12
