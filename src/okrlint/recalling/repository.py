"""The history of the documents in one repository."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from os.path import abspath, dirname, isfile, join, realpath, relpath, splitext
from typing import TYPE_CHECKING

from okrlint.dispatching import WorkersFor
from okrlint.history import gaps
from okrlint.history.git import Blob, FileChange, GitError, Record, Repository, blobs, log, opened
from okrlint.history.interface import History, ItemHistory
from okrlint.history.tracking import Change, Step, Tracker, tracked
from okrlint.history.versions import Added
from okrlint.job import Job
from okrlint.model import Words
from okrlint.outcomes import Known
from okrlint.project.summarising import unpacked
from okrlint.reading.pausing import collector_paused
from okrlint.reading.source import UnreadableError, read_bytes
from okrlint.recalling.continuing import FEW, Commits, Marks
from okrlint.recalling.keeping import Kept
from okrlint.recalling.keeping import from_bytes as kept_from
from okrlint.recalling.keeping import to_bytes as kept_bytes
from okrlint.recalling.logs import chains_of, latest_blobs
from okrlint.recalling.versions import Piece, Read, blob_name, from_bytes, read_pieces, read_run, to_bytes

if TYPE_CHECKING:
    from okrlint.caching.past import Past

_MARKDOWN = frozenset((".md", ".markdown"))
"""Endings of files that are looked at beside those that the documents have."""
_MOST_BYTES = 64_000_000
"""Bytes of versions that are in memory at a time."""
Version = tuple[str, str | None, str | None]
"""A path, the name of the contents there, and that of those before."""
_MANY_FOLDERS = 100
"""Folders of named files beyond which the whole repository is looked through instead."""


class Recall:
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
        places = {self._name(path): number for path, number in self._numbers.items()}
        with collector_paused():  # all that is made here stays
            kept, gap = self._committed(workers)
            now = list(self._as_now(kept))
            known = tracked([Step(None, tuple(now))] if now else [], places, kept.tracker)
        items = tuple([item for item in known.items if item.place is not None or self._is_of_run(item)])
        return History(items, kept.first_day, gap, known.additions)

    def _committed(self, workers: WorkersFor) -> tuple[Kept, Words | None]:
        """Return what is known of all commits, and why not all is."""
        if self._past is None:
            return self._followed(Commits(log(self._repository, self._pathspecs)), workers)[:2]
        name = self._past.key("tracked", *self._about(), *self._documents())
        known = self._kept(name)
        if known is not None:
            return known, None
        marks = Marks(self._past, self._repository, self._pathspecs)
        commits = marks.commits()
        kept, gap, versions = self._followed(commits, workers)
        if gap is None and versions > FEW:
            marks.keep(commits.log, name, kept_bytes(kept))
        return kept, gap

    def _kept(self, name: bytes) -> Kept | None:
        row = self._past.get([name]).get(name) if self._past is not None else None
        return kept_from(row) if row is not None else None

    def _followed(self, commits: Commits, workers: WorkersFor) -> tuple[Kept, Words | None, int]:
        """Follow items through commits, from where an earlier run got if it read all files as they are read now.

        Returns:
            What is known of all commits, why not all is, and how many versions had to be read.
        """
        records, gap = commits.log.records, commits.log.gap
        reads: dict[Version, Read] = {}
        relevant = self._relevant(records, reads, workers)
        read_as = self._read_as(relevant, records)
        start = self._kept(commits.mark.kept) if commits.mark is not None else None
        if start is not None and start.read_as == self._read_as(relevant, records[: commits.done]):
            tracker, latest, new = start.tracker, start.latest, records[commits.done :]
        else:
            tracker, latest, new = Tracker(), {}, records
        wanted = [change for record in new for change in record.changes if change.blob and change.path in relevant]
        unread: dict[str, int] = {}
        self._read(wanted, relevant, reads, unread, workers)
        for step in self._steps(new, relevant, reads, latest):
            tracker.add(step)
        if unread:
            gap = joined([*([gap] if gap else []), *map(gaps.unread, unread.values())])
        first_day = records[0].commit.day if records else None
        return Kept(tracker, latest, latest_blobs(records), first_day, read_as), gap, len(wanted)

    def _read_as(self, relevant: Mapping[str, Job], records: Iterable[Record]) -> dict[str, str]:
        """Return what stands for how each file is read that is a document, of those that commits changed."""
        if self._past is None:
            return {}
        paths = {path for record in records for each in record.changes for path in (each.path, each.former) if path}
        return {path: self._past.key_of("version", relevant[path]).hex() for path in paths if path in relevant}

    def _about(self) -> tuple[str, ...]:
        """Return what the commits that are looked at depend on."""
        repository = self._repository
        return (repository.top, repository.head, str(repository.is_shallow), *self._pathspecs)

    def _documents(self) -> Iterator[str]:
        """Yield what it depends on how versions are read."""
        settings: dict[int, str] = {}
        for path, job in sorted(self._jobs.items()):
            if id(job.settings) not in settings:  # most documents have the same
                settings[id(job.settings)] = repr(job.settings)
            yield f"{path}\0{job.name}\0{job.is_plan}{job.is_linted}\0{settings[id(job.settings)]}"

    def _is_of_run(self, item: ItemHistory) -> bool:
        if item.removal is not None and item.removal.place is not None:
            return True
        path = realpath(item.versions[-1].path)
        return any(path.startswith(join(self._repository.top, each)) for each in self._folders)

    @cached_property
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

    def _relevant(self, records: Sequence[Record], reads: dict[Version, Read], workers: WorkersFor) -> dict[str, Job]:
        """Return the paths that were documents once, each with how it is read.

        A file that is no document of the run is looked at where its latest contents, or those before, hold OKRs.

        Args:
            records: the commits.
            reads: is given what was read to find that out.
            workers: see `history_of`.
        """
        chains = chains_of(records)
        jobs = {path: self._job(path, self._chain_job(paths)) for paths, _ in chains for path in paths}
        found: list[list[str]] = []
        probes = []
        for paths, changes in chains:
            if any(path in self._numbers for path in paths):
                found.append(paths)
            else:
                probes.append((paths, [change for change in reversed(changes) if change.blob][:2]))
        probed = [change._replace(old=None, former=None) for _, latest in probes for change in latest]
        self._read(probed, jobs, reads, {}, workers)
        for paths, latest in probes:
            if any(reads[change.path, change.blob, None].summary for change in latest):
                found.append(paths)
        return {path: jobs[path] for paths in found for path in paths}

    def _chain_job(self, paths: Iterable[str]) -> Job | None:
        return next((self._jobs[path] for path in paths if path in self._jobs), None)

    def _read(
        self,
        changes: Sequence[FileChange],
        jobs: Mapping[str, Job],
        reads: dict[Version, Read],
        unread: dict[str, int],
        workers: WorkersFor,
    ) -> None:
        """Read the versions that changes made, unless they are known."""
        wanted = {(change.path, change.blob, change.old): change for change in changes}
        todo = [key for key in wanted if key not in reads]
        names: dict[Version, bytes] = {}
        if self._past is not None:
            names = {key: self._past.key_of("version", jobs[key[0]], key[1] or "", key[2] or "") for key in todo}
            rows = self._past.get(list(names.values()))
            for key, name in names.items():
                if name in rows and (known := from_bytes(rows[name])) is not None:
                    reads[key] = known
            todo = [key for key in todo if key not in reads]
        if not todo:
            return
        with workers(len(todo)) as places:
            if places is not None:
                places.executor.submit(len, ()).result()  # processes begin before there is a thread that watches git
            states: dict[str, str] = {}
            for keys, pieces in self._pieces(todo, jobs, states):
                for key, done in zip(keys, read_pieces(pieces, places), strict=True):
                    reads[key] = done
                    state = states.get(key[1] or "")
                    if state == "missing":
                        unread[state] = unread.get(state, 0) + 1
                    elif self._past is not None:
                        self._past.keep(names[key], to_bytes(done))

    def _pieces(
        self, keys: Sequence[Version], jobs: Mapping[str, Job], states: dict[str, str]
    ) -> Iterator[tuple[list[Version], list[Piece]]]:
        """Yield versions with their contents, as many as memory has room for."""
        order = list(dict.fromkeys(name for _, blob, old in keys for name in (old, blob) if name))
        last = {name: number for number, (_, blob, old) in enumerate(keys) for name in (old, blob) if name}
        stream = blobs(self._repository, order)
        data: dict[str, bytes | None] = {}
        some: list[Version] = []
        pieces: list[Piece] = []
        size = 0
        for number, key in enumerate(keys):
            path, blob, old = key
            for name in (old, blob):
                while name and name not in data:
                    got: Blob = next(stream)
                    data[got.id] = got.data
                    states[got.id] = got.state
            pieces.append(Piece(jobs[path], data.get(blob or ""), data.get(old or "")))
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
        reads: Mapping[Version, Read],
        latest: dict[str, bytes],
    ) -> Iterator[Step]:
        """Yield what each commit did; `latest` has the summary of each document that there is after it."""
        names = {path: self._name(path) for path in relevant}
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
                changes.append(Change(names[change.path], unpacked(summary) if summary else None, before, added))
            if changes:
                yield Step(record.commit, tuple(changes))

    def _as_now(self, kept: Kept) -> Iterator[Change]:
        """Yield what differs in the files as they are now."""
        latest, news = kept.latest, self._added_now(kept.committed)
        for path, number in self._numbers.items():
            summary = self._known[number].summary
            added = news.get(number, ())
            if added or latest.get(path) != summary:
                yield Change(self._name(path), unpacked(summary), None, added)
        for path in latest:
            if path not in self._numbers and not isfile(join(self._repository.top, path)):
                yield Change(self._name(path), None)

    def _added_now(self, committed: Mapping[str, str]) -> dict[int, tuple[Added, ...]]:
        """Return what files as they are now have beside items that the last commit does not, by document."""
        pieces: dict[int, tuple[Job, bytes, str]] = {}
        for path, number in self._numbers.items():
            job, blob = self._known[number].job, committed.get(path, "")
            with suppress(UnreadableError):
                data = read_bytes(job.path)
                if blob_name(data) != blob:
                    pieces[number] = (job, data, blob)
        wanted = list(dict.fromkeys(blob for _, _, blob in pieces.values() if blob))
        before = {blob.id: blob.data for blob in blobs(self._repository, wanted)} if wanted else {}
        found = {}
        for number, (job, data, blob) in pieces.items():
            done = read_run([Piece(job, data, before.get(blob))])[0]
            if done.summary == self._known[number].summary:  # not so where something else was linted in its place
                found[number] = done.added
        return found


def _is_below(name: str, folders: Iterable[str]) -> bool:
    return any(name.startswith(f"{folder}/") for folder in folders)


def _either_case(char: str) -> str:
    return f"[{char}{char.upper()}]" if char.isalpha() else char


def _literal(path: str) -> str:
    return "".join(f"\\{char}" if char in "*?[\\" else char for char in path)


def joined(said: Iterable[Words]) -> Words | None:
    """Return what is said of several repositories in a row; None where nothing is."""
    each = list(said)
    return Words("; ".join(words.en for words in each), "；".join(words.zh for words in each)) if each else None
