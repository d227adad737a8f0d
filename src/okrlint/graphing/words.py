"""The words of a picture in both languages, and the words of documents as a picture has room for them."""

from okrlint.graphing.interface import Graph, Group, Kind, LinkKind, Node
from okrlint.linting.interface import Severity
from okrlint.model import Words
from okrlint.reporting.width import clip, width, wrap
from okrlint.reporting.words import SEVERITY, counted

TITLE = Words("Alignment of OKRs", "OKR 对齐图")
KIND: dict[Kind, Words] = {
    "objective": Words("objective", "目标"),
    "key_result": Words("key result", "关键结果"),
    "document": Words("document as a whole", "整份文档"),
    "missing": Words("not there", "不存在"),
}
LINK: dict[LinkKind, Words] = {
    "supports": Words("supports", "支撑"),
    "ambiguous": Words("may support one of several", "可能支撑其中之一"),
    "missing": Words("names what is not there", "所指不存在"),
}
PLAN = Words("plan", "计划")
NO_CYCLE = Words("no cycle", "未注明周期")
NOTHING = Words("nothing to draw: no objective was found", "没有可绘制的内容：没有找到目标")
MARK: dict[Severity, str] = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●", Severity.HINT: "○"}
"""What tells severities apart where no colour does."""

_LONGEST = 400
"""Characters of a text that are looked at for the few lines that there is room for."""


def lines_of(text: str, cells: int, most: int, first: int = 0) -> list[str]:
    """Return a text on a few lines; where it does not fit, the last ends with "…".

    Args:
        text: on one line.
        cells: the room of a line; a Chinese character takes two.
        most: lines at most.
        first: cells of the first line that are taken.
    """
    lead = "x" * first  # no blank: the text may begin on the next line, but never in the middle of a word
    lines = wrap(f"{lead}{text[:_LONGEST]}", cells)
    if len(lines) > most or len(text) > _LONGEST:
        lines = lines[:most]
        lines[-1] = clip(lines[-1], cells - 1).rstrip() + "…"
    lines[0] = lines[0][first:]
    return lines


def abridged(text: str, cells: int) -> str:
    """Return a text that takes so many cells at most; where it was longer, it ends with "…"."""
    short = text[:_LONGEST]
    if len(short) == len(text) and width(short) <= cells:
        return text
    return clip(short, cells - 1).rstrip() + "…"


def heading(group: Group, graph: Graph) -> str:
    """Return the name of a group as it is shown."""
    name = group.name or NO_CYCLE.in_language(graph.language)
    return f"{name} · {PLAN.in_language(graph.language)}" if group.is_plan and graph.grouping != "cycle" else name


def full(node: Node, graph: Graph) -> str:
    """Return all that there is to say of a node, on a few lines."""
    is_chinese = graph.language == "zh"
    colon, comma = ("：", "、") if is_chinese else (": ", ", ")
    named = graph.nodes[node.parent].label + " " + node.label if node.parent is not None else node.label
    what = KIND[node.kind].in_language(graph.language) if node.kind in ("document", "missing") else named
    parts = [f"{what}{colon}{node.text}"]
    if node.owners:
        parts.append(("负责人" if is_chinese else "owner") + colon + comma.join(node.owners))
    if node.path:
        parts.append(node.path)
    if node.severity is not None:
        parts.append(severity_of(node, graph.language))
    return "\n".join(parts)


def severity_of(node: Node, language: str) -> str:
    """Say how bad the findings of a node are that has some."""
    name = SEVERITY[node.severity or Severity.HINT].in_language(language)
    if language == "zh":
        return f"{node.findings} 条问题，最重的是{name}"
    return f"{counted(node.findings, 'finding')}, the worst: {name}"


def sums(graph: Graph) -> str:
    """Say how much a graph shows."""
    nodes = [node.kind for node in graph.nodes]
    objectives, key_results = nodes.count("objective"), nodes.count("key_result")
    if graph.language == "zh":
        return f"{objectives} 个目标，{key_results} 条关键结果，{len(graph.edges)} 条链接"
    return ", ".join(
        counted(count, noun)
        for count, noun in ((objectives, "objective"), (key_results, "key result"), (len(graph.edges), "link"))
    )
