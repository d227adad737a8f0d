"""Reading a configuration file: its table, and the lines on which its keys stand."""

from collections.abc import Iterable, Mapping
from os import path as paths
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.config.discovery import PYPROJECT
from okrlint.config.places import Keys, Places, line_of, toml_places, yaml_places
from okrlint.config.settings import ConfigError
from okrlint.paths import shown

if TYPE_CHECKING:
    from okrlint.reading.source import UnreadableError

MAX_BYTES = 500_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""How many keys and values a configuration may have: to read more takes longer than anybody waits."""


class ConfigTable(NamedTuple):
    """A configuration as written.

    Attributes:
        values: by key.
        name: of the file, as messages have it.
        folder: what its paths are relative to, absolute.
        places: the lines of its keys; empty for one that is no file.
    """

    values: Mapping[str, Any]
    name: str
    folder: str
    places: Places

    def where(self, *keys: str | int) -> str:
        """Return "FILE:LINE" of a value, or the name alone where no line is known."""
        line = line_of(self.places, keys)
        return self.name if line is None else f"{self.name}:{line}"


def read_config(path: str) -> ConfigTable:
    """Read a configuration file.

    Raises:
        ConfigError: where it cannot be read, breaks its format, or is no mapping.
    """
    name = shown(path)
    data = _read(path, name)
    within: Keys = ()
    if path.endswith(".toml"):
        table, places = _toml(data, name)
        if paths.basename(path) == PYPROJECT:
            within = ("tool", "okrlint")
            table = _our_table(table)
            if table is None:
                raise ConfigError(f"{name}: has no table [tool.okrlint]")
    else:
        table, places = read_yaml(data, name)
    if not isinstance(table, dict):
        raise ConfigError(f"{name}: a configuration is a mapping of keys to values")
    refuse_depth(table, name)
    if within:
        places = {keys[len(within) :]: line for keys, line in places.items() if keys[: len(within)] == within}
    return ConfigTable(table, name, paths.dirname(paths.abspath(path)), places)


def has_our_table(path: str) -> bool:
    """Return whether a `pyproject.toml` has a table `[tool.okrlint]`.

    Raises:
        ConfigError: where it cannot be read, or breaks its format and speaks of okrlint.
    """
    name = shown(path)
    data = _read(path, name)
    return b"okrlint" in data and _our_table(_toml(data, name)[0]) is not None


def _our_table(pyproject: Mapping[str, Any]) -> Any:
    tool = pyproject.get("tool")
    return tool.get("okrlint") if isinstance(tool, dict) else None


def _read(path: str, name: str) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{name}: cannot be read: {error.strerror}") from None
    except ValueError:  # a character that no name has
        raise ConfigError(f"{name!r}: there is no such file") from None
    if len(data) > MAX_BYTES:
        raise ConfigError(f"{name}: larger than {MAX_BYTES} bytes: that is no configuration")
    return data


def _toml(data: bytes, name: str) -> tuple[Any, Places]:
    from tomllib import loads

    from okrlint.reading.source import Source, UnreadableError
    from okrlint.reading.toml.tree import parse

    try:
        source = Source(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{name}:{line}: not UTF-8, as TOML is") from None
    if _has_more_values(source.text):
        raise _excess(name, f"more than {MAX_VALUES} keys and values")
    try:
        tree = parse(source.text)  # before `tomllib` reads: it knows limits, and says better what is wrong and where
    except UnreadableError as error:
        line, _ = source.position(error.span.start)
        raise ConfigError(f"{name}:{line}: not valid TOML: {_said_of_file(error, 'TOML')}") from None
    return loads(source.text), toml_places(tree, source)


def _said_of_file(error: "UnreadableError", format: str) -> str:
    """Return what a reader of documents says of broken syntax, without what is meant for documents."""
    return error.message.en.removeprefix(f"is not valid {format} (").removesuffix("): correct it, or exclude the file")


def _has_more_values(toml: str) -> bool:
    """Tell whether sound TOML has more than `MAX_VALUES`; `tomllib` tells ten times as fast as a tree is made."""
    if toml.count("=") + toml.count(",") < MAX_VALUES:
        return False
    from tomllib import TOMLDecodeError, loads

    try:
        level: list[Any] = [loads(toml)]
    except (TOMLDecodeError, RecursionError):
        return False
    counted = 0
    while level and counted <= MAX_VALUES:
        counted += len(level)
        level = [each for value in level for each in _inner(value)]
    return counted > MAX_VALUES


def _excess(name: str, said: str) -> ConfigError:
    return ConfigError(f"{name}: {said}: that is no configuration")


def read_yaml(data: bytes, name: str) -> tuple[Any, Places]:
    """Return what YAML holds, an empty table for nothing, and the lines on which it stands.

    Raises:
        ConfigError: where it breaks its format, or holds what a configuration may not.
    """
    import yaml

    from okrlint.config.yaml_loading import Loader, RefusedError, excess

    try:
        too_much = excess(data, values=MAX_VALUES, depth=MAX_DEPTH)
        if too_much:
            raise _excess(name, too_much)
        loader = Loader(data)
        try:
            node = loader.get_single_node()
            return ({}, {}) if node is None else (loader.construct_document(node), yaml_places(node))
        finally:
            loader.dispose()
    except RefusedError as error:
        where = f"{name}:{error.problem_mark.line + 1}" if error.problem_mark else name
        raise ConfigError(f"{where}: {error.problem}") from None
    except yaml.MarkedYAMLError as error:
        raise _broken_yaml(error, data, name) from None
    except RecursionError:
        raise _excess(name, _TOO_DEEP) from None
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigError(f"{name}: not valid YAML: {' '.join(str(error).split())}") from None


def _broken_yaml(error: Any, data: bytes, name: str) -> ConfigError:
    """Return what is wrong with broken YAML, as the reader of documents says it."""
    from okrlint.reading.source import Source
    from okrlint.reading.yaml.errors import broken

    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    source = Source(data.decode("utf-16" if wide else "utf-8-sig", "replace"), name)
    marked = wide or data.startswith(b"\xef\xbb\xbf")
    told = broken(error, source, -1 if marked else 0)  # PyYAML counts the byte order mark
    line, _ = source.position(told.span.start)
    return ConfigError(f"{name}:{line}: not valid YAML: {_said_of_file(told, 'YAML')}")


_TOO_DEEP = f"nested more than {MAX_DEPTH} deep"


def refuse_depth(table: Any, name: str) -> None:
    """Refuse a configuration whose tables and lists are nested too deep: walking it might end in an error.

    Raises:
        ConfigError: for such a one.
    """
    if _deeper(table, MAX_DEPTH):
        raise _excess(name, _TOO_DEEP)


def _deeper(table: Any, depth: int) -> bool:
    """Tell whether tables and lists are nested deeper than that; those of a caller may hold themselves."""
    level = [table]
    for _ in range(depth):
        inner = [each for value in level for each in _inner(value)]
        level = [*{id(each): each for each in inner}.values()]
    return bool(level)


def _inner(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
