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


# A mere label where something stands above


TWO = document("Company OKRs 2026-Q2", "Be the bank students recommend", "Nobody queues in a branch")
BANK = (
    "# 公司 2026年Q2 OKR\n\n## O1：学生愿意推荐的银行\n\n- KR1：账户达到10万\n\n"
    "## O2：网点不再排队\n\n- KR1：排队4分钟\n"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "teams.csv",
            (
                "Team,Cycle,Objective,Key result,Supports\nCampus,2026-Q2,Open an account,Minutes from 22 to 6,O2\n"
                "Branches,2026-Q2,A greeting at the door,Greeted from 20% to 80%,O1\n"
            ),
        ),
        (
            "campus.csv",
            (
                "Objective,Key result,Supports\nOpen an account in a break,Minutes from 22 to 6,O2\n"
                "A greeting at the door,Greeted from 20% to 80%,O1\n"
            ),
        ),
        (
            "teams.md",
            (
                "# Teams 2026-Q2\n\n| Team | Objective | Key result | Supports |\n|---|---|---|---|\n"
                "| Campus | Open an account in a break | Minutes from 22 to 6 | O2 |\n"
                "| Campus | A greeting at the door | Greeted from 20% to 80% | O1 |\n"
            ),
        ),
        (
            "campus.md",
            (
                "# Campus team OKRs 2026-Q2\n\n## O1: Open an account\n- Supports: O2\n- KR1: Minutes from 22 to 6\n\n"
                "## O2: A greeting at the door\n- Supports: O1\n- KR1: Greeted from 20% to 80%\n"
            ),
        ),
        (
            "市场.csv",
            (
                "部门,周期,目标,关键结果,承接\n市场部,2026-Q2,让每个学生都知道我们,认知度达到60%,O2\n"
                "市场部,2026-Q2,让老客户主动推荐,推荐开户400个,O1\n"
            ),
        ),
        (
            "校园组.md",
            (
                "# 校园组 2026年Q2 OKR\n\n## O1：课间开户\n- 承接：O2\n- KR1：开户6分钟\n\n"
                "## O2：进门有问候\n- 承接：O1\n- KR1：问候率80%\n"
            ),
        ),
    ],
)
def test_a_mere_label_is_that_of_what_stands_above(name: str, text: str) -> None:
    company = ("公司.md", BANK) if not name.isascii() else ("company.md", TWO)
    links = links_of(dict([company, (name, text)]), name)
    assert [(link.state, link.targets) for link in links] == [
        ("found", (f"{company[0]} O2",)),
        ("found", (f"{company[0]} O1",)),
    ]


def test_two_rows_of_one_team_support_the_same() -> None:
    text = (
        "部门,目标,关键结果,承接\n市场部,让每个学生都知道我们,认知度60%,O1\n市场部,让老客户主动推荐,推荐开户400个,O1\n"
    )
    links = links_of({"公司.md": BANK, "部门.csv": text}, "部门")
    assert [link.targets for link in links] == [("公司.md O1",)] * 2


def test_what_nobody_has_numbered_is_not_named_by_a_number_that_is_missing_above() -> None:
    text = (
        "Objective,Key result,Supports\nA,Minutes from 22 to 6,O3\nB,Greeted from 20% to 80%,O1\n"
        "C,Machines from 4 to 12,O1\n"
    )
    links = links_of({"company.md": TWO, "campus.csv": text}, "campus")
    assert [(link.state, link.targets[0]) for link in links] == [
        ("no such item", "company.md"),
        ("found", "company.md O1"),
        ("found", "company.md O1"),
    ]


def test_where_nothing_stands_above_a_mere_label_is_that_of_a_sibling() -> None:
    text = (
        "# Campus team OKRs 2026-Q2\n\n## O1: Break\n- Supports: O2\n- KR1: Minutes from 22 to 6\n\n"
        "## O2: Door\n- KR1: 80%\n"
    )
    (link,) = links_of({"campus.md": text}, "campus")
    assert (link.state, link.targets) == ("found", ("campus.md O2",))


def test_key_results_of_a_table_belong_to_the_team_of_their_objective() -> None:
    text = (
        "Team,Objective,Key result,Supports\nCompany,Be loved,40% come again,\nCampus,Be near,90% walk,Company O1\n"
        "Branches,Be open,20 hours,Company O3\n"
    )
    files = {"company.md": TWO, "teams.csv": text.replace("Company,Be loved,40% come again,\n", "")}
    links = links_of(files, "teams")
    assert [(link.state, link.targets) for link in links] == [
        ("found", ("company.md O1",)),
        ("no such item", ("company.md",)),
    ]
    assert [link.targets for link in links_of({"teams.csv": text}, "teams")] == [("teams.csv O1",), ("teams.csv",)]


# Years, lists, wikis, quotes


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("Company 2026 O1", "company-2026.md O1"),
        ("公司2026年度O1", "company-2026.md O1"),
        ("Company 2026-Q2 O1", "company-2026-q2.md O1"),
        ("company-2026/O1", "company-2026.md O1"),
        ("company O1", "company-2026-q2.md O1"),
    ],
)
def test_the_very_period_that_is_named_comes_first(reference: str, expected: str) -> None:
    files = {
        "company-2026.md": document("Company OKRs 2026", "Be loved"),
        "company-2026-q2.md": document("Company OKRs 2026-Q2", "Open the shop"),
    }
    (link,) = links_of({**files, "teams/ovens.md": team(reference)})
    assert (link.state, link.targets) == ("found", (expected,))


KR1, KR2 = ("found", "company.md O1 KR1"), ("found", "company.md O1 KR2")


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *((words, [KR1, KR2]) for words in ("company O1 (KR1, KR2)", "公司O1（KR1、KR2）", "company O1 [KR1 and KR2]")),
        ("company O1, KR1", [O1, KR1]),
        ("company O1、KR2", [O1, KR2]),
        ("company O1 and KR1 of O2", [O1, ("found", "company.md O2 KR1")]),
        ("company O1 (KR2), O2 (KR1)", [KR2, ("found", "company.md O2 KR1")]),
    ],
)
def test_key_results_of_the_objective_just_named(reference: str, expected: list[tuple[str, ...]]) -> None:
    assert came_of(reference) == expected


def test_a_list_of_data_goes_on_with_the_objective_just_named() -> None:
    text = (
        "cycle: 2026-Q2\nobjectives:\n  - objective: Let nobody wait\n    supports: [company O1, KR2]\n"
        "    key_results: [6 minutes]\n"
    )
    links = links_of({"company.md": COMPANY, "teams/ovens.yaml": text})
    assert [(link.state, *link.targets) for link in links] == [O1, KR2]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("[[Company OKRs 2026#O2]]", O2),
        ("[[company.md#O2|Company O2]]", O2),
        ("[[okr/company.md#O2: Let bakers grow old in the trade]]", O2),
        ("[[company#O2: Let bakers grow old in the trade]]", O2),
        ("[[company#Let bakers grow old in the trade]]", O2),
        ("[[Company OKRs 2026#O9]]", ("no such item", "company.md")),
        ("[[comapny#O1]]", ("no such document",)),
        ("[[comapny]]", ("words",)),
        ("[[notes#O1]]", ("elsewhere",)),
        ("[[Company OKRs 2026]]", ("found", "company.md")),
    ],
)
def test_parts_of_pages_of_a_wiki(reference: str, expected: tuple[str, ...]) -> None:
    files = {"company.md": COMPANY, "teams/ovens.md": team(reference)}
    (link,) = links_of(files, others=("notes.md",))
    assert (link.state, *link.targets) == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        *(
            (f"company objective {words}", O2)
            for words in ('"Let bakers grow old in the trade"', "“let bakers grow old in the trade”")
        ),
        ("公司《Let bakers grow old in the trade》", O2),
        ("公司的「Let bakers grow old in the trade」目标", O2),
        ('our dream "Let bakers grow old in the trade"', O2),
        ('company objective "Growth"', ("words",)),
        ("公司《增长》", ("words",)),
    ],
)
def test_very_words_in_quotes_behind_a_name(reference: str, expected: tuple[str, ...]) -> None:
    assert came_of(reference) == [expected]


def test_the_last_part_of_several_chinese_names_is_ambiguous() -> None:
    north = "# 华北销售部 2026年Q2 OKR\n\n## O1：北方客户认可\n\n- KR1：客户达到100家\n"
    south = "# 华南销售部 2026年Q2 OKR\n\n## O1：南方客户认可\n\n- KR1：客户达到90家\n"
    files = {"华北销售部.md": north, "华南销售部.md": south, "团队/烤箱组.md": crew("销售部O1")}
    (link,) = links_of(files, "团队")
    assert (link.state, link.targets) == ("ambiguous", ("华北销售部.md O1", "华南销售部.md O1"))
    (link,) = links_of({"华北销售部.md": north, "团队/烤箱组.md": crew("销售部O1")}, "团队")
    assert link.state == "no such document"
