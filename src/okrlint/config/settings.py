"""What configuration comes down to: the values that a run needs, without the files they came from."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Settings(NamedTuple):
    """A run's configuration, resolved and validated.

    Attributes:
        preset: its name.
        select: selectors of rules, or None for those that are on.
        ignore: selectors of rules that do not run.
        extend_select: selectors of rules that run too.
        severity: by selector: "error", "warning", "info", "hint" or "off".
        options: by selector: values by option name.
        fail_on: the lowest severity that fails a run: "error", "warning", "info", "hint" or "never".
        min_confidence: the least sure kind of finding that is wanted; None leaves it to the preset.
        lang: "auto" (the document's own), "en" or "zh".
        fiscal_year_start: the month, 1 to 12.
        timezone: the time zone whose days Unix times mean, by its IANA name; None leaves it to the format.
        exclude: patterns of paths that a walk passes over.
        lexicon: more words by name of the list.
        source: the file that it came from, or None.
    """

    preset: str = "default"
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, Any]] = {}
    fail_on: str = "warning"
    min_confidence: str | None = None
    lang: str = "auto"
    fiscal_year_start: int = 1
    timezone: str | None = None
    exclude: tuple[str, ...] = ()
    lexicon: Mapping[str, tuple[str, ...]] = {}
    source: str | None = None


class ConfigError(Exception):
    """A configuration that cannot be used: the message names the file, what is wrong and what to write."""
