"""How far something is, beside its statement: ticks, lights, shares and drawn bars; and what looks like them."""

import pytest
from golden import read_markdown

from okrlint.model import KeyResult, Objective


def below(*results: str, objective: str = "## O1: Make customers stay") -> list[KeyResult]:
    (found,) = read_markdown("\n".join(["# OKR 2026 Q2", objective, *(f"- {words}" for words in results)])).objectives
    return list(found.key_results)


def progress(item: Objective | KeyResult) -> str | None:
    return next((field.text.value for field in item.fields if field.name == "progress"), None)


def told(*results: str) -> list[tuple[str, str | None]]:
    return [(str(result.text), progress(result)) for result in below(*results)]


@pytest.mark.parametrize(
    ("words", "text", "done", "status"),
    [
        ("KR1：组织4次分享 ✅ 已完成", "组织4次分享", True, "已完成"),
        ("KR1：组织4次分享 ❌ 未完成", "组织4次分享", False, "未完成"),
        ("KR1: Give 4 talks ✅ Done", "Give 4 talks", True, "Done"),
        ("KR1: Give 4 talks ❌ Not done", "Give 4 talks", False, "Not done"),
        ("KR1：组织4次分享 ✔️", "组织4次分享", True, "None"),
        ("KR1: Give 4 talks ✅ (owner: Ana)", "Give 4 talks", True, "None"),
        ("✅ KR1: Give 4 talks", "Give 4 talks", True, "None"),
        ("KR1: ✅ Give 4 talks", "Give 4 talks", True, "None"),
        ("KR1 ❌：组织4次分享", "组织4次分享", False, "None"),
    ],
)
def test_ticks_and_crosses(words: str, text: str, done: bool, status: str) -> None:
    result, _ = below(words, "KR2: Hire 2 people")
    assert (str(result.text), result.done, str(result.status)) == (text, done, status)


@pytest.mark.parametrize(
    "words",
    [
        "KR1: Bring every service to ✅",
        "KR1: All 12 checks show ✅",
        "KR1: Mark 3 of 4 audits as ✅ passed",
        "KR1：全部检查项变为 ✅",
        "KR1: ✅ in all 12 checks ✅ rows",
    ],
)
def test_statements_about_ticks_stay(words: str) -> None:
    result, _ = below(words, "KR2: Hire 2 people")
    assert "✅" in str(result.text)


def test_the_same_sign_in_front_of_all_may_be_an_ornament() -> None:
    results = below("✅ Give 4 talks", "✅ Hire 2 people", "✅ Ship 3 releases")
    assert [result.done for result in results] == [None, None, None]


@pytest.mark.parametrize(
    ("objective", "text", "status"),
    [
        ("## O2 打造学习型团队 🟡", "打造学习型团队", "🟡"),
        ("## O2: Build a team that learns 🟢", "Build a team that learns", "🟢"),
        ("## O2: Bring the platform to 🟢", "Bring the platform to 🟢", "None"),
        ("## O2 让红绿灯变成 🟢", "让红绿灯变成 🟢", "None"),
    ],
)
def test_one_light_behind_an_objective(objective: str, text: str, status: str) -> None:
    (found,) = read_markdown(f"# OKR 2026 Q2\n\n{objective}\n\n- KR1: Give 4 talks\n").objectives
    assert (str(found.text), str(found.status)) == (text, status)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("KR1：组织3次分享（完成60%）", "组织3次分享"),
        ("KR1：组织3次分享（当前进度：60%）", "组织3次分享"),
        ("KR1：组织3次分享 完成度60%", "组织3次分享"),
        ("KR1：组织3次分享，完成60%", "组织3次分享"),
        ("KR1：组织3次分享——已完成60%", "组织3次分享"),
        ("KR1: Migrate 10 services (60% complete)", "Migrate 10 services"),
        ("KR1: Migrate 10 services, 60% done", "Migrate 10 services"),
        ("KR1: ███▒▒ 60% - Migrate 10 services", "Migrate 10 services"),
        ("KR1：▓▓▓░░ 60%：组织3次分享", "组织3次分享"),
    ],
)
def test_what_says_how_much_is_done(words: str, text: str) -> None:
    assert told(words) == [(text, "60%")]


@pytest.mark.parametrize(
    "words",
    [
        "数据迁移完成60%",
        "推进平台建设，完成60%",
        "发展10家门店，完成率60%",
        "培训完成度60%",
        "Get the project 60% done",
        "███ 60% of users log in",
        "60% of users log in",
    ],
)
def test_a_share_to_be_reached_stays(words: str) -> None:
    assert told(f"KR1: {words}") == [(words, None)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("组织3次分享 60%", "招聘2人 30%"),
        ("组织3次分享 —— 60%", "招聘2人 —— 30%"),
        ("组织3次分享（60%）", "招聘2人（30%）"),
        ("Give 3 talks - 60%", "Hire 2 people - 30%"),
        ("Give 3 talks (60%)", "Hire 2 people (30%)"),
    ],
)
def test_shares_behind_what_is_counted_are_progress(first: str, second: str) -> None:
    results = told(f"KR1: {first}", f"KR2: {second}", "KR3: Renew the contract")
    assert [share for _, share in results] == ["60%", "30%", None]
    assert not any("%" in text for text, _ in results)


@pytest.mark.parametrize(
    "results",
    [
        ["代码覆盖率（60%）", "续费率（40%）"],
        ["7日留存率 40%", "30日留存率 20%"],
        ["Top 10 客户续约率 90%", "前 5 大客户满意度 95%"],
        ["3 个产品覆盖率 90%", "5 个城市渗透率 30%"],
        ["Renewal rate of 3 regions 90%", "Share of 5 products 30%"],
        ["Grow revenue to $2M (20%)", "Grow users to 5,000 (30%)"],
        ["Raise users from 100k to 150k (50%)", "Raise revenue from $1.0M to $1.2M (20%)"],
        ["Raise the share of 3 teams to 60%", "Raise the share of 4 teams to 70%"],
        ["Hire 2 people => 60%", "Give 3 talks => 30%"],
        ["Give 3 talks (60%)", "Churn (5%)"],
    ],
)
def test_shares_that_may_be_targets_stay(results: list[str]) -> None:
    assert [share for _, share in told(*(f"KR: {words}" for words in results))] == [None] * len(results)


def test_shares_that_add_up_are_weights() -> None:
    results = below("KR1: Hire 10 engineers (60%)", "KR2: Hire 5 designers (40%)")
    assert [result.weight and result.weight.value for result in results] == [0.6, 0.4]


def test_an_objective_has_progress_where_its_key_results_have() -> None:
    text = "# OKR 2026 Q2\n\n## O1 打造学习型团队（45%）\n\n- KR1 组织3次分享（60%）\n- KR2 招聘2人（30%）\n"
    (objective,) = read_markdown(text).objectives
    assert (str(objective.text), progress(objective)) == ("打造学习型团队", "45%")


def test_a_share_of_an_objective_may_be_its_target() -> None:
    text = "# OKR 2026 Q2\n\n## O1 市场份额 60%\n\n- KR1 组织3次分享\n- KR2 招聘2人\n"
    (objective,) = read_markdown(text).objectives
    assert (str(objective.text), progress(objective)) == ("市场份额 60%", None)


def test_scores_with_more_words_in_their_names() -> None:
    result, other = below("KR1: Collect badges (Target: 8/8) - Current Score: 0/10", "KR2: Win - Latest score: 3/10")
    assert (str(result.text), result.score and result.score.value) == ("Collect badges", 0.0)
    assert (str(other.text), other.score and other.score.value) == ("Win", 0.3)


def test_priorities_with_people_and_those_not_set() -> None:
    text = """# OKR 2026 Q2

## O1: Ship it

- `PX` - Open 3 markets
- `P0` @ana - Close 5 bugs
- `PX` @bo - Move 2 teams
- `npm` - publish 3 packages
- PX - a theme with 2 parts
"""
    results = read_markdown(text).objectives[0].key_results
    assert [
        (str(result.text), str(result.priority), [owner.value for owner in result.owners]) for result in results
    ] == [
        ("Open 3 markets", "PX", []),
        ("Close 5 bugs", "P0", ["ana"]),
        ("Move 2 teams", "PX", ["bo"]),
        ("npm - publish 3 packages", "None", []),
        ("PX - a theme with 2 parts", "None", []),
    ]


@pytest.mark.parametrize(
    ("line", "statement", "status"),
    [
        ("崩溃率从 3% 降到 1% **DONE**", "崩溃率从 3% 降到 1%", "DONE"),
        ("Churn from 5% to 3% **in progress**", "Churn from 5% to 3%", "in progress"),
        ("NPS从30到45 DONE", "NPS从30到45", "DONE"),
        ("NPS from 30 to 45 — ON HOLD", "NPS from 30 to 45", "ON HOLD"),
        ("Get 40 migrations **fully done**", "Get 40 migrations fully done", None),
        ("Raise the share of tickets that are **done**", "Raise the share of tickets that are done", None),
        ("Cut work in WIP", "Cut work in WIP", None),
        ("Grow from 3 to 9 stores in **Berlin**", "Grow from 3 to 9 stores in Berlin", None),
    ],
)
def test_a_status_in_bold_or_capitals_at_the_end(line: str, statement: str, status: str | None) -> None:
    document = read_markdown(f"# OKRs 2026-Q2\n\n## O1: Win trust\n\n- KR1: {line}\n- KR2: 5 talks\n")
    result = document.objectives[0].key_results[0]
    assert (str(result.text), result.status.raw if result.status else None) == (statement, status)


def test_what_an_item_supports_in_square_brackets() -> None:
    document = read_markdown(
        "# 2025年Q3 OKR\n\n- O1：支持多人场景 [O2-KR2] **DONE**\n  - KR1：满意度从 3.8 分到 4.5 分（✅）\n"
        "- O2：稳定 [2]\n  - KR1：5家\n"
    )
    first, second = document.objectives
    assert (str(first.text), [each.raw for each in first.supports], str(second.text)) == (
        "支持多人场景", ["O2-KR2"], "稳定 [2]",
    )  # fmt: skip
    assert (str(first.key_results[0].text), first.key_results[0].done) == ("满意度从 3.8 分到 4.5 分", True)


def test_a_struck_through_item_ends_behind_its_marks() -> None:
    document = read_markdown("# OKR\n\n## ~~O2：旧目标~~\n- ~~KRx]e：作废~~\n")
    (result,) = document.objectives[0].key_results
    assert result.status is not None
    assert result.span.start <= result.status.span.start < result.status.span.end <= result.span.end
