from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.model import Span, Text
from okrlint.reading.values import fields as values

Q2 = (date(2026, 4, 1), date(2026, 6, 30))


def text(words: str) -> Text:
    return Text(value=words, raw=words, span=Span(0, len(words)))


@pytest.mark.parametrize(
    ("words", "value", "scale"),
    [
        ("7", 0.7, "0-10"),
        ("7.5", 0.75, "0-10"),
        ("10", 1.0, "0-10"),
        ("0.7", 0.7, "0-1"),
        ("1.0", 1.0, "0-1"),
        ("0,7", 0.7, "0-1"),
        ("70%", 0.7, "percent"),
        ("７０％", 0.7, "percent"),
        ("70", 0.7, "points"),
        ("7/10", 0.7, "0-10"),
        ("5 / 10", 0.5, "0-10"),
        ("6 out of 10", 0.6, "0-10"),
        ("3/5", 0.6, "0-5"),
        ("high", 0.8, "levels"),
        ("Medium", 0.5, "levels"),
        ("低", 0.2, "levels"),
        ("🟢", 0.8, "signal"),
        ("amber", 0.5, "signal"),
        ("红灯", 0.2, "signal"),
        ("七成", 0.7, "tenths"),
        ("七成半", 0.75, "tenths"),
        ("五成把握", 0.5, "tenths"),
        ("百分之七十", 0.7, "percent"),
        ("5分", 0.5, "0-10"),
        ("信心指数7", 0.7, "0-10"),
        ("约75%", 0.75, "percent"),
        ("5–6", 0.55, "0-10"),
        ("50-60%", 0.55, "percent"),
        ("5 → 6 → 4", 0.4, "0-10"),
        ("7/10 — the vendor is late", 0.7, "0-10"),
        ("high (0.8)", 0.8, "levels"),
    ],
)
def test_confidence_on_every_scale(words: str, value: float, scale: str):
    found = values.confidence(text(words))
    assert (found.value, found.scale, found.problem, found.raw) == (pytest.approx(value), scale, None, words)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("1", "ambiguous"),
        ("120", "range"),
        ("12/10", "range"),
        ("-1", "range"),
        ("130%", "range"),
        ("TODO", "placeholder"),
        ("待定", "placeholder"),
        ("???", "placeholder"),
        ("3 months", "unread"),
        ("quite sure", "unread"),
        ("较高", "unread"),
    ],
)
def test_confidence_that_cannot_be_told(words: str, problem: str):
    found = values.confidence(text(words))
    assert (found.value, found.problem, found.raw) == (None, problem, words)


@pytest.mark.parametrize(
    ("words", "value", "points", "scale"),
    [
        ("30%", 0.3, None, "percent"),
        ("0.3", 0.3, 0.3, "0-1"),
        ("30", 0.3, 30, "points"),
        ("33.33", 0.3333, 33.33, "points"),
        ("20,0000", 0.2, 20, "points"),
        ("3", None, 3, "relative"),
        ("1", None, 1, "relative"),
        ("三成", 0.3, None, "tenths"),
        ("1/4", 0.25, None, "0-1"),
        ("0", 0, 0, "0-1"),
    ],
)
def test_weights(words: str, value: float | None, points: float | None, scale: str):
    found = values.weight(text(words))
    assert (found.points, found.scale, found.problem) == (points, scale, None)
    assert found.value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("words", "problem"),
    [("140%", "range"), ("-5", "range"), ("1,000", "range"), ("较高", "unread")],
)
def test_weights_that_cannot_be_told(words: str, problem: str):
    found = values.weight(text(words))
    assert (found.value, found.problem) == (None, problem)


@pytest.mark.parametrize(("words", "value"), [("1", 1.0), ("0.7", 0.7), ("62%", 0.62), ("7/10", 0.7), ("0", 0.0)])
def test_scores(words: str, value: float):
    assert values.score(text(words)).value == pytest.approx(value)


@pytest.mark.parametrize(
    ("words", "owners", "helpers"),
    [
        ("Ana", ["Ana"], []),
        ("Ana, Bob and Chen", ["Ana", "Bob", "Chen"], []),
        ("Li, Wei", ["Li, Wei"], []),
        ("O'Brien, Niamh", ["O'Brien, Niamh"], []),
        ("O’Neill, Seán", ["O’Neill, Seán"], []),
        ("McDonald, Ian", ["McDonald, Ian"], []),
        ("Smith-Jones, Mary B.", ["Smith-Jones, Mary B."], []),
        ("van der Berg, Piet", ["van der Berg, Piet"], []),
        ("Ana Ruiz, Niamh O'Brien", ["Ana Ruiz", "Niamh O'Brien"], []),
        ("HR, IT", ["HR", "IT"], []),
        ("VP, Field Ops", ["VP, Field Ops"], []),
        ("Director of Engineering, Growth", ["Director of Engineering, Growth"], []),
        ("N/A", ["N/A"], []),
        ("市场部（王芳）", ["王芳"], []),
        ("张三（市场部）", ["张三"], []),
        ("Mhz, pkafei", ["Mhz", "pkafei"], []),
        ("Anne-Marie", ["Anne-Marie"], []),
        ("张三、李四，王五", ["张三", "李四", "王五"], []),
        ("张三和李四", ["张三", "李四"], []),
        ("李和平", ["李和平"], []),
        ("陈与婕", ["陈与婕"], []),
        ("市场部/产品部", ["市场部", "产品部"], []),
        ("Sales / Product", ["Sales", "Product"], []),
        ("张三/市场部", ["张三"], []),
        ("市場部 / 張三", ["張三"], []),
        ("Ana / Platform team", ["Ana"], []),
        ("张三/李四", ["张三", "李四"], []),
        ("王小科/李四", ["王小科", "李四"], []),
        ("Sales & Marketing", ["Sales", "Marketing"], []),
        ("R&D", ["R&D"], []),
        ("C++ team", ["C++ team"], []),
        ("Martin+Bedeho", ["Martin", "Bedeho"], []),
        ("@ana @bob", ["ana", "bob"], []),
        ("ana@example.org", ["ana@example.org"], []),
        ("Bedeho: 2/3, Alex: 1/3", ["Bedeho", "Alex"], []),
        ("Martin and Bedeho equally", ["Martin", "Bedeho"], []),
        ("Ana jointly", ["Ana"], []),
        ("张三以及李四", ["张三", "李四"], []),
        ("张三 and 李四", ["张三", "李四"], []),
        ("张三（主责）、李四（协作）", ["张三"], ["李四"]),
        ("张三（协作：李四、王五）", ["张三"], ["李四", "王五"]),
        ("Ana (contributors: Bob, Chen)", ["Ana"], ["Bob", "Chen"]),
        ("Lead: Ana; Support: Bob", ["Ana"], ["Bob"]),
        ("TBD", ["TBD"], []),
        ("**Ana**", ["Ana"], []),
        ("", [], []),
    ],
)
def test_people(words: str, owners: list[str], helpers: list[str]):
    found = values.people(text(words))
    assert ([str(owner) for owner in found[0]], [str(owner) for owner in found[1]]) == (owners, helpers)


def test_a_mention_is_a_handle():
    first, second = values.owners(text("@ana, Bob"))
    assert (first.value, first.raw, first.handle) == ("ana", "@ana", True)
    assert (second.value, second.handle) == ("Bob", False)


def test_a_field_of_helpers_has_no_surname_first():
    assert [str(owner) for owner in values.contributors(text("Bob, Chen"))] == ["Bob", "Chen"]


@given(st.text(st.sampled_from("ab张和与,，、/&@(（)） :0.[主责协作"), max_size=30))
def test_people_know_their_place(words: str):
    for group in values.people(text(words)):
        for owner in group:
            assert words[owner.span.start : owner.span.end] == owner.raw
            assert owner.value in owner.raw


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-06-30", "2026-06-30"),
        ("6月30日", "2026-06-30"),
        ("end of May", "2026-05-31"),
        ("2026年5月", "2026-05-31"),
    ],
)
def test_deadlines_take_the_year_of_the_cycle(words: str, day: str):
    found = values.deadline(text(words), Q2)
    assert (found.value.isoformat(), found.problem) == (day, None)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("soon", "vague"),
        ("尽快", "vague"),
        ("X月", "vague"),
        ("when ready to go", "unread"),
        ("2 weeks after launch", "relative"),
        ("上线后三个月内", "relative"),
        ("within 6 months", "relative"),
    ],
)
def test_deadlines_that_name_no_day(words: str, problem: str):
    found = values.deadline(text(words), Q2)
    assert (found.value, found.problem, found.raw) == (None, problem, words)


def test_the_deadline_in_a_statement_is_the_part_that_says_it():
    found = values.deadline_in(text("Sign 10 customers by 30 June"), Q2)
    assert found.value == date(2026, 6, 30)
    assert "30 June" in found.raw
    assert values.deadline_in(text("Sign 10 customers"), Q2) is None


@pytest.mark.parametrize(
    ("words", "raw", "value"),
    [
        ("Call the guests 2026-05-20", "2026-05-20", date(2026, 5, 20)),
        ("2026-05-20 call the guests", "2026-05-20", date(2026, 5, 20)),
        ("回访客人（5月20日）", "5月20日", date(2026, 5, 20)),
        ("5月：选址", "5月", date(2026, 5, 31)),
        ("Call the guests by 8 May, after the fair of 2 May", "8 May", date(2026, 5, 8)),
    ],
)
def test_a_step_is_due_on_the_day_at_its_edge(words: str, raw: str, value: date):
    found = values.deadline_of_step(text(words), Q2)
    assert (found.raw, found.value) == (raw, value)


@pytest.mark.parametrize(
    "words", ["Review the results of Q2", "5月账单复核", "Compare 2 May with our fair", "Call them"]
)
def test_a_period_within_a_step_is_no_deadline(words: str):
    assert values.deadline_of_step(text(words), Q2) is None


@pytest.mark.parametrize(
    ("words", "raw", "problem"),
    [
        ("Sign 10 customers within 6 months of launch", "within 6 months of launch", "relative"),
        ("两周内完成盘点", "两周内", "relative"),
        ("x季度完成盘点", "x季度", "vague"),
    ],
)
def test_a_deadline_that_is_counted_from_an_event_keeps_its_words(words: str, raw: str, problem: str):
    found = values.deadline_in(text(words), Q2)
    assert (found.raw, found.value, found.problem) == (raw, None, problem)
    assert words[found.span.start : found.span.end] == raw


def test_a_day_holds_rather_than_what_is_counted_from_an_event():
    found = values.deadline_in(text("Sign 10 customers by 30 June, within 3 months of launch"), Q2)
    assert (found.value, found.problem) == (date(2026, 6, 30), None)


def test_the_end_of_a_range_of_days_is_the_deadline():
    found = values.deadline(text("4/1–6/30"), Q2)
    assert (found.value, found.problem) == (date(2026, 6, 30), None)


def test_a_date_is_a_day_where_a_deadline_is_a_month():
    cycle = date(2024, 1, 1), date(2024, 3, 31)
    assert values.deadline(text("Mar-24"), cycle).value == date(2024, 3, 31)
    assert values.day(text("Mar-24"), cycle) == date(2024, 3, 24)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("45", 45, None),
        ("-3.5", -3.5, None),
        ("1,200", 1200, None),
        ("31%", 31, "%"),
        ("４５", 45, None),
        ("a lot", None, None),
    ],
)
def test_quantities(words: str, value: float | None, unit: str | None):
    found = values.quantity(text(words))
    assert (found.value, found.unit) == (value, unit)
    assert words[found.span.start : found.span.end] == found.raw


def test_a_cycle_keeps_the_words_that_name_it():
    found = values.cycle(text("增长团队 OKR 2026年Q2"), "title")
    assert (found.value, found.raw, found.place, found.end) == ("2026-Q2", "2026年Q2", "title", date(2026, 6, 30))
    assert values.cycle(text("Growth team")) is None


@given(st.text(max_size=60))
def test_no_words_break_a_rating(words: str):
    for read in (values.confidence, values.weight, values.score):
        found = read(text(words))
        assert found.value is None or 0 <= found.value <= 1
        assert found.value is not None or found.problem or found.scale == "relative"
