"""From drafts to the typed model, the same way for every format."""

from okrlint.reading.assembly.document import assemble

__all__ = ["assemble"]
