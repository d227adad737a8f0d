"""The tutorial does what it says: each command is run, each output is compared, in both languages.

python tests/test_tutorial.py    # puts the present output of each command into the pages
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from documentation import DOCS, Block, blocks
from fresh import VENV, WHEEL, Home

ROOT = DOCS.parent
PAGES = ("tutorial.md", "tutorial.zh.md")
MARK = "@@@"
INSTALLING = ("python3 -m venv", "python3 -m pip")


def steps(block: Block) -> Iterator[str]:
    """Yield what a block has a reader do, as commands of a shell."""
    if block.language == "console":
        yield from (line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ "))
    elif block.language == "diff":
        yield f"patch --quiet --strip=1 <<'END_OF_DIFF'\n{block.text}END_OF_DIFF"
    elif block.about:
        yield f"cat > {block.about} <<'END_OF_FILE'\n{block.text}END_OF_FILE"


def outputs(page: str, home: Home) -> list[list[str]]:
    """Return what each step prints, one after the other in one shell; what has been installed is not installed again.

    Args:
        page: whose steps they are.
        home: of who takes them.
    """
    wanted = [step for block in blocks(page) for step in steps(block)]
    script = "".join(f"echo '{MARK}'\n{':' if step in home.done else step}\n" for step in wanted)
    home.done.update(step for step in wanted if step.startswith(INSTALLING))
    environment = {
        **home.environment(),
        "COLUMNS": "100",
        "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    run = subprocess.run(
        ["bash"], input=script.encode(), cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    told = run.stdout.decode().split(f"{MARK}\n")
    parts = ("\n".join(line.rstrip() for line in part.splitlines() if not is_of_the_machine(line)) for part in told[1:])
    return [part.rstrip("\n").split("\n") if part else [] for part in parts]


def is_of_the_machine(line: str) -> bool:
    """Tell whether a line is about the machine: what pre-commit says of its environments, and pip of itself."""
    return line.startswith(("[INFO]", "[notice]", "WARNING: Location", "hint:"))


def shown(page: str) -> list[list[str]]:
    """Return what the page says that each step prints."""
    lines: list[list[str]] = []
    for block in blocks(page):
        if block.language != "console":
            lines += [[] for _ in steps(block)]
            continue
        for line in block.text.splitlines():
            if line.startswith("$ "):
                lines.append([])
            else:
                lines[-1].append(line.rstrip())
    return lines


def with_outputs(page: str, given: list[list[str]]) -> str:
    """Return the page with what was printed in the place of what it shows."""
    text, left = (DOCS / page).read_text(encoding="utf-8"), iter(given)
    pieces, done = [], 0
    for match in re.finditer(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        block = Block(*match.groups())
        if block.language != "console":
            for _ in steps(block):
                next(left)
            continue
        lines = [line for step in steps(block) for line in (f"$ {step}", *next(left))]
        pieces += [text[done : match.start(3)], "".join(f"{line}\n" for line in lines)]
        done = match.end(3)
    return "".join([*pieces, text[done:]])


@pytest.mark.parametrize("page", PAGES)
def test_what_all_tests_share_is_made_as_the_tutorial_says(page: str) -> None:
    assert {VENV, WHEEL} <= {step for block in blocks(page) for step in steps(block)}


@pytest.mark.skipif(not all(map(shutil.which, ("git", "patch", "bash"))), reason="needs git, patch and bash")
@pytest.mark.parametrize("page", PAGES)
def test_the_tutorial_does_what_it_says(page: str, home: Home) -> None:
    shutil.rmtree(home.folder / "plans", ignore_errors=True)  # each page begins with a new repository
    given = outputs(page, home)
    commands = [step.splitlines()[0] for block in blocks(page) for step in steps(block)]
    expected = shown(page)
    assert len(given) == len(commands) == len(expected)
    for command, now, then in zip(commands, given, expected, strict=True):
        assert now == then, f"{command} prints\n" + "\n".join(now)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        own = Home(Path(folder), set())
        for name in sys.argv[1:] or PAGES:
            shutil.rmtree(own.folder / "plans", ignore_errors=True)
            contents = with_outputs(name, outputs(name, own))
            (DOCS / name).write_text(contents, encoding="utf-8")
