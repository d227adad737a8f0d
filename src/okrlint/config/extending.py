"""From a configuration and those that it extends to settings."""

from collections.abc import Iterator, Mapping, Sequence
from os import path as paths
from typing import Any, NamedTuple

from pydantic import ValidationError

from okrlint.config.complaints import complaints
from okrlint.config.declarations import MAX_RULES, clashes, declared_in, too_many
from okrlint.config.files import ConfigTable, read_config, refuse_depth
from okrlint.config.merging import merged
from okrlint.config.schema import ConfigFile, DatedSeverityTable, PerFile, TeamTable
from okrlint.config.settings import PER_PATH, ConfigError, DatedSeverity, PathOverride, Settings
from okrlint.declaring.definitions import NOTHING
from okrlint.paths import shown

MAX_LEVELS = 10
"""How long a chain of files that extend one another may be."""


def settings_from_file(path: str) -> Settings:
    """Read and validate a configuration file, and those that it extends.

    Raises:
        ConfigError: with everything that is wrong in any of them, a complaint a line.
    """
    path = paths.abspath(path)
    return _settings(_Chain(path, read_config(path)), path)


def settings_from_mapping(table: Mapping[str, Any]) -> Settings:
    """Validate a configuration that is no file; its paths are relative to the working folder.

    Raises:
        ConfigError: as `settings_from_file`.
    """
    name = "configuration"
    refuse_depth(table, name)
    return _settings(_Chain(name, ConfigTable(table, name, paths.abspath("."), {})), name)


_DECLARED = {"rules", "fields", "word_lists"}
"""What `Settings.declared` holds, with places of its own."""

_ELSEWHERE = _DECLARED | {"extends", "per_path", "paths"}
"""Keys that are no values of `Settings`."""


class _Layer(NamedTuple):
    path: str
    table: ConfigTable
    config: ConfigFile
    members: tuple[str, ...]


class _Chain:
    """A configuration with those that it extends: each once, where it is first reached, below what extends it.

    Attributes:
        layers: the most basic one first.
        wrong: what is wrong in any of them.
    """

    def __init__(self, path: str, table: ConfigTable) -> None:
        self.layers: list[_Layer] = []
        self.wrong: list[str] = []
        self._done: set[str] = set()
        self._rules = 0
        self._add(path, table, ())

    def _add(self, path: str, table: ConfigTable, chain: tuple[str, ...]) -> None:
        chain = (*chain, paths.realpath(path))
        for at, name in _extended(table):
            self._extend(paths.normpath(paths.join(table.folder, name)), name, table.where(*at), chain)
        if too_many(table.values.get("rules"), self._rules):  # before they are looked at: that takes time
            self.wrong.append(f"{table.where('rules')}: more than {MAX_RULES} rules; keep those that matter")
            return
        try:
            config = _kind_of(table).model_validate(table.values)
        except ValidationError as error:
            self.wrong += complaints(error, table)
        else:
            self._rules += len(config.rules)
            self.layers.append(_Layer(path, table, config, self._members(config, table)))

    def _members(self, config: ConfigFile, table: ConfigTable) -> tuple[str, ...]:
        if isinstance(config.members, list):
            return tuple(config.members)
        from okrlint.config.members import read_members  # most configurations name no file

        try:
            return read_members(_joined(table.folder, config.members), table.where("members"))
        except ConfigError as error:
            self.wrong.append(str(error))
            return ()

    def _extend(self, path: str, name: str, where: str, chain: tuple[str, ...]) -> None:
        real = paths.realpath(path)
        names = " → ".join(shown(each) for each in (*chain, real))
        if real in chain:
            self.wrong.append(f"{where}: extends goes round in a circle: {names}")
        elif len(chain) > MAX_LEVELS:
            self.wrong.append(f"{where}: extends goes more than {MAX_LEVELS} levels deep: {names}")
        elif not paths.isfile(real):  # a pipe or a device may never end
            said = "is no file" if paths.exists(real) else "there is no such file"
            self.wrong.append(f"{where}: extends {name!r}: {said}{'' if shown(path) == name else f' ({shown(path)})'}")
        elif real not in self._done:
            self._done.add(real)
            try:
                self._add(path, read_config(path), chain)
            except ConfigError as error:
                self.wrong.append(str(error))


def _kind_of(table: ConfigTable) -> type[ConfigFile]:
    if not table.values.get("rules"):
        return ConfigFile
    from okrlint.config.rule_tables import DeclaringFile  # takes as long as all the rest, and few declare rules

    return DeclaringFile


def _extended(table: ConfigTable) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the names in `extends` that are sound, each with its place; validation tells of the others."""
    value = table.values.get("extends")
    named = enumerate(value) if isinstance(value, list) else [(None, value)]
    for at, name in named:
        if isinstance(name, str) and name and "\0" not in name and "://" not in name:
            yield ("extends",) if at is None else ("extends", at), name


def _settings(chain: _Chain, source: str) -> Settings:
    declared = NOTHING
    for layer in chain.layers:
        declared = declared_in(layer.config, layer.table).over(declared)
    chain.wrong += clashes(declared)
    if chain.wrong:
        raise ConfigError("\n".join(chain.wrong))
    settings = Settings(declared=declared)
    folders = {}
    for layer in chain.layers:
        values = _values(layer.config, layer.table.folder)
        origins = _origins(layer.config, layer.table, ())
        overrides = tuple(_overrides(layer))
        if overrides:
            values["per_path"] = settings.per_path + overrides
        if "members" in values:
            file = values["members"]
            values["members"] = layer.members
            values["members_file"] = file if isinstance(file, str) else None
        settings = merged(settings, values, origins)
        folders.update({field: layer.table.folder for field in ("include", "exclude", "project") if field in values})
    last = chain.layers[-1]
    return settings._replace(
        source=source,
        extends=tuple(layer.path for layer in chain.layers[:-1]),
        folders={field: folder for field, folder in folders.items() if folder != last.table.folder},
    )


def _overrides(layer: _Layer) -> Iterator[PathOverride]:
    for at, entry in enumerate(layer.config.per_path):
        origins = _origins(entry, layer.table, ("per-path", at))
        yield PathOverride(
            tuple(entry.paths),
            _values(entry, layer.table.folder),
            layer.table.folder,
            {key: origin + PER_PATH for key, origin in origins.items()},
        )


def _values(config: PerFile, folder: str) -> dict[str, Any]:
    """Return what a table says, as the fields of `Settings` have it."""
    values: dict[str, Any] = {}
    for field in config.model_fields_set - _ELSEWHERE:
        value = getattr(config, field)
        if field == "severity":
            value = {selector: _severity(each) for selector, each in value.items()}
        elif field == "lexicon":
            value = {name: tuple(words) for name, words in value.items()}
        elif field in ("baseline", "members") and isinstance(value, str):
            value = _joined(folder, value)
        elif field == "plans":
            value = tuple(_joined(folder, name) for name in value)
        elif field == "teams":
            value = {name: _team(each) for name, each in value.items()}
        elif isinstance(value, list):
            value = tuple(value)
        values[field] = value
    return values


def _joined(folder: str, path: str) -> str:
    return paths.normpath(paths.join(folder, path))


def _team(team: TeamTable) -> dict[str, Any]:
    return {"members": tuple(team.members), "charter": tuple(team.charter), "parent": team.parent}


def _severity(value: str | DatedSeverityTable) -> str | DatedSeverity:
    return value if isinstance(value, str) else DatedSeverity(value.severity, value.since, value.before)


def _origins(config: PerFile, table: ConfigTable, within: Sequence[str | int]) -> dict[str, str]:
    """Return where each value stands, by its key; an entry of a list only where it is on a line of its own."""
    origins: dict[str, str] = {}
    for field in sorted(config.model_fields_set - _DECLARED - {"extends", "paths"}):
        key = field.replace("_", "-")
        value = getattr(config, field)
        if isinstance(value, dict):
            for name, each in value.items():
                if field == "options":
                    for option in each:
                        origins[f"options.{name}.{option}"] = _option_place(table, (*within, "options", name), option)
                else:
                    origins[f"{key}.{name}"] = table.where(*within, key, name)
            continue
        origins[key] = table.where(*within, key)
        if field in ("select", "ignore", "extend_select", "plugins"):
            places = ((each, table.where(*within, key, at)) for at, each in enumerate(value or ()))
            origins.update({f"{key}.{each}": place for each, place in places if place != origins[key]})
    return origins


def _option_place(table: ConfigTable, within: tuple[str | int, ...], option: str) -> str:
    spelled = option if (*within, option) in table.places else option.replace("_", "-")
    return table.where(*within, spelled)
