"""Writes down what is public: every name with its kind, fields and signatures, as text.

    python tests/public_api.py > tests/public_api.txt

Names are added so. What would be changed or dropped goes by the path that docs/api.md tells.
"""

import enum
import inspect
import re
from collections.abc import Iterator
from typing import Any

import okrlint
import okrlint.plugins
import okrlint.testing

MODULES = (okrlint, okrlint.plugins, okrlint.testing)


def lines() -> Iterator[str]:
    """Yield a line for each public thing, and for each part of it."""
    told: dict[int, str] = {}
    for module in MODULES:
        for name in sorted(module.__all__):
            value, full = inspect.unwrap(getattr(module, name)), f"{module.__name__}.{name}"
            if inspect.isclass(value) or inspect.isfunction(value):
                first = told.setdefault(id(value), full)
                if first != full:
                    yield f"{full} is {first}"
                    continue
            if inspect.isclass(value):
                bases = [base.__name__ for base in value.__bases__ if base not in (object, tuple)]
                yield f"class {full}({', '.join(bases)})"
                yield from (f"    {line}" for line in members(value))
            else:
                yield f"def {full}{signature(value)}" if inspect.isfunction(value) else f"{full} = {shown(value)}"


def members(kind: type) -> Iterator[str]:
    """Yield the fields of a class, and what it adds to its bases."""
    names: dict[str, str] = {}
    if issubclass(kind, enum.Enum):
        yield ", ".join(member.name for member in kind)
    elif fields := getattr(kind, "model_fields", None):
        names = {
            name: shown(field.annotation) + ("" if field.is_required() else " = …") for name, field in fields.items()
        }
    elif hasattr(kind, "_fields"):
        hints = inspect.get_annotations(kind)
        names = {name: shown(hints[name]) + (" = …" if name in kind._field_defaults else "") for name in kind._fields}
    else:
        names = {name: shown(hint) for name, hint in inspect.get_annotations(kind).items() if not name.startswith("_")}
        if inspect.isfunction(vars(kind).get("__init__")) and not getattr(kind, "_is_protocol", False):
            yield f"__init__{signature(kind.__init__)}"
    yield from (f"{name}: {kind}" for name, kind in names.items())
    for name, value in sorted(vars(kind).items()):
        member = value.__func__ if isinstance(value, staticmethod | classmethod) else value
        if name.startswith(("_", "model_")) or name in names:
            continue
        if inspect.isfunction(member):
            yield f"{name}{signature(member)}"
        elif isinstance(value, property):
            yield f"{name} (property)"


def signature(function: Any) -> str:
    """Return the parameters of a function with their types."""
    return shown(inspect.signature(function))


def shown(thing: Any) -> str:
    """Return a type or signature without the modules that its parts live in: they may move."""
    if " at 0x" in repr(thing):
        return type(thing).__name__
    text = thing.__name__ if inspect.isclass(thing) and not hasattr(thing, "__args__") else str(thing)
    text = re.sub(r"ForwardRef\((['\"])(.*?)\1\)", r"\2", text)
    text = re.sub(r"(?<![\w'])[a-z_]\w*(?:\.[a-z_]\w*)*\.(?=[A-Za-z])", "", text)
    return re.sub(r"^Optional\[(.+)\]$", r"\1 | None", text)


if __name__ == "__main__":
    print("\n".join(lines()))
