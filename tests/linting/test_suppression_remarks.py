"""Suppressions: what is said of those that suppress nothing, and how they are taken out."""

from collections.abc import Callable
from json import dumps
from time import process_time

import pytest
from suppressed_documents import TODAY, VAGUE, fixed, hidden, lint, places

from okrlint.linter import Linter
from okrlint.reading.pausing import collector_paused


@pytest.mark.parametrize(
    ("words", "quote", "message"),
    [
        ("okrlint: disable=KW0001", "KW0001", "did you mean `KW001`?"),
        ("okrlint: disable=kr-not-quantifed", "kr-not-quantifed", "did you mean `kr-not-quantified`?"),
        ("okrlint: disable=zzz", "zzz", "`okrlint rules` lists them"),
        ("okrlint: disable=KW001 for now", "KW001 for now", "put commas between codes, and ` -- ` before the reason"),
        ("okrlint: disbale=KW001", "okrlint: disbale=KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: ignore KW001", "okrlint: ignore KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: disable KW001", "okrlint: disable KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: disable-next-line=KW001", "okrlint: disable-next-line=KW001", "write `okrlint: disable-next=KW001`"),
        ("okrlint: 忽略 KW001", "okrlint: 忽略 KW001", "write `okrlint: disable=KW001`"),
        ("okrlint disable=KW001", "okrlint disable=KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: enable=KW001", "okrlint: enable=KW001", "`enable` is nothing that okrlint can be told"),
        ("okrlint: see the handbook", "okrlint: see the handbook", "is nothing that okrlint can be told"),
        ("okrlint KW001", "okrlint KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: KW001 -- why", "okrlint: KW001 -- why", "write `okrlint: disable=KW001`"),
        ("okrlint_disable KW001", "okrlint_disable KW001", "`okrlint_disable KW001` is not understood"),
        ("okrlint 忽略 KW001", "okrlint 忽略 KW001", "write `okrlint: disable=KW001`"),
        ("okrlint：忽略KW001", "okrlint：忽略KW001", "write `okrlint: disable=KW001`"),
        ("okrlint: disable next=KW001", "okrlint: disable next=KW001", "write `okrlint: disable-next=KW001`"),
        ("okrlint: disable=KW001;KW002", "KW001;KW002", "put commas between codes"),
        ("okrlint: disable=KW001（已商定）", "KW001（已商定）", "put commas between codes"),
        ("okrlint: disable=KW1", "KW1", "did you mean `KW001`?"),
        ("okrlint: disable=KWO01", "KWO01", "did you mean `KW001`?"),
        ("okrlint: disable=KW 001", "KW 001", "did you mean `KW001`?"),
        ("okrlint: disable=*", "*", "did you mean `ALL`?"),
        ("okrlint: disable=", "okrlint: disable=", "names no rule; write which one"),
        ("okrlint: disable= -- why", "okrlint: disable= -- why", "names no rule; write which one"),
        ("okrlint: disable=OB001", "OB001", "suppresses nothing here"),
        ("okrlint: disable=EN001", "EN001", "cannot be suppressed"),
    ],
)
def test_a_directive_that_suppresses_nothing_is_told_at_the_very_words(words: str, quote: str, message: str) -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE} <!-- {words} -->\n"
    report = lint(text)
    assert places(report) == ["KW001 O1 KR1", "HY005"]
    (remark,) = [finding for finding in report.findings if finding.code == "HY005"]
    assert remark.name == "unused-suppression"
    assert (remark.quote, message in remark.message) == (quote, True), remark.message
    assert fixed(text, report) == f"## O1: Be loved\n- KR1: {VAGUE}\n"
    (remark,) = [finding for finding in lint(text, lang="zh").findings if finding.code == "HY005"]
    assert any("\u4e00" <= char <= "\u9fff" for char in remark.message)
    assert remark.fix is not None
    assert remark.fix.title == "删除没有作用的抑制"


@pytest.mark.parametrize("words", ["okrlint is what we lint with", "see okrlint: disable=KW001", "okrlints: x"])
def test_words_about_okrlint_are_no_directive(words: str) -> None:
    assert places(lint(f"## O1: Be loved\n- KR1: {VAGUE} <!-- {words} -->\n")) == ["KW001 O1 KR1"]


def test_a_directive_behind_everything_is_about_nothing() -> None:
    text = "## O1: Be loved\n- KR1: NPS from 1 to 2\n\n<!-- okrlint: disable=KW001 -->\n"
    report = lint(text)
    assert places(report) == ["HY005"]
    assert "no objective or key result follows" in report.findings[0].message
    assert fixed(text, report) == "## O1: Be loved\n- KR1: NPS from 1 to 2\n\n"


def test_only_what_this_run_looked_for_can_be_unused() -> None:
    text = "## O1: Be loved\n- KR1: NPS from 1 to 2 <!-- okrlint: disable={} -->\n"
    assert places(lint(text.format("KW001"), select=("OB001",))) == []
    assert places(lint(text.format("KW"), select=("KW001",))) == []
    assert places(lint(text.format("ALL"), select=("KW001",))) == []
    assert places(lint(text.format("KW001"), select=("KW001",))) == ["HY005"]
    assert places(lint(text.format("KW"), select=("KW",))) == ["HY005"]


def test_rules_about_today_are_not_looked_for_without_a_day() -> None:
    text = "## O1: Be loved 2026-Q1\n- KR1: NPS from 1 to 2 <!-- okrlint: disable=CK002 -->\n"
    linter = Linter({}, overrides={"select": ("CK002",)})
    assert not linter.lint_text(text).findings
    assert [
        each.code for each in Linter({}, today=TODAY, overrides={"select": ("CK002",)}).lint_text(text).findings
    ] == ["HY005"]


def test_what_is_below_the_floor_of_confidence_or_replaced_is_a_use() -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable=KW001 -->\n"
    assert places(lint(text, min_confidence="high")) == []
    activity = "## O1: Be loved\n- KR1: Launch the page <!-- okrlint: disable=KW001 -->\n"
    report = lint(activity, select=("KW001", "KW002"))
    assert places(report) == ["KW002 O1 KR1"]


def test_of_two_that_say_the_same_both_are_used() -> None:
    text = f"<!-- okrlint: disable-file=KW001 -->\n## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable=KW -->\n"
    assert places(lint(text, select=("KW001",))) == []


def test_remarks_can_be_suppressed_by_their_own_code_only() -> None:
    text = "## O1: Be loved\n- KR1: NPS from 1 to 2 <!-- okrlint: disable=KW001 -->\n"
    assert places(lint(text, ignore=("HY005",))) == []
    for words in ("HY005", "unused-suppression"):
        report = lint(f"<!-- okrlint: disable-file={words} -->\n{text}")
        assert (places(report), hidden(report)) == ([], ["HY005"])
    for words in ("ALL", "HY"):
        assert "HY005" in places(lint(f"<!-- okrlint: disable-file={words} -->\n{text}", select=("ALL",)))
    assert places(lint("<!-- okrlint: disable-file=HY005 -->\n## O1: Be loved\n- KR1: NPS from 1 to 2\n")) == []


def test_a_reason_can_be_demanded() -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable=KW001{{}} -->\n"
    assert places(lint(text.format(""))) == []
    report = lint(text.format(""), require_reason=True)
    assert (places(report), hidden(report)) == (["HY006"], ["KW001 O1 KR1"])
    (finding,) = report.findings
    assert (finding.name, finding.severity.label, finding.fix) == ("suppression-without-reason", "warning", None)
    for silent in (" --", " -- "):
        assert places(lint(text.format(silent), require_reason=True)) == ["HY006"]
    assert places(lint(text.format(" -- pilot"), require_reason=True)) == []
    assert places(lint(text.format(""), require_reason=True, ignore=("HY006",))) == []


@pytest.mark.parametrize(
    ("codes", "left"),
    [
        ("KW001, OB001", "KW001"),
        ("OB001, KW001", "KW001"),
        ("OB001, OB002, KW001", "KW001"),
        ("KW001, OB001, OB002", "KW001"),
        ("OB001, KW001, OB002 -- why", "KW001 -- why"),
        ("KW001、OB001 —— 为什么", "KW001 —— 为什么"),
    ],
)
def test_a_fix_leaves_the_codes_that_are_used(codes: str, left: str) -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable={{}} -->\n"
    report = lint(text.format(codes), select=("KW001", "OB001", "OB002"))
    assert fixed(text.format(codes), report) == text.format(left)


KEYS = {
    "json, alone on its line": (
        "json",
        '{{\n  "objective": "Be loved",\n{}  "key_results": ["NPS from 1 to 2"]\n}}\n',
        '  "x-okrlint-ignore": "KW001",\n',
    ),
    "json, first": (
        "json",
        '{{{}"objective": "Be loved", "key_results": ["NPS from 1 to 2"]}}',
        '"x-okrlint-ignore": "KW001", ',
    ),
    "json, last": (
        "json",
        '{{\n "objective": "Be loved",\n "key_results": ["NPS from 1 to 2"]{}\n}}',
        ',\n "x-okrlint-ignore": ["KW001", "OB001 -- a,b}"]',
    ),
    "json, nothing else": (
        "json",
        '{{"objective": "Be loved", "key_results": ["NPS from 1 to 2"], "note": {{{}}}}}',
        '"x-okrlint-ignore": "KW001"',
    ),
    "yaml, own line": (
        "yaml",
        "objective: Be loved\n{}key_results: [NPS from 1 to 2]\n",
        "x-okrlint-ignore: KW001, OB001 # agreed\n",
    ),
    "yaml, at the end": (
        "yaml",
        "objective: Be loved\nkey_results: [NPS from 1 to 2]{}",
        "\nx-okrlint-ignore: 'KW001'",
    ),
    "yaml, behind a dash": (
        "yaml",
        "- {}objective: Be loved\n  owner: Bo\n  key_results: [NPS from 1 to 2]\n",
        "x-okrlint-ignore: KW001\n  ",
    ),
    "yaml, list": (
        "yaml",
        "objective: Be loved\n{}key_results: [NPS from 1 to 2]\n",
        "x-okrlint-ignore:\n- KW001 -- a\n- 'OB001 -- b'\n",
    ),
    "yaml, block": (
        "yaml",
        "objective: Be loved\n{}key_results: [NPS from 1 to 2]\n",
        "x-okrlint-ignore: >\n  KW001,\n  OB001\n  -- long\n  words\n",
    ),
    "yaml, flow": (
        "yaml",
        "objectives: [{{objective: Be loved, key_results: [NPS from 1 to 2]{}}}]\n",
        ", x-okrlint-ignore: [KW001, OB001]",
    ),
    "toml": (
        "toml",
        '[[objectives]]\nobjective = "Be loved"\n{}key_results = ["NPS from 1 to 2"]\n',
        "x-okrlint-ignore = '''KW001'''\n",
    ),
    "toml, before a table": (
        "toml",
        '[[objectives]]\nobjective = "Be loved"\nkey_results = ["NPS from 1 to 2"]\n{}[meta]\na = 1\n',
        'x-okrlint-ignore = ["KW001",\n  "OB001"]\n',
    ),
    "toml, inline": (
        "toml",
        'objectives = [{{objective = "Be loved", {}key_results = ["NPS from 1 to 2"]}}]\n',
        'x-okrlint-ignore = "KW001", ',
    ),
}


@pytest.mark.parametrize("case", KEYS)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_key_is_taken_out_without_a_trace(case: str, ending: str) -> None:
    kind, template, key = (part.replace("\n", ending) for part in KEYS[case])
    text = template.format(key)
    report = lint(text, kind)
    assert {finding.code for finding in report.findings} == {"HY005"}
    assert fixed(text, report) == template.format("")


def test_some_of_a_list_of_strings_are_taken_out() -> None:
    text = f'{{"objective": "Be loved", "key_results": [{{"text": "{VAGUE}", "x-okrlint-ignore": […]}}]}}'
    for written, left in (
        ('"OB001", "KW001"', '"KW001"'),
        ('"KW001", "OB001"', '"KW001"'),
        ('"KW001,OB001"', '"KW001"'),
    ):
        whole = text.replace("…", written)
        assert fixed(whole, lint(whole, "json")) == text.replace("…", left)
    block = f"objective: Be loved\nkey_results:\n- text: {VAGUE}\n  x-okrlint-ignore:\n    - OB001 -- no\n    - KW001\n"
    assert fixed(block, lint(block, "yaml")) == block.replace("    - OB001 -- no\n", "")


@pytest.mark.parametrize("value", ["", " null", " []", " {KW001: why}", ' ""'])
def test_a_key_without_codes_is_told(value: str) -> None:
    report = lint(f"objective: Be loved\nx-okrlint-ignore:{value}\nkey_results: [NPS from 1 to 2]\n", "yaml")
    assert places(report) == ["HY005"]
    assert "names no rule" in report.findings[0].message


def test_what_is_over_the_limit_is_told_and_not_read() -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE}\n" + "<!-- okrlint: disable=KW001 -->\n" * 10_001 + f"- KR2: {VAGUE}\n"
    report = lint(text)
    assert places(report) == ["KW001 O1 KR1", "EN003"]
    assert "more than 10,000 codes" in report.findings[1].message
    assert report.findings[1].start.line == 10_003
    assert hidden(report) == ["KW001 O1 KR2"]


@pytest.mark.parametrize(
    "words", ["k" * 200_000, "KW001 " + "- " * 100_000, ",KW0" * 50_000, " " * 200_000 + "x", "=" * 99_999]
)
def test_long_words_are_quoted_in_part(words: str) -> None:
    report = lint(f"## O1: Be loved\n- KR1: {VAGUE} <!-- okrlint: disable={words} -->\n", ignore=("KW001",))
    assert {finding.code for finding in report.findings} <= {"HY005", "EN003"}
    assert all(len(finding.message) < 300 for finding in report.findings)


@pytest.mark.parametrize("words", ["OKRLINT: DISABLE=KW001", "OkrLint: disable=kw001", "- okrlint: disable=KW001 -"])
def test_neither_case_nor_more_dashes_matter(words: str) -> None:
    text = f"## O1: Be loved\n- KR1: {VAGUE}\n<!--{words}-->\n- KR2: {VAGUE}\n"
    report = lint(text)
    assert (places(report), hidden(report)) == (["KW001 O1 KR1"], ["KW001 O1 KR2"])


@pytest.mark.parametrize(
    "comment",
    [
        "<!--\nokrlint: disable=KW001 -- pilot\nokrlint: disable=OB001 -- agreed\n-->\n",
        "<!-- okrlint: disable=KW001 -- pilot\n     okrlint: disable=OB001 -- agreed -->\n",
        "<!-- note: for a while\nokrlint: disable=KW001 -- pilot\nokrlint: disable=OB001 -- agreed -->\n",
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_comment_may_hold_several_directives_each_on_a_line(comment: str, ending: str) -> None:
    text = f"# OKR\n\n{comment}## O1: Raise NPS to 40\n- KR1: {VAGUE}\n".replace("\n", ending)
    report = lint(text)
    assert places(report) == []
    assert {(each.finding.code, each.reason) for each in report.hidden} == {("OB001", "agreed"), ("KW001", "pilot")}
    idle = text.replace("OB001", "HY003")
    report = lint(idle, select=("KW001", "HY003"))
    assert places(report) == ["HY005"]
    after = fixed(idle, report)
    assert "HY003" not in after
    assert "agreed" not in after
    assert places(lint(after)) == ["OB001 O1"]
    idle = idle.replace("KW001", "HY003")
    after = fixed(idle, lint(idle, select=("HY003",)))
    assert after == text.replace(comment.replace("\n", ending), "") or "<!-- note: for a while -->" in after


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("json", '{{"objective": "Be loved", "key_results": [{{"text": "{}", "x-okrlint-ignore": "{}"}}]}}'),
        ("csv", 'Objective,Key result,okrlint\nBe loved,{},"{}"\n'),
        ("yaml", "objective: Be loved\nkey_results:\n  - text: {}\n    x-okrlint-ignore: |\n      {}\n"),
    ],
)
def test_a_value_or_a_cell_may_hold_several_lines_that_begin_with_a_code(format: str, text: str) -> None:
    line = {"json": "\\n", "csv": "\n", "yaml": "\n      "}[format]
    report = lint(text.format(VAGUE, f"KW001 -- agreed with{line}the board{line}OB001 -- pilot"), format)
    assert [each.reason for each in report.hidden] == ["agreed with\nthe board"]
    assert [finding.quote for finding in report.findings] == ["OB001"]
    joined = text.format(VAGUE, f"OB001,{line}KW001 -- pilot")
    assert [each.reason for each in lint(joined, format).hidden] == ["pilot"]


def test_a_line_of_a_quotation_goes_with_its_mark_and_a_line_keeps_its_two_blanks() -> None:
    text = "> ## O1: Be loved\n{}> - KR1: NPS from 1 to 2  \n>   Owner: Bo\n"
    idle = text.format("> <!-- okrlint: disable=KW001 -->\n")
    assert fixed(idle, lint(idle)) == text.format("")
    idle = text.format("").replace("to 2  ", "to 2   <!-- okrlint: disable=KW001 -->")
    assert fixed(idle, lint(idle)) == text.format("")


def test_a_key_at_the_opening_of_an_object_leaves_the_lines_as_they_were() -> None:
    text = '{{{}\n  "objective": "Be loved",\n  "key_results": ["NPS from 1 to 2"]\n}}\n'
    idle = text.format(' "x-okrlint-ignore": "KW001",')
    assert fixed(idle, lint(idle, "json")) == text.format(" ")


MANY: dict[str, tuple[str, Callable[[int], str]]] = {
    "comments on one line": (
        "markdown",
        lambda count: f"## O1: Be loved\n- KR1: {VAGUE}{'<!-- okrlint: disable=KW001 -->' * count}\n",
    ),
    "lines of a value": (
        "yaml",
        lambda count: "\n".join(
            ["objective: Be loved", "x-okrlint-ignore: |", *["  KW001 -- x"] * count, "key_results: [x]", ""]
        ),
    ),
    "codes of a value": (
        "json",
        lambda count: dumps({"objective": "Be loved", "x-okrlint-ignore": "KW001,\n" * count, "key_results": ["x"]}),
    ),
}


@pytest.mark.parametrize("shape", MANY)
def test_many_directives_cost_no_more_each_than_few(shape: str) -> None:
    kind, make = MANY[shape]

    def seconds(count: int) -> float:
        text = make(count)
        times = []
        for _ in range(2):
            with collector_paused():  # it looks at whatever earlier tests have left
                start = process_time()
                lint(text, kind)
                times.append(process_time() - start)
        return min(times)

    seconds(100)
    assert seconds(8000) <= 20 * max(seconds(1000), 0.02)  # 64 times with quadratic cost
