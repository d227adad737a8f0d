"""A document as a few lines: what tests of layouts compare."""

from textwrap import dedent

from okrlint.model import Document, KeyResult, Objective
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.markdown.reader import MarkdownReader
from okrlint.reading.source import Source


def read_markdown(text: str, path: str = "team.md") -> Document:
    """Read an indented text as a Markdown file of this name."""
    return MarkdownReader().read(Source(dedent(text).lstrip("\n"), path), ReadingOptions())


def statements(document: Document) -> list[str]:
    """One line for each item: its label (`O` and `- KR` without one) and its statement."""
    lines = []
    for objective in document.objectives:
        lines.append(f"{objective.label or 'O'} {objective.text}")
        lines.extend(f"- {result.label or 'KR'} {result.text}" for result in objective.key_results)
    return lines


def facts(item: Objective | KeyResult) -> dict[str, object]:
    """What is set of an item, as plain values; what it inherits has a name of its own."""
    metric = item.metric if isinstance(item, KeyResult) else None
    found = {
        "owners": [str(owner) for owner in item.owners],
        "inherited_owners": [str(owner) for owner in item.owners_inherited],
        "due": str(item.deadline.value) if item.deadline and not item.deadline_inherited else None,
        "confidence": item.confidence.value if item.confidence else None,
        "weight": item.weight.value if item.weight else None,
        "score": item.score.value if item.score else None,
        "baseline": metric.baseline.value if metric and metric.baseline else None,
        "target": metric.target.value if metric and metric.target else None,
        "current": metric.current.value if metric and metric.current else None,
    }
    return {name: value for name, value in found.items() if value not in (None, [])}
