"""The words of reStructuredText without inline mark-up."""

from functools import cache
from re import ASCII, DOTALL, VERBOSE, Match, Pattern
from re import compile as compile_pattern

from okrlint.reading.paragraphs import Paragraph
from okrlint.reading.source_lines import SourceLine


@cache
def _token() -> Pattern[str]:
    """Match mark-up. Docutils wants blanks or punctuation around it; Chinese authors often leave them out."""
    return compile_pattern(
        r"""
          \\(?P<escaped>.)
        | ``(?P<literal>[^`]{1,500})``
        | (?::[A-Za-z][A-Za-z0-9_.+:-]{0,40}:)?`(?P<quoted>[^`\\]{1,500})`
          (?P<reference>__?|:[A-Za-z][A-Za-z0-9_.+-]{0,40}:)?
        | (?<![A-Za-z0-9*])\*\*(?P<strong>(?=[^\s*])(?:[^*]|\*(?!\*)){1,500}(?<!\s))\*\*
        | (?<![A-Za-z0-9*])\*(?P<emphasis>(?=[^\s*])[^*]{1,500}(?<!\s))\*(?![A-Za-z0-9*])
        | (?<![A-Za-z0-9|])\|(?P<name>[^\s|][^|\n]{0,80})\|(?:__?)?
        | (?P<footnote>[ ]?\[(?:\d{1,4}|[#*]|\#?[A-Za-z][A-Za-z0-9_.+:-]{0,60})\]_)
        | (?<=[A-Za-z0-9])(?P<tail>__?)(?=[\s.,:;!?)\]}"'，。；：！？）、]|\Z)
        """,
        ASCII | DOTALL | VERBOSE,
    )


@cache
def _target() -> Pattern[str]:
    """Match where a link leads to, behind its words: `the plan <https://example.org>`."""
    return compile_pattern(r"\s{0,9}<[^<>]{0,400}>\Z")


@cache
def _definition() -> Pattern[str]:
    return compile_pattern(
        r"\.\.\s{1,9}(?:\|(?P<name>[^|]{1,80})\|\s{1,9}replace::\s{1,9}(?P<words>.{1,500})|_(?P<target>[^:]{1,200}):\s{1,9}\S)"
    )


class References:
    """What a document defines once and refers to elsewhere.

    Attributes:
        words: substitutions, by name.
        external: the names of links that lead out of the document, lower case.
    """

    __slots__ = ("external", "words")

    def __init__(self, lines: list[SourceLine]) -> None:
        self.words: dict[str, str] = {}
        self.external: set[str] = set()
        for line in lines:
            found = _definition().match(line.words) if line.words[:2] == ".." else None
            if found is None:
                continue
            if found["name"]:
                self.words[found["name"]] = found["words"].rstrip()
            else:
                self.external.add(found["target"].strip("`").lower())


def add_words(paragraph: Paragraph, source: str, start: int, end: int, references: References) -> None:
    """Add the words at this place to a paragraph, without mark-up; they may go over several lines."""
    at = start
    for token in _token().finditer(source, start, end):
        if token["name"] is not None and token["name"] not in references.words:
            continue  # bars between fields: `Owner: Ana | Due: June | …`
        paragraph.copy_lines(at, token.start())
        _add_token(paragraph, token, references)
        at = token.end()
    paragraph.copy_lines(at, end)


def _add_token(paragraph: Paragraph, token: Match[str], references: References) -> None:
    kind = token.lastgroup or ""
    if token["escaped"] is not None:
        if not token["escaped"].isspace():
            paragraph.copy(*token.span("escaped"))
    elif token["quoted"] is not None:
        _add_quoted(paragraph, token, references)
    elif token["strong"] is not None:
        paragraph.strong(1)
        paragraph.copy_lines(*token.span("strong"))
        paragraph.strong(-1)
    elif token["name"] is not None:
        paragraph.write(references.words[token["name"]], *token.span())
    elif kind in ("literal", "emphasis"):
        paragraph.copy_lines(*token.span(kind))


def _add_quoted(paragraph: Paragraph, token: Match[str], references: References) -> None:
    """Add the words in backquotes: of a link, a role, or a target."""
    start, end = token.span("quoted")
    words = token["quoted"]
    target = _target().search(words, max(0, len(words) - 420))
    leads_out = target is not None or words.lower() in references.external
    if target is not None and target.start() > 0:
        end = start + target.start()
    elif words[0] in "~!":  # shortens a name that Sphinx looks up
        start += 1
    refers = (token["reference"] or "").startswith("_") and not leads_out
    paragraph.link(inside=refers or token.group().startswith(":ref:"))
    paragraph.copy_lines(start, end)
    paragraph.link(inside=False)
