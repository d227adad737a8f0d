"""The options of a rule, validated by pydantic; imported only where configuration sets one."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from okrlint.config.complaints import complaint
from okrlint.config.settings import ConfigError
from okrlint.linting.interface import RuleOptions


@cache
def options_model(kind: type[RuleOptions]) -> type[BaseModel]:
    """Return a model of the options of a rule: their types, defaults, ranges and meanings."""
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {}
    for name in kind.names():
        least, most = kind.ranges.get(name, (None, None))
        about = kind.about.get(name)
        fields[name] = (
            hints[name],
            Field(getattr(kind, name), ge=least, le=most, description=about.en if about else None),
        )
    return create_model(kind.__qualname__, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def options_from(
    kind: type[RuleOptions], values: Mapping[str, Any], of: str, where: Callable[[str], str]
) -> RuleOptions:
    """Validate the options of a rule.

    Args:
        kind: the rule's `Options`.
        values: by name of the option, with underscores or hyphens.
        of: the rule's code.
        where: tells the file and line of an option.

    Raises:
        ConfigError: for each option that the rule does not have, and each value of another type or out of its range.
    """
    model = options_model(kind)  # type: ignore[arg-type]  # mypy takes `__hash__` of its objects for its own
    try:
        checked = model.model_validate({name.replace("-", "_"): _as_tuple(value) for name, value in values.items()})
    except ValidationError as error:
        said = []
        for detail in error.errors(include_url=False):
            keys = [key for key in detail["loc"] if isinstance(key, str)]
            said.append(f"{where(keys[0])}: options of {of}: {complaint(detail, '.'.join(keys), kind.names())}")
        raise ConfigError("\n".join(said)) from None
    return kind(**{name: getattr(checked, name) for name in kind.names()})


def _as_tuple(value: Any) -> Any:
    """Return lists, those in a table too, as tuples: the formats of configuration have lists where options do not."""
    if isinstance(value, dict):
        return {key: _as_tuple(each) for key, each in value.items()}
    return tuple(map(_as_tuple, value)) if isinstance(value, list) else value
