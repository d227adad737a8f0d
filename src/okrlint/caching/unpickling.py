"""Reading pickled values of which the makers are known: whatever else a file may hold is not made."""

import pickle
from collections.abc import Collection
from io import BytesIO
from typing import Any

Class = tuple[str, str]
"""A module, and the name of a class in it."""

FAULTS = (pickle.UnpicklingError, ValueError, TypeError, EOFError, LookupError, AttributeError, ImportError)
"""What reading damaged bytes may raise."""


def loaded(data: bytes, allowed: Collection[Class]) -> Any:
    """Return a pickled value that is made of Python's own plain values and of some classes.

    Raises:
        UnpicklingError: for any other class; and `FAULTS` for bytes that are no pickle.
    """
    return _Reader(data, allowed).load()


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, allowed: Collection[Class]) -> None:
        super().__init__(BytesIO(data))
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> Any:
        """Return a class that a value may be made of.

        Raises:
            UnpicklingError: for any other.
        """
        if (module, name) in self._allowed:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is not expected here")
