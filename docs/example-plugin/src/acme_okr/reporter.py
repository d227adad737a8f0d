"""The output format that Acme's spreadsheet takes in."""

from collections import Counter

from okrlint.plugins import Finding, Report, Style

_HEADS = {
    "en": ("file", "code", "name", "severity", "findings"),
    "zh": ("文件", "代码", "名称", "严重程度", "数量"),
}


class TallyReporter:
    """Writes how often each rule finds something in each file: tab-separated, the most findings of a file first."""

    name = "tally"

    def render(self, report: Report, style: Style) -> str:
        """Return a line of heads, and one for each rule and file."""
        counts = Counter(map(_key, report.findings))
        rows = sorted(counts.items(), key=lambda row: (row[0][0], -row[1], row[0]))
        lines = [_HEADS.get(style.language, _HEADS["en"]), *((*key, str(count)) for key, count in rows)]
        return "".join("\t".join(map(_cell, line)) + "\n" for line in lines)


def _key(finding: Finding) -> tuple[str, str, str, str]:
    return finding.path, finding.code, finding.name, finding.severity.label


def _cell(words: str) -> str:
    """Return words that end neither a cell nor a line, and have nothing in them that cannot be written or seen.

    Names of files may hold whatever a file system takes.
    """
    return "".join(char if char.isprintable() else "?" for char in words)
