"""The author's words in an item, wherever they stand."""

from collections.abc import Iterator

from okrlint.plugins import Document, Item, KeyResult, Metric, Objective, Text


def texts_of(item: Item) -> list[Text]:
    """Return what is written of an item: its statement, its measures and numbers, its plan, its other attributes.

    Owners and dates are left out: rules of their own look at them.
    """
    found = [item.text, *item.measures]
    if isinstance(item, KeyResult):
        if item.metric is not None:
            found += _of_metric(item.metric, item.text)
    elif isinstance(item, Objective) and item.why is not None:
        found.append(item.why)
    if item.actions:
        found += [action.text for action in item.actions]
    if item.fields or item.checkins:
        found += remarks_of(item)
    return found


def texts_of_document(document: Document) -> Iterator[Text]:
    """Yield what is written once for all of a document: whose it is, what it serves, its other attributes."""
    for text in (document.team, *document.plans, document.cadence):
        if text is not None:
            yield text
    for field in document.fields:
        yield field.text


def remarks_of(item: Item) -> list[Text]:
    """Return what is said beside an item: attributes without a place of their own, and notes of check-ins."""
    found = [field.text for field in item.fields]
    found += [entry.note for entry in item.checkins if entry.note is not None]
    return found


def _of_metric(metric: Metric, statement: Text) -> Iterator[Text]:
    """Yield the name of a measure, and its numbers where they stand outside of the statement."""
    if metric.name is not None:
        yield metric.name
    for number in (metric.baseline, metric.target, metric.current):
        if number is not None and not statement.span.start <= number.span.start < statement.span.end:
            yield Text.model_construct(value=number.raw, raw=number.raw, span=number.span)
