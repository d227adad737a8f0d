"""Items are followed rightly whatever is done to documents: their true identity is known here."""

import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.history.tracking import Change, Step, Tracker, tracked
from okrlint.history.typos import is_typo_only

sys.path.insert(0, str(Path(__file__).parent))

from edit_scripts import Author, step_of


def followed(seed: int, commits: int = 20) -> tuple[int, int]:
    """Return how many items were followed rightly from one commit to the next, and how many there were."""
    author, tracker = Author(Random(seed)), Tracker()
    before = {path: author.document(path) for path in author.files}
    tracker.add(Step(None, tuple(Change(path, document) for path, document in before.items())))
    lines = {
        number: line
        for path in author.files
        for number, line in zip(author.numbers(path), tracker._states[path].lines, strict=True)
    }
    right = total = 0
    for _ in range(commits):
        former = None
        for _ in range(author.random.randint(1, 5)):
            former = author.edit(may_rename=former is None) or former
        tracker.add(step_of(author, before, former))
        before = {path: author.document(path) for path in author.files}
        for path in author.files:
            for number, line in zip(
                author.numbers(path), tracker._states[path].lines if author.files[path] else (), strict=True
            ):
                if number in lines:
                    total += 1
                    right += lines[number] is line
                lines[number] = line
    return right, total


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 1_000_000))
def test_items_are_followed_through_random_edits(seed: int):
    right, total = followed(seed)
    assert right >= 0.95 * total


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1_000_000))
def test_order_of_files_in_a_commit_does_not_matter(seed: int):
    author = Author(Random(seed))
    documents = {path: author.document(path) for path in author.files}
    changes = tuple(Change(path, document) for path, document in documents.items())
    for _ in range(3):
        author.edit(may_rename=False)
    step = step_of(author, documents, None)
    places = {path: number for number, path in enumerate(sorted(author.files))}
    one = tracked([Step(None, changes), step], places)
    other = tracked([Step(None, changes[::-1]), Step(None, step.changes[::-1])], places)
    assert one == other


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Imporve signup rate", "Improve signup rate", True),
        ("Reach 900 users.", "reach 900  Users", True),
        ("客户满意读达到90", "客户满意度达到90", True),
        ("客户满意度，达到90", "客戶滿意度達到90", True),
        ("Increase churn to 5%", "Decrease churn to 5%", False),
        ("Reach 900 users", "Reach 500 users", False),
        ("NPS > 50", "NPS < 50", False),
        ("maximise the cost base", "minimise the cost base", False),
        ("上海客户满意度达到90", "青海客户满意度达到90", False),
        ("一季度上线三个功能模块", "一季度上线五个功能模块", False),
        ("提升用户留存率至40%", "降低用户留存率至40%", False),
    ],
)
def test_slip_of_the_pen_is_told_from_a_change(one: str, other: str, expected: bool):
    assert is_typo_only(one, other) is is_typo_only(other, one) is expected
