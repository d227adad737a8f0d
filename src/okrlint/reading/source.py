"""From bytes to text: decoding, and the way back from an offset to line and column."""

import os
import stat
from bisect import bisect_right
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Span, Words

MAX_BYTES = 12_000_000
"""The largest file that is read, in bytes: a year's OKRs of a large company are a hundredth of it."""

_BREAKS = compile_pattern(r"\r\n|\n|\r")


class UnreadableError(Exception):
    """A source that cannot be read at all.

    Attributes:
        code: the engine's code for it (EN001 not readable, EN002 not text, EN004 over a limit, EN005 broken syntax).
        message: what is wrong and what to do, in both languages.
        span: where in the text, if there is a text.
    """

    def __init__(self, code: str, message: Words, span: Span | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.span = span or Span(0, 0)


_EXCERPT_REACH = 500
"""How many characters of a line an excerpt has on either side: a file of megabytes may be one line."""


class Excerpt(NamedTuple):
    """A line of a source, and which of its characters are meant (the end is exclusive).

    Of a very long line it is the part around the beginning of what is meant.
    """

    text: str
    start: int
    end: int


class Location(NamedTuple):
    """A place as people have it.

    Attributes:
        start: line and column of its beginning, both from 1; the column counts code points.
        end: the same of its end, exclusive.
        byte_columns: the columns of both in bytes of UTF-8, from 1.
        excerpt: the line that it begins in.
        place: see `Source.place`.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    byte_columns: tuple[int, int]
    excerpt: Excerpt
    place: Words | None


class Lines:
    """The lines of a text, numbered from 0.

    Lines end at LF, CR LF or CR, as editors have it: other characters that Unicode calls line separators do not
    end a line.

    Attributes:
        starts: the offset at which each begins.
    """

    __slots__ = ("_text", "starts")

    def __init__(self, text: str) -> None:
        self._text = text
        self.starts = [0, *(found.end() for found in _BREAKS.finditer(text))]

    def number(self, offset: int) -> int:
        """Return the line in which an offset lies."""
        return bisect_right(self.starts, offset) - 1

    def start(self, number: int) -> int:
        """Return where a line begins; behind the last one, where the text ends."""
        return self.starts[number] if number < len(self.starts) else len(self._text)

    def end(self, number: int) -> int:
        """Return where the words of a line end, before its line break."""
        start, end = self.start(number), self.start(number + 1)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return end


class Source:
    """The text of a document, and where its lines begin.

    A byte order mark is not part of the text. A lone surrogate, which is no character, reads as U+FFFD.

    Attributes:
        text: the decoded text.
        path: as given by the caller, with forward slashes.
        encoding: the name of the encoding that was used: "utf-8", "utf-16" or "gb18030".
    """

    __slots__ = ("_byte_column", "_lines", "encoding", "path", "text")

    def __init__(self, text: str, path: str = "-", encoding: str = "utf-8") -> None:
        self.text = _characters(text.removeprefix("\ufeff"))
        self.path = path
        self.encoding = encoding
        self._lines: Lines | None = None
        self._byte_column = (0, 1)  # of an offset, the last that was asked for

    @classmethod
    def from_bytes(cls, data: bytes, path: str = "-", max_bytes: int = MAX_BYTES) -> "Source":
        """Decode `data`: by its byte order mark, else as UTF-8, else as GB 18030 where it plainly is Chinese.

        Raises:
            UnreadableError: for what is too large, or is no text in one of these encodings.
        """
        if len(data) > max_bytes:
            raise UnreadableError("EN004", _too_large(len(data), max_bytes))
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            try:
                return cls(data.decode("utf-16"), path, "utf-16")
            except UnicodeDecodeError:
                raise UnreadableError("EN002", _BINARY) from None
        if b"\x00" in data[:8192] or b"\x00" in data:
            raise UnreadableError("EN002", _BINARY)
        try:
            return cls(data.decode("utf-8"), path)
        except UnicodeDecodeError as error:
            text = _as_chinese(data)
            if text is None:
                raise UnreadableError("EN002", _not_utf8(data, error.start)) from None
            return cls(text, path, "gb18030")

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> "Source":
        """Read and decode a file, no more of it than the limit.

        Raises:
            UnreadableError: where it cannot be opened, or as `from_bytes`.
        """
        return cls.from_bytes(read_bytes(path, max_bytes), str(path).replace("\\", "/"), max_bytes)

    @property
    def lines(self) -> Lines:
        """Where its lines begin and end; found when they are first asked for."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines

    def slice(self, span: Span) -> str:
        """Return the words that stand at `span`."""
        return self.text[span.start : span.end]

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1; the column counts code points."""
        starts = self.lines.starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def place(self, offset: int) -> Words | None:  # noqa: ARG002 - a text file's places are its lines
        """Return what people call the place of an offset where that is not its line: a cell, a paragraph."""
        return None

    def location(self, span: Span) -> Location:
        """Return all that a report tells of where a span stands."""
        text, starts = self.text, self.lines.starts
        line = bisect_right(starts, span.start)
        first, after = starts[line - 1], starts[line] if line < len(starts) else len(text) + 1
        start = (line, span.start - first + 1)
        if span.end >= after or after - first > _EXCERPT_REACH:  # few places are of several lines, or in a long one
            columns = (self.byte_column(span.start), self.byte_column(span.end))
            return Location(start, self.position(span.end), columns, self.excerpt(span), None)
        end = (line, span.end - first + 1)
        columns = (start[1], end[1])
        if not text.isascii():
            column = len(text[first : span.start].encode()) + 1
            columns = (column, column + len(text[span.start : span.end].encode()))
        words = text[first:after].rstrip("\r\n")
        begin = span.start - first
        excerpt = Excerpt(words, begin, max(begin, min(span.end - first, len(words))))
        return Location(start, end, columns, excerpt, None)

    def excerpt(self, span: Span) -> Excerpt:
        """Return the line that `span` begins in, and where in it the words begin and end."""
        line = self.lines.number(span.start)
        first, last = self.lines.start(line), self.lines.end(line)
        start, end = max(first, span.start - _EXCERPT_REACH), min(last, span.start + _EXCERPT_REACH)
        return Excerpt(self.text[start:end], span.start - start, max(min(span.end, end), span.start) - start)

    def byte_column(self, offset: int) -> int:
        """Return the column of an offset counted in bytes of UTF-8, from 1."""
        begin = self.lines.start(self.lines.number(offset))
        known, column = self._byte_column
        if not begin <= known <= offset:  # asked for in order, each character of a line is counted once
            known, column = begin, 1
        column += len(self.text[known:offset].encode())
        self._byte_column = (offset, column)
        return column

    def line(self, number: int) -> str:
        """Return the text of a line (from 1), without its line break."""
        return self.text[self.lines.start(number - 1) : self.lines.end(number - 1)]

    def is_named_okr(self) -> bool:
        """Return whether the name of the file, or of its folder, says OKR."""
        return says_okr("/".join(self.path.split("/")[-2:]))


def _characters(text: str) -> str:
    """Return the text without lone surrogates: they have no UTF-8 form, which parsers and converters need."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return compile_pattern("[\ud800-\udfff]").sub("\ufffd", text)
    return text


def says_okr(name: str) -> bool:
    """Tell whether a name, a path or a part of one speaks of OKRs; our own name does not."""
    return "okr" in without_our_name(name.casefold())


def without_our_name(words: str) -> str:
    """Return words in lower case without the name of okrlint, which tells nothing of OKRs."""
    return words.replace("okrlint", "")


def mentions_okrlint(text: str) -> bool:
    """Tell whether a text may hold words for okrlint itself (`directives`), in any case of their letters."""
    return "krlint" in text or "krlint" in text.lower()


def read_bytes(path: str | os.PathLike[str], max_bytes: int = MAX_BYTES) -> bytes:
    """Return the contents of a file, if they are within the limit.

    Raises:
        UnreadableError: for a file that cannot be opened, a pipe, or one that is too large.
    """
    try:
        if stat.S_ISFIFO(os.stat(path).st_mode):  # opening one would wait for a writer that may never come
            raise UnreadableError("EN001", _PIPE)
        with open(path, "rb") as file:
            data = file.read(max_bytes + 1)
            if len(data) > max_bytes:
                size = os.fstat(file.fileno()).st_size
                raise UnreadableError("EN004", _too_large(max(size, len(data)), max_bytes))
            return data
    except OSError as error:
        raise UnreadableError("EN001", _cannot_open(error.strerror or str(error))) from None
    except ValueError as error:  # a NUL in the name
        raise UnreadableError("EN001", _cannot_open(str(error))) from None


_BINARY = Words(
    "this is not a text file: it holds NUL bytes; name text files only, or exclude it",
    "这不是文本文件：其中有空字节；请只传入文本文件，或将它排除",
)


_PIPE = Words(
    "is a pipe, not a file; pass its contents on standard input with `-` and --stdin-filename",
    "是管道而不是文件；请用 `-` 从标准输入传入内容，并以 --stdin-filename 说明文件名",
)


def _cannot_open(reason: str) -> Words:
    return Words(
        f"cannot be read: {reason}; check the path and its permissions",
        f"无法读取：{reason}；请检查路径与权限",
    )


def _too_large(size: int, limit: int) -> Words:
    return Words(
        f"is {size / 1e6:.1f} MB, over the limit of {limit / 1e6:.1f} MB for one document; split it, or exclude it",
        f"大小为 {size / 1e6:.1f} MB，超过单个文档 {limit / 1e6:.1f} MB 的上限；请拆分，或将它排除",
    )


def _not_utf8(data: bytes, at: int) -> Words:
    line = data.count(b"\n", 0, at) + 1
    return Words(
        f"is not UTF-8: byte 0x{data[at]:02X} in line {line} (Latin-1 or another old encoding?); save it as UTF-8",
        f"不是 UTF-8 编码：第 {line} 行有字节 0x{data[at]:02X}（可能是 Latin-1 等旧编码）；请另存为 UTF-8",
    )


def _as_chinese(data: bytes) -> str | None:
    """Decode as GB 18030, but only text that then reads as Chinese: Latin-1 decodes too, to rare characters."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [char for char in text if char >= "\x80"]
    common = sum(1 for char in foreign if _in_gb2312(char))
    return text if common >= 0.9 * len(foreign) else None


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
