"""Fields of an author's own: known in every layout and language, while something is read with them and no longer."""

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import assert_places
from word_files import item, p, styled, table, tc, word_file
from workbooks import workbook

from okrlint.config.settings import Settings
from okrlint.declaring.definitions import Declared
from okrlint.model import Document, Field
from okrlint.opening import open_with, read_document, reader_for
from okrlint.reading.fields import builtin_field, canonical, declared, field_name, is_declared
from okrlint.reading.interface import ReadingOptions, open_source
from okrlint.reading.source import Source, UnreadableError

FIELDS = {
    "Review date": "review date",
    "评审日期": "review date",
    "Budget": "budget",
    "预算": "budget",
    "Data owner": "data owner",
    "Reviewers": "reviewer",
    "评审人": "reviewer",
    "OKR link": "okr link",
    "目标客户": "customer",
    "Budget 2026": "budget of the year",
    "Data source": "origin",
}


def read(text: str | bytes, format: str = "markdown", fields: Mapping[str, str] = FIELDS, path: str = "-") -> Document:
    reader = reader_for(format, path)
    options = ReadingOptions(fields=fields)
    with declared(options.fields):
        source = open_source(reader, text, path) if isinstance(text, bytes) else Source(text, path)
        document = reader.read(source, options)
    assert_places(source, document)
    return document


def said(fields: tuple[Field, ...]) -> list[tuple[str, str]]:
    return [(field.name, field.text.value) for field in fields]


def of_result(words: str) -> tuple[str, list[tuple[str, str]], list[str]]:
    """Return the statement, the fields and the owners of a key result that is written like this."""
    (result,) = read(f"# OKR\n\n## O1: Win\n\n- KR1: {words}\n").objectives[0].key_results
    return result.text.value, said(result.fields), [owner.value for owner in result.owners]


# ------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("review date", "review date"),
        ("REVIEW-DATE", "review date"),
        ("reviewDate", "review date"),
        ("review_date", "review date"),
        ("ＲＥＶＩＥＷ　ＤＡＴＥ", "review date"),
        ("**Review date**:", "review date"),
        ("📅 Review date", "review date"),
        ("Review date (planned)", "review date"),
        ("Review date 2", "review date"),
        ("KR_Review_Date", "review date"),
        ("Objective review date", "review date"),
        ("KR2 review date", "review date"),
        ("评审日期", "review date"),
        ("評審日期：", "review date"),
        ("【评审日期】", "review date"),
        ("目标评审日期", "review date"),
        ("評審日期 Review date", "review date"),
        ("Review date / 评审日期", "review date"),
        ("OKR link", "okr link"),
        ("budget 2026", "budget of the year"),
        ("Budget 2025", "budget"),
        ("Budget of the year", "budget of the year"),
        ("data owner", "data owner"),
        ("Owner", "owner"),
        ("Data source", "origin"),
        ("Source", "source"),
        ("Origin", "origin"),
        ("Review dates", None),
        ("Reviewing date", None),
        ("Review date / Owner", None),
        ("Review date: 10 May", None),
    ],
)
def test_spellings_of_declared_fields(name: str, expected: str | None):
    with declared(FIELDS):
        assert canonical(name) == expected


def test_a_traditional_spelling_is_declared_for_the_simplified_one_too():
    with declared({"預算項目": "Budget line"}):
        assert canonical("预算项目") == canonical("預算項目") == field_name("budget-line") == "Budget line"
        assert is_declared("Budget line")
        assert not is_declared("budget")


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Owner", "owner"),
        ("負責人", "owner"),
        ("KR deadline", "deadline"),
        ("Plan 2026", "action"),
        ("Ответственный", "owner"),
        ("Retro", "retrospective"),
        ("heading", "heading"),
        ("Source", None),
        ("数据来源", None),
        ("risks", None),
        ("Review date", None),
        ("", None),
    ],
)
def test_fields_with_a_place_in_the_model_are_told(spelling: str, expected: str | None):
    assert builtin_field(spelling) == expected


def test_what_has_a_place_in_the_model_keeps_it_whatever_is_declared():
    fields = {"Owner": "boss", "Held by": "owner", "Weight": "share", "Heading": "heading"}
    document = read("# OKR\n\n## O1: Win (owner: Ana)\n\n- KR1: Ship 5 (weight: 30%)\n", fields=fields)
    (objective,) = document.objectives
    assert [owner.value for owner in objective.owners] == ["Ana"]
    assert objective.key_results[0].weight is not None
    with declared(fields):
        assert [canonical(name) for name in ("Owner", "Held by", "Weight")] == ["owner", None, "weight"]


@pytest.mark.parametrize("name", ["share", "Share", "value", "date of", "field"])
def test_a_name_that_readers_use_themselves_is_an_attribute_as_any_other(name: str):
    text = f"# OKR\n\n## O1: Win\n\n| KR | {name} |\n|---|---|\n| Ship 5 | big |\n| Ship 6 | 40% |\n"
    for fields in ({}, {name: name}):
        results = read(text, fields=fields).objectives[0].key_results
        expected = name if fields else name.lower()
        assert [said(result.fields) for result in results] == [[(expected, "big")], [(expected, "40%")]]


# ------------------------------------------------------------ layouts

_HEAD = "# OKR\n\n## O1: Win\n\n"
_ORG_HEAD = "#+TITLE: OKR\n"
_RST_HEAD = "OKR\n===\n\n"

LAYOUTS = {
    "sub-bullet": ("markdown", f"{_HEAD}- KR1: Ship 5\n  - NAME: WORDS\n  - Owner: Ana\n", "result"),
    "bold sub-bullet": ("markdown", f"{_HEAD}- KR1: Ship 5\n  - **NAME:** WORDS\n", "result"),
    "bold name": ("markdown", f"{_HEAD}- KR1: Ship 5\n  - **NAME**: WORDS\n", "result"),
    "item beside key results": ("markdown", f"{_HEAD}- NAME: WORDS\n- KR1: Ship 5\n", "objective"),
    "item beside a plain list": ("markdown", f"{_HEAD}- NAME: WORDS\n- Ship 5\n", "objective"),
    "line below a heading": ("markdown", f"{_HEAD}**NAME:** WORDS\n\n- KR1: Ship 5\n", "objective"),
    "line of fields": ("markdown", f"{_HEAD}Owner: Ana · NAME: WORDS · Due: 30 June\n\n- KR1: Ship 5\n", "objective"),
    "line below an item": ("markdown", f"{_HEAD}- KR1: Ship 5\n  NAME: WORDS\n", "result"),
    "line below a line": ("markdown", "# OKR\n\nO1: Win\nKR1: Ship 5\nNAME: WORDS\nKR2: Ship 6\nNAME: -\n", "result"),
    "quote": ("markdown", f"{_HEAD}> NAME: WORDS\n\n- KR1: Ship 5\n", "objective"),
    "parentheses": ("markdown", f"{_HEAD}- KR1: Ship 5 (owner: Ana; NAME: WORDS)\n", "result"),
    "parentheses with commas": ("markdown", f"{_HEAD}- KR1: Ship 5 (NAME: WORDS, owner: Ana)\n", "result"),
    "brackets": ("markdown", f"{_HEAD}- KR1: Ship 5 [NAME: WORDS]\n", "result"),
    "parentheses in front": ("markdown", f"{_HEAD}- KR1: (NAME: WORDS) Ship 5\n", "result"),
    "parentheses in a heading": ("markdown", "# OKR\n\n## O1: Win (NAME: WORDS)\n\n- KR1: Ship 5\n", "objective"),
    "behind the label": ("markdown", "# OKR\n\n## O1 (NAME: WORDS): Win\n\n- KR1: Ship 5\n", "objective"),
    "behind a dash": ("markdown", f"{_HEAD}- KR1: Ship 5 — NAME: WORDS\n", "result"),
    "behind a bar": ("markdown", f"{_HEAD}- KR1: Ship 5 | NAME: WORDS | Owner: Ana\n", "result"),
    "behind a semicolon": ("markdown", f"{_HEAD}- KR1: Ship 5; NAME: WORDS; Owner: Ana\n", "result"),
    "behind a blank": ("markdown", f"{_HEAD}- KR1: Ship 5 NAME: WORDS\n", "result"),
    "column": ("markdown", f"{_HEAD}| KR | NAME | Owner |\n|-|-|-|\n| Ship 5 | WORDS | Ana |\n", "result"),
    "column of all": (
        "markdown", "# OKR\n\n| Objective | KR | NAME |\n|-|-|-|\n| Win | Ship 5 | WORDS |\n", "result",
    ),
    "row": ("markdown", f"{_HEAD}| Field | Value |\n|-|-|\n| NAME | WORDS |\n\n- KR1: Ship 5\n", "objective"),
    "definition": ("markdown", f"{_HEAD}NAME\n: WORDS\n\n- KR1: Ship 5\n", "objective"),
    "section": (
        "markdown",
        "# OKR\n\n## A\n\nNAME: WORDS\n\n### O1: Win\n\n- KR1: Ship 5\n\n## B\n\n### O1: Do\n\n- KR1: Go\n",
        "objective",
    ),
    "preamble": ("markdown", "# OKR\n\nNAME: WORDS\n\n## O1: Win\n\n- KR1: Ship 5\n", "document"),
    "front matter": ("markdown", f"---\nNAME: WORDS\n---\n{_HEAD}- KR1: Ship 5\n", "document"),
    "fenced YAML": (
        "markdown",
        "# OKR\n\n```yaml\nobjectives:\n  - objective: Win\n    NAME: WORDS\n    key_results: [Ship 5]\n```\n",
        "objective",
    ),
    "HTML in Markdown": ("markdown", f"{_HEAD}<p><b>NAME:</b> WORDS</p>\n\n- KR1: Ship 5\n", "objective"),
    "YAML": ("yaml", "objectives:\n  - objective: Win\n    NAME: WORDS\n    key_results: [Ship 5]\n", "objective"),
    "YAML at the top": ("yaml", "NAME: WORDS\nobjectives:\n  - title: Win\n    key_results: [Ship 5]\n", "document"),
    "YAML around": (
        "yaml",
        "teams:\n  - name: A\n    NAME: WORDS\n    objectives:\n      - title: Win\n        key_results: [Ship 5]\n",
        "objective",
    ),
    "YAML in a key result": (
        "yaml", "objectives:\n  - title: Win\n    key_results:\n      - title: Ship 5\n        NAME: WORDS\n", "result",
    ),
    "JSON": ("json", '{"objectives": [{"title": "Win", "NAME": "WORDS", "keyResults": ["Ship 5"]}]}', "objective"),
    "TOML": (
        "toml", '[[objectives]]\nobjective = "Win"\n"NAME" = "WORDS"\nkey_results = ["Ship 5"]\n', "objective",
    ),
    "CSV": ("csv", "Objective,Key Result,NAME\nWin,Ship 5,WORDS\n", "result"),
    "CSV above": ("csv", "NAME,WORDS,\nObjective,Key Result,Owner\nWin,Ship 5,Ana\n", "document"),
    "CSV typed": ("csv", "Type,Title,NAME\nObjective,Win,WORDS\nKR,Ship 5,\n", "objective"),
    "HTML": ("html", "<h1>OKR</h1><h2>O1: Win</h2><p>NAME: WORDS</p><ul><li>KR1: Ship 5</li></ul>", "objective"),
    "HTML definitions": (
        "html",
        "<h1>OKR</h1><h2>O1: Win</h2><dl><dt>NAME</dt><dd>WORDS</dd></dl><ul><li>KR1: Ship 5</li></ul>",
        "objective",
    ),
    "HTML column": (
        "html",
        "<h1>OKR</h1><table><tr><th>Objective<th>KR<th>NAME</tr><tr><td>Win<td>Ship 5<td>WORDS</tr></table>",
        "result",
    ),
    "HTML item": (
        "html", "<h1>OKR</h1><h2>O1: Win</h2><ul><li>KR1: Ship 5<ul><li>NAME: WORDS</ul></ul>", "result",
    ),
    "Org property": ("org", f"{_ORG_HEAD}* O1: Win\n:PROPERTIES:\n:KEY: WORDS\n:END:\n- KR1: Ship 5\n", "objective"),
    "Org keyword": ("org", f"{_ORG_HEAD}#+KEY: WORDS\n* O1: Win\n- KR1: Ship 5\n", "document"),
    "Org item": ("org", f"{_ORG_HEAD}* O1: Win\n- NAME :: WORDS\n- KR1: Ship 5\n", "objective"),
    "RST field": ("rst", f"{_RST_HEAD}O1: Win\n-------\n\n:NAME: WORDS\n\n* KR1: Ship 5\n", "objective"),
    "RST definition": ("rst", f"{_RST_HEAD}O1: Win\n-------\n\nNAME\n    WORDS\n\n* KR1: Ship 5\n", "objective"),
    "RST preamble": ("rst", f"{_RST_HEAD}:NAME: WORDS\n\nO1: Win\n-------\n\n* KR1: Ship 5\n", "document"),
}  # fmt: skip

_WIDE = str.maketrans({":": "：", "(": "（", ")": "）", ";": "；"})
_AS_WRITTEN = ("HTML", "YAML", "JSON", "TOML", "CSV", "Org", "RST", "front matter", "fenced", "definition")


@pytest.mark.parametrize(
    ("name", "words"), [("Review date", "10 May"), ("评审日期", "5月10日"), ("評審日期", "5月10日")]
)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str, name: str, words: str):
    suffix, text, at = LAYOUTS[layout]
    text = text.replace("KEY", name.replace(" ", "_"))
    if not name.isascii() and not layout.startswith(_AS_WRITTEN):
        text = text.translate(_WIDE)
    document = read(text.replace("NAME", name).replace("WORDS", words), suffix)
    objective = document.objectives[0]
    result = objective.key_results[0]
    found = {"document": said(document.fields), "objective": said(objective.fields), "result": said(result.fields)}
    assert found == {"document": [], "objective": [], "result": []} | {at: [("review date", words)]}
    assert (objective.text.value, result.text.value) == ("Win", "Ship 5")
    assert result.deadline is None or "30" in result.deadline.raw
    assert {owner.value for each in (objective, result) for owner in each.owners} <= {"Ana"}


@pytest.mark.parametrize(("name", "words"), [("Review date", "10 May"), ("評審日期", "5月10日")])
def test_word_documents(name: str, words: str):
    body = (
        styled("OKR", "1") + p(f"{name}: {words}") + styled("O1: Win", "2") + p(f"{name}：{words}") +
        item(f"KR1: Ship 5 ({name}: {words})") + item(f"{name}: {words}", 1)
    )  # fmt: skip
    document = read(word_file(body), "docx", path="okr.docx")
    (objective,) = document.objectives
    (result,) = objective.key_results
    one = [("review date", words)]
    assert [said(each.fields) for each in (document, objective, result)] == [one, one, one * 2]
    assert result.text.value == "Ship 5"

    rows = table([tc(p("Objective")), tc(p("KR")), tc(p(name))], [tc(p("Win")), tc(p("Ship 5")), tc(p(words))])
    (objective,) = read(word_file(styled("OKR", "1") + rows), "docx", path="okr.docx").objectives
    assert said(objective.key_results[0].fields) == one


def test_a_row_of_a_form_in_a_word_document():
    row = [tc(p(words)) for words in ("姓名", "张三", "评审日期", "5月10日")]
    header = [tc(p(words)) for words in ("目标", "关键结果", "权重", "截止")]
    plan = [tc(p(words)) for words in ("赢", "交付5", "100%", "6月30日")]
    document = read(word_file(styled("OKR", "1") + table(row, header, plan)), "docx", path="okr.docx")
    assert said(document.fields) == [("review date", "5月10日")]
    assert [owner.value for owner in document.owners] == ["张三"]
    assert [objective.text.value for objective in document.objectives] == ["赢"]


@pytest.mark.parametrize(("name", "words"), [("Review date", "10 May"), ("評審日期", "5月10日")])
def test_workbooks(name: str, words: str):
    one = [("review date", words)]
    plan = workbook({"OKRs": [(name, words), ("Objective", "Key Result", name), ("Win", "Ship 5", words)]})
    document = read(plan, "xlsx", path="okr.xlsx")
    assert said(document.fields) == said(document.objectives[0].key_results[0].fields) == one

    free = workbook({"OKRs": [("O1: Win",), (name, words), ("KR1: Ship 5",), (f"{name}: {words}",)]})
    (objective,) = read(free, "xlsx", path="okr.xlsx").objectives
    assert said(objective.fields) == said(objective.key_results[0].fields) == one

    header = ("Objective", "Key Result")
    several = workbook({"A": [(name, words), header, ("Win", "Ship 5")], "B": [header, ("Do", "Go")]})
    document = read(several, "xlsx", path="okr.xlsx")
    assert [said(objective.fields) for objective in document.objectives] == [one, []]


@pytest.mark.parametrize(
    ("written", "statement", "fields", "owners"),
    [
        ("Ship 5 (owner: Ana; budget: 10k)", "Ship 5", [("budget", "10k")], ["Ana"]),
        ("Ship 5（负责人：张三；预算：10万、20万）", "Ship 5", [("budget", "10万、20万")], ["张三"]),
        ("Ship 5 (budget: 10k, 30 June)", "Ship 5", [("budget", "10k")], []),
        ("Ship 5 (review date: 10 May, 10 June)", "Ship 5", [("review date", "10 May, 10 June")], []),
        ("Ship 5 (budget: 1, budget: 2)", "Ship 5", [("budget", "1"), ("budget", "2")], []),
        ("Ship 5 — Data owner: Ana", "Ship 5", [("data owner", "Ana")], []),
        ("Ship 5 Data Owner: Ana", "Ship 5", [("data owner", "Ana")], []),
        ("Ship 5; reviewers: @bo, @ana", "Ship 5", [("reviewer", "@bo, @ana")], []),
        ("Ship 5; reviewers: Bo @ana", "Ship 5", [("reviewer", "Bo")], ["ana"]),
        ("Ship 5. Review date: 10 May", "Ship 5.", [("review date", "10 May")], []),
        ("Ship 5; Budget: see: the sheet", "Ship 5", [("budget", "see: the sheet")], []),
        ("Ship 5 (Budget 2026: yes)", "Ship 5", [("budget of the year", "yes")], []),
        ("Ship 5 (budget 10k)", "Ship 5 (budget 10k)", [], []),
        ("Ship 5 (unknown: 10k)", "Ship 5 (unknown: 10k)", [], []),
        ("Ship the budget: all of it", "Ship the budget: all of it", [], []),
        ("按期交付，目标客户：中小企业，负责人：李四", "按期交付", [("customer", "中小企业")], ["李四"]),
        ("按期交付【评审人】王五", "按期交付", [("reviewer", "王五")], []),
    ],
)
def test_inline(written: str, statement: str, fields: list[tuple[str, str]], owners: list[str]):
    assert of_result(written) == (statement, fields, owners)


def test_values_in_several_lines_and_several_values():
    text = (
        "# OKR\n\n## O1: Win\n\n- KR1: Ship 5\n"
        "  - Budget: 10k for\n    the pilot\n  - Reviewers:\n    - Ana\n    - Bo\n"
        "  - Review date: 10 May\n  - 評審日期：5月20日\n  - OKR link: https://example.com/a\n  - Origin: CRM\n"
    )
    (result,) = read(text).objectives[0].key_results
    assert said(result.fields) == [
        ("budget", "10k for the pilot"), ("reviewer", "Ana"), ("reviewer", "Bo"), ("review date", "10 May"),
        ("review date", "5月20日"), ("okr link", "https://example.com/a"), ("origin", "CRM"),
    ]  # fmt: skip
    folded = (
        "objectives:\n  - objective: Win\n    budget: >\n      10k for\n      the pilot\n    key_results: [Ship 5]\n"
    )
    assert said(read(folded, "yaml").objectives[0].fields) == [("budget", "10k for the pilot")]


def test_values_of_data_that_are_lists():
    text = json.dumps({"objectives": [{"title": "Win", "reviewers": ["Ana", "Bo"], "key_results": ["Ship 5"]}]})
    assert said(read(text, "json").objectives[0].fields) == [("reviewer", "Ana"), ("reviewer", "Bo")]


# ------------------------------------------------------------ here and nowhere else

_TEXT = "# OKR\n\n## O1: Win (budget: 1)\n\n- KR1: Ship 5 (owner: Ana; budget: 10k)\n  - Review date: 10 May\n"


def test_what_is_not_declared_is_read_as_ever():
    plain = reader_for("markdown", "-").read(Source(_TEXT), ReadingOptions())
    assert read(_TEXT, fields={}) == read(_TEXT, fields={"Sponsor": "sponsor"}) == plain
    assert plain != read(_TEXT)


def test_declarations_nest_and_end_with_their_block():
    with declared({"Budget": "outer"}):
        with declared({"Sponsor": "inner"}):
            assert (canonical("Budget"), canonical("Sponsor")) == (None, "inner")
            with declared({}):
                assert canonical("Sponsor") is None
        assert (canonical("Budget"), canonical("Sponsor")) == ("outer", None)
        with pytest.raises(ZeroDivisionError), declared({"Budget": "inner"}):
            raise ZeroDivisionError
        assert canonical("Budget") == "outer"
    assert canonical("Budget") is None
    assert not is_declared("outer")


def test_settings_declare_fields_for_opening_and_reading():
    row = [tc(p(words)) for words in ("Name", "Ana", "Budget", "10k")]
    columns = [tc(p(words)) for words in ("Objective", "KR", "Weight", "Due")]
    data = word_file(styled("OKR", "1") + table(row, columns, [tc(p("Win")), tc(p("Ship 5")), tc(p("1")), tc(p("-"))]))
    settings = Settings(declared=Declared(fields={"money": ("Budget",)}))
    reader = reader_for("docx", "okr.docx")
    document = read_document(open_with(reader, data, "okr.docx", settings), reader, settings)
    assert said(document.fields) == [("money", "10k")]
    assert canonical("Budget") is None


def test_threads_do_not_share_declarations():
    start = Barrier(4, timeout=20)

    def budgets(name: str | None) -> set[str]:
        start.wait()
        fields = {"Budget": name} if name else {}
        documents = [read(_TEXT, fields=fields) for _ in range(30)]
        return {field.name for document in documents for item in document.items() for field in item.fields}

    names = ["money", None, "funds", None]
    with declared(FIELDS), ThreadPoolExecutor(len(names)) as pool:
        found = list(pool.map(budgets, names))
    assert found == [{"money"}, set(), {"funds"}, set()]


# ------------------------------------------------------------ any names, any words

_PIECES = (
    "# OKR\n", "\n", "## O1: Win", "- KR1: Ship 5", "  - ", "Budget", "预算", "預算", "Share", "目标客户", "KR", ": ",
    "：", "10k", "(", ")", "（", "）", "【", "】", "; ", "；", ", ", "、", " | ", "@ana", "Owner: Ana", "30 June",
    "5月10日", "=> ", "0.7", "**", "> ", "| KR | Budget |\n|-|-|\n| a | b |\n", "---\n", "<b>", "</b>",
    "https://a.b", "\u3000", "-- ", "`",
)  # fmt: skip
_NAMES = st.sampled_from(
    ["Budget", "预算", "Share", "目标客户", "KR", "10k", "Win", "0.7", "@ana", "heading", "value", "O"]
)
_SPELLINGS = st.dictionaries(_NAMES | st.text(max_size=12), _NAMES | st.text(max_size=12), max_size=6)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=25).map("".join), _SPELLINGS)
def test_any_declaration_is_read_without_a_crash_and_with_exact_places(body: str, fields: dict[str, str]):
    for head in ("", "# OKR\n\n## O1: Win\n\n- KR1: Ship 5 "):
        document = read(head + body, fields=fields)
        assert all(field.text.value for item in document.items() for field in item.fields)


@given(st.sampled_from(list(LAYOUTS.values())), _SPELLINGS)
def test_any_declaration_is_read_in_any_layout(layout: tuple[str, str, str], fields: dict[str, str]):
    suffix, text, _ = layout
    name = next(iter(fields), "Budget")
    with suppress(UnreadableError):  # not every name may stand in every format as it is
        read(text.replace("NAME", name).replace("KEY", name), suffix, fields)


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_declared_spelling_is_known_unless_it_cannot_be_a_name(spelling: str, name: str):
    with declared({spelling: name}):
        found = canonical(spelling)
    taken = builtin_field(spelling) or builtin_field(name)
    if name and not taken and any(map(str.isalnum, spelling)) and ":" not in spelling and "：" not in spelling:
        assert found == name
