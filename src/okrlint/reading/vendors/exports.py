"""From the tree of an export and its description to drafts."""

from collections.abc import Iterator
from datetime import tzinfo

from okrlint.model import Text
from okrlint.reading.data.nodes import Mapping, Node, Sequence
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.source import Source
from okrlint.reading.text_builder import joined
from okrlint.reading.vendors.shapes import FieldMap, Shape, Vendor
from okrlint.reading.vendors.values import at as node_at
from okrlint.reading.vendors.values import in_zone, items_of, said


def read(vendor: Vendor, root: Node, source: Source, zone: tzinfo | None = None) -> DocumentDraft | None:
    """Return the OKRs of an export, or None for a tree that holds no key result as the product writes them.

    Args:
        vendor: how the product writes OKRs.
        root: the tree.
        source: where it stands.
        zone: the time zone whose days its Unix times mean; None for the product's own.
    """
    export = _Export(vendor, root, source, zone)
    return export.draft if any(objective.children for objective in export.draft.objectives) else None


class _Export:
    def __init__(self, vendor: Vendor, root: Node, source: Source, zone: tzinfo | None) -> None:
        self.draft = DocumentDraft()
        self._vendor = vendor
        self._zone = zone
        self._source = source
        self._by_id: dict[str, Draft] = {}
        self._things = list(_mappings(root))
        self._objectives()
        if not vendor.inside:
            self._results_apart()
        self._belongings()

    def _objectives(self) -> None:
        vendor = self._vendor
        around: list[Mapping | None] = []
        for thing, outer in self._things:
            if not _is(vendor.objective, thing):
                continue
            objective = self._item(vendor.objective, thing)
            self.draft.objectives.append(objective)
            around.append(outer)
            inside = node_at(thing, vendor.inside) if vendor.inside else None
            for item in items_of(inside) if inside else []:
                if isinstance(item, Mapping):
                    self._belonging(objective, item)
        self._surroundings(around)

    def _surroundings(self, around: list[Mapping | None]) -> None:
        """Add what stands around the lists of objectives: to the document where there is one list, else to each."""
        fields = self._vendor.around
        if around and around[0] and all(outer is around[0] for outer in around):
            self.draft.fields.extend(self._fields(fields, around[0]))
            return
        for objective, outer in zip(self.draft.objectives, around, strict=True):
            own = {name for name, _ in objective.fields}
            objective.fields.extend(field for field in self._fields(fields, outer) if field[0] not in own)

    def _belonging(self, objective: Draft, thing: Mapping) -> None:
        """Read what stands in an objective's list of key results."""
        vendor = self._vendor
        if vendor.action and _is(vendor.action, thing):
            objective.actions.append(self._item(vendor.action, thing))
        elif _is(vendor.key_result, thing):
            objective.children.append(self._item(vendor.key_result, thing))

    def _results_apart(self) -> None:
        shape = self._vendor.key_result
        objectives = dict(self._by_id)
        for thing, _ in self._things:
            if _is(shape, thing) and (objective := _parent(shape, thing, objectives)):
                objective.children.append(self._item(shape, thing))

    def _belongings(self) -> None:
        """Read what names the item that it belongs to, and what tells about all."""
        vendor = self._vendor
        about = []
        for thing, _ in self._things:
            if vendor.about and vendor.about.keys <= _keys(thing):
                about.append(self._fields(vendor.about.fields, thing))
            if vendor.action and vendor.action.parent and _is(vendor.action, thing):
                owner = _parent(vendor.action, thing, self._by_id)
                if owner:
                    owner.actions.append(self._item(vendor.action, thing))
            if vendor.extra and vendor.extra.keys <= _keys(thing):
                owner = _parent(vendor.extra, thing, self._by_id)
                if owner:
                    owner.fields.extend(self._fields(vendor.extra.fields, thing))
        if len(about) == 1:
            self.draft.fields.extend(about[0])

    def _item(self, shape: Shape, thing: Mapping) -> Draft:
        identifier = said(node_at(thing, shape.id))
        draft = Draft(joined(self._source.text, _statement(shape, thing)), thing.span)
        draft.fields.extend(self._fields(shape.fields, thing))
        keys, fields = self._vendor.checkin
        for key in keys:
            node = node_at(thing, key)
            for entry in items_of(node) if node else []:
                if isinstance(entry, Mapping):
                    draft.checkins.append(self._check_in(entry, fields))
        if identifier:
            draft.ref = identifier.value
            self._by_id.setdefault(identifier.value, draft)
        return draft

    def _check_in(self, entry: Mapping, fields: FieldMap) -> Draft:
        draft = Draft(Text.verbatim("", entry.span.start), entry.span)
        draft.fields.extend(self._fields(fields, entry))
        return draft

    def _fields(self, fields: FieldMap, thing: Mapping | None) -> list[tuple[str, Text]]:
        found = []
        for name, (path, convert) in fields.items():
            node = node_at(thing, path) if thing else None
            found.extend([(name, text) for text in in_zone(convert, self._zone)(node)] if node else [])
        return found


def _mappings(root: Node) -> Iterator[tuple[Mapping, Mapping | None]]:
    """Yield each mapping in a tree, in order of the source, with the mapping that it or its list stands in."""
    pending: list[tuple[Node, Mapping | None]] = [(root, None)]
    while pending:
        node, around = pending.pop()
        if isinstance(node, Mapping):
            yield node, around
            pending.extend((entry.node, node) for entry in reversed(node.entries))
        elif isinstance(node, Sequence):
            pending.extend((item, around) for item in reversed(node.items))


def _keys(thing: Mapping) -> set[str]:
    return {entry.key.value for entry in thing.entries}


def _is(shape: Shape, thing: Mapping) -> bool:
    if not shape.keys <= _keys(thing) or not _statement(shape, thing):
        return False
    if shape.kind is None:
        return True
    key, values = shape.kind
    kind = said(node_at(thing, key))
    return kind is not None and kind.value.lower() in values


def _statement(shape: Shape, thing: Mapping) -> list[Text]:
    key, convert = shape.statement
    node = node_at(thing, key)
    return convert(node) if node else []


def _parent(shape: Shape, thing: Mapping, by_id: dict[str, Draft]) -> Draft | None:
    identifier = said(node_at(thing, shape.parent))
    return by_id.get(identifier.value) if identifier else None
