"""Lists without list mark-up, measures of success, and what is told apart by how it is set."""

import pytest
from golden import read_markdown, statements

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source
from okrlint.reading.yaml.reader import YamlReader


def results(document: Document) -> list[list[str]]:
    return [[str(result.text) for result in objective.key_results] for objective in document.objectives]


@pytest.mark.parametrize(
    "markers", [("A. ", "B. "), ("a) ", "b) "), ("(a) ", "(b) "), ("i. ", "ii. "), ("（A）", "（B）"), ("① ", "② ")]
)
def test_lists_that_count_otherwise(markers: tuple[str, str]):
    first, second = markers
    document = read_markdown(
        f"# OKRs Q3 2026\n\nObjective 1: Fly further\n\n{first} Range from 300 to 450 km\n{second} 95% of pilots\n"
    )
    assert results(document) == [["Range from 300 to 450 km", "95% of pilots"]]


def test_lettered_lines_that_are_long():
    words = "95% of pilots retrained on the new procedure for short runways"
    document = read_markdown(f"# OKRs Q3 2026\n\nObjective 1: Fly further\n\nA. {words}\nB. {words} at night\n")
    assert results(document) == [[words, f"{words} at night"]]


@pytest.mark.parametrize("lines", ["J. Smith will fly.\nK. Jones will land.", "A. Lee flies 3 times.", "B. 1\nC. 2"])
def test_initials_are_no_list(lines: str):
    document = read_markdown(f"# OKRs Q3 2026\n\nObjective 1: Fly further\n\n{lines}\n")
    assert results(document) == [[]]


def test_emoji_in_the_place_of_bullets():
    document = read_markdown(
        "# OKRs Q3 2026\n\n🎯 Fly further\n📈 Range from 300 to 450 km\n📈 Cost below $90\n\n"
        "🎯 Land softly\n📈 Hard landings from 12 to 3\n📈 95% of pilots retrained\n"
    )
    assert statements(document) == [
        "O Fly further", "- KR Range from 300 to 450 km", "- KR Cost below $90",
        "O Land softly", "- KR Hard landings from 12 to 3", "- KR 95% of pilots retrained",
    ]  # fmt: skip


def test_emoji_before_fields_and_changes_are_no_list():
    document = read_markdown("# Release\n\n🎉 New\n🐛 Crash in 3 places\n🐛 Leak of 2 MB\n🎉 More\n🐛 Typo\n")
    assert not document.objectives


@pytest.mark.parametrize("name", ["Measures of success", "Success metrics", "衡量指标"])
def test_goals_with_measures(name: str):
    document = read_markdown(
        f"## Goal: Fly further\n{name}:\n- Range from 300 to 450 km\n- Cost below $90\n\n"
        f"## Goal: Land softly\n{name}:\n- Hard landings from 12 to 3\n- 95% of pilots retrained\n"
    )
    assert len(document.objectives) == 2
    assert results(document)[0] == ["Range from 300 to 450 km", "Cost below $90"]


def test_one_goal_with_measures_is_a_project():
    assert not read_markdown("## Goal: Fly\nSuccess metrics:\n- Range of 450 km\n- Cost below $90\n").objectives


def test_objectives_stated_in_keys():
    text = "O1 - Delight users:\n  - NPS from 10 to 40\n  - No complaints\nO2 - Ship:\n  - 9 releases\n  - 3 days\n"
    document = YamlReader().read(Source(text, "plan.yaml"), ReadingOptions())
    assert statements(document)[:2] == ["O1 Delight users", "- KR NPS from 10 to 40"]
    assert not document.fields
    chapters = "Goal 1 - Set up:\n  - install it\n  - clone it\nGoal 2 - Run:\n  - run make\n"
    assert not YamlReader().read(Source(chapters, "plan.yaml"), ReadingOptions()).objectives


def test_what_is_set_apart_behind_a_statement():
    document = read_markdown(
        """
        # OKRs

        **O1: Fly further** — On track

        - KR1: Range from 300 to 450 km `60%`
        - KR2: Cost below $90 `40%`

        ## O2: Land softly (Q2 2026)

        - KR1: Raise retention to `95%`
        - KR2: Hard landings from 12 to 3 `weight 20%`
        """
    )
    first, second = document.objectives
    assert (str(first.text), str(first.status)) == ("Fly further", "On track")
    assert [result.weight.value for result in first.key_results] == [0.6, 0.4]
    assert (str(second.text), second.cycle.value) == ("Land softly", "2026-Q2")
    assert results(document)[1] == ["Raise retention to 95%", "Hard landings from 12 to 3"]
    assert second.key_results[0].weight is None


def test_definition_lists():
    document = read_markdown("# OKRs\n\nObjective 1\n: Fly further\n\nKey Result 1\n: Range from 300 to 450 km\n")
    assert statements(document) == ["Objective 1 Fly further", "- Key Result 1 Range from 300 to 450 km"]
