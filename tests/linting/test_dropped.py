"""Items that were dropped: rules that ask for something to be done about them are not asked."""

from datetime import date

import pytest

from okrlint import Linter
from okrlint.plugins import is_dropped
from okrlint.testing import read

DAY = date(2026, 5, 15)

DOCUMENTS = {
    "en": """# Growth OKRs 2026-Q2

## O1: Make regulars our loudest advocates

- KR1: NPS from 30 to 50
- KR2: Design a points scheme
  - Status: {}
- KR3: Referrals from 20 to 60 a month
""",
    "zh": """# 增长组 2026年Q2 OKR

## O1：让老客户更愿意推荐我们

- KR1：NPS从30提升到50
- KR2：设计积分方案
  - 状态：{}
- KR3：每月转介绍从20单增至60单
""",
}


def about(text: str, *codes: str) -> list[tuple[str, str | None]]:
    report = Linter({"select": list(codes) or ["OW001", "KW002", "CF001", "TM001", "AP001"]}, today=DAY).lint_text(text)
    return [(each.code, each.key_result) for each in report.findings]


@pytest.mark.parametrize(
    ("language", "status"), [("en", "dropped"), ("en", "cancelled, no budget"), ("zh", "已取消"), ("zh", "放棄")]
)
def test_what_was_dropped_is_left_alone_and_the_others_are_all(language: str, status: str) -> None:
    found = about(DOCUMENTS[language].format(status))
    assert {code for code, _ in found} == {"OW001", "CF001", "TM001", "AP001"}
    assert {key_result for _, key_result in found} == {None}  # said once, of both that are left


@pytest.mark.parametrize(("language", "status"), [("en", "on track"), ("zh", "进行中")])
def test_what_is_pursued_is_not(language: str, status: str) -> None:
    assert ("KW002", "KR2") in about(DOCUMENTS[language].format(status))


@pytest.mark.parametrize("line", ["- ~~KR2: Design a points scheme~~", "- KR2: ~~Design a points scheme~~ (no budget)"])
def test_what_is_struck_through_was_dropped(line: str) -> None:
    text = DOCUMENTS["en"].replace("- KR2: Design a points scheme\n  - Status: {}", line)
    assert [is_dropped(each) for each in read(text).objectives[0].key_results] == [False, True, False]
    assert "KW002" not in dict(about(text))


def test_key_results_of_a_dropped_objective_were_dropped_with_it() -> None:
    text = DOCUMENTS["en"].replace("\n- KR1", "\nStatus: dropped\n\n- KR1").replace("  - Status: {}\n", "")
    assert about(text) == []


def test_hygiene_is_asked_about_all() -> None:
    text = DOCUMENTS["en"].format("dropped").replace("a points scheme", "TBD")
    assert about(text, "HY003") == [("HY003", "KR2")]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"field": "note", "is": "absent"}, ["KR1", "KR3"]),
        ({"all": [{"field": "status", "is": "present"}, {"field": "note", "is": "absent"}]}, ["KR2"]),
        ({"not": {"any": [{"field": "状态", "is": "absent"}, {"field": "note", "is": "present"}]}}, ["KR2"]),
    ],
)
def test_a_declared_rule_that_looks_at_the_status_is_asked_about_all(condition: object, expected: list[str]) -> None:
    message = {"en": "no note on {text}", "zh": "{text}没有备注"}
    rule = {"code": "ACME001", "name": "no-note", "target": "key-result", "if": condition, "message": message}
    report = Linter({"rules": [rule], "select": ["ACME001"]}).lint_text(DOCUMENTS["en"].format("dropped"))
    assert [each.key_result for each in report.findings] == expected
