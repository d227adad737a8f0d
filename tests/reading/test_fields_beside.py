"""What stands beside statements without the name of a field: names, traffic lights, priorities, weeks, emoji."""

import pytest
from golden import facts, read_markdown, statements

from okrlint.model import KeyResult
from okrlint.testing import read


def results_below(objective: str, *results: str) -> list[KeyResult]:
    """Read key results below an objective."""
    document = read_markdown("\n".join(["# OKR 2026 Q2", objective, *results]))
    return [result for each in document.objectives for result in each.key_results]


def said(*results: str) -> list[dict[str, object]]:
    """Return what is read of key results, their words and labels included."""
    return [
        facts(result)
        | {"label": result.label, "text": str(result.text)}
        | {name: str(value) for name in ("status", "priority") if (value := getattr(result, name))}
        for result in results_below("## O1: Make customers stay", *results)
    ]


def owners(*results: str) -> list[object]:
    return [facts(result).get("owners") for result in results_below("## O1: Make customers stay", *results)]


# Names


@pytest.mark.parametrize(
    "written",
    [
        ["1. 【张三】好评率从70%到85%", "2. 【李四】差评率从7%到5%"],
        ["- KR1【张三】好评率从70%到85%", "- KR2【李四】差评率从7%到5%"],
        ["- KR1 [张三]：好评率从70%到85%", "- KR2 [李四]：差评率从7%到5%"],
        ["- KR1（张三）：好评率从70%到85%", "- KR2（李四）：差评率从7%到5%"],
        ["- KR1：（张三）好评率从70%到85%", "- KR2（李四）：差评率从7%到5%"],
        ["- KR1：好评率从70%到85%（权重50%，张三）", "- KR2：差评率从7%到5%（信心0.6，李四）"],
        ["- KR1：好评率从70%到85%，张三负责", "- KR2：差评率从7%到5%，由李四牵头，6月20日前"],
        ["- KR1：好评率从70%到85%｜张三｜信心：0.6", "- KR2：差评率从7%到5%｜李四｜信心：0.6"],
        ["- KR1：好评率从70%到85% 👤 张三", "- KR2：差评率从7%到5%（👤 李四）"],
        ["- KR1：好评率从70%到85% @张三 50%", "- KR2：差评率从7%到5% @李四 50%"],
    ],
)
def test_chinese_names_beside_statements(written: list[str]) -> None:
    assert owners(*written) == [["张三"], ["李四"]]
    assert [str(result.text) for result in results_below("## O1：留住客户", *written)] == [
        "好评率从70%到85%",
        "差评率从7%到5%",
    ]


@pytest.mark.parametrize(
    "written",
    [
        ["- KR1: Praise from 70% to 85% (Ana)", "- KR2: Blame from 7% to 5% (Bo)"],
        ["- KR1: Praise from 70% to 85% *(Ana)*", "- KR2: Blame from 7% to 5% *(Bo)*"],
        ["- KR1: Praise from 70% to 85% [Ana]", "- KR2: Blame from 7% to 5% [Bo]"],
        ["- KR1 (Ana): Praise from 70% to 85%", "- KR2 (Bo): Blame from 7% to 5%"],
        ["- KR1: [Ana] Praise from 70% to 85%", "- KR2 [Bo]: Blame from 7% to 5%"],
        ["- KR1: Praise from 70% to 85% (owner: Ana)", "- KR2: Blame from 7% to 5% | Bo | confidence 5/10"],
        ["- KR1: Praise from 70% to 85%, led by Ana", "- KR2: Blame from 7% to 5%, owned by Bo"],
        ["- KR1: Praise from 70% to 85% 👤 Ana", "- KR2: Blame from 7% to 5% 👤 Bo · 📅 20 June 2026"],
        ["- KR1: Praise from 70% to 85% @Ana 40%", "- KR2: Blame from 7% to 5% - @Bo - 60%"],
    ],
)
def test_english_names_beside_statements(written: list[str]) -> None:
    assert owners(*written) == [["Ana"], ["Bo"]]
    assert [str(result.text) for result in results_below("## O1: Make customers stay", *written)] == [
        "Praise from 70% to 85%",
        "Blame from 7% to 5%",
    ]


def test_a_name_before_the_colon_of_an_objective() -> None:
    (objective,) = read_markdown(
        """
        # OKR 2026 Q2
        ## O1（张三）：留住客户
        - KR1（李四）：好评率从70%到85%
        """
    ).objectives
    assert facts(objective)["owners"] == ["张三"]


def test_a_name_that_fields_know() -> None:
    known = "- KR1: Praise from 70% to 85% (Ana, 30 June)"
    assert owners(known, "- KR2: Blame from 7% to 5% (Ana Lopez)")[1] == ["Ana Lopez"]
    assert owners(known, "- KR2: Blame from 7% to 5% [Ana]")[1] == ["Ana"]
    assert owners(known, "- KR2: Blame from 7% to 5% (Retention)")[1] is None


@pytest.mark.parametrize(
    "mark",
    [
        "[draft]",
        "(beta)",
        "(EMEA)",
        "（试点）",
        "(Retention)",
        "(Phase One)",
        "（一期）",
        "(globally)",
        "(P95)",
        "(at risk customers)",
    ],
)
def test_words_in_brackets_that_are_no_fields(mark: str) -> None:
    found = said(f"- KR1: Praise from 70% to 85% {mark}", f"- KR2: Blame from 7% to 5% {mark}")
    for each, label, words in zip(
        found, ["KR1", "KR2"], ["Praise from 70% to 85%", "Blame from 7% to 5%"], strict=True
    ):
        assert each["text"] == f"{words} {mark}"
        assert not {"owners", "status", "score", "priority"} & each.keys()
        assert each["label"] == label


@pytest.mark.parametrize("mark", ["Quality", "质量", "高效", "Retention", "试点"])
def test_groups_before_the_colon_are_no_owners(mark: str) -> None:
    assert owners(f"- KR1 ({mark}): Praise from 70% to 85%", "- KR2 (Growth): Blame from 7% to 5%") == [None, None]
    assert owners(f"- KR1: [{mark}] Praise from 70% to 85%", "- KR2: [Growth] Blame from 7% to 5%") == [None, None]


def test_a_department_in_charge_stays_in_the_statement() -> None:
    assert said("- KR1：好评率从70%到85%，由市场部负责")[0]["text"] == "好评率从70%到85%，由市场部负责"
    assert owners("- KR1: 10 workshops, led by customers") == [None]


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("Owners: Ana, Bo", ["Ana", "Bo"]),
        ("Owner(s): Bo, Cy", ["Bo", "Cy"]),
        ("**Owners:** Bo, Cy", ["Bo", "Cy"]),
        ("Owner: Ana, Bo", ["Ana", "Bo"]),
        ("Owner: Li, Wei", ["Li, Wei"]),
        ("负责人：张三，李四", ["张三", "李四"]),
    ],
)
def test_several_owners(field: str, people: list[str]) -> None:
    assert owners("- KR1: Praise from 70% to 85%", f"  - {field}") == [people]


def test_several_owners_in_brackets() -> None:
    assert owners("- KR1: Praise from 70% to 85% (owners: Bo, Cy; due 30 June)") == [["Bo", "Cy"]]
    assert owners("- KR1: Praise from 70% to 85% (owner: Li, Wei)") == [["Li, Wei"]]


@pytest.mark.parametrize(("first", "second"), [("Ana", "Bo"), ("Ana's OKRs", "Bo's OKRs"), ("张三", "李四")])
def test_people_as_headings(first: str, second: str) -> None:
    text = f"# OKR 2026 Q2\n## {first}\n- O1: Praise\n  - KR1: 70%\n## {second}\n- O1: Blame\n  - KR1: 5%"
    found = read_markdown(text).objectives
    assert [facts(each)["inherited_owners"] for each in found] == [[first[:3].rstrip("'")], [second[:2]]]
    assert [each.team for each in found] == [None, None]


@pytest.mark.parametrize(("first", "second"), [("Growth", "Sales"), ("市场部", "销售部"), ("Spain", "Peru")])
def test_headings_that_are_no_people(first: str, second: str) -> None:
    text = f"# OKR 2026 Q2\n## {first}\n- O1: Praise\n  - KR1: 70%\n## {second}\n- O1: Blame\n  - KR1: 5%"
    assert ["inherited_owners" in facts(each) for each in read_markdown(text).objectives] == [False, False]


@pytest.mark.parametrize(
    ("team", "title"),
    [("Growth", "Growth team OKRs Q2 2026"), ("Data", "Data team OKRs"), ("增长", "增长团队 2026Q2 OKR")],
)
def test_a_team_in_the_front_matter_and_in_the_title(team: str, title: str) -> None:
    document = read_markdown(f"---\nteam: {team}\n---\n# {title}\n## O1: Praise\n- KR1: 70%")
    assert (str(document.team), document.problems) == (team, ())


# Weeks


@pytest.mark.parametrize(
    ("entries", "confidences"),
    [
        (["Week 1: 120 teams, confidence 5/10", "Week 2: 160 teams, confidence 6/10"], [0.5, 0.6]),
        (["W15: 3.9", "W16: 4.0, confidence 4/10"], [None, 0.4]),
        (["第1周：900人，信心 5/10", "第二周：1100人，信心 6/10"], [0.5, 0.6]),
        (["2026-W15：36%，信心 4/10"], [0.4]),
        (["第3週：8%", "第4週：7%，有風險"], [None, None]),
        (["**Week 3:** 🟢 two signed"], [None]),
    ],
)
def test_weeks_below_a_key_result(entries: list[str], confidences: list[float | None]) -> None:
    result, other = results_below(
        "## O1: Make customers stay",
        "- KR1: Praise from 70% to 85%",
        *(f"  - {entry}" for entry in entries),
        "- KR2: 5%",
    )
    assert [each.confidence and each.confidence.value for each in result.checkins] == confidences
    assert not result.actions
    assert not other.checkins


def test_the_day_of_a_week() -> None:
    (result,) = results_below(
        "## O1: Stay", "- KR1: 85%", "  - Week of 6 April: 5%, confidence 4/10", "  - Week 3 (13 April): 6%"
    )
    assert [str(each.date) for each in result.checkins] == ["2026-04-06", "2026-04-13"]


@pytest.mark.parametrize(
    "steps",
    [
        ["Week 1: 5 interviews", "Week 2: draft the report"],
        ["第1周：5场访谈", "第2周：完成报告"],
        ["Week 1: choose the vendor"],
        ["[ ] Week 1: 5%"],
    ],
)
def test_weeks_of_a_plan_are_no_check_ins(steps: list[str]) -> None:
    (result,) = results_below("## O1: Stay", "- KR1: 20 interviews", *(f"  - {step}" for step in steps))
    assert not result.checkins


# Traffic lights, statuses and scores


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("- 🟡 KR1: Praise from 70% to 85%", "🟡"),
        ("- 🟡 **KR1**: Praise from 70% to 85%", "🟡"),
        ("- KR1: Praise from 70% to 85% 🟡", "🟡"),
        ("- KR1: Praise from 70% to 85% 🟡 at risk", "🟡 at risk"),
        ("- KR1: Praise from 70% to 85% [at risk]", "at risk"),
        ("- KR1: Praise from 70% to 85% (on track)", "on track"),
        ("- KR1: Praise from 70% to 85%（有风险）", "有风险"),
        ("- KR1: Praise from 70% to 85%【進行中】", "進行中"),
        ("- KR1: Praise from 70% to 85% 🔴 滞后", "🔴 滞后"),
        ("- ~~KR1: Praise from 70% to 85%~~ (dropped)", "dropped"),
        ("- ~~KR1: Praise from 70% to 85%~~", "dropped"),
        ("- KR1: ~~Praise from 70% to 85%~~", "dropped"),
    ],
)
def test_statuses(written: str, status: str) -> None:
    (found,) = said(written)
    assert (found["label"], found["text"], found.get("status")) == ("KR1", "Praise from 70% to 85%", status)


def test_lights_of_several_items() -> None:
    found = said("- 🟢 Praise by customers", "- 🔴 Blame by customers")
    assert [(each["text"], each["status"]) for each in found] == [
        ("Praise by customers", "🟢"),
        ("Blame by customers", "🔴"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Share of 🟢 services from 60% to 90%",
        "All dashboards show 🟢",
        "把所有看板变成🟢",
        "🟢 buttons on every page",
        "~~Praise~~ Fame from 7% to 8%",
    ],
)
def test_statements_about_traffic_lights(words: str) -> None:
    (found,) = said(f"- KR1: {words}")
    assert "status" not in found
    assert found["text"] == words.replace("~~", "")


@pytest.mark.parametrize(
    ("written", "score"),
    [
        ("300 customers 🟢 0.9 — we got 270", 0.9),
        ("300 customers 🔴 0.2", 0.2),
        ("300 customers — 0.8 🟢", 0.8),
        ("300 customers — 0.7 — we got 210", 0.7),
        ("300 customers — 0.7, half of the shops", 0.7),
        ("300 customers 🟡 0.5（收尾于31）", 0.5),
    ],
)
def test_scores(written: str, score: float) -> None:
    (found,) = said(f"- KR1: {written}")
    assert (found["text"], found["score"], found["target"]) == ("300 customers", score, 300.0)


def test_what_has_come_of_a_limit() -> None:
    assert said("- KR1: Churn below 3% - 70%")[0]["target"] == 3.0
    assert said("- KR1: 流失率低于3% — 70%")[0]["target"] == 3.0
    assert said("- KR1: Margin of 3% - 5%")[0]["text"] == "Margin of 3% - 5%"


# Priorities, emoji, marks of lists


@pytest.mark.parametrize(
    "front", ["[P0] KR1: ", "**[P0]** KR1: ", "【P0】KR1：", "P0 - KR1: ", "(P0) KR1: ", "KR1: [P0] "]
)
def test_priorities_before_a_label(front: str) -> None:
    first, second = said(f"- {front}Praise from 70% to 85%", "- KR2: [P1] Blame from 7% to 5%")
    assert (first["label"], first["text"], first["priority"]) == ("KR1", "Praise from 70% to 85%", "P0")
    assert (second["label"], second["priority"]) == ("KR2", "P1")


def test_no_label_behind_a_priority() -> None:
    (found,) = said("- [P0] KRI dashboards from 3 to 5")
    assert (found["label"], found["text"]) == (None, "KRI dashboards from 3 to 5")


@pytest.mark.parametrize(
    "line",
    [
        "👤 Ana | 📅 30 June 2026 | Confidence: 6/10",
        "👩‍💻 Ana\n🗓️ 6月30日\n信心：6/10",
        "👤 Ana · ⏰ 2026-06-30 · 信心 6/10",
    ],
)
def test_emoji_for_names_of_fields(line: str) -> None:
    (objective,) = read_markdown(f"# OKR 2026 Q2\n## O1: Praise\n{line}\n\n- KR1: 70%").objectives
    assert facts(objective) == {"owners": ["Ana"], "due": "2026-06-30", "confidence": 0.6}


def test_emoji_in_statements() -> None:
    assert [
        each["text"] for each in said("- KR1: 👤 Users from 5 to 10", "- KR2: Users of 👤 buttons from 5 to 10")
    ] == [
        "👤 Users from 5 to 10",
        "Users of 👤 buttons from 5 to 10",
    ]


def test_footnotes_and_stops_of_a_list() -> None:
    document = read_markdown(
        """
        # OKR 2026 Q2
        ## O1: 留住客户[^1]
        - 好评率从70%到85%；
        - 差评率从7%到5%[^2]；
        - 投诉从7件到5件。
        """
    )
    assert statements(document) == [
        "O1 留住客户",
        "- KR 好评率从70%到85%",
        "- KR 差评率从7%到5%",
        "- KR 投诉从7件到5件",
    ]


@pytest.mark.parametrize("name", ["行动方案", "行動方案"])
def test_plans_of_action(name: str) -> None:
    (objective,) = read_markdown(f"# OKR 2026 Q2\n## O1: 留住客户\n- KR1：70%\n### {name}\n- 上线\n- 推广").objectives
    assert [str(each.text) for each in objective.actions] == ["上线", "推广"]


@pytest.mark.parametrize(
    ("words", "baseline", "target"),
    [
        ("Margin from -5% to 8%", -5.0, 8.0),
        ("Margin from −5% to 8%", -5.0, 8.0),
        ("EBIT from -€2m to €1m", -2e6, 1e6),
        ("NPS -10 → 20", -10.0, 20.0),
        ("Net churn from 5% to -2%", 5.0, -2.0),
        ("毛利率从-5%提升到8%", -5.0, 8.0),
        ("利润从负200万元提升到100万元", -2e6, 1e6),
        ("误差从正负5%降到2%", 5.0, 2.0),
        ("Loss from 5-8% to 3%", 5.0, 3.0),
    ],
)
def test_figures_below_zero(words: str, baseline: float, target: float) -> None:
    (found,) = said(f"- KR1: {words}")
    assert (found["baseline"], found["target"]) == (baseline, target)


RATED = [
    ("顾问由 200 人增至 1000 人 信心 5/10", ("顾问由 200 人增至 1000 人", [], 0.5, None)),
    ("顾问由 200 人增至 1000 人 @孙悦 6/30 信心 5/10", ("顾问由 200 人增至 1000 人", ["孙悦"], 0.5, None)),
    ("顧問增至 1000 人 @孫悅 權重 30%", ("顧問增至 1000 人", ["孫悅"], None, 0.3)),
    ("Consultants from 200 to 1,000 @ana 6/30 confidence 5/10", ("Consultants from 200 to 1,000", ["ana"], 0.5, None)),
    ("推荐率达到 45% @孙悦负责", ("推荐率达到 45%", ["孙悦"], None, None)),
    ("Raise customer confidence 80%", ("Raise customer confidence 80%", [], None, None)),
    ("Move 200 clients to confidence 8/10", ("Move 200 clients to confidence 8/10", [], None, None)),
    ("200 名用户的信心 8/10", ("200 名用户的信心 8/10", [], None, None)),
    ("40 runners lose weight 5%", ("40 runners lose weight 5%", [], None, None)),
]


@pytest.mark.parametrize(("words", "expected"), RATED)
def test_a_rating_behind_its_name_needs_no_sign_at_the_end(
    words: str, expected: tuple[str, list[str], float | None, float | None]
) -> None:
    result = read(f"# OKR 2026-Q2\n\n## O1: Be loved\n\n- KR1: {words}\n").objectives[0].key_results[0]
    confidence, weight = (rating and rating.value for rating in (result.confidence, result.weight))
    assert (str(result.text), [str(owner) for owner in result.owners], confidence, weight) == expected
