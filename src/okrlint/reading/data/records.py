"""OKRs in a tree of data: whatever shape a YAML, JSON or TOML file gives them.

Shapes that are known: a list of objectives under `objectives`, `okrs` or `goals`; a mapping from identifiers, slugs
or their own words to objectives; periods, teams, people or projects as keys around them; one objective as the whole
file; key results as words, as mappings, or as a mapping from identifiers; objectives within objectives; and what
stands side by side and not within one another (see `regrouping`). What is no OKR gives nothing: a
list of `key_results` alone is as often the findings of a paper, and `objectives` alone those of a course.
"""

from okrlint.language import cycles, quantities
from okrlint.model import Span, Text
from okrlint.reading.data.directory import directory, identifies_team, name_all
from okrlint.reading.data.key_labels import key_label
from okrlint.reading.data.limits import SEARCH_DEPTH
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.periods import dated, dated_text, year_of
from okrlint.reading.data.record_fields import (
    add_field,
    draft_of,
    drafts_below,
    fields_in,
    flattened,
    identify,
    surrounding_fields,
)
from okrlint.reading.data.record_fields import fields_of as _fields_of
from okrlint.reading.data.record_shapes import (
    ABOUT,
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    bare_objectives,
    groups,
    holds_bare_results,
    is_key_result,
    is_objective,
    is_period,
    is_phrase,
    is_sentence,
    key_word,
    label_of,
    lists_objectives,
    members,
    merged,
    names_group,
    names_people,
    names_side_of_life,
    opened,
    result_text,
    role_of,
    speaks_of_objectives,
    stated_objectives,
    statement_of,
    states_words,
    step_by_type,
    tells_of_all,
    tells_of_item,
    text_of,
    unwrapped,
)
from okrlint.reading.data.regrouping import regroup
from okrlint.reading.data.statements import is_measured, levels_of, names_metric, stated
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.fields import field_name
from okrlint.reading.figures import states_figures
from okrlint.reading.statuses import is_status

__all__ = ["draft_from", "fields_of"]


def draft_from(roots: list[Node]) -> DocumentDraft:
    """Return the OKRs in a tree, or a draft without objectives where there are none."""
    if not regroup(roots):
        return DocumentDraft()
    names = directory(roots)
    reader = _Records(names)
    for root in roots:
        reader.read(root)
    if not reader.draft.objectives:
        return DocumentDraft()
    reader.read_apart()
    if names:
        name_all(reader.draft.objectives, names)
    reader.draft.objectives.sort(key=lambda draft: draft.span.start)
    _share(reader.draft)
    return reader.draft


def _share(draft: DocumentDraft) -> None:
    """Say of the document what all its objectives say of cycle and team."""
    named = {name for name, _ in draft.fields}
    for name in ("cycle", "team"):
        found = [
            next((text for each, text in objective.fields if each == name), None) for objective in draft.objectives
        ]
        if name not in named and found[0] and all(text and text.value == found[0].value for text in found):
            draft.fields.append((name, found[0]))


def fields_of(mapping: Mapping) -> list[tuple[str, Text]]:
    """Return what a mapping (front matter) says as fields: canonical names, or the author's own."""
    return _fields_of(dated(mapping))


class _Context:
    """What stands around an objective.

    Attributes:
        fields: what it has unless it names its own; of two of a name the inner one holds.
        depth: how deep it stands.
        listed: whether a key around it speaks of OKRs, so that the words of a key may be those of an objective.
        people: whether what stands right inside are people, each with objectives.
    """

    __slots__ = ("depth", "fields", "listed", "people")

    def __init__(self, fields: list[tuple[str, Text]], depth: int = 0, *, listed: bool = False) -> None:
        self.fields = fields
        self.depth = depth
        self.listed = listed
        self.people = False

    def under(self, key: Scalar) -> "_Context":
        """Return what stands around the values below a key: whose they are, or for when."""
        if is_period(key):
            return self.within([("cycle", key.text)])
        if names_people(key):
            inner = self.within([])
            inner.people = True
            return inner
        if not names_group(key):
            found = key_label(key.value)
            return self.within([], listed=found is not None and found.kind == "objective")
        if names_side_of_life(key):
            return self.within([])
        return self.within([("section_owner" if self.people else "team", key.text)])

    def inside(self) -> "_Context":
        """Return what stands around the values of an item of a list."""
        inner = self.within([])
        inner.people = self.people
        return inner

    def within(self, fields: list[tuple[str, Text]], *, listed: bool = False) -> "_Context":
        """Return what stands around the values of a mapping that says this of them."""
        if not fields:
            return _Context(self.fields, self.depth + 1, listed=listed or self.listed)
        outer = dict(self.fields)
        inner: dict[str, Text] = {}
        for name, text in fields:
            inner.setdefault(name, text)
        if "cycle" in inner and "cycle" in outer:
            inner["cycle"] = dated_text(outer["cycle"].value, inner["cycle"]) or inner["cycle"]
        return _Context([*(outer | inner).items()], self.depth + 1, listed=listed or self.listed)


class _Records:
    def __init__(self, names: dict[str, str]) -> None:
        self.draft = DocumentDraft()
        self._names = names
        self._year: Text | None = None
        self._apart: list[tuple[list[Mapping], _Context]] = []

    def read(self, root: Node) -> None:
        """Read one document of the stream."""
        if isinstance(root, Mapping) and not is_objective(root):
            self._about(root)
        self._walk(root, _Context([]))

    def read_apart(self) -> None:
        """Read the objectives without key results that a key lists as such, in a tree that holds OKRs."""
        for items, context in self._apart:
            for item in items:
                self._objective(None, item, context)

    def _about(self, root: Mapping) -> None:
        year = year_of(root)
        if year and isinstance(year.node, Scalar):
            self._year = year.node.text
            self.draft.fields.append(("announced_cycle", self._year))
        for entry in dated(root).entries:
            if isinstance(entry.node, Mapping) and key_word(entry.key) in ABOUT:
                self.draft.fields.extend(fields_of(entry.node))
            elif tells_of_all(entry):
                name = field_name(entry.key.value)
                name = _TEAMS if name == "team" and _several(entry.node) else name
                self.draft.fields.extend(fields_in(name, entry.node))

    def _walk(self, node: Node, context: _Context) -> None:
        """Look for objectives in a node that is none itself."""
        if context.depth > SEARCH_DEPTH or isinstance(node, Scalar):
            return
        if isinstance(node, Sequence):
            self._items([(None, item) for item in node.items], context)
        elif is_objective(node):
            self._objective(None, node, context)
        else:
            self._mapping(node, context)

    def _mapping(self, node: Mapping, context: _Context) -> None:
        inner = context.within(_around(node, people=context.people) if context.depth else [])
        inner.people = context.people and not text_of(node, ("title",))
        keyed: list[tuple[Scalar | None, Node]] = []
        named = groups(node)
        stated = {id(entry.key) for entry in stated_objectives(node, listed=context.listed)}
        for entry in node.entries:
            if isinstance(entry.node, Scalar) or key_word(entry.key) in ABOUT or tells_of_item(entry.key):
                continue
            if id(entry.key) in stated:
                self._stated(entry, inner)
            elif isinstance(entry.node, Mapping) and not lists_objectives(entry.key):
                keyed.append((entry.key, entry.node))
            elif isinstance(entry.node, Sequence) or lists_objectives(entry.key):
                self._listed(entry, inner, is_group=id(entry.key) in named)
        self._items(keyed, inner)

    def _listed(self, entry: Entry, context: _Context, *, is_group: bool) -> None:
        """Read what stands under `objectives`: a list, or a mapping from identifiers."""
        node = merged(unwrapped(entry.node))
        listed = lists_objectives(entry.key)
        if listed or (names_group(entry.key) and not is_group and not is_period(entry.key)):
            context = context.within([], listed=speaks_of_objectives(entry.key))
        else:
            context = context.under(entry.key)
        if isinstance(node, Mapping) and not is_objective(node, listed=listed) and not text_of(node, OBJECTIVE_TEXT):
            items: list[tuple[Scalar | None, Node]] = [(inner.key, inner.node) for inner in node.entries]
            if not any(is_objective(item, listed=listed) or _is_label(key) for key, item in items):
                self._walk(node, context)
                return
            context = context.within(_around(node, people=False))
        else:
            items = [(None, item) for item in (node.items if isinstance(node, Sequence) else [node])]
            if bare := bare_objectives(entry.key, node):
                self._apart.append((bare, context))
                return
        self._items(items, context, listed=listed)

    def _items(self, items: list[tuple[Scalar | None, Node]], context: _Context, *, listed: bool = False) -> None:
        """Read siblings: where one is an objective, those with a statement are too, and else look inside."""
        found = any(is_objective(item, listed=listed or _is_label(key)) for key, item in items)
        around = context
        for key, item in items:
            context = around
            if key and is_period(key):
                context, key = around.under(key), None
            if step_by_type(item):
                continue
            if found and isinstance(item, Mapping) and text_of(opened(item), OBJECTIVE_TEXT):
                self._objective(key, item, context)
            elif isinstance(item, Scalar):
                if found and (states_words(key, item) if key else not item.empty):
                    draft = self._draft(item.text, key, item.span)
                    draft.fields.extend(context.fields)
                    self.draft.objectives.append(draft)
            else:
                self._walk(item, context.under(key) if key else context.inside())

    def _stated(self, entry: Entry, context: _Context) -> None:
        """Read an objective that is stated in the key above its key results: `O1 - Delight users:`."""
        if isinstance(entry.node, Mapping) and not holds_bare_results(entry.node):
            self._objective(None, entry.node, context, stated=entry.key.text)
            return
        draft = self._draft(entry.key.text, None, entry.node.span)
        draft.span = Span(entry.key.start, draft.span.end)
        draft.children.extend(self._key_results(entry.node))
        draft.fields.extend(context.fields)
        self.draft.objectives.append(draft)

    def _objective(self, key: Scalar | None, node: Mapping, context: _Context, *, stated: Text | None = None) -> None:
        node = opened(node)
        statement, used = (stated, None) if stated else statement_of(text_of(node, OBJECTIVE_TEXT))
        draft = self._draft(statement, key, node.span)
        draft.span = Span(min(draft.span.start, draft.text.span.start), draft.span.end)
        nested: list[Node] = []
        for name, entry in flattened(dated(node), used):
            role = role_of(entry)
            if role == "key_results":
                draft.children.extend(self._key_results(entry.node))
            elif role == "nested":
                nested.extend(members(entry.node))
            elif role == "actions":
                draft.actions.extend(drafts_below(entry.node))
            elif role == "checkins":
                draft.checkins.extend(drafts_below(entry.node))
            elif name is None and isinstance(entry.node, Scalar) and identifies_team(entry, self._names):
                draft.fields.append(("team", entry.node.text))
            elif entry.key is not used:
                _add_field(draft, name, entry)
        around = dict(context.fields)
        if year := around.get("cycle", self._year):
            draft.fields = [
                (name, (dated_text(year.value, text) or text) if name == "cycle" else text)
                for name, text in draft.fields
            ]
        own = {name for name, _ in draft.fields}
        draft.fields.extend(field for field in context.fields if field[0] not in own)
        self.draft.objectives.append(draft)
        for child in nested:
            self._child(draft, child, context)

    def _child(self, parent: Draft, node: Node, context: _Context) -> None:
        """Read what stands under `children`: a key result where its type says so, else an objective."""
        if not isinstance(node, Mapping) or context.depth > SEARCH_DEPTH:
            return
        if is_key_result(node):
            parent.children.extend(self._key_results(Sequence([node], node.span)))
        elif step_by_type(node):
            parent.actions.extend(drafts_below(node))
        elif text_of(node, OBJECTIVE_TEXT):
            self._objective(None, node, _Context(context.fields, context.depth + 1))

    def _key_results(self, node: Node) -> list[Draft]:
        node = unwrapped(node)
        if isinstance(node, Mapping) and not text_of(node, KEY_RESULT_TEXT[:3]):
            pairs: list[tuple[Scalar | None, Node]] = [(entry.key, entry.node) for entry in node.entries]
        else:
            pairs = [pair for item in members(node) for pair in _pairs(item)]
        drafts = [self._key_result(key, item) for key, item in pairs]
        return [draft for draft in drafts if draft]

    def _key_result(self, key: Scalar | None, node: Node) -> Draft | None:
        if isinstance(node, Scalar):
            return self._key_result_in_words(key, node)
        if not isinstance(node, Mapping):
            return None
        entries = stated(node, key)
        statement, used = statement_of(entries.statement)
        if statement is None and key and (is_phrase(key) or (names_metric(key) and is_measured(node))):
            statement, key = key.text, None
        draft = self._draft(statement, key, node.span)
        draft.span = Span(min(draft.span.start, draft.text.span.start), draft.span.end)
        for name, entry in flattened(node, used):
            role = role_of(entry)
            if role == "actions":
                draft.actions.extend(drafts_below(entry.node))
            elif role == "checkins":
                draft.checkins.extend(drafts_below(entry.node))
            elif name == "key_result" and isinstance(entry.node, Scalar) and _is_bare_label(entry.node.value):
                identify(draft, entry.node.value)
            elif name in _FIGURES and isinstance(entry.node, Scalar) and entry.node.value.lower() in _BOOLEANS:
                continue  # whether something is done is no figure
            elif levels := levels_of(entry):
                draft.fields.extend(("measure", level) for level in levels)
            elif entry.key is not used:  # its `goal`, beside its statement, is its target
                is_target = name == "objective" or entry is entries.target
                _add_field(draft, "target" if is_target else name, entry)
        return draft

    def _key_result_in_words(self, key: Scalar | None, node: Scalar) -> Draft | None:
        """Read `KR1: words`, `nps: words`, and `NPS: from 30 to 50`, where the words are those of the key."""
        if key and is_phrase(key) and (node.empty or is_status(node.value)):
            return self._stated_by_key(key, "status", node)
        if key and is_phrase(key) and not is_sentence(node.value) and not states_figures(node.value):
            return self._stated_by_key(key, "note", node)
        if node.empty:
            return None
        if key is None or key_label(key.value) or label_of(key.value) or not states_figures(node.value):
            return self._draft(node.text, key, node.span)
        return self._stated_by_key(key, "progress" if quantities.change(key.value) else "target", node)

    def _stated_by_key(self, key: Scalar, name: str, node: Scalar) -> Draft:
        """Return the key result that a key states, with what stands under it as a field."""
        draft = self._draft(key.text, None, node.span)
        draft.span = Span(key.start, max(key.end, draft.span.end))
        if not node.empty:
            draft.fields.append((name, node.text))
        return draft

    def _draft(self, statement: Text | None, key: Scalar | None, place: Span) -> Draft:
        """Make the draft of an item; a key that is a label, however it is spelled, is its label."""
        if key and key_word(key) in _KINDS:
            key = None  # `{objective: {title: …}}` tells what it is, not what it is called
        draft = draft_of(statement, key, place, self.draft.problems)
        if key and key_label(key.value):
            draft.label = draft.label or key.value
            draft.ref = None if draft.ref == key.value else draft.ref
        return draft


_KINDS = ("objective", "keyresult", "kr", "o", "目标", "目標", "关键结果", "關鍵結果", "node")


_FIGURES = frozenset(("baseline", "target", "current"))
_BOOLEANS = frozenset(("true", "false"))


def _is_label(key: Scalar | None) -> bool:
    found = key_label(key.value) if key else None
    return found is not None and found.kind == "objective"


def _add_field(draft: Draft, name: str | None, entry: Entry) -> None:
    """Add what an entry says to an item, whose identifier may be a label (`id: o1`)."""
    node = entry.node
    if name in ("id", "title") and not draft.label and isinstance(node, Scalar) and key_label(node.value):
        draft.label = node.value
    elif name == "team" and (several := _several(node)):
        draft.fields.extend((_TEAMS, text) for text in several)
    else:
        add_field(draft, name, entry)


def _several(node: Node) -> list[Text]:
    """Return the names of a list of several; none of them is that of the one team whose OKRs these are."""
    if not isinstance(node, Sequence) or len(node.items) < _SEVERAL:
        return []
    return [text for _, text in fields_in("", node)]


_SEVERAL = 2
_TEAMS = "teams"


def _is_bare_label(words: str) -> bool:
    found = label_of(words)
    return found is not None and found.end > len(words)


def _pairs(item: Node) -> list[tuple[Scalar | None, Node]]:
    """Return the key results of an item in a list: most often one, which may stand under its label or its words.

    `{title: …}`, `{KR1: words}`, `{KR1: {…}}`, `{KR1: words, owner: …}`, `{Activation from 32% to 45%: {owner: …}}`.
    """
    if not isinstance(item, Mapping) or result_text(item):
        return [(None, item)]
    labelled = [entry for entry in item.entries if key_label(entry.key.value) or label_of(entry.key.value)]
    if len(labelled) == len(item.entries):
        return [(entry.key, entry.node) for entry in labelled]
    if len(item.entries) == 1:
        key, node = item.entries[0]
        if isinstance(node, Scalar) and is_phrase(key) and (whole := _unquoted(key, node)):
            return [(None, whole)]
        if is_phrase(key) or _states_beside(key, node):
            return [(key, node)]
    if len(labelled) != 1:
        return [(None, item)]
    key, node = labelled[0]
    others = [entry for entry in item.entries if entry is not labelled[0]]
    own = node.entries if isinstance(node, Mapping) else [Entry(Scalar("key_result", *key.span), node)]
    return [(key, Mapping([*own, *others], item.span))]


def _unquoted(key: Scalar, node: Scalar) -> Scalar | None:
    """Return words with a colon in them that lack the quotes YAML needs: `- Launch the beta: 3 customers sign`."""
    is_written = len(key.value) == key.end - key.start and len(node.value) == node.end - node.start
    if not (is_written and key.plain and node.plain and node.start == key.end + len(": ")):
        return None
    if not is_sentence(node.value) or is_status(node.value) or states_figures(node.value):
        return None
    return Scalar(f"{key.value}: {node.value}", key.start, node.end)


def _states_beside(key: Scalar, node: Node) -> bool:
    """Tell whether a key and what it names are one key result: `{NPS: from 30 to 50}`, `{NPS: {target: 50}}`."""
    if isinstance(node, Scalar):
        return states_figures(node.value) or names_metric(key)
    return isinstance(node, Mapping) and names_metric(key) and is_measured(node)


def _around(node: Mapping, *, people: bool) -> list[tuple[str, Text]]:
    """Return what a mapping around objectives says of them; its name is that of a team, a person or a period."""
    fields = surrounding_fields(dated(node))
    title = text_of(node, ("title",)) if fields else None
    if title is None or not isinstance(title.node, Scalar):
        return fields
    name = title.node.text
    others = [field for field in fields if field[1] is not name]
    if people:
        return [*others, ("section_owner", name)]
    if cycles.cycle_of(name.value):
        return others if any(field[0] == "cycle" for field in others) else [*others, ("cycle", name)]
    return others if "okr" in name.value.lower() else fields
