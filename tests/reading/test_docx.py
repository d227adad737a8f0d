"""Word documents: paragraphs, lists, tables, tracked changes, places, and files that are broken or hostile."""

import sys
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline_shapes import Shape, shape_of
from places import assert_sound
from word_files import W, item, p, r, styled, table, tc, word_file, zipped

from okrlint.model import Document
from okrlint.reading.docx import body
from okrlint.reading.docx.reader import DocxReader
from okrlint.reading.docx.source import WordText
from okrlint.reading.interface import ContainerReader, ReadingOptions
from okrlint.reading.source import Source, UnreadableError
from okrlint.reading.word_sets import words

READER = DocxReader()


def opened(data: bytes) -> WordText:
    source = READER.open(data, "okr.docx")
    assert isinstance(source, WordText)
    return source


def read(data: bytes) -> tuple[WordText, Document]:
    source = opened(data)
    document = READER.read(source, ReadingOptions())
    assert_sound(source, document)
    return source, document


def shape(xml: str, title: str = "") -> Shape:
    return shape_of(opened(word_file(xml, title=title)).outline.root)


def refused(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        READER.open(data, "okr.docx")
    return caught.value


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (styled("A", "1") + p("b") + styled("C", "2") + styled("D", "own"), [["h1 A", "line b", "h2 C", "h2 D"]]),
        (styled("T", "t") + styled("A", "1"), [["h1 T", "h2 A"]]),
        (p("A", '<w:outlineLvl w:val="1"/>') + p("b", '<w:outlineLvl w:val="9"/>'), [["h2 A", "line b"]]),
        (styled("<w:r><w:t>O1:</w:t><w:br/><w:t>grow</w:t></w:r>", "1"), ["h1 O1: grow"]),
        (styled("a", "loop") + styled("b", "unknown") + styled("", "1"), ["line a", "line b"]),
        (styled("Contents 3", "toc1") + p("a"), ["line a"]),
        (item("a") + item("b", 1) + item("c"), [["item a", "item b"], "item c"]),
        (item("a") + styled("b", "num") + styled("c", "b2"), [["item a", "item b", "item c"]]),
        (p("a", '<w:numPr><w:numId w:val="0"/></w:numPr>'), ["line a"]),
        (item("增长", 0, 2) + item("甲", 1, 2) + item("乙", 1, 2) + item("留存", 0, 2) + item("丙", 1, 2),
         [["item 目标一：增长", "item KR1. 甲", "item KR2. 乙"], ["item 目标二：留存", "item KR1. 丙"]]),
        (item("", 0, 2) + p("z"), ["line z"]),
        (p("一、目标") + p("（一）甲") + p("1. 子") + p("二、乙"), [["item 目标", ["item 甲", "item 子"]], "item 乙"]),
        (p("1、目标") + item("甲"), [["item 目标", "item 甲"]]),
        (p("a") + p("- b") + p("- c", "<w:ind w:left='480'/>"), ["line a", ["item b", "item c"]]),
    ],
)  # fmt: skip
def test_structure(xml: str, expected: Shape) -> None:
    assert shape(xml) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (r("a ") + r("b"), ["line a b"]),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", ["line a b", "line c"]),
        ("<w:r><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>", ["line c-d"]),
        (f"<w:ins>{r('kept')}</w:ins><w:del><w:r><w:delText>dropped</w:delText></w:r></w:del>", ["line kept"]),
        (f"<w:moveFrom>{r('old')}</w:moveFrom><w:moveTo>{r('new')}</w:moveTo>", ["line new"]),
        (f"<w:hyperlink r:id='x'>{r('link')}</w:hyperlink>{r('!')}", ["line link!"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>", ["line control"]),
        ("<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>" + r("7"), ["line 7"]),
        (r("a") + "<w:r><w:footnoteReference w:id='1'/></w:r><w:r><w:commentReference w:id='1'/></w:r>", ["line a"]),
        (r("a") + r("secret", "<w:vanish/>"), ["line a"]),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + r(" a"), ["item a"]),
        ("<w:ruby><w:rt>" + r("hàn") + "</w:rt><w:rubyBase>" + r("汉") + "</w:rubyBase></w:ruby>", ["line 汉"]),
        (r("K\u200bR1:\u00a0a"), ["line KR1: a"]),
        (r("a &amp; &lt;b&gt;"), ["line a & <b>"]),
    ],
)  # fmt: skip
def test_words(said: str, expected: Shape) -> None:
    assert shape(p(said)) == expected


def test_text_boxes_are_read_once_and_behind_their_paragraph() -> None:
    box = f"<wps:txbx><w:txbxContent>{p('in the box')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><w:txbxContent>{p('in the box')}</w:txbxContent></w:pict>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    assert shape(p(drawing + r("around")) + p("after")) == ["line around", "line in the box", "line after"]


def test_content_controls_around_paragraphs_and_rows_are_read() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    rows = (
        table(["A", "B"])
        .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
        .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
    )
    assert shape(control(p("a")) + rows) == ["line a", [[["A"], ["B"]]]]  # fmt: skip


@pytest.mark.parametrize(("state", "done"), [("1", True), ("0", False)])
def test_boxes_that_can_be_ticked(state: str, done: bool) -> None:
    box = (
        f"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{state}'/></w14:checkbox></w:sdtPr>"
        f"<w:sdtContent>{r('☒')}</w:sdtContent></w:sdt>"
    )
    (first, second) = opened(word_file(item(box + r(" a")) + p("☑ b"))).outline.root.children
    assert (first.value, first.done) == ("a", done)
    assert (second.kind, second.value, second.done) == ("item", "b", True)


@pytest.mark.parametrize(
    ("xml", "strong"),
    [
        (p(r("O1", "<w:b/>") + r(": ") + r("a", "<w:rStyle w:val='strong'/>") + r("b")), 5),
        (p(r("a", "<w:b w:val='0'/>")), 0),
        (p(r("a", "<w:rStyle w:val='strong'/><w:b w:val='false'/>")), 0),
        (p(r("  a", "<w:b/>") + r("b")), 1),
    ],
)
def test_bold(xml: str, strong: int) -> None:
    (line,) = opened(word_file(xml)).outline.root.children
    assert line.line
    assert line.line.strong == strong


def test_links_within_the_document_refer() -> None:
    xml = p(f"<w:hyperlink w:anchor='o1'>{r('O1')}</w:hyperlink>") + p(f"<w:hyperlink r:id='x'>{r('O1')}</w:hyperlink>")
    lines = [block.line for block in opened(word_file(xml)).outline.root.children]
    assert [line.refers for line in lines if line] == [True, False]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            table(["A", "B"], [tc("1", "<w:vMerge w:val='restart'/>"), "2"], [tc("x", "<w:vMerge/>"), "3"]),
            [[[["A"], ["B"]], [["1"], ["2"]], [[], ["3"]]]],
        ),
        (table(["a", tc("b", "<w:gridSpan w:val='2'/>"), "c"], ["d"]), [[[["a"], ["b"], [], ["c"]], [["d"]]]]),
        (
            table([tc("T", "<w:gridSpan w:val='2'/>")], ["A", "B"], ["1", "2"]),
            ["line T", [[["A"], ["B"]], [["1"], ["2"]]]],
        ),
        (table([tc(p("a") + item("b")), "c"], ["d", "e"]), [[[["a", "b"], ["c"]], [["d"], ["e"]]]]),
        (table(["a", "b"], [tc(table(["c", "d"]) + p("")), "e"]), [[[["a"], ["b"]], [["c", "d"], ["e"]]]]),
        (table([tc(p("box") + styled("A", "1"))]), ["line box", "h1 A"]),
        (table([tc(table(["a", "b"], ["c", "d"])), "e"]), [[[["a"], ["b"]], [["c"], ["d"]]], "line e"]),
        (table(["a", "b"], ["c", "d"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1), [[[["c"], ["d"]]]]),
        (
            table(["a", "b"]).replace("<w:tr>", "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"),
            [[[[], ["a"], ["b"]]]],
        ),
    ],
)
def test_tables(xml: str, expected: Shape) -> None:
    assert shape(xml) == expected


def test_the_title_of_the_properties_stands_above_where_no_heading_does() -> None:
    assert shape(styled("A", "2"), title="2026 OKR") == [["h1 2026 OKR", "h3 A"]]
    assert shape(styled("A", "1"), title="2026 OKR") == ["h1 A"]
    assert shape(styled("A", "2"), title="Template") == ["h2 A"]


def test_places_are_paragraphs_and_cells() -> None:
    xml = (
        p("OKR")
        + p("")
        + p("<w:r><w:t>O1: Grow</w:t><w:br/><w:t>KR1: x</w:t></w:r>")
        + table(["a", "b"], ["c", "目标"])
    )
    source = opened(word_file(xml))
    grow, key_result, goal = (source.text.index(found) for found in ("Grow", "KR1", "目标"))
    assert (source.position(grow), source.place(grow)) == ((2, 5), ("paragraph 2", "第 2 段"))
    assert (source.position(key_result), source.place(key_result)) == ((2, 1), ("paragraph 2", "第 2 段"))
    assert (source.position(goal), source.place(goal)) == ((2, 2), ("table 1, row 2, cell 2", "表 1 第 2 行第 2 格"))


def test_the_strict_kind_and_another_main_part_are_read() -> None:
    strict = W.replace("schemas.openxmlformats", "purl.oclc")
    document = f"<w:document xmlns:w='{strict}'><w:body>{p('a')}</w:body></w:document>"
    relations = "<R><Relationship Type='http://x/officeDocument' Target='/w/main.xml'/></R>"
    source = opened(zipped({"w/main.xml": document, "_rels/.rels": relations}))
    assert source.text == "a"


def test_a_document_that_python_docx_wrote() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Growth OKRs 2026 Q2", 0)
    document.add_heading("O1: Make regulars our loudest advocates", 1)
    document.add_paragraph("KR1: Sign-ups rise from 400 to 900", style="List Bullet")
    document.add_paragraph("Owner: Ana", style="List Bullet 2")
    cells = [["关键结果", "负责人"], ["KR2：月活提升到 15 万", "张三"]]
    grid = document.add_table(rows=2, cols=2)
    for row, said in zip(grid.rows, cells, strict=True):
        for cell, word in zip(row.cells, said, strict=True):
            cell.text = word
    buffer = BytesIO()
    document.save(buffer)
    _, found = read(buffer.getvalue())
    assert found.title
    assert found.title.value == "Growth OKRs 2026 Q2"
    (objective,) = found.objectives
    assert [[str(owner) for owner in result.owners] for result in objective.key_results] == [["Ana"], ["张三"]]


def test_a_form_with_a_field_in_each_row() -> None:
    _, found = read(
        word_file(
            table(
                [tc("2026 年第二季度 OKR", "<w:gridSpan w:val='2'/>")],
                ["目标", "提升客户留存"],
                ["关键结果1", "流失率从 8% 降到 4%"],
                ["关键结果2", "月活从 10 万提升到 15 万"],
            )
        )
    )
    (objective,) = found.objectives
    assert objective.text.value == "提升客户留存"
    assert len(objective.key_results) == 2


def test_a_form_with_objectives_between_headers() -> None:
    wide = "<w:gridSpan w:val='4'/>"
    header = ["关键结果", "权重", "完成时间", "信心"]
    _, found = read(
        word_file(
            table(
                [tc("个人 OKR 表（2026 Q2）", wide)],
                ["姓名", "张三", "部门", "产品部"],
                [tc("目标 O1：把新手引导做到人人会用", wide)],
                header,
                ["KR1：新手完成率从 40% 提升到 70%", "60%", "2026-06-15", "6/10"],
                ["KR2：客服咨询量下降 30%", "40%", "2026-06-30", "5/10"],
                [tc("目标 O2：让付费更顺畅", wide)],
                header,
                ["KR1：支付成功率从 92% 提升到 97%", "100%", "2026-06-30", "7/10"],
                [tc("直属上级签字：", wide)],
            )
        )
    )
    assert [str(owner) for owner in found.owners] == ["张三"]
    assert found.team
    assert found.team.value == "产品部"
    assert [(one.label, len(one.key_results)) for one in found.objectives] == [("目标 O1", 2), ("目标 O2", 1)]
    assert [result.weight and result.weight.value for result in found.objectives[0].key_results] == [0.6, 0.4]


def test_numbered_paragraphs_of_an_official_document() -> None:
    _, found = read(
        word_file(
            p(r("市场部2026年第二季度OKR", "<w:b/>"))
            + p("一、目标：让品牌被目标客户记住")
            + p("（一）关键结果1：品牌搜索指数从 3000 提升至 6000")
            + p("1. 行动：投放行业媒体")
            + p("（二）关键结果2：官网月访问量提升 50%")
            + p("二、目标：提升线索质量")
            + p("（一）关键结果1：MQL 转化率从 12% 提高到 20%")
        )
    )
    assert found.cycle
    assert str(found.team and found.team.value) == "市场部"
    assert [len(one.key_results) for one in found.objectives] == [2, 1]
    assert [action.text.value for action in found.objectives[0].key_results[0].actions] == ["投放行业媒体"]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "EN005", "damaged"),
        (b"PK\x03\x04 cut off", "EN005", "damaged"),
        (b"O1: not a Word document", "EN005", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "EN005", "before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "EN005", "password"),
        (zipped({"xl/workbook.xml": "<a/>"}), "EN005", "no Word document"),
        (zipped({"word/document.xml": "<w:document"}), "EN005", "damaged"),
        (zipped({"word/document.xml": "<?xml version='1.0' encoding='nonsense'?><a/>"}), "EN005", "damaged"),
        (word_file(p("a") * (body.MAX_PARAGRAPHS + 1)), "EN004", "paragraphs"),
        (word_file("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "EN004", "nests"),
        (word_file(p("<w:smartTag>" * 200 + "</w:smartTag>" * 200)), "EN004", "nests"),
        (word_file("<w:tbl><w:tr><w:tc>" * 200 + p("a") + "</w:tc></w:tr></w:tbl>" * 200), "EN004", "nests"),
        (word_file("", extra={"word/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "EN005", "entities"),
        (word_file("", extra={"word/styles.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"}), "EN005", "entities"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, said: str) -> None:
    error = refused(data)
    assert error.code == code
    assert said in error.message.en
    assert error.message.zh


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    error = refused(word_file(p("a")))
    assert error.code == "EN008"
    assert "okrlint[docx]" in error.message.en
    assert "okrlint[docx]" in error.message.zh


def test_text_is_no_word_document() -> None:
    assert isinstance(READER, ContainerReader)
    with pytest.raises(UnreadableError):
        READER.read(Source("O1: x", "-"), ReadingOptions())


_EMPTY = ["<w:br/>", "<w:tab/>", "<w:t/>", "<w:tc/>", "<w:tr/>", "<w:p/>", "<w:t>x</w:t>", "<w:gridSpan w:val='x'/>"]
_NAMES = words("p r tbl tr tc sdt sdtContent ins del pPr trPr tcPr txbxContent numPr")
_XML = st.recursive(
    st.one_of(
        st.sampled_from(["O1: Grow", "KR1：月活提升到 15 万", "负责人：张三", "一、"]).map(r),
        st.sampled_from(_EMPTY),
        st.builds(item, st.sampled_from(["a", "☐ b"]), st.integers(-1, 12), st.integers(0, 3)),
        st.builds(styled, st.sampled_from(["a", "O2: b"]), st.sampled_from(["1", "own", "t", "num", "b2"])),
    ),
    lambda inner: st.builds(
        "<w:{0}>{1}</w:{0}>".format, st.sampled_from(sorted(_NAMES)), st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=20,
)


@given(st.lists(_XML, max_size=4).map("".join))
def test_any_nesting_of_elements_is_read_with_exact_places(xml: str) -> None:
    source, _ = read(word_file(xml))
    for block in source.outline.root.walk():
        if block.text:
            assert source.slice(block.text.span) == block.text.value


_WHOLE = word_file(styled("O1: Grow", "1") + item("KR1: from 4 to 9") + table(["a", "b"], ["c", "d"]), title="OKR")


@given(st.integers(0, len(_WHOLE) - 1), st.binary(min_size=1, max_size=8), st.booleans())
def test_damaged_bytes_are_read_or_refused(at: int, noise: bytes, cut: bool) -> None:
    data = _WHOLE[:at] if cut else _WHOLE[:at] + noise + _WHOLE[at + len(noise) :]
    try:
        read(data)
    except UnreadableError as error:
        assert error.code in ("EN004", "EN005")
