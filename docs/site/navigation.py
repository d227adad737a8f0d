"""What stands where in the navigation, in both languages."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Group(NamedTuple):
    """Pages under one heading of the navigation; those that there are not are left out."""

    en: str
    zh: str
    pages: tuple[str, ...]


GROUPS = (
    Group("Start", "开始", ("tutorial",)),
    Group("Writing OKRs", "撰写 OKR", ("formats", "suppression", "fixes", "files")),
    Group("Beyond one document", "不止一份文档", ("alignment", "graph", "history")),
    Group("Running it in CI", "在 CI 中运行", ("ci", "baseline", "configuration", "output")),
    Group("Using the library", "使用程序库", ("api",)),
    Group("Writing rules", "编写规则", ("writing-rules", "plugins")),
    Group("Look up", "查阅", ("rules/index", "reference")),
    Group("Background", "背景", ("design", "performance", "scaling", "sources", "changelog")),
)
REST = Group("More", "其他", ())
"""Where pages go that no group names, so that none is left out."""

FAMILIES = {
    "OB": ("Objectives", "目标"),
    "KW": ("Key results", "关键结果"),
    "OW": ("Owners", "负责人"),
    "TM": ("Dates and cycles", "日期与周期"),
    "CF": ("Confidence", "信心指数"),
    "WT": ("Weights", "权重"),
    "ST": ("Structure", "结构"),
    "AL": ("Alignment", "对齐"),
    "AP": ("Action plans", "行动计划"),
    "CK": ("Check-ins and scores", "跟进与得分"),
    "HY": ("Hygiene", "书写规范"),
}
"""Families of rules, by the letters of their codes, in the order of the navigation."""

_ROW = re.compile(r"^\| \[([A-Z]+)\d+\]\(([^)]+)\.md\) \|.*$", re.MULTILINE)


def add_navigation(folder: Path, language: str) -> None:
    """Add to the start page of a folder of pages what stands in the navigation."""
    there = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md")}
    top = sorted(name for name in there if "/" not in name and name != "index")
    named = {page for group in GROUPS for page in group.pages}
    groups = [*GROUPS, REST._replace(pages=tuple(name for name in top if name not in named))]
    tables = [
        _contents((page for page in group.pages if page in there), group.zh if language == "zh" else group.en)
        for group in groups
        if there.intersection(group.pages)
    ]
    _append(folder / "index.md", *tables)


def add_families(folder: Path, language: str) -> None:
    """Write a page for each family of rules, from the table of all rules."""
    index = folder / "rules" / "index.md"
    text = index.read_text(encoding="utf-8")
    heading = "\n".join(re.findall(r"^\|(?! \[).*\|$", text, re.MULTILINE)[:2])
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in _ROW.finditer(text):
        rows.setdefault(row[1], []).append((row[0], row[2]))
    families = sorted(rows, key=lambda letters: [*FAMILIES, letters].index(letters))
    for family in families:
        title = FAMILIES.get(family, (family, family))[language == "zh"]
        table = "\n".join(row for row, _ in rows[family])
        title = f"{title}（{family}）" if language == "zh" else f"{title} ({family})"
        page = folder / "rules" / f"{family}.md"
        page.write_text(f"# {title}\n\n{heading}\n{table}\n", encoding="utf-8")
        _append(page, _contents(name for _, name in rows[family]))
    _append(index, _contents(families))


def _contents(pages: Iterable[str], caption: str = "") -> str:
    """Return the directive that puts pages into the navigation without showing them in the page itself."""
    options = [f":caption: {caption}"] if caption else []
    return "\n".join(["```{toctree}", ":hidden:", ":titlesonly:", *options, "", *pages, "```"])


def _append(page: Path, *blocks: str) -> None:
    with page.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{block}\n" for block in blocks)
