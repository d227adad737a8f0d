"""Telling a format by the contents, for standard input and for files whose names do not tell."""

from functools import cache
from itertools import islice
from re import ASCII, MULTILINE, Pattern
from re import compile as compile_pattern

from okrlint.reading.evidence import speaks_of_okrs

_HEAD = 65_536
"""How many bytes are looked at."""

_LINES = 60
"""How many lines of text are looked at."""

_LONGEST = 2_000
"""How much of a line is looked at, in characters."""

_ZIPPED = ((b"xl/workbook.xml", "xlsx"), (b"word/document.xml", "docx"))
"""Names in the directory of a ZIP file, and what the file then is."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a workbook with a password begins, and one of Excel before 2007: its reader says what to do."""


def format_of_content(data: bytes) -> str:
    """Return the name of the format that contents are in; "markdown", which plain text is, where nothing tells."""
    if data.startswith(_OLD_OFFICE):
        return "xlsx"
    if data.startswith(b"PK\x03\x04"):
        return next((name for entry, name in _ZIPPED if entry in data), "markdown")
    text = _decoded(data[:_HEAD]).lstrip("\ufeff\r\n\t ")
    if _json().match(text):
        return "json"
    if text[:14].lower().startswith(("<!doctype html", "<html")):
        return "html"
    if text[:7].lower() == "#+title":
        return "org"
    lines = [line[:_LONGEST].rstrip() for line in islice(text.splitlines(), _LINES)]
    lines = [line for line in lines if line]
    if _is_table(lines):
        return "csv"
    if _toml().search(text):
        return "toml"
    return "yaml" if _is_yaml(lines) else "markdown"


def _decoded(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


@cache
def _json() -> Pattern[str]:
    return compile_pattern(r'\{\s{0,99}["}]|\[\s{0,99}[{"]')


@cache
def _toml() -> Pattern[str]:
    """A table's header with a key below it."""
    return compile_pattern(r"^\[\[?[\w.-]{1,80}\]\]?[ \t]*\r?\n[ \t]*[\w.-]{1,80}[ \t]*=", ASCII | MULTILINE)


@cache
def _yaml_line() -> Pattern[str]:
    key = r"\s{0,99}(?:-\s{1,9}){0,9}[\w\"'-][\w\"' -]{0,60}:(?:\s|$)"
    return compile_pattern(rf"{key}|\s{{0,99}}-\s|\s{{2,99}}\S|#|---$|\.\.\.$")


@cache
def _yaml_key() -> Pattern[str]:
    """A key of OKR data: written small, which a label in prose (`Objective: …`) seldom is."""
    keys = "okrs?|objectives?|key_results?|keyResults|krs|title|目标|目標|关键结果|關鍵結果"
    return compile_pattern(rf"\s{{0,99}}(?:-\s{{1,9}}){{0,9}}(?:{keys}):(?:\s|$)")


def _is_yaml(lines: list[str]) -> bool:
    """Tell whether every line fits into YAML, and it nests keys as OKR data does.

    Front matter is closed by a second fence, with Markdown behind it.
    """
    if lines[:1] == ["---"] and "---" in lines[1:]:
        return False
    keys = sum(1 for line in lines if _yaml_key().match(line))
    nested = any(line.startswith((" ", "- ", "\t")) and _yaml_key().match(line) for line in lines)
    return keys > 1 and nested and all(_yaml_line().match(line) for line in lines)


def _is_table(lines: list[str]) -> bool:
    """Tell whether the first line names columns, one of them after what OKRs state, and the next is as wide."""
    if len(lines) < 2 or lines[0][0] in "|-#*>{[<":
        return False
    header = lines[0].lower()
    delimiter = max("\t;,|", key=header.count)
    columns = header.count(delimiter)
    narrow = all(len(name) <= 60 for name in header.split(delimiter))
    return columns > 1 and narrow and lines[1].count(delimiter) >= columns and speaks_of_okrs(header)
