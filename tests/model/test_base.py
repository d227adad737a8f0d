"""Models that reading makes are those that pydantic would have made."""

import copy
import pickle
from typing import Any

import pytest
from pydantic import BaseModel, Field

from okrlint.model import Cycle, Deadline, Document, KeyResult, Model, Objective, Owner, Span, Text

TEXT = {"raw": "降低退货率", "span": Span(2, 7), "value": "降低退货率"}
WORDS = Text(**TEXT)
KEY_RESULT = {
    "text": WORDS,
    "id": "KR1",
    "span": Span(2, 7),
    "owners": (Owner(raw="李四", span=Span(9, 11), value="李四"),),
}
EXAMPLES: list[tuple[type[Model], dict[str, Any]]] = [
    (Text, TEXT),
    (Deadline, {"raw": "soon", "span": Span(0, 4), "problem": "vague"}),
    (Cycle, {"place": "title", "value": "2026-Q2", "span": Span(0, 7), "raw": "2026-Q2"}),
    (KeyResult, KEY_RESULT),
    (Objective, {"id": "O1", "text": WORDS, "span": Span(0, 7), "key_results": (KeyResult(**KEY_RESULT),)}),
    (Document, {"path": "okr.md", "format": "markdown"}),
]


def by_pydantic(model: type[Model], values: dict[str, Any]) -> Any:
    return BaseModel.model_construct.__func__(model, **values)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("model", "values"), EXAMPLES)
def test_a_model_is_the_same_however_it_is_made(model: type[Model], values: dict[str, Any]) -> None:
    made = model.model_construct(**values)
    for other in (by_pydantic(model, values), model(**values)):
        assert made == other
        assert repr(made) == repr(other)
        assert hash(made) == hash(other)
        assert list(made.__dict__) == list(other.__dict__)  # the order in which it is written out
        assert made.model_fields_set == other.model_fields_set == set(values)
        assert made.model_extra is other.model_extra is None
        assert made.model_dump() == other.model_dump()
        assert made.model_dump_json(exclude_unset=True) == other.model_dump_json(exclude_unset=True)


@pytest.mark.parametrize(("model", "values"), EXAMPLES)
def test_a_model_outlives_copies_and_dumps(model: type[Model], values: dict[str, Any]) -> None:
    made = model.model_construct(**values)
    for again in (
        copy.copy(made),
        copy.deepcopy(made),
        pickle.loads(pickle.dumps(made)),
        made.model_copy(),
        model.model_validate(made.model_dump()),
        model.model_validate_json(made.model_dump_json()),
    ):
        assert again == made
        assert repr(again) == repr(made)


def test_a_changed_copy_leaves_the_model_as_it_was() -> None:
    made = KeyResult.model_construct(**KEY_RESULT)
    changed = made.model_copy(update={"kind": "outcome"})
    assert (made.kind, changed.kind) == (None, "outcome")
    assert "kind" in changed.model_fields_set
    assert "kind" not in made.model_fields_set


def test_what_is_out_of_the_ordinary_is_left_to_pydantic() -> None:
    partial = Text.model_construct(raw="x")
    assert partial.__dict__ == {"raw": "x", "pieces": ()}
    assert Text.model_construct(**TEXT, unknown=1).__dict__ == WORDS.__dict__
    assert Text.model_construct({"raw"}, **TEXT).model_fields_set == {"raw"}


class Basket(Model):
    """Has a default that must not be shared, and a field with another name."""

    fruits: list[str] = Field(default_factory=list)
    weight: float = Field(default=0.0, alias="kg")


def test_defaults_that_can_change_are_not_shared() -> None:
    first, second = Basket.model_construct(kg=1.5), Basket.model_construct()
    first.fruits.append("pear")
    assert (first.fruits, second.fruits) == (["pear"], [])
    assert (first.weight, second.weight) == (1.5, 0.0)


class Noted(Model):
    """Has a note beside its fields."""

    name: str = ""
    _seen: bool = False


def test_private_attributes_are_set() -> None:
    assert Noted.model_construct(name="x")._seen is False
