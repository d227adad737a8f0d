"""What the examples on the rules about alignment do not show: options, whose a document is, and traps."""

from datetime import date
from pathlib import Path

import pytest

from okrlint import ConfigError, lint_paths, lint_text
from okrlint.plugins import ProjectRule
from okrlint.testing import findings_of
from okrlint_rules.alignment.alignment_broken import AlignmentBroken
from okrlint_rules.alignment.dependencies import TeamNames
from okrlint_rules.alignment.kr_does_not_support_objective import KrDoesNotSupportObjective
from okrlint_rules.alignment.objective_copied_from_parent import ObjectiveCopiedFromParent
from okrlint_rules.alignment.objective_not_aligned import ObjectiveNotAligned
from okrlint_rules.alignment.objective_not_core_work import ObjectiveNotCoreWork
from okrlint_rules.alignment.parent_not_covered import ParentNotCovered
from okrlint_rules.alignment.plan_target_not_reached import PlanTargetNotReached

KR = "- KR1: 40% of orders arrive before noon\n"


def _document(title: str, *objectives: str, head: str = "") -> str:
    body = "".join(f"\n## O{number}: {text}\n\n{KR}" for number, text in enumerate(objectives, 1))
    return f"# {title}\n\n{head}\n{body}"


def _certainties(text: str, **options: object) -> list[str]:
    return [finding.certainty for finding in findings_of(ObjectiveNotAligned, text, **options)]


@pytest.mark.parametrize(
    ("title", "certainties"),
    [
        *((title, ["medium"]) for title in ("Bakery team OKRs 2026-Q2", "Sales OKRs 2026-Q2", "2026年Q2 客服部 OKR")),
        *((title, ["medium"]) for title in ("Q2 2026 Engineering OKRs", "某某公司市场部 2026Q2 OKR", "華東分公司 OKR")),
        *((title, ["low"]) for title in ("OKRs 2026-Q2", "Harbour OKRs 2026", "2026年Q2目标", "Kite 项目 OKR")),
        *((title, []) for title in ("Company OKRs 2026", "Corporate goals 2026", "公司2026年度OKR", "集团 OKR 2026")),
        *((title, []) for title in ("青橙公司 2026年Q2 OKR", "青橙科技有限公司 2026年Q2 OKR", "青橙公司2026年度OKR")),
        *((title, ["medium"]) for title in ("青橙公司市场部 2026年Q2 OKR", "上海分公司 2026年Q2 OKR")),
        *((title, []) for title in ("My OKRs 2026-Q2", "Personal OKRs", "个人OKR（2026年Q2）", "我的 OKR 2026")),
    ],
)
def test_who_needs_a_parent(title: str, certainties: list[str]) -> None:
    assert _certainties(_document(title, "Let bread be on every table", "让夜班也吃上热饭")) == certainties


@pytest.mark.parametrize(
    "head",
    [
        *("Annual plan: twenty shops in three towns", "- Aligned to: company-2026/O2", "- Parent: ../company.md#o2"),
        *(
            "年度计划：三个城市共二十家店",
            "- 承接：公司2026年度目标O2",
            "- 對齊：集團O1-KR3",
            "- 上级目标：成为本市首选",
        ),
        *("Company plan: Be the baker of the town", "Supports: annual plan"),
    ],
)
def test_a_plan_named_once_counts_for_all(head: str) -> None:
    assert _certainties(_document("Bakery team OKRs 2026-Q2", "Let bread be on every table", "Rest", head=head)) == []


@pytest.mark.parametrize(
    "value",
    [
        *("company strategy", "The company's strategic goals", "our mission", "TBD", "business priorities", "Yes"),
        *("公司战略", "集团整体战略目标", "公司的愿景和使命", "待定", "上级目标", "業務發展方向"),
    ],
)
def test_a_parent_without_a_name_is_none(value: str) -> None:
    (found,) = findings_of(
        ObjectiveNotAligned, _document("Bakery team OKRs", "Warm bread", head=f"- Supports: {value}")
    )
    assert value in found.message


@pytest.mark.parametrize(
    "head",
    [
        *("- Supports: [the plan](../plan.md#p2)", "- 承接：[公司战略](公司.md)", "Annual plan: [strategy](plan.md)"),
        "- Aligned to: **[strategy](<plan.md>)**",
    ],
)
def test_a_link_says_which_parent_is_meant(head: str) -> None:
    assert _certainties(_document("Bakery team OKRs 2026-Q2", "Let bread be on every table", head=head)) == []


def test_links_of_other_formats_say_it_too() -> None:
    rst = (
        "Bakery team OKRs\n================\n\nO1: Warm bread\n--------------\n\n"
        ":Supports: `the plan <plan.rst>`_\n\n* KR1: 3 of 4 loaves\n"
    )
    org = "* Bakery team OKRs\n** O1: Warm bread\n- Supports: [[file:plan.org][the plan]]\n- KR1: 3 of 4 loaves\n"
    html = (
        "<h1>Bakery team OKRs</h1><h2>O1: Warm bread</h2><p>Supports: <a href='plan.html'>the plan</a></p>"
        "<ul><li>KR1: 3 of 4 loaves</li></ul>"
    )
    for format_name, text in (("rst", rst), ("org", org), ("html", html)):
        assert findings_of(ObjectiveNotAligned, text, format=format_name) == [], format_name


@pytest.mark.parametrize(
    "objective",
    [
        *(
            "Warm bread at six (supports company O2)",
            "Warm bread at six, contributing to O1",
            "Warm bread, aligned to KR3",
        ),
        *("让热面包六点上架（承接公司O2）", "支撑年度目标，让热面包六点上架", "讓熱麵包六點上架【對齊公司O1】"),
    ],
)
def test_the_words_of_an_objective_may_name_its_parent(objective: str) -> None:
    assert _certainties(_document("Bakery team OKRs", objective)) == []


@pytest.mark.parametrize("objective", ["Support iOS 17 like a native", "支持5000家门店", "Serve customers of 4 towns"])
def test_to_support_something_is_no_parent(objective: str) -> None:
    assert _certainties(_document("Bakery team OKRs", objective)) == ["medium"]


def test_the_share_of_objectives_that_must_name_a_parent() -> None:
    text = _document("Bakery team OKRs", "One (supports O1)", "Two (supports O2)", "Three", "Four (supports O4)")
    (found,) = findings_of(ObjectiveNotAligned, text)
    assert "1 of 4 objectives (O3)" in found.message
    assert _certainties(text, min_share=0.75) == []
    assert _certainties(_document("Bakery team OKRs", "One", "Two"), min_share=0.0) == []


def test_levels_and_fields_are_options() -> None:
    assert _certainties(_document("Region OKRs 2026", "Warm bread"), root_levels=("region",)) == []
    text = (
        "team: Bakery\nobjectives:\n  - objective: Warm bread\n    bet: Seven towns\n    key_results: [40% at noon]\n"
    )
    assert len(findings_of(ObjectiveNotAligned, text, format="yaml")) == 1
    assert findings_of(ObjectiveNotAligned, text, format="yaml", fields=("Bet",)) == []


def test_a_child_by_its_label_has_a_parent() -> None:
    text = f"# Bakery team OKRs\n\n## O1: Be loved (supports city O3)\n\n{KR}\n## O1.1: Warm bread\n\n{KR}"
    assert _certainties(text) == []


def test_objectives_of_the_whole_company_need_none() -> None:
    text = (
        "objectives:\n"
        "  - {team: Company, objective: Be loved, key_results: [40% at noon]}\n"
        "  - {team: Bakery, objective: Warm bread, supports: O1, key_results: [40% at noon]}\n"
    )
    assert findings_of(ObjectiveNotAligned, text, format="yaml") == []


@pytest.mark.parametrize(
    ("path", "is_found"),
    [
        *((f"{name}.md", False) for name in ("公司", "公司OKR", "公司2026", "公司2026年Q2 OKR", "公司第二季度目标")),
        *((f"{name}.md", False) for name in ("company", "company-okrs-2026-q2", "Company OKRs 2026", "FY26 company")),
        *((f"{name}.md", True) for name in ("青橙", "北京分公司", "company-tools", "公司市场部2026", "2026-q2")),
    ],
)
def test_a_file_may_say_that_it_is_that_of_the_company(path: str, is_found: bool) -> None:
    text = _document("青橙科技 2026年Q2 OKR", "Let bread be on every table")
    report = lint_text(text, path=path, config={"select": ["AL001"], "min-confidence": "low"})
    assert bool(report.findings) is is_found


@pytest.mark.parametrize(
    ("company", "team", "other"),
    [("Company", "Campus team", "Branches team"), ("公司", "校园组", "网点组")],
)
def test_sections_of_the_company_beside_those_of_teams_need_none(company: str, team: str, other: str) -> None:
    section = f"### O1: Be the bank students recommend\n\n{KR}\n### O2: Nobody queues\n\n{KR}\n"
    of_team = f"### O1: A greeting at the door\n\n- Supports: company O1\n{KR}\n"
    text = f"# OKRs 2026-Q2\n\n## {company}\n\n{section}## {team}\n\n{of_team}## {other}\n\n{of_team}"
    assert findings_of(ObjectiveNotAligned, text) == []
    text = text.replace("- Supports: company O1\n", "")
    assert [finding.certainty for finding in findings_of(ObjectiveNotAligned, text)]


CHARTER = {
    "Payments": ("payment", "pay", "checkout", "refund"),
    "Marketing": ("brand", "campaign", "reach"),
    "客服": ("客户", "工单", "投诉", "满意度"),
    "市场": ("品牌", "渠道", "推广"),
}


def _charter(team: str, objective: str, *key_results: str) -> list[str]:
    lines = "".join(f"- KR{number}: {text}\n" for number, text in enumerate(key_results, 1))
    text = f"# OKRs 2026-Q2\n\n- Team: {team}\n\n## O1: {objective}\n\n{lines}"
    return [found.message for found in findings_of(ObjectiveNotCoreWork, text, charter=CHARTER)]


@pytest.mark.parametrize(
    ("team", "objective", "key_result"),
    [
        ("Payments team", "Redraw the careers site", "900 applications a month"),
        ("Marketing", "Train a thousand advisers", "800 advisers hold a certificate"),
        ("payments", "Make the canteen green", "60% of dishes are vegetarian"),
        ("客服部", "重做招聘官网", "每月收到900份简历"),
        ("市场部", "培养一支顾问队伍", "800名顾问取得证书"),
        ("市場部", "培養一支顧問隊伍", "800名顧問取得證書"),
    ],
)
def test_an_objective_beside_the_charter(team: str, objective: str, key_result: str) -> None:
    (message,) = _charter(team, objective, key_result)
    assert objective in message


@pytest.mark.parametrize(
    ("team", "objective", "key_result"),
    [
        ("Payments team", "Make paying feel instant", "95% of payments are confirmed within 2 s"),
        ("Marketing", "Be a name that people trust", "40% recall the brand"),
        ("Treasury", "Redraw the careers site", "900 applications a month"),  # the charter knows no such team
        ("客服部", "让求助像聊天一样轻松", "工单一次解决率达到80%"),
        ("市场部", "讓更多人記得我們", "品牌認知度達到40%"),
    ],
)
def test_an_objective_within_the_charter(team: str, objective: str, key_result: str) -> None:
    assert _charter(team, objective, key_result) == []


def test_another_team_of_the_charter_is_waited_for() -> None:
    (message,) = _charter("Payments", "Make refunds instant", "Marketing finishes its new brand", "Marketing reach 40%")
    assert "“Marketing”" in message
    assert _charter("Marketing", "Be a name that people trust", "Marketing reach rises to 40%") == []


WAITING = [
    *("Get the platform team to ship the new search", "Go live depends on the customs office", "Awaiting approval"),
    *("Convince the finance department to fund two desks", "Opening is subject to approval by the bank"),
    *("Push our partner to deliver the scanners", "Delivery is contingent on the permit", "Waiting on the audit"),
    *("推动供应链部门上线新系统", "等设计稿确认后完成改版", "能否开业取决于消防验收", "督促供应商按期交货"),
    *("待法务审批后签约", "協調後依賴於總部批覆", "敦促研發中心修復問題", "配合市场部上线后完成投放"),
]
NOT_WAITING = [
    *("Waiting time falls from 25 to 8 minutes", "Revenue no longer depends on one customer", "Team morale rises to 8"),
    *("Get the team to 8 of 10 in the survey", "40 partners renew", "Approvals take 2 days instead of 9"),
    *("Push notifications reach 60% of users", "Ask for feedback from 90% of guests", "Vendor score rises to 4.5"),
    *("等待时间由25分钟降到8分钟", "审批时长缩短到2天", "供应商准时率达到98%", "推动复购率提升到30%"),
    *("待付款订单减少到200单", "配合度评分达到4.5", "減少依賴單一客戶，占比降到20%", "催收回款率达到90%"),
]


@pytest.mark.parametrize("text", WAITING)
def test_key_results_that_wait_for_others(text: str) -> None:
    assert len(findings_of(ObjectiveNotCoreWork, _supported("Move into our own hall", text))) == 1


@pytest.mark.parametrize("text", NOT_WAITING)
def test_key_results_that_do_not(text: str) -> None:
    assert findings_of(ObjectiveNotCoreWork, _supported("Move into our own hall", text)) == []


@pytest.mark.parametrize(
    ("name", "config"),
    [
        ("okrlint.toml", 'select = ["AL005"]\n[options.AL005.charter]\nBakery = ["bread", "oven"]\n'),
        (".okrlint.yaml", "select: [AL005]\noptions: {AL005: {charter: {Bakery: [bread, oven]}}}\n"),
    ],
)
def test_a_charter_comes_from_configuration(name: str, config: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(config, encoding="utf-8")
    path = tmp_path / "team.md"
    for objective, codes in (("Repaint the trucks", ["AL005"]), ("Bread on every table", [])):
        path.write_text(_document("Bakery team OKRs", objective), encoding="utf-8")
        assert [found.code for found in lint_paths([path]).findings] == codes


@pytest.mark.parametrize("charter", ["bread", {"Bakery": "bread"}, {"Bakery": [1]}, [["Bakery", "bread"]]])
def test_a_charter_of_another_form_is_refused(charter: object) -> None:
    with pytest.raises(ConfigError, match="charter"):
        lint_text("# x", config={"select": ["AL005"], "options": {"AL005": {"charter": charter}}})


def _supported(objective: str, *key_results: str) -> str:
    lines = "".join(f"- KR{number}: {text}\n" for number, text in enumerate(key_results, 1))
    return f"# OKRs 2026-Q2\n\n## O1: {objective}\n\n{lines}"


LINKED = [
    ("Make guests love the hotel", "NPS rises from 20 to 45"),
    ("Answer in a blink", "p95 latency falls to 80 ms"),
    ("Make the service rock solid", "Uptime reaches 99.95%; it was a robust year"),
    ("Grow a lively community", "300 contributors"),
    ("Become profitable", "Gross margin rises to 45%"),
    ("Be the best place to work", "Attrition falls from 18% to 9%"),
    ("Make the site safe", "Injuries fall from 6 to 1"),
    ("Earn the trust of banks", "Two of two SOC 2 audits are passed"),
    ("Get fit again", "Run 10 km in 50 minutes"),
    ("让住客爱上酒店", "NPS由20升至45"),
    ("快到感觉不到等待", "首屏加载缩短到0.8秒"),
    ("系统稳如磐石", "可用率达到99.95%"),
    ("开源社区更有活力", "贡献者达到300名"),
    ("实现盈利", "毛利率达到45%"),
    ("打造人才向往的团队", "離職率由18%降到9%"),
    ("工地更安全", "工伤由6起降到1起"),
    ("找回健康的身体", "50分钟跑完10公里"),
]


@pytest.mark.parametrize(("objective", "key_result"), LINKED)
def test_a_theme_links_a_key_result_to_its_objective(objective: str, key_result: str) -> None:
    assert findings_of(KrDoesNotSupportObjective, _supported(objective, key_result)) == []


@pytest.mark.parametrize(
    ("objective", "key_result"),
    [
        *(("Make guests love the hotel", text) for text in ("12 trucks are repainted", "Rent falls by 10%")),
        *(("Answer in a blink", text) for text in ("300 kg of paper are saved", "9 posters hang in the hall")),
        *(("让住客爱上酒店", text) for text in ("重新粉刷12辆货车", "房租下降10%")),
        *(("快到感觉不到等待", text) for text in ("節約紙張300公斤", "大厅挂上9张海报")),
    ],
)
def test_a_key_result_about_something_else(objective: str, key_result: str) -> None:
    (found,) = findings_of(KrDoesNotSupportObjective, _supported(objective, key_result))
    assert found.certainty == "low"


def test_a_theme_of_ones_own() -> None:
    text = _supported("Wake the town with good coffee", "Cupping points rise from 82 to 86")
    config = {"select": ["AL006"], "min-confidence": "low"}
    assert [found.code for found in lint_text(text, config=config).findings] == ["AL006"]
    assert lint_text(text, config={**config, "lexicon": {"themes": ["coffee / cupping / 咖啡 / 杯测"]}}).findings == ()


def test_how_many_words_make_a_link() -> None:
    text = _supported("Bring the night ferry to life", "40% of ferry cabins are let")
    assert findings_of(KrDoesNotSupportObjective, text) == []
    assert len(findings_of(KrDoesNotSupportObjective, text, min_overlap=2)) == 1


def _project(*files: tuple[str, str], config: str = "") -> str:
    parts = [f"==> .okrlint.yaml\n{config}\n"] if config else []
    return "\n".join([*parts, *(f"==> {path}\n{text}\n" for path, text in files)])


def _messages(rule: type[ProjectRule], text: str, *, today: date | None = None, **options: object) -> list[str]:
    return [finding.message for finding in findings_of(rule, text, today=today, **options)]


_TEAM = "# Oven team OKRs 2026-Q2\n\n## O1: Let nobody wait for warm bread\n- Aligned to: company/O1\n" + KR


def _company(*objectives: str) -> tuple[str, str]:
    return "company.md", "# Company OKRs 2026\n" + "".join(
        f"\n## O{number}: {text}\n{'' if '- KR' in text else KR}" for number, text in enumerate(objectives, 1)
    )


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        ("Let bakers grow old in the trade", True),
        ("Let bakers grow old in the trade\n- Status: cancelled", False),
        ("Let bakers grow old in the trade\n- Status: done", False),
        ("Let bakers grow old in the trade\n- Deadline: 2026-03-31", False),
        ("Let bakers grow old in the trade\n- Owner: Growth team\n- KR1: 40% stay (owner: Growth team)", True),
        ("Let bakers grow old in the trade\n- Owner: Ida Berg\n- KR1: 40% stay (owner: Ida Berg)", False),
        ("Let bakers grow old in the trade\n- Owner: TBD\n- KR1: 40% stay (owner: TBD)", True),
    ],
)
def test_a_goal_that_nobody_supports(second: str, is_found: bool) -> None:
    text = _project(_company("Be the bakery that people cross town for", second), ("ovens.md", _TEAM))
    assert bool(_messages(ParentNotCovered, text)) is is_found


def test_the_files_of_all_that_may_be_meant_are_named() -> None:
    own = f"# Oven team OKRs 2026-Q2\n\n## O1: Warm bread\n{KR}  - Supports: O1\n"
    (message,) = _messages(AlignmentBroken, _project(_company("Be loved"), ("ovens.md", own)))
    assert "company.md O1, ovens.md O1" in message


def test_goals_of_a_time_that_is_over_need_nobody() -> None:
    text = _project(_company("Be the bakery of the town", "Let bakers grow old"), ("ovens.md", _TEAM))
    assert _messages(ParentNotCovered, text, today=date(2026, 5, 1))
    assert not _messages(ParentNotCovered, text, today=date(2027, 1, 1))


def test_a_link_to_all_of_a_document_makes_it_less_sure() -> None:
    beside = "# Flour team OKRs 2026-Q2\n\n- Annual plan: company\n\n## O1: Let flour never run out\n" + KR
    goals = _company("Be the bakery of the town", "Let bakers grow old")
    sure = findings_of(ParentNotCovered, _project(goals, ("ovens.md", _TEAM)))
    doubtful = findings_of(ParentNotCovered, _project(goals, ("ovens.md", _TEAM), ("flour.md", beside)))
    assert [finding.certainty for finding in (*sure, *doubtful)] == ["high", "medium"]


def test_nothing_is_concluded_from_a_few_files(tmp_path: Path) -> None:
    for name, text in (_company("Be the bakery of the town", "Let bakers grow old"), ("ovens.md", _TEAM)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    codes = []
    for paths in ([tmp_path], [tmp_path / "company.md", tmp_path / "ovens.md"]):
        report = lint_paths(paths, config={"select": ["AL003"]}, today=date(2026, 5, 1))
        codes.append([found.code for found in report.findings])
    assert codes == [["AL003"], []]


@pytest.mark.parametrize(
    ("text", "certainties"),
    [
        ("Be the bakery that people cross town for", ["high"]),
        ("be the Bakery that people cross town for in 2026", ["high"]),
        ("Oven team: be the bakery that people cross town for", ["high"]),
        ("Be the bakery that people cross town for (shared objective)", []),
        ("Be the bakery that people of our street love", []),
        ("Bakery", []),
    ],
)
def test_a_copied_objective(text: str, certainties: list[str]) -> None:
    team = f"# Oven team OKRs 2026-Q2\n\n## O1: {text}\n- Aligned to: company/O1\n- KR1: Waiting falls to 4 minutes\n"
    found = findings_of(
        ObjectiveCopiedFromParent, _project(_company("Be the bakery that people cross town for"), ("ovens.md", team))
    )
    assert [finding.certainty for finding in found] == certainties


def test_a_share_of_the_parents_figure_is_a_contribution() -> None:
    team = "# Oven team OKRs 2026-Q2\n\n## O1: Open 4 shops in villages\n- Aligned to: company/O1\n" + KR
    text = _project(_company("Open 30 shops in villages"), ("ovens.md", team))
    assert [finding.certainty for finding in findings_of(ObjectiveCopiedFromParent, text)] == ["low"]


@pytest.mark.parametrize(
    "text",
    [
        *("Marketing qualified leads grow from 200 to 400", "Marketing spend falls to 3% of revenue"),
        *("Data quality rises to 99%", "Go-live no longer depends on data of the bank", "Sales reach $1M"),
        *("市场部转化率提升到5%", "推动市场部转化率提升到5%", "与市场部一起办10场活动", "市场部的10人都会烘焙"),
    ],
)
def test_a_team_that_is_only_named(text: str) -> None:
    names = TeamNames(["Marketing", "Data team", "Sales", "市场部"])
    assert list(names.found_in(text)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marketing finishes its rebrand", "Marketing finishes"),
        ("Get the legal team to sign the lease", "Get the legal team to "),
        ("Go-live depends on IT", "depends on IT"),
        ("Approval from Legal for 30 contracts", "Approval from Legal"),
        ("等市场部完成品牌升级", "等市场部"),
        ("推動法務部簽下租約", "推動法務部"),
        ("由数据部提供10张看板", "由数据部"),
        ("等Marketing团队完成品牌升级", "等Marketing团队"),
    ],
)
def test_a_team_that_is_to_do_something(text: str, words: str) -> None:
    names = TeamNames(["Marketing", "Legal", "IT", "法务部", "市场部", "数据部"])
    assert [text[found.start : found.end] for found in names.found_in(text)] == [words]


def _added(goal: str, *key_results: str, period: str = "2026", goals: str = "2026", extra: str = "") -> list[str]:
    """Return what is found of a goal of the company that a team's key results support."""
    company = f"# Company OKRs {goals}\n\n## O1: Be everywhere\n- KR1: {goal}\n"
    rows = "".join(f"- KR{number}: {text}\n" for number, text in enumerate(key_results, 1))
    team = f"# Reach team OKRs {period}\n\n## O1: Let everybody hear of us\n- Supports: company/O1-KR1\n{rows}"
    files = [("company.md", company), ("reach.md", team), *([("extra.md", extra)] if extra else [])]
    found = findings_of(PlanTargetNotReached, _project(*files), today=None)
    return [finding.message for finding in found if finding.certainty != "low"]


@pytest.mark.parametrize(
    ("goal", "key_results"),
    [
        ("100,000 downloads", ("40,000 downloads in schools", "30,000 downloads in shops")),
        ("10万下载量", ("校园带来4万下载量", "社区带来3万次下载")),
        ("1,000 名认证顾问", ("培养300名认证顾问", "伙伴培养200名认证顾问")),
        ("10万下载量", ("40,000 downloads in schools",)),
        ("100,000 downloads", ("Downloads from 5,000 to 60,000",)),
        ("Revenue of $2m", ("$400,000 of revenue from bands", "Revenue of $300,000 from schools")),
        ("Downloads from 20,000 to 60,000", ("Downloads from 5,000 to 20,000", "10,000 downloads in shops")),
    ],
)
def test_a_sum_that_is_too_small(goal: str, key_results: tuple[str, ...]) -> None:
    assert len(_added(goal, *key_results)) == 1


@pytest.mark.parametrize(
    ("goal", "key_results"),
    [
        ("100,000 downloads", ("40,000 downloads in schools", "60,000 downloads in shops")),
        ("100,000 downloads", ("12 schools sing along",)),
        ("Downloads from 20,000 to 60,000", ("40,000 downloads in schools",)),
        ("Downloads from 20,000 to 60,000", ("Downloads from 15,000 to 60,000",)),
        ("Reach 60,000 members", ("Win 9,000 new members",)),
        ("会员达到6万人", ("新增会员9,000人",)),
        ("Retention of 80%", ("Retention of clubs from 50% to 60%",)),
        ("NPS from 30 to 45", ("NPS of clubs from 20 to 40",)),
        ("10,000 visits per day", ("4,000 visits per day",)),
        ("Average order of $40", ("Average order of $30 in the north",)),
        ("At most 20 incidents", ("At most 5 incidents in the north",)),
        ("Complaints fall from 400 to 100", ("Complaints fall from 90 to 40",)),
        ("Revenue of $2m", ("$400,000 of revenue from bands", "€200,000 of revenue from shops")),
        ("100,000 downloads", ("40,000 downloads in schools", "10,000 downloads a month in shops")),
        ("500 sales calls", ("20 support calls with users",)),
    ],
)
def test_a_sum_that_is_enough_or_not_clear(goal: str, key_results: tuple[str, ...]) -> None:
    assert _added(goal, *key_results) == []


def test_quarters_count_together_and_those_to_come_are_waited_for() -> None:
    row = "60,000 downloads in schools"
    assert _added("100,000 downloads", row, period="2026-Q1") == []
    other = "# Shop team OKRs 2026-Q4\n\n## O1: Sing\n- Supports: company/O1-KR1\n- KR1: {} downloads in shops\n"
    assert _added("100,000 downloads", row, period="2026-Q1", extra=other.format("45,000")) == []
    assert "75,000" in _added("100,000 downloads", row, period="2026-Q1", extra=other.format("15,000"))[0]


def test_nothing_counts_twice() -> None:
    head = "# Band team OKRs 2026\n\n## O1: Sing\n- Supports: company/O1-KR1\n"
    below = head + "- KR1: 40,000 downloads (supports: reach/O1)\n"
    found = _added("100,000 downloads", "60,000 downloads in all (supports: company/O1-KR1)", extra=below)
    assert "60,000 (reach.md O1 KR1: 60,000)" in found[0]
    assert "extra.md O1 KR1 is a part of what is counted" in found[0]


def test_an_objective_that_repeats_the_number_counts_by_its_key_results() -> None:
    plan = "# Plan 2022\n\n1. G1: 100,000 downloads by online users in Q1\n"
    team = (
        "# Marketing OKRs 2022-Q1\n\n## O1: 100,000 downloads by online users in Q1\n- Supports: plan G1\n"
        "- KR1: Open 10 channels with over ten million users each\n- KR2: Hold a summit of 500 people every month\n"
        "- KR3: 20 small companies get it for free, which brings 40,000 users\n- KR4: A scheme of points for users\n"
    )
    text = _project(("plan.md", plan), ("marketing.md", team), config="plans: [plan.md]")
    (message,) = _messages(PlanTargetNotReached, text)
    assert "comes to 40,000 (marketing.md O1 KR3: 40,000): 60,000 are not planned for" in message
    assert "marketing.md O1 KR4 has no number" in message
