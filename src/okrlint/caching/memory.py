"""All that is known of earlier runs: results, and configurations that were read and found to be usable."""

import pickle
from os import getcwd
from os.path import isabs
from typing import TYPE_CHECKING

from okrlint.caching.cache import Cache, Keys
from okrlint.caching.digests import blake2b
from okrlint.caching.store import Store
from okrlint.config.settings import Settings
from okrlint.declaring.definitions import NOTHING
from okrlint.outcomes import Telling

if TYPE_CHECKING:
    from okrlint.caching.past import Past

_SETTINGS, _USABLE = b"settings", b"usable"
_ALLOWED = {
    ("okrlint.config.settings", "DatedSeverity"),
    ("okrlint.config.settings", "PathOverride"),
    ("datetime", "date"),
}
"""All that settings are made of, beside Python's own plain values; nothing else is made of what the file holds."""


class Memory:
    """Knows what came of earlier runs.

    Args:
        store: keeps it.
        environment: a digest of all code that takes part.
    """

    def __init__(self, store: Store, environment: bytes) -> None:
        self._store = store
        self._environment = environment

    def results(self, telling: Telling | None) -> Cache:
        """Return what is known of files, as they are to be told."""
        return Cache(self._store, Keys(self._environment, telling))

    def past(self) -> "Past":
        """Return what is known of earlier versions of documents."""
        from okrlint.caching.past import Past  # few runs look back

        return Past(self._store, self._environment)

    def settings(self, path: str) -> Settings | None:
        """Return the settings that a configuration file stands for, if it and what it extends are as they were."""
        key = self._key(_SETTINGS, path, getcwd())
        data = self._store.get([key]).get(key)
        if data is None:
            return None
        from okrlint.caching.unpickling import FAULTS, loaded  # most runs have no configuration

        try:
            files, values = loaded(data, _ALLOWED)
            if files == {file: _digest_of(file) for file in files}:
                return Settings(**values)
        except (OSError, *FAULTS):
            pass
        return None

    def keep_settings(self, path: str, settings: Settings) -> None:
        """Keep the settings that a configuration file stands for, unless it declares rules or the like."""
        files = [file for file in (settings.source, *settings.extends, settings.members_file) if file is not None]
        if settings.declared != NOTHING or not all(map(isabs, files)):
            return
        values = settings._asdict()
        del values["declared"]
        from okrlint.caching.unpickling import FAULTS, loaded

        try:
            data = pickle.dumps(({file: _digest_of(file) for file in files}, values))
            loaded(data, _ALLOWED)  # what cannot be had again is not kept
        except (pickle.PicklingError, OSError, *FAULTS):
            return
        self._store.put([(self._key(_SETTINGS, path, getcwd()), data)])

    def is_usable(self, settings: Settings) -> bool:
        """Tell whether these settings were found to be without fault, and to have rules that run."""
        key = self._key(_USABLE, repr(settings))
        return key in self._store.get([key])

    def keep_usable(self, settings: Settings) -> None:
        """Keep that these settings are without fault, and have rules that run."""
        self._store.put([(self._key(_USABLE, repr(settings)), b"")])

    def close(self) -> None:
        """Write what is not written yet."""
        self._store.close()

    def _key(self, what: bytes, *words: str) -> bytes:
        digest = blake2b(self._environment, digest_size=20)
        digest.update(what + b"\0" + "\0".join(words).encode("utf-8", "surrogatepass"))
        return digest.digest()


def _digest_of(file: str) -> bytes:
    with open(file, "rb") as stream:
        return blake2b(stream.read(), digest_size=20).digest()
