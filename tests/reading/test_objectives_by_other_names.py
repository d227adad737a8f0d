"""Objectives and key results whose names say more, or stand apart from their words; and what only looks like them."""

import pytest
from golden import read_markdown, statements

LAYOUTS = {
    "the objective of a time, in a heading": (
        """
        # 2026 plan

        ## Annual objective: Become the shop that people name first

        ### Key results
        - Unaided awareness from 4% to 12%
        - Repeat orders from 30% to 45%

        ## Q1 objective: Make onboarding feel effortless

        - KR1: Activation from 40% to 60%
        """,
        ["O Become the shop that people name first", "- KR Unaided awareness from 4% to 12%",
         "- KR Repeat orders from 30% to 45%", "O Make onboarding feel effortless", "- KR1 Activation from 40% to 60%"],
    ),
    "the same in Chinese": (
        """
        # 2026 规划

        ## 年度目标：成为大家首先想到的店

        ### 关键结果
        - 无提示知名度从4%到12%

        ## 二季度目标：让上手毫不费力

        ### 关键结果
        - 激活率从40%到60%
        """,
        ["O 成为大家首先想到的店", "- KR 无提示知名度从4%到12%", "O 让上手毫不费力", "- KR 激活率从40%到60%"],
    ),
    "the objective of a time, in a bold line": (
        """
        # 2026 plan

        **Team objective:** Become the shop that people name first

        Key results:
        - Repeat orders from 30% to 45%

        **Q1 Objective**: Make onboarding feel effortless

        Key results:
        - Activation from 40% to 60%
        """,
        ["O Become the shop that people name first", "- KR Repeat orders from 30% to 45%",
         "O Make onboarding feel effortless", "- KR Activation from 40% to 60%"],
    ),
    "a remark behind the label, and the statement below": (
        """
        # OKR 2026-Q2

        ## 🎯 Objective 1（核心目标）

        **完成初稿，达到可公开发布的质量**

        - **KR1：** 写完 14 章正文

        ## O2 (growth)

        New users feel at home on the first day

        - KR1: Activation from 40% to 60%
        """,
        ["Objective 1 完成初稿，达到可公开发布的质量", "- KR1 写完 14 章正文",
         "O2 New users feel at home on the first day", "- KR1 Activation from 40% to 60%"],
    ),
    "the label once more in brackets": (
        """
        O1（目标一）提升客户服务体验
        - KR1（关键结果）NPS从30分提升到45分
        - KR2（关键结果二）：首响从9小时降到2小时
        """,
        ["O1 提升客户服务体验", "- KR1 NPS从30分提升到45分", "- KR2 首响从9小时降到2小时"],
    ),
    "a list of key results that is called one": (
        """
        # 客服 2026-Q2

        ## 核心目标

        提升客户体验

        ## KR列表

        - KR1：NPS从45分提升到55分
        - KR2：留存率从65%提升到75%
        """,
        ["O 提升客户体验", "- KR1 NPS从45分提升到55分", "- KR2 留存率从65%提升到75%"],
    ),
    "a bare O above lines with priorities": (
        """
        O：提升客户体验
        KR1（P0）：NPS从45分提升到55分
        KR2（P1）：留存率从65%提升到75%
        """,
        ["O 提升客户体验", "- KR1 NPS从45分提升到55分", "- KR2 留存率从65%提升到75%"],
    ),
    "numbered objectives above lines": (
        """
        一、目标：提升客户体验
        关键结果：
        1. NPS从45分提升到55分
        2. 留存率从65%提升到75%

        二、目标：让团队高效
        关键结果：
        1. 上线周期从30天降到14天
        """,
        ["O 提升客户体验", "- KR NPS从45分提升到55分", "- KR 留存率从65%提升到75%", "O 让团队高效",
         "- KR 上线周期从30天降到14天"],
    ),
    "names and key results as items of one list": (
        """
        - 目标（Objective）：提升销售额。

        - 关键结果（Key Results）：

        - 拓展5个新的大客户
        - 复购率达到40%
        """,
        ["O 提升销售额。", "- KR 拓展5个新的大客户", "- KR 复购率达到40%"],
    ),
    "a single objective in a list, and a line above its key results": (
        """
        ## 4. Objective

        - New users feel at home on the first day

        **Key Results（30 days after launch）**

        - KR1: Activation from 40% to 60%
        - KR2: Next-day retention from 30% to 45%
        """,
        ["O New users feel at home on the first day", "- KR1 Activation from 40% to 60%",
         "- KR2 Next-day retention from 30% to 45%"],
    ),
    "headings that are names of fields elsewhere": (
        """
        # Personal OKRs 2026
        ## Health
        **Key Results:**
        - Run 3 races
        ## Team
        **Key Results:**
        - Publish 4 talks
        """,
        ["O Health", "- KR Run 3 races", "O Team", "- KR Publish 4 talks"],
    ),
    "key results that lack the label of others": (
        """
        # OKRs Q3 2026
        ## O1: Enhance client experience
        - KR1: Reduce manual effort by 200 hours
        - Deliver 2 enhancements with 80% positive feedback
        ## O2: Win trust
        ### Key Results
        - Deliver 3 enhancements with 80% positive feedback
        - KR2: Reduce effort by 300 hours
        - Reach 87% coverage
        """,
        ["O1 Enhance client experience", "- KR1 Reduce manual effort by 200 hours",
         "- KR Deliver 2 enhancements with 80% positive feedback", "O2 Win trust",
         "- KR Deliver 3 enhancements with 80% positive feedback", "- KR2 Reduce effort by 300 hours",
         "- KR Reach 87% coverage"],
    ),
    "a heading that says OKRs between an objective and its table": (
        """
        # Charter

        **Objective**: Ship features faster

        ### OKRs
        | KR | Target |
        |----|--------|
        | Fast path | 15% of tokens |
        """,
        ["O Ship features faster", "- KR Fast path"],
    ),
    "one key result each, in one list": (
        """
        # OKRs
        - O: Build a startup
        - KR: Explore 5 startup ideas
        - O: Produce music
        - KR: Make 5 snippets
        """,
        ["O Build a startup", "- KR Explore 5 startup ideas", "O Produce music", "- KR Make 5 snippets"],
    ),
    "groups below the name of the key results": (
        """
        ## Objective
        Make it robust

        ## Key Results
        - Robustness
          - [ ] handles 5 users for 1 hour without a failure
          - [ ] 0 lost edits in 100 sessions
        - Adoption
          - [ ] 10 daily active users
        """,
        ["O Make it robust", "- KR handles 5 users for 1 hour without a failure", "- KR 0 lost edits in 100 sessions",
         "- KR 10 daily active users"],
    ),
    "a section of several figures and one of OKRs behind an objective": (
        """
        # Sutra OKRs

        ## Charter: Speed

        **Objective**: Ship features faster
        **DRI**: Ana

        ### KPIs
        | Metric | Current | Target |
        |---|---|---|
        | Minutes a feature | 24.7 | 20 |

        ### OKRs (Q2 2026: Apr-Jun)
        | KR | Target | Status |
        |---|---|---|
        | Lazy loading everywhere | 90% of files | Not started |
        """,
        ["O Ship features faster", "- KR Lazy loading everywhere"],
    ),
    "what roles answer for below a labelled objective": (
        """
        # 2017 Q4 OKRs

        ### Objective 1: Grow sales according to plan

        * CRO: Sales efficiency ratio > 1.2
          * CRO: Field efficiency ratio > 1.8
          * CMO: Marketing efficiency ratio > 3.4
        * CMO: Credibility with 20 enterprise buyers
          * CMO: Messaging framework
          * MSD: 90% of the target
        """,
        ["Objective 1 Grow sales according to plan", "- KR CRO: Sales efficiency ratio > 1.2",
         "- KR CMO: Credibility with 20 enterprise buyers"],
    ),
    "labels whose names are told once more": (
        """
        O（目标）：打造行业领先的客户服务体验

        KR1（关键结果1）：NPS从45分提升到55分

        KR2（关键结果2）：客户留存率从65%提升到75%
        """,
        ["O 打造行业领先的客户服务体验", "- KR1 NPS从45分提升到55分", "- KR2 客户留存率从65%提升到75%"],
    ),
    "topics that end like the heading of a report": (
        """
        # OKRs 2019 Q1

        ## Online updates

        - Gitbase supports online updates for 5 customers

        ## Wide support

        - 12 drivers for 10 languages
        """,
        ["O Online updates", "- KR Gitbase supports online updates for 5 customers", "O Wide support",
         "- KR 12 drivers for 10 languages"],
    ),
    "topics of a time, whose key results have labels": (
        """
        # 增长组 2026-Q2

        ## 新用户

        - KR1：激活率从40%到60%
        - KR2：次日留存从30%到45%
        """,
        ["O 新用户", "- KR1 激活率从40%到60%", "- KR2 次日留存从30%到45%"],
    ),
    "bold key results with lists, below the name": (
        """
        # OKRs Q1 2026
        ### Objective 1: Win trust

        **Key Results**:

        **KR 1.1**: Secure media coverage
        - **Owner**: Ann

        **KR 1.2**: Build 10 partnerships
        - **Owner**: Bo
        """,
        ["Objective 1 Win trust", "- KR 1.1 Secure media coverage", "- KR 1.2 Build 10 partnerships"],
    ),
    "goals of some kind beside their key results": (
        """
        **优化目标**：让接入变得轻松

        **关键结果**：
        - KR1：接入时间从 3 天降到 1 天

        ### 4.1 产品目标

        让新用户第一天就用起来

        ### 4.3 关键结果

        - KR1：激活率从40%到60%
        """,
        ["O 让接入变得轻松", "- KR1 接入时间从 3 天降到 1 天", "O 让新用户第一天就用起来", "- KR1 激活率从40%到60%"],
    ),
    "the objective of a product, and why it matters": (
        """
        ## 4. Objective

        ### 4.1 Product Objective

        Turn the demo into an agent that people rely on

        ### 4.2 Why It Matters

        - Answers sound natural.

        ### 4.3 Key Results

        | Key Result | Measurement |
        |---|---|
        | KR1: Real postings are understood | 4 of 5 postings give company and title |
        """,
        ["O Turn the demo into an agent that people rely on", "- KR1 Real postings are understood"],
    ),
    "a goal of some kind above its key results": (
        """
        # 面包房 2026Q3

        ## 经营目标：让街坊每天都想来

        ### 关键结果列表

        - KR1：回头客从每周120人到300人
        """,
        ["O 让街坊每天都想来", "- KR1 回头客从每周120人到300人"],
    ),
    "one key result in brackets": (
        """
        - O1：提升留存率（KR：30 日留存从 35% 提升到 45%）
        - O2：团队扩编（KR1：招到 3 名工程师）
        """,
        ["O1 提升留存率", "- KR 30 日留存从 35% 提升到 45%", "O2 团队扩编", "- KR1 招到 3 名工程师"],
    ),
    "several key results in one cell or item": (
        """
        | 目标 | 关键结果 |
        |---|---|
        | O1：验证核心价值 | KR1：转化率从 20% 到 35%；KR2：成功率达到 95%；KR3：选择率达到 60% |
        | O2：提升体验 | KR2.1：满意度达到 90%。KR2.2：NPS从30到45 |

        ## O3: A quick team
        - KR1: Cycle time from 30 to 14 days; KR2: defects from 5% to 2%
        """,
        ["O1 验证核心价值", "- KR1 转化率从 20% 到 35%", "- KR2 成功率达到 95%", "- KR3 选择率达到 60%",
         "O2 提升体验", "- KR2.1 满意度达到 90%", "- KR2.2 NPS从30到45",
         "O3 A quick team", "- KR1 Cycle time from 30 to 14 days", "- KR2 defects from 5% to 2%"],
    ),
    "labels with letters": (
        """
        **O1：提升质量**

        | KR | 描述 | 验证标准 |
        |---|---|---|
        | KR1a | 文档覆盖率达到 100% | CI |
        | KR1b | 测试覆盖率从 60% 升到 90% | CI |
        """,
        ["O1 提升质量", "- KR1a 文档覆盖率达到 100%", "- KR1b 测试覆盖率从 60% 升到 90%"],
    ),
    "all in one line": (
        """
        O1：验证核心价值 KR1：转化率从 20% 到 35%；KR2：成功率达到 95%
        """,
        ["O1 验证核心价值", "- KR1 转化率从 20% 到 35%", "- KR2 成功率达到 95%"],
    ),
    "objectives alone below a line that names the period": (
        """
        下季度 OKR：

        - O1：让老客户带来新客户
        - O2：自助渠道占比提升至 20%
        """,
        ["O1 让老客户带来新客户", "O2 自助渠道占比提升至 20%"],
    ),
    "a topic, and the sentence below it": (
        """
        # 2025年Q3 OKR
        ### O1 产品北极星
        **在飞书内完成“日程+任务”闭环。**
        - KR1：闭环率从 20% 提升到 60%
        """,
        ["O1 在飞书内完成“日程+任务”闭环。", "- KR1 闭环率从 20% 提升到 60%"],
    ),
    "a heading that describes the objective": (
        """
        # 目標：成為寫作者
        ## 目標描述
        每週寫作，讓讀者期待
        ## 關鍵結果
        - [ ] KR1：發表 12 篇文章
        """,
        ["O 成為寫作者", "- KR1 發表 12 篇文章"],
    ),
}  # fmt: skip

LOOK_ALIKES = {
    "what stands beside objectives without labels": (
        """
        # 2025年Q3 OKR
        ## 提升用户体验
        - 满意度从 80% 提升到 90%
        ## 备注
        - 每月例会复盘
        ## 风险与缓解
        - 人手不足
        ## 里程碑
        - 8月发布
        """,
        ["O 提升用户体验", "- KR 满意度从 80% 提升到 90%"],
    ),
    "key results that are named again": (
        """
        # OKRs 2026-Q2
        ## Objective 1: Make onboarding effortless
        ### Key Result 1.1: Activation rate from 22% to 35%

        ## Progress Tracking
        - KR 1.1: 28%, up from 22%

        ## Health check
        - **O1 KR1** baseline assumed from a query
        """,
        ["Objective 1 Make onboarding effortless", "- Key Result 1.1 Activation rate from 22% to 35%"],
    ),
    "what key results support": (
        """
        **Objective: A credible book launch**
        - KR1: 500 waitlist subscribers

        **Alignment:**
        - KR1 → Company O2 KR1 (Publish 3 case studies)
        """,
        ["O A credible book launch", "- KR1 500 waitlist subscribers"],
    ),
    "a period with a remark": (
        """
        # OKRs 2026
        ### Q3 2026 (Closed Beta)
        - KR1: Search latency to 3s
        """,
        [],
    ),
    "what came of objectives, below them": (
        """
        2. 本季度的 OKR 是什么？
           - O1：提升用户留存率（KR：30 日留存从 35% 提升到 45%）
           - O2：上线 v2.0（KR：3/31 前完成上线）

        3. 每个目标的实际结果？
           - O1：30 日留存从 35% 提升到 42%，接近但未达到目标
           - O2：v2.0 延迟到 4/15
        """,
        ["O1 提升用户留存率", "- KR 30 日留存从 35% 提升到 45%", "O2 上线 v2.0", "- KR 3/31 前完成上线"],
    ),
    "key results that speak of others": (
        """
        ## O1: A quick team
        - KR1: Cycle time from 30 to 14 days, without KR2: defects stay
        - KR2: Mentions of KR4 stay below 5
        """,
        ["O1 A quick team", "- KR1 Cycle time from 30 to 14 days, without KR2: defects stay",
         "- KR2 Mentions of KR4 stay below 5"],
    ),
    "notes of a meeting": (
        """
        # OKR check-in

        - O3 KR1 started
        - O3 KR2 in progress but not spun up yet
        - O3 KR3 not started yet
        """,
        [],
    ),
    "levels of planning, and an example further down": (
        """
        # 企业管理笔记

        1. 使命：我们存在的意义是什么？
        2. 战略：重点和优先处理的事项
        3. 目标：近期聚焦达成的事项
        4. 关键结果：支撑目标完成的关键点（务必可衡量）
        5. 任务：把关键结果分解为一个个具体的行动

        最后需要再次强调一下，OKR 解决的是聚焦的问题。

        - 目标：让更多企业用上我们的软件
          - 关键结果：新开发200家客户
          - 关键结果：满意度达到95%
        """,
        ["O 让更多企业用上我们的软件", "- KR 新开发200家客户", "- KR 满意度达到95%"],
    ),
    "definitions in Chinese": (
        """
        # 什么是 OKR
        - O：明确、鼓舞人心的目标，通常是定性的。
        - KR：衡量目标是否达成的关键结果，通常是定量的。

        **O（目标）**：回答“我们想要做什么”
        **KR（关键结果）**：回答“如何知道我们做到了”
        """,
        [],
    ),
    "questions of a template, and blanks": (
        """
        # 2026-Q2 目標
        ## 🎯 目標描述
        我到底想要什麼？用一句話具體描述。
        ## 📊 關鍵結果（KRs）
        這些是用來衡量「目標是否達成」的具體指標。
        - [ ] KR1：_______________
        - [ ] KR2：_______________
        """,
        [],
    ),
    "the heading of the next example": (
        """
        目标：成功实施全新 CRM 系统
        关键结果：
        示例 2：市场扩张战略
        目标：确立市场领导地位
        关键结果：
        1. 份额从 8% 提升至 15%
        """,
        ["O 成功实施全新 CRM 系统", "O 确立市场领导地位", "- KR 份额从 8% 提升至 15%"],
    ),
    "a topic with verb, and why it matters": (
        """
        # 2025年Q3 OKR
        ## O1 提升留存
        **老客户是我们收入的主要来源。**
        - KR1：留存率从 20% 提升到 60%
        """,
        ["O1 提升留存", "- KR1 留存率从 20% 提升到 60%"],
    ),
    "labelled key results below a mere period": (
        """
        # OKR

        ## 2026-Q2

        - KR1: NPS from 30 to 45
        - KR2: Churn from 5% to 3%
        """,
        [],
    ),
    "what a sprint has to do with key results": (
        """
        # Sprint 12 PRD

        ## OKR 对齐

        - 主线：Objective 5 数据通路产品化
        - 直接支撑：
          - KR1：独立部署入口更清晰
          - KR2：部署文档与目录入口一致
        """,
        [],
    ),
    "targets of a time, and a plan above": (
        """
        # 增长组 OKR

        ## 年度目标：三年内上市

        ## O1：让上手毫不费力
        - KR1：激活率从40%到60%
        - 年度目标：70%
        - Q1目标：65%
        """,
        ["O1 让上手毫不费力", "- KR1 激活率从40%到60%"],
    ),
    "figures below a heading": (
        """
        # OKRs Q3 2026

        ## Metrics

        - Sign-ups: 400
        - Churn: 3%

        ## O1: Win trust
        - KR1: NPS from 30 to 45
        """,
        ["O1 Win trust", "- KR1 NPS from 30 to 45"],
    ),
    "what is said of key results afterwards": (
        """
        # OKR 复盘 2026-Q2

        ## Objective: 提升系统可靠性
        ### 达成情况:
        - KR1: ✅ 已达成 (125%)

        ## 失败原因
        - KR2 错误率未达标,主要原因是新功能上线导致错误增加

        ## Lessons learned
        - KR1: begin with 2 pilots
        """,
        [],
    ),
    "what went well": (
        """
        # OKR 季度回顾 - 2026 Q1

        ## Objective: 提升系统可靠性

        ### 总体达成率：83.3%

        ## 成功经验
        - 通过性能优化，成功降低 20% 的延迟
        - 建立监控体系，5 分钟定位问题
        """,
        [],
    ),
    "the purpose of the whole above labelled objectives": (
        """
        # 写书计划 OKR 2026

        > 负责人：老三
        > 目标：写出一本通俗易懂的书

        ## O1：完成初稿
        - KR1：写完 14 章正文
        """,
        ["O1 完成初稿", "- KR1 写完 14 章正文"],
    ),
    "a sentence that speaks of key results, and one that leads elsewhere": (
        """
        # Pipeline OKRs

        ## O1: Runs without being babysat
        - KR2.1: Timeouts from 54% to 10%

        ## Gaps

        1. **A run id that joins everything.** It unblocks KR2.1 and
           KR7.2.

        ## 2018 Q3

        Find the **OKRs** for 2018 Q3 in the spreadsheet
        """,
        ["O1 Runs without being babysat", "- KR2.1 Timeouts from 54% to 10%"],
    ),
    "what the words mean": (
        """
        # OKRs in a nutshell

        - Objective: what you want to reach
        - Key Results:
        - how you know that you have reached it
        - Initiative: what you do

        ## Key Concepts
        - Objectives
        - Key Results
        - Key Results are a set of metrics that measure progress

        ## Concepts

        - Objectives
          - Objectives are memorable definitions
        - Key Results
          - Key Results are a set of metrics, 3 to 5 each
        """,
        [],
    ),
    "how objectives have to be": (
        """
        # 方法论

        ## 团队目标
        团队目标要清楚。

        ## 关键结果
        关键结果要能衡量，例如提升20%。
        """,
        [],
    ),
    "activities behind labelled key results": (
        """
        # OKRs Q3 2026
        ## O1: Win trust
        - KR1: NPS from 30 to 45
        - KR2: Churn from 5% to 3%
        - Meet 3 customers each week
        - See the 40 pages of notes
        ## O2: Ship without fear
        - KR1: Failed deploys from 9% to 2%
        - We meet 2 times a week
        - Note: 3 people are away
        """,
        ["O1 Win trust", "- KR1 NPS from 30 to 45", "- KR2 Churn from 5% to 3%", "O2 Ship without fear",
         "- KR1 Failed deploys from 9% to 2%"],
    ),
    "kinds of key results in a guide": (
        """
        # Guide

        ## Key Results

        - Good key results
          - State a number
        - Bad key results
          - State a task
        """,
        [],
    ),
    "a study": (
        """
        # 论文笔记

        ## 1. 目标
        研究畴壁宽度。

        ## 2. 关键结果

        1. 畴壁宽度 5-15 nm，依赖转角和应变
        2. 与 Yoo 2019 的观测一致

        ## 3. 局限
        样本少。
        """,
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_all_are_read(name: str) -> None:
    text, expected = LAYOUTS[name]
    assert statements(read_markdown(text)) == expected


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_nothing_else_is_taken_for_one(name: str) -> None:
    text, expected = LOOK_ALIKES[name]
    assert statements(read_markdown(text)) == expected


def test_what_a_key_result_supports_is_told() -> None:
    document = read_markdown(LOOK_ALIKES["what key results support"][0])
    (result,) = document.objectives[0].key_results
    assert [str(reference) for reference in result.supports] == ["Company O2 KR1 (Publish 3 case studies)"]


def test_changes_below_the_name_of_a_key_result_are_its_measures() -> None:
    document = read_markdown(
        """
        # 2025年Q3 OKR
        ## O1：驱动业务增长
        **KR1：流量增长**
        - 社媒访问从 2000 到 5000

        - KR2: Conversion improves
          - Checkout from 5% to 8%
          - Visit 20 customers
        - KR3: Churn from 9% to 5%
          - Answers from 4 h to 2 h
        """
    )
    results = document.objectives[0].key_results
    assert [[str(measure) for measure in result.measures] for result in results] == [
        ["社媒访问从 2000 到 5000"],
        ["Checkout from 5% to 8%"],
        [],
    ]
