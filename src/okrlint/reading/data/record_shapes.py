"""What a node in a tree of data is: an objective, a list of key results, a period, a word about the document."""

from functools import lru_cache
from typing import Literal

from okrlint.language import cycles
from okrlint.model import Text
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.fields import canonical
from okrlint.reading.labels import LabelMatch, label
from okrlint.reading.word_sets import words

Role = Literal["key_results", "nested", "actions", "checkins", "field"]

OBJECTIVE_TEXT = ("objective", "statement", "title", "description")
KEY_RESULT_TEXT = ("key_result", "statement", "title", "description", "metric")
"""Which field is the statement, the surest first."""

_LISTS: dict[str, Literal["objectives", "key_results"]] = dict.fromkeys(
    words("objectives goals objectivelist okrs okr okrlist 目标 目標 目标列表"),
    "objectives",
)
_WEAK = words("results outcomes goalmetrics")
"""Names of lists that most often hold something else: searches, tests and agents have results."""

_LISTS |= dict.fromkeys(_WEAK, "key_results")
_NESTED = words("children childobjectives subobjectives childgoals subgoals teamobjectives 子目标 子目標")

ABOUT = words("meta metadata info okrinfo document header context settings")
"""Mappings that tell about the whole document."""

_EVIDENCE = words(
    "owner contributors deadline confidence weight score progress priority baseline target current supports cycle"
    " cadence"
)
"""Fields that OKRs have and findings of papers do not."""

_RESULT_EVIDENCE = _EVIDENCE | {"key_result", "status"}


def names_of(node: Mapping) -> list[str | None]:
    """Return what the keys of a mapping are called as fields, in their order: canonical names, or None."""
    names = node.names
    if names is None:  # each mapping is asked for its statement, its key results and its fields
        names = node.names = [canonical(entry.key.value) for entry in node.entries]
    return names


def key_word(key: Scalar) -> str:
    """Return a key without case and signs: `teamObjectives`, `team_objectives` alike."""
    return _bare(key.value)


@lru_cache(maxsize=256)  # all items of a document have the same few keys
def _bare(key: str) -> str:
    return "".join(filter(str.isalnum, key.lower()))


def role_of(entry: Entry) -> Role:
    """Tell what an entry of an objective or a key result holds."""
    if isinstance(entry.node, Scalar):
        return "field"
    name, word = canonical(entry.key.value), key_word(entry.key)
    if name == "key_result" or _LISTS.get(word) == "key_results":
        return "key_results"
    if word in _NESTED:
        return "nested"
    if name == "action":
        return "actions"
    return "checkins" if name == "checkin" else "field"


def is_objective(node: Node, *, listed: bool = False) -> bool:
    """Tell whether a mapping is an objective: a statement and key results, and that it is about OKRs at all.

    Args:
        node: any node.
        listed: whether it stands in a list of objectives, so that mere `results` are key results.
    """
    if not isinstance(node, Mapping):
        return False
    node = opened(node)
    results = _results_of(node)
    statement = text_of(node, OBJECTIVE_TEXT)
    if results is None or statement is None:
        return statement is not None and _holds_typed_results(node)
    if key_word(results.key) in _WEAK and not listed:  # experiments have an objective and results, but no cycle
        return key_word(statement.key) == "objective" and _has(node, frozenset(("cycle",)))
    if listed and key_word(results.key) not in _WEAK:
        return True
    if canonical(statement.key.value) == "objective" or _has(node, _EVIDENCE):
        return True
    return any(isinstance(member, Mapping) and _has(member, _RESULT_EVIDENCE) for member in members(results.node))


def stated_objectives(node: Mapping) -> list[Entry]:
    """Return the entries whose keys state objectives above their key results: `O1 - Delight users: [NPS to 40]`.

    A mapping must name its key results, and figures must stand in most items of bare lists: they might be any chapters.
    """
    stated = [entry for entry in node.entries if states_objective(entry.key)]
    listed = [entry for entry in stated if isinstance(entry.node, Sequence)]
    items = [item for entry in listed for item in members(entry.node)]
    figures = [item for item in items if isinstance(item, Scalar) and any(map(str.isdigit, item.value))]
    measured = 2 * len(figures) > len(items)
    return [entry for entry in stated if _holds_results(entry.node) or (measured and isinstance(entry.node, Sequence))]


def states_objective(key: Scalar) -> bool:
    """Tell whether a key is a label with an objective behind it: `O1 - Delight users`."""
    return _states_objective(key.value)


@lru_cache(maxsize=256)
def _states_objective(key: str) -> bool:
    found = label(key)
    states = found is not None and found.kind == "objective" and bool(found.label) and found.separated
    return found is not None and states and found.end < len(key)


def _holds_results(node: Node) -> bool:
    return isinstance(node, Mapping) and (_results_of(node) is not None or holds_labelled_results(node))


def holds_labelled_results(node: Mapping) -> bool:
    """Tell whether a mapping is from labels to key results: `{KR1: …, KR2: …}`."""
    labels = [label_of(entry.key.value) for entry in node.entries]
    return bool(labels) and all(found is not None and found.kind == "key_result" for found in labels)


def is_key_result(node: Node) -> bool:
    """Tell whether a mapping says by its type that it is a key result: `{type: key_result, …}`."""
    return _is_typed(node, "key_result")


def _is_typed(node: Node, kind: str) -> bool:
    if not isinstance(node, Mapping) or "kind" not in names_of(node):
        return False
    types = [entry.node for name, entry in zip(names_of(node), node.entries, strict=True) if name == "kind"]
    return any(isinstance(value, Scalar) and canonical(value.value) == kind for value in types)


def _holds_typed_results(node: Mapping) -> bool:
    """Tell whether a mapping is of the type objective, and some of its children are key results by theirs."""
    if not _is_typed(node, "objective"):
        return False
    children = (child for entry in node.entries if role_of(entry) == "nested" for child in members(entry.node))
    return any(map(is_key_result, children))


def _has(node: Mapping, names: frozenset[str]) -> bool:
    return not names.isdisjoint(names_of(node))


def opened(node: Mapping) -> Mapping:
    """Return `{objective: {title: …}, key_results: […]}` as one mapping."""
    if "objective" not in names_of(node):
        return node
    inner = node.entries[names_of(node).index("objective")]
    if not isinstance(inner.node, Mapping) or _results_of(node) is None:
        return node
    return Mapping([*inner.node.entries, *(entry for entry in node.entries if entry is not inner)], node.span)


def _results_of(node: Mapping) -> Entry | None:
    """Return the entry with the key results of a mapping, where it has any."""
    for entry in node.entries:
        if not isinstance(entry.node, Scalar) and role_of(entry) == "key_results" and members(entry.node):
            return entry
    return None


def members(node: Node) -> list[Node]:
    """Return the members of a list, the values of a mapping, or the node itself."""
    node = unwrapped(node)
    if isinstance(node, Sequence):
        return [_node_of(item) for item in node.items]
    if isinstance(node, Mapping):
        return [entry.node for entry in node.entries]
    return [] if node.empty else [node]


def unwrapped(node: Node) -> Node:
    """Return the list in a Relay connection: `{edges: [{node: …}]}`, `{nodes: […]}`."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            if entry.key.value in ("edges", "nodes") and isinstance(entry.node, Sequence):
                return entry.node
    return node


def _node_of(node: Node) -> Node:
    if isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key.value == "node":
        return node.entries[0].node
    return node


def text_of(node: Mapping, names: tuple[str, ...]) -> Entry | None:
    """Return the entry that holds the statement."""
    own = names_of(node)
    for name in names:
        if name not in own:
            continue
        for each, entry in zip(own, node.entries, strict=True):
            if each == name and isinstance(entry.node, Scalar) and not entry.node.empty:
                found = label_of(entry.key.value)
                if found and found.number:
                    continue  # `O2: Win` is an objective by its identifier, not a statement
                return entry
    return None


@lru_cache(maxsize=256)  # all items of a document have the same few keys, and each objective has a KR1
def label_of(name: str) -> LabelMatch | None:
    """Return the label that a key or an identifier is or begins with: `KR1`."""
    return label(f"{name}:")


def statement_of(node: Mapping, names: tuple[str, ...]) -> tuple[Text | None, Scalar | None]:
    """Return the statement of an item and the key that it stands under."""
    entry = text_of(node, names)
    if entry is None or not isinstance(entry.node, Scalar):
        return None, None
    return entry.node.text, entry.key


_OF_ALL = ("cycle", "owner", "contributors", "team", "supports", "plan_reference", "health_metrics")
"""The fields of a whole document that may be mappings."""


def tells_of_all(entry: Entry) -> bool:
    """Tell whether a key at the top says something of the whole document, and holds no items."""
    if isinstance(entry.node, Scalar):
        return True
    if isinstance(entry.node, Sequence) and all(isinstance(item, Scalar) for item in entry.node.items):
        return not lists_objectives(entry.key) and role_of(entry) == "field" and not states_objective(entry.key)
    return canonical(entry.key.value) in _OF_ALL


def lists_objectives(key: Scalar) -> bool:
    """Tell whether objectives are listed under a key."""
    return _LISTS.get(key_word(key)) == "objectives"


def is_period(key: Scalar) -> bool:
    """Tell whether a key names a period (Q4, 2026-H1)."""
    found = cycles.cycle_of(key.value)
    return found is not None and found.end - found.start >= len(key.value) - 4


def names_group(key: Scalar) -> bool:
    """Tell whether a key may be the name of a team or a project around objectives, not a word of the format."""
    return canonical(key.value) is None and key_word(key) not in _LISTS and key_word(key) not in ABOUT
