"""What a document holds with a place of its own."""

from collections.abc import Iterator

from okrlint.model import Model, Value


def values_of(thing: object) -> Iterator[Value]:
    """Yield all values within a document, or within a part of one, in the order of the model."""
    if isinstance(thing, Value):
        yield thing
    elif isinstance(thing, Model):
        for part in thing.__dict__.values():
            yield from values_of(part)
    elif type(thing) is tuple:
        for part in thing:
            yield from values_of(part)
