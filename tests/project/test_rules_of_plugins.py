"""Rules of plugins that look at all documents: what they say is told where it belongs, and so is where they fail."""

import json
import subprocess
from pathlib import Path

import pytest

from plugin_site import Site

PLUGIN = """
from okrlint.plugins import RuleRef, hookimpl

@hookimpl
def okrlint_rules():
    return [RuleRef("ZZ001", "no-scheme", "zz:NoScheme", scope="project")]

def __getattr__(name):
    if name != "NoScheme":
        raise AttributeError(name)
    from okrlint.plugins import Examples, Meta, Place, ProjectRule, RuleOptions, Severity, Span, Words

    def fails(error):
        raise error

    class Said(RuleOptions):
        says: str = ""
        about = {"says": Words("What it says last, as an expression.", "最后说的话（表达式）。")}

    class NoScheme(ProjectRule):
        "Says no."
        Options = Said
        meta = Meta("ZZ001", "no-scheme", Words("No schemes.", "不要方案。"), Severity.WARNING)
        messages = {"m": Words("no scheme: {count} read, whole: {whole}", "不要方案：{count} {whole}")}
        examples = Examples({}, {})

        def check(self, item, context):
            count, whole = len(item.documents), item.is_whole
            for place in item.places():
                found = item.item(place)
                if "scheme" in found.text:
                    yield self.hit(found.span, "m", place=place, count=count, whole=whole)
            if self.options.says:
                yield eval(self.options.says, {
                    "hit": self.hit, "fails": fails, "Place": Place, "span": Span(0, 1), "Span": Span,
                    "filled": {"count": count, "whole": whole},
                })

    return NoScheme
"""
"""A rule over the project that finds the word "scheme" in items, and then says, or does, what its option says."""

PLAN = (
    "# {} OKRs 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n- KR2: 9 of 10 stay\n"
)
RULES = 'select = ["ZZ001", "KW002"]\n'


def made(folder: Path) -> Site:
    """Return a folder with two documents, and the rule's plugin."""
    site = Site(folder)
    (site.work / "q2.md").unlink()
    (site.work / "okr").mkdir()
    for name in ("bakery", "cellar"):
        (site.work / f"okr/{name}.md").write_text(PLAN.format(name.title()), encoding="utf-8")
    site.configure(RULES)
    site.install("zz", {"zz": PLUGIN}, {"zz": "zz"})
    return site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return made(tmp_path)


def saying(says: str) -> str:
    """Return the table by which the rule says something."""
    return f"[options.ZZ001]\nsays = {json.dumps(says)}\n"


def told(done: subprocess.CompletedProcess[str]) -> list[tuple[str, int, str]]:
    """Return path, line and rule of what was found."""
    found = [line.split(" ", 3) for line in done.stdout.splitlines()]
    places = [(place.split(":"), code) for place, _, code, _ in found]
    return [(path, int(line), code) for (path, line, *_), code in places]


def check(site: Site, *paths: str, jobs: int = 1) -> subprocess.CompletedProcess[str]:
    return site.run("check", "--format", "compact", "-j", str(jobs), *(paths or ("okr",)))


BOTH = [
    ("okr/bakery.md", 5, "KW002"),
    ("okr/bakery.md", 5, "ZZ001"),
    ("okr/cellar.md", 5, "KW002"),
    ("okr/cellar.md", 5, "ZZ001"),
]


def test_what_it_says_is_told_in_the_document_that_it_is_of(site: Site) -> None:
    done = check(site)
    assert (done.returncode, told(done)) == (1, BOTH)
    assert done.stdout.count("no scheme: 2 read, whole: True") == 2
    assert told(check(site, jobs=2)) == BOTH


FAILURES = {
    "fails(ValueError('odd'))": "ValueError: odd",
    "fails(SystemExit(0))": "SystemExit: 0",
    "None": "which is no Hit",
    "hit(span, 'n', place=Place(0))": "no message",
    "hit(span, 'm', **filled)": "no place",
    "hit(span, 'm', place=(0, 0), **filled)": "no place",
    "hit(span, 'm', place=Place(0, 99), **filled)": "item that there is not",
    "hit(span, 'm', place=Place(0, -1), **filled)": "item that there is not",
    "hit(span, 'm', place=Place(9), **filled)": "IndexError",
    "hit((0, 1), 'm', place=Place(0), **filled)": "no Span",
    "hit(span, 'm', place=Place(0), certainty='sure', **filled)": "no certainty",
    "hit(span, 'm', place=Place(0))": "count",
}
"""What the rule may say, and a part of what is told of that."""

ODD_SPANS = ("Span(5, 999)", "Span(-3, 2)", "Span(9, 3)", "Span(9999, 9999)")

ALL_IN_ONE = """
import json, sys
from okrlint import lint_paths
for says in json.loads(sys.argv[1]):
    report = lint_paths(["okr"], config={"select": ["ZZ001", "KW002"], "options": {"ZZ001": {"says": says}}})
    print(json.dumps([report.failed, [[f.path, f.start.line, f.code, f.message] for f in report.findings]]))
"""

Told = tuple[bool, list[tuple[str, int, str, str]]]


@pytest.fixture(scope="module")
def came_of(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """What a run tells of each thing that the rule may say: all in one process, since beginning one takes longest."""
    site = made(tmp_path_factory.mktemp("failing"))
    says = [*FAILURES, *(f"hit({span}, 'm', place=Place(0), **filled)" for span in ODD_SPANS)]
    done = site.run(json.dumps(says), program=("-c", ALL_IN_ONE))
    assert done.returncode == 0, done.stderr
    results = [json.loads(line) for line in done.stdout.splitlines()]
    return {each: (failed, list(map(tuple, found))) for each, (failed, found) in zip(says, results, strict=True)}


@pytest.mark.parametrize("says", FAILURES)
def test_where_it_fails_that_is_told_once_and_all_else_is_reported(came_of: dict[str, Told], says: str) -> None:
    failed, found = came_of[says]
    assert failed
    assert [entry[:3] for entry in found if entry[2] != "EN006"] == BOTH
    (crash,) = [entry for entry in found if entry[2] == "EN006"]
    assert crash[:2] == ("okr/bakery.md", 1)
    assert all(part in crash[3] for part in ("ZZ001", "zz", FAILURES[says]))


@pytest.mark.parametrize("span", ODD_SPANS)
def test_a_span_beyond_the_document_is_brought_back_into_it(came_of: dict[str, Told], span: str) -> None:
    failed, found = came_of[f"hit({span}, 'm', place=Place(0), **filled)"]
    assert not failed
    of_rule = [line for path, line, code, _ in found if (path, code) == ("okr/bakery.md", "ZZ001")]
    assert len(of_rule) == 2
    assert all(1 <= line <= 7 for line in of_rule)


def test_a_crash_is_told_the_same_from_processes_and_without_a_cache(site: Site) -> None:
    site.configure(RULES + saying("fails(ValueError('odd'))"))
    first = check(site)
    for options in (("-j2",), ("--no-cache",), ()):
        again = site.run("check", "--format", "compact", *options, "okr")
        assert (again.stdout, again.returncode) == (first.stdout, 2)


def test_what_it_says_of_a_document_that_is_not_linted_is_not_told(site: Site) -> None:
    site.configure(f'{RULES}project = ["okr/"]\nplans = ["plan.md"]\n')
    (site.work / "plan.md").write_text("# Plan 2026-Q2\n\n- O1: Find 900 schemes\n", encoding="utf-8")
    done = check(site, "okr/cellar.md")
    assert told(done) == BOTH[2:]
    assert "3 read, whole: True" in done.stdout
    # Named, a plan is a document of the run; rules for OKRs are not asked.
    assert told(check(site, "okr/cellar.md", "plan.md")) == [*BOTH[2:], ("plan.md", 3, "ZZ001")]


def test_a_crash_is_told_though_the_document_at_fault_is_not_linted(site: Site) -> None:
    says = saying("hit(span, 'm', place=Place(0, 99), **filled)")
    site.configure(f'{RULES}project = ["okr/"]\n{says}')
    done = check(site, "okr/cellar.md")
    assert done.returncode == 2
    assert sorted(told(done)) == [("okr/cellar.md", 1, "EN006"), *BOTH[2:]]


def test_one_file_a_few_and_a_folder(site: Site) -> None:
    assert "1 read, whole: False" in check(site, "okr/cellar.md").stdout
    assert "2 read, whole: False" in check(site, "okr/cellar.md", "okr/bakery.md").stdout
    assert "2 read, whole: True" in check(site, "okr/cellar.md", "okr").stdout
    text = (site.work / "okr/cellar.md").read_text(encoding="utf-8")
    (site.work / "okr/cellar.md").write_text(text.replace("## O1", "Supports: bakery.md\n\n## O1"), encoding="utf-8")
    done = check(site, "okr/cellar.md")
    assert "2 read, whole: False" in done.stdout
    assert {path for path, _, _ in told(done)} == {"okr/cellar.md"}


def test_suppressions_and_what_they_say_when_unused(site: Site) -> None:
    site.configure(RULES.replace("KW002", "HY005"))
    path = site.work / "okr/bakery.md"
    plain = path.read_text(encoding="utf-8")
    path.write_text(plain.replace("a scheme", "a scheme <!-- okrlint: disable=ZZ001 -- agreed -->"), encoding="utf-8")
    assert told(check(site)) == [BOTH[3]]
    path.write_text(plain.replace("stay", "stay <!-- okrlint: disable=ZZ001 -- agreed -->"), encoding="utf-8")
    unused = ("okr/bakery.md", 6, "HY005")
    assert told(check(site)) == [BOTH[1], unused, BOTH[3]]
    assert told(check(site, "okr/bakery.md")) == [BOTH[1]], "others might bring it about"


def test_a_suppression_is_not_called_unused_where_the_rule_crashed(site: Site) -> None:
    site.configure(RULES.replace("KW002", "HY005") + saying("fails(ValueError('odd'))"))
    path = site.work / "okr/bakery.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("stay", "stay <!-- okrlint: disable=ZZ001 -- agreed -->"), encoding="utf-8")
    assert "HY005" not in check(site).stdout


def test_baselines_and_settings_for_some_paths(site: Site) -> None:
    site.configure(f'{RULES}baseline = "known.json"\n')
    written = site.run("check", "--write-baseline", "okr")
    assert written.returncode == 0, written.stderr
    known = json.loads((site.work / "known.json").read_text(encoding="utf-8"))["findings"]
    assert [entry["path"] for entry in known if entry["rule"] == "ZZ001"] == ["okr/bakery.md", "okr/cellar.md"]
    assert check(site).stdout == ""
    table = '[[per-path]]\npaths = ["bakery.md"]\n'
    site.configure(f'{RULES}{table}severity = {{ZZ001 = "error"}}\n')
    lines = [line for line in check(site).stdout.splitlines() if "ZZ001" in line]
    assert [line.split(" ")[1] for line in lines] == ["error", "warning"]
    site.configure(f'{RULES}{table}ignore = ["ZZ001"]\n')
    assert told(check(site)) == [BOTH[0], *BOTH[2:]]
