"""What is to be done for one file."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okrlint.config.settings import Settings

if TYPE_CHECKING:
    from okrlint.linting.running import Given


class Job(NamedTuple):
    """A file to lint, with all that a worker elsewhere needs to do so.

    Attributes:
        named: whether the caller named this file; else a walk came upon it.
        allow_empty: whether it may hold no OKRs although it is named; then it is judged as mildly as one that a walk
            came upon, but what was passed over is told.
        is_plan: whether configuration names it as a plan: its goals need no key results, and the rules for OKRs are not
            asked.
        is_linted: whether what is found in it is told; else it is read for what others say of it.
        is_whole: whether the run looks at a whole project; see `Project`.
        given: what rules that look at the project hit in this file, when all others have been read.
        draft: see `Linted`: what there was to say of it before; None where that is not known.
    """

    path: str
    settings: Settings
    today: date | None
    named: bool
    allow_empty: bool = False
    is_plan: bool = False
    is_linted: bool = True
    is_whole: bool = False
    given: "tuple[Given, ...]" = ()
    draft: bytes | None = None

    @property
    def name(self) -> str:
        """The file's path as reports have it: with forward slashes."""
        return self.path.replace("\\", "/")


class Beside(NamedTuple):
    """What there is to know beside the jobs of a run.

    Attributes:
        others: files that belong to the same project: they are read for what they say of the jobs', and not linted.
        folders: that were walked: what was in them once, and is gone, belongs to the history of the project.
    """

    others: tuple[Job, ...] = ()
    folders: tuple[str, ...] = ()


NOTHING_BESIDE = Beside()


def language_wanted(settings: Settings) -> str | None:
    """Return the language that messages are to be in; None for that of each document."""
    return None if settings.lang == "auto" else settings.lang
