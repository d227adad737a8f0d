"""The documentation site builds without a warning, has every page in both languages, and no link in it is broken."""

import importlib
import inspect
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
BUILD = "docs/site/build.py"

for _name in ("sphinx", "myst_parser", "furo"):
    pytest.importorskip(_name, reason="the documentation site is built with what okrlint[docs] brings")


def build(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / BUILD), str(out)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "out"
    done = build(ROOT, out)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return out


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A repository with the site's generator, and few pages of few words."""
    root = tmp_path / "repository"
    shutil.copytree(DOCS / "site", root / "docs" / "site", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "docs" / "rules").mkdir()
    for name in ("index", "reference", "fixes", "baseline", "rules/README"):
        for suffix in (".md", ".zh.md"):
            (root / "docs" / f"{name}{suffix}").write_text(f"# {name}\n", "utf-8")
    (root / "CHANGELOG.md").write_text("# Changelog\n", "utf-8")
    return root


@cache
def page(path: Path) -> html.HtmlElement:
    return html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).getroot()


@cache
def anchors(path: Path) -> frozenset[str]:
    return frozenset(page(path).xpath("//@id"))


def names(language: str) -> Iterator[str]:
    """Yield the pages that the files of `docs/` make."""
    for path in [*DOCS.glob("*.md"), *(DOCS / "rules").glob("*.md")]:
        if path.name.endswith(".zh.md") == (language == "zh"):
            name = path.relative_to(DOCS).as_posix()
            yield re.sub(r"(\.zh)?\.md$", "", name).replace("rules/README", "rules/index")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_there_and_leads_to_its_twin(site: Path, language: str) -> None:
    expected = {*names("en"), *names("zh"), "changelog"}
    assert len(expected) > 100
    for name in sorted(expected):
        path = site / language / f"{name}.html"
        (switch,) = page(path).find_class("language-switch")
        twin = (path.parent / switch.get("href")).resolve()
        other = "zh" if language == "en" else "en"
        assert twin == (site / other / f"{name}.html").resolve()
        assert page(path).get("lang") == {"en": "en", "zh": "zh-CN"}[language]
        assert page(path).xpath("//article//h1"), name


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_page_is_reached_from_the_navigation(site: Path, language: str) -> None:
    seen: set[Path] = set()
    ahead = [site / language / "index.html"]
    while ahead:
        path = ahead.pop()
        if path in seen:
            continue
        seen.add(path)
        links = page(path).xpath("//*[contains(@class, 'sidebar-tree')]//a/@href")
        ahead += [(path.parent / link.partition("#")[0]).resolve() for link in links if not link.startswith("#")]
    missing = {name for name in names(language) if (site / language / f"{name}.html") not in seen}
    assert missing == set()


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    broken, looked_at = [], 0
    for path in sorted(site.rglob("*.html")):
        for link in page(path).xpath("//@href | //@src"):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            looked_at += 1
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and target.suffix == ".html" and anchor not in anchors(target)):
                broken.append(f"{path.relative_to(site)}: {link}")
    assert broken == []
    assert looked_at > 5000


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        loaded = page(path).xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
        assert [link for link in loaded if urlsplit(link).netloc] == [], path
    for path in site.rglob("*.css"):
        assert re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//[^)]*\)", path.read_text("utf-8")) == [], path


def test_each_language_has_a_search_of_its_own(site: Path) -> None:
    for language, title, word in (("en", "Fixes", "suppress"), ("zh", "修正", "关键")):
        text = (site / language / "searchindex.js").read_text("utf-8")
        index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
        assert index["titles"][index["docnames"].index("fixes")] == title
        assert word in index["terms"]
        assert "kw002" in index["titleterms"]


def test_start_page_leads_to_both_languages(site: Path) -> None:
    assert page(site / "index.html").xpath("//body//a/@href") == ["en/index.html", "zh/index.html"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["okrlint", "okrlint.plugins", "okrlint.testing"])
def test_every_public_name_is_in_the_reference(site: Path, language: str, name: str) -> None:
    module = importlib.import_module(name)
    path = site / language / "reference" / f"{name}.html"
    assert {f"{name}.{public}" for public in module.__all__} <= anchors(path)


def test_reference_shows_every_field(site: Path) -> None:
    missing = set()
    for name in ("okrlint", "okrlint.plugins"):
        module = importlib.import_module(name)
        there = anchors(site / "en" / "reference" / f"{name}.html")
        for public in module.__all__:
            kind = getattr(module, public)
            if inspect.isclass(kind) and not (name != "okrlint" and kind is getattr(sys.modules["okrlint"], public, 0)):
                fields = getattr(kind, "model_fields", None) or getattr(kind, "_fields", ())
                missing |= {full for field in fields if (full := f"{name}.{public}.{field}") not in there}
    assert missing == set()


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ("[gone](gone.md)", r"docs/fixes\.zh\.md:3: the link to gone\.md leads nowhere"),
        ("[gone](../gone.py)", r"docs/fixes\.zh\.md:3: the link to \.\./gone\.py leads nowhere"),
    ],
)
def test_link_to_a_file_that_there_is_not_ends_the_build(small: Path, tmp_path: Path, broken: str, told: str) -> None:
    (small / "docs" / "fixes.zh.md").write_text(f"# 修正\n\n{broken}\n", "utf-8")
    done = build(small, tmp_path / "out")
    assert done.returncode == 2
    assert re.search(told, done.stderr), done.stderr
    assert not (tmp_path / "out").exists()


def test_what_sphinx_warns_of_ends_the_build(small: Path, tmp_path: Path) -> None:
    (small / "docs" / "fixes.md").write_text("# Fixes\n\n[gone](baseline.md#gone) and [gone](#gone-too)\n", "utf-8")
    done = build(small, tmp_path / "out")
    assert done.returncode == 2
    assert re.search(r"docs/fixes\.md:3: WARNING: .*'gone'", done.stderr), done.stderr
    assert re.search(r"docs/fixes\.md:3: WARNING: .*'gone-too'", done.stderr), done.stderr
    assert not (tmp_path / "out").exists()


def test_page_without_its_twin_ends_the_build(small: Path, tmp_path: Path) -> None:
    (small / "docs" / "fixes.zh.md").unlink()
    done = build(small, tmp_path / "out")
    assert done.returncode == 2
    assert "docs/fixes.md: there is no such page in the other language" in done.stderr


def test_folder_with_something_of_value_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    done = build(ROOT, tmp_path)
    assert done.returncode == 2
    assert "is no site built by this command" in done.stderr
    assert (tmp_path / "thesis.txt").read_text("utf-8") == "years of work"
