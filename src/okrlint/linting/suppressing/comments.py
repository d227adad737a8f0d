"""Where the comments of a document stand, in each format that has any."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache
from re import ASCII, DOTALL, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Document, Span
from okrlint.reading.directives import is_directive
from okrlint.reading.outline import Outline
from okrlint.reading.projection import Projection
from okrlint.reading.source import Source

_FENCES = ("yaml", "yml")


class Comment(NamedTuple):
    """A comment, or words that are not a document's although they look like it.

    Attributes:
        span: all of it, its marks included.
        words: what it says.
    """

    span: Span
    words: Span


class Surroundings(NamedTuple):
    """What stands in a document beside its words.

    Attributes:
        comments: in order of the source.
        data: parts of a document of words that are YAML about OKRs: its front matter, fenced blocks.
    """

    comments: list[Comment]
    data: list[Span]


def surroundings_of(document: Document, source: Source) -> Surroundings:
    """Return the comments of a document and the blocks of data in it; a format that is not known has none."""
    look = _FORMATS.get(document.format)
    return look(document, source) if look else Surroundings([], [])


def _html(_document: Document, source: Source) -> Surroundings:
    return Surroundings(list(_html_comments(source.text, 0, len(source.text))), [])


def _html_comments(text: str, start: int, end: int) -> Iterator[Comment]:
    from okrlint.reading.html.tokens import Tag, tags

    at = start
    for piece in tags(text, start, end):
        low, high = (piece.start, piece.end) if isinstance(piece, Tag) else piece
        yield from _silent_comments(text, at, low)
        at = high
    yield from _silent_comments(text, at, end)


def _silent_comments(text: str, start: int, end: int) -> Iterator[Comment]:
    """Yield the comments in what is neither tags nor words."""
    while (begin := text.find("<!--", start, end)) >= 0:
        close = text.find("-->", begin + len("<!--"), end)
        if close < 0:
            return
        start = close + len("-->")
        yield Comment(Span(begin, start), _words(text, begin, close))


def _words(text: str, begin: int, close: int) -> Span:
    """Return what a comment says that begins and closes at these offsets; some write it with more dashes."""
    start = begin + len("<!--")
    while start < close and text[start] == "-":
        start += 1
    while start < close and text[close - 1] == "-":
        close -= 1
    return Span(start, close)


def _markdown(document: Document, source: Source) -> Surroundings:
    from pyromark import events_with_range

    from okrlint.reading.markdown.code_points import CodePoints
    from okrlint.reading.markdown.reader import OPTIONS

    offset = CodePoints(source.text)
    items = _Items(document)
    code: list[Span] = []
    data: list[Span] = []
    kind = ""
    contents: Span | None = None
    for event, place in events_with_range(source.text, options=OPTIONS):
        if isinstance(event, str):
            continue
        ((name, payload),) = event.items()
        span = offset.span(place["start"], place["end"])
        if name == "Start":
            kind, contents = _kind(payload), None
        elif name == "Text" and kind:
            contents = Span(contents.start if contents else span.start, span.end)
        elif name == "Code":
            code.append(span)
        elif name == "End" and kind:
            holds_okrs = contents is not None and items.begin_in(contents)
            if contents and (kind == "front matter" or (kind in _FENCES and holds_okrs)):
                data.append(contents)
            if not holds_okrs or kind in _FENCES or kind == "front matter":
                code.append(span)
            kind = ""
    return _with_data(source, list(_comments_beside(source.text, code)), data)


def _comments_beside(text: str, code: list[Span]) -> Iterator[Comment]:
    """Yield the comments of Markdown outside of code; a parser tells nothing of those behind the last cell of a row."""
    blocks = iter(code)
    block = next(blocks, None)
    at = 0
    while (begin := text.find("<!--", at)) >= 0:
        while block and block.end <= begin:
            block = next(blocks, None)
        close = text.find("-->", begin + len("<!--"))
        if close < 0:
            return
        if block and block.start <= begin:
            at = block.end
        elif text[begin - 1 : begin] == "\\":
            at = begin + 1
        else:
            at = close + len("-->")
            yield Comment(Span(begin, at), _words(text, begin, close))


def _kind(tag: object) -> str:
    """Return what kind of code or data a block holds, "" for any other block."""
    if not isinstance(tag, dict):
        return ""
    if "MetadataBlock" in tag:
        return "front matter"
    if "CodeBlock" not in tag:
        return ""
    detail = tag["CodeBlock"]
    fence = str(detail.get("Fenced", "")) if isinstance(detail, dict) else ""
    return (fence.split() or ["code"])[0].lower()


class _Items:
    """Where the items of a document begin."""

    def __init__(self, document: Document) -> None:
        self._starts = sorted(item.span.start for item in document.items())

    def begin_in(self, span: Span) -> bool:
        """Tell whether any item begins in a stretch."""
        return bisect_left(self._starts, span.start) < bisect_left(self._starts, span.end)


def _with_data(source: Source, comments: list[Comment], data: list[Span]) -> Surroundings:
    for span in data:
        comments.extend(_yaml_comments(source.text, span))
    return Surroundings(sorted(comments), data)


def _org(document: Document, source: Source) -> Surroundings:
    from okrlint.reading.org.reader import outline_of

    return _lines(document, source, outline_of(source.text), _org_comment())


def _rst(document: Document, source: Source) -> Surroundings:
    from okrlint.reading.rst.reader import outline_of

    return _lines(document, source, outline_of(source.text), _rst_comment())


def _lines(document: Document, source: Source, outline: Outline, pattern: Pattern[str]) -> Surroundings:
    """Find comments that are lines, but in code."""
    code = sorted((block.span, block.language) for block in outline.root.walk() if block.kind == "code")
    items = _Items(document)
    data = [span for span, language in code if language in _FENCES and items.begin_in(span)]
    comments: list[Comment] = []
    at = 0
    for found in pattern.finditer(source.text):
        while at < len(code) and code[at][0].end <= found.start("mark"):
            at += 1
        if at == len(code) or found.start("mark") < code[at][0].start:
            comments.append(Comment(Span(found.start("mark"), found.end()), Span(*found.span("words"))))
    return _with_data(source, comments, data)


@cache
def _org_comment() -> Pattern[str]:
    return compile_pattern(r"(?:(?<=[\r\n])|\A)[ \t]*(?P<mark>#)(?=[ \t])(?P<words>[^\r\n]*)")


@cache
def _rst_comment() -> Pattern[str]:
    """Match comments for okrlint alone: other explicit mark-up is told from comments by more than its first line."""
    return compile_pattern(
        r"(?:(?<=[\r\n])|\A)[ \t]*(?P<mark>\.\.)"
        r"(?P<words>(?:[ \t]+|[ \t]*(?:\r\n?|\n)[ \t]+)okrlint[^\r\n]*(?:(?:\r\n?|\n)[ \t]+okrlint[^\r\n]*)*)",
        IGNORECASE,
    )


def _yaml(_document: Document, source: Source) -> Surroundings:
    return Surroundings(list(_yaml_comments(source.text, Span(0, len(source.text)))), [])


def _yaml_comments(text: str, span: Span) -> Iterator[Comment]:
    """Yield the comments of YAML: what begins with `#` behind a blank, outside of its scalars."""
    import yaml

    offset = span.start + text.startswith("\ufeff", span.start)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    at = offset
    try:
        for event in yaml.parse(text[offset : span.end], Loader=loader):
            if not isinstance(event, yaml.ScalarEvent):
                continue
            if event.start_mark is None or event.end_mark is None:
                continue
            start, end = event.start_mark.index + offset, event.end_mark.index + offset
            if event.style in ("|", ">"):  # its first line may end in a comment
                start = min(found.end() if (found := _rest_of_line().match(text, start)) else start, end)
            yield from _hash_comments(text, at, start)
            at = max(at, end)
    except yaml.YAMLError:  # a block that is broken holds no OKRs
        return
    yield from _hash_comments(text, at, span.end)


@cache
def _rest_of_line() -> Pattern[str]:
    return compile_pattern(r"[^\r\n]*")


@cache
def _hash_comment() -> Pattern[str]:
    return compile_pattern(r"(?:(?<=\s)|\A)#[^\r\n]*")


def _hash_comments(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _hash_comment().finditer(text, start, end):
        yield Comment(Span(*found.span()), Span(found.start() + 1, found.end()))


def _toml(_document: Document, source: Source) -> Surroundings:
    found = (match for match in _toml_token().finditer(source.text) if match.lastgroup)
    return Surroundings([Comment(Span(*each.span()), Span(*each.span("words"))) for each in found], [])


@cache
def _toml_token() -> Pattern[str]:
    """Match strings and comments."""
    return compile_pattern(
        r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
        r"|'''(?:[^']|'(?!''))*+'{3,5}"
        r'|"(?:[^"\\\n]|\\.)*+"'
        r"|'[^'\n]*+'"
        r"|#(?P<words>[^\r\n]*)",
        DOTALL,
    )


def _docx(_document: Document, source: Source) -> Surroundings:
    """Find paragraphs that are only a directive; Word's own comments are told nothing."""
    if not isinstance(source, Projection):
        return Surroundings([], [])
    lines = (Span(*line.span()) for line in _line().finditer(source.text))
    return Surroundings(
        [Comment(line, line) for line in lines if is_directive(source.slice(line)) and not source.is_cell(line.start)],
        [],
    )


@cache
def _line() -> Pattern[str]:
    return compile_pattern(r"[^\r\n]+")


@cache
def _later_address() -> Pattern[str]:
    """Match where words for okrlint begin behind others in one comment of a line: `# see the plan # okrlint: …`."""
    return compile_pattern(r"#(?=[ \t]*okrlint)", ASCII | IGNORECASE)


def addressed(comment: Comment, text: str) -> Comment:
    """Return the part of a comment that addresses okrlint, which may begin behind other words; else all of it."""
    if text[comment.span.start] != "#" or is_directive(text[slice(*comment.words)]):
        return comment
    found = _later_address().search(text, comment.words.start, comment.words.end)
    return Comment(Span(found.start(), comment.span.end), Span(found.end(), comment.words.end)) if found else comment


_FORMATS: dict[str, Callable[[Document, Source], Surroundings]] = {
    "markdown": _markdown,
    "html": _html,
    "yaml": _yaml,
    "toml": _toml,
    "org": _org,
    "rst": _rst,
    "docx": _docx,
}
