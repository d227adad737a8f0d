"""Makes docstrings, as the code has them, fit for the reference."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_type_hints

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.util.typing import stringify_annotation

_HEADING = re.compile(r"^(?:Args|Returns|Yields|Raises|Example|Examples|Note):$")
_FIELD = re.compile(r"^ {4}(\w+): *(.*)$")


def connect(app: Sphinx) -> None:
    """Have Sphinx ask what is here."""
    app.connect("autodoc-process-docstring", _tell_all_fields, priority=100)
    app.connect("autodoc-process-docstring", _keep_remark, priority=100)
    app.connect("autodoc-process-docstring", _put_remark_back, priority=900)
    app.connect("autodoc-process-signature", _hide_models_making)
    app.connect("autodoc-skip-member", _skip_field)
    app.connect("missing-reference", _leave_plain)


def fields_of(kind: type) -> list[str]:
    """Return the fields of a model or of a named tuple, in order."""
    return list(getattr(kind, "model_fields", ()) or getattr(kind, "_fields", ()))


def _described(lines: list[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Return a docstring without its attributes, and what it says of each."""
    rest: list[str] = []
    told: dict[str, list[str]] = {}
    inside, name = False, ""
    for line in lines:
        if line == "Attributes:" or _HEADING.match(line):
            inside = line == "Attributes:"
        if not inside:
            rest.append(line)
        elif match := _FIELD.match(line):
            name = match[1]
            told[name] = [match[2]]
        elif line.strip() and name:
            told[name].append(line.strip())
    return rest, told


def _bases_told(kind: type) -> Iterator[tuple[str, list[str]]]:
    """Yield what a class and its bases say of attributes, the bases first."""
    for base in reversed(kind.__mro__):
        yield from _described(inspect.cleandoc(vars(base).get("__doc__") or "").splitlines())[1].items()


def _types_of(kind: type) -> dict[str, Any]:
    """Return the types of a class's attributes, as names where they are not imported at run time."""
    try:
        return get_type_hints(kind)
    except NameError:
        return {name: hint for base in reversed(kind.__mro__) for name, hint in inspect.get_annotations(base).items()}


def _defaults_of(kind: type) -> dict[str, Any]:
    """Return the defaults of the fields that have one."""
    models = {
        name: field.default for name, field in getattr(kind, "model_fields", {}).items() if not field.is_required()
    }
    return models or getattr(kind, "_field_defaults", {})


def _tell_all_fields(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Let a class show every field with its type, also one that its docstring does not speak of."""
    if not inspect.isclass(obj):
        return
    rest, told = _described(lines)
    of_bases, types, defaults = dict(_bases_told(obj)), _types_of(obj), _defaults_of(obj)
    lines[:] = [*rest, ""]
    for field in dict.fromkeys([*fields_of(obj), *told]):
        lines.append(f".. attribute:: {field}")
        if field in types:
            lines.append(f"   :type: {stringify_annotation(types[field], 'smart')}")
        if field in defaults:
            lines.append(f"   :value: {defaults[field]!r}")
        lines += ["", *(f"   {line}" for line in told.get(field) or of_bases.get(field) or ()), ""]


def _hide_models_making(
    app: Sphinx, what: str, name: str, obj: Any, options: Any, signature: str | None, returns: str | None
) -> tuple[str, None] | None:
    """Leave out how a model is made, which is the same for all: with its fields, by name."""
    return ("", None) if hasattr(obj, "model_fields") else None


_remarks: dict[str, list[str]] = {}
"""What stands below attributes that are just being told of, by their names."""


def _keep_remark(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """Keep what stands below an attribute from being cut at its first colon, the left part taken for a type."""
    if what in ("attribute", "data", "property"):
        _remarks[name] = list(lines)


def _put_remark_back(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    lines[:] = _remarks.pop(name, lines)


def _skip_field(app: Sphinx, what: str, name: str, obj: Any, skip: bool, options: Any) -> bool | None:
    """Leave out of the members what stands among the attributes: fields of named tuples, and names for a class."""
    alias = inspect.isclass(obj) and obj.__name__ != name
    field = name == "model_config" or type(obj).__name__ in ("_tuplegetter", "member_descriptor")
    return True if alias or field else None


def _leave_plain(app: Sphinx, env: Any, node: pending_xref, content: nodes.TextElement) -> nodes.Node | None:
    """Let what is no public name of ours be just code; a name of ours that there is not stays a broken link."""
    if node.get("refdomain") != "py" or node.get("reftype") not in ("obj", "class", "exc"):
        return None
    target = node["reftarget"]
    return None if node["reftype"] != "obj" and target.startswith("okrlint.") and not _is_there(target) else content


def _is_there(name: str) -> bool:
    module, _, last = name.rpartition(".")
    try:
        return hasattr(import_module(module), last)
    except ImportError:
        return False
