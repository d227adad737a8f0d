"""The shapes in which teams and tools write OKRs as data, in all formats, and what merely looks like them."""

import json

import pytest
from places import assert_places

from okrlint.model import Document, KeyResult
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.reader import JsonReader
from okrlint.reading.source import Source
from okrlint.reading.toml.reader import TomlReader
from okrlint.reading.yaml.reader import YamlReader

READERS = {"json": JsonReader(), "yaml": YamlReader(), "toml": TomlReader()}


def read(text: str, form: str = "yaml") -> Document:
    source = Source(text, f"okrs.{form}")
    document = READERS[form].read(source, ReadingOptions())
    assert_places(source, document)
    return document


def said(document: Document) -> dict[str, list[str]]:
    return {str(o.text): [str(result.text) for result in o.key_results] for o in document.objectives}


def results(*items: str, form: str = "yaml") -> tuple[KeyResult, ...]:
    """Return the key results of an objective under which these stand as the items of a list."""
    listed = "".join(f"      - {item}\n" for item in items)
    document = read(f"objectives:\n  - objective: Be fast\n    key_results:\n{listed}", form)
    assert not document.problems
    return document.objectives[0].key_results


def figures(result: KeyResult) -> tuple[float | None, float | None, float | None]:
    metric = result.metric
    assert metric is not None
    values = [number.value if number else None for number in (metric.baseline, metric.target, metric.current)]
    return values[0], values[1], values[2]


# Titles and descriptions


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("{title: Tests, description: Raise coverage from 20% to 60%.}", "Raise coverage from 20% to 60%."),
        ("{name: Uptime, details: Keep uptime at 99.5%}", "Keep uptime at 99.5%"),
        ("{title: Hiring, description: Hire 3 engineers}", "Hire 3 engineers"),
        ("{title: Hiring, description: Hire 3 engineers, current: 1, target: null}", "Hire 3 engineers"),
        ("{title: Core pages, summary: At least 95% of visits load in 2 s}", "At least 95% of visits load in 2 s"),
        ("{标题: 测试覆盖, 描述: 自动化测试覆盖率从 20% 提升到 60%}", "自动化测试覆盖率从 20% 提升到 60%"),
        # its title is measured already, or figures stand beside it
        (
            "{title: Raise coverage to 60%, description: Hire 3 engineers}",
            "Raise coverage to 60%",
        ),
        ("{title: Coverage, description: Raise coverage to 60%, target: 60}", "Coverage"),
        ("{title: Coverage, description: Raise coverage to 60%, metric: {start: 20, target: 60}}", "Coverage"),
        # a description that tells of something else
        ("{title: Raise test coverage, description: Owned by QA; 3 squads take part}", "Raise test coverage"),
        ("{title: Raise test coverage, description: Last year it fell from 40% to 20%}", "Raise test coverage"),
        ("{title: Survey customers, description: So far 20% of customers answer}", "Survey customers"),
        ("{title: Survey, description: Measured by a survey of 300 people}", "Survey"),
        ('{title: Launch it, description: "Why: 40% ask for it.\\nHow: 2 squads."}', "Launch it"),
        ("{标题: 上线新平台, 描述: 去年有 12% 的客户投诉}", "上线新平台"),
    ],
)
def test_a_description_that_is_measured_states_what_its_title_only_names(item: str, words: str):
    (result,) = results(item)
    assert str(result.text) == words


@pytest.mark.parametrize(
    ("item", "words", "ends"),
    [
        ("{title: Reduce defects, details: From 40 to 10 per release}", "Reduce defects", (40, 10)),
        ("{title: Coverage, summary: 60% -> 85%}", "Coverage", (60, 85)),
        ("{title: Coverage, description: to 85% by December}", "Coverage", (None, 85)),
        ("{名称: 缺陷, 详情: 从 40 个降到 10 个}", "缺陷", (40, 10)),
    ],
)
def test_a_description_of_mere_figures_is_the_target_of_its_title(
    item: str, words: str, ends: tuple[float | None, float]
):
    (result,) = results(item)
    assert (str(result.text), figures(result)[:2]) == (words, ends)


def test_the_description_of_an_objective_is_none():
    text = "objectives:\n- title: Be fast\n  description: Raise hits from 2 to 9\n  key_results:\n  - {title: Hits}\n"
    assert said(read(text)) == {"Be fast": ["Hits"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "objectives:\n- name: O1\n  description: Be fast\n  key_results:\n  - {name: KR1, details: Load in 2 s}\n",
            [("O1", "Be fast"), ("KR1", "Load in 2 s")],
        ),
        (
            "目标:\n- 名称: O1\n  描述: 让客户满意\n  关键结果:\n  - {名称: KR1, 描述: 客户愿意推荐}\n",
            [("O1", "让客户满意"), ("KR1", "客户愿意推荐")],
        ),
    ],
)
def test_a_name_that_is_a_label_is_no_statement(text: str, found: list[tuple[str, str]]):
    (objective,) = read(text).objectives
    items = (objective, *objective.key_results)
    assert [(item.label, str(item.text)) for item in items] == found


def test_levels_to_reach_measure_a_key_result():
    (result,) = results("{title: Quality, tiers: {solid: 40% covered, excellent: 80% covered}}")
    assert [str(measure) for measure in result.measures] == ["40% covered", "80% covered"]


# Under what a key result is stated


@pytest.mark.parametrize(
    "item",
    [
        "result: 10 customers in Spain",
        "outcome: 10 customers in Spain",
        "goal: 10 customers in Spain",
        "expected_result: 10 customers in Spain",
        "what: 10 customers in Spain",
        "measure: 10 customers in Spain",
        "{result: 10 customers in Spain, due: 2026-09-30, status: at risk}",
        "{结果: 10 customers in Spain, 负责人: Ana}",
    ],
)
def test_under_key_results_a_result_is_a_statement(item: str):
    (result,) = results(item)
    assert (str(result.text), figures(result)[1]) == ("10 customers in Spain", 10)


def test_beside_a_statement_a_result_is_none():
    (result,) = results("{title: Reach 10 customers, result: We reached 4, outcome: Missed}")
    assert str(result.text) == "Reach 10 customers"


@pytest.mark.parametrize(
    ("item", "words", "numbers"),
    [
        ("'NPS': {baseline: 30, target: 50}", "NPS", (30, 50, None)),
        ("Complaints: {start: 90, goal: 30, now: 70, owner: Zoe}", "Complaints", (90, 30, 70)),
        ("load_time: {baseline: 4s, target: 2s}", "load_time", (4, 2, None)),
        ("Response time: reduce from 6h to 2h", "Response time", (6, 2, None)),
        ("Trial conversion: increase to 12%", "Trial conversion", (None, 12, None)),
        ("Tickets: down from 300 to 90 per month", "Tickets", (300, 90, None)),
        ("周转天数: 从 60 天压缩至 45 天以内", "周转天数", (60, 45, None)),
        ("投诉量: 减少 30%", "投诉量", (None, 30, None)),
    ],
)
def test_a_key_above_figures_names_what_they_measure(
    item: str, words: str, numbers: tuple[float | None, float | None, float | None]
):
    (listed,) = results(item)
    (mapped,) = read(f"objective: Delight\nowner: Al\nkey_results:\n  {item}\n").objectives[0].key_results
    for result in (listed, mapped):
        assert (str(result.text), figures(result)) == (words, numbers)


def test_a_slug_above_a_sentence_is_no_statement():
    (objective,) = read("objective: Delight\nowner: Al\nkey_results:\n  first: Reach 500 users\n").objectives
    (result,) = objective.key_results
    assert (result.ref, str(result.text)) == ("first", "Reach 500 users")


@pytest.mark.parametrize(
    ("item", "field"),
    [("Hits rise from 60% to 90%: on track", "on track"), ("Hits rise from 60% to 90%:", None)],
)
def test_a_key_that_states_a_key_result_with_its_status(item: str, field: str | None):
    (result,) = results(item)
    status = result.status
    assert (str(result.text), str(status) if status else None) == ("Hits rise from 60% to 90%", field)
    assert figures(result)[:2] == (60, 90)


# Figures


@pytest.mark.parametrize(
    ("item", "numbers"),
    [
        ("{title: NPS, progress: {start: 30, current: 35, target: 50}}", (30, 50, 35)),
        ("{title: NPS, values: {baseline: 30, target: 50}}", (30, 50, None)),
        ("{title: NPS, tracking: {from: 30, to: 50, now: 35}}", (30, 50, 35)),
        ("{title: NPS, start: 30, end: 50, current: 35}", (30, 50, 35)),
        ("{title: Bugs, start: 14, end: 0}", (14, 0, None)),
        ("{标题: 推荐值, 数值: {起始值: 30, 目标值: 50, 当前值: 35}}", (30, 50, 35)),
    ],
)
def test_blocks_of_figures(item: str, numbers: tuple[float | None, float | None, float | None]):
    (result,) = results(item)
    assert figures(result) == numbers
    assert result.deadline is None


def test_days_under_start_and_end_are_no_figures():
    (result,) = results("{title: NPS, start: 2026-07-01, end: 2026-09-30, startValue: 30, targetValue: 50}")
    assert figures(result)[:2] == (30, 50)
    assert result.deadline is not None
    assert str(result.deadline.value) == "2026-09-30"


# Measures


@pytest.mark.parametrize(
    "text",
    [
        "objectives:\n- title: Be fast\n  measures: [Load time from 4s to 2s, Hits from 60% to 90%]\n",
        "objectives:\n  speed:\n    title: Be fast\n    measures: [Load time from 4s to 2s, Hits from 60% to 90%]\n",
        "objective: Be fast\nquarter: Q3 2026\nmeasures:\n- Load time from 4s to 2s\n- Hits from 60% to 90%\n",
        "objectives:\n- objective: Be fast\n  krs: []\n  kpis: [Load time from 4s to 2s, Hits from 60% to 90%]\n",
        "goals:\n- goal: Be fast\n  targets: [Load time from 4s to 2s, Hits from 60% to 90%]\n",
        "目标:\n- 目标: Be fast\n  衡量标准: [Load time from 4s to 2s, Hits from 60% to 90%]\n",
    ],
)
def test_measures_are_key_results_where_nothing_else_is(text: str):
    assert said(read(text)) == {"Be fast": ["Load time from 4s to 2s", "Hits from 60% to 90%"]}


@pytest.mark.parametrize(
    "measures",
    ["[NPS of 50, Churn below 3%, 200 reviews]", "[{name: NPS, target: 50}, {name: Churn, target: 3%}]"],
)
def test_measures_that_are_targets_need_a_period(measures: str):
    text = f"objectives:\n- objective: Be loved\n  measures: {measures}\n"
    assert not read(text).objectives
    assert len(read(f"quarter: Q3 2026\n{text}").objectives[0].key_results) >= 2


def test_beside_key_results_measures_are_none():
    text = "objectives:\n- objective: Be fast\n  key_results: [Hits to 90%]\n  measures: [Load time from 4s to 2s]\n"
    assert said(read(text)) == {"Be fast": ["Hits to 90%"]}


# Whose, and for when


def test_a_period_between_objectives_and_their_list_is_their_cycle():
    text = "company:\n  name: Acme\n  okrs:\n    2026-Q2:\n    - objective: Grow\n      key_results: [Reach 5 shops]\n"
    (objective,) = read(text).objectives
    assert objective.cycle is not None
    assert (str(objective.team), objective.cycle.value) == ("Acme", "2026-Q2")


@pytest.mark.parametrize("key", ["business", "personal", "work", "工作"])
def test_a_side_of_life_is_no_team(key: str):
    (objective,) = read(
        f"{key}:\n- name: Grow\n  quarter: Q1 2026\n  key_results:\n  - result: Reach 5 shops\n"
    ).objectives
    assert objective.team is None


@pytest.mark.parametrize(
    ("identifier", "team"),
    [("team-platform", "team-platform"), ("t1", "Growth"), (12, None), ("7f3a9b2c-1111-2222-3333-444455556666", None)],
)
def test_a_team_and_people_that_are_named_by_identifiers(identifier: object, team: str | None):
    okrs = [
        {"title": "Grow", "teamId": identifier, "ownerId": "u1", "keyResults": ["Reach 5 shops"]},
        {"title": "Learn", "teamId": "team-web", "ownerId": "u2", "keyResults": ["Reach 5 courses"]},
    ]
    data = {"teams": [{"id": "t1", "name": "Growth"}, {"id": "t2", "name": "Web"}], "objectives": okrs}
    data["users"] = [{"id": "u1", "name": "Ana Li"}]
    first, second = read(json.dumps(data), "json").objectives
    assert (str(first.team) if first.team else None, str(first.owners[0])) == (team, "Ana Li")
    assert (str(second.team), str(second.owners[0])) == ("team-web", "u2")


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("{fullName: Ana Li, id: 7}", "Ana Li"),
        ("{displayName: Ana Li, email: a@x.io}", "Ana Li"),
        ("{姓名: 陈七, 邮箱: c@x.cn}", "陈七"),
        ("{id: 7, email: a@x.io}", "a@x.io"),
    ],
)
def test_owners_that_are_mappings(owner: str, name: str):
    (result,) = results(f"{{title: Reach 5 shops, owner: {owner}}}")
    assert [str(each) for each in result.owners] == [name]


def test_values_that_are_mappings():
    (result,) = results("{title: Reach 5 shops, status: {state: at risk}, confidence: {score: 0.6, comment: so so}}")
    assert result.confidence is not None
    assert (str(result.status), result.confidence.value) == ("at risk", 0.6)


# What stands apart


@pytest.mark.parametrize(
    "data",
    [
        {"company_objectives": [{"id": "C1", "objective": "Be trusted"}]},
        {"company": {"objectives": [{"id": "C1", "title": "Be trusted"}]}},
        {"公司目标": [{"编号": "C1", "目标": "Be trusted"}]},
    ],
)
def test_objectives_without_key_results_are_kept_beside_others(data: dict[str, object]):
    team = {"objective": "Cut outages", "parent": "C1", "key_results": ["Errors from 5% to 1%"]}
    first, second = read(json.dumps({**data, "team_okrs": [team]}, ensure_ascii=False), "json").objectives
    assert (first.id, first.ref, str(first.text), first.key_results) == ("O1", "C1", "Be trusted", ())
    assert str(second.text) == "Cut outages"
    assert not read(json.dumps(data, ensure_ascii=False), "json").objectives


@pytest.mark.parametrize(
    "text",
    [
        (
            "objectives:\n- {id: o1, title: Be fast, key_results: [k1, k2]}\nkey_results:\n"
            "- {id: k1, title: Hits to 90%}\n- {id: k2, title: Load in 2 s}\n"
        ),
        (
            "objectives:\n- {id: o1, title: Be fast, keyResultIds: [k1, k2]}\nkeyResults:\n"
            "- {id: k1, title: Hits to 90%}\n- {id: k2, title: Load in 2 s}\n"
        ),
        (
            "objectives:\n- {id: o1, objective: Be fast, key_results: [k1, k2]}\nkey_results:\n"
            "  k1: {text: Hits to 90%}\n  k2: {text: Load in 2 s}\n"
        ),
        (
            "objectives:\n  o1: {title: Be fast}\nkey_results:\n"
            "- {id: k1, objective: o1, title: Hits to 90%}\n- {id: k2, objective: o1, title: Load in 2 s}\n"
        ),
        (
            "objectives:\n- {id: o1, objective: Be fast, key_results: [k1, k2]}\nkey_results:\n"
            "  k1: {objective: o1, text: Hits to 90%}\n  k2: {objective: o1, text: Load in 2 s}\n"
        ),
    ],
)
def test_key_results_that_objectives_list_by_their_identifiers(text: str):
    document = read(text)
    assert said(document) == {"Be fast": ["Hits to 90%", "Load in 2 s"]}
    assert [result.ref for result in document.objectives[0].key_results] == ["k1", "k2"]


@pytest.mark.parametrize(
    "items",
    [
        [
            {"id": 1, "type": "Objective", "name": "Be fast"},
            {"id": 2, "type": "Key Result", "name": "Hits to 90%", "parentId": 1},
            {"id": 3, "type": "Initiative", "name": "Compress images", "parentId": 2},
        ],
        [
            {"type": "objective", "title": "Be fast", "children": [
                {"type": "key_result", "title": "Hits to 90%"}, {"type": "initiative", "title": "Compress images"},
            ]},
        ],
    ],
)  # fmt: skip
def test_a_step_by_its_type_is_no_objective(items: list[dict[str, object]]):
    (objective,) = read(json.dumps({"items": items}), "json").objectives
    (result,) = objective.key_results
    assert [str(action.text) for action in (*objective.actions, *result.actions)] == ["Compress images"]


def test_fields_under_attributes():
    result = {"id": "k1", "attributes": {"title": "NPS", "start": 30, "target": 50}}
    item = {"id": "1", "type": "objective", "attributes": {"title": "Grow", "owner": "Ana", "keyResults": [result]}}
    (objective,) = read(json.dumps({"data": [item]}), "json").objectives
    assert (objective.ref, str(objective.text), str(objective.owners[0])) == ("1", "Grow", "Ana")
    assert (str(objective.key_results[0].text), figures(objective.key_results[0])[:2]) == ("NPS", (30, 50))


def test_a_mapping_of_steps():
    (result,) = results("{title: Hits to 90%, tasks: {Write a budget: done, Train a team: open, I1: Compress images}}")
    assert [(str(action.text), action.done) for action in result.actions] == [
        ("Write a budget", True), ("Train a team", False), ("Compress images", None),
    ]  # fmt: skip
    (result,) = results("{title: Hits to 90%, initiative: {title: Compress images, owner: Bo, due: 2026-08-01}}")
    ((action, owner),) = [(str(action.text), str(action.owners[0])) for action in result.actions]
    assert (action, owner) == ("Compress images", "Bo")


def test_objectives_stand_in_the_order_of_the_source():
    text = (
        "company:\n  objectives:\n  - {title: A, key_results: [x 5%]}\n"
        "departments:\n- name: Sales\n  objectives:\n  - {title: B, key_results: [y 5%]}\n"
    )
    assert list(said(read(text))) == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                'quarter = "2026Q3"\n[objectives.speed]\ntitle = "Go"\nkpis = [{ name = "Load", from = 4, to = 2 }]\n'
                '[objectives.trust]\ntitle = "Be trusted"\n[[objectives.trust.krs]]\nresult = "Trust from 6 to 8"\n'
            ),
            {"Go": ["Load"], "Be trusted": ["Trust from 6 to 8"]},
        ),
        (
            '[okr]\nobjective = "Go"\nquarter = "2026Q3"\n[okr.key_results]\nload = { baseline = 4, target = 2 }\n',
            {"Go": ["load"]},
        ),
        (
            (
                '[[objectives]]\ntitle = "Be calm"\n[[objectives.key_results]]\ntitle = "Rollback"\n'
                'description = "Cut rollback time from 40 min to 5 min"\n'
            ),
            {"Be calm": ["Cut rollback time from 40 min to 5 min"]},
        ),
        (
            '"周期" = "2026Q3"\n[["目标"]]\n"标题" = "交付更稳"\n"指标" = ["故障从 12 次降到 4 次"]\n',
            {"交付更稳": ["故障从 12 次降到 4 次"]},
        ),
    ],
)
def test_the_same_in_toml(text: str, found: dict[str, list[str]]):
    document = read(text, "toml")
    assert (said(document), document.problems) == (found, ())


# What is no OKR

LOOK_ALIKES = [
    "name: okr-app\nversion: 1.0.0\nkeywords: [okr, goals]\nscripts: {test: jest}\n",
    "openapi: 3.1.0\ncomponents: {examples: {A: {value: {objective: string, key_results: [string], owner: string}}}}\n",
    "type: object\nproperties: {objective: {type: string}, key_results: {type: array, items: {type: object}}}\n",
    "en:\n  objective: Objective\n  key_results: Key results\n  kr: {title: Title, target: Target value}\n",
    "objectives:\n  title: My objectives\n  key_results: {add: Add key result, delete: Delete this key result}\n",
    "vi:\n  objectives:\n    title: Mục tiêu\n    key_results: {add: Thêm kết quả, remove: Xóa kết quả}\n",
    "zh:\n  objectives:\n    title: 我的目标\n    keyResults: {add: 添加关键结果, remove: 删除, count: 共 3 个}\n",
    "okr:\n  objective: {title: Objective, key_results: {title: Key results, empty: No key results yet}}\n",
    "- {key: OKR-1, fields: {summary: Add 3 goals, status: {name: Done}}}\n",
    "- {id: 7, title: Fix it, objective: It holds, results: [tested on 3 devices], owner: bo, sprint: 12}\n",
    "dashboard: {kpis: [{name: MRR, baseline: 100, target: 140}]}\nobjectives: 12\nquarter: Q3 2026\n",
    "name: Growth KPIs\nquarter: Q3 2026\nmetrics: [{name: MRR, baseline: 100, target: 140}]\n",
    "slos: [{name: up, objective: 99.9, measures: [http_requests_total], target: 99.9}]\n",
    "alerts: [{name: load, objective: Keep it low, metrics: [{name: p95, baseline: 200, target: 300}]}]\n",
    "objectives: [{objective: Describe food webs, outcomes: [Name 10 species, Explain 3 links]}]\n",
    "lesson: x\nobjectives: [{objective: Explain it, measures: [Score of 80%, 2 examples]}]\n",
    "trial:\n  period: 2026-Q3\n  objectives: [{objective: Safety of X, measures: [Pressure at 12 weeks]}]\n",
    "year: 2026\nobjectives: [{objective: Protect data, measures: [Patch within 14 days, Train all staff]}]\n",
    "contract: {period: 2026, objectives: [{title: Availability, measures: [99.9% per month, Credits of 10%]}]}\n",
    "controls: [{objective: Limit access, measures: [Review every 90 days], owner: CISO, status: done}]\n",
    "goals: [{title: Learn piano, targets: [Play 3 songs]}]\n",
    "optimizer: {objective: minimize, metrics: [{name: loss, baseline: 0.3, target: 0.1}], quarter: 1}\n",
    "quests: [{title: Slay it, objectives: [{description: Kill 10 wolves, target: 10, current: 0}]}]\n",
    "experiment: b\nobjective: Raise activation\nresults: [{variant: A, value: 0.31}]\n",
    "search: {objective: find flights, quarter: Q3 2026, results: [{title: Flight 1}, {title: Flight 2}]}\n",
    "roadmap: {quarter: Q3 2026, epics: [{title: Checkout, objective: Fewer drop-offs, metrics: [drop_off_rate]}]}\n",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_merely_looks_like_okrs(text: str):
    document = read(text)
    assert (document.objectives, document.problems) == ((), ())
    import yaml

    same = json.dumps(yaml.load(text, yaml.BaseLoader), ensure_ascii=False)
    assert not read(same, "json").objectives


# Words around a key


def test_a_colon_without_quotes_does_not_part_a_statement():
    (result,) = results("Launch the beta: 3 customers sign")
    assert str(result.text) == "Launch the beta: 3 customers sign"
    (result,) = results("提升客户满意度指标: 满意度达到 90 分")
    assert str(result.text) == "提升客户满意度指标: 满意度达到 90 分"


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_a_word_beside_a_statement_is_no_statement(form: str):
    data = {"objectives": [{"objective": "Be fast", "key_results": [{"Raise hits to 90%": "Ana"}]}]}
    assert said(read(json.dumps(data), form)) == {"Be fast": ["Raise hits to 90%"]}


def test_a_title_above_a_sentence_is_what_it_is_called_by():
    data = {"objectives": [{"objective": "Be fast", "key_results": [{"Launch the beta": "3 customers sign"}]}]}
    (result,) = read(json.dumps(data), "json").objectives[0].key_results
    assert (result.ref, str(result.text)) == ("Launch the beta", "3 customers sign")


def test_results_in_words_need_a_period():
    text = "objectives:\n- objective: Be fast\n  results: [Customers say that it is quick]\n"
    assert not read(text).objectives
    assert said(read(f"quarter: Q3 2026\n{text}")) == {"Be fast": ["Customers say that it is quick"]}


def test_the_type_of_an_item_says_nothing_of_it():
    data = {"objectives": [{"type": "objective", "title": "Be fast", "key_results": [{"kr": "Hits to 90%"}]}]}
    (objective,) = read(json.dumps(data), "json").objectives
    assert objective.field("kind") is None
    assert objective.kind is None


def test_names_of_metrics_under_an_objective_that_is_a_key():
    text = "objectives:\n  Be fast:\n    Load: 4s -> 2s\n    Hits: 60% -> 90%\n"
    (objective,) = read(text).objectives
    assert [(str(result.text), figures(result)[:2]) for result in objective.key_results] == [
        ("Load", (4, 2)),
        ("Hits", (60, 90)),
    ]
    assert not read("objectives:\n  Be fast:\n    colour: red\n    size: 40\n").objectives


def test_whether_something_is_done_is_no_target():
    (result,) = results("{kr: Launch the site, type: boolean, target: true, current: false}")
    assert result.metric is None
