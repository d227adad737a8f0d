import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.reading.fields import FIELDS, canonical, field_name, leading_field
from okrlint.reading.labels import label


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Owner", "owner"),
        ("**Owner**", "owner"),
        ("owner_id", "owner"),
        ("ownerUserId", "owner"),
        ("Objective Owner", "owner"),
        ("负责人：", "owner"),
        ("責任人", "owner"),
        ("负责人 / Owner", "owner"),
        ("Owner（负责人）", "owner"),
        ("DRI", "owner"),
        ("Contributors", "contributors"),
        ("协作人", "contributors"),
        ("Target Date", "deadline"),
        ("due_date", "deadline"),
        ("截止日期", "deadline"),
        ("目标日期", "deadline"),
        ("KR_Confidence", "confidence"),
        ("信心指數", "confidence"),
        ("Weight (%)", "weight"),
        ("ＷＥＩＧＨＴ", "weight"),
        ("KR权重", "weight"),
        ("负责人 Owner", "owner"),
        ("Due Date 截止日期", "deadline"),
        ("截止 Due", "deadline"),
        ("keyResults", "key_result"),
        ("Key Result 1", "key_result"),
        ("關鍵結果", "key_result"),
        ("🎯 目标", "objective"),
        ("目标值", "target"),
        ("start_value", "baseline"),
        ("当前值", "current"),
        ("Progress %", "progress"),
        ("完成度", "progress"),
        ("衡量标准", "measure"),
        ("Aligned To", "supports"),
        ("對齊", "supports"),
        ("Strategic theme", "supports"),
        ("战略主题", "supports"),
        ("review-cadence", "cadence"),
        ("OKR type", "kind"),
        ("季度", "cycle"),
        ("负责人/部门", "owner"),
        ("部门 / 负责人", "owner"),
        ("负责人/协作人", "owner"),
        ("負責人及部門", "owner"),
        ("Owner / Team", "owner"),
        ("Owner & Team", "owner"),
        ("Status/Notes", "status"),
        ("状态/备注", "status"),
        ("进度/备注", "progress"),
        ("By when", "deadline"),
        ("Until", "deadline"),
        ("Finish by", "deadline"),
        ("何时", "deadline"),
        ("何時", "deadline"),
        ("By when?", "deadline"),
        ("何时完成", "deadline"),
        ("预计完成日期", "deadline"),
        ("How confident?", "confidence"),
        ("有多大把握？", "confidence"),
        ("完成值", "current"),
        ("Is done?", "done"),
        ("是否完成", "done"),
        ("Start → Target", "target"),
        ("Baseline -> Goal", "target"),
        ("现状→目标", "target"),
        ("基線 → 目標值", "target"),
    ],
)
def test_spellings_of_fields(name: str, expected: str):
    assert canonical(name) == expected
    assert expected in FIELDS


@pytest.mark.parametrize(
    "name",
    [
        *("", "P95", "目标用户", "Revenue", "total_tasks", "x" * 1000, "：", "OKR", "okrs", "Progress: 0%"),
        *("和", "/", "→", "Owner/Due", "基线/目标", "Start/End", "Status → Done", "O → KR", "% Complete", "When"),
    ],
)
def test_other_words_are_no_fields(name: str):
    assert canonical(name) is None


def test_an_unknown_name_is_the_author_s_own_word():
    assert (field_name("**Total  Tasks**:"), field_name("Owner")) == ("total tasks", "owner")


@pytest.mark.parametrize(
    ("text", "kind", "written", "number", "statement"),
    [
        ("O1: Grow", "objective", "O1", (1,), "Grow"),
        ("O-2-1 Grow", "objective", "O-2-1", (2, 1), "Grow"),
        ("O1．提升", "objective", "O1", (1,), "提升"),
        ("Ｏ１：提升", "objective", "Ｏ１", (1,), "提升"),
        ("O｜提升", "objective", "", (), "提升"),
        ("Objective 1 — Win", "objective", "Objective 1", (1,), "Win"),
        ("Objective: Win", "objective", "", (), "Win"),
        ("Objective 5 标题", "objective", "Objective 5", (5,), "标题"),
        ("Company Objective: Win", "objective", "", (), "Win"),
        ("目标一：提升", "objective", "目标一", (1,), "提升"),
        ("目标十二：提升", "objective", "目标十二", (12,), "提升"),
        ("目標1 提升", "objective", "目標1", (1,), "提升"),
        ("🎯 目标：提升", "objective", "", (), "提升"),
        ("OKR 1: Win", "objective", "OKR 1", (1,), "Win"),
        ("OBJ-D2: Win", "objective", "OBJ-D2", (2,), "Win"),
        ("R0-O1: Win", "objective", "R0-O1", (0, 1), "Win"),
        ("**O1** Win", "objective", "O1", (1,), "Win"),
        ("【O1】提升", "objective", "O1", (1,), "提升"),
        ("KR1.2: x", "key_result", "KR1.2", (1, 2), "x"),
        ("KR-1-1 x", "key_result", "KR-1-1", (1, 1), "x"),
        ("KR#1: x", "key_result", "KR#1", (1,), "x"),
        ("KR6 ：x", "key_result", "KR6", (6,), "x"),
        ("**KR1：** x", "key_result", "KR1", (1,), "x"),
        ("KR1提升", "key_result", "KR1", (1,), "提升"),
        ("KR：x", "key_result", "", (), "x"),
        ("关键结果2：x", "key_result", "关键结果2", (2,), "x"),
        ("關鍵成果二：x", "key_result", "關鍵成果二", (2,), "x"),
        ("Key Result 3: x", "key_result", "Key Result 3", (3,), "x"),
        ("O1-KR2: x", "key_result", "O1-KR2", (1, 2), "x"),
        ("Objective 4 KR1：x", "key_result", "Objective 4 KR1", (4, 1), "x"),
        ("KR1（40%）：x", "key_result", "KR1", (1,), "（40%）：x"),
        ("KR1 / 关键结果1：x", "key_result", "KR1", (1,), "x"),
        ("目标2 / Objective 2: Win", "objective", "目标2", (2,), "Win"),
        ("Team objective (Platform): Win", "objective", "", (), "Win"),
        ("目标（O2）：提升", "objective", "O2", (2,), "提升"),
        ("【O】提升", "objective", "", (), "提升"),
    ],
)
def test_labels(text: str, kind: str, written: str, number: tuple[int, ...], statement: str):
    found = label(text)
    assert found is not None
    assert (found.kind, found.label, found.number, text[found.end :]) == (kind, written, number, statement)


@pytest.mark.parametrize(
    "text",
    [
        "O2O platform launched",
        "KR team meets weekly",
        "Objectives of this document",
        "Key Results:",
        "目标一致",
        "目标100万用户",
        "KR1 is late",
        "KR1、KR2：推迟",
        "KR1/KR2",
        "O1-O3",
        "OK: fine",
        "OKR: x",
        "KR 100% up",
        "@O1 x",
        "Goals matter",
        "关键结果导向",
        "Objective 3 of 5",
        "",
    ],
)
def test_words_that_are_no_labels(text: str):
    assert label(text) is None


def test_a_label_tells_whether_it_is_set_apart():
    assert label("O2: levels").separated
    assert not label("O2 levels").separated


def test_an_acronym_before_a_label_is_the_owner():
    found = label("CRO KR: Sell")
    assert (found.kind, found.owner, found.label) == ("key_result", "CRO", "")


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("负责人：张三", "owner", "张三"),
        ("**Owner**: Ana", "owner", "Ana"),
        ("**Owner:** Ana", "owner", "Ana"),
        ("confidence = 5/10", "confidence", "5/10"),
        ("权重（%）：30", "weight", "30"),
    ],
)
def test_a_field_at_the_beginning(text: str, name: str, words: str):
    found = leading_field(text)
    assert found is not None
    assert (found.name, text[found.end :]) == (name, words)


@pytest.mark.parametrize("text", ["12:30 meeting", "Note to self", "Revenue: 5", "", ":", "x" * 500 + ": y"])
def test_no_field_at_the_beginning(text: str):
    assert leading_field(text) is None


@given(st.text(st.sampled_from("OKRkr123一目标关键结果:：.-# *|—【】[]a"), max_size=40))
def test_a_label_is_what_is_written(text: str):
    found = label(text)
    if found:
        assert found.label in text[: found.end]
        assert found.end <= len(text)
    leading_field(text)
    canonical(text)
