"""Rules about owners: rosters, and objectives without an owner."""

import pytest

from okrlint.plugins import Severity
from okrlint.testing import findings_of
from okrlint_rules.ownership.objective_no_owner import ObjectiveNoOwner
from okrlint_rules.ownership.owner_unknown import OwnerUnknown

ROSTER = ("Ana Ruiz", "@lchen", "O'Neil, Pat", "王芳", "欧阳静", "Growth team", "CTO")


def _owned(owner: str) -> str:
    return f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n- KR1: CSAT from 78 to 86 (owner: {owner})\n"


@pytest.mark.parametrize(
    "owner",
    [
        "Ana Ruiz",
        "ANA RUIZ",
        "Ana",
        "Ana M. Ruiz",
        "lchen",
        "@lchen",
        "CTO",
        "Growth team",
        "王芳",
        "客服部王芳",
        "歐陽靜",
    ],
)
def test_who_is_on_the_roster_is_known(owner: str) -> None:
    assert not findings_of(OwnerUnknown, _owned(owner), roster=ROSTER)


@pytest.mark.parametrize("owner", ["Anna Ruiz", "Ana Ruis", "@lchan", "CFO", "Sales team", "王方", "芳", "李静"])
def test_who_is_not_on_the_roster_is_not(owner: str) -> None:
    (found,) = findings_of(OwnerUnknown, _owned(owner), roster=ROSTER)
    assert found.severity is Severity.WARNING
    assert owner.removeprefix("@") in found.message


def test_each_of_several_owners_is_looked_up() -> None:
    (found,) = findings_of(OwnerUnknown, _owned("Ana Ruiz, Bob Roe"), roster=ROSTER)
    assert "Bob Roe" in found.message


def test_without_a_roster_everybody_is_known() -> None:
    assert not findings_of(OwnerUnknown, _owned("Nobody Knows"))


OBJECTIVE = """# OKRs 2026-Q2

## O1: Make support feel human

{fields}

- KR1: CSAT from 78 to 86 (owner: Ana Ruiz)
- KR2: NPS from 31 to 45{owner}
"""


def test_owners_of_all_key_results_suffice_unless_the_objective_must_have_its_own() -> None:
    owned = OBJECTIVE.format(fields="", owner=" (owner: Ben Ode)")
    assert not findings_of(ObjectiveNoOwner, owned)
    assert findings_of(ObjectiveNoOwner, owned, key_results_suffice=False)
    assert findings_of(ObjectiveNoOwner, OBJECTIVE.format(fields="", owner=""))


@pytest.mark.parametrize("fields", ["Owner: Ana Ruiz", "负责人：王芳", "Status: dropped"])
def test_an_objective_with_an_owner_or_dropped_is_left_alone(fields: str) -> None:
    text = OBJECTIVE.format(fields=fields, owner="")
    assert not findings_of(ObjectiveNoOwner, text, key_results_suffice=False)
