"""`okrlint schema`: what is printed is valid, and true of what the other commands write."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from okrlint import ConfigError, Linter
from okrlint.cli.schema import schema_of
from okrlint.registry import installed

Write = Callable[[str, str | bytes], Path]
Run = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent

DOCUMENTS = {
    "full.md": """# OKRs 增长 2026-Q2

负责人：李四

## O1: Make regulars our loudest advocates (committed)

Why: they bring the others

- KR1: Sign-ups rise from 400 to 900 by 2026-06-30 @ana (confidence 5/10, weight 40%, score 0.7)
  - Supports: P1
  - Priority: P0
  - Status: at risk
  - [x] Action: write to them (Ana, 5月底)
  - Check-in 2026-04-20: 500, confidence 0.6, on track
- KR2：研发流程改造
- KR3: Double it by --
""",
    "team.yaml": """cycle: 2026-Q2
objectives:
  - title: 让客户主动介绍我们
    krs: [{title: 注册从400到900, due: 2026-02-30}, x]
""",
    "table.csv": """Objective,Key result,Owner,Confidence
Win regulars,Sign-ups from 400 to 900,Ana,0.5
,Launch it,,high
""",
    "broken.yaml": "objectives: [\n",
    "empty.md": "",
    "broken.md": "# OKRs 2026 Q5\n\n## O1: Improve **everything** ×× TBD\n\n- KR1: 提升30％ and more\n",
}


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    return {name: schema_of(name) for name in ("config", "document", "findings", "graph", "history")}


def strict(schema: dict[str, Any]) -> Draft202012Validator:
    """Return a validator that refuses what the contract does not name."""

    def closed(part: Any) -> Any:
        if isinstance(part, dict):
            part = {key: closed(value) for key, value in part.items()}
            return {**part, "additionalProperties": False} if "properties" in part else part
        return [closed(each) for each in part] if isinstance(part, list) else part

    return Draft202012Validator(closed(deepcopy(schema)))


@pytest.mark.parametrize("name", ["config", "document", "findings", "graph", "history"])
def test_each_schema_is_printed_and_valid(okrlint: Run, schemas: dict[str, Any], tmp_path: Path, name: str) -> None:
    done = okrlint("schema", name)
    assert done.returncode == 0
    schema = json.loads(done.stdout)
    assert schema == json.loads(json.dumps(schemas[name]))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["title"]
    assert "$id" not in schema
    assert okrlint("schema", name, "--output", "out.json").stdout == ""
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == schema


def test_every_field_says_what_it_means(schemas: dict[str, Any]) -> None:
    def fields(part: Any, way: str) -> Iterator[str]:
        if isinstance(part, dict):
            for name, field in part.get("properties", {}).items():
                if (
                    isinstance(field, dict)
                    and "description" not in field
                    and not field.get("$ref", "").startswith("#/$defs/Options")
                ):
                    yield f"{way}.{name}"
            for key, value in part.items():
                yield from fields(value, f"{way}.{key}")

    assert list(fields({name: schemas[name] for name in schemas}, "")) == []


@pytest.mark.parametrize("name", [*DOCUMENTS, "."])
def test_what_check_and_parse_write_is_as_the_contract_says(
    okrlint: Run, write: Write, schemas: dict[str, Any], name: str
) -> None:
    for file, text in DOCUMENTS.items():
        write(file, text)
    checked = okrlint(
        "check", name, "--format", "json", "--select", "ALL", "--min-confidence", "low", "--today", "2026-07-20"
    )
    strict(schemas["findings"]).validate(json.loads(checked.stdout))
    strict(schemas["document"]).validate(json.loads(okrlint("parse", name).stdout))


@pytest.mark.parametrize("name", ["check", "parse"])
def test_the_examples_of_the_documentation_keep_the_contract(okrlint: Run, schemas: dict[str, Any], name: str) -> None:
    if name == "check":
        done = okrlint("check", "docs/examples", "--format", "json", "--today", "2022-01-10", cwd=ROOT)
        strict(schemas["findings"]).validate(json.loads(done.stdout))
    else:
        data = json.loads(okrlint("parse", "docs/examples", cwd=ROOT).stdout)
        assert len(data["documents"]) > 5
        strict(schemas["document"]).validate(data)


def test_a_full_document_fills_every_field(okrlint: Run, write: Write) -> None:
    write("full.md", DOCUMENTS["full.md"])
    (document,) = json.loads(okrlint("parse", "full.md").stdout)["documents"]
    key_result = document["objectives"][0]["key_results"][0]
    for field in ("owners", "deadline", "confidence", "weight", "score", "supports", "priority", "status", "checkins"):
        assert key_result[field], field


GOOD: list[dict[str, Any]] = [
    {},
    {"extends": "a.toml", "preset": "of-a-plugin", "select": ["KW", "ALL", "kr-not-quantified", "kw001", "KW00"]},
    {"extends": ["a.toml"], "severity": {"KW": "off", "ALL": {"severity": "error", "from": "2026-10-01"}}},
    {"options": {"KW001": {"accept-relative": False}, "too-many-krs": {"max": 4}, "OB005": {"max_words_en": 9}}},
    {"per-path": [{"paths": ["a/"], "options": {"ST003": {"max": 4}}, "lang": "zh"}], "lexicon": {"inspiring": ["x"]}},
    {"include": ["a"], "exclude": ["b"], "baseline": "c", "require-reason": True, "min-confidence": None},
]
BAD: list[dict[str, Any]] = [
    {"sevrity": {}},
    {"select": "KW"},
    {"select": ["no-such-rule"]},
    {"severity": {"KW": "bad"}},
    {"severity": {"KW": {"severity": "error"}}},
    {"severity": {"no-such-rule": "error"}},
    {"options": {"ST003": {"mox": 4}}},
    {"options": {"ST003": {"max": 0}}},
    {"options": {"ST003": {"max": "4"}}},
    {"options": {"KW": {"max": 4}}},
    {"per-path": [{"lang": "zh"}]},
    {"per-path": [{"paths": ["a"], "fail-on": "error"}]},
    {"per-path": [{"paths": ["a"], "options": {"ST003": {"mox": 4}}}]},
    {"fiscal-year-start": 13},
    {"lexicon": {"no-such-list": ["x"]}},
    {"extends": 3},
]


@pytest.mark.parametrize("config", GOOD, ids=str)
def test_the_schema_takes_what_okrlint_takes(schemas: dict[str, Any], config: dict[str, Any]) -> None:
    Draft202012Validator(schemas["config"]).validate(config)
    if config.get("preset") != "of-a-plugin" and "extends" not in config:
        Linter(config)


@pytest.mark.parametrize("config", BAD, ids=str)
def test_the_schema_refuses_what_okrlint_refuses(schemas: dict[str, Any], config: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Draft202012Validator(schemas["config"]).validate(config)
    with pytest.raises(ConfigError):
        Linter(config)


def test_the_defaults_of_options_are_within_their_own_schema(schemas: dict[str, Any]) -> None:
    definitions = schemas["config"]["$defs"]
    options = 0
    for ref in installed().rules:
        rule = ref.load()
        schema = definitions[f"Options{ref.code}"]
        assert set(rule.Options.names()) <= set(schema["properties"])
        for name in rule.Options.names():
            options += 1
            assert schema["properties"][name]["default"] == json.loads(json.dumps(getattr(rule.Options, name)))
            part = {"$defs": definitions, **schema["properties"][name]}
            Draft202012Validator(part).validate(schema["properties"][name]["default"])
    assert options > 80


def test_an_unknown_schema_is_refused(okrlint: Run) -> None:
    assert okrlint("schema", "configuration").returncode == 2
