"""What rules over the project found is known again as long as all that they looked at is the same."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.caching.projects import Verdict, digest_of, from_bytes, to_bytes
from okrlint.linting.interface import Severity
from okrlint.linting.running import Given
from okrlint.model import Span, Words

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[str, str], Path]

COMPANY = (
    "# Company OKRs 2026\n\n## O1: Become the bakery that people cross town for\n\n- KR1: 40% are from elsewhere\n"
)
TEAM = """# Oven team OKRs 2026-Q2

## O1: Let nobody wait for warm bread

- Supports: [the company](../company.md#o1)
- KR1: Waiting falls from 12 to 4 minutes
"""


@pytest.fixture
def check(tmp_path: Path, write: Write, okrlint: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Lint a team's file alone, whose company's stands beside it, with a cache and without, and say what is broken."""
    monkeypatch.setenv("OKRLINT_CACHE_DIR", str(tmp_path / "cache"))
    write("company.md", COMPANY)
    write("teams/ovens.md", TEAM)

    def broken() -> list[str]:
        command = ("check", "--select", "AL002", "--format", "compact", "teams/ovens.md")
        known, plain = okrlint(*command), okrlint(*command, "--no-cache")
        assert known.stdout == plain.stdout
        return [line for line in known.stdout.splitlines() if "AL002" in line]

    return broken


def test_what_a_linked_file_says_counts(check: Callable[[], list[str]], write: Write, tmp_path: Path) -> None:
    assert check() == check() == []
    write("company.md", COMPANY.replace("O1", "O2"))
    assert len(check()) == len(check()) == 1
    write("company.md", COMPANY)
    assert check() == []
    (tmp_path / "company.md").unlink()
    assert len(check()) == 1
    write("company.md", "Nothing of the kind.\n")
    assert check() == check() == []
    write("company.md", COMPANY)
    assert check() == []


numbers = st.none() | st.integers(-3, 3)
texts = st.text(max_size=8)
hits = st.builds(
    Given,
    texts,
    texts,
    st.builds(Span, st.integers(0, 9), st.integers(0, 9)),
    st.dictionaries(texts, texts | st.integers() | st.builds(Words, texts, texts)),
    st.sampled_from(["high", "medium", "low"]),
    st.none() | st.sampled_from(Severity),
    st.none() | texts,
    st.none() | texts,
    st.booleans(),
)
verdicts = st.builds(
    Verdict, st.dictionaries(texts, st.lists(hits, max_size=3).map(tuple)), st.dictionaries(texts, st.none() | texts)
)


@given(verdicts)
def test_a_verdict_is_the_same_as_bytes(verdict: Verdict) -> None:
    assert from_bytes(to_bytes(verdict)) == verdict


@given(verdicts, st.data())
def test_a_damaged_verdict_is_none(verdict: Verdict, data: st.DataObject) -> None:
    whole = to_bytes(verdict)
    at = data.draw(st.integers(0, len(whole) - 1))
    try:
        from_bytes(whole[:at])
    except (ValueError, TypeError, LookupError):
        return
    pytest.fail("half a verdict was taken for one")


def test_files_must_be_as_they_were() -> None:
    then: dict[str, str | None] = {"gone.md": None, "there.md": "", "read.md": digest_of(b"words")}
    verdict = Verdict({}, then)
    assert verdict.still_holds(lambda path, _: then[path])
    for path, state in (("gone.md", ""), ("there.md", None), ("read.md", digest_of(b"others"))):
        now = {**then, path: state}
        assert not verdict.still_holds(lambda each, _, now=now: now[each])  # type: ignore[misc]
