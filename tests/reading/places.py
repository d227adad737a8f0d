"""What every reader promises of places: a value is exactly what stands where it says that it stands."""

from okrlint.model import Document, Model, Text, Value
from okrlint.reading.data.nodes import Node, Scalar, Sequence
from okrlint.reading.source import Source


def values_of(thing: object) -> list[Value]:
    found: list[Value] = [thing] if isinstance(thing, Value) else []
    if isinstance(thing, Model):
        for part in thing.__dict__.values():
            found.extend(values_of(part))
    elif isinstance(thing, tuple):
        for part in thing:
            found.extend(values_of(part))
    return found


def texts_of(node: Node) -> list[Text]:
    if isinstance(node, Scalar):
        return [node.text]
    if isinstance(node, Sequence):
        return [text for item in node.items for text in texts_of(item)]
    return [text for entry in node.entries for text in (entry.key, *texts_of(entry.node))]


def assert_places(source: Source, document: Document) -> None:
    for value in values_of(document):
        assert source.slice(value.span) == value.raw
        if isinstance(value, Text):
            assert_text(source.text, value)


def assert_text(source: str, text: Text) -> None:
    assert source[text.span.start : text.span.end] == text.raw
    for piece in text.pieces:
        assert text.value[piece.at : piece.at + piece.length] == source[piece.source : piece.source + piece.length]
        assert text.span.start <= piece.source <= piece.source + piece.length <= text.span.end
