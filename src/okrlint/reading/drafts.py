"""What a layout is first read into: items with their fields as words, before the words are understood.

A reader (Markdown, YAML, …) finds out which words are an objective, which a key result, and which belong to them
as fields. It hands them over as drafts; `assembly.assemble` turns drafts into the typed model, the same way for
every format.
"""

from okrlint.model import Problem, Span, Text


class Draft:
    """An objective, a key result, an action or a check-in as found.

    Attributes:
        text: the statement, without bullet and label; inline fields may still stand in it.
        span: all that belongs to it.
        label: as written (`O2`, `KR1.2`, `目标一`), or None.
        ref: an identifier of the source, or None.
        fields: (its name, as `fields.field_name` gives it: canonical or the author's own word; its words), in order.
        children: an objective's key results.
        actions: steps below it.
        checkins: dated entries below it.
        done: whether its box is ticked; None without a box.
    """

    __slots__ = ("actions", "checkins", "children", "done", "fields", "label", "ref", "span", "text")

    def __init__(
        self,
        text: Text,
        span: Span | None = None,
        label: str | None = None,
        ref: str | None = None,
        done: bool | None = None,
    ) -> None:
        self.text = text
        self.span = span or text.span
        self.label = label
        self.ref = ref
        self.done = done
        self.fields: list[tuple[str, Text]] = []
        self.children: list[Draft] = []
        self.actions: list[Draft] = []
        self.checkins: list[Draft] = []


class DocumentDraft:
    """A document as found.

    Attributes:
        title: the words of its title.
        fields: what the document says of itself (front matter, top-level keys), as for `Draft`.
        objectives: in order of the source.
        checkins: dated entries that belong to the whole document.
        problems: what was not understood.
    """

    __slots__ = ("checkins", "fields", "objectives", "problems", "title")

    def __init__(self) -> None:
        self.title: Text | None = None
        self.fields: list[tuple[str, Text]] = []
        self.objectives: list[Draft] = []
        self.checkins: list[Draft] = []
        self.problems: list[Problem] = []


_REACH = 60
"""Characters before a statement in which its label, and what stands beside that, is looked for."""

_LONGEST_MARK = 2
"""Characters of mark-up before a label: `~~KR2: …~~`."""


def front_of(item: Draft, source: str) -> str:
    """Return what stands before a statement in its line, with its label; "" without a label."""
    if not item.label:
        return ""
    start = item.text.span.start
    front = source[max(item.span.start - _LONGEST_MARK, start - _REACH, 0) : start]
    return front.rpartition("\n")[2]


def take(item: Draft, fields: list[tuple[str, tuple[int, int]]], kept: tuple[int, int]) -> None:
    """Make fields of parts of a statement, and keep another part of it as the statement, if there are words in it."""
    text = item.text
    if not text.value[slice(*kept)].strip():
        return
    item.fields.extend((name, text.part(*place)) for name, place in fields if place[0] >= 0)
    item.text = text.part(*kept)
