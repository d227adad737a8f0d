"""Public names that are imported when they are first asked for (PEP 562): a run loads only what it uses."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple


class Former(NamedTuple):
    """A public name that is on its way out.

    Attributes:
        present: the name that replaces it, of the same module.
        until: the version that drops it, at least one minor version ahead.
    """

    present: str
    until: str


def exports(
    module: str, homes: Mapping[str, str], former: Mapping[str, Former] | None = None
) -> tuple[list[str], Callable[[str], Any]]:
    """Return a module's `__all__` and `__getattr__`.

    Args:
        module: its name.
        homes: by module that defines them, the names, separated by blanks.
        former: names that still work, with a `DeprecationWarning`, and are not in `__all__`.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def getattribute(name: str) -> Any:
        if former and name in former:
            import warnings

            present, until = former[name]
            warnings.warn(
                f"{module}.{name} is called {present} now, and goes with version {until}",
                DeprecationWarning,
                stacklevel=2,
            )
            return getattribute(present)
        home = home_of.get(name)
        if home is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        value = getattr(import_module(home), name)
        setattr(sys.modules[module], name, value)
        return value

    return sorted(home_of), getattribute
