"""What a statement claims: its first verb, and whether it tells of work, of a thing made, or of a change.

What a reading of a sentence finds is the same for both languages; `english` and `chinese` read it.
"""

from typing import Literal, NamedTuple

VerbClass = Literal["soft", "output", "outcome", "hold", "neutral", "usual"]
"""What a leading verb says: work on something (soft: help, 配合), something made (output: launch, 上线), a measure
that moves (outcome: increase, 提升) or keeps a threshold (hold: keep … below, 控制在), a betterment without
direction (neutral: optimize, 改善), or carrying on (usual: maintain, 继续)."""

Claim = Literal["work", "state", "thing", "result", "hold", "usual", "nothing"]
"""What a statement says, numbers aside: that something is worked on or made (work), that a deliverable is there
or done (state) or just its name (thing), that a measure or people's behaviour changes (result), that a threshold
is kept (hold), that things go on (usual); or none of these (nothing)."""

CLAIMS: dict[VerbClass, Claim] = {
    "soft": "work",
    "output": "work",
    "outcome": "result",
    "neutral": "result",
    "hold": "hold",
    "usual": "usual",
}
"""What a statement says that begins with a verb of the class."""


class Lead(NamedTuple):
    """The first content word of a statement: what stands behind labels, owners, dates, adverbs and auxiliaries.

    Attributes:
        start: where it begins in the statement, in code points.
        end: where it ends, exclusive.
        word: as written, in half width and simplified characters.
        verb_class: what it says as a verb; None where it is no verb, or none that is known.
    """

    start: int
    end: int
    word: str
    verb_class: VerbClass | None
