"""What the examples on the rules about hygiene cannot show: fixes, formats, and many trades."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.linting.findings import Finding
from okrlint.plugins import Rule, fold_width
from okrlint.testing import findings_of
from okrlint_rules.checkin.score_invalid import ScoreInvalid
from okrlint_rules.hygiene.ambiguous_magnitude import AmbiguousMagnitude
from okrlint_rules.hygiene.appraisal_coupling import AppraisalCoupling
from okrlint_rules.hygiene.blanks import _blank, _candidate, blanks
from okrlint_rules.hygiene.mixed_width import MixedWidth
from okrlint_rules.hygiene.placeholder_text import PlaceholderText


def document(text: str) -> str:
    return f"# 2026-Q2\n\n## O1: Make newcomers feel at home\n\n- KR1: {text}\n"


def found(rule: type[Rule[Any]], text: str, **options: Any) -> list[Finding]:
    return findings_of(rule, document(text), **options)


def mended(text: str, finding: Finding) -> str:
    """Return a document with a finding's fix applied; its edits are in one line each."""
    assert finding.fix is not None
    lines = text.split("\n")
    for edit in reversed(finding.fix.edits):
        line = lines[edit.start.line - 1]
        assert edit.start.line == edit.end.line
        lines[edit.start.line - 1] = line[: edit.start.column - 1] + edit.text + line[edit.end.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("空床率降到６％,满意度升到９５％", "空床率降到6%，满意度升到95%"),
        ("评分达到４.６分", "评分达到4.6分"),
        ("全年无事故!", "全年无事故！"),
        ("三件事:选址,装修,开业", "三件事：选址，装修，开业"),
        ("**投诉**降到5件, 复购升到30%", "**投诉**降到5件，复购升到30%"),
        ("Ｂ２Ｂ客戶達到30家", "B2B客戶達到30家"),
        ("Beds free fall to 6％，and trust grows", "Beds free fall to 6%, and trust grows"),
        ("Reach ３０ wards。", "Reach 30 wards."),
    ],
)
def test_the_fix_writes_the_usual_width_and_nothing_else(text: str, better: str) -> None:
    findings = found(MixedWidth, text)
    assert len(findings) == 1
    assert findings[0].fix is not None
    assert findings[0].fix.safe
    assert mended(document(text), findings[0]) == document(better)
    assert found(MixedWidth, better) == []


@pytest.mark.parametrize(
    "text",
    [
        "空床率降到6%，满意度升到95%",
        "月营收达到1,200,000元",
        "9:30前完成交接，护患比达到1:4",
        "支持 MySQL, Redis 与 Kafka",
        "看板见 https://example.org/看板?a=1,b=2",
        "完成 A/B 测试（v2.1）",
        "Reach 1,200 beds, 30 of them in Leeds",
        "Rename the 青山 ward",
        "复购率 30%(目前 20%)",
        "坪效提升到 1.5 万元/㎡",
    ],
)
def test_widths_that_are_as_they_should_be(text: str) -> None:
    assert found(MixedWidth, text) == []


def test_punctuation_and_parentheses_can_be_set() -> None:
    assert found(MixedWidth, "投诉降到5件,复购升到30%", punctuation=False) == []
    assert len(found(MixedWidth, "复购率30%(目前20%)达标", parentheses=True)) == 1


def test_no_fix_makes_structure_in_a_format_of_data() -> None:
    text = "okrs:\n- objective: Feel at home\n  key_results:\n  - Beds fall，trust grows to 90%\n"
    findings = findings_of(MixedWidth, text, format="yaml")
    assert [finding.fix for finding in findings] == [None]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("粉丝达到10W", "粉丝达到10万"),
        ("播放量突破2.5w次", "播放量突破2.5万次"),
        ("預約人數達到３W", "預約人數達到３萬"),
    ],
)
def test_ten_thousand_is_written_out_on_request_only(text: str, better: str) -> None:
    (finding,) = found(AmbiguousMagnitude, text)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert mended(document(text), finding) == document(better)


@pytest.mark.parametrize(
    "text",
    [
        "会员数从8W增长到12W",
        "销售额冲刺500W元",
        "Reach 12W readers",
        "附件存储上限降到20M",
        "Cache of 40M per tenant",
        "稅收達到3兆元",
    ],
)
def test_magnitudes_with_two_readings(text: str) -> None:
    assert found(AmbiguousMagnitude, text)


@pytest.mark.parametrize(
    "text",
    [
        "会员数增长到12万",
        "庭院灯由60W换成12W",
        "支持65W快充的插座达到300个",
        "5G覆盖全部4个院区",
        "Use 5W-30 oil in 40 vans",
        "Reach 12M readers",
        "Bulbs of 9W save 30%",
        "办公网络升级到1000兆宽带",
        "装机容量达到20兆瓦",
        "型号W3的订单达到50台",
        "Cache of 40 MB per tenant",
        "Grow to 3k members",
        "完成W12周报",
        "存储用户数达到3M users of storage",
    ],
)
def test_magnitudes_with_one_reading(text: str) -> None:
    assert found(AmbiguousMagnitude, text) == []


def test_a_habit_of_the_house_can_be_accepted() -> None:
    assert found(AmbiguousMagnitude, "粉丝达到10W", accept=("W",)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Occupancy rises from X to Y",
        "Occupancy reaches XX%",
        "Occupancy reaches X%",
        "TBD",
        "Occupancy: TODO",
        "Lorem ipsum dolor sit amet",
        "{{metric}} reaches 40%",
        "Raise [metric] to 40%",
        "Raise <metric> to [target]",
        "Reach ____ beds",
        "Key result 3",
        "入住率从X%提升到Y%",
        "入住率达到XX%",
        "新增床位达到N个",
        "某指标提升30%",
        "关键结果1",
        "待补充",
        "入住率达到___",
        "把【指标名称】提升到40%",
        "營收達到××萬元",
        "xx人完成培训",
        "描述目标",
        "描述关键结果",
        "請輸入關鍵結果",
        "请填写你的目标",
        "Enter the key result here",
        "Describe the objective",
        "在X个行业成为第一",
        "收入达到去年的X倍",
        "实现盈利X元",
        "與X家旅店簽約",
    ],
)
def test_what_is_left_of_a_template(text: str) -> None:
    assert found(PlaceholderText, text)


@pytest.mark.parametrize(
    "text",
    [
        "Occupancy rises from 70% to 85%",
        "Sell 40 copies of Plan X",
        "XL coats make up 30%",
        "The to-do list app has 4 stars",
        "TODO app reaches 400 downloads",
        "Route /beds/{id} answers in 200 ms",
        "Use `__init__` in 4 packages",
        "Ratio a<b in 9 of 10",
        "<b>Occupancy</b> reaches 85%",
        "See [the plan](https://example.org) for 3 wards",
        "Move 40 teams to X.509",
        "平台X的订单达到400单",
        "待定位的设备减少到3台",
        "待确认订单降到5单",
        "某头部客户签约3年",
        "XXL码占比降到5%",
        "5×8小时响应",
        "染色体XX检测准确率99%",
        "入住率从70%提升到85%",
        "iPhone X 维修单降到20单",
        "iPhone X 个人用户达到10万",
        "平台X个人版续订率达到60%",
        "产品X家族占比达到30%",
        "型号X元器件国产化率达到90%",
        "描述目标用户的画像",
        "请输入关键结果的员工达到90%",
        "Enter 3 new markets",
        "Describe the key results of the trial",
    ],
)
def test_what_only_looks_like_a_template(text: str) -> None:
    assert found(PlaceholderText, text) == []


@pytest.mark.parametrize("text", ["???", "……", "xxx"])
def test_a_blank_alone_in_a_format_of_data(text: str) -> None:
    document = f"okrs:\n- objective: Feel at home\n  key_results:\n  - '{text}'\n  - Reach 85% occupancy\n"
    assert len(findings_of(PlaceholderText, document, format="yaml")) == 1


def test_masked_figures_may_be_allowed() -> None:
    assert found(PlaceholderText, "營收達到××萬元", allow_masked=True) == []
    assert found(PlaceholderText, "Sell 40 copies of XX", ignore=("XX",)) == []


@pytest.mark.parametrize(
    "remark",
    [
        "Note: an OKR score of 0.7 or more earns the bonus",
        "Note: completion feeds the performance rating",
        "备注：OKR完成率决定年终奖",
        "备注：评分低于0.4，取消晋升资格",
        "備註：得分計入績效考核",
    ],
)
def test_remarks_that_tie_the_score_to_pay(remark: str) -> None:
    assert len(found(AppraisalCoupling, f"Occupancy reaches 85%\n  - {remark}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Occupancy reaches 85%\n  - Note: scores never decide the bonus",
        "90% of wards use the new salary scale",
        "Bonus payments are right in 99% of cases",
        "Performance review completion reaches 95%",
        "绩效考核完成率达到95%",
        "奖金核算准确率达到99.5%",
        "Occupancy reaches 85%\n  - 备注：得分与奖金无关，只用于复盘",
        "Occupancy reaches 85%\n  - 備註：完成度每週更新",
    ],
)
def test_pay_as_a_topic_and_score_as_a_lesson(text: str) -> None:
    assert found(AppraisalCoupling, text) == []


@pytest.mark.parametrize("rule", [MixedWidth, AmbiguousMagnitude, PlaceholderText, AppraisalCoupling])
@pytest.mark.parametrize("piece", ["增长,5％", "<a", "[target", "__ ", "10W ", "得分奖金", "{", "从X"])
def test_long_texts_take_linear_time(rule: type[Rule[Any]], piece: str) -> None:
    start = time.process_time()
    found(rule, "起" + piece * 2000)
    assert time.process_time() - start < 3


@given(
    st.lists(
        st.sampled_from(
            [
                *"XYNxn%％to_[]{}×*＊?待填某从到达个万. ",
                "from ",
                "TODO",
                "TBD",
                "目标",
                "關鍵結果",
                "Objective",
                "…",
                "word ",
            ]
        ),
        max_size=30,
    )
)
def test_what_rules_blanks_out_quickly_rules_out_none(parts: list[str]) -> None:
    value = "".join(parts)
    folded = fold_width(value)
    every = [match.span() for match in _blank().finditer(folded)] if _candidate().search(folded) else []
    assert blanks(value) == every


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Measurable result 1]", ["[Measurable result 1]"]),
        ("[Objective title] (stretch)", ["[Objective title]"]),
        ("[Key result] (Week N)", ["[Key result]", "Week N"]),
        ("Grow the set from ~20 to at least [N] questions", ["[N]"]),
        ("Raise [metric name] to [target]%", ["[metric name]", "[target]"]),
        ("[Fill in later]", ["[Fill in later]"]),
        ("X partner research projects", ["X"]),
        ("N customers signed", ["N"]),
        ("Sign at least N customers", ["N"]),
    ],
)
def test_blanks_in_brackets_and_letters_for_numbers(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in blanks(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "X followers from 400 to 900",
        "X ads in 3 countries",
        "X drives 40% of visits",
        "Platform X users reach 400",
        "X-ray machines sold",
        "N95 masks delivered to 40 wards",
        "N + 1 servers per rack",
        "[Stretch goal] Reach 40 wards",
        "[WIP] Launch in 3 wards",
        "[Launch the app]",
        "[1] 40% of visitors come again",
        "[X] done",
        "See [target](http://a.example) for the 40%",
        "Supports [goal 2]",
        "Week N of the plan",
    ],
)
def test_brackets_and_letters_that_are_no_blanks(text: str) -> None:
    assert blanks(text) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Status: Not Started / In Progress / At Risk / Complete", "Not Started / In Progress / At Risk / Complete"),
        ("Status: 🟢/🟡/🔴", "🟢/🟡/🔴"),
        ("状态：未开始/进行中/已完成", "未开始/进行中/已完成"),
        ("Score: [Fill after Q2 ends: 0.0–1.0]", "[Fill after Q2 ends: 0.0–1.0]"),
    ],
)
def test_a_form_that_nobody_filled_in(line: str, words: str) -> None:
    text = document(f"Win back 40 accounts\n  - {line}")
    (finding,) = findings_of(PlaceholderText, text)
    assert words[:12] in finding.message
    assert findings_of(ScoreInvalid, text) == []


@pytest.mark.parametrize(
    "line", ["Status: In progress", "Status: On track / at risk", "Score: 0.7", "Score: quite nice"]
)
def test_a_form_that_is_filled_in(line: str) -> None:
    assert findings_of(PlaceholderText, document(f"Win back 40 accounts\n  - {line}")) == []


@pytest.mark.parametrize(
    "line",
    [
        "Status: 🟢 On Track | 🟡 At Risk | 🔴 Off Track",
        "**Status:** 🟢 On-track / 🟡 At risk / 🔴 Off-track",
        "Status: ☐ On track ☐ At risk ☐ Off track",
        "Status: On track · At risk · Done",
        "状态：🟢 正常 | 🟡 有风险 | 🔴 延期",
        "状态：🟢绿色／🟡黄色／🔴红色",
    ],
)
def test_choices_with_lights_bars_and_boxes(line: str) -> None:
    assert len(findings_of(PlaceholderText, document(f"Win back 40 accounts\n  - {line}"))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Status: 🟢 On Track",
        "Status: 🟢 On track | 🟡 at risk",
        "Status: 🟢 | 🟢 | 🟢",
        "Status: ☑ On track ☐ At risk ☐ Off track",
        "Status: 🟢 On track | 3 of 5 shops | done",
        "状态：🟢 正常 | 负责人：张三 | 6月30日",
        "状态：进行中，有风险，等供应商",
    ],
)
def test_what_is_told_behind_lights_and_bars(line: str) -> None:
    assert findings_of(PlaceholderText, document(f"Win back 40 accounts\n  - {line}")) == []
