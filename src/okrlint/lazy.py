"""Public names that are imported when they are first asked for (PEP 562): a run loads only what it uses."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exports(module: str, homes: Mapping[str, str]) -> tuple[list[str], Callable[[str], Any]]:
    """Return a module's `__all__` and `__getattr__`.

    Args:
        module: its name.
        homes: by module that defines them, the names, separated by blanks.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def getattribute(name: str) -> Any:
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(home), name)
        setattr(sys.modules[module], name, value)
        return value

    return sorted(home_of), getattribute
