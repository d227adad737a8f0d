"""Tables that stand on their side, forms with two fields in a row, and what looks like them."""

from collections.abc import Callable

import pytest
from golden import facts, read_markdown, statements

from okrlint.model import Document
from okrlint.reading.csv.reader import CsvReader
from okrlint.reading.html.reader import HtmlReader
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.turning import is_turned


def read_csv(text: str) -> Document:
    return CsvReader().read(Source(text, "plan.csv"), ReadingOptions())


def read_html(text: str) -> Document:
    return HtmlReader().read(Source(text, "plan.html"), ReadingOptions())


EXPECTED = [
    "O Fly further",
    "- KR Range from 300 km to 450 km",
    "- KR Cost per seat below $90",
    "O Land softly",
    "- KR Hard landings from 12 to 3",
    "- KR 95% of pilots retrained",
]


def test_an_objective_a_column_in_markdown():
    document = read_markdown(
        """
        # OKRs Q3 2026

        | Field | O1 | O2 |
        |---|---|---|
        | Objective | Fly further | Land softly |
        | Owner | Ana Lima | Bo Chen |
        | KR1 | Range from 300 km to 450 km | Hard landings from 12 to 3 |
        | KR2 | Cost per seat below $90 | 95% of pilots retrained |
        """
    )
    assert [line.replace("O1", "O").replace("O2", "O") for line in statements(document)] == EXPECTED
    assert [str(each.owners[0]) for each in document.objectives] == ["Ana Lima", "Bo Chen"]
    assert [each.label for each in document.objectives] == ["O1", "O2"]


@pytest.mark.parametrize("read", [read_csv, lambda text: read_html(_as_table(text))])
def test_a_statement_below_the_names_of_objectives(read: Callable[[str], Document]):
    document = read(
        ",Objective 1,Objective 2\nStatement,Fly further,Land softly\nOwner,Ana Lima,Bo Chen\n"
        "KR1,Range from 300 km to 450 km,Hard landings from 12 to 3\n"
        "KR2,Cost per seat below $90,95% of pilots retrained\n"
    )
    assert [line.replace("Objective 1", "O").replace("Objective 2", "O") for line in statements(document)] == EXPECTED


def _as_table(text: str) -> str:
    rows = ("".join(f"<td>{cell}</td>" for cell in line.split(",")) for line in text.splitlines())
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def test_an_objective_a_column_in_csv():
    document = read_csv(
        "Field,Objective 1,Objective 2\nObjective,Fly further,Land softly\nOwner,Ana Lima,Bo Chen\n"
        "Key Result 1,Range from 300 km to 450 km,Hard landings from 12 to 3\n"
        "Key Result 2,Cost per seat below $90,95% of pilots retrained\n"
    )
    assert statements(document) == EXPECTED
    assert not document.objectives[0].fields


def test_a_field_a_row_in_csv():
    document = read_csv("Field,Value\nObjective,Fly further\nOwner,Ana Lima\nKR1,Range from 300 km to 450 km\n")
    assert statements(document) == EXPECTED[:2]
    assert str(document.objectives[0].owners[0]) == "Ana Lima"


def test_key_results_in_the_lines_of_a_cell():
    document = read_markdown(
        """
        # OKRs Q3 2026

        | | Flight | Landing |
        |---|---|---|
        | 目标 | 飞得更远 | 平稳降落 |
        | 关键结果 | 航程从 300 km 提升到 450 km<br>每座成本降低 10% | 重着陆从 12 次降到 3 次 |
        | 负责人 | 王芳 | 李强 |
        """
    )
    assert statements(document) == [
        "O 飞得更远", "- KR 航程从 300 km 提升到 450 km", "- KR 每座成本降低 10%",
        "O 平稳降落", "- KR 重着陆从 12 次降到 3 次",
    ]  # fmt: skip


def test_a_field_that_each_key_result_has():
    document = read_markdown(
        """
        # OKRs Q3 2026

        | | Plan |
        |---|---|
        | Objective | Fly further |
        | Owner | Ana Lima |
        | KR1 | Range from 300 km to 450 km |
        | Owner | Bo Chen |
        """
    )
    assert str(document.objectives[0].owners[0]) == "Ana Lima"
    assert str(document.objectives[0].key_results[0].owners[0]) == "Bo Chen"


@pytest.mark.parametrize(
    "rows",
    [
        [["Type", "Statement", "Owner"], ["Objective", "Fly", "Ana"], ["Key result", "Range 450", "Bo"]],
        [["", "Words", ""], ["Objective", "Fly", ""], ["Key result", "450 km", ""], ["Objective", "Land", ""]],
        [["Feature", "Plan A", "Plan B"], ["Owner", "yes", "no"], ["Price", "1", "2"]],
        [["Objective", "KR1", "KR2"], ["Fly", "450 km", "90 $"], ["Land", "3", "95%"]],
        [],
        [[]],
    ],
)
def test_tables_that_stand_upright(rows: list[list[str]]):
    assert not is_turned(rows)


def test_a_form_with_two_fields_in_a_row():
    document = read_html(
        "<h1>目标卡</h1><table><tr><td>名称</td><td>让客户推荐我们</td><td>负责人</td><td>王芳</td></tr>"
        "<tr><td>部门</td><td>客户部</td><td>周期</td><td>2026年Q3</td></tr>"
        "<tr><td>KR1</td><td colspan=3>NPS 从 32 提升到 45</td></tr></table>"
    )
    assert statements(document) == ["O 让客户推荐我们", "- KR1 NPS 从 32 提升到 45"]
    objective = document.objectives[0]
    assert (str(objective.owners[0]), str(objective.team), objective.cycle.value) == ("王芳", "客户部", "2026-Q3")


def test_fields_of_a_form_above_its_table():
    document = read_html(
        "<h1>OKR</h1><table><tr><td>Owner</td><td>Ana Lima</td><td>Team</td><td>Air</td></tr>"
        "<tr><td>Cycle</td><td colspan=3>Q3 2026</td></tr>"
        "<tr><th>Objective</th><th>Key Result</th><th>Target</th><th>Weight</th></tr>"
        "<tr><td>Fly further</td><td>Range from 300 km to 450 km</td><td>450</td><td>50%</td></tr></table>"
    )
    assert statements(document) == EXPECTED[:2]
    assert (str(document.team), document.cycle.value) == ("Air", "2026-Q3")
    assert facts(document.objectives[0].key_results[0])["target"] == 450


def test_rows_that_say_what_they_are_below_fields_are_no_table_on_its_side():
    document = read_csv(
        "2026-Q2\nOwner,Zoe Marsh\nType,Title,Owner,Status\n"
        "Objective,Fly further,Ana Lima,on track\nKey result,Range of 450 km,,\n"
    )
    assert statements(document)[0] == "O Fly further"
    assert len(document.objectives) == 1


def test_an_item_in_a_column_stands_where_its_words_stand():
    text = "Field,,\nObjective,Fly further,Land well\nKR1,Range from 300 to 450 km,Noise\nStatus,good\n"
    document = read_csv(text)
    for item in document.items():
        assert item.span.start <= item.text.span.start
        assert item.text.span.end <= item.span.end
