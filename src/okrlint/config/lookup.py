"""Which settings apply to which file."""

from collections.abc import Mapping
from os import PathLike, fspath
from os.path import dirname, isdir, join, realpath, split
from typing import TYPE_CHECKING, Any, Protocol

from okrlint.config.settings import Settings

if TYPE_CHECKING:
    from okrlint.config.patterns import Patterns

Path = str | PathLike[str]
Config = Settings | Mapping[str, Any] | Path | None


class Memory(Protocol):
    """Knows configurations of earlier runs."""

    def settings(self, path: str) -> Settings | None:
        """Return the settings that a configuration file stands for, if they are known and still the same."""
        ...

    def keep_settings(self, path: str, settings: Settings) -> None:
        """Keep them for later runs."""
        ...

    def is_usable(self, settings: Settings) -> bool:
        """Tell whether settings are known to name nothing that there is not, and to have rules that run."""
        ...

    def keep_usable(self, settings: Settings) -> None:
        """Keep that they are."""
        ...


class Lookup:
    """Finds the settings of a file.

    Args:
        config: a path of a configuration file, its contents as a mapping, or `Settings`. None means the nearest
            configuration file upward from each file (each read once), and the defaults for text that is no file.
        overrides: values that win over configuration, by the field names of `Settings`.
        memory: knows configuration files of earlier runs.

    Raises:
        ConfigError: for a configuration that cannot be used.
    """

    def __init__(
        self, config: Config = None, overrides: Mapping[str, Any] | None = None, memory: Memory | None = None
    ) -> None:
        self._overrides = dict(overrides or {})
        self._memory = memory
        self._given = self._settings(config) if config is not None else None
        self.plain = self._laid_over(self._given or Settings(), ())
        self._by_folder: dict[str, Settings] = {}
        self._by_file: dict[str, Settings] = {}
        self._patterns: dict[tuple[tuple[str, ...], str], Patterns] = {}
        self._by_entries: dict[tuple[str | None, tuple[int, ...]], Settings] = {}

    def settings(self, path: Path) -> Settings:
        """Return the settings that apply to a file or folder, those for its path and the overrides merged in.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        name = fspath(path)
        settings = self._given or self._found(name if isdir(name) else dirname(name) or ".")
        if not settings.per_path and not self._overrides:
            return settings
        matching = self._matching(settings, name)
        key = (settings.source, matching)
        if key not in self._by_entries:
            self._by_entries[key] = self._laid_over(settings, matching)
        return self._by_entries[key]

    def _laid_over(self, settings: Settings, matching: tuple[int, ...]) -> Settings:
        """Return settings with some entries of `per_path`, given by their positions, and the overrides on top."""
        if not matching and not self._overrides:
            return settings
        from okrlint.config.merging import for_path, overridden

        return overridden(for_path(settings, matching), self._overrides)

    def _found(self, folder: str) -> Settings:
        if folder not in self._by_folder:
            from okrlint.config.discovery import find

            found = find(folder)
            if found and found not in self._by_file:
                self._by_file[found] = self._load(found)
            self._by_folder[folder] = self._by_file[found] if found else Settings()
        return self._by_folder[folder]

    def _settings(self, config: Settings | Mapping[str, Any] | Path) -> Settings:
        if isinstance(config, Settings):
            return config
        if isinstance(config, Mapping):
            from okrlint.config.extending import settings_from_mapping

            return settings_from_mapping(config)
        return self._load(fspath(config))

    def _load(self, path: str) -> Settings:
        known = self._memory.settings(path) if self._memory else None
        if known is not None:
            return known
        from okrlint.config.discovery import load

        settings = load(path)
        if self._memory:
            self._memory.keep_settings(path, settings)
        return settings

    def _matching(self, settings: Settings, path: str) -> tuple[int, ...]:
        """Return which entries of `per_path` mean a file or folder, by their positions."""
        if not settings.per_path:
            return ()
        from okrlint.config.patterns import Patterns  # most runs have none

        is_folder = isdir(path)
        folder, name = (path, "") if is_folder else split(path)
        path = join(realpath(folder), name)  # a link to a folder is where it leads to, as for finding configuration
        found = []
        for at, entry in enumerate(settings.per_path):
            key = (entry.patterns, entry.folder)
            if key not in self._patterns:
                self._patterns[key] = Patterns(entry.patterns, realpath(entry.folder))
            if self._patterns[key].match(path, is_folder=is_folder):
                found.append(at)
        return tuple(found)
