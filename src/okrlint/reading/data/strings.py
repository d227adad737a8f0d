"""OKRs that stand as lines of words in one string of a tree of data."""

from collections.abc import Iterator

from okrlint.model import Text
from okrlint.reading.data.limits import SEARCH_DEPTH
from okrlint.reading.data.nodes import Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_fields import surrounding_fields
from okrlint.reading.data.record_shapes import key_word
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.embedding import Embedding
from okrlint.reading.fields import canonical
from okrlint.reading.outline import Line, Outline
from okrlint.reading.plain_lines import PlainLine, nested
from okrlint.reading.source import Source


def drafts_in_strings(root: Node, source: Source) -> DocumentDraft:
    """Return the OKRs in strings whose keys say that they hold some: the words of a chat may quote anybody's."""
    draft = DocumentDraft()
    for mapping, text in _strings(root, 0):
        around = surrounding_fields(mapping)
        for objective in _objectives(text, source):
            own = {name for name, _ in objective.fields}
            objective.fields.extend(field for field in around if field[0] not in own)
            draft.objectives.append(objective)
    return draft


def _strings(node: Node, depth: int) -> Iterator[tuple[Mapping, Text]]:
    if depth > SEARCH_DEPTH:
        return
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _strings(item, depth + 1)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            if not isinstance(entry.node, Scalar):
                yield from _strings(entry.node, depth + 1)
            elif "\n" in entry.node.value and _speaks_of_okrs(entry.key):
                yield node, entry.node.text


def _speaks_of_okrs(key: Scalar) -> bool:
    return "okr" in key_word(key) or canonical(key.value) in ("objective", "key_result")


def _objectives(text: Text, source: Source) -> list[Draft]:
    from okrlint.reading.layout import draft_from_outline  # few trees of data need it

    outline = Outline()
    outline.root.children = nested(_lines(text.value))
    found = draft_from_outline(outline, Source(text.value, source.path))
    embedding = Embedding(text)
    return [embedding.draft(objective) for objective in found.objectives]


def goals_in(text: Text) -> list[Draft]:
    """Return the goals that stand as lines in a string of a plan."""
    from okrlint.reading.layout.goals import listed_goals  # few plans have such strings

    outline = Outline()
    outline.root.children = nested(_lines(text.value))
    embedding = Embedding(text)
    return [embedding.draft(goal) for goal in listed_goals(outline.root)]


def _lines(words: str) -> list[PlainLine]:
    lines = []
    start = 0
    for line in words.splitlines(keepends=True):
        text = line.strip()
        if text:
            indentation = len(line) - len(line.lstrip())
            lines.append(PlainLine(Line(Text.verbatim(text, start + indentation)), indentation))
        start += len(line)
    return lines
