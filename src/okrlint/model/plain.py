"""Models without pydantic, for a program that only lints: see `okrlint.standalone`."""

from typing import Any, NoReturn, Self


class Model:
    """A frozen record that has of a pydantic model what reading and built-in rules use, and behaves alike there.

    Nothing is validated: all values come from our own readers. What is not set is found on the class, where the
    definition gives the default.
    """

    _fields: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(dict.fromkeys((*cls._fields, *cls.__annotations__)))

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Make a model of values that are known to be right."""
        model = _new(cls)
        _set(model, "__dict__", values)
        return model

    @classmethod
    def _of(cls, fields: dict[str, Any]) -> Self:
        """Make a model that takes over a value for each of its fields."""
        model = _new(cls)
        _set(model, "__dict__", fields)
        return model

    def model_copy(self, *, update: dict[str, Any]) -> Self:
        """Return a copy in which some values are others."""
        return self.model_construct(**{**self.__dict__, **update})

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        told = (f"{name}={value!r}" for name, value in self.__dict__.items() if value not in (None, (), ""))
        return f"{type(self).__name__}({', '.join(told)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields)


_new, _set = object.__new__, object.__setattr__
