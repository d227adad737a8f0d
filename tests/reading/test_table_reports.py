"""Tables that tell how key results stand which are stated elsewhere, and tables that state others."""

import pytest

from okrlint.model import Document
from okrlint.testing import read

HEAD = """# OKR 2026-Q2

## O1：提升模型质量

- KR1：准确率从80%升至90%
- KR2：Recall from 50% to 70%

"""


def told(document: Document) -> list[tuple[str, list[tuple[str, float | None, str | None]]]]:
    """Return the key results, and of each check-in the day, the confidence and the note."""
    return [
        (
            str(result.text),
            [
                (
                    str(entry.date),
                    entry.confidence.value if entry.confidence else None,
                    str(entry.note) if entry.note else None,
                )
                for entry in result.checkins
            ],
        )
        for objective in document.objectives
        for result in objective.key_results
    ]


def below(heading: str, *rows: str) -> Document:
    head, *body = rows
    table = "\n".join([head, "|---" * (head.count("|") - 1) + "|", *body])
    return read(f"{HEAD}{heading}\n\n{table}\n")


@pytest.mark.parametrize(
    "heading",
    [
        "周进展（W6）",
        "进展",
        "周报 W6",
        "Check-in W6",
        "复盘",
        "Scorecard",
        "数据看板",
        "最新状态",
        "Week 6",
        "Weekly update",
        "KR Progress",
    ],
)
@pytest.mark.parametrize(
    "names", [("KR1", "KR2"), ("准确率", "Recall"), ("准确率从80%升至90%", "Recall from 50% to 70%")]
)
def test_a_table_that_names_key_results_tells_how_they_stand(heading: str, names: tuple[str, str]) -> None:
    rows = [f"| {name} | 85% | {at}/10 | {note} |" for name, at, note in zip(names, (6, 5), ("稳定", "-"), strict=True)]
    document = below(f"## {heading}", "| KR | 当前 | 信心 | 备注 |", *rows)
    assert told(document) == [
        ("准确率从80%升至90%", [("None", 0.6, "稳定")]),
        ("Recall from 50% to 70%", [("None", 0.5, None)]),
    ]


def test_the_day_of_its_heading() -> None:
    document = below("## 2026-05-08 进展", "| KR | 当前 | 信心 |", "| KR1 | 85% | 6/10 |")
    assert told(document)[0][1] == [("2026-05-08", 0.6, None)]


def test_rows_that_name_nothing_known_are_left_out() -> None:
    document = below(
        "## 进展", "| KR | 目标 | 当前 | 信心 |", "| 准确率 | 90% | 85% | 6/10 |", "| 召回率 | 70% | 60% | 5/10 |"
    )
    assert [len(entries) for _, entries in told(document)] == [1, 0]


def test_a_label_that_two_objectives_have_names_neither() -> None:
    text = f"{HEAD}## O2：提升效率\n\n- KR1：周期从10天缩短到5天\n\n## 数据看板\n\n"
    document = read(f"{text}| KR | 当前 | 信心 |\n|---|---|---|\n| KR1 | 85% | 6/10 |\n| KR2 | 60% | 5/10 |\n")
    assert [len(entries) for _, entries in told(document)] == [0, 1, 0]
    assert len(document.objectives) == 2


def test_a_table_that_shows_once_more_what_another_states() -> None:
    okrs = "| 目标 | 关键结果 | 信心 |\n|---|---|---|\n| 提升质量 | 准确率从80%升至90% | 7/10 |\n"
    okrs += "| | 召回率达到70% | 6/10 |\n"
    report = "| 关键结果 | 当前 | 信心 |\n|---|---|---|\n| 准确率从80%升至90% | 85% | 5/10 |\n"
    document = read(f"# OKR 2026-Q2\n\n{okrs}\n## 进展\n\n{report}")
    assert told(document) == [("准确率从80%升至90%", [("None", 0.5, None)]), ("召回率达到70%", [])]


def test_within_an_objective_it_states_no_key_results() -> None:
    document = below("### 周进展", "| KR | 当前 | 信心 |", "| 准确率 | 85% | 6/10 |", "| KR2 | 60% | 5/10 |")
    assert [text for text, _ in told(document)] == ["准确率从80%升至90%", "Recall from 50% to 70%"]


def test_a_table_of_other_key_results_states_them() -> None:
    document = below(
        "## 用户增长", "| KR | 目标 | 当前 |", "| 注册用户 | 1万 | 3000 |", "| 付费用户 | 1000人 | 300人 |"
    )
    assert [str(objective.text) for objective in document.objectives] == ["提升模型质量", "用户增长"]
    assert not any(entries for _, entries in told(document))


def test_other_words_behind_the_same_labels_are_no_report() -> None:
    document = below(
        "## 用户增长", "| KR | 描述 | 信心 |", "| KR1 | 注册用户达到1万 | 6/10 |", "| KR2 | 付费用户达到1000人 | 5/10 |"
    )
    assert not any(entries for _, entries in told(document))


@pytest.mark.parametrize("head", ["| KR | 负责人 | 状态 |", "| KR | 负责人 | 截止日期 |"])
def test_an_overview_is_no_check_in(head: str) -> None:
    document = below("## 总览", head, "| KR1 | 张三 | 未开始 |", "| KR2 | 李四 | 未开始 |")
    assert len(document.objectives) == 1
    assert not any(entries for _, entries in told(document))


def test_a_name_that_is_but_the_beginning_of_a_word_is_none() -> None:
    document = below("## 进展", "| KR | 当前 | 信心 |", "| Rec | 60% | 5/10 |", "| KR1 | 85% | 6/10 |")
    assert [len(entries) for _, entries in told(document)] == [1, 0]
