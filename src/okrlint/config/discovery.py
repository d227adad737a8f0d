"""Finding and reading a configuration file."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from okrlint.config.settings import ConfigError, Settings

NAMES = ("okrlint.toml", ".okrlint.yaml", ".okrlint.yml", "pyproject.toml")
"""Names of configuration files, in order of preference within a folder."""

MAX_BYTES = 1_000_000


def find(start: str) -> str | None:
    """Return the nearest configuration file upward from a file or folder, or None.

    A `pyproject.toml` counts only where it has a table `[tool.okrlint]`.
    """
    folder = Path(start).resolve()
    if not folder.is_dir():
        folder = folder.parent
    for parent in (folder, *folder.parents):
        for name in NAMES:
            path = parent / name
            if path.is_file() and (name != "pyproject.toml" or b"tool.okrlint" in _read(path)):
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
    if path.suffix == ".toml":
        import tomllib

        try:
            table = tomllib.loads(data.decode("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise ConfigError(f"{path}: not valid TOML: {error}") from None
        if path.name == "pyproject.toml":
            table = table.get("tool", {}).get("okrlint", {})
    else:
        import yaml

        try:
            table = yaml.safe_load(data)
        except yaml.YAMLError as error:
            raise ConfigError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from None
        table = {} if table is None else table
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: a configuration is a mapping of keys to values")
    return table


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{path}: larger than {MAX_BYTES} bytes: that is no configuration")
    return data
