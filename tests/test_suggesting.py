"""The nearest of what there is."""

import pytest

from okrlint.suggesting import nearest, suggestion


@pytest.mark.parametrize(
    ("word", "expected"),
    [("kw01", "KW001"), ("KR-NOT-QUANTIFED", "kr-not-quantified"), ("zzz", None), ("", None)],
)
def test_nearest(word: str, expected: str | None) -> None:
    assert nearest(word, ["KW001", "kr-not-quantified"]) == expected


def test_without_a_near_one_all_are_told() -> None:
    assert suggestion("zzz", ["a", "b"]) == "there are: a, b"
    assert suggestion("zzz", []) == "there are: none"
