"""The owners that a document names."""

from okrlint.plugins import Context, Item, Owner


def owners_told_with(item: Item, context: Context) -> tuple[Owner, ...]:
    """Return the owners of an item; with the first objective come those of the whole document, which are told once."""
    is_first = item is context.document.objectives[0]
    return (*context.document.owners, *item.owners) if is_first else item.owners
