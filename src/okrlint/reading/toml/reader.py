"""The TOML reader."""

from okrlint.model import Document
from okrlint.reading.assembly import assemble
from okrlint.reading.data.records import draft_from
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source


class TomlReader:
    """Reads OKRs kept as TOML, in any shape (see `records`)."""

    name = "toml"
    suffixes = (".toml",)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN005 for broken syntax, EN004 for what is over a limit.
        """
        from okrlint.reading.toml.tree import parse

        return assemble(draft_from([parse(source.text)]), source, self.name, options)
