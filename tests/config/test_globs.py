"""Lines of a `.gitignore`: what they mean is what git makes of them."""

import os
import random
import subprocess
from pathlib import Path
from shutil import which
from time import process_time

import pytest

from okrlint.config.gitignore import MAX_BYTES, GitIgnore
from okrlint.config.globs import MAX_LINE, Globs

pytestmark = pytest.mark.skipif(which("git") is None or os.name == "nt", reason="needs git, and names of any kind")

NAMES = (
    "a", "b", "ab", "a.md", "b.md", "目标", "目标.md", "季度 二.md", "x y", "a*b", "[a]", "!a", "#a", "a\\b", "a ", "]",
    "é",
)  # fmt: skip
SYMBOLS = (
    "a", "b", "x", ".md", "目", "标", "目标", "季度", "é", " ", "!", "#", "]", "-", "/", "/", "/", "\\*", "\\!", "\\ ",
    "\\", "*", "*", "**", "***", "?", "**/", "/**",
    "[a-c]", "[!a]", "[^b]", "[]a]", "[[:alpha:]]", "[[:x:]]", "[a-", "[:",
    "[\\]]", "[季]",
)  # fmt: skip


class Tree:
    """A repository with files and folders of odd names, made from a seed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        self.paths: list[str] = []
        subprocess.run(["git", "init", "-q", root], check=True)

    def grow(self, folder: str = "", depth: int = 0) -> None:
        for name in self.random.sample(NAMES, self.random.randint(2, 6)):
            path = f"{folder}{name}"
            self.paths.append(path)
            if depth < 3 and self.random.random() < 0.5:
                (self.root / path).mkdir()
                self.grow(f"{path}/", depth + 1)
            else:
                (self.root / path).touch()

    def line(self) -> str:
        chance = self.random.random
        text = "".join(self.random.choice(SYMBOLS) for _ in range(self.random.randint(1, 5)))
        return (
            ("!" if chance() < 0.3 else "")
            + ("/" if chance() < 0.2 else "")
            + text
            + ("/" if chance() < 0.25 else "")
            + ("  " if chance() < 0.1 else "")
        )

    def lines(self) -> bytes:
        return "\n".join(self.line() for _ in range(self.random.randint(1, 5))).encode()

    def ignored_by_git(self) -> set[str]:
        command = ["git", "-c", "core.excludesFile=", "check-ignore", "--no-index", "-z", "--stdin"]
        given = b"\0".join(map(os.fsencode, self.paths))
        done = subprocess.run(command, cwd=self.root, input=given, capture_output=True)
        assert done.returncode in (0, 1), done.stderr
        return set(map(os.fsdecode, done.stdout.split(b"\0"))) - {""}

    def ignored_by_us(self) -> set[str]:
        told: list[OSError] = []
        git, found = GitIgnore(told.append), set[str]()
        for path in self.paths:  # folders come before what is in them
            folder, _, name = path.rpartition("/")
            real = self.root / path
            if folder in found or git.ignores(str(real.parent), name, is_folder=real.is_dir()):
                found.add(path)
        assert told == []
        return found


@pytest.mark.parametrize("seed", range(60))
def test_what_is_ignored_is_what_git_ignores(tmp_path: Path, seed: int) -> None:
    tree = Tree(tmp_path.resolve(), seed)
    tree.grow()
    folders = [path for path in tree.paths if (tmp_path / path).is_dir()]
    (tmp_path / ".gitignore").write_bytes(tree.lines())
    for folder in tree.random.sample(folders, len(folders) // 2):
        (tmp_path / folder / ".gitignore").write_bytes(tree.lines())
    (tmp_path / ".git/info/exclude").write_bytes(tree.lines())
    assert tree.ignored_by_us() == tree.ignored_by_git()


@pytest.mark.parametrize(
    "lines",
    [
        b"*\n!*/\n!*.md\n",
        b"/*\n!/ab\n/ab/*\n!/ab/a.md\n",
        "目标/\n!目标/目标.md\n季*\n".encode(),
        "？.md\n??.md\n???.md\n??????.md\n".encode(),  # to git, a Chinese character is three
        b"a.md   \nb.md\\ \na\\ \n",
        b"\xef\xbb\xbfa.md\r\n\r\n# b\r\n\\#a\r\n\\!a\r\n",
        b"**/a/**\n!**/a/b\n",
        b"a**/b.md\n**\\/b\n",
        b"a/***/b\nab**\nab/**/*.md/\n",
        b"[!\xe7]*\n\xff\xfe*\n",
        b"/\n//\n!\n  \n\\\n[\n",
        b"a.md\0.txt\nb\n",
    ],
)
def test_lines_that_are_written_in_practice_and_lines_that_are_not(tmp_path: Path, lines: bytes) -> None:
    tree = Tree(tmp_path.resolve(), len(lines))
    tree.grow()
    (tmp_path / ".gitignore").write_bytes(lines)
    assert tree.ignored_by_us() == tree.ignored_by_git()


@pytest.mark.parametrize(
    "line",
    [
        "*a*a*a*a*a*a*a*a*b",
        "**/a*/**/a*/**/*a*a*b/**/c",
        "**/" * 900 + "b",
        "[!b]*" * 700 + "b",
        "a/**/" * 700 + "b",
        "/**/*a*a" * 400 + "b",
        "[" * 4_000,
        "[[:" * 1_000 + "]",
        "\\" * 4_001,
        " " * 4_000 + "b",
    ],
)
def test_no_line_takes_long(line: str) -> None:
    path = "/".join(["a" * 200] * 20)
    began = process_time()
    assert not Globs([line]).verdict(path, is_folder=False)
    assert process_time() - began < 1


def test_a_line_without_end_matches_nothing() -> None:
    assert Globs(["a" * MAX_LINE]).verdict("a" * MAX_LINE, is_folder=False)
    assert Globs(["*" * (MAX_LINE + 1)]).verdict("a", is_folder=False) is None


def test_a_worktree_and_a_submodule_have_the_exclude_file_of_their_repository(tmp_path: Path) -> None:
    main = tmp_path.resolve() / "main"
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "protocol.file.allow=always")
    subprocess.run([*git, "init", "-q", main], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "first"], cwd=main, check=True)
    subprocess.run([*git, "worktree", "add", "-q", "../tree"], cwd=main, check=True)
    subprocess.run([*git, "submodule", "--quiet", "add", main, "sub"], cwd=main, check=True)
    (main / ".git/info/exclude").write_text("of-main.md\n", encoding="utf-8")
    (main / ".git/modules/sub/info/exclude").write_text("of-sub.md\n", encoding="utf-8")
    (main / ".gitignore").write_text("of-main-too.md\n", encoding="utf-8")
    for folder in (main, tmp_path.resolve() / "tree", main / "sub"):
        for name in ("of-main.md", "of-main-too.md", "of-sub.md"):
            theirs = subprocess.run([*git, "check-ignore", "-q", name], cwd=folder).returncode == 0
            assert GitIgnore(lambda _: None).ignores(str(folder), name, is_folder=False) == theirs, (folder, name)


def test_what_cannot_be_read_is_told_once_and_links_and_pipes_are_not_read(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_bytes(b"a.md\n" + b"#" * MAX_BYTES)
    for name in ("link", "pipe"):
        (tmp_path / name).mkdir()
    (tmp_path / "lines").write_text("a.md\n", encoding="utf-8")
    os.symlink("../lines", tmp_path / "link/.gitignore")
    os.mkfifo(tmp_path / "pipe/.gitignore")
    told: list[OSError] = []
    git = GitIgnore(told.append)
    for folder in (tmp_path, tmp_path / "link", tmp_path / "pipe"):
        assert not git.ignores(str(folder), "a.md", is_folder=False)
    assert [(error.filename, error.strerror) for error in told] == [
        (str(tmp_path / ".gitignore"), "larger than 200,000 bytes")
    ]


def test_each_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "sub").mkdir()
    for folder in (tmp_path, tmp_path / "sub"):
        (folder / ".gitignore").write_text("a.md\n", encoding="utf-8")
    opened: list[str] = []
    monkeypatch.setattr("okrlint.config.gitignore._read", lambda path: opened.append(path) or b"a.md\n")
    git = GitIgnore(lambda _: None)
    for _ in range(3):
        assert git.ignores(str(tmp_path / "sub"), "a.md", is_folder=False)
        assert git.ignores(str(tmp_path), "a.md", is_folder=False)
    assert opened == [str(tmp_path / ".gitignore"), str(tmp_path / "sub/.gitignore")]
