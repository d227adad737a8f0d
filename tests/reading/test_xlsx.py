"""Workbooks: words as a person sees them, places that are cells, and the shapes that OKRs have in sheets."""

import random
import sys
import warnings
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from places import assert_places, assert_sound
from workbooks import Rows, with_parts, workbook

from okrlint.model import Document
from okrlint.reading.interface import ContainerReader, ReadingOptions
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.xlsx import workbook as limits
from okrlint.reading.xlsx.projecting import WorkbookText
from okrlint.reading.xlsx.reader import XlsxReader
from okrlint.reading.xlsx.words import words_of

HEADER = ("Objective", "Key Result", "Owner")
PLAN = workbook({"OKRs": [HEADER, ("Win", "NPS to 50", "Ana")]})


def opened(data: bytes, path: str = "plan.xlsx") -> WorkbookText:
    source = XlsxReader().open(data, path)
    assert isinstance(source, WorkbookText)
    return source


def read(data: bytes, path: str = "plan.xlsx") -> tuple[Document, Source]:
    source = opened(data, path)
    document = XlsxReader().read(source, ReadingOptions())
    assert_places(source, document)
    return document, source


def document_of(change: Callable[[Workbook], object] | None = None, /, **sheets: Rows) -> Document:
    return read(workbook(sheets, change))[0]


def statements(document: Document) -> list[tuple[str, list[str]]]:
    return [(str(o.text), [str(k.text) for k in o.key_results]) for o in document.objectives]


def place(source: Source, offset: int) -> str:
    name = source.place(offset)
    assert name is not None
    return name.en


# ------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        (0.45, "0%", "45%"),
        (1 / 3, "0%", "33.3333%"),
        (0.125, "0.00%", "12.50%"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),
        (0.5, "0.00", "0.50"),
        (1234567, "#,##0", "1,234,567"),
        (1234.5, "¥#,##0.00", "¥1,234.50"),
        (5, "[$€-407]#,##0", "€5"),
        (-5, '"$"#,##0_);[Red]\\("$"#,##0\\)', "-$5"),
        (12, '0"万"', "12万"),
        (12300, '0.0,"K"', "12.3K"),
        (7, '0"/10"', "7/10"),
        (0.25, "# ?/?", "0.25"),
        (-0.0, "0", "0"),
        (10**30, "General", str(10**30)),
        (True, "General", "TRUE"),
        (datetime(2026, 6, 30), "yyyy/m/d", "2026-06-30"),
        (datetime(2026, 6, 30), 'm"月"d"日"', "2026-06-30"),
        (datetime(2026, 6, 30, 9, 5), "yyyy/m/d h:mm", "2026-06-30 09:05"),
        (datetime(2026, 6, 1), "mmm-yy", "2026-06"),
        (datetime(2026, 6, 1), 'yyyy"年"m"月"', "2026-06"),
        (date(2026, 6, 30), "General", "2026-06-30"),
        (time(9, 5), "h:mm", "09:05"),
        (timedelta(hours=36), "[h]:mm", "1 day, 12:00:00"),
        (" a_x000D_\r\nb ", "@", "a\nb"),
        (None, "General", ""),
    ],
)
def test_words_are_what_a_person_sees(value: Any, number_format: str, words: str) -> None:
    assert words_of(value, number_format) == words


# ------------------------------------------------------------ places


def test_the_text_holds_the_cells_of_all_sheets_and_places_are_cells() -> None:
    data = workbook({"OKRs": [("Objective", None, "Owner"), (), ("Win\nbig", True)], "空": [], "表2": [("甲",)]})
    source = opened(data)
    assert source.text == "OKRs\nObjective\tOwner\nWin\nbig\tTRUE\n表2\n甲"
    found = {words: source.text.index(words) for words in ("OKRs", "Owner", "big", "TRUE", "甲")}
    assert {words: place(source, at) for words, at in found.items()} == {
        "OKRs": "sheet OKRs",
        "Owner": "OKRs!C1",
        "big": "OKRs!A3",
        "TRUE": "OKRs!B3",
        "甲": "表2!A1",
    }
    assert source.position(found["Owner"]) == (1, 3)
    assert source.position(found["big"]) == (3, 1)
    assert source.place(found["OKRs"]).zh == "工作表 OKRs"


def test_columns_behind_z_have_two_letters() -> None:
    source = opened(workbook({"S": [[None] * 27 + ["x"]]}))
    assert place(source, source.text.index("x")) == "S!AB1"


# ------------------------------------------------------------ tables


def percent(book: Workbook) -> None:
    for row in book.active.iter_rows(min_row=3, min_col=4, max_col=4):
        row[0].number_format = "0%"


def test_a_table_with_a_title_above_and_a_sheet_named_after_its_cycle() -> None:
    document = document_of(
        percent,
        **{
            "2026 Q2": [
                ("增长团队 OKR",),
                ("目标", "关键结果", "负责人", "权重", "信心指数", "截止日期"),
                ("让老客户主动介绍我们", "NPS 从 30 提升到 50", "张三", 0.6, "5/10", datetime(2026, 6, 30)),
                (None, "转介绍达到 200 家", "李四", 0.4, 0.7, datetime(2026, 6, 15)),
            ]
        },
    )
    first, second = document.objectives[0].key_results
    assert statements(document) == [("让老客户主动介绍我们", ["NPS 从 30 提升到 50", "转介绍达到 200 家"])]
    assert (document.format, str(document.title), str(document.team)) == ("xlsx", "增长团队 OKR", "增长团队")
    assert document.cycle.value == "2026-Q2"
    assert [result.weight.value for result in (first, second)] == [0.6, 0.4]
    assert (first.weight.raw, first.confidence.value, second.confidence.value) == ("60%", 0.5, 0.7)
    assert second.deadline.value == date(2026, 6, 15)


def merged(*ranges: str) -> Callable[[Workbook], None]:
    def merge(book: Workbook) -> None:
        for cells in ranges:
            book.active.merge_cells(cells)

    return merge


def test_a_merged_cell_counts_for_each_of_its_rows() -> None:
    data = workbook(
        {
            "OKRs": [
                ("Objective", "Key Result", "Owner", "Action", "Due"),
                ("Win", "NPS to 50", "Ana", "Call all customers", "2026-06-01"),
                (None, None, None, "Write to the rest", None),
                (None, "200 referrals", None, "Send gifts", "2026-06-03"),
                ("Cut", "Cost -10%", "Bo", None, None),
            ]
        },
        merged("A2:A4", "B2:B3", "C2:C4"),
    )
    document, source = read(data)
    assert statements(document) == [("Win", ["NPS to 50", "200 referrals"]), ("Cut", ["Cost -10%"])]
    first, second = document.objectives[0].key_results
    assert [str(owner) for owner in (*first.owners, *second.owners)] == ["Ana", "Ana"]
    assert place(source, second.owners[0].span.start) == "OKRs!C2"
    assert [str(action.text) for action in first.actions] == ["Call all customers", "Write to the rest"]
    assert [str(action.text) for action in second.actions] == ["Send gifts"]
    assert first.span.end <= second.span.start


def test_a_header_of_two_rows() -> None:
    data = workbook(
        {
            "OKR": [
                ("序号", "目标(O)", "关键结果(KR)"),
                (None, None, "描述", "负责人", "权重"),
                (1, "提升体验", "NPS 到 50", "张三", "60%"),
                (None, None, "崩溃率降到 0.1%", "李四", "40%"),
            ]
        },
        merged("A1:A2", "B1:B2", "C1:E1", "B3:B4"),
    )
    (objective,) = read(data)[0].objectives
    assert [(str(result.text), str(result.owners[0]), result.weight.value) for result in objective.key_results] == [
        ("NPS 到 50", "张三", 0.6),
        ("崩溃率降到 0.1%", "李四", 0.4),
    ]


def test_several_key_results_in_one_cell_share_out_the_lines_of_the_other_cells() -> None:
    rows = [
        ("目标", "关键结果", "KR权重", "负责人"),
        ("增长", "KR1：NPS 到 50\nKR2：转介绍 200 家", "60%\n40%", "张三"),
    ]
    (objective,) = document_of(None, OKR=rows).objectives
    first, second = objective.key_results
    assert [(result.label, str(result.text)) for result in (first, second)] == [
        ("KR1", "NPS 到 50"),
        ("KR2", "转介绍 200 家"),
    ]
    assert [first.weight.value, second.weight.value] == [0.6, 0.4]
    assert [str(owner) for owner in objective.owners] == ["张三"]


def test_one_sheet_for_each_cycle_or_team() -> None:
    document = document_of(
        None,
        **{
            "Growth team": [("周期", "2026 Q2"), ("Owner", "Dana"), HEADER, ("Win", "NPS to 50", "Ana")],
            "Data team": [("周期：2026 Q2",), HEADER, ("Cut", "Cost -10%", None)],
        },
    )
    win, cut = document.objectives
    assert document.cycle.value == "2026-Q2"
    assert (str(win.team), str(cut.team)) == ("Growth team", "Data team")
    assert [str(owner) for owner in win.owners_inherited] == ["Dana"]
    assert cut.owners_inherited == ()


def test_the_names_of_several_sheets_are_teams_if_they_can_be() -> None:
    plans = {"Finance": [HEADER, ("Close fast", "4 days", "Uli")], "Legal": [HEADER, ("Sign fast", "2 days", "Nia")]}
    assert [str(objective.team) for objective in document_of(**plans).objectives] == ["Finance", "Legal"]
    drafts = {"Current": plans["Finance"], "Archive": plans["Legal"]}
    assert [objective.team for objective in document_of(**drafts).objectives] == [None, None]


def test_sheets_of_two_cycles() -> None:
    rows = {name: [HEADER, (f"Win {name}", "NPS to 50", "Ana")] for name in ("2026 Q1", "2026 Q2")}
    document = document_of(None, **rows)
    assert document.cycle is None
    assert [objective.cycle.value for objective in document.objectives] == ["2026-Q1", "2026-Q2"]


def test_the_columns_of_an_import_into_viva_goals() -> None:
    guide = [("Objective: an example",), ("Key Result 1: raise x to 5",)]
    rows = [
        ("OKR Reference", "Title", "Type", "Parent OKR", "Owner"),
        (1, "Win", "Objective", None, "ana@a.example"),
        (2, "NPS to 50", "Key Result", 1, "bo@a.example"),
    ]
    document = document_of(None, **{"Read Me": guide, "OKRs and Project": rows})
    assert statements(document) == [("Win", ["NPS to 50"])]
    assert document.objectives[0].key_results[0].ref == "2"


# ------------------------------------------------------------ linked sheets

BITABLE: dict[str, Rows] = {
    "Objectives": [("O_Title", "Owner", "Cycle"), ("Win, fast", "Ana", "2026-Q2"), ("Cut", "Bo", "2026-Q2")],
    "KeyResults": [
        ("KR_Title", "KR_Type", "Target", "Progress", "Confidence", "Due_Date", "Objective"),
        ("Cost down", "Metric", "10%", 0.1, 6, date(2026, 6, 30), "Cut"),
        ("NPS up", "Metric", 50, 0.1, 7, date(2026, 6, 15), "Win, fast"),
        ("Nobody's", "Metric", 5, 0.1, 7, date(2026, 6, 15), "Gone"),
    ],
    "Actions": [
        ("Action_Title", "Status", "Due", "Key Result"),
        ("Call all", "To do", date(2026, 5, 1), "NPS up"),
    ],
}


def test_the_tables_of_a_base_that_name_each_others_rows() -> None:
    document, source = read(workbook(BITABLE))
    assert statements(document) == [("Win, fast", ["NPS up"]), ("Cut", ["Cost down"])]
    (up,) = document.objectives[0].key_results
    assert (up.metric.target.value, up.confidence.value, up.deadline.value) == (50, 0.7, date(2026, 6, 15))
    assert ([str(owner) for owner in up.owners_inherited], document.cycle.value) == (["Ana"], "2026-Q2")
    assert str(up.actions[0].text) == "Call all"
    (problem,) = document.problems
    assert place(source, problem.span.start) == "KeyResults!A4"


def test_the_records_of_one_table_may_name_their_parents() -> None:
    rows = [
        ("标题", "类型", "父记录"),
        ("增长", "目标", None),
        ("NPS 到 50", "关键结果", "增长"),
        ("访谈", "任务", "NPS 到 50"),
    ]
    document = document_of(None, 数据表=rows)
    assert statements(document) == [("增长", ["NPS 到 50"])]
    assert str(document.objectives[0].key_results[0].actions[0].text) == "访谈"


@pytest.mark.parametrize(
    "names", ["NPS up, and soon, 200 referrals", "NPS up, and soon；200 referrals", "200 referrals\nNPS up, and soon"]
)
def test_objectives_may_name_their_key_results(names: str) -> None:
    document = document_of(
        None,
        目标=[("目标", "负责人", "关键结果"), ("增长", "张三", names), ("降本", "李四", "成本降 10%")],
        关键结果=[("名称", "目标值"), ("NPS up, and soon", 50), ("成本降 10%", 10), ("200 referrals", 200)],
    )
    assert statements(document) == [("增长", ["NPS up, and soon", "200 referrals"]), ("降本", ["成本降 10%"])]


def test_identifiers_link_too() -> None:
    document = document_of(
        None,
        Objectives=[("ID", "Title"), ("O1", "Win"), ("O2", "Cut")],
        KRs=[("ID", "Title", "Parent"), ("a", "NPS to 50", "O2"), ("O1-KR1", "200 referrals", None)],
    )
    assert statements(document) == [("Win", ["200 referrals"]), ("Cut", ["NPS to 50"])]


# ------------------------------------------------------------ sheets like documents


def bold(*cells: str) -> Callable[[Workbook], None]:
    def embolden(book: Workbook) -> None:
        for cell in cells:
            book.active[cell].font = Font(bold=True)

    return embolden


FREE: dict[str, tuple[Callable[[Workbook], None] | None, Rows]] = {
    "labels in one column": (None, [("OKR 2026 Q2",), ("O1: Win",), ("KR1: NPS to 50",), ("KR2: 200 referrals",)]),
    "labels in a column of their own": (None, [("O1", "Win", "Ana"), ("KR1", "NPS to 50"), ("KR2", "200 referrals")]),
    "indented": (None, [("O1：Win",), (None, "KR1：NPS to 50", "负责人：Bo"), (None, "KR2：200 referrals")]),
    "a form": (None, [("目标", "Win"), ("负责人", "Ana"), ("KR1", "NPS to 50"), ("关键结果2", "200 referrals")]),
    "a table below its objective": (
        None,
        [("Objective 1: Win",), ("Key Result", "Owner"), ("NPS to 50", "Bo"), ("200 referrals", "Cy")],
    ),
    "one header for all": (
        None,
        [("Key Result", "Owner"), ("Objective 1: Win",), ("NPS to 50", "Bo"), ("200 referrals", "Cy")],
    ),
    "bold objectives": (bold("A2"), [("2026 Q2 OKRs",), ("Win",), ("NPS to 50",), ("200 referrals",)]),
    "bold title and objectives": (bold("A1", "A2"), [("2026 Q2 OKRs",), ("Win",), ("NPS to 50",), ("200 referrals",)]),
}


@pytest.mark.parametrize("name", FREE)
def test_sheets_that_are_written_like_a_document(name: str) -> None:
    change, rows = FREE[name]
    document, source = read(workbook({"Plan": rows}, change))
    assert statements(document) == [("Win", ["NPS to 50", "200 referrals"])]
    assert_sound(source, document)


def test_a_sheet_for_each_person() -> None:
    rows = [("O1：", "提升体验"), ("KR1：", "NPS 到 50")]
    document = document_of(
        None, 张三=[("姓名", "张三"), *rows], 李四=[("姓名", "李四"), *rows[:1], ("KR1", "成本降 10%")]
    )
    assert [str(objective.owners_inherited[0]) for objective in document.objectives] == ["张三", "李四"]
    assert document.title is None


def test_a_table_and_a_document_in_one_workbook() -> None:
    document = document_of(None, A=[("O1: Win",), ("KR1: NPS to 50",)], B=[HEADER, ("Cut", "Cost -10%", "Bo")])
    assert statements(document) == [("Win", ["NPS to 50"]), ("Cut", ["Cost -10%"])]


@pytest.mark.parametrize(
    "rows",
    [
        [("Item", "Cost"), ("Paper", 5)],
        [("Player", "Team", "Goals"), ("Ana", "X", 3)],
        [("Date", "Objective", "Key Result")],
        [("Name",), ("=1+1",)],
        [],
    ],
)
def test_what_is_no_okr_gives_an_empty_document_without_problems(rows: Rows) -> None:
    document = document_of(None, Sheet1=rows)
    assert (document.objectives, document.problems) == ((), ())


# ------------------------------------------------------------ what is left out, what is told


def test_hidden_sheets_and_comments_are_left_out_and_hidden_rows_are_read() -> None:
    def hide(book: Workbook) -> None:
        book["Old"].sheet_state = "hidden"
        book["New"].row_dimensions[2].hidden = True
        book["New"]["A2"].comment = Comment("KR9: not this", "Ana")

    rows = {name: [HEADER, (f"Win {name}", "NPS to 50", "Ana")] for name in ("Old", "New")}
    assert statements(document_of(hide, **rows)) == [("Win New", ["NPS to 50"])]


def test_a_formula_without_a_result_is_a_problem_and_one_with_a_result_counts() -> None:
    data = workbook(
        {
            "OKRs": [(*HEADER, "Weight"), ("Win", "NPS to 50", "Ana", "=D3/2"), ("", "A 5%", "Bo", "=1/4")],
            "Chart": [("=OKRs!D2",)],
        }
    )

    def calculate(name: str, part: bytes) -> bytes:
        return part.replace(b"<f>1/4</f><v />", b"<f>1/4</f><v>0.25</v>").replace(
            b"<f>1/4</f><v></v>", b"<f>1/4</f><v>0.25</v>"
        )

    document, source = read(with_parts(data, calculate))
    first, second = document.objectives[0].key_results
    assert (first.weight, second.weight.value) == (None, 0.25)
    (problem,) = document.problems
    assert (place(source, problem.span.start), source.slice(problem.span)) == ("OKRs!D2", "=D3/2")


def test_a_size_that_the_file_claims_is_not_believed() -> None:
    data = with_parts(PLAN, lambda _, part: part.replace(b'ref="A1:C2"', b'ref="A1:A1"'))
    assert statements(read(data)[0]) == [("Win", ["NPS to 50"])]


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'


def changed(name: str, old: bytes, new: bytes) -> bytes:
    return with_parts(PLAN, lambda part, data: data.replace(old, new) if part.endswith(name) else data)


def far(cell: str) -> bytes:
    def write(book: Workbook) -> None:
        book.active[cell] = 1

    return workbook({"S": [HEADER]}, write)


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "no archive": (b"Objective,Key Result", "EN005", "damaged"),
    "cut off": (PLAN[:-100], "EN005", "damaged"),
    "broken XML": (changed("sheet1.xml", b"</sheetData>", b""), "EN005", "damaged"),
    "no workbook": (with_parts(PLAN, lambda n, d: None if n.endswith("book.xml") else d), "EN005", "damaged"),
    "entities": (changed("sheet1.xml", b"<worksheet", ENTITY), "EN005", "entities"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "EN005", "before 2007"),
    "password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "EN005", "password"),
    "bomb": (changed("sheet1.xml", b"</worksheet>", b" " * 9_000_000 + b"</worksheet>"), "EN004", "unpacks"),
    "far row": (far(f"A{limits.MAX_ROWS + 1}"), "EN004", "reaches to row 20001"),
    "last cell": (far("XFD1048576"), "EN004", "column 16384"),
    "many sheets": (workbook({f"S{n}": [("a",)] for n in range(limits.MAX_SHEETS + 1)}), "EN004", "more sheets"),
    "a huge number": (
        changed(
            "sheet1.xml", b"</sheetData>", b'<row r="9"><c r="A9"><v>' + b"9" * 9000 + b"</v></c></row></sheetData>"
        ),
        "EN005",
        "damaged",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told(name: str) -> None:
    data, code, words = REFUSED[name]
    with pytest.raises(UnreadableError, match=words) as caught:
        opened(data)
    assert caught.value.code == code
    assert caught.value.message.zh


@pytest.mark.parametrize(("limit", "words"), [("MAX_NODES", "more nodes"), ("MAX_BYTES", "more characters")])
def test_a_workbook_may_not_hold_too_much(monkeypatch: pytest.MonkeyPatch, limit: str, words: str) -> None:
    monkeypatch.setattr(limits, limit, 5)
    with pytest.raises(UnreadableError, match=words) as caught:
        opened(PLAN)
    assert caught.value.code == "EN004"


@pytest.mark.parametrize("module", ["openpyxl", "defusedxml"])
def test_a_library_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UnreadableError, match=r"pip install 'okrlint\[xlsx\]'") as caught:
        opened(PLAN)
    assert caught.value.code == "EN008"


def test_text_is_no_workbook() -> None:
    assert isinstance(XlsxReader(), ContainerReader)
    with pytest.raises(UnreadableError, match="bytes"):
        XlsxReader().read(Source("O1: Win"), ReadingOptions())


def test_what_openpyxl_warns_of_is_not_passed_on() -> None:
    data = changed(
        "sheet1.xml",
        b"</sheetData>",
        b'</sheetData><extLst><ext uri="{CCE6A557-97BC-4B89-ADB6-D9C93CAAB3DF}"/></extLst>',
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert statements(read(data)[0]) == [("Win", ["NPS to 50"])]


def test_a_workbook_with_wrong_bytes_is_read_or_refused() -> None:
    data = workbook(BITABLE, merged("A1:A2"))
    chance = random.Random(7)

    def spoil(_: str, part: bytes) -> bytes:
        spoiled = bytearray(part)
        for _ in range(chance.choice((0, 0, 1, 3))):
            spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        return bytes(spoiled)

    for _ in range(60):
        try:
            document, source = read(with_parts(data, spoil))
        except UnreadableError:
            continue
        assert_places(source, document)


CELLS = st.sampled_from(
    [
        "Objective",
        "Key Result",
        "目标",
        "关键结果",
        "Owner",
        "O1: Win",
        "KR1",
        "KR1：NPS 到 50\n2. x",
        "Win",
        "=1+1",
        0.5,
        None,
    ]
)


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=5), max_size=6), st.sampled_from(["A1:A2", "B2:B4", "A1:C3"]))
def test_places_are_exact_whatever_stands_in_a_sheet(rows: Rows, cells: str) -> None:
    document, source = read(workbook({"2026 Q2 OKRs": rows, "KRs": rows[:2]}, merged(cells)))
    for problem in document.problems:
        assert source.slice(problem.span)
