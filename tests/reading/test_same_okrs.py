"""The same OKRs say the same, whatever the format is that they are written in."""

from typing import Any

import pytest
from places import assert_sound
from word_files import item, p, r, styled, table, word_file

from okrlint.model import Document, KeyResult
from okrlint.reading.docx.reader import DocxReader
from okrlint.reading.html.reader import HtmlReader
from okrlint.reading.interface import Reader, ReadingOptions, open_source
from okrlint.reading.markdown.reader import MarkdownReader

MARKDOWN = """# Growth OKRs 2026 Q2

## O1: Win & keep regulars

- KR1: Sign-ups rise from 400 to 900
  - Owner: Ana
- **KR2:** Churn falls from 8% to 4% by 2026-05-31

## 目标二：提升客户留存

| 关键结果 | 负责人 | 截止日期 |
|---|---|---|
| KR1：月活从 10 万提升到 15 万 | 张三 | 2026-06-30 |
"""
HTML = """<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body><nav>Home</nav>
<h1>Growth OKRs 2026&nbsp;Q2</h1>
<h2>O1: Win &amp; keep regulars</h2>
<ul><li>KR1: Sign-ups rise
  from 400 to 900<ul><li>Owner: Ana</ul><li><b>KR2:</b> Churn falls from 8% to 4% by 2026-05-31</ul>
<h2>目标二：提升客户留存</h2>
<table><tr><th>关键结果<th>负责人<th>截止日期
<tr><td><p>KR1：月活从 10 万提升到 15 万</p><td><a href=x>张三</a><td>2026-06-30</table></body></html>
"""
SPANS = """<html><body><div>
<p class="c1"><span style="font-weight:700">Growth OKRs 2026 Q2</span></p>
<p><strong><span>O1: Win &amp; keep regulars</span></strong></p>
<ul><li><span>KR1: Sign-ups rise </span><span>from 400 to 900</span><ul><li><span>Owner: Ana</span></li></ul></li>
<li>KR2: Churn falls from 8% to 4% by 2026-05-31</li></ul>
<p><strong>目标二：提升客户留存</strong></p>
<p>KR1：月活从 10 万提升到 15 万（负责人：张三，截止：2026-06-30）</p></div></body></html>
"""
WORD = word_file(
    styled("Growth OKRs 2026 Q2", "t")
    + styled("O1: Win &amp; keep regulars", "1")
    + item(r("KR1: Sign-ups ") + f"<w:ins>{r('rise ')}</w:ins>" + r("from 400 to 900"))
    + item("Owner: Ana", 1)
    + item(r("KR2:", "<w:b/>") + r(" Churn falls from 8% to 4% by 2026-05-31"))
    + styled("目标二：提升客户留存", "1")
    + table(["关键结果", "负责人", "截止日期"], ["KR1：月活从 10 万提升到 15 万", "张三", "2026-06-30"])
)
PLAIN_WORD = word_file(
    p("Growth OKRs 2026 Q2")
    + p("O1: Win &amp; keep regulars")
    + p("- KR1: Sign-ups rise from 400 to 900")
    + p("- Owner: Ana", '<w:ind w:left="480"/>')
    + p("- KR2: Churn falls from 8% to 4% by 2026-05-31")
    + p("目标二：提升客户留存")
    + p("（1）KR1：月活从 10 万提升到 15 万（负责人：张三，截止：2026-06-30）")
)


def read(reader: Reader, data: bytes, path: str) -> Document:
    source = open_source(reader, data, path)
    document = reader.read(source, ReadingOptions())
    assert_sound(source, document)
    return document


def facts(document: Document) -> list[Any]:
    """Return what a document says, without places."""
    return [
        (objective.label, str(objective.text), [_facts(result) for result in objective.key_results])
        for objective in document.objectives
    ]


def _facts(result: KeyResult) -> dict[str, Any]:
    metric, deadline = result.metric, result.deadline
    return {
        "label": result.label,
        "text": str(result.text),
        "baseline": metric and metric.baseline and metric.baseline.value,
        "target": metric and metric.target and metric.target.value,
        "deadline": deadline and deadline.value,
        "owners": [str(owner) for owner in result.owners],
    }


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        pytest.param(HtmlReader(), HTML.encode(), id="html"),
        pytest.param(HtmlReader(), SPANS.encode("gb18030"), id="spans"),
        pytest.param(DocxReader(), WORD, id="word"),
        pytest.param(DocxReader(), PLAIN_WORD, id="plain-word"),
    ],
)
def test_the_same_as_in_markdown(reader: Reader, data: bytes) -> None:
    expected = facts(read(MarkdownReader(), MARKDOWN.encode(), "okr.md"))
    assert [len(results) for _, _, results in expected] == [2, 1]
    assert facts(read(reader, data, "okr.x")) == expected
