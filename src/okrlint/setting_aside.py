"""Setting outcomes aside until all documents of a run have been judged together."""

from collections.abc import Sequence
from typing import IO, overload

from okrlint.outcomes import Outcome

_IN_MEMORY = 1_000
"""Outcomes that are kept in memory, those of most runs; of a longer one the others go to a file."""


class SetAside(Sequence[Outcome]):
    """Outcomes, of which a long run has no more in memory than a short one.

    The file is one that no other program can open by a name. Where none can be written, all is kept in memory.
    """

    def __init__(self) -> None:
        self._kept: dict[int, Outcome] = {}
        self._places: list[tuple[int, int] | None] = []  # begin and length in the file
        self._file: IO[bytes] | None = None

    def __enter__(self) -> "SetAside":
        return self

    def __exit__(self, *failure: object) -> None:
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, number: int) -> Outcome: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Outcome]: ...
    def __getitem__(self, number: int | slice) -> Outcome | Sequence[Outcome]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        place = self._places[number]
        if self._file is None or place is None:
            return self._kept[number % len(self)]
        import pickle

        begin, length = place
        self._file.seek(begin)
        outcome: Outcome = pickle.loads(self._file.read(length))  # noqa: S301 - what this run has written
        return outcome

    def append(self, outcome: Outcome) -> None:
        """Add an outcome."""
        place = self._written(outcome) if len(self) >= _IN_MEMORY else None
        if place is None:
            self._kept[len(self)] = outcome
        self._places.append(place)

    def _written(self, outcome: Outcome) -> tuple[int, int] | None:
        """Return where in the file an outcome has been written; None where it cannot be."""
        import pickle  # few runs are so long
        from tempfile import TemporaryFile

        data = pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL)
        try:
            if self._file is None:  # it has no buffer: a full disk would leave that full
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115 - `__exit__` closes it
            place = self._file.tell(), len(data)
            return place if self._file.write(data) == len(data) else None
        except OSError:
            return None
