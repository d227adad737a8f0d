"""Whether a reader keeps what the seam of readers promises."""

from collections.abc import Iterable, Iterator
from random import Random

from okrlint.linting.codes import ENGINE_CODES
from okrlint.model import Document, Span, Text, Value
from okrlint.reading.interface import ContainerReader, Reader, ReadingOptions, open_source
from okrlint.reading.source import Source, UnreadableError
from okrlint.testing.values import values_of

_CUTS = 24
"""At how many places a document is cut off."""
_MUTATIONS = 60
"""How many damaged versions of a document are read."""
_INSERTED = (
    b"\x00",
    b"\n\n",
    b"\t",
    b"  ",
    b'"',
    b"'",
    b"{",
    b"]",
    b"<",
    b"\\",
    b"\xff\xfe",
    "：".encode(),
    "🚀".encode(),
)


def check_reader(reader: Reader, texts: Iterable[str | bytes]) -> None:
    """Read documents, cut and damaged versions of them, and look at what comes of each.

    Each value must be exactly what stands at its place; nothing but `UnreadableError` may be raised, with a code of
    the engine and a place in the source; and the same source must give the same document.

    Args:
        reader: the reader.
        texts: documents of its format, each with an objective; bytes where the format is no text.

    Raises:
        AssertionError: for the first document that is not read so.
    """
    __tracebackhide__ = True
    if not (reader.name and isinstance(reader.suffixes, tuple) and all(map(_is_suffix, reader.suffixes))):
        raise AssertionError(f"a reader has a name and suffixes such as ('.okr',), not {reader.suffixes!r}")
    several = [text.encode() if isinstance(text, str) else text for text in texts]
    if not several:
        raise AssertionError("there is no document to read")
    for data in several:
        document = _read(reader, data)
        if document is None or not document.objectives:
            raise AssertionError(f"no objective is found in\n{_start(data)}")
        for changed in _damaged(data):
            _read(reader, changed)


def _read(reader: Reader, data: bytes) -> Document | None:
    """Read a document and check it; None for one that is refused."""
    __tracebackhide__ = True
    path = f"document{reader.suffixes[0] if reader.suffixes else ''}"
    source = Source("", path)
    try:
        source = open_source(reader, data, path)
        document = reader.read(source, ReadingOptions())
        again = reader.read(source, ReadingOptions())
    except UnreadableError as error:
        flaws = list(_flaws_of_error(error, source, opened=isinstance(reader, ContainerReader)))
    except Exception as error:
        raise AssertionError(f"the reader crashes with {error!r} on\n{_start(data)}") from error
    else:
        flaws = list(_flaws_of(document, source))
        if not flaws and document != again:
            flaws = ["the same source gives another document the second time"]
        if not flaws:
            return document
    if flaws:
        raise AssertionError("\n".join([*flaws[:5], "in", _start(data)]))
    return None


def _flaws_of_error(error: UnreadableError, source: Source, *, opened: bool) -> Iterator[str]:
    if error.code not in ENGINE_CODES:
        yield f"an UnreadableError has the code {error.code!r}, which is none of okrlint's"
    if not (error.message.en and error.message.zh):
        yield "an UnreadableError has no message in a language"
    if not opened and source.text and not _is_inside(error.span, source):
        yield f"an UnreadableError is at {tuple(error.span)}, and the source has {len(source.text)} characters"


def _flaws_of(document: object, source: Source) -> Iterator[str]:
    if not isinstance(document, Document):
        yield f"read returned {type(document).__name__}, and no Document"
        return
    for value in values_of(document):
        yield from _flaws_of_value(value, source)
    for problem in document.problems:
        if problem.code not in ENGINE_CODES or not _is_inside(problem.span, source):
            yield f"a problem has the code {problem.code!r}, or a place outside of the source: {problem.span}"
    for items in (document.objectives, *(objective.key_results for objective in document.objectives)):
        if len({item.id for item in items}) < len(items):
            yield f"two items have one id: {[item.id for item in items]}"
    for item in document.items():
        if not _is_inside(item.span, source):
            yield f"{item.id} is at {tuple(item.span)}, and the source has {len(source.text)} characters"
        elif not (item.span.start <= item.text.span.start and item.text.span.end <= item.span.end):
            yield f"{item.id} is at {tuple(item.span)}, and its statement not within it: {tuple(item.text.span)}"


def _flaws_of_value(value: Value, source: Source) -> Iterator[str]:
    if not _is_inside(value.span, source) or source.slice(value.span) != value.raw:
        there = source.slice(value.span) if _is_inside(value.span, source) else "nothing"
        yield f"{type(value).__name__} {value.raw!r} is said to stand at {tuple(value.span)}, where {there!r} does"
    elif isinstance(value, Text):
        for at, start, length in value.pieces:
            if value.value[at : at + length] != source.text[start : start + length]:
                yield f"a piece of the text {value.value!r} does not stand at {start}"


def _is_inside(span: Span, source: Source) -> bool:
    return 0 <= span.start <= span.end <= len(source.text)


def _is_suffix(suffix: object) -> bool:
    return isinstance(suffix, str) and suffix.startswith(".") and suffix == suffix.lower()


def _damaged(data: bytes) -> Iterator[bytes]:
    """Yield a document cut off at several places, and changed in ways that are the same in every run."""
    yield b""
    for cut in range(_CUTS):
        yield data[: len(data) * cut // _CUTS]
    chance = Random(len(data))  # noqa: S311  # it is to be the same each time
    for _ in range(_MUTATIONS):
        start, end = sorted((chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)))
        end = min(end, start + 40)
        part = chance.choice((b"", data[start:end] * 2, chance.choice(_INSERTED), data[start:end][::-1]))
        yield data[:start] + part + data[end:]


def _start(data: bytes) -> str:
    words = data.decode("utf-8", "replace")
    return words if len(words) <= 2_000 else f"{words[:2_000]}…"
