"""Finding a configuration file."""

from os.path import dirname, isdir, isfile, join, realpath

from okrlint.config.settings import Settings

PYPROJECT = "pyproject.toml"
NAMES = ("okrlint.toml", ".okrlint.yaml", ".okrlint.yml", PYPROJECT)
"""Names of configuration files, in order of preference within a folder."""


def find(start: str) -> str | None:
    """Return the nearest configuration file upward from a file or folder, or None.

    A `pyproject.toml` counts only where it has a table `[tool.okrlint]`.

    Raises:
        ConfigError: for a `pyproject.toml` that cannot be read, or breaks its format where it speaks of okrlint.
    """
    folder = realpath(start)
    if not isdir(folder):
        folder = dirname(folder)
    while True:
        for name in NAMES:
            path = join(folder, name)
            if isfile(path) and (name != PYPROJECT or _has_our_table(path)):
                return path
        if dirname(folder) == folder:
            return None
        folder = dirname(folder)


def load(path: str) -> Settings:
    """Read and validate a configuration file, and those that it extends.

    Raises:
        ConfigError: where one cannot be read, breaks its format, or has a key or value that okrlint does not know:
            everything that is wrong, a complaint a line.
    """
    from okrlint.config.extending import settings_from_file  # most runs have no configuration

    return settings_from_file(path)


def _has_our_table(path: str) -> bool:
    from okrlint.config.files import has_our_table

    return has_our_table(path)
