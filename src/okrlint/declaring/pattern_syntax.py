r"""The language of patterns: what of Python's regular expressions a rule may use, and the tree that it is read into.

The tree is what is judged, and what is spelt out for the `regex` package: an author's own spelling never gets there.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, NamedTuple

from okrlint.declaring.character_sets import CharacterSet, listed, meant_by, range_meant

MOST_CHARACTERS = 500
MOST_TIMES = 1_000
MOST_TIMES_NESTED = 10_000
DEEPEST = 20


class PatternError(ValueError):
    """A pattern that cannot be used: what is wrong with it, and what to write.

    Attributes:
        at: where in the pattern, counted from 0; None where it is the pattern as a whole.
    """

    def __init__(self, message: str, at: int | None = None) -> None:
        super().__init__(message)
        self.at = at

    def __reduce__(self) -> tuple[type["PatternError"], tuple[str, int | None]]:
        return type(self), (str(self), self.at)


class Characters(NamedTuple):
    """One character of a set."""

    set: CharacterSet


class Place(NamedTuple):
    """A place between characters: the start or the end of the text, an edge of a word, or none."""

    kind: Literal["start", "end", "edge", "no edge"]


class Sequence(NamedTuple):
    """One thing after another."""

    parts: "tuple[Node, ...]"


class Choice(NamedTuple):
    """One of several things; `written` is how the author wrote each, and where."""

    branches: "tuple[Node, ...]"
    written: tuple[tuple[str, int], ...]


class Repeat(NamedTuple):
    """A thing several times; `most` is None where there is no limit. A lazy one takes as few as it can."""

    body: "Node"
    least: int
    most: int | None
    is_lazy: bool


Node = Characters | Place | Sequence | Choice | Repeat

_TOKEN = re.compile(
    r"""
      (?P<comment> \(\?\# [^)]* \)? )
    | (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<escape> \\. )
    | (?P<open> \( (?: \? (?: P?<[=!]? | P[=>] | [=!>(:] | [a-zA-Z]*-?[a-zA-Z]* [:)]? ) )? )
    | (?P<close> \) )
    | (?P<bar> \| )
    | (?P<count> (?: [*+?] | \{ (?: [0-9]+ (?: ,[0-9]* )? | , [0-9]* ) \} ) [+?]? )
    | (?P<other> . )
    """,
    re.DOTALL | re.VERBOSE,
)

_NO_LOOKING = "a pattern cannot look around: ask with a condition of its own, under `all` or `not`"
_REFUSED_GROUPS = {
    "(?=": f"`(?=` looks ahead, and {_NO_LOOKING}",
    "(?!": f"`(?!` looks ahead, and {_NO_LOOKING}",
    "(?<=": f"`(?<=` looks back, and {_NO_LOOKING}",
    "(?<!": f"`(?<!` looks back, and {_NO_LOOKING}",
    "(?(": "`(?(` asks what was found before, which a pattern cannot; write the alternatives: `(?:…|…)`",
    "(?P=": "`(?P=` repeats what was found before, which a pattern cannot; write it out",
    "(?P>": "`(?P>` calls a group, which a pattern cannot; write it out",
    "(?>": "`(?>` is not known in patterns; write `(?:`",
    "(?<": "a group is named `(?P<name>…)`",
}
_REFUSED_ESCAPES = {
    "p": r"`\p` is not known in patterns; write the characters as a range: `[一-龥]` for Chinese ones, `[A-Z]`",
    "P": r"`\P` is not known in patterns; write the characters as a range: `[^一-龥]`",
    "z": r"`\z` is not known in patterns; the end of the text is `$`",
    "h": r"`\h` is not known in patterns; a blank is `\s`",
    "R": r"`\R` is not known in patterns; a text is one line, and a line break in it reads as a blank: `\s`",
    "K": r"`\K` is not known in patterns; what is found is what the whole pattern matches",
    "G": r"`\G` is not known in patterns; leave it out",
    "X": r"`\X` is not known in patterns; any character is `.`",
}
_AMBIGUOUS_IN_SET = re.compile(r"\\(?P<escape>.)|^\[\^?|(?P<bad>\[|--|&&|~~|\|\|)", re.DOTALL)


def read(source: str) -> Node:
    """Return what a pattern means.

    Raises:
        PatternError: It is longer than 500 characters, is no pattern, or has something that patterns may not have.
    """
    if len(source) > MOST_CHARACTERS:
        raise PatternError(
            f"it has {len(source)} characters, and a pattern may have {MOST_CHARACTERS}; "
            f"write several patterns, or a list of words"
        )
    if not source:
        raise PatternError("it is empty; write what to find")
    body = source.removeprefix("(?i)")  # is so anyway
    offset = len(source) - len(body)
    tokens = [(match.lastgroup or "", match.group(), match.start() + offset) for match in _TOKEN.finditer(body)]
    _refuse_constructs(tokens)
    _parsed(body, offset)
    return _Reader(body, offset, tokens).node


def _refuse_constructs(tokens: list[tuple[str, str, int]]) -> None:
    """Refuse what Python knows and patterns do not; Python's own parser is not asked about it."""
    depth = 0
    for name, text, at in tokens:
        if name == "open":
            depth += 1
            if depth > DEEPEST:
                raise PatternError(f"its groups are nested more than {DEEPEST} deep; write several patterns", at)
            _refuse_group(text, at)
        elif name == "close":
            depth -= 1
        elif name == "escape":
            _refuse_escape(text[1], at)
        elif name == "count" and text[-1] == "+" and len(text) > 1:
            raise PatternError(f"`{text}` is not known in patterns; write `{text[:-1]}`", at)
        elif name == "set":
            _refuse_in_set(text, at)
        elif name == "other" and text == "\\":
            raise PatternError(r"it ends in `\`; the character itself is written `\\`", at)
        elif name == "other" and text == "[":
            raise PatternError(r"`[` is never closed; the character itself is written `\[`", at)


def _refuse_group(text: str, at: int) -> None:
    if text in _REFUSED_GROUPS:
        raise PatternError(_REFUSED_GROUPS[text], at)
    if text in ("(", "(?:", "(?P<", "(?i:", "(?-i:", "(?"):
        return
    if text.endswith(")"):
        raise PatternError(
            f"`{text}` is not known in patterns; they ignore case, and `(?-i:…)` around a part minds it there", at
        )
    raise PatternError(f"`{text}` is not known in patterns; groups are `(…)`, `(?:…)`, `(?P<name>…)`, `(?-i:…)`", at)


def _refuse_escape(char: str, at: int) -> None:
    if char in _REFUSED_ESCAPES:
        raise PatternError(_REFUSED_ESCAPES[char], at)
    if char in "123456789":
        raise PatternError(rf"`\{char}` repeats what was found before, which a pattern cannot; write it out", at)


def _refuse_in_set(text: str, at: int) -> None:
    for match in _AMBIGUOUS_IN_SET.finditer(text):
        if match["bad"]:
            char = match["bad"][0]
            raise PatternError(rf"write `\{char}` for a `{char}` in [...]", at + match.start())
        if match["escape"] in _REFUSED_ESCAPES:
            _refuse_escape(match["escape"], at + match.start())


def _parsed(source: str, offset: int) -> Any:
    """Return the tree that Python's own parser makes of a pattern.

    It is private, but what Python's compiler itself is given, and tools such as Hypothesis use it; asked for only here.
    """
    try:
        return import_module("re._parser").parse(source)
    except re.error as error:
        at = None if error.pos is None else error.pos + offset
        raise PatternError(f"it is no pattern: {error.msg}", at) from None
    except (OverflowError, RecursionError) as error:
        raise PatternError(f"it is no pattern: {error}") from None


_CATEGORIES = {
    "CATEGORY_DIGIT": "d",
    "CATEGORY_NOT_DIGIT": "D",
    "CATEGORY_WORD": "w",
    "CATEGORY_NOT_WORD": "W",
    "CATEGORY_SPACE": "s",
    "CATEGORY_NOT_SPACE": "S",
}
_PLACES: dict[str, Place] = {
    "AT_BEGINNING": Place("start"),
    "AT_BEGINNING_STRING": Place("start"),
    "AT_END": Place("end"),
    "AT_END_STRING": Place("end"),
    "AT_BOUNDARY": Place("edge"),
    "AT_NON_BOUNDARY": Place("no edge"),
}
_ANY = CharacterSet((), negated=True)


class _Reader:
    """Makes our own tree of Python's.

    Python's parser merges alternatives (`ab|ac` is `a[bc]`) and tells no places. So each alternative is marked with an
    empty group of a name that is its number: marked ones stay apart, and are known again.
    """

    def __init__(self, source: str, offset: int, tokens: list[tuple[str, str, int]]) -> None:
        mark = "_"
        while mark in source:
            mark += "_"
        self._written: list[tuple[str, int]] = []
        parts = []
        at = 0
        for start, end in sorted(_alternatives(tokens, offset, len(source))):
            parts += [source[at:start], f"(?P<{mark}{len(self._written)}>)"]
            self._written.append((source[start:end], start + offset))
            at = start
        tree = _parsed("".join([*parts, source[at:]]), offset)
        self._marks = {
            group: int(name.removeprefix(mark)) for name, group in tree.state.groupdict.items() if name.startswith(mark)
        }
        self.node = self._sequence(tree, 1, ignore_case=True)

    def _sequence(self, items: Any, times: int, *, ignore_case: bool) -> Node:
        parts: list[Node] = []
        run: list[str] = []
        for op, value in [*items, (None, None)]:
            if op is not None and op.name == "LITERAL":
                run.append(chr(value))
                continue
            meant = meant_by("".join(run), ignore_case=ignore_case)
            parts += (Characters(listed(ranges)) for ranges in meant)
            run.clear()
            if op is not None:
                parts.append(self._node(op.name, value, times, ignore_case=ignore_case))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _node(self, op: str, value: Any, times: int, *, ignore_case: bool) -> Node:
        if op == "ANY":
            return Characters(_ANY)
        if op == "IN":
            return Characters(_set(value, ignore_case=ignore_case))
        if op == "NOT_LITERAL":
            ranges = meant_by(chr(value), ignore_case=ignore_case)[0]
            return Characters(CharacterSet(ranges, negated=True))
        if op == "AT":
            return _PLACES[value.name]
        if op == "SUBPATTERN":
            _, added, dropped, items = value
            ignore_case = bool(added & re.IGNORECASE) or (ignore_case and not dropped & re.IGNORECASE)
            return self._sequence(items, times, ignore_case=ignore_case)
        if op == "BRANCH":
            branches = [[*items] for items in value[1]]
            marks = [self._marks[items[0][1][0]] for items in branches]
            nodes = (self._sequence(items[1:], times, ignore_case=ignore_case) for items in branches)
            return Choice(tuple(nodes), tuple(self._written[mark] for mark in marks))
        if op in ("MAX_REPEAT", "MIN_REPEAT"):
            return self._repeat(value, times, is_lazy=op == "MIN_REPEAT", ignore_case=ignore_case)
        raise PatternError(f"{op} is not known in patterns")

    def _repeat(self, value: Any, times: int, *, is_lazy: bool, ignore_case: bool) -> Node:
        least, greatest, items = value
        most = None if greatest == import_module("re._constants").MAXREPEAT else int(greatest)
        count = max(least, most or 0)
        if count > MOST_TIMES:
            raise PatternError(f"it repeats a part {count:,} times, and {MOST_TIMES:,} is the most; write `*` or `+`")
        times *= max(count, 1)
        if times > MOST_TIMES_NESTED:
            raise PatternError(
                f"repeats in each other come to {times:,} times, and {MOST_TIMES_NESTED:,} is the most; "
                f"write `*` or `+`"
            )
        return Repeat(self._sequence(items, times, ignore_case=ignore_case), int(least), most, is_lazy)


def _set(items: list[Any], *, ignore_case: bool) -> CharacterSet:
    ranges: list[tuple[int, int]] = []
    categories = ""
    negated = False
    for op, value in items:
        if op.name == "NEGATE":
            negated = True
        elif op.name == "CATEGORY":
            categories += _CATEGORIES[value.name]
        elif op.name == "RANGE":
            ranges += range_meant(*value, ignore_case=ignore_case)
        else:
            ranges += meant_by(chr(value), ignore_case=ignore_case)[0]
    return CharacterSet(ranges, categories, negated=negated)


def _alternatives(tokens: list[tuple[str, str, int]], offset: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield where each alternative of a pattern starts and ends; a group that has no `|` has none."""
    open_groups: list[list[int]] = [[0]]
    for name, text, at in tokens:
        start, end = at - offset, at - offset + len(text)
        if name == "open":
            if text == "(?P<":
                end = -1  # its name follows
            open_groups.append([end])
        elif name == "bar":
            open_groups[-1] += [start, end]
        elif name == "close":
            yield from _pairs([*open_groups.pop(), start])
        elif open_groups[-1][-1] < 0 and text == ">":
            open_groups[-1][-1] = end
    yield from _pairs([*open_groups[0], length])


def _pairs(bounds: list[int]) -> Iterator[tuple[int, int]]:
    if len(bounds) > 2:
        yield from zip(bounds[::2], bounds[1::2], strict=True)
