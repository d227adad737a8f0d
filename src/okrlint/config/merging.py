"""What wins: values over values."""

from collections.abc import Mapping
from typing import Any

from okrlint.config.settings import COMMAND_LINE, Settings

TABLES = ("severity", "options", "lexicon", "teams")
"""Fields of `Settings` that are merged key by key; of all others the later value replaces the earlier one."""


def merged(settings: Settings, values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    """Return settings over which other values were laid.

    Args:
        settings: what is below.
        values: by the field names of `Settings`.
        origins: where these came from, as in `Settings`.
    """
    changed = dict(values)
    for field in TABLES:
        if field in values:
            changed[field] = _table(getattr(settings, field), values[field])
    kept = _without(settings.origins, [field for field in values if field not in TABLES])
    return settings._replace(**changed, origins={**kept, **origins})


def for_path(settings: Settings, matching: tuple[int, ...]) -> Settings:
    """Return what applies to a file that is meant by some entries of `per_path`, given by their positions."""
    for at in matching:
        override = settings.per_path[at]
        settings = merged(settings, override.values, override.origins)
    return settings


def overridden(settings: Settings, overrides: Mapping[str, Any]) -> Settings:
    """Return settings of which some fields are replaced from the command line."""
    origins = _without(settings.origins, list(overrides))
    origins.update({field.replace("_", "-"): COMMAND_LINE for field in overrides})
    return settings._replace(**overrides, origins=origins)


def _table(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Merge a table; keys that are said again go to the end, since the later one wins among equally precise ones."""
    table = {key: value for key, value in below.items() if key not in above}
    for key, value in above.items():
        known = below.get(key)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        table[key] = {**known, **value} if both and known is not None else value
    return table


def _without(origins: Mapping[str, str], fields: list[str]) -> dict[str, str]:
    """Return origins without those of some fields."""
    gone = {field.replace("_", "-") for field in fields}
    return {key: origin for key, origin in origins.items() if key.partition(".")[0] not in gone}
