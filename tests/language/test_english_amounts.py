"""Amounts in English words, of the kinds that people write in key results."""

import pytest

from okrlint.language.quantities import amounts, change, is_quantified


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("One in six parcels is opened by customs", "One in six", 0.166667),
        ("Eight out of ten apprentices pass at the first attempt", "Eight out of ten", 0.8),
        ("Three of the four kitchens are booked on weekdays", "Three of the four", 0.75),
        ("Every third visitor signs the guest book", "Every third", 0.333333),
        ("One boat in ten needs a tow", "One boat in ten", 0.1),
        ("Accidents on the pier: none", "none", 0),
        ("Drownings at the pool: zero", "zero", 0),
        ("Lost keys from nine a month to none", "none", 0),
        ("Paper use down a quarter", "a quarter", 0.25),
        ("Open audit points: under fifteen", "fifteen", 15),
        ("Late buses from thirty to twelve", "twelve", 12),
        ("Wages are paid by working day 3", "3", 3),
        ("A 60-day streak of morning walks", "60-day", 60),
        ("The mile in less than 6:30 minutes", "6:30 minutes", 6.5),
        ("The offer is in their hands after 5 days at the latest", "5 days", 5),
        ("Issue 12 permits", "12 permits", 12),
        ("Lost keys per warden: five or fewer (eight in spring)", "five or fewer", 5),
        ("Barking dogs: seven or less a month", "seven or less a month", 7),
        ("Broken lamps: three at most (eight last winter)", "three at most", 3),
        ("Broken lamps: ten (thirty in May)", "ten", 10),
        ("Broken lamps: under ten (thirty in May)", "ten", 10),
        ("Cancelled ferries: none on weekdays (six in May)", "none", 0),
        ("None of our ferries is cancelled", "None of our ferries", 0),
        ("Not a single lamp broken", "Not a single lamp", 0),
        ("Ferry licence renewed without a major finding", "without a major finding", 0),
        ("Berths in all five harbours (two today)", "five harbours", 5),
        ("Cross the bay in under 1:55", "1:55", 1.916667),
        ("Answer the harbour line within 0:20", "0:20", 0.333333),
        ("Swim the channel in less than 12:30:36", "12:30:36", 12.51),
        ("A crew ratio of 1:20", "1:20", 0.05),
        ("Turnaround: 21d → 9d", "9d", 9),
        ("Query time < 5s", "< 5s", 5),
        ("Query time from 9s to 5s", "5s", 5),
        ("5s以内打开", "5s以内", 5),
        ("Answers within 3d", "3d", 3),
        ("<2hr average response time", "<2hr", 2),
        ("Closed in 5 business days", "5 business days", 5),
        ("Read one book every month", "one book every month", 1),
        ("One painting a week from May", "One painting a week", 1),
        ("Ticket backlog under fifty by May", "fifty", 50),
        ("Finish a track every month", "a track every month", 1),
        ("Use a new technique each week", "a new technique each week", 1),
        ("Turnaround 21 d → 9 d", "9 d", 9),
        ("An average 7 day turnaround", "7 day", 7),
        ("Capture three use cases", "three use cases", 3),
        ("Six or more ferries sail daily", "Six or more", 6),
        ("All five inland harbours accept our tickets", "five inland harbours", 5),
        ("A quarter fewer calls about tickets", "A quarter", 0.25),
        ("A third more berths by May", "A third", 0.333333),
        ("A voyage with zero preventable harm", "zero preventable harm", 0),
        ("Become one of the three cheapest ferries in the north", "three cheapest", 3),
    ],
)
def test_amounts_in_words(text: str, words: str, value: float) -> None:
    found = [(text[amount.start : amount.end], amount.value) for amount in amounts(text)]
    assert (words, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Every second Friday is a demo day",
        "Every third week we clean the tanks",
        "Make every second count",
        "Two in three weeks",
        "Be one of the three papers people keep",
        "A two in one device",
        "From one to many",
        "Meet at 9:30",
        "Day 4 of the fair",
        "Stand on our own feet within a year",
        "Funding: none of the banks",
        "The path from 4.x is tested",
        "Close issue 12",
        "Paint the stairs of house 9",
        "Renew the lamps in district 4",
        "None of us gets lost",
        "A ferry for families with two or more children",
        "Our five harbours (two of them new) look alike",
        "Our five harbours (see the map) look alike",
        "30 day retention",
        "Hold a retro every week",
        "Hold one meeting a week",
        "Introduce 5S on every line",
        "达到5S标准",
        "Redraw the map from 2D to 3D",
        "Retry on 401/402/429",
        "Tests in `7_Testing/` run",
        "Unknown pages return real 404s",
        "A 30 day average",
        "Have a better day every week",
        "Make it a great place to work every day",
        "Compare the ensemble (Method 1) with the rest",
        "30d retention",
        "Launch a quarter later",
        "One of our three forest harbours",
        "Submit the 510(k) application",
        "Move the savings into a 401(k)",
        "Lamps mounted as in §16",
        "Harbour lines 24 hours a day, 7 days a week",
        "Harbour lines twenty-four hours a day, seven days a week",
        "Not a single or shared berth",
        "Berths open up to 18:00",
        "Manage without a defect list",
        "Priority: two",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert not is_quantified(text)


def test_a_remark_of_one_word_before_what_is_counted() -> None:
    assert [amount.unit for amount in amounts("Offer 20 (paid) traineeships")] == ["traineeships"]


@pytest.mark.parametrize(
    "text", ["Bookings up 20% from 40%", "Defects down 10 from 40", "Fuel cut by a third from 9 l", "Doubled from 4"]
)
def test_a_step_is_no_target(text: str) -> None:
    assert change(text) is None


def test_a_baseline_may_follow_its_target() -> None:
    pair = change("NPS of 45, up from 30")
    assert pair is not None
    assert (pair.baseline.value, pair.target.value) == (30, 45)


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("没有一盏路灯损坏", None, None),
        ("港内翻船事件无一例发生", 0, None),
        ("学员無一人中途退出", 0, None),
        ("候船时间缩短一小时", 1, None),
        ("周轉天數縮短一週", 1, None),
        ("没有一件行李丢失", 0, None),
        ("全年無一件行李丟失", 0, None),
        ("横渡海湾用时不超过1:55", 1.916667, "<="),
        ("横渡海湾跑进1:55以内", 1.916667, "<="),
        ("师生比不低于1:20", 0.05, ">="),
        ("丢失行李不得超过5件", 5, "<="),
        ("丟失行李不突破5件", 5, "<="),
        ("Lost bags not to exceed 5 a month", 5, "<="),
        ("Lost bags never exceed 5", 5, "<="),
        ("Lost bags: 5 at most", 5, "<="),
        ("Seats sold: approx. 20%", 20, "~"),
    ],
)
def test_none_and_limits(text: str, value: float | None, comparator: str | None) -> None:
    found = [(amount.value, amount.comparator) for amount in amounts(text)]
    assert found == ([] if value is None else [(value, comparator)])


@pytest.mark.parametrize(
    "text",
    [
        *("没有一个统一的时刻表", "没有一定基础", "无一例外", "九点前不超过9:30-10:00"),
        *("每个学员无一例外参加", "团队无一人具备相关经验", "延长一年质保", "驗證高端 1 對 1 解讀的付費意願"),
    ],
)
def test_what_measures_nothing_in_chinese(text: str) -> None:
    assert not is_quantified(text)
