"""Labels: the usual ones, which are told at a glance, and those beside them that are not."""

import pytest

from okrlint.reading.labels import LabelMatch, label, usual_label


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("O1: Win them over", LabelMatch("objective", "O1", (1,), 4, True)),
        ("O12：赢得信任", LabelMatch("objective", "O12", (12,), 4, True)),
        ("KR2: NPS from 32 to 45", LabelMatch("key_result", "KR2", (2,), 5, True)),
        ("KR3:95% on time", LabelMatch("key_result", "KR3", (3,), 4, True)),
    ],
)
def test_usual_labels(text: str, found: LabelMatch) -> None:
    assert usual_label(text) == label(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("O1:  Win them over", LabelMatch("objective", "O1", (1,), 5, True)),
        ("O1:** Win them over", LabelMatch("objective", "O1", (1,), 6, True)),
        ("O1：\u3000赢得信任", LabelMatch("objective", "O1", (1,), 4, True)),
        ("KR2：", LabelMatch("key_result", "KR2", (2,), 4, True)),
        ("kr2: NPS from 32 to 45", LabelMatch("key_result", "kr2", (2,), 5, True)),
        ("KR1.2: NPS from 32 to 45", LabelMatch("key_result", "KR1.2", (1, 2), 7, True)),
        ("目标一：赢得信任", LabelMatch("objective", "目标一", (1,), 4, True)),
        ("CRO KR1: NPS from 32 to 45", LabelMatch("key_result", "KR1", (1,), 9, True, "CRO")),
        ("BPS KR 1.2: A prototype", LabelMatch("key_result", "KR 1.2", (1, 2), 12, True)),
        ("[2] KR2: NPS from 32 to 45", LabelMatch("key_result", "KR2", (2,), 9, True)),
        ("KR1] KR1: NPS from 32 to 45", LabelMatch("key_result", "KR1", (1,), 10, True)),
        ("KR1 KR1: NPS from 32 to 45", LabelMatch("key_result", "KR1", (1,), 9, True)),
    ],
)
def test_other_labels(text: str, found: LabelMatch) -> None:
    assert usual_label(text) is None
    assert label(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "O123: a number of something",
        "OKR team: who is in it",
        "2026: a year",
        "Win them over",
        "[2] sources: see below",
        "赢得信任：首先",
        "",
        "**",
    ],
)
def test_no_labels(text: str) -> None:
    assert usual_label(text) is None
    assert label(text) is None


KEYS = {
    "OKR-101: The app": "OKR-101",
    "[OBJ-2041] Wards": "OBJ-2041",
    "GOAL-123: Beds": "GOAL-123",
    "KR-311: 9": "KR-311",
}


@pytest.mark.parametrize("text", KEYS)
def test_a_key_of_a_tracker_is_a_label(text: str) -> None:
    found = label(text)
    assert found is not None
    assert (found.label, found.separated) == (KEYS[text], True)


@pytest.mark.parametrize(
    "text", ["OKR-2026: our year", "OKR-2026-Q2", "O-101: x", "KR100: x", "Goal 100 users", "目标-100家"]
)
def test_a_year_or_an_amount_is_no_key_of_a_tracker(text: str) -> None:
    assert label(text) is None
