"""From JSON to a tree of nodes, each with its place; numbers stay as written."""

from json import JSONDecodeError, loads
from re import ASCII
from re import compile as compile_pattern

from okrlint.model import Problem, Span, Text
from okrlint.reading.data.limits import MAX_DEPTH, MAX_NODES, TOO_DEEP, TOO_MANY_NODES, duplicate_key, over_limit
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.json.errors import broken
from okrlint.reading.json.strings import string_text

_BLANKS = compile_pattern(r"[ \t\r\n]*")
_STRING = compile_pattern(r'[^"\\]*(?:\\.[^"\\]*)*')
_LITERAL = compile_pattern(r"[-+.\w]+", ASCII)
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
        self._at = 0
        self._nodes = 0

    def parse(self, start: int) -> Node:
        self._at = start
        return self._node(0)

    def _node(self, depth: int) -> Node:
        start = self._skip()
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise over_limit(TOO_DEEP, MAX_DEPTH, Span(start, start + 1))
        if self._nodes > MAX_NODES:
            raise over_limit(TOO_MANY_NODES, MAX_NODES, Span(start, start + 1))
        char = self._text[start]
        if char == "{":
            return self._mapping(start, depth)
        if char == "[":
            return self._sequence(start, depth)
        if char == '"':
            return Scalar(self._string(), plain=False)
        match = _LITERAL.match(self._text, start)
        self._at = match.end() if match else start + 1
        words = self._text[start : self._at]
        return Scalar(Text.model_construct(value=words, raw=words, span=Span(start, self._at), pieces=()))

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries: list[Entry] = []
        keys: set[str] = set()
        while self._goes_on("}"):
            key = self._string()
            self._at = self._skip() + 1  # the colon
            node = self._node(depth + 1)
            if key.value in keys:
                self._problems.append(duplicate_key(key))
            else:
                keys.add(key.value)
                entries.append(Entry(key, node))
        return Mapping(entries, Span(start, self._at))

    def _sequence(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        while self._goes_on("]"):
            items.append(self._node(depth + 1))
        return Sequence(items, Span(start, self._at))

    def _goes_on(self, closing: str) -> bool:
        """Pass the opening bracket, or the comma behind a member; or else the closing bracket, behind the last."""
        if self._text[self._skip()] != closing:
            self._at += 1
            self._skip()
        if self._text[self._at] != closing:
            return True
        self._at += 1
        return False

    def _string(self) -> Text:
        start = self._at + 1
        match = _STRING.match(self._text, start)
        end = match.end() if match else start
        self._at = end + 1
        return string_text(self._text, start, end)

    def _skip(self) -> int:
        if self._text[self._at] in " \t\r\n" and (match := _BLANKS.match(self._text, self._at)):
            self._at = match.end()
        return self._at
