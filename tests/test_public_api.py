"""What is public is written down: it cannot change by accident, and nothing public is without its docstring."""

import inspect
from pathlib import Path

from public_api import MODULES, lines

FROZEN = Path(__file__).with_name("public_api.txt")


def test_the_public_api_is_as_it_is_written_down() -> None:
    assert list(lines()) == FROZEN.read_text(encoding="utf-8").splitlines(), (
        "the public API has changed. If names were added: `python tests/public_api.py > tests/public_api.txt`. "
        "If something was changed or dropped, it needs the path of docs/api.md first: keep the former name, "
        "with a DeprecationWarning, for a minor version (`former` in okrlint/lazy.py), and tell it in CHANGELOG.md"
    )


def test_what_is_public_is_documented() -> None:
    undocumented = [
        f"{module.__name__}.{name}"
        for module in MODULES
        for name in module.__all__
        if (inspect.isclass(value := getattr(module, name)) or inspect.isfunction(value)) and not value.__doc__
    ]
    assert not undocumented
