"""Objectives that begin with whose they are, and those that hold their key results in the same line."""

import time

from golden import facts, read_markdown, statements


def test_a_cascade_of_one_line_okrs() -> None:
    found = read_markdown(
        """
        # Q2 2026 OKRs

        ## CEO: Grow net new revenue. Bookings at 110% of plan, three enterprise logos, gross margin 74%.

        * CRO: Build a predictable pipeline. Pipeline coverage of 3x; win rate 24%
          * Sales Dev: Fill the top of the funnel. 600 qualified meetings (EMEA, APAC), 15% conversion => 12%
        * VP Eng: Make the platform boring. Ship the new scheduler. Zero outages longer than 5 minutes.

        ## Retrospective

        * Good: we hired three people
        * Bad
        * The forecast was too high
        * We started too late
        """
    )
    assert statements(found) == [
        "O Grow net new revenue.",
        "- KR Bookings at 110% of plan", "- KR three enterprise logos", "- KR gross margin 74%.",
        "O Build a predictable pipeline.", "- KR Pipeline coverage of 3x", "- KR win rate 24%",
        "O Fill the top of the funnel.", "- KR 600 qualified meetings (EMEA, APAC)", "- KR 15% conversion",
        "O Make the platform boring.", "- KR Ship the new scheduler.", "- KR Zero outages longer than 5 minutes.",
    ]  # fmt: skip
    revenue, _, funnel, _ = found.objectives
    assert facts(revenue) == {"owners": ["CEO"]}
    assert facts(funnel.key_results[1])["score"] == 0.12
    assert facts(funnel.key_results[0])["inherited_owners"] == ["Sales Dev"]


def test_minutes_of_a_check_in_are_no_cascade() -> None:
    found = read_markdown(
        """
        # OKR check-in 2026-04-20

        * Marketing: Campaign is live. 3 leads so far.
          * Content: Draft done. Review on Friday.
        * Sales: Two deals moved to May. Forecast at 80%.
        """
    )
    assert found.objectives == ()


def test_teams_before_their_objectives() -> None:
    found = read_markdown(
        """
        # OKRs — Q3 2026

        Marketing: Own the conversation about clean logistics
        - Share of voice from 11% to 20%

        Sales: Land and expand in retail
        - 6 accounts above €250k
        """
    )
    assert statements(found)[::2] == ["O Own the conversation about clean logistics", "O Land and expand in retail"]
    assert [facts(objective)["owners"] for objective in found.objectives] == [["Marketing"], ["Sales"]]


def test_one_colon_is_not_whose_an_objective_is() -> None:
    found = read_markdown(
        """
        # OKRs — Q3 2026

        Onboarding: Friends bring friends
        - 200 invitations a week

        Keep the shops we have
        - Churn below 2%

        Open a second city
        - 30 shops signed
        """
    )
    assert statements(found)[0] == "O Onboarding: Friends bring friends"


def test_key_results_in_the_line_of_their_objective() -> None:
    found = read_markdown(
        """
        # OKR

        O1: Delight hosts. KR1: Host NPS from 32 to 45. KR2: 80% of hosts paid within a day.

        O2：让供给翻倍。KR1：每月新增房源 500 套；KR2：上线 3 个城市

        O3: Beat KR2 of last year
        """
    )
    assert statements(found) == [
        "O1 Delight hosts", "- KR1 Host NPS from 32 to 45", "- KR2 80% of hosts paid within a day",
        "O2 让供给翻倍", "- KR1 每月新增房源 500 套", "- KR2 上线 3 个城市",
        "O3 Beat KR2 of last year",
    ]  # fmt: skip


def test_a_long_list_of_roles_is_read_in_linear_time() -> None:
    begin = time.process_time()
    read_markdown("# OKRs\n\n" + "* CEO: Grow. 1%, 2%, 3%, (4%, 5%. 6%\n  * CRO: Win. 7% => 8\n" * 2_000)
    read_markdown("# OKR 2026\n\n" + "A: line\n- item\n\n" * 4_000)
    assert time.process_time() - begin < 8
