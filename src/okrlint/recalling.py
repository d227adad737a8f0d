"""From the documents of a run to their history: which repositories they lie in, and what each version of them said."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from os.path import abspath, dirname, isfile, join, realpath, relpath, splitext
from typing import TYPE_CHECKING, NamedTuple

from okrlint.across import Documents
from okrlint.dispatching import PASSING, WorkersFor, here
from okrlint.history import gaps
from okrlint.history.git import Blob, FileChange, GitError, Log, Record, Repository, blobs, log, opened, top_of
from okrlint.history.interface import Addition, History, ItemHistory, Version
from okrlint.history.tracking import Change, Step, tracked
from okrlint.history.versions import Added, added_lines
from okrlint.job import Job
from okrlint.model import Words
from okrlint.opening import FormatError, open_with, read_document, reader_for
from okrlint.outcomes import Known
from okrlint.project.interface import Place
from okrlint.project.summaries import DocumentSummary
from okrlint.project.summarising import packed, summary_of, unpacked
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import UnreadableError, read_bytes

if TYPE_CHECKING:
    from okrlint.caching.past import Past

_MARKDOWN = frozenset((".md", ".markdown"))
"""Endings of files that are looked at beside those that the documents have."""
_RUN = 40
"""Versions of a document that one worker reads, one after the other: most of what they say is the same."""
_MOST_BYTES = 64_000_000
"""Bytes of versions that are in memory at a time."""
_MANY_FOLDERS = 100
"""Folders of named files beyond which the whole repository is looked through instead."""


class Read(NamedTuple):
    """What was read of a version of a document.

    Attributes:
        summary: its packed summary; b"" where it holds no OKRs; None where it cannot be read.
        added: see `Version`.
    """

    summary: bytes | None
    added: tuple[Added, ...] = ()


class _Piece(NamedTuple):
    """A version to read.

    Attributes:
        job: says how, and by which name.
        data: its contents; None where they cannot be had.
        former: the contents before; None for a new document.
    """

    job: Job
    data: bytes | None
    former: bytes | None


class Present(NamedTuple):
    """The documents of a run as they are now, and why some could not be read, by path."""

    known: list[Known]
    failures: list[tuple[str, UnreadableError]]


def read(jobs: Iterable[Job], past: "Past | None" = None) -> Present:
    """Return what jobs' files hold; what holds no OKRs is left out."""
    present = Present([], [])
    for job in jobs:
        try:
            data = read_bytes(job.path)
            key = past.key_of("version", job, _blob_name(data), "") if past is not None else None
            row = past.get([key]).get(key) if past is not None and key is not None else None
            done = _from_bytes(row) if row is not None else None
            if done is None:
                done = Read(_summarised(job, data)[0])
                if past is not None and key is not None:
                    past.keep(key, _to_bytes(done))
        except (UnreadableError, FormatError) as error:
            if isinstance(error, UnreadableError) and job.named:
                present.failures.append((job.name, error))
            continue
        if done.summary:
            present.known.append(Known(job, done.summary))
    if past is not None:
        past.flush()
    return present


def _blob_name(data: bytes) -> str:
    """Return the name that git gives to contents."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def history_of(
    known: Sequence[Known],
    folders: Sequence[str] = (),
    *,
    workers: WorkersFor = here,
    past: "Past | None" = None,
) -> History:
    """Return the history of documents, of each repository that they lie in by itself.

    Args:
        known: the documents, by path, as in `Project.documents`.
        folders: those that were walked: what was in them once, and is gone, counts, too. Of files that were named,
            what moved from or to others in the same folder is followed.
        workers: read the versions elsewhere, where there are many.
        past: what was read in earlier runs.

    Raises:
        ConfigError, PluginError: as linting does.
    """
    there: dict[Place, ItemHistory] = {}
    gone: list[ItemHistory] = []
    days = []
    said: dict[Words, None] = {}
    additions: dict[int, tuple[Addition, ...]] = {}
    for top, paths in _by_repository(known).items():
        try:
            found = _Recall(top, paths, known, folders, past).histories(workers)
        except GitError as error:
            said[error.words] = None
            continue
        there.update({item.place: item for item in found.items if item.place is not None})
        gone += [item for item in found.items if item.place is None]
        days += [found.first_day] if found.first_day else []
        said.update(dict.fromkeys([found.gap] if found.gap else []))
        additions.update(found.additions)
    if past is not None:
        past.flush()
    documents = Documents(known)
    for number, document in enumerate(documents):  # of what nothing is known, what is there now is the only version
        for at, item in enumerate(document.items):
            place = Place(number, at)
            if place not in there:
                there[place] = ItemHistory(place, (Version(None, document.path, item),))
    items = (*(there[place] for place in sorted(there)), *gone)
    return History(items, min(days, default=None), _joined(said), additions)


def state_of(known: Sequence[Known]) -> str | None:
    """Return what stands for all that the history of documents depends on; None where that cannot be told.

    That is the commit that is checked out in each repository, and the files as they are now.
    """
    words = []
    for top in _by_repository(known):
        try:
            repository = opened(top) if top is not None else None
        except GitError:
            return None
        words.append(f"{repository!r}")
    for job, _ in known:
        try:
            words.append(hashlib.sha1(read_bytes(job.path), usedforsecurity=False).hexdigest())
        except UnreadableError:
            words.append("")
    return "\0".join(words)


def _by_repository(known: Sequence[Known]) -> dict[str | None, dict[str, int]]:
    """Return the number of each document by its real path, for the top of each repository that they lie in."""
    groups: dict[str | None, dict[str, int]] = {}
    tops: dict[str, str | None] = {}
    for number, each in enumerate(known):
        path = realpath(each.job.path)
        folder = dirname(path)
        if folder not in tops:
            tops[folder] = top_of(folder)
        groups.setdefault(tops[folder], {}).setdefault(path, number)
    return dict(sorted(groups.items(), key=lambda group: group[0] or ""))


def _joined(said: Iterable[Words]) -> Words | None:
    each = list(said)
    return Words("; ".join(words.en for words in each), "；".join(words.zh for words in each)) if each else None


class _Recall:
    """The history of the documents in one repository.

    Args:
        top: of its work tree; None where no folder upward is one.
        paths: the number of each document by its real path.
        known: all documents of the run.
        folders: see `history_of`.
        past: what is known of earlier runs.
    """

    def __init__(
        self,
        top: str | None,
        paths: Mapping[str, int],
        known: Sequence[Known],
        folders: Sequence[str],
        past: "Past | None",
    ) -> None:
        first = next(iter(paths))
        if top is None and not os.environ.get("GIT_DIR"):
            raise GitError(gaps.NO_REPOSITORY)
        self._repository: Repository = opened(top or dirname(first))
        self._known = known
        self._past = past
        here = self._repository.top
        self._numbers = {
            relpath(path, here).replace("\\", "/"): number
            for path, number in paths.items()
            if path.startswith(join(here, ""))
        }
        if not self._numbers:
            raise GitError(gaps.NO_REPOSITORY)
        inside = [relpath(real, here).replace("\\", "/") for each in folders if self._has(real := realpath(each))]
        self._folders = ["" if each == "." or each.startswith("..") else each for each in inside]
        jobs = {name: known[number].job for name, number in self._numbers.items()}
        self._jobs = jobs
        self._by_folder = {dirname(name): job for name, job in sorted(jobs.items(), reverse=True)}
        self._fallback = next(iter(jobs.values()))
        self._is_absolute = self._fallback.path == abspath(self._fallback.path)

    def _has(self, folder: str) -> bool:
        top = join(self._repository.top, "")
        return join(folder, "").startswith(top) or top.startswith(join(folder, ""))

    def histories(self, workers: WorkersFor) -> History:
        """Return what is known of the documents."""
        found = self._log()
        relevant, reads, unread = self._versions(found.records, workers)
        names = {path: self._name(path) for path in relevant}
        places = {self._name(path): number for path, number in self._numbers.items()}
        with collector_paused():  # all that is made here stays
            known = tracked(self._steps(found.records, relevant, names, reads), places)
        items = tuple([item for item in known.items if item.place is not None or self._is_of_run(item)])
        gap = found.gap
        if unread:
            gap = _joined([*([gap] if gap else []), *map(gaps.unread, unread.values())])
        return History(items, found.records[0].commit.day if found.records else None, gap, known.additions)

    def _is_of_run(self, item: ItemHistory) -> bool:
        if item.removal is not None and item.removal.place is not None:
            return True
        path = realpath(item.versions[-1].path)
        return any(path.startswith(join(self._repository.top, each)) for each in self._folders)

    def _log(self) -> Log:
        pathspecs = self._pathspecs()
        key = None
        if self._past is not None:
            about = (self._repository.head, str(self._repository.is_shallow), *pathspecs)
            key = self._past.key("log", self._repository.top, *about)
            row = self._past.get([key]).get(key)
            if row is not None and (known := _log_from(row)) is not None:
                return known
        found = log(self._repository, pathspecs)
        if self._past is not None and key is not None and found.gap is None:
            self._past.keep(key, _log_bytes(found))
        return found

    def _pathspecs(self) -> list[str]:
        """Return which files may have been documents of the run."""
        endings = sorted(_MARKDOWN | {splitext(name)[1].lower() for name in self._numbers})
        patterns = ["*" + "".join(_either_case(char) for char in ending) for ending in endings]
        folders = dict.fromkeys(self._folders)
        if "" in folders:
            return [f":(top,glob)**/{pattern}" for pattern in patterns]
        alone = {dirname(name) for name in self._numbers if not _is_below(name, folders)}
        if len(alone) > _MANY_FOLDERS:
            return [f":(top,glob)**/{pattern}" for pattern in patterns]
        below = [f":(top,glob){_literal(each)}/**/{pattern}" for each in folders for pattern in patterns]
        beside = [
            f":(top,glob){_literal(each)}{'/' if each else ''}{pattern}"
            for each in sorted(alone)
            for pattern in patterns
        ]
        return [*below, *beside]

    def _name(self, path: str) -> str:
        """Return the name of a document as the run has it."""
        job = self._jobs.get(path)
        if job is not None:
            return job.name
        whole = os.fsdecode(os.fsencode(join(self._repository.top, path)))
        return (whole if self._is_absolute else relpath(whole, realpath("."))).replace("\\", "/")

    def _job(self, path: str, chain_job: Job | None) -> Job:
        """Return how a version is read: as the document is that it has become, or else one of the same folder."""
        job, folder = chain_job, dirname(path)
        while job is None:
            job = self._by_folder.get(folder)
            if not folder:
                break
            folder = dirname(folder)
        job = job or self._fallback
        return job._replace(path=self._name(path), given=(), named=False)

    def _versions(
        self, records: Sequence[Record], workers: WorkersFor
    ) -> tuple[dict[str, Job], dict[tuple[str, str | None, str | None], Read], dict[str, int]]:
        """Return the paths that were documents once, each with how it is read, what versions say, and what is missing.

        A file that is no document of the run is looked at where its latest contents, or those before, hold OKRs.
        """
        chains = _chains(records)
        jobs = {path: self._job(path, self._chain_job(paths)) for paths, _ in chains for path in paths}
        reads: dict[tuple[str, str | None, str | None], Read] = {}
        unread: dict[str, int] = {}
        probes = []
        relevant: list[list[FileChange]] = []
        for paths, changes in chains:
            if any(path in self._numbers for path in paths):
                relevant.append(changes)
            else:
                latest = [change for change in reversed(changes) if change.blob][:2]
                probes.append((changes, latest))
        probed = [change._replace(old=None, former=None) for _, latest in probes for change in latest]
        self._read(probed, jobs, reads, {}, workers)
        for changes, latest in probes:
            if any(reads[change.path, change.blob, None].summary for change in latest):
                relevant.append(changes)
        self._read([change for changes in relevant for change in changes if change.blob], jobs, reads, unread, workers)
        used = {path for changes in relevant for each in changes for path in (each.path, each.former) if path}
        return {path: jobs[path] for path in used}, reads, unread

    def _chain_job(self, paths: Iterable[str]) -> Job | None:
        return next((self._jobs[path] for path in paths if path in self._jobs), None)

    def _read(
        self,
        changes: Sequence[FileChange],
        jobs: Mapping[str, Job],
        reads: dict[tuple[str, str | None, str | None], Read],
        unread: dict[str, int],
        workers: WorkersFor,
    ) -> None:
        """Read the versions that changes made, unless they are known."""
        wanted = {(change.path, change.blob, change.old): change for change in changes}
        todo = [key for key in wanted if key not in reads]
        names: dict[tuple[str, str | None, str | None], bytes] = {}
        if self._past is not None:
            names = {key: self._past.key_of("version", jobs[key[0]], key[1] or "", key[2] or "") for key in todo}
            rows = self._past.get(list(names.values()))
            for key, name in names.items():
                if name in rows and (known := _from_bytes(rows[name])) is not None:
                    reads[key] = known
            todo = [key for key in todo if key not in reads]
        if not todo:
            return
        with workers(len(todo)) as places:
            if places is not None:
                places.executor.submit(len, ()).result()  # processes begin before there is a thread that watches git
            states: dict[str, str] = {}
            for keys, pieces in self._pieces(todo, jobs, states):
                for key, done in zip(keys, _done(pieces, places), strict=True):
                    reads[key] = done
                    state = states.get(key[1] or "")
                    if state == "missing":
                        unread[state] = unread.get(state, 0) + 1
                    elif self._past is not None:
                        self._past.keep(names[key], _to_bytes(done))

    def _pieces(
        self, keys: Sequence[tuple[str, str | None, str | None]], jobs: Mapping[str, Job], states: dict[str, str]
    ) -> Iterator[tuple[list[tuple[str, str | None, str | None]], list[_Piece]]]:
        """Yield versions with their contents, as many as memory has room for."""
        order = list(dict.fromkeys(name for _, blob, old in keys for name in (old, blob) if name))
        last = {name: number for number, (_, blob, old) in enumerate(keys) for name in (old, blob) if name}
        stream = blobs(self._repository, order)
        data: dict[str, bytes | None] = {}
        some: list[tuple[str, str | None, str | None]] = []
        pieces: list[_Piece] = []
        size = 0
        for number, key in enumerate(keys):
            path, blob, old = key
            for name in (old, blob):
                while name and name not in data:
                    got: Blob = next(stream)
                    data[got.id] = got.data
                    states[got.id] = got.state
            pieces.append(_Piece(jobs[path], data.get(blob or ""), data.get(old or "")))
            some.append(key)
            size += len(pieces[-1].data or b"") + len(pieces[-1].former or b"")
            for name in {old, blob}:
                if name and last[name] == number:
                    data[name] = None  # nobody asks for it again
            if size > _MOST_BYTES:
                yield some, pieces
                some, pieces, size = [], [], 0
        if pieces:
            yield some, pieces

    def _steps(
        self,
        records: Sequence[Record],
        relevant: Mapping[str, Job],
        names: Mapping[str, str],
        reads: Mapping[tuple[str, str | None, str | None], Read],
    ) -> Iterator[Step]:
        latest: dict[str, bytes] = {}  # the summary of each document that there is after a commit
        for record in records:
            changes = []
            for change in record.changes:
                if change.path not in relevant:
                    continue
                former = latest.pop(change.former, b"") if change.former else b""
                done = reads.get((change.path, change.blob, change.old)) if change.blob else Read(b"")
                summary = done.summary if done is not None else None
                if summary is None:  # what cannot be read leaves things as they were
                    summary = former or latest.get(change.path, b"")
                added = done.added if done is not None else ()
                if summary:
                    latest[change.path] = summary
                else:
                    latest.pop(change.path, None)
                before = names[change.former] if change.former else None
                changes.append(Change(names[change.path], _unpacked(summary), before, added))
            if changes:
                yield Step(record.commit, tuple(changes))
        now = list(self._as_now(latest, names, _latest_blobs(records)))
        if now:
            yield Step(None, tuple(now))

    def _as_now(
        self, latest: Mapping[str, bytes], names: Mapping[str, str], committed: Mapping[str, str]
    ) -> Iterator[Change]:
        """Yield what differs in the files as they are now."""
        news = self._added_now(committed)
        for path, number in self._numbers.items():
            summary = self._known[number].summary
            added = news.get(number, ())
            if added or latest.get(path) != summary:
                yield Change(self._name(path), unpacked(summary), None, added)
        for path in latest:
            if path not in self._numbers and not isfile(join(self._repository.top, path)):
                yield Change(names[path], None)

    def _added_now(self, committed: Mapping[str, str]) -> dict[int, tuple[Added, ...]]:
        """Return what files as they are now have beside items that the last commit does not, by document."""
        pieces: dict[int, tuple[Job, bytes, str]] = {}
        for path, number in self._numbers.items():
            job, blob = self._known[number].job, committed.get(path, "")
            with suppress(UnreadableError):
                data = read_bytes(job.path)
                if _blob_name(data) != blob:
                    pieces[number] = (job, data, blob)
        wanted = list(dict.fromkeys(blob for _, _, blob in pieces.values() if blob))
        before = {blob.id: blob.data for blob in blobs(self._repository, wanted)} if wanted else {}
        found = {}
        for number, (job, data, blob) in pieces.items():
            done = _read_run([_Piece(job, data, before.get(blob))])[0]
            if done.summary == self._known[number].summary:  # not so where something else was linted in its place
                found[number] = done.added
        return found


def _latest_blobs(records: Iterable[Record]) -> dict[str, str]:
    """Return the name of the contents of each file after the last commit."""
    found: dict[str, str] = {}
    for record in records:
        for change in record.changes:
            if change.former:
                found.pop(change.former, None)
            if change.blob:
                found[change.path] = change.blob
            else:
                found.pop(change.path, None)
    return found


def _chains(records: Sequence[Record]) -> list[tuple[list[str], list[FileChange]]]:
    """Return the files that commits changed, each under all names that it had, with the changes, the oldest first."""
    parent: dict[str, str] = {}

    def root(path: str) -> str:
        while parent.setdefault(path, path) != path:
            parent[path] = parent[parent[path]]
            path = parent[path]
        return path

    for record in records:
        for change in record.changes:
            one = root(change.path)
            if change.former:
                parent[one] = root(change.former)
    chains: dict[str, tuple[list[str], list[FileChange]]] = {}
    for path in list(parent):
        chains.setdefault(root(path), ([], []))[0].append(path)
    for record in records:
        for change in record.changes:
            chains[root(change.path)][1].append(change)
    return list(chains.values())


def _done(pieces: list[_Piece], places: object) -> Iterator[Read]:
    from okrlint.executing.interface import Workers

    runs = [pieces[start : start + _RUN] for start in range(0, len(pieces), _RUN)]
    if not isinstance(places, Workers):
        for run in runs:
            yield from _read_run(run)
        return
    from okrlint.executing.ordered import in_order

    for done in in_order(_read_runs, runs, places, _lost, PASSING):
        yield from done


def _lost(run: list[_Piece], error: BaseException) -> list[Read]:  # noqa: ARG001 - whatever it was
    return [Read(None) for _ in run]


def _read_runs(runs: Sequence[list[_Piece]]) -> list[list[Read]]:
    return [_read_run(run) for run in runs]


def _read_run(run: list[_Piece]) -> list[Read]:
    """Read versions, one after the other: the text of each is mostly asked for twice."""
    texts: dict[tuple[str, bytes], tuple[bytes | None, str, DocumentSummary | None]] = {}

    def known(job: Job, data: bytes) -> tuple[bytes | None, str, DocumentSummary | None]:
        found = texts.get((job.path, data))
        if found is None:
            if len(texts) > 2:
                texts.clear()
            try:
                found = _summarised(job, data)
            except PASSING:
                raise
            except Exception:  # a version of the past that cannot be read, for whatever reason, is passed over
                found = (None, "", None)
            texts[job.path, data] = found
        return found

    done = []
    for job, data, former in run:
        if data is None:
            done.append(Read(None))
            continue
        summary, text, document = known(job, data)
        if not summary:
            done.append(Read(summary))
            continue
        before = "" if former is None else _text(job, former)
        done.append(Read(summary, added_lines(before, text, document)))
    return done


def _text(job: Job, data: bytes) -> str:
    try:
        return open_with(reader_for(None, job.name, data, job.settings), data, job.name, job.settings).text
    except (UnreadableError, FormatError):
        return ""


def _summarised(job: Job, data: bytes) -> tuple[bytes, str, DocumentSummary | None]:
    """Return the packed summary of a document, b"" for one without OKRs; its text; and the summary itself."""
    reader = reader_for(None, job.name, data, job.settings)
    source = open_with(reader, data, job.name, job.settings)
    document = read_document(source, reader, job.settings, is_plan=job.is_plan)
    if not document.objectives:
        return b"", source.text, None
    summary = summary_of(document, source.text, is_plan=job.is_plan, is_linted=job.is_linted)
    return packed(summary), source.text, summary


def _unpacked(summary: bytes | None) -> DocumentSummary | None:
    return unpacked(summary) if summary else None


def _is_below(name: str, folders: Iterable[str]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folders)


def _either_case(char: str) -> str:
    return f"[{char}{char.upper()}]" if char.isalpha() else char


def _literal(path: str) -> str:
    return "".join(f"\\{char}" if char in "*?[\\" else char for char in path)


def _to_bytes(done: Read) -> bytes:
    head = json.dumps([None if done.summary is None else len(done.summary), done.added]).encode(
        "utf-8", "surrogatepass"
    )
    return head + b"\n" + (done.summary or b"")


def _from_bytes(row: bytes) -> Read | None:
    head, _, summary = row.partition(b"\n")
    try:
        size, added = json.loads(head)
        if size is None:
            return Read(None, ())
        if size != len(summary):
            return None
        return Read(summary, tuple([Added(*each) for each in added]))
    except (ValueError, TypeError):
        return None


def _log_bytes(found: Log) -> bytes:
    rows = [
        [commit.id, commit.author, commit.email, commit.time.isoformat(), commit.message, commit.merged, changes]
        for commit, changes, _ in found.records
    ]
    return json.dumps(rows).encode()


def _log_from(row: bytes) -> Log | None:
    from datetime import datetime

    from okrlint.history.interface import Commit

    try:
        return Log(
            tuple(
                [
                    Record(
                        Commit(name, author, email, datetime.fromisoformat(time), message, tuple(merged)),
                        tuple([FileChange(*change) for change in changes]),
                    )
                    for name, author, email, time, message, merged, changes in json.loads(row)
                ]
            )
        )
    except (ValueError, TypeError):
        return None
