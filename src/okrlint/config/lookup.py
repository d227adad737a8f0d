"""Which settings apply to which file."""

from collections.abc import Mapping
from os import PathLike, fspath
from os.path import dirname, isdir
from typing import Any

from okrlint.config.settings import Settings

Path = str | PathLike[str]
Config = Settings | Mapping[str, Any] | Path | None


class Lookup:
    """Finds the settings of a file.

    Args:
        config: a path of a configuration file, its contents as a mapping, or `Settings`. None means the nearest
            configuration file upward from each file (each read once), and the defaults for text that is no file.
        overrides: values that win over configuration, by the field names of `Settings`.

    Raises:
        ConfigError: for a configuration that cannot be used.
    """

    def __init__(self, config: Config = None, overrides: Mapping[str, Any] | None = None) -> None:
        self._overrides = dict(overrides or {})
        self._given = config is not None
        self.plain = _settings(config)._replace(**self._overrides)
        self._by_folder: dict[str, Settings] = {}

    def settings(self, path: Path) -> Settings:
        """Return the settings that apply to a file or folder.

        Raises:
            ConfigError: for a configuration file that cannot be used.
        """
        if self._given:
            return self.plain
        name = fspath(path)
        folder = name if isdir(name) else dirname(name) or "."
        if folder not in self._by_folder:
            from okrlint.config.discovery import find, load

            found = find(folder)
            self._by_folder[folder] = load(found)._replace(**self._overrides) if found else self.plain
        return self._by_folder[folder]


def _settings(config: Config) -> Settings:
    if config is None:
        return Settings()
    if isinstance(config, Settings):
        return config
    if isinstance(config, Mapping):
        from okrlint.config.schema import settings_from

        return settings_from(config, "configuration")
    from okrlint.config.discovery import load

    return load(fspath(config))
