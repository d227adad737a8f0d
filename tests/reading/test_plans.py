"""The goals of plans, in the layouts that people write them in."""

from textwrap import dedent

import pytest
from places import assert_places

from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.project.summarising import summary_of
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source

PLANS = {
    "numbered list": (
        "markdown",
        (
            "# 2026 Annual Plan\n\n## Vision\n- Be the best\n\n## Goals\n"
            "1. Reach 100,000 downloads in Q1 (owner: Ana)\n   - run ads with 3 agencies\n"
            "2. Certify 1,000 consultants\n\n## Risks\n- 20% leave\n"
        ),
        [(None, "Reach 100,000 downloads in Q1", 100_000), (None, "Certify 1,000 consultants", 1_000)],
    ),
    "labelled headings": (
        "markdown",
        (
            "# Plan\n\n## P1: 100,000 downloads\nOwner: Ana\n\n### Steps\n- Run ads\n\n## P2: 1,000 consultants\n\n"
            "## Budget\n- 5M\n"
        ),
        [("P1", "100,000 downloads", 100_000), ("P2", "1,000 consultants", 1_000)],
    ),
    "Chinese chapters": (
        "markdown",
        (
            "# 2026 年度计划\n\n一、指导思想\n坚持用户第一。\n\n二、工作目标\n1、一季度下载量达到10万\n"
            "2、认证顾问1000名\n\n四、风险\n1、人手不足20%\n"
        ),
        [(None, "一季度下载量达到10万", 100_000), (None, "认证顾问1000名", 1_000)],
    ),
    "table": (
        "markdown",
        "# 年度目标\n\n| 编号 | 目标 | 目标值 |\n|---|---|---|\n| P1 | 下载量 | 10万 |\n| P2 | 认证顾问 | 1000名 |\n",
        [("P1", "下载量", 100_000), ("P2", "认证顾问", 1_000)],
    ),
    "YAML": (
        "yaml",
        (
            "goals:\n  - 100,000 downloads in Q1\n  - name: Revenue\n "
            "   target: 5M\n  - P4: Reach NPS 40\nrisks:\n  - none 5\n"
        ),
        [(None, "100,000 downloads in Q1", 100_000), (None, "Revenue", 5_000_000), ("P4", "Reach NPS 40", 40)],
    ),
    "CSV": ("csv", '#,Goal,Target\n1,Downloads,"100,000"\n', [(None, "Downloads", 100_000)]),
    "prose": ("markdown", "# Plan\n\nWe want to grow.\n", []),
}


def read(text: str, format: str) -> tuple[Source, Document]:
    source = Source(dedent(text), "plan")
    return source, reader_for(format, "plan").read(source, ReadingOptions(is_plan=True))


@pytest.mark.parametrize("name", PLANS)
def test_goals_with_labels_and_targets(name: str) -> None:
    format_name, text, wanted = PLANS[name]
    source, document = read(text, format_name)
    items = summary_of(document, source.text, is_plan=True).items
    assert [(item.label, item.text, item.target and item.target.value) for item in items] == wanted
    assert_places(source, document)


@pytest.mark.parametrize("format", ["markdown", "rst", "org", "html", "yaml", "json", "toml", "csv"])
def test_an_empty_plan_has_no_goals(format: str) -> None:
    assert not read("", format)[1].objectives
