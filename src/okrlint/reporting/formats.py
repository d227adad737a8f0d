"""The output formats that come with okrlint."""

from okrlint.reporting.interface import ReporterRef

REPORTERS = (
    ReporterRef("text", "okrlint.reporting.text:TextReporter"),
    ReporterRef("compact", "okrlint.reporting.compact:CompactReporter"),
    ReporterRef("json", "okrlint.reporting.json:JsonReporter"),
    ReporterRef("jsonl", "okrlint.reporting.jsonl:JsonLinesReporter"),
    ReporterRef("sarif", "okrlint.reporting.sarif:SarifReporter"),
    ReporterRef("github", "okrlint.reporting.github:GithubReporter"),
    ReporterRef("gitlab", "okrlint.reporting.gitlab:GitlabReporter"),
    ReporterRef("junit", "okrlint.reporting.junit:JunitReporter"),
    ReporterRef("checkstyle", "okrlint.reporting.checkstyle:CheckstyleReporter"),
    ReporterRef("rdjson", "okrlint.reporting.rdjson:RdjsonReporter"),
    ReporterRef("azure", "okrlint.reporting.azure:AzureReporter"),
    ReporterRef("markdown", "okrlint.reporting.markdown:MarkdownReporter"),
)
