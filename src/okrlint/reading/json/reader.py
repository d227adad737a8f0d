"""The JSON reader."""

from okrlint.model import Document, Problem, Span
from okrlint.reading.assembly import assemble
from okrlint.reading.data.nodes import Node, Sequence
from okrlint.reading.data.records import draft_from
from okrlint.reading.data.strings import drafts_in_strings
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.tree import parse, roots_of
from okrlint.reading.source import Source
from okrlint.reading.vendors import draft_from_vendor

_EVIDENCE = (
    "okr", "objective", "goal", "key_result", "keyresult", "key result", "key-result", '"kr', "hauptergebnisse",
    "目标", "目標", "关键结果", "关键成果", "關鍵結果", "關鍵成果", "\\u76ee\\u6807", "\\u76ee\\u6a19",
    "\\u5173\\u952e", "\\u95dc\\u9375",
)  # fmt: skip
"""What JSON that holds OKRs says somewhere, in lower case: of all other JSON only the syntax is checked."""


class JsonReader:
    """Reads OKRs kept as JSON or JSON Lines: in any shape (see `records`), or as a product exports them."""

    name = "json"
    suffixes = (".json", ".jsonl")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN005 for broken syntax, EN004 for what is over a limit.
        """
        return assemble(_draft(source), source, self.name, options)


def _draft(source: Source) -> DocumentDraft:
    if not source.text.strip():
        return DocumentDraft()
    spans = roots_of(source.text)
    folded = source.text.casefold()
    if not any(word in folded for word in _EVIDENCE):
        return DocumentDraft()
    problems: list[Problem] = []
    roots = parse(source.text, spans, problems)
    root: Node = roots[0] if len(roots) == 1 else Sequence(roots, Span(roots[0].span.start, roots[-1].span.end))
    draft = draft_from_vendor(root, source) or draft_from([root])
    if not draft.objectives:
        draft = drafts_in_strings(root, source)
    if draft.objectives:
        draft.problems[:0] = problems
    return draft
