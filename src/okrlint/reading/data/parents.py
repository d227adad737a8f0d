"""Key results that stand apart from their objectives and name them by an identifier, as the tables of a database do."""

from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_shapes import (
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    is_key_result,
    key_word,
    lists_objectives,
    members,
    names_of,
    objective_by_type,
    results_of,
    says,
    text_of,
)
from okrlint.reading.fields import canonical
from okrlint.reading.word_sets import words

_PARENTS = words(
    "objective objectiveid objectiveref objectivekey parent parentid parentobjective parentobjectiveid okr okrid goal"
    " goalid 目标 目標 目标id 目標id 目标编号 目標編號 所属目标 所屬目標 父级 上级 上級"
)
_IDENTIFIERS = words("id key code ref identifier uid uuid slug 编号 編號 序号 序號")


def names_parent(key: Scalar) -> bool:
    """Tell whether a key may name what an item belongs to, by its identifier."""
    return key_word(key) in _PARENTS


def bring_home(node: Mapping | Sequence) -> None:
    """Put the key results of a list, or of one beside that of the objectives, into the objectives that they name."""
    if isinstance(node, Sequence):
        mappings = [item for item in node.items if isinstance(item, Mapping)]
        objectives = [item for item in mappings if objective_by_type(item) and says(item, OBJECTIVE_TEXT)]
        results = [item for item in mappings if is_key_result(item) and says(item, KEY_RESULT_TEXT)]
        taken = _brought(objectives, results)
        if taken:
            node.items = [item for item in node.items if id(item) not in taken]
        return
    objectives = _items(node, [entry for entry in node.entries if lists_objectives(entry.key)], OBJECTIVE_TEXT)
    apart = [entry for entry in node.entries if canonical(entry.key.value) == "key_result"]
    taken = _brought(objectives, _items(node, apart, KEY_RESULT_TEXT)) if objectives else set()
    if taken:
        for entry in apart:
            if isinstance(entry.node, Sequence):
                entry.node.items = [item for item in entry.node.items if id(item) not in taken]


def _items(node: Mapping, entries: list[Entry], names: tuple[str, ...]) -> list[Mapping]:
    if text_of(node, ("objective",)):
        return []
    listed = [item for entry in entries if isinstance(entry.node, Sequence) for item in entry.node.items]
    return [item for item in listed if isinstance(item, Mapping) and says(item, names)]


def _brought(objectives: list[Mapping], results: list[Mapping]) -> set[int]:
    """Put key results into the objectives that they name; return those for which there was one."""
    if not results:
        return set()
    by_name: dict[str, Mapping] = {}
    for objective in objectives:
        for name in _names(objective):
            by_name.setdefault(name, objective)
    identifiers = {name for result in results for name in _names(result)}
    homes: dict[int, list[Node]] = {}
    taken: set[int] = set()
    for result in results:
        parent = _parent(result, by_name)
        if parent is None or not isinstance(parent.node, Scalar):
            continue
        objective = by_name[parent.node.value]
        if id(objective) not in homes and not _awaits_results(objective, identifiers):
            continue
        taken.add(id(result))
        result.entries = [entry for entry in result.entries if entry is not parent]
        result.names = None
        if id(objective) not in homes:
            items: list[Node] = []
            homes[id(objective)] = items
            key = Scalar("key_results", parent.key.start, parent.key.end)
            objective.entries = [*_without_results(objective), Entry(key, Sequence(items, result.span))]
            objective.names = None
        homes[id(objective)].append(result)
    return taken


def _without_results(objective: Mapping) -> list[Entry]:
    """Return the entries of an objective without an empty list of its key results, or the list of their identifiers."""
    return [
        entry
        for name, entry in zip(names_of(objective), objective.entries, strict=True)
        if name != "key_result" or isinstance(entry.node, Scalar)
    ]


def _awaits_results(objective: Mapping, identifiers: set[str]) -> bool:
    """Tell whether an objective has no key results of its own, but for the identifiers of some."""
    own = results_of(objective)
    return own is None or all(
        isinstance(member, Scalar) and member.value in identifiers for member in members(own.node)
    )


def _names(item: Mapping) -> list[str]:
    """Return what an item may be named by: its identifier, and its statement."""
    own = [entry.node for entry in item.entries if key_word(entry.key) in _IDENTIFIERS]
    stated = text_of(item, OBJECTIVE_TEXT)
    return [
        node.value for node in (*own, *([stated.node] if stated else [])) if isinstance(node, Scalar) and node.value
    ]


def _parent(result: Mapping, known: dict[str, Mapping]) -> Entry | None:
    for entry in result.entries:
        if key_word(entry.key) in _PARENTS and isinstance(entry.node, Scalar) and entry.node.value in known:
            return entry
    return None
