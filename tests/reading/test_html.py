"""HTML: the structure of its elements, exact places, exports of editors, and pages that are broken."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from outline_shapes import Shape, shape_of
from places import assert_sound, assert_text

from okrlint.model import Document
from okrlint.reading.html.elements import BLOCKS, CELLS
from okrlint.reading.html.reader import HtmlReader, outline_of
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.markdown.reader import MarkdownReader
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source


def read(text: str, path: str = "okr.html") -> Document:
    source = Source(text, path)
    document = HtmlReader().read(source, ReadingOptions())
    assert_sound(source, document)
    return document


def shape(text: str) -> Shape:
    root = outline_of(text).root
    for block in root.walk():
        if block.text:
            assert_text(text, block.text)
    return shape_of(root)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<h1>A</h1><p>b<h2>C</h2>d", [["h1 A", "line b", ["h2 C", "line d"]]]),
        ("<h3>O1:<br>grow</h3>", ["h3 O1: grow"]),
        ("<p>a<br>b<br/>c</p><div>d<div>e</div></div>f", [f"line {letter}" for letter in "abcdef"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</ul>", [["item a", "item b"], "item c"]),
        ("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", [["item a", "item b"], "item c"]),
        ("<ol><li><p>a</p><p>more</p></li></ol>", [["item a", "line more"]]),
        ("<li>a<li>b", ["item a", "item b"]),
        ("<ul><li><h3>O1: x</h3>y</ul>", [["item O1: x", "line y"]]),
        ("<blockquote>a<p>b</blockquote>c", [["quote", "line a", "line b"], "line c"]),
        ("<details><summary>a</summary>b</details>", ["line a", "line b"]),
        ("<dl><dt>Owner</dt><dd>Ana</dd><dt>Due:<dd>May</dl>", ["line Owner: Ana", "line Due: May"]),
        ("<dl><dt>Owners<dd>Ana<dd>Bo</dl>", ["line Owners: Ana", "line Bo"]),
        ("<pre><code class='language-python'>x = {</code></pre>", ["code"]),
        ("<pre>O1: a\n  - KR1: b &lt; c</pre>", [["code", "line O1: a", "item KR1: b < c"]]),
        ("<p>一、目标<p>（一）甲<p>（二）乙", [["item 目标", "item 甲", "item 乙"]]),
        ("<p>1、目标</p><ul><li>甲</li></ul>", [["item 目标", "item 甲"]]),
        ("a<hr>b", ["line a", "line b"]),
    ],
)
def test_structure(text: str, expected: Shape) -> None:
    assert shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a &amp; b&nbsp;&nbsp;c &#x4e2d;&#25991;&copy;", "a & b c 中文©"),
        ("<p>  a \n\t b <b> c</b> </p>", "a b c"),
        ("<p>K\u200bR&#8203;1&shy;", "KR1"),
        ("<p>a<!-- b --><![CDATA[c]]><?d?><!e>f", "af"),
        ("<p>1 < 2 & 3 <4 <-- &unknown;", "1 < 2 & 3 <4 <-- &unknown;"),
        ("<p title='a > b' data-x=\"'>\">c</p>", "c"),
        ("<p title=it's>c</p>", "c"),
        ("<P>a<SCRIPT>if (a<b) x('</p>')</SCRIPT><STYLE>p{}</STYLE>b", "ab"),
        ("<p>a<span style='display: none'>b<b>c</b></span><i hidden>d</i><i aria-hidden=true>e</i>f", "af"),
        ("<p><img alt=x src='data:" + "A" * 100_000 + "'>a", "a"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert shape(text) == [f"line {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "<nav><ul><li>a</nav>",
        "<footer>a</footer>",
        "<template><p>a</template>",
        "<div hidden><p>a</div>",
        "<head><script>O1: a</script><style>a</style></head>",
        "<noscript>O1: x</noscript>",
        "<!-- <p>a</p>",
        "<ul hidden><li>a<li>b</ul>",
        "<svg><text>a</text></svg>",
        "<table hidden><tr><td>a</table>",
    ],
)
def test_what_is_not_shown_is_not_read(text: str) -> None:
    assert shape(text + "<p>z") in (["line z"], [])


def test_a_page_title_stands_above_where_no_heading_does() -> None:
    assert shape("<title>Q1 &amp; OKR</title><h2>A</h2>") == [["h1 Q1 & OKR", "h2 A"]]
    assert shape("<title>OKR</title><h1>A</h1>") == ["h1 A"]
    assert shape("<title>Untitled</title><h2>A</h2>") == ["h2 A"]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("<p><strong>O1: a</strong>b", 5),
        ("<p><b>O1</b>: <b>a</b>", 5),
        ("<p><span style='font-weight:700'>a</span>b", 1),
        ("<style>.c1{color:red}.c2{font-weight:700;x:y}</style><p class='c1 c2'>ab", 2),
        ("<b style='font-weight:normal'><p>a</b>", 0),
        ("<p><b>a<p>b</b>", 1),
    ],
)
def test_bold(text: str, strong: int) -> None:
    line = next(block.line for block in outline_of(text).root.walk() if block.line)
    assert line.strong == strong


def test_links_within_the_page_refer() -> None:
    lines = [block.line for block in outline_of("<p><a href='#o1'>O1</a><p><a href='/o1'>O1</a>").root.children]
    assert [line.refers for line in lines if line] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<ul><li><input type=checkbox checked>a<li><input type='checkbox'> b<li>c</ul>", [True, False, None]),
        ("<p><input type=checkbox>a", [False]),
        ("<ul class='to-do-list'><li><div class='checkbox checkbox-on'></div> <span>a</span></ul>", [True]),
        ("<ul class='inline-task-list'><li class='checked'><span>a</span><li>b</ul>", [True, False]),
    ],
)
def test_boxes(text: str, expected: list[bool | None]) -> None:
    items = [block for block in outline_of(text).root.walk() if block.kind == "item"]
    assert [item.done for item in items] == expected
    assert [item.value for item in items] == list("abc")[: len(items)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table><thead><tr><th>A<th>B</thead><tbody><tr><td rowspan=2>1<td>2<tr><td>3</table>",
            [[[["A"], ["B"]], [["1"], ["2"]], [[], ["3"]]]],
        ),
        ("<table><tr><td>a<td colspan=2>b<td>c<tr><td>d</table>", [[[["a"], ["b"], [], ["c"]], [["d"]]]]),
        ("<table><tr><td><p>a</p><ul><li>b</ul>c<br>d<td></table>", [[[["a", "b", "c", "d"], []]]]),
        ("<table><tr><td>box<h2>A</h2></table>", ["line box", "h2 A"]),
        ("<table><tr><th colspan=2>T<tr><th>A<th>B<tr><td>1</table>", ["line T", [[["A"], ["B"]], [["1"]]]]),
        (
            "<table>{0}O{1}<tr><td>1{0}P{1}<tr><td>3{0}N</table>".format("<tr><th colspan=2>", "<tr><td>A<td>B"),
            [
                "line O",
                [[["A"], ["B"]], [["1"]]],
                "line P",
                [[["A"], ["B"]], [["3"]]],
                "line N",
            ],
        ),
        (
            "<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>e</table>",
            [[[["a"], ["b"]], [["c"], ["d"]]], "line e"],
        ),
        (
            "<table><tr><td>a<td>b<tr><td><table><tr><td>1<td>2</table><td>e</table>",
            [[[["a"], ["b"]], [["1", "2"], ["e"]]]],
        ),
        ("<table><tr><td>a</div></p></ul><td>b<tr><td>c<td>d</table>e", [[[["a"], ["b"]], [["c"], ["d"]]], "line e"]),
        ("<table>stray<tr><td>a<td>b</table>", ["line stray", [[["a"], ["b"]]]]),
        ("<table><caption>T</caption><tr><td>a<td>b</table>", ["line T", [[["a"], ["b"]]]]),
    ],
)
def test_tables(text: str, expected: Shape) -> None:
    assert shape(text) == expected


def test_lists_of_google_docs_are_flat() -> None:
    text = (
        "<ol class='c3 lst-kix_list_1-0 start'><li>O1: a</li></ol><ul class='c4 lst-kix_list_1-1'><li>KR1: b</li>"
        "<li>KR2: c</li></ul><ol class='c3 lst-kix_list_1-0'><li>O2: d</li></ol>"
    )
    assert shape(text) == [["item O1: a", "item KR1: b", "item KR2: c"], "item O2: d"]


def test_lists_of_word_are_paragraphs() -> None:
    ignored = "<span style='mso-list:Ignore'>{}<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
    text = (
        f"<p class=MsoListParagraph style='margin-left:.25in;mso-list:l0 level1 lfo1'>{ignored.format('·')}Grow</p>"
        f"<p class=MsoListParagraph style='margin-left:.5in;mso-list:l0 level2 lfo1'>{ignored.format('o')}Sign-ups</p>"
        f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>{ignored.format('KR1.')}Users</p>"
    )
    assert shape(text) == [["item Grow", "item Sign-ups", "item KR1.Users"]]


def test_a_company_table_has_objectives_over_several_rows() -> None:
    document = read(
        "<table><tbody><tr><th colspan='4'>2026 Q2 OKR</th></tr><tr><td><p><strong>Objective</strong></p></td>"
        "<td>Key Result</td><td>Owner</td><td>Weight</td></tr>"
        "<tr><td rowspan='2'>Win the market</td><td>Share rises to 20%</td><td>Ana</td><td>60%</td></tr>"
        "<tr><td>NPS rises to 45</td><td>Bo</td><td>40%</td></tr></tbody></table>"
    )
    (objective,) = document.objectives
    assert objective.text.value == "Win the market"
    assert [result.text.value for result in objective.key_results] == ["Share rises to 20%", "NPS rises to 45"]
    assert [str(result.owners[0]) for result in objective.key_results] == ["Ana", "Bo"]


def test_an_export_of_notion() -> None:
    document = read(
        "<article><header><h1 class='page-title'>Growth OKRs Q2 2026</h1><table class='properties'><tbody>"
        "<tr><th>Owner</th><td><span class='user'>Ana Li</span></td></tr><tr><th>Status</th><td>Active</td></tr>"
        "</tbody></table></header><ul class='toggle'><li><details open>"
        "<summary>O1: Make regulars our loudest advocates</summary>"
        "<ul class='bulleted-list'><li>KR1: Sign-ups rise from 400 to 900<ul><li>Owner: Bo</li></ul></li></ul>"
        "<ul class='bulleted-list'><li>KR2: NPS rises from 30 to 45</li></ul></details></li></ul></article>"
    )
    assert [str(owner) for owner in document.owners] == ["Ana Li"]
    (objective,) = document.objectives
    assert [[str(owner) for owner in result.owners] for result in objective.key_results] == [["Bo"], []]


def test_a_page_without_okrs_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrlint.reading.html.reader.outline_of", lambda _: pytest.fail("was parsed"))
    page = "<html><h1>Release notes</h1><p>Bugs fixed. Look at the book. O(n) is fast.</p></html>"
    assert read(page, "notes.html").objectives == ()


def test_html_in_markdown_may_hold_headings_and_lists() -> None:
    text = "<h2>O1: Win</h2>\n<ul>\n<li>KR1: Sign-ups rise from 4 to 9</li>\n</ul>\n\nMore\n"
    document = MarkdownReader().read(Source(text, "okr.md"), ReadingOptions())
    assert [(one.label, len(one.key_results)) for one in document.objectives] == [("O1", 1)]


_TAGS = sorted(BLOCKS | CELLS | {"a", "b", "br", "code", "input", "script", "span", "style", "template", "title", "tr"})
_WORDS = [
    "O1: Grow",
    "KR1: from 4 to 9%",
    "负责人：张三",
    "\n",
    "  ",
    "&amp;",
    "&nbsp;",
    "&#x4e2d;",
    "&",
    "<",
    "☐ ",
    "一、",
]
_ATTRIBUTES = ["", " rowspan=2", " colspan='3'", " hidden", " style='font-weight:700'", " href='#x'", " class=checkbox"]
_SOUP = st.lists(
    st.one_of(
        st.sampled_from(_WORDS),
        st.builds("<{}{}>".format, st.sampled_from(_TAGS), st.sampled_from(_ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(_TAGS)),
        st.sampled_from(["<!--", "-->", "<![CDATA[", "]]>", "<!x>", "<?x", "<a href='#x"]),
        st.text(max_size=4),
    ),
    max_size=40,
)


@given(_SOUP)
@example(["<table>", "<td>", "<ul>", "</table>", "<li>", "O1: x"])
def test_soup_is_read_with_exact_places(parts: list[str]) -> None:
    text = "".join(parts)
    read(text)
    shape(text)
    source = Source(text, "okr.md")
    assert_sound(source, MarkdownReader().read(source, ReadingOptions()))


_UNITS = (
    '<a |<!--|<![CDATA[|<a b="|<a b="<a " |<?|</a |<a =|&#x|<div>|<b><i>|<ul><li>x|<ul></div>|<table><tr><td>x'
    "|<tr><td rowspan=99>x|<blockquote>x|<h1>O1: x<h2>KR1: y|<title>|<dl><dt>x<dd>y|<pre>x\n"
    "|<p><span style='font-weight:700'>x"
)


@pytest.mark.parametrize("unit", _UNITS.split("|"))
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit)) + "</b></div></td></ul></table>" * 500
        with collector_paused():
            began = time.process_time()
            outline_of(text)
            return time.process_time() - began

    seconds(10_000)
    assert seconds(200_000) < 12 * max(seconds(40_000), 0.05)


def test_an_owner_or_date_merged_over_several_rows_is_that_of_each() -> None:
    document = read(
        "<h1>OKR 2026-Q2</h1><table>"
        "<tr><th>Objective</th><th>Key Result</th><th>Owner</th><th>Weight</th></tr>"
        "<tr><td rowspan=3>Delight our regulars</td><td>NPS from 10 to 40</td>"
        "<td rowspan=2>Dana</td><td rowspan=2>60%</td></tr>"
        "<tr><td>Churn from 5% to 3%</td></tr>"
        "<tr><td>Referrals from 100 to 300</td><td>Bo</td><td>40%</td></tr></table>",
    )
    (objective,) = document.objectives
    owners = [[owner.value for owner in key_result.owners] for key_result in objective.key_results]
    assert owners == [["Dana"], ["Dana"], ["Bo"]]
    assert [key_result.weight is not None for key_result in objective.key_results] == [True, False, True]
