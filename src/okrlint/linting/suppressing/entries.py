"""Directives in trees of data: the key `x-okrlint-ignore` in YAML, JSON and TOML, and how it is taken out again."""

from collections.abc import Iterator
from typing import NamedTuple

from okrlint.linting.suppressing.removing import line_removal
from okrlint.model import Document, Span, Text
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.directives import KEY
from okrlint.reading.source import Lines, Source

_QUOTES = "\"'"
_OPENING = "{["
_CLOSING = "}]"


class Said(NamedTuple):
    """A value under the key.

    Attributes:
        text: its words; those of the key where there are none.
        mapping: where what it stands in begins and ends.
        is_whole: whether that is the whole document.
        at: where the key stands; where the mapping begins for a key that a merge brought in.
        removal: what to delete so that the value is gone, None where that cannot be told.
        group: a number that all values of a key share.
        key_removal: what to delete so that the key is gone, with all its values.
    """

    text: Text
    mapping: Span
    is_whole: bool
    at: int
    removal: Span | None
    group: int
    key_removal: Span | None


def entries_of(document: Document, source: Source, data: list[Span]) -> Iterator[Said]:
    """Yield the directives in the data of a document.

    Args:
        document: as it was read, so its data is sound.
        source: its source.
        data: blocks of YAML in a document of words, the front matter first.
    """
    if KEY not in source.text:
        return
    roots, whole = _roots(document, source, data)
    pending: list[Node] = list(reversed(roots))
    seen: set[int] = set()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            pending.extend(reversed(node.items))
        elif isinstance(node, Mapping):
            for entry in node.entries:
                if entry.key.value == KEY:
                    yield from _values(entry, node, source.text, source.lines, is_whole=node is whole)
            pending.extend(entry.node for entry in reversed(node.entries) if entry.key.value != KEY)


def _roots(document: Document, source: Source, data: list[Span]) -> tuple[list[Node], Node | None]:
    """Return the trees of a document, and the one that is all of it."""
    if document.format == "json":
        from okrlint.reading.json.tree import parse, roots_of

        roots = parse(source.text, roots_of(source.text), [])
    elif document.format == "toml":
        from okrlint.reading.toml.tree import parse as parse_toml

        roots = [parse_toml(source.text)]
    elif document.format == "yaml":
        from okrlint.reading.yaml.tree import compose

        roots = compose(source, [])
    else:
        return _blocks(source, data)
    return roots, roots[0] if len(roots) == 1 else None


def _blocks(source: Source, data: list[Span]) -> tuple[list[Node], Node | None]:
    from okrlint.reading.source import UnreadableError
    from okrlint.reading.yaml.tree import compose

    roots: list[Node] = []
    whole = None
    for span in data:
        try:
            found = compose(source, [], span)
        except UnreadableError:  # told already, as a part that was not understood
            continue
        if span is data[0] and source.text[: span.start].strip() == "---" and len(found) == 1:
            whole = found[0]
        roots.extend(found)
    return roots, whole


def _values(entry: Entry, mapping: Mapping, text: str, lines: Lines, *, is_whole: bool) -> Iterator[Said]:
    key, node = entry.key, entry.node
    merged = not mapping.span.start <= key.span.start < mapping.span.end
    at = mapping.span.start if merged else key.span.start
    own = node.span.start >= key.span.end  # an alias stands elsewhere
    key_removal = _removal(text, lines, _opening(text, key.span.start), _end(node, text), "-?") if own else None
    scalars = [node] if isinstance(node, Scalar) else _scalars(node)
    listed = isinstance(node, Sequence)
    for scalar in scalars:
        said = key.text if scalar.empty else scalar.text
        start = _opening(text, scalar.span.start)
        removal = (
            _removal(text, lines, start, _end(scalar, text), "-", whole_lines=True) if own and listed else key_removal
        )
        yield Said(said, mapping.span, is_whole, at, removal, key.span.start, key_removal)
    if not scalars:
        yield Said(key.text, mapping.span, is_whole, at, key_removal, key.span.start, key_removal)


def _scalars(node: Node) -> list[Scalar]:
    return [item for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []


def _opening(text: str, start: int) -> int:
    """Return where a scalar begins whose words begin at an offset: before its quotation mark."""
    at = start
    while at > 0 and text[at - 1] in " \t":
        at -= 1
    if at > 0 and text[at - 1] in _QUOTES:
        mark = text[at - 1]
        while at > 0 and text[at - 1] == mark:
            at -= 1
        return at
    return start


def _end(node: Node, text: str) -> int:
    """Return where a value ends, behind its quotation mark or bracket."""
    if isinstance(node, Sequence) and text[node.span.start : node.span.start + 1] != "[":
        return max([node.span.end, *(_end(item, text) for item in node.items[-1:])])
    if not isinstance(node, Scalar):
        return node.span.end
    opening = _opening(text, node.span.start)
    if opening == node.span.start or text[opening : opening + 1] not in _QUOTES:
        return node.span.end
    mark, end = text[opening], node.span.end
    while end < len(text) and text[end] in " \t":
        end += 1
    while end < len(text) and text[end] == mark:
        end += 1
    return end


def _removal(text: str, lines: Lines, start: int, end: int, marks: str, *, whole_lines: bool = False) -> Span | None:
    """Return what to delete so that an entry or a member is gone: its comma with it, or its lines.

    Args:
        text: the source.
        lines: its lines.
        start: where the entry begins.
        end: where it ends.
        marks: what may stand before it on its line.
        whole_lines: whether its line goes with such a mark.
    """
    following = _behind_blanks(text, end)
    if text[following : following + 1] == ",":
        behind = _behind_blanks(text, following + 1)
        begin, line = lines.start(lines.number(start)), lines.number(following)
        if behind < lines.start(line + 1):
            return Span(start, behind)
        alone = not text[begin:start].strip()  # else what follows keeps its line
        return Span(begin, lines.start(line + 1)) if alone else Span(start, lines.end(line))
    before = start - 1
    while before >= 0 and text[before].isspace():
        before -= 1
    if text[following : following + 1] in tuple(_CLOSING):
        if text[before : before + 1] == ",":
            return Span(before, end)
        return Span(start, end) if text[before : before + 1] in tuple(_OPENING) else None
    first, last = lines.number(start), lines.number(max(end - 1, start))
    lead = text[lines.start(first) : start].strip()
    rest = text[end : lines.end(last)].strip()
    if rest and not rest.startswith("#"):
        return None
    if not lead or (whole_lines and lead == marks):
        return line_removal(text, lines, first, last)
    if set(lead) <= set(marks) and not rest and _column(text, lines, following) == _column(text, lines, start):
        return Span(start, following)
    return None


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _column(text: str, lines: Lines, at: int) -> int:
    return at - lines.start(lines.number(at)) if at < len(text) else -1
