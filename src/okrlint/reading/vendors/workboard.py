"""WorkBoard: goals with metrics as its interface returns them, and as its server for language models does.

Names as in published clients of the two. Times are seconds since 1970. There are no confidence and no weight; a
client writes the unit as a number, of which 2 is a currency that is not told and 3 a percentage.
"""

from okrlint.model import Text
from okrlint.reading.data.nodes import Mapping, Node
from okrlint.reading.text_builder import rewritten
from okrlint.reading.vendors.shapes import Shape, Vendor
from okrlint.reading.vendors.values import moment, named, one_of, plain, seconds

_UNIT_CODES = one_of({"1": "", "2": "", "3": "%"})


def _unit(node: Node) -> list[Text]:
    return named("name")(node) if isinstance(node, Mapping) else _UNIT_CODES(node)


def _reached(node: Node) -> list[Text]:
    """Return the first half of `37 of 100`."""
    return [_half(text, 0) for text in plain(node)]


def _aimed_at(node: Node) -> list[Text]:
    """Return the second half of `37 of 100`."""
    return [_half(text, 1) for text in plain(node) if " of " in text.value]


def _last_day(node: Node) -> list[Text]:
    """Return the end of `2026-04-01 to 2026-06-30`."""
    return [rewritten(text, text.value.rpartition(" to ")[2]) for text in plain(node)]


def _half(text: Text, which: int) -> Text:
    first, _, second = text.value.partition(" of ")
    start = len(text.value) - len(second) if which else 0
    return text.part(start, start + len(second if which else first))


_INTERFACE = Vendor(
    objective=Shape(
        keys=frozenset(("goal_name", "goal_metrics")),
        statement=("goal_name", plain),
        fields={
            "owner": ("goal_owner_full_name", plain),
            "team": ("goal_team_name", plain),
            "deadline": ("goal_target_date", seconds),
            "note": ("goal_narrative", plain),
            "action": ("goal_workstreams", named("name")),
        },
        id="goal_id",
    ),
    key_result=Shape(
        keys=frozenset(("metric_name",)),
        statement=("metric_name", plain),
        fields={
            "owner": ("metric_owner", named("name", "full_name")),
            "baseline": ("metric_initial_data", plain),
            "target": ("metric_target", plain),
            "current": ("metric_achieve_target", plain),
            "unit": ("metric_unit", _unit),
            "deadline": ("target_date", seconds),
        },
        id="metric_id",
    ),
    inside="goal_metrics",
)

_SERVER = Vendor(
    objective=Shape(
        keys=frozenset(("objective_id", "name", "key_results")),
        statement=("name", plain),
        fields={
            "owner": ("owner", plain),
            "team": ("team", plain),
            "progress": ("progress", plain),
            "status": ("status_color", plain),
            "deadline": ("dates", _last_day),
            "action": ("workstreams", named("name")),
        },
        id="objective_id",
    ),
    key_result=Shape(
        keys=frozenset(("key_result_id", "name")),
        statement=("name", plain),
        fields={
            "owner": ("owner", plain),
            "current": ("progress", _reached),
            "target": ("progress", _aimed_at),
            "deadline": ("target_date", moment),
        },
        id="key_result_id",
    ),
    inside="key_results",
)

VENDORS = (_INTERFACE, _SERVER)
