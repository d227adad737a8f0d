"""A document that is written down in another format says the same when it is read again."""

import re
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import assert_sound

from okrlint.linting.examples import files_of
from okrlint.testing import FORMATS, examples_of, read, written
from okrlint.testing.formats import carried, says
from okrlint.testing.running import opened
from okrlint_rules.manifest import RULES

FULL = {
    "en": """# Growth OKRs 2026-Q2

- Team: Growth
- Owner: Zoe Marsh
- Check-in frequency: weekly
- Annual plan: Win the campus

## O1: Make *every* customer [glad] they "stayed" & more

- Owner: Ana Ruiz, @ben
- Contributors: Cy Ode
- Aligned to: Company O1
- Aligned to: Company O2
- Why: since guests leave
- Type: committed
- Weight: 60%
- [x] KR1: Retention rises from 60% to 75%
  - Owner: Ana Ruiz
  - Due: 2026-06-15
  - Confidence: 5/10
  - Weight: 60%
  - Score: 0.7
  - Status: on track
  - Priority: P0
  - How measured: by "GA4", monthly
  - Metric: retention
  - Current: 65%
  - Risk: churn
  - Review date: some Monday
  - Actions:
    - [ ] Call them
      - Owner: Bo Lee
      - Due: 2026-05-01
    - [x] Write
  - Check-ins:
    - 2026-04-20: confidence 6/10, progress 40%, calls went well, mostly
    - 2026-04-27: confidence 5/10
- [ ] KR2: Churn falls from 8% to 4% by 2026-05-31
  - Baseline: 8%
  - Target: 4%

## O2: Be \\#1 in `code_words` \\- and_snakes

- KR1: p95 < 200 ms; 3 * 4 things & \\<none> lost
""",
    "zh": """# 增长团队 2026年Q2 OKR

- 负责人：张三
- 更新频率：每周
- 年度计划：拿下高校市场

## 目标一：让每位“客户”都庆幸留下

- 负责人：李四、王五
- 对齐：公司目标一
- 类型：挑战型
- [ ] KR1：留存率从 60% 提升到 75%
  - 负责人：李四
  - 截止日期：2026-06-15
  - 信心指数：5/10
  - 权重：60%
  - 得分：0.7
  - 状态：正常
  - 衡量标准：以周报为准，每月一次
  - 当前值：65%
  - 备注：暂无
  - 行动计划：
    - [ ] 电话回访
      - 负责人：王五
      - 截止日期：2026-05-01
  - 周会记录：
    - 2026-04-20：信心 6/10，进度 40%，回访顺利
- KR2：5月31日前流失率从 8% 降到 4%
""",
}


@pytest.mark.parametrize("language", sorted(FULL))
@pytest.mark.parametrize("format", [name for name in FORMATS if name != "csv"])
def test_all_that_a_document_says_is_carried(format: str, language: str) -> None:
    document = read(FULL[language])
    assert says(read(written(document, format), format)) == says(document)
    assert document.problems == ()


@pytest.mark.parametrize("language", sorted(FULL))
def test_a_table_leaves_out_what_it_has_no_place_for(language: str) -> None:
    document = read(FULL[language])
    again = read(written(document, "csv"), "csv")
    assert [item.text.value for item in again.items()] == [item.text.value for item in document.items()]
    for was, now in zip(document.items(), again.items(), strict=True):
        assert [str(each) for each in now.owners or now.owners_inherited] == [
            str(each) for each in was.owners or was.owners_inherited
        ]
        for name in ("deadline", "confidence", "weight", "score", "status", "priority"):
            assert says(getattr(was, name)) == says(getattr(now, name))
    assert carried(document, "csv") is None


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "csv"])
def test_what_is_written_is_in_its_plainest_form_already(format: str) -> None:
    once = written(read(FULL["en"]), format)
    assert written(read(once, format), format) == once


@pytest.mark.parametrize("format", FORMATS)
def test_places_in_what_is_written_are_exact(format: str) -> None:
    for text in FULL.values():
        source, document = opened(written(read(text), format), format)
        assert_sound(source, document)


def test_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing can be written as 'xlsx'; formats are: markdown, html"):
        written(read(FULL["en"]), "xlsx")


SHARE = {"markdown": 0.99, "html": 0.99, "yaml": 0.985, "json": 0.985, "toml": 0.985, "csv": 0.85}
"""How many of our rules' examples each format carries: what it does not carry is not checked in it."""


@pytest.mark.parametrize("format", FORMATS)
def test_nearly_all_examples_are_carried(format: str) -> None:
    examples = (example for ref in RULES for example in examples_of(ref.load()))
    texts = {example.text for example in examples if len(files_of(example.text)) == 1}
    share = sum(carried(read(text), format) is not None for text in texts) / len(texts)
    assert share >= SHARE[format]


class Said(NamedTuple):
    """A key result and its fields, as Markdown has them."""

    words: str
    fields: dict[str, str]


NAMES = st.sampled_from(("Ana Ruiz", "Bo Lee", "张三", "@cy"))
MARKS = st.sampled_from(
    (
        "",
        " *so* far",
        " [soon]",
        ' "now"',
        " & more",
        " a_b_c",
        " #1",
        " <b>",
        " \\n",
        " 'it'",
        " {x}",
        " ~20%",
        " | or",
    )
)
FIELDS: dict[str, st.SearchStrategy[str]] = {
    "Owner": st.lists(NAMES, min_size=1, max_size=3, unique=True).map("; ".join),
    "Contributors": NAMES,
    "Due": st.dates().map(str) | st.sampled_from(("June", "soon", "TBD")),
    "Confidence": st.sampled_from(("5/10", "50%", "0.5", "high", "12/10", "TBD")),
    "Weight": st.integers(0, 100).map("{}%".format),
    "Score": st.sampled_from(("0.7", "70%", "1.4", "n/a")),
    "Status": st.sampled_from(("on track", "at risk", "done")),
    "Priority": st.sampled_from(("P0", "P1")),
    "How measured": st.sampled_from(("by GA4", 'a "survey"', "以周报为准")),
    "Baseline": st.integers(1, 99).map("{}%".format),
    "Current": st.integers(1, 99).map("{} visits".format),
    "Risk": st.sampled_from(("churn: high", "- none", "50% & more")),
    "Own field": st.sampled_from(("x", "true", "1.50", "2026-01-01", "null")),
}


@st.composite
def statements(draw: st.DrawFn) -> Said:
    subject = draw(st.sampled_from(("Retention", "Answers within a day", "次周留存率", "Café visits 🚀")))
    low, high = draw(st.integers(1, 40)), draw(st.integers(41, 99))
    names = draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=5, unique=True))
    words = f"{subject} rises from {low}% to {high}%{draw(MARKS)}"
    return Said(words, {name: draw(FIELDS[name]) for name in names})


def escaped(words: str) -> str:
    return re.sub(r"[\\*_\[\]<&#|`~]", r"\\\g<0>", words)


@given(st.lists(statements(), min_size=1, max_size=4, unique_by=lambda each: each.words), st.sampled_from(FORMATS))
def test_whatever_is_said_is_carried(results: list[Said], format: str) -> None:
    lines = ["# Growth OKRs 2026-Q2", "", "## O1: Make every customer glad they stayed", ""]
    for number, said in enumerate(results, 1):
        lines.append(f"- KR{number}: {escaped(said.words)}")
        lines += [f"  - {name}: {escaped(words)}" for name, words in said.fields.items()]
    document = read("\n".join(lines) + "\n")
    again = opened(written(document, format), format)
    assert_sound(*again)
    assert without(says(again.document)) == without(says(document))


def without(said: Any) -> Any:
    """Leave out the order of what is said."""
    if isinstance(said, dict):
        return {name: without(value) for name, value in said.items()}
    if isinstance(said, tuple) and all(isinstance(each, dict) and each.keys() == {"name", "text"} for each in said):
        return sorted((each["name"], each["text"]) for each in said)
    return tuple(map(without, said)) if isinstance(said, tuple) else said
