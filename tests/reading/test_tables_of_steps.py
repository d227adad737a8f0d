"""Tables of the steps towards key results, which they name by their labels, and tables of key results with steps."""

import pytest
from workbooks import workbook

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.xlsx.reader import XlsxReader
from okrlint.testing import read

OKRS = """# OKR 2026-Q1

## O1: Managers love the AI tier

- KR1.1: 40 customers upgraded
- KR1.2: NPS from 20 to 40

"""

Steps = list[tuple[str, list[str]]]


def steps(document: Document) -> Steps:
    """Return each item with its steps."""
    return [(str(item.text), [str(step.text) for step in item.actions]) for item in document.items()]


def below(heading: str, *rows: str, okrs: str = OKRS) -> Document:
    head, *body = rows
    return read("\n".join([okrs + heading, "", head, "|---" * (head.count("|") - 1) + "|", *body, ""]))


BOTH: Steps = [
    ("Managers love the AI tier", []),
    ("40 customers upgraded", ["Email campaign"]),
    ("NPS from 20 to 40", ["Survey"]),
]


@pytest.mark.parametrize("name", ["KR", "Key Result", "关键结果"])
@pytest.mark.parametrize(
    "step",
    ["Action", "Initiative", "Project", "Key initiative", "Milestone", "举措", "项目", "任务", "里程碑", "重点工作"],
)
@pytest.mark.parametrize("heading", ["### Initiatives for O1", "## Initiatives", "## 项目", ""])
def test_steps_by_label(heading: str, step: str, name: str) -> None:
    document = below(
        heading,
        f"| {name} | {step} | Timeline |",
        "| KR1.1 | Email campaign | Week 6-12 |",
        "| KR1.2 | Survey | Week 7 |",
    )
    assert steps(document) == BOTH


@pytest.mark.parametrize("name", ["KR", "Related KR", "关联KR", "对应关键结果"])
def test_steps_before_what_they_are_for(name: str) -> None:
    rows = ["| Email campaign | KR1.1 | Ana |", "| Survey | KR1.2 | Bo |"]
    assert steps(below("### Initiatives", f"| Initiative | {name} | Owner |", *rows)) == BOTH


def test_the_fields_of_a_step() -> None:
    document = below("### Projects", "| KR | Project | Owner | Due |", "| KR1.1 | Email campaign | Ana | 1 Feb 2026 |")
    (step,) = document.objectives[0].key_results[0].actions
    assert [str(owner) for owner in step.owners] == ["Ana"]
    assert step.due is not None
    assert str(step.due.value) == "2026-02-01"


def test_steps_for_several_key_results_are_of_the_objective() -> None:
    document = below(
        "### Projects for O1",
        "| KR | Project | Owner |",
        "| KR1.1 | Email campaign | Ana |",
        "| KR1.1, KR1.2 | Survey | Bo |",
        "| All | Kick-off | Bo |",
    )
    assert steps(document) == [
        ("Managers love the AI tier", ["Survey", "Kick-off"]),
        ("40 customers upgraded", ["Email campaign"]),
        ("NPS from 20 to 40", []),
    ]


def test_labels_that_begin_anew_below_each_objective() -> None:
    parts = [
        f"## O{number}: {name}\n\n- KR1: {measure} from 20 to 40\n\n### Plan\n\n"
        f"| KR | Project |\n|---|---|\n| KR1 | Ask about {measure} |\n"
        for number, name, measure in ((1, "Grow", "NPS"), (2, "Keep calm", "CSAT"))
    ]
    assert steps(read("\n".join(["# OKR 2026-Q1\n", *parts]))) == [
        ("Grow", []),
        ("NPS from 20 to 40", ["Ask about NPS"]),
        ("Keep calm", []),
        ("CSAT from 20 to 40", ["Ask about CSAT"]),
    ]


def test_steps_towards_key_results_of_several_objectives() -> None:
    okrs = f"{OKRS}## O2: Support delights\n\n- KR2.1: CSAT from 70 to 90\n\n"
    rows = ["| KR1.1 | Email campaign |", "| KR2.1 | Call everyone |"]
    for heading in ("## Initiatives", "### Initiatives"):
        assert steps(below(heading, "| KR | Initiative |", *rows, okrs=okrs)) == [
            ("Managers love the AI tier", []),
            ("40 customers upgraded", ["Email campaign"]),
            ("NPS from 20 to 40", []),
            ("Support delights", []),
            ("CSAT from 70 to 90", ["Call everyone"]),
        ]


def test_steps_in_html() -> None:
    table = "<table><tr><th>KR</th><th>Project</th></tr><tr><td>KR1</td><td>Survey</td></tr></table>"
    okrs = "<h1>OKR 2026-Q1</h1><h2>O1: Grow</h2><ul><li>KR1: NPS from 20 to 40</li></ul>"
    assert steps(read(f"{okrs}<h3>Projects</h3>{table}", "html")) == [("Grow", []), ("NPS from 20 to 40", ["Survey"])]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["| Key Result | Initiative |", "| NPS from 20 to 40 | Survey |", "| Churn from 5% to 3% | Calls |"],
            [("NPS from 20 to 40", ["Survey"]), ("Churn from 5% to 3%", ["Calls"])],
        ),
        (
            ["| KR | Initiative |", "| KR1: NPS from 20 to 40 | Survey |", "| KR2: Churn from 5% to 3% | Calls |"],
            [("NPS from 20 to 40", ["Survey"]), ("Churn from 5% to 3%", ["Calls"])],
        ),
        (
            ["| KR | Description | Milestone |", "| KR1 | NPS from 20 to 40 | Beta |"],
            [("NPS from 20 to 40", [])],
        ),
        (
            ["| KR | Initiative | Owner |", "| KR1 | Email campaign | Ana |", "| KR2 | Survey | Bo |"],
            [("Email campaign", []), ("Survey", [])],  # nothing else states KR1 and KR2
        ),
    ],
)
def test_tables_that_state_key_results_stay(rows: list[str], expected: Steps) -> None:
    assert steps(below("", *rows, okrs="# OKR 2026-Q1\n\n## O1: Grow\n")) == [("Grow", []), *expected]


LINKED = {
    "Objectives": [("ID", "Objective", "Owner"), ("O1", "Grow", "Ana"), ("O2", "Keep calm", "Bo")],
    "Key Results": [
        ("ID", "Key Result", "Objective", "Owner"),
        ("KR1", "Churn from 5% to 3%", "O1", "Ana"),
        ("KR2", "NPS from 20 to 40", "O2", "Bo"),
    ],
}
OF_LINKED: Steps = [
    ("Grow", []),
    ("Churn from 5% to 3%", ["Email campaign"]),
    ("Keep calm", []),
    ("NPS from 20 to 40", ["Survey"]),
]


@pytest.mark.parametrize(
    "rows",
    [
        [("KR", "Project", "Owner"), ("KR1", "Email campaign", "Ana"), ("KR2", "Survey", "Bo")],
        [("KR", "举措", "负责人"), ("KR1", "Email campaign", "Ana"), ("KR2", "Survey", "Bo")],
        [
            ("Initiative", "Key Result", "Owner"),
            ("Email campaign", "Churn from 5% to 3%", "Ana"),
            ("Survey", "NPS from 20 to 40", "Bo"),
        ],
    ],
)
def test_steps_in_a_table_that_is_linked(rows: list[tuple[str, ...]]) -> None:
    sheets = {**LINKED, "Work": rows}
    text = "\n\n".join("\n".join(map(",".join, table)) for table in sheets.values())
    assert steps(read(f"{text}\n", "csv")) == OF_LINKED
    reader = XlsxReader()
    assert steps(reader.read(reader.open(workbook(sheets), "plan.xlsx"), ReadingOptions())) == OF_LINKED


def test_objectives_that_key_results_name_by_their_words() -> None:
    text = "Objective,Owner\nGrow,Ana\n\nKey Result,Objective,Owner\nChurn from 5% to 3%,Grow,Bo\n"
    (objective,) = read(text, "csv").objectives
    assert [str(owner) for owner in objective.owners] == ["Ana"]
    assert [str(result.text) for result in objective.key_results] == ["Churn from 5% to 3%"]
