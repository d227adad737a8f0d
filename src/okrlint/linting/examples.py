"""From an example, as an author wrote it, to a document: words around a mere statement, and marks taken out."""

from datetime import date
from inspect import cleandoc
from typing import NamedTuple

from okrlint.model import Span

OPEN, CLOSE = "⟦", "⟧"
"""What stands around each place where a finding is due."""

_AROUND = {
    ("objective", "en"): "# OKRs 2026-Q2\n\n## O1: {}\n\n- KR1: Retention rises from 60% to 75%\n",
    ("objective", "zh"): "# 2026年Q2 OKR\n\n## O1：{}\n\n- KR1：留存率从 60% 提升到 75%\n",
    ("key_result", "en"): "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: {}\n",
    ("key_result", "zh"): "# 2026年Q2 OKR\n\n## O1：让每位客户都庆幸选择了我们\n\n- KR1：{}\n",
    ("action", "en"): "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n"
    "- KR1: Retention rises from 60% to 75%\n  - [ ] {}\n",
    ("action", "zh"): "# 2026年Q2 OKR\n\n## O1：让每位客户都庆幸选择了我们\n\n"
    "- KR1：留存率从 60% 提升到 75%\n  - [ ] {}\n",
}
"""What stands around an example that is but a statement."""


FILE = "==> "
"""What the name of a file stands behind, on a line above its contents, in an example of several files.

Behind the name, ` @ DAY AUTHOR: MESSAGE` tells the commit that left the file so, for a rule that looks at history;
without contents the commit removed the file. The files as they are now stand below, with their names alone.
"""


class ExampleCommit(NamedTuple):
    """A commit of an example; two files with the same one were changed together."""

    day: date
    author: str
    message: str


class ExampleFile(NamedTuple):
    """A file of an example.

    Attributes:
        name: its path.
        text: its contents.
        start: where these begin in the example.
        commit: that left it so; None for the file as it is now.
    """

    name: str
    text: str
    start: int
    commit: ExampleCommit | None = None


def files_of(text: str) -> list[ExampleFile]:
    """Return the files of an example, which is one file named `okrs.md` where it names none.

    Raises:
        ValueError: for a commit that is not told as `FILE` says.
    """
    found: list[ExampleFile] = []
    name, start, at = "okrs.md", 0, 0
    commit: ExampleCommit | None = None
    for line in text.splitlines(keepends=True):
        if line.startswith(FILE):
            if at:
                found.append(ExampleFile(name, text[start:at], start, commit))
            name, sign, about = line.removeprefix(FILE).strip().partition(" @ ")
            start, commit = at + len(line), _commit(about) if sign else None
        at += len(line)
    return [*found, ExampleFile(name, text[start:], start, commit)]


def _commit(about: str) -> ExampleCommit:
    day, _, words = about.partition(" ")
    author, _, message = words.partition(": ")
    if not author or not message:
        raise ValueError(f"a commit of an example is told as `@ DAY AUTHOR: MESSAGE`, and not {about!r}")
    return ExampleCommit(date.fromisoformat(day), author, message)


class ExampleDocument(NamedTuple):
    """An example made a whole document.

    Attributes:
        text: without marks.
        places: what stood between marks.
    """

    text: str
    places: tuple[Span, ...]


def example_document(example: str, target: str, language: str) -> ExampleDocument:
    """Return an example as a document.

    Args:
        example: a whole document where it has more than one line, or else a statement of the kind of `target`.
        target: "objective", "key_result", "item" (taken for a key result), "action", "document" or "project".
        language: "en" or "zh".

    Raises:
        ValueError: for a mere statement where a document is due, and for marks that are no pairs.
    """
    text = cleandoc(example)
    if "\n" in text:
        return _unmarked(text + "\n")
    if target in ("document", "project"):
        raise ValueError(f"an example of a {target} rule is a whole document: {text!r}")
    before, after = _AROUND["key_result" if target == "item" else target, language].split("{}")
    return _unmarked(f"{before}{text}{after}")


def _unmarked(text: str) -> ExampleDocument:
    places, plain = [], ""
    start: int | None = None
    for char in text:
        if char in (OPEN, CLOSE) and (start is None) == (char == CLOSE):
            raise ValueError(f"{OPEN} and {CLOSE} stand in pairs, and not within one another")
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE and start is not None:
            places.append(Span(start, len(plain)))
            start = None
        else:
            plain += char
    if start is not None:
        raise ValueError(f"{OPEN} without {CLOSE}")
    return ExampleDocument(plain, tuple(places))
