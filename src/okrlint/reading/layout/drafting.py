"""From an outline to the draft of a document, or of a plan."""

from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.document import draft_from_outline
from okrlint.reading.outline import Outline
from okrlint.reading.source import Source


def draft_of(outline: Outline, source: Source, options: ReadingOptions) -> DocumentDraft:
    """Return what stands in an outline: OKRs, or in a plan its goals."""
    draft = draft_from_outline(outline, source)
    if options.is_plan:
        from okrlint.reading.layout.goals import plan_from_outline  # most documents are no plans

        draft = plan_from_outline(outline, draft)
    return draft
