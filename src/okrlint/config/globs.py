"""Lines of a `.gitignore`, with exactly the meaning that git gives them, at a cost that is linear in a path's length.

Written for this project: the usual libraries match with one expression per line in which a few stars take minutes
(`*a*a*a*a*a*a*b` against a long name), and one such line in a repository would hang whoever lints it.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

_WILD = re.compile(r"[*?\[\\]")
MAX_LINE = 4_096
"""Longer lines, in characters, match nothing: no path is so long."""
_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": " \\t",
    "cntrl": "\\x00-\\x1f\\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@\\[-`{-~",
    "space": "\\t\\n\\r ",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_STAR, _FOLDERS, _ALL = "*", "**/", "**"


class Globs:
    """Tells what the lines of one file say of a path. Of several lines, the last one that matches decides.

    Args:
        lines: without their line ends.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        globs = [glob for line in lines if (glob := _parsed(line))]
        globs.reverse()
        self._runs = [_Run(ignores, list(run)) for ignores, run in groupby(globs, key=lambda glob: glob.ignores)]

    def __bool__(self) -> bool:
        return bool(self._runs)

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """Return whether a path itself is ignored, or re-included; None where no line speaks of it.

        What holds for the folders that it lies in is not looked at: nothing below an ignored folder can be
        re-included, so that whoever asks has to ask for these first.

        Args:
            path: relative to the folder of the file, with `/` between its parts.
            is_folder: lines that end with `/` mean folders alone.
        """
        name = path.rpartition("/")[2]
        for run in self._runs:
            if run.of_names.match(name, is_folder=is_folder) or run.of_paths.match(path, is_folder=is_folder):
                return run.ignores
        return None


class _Glob(NamedTuple):
    """A line.

    Attributes:
        tokens: characters as expressions, `/`, `_STAR`, `_FOLDERS` and `_ALL`.
        text: what it means where it has no wildcard, else None.
        anchored: whether it speaks of a path, and not of a name at any depth.
    """

    tokens: tuple[str, ...]
    text: str | None
    ignores: bool
    anchored: bool
    folders_only: bool


class _Run:
    """Lines in a row that all ignore, or all re-include: their order does not matter."""

    def __init__(self, ignores: bool, globs: list[_Glob]) -> None:
        self.ignores = ignores
        self.of_names = _Either([glob for glob in globs if not glob.anchored])
        self.of_paths = _Either([glob for glob in globs if glob.anchored])


class _Either:
    """Lines of which any may match: those without wildcards are looked up, the others tried at once."""

    def __init__(self, globs: list[_Glob]) -> None:
        self._plain = {glob.text + "/" * glob.folders_only for glob in globs if glob.text is not None}
        wild = [glob for glob in globs if glob.text is None]
        self._any = _expression([glob for glob in wild if not glob.folders_only])
        self._folder = _expression([glob for glob in wild if glob.folders_only])

    def match(self, path: str, *, is_folder: bool) -> bool:
        if path in self._plain or (self._any and self._any.fullmatch(path)):
            return True
        return is_folder and (f"{path}/" in self._plain or bool(self._folder and self._folder.fullmatch(path)))


def _parsed(line: str) -> _Glob | None:
    """Read a line; None for one that is empty, a comment, or matches nothing."""
    if line.startswith("#") or len(line) > MAX_LINE:
        return None
    line = _without_blanks_behind(line.removesuffix("\r").partition("\0")[0])
    ignores = not line.startswith("!")
    text = line if ignores else line[1:]
    folders_only = text.endswith("/")
    text = text.removesuffix("/")
    anchored = "/" in text
    text = text.removeprefix("/")
    try:
        tokens = tuple(_tokens(text, anchored=anchored))
    except _NoMatchError:
        return None
    if not tokens:
        return None
    plain = None if _WILD.search(text) else text
    return _Glob(tokens, plain, ignores, anchored, folders_only)


def _without_blanks_behind(line: str) -> str:
    bare = line.rstrip(" ")
    escaped = len(bare) < len(line) and (len(bare) - len(bare.rstrip("\\"))) % 2
    return f"{bare} " if escaped else bare


class _NoMatchError(Exception):
    """A line that matches nothing: its last bracket is not closed, or it ends with a backslash."""


def _tokens(text: str, *, anchored: bool) -> Iterator[str]:
    at, size = 0, len(text)
    while at < size:
        char = text[at]
        if char == "*":
            end = at
            while end < size and text[end] == "*":
                end += 1
            # To git, `**` is a part of its own behind plain text, too: `draft**/a` means `drafts/old/a`.
            begins = at == 0 or text[at - 1] == "/" or not _WILD.search(text, 0, at)
            whole = anchored and end - at > 1 and begins and (end == size or text[end] == "/")
            if anchored and end - at > 1 and begins and text.startswith("\\/", end):
                yield from (_STAR, "/", _FOLDERS)  # git's oddity: at least one folder
                at = end + 2
                continue
            yield _STAR if not whole else _ALL if end == size else _FOLDERS
            at = end + (whole and end < size)
        elif char == "[":
            found, at = _bracket(text, at)
            yield found
        elif char == "\\":
            if at + 1 == size:
                raise _NoMatchError
            yield re.escape(text[at + 1])
            at += 2
        else:
            yield "[^/]" if char == "?" else re.escape(char)
            at += 1


def _bracket(text: str, at: int) -> tuple[str, int]:
    """Read a bracket expression; return what it stands for, and where it ends."""
    at += 1
    negated = text[at : at + 1] in ("!", "^")
    at += negated
    first, members, before = at, "", ""
    while text[at : at + 1] != "]" or at == first:
        if at >= len(text):
            raise _NoMatchError
        char = text[at]
        if char == "-" and before and text[at + 1 : at + 2] not in ("", "]"):
            at += 1 + (text[at + 1] == "\\")
            if at >= len(text):
                raise _NoMatchError
            if before <= text[at]:
                members += f"{_member(before)}-{_member(text[at])}"
            before = ""
        elif text.startswith("[:", at) and (end := text.find("]", at + 2)) != at + 2 and text[end - 1] == ":":
            name = text[at + 2 : end - 1]
            if end < 0 or name not in _CLASSES:
                raise _NoMatchError
            members += _CLASSES[name]
            at, before = end, ""
        else:
            at += char == "\\"
            if at >= len(text):
                raise _NoMatchError
            before = text[at]
            members += _member(before)
        at += 1
    if negated:
        return f"[^/{members}]", at + 1
    return (f"(?!/)[{members}]" if members else "(?!)"), at + 1


def _member(char: str) -> str:
    return "\\" + char if char in "\\]^-[&~|" else char


def _expression(globs: list[_Glob]) -> "re.Pattern[str] | None":
    return re.compile("|".join(map(_translated, globs)), re.DOTALL) if globs else None


def _translated(glob: _Glob) -> str:
    """Translate a line. What a star takes is never taken back once its right side was found: no search multiplies."""
    parts: list[list[str]] = [[]]
    for token in glob.tokens:
        if token == _FOLDERS:
            parts.append([])
        else:
            parts[-1].append(token)
    first, *rest = [_part(part) for part in parts]
    if not rest:
        return first
    # Between two `**`, the first place that fits is the best one: it leaves most to the second.
    middle = "".join(f"(?>(?:[^/]*/)*?{part})" for part in rest[:-1])
    return f"{first}{middle}(?:[^/]*/)*{rest[-1]}"


def _part(symbols: list[str]) -> str:
    """Translate what lies between two `**`: a star ends within its part of the path."""
    expression = ""
    pieces: list[str] = [""]
    for symbol in [*symbols, "/"]:
        if symbol == _STAR:
            pieces.append("")
        elif symbol == _ALL:
            pieces[-1] += ".*"
        else:
            pieces[-1] += symbol
        if symbol == "/":
            first, *starred = pieces
            expression += first
            expression += "".join(f"(?>[^/]*?{piece})" for piece in starred[:-1])
            expression += "".join(f"[^/]*{piece}" for piece in starred[-1:])
            pieces = [""]
    return expression[:-1]  # the one that was added to end the last part
