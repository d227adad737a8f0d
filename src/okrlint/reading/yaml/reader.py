"""The YAML reader."""

from okrlint.model import Document, Problem
from okrlint.reading.assembly import assemble
from okrlint.reading.data.directives import drop_directives
from okrlint.reading.data.records import draft_from
from okrlint.reading.data.strings import drafts_in_strings
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source


class YamlReader:
    """Reads OKRs kept as YAML, whatever the shape (see `records`)."""

    name = "yaml"
    suffixes = (".yaml", ".yml")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN005 for broken syntax, EN004 for what is over a limit.
        """
        from okrlint.reading.yaml.tree import compose  # PyYAML takes 15 ms to import

        problems: list[Problem] = []
        roots = compose(source, problems)
        drop_directives(roots, source.text)
        draft = draft_from(roots)
        for root in () if draft.objectives else roots:
            draft.objectives.extend(drafts_in_strings(root, source).objectives)
        if options.is_plan:
            from okrlint.reading.data.goals import plan_from

            draft = plan_from(roots, draft)
        if draft.objectives:
            draft.problems[:0] = problems
        return assemble(draft, source, self.name, options)
