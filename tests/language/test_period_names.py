"""Periods that name work or close a statement in brackets: which of them are deadlines."""

from datetime import date

import pytest

from okrlint.language.dates import dates

CYCLE = (date(2026, 4, 1), date(2026, 6, 30))


def is_due(text: str) -> bool:
    return any(found.deadline for found in dates(text, cycle=CYCLE))


@pytest.mark.parametrize(
    "text",
    [
        "Month-end without overtime",
        "Overtime hours in close week from 140 to 30",
        "8 of 10 entities run their month-end without help",
        "Quarter-end closing time from 9 to 4 days",
        "Survive year-end",
        "Close March books in 3 days",
        "月末结账天数从 9 天降到 4 天",
        "季末关账零差错",
        "月底對帳時間縮短 50%",
        "NPS 当前 32（5月）",
        "Revenue of 2M (May)",
    ],
)
def test_no_deadline(text: str):
    assert not is_due(text)


@pytest.mark.parametrize(
    "text",
    [
        "Migrate all entities by month-end",
        "Reports delivered at quarter-end",
        "Migrate all entities (quarter-end)",
        "Ship the app, year-end 2026",
        "Finish by close of the quarter",
        "年底前完成迁移",
        "月末完成结账系统上线",
        "全部子公司切换到新账套（5月）",
        "发布新版手册（2026年8月）。",
    ],
)
def test_deadline(text: str):
    assert is_due(text)
