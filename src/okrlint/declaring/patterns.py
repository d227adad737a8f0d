r"""Patterns: regular expressions that find something in a statement, safe to take from anybody.

A pattern is searched anywhere in a text. It ignores case, except within `(?-i:…)`. Full and half width, traditional
and simplified characters, and all dashes are one to it, in the text and in itself: `（` is the character, `(` opens a
group.
A text is one line without blanks at its ends: line breaks, tabs and wide blanks in it read as a plain one.
`\d`, `\w`, `\s` and `\b` know all of Unicode; `\b` holds between a Chinese character and a Latin letter too.

A pattern that may take for ever, finds nothing ever, or matches where there is nothing, is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from okrlint.declaring.character_sets import LETTER, ideographs, letters, plain_blanks
from okrlint.declaring.pattern_checks import check
from okrlint.declaring.pattern_syntax import Characters, Choice, Node, PatternError, Place, Repeat, Sequence, read
from okrlint.language.folding import fold
from okrlint.linting.interface import RuleError
from okrlint.model import Words

if TYPE_CHECKING:
    import regex

__all__ = ["LONGEST_TEXT", "SECONDS", "Pattern", "PatternError", "SlowPatternError", "pattern"]

LONGEST_TEXT = 10_000
"""What stands behind so many characters of a text is not looked at."""

SECONDS = 0.05
"""How long one search may take."""


class SlowPatternError(RuleError):
    """A pattern that took too long on a text.

    Attributes:
        source: the pattern.
        length: how many characters of the text it was searched in.
    """

    def __init__(self, source: str, length: int) -> None:
        limit = f"{SECONDS * 1000:.0f}"
        super().__init__(
            Words(
                f"looked for the pattern {source!r} in a text of {length} characters for more than {limit} ms; write "
                f"what stands between in place of `.*`, as in `[^,]*`, or limit it, as in `.{{0,20}}`",
                f"在 {length} 个字符的文本里查找模式 {source!r} 超过了 {limit} 毫秒；"
                f"请把 `.*` 换成其间应有的内容，例如 `[^,]*`，或加以限制，例如 `.{{0,20}}`",
            )
        )
        self.source = source
        self.length = length

    def __reduce__(self) -> tuple[type["SlowPatternError"], tuple[str, int]]:
        return type(self), (self.source, self.length)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern that is fit for use; made by `pattern`. It may be shared by threads, and pickled.

    Attributes:
        source: as its author wrote it.
    """

    source: str
    _expression: str = field(repr=False, compare=False)

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return pattern, (self.source,)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Return where the pattern matches in a text, from left to right, none within another.

        Raises:
            SlowPatternError: It takes more than 50 ms.
        """
        line, start = _line(text)
        try:
            found = [match.span() for match in _compiled(self._expression).finditer(line, timeout=SECONDS)]
        except TimeoutError:
            raise SlowPatternError(self.source, len(line)) from None
        return ((start + first, start + end) for first, end in found)


def pattern(source: str) -> Pattern:
    """Return the pattern that an author wrote.

    Raises:
        PatternError: It cannot be used; says why, and what to write.
    """
    node = read(source)
    check(node)
    return Pattern(source, _spelt(node))


def _line(text: str) -> tuple[str, int]:
    """Return what patterns see of a text, and how many blanks before it they do not see."""
    line = fold(plain_blanks(text[:LONGEST_TEXT]))
    words = line.strip(" ")
    return words, len(line) - len(line.lstrip(" ")) if words else 0


@lru_cache(maxsize=512)
def _compiled(expression: str) -> "regex.Pattern[str]":
    import regex

    return regex.compile(expression, regex.VERSION1)


def _spelt(node: Node) -> str:
    """Return a pattern as the `regex` package is given it."""
    match node:
        case Characters(characters):
            return characters.source
        case Place(kind):
            return _place(kind)
        case Sequence(parts):
            around = (None, *parts, None)
            return "".join(
                _edge(before, after) if part == _EDGE else _spelt(part)
                for before, part, after in zip(around, parts, around[2:], strict=False)
            )
        case Choice(branches):
            return f"(?:{'|'.join(map(_spelt, branches))})"
        case Repeat(body, least, most, is_lazy):
            count = f"{{{least},{'' if most is None else most}}}"
            return f"(?:{_spelt(body)}){count}{'?' if is_lazy else ''}"


_EDGE = Place("edge")


def _edge(before: Node | None, after: Node | None) -> str:
    """Return the edge of a word; most edges are one of a Latin word, which is simple to tell."""
    if _is_letter(after):
        return f"(?<!{letters()})"
    return f"(?!{letters()})" if _is_letter(before) else _place("edge")


def _is_letter(node: Node | None) -> bool:
    return isinstance(node, Characters) and node.set.kinds == LETTER


@cache
def _place(kind: str) -> str:
    if kind == "start":
        return r"\A"
    if kind == "end":
        return r"\Z"
    edge = "|".join(f"(?<={each})(?!{each})|(?<!{each})(?={each})" for each in (letters(), ideographs()))
    return f"(?:{edge})" if kind == "edge" else f"(?!{edge})"
