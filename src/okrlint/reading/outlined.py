"""From the outline of a document with headings, lists and tables to its model."""

from okrlint.model import Document
from okrlint.reading.assembly import assemble
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.document import draft_of
from okrlint.reading.outline import Outline
from okrlint.reading.source import Source


def document_of(outline: Outline, source: Source, format_name: str, options: ReadingOptions) -> Document:
    """Return what stands in an outline, or in its front matter, or else in the blocks of data in it."""
    draft = draft_of(outline, source, options)
    if outline.front_matter or not draft.objectives:
        from okrlint.reading.yaml_blocks import add_data

        add_data(draft, outline, source, is_plan=options.is_plan)
    del outline  # of a large document it takes as much memory as what becomes of the draft
    return assemble(draft, source, format_name, options)
