"""Tables in documents: which rows and columns are objectives and key results, and which tables are none of these."""

from html import escape
from textwrap import dedent

import pytest
from golden import facts, read_markdown, statements

from okrlint.model import Document
from okrlint.reading.html.reader import HtmlReader
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source


def as_html(text: str) -> str:
    """Return a Markdown document of headings, items, lines and tables as HTML."""
    lines, rows = [], []
    for line in [*dedent(text).strip().splitlines(), ""]:
        if line.startswith("|"):
            rows.append([_in_html(cell.strip()) for cell in line.strip("|").split("|")])
            continue
        if rows:
            head, _, *body = rows
            lines.append("<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head) + "</tr>")
            lines.extend("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in body)
            lines.append("</table>")
            rows = []
        level = len(line) - len(line.lstrip("#"))
        words = line.lstrip("#- ")
        if words:
            tag = f"h{level}" if level else "li" if line.startswith("- ") else "p"
            lines.append(f"<{tag}>{_in_html(words)}</{tag}>")
    return "\n".join(lines)


def _in_html(words: str) -> str:
    bold = words.startswith("**") and words.endswith("**")
    words = escape(words.strip("*"), quote=False).replace("&lt;br&gt;", "<br>")
    return f"<b>{words}</b>" if bold else words


def read_html(text: str) -> Document:
    return HtmlReader().read(Source(as_html(text), "plan.html"), ReadingOptions())


READERS = pytest.mark.parametrize("read", [read_markdown, read_html])

STATED = {
    "objectives named by label": (
        """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Objective | Key Result | Owner |
        |---|---|---|
        | O1 | KR1: Rollback rate from 8% to 2% | Leo |
        | O1 | KR2: Release duration from 60 to 15 minutes | Pat |
        """,
        ["O1 Calm releases", "- KR1 Rollback rate from 8% to 2%", "- KR2 Release duration from 60 to 15 minutes"],
    ),
    "objectives of a list named by label": (
        """
        # 2024 Q2 OKR
        - O1：让发布不再紧张
        - O2：让工程师更快乐

        | O | KR | 内容 | 负责人 |
        |---|---|---|---|
        | O1 | KR1 | 发布回滚率从8%到2% | 小罗 |
        | | KR2 | 发布时长从60分钟到15分钟 | 小何 |
        | O2 | KR1 | 满意度从20分到40分 | 小何 |
        """,
        [
            "O1 让发布不再紧张",
            "- KR1 发布回滚率从8%到2%",
            "- KR2 发布时长从60分钟到15分钟",
            "O2 让工程师更快乐",
            "- KR1 满意度从20分到40分",
        ],
    ),
    "objectives of a list named by words": (
        """
        # Q2 2024 OKRs
        - O1: Calm releases
        - O2: Happy engineers

        ## Key Results
        | Objective | Key Result |
        |---|---|
        | Happy engineers | eNPS from 20 to 40 |
        | Calm releases | Rollback rate from 8% to 2% |
        """,
        ["O1 Calm releases", "- KR Rollback rate from 8% to 2%", "O2 Happy engineers", "- KR eNPS from 20 to 40"],
    ),
    "objectives in the header": (
        """
        # 2024年Q3 销售部OKR
        | O1：让老客户更愿意推荐我们 | 负责人 | 权重 |
        |---|---|---|
        | KR1：转介绍客户从20家到60家 | 张敏 | 50% |
        | KR2：复购率从30%提升到45% | 李军 | 50% |

        | O2：拓展华南市场 | 负责人 | 权重 |
        |---|---|---|
        | 华南签约客户达到20家 | 张敏 | 100% |
        """,
        [
            "O1 让老客户更愿意推荐我们",
            "- KR1 转介绍客户从20家到60家",
            "- KR2 复购率从30%提升到45%",
            "O2 拓展华南市场",
            "- KR 华南签约客户达到20家",
        ],
    ),
    "label and objective in the header": (
        """
        # Q2 2024 OKRs
        | O1 | Calm releases | Owner | Score |
        |---|---|---|---|
        | KR1 | Rollback rate from 8% to 2% | Leo | 0.6 |

        | **Objective 2** | **Grow abroad** | | |
        |---|---|---|---|
        | **Key Result** | **Description** | **Owner** | **Status** |
        | KR 2.1 | 20 customers in France | Bo | Green |

        | Objective | Make analytics self-serve | Owner: Nat |
        |---|---|---|
        | KR1 | 60% of teams use dashboards | Leo |
        """,
        [
            "O1 Calm releases",
            "- KR1 Rollback rate from 8% to 2%",
            "Objective 2 Grow abroad",
            "- KR 2.1 20 customers in France",
            "O Make analytics self-serve",
            "- KR1 60% of teams use dashboards",
        ],
    ),
    "title above the header": (
        """
        | 2024年Q3 OKR | | | |
        |---|---|---|---|
        | 部门：供应链部 | | | |
        | 目标 | 关键结果 | 负责人 | 权重 |
        | 提升供应链韧性 | 缺货率从8%降到3% | 何勇 | 50% |
        | | 核心物料双供应商覆盖率达到90% | 吴静 | 50% |
        """,
        ["O 提升供应链韧性", "- KR 缺货率从8%降到3%", "- KR 核心物料双供应商覆盖率达到90%"],
    ),
    "empty header": (
        """
        # Q2 2024 OKRs
        | | | |
        |---|---|---|
        | Objective | Key Result | Owner |
        | Calm releases | Rollback rate from 8% to 2% | Leo |
        """,
        ["O Calm releases", "- KR Rollback rate from 8% to 2%"],
    ),
    "objectives in rows of their own": (
        """
        # Q2 2024 OKRs
        | Key Result | Owner | Target |
        |---|---|---|
        | **O1: Calm releases** | | |
        | Rollback rate from 8% to 2% | Leo | 2% |
        | Release duration from 60 to 15 minutes | Pat | 15 min |
        | **O2: Happy engineers** | | |
        | eNPS from 20 to 40 | Pat | 40 |
        """,
        [
            "O1 Calm releases",
            "- KR Rollback rate from 8% to 2%",
            "- KR Release duration from 60 to 15 minutes",
            "O2 Happy engineers",
            "- KR eNPS from 20 to 40",
        ],
    ),
    "objectives in bold": (
        """
        # 2024 Q3 OKR
        | OKR | 负责人 | 状态 |
        |---|---|---|
        | **让发布不再紧张** | 小马 | 🟢 |
        | 发布回滚率从8%到2% | 小罗 | 🟡 |
        | **让工程师更快乐** | | |
        | 满意度从20分到40分 | 小何 | 🟢 |
        """,
        ["O 让发布不再紧张", "- KR 发布回滚率从8%到2%", "O 让工程师更快乐", "- KR 满意度从20分到40分"],
    ),
    "signs for both kinds": (
        """
        # Q2 2024 OKRs
        | | Objective / Key Result | Status |
        |---|---|---|
        | 🎯 | Calm releases | Green |
        | 🔑 | Rollback rate from 8% to 2% | Green |
        """,
        ["O Calm releases", "- KR Rollback rate from 8% to 2%"],
    ),
    "numbers for key results": (
        """
        # 2024 Q3 OKR
        ## O1 让发布不再紧张
        | KR | 内容 | 负责人 |
        |---|---|---|
        | 1 | 发布回滚率从8%到2% | 小马 |
        | 2. | 发布时长从60分钟到15分钟 | 小罗 |
        """,
        ["O1 让发布不再紧张", "- KR 发布回滚率从8%到2%", "- KR 发布时长从60分钟到15分钟"],
    ),
    "objectives in a table of their own": (
        """
        # 2024 Q3 OKR
        | 目标编号 | 目标 |
        |---|---|
        | O1 | 让首页焕然一新 |
        | O2 | 让发布不再紧张 |

        | KR编号 | 关联目标 | 关键结果 | 负责人 |
        |---|---|---|---|
        | KR1 | O1 | 首页点击率从18%到28% | 小郑 |
        | KR2 | O2 | 回滚率从8%到2% | 小陈 |
        """,
        ["O1 让首页焕然一新", "- KR1 首页点击率从18%到28%", "O2 让发布不再紧张", "- KR2 回滚率从8%到2%"],
    ),
    "one objective in a table of its own": (
        """
        # Q3 2024 OKRs
        | ID | Objective |
        |---|---|
        | O1 | A fresh homepage |

        | Objective ID | Key Result | Owner |
        |---|---|---|
        | O1 | Clicks from 18% to 28% | Zoe |
        """,
        ["O1 A fresh homepage", "- KR Clicks from 18% to 28%"],
    ),
    "objectives under a heading of their own": (
        """
        # Q2 2024 OKRs
        ## Objectives
        | # | Objective | Owner |
        |---|---|---|
        | 1 | Calm releases | Mia |
        | 2 | Happy engineers | Bo |

        ## Key Results
        | ID | Objective | Key Result | Baseline | Target |
        |---|---|---|---|---|
        | KR1 | 1 | Rollback rate | 8% | 2% |
        | KR2 | 2 | eNPS | 20 | 40 |
        | KR3 | 1 | Release duration | 60 min | 15 min |
        """,
        ["O Calm releases", "- KR1 Rollback rate", "- KR3 Release duration", "O Happy engineers", "- KR2 eNPS"],
    ),
    "form above a table": (
        """
        # 2024 Q3 OKR
        | 目标1 | 让课堂更有趣 |
        |---|---|
        | 负责人 | 何老师 |

        | 关键结果 | 权重 |
        |---|---|
        | 学员参与率从55%到80% | 60% |
        | 课程评分达到4.8分 | 40% |
        """,
        ["目标1 让课堂更有趣", "- KR 学员参与率从55%到80%", "- KR 课程评分达到4.8分"],
    ),
    "form with a list": (
        """
        # 2024 Q3 OKR
        | 目标 | 让课堂更有趣 |
        |---|---|
        | 关键结果 | KR1 学员参与率从55%到80%<br>KR2 课程评分达到4.8分 |
        | 负责人 | 何老师 |
        """,
        ["O 让课堂更有趣", "- KR1 学员参与率从55%到80%", "- KR2 课程评分达到4.8分"],
    ),
    "nothing in columns of key results": (
        """
        # 2024 Q3 OKR
        | 目标 | KR1 | KR2 | KR3 |
        |---|---|---|---|
        | 让仓库又快又准 | 出库时效从24小时到8小时 | 错发率降到0.1% | 无 |
        | 让司机愿意留下 | 司机流失率从25%到12% | – | N/A |
        """,
        [
            "O 让仓库又快又准",
            "- KR 出库时效从24小时到8小时",
            "- KR 错发率降到0.1%",
            "O 让司机愿意留下",
            "- KR 司机流失率从25%到12%",
        ],
    ),
    "figures with targets": (
        """
        # Q2 2024 OKRs
        ## Objective 1: Partners love us
        | Metric | Baseline | Target | Owner |
        |---|---|---|---|
        | Partner NPS | 20 | 45 | Dot |
        | Active partners | 12 | 30 | Eve |
        """,
        ["Objective 1 Partners love us", "- KR Partner NPS", "- KR Active partners"],
    ),
    "figures of objectives in a column": (
        """
        # 2024 Q3 OKR
        | 目标 | 衡量指标 | 目标值 | 责任部门 |
        |---|---|---|---|
        | 让财务更透明 | 报表准时率 | 98% | 财务部 |
        | | 对账差异 | 2笔 | 财务部 |
        """,
        ["O 让财务更透明", "- KR 报表准时率", "- KR 对账差异"],
    ),
    "sums and ditto marks": (
        """
        # 2024 Q3 OKR
        | 目标 | 关键结果 | 权重 | 负责人 |
        |---|---|---|---|
        | 让首页焕然一新 | 首页点击率从18%到28% | 60% | 小马 |
        | 同上 | 首屏加载时间从3秒到1秒 | 40% | 〃 |
        | 让首页焕然一新 | 小计 | 100% | |
        | 合计 | | 100% | |
        """,
        ["O 让首页焕然一新", "- KR 首页点击率从18%到28%", "- KR 首屏加载时间从3秒到1秒"],
    ),
    "labels in a column": (
        """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | # | Key Result | Owner |
        |---|---|---|
        | KR2 | Rollback rate from 8% to 2% | Leo |
        | KR5 | Release duration from 60 to 15 minutes | Pat |
        """,
        ["O1 Calm releases", "- KR2 Rollback rate from 8% to 2%", "- KR5 Release duration from 60 to 15 minutes"],
    ),
    "bold groups of the key results of one objective": (
        """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Result | Owner | Target |
        |---|---|---|
        | **Quality** | | |
        | Rollback rate from 8% to 2% | Leo | 2% |
        | **Speed** | | |
        | Release duration from 60 to 15 minutes | Pat | 15 min |
        """,
        ["O1 Calm releases", "- KR Rollback rate from 8% to 2%", "- KR Release duration from 60 to 15 minutes"],
    ),
    "rows that tell more of what is listed": (
        """
        # Q2 2024 OKRs
        ## O1: Calm releases
        - KR1: Rollback rate from 8% to 2%
        - KR2: Release duration from 60 to 15 minutes

        | KR | Comment |
        |---|---|
        | KR1 | 3 of 9 services done |
        | KR2 | 40 minutes so far |
        """,
        ["O1 Calm releases", "- KR1 Rollback rate from 8% to 2%", "- KR2 Release duration from 60 to 15 minutes"],
    ),
    "what the key results of a team support": (
        """
        # Q2 2024 OKRs
        ## Company
        - O1: Be calm
        - KR1: Incidents from 20 to 5
        ## Platform team
        | Objective | Key Result | Supports |
        |---|---|---|
        | Calm releases | Rollback rate from 8% to 2% | O1 |
        """,
        ["O1 Be calm", "- KR1 Incidents from 20 to 5", "O Calm releases", "- KR Rollback rate from 8% to 2%"],
    ),
}


@READERS
@pytest.mark.parametrize("name", STATED)
def test_what_a_table_states(name: str, read: type) -> None:
    text, expected = STATED[name]
    assert statements(read(text)) == expected


NO_OKRS = {
    "budget": """
        # Q3 2024 budget
        | Item | Q1 | Q2 | Target | Owner |
        |---|---|---|---|---|
        | **Marketing** | | | | |
        | Ads | 100 | 120 | 500 | Ann |
        | Total | 100 | 120 | 500 | |
        """,
    "dashboard": """
        # Weekly metrics
        | Metric | Baseline | Target | Owner |
        |---|---|---|---|
        | NPS | 20 | 45 | Dot |
        | Active users | 1000 | 3000 | Eve |
        """,
    "scorecard": """
        # 2024年绩效指标
        | 指标 | 现状 | 目标 | 负责人 |
        |---|---|---|---|
        | 报表准时率 | 80% | 98% | 小李 |
        """,
    "minutes": """
        # 周会纪要 2024-05-06
        | 议题 | 结论 | 负责人 | 截止 |
        |---|---|---|---|
        | **O1 进展** | | | |
        | 发布回滚 | 下降到5% | 小马 | 5月20日 |
        | 目标对齐 | 完成 | 小李 | 5月21日 |
        """,
    "roles": """
        # Launch
        | Task | Responsible | Accountable | Consulted |
        |---|---|---|---|
        | **O1** | | | |
        | Rollout to 20 shops | Bo | Cy | Di |
        """,
    "calendar": """
        # 2024年5月
        | 周一 | 周二 | 周三 |
        |---|---|---|
        | 1 劳动节 | 2 目标复盘 | 3 |
        """,
    "days with aims": """
        # 五月复习
        | 日期 | 目标 | 安排 |
        |---|---|---|
        | 5/1 | 休息 | 放假 |
        | 5/2 | 复习 | 自习3小时 |
        """,
    "lesson": """
        # Counting
        | Objective: count to 100 | Activity | Time |
        |---|---|---|
        | Warm-up with 10 blocks | game | 5 min |
        | Count 50 beads | group | 10 min |
        """,
    "plan of a goal": """
        # Strategic plan
        | Goal 1: Improve literacy | Owner | Due |
        |---|---|---|
        | Hold 10 workshops | Ann | May |
        | Print 500 leaflets | Bo | June |
        """,
    "计划": """
        # 年度工作计划
        | 目标一：提升阅读能力 | 负责人 | 截止 |
        |---|---|---|
        | 举办10场讲座 | 小李 | 5月 |
        """,
    "terms": """
        # OKR 术语
        | 术语 | 英文 |
        |---|---|
        | 目标 | Objective |
        | 关键结果 | Key Result |
        | 负责人 | Owner |
        """,
    "quarters": """
        # Sales
        | Objective | Q1 | Q2 | Owner |
        |---|---|---|---|
        | New customers | 20 | 40 | Ana |
        """,
    "risks": """
        # Risks
        | Risk | Owner | Status |
        |---|---|---|
        | **High** | | |
        | 30% of servers are old | Bo | open |
        """,
    "goals by number": """
        # 年度目标
        | 编号 | 目标 | 负责人 |
        |---|---|---|
        | 1 | 客户满意 | 小李 |

        | 编号 | 任务 | 负责人 |
        |---|---|---|
        | 1 | 调研50家客户 | 小李 |
        """,
}


@READERS
@pytest.mark.parametrize("name", NO_OKRS)
def test_other_tables(name: str, read: type) -> None:
    assert not any(objective.key_results for objective in read(NO_OKRS[name]).objectives)


@READERS
def test_tables_beside_okrs(read: type) -> None:
    text = """
        # Q2 2024 OKRs
        ## O1: Calm releases
        - KR1: Rollback rate from 8% to 2%
        - KR2: Release duration from 60 to 15 minutes

        ## Health metrics
        | Metric | Baseline | Target |
        |---|---|---|
        | NPS | 20 | 45 |

        ## Status
        | Objective | Key Result | Comment |
        |---|---|---|
        | O1 | KR1 | 3 of 9 services done |
        """
    expected = ["O1 Calm releases", "- KR1 Rollback rate from 8% to 2%", "- KR2 Release duration from 60 to 15 minutes"]
    assert statements(read(text)) == expected


def test_the_title_of_a_table_names_the_period() -> None:
    text = """
        | Team OKRs Q2 2024 | | | |
        |---|---|---|---|
        | | | | |
        | Objective | Key Result | Owner | Due |
        | Calm releases | Rollback rate from 8% to 2% | Leo | May 31 |
        """
    document = read_markdown(text)
    assert str(document.cycle.value) == "2024-Q2"
    assert facts(document.objectives[0].key_results[0])["due"] == "2024-05-31"


def test_fields_of_an_objective_in_a_row_of_its_own() -> None:
    text = """
        # Q2 2024 OKRs
        | Objective | Key Result | Owner | Due |
        |---|---|---|---|
        | Calm releases | | Mia | 2024-06-30 |
        | | Rollback rate from 8% to 2% | Leo | 2024-05-31 |
        """
    objective = read_markdown(text).objectives[0]
    assert facts(objective)["owners"] == ["Mia"]
    assert facts(objective)["due"] == "2024-06-30"
    assert facts(objective.key_results[0])["due"] == "2024-05-31"


def test_fields_of_an_objective_in_a_table_of_its_own() -> None:
    objectives = read_markdown(STATED["objectives under a heading of their own"][0]).objectives
    assert [facts(objective)["owners"] for objective in objectives] == [["Mia"], ["Bo"]]
    result = facts(objectives[0].key_results[1])
    assert (result["baseline"], result["target"]) == (60, 15)


def test_a_reference_to_the_objective_is_no_link() -> None:
    objectives = read_markdown(STATED["objectives in a table of their own"][0]).objectives
    assert not any(result.supports for objective in objectives for result in objective.key_results)


def test_ditto_marks_mean_what_stands_above() -> None:
    results = read_markdown(STATED["sums and ditto marks"][0]).objectives[0].key_results
    assert [facts(result)["owners"] for result in results] == [["小马"], ["小马"]]
    assert [facts(result)["weight"] for result in results] == [0.6, 0.4]


def test_an_arrow_is_a_trend() -> None:
    text = """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Result | Owner | Note |
        |---|---|---|
        | Rollback rate from 8% to 2% | Leo | late |
        | Release duration from 60 to 15 minutes | Pat | ↑ |
        """
    results = read_markdown(text).objectives[0].key_results
    notes = [str(field.text) for result in results for field in result.fields if field.name == "note"]
    assert notes == ["late", "↑"]


@READERS
def test_lines_that_stand_side_by_side(read: type) -> None:
    text = """
        # 2024 Q3 OKR
        | 目标 | 关键结果 | 负责人 | 截止日期 | 状态 |
        |---|---|---|---|---|
        | 让内容更有影响力 | KR1：粉丝从5万到8万<br>KR2：阅读量从1万到3万 | 小许<br>小邓 | 9月30日<br>8月31日 | 正常 |
        """
    objective = read(text).objectives[0]
    assert facts(objective).get("owners") is None
    assert [facts(result)["owners"] for result in objective.key_results] == [["小许"], ["小邓"]]
    assert [facts(result)["due"] for result in objective.key_results] == ["2024-09-30", "2024-08-31"]


def test_one_line_for_all_key_results_of_a_cell() -> None:
    text = """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Results | Owner | Weight |
        |---|---|---|
        | KR1: Rollback rate from 8% to 2%<br>KR2: Release duration from 60 to 15 minutes | Sue | 100% |
        """
    results = read_markdown(text).objectives[0].key_results
    assert [facts(result)["owners"] for result in results] == [["Sue"], ["Sue"]]
    assert not any("weight" in facts(result) for result in results)


@READERS
def test_several_actions_in_a_cell(read: type) -> None:
    text = """
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Result | Actions |
        |---|---|
        | Rollback rate from 8% to 2% | - Canary all services<br>- Automate smoke tests |
        | Release duration from 60 to 15 minutes | 1. 访谈20位用户<br>2. 整理结论 |
        | 3 freezes a quarter | - |
        """
    results = read(text).objectives[0].key_results
    assert [[str(step.text) for step in result.actions] for result in results] == [
        ["Canary all services", "Automate smoke tests"],
        ["访谈20位用户", "整理结论"],
        [],
    ]


@pytest.mark.parametrize("step", ["回访三位顾客 @ana.ruiz 2024-05-14", "Visit three guests @ana.ruiz 2024-05-14"])
def test_an_action_in_a_cell_is_read_as_in_a_list(step: str) -> None:
    text = f"""
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Result | Actions |
        |---|---|
        | Rollback rate from 8% to 2% | {step} |
        """
    (action,) = read_markdown(text).objectives[0].key_results[0].actions
    assert str(action.text) == step.partition(" @")[0]
    assert [owner.value for owner in action.owners] == ["ana.ruiz"]
    assert action.due is not None
    assert str(action.due.value) == "2024-05-14"


@READERS
@pytest.mark.parametrize("header", ["When", "Until", "Finish by", "何时", "何時"])
def test_the_column_that_says_until_when(read: type, header: str) -> None:
    text = f"""
        # Q2 2024 OKRs
        ## O1: Calm releases
        | Key Result | Owner | {header} |
        |---|---|---|
        | Rollback rate from 8% to 2% | Ana | 31 May |
        """
    (result,) = read(text).objectives[0].key_results
    assert result.deadline is not None
    assert str(result.deadline.value) == "2024-05-31"


LOGS = {
    "weeks": ("Wk 1 | Wk 2 | Wk 3", "5/10 | 6/10 | 7/10", {"confidence": 0.7}, [0.5, 0.6, 0.7]),
    "weeks in Chinese": ("第1周 | 第2周 | 第3周", "5/10 | | 7/10", {"confidence": 0.7}, [0.5, 0.7]),
    "days": ("Confidence (Jul 5) | Confidence (Jul 12)", "5 | 6", {"confidence": 0.6}, [0.5, 0.6]),
    "newest first": ("信心（7月12日） | 信心（7月5日）", "6 | 5", {"confidence": 0.6}, [0.5, 0.6]),
    "figures": ("5 Jul | 19 Jul", "40 | 42", {"current": 42}, [40, 42]),
}


@pytest.mark.parametrize("name", LOGS)
def test_columns_of_a_log(name: str) -> None:
    header, row, expected, entries = LOGS[name]
    text = f"""
        # Q3 2024 OKRs
        ## O1: Delight mobile users
        | Key result | Owner | {header} |
        |---|---{"|---" * len(header.split("|"))}|
        | Active users from 30 to 45 | Bea | {row} |
        """
    result = read_markdown(text).objectives[0].key_results[0]
    assert expected.items() <= facts(result).items()
    said = [entry.confidence or entry.value for entry in result.checkins]
    assert [value.value for value in said if value] == entries
    dates = [entry.date for entry in result.checkins if entry.date]
    assert dates == sorted(dates)
