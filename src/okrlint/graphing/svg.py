"""The alignment as an SVG picture: one file, without a script and without anything from elsewhere."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrlint.graphing.boxes import CARD, INDENT
from okrlint.graphing.interface import Graph, Kind, LinkKind, Node
from okrlint.graphing.layout import Drawing, Rect, layout
from okrlint.graphing.routes import Line
from okrlint.graphing.words import KIND, LINK, NOTHING, TITLE, abridged, full, heading, lines_of, sums
from okrlint.linting.interface import Severity
from okrlint.reporting.width import width
from okrlint.reporting.words import SEVERITY
from okrlint.reporting.xml import escaped

_CELL = 6.2
"""Width of a cell of text of 12 px: half of a Chinese character, and of Latin ones about the mean."""
_LINE, _PADDING = 16, 8
_LEFT, _RIGHT = 12, 24
"""Room beside the text of a card; on the right a mark stands."""
_LINES = 3
_HEAD = 64
"""Room for the title, and the legend below it."""
_LEGEND_LINE = 22
_LEAST_WIDTH = 360
_SUMS = 220
"""Where the sums stand, beside the title, at most."""

_MARKS: dict[Severity, str] = {
    Severity.ERROR: "M3.5,0h5l3.5,3.5v5l-3.5,3.5h-5l-3.5,-3.5v-5zM3.6,3.6l4.8,4.8M8.4,3.6l-4.8,4.8",
    Severity.WARNING: "M6,.5l6,11h-12zM6,4v4M6,9.3v1",
    Severity.INFO: "M6,0a6,6 0 1 1 -.01,0zM6,2.6v1.2M6,5v4.4",
    Severity.HINT: "M6,1l5,5l-5,5l-5,-5z",
}
"""The marks of severities, in a square of 12: an octagon, a triangle, a circle and a rhombus."""

PALETTE: dict[str, tuple[str, str]] = {
    "paper": ("#ffffff", "#0d1117"),
    "ink": ("#1f2328", "#e6edf3"),
    "soft": ("#59636e", "#9198a1"),
    "frame": ("#f6f8fa", "#151b23"),
    "rim": ("#818b98", "#656c76"),
    "card": ("#ffffff", "#1c232c"),
    "line": ("#59636e", "#9198a1"),
    "error": ("#a40e26", "#ff7b72"),
    "error-card": ("#ffebe9", "#3c1618"),
    "warning": ("#8a5a00", "#e3b341"),
    "warning-card": ("#fff4d6", "#352a0c"),
    "info": ("#0757b3", "#79c0ff"),
    "info-card": ("#e4f3ff", "#11273f"),
    "hint": ("#59636e", "#9198a1"),
    "hint-card": ("#f0f3f6", "#232a33"),
}
"""Colours by what they are for, on a light and on a dark background."""

_FONT = (
    'system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans SC","Noto Sans CJK SC","PingFang SC",'
    '"Hiragino Sans GB","Microsoft YaHei","PingFang TC","Microsoft JhengHei",sans-serif'
)
_SHAPE = (
    f"text{{font:12px {_FONT}}}.t{{font-size:17px;font-weight:600}}.g{{font-size:13px;font-weight:600}}"
    ".l{font-weight:700}.f,.k{stroke-width:1}.d{stroke-width:1.5}.b{stroke-width:1;stroke-dasharray:2 4}"
    ".m{stroke-dasharray:5 3}.e{fill:none;stroke-width:1.5;stroke-linecap:round}.e2{stroke-dasharray:6 5}"
    ".e3{stroke-dasharray:2 4}g:hover>.e{stroke-width:3.5}.s{stroke-width:1.4;stroke-linejoin:round}"
)
_KIND_CLASS: dict[Kind, str] = {"objective": "k", "key_result": "k", "document": "d", "missing": "k m"}
_LINK_CLASS: dict[LinkKind, str] = {"supports": "e", "ambiguous": "e e2", "missing": "e e3 r"}


class _Text(NamedTuple):
    """The words of a card."""

    label: str
    lines: list[str]
    room: float


def render(graph: Graph) -> str:
    """Return a graph as an SVG picture."""
    texts = [_text_of(node) for node in graph.nodes]
    heights = {number: len(text.lines) * _LINE + 2 * _PADDING - 2.0 for number, text in enumerate(texts)}
    return "\n".join(_picture(graph, layout(graph, heights), texts)) + "\n"


def _text_of(node: Node) -> _Text:
    room = CARD - (INDENT if node.parent is not None else 0) - _LEFT - _RIGHT
    cells = int(room / _CELL)
    label = abridged("?" if node.kind == "missing" else node.label, cells // 2)
    taken = width(label) + 1 if label else 0
    return _Text(label, lines_of(node.text, cells, _LINES, taken), room)


def _picture(graph: Graph, drawing: Drawing, texts: Sequence[_Text]) -> Iterator[str]:
    least = max(drawing.width, _LEAST_WIDTH, _SUMS + width(sums(graph)) * 6.8)
    legend = list(_legend(graph, least))
    head = _HEAD + _LEGEND_LINE * max((entry.line for entry in legend), default=0)
    across, down = _whole(least), _whole(drawing.height + head)
    language = "zh" if graph.language == "zh" else "en"
    title = TITLE.in_language(language)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" height="{down}" '
        f'role="img" xml:lang="{language}" aria-labelledby="okr-title okr-desc">'
    )
    yield f'<title id="okr-title">{escaped(title)}</title>'
    yield f'<desc id="okr-desc">{escaped(sums(graph))}</desc>'
    yield f"<style>{_SHAPE}{_colours(0)}@media (prefers-color-scheme:dark){{{_colours(1)}}}</style>"
    yield f'<rect class="p" width="{across}" height="{down}"/>'
    yield f'<text class="t" x="24" y="32">{escaped(title)}<tspan class="q" font-size="12" font-weight="400" dx="14">'
    yield f"{escaped(sums(graph))}</tspan></text>"
    for entry in legend:
        yield f'<g transform="translate({_whole(entry.x)},{46 + entry.line * _LEGEND_LINE})">{entry.drawn}</g>'
    if not graph.nodes:
        yield f'<text x="24" y="{head}">{escaped(NOTHING.in_language(language))}</text>'
    yield f'<g transform="translate(0,{head})">'
    yield from _frames(graph, drawing)
    yield from (_line(line, graph) for line in drawing.lines)
    yield from (_card(node, texts[node.number], drawing.cards[node.number], graph) for node in graph.nodes)
    yield "</g>"
    yield "</svg>"


def _frames(graph: Graph, drawing: Drawing) -> Iterator[str]:
    for number, rect in drawing.bands:
        name = heading(graph.groups[number], graph)
        yield f'<rect class="b" {_place(rect)} rx="6"/>'
        yield f'<text class="g" x="{_whole(rect.x + 14)}" y="{_whole(rect.y + 20)}">{escaped(name)}</text>'
    for number, rect in drawing.frames.items():
        group = graph.groups[number]
        name = heading(group, graph)
        short = abridged(name, int(CARD / (_CELL * 13 / 12 * 1.06)))
        tip = f"<title>{escaped(name)}</title>" if short != name else ""
        yield f'<rect class="{"f d" if group.is_plan else "f"}" {_place(rect)} rx="6"/>'
        x, y = _whole(drawing.headings[number]), _whole(rect.y + 20)
        yield f'<text class="g" x="{x}" y="{y}">{escaped(short)}{tip}</text>'


def _line(line: Line, graph: Graph) -> str:
    kind = LINK[line.trunk.kind].in_language(graph.language)
    target = graph.nodes[line.trunk.target]
    beginnings = ", ".join(graph.nodes[source].label or graph.nodes[source].text for source in line.sources[:20])
    more = "…" if len(line.sources) > 20 else ""
    tip = f"{beginnings}{more} → {target.label or target.text} ({kind})"
    tips = f'<path class="{"a r" if line.trunk.kind == "missing" else "a"}" d="{line.tips}"/>'
    return f'<g><title>{escaped(tip)}</title><path class="{_LINK_CLASS[line.trunk.kind]}" d="{line.path}"/>{tips}</g>'


def _card(node: Node, text: _Text, rect: Rect, graph: Graph) -> str:
    severity = "" if node.severity is None else f" {_SEVERITY_CLASS[node.severity]}"
    radius = 2 if node.kind == "key_result" else 5
    parts = [f"<g><title>{escaped(full(node, graph))}</title>"]
    parts.append(f'<rect class="{_KIND_CLASS[node.kind]}{severity}" {_place(rect)} rx="{radius}"/>')
    if node.severity is not None:
        parts.append(
            f'<path class="s{severity}" transform="translate({_whole(rect.x + rect.width - 18)},{_whole(rect.y + 6)})" '
            f'd="{_MARKS[node.severity]}"/>'
        )
    x, y = _whole(rect.x + _LEFT), rect.y + _PADDING + 11
    for at, line in enumerate(text.lines):
        label = f'<tspan class="l">{escaped(text.label)}</tspan> ' if at == 0 and text.label else ""
        words = f"{text.label} {line}" if label else line
        needed = _needed(words)
        # Letters may be broader than the mean: they are pressed together then, and never stand beside their card.
        squeezed = f' textLength="{_whole(text.room)}" lengthAdjust="spacingAndGlyphs"' if needed > text.room else ""
        parts.append(f'<text x="{x}" y="{_whole(y + at * _LINE)}"{squeezed}>{label}{escaped(line)}</text>')
    parts.append("</g>")
    return "".join(parts)


_NARROW, _BROAD = frozenset("iljtfrI.,;:'|!()[] "), frozenset("mwMW@%&ABCDEGHKNOPQRUVXYZ")


def _needed(text: str) -> float:
    """Return about how wide a line of 12 px is."""
    if not text.isascii():
        return sum(3.6 if char in _NARROW else 9.0 if char in _BROAD else _CELL * width(char) for char in text)
    return sum(3.6 if char in _NARROW else 9.0 if char in _BROAD else 6.6 for char in text)


class _Entry(NamedTuple):
    """Something in the legend."""

    line: int
    x: float
    drawn: str


def _legend(graph: Graph, room: float) -> Iterator[_Entry]:
    """Yield what the picture's signs mean, those that it has, on as many lines as it takes."""
    signs: list[tuple[str, float, str]] = []
    kinds = {node.kind for node in graph.nodes}
    for kind, words in KIND.items():
        if kind in kinds:
            radius = 2 if kind == "key_result" else 5
            drawn = f'<rect class="{_KIND_CLASS[kind]}" x="0" y="1" width="24" height="14" rx="{radius}"/>'
            signs.append((drawn, 30, words.in_language(graph.language)))
    links = {edge.kind for edge in graph.edges}
    for link, words in LINK.items():
        if link in links:
            tip = f'<path class="{"a r" if link == "missing" else "a"}" d="M32,8l-9,-4.5v9z"/>'
            drawn = f'<path class="{_LINK_CLASS[link]}" d="M0,8H24"/>{tip}'
            signs.append((drawn, 38, words.in_language(graph.language)))
    severities = {node.severity for node in graph.nodes}
    for severity, title in SEVERITY.items():
        if severity in severities:
            drawn = f'<path class="s {_SEVERITY_CLASS[severity]}" transform="translate(0,2)" d="{_MARKS[severity]}"/>'
            signs.append((drawn, 18, title.in_language(graph.language)))
    line, x = 0, 24.0
    for drawn, sign, said in signs:
        needed = sign + width(said) * 6.8 + 20
        if x > 24 and x + needed > room:
            line, x = line + 1, 24.0
        yield _Entry(line, x, f'{drawn}<text x="{_whole(sign)}" y="12">{escaped(said)}</text>')
        x += needed


_SEVERITY_CLASS: dict[Severity, str] = {
    Severity.ERROR: "E",
    Severity.WARNING: "W",
    Severity.INFO: "I",
    Severity.HINT: "H",
}


def _colours(scheme: int) -> str:
    """Return the colours of the classes; by name, not through variables, which few programs but browsers know."""
    colour = {name: both[scheme] for name, both in PALETTE.items()}
    rules = [
        f".p{{fill:{colour['paper']}}}text{{fill:{colour['ink']}}}.q{{fill:{colour['soft']}}}",
        f".f{{fill:{colour['frame']};stroke:{colour['rim']}}}.b{{fill:none;stroke:{colour['rim']}}}",
        f".k,.d{{fill:{colour['card']};stroke:{colour['rim']}}}.m{{fill:{colour['paper']};stroke:{colour['soft']}}}",
        f".d{{stroke:{colour['ink']}}}.e{{stroke:{colour['line']}}}.a{{fill:{colour['line']}}}",
        f".e.r{{stroke:{colour['error']}}}.a.r{{fill:{colour['error']}}}",
    ]
    for severity, name in _SEVERITY_CLASS.items():
        line, card = colour[severity.label], colour[f"{severity.label}-card"]
        rules.append(f".{name}{{fill:{card};stroke:{line}}}")
    return "".join(rules)


def _place(rect: Rect) -> str:
    return f'x="{_whole(rect.x)}" y="{_whole(rect.y)}" width="{_whole(rect.width)}" height="{_whole(rect.height)}"'


def _whole(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
