"""What the examples on the rules about actions do not show: options, who does a step, dates, and traps."""

from datetime import date

import pytest

from okrlint import lint_text
from okrlint.plugins import Severity
from okrlint.testing import findings_of
from okrlint_rules.action.action_incomplete import ActionIncomplete
from okrlint_rules.action.kr_action_confused import KrActionConfused
from okrlint_rules.action.kr_without_actions import KrWithoutActions
from okrlint_rules.action.orphan_action import OrphanAction


def _plan(*steps: str, key_result: str = "No-shows fall from 9% to 4%", objective: str = "Be loved") -> str:
    lines = "".join(f"    - {step}\n" for step in steps)
    actions = f"  - Actions:\n{lines}" if steps else ""
    return f"# OKRs 2026-Q2\n\n## O1: {objective}\n\n- KR1: {key_result}\n{actions}"


# AP001


def _lacks(text: str, today: date | None = None, **options: object) -> list[str]:
    return [found.message for found in findings_of(KrWithoutActions, text, today=today, **options)]


def test_how_many_steps_a_plan_has() -> None:
    assert _lacks(_plan("call", "write", "visit"), min=3) == []
    (few,) = _lacks(_plan("call", "write"), min=3)
    assert "fewer steps (2) than are wanted (3)" in few
    assert _lacks(_plan("call; write; visit"), min=3) == []
    assert _lacks(_plan("致电；写信；拜访"), min=3) == []
    (found,) = findings_of(KrWithoutActions, _plan(*"abcdefgh"))
    assert (found.severity, "8 steps" in found.message) == (Severity.INFO, True)
    assert _lacks(_plan(*"abcdefgh"), max=8) == []


@pytest.mark.parametrize(("day", "count"), [(1, 0), (14, 0), (15, 1), (30, 1)])
def test_a_young_cycle_may_still_lack_a_plan(day: int, count: int) -> None:
    assert len(_lacks(_plan(), today=date(2026, 4, day), grace_days=14)) == count


def test_without_a_day_there_is_no_grace() -> None:
    assert len(_lacks(_plan(), grace_days=14)) == 1
    assert len(_lacks(_plan(), today=date(2026, 4, 1))) == 1


def test_a_field_of_ones_own_may_hold_the_plan() -> None:
    text = "objectives:\n  - objective: Be loved\n    key_results:\n      - {text: 40% at noon, bets: exit survey}\n"
    assert len(findings_of(KrWithoutActions, text, format="yaml")) == 1
    assert findings_of(KrWithoutActions, text, format="yaml", fields=("Bets",)) == []


def test_the_objectives_list_counts_for_the_key_result_that_a_step_names() -> None:
    text = "# OKRs\n\n## O1: Be loved\n\n- KR1: NPS 20\n- KR2: CSAT 80\n- Actions:\n  - KR2: call\n  - call again\n"
    (message,) = _lacks(text)
    assert "NPS 20" in message


# AP002


def _incomplete(text: str, today: date | None = None, **options: object) -> list[str]:
    return [found.message for found in findings_of(ActionIncomplete, text, today=today, **options)]


OWNED = "No-shows fall from 9% to 4% (owner: Ana Ruiz)"
DATED = [
    *(
        "call the guests by 8 May",
        "call the guests @ben 2026-05-08",
        "call the guests (due: 8 May)",
        "8 May: call them",
    ),
    *(
        "2026-05-08 call the guests",
        "call the guests 2026-05-08",
        "finish the calls within two weeks",
        "call the guests before June",
    ),
    *(
        "5月8日前回访客人",
        "回访客人（截止：5月8日）",
        "5月8日：回访客人",
        "回访客人 5月8日",
        "5月：選址",
        "兩週內完成回訪",
    ),
    *("[x] call the guests", "Call five guests every week", "Read all reviews daily", "每周回访五位客人"),
    *("持续优化话术", "定期复盘", "ongoing tuning of the phone script", "monthly visit to each house", "每日晨会"),
]
UNDATED = [
    *("call the guests", "[ ] exit survey", "Write to those who did not come", "Pilot of a save desk (due: TBD)"),
    *("Review the results of Q2", "train 40 waiters", "try version 2.0", "weekend menu", "Interview daycare managers"),
    *(
        "回访客人",
        "开展离网访谈",
        "复盘Q2数据",
        "上线持续集成",
        "培訓40名服務員",
        "試用2.0版",
        "周末菜单",
        "写信（截止：待定）",
    ),
]


@pytest.mark.parametrize("step", DATED)
def test_a_step_that_has_its_day_or_needs_none(step: str) -> None:
    assert _incomplete(_plan(step, key_result=OWNED)) == []


@pytest.mark.parametrize("step", UNDATED)
def test_a_step_without_a_day(step: str) -> None:
    (message,) = _incomplete(_plan(step, key_result=OWNED))
    assert "not by when" in message


def test_who_does_a_step() -> None:
    owned, free = "call @ben 2026-05-08", "write 2026-05-09"
    assert _incomplete(_plan(owned, free, key_result=OWNED)) == []
    (message,) = _incomplete(_plan(owned, free, key_result=OWNED), inherit_owner=False)
    assert message.startswith("“write")
    (message,) = _incomplete(_plan(owned, free))
    assert "not who does it" in message
    assert _incomplete(_plan(free)) == []  # nobody answers for the key result: another rule says so
    assert _incomplete(_plan(owned, free), require=("date",)) == []
    assert _incomplete(_plan("call", key_result=OWNED), require=("owner",)) == []


def test_several_steps_are_said_once() -> None:
    (message,) = _incomplete(_plan("call", "write", "visit by 8 May", key_result=OWNED))
    assert "(and 1 more of 3 steps)" in message


def test_all_key_results_are_said_once() -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Be loved\n\n" + "".join(
        f"- KR{number}: NPS {number}0 (owner: Ana Ruiz)\n  - [ ] call\n" for number in (1, 2, 3)
    )
    (found,) = findings_of(ActionIncomplete, text)
    assert (found.key_result, "all 3 key results" in found.message) == (None, True)


def test_a_step_after_its_key_result() -> None:
    key_result = "No-shows fall from 9% to 4% by 31 May (owner: Ana Ruiz)"
    (found,) = findings_of(ActionIncomplete, _plan("write 2026-06-02", "call 2026-05-31", key_result=key_result))
    assert (found.severity, found.certainty) == (Severity.WARNING, "high")
    assert "2026-06-02" in found.message


def test_a_plan_of_a_past_cycle_is_left_alone() -> None:
    text = _plan("call", key_result=OWNED)
    assert len(_incomplete(text, today=date(2026, 6, 30))) == 1
    assert _incomplete(text, today=date(2026, 7, 1)) == []


def test_the_steps_of_an_objective_are_looked_at_too() -> None:
    (message,) = _incomplete("# OKRs\n\n## O1: Be loved (owner: Ana)\n\n- Actions:\n  - call\n- KR1: NPS 20\n")
    assert message.startswith("“call”")


# AP003


def _objective(*key_results: str) -> str:
    return "# OKRs\n\n## O1: Be loved\n\n" + "".join(f"- KR{n}: {text}\n" for n, text in enumerate(key_results, 1))


RESULTS_EN = ("Referral sign-ups rise from 300 to 900", "Repeat rate of cyclists reaches 30%")
RESULTS_ZH = ("转介绍订单达到900单", "骑行客户复购率达到30%")
WORK_EN = [
    *("Design a points programme", "Write the launch plan", "Set up a help desk", "Organize a kick-off with all shops"),
    *("Interview lapsed accounts", "Help sales prepare renewals", "Translate the handbook", "Analyze funnel drop-off"),
    *("Build a landing page", "Hire a coach", "Train the night shift", "Rewrite the ten worst answers"),
]
WORK_ZH = [
    *("设计积分方案", "撰写上市计划", "搭建客服热线", "组织全体门店启动会", "访谈沉默客户", "协助销售准备续约"),
    *("翻译操作手册", "分析漏斗流失", "搭建落地页", "招聘一位教练", "培訓夜班員工", "重寫差評最多的答覆"),
]
NO_WORK_EN = ["Customers trust our answers", "Single sign-on is live", "Churn falls to 2%", "12 shops open", "Loyalty"]
NO_WORK_ZH = ["客户更信任我们的答复", "单点登录已上线", "流失率降到2%", "新开12家门店", "处理日常工单"]


@pytest.mark.parametrize(
    ("results", "work"), [*((RESULTS_EN, text) for text in WORK_EN), *((RESULTS_ZH, text) for text in WORK_ZH)]
)
def test_work_among_results(results: tuple[str, ...], work: str) -> None:
    (found,) = findings_of(KrActionConfused, _objective(*results, work))
    assert found.key_result == "KR3"


@pytest.mark.parametrize(
    ("results", "text"), [*((RESULTS_EN, text) for text in NO_WORK_EN), *((RESULTS_ZH, text) for text in NO_WORK_ZH)]
)
def test_what_is_no_work_among_results(results: tuple[str, ...], text: str) -> None:
    assert findings_of(KrActionConfused, _objective(*results, text)) == []


@pytest.mark.parametrize(
    ("key_results", "label", "certainty"),
    [
        ((*RESULTS_EN, "Design a referral page for sign-ups"), "KR1", "medium"),
        ((*RESULTS_EN, "Invite cyclists to a tour"), "KR2", "low"),
        ((*RESULTS_ZH, "设计转介绍有礼活动"), "KR1", "medium"),
        ((*RESULTS_ZH, "組織騎行客戶活動"), "KR2", "medium"),
    ],
)
def test_the_sibling_with_most_words_in_common_is_proposed(
    key_results: tuple[str, ...], label: str, certainty: str
) -> None:
    (found,) = findings_of(KrActionConfused, _objective(*key_results))
    assert label in found.message
    assert found.certainty == certainty


def test_where_none_stands_out_it_asks() -> None:
    (found,) = findings_of(KrActionConfused, _objective(*RESULTS_EN, "Write the launch plan"))
    assert "which of the other 2 key results" in found.message
    assert found.certainty == "low"


def test_work_that_prevails_is_no_step_of_the_rest() -> None:
    assert findings_of(KrActionConfused, _objective(*RESULTS_EN, *WORK_EN[:3])) == []
    assert findings_of(KrActionConfused, _objective(RESULTS_EN[0], WORK_EN[0])) == []
    assert len(findings_of(KrActionConfused, _objective(RESULTS_EN[0], WORK_EN[0]), min_siblings=1)) == 1


def test_it_stands_beside_what_is_wrong_with_the_line() -> None:
    text = _objective(*RESULTS_EN, "Design a referral page for sign-ups")
    assert {found.code for found in lint_text(text, config={"select": ["KW002", "AP003"]}).findings} == {
        "KW002",
        "AP003",
    }


# AP004


def test_a_step_without_a_key_result_in_a_list_with_such() -> None:
    head = "# OKRs\n\n## O1: Be loved\n\n- KR1: NPS 20\n- KR2: CSAT 80\n- Actions:\n"
    texts = [found.message for found in findings_of(OrphanAction, head + "  - KR1: call\n  - paint\n  - [x] old\n")]
    assert len(texts) == 1
    assert texts[0].startswith("“paint”")
    assert findings_of(OrphanAction, head + "  - call\n  - paint\n") == []
    assert findings_of(OrphanAction, head + "  - KR1: call\n  - KR2: paint\n") == []
