"""The author's words in an item, wherever they stand."""

from collections.abc import Iterator

from okrlint.plugins import Document, Item, KeyResult, Metric, Objective, Text


def texts_of(item: Item) -> Iterator[Text]:
    """Yield what is written of an item: its statement, its measures and numbers, its plan, its other attributes.

    Owners and dates are left out: rules of their own look at them.
    """
    yield item.text
    yield from item.measures
    if isinstance(item, KeyResult) and item.metric is not None:
        yield from _of_metric(item.metric, item.text)
    if isinstance(item, Objective) and item.why is not None:
        yield item.why
    for action in item.actions:
        yield action.text
    yield from remarks_of(item)


def texts_of_document(document: Document) -> Iterator[Text]:
    """Yield what is written once for all of a document: whose it is, what it serves, its other attributes."""
    for text in (document.team, *document.plans, document.cadence):
        if text is not None:
            yield text
    for field in document.fields:
        yield field.text


def remarks_of(item: Item) -> Iterator[Text]:
    """Yield what is said beside an item: attributes without a place of their own, and notes of check-ins."""
    for field in item.fields:
        yield field.text
    for entry in item.checkins:
        if entry.note is not None:
            yield entry.note


def _of_metric(metric: Metric, statement: Text) -> Iterator[Text]:
    """Yield the name of a measure, and its numbers where they stand outside of the statement."""
    if metric.name is not None:
        yield metric.name
    for number in (metric.baseline, metric.target, metric.current):
        if number is not None and not statement.span.start <= number.span.start < statement.span.end:
            yield Text.model_construct(value=number.raw, raw=number.raw, span=number.span)
