"""What the styles of a Word document say of its paragraphs: headings, lists, bold."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import TYPE_CHECKING, NamedTuple

from okrlint.reading.docx.package import child, children, is_on, number, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_BASES = 20
"""How many styles are followed that a style is based on."""

_BODY_TEXT = 9
"""The outline level that means that a paragraph is no heading."""


class Numbered(NamedTuple):
    """Where a paragraph stands in a list.

    Attributes:
        list_id: which list; "0" for none.
        level: how deep, from 0.
    """

    list_id: str
    level: int


class Look(NamedTuple):
    """What is said of a paragraph; None where nothing is said.

    Attributes:
        heading: its level, from 1; 0 for what is no heading.
        is_title: whether it is the title of the document.
        numbered: its place in a list.
        list_level: how deep a list the name of its style tells of, from 1; 0 for none.
        bold: whether its words are set in bold.
        contents: whether it stands in a table of contents.
    """

    heading: int | None = None
    is_title: bool = False
    numbered: Numbered | None = None
    list_level: int = 0
    bold: bool | None = None
    contents: bool = False


PLAIN = Look()


@cache
def _heading_name() -> Pattern[str]:
    """Match names of heading styles. Word stores them in English; other programs in the language of their user."""
    return compile_pattern(
        r"(?:heading|标题|標題|見出し|제목|titre|überschrift|título|titolo|заголовок)\s{0,2}([1-9])", IGNORECASE
    )


@cache
def _list_name() -> Pattern[str]:
    return compile_pattern(
        r"(?:list (?:bullet|number)|列表项目符号|列表编号|清單項目符號|清單號碼)\s{0,2}([2-5]?)", ASCII | IGNORECASE
    )


@cache
def _contents_name() -> Pattern[str]:
    return compile_pattern(r"(?:toc|目录|目錄)\s{0,2}(?:[1-9]|heading|标题)", ASCII | IGNORECASE)


_TITLES = ("title", "标题", "標題")


class Styles:
    """The styles of a document."""

    __slots__ = ("_elements", "_looks")

    def __init__(self, root: "Element | None") -> None:
        self._elements = {value(style, "styleId"): style for style in children(root, "style")}
        self._looks: dict[str, Look] = {}

    def look(self, style_id: str) -> Look:
        """Return what a style says, and the styles that it is based on."""
        if style_id not in self._looks:
            chain: list[Element] = []
            following = style_id
            while following in self._elements and len(chain) < _MAX_BASES:
                chain.append(self._elements[following])
                following = value(child(chain[-1], "basedOn"))
            look = PLAIN
            for style in reversed(chain):
                look = _merged(look, _look_of_style(style))
            self._looks[style_id] = look
        return self._looks[style_id]

    def of_paragraph(self, paragraph: "Element") -> Look:
        """Return what is said of a paragraph, by itself or by its style."""
        properties = child(paragraph, "pPr")
        return _merged(self.look(value(child(properties, "pStyle"))), _look_of_properties(properties))


def _merged(base: Look, own: Look) -> Look:
    numbered = own.numbered
    if numbered and not numbered.list_id and base.numbered:  # only the level is said
        numbered = Numbered(base.numbered.list_id, numbered.level)
    return Look(
        base.heading if own.heading is None else own.heading,
        own.is_title or (base.is_title and own.heading is None),
        numbered or base.numbered,
        own.list_level or base.list_level,
        base.bold if own.bold is None else own.bold,
        own.contents or base.contents,
    )


def _look_of_style(style: "Element") -> Look:
    look = _look_of_properties(child(style, "pPr"))
    name = value(child(style, "name")).strip()
    heading, listed = _heading_name().fullmatch(name), _list_name().fullmatch(name)
    bold = child(style, "rPr", "b")
    return look._replace(
        heading=int(heading[1]) if heading else look.heading,
        is_title=name.lower() in _TITLES,
        list_level=int(listed[1] or 1) if listed else 0,
        bold=None if bold is None else is_on(bold),
        contents=_contents_name().match(name) is not None,
    )


def _look_of_properties(properties: "Element | None") -> Look:
    """Return what the properties of a paragraph say themselves."""
    outline, listed = child(properties, "outlineLvl"), child(properties, "numPr")
    heading = None
    if outline is not None:
        level = number(outline, default=_BODY_TEXT)
        heading = level + 1 if 0 <= level < _BODY_TEXT else 0
    if listed is None:
        return Look(heading)
    return Look(heading, numbered=Numbered(value(child(listed, "numId")), number(child(listed, "ilvl"))))
