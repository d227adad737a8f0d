"""Owners that only stand behind the statements."""

import pytest
from golden import facts, read_markdown, statements

from okrlint.reading.names import is_common_name, is_name


def owners(text: str) -> list[object]:
    document = read_markdown(text)
    return [facts(result).get("owners") for objective in document.objectives for result in objective.key_results]


@pytest.mark.parametrize(
    ("before", "after"), [(" [", "]"), (" (", ")"), (" — ", ""), (" - ", "")], ids=["[]", "()", "—", "-"]
)
def test_names_behind_several_key_results(before: str, after: str) -> None:
    text = f"""
        # Search OKRs

        ## O1: Search that finds it
        - KR1: relevance of top-3 results from 54% to 68%{before}Dana{after}
        - KR2: null queries from 9% to 4%{before}Iman and Luc{after}
        - KR3: 3 user councils held (Berlin, 30 June){before}Dana{after}
        """
    assert owners(text) == [["Dana"], ["Iman", "Luc"], ["Dana"]]
    first, _, third = read_markdown(text).objectives[0].key_results
    assert (facts(first)["baseline"], facts(first)["target"]) == (54.0, 68.0)
    assert str(third.text) == "3 user councils held (Berlin, 30 June)"


def test_chinese_names() -> None:
    text = """
        # OKR
        O1：让支付更稳
        - KR1：成功率从 97% 提升到 99%（张三）
        - KR2：接入 8 家渠道（李四、王五）
        """
    assert owners(text) == [["张三"], ["李四", "王五"]]


def test_a_lone_name_counts_only_where_it_is_known() -> None:
    text = """
        ## O1: Search that finds it
        - KR1: null queries from 9% to 4%
          - Owner: Dana
        - KR2: 3 user councils held {end}
        """
    assert owners(text.format(end="[Dana]")) == [["Dana"], ["Dana"]]
    assert owners(text.format(end="[Luc]")) == [["Dana"], None]


def test_places_and_products_are_no_owners() -> None:
    text = """
        ## O1: People love the app
        - KR1: Crash-free sessions from 99.1% to 99.8% (Android)
        - KR2: Crash-free sessions from 99.5% to 99.9% (Apple)
        - KR3: Store rating 4.7 (Germany)
        - KR4: 2,000 testers in two cities (Berlin, Paris)
        """
    assert owners(text) == [None] * 4
    assert statements(read_markdown(text))[1] == "- KR1 Crash-free sessions from 99.1% to 99.8% (Android)"


@pytest.mark.parametrize("name", ["Berlin", "Hong Kong", "New York", "Android app", "P0", "DP", "高优", "任务"])
def test_words_that_are_no_names(name: str) -> None:
    assert not is_name(name)


def test_common_names() -> None:
    assert is_common_name("Dana")
    assert is_common_name("张三")
    assert not is_common_name("Android")
