"""Plugins in real runs: what they add is used, and where one fails that is told, with all else that was found."""

import json
import sys
from pathlib import Path

import pytest

from plugin_site import DOCUMENT, RULE, Site, rule

READER = '''
from okrlint.plugins import ReaderRef, hookimpl

@hookimpl
def okrlint_readers():
    return [ReaderRef("acme", (".acme",), "acme_okr:Acme")]

class Acme:
    """Lines that begin with an exclamation mark are objectives, those with a hyphen key results."""

    name = "acme"
    suffixes = (".acme",)

    def read(self, source, options):
        from okrlint.plugins import DocumentDraft, Draft, Span, Text, assemble, field_name
        whole = Text(value=source.text, raw=source.text, span=Span(0, len(source.text)))
        found = DocumentDraft()
        for line in whole.split("\\n"):
            draft = Draft(line.part(1, len(line.value)))
            if line.value.startswith("!"):
                found.objectives.append(draft)
            elif line.value.startswith("-"):
                found.objectives[-1].children.append(draft)
            elif ":" in line.value:
                colon = line.value.index(":")
                name = field_name(line.value[:colon])
                found.objectives[-1].children[-1].fields.append((name, line.part(colon + 1, len(line.value))))
        return assemble(found, source, self.name, options)
'''
"""A reader built of what okrlint promises to its like."""

REPORTER = """
from okrlint.plugins import Finding, Report, ReporterRef, Style, hookimpl

@hookimpl
def okrlint_reporters():
    return [ReporterRef("acme", "acme_okr:Acme")]

class Acme:
    name = "acme"

    def render(self, report: Report, style: Style) -> str:
        return "".join(f"{found.code} in line {found.start.line}\\n" for found in report.findings)
"""


IN_PROCESSES = """
import multiprocessing, okrlint
from concurrent.futures import ProcessPoolExecutor

if __name__ == "__main__":
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        report = okrlint.lint_paths(["q2.md"], executor=executor)
    print("ZZ001" in {found.code for found in report.findings})
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def acme(site: Site, code: str) -> None:
    site.install("acme-okr", {"acme_okr": code}, {"acme": "acme_okr"})


def test_a_plugin_adds_its_rules_beside_ours(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr"))
    done = site.run("check", "--select", "KW002,ZZ", "q2.md")
    assert done.returncode == 1
    assert "ZZ001 no-scheme [O1 KR1]" in done.stdout
    assert "KW002" in done.stdout


def test_rules_tell_which_plugin_they_are_of(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr"))
    last = site.run("rules").stdout.splitlines()[-1]
    assert last.startswith("ZZ001  error")
    assert last.endswith("[acme (acme-okr 1.2)]")
    rules = {each["code"]: each for each in json.loads(site.run("rules", "--format", "json").stdout)["rules"]}
    assert rules["ZZ001"]["plugin"] == {"name": "acme", "distribution": "acme-okr", "version": "1.2"}
    assert rules["KW001"]["plugin"] is None


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("yield from ()\nraise ValueError('odd')", "ValueError: odd ({file}:21)"),
        ("yield from ()\nraise SystemExit(0)", "SystemExit: 0 ({file}:21)"),
        ("yield from ()\nraise GeneratorExit", "GeneratorExit ({file}:21)"),
        ("return self.check(item, context)", "RecursionError"),
        ("yield 'no scheme'", "check gave 'no scheme', which is no Hit ({file}:19)"),
        ("pass", "check returned None"),
        ("yield self.hit(item.text.span, 'n')", "the rule has no message 'n' ({file}:19)"),
        ("yield self.hit((1, 2), 'm')", "(1, 2) is no Span"),
        ("yield self.hit(item.text.span, 'm', certainty='sure')", "'sure' is no certainty"),
        ("yield self.hit(item.text.span, 'm', severity='error')", "TypeError"),
        ("yield self.hit(item.text.span, 'm', fix='mend it')", "AttributeError"),
        ("context.lexicon('no_such_list')\nyield", "no_such_list"),
        ("import json\njson.loads('{{')\nyield", "({file}:21)"),
    ],
)
def test_a_rule_that_fails_is_told_with_both_places_and_all_else_is_found(site: Site, check: str, said: str) -> None:
    acme(site, rule("acme_okr", check=check.replace("{{", "{")))
    done = site.run("check", "--select", "KW002,ZZ", "q2.md", "--format", "compact")
    assert done.returncode == 2, done.stderr
    assert "KW002" in done.stdout
    crash = next(line for line in done.stdout.splitlines() if "EN006" in line)
    assert crash.startswith("q2.md:5:")
    assert "rule ZZ001 (no-scheme) of plugin acme (acme-okr 1.2) crashed: " in crash
    assert said.format(file=site.site / "acme_okr.py") in crash
    assert "report it to the authors of that plugin, not of okrlint" in crash
    assert done.stderr == ""


def test_a_crash_in_one_place_leaves_what_the_rule_finds_in_others(site: Site) -> None:
    (site.work / "q2.md").write_text(DOCUMENT + "- KR2: Design a plan\n", encoding="utf-8")
    check = "if 'plan' in item.text.value:\n    1 / 0\nyield self.hit(item.text.span, 'm')"
    acme(site, rule("acme_okr", check=check))
    done = site.run("check", "--select", "ZZ", "q2.md", "--format", "compact")
    assert done.returncode == 2
    assert [line.split()[0].rpartition("md:")[2][0] for line in done.stdout.splitlines()[:2]] == ["5", "6"]


def test_options_that_make_no_sense_are_laid_to_their_plugin(site: Site) -> None:
    options = "class Options(RuleOptions):\n            most: Nonsense = 3\n        meta ="
    code = (
        RULE.format(module="acme_okr")
        .replace("meta =", options)
        .replace("import Examples", "import RuleOptions, Examples")
    )
    acme(site, "from __future__ import annotations\n" + code)
    site.configure("[options.ZZ001]\nmost = 4\n")
    for command in (("check", "q2.md"), ("schema", "config"), ("explain", "ZZ001")):
        done = site.run(*command)
        assert done.returncode == 2
        assert "rule ZZ001 of plugin acme (acme-okr 1.2)" in done.stderr
        assert "name 'Nonsense' is not defined" in done.stderr


def test_other_processes_find_the_same_plugins(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr"))
    assert site.run(program=("-c", IN_PROCESSES)).stdout == "True\n"


def test_a_generator_that_does_not_let_itself_be_ended_says_nothing_on_standard_error(site: Site) -> None:
    check = "try:\n    yield 'no hit'\n    yield 'no hit'\nexcept GeneratorExit:\n    yield 'still here'"
    acme(site, rule("acme_okr", check=check))
    done = site.run("check", "--select", "ZZ", "q2.md")
    assert (done.returncode, done.stderr) == (2, "")


def test_a_blank_that_is_not_filled_is_told_by_its_name(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr").replace('"no scheme"', '"no {what} here"'))
    done = site.run("check", "--select", "ZZ", "--lang", "en", "q2.md")
    assert done.returncode == 2
    assert "message 'm' has a blank that the hit does not fill: 'what'" in done.stdout


def test_a_place_outside_of_the_document_is_brought_into_it(site: Site) -> None:
    check = "from okrlint.plugins import Span\nyield self.hit(Span(-9, 10**9), 'm')"
    acme(site, rule("acme_okr", check=check))
    done = site.run("check", "--select", "ZZ", "q2.md", "--format", "compact")
    assert done.returncode == 1
    assert done.stdout.startswith("q2.md:1:1:")


def test_ctrl_c_is_the_users_whoever_raises_it(site: Site) -> None:
    acme(site, rule("acme_okr", check="yield from ()\nraise KeyboardInterrupt"))
    done = site.run("check", "--select", "ZZ", "q2.md")
    assert (done.returncode, done.stderr.strip()) == (2, "okrlint: interrupted")


@pytest.mark.parametrize(("content", "said"), [(None, "No such file or directory"), (b"\xff\xfe", "is not UTF-8")])
def test_a_word_list_that_cannot_be_read_is_laid_to_its_plugin(site: Site, content: bytes | None, said: str) -> None:
    path = site.site / "buzz.txt"
    if content is not None:
        path.write_bytes(content)
    acme(
        site,
        "from okrlint.plugins import LexiconRef, hookimpl\n\n"
        f"@hookimpl\ndef okrlint_lexicons():\n    return [LexiconRef('vague', {str(path)!r})]\n",
    )
    done = site.run("check", "--select", "KW", "q2.md")
    assert done.returncode == 2
    assert f"word list vague of plugin acme (acme-okr 1.2) cannot be read: {path}: {said}" in done.stdout
    assert "KW002" in done.stdout


PRESET = """
from okrlint.plugins import PresetRef, Words, hookimpl

@hookimpl
def okrlint_presets():
    return [PresetRef("acme", Words("Acme's.", "艾克米的。"), {path!r})]
"""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "FileNotFoundError"),
        ("rules: [", "while parsing"),
        ("rules: [1]", "AttributeError"),
        ("rules: {ZZ123: {source: us}}", "rules: no rule 'ZZ123' is installed"),
        ("select: [ZZ123]", "select: unknown rule 'ZZ123'"),
        ("select: [1]", "AttributeError"),
        ("selekt: [KW]", "unknown key 'selekt'"),
    ],
)
def test_a_preset_that_cannot_be_used_ends_the_run(site: Site, content: str | None, said: str) -> None:
    path = site.site / "acme.yaml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    acme(site, PRESET.format(path=str(path)))
    done = site.run("check", "--preset", "acme", "q2.md")
    assert done.returncode == 2
    assert said in done.stderr
    assert f"preset acme of plugin acme (acme-okr 1.2) ({path}) cannot be used" in done.stderr
    assert site.run("explain", "KW001").returncode == 2


def test_a_preset_of_a_plugin_sets_what_it_says(site: Site) -> None:
    path = site.site / "acme.yaml"
    path.write_text("select: [KW002]\nrules: {KW002: {severity: info, source: us}}\n", encoding="utf-8")
    acme(site, PRESET.format(path=str(path)))
    done = site.run("check", "--preset", "acme", "q2.md", "--format", "compact")
    assert done.returncode == 0
    assert "KW002" in done.stdout


def test_a_reader_of_a_plugin_reads_and_its_documents_are_judged_as_ours(site: Site) -> None:
    acme(site, READER)
    text = "!让老客户主动介绍我们\n-转介绍注册从 10 提升到 60\n负责人: 王芳\n-上线新版引导页\n"
    (site.work / "q2.acme").write_text(text, encoding="utf-8")
    parsed = json.loads(site.run("parse", "q2.acme").stdout)["documents"][0]
    first, second = parsed["objectives"][0]["key_results"]
    assert (parsed["format"], parsed["language"]) == ("acme", "zh")
    assert (first["kind"], first["quantified"], first["owners"]) == ("outcome", True, ["王芳"])
    assert (second["kind"], second["quantified"]) == ("activity", False)
    done = site.run("check", "--select", "KW002", "--format", "compact")
    assert "q2.acme:4:2: " in done.stdout
    assert "q2.md" in done.stdout


def test_a_reader_may_make_its_documents_of_the_models(site: Site) -> None:
    start = READER.index("        from okrlint.plugins import DocumentDraft")
    code = READER[:start] + (
        "        from okrlint.plugins import Document, KeyResult, Objective, Span, Text\n"
        "        whole = Text(value=source.text, raw=source.text, span=Span(0, len(source.text)))\n"
        "        first, second = (part.part(1, 99) for part in whole.split('\\n')[:2])\n"
        "        key_result = KeyResult(id='KR1', text=second, span=second.span)\n"
        "        objective = Objective(id='O1', text=first, span=first.span, key_results=(key_result,))\n"
        "        return Document(path=source.path, format=self.name, objectives=(objective,))\n"
    )
    acme(site, code)
    (site.work / "q2.acme").write_text("!让老客户主动介绍我们\n-上线新版引导页\n", encoding="utf-8")
    parsed = json.loads(site.run("parse", "q2.acme").stdout)["documents"][0]
    (key_result,) = parsed["objectives"][0]["key_results"]
    assert (parsed["language"], key_result["kind"], key_result["quantified"]) == ("zh", "activity", False)
    assert "KW002" in site.run("check", "--select", "KW002", "q2.acme").stdout


_IMPORTS = "from okrlint.plugins import Document, Objective, Problem, Span, Text, UnreadableError, Words"
_WITH_ODD_PROBLEM = f"""{_IMPORTS}
        odd = Problem(code='AC1', message=Words('a', 'b'), span=Span(0, 1))
        return Document(path='-', format='acme', problems=(odd,))"""
_WITH_TWINS = f"""{_IMPORTS}
        text = Text(value='a', raw='a', span=Span(0, 1))
        twin = Objective(id='O1', text=text, span=text.span)
        return Document(path='-', format='acme', objectives=(twin, twin))"""


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise ValueError('odd')", "ValueError: odd ({file}:15)"),
        ("raise SystemExit(0)", "SystemExit: 0 ({file}:15)"),
        ("return None", "TypeError: read returned NoneType, and no Document"),
        (f"{_IMPORTS}; raise UnreadableError('AC001', Words('a', 'b'))", "UnreadableError: a ({file}:15)"),
        (_WITH_ODD_PROBLEM, "ValueError: a problem has the code 'AC1', which is none of okrlint's own"),
        (_WITH_TWINS, "ValueError: several items have one id: O1, O1"),
    ],
)
def test_a_reader_that_fails_is_told_and_the_other_files_are_read(site: Site, body: str, said: str) -> None:
    start = READER.index("        from okrlint.plugins import DocumentDraft")
    acme(site, READER[:start] + f"        {body}\n")
    (site.work / "okr.acme").write_text("!让老客户主动介绍我们\n", encoding="utf-8")
    said = said.format(file=site.site / "acme_okr.py")
    for paths in ((".",), ("okr.acme", "q2.md")):
        done = site.run("check", "--select", "KW002", "--format", "compact", *paths)
        assert done.returncode == 2, done.stderr
        crash = next(line for line in done.stdout.splitlines() if "EN006" in line)
        assert crash.startswith("okr.acme:1:1")
        assert f"the acme reader of plugin acme (acme-okr 1.2) crashed: {said}" in crash
        assert "KW002" in done.stdout
    done = site.run("parse", "okr.acme", "q2.md")
    assert done.returncode == 2
    assert said in done.stderr
    assert len(json.loads(done.stdout)["documents"]) == 1


def test_a_container_reader_that_fails_is_told_too(site: Site) -> None:
    acme(site, READER + "\n    def open(self, data, path):\n        1 / 0\n")
    (site.work / "okr.acme").write_bytes(b"\0")
    done = site.run("check", "--select", "KW002", ".")
    assert done.returncode == 2
    assert "the acme reader of plugin acme (acme-okr 1.2) crashed: ZeroDivisionError" in done.stdout
    assert "KW002" in done.stdout


def test_a_reader_that_cannot_be_made_ends_the_run(site: Site) -> None:
    acme(site, READER.replace('name = "acme"', 'name = "ACME"'))
    (site.work / "okr.acme").write_text("!\n", encoding="utf-8")
    done = site.run("check", "okr.acme")
    assert done.returncode == 2
    assert "reader acme of plugin acme (acme-okr 1.2) (acme_okr:Acme) calls itself ACME" in done.stderr


def test_a_reporter_of_a_plugin_writes_the_report(site: Site) -> None:
    acme(site, REPORTER)
    done = site.run("check", "--select", "KW002", "--format", "acme", "q2.md")
    assert (done.returncode, done.stdout) == (1, "KW002 in line 5\n")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero ({file}:12)"),
        ("raise SystemExit(0)", "SystemExit: 0 ({file}:12)"),
        ("return None", "TypeError: render returned NoneType, and no str"),
    ],
)
def test_a_reporter_that_fails_is_told_by_its_plugin(site: Site, body: str, said: str) -> None:
    acme(site, REPORTER[: REPORTER.index('        return "".join')] + f"        {body}\n")
    done = site.run("check", "--select", "KW002", "--format", "acme", "q2.md")
    assert done.returncode == 2
    assert said.format(file=site.site / "acme_okr.py") in done.stderr
    assert "output format acme of plugin acme (acme-okr 1.2) (acme_okr:Acme) crashed" in done.stderr
    assert "the authors of plugin acme (acme-okr 1.2), not of okrlint" in done.stderr


def test_a_field_of_a_plugin_is_read_in_documents_and_asked_for_by_rules(site: Site) -> None:
    code = rule("acme_okr", check="field = item.field('review date')\nif field:\n    yield self.hit(field.span, 'm')")
    fields = (
        "\nfrom okrlint.plugins import FieldNames\n\n@hookimpl\ndef okrlint_fields():\n"
        "    return [FieldNames('review date', ('Review date', '评审日期'))]\n"
    )
    acme(site, code + fields)
    for name in ("Review date", "评审日期"):
        (site.work / "q2.md").write_text(f"{DOCUMENT}  - {name}: 2026-05-01\n", encoding="utf-8")
        done = site.run("check", "--select", "ZZ", "q2.md", "--format", "compact")
        assert done.returncode == 1, done.stderr
        assert done.stdout.startswith("q2.md:6:")
        site.configure("plugins = []\n")
        assert site.run("check", "--select", "KW001", "q2.md").returncode in (0, 1)
        (site.work / "okrlint.toml").unlink()


# What the configuration allows


def test_what_is_not_allowed_is_never_imported_by_any_command(site: Site, tmp_path: Path) -> None:
    told = tmp_path / "imported"
    acme(site, f"open({str(told)!r}, 'w').close()\n" + RULE.format(module="acme_okr") + REPORTER + READER)
    site.configure("plugins = []\n")
    (site.work / "q2.acme").write_text("!\n", encoding="utf-8")
    commands = (
        ("check",), ("check", "--lang", "en", "q2.md"), ("check", "--format", "acme"), ("fix", "--diff"), ("rules",),
        ("explain", "KW001"), ("explain", "ZZ001"), ("schema", "config"), ("config",), ("parse", "."), ("plugins",),
        ("check", "--baseline", "b.json", "--write-baseline"), ("baseline", "prune", "--baseline", "b.json"),
    )  # fmt: skip
    for command in commands:
        done = site.run(*command)
        assert "Acme" not in done.stdout
        assert not told.exists(), command
    assert "ZZ001" not in site.run("schema", "config").stdout
    assert "'acme'; there are: text, " in site.run("check", "--format", "acme").stderr
    site.configure('plugins = ["acme"]\n')
    assert "ZZ001" in site.run("check", "--select", "ZZ", "q2.md").stdout
    assert told.exists()


def test_each_file_goes_by_its_own_configuration(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr"))
    (site.work / "without").mkdir()
    (site.work / "without" / "q3.md").write_text(DOCUMENT, encoding="utf-8")
    (site.work / "without" / "okrlint.toml").write_text("plugins = []\n", encoding="utf-8")
    done = site.run("check", "--extend-select", "KW002", "--format", "compact", ".")
    found = {tuple(line.split()[:3:2]) for line in done.stdout.splitlines() if "ZZ001" in line}
    assert len(found) == 1, done.stdout
    assert "without/q3.md" in done.stdout
    assert "ZZ001" not in site.run("rules", "--config", "without/okrlint.toml").stdout
    assert "ZZ001" in site.run("rules").stdout


def test_a_name_that_is_not_installed_is_told_with_file_and_line(site: Site) -> None:
    acme(site, RULE.format(module="acme_okr"))
    site.configure('plugins = ["akme"]\n')
    for command in (
        ("check", "q2.md"),
        ("rules",),
        ("config",),
        ("plugins",),
        ("schema", "config"),
        ("explain", "KW1"),
    ):
        done = site.run(*command)
        assert done.returncode == 2
        assert "okrlint.toml:1: no plugin 'akme' is installed; did you mean 'acme'?" in done.stderr


def test_config_shows_which_plugins_are_allowed(site: Site) -> None:
    assert "all that are installed" in site.run("config").stdout
    site.configure("plugins = []\n")
    values = json.loads(site.run("config", "--format", "json").stdout)["values"]
    assert values["plugins"] == {"value": [], "from": "okrlint.toml:1"}


# What lies in the working folder


@pytest.mark.parametrize("program", [("-m", "okrlint"), (str(Path(sys.executable).with_name("okrlint")),)])
def test_nothing_that_lies_in_the_working_folder_is_imported(
    site: Site, tmp_path: Path, program: tuple[str, ...]
) -> None:
    told = tmp_path / "imported"
    spy = f"open({str(told)!r}, 'a').write(__name__)\n"
    modules = dict.fromkeys(
        ("okrlint_rules", "yaml", "acme_okr", "pluggy", "click", "jieba", "pydantic", "tomllib"), spy
    )
    site.install("acme-okr", modules, {"acme": "acme_okr"}, folder=site.work)
    (site.work / "okrs.yaml").write_text(
        "objectives:\n  - objective: 让老客户主动介绍我们\n    key_results: [转介绍注册从 10 提升到 60]\n",
        encoding="utf-8",
    )
    site.configure('preset = "google"\n')
    done = site.run("check", "--lang", "zh", "q2.md", "okrs.yaml", program=program)
    assert done.returncode == 1, done.stderr
    assert "no other plugins are installed" in site.run("plugins", program=program).stdout
    assert not told.exists(), told.read_text("utf-8")


def test_a_module_there_does_not_stand_in_for_that_of_a_plugin(site: Site, tmp_path: Path) -> None:
    acme(site, RULE.format(module="acme_okr"))
    (site.work / "acme_okr.py").write_text("raise RuntimeError('not me')\n", encoding="utf-8")
    assert "ZZ001" in site.run("check", "--select", "ZZ", "q2.md").stdout


def test_a_library_call_in_the_working_folder_finds_no_plugin_there(site: Site) -> None:
    site.install("acme-okr", {"acme_okr": "1 / 0"}, {"acme": "acme_okr"}, folder=site.work)
    program = ("-c", "import okrlint; print(len(okrlint.lint_paths(['q2.md']).findings) > 0)")
    assert site.run(program=program).stdout == "True\n"
