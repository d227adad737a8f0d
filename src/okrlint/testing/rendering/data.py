"""Documents as data: mappings and lists."""

import json as encoder
from collections.abc import Iterable, Iterator, Mapping
from re import compile as compile_pattern

from okrlint.model import Document, Item, Objective
from okrlint.testing.rendering.entries import (
    Entry,
    Names,
    Note,
    checkins_of,
    entries_of,
    entries_of_document,
    steps_of,
)

_Data = str | bool | list["_Data"] | dict[str, "_Data"]


def json(document: Document) -> str:
    """Return a document as JSON."""
    return encoder.dumps(_tree(document), ensure_ascii=False, indent=2) + "\n"


def yaml(document: Document) -> str:
    """Return a document as YAML, its words in double quotes."""
    return "".join(f"{line}\n" for line in _block(_tree(document), ""))


def toml(document: Document) -> str:
    """Return a document as TOML: a table for each objective, and one in a line for each key result."""
    lines = []
    tree = _tree(document)
    objectives = tree.pop("objectives")
    lines += [f"{_quoted(key)} = {_inline(value)}" for key, value in tree.items()]
    for objective in objectives if isinstance(objectives, list) else ():
        if isinstance(objective, dict):
            lines += ["", "[[objectives]]", *(f"{_quoted(key)} = {_inline(value)}" for key, value in objective.items())]
    return "\n".join(lines).lstrip("\n") + "\n"


def _tree(document: Document) -> dict[str, _Data]:
    names = Names(document.language)
    tree: dict[str, _Data] = {"title": str(document.title)} if document.title else {}
    tree |= _fields(entries_of_document(document), names)
    if document.checkins:
        tree[names.key("checkin")] = [_note(each, "note", names) for each in checkins_of(document)]
    tree["objectives"] = [_item(objective, "objective", names) for objective in document.objectives]
    return tree


def _item(item: Item, kind: str, names: Names) -> dict[str, _Data]:
    called = item.label or item.ref
    tree: dict[str, _Data] = {"id": called} if called else {}
    tree[names.key("objective") if kind == "objective" else "text"] = item.text.value
    tree |= _fields(entries_of(item), names)
    if item.done is not None:
        tree["done"] = item.done
    if item.actions:
        tree[names.key("action")] = [_note(step, "step", names) for step in steps_of(item)]
    if item.checkins:
        tree[names.key("checkin")] = [_note(each, "note", names) for each in checkins_of(item)]
    if isinstance(item, Objective):
        tree["key_results"] = [_item(result, "key_result", names) for result in item.key_results]
    return tree


def _note(note: Note, kind: str, names: Names) -> dict[str, _Data]:
    tree = _fields(note.entries, names)
    if note.words:
        said: dict[str, _Data] = {names.key(kind): note.words}
        tree = said | tree if kind == "step" else tree | said
    if note.done is not None:
        tree["done"] = note.done
    return tree


def _fields(entries: Iterable[Entry], names: Names) -> dict[str, _Data]:
    return {names.key(entry.name): entry.words[0] if len(entry.words) == 1 else list(entry.words) for entry in entries}


def _block(node: _Data, indent: str) -> Iterator[str]:
    """Yield the lines of a mapping or a list of YAML."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _entry(f"{indent}{_key(key)}:", value, f"{indent}  ")
    elif isinstance(node, list):
        for value in node:
            if isinstance(value, dict) and value:
                first, *rest = _block(value, f"{indent}  ")
                yield f"{indent}- {first.removeprefix(f'{indent}  ')}"
                yield from rest
            else:
                yield from _entry(f"{indent}-", value, f"{indent}  ")


def _entry(head: str, value: _Data, indent: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield head
        yield from _block(value, indent)
    else:
        yield f"{head} {_inline(value)}"


_PLAIN_KEY = compile_pattern(r"[A-Za-z\u4e00-\u9fff][\w -]*")


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _quoted(key)


def _inline(value: _Data) -> str:
    """Return a value in a line, as TOML has it; YAML has words and empty lists so, too."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_quoted(key)} = {_inline(each)}' for key, each in value.items())}}}"
    return f"[{', '.join(map(_inline, value))}]"


_UNPRINTED = compile_pattern(r"[\x7f-\x9f\u2028\u2029\ufeff]")


def _quoted(words: str) -> str:
    quoted = encoder.dumps(words, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)
