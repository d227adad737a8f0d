"""Finding the files below a folder that an installed reader reads."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from os import DirEntry, getcwd, scandir, sep
from os.path import abspath, dirname, exists, isdir, isfile, join, realpath, split, splitext
from typing import TYPE_CHECKING, NamedTuple

from okrlint.config.discovery import NAMES
from okrlint.config.settings import Settings
from okrlint.reading.interface import ReaderRef
from okrlint.registry import Registry, installed_for

if TYPE_CHECKING:
    from okrlint.config.gitignore import GitIgnore
    from okrlint.config.globs import Globs
    from okrlint.config.patterns import Patterns

SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__", "venv", "site-packages", "vendor", "dist", "build"})
"""Folders that a walk does not enter, beside those whose names begin with a dot."""


def format_of(path: str, registry: Registry) -> str | None:
    """Return the name of the reader for a file's ending, or None."""
    suffix = splitext(path)[1].lower()
    return next((ref.name for ref in registry.readers if suffix in ref.suffixes), None)


@lru_cache(maxsize=16)
def _suffixes(readers: tuple[ReaderRef, ...]) -> frozenset[str]:
    """Return the endings of all files that a reader reads."""
    return frozenset(suffix for ref in readers for suffix in ref.suffixes)


class Choice:
    """Tells which files are looked at. What it reads to know that, it reads once, and only for walks.

    Passed over are hidden files and folders, those by which Office locks an open file (`~$okr.xlsx`), our own
    configuration files, `SKIPPED_FOLDERS`, what git ignores, and what the configuration excludes or does not include.
    Of each folder the configuration that applies to it decides what of its contents is looked at.

    Args:
        settings: tells which settings apply to a file or folder.
        refused: is told of each folder, and of each file that says what git ignores, that cannot be read.
        gitignore: whether what git ignores is passed over.
    """

    def __init__(
        self,
        settings: Callable[[str], Settings],
        refused: Callable[[OSError], None],
        *,
        gitignore: bool = True,
    ) -> None:
        self._settings = settings
        self._refused = refused
        self._gitignore = gitignore
        self._rules: dict[tuple[tuple[str, ...], ...], _Rules] = {}
        self._left_out: dict[tuple[str, str], bool] = {}  # by the top of a walk and the real path of a folder

    def files_below(self, folder: str) -> Iterator[str]:
        """Yield the files below a folder that are looked at and that a reader reads, in a fixed order.

        The folder itself is looked at whatever is said of it. Links to folders, and what is no file (a pipe may never
        end) are passed over; a link to nothing is not: it is an error to be told.
        """
        waiting = [(folder, realpath(folder), self._rules_of(folder), installed_for(self._settings(folder)))]
        while waiting:
            parent, real, rules, registry = waiting.pop()
            listed = self._listed(parent)
            if parent != folder and not listed.files.keys().isdisjoint(NAMES):
                rules, registry = self._rules_of(parent), installed_for(self._settings(parent))
            here = join("" if parent in (".", f".{sep}") else parent.removeprefix(f".{sep}"), "")
            suffixes = _suffixes(registry.readers)
            rules_out = self._rules_out(real, rules)
            for name in sorted(listed.files):
                dot = name.rfind(".")
                suffix = name[dot:].lower() if dot >= 0 else ""
                if suffix not in suffixes or _is_never_opened(name):  # as one is that begins with its only dot
                    continue
                if rules_out and self._is_ruled_out(real, name, rules, is_folder=False):
                    continue
                path = f"{here}{name}"
                if listed.files[name] or isfile(path) or not exists(path):
                    yield path
            waiting.extend(
                (join(parent, name), join(real, name), rules, registry)
                for name in sorted(listed.folders, reverse=True)
                if not _is_never_entered(name)
                and not (rules_out and self._is_ruled_out(real, name, rules, is_folder=True))
            )

    def _listed(self, folder: str) -> "_Listed":
        listed = _Listed([], {})
        try:
            with scandir(folder) as entries:
                for entry in entries:
                    if not _is_folder(entry):
                        listed.files[entry.name] = entry.is_file(follow_symlinks=False)
                    elif not entry.is_symlink():
                        listed.folders.append(entry.name)
        except OSError as error:
            self._refused(error)
        return listed

    def leaves_out(self, path: str, top: str = "") -> bool:
        """Return whether a walk would pass over a file or folder, its format aside.

        Args:
            path: of it; it need not be there.
            top: where the walk begins. Without one it is as if everything had been walked upon; but folders that are
                never entered count below the working folder alone: a build may well take place in a folder `build`.
        """
        top = realpath(top) if top else ""
        folder, name = split(abspath(path))
        folder = realpath(folder)
        is_folder = isdir(path)
        start = join(top or realpath(getcwd()), "")
        within = folder[len(start) :].split(sep) if folder.startswith(start) else []
        if any(map(_is_never_entered, within)) or (_is_never_entered(name) if is_folder else _is_never_opened(name)):
            return True
        rules = self._rules_of(folder)
        return self._is_folder_out(folder, top) or self._is_ruled_out(folder, name, rules, is_folder=is_folder)

    @cached_property
    def _git(self) -> "GitIgnore":
        from okrlint.config.gitignore import GitIgnore  # of no use to files that are named

        return GitIgnore(self._refused)

    def _is_folder_out(self, folder: str, top: str) -> bool:
        unknown = []
        while folder not in (top, dirname(folder)) and (top, folder) not in self._left_out:
            unknown.append(folder)
            folder = dirname(folder)
        out = self._left_out.get((top, folder), False)
        for each in reversed(unknown):
            above, name = split(each)
            out = out or self._is_ruled_out(above, name, self._rules_of(above), is_folder=True)
            self._left_out[top, each] = out
        return out

    def _rules_out(self, folder: str, rules: "_Rules") -> bool:
        """Return whether git or the configuration may leave out anything that is in a folder."""
        return rules is not _NO_RULES or (self._gitignore and self._git.has_lines_for(folder))

    def _is_ruled_out(self, folder: str, name: str, rules: "_Rules", *, is_folder: bool) -> bool:
        """Return whether git or the configuration leaves out what has this name in a folder (given as a real path)."""
        if self._gitignore and self._git.ignores(folder, name, is_folder=is_folder):
            return True
        if rules.excluded is None and (rules.included is None or is_folder):
            return False
        path = join(folder, name)
        if rules.excluded is not None and path.startswith(rules.base):
            relative = path[len(rules.base) :].replace(sep, "/")
            if rules.excluded.verdict(relative, is_folder=is_folder):
                return True
        return not is_folder and rules.included is not None and not rules.included.match(path)

    def _rules_of(self, folder: str) -> "_Rules":
        settings = self._settings(folder)
        if not settings.exclude and not settings.include:
            return _NO_RULES
        places = tuple(realpath(settings.folder(field)) for field in ("exclude", "include"))
        key = (settings.exclude, settings.include, places)
        if key not in self._rules:
            self._rules[key] = _rules(*key)
        return self._rules[key]


class _Listed(NamedTuple):
    """What is in a folder. Links to folders are left out.

    Attributes:
        folders: names of folders.
        files: names of what is no folder, and whether it plainly is a file: that of a link, say, is to be found out.
    """

    folders: list[str]
    files: dict[str, bool]


class _Rules(NamedTuple):
    """What a configuration leaves out.

    Attributes:
        excluded: patterns of what is; None where there are none.
        base: the folder that they are relative to, with a separator behind it.
        included: patterns of what alone is not; None where there are none.
    """

    excluded: "Globs | None" = None
    base: str = ""
    included: "Patterns | None" = None


_NO_RULES = _Rules()


def _rules(exclude: tuple[str, ...], include: tuple[str, ...], places: tuple[str, ...]) -> _Rules:
    from okrlint.config.globs import Globs  # most runs have no patterns
    from okrlint.config.patterns import Patterns

    excluded = Globs(exclude) if exclude else None
    return _Rules(excluded, join(places[0], ""), Patterns(include, places[1]) if include else None)


def _is_folder(entry: "DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that goes round in a circle
        return False


def _is_never_entered(name: str) -> bool:
    return _is_never_opened(name) or name in SKIPPED_FOLDERS


def _is_never_opened(name: str) -> bool:
    return name.startswith((".", "~$")) or name in NAMES
