"""The TOML reader."""

from okrlint.model import Document
from okrlint.reading.assembly import assemble
from okrlint.reading.data.directives import drop_directives
from okrlint.reading.data.records import draft_from
from okrlint.reading.data.strings import drafts_in_strings
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.evidence import may_hold_okrs
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source


class TomlReader:
    """Reads OKRs kept as TOML, in any shape (see `records`)."""

    name = "toml"
    suffixes = (".toml",)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: where something speaks of OKRs, EN005 for broken syntax and EN004 for what is over a
                limit.
        """
        draft = DocumentDraft()
        if options.is_plan or may_hold_okrs(source):
            from okrlint.reading.toml.tree import parse  # most TOML needs no parser

            root = parse(source.text)
            drop_directives([root], source.text)
            draft = draft_from([root])
            if not draft.objectives:
                draft = drafts_in_strings(root, source)
            if options.is_plan:
                from okrlint.reading.data.goals import plan_from

                draft = plan_from([root], draft)
        return assemble(draft, source, self.name, options)
