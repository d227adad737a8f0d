"""Whose fields the columns beside objectives and key results hold, in documents, files and workbooks."""

import csv
import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from workbooks import workbook

from okrlint.model import Document, Item, KeyResult
from okrlint.reading.column_levels import Filled, Said, are_of_results, is_first_of_objectives, level_of
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.xlsx.reader import XlsxReader
from okrlint.testing import read

Rows = list[list[str]]


def rows_of(table: str) -> Rows:
    rows = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [row + [""] * (len(rows[0]) - len(row)) for row in rows]


def markdown(rows: Rows) -> Document:
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    return read("\n".join(["# OKR 2026-Q2", "", head, "|---" * len(rows[0]) + "|", *body, ""]))


def page(rows: Rows) -> Document:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return read(f"<h1>OKR 2026-Q2</h1><table>{body}</table>", "html")


def commas(rows: Rows) -> Document:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return read(text.getvalue(), "csv")


def sheet(rows: Rows, change: Callable[[Workbook], object] | None = None) -> Document:
    data = workbook({"OKR": [[cell or None for cell in row] for row in rows]}, change)
    reader = XlsxReader()
    return reader.read(reader.open(data, "okr.xlsx"), ReadingOptions())


FORMATS = {"markdown": markdown, "html": page, "csv": commas, "xlsx": sheet}
EACH_FORMAT = pytest.mark.parametrize("format", FORMATS)


def said(item: Item) -> str:
    """Return the fields of an item, in short."""
    weight = item.weight.value if item.weight else None
    values = [f"{weight:.0%}" if weight is not None else "", *map(str, item.owners)]
    values.append(str(item.deadline.raw) if item.deadline and not item.deadline_inherited else "")
    values.extend(str(each.raw) if each else "" for each in (item.confidence, item.score, item.status))
    return " ".join(filter(None, values))


def figure(result: KeyResult, name: str) -> float | None:
    quantity = getattr(result.metric, name)
    return quantity.value if quantity else None


def fields(document: Document) -> list[tuple[str, list[str]]]:
    assert not document.problems
    return [(said(each), [said(result) for result in each.key_results]) for each in document.objectives]


TABLES = {
    "weights and owners on both sides": (
        """目标|权重|负责人|关键结果|权重|负责人
        O1：打造口碑产品|60%|张三|KR1：NPS从30分提升到45分|40%|李四
        |||KR2：评分由4.2提升至4.6|60%|王五
        O2：跑通商业化|40%|赵六|KR1：付费用户达到1000人|100%|孙七""",
        [("60% 张三", ["40% 李四", "60% 王五"]), ("40% 赵六", ["100% 孙七"])],
    ),
    "in English": (
        """Objective|Owner|Key Result|Owner|Status
        Be loved|Ana|NPS from 30 to 45|Ben|on track
        ||Churn from 5% to 3%|Cy|at risk
        Grow|Dee|ARR from 1M to 2M|Eli|on track""",
        [("Ana", ["Ben on track", "Cy at risk"]), ("Dee", ["Eli on track"])],
    ),
    "status and confidence on both sides": (
        """Objective|Status|Confidence|Key Result|Status|Confidence
        Be loved|at risk|5/10|NPS from 30 to 45|on track|6/10
        |||Churn from 5% to 3%|done|9/10""",
        [("5/10 at risk", ["6/10 on track", "9/10 done"])],
    ),
    "scores on both sides": (
        """目标|得分|关键结果|得分
        打造口碑产品|0.5|NPS从30分提升到45分|0.4
        ||评分由4.2提升至4.6|0.6""",
        [("0.5", ["0.4", "0.6"])],
    ),
    "deadlines on both sides, objectives repeated": (
        """Objective|Due|Key Result|Due
        Be loved|2026-06-30|NPS from 30 to 45|2026-05-31
        Be loved|2026-06-30|Churn from 5% to 3%|2026-06-15""",
        [("2026-06-30", ["2026-05-31", "2026-06-15"])],
    ),
    "names that say whose they are": (
        """目标|O权重|O负责人|KR|KR权重|KR负责人|KR得分|O得分
        打造口碑产品|60%|张三|NPS从30分提升到45分|40%|李四|0.4|0.5
        |||评分由4.2提升至4.6|60%|王五|0.6|""",
        [("60% 张三 0.5", ["40% 李四 0.4", "60% 王五 0.6"])],
    ),
    "behind the key results": (
        """Objective|Key Result|Weight (O)|Weight (KR)|KR owner|Objective owner
        Be loved|NPS from 30 to 45|60%|40%|Ben|Ana
        |Churn from 5% to 3%||60%|Cy|""",
        [("60% Ana", ["40% Ben", "60% Cy"])],
    ),
    "one column, filled once for each objective": (
        """目标|权重|关键结果|负责人
        O1：打造口碑产品|60%|KR1：NPS从30分提升到45分|李四
        ||KR2：评分由4.2提升至4.6|王五
        O2：跑通商业化|40%|KR1：付费用户达到1000人|李四""",
        [("60%", ["李四", "王五"]), ("40%", ["李四"])],
    ),
    "one column, with objectives repeated": (
        """Owner|Objective|Key Result|Weight
        Ana|Be loved|NPS from 30 to 45|40%
        Ana|Be loved|Churn from 5% to 3%|60%
        Ben|Grow|ARR from 1M to 2M|100%""",
        [("Ana", ["40%", "60%"]), ("Ben", ["100%"])],
    ),
    "one column, one key result each": (
        """Objective|Owner|Key Result|Weight
        Be loved|Ana|NPS from 30 to 45|100%
        Grow|Ben|ARR from 1M to 2M|100%""",
        [("Ana", ["100%"]), ("Ben", ["100%"])],
    ),
    "one column, different in each row": (
        """Objective|Weight|Key Result|Owner
        Be loved|40%|NPS from 30 to 45|Ben
        |60%|Churn from 5% to 3%|Cy
        Grow|100%|ARR from 1M to 2M|Dee""",
        [("", ["40% Ben", "60% Cy"]), ("", ["100% Dee"])],
    ),
    "one column, the same in each row": (
        """目标|负责人|关键结果|权重
        打造口碑产品|张三|NPS从30分提升到45分|40%
        |张三|评分由4.2提升至4.6|60%
        跑通商业化|李四|付费用户达到1000人|100%""",
        [("", ["40% 张三", "60% 张三"]), ("", ["100% 李四"])],
    ),
    "one column, different for one objective": (
        """Objective|Owner|Key Result|Weight
        Be loved|Ana|NPS from 30 to 45|40%
        Be loved|Ana|Churn from 5% to 3%|60%
        Grow|Ben|ARR from 1M to 2M|50%
        Grow|Cy|Deals from 3 to 9|50%""",
        [("", ["40% Ana", "60% Ana"]), ("", ["50% Ben", "50% Cy"])],
    ),
    "a row of its own for each objective": (
        """Objective|Owner|Key Result|Owner
        Be loved|Ana||
        ||NPS from 30 to 45|Ben
        ||Churn from 5% to 3%|Cy""",
        [("Ana", ["Ben", "Cy"])],
    ),
    "key results first": (
        """Key Result|Owner|Objective|Owner
        NPS from 30 to 45|Ben|Be loved|Ana
        Churn from 5% to 3%|Cy|Be loved|Ana
        ARR from 1M to 2M|Eli|Grow|Dee""",
        [("Ana", ["Ben", "Cy"]), ("Dee", ["Eli"])],
    ),
    "key results first, in Chinese": (
        """关键结果|权重|目标|权重
        NPS从30分提升到45分|40%|O1：打造口碑产品|60%
        评分由4.2提升至4.6|60%|O1：打造口碑产品|60%""",
        [("60%", ["40%", "60%"])],
    ),
    "two of one name behind the key results": (
        """目标|关键结果|负责人|负责人
        打造口碑产品|NPS从30分提升到45分|张三|李四
        |评分由4.2提升至4.6||王五
        跑通商业化|付费用户达到1000人|赵六|孙七""",
        [("张三", ["李四", "王五"]), ("赵六", ["孙七"])],
    ),
}


@EACH_FORMAT
@pytest.mark.parametrize("case", TABLES)
def test_whose_a_field_is(case: str, format: str) -> None:
    table, expected = TABLES[case]
    assert fields(FORMATS[format](rows_of(table))) == expected


@EACH_FORMAT
def test_a_second_owner_in_the_first_row_alone_is_one_more_of_it(format: str) -> None:
    table = """Objective|Key Result|Owner|Owner
        Be loved|NPS from 30 to 45|Ben|Cy
        |Churn from 5% to 3%|Dee|"""
    assert fields(FORMATS[format](rows_of(table))) == [("", ["Ben Cy", "Dee"])]


@EACH_FORMAT
def test_figures_on_the_left_are_those_of_key_results(format: str) -> None:
    table = """目标|起始值|关键结果|目标值|目标完成时间
        打造口碑产品|30分|NPS|45分|2026-06-30
        跑通商业化|300人|付费用户|1000人|2026-05-31"""
    document = FORMATS[format](rows_of(table))
    results = [result for objective in document.objectives for result in objective.key_results]
    assert [(figure(result, "baseline"), figure(result, "target")) for result in results] == [(30, 45), (300, 1000)]
    assert [said(result) for result in results] == ["2026-06-30", "2026-05-31"]


@EACH_FORMAT
@pytest.mark.parametrize("header", ["关键结果|目标", "Key Result|Goal", "Key Result|Objective"])
def test_what_key_results_shall_reach_is_no_objective(header: str, format: str) -> None:
    table = f"{header}\nNPS|45\nChurn|3%"
    assert not FORMATS[format](rows_of(table)).objectives


def test_a_list_of_key_results_names_its_targets() -> None:
    table = "| 编号 | 内容 | 基线 | 目标 |\n|---|---|---|---|\n| KR1 | NPS | 30 | 45 |\n| KR2 | 流失率 | 5% | 3% |\n"
    (objective,) = read(f"# OKR 2026-Q2\n\n## O1：打造口碑产品\n\n{table}").objectives
    assert [figure(result, "target") for result in objective.key_results] == [45, 3]


def test_words_beside_key_results_are_no_target() -> None:
    table = "| 编号 | 内容 | 目标 |\n|---|---|---|\n| KR1 | NPS从30分提升到45分 | 客户满意 |\n"
    (objective,) = read(f"# OKR 2026-Q2\n\n## O1：打造口碑产品\n\n{table}").objectives
    assert figure(objective.key_results[0], "target") == 45


def test_a_cell_that_reaches_over_all_rows_of_an_objective() -> None:
    document = read(
        "<h1>OKR 2026-Q2</h1><table><tr><th>目标<th>负责人<th>关键结果<th>截止日期"
        "<tr><td rowspan=2>打造口碑产品<td rowspan=2>张三<td>NPS从30分提升到45分<td rowspan=2>2026-06-30"
        "<tr><td>评分由4.2提升至4.6"
        "<tr><td rowspan=3>跑通商业化<td rowspan=2>李四<td>付费用户达到1000人<td>2026-05-31"
        "<tr><td>客单价达到100元<td>2026-05-31<tr><td>王五<td>续约率达到90%<td>2026-05-31</table>",
        "html",
    )
    assert fields(document) == [
        ("张三", ["2026-06-30", "2026-06-30"]),
        ("", ["李四 2026-05-31", "李四 2026-05-31", "王五 2026-05-31"]),
    ]


def test_merged_cells_of_a_workbook() -> None:
    table = """目标|权重|负责人|关键结果|权重|负责人
        打造口碑产品|60%|张三|NPS从30分提升到45分|40%|李四
        |||评分由4.2提升至4.6|60%|王五"""

    def merge(book: Workbook) -> None:
        for column in "ABC":
            book["OKR"].merge_cells(f"{column}2:{column}3")

    assert fields(sheet(rows_of(table), merge)) == [("60% 张三", ["40% 李四", "60% 王五"])]


def test_lines_of_a_cell_are_of_a_key_result_each() -> None:
    table = "| 目标 | 负责人 | 关键结果 | 权重 |\n|---|---|---|---|\n"
    row = "| 打造口碑产品 | 张三<br>李四 | KR1：NPS从30到45<br>KR2：评分由4.2升至4.6 | 40%<br>60% |\n"
    assert fields(read(f"# OKR 2026-Q2\n\n{table}{row}")) == [("", ["40% 张三", "60% 李四"])]
    row = "| 打造口碑产品 | 张三 | KR1：NPS从30到45<br>KR2：评分由4.2升至4.6 | 40%<br>60% |\n"
    assert fields(read(f"# OKR 2026-Q2\n\n{table}{row}")) == [("张三", ["40%", "60%"])]


@pytest.mark.parametrize(
    ("words", "name", "level"),
    [
        ("目标权重", "weight", "objective"),
        ("O负责人", "owner", "objective"),
        ("Objective owner", "owner", "objective"),
        ("Owner (O)", "owner", "objective"),
        ("负责人（目标）", "owner", "objective"),
        ("KR权重", "weight", "key_result"),
        ("关键结果负责人", "owner", "key_result"),
        ("Key result owner", "owner", "key_result"),
        ("Owner (KR)", "owner", "key_result"),
        ("Owner", "owner", None),
        ("Overall status", "status", None),
        ("目标值", "target", None),
        ("目标完成时间", "deadline", None),
        ("目标达成率", "progress", None),
    ],
)
def test_what_a_header_says(words: str, name: str, level: str | None) -> None:
    assert level_of(words, name, alone=True) == level


def test_the_progress_of_objectives_beside_that_of_key_results() -> None:
    assert level_of("目标进度", "progress", alone=False) == "objective"


def test_a_column_without_evidence_is_about_objectives() -> None:
    assert are_of_results([Said((), ["Ana"], [True]), Said((), ["Ben", "Ben"], [True, True])], paired=False) == [
        False,
        False,
    ]
    assert are_of_results([Said(("Ana",), ["Ben"], [False])], paired=False) == [True]
    assert are_of_results([Said((), ["P0", "P0"], [True, False])], paired=True) == [False]


def test_the_first_of_two_is_of_objectives_only_where_some_have_several_rows() -> None:
    assert not is_first_of_objectives([Filled(True, True, True)])
    assert is_first_of_objectives([Filled(True, True, True), Filled(False, False, True)])
    assert not is_first_of_objectives([Filled(True, True, True), Filled(False, True, True)])
