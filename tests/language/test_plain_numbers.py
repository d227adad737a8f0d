"""What is read at one look is what the full code would read."""

from itertools import product

import pytest

from okrlint.language.quantities import amounts
from okrlint.language.quantities.lines import Line
from okrlint.language.quantities.numeric import digits
from okrlint.language.quantities.plain import plain

NUMBERS = ("7", "24", "45", "404", "2121", "2026", "1990", "1,200", "3.5", "2.0", "1.2.3", "07", "12345678901")
BEFORE = (
    *("", "Cut it from ", "at least ", "Reach ", "phase ", "top ", "in ", "within ", "May ", "USD ", "Python ", "for "),
    *(
        "weight: ",
        "(Q1: ",
        "[",
        "=> ",
        "by ",
        "上线",
        "达到",
        "不超过 ",
        "第",
        "前",
        "续约",
        "信心",
        "每",
        "从",
        "阶段",
    ),
)
AFTER = (
    *("", "%", " % of users", "% weekly", " users", " new teachers", " days", " day", " days a week", " h", " pm", "k"),
    *(" million", "-30", " to 9", "/5", ")", ", and", ". Then", "+", " or more", " confidence", " June", ":30", " pts"),
    *(
        "家",
        "天",
        "天内",
        "小时",
        "万",
        "多家",
        "成",
        "分",
        "分之一",
        "月",
        "号线",
        "以上",
        "个百分点",
        " 个",
        "点",
        "把握",
    ),
)


def test_agrees_with_the_full_code() -> None:
    read = 0
    for before, number, after in product(BEFORE, NUMBERS, AFTER):
        line = Line(before + number + after)
        found = plain(line, len(before), len(before) + len(number))
        if found is not None:
            read += 1
            assert found == digits(line, len(before), len(before) + len(number)), line.text
    assert read > 1000  # else it compares next to nothing


@pytest.mark.parametrize(
    "text",
    [
        *("Activation rises from 30% to 45%", "Median time falls from 3 days to 8 hours", "2121 new teachers join"),
        *("未关闭缺陷从71个减少到6个", "净推荐值达到61分", "不少于48%的司机"),
    ],
)
def test_reads_the_ordinary(text: str) -> None:
    line = Line(text)
    found = amounts(text)
    assert found
    for amount in found:
        end = amount.start + len(str(int(amount.value or 0)))
        assert plain(line, amount.start, end) == amount


def test_a_version_before_minutes_is_no_number() -> None:
    assert amounts("Answer within 3.58.25 min") == ()
