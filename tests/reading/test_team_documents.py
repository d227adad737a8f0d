"""Whole documents as teams write them, in both languages: what a person reads in them."""

from functools import partial

import pytest
from golden import read_markdown

from okrlint.model import Document, KeyResult, Objective

document = partial(read_markdown, path="notes.md")


def told(item: Objective | KeyResult) -> str:
    """The statement of an item, then its owners, its own day and its weight."""
    parts = [item.text.value, "+".join(owner.value for owner in item.owners)]
    parts.append(str(item.deadline.value) if item.deadline and not item.deadline_inherited else "")
    parts.append(f"{item.weight.value:g}" if item.weight and item.weight.value is not None else "")
    return "|".join(parts).rstrip("|")


def lines(found: Document) -> list[str]:
    return [
        line
        for objective in found.objectives
        for line in (told(objective), *(f"- {told(result)}" for result in objective.key_results))
    ]


DOCUMENTS = {
    "names and days in one bracket": (
        """
        # 产品部 2026 年 Q2 OKR
        **O1：让新用户第一天就爱上我们**
        - KR1：次日留存率从 31% 提升到 45%（负责人：张三，截止 6 月 30 日）
        - KR2：引导完成率达到 80%（李四，6月15日）
        - KR3：首日客诉下降三成（王五，5月底前）[权重30%]
        """,
        [
            "让新用户第一天就爱上我们",
            "- 次日留存率从 31% 提升到 45%|张三|2026-06-30",
            "- 引导完成率达到 80%|李四|2026-06-15",
            "- 首日客诉下降三成|王五|2026-05-31|0.3",
        ],
    ),
    "objectives by their word, in a document without a title": (
        """
        # Second quarter
        ## Objective: Win the mid-market
        - Close 25 new accounts
        - Lift win rate from 18% to 27%
        ## Objective: Sell with confidence
        - 90% of reps certified
        - Forecast accuracy within 5%
        """,
        [
            "Win the mid-market", "- Close 25 new accounts", "- Lift win rate from 18% to 27%",
            "Sell with confidence", "- 90% of reps certified", "- Forecast accuracy within 5%",
        ],
    ),
    "headings below Objectives with a list Key Results each": (
        """
        # Objectives
        ## Win the school market
        **Owner:** Jo

        Key Results:
        - 200 schools
        - 80% renewal

        ## Simplify billing
        **Owner:** Al

        Key Results:
        - Tickets down 60%
        """,
        ["Win the school market|Jo", "- 200 schools", "- 80% renewal", "Simplify billing|Al", "- Tickets down 60%"],
    ),
    "labels on lines of their own": (
        """
        # HR OKR 2026 H2
        Objective 1
        Become the place where engineers want to work

        Key Result 1
        Offer acceptance from 61% to 80%
        Owner: Yuki
        Due date: 2026-12-15

        Key Result 2
        Time to hire from 55 to 35 days
        Owner: Paul
        """,
        [
            "Become the place where engineers want to work",
            "- Offer acceptance from 61% to 80%|Yuki|2026-12-15",
            "- Time to hire from 55 to 35 days|Paul",
        ],
    ),
    "key results in a list of their own name their objective": (
        """
        # Objectives & Key Results, Q1 2027
        Objectives:
        1. Become the default choice for schools
        2. Run the company on facts

        Key Results:
        - O1.KR1: 200 schools live
        - O2.KR1: Every decision logged
        - O2.KR2: Dashboard used by 80% of staff

        ## Log
        - O1.KR1: done
        """,
        [
            "Become the default choice for schools", "- 200 schools live",
            "Run the company on facts", "- Every decision logged", "- Dashboard used by 80% of staff",
        ],
    ),
    "a bare label over a plain list": (
        """
        # OKR
        O1 Grow with care
        1) 100 new logos
        2) Churn under 3%
        """,
        ["Grow with care", "- 100 new logos", "- Churn under 3%"],
    ),
    "objectives in rows, key results in columns": (
        """
        # OKRs 2026
        | Owner | Objective | KR1 | KR2 |
        |---|---|---|---|
        | Ana | Win hearts | NPS 50 | 100 fans |
        | Bo | Win minds | 10 talks | |
        """,
        ["Win hearts|Ana", "- NPS 50", "- 100 fans", "Win minds|Bo", "- 10 talks"],
    ),
    "a column says what each row is": (
        """
        # OKR 看板
        | 类型 | 编号 | 内容 | 负责人 | 截止时间 | 权重 |
        |---|---|---|---|---|---|
        | 目标 | O1 | 让用户爱上写作 | 刘洋 | 2026-06-30 | |
        | 关键结果 | KR1 | 周活作者达到 3 万 | 陈晨 | 2026-06-15 | 60% |
        | 关键结果 | KR2 | 投稿转化率 8% | 王雪 | 2026-05-31 | 40% |
        """,
        [
            "让用户爱上写作|刘洋|2026-06-30",
            "- 周活作者达到 3 万|陈晨|2026-06-15|0.6",
            "- 投稿转化率 8%|王雪|2026-05-31|0.4",
        ],
    ),
    "an objective within an objective": (
        """
        # OKR
        - Objective: Outer dream
          - Key Result: 100 users
          - Objective: Inner dream
            - Key Result: NPS 40
        """,
        ["Outer dream", "- 100 users", "Inner dream", "- NPS 40"],
    ),
    "the heading names, a field states": (
        """
        # 增长组 OKR 2026Q2
        ## O1：让用户留下来
        ### KR1：激活
        - 内容：激活率从 20% 提升到 35%
        - 负责人：张三，6月15日
        """,
        ["让用户留下来", "- 激活率从 20% 提升到 35%|张三|2026-06-15"],
    ),
    "marks of bold words and code in a fence": (
        """
        # 2026 Q2 OKR
        ```
        O1：**降低测试门槛**
        KR1：覆盖率达到 `75%`
        KR2：**新人** 2 天内首次提交
        ```
        """,
        ["降低测试门槛", "- 覆盖率达到 75%", "- 新人 2 天内首次提交"],
    ),
    "sentences as fields": (
        """
        # Q3 2026 OKRs
        **Objective 1: People find what they mean.** *(Weight 60%, committed)*
        1. Zero-result rate from 11% to 4%. *Owner: Hana. Confidence: 50%.*
        2. p99 latency below 300 ms by Aug 31. *Owner: Leo.*
        """,
        [
            "People find what they mean.|||0.6",
            "- Zero-result rate from 11% to 4%.|Hana",
            "- p99 latency below 300 ms by Aug 31.|Leo|2026-08-31",
        ],
    ),
    "levels of a target are no owners": (
        """
        # OKR
        ## O1: Be loved
        - KR1: Coverage as agreed
          - Minimum: 85%
          - Middle: 90%
        - KR2: Podcast out
          - Ana: 2/3
          - Bo: 1/3
        """,
        ["Be loved", "- Coverage as agreed", "- Podcast out|Ana+Bo"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name: str) -> None:
    text, want = DOCUMENTS[name]
    assert lines(document(text)) == want


@pytest.mark.parametrize(
    "text",
    [
        "# Sleep\nObjective: To assess recall.\n\nMethods: 40 participants.\n\nKey results:\n- Recall rose by 12%\n",
        "# Weekly report\n- O1: on track\n- KR1: 40% done\n- KR2: blocked\n",
        "# Release plan\n## Goal: cut build time\n- Use ccache (30% faster)\n- Split into 4 jobs\n",
        "# 发布流程\n\nO1 准备环境\n  1. 拉取代码\n  2. 安装依赖\n",
        "# 教案\n## 教学目标：掌握方程\n- 能解 3 类方程\n- 正确率达到 90%\n",
    ],
    ids=["study", "report", "plan", "steps", "lesson"],
)
def test_what_only_looks_like_okrs_gives_none(text: str) -> None:
    assert document(text).objectives == ()


def test_a_plan_behind_the_last_key_result_is_that_of_the_objective() -> None:
    found = document("""
        # 市场部 OKR
        O：让更多人喜欢上我们的品牌
          KR1：搜索指数从 1200 提升到 3000
          KR2：粉丝突破 10 万

        行动计划：
        1. 4 月 15 日前确定媒体名单
        2. 每周发布 3 篇原创
        """)
    (objective,) = found.objectives
    assert len(objective.actions) == 2
    assert all(not result.actions for result in objective.key_results)


def test_entries_below_a_heading_of_any_name_are_read_once() -> None:
    found = document("""
        # OKR
        ## O1：构建增长引擎
        **KR1：新增注册用户 50 万**
        - 信心指数：6/10
        ### 周会记录
        - 4/17：新增 5 万，信心 6
        """)
    assert len(found.objectives[0].checkins) == 1


@pytest.mark.parametrize(
    ("heading", "team"),
    [
        ("Q2 OKRs — Data team", "Data team"),
        ("OKR - Mobile squad (Apr–Jun 2026)", "Mobile squad"),
        ("增长团队（2026 Q1）OKR", "增长团队"),
        ("2026 Q1 OKR｜产品部", "产品部"),
        ("OKRs 2026 Q1", None),
    ],
)
def test_a_heading_names_the_team_before_or_behind_its_period(heading: str, team: str | None) -> None:
    found = document(f"# {heading}\n## O1: Grow\n- KR1: DAU 2k\n")
    assert (found.team.value if found.team else None) == team


def test_a_heading_names_the_owner_behind_a_bar() -> None:
    found = document("### Marketing OKRs | Jul-Sep 2026 | Owner: Dana\n\nO1: Be quoted\n- KR1: 40 mentions\n")
    assert [owner.value for owner in found.owners] == ["Dana"]


def test_half_a_year_takes_its_year_from_the_document() -> None:
    first = "# 2026年度 OKR\n## 上半年\n### O1 打造高绩效团队\n1. KR1 到岗率 100%\n"
    found = document(first)
    assert found.cycle is not None
    assert (found.cycle.value, str(found.cycle.end)) == ("2026-H1", "2026-06-30")
    both = document(first + "## 下半年\n### O1 打造学习型组织\n1. KR1 人均培训 40 小时\n")
    assert [objective.cycle and objective.cycle.value for objective in both.objectives] == ["2026-H1", "2026-H2"]


def test_numbers_of_projects_stay_in_the_statements() -> None:
    ranked = document("# OKR\n- O1: Grow\n  - KR1: 60% of tickets (P1)\n  - KR2: 20 demos (P0)\n")
    assert lines(ranked) == ["Grow", "- 60% of tickets", "- 20 demos"]
    named = document("# OKR\n- O1: Grow\n  - KR1: P1 智能客服覆盖 60%\n  - KR2: 转人工率 20% (P1)\n")
    assert lines(named) == ["Grow", "- P1 智能客服覆盖 60%", "- 转人工率 20% (P1)"]
    single = document("# OKR\n- O1: Grow\n  - KR1: 60% of tickets (P1)\n  - KR2: 20 demos\n")
    assert lines(single)[1] == "- 60% of tickets (P1)"


def test_where_things_stand_is_no_target() -> None:
    found = document("# OKR\n- O1: Know what we run\n  - KR1: Each service has an owner (now 61%)\n")
    (result,) = found.objectives[0].key_results
    assert result.metric is None


def test_identifiers_are_positions_whatever_the_labels() -> None:
    found = document("# OKR\n## O3: Grow\n- KR7: DAU 2k\n- KR9: MAU 9k\n## O1: Calm\n- KR1: 3 pages\n")
    assert [(o.id, o.label, [(k.id, k.label) for k in o.key_results]) for o in found.objectives] == [
        ("O1", "O3", [("KR1", "KR7"), ("KR2", "KR9")]),
        ("O2", "O1", [("KR1", "KR1")]),
    ]
