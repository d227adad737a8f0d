"""What the examples on the rules about owners do not show: options, names, and how the rules go together."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okrlint_rules
from okrlint.linting.engine import lint_document
from okrlint.linting.running import Check, Run
from okrlint.plugins import Lexicon, LexiconRef, Severity
from okrlint.reading.source import Source
from okrlint.testing import findings_of, read
from okrlint_rules.ownership.groups import is_everybody, is_group
from okrlint_rules.ownership.owner_collective import OwnerCollective
from okrlint_rules.ownership.owner_placeholder import OwnerPlaceholder
from okrlint_rules.ownership.owner_too_many import OwnerTooMany
from okrlint_rules.ownership.placeholders import is_placeholder


def _word_list(name: str) -> Lexicon:
    return LexiconRef(name, str(Path(okrlint_rules.__file__).parent / "lexicons" / f"{name}.txt")).load()


COLLECTIVE = _word_list("collective_owners")
PLACEHOLDERS = _word_list("placeholder_owners")


def _owned_by(owner: str) -> str:
    return f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n- KR1: CSAT from 78 to 86\n  - Owner: {owner}\n"


@pytest.mark.parametrize(
    "name",
    [
        *("Everyone", "the team", "The Entire Team", "ALL", "all managers", "team leads", "us", "cross-functional"),
        *("全員", "團隊", "核心團隊", "各部门负责人", "项目组成员", "同学们", "所有销售", "全体店长"),
    ],
)
def test_everybody(name: str) -> None:
    assert is_everybody(name, COLLECTIVE)


@pytest.mark.parametrize(
    "name",
    [
        *("Growth team", "growth-team", "Platform Squad", "Legal dept.", "engineering", "Customer Success"),
        *("市场部", "市場部", "客服组", "增长团队", "數據中心", "研发", "行銷", "華東分公司"),
    ],
)
def test_named_groups(name: str) -> None:
    assert is_group(name)
    assert not is_everybody(name, COLLECTIVE)


@pytest.mark.parametrize(
    "name",
    [
        *("Will All", "Ana Ruiz", "CTO", "Head of Sales", "Sales lead", "Team lead", "Chief of Staff", "HR", "QA"),
        *("店长", "张全", "服部", "产品部王芳", "市场部负责人", "王芳同学", "团队长", "产品经理", "王科", "陳部長"),
    ],
)
def test_one_person(name: str) -> None:
    assert not is_group(name)
    assert not is_everybody(name, COLLECTIVE)


@pytest.mark.parametrize(
    "name", ["TBD", "tbd.", "？？", "-", "—", "xxx", "N/A", "To be confirmed", "待確認", "某某", "…"]
)
def test_placeholders(name: str) -> None:
    assert is_placeholder(name, PLACEHOLDERS)


@pytest.mark.parametrize(
    "name", ["ND", "Mai", "Tod O.", "T. B. Dunn", "戴定", "陈待", "吴明", "同上", "〃", "x.li", "Ana (?)"]
)
def test_names_are_no_placeholders(name: str) -> None:
    assert not is_placeholder(name, PLACEHOLDERS)


@pytest.mark.parametrize("words", [COLLECTIVE, PLACEHOLDERS], ids=lambda words: words.name)
def test_entries_of_word_lists_match_themselves_and_stand_there_once(words: Lexicon) -> None:
    assert len(set(words.entries)) == len(words.entries)
    assert all(words.matches_whole(entry) for entry in words.entries)


@given(st.text(max_size=40))
def test_any_name_can_be_judged(name: str) -> None:
    assert is_group(name) in {True, False}
    assert is_everybody(name, COLLECTIVE) in {True, False}
    assert is_placeholder(name, PLACEHOLDERS) in {True, False}


def test_a_named_team_may_own_where_the_option_says_so() -> None:
    assert findings_of(OwnerCollective, _owned_by("Growth team"))
    assert not findings_of(OwnerCollective, _owned_by("Growth team"), team_ok=True)
    assert not findings_of(OwnerCollective, _owned_by("市场部"), team_ok=True)
    assert findings_of(OwnerCollective, _owned_by("everyone"), team_ok=True)
    assert findings_of(OwnerCollective, _owned_by("全员"), team_ok=True)


def test_the_most_owners_is_an_option() -> None:
    assert not findings_of(OwnerTooMany, _owned_by("Ana, Bob"), max_owners=2)
    (found,) = findings_of(OwnerTooMany, _owned_by("Ana, Bob and Chen"), max_owners=2)
    assert "3 owners" in found.message
    assert "Ana, Bob, Chen" in found.message


@pytest.mark.parametrize("owner", ["Ana, TBD", "Ana Ruiz @aruiz", "Director of Engineering, Growth", "Ana, ana"])
def test_what_stands_beside_an_owner_is_no_second_one(owner: str) -> None:
    assert not findings_of(OwnerTooMany, _owned_by(owner))


@pytest.mark.parametrize("owner", ["CTO, CPO", "@ana @bob", "Ana, Bob, @chen", "王芳、李强"])
def test_several_owners(owner: str) -> None:
    assert findings_of(OwnerTooMany, _owned_by(owner))


def test_owners_of_an_objective_are_reported_once_of_the_objective() -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Make support feel human\n\nOwner: everyone\n\n- KR1: CSAT from 78 to 86\n"
    (found,) = findings_of(OwnerCollective, text)
    assert (found.objective, found.key_result, found.start.line) == ("O1", None, 5)


def test_several_groups_are_one_finding() -> None:
    text = _owned_by("Sales / Product")
    run = Run(
        [Check(OwnerTooMany()), Check(OwnerCollective())],
        {"collective_owners": COLLECTIVE, "placeholder_owners": PLACEHOLDERS},
        date(2026, 5, 1),
    )
    (found,) = lint_document(read(text), Source(text), run).findings
    assert found.code == "OW002"
    assert "Sales, Product" in found.message


@pytest.mark.parametrize(
    ("today", "severity"),
    [
        (date(2026, 3, 20), Severity.WARNING),
        (date(2026, 4, 8), Severity.WARNING),
        (date(2026, 4, 9), Severity.ERROR),
        (None, Severity.ERROR),
    ],
)
def test_a_placeholder_weighs_less_in_the_first_days(today: date | None, severity: Severity) -> None:
    (found,) = findings_of(OwnerPlaceholder, _owned_by("TBD"), today=today)
    assert found.severity == severity


def test_a_placeholder_for_the_whole_document_is_reported_once() -> None:
    text = "# OKRs 2026-Q2\n\nOwner: TBD\n\n## O1: Win\n\n- KR1: NPS from 31 to 45\n\n## O2: Grow\n\n- KR1: 40 shops\n"
    (found,) = findings_of(OwnerPlaceholder, text)
    assert found.start.line == 3
