"""The baselines of a run: which file's findings each one knows, and reading and writing them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from os.path import abspath, dirname, exists, isdir, join, lexists, normpath, realpath, relpath, split
from typing import NamedTuple

from okrlint import paths
from okrlint.config.settings import ConfigError
from okrlint.linting.baseline import (
    STALE,
    BaselineError,
    Entries,
    Entry,
    Known,
    added_up,
    entries_of,
    from_text,
    identities_of,
    is_eligible,
    lowered,
    to_text,
)
from okrlint.linting.engine import notice
from okrlint.linting.findings import FileReport, main_language
from okrlint.linting.identity import Identity, identity
from okrlint.linting.interface import RuleRef
from okrlint.model import Words
from okrlint.writing import write_whole

MAX_BYTES = 50_000_000
STANDARD_INPUT = "-"


class Scope(NamedTuple):
    """What there is to know of a file that was linted with a baseline.

    Attributes:
        baseline: the absolute path of its baseline.
        codes: what its findings may have had, by what was selected.
        language: of messages; None means that of most documents.
        rules: all that there are.
    """

    baseline: str
    codes: frozenset[str]
    language: str | None = None
    rules: Sequence[RuleRef] = ()


class Update(NamedTuple):
    """A baseline and what became of it.

    Attributes:
        path: of its file.
        before: its entries as they were.
        after: its entries as they are to be.
        findings: how many were reported in the files that were linted.
        files: how many of these files have a finding.
        kept: how many entries were not looked for, and kept.
    """

    path: str
    before: Entries
    after: Entries
    findings: int = 0
    files: int = 0
    kept: int = 0

    @property
    def dropped(self) -> int:
        """How many entries are no more."""
        return sum(what not in self.after for what in self.before)

    @property
    def lowered(self) -> int:
        """How many entries have a lower count than before."""
        return sum(what in self.after and self.after[what].times < entry.times for what, entry in self.before.items())

    @property
    def changes(self) -> int:
        """How many entries know less than before."""
        return self.dropped + self.lowered


def without_known(reports: list[FileReport], scopes: Mapping[str, Scope]) -> list[FileReport]:
    """Return the reports of a run's files with the findings hidden that the baselines know.

    Where a baseline knows more than there is, a report on itself is added.

    Args:
        reports: of single files, and of folders.
        scopes: by path, of those files that have a baseline.

    Raises:
        ConfigError: for a baseline that cannot be used.
    """
    sifted: dict[str, FileReport] = {}
    stale: list[FileReport] = []
    for path, group in _by_baseline(reports, scopes).items():
        baseline = _Baseline(path)
        entries = baseline.read(scopes[group[0].path].rules)
        known, linted = Known(entries), _Linted(baseline, group, scopes)
        for report in group:
            sifted[report.path] = known.sift(report, baseline.relative(report.path))
        if any(STALE in scopes[report.path].codes for report in group):
            language = scopes[group[0].path].language or main_language(reports)
            stale += _stale(Update(path, entries, linted.left_of(entries)), language)
    return [*(sifted.get(report.path, report) for report in reports), *stale]


def written(reports: list[FileReport], scopes: Mapping[str, Scope]) -> list[Update]:
    """Return the baselines that know all that was found, and of other files what they knew before.

    What is kept is what nothing was looked for: entries of files that were not linted and are still there, and of
    rules that did not run.

    Raises:
        ConfigError: for a baseline that is there and cannot be used.
    """
    updates = []
    for path, group in _by_baseline(reports, scopes).items():
        baseline = _Baseline(path)
        before = baseline.read(scopes[group[0].path].rules) if exists(path) else {}
        linted = _Linted(baseline, group, scopes)
        found = [entry for report in group for entry in entries_of(report, baseline.relative(report.path))]
        kept = linted.not_looked_for(before)
        after = added_up([*found, *kept.values()])
        counts = [sum(map(is_eligible, report.findings)) for report in group]
        updates.append(Update(path, before, after, sum(counts), sum(map(bool, counts)), len(kept)))
    return updates


def pruned(
    path: str, entries: Entries, files: Collection[str], reports: list[FileReport], scopes: Mapping[str, Scope]
) -> Update:
    """Return what becomes of a baseline without what is no longer found in some files, or is of files that are gone.

    Args:
        path: of the baseline.
        entries: what it knows.
        files: whose entries are looked at, by what the baseline calls them.
        reports: of those of the files that are there.
        scopes: by path of the reports.
    """
    baseline = _Baseline(path)
    linted = _Linted(baseline, [report for report in reports if report.path in scopes], scopes)
    others = {what: entry for what, entry in entries.items() if entry.path not in files}
    left = linted.left_of({what: entry for what, entry in entries.items() if entry.path in files})
    return Update(path, entries, {**others, **left})


def load(path: str, rules: Sequence[RuleRef]) -> Entries:
    """Read a baseline.

    Args:
        path: of it.
        rules: all that there are: entries may call them as they were called before.

    Raises:
        ConfigError: where it cannot be read, or is none.
    """
    return _Baseline(path).read(rules)


def files_of(path: str, entries: Entries) -> dict[str, str]:
    """Return the paths of the files that a baseline has entries of, by what it calls them; standard input is none."""
    baseline = _Baseline(path)
    known = dict.fromkeys(entry.path for entry in entries.values() if entry.path != STANDARD_INPUT)
    return {name: baseline.locate(name) for name in known}


def is_there(path: str) -> bool:
    """Tell whether there is a file of that path, even one that cannot be read."""
    return lexists(path) and not isdir(path)


def save(path: str, entries: Entries) -> bool:
    """Write a baseline at once or not at all, and return whether that changed it.

    Raises:
        OSError: where it cannot be written; it is then as it was.
        ConfigError: where it would be too large to be read again.
    """
    data = to_text(entries).encode("utf-8")
    if len(data) > MAX_BYTES:
        raise ConfigError(
            f"{shown(path)}: would be larger than {MAX_BYTES} bytes; write several, for a part of the files each"
        )
    try:
        with open(path, "rb") as file:
            if file.read(len(data) + 1) == data:
                return False
    except FileNotFoundError:
        pass
    write_whole(path, data)
    return True


class _Baseline:
    """A baseline's file: where it lies, and how it calls others."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._folder = realpath(dirname(abspath(path)))
        self._folders: dict[str, str] = {}

    def read(self, rules: Sequence[RuleRef]) -> Entries:
        where = shown(self.path)
        try:
            with open(self.path, "rb") as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            raise ConfigError(
                f"{where}: there is no such baseline; "
                f"`okrlint check --baseline {_as_argument(where)} --write-baseline` writes it"
            ) from None
        except (OSError, ValueError) as error:  # a name with a NUL is a ValueError
            raise ConfigError(f"{where}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
        if len(data) > MAX_BYTES:
            raise ConfigError(f"{where}: larger than {MAX_BYTES} bytes: that is no baseline")
        try:
            return from_text(data.decode("utf-8-sig"), _codes(rules))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ConfigError(f"{where}:{line}: not UTF-8; save it as UTF-8, or remove it and write it anew") from None
        except BaselineError as error:
            where = f"{where}:{error.line}" if error.line else where
            raise ConfigError(f"{where}: {error}") from None

    def relative(self, path: str) -> str:
        """Return what the baseline calls a file."""
        if path == STANDARD_INPUT:
            return path
        folder, name = split(abspath(path))
        if folder not in self._folders:
            real = realpath(folder)
            try:
                self._folders[folder] = relpath(real, self._folder).replace("\\", "/")
            except ValueError:  # on another drive
                self._folders[folder] = real.replace("\\", "/")
        here = self._folders[folder]
        return name if here == "." else f"{here.rstrip('/')}/{name}"

    def locate(self, path: str) -> str:
        """Return the absolute path of what the baseline calls so."""
        return normpath(join(self._folder, path))

    def is_gone(self, path: str) -> bool:
        return path != STANDARD_INPUT and not is_there(self.locate(path))


class _Linted:
    """What was looked for in the files of a run that share a baseline, and what was found."""

    def __init__(self, baseline: _Baseline, reports: Iterable[FileReport], scopes: Mapping[str, Scope]) -> None:
        self._baseline = baseline
        self._codes: dict[str, frozenset[str]] = {}
        self._found: Counter[Identity] = Counter()
        self._unsure: Counter[Identity] = Counter()
        self._gone: dict[str, bool] = {}
        for report in reports:
            path = baseline.relative(report.path)
            # Of a file that failed it is not known what else there is to find.
            failed = any(each.fatal for each in report.findings)
            self._codes[path] = frozenset() if failed else scopes[report.path].codes
            self._found.update(identities_of(report, path))
            self._unsure.update(identity(each, path) for each in report.unsure)

    def left_of(self, entries: Entries) -> Entries:
        """Return entries without what is no longer there; what is found, though not surely, is."""
        decided, others = self._parted(entries)
        return {**others, **lowered(decided, self._found + self._unsure)}

    def not_looked_for(self, entries: Entries) -> Entries:
        """Return entries as far as what they know was not looked for."""
        decided, others = self._parted(entries)
        return {**others, **lowered(decided, self._unsure)}

    def _parted(self, entries: Entries) -> tuple[Entries, Entries]:
        """Part entries by whether what they know was looked for, or can no longer be."""
        decided: Entries = {}
        others: Entries = {}
        for what, entry in entries.items():
            (decided if self._decides(entry) else others)[what] = entry
        return decided, others

    def _decides(self, entry: Entry) -> bool:
        codes = self._codes.get(entry.path)
        if codes is not None:
            return entry.rule in codes
        if entry.path not in self._gone:
            self._gone[entry.path] = self._baseline.is_gone(entry.path)
        return self._gone[entry.path]


def _by_baseline(reports: Iterable[FileReport], scopes: Mapping[str, Scope]) -> dict[str, list[FileReport]]:
    groups: dict[str, list[FileReport]] = {}
    for report in reports:
        if report.path in scopes:
            groups.setdefault(scopes[report.path].baseline, []).append(report)
    return groups


def _stale(update: Update, language: str) -> list[FileReport]:
    count = update.changes
    if not count:
        return []
    path = shown(update.path)
    command = f"okrlint baseline prune --baseline {_as_argument(path)}"
    what = "entry knows" if count == 1 else "entries know"
    message = Words(
        f"{count} {what} more than is still found; `{command}` takes that out",
        f"有 {count} 条记录的问题已不存在或已减少；运行 `{command}` 可将其清除",
    )
    return [FileReport(path, (notice(STALE, message, path, language, harmless=True),))]


def _codes(rules: Sequence[RuleRef]) -> dict[str, str]:
    """Return the codes of rules by their names and by what they were called before."""
    codes = {word: ref.code for ref in rules for word in (ref.name, *ref.aliases)}
    return codes | {ref.code: ref.code for ref in rules}


def shown(path: str) -> str:
    """Return a path as short as it can be said here, with forward slashes, for people and reports."""
    return paths.shown(path).replace("\\", "/")


def _as_argument(path: str) -> str:
    """Return a path as a shell takes it."""
    from shlex import quote  # only what goes wrong needs it

    return quote(path)
