"""Reading takes time in proportion to the length of a document, whatever its shape."""

from collections.abc import Callable
from math import inf
from time import process_time

import pytest
from large_documents import FORMATS, SHAPES, okrs, one_objective, shape

from okrlint.opening import reader_for
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import Source

TIMES = 8
"""How many times as long the long document is."""

MOST = 12
"""How many times as long reading it may take: with quadratic cost it would be 64."""

RUNS = 20
"""Runs at most: the best of a few is disturbed at times, the best of many never passes where cost is quadratic."""


def seconds(format: str, text: str) -> float:
    reader, source = reader_for(format, "plan"), Source(text, "okrs")
    with collector_paused():
        start = process_time()
        reader.read(source, ReadingOptions())
        return process_time() - start


def assert_linear(make: Callable[[int, int], tuple[str, str]], size: int) -> None:
    """Compare the best times of documents of two sizes; each run has words of its own, so that no cache helps it."""
    seconds(*make(size, 0))  # what is loaded on first use
    short = long = inf
    for run in range(1, RUNS + 1):
        short = min(short, seconds(*make(size, run)))
        long = min(long, seconds(*make(TIMES * size, run)))
        if long <= MOST * short:
            return
    pytest.fail(f"{long:.3f} s is {long / short:.1f} times {short:.3f} s")


@pytest.mark.parametrize("format", FORMATS)
def test_plausible_okrs(format: str) -> None:
    assert_linear(lambda size, seed: (format, okrs(format, size, seed)), 5_000)


@pytest.mark.parametrize("format", FORMATS)
def test_one_objective_with_many_key_results(format: str) -> None:
    assert_linear(lambda count, seed: (format, one_objective(format, count, seed)), 40)


@pytest.mark.parametrize("name", SHAPES)
def test_a_hostile_shape(name: str) -> None:
    assert_linear(lambda count, seed: shape(name, count, seed), 150)
