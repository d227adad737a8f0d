"""Models of pydantic: what they are for everybody but a program that only lints."""

from functools import cache
from typing import Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen pydantic model.

    Validators are built when something is first validated: reading constructs models from values that it
    made itself, and a run that only lints never needs them.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")

    @classmethod
    def model_construct(  # type: ignore[override]  # pydantic's plugin gives each model a signature of its own
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self:
        """Make a model of values that are known to be right; the result is that of `BaseModel.model_construct`.

        Reading makes dozens of models for each key result, and pydantic looks for aliases and default factories of
        every field each time. Here the defaults are looked up once; what is out of the ordinary is left to pydantic.
        """
        plain = _plain_fields(cls)
        if plain is None or _fields_set is not None or not plain.required <= values.keys():
            return super().model_construct(_fields_set, **values)
        fields = plain.defaults | values
        if len(fields) > len(plain.defaults):  # a name that is no field
            return super().model_construct(**values)
        return cls._of(fields, set(values))

    @classmethod
    def _of(cls, fields: dict[str, Any], given: set[str] | None = None) -> Self:
        """Make a model that takes over a value for each of its fields, in their order.

        Args:
            fields: the values by name.
            given: the names of those that are no defaults; by default all.
        """
        model = cls.__new__(cls)
        _set_fields(model, fields)
        _set_given(model, set(fields) if given is None else given)
        _set_extra(model, None)
        _set_private(model, None)
        return model

    def __repr_args__(self) -> Any:  # only what is set: a document of mostly empty fields stays readable
        return [(name, value) for name, value in self.__dict__.items() if value not in (None, (), "")]


# The setter of a frozen model refuses, and that of `object` looks each of these up.
_set_fields, _set_given, _set_extra, _set_private = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)

_CONSTANT = (type(None), str, bool, int, float, tuple)
"""Types of defaults that models may share."""


class _PlainFields(NamedTuple):
    """The fields of a model.

    Attributes:
        defaults: of each field, in order.
        required: those that must be given.
    """

    defaults: dict[str, Any]
    required: frozenset[str]


@cache
def _plain_fields(model: type[Model]) -> _PlainFields | None:
    """Return the fields of a model; None for one that must do more than to hold values and constant defaults."""
    fields = model.__pydantic_fields__
    required = frozenset(name for name, field in fields.items() if field.is_required())
    given = (field for name, field in fields.items() if name not in required)
    if model.__pydantic_post_init__ or not all(isinstance(field.default, _CONSTANT) for field in given):
        return None
    return _PlainFields({name: field.default for name, field in fields.items()}, required)
