"""The checks of readers and reporters: all of ours pass, and each way to go wrong is told."""

import itertools
from typing import Any

import pytest

from okrlint.linting.findings import Report
from okrlint.loading import load_reader, load_reporter
from okrlint.model import Document, Span, Text
from okrlint.plugins import Reader, ReadingOptions, Source, Style, UnreadableError, Words
from okrlint.reading.markdown.reader import MarkdownReader
from okrlint.registry import installed
from okrlint.testing import FORMATS, check_reader, check_reporter, read, written

TEXT = """# Growth OKRs 2026-Q2

## O1: Make every customer glad they stayed

- KR1: Retention rises from 60% to 75%
  - Owner: Ana
  - Confidence: 5/10
"""


@pytest.mark.parametrize("name", FORMATS)
def test_our_readers_pass(name: str) -> None:
    ref = next(ref for ref in installed().readers if ref.name == name)
    check_reader(load_reader(ref), [written(read(TEXT), name)])


@pytest.mark.parametrize("ref", installed().reporters.values(), ids=lambda ref: ref.name)
def test_our_reporters_pass(ref: Any) -> None:
    check_reporter(load_reporter(ref))


class OwnReader(MarkdownReader):
    """Reads as that of Markdown does, and then `spoilt` changes what came of it."""

    name = "own"
    suffixes = (".own",)

    def __init__(self, spoilt: Any) -> None:
        self._spoilt = spoilt

    def read(self, source: Source, options: ReadingOptions) -> Any:
        return self._spoilt(super().read(source, options), source)


def test_a_reader_that_is_sound_passes() -> None:
    check_reader(OwnReader(lambda document, source: document), [TEXT])


def with_title(document: Document, **parts: Any) -> Document:
    if document.title is None:
        return document
    return document.model_copy(update={"title": document.title.model_copy(update=parts)})


def refused(error: Exception) -> Any:
    def spoilt(document: Document, source: Source) -> Document:
        if len(source.text) < 60:
            raise error
        return document

    return spoilt


numbers = itertools.count()
WORDS = Words("no", "不")


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda document, source: with_title(document, span=Span(1, 3)), "is said to stand at (1, 3)"),
        (lambda document, source: with_title(document, span=Span(1, 9999)), "where 'nothing' does"),
        (lambda document, source: with_title(document, pieces=((0, 0, 3),)), "does not stand at 0"),
        (lambda document, source: with_title(document, value=f"{next(numbers)}"), "another document the second time"),
        (lambda document, source: document.model_copy(update={"objectives": document.objectives * 2}), "have one id"),
        (lambda document, source: None, "read returned NoneType, and no Document"),
        (refused(KeyError("x")), "the reader crashes with KeyError('x')"),
        (refused(UnreadableError("XX001", WORDS, Span(0, 0))), "has the code 'XX001'"),
        (refused(UnreadableError("EN004", WORDS, Span(0, 9999))), "an UnreadableError is at (0, 9999)"),
        (refused(UnreadableError("EN004", Words("no", ""), Span(0, 0))), "has no message in a language"),
        (lambda document, source: document.model_copy(update={"objectives": ()}), "no objective is found"),
    ],
)
def test_a_reader_that_goes_wrong_fails(spoilt: Any, said: str) -> None:
    with pytest.raises(AssertionError) as raised:
        check_reader(OwnReader(spoilt), [TEXT])
    assert said in str(raised.value)


def test_a_reader_is_given_documents_and_has_suffixes() -> None:
    reader: Reader = OwnReader(lambda document, source: document)
    with pytest.raises(AssertionError, match="no document to read"):
        check_reader(reader, [])
    reader.suffixes = ("own",)
    with pytest.raises(AssertionError, match="suffixes"):
        check_reader(reader, [TEXT])


def test_a_value_need_not_be_read_letter_for_letter() -> None:
    def spoilt(document: Document, source: Source) -> Document:
        text = Text(value="another", raw="", span=Span(0, 0), pieces=())
        return document.model_copy(update={"team": text})

    check_reader(OwnReader(spoilt), [TEXT])


class OwnReporter:
    """Renders with a function."""

    name = "own"

    def __init__(self, render: Any) -> None:
        self.render = render


def lines(report: Report, style: Style) -> str:
    return "".join(f"{each.path!a} {each.message!a}\n" for each in report.findings)


def test_a_reporter_that_is_sound_passes() -> None:
    check_reporter(OwnReporter(lines))


@pytest.mark.parametrize(
    ("render", "said"),
    [
        (lambda report, style: lines(report, style).rstrip("\n"), "its last line is not ended"),
        (lambda report, style: f"{next(numbers)}\n", "the second time it is another text"),
        (lambda report, style: b"", "render returned bytes, and no str"),
        (lambda report, style: f"\x1b[1m{lines(report, style)}\n", "escape sequences"),
        (
            lambda report, style: "".join(f"{each.path}\n".replace("\x1b", "") for each in report.findings),
            "cannot be written as UTF-8",
        ),
        (lambda report, style: f"{report.findings[0]}\n", "a report with nothing in it makes it crash: IndexError"),
        (lambda report, style: "".join(f"{each.message[0]}\n" for each in report.findings), "makes it crash"),
    ],
)
def test_a_reporter_that_goes_wrong_fails(render: Any, said: str) -> None:
    with pytest.raises(AssertionError) as raised:
        check_reporter(OwnReporter(render))
    assert said in str(raised.value)
