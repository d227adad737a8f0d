"""Whether this process is okrlint's own program and lints with nothing but okrlint's own parts.

Models of documents are pydantic's, since those who import okrlint, and authors of plugins, want to validate, dump and
describe them. Importing pydantic takes longer than linting a document, though, and where no code but ours ever sees a
document, its classes need not be built on it. The definitions are the same; only their base differs.
"""

_begun = False


def begin() -> None:
    """Build models without pydantic from now on; call it before anything imports `okrlint.model`."""
    global _begun
    _begun = True


def is_begun() -> bool:
    """Tell whether models are built without pydantic."""
    return _begun
