"""What was read of earlier versions of documents, by the names that git gives to contents."""

from collections.abc import Sequence

from okrlint.caching.digests import blake2b
from okrlint.caching.store import Store
from okrlint.job import Job

_AT_ONCE = 500
"""Results that are written together."""


class Past:
    """Knows what was read of the past; a name of git's stands for contents that never change.

    Args:
        store: keeps it.
        environment: a digest of all code that takes part.
    """

    def __init__(self, store: Store, environment: bytes) -> None:
        self._store = store
        self._environment = environment
        self._settings: dict[int, tuple[object, str]] = {}
        self._fresh: list[tuple[bytes, bytes]] = []

    def key(self, what: str, *words: str) -> bytes:
        """Return the name of something that depends on some words alone."""
        digest = blake2b(self._environment, digest_size=20)
        digest.update("\0".join(("past", what, *words)).encode("utf-8", "surrogatepass"))
        return digest.digest()

    def key_of(self, what: str, job: Job, *words: str) -> bytes:
        """Return the name of something that depends on what a job says of a document, and on some words."""
        known = self._settings.get(id(job.settings))
        if known is None or known[0] is not job.settings:  # most documents of a run have the same
            known = self._settings[id(job.settings)] = (job.settings, repr(job.settings))
        return self.key(what, known[1], job.name, f"{job.is_plan}{job.is_linted}", *words)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return what is known, by name."""
        return self._store.get(keys)

    def keep(self, key: bytes, value: bytes) -> None:
        """Keep something under a name."""
        self._fresh.append((key, value))
        if len(self._fresh) >= _AT_ONCE:
            self.flush()

    def forget(self, keys: Sequence[bytes]) -> None:
        """Drop what is kept under some names."""
        self._store.drop(keys)

    def flush(self) -> None:
        """Write what is not written yet."""
        if self._fresh:
            self._store.put(self._fresh)
            self._fresh.clear()
