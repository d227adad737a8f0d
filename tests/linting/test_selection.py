"""Choosing rules by code, prefix, name or ALL."""

import pytest

from okrlint.linting.interface import RuleRef
from okrlint.linting.selection import UnknownRuleError, engine_codes, find_rules, precision, renamed, select_rules

RULES = (
    RuleRef("KW001", "kr-not-quantified", "m:A"),
    RuleRef("KW002", "kr-is-activity", "m:B", aliases=("kr-task", "KR900")),
    RuleRef("OB003", "objective-not-inspiring", "m:C", on=False),
)


def codes(*args: object, **kwargs: object) -> list[str]:
    return [ref.code for ref in select_rules(RULES, *args, **kwargs)]  # type: ignore[arg-type]


def test_by_default_those_that_are_on() -> None:
    assert codes(None) == ["KW001", "KW002"]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("ALL", ["KW001", "KW002", "OB003"]),
        ("all", ["KW001", "KW002", "OB003"]),
        ("KW", ["KW001", "KW002"]),
        ("kw001", ["KW001"]),
        ("objective-not-inspiring", ["OB003"]),
        ("kr-task", ["KW002"]),
        ("KR900", ["KW002"]),
        ("EN003", []),
    ],
)
def test_selectors(selector: str, expected: list[str]) -> None:
    assert codes([selector]) == expected


def test_a_family_is_meant_alone() -> None:
    rules = [RuleRef(code, f"a-{number}", "x:X") for number, code in enumerate(("AL001", "AL007", "ALPHA001"))]

    def named(selector: str) -> list[str]:
        return [ref.code for ref in find_rules(selector, rules)]

    assert named("AL") == named("al") == ["AL001", "AL007"]
    assert named("AL0") == ["AL001", "AL007"]
    assert named("ALPHA") == named("ALP") == ["ALPHA001"]
    assert named("A") == ["AL001", "AL007", "ALPHA001"]


def test_the_longer_selector_wins_whatever_the_order() -> None:
    assert codes(["KW"], ["KW001"]) == ["KW002"]
    assert codes(["KW001"], ["KW"]) == ["KW001"]
    assert codes(["ALL"], ["KW"]) == ["OB003"]
    assert codes(["kr-is-activity"], ["ALL"]) == ["KW002"]


def test_what_is_both_selected_and_ignored_does_not_run() -> None:
    assert codes(["KW001"], ["KW001"]) == []


@pytest.mark.parametrize("select", ["KW002", "kr-is-activity", "kr-task", "KR900"])
@pytest.mark.parametrize("ignore", ["KW002", "kr-is-activity", "kr-task", "KR900"])
def test_code_name_and_former_name_are_equally_precise(select: str, ignore: str) -> None:
    assert codes([select], [ignore]) == []


def test_precision_grows_from_all_over_prefixes_to_the_rule() -> None:
    weights = [precision(selector, RULES[1]) for selector in ("all", "K", "kw", "KW00", "KW002")]
    assert weights == sorted(set(weights))


@pytest.mark.parametrize(
    ("selector", "expected"),
    [("EN001", {"EN001"}), ("part-not-understood", {"EN003"}), ("st008", {"ST008"}), ("", set()), ("KW", set())],
)
def test_codes_of_the_engine_are_known_too(selector: str, expected: set[str]) -> None:
    assert {engine.code for engine in engine_codes(selector)} == expected


def test_extending_keeps_what_is_on() -> None:
    assert codes(None, extend=["OB003"]) == ["KW001", "KW002", "OB003"]


@pytest.mark.parametrize(
    ("wrong", "near"), [("KW01", "KW001"), ("kr-not-quantifed", "kr-not-quantified"), ("", None), ("zzzzz", None)]
)
def test_an_unknown_selector_is_answered_with_the_nearest(wrong: str, near: str | None) -> None:
    with pytest.raises(UnknownRuleError) as caught:
        find_rules(wrong, RULES)
    assert caught.value.suggestion == near


@pytest.mark.parametrize("former", ["kr-task", "KR900"])
def test_a_former_name_is_told_with_the_present_one(former: str) -> None:
    (said,) = renamed({former: "okrlint.toml:3", "KW001": "okrlint.toml:4", "kr-is-activity": "x"}, RULES)
    assert str(said) == f"okrlint.toml:3: rule {former!r} is called KW002 kr-is-activity now; write one of these"
