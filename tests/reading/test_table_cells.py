"""Tables whose cells alone tell what they hold, and cells of several lines."""

import pytest

from okrlint.model import Document
from okrlint.testing import read

TITLE = "# OKR 2026-Q2\n\n"


def stated(document: Document) -> list[tuple[str, list[str]]]:
    return [(str(each.text), [str(result.text) for result in each.key_results]) for each in document.objectives]


LABELLED = [
    "| ⛳ O1：增强灵活性 | KR 1：解耦载体 | ✅ |",
    "| ⛳ O1：增强灵活性 | KR 2：增强布局 | |",
    "| ⛳ O2：强化感知 | KR 1：快捷操作 | ✅ |",
]


@pytest.mark.parametrize("header", ["| | | 第一批 |", "| | | |", "| A | B | 第一批 |", "| 目标 | 内容 | 第一批 |"])
@pytest.mark.parametrize("repeated", [True, False])
def test_columns_that_only_labels_tell_apart(header: str, repeated: bool) -> None:
    rows = LABELLED if repeated else [LABELLED[0], LABELLED[1].replace("⛳ O1：增强灵活性", ""), LABELLED[2]]
    document = read(TITLE + "\n".join([header, "|---|---|---|", *rows]) + "\n")
    assert stated(document) == [("增强灵活性", ["解耦载体", "增强布局"]), ("强化感知", ["快捷操作"])]


def test_a_table_that_has_no_header() -> None:
    rows = ["| O1: Be loved | KR1: NPS from 30 to 45 |", "|---|---|", "| | KR2: Churn from 5% to 3% |"]
    document = read(TITLE + "\n".join([*rows, "| O2: Grow | KR1: ARR from 1M to 2M |"]) + "\n")
    assert stated(document) == [
        ("Be loved", ["NPS from 30 to 45", "Churn from 5% to 3%"]),
        ("Grow", ["ARR from 1M to 2M"]),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "| O1：增强灵活性 | KR1 受影响 |",
        "| O1 | KR1：解耦载体 |",
        "| O1：增强灵活性 | 解耦载体 |",
        "| 见 O1 | KR1：解耦载体 |",
    ],
)
def test_cells_that_but_mention_what_they_concern(row: str) -> None:
    assert not read(f"{TITLE}| 风险 | 影响 |\n|---|---|\n{row}\n").objectives


RUNNING_ON = {
    "Chinese": (
        "KR1：家庭年收入超过50万，",
        "累计存款超过20万",
        "KR2：非职业收入占10%",
        "家庭年收入超过50万，累计存款超过20万",
    ),
    "English": (
        "KR1: ARR from 1M to 2M,",
        "of which 300k abroad",
        "KR2: 40 customers",
        "ARR from 1M to 2M, of which 300k abroad",
    ),
    "numbered": (
        "1. 家庭年收入超过50万、",
        "累计存款超过20万",
        "2. 非职业收入占10%",
        "家庭年收入超过50万、累计存款超过20万",
    ),
}


def in_markdown(lines: list[str]) -> Document:
    return read(f"{TITLE}| Objective | Key result |\n|---|---|\n| Be loved | {'<br>'.join(lines)} |\n")


def in_html(lines: list[str]) -> Document:
    table = f"<table><tr><th>Objective<th>Key result<tr><td>Be loved<td>{' <br>'.join(lines)}</table>"
    return read(f"<h1>OKR 2026-Q2</h1>{table}", "html")


def in_csv(lines: list[str]) -> Document:
    cell = "\n".join(lines)
    return read(f'Objective,Key result\nBe loved,"{cell}"\n', "csv")


FORMATS = {"markdown": in_markdown, "html": in_html, "csv": in_csv}
EACH_FORMAT = pytest.mark.parametrize("format", FORMATS)


@EACH_FORMAT
@pytest.mark.parametrize("case", RUNNING_ON)
def test_a_line_that_ends_with_a_comma_goes_on(case: str, format: str) -> None:
    *lines, whole = RUNNING_ON[case]
    ((_, results),) = stated(FORMATS[format](lines))
    assert results[0].replace("\n", " " if whole.isascii() else "") == whole
    assert len(results) == 2


@EACH_FORMAT
def test_a_single_key_result_may_go_on(format: str) -> None:
    ((_, results),) = stated(FORMATS[format](["KR1：家庭年收入超过50万，", "累计存款超过20万"]))
    assert [result.replace("\n", "") for result in results] == ["家庭年收入超过50万，累计存款超过20万"]


@EACH_FORMAT
@pytest.mark.parametrize("remark", ["（每月一本）", "每月一本", "measured monthly", "口径见说明"])
def test_lines_between_labelled_ones_are_remarks(remark: str, format: str) -> None:
    ((_, results),) = stated(FORMATS[format](["KR1：读书12本", remark, "KR2：跑步500公里"]))
    assert results == ["读书12本", "跑步500公里"]


@EACH_FORMAT
def test_lines_of_amounts_without_labels_state_a_key_result_each(format: str) -> None:
    lines = ["NPS从30到45，", "留存率从65%提升到75%，", "付费用户达到1000人"]
    ((_, results),) = stated(FORMATS[format](lines))
    assert results == lines


@EACH_FORMAT
def test_a_labelled_line_does_not_go_on_in_another(format: str) -> None:
    ((_, results),) = stated(FORMATS[format](["KR1：NPS从30到45，", "KR2：留存率从65%提升到75%"]))
    assert results == ["NPS从30到45，", "留存率从65%提升到75%"]


def test_a_code_in_the_column_of_key_results_is_a_label():
    document = read(
        "# OKRs 2026-Q3\n\n### O1: Checkout reliability\n\n| KR | Target | Today |\n|---|---|---|\n"
        "| KR-2026Q3-04 | Checkout failure rate 2.1% → 0.5% | 1.7% |\n| KR-GTM-5 | Latency ≤ 800ms | 1.1s |\n"
    )
    results = document.objectives[0].key_results
    assert [(result.label, str(result.text)) for result in results] == [
        ("KR-2026Q3-04", "Checkout failure rate 2.1% → 0.5%"),
        ("KR-GTM-5", "Latency ≤ 800ms"),
    ]
