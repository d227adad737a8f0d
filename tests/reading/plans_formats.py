"""Plans in other formats than Markdown, with the goals that they have."""

from plan_layouts import Goal, Plan

PLANS = {
    "rst list": Plan(
        "rst",
        """\
Annual plan 2026
================

Goals
-----

#. Reach 100,000 downloads in Q1 (owner: Ana)
#. Certify 1,000 consultants

Risks
-----

* 20% of the staff leave
""",
        (
            Goal(None, "Reach 100,000 downloads in Q1", 100_000, "Ana"),
            Goal(None, "Certify 1,000 consultants", 1_000),
        ),
    ),
    "rst table": Plan(
        "rst",
        """\
Annual plan
===========

.. list-table:: Goals
   :header-rows: 1

   * - Goal
     - Target
     - Owner
   * - Downloads
     - 100,000
     - Ana
   * - Consultants
     - 1,000
     - Ben
""",
        (
            Goal(None, "Downloads", 100_000, "Ana"),
            Goal(None, "Consultants", 1_000, "Ben"),
        ),
    ),
    "rst grid zh": Plan(
        "rst",
        """\
年度目标
========

======== ======== ========
目标     目标值   负责人
======== ======== ========
下载量   10万     李强
顾问     1000名   王芳
======== ======== ========
""",
        (
            Goal(None, "下载量", 100_000, "李强"),
            Goal(None, "顾问", 1_000, "王芳"),
        ),
    ),
    "rst definition": Plan(
        "rst",
        """\
Plan
====

Goal 1: Win the mid-market
--------------------------

:Target: 500 customers
:Owner: Ana

Goal 2: Effortless support
--------------------------

:Target: 2 hours
:Owner: Ben
""",
        (
            Goal("Goal 1", "Win the mid-market", 500, "Ana"),
            Goal("Goal 2", "Effortless support", 2, "Ben"),
        ),
    ),
    "org headings": Plan(
        "org",
        """\
#+TITLE: Annual plan 2026

* Goals
** TODO Reach 100,000 downloads in Q1
:PROPERTIES:
:Owner: Ana
:END:
** Certify 1,000 consultants
* Risks
** 20% leave
""",
        (
            Goal(None, "Reach 100,000 downloads in Q1", 100_000, "Ana"),
            Goal(None, "Certify 1,000 consultants", 1_000),
        ),
    ),
    "org list": Plan(
        "org",
        """\
#+TITLE: 2026年度计划

* 年度目标
1. 一季度下载量达到10万（负责人：李强）
2. 认证顾问1000名
* 风险
- 人手不足20%
""",
        (
            Goal(None, "一季度下载量达到10万", 100_000, "李强"),
            Goal(None, "认证顾问1000名", 1_000),
        ),
    ),
    "org table": Plan(
        "org",
        """\
* Plan 2026
| Goal | Target | Owner |
|------+--------+-------|
| Downloads | 100,000 | Ana |
| Consultants | 1,000 | Ben |
""",
        (
            Goal(None, "Downloads", 100_000, "Ana"),
            Goal(None, "Consultants", 1_000, "Ben"),
        ),
    ),
    "html list": Plan(
        "html",
        (
            "<html><head><title>Plan</title></head><body><h1>Annual plan</h1><h2>Goals</h2><ol><li>Reach 100"
            ",000 downloads in Q1 (owner: Ana)</li><li><b>Certify</b> 1,000 consultants<ul><li>Owner: Ben</l"
            "i></ul></li></ol><h2>Risks</h2><ul><li>20% leave</li></ul></body></html>"
        ),
        (
            Goal(None, "Reach 100,000 downloads in Q1", 100_000, "Ana"),
            Goal(None, "Certify 1,000 consultants", 1_000, "Ben"),
        ),
    ),
    "html table zh": Plan(
        "html",
        (
            "<h1>2026年度经营计划</h1><table><tr><th>编号</th><th>年度目标</th><th>目标值</th><th>责任部门</th></tr><tr><td>P1<"
            "/td><td>下载量</td><td>10万</td><td>市场部</td></tr><tr><td>P2</td><td>认证顾问</td><td>1000名</td><td>培训部<"
            "/td></tr></table>"
        ),
        (
            Goal("P1", "下载量", 100_000, "市场部"),
            Goal("P2", "认证顾问", 1_000, "培训部"),
        ),
    ),
    "yaml slug mapping": Plan(
        "yaml",
        """\
downloads:
  target: 100000
  owner: Ana
consultants:
  target: 1000
  owner: Ben
""",
        (
            Goal(None, "downloads", 100_000, "Ana"),
            Goal(None, "consultants", 1_000, "Ben"),
        ),
    ),
    "yaml slug goals": Plan(
        "yaml",
        """\
year: 2026
goals:
  grow-downloads:
    name: Reach 100,000 downloads
    owner: Ana
  certify:
    name: Certify 1,000 consultants
""",
        (
            Goal(None, "Reach 100,000 downloads", 100_000, "Ana"),
            Goal(None, "Certify 1,000 consultants", 1_000),
        ),
    ),
    "yaml zh": Plan(
        "yaml",
        """\
年度: 2026
年度目标:
  - 编号: P1
    目标: 下载量
    目标值: 10万
    责任部门: 市场部
  - 编号: P2
    目标: 认证顾问
    目标值: 1000名
""",
        (
            Goal("P1", "下载量", 100_000, "市场部"),
            Goal("P2", "认证顾问", 1_000),
        ),
    ),
    "yaml slug, statements": Plan(
        "yaml",
        """\
plan:
  growth: Reach 100,000 downloads in Q1
  quality: Keep churn below 2%
""",
        (
            Goal(None, "Reach 100,000 downloads in Q1", 100_000),
            Goal(None, "Keep churn below 2%", 2),
        ),
    ),
    "yaml theme mapping slug": Plan(
        "yaml",
        """\
year: 2026
growth:
  downloads:
    target: 100000
  revenue:
    target: 5M
quality:
  churn:
    target: 2%
""",
        (
            Goal(None, "downloads", 100_000),
            Goal(None, "revenue", 5_000_000),
            Goal(None, "churn", 2),
        ),
    ),
    "json": Plan(
        "json",
        (
            '{"year": 2026, "goals": [{"id": "P1", "title": "Downloads", "target": 100000, "owner": "Ana"}, '
            '{"id": "P2", "title": "Consultants", "target": "1,000", "owner": "Ben"}]}'
        ),
        (
            Goal("P1", "Downloads", 100_000, "Ana"),
            Goal("P2", "Consultants", 1_000, "Ben"),
        ),
    ),
    "json slug": Plan(
        "json",
        """\
{"P1": {"goal": "Reach 100,000 downloads", "owner": "Ana"}, "P2": {"goal": "Certify 1,000 consultants"}}""",
        (
            Goal("P1", "Reach 100,000 downloads", 100_000, "Ana"),
            Goal("P2", "Certify 1,000 consultants", 1_000),
        ),
    ),
    "json slug unnamed": Plan(
        "json",
        """\
{"downloads": {"target": 100000, "owner": "Ana"}, "consultants": {"target": 1000}}""",
        (
            Goal(None, "downloads", 100_000, "Ana"),
            Goal(None, "consultants", 1_000),
        ),
    ),
    "toml array": Plan(
        "toml",
        """\
title = "Plan 2026"

[[goals]]
name = "Downloads"
target = 100000
owner = "Ana"

[[goals]]
name = "Consultants"
target = 1000
""",
        (
            Goal(None, "Downloads", 100_000, "Ana"),
            Goal(None, "Consultants", 1_000),
        ),
    ),
    "toml tables": Plan(
        "toml",
        """\
title = "Plan 2026"

[downloads]
target = 100000
owner = "Ana"

[consultants]
target = 1000
""",
        (
            Goal(None, "downloads", 100_000, "Ana"),
            Goal(None, "consultants", 1_000),
        ),
    ),
    "csv zh": Plan(
        "csv",
        """\
序号,年度目标,2025年实际,2026年目标值,责任部门,完成时间
1,下载量,6万,10万,市场部,12月
2,认证顾问,400名,1000名,培训部,12月
""",
        (
            Goal(None, "下载量", 100_000, "市场部"),
            Goal(None, "认证顾问", 1_000, "培训部"),
        ),
    ),
    "csv en semicolon": Plan(
        "csv",
        """\
Goal;Metric;Baseline;Target;Owner
Win the mid-market;Customers;120;500;Ana
Effortless support;First reply;6 h;2 h;Ben
""",
        (
            Goal(None, "Win the mid-market", 500, "Ana"),
            Goal(None, "Effortless support", 2, "Ben"),
        ),
    ),
    "csv titled": Plan(
        "csv",
        """\
2026 Annual Plan,,
,,
Objective,Annual target,Responsible
Downloads,"100,000",Ana
Total,,
""",
        (Goal(None, "Downloads", 100_000, "Ana"),),
    ),
    "html table rowspan": Plan(
        "html",
        (
            "<h1>Annual plan</h1><table><tr><th>Area</th><th>Goal</th><th>Target</th></tr><tr><td rowspan=2>"
            "Growth</td><td>Downloads</td><td>100,000</td></tr><tr><td>Partners</td><td>20</td></tr></table>"
        ),
        (
            Goal(None, "Downloads", 100_000),
            Goal(None, "Partners", 20),
        ),
    ),
    "html headings zh": Plan(
        "html",
        """\
<h1>年度计划</h1><h2>目标一：营收2亿元</h2><p>责任部门：销售部</p><h2>目标二：续费率90%</h2><p>责任部门：客户成功部</p>""",
        (
            Goal("目标一", "营收2亿元", 200_000_000, "销售部"),
            Goal("目标二", "续费率90%", 90, "客户成功部"),
        ),
    ),
    "org zh headings labelled": Plan(
        "org",
        """\
* 目标一：营收2亿元
  - 负责人：王芳
* 目标二：续费率90%
  - 负责人：李强
""",
        (
            Goal("目标一", "营收2亿元", 200_000_000, "王芳"),
            Goal("目标二", "续费率90%", 90, "李强"),
        ),
    ),
    "rst zh": Plan(
        "rst",
        """\
2026 年度计划
=============

年度目标
--------

1. 营收达到2亿元（责任部门：销售部）
2. 续费率90%

风险
----

- 汇率波动5%
""",
        (
            Goal(None, "营收达到2亿元", 200_000_000, "销售部"),
            Goal(None, "续费率90%", 90),
        ),
    ),
    "csv zh unit column": Plan(
        "csv",
        """\
指标,单位,2025年实际,2026年目标,责任部门
营业收入,万元,24000,32000,销售部
毛利率,%,32,35,财务部
""",
        (
            Goal(None, "营业收入", 320_000_000, "销售部"),
            Goal(None, "毛利率", 35, "财务部"),
        ),
    ),
    "tsv": Plan(
        "csv",
        """\
Priority	Goal	Target
P1	Downloads	100,000
P1	Consultants	1,000
""",
        (
            Goal(None, "Downloads", 100_000),
            Goal(None, "Consultants", 1_000),
        ),
    ),
    "yaml quarters": Plan(
        "yaml",
        """\
goals:
  Q1:
    - 100,000 downloads
  Q2:
    - 200,000 downloads
""",
        (
            Goal(None, "100,000 downloads", 100_000),
            Goal(None, "200,000 downloads", 200_000),
        ),
    ),
    "yaml departments": Plan(
        "yaml",
        """\
departments:
  - name: Sales
    goals:
      - title: New contracts
        target: 120
  - name: Service
    goals:
      - title: Hours to answer
        target: 4
""",
        (
            Goal(None, "New contracts", 120),
            Goal(None, "Hours to answer", 4),
        ),
    ),
    "json nested targets": Plan(
        "json",
        (
            '{"plan": {"year": 2026, "targets": {"downloads": {"q1": 10000, "q4": 100000, "annual": 100000},'
            ' "consultants": {"annual": 1000}}}}'
        ),
        (
            Goal(None, "downloads", 100_000),
            Goal(None, "consultants", 1_000),
        ),
    ),
    "toml arrays of strings": Plan(
        "toml",
        """\
goals = ["100,000 downloads", "1,000 consultants"]
""",
        (
            Goal(None, "100,000 downloads", 100_000),
            Goal(None, "1,000 consultants", 1_000),
        ),
    ),
    "toml zh": Plan(
        "toml",
        """\
[["年度目标"]]
"目标" = "营收"
"目标值" = "2亿元"
"责任部门" = "销售部"

[["年度目标"]]
"目标" = "续费率"
"目标值" = "90%"
""",
        (
            Goal(None, "营收", 200_000_000, "销售部"),
            Goal(None, "续费率", 90),
        ),
    ),
}
