"""Rules that are written down in a configuration: what their author said, validated in shape, and where it stands."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from okrlint.model import Words

Bound = float | date


class Share(float):
    """A bound that is written as a share, 30%, and means 0.3."""

    def __repr__(self) -> str:
        return f"Share({float(self)!r})"


class Range(NamedTuple):
    """What a number or a day lies between; None for no bound. Days and numbers are not mixed.

    Attributes:
        at_least: the least value that is in the range.
        above: a value below all that are in the range; not together with `at_least`.
        at_most: the greatest value that is in the range.
        below: a value above all that are in the range; not together with `at_most`.
    """

    at_least: Bound | None = None
    above: Bound | None = None
    at_most: Bound | None = None
    below: Bound | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is said at all."""
        return all(bound is None for bound in self)

    @property
    def is_of_shares(self) -> bool:
        """Whether a bound is written as a share."""
        return any(isinstance(bound, Share) for bound in self)

    @property
    def is_beyond_shares(self) -> bool:
        """Whether a bound is a bare number over 1, which its author took for percent, or for points of ten."""
        return any(isinstance(bound, float) and not isinstance(bound, Share) and bound > 1 for bound in self)

    @property
    def is_of_days(self) -> bool:
        """Whether its bounds are days."""
        return any(isinstance(bound, date) for bound in self)

    def holds(self, value: Bound) -> bool:
        """Tell whether a value, a number or a day as the bounds are, lies in the range."""
        return (
            (self.at_least is None or value >= self.at_least)  # type: ignore[operator]
            and (self.above is None or value > self.above)  # type: ignore[operator]
            and (self.at_most is None or value <= self.at_most)  # type: ignore[operator]
            and (self.below is None or value < self.below)  # type: ignore[operator]
        )


class Condition(NamedTuple):
    """What may hold of an item. All that is said must hold; what is None is not said.

    Attributes:
        place: where it stands, "FILE:LINE", or the name alone where no line is known.
        all: conditions that must all hold; `any` of which one must; `none`, what the author wrote as `not`, must not.
        field: the field whose value is looked at, as its author calls it; None for the statement, or the title of a
            document.
        of: whose field: "objective" or "document" of what is looked at; None for its own.
        presence: "present" or "absent".
        one_of: what the value may be; `none_of` what it may not be.
        matches: patterns, of which one must be found in the value.
        any_word: words, or the name of a word list, of which one must stand in the value; `all_words` likewise.
        tags: parts of speech, of which one must stand in the value.
        position: which word must have that part of speech: "first", "last" or "any".
        language: "en" or "zh", that the value is in.
        kind: what a key result may be: "outcome", "output", "activity", "unquantified", "other".
        quantity: units, of which the value must have an amount; an empty one means any unit, or none.
        length: what is counted of the value: "words" or "characters".
        counted: what is counted: "key-results", "objectives", "actions", "check-ins", or a field with many values.
        where: what holds of those that are counted.
        range: what the amount, the length, the count, or else the value itself lies in.
    """

    place: str
    all: "tuple[Condition, ...] | None" = None
    any: "tuple[Condition, ...] | None" = None
    none: "Condition | None" = None
    field: str | None = None
    of: str | None = None
    presence: str | None = None
    one_of: tuple[str, ...] | None = None
    none_of: tuple[str, ...] | None = None
    matches: tuple[str, ...] | None = None
    any_word: tuple[str, ...] | str | None = None
    all_words: tuple[str, ...] | str | None = None
    tags: tuple[str, ...] | None = None
    position: str = "any"
    language: str | None = None
    kind: tuple[str, ...] | None = None
    quantity: tuple[str, ...] | None = None
    length: str | None = None
    counted: str | None = None
    where: "Condition | None" = None
    range: Range = Range()


class DeclaredExample(NamedTuple):
    """An example of a declared rule: a statement or a whole document, ⟦ and ⟧ around what is found; and its place."""

    text: str
    place: str


class RuleDefinition(NamedTuple):
    """A rule as its author wrote it down.

    Attributes:
        place: where it stands, "FILE:LINE".
        code: two to ten capital letters and three or four digits.
        name: words joined by hyphens.
        target: "objective", "key-result", "item" (either of them), "action" or "document".
        where: which of these are looked at; None for all.
        condition: of which ones it is a finding.
        message: what is said of them; both languages are the same where the author wrote but one.
        at: the field at which it is said; "statement"; or None for what the condition found, else the statement.
        severity: "error", "warning", "info" or "hint".
        certainty: "high", "medium" or "low".
        on: whether it runs when nothing is selected.
        summary: the state of things that it wants; None where the author said nothing.
        why: the reason, and when to switch it off; None likewise.
        bad: examples with a finding.
        good: examples without.
    """

    place: str
    code: str
    name: str
    target: str
    where: Condition | None
    condition: Condition
    message: Words
    at: str | None = None
    severity: str = "warning"
    certainty: str = "high"
    on: bool = True
    summary: Words | None = None
    why: Words | None = None
    bad: tuple[DeclaredExample, ...] = ()
    good: tuple[DeclaredExample, ...] = ()


class Declared:
    """All that configuration adds to what is installed; equal, hashed and shown by its contents, which it knows once.

    Attributes:
        rules: in the order in which they were written.
        fields: spellings by the name of a field of the author's own.
        word_lists: words by the name of the list.
        places: where each field and word list stands, by "fields.NAME" and "word-lists.NAME".
    """

    def __init__(
        self,
        rules: tuple[RuleDefinition, ...] = (),
        fields: Mapping[str, tuple[str, ...]] | None = None,
        word_lists: Mapping[str, tuple[str, ...]] | None = None,
        places: Mapping[str, str] | None = None,
    ) -> None:
        self.rules = rules
        self.fields = dict(fields or {})
        self.word_lists = dict(word_lists or {})
        self.places = dict(places or {})

    def __bool__(self) -> bool:
        return bool(self.rules or self.fields or self.word_lists)

    def over(self, other: "Declared") -> "Declared":
        """Return these laid over others: rules beside theirs, fields and word lists in the place of theirs."""
        return Declared(
            other.rules + self.rules,
            other.fields | self.fields,
            other.word_lists | self.word_lists,
            other.places | self.places,
        )

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Yield each spelling of a field with the field's name, which is a spelling, too."""
        for name, spellings in self.fields.items():
            for spelling in dict.fromkeys((name, *spellings)):
                yield spelling, name

    @cached_property
    def _digest(self) -> str:
        from hashlib import sha256  # most configurations declare nothing

        contents = repr((self.rules, self.fields, self.word_lists, self.places))
        return sha256(contents.encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        return f"Declared({self._digest if self else ''})"

    def __eq__(self, other: object) -> bool:
        return other is self or (isinstance(other, Declared) and self._digest == other._digest)

    def __hash__(self) -> int:
        return hash(self._digest)


NOTHING = Declared()
