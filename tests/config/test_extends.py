"""Configuration files that build upon others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import ConfigError, Linter
from okrlint.config.discovery import load
from okrlint.config.lookup import Lookup
from okrlint.config.patterns import Patterns

Write = Callable[[str, str | bytes], Path]


@pytest.fixture(autouse=True)
def in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_tables_are_merged_key_by_key_and_all_else_is_replaced(write: Write) -> None:
    write(
        "shared/base.yaml",
        "select: [KW]\nignore: [KW001]\nlang: zh\nseverity: {KW002: error, OB: 'off'}\n"
        "options: {ST003: {max: 4, target: 2}}\nlexicon: {inspiring: [a], vague: [b]}\nrequire-reason: true\n",
    )
    write(
        "okrlint.toml",
        'extends = "shared/base.yaml"\nselect = ["OB"]\nseverity.KW002 = "hint"\noptions.ST003.target = 3\n'
        'lexicon.inspiring = ["c"]\nrequire-reason = false\n',
    )
    settings = load("okrlint.toml")
    assert (settings.select, settings.ignore, settings.lang) == (("OB",), ("KW001",), "zh")
    assert settings.severity == {"OB": "off", "KW002": "hint"}
    assert settings.options == {"ST003": {"max": 4, "target": 3}}
    assert settings.lexicon == {"vague": ("b",), "inspiring": ("c",)}
    assert settings.require_reason is False
    assert settings.extends == (str(Path("shared/base.yaml").absolute()),)
    assert dict(settings.origins) == {
        "select": "okrlint.toml:2",
        "ignore": "shared/base.yaml:2",
        "lang": "shared/base.yaml:3",
        "severity.OB": "shared/base.yaml:4",
        "severity.KW002": "okrlint.toml:3",
        "options.ST003.max": "shared/base.yaml:5",
        "options.ST003.target": "okrlint.toml:4",
        "lexicon.vague": "shared/base.yaml:6",
        "lexicon.inspiring": "okrlint.toml:5",
        "require-reason": "okrlint.toml:6",
    }


def test_an_option_is_one_option_with_hyphens_and_without(write: Write) -> None:
    write("base.toml", "[options.OB005]\nmax-words-en = 9")
    write("okrlint.toml", 'extends = "base.toml"\n[options.OB005]\nmax_words_en = 12')
    assert load("okrlint.toml").options == {"OB005": {"max_words_en": 12}}


def test_what_a_file_says_by_code_wins_over_the_name_in_its_base(write: Write) -> None:
    write("base.toml", '[severity]\nkr-is-activity = "error"\nKW002 = "error"')
    write("okrlint.toml", 'extends = "base.toml"\nselect = ["KW002"]\n[severity]\nKW002 = "info"')
    report = Linter().lint_file(write("q2.md", "# 2026-Q2\n\n## O1: Win regulars\n\n- KR1: Design a scheme\n"))
    assert [finding.severity.label for finding in report.findings] == ["info"]


def test_of_a_list_the_later_one_wins_and_a_file_counts_once(write: Write) -> None:
    write("common.toml", 'lang = "zh"\ntimezone = "UTC"\nper-path = [{paths = ["a"], lang = "en"}]')
    write("a.toml", 'extends = "common.toml"\nlang = "en"\nfail-on = "error"')
    write("b.toml", 'extends = "common.toml"\nfail-on = "never"\nper-path = [{paths = ["b"], lang = "en"}]')
    write("okrlint.toml", 'extends = ["a.toml", "b.toml"]')
    settings = load("okrlint.toml")
    assert (settings.lang, settings.fail_on, settings.timezone) == ("en", "never", "UTC")
    assert [override.patterns for override in settings.per_path] == [("a",), ("b",)]
    assert [os.path.basename(path) for path in settings.extends] == ["common.toml", "a.toml", "b.toml"]


def test_paths_are_relative_to_the_file_that_says_them(write: Write, tmp_path: Path) -> None:
    write(
        "team/base.yaml",
        "exclude: [old/]\nbaseline: known.json\nper-path: [{paths: [/q2.md], lang: zh}]\nextends: ../top.toml",
    )
    write("top.toml", 'include = ["*.md"]')
    write("okrlint.toml", 'extends = "team/base.yaml"')
    settings = load("okrlint.toml")
    assert settings.baseline == str(tmp_path / "team" / "known.json")
    assert (settings.folder("exclude"), settings.folder("include")) == (str(tmp_path / "team"), str(tmp_path))
    assert Patterns(settings.exclude, settings.folder("exclude")).match("team/old", is_folder=True)
    lookup = Lookup("okrlint.toml")
    assert [lookup.settings(path).lang for path in ("team/q2.md", "q2.md")] == ["zh", "auto"]
    write("okrlint.toml", 'extends = "team/base.yaml"\nexclude = ["new/"]')
    assert load("okrlint.toml").folder("exclude") == str(tmp_path)


def test_a_pyproject_and_a_mapping_extend_too(write: Write) -> None:
    write("base.yaml", "lang: zh")
    write("sub/pyproject.toml", '[project]\nname = "x"\n\n[tool.okrlint]\nextends = "../base.yaml"\nfail-on = "error"')
    assert load("sub/pyproject.toml").origins == {"lang": "base.yaml:1", "fail-on": "sub/pyproject.toml:6"}
    assert Lookup({"extends": ["sub/pyproject.toml"]}).plain.lang == "zh"


def test_a_circle_is_told_with_its_files(write: Write) -> None:
    write("okrlint.toml", 'extends = ["sub/a.toml"]')
    write("sub/a.toml", 'lang = "en"\nextends = "../sub/b.yaml"')
    write("sub/b.yaml", "lang: en\nextends: [../okrlint.toml]")
    with pytest.raises(ConfigError) as caught:
        load("okrlint.toml")
    assert str(caught.value) == (
        "sub/b.yaml:2: extends goes round in a circle: okrlint.toml → sub/a.toml → sub/b.yaml → okrlint.toml"
    )


def test_a_link_does_not_hide_a_circle(write: Write, tmp_path: Path) -> None:
    write("okrlint.toml", 'extends = "link.toml"')
    (tmp_path / "link.toml").symlink_to("okrlint.toml")
    with pytest.raises(ConfigError, match="circle"):
        load("okrlint.toml")


def test_ten_levels_are_enough(write: Write) -> None:
    for level in range(11):
        write(f"{level}.toml", f'extends = "{level + 1}.toml"' if level < 10 else 'lang = "zh"')
    assert load("0.toml").lang == "zh"
    write("10.toml", 'extends = "11.toml"')
    write("11.toml", "")
    with pytest.raises(ConfigError, match=r"^10.toml:1: extends goes more than 10 levels deep: 0.toml → .* → 11.toml$"):
        load("0.toml")


def test_many_ways_to_the_same_files_cost_no_more_than_the_files(write: Write) -> None:
    for level in range(10):  # 50 to the power of 9 ways
        write(f"{level}.toml", "extends = [" + f'"{level + 1}.toml",' * 50 + "]")
    write("10.toml", 'lang = "zh"')
    assert load("0.toml").lang == "zh"


@pytest.mark.parametrize(
    ("extends", "said"),
    [
        ('"none.toml"', "okrlint.toml:1: extends 'none.toml': there is no such file"),
        ('"sub/../none.toml"', "there is no such file (none.toml)"),
        ('"."', "extends '.': is no file"),
        ('"pipe"', "extends 'pipe': is no file"),
        ('"/dev/zero"', "extends '/dev/zero': is no file"),
        ('"https://example.org/okrlint.toml"', "only files are extended, no URLs"),
        ('""', "no path of a file"),
        (r'"a\u0000b"', "no path of a file"),
        ("3", "okrlint.toml:1: extends: Input should be a valid string"),
        ('[\n"base.toml",\n4]', "okrlint.toml:3: extends: Input should be a valid string"),
        ('[\n"base.toml",\n"none.toml"]', "okrlint.toml:3: extends 'none.toml'"),
        ('"huge.yaml"', "huge.yaml: larger than 500000 bytes"),
        ('"broken.yaml"', "broken.yaml:1: not valid YAML"),
        ('"alias.yaml"', "alias.yaml:2: a configuration may not hold aliases"),
        ('"pyproject.toml"', "has no table [tool.okrlint]"),
    ],
)
def test_what_cannot_be_extended_is_refused(write: Write, tmp_path: Path, extends: str, said: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    write("base.toml", "")
    write("pyproject.toml", "[project]\nname = 'x'")
    write("huge.yaml", b"#" * 500_001)
    write("broken.yaml", "a: [")
    write("alias.yaml", "ignore: &a [KW]\nselect: *a")
    write("okrlint.toml", f"extends = {extends}")
    with pytest.raises(ConfigError) as caught:
        load("okrlint.toml")
    assert said in str(caught.value)


def test_of_very_much_that_is_wrong_a_part_is_told(write: Write) -> None:
    write("okrlint.toml", "".join(f"key-{at} = 1\n" for at in range(2_000)))
    with pytest.raises(ConfigError) as caught:
        load("okrlint.toml")
    said = str(caught.value).splitlines()
    assert (said[0][:16], said[100]) == ("okrlint.toml:1: ", "okrlint.toml: 1900 more values are wrong")
    write("okrlint.toml", "[severity]\n" + "".join(f'xx{at} = "info"\n' for at in range(2_000)))
    with pytest.raises(ConfigError) as caught:
        Linter("okrlint.toml")
    assert len(str(caught.value).splitlines()) == 100


def test_everything_that_is_wrong_is_told_at_once(write: Write) -> None:
    write("base.yaml", "sevrity: 1\nextends: none.yaml\n")
    write("okrlint.toml", 'extends = ["base.yaml"]\n\nlang = "fr"\nselect = ["KW",\n\n1]')
    with pytest.raises(ConfigError) as caught:
        load("okrlint.toml")
    assert str(caught.value).splitlines() == [
        "base.yaml:2: extends 'none.yaml': there is no such file",
        "base.yaml:1: unknown key 'sevrity'; did you mean 'severity'?",
        "okrlint.toml:3: lang: Input should be 'auto', 'en' or 'zh' (is: 'fr')",
        "okrlint.toml:6: select: Input should be a valid string (is: 1)",
    ]
