"""`okrlint plugins`: what is installed, where it came from, what it adds, and why something is not loaded."""

import json
from pathlib import Path
from typing import Any

import pytest

from plugin_site import RULE, Site

PARTS = """
from okrlint.plugins import FieldNames, LexiconRef, PresetRef, ReaderRef, ReporterRef, Words

@hookimpl
def okrlint_readers():
    return [ReaderRef("acme", (".acme", ".md"), "acme_okr:Reader")]

@hookimpl
def okrlint_reporters():
    return [ReporterRef("acme-report", "acme_okr:Reporter")]

@hookimpl
def okrlint_presets():
    return [PresetRef("acme-preset", Words("Acme's.", "艾克米的。"), None)]

@hookimpl
def okrlint_lexicons():
    return [LexiconRef("vague", __file__), LexiconRef("acme_words", __file__)]

@hookimpl
def okrlint_fields():
    return [FieldNames("review date", ("Review date", "评审日期"))]
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    place = Site(tmp_path)
    place.install("acme-okr", {"acme_okr": RULE.format(module="acme_okr") + PARTS}, {"acme": "acme_okr"})
    return place


def plugins(site: Site, *options: str) -> dict[str, dict[str, Any]]:
    data = json.loads(site.run("plugins", "--format", "json", *options).stdout)
    assert data["version"] == 1
    return {each["name"]: each for each in data["plugins"]}


def test_it_tells_of_each_plugin_where_it_is_and_what_it_adds(site: Site) -> None:
    done = site.run("plugins")
    assert (done.returncode, done.stderr) == (0, "")
    own, built_in, acme = done.stdout.strip().split("\n\n")
    assert own.startswith("okrlint 0.")
    assert "markdown (.md .markdown .mdx)" in own
    assert "(`okrlint rules` lists them)" in built_in
    assert acme.splitlines() == [
        "acme (acme-okr 1.2)",
        f"  module        acme_okr ({site.site / 'acme_okr.py'})",
        "  rules         ZZ001 no-scheme",
        "  readers       acme (.acme .md)",
        "  formats       acme-report",
        "  presets       acme-preset",
        "  word lists    vague (extended), acme_words",
        "  fields        review date (Review date, 评审日期)",
    ]


def test_programs_are_told_the_same(site: Site) -> None:
    assert plugins(site)["acme"] == {
        "name": "acme",
        "distribution": "acme-okr",
        "version": "1.2",
        "entry_point": "acme_okr",
        "file": str(site.site / "acme_okr.py"),
        "status": "loaded",
        "error": None,
        "rules": [{"code": "ZZ001", "name": "no-scheme"}],
        "readers": [{"name": "acme", "suffixes": [".acme", ".md"]}],
        "formats": ["acme-report"],
        "presets": ["acme-preset"],
        "word_lists": [{"name": "vague", "extends": True}, {"name": "acme_words", "extends": False}],
        "fields": [{"name": "review date", "spellings": ["Review date", "评审日期"]}],
    }
    assert {"code": "KW001", "name": "kr-not-quantified"} in plugins(site)["okrlint_rules"]["rules"]


def test_a_plugin_that_is_left_out_is_named_with_the_place_that_leaves_it_out(site: Site) -> None:
    site.configure('preset = "google"\nplugins = []\n')
    done = site.run("plugins")
    assert done.returncode == 0
    assert "not loaded: okrlint.toml:2 does not name it under `plugins`" in done.stdout
    acme = plugins(site)["acme"]
    assert (acme["status"], acme["file"], acme["rules"]) == ("not-allowed", None, [])
    data = json.loads(site.run("plugins", "--format", "json").stdout)
    assert (data["allowed"], data["allowed_from"]) == ([], "okrlint.toml:2")


def test_another_configuration_may_be_named(site: Site) -> None:
    (site.work / "other.toml").write_text("plugins = []\n", encoding="utf-8")
    assert plugins(site)["acme"]["status"] == "loaded"
    assert plugins(site, "--config", "other.toml")["acme"]["status"] == "not-allowed"


def test_a_broken_plugin_is_listed_with_the_reason_beside_the_others(site: Site) -> None:
    site.install("beta-okr", {"beta_okr": "raise ValueError('\\x1b[31modd')"}, {"beta": "beta_okr"})
    done = site.run("plugins")
    assert done.returncode == 2
    assert "acme (acme-okr 1.2)" in done.stdout
    assert "beta (beta-okr 1.2)" in done.stdout
    assert f"({site.site / 'beta_okr.py'}:1)" in done.stdout
    assert "\x1b" not in done.stdout
    assert plugins(site)["beta"]["status"] == "broken"
    assert "ValueError" in plugins(site)["beta"]["error"]


def test_the_name_of_a_plugin_that_is_not_there_ends_it(site: Site) -> None:
    site.configure('plugins = ["acmee"]\n')
    done = site.run("plugins")
    assert done.returncode == 2
    assert done.stderr == "okrlint: okrlint.toml:1: no plugin 'acmee' is installed; did you mean 'acme'?\n"
