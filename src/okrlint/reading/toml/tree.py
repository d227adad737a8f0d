"""From TOML to a tree of nodes, each with its place.

`tomllib` judges the syntax but tells no places. The scanner here reads what has passed that judgement, by the same
grammar; numbers and dates stay as written.
"""

from functools import cache
from re import ASCII, MULTILINE, Match, Pattern
from re import compile as compile_pattern
from tomllib import TOMLDecodeError, loads

from okrlint.model import Span
from okrlint.reading.data.escapes import verbatim
from okrlint.reading.data.limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY_NODES, over_limit
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.toml.errors import broken, too_many_digits
from okrlint.reading.toml.strings import string_at, string_text


@cache
def _long_key() -> Pattern[str]:
    key = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
    return compile_pattern(rf"(?:^|[\[{{,])[ \t]*+(?:{key}[ \t]*+\.[ \t]*+){{{MAX_DEPTH}}}", ASCII | MULTILINE)


@cache
def _blanks() -> Pattern[str]:
    return compile_pattern(r"[ \t]*")


@cache
def _gap() -> Pattern[str]:
    """Return white space, line breaks and comments."""
    return compile_pattern(r"[ \t\r\n]*(?:#[^\n]*[ \t\r\n]*)*")


@cache
def _simple_pair() -> Pattern[str]:
    """Return what most lines are: a bare key, and a string in double quotes without escapes or a bare value."""
    value = r'"(?P<string>[^"\\\n]*+)"(?!")|(?P<bare>[^\s"\'\[{,\]}#]++)(?=[ \t]*+(?:[\r\n#]|\Z))'
    return compile_pattern(rf"(?P<key>[\w-]++)[ \t]*+=[ \t]*+(?:{value})", ASCII)


@cache
def _bare_key() -> Pattern[str]:
    return compile_pattern(r"[\w-]+", ASCII)


@cache
def _bare_value() -> Pattern[str]:
    return compile_pattern(r"\d{4}-\d\d-\d\d \d\d:[\w:.+-]+|[^\s,\]}#]+", ASCII)


def parse(text: str) -> Mapping:
    """Return the tree of a TOML document.

    Raises:
        UnreadableError: EN005 for broken syntax, EN004 for what is over a limit.
    """
    found = _long_key().search(text)  # `tomllib` takes quadratic time in the parts of a key
    if found:
        raise over_limit(TOO_DEEP, MAX_DEPTH, Span(*found.span()))
    try:
        loads(text)
    except TOMLDecodeError as error:
        raise broken(error, text) from None
    except RecursionError:
        pass  # up to where it is too deep all is sound: the scanner tells the place
    except ValueError:
        raise too_many_digits(text) from None
    return _Scanner(text).document()


class _Scanner:
    """Scans TOML that is known to be sound."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._nodes = 0
        self._tables: dict[int, dict[str, Node]] = {}

    def document(self) -> Mapping:
        """Return the whole as one mapping."""
        root = self._table(0)
        table = root
        while self._skip(_gap()) < len(self._text):
            if self._text[self._at] == "[":
                table = self._header(root)
            elif simple := _simple_pair().match(self._text, self._at):
                self._simple(table, simple)
            else:
                self._pair(table, 0)
        _close(root)
        return root

    def _table(self, start: int) -> Mapping:
        table = Mapping([], Span(start, start))
        self._tables[id(table)] = {}
        self._count(start)
        return table

    def _header(self, root: Mapping) -> Mapping:
        """Read `[a.b]` or `[[a.b]]`; return the table that it opens."""
        start = self._at
        listed = self._text.startswith("[[", start)
        self._at += 2 if listed else 1
        path = self._key()
        self._at += 2 if listed else 1
        outer = self._inner(root, path[:-1])
        name = path[-1]
        if not listed:
            return self._inner(outer, [name])
        found = self._tables[id(outer)].get(name.value)
        tables = found if isinstance(found, Sequence) else Sequence([], Span(start, self._at))
        if tables is not found:
            self._add(outer, name, tables)
        table = self._table(start)
        table.span = Span(start, self._at)
        tables.items.append(table)
        return table

    def _inner(self, table: Mapping, path: list[Scalar]) -> Mapping:
        """Return the table at a path; of a list of tables the last, and a new one where there is none."""
        for key in path:
            found = self._tables[id(table)].get(key.value)
            if isinstance(found, Sequence):
                found = found.items[-1]
            if not isinstance(found, Mapping):
                found = self._table(key.start)
                self._add(table, key, found)
            table = found
        return table

    def _add(self, table: Mapping, key: Scalar, node: Node) -> None:
        table.entries.append(Entry(key, node))
        self._tables[id(table)][key.value] = node

    def _pair(self, table: Mapping, depth: int) -> None:
        path = self._key()
        self._at += 1  # the equals sign
        self._skip(_blanks())
        inner = self._inner(table, path[:-1])
        self._add(inner, path[-1], self._value(depth + 1))

    def _simple(self, table: Mapping, pair: Match[str]) -> None:
        self._count(pair.end("key"))
        self._at = pair.end()
        words = pair["string"]
        start, end = pair.span("bare" if words is None else "string")
        if words is None or words == words.strip():
            value = Scalar(self._text[start:end], start, end, plain=words is None)
        else:
            value = Scalar.of(verbatim(self._text, start, end), plain=False)
        self._add(table, Scalar(pair["key"], *pair.span("key")), value)

    def _key(self) -> list[Scalar]:
        """Read a key with its dots; stop at the sign behind it."""
        path: list[Scalar] = []
        while True:
            self._skip(_blanks())
            if self._text[self._at] in "\"'":
                place = string_at(self._text, self._at)
                self._at = place.after
                path.append(Scalar.of(string_text(self._text, place), plain=False))
            else:
                path.append(self._bare(_bare_key()))
            if len(path) > MAX_DEPTH:
                raise over_limit(TOO_DEEP, MAX_DEPTH, path[-1].span)
            if self._text[self._skip(_blanks())] != ".":
                return path
            self._at += 1

    def _value(self, depth: int) -> Node:
        start = self._at
        if depth > MAX_DEPTH:
            raise over_limit(TOO_DEEP, MAX_DEPTH, Span(start, start + 1))
        self._count(start)
        sign = self._text[start]
        if sign in "\"'":
            place = string_at(self._text, start)
            self._at = place.after
            return Scalar.of(string_text(self._text, place), plain=False)
        if sign == "[":
            return self._array(depth)
        if sign == "{":
            return self._inline_table(depth)
        return self._bare(_bare_value())

    def _array(self, depth: int) -> Sequence:
        start = self._at
        self._at += 1
        items: list[Node] = []
        while self._text[self._skip(_gap())] != "]":
            if self._text[self._at] == ",":
                self._at += 1
            else:
                items.append(self._value(depth + 1))
        self._at += 1
        return Sequence(items, Span(start, self._at))

    def _inline_table(self, depth: int) -> Mapping:
        table = self._table(self._at)
        self._at += 1
        while self._text[self._skip(_gap())] != "}":
            if self._text[self._at] == ",":
                self._at += 1
            else:
                self._pair(table, depth)
        self._at += 1
        table.span = Span(table.span.start, self._at)
        return table

    def _bare(self, pattern: Pattern[str]) -> Scalar:
        match = pattern.match(self._text, self._at)
        start, self._at = self._at, match.end() if match else self._at + 1
        return Scalar(self._text[start : self._at], start, self._at)

    def _skip(self, pattern: Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at

    def _count(self, at: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, Span(at, at + 1))


def _close(node: Node) -> int:
    """Extend tables and lists of tables to the end of what stands in them; return the end."""
    if isinstance(node, Scalar):
        return node.end
    inner = node.items if isinstance(node, Sequence) else [entry.node for entry in node.entries]
    node.span = Span(node.span.start, max([node.span.end, *map(_close, inner)]))
    return node.span.end
