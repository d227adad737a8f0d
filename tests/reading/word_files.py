"""Word documents that tests write: plain XML in a ZIP file, so that every construct can be had."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
STYLES = """
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="My heading"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="b2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="num"><w:name w:val="Steps"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="目标%1："/></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="KR%2."/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
"""


def word_file(body: str, *, title: str = "", extra: dict[str, str] | None = None) -> bytes:
    """Return a Word document with this body."""
    parts = {
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {_NAMESPACES}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_NAMESPACES}>{NUMBERING}</w:numbering>",
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{p('Header')}</w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {_NAMESPACES}><w:footnote>{p('Footnote')}</w:footnote></w:footnotes>",
        "docProps/core.xml": f'<c:p xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></c:p>',
        **(extra or {}),
    }  # fmt: skip
    return zipped(parts)


def zipped(parts: dict[str, str]) -> bytes:
    """Return a ZIP file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(words: str, properties: str = "") -> str:
    """Return a paragraph; words that begin with `<` are XML as they are."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words if words.startswith('<') else r(words)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def styled(words: str, style: str) -> str:
    """Return a paragraph of a style."""
    return p(words, f'<w:pStyle w:val="{style}"/>')


def item(words: str, level: int = 0, list_id: int = 1) -> str:
    """Return an item of a list."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def table(*rows: list[str]) -> str:
    """Return a table; cells that begin with `<` are XML as they are."""
    cells = ("".join(cell if cell.startswith("<") else tc(cell) for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def tc(words: str, properties: str = "") -> str:
    """Return a cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{words if words.startswith('<') else p(words)}</w:tc>"
