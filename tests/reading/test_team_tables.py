"""Tables as teams keep them: sums, ditto marks, objectives in rows of their own, logs, and several lines in a cell."""

import pytest
from places import assert_sound
from workbooks import workbook

from okrlint.model import CheckIn, Document, Item
from okrlint.reading.csv.reader import CsvReader
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.table_words import dated_columns, dated_header, is_ditto, is_total, recorded
from okrlint.reading.xlsx.reader import XlsxReader


def read(text: str) -> Document:
    source = Source(text, "data.csv")
    document = CsvReader().read(source, ReadingOptions())
    assert_sound(source, document)
    assert not document.problems
    return document


def statements(document: Document) -> list[tuple[str, list[str]]]:
    return [(str(o.text), [str(k.text) for k in o.key_results]) for o in document.objectives]


def owners(item: Item) -> list[str]:
    return [str(owner) for owner in item.owners]


def due(item: Item) -> str | None:
    if item.deadline is None or item.deadline_inherited:
        return None
    return item.deadline.value.isoformat() if item.deadline.value else str(item.deadline.month_day)


def entry(checkin: CheckIn) -> tuple[str, float | None, float | None, float | None, str | None]:
    return (
        str(checkin.date or ""),
        checkin.confidence.value if checkin.confidence else None,
        checkin.progress,
        checkin.value.value if checkin.value else None,
        str(checkin.note) if checkin.note else None,
    )


@pytest.mark.parametrize(
    "cell",
    [
        "Total",
        "TOTAL:",
        "Total (O1)",
        "**Total**",
        "Grand total",
        "Average",
        "合计",
        "合計：",
        "加权平均",
        "总分（O1）",
    ],
)
def test_a_sum(cell: str) -> None:
    assert is_total(cell)


@pytest.mark.parametrize(
    "cell", ["", "Total rewards", "Average order value of 50", "合计收入达到100万", "Overall", "总体目标", "total" * 10]
)
def test_no_sum(cell: str) -> None:
    assert not is_total(cell)


@pytest.mark.parametrize(
    "cell", ["〃", '"', "''", "同上", "（同上）", "-〃-", "Ditto", "same", "Same as above", "do.", "″"]
)
def test_a_ditto_mark(cell: str) -> None:
    assert is_ditto(cell)


@pytest.mark.parametrize("cell", ["", "-", "—", "无", "同城配送", "Same-day delivery", "do it", "I", '""', "↑"])
def test_no_ditto_mark(cell: str) -> None:
    assert not is_ditto(cell)


@pytest.mark.parametrize(
    ("header", "name", "when"),
    [
        ("Wk 1", "", "Wk 1"),
        ("W27", "", "W27"),
        ("第三周", "", "第三周"),
        ("15 Apr", "", "15 Apr"),
        ("w/c 15 Apr", "", "15 Apr"),
        ("Week 2 (Apr 15)", "", "Apr 15"),
        ("2024-07-05", "", "2024-07-05"),
        ("7月5日", "", "7月5日"),
        ("Confidence (Jul 5)", "confidence", "Jul 5"),
        ("Confidence 7/5", "confidence", "7/5"),
        ("Week 3 confidence", "confidence", "Week 3"),
        ("信心（7月5日）", "confidence", "7月5日"),
        ("第1周信心指数", "confidence", "第1周"),
        ("6月信心", "confidence", "6月"),
        ("Progress - May", "progress", "May"),
        ("5/7进展", "progress", "5/7"),
    ],
)
def test_a_header_with_a_time(header: str, name: str, when: str) -> None:
    found = dated_header(header)
    assert found is not None
    assert (found.name, header[found.start : found.end]) == (name, when)


@pytest.mark.parametrize(
    "header",
    [
        *("", "KR1", "Q1", "May", "4月", "2024", "Week", "Weekly update", "周报", "第一季度", "1.0", "0.7"),
        *("Confidence (1-10)", "Score (0-1)", "Target (Jul 5)", "Due 7/5", "KR 1/2 owner", "Milestone in week 3"),
    ],
)
def test_a_header_without_a_time(header: str) -> None:
    assert dated_header(header) is None


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (["KR", "Wk 1", "Wk 2"], [1, 2]),
        (["KR", "W3", "W2", "W1"], [3, 2, 1]),
        (["信心（7月19日）", "信心（7月12日）", "信心（7月5日）"], [2, 1, 0]),
        (["Dec 20", "Jan 3", "Jan 17"], [0, 1, 2]),
        (["Jan 17", "Jan 3", "Dec 20"], [2, 1, 0]),
        (["Confidence (Jul 5)", "Progress (Jul 5)"], []),
        (["Confidence (Jul 5)", "Confidence (Jul 5)"], []),
        (["Score (5/10)", "Confidence (5/10)"], []),
    ],
)
def test_columns_of_several_times_are_a_log_from_the_oldest_on(headers: list[str], columns: list[int]) -> None:
    assert list(dated_columns(headers)) == columns


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["5/10", "6/10", "-", ""], "confidence"),
        (["🟢", "🟡"], "status"),
        (["12%", "10%"], "current"),
        (["$3M", "$4M"], "current"),
        (["3,200", "9"], "current"),
        (["7", "8"], None),
        (["0.3", "0.4"], None),
        (["Recruit 5 users", "Interview them"], None),
        ([], None),
    ],
)
def test_what_columns_hold_that_say_only_when(cells: list[str], field: str | None) -> None:
    assert recorded(cells) == field


SUMS = [
    "目标,关键结果,权重,得分\n让首页焕然一新,点击率从18%到28%,60%,0.7\n,加载时间从3秒到1秒,40%,0.5\n合计,,100%,0.62\n",
    "权重,目标,关键结果\n,让首页焕然一新,点击率从18%到28%\n,,加载时间从3秒到1秒\n100%,总计：,\n",
    "目标,关键结果,权重\n让首页焕然一新,点击率从18%到28%,60%\n,加载时间从3秒到1秒,40%\n让首页焕然一新,小计,100%\n",
    "Type,Statement,Weight\nObjective,让首页焕然一新,\nKR,点击率从18%到28%,60%\nKR,加载时间从3秒到1秒,40%\nTotal,,100%\n",
    "Objective,Key Result,Weight\n让首页焕然一新,点击率从18%到28%,60%\n,加载时间从3秒到1秒,\nTotal (O1),Total,100%\n",
]


@pytest.mark.parametrize("table", SUMS)
def test_rows_of_sums_are_left_out(table: str) -> None:
    document = read(table)
    assert statements(document) == [("让首页焕然一新", ["点击率从18%到28%", "加载时间从3秒到1秒"])]
    (objective,) = document.objectives
    assert (objective.weight, objective.score) == (None, None)


def test_a_row_that_sums_up_does_not_make_the_weight_of_objectives_that_of_key_results() -> None:
    table = "Weight,Objective,Key Result\n60%,Win,NPS of 50\n,,200 referrals\n40%,Save,Cost of 10 EUR\n100%,Total,\n"
    document = read(table)
    assert [objective.weight.value for objective in document.objectives] == [0.6, 0.4]
    assert document.objectives[1].span.end < table.index("100%")


@pytest.mark.parametrize("mark", ["〃", "同上", '""""', "Same", "ditto", "（同上）"])
def test_a_ditto_mark_stands_for_what_is_above_it(mark: str) -> None:
    document = read(
        "目标,关键结果,负责人,截止\n让首页焕然一新,点击率从18%到28%,小郑,2024-09-30\n"
        f"{mark},加载时间从3秒到1秒,{mark},{mark}\n{mark},成功率从50%到70%,小陈,{mark}\n懂用户,NPS 到 50,{mark},\n"
    )
    assert statements(document) == [
        ("让首页焕然一新", ["点击率从18%到28%", "加载时间从3秒到1秒", "成功率从50%到70%"]),
        ("懂用户", ["NPS 到 50"]),
    ]
    results = [result for objective in document.objectives for result in objective.key_results]
    assert [owners(result) for result in results] == [["小郑"], ["小郑"], ["小陈"], ["小陈"]]
    assert [due(result) for result in results] == ["2024-09-30"] * 3 + [None]


def test_a_ditto_mark_below_nothing_says_nothing() -> None:
    document = read("Objective,Key Result,Owner\nWin,NPS of 50,same\n")
    assert owners(document.objectives[0].key_results[0]) == []


@pytest.mark.parametrize(
    "table",
    [
        """\
Objective,Key Result,Owner,Due,Weight,Score
Calm releases,,Mia,2024-06-30,70%,0.5
,Rollback rate from 8% to 2%,Leo,2024-05-31,50%,0.6
,30 releases,Pat,2024-05-20,50%,0.4
""",
        """\
目标,关键结果,负责人,截止日期,权重,得分
Calm releases,,Mia,2024-06-30,70%,0.5
,Rollback rate from 8% to 2%,Leo,2024-05-31,50%,0.6
Calm releases,30 releases,Pat,2024-05-20,50%,0.4
""",
        """\
Owner,Due,Weight,Score,Objective,Key Result
Mia,2024-06-30,70%,0.5,Calm releases,
Leo,2024-05-31,50%,0.6,,Rollback rate from 8% to 2%
Pat,2024-05-20,50%,0.4,,30 releases
""",
    ],
)
def test_an_objective_in_a_row_of_its_own_has_what_the_row_says(table: str) -> None:
    (objective,) = read(table).objectives
    first, second = objective.key_results
    assert [owners(item) for item in (objective, first, second)] == [["Mia"], ["Leo"], ["Pat"]]
    assert [due(item) for item in (objective, first, second)] == ["2024-06-30", "2024-05-31", "2024-05-20"]
    assert [item.weight.value for item in (objective, first, second)] == [0.7, 0.5, 0.5]
    assert [item.score.value for item in (objective, first, second)] == [0.5, 0.6, 0.4]


def test_a_column_of_the_objectives_own_goes_before_what_its_row_says_of_key_results() -> None:
    (objective,) = read("Objective,Owner,Key Result,Owner,KR Weight\nWin,Ana,,Bo,100%\n,,NPS of 50,Cy,50%\n").objectives
    assert (owners(objective), objective.weight) == (["Ana"], None)
    assert owners(objective.key_results[0]) == ["Cy"]


@pytest.mark.parametrize(
    ("cell", "label", "words"),
    [
        ("O1 让发布不再紧张", "O1", "让发布不再紧张"),
        ("O2 Calm releases", "O2", "Calm releases"),
        ("目标一 让发布不再紧张", "目标一", "让发布不再紧张"),
        ("1. 让发布不再紧张", None, "让发布不再紧张"),
        ("O2O 平台上线", None, "O2O 平台上线"),
        ("OKR 工具好用", None, "OKR 工具好用"),
    ],
)
def test_the_label_of_an_objective_needs_no_colon(cell: str, label: str | None, words: str) -> None:
    for table in (f"目标,关键结果\n{cell},NPS 到 50\n", f"类型,内容,负责人\n目标,{cell},张三\nKR,NPS 到 50,李四\n"):
        (objective,) = read(table).objectives
        assert (objective.label, str(objective.text)) == (label, words)
    result = read(f"目标,关键结果\n增长,{cell}\n").objectives[0].key_results[0]
    assert result.label is None  # a key result about O2


@pytest.mark.parametrize("header", ["序号,O,KR", "编号,目标,关键结果", "ID,Objective,Key Result"])
def test_the_number_of_a_row_does_not_identify_an_objective_that_has_but_one(header: str) -> None:
    document = read(f"{header}\n1,增长,NPS 到 50\n2,增长,转介绍 200 家\n3,降本,成本降低 10%\n")
    assert [objective.ref for objective in document.objectives] == [None, None]
    document = read(f"{header}\n1,增长,NPS 到 50\n,,转介绍 200 家\n2,降本,成本降低 10%\n")
    assert [objective.ref for objective in document.objectives] == ["1", "2"]


@pytest.mark.parametrize(
    "header",
    [
        "Key Result,Confidence (Jul 5),Confidence (Jul 12),Confidence (Jul 19)",
        "关键结果,信心（7月5日）,信心（7月12日）,信心（7月19日）",
        "关键结果,7/5信心,7/12信心,7/19信心",
        "KR,Jul 5,Jul 12,Jul 19",
    ],
)
def test_columns_of_days_are_a_log_of_which_the_latest_counts(header: str) -> None:
    document = read(f"Q3 2024 OKR\nObjective,{header}\nWin,NPS of 50,5/10,6/10,7/10\n,200 referrals,4/10,5/10,\n")
    first, second = document.objectives[0].key_results
    assert [first.confidence.value, second.confidence.value] == [0.7, 0.5]
    assert [entry(each)[:2] for each in first.checkins] == [
        ("2024-07-05", 0.5),
        ("2024-07-12", 0.6),
        ("2024-07-19", 0.7),
    ]
    assert [entry(each)[:2] for each in second.checkins] == [("2024-07-05", 0.4), ("2024-07-12", 0.5)]


def test_bare_numbers_below_a_name_and_a_week_and_the_newest_first() -> None:
    document = read("目标,关键结果,负责人,第3周信心,第2周信心,第1周信心\n增长,NPS 到 50,张三,7,6,5\n")
    (result,) = document.objectives[0].key_results
    assert (result.confidence.value, owners(result)) == (0.7, ["张三"])
    assert [entry(each)[1] for each in result.checkins] == [0.5, 0.6, 0.7]


def test_columns_of_days_with_figures_tell_the_current_value_or_the_progress() -> None:
    document = read(
        "Q2 2024 OKR\nObjective,Key Result,Target,15 Apr,29 Apr\nGrow,Active partners,30,14,17\n"
        "Grow,Activation rate,60%,40%,45%\nGrow,Partner events,12,20%,30%\n"
    )
    partners, rate, events = document.objectives[0].key_results
    assert [result.metric.current and result.metric.current.value for result in (partners, rate, events)] == [
        17,
        45,
        None,
    ]
    assert [entry(each)[::3] for each in partners.checkins] == [("2024-04-15", 14), ("2024-04-29", 17)]
    assert [entry(each)[2] for each in events.checkins] == [0.2, 0.3]


def test_what_is_told_of_one_day_is_one_entry_and_words_are_its_note() -> None:
    document = read(
        "2024年Q3 OKR\n目标,关键结果,7/5信心,7/12信心,7/5进展,7/12进展\n增长,NPS 到 50,5,6,已完成访谈,开始试点\n"
    )
    (result,) = document.objectives[0].key_results
    assert [entry(each) for each in result.checkins] == [
        ("2024-07-05", 0.5, None, None, "已完成访谈"),
        ("2024-07-12", 0.6, None, None, "开始试点"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "2024年Q3 OKR,,,,\n目标,关键结果,信心指数,,\n,,第1周,第2周,第3周\n增长,NPS 到 50,5,6,7\n",
        "Objective,Key Result,Confidence,,,Progress,,\n,,W1,W2,W3,W1,W2,W3\n增长,NPS 到 50,5,6,7,10%,20%,30%\n",
    ],
)
def test_the_weeks_of_a_log_may_stand_below_its_name(table: str) -> None:
    (result,) = read(table).objectives[0].key_results
    assert result.confidence.value == 0.7
    assert [entry(each)[1] for each in result.checkins] == [0.5, 0.6, 0.7]


@pytest.mark.parametrize("header", ["Confidence (Apr),Confidence (May)", "4月信心,5月信心"])
def test_a_log_behind_columns_of_key_results_is_that_of_the_objective(header: str) -> None:
    (objective,) = read(f"Objective,KR1,KR2,{header}\nWin,NPS of 50,200 referrals,5/10,6/10\n").objectives
    assert (objective.confidence.value, len(objective.checkins)) == (0.6, 2)
    assert [result.confidence for result in objective.key_results] == [None, None]


@pytest.mark.parametrize(
    "columns",
    [
        "Week 1,Week 2\nWin,NPS of 50,Recruit 5 users,Interview them\n",
        "Q1,Q2\nWin,NPS of 50,40,50\n",
        "1月,2月\nWin,NPS of 50,40,50\n",
        "W1,W2\nWin,NPS of 50,7,8\n",
    ],
)
def test_plans_by_week_targets_by_quarter_and_what_is_unclear_are_no_log(columns: str) -> None:
    (result,) = read(f"Objective,Key Result,{columns}").objectives[0].key_results
    assert (result.checkins, result.confidence, result.status) == ((), None, None)
    assert result.metric is not None
    assert result.metric.current is None


@pytest.mark.parametrize(
    ("cell", "actions"),
    [
        ("- Canary\n- Smoke tests\n- Freeze", ["Canary", "Smoke tests", "Freeze"]),
        ("1. 访谈用户\n2. 完善画像", ["访谈用户", "完善画像"]),
        ("访谈用户\n完善画像", ["访谈用户", "完善画像"]),
        ("1、访谈用户；2、完善画像；", ["访谈用户", "完善画像"]),
        ("- Canary", ["Canary"]),
        ("Canary; then freeze", ["Canary; then freeze"]),
    ],
)
def test_each_line_of_a_cell_of_actions_is_one(cell: str, actions: list[str]) -> None:
    (result,) = read(f'Objective,Key Result,Actions\nWin,NPS of 50,"{cell}"\n').objectives[0].key_results
    assert [str(action.text) for action in result.actions] == actions


@pytest.mark.parametrize(
    "results",
    [
        *("KR1: NPS of 50\nKR2: 200 referrals", "1. NPS of 50\n2. 200 referrals", "NPS of 50\n200 referrals"),
        *("- NPS of 50\n- 200 referrals", "KR1 NPS of 50；KR2 200 referrals"),
    ],
)
@pytest.mark.parametrize("people", ["Sue\nDan", "KR1: Sue\nKR2: Dan", "1. Sue\n2. Dan"])
def test_lines_of_key_results_and_of_their_fields_go_together(results: str, people: str) -> None:
    for table in (
        f'Objective,Key Result,Owner,Due\nWin,"{results}","{people}","2024-09-30\n2024-08-31"\n',
        f'Due,Owner,Objective,Key Result\n"2024-09-30\n2024-08-31","{people}",Win,"{results}"\n',
    ):
        (objective,) = read(table).objectives
        assert [str(result.text) for result in objective.key_results] == ["NPS of 50", "200 referrals"]
        assert [owners(result) for result in objective.key_results] == [["Sue"], ["Dan"]]
        assert [due(result) for result in objective.key_results] == ["2024-09-30", "2024-08-31"]
        assert (owners(objective), due(objective)) == ([], None)


def test_lines_on_the_left_are_those_of_their_row_alone_and_labels_may_be_all_that_they_say() -> None:
    document = read(
        'Owner,Objective,Key Result,Depends on\n"Sue\nDan",Win,"KR1: NPS of 50\nKR2: 200 referrals","KR7\nKR8"\n'
        "Pat,,1M visits,KR9\n"
    )
    results = document.objectives[0].key_results
    assert [owners(result) for result in results] == [["Sue"], ["Dan"], ["Pat"]]
    assert [[str(field.text) for field in result.fields] for result in results] == [["KR7"], ["KR8"], ["KR9"]]


@pytest.mark.parametrize(
    "cell",
    [
        "NPS of 50\n(200 answers or more)",
        "NPS of 50\nof at least 200 users",
        "NPS 到 50\n口径见说明",
        "NPS of 50; 200 answers",
    ],
)
def test_a_remark_in_a_line_of_its_own_is_no_key_result(cell: str) -> None:
    (result,) = read(f'Objective,Key Result,Owner\nWin,"{cell}",Sue\n').objectives[0].key_results
    assert str(result.text) == cell


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Owner Name,Owner Email", "Leo Fox,leo@x.com"),
        ("Owner ID,Owner", "4711,Leo Fox"),
        ("负责人,Owner email", "Leo Fox,leo@x.com"),
        ("Owner,DRI", "Platform team,Leo Fox"),
        ("责任人,负责人", "平台部,Leo Fox"),
    ],
)
def test_two_columns_may_tell_of_one_owner(header: str, cells: str) -> None:
    document = read(f"Objective,Key Result,{header}\nWin,NPS of 50,{cells}\n,200 referrals,{cells}\n")
    assert [owners(result) for result in document.objectives[0].key_results] == [["Leo Fox"]] * 2


@pytest.mark.parametrize(
    ("header", "cells", "expected"),
    [
        ("Owner Email", "leo@x.com", ["leo@x.com"]),
        ("Owner,DRI", "Ana,Leo", ["Ana", "Leo"]),
        ("Owner", "平台部", ["平台部"]),
    ],
)
def test_owners_that_are_not_told_otherwise_are_kept(header: str, cells: str, expected: list[str]) -> None:
    (result,) = read(f"Objective,Key Result,{header}\nWin,NPS of 50,{cells}\n").objectives[0].key_results
    assert owners(result) == expected


STACKED = [
    """\
目标编号,目标
O1,增长
O2,降本

KR编号,关联目标,关键结果
KR1,O1,NPS 到 50
KR2,O2,成本降低 10%
KR3,O1,转介绍 200 家
""",
    """\
Objectives,,
ID,Objective,Owner
O1,增长,Mia
O2,降本,Ana
Key Results,,
ID,Objective,Key Result
KR1,O1,NPS 到 50
KR2,O2,成本降低 10%
KR3,O1,转介绍 200 家
""",
]


@pytest.mark.parametrize("table", STACKED)
def test_objectives_and_key_results_in_tables_one_below_the_other(table: str) -> None:
    document = read(f"2024 Q3 OKR\n{table}")
    assert statements(document) == [("增长", ["NPS 到 50", "转介绍 200 家"]), ("降本", ["成本降低 10%"])]
    assert [objective.label for objective in document.objectives] == ["O1", "O2"]
    assert [result.label for result in document.objectives[0].key_results] == ["KR1", "KR3"]
    assert document.cycle is not None
    assert document.cycle.value == "2024-Q3"


def test_a_table_for_each_team() -> None:
    document = read(
        "Team: Growth,,\nObjective,Key Result,Owner\nWin,NPS of 50,Ana\n,200 referrals,Bo\n"
        "Team: Sales,,\nObjective,Key Result,Owner,Due\nSell,3M revenue,Cy,2024-09-30\n"
    )
    assert statements(document) == [("Win", ["NPS of 50", "200 referrals"]), ("Sell", ["3M revenue"])]
    assert [str(objective.team) for objective in document.objectives] == ["Growth", "Sales"]
    assert due(document.objectives[1].key_results[0]) == "2024-09-30"


@pytest.mark.parametrize("header", ["Objective,Key Result,Owner", "目标,关键结果,负责人"])
def test_a_header_that_is_given_again_is_no_row(header: str) -> None:
    document = read(f"{header}\nWin,NPS of 50,Ana\n{header}\n,200 referrals,Bo\nSell,3M revenue,Cy\n")
    assert statements(document) == [("Win", ["NPS of 50", "200 referrals"]), ("Sell", ["3M revenue"])]


def test_sheets_whose_objectives_are_only_referred_to() -> None:
    reader = XlsxReader()
    rows = [
        ("ID", "Objective", "Key Result", "Owner"),
        ("KR1", "O1", "NPS 到 50", "Leo"),
        ("KR2", "O1", "200 家", "Pat"),
    ]
    sheets = {"Goals": [("ID", "Objective", "Owner"), ("O1", "增长", "Mia")], "Results": rows}
    document = reader.read(reader.open(workbook(sheets), "okrs.xlsx"), ReadingOptions())
    assert statements(document) == [("增长", ["NPS 到 50", "200 家"])]


@pytest.mark.parametrize(
    "table",
    [
        "Department,Goal,Budget,Owner\nSales,Grow revenue,100,Ana\nTotal,,100,\n",
        "日期,会议,负责人,备注\n5月1日,启动会,张三,同上\n5月8日,例会,〃,〃\n",
        "Item,Week 1,Week 2\nRent,500,500\nTotal,500,500\n",
    ],
)
def test_budgets_and_meetings_are_no_okrs(table: str) -> None:
    assert read(table).objectives == ()


def test_a_workbook_is_read_as_a_file_of_csv() -> None:
    rows = [
        ("Objective", "Key Result", "Owner", "Wk 1", "Wk 2", "Weight"),
        ("O1 增长", None, "Mia", None, None, "60%"),
        (None, "NPS 到 50", "Leo", "5/10", "6/10", "50%"),
        ("〃", "转介绍 200 家", "〃", "4/10", None, "50%"),
        ("合计", None, None, None, None, "100%"),
    ]
    reader = XlsxReader()
    source = reader.open(workbook({"OKR": rows}), "okrs.xlsx")
    document = reader.read(source, ReadingOptions())
    assert_sound(source, document)
    (objective,) = document.objectives
    assert (objective.label, str(objective.text), owners(objective), objective.weight.value) == (
        "O1",
        "增长",
        ["Mia"],
        0.6,
    )
    assert [(str(k.text), owners(k), k.confidence.value, len(k.checkins)) for k in objective.key_results] == [
        ("NPS 到 50", ["Leo"], 0.6, 2),
        ("转介绍 200 家", ["Leo"], 0.4, 1),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "目标,KR,内容,负责人",
        "Objective,KR,Description,Owner",
        "Objective,Key Result,Statement,Owner",
        "目标,KR,指标,负责人",
    ],
)
@pytest.mark.parametrize(("first", "second", "labels"), [("1", "2", [None, None]), ("KR1", "KR2", ["KR1", "KR2"])])
def test_a_column_of_numbers_beside_what_they_number(header: str, first: str, second: str, labels: list[str]) -> None:
    document = read(f"{header}\n增长,{first},NPS 到 50,张三\n,{second},转介绍 200 家,李四\n")
    assert statements(document) == [("增长", ["NPS 到 50", "转介绍 200 家"])]
    assert [result.label for result in document.objectives[0].key_results] == labels


def test_a_description_beside_a_key_result_is_not_the_key_result() -> None:
    document = read("Objective,Key Result,Description\n增长,NPS 到 50,见问卷\n,转介绍 200 家,见系统\n")
    assert statements(document) == [("增长", ["NPS 到 50", "转介绍 200 家"])]


@pytest.mark.parametrize(
    "table",
    [
        "Key Result,Owner,Target\nO1: Win,Mia,\nNPS,Leo,50\nReferrals,Pat,200\nO2: Sell,,\nRevenue,Cy,3M\nTotal,,\n",
        "关键结果,负责人,目标值\n目标一：Win,Mia,\nKR1：NPS,Leo,50\nReferrals,Pat,200\nO2 Sell,,\nKR1：Revenue,Cy,3M\n",
        "O1: Win,Owner,Target\nKR1: NPS,Leo,50\nReferrals,Pat,200\nO2: Sell,Owner,Target\nRevenue,Cy,3M\n",
        "OKR\nO1：Win,负责人,目标值\nKR1：NPS,Leo,50\nReferrals,Pat,200\n\nO2：Sell,负责人,目标值\nRevenue,Cy,3M\n",
        "O1,Win,Owner,Target\nKR1,NPS,Leo,50\nKR2,Referrals,Pat,200\nO2,Sell,Owner,Target\nKR1,Revenue,Cy,3M\n",
        "O1: Win,,\nKey Result,Owner,Due\nNPS,Leo,May\nReferrals,Pat,\nO2: Sell,,\nKey Result,Owner,Due\nRevenue,Cy,\n",
        "2024,,\n目标一：Win,,\n编号,KR,负责人\n1,NPS,Leo\n2,Referrals,Pat\n目标二：Sell,,\n编号,KR,负责人\n1,Revenue,Cy\n",
        "Objective 1,Win,\nKR,描述,Owner\nKR1,NPS,Leo\nKR2,Referrals,Pat\nO2,Sell,\nKR,描述,Owner\nKR1,Revenue,Cy\n",
    ],
)
def test_an_objective_may_stand_over_its_key_results(table: str) -> None:
    document = read(table)
    assert statements(document) == [("Win", ["NPS", "Referrals"]), ("Sell", ["Revenue"])]
    assert [owners(result) for result in document.objectives[0].key_results] == [["Leo"], ["Pat"]]


@pytest.mark.parametrize(
    "table",
    [
        "Key Result,Owner,Target\nNPS,Leo,50\nReferrals,Pat,200\n",
        "O1: Win,Done,Ana\nO2: Sell,Open,Bo\n",
        "Name,Owner,Due\nO2 sensor,Ana,2024-05-01\nKR team,Bo,2024-05-02\n",
    ],
)
def test_rows_without_an_objective_over_them_are_no_okrs(table: str) -> None:
    assert read(table).objectives == ()


@pytest.mark.parametrize(
    ("above", "name"),
    [("O1：增长,,\nO2：降本,,", "O"), ("O2 降本,,\nO1 增长,,", "O"), ("目标一：增长,,\n目标二：降本,,", "目标")],
)
def test_objectives_that_are_stated_above_a_table_that_names_them(above: str, name: str) -> None:
    table = f"目标,关键结果,负责人\n{name}1,NPS 到 50,张三\n{name}1,转介绍 200 家,李四\n{name}2,成本降低 10%,王五\n"
    document = read(f"2024 Q3 OKR,,\n{above}\n{table}")
    assert statements(document) == [("增长", ["NPS 到 50", "转介绍 200 家"]), ("降本", ["成本降低 10%"])]


def test_a_list_of_terms_is_no_okrs() -> None:
    assert read("术语,英文\n目标,Objective\n关键结果,Key Result\n负责人,Owner\n").objectives == ()
