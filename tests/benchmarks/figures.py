"""Reads the figures that `run.py` wrote, and sets them in relation to each other."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from measuring import Row, Taken


class FiguresError(Exception):
    """A file that holds no figures; the message says why."""


class Case(NamedTuple):
    """One case, as it was measured.

    Attributes:
        began: the day and time, in ISO 8601.
        load: how busy the machine was before it began: processes that ran or waited, in the minute before.
    """

    began: str
    load: float
    rows: tuple[Row, ...]


class Figures(NamedTuple):
    """What `run.py` wrote.

    Attributes:
        machine: processor, cores, memory in GiB and system.
        versions: of all that was measured.
        cases: by name.
        parts: milliseconds a file by kind of corpus, then `parts` or `rules`, then the name of the part or rule.
    """

    machine: dict[str, Any]
    versions: dict[str, str]
    cases: dict[str, Case]
    parts: dict[str, dict[str, dict[str, float]]]

    def rows(self, case: str, tool: str = "", kind: str | None = None) -> Iterator[Row]:
        """Yield the rows of a case that did their work: all, or those of a tool and a kind of corpus."""
        for row in self.cases[case].rows if case in self.cases else ():
            if (not tool or row.tool == tool) and kind in (None, row.kind) and did_its_work(row):
                yield row

    def row(self, case: str, tool: str, kind: str = "", hows: Iterable[str] = ("",)) -> Row | None:
        """Return the row of the first of these ways that was measured; of large documents, that of the smallest."""
        there = {row.how: row for row in reversed(list(self.rows(case, tool, kind)))}
        return next((there[how] for how in hows if how in there), None)


class Ratio(NamedTuple):
    """How much one takes of what another takes.

    Attributes:
        is_bound: whether it is less than that: the other one was stopped.
    """

    value: float
    is_bound: bool = False


def load(paths: Iterable[Path]) -> Figures:
    """Read figures; of a case that several files have, those of the last.

    Raises:
        FiguresError: for a file that holds none.
    """
    figures = None
    for path in paths:
        try:
            read = _figures(json.loads(path.read_text(encoding="utf-8")))
        except OSError as error:
            raise FiguresError(f"{path}: cannot be read: {error.strerror}") from None
        except (ValueError, KeyError, TypeError) as error:
            raise FiguresError(f"{path}: holds no figures of run.py: {error!r}") from None
        if figures is not None:
            read = read._replace(
                cases=figures.cases | read.cases,
                versions=figures.versions | read.versions,
                parts=read.parts or figures.parts,
            )
        figures = read
    if figures is None:
        raise FiguresError("name at least one file that run.py wrote")
    return figures


def _figures(data: dict[str, Any]) -> Figures:
    cases = {
        name: Case(case["began"], case["load"], tuple(map(_row, case["rows"]))) for name, case in data["cases"].items()
    }
    return Figures(data["machine"], data["versions"], cases, data["parts"])


def _row(data: dict[str, Any]) -> Row:
    return Row(**{**data, "taken": tuple(Taken(**each) for each in data["taken"])})


def did_its_work(row: Row) -> bool:
    """Tell whether all runs ended as a linter's should, or took so long that they were stopped."""
    return all(each.exit in (0, 1) for each in row.taken) and bool(row.taken or row.stopped)


def middle(row: Row, figure: str = "wall") -> float | None:
    """Return the median of a figure of `Taken`; None for what was stopped."""
    return None if row.stopped is not None else median(getattr(each, figure) for each in row.taken)


def ratio(ours: Row | None, other: Row | None, figure: str = "wall") -> Ratio | None:
    """Return the median of how each run compares to that which was run next to it."""
    if ours is None or other is None or ours.stopped is not None:
        return None
    if other.stopped is not None:
        return Ratio((middle(ours) or 0) / other.stopped, is_bound=True) if figure == "wall" else None
    pairs = zip(ours.taken, other.taken, strict=False)  # a peer may be run less often
    return Ratio(median(getattr(one, figure) / getattr(two, figure) for one, two in pairs))


def pace(row: Row) -> float | None:
    """Return the seconds for each megabyte."""
    seconds = middle(row)
    return None if seconds is None else seconds / (row.size / 1e6)
