"""OKRs in a tree of data: whatever shape a YAML, JSON or TOML file gives them.

Shapes that are known: a list of objectives under `objectives`, `okrs` or `goals`; a mapping from identifiers or
slugs to objectives; periods, teams or projects as keys around them; one objective as the whole file; key results as
words, as mappings, or as a mapping from identifiers; objectives within objectives. What is no OKR gives nothing: a
list of `key_results` alone is as often the findings of a paper, and `objectives` alone those of a course.
"""

from okrlint.model import Span, Text
from okrlint.reading.data.limits import SEARCH_DEPTH
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_fields import (
    add_field,
    draft_of,
    drafts_below,
    fields_in,
    fields_of,
    flattened,
    surrounding_fields,
)
from okrlint.reading.data.record_shapes import (
    ABOUT,
    KEY_RESULT_TEXT,
    OBJECTIVE_TEXT,
    holds_labelled_results,
    is_key_result,
    is_objective,
    is_period,
    key_word,
    label_of,
    lists_objectives,
    members,
    names_group,
    opened,
    role_of,
    stated_objectives,
    statement_of,
    tells_of_all,
    text_of,
    unwrapped,
)
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.fields import field_name

__all__ = ["draft_from", "fields_of"]


def draft_from(roots: list[Node]) -> DocumentDraft:
    """Return the OKRs in a tree, or a draft without objectives where there are none."""
    reader = _Records()
    for root in roots:
        reader.read(root)
    if not reader.draft.objectives:
        return DocumentDraft()
    return reader.draft


class _Context:
    """What stands around an objective: fields that it has unless it names its own."""

    __slots__ = ("depth", "fields")

    def __init__(self, fields: list[tuple[str, Text]], depth: int = 0) -> None:
        self.fields = fields
        self.depth = depth

    def within(self, fields: list[tuple[str, Text]]) -> "_Context":
        return _Context(self.fields + fields, self.depth + 1)


class _Records:
    def __init__(self) -> None:
        self.draft = DocumentDraft()

    def read(self, root: Node) -> None:
        """Read one document of the stream."""
        if isinstance(root, Mapping) and not is_objective(root):
            self._about(root)
        self._walk(root, _Context([]))

    def _about(self, root: Mapping) -> None:
        for entry in root.entries:
            if isinstance(entry.node, Mapping) and key_word(entry.key) in ABOUT:
                self.draft.fields.extend(fields_of(entry.node))
            elif tells_of_all(entry):
                self.draft.fields.extend(fields_in(field_name(entry.key.value), entry.node))

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
        inner = context.within(surrounding_fields(node) if context.depth else [])
        keyed: list[tuple[Scalar | None, Node]] = []
        stated = {id(entry.key) for entry in stated_objectives(node)}
        for entry in node.entries:
            if isinstance(entry.node, Scalar) or key_word(entry.key) in ABOUT:
                continue
            if id(entry.key) in stated:
                self._stated(entry, inner)
            elif isinstance(entry.node, Mapping) and not lists_objectives(entry.key):
                keyed.append((entry.key, entry.node))
            elif isinstance(entry.node, Sequence) or lists_objectives(entry.key):
                self._listed(entry, inner)
        self._items(keyed, inner)

    def _listed(self, entry: Entry, context: _Context) -> None:
        """Read what stands under `objectives`: a list, or a mapping from identifiers."""
        node = unwrapped(entry.node)
        listed = lists_objectives(entry.key)
        if isinstance(node, Mapping) and not is_objective(node, listed=listed) and not text_of(node, OBJECTIVE_TEXT):
            items: list[tuple[Scalar | None, Node]] = [(inner.key, inner.node) for inner in node.entries]
            if not any(is_objective(item, listed=listed) for _, item in items):
                self._walk(node, context.within([]))
                return
        else:
            items = [(None, item) for item in (node.items if isinstance(node, Sequence) else [node])]
        self._items(items, context, listed=listed)

    def _items(self, items: list[tuple[Scalar | None, Node]], context: _Context, *, listed: bool = False) -> None:
        """Read siblings: where one is an objective, those with a statement are too, and else look inside."""
        found = any(is_objective(item, listed=listed) for _, item in items)
        around = context
        for key, item in items:
            context = around
            if key and is_period(key):
                context, key = around.within([("cycle", key.text)]), None
            if found and isinstance(item, Mapping) and text_of(opened(item), OBJECTIVE_TEXT):
                self._objective(key, item, context)
            elif isinstance(item, Scalar):
                if found and not item.empty:
                    self.draft.objectives.append(draft_of(item.text, key, item.span, self.draft.problems))
            else:
                self._walk(item, context.within([("team", key.text)] if key and names_group(key) else []))

    def _stated(self, entry: Entry, context: _Context) -> None:
        """Read an objective that is stated in the key above its key results: `O1 - Delight users:`."""
        if isinstance(entry.node, Mapping) and not holds_labelled_results(entry.node):
            self._objective(None, entry.node, context, stated=entry.key.text)
            return
        draft = draft_of(entry.key.text, None, entry.node.span, self.draft.problems)
        draft.span = Span(entry.key.start, draft.span.end)
        draft.children.extend(self._key_results(entry.node))
        draft.fields.extend(context.fields)
        self.draft.objectives.append(draft)

    def _objective(self, key: Scalar | None, node: Mapping, context: _Context, *, stated: Text | None = None) -> None:
        node = opened(node)
        statement, used = (stated, None) if stated else statement_of(node, OBJECTIVE_TEXT)
        draft = draft_of(statement, key, node.span, self.draft.problems)
        nested: list[Node] = []
        for name, entry in flattened(node, used):
            role = role_of(entry)
            if role == "key_results":
                draft.children.extend(self._key_results(entry.node))
            elif role == "nested":
                nested.extend(members(entry.node))
            elif role == "actions":
                draft.actions.extend(drafts_below(entry.node))
            elif role == "checkins":
                draft.checkins.extend(drafts_below(entry.node))
            elif entry.key is not used:
                add_field(draft, name, entry)
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
        elif text_of(node, OBJECTIVE_TEXT):
            self._objective(None, node, _Context(context.fields, context.depth + 1))

    def _key_results(self, node: Node) -> list[Draft]:
        node = unwrapped(node)
        if isinstance(node, Mapping) and not text_of(node, KEY_RESULT_TEXT[:3]):
            pairs: list[tuple[Scalar | None, Node]] = [(entry.key, entry.node) for entry in node.entries]
        else:
            pairs = [(None, item) for item in members(node)]
        drafts = [self._key_result(key, item) for key, item in pairs]
        return [draft for draft in drafts if draft]

    def _key_result(self, key: Scalar | None, node: Node) -> Draft | None:
        if isinstance(node, Scalar):
            return None if node.empty else draft_of(node.text, key, node.span, self.draft.problems)
        if not isinstance(node, Mapping):
            return None
        if len(node.entries) == 1 and label_of(node.entries[0].key.value):
            # `- KR1: words`, or `- KR1: {…}`
            return self._key_result(node.entries[0].key, node.entries[0].node)
        statement, used = statement_of(node, KEY_RESULT_TEXT)
        draft = draft_of(statement, key, node.span, self.draft.problems)
        for name, entry in flattened(node, used):
            role = role_of(entry)
            if role == "actions":
                draft.actions.extend(drafts_below(entry.node))
            elif role == "checkins":
                draft.checkins.extend(drafts_below(entry.node))
            elif entry.key is not used:  # its `goal`, beside its statement, is its target
                add_field(draft, "target" if name == "objective" else name, entry)
        return draft
