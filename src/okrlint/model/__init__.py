"""Typed OKR documents in which every value knows its place in the source. Imports nothing else of okrlint."""

from .base import Model, Span, Value, Words
from .document import (
    Action,
    CheckIn,
    Document,
    Field,
    Item,
    KeyResult,
    KeyResultKind,
    Language,
    Metric,
    Objective,
    Problem,
)
from .values import Confidence, Cycle, Deadline, LinkedText, Owner, Piece, Quantity, Rating, Score, Text, Weight

__all__ = [
    "Action",
    "CheckIn",
    "Confidence",
    "Cycle",
    "Deadline",
    "Document",
    "Field",
    "Item",
    "KeyResult",
    "KeyResultKind",
    "Language",
    "LinkedText",
    "Metric",
    "Model",
    "Objective",
    "Owner",
    "Piece",
    "Problem",
    "Quantity",
    "Rating",
    "Score",
    "Span",
    "Text",
    "Value",
    "Weight",
    "Words",
]
