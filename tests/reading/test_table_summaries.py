"""Tables that name objectives again, in fewer words, and tables that only look so."""

from golden import read_markdown, statements

HEAD = """
# OKRs Q1 2026

## Objective 1: Launch the MVP and validate the market
- Key Result 1.1: Acquire 50 beta users
- Key Result 1.2: 40% weekly retention

## Objective 2: 让客户愿意推荐我们的产品
- KR1：NPS 从30升至45
"""

STATED = [
    "Objective 1 Launch the MVP and validate the market",
    "- Key Result 1.1 Acquire 50 beta users",
    "- Key Result 1.2 40% weekly retention",
    "Objective 2 让客户愿意推荐我们的产品",
    "- KR1 NPS 从30升至45",
]


def test_final_grades_are_those_of_the_key_results_above():
    document = read_markdown(
        HEAD
        + """
## Final grades

| Objective | Key Result | Target | Actual | Grade |
|---|---|---|---|---|
| **O1: Launch MVP** | KR1.1: Beta users | 50 | 44 | 0.9 |
|  | KR1.2: Retention | 40% | 42% | 1.0 |
| O2：客户推荐 | KR1：NPS | 45 | 40 | 0.7 |
"""
    )
    assert statements(document) == STATED
    results = [result for objective in document.objectives for result in objective.key_results]
    assert [result.score.value if result.score else None for result in results] == [0.9, 1.0, 0.7]
    metrics = [result.metric for result in results]
    assert [metric.current.raw if metric and metric.current else None for metric in metrics] == ["44", "42%", "40"]
    assert [metric.target.value if metric and metric.target else None for metric in metrics] == [50, 40, 45]


def test_an_alignment_map_names_key_results_by_their_numbers():
    document = read_markdown(
        HEAD
        + """
## Alignment map

| Company goal | Team objective | Key results |
|---|---|---|
| Study faster | O1: Launch the MVP | KR1.1-KR1.2 |
| Be loved | O2: 让客户推荐产品 | 全部 KR |
"""
    )
    assert statements(document) == STATED


def test_owners_that_only_the_table_names_are_kept():
    document = read_markdown(
        """
| Objective | Key Result | Owner | Weight |
|---|---|---|---|
| O1: Launch the MVP | KR1: 50 beta users | Ana | 60% |
|  | KR2: 40% weekly retention | Bo | 40% |

## O1: Launch the MVP
- KR1: 50 beta users
- KR2: 40% weekly retention
"""
    )
    assert statements(document) == ["O1 Launch the MVP", "- KR1 50 beta users", "- KR2 40% weekly retention"]
    results = document.objectives[0].key_results
    assert [[str(owner) for owner in result.owners] for result in results] == [["Ana"], ["Bo"]]
    assert [result.weight.value for result in results if result.weight] == [0.6, 0.4]


def test_another_teams_table_states_objectives_of_its_own():
    document = read_markdown(
        HEAD
        + """
## Support

| Objective | Key Result | Target |
|---|---|---|
| O1: Answer before customers worry | KR1: First answer from 9 h to 2 h | 2 h |
"""
    )
    assert statements(document) == [
        *STATED, "O1 Answer before customers worry", "- KR1 First answer from 9 h to 2 h",
    ]  # fmt: skip


def test_a_table_with_a_key_result_more_is_read():
    document = read_markdown(
        HEAD
        + """
## Also

| Objective | Key Result | Target |
|---|---|---|
| O1: Launch the MVP | KR1.3: Press articles | 5 |
"""
    )
    assert statements(document)[-2:] == ["O1 Launch the MVP", "- KR1.3 Press articles"]
