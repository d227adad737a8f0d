import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from places import assert_places, assert_text

from okrlint.model import Document
from okrlint.reading.csv.reader import CsvReader
from okrlint.reading.csv.table import Table
from okrlint.reading.csv.tokens import MAX_COLUMNS, rows, widths
from okrlint.reading.data.limits import MAX_NODES
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source, UnreadableError


def read(text: str, path: str = "data.csv") -> Document:
    source = Source(text, path)
    document = CsvReader().read(source, ReadingOptions())
    assert_places(source, document)
    return document


def statements(document: Document) -> list[tuple[str, list[str]]]:
    return [(str(o.text), [str(k.text) for k in o.key_results]) for o in document.objectives]


CHINESE = """\
周期,目标,目标权重,关键结果,负责人,KR权重,目标值,信心指数,截止日期
2026-Q2,让老客户主动介绍我们,60%,NPS 从 30 提升到 50,张三,50,50,5/10,2026-06-30
2026-Q2,让老客户主动介绍我们,60%,转介绍达到 200 家,李四,50,200,6/10,2026-06-15
2026-Q2,降本,40%,"成本降低 ""10%"" 以上",王五,100,10%,7/10,6月底
"""


def test_a_row_is_a_key_result_and_the_objective_is_repeated():
    document = read(CHINESE)
    assert statements(document) == [
        ("让老客户主动介绍我们", ["NPS 从 30 提升到 50", "转介绍达到 200 家"]),
        ("降本", ['成本降低 "10%" 以上']),
    ]
    first = document.objectives[0].key_results[0]
    assert (document.format, document.cycle.value, document.objectives[0].cycle) == ("csv", "2026-Q2", None)
    assert [objective.weight.value for objective in document.objectives] == [0.6, 0.4]
    assert (first.weight.value, first.confidence.value, first.metric.target.value) == (0.5, 0.5, 50)
    assert (str(first.owners[0]), first.deadline.value.isoformat()) == ("张三", "2026-06-30")


def test_the_objective_may_be_given_once_and_columns_left_of_the_key_results_are_its_own():
    document = read(
        "Growth OKRs,,,,\nObjective,Owner,Key Result,Owner,Due\nWin,Ana,NPS to 50,Bo,2026-06-30\n"
        ',,"Referrals, all: 200",Cy,\n,,,,\nCut,Dan,Cost -10%,,\nTotal,,,,\n'
    )
    assert statements(document) == [("Win", ["NPS to 50", "Referrals, all: 200"]), ("Cut", ["Cost -10%"])]
    win, cut = document.objectives
    assert [str(item.owners[0]) for item in (win, *win.key_results, cut)] == ["Ana", "Bo", "Cy", "Dan"]
    assert [str(owner) for owner in cut.key_results[0].owners_inherited] == ["Dan"]


def test_a_column_on_the_left_that_differs_within_an_objective_is_the_key_results():
    win = read("Owner,Objective,KR\nBo,Win,a 5%\nCy,Win,b 6%\n").objectives[0]
    assert (win.owners, [str(result.owners[0]) for result in win.key_results]) == ((), ["Bo", "Cy"])


def test_rows_of_one_objective_need_not_stand_together():
    document = read("Objective,Key Result\nA,x 1%\nB,y 2%\nA,z 3%\n")
    assert statements(document) == [("A", ["x 1%", "z 3%"]), ("B", ["y 2%"])]


@pytest.mark.parametrize(
    "text",
    [
        "O_Title,Owner,KR1,KR2,KR3,Due\nWin,Ana,x to 5%,,y 6%,2026-06-30\n",
        "Goal Title,Owner,KR1,KR1 Weight,KR2,KR2 Weight\nWin,Ana,x to 5%,40%,y 6%,60%\n",
    ],
)
def test_a_row_may_be_an_objective_with_a_column_for_each_key_result(text: str):
    document = read(text)
    (objective,) = document.objectives
    assert statements(document) == [("Win", ["x to 5%", "y 6%"])]
    assert str(objective.owners[0]) == "Ana"
    assert all(not result.owners for result in objective.key_results)
    if "Due" in text:
        assert objective.deadline.value.isoformat() == "2026-06-30"
    else:
        assert [result.weight.value for result in objective.key_results] == [0.4, 0.6]


TYPED = [
    ("Type", "ID", "Title", "Parent", "Owner"),
    ("Objective", "1", "Win", "", "Ana"),
    ("Key Result", "1.1", "NPS 30 to 50", "", "Bo"),
    ("Objective", "2", "Cut", "", "Dan"),
    ("Key Result", "1.2", "Referrals reach 200", "", "Cy"),
    ("Initiative", "1.2.1", "Call all", "", "Cy"),
    ("KR", "x", "Cost down 10%", "Cut", "Ed"),
    ("Note", "", "no item", "", ""),
]


@pytest.mark.parametrize("delimiter", ",;\t|")
def test_rows_may_say_what_they_are_and_belong_by_parent_by_identifier_or_by_order(delimiter: str):
    document = read("\r\n".join(delimiter.join(row) for row in TYPED))
    assert statements(document) == [("Win", ["NPS 30 to 50", "Referrals reach 200"]), ("Cut", ["Cost down 10%"])]
    second = document.objectives[0].key_results[1]
    assert (second.ref, str(second.actions[0].text), str(second.actions[0].owners[0])) == ("1.2", "Call all", "Cy")


@pytest.mark.parametrize(
    "text",
    [
        "No,Category ,What\n1,Objective,Win\n1.1,Key Result,a 5%\n2,Objective,Cut\n2.1,Key Result,b 6%\n",
        "OKR,Owner\nO1: Win,Ana\nKR1: a 5%,\nO2: Cut,Bo\nKR1: b 6%,\n",
        "ID,Text\nO1,Win\nO2,Cut\nKR1.1,a 5%\nKR2.1,b 6%\n",
        "编号,内容\nO1,Win\nO1-KR1,a 5%\nO2,Cut\nO2-KR1,b 6%\n",
        "类型,标题\n目标,Win\n关键结果,a 5%\n目标,Cut\n关键结果,b 6%\n",
        "Type,Title,Id,Aligned To\nKey Result,a 5%,2,1\nKey Result,b 6%,4,Cut\nObjective,Win,1,\nObjective,Cut,3,\n",
    ],
)
def test_types_of_rows(text: str):
    assert statements(read(text)) == [("Win", ["a 5%"]), ("Cut", ["b 6%"])]


VIVA = (
    'Id,Title,Team,Owner,Period,End Date,"Aligned To (weight, Objective ID)",Metric Name,Unit,Target,Object Type,'
    "Goal Type,Start,Status,Checkins\n"
    "11,Win,Growth; Sales,Ana,Q2 2026,2026-06-30,,,,,{o},Aspirational Goal,,On Track,\n"
    '12,NPS up,Growth,"Bo, Cy",Q2 2026,2026-06-15,"Win(weight: 60%, Id: 11)",NPS,pts,50,{k},,30,At Risk,'
    '"Checkin Date: 2026-05-01; User: Bo; Note: fine; Current Value: 35;'
    'Checkin Date: 2026-05-08; User: Bo; Note: ok; Current Value: 36;"\n'
)


@pytest.mark.parametrize(("objective", "key_result"), [("Objective", "Key result"), ("Big rock", "Kpi")])
def test_the_export_of_viva_goals_whatever_its_types_are_called(objective: str, key_result: str):
    document = read(VIVA.format(o=objective, k=key_result))
    (win,) = document.objectives
    (nps,) = win.key_results
    assert (document.cycle.value, win.kind, win.ref) == ("2026-Q2", "aspirational", "11")
    assert ([str(owner) for owner in nps.owners], nps.weight.value) == (["Bo", "Cy"], 0.6)
    assert (nps.metric.baseline.value, nps.metric.target.value, nps.metric.unit) == (30, 50, "pts")
    assert [(str(entry.date), entry.value.value, str(entry.note)) for entry in nps.checkins] == [
        ("2026-05-01", 35, "fine"),
        ("2026-05-08", 36, "ok"),
    ]


def test_a_turkish_export_with_semicolons_and_decimal_commas():
    data = (
        "Kullanıcı Adı Soyadı;Hedef Tanımı;Hedef Ağırlığı;KR Tanımı;KR Ağırlığı;Minimum Hedef;Hedef;KR İlerleme\r\n"
        "Ayşe;Geliri artırmak;20,0000;Yeni müşteri;60,0000;10;25,5;12\r\n"
        "Ayşe;Geliri artırmak;20,0000;Sipariş;40,0000;10;20;12\r\n"
    )
    source = Source.from_bytes(f"\ufeff{data}".encode())
    (objective,) = CsvReader().read(source, ReadingOptions()).objectives
    first, second = objective.key_results
    assert (objective.weight.value, first.weight.value, second.weight.value) == (0.2, 0.6, 0.4)
    assert (first.metric.baseline.value, first.metric.target.value, first.metric.current.value) == (10, 25.5, 12)
    assert first.metric.target.raw == "25,5"


def test_rows_that_are_quoted_as_a_whole_are_read_twice():
    text = '"OKR_ID,Objective,Owner"\n"O1,Win,Emily"\n"O2,""Cut, now"",James"\n'
    document = read(text)
    assert [(o.label, str(o.text), str(o.owners[0])) for o in document.objectives] == [
        ("O1", "Win", "Emily"),
        ("O2", "Cut, now", "James"),
    ]


NOTION = (
    "Name,Owner,Status,Target Value,Current Value,Due,Objective\n"
    "NPS up (EU),Ana,On track,50,31,2026-06-30,Win all (https://www.notion.so/Win-all-0a1b?pvs=21)\n"
    '"200 referrals, or more",Bo,At risk,200,12,2026-06-15,"Win all (https://www.notion.so/Win-all-0a1b?pvs=21), '
    'Cut (https://www.notion.so/Cut-2c3d?pvs=21)"\n'
    "Cost -10%,Cy,,10%,,2026-06-15,Cut (../Objectives%204e5f/Cut%202c3d.md)\n"
    "No objective 5%,Cy,,10%,,2026-06-15,\n"
)


def test_a_notion_database_of_key_results_that_relate_to_objectives():
    document = read(NOTION, "Key Results 0123456789abcdef.csv")
    assert statements(document) == [("Win all", ["NPS up (EU)", "200 referrals, or more"]), ("Cut", ["Cost -10%"])]
    first = document.objectives[0].key_results[0]
    assert (first.metric.target.value, first.metric.current.value, str(first.owners[0])) == (50, 31, "Ana")
    assert first.deadline.value.isoformat() == "2026-06-30"


def test_a_notion_database_of_objectives_that_relate_to_key_results():
    text = (
        "Objective,Owner,Quarter,Key Results,Confidence\n"
        '让老客户介绍我们,张三,2026 Q2,"NPS 到 50 (https://www.notion.so/NPS-50-0a), 转介绍, 200 家 '
        '(https://www.notion.so/200-1b)",7/10\n'
        "降本,李四,2026 Q2,https://www.notion.so/10-2c,\n"
    )
    document = read(text)
    assert statements(document) == [("让老客户介绍我们", ["NPS 到 50", "转介绍, 200 家"]), ("降本", [])]
    objective = document.objectives[0]
    assert (str(objective.owners[0]), objective.confidence.value, document.cycle.value) == ("张三", 0.7, "2026-Q2")


def test_a_feishu_table_of_key_results_with_a_link_to_objectives_behind_them():
    document = read(
        "KR_Title,KR_Type,Target,Progress,Confidence,Due_Date,Current_Risk,Objective\n"
        "NPS 提升,Metric,50,10%,7,2026/06/30,Green,让老客户介绍我们\n"
        "转介绍,Metric,200,0%,6,2026/06/15,Yellow,让老客户介绍我们\n"
    )
    assert statements(document) == [("让老客户介绍我们", ["NPS 提升", "转介绍"])]
    first = document.objectives[0].key_results[0]
    assert (first.metric.target.value, first.confidence.value) == (50, 0.7)
    assert first.deadline.value.isoformat() == "2026-06-30"


def test_what_stands_above_the_table_holds_for_all_of_it():
    document = read("Growth team OKRs,,\nCycle,2026 Q2,\n负责人：张三,,\nObjective,Key Result,Owner\nWin,NPS to 50,\n")
    assert (str(document.title), document.cycle.value, str(document.team)) == (
        "Growth team OKRs",
        "2026-Q2",
        "Growth team",
    )
    assert [str(owner) for owner in document.objectives[0].owners_inherited] == ["张三"]


def test_a_cell_with_a_line_for_each_key_result():
    document = read('Objective,KRs,Weight,Due\nWin,"1. NPS to 50\n2. 200 referrals","60%\n40%",2026-06-30\n')
    (objective,) = document.objectives
    assert statements(document) == [("Win", ["NPS to 50", "200 referrals"])]
    assert [result.weight.value for result in objective.key_results] == [0.6, 0.4]
    assert objective.deadline.value.isoformat() == "2026-06-30"


@pytest.mark.parametrize(
    "text",
    [
        "Player,Team,Goals\nAna,X,3\n",
        "trial,title,objective,status\n1,A study,To assess safety,done\n",
        "name,description,result\na,b,c\n",
        "Date,Objective,Key Result\n,,\n",
        "objective\nwin\n",
        "just some words, and more: 目标\nof prose",
        "",
        "\n\n",
        '"',
    ],
)
def test_what_is_no_okr_gives_an_empty_document_without_problems(text: str):
    document = read(text)
    assert (document.objectives, document.problems) == ((), ())


def test_objectives_alone_count_where_the_table_says_that_they_are_okrs():
    text = "Objective,Owner\nWin,Ana\n"
    assert read(text).objectives == ()
    assert statements(read(text, "team/okrs.csv")) == [("Win", [])]


def test_a_table_of_okrs_with_too_many_cells_is_refused():
    text = "Objective,Key Result\n" + "a,b\n" * (MAX_NODES // 2 + 1)
    with pytest.raises(UnreadableError, match="more nodes"):
        read(text)
    assert read(text.replace("Objective", "Thing")).objectives == ()


def test_a_row_without_end_is_read_only_so_far():
    (first, second) = rows("a," * 5000 + '"b\n"\r\nc', ",")
    assert (len(first), [cell.value for cell in second]) == (MAX_COLUMNS + 1, ["c"])
    assert len(next(rows("a," + '"",' * 5000, ","))) == MAX_COLUMNS


def test_a_table_of_okrs_that_is_too_wide_is_refused():
    text = "Objective,Key Result\nGrow,Reach 5%" + "," * MAX_COLUMNS
    assert statements(read(text)) == [("Grow", ["Reach 5%"])]
    with pytest.raises(UnreadableError, match="more columns than 1,000"):
        read(text + "x")


TABLES = st.text(st.sampled_from('"",,;\n\r\t a目😀'), max_size=40)


def split(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@settings(max_examples=500)
@given(TABLES, st.sampled_from(",;\t"))
def test_cells_are_those_of_the_csv_module_at_exact_places(text: str, delimiter: str):
    try:
        wanted = split(text, delimiter)
    except csv.Error:
        return  # the module refuses what it takes for a line break in the middle of a line
    found = list(rows(text, delimiter))
    assert [[cell.value for cell in row] for row in found] == wanted
    for row in found:
        for cell in row:
            assert_text(text, cell)


@given(TABLES, st.sampled_from(",;\t"), st.integers(1, 4))
def test_widths_are_those_of_the_first_rows(text: str, delimiter: str, count: int):
    wanted = [len(row) for row in rows(text, delimiter)][:count]
    assert [width for width in widths(text, delimiter, count) if width] == [width for width in wanted if width]


def test_a_row_of_very_many_cells_is_as_wide_as_it_is_read():
    assert widths("a," * 5000 + "b\nc,d", ",", 20) == [MAX_COLUMNS + 1, 2]


@given(TABLES)
def test_cells_of_rows_that_are_quoted_as_a_whole_have_exact_places(text: str):
    wrapped = "".join('"{}"\n'.format(line.replace('"', '""')) for line in text.splitlines())
    for row in Table(wrapped).rows():
        for cell in row:
            assert_text(wrapped, cell)


CELLS = st.sampled_from(
    [
        "O1",
        "KR1.1",
        "1",
        "1.1",
        "Objective",
        "Key Result",
        "Win",
        "NPS 30 to 50",
        "50%",
        "",
        "2026-Q2",
        '"a"',
        "a, b",
        "甲\n乙",
    ]
)
HEADERS = st.sampled_from(
    ["Objective", "Key Result", "KR1", "Owner", "Weight", "Type", "ID", "Parent", "Title", "目标", "Object Type", "OKR"]
)


@settings(max_examples=200)
@given(st.lists(HEADERS, min_size=1, max_size=6), st.lists(st.lists(CELLS, max_size=7), max_size=6))
def test_places_of_a_document_are_exact(header: list[str], table: list[list[str]]):
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([header, *table])
    read(stream.getvalue(), "okr.csv")


def test_what_each_key_result_supports_is_its_own():
    document = read(
        """
        Objective,Key result,Supports
        Make repairs quick,Repairs take 2 days instead of 9,O1
        Make repairs quick,NPS from 20 to 40,O2
        Make shops shine,9 of 10 return,O3
        Make shops shine,8 of 10 stay,
        """
    )
    first, second = document.objectives
    assert ([str(each) for each in first.supports], [str(each) for each in second.supports]) == ([], ["O3"])
    assert [[str(each) for each in result.supports] for result in first.key_results] == [["O1"], ["O2"]]
    assert [result.supports for result in second.key_results] == [(), ()]
