"""Finding and reading a configuration file."""

from collections.abc import Mapping
from os.path import isfile, realpath
from pathlib import Path
from typing import Any

from okrlint.config.settings import ConfigError, Settings

PYPROJECT = "pyproject.toml"
NAMES = ("okrlint.toml", ".okrlint.yaml", ".okrlint.yml", PYPROJECT)
"""Names of configuration files, in order of preference within a folder."""

MAX_BYTES = 1_000_000


def find(start: str) -> str | None:
    """Return the nearest configuration file upward from a file or folder, or None.

    A `pyproject.toml` counts only where it has a table `[tool.okrlint]`.

    Raises:
        ConfigError: for a `pyproject.toml` that cannot be read, or breaks its format where it speaks of okrlint.
    """
    folder = Path(realpath(start))  # Path.resolve raises where links go round in a circle
    if not folder.is_dir():
        folder = folder.parent
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if isfile(path) and (name != PYPROJECT or _has_our_table(path)):
                return str(path)
    return None


def load(path: str) -> Settings:
    """Read and validate a configuration file.

    Raises:
        ConfigError: where it cannot be read, breaks its format, or has a key or value that okrlint does not know.
    """
    from okrlint.config.schema import settings_from

    return settings_from(_table(Path(path)), path)


def _table(path: Path) -> Mapping[str, Any]:
    data = _read(path)
    table: Any
    if path.suffix == ".toml":
        table = _toml(data, path)
        if path.name == PYPROJECT:
            table = _our_table(table)
            if table is None:
                raise ConfigError(f"{path}: has no table [tool.okrlint]")
    else:
        table = _yaml(data, path)
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: a configuration is a mapping of keys to values")
    return table


def _has_our_table(path: Path) -> bool:
    data = _read(path)
    return b"okrlint" in data and _our_table(_toml(data, path)) is not None


def _our_table(pyproject: Mapping[str, Any]) -> Any:
    tool = pyproject.get("tool")
    return tool.get("okrlint") if isinstance(tool, dict) else None


def _toml(data: bytes, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # an over-long number, nesting: not all is a TOMLDecodeError
        raise ConfigError(f"{path}: not valid TOML: {error}") from None


def _yaml(data: bytes, path: Path) -> Any:
    import yaml

    try:
        # Aliases can make a value grow without bound, and a configuration has no use for them.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, yaml.SafeLoader)):
            raise ConfigError(f"{path}: a configuration may not hold aliases (*name)")
        table = yaml.safe_load(data)
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a date that there is not is a ValueError
        raise ConfigError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
    return {} if table is None else table


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{path}: larger than {MAX_BYTES} bytes: that is no configuration")
    return data
