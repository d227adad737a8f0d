"""What the examples on the rules about wording cannot show: options, severities, and rules together."""

import time
from datetime import date

import pytest

from okrlint.linting.engine import lint_document
from okrlint.linting.findings import Finding
from okrlint.linting.running import Check, Run
from okrlint.plugins import Severity, Source
from okrlint.preparing import Lexicons
from okrlint.registry import installed
from okrlint.testing import findings_of, read
from okrlint_rules.key_result.kr_is_activity import KrIsActivity
from okrlint_rules.key_result.kr_not_challenging import KrNotChallenging
from okrlint_rules.key_result.kr_not_quantified import KrNotQuantified
from okrlint_rules.key_result.kr_not_trackable import KrNotTrackable
from okrlint_rules.objective.objective_has_metric import ObjectiveHasMetric
from okrlint_rules.objective.objective_not_inspiring import ObjectiveNotInspiring
from okrlint_rules.objective.objective_unfocused import ObjectiveUnfocused

WORDING = (
    ObjectiveHasMetric,
    ObjectiveNotInspiring,
    ObjectiveUnfocused,
    KrNotQuantified,
    KrIsActivity,
    KrNotChallenging,
    KrNotTrackable,
)

CASE_EN = """\
# Marketing OKRs, Q1

## O1: 100,000 downloads by online users in Q1

- KR1: 10 channels of ten million users each carry our app by the end of January
- KR2: 500 people come to each monthly summit
- KR3: 40,000 users join through 20 small companies that use it for free
- KR4: Design a points scheme that rewards users
"""

CASE_ZH = """\
# 市场部 2022年Q1 OKR

## O1：一季度在线用户下载量达到10万

- KR1：1月底前在10个千万级用户的渠道上架
- KR2：每月峰会到场人数达到500人
- KR3：20家免费试用的中小企业带来4万用户
- KR4：设计奖励用户的积分方案
"""


def objective(text: str) -> str:
    return f"# 2026-Q2\n\n## O1: {text}\n\n- KR1: NPS 40 → 52\n"


def key_result(text: str, *, cycle: str = "2026-Q2") -> str:
    return f"# {cycle}\n\n## O1: Make newcomers feel at home\n\n- KR1: {text}\n"


def together(text: str) -> list[Finding]:
    """Return what all rules about wording find, as a run does: without what others replace."""
    run = Run([Check(rule()) for rule in WORDING], Lexicons(installed(), {}), floor="medium")
    return list(lint_document(read(text), Source(text), run).findings)


@pytest.mark.parametrize("case", [CASE_EN, CASE_ZH], ids=["en", "zh"])
def test_the_trainers_verdict_on_the_wording_of_his_case(case: str) -> None:
    found = [(finding.code, finding.objective, finding.key_result) for finding in together(case)]
    assert found == [("OB001", "O1", None), ("KW002", "O1", "KR4")]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Double what small shops earn", False),
        ("让小店收入翻番", False),
        ("Become a top 3 vendor for clinics", True),
        ("成为行业前三的口碑品牌", True),
    ],
)
def test_an_objective_may_have_the_numbers_that_options_allow(text: str, rank: bool) -> None:
    text = objective(text)
    assert findings_of(ObjectiveHasMetric, text, allow_relative_words=rank, allow_rank=not rank)
    assert not findings_of(ObjectiveHasMetric, text, allow_relative_words=not rank, allow_rank=rank)


def test_what_is_allowed_hides_no_other_number() -> None:
    text = objective("Double our reach to 40,000 shops")
    (finding,) = findings_of(ObjectiveHasMetric, text, allow_relative_words=True)
    assert "“40,000 shops”" in finding.message


def test_a_name_to_be_ignored_carries_no_metric() -> None:
    text = objective("Make the 500 miles tour a joy for every rider")
    assert findings_of(ObjectiveHasMetric, text)
    assert not findings_of(ObjectiveHasMetric, text, ignore=("500 miles tour",))


def test_an_objective_is_said_to_be_silent_at_most() -> None:
    (finding,) = findings_of(ObjectiveNotInspiring, objective("Improve the release process."))
    assert finding.severity is Severity.INFO
    assert "“Improve the release process so that <who>" in finding.message


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Drive digital transformation", True),
        ("推進全方位賦能", True),
        ("Transform digital banking", False),
        ("Improve the process by which paper forms enter the archive of the city", False),
    ],
)
def test_worn_out_words_and_long_objectives_are_told_apart(text: str, silent: bool) -> None:
    assert bool(findings_of(ObjectiveNotInspiring, objective(text))) is silent


@pytest.mark.parametrize(
    "text",
    [
        "Win the mid-market, expand into Europe and grow the partner network",
        "拓展东南亚市场并完成本地化，组建海外团队",
        "Launching in Japan, rebuilding the platform and hiring a sales force",
    ],
)
def test_an_objective_with_three_ambitions_is_unfocused(text: str) -> None:
    (finding,) = findings_of(ObjectiveUnfocused, objective(text))
    assert finding.severity is Severity.WARNING
    assert "3" in finding.message
    assert not findings_of(ObjectiveUnfocused, objective(text), max_coordinated=3)


def test_the_ambitions_are_told_in_the_authors_script() -> None:
    (finding,) = findings_of(ObjectiveUnfocused, objective("擴大門市規模、優化供應鏈並培養儲備店長"))
    assert "（擴大、優化、培養）" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Create a culture where people share knowledge, take ownership and have fun",
        "Deepen ties with partners (launch a portal, hire two managers and train them)",
        "Become the most trusted brand by shipping quality, listening to callers and fixing bugs fast",
        "Rebuild the help desk to resolve tickets at once, cut waiting times and delight callers",
        "Improve X, improve Y and improve Z for shops",
        "打造懂客户、会销售、能服务的团队",
        "在保证质量的同时，提升效率，降低成本",
        "优化产品，提升服务，实现规模化增长",
        "合并研发团队、并行推进两个版本",
    ],
)
def test_one_ambition_in_many_words_is_focused(text: str) -> None:
    assert not findings_of(ObjectiveUnfocused, objective(text))


def test_a_deliverable_weighs_less_than_work() -> None:
    work = findings_of(KrIsActivity, key_result("Launch the partner portal"))
    there = findings_of(KrIsActivity, key_result("The partner portal is live"))
    assert [finding.severity for finding in work + there] == [Severity.ERROR, Severity.WARNING]
    assert "“Launch”" in work[0].message


def test_a_milestone_with_evidence_passes_where_it_may() -> None:
    text = key_result("Launch the partner portal by 30 June\n  - Source: release log")
    assert findings_of(KrIsActivity, text)
    assert not findings_of(KrIsActivity, text, allow_evidence=True)
    assert findings_of(KrIsActivity, key_result("Launch the partner portal by 30 June"), allow_evidence=True)


def test_more_verbs_of_work_can_be_named() -> None:
    text = key_result("Evangelise among founders")
    assert not findings_of(KrIsActivity, text)
    assert findings_of(KrIsActivity, text, extra_verbs=("evangelise",))
    assert not findings_of(KrIsActivity, key_result("Evangelise among 40 founders"), extra_verbs=("evangelise",))


@pytest.mark.parametrize(
    ("text", "target", "value"),
    [
        ("Reach 300 stores (current: 310)", "300 stores", "310"),
        ("Bring churn down to 3% (currently 2.5%)", "3%", "2.5%"),
        ("月活突破10萬（目前12萬）", "10萬", "12萬"),
        ("把流失率降低到3%（现值：2.5%）", "3%", "2.5%"),
    ],
)
def test_a_target_that_is_met_is_an_error_and_names_both_values(text: str, target: str, value: str) -> None:
    (finding,) = findings_of(KrNotChallenging, key_result(text))
    assert finding.severity is Severity.ERROR
    assert target in finding.message
    assert value in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Reach 300 stores (current: 290)",
        "Reach 300 stores (current: 310)\n  - Status: done",
        "Reduce open tickets to 40 (currently 90)",
        "Stay below 40 open tickets (current: 30)",
        "Release time 3 d → 30 h",
        "Pass rate 98% → 98.1%",
        "好评分从4.5提高到4.6",
        "新增门店30家（现有310家）",
        "Increase retention from 40% to 35%",
    ],
)
def test_a_number_that_may_take_effort_is_left_alone(text: str) -> None:
    assert not findings_of(KrNotChallenging, key_result(text))


def test_a_small_step_is_one_in_any_unit() -> None:
    (finding,) = findings_of(KrNotChallenging, key_result("Release time 3 d → 71 h"))
    assert "1.4%" in finding.message


def test_a_small_step_from_a_huge_baseline_is_not_sure_to_be_easy() -> None:
    (finding,) = findings_of(KrNotChallenging, key_result("Revenue from $1.00M to $1.02M"))
    assert finding.certainty == "low"


@pytest.mark.parametrize(("share", "expected"), [(0.02, 0), (0.05, 1)])
def test_the_least_step_is_an_option(share: float, expected: int) -> None:
    found = findings_of(KrNotChallenging, key_result("Raise NPS from 40 to 41"), min_relative_change=share)
    assert len(found) == expected


def test_only_the_first_confidence_tells_of_the_start() -> None:
    rated = key_result("NPS 40 → 52 (confidence: 9/10)")
    assert findings_of(KrNotChallenging, rated, today=date(2026, 4, 2))
    assert not findings_of(KrNotChallenging, rated, today=date(2026, 6, 20))
    assert not findings_of(KrNotChallenging, rated, max_initial_confidence=0.95)


@pytest.mark.parametrize(
    ("text", "cycle", "slow"),
    [
        ("Score 80 in the yearly partner survey", "OKRs Q2", True),
        ("Score 80 in the yearly partner survey", "OKRs 2026-H1", True),
        ("Score 80 in the semi-annual partner survey", "OKRs 2026-H1", False),
        ("Score 80 in the yearly partner survey", "OKRs", False),
        ("Score 80 in the partner survey (annual)", "OKRs Q2", True),
        ("品牌知名度（每年测量一次）達到30%", "2026年Q2 OKR", True),
        ("Awareness, measured last year at 20%, reaches 30%", "OKRs 2026-Q2", False),
        ("每季度一次的客户满意度达到90", "2026年5月 OKR", True),
        ("每月滿意度調查得分達到90", "2026年Q2 OKR", False),
        ("年度项目验收通过率达到95%", "2026年Q2 OKR", False),
    ],
)
def test_a_reading_is_slow_for_its_cycle(text: str, cycle: str, slow: bool) -> None:
    assert bool(findings_of(KrNotTrackable, key_result(text, cycle=cycle))) is slow


def test_a_slow_reading_is_found_beside_the_statement_too() -> None:
    (finding,) = findings_of(KrNotTrackable, key_result("好评率达到90%\n  - 衡量标准：年度客户调研"))
    assert "“年度客户调研”" in finding.message


def test_a_source_is_asked_for_on_request_and_once_where_all_lack_it() -> None:
    text = "# 2026-Q2\n\n## O1: Make newcomers feel at home\n\n- KR1: NPS 40 → 52\n- KR2: Churn 4% → 2%\n"
    assert not findings_of(KrNotTrackable, text)
    (finding,) = findings_of(KrNotTrackable, text, require_source=True)
    assert (finding.key_result, "2" in finding.message) == (None, True)
    sourced = text.replace("52", "52 (source: HR dashboard)")
    assert [found.key_result for found in findings_of(KrNotTrackable, sourced, require_source=True)] == ["KR2"]


@pytest.mark.parametrize("rule", WORDING, ids=lambda rule: rule.meta.code)
@pytest.mark.parametrize(
    "unit", ["and launch x, ", "并建立a、", "annual measured ", "from 1 to 1 ", "（", "年度的", "half "]
)
def test_hostile_text_takes_linear_time(rule: type[ObjectiveHasMetric], unit: str) -> None:
    text = f"# 2026-Q2\n\n## O1: {unit * 2000}\n\n- KR1: {unit * 2000}\n"
    started = time.process_time()
    findings_of(rule, text)
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Support iOS 17", "“Support” names work"),
        ("Maintain the developer ratio", "“Maintain” goes on"),
        ("部署新系统", "（“部署”）"),
        ("各区域已部署新系统", "只写了做成什么"),
        ("全部门店上线会员卡", "写的是一项工作，"),
    ],
)
def test_an_activity_is_told_by_what_names_it(text: str, words: str) -> None:
    (found,) = findings_of(
        KrIsActivity, f"# OKRs\n\n## O1: {'让客服更有温度' if text[0] > 'z' else 'Win'}\n\n- KR1: {text}\n"
    )
    assert words in found.message
    assert "no number in" not in found.message
