"""The parts of a Word document that hold what it says.

They are parsed by defusedxml, which refuses entities, and not by python-docx: that library gives no access to tracked
changes, content controls, text boxes and numbering but through the same XML.
"""

from posixpath import join, normpath
from typing import TYPE_CHECKING, NamedTuple

from okrlint.model import Words
from okrlint.reading.containers import DAMAGED, entry, opened
from okrlint.reading.source import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

_MAIN = "word/document.xml"
_MAIN_RELATION = "/officeDocument"


class Package(NamedTuple):
    """A Word document.

    Attributes:
        body: what it says.
        styles: the definitions of its styles, None without any; likewise `numbering`.
        title: the title among its properties, "" without one.
    """

    body: "Element"
    styles: "Element | None"
    numbering: "Element | None"
    title: str


def package_of(data: bytes) -> Package:
    """Return the parts of a file.

    Raises:
        UnreadableError: for a file that is no Word document, or damaged (EN005), over a limit (EN004), or where
            defusedxml is not installed (EN008).
    """
    archive = opened(data)
    main = _main_part(archive)
    document = _part(archive, main)
    body = child(document, "body") if document is not None else None
    if body is None:
        raise UnreadableError("EN005", _FOREIGN)
    folder = main.rpartition("/")[0]
    core = _part(archive, "docProps/core.xml")
    title = child(core, "title") if core is not None else None
    return Package(
        body,
        _part(archive, join(folder, "styles.xml")),
        _part(archive, join(folder, "numbering.xml")),
        " ".join((title.text or "").split()) if title is not None else "",
    )


def local(element: "Element") -> str:
    """Return the name of an element without its namespace: documents of the strict kind use other namespaces."""
    return element.tag.rpartition("}")[2]


def child(element: "Element | None", *path: str) -> "Element | None":
    """Return the first child of this name, or its child, and so on; None where there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def children(element: "Element | None", name: str) -> "Iterator[Element]":
    """Yield the children of this name."""
    return (each for each in (element if element is not None else ()) if local(each) == name)


def value(element: "Element | None", name: str = "val") -> str:
    """Return an attribute, whatever its namespace; "" without it."""
    if element is None:
        return ""
    return next((said for key, said in element.attrib.items() if key.rpartition("}")[2] == name), "")


def number(element: "Element | None", name: str = "val", default: int = 0) -> int:
    """Return an attribute that is a whole number, or the default."""
    said = value(element, name)
    digits = said.removeprefix("-")
    return int(said) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else default


def is_on(element: "Element | None") -> bool:
    """Whether an element that switches something on is there and does not say that it is off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def _main_part(archive: "ZipFile") -> str:
    for relation in children(_part(archive, "_rels/.rels"), "Relationship"):
        if value(relation, "Type").endswith(_MAIN_RELATION):
            return normpath(value(relation, "Target").lstrip("/"))
    return _MAIN


def _part(archive: "ZipFile", name: str) -> "Element | None":
    data = entry(archive, name)
    return None if data is None else _parsed(data)


def _parsed(data: bytes) -> "Element":
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import fromstring
    except ImportError:
        raise UnreadableError("EN008", _NO_LIBRARY) from None
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise UnreadableError("EN005", _ENTITIES) from None
    except (SyntaxError, ValueError, LookupError):  # ParseError is a SyntaxError; unknown encodings are the others
        raise UnreadableError("EN005", DAMAGED) from None
    return root


_NO_LIBRARY = Words(
    "Word documents need a library that is not installed; run: pip install 'okrlint[docx]'",
    "读取 Word 文档所需的库没有安装；请运行：pip install 'okrlint[docx]'",
)
_FOREIGN = Words(
    "is no Word document, although its name says so; name it after what it is, or save it as .docx",
    "文件名虽为 Word 文档，内容却不是；请改用正确的扩展名，或另存为 .docx",
)
_ENTITIES = Words(
    "declares a document type or entities, as no word processor does; save it anew, or exclude it",
    "其中声明了文档类型或实体，文字处理软件不会这样写；请重新保存，或将它排除",
)
