"""What must not change a verdict, and what must change it in exactly one way.

No label is needed: the verdict on a document is compared with that on the same document, altered.
"""

from collections import Counter
from datetime import date
from functools import cache
from itertools import product

import opencc
import pytest

import okrlint
from okrlint.registry import installed

TODAY = date(2026, 4, 10)
FULL_WIDTH = str.maketrans("0123456789%", "０１２３４５６７８９％")

ENGLISH_METRICS = ("Activation rate", "Checkout conversion", "Trial-to-paid rate", "On-time delivery", "Renewal rate")
CHINESE_METRICS = ("激活率", "次日留存率", "结账转化率", "准时交付率", "续费率")
SPANS = ((30, 45), (12, 20), (61, 78))
STATEMENTS = {
    "en": [f"{metric} rises from {low}% to {high}%" for metric, (low, high) in product(ENGLISH_METRICS, SPANS)],
    "zh": [f"{metric}从{low}%提升到{high}%" for metric, (low, high) in product(CHINESE_METRICS, SPANS)],
}
"""Key results without a fault."""

WORK = {
    "en": ("Analyze funnel drop-off", "Write the partner handbook", "Launch the new checkout", "Improve satisfaction"),
    "zh": ("调研竞品的定价策略", "撰写合作伙伴手册", "上线新的结账流程", "提升客户满意度"),
}
"""Key results that are work, or have no number."""

DOCUMENTS = {
    "en": (
        "# Growth OKRs 2026-Q2\n\n## O1: Make regulars our loudest advocates (supports: company O2)\n\n{}\n",
        "- KR{}: {} (owner: Ana Ruiz; due: 2026-06-{}; confidence: 5/10; weight: {}%)",
    ),
    "zh": (
        "# 增长团队 2026年Q2 OKR\n\n## O1：让老客户主动把我们介绍给同行（承接：公司目标O2）\n\n{}\n",
        "- KR{}：{}（负责人：王芳；截止：2026-06-{}；信心指数：5/10；权重：{}%）",
    ),
}
DAYS, WEIGHTS = (10, 20, 25, 30), (40, 30, 20, 10)
each_language = pytest.mark.parametrize("language", ["en", "zh"])


def document(language: str, statements: list[str]) -> str:
    whole, line = DOCUMENTS[language]
    lines = [
        line.format(number, statement, day, weight)
        for number, (statement, day, weight) in enumerate(zip(statements, DAYS, WEIGHTS, strict=False), 1)
    ]
    return whole.format("\n".join(lines))


@cache
def _linter() -> okrlint.Linter:
    off = [ref.code for ref in installed().rules if ref.code.startswith(("AP", "CK", "HY"))]
    return okrlint.Linter({"ignore": off}, today=TODAY)


def verdicts(text: str) -> Counter[tuple[str, str | None]]:
    """Return the codes of the findings and the key results that they are about."""
    findings = _linter().lint_text(text, path="okr/2026-q2.md").findings
    return Counter((finding.code, finding.key_result) for finding in findings)


def codes(text: str) -> set[str]:
    return {code for code, _ in verdicts(text)}


def mixed(language: str, seed: int) -> list[str]:
    clean, work = STATEMENTS[language], WORK[language]
    return [
        clean[seed % len(clean)],
        work[seed % len(work)],
        clean[(seed + 4) % len(clean)],
        work[(seed + 1) % len(work)],
    ]


seeds = pytest.mark.parametrize("seed", range(12))


@each_language
@pytest.mark.parametrize("seed", range(15))
def test_clean_key_results_are_clean(language: str, seed: int) -> None:
    chosen = STATEMENTS[language]
    statements = [chosen[(seed + step) % len(chosen)] for step in (0, 4, 8, 13)]
    assert not verdicts(document(language, statements))


@seeds
def test_traditional_characters_change_nothing(seed: int) -> None:
    text = document("zh", mixed("zh", seed))
    assert verdicts(opencc.OpenCC("s2t").convert(text)) == verdicts(text)


@seeds
def test_full_width_digits_change_nothing(seed: int) -> None:
    statements = mixed("zh", seed)
    widened = [statement.translate(FULL_WIDTH) for statement in statements]
    assert verdicts(document("zh", widened)) == verdicts(document("zh", statements))


@each_language
@seeds
def test_the_order_of_key_results_changes_nothing(language: str, seed: int) -> None:
    statements = mixed(language, seed)
    there, back = verdicts(document(language, statements)), verdicts(document(language, statements[::-1]))
    turned = {"KR1": "KR4", "KR2": "KR3", "KR3": "KR2", "KR4": "KR1", None: None}
    assert Counter({(code, turned[item]): count for (code, item), count in there.items()}) == back


@pytest.mark.parametrize(
    "template", ["注册用户达到{}人", "月活跃用户从{}提升到200万", "复购订单突破{}单", "营收达到{}元"]
)
def test_a_number_is_the_same_however_it_is_written(template: str) -> None:
    found = [verdicts(document("zh", [template.format(number)])) for number in ("10万", "100,000", "100000", "十万")]
    assert all(each == found[0] for each in found)


@each_language
@pytest.mark.parametrize("version", ["v2.0", "V3.2.1", "(ISO 27001)", "Q3", "GPT-4"])
def test_a_version_or_a_name_with_a_number_is_no_measure(language: str, version: str) -> None:
    for work in WORK[language]:
        plain, named = document(language, [work]), document(language, [f"{work} {version}"])
        assert {"KW001", "KW002"} & codes(plain)
        assert {"KW001", "KW002"} & codes(named)


@each_language
@seeds
def test_an_owner_taken_away_is_missed_and_nothing_else(language: str, seed: int) -> None:
    text = document(language, mixed(language, seed))
    without = text.replace("owner: Ana Ruiz; ", "", 1).replace("负责人：王芳；", "", 1)
    assert verdicts(without) - verdicts(text) == Counter({("OW001", "KR1"): 1})
    assert not verdicts(text) - verdicts(without)


MUTATIONS = {
    "en": [
        ("rises from 30% to 45%", "rises", {"KW001"}),
        ("rises from 30% to 45%", "rises with V45", {"KW001"}),
        ("rises from 30% to 45%", "rises from 45% to 30%", {"KW012"}),
        ("rises from 30% to 45%", "rises from 30% to 145%", {"KW013"}),
        ("owner: Ana Ruiz", "owner: everyone", {"OW002"}),
        ("owner: Ana Ruiz", "owner: TBD", {"OW004"}),
        ("owner: Ana Ruiz", "owner: Ana Ruiz, Bo Chen and Eve Low", {"OW003"}),
        ("due: 2026-06-10", "due: 2026-09-10", {"TM002"}),
        ("due: 2026-06-10", "due: 2026-06-31", {"TM005"}),
        ("due: 2026-06-10", "due: ASAP", {"TM004"}),
        ("confidence: 5/10", "confidence: 12/10", {"CF002"}),
        ("; confidence: 5/10", "", {"CF001"}),
        ("weight: 40%", "weight: 50%", {"WT002"}),
        ("weight: 40%", "weight: 140%", {"WT004"}),
        ("; weight: 40%", "", {"WT005"}),
        ("loudest advocates", "loudest 400 advocates", {"OB001"}),
    ],
    "zh": [
        ("从30%提升到45%", "提升", {"KW001"}),
        ("从30%提升到45%", "提升到V45版本", {"KW001"}),
        ("从30%提升到45%", "从45%提升到30%", {"KW012"}),
        ("从30%提升到45%", "从30%提升到145%", {"KW013"}),
        ("负责人：王芳", "负责人：全员", {"OW002"}),
        ("负责人：王芳", "负责人：待定", {"OW004"}),
        ("负责人：王芳", "负责人：王芳、李强、陈力", {"OW003"}),
        ("截止：2026-06-10", "截止：2026-09-10", {"TM002"}),
        ("截止：2026-06-10", "截止：2026-06-31", {"TM005"}),
        ("截止：2026-06-10", "截止：尽快", {"TM004"}),
        ("信心指数：5/10", "信心指数：12/10", {"CF002"}),
        ("；信心指数：5/10", "", {"CF001"}),
        ("权重：40%", "权重：50%", {"WT002"}),
        ("权重：40%", "权重：140%", {"WT004"}),
        ("；权重：40%", "", {"WT005"}),
        ("让老客户主动", "让400家老客户主动", {"OB001"}),
    ],
}


@pytest.mark.parametrize(
    ("language", "before", "after", "due"),
    [(language, *mutation) for language, mutations in MUTATIONS.items() for mutation in mutations],
)
def test_one_fault_gives_its_finding_and_no_other(language: str, before: str, after: str, due: set[str]) -> None:
    text = document(language, STATEMENTS[language][0:12:3])
    assert before in text
    assert not codes(text)
    assert codes(text.replace(before, after, 1)) == due
