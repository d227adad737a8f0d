"""A small document for each layout in which people write OKRs: what mutations begin with."""

from textwrap import dedent
from typing import NamedTuple


class Seed(NamedTuple):
    """A document, and the reader that is meant for it."""

    format: str
    text: str


def _markdown(text: str, name: str = "markdown") -> Seed:
    return Seed(name, dedent(text).lstrip("\n"))


SEEDS: dict[str, Seed] = {
    "headings": _markdown("""
        ---
        cycle: 2026-Q2
        owner: Ana
        ---
        # Team 🚀 OKRs

        ## O1: Make deploys boring (owner: Ana)

        - KR1: Lead time from 48h to 8h (Bo, due 2026-05-31) [P0]
          - Confidence: 6/10
          - [x] Split the pipeline @bo 2026-04-30
        - **KR1.2:** Failure rate below 5% => 0.7

        ## Objective 2 — Be loved
        1. NPS 50 @cy
        2. ~~Old~~ 3 awards &amp; `code`
        """),
    "headings-chinese": _markdown("""
        # 增长部 2026年Q2 OKR
        负责人：张三
        ## 目标一：让新用户第一周就离不开我们（权重：60%）
        - KR1：次日留存率从３１％提升到４５％（负责人：李四，截止：6月底，信心：5/10）
        - KR2：首单转化率翻番【权重 40%】
        ## O2：降本
        - KR1：服务器成本降低三成
        """),
    "key-results-heading": _markdown("""
        ## Objective 1
        **Ship the file format with a clear scope.**

        ### Key Results
        - Final template with:
          - rules
          - glossary
        - 12 questions answered

        ### Notes
        - none
        """),
    "key-results-label": _markdown("""
        ### Objective: `Better content`
        - **Active from:** 20.08.26
        - **Tracking Manager**: Martin
        - **Key Results**:
          1. `Members can post.`

          2. `10 curators.`

        Weights: 60/40
        """),
    "key-results-as-headings": _markdown("""
        # 年中回顾
        ## O1 构建虚拟世界
        ### KR1

        > 日均 pv 达到 200

        - **状态：** 已完成
        - [ ] 写总结
        ### KR2 仓库 Stars 增长 50 个
        进度：40%
        """),
    "nested-list": _markdown("""
        - `O-1` **降低门槛**
        \t- `KR-1-1` 完成教程
        \t\t- 参考样例
        \t- `KR-1-2` 覆盖 3 个团队
        * Store the code ([#5](https://example.org/5))
            * [P0] Store all repositories ([#14](#x))
                * [P1][DP] Stable pipeline
        """),
    "prefix-lines": _markdown("""
        26年Q1：

        O: 验证商业化\x20\x20
        - KR：一个大客户
        - KR:  文档、官网

        O｜体验优化
        KR1 复购率 26%
        KR2 客诉率低于 0.3%
        """),
    "bold-objective": _markdown("""
        **Objective:** Build pipelines for attributes.

        - **KR1 — Dataset**\x20\x20
          Label **20+ patterns** that _both_ use.
          - Status: Achieved.

        - **KR2 — Accuracy**
          At least 80%.
        """),
    "table-of-key-results": _markdown("""
        ### O1：成为第一选择 🔴
        | KR | 当前 | 目标 | 期限 | Owner | 权重 |
        |----|:----:|-----:|------|-------|------|
        | KR1.1 安装量 | 0 | 10,000 | 6月 | @vmx | 60% |
        | KR1.2 转化率 \\| 终极 | 未知 | >40% | 持续 | ![p1](p1.svg) | 40% |
        """),
    "flat-table": _markdown("""
        | 时间 | Objective | Key Result | Owner |
        |------|-----------|------------|-------|
        | Q1 | **Calm on-call** | 1. Pages -50%<br>2. MTTR 20m | Bo |
        |    |           | 3. No night pages | |
        | Q2 | Better docs | Search works | Cy, Di |
        """),
    "cascade": _markdown("""
        ### CEO: Grow revenue. 120% of plan, pipeline 3x.

        * CMO: Build pipeline. 100% of plan => 95%
          * MSD: Generate demand. 110% of goal.
        1. **CRO: Strong pipeline.**
            1. CRO KR: Pipeline at 2X => 1.1
            1. CRO KR: 20 deals
        """),
    "numbered": _markdown("""
        # 2026 OKR
        1. Read more
           1. 20 books
           2. 3 reviews
        2、学习
        （1）每周 3 次
        ① 打卡
        """),
    "prose": _markdown("""
        # Objective for Q3

        Make setup painless. Nobody should have to call us.

        Key results:

        * setup under 5 minutes (owner Jo)
        * 90% finish alone
        """),
    "mixed": _markdown("""
        ## O｜2026-12-31 前達到 1,000 位訂閱

        | 前提 | 值 | 決定者／日期 |
        |---|---|---|
        | 目標 | **1,000 位** | 開發者，2026-08-17 |

        ### KR-1｜曝光：1,436／月 → 186,000／月
        **停損日 2026-10-15。** 最早的停損。

        ## ~~O2：旧目标~~
        - ~~KR：作废~~
        """),
    "rubric": _markdown("""
        # 年度OKR
        ### 生活
         条目 | 1.0 | 0.7 | 0.3
        :---:|:---:|:---:|:---:
         健身 | 八块 | 六块 | 没有
         看书 | 25本 | 15本 | 4本
        """),
    "details": _markdown("""
        <details open><summary><b>O1: Calm support</b> (60%)</summary>

        - KR1: Answers in 2 h
        - KR2: 9 of 10 are glad

        </details>
        <details><summary>O2: Calm desk</summary><ul><li>KR1: 3 h overtime</li></ul></details>
        """),
    "html-table": _markdown("""
        <table>
        <tr><th>Objective</th><th>Key Result</th><th>Owner</th></tr>
        <tr><td rowspan="2">Win &amp; keep</td><td>200 schools</td><td>Jo</td></tr>
        <tr><td>80% renewal<br/>by June</td><td></td></tr>
        </table>
        """),
    "yaml-fence": _markdown("""
        # Example
        ```yaml
        objectives:
          - id: support.fast
            statement: Solve problems fast
            owner: head-of-support
            key_results:
              - {id: median, statement: Median under 4 hours, target: 4, weight: 1}
        ```
        """),
    "rst": _markdown(
        """
        OKR 2026
        ========

        .. objective:: O1: Make the docs good
           :owner: Jo

        * KR1: 20 pages
        * KR2: 3 guides
        """,
        "rst",
    ),
    "html": _markdown(
        """
        <section><div class="index">Objective 01</div>
        <h2>Drive <em>consistency</em>.</h2></section>
        <div class="kr"><div class="num">KR 1.1</div><strong>Standard patterns</strong> &mdash; 100%</div>
        """,
        "html",
    ),
    "org": _markdown(
        """
        * O1: Calm
        ** KR1: Sleep 8 h
        ** KR2: Run 3 times
        """,
        "org",
    ),
    "yaml": Seed(
        "yaml",
        dedent("""\
            defaults: &d {owner: "Ana \\u00e9", weight: 50%}
            gcloud:
              objective: 'It''s a quality
                rebuild'
              key_results:
                - all services hardened
                - <<: *d
                  title: >-
                    maintain 99.9%
                    availability
                  due: 2026-06-30
                - KR3: |
                    zero findings
              period_end: 2026-06-30
            ---
            目标: 让客户放心
            关键结果: [{内容: 好评率 90%, 信心: 5/10}]
            """),
    ),
    "json": Seed(
        "json",
        '{"cycle": "2026-Q2", "objectives": [{"id": "O1", "title": "Launch \\u76ee\\ud83d\\ude80", "due": "2026-07-31",'
        ' "owner": {"name": "张三"},\n "keyResults": [{"id": "KR1", "title": "Live (owner: Bo)", "progress": 1,'
        ' "targetValue": 45.5, "checkins": [{"date": "2026-04-10", "confidence": 0.6}]}, "NPS 50"]}]}\n',
    ),
    "json-lines": Seed(
        "json", '{"objective": "A", "key_results": ["x 5%", {"title": "y"}]}\n{"objective": "B", "krs": {"KR1": "z"}}\n'
    ),
    "json-text": Seed(
        "json", '{"Data": [{"Period": "202601", "OKR": "O1：行业第一\\nKR1：排名第一\\n- KR2：top20 (@li)\\n"}]}\n'
    ),
    "json-export": Seed(
        "json",
        '{"code": 0, "data": {"okr_list": [{"id": "7", "name": "2026 年 4 月 - 6 月", "objective_list": [{"id": "71",'
        ' "content": "让客户放心", "progress_report": "顺利", "weight": 1, "deadline": "1782748800000", "kr_list": ['
        '{"id": "711", "content": "NPS 从 30 提升到 50", "score": 70, "kr_weight": 33.333, "weight": 0,'
        ' "deadline": "0", "progress_rate": {"percent": 10, "status": "2"}}]}]}]}}\n',
    ),
    "json-references": Seed(
        "json",
        '{"objectives": [{"id": 1, "title": "Calm", "plan_id": "p"}], "outcomes": [{"id": 2, "title": "Sleep 8 h",'
        ' "objective_id": 1, "score_format": "0", "from": -0.5, "to": 1e1, "current_checkin": {"score": 7}}],'
        ' "initiatives": [{"title": "Rest", "outcome_id": 2, "work_state": "done", "due_at": "2026-05-01"}]}\n',
    ),
    "toml": Seed(
        "toml",
        dedent("""\
            cycle = "2026-Q2"
            [[objectives]]
            title = 'Calm desk'
            owner.name = "Ana"
            key_results = ["x \\u00e9 5%", '''y
            z''']
            [[objectives]]
            "目标" = "B"
            [[objectives."关键结果"]]
            title = \"\"\"\\
              words\"\"\"
            due = 2026-06-30
            weight = 0.5
            """),
    ),
    "csv": Seed(
        "csv",
        "周期,目标,目标权重,关键结果,负责人,权重,信心指数,截止日期\n"
        "2026-Q2,让老客户介绍我们,60%,NPS 从 30 提升到 50,张三,50,5/10,2026-06-30\n"
        '2026-Q2,让老客户介绍我们,60%,"成本降低 ""10%"" 以上\n第二行",李四,50,,6月底\n',
    ),
    "csv-typed": Seed(
        "csv", "Category ;ID;Title;Parent;Owner\nObjective;O1;Calm;;Ana\nKey Result;O1.1;Sleep 8 h;O1;Bo, Cy\n"
    ),
    "csv-wrapped": Seed(
        "csv",
        '\ufeff"OKR_ID,Objective,Key Result,Owner,Comments"\n"O1,Be calm,Sleep 8 h,Em,""Feature 2, at risk"""\n',
    ),
}
