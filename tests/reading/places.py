"""What every reader promises of places: a value is exactly what stands where it says that it stands."""

from re import compile as compile_pattern

from okrlint.model import Document, Item, Model, Span, Text, Value
from okrlint.reading.data.nodes import Node, Scalar, Sequence
from okrlint.reading.source import Source

ANCHOR = compile_pattern(r"(?:^|[\s\[{,])&\S")
OF_SECTION = ("contributors", "cycle", "deadline", "fields", "status", "supports", "team")
"""What a section may say of all objectives below it."""


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
    return [text for entry in node.entries for text in (entry.key.text, *texts_of(entry.node))]


def assert_places(source: Source, document: Document) -> None:
    for value in values_of(document):
        assert_span(source, value.span)
        assert source.slice(value.span) == value.raw
        if isinstance(value, Text):
            assert_text(source.text, value)


def assert_span(source: Source, span: Span) -> None:
    assert 0 <= span.start <= span.end <= len(source.text)


def assert_text(source: str, text: Text) -> None:
    assert source[text.span.start : text.span.end] == text.raw
    for piece in text.pieces:
        assert text.value[piece.at : piece.at + piece.length] == source[piece.source : piece.source + piece.length]
        assert text.span.start <= piece.source <= piece.source + piece.length <= text.span.end


def assert_sound(source: Source, document: Document) -> None:
    """Check that all places are exact, and that what belongs to an item stands within its span.

    What an objective says of each of its key results (`KR owner: Ana`) stands within the objective's. What an alias
    of YAML brings in stands where its anchor is, and some exports keep actions apart. A check-in may stand further
    down, in a table that tells how key results stand: apart from all items, and with all that it says.
    """
    assert_places(source, document)
    apart = ("actions",) if document.format == "json" else ()
    for objective in () if ANCHOR.search(source.text) else document.objectives:
        assert_span(source, objective.span)
        assert_within(objective, objective.span, apart + OF_SECTION)
        for result in objective.key_results:
            assert_span(source, result.span)
            assert is_within(result.span, result.text)
            assert_within(result, objective.span, apart)
    spans = [result.span for objective in document.objectives for result in objective.key_results]
    for objective in () if ANCHOR.search(source.text) else document.objectives:
        for item in (objective, *objective.key_results):
            for entry in item.checkins:
                assert_span(source, entry.span)
                assert all(is_within(entry.span, value) or is_within(item.span, value) for value in values_of(entry))
                own = item.span.start <= entry.span.start and entry.span.end <= item.span.end
                around = objective.span.start <= entry.span.start and entry.span.end <= objective.span.end
                apart_from_all = all(entry.span.end <= span.start or span.end <= entry.span.start for span in spans)
                assert own or around or apart_from_all, (item.id, entry)
    for problem in document.problems:
        assert_span(source, problem.span)
        assert problem.message.en
        assert problem.message.zh


def assert_within(item: Item, around: Span, apart: tuple[str, ...]) -> None:
    """Check that the values of an item stand in it, or in what is around it, but for some of them."""
    apart += ("key_results", "checkins", "owners_inherited", *(("deadline",) if item.deadline_inherited else ()))
    for name, part in item.__dict__.items():
        for value in () if name in apart else values_of(part):
            assert is_within(item.span, value) or is_within(around, value), (item.id, name, value)


def is_within(span: Span, value: Value) -> bool:
    return span.start <= value.span.start and value.span.end <= span.end
