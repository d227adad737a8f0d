"""The tables by which a configuration declares rules, validated by pydantic; imported only where it declares any."""

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)

from okrlint.config.schema import ConfigFile, Keys
from okrlint.declaring.definitions import Share
from okrlint.declaring.values import PARTS_OF_SPEECH
from okrlint.linting.codes import CODE
from okrlint.suggesting import suggestion


def _code(value: str) -> str:
    if re.fullmatch("EN[0-9]*", value):
        raise ValueError("codes of the family EN are okrlint's own; take letters of your own, as in 'ACME001'")
    if not re.fullmatch(CODE, value):
        raise ValueError("a code is two to ten capital letters and three or four digits, as in 'ACME001'")
    return value


_LONGEST_NAME = 60


def _name(value: str) -> str:
    if len(value) > _LONGEST_NAME:
        raise ValueError(f"a name has at most {_LONGEST_NAME} characters")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", value):
        raise ValueError("a name is two or more words in small letters joined by hyphens, as in 'kr-names-no-source'")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("there are no words here")
    return value


_HIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What moves a cursor, colours a terminal or turns the order of words around."""


def _shown(value: str) -> str:
    if hidden := re.search(_HIDDEN, value):
        raise ValueError(f"U+{ord(hidden[0]):04X} is a control character; take it out")
    return _filled(value)


def _listed(value: Any) -> Any:
    """Take one value for a list of one."""
    return value if isinstance(value, list) else [value]


def _choices(value: Any) -> Any:
    """Take numbers, days, `true` and `false` for the words that they are written as."""
    return [_as_written(each) for each in _listed(value)]


def _as_written(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value).removesuffix(".0") if abs(value) < _GREATEST else value
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value


_GREATEST = 1e300


def _bound(value: Any) -> float | date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _GREATEST:
        return float(value)
    if isinstance(value, str):
        if share := re.fullmatch(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*%", value.strip()):
            return Share(float(share[1]) / 100)
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise ValueError("there is no such day") from None
    raise ValueError("write a number, a share as in '30%', or a day as in 2026-09-30")


def _quantity(value: Any) -> Any:
    return [] if value == "any" else _listed(value)


def _tag(value: str) -> str:
    if value not in PARTS_OF_SPEECH:
        close = suggestion(value, PARTS_OF_SPEECH)
        raise ValueError(f"no part of speech of jieba's, such as n, v, vn, a, d; {close}")
    return value


Filled = Annotated[str, AfterValidator(_filled)]
Said = Annotated[str, Field(max_length=2000), AfterValidator(_shown)]
Kind = Literal["outcome", "output", "activity", "unquantified", "other"]


def _one_or_many(schema: dict[str, Any]) -> WithJsonSchema:
    """Return what tells editors that one value may stand in the place of a list."""
    return WithJsonSchema({"anyOf": [schema, {"type": "array", "items": schema, "minItems": 1}]})


Bound = Annotated[
    Any,
    BeforeValidator(_bound),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number"},
                {"type": "string", "pattern": r"^([0-9]+(\.[0-9]+)?\s*%|[0-9]{4}-[0-9]{2}-[0-9]{2})$"},
            ]
        }
    ),
]
Choices = Annotated[
    list[Filled],
    BeforeValidator(_choices),
    Field(min_length=1),
    _one_or_many({"type": ["string", "number", "boolean"]}),
]
Listed = Annotated[list[Filled], BeforeValidator(_listed), Field(min_length=1), _one_or_many({"type": "string"})]
Units = Annotated[list[Filled], BeforeValidator(_quantity), _one_or_many({"type": "string"})]
Tags = Annotated[
    list[Annotated[str, AfterValidator(_tag)]],
    BeforeValidator(_listed),
    Field(min_length=1),
    _one_or_many({"enum": list(PARTS_OF_SPEECH)}),
]
Kinds = Annotated[
    list[Kind], BeforeValidator(_listed), Field(min_length=1), _one_or_many({"enum": list(get_args(Kind))})
]


def _is_list(value: Any) -> str:
    return "(list)" if isinstance(value, list) else "(name)"


def _is_table(value: Any) -> str:
    return "(table)" if isinstance(value, dict | BaseModel) else "(name)"


WordsValue = Annotated[
    Annotated[Filled, Tag("(name)")] | Annotated[Annotated[list[Filled], Field(min_length=1)], Tag("(list)")],
    Discriminator(_is_list),
]


class LanguagesTable(Keys):
    """The same in one language or in both."""

    en: Said | None = Field(None, description="In English.")
    zh: Said | None = Field(None, description="In Chinese.")

    @model_validator(mode="after")
    def _said(self) -> Self:
        if self.en is None and self.zh is None:
            raise ValueError("say it in one language at least: en or zh")
        return self


Sentence = Annotated[
    Annotated[Said, Tag("(name)")] | Annotated[LanguagesTable, Tag("(table)")], Discriminator(_is_table)
]


class ConditionTable(Keys):
    """What may hold; all that is said must."""

    all: list["ConditionTable"] | None = Field(None, min_length=1, description="Conditions that must all hold.")
    any: list["ConditionTable"] | None = Field(None, min_length=1, description="Conditions of which one must hold.")
    none: "ConditionTable | None" = Field(None, alias="not", description="A condition that must not hold.")
    field: Filled | None = Field(
        None, description="The field that is looked at, by any spelling that okrlint reads; by default the statement."
    )
    of: Literal["item", "objective", "document"] | None = Field(
        None, description="Whose field: that of what stands around; by default its own."
    )
    presence: Literal["present", "absent"] | None = Field(None, alias="is", description="Whether the field is there.")
    one_of: Choices | None = Field(None, description="What the value may be.")
    none_of: Choices | None = Field(None, description="What the value may not be: it is none of these.")
    matches: Listed | None = Field(None, description="A pattern, or several of which one must be found in the value.")
    any_word: WordsValue | None = Field(
        None, description="Words of which one must stand in the value, or the name of a word list."
    )
    all_words: WordsValue | None = Field(
        None, description="Words that must all stand in the value, or the name of a word list."
    )
    part_of_speech: Tags | None = Field(
        None, description="Tags of jieba's (n, v, a, …), of which a word of the value, in Chinese, must have one."
    )
    position: Literal["first", "last", "any"] | None = Field(
        None, description="Which word must have that part of speech; by default any."
    )
    language: Literal["en", "zh"] | None = Field(None, description="The language that the value is in.")
    kind: Kinds | None = Field(None, description="What a key result states, as okrlint judges it.")
    quantity: Units | None = Field(
        None, description="Units of which the value must have an amount, or 'any' for any amount."
    )
    length: Literal["words", "characters"] | None = Field(
        None, description="What is counted of the value; a Chinese character counts as a word."
    )
    count: Filled | None = Field(
        None, description="What is counted: key-results, objectives, actions, or a field that can have many values."
    )
    where: "ConditionTable | None" = Field(None, description="What holds of those that are counted.")
    at_least: Bound | None = Field(None, description="The least that is in the range.")
    above: Bound | None = Field(None, description="What all that is in the range is greater than.")
    at_most: Bound | None = Field(None, description="The greatest that is in the range.")
    below: Bound | None = Field(None, description="What all that is in the range is less than.")

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        wrong = _nonsense(self)
        if wrong:
            raise ValueError(wrong)
        return self


_ON_VALUES = (
    "presence",
    "one_of",
    "none_of",
    "matches",
    "any_word",
    "all_words",
    "part_of_speech",
    "language",
    "quantity",
    "length",
)
_BOUNDS = ("at_least", "above", "at_most", "below")


def _nonsense(table: ConditionTable) -> str | None:
    """Return what is wrong with the keys of a condition taken together."""
    said = {name for name in type(table).model_fields if getattr(table, name) is not None}
    bounds = [getattr(table, name) for name in _BOUNDS if name in said]
    if not said - {"of", "position"}:
        return "this says nothing; name a `field` and what is asked of it, as in {field: owner, is: absent}"
    if "field" in said and any(_asks_without_field(inner) for inner in _inner(table)):
        return "a `field` does not reach into `all`, `any` and `not`: say it there, in each condition"
    if "field" in said and not said & {*_ON_VALUES, *_BOUNDS, "count"}:
        return "say what is asked of the field, as in `is: absent`, `one-of: […]`, `matches: …` or `at-least: 3`"
    if "of" in said and not said & {*_ON_VALUES, *_BOUNDS, "field", "count", "kind"}:
        return "`of` tells whose field or statement is meant; say it in each condition, beside what is asked of it"
    if "position" in said and "part_of_speech" not in said:
        return "`position` goes with `part-of-speech`"
    if "where" in said and "count" not in said:
        return "`where` goes with `count`"
    if "count" in said and said & {"field", *_ON_VALUES}:
        return "`count` stands in a condition of its own; join them with `all`"
    if {"quantity", "length"} <= said and bounds:
        return "`quantity` and `length` stand in conditions of their own; join them with `all`"
    if said & {"count", "length"} and (wrong := _no_number(table, bounds)):
        return wrong
    if "quantity" in said and any(isinstance(bound, Share) for bound in bounds):
        return "write the number of the amount alone: of '30%' it is 30, and the unit stands in `quantity`"
    if table.presence == "absent" and said & {*_ON_VALUES, *_BOUNDS} - {"presence"}:
        return "what is absent has no value to ask anything of"
    if {"at_least", "above"} <= said or {"at_most", "below"} <= said:
        return "one bound on each side is enough"
    return _empty_range(table, bounds)


def _inner(table: ConditionTable) -> list[ConditionTable]:
    return [*(table.all or ()), *(table.any or ()), *([table.none] if table.none else ())]


def _asks_without_field(table: ConditionTable) -> bool:
    """Tell whether a condition, or one within it, asks of the statement, since it names no field."""
    said = {name for name in (*_ON_VALUES, *_BOUNDS) if getattr(table, name) is not None}
    own = bool(said) and table.field is None and table.count is None
    return own or any(_asks_without_field(inner) for inner in _inner(table))


def _no_number(table: ConditionTable, bounds: list[Any]) -> str | None:
    """Return what is wrong with bounds of what is counted."""
    if any(isinstance(bound, date) for bound in bounds):
        return "what is counted is a number, and no day"
    if any(bound < 0 or bound != int(bound) or isinstance(bound, Share) for bound in bounds):
        return "what is counted is a whole number, and no share"
    return "nothing lies in this range" if table.below == 0 else None


def _empty_range(table: ConditionTable, bounds: list[Any]) -> str | None:
    if any(isinstance(bound, date) for bound in bounds):
        if not all(isinstance(bound, date) for bound in bounds):
            return "a range is of numbers or of days"
        if table.quantity is not None:
            return "an amount is a number, and no day"
    least = table.above if table.at_least is None else table.at_least
    most = table.below if table.at_most is None else table.at_most
    if least is None or most is None:
        return None
    strict = table.above is not None or table.below is not None
    return "nothing lies in this range" if least > most or (least == most and strict) else None


class ExamplesTable(Keys):
    """Statements or whole documents, by whether the rule finds something in them."""

    bad: list[Filled] = Field(
        [], description="With a finding; ⟦ and ⟧ around the very words, or none for the finding to be anywhere."
    )
    good: list[Filled] = Field([], description="Without a finding.")


class RuleTable(Keys):
    """A rule."""

    code: Annotated[str, AfterValidator(_code)] = Field(
        description="Two to ten capital letters and three or four digits."
    )
    name: Annotated[str, AfterValidator(_name)] = Field(
        description="What it finds, in words joined by hyphens, so that 'allow NAME' makes sense."
    )
    target: Literal["objective", "key-result", "item", "action", "document"] = Field(
        description="What it looks at; an item is an objective or a key result."
    )
    where: ConditionTable | None = Field(None, description="Which of these it looks at; by default all.")
    condition: ConditionTable = Field(alias="if", description="Which of these it finds.")
    message: Sentence = Field(
        description="What it says of them; {text} is the statement, {found} the words found, {label} the label."
    )
    at: Filled | None = Field(
        None, description="The field at which the finding stands; by default the words found, or else the statement."
    )
    severity: Literal["error", "warning", "info", "hint"] = Field("warning", description="How bad a finding is.")
    confidence: Literal["high", "medium", "low"] = Field("high", description="How sure a finding is.")
    on: bool = Field(True, description="Whether it runs when nothing is selected.")
    summary: Sentence | None = Field(None, description="The state of things that it wants, in a sentence.")
    why: Sentence | None = Field(None, description="The reason, and when to switch it off.")
    examples: ExamplesTable = Field(ExamplesTable(), description="Examples, which `okrlint rules test` runs.")


class DeclaringFile(ConfigFile):
    """The keys of `okrlint.toml`, `.okrlint.yaml` or `[tool.okrlint]` of `pyproject.toml`."""

    rules: list[RuleTable] = Field([], description="Rules of your own.")
