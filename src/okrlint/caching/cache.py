"""Outcomes of earlier runs, by all that they depend on."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrlint.caching.digests import blake2b
from okrlint.caching.records import from_bytes, to_bytes
from okrlint.caching.store import Store
from okrlint.job import Job
from okrlint.outcomes import Known, Outcome, Telling
from okrlint.reading.source import UnreadableError, read_bytes

if TYPE_CHECKING:
    from okrlint.caching.past import Past
    from okrlint.caching.projects import Verdict

_AT_ONCE = 200
"""Outcomes that are read, or written, together."""


class Keys:
    """Names what an outcome depends on; can be pickled.

    Args:
        environment: a digest of all code that takes part.
        telling: how outcomes are written; None for outcomes with their findings.

    Attributes:
        environment: as given.
    """

    def __init__(self, environment: bytes, telling: Telling | None) -> None:
        self.environment = environment
        self._base = environment + _words(telling).encode("utf-8", "surrogatepass")
        self._settings: tuple[object, bytes] = (None, b"")

    def __call__(self, job: Job, data: bytes) -> bytes:
        """Return the name of what comes of a job whose file holds `data`."""
        digest = blake2b(self._of_run(job), digest_size=20)
        digest.update(
            f"{job.name}\0{job.named}{job.allow_empty}{job.is_whole}{job.is_plan}{job.is_linted}\0".encode(
                "utf-8", "surrogatepass"
            )
        )
        if job.given:
            digest.update(f"{job.given!r}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
        return digest.digest()

    def of_project(self, known: Sequence[Known], past: str = "") -> bytes:
        """Return the name of what rules that look at the project find in these documents.

        Args:
            known: the documents.
            past: stands for all that is known of their history, where anybody looks at that.
        """
        digest = blake2b(f"project {past}".encode("utf-8", "surrogatepass"), digest_size=20)
        for job, summary in known:
            flags = f"{job.name}\0{job.is_plan}{job.is_linted}{job.is_whole}\0{len(summary)}\0"
            digest.update(self._of_run(job) + flags.encode("utf-8", "surrogatepass") + summary)
        return digest.digest()

    def _of_run(self, job: Job) -> bytes:
        known, digest = self._settings
        if known is not job.settings:  # most files of a run have the same
            words = f"{job.settings!r}\0{job.today}".encode("utf-8", "surrogatepass")
            digest = blake2b(self._base + words, digest_size=20).digest()
            self._settings = (job.settings, digest)
        return digest


class Cache:
    """Knows what came of files that are as they were.

    Args:
        store: keeps it.
        keys: names it.
    """

    def __init__(self, store: Store, keys: Keys) -> None:
        self.keys = keys
        self._store = store
        self._fresh: list[tuple[bytes, bytes]] = []

    def names(self, jobs: Sequence[Job]) -> list[bytes | None]:
        """Return under which name each job is known; None for those that are not."""
        names = [self._name(job) for job in jobs]
        known = self._store.known([name for name in names if name is not None])
        return [name if name in known else None for name in names]

    def outcomes(self, jobs: Sequence[Job], names: Sequence[bytes | None]) -> Iterator[Outcome | None]:
        """Yield what came of each job; None for those that are not known after all."""
        for start in range(0, len(jobs), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            found = self._store.get([name for name in some if name is not None])
            for job, name in zip(jobs[start : start + _AT_ONCE], some, strict=True):
                yield None if name is None else _outcome(found.get(name), job)

    def past(self) -> "Past":
        """Return what is known of earlier versions of documents."""
        from okrlint.caching.past import Past  # few runs look back

        return Past(self._store, self.keys.environment)

    def verdict(self, name: bytes) -> "Verdict | None":
        """Return what is known under the name of a project, whether it still holds or not."""
        from okrlint.caching.projects import from_bytes  # few runs have anything across their documents

        data = self._store.get([name]).get(name)
        try:
            return None if data is None else from_bytes(data)
        except (ValueError, TypeError, LookupError):
            return None

    def keep_verdict(self, name: bytes, verdict: "Verdict") -> None:
        """Keep what rules that look at the project found."""
        from okrlint.caching.projects import to_bytes

        self._fresh.append((name, to_bytes(verdict)))

    def keep(self, outcome: Outcome) -> None:
        """Keep an outcome that has a name."""
        if outcome.key is not None:
            self._fresh.append((outcome.key, to_bytes(outcome)))
            if len(self._fresh) >= _AT_ONCE:
                self.flush()

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._fresh:
            self._store.put(self._fresh)
            self._fresh.clear()

    def _name(self, job: Job) -> bytes | None:
        try:
            return self.keys(job, read_bytes(job.path))
        except UnreadableError:
            return None


def _words(telling: Telling | None) -> str:
    if telling is None:
        return ""
    style = telling.style._asdict()
    del style["rules"]  # a function, which has another name in each process; no file by itself is told with it
    return f"{telling.reporter!r}{style!r}"


def _outcome(data: bytes | None, job: Job) -> Outcome | None:
    try:
        return None if data is None else from_bytes(data, job.name)
    except (ValueError, TypeError, LookupError):
        return None
