import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.model import Span, Text
from okrlint.reading.values.inline import split_inline


def split(words: str) -> tuple[str, list[tuple[str, str]]]:
    statement, fields = split_inline(Text(value=words, raw=words, span=Span(0, len(words))))
    return statement.value, [(name, field.value) for name, field in fields]


@pytest.mark.parametrize(
    ("words", "statement", "fields"),
    [
        (
            "次周留存率从31%提升到45%（负责人：张三；截止：3月31日；信心：5/10；权重：40%）",
            "次周留存率从31%提升到45%",
            [("owner", "张三"), ("deadline", "3月31日"), ("confidence", "5/10"), ("weight", "40%")],
        ),
        ("run exit survey @ana 2026-05-08", "run exit survey", [("owner", "@ana"), ("deadline", "2026-05-08")]),
        ("开展离网访谈 @王芳 5月8日", "开展离网访谈", [("owner", "@王芳"), ("deadline", "5月8日")]),
        ("run exit survey (@ana, 8 May)", "run exit survey", [("owner", "@ana"), ("deadline", "8 May")]),
        (
            "Churn 4% to 2% (owner: Ana, due 2026-06-30, confidence 5/10, weight 30%).",
            "Churn 4% to 2%",
            [("owner", "Ana"), ("deadline", "2026-06-30"), ("confidence", "5/10"), ("weight", "30%")],
        ),
        ("x (owner: Ana, Bob; due 30 June)", "x", [("owner", "Ana, Bob"), ("deadline", "30 June")]),
        ("x (owner: Ana (lead); weight: 30%)", "x", [("owner", "Ana (lead)"), ("weight", "30%")]),
        ("Grow x (target 45%, baseline 31%)", "Grow x", [("target", "45%"), ("baseline", "31%")]),
        ("Grow (by 30 June)", "Grow", [("deadline", "by 30 June")]),
        ("Grow (by Fri 3 July)", "Grow", [("deadline", "by Fri 3 July")]),
        ("Grow (due 2 weeks after launch)", "Grow", [("deadline", "2 weeks after launch")]),
        ("Grow (4/1–6/30)", "Grow", [("deadline", "4/1–6/30")]),
        ("上线会员体系（4月1日-6月30日）", "上线会员体系", [("deadline", "4月1日-6月30日")]),
        ("Launch the beta — 30 June", "Launch the beta", [("deadline", "30 June")]),
        ("NPS to 50 | 2026-06-30", "NPS to 50", [("deadline", "2026-06-30")]),
        ("完成搬迁 · 6月底", "完成搬迁", [("deadline", "6月底")]),
        ("Ship diff [P0][DP]", "Ship diff", [("priority", "P0"), ("team", "DP")]),
        # Nothing but the name of a field tells that there is one.
        ("Cut churn, ｏｗｎｅｒ Ana", "Cut churn", [("owner", "Ana")]),
        ("Cut churn, owner\u00a0Ana", "Cut churn", [("owner", "Ana")]),
        ("Confidence 5/10, cut churn", "cut churn", [("confidence", "5/10")]),
        ("降低流失率，信心指数7", "降低流失率", [("confidence", "7")]),
        ("降低流失率，对齐O1", "降低流失率", [("supports", "O1")]),
        ("Cut churn, aligned to O1", "Cut churn", [("supports", "O1")]),
        (" P0 - cut churn", "cut churn", [("priority", "P0")]),
        ("Cut churn ▓▓▓▓░░ 60%", "Cut churn", [("progress", "60%")]),
        ("Cut churn of 4 shops – 0.8", "Cut churn of 4 shops", [("score", "0.8")]),
        ("Cut churn ⇒ half of it", "Cut churn", [("note", "half of it")]),
        ("【P1】上线", "上线", [("priority", "P1")]),
        ("P0 - Ship", "Ship", [("priority", "P0")]),
        ("P0: 1.0: Ship", "Ship", [("priority", "P0"), ("score", "1.0")]),
        ("Ten customers [0.7]", "Ten customers", [("score", "0.7")]),
        ("(0.25) Grow", "Grow", [("score", "0.25")]),
        ("Grow (0.5 -- half done)", "Grow", [("score", "0.5"), ("note", "half done")]),
        ("完成（2/5）", "完成", [("progress", "2/5")]),
        ("Hire ten people => 62%", "Hire ten people", [("score", "62%")]),
        ("Hire people ==> half of them", "Hire people", [("note", "half of them")]),
        ("Improve x @ana @bob", "Improve x", [("owner", "@ana @bob")]),
        ("有效线索达到900条 @李强", "有效线索达到900条", [("owner", "@李强")]),
        ("@bob: Improve x", "Improve x", [("owner", "@bob")]),
        ("Grow (@ana)", "Grow", [("owner", "@ana")]),
        ("x — owner: Ana Ruiz", "x", [("owner", "Ana Ruiz")]),
        ("x | Owner: Ana | Due: 2026-06-30", "x", [("owner", "Ana"), ("deadline", "2026-06-30")]),
        ("信心指数7，权重30%，提升留存", "提升留存", [("confidence", "7"), ("weight", "30%")]),
        ("Confidence 5/10, weight 30%: Grow", "Grow", [("confidence", "5/10"), ("weight", "30%")]),
        ("（权重40%）：提升", "提升", [("weight", "40%")]),
        ("Grow retention Weight: 30%", "Grow retention", [("weight", "30%")]),
        ("流失率从4%降至2%，信心值 0.5", "流失率从4%降至2%", [("confidence", "0.5")]),
        ("churn 4% → 2% — confidence: 50%", "churn 4% → 2%", [("confidence", "50%")]),
        ("完成培训（李四，6月15日）", "完成培训", [("owner", "李四"), ("deadline", "6月15日")]),
        ("客訴下降（王小姐 5月底前）", "客訴下降", [("owner", "王小姐"), ("deadline", "5月底前")]),
        ("客诉下降（6月15日，欧阳娜）", "客诉下降", [("deadline", "6月15日"), ("owner", "欧阳娜")]),
        ("Grow (Bo, due 2026-06-01)", "Grow", [("owner", "Bo"), ("deadline", "2026-06-01")]),
        ("Grow (Ana Ruiz, June 30, 2026)", "Grow", [("owner", "Ana Ruiz"), ("deadline", "June 30, 2026")]),
        ("Grow (Nadia / Jun 30)", "Grow", [("owner", "Nadia"), ("deadline", "Jun 30")]),
        ("提升（P0，李伟）", "提升", [("priority", "P0"), ("owner", "李伟")]),
        ("通过认证（2月28日）[权重30%]", "通过认证", [("deadline", "2月28日"), ("weight", "30%")]),
        ("Win (Weight 60%, committed)", "Win", [("weight", "60%"), ("kind", "committed")]),
        ("粉丝突破 10 万，负责人：许磊，6月20日", "粉丝突破 10 万", [("owner", "许磊"), ("deadline", "6月20日")]),
        ("复购率 25%｜负责人 高远｜6月30日", "复购率 25%", [("owner", "高远"), ("deadline", "6月30日")]),
        ("成为首选（挑战型）", "成为首选", [("kind", "挑战型")]),
        ("Win (Committed)", "Win", [("kind", "Committed")]),
        ("达到 85% 【负责人】彭越 【截止】5月31日", "达到 85%", [("owner", "彭越"), ("deadline", "5月31日")]),
        ("增长到 3 万\u3000DDL：6/30\u3000Owner：卓然", "增长到 3 万", [("deadline", "6/30"), ("owner", "卓然")]),
        ("Load in 0.8 s Owner: Jun Park", "Load in 0.8 s", [("owner", "Jun Park")]),
        ("让渠道贡献一半收入（对齐公司O1）", "让渠道贡献一半收入", [("supports", "公司O1")]),
        ("Give 4 talks (3/4)", "Give 4 talks", [("progress", "3/4")]),
        ("Deflection to 40% ▓▓▓▓░░ 60%", "Deflection to 40%", [("progress", "60%")]),
        ("Close 40 deals – 0.8 (32 won)", "Close 40 deals", [("score", "0.8"), ("note", "32 won")]),
        ("内容注册提升到 8,000 — 0.6（6,100）", "内容注册提升到 8,000", [("score", "0.6"), ("note", "6,100")]),
    ],
)
def test_attached_fields_are_split_off(words: str, statement: str, fields: list[tuple[str, str]]):
    assert split(words) == (statement, fields)


@pytest.mark.parametrize(
    "words",
    [
        "Reduce latency (P95)",
        "Grow (current is 125k)",
        "Increase managers from 12% to 14% (globally)",
        "p95 from 2s => 300ms",
        "write to ana@example.org",
        "publish @scope/package",
        "Raise weight 30%",
        "Increase consumer confidence 5%",
        "提升消费者信心指数",
        "Boost retention from [40%] to [60%]",
        "Open a store (Berlin, Q2)",
        "Ship (Beta, 30 June)",
        "评审通过（周会，6月15日）",
        "新增 3 家（北京，6月15日）",
        "Reduce latency (P95, 30 June)",
        "Grow (June)",
        "Grow sales in May 1 — 30 June",
        "Ratio (3/4)",
        "Page weight – 0.8",
        "Error rate from 0.3 – 0.8",
        "Find a new lead: somebody senior",
        "Align to the brand (supports growth)",
        "Sell 50 — 60 licences",
        "提升留存（高优，张三）",
        "提升（70%）",
        "提升留存（张三）",
        "P1 基于大模型",
        "Raise NPS by 10 by 2026-06-30",
        "By week 10, deliver the report",
        "Series B ready; target raise 25M",
        "Improve status: done",
        "(owner: Ana)",
        "[P0]",
        "@ana",
        "(committed to quality) Ship",
        "",
        "）（",
    ],
)
def test_what_is_no_field_stays(words: str):
    assert split(words) == (words, [])


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab1 (（)）[]【】:：;；,，@=>P0%.张—|-权重信心owner "), max_size=60))
def test_every_part_knows_its_place(words: str):
    text = Text(value=words, raw=words, span=Span(0, len(words)))
    statement, fields = split_inline(text)
    for part in (statement, *(field for _, field in fields)):
        assert words[part.span.start : part.span.end] == part.raw == part.value
    assert statement.value or not words.strip()


def test_a_number_that_names_a_project_is_no_priority():
    words = "Reply to 60% of tickets (P1)"
    text = Text(value=words, raw=words, span=Span(0, len(words)))
    assert split(words) == ("Reply to 60% of tickets", [("priority", "P1")])
    assert split_inline(text, ranked=False) == (text, [])


def test_places_hold_under_mark_up():
    source = "**Churn** 4% (owner: **Ana**)"
    statement, fields = split_inline(
        Text.model_validate(
            {"value": "Churn 4% (owner: Ana)", "raw": source, "span": Span(0, len(source)),
             "pieces": ((0, 2, 5), (5, 9, 12), (17, 23, 3), (20, 28, 1))}
        )
    )  # fmt: skip
    ((name, owner),) = fields
    assert (name, owner.value, source[owner.span.start : owner.span.end]) == ("owner", "Ana", "Ana")
    assert statement.value == "Churn 4%"


@pytest.mark.parametrize("unit", ["(", "（a", "@a ", " owner: x,", "weight 30%，", "=> ", "[P0]", "x, "])
def test_time_grows_with_the_length_alone(unit: str):
    words = unit * (100_000 // len(unit))
    start = time.process_time()
    split(words)
    assert time.process_time() - start < 1
