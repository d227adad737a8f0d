"""The keys of a configuration file, validated by pydantic; imported only where there is such a file."""

from collections.abc import Mapping
from reprlib import repr as short_repr
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model, field_validator

from okrlint.config.settings import ConfigError, Settings
from okrlint.linting.interface import RuleOptions
from okrlint.suggesting import nearest, suggestion

SeverityName = Literal["error", "warning", "info", "hint", "off"]


class ConfigFile(BaseModel):
    """The keys of `okrlint.toml`, `.okrlint.yaml` or `[tool.okrlint]`."""

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.replace("_", "-"), strict=True)

    preset: str = Field("default", description="A named set of values; `okrlint rules` runs under it.")
    select: list[str] | None = Field(None, description="Rules that run: codes, prefixes, names or ALL.")
    ignore: list[str] = Field([], description="Rules that do not run.")
    extend_select: list[str] = Field([], description="Rules that run beside the preset's.")
    severity: dict[str, SeverityName] = Field({}, description="The severity of a rule, by code, prefix or name.")
    options: dict[str, dict[str, Any]] = Field({}, description="The options of a rule, by code or name.")
    fail_on: Literal["error", "warning", "info", "hint", "never"] = Field(
        "warning", description="The lowest severity that fails a run."
    )
    min_confidence: Literal["high", "medium", "low"] | None = Field(
        None, description="The least sure kind of finding that is reported."
    )
    lang: Literal["auto", "en", "zh"] = Field("auto", description="The language of messages.")
    fiscal_year_start: int = Field(1, ge=1, le=12, description="The month in which a fiscal year begins.")
    timezone: str | None = Field(
        None, description="The time zone whose days Unix times mean, by its IANA name (Asia/Shanghai)."
    )
    exclude: list[str] = Field([], description="Paths that a walk passes over, as glob patterns.")
    lexicon: dict[str, list[str]] = Field({}, description="More words for the word lists of rules.")

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str | None) -> str | None:
        if name is not None:
            from zoneinfo import ZoneInfo, available_timezones

            try:
                ZoneInfo(name)
            except (OSError, ValueError, KeyError):  # KeyError: no such zone; the others: no name of a zone at all
                close = nearest(name, available_timezones())
                hint = f"did you mean {close!r}?" if close else "write its IANA name, as in 'Asia/Shanghai'"
                raise ValueError(f"no such time zone; {hint}") from None
        return name


def settings_from(table: Mapping[str, Any], source: str) -> Settings:
    """Validate a table of configuration.

    Raises:
        ConfigError: with the file, each wrong key or value, and the nearest key that there is.
    """
    try:
        config = ConfigFile.model_validate(table)
    except ValidationError as error:
        raise ConfigError("\n".join(_complaints(error, source))) from None
    values = config.model_dump()
    for name in ("ignore", "extend_select", "exclude"):
        values[name] = tuple(values[name])
    values["select"] = None if config.select is None else tuple(config.select)
    values["lexicon"] = {name: tuple(words) for name, words in config.lexicon.items()}
    return Settings(**values, source=source)


def options_from(kind: type[RuleOptions], values: Mapping[str, Any], where: str) -> RuleOptions:
    """Validate the options of a rule.

    Raises:
        ConfigError: for an option that the rule does not have, or a value of another type or out of its range.
    """
    from typing import get_type_hints

    hints = get_type_hints(kind)
    fields: dict[str, Any] = {}
    for name in kind.names():
        least, most = kind.ranges.get(name, (None, None))
        fields[name] = (hints[name], Field(getattr(kind, name), ge=least, le=most))
    model = create_model(kind.__qualname__, __config__=ConfigDict(extra="forbid", strict=True), **fields)
    try:
        checked = model.model_validate({_attribute(name): _as_tuple(value) for name, value in values.items()})
    except ValidationError as error:
        raise ConfigError("\n".join(_complaints(error, where, [*fields]))) from None
    return kind(**{name: getattr(checked, name) for name in fields})


def _attribute(name: str) -> str:
    return name.replace("-", "_")


def _as_tuple(value: Any) -> Any:
    """Return lists, those in a table too, as tuples: the formats of configuration have lists where options do not."""
    if isinstance(value, dict):
        return {key: _as_tuple(each) for key, each in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _complaints(error: ValidationError, source: str, names: list[str] | None = None) -> list[str]:
    known = names if names is not None else [name.replace("_", "-") for name in ConfigFile.model_fields]
    lines = []
    for detail in error.errors(include_url=False):
        where = ".".join(map(str, detail["loc"]))
        if detail["type"] == "extra_forbidden":
            lines.append(f"{source}: unknown key {where!r}; {suggestion(where, known)}")
        else:
            lines.append(f"{source}: {where}: {detail['msg']} (is: {short_repr(detail['input'])})")
    return lines
