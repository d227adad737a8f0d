"""Documents as tables."""

from csv import writer
from io import StringIO

from okrlint.model import Document, Item
from okrlint.testing.rendering.entries import PEOPLE_APART, Entry, Names, entries_of, entries_of_document

_ABOVE = ("cycle", "team", "owner")
"""What may be said above a table."""


def csv(document: Document) -> str:
    """Return a document as CSV: a row for each key result.

    Where an objective has fields or no key result, it gets a row of its own, and a column tells what each row is.
    Steps and check-ins are left out.
    """
    names = Names(document.language)
    typed = any(entries_of(each) or not each.key_results for each in document.objectives)
    columns = list(dict.fromkeys(entry.name for item in document.items() for entry in entries_of(item)))
    file = StringIO()
    rows = writer(file, lineterminator="\n")
    if document.title:
        rows.writerow([str(document.title)])
    for entry in entries_of_document(document):
        if entry.name in _ABOVE:
            rows.writerow([names.word(entry.name), _joined(entry, document.language)])
    heads = [names.word("kind"), names.word("title")] if typed else [names.word("objective"), names.word("key_result")]
    rows.writerow([*heads, *map(names.word, columns)])
    for objective in document.objectives:
        if typed:
            rows.writerow([names.word("objective"), *_cells(objective, columns, document.language)])
        for result in objective.key_results:
            first = names.word("key_result") if typed else _statement(objective)
            rows.writerow([first, *_cells(result, columns, document.language)])
    return file.getvalue()


def _cells(item: Item, columns: list[str], language: str) -> list[str]:
    said = {entry.name: _joined(entry, language) for entry in entries_of(item)}
    return [_statement(item), *(said.get(column, "") for column in columns)]


def _statement(item: Item) -> str:
    return f"{item.label}: {item.text}" if item.label else str(item.text)


def _joined(entry: Entry, language: str) -> str:
    return PEOPLE_APART[language].join(entry.words)
