"""The rules that people ask for, from a configuration file through the command line, like any built-in rule."""

import json
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from asking import FIELDS, rule

from okrlint import Linter
from okrlint.config.discovery import load
from okrlint.config.settings import Settings
from okrlint.declaring.definitions import NOTHING, Condition, Declared, RuleDefinition
from okrlint.model import Words

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

HOUSE = """fields:
  review date: [评审日期, 复核日期]
word-lists:
  slogans: [synergy, world-class, 赋能, 抓手]
rules:
  - code: ACME001
    name: empty-slogan
    target: item
    if: {any-word: slogans}
    message: {en: "“{found}” says nothing", zh: "“{found}”是空话"}
    severity: error
  - code: ACME002
    name: kr-names-no-source
    target: key-result
    where: {field: team, one-of: [Marketing, 市场部]}
    if: {field: data source, is: absent}
    message: {en: no data source, zh: 没有写明数据来源}
  - code: ACME003
    name: committed-without-review-date
    target: objective
    where: {field: type, one-of: committed}
    if: {field: review date, is: absent}
    message: {en: no review date, zh: 没有评审日期}
    confidence: medium
    severity: info
"""
ONLY = "extends: house.yaml\nselect: [ACME]\nfail-on: warning\n"

HEAD = """# OKRs 2026-Q2

Team: Marketing

## O1: Win regulars

- KR1: Sign-ups rise from 3 to 9
- KR2: Clicks rise from 4 to 9
- KR3: Visits rise from 5 to 9
"""

Told = list[tuple[str, int, int, str]]


@pytest.fixture
def house(write: Write) -> None:
    write("house.yaml", HOUSE)
    write(".okrlint.yaml", ONLY)


def told(run: Run, *args: str, **more: Any) -> Told:
    """Return code, line, column and message of what a run finds."""
    done = run("check", "--format", "json", "--today", "2026-04-20", *args, **more)
    found = json.loads(done.stdout)["findings"]
    return [(each["code"], each["start"]["line"], each["start"]["column"], each["message"]) for each in found]


DOCUMENTS: dict[str, tuple[str, Told]] = {
    "slogans.md": (
        """# OKRs 2026-Q2

## O1: Win WORLD‑CLASS regulars

- KR1: Synergy from 3 to 9
- KR2: Synergies from 1 to 2
""",
        [("ACME001", 3, 12, "“WORLD‑CLASS” says nothing"), ("ACME001", 5, 8, "“Synergy” says nothing")],
    ),
    "空话.md": (
        """# 2026年Q2 OKR

## O1：讓門店更有抓手

- KR1：賦能门店从3家到9家
- KR2：门店从3家到9家
""",
        [("ACME001", 3, 12, "“抓手”是空话"), ("ACME001", 5, 7, "“賦能”是空话")],
    ),
    "head.md": (HEAD, [("ACME002", line, 8, "no data source") for line in (7, 8, 9)]),
    "front.md": (
        """---
team: 市场部
cycle: 2026-Q2
---

## O1：赢得老客户

- KR1：注册从3个到9个
- KR2：注册从3个到9个（数据来源：埋点）
- KR3：注册从4个到9个
  - 來源：漏斗周报
""",
        [("ACME002", 8, 7, "没有写明数据来源")],
    ),
    "teams.md": (
        """# OKRs 2026-Q2

## Marketing

**O1:** Win regulars

- KR1: Clicks rise from 3 to 9
- KR2: Visits rise from 3 to 9 (source: GA)

## Sales

**O1:** Win schools

- KR1: Pupils from 3 to 9
""",
        [("ACME002", 7, 8, "no data source")],
    ),
    "columns.md": (
        """# OKRs 2026-Q2

| Objective | Key result | Team | Data source |
|---|---|---|---|
| Win regulars | Sign-ups rise from 3 to 9 | Marketing | |
| Win regulars | Clicks rise from 3 to 9 | Marketing | GA |
| Win schools | Pupils from 3 to 9 | Sales | |
""",
        [("ACME002", 5, 18, "no data source")],
    ),
    "rows.csv": (
        """目标,关键结果,团队,数据来源
赢得老客户,注册从3个到9个,市场部,
赢得老客户,点击从3次到9次,市场部,埋点
赢得学校,学生从3个到9个,销售部,
""",
        [("ACME002", 2, 7, "没有写明数据来源")],
    ),
    "tree.yaml": (
        """cycle: 2026-Q2
objectives:
  - title: Win regulars
    team: Marketing
    type: committed
    review date: 2026-05-10
    key_results:
      - title: Sign-ups rise from 3 to 9
      - {title: Clicks rise from 3 to 9, data_source: GA}
  - title: Win schools
    team: Sales
    type: committed
    key_results: [Pupils from 3 to 9]
""",
        [("ACME002", 8, 16, "no data source"), ("ACME003", 10, 12, "no review date")],
    ),
    "committed.md": (
        """# OKRs 2026-Q2

## O1: Win regulars (type: committed)

- KR1: From 1 to 2

## O2: Win schools (type: committed; review date: May 10)

- KR1: From 1 to 3

## O3: 赢得门店（类型：承诺型；评审日期：5月10日）

- KR1：从1到4

## O4: Win all (type: aspirational)

- KR1: From 1 to 5
""",
        [("ACME003", 3, 8, "no review date")],
    ),
}


@pytest.mark.usefixtures("house")
def test_the_rules_that_people_ask_for(okrlint: Run, write: Write) -> None:
    for name, (text, _) in DOCUMENTS.items():
        write(name, text)
    done = okrlint("check", "--format", "json", "--today", "2026-04-20", *DOCUMENTS)
    assert done.returncode == 1
    found: dict[str, Told] = {name: [] for name in DOCUMENTS}
    for each in json.loads(done.stdout)["findings"]:
        found[each["path"]].append((each["code"], each["start"]["line"], each["start"]["column"], each["message"]))
    assert found == {name: expected for name, (_, expected) in DOCUMENTS.items()}


@pytest.mark.usefixtures("house")
def test_what_is_absent_all_over_is_said_once(okrlint: Run, write: Write) -> None:
    write("head.md", HEAD)
    assert okrlint("check", "head.md").stdout == (
        "head.md:7:8: warning ACME002 kr-names-no-source [O1 KR1]\n  no data source\n"
        "  7 | - KR1: Sign-ups rise from 3 to 9\n    |        ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  the same at 8:8 [O1 KR2], 9:8 [O1 KR3]\n\n"
        "3 findings (3 warnings) in 1 file, 1 objective, 3 key results\n"
    )


@pytest.mark.usefixtures("house")
def test_sarif_describes_declared_rules(okrlint: Run, write: Write) -> None:
    write("head.md", HEAD)
    (run,) = json.loads(okrlint("check", "head.md", "--format", "sarif").stdout)["runs"]
    described = {each["id"]: each for each in run["tool"]["driver"]["rules"]}
    assert described["ACME002"]["name"] == "kr-names-no-source"
    assert described["ACME002"]["shortDescription"] == {"text": "no data source"}
    assert "helpUri" not in described["ACME002"]
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [("ACME002", "warning")] * 3
    assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == "ACME002" for each in run["results"])


BOTH = HEAD.replace("Win regulars", "Win synergy (type: committed)")
SLOGAN, NO_DATE = "ACME001", "ACME003"


@pytest.mark.parametrize(
    ("options", "said", "codes"),
    [
        ((), "", "ACME001 ACME002 ACME002 ACME002 ACME003"),
        (("--select", "empty-slogan"), "", "ACME001"),
        (("--select", "acme"), "", "ACME001 ACME002 ACME002 ACME002 ACME003"),
        (("--ignore", "kr-names-no-source"), "", "ACME001 ACME003"),
        (("--ignore", "ACME002,ACME001"), "", "ACME003"),
        (("--min-confidence", "high"), "", "ACME001 ACME002 ACME002 ACME002"),
        ((), "min-confidence: high\nignore: [ACME002]\n", "ACME001"),
        ((), "severity: {ACME002: 'off', empty-slogan: hint}\n", "ACME001 ACME003"),
        ((), "per-path: [{paths: ['*.md'], ignore: [ACME]}]\n", ""),
        ((), "per-path: [{paths: ['other/'], ignore: [ACME]}]\nignore: [ACME002]\n", "ACME001 ACME003"),
        ((), "word-lists: {slogans: [regulars]}\nignore: [ACME002]\n", "ACME003"),
        ((), "fields: {review date: [sign-ups]}\nignore: [ACME002]\n", "ACME001 ACME003"),
    ],
)
def test_declared_rules_are_chosen_like_others(
    write: Write, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str, codes: str
) -> None:
    monkeypatch.chdir(write("house.yaml", HOUSE).parent)
    write("team.yaml", ONLY + said)
    write("q2.md", BOTH)
    given = {key[2:].replace("-", "_"): value for key, value in zip(options[::2], options[1::2], strict=True)}
    changes: dict[str, Any] = {
        key: tuple(value.split(",")) if key in ("select", "ignore") else value for key, value in given.items()
    }
    settings = load("team.yaml")._replace(**changes)
    found = Linter(settings, today=date(2026, 4, 20)).lint_paths(["q2.md"]).findings
    assert " ".join(sorted(each.code for each in found)) == codes


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("fail-on: error\nignore: [ACME001]\n", 0),
        ("fail-on: error\n", 1),
        ("fail-on: warning\nignore: [ACME001]\n", 1),
        ("fail-on: info\nselect: [ACME003]\n", 1),
        ("fail-on: warning\nselect: [ACME003]\n", 0),
        ("fail-on: never\n", 0),
        ("fail-on: error\nselect: [ACME003]\nseverity: {committed-without-review-date: error}\n", 1),
    ],
)
def test_a_run_fails_by_their_severity(okrlint: Run, write: Write, said: str, status: int) -> None:
    write("house.yaml", HOUSE)
    kept = [line for line in ONLY.splitlines() if line.split(":")[0] not in said]
    write(".okrlint.yaml", "\n".join(kept) + "\n" + said)
    write("q2.md", BOTH)
    assert okrlint("check", "q2.md").returncode == status


@pytest.mark.usefixtures("house")
def test_comments_suppress_declared_rules_by_code_and_name(okrlint: Run, write: Write) -> None:
    comments = ("disable=ACME002", "disable=kr-names-no-source", "disable=ACME009")
    lines = [f"- KR{at}: Sign-ups from {at} to 9 <!-- okrlint: {each} -->" for at, each in enumerate(comments, 1)]
    write("q2.md", "# OKRs 2026-Q2\n\nTeam: Marketing\n\n## O1: Win regulars\n\n" + "\n".join(lines) + "\n")
    assert told(okrlint, "q2.md", "--extend-select", "HY005") == [
        ("ACME002", 9, 8, "no data source"),
        ("HY005", 9, 51, "`ACME009` names no rule, so it suppresses nothing; did you mean `ACME003`?"),
    ]


@pytest.mark.usefixtures("house")
def test_a_baseline_knows_declared_rules(okrlint: Run, write: Write) -> None:
    write("q2.md", BOTH)
    known = ("--baseline", "known.json")
    assert "5 findings in 1 file written" in okrlint("check", *known, "--write-baseline", "q2.md").stdout
    clean = okrlint("check", *known, "q2.md")
    assert (clean.returncode, told(okrlint, *known, "q2.md")) == (0, [])
    write("q2.md", "\n" + BOTH + "- KR4: Leads from 1 to 9\n")
    assert told(okrlint, *known, "q2.md") == [("ACME002", 11, 8, "no data source")]


@pytest.mark.usefixtures("house")
def test_other_commands_know_declared_rules(okrlint: Run, write: Write) -> None:
    assert "ACME002  warning  kr-names-no-source" in okrlint("rules").stdout
    assert okrlint("explain", "kr-names-no-source").stdout.startswith(
        "# ACME002 kr-names-no-source\n\nno data source\n"
    )
    assert "ACME003" in okrlint("explain", "ACME003", "--lang", "zh").stdout
    shown = okrlint("config").stdout
    assert "ACME002  kr-names-no-source             warning  house.yaml:12\n" in shown
    write(".okrlint.yaml", ONLY + "ignore: [acme-rule]\n")
    refused = okrlint("check", ".")
    assert refused.returncode == 2
    assert ".okrlint.yaml:4: unknown rule 'acme-rule'" in refused.stderr


@pytest.mark.parametrize("name", ["okrlint.toml", "pyproject.toml"])
def test_rules_in_toml(okrlint: Run, write: Write, name: str) -> None:
    table = "" if name == "okrlint.toml" else "tool.okrlint."
    head = 'select = ["ACME"]\n' if not table else '[tool.okrlint]\nselect = ["ACME"]\n'
    write(
        name,
        f"""{head}
[{table}fields]
"review date" = ["评审日期"]

[[{table}rules]]
code = "ACME001"
name = "late-review"
target = "objective"
message = "{{found}} is late"
[{table}rules.if]
field = "评审日期"
above = 2026-05-31
""",
    )
    write("q2.md", "# OKRs 2026-Q2\n\n## O1: Win (review date: 2026-06-01)\n\n## O2：赢（评审日期：2026年5月31日）\n")
    assert told(okrlint, "q2.md") == [("ACME001", 3, 26, "2026-06-01 is late")]


# Settings travel

SEVERAL = {
    "fields": FIELDS,
    "word-lists": {"slogans": ["synergy", "赋能"]},
    "select": ["ACME"],
    "rules": [
        rule({"any-word": "slogans", "not": {"matches": "x{3}"}}),
        rule({"field": "margin", "below": "30%"}, code="ACME002", name="thin-margin", message={"en": "m", "zh": "利"}),
        rule({"count": "owner", "below": 1}, "item", code="ACME003", name="no-owner", on=False),
    ],
}
TEXTS = ["# OKRs\n\n## O1: Win\n\n- KR1: Synergy (margin: 25%)\n", "## O1：赢\n\n- KR1：赋能门店（利润率：40%）\n"]


def linted(settings: Settings, text: str) -> list[Any]:
    return [(each.code, each.start, each.message) for each in Linter(settings).lint_text(text).findings]


def test_settings_are_pickled_and_used_in_other_processes() -> None:
    settings = Linter(SEVERAL).settings("q2.md")
    again = pickle.loads(pickle.dumps(settings))
    assert again == settings
    here = [linted(settings, text) for text in TEXTS]
    assert [len(each) for each in here] == [4, 3]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(linted, [settings] * 2, TEXTS)) == here


def test_what_is_declared_is_equal_by_its_contents() -> None:
    def declared(**more: Any) -> Declared:
        definition = RuleDefinition("f:1", "ACME001", "a-b", "item", None, Condition("f:2"), Words("m", "m"))
        return Declared(
            (definition._replace(**more.pop("rule", {})),), {"a": ("b",)}, more.get("lists"), more.get("places")
        )

    one, same = declared(), declared()
    assert one == same
    assert (hash(one), repr(one)) == (hash(same), repr(same))
    others = [
        declared(rule={"severity": "error"}),
        declared(rule={"place": "f:3"}),
        declared(rule={"condition": Condition("f:2", field="x")}),
        declared(lists={"x": ("y",)}),
        declared(places={"fields.a": "f:9"}),
        NOTHING,
    ]
    assert len({one, *others}) == 7
    assert len({repr(each) for each in (one, *others)}) == 7
    assert one != "Declared"
    assert (bool(NOTHING), bool(one), repr(NOTHING)) == (False, True, "Declared()")
    assert one.over(NOTHING) == NOTHING.over(one) == one
    assert pickle.loads(pickle.dumps(one)) == one
