"""Key results that stand apart from their objectives, as the tables of a database do.

They name their objectives by an identifier, or their objectives name them.
"""

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
    step_by_type,
    text_of,
)
from okrlint.reading.fields import canonical
from okrlint.reading.word_sets import words

_PARENTS = words(
    "objective objectiveid objectiveref objectivekey parent parentid parentobjective parentobjectiveid okr okrid goal"
    " goalid 目标 目標 目标id 目標id 目标编号 目標編號 所属目标 所屬目標 父级 上级 上級"
)
_RESULT_IDENTIFIERS = words("keyresultids keyresultsids krids keyresultrefs krrefs 关键结果id 關鍵結果id")
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
        taken = _brought(objectives, results, {})
        taken |= _brought_steps(objectives, results, [item for item in mappings if step_by_type(item)])
        if taken:
            node.items = [item for item in node.items if id(item) not in taken]
        return
    if text_of(node, ("objective",)):
        return
    keys: dict[int, str] = {}
    objectives = _items([entry for entry in node.entries if lists_objectives(entry.key)], OBJECTIVE_TEXT, keys)
    apart = [entry for entry in node.entries if canonical(entry.key.value) == "key_result"]
    results = _items(apart, KEY_RESULT_TEXT, keys) if objectives else []
    taken = _brought(objectives, results, keys)
    taken |= _fetched(objectives, [result for result in results if id(result) not in taken], keys)
    for entry in apart if taken else ():
        if isinstance(entry.node, Sequence):
            entry.node.items = [item for item in entry.node.items if id(item) not in taken]
        elif isinstance(entry.node, Mapping):
            entry.node.entries = [each for each in entry.node.entries if id(each.node) not in taken]
            entry.node.names = None


def _items(entries: list[Entry], names: tuple[str, ...], keys: dict[int, str]) -> list[Mapping]:
    """Return the items that are listed under keys; those of a mapping are called by their keys, which are noted."""
    listed: list[Node] = []
    for entry in entries:
        if isinstance(entry.node, Sequence):
            listed += entry.node.items
        elif isinstance(entry.node, Mapping):
            listed += [each.node for each in entry.node.entries]
            keys.update((id(each.node), each.key.value) for each in entry.node.entries)
    return [item for item in listed if isinstance(item, Mapping) and says(item, names)]


def _fetched(objectives: list[Mapping], results: list[Mapping], keys: dict[int, str]) -> set[int]:
    """Put key results into the objectives that list their identifiers; return those that are listed."""
    by_name = _by_name(results, keys)
    taken: set[int] = set()
    for objective in objectives if by_name else ():
        own = results_of(objective) or next((each for each in objective.entries if _lists_results(each)), None)
        listed = [member.value for member in members(own.node) if isinstance(member, Scalar)] if own else []
        if own is None or not listed or len(listed) < len(members(own.node)) or not by_name.keys() >= set(listed):
            continue
        found: list[Node] = [_with_identifier(by_name[name], keys) for name in listed]
        taken.update(id(by_name[name]) for name in listed)
        entry = Entry(Scalar("key_results", *own.key.span), Sequence(found, own.node.span))
        objective.entries = [entry if each is own else each for each in objective.entries]
        objective.names = None
    return taken


def _lists_results(entry: Entry) -> bool:
    return key_word(entry.key) in _RESULT_IDENTIFIERS and not isinstance(entry.node, Scalar)


def _with_identifier(result: Mapping, keys: dict[int, str]) -> Mapping:
    """Return a key result that is called by its key with that as its identifier."""
    key = keys.get(id(result))
    if key is None or any(key_word(entry.key) in _IDENTIFIERS for entry in result.entries):
        return result
    start = result.span.start
    return Mapping([Entry(Scalar("id", start, start), Scalar(key, start, start)), *result.entries], result.span)


def _by_name(items: list[Mapping], keys: dict[int, str]) -> dict[str, Mapping]:
    found: dict[str, Mapping] = {}
    for item in items:
        for name in _names(item, keys):
            found.setdefault(name, item)
    return found


def _brought_steps(objectives: list[Mapping], results: list[Mapping], steps: list[Mapping]) -> set[int]:
    """Put the steps of a list into the objectives and key results that they name; return those that have a home."""
    by_name = _by_name(results + objectives, {}) if steps else {}
    homes: dict[int, list[Node]] = {}
    taken: set[int] = set()
    for step in steps:
        parent = _parent(step, by_name)
        if parent is None or not isinstance(parent.node, Scalar):
            continue
        taken.add(id(step))
        home = by_name[parent.node.value]
        step.entries = [entry for entry in step.entries if entry is not parent]
        step.names = None
        if id(home) not in homes:
            items: list[Node] = []
            homes[id(home)] = items
            home.entries = [*home.entries, Entry(Scalar("actions", *parent.key.span), Sequence(items, step.span))]
            home.names = None
        homes[id(home)].append(step)
    return taken


def _brought(objectives: list[Mapping], results: list[Mapping], keys: dict[int, str]) -> set[int]:
    """Put key results into the objectives that they name; return those for which there was one."""
    if not results:
        return set()
    by_name = _by_name(objectives, keys)
    identifiers = {name for result in results for name in _names(result, keys)}
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
        homes[id(objective)].append(_with_identifier(result, keys))
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


def _names(item: Mapping, keys: dict[int, str]) -> list[str]:
    """Return what an item may be named by: its identifier, its key, and its statement."""
    own = [entry.node for entry in item.entries if key_word(entry.key) in _IDENTIFIERS]
    stated = text_of(item, OBJECTIVE_TEXT)
    found = [node.value for node in (*own, *([stated.node] if stated else [])) if isinstance(node, Scalar)]
    return [name for name in (*found, keys.get(id(item), "")) if name]


def _parent(result: Mapping, known: dict[str, Mapping]) -> Entry | None:
    for entry in result.entries:
        if key_word(entry.key) in _PARENTS and isinstance(entry.node, Scalar) and entry.node.value in known:
            return entry
    return None
