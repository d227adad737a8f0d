"""The reader of Word documents (.docx, .docm)."""

from okrlint.model import Document, Words
from okrlint.reading.assembly import assemble
from okrlint.reading.docx.body import BodyReader
from okrlint.reading.docx.package import package_of
from okrlint.reading.docx.source import WordText
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.document import draft_of
from okrlint.reading.source import Source, UnreadableError


class DocxReader:
    """Reads Word documents: headings, lists, paragraphs, tables, text boxes and content controls.

    Tracked changes count as accepted. Headers, footers, footnotes, comments and hidden words are passed over.
    """

    name = "docx"
    suffixes = (".docx", ".docm")

    def open(self, data: bytes, path: str) -> Source:
        """Return the words of a document; see `WordText`.

        Raises:
            UnreadableError: for what is no Word document, or damaged (EN005); over a limit (EN004); or if the library
                that parses it is not installed (EN008).
        """
        return BodyReader(package_of(data)).read(path)

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; a document without objectives where there are none.

        Raises:
            UnreadableError: EN001 for a source that does not come from `open`.
        """
        if not isinstance(source, WordText):
            raise UnreadableError("EN001", _TEXT)
        return assemble(draft_of(source.outline, source, options), source, self.name, options)


_TEXT = Words(
    "a Word document is no text; give the contents of the file as bytes",
    "Word 文档不是文本；请以字节形式给出文件内容",
)
