"""What a directive says: `okrlint: disable=KW001, KW002 -- reason`."""

from collections.abc import Iterator
from functools import cache
from re import IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.folding import fold_width
from okrlint.linting.codes import CODE
from okrlint.model import Span, Text, Words
from okrlint.reading.directives import ADDRESS

Verb = Literal["disable", "disable-next", "disable-file"]

VERBS: tuple[Verb, ...] = ("disable", "disable-next", "disable-file")

_MEANT: dict[str, Verb] = {
    **dict.fromkeys(("ignore", "noqa", "nolint", "off", "skip", "allow", "suppress", "disable-line"), "disable"),
    **dict.fromkeys(("ignore-next", "disable-next-line", "ignore-next-line", "skip-next"), "disable-next"),
    **dict.fromkeys(("ignore-file", "skip-file", "allow-file", "disable-all"), "disable-file"),
    **dict.fromkeys(("忽略", "禁用", "停用", "关闭", "屏蔽", "抑制"), "disable"),
}
"""What authors write who know other linters."""

_SHOWN = 40
"""How many characters of a word are quoted in a message."""


class Selector(NamedTuple):
    """Words of a directive that shall name rules.

    Attributes:
        words: as written, but for full-width letters.
        start: where they begin in the directive's text; `end` likewise.
        span: where they stand in the source.
    """

    words: str
    start: int
    end: int
    span: Span

    @property
    def shown(self) -> str:
        """What a message quotes of it."""
        return self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN]}…"


class Directive(NamedTuple):
    """A directive.

    Attributes:
        text: its words; the comment or the cell that they stand in may hold nothing else.
        verb: what it is about.
        selectors: the rules, in order.
        reason: why, as its author says.
        complaint: what keeps it from meaning anything, and what to write.
    """

    text: Text
    verb: Verb = "disable"
    selectors: tuple[Selector, ...] = ()
    reason: str | None = None
    complaint: Words | None = None


@cache
def _address() -> Pattern[str]:
    return compile_pattern(rf"\s*{ADDRESS}\s*", IGNORECASE)


@cache
def _unmarked() -> Pattern[str]:
    """Match an address without its colon, before a word that another linter, or a hurried author, has for a verb."""
    verbs, chinese = (sorted(word for word in _MEANT if word.isascii() is latin) for latin in (True, False))
    return compile_pattern(
        rf"\s*okrlint(?:[\s_./=＝-]+(?=(?:disable|enable|{'|'.join(verbs)}|{CODE})(?![A-Za-z]))"
        rf"|[\s_./=＝-]*(?=(?:{'|'.join(chinese)})))",
        IGNORECASE,
    )


@cache
def _code() -> Pattern[str]:
    return compile_pattern(rf"(?:{CODE})(?![^\W_])", IGNORECASE)


@cache
def _beginning(*, bare: bool) -> Pattern[str]:
    """Match what stands before a line that says something to okrlint, the line break before it included."""
    if not bare:
        return compile_pattern(rf"[\r\n][ \t]*(?={ADDRESS})", IGNORECASE)
    return compile_pattern(
        rf"[^\s,，、][ \t]*[\r\n]\s*+(?={ADDRESS}|disable(?:-next|-file)?\s*[=＝:：]"
        rf"|(?:{CODE})[ \t]*(?:[,，、\r\n—–]|--|\Z))",
        IGNORECASE,
    )


@cache
def _verb() -> Pattern[str]:
    return compile_pattern(r"(disable(?:-next|-file)?)\s*[=＝:：]\s*", IGNORECASE)


@cache
def _reason() -> Pattern[str]:
    """Match what stands before a reason; word processors make one dash of two."""
    return compile_pattern(r"--+|[—–]+")


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[^\s=＝:：,，、]{1,60}")


@cache
def _selector() -> Pattern[str]:
    return compile_pattern(r"[^\s,，、](?:[^,，、]*[^\s,，、])?")


class Part(NamedTuple):
    """A part of the words of a comment, a cell or a value, which may hold several directives, each on a line.

    Attributes:
        text: its words.
        removal: what to delete so that it is gone and the others are left.
    """

    text: Text
    removal: Span


def parts(text: Text, *, bare: bool) -> list[Part]:
    """Return words divided where a line begins anew to say something to okrlint; see `parse`."""
    starts = [0, *(found.end() for found in _beginning(bare=bare).finditer(text.value))]
    words = [text.part(start, end) for start, end in zip(starts, [*starts[1:], len(text.value)], strict=True)]
    ends = [each.span.end for each in words]
    behind = words[1].span.start if len(words) > 1 else text.span.end
    removals = [Span(text.span.start, behind), *map(Span, ends, ends[1:])]
    return [Part(each, removal) for each, removal in zip(words, removals, strict=True)]


def parse(text: Text, *, bare: bool) -> Directive | None:
    """Return the directive that words are, or None for other words.

    Args:
        text: the words of a comment, a cell or a value.
        bare: whether the place tells that they are for okrlint, so that codes are enough.
    """
    value = text.value
    address = _address().match(value)
    unmarked = None if address or bare else _unmarked().match(value)
    if address is None and unmarked is None and not bare:
        return None
    begin = address.end() if address else unmarked.end() if unmarked else 0
    mark = _reason().search(value, begin)
    end = mark.start() if mark else len(value)
    reason = value[mark.end() :].strip() or None if mark else None
    verb = _verb().match(value, begin, end)
    if (verb is None or unmarked) and (address or unmarked):
        return Directive(text, complaint=_misspelt(value[begin:end].strip(), value[:end].strip()))
    selectors = tuple(_selectors(text, verb.end() if verb else begin, end))
    known = next(each for each in VERBS if verb is None or each == verb[1].lower())
    if not selectors:
        return Directive(text, known, complaint=NO_CODES)
    return Directive(text, known, selectors, reason)


def _selectors(text: Text, start: int, end: int) -> Iterator[Selector]:
    for found in _selector().finditer(text.value, start, end):
        low, high = found.span()
        yield Selector(fold_width(found[0]), low, high, text.locate(low, high))


def _misspelt(said: str, written: str) -> Words:
    """Return what to write instead.

    Args:
        said: what is said to okrlint.
        written: the same with the address, as it stands there.
    """
    word = _word().match(said)
    if word is None:
        return NO_CODES
    verb, rest = _told(said, word)
    if verb is None:
        return Words(
            f"`{word[0][:_SHOWN]}` is nothing that okrlint can be told; write `okrlint: disable=CODES`, "
            "`disable-next=CODES` or `disable-file=CODES`",
            f"okrlint 不认识 `{word[0][:_SHOWN]}`；请写 `okrlint: disable=代码`、`disable-next=代码` 或 "
            "`disable-file=代码`",
        )
    meant = f"okrlint: {verb}={rest[:_SHOWN] or 'KW001'}"
    written = " ".join(written.split())[: 2 * _SHOWN]
    return Words(
        f"`{written}` is not understood, so this suppresses nothing; write `{meant}`",
        f"无法理解 `{written}`，因此没有抑制任何问题；请写成 `{meant}`",
    )


def _told(said: str, word: Match[str]) -> tuple[Verb | None, str]:
    """Return the verb that is meant by what begins with a word, and the codes behind it."""
    if _code().match(said):
        return "disable", said
    for verb in ("next", "file"):  # `disable next=KW001`
        apart = compile_pattern(rf"disable[\s_]+{verb}\b", IGNORECASE).match(said)
        if apart:
            return "disable-next" if verb == "next" else "disable-file", _codes(said, apart.end())
    begun = next((each for each in _MEANT if not each.isascii() and said.startswith(each)), None)
    if begun:  # `忽略KW001`: Chinese has no blanks between words
        return _MEANT[begun], _codes(said, len(begun))
    return _meant(word[0]), _codes(said, word.end())


def _codes(said: str, start: int) -> str:
    return said[start:].strip(" \t=＝:：")


def _meant(word: str) -> Verb | None:
    folded = word.lower()
    if folded.startswith("enable"):  # there is none, and it is the contrary of what it looks like
        return None
    from okrlint.suggesting import nearest  # what only an error needs costs no run without one

    known: dict[str, Verb] = {**_MEANT, **{verb: verb for verb in VERBS}}
    close = nearest(folded, known)
    return known[close] if close else None


NO_CODES = Words(
    "this suppression names no rule; write which one, as in `disable=KW001`, or `disable=ALL`",
    "这处抑制没有写明规则；请写明，如 `disable=KW001`，或 `disable=ALL`",
)
