"""What is passed over at a glance is what the patterns would find nothing in."""

from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.dates import dates
from okrlint.language.folding import latin_words
from okrlint.language.time_limits import may_set_limits, time_limits
from okrlint.language.time_limits.chinese import chinese_limits
from okrlint.language.time_limits.spaced import numbered_ends, phrases, spaced_limits, stretches
from okrlint.language.time_units import Unit, folded, may_name_units, time_units
from okrlint.language.time_units.chinese import chinese_units
from okrlint.language.time_units.english import english_feasts, english_months, english_units
from okrlint.language.time_units.figures import lettered_units, numeric_days, plain_years
from okrlint.language.time_units.unit import has_impossible_year
from okrlint.language.vocabulary import groups

_PIECES = """
2026 26 1 5 20 99999 Q3 q3 2Q26 H1 S1 T2 FY26 FY2026Q1 CY'26 W20 CW20 isoweek calendar week wk half quarter
month year eoq EOFY may June 30th 30june mon friday singles' day new christmas by before until ahead of the end
mid- every next 3.4.2026 1/2 02.07.19 2026.4 2026/05 06/2026 12-31 20260630 202606 9.30 9-10 within 3 Tagen ans
mês quý НЕДЕЛЬ pilot Sprint 12 SprintS12 PI-3 bis Jahresende d'ici fin 2 days dias mois após après за of launch in
二〇二六 年 月 季度 第三 上 半年 本 周 五 前 底 内 后 两 个 天 結束 項目 x X 日 双十一 国庆 民国115
- / . , ( ) % İ K １２ Ｑ３ ² ٣ 每 至 to
"""
_texts = st.builds(str.join, st.sampled_from((" ", "")), st.lists(st.sampled_from(_PIECES.split())))


@given(_texts)
def test_no_unit_is_passed_over(text: str) -> None:
    text = folded(text)
    every = [
        *chinese_units(text),
        *numeric_days(text, month_first=True),
        *lettered_units(text),
        *plain_years(text),
        *english_months(text),
        *english_units(text),
        *english_feasts(text),
    ]
    apart: list[Unit] = []
    for unit in sorted(every, key=lambda unit: (unit.start, -unit.end)):
        if not apart or unit.start >= apart[-1].end:
            apart.append(unit)
    expected = tuple(unit for unit in apart if not has_impossible_year(text, unit))
    assert time_units(text, month_first=True) == expected
    assert may_name_units(text, latin_words(text)) or not expected


@given(_texts)
def test_no_limit_is_passed_over(text: str) -> None:
    text = folded(text)
    every = {*stretches(text), *numbered_ends(text), *phrases(text), *spaced_limits(text), *chinese_limits(text)}
    assert set(time_limits(text)) == every
    assert may_set_limits(text, latin_words(text)) or not every


def test_each_entry_of_the_list_makes_a_limit() -> None:
    listed = groups("time_limits")
    for unit in ("day", "week", "month", "quarter", "year"):
        for word in listed[unit] - {"an"}:
            (limit,) = time_limits(f"Ship the beta within 3 {word}")
            assert limit.unit == unit, word
    for opening in listed["within"]:
        assert time_limits(f"Ship the beta {opening} 3 months"), opening
    for link in listed["after"] | listed["before"]:
        assert time_limits(f"Ship the beta in 3 months {link} launch"), link
    for phrase in listed["phrase"]:
        assert time_limits(f"Beta: {phrase}"), phrase
    for stretch in listed["stretch"]:
        assert time_limits(f"Ship it by the end of {stretch} 3"), stretch


def test_the_end_of_a_project_is_a_limit_in_traditional_characters_too() -> None:
    (found,) = dates("項目結束前交付新版")
    assert found.problem == "relative"


def test_letters_apart() -> None:
    assert latin_words("Q3’s KR-2: Café ½ ＡＢ 上线 BETA") == ("q", "s", "kr", "caf", "beta")
