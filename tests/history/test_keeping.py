"""What is kept of all commits up to one is the same afterwards, and nothing else is ever made of what a file holds."""

import pickle
from datetime import UTC, datetime
from zlib import compress

import pytest

from okrlint.history.interface import Commit
from okrlint.history.tracking import Change, Step, Tracker
from okrlint.history.versions import Added
from okrlint.model import Span
from okrlint.project.summaries import DocumentSummary, ItemSummary, Period
from okrlint.recalling.keeping import Kept, from_bytes, to_bytes


def summary(*texts: str) -> DocumentSummary:
    kinds = ("objective", *["key_result"] * (len(texts) - 1))
    items = tuple(
        ItemSummary(kind, f"{kind}{at}", "O1", None, None, text, Span(at, at + 1), Span(at, at + 1))
        for at, (kind, text) in enumerate(zip(kinds, texts, strict=True))
    )
    return DocumentSummary("team.md", "zh", None, Period("2026-Q2", None, None), None, (), (), items)


def steps() -> list[Step]:
    made = []
    for day, texts in enumerate((("让客户满意", "满意度达到90", "开2家店"), ("让客户满意", "满意度达到80")), 1):
        commit = Commit(f"{day:040}", "王芳", "w@x", datetime(2026, 5, day, tzinfo=UTC), "更新", ("on a branch",))
        made.append(Step(commit, (Change("team.md", summary(*texts), None, (Added("改了", 1),)),)))
    return made


def test_what_is_kept_goes_on_where_it_was() -> None:
    whole, begun = Tracker(), Tracker()
    first, second = steps()
    whole.add(first)
    begun.add(first)
    kept = from_bytes(to_bytes(Kept(begun, {"team.md": b"1"}, {"team.md": "2"}, None, {"team.md": "3"})))
    assert kept is not None
    assert kept[1:] == ({"team.md": b"1"}, {"team.md": "2"}, None, {"team.md": "3"})
    for tracker in (whole, kept.tracker):
        tracker.add(second)
    places = {"team.md": 0}
    assert kept.tracker.histories(places) == whole.histories(places)
    assert kept.tracker.additions(places) == whole.additions(places)
    assert [item.removal is not None for item in whole.histories(places)] == [False, False, True]


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("made",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk",
        compress(b"junk"),
        compress(pickle.dumps(Evil())),
        compress(pickle.dumps({"a": 1})),
        to_bytes(Kept(Tracker(), {}, {}, None, {}))[:-4],
    ],
)
def test_what_was_not_kept_here_is_nothing(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert from_bytes(data) is None
    assert capsys.readouterr().out == ""
