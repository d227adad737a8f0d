"""What a node in a tree of data says: drafts of items, and their fields."""

from okrlint.model import Problem, Span, Text, Words
from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_shapes import key_word, members, text_of
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical, field_name, is_declared
from okrlint.reading.labels import label
from okrlint.reading.values.inline_fields import is_day

_AROUND = {"title": "team", "owner": "section_owner"}
"""What the fields of a mapping around objectives are to these."""


def fields_of(mapping: Mapping) -> list[tuple[str, Text]]:
    """Return what a mapping (front matter) says as fields: canonical names, or the author's own."""
    fields: list[tuple[str, Text]] = []
    for entry in mapping.entries:
        fields.extend(fields_in(entry))
    return fields


def surrounding_fields(node: Mapping) -> list[tuple[str, Text]]:
    """Return what a mapping around objectives says of them: whose they are, for when, and what is declared."""
    found: list[tuple[str, Text]] = []
    for entry in node.entries:
        if isinstance(entry.node, Scalar) and not entry.node.empty:
            name = canonical(entry.key.value)
            if name and (name in ("team", "title", "cycle", "owner") or is_declared(name)):
                found.append((_AROUND.get(name, name), entry.node.text))
    return found


def draft_of(statement: Text | None, key: Text | None, node: Node, problems: list[Problem]) -> Draft:
    """Make the draft of an item; what it is called by is a label (`KR1`) or an identifier (a slug)."""
    if statement is None:
        at = node.span.start
        problems.append(_no_statement(key, node))
        statement = Text.model_construct(value="", raw="", span=Span(at, at), pieces=())
    start = min(node.span.start, key.span.start) if key else node.span.start
    draft = Draft(statement, Span(start, max(node.span.end, statement.span.end)))
    found = label(statement.value)
    if found and (found.separated or found.kind == "key_result") and found.end < len(statement.value):
        draft.text = statement.part(found.end, len(statement.value))
        draft.label = found.label or None
    if key:
        identify(draft, key)
    return draft


def identify(draft: Draft, words: Text) -> None:
    """Give an item what it is called by: as its label where it is one (`KR1`), else as its identifier."""
    if label(f"{words.value}:") and not draft.label:
        draft.label = words.value
    elif not draft.ref and canonical(words.value) != "objective":
        draft.ref = words.value


def fields_or_identifier(draft: Draft, entry: Entry) -> list[tuple[str, Text]]:
    """Take an identifier, or return the fields of an entry."""
    if isinstance(entry.node, Scalar) and canonical(entry.key.value) == "id":
        if not entry.node.empty:
            identify(draft, entry.node.text)
        return []
    return fields_in(entry)


def flattened(node: Mapping, used: Text | None) -> list[Entry]:
    """Return the entries of an item, with those of its metric and its targets as entries of its own."""
    entries: list[Entry] = []
    for entry in node.entries:
        name = canonical(entry.key.value)
        if isinstance(entry.node, Mapping) and name in ("metric", "baseline", "target", "current", "objective"):
            entries.extend(_renamed(inner, entry.key, name) for inner in entry.node.entries if inner.key is not used)
        else:
            entries.append(entry)
    return entries


def _renamed(entry: Entry, outer: Text, name: str) -> Entry:
    """Name the `value` of a baseline or target after it, and the `label` of a metric."""
    word = key_word(entry.key)
    own = word in ("value", "amount", "number") or (name == "metric" and word in ("label", "name", "title"))
    return Entry(outer, entry.node) if own else entry


def fields_in(entry: Entry) -> list[tuple[str, Text]]:
    """Return the fields that an entry says: one for words, one for each of a list of words."""
    name = field_name(entry.key.value)
    if isinstance(entry.node, Scalar):
        return [] if entry.node.empty else [(name, entry.node.text)]
    if isinstance(entry.node, Sequence):
        return [(name, text) for item in entry.node.items if (text := _named(item))]
    if name == "cycle":
        return _cycle_fields(entry.node)
    text = _named(entry.node)
    return [(name, text)] if text else []


def _named(node: Node) -> Text | None:
    """Return the words of a scalar, or the name of a person, a team or a parent that is a mapping."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Mapping):
        named = text_of(node, ("title", "statement", "objective", "key_result"))
        named = named or next(
            (entry for entry in node.entries if key_word(entry.key) in ("email", "id", "value")), None
        )
        if named and isinstance(named.node, Scalar) and not named.node.empty:
            return named.node.text
    return None


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
        draft.span = Span(day.span.start, draft.span.end)
        draft.fields.append(("date", day))
        drafts.append(draft)
    return drafts


def _entry_draft(node: Mapping) -> Draft:
    entry = text_of(node, ("action", "statement", "title", "description", "note"))
    text = entry.node.text if entry and isinstance(entry.node, Scalar) else None
    empty = Text.model_construct(value="", raw="", span=Span(node.span.start, node.span.start), pieces=())
    draft = Draft(text or empty, node.span)
    for other in node.entries:
        if entry is None or other.key is not entry.key:
            draft.fields.extend(fields_or_identifier(draft, other))
    return draft


def _no_statement(key: Text | None, node: Node) -> Problem:
    name = f" `{key.value[:40]}`" if key else ""
    place = key.span if key else Span(node.span.start, node.span.start + 1)
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"this item{name} has fields but no words that state it; add its text as `objective:` or `key_result:`",
            f"此项{name}只有字段，没有陈述；请用 `objective:` 或 `key_result:` 写出内容",
        ),
        span=place,
    )
