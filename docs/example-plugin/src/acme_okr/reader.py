"""The format of Acme's planning tool.

    %okr 1
    # Lines that begin with a number sign are remarks.
    Cycle: 2026-Q2
    Team: Growth

    O: Become the name that corner shops recommend to each other
    K: Activation rises from 30% to 45% | Ana Ruiz | 2026-05-31 | dashboard: shops/activation

A key result has its owner and its due date behind bars, either may be empty, and other fields with their names.
"""

from okrlint.plugins import (
    Document,
    DocumentDraft,
    Draft,
    Problem,
    ReadingOptions,
    Source,
    Span,
    Text,
    UnreadableError,
    Words,
    assemble,
    field_name,
)

_HEAD = "%okr "
_VERSION = "1"
_PLACES = ("owner", "deadline")
"""What stands behind the first bar and the second, by okrlint's names."""

_OTHER_VERSION = Words(
    "this is no file of version 1 of the format; its first line is “%okr 1”",
    "这不是该格式第 1 版的文件；首行应为“%okr 1”",
)
_ODD_LINE = Words(
    "this line is no objective (O: …), key result (K: …), field (Name: …) or remark (# …)",
    "这一行不是目标（O：…）、关键结果（K：…）、字段（名称：…）或备注（# …）",
)
_ORPHAN = Words(
    "this key result stands before the first objective; write “O: …” above it",
    "这条关键结果出现在第一个目标之前；请在它上面写“O：…”",
)
_ODD_PART = Words(
    "behind the due date, fields have names, as in “dashboard: …”",
    "截止日期之后的字段要写名称，例如“看板：…”",
)


class OkrReader:
    """Reads `.okr` files."""

    name = "acme-okr"
    suffixes: tuple[str, ...] = (".okr",)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`.

        Raises:
            UnreadableError: for a file of another version.
        """
        whole = Text(value=source.text, raw=source.text, span=Span(0, len(source.text)))
        head, *lines = whole.split("\n\r")  # parts of a text know their places, and are without blanks at their ends
        if not head.value.startswith(_HEAD) or head.value.removeprefix(_HEAD).strip() != _VERSION:
            raise UnreadableError("EN005", _OTHER_VERSION, head.span)
        found = DocumentDraft()
        for line in lines:
            if line.value and not line.value.startswith("#"):
                _take(line, found)
        return assemble(found, source, self.name, options)


def _take(line: Text, found: DocumentDraft) -> None:
    """Add what a line says to what was found before."""
    named = _named(line)
    if named is None:
        _complain(found, line, _ODD_LINE)
        return
    name, words = named
    if name in ("o", "目标"):
        found.objectives.append(Draft(words, line.span))
    elif name in ("k", "关键结果"):
        if not found.objectives:
            _complain(found, line, _ORPHAN)
            return
        objective = found.objectives[-1]
        objective.children.append(_key_result(line, words, found))
        objective.span = Span(objective.span.start, line.span.end)
    elif found.objectives:
        objective = found.objectives[-1]
        objective.fields.append((field_name(name), words))
        objective.span = Span(objective.span.start, line.span.end)
    else:
        found.fields.append((field_name(name), words))


def _key_result(line: Text, words: Text, found: DocumentDraft) -> Draft:
    statement, *rest = words.split("|｜")
    draft = Draft(statement, line.span)
    for name, part in zip(_PLACES, rest, strict=False):
        if part.value:
            draft.fields.append((name, part))
    for part in rest[len(_PLACES) :]:
        named = _named(part)
        if named:
            draft.fields.append((field_name(named[0]), named[1]))
        elif part.value:
            _complain(found, part, _ODD_PART)
    return draft


def _named(text: Text) -> tuple[str, Text] | None:
    """Return the words before the first colon, in small letters, and those behind it; None where either is missing."""
    value = text.value
    at = min((found for found in map(value.find, ":：") if found > 0), default=0)
    words = text.part(at + 1, len(value))
    return (value[:at].strip().lower(), words) if at and words.value else None


def _complain(found: DocumentDraft, text: Text, message: Words) -> None:
    found.problems.append(Problem(code="EN003", message=message, span=text.span))
