"""The readers and reporters that come with okrlint, through the same hooks as everybody's."""

from okrlint.hooks import hookimpl
from okrlint.reading.interface import ReaderRef
from okrlint.reporting.formats import REPORTERS
from okrlint.reporting.interface import ReporterRef


@hookimpl
def okrlint_readers() -> tuple[ReaderRef, ...]:
    """Return the readers, the most particular last."""
    return (
        ReaderRef("markdown", (".md", ".markdown", ".mdx"), "okrlint.reading.markdown.reader:MarkdownReader"),
        ReaderRef("rst", (".rst", ".rest"), "okrlint.reading.rst.reader:RstReader"),
        ReaderRef("org", (".org",), "okrlint.reading.org.reader:OrgReader"),
        ReaderRef("html", (".html", ".htm"), "okrlint.reading.html.reader:HtmlReader"),
        ReaderRef("docx", (".docx", ".docm"), "okrlint.reading.docx.reader:DocxReader"),
        ReaderRef("csv", (".csv", ".tsv"), "okrlint.reading.csv.reader:CsvReader"),
        ReaderRef("xlsx", (".xlsx", ".xlsm"), "okrlint.reading.xlsx.reader:XlsxReader"),
        ReaderRef("toml", (".toml",), "okrlint.reading.toml.reader:TomlReader"),
        ReaderRef("json", (".json", ".jsonl"), "okrlint.reading.json.reader:JsonReader"),
        ReaderRef("yaml", (".yaml", ".yml"), "okrlint.reading.yaml.reader:YamlReader"),
    )


@hookimpl
def okrlint_reporters() -> tuple[ReporterRef, ...]:
    """Return the output formats."""
    return REPORTERS
