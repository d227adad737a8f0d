"""Objectives and key results that stand in a tree of data side by side: under their labels, or in rows.

Whatever the shape, they become what such a tree holds otherwise: objectives with their key results in them.
"""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.model import Span
from okrlint.reading.data.key_labels import key_label
from okrlint.reading.data.measures import may_be_measures, names_period, take_measures
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.parents import bring_home, names_parent
from okrlint.reading.data.record_shapes import (
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    has_figure,
    is_evident,
    is_phrase,
    is_sentence,
    label_of,
    lists_objectives,
    may_be_result,
    may_hold_objectives,
    members,
    names_of,
    results_of,
    says,
    states_result,
    text_of,
)
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.statuses import is_status

_AROUND = frozenset(("cycle", "team", "title", "plan_reference", "health_metrics", "cadence"))
"""What beside a label is said of all that stands there, not of one objective."""


def regroup(roots: list[Node]) -> bool:
    """Put key results into the objectives that they stand beside, in all trees, from the innermost outwards.

    Tell whether there may be objectives at all: in most trees no key is one under which any could stand.
    """
    outermost = {id(root) for root in roots}
    rows: set[int] = set()
    listed: set[int] = set()
    nodes: list[Mapping | Sequence] = []
    keys: set[str] = set()
    keys_of_words: set[str] = set()
    seen: set[int] = set()  # aliases bring a node in several times
    pending = list(roots)
    while pending:
        node = pending.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        nodes.append(node)
        if isinstance(node, Sequence):
            rows.update(map(id, node.items))
            pending.extend(node.items)
        else:
            for key, inner in node.entries:
                (keys_of_words if isinstance(inner, Scalar) else keys).add(key.value)
                if not isinstance(inner, Scalar) and lists_objectives(key):
                    listed.update(map(id, members(inner)))
                pending.append(inner)
    kinds = _Kinds(keys | keys_of_words, keys_of_words)
    found = kinds.any
    is_dated = kinds.has_measures and names_period(roots)
    for node in reversed(nodes):
        if isinstance(node, Mapping):
            if kinds.has_wrappers:
                _unwrap(node)
            if kinds.has_measures and take_measures(node, is_listed=id(node) in listed, is_dated=is_dated):
                found = True
        if isinstance(node, Sequence):
            if kinds.has_types:
                bring_home(node)
            found = _regroup_list(node, kinds) or found
        elif any(entry.key.value in kinds.telling for entry in node.entries):
            if kinds.has_parents or kinds.has_lists:
                bring_home(node)
            _regroup_mapping(node, kinds, at_root=id(node) in outermost, is_row=id(node) in rows)
    return found


class _Kinds:
    """What the keys of trees are: of the few that most trees have, each is judged once.

    Attributes:
        any: whether objectives may stand under any.
        has_parents: whether any may name what an item belongs to.
        has_lists: whether objectives are listed under any.
        has_measures: whether an objective may have measures instead of key results.
        has_wrappers: whether the fields of items may stand apart from their identifiers, under `attributes`.
        has_types: whether items may say by their types what they are, and what they belong to.
        in_words: whether key results stand in words under a name of theirs.
        telling: those of which a mapping has one where there may be something to put together.
    """

    def __init__(self, keys: set[str], keys_of_words: set[str]) -> None:
        scalars = [Scalar(key, 0, 0) for key in keys]
        labelled = {key for key in keys if key_label(key)}
        results = {key for key in keys - labelled if canonical(key) == "key_result"}
        lists = {key.value for key in scalars if lists_objectives(key)}
        self.has_lists = bool(lists)
        self.has_parents = any(map(names_parent, scalars))
        self.has_types = self.has_parents and any(canonical(key) == "kind" for key in keys)
        self.has_measures = any(map(may_be_measures, keys))
        self.has_wrappers = _WRAPPER in keys
        self.any = bool(labelled or results or lists or self.has_types) or any(map(may_hold_objectives, scalars))
        self.in_words = not results.isdisjoint(keys_of_words)
        self.telling = labelled | lists | (results & keys_of_words)


_WRAPPER = "attributes"
"""Under what the fields of an item stand in JSON:API, beside its identifier and its type."""


def _unwrap(node: Mapping) -> None:
    """Read `{id: …, type: …, attributes: {title: …}}` as one mapping."""
    for entry in node.entries:
        if entry.key.value == _WRAPPER and isinstance(entry.node, Mapping) and not text_of(node, OBJECTIVE_TEXT):
            _renew(node, [*(each for each in node.entries if each is not entry), *entry.node.entries])
            return


def _regroup_mapping(node: Mapping, kinds: _Kinds, *, at_root: bool, is_row: bool) -> None:
    labelled = [(entry, found) for entry in node.entries if (found := key_label(entry.key.value))]
    if not labelled:
        _lone_objective(node)
        _apart_by_labels(node)
        if kinds.in_words and results_of(node) is None and _states_objective(node):
            _written_out(node, is_row=is_row)
        return
    results = [entry for entry, found in labelled if found.kind == "key_result" and may_be_result(entry.node)]
    if not any(states_result(entry.node) for entry in results):
        results = []
    if results:
        results = _fields_of_labels(node, results)
    sentences = [entry for entry, found in labelled if found.kind == "objective" and _is_sentence(entry.node)]
    if sentences:
        _fields_of_labels(node, sentences)
    for entry, found in labelled:
        if found.kind == "objective" and isinstance(entry.node, Mapping):
            _stated_within(entry.node)
    objectives = [entry for entry in node.entries if _kind(entry) == "objective" and _opens(entry.node)]
    if any(_is_sentence(entry.node) for entry in objectives):
        if results or (len(objectives) == 1 and results_of(node) and isinstance(objectives[0].node, Scalar)):
            _beside_labels(node, objectives, results, at_root=at_root)
    elif results and results_of(node) is None and _states_objective(node):
        taken = {id(entry.key) for entry in results}
        kept = [entry for entry in node.entries if id(entry.key) not in taken]
        _renew(node, [*kept, _listed(results)])


def _fields_of_labels(node: Mapping, results: list[Entry]) -> list[Entry]:
    """Put what stands under the label of an item and a name (`kr1_owner`, `O1_KRs`) into the item."""
    by_label = {entry.key.value: entry for entry in results}
    fields: dict[str, list[Entry]] = {}
    kept = []
    for entry in node.entries:
        found = _labelled_field().fullmatch(entry.key.value) if not key_label(entry.key.value) else None
        if found and found[1] in by_label and canonical(found[2]):
            start = entry.key.end - len(found[2])
            fields.setdefault(found[1], []).append(Entry(Scalar(found[2], start, entry.key.end), entry.node))
        else:
            kept.append(entry)
    if not fields:
        return results
    renewed = {id(entry.key): _with_fields(entry, fields[name]) for name, entry in by_label.items() if name in fields}
    _renew(node, [renewed.get(id(entry.key), entry) for entry in kept])
    return [renewed.get(id(entry.key), entry) for entry in results]


@cache
def _labelled_field() -> Pattern[str]:
    return compile_pattern(r"(\D{1,16}(?:\d{1,2}[._-])?\d{1,2})(?:[_ .-]|(?=[A-Z\u4e00-\u9fff]))(\D{2,24})")


def _stated_within(node: Mapping) -> None:
    """Read `O1: {words: [key results]}` as an objective of these words."""
    if len(node.entries) == 1 and is_phrase(node.entries[0].key) and isinstance(node.entries[0].node, Sequence):
        key, listed = node.entries[0]
        _renew(node, [Entry(Scalar("objective", *key.span), key), Entry(Scalar("key_results", *key.span), listed)])


def _lone_objective(node: Mapping) -> None:
    """Read `objectives: [words]` beside key results with figures as the objective whose they are."""
    found = [entry for entry in node.entries if lists_objectives(entry.key) and isinstance(entry.node, Sequence)]
    results = results_of(node)
    if len(found) != 1 or results is None or text_of(node, ("objective",)) or not is_evident(node):
        return
    listed = members(results.node)
    stated = members(found[0].node)
    if len(stated) == 1 and isinstance(stated[0], Scalar) and 2 * sum(map(has_figure, listed)) > len(listed):
        key = Scalar("objective", *found[0].key.span)
        _renew(node, [Entry(key, stated[0]) if entry is found[0] else entry for entry in node.entries])


def _apart_by_labels(node: Mapping) -> None:
    """Put key results into the objectives beside them: those under the label of one, and those with its number.

    `objectives: {O1: …}` beside `key_results: {O1: […]}`, or beside `key_results: {KR1.1: …}`.
    """
    lists = [entry for entry in node.entries if lists_objectives(entry.key)]
    apart = [entry for name, entry in _named(node) if name == "key_result"]
    if len(lists) != 1 or len(apart) != 1:
        return
    outer, results = lists[0].node, apart[0].node
    if not isinstance(outer, Mapping) or not isinstance(results, Mapping):
        return
    homes = {found.number: entry for entry in outer.entries if (found := key_label(entry.key.value))}
    own: dict[int, list[Entry]] = {}
    for entry in results.entries:
        found = key_label(entry.key.value)
        number = () if found is None else found.number[: -1 if found.kind == "key_result" else None]
        if number not in homes or not _opens(homes[number].node):
            return
        own.setdefault(id(homes[number].key), []).append(entry)
    _renew(outer, [Entry(entry.key, _with_results(entry, own.get(id(entry.key), []))) for entry in outer.entries])
    _renew(node, [entry for entry in node.entries if entry is not apart[0]])


def _with_results(entry: Entry, results: list[Entry]) -> Node:
    if not results:
        return entry.node
    if _kind(results[0]) == "key_result":
        return _objective(entry, [], results)
    key, node = results[0]
    return _objective(entry, [Entry(Scalar("key_results", *key.span), node)], [])


def _kind(entry: Entry) -> str | None:
    found = key_label(entry.key.value)
    return found.kind if found else None


def _is_sentence(node: Node) -> bool:
    """Tell whether what stands under a label is more than a word, as a colour, a file or a status is."""
    if isinstance(node, Mapping):
        entry = text_of(node, OBJECTIVE_TEXT)
        return entry is not None
    return isinstance(node, Scalar) and is_sentence(node.value) and not is_status(node.value)


def _opens(node: Node) -> bool:
    """Tell whether what stands under the label of an objective states one that has no key results in it."""
    return says(node, OBJECTIVE_TEXT) and not (isinstance(node, Mapping) and results_of(node))


def _states_objective(node: Mapping) -> bool:
    if entry := text_of(node, OBJECTIVE_TEXT):
        return says(entry.node, ())
    return any(name == "objective" and isinstance(entry.node, Mapping) for name, entry in _named(node))


def _named(node: Mapping) -> list[tuple[str | None, Entry]]:
    return list(zip(names_of(node), node.entries, strict=True))


def _renew(node: Mapping, entries: list[Entry]) -> None:
    node.entries = entries
    node.names = None


def _listed(results: list[Entry]) -> Entry:
    """Return key results under their labels as one entry."""
    first, last = results[0].key, results[-1].node
    return Entry(
        Scalar("key_results", first.start, first.end),
        Mapping(list(results), Span(first.start, max(first.end, last.end))),
    )


def _beside_labels(node: Mapping, objectives: list[Entry], results: list[Entry], *, at_root: bool) -> None:
    """Put labelled key results, and what else is said of a lone objective, into the objectives beside them."""
    belonging = _belonging(node, objectives, results)
    if belonging is None:
        return
    taken = {id(entry.key) for entries in belonging for entry in entries}
    of_one: list[Entry] = []
    if len(objectives) == 1:
        of_one = [
            entry
            for name, entry in _named(node)
            if entry is not objectives[0] and id(entry.key) not in taken and _is_of_item(name, entry, at_root=at_root)
        ]
        taken |= {id(entry.key) for entry in of_one}
    inside = {id(entry.key): _objective(entry, of_one, own) for entry, own in zip(objectives, belonging, strict=True)}
    _renew(
        node,
        [
            Entry(entry.key, inside.get(id(entry.key), entry.node))
            for entry in node.entries
            if id(entry.key) not in taken
        ],
    )


def _belonging(node: Mapping, objectives: list[Entry], results: list[Entry]) -> list[list[Entry]] | None:
    """Return the key results of each objective: by their numbers (`KR1.2`), else those that follow it.

    None where one stands before all objectives, and nothing tells whose it is.
    """
    numbers = {own.number: at for at, entry in enumerate(objectives) if (own := key_label(entry.key.value))}
    starts = {id(entry.key): at for at, entry in enumerate(objectives)}
    of_results = {id(entry.key) for entry in results}
    found: list[list[Entry]] = [[] for _ in objectives]
    last = 0 if len(objectives) == 1 else None
    for entry in node.entries:
        last = starts.get(id(entry.key), last)
        if id(entry.key) not in of_results:
            continue
        match = key_label(entry.key.value)
        at = numbers.get(match.number[:-1], last) if match else last
        if at is None:
            return None
        found[at].append(entry)
    return found


def _is_of_item(name: str | None, entry: Entry, *, at_root: bool) -> bool:
    """Tell whether an entry beside the label of a lone objective is said of the objective."""
    if name is None:
        return isinstance(entry.node, Scalar) and not at_root
    return name not in _AROUND


def _objective(entry: Entry, fields: list[Entry], results: list[Entry]) -> Mapping:
    """Return what stands under the label of an objective as an objective with its fields and key results."""
    key, node = entry
    stated = [Entry(Scalar("objective", key.start, key.end), node)] if isinstance(node, Scalar) else []
    own = [] if not isinstance(node, Mapping) else node.entries
    entries = [*stated, *own, *fields, *([_listed(results)] if results else [])]
    return Mapping(entries, _extent([entry, *entries]))


def _extent(entries: list[Entry]) -> Span:
    """Return from where to where entries stand, in whatever order."""
    start = min(each.key.start for each in entries)
    return Span(start, max(max(each.key.end, each.node.end) for each in entries))


def _written_out(node: Mapping, *, is_row: bool) -> None:
    """Read a string under `key_results` as a list: of its lines, or of the one that it is, if it names a figure."""
    for at, (name, entry) in enumerate(_named(node)):
        if name != "key_result" or not isinstance(entry.node, Scalar) or not says(entry.node, ()):
            continue
        text = entry.node.text
        lines = text.split("\n")
        if len(lines) == 1 and (is_row or not any(map(str.isdigit, text.value)) or not is_evident(node)):
            continue  # rows of a table are read together; in other words the two may be those of a form or a glossary
        parts = [line.part(_bullet(line.value), len(line.value)) for line in lines]
        items: list[Node] = [Scalar.of(part, plain=False) for part in parts if part.value]
        _renew(node, [*node.entries[:at], Entry(entry.key, Sequence(items, text.span)), *node.entries[at + 1 :]])
        return


def _bullet(line: str) -> int:
    """Return where the words of a line begin behind a bullet or its number."""
    rest = line.lstrip("-*•·– \t")
    digits = len(rest) - len(rest.lstrip("0123456789"))
    if 0 < digits <= 2 and rest[digits : digits + 1] in (".", ")", "、", "）"):
        after = rest[digits + 1 :]
        if rest[digits] != "." or not after[:1].isdigit():
            rest = after
    return len(line) - len(rest)


def _regroup_list(node: Sequence, kinds: _Kinds) -> bool:
    objectives = _labelled_items(node) or (_rows(node) if kinds.in_words else None)
    if objectives:
        node.items = list(objectives)
    return bool(objectives)


def _labelled_items(node: Sequence) -> list[Mapping] | None:
    """Return the objectives of a list in which each item is an objective or a key result by its label.

    `[{O1: …}, {KR1: …, owner: …}, {KR2: …}]`, or the same as words: `["O1: …", "KR1: …"]`.
    """
    objectives: list[tuple[Entry, list[Entry], list[Entry]]] = []
    results = 0
    for item in node.items:
        head, rest = _head(item)
        found = label_of(head.key.value) if head else None
        if head is None or found is None or not says(head.node, OBJECTIVE_TEXT + KEY_RESULT_TEXT):
            return None
        if found.kind == "objective":
            if not _opens(head.node) or not _is_sentence(head.node):
                return None
            objectives.append((head, rest, []))
        elif not objectives:
            return None
        else:
            objectives[-1][2].append(_with_fields(head, rest))
            results += 1
    if not results:
        return None
    items = []
    for head, fields, own in objectives:
        inner = _objective(head, fields, own)
        items.append(Mapping([Entry(head.key, inner)], inner.span) if key_label(head.key.value) else inner)
    return items


def _head(item: Node) -> tuple[Entry | None, list[Entry]]:
    """Return the label of an item with what stands under it, and the fields beside it."""
    if isinstance(item, Scalar):
        found = label(item.value)
        if not found or not found.separated or found.end >= len(item.value):
            return None, []
        text, words = item.text.part(found.end, len(item.value)), found.label or found.kind
        return Entry(Scalar(words, item.start, text.span.start), Scalar.of(text, plain=False)), []
    if not isinstance(item, Mapping) or not item.entries:
        return None, []
    first, *rest = item.entries
    found = label_of(first.key.value)
    if found is None or found.end <= len(first.key.value) or any(_kind(entry) for entry in rest):
        return None, []
    return first, rest


def _with_fields(head: Entry, fields: list[Entry]) -> Entry:
    key, node = head
    if not fields:
        return head
    found = label_of(key.value) or key_label(key.value)
    name = found.kind if found else "key_result"
    stated = [Entry(Scalar(name, key.start, key.end), node)] if isinstance(node, Scalar) else []
    own = node.entries if isinstance(node, Mapping) else []
    entries = [*stated, *own, *fields]
    return Entry(key, Mapping(entries, _extent([head, *entries])))


def _rows(node: Sequence) -> list[Mapping] | None:
    """Return the objectives of rows, each of which names one key result: `[{objective: …, key_result: …}, …]`."""
    objectives: list[Mapping] = []
    results: list[Node] = []
    before = None
    for item in node.items:
        if not isinstance(item, Mapping):
            return None
        stated = [entry for name, entry in _named(item) if name == "objective" and says(entry.node, ())]
        result = [entry for name, entry in _named(item) if name == "key_result" and says(entry.node, ())]
        if len(stated) != 1 or len(result) != 1:
            return None
        if not isinstance(stated[0].node, Scalar) or not isinstance(result[0].node, Scalar):
            return None
        if not objectives or stated[0].node.value != before:
            before, results = stated[0].node.value, []
            key = result[0].key
            listed = Entry(Scalar("key_results", key.start, key.end), Sequence(results, item.span))
            objectives.append(Mapping([stated[0], listed], item.span))
        text = result[0].node.text
        words = Scalar.of(text.part(_bullet(text.value), len(text.value)), plain=False)
        others = [entry for entry in item.entries if entry is not stated[0] and entry is not result[0]]
        results.append(Mapping([Entry(result[0].key, words), *others], item.span))
        objectives[-1].span = Span(objectives[-1].span.start, item.end)
    return objectives or None
