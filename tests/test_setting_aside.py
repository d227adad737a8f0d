"""Outcomes that are set aside come back as they were, from memory, from the file, and where there can be no file."""

import errno
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from okrlint import setting_aside
from okrlint.linting.findings import FileReport
from okrlint.linting.tally import tally_of
from okrlint.outcomes import Outcome
from okrlint.reporting.partwise import Part
from okrlint.setting_aside import SetAside

COUNT = 25


def outcome(number: int) -> Outcome:
    part = Part(f"{number}\n", "\udce9" * number)
    return Outcome(f"目标/{number}.md", tally_of(FileReport("x")), part, None, b"k", None, b"d" * number)


EXPECTED = [outcome(number) for number in range(COUNT)]


@pytest.fixture(autouse=True)
def _few_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_aside, "_IN_MEMORY", 7)


@pytest.fixture
def kept() -> Iterator[SetAside]:
    with SetAside() as aside:
        yield aside


def fill(aside: SetAside) -> None:
    for each in EXPECTED:
        aside.append(each)


def is_as_it_was(aside: SetAside) -> bool:
    """Tell whether all is there in order, and can be had in any other."""
    there = [aside[number] for number in reversed(range(COUNT))][::-1]
    return list(aside) == there == EXPECTED and aside[-1] == EXPECTED[-1] and list(aside[5:9]) == EXPECTED[5:9]


def test_few_stay_in_memory(kept: SetAside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setting_aside, "_IN_MEMORY", COUNT)
    monkeypatch.setattr(tempfile, "TemporaryFile", None)
    fill(kept)
    assert is_as_it_was(kept)


def test_many_go_to_a_file_without_a_name(kept: SetAside, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    fill(kept)
    assert list(tmp_path.iterdir()) == []
    assert is_as_it_was(kept)
    assert kept[COUNT - 1] is not EXPECTED[-1]
    assert kept[0] is EXPECTED[0]


def test_no_file_can_be_made(kept: SetAside, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    fill(kept)
    assert is_as_it_was(kept)


@pytest.mark.parametrize("is_cut", [False, True])
@pytest.mark.parametrize("written", [0, 3, 12])
def test_the_disk_becomes_full(kept: SetAside, monkeypatch: pytest.MonkeyPatch, written: int, is_cut: bool) -> None:
    make = tempfile.TemporaryFile

    class Full:
        """A file that takes some writes, and then no more."""

        def __init__(self, buffering: int) -> None:
            self.file: IO[bytes] = make(buffering=buffering)
            self.left = written

        def __enter__(self) -> "Full":
            return self

        def __exit__(self, *failure: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> Any:
            return getattr(self.file, name)

        def write(self, data: bytes) -> int:
            self.left -= 1
            if self.left >= 0:
                return self.file.write(data)
            if is_cut:
                return self.file.write(data[:9])
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", Full)
    fill(kept)
    assert is_as_it_was(kept)
    assert (kept[7 + written] is EXPECTED[7 + written]) == (7 + written < COUNT)
