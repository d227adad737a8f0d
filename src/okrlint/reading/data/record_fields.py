"""What a node in a tree of data says: drafts of items, and their fields."""

from okrlint.model import Problem, Span, Text, Words
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_shapes import (
    is_sentence,
    key_word,
    label_of,
    members,
    names_of,
    text_of,
    unwrapped,
)
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, field_name, is_declared
from okrlint.reading.figures import is_figure
from okrlint.reading.labels import label
from okrlint.reading.statuses import is_status
from okrlint.reading.values.inline_fields import is_day

_AROUND = {"title": "team", "owner": "section_owner"}
"""What the fields of a mapping around objectives are to these."""


def fields_of(mapping: Mapping) -> list[tuple[str, Text]]:
    """Return what a mapping (front matter) says as fields: canonical names, or the author's own."""
    fields: list[tuple[str, Text]] = []
    for entry in mapping.entries:
        fields.extend(fields_in(field_name(entry.key.value), entry.node))
    return fields


def surrounding_fields(node: Mapping) -> list[tuple[str, Text]]:
    """Return what a mapping around objectives says of them: whose they are, for when, and what is declared."""
    found: list[tuple[str, Text]] = []
    for name, entry in zip(names_of(node), node.entries, strict=True):
        if name is None or not isinstance(entry.node, Scalar) or entry.node.empty:
            continue
        if name in ("team", "title", "cycle", "owner") or is_declared(name):
            found.append((_AROUND.get(name, name), entry.node.text))
    return found


def draft_of(statement: Text | None, key: Scalar | None, place: Span, problems: list[Problem]) -> Draft:
    """Make the draft of an item at a place; what it is called by is a label (`KR1`) or an identifier (a slug)."""
    start, end = place
    if statement is None:
        problems.append(_no_statement(key, start))
        statement = Text.verbatim("", start)
    if key:
        start = min(start, key.start)
    draft = Draft(statement, Span(start, max(end, statement.span.end)))
    found = label(statement.value)
    if found and (found.separated or found.kind == "key_result") and found.end < len(statement.value):
        draft.text = statement.part(found.end, len(statement.value))
        draft.label = found.label or None
    if key:
        identify(draft, key.value)
    return draft


def identify(draft: Draft, words: str) -> None:
    """Give an item what it is called by: as its label where it is one (`KR1`), else as its identifier."""
    if not draft.label and label_of(words):
        draft.label = words
    elif not draft.ref and canonical(words) != "objective":
        draft.ref = words


def add_field(draft: Draft, name: str | None, entry: Entry) -> None:
    """Add what an entry says to an item: its identifier, or fields.

    Args:
        draft: the item.
        name: the canonical name of the entry's key, or None.
        entry: any entry that holds no items.
    """
    key, node = entry
    if isinstance(node, Scalar) and name == "id":
        if not node.empty:
            identify(draft, node.value)
    elif name != "kind" or not isinstance(node, Scalar) or canonical(node.value) not in _ITEMS:
        draft.fields.extend(fields_in(name or field_name(key.value), node))


_ITEMS = ("objective", "key_result", "action", "checkin")
"""Types that say what an item is, and nothing of it."""


_METRICS = frozenset(("metric", "baseline", "target", "current", "objective"))
"""Fields of an item that may be mappings with fields of their own."""


def flattened(node: Mapping, used: Scalar | None) -> list[tuple[str | None, Entry]]:
    """Return the entries of an item, with those of its metric and its targets as entries of its own.

    With each goes the canonical name of its key, or None.
    """
    found: list[tuple[str | None, Entry]] = []
    for name, entry in zip(names_of(node), node.entries, strict=True):
        if isinstance(entry.node, Mapping) and (name in _METRICS or _holds_figures(entry.node)):
            inner = [_renamed(each, entry.key, name) for each in entry.node.entries if each.key is not used]
            found.extend((canonical(each.key.value), each) for each in inner)
        else:
            found.append((name, entry))
    found = _with_base(found)
    return _with_ends(found) if any(key_word(entry.key) in _ENDS for _, entry in found) else found


def _holds_figures(node: Mapping) -> bool:
    """Tell whether a mapping, whatever its name, holds several of the figures of a key result."""
    return len(_FIGURES.intersection(names_of(node))) > 1


_FIGURES = frozenset(("baseline", "target", "current"))
_ENDS = ("start", "end")


def _with_base(found: list[tuple[str | None, Entry]]) -> list[tuple[str | None, Entry]]:
    """Tell the baseline under `base`, beside a target: a figure; words are those of a place, or of users."""
    names = [name for name, _ in found]
    if "target" not in names or "baseline" in names:
        return found
    return [
        ("baseline", entry) if key_word(entry.key) in _BASE and _is_figure(entry.node) else (name, entry)
        for name, entry in found
    ]


_BASE = ("base", "basevalue", "基期", "基期值", "基础值", "原值", "初值")


def _is_figure(node: Node) -> bool:
    return isinstance(node, Scalar) and is_figure(node.value)


def _with_ends(found: list[tuple[str | None, Entry]]) -> list[tuple[str | None, Entry]]:
    """Tell figures from days under `start` and `end`: two figures are baseline and target, a day is that of a start."""
    ends = {key_word(entry.key): entry.node for _, entry in found if key_word(entry.key) in _ENDS}
    are_figures = len(ends) == len(_ENDS) and all(
        isinstance(node, Scalar) and is_figure(node.value) for node in ends.values()
    )
    names = {"end": "target"} if are_figures else {}
    start = ends.get("start")
    if isinstance(start, Scalar) and is_day(start.value):
        names["start"] = "start_date"
    return [(names.get(key_word(entry.key), name), entry) for name, entry in found]


def _renamed(entry: Entry, outer: Scalar, name: str | None) -> Entry:
    """Name the `value` of a baseline or target after it, and the `label` of a metric."""
    word = key_word(entry.key)
    own = word in ("value", "amount", "number") or (name == "metric" and word in ("label", "name", "title"))
    return Entry(outer, entry.node) if own else entry


def fields_in(name: str, node: Node) -> list[tuple[str, Text]]:
    """Return the fields that stand under a name: one for words, one for each of a list of words."""
    if isinstance(node, Scalar):
        return [] if node.empty else [(name, node.text)]
    if isinstance(node, Sequence):
        return [(name, text) for item in node.items if (text := _named(item))]
    if name == "cycle":
        return _cycle_fields(node)
    text = _named(node)
    return [(name, text)] if text else []


def _named(node: Node) -> Text | None:
    """Return the words of a scalar, or the name of a person, a team or a parent that is a mapping."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Mapping):
        named = text_of(node, ("title", "statement", "objective", "key_result"))
        named = named or next((entry for word in _NAMES for entry in node.entries if key_word(entry.key) == word), None)
        if named and isinstance(named.node, Scalar) and not named.node.empty:
            return named.node.text
    return None


_NAMES = (
    *("fullname", "displayname", "username", "姓名", "email", "邮箱", "郵箱", "id"),
    *("value", "state", "percent", "percentage", "score", "level", "date"),
)
"""What a person, a team or a parent is called by in a mapping without a title, the surest first; else its value."""


def _cycle_fields(node: Mapping) -> list[tuple[str, Text]]:
    """Read `{label: Q3 2026, start: …, end: …}`."""
    names = {"label": "cycle", "name": "cycle", "id": "cycle", "start": "start_date", "end": "deadline"}
    found: list[tuple[str, Text]] = []
    for entry in node.entries:
        if isinstance(entry.node, Scalar) and not entry.node.empty:
            name = names.get(key_word(entry.key)) or canonical(entry.key.value)
            if name in ("cycle", "start_date", "deadline", "cadence"):
                found.append((name, entry.node.text))
    return found


def drafts_below(node: Node) -> list[Draft]:
    """Return actions or check-ins: words, or mappings with words and fields."""
    if isinstance(node, Mapping) and (dated := _dated(node)):
        return dated
    node = unwrapped(node)
    if isinstance(node, Mapping):
        return [_entry_draft(node)] if text_of(node, _STEP_TEXT) else [_keyed(*entry) for entry in node.entries]
    drafts: list[Draft] = []
    for item in members(node):
        if isinstance(item, Scalar) and not item.empty:
            drafts.append(Draft(item.text))
        elif isinstance(item, Mapping):
            drafts.extend(_dated(item) or [_entry_draft(item)])
    return drafts


def _dated(node: Mapping) -> list[Draft]:
    """Return the check-ins of a mapping from days (`2026-04-13: words`); [] for any other mapping."""
    if not all(is_day(entry.key.value) for entry in node.entries):
        return []
    drafts: list[Draft] = []
    for day, inner in ((entry.key, entry.node) for entry in node.entries):
        if isinstance(inner, Mapping):
            draft = _entry_draft(inner)
        elif isinstance(inner, Scalar) and not inner.empty:
            draft = Draft(inner.text)
        else:
            continue
        draft.span = Span(day.start, draft.span.end)
        draft.fields.append(("date", day.text))
        drafts.append(draft)
    return drafts


def _entry_draft(node: Mapping) -> Draft:
    entry = text_of(node, _STEP_TEXT)
    text = entry.node.text if entry and isinstance(entry.node, Scalar) else None
    draft = Draft(text or Text.verbatim("", node.span.start), node.span)
    for name, other in zip(names_of(node), node.entries, strict=True):
        if entry is None or other.key is not entry.key:
            add_field(draft, name, other)
    return draft


_STEP_TEXT = ("action", "statement", "title", "description", "note")


def _keyed(key: Scalar, node: Node) -> Draft:
    """Read one of a mapping of steps: under its words (`Write runbooks: done`), or under what it is called by."""
    if isinstance(node, Scalar) and _states_step(key, node):
        return Draft(node.text, Span(key.start, max(key.end, node.end)))
    draft = _entry_draft(node) if isinstance(node, Mapping) else Draft(key.text)
    if not draft.text.value:
        draft.text = key.text
    draft.span = Span(key.start, max(key.end, node.end))
    if isinstance(node, Scalar) and not node.empty:
        draft.fields.append(("status", node.text))
    return draft


def _states_step(key: Scalar, node: Scalar) -> bool:
    """Tell whether words state a step, and do not say how that of their key stands: `Train new staff: open`."""
    if node.empty or is_status(node.value) or is_figure(node.value):
        return False
    return key.value[-1:].isdecimal() or not is_sentence(key.value) or is_sentence(node.value)


def _no_statement(key: Scalar | None, start: int) -> Problem:
    name = f" `{key.value[:40]}`" if key else ""
    place = key.span if key else Span(start, start + 1)
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"this item{name} has fields but no words that state it; add its text as `objective:` or `key_result:`",
            f"此项{name}只有字段，没有陈述；请用 `objective:` 或 `key_result:` 写出内容",
        ),
        span=place,
    )
