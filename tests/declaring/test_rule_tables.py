"""What is wrong with a declaration is told with its place and what to write: each once, in order, all of it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from asking import refusal, rule
from jsonschema import Draft202012Validator

from okrlint import ConfigError, Linter
from okrlint.cli.schema import schema_of

Write = Callable[[str, str | bytes], Path]

NAMED = "this says nothing; name a `field` and what is asked of it, as in {field: owner, is: absent}"
ASKED = "say what is asked of the field, as in `is: absent`, `one-of: […]`, `matches: …` or `at-least: 3`"
REACH = "a `field` does not reach into `all`, `any` and `not`: say it there, in each condition"
OF = "`of` tells whose field or statement is meant; say it in each condition, beside what is asked of it"
COUNTED = "what is counted is a whole number, and no share"

SHAPES: list[tuple[dict[str, Any], str]] = [
    ({}, NAMED),
    ({"of": "objective"}, NAMED),
    ({"position": "first"}, NAMED),
    ({"field": "owner"}, ASKED),
    ({"field": "owner", "of": "objective"}, ASKED),
    ({"field": "owner", "not": {"is": "present"}}, REACH),
    ({"field": "owner", "is": "present", "any": [{"not": {"one-of": "Ana"}}]}, REACH),
    ({"field": "owner", "not": {"kind": "activity"}}, ASKED),
    ({"field": "owner", "kind": "activity"}, ASKED),
    ({"of": "objective", "not": {"field": "owner", "is": "present"}}, OF),
    ({"of": "objective", "all": [{"field": "owner", "is": "present"}]}, OF),
    ({"any-word": ["a"], "position": "first"}, "`position` goes with `part-of-speech`"),
    ({"any-word": ["a"], "where": {"is": "present"}}, "`where` goes with `count`"),
    ({"count": "owner", "field": "owner"}, "`count` stands in a condition of its own; join them with `all`"),
    ({"count": "owner", "one-of": ["a"]}, "`count` stands in a condition of its own; join them with `all`"),
    ({"quantity": "%", "length": "words", "above": 1}, "`quantity` and `length` stand in conditions of their own"),
    ({"field": "owner", "is": "absent", "any-word": ["a"]}, "what is absent has no value to ask anything of"),
    ({"field": "weight", "is": "absent", "above": 1}, "what is absent has no value to ask anything of"),
    ({"field": "weight", "at-least": 1, "above": 1}, "one bound on each side is enough"),
    ({"field": "weight", "at-most": 1, "below": 1}, "one bound on each side is enough"),
    ({"field": "weight", "above": 3, "below": 2}, "nothing lies in this range"),
    ({"field": "weight", "at-least": 2, "below": 2}, "nothing lies in this range"),
    ({"field": "deadline", "above": "2026-02-01", "below": "2026-01-01"}, "nothing lies in this range"),
    ({"field": "weight", "above": "2026-02-01", "below": 3}, "a range is of numbers or of days"),
    ({"count": "owner", "above": "2026-02-01"}, "what is counted is a number, and no day"),
    ({"length": "words", "above": "2026-02-01"}, "what is counted is a number, and no day"),
    ({"quantity": "%", "above": "2026-02-01"}, "an amount is a number, and no day"),
    ({"quantity": "%", "above": "30%"}, "write the number of the amount alone: of '30%' it is 30"),
    ({"count": "owner", "above": "30%"}, COUNTED),
    ({"count": "owner", "above": 1.5}, COUNTED),
    ({"length": "words", "at-least": -1}, COUNTED),
    ({"count": "owner", "below": 0}, "nothing lies in this range"),
]


@pytest.mark.parametrize(("condition", "said"), SHAPES, ids=[str(each[0]) for each in SHAPES])
def test_conditions_that_make_no_sense(condition: dict[str, Any], said: str) -> None:
    for table, where in (
        (rule(condition), "if"),
        (rule({"is": "present"}, where=condition), "where"),
        (rule({"all": [{"not": condition}]}), "if.all.not"),
    ):
        (told,) = refusal({"rules": [table]})
        assert told.startswith(f"configuration: rules.{where}: {said}")


BOUND = "write a number, a share as in '30%', or a day as in 2026-09-30"
CODE = "a code is two to ten capital letters and three or four digits, as in 'ACME001'"
NAME = "a name is two or more words in small letters joined by hyphens, as in 'kr-names-no-source'"
FILLED = "there are no words here"

VALUES: list[tuple[str, Any, str]] = [
    ("code", "acme001", CODE),
    ("code", "A001", CODE),
    ("code", "ACME01", CODE),
    ("code", "ACME00001", CODE),
    ("code", "ABCDEFGHIJK001", CODE),
    ("code", "ACME٠٠١", CODE),
    ("code", "ＡＣＭＥ001", CODE),
    ("code", "ACME001\n", CODE),
    ("code", "EN001", "codes of the family EN are okrlint's own"),
    ("code", 1, "Input should be a valid string"),
    ("name", "single", NAME),
    ("name", "Capital-letters", NAME),
    ("name", "a--b", NAME),
    ("name", "规则-一", NAME),
    ("name", "a-b\n", NAME),
    ("name", "a-" * 40 + "b", "a name has at most 60 characters"),
    ("target", "keyresult", "Input should be 'objective', 'key-result', 'item', 'action' or 'document'; did you mean"),
    ("severity", "off", "Input should be 'error', 'warning', 'info' or 'hint'"),
    ("confidence", 0.5, "Input should be 'high', 'medium' or 'low'"),
    ("on", "yes", "write true or false"),
    ("message", " ", FILLED),
    ("message", "x" * 2001, "String should have at most 2000 characters"),
    ("message", {}, "say it in one language at least: en or zh"),
    ("message", {"fr": "x"}, "unknown key 'fr'; there are: en, zh"),
    ("if", "x", "Input should be a table"),
    ("if.any-word", [], "name at least one"),
    ("if.any-word", [" "], FILLED),
    ("if.any-word", 3, "Input should be a valid string"),
    ("if.one-of", [], "name at least one"),
    ("if.one-of", [None], "Input should be a valid string"),
    ("if.part-of-speech", ["verb"], "no part of speech of jieba's, such as n, v, vn, a, d; there are: a, ad"),
    ("if.part-of-speech", "vm", "no part of speech of jieba's, such as n, v, vn, a, d; did you mean 'v'?"),
    ("if.language", "fr", "Input should be 'en' or 'zh'"),
    ("if.kind", "outcom", "Input should be 'outcome', 'output', 'activity', 'unquantified' or 'other'; did you mean"),
    ("if.is", "there", "Input should be 'present' or 'absent'"),
    ("if.of", "team", "Input should be 'item', 'objective' or 'document'"),
    ("if.all", [], "name at least one"),
    ("if.all", {}, "write a list of tables"),
    ("if.not", [], "Input should be a table"),
    ("if.one_of", ["x"], "unknown key 'one_of'; did you mean 'one-of'?"),
    *(("if.at-least", bound, BOUND) for bound in (True, "many", "-3%", float("nan"), float("inf"), 10**400, [])),
    ("if.at-least", "2026-02-30", "there is no such day"),
]


@pytest.mark.parametrize(
    ("key", "value", "said"), VALUES, ids=[f"{key} {str(value)[:20]!r}" for key, value, _ in VALUES]
)
def test_values_that_are_none(key: str, value: Any, said: str) -> None:
    table = rule({"field": "weight", "is": "present"})
    outer, _, inner = key.rpartition(".")
    (table["if"] if outer else table)[inner] = value
    (told,) = refusal({"rules": [table]})
    where = {"unknown": outer or key}.get(said.split()[0], key)
    assert told.startswith(f"configuration: rules.{where}: {said}")
    assert len(told) < 600


UNKNOWN: list[tuple[dict[str, Any], str, str]] = [
    ({"field": "confidense", "below": 1}, "key-result", "a key result has no field 'confidense'; did you mean"),
    ({"field": "why", "is": "absent"}, "key-result", "a key result has no field 'why'; there are: team, cycle, text,"),
    ({"field": "baselin", "is": "absent"}, "objective", "an objective has no field 'baselin'; there are: team,"),
    ({"field": "note", "is": "absent"}, "action", "an action has no field 'note'; there are: team, cycle,"),
    ({"field": "weight", "is": "absent"}, "document", "a document has no field 'weight'; there are: team, cycle, text"),
    ({"of": "objective", "field": "target", "is": "absent"}, "key-result", "an objective has no field 'target'"),
    ({"field": "x" * 10_000, "is": "absent"}, "item", f"an item has no field '{'x' * 59}…'; there are: team,"),
    ({"any-word": "vagu"}, "item", "there is no word list 'vagu'; did you mean 'vague'?"),
    ({"all-words": "nothing-like-it"}, "item", "there is no word list 'nothing-like-it'; a word itself is put in"),
    ({"any-word": ["c++"]}, "item", "the word 'c++' cannot be looked up, since words are of letters and digits; use"),
    ({"any-word": ["!a", "!b"]}, "item", "all words here are exceptions (`!`); say of what"),
    ({"count": "key-results"}, "key-result", "of a key result, 'key-results' cannot be counted; there are: actions,"),
    ({"count": "key-result"}, "objective", "of an objective, 'key-result' cannot be counted; did you"),
    ({"count": "confidence"}, "key-result", "of a key result, 'confidence' cannot be counted; "),
    ({"count": "owner", "where": {"is": "present"}}, "item", "`where` goes with key-results, objectives and actions;"),
    ({"count": "actions", "where": {"field": "score", "is": "absent"}}, "item", "an action has no field 'score'"),
    ({"kind": "activity"}, "objective", "`kind` is judged of key results, and this is asked of an objective; whether"),
    ({"of": "item", "is": "present"}, "key-result", "of a key result, `of` can be objective or document"),
    ({"of": "document", "is": "present"}, "document", "of a document, `of` has nothing to name; leave it out"),
    ({"is": "absent"}, "item", "a statement is never absent; say which `field` is meant"),
    ({"field": "weight", "above": 50}, "item", "'weight' lies between 0 and 1; write a share, as in 40% or 0.4"),
    ({"above": 3}, "item", "say of what: a `field`, or `count`, `length` or `quantity`, goes with at-least, at-most,"),
    ({"length": "words"}, "item", "`length` needs at-least, at-most, above or below"),
    ({"field": "confidence", "below": "2026-01-01"}, "item", "'confidence' is a number; write numbers, as in"),
    ({"field": "target", "below": "75%"}, "key-result", "in 'target', 75% is read as 75; write the bound without"),
    ({"field": "deadline", "below": 3}, "item", "'deadline' is a day; write days, as in `at-most: 2026-09-30`"),
    ({"matches": "("}, "item", "pattern '(': it is no pattern: "),
    ({"matches": "(a+)+$"}, "item", "pattern '(a+)+$': it repeats a part that can match the same text in several"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "target", "said"), UNKNOWN, ids=[str(each[0])[:70] for each in UNKNOWN])
def test_what_is_not_there(condition: dict[str, Any], target: str, said: str) -> None:
    (told,) = refusal({"rules": [rule(condition, target)]})
    assert told.startswith(f"configuration: {said}")
    assert len(told) < 700
    assert refusal({"rules": [rule({"all": [{"not": condition}]}, target)]}) == [told]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{txt}", "unknown placeholder {txt}; did you mean 'text'?"),
        ("{}", "unknown placeholder {}; there are: text, found, label"),
        ("{0}", "unknown placeholder {0}; there are: text, found, label"),
        ("{text.__class__.__mro__}", "unknown placeholder {text.__class__.__mro__}; there are: text, found, label"),
        ("{found[0]}", "unknown placeholder {found[0]}; did you mean 'found'?"),
        ("{text!r}", "unknown placeholder {text!r}; nothing stands behind the name"),
        ("{text:>1000000}", "unknown placeholder {text:>1000000}; nothing stands behind the name"),
        ("{text:{label}}", "unknown placeholder {text:{label}}; nothing stands behind the name"),
        ("{", "a brace stands alone; write {{ and }} for braces that are shown"),
        ("} {text}", "a brace stands alone; write {{ and }} for braces that are shown"),
        ("{txt} {txt}", "unknown placeholder {txt}; did you mean 'text'?"),
    ],
)
def test_what_stands_in_braces_in_a_message(message: str, said: str) -> None:
    told = refusal({"rules": [rule({"is": "present"}, message=message)]})
    assert told == [f"configuration: message: {said}"]
    assert refusal({"rules": [rule({"is": "present"}, message={"zh": message})]}) == told


FIELDS = {
    "Owner": (["x"], ["'Owner' is read as the field 'owner' already; ask for that, or rename yours"]),
    "负责人": ([], ["'负责人' is read as the field 'owner' already; ask for that, or rename yours"]),
    "stakeholder": (["負責人"], ["'負責人' is read as the field 'owner' already; ask for that, or rename yours"]),
    "review": (["ＤＵＥ"], [
        "'review' is read as the field 'retrospective' already; ask for that, or rename yours",
        "'ＤＵＥ' is read as the field 'deadline' already; ask for that, or rename yours",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_of_ones_own_takes_no_spelling_that_is_read_already(name: str) -> None:
    spellings, said = FIELDS[name]
    config = {"fields": {name: spellings}, "rules": [rule({"is": "present"})]}
    assert refusal(config) == [f"configuration: {each}" for each in said]


def test_two_fields_of_ones_own_share_no_spelling() -> None:
    fields = {"review date": ["评审日"], "check": ["评审日", "REVIEW-DATE", "checked by"]}
    assert refusal({"fields": fields}) == [
        "configuration: '评审日' is a spelling of the field 'review date' already",
        "configuration: 'REVIEW-DATE' is a spelling of the field 'review date' already",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a:b", "no name of a field; write it as it stands before the colon in documents, as in 'Review date'"),
        ("12", "no name of a field; write it as it stands"),
        ("x" * 41, "String should have at most 40 characters"),
    ],
)
def test_names_of_fields(name: str, said: str) -> None:
    (told,) = refusal({"fields": {name: []}})
    assert told.startswith(f"configuration: fields.{name}: {said}")


@pytest.mark.parametrize(
    ("lists", "said"),
    [
        ({"vague": ["x"]}, "there is a word list 'vague' already; add words to it under `lexicon`, or rename yours"),
        ({"my.words": ["x"]}, "word-lists.my.words: no name of a word list; it begins with a letter, and has letters,"),
        ({"x" * 41: ["x"]}, f"word-lists.{'x' * 41}: String should have at most 40 characters"),
        ({"mine": []}, "word-lists.mine: name at least one"),
        ({"mine": [""]}, "word-lists.mine: there is no word here"),
        ({"mine": ["c++"]}, "the word 'c++' cannot be looked up, since words are of letters and digits; use `matches`"),
    ],
)
def test_word_lists(lists: dict[str, Any], said: str) -> None:
    (told,) = refusal({"word-lists": lists})
    assert told.startswith(f"configuration: {said}")


def test_codes_and_names_are_given_once() -> None:
    kind = {"code": "KW001", "name": "kr-is-activity"}
    assert refusal({"rules": [rule({"is": "present"}, **kind)]}) == [
        "configuration: the code 'KW001' is taken by KW001 kr-not-quantified; choose another one",
        "configuration: the name 'kr-is-activity' is taken by KW002 kr-is-activity; choose another one",
    ]
    one = rule({"is": "present"})
    assert refusal({"rules": [one, {**one, "name": "it-is-so"}, {**one, "code": "ACME002"}]}) == [
        "configuration: the code 'ACME001' is taken by another rule; choose another one",
        "configuration: the name 'so-it-is' is taken by another rule; choose another one",
    ]


def test_codes_are_given_once_in_files_that_extend_one_another(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write("team.yaml", "").parent)
    text = "rules:\n- {code: %s, name: %s, target: item, if: {is: present}, message: m}\n"
    write("house.yaml", text % ("ACME001", "house-rule"))
    write("team.yaml", "extends: house.yaml\n" + text % ("ACME001", "team-rule"))
    with pytest.raises(ConfigError) as told:
        Linter("team.yaml")
    assert str(told.value) == (
        "team.yaml:3: the code 'ACME001' is taken by the rule at house.yaml:2; choose another one"
    )
    write("team.yaml", "extends: [house.yaml, ./house.yaml]\n" + text % ("ACME002", "team-rule"))
    assert {"ACME001", "ACME002"} <= {each.code for each in Linter("team.yaml").rules(["x.md"])}


WRONG = {
    "fields": {"负责人": []},
    "word-lists": {"mine": ["c++"]},
    "rules": [
        rule({"all": [{"field": "ownr", "is": "absent"}]}),
        rule({"any-word": "vagu"}, code="ACME002", name="second-rule", message="{txt}"),
        rule({"is": "present"}, code="KW001", name="third-rule", where={"count": "kr"}),
    ],
}
SAID = [
    "'负责人' is read as the field 'owner' already; ask for that, or rename yours",
    "the word 'c++' cannot be looked up, since words are of letters and digits; use `matches`",
    "a key result has no field 'ownr'; did you mean 'owner'? a field of your own is declared under `fields`",
    "there is no word list 'vagu'; did you mean 'vague'?",
    "message: unknown placeholder {txt}; did you mean 'text'?",
    "the code 'KW001' is taken by KW001 kr-not-quantified; choose another one",
    "of a key result, 'kr' cannot be counted; there are: actions, owner,",
]


def as_toml(value: Any) -> str:
    """Return a value as TOML has it within a line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {as_toml(each)}' for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def toml(config: dict[str, Any], above: str = "") -> str:
    """Return a configuration as TOML, a value a line."""
    lines = [f'{above}"{key}" = {as_toml(config[key])}' for key in ("fields", "word-lists") if key in config]
    for each in config["rules"]:
        lines += [f"[[{above}rules]]", *(f'"{key}" = {as_toml(value)}' for key, value in each.items())]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("kind", ["mapping", "yaml", "toml", "pyproject"])
def test_all_that_is_wrong_is_told_at_once_in_order(write: Write, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.chdir(write("x", "").parent)
    if kind == "mapping":
        told = refusal(WRONG)
        places, lines = {"configuration"}, [0]
    else:
        name = {"yaml": "house.yaml", "toml": "okrlint.toml", "pyproject": "pyproject.toml"}[kind]
        text = yaml.safe_dump(WRONG, allow_unicode=True, sort_keys=False) if kind == "yaml" else toml(WRONG)
        write(name, text if kind != "pyproject" else "[tool.okrlint]\n" + toml(WRONG).replace("[[", "[[tool.okrlint."))
        with pytest.raises(ConfigError) as error:
            Linter(name)
        told = str(error.value).splitlines()
        places = {line.split(":")[0] for line in told}
        lines = [int(line.split(":")[1]) for line in told]
        assert places == {name}
        assert len(set(lines)) >= 5
    assert lines == sorted(lines)
    assert len(told) == len(SAID)
    for said in SAID:
        assert any(f": {said}" in line for line in told), said


def test_no_more_is_told_than_anybody_reads() -> None:
    tables = [rule({"field": f"owne{at}", "is": "absent"}, code=f"ACME{at:03}", name=f"rule-{at}") for at in range(300)]
    told = refusal({"rules": tables})
    assert len(told) == len(set(told)) == 100
    assert all("did you mean 'owner'?" in each for each in told)


# The schema that editors use

GOOD: list[dict[str, Any]] = [
    {"field": "owner", "is": "absent"},
    {"field": "priority", "one-of": [1, True, "yes"]},
    {"field": "type of work", "one-of": "committed"},
    {"matches": r"\d"},
    {"matches": [r"\d", "x"]},
    {"any-word": "vague"},
    {"all-words": ["a", "b"]},
    {"part-of-speech": "v", "position": "first"},
    {"part-of-speech": ["v", "vn"]},
    {"quantity": "any", "above": 3},
    {"quantity": ["%", "天"], "at-most": 3.5},
    {"kind": "activity"},
    {"kind": ["activity", "outcome"]},
    {"length": "words", "above": 3},
    {"field": "weight", "above": "30%"},
    {"field": "deadline", "above": "2026-01-01"},
    {"count": "actions", "where": {"not": {"field": "owner", "is": "absent"}}, "below": 2},
    {"all": [{"any": [{"is": "present"}, {"not": {"all": [{"language": "en"}]}}]}]},
    {"of": "document", "field": "cadence", "is": "present"},
]


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(schema_of("config"))


@pytest.mark.parametrize("condition", GOOD, ids=str)
def test_the_schema_takes_what_okrlint_takes(schema: Draft202012Validator, condition: dict[str, Any]) -> None:
    config = {
        "rules": [rule({"not": condition}, where=condition, message={"zh": "x"}, why="x", examples={"bad": ["x"]})],
        "select": ["ACME001", "so-it-is", "ACME"],
        "severity": {"so-it-is": "error"},
        "fields": {"review date": ["评审日期"], "type of work": []},
        "word-lists": {"mine": ["x"]},
        "per-path": [{"paths": ["*.md"], "ignore": ["so-it-is"]}],
    }
    assert refusal(config) == []
    assert [error.message for error in schema.iter_errors(config)] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"target": "keyresult"},
        {"severity": "off"},
        {"on": "yes"},
        {"mesage": "x"},
        {"message": {"fr": "x"}},
        {"message": 3},
        {"if": "x"},
        {"if": {"one_of": ["x"]}},
        {"if": {"any-word": 3}},
        {"if": {"all": {}}},
        {"if": {"all": []}},
        {"if": {"not": {"all": [{"any": [{"is": "there"}]}]}}},
        {"if": {"part-of-speech": "verb"}},
        {"if": {"part-of-speech": []}},
        {"if": {"kind": ["outcom"]}},
        {"if": {"field": "weight", "above": "many"}},
        {"if": {"field": "weight", "above": True}},
        {"if": {"of": "team", "is": "present"}},
        {"examples": ["x"]},
    ],
    ids=str,
)
def test_the_schema_refuses_what_okrlint_refuses(schema: Draft202012Validator, wrong: dict[str, Any]) -> None:
    for table in ({**rule({"is": "present"}), **wrong}, {key: each for key, each in rule({}).items() if key != "code"}):
        assert refusal({"rules": [table]})
        assert list(schema.iter_errors({"rules": [table]}))
    for config in ({"rules": {}}, {"fields": ["x"]}, {"word-lists": {"mine": []}}, {"select": ["no such rule"]}):
        assert refusal(config)
        assert list(schema.iter_errors(config)), config
