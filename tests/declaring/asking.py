"""What the tests of declared rules share: documents, and asking one condition of them."""

import datetime
from typing import Any, NamedTuple

import okrlint
from okrlint import Finding

TODAY = datetime.date(2026, 4, 20)

FIELDS = {"review date": ["评审日期", "评审日"], "budget": ["预算"], "margin": ["利润率"]}

ENGLISH = """# OKRs 2026-Q2
Team: Growth
Owner: Zed
Cadence: weekly

## O1: Make every customer glad (owner: Bo; type: committed; deadline: 2026-06-30)

- KR1: Retention rises from 60% to 75% (owner: Ana; confidence: 5/10; weight: 60%; due: 2026-05-31; source: Stripe)
  - Contributors: Cy, Dee
  - Review date: May 2026
  - Budget: $20k
  - [ ] Write the guide @Ana 2026-04-10
  - [ ] Call customers
  - Check-in 2026-04-20: 62%, on track
- KR2: Launch SYNERGY page, synergy of all (margin: 25%; review date: never; priority: 1)

## O2: Win the schools (type: aspirational)

- KR1: 12,500 pupils sign up (budget: -5; score: 0.7; priority: yes; margin: 40%)
"""

CHINESE = """# 2026年Q2 OKR
团队：增长部
负责人：周杰

## O1：讓每位客戶都滿意（負責人：陳曉明；類型：承諾型；截止日期：2026-06-30）

- KR1：留存率从６０％提升到７５％（负责人：张三、李四；信心指数：5/10；权重：60%；数据来源：埋点；评审日期：5月10日）
  - [ ] 撰写指南 @张三 4月10日
  - [ ] 拜访客户
- KR2：快速賦能門店（预算：20万元；优先级：P0）

## O2：贏得學校（類型：挑戰型）

- KR1：1.25万学生报名
"""

YAML = """title: OKRs 2026-Q2
team: Growth
objectives:
  - title: Make every customer glad
    owner: Bo
    type: committed
    review date: 2026-05-10
    key_results:
      - title: Retention rises from 60% to 75%
        owner: [Ana, Cy]
        confidence: 0.5
        due: 2026-05-31
        source: Stripe
        actions:
          - title: Write the guide
            owner: Ana
          - Call customers
      - title: 快速赋能门店
        weight: 40%
        budget: 20000
"""

CSV = """Objective,Key result,Owner,Confidence,Team,Source,Due,Review date
Make every customer glad,Retention rises from 60% to 75%,Ana,0.5,Growth,Stripe,2026-05-31,2026-05-10
Win the schools,Launch SYNERGY page,Bo,0.9,Sales,,2026-06-30,
"""

DOCUMENTS = {"en": (ENGLISH, "markdown"), "zh": (CHINESE, "markdown"), "yaml": (YAML, "yaml"), "csv": (CSV, "csv")}


class Place(NamedTuple):
    """Where a finding stands, the words there, and the item that it is of."""

    line: int
    column: int
    words: str
    item: str


def rule(condition: Any, target: str = "key-result", **more: Any) -> dict[str, Any]:
    """Return the table of a rule."""
    words = {"code": "ACME001", "name": "so-it-is", "message": "{label}|{found}|{text}"}
    return {**words, "target": target, "if": condition, **more}


def findings(
    condition: Any, document: str, target: str = "key-result", format: str | None = None, **more: Any
) -> tuple[Finding, ...]:
    """Return what a rule with that condition finds."""
    config = {"rules": [rule(condition, target, **more)], "select": ["ACME001"], "fields": FIELDS}
    return okrlint.lint_text(document, format=format, config=config, today=TODAY).findings


def places(condition: Any, name: str = "en", target: str = "key-result", **more: Any) -> list[Place]:
    """Return where a rule finds something in one of the documents."""
    text, kind = DOCUMENTS[name]
    return [placed(each, text) for each in findings(condition, text, target, kind, **more)]


def placed(finding: Finding, text: str) -> Place:
    """Return the place of a finding, which stands on one line."""
    assert finding.start.line == finding.end.line
    line = text.split("\n")[finding.start.line - 1]
    item = " ".join(filter(None, (finding.objective, finding.key_result)))
    return Place(
        finding.start.line, finding.start.column, line[finding.start.column - 1 : finding.end.column - 1], item
    )


def refusal(config: Any) -> list[str]:
    """Return what is wrong with a configuration, a complaint a line."""
    try:
        okrlint.Linter(config)
    except okrlint.ConfigError as error:
        return str(error).splitlines()
    return []
