"""The garbage collector rests while a document is read, and only then."""

import gc

import pytest
from large_documents import FORMATS, okrs

from okrlint.opening import reader_for
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source


@collector_paused()
def is_collecting(source: str) -> bool:
    int(source)
    return gc.isenabled()


def test_the_collector_rests_and_runs_again() -> None:
    assert not is_collecting("1")
    assert gc.isenabled()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"):
        is_collecting("broken")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize("format", FORMATS)
def test_reading_leaves_no_cycles_behind(format: str) -> None:
    reader, source = reader_for(format, "plan"), Source(okrs(format, 20_000), "okrs")
    reader.read(source, ReadingOptions())
    gc.collect()
    with collector_paused():
        document = reader.read(source, ReadingOptions())
        assert gc.collect() < 100, "a pause would let garbage pile up"
    assert document.objectives
