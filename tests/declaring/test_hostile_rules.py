"""Declarations that are meant to harm: each ends in an error for people, or in a result, and soon."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import findings, refusal, rule

import okrlint
from okrlint import ConfigError, Linter

Run = Callable[..., Any]
Write = Callable[[str, str | bytes], Path]

SOON = 5.0
"""Seconds: each takes less than one where the machine does nothing else."""

SMALL = "# OKRs 2026-Q2\n\n## O1: Win regulars\n\n- KR1: Launch SYNERGY page 30%\n"


@pytest.fixture(autouse=True)
def soon() -> Any:
    """Fail what takes long."""
    start = time.perf_counter()
    yield
    assert time.perf_counter() - start < SOON


def numbered(number: int, condition: Any = None, **more: Any) -> list[dict[str, Any]]:
    """Return rules with a code and name each."""
    tables = [rule(condition or {"any-word": ["synergy"]}, **more) for _ in range(number)]
    return [
        {**table, "code": f"{'ABCDEFGHIJK'[at // 1000] * 4}{at % 1000:03}", "name": f"rule-{at}"}
        for at, table in enumerate(tables)
    ]


def codes(config: dict[str, Any], text: str = SMALL) -> list[str]:
    return [each.code for each in okrlint.lint_text(text, config={"select": ["ACME001"], **config}).findings]


@pytest.mark.parametrize("kind", ["mapping", "yaml", "toml"])
def test_thousands_of_rules(write: Write, kind: str) -> None:
    rules = numbered(10_000)
    if kind == "mapping":
        assert refusal({"rules": rules}) == ["configuration: more than 500 rules; keep those that matter"]
        return
    small = [{key: each[key] for key in ("code", "name")} for each in rules]
    if kind == "yaml":
        path = write("rules.yaml", "rules:\n" + "".join(f"- {json.dumps(each)}\n" for each in small))
    else:
        path = write("rules.toml", "".join(f'[[rules]]\ncode="{each["code"]}"\n' for each in small))
    with pytest.raises(ConfigError, match=r"more than (500 rules|20000 keys and values)"):
        Linter(path)


def test_rules_of_files_that_are_extended_count(write: Write) -> None:
    for name, rules in (("a", numbered(600)[:300]), ("b", numbered(600)[300:])):
        write(f"{name}.yaml", json.dumps({"rules": rules}))
    with pytest.raises(ConfigError, match=r"more than 500 rules"):
        Linter(write("c.yaml", "extends: [a.yaml, b.yaml]\n"))


def large(objectives: int) -> str:
    """Return a document of four key results an objective."""
    lines = ["# OKRs 2026-Q2", "", "Team: Growth", ""]
    for at in range(objectives):
        lines += [f"## O{at + 1}: Win regulars {at} with synergy (owner: Bo)", ""]
        lines += [f"- KR{nth}: Sign-ups of {at} rise from {nth} to 9{at} (owner: Ana)" for nth in range(1, 5)]
        lines += [""]
    return "\n".join(lines)


def test_the_cost_of_many_rules_grows_with_items_and_no_faster() -> None:
    mixed = [
        {"any-word": ["synergy", "赋能"]},
        {"field": "review date", "is": "absent"},
        {"of": "document", "count": "key-results", "where": {"field": "owner", "is": "absent"}, "at-least": 1},
        {"matches": r"from \d+ to"},
        {"all": [{"quantity": "any"}, {"not": {"field": "owner", "is": "present"}}]},
    ]
    tables = [{**each, "if": mixed[at % 2]} for at, each in enumerate(numbered(40, target="item"))]
    tables += [{**each, "if": mixed[at % 5]} for at, each in enumerate(numbered(50, target="item")[40:])]
    linter = Linter({"rules": tables, "fields": {"review date": []}, "select": ["AAAA"]})
    took = []
    for objectives in (25, 100):
        start = time.perf_counter()
        linter.lint_text(large(objectives))
        took.append(time.perf_counter() - start)
    assert took[1] < 4 * took[0] * 2.5


def test_what_is_asked_of_the_document_is_found_out_once() -> None:
    where = {"count": "key-results", "where": {"field": "owner", "is": "absent"}, "at-most": 0}
    text = large(1) + "".join(f"- KR{at}: Leads rise from 1 to {at} (owner: Ana)\n" for at in range(5, 600))
    for of in ("document", "objective"):
        linter = Linter({"rules": numbered(20, {"of": of, **where}), "select": ["AAAA"]})
        start = time.perf_counter()
        assert len(linter.lint_text(text).findings) == 20 * 599
        assert time.perf_counter() - start < 4  # each asked of each takes 10 s


def test_the_answer_of_one_document_is_not_that_of_the_next() -> None:
    linter = Linter({"rules": [rule({"of": "document", "field": "team", "is": "present"})], "select": ["ACME001"]})
    texts = [SMALL, SMALL.replace("\n\n", "\nTeam: Growth\n\n", 1)] * 2
    assert [len(linter.lint_text(text).findings) for text in texts] == [0, 1, 0, 1]


def test_a_pattern_that_is_slow_on_some_texts_is_searched_in_no_more() -> None:
    slow = "## O1: Win\n\n" + "".join(f"- KR{at}: {'ab' * 5_000}\n" for at in range(1, 100))
    linter = Linter({"rules": [rule({"matches": "(?:a|b).*c.*d.*e"})], "select": ["ACME001"]})
    start = time.perf_counter()
    assert {each.code for each in linter.lint_text(slow).findings} == {"EN006"}
    assert time.perf_counter() - start < 2.5  # 5 s where each is searched
    quick = "## O1: Win\n\n- KR1: a, c, d, and e\n"
    assert [each.code for each in linter.lint_text(quick).findings] == ["ACME001"]


@pytest.mark.parametrize("key", ["all", "any", "not"])
@pytest.mark.parametrize("kind", ["mapping", "flow", "block", "toml"])
def test_deep_nesting(write: Write, key: str, kind: str) -> None:
    for depth in (30, 5_000):
        opening, closing = ('{"not": ', "}") if key == "not" else (f'{{"{key}": [', "]}")
        flow = opening * depth + '{"is": "present"}' + closing * depth
        if kind == "mapping":
            inner: dict[str, Any] = {"is": "present"}
            for _ in range(depth):
                inner = {key: inner if key == "not" else [inner]}
            assert refusal({"rules": [rule(inner)]}) == [
                "configuration: nested more than 20 deep: that is no configuration"
            ]
            continue
        if kind == "flow":
            path = write("deep.yaml", 'rules: [{"code": "ACME001", "if": ' + flow + "}]\n")
        elif kind == "block":
            dash = "" if key == "not" else "- "
            deep = min(depth, 600)  # indentation grows with it
            lines = [f"{'  ' * at}{dash if at else ''}{key}:" for at in range(deep)]
            path = write("deep.yaml", "rules:\n- if:\n" + "".join(f"    {line}\n" for line in lines))
        else:
            path = write("deep.toml", "[[rules]]\nif = " + flow.replace(":", " =") + "\n")
        with pytest.raises(ConfigError) as told:
            Linter(path)
        assert len(str(told.value)) < 300


def test_a_mapping_that_holds_itself() -> None:
    around: dict[str, Any] = {}
    around["all"] = [around, around]
    assert refusal({"rules": [rule(around)]}) == ["configuration: nested more than 20 deep: that is no configuration"]


def test_aliases_and_merge_keys_are_no_way_to_grow(write: Write) -> None:
    lol = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + at)}: &{chr(98 + at)} [*{chr(97 + at)}, *{chr(97 + at)}]\n" for at in range(20)
    )
    for text in (lol, "rules:\n- &a {if: {all: [*a]}}\n", "fields: &f {x: []}\nword-lists: *f\n"):
        with pytest.raises(ConfigError, match="may not hold aliases"):
            Linter(write("bomb.yaml", text))
    with pytest.raises(ConfigError, match="unknown key '<<'"):
        Linter(write("merge.yaml", "<<: {select: [KW]}\n"))


WORDS = [f"w{at}" for at in range(20_000)]
MANY: list[tuple[str, dict[str, Any], str]] = [
    ("words", {"any-word": [*WORDS, "synergy"]}, ""),
    ("all words", {"all-words": ["synergy", *WORDS]}, "none"),
    ("Chinese words", {"any-word": [*("词" + chr(0x4E00 + at) for at in range(20_000)), "synergy"]}, ""),
    ("words that are none", {"any-word": [f"{word}+" for word in WORDS]}, "the word 'w0+' cannot be looked up"),
    ("choices", {"one-of": WORDS}, "none"),
    ("patterns", {"matches": WORDS}, "more than 1000 patterns, or 20000 characters of them; put words into `any-word`"),
    ("parts of speech", {"part-of-speech": ["verb"] * 5_000}, "rules.if.part-of-speech: no part of speech"),
    ("conditions", {"all": [{"field": "owner", "is": "absent"}] * 20_000}, ""),
    ("unknown fields", {"all": [{"field": f"owne{word}", "is": "absent"} for word in WORDS]}, "a key result has no"),
    ("unknown lists", {"any": [{"any-word": f"vague{word}"} for word in WORDS]}, "there is no word list 'vaguew0';"),
    ("unknown keys", dict.fromkeys(WORDS, 1), "rules.if: unknown key 'w0'; "),
    ("units", {"quantity": [*WORDS, "%"]}, ""),
    ("a long word", {"any-word": ["x" * 400_000, "synergy"]}, ""),
    ("a long pattern", {"matches": "x" * 400_000}, "pattern 'xxx"),
    ("a long field", {"field": "x" * 400_000, "is": "absent"}, "a key result has no field 'xxx"),
    ("a long list", {"any-word": "x" * 400_000}, "there is no word list 'xxx"),
    ("a long count", {"count": "x" * 400_000}, "of a key result, 'xxx"),
    ("a long bound", {"field": "weight", "above": "9" * 400_000 + "%"}, "rules.if.above: write a number"),
    ("a long number", {"field": "weight", "above": 10**4_000}, "rules.if.above: write a number"),
    ("hidden characters", {"any-word": ["synergy", "\x00", "\x1b[2J"]}, "the word '\\x00' cannot be looked up"),
]


@pytest.mark.parametrize(("name", "condition", "said"), MANY, ids=[each[0] for each in MANY])
def test_many_and_long_values(name: str, condition: dict[str, Any], said: str) -> None:
    config = {"rules": [rule(condition)]}
    told = refusal(config)
    if said in ("", "none"):
        assert told == []
        assert codes(config) == ([] if said else ["ACME001"])
    else:
        assert told[0].startswith(f"configuration: {said}")
        assert len(told) <= 101
        assert sum(map(len, told)) < 100_000
        assert all(line.isprintable() for line in told), name


def test_many_fields_and_long_messages() -> None:
    fields = {f"field {word}": [f"spelling {word}"] for word in WORDS}
    assert codes({"fields": fields, "rules": [rule({"field": "SPELLING W7", "is": "absent"})]}) == ["ACME001"]
    for message in ("x" * 400_000, "{text}" * 100_000, "{" * 100_000):
        (told,) = refusal({"rules": [rule({"is": "present"}, message=message)]})
        assert told.startswith("configuration: rules.message: String should have at most 2000 characters")
    told = refusal({"rules": numbered(500, message="".join(f"{{a{at}}}" for at in range(300)))})
    assert len(told) == 100


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x9b", "\x7f", "\u202e", "\u2066", "\ud83d"])
def test_characters_that_move_the_cursor_are_refused(char: str) -> None:
    for key in ("code", "name", "message", "summary", "why", "severity", "at"):
        table = rule({"is": "present"}, **{key: f"ACME{char}001"})
        (told,) = refusal({"rules": [table]})
        assert char not in told
    (told,) = refusal({"fields": {f"a{char}b": []}})
    assert char not in told.partition(": fields.")[0]


def test_what_is_written_in_messages_is_taken_for_words(okrlint: Run, write: Write) -> None:
    message = "::error file=x::y %0A\n::stop-commands::z\t{{text}} ${{{{ secrets }}}} <script> | [a](b) {found}"
    write(
        "acme.json.yaml", json.dumps({"rules": [rule({"any-word": ["launch"]}, message=message)], "select": ["ACME"]})
    )
    write("q2.md", SMALL)
    plain = "::error file=x::y %0A ::stop-commands::z {text} ${{ secrets }} <script> | [a](b) Launch"
    told = okrlint("check", "q2.md", "--config", "acme.json.yaml", "--format", "json").stdout
    assert " ".join(json.loads(told)["findings"][0]["message"].split()) == plain
    github = okrlint("check", "q2.md", "--config", "acme.json.yaml", "--format", "github").stdout.splitlines()
    assert github[0].startswith("::warning file=q2.md,line=5,")
    assert not [line for line in github if line.startswith("::stop-commands::z")]
    assert "%250A" in github[0]
    text = okrlint("check", "q2.md", "--config", "acme.json.yaml").stdout
    assert not set(text) & {"\x1b", "\x07", "\t"}


@pytest.mark.parametrize(
    ("condition", "statement", "number"),
    [
        ({"any-word": ["synergy"]}, "synergy " * 12_500, 20),
        ({"any-word": ["赋能"]}, "快速赋能门店" * 17_000, 20),
        ({"part-of-speech": "v"}, "快速提升" * 12_000, 20),
        ({"length": "words", "above": 3}, "a" * 100_000, 0),
        ({"quantity": "any"}, "30% " * 25_000, 20),
        ({"one-of": ["x"]}, "(" * 100_000, 0),
        ({"matches": "ab{1,3}c"}, "ab" * 50_000, 0),
        ({"field": "confidence", "above": 0}, "a (confidence: " * 7_000, 0),
    ],
)
def test_statements_of_a_hundred_kilobytes(condition: Any, statement: str, number: int) -> None:
    found = findings(condition, f"## O1: Win\n\n- KR1: {statement}\n")
    assert len(found) == number
    assert all(len(each.message) < 400 for each in found)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|aa)+$",
        "(a|a?)+b",
        r"(\w+\s?)+:",
        "(.*)*x",
        "((a{1,30}){1,30}){1,30}",
        "a{1000000}",
        "(?R)",
        r"(a)\1",
    ],
)
def test_patterns_that_take_for_ever_are_refused(pattern: str) -> None:
    (told,) = refusal({"rules": [rule({"matches": pattern})]})
    assert told.startswith(f"configuration: pattern {pattern!r}: ")


def test_a_pattern_that_is_slow_on_a_text_costs_no_more_than_its_limit() -> None:
    text = SMALL + "- KR2: " + "ab" * 50_000 + "\n"
    start = time.perf_counter()
    found = findings({"matches": "(?:a|b).*c.*d.*e"}, text)
    assert time.perf_counter() - start < 2
    assert {each.code for each in found} <= {"EN006"}
    assert "in a text of 10000 characters for more than 50 ms" in found[0].message


# What a run without declarations loads

PROBE = """
import json, sys
from okrlint.cli.main import main
try:
    main(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
print("\\n" + json.dumps(sorted(sys.modules)))
"""
HEAVY = {
    *(f"okrlint.declaring.{name}" for name in ("conditions", "rules", "values", "fields", "patterns")),
    "okrlint.config.rule_tables",
    "regex",
}


@pytest.mark.parametrize(
    ("name", "config", "loaded"),
    [
        ("okrlint.toml", 'select = ["KW"]\n[severity]\nKW002 = "error"\n', set()),
        (".okrlint.yaml", "rules: []\nselect: [KW]\n", set()),
        (
            ".okrlint.yaml",
            json.dumps({"rules": [rule({"is": "absent"})]}),
            HEAVY - {"okrlint.declaring.patterns", "regex"},
        ),
        (".okrlint.yaml", json.dumps({"rules": [rule({"matches": "x"})]}), HEAVY),
    ],
    ids=["settings", "no rules", "rules", "patterns"],
)
def test_a_run_loads_what_its_configuration_declares(write: Write, name: str, config: str, loaded: set[str]) -> None:
    write(name, config)
    write("q2.md", SMALL)
    command = [sys.executable, "-c", PROBE, "check", "--today", "2026-04-20", "q2.md"]
    done = subprocess.run(command, cwd=write("q2.md", SMALL).parent, capture_output=True, text=True, encoding="utf-8")
    modules = set(json.loads(done.stdout.splitlines()[-1]))
    assert HEAVY & modules == loaded


def test_long_patterns_are_refused_before_they_take_time() -> None:
    long = ["|".join(f"ab{at * factor}" for at in range(90))[:490].rstrip("|") for factor in range(2, 500)]
    start = time.perf_counter()
    told = refusal({"rules": [rule({"matches": long})]})
    assert time.perf_counter() - start < 5  # 0.4 s where nothing else runs
    assert told == [
        "configuration: more than 1000 patterns, or 20000 characters of them; put words into `any-word`",
    ]
