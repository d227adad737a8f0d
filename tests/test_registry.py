"""Plugins: found, allowed or not, looked through, and never silently left out."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrlint.config.extending import settings_from_mapping
from okrlint.config.settings import ConfigError, Settings
from okrlint.discovering import NotInstalledError
from okrlint.loading import load_rule
from okrlint.plugin_files import PluginError
from okrlint.registry import OWN, Registry, installed, installed_for, survey
from plugin_site import RULE, Site, rule

HOOK = """
from okrlint.plugins import *
from okrlint.plugins import FieldNames, LexiconRef, PresetRef, ReaderRef, ReporterRef, RuleRef, Words, hookimpl

@hookimpl
def okrlint_{hook}():
    return [{parts}]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Give packages that this very process takes for installed, until the test is over."""
    known = set(sys.modules)
    place = Site(tmp_path)
    monkeypatch.syspath_prepend(str(place.site))
    installed.cache_clear()
    yield place
    installed.cache_clear()
    for name in set(sys.modules) - known:
        if name.startswith(("acme", "beta")):
            del sys.modules[name]


def refusal(allowed: tuple[str, ...] | None = None) -> str:
    with pytest.raises(PluginError) as caught:
        installed(allowed)
    return str(caught.value)


def codes(registry: Registry) -> set[str]:
    return {ref.code for ref in registry.rules}


def test_the_built_in_parts_come_through_the_same_hooks() -> None:
    registry = installed()
    assert {"markdown", "yaml"} <= {ref.name for ref in registry.readers}
    assert {"text", "json"} <= set(registry.reporters)
    assert {"default", "strict"} <= set(registry.presets)
    assert [ref.code for ref in registry.rules] == sorted(ref.code for ref in registry.rules)
    assert [plugin.name for plugin in registry.plugins] == ["okrlint", "okrlint_rules"]


def test_a_plugin_is_known_with_its_package_version_and_file(site: Site) -> None:
    site.install("acme-rules", {"acme_rules": RULE.format(module="acme_rules")}, {"acme": "acme_rules"})
    registry = installed()
    plugin = registry.plugins[-1]
    assert plugin[:5] == ("acme", "acme-rules", "1.2", "acme_rules", str(site.site / "acme_rules.py"))
    assert plugin.title == "acme (acme-rules 1.2)"
    (ref,) = plugin.rules
    assert ref in registry.rules
    assert ref.plugin == plugin.title
    assert all(not each.plugin for each in registry.rules if each != ref)
    assert load_rule(ref).meta.code == "ZZ001"


@pytest.mark.parametrize(
    ("hook", "parts", "said"),
    [
        (
            "rules",
            'RuleRef("KW001", "x", "a:B")',
            "rule code KW001 is taken by KW001 kr-not-quantified of okrlint_rules",
        ),
        ("rules", 'RuleRef("ZZ001", "kr-is-activity", "a:B")', "rule name kr-is-activity is taken by KW002"),
        ("rules", 'RuleRef("ZZ001", "x", "a:B", aliases=("kr-is-activity",))', "rule alias kr-is-activity is taken by"),
        (
            "rules",
            'RuleRef("ZZ001", "x", "a:B"), RuleRef("ZZ001", "y", "a:C")',
            "rule code ZZ001 is taken by ZZ001 x of",
        ),
        ("rules", 'RuleRef("Z001", "x", "a:B")', "'Z001' is no code: it is two to ten capital letters and three"),
        ("rules", 'RuleRef("ZZ00001", "x", "a:B")', "'ZZ00001' is no code"),
        ("rules", 'RuleRef("ABCDEFGHIJK001", "x", "a:B")', "is no code"),
        ("rules", 'RuleRef("EN099", "x", "a:B")', "codes of the family EN are okrlint's own"),
        ("rules", 'RuleRef("ST008", "x", "a:B")', "ST008 not-an-okr-document is okrlint's own"),
        ("rules", "RuleRef(None, 'x', 'a:B')", "None is no code"),
        ("rules", 'RuleRef("ZZ001", "Some Name", "a:B")', "'Some Name' is no name"),
        ("rules", 'RuleRef("ZZ001", "x", "acme.B")', "where is 'package.module:ClassName', and not 'acme.B'"),
        ("rules", 'RuleRef("ZZ001", "x", "a:B", needs=("weihgt",))', "needs is a tuple of"),
        ("rules", 'RuleRef("ZZ001", "x", "a:B", aliases="old")', "aliases is a tuple of strings"),
        ("rules", 'RuleRef("ZZ001", "x", "a:B", on="no")', "on is True or False"),
        ("rules", '"ZZ001"', "'ZZ001' is no RuleRef"),
        ("rules", "1 / 0", "ZeroDivisionError: division by zero"),
        ("rules", "exit(0)", "SystemExit"),
        ("readers", 'ReaderRef("markdown", (".acme",), "a:B")', "reader markdown is taken by okrlint.builtin"),
        (
            "readers",
            'ReaderRef("acme", (".ac",), "a:B"), ReaderRef("b", (".ac",), "a:B")',
            "suffix .ac is taken by reader",
        ),
        ("readers", 'ReaderRef("acme", ".acme", "a:B")', "suffixes is a tuple of endings"),
        ("readers", 'ReaderRef("acme", ("acme",), "a:B")', "suffixes is a tuple of endings"),
        ("readers", 'ReaderRef("acme", (".ACME",), "a:B")', "suffixes is a tuple of endings"),
        ("reporters", 'ReporterRef("json", "a:B")', "output format json is taken by okrlint.builtin"),
        ("reporters", 'ReporterRef("a b", "a:B")', "a name is small letters and digits"),
        ("reporters", 'ReporterRef("acme", "a")', "where is 'package.module:ClassName'"),
        ("presets", 'PresetRef("default", Words("d", "默"), None)', "preset default is taken by okrlint_rules"),
        ("presets", 'PresetRef("acme", "ours", None)', "its summary is no Words"),
        ("presets", 'PresetRef("acme", Words("d", "默"), "acme.yaml")', "names a file absolutely"),
        ("lexicons", 'LexiconRef("acme", "lists/acme.txt")', "names a file absolutely"),
        ("fields", 'FieldNames("Owner")', "'Owner' is read as okrlint's own field 'owner'"),
        ("fields", 'FieldNames("review date", ("负责人",))', "'负责人' is read as okrlint's own field 'owner'"),
        ("fields", 'FieldNames("review date", "评审日期")', "spellings is a tuple of words"),
        ("fields", 'FieldNames("a", ("Risk level",)), FieldNames("b", ("risk-level",))', "is taken by the field 'a'"),
    ],
)
def test_what_is_malformed_or_taken_is_refused_with_the_plugin(site: Site, hook: str, parts: str, said: str) -> None:
    site.install("acme-okr", {"acme_okr": HOOK.format(hook=hook, parts=parts)}, {"acme": "acme_okr"})
    told = refusal()
    assert said in told
    assert "plugin acme (acme-okr 1.2)" in told


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("raise RuntimeError('broken')", "acme_okr", "RuntimeError: broken ({file}:1)"),
        ("\n\nraise SystemExit(0)", "acme_okr", "SystemExit: 0 ({file}:3)"),
        ("class Odd(BaseException): pass\nraise Odd('odd')", "acme_okr", "Odd: odd ({file}:2)"),
        ("def f(:", "acme_okr", "invalid syntax ({file}:1)"),
        ("import nowhere_at_all", "acme_okr", "No module named 'nowhere_at_all' ({file}:1)"),
        ("", "acme_okr", "it adds nothing, for no function is marked with @hookimpl"),
        ("", "acme_okr:nothing", "has no attribute 'nothing'"),
        ("", "acme_gone", "No module named 'acme_gone'"),
        ("def okrlint_rules(): return ()", "acme_okr", "okrlint_rules is not marked with @hookimpl"),
        (HOOK.format(hook="ruels", parts=""), "acme_okr", "okrlint_ruels"),
        (HOOK.format(hook="rules", parts="").replace("rules()", "rules(config)"), "acme_okr", "config"),
        (
            HOOK.format(hook="rules", parts="").replace("return []", "return None"),
            "acme_okr",
            "failed in okrlint_rules",
        ),
        (
            HOOK.format(hook="rules", parts="")
            .replace("@hookimpl", "@hookimpl(wrapper=True)")
            .replace("return", "yield"),
            "acme_okr",
            "it is a wrapper",
        ),
    ],
)
def test_a_plugin_that_fails_is_refused_with_the_place_in_its_code(
    site: Site, code: str, value: str, said: str
) -> None:
    site.install("acme-okr", {"acme_okr": code}, {"acme": value})
    told = refusal()
    assert said.format(file=site.site / "acme_okr.py") in told
    assert "plugin acme (acme-okr 1.2)" in told


def test_an_object_may_be_a_plugin_and_a_hook_of_a_later_okrlint_may_be_there(site: Site) -> None:
    code = """
from okrlint.plugins import FieldNames, hookimpl

class Parts:
    @hookimpl(tryfirst=True)
    def okrlint_fields(self):
        return (FieldNames("review date", ("Review date", "评审日期")),)

    @hookimpl(optionalhook=True)
    def okrlint_teleporters(self):
        return ()

parts = Parts()
"""
    site.install("acme-okr", {"acme_okr": code}, {"acme": "acme_okr:parts"})
    registry = installed()
    assert registry.spellings == dict.fromkeys(("review date", "Review date", "评审日期"), "review date")
    assert registry.plugins[-1].where == str(site.site / "acme_okr.py")


def test_plugins_share_a_field_but_no_spelling_of_two(site: Site) -> None:
    first = HOOK.format(hook="fields", parts='FieldNames("review date", ("Reviewed",))')
    site.install("acme-okr", {"acme_okr": first}, {"acme": "acme_okr"})
    site.install("beta-okr", {"beta_okr": first.replace("Reviewed", "评审日期")}, {"beta": "beta_okr"})
    assert set(installed().spellings.values()) == {"review date"}
    (site.site / "beta_okr.py").write_text(first.replace("review date", "inspection day"), encoding="utf-8")
    sys.modules.pop("beta_okr", None)
    installed.cache_clear()
    assert "field spelling reviewed is taken by the field 'review date'" in refusal()


def test_a_reader_comes_before_ours_for_its_suffix_whatever_the_order_asked_for(site: Site) -> None:
    code = HOOK.format(hook="readers", parts='ReaderRef("acme", (".md", ".acme"), "a:B")')
    site.install("acme-okr", {"acme_okr": code.replace("@hookimpl", "@hookimpl(trylast=True)")}, {"acme": "acme_okr"})
    assert [ref.name for ref in installed().readers if ".md" in ref.suffixes] == ["acme", "markdown"]


def test_two_packages_may_call_their_entry_points_alike(site: Site) -> None:
    """Many will copy `rules`, which is what ours is called."""
    site.install("acme-okr", {"acme_okr": RULE.format(module="acme_okr")}, {"rules": "acme_okr"})
    other = rule("beta_okr", "YY001", "no-plan")
    site.install("beta-okr", {"beta_okr": other}, {"rules": "beta_okr"})
    assert [plugin.name for plugin in installed().plugins[2:]] == ["acme-okr:rules", "beta-okr:rules"]
    assert {"ZZ001", "YY001"} <= codes(installed())
    assert installed(("beta_OKR",)).plugins[-1].title == "beta-okr 1.2"
    assert codes(installed(("acme-okr:rules",))) & {"ZZ001", "YY001"} == {"ZZ001"}
    with pytest.raises(NotInstalledError, match=r"several packages have a plugin 'rules'.*acme-okr, beta-okr"):
        installed(("rules",))


@pytest.mark.parametrize("name", ["acme", "acme-rules", "Acme.Rules", "acme_rules"])
def test_a_plugin_is_allowed_by_its_name_or_that_of_its_package(site: Site, name: str) -> None:
    site.install("acme-rules", {"acme_rules": RULE.format(module="acme_rules")}, {"acme": "acme_rules"})
    assert "ZZ001" in codes(installed((name,)))
    assert "ZZ001" not in codes(installed(()))
    assert installed((name,)) is installed((name,))


def test_what_is_not_allowed_is_not_imported_and_cannot_fail(site: Site, tmp_path: Path) -> None:
    told = tmp_path / "imported"
    site.install("acme-okr", {"acme_okr": f"open({str(told)!r}, 'w').close()\n1 / 0\n"}, {"acme": "acme_okr"})
    site.install("beta-okr", {"beta_okr": rule("beta_okr", "YY001", "no-plan")}, {"beta": "beta_okr"})
    assert "YY001" in codes(installed(("beta",)))
    assert not told.exists()
    assert "acme_okr" not in sys.modules
    assert "division by zero" in refusal()
    assert told.exists()


def test_an_entry_point_does_not_stand_in_for_a_package_by_its_name(site: Site) -> None:
    site.install("acme-okr", {"acme_okr": RULE.format(module="acme_okr")}, {"rules": "acme_okr"})
    site.install("beta-okr", {"beta_okr": "1 / 0"}, {"acme-okr": "beta_okr"})
    assert "ZZ001" in codes(installed(("acme-okr",)))


def test_a_name_that_is_not_installed_is_told_with_its_place(site: Site) -> None:
    site.install("acme-okr", {"acme_okr": RULE.format(module="acme_okr")}, {"acme": "acme_okr"})
    site.configure('preset = "default"\nplugins = [\n  "okrlint",\n  "acme-okrs",\n  "zeta",\n]\n')
    from okrlint.config.extending import settings_from_file

    with pytest.raises(ConfigError) as caught:
        installed_for(settings_from_file(str(site.work / "okrlint.toml")))
    first, second = str(caught.value).splitlines()
    assert first.endswith("okrlint.toml:4: no plugin 'acme-okrs' is installed; did you mean 'acme-okr'?")
    assert second.endswith("okrlint.toml:5: no plugin 'zeta' is installed; installed are: acme-okr")


def test_without_any_plugin_a_name_is_told_too(site: Site) -> None:
    with pytest.raises(ConfigError, match="no plugin 'acme' is installed; installed are: none"):
        installed_for(settings_from_mapping({"plugins": ["acme"]}))
    assert installed_for(Settings(plugins=("okrlint",))).rules == installed(()).rules


def test_plugins_are_for_all_files_alike(site: Site) -> None:
    with pytest.raises(ConfigError, match="it is for all files alike"):
        settings_from_mapping({"per-path": [{"paths": ["a"], "plugins": []}]})
    with pytest.raises(ConfigError, match="plugins: write a list"):
        settings_from_mapping({"plugins": "acme"})


def test_the_survey_tells_of_each_plugin_even_beside_broken_ones(site: Site) -> None:
    site.install("acme-okr", {"acme_okr": "1 / 0"}, {"acme": "acme_okr"})
    site.install("beta-okr", {"beta_okr": rule("beta_okr", "YY001", "no-plan")}, {"beta": "beta_okr"})
    site.install("beta-too", {"beta_too": rule("beta_too", "YY001", "no-idea")}, {"later": "beta_too"})
    standings = {each.plugin.name: each for each in survey(Settings())}
    assert "division by zero" in standings["acme"].error
    assert standings["beta"].plugin.rules[0].code == "YY001"
    assert "YY001 is taken by YY001 no-plan of plugin beta (beta-okr 1.2)" in standings["later"].error
    left_out = [each.plugin.name for each in survey(Settings(plugins=("beta",))) if not each.is_allowed]
    assert left_out == ["acme", "later"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('Meta("ZZ001"', 'Meta("ZZ002"'), "has the code 'ZZ002', its reference 'ZZ001'"),
        (('Meta("ZZ001", "no-scheme"', 'Meta("ZZ001", "no-plan"'), "has the name 'no-plan', its reference 'no-scheme'"),
        (("Severity.ERROR)", "'error')"), "its severity is 'error', and no Severity"),
        (("Severity.ERROR)", "Severity.ERROR, 'sure')"), "its certainty is 'sure'"),
        (('messages = {"m"', 'messages = {"m": "no scheme"} or {"m"'), "its messages are no mapping of ids to Words"),
        (("Examples({}, {})", "None"), "its examples are no Examples"),
        (("meta = Meta", "Options = dict; meta = Meta"), "its Options are no subclass of RuleOptions"),
        (("class NoScheme(KeyResultRule)", "class NoScheme"), "it is no subclass of Rule"),
        (('"acme_okr:NoScheme"', '"acme_okr:Nothing"'), "AttributeError"),
        (('"acme_okr:NoScheme"', '"acme_gone:NoScheme"'), "No module named 'acme_gone'"),
        (("    class NoScheme", "    raise SystemExit(3)\n    class NoScheme"), "SystemExit: 3 ({file}:"),
    ],
)
def test_a_rule_is_what_its_reference_says(site: Site, change: tuple[str, str], said: str) -> None:
    code = RULE.format(module="acme_okr").replace(*change)
    site.install("acme-okr", {"acme_okr": code}, {"acme": "acme_okr"})
    (ref,) = installed().plugins[-1].rules
    with pytest.raises(PluginError) as caught:
        load_rule(ref)
    assert said.format(file=site.site / "acme_okr.py") in str(caught.value)
    assert "rule ZZ001 of plugin acme (acme-okr 1.2)" in str(caught.value)


def test_our_own_parts_keep_what_is_asked_of_others() -> None:
    from okrlint.vetting import flaw_of_preset, flaw_of_rule, vetted

    registry = installed(())
    for plugin in registry.plugins:
        assert plugin.distribution == OWN
        assert vetted(plugin).rules == tuple(ref._replace(plugin=plugin.title) for ref in plugin.rules)
    assert [flaw for ref in registry.rules if (flaw := flaw_of_rule(load_rule(ref)))] == []
    assert [flaw for ref in registry.presets.values() if (flaw := flaw_of_preset(ref.load(), registry.rules))] == []


def test_what_is_raised_survives_a_process_pool() -> None:
    import pickle

    from okrlint.declaring.patterns import SlowPatternError
    from okrlint.declaring.rules import DeclarationError
    from okrlint.discovering import NotInstalledError
    from okrlint.plugins import RuleError, Words

    words = RuleError(Words("took too long", "耗时过长"))
    assert pickle.loads(pickle.dumps(words)).words == words.words
    assert pickle.loads(pickle.dumps(SlowPatternError("a", 3))).length == 3
    assert pickle.loads(pickle.dumps(DeclarationError(["a", "b"]))).wrong == ["a", "b"]
    assert pickle.loads(pickle.dumps(NotInstalledError({"a": "no a"}))).wrong == {"a": "no a"}
    assert [str(words), str(DeclarationError(["a", "b"]))] == ["took too long", "a\nb"]
