"""What Acme's plugin adds to okrlint, tested by what okrlint brings for it."""

from collections.abc import Callable

import okrlint
import pytest
from okrlint.testing import check_reader, check_reporter, read

from acme_okr.reader import OkrReader
from acme_okr.reporter import TallyReporter

PLAN = """\
%okr 1
# Exported on Monday
Cycle: 2026-Q2
Team: Growth

O: Become the name that corner shops recommend to each other
Type: aspirational
K: Activation rises from 30% to 45% | Ana Ruiz | 2026-05-31 | dashboard: shops/activation
K: Shops that order every week rise from 180 to 300 | | 30 June
"""
PLAN_ZH = """\
%okr 1
周期：2026年Q2
O：成为街边小店互相推荐的名字
K：新店激活率从30%提升到45% ｜ 王芳 ｜ 5月31日 ｜ 看板：shops/activation
"""


def test_rules(rule_check: Callable[[], None]) -> None:
    """Each rule behaves as its examples say, in both languages and in every format; okrlint knows what to ask."""
    rule_check()


def test_the_reader_keeps_what_readers_promise() -> None:
    check_reader(OkrReader(), [PLAN, PLAN_ZH, PLAN.replace("\n", "\r\n")])


def test_the_reporter_keeps_what_reporters_promise() -> None:
    check_reporter(TallyReporter())


def test_what_is_read() -> None:
    document = read(PLAN, "acme-okr")
    (objective,) = document.objectives
    first, second = objective.key_results
    assert (document.cycle and document.cycle.value, str(document.team)) == ("2026-Q2", "Growth")
    assert (objective.kind, [str(owner) for owner in first.owners]) == ("aspirational", ["Ana Ruiz"])
    assert (str(first.field("dashboard")), second.owners) == ("shops/activation", ())
    assert second.deadline
    assert str(second.deadline.value) == "2026-06-30"
    assert document.problems == ()


def test_what_is_not_understood_is_told_with_its_place() -> None:
    text = "%okr 1\nK: too early\nO: Be the name that shops recommend\nno colon\nK: Orders rise to 300 | | | soon\n"
    report = okrlint.lint_text(text, format="acme-okr", config={"select": ["EN003"]})
    assert [(each.code, each.start.line, each.quote) for each in report.findings] == [
        ("EN003", 2, "K: too early"),
        ("EN003", 4, "no colon"),
        ("EN003", 5, "soon"),
    ]


def test_a_file_of_another_version_is_not_guessed_at() -> None:
    report = okrlint.lint_text("%okr 2\nO: x\n", path="q2.okr", format="acme-okr")
    (finding,) = report.findings
    assert (report.failed, finding.code, finding.quote) == (True, "EN005", "%okr 2")


def test_the_words_that_are_added_to_a_list_of_okrlint_are_found() -> None:
    report = okrlint.lint_text("## O1: 飞轮、北极星、Blue-sky\n- KR1: 复购率提升到30%\n", config={"select": ["OB007"]})
    assert [finding.quote for finding in report.findings] == ["飞轮、北极星、Blue-sky"]


@pytest.mark.parametrize(
    ("statement", "mended"),
    [
        ("Successfully win back the shops", "Win back the shops"),
        ("Orders are actively raised to 300", "Orders are raised to 300"),
        ("Launch successfully, then sell to 300 shops", "Launch, then sell to 300 shops"),
        ("大力推广，让门店切实增加到300家", "推广，让门店增加到300家"),
        ("Successfully", None),
        ("**Actively** win back the shops", None),
    ],
)
def test_a_filler_word_is_taken_out_where_unsafe_fixes_are_wanted(statement: str, mended: str | None) -> None:
    text = f"## O1: Be the name that shops recommend\n- KR1: {statement}\n"
    config = {"select": ["ACME002"]}
    assert okrlint.fix_text(text, config=config).text == text
    after = okrlint.fix_text(text, config=config, unsafe=True).text
    assert after == text.replace(statement, mended or statement)


def test_the_preset_asks_for_dashboards_as_an_error() -> None:
    text = "# OKRs 2026-Q2\n## O1: Win back the shops\n- KR1: Orders rise from 180 to 300\n"
    report = okrlint.lint_text(text, config={"preset": "acme", "select": ["ACME001"]})
    assert [(each.code, each.severity) for each in report.findings] == [("ACME001", okrlint.Severity.ERROR)]
