"""From JSON to a tree of nodes, each with its place; numbers stay as written."""

from collections.abc import Callable
from functools import partial
from json import JSONDecodeError, loads
from re import ASCII, Match
from re import compile as compile_pattern

from okrlint.model import Problem, Span
from okrlint.reading.data.limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY_NODES, duplicate_key, over_limit
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.json.errors import broken
from okrlint.reading.json.strings import string_text

_TOKEN = compile_pattern(
    r'[ \t\r\n,:]*+(?:"([^"\\]*+(?:\\.[^"\\]*+)*+)"|([-+.\w]++)|[{}[\]])',
    ASCII,
)
"""The inside of a string, a literal, or a bracket, with what goes before it: where a comma and a colon stand has been
checked."""
_STRING, _LITERAL = 1, 2
_LINE = compile_pattern(r"[^\r\n]+")


def roots_of(text: str) -> list[Span]:
    """Return where the values of a text stand: one, or one on each line (JSON Lines).

    Raises:
        UnreadableError: EN005 for broken syntax, EN004 for what nests too deep.
    """
    try:
        _check(text)
    except JSONDecodeError as error:
        lines = _lines(text) if error.msg.startswith("Extra data") else []
        if not lines:
            raise broken(error, text) from None
        return lines
    return [Span(0, len(text))]


def parse(text: str, roots: list[Span], problems: list[Problem]) -> list[Node]:
    """Return the trees of values whose syntax has been checked.

    A key that stands twice in one object becomes a problem; its first value is kept.

    Raises:
        UnreadableError: EN004 for what is over a limit.
    """
    parser = _Parser(text, problems)
    return [parser.parse(root.start) for root in roots]


def _check(text: str) -> None:
    """Check the syntax of one value.

    Numbers are not converted: Python refuses those with thousands of digits.
    """
    try:
        loads(text, parse_int=str, parse_float=str)
    except RecursionError:
        _Parser(text, []).parse(0)  # up to where it is too deep all is sound, so this tells the place


def _lines(text: str) -> list[Span]:
    """Return the values of JSON Lines; none where a line is no value of its own."""
    found: list[Span] = []
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        try:
            _check(match.group())
        except JSONDecodeError:
            return []
        found.append(Span(*match.span()))
    return found


class _Parser:
    """Parses JSON that is known to be sound."""

    def __init__(self, text: str, problems: list[Problem]) -> None:
        self._text = text
        self._problems = problems
        self._nodes = 0
        self._next: Callable[[], Match[str]]

    def parse(self, start: int) -> Node:
        self._next = partial(next, _TOKEN.finditer(self._text, start))
        return self._node(self._next(), 0)

    def _node(self, token: Match[str], depth: int) -> Node:
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise over_limit(TOO_DEEP, MAX_DEPTH, self._place(token))
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, self._place(token))
        if token.lastindex == _STRING:
            return self._string(token)
        if token.lastindex == _LITERAL:
            return Scalar(token[_LITERAL], *token.span(_LITERAL))
        return self._mapping(token, depth) if token[0][-1] == "{" else self._sequence(token, depth)

    def _mapping(self, token: Match[str], depth: int) -> Mapping:
        start = token.end() - 1
        entries: list[Entry] = []
        keys: set[str] = set()
        while (token := self._next()).lastindex:
            key = self._string(token)
            node = self._node(self._next(), depth + 1)
            if key.value in keys:
                self._problems.append(duplicate_key(key))
            else:
                keys.add(key.value)
                entries.append(Entry(key, node))
        return Mapping(entries, Span(start, token.end()))

    def _sequence(self, token: Match[str], depth: int) -> Sequence:
        start = token.end() - 1
        items: list[Node] = []
        while (token := self._next()).lastindex or token[0][-1] != "]":
            items.append(self._node(token, depth + 1))
        return Sequence(items, Span(start, token.end()))

    def _string(self, token: Match[str]) -> Scalar:
        words = token[_STRING]
        start, end = token.span(_STRING)
        if "\\" not in words and words == words.strip():
            return Scalar(words, start, end, plain=False)
        return Scalar.of(string_text(self._text, start, end), plain=False)

    def _place(self, token: Match[str]) -> Span:
        """Return where the value of a token begins, with its quotation mark."""
        start = token.end() - len(token[0].lstrip(" \t\r\n,:"))
        return Span(start, start + 1)
