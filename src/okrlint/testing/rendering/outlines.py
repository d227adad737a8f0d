"""Documents as outlines: headings and lists."""

from collections.abc import Iterable, Iterator
from html import escape
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Document, Item, KeyResult, Objective
from okrlint.testing.rendering.entries import (
    PEOPLE_APART,
    Entry,
    Names,
    Note,
    checkins_of,
    entries_of,
    entries_of_document,
    steps_of,
)


class _Line(NamedTuple):
    """An item of a list."""

    text: str
    children: tuple["_Line", ...] = ()
    done: bool | None = None


class _Section(NamedTuple):
    """A heading and the list below it; the statement of an objective may have a box."""

    level: int
    heading: str
    lines: tuple[_Line, ...]


def markdown(document: Document) -> str:
    """Return a document as Markdown: a heading for each objective, an item of a list for each key result."""
    parts = []
    for section in _sections(document):
        parts += [f"{'#' * section.level} {_marked(section.heading)}\n"] if section.heading else []
        if section.lines:
            parts.append("".join(f"{line}\n" for line in _listed(section.lines, "")))
    return "\n".join(parts)


def html(document: Document) -> str:
    """Return a document as HTML, laid out as in Markdown."""
    parts = ["<!DOCTYPE html>", '<html><head><meta charset="utf-8"></head><body>']
    for section in _sections(document):
        if section.heading:
            parts.append(f"<h{section.level}>{_escaped(section.heading)}</h{section.level}>")
        parts += _items(section.lines)
    return "\n".join([*parts, "</body></html>", ""])


def _sections(document: Document) -> Iterator[_Section]:
    names = _Written(document.language)
    head = names.fields(entries_of_document(document))
    if document.title or head:
        yield _Section(1, str(document.title or ""), head)
    for number, objective in enumerate(document.objectives, 1):
        lines = (
            *names.about(objective),
            *(names.key_result(each, at) for at, each in enumerate(objective.key_results, 1)),
        )
        yield _Section(2, names.statement(objective, f"O{number}"), lines)
    if document.checkins:
        yield _Section(2, names.names.word("checkin"), tuple(map(names.checkin, checkins_of(document))))


class _Written:
    """Makes lines in a language."""

    def __init__(self, language: str) -> None:
        self.names = Names(language)
        self._language = language
        self._colon, self._comma = ("：", "，") if language == "zh" else (": ", ", ")

    def statement(self, item: Item, label: str) -> str:
        return f"{item.label or label}{self._colon}{item.text}"

    def key_result(self, item: KeyResult, number: int) -> _Line:
        return _Line(self.statement(item, f"KR{number}"), self.about(item), item.done)

    def about(self, item: Item) -> tuple[_Line, ...]:
        lines = [*self.fields(entries_of(item))]
        if item.done is not None and isinstance(item, Objective):
            lines += self.fields([Entry("done", ("yes" if item.done else "no",))])
        steps, checkins = steps_of(item), checkins_of(item)
        if steps:
            lines.append(_Line(f"{self.names.word('action')}{self._colon.rstrip()}", tuple(map(self._step, steps))))
        if checkins:
            heading = f"{self.names.word('checkin')}{self._colon.rstrip()}"
            lines.append(_Line(heading, tuple(map(self.checkin, checkins))))
        return tuple(lines)

    def fields(self, entries: Iterable[Entry]) -> tuple[_Line, ...]:
        return tuple(line for entry in entries for line in self._field(entry))

    def checkin(self, note: Note) -> _Line:
        day = next((entry.words[0] for entry in note.entries if entry.name == "date"), "")
        said = [f"{self.names.word(e.name).lower()}{self._colon}{e.words[0]}" for e in note.entries if e.name != "date"]
        words = self._comma.join([*said, note.words] if note.words else said)
        return _Line(f"{day}{self._colon}{words}" if day else words)

    def _step(self, note: Note) -> _Line:
        return _Line(note.words, self.fields(note.entries), note.done)

    def _field(self, entry: Entry) -> Iterator[_Line]:
        name = f"{self.names.word(entry.name)}{self._colon}"
        if entry.name in ("owner", "contributors"):
            yield _Line(name + PEOPLE_APART[self._language].join(entry.words))
        else:
            yield from (_Line(name + words) for words in entry.words)


def _listed(lines: Iterable[_Line], indent: str) -> Iterator[str]:
    for line in lines:
        box = "" if line.done is None else "[x] " if line.done else "[ ] "
        yield f"{indent}- {box}{_marked(line.text, indent)}"
        yield from _listed(line.children, f"{indent}  ")


_SPECIAL = compile_pattern(
    r"[\\`\[\]]|\*(?=\S)|(?<=\S)\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~|&(?=#?\w+;)|^[#>](?= )|^[-+](?= )"
    r"|#+$"
)


def _marked(text: str, indent: str = "") -> str:
    """Return words so that no character of them is a mark."""
    lines = (_SPECIAL.sub(r"\\\g<0>", line.strip()) for line in text.split("\n"))
    return f"\n{indent}  ".join(line for line in lines if line)


def _items(lines: tuple[_Line, ...]) -> Iterator[str]:
    if lines:
        yield "<ul>"
        for line in lines:
            box = "" if line.done is None else f'<input type="checkbox"{" checked" if line.done else ""}> '
            yield f"<li>{box}{_escaped(line.text)}"
            yield from _items(line.children)
            yield "</li>"
        yield "</ul>"


def _escaped(text: str) -> str:
    return escape(text, quote=False)
