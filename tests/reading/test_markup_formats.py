"""The same OKRs in Markdown, reStructuredText and Org are the same document."""

import pytest

from okrlint.model import Document, Item
from okrlint.reading.interface import Reader, ReadingOptions
from okrlint.reading.markdown.reader import MarkdownReader
from okrlint.reading.org.reader import OrgReader
from okrlint.reading.rst.reader import RstReader
from okrlint.reading.source import Source

READERS: dict[str, Reader] = {"md": MarkdownReader(), "rst": RstReader(), "org": OrgReader()}

LISTS = {
    "md": """\
# Growth team OKRs 2026 Q2

- Owner: Ana Lima

## O1: Make **regulars** our loudest advocates

Owner: Bea Cole
Weight: 60%

- KR1: Sign-ups rise from 400 to 900
  - Owner: Carl
  - Due: 2026-05-31
  - Confidence: 0.7
- KR2: Churn falls from 5% to 3%
  - Owner: Dan

## O2: Give every team a *working* dashboard

- KR1: 12 of 12 teams open it weekly
  - [x] Build it
  - [ ] Show it
""",
    "rst": """\
Growth team OKRs 2026 Q2
========================

- Owner: Ana Lima

O1: Make **regulars** our loudest advocates
-------------------------------------------

:Owner: Bea Cole
:Weight: 60%

- KR1: Sign-ups rise from 400 to 900

  :Owner: Carl
  :Due: 2026-05-31
  :Confidence: 0.7

- KR2: Churn falls from 5% to 3%

  :Owner: Dan

O2: Give every team a *working* dashboard
-----------------------------------------

- KR1: 12 of 12 teams open it weekly

  - [x] Build it
  - [ ] Show it
""",
    "org": """\
#+TITLE: Growth team OKRs 2026 Q2
#+OWNER: Ana Lima

* O1: Make *regulars* our loudest advocates
:PROPERTIES:
:OWNER: Bea Cole
:WEIGHT: 60%
:END:
** KR1: Sign-ups rise from 400 to 900
DEADLINE: <2026-05-31 Sun>
:PROPERTIES:
:OWNER: Carl
:CONFIDENCE: 0.7
:END:
** KR2: Churn falls from 5% to 3%
- Owner :: Dan
* O2: Give every team a /working/ dashboard
- KR1: 12 of 12 teams open it weekly
  - [X] Build it
  - [ ] Show it
""",
}

TABLES = {
    "md": """\
# 增长团队 2026年Q2 OKR

## 目标一：让老客户主动介绍我们

| 关键结果 | 负责人 | 截止日期 | 权重 |
|---|---|---|---|
| KR1：推荐注册数从 400 提升到 900 | 张三 | 2026-05-31 | 60% |
| KR2：流失率从 5% 降到 **3%** | 李四、王五 | 6月底 | 40% |
""",
    "rst": """\
增长团队 2026年Q2 OKR
==================

目标一：让老客户主动介绍我们
----------------

+----------------------------------+------------+------------+------+
| 关键结果                         | 负责人     | 截止日期   | 权重 |
+==================================+============+============+======+
| KR1：推荐注册数从 400 提升到 900 | 张三       | 2026-05-31 | 60%  |
+----------------------------------+------------+------------+------+
| KR2：流失率从 5% 降到 **3%**     | 李四、王五 | 6月底      | 40%  |
+----------------------------------+------------+------------+------+
""",
    "org": """\
#+TITLE: 增长团队 2026年Q2 OKR
* 目标一：让老客户主动介绍我们
| 关键结果                         | 负责人     | 截止日期   | 权重 |
|----------------------------------+------------+------------+------|
| KR1：推荐注册数从 400 提升到 900 | 张三       | 2026-05-31 | 60%  |
| KR2：流失率从 5% 降到 *3%*       | 李四、王五 | 6月底      | 40%  |
""",
}
PLAIN = {
    "md": "# 2026 Q1 OKR\n\nO：提升客户满意度\nKR1：NPS 从 30 到 45\nKR2：投诉少一半\n\n负责人：赵六\n",
    "rst": "2026 Q1 OKR\n===========\n\nO：提升客户满意度\nKR1：NPS 从 30 到 45\nKR2：投诉少一半\n\n负责人：赵六\n",
    "org": "* 2026 Q1 OKR\nO：提升客户满意度\nKR1：NPS 从 30 到 45\nKR2：投诉少一半\n\n负责人：赵六\n",
}


def said(document: Document) -> dict[str, object]:
    """What a document says, wherever it stands."""
    return {
        "title": str(document.title),
        "cycle": document.cycle and document.cycle.value,
        "team": document.team and document.team.value,
        "owners": list(map(str, document.owners)),
        "objectives": [
            {**said_of(objective), "key_results": [said_of(result) for result in objective.key_results]}
            for objective in document.objectives
        ],
    }


def said_of(item: Item) -> dict[str, object]:
    return {
        "label": item.label,
        "text": item.text.value,
        "owners": list(map(str, item.owners)),
        "deadline": item.deadline and item.deadline.value,
        "weight": item.weight and item.weight.value,
        "confidence": item.confidence and item.confidence.value,
        "actions": [(action.text.value, action.done) for action in item.actions],
        "fields": sorted((field.name, str(field.value)) for field in item.fields),
    }


@pytest.mark.parametrize("texts", [LISTS, TABLES, PLAIN], ids=["lists", "tables", "plain"])
def test_the_same_okrs_are_read_from_every_format(texts: dict[str, str]) -> None:
    documents = {
        suffix: READERS[suffix].read(Source(text, f"team.{suffix}"), ReadingOptions()) for suffix, text in texts.items()
    }
    markdown = said(documents["md"])
    assert documents["md"].objectives
    assert all(objective.key_results for objective in documents["md"].objectives)
    assert said(documents["rst"]) == markdown
    assert said(documents["org"]) == markdown
