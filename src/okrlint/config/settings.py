"""What configuration comes down to: the values that a run needs, without the files they came from."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from os.path import dirname
from typing import Any, NamedTuple

from okrlint.declaring.definitions import NOTHING, Declared

COMMAND_LINE = "command line"
"""The origin of values that win over configuration files."""

PER_PATH = " (per-path)"
"""What stands behind the place of a value that applies to some files alone."""

MAX_COMPLAINTS = 100
"""How much is told at once of what is wrong: looking for the word that was meant takes time."""


class DatedSeverity(NamedTuple):
    """A severity that holds from a day on.

    Attributes:
        severity: "error", "warning", "info", "hint" or "off".
        since: the first day on which it holds; without a day that counts as today it does not hold.
        before: what holds until then; None: as if nothing were said.
    """

    severity: str
    since: date
    before: str | None = None


class PathOverride(NamedTuple):
    """Values for some files.

    Attributes:
        patterns: of paths below the folder of the configuration file, as in `.gitignore`.
        values: by the field names of `Settings`; tables are merged key by key, all else replaces.
        folder: what the patterns are relative to.
        origins: where each value came from, as in `Settings`.
    """

    patterns: tuple[str, ...]
    values: Mapping[str, Any]
    folder: str = "."
    origins: Mapping[str, str] = {}


class Settings(NamedTuple):
    """A run's configuration, resolved and validated.

    Attributes:
        preset: its name.
        select: selectors of rules, or None for those that are on.
        ignore: selectors of rules that do not run.
        extend_select: selectors of rules that run too.
        severity: by selector: "error", "warning", "info", "hint" or "off", or one of these from a day on.
        options: by selector: values by option name.
        fail_on: the lowest severity that fails a run: "error", "warning", "info", "hint" or "never".
        min_confidence: the least sure kind of finding that is wanted; None leaves it to the preset.
        lang: "auto" (the document's own), "en" or "zh".
        fiscal_year_start: the month, 1 to 12.
        timezone: the time zone whose days Unix times mean, by its IANA name; None leaves it to the format.
        include: patterns of paths; where there are any, a walk looks at nothing else.
        exclude: patterns of paths that a walk passes over.
        per_path: values for some files; those for a file are already merged in where a file was asked for.
        lexicon: more words by name of the list.
        baseline: the file of findings that are known, as an absolute path; None where there is none.
        require_reason: whether a suppression must say why.
        members: who there is, by the names and handles that documents use; empty where nobody says.
        members_file: the file that holds them, as an absolute path; None where it is the configuration itself.
        teams: by name, each with the values of a `Team`.
        plans: files that hold the plan above all OKRs, as absolute paths.
        project: patterns of the files that each run looks at; without any those that it was given.
        history: whether rules may look at what git remembers of the documents.
        declared: rules, fields and word lists of the author's own.
        plugins: the installed plugins that are loaded, by the names of their entry points or distributions; None for
            all of them. okrlint's own parts are always there.
        source: the file that it came from, or None.
        extends: the files that this one extends, the most basic one first.
        folders: by field name, the folder that patterns which an extended file says are relative to.
        origins: where each value that is not a default came from, by key (`severity.KW001`, `fail-on`; an entry of
            a list as `select.KW001` where it stands on a line of its own): "FILE:LINE", "FILE:LINE (per-path)", or
            "command line".
    """

    preset: str = "default"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, str | DatedSeverity] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    fail_on: str = "warning"
    min_confidence: str | None = None
    lang: str = "auto"
    fiscal_year_start: int = 1
    timezone: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_path: tuple[PathOverride, ...] = ()
    lexicon: Mapping[str, tuple[str, ...]] = {}
    baseline: str | None = None
    require_reason: bool = False
    declared: Declared = NOTHING
    members: tuple[str, ...] = ()
    members_file: str | None = None
    teams: Mapping[str, Mapping[str, Any]] = {}
    plans: tuple[str, ...] = ()
    project: tuple[str, ...] = ()
    history: bool = False
    plugins: tuple[str, ...] | None = None
    source: str | None = None
    extends: tuple[str, ...] = ()
    folders: Mapping[str, str] = {}
    origins: Mapping[str, str] = {}

    def folder(self, field: str) -> str:
        """Return the folder that the patterns of a field are relative to: that of the file which says them."""
        return self.folders.get(field) or dirname(self.source or "") or "."

    def origin(self, *keys: str) -> str:
        """Return where a value came from; for what has no origin of its own, where what it is part of did."""
        for length in range(len(keys), 0, -1):
            known = self.origins.get(".".join(keys[:length]))
            if known is not None:
                return known
        return self.source or COMMAND_LINE


def selectors_in(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each selector of rules with the key that it stands under."""
    by_key: dict[str, Iterable[str]] = {
        "select": settings.select or (),
        "ignore": settings.ignore,
        "extend-select": settings.extend_select,
        "severity": settings.severity,
        "options": settings.options,
    }
    for key, selectors in by_key.items():
        for selector in selectors:
            yield key, selector


class ConfigError(Exception):
    """A configuration that cannot be used: the message names the file, what is wrong and what to write."""
