"""What git's own plumbing tells of a repository: one process for all commits, one for all contents.

Nothing is written to the repository, fetched, or run on its behalf: neither hooks nor what its configuration names.
"""

import os
import re
import signal
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from os.path import dirname, exists, isabs, join, realpath
from shutil import which
from tempfile import TemporaryFile
from typing import IO, Literal, NamedTuple

from okrlint.history import gaps
from okrlint.history.interface import Commit
from okrlint.model import Words
from okrlint.reading.source import MAX_BYTES

MOST_COMMITS = 100_000
"""Commits that are looked at: the latest ones."""
SECONDS = 120.0
"""How long git may take for all commits, or for all contents; for a question about the repository a twelfth."""

_QUESTION = 1 / 12
_CHUNK = 1 << 20
_MOST_ERRORS = 50
"""Damaged objects for which git is begun anew; what is left then counts as damaged, too."""
_RENAMES = 1_000
"""Files of a commit that are compared with as many others to find out which were renamed."""
_KEPT_ERROR = 4_000
"""Bytes of what git complains of that are kept."""


class GitError(Exception):
    """Why nothing is known of the past.

    Attributes:
        words: what is wrong, and what to do.
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


class Repository(NamedTuple):
    """A repository that there is something to know of.

    Attributes:
        top: the folder of its work tree: a real path.
        head: the name of the commit that is checked out.
        is_shallow: whether older commits were left out when it was cloned.
    """

    top: str
    head: str
    is_shallow: bool


class FileChange(NamedTuple):
    """What a commit did to a file.

    Attributes:
        path: of it, from the top of the repository, with forward slashes; bytes that are no UTF-8 are lone surrogates.
        former: its path before, where it was renamed; else None.
        blob: the name of its contents afterwards; None where it is gone, or no file any more (a link, a submodule).
        old: the name of its contents before; None where there was no file.
    """

    path: str
    former: str | None
    blob: str | None
    old: str | None


class Record(NamedTuple):
    """A commit.

    Attributes:
        commit: see there.
        changes: what it did to files, by path.
        is_merge: whether it has several parents.
    """

    commit: Commit
    changes: tuple[FileChange, ...]
    is_merge: bool = False


class Log(NamedTuple):
    """The commits that changed some files.

    Attributes:
        records: the oldest first.
        gap: why there are not all of them; None where there are.
    """

    records: tuple[Record, ...]
    gap: Words | None = None


class Blob(NamedTuple):
    """The contents of a file.

    Attributes:
        id: their name.
        data: None where they cannot be had.
        state: why not: "missing", be it damaged or never fetched, or "large": over the limit of what is read.
    """

    id: str
    data: bytes | None
    state: Literal["whole", "missing", "large"] = "whole"


def top_of(folder: str) -> str | None:
    """Return the nearest folder upward that git would take for the top of a work tree; None without any."""
    folder = realpath(folder)
    while True:
        if exists(join(folder, ".git")):
            return folder
        above = dirname(folder)
        if above == folder:
            return None
        folder = above


def opened(folder: str, seconds: float = SECONDS) -> Repository:
    """Return the repository that a folder belongs to.

    What the environment says of a repository (`GIT_DIR`, as a hook has it) counts only where there is none upward.

    Raises:
        GitError: where there is none, or nothing can be known of it.
    """
    asked = ["rev-parse", "--is-shallow-repository", "--show-toplevel"]
    code, told, complaint = _asked(folder, asked, seconds * _QUESTION)
    if code is None:
        raise GitError(gaps.hung(seconds * _QUESTION))
    shallow, _, top = told.rstrip(b"\r\n").partition(b"\n")
    if code != 0 or not top:
        raise GitError(_refusal(complaint, folder))
    code, told, _ = _asked(folder, ["rev-parse", "--verify", "HEAD^{commit}"], seconds * _QUESTION)
    if code is None:
        raise GitError(gaps.hung(seconds * _QUESTION))
    if code != 0:
        raise GitError(gaps.damaged(None) if _has_head(folder, seconds) else gaps.NO_COMMIT)
    return Repository(realpath(os.fsdecode(top)), told.strip().decode("ascii", "replace"), shallow.strip() == b"true")


def _has_head(folder: str, seconds: float) -> bool:
    """Tell whether what is checked out names a commit, be it there or not."""
    code, told, _ = _asked(folder, ["rev-parse", "-q", "--verify", "HEAD"], seconds * _QUESTION)
    return code == 0 and bool(told.strip())


def latest_commits(repository: Repository, most: int, seconds: float = SECONDS) -> list[str]:
    """Return the names of the latest commits on the line of first parents, the latest first.

    Args:
        repository: is asked.
        most: how many.
        seconds: how long git may take for all commits.
    """
    words = ["rev-list", "--first-parent", f"--max-count={most}", repository.head, "--"]
    code, told, _ = _asked(repository.top, words, seconds * _QUESTION)
    return told.decode("ascii", "replace").split() if code == 0 else []


def log(repository: Repository, pathspecs: Sequence[str], seconds: float = SECONDS, *, since: str | None = None) -> Log:
    """Return the commits that changed some files, against the first parent of each.

    Args:
        repository: is asked.
        pathspecs: which files; as git has them, from the top of the repository.
        seconds: how long git may take.
        since: the name of one of the commits on the line of first parents; it and those before are left out.

    Raises:
        GitError: where no commit can be read.
    """
    commits = repository.head if since is None else f"{since}..{repository.head}"
    code, told, complaint = _asked(repository.top, _log_command(commits, "-M", pathspecs), seconds)
    if code != 0 and _is_of_objects(complaint):
        # To tell which files were renamed and changed at once, git needs their contents, which a partial clone lacks.
        exact = _asked(repository.top, _log_command(commits, "-M100%", pathspecs), seconds)
        code, told, complaint = exact if exact[0] == 0 or len(exact[1]) > len(told) else (code, told, complaint)
    records = _records(told)
    if code == 0:
        gap = gaps.shallow(records[-1].commit.day) if repository.is_shallow and records else None
        if len(records) >= MOST_COMMITS:
            gap = gaps.too_many(MOST_COMMITS, records[-1].commit.day)
        if any(record.is_merge for record in records):
            records = _with_merged(records, repository.top, commits, pathspecs, seconds)
        return Log(tuple(reversed(records)), gap)
    if code is None:
        raise GitError(gaps.hung(seconds))
    if not _is_of_objects(complaint) and not records:
        raise GitError(_refusal(complaint, repository.top))
    records = records[:-1]  # what is told of the last one may not be all
    if not records:
        raise GitError(gaps.damaged(None))
    return Log(tuple(reversed(records)), gaps.damaged(records[-1].commit.day))


def _log_command(commits: str, renames: str, pathspecs: Sequence[str]) -> list[str]:
    return [
        "log", "-z", "--raw", "--no-abbrev", "--first-parent", "-m", renames, f"-l{_RENAMES}", "--no-follow",
        "--format=%H%x00%P%x00%an%x00%ae%x00%ad%x00%cd%x00%B%x00", "--date=raw", "--encoding=UTF-8", "--no-color",
        "--no-notes", "--no-show-signature", "--no-mailmap", "--no-decorate", "--no-ext-diff", "--no-textconv",
        "--ignore-submodules=none", f"--max-count={MOST_COMMITS}", commits, "--", *pathspecs,
    ]  # fmt: skip


_MOST_MERGED = 200
"""Messages that are kept of what a commit merged."""


def _with_merged(
    records: list[Record], top: str, commits: str, pathspecs: Sequence[str], seconds: float
) -> list[Record]:
    """Return commits, those that are merges with the messages of the commits that they merged.

    Why something was changed is told where it was changed, on the branch, and seldom in the merge.
    """
    words = [
        "log", "-z", "--full-history", "--parents", "--format=%H%x00%P%x00%B", "--encoding=UTF-8", "--no-color",
        "--no-notes", "--no-show-signature", "--no-decorate", f"--max-count={MOST_COMMITS}", commits,
        "--", *pathspecs,
    ]  # fmt: skip
    code, told, _ = _asked(top, words, seconds)
    if code != 0:
        return records
    tokens = told.rstrip(b"\0").split(b"\0")
    known = {
        name.decode("ascii", "replace"): (parents.decode("ascii", "replace").split(), _text(message).strip())
        for name, parents, message in zip(tokens[::3], tokens[1::3], tokens[2::3], strict=False)
    }
    merged = _merged(known, next(iter(known), ""))
    return [
        record._replace(commit=record.commit._replace(merged=merged.get(record.commit.id, ()))) for record in records
    ]


def _merged(known: dict[str, tuple[list[str], str]], head: str) -> dict[str, tuple[str, ...]]:
    """Return the messages of the commits that each commit on the line of first parents merged."""
    line = []
    while head in known:
        line.append(head)
        parents = known[head][0]
        head = parents[0] if parents else ""
    seen: set[str] = set()  # all that the commits before have brought
    merged: dict[str, tuple[str, ...]] = {}
    for name in reversed(line):
        messages = []
        todo = known[name][0][1:]
        while todo:
            other = todo.pop()
            if other not in seen and other in known:
                seen.add(other)
                messages.append(known[other][1])
                todo += known[other][0]
        seen.add(name)
        if messages:
            merged[name] = tuple(messages[:_MOST_MERGED])
    return merged


_FIELDS = 7


def _records(told: bytes) -> list[Record]:
    """Return the commits of a log, the latest first."""
    tokens = told.split(b"\0")
    records: list[Record] = []
    at = 0
    while at + _FIELDS < len(tokens):
        name, parents, author, email, written, committed, message = tokens[at : at + _FIELDS]
        at += _FIELDS
        if not tokens[at]:
            at += 1
        changes: list[FileChange] = []
        while at + 1 < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            about = tokens[at].lstrip(b"\n")[1:].split()
            count = 2 if len(about) == 5 and about[4][:1] in b"RC" else 1
            changes += _change(about, tokens[at + 1 : at + 1 + count])
            at += 1 + count
        time = _time(written) or _time(committed) or (records[-1].commit.time if records else _EPOCH)
        commit = Commit(name.decode("ascii", "replace"), _text(author), _text(email), time, _text(message).strip())
        records.append(Record(commit, tuple(sorted(changes)), b" " in parents))
    return records


def _change(about: list[bytes], paths: list[bytes]) -> Iterator[FileChange]:
    if len(about) != 5 or not paths:
        return
    old_mode, mode, old, new, status = about
    blob = _name(new) if mode.startswith(b"100") else None
    before = _name(old) if old_mode.startswith(b"100") else None
    former = _path(paths[0]) if status.startswith(b"R") else None
    if blob is None and before is None:
        return
    yield FileChange(_path(paths[-1]), former, blob, None if status.startswith(b"C") else before)


def _name(name: bytes) -> str | None:
    return name.decode("ascii", "replace") if name.strip(b"0") else None


def _path(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")


def _text(words: bytes) -> str:
    return words.decode("utf-8", "replace")


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _time(raw: bytes) -> datetime | None:
    """Return a time as git stores it: seconds, and the zone; None for what is no time of a repository."""
    found = _time_pattern().fullmatch(raw.strip())
    if found is None or int(found[1]) <= 0:
        return None
    sign = -1 if found[2] == b"-" else 1
    minutes = sign * (int(found[3]) * 60 + int(found[4]))
    zone = timezone(timedelta(minutes=minutes)) if abs(minutes) < 24 * 60 else UTC
    try:
        return datetime.fromtimestamp(int(found[1]), zone)
    except (OverflowError, ValueError, OSError):
        return None


@cache
def _time_pattern() -> re.Pattern[bytes]:
    return re.compile(rb"(\d{1,15}) ([+-])(\d{2})(\d{2})")


def blobs(repository: Repository, names: Iterable[str], seconds: float = SECONDS) -> Iterator[Blob]:
    """Yield the contents of files by their names, in the order given.

    Raises:
        GitError: where git cannot be run, or hangs.
    """
    waiting = list(names)
    errors = 0
    while waiting:
        done = 0
        for blob in _batch(repository, waiting, seconds):
            done += 1
            yield blob
        if done == len(waiting):
            return
        yield Blob(waiting[done], None, "missing")  # git ends there
        waiting = waiting[done + 1 :]
        errors += 1
        if errors > _MOST_ERRORS:
            yield from (Blob(name, None, "missing") for name in waiting)
            return


def _batch(repository: Repository, names: list[str], seconds: float) -> Iterator[Blob]:
    with TemporaryFile() as questions:
        questions.write("".join(f"{name}\n" for name in names).encode())
        questions.seek(0)
        with _running(repository.top, ["cat-file", "--batch", "--buffer"], seconds, questions) as (process, killed):
            stream = process.stdout
            if stream is None:
                return
            for name in names:
                blob = _next_blob(name, stream)
                if killed.is_set():
                    raise GitError(gaps.hung(seconds))
                if blob is None:
                    return
                yield blob


def _next_blob(name: str, stream: IO[bytes]) -> Blob | None:
    head = stream.readline().split()
    if len(head) == 2 and head[1] == b"missing":
        return Blob(name, None, "missing")
    if len(head) != 3 or not head[2].isdigit():
        return None
    size = int(head[2])
    if size > MAX_BYTES or head[1] != b"blob":
        left = size + 1
        while left > 0 and (some := stream.read(min(left, _CHUNK))):
            left -= len(some)
        return Blob(name, None, "large") if not left else None
    data = stream.read(size + 1)
    return Blob(name, data[:-1]) if len(data) == size + 1 else None


def _asked(folder: str, words: list[str], seconds: float) -> tuple[int | None, bytes, bytes]:
    """Return git's exit code (None where it was ended because it took too long), and what it said, and complained of.

    Raises:
        GitError: where there is no git.
    """
    with TemporaryFile() as nothing, _running(folder, words, seconds, nothing) as (process, killed):
        told = process.stdout.read() if process.stdout else b""
        code = process.wait()
        ended = killed.is_set()
        process.complaint.seek(0)
        complaint = process.complaint.read(_KEPT_ERROR)
    return (None if ended else code), told, complaint


class _Process(subprocess.Popen[bytes]):
    """Git, and the file that it complains to."""

    complaint: IO[bytes]


@contextmanager
def _running(
    folder: str, words: list[str], seconds: float, questions: IO[bytes]
) -> Iterator[tuple[_Process, threading.Event]]:
    """Run git, and give it and what tells whether it was ended because it took too long.

    Raises:
        GitError: where there is no git.
    """
    program = which("git")
    if program is None or not isabs(program):  # what lies in the working folder is not ours to run
        raise GitError(gaps.NO_GIT)
    killed = threading.Event()
    with TemporaryFile() as complaint:
        try:
            process = _Process(
                [program, *_OPTIONS, *words],
                cwd=folder,
                env=_environment(folder),
                stdin=questions,
                stdout=subprocess.PIPE,
                stderr=complaint,
                start_new_session=os.name == "posix",
            )
        except OSError as error:
            raise GitError(gaps.cannot_run(error)) from None
        process.complaint = complaint

        def end() -> None:
            killed.set()
            _kill(process)

        watch = threading.Timer(seconds, end)
        watch.daemon = True
        watch.start()
        try:
            yield process, killed
        finally:
            watch.cancel()
            if process.poll() is None:
                _kill(process)
            if process.stdout:
                process.stdout.close()
            process.wait()


def _kill(process: _Process) -> None:
    """End git with all that it began."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "core.quotePath=false",
    "-c", f"diff.orderFile={os.devnull}",
    "-c", "log.showRoot=true",
    "-c", "log.showSignature=false",
)  # fmt: skip

_LOCAL = frozenset(
    (
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_COMMON_DIR",
        "GIT_PREFIX",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_QUARANTINE_PATH",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_SHALLOW_FILE",
        "GIT_GRAFT_FILE",
    )
)
"""What the environment says of a repository: a hook that runs okrlint has it, and it may well be another one."""

_NEVER = frozenset(
    (
        "GIT_EXTERNAL_DIFF",
        "GIT_PAGER",
        "GIT_ASKPASS",
        "GIT_GLOB_PATHSPECS",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_LITERAL_PATHSPECS",
        "GIT_DIFF_OPTS",
    )
)


def _environment(folder: str) -> dict[str, str]:
    left_out = _NEVER if top_of(folder) is None else _NEVER | _LOCAL
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {
        **kept,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",  # git before 2.45 knows nothing of the former
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
        "LANGUAGE": "C",
    }


def _is_of_objects(complaint: bytes) -> bool:
    """Tell whether git complains of objects that are missing or damaged."""
    return any(
        words in complaint
        for words in (
            b"missing", b"corrupt", b"unable to read", b"Could not read", b"could not read", b"could not fetch",
            b"bad object", b"inflate", b"promisor", b"not allowed", b"unable to parse", b"bad tree", b"unable to find",
        )
    )  # fmt: skip


def _refusal(complaint: bytes, folder: str) -> Words:
    top = top_of(folder)
    if b"dubious ownership" in complaint or b"unsafe repository" in complaint:
        return gaps.refused(top or folder)
    said = _text(complaint).strip().splitlines()
    if not said or (b"not a git repository" in complaint and top is None) or b"work tree" in complaint:
        return gaps.NO_REPOSITORY
    return gaps.unreadable(said[0].strip())
