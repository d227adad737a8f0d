"""Presets: the values that an authority stands for, as data."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from okrlint.model import Words


class RuleSetting(NamedTuple):
    """What a preset says of one rule.

    Attributes:
        severity: "error", "warning", "info", "hint", "off", or None where only options are set.
        options: values by option name.
        source: the authority behind the values.
    """

    severity: str | None
    options: Mapping[str, Any]
    source: str


class Preset(NamedTuple):
    """A named set of values.

    Attributes:
        select: which rules run, beside those that `rules` names; empty means those that are on by default.
        min_certainty: the least sure kind of finding that is wanted.
        hint_as: the severity that hints are raised to.
    """

    name: str
    summary: Words
    rules: Mapping[str, RuleSetting]
    select: tuple[str, ...] = ()
    min_certainty: str = "medium"
    hint_as: str = "hint"


class PresetRef(NamedTuple):
    """Where a preset is to be had.

    Attributes:
        path: a YAML file, named absolutely, or None for one that leaves every rule as it is.
        plugin: see `RuleRef`.
    """

    name: str
    summary: Words
    path: str | None
    plugin: str = ""

    def load(self) -> Preset:
        """Read the preset.

        Raises:
            OSError, ValueError, TypeError, KeyError: where the file is not there, or not of this shape.
        """
        if self.path is None:
            return Preset(self.name, self.summary, {})
        import yaml

        with open(self.path, encoding="utf-8") as file:
            data = yaml.safe_load(file)
        if not isinstance(data, dict):
            raise TypeError(f"{self.path}: a preset is a mapping")
        unknown = data.keys() - _KEYS
        if unknown:
            raise ValueError(f"{self.path}: unknown key {min(unknown)!r}")
        return Preset(
            self.name,
            self.summary,
            {code: _rule_setting(entry) for code, entry in (data.get("rules") or {}).items()},
            tuple(data.get("select", ())),
            _one_of(("high", "medium", "low"), data.get("min-confidence", "medium")),
            _one_of(_SEVERITIES, data.get("hint-as", "hint")),
        )


_KEYS = {"rules", "select", "min-confidence", "hint-as"}
_SEVERITIES = ("error", "warning", "info", "hint")


def _rule_setting(entry: Mapping[str, Any]) -> RuleSetting:
    severity = entry.get("severity")
    if severity is not None:
        _one_of((*_SEVERITIES, "off"), severity)
    return RuleSetting(severity, entry.get("options", {}), entry["source"])


def _one_of(known: tuple[str, ...], value: str) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(known)}")
    return value
