"""Fields that tell what held before (`was 8/10, now 6/10`, `~~Ben~~ Ana`), and those that tell what is done."""

from datetime import date

import pytest
from golden import facts, read_markdown
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model import Span, Text
from okrlint.reading.assembly.notes import is_done
from okrlint.reading.values import fields as values
from okrlint.reading.values.superseded import current_part

Q2 = (date(2026, 4, 1), date(2026, 6, 30))


def text(words: str) -> Text:
    return Text(value=words, raw=words, span=Span(0, len(words)))


@pytest.mark.parametrize(
    "words",
    [
        "6/10",
        "6/10 (was 8/10)",
        "6/10, was 8/10",
        "6/10（上周 8/10）",
        "6/10，上周8/10",
        "was 8/10, now 6/10",
        "last week 8/10, this week 6/10",
        "8/10 last week, 6/10 now",
        "上周8/10，本周6/10",
        "8/10（上周），6/10（本周）",
        "原8/10，现6/10",
        "8/10 → 6/10",
        "9/10 → 8/10 → 6/10",
        "8/10改为6/10",
    ],
)
def test_the_present_confidence(words: str) -> None:
    assert values.confidence(text(words)).value == 0.6


@pytest.mark.parametrize(
    "words",
    [
        "15 June",
        "15 June (was 1 June)",
        "15 June, previously 1 June",
        "15 June instead of 1 June",
        "was 1 June, now 15 June",
        "originally 1 June; moved to 15 June",
        "1 June → 15 June",
        "6月15日（原6月1日）",
        "6月15日，原为6月1日",
        "原定6月1日，现6月15日",
        "6月1日改为6月15日",
        "6月1日延期至6月15日",
        "1 June – 15 June",
    ],
)
def test_the_present_deadline(words: str) -> None:
    assert values.deadline(text(words), Q2).value == date(2026, 6, 15)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ana (was Ben)", ["Ana"]),
        ("Ana, was Ben", ["Ana"]),
        ("Ana, previously Ben", ["Ana"]),
        ("was Ben, now Ana", ["Ana"]),
        ("Ben → Ana", ["Ana"]),
        ("@ben -> @ana", ["ana"]),
        ("王芳（原李雷）", ["王芳"]),
        ("王芳，原李雷", ["王芳"]),
        ("原李雷，现为王芳", ["王芳"]),
        ("李雷→王芳", ["王芳"]),
        # look-alikes
        ("Ana, Ben", ["Ana", "Ben"]),
        ("王芳、原料组", ["王芳", "原料组"]),
        ("王芳、现代组", ["王芳", "现代组"]),
        ("李现、王芳", ["李现", "王芳"]),
        ("王芳、原野", ["王芳", "原野"]),
        ("李提前、王芳", ["李提前", "王芳"]),
        ("产品改进组、王芳", ["产品改进组", "王芳"]),
    ],
)
def test_the_present_owner(words: str, names: list[str]) -> None:
    assert [str(owner) for owner in values.owners(text(words))] == names


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2 weeks before 15 June", date(2026, 6, 15)),
        ("原6月1日", date(2026, 6, 1)),
        ("6月1日前，最迟6月15日", date(2026, 6, 1)),
        ("1 June, before the launch", date(2026, 6, 1)),
    ],
)
def test_deadlines_that_were_not_moved(words: str, day: date) -> None:
    assert values.deadline(text(words), Q2).value == day


@pytest.mark.parametrize("words", ["60% before launch", "up from 8", "now"])
def test_ratings_that_stay_unread(words: str) -> None:
    assert values.confidence(text(words)).problem == "unread"


@given(st.text(alphabet="AnaBe 王芳原现改为上周was now→,，、()6/10 June", max_size=40))
def test_what_holds_now_is_a_part_of_the_words(words: str) -> None:
    start, end = current_part(words, bool)
    assert 0 <= start <= end <= len(words)
    assert start < end or not words


@pytest.mark.parametrize(
    "fields",
    [
        "(owner: ~~Ben~~ Ana, due ~~1 June~~ 15 June, confidence ~~8/10~~ 6/10)",
        "\n  - Owner: ~~Ben~~ Ana\n  - Deadline: ~~1 June~~ **15 June**\n  - Confidence: ~~8/10~~ 6/10",
        "\n  - Owner: Ana ~~Ben~~\n  - Deadline: 15 June ~~1 June~~\n  - Confidence: 6/10 ~~8/10~~",
        "\n  - Owner: Ana (was Ben)\n  - Deadline: 15 June (was 1 June)\n  - Confidence: 6/10 (was 8/10)",
    ],
)
def test_fields_whose_former_words_still_stand_there(fields: str) -> None:
    (objective,) = read_markdown(
        f"# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% {fields}\n"
    ).objectives
    found = facts(objective.key_results[0])
    assert (found["owners"], found["due"], found["confidence"]) == (["Ana"], "2026-06-15", 0.6)


@pytest.mark.parametrize(
    ("field", "words"), [("Owner", "**Ana** and Ben"), ("Owner", "Ana ~~and~~ Ben"), ("Team", "~~Sales~~")]
)
def test_mark_up_that_leaves_the_words_as_they_are(field: str, words: str) -> None:
    (objective,) = read_markdown(
        f"# OKR 2026 Q2\n## O1: Make customers stay\n- {field}: {words}\n- KR1: Praise from 70% to 85%\n"
    ).objectives
    said = [str(owner) for owner in objective.owners] or [str(objective.team)]
    assert " ".join(said) in words.replace("*", "").replace("~~", "").replace(" and", "")


# Done or not


@pytest.mark.parametrize(
    ("words", "done"),
    [
        *((words, True) for words in ("✅", "✔", "✔️", "✓", "☑", "☑️", "√", "x", "Yes", "Y", "是", "已完成")),
        *(
            (words, False)
            for words in ("❌", "✗", "✘", "✖️", "×", "⬜", "☐", "No", "N", "否", "尚未完成", "In progress")
        ),
        *((words, None) for words in ("🟡", "half", "50%", "yes, but", "❌?", "-", "⏳")),
    ],
)
def test_signs_for_done(words: str, done: bool | None) -> None:
    assert is_done(text(words)) is done


@pytest.mark.parametrize(
    ("header", "yes", "no"), [("Done?", "✅", "❌"), ("完成？", "✅", "❌"), ("是否完成", "是", "⬜")]
)
def test_a_column_that_tells_what_is_done(header: str, yes: str, no: str) -> None:
    (objective,) = read_markdown(
        f"# OKR 2026 Q2\n## O1: Make customers stay\n| KR | {header} |\n|--|--|\n| Praise from 70% to 85% | {yes} |\n"
        f"| Blame from 7% to 5% | {no} |\n| Calls from 9 to 2 | maybe |\n"
    ).objectives
    assert [result.done for result in objective.key_results] == [True, False, None]
    assert [len(result.fields) for result in objective.key_results] == [0, 0, 1]
