"""What check-ins say: their day, confidence, progress, value and note, in each place where people write them."""

from textwrap import dedent

import pytest

from okrlint.model import CheckIn, Document
from okrlint.testing import read

HEAD = "# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n- KR1: CSAT from 78 to 86\n"
Told = tuple[str, float | None, float | None, str | None]


def told(entry: CheckIn) -> Told:
    note = entry.note.value if entry.note else None
    return str(entry.date), entry.confidence and entry.confidence.value, entry.progress, note


def of_results(document: Document) -> list[list[Told]]:
    return [[told(entry) for entry in result.checkins] for result in document.objectives[0].key_results]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-04-13: CSAT 79, confidence 6/10", ("2026-04-13", 0.6, None, "CSAT 79")),
        ("2026-04-13: confidence: 6/10, survey is out", ("2026-04-13", 0.6, None, "survey is out")),
        ("2026-04-13 — confidence 6/10. Survey is out", ("2026-04-13", 0.6, None, "Survey is out")),
        ("2026-04-13: survey is out (confidence 30%), late", ("2026-04-13", 0.3, None,
                                                           "survey is out (confidence 30%), late")),
        ("2026-04-13: confidence dropped to 3/10, two left", ("2026-04-13", 0.3, None, "two left")),
        ("2026-04-13: 7/10 confidence, progress 40%", ("2026-04-13", 0.7, 0.4, None)),
        ("Week 2 (13 Apr): confidence 6/10", ("2026-04-13", 0.6, None, None)),
        ("April 13: survey is out", ("2026-04-13", None, None, "survey is out")),
        ("4月13日：满意度79，信心6/10", ("2026-04-13", 0.6, None, "满意度79")),
        ("4月13日：信心降至3/10，两人离职", ("2026-04-13", 0.3, None, "两人离职")),
        ("第2周（4/13）：进度40%，信心指数 6", ("2026-04-13", 0.6, 0.4, None)),
        ("4月13號：七成把握，問卷已發出", ("2026-04-13", 0.7, None, "問卷已發出")),
        ("2026-04-13: confidence in the vendor is low", ("2026-04-13", None, None, "confidence in the vendor is low")),
    ],
)  # fmt: skip
def test_a_line_of_a_list(words: str, expected: Told) -> None:
    assert of_results(read(f"{HEAD}  - Check-ins:\n    - {words}\n")) == [[expected]]


def test_the_raw_words_of_a_value_are_its_own() -> None:
    text = f"{HEAD}  - 2026-04-13: confidence 6/10, survey is out\n"
    entry = read(text).objectives[0].key_results[0].checkins[0]
    assert entry.confidence is not None
    assert entry.note is not None
    for value in (entry.confidence, entry.note):
        assert text[value.span.start : value.span.end] == value.raw
    assert entry.confidence.raw == "6/10"


SECTIONS = {
    "items that name a key result": """
        ## Check-ins
        - 2026-04-13: KR1 confidence 6/10, KR2 confidence 5/10
        """,
    "a heading for each day": """
        ## Weekly check-ins
        ### 2026-04-13
        - KR1: confidence 6/10
        - KR2: confidence 5/10
        """,
    "a heading that is a meeting": """
        ## 4月13日周会
        - KR1：信心 6/10
        - KR2：信心 5/10
        """,
    "a table with a column for the key result": """
        ## 进展记录
        | 日期 | KR | 信心 |
        |---|---|---|
        | 4月13日 | KR1 | 6/10 |
        | 4月13日 | KR2 | 5/10 |
        """,
}


@pytest.mark.parametrize("section", SECTIONS.values(), ids=SECTIONS.keys())
def test_a_section_of_the_document_speaks_of_key_results(section: str) -> None:
    document = read(f"{HEAD}- KR2: First answer within 30 minutes\n{dedent(section)}")
    day = "2026-04-13"
    assert of_results(document) == [[(day, 0.6, None, None)], [(day, 0.5, None, None)]]
    assert document.checkins == ()


LOGS = [
    *("Weekly log", "Progress notes", "Follow-up", "Journal", "Monday meetings", "Weekly meeting notes", "3. Log"),
    *("周跟进", "进度更新", "跟踪记录", "例会纪要", "双周复盘", "例會記錄", "每週OKR複盤", "四、周跟进"),
    *("Progress", "进展", "進度"),
]


@pytest.mark.parametrize("heading", LOGS)
def test_a_heading_over_a_log(heading: str) -> None:
    document = read(f"{HEAD}\n## {heading}\n\n- 2026-04-13: KR1 confidence 6/10\n")
    assert of_results(document) == [[("2026-04-13", 0.6, None, None)]]


@pytest.mark.parametrize("heading", ["Weekly meetings", "例会情况", "Progress", "进度"])
@pytest.mark.parametrize("line", ["Mondays in room 3", "以看板为准", "40%"])
def test_no_log_without_entries(heading: str, line: str) -> None:
    document = read(f"{HEAD}\n## {heading}\n\n- {line}\n")
    assert (of_results(document), document.checkins) == ([[]], ())


@pytest.mark.parametrize("heading", ["Meeting notes", "Calendar", "Budget review", "日程", "工作计划", "总结"])
def test_no_log_by_its_heading(heading: str) -> None:
    document = read(f"{HEAD}\n## {heading}\n\n- 2026-04-13: KR1 kick-off\n")
    assert (of_results(document), document.checkins) == ([[]], ())


def test_what_names_nobody_is_of_the_whole_document() -> None:
    document = read(f"{HEAD}\n## Check-ins\n\n### 2026-04-13\n\nTwo agents left.\n\n- KR9: confidence 3/10\n")
    assert [told(entry) for entry in document.checkins] == [
        ("2026-04-13", None, None, "Two agents left."),
        ("2026-04-13", 0.3, None, None),
    ]


def test_key_results_without_labels_go_by_their_order() -> None:
    document = read("# OKRs 2026-Q2\n\n## O1: Win\n\n- CSAT from 78 to 86\n\n## 4月13日周会\n\n- KR1：信心 3/10\n")
    assert of_results(document) == [[("2026-04-13", 0.3, None, None)]]
    assert len(document.objectives) == 1


def test_a_label_that_two_key_results_have_names_neither() -> None:
    document = read(f"{HEAD}\n## O2: Win\n\n- KR1: 40 pilots\n\n## Check-ins\n\n- 2026-04-13: KR1 confidence 3/10\n")
    assert of_results(document) == [[]]
    assert len(document.checkins) == 1


def test_a_log_below_an_objective_has_a_column_for_each_key_result() -> None:
    rows = "| Date | KR1 | KR2 |\n|---|---|---|\n| 2026-04-13 | 79 | 40 |\n| 2026-04-20 | - | |\n"
    document = read(f"{HEAD}- KR2: First answer within 30 minutes\n\n### Check-ins\n\n{rows}")
    day = "2026-04-13"
    assert of_results(document) == [[(day, None, None, "79")], [(day, None, None, "40")]]


BOXES = [
    ("- [ ] 2026-04-20: Ask 20 guests", ["Ask 20 guests"], 0),
    ("- [x] 2026-04-20: Ask the guests", ["Ask the guests"], 0),
    ("- [x] 2026-04-20: 79, confidence 0.5", [], 1),
    ("- 2026-04-20: Asked 20 guests", [], 1),
    ("- [ ] 4月20日：回访顾客", ["回访顾客"], 0),
    ("- Check-ins:\n    - [x] 2026-04-20: the survey is out", [], 1),
]


@pytest.mark.parametrize(("line", "steps", "entries"), BOXES)
def test_a_day_behind_a_box_is_that_of_a_step(line: str, steps: list[str], entries: int) -> None:
    result = read(f"{HEAD}  {line}\n").objectives[0].key_results[0]
    assert [str(action.text) for action in result.actions] == steps
    assert [str(action.due and action.due.value) for action in result.actions] == ["2026-04-20"] * len(steps)
    assert len(result.checkins) == entries


def test_a_table_that_is_no_log_has_no_check_ins() -> None:
    document = read(
        "# OKRs\n\n## O1: Win\n\n| Premise | Decided by / date |\n|---|---|\n| Goal | Ana, 2026-04-13 |\n\n- KR1: 4"
    )
    assert document.objectives[0].checkins == ()


@pytest.mark.parametrize(
    "entries",
    [
        '- {date: 2026-04-13, confidence: 6/10, value: 79, note: survey is out}',
        '- 2026-04-13: confidence 6/10, survey is out',
        '"2026-04-13": {confidence: 6/10, note: survey is out}',
        '- "2026-04-13: confidence 6/10, survey is out"',
    ],
)  # fmt: skip
def test_check_ins_of_yaml(entries: str) -> None:
    key_result = "  key_results:\n  - text: CSAT from 78 to 86\n    checkins:\n"
    text = f"cycle: 2026-Q2\nobjectives:\n- objective: Win\n{key_result}      {entries}\n"
    assert of_results(read(text, "yaml")) == [[("2026-04-13", 0.6, None, "survey is out")]]


@pytest.mark.parametrize("heading", ["Retrospective", "复盘", "回顧"])
def test_a_section_that_looks_back_is_told(heading: str) -> None:
    assert [field.name for field in read(f"{HEAD}\n## {heading}\n\nWe asked too late.\n").fields][-1] == "retrospective"
    assert not [field for field in read(f"{HEAD}\n## {heading}\n").fields if field.name == "retrospective"]


LOG = """# OKRs 2026-Q2

O1: Be loved

- KR1: CSAT from 78 to 86
- KR2: 9 of 10 return

{}
{}

{}O2: Grow

- KR3: {}
"""
LINES = [
    *("Check-in 2026-04-13", "Check-ins:", "**Check-in 2026-04-13**", "Check-in, 13 April:"),
    *("4月13日周会", "**周会 4/13**："),
]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_above_a_list_that_names_key_results_is_that_of_a_log(line: str, gap: str) -> None:
    document = read(LOG.format(line, f"{gap}- KR1: 79, confidence 6/10\n- KR2: 7 of 10", "", "40 shops"))
    first, second = document.objectives
    assert [str(each.text) for each in first.key_results] == ["CSAT from 78 to 86", "9 of 10 return"]
    assert [len(each.checkins) for each in first.key_results] == [1, 1]
    assert [str(each.text) for each in second.key_results] == ["40 shops"]


def test_a_line_above_other_labels_is_none() -> None:
    document = read("# OKRs\n\nO1: Be loved\n\nCheck-ins:\n\n- KR1: CSAT from 78 to 86\n- KR2: 9 of 10 return\n")
    assert [str(each.text) for each in document.objectives[0].key_results] == ["CSAT from 78 to 86", "9 of 10 return"]
