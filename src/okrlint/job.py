"""What is to be done for one file."""

from datetime import date
from typing import NamedTuple

from okrlint.config.settings import Settings


class Job(NamedTuple):
    """A file to lint, with all that a worker elsewhere needs to do so.

    Attributes:
        named: whether the caller named this file; else a walk came upon it.
        allow_empty: whether it may hold no OKRs although it is named; then it is judged as mildly as one that a walk
            came upon, but what was passed over is told.
    """

    path: str
    settings: Settings
    today: date | None
    named: bool
    allow_empty: bool = False

    @property
    def name(self) -> str:
        """The file's path as reports have it: with forward slashes."""
        return self.path.replace("\\", "/")


def language_wanted(settings: Settings) -> str | None:
    """Return the language that messages are to be in; None for that of each document."""
    return None if settings.lang == "auto" else settings.lang
