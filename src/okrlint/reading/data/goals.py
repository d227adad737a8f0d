"""The goals of a plan in a tree of data: lists and mappings under `goals`, `targets`, 目标, and what holds these."""

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
)
from okrlint.reading.data.record_shapes import (
    ABOUT,
    OBJECTIVE_TEXT,
    is_period,
    key_word,
    lists_objectives,
    members,
    names_group,
    names_of,
    role_of,
    text_of,
)
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.fields import field_name
from okrlint.reading.goal_drafts import Fields, settled
from okrlint.reading.goal_words import (
    counts_things,
    goal_label,
    is_goal_label,
    is_mere_amount,
    is_target,
    names_period,
    names_whole_year,
    plan_name,
    says_something,
    section_of,
    states_amount,
)
from okrlint.reading.word_sets import words

_CONTAINERS = words(
    "plan plans annualplan yearlyplan companyplan strategy strategicplan 计划 計劃 年度计划 年度計劃 规划 規劃 年度规划"
)
"""Keys whose list, or mapping of lists, may be that of the goals, if nothing else is."""

_GOALS = words("goal goals targets priorities strategicpriorities kpis commitments ambitions annualtargets")
_EVIDENCE = frozenset(("target", "baseline", "owner", "deadline", "metric", "weight", "objective"))


def plan_from(roots: list[Node], found: DocumentDraft, *, strictly: bool = False) -> DocumentDraft:
    """Return the goals in a tree.

    Args:
        roots: the documents of a stream.
        found: what is read of them as of OKRs; it is returned where any have key results, and where there are no goals.
        strictly: whether only what a key names counts as goals: in the front matter of a document.
    """
    if any(objective.children for objective in found.objectives):
        return found
    reader = _Goals(strictly=strictly)
    for root in roots:
        reader.read(root)
    reader.draft.objectives = settled(reader.draft.objectives)
    return reader.draft if reader.draft.objectives else found


class _Goals:
    def __init__(self, *, strictly: bool) -> None:
        self.draft = DocumentDraft()
        self._strictly = strictly

    def read(self, root: Node) -> None:
        """Read one document of the stream."""
        if isinstance(root, Mapping):
            self._about(root)
        if self._named(root, [], 0) or self._strictly:
            return
        if isinstance(root, Mapping):
            if _is_goal(root) and text_of(root, ("objective",)):
                self._goal(None, root, [])
                return
            for entry in root.entries:
                if key_word(entry.key) in _CONTAINERS:
                    self._contained(entry.node, [], with_words=True)
            if not self.draft.objectives:
                self._contained(root, [])
        else:
            self._contained(root, [])

    def _about(self, root: Mapping) -> None:
        for entry in root.entries:
            if isinstance(entry.node, Mapping) and key_word(entry.key) in ABOUT:
                self.draft.fields.extend(fields_of(entry.node))
            elif isinstance(entry.node, Scalar) and not _names_goals(entry.key) and goal_label(entry.key.value) is None:
                self.draft.fields.extend(fields_in(field_name(entry.key.value), entry.node))

    def _named(self, node: Node, around: Fields, depth: int) -> bool:
        """Read what keys name as goals, wherever they stand; tell whether there is any."""
        if depth > SEARCH_DEPTH or isinstance(node, Scalar):
            return False
        if isinstance(node, Sequence):
            found = [self._named(item, around, depth + 1) for item in node.items]
            return any(found)
        named = [entry for entry in node.entries if _names_goals(entry.key) and not _is_plain(entry.node)]
        labelled = [entry for entry in node.entries if _is_label(entry.key)]
        count = len(self.draft.objectives)
        if named:
            own = around + _surrounding(node) if depth else around
            for entry in named:
                self._listed(entry.node, own, depth)
        elif labelled:
            for entry in labelled:
                self._keyed(entry, around, depth)
        if len(self.draft.objectives) > count:
            return True
        own = around + _surrounding(node) if depth else around
        found = [
            self._named(entry.node, own + _group(entry.key), depth + 1)
            for entry in node.entries
            if not isinstance(entry.node, Scalar) and _may_hold(entry)
        ]
        return any(found)

    def _contained(self, node: Node, around: Fields, *, with_words: bool = False) -> None:
        """Read a list, or a mapping from slugs to goals, or from themes or periods to lists, where some are evident.

        Args:
            node: what no key says to hold goals.
            around: what stands around it.
            with_words: whether a slug may stand before mere words, as it may not at the top (`title: …`).
        """
        count = len(self.draft.objectives)
        if isinstance(node, Sequence):
            self._listed(node, around, 0)
        elif isinstance(node, Mapping):
            for entry in node.entries:
                if isinstance(entry.node, Scalar) and (not with_words or names_period(entry.node.value)):
                    continue
                if _may_hold(entry) and names_group(entry.key):
                    self._keyed(entry, around, 0)
        new = self.draft.objectives[count:]
        if not any(states_amount(draft.text.value) or _EVIDENCE & {name for name, _ in draft.fields} for draft in new):
            del self.draft.objectives[count:]

    def _listed(self, node: Node, around: Fields, depth: int) -> None:
        """Read what stands under `goals`: a list, one goal, a mapping of labels, slugs, themes or periods, or words."""
        if depth > SEARCH_DEPTH:
            return
        if isinstance(node, Scalar):
            self._words(node, around)
        elif isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar):
                    self._words(item, around)
                elif (
                    isinstance(item, Mapping)
                    and len(item.entries) == 1
                    and plan_name(item.entries[0].key.value) is None
                ):
                    self._keyed(item.entries[0], around, depth)
                else:
                    self._listed(item, around, depth + 1)
        elif inner := [
            entry for entry in node.entries if _names_goals(entry.key) and not isinstance(entry.node, Scalar)
        ]:
            for entry in inner:
                self._listed(entry.node, around + _surrounding(node), depth + 1)
        elif _is_goal(node):
            self._goal(None, node, around)
        else:
            for entry in node.entries:
                if _may_hold(entry):
                    self._keyed(entry, around, depth)

    def _keyed(self, entry: Entry, around: Fields, depth: int) -> None:
        """Read a goal under its label, its slug or its own words, or goals under a theme or a period."""
        key, node = entry
        if is_period(key) and not _is_label(key):
            self._listed(node, [*around, ("cycle", key.text)], depth + 1)
        elif isinstance(node, Mapping):
            if _is_goal(node) or _holds_targets(node):
                self._goal(key, node, around)
            else:
                self._listed(node, around + _group(key), depth + 1)
        elif isinstance(node, Sequence):
            if _is_label(key) or _states(key):
                self._add(draft_of(key.text, None, node.span, self.draft.problems), around, start=key.start)
            else:
                self._listed(node, around + _group(key), depth + 1)
        elif not node.empty:
            self._pair(key, node, around)

    def _pair(self, key: Scalar, value: Scalar, around: Fields) -> None:
        """Read `P1: words`, `downloads: 100000` and `Downloads: 100,000 by Q1`."""
        if is_target(value.value) and not _is_label(key):
            draft = Draft(key.text, Span(key.start, max(key.end, value.end)))
            draft.fields.append(("target", value.text))
            self._add(draft, around)
        elif says_something(value.value):
            self._add(self._draft(value.text, key, value.span), around)

    def _words(self, node: Scalar, around: Fields) -> None:
        """Read a goal that is mere words, or the lines of several."""
        if node.empty:
            return
        if "\n" in node.value.strip():
            from okrlint.reading.data.strings import goals_in  # few trees of data need it

            for draft in goals_in(node.text):
                self._add(draft, around)
        elif says_something(node.value) and (counts_things(node.value) or not is_mere_amount(node.value)):
            self._add(draft_of(node.text, None, node.span, self.draft.problems), around)

    def _goal(self, key: Scalar | None, node: Mapping, around: Fields) -> None:
        entry = _statement(node)
        text = entry.node.text if entry and isinstance(entry.node, Scalar) else None
        used = entry.key if entry else None
        if text is None and key is not None and not _is_label(key):
            text, key = key.text, None
        if text is None:
            return
        draft = self._draft(text, key, node.span)
        draft.span = Span(min(draft.span.start, text.span.start), max(draft.span.end, text.span.end))
        nested: list[Node] = []
        for name, each in flattened(node, used):
            role = role_of(each)
            if role == "nested":
                nested.append(each.node)
            elif role == "actions":
                draft.actions.extend(drafts_below(each.node))
            elif role == "checkins":
                draft.checkins.extend(drafts_below(each.node))
            elif each.key is not used:
                _add_field(draft, name, each)
        self._add(draft, around)
        for child in nested:
            self._listed(child, around, SEARCH_DEPTH)

    def _draft(self, text: Text, key: Scalar | None, place: Span) -> Draft:
        draft = draft_of(text, None, place, self.draft.problems)
        if key is not None:
            draft.span = Span(min(key.start, draft.span.start), draft.span.end)
            if _is_label(key):
                draft.label = key.value
            else:
                draft.ref = key.value
        return draft

    def _add(self, draft: Draft, around: Fields, start: int | None = None) -> None:
        if start is not None:
            draft.span = Span(min(start, draft.span.start), draft.span.end)
        own = {name for name, _ in draft.fields}
        draft.fields.extend(field for field in around if field[0] not in own)
        self.draft.objectives.append(draft)


def _names_goals(key: Scalar) -> bool:
    if _is_label(key):
        return False
    word = key_word(key)
    if word in _GOALS or lists_objectives(key):
        return True
    return word not in _CONTAINERS and section_of(key.value.replace("_", " ").replace("-", " ")) == "goals"


def _is_plain(node: Node) -> bool:
    """Tell whether a node is one line of words: `goal: …` beside others is a field."""
    return isinstance(node, Scalar) and "\n" not in node.value.strip()


def _is_label(key: Scalar) -> bool:
    """Tell whether a key is a goal's label, in whatever case keys are written: `P1`, `p1`, `goal_1`."""
    return is_goal_label(key.value.replace("_", "-").upper())


def _states(key: Scalar) -> bool:
    return states_amount(key.value) or goal_label(key.value) is not None


def _may_hold(entry: Entry) -> bool:
    words_of = entry.key.value.replace("_", " ").replace("-", " ")
    return section_of(words_of) != "none" and role_of(entry) not in ("actions", "checkins", "key_results")


def _group(key: Scalar) -> Fields:
    """Return what a key around goals says of them: a period, or whose they are."""
    if is_period(key) or names_period(key.value):
        return [("cycle", key.text)]
    return []


def _surrounding(node: Mapping) -> Fields:
    fields: Fields = []
    for name, entry in zip(names_of(node), node.entries, strict=True):
        if name in ("team", "cycle", "owner") and isinstance(entry.node, Scalar) and not entry.node.empty:
            fields.append(("section_owner" if name == "owner" else name, entry.node.text))
    return fields


def _is_goal(node: Mapping) -> bool:
    """Tell whether a mapping is a goal: it has a statement, or a field that goals have."""
    names = {plan_name(entry.key.value) for entry in node.entries if isinstance(entry.node, Scalar)}
    return _statement(node) is not None or not names.isdisjoint(_EVIDENCE)


def _holds_targets(node: Mapping) -> bool:
    """Tell whether a mapping is from periods to amounts, those that one goal is to reach: `{q1: 500, q2: 900}`."""
    return bool(node.entries) and all(
        isinstance(entry.node, Scalar)
        and (names_period(entry.key.value) or names_whole_year(entry.key.value))
        and is_target(entry.node.value)
        for entry in node.entries
    )


def _statement(node: Mapping) -> Entry | None:
    """Return the entry that states a goal; a mere amount under `goal` is its target."""
    entry = text_of(node, OBJECTIVE_TEXT)
    if entry is not None and _is_amount(entry.node):
        entry = text_of(node, OBJECTIVE_TEXT[1:])
    if entry is None:
        entry = text_of(node, ("metric", "measure"))
    if entry is None:
        found = (each for each in node.entries if section_of(each.key.value) == "goals" or key_word(each.key) == "what")
        entry = next((each for each in found if isinstance(each.node, Scalar) and not _is_amount(each.node)), None)
    return entry if entry is not None and isinstance(entry.node, Scalar) and says_something(entry.node.value) else None


def _is_amount(node: Node) -> bool:
    return isinstance(node, Scalar) and is_mere_amount(node.value)


def _add_field(draft: Draft, name: str | None, entry: Entry) -> None:
    """Add what an entry says to a goal; of a mapping from periods, or anything else, each value."""
    name = "target" if name == "objective" else name or plan_name(entry.key.value)
    name = "target" if name is None and names_whole_year(entry.key.value) else name
    if isinstance(entry.node, Mapping) and not fields_in("", entry.node):
        for inner in entry.node.entries:
            if isinstance(inner.node, Scalar) and not inner.node.empty:
                draft.fields.append((plan_name(inner.key.value) or field_name(inner.key.value), inner.node.text))
    elif isinstance(entry.node, Sequence) and name in ("target", "baseline", "current"):
        texts = [item for item in members(entry.node) if isinstance(item, Scalar) and not item.empty]
        draft.fields.extend((name if at == 0 else f"{name} {at + 1}", item.text) for at, item in enumerate(texts))
    else:
        add_field(draft, name, entry)
