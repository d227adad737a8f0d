"""Identifiers: where an item says what it is called, what leads to one, and one that no item has."""

import pytest
from projects import links_of, project_of, seen, team

from okrlint.testing import findings_of
from okrlint_rules.alignment.alignment_broken import AlignmentBroken


def refs(text: str, name: str = "company.md") -> list[str | None]:
    """Return the identifiers of the items of a document."""
    return [item.ref for item in project_of({name: text}).documents[0].items]


@pytest.mark.parametrize(
    ("objective", "ref"),
    [
        *(
            (f"## O1: Be loved by nurses {name}", "OKR-77")
            for name in ("[OKR-77]", "(OKR-77)", "【OKR-77】", "（OKR-77）")
        ),
        *((f"## O1 {name}: Be loved by nurses", "OKR-77") for name in ("[OKR-77]", "(OKR-77)")),
        ("## O1：让护士愿意推荐我们【PAY-3】", "PAY-3"),
        ("## O1：让护士愿意推荐我们（编号：CARE-12）", "CARE-12"),
        ("## O1：讓護士願意推薦我們（編號：12）", "12"),
        ("## O1: Be loved by nurses (ID: care.4, owner: Ana)", "care.4"),
        ("## O1: Be loved by nurses [OKR-77] (owner: Ana)", "OKR-77"),
        ("## O1: CARE-12: be loved by nurses", "CARE-12"),
        *(
            (f"## O1: Be loved by nurses\n\n- {name}: OKR-77", "OKR-77")
            for name in ("ID", "Identifier", "编号", "編號")
        ),
        *(
            (f"## O1: Be loved by nurses {words}", None)
            for words in ("(KR2)", "(KR-2)", "(2026)", "(NPS)", "(Q2-2026)")
        ),
        *(
            (f"## O1: Be loved by nurses {words}", None)
            for words in ("(FY-26)", "(ISO-9001)", "(COVID-19)", "[Growth]")
        ),
        *(
            (f"## O1: Be loved by nurses {words}", None)
            for words in ("(top-10)", "(A-1)", "(day-1)", "[OKR-7] [OKR-8]")
        ),
        *((f"## O1：让护士愿意推荐我们（{words}）", None) for words in ("2026年", "满意度", "Q2-2026", "SOC-2")),
    ],
)
def test_an_identifier_beside_the_label(objective: str, ref: str | None) -> None:
    text = f"# Company OKRs 2026-Q2\n\n{objective}\n- KR1: 40% of nurses recommend us\n"
    assert refs(text) == [ref, None]


def test_a_key_result_has_one_too_and_what_several_name_is_none() -> None:
    text = (
        "# Company OKRs 2026-Q2\n\n## O1: Be loved (CARE-1)\n- KR1: 40% recommend us [CARE-2]\n"
        "- KR2: 12 audits passed (PCI-4)\n- KR3: 30 people trained (PCI-4)\n"
    )
    assert refs(text) == ["CARE-1", "CARE-2", None, None]


def test_one_in_brackets_in_front_is_no_part_of_the_statement() -> None:
    (item, _) = project_of({"a.md": "# OKRs\n\n## O1: [CARE-1]: Be loved\n- KR1: 40% stay\n"}).documents[0].items
    assert (item.ref, item.text) == ("CARE-1", "Be loved")


IN_WORDS = """# Company OKRs 2026-Q2

## O1: Be the platform nurses recommend to nurses [OKR-77]

- KR1: Referrals per month from 300 to 900

## O2: Close a shift without paperwork (OKR-2)

- KR1: Minutes of paperwork per shift from 55 to 20

## O3: Keep nurses in the job

- ID: OKR-79
- KR1: Nurses who leave within a year from 22% to 12%
"""


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("OKR-77", ("found", "company.md O1")),
        ("okr-79", ("found", "company.md O3")),
        ("OKR-2", ("found", "company.md O2")),
        ("O3", ("found", "company.md O3")),
        ("OKR-3", ("no such item", "company.md")),
        ("OKR-99", ("no such item", "company.md")),
    ],
)
def test_what_identifiers_in_words_are_found_by(reference: str, expected: tuple[str, ...]) -> None:
    (link,) = links_of({"company.md": IN_WORDS, "teams/ovens.md": team(reference, "Parent")})
    assert (link.state, *link.targets) == expected


def data(*ids: str, name: str = "Company") -> str:
    rows = "".join(
        f"  - id: {each}\n    objective: Be loved {at} times\n    key_results: [{at}0% come again]\n"
        for at, each in enumerate(ids, 1)
    )
    return f"cycle: 2026-Q2\nteam: {name}\nobjectives:\n{rows}"


def parent(ref: str) -> str:
    return (
        "cycle: 2026-Q2\nteam: Support\nobjectives:\n"
        f"  - objective: Answer before they ask\n    parent_id: {ref}\n    key_results: [90% within an hour]\n"
    )


@pytest.mark.parametrize(
    "ref", ["CO-1", "COMP-O1", "C-O1", "G-7", "G7", "101", "7", "GOAL-7", "GTM.9", "KA-1299", "P-O2-3"]
)
def test_an_exact_identifier_is_found(ref: str) -> None:
    files = {"company.yaml": data("X-1", ref), "support.yaml": parent(ref)}
    assert [(link.state, link.targets) for link in links_of(files, "support")] == [("found", ("company.yaml O2",))]


@pytest.mark.parametrize(
    ("company", "rows", "expected"),
    [
        ("编号,目标,关键结果\nG-1,学生愿意推荐的银行,账户达到10万\nG-2,网点不再排队,排队4分钟\n", "G-2", "公司.csv O2"),
        ("ID,Objective,Key result\nG-1,Be loved,40% come\nG-2,Be near,90% walk\n", "G-2", "公司.csv O2"),
    ],
)
def test_a_column_of_identifiers(company: str, rows: str, expected: str) -> None:
    text = f"编号,目标,关键结果,上级目标\nT-1,两节课之间开好账户,开户6分钟,{rows}\n"
    assert [(link.state, link.targets) for link in links_of({"公司.csv": company, "校园.csv": text}, "校园")] == [
        ("found", (expected,))
    ]


def test_numbers_that_every_file_has_are_those_of_what_stands_above() -> None:
    text = data("1", "2", name="Support").replace("    key_results: [20%", "    parent_id: 1\n    key_results: [20%")
    (link,) = links_of({"company.yaml": data("1", "2"), "support.yaml": text}, "support")
    assert (link.state, link.targets) == ("found", ("company.yaml O1",))
    (link,) = links_of({"support.yaml": text}, "support")
    assert (link.state, link.targets) == ("found", ("support.yaml O1",))


def test_the_number_at_the_end_of_an_address_is_that_of_another_place() -> None:
    (link,) = links_of({"company.yaml": data("1", "2"), "teams/ovens.md": team("https://tool.example/okr/2")})
    assert link.state == "elsewhere"


def told(reference: str, *ids: str) -> list[str]:
    text = f"==> company.yaml\n{data(*ids)}\n==> support.yaml\n{parent(reference)}\n"
    return [finding.message for finding in findings_of(AlignmentBroken, text)]


@pytest.mark.parametrize(
    ("ids", "reference"),
    [
        *((("CO-1", "CO-2"), "CO-9"), (("GOAL-1",), "GOAL-9"), (("SEA-77",), "SEA-79"), (("KA-1201",), "KA-1299")),
        *((("GTM.1",), "GTM.9"), (("101", "102"), "109"), (("G-1",), "G-9"), (("OKR-77",), "OKR-99")),
    ],
)
def test_an_identifier_that_no_item_has(ids: tuple[str, ...], reference: str) -> None:
    (message,) = told(reference, *ids)
    assert reference in message
    assert ids[0] in message
    assert "company.yaml" in message


@pytest.mark.parametrize(
    ("ids", "reference"),
    [
        *((("CO-1",), "SEA-9"), (("CO-1",), "customer first"), (("101",), "2026"), (("1001",), "2026"), (("1",), "9")),
        *((("G1",), "G7"), (("101",), "50%"), (("101",), "12"), (("M-1",), "M1 chip"), (("CO-1",), "CO-1 und mehr")),
    ],
)
def test_words_that_are_no_identifier_of_that_kind(ids: tuple[str, ...], reference: str) -> None:
    assert told(reference, *ids) == []


def test_identifiers_are_named_where_one_is_missing() -> None:
    (found,) = findings_of(AlignmentBroken, f"==> company.md\n{IN_WORDS}\n==> ovens.md\n{team('OKR-3')}\n")
    assert "(it has OKR-77, OKR-2, OKR-79)" in found.message


def test_identifiers_in_markdown_are_told_too() -> None:
    text = f"==> company.yaml\n{data('SEA-77')}\n==> ovens.md\n{team('SEA-99')}\n"
    (found,) = findings_of(AlignmentBroken, text)
    assert "SEA-99" in found.message
    files = {"company.yaml": data("SEA-77"), "ovens.md": team("SEA-99")}
    assert [link.state for link in seen(project_of(files)) if link.source.startswith("ovens")] == ["words"]
