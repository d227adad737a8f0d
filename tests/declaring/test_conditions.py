"""Each key of a condition: what holds, what does not, and at which words a finding stands."""

import datetime
from typing import Any

import pytest
from asking import ENGLISH, FIELDS, TODAY, findings, places, rule
from hypothesis import given, settings
from hypothesis import strategies as st
from okr_documents import documents, odd_texts

import okrlint

CRASHED = "EN006"

KR1, KR2, KR3 = (
    (8, 8, "Retention rises from 60% to 75%", "O1 KR1"),
    (15, 8, "Launch SYNERGY page, synergy of all", "O1 KR2"),
    (19, 8, "12,500 pupils sign up", "O2 KR1"),
)
"""The statements of the English document."""

O1, O2 = (6, 8, "Make every customer glad", "O1"), (17, 8, "Win the schools", "O2")


PRESENT = [
    ("text", "en", {"objective": [O1, O2], "key-result": [KR1, KR2, KR3], "document": [(1, 3, "OKRs 2026-Q2", "")]}),
    (
        "owner",
        "en",
        {
            "objective": [(6, 41, "Bo", "O1")],
            "key-result": [(8, 48, "Ana", "O1 KR1")],
            "item": [(6, 41, "Bo", "O1"), (8, 48, "Ana", "O1 KR1")],
            "action": [(12, 25, "@Ana", "O1 KR1")],
            "document": [(3, 8, "Zed", "")],
        },
    ),
    (
        "team",
        "en",
        {
            "objective": [O1, O2],
            "key-result": [KR1, KR2, KR3],
            "action": [(12, 9, "Write the guide", "O1 KR1"), (13, 9, "Call customers", "O1 KR1")],
            "document": [(2, 7, "Growth", "")],
        },
    ),
    (
        "deadline",
        "en",
        {
            "objective": [(6, 72, "2026-06-30", "O1")],
            "key-result": [(8, 89, "2026-05-31", "O1 KR1")],
            "action": [(12, 30, "2026-04-10", "O1 KR1")],
        },
    ),
    ("review date", "en", {"objective": [], "item": [(10, 18, "May 2026", "O1 KR1"), (15, 71, "never", "O1 KR2")]}),
    (
        "负责人",
        "zh",
        {
            "objective": [(5, 20, "陳曉明", "O1")],
            "key-result": [(7, 25, "张三", "O1 KR1"), (7, 28, "李四", "O1 KR1")],
            "action": [(8, 14, "@张三", "O1 KR1")],
            "document": [(3, 5, "周杰", "")],
        },
    ),
    ("評審日期", "zh", {"objective": [], "key-result": [(7, 61, "5月10日", "O1 KR1")]}),
    (
        "team",
        "zh",
        {"document": [(2, 4, "增长部", "")], "action": [(8, 9, "撰写指南", "O1 KR1"), (9, 9, "拜访客户", "O1 KR1")]},
    ),
    (
        "owner",
        "yaml",
        {
            "objective": [(5, 12, "Bo", "O1")],
            "key-result": [(10, 17, "Ana", "O1 KR1"), (10, 22, "Cy", "O1 KR1")],
            "action": [(16, 20, "Ana", "O1 KR1")],
            "document": [],
        },
    ),
    ("review-date", "yaml", {"objective": [(7, 18, "2026-05-10", "O1")], "key-result": []}),
    ("budget", "yaml", {"item": [(20, 17, "20000", "O1 KR2")]}),
    ("team", "csv", {"key-result": [(2, 66, "Growth", "O1 KR1"), (3, 44, "Sales", "O2 KR1")]}),
    ("Review date", "csv", {"key-result": [(2, 91, "2026-05-10", "O1 KR1")], "objective": []}),
    ("source", "csv", {"key-result": [(2, 73, "Stripe", "O1 KR1")]}),
]


@pytest.mark.parametrize(
    ("field", "name", "target", "found"),
    [(field, name, target, found) for field, name, by_target in PRESENT for target, found in by_target.items()],
)
def test_a_field_is_found_at_its_words(field: str, name: str, target: str, found: list[Any]) -> None:
    assert places({"field": field, "is": "present"}, name, target) == found


@pytest.mark.parametrize(("field", "name", "target"), [("owner", "en", "item"), ("owner", "zh", "action")])
def test_what_lacks_a_field_is_all_that_does_not_have_it(field: str, name: str, target: str) -> None:
    every = {place[3]: place for place in places({"is": "present"}, name, target)}
    having = {place[3] for place in places({"field": field, "is": "present"}, name, target)}
    lacking = places({"field": field, "is": "absent"}, name, target)
    if target == "item":
        assert lacking == [place for item, place in every.items() if item not in having]
    else:
        assert lacking == [(9, 9, "拜访客户", "O1 KR1")]


HOLDS: list[tuple[str, dict[str, Any], list[Any]]] = [
    # words
    ("en", {"any-word": ["synergy"]}, [(15, 15, "SYNERGY", "O1 KR2"), (15, 29, "synergy", "O1 KR2")]),
    ("en", {"any-word": ["synerg"]}, []),
    ("en", {"any-word": ["!synergy of", "synergy"]}, [(15, 15, "SYNERGY", "O1 KR2")]),
    ("en", {"all-words": ["launch", "page"]}, [(15, 8, "Launch", "O1 KR2"), (15, 23, "page", "O1 KR2")]),
    ("en", {"all-words": ["launch", "pupils"]}, []),
    ("en", {"all-words": ["synergy", "!synergy of"]}, [(15, 15, "SYNERGY", "O1 KR2")]),
    ("zh", {"any-word": ["赋能"]}, [(10, 9, "賦能", "O1 KR2")]),
    ("zh", {"any-word": ["賦能"]}, [(10, 9, "賦能", "O1 KR2")]),
    ("yaml", {"any-word": "buzzwords"}, [(18, 18, "赋能", "O1 KR2")]),
    # what a value is
    ("en", {"one-of": ["12,500 PUPILS sign  up"]}, [KR3]),
    ("en", {"field": "owner", "one-of": "ANA"}, [(8, 48, "Ana", "O1 KR1")]),
    ("en", {"field": "priority", "one-of": [1, True, "yes"]}, [(15, 88, "1", "O1 KR2"), (19, 65, "yes", "O2 KR1")]),
    ("en", {"field": "priority", "one-of": [1.0]}, [(15, 88, "1", "O1 KR2")]),
    ("en", {"field": "priority", "one-of": [True]}, []),
    ("zh", {"field": "优先级", "one-of": ["Ｐ０"]}, [(10, 26, "P0", "O1 KR2")]),
    ("yaml", {"field": "budget", "one-of": [20_000]}, [(20, 17, "20000", "O1 KR2")]),
    ("csv", {"field": "review date", "one-of": [datetime.date(2026, 5, 10)]}, [(2, 91, "2026-05-10", "O1 KR1")]),
    ("csv", {"field": "team", "one-of": ["sales"]}, [(3, 44, "Sales", "O2 KR1")]),
    # patterns
    ("en", {"matches": r"syn\w+"}, [(15, 15, "SYNERGY", "O1 KR2"), (15, 29, "synergy", "O1 KR2")]),
    ("en", {"matches": ["(?-i:SYN)", "75%"]}, [(8, 36, "75%", "O1 KR1"), (15, 15, "SYN", "O1 KR2")]),
    ("zh", {"matches": "门店$"}, [(10, 11, "門店", "O1 KR2")]),
    ("zh", {"field": "预算", "matches": "万"}, [(10, 19, "万", "O1 KR2")]),
    # numbers, shares and days
    ("en", {"field": "confidence", "at-most": "50%"}, [(8, 65, "5/10", "O1 KR1")]),
    ("en", {"field": "confidence", "below": 0.5}, []),
    ("en", {"field": "score", "above": 0.5, "at-most": 0.7}, [(19, 50, "0.7", "O2 KR1")]),
    ("en", {"field": "target", "at-least": 12_500}, [(19, 8, "12,500 pupils", "O2 KR1")]),
    ("zh", {"field": "target", "at-least": 12_500}, [(14, 7, "1.25万学生", "O2 KR1")]),
    ("en", {"field": "margin", "at-most": "30%"}, [(15, 53, "25%", "O1 KR2")]),
    ("en", {"field": "margin", "above": 0.3}, [(19, 78, "40%", "O2 KR1")]),
    ("en", {"field": "budget", "below": 0}, [(19, 39, "-5", "O2 KR1")]),
    ("en", {"field": "budget", "at-least": 20_000}, [(11, 13, "$20k", "O1 KR1")]),
    ("zh", {"field": "预算", "at-least": 200_000}, [(10, 17, "20万元", "O1 KR2")]),
    ("yaml", {"field": "weight", "at-least": "40%"}, [(19, 17, "40%", "O1 KR2")]),
    ("en", {"field": "deadline", "below": "2026-06-15"}, [(8, 89, "2026-05-31", "O1 KR1")]),
    ("en", {"field": "deadline", "at-least": datetime.date(2026, 6, 1)}, []),
    ("en", {"field": "review date", "at-most": "2026-05-31"}, [(10, 18, "May 2026", "O1 KR1")]),
    ("en", {"field": "review date", "at-most": "2026-05-30"}, []),
    ("zh", {"field": "评审日", "at-least": "2026-05-10"}, [(7, 61, "5月10日", "O1 KR1")]),
    ("csv", {"field": "confidence", "above": "50%"}, [(3, 40, "0.9", "O2 KR1")]),
    # amounts and lengths
    ("en", {"quantity": "%", "at-least": 70}, [(8, 36, "75%", "O1 KR1")]),
    ("zh", {"quantity": "％", "above": 70}, [(7, 17, "７５％", "O1 KR1")]),
    ("yaml", {"quantity": "any"}, [(9, 37, "60%", "O1 KR1"), (9, 44, "75%", "O1 KR1")]),
    ("zh", {"quantity": "any", "above": 100}, [(14, 7, "1.25万学生", "O2 KR1")]),
    ("en", {"quantity": ["pupils", "schools"]}, [(19, 8, "12,500 pupils", "O2 KR1")]),
    ("en", {"field": "budget", "quantity": ["EUR", "USD"]}, [(11, 13, "$20k", "O1 KR1")]),
    ("en", {"field": "budget", "quantity": "$", "above": 20_000}, []),
    ("zh", {"field": "预算", "quantity": "元"}, [(10, 17, "20万元", "O1 KR2")]),
    ("en", {"length": "words", "at-most": 4}, [KR3]),
    ("en", {"length": "characters", "at-least": 32}, [KR2]),
    ("zh", {"length": "words", "at-most": 6}, [(10, 7, "快速賦能門店", "O1 KR2"), (14, 7, "1.25万学生报名", "O2 KR1")]),
    # language
    ("yaml", {"language": "zh"}, [(18, 16, "快速赋能门店", "O1 KR2")]),
    ("yaml", {"language": "en"}, [(9, 16, "Retention rises from 60% to 75%", "O1 KR1")]),
    ("zh", {"part-of-speech": "d", "position": "first"}, [(10, 7, "快速", "O1 KR2")]),
    ("zh", {"part-of-speech": ["d"], "position": "last"}, []),
    ("en", {"part-of-speech": ["eng", "n", "v"]}, []),
    ("en", {"kind": "activity"}, [KR2]),
    ("en", {"kind": ["outcome", "output"]}, [KR1, KR3]),
    # counts
    ("en", {"count": "actions"}, [KR1]),
    ("en", {"count": "actions", "at-most": 0}, [KR2, KR3]),
    ("en", {"count": "actions", "where": {"field": "owner", "is": "absent"}, "at-least": 1}, [KR1]),
    ("en", {"count": "actions", "where": {"field": "owner", "is": "absent"}, "at-least": 2}, []),
    ("en", {"count": "contributors", "at-least": 2}, [KR1]),
    ("en", {"count": "contributors", "above": 2}, []),
    ("en", {"count": "check-ins"}, [KR1]),
    ("yaml", {"count": "owner", "above": 1}, [(9, 16, "Retention rises from 60% to 75%", "O1 KR1")]),
    # around
    ("en", {"of": "objective", "field": "type", "one-of": "committed"}, [KR1, KR2]),
    ("en", {"of": "objective", "any-word": ["schools"]}, [KR3]),
    ("en", {"of": "objective", "count": "key-results", "at-least": 2}, [KR1, KR2]),
    ("en", {"of": "document", "count": "objectives", "above": 2}, []),
    ("en", {"of": "document", "field": "cadence", "one-of": ["weekly"]}, [KR1, KR2, KR3]),
    # several
    ("en", {"all": [{"any-word": ["page"]}, {"any-word": ["synergy"]}]}, [(15, 23, "page", "O1 KR2")]),
    ("en", {"all": [{"field": "owner", "is": "absent"}, {"any-word": ["page"]}]}, [(15, 23, "page", "O1 KR2")]),
    (
        "en",
        {"any": [{"any-word": ["page"]}, {"quantity": "%"}, {"any-word": ["launch", "page"]}]},
        [(8, 29, "60%", "O1 KR1"), (8, 36, "75%", "O1 KR1"), (15, 8, "Launch", "O1 KR2"), (15, 23, "page", "O1 KR2")],
    ),
    ("en", {"not": {"quantity": "any"}}, [KR2]),
    ("en", {"not": {"not": {"any-word": ["synergy"]}}}, [KR2]),
    ("en", {"any-word": ["page"], "not": {"field": "owner", "is": "present"}}, [(15, 23, "page", "O1 KR2")]),
    ("en", {"any-word": ["synergy"], "length": "words", "above": 10}, []),
]  # fmt: skip


@pytest.mark.parametrize(("name", "condition", "found"), HOLDS, ids=[f"{each[0]} {each[1]}" for each in HOLDS])
def test_a_condition_holds_at_the_words_that_make_it_hold(name: str, condition: Any, found: list[Any]) -> None:
    assert places(condition, name) == found


@pytest.mark.parametrize(
    ("name", "target", "condition", "found"),
    [
        ("en", "document", {"count": "key-results", "above": 2}, [(1, 3, "OKRs 2026-Q2", "")]),
        ("en", "document", {"count": "objectives", "where": {"field": "owner", "is": "absent"}, "at-most": 0}, []),
        ("en", "document", {"matches": r"\d{4}-Q2"}, [(1, 8, "2026-Q2", "")]),
        ("en", "document", {"field": "cadence", "one-of": ["weekly"]}, [(4, 10, "weekly", "")]),
        ("csv", "document", {"field": "owner", "is": "absent"}, [(1, 1, "", "")]),
        ("en", "objective", {"field": "type", "one-of": ["aspirational"]}, [O2]),
        ("zh", "objective", {"field": "类型", "one-of": ["committed"]}, [(5, 7, "讓每位客戶都滿意", "O1")]),
        ("en", "objective", {"count": "key-results", "where": {"kind": "activity"}}, [O1]),
        ("en", "action", {"of": "item", "field": "source", "is": "present", "any-word": ["Stripe"]}, 2),
        ("en", "action", {"of": "objective", "field": "owner", "one-of": ["Cy"]}, []),
        ("en", "action", {"any-word": ["guide"]}, [(12, 19, "guide", "O1 KR1")]),
        ("zh", "action", {"field": "截止日期", "at-most": "2026-04-10"}, [(8, 18, "4月10日", "O1 KR1")]),
        ("yaml", "action", {"field": "owner", "is": "absent"}, [(17, 13, "Call customers", "O1 KR1")]),
        ("en", "item", {"field": "owner", "one-of": ["Bo", "Ana"]}, [(6, 41, "Bo", "O1"), (8, 48, "Ana", "O1 KR1")]),
    ],
)  # fmt: skip
def test_conditions_of_each_target(name: str, target: str, condition: Any, found: Any) -> None:
    held = places(condition, name, target)
    assert held == found if isinstance(found, list) else len(held) == found


def test_where_leaves_out_and_at_says_where() -> None:
    assert places({"is": "present"}, where={"of": "objective", "field": "type", "one-of": "aspirational"}) == [KR3]
    assert places({"any-word": ["sign"]}, at="score") == [(19, 50, "0.7", "O2 KR1")]
    assert places({"any-word": ["launch"]}, at="owner") == [KR2]  # it has none
    assert places({"any-word": ["retention"]}, at="team") == [KR1]  # that stands elsewhere


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("key-result", "KR2|page|Launch SYNERGY page, synergy of all"),
        ("document", "|2026-Q2|OKRs 2026-Q2"),
        ("action", "KR1|guide|Write the guide"),
    ],
)
def test_a_message_quotes_the_label_what_was_found_and_the_statement(target: str, message: str) -> None:
    condition = {"matches": "2026-Q2"} if target == "document" else {"any-word": ["page", "guide"]}
    assert [each.message for each in findings(condition, ENGLISH, target)] == [message]


def test_long_words_are_quoted_in_part_and_braces_can_be_written() -> None:
    long = "## O1: Win\n\n- KR1: " + "word " * 50 + "\n"
    (found,) = findings({"any-word": ["word"], "all": [{"is": "present"}]}, long, message="{{{text}}}")[:1]
    assert found.message == "{" + "word " * 11 + "word…}"


def test_a_word_that_is_repeated_is_told_twenty_times() -> None:
    text = "## O1: Win\n\n- KR1: " + "synergy " * 30 + "\n"
    found = findings({"any-word": ["synergy"]}, text)
    assert [each.start.column for each in found] == [8 + 8 * number for number in range(20)]


@pytest.mark.parametrize(
    ("value", "bounds", "holds"),
    [
        ("25%", {"at-least": "25%", "at-most": 0.25}, True),
        ("-5%", {"below": 0}, True),
        ("−7", {"at-most": -7}, True),
        ("1,500 EUR", {"above": 1499, "below": 1501}, True),
        ("２０万", {"at-least": 200_000}, True),
        ("5-7", {"above": 0}, False),
        ("soon", {"at-least": -1e9}, False),
        ("2026-05-10", {"at-most": datetime.date(2026, 5, 10)}, True),
        ("May 10, 2026", {"below": "2026-05-11", "above": "2026-05-09"}, True),
        ("2026年5月10日", {"at-least": "2026-05-11"}, False),
        ("2026-Q3", {"above": "2026-06-30"}, True),
        ("never", {"above": "2026-06-30"}, False),
    ],
)
def test_a_field_of_ones_own_is_read_as_the_bounds_are(value: str, bounds: dict[str, Any], holds: bool) -> None:
    text = f"## O1: Win\n\n- KR1: Sign\n  - Budget: {value}\n"
    assert bool(findings({"field": "budget", **bounds}, text)) == holds


# Properties

_NUMBERS = st.sampled_from((0, 1, 2, 0.3, "30%", 50))
_SHARES = st.sampled_from((0, 1, 0.3, "30%", "200%"))
_DAYS = st.sampled_from(("2026-04-30", datetime.date(2026, 6, 1)))
_WORDS = ["retention", "🚀", "teams", "留存率", "客户", "每位", "提升", "complet"]


def leaves(target: str) -> st.SearchStrategy[dict[str, Any]]:
    """Conditions without others in them."""
    text = st.sampled_from(["text", "owner", "team", "review date"])
    own = [
        st.fixed_dictionaries({"field": text, "is": st.sampled_from(["present", "absent"])}),
        st.fixed_dictionaries({"any-word": st.lists(st.sampled_from(_WORDS).filter(str.isalpha), min_size=1)}),
        st.fixed_dictionaries({"matches": st.sampled_from(["%", r"\d+", "从|from", "^.", r"[^a-z ]{2,3}"])}),
        st.fixed_dictionaries({"quantity": st.sampled_from(["any", "%"]), "above": st.integers(0, 60)}),
        st.fixed_dictionaries({"length": st.sampled_from(["words", "characters"]), "at-most": st.integers(1, 20)}),
        st.fixed_dictionaries({"language": st.sampled_from(["en", "zh"])}),
        st.fixed_dictionaries({"part-of-speech": st.just("v"), "position": st.sampled_from(["first", "any"])}),
        st.fixed_dictionaries({"of": st.just("objective"), "any-word": st.just(["teams", "客户"])}),
        st.fixed_dictionaries({"of": st.just("document"), "count": st.just("key-results"), "above": st.integers(0, 4)}),
    ]
    if target == "key-result":
        own += [
            st.fixed_dictionaries({"field": st.sampled_from(["confidence", "weight"]), "at-least": _SHARES}),
            st.fixed_dictionaries({"field": st.just("target"), "above": st.integers(0, 99)}),
            st.fixed_dictionaries({"field": st.sampled_from(["deadline", "review date"]), "below": _DAYS}),
            st.fixed_dictionaries({"kind": st.sampled_from(["outcome", "activity"])}),
            st.fixed_dictionaries({"count": st.just("owner")}),
        ]
    return st.one_of(own)


def conditions(target: str = "key-result") -> st.SearchStrategy[dict[str, Any]]:
    """Conditions, with others in them."""

    def joined(inner: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
        several = st.lists(inner, min_size=1, max_size=3)
        return st.one_of(
            st.fixed_dictionaries({"all": several}),
            st.fixed_dictionaries({"any": several}),
            st.fixed_dictionaries({"not": inner}),
        )

    return st.recursive(leaves(target), joined, max_leaves=5)


def held(condition: Any, text: str, format: str) -> set[tuple[str | None, str | None]]:
    """Return the items of which a condition holds."""
    return {(each.objective, each.key_result) for each in findings(condition, text, format=format)}


@settings(max_examples=60)
@given(documents(), conditions())
def test_what_is_found_stands_within_its_item(written: Any, condition: dict[str, Any]) -> None:
    document = okrlint.parse_text(written.text, written.format)
    items = {(each.id, None): each for each in document.objectives}
    items |= {(each.id, result.id): result for each in document.objectives for result in each.key_results}
    for each in findings(condition, written.text, format=written.format):
        item = items[each.objective, each.key_result]
        assert item.span.start <= each.offset <= item.span.end
        assert each.offset + len(each.quote) <= len(written.text)
        assert written.text[each.offset :].startswith(each.quote)


@settings(max_examples=30)
@given(documents(), conditions())
def test_twice_not_is_what_it_was(written: Any, condition: dict[str, Any]) -> None:
    once = held(condition, written.text, written.format)
    assert held({"not": {"not": condition}}, written.text, written.format) == once
    assert not held({"not": condition}, written.text, written.format) & once


@settings(max_examples=30)
@given(documents(), st.lists(conditions(), min_size=2, max_size=3), st.sampled_from(["all", "any"]))
def test_the_order_of_conditions_is_of_no_account(written: Any, several: list[Any], key: str) -> None:
    forth, back = ({key: order} for order in (several, several[::-1]))
    assert held(forth, written.text, written.format) == held(back, written.text, written.format)
    each = [held(one, written.text, written.format) for one in several]
    assert held(forth, written.text, written.format) == (set.intersection(*each) if key == "all" else set.union(*each))


@settings(max_examples=60)
@given(odd_texts(), st.sampled_from(["key-result", "item"]), st.data())
def test_nothing_crashes_on_odd_documents(text: str, target: str, data: st.DataObject) -> None:
    rules = [rule(data.draw(conditions(target if target != "item" else "other")), target)]
    report = okrlint.lint_text(text, config={"rules": rules, "fields": FIELDS, "select": ["ACME001"]}, today=TODAY)
    assert not [each.message for each in report.findings if each.code == CRASHED]
