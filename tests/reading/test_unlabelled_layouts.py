"""OKRs without labels: what headings, bold lines, periods and nested lists give away, and what they do not."""

import pytest
from golden import facts, read_markdown, statements

LAYOUTS = {
    "a heading that says who, before all of whose objectives that stands again": (
        """
        # 2026-Q1 OKRs

        ## CEO

        1. **CEO: Grow revenue consistently**
           1. $2M net new revenue
           1. Sales owns its hiring plan
        1. **CEO: An efficient team**
           1. Roles are documented
        """,
        [
            "O Grow revenue consistently", "- KR $2M net new revenue", "- KR Sales owns its hiring plan",
            "O An efficient team", "- KR Roles are documented",
        ],
    ),
    "lines with lists below bold periods": (
        """
        # Objectives and Key Results

        **2026 Q1**

        Apply statistics at work

        - methods applied to survey data
        - ability to explain a confidence interval

        Write code that others change gladly

        - modules documented

        **2026 Q2**

        Teach what I know

        - two talks given
        """,
        [
            "O Apply statistics at work", "- KR methods applied to survey data",
            "- KR ability to explain a confidence interval", "O Write code that others change gladly",
            "- KR modules documented", "O Teach what I know", "- KR two talks given",
        ],
    ),
    "headings below that of a period, and lists above them that only introduce these": (
        """
        # Harbour crew

        ## 2026 Q3 - Objectives and Key Results

        _What is the main thing?_

        - Boats that leave on time

        **DRAFT** - the following are to be confirmed

        - WIP: planning document

        ### Berths are found without a call

        - 90% of berths booked online
        - Signs renewed

        ### Boats leave on time

        - Delays from 12 to 4 a week
        """,
        [
            "O Berths are found without a call", "- KR 90% of berths booked online", "- KR Signs renewed",
            "O Boats leave on time", "- KR Delays from 12 to 4 a week",
        ],
    ),
    "bold lines below teams, in a handbook that only its front matter calls OKRs": (
        """
        ---
        title: Company OKRs Q3 2026
        ---
        # How we set goals

        KR1 and KR2 tell us whether we got there.

        ## Current quarter (Q3 2026)

        ### Company

        **Become the default choice for small clinics**

        1. Net promoter score of 50

        ### Engineering

        **Ship without fear**

        Owner: Tomás

        1. Time to recovery under 30 minutes

        ## How scoring works

        - 0.7 is good
        """,
        [
            "O Become the default choice for small clinics", "- KR Net promoter score of 50",
            "O Ship without fear", "- KR Time to recovery under 30 minutes",
        ],
    ),
    "a nested list with amounts below a bare heading": (
        """
        # Roadmap

        ## OKR

        - Delight people who get more than 100 mails a day
          - 30% less time spent in the inbox
        - Grow without paid ads
          - 40% of signups through referrals

        ## Milestones

        - Beta
          - invite 50 people
        """,
        [
            "O Delight people who get more than 100 mails a day", "- KR 30% less time spent in the inbox",
            "O Grow without paid ads", "- KR 40% of signups through referrals",
        ],
    ),
    "lines with lists, and a later section that is written like them": (
        """
        # OKRs 2026 Q3

        ## This quarter

        Launch the community edition
        - 300 stars on the repository

        Write the whitepaper
        - 5 reviewers understand it

        # Later

        Governance board
        - charter agreed
        """,
        [
            "O Launch the community edition", "- KR 300 stars on the repository",
            "O Write the whitepaper", "- KR 5 reviewers understand it",
            "O Governance board", "- KR charter agreed",
        ],
    ),
    "numbered headings that say whose OKRs stand below": (
        """
        # OKR system of the support guild

        ## 1. Shift lead OKRs

        1.1 At least 90% of chats answered within 2 minutes

        1.2 Handover report on time every day

         - template is in the wiki

        ## 2. Agent OKRs

        2.1 CSAT above 4.6

        ## 3. How to submit OKRs

        - last day is Monday
        """,
        [
            "O Shift lead OKRs", "- KR At least 90% of chats answered within 2 minutes",
            "- KR Handover report on time every day", "O Agent OKRs", "- KR CSAT above 4.6",
        ],
    ),
    "Chinese numbers with Markdown lists below": (
        """
        # 市场部 2026 Q3 OKR

        一、让品牌在年轻人中出圈
        - 互动量从 8 万提升到 20 万
        - 搜索指数提升 40%

        二、线索又多又准
        1. 月度线索达到 1500 条
        """,
        [
            "O 让品牌在年轻人中出圈", "- KR 互动量从 8 万提升到 20 万", "- KR 搜索指数提升 40%",
            "O 线索又多又准", "- KR 月度线索达到 1500 条",
        ],
    ),
    "slides: the label in one heading, the statement in the next": (
        """
        # Data platform
        ## OKR 2026 H1

        ---

        # Objective 1
        ## Everyone trusts the numbers

        - KR 1.1 — Data incidents per month: 9 → 3
        """,
        ["Objective 1 Everyone trusts the numbers", "- KR 1.1 Data incidents per month: 9 → 3"],
    ),
    "pasted lines without separators, each key result with its fields": (
        """
        2026年Q2 增长团队OKR

        O1 打造新用户首周的惊喜体验
        负责人：@林晓
        KR1 新用户7日留存从 32% 提升至 40%
        权重：40%
        负责人：@赵敏
        KR2 新手引导完成率达到 75%
        权重：60%
        """,
        ["O1 打造新用户首周的惊喜体验", "- KR1 新用户7日留存从 32% 提升至 40%", "- KR2 新手引导完成率达到 75%"],
    ),
    "labels in two languages": (
        """
        **Objective 1 / 目标1: Expand 拓展市场**

        - KR1 / 关键结果1: 签约 20 家分销商
        """,
        ["Objective 1 Expand 拓展市场", "- KR1 签约 20 家分销商"],
    ),
    "several key results in one line": (
        """
        **Goal:** Become the most recommended accountant in town
        **Key Results:** 60 new clients; 90% renewals; 4.8 stars
        **Owner:** Beth
        """,
        [
            "O Become the most recommended accountant in town", "- KR 60 new clients", "- KR 90% renewals",
            "- KR 4.8 stars",
        ],
    ),
    "whole bold lines as labelled key results": (
        """
        ## O1 会员续费率行业领先（0.7）

        **KR1 次月续费率从 55% 提升到 62%**
        - 得分：0.8

        **KR2 年卡占比达到 30%**
        - 得分：0.5
        """,
        ["O1 会员续费率行业领先", "- KR1 次月续费率从 55% 提升到 62%", "- KR2 年卡占比达到 30%"],
    ),
    "progress bars and instructions beside key results": (
        """
        # OKRs H1 2026

        ## O1: A library everyone can find

        - 80% of books catalogued
        - ████████░░ 80%
        - 500 new readers
        - [Repeat for KR3]
        """,
        ["O1 A library everyone can find", "- KR 80% of books catalogued", "- KR 500 new readers"],
    ),
    "rows whose first cell is only a label": (
        """
        # OKRs

        | | Metric | From | To | Lead |
        |---|---|---|---|---|
        | **O1 Win back lapsed donors** | | | | Maya |
        | KR1 | Reactivated donors | 300 | 900 | Maya |
        """,
        ["O1 Win back lapsed donors", "- KR1 Reactivated donors"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str, expected: list[str]) -> None:
    assert statements(read_markdown(text)) == expected


NO_OKRS = {
    "a guide": """
        # OKR guide for team leads

        ## How to write OKRs in 2026

        Good objectives

        - short
        - memorable

        Good key results

        - have a number
        """,
    "notes of a training": """
        # OKR 培训笔记 2026

        ## 常见误区

        1. 把任务当成KR，例如"KR1 完成页面改版"
        2. 目标太多，一般 3 个以内
        """,
    "a program that is named after them": """
        # okr-cli

        ## Commands

        - `okr add`: adds an objective
          - `--kr` adds 1 key result

        ## Roadmap 2026

        - Slack bot
        """,
    "a definition with examples": """
        目标：要达成的方向，例如让产品盈利
        关键结果：衡量是否达成的标准，例如新增用户 1000 人
        """,
    "a definition as a list": """
        # OKR

        예: 목표(Objective): 건강한 몸 만들기

        * 목표
            * 3개 정도가 적당함
        * 핵심결과
            * 목표당 3개 이하
        """,
    "a progress report": """
        # OKR progress, week 18

        | KR | Last week | This week |
        |---|---|---|
        | KR1 | 41% | 44% |
        | KR2 | 2 | 3 |

        Overall: ██████░░░░ 62%
        """,
    "a paper": """
        # Yield prediction from satellite images

        ## Objective

        Minimise the error between predicted and measured yield.

        ## Method

        We fine-tune a transformer.

        ## Key Results

        - RMSE of 0.42 (baseline 0.61)
        - 12% better than the random forest
        """,
    "a template": """
        # OKR Template — [Quarter]

        ## Objective 1: [Inspiring objective]

        - KR1: [Metric] from [X] to [Y]
        - [Repeat for KR2]
        """,
}


@pytest.mark.parametrize("text", NO_OKRS.values(), ids=NO_OKRS)
def test_documents_without_okrs(text: str) -> None:
    assert statements(read_markdown(text)) == []
    if "Method" not in text:  # a paper below a folder "okr" would be read as an objective
        assert statements(read_markdown(text, "okr/notes.md")) == []


def test_a_file_that_is_named_okr_needs_no_title() -> None:
    text = """
        # My 2026

        ## Health

        - Bodyweight 10 pull-ups

        ## Craft

        - 24 blog posts
        """
    expected = ["O Health", "- KR Bodyweight 10 pull-ups", "O Craft", "- KR 24 blog posts"]
    assert statements(read_markdown(text, "okr-2026.md")) == expected
    assert statements(read_markdown(text, "diary.md")) == []


def test_references_to_key_results_are_none() -> None:
    found = read_markdown(
        """
        # 周报 2026-W15

        ## 本周工作

        - 完成支付重构联调
        - O1/KR2 进展：接入 3 家渠道

        ## 本季度OKR

        O1：让支付更稳更快
        KR1：支付成功率提升到 98.5%
        KR2：新接入 8 家渠道
        """
    )
    assert statements(found) == ["O1 让支付更稳更快", "- KR1 支付成功率提升到 98.5%", "- KR2 新接入 8 家渠道"]


def test_fields_behind_the_last_of_several_lines_are_the_objectives() -> None:
    found = read_markdown(
        """
        **O1: One visual language everywhere**
        KR1: 90% of screens use the component library
        KR2: Design debt from 120 to 40 tickets
        Owner: Mei
        """
    )
    [objective] = found.objectives
    assert facts(objective) == {"owners": ["Mei"]}
    assert facts(objective.key_results[1]) == {"inherited_owners": ["Mei"], "baseline": 120.0, "target": 40.0}


def test_titles_without_mark_up_name_cycle_and_team() -> None:
    found = read_markdown("2026年Q2 增长团队OKR\n\nO1：打造惊喜\n- KR1：留存 40%\n")
    assert found.cycle
    assert found.cycle.value == "2026-Q2"
    assert str(found.title) == "2026年Q2 增长团队OKR"
    assert str(found.team) == "增长团队"


def test_lines_that_are_periods_part_the_cycles() -> None:
    found = read_markdown("FY27 Q1\n\nO: one\n- KR: a\n\nFY27 Q2\n\nO: two\n- KR: b\n")
    assert [objective.cycle and objective.cycle.value for objective in found.objectives] == ["2027-Q1", "2027-Q2"]


def test_what_is_inherited_is_marked() -> None:
    found = read_markdown(
        """
        ---
        owner: Grace
        cycle: 2026-Q3
        ---
        # Field ops

        ## North (owner: Amara)

        ### Objective: Crews arrive when they said they would

        - On-time arrival from 71% to 88%
        - No-show visits below 2% (owner: Tunde, due 15 Aug 2026)

        ## South

        ### Objective: Customers understand the bill

        - Calls per 1,000 customers from 42 to 20
        """
    )
    north, south = found.objectives
    assert facts(north) == {"inherited_owners": ["Amara"]}
    assert facts(north.key_results[0]) == {"inherited_owners": ["Amara"], "baseline": 71.0, "target": 88.0}
    assert facts(north.key_results[1]) == {"owners": ["Tunde"], "due": "2026-08-15", "target": 2.0}
    assert facts(south.key_results[0]) == {"inherited_owners": ["Grace"], "baseline": 42.0, "target": 20.0}
    assert all(result.deadline_inherited for result in south.key_results)


def test_words_of_today_are_no_targets() -> None:
    found = read_markdown("O1：统一平台\n- KR1：自助取数占比达到 80%，实际 71%\n- KR2：覆盖率从 42% 到 75%\n")
    first, second = found.objectives[0].key_results
    assert facts(first) == {"target": 80.0, "current": 71.0}
    assert facts(second) == {"baseline": 42.0, "target": 75.0}
