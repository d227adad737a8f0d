"""What stays of a finding when its document is edited elsewhere."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from okrlint.linting.findings import Finding, Position
from okrlint.linting.identity import fingerprints, identity, legible, normal
from okrlint.linting.interface import Severity


def finding(subject: str, quote: str = "", line: int = 1, **values: object) -> Finding:
    place = Position(line, 1)
    made = Finding("q2.md", place, place, "KW001", "kr-not-quantified", Severity.ERROR, "message")
    return made._replace(subject=subject, quote=quote, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Launch the new site", "  launch   the NEW\tsite\n"),
        ("ＡＢ测试 100%", "AB测试１００％"),
        ("900 个注册", "900个注册"),
        ("rise from 3 – 5", "rise from 3 - 5"),
    ],
)
def test_width_case_and_blanks_make_no_difference(one: str, other: str) -> None:
    assert identity(finding(one), "q2.md") == identity(finding(other), "q2.md")


def test_rule_file_part_statement_and_quote_make_a_difference() -> None:
    one = finding("Improve it", "Improve", objective="O1", key_result="KR1")
    others = [
        identity(one, "q3.md"),
        identity(one._replace(code="KW002"), "q2.md"),
        identity(one._replace(key_result=None), "q2.md"),
        identity(one._replace(subject="Improve that"), "q2.md"),
        identity(one._replace(quote="it"), "q2.md"),
    ]
    assert len({identity(one, "q2.md"), *others}) == 6


def test_place_and_number_make_none() -> None:
    one = finding("Improve it", "Improve", objective="O1", key_result="KR1")
    other = one._replace(start=Position(9, 9), offset=70, objective="O3", key_result="KR7", message="otherwise")
    assert identity(one, "q2.md") == identity(other, "q2.md")


def test_a_quote_that_is_the_statement_itself_is_none() -> None:
    assert identity(finding("Improve it", "improve it"), "q2.md").quote == ""


def test_what_is_said_of_a_document_as_a_whole_is_told_by_no_words() -> None:
    one, other = (finding(words, words, objective="O4", collective=True) for words in ("Win the north", "Grow"))
    assert identity(one, "q2.md") == identity(other, "q2.md")


@given(st.text())
@example("ﬁ İ ß ＡＢ ½ ㎡" * 100)
@example("\ud83d" * 500)
def test_what_is_legible_has_the_same_normal_form(words: str) -> None:
    assert normal(legible(words)) == normal(words)
    assert normal(normal(words)) == normal(words)
    assert "\n" not in legible(words)


def test_long_statements_are_told_apart_and_kept_short() -> None:
    one, other = "a long story " * 1000 + "x", "a long story " * 1000 + "y"
    assert normal(one) != normal(other)
    assert len(normal(one)) < 300
    assert len(legible(one)) < 300


def test_fingerprints_are_all_different_and_stay_when_lines_are_moved() -> None:
    found = [finding("Improve it", line=line) for line in (1, 2, 3)] + [finding("Launch it", line=4)]
    names = list(fingerprints(found))
    assert len(set(names)) == 4
    assert list(fingerprints([each._replace(start=Position(50 + each.start.line, 1)) for each in found])) == names
    assert all(len(name) == 32 and int(name, 16) >= 0 for name in names)
