"""The JSON reader."""

from okrlint.model import Document, Problem, Span
from okrlint.reading.assembly import assemble
from okrlint.reading.data.directives import drop_directives
from okrlint.reading.data.nodes import Node, Sequence
from okrlint.reading.data.records import draft_from
from okrlint.reading.data.strings import drafts_in_strings
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.evidence import may_hold_okrs
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.tree import parse, roots_of
from okrlint.reading.source import Source
from okrlint.reading.vendors import draft_from_vendor


class JsonReader:
    """Reads OKRs kept as JSON or JSON Lines: in any shape (see `records`), or as a product exports them."""

    name = "json"
    suffixes = (".json", ".jsonl")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: where something speaks of OKRs, EN005 for broken syntax and EN004 for what is over a
                limit.
        """
        return assemble(_draft(source, options), source, self.name, options)


def _draft(source: Source, options: ReadingOptions) -> DocumentDraft:
    if not source.text.strip() or not (options.is_plan or may_hold_okrs(source)):
        return DocumentDraft()
    problems: list[Problem] = []
    roots = parse(source.text, roots_of(source.text), problems)
    drop_directives(roots, source.text)
    root: Node = roots[0] if len(roots) == 1 else Sequence(roots, Span(roots[0].span.start, roots[-1].span.end))
    exported = draft_from_vendor(root, source, options.zone)
    draft = exported or draft_from([root])
    if not draft.objectives:
        draft = drafts_in_strings(root, source)
    if options.is_plan and not exported:
        from okrlint.reading.data.goals import plan_from

        draft = plan_from([root], draft)
    if draft.objectives:
        draft.problems[:0] = problems
    return draft
