"""Whose field a column holds in a table that states objectives and key results side by side."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from okrlint.language.folding import fold_width, is_cjk
from okrlint.language.quantities import amounts
from okrlint.reading.labels import label

Level = Literal["objective", "key_result"]

_OF_KEY_RESULT = ("kr", "keyresult", "key result", "key_result", "关键结果", "關鍵結果", "关键成果")
_OF_OBJECTIVE = ("objective", "goal", "o_", "o ", "目标", "目標", "hedef ")
_BEHIND: dict[Level, tuple[str, ...]] = {
    "key_result": ("(kr)", "(krs)", "(key result)", "(关键结果)", "(關鍵結果)"),
    "objective": ("(o)", "(objective)", "(目标)", "(目標)"),
}
FIGURES = ("baseline", "target", "current", "unit", "metric", "measure")
"""Fields that key results alone have."""

_OF_ITS_OWN = ("objective", "key_result", "target", "cycle", "why")
"""Names that begin with the word for an objective or a key result without being a field of it: 目标值."""


def folded(words: str) -> str:
    """Return the words of a header as they are compared."""
    return " ".join(fold_width(words).replace("İ", "i").lower().split())


def level_of(words: str, name: str, *, alone: bool) -> Level | None:
    """Return whose field a header says that its column holds: `Objective Owner`, KR权重, `Weight (O)`.

    Args:
        words: the header.
        name: the canonical name of the field.
        alone: whether no other column holds it: then 目标达成率 is how much of a target is reached.
    """
    said = folded(words)
    if name in _OF_ITS_OWN:
        return None
    if said.startswith(("目标", "目標")) and (name == "deadline" or (alone and name == "progress")):
        return None
    if said.startswith(_OF_KEY_RESULT):
        return "key_result"
    if said.startswith(_OF_OBJECTIVE) or (said[:1] == "o" and is_cjk(said[1:2])):
        return "objective"
    return next((level for level, behind in _BEHIND.items() if said.endswith(behind)), None)


def states_objectives(words: str, cells: Sequence[str]) -> bool:
    """Tell whether a column behind the key results states their objectives; 目标 may be what they shall reach.

    Args:
        words: its header, a name of objectives.
        cells: what it says.
    """
    is_spelled = "objective" in folded(words) or folded(words) == "o"
    return bool(cells) and all(_states(cell, is_spelled=is_spelled) for cell in cells)


def _states(cell: str, *, is_spelled: bool) -> bool:
    found = label(cell)
    if found is not None:
        return found.kind == "objective" and bool(found.number) and found.end < len(cell)
    return is_spelled and label(f"{cell}:") is None and any(map(str.isalpha, cell)) and not amounts(cell)


class Said(NamedTuple):
    """What a column on the left of the key results says in the rows of one objective.

    Attributes:
        own: where the objective stands alone.
        rows: in each row with key results; "" where nothing new is said.
        states: which of these rows state the objective, for the first time or once more.
    """

    own: Collection[str]
    rows: Sequence[str]
    states: Sequence[bool]


def are_of_results(said: Sequence[Said], *, paired: bool) -> list[bool]:
    """Tell for each objective whether a column on the left of the key results is about these.

    It is where it differs among them, or is filled beside an empty cell of the objective; where it is filled but once
    for several rows, it is about the objective. What a single row says, or the same with each repetition of the
    objective, is about the objective, too, unless the others show that the column is about key results.

    Args:
        said: what it says, by objective.
        paired: whether a column on the right says the same of the key results.
    """
    told = [_told(each, paired=paired) for each in said]
    others = True in told and False not in told
    return [others if each is None else each for each in told]


class Filled(NamedTuple):
    """Whether the objective is stated in a row with key results, and the first and second of two columns filled."""

    states: bool
    first: bool
    second: bool


def is_first_of_objectives(rows: Sequence[Filled]) -> bool:
    """Tell whether the first of two columns of one name behind the key results is about the objectives.

    It is filled in the rows that state these and in no other, and the second one in all rows.
    """
    return all(row.second and row.first == row.states for row in rows) and not all(row.states for row in rows)


def _told(said: Said, *, paired: bool) -> bool | None:
    values = [value for value in said.rows if value]
    if len({*values}) > 1 or (said.own and values and {*said.own} != {*values}):
        return True
    if paired:
        return False
    if any(value and not states for value, states in zip(said.rows[1:], said.states[1:], strict=True)):
        return True
    return False if len(said.rows) > len(values) == 1 else None
