"""Suppressions: where directives stand in each kind, and what is none."""

import pytest
from suppressed_documents import CARRIERS, TODAY, VAGUE, document, fixed, hidden, lint, lint_bytes, places, statements
from word_files import p, table, tc, word_file
from workbooks import workbook

from okrlint.linter import Linter


@pytest.mark.parametrize("carrier", CARRIERS)
def test_one_of_two_key_results_is_suppressed_in_every_carrier(carrier: str) -> None:
    kind, text = CARRIERS[carrier]
    report = lint(text, kind)
    assert len(report.findings) == len(report.hidden) == 1, (places(report), hidden(report))
    assert report.findings[0].code == report.hidden[0].finding.code == "KW001"
    assert report.hidden[0].reason == "pilot"
    assert report.suppressed == 1
    assert "okrlint" not in "".join(
        item.text.value for each in document(text, kind).objectives for item in each.key_results
    )


@pytest.mark.parametrize("carrier", CARRIERS)
def test_what_suppresses_nothing_is_told_and_can_be_taken_out_in_every_carrier(carrier: str) -> None:
    kind, text = CARRIERS[carrier]
    idle = text.replace("KW001", "HY003")
    report = lint(idle, kind, select=("KW001", "HY003"))
    unused = [finding for finding in report.findings if finding.code == "HY005"]
    assert [finding.quote for finding in unused] == ["HY003"]
    assert unused[0].severity.label == "warning"
    assert unused[0].fix is not None
    assert unused[0].fix.safe
    after = fixed(idle, report)
    assert "HY003" not in after
    assert statements(document(after, kind)) == statements(document(idle, kind))
    assert "HY005" not in {finding.code for finding in lint(after, kind, select=("KW001", "HY003")).findings}


def test_a_workbook_has_a_column() -> None:
    rows = [
        ("Objective", "Key result", "Owner", "okrlint"),
        ("Be loved", VAGUE, "Bo", "KW001，OB001——试点"),
        ("", VAGUE, "Bo", ""),
    ]
    report = lint_bytes(workbook({"OKR": rows}), "xlsx")
    assert places(report) == ["HY005", "KW001 O1 KR2"]
    assert hidden(report) == ["KW001 O1 KR1"]
    assert report.hidden[0].reason == "试点"
    assert report.findings[0].place == "OKR!D2"
    assert report.findings[0].fix is None


def test_a_word_document_has_a_column_or_a_paragraph() -> None:
    body = p("O1: Be loved") + p("Okrlint: disable=KW001 – pilot") + p(f"KR1: {VAGUE}") + p(f"KR2: {VAGUE}")
    report = lint_bytes(word_file(body), "docx")
    assert (places(report), hidden(report)) == (["KW001 O1 KR2"], ["KW001 O1 KR1"])
    assert report.hidden[0].reason == "pilot"
    rows = [("Key result", "Owner", "okrlint"), (VAGUE, "Bo", "kw001"), (VAGUE, "Bo", "OB001")]
    report = lint_bytes(word_file(p("O1: Be loved") + table(*([tc(words) for words in row] for row in rows))), "docx")
    assert (places(report), hidden(report)) == (["KW001 O1 KR2", "HY005"], ["KW001 O1 KR1"])
    assert report.findings[1].fix is None


@pytest.mark.parametrize(
    "text",
    [
        f"```\n<!-- okrlint: disable=KW001 -->\n```\n\n## O1: Be loved\n- KR1: {VAGUE}\n",
        f"## O1: Be loved\n\nWrite `<!-- okrlint: disable=KW001 -->` above it.\n\n- KR1: {VAGUE}\n",
        (
            f"## O1: Be loved\n- KR1: {VAGUE}\n\nText\n\n    <!-- okrlint: disable-file=KW001 -->\n\n"
            "\\<!-- okrlint: disable-file=KW001 -->\n"
        ),
        f"```yaml\nname: x # okrlint: disable-file=KW001\n```\n## O1: Be loved\n- KR1: {VAGUE}\n",
        f"## O1: Be loved\n- KR1: {VAGUE}\n\nokrlint: disable-file=KW001\n",
    ],
)
def test_an_example_in_markdown_is_no_directive(text: str) -> None:
    assert places(lint(text)) == ["KW001 O1 KR1"]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        (
            "yaml",
            f"objective: Be loved\nkey_results:\n  - text: {VAGUE}\n    note: |\n      # okrlint: disable=KW001\n",
        ),
        ("yaml", f"objective: Be loved\nkey_results:\n  - text: {VAGUE}\n    note: 'a # okrlint: disable=KW001'\n"),
        ("yaml", f"objective: Be loved\nkey_results:\n  - text: {VAGUE}\n    note: a#okrlint:disable=KW001\n"),
        (
            "toml",
            (
                f'[[objectives]]\nobjective = "Be loved"\nkey_results = ["{VAGUE}"]\nnote = """\n'
                '# okrlint: disable-file=KW001"""\n'
            ),
        ),
        ("html", f"<h2>O1: Be loved</h2><p>KR1: {VAGUE}</p><script>'<!-- okrlint: disable-file=KW001 -->'</script>"),
        ("html", f"<h2>O1: Be loved</h2><p>KR1: {VAGUE}</p><p title='<!-- okrlint: disable-file=KW001 -->'>x</p>"),
        ("org", f"* O1: Be loved\n- KR1: {VAGUE}\n#+begin_src sh\n# okrlint: disable-file=KW001\n#+end_src\n"),
        ("rst", f"O1: Be loved\n============\n\n- KR1: {VAGUE}\n\nExample::\n\n   .. okrlint: disable-file=KW001\n"),
    ],
)
def test_what_stands_in_strings_and_code_is_no_directive(format: str, text: str) -> None:
    report = lint(text, format)
    assert (places(report), hidden(report)) == (["KW001 O1 KR1"], [])


def test_directives_are_no_words_of_the_document() -> None:
    for kind, text in CARRIERS.values():
        for objective in document(text, kind).objectives:
            for item in (objective, *objective.key_results):
                assert "okrlint" not in f"{item.text.value}{item.measures}{item.actions}".lower()
    text = "## O1: Be loved\n| Key result | Owner | okrlint |\n|--|--|--|\n| NPS from 1 to 2 | Bo | XX，TBD |\n"
    assert places(lint(text, select=("HY001", "HY003"))) == ["HY005", "HY005"]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("markdown", "# Notes\n<!-- okrlint: disable-file=ALL -->\n- a\n- b\n"),
        ("yaml", "x-okrlint-ignore: ALL\nname: x\nresults: [1, 2]\n"),
        ("json", '{"x-okrlint-ignore": "ALL", "title": "x", "results": [1]}'),
        ("csv", "name,status,okrlint\nx,done,KW001\ny,open,OB001\n"),
        ("csv", "Type,Name,okrlint\na,b,KW001\n"),
    ],
)
def test_a_directive_makes_no_okr_document(format: str, text: str) -> None:
    report = Linter({}, today=TODAY).lint_text(text, format, "notes")
    assert (report.files, report.findings) == (0, ())


def test_a_comment_between_words_leaves_one_blank() -> None:
    read = document("## O1: Be loved\n- KR1: NPS <!-- okrlint: disable=KW001 --> from 1 to 2\n")
    assert read.objectives[0].key_results[0].text.value == "NPS from 1 to 2"
