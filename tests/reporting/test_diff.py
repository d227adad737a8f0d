"""Unified diffs, made from changes and applied again."""

import random
import re
import time

import pytest

from okrlint.linting.fixing import Change, applied
from okrlint.reporting.diff import as_patch, as_shown

_HUNK = re.compile(rb"@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n")


def patched(before: bytes, patch: bytes) -> bytes:
    """Apply a diff of one file to it, strictly."""
    old = re.findall(rb"[^\n]*\n|[^\n]+$", before)
    lines = re.findall(rb"[^\n]*\n", patch)[2:]
    new: list[bytes] = []
    at = number = 0
    while number < len(lines):
        head = _HUNK.fullmatch(lines[number])
        assert head is not None, lines[number]
        start, count, new_start, new_count = map(int, head.groups())
        number += 1
        first = start - 1 if count else start
        new += old[at:first]
        assert len(new) == (new_start - 1 if new_count else new_start)
        at = first
        seen = [0, 0]
        while seen != [count, new_count]:
            kind, line = lines[number][:1], lines[number][1:]
            number += 1
            if number < len(lines) and lines[number].startswith(b"\\"):
                line = line.removesuffix(b"\n")
                number += 1
            if kind in b"- ":
                assert old[at] == line
                at += 1
                seen[0] += 1
            if kind in b"+ ":
                new.append(line)
                seen[1] += 1
    return b"".join(new + old[at:])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_patch_makes_of_the_old_text_the_new_one(encoding: str) -> None:
    tried = 0
    for seed in range(1_500):
        random_ = random.Random(seed)
        ends = random_.choice([["\n"], ["\r\n"], ["\n", "\r\n", "\r"]])
        parts = ["".join(random_.choices("abc增长", k=random_.randint(0, 4))) for _ in range(random_.randint(0, 30))]
        text = "".join(part + random_.choice(ends) for part in parts) + random_.choice(["", "end", "尾"])
        taken: list[Change] = []
        for _ in range(random_.randint(1, 6)):
            start = random_.randint(0, len(text))
            end = min(len(text), start + random_.choice([0, 0, 1, 2, 5, 30]))
            change = Change(start, end, "".join(random_.choices(["X", "换", "\n", "\r\n"], k=random_.randint(0, 4))))
            if not any(change == other or change.clashes(other) for other in taken):
                taken.append(change)
        changes = sorted(taken)
        after = applied(text, changes)
        patch = as_patch("q2.md", text, changes, encoding)
        if after == text:
            assert patch == b""
        else:
            tried += 1
            assert patched(text.encode(encoding), patch) == after.encode(encoding)
            assert as_shown("q2.md", text, changes, color=False).count("@@ -") == patch.count(b"@@ -")
    assert tried > 1_000


def test_a_diff_looks_like_any_other() -> None:
    text = "".join(f"line {number}\n" for number in range(1, 31)).removesuffix("\n")
    start, end = text.index("line 5\n"), text.index("line 30")
    changes = [Change(start, start + 4, "row"), Change(end, end + 4, "row"), Change(len(text), len(text), "\n")]
    assert as_patch("okr/q2.md", text, changes).decode() == (
        "--- a/okr/q2.md\n+++ b/okr/q2.md\n"
        "@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+row 5\n line 6\n line 7\n line 8\n"
        "@@ -27,4 +27,4 @@\n line 27\n line 28\n line 29\n-line 30\n\\ No newline at end of file\n+row 30\n"
    )


def test_colours_and_characters_that_steer_a_terminal() -> None:
    text = "a\x1b[31m\r\nb\tc\r\n"
    shown = as_shown("q\x1b2.md", text, [Change(0, 1, "x")], color=True)
    assert shown == (
        '\x1b[1m--- "a/q\\0332.md"\x1b[0m\n\x1b[1m+++ "b/q\\0332.md"\x1b[0m\n\x1b[36m@@ -1,2 +1,2 @@\x1b[0m\n'
        "\x1b[31m-a\ufffd[31m\x1b[0m\n\x1b[32m+x\ufffd[31m\x1b[0m\n b    c\n"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("q2.md", "a/q2.md"),
        ("目标/二.md", "a/目标/二.md"),
        ("my okrs.md", "a/my okrs.md\t"),
        ('say "hi".md', '"a/say \\"hi\\".md"'),
        ("tab\tand\nline.md", '"a/tab\\tand\\nline.md"'),
        ("bell\x07 esc\x1b.md", '"a/bell\\a esc\\033.md"'),
    ],
)
def test_names_are_quoted_where_they_must_be(name: str, written: str) -> None:
    assert as_patch(name, "a\n", [Change(0, 1, "b")]).decode().startswith(f"--- {written}\n")


def test_a_long_diff_costs_what_it_is() -> None:
    lines = 30_000
    text = "９ a\n" * lines
    start = time.process_time()
    patch = as_patch("q2.md", text, [Change(4 * at, 4 * at + 1, "9") for at in range(lines)])
    assert patch.count(b"\n+9 a") == lines
    assert time.process_time() - start < 5
