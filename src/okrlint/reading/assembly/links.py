"""What the words that name a plan or a parent are a link to."""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.model import LinkedText, Span, Text

_REACH = 600
"""Characters before or behind the words of a link in which its target is looked for."""


def linked(texts: tuple[Text, ...], source: str) -> tuple[Text, ...]:
    """Return texts, those that are links with what they lead to."""
    return tuple([_linked(text, source) for text in texts])


def _linked(text: Text, source: str) -> Text:
    target = link_target(text.span, source)
    if target is None:
        return text
    return LinkedText.model_construct(raw=text.raw, span=text.span, value=text.value, pieces=text.pieces, target=target)


def link_target(span: Span, source: str) -> str | None:
    """Return what a text is a link to, by the mark-up around it in Markdown, HTML, Org or reStructuredText."""
    behind = source[span.end : span.end + _REACH]
    if found := _behind().match(behind):
        return found["markdown"] or found["rst"] or None
    before = source[max(0, span.start - _REACH) : span.start]
    if "[[" in before or "href" in before:
        found = _before().search(before)
        return (found["org"] or found["html"] or None) if found else None
    return None


@cache
def _behind() -> Pattern[str]:
    return compile_pattern(r"[*_`~ ]{0,4}(?:\]\(\s{0,4}<?(?P<markdown>[^()<>\s]{1,500})| <(?P<rst>[^<>\s]{1,500})>`)")


@cache
def _before() -> Pattern[str]:
    return compile_pattern(
        r"\[\[(?:file:)?(?P<org>[^\[\]\n]{1,500})\]\[[*/_+~= ]{0,4}\Z"
        r"|<a\s[^<>]{0,200}?href\s?=\s?[\"']?(?P<html>[^\"'<>\s]{1,500})[^<>]{0,200}>(?:<[a-z]{1,10}>){0,3}\s{0,4}\Z"
    )
