"""The documents under `docs/examples` get the verdicts that they are there to show."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import okrlint
from okrlint.plugins import KeyResult, is_cjk

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
TODAY = date(2022, 1, 10)

MARKETING_VERDICTS = {
    ("AL001", 1),  # what the objectives serve is not told
    ("OB001", 3),  # the objective is a figure
    ("OW001", 3),  # nobody is in charge, of any key result
    ("CF001", 3),
    ("WT001", 3),
    ("AP001", 3),
    ("TM001", 6),  # the first key result says January; the others end with the cycle
    ("TM001", 7),
    ("TM001", 8),
    ("KW002", 8),  # designing a scheme is work
    ("OB001", 10),
    ("ST004", 10),
}
SUPPORT_VERDICTS = {
    ("AL001", 5),
    ("AP002", 5),
    ("AP002", 37),
    ("OB001", 5),
    ("WT002", 5),  # 50% + 30% + 30%
    ("OW003", 9),
    ("TM005", 10),
    ("CF002", 11),
    ("KW001", 15),
    ("OW002", 16),
    ("TM002", 17),
    ("OW004", 23),
    ("ST002", 29),
    ("WT005", 29),  # only the first objective has a weight
    ("WT004", 35),
}

befores = pytest.mark.parametrize(
    ("name", "verdicts"),
    [
        ("marketing-before.zh.md", MARKETING_VERDICTS),
        ("marketing-before.en.md", MARKETING_VERDICTS),
        ("support-before.yaml", SUPPORT_VERDICTS),
    ],
)
afters = pytest.mark.parametrize("name", ["marketing-after.zh.md", "marketing-after.en.md", "support-after.yaml"])


def _lint(name: str, preset: str = "default") -> okrlint.Report:
    return okrlint.lint_file(EXAMPLES / name, config={"preset": preset}, today=TODAY)


def _key_results(name: str) -> list[KeyResult]:
    document = okrlint.parse_file(EXAMPLES / name)
    return [key_result for objective in document.objectives for key_result in objective.key_results]


@befores
def test_what_was_written_first_gets_exactly_the_verdicts(name: str, verdicts: set[tuple[str, int]]) -> None:
    found = Counter((finding.code, finding.start.line) for finding in _lint(name).findings)
    assert found == Counter(verdicts)


@pytest.mark.parametrize(("name", "language"), [("marketing-before.zh.md", "zh"), ("marketing-before.en.md", "en")])
def test_messages_are_in_the_language_of_the_document(name: str, language: str) -> None:
    for finding in _lint(name).findings:
        assert finding.language == language
        assert any(map(is_cjk, finding.message)) == (language == "zh"), finding.message


@afters
@pytest.mark.parametrize("preset", ["default", "strict"])
def test_what_it_became_is_left_in_peace(name: str, preset: str) -> None:
    report = _lint(name, preset)
    assert report.findings == ()
    assert report.key_results >= 4


@afters
def test_what_it_became_has_all_that_was_missing(name: str) -> None:
    for key_result in _key_results(name):
        assert len(key_result.owners) == 1
        assert key_result.deadline is not None
        assert key_result.deadline.value is not None
        assert not key_result.deadline_inherited
        assert date(2022, 1, 1) <= key_result.deadline.value <= date(2022, 3, 31)
        assert key_result.confidence is not None
        assert key_result.weight is not None
        assert key_result.quantified


@afters
def test_each_step_of_the_plan_has_an_owner_and_a_day_in_time(name: str) -> None:
    for key_result in _key_results(name):
        assert key_result.actions
        for action in key_result.actions:
            assert len(action.owners) == 1, action.text
            assert action.due is not None, action.text
            assert key_result.deadline is not None
            assert TODAY <= (action.due.value or date.min) <= (key_result.deadline.value or date.max)


@pytest.mark.parametrize("name", ["marketing-after.zh.md", "marketing-after.en.md"])
def test_it_is_followed_up_every_week(name: str) -> None:
    assert okrlint.parse_file(EXAMPLES / name).cadence is not None
    for key_result in _key_results(name):
        assert [entry.date for entry in key_result.checkins] == [date(2022, 1, 7)]


def test_the_languages_tell_the_same_story() -> None:
    chinese, english = (
        [
            (each.deadline and each.deadline.value, each.weight and each.weight.value, len(each.actions))
            for each in found
        ]
        for found in map(_key_results, ("marketing-after.zh.md", "marketing-after.en.md"))
    )
    assert chinese == english


@afters
@pytest.mark.parametrize("preset", ["default", "strict"])
@pytest.mark.parametrize("today", [None, date(2026, 11, 24)])
def test_an_example_of_years_ago_is_left_in_peace_today(name: str, preset: str, today: date | None) -> None:
    assert okrlint.lint_file(EXAMPLES / name, config={"preset": preset}, today=today).findings == ()
