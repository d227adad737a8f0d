"""Suppressions: what directives are about."""

import pytest
from suppressed_documents import VAGUE, document, fixed, hidden, lint, places, statements

METRIC = "Raise NPS to 40"
"""An objective that OB001 (it has a number) is about."""


def test_one_of_an_objective_covers_what_is_beneath_it() -> None:
    text = f"## O1: {METRIC} <!-- okrlint: disable=ALL -->\n- KR1: {VAGUE}\n\n## O2: {METRIC}\n- KR1: {VAGUE}\n"
    report = lint(text)
    assert places(report) == ["OB001 O2", "KW001 O2 KR1"]
    assert hidden(report) == ["OB001 O1", "KW001 O1 KR1"]


def test_one_of_a_key_result_does_not_reach_its_objective_or_its_neighbours() -> None:
    text = f"## O1: {METRIC}\n- KR1: {VAGUE}\n<!-- okrlint: disable=ALL -->\n- KR2: {VAGUE}\n- KR3: {VAGUE}\n"
    report = lint(text)
    assert places(report) == ["OB001 O1", "KW001 O1 KR1", "KW001 O1 KR3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # on the line of a field, it is about the item around
        (
            f"## O1: Be loved\n- KR1: {VAGUE}\n  - Owner: Bo <!-- okrlint: disable=KW001 -->\n- KR2: {VAGUE}\n",
            ["KW001 O1 KR1"],
        ),
        # above a field, likewise
        (
            f"## O1: Be loved\n- KR1: {VAGUE}\n  <!-- okrlint: disable=KW001 -->\n  - Owner: Bo\n- KR2: {VAGUE}\n",
            ["KW001 O1 KR1"],
        ),
        # above the heading of all key results, it is about the objective
        (
            f"## O1: Be loved\n<!-- okrlint: disable=KW001 -->\n### Key results\n- {VAGUE}\n- {VAGUE}\n",
            ["KW001 O1 KR1", "KW001 O1 KR2"],
        ),
        # blank lines, other comments and other directives between do not matter
        (
            (
                f"## O1: Be loved\n- KR1: {VAGUE}\n\n<!-- okrlint: disable=KW001 -->\n<!-- todo -->\n"
                f"<!-- okrlint: disable-next=OB001 -->\n\n- KR2: {VAGUE}\n"
            ),
            ["KW001 O1 KR2"],
        ),
        # before the title, where there is no item around, it is about the next one
        (f"<!-- okrlint: disable=KW001 -->\n# OKR Q2\n## O1: Be loved\n- {VAGUE}\n", ["KW001 O1 KR1"]),
        # the next one is always the next one
        (f"## O1: Be loved <!-- okrlint: disable-next=KW001 -->\n- KR1: {VAGUE}\n- KR2: {VAGUE}\n", ["KW001 O1 KR1"]),
        (
            f"## O1: Be loved\n- KR1: {VAGUE}\n  <!-- okrlint: disable-next=KW001 -->\n  - Owner: Bo\n- KR2: {VAGUE}\n",
            ["KW001 O1 KR2"],
        ),
        # the file, from anywhere
        (
            f"## O1: Be loved\n- KR1: {VAGUE}\n- KR2: {VAGUE}\n\n<!-- okrlint: disable-file=KW001 -->\n",
            ["KW001 O1 KR1", "KW001 O1 KR2"],
        ),
        # a row that states both is about the key result, and about the objective alone
        (
            f"| Objective | Key result | okrlint |\n|--|--|--|\n| {METRIC} | {VAGUE} | ALL |\n| | {VAGUE} | |\n",
            ["OB001 O1", "KW001 O1 KR1"],
        ),
        (
            (
                "| Objective | Key result |\n|--|--|\n"
                f"| {METRIC} | {VAGUE} <!-- okrlint: disable=ALL --> |\n| | {VAGUE} |\n"
            ),
            ["OB001 O1", "KW001 O1 KR1"],
        ),
        (
            (
                "| Objective | Key result |\n|--|--|\n<!-- okrlint: disable=ALL -->\n"
                f"| {METRIC} | {VAGUE} |\n| | {VAGUE} |\n"
            ),
            ["OB001 O1", "KW001 O1 KR1"],
        ),
    ],
)
def test_what_a_comment_is_about(text: str, expected: list[str]) -> None:
    report = lint(text)
    assert hidden(report) == expected
    assert not {name for name in places(report) if name in expected}


@pytest.mark.parametrize(
    ("format", "text", "expected"),
    [
        (
            "json",
            f'{{"x-okrlint-ignore": "KW001", "objectives": [{{"objective": "Be loved", "key_results": ["{VAGUE}"]}}]}}',
            1,
        ),
        (
            "yaml",
            (
                "team-a:\n  x-okrlint-ignore: KW001\n  objectives:\n"
                f"  - {{objective: A b, key_results: [{VAGUE}]}}\nteam-b:\n  objectives:\n"
                f"  - {{objective: A c, key_results: [{VAGUE}]}}\n"
            ),
            1,
        ),
        ("yaml", f"objective: Be loved\nkey_results:\n  KR1: {VAGUE}\n  KR2: {VAGUE}\n  x-okrlint-ignore: KW001\n", 2),
        (
            "yaml",
            (
                f"defaults: &all {{x-okrlint-ignore: KW001}}\nokrs:\n- objective: Be loved\n"
                f"  key_results:\n  - text: {VAGUE}\n    <<: *all\n  - text: {VAGUE}\n"
            ),
            1,
        ),
        (
            "yaml",
            (
                "objective: Be loved\nx-okrlint-ignore: okrlint:disable-next=KW001\nkey_results:\n"
                f"  - text: {VAGUE}\n  - text: {VAGUE}\n"
            ),
            1,
        ),
        ("markdown", f"---\nx-okrlint-ignore: KW001\n---\n## O1: Be loved\n- KR1: {VAGUE}\n- KR2: {VAGUE}\n", 2),
        ("yaml", f"# okrlint: disable=KW001\nobjective: Be loved\nkey_results: [{VAGUE}, {VAGUE}]\n", 2),
    ],
)
def test_what_a_key_is_about(format: str, text: str, expected: int) -> None:
    report = lint(text, format)
    assert hidden(report).count("KW001 O1 KR1") == 1
    assert len(report.hidden) == expected


def test_codes_are_selectors_as_on_the_command_line() -> None:
    for codes in (
        "kw",
        "kr-not-quantified",
        "KW001",
        "kw001 , ob001",
        "KW001，OB001",
        "KW001、OB001",
        "ALL",
        "all",
        "ＫＷ００１",
    ):
        report = lint(f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable={codes} -->\n", select=("KW001",))
        assert (places(report), hidden(report)) == ([], ["KW001 O1 KR1"]), codes


@pytest.mark.parametrize(
    "words",
    [
        "okrlint：disable＝KW001——试点，下季度删除",
        "okrlint: DISABLE = KW001 -- 试点，下季度删除",
        "okrlint:disable=KW001 --- 试点，下季度删除",
        "okrlint : disable:KW001 — 试点，下季度删除",
    ],
)
def test_full_width_marks_are_read_as_their_like(words: str) -> None:
    report = lint(f"## O1：让客户喜欢\n- KR1：优化体验 <!-- {words} -->\n", lang="auto")
    assert (places(report), hidden(report)) == ([], ["KW001 O1 KR1"])
    assert report.hidden[0].reason == "试点，下季度删除"


def test_what_all_key_results_lack_is_said_one_by_one_where_one_is_suppressed() -> None:
    text = (
        "## O1: Be loved\n- KR1: NPS from 1 to 2\n- KR2: NPS from 2 to 3\n"
        "- KR3: NPS from 3 to 4 <!-- okrlint: disable=OW001 -->\n"
    )
    assert places(lint(text.replace("OW001", "OB001"), select=("OW001",))) == ["OW001 O1"]
    report = lint(text, select=("OW001",))
    assert (places(report), hidden(report)) == (["OW001 O1 KR1", "OW001 O1 KR2"], ["OW001 O1 KR3"])


def test_findings_of_the_document_are_suppressed_at_the_line_or_in_the_file() -> None:
    text = "# OKR 2026-Q2{}\n## O1: Be loved\n- KR1: NPS from 1 to 2\n"
    (finding,) = lint(text.format(""), select=("CK001",)).findings
    assert (finding.objective, finding.start.line) == (None, 1)
    for directive in (" <!-- okrlint: disable=CK001 -->", "\n<!-- okrlint: disable-file=CK001 -->"):
        report = lint(text.format(directive), select=("CK001",))
        assert (places(report), hidden(report)) == ([], ["CK001"])
    report = lint("<!-- okrlint: disable=CK001 -->\n" + text.format(""), select=("CK001",))
    assert (places(report), hidden(report)) == ([], ["CK001"])
    report = lint(text.format("\n\n<!-- okrlint: disable=CK001 -->"), select=("CK001",))
    assert places(report) == ["CK001", "HY005"]


def test_a_part_that_was_not_understood_can_be_suppressed_but_nothing_fatal() -> None:
    text = "objective: Be loved\nkey_results:\n- text: NPS from 1 to 2\n  text: again{}\n"
    assert places(lint(text.format(""), "yaml")) == ["EN003"]
    for directive in ("EN003", "part-not-understood", "ALL"):
        report = lint(text.format(f" # okrlint: disable={directive}"), "yaml")
        assert (places(report), hidden(report)) == ([], ["EN003"])
    report = lint(text.format(" # okrlint: disable-file=EN005,EN006"), "yaml")
    assert places(report) == ["EN003", "HY005", "HY005"]
    assert "cannot be suppressed" in report.findings[1].message
    assert lint("objective: [\nkey_results: # okrlint: disable-file=ALL\n", "yaml").failed


ONE_LINE = f"## O1: {METRIC}. KR1: {VAGUE}. KR2: Improve the menu"


@pytest.mark.parametrize("text", [f"{ONE_LINE} <!-- {{}} -->\n", f"<!-- {{}} -->\n{ONE_LINE}\n"])
def test_at_the_end_of_a_line_or_above_it_one_is_about_all_that_begins_in_it(text: str) -> None:
    report = lint(text.format("okrlint: disable=KW001"))
    assert places(report) == ["OB001 O1"]
    assert hidden(report) == ["KW001 O1 KR1", "KW001 O1 KR2"]
    report = lint(text.format("okrlint: disable=OB001"))
    assert hidden(report) == ["OB001 O1"]


def test_behind_a_row_one_is_about_all_of_it_and_in_a_cell_about_its_last_item() -> None:
    row = f"| Objective | Key results |\n|--|--|\n| Be loved | 1. {VAGUE}<br>2. Improve the menu{{}} |{{}}\n"
    words = " <!-- okrlint: disable=KW001 -->"
    report = lint(row.format("", words))
    assert (places(report), hidden(report)) == ([], ["KW001 O1 KR1", "KW001 O1 KR2"])
    report = lint(row.format(words, ""))
    assert (places(report), hidden(report)) == (["KW001 O1 KR1"], ["KW001 O1 KR2"])


def test_what_is_said_of_an_objective_at_a_key_result_is_suppressed_there() -> None:
    text = "## O1: Be loved\n- KR1: NPS from 1 to 2\n- KR1: Visits from 10 to 20{}\n- KR2: Orders from 1 to 2\n"
    assert places(lint(text.format(""), select=("ST007",))) == ["ST007 O1"]
    report = lint(text.format(" <!-- okrlint: disable=ST007 -->"), select=("ST007",))
    assert (places(report), hidden(report)) == ([], ["ST007 O1"])
    elsewhere = text.format("").rstrip() + " <!-- okrlint: disable=ST007 -->\n"
    assert places(lint(elsewhere, select=("ST007",))) == ["ST007 O1", "HY005"]


def test_a_key_result_that_counts_for_two_objectives_is_meant_in_both() -> None:
    text = (
        f"- objective: Be loved\n  key_results: &shared\n    - {VAGUE} # okrlint: disable=KW001\n"
        "    - Improve the menu\n"
        "- objective: Be known\n  key_results: *shared\n"
    )
    report = lint(text, "yaml")
    assert [finding.quote for finding in report.findings] == ["Improve the menu"]
    assert [each.finding.quote for each in report.hidden] == [VAGUE]


@pytest.mark.parametrize("fence", ["```", "```text", "~~~ md"])
def test_okrs_in_a_fence_have_their_directives_there(fence: str) -> None:
    words = "<!-- okrlint: disable=KW001 -->"
    behind = f"# OKR\n\n{fence}\nO1: Be loved\nKR1: {VAGUE} {words}\nKR2: {VAGUE}\n{fence[:3]}\n"
    above = behind.replace(f" {words}", "").replace("KR1:", f"{words}\nKR1:")
    for text in (behind, above):
        assert statements(document(text)) == [("Be loved", [VAGUE, VAGUE])]
        report = lint(text)
        assert (places(report), hidden(report)) == (["KW001 O1 KR2"], ["KW001 O1 KR1"])
        idle = text.replace("KW001", "OB001")
        assert fixed(idle, lint(idle)) == behind.replace(f" {words}", "")


def test_in_a_turned_table_one_in_a_cell_is_about_its_column() -> None:
    text = (
        "## O1: Be loved\n\n| | KR1 | KR2 |\n|--|--|--|\n"
        f"| Key result | {VAGUE}{{}} | Improve the menu{{}} |\n| Owner | Bo | Al |\n"
    )
    words = " <!-- okrlint: disable=KW001 -->"
    for at, others in ((0, "KR2"), (1, "KR1")):
        report = lint(text.format(*(words if number == at else "" for number in range(2))))
        assert (places(report), hidden(report)) == ([f"KW001 O1 {others}"], [f"KW001 O1 KR{at + 1}"])


@pytest.mark.parametrize(
    "comment",
    ["..\n   okrlint: disable=KW001\n", ".. okrlint: disable=KW001\n   okrlint: disable=OB001\n"],
)
def test_a_comment_of_restructuredtext_may_have_several_lines(comment: str) -> None:
    text = f"O1: Be loved\n============\n\n{comment}\n- KR1: {VAGUE}\n- KR2: {VAGUE}\n"
    report = lint(text, "rst", ignore=("HY005",))
    assert (places(report), hidden(report)) == (["KW001 O1 KR2"], ["KW001 O1 KR1"])
    idle = text.replace("KW001", "OB001")
    assert fixed(idle, lint(idle, "rst")) == text.replace(comment, "")


def test_a_line_that_is_not_indented_is_no_comment_of_restructuredtext() -> None:
    text = f"O1: Be loved\n============\n\n- KR1: {VAGUE}\n\n..\nokrlint: disable-file=KW001\n"
    assert places(lint(text, "rst")) == ["KW001 O1 KR1"]


def test_one_at_a_check_in_apart_from_all_items_covers_it() -> None:
    text = "# 2026-Q2\n\n## O1: Be loved\n\n- KR1: NPS from 30 to 40\n\n## Check-ins\n\n- 2026-05-18: on track{}\n"
    assert places(lint(text.format(""), select=["CK003"])) == ["CK003 O1"]
    report = lint(text.format(" <!-- okrlint: disable=CK003 -->"), select=["CK003"])
    assert places(report) == []
    assert hidden(report) == ["CK003 O1"]
