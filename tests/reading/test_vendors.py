import json

import pytest
from places import assert_places

from okrlint.model import Document
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.json.reader import JsonReader
from okrlint.reading.source import Source


def read(data: object) -> Document:
    source = Source(json.dumps(data, ensure_ascii=False, indent=1), "export.json")
    document = JsonReader().read(source, ReadingOptions())
    assert_places(source, document)
    return document


def test_feishu_v1_has_shares_of_a_hundred_and_milliseconds_in_china():
    result = {
        "id": "711",
        "content": "NPS 从 30 提升到 50",
        "score": 70,
        "kr_weight": 33.333,
        "weight": 0,
        "deadline": "0",
        "progress_rate": {"percent": 10, "status": "2"},
    }
    objective = {
        "id": "71",
        "content": "让老客户主动介绍我们",
        "progress_report": "顺利",
        "weight": 1,
        "deadline": "1782748800000",  # 2026-06-30 00:00 in China, still the 29th in UTC
        "progress_rate": {"status": "-1"},
        "kr_list": [result],
        "aligning_objective_list": [{"id": "9"}],
    }
    hidden = {"id": "72", "permission": 0}
    okr = {"id": "7", "name": "2026 年 4 月 - 6 月", "objective_list": [objective, hidden]}
    document = read({"code": 0, "data": {"okr_list": [okr]}})
    (found,) = document.objectives
    (kr,) = found.key_results
    assert (document.cycle.value, found.ref, found.weight.value, found.status) == ("2026-Q2", "71", 0.01, None)
    assert (found.deadline.value.isoformat(), str(found.supports[0])) == ("2026-06-30", "9")
    assert (kr.score.value, kr.weight.value, str(kr.status)) == (0.7, 0.33333, "delayed")
    assert kr.deadline_inherited


@pytest.mark.parametrize(("timezone", "day"), [(None, "2026-06-29"), ("Asia/Tokyo", "2026-06-30")])
def test_a_time_is_a_day_of_the_configured_zone(timezone: str | None, day: str):
    midnight_in_tokyo = "1782745200000"  # 23:00 of the day before in China
    result = {"content": "NPS at 50", "kr_weight": 100, "deadline": midnight_in_tokyo}
    okr = {"name": "2026 Q2", "objective_list": [{"id": "1", "content": "Delight them", "kr_list": [result]}]}
    source = Source(json.dumps({"data": {"okr_list": [okr]}}), "export.json")
    (objective,) = JsonReader().read(source, ReadingOptions(timezone=timezone)).objectives
    assert objective.key_results[0].deadline.value.isoformat() == day


@pytest.mark.parametrize(("timezone", "day"), [(None, "2026-06-29"), ("Asia/Shanghai", "2026-06-30")])
def test_a_time_in_data_of_no_product_is_a_day_of_the_configured_zone(timezone: str | None, day: str):
    data = {"okrs": [{"objective": "Delight them", "key_results": [{"title": "NPS at 50", "deadline": 1782748800000}]}]}
    document = JsonReader().read(Source(json.dumps(data), "okr.json"), ReadingOptions(timezone=timezone))
    assert document.objectives[0].key_results[0].deadline.value.isoformat() == day


def feishu_blocks(*runs: str) -> dict[str, object]:
    elements = [{"paragraph_element_type": "textRun", "text_run": {"text": run}} for run in runs]
    return {"blocks": [{"block_element_type": "paragraph", "paragraph": {"elements": elements}}]}


def test_feishu_v2_has_shares_of_one_content_blocks_and_indicators_apart():
    document = read(
        {
            "cycle": {"id": "c", "tenant_cycle_id": "t", "start_time": "1774972800000", "end_time": "1782748800000"},
            "objectives": [
                {
                    "id": "1",
                    "cycle_id": "c",
                    "weight": 1,
                    "owner": {"user_id": "ou_1"},
                    "content": feishu_blocks("提升", "留存"),
                }
            ],
            "key_results": [
                {"id": "11", "objective_id": "1", "weight": 0.333, "content": feishu_blocks("Retention", "is up")},
                {"id": "12", "objective_id": "other", "content": feishu_blocks("elsewhere")},
            ],
            "indicators": [
                {
                    "entity_id": "11",
                    "start_value": 10,
                    "target_value": 20,
                    "current_value": 12,
                    "unit": {"unit_value": "%"},
                }
            ],
        }
    )
    (objective,) = document.objectives
    (kr,) = objective.key_results
    assert (str(document.cycle.start), str(document.cycle.end)) == ("2026-04-01", "2026-06-30")
    assert (str(objective.text), objective.weight.value, str(objective.owners[0])) == ("提升留存", 1, "ou_1")
    assert (str(kr.text), kr.weight.value) == ("Retention is up", 0.333)
    assert (kr.metric.baseline.value, kr.metric.target.value, kr.metric.unit) == (10, 20, "%")


def test_the_input_of_a_batch_creation_in_feishu():
    document = read(
        [{"text": "让客户满意", "notes": "n", "krs": [{"text": "留存达到 40%", "mention": ["ou_2"]}, {"text": "b"}]}]
    )
    (objective,) = document.objectives
    assert [str(kr.text) for kr in objective.key_results] == ["留存达到 40%", "b"]
    assert (objective.key_results[0].owners, str(objective.key_results[0].contributors[0])) == ((), "ou_2")


@pytest.mark.parametrize(
    "data",
    [
        [
            {
                "id": "a",
                "content": "甲",
                "weight": 50,
                "owner": {"name": "张三"},
                "krList": [{"content": "乙", "weight": 100}],
            }
        ],
        [
            {
                "objectiveId": "a",
                "title": "甲",
                "weight": 50,
                "executor": {"name": "张三"},
                "keyResults": [{"krId": "k", "title": "乙", "weight": 100}],
            }
        ],
    ],
)
def test_dingtalk(data: object):
    (objective,) = read(data).objectives
    assert (str(objective.text), objective.ref, objective.weight.value, str(objective.owners[0])) == (
        "甲",
        "a",
        0.5,
        "张三",
    )
    assert (str(objective.key_results[0].text), objective.key_results[0].weight.value) == ("乙", 1)


WORKBOARD = {
    "goal_id": "1",
    "goal_name": "Win",
    "goal_owner_full_name": "Ana",
    "goal_target_date": 1782777600,
    "goal_workstreams": [{"id": 1, "name": "Call all"}],
    "goal_metrics": [
        {
            "metric_id": "2",
            "metric_name": "Churn",
            "metric_initial_data": "1000",
            "metric_target": "5000",
            "metric_achieve_target": "1200",
            "metric_unit": {"name": "$"},
            "target_date": "1780272000",
        }
    ],
}
WORKBOARD_SERVER = {
    "objective_id": "1",
    "name": "Win",
    "owner": "Ana",
    "dates": "2026-04-01 to 2026-06-30",
    "workstreams": ["Call all"],
    "key_results": [
        {"key_result_id": "2", "name": "Churn", "progress": "$1,200 of $5,000", "target_date": "2026-06-01"}
    ],
}
TABILITY = {
    "plan": {"id": "p", "nano_slug": "x", "start_at": "2026-04-01", "finish_at": "2026-06-30"},
    "objectives": [{"id": "o", "plan_id": "p", "title": "Win"}],
    "outcomes": [
        {
            "id": "k",
            "objective_id": "o",
            "title": "Churn",
            "from": 1000,
            "to": 5000,
            "score_format": "number",
            "membership": {"id": "m", "user": {"name": "Bo"}},
            "current_checkin": {"checkin_date": "2026-05-01T09:00:00Z", "score": 1200, "confidence": "green"},
        }
    ],
    "initiatives": [{"id": "i", "title": "Call all", "outcome_id": "k", "work_state": "planned", "due_at": None}],
}
PERDOO_RESULTS = [
    {"id": "k", "name": "Churn", "type": "KEY_RESULT", "startValue": 1000, "endValue": 5000, "currentValue": 1200},
    {"id": "i", "name": "Call all", "type": "INITIATIVE", "lead": None},
]
PERDOO = {
    "edges": [
        {
            "node": {
                "id": "o",
                "name": "Win",
                "lead": {"name": "Ana"},
                "timeframe": {"id": "t", "name": "Q2 2026"},
                "status": "NO_STATUS",
                "keyResults": {"edges": [{"node": node} for node in PERDOO_RESULTS]},
            }
        }
    ]
}
LATTICE = [
    {
        "id": "k",
        "name": "Churn",
        "okrType": "key_result",
        "goalType": "Group",
        "parentGoal": {"id": "o"},
        "startingAmount": 1000,
        "endingAmount": 5000,
        "currentAmount": 1200,
    },
    {"id": "o", "name": "Win", "okrType": "objective", "goalType": "Group", "owners": [{"name": "Ana"}]},
]
APPFIRE = {
    "objectives": [{"id": 1, "name": "Win", "krIds": [2], "ownerAccountId": "Ana", "parentObjectiveId": None}],
    "krs": [
        {
            "id": 2,
            "name": "Churn",
            "parentObjectiveId": 1,
            "issueIds": [],
            "latestUpdate": {"status": "ON_TRACK", "value": 1200, "startValue": 1000, "desiredValue": 5000},
        }
    ],
}
QUANTIVE = {
    "goals": [{"id": "g", "name": "Win", "ownerId": "Ana", "dateTo": "2026-06-30T00:00:00Z", "sessionId": "s"}],
    "metrics": [
        {
            "id": "m",
            "goalId": "g",
            "name": "Churn",
            "initialValue": 1000,
            "target": 5000,
            "actual": 1200,
            "dueDate": "0001-01-01T00:00:00Z",
        }
    ],
}


@pytest.mark.parametrize(
    ("data", "end"),
    [
        ({"data": {"goal": {"0": WORKBOARD}}}, "2026-06-30"),
        ([WORKBOARD_SERVER], "2026-06-30"),
        (TABILITY, None),
        ({"data": {"objectives": PERDOO}}, None),
        (LATTICE, None),
        (APPFIRE, None),
        (QUANTIVE, "2026-06-30"),
    ],
)
def test_products_with_an_objective_a_key_result_and_its_numbers(data: object, end: str | None):
    document = read(data)
    (objective,) = document.objectives
    (kr,) = objective.key_results
    assert (str(objective.text), str(kr.text)) == ("Win", "Churn")
    assert (kr.metric.target.value, kr.metric.current.value) == (5000, 1200)
    if data != [WORKBOARD_SERVER]:
        assert kr.metric.baseline.value == 1000
    if end:
        assert objective.deadline.value.isoformat() == end
    assert [str(owner) for owner in (*objective.owners, *kr.owners)] in (["Ana"], ["Bo"])
    assert document.problems == ()


def test_what_products_write_apart_or_in_the_same_list():
    tability = read(TABILITY).objectives[0].key_results[0]
    assert (tability.confidence.value, str(tability.checkins[0].date)) == (0.8, "2026-05-01")
    assert [str(action.text) for action in tability.actions] == ["Call all"]
    perdoo = read(PERDOO).objectives[0]
    assert ([str(action.text) for action in perdoo.actions], perdoo.status) == (["Call all"], None)
    assert perdoo.cycle.value == "2026-Q2"
    workboard = read(WORKBOARD).objectives[0]
    assert workboard.key_results[0].deadline.value.isoformat() == "2026-06-01"
    assert [str(action.text) for action in workboard.actions] == ["Call all"]


@pytest.mark.parametrize("value", ["-1", "99999999999999999999999", "253402300799000", "soon", "", "1e9", "9" * 17])
def test_odd_times_are_no_trouble(value: str):
    objective = {"content": "a", "deadline": value, "kr_list": [{"content": "b", "kr_weight": value}]}
    assert str(read([objective]).objectives[0].text) == "a"
