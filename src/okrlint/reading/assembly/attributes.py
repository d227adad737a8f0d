"""The fields of one item by name, and which of them have been understood."""

from collections.abc import Sequence

from okrlint.model import Field, Problem, Text, Words
from okrlint.reading.values.inline_fields import InlineField
from okrlint.reading.word_sets import words

_ONCE = words(
    "deadline start_date confidence weight score progress status priority baseline target current "
    "unit metric kind cycle team cadence"
)
"""What an item has one of: of two, the first counts."""


class Attributes:
    """The fields of one item.

    A field that is asked for counts as understood; `rest` are those that nobody has asked for.
    """

    __slots__ = ("_by_name", "_fields", "_taken")

    def __init__(self, fields: list[InlineField], problems: list[Problem]) -> None:
        self._fields: list[InlineField] = []
        self._by_name: dict[str, list[Text]] = {}
        self._taken: set[str] = set()
        seen: dict[str, str] = {}
        for name, text in fields:
            if name in _ONCE and name in seen:
                if text.value != seen[name]:
                    problems.append(_twice(name, text))
                continue
            seen[name] = text.value
            self._fields.append((name, text))
            if text.value:
                self._by_name.setdefault(name, []).append(text)

    def one(self, name: str) -> Text | None:
        """Return the first field of this name that says something."""
        found = self._by_name.get(name)
        if found is None:  # most items have few fields, and are asked for many
            return None
        self._taken.add(name)
        return found[0]

    def all(self, name: str) -> Sequence[Text]:
        """Return all fields of this name that say something, in order."""
        found = self._by_name.get(name)
        if found is None:
            return ()
        self._taken.add(name)
        return found

    def all_of(self, *names: str) -> list[Text]:
        """Return all fields of these names that say something, in order."""
        self._taken.update(names)
        return [text for name, text in self._fields if name in names and text.value]

    def keep(self, name: str) -> None:
        """Count a field as not understood after all."""
        self._taken.discard(name)

    def rest(self) -> tuple[Field, ...]:
        """Return the fields that nobody has asked for."""
        if self._by_name.keys() <= self._taken:
            return ()
        return tuple(
            Field.model_construct(name=name, text=text)
            for name, text in self._fields
            if name not in self._taken and text.value
        )


def _twice(name: str, text: Text) -> Problem:
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"the {name.replace('_', ' ')} is given a second time and not read; keep one of the two",
            f"重复给出了同一字段（{name}），这一处未被读取；请只保留一处",
        ),
        span=text.span,
    )
