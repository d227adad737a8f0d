"""From the documents of a run to their history: which repositories they lie in, and what each version said."""

import hashlib
from collections.abc import Iterable, Sequence
from os.path import dirname, realpath
from typing import TYPE_CHECKING, NamedTuple

from okrlint.across import Documents
from okrlint.dispatching import WorkersFor, here
from okrlint.history.git import GitError, opened, top_of
from okrlint.history.interface import Addition, History, ItemHistory, Version
from okrlint.job import Job
from okrlint.model import Words
from okrlint.opening import FormatError
from okrlint.outcomes import Known
from okrlint.project.interface import Place
from okrlint.reading.source import UnreadableError, read_bytes
from okrlint.recalling.repository import Recall, joined
from okrlint.recalling.versions import Read, blob_name, from_bytes, summarised, to_bytes

if TYPE_CHECKING:
    from okrlint.caching.past import Past


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
            key = past.key_of("present", job, blob_name(data)) if past is not None else None
            row = past.get([key]).get(key) if past is not None and key is not None else None
            done = from_bytes(row) if row is not None else None
            if done is None:
                done = Read(summarised(job, data)[0])
                if past is not None and key is not None:
                    past.keep(key, to_bytes(done))
        except (UnreadableError, FormatError) as error:
            if isinstance(error, UnreadableError) and job.named:
                present.failures.append((job.name, error))
            continue
        if done.summary:
            present.known.append(Known(job, done.summary))
    if past is not None:
        past.flush()
    return present


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
            found = Recall(top, paths, known, folders, past).histories(workers)
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
    documents, followed = Documents(known), {place.document for place in there}
    for number in range(len(known)):  # of what nothing is known, what is there now is the only version
        if number not in followed:
            document = documents[number]
            places = [Place(number, at) for at in range(len(document.items))]
            versions = [(Version(None, document.path, item),) for item in document.items]
            there.update(zip(places, map(ItemHistory, places, versions), strict=True))
    items = (*(there[place] for place in sorted(there)), *gone)
    return History(items, min(days, default=None), joined(said), additions)


def state_of(known: Sequence[Known], folders: Sequence[str] = ()) -> str | None:
    """Return what stands for all that the history of documents depends on; None where that cannot be told.

    That is the commit that is checked out in each repository, the files as they are now, and the folders that were
    walked.
    """
    words = [*map(realpath, folders)]
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
