"""Draws ratios as a picture in SVG: for each peer a dot at what okrlint takes of its time, on a logarithmic scale.

The colours follow the reader's preference for light or dark, and it has a background of its own, so that it can be read
on any page.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, log10
from typing import NamedTuple
from unicodedata import east_asian_width
from xml.sax.saxutils import escape

import wording
from figures import Figures, Ratio, ratio

from okrlint.model import Words

_WIDTH = 760
_LINE = 26
_SIZE = 13
"""Of letters, in pixels."""
_STYLE = f"""
svg {{ --paper: #ffffff; --ink: #1f2328; --pale: #d1d9e0; --soft: #59636e; --dot: #0969da; }}
@media (prefers-color-scheme: dark) {{
  svg {{ --paper: #0d1117; --ink: #e6edf3; --pale: #3d444d; --soft: #9198a1; --dot: #58a6ff; }}
}}
text {{ fill: var(--ink); font: {_SIZE}px system-ui, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; }}
.heading {{ font-weight: 600; }}
.soft {{ fill: var(--soft); }}
.number {{ fill: var(--soft); paint-order: stroke; stroke: var(--paper); stroke-width: 5px; }}
.row {{ stroke: var(--pale); stroke-dasharray: 1 4; }}
.grid {{ stroke: var(--pale); }}
.one {{ stroke: var(--soft); stroke-width: 1.5; }}
.plain {{ fill: var(--dot); stroke: var(--dot); stroke-width: 2; }}
.warm {{ fill: var(--paper); stroke: var(--dot); stroke-width: 2; }}
""".strip()
_TITLE = Words("okrlint's time, in times that of other programs", "okrlint 的耗时相当于其他程序的多少倍")
_NOTE = Words("left of 1: okrlint is faster", "1 的左边：okrlint 更快")
_PLOTTED = ("start", "thousand", "ten-thousand")


class Mark(NamedTuple):
    """A line of the picture.

    Attributes:
        label: what is compared; empty for a heading of that title.
        plain: of a run without a cache; `warm` of one with.
    """

    label: str
    title: str = ""
    plain: Ratio | None = None
    warm: Ratio | None = None


def marks(figures: Figures, language: str) -> Iterator[Mark]:
    """Yield the lines of the picture from above."""
    for case in _PLOTTED:
        found = [mark for kind in wording.KINDS for mark in _marks(figures, case, kind, language)]
        if found:
            yield Mark("", wording.CASES[case].in_language(language))
            yield from found


def _marks(figures: Figures, case: str, kind: str, language: str) -> Iterator[Mark]:
    plain, warm = (figures.row(case, "okrlint", kind, [how]) for how in ("", "warm"))
    for other in figures.rows(case, kind=kind):
        value = ratio(plain, other)
        if other.tool != "okrlint" and value is not None:
            of = Words(": ", "：").in_language(language)
            label = f"{wording.kind(other, language)}{of}{wording.tool(other.tool, language)}"
            yield Mark(label, plain=value, warm=ratio(warm, other))


def draw(figures: Figures, language: str) -> str:
    """Return the picture."""
    lines = list(marks(figures, language))
    values = [each.value for mark in lines for each in (mark.plain, mark.warm) if each]
    left = max((_breadth(mark.label or mark.title) for mark in lines), default=0) + 32
    right = _WIDTH - 112  # numbers stand beside the dots
    low, high = floor(log10(min([0.1, *values]))), ceil(log10(max([1, *values])))

    def across(value: float) -> float:
        return left + (log10(value) - low) / (high - low) * (right - left)

    top, bottom = 72, 72 + len(lines) * _LINE
    parts = [
        _text(16, 26, _TITLE.in_language(language), "heading"),
        *_legend(any(mark.warm for mark in lines), language),
    ]
    for power in range(low, high + 1):
        x, name = across(10**power), f"{10**power:g}"
        style = "one" if power == 0 else "grid"
        parts.append(f'<line class="{style}" x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}"/>')
        parts.append(_text(x, bottom + 18, name, "soft", "middle"))
    for number, mark in enumerate(lines):
        y = top + number * _LINE + _LINE / 2
        if mark.title:
            parts.append(_text(16, y + 5, mark.title, "heading"))
            continue
        parts.append(_text(24, y + 4.5, mark.label))
        parts.append(f'<line class="row" x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}"/>')
        dots = [(kind, value) for kind, value in (("warm", mark.warm), ("plain", mark.plain)) if value]
        for kind, value in dots:
            parts.append(f'<circle class="{kind}" cx="{across(value.value):.1f}" cy="{y:.1f}" r="5"/>')
        last = max((value for _, value in dots), key=lambda value: value.value)
        told = _numbers(mark)
        parts.append(_text(across(last.value) + 11, y + 4.5, told, "number"))
    return _svg(parts, bottom + 32, _TITLE.in_language(language), _described(lines))


def _numbers(mark: Mark) -> str:
    return " / ".join(wording.times(value) for value in (mark.plain, mark.warm) if value)


def _legend(has_warm: bool, language: str) -> Iterator[str]:
    x = 16.0
    for style, how in (("plain", ""), ("warm", "warm"))[: 2 if has_warm else 1]:
        name = wording.how(how, language)
        yield f'<circle class="{style}" cx="{x + 6:.1f}" cy="48" r="5"/>'
        yield _text(x + 18, 52.5, name, "soft")
        x += 34 + _breadth(name)
    yield _text(x, 52.5, _NOTE.in_language(language), "soft")


def _described(lines: Sequence[Mark]) -> str:
    """Return what the picture shows, for those who do not see it."""
    return "; ".join(mark.title or f"{mark.label} {_numbers(mark)}" for mark in lines)


def _svg(parts: Sequence[str], height: int, title: str, description: str) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    paper = f'<rect width="{_WIDTH}" height="{height}" rx="8" style="fill: var(--paper)"/>'
    about = f"<title>{escape(title)}</title>\n<desc>{escape(description)}</desc>\n<style>\n{_STYLE}\n</style>"
    return "\n".join([f'{head} role="img">', about, paper, *parts, "</svg>", ""])


def _text(x: float, y: float, words: str, style: str = "", anchor: str = "") -> str:
    told = "".join(f' {name}="{value}"' for name, value in (("class", style), ("text-anchor", anchor)) if value)
    return f'<text x="{x:.1f}" y="{y:.1f}"{told}>{escape(words)}</text>'


def _breadth(words: str) -> float:
    """Return about how wide words are in pixels; rather too much than too little."""
    return sum(_SIZE if east_asian_width(letter) in "FW" else _SIZE * 0.56 for letter in words)
