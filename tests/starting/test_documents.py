"""A fresh document is whole but for its blanks, and clean once they are filled."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pytest

import okrlint
from okrlint.starting.documents import ENDINGS, KEY_RESULTS, fresh_document

START, MIDDLE = date(2026, 1, 1), date(2026, 2, 14)

SAYING_WHAT_IS_BLANK = {
    "HY003",  # words and numbers
    "AL001",  # the plan that it serves
    "OW004",  # owner
    "TM004",  # deadline
    "CF001",  # confidence
    "WT001",  # weight
    "AP002",  # who does a step, by when
}

NOT_TOLD = (
    *("- Confidence:", "confidence:", "- 信心指数：", "信心指数:"),  # the check-in below tells it, too
    *("- [metric] stays above", "- 【指标】不低于"),  # a section of health metrics is not read
)
"""Lines whose blank is not told when all others are filled."""

EVERY = pytest.mark.parametrize(
    ("format", "language"), [(name, language) for name in ENDINGS for language in ("en", "zh")]
)


def codes(text: str, format: str, preset: str, today: date) -> set[str]:
    return {
        finding.code for finding in okrlint.Linter({"preset": preset}, today=today).lint_text(text, format).findings
    }


@EVERY
def test_it_has_all_that_an_okr_document_has(format: str, language: str) -> None:
    document = okrlint.parse_text(fresh_document(format, language, "2026-Q1", 2), format)
    assert document.problems == ()
    assert document.language == language
    assert document.cycle is not None
    assert (document.cycle.value, document.cycle.start) == ("2026-Q1", START)
    assert document.team is not None
    assert len(document.plans) == 1
    assert document.cadence is not None
    assert [objective.id for objective in document.objectives] == ["O1", "O2"]
    for objective in document.objectives:
        assert [key_result.id for key_result in objective.key_results] == ["KR1", "KR2", "KR3"]
        for key_result in objective.key_results:
            assert key_result.text.value == STATEMENTS[language]
            assert len(key_result.owners) == 1
            assert key_result.deadline is not None
            assert not key_result.deadline_inherited
            assert key_result.confidence is not None
            assert key_result.weight is not None
            assert len(key_result.actions) == 1
            assert len(key_result.checkins) == 1
            assert key_result.fields == ()


@EVERY
@pytest.mark.parametrize("preset", ["default", "strict"])
def test_its_only_findings_are_its_blanks(format: str, language: str, preset: str) -> None:
    text = fresh_document(format, language, "2026-Q1", 2)
    found = codes(text, format, preset, START)
    assert "HY003" in found
    assert found <= SAYING_WHAT_IS_BLANK
    # In the middle of the cycle it is told, too, that the check-ins have no dates.
    assert codes(text, format, preset, MIDDLE) <= found | {"CK001"}


@EVERY
@pytest.mark.parametrize("preset", ["default", "strict"])
def test_it_is_clean_when_its_blanks_are_filled(format: str, language: str, preset: str) -> None:
    text = filled(fresh_document(format, language, "2026-Q1", 2), format, language)
    assert codes(text, format, preset, date(2026, 1, 6)) == set()


@EVERY
def test_each_blank_is_told(format: str, language: str) -> None:
    """Whatever is filled, the rest is still told: one blank at a time is left."""
    text = fresh_document(format, language, "2026-Q1", 1)
    whole = filled(text, format, language)
    lines = [
        number
        for number, (blank, full) in enumerate(zip(text.splitlines(), whole.splitlines(), strict=True))
        if blank != full and not blank.strip().startswith(NOT_TOLD)
    ]
    assert len(lines) > 6 * KEY_RESULTS
    for number in lines:
        mixed = whole.splitlines()
        mixed[number] = text.splitlines()[number]
        assert codes("\n".join(mixed), format, "default", date(2026, 1, 6)), mixed[number]


@EVERY
def test_comments_stand_at_the_first_of_a_kind_alone(format: str, language: str) -> None:
    one, four = (fresh_document(format, language, "2026-Q1", count) for count in (1, 4))
    sign = "<!--" if format == "markdown" else "# "
    assert [line for line in one.splitlines() if line.lstrip().startswith(sign)] == [
        line for line in four.splitlines() if line.lstrip().startswith(sign)
    ]
    assert len(okrlint.parse_text(four, format).objectives) == 4
    assert one.endswith("\n")
    assert "{" not in one.replace("{action:", "").replace("{date:", "").replace("{行动:", "").replace("{日期:", "")


class Answer(NamedTuple):
    """What somebody writes into the blanks of a key result."""

    statement: str
    owner: str
    due: str
    confidence: str
    weight: str
    step: str
    step_due: str
    news: str


ANSWERS = {
    "en": (
        ("Welcome newcomers so warmly that they bring their friends", "Answer so well that customers thank us for it"),
        ("Customer support", "Plan for 2026, item 2"),
        (
            Answer("Raise the share of guests who return from 20% to 40%", "Ana Ruiz", "2026-03-20", "5/10", "50%",
                   "Ring ten guests who did not return", "2026-01-19", "the dashboard shows it by week"),
            Answer("Raise tables booked by guests' friends from 30 to 90 a week", "Ben Ode", "2026-03-06", "6/10",
                   "30%", "Print the card that guests pass on", "2026-01-23", "cards are at the printer's"),
            Answer("Raise the rating of the welcome from 4.1 to 4.6 stars", "Cleo Marsh", "2026-02-27", "4/10", "20%",
                   "Ask each guest at the door", "2026-01-16", "the first forty ratings are in"),
            Answer("Raise satisfaction with an answer from 78% to 86%", "Ana Ruiz", "2026-03-24", "5/10", "45%",
                   "Rewrite the ten answers that are rated worst", "2026-02-03", "the worst ten are listed"),
            Answer("Cut the time to a first answer from 9 to 2 hours", "Ben Ode", "2026-03-13", "6/10", "35%",
                   "Give the mornings two more people", "2026-01-20", "the roster has room for one"),
            Answer("Raise the share of cases closed at once from 40% to 55%", "Cleo Marsh", "2026-03-17", "4/10",
                   "20%", "Collect what is asked twice", "2026-01-27", "the tags are agreed"),
        ),
    ),
    "zh": (
        ("让每位新客人宾至如归，愿意带朋友再来", "让客户满意每一次答复，由衷感谢我们"),
        ("客户服务部", "2026年计划第二项"),
        (
            Answer("把客人回头率从20%提升到40%", "林悦", "2026-03-20", "5/10", "50%",
                   "致电十位没有再来的客人", "2026-01-19", "看板已能按周查看"),
            Answer("把老客人带来的预订从每周30桌提升到90桌", "何川", "2026-03-06", "6/10", "30%",
                   "印好客人转赠朋友的卡片", "2026-01-23", "卡片已送印"),
            Answer("把迎宾评分从4.1分提升到4.6分", "苏敏", "2026-02-27", "4/10", "20%",
                   "在门口请每位客人打分", "2026-01-16", "已收到四十份评分"),
            Answer("把答复满意度从78%提升到86%", "林悦", "2026-03-24", "5/10", "45%",
                   "重写评分最低的十条答复", "2026-02-03", "已列出最差的十条"),
            Answer("把首次答复时间从9小时缩短到2小时", "何川", "2026-03-13", "6/10", "35%",
                   "早班增加两个人", "2026-01-20", "班表还能加一人"),
            Answer("把一次解决的比例从40%提升到55%", "苏敏", "2026-03-17", "4/10", "20%",
                   "收集客户重复问到的问题", "2026-01-27", "标签已商定"),
        ),
    ),
}  # fmt: skip

STATEMENTS = {"en": "Raise [metric] from [baseline] to [target]", "zh": "把【指标】从___提升到___"}
WAITING = {"en": "TBD", "zh": "待定"}
BLANKS = {
    "en": (
        "[objective]", "[your team]", "[goal]", "[step]", "[name]", "[date]", "[your news]",
        "[metric] stays above [number]",
    ),
    "zh": (
        "【填写目标】", "【填写团队】", "【填写计划】", "【填写步骤】", "【姓名】", "【日期】", "【填写进展】",
        "【指标】不低于【数字】",
    ),
}  # fmt: skip
HEALTH = {"en": "Share of cases reopened stays below 4%", "zh": "重开工单占比不高于4%"}
FIRST_CHECK_IN = "2026-01-05"


def filled(text: str, format: str, language: str) -> str:
    """Return a fresh document with its blanks filled, in the order in which they stand there."""
    objectives, (team, plan), answers = ANSWERS[language]

    def waiting() -> Iterator[str]:
        for answer in answers:
            yield from (answer.owner, answer.due, answer.confidence, answer.weight)
            yield from (answer.owner, answer.step_due, FIRST_CHECK_IN) if format == "yaml" else ()
            yield answer.confidence

    def days() -> Iterator[str]:
        for answer in answers:
            yield from (answer.step_due, FIRST_CHECK_IN)

    fillings = (
        iter(objectives),
        iter([team]),
        iter([plan]),
        (answer.step for answer in answers),
        (answer.owner for answer in answers),
        days(),
        (answer.news for answer in answers),
        iter([HEALTH[language]]),
    )
    words = {
        STATEMENTS[language]: (answer.statement for answer in answers),
        WAITING[language]: waiting(),
        **dict(zip(BLANKS[language], fillings, strict=True)),
    }
    blank = re.compile("|".join(map(re.escape, words)))
    lines = [
        line if re.match(r"\s*(?:<!--|# )", line) else blank.sub(lambda match: next(words[match[0]]), line)
        for line in text.splitlines(keepends=True)
    ]
    return "".join(lines)
