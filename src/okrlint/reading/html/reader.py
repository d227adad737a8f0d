"""The HTML reader."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.model import Document
from okrlint.reading.assembly import assemble
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.evidence import may_hold_okrs
from okrlint.reading.flow import tells
from okrlint.reading.html.builder import HtmlBuilder
from okrlint.reading.html.elements import State
from okrlint.reading.html.words import Words
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.layout.document import draft_of
from okrlint.reading.outline import Block, Line, Outline
from okrlint.reading.source import Source


class HtmlReader:
    """Reads HTML: pages, and what editors and wikis export."""

    name = "html"
    suffixes = (".html", ".htm")

    def read(self, source: Source, options: ReadingOptions) -> Document:
        """Return what stands in `source`; see `okrlint.reading.layout` for what counts as an OKR."""
        if not (options.is_plan or may_hold_okrs(source) or _okr_mark().search(source.text)):
            return assemble(DocumentDraft(), source, self.name, options)
        return assemble(draft_of(outline_of(source.text), source, options), source, self.name, options)


@cache
def _okr_mark() -> Pattern[str]:
    """Match what tells of OKRs besides words: the label of an objective, and characters that are escaped."""
    return compile_pattern(r"&#|(?<![a-z0-9])O[ -]?[0-9一二三四五六七八九十]", ASCII | IGNORECASE)


def outline_of(text: str) -> Outline:
    """Return the outline of an HTML text; its title is its first heading where it has no `h1` and the title tells."""
    outline = Outline()
    builder = HtmlBuilder(text)
    outline.root = builder.read(0, len(text))
    title = _title(text, builder.title) if builder.title else None
    if title and tells(title.text.value) and not any(block.level == 1 for block in outline.root.children):
        section = Block("section", title, 1)
        section.children = outline.root.children
        outline.root = Block("section")
        outline.root.children = [section]
    return outline


def _title(text: str, place: tuple[int, int]) -> Line | None:
    words = Words(text)
    words.add(*place, State(), lines=False)
    return next(iter(words.take()), None)
