"""What a plan of the tests is: its text, and the goals that it has."""

from typing import NamedTuple


class Goal(NamedTuple):
    """A goal: its label, its words, its target with all magnitudes multiplied in, and who answers for it."""

    label: str | None
    text: str
    target: float | None = None
    owner: str | None = None


class Plan(NamedTuple):
    """A plan: its format, its text and its goals."""

    format: str
    text: str
    goals: tuple[Goal, ...]
