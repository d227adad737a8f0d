"""What is wrong with a configuration, in words that tell where it stands and what to write."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from reprlib import repr as short_repr
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from okrlint.config.files import ConfigTable
from okrlint.config.instead import instead_of_key, instead_of_presence
from okrlint.config.places import Keys, line_of
from okrlint.config.schema import UNION_TAGS
from okrlint.config.settings import MAX_COMPLAINTS
from okrlint.suggesting import nearest, suggestion


def complaints(error: ValidationError, table: ConfigTable) -> Iterator[str]:
    """Yield what is wrong with a table, each with file and line, in their order; no more than `MAX_COMPLAINTS`."""
    found = []
    for detail in error.errors(include_url=False):
        keys = tuple(key for key in detail["loc"] if key not in UNION_TAGS and key != "[key]")
        if detail["type"] == "invalid_key":  # a number in YAML, which would pass for a position in a list
            keys = (*keys[:-1], str(keys[-1]))
        found.append((line_of(table.places, keys) or 0, keys, detail))
    found.sort(key=lambda each: each[0])
    for _, keys, detail in found[:MAX_COMPLAINTS]:
        yield f"{table.where(*keys)}: {complaint(detail, _said(keys), _known(keys))}"
    if len(found) > MAX_COMPLAINTS:
        yield f"{table.name}: {len(found) - MAX_COMPLAINTS} more values are wrong"


def complaint(detail: Mapping[str, Any], where: str, known: Sequence[str]) -> str:
    """Return one complaint of pydantic's in our words.

    Args:
        detail: as in `ValidationError.errors`.
        where: the way to the value, its key last.
        known: the keys that could stand there.
    """
    kind, value = detail["type"], detail["input"]
    if kind == "extra_forbidden":
        outer, _, key = where.rpartition(".")
        return f"{outer}{': ' if outer else ''}{_unknown(key, value, outer, known)}"
    message = detail["msg"].removeprefix("Value error, ").replace("valid dictionary", "table")
    if kind == "missing":
        return f"{where}: is missing"
    if kind == "invalid_key":
        return f"{where}: a key is a word; in quotes this would be one"
    if kind == "list_type":
        message = _NO_TABLES if isinstance(value, dict) else _NO_LIST
    if kind == "model_type":
        message = f"Input should be a table{_table_hint(where, value)}"
    if kind == "string_type" and isinstance(value, dict):
        message += "; a text with a colon and a space in it needs quotes"
    if kind == "too_short":
        message = "name at least one"
    if kind == "bool_type" and isinstance(value, str) and value.lower() in ("yes", "no", "on", "off"):
        message = "write true or false"
    if kind == "literal_error" and isinstance(value, str):
        words = detail["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
        close = nearest(value, words)
        if where.endswith(".is"):
            return f"{where}: {message}; {instead_of_presence(value)} (is: {_written(value)})"
        message += f"; did you mean {close!r}?" if close else ""
    if kind == "value_error" and isinstance(value, dict):  # of a table its keys are told, not all that it says
        return f"{where}: {message}"
    return f"{where}: {message} (is: {_written(value)})"


_NO_LIST = "write a list, in square brackets"
_NO_TABLES = "write a list of tables, each below a line with two pairs of brackets in TOML, behind a hyphen in YAML"


def _unknown(key: str, value: Any, outer: str, known: Sequence[str]) -> str:
    if not outer and key in ("tool", "okrlint") and isinstance(value, dict):
        return f"unknown key {key!r}; in this file the keys stand by themselves, below no table"
    if outer == "per-path" and key in _known(()):
        return f"unknown key {key!r} here; it is for all files alike, and stands outside of per-path"
    meant = instead_of_key(key, value, known)
    return f"unknown key {key!r}; {meant or suggestion(key, known)}"


def _table_hint(where: str, value: Any) -> str:
    if not where.endswith((".if", ".not", ".where", ".all", ".any")):
        return ""
    if value is None:
        return "; what belongs to it stands below, further in, or behind it in braces"
    if where.endswith(".not") and isinstance(value, list):
        return "; `not` takes one condition, which may be {any: […]} or {all: […]}"
    return "; a condition is written as in {field: owner, is: absent}"


def _written(value: Any) -> str:
    """Return a value as an author would write it."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return value.isoformat() if isinstance(value, date) else short_repr(value)


def _said(keys: Keys) -> str:
    """Return the way to a value as an author would say it; the line tells which entry of a list is meant."""
    return ".".join(key for key in keys if isinstance(key, str))


def _known(keys: Keys) -> list[str]:
    """Return the keys of the table that a way leads into; the last key is the one that is not known there."""
    from okrlint.config.rule_tables import DeclaringFile  # takes time, and most configurations have nothing wrong

    table: type[BaseModel] = DeclaringFile
    for key in keys[:-1]:
        if isinstance(key, str):
            table = _table_at(key, table) or table
    return [str(field.alias) for field in table.model_fields.values()]


def _table_at(key: str, table: type[BaseModel]) -> type[BaseModel] | None:
    """Return the kind of table that stands, alone, in a list or by name, under a key of another one."""
    annotations = [field.annotation for field in table.model_fields.values() if field.alias == key]
    while annotations:
        annotation = annotations.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        annotations += get_args(annotation)
    return None
