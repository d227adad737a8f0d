"""Where git does not know all of the past, less is found, and nothing that is found in a whole repository is new."""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planted import write
from test_planted import check, git, item

GAP = "EN014"


class Whole(NamedTuple):
    """The whole repository, and what is found in it."""

    folder: Path
    known: list[tuple[str, ...]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    folder = tmp_path_factory.mktemp("whole") / "okrs"
    write(folder)
    git(folder, "config", "uploadpack.allowFilter", "true")
    return Whole(folder, [item(each) for each in check(folder)])


def new(folder: Path, whole: Whole) -> list[tuple[str, ...]]:
    """Return what is found in a folder but not in the whole repository, and see that one gap is told.

    The check-ins of the returns team are known from commits alone, so without these they are missed.
    """
    found = check(folder, "--extend-select", GAP, "--no-cache")
    assert [each["code"] for each in found].count(GAP) == 1
    rest = [item(each) for each in found if each["code"] != GAP and each["path"] != "supply/2026-q2-returns.md"]
    return [each for each in rest if each not in whole.known]


@pytest.mark.parametrize(
    "options", [["--depth=1"], ["--depth=20"], ["--filter=blob:none"], ["--filter=tree:0"]], ids=str
)
def test_clone_that_is_not_whole_finds_nothing_new(options: list[str], whole: Whole, tmp_path: Path):
    git(tmp_path, "clone", "-q", *options, f"file://{whole.folder}", "clone")
    assert new(tmp_path / "clone", whole) == []


@pytest.mark.parametrize("damage", ["commit", "tree", "junk"])
def test_damaged_repository_finds_nothing_new(damage: str, whole: Whole, tmp_path: Path):
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--no-hardlinks", str(whole.folder), "clone")
    (pack,) = (clone / ".git/objects/pack").glob("*.pack")
    shutil.move(pack, tmp_path)
    shutil.rmtree(pack.parent)
    with (tmp_path / pack.name).open("rb") as packed:
        git(clone, "unpack-objects", "-q", stdin=packed)
    name = git(clone, "rev-parse", "HEAD~50^{tree}" if damage == "tree" else "HEAD~50").strip()
    loose = clone / ".git/objects" / name[:2] / name[2:]
    loose.unlink()
    if damage == "junk":
        loose.write_bytes(b"junk\n")
    assert new(clone, whole) == []


def test_folder_without_git_finds_nothing_new(whole: Whole, tmp_path: Path):
    shutil.copytree(whole.folder, tmp_path / "copy", ignore=shutil.ignore_patterns(".git"))
    assert new(tmp_path / "copy", whole) == []


def test_worktree_and_detached_head_are_as_good_as_a_branch(whole: Whole, tmp_path: Path):
    git(whole.folder, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"))
    assert [item(each) for each in check(tmp_path / "tree")] == whole.known
