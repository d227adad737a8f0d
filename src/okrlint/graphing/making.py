"""Making the graph of a project."""

import posixpath
from collections.abc import Iterator, Sequence

from okrlint.graphing.interface import Edge, Graph, Group, Grouping, Kind, Node
from okrlint.language.folding import fold
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Severity
from okrlint.project.addresses import names_in
from okrlint.project.interface import Link, Place, Project
from okrlint.project.summaries import DocumentSummary, ItemSummary, Period
from okrlint.reporting.width import printable

_BROKEN = ("no such item", "no such document", "no such file")
_DRAWN = ("found", "ambiguous", *_BROKEN)
"""States of links that are shown; the others lead out of the project, or name nothing."""

_Subject = tuple[str, str | None, str | None]
"""A document's path, the id of an objective, and that of a key result: what a finding is about."""


def graph_of(
    project: Project,
    findings: Sequence[Finding] | None,
    *,
    grouping: Grouping = "team",
    key_results: bool = False,
    language: str = "en",
) -> Graph:
    """Return the graph of a project.

    Of documents that are not of the run, only plans are shown whole, and of the others what is linked.

    Args:
        project: the project.
        findings: what is wrong with it; None where nobody looked.
        grouping: what the groups are.
        key_results: whether all key results are nodes; else those alone that have a link, or are linked to.
        language: of the words around it.
    """
    return _Maker(project, findings, grouping, key_results=key_results).graph(language)


class _Maker:
    def __init__(
        self, project: Project, findings: Sequence[Finding] | None, grouping: Grouping, *, key_results: bool
    ) -> None:
        self._project = project
        self._grouping = grouping
        self._all_key_results = key_results
        self._is_linted = findings is not None
        self._found = _by_subject(findings or ())
        self._links = list(_links_shown(project))
        self._linked = {link.source for link in self._links}
        self._linked |= {place for link in self._links if link.state not in _BROKEN for place in link.targets}
        self._nodes: list[Node] = []
        self._by_place: dict[Place, int] = {}
        self._groups: list[Group] = []
        self._by_name: dict[tuple[str, ...], int] = {}
        self._of_team: dict[tuple[str, ...], list[int]] = {}
        self._missing_known: dict[tuple[str, int | None], int] = {}

    def graph(self, language: str) -> Graph:
        for number, document in enumerate(self._project.documents):
            self._add_document(number, document)
        edges = tuple(dict.fromkeys(sorted(edge for link in self._links for edge in self._edges(link))))
        return Graph(
            tuple(self._nodes), self._groups_with_above(), edges, self._grouping, language, self._is_linted
        )  # fmt: skip

    def _add_document(self, number: int, document: DocumentSummary) -> None:
        place = Place(number)
        if place in self._linked:
            text = printable(document.title.text if document.title else document.path)
            owners = tuple(printable(owner.text) for owner in document.owners)
            worst, count = _worst(self._found.get((document.path, None, None), ()))
            group = self._group(document, None)
            self._add(place, Node(0, "document", "", text, group, None, document.path, owners, worst, count))
        is_whole = document.is_linted or document.is_plan
        at = 0
        for objective, below in document.groups():
            shown = {
                each
                for each in range(at + 1, at + 1 + len(below))
                if (self._all_key_results and is_whole) or Place(number, each) in self._linked
            }
            if is_whole or shown or Place(number, at) in self._linked:
                self._add_objective(Place(number, at), objective, below, shown)
            at += 1 + len(below)

    def _add_objective(
        self, place: Place, objective: ItemSummary, below: Sequence[ItemSummary], shown: set[int]
    ) -> None:  # fmt: skip
        """Add an objective, and those of its key results that are shown, by their numbers in the document."""
        document = self._project.documents[place.document]
        first = (place.item or 0) + 1
        findings = list(self._found.get((document.path, objective.id, None), ()))
        of_key_results = [self._found.get((document.path, objective.id, each.id), []) for each in below]
        findings += [each for at, own in enumerate(of_key_results, first) if at not in shown for each in own]
        group = self._group(document, objective)
        parent = self._add(place, self._node("objective", objective, document, findings, group))
        for at, (key_result, own) in enumerate(zip(below, of_key_results, strict=True), first):
            if at in shown:
                node = self._node("key_result", key_result, document, own, group)
                self._add(Place(place.document, at), node._replace(parent=parent))

    def _node(
        self, kind: Kind, item: ItemSummary, document: DocumentSummary, findings: Sequence[Finding], group: int | None
    ) -> Node:
        worst, count = _worst(findings)
        owners = tuple(printable(owner.text) for owner in item.owners)
        label = printable(item.label or item.id)
        return Node(0, kind, label, printable(item.text), group, None, document.path, owners, worst, count)

    def _add(self, place: Place, node: Node) -> int:
        number = self._by_place[place] = len(self._nodes)
        self._nodes.append(node._replace(number=number))
        return number

    def _group(self, document: DocumentSummary, item: ItemSummary | None) -> int | None:
        """Return the number of the group of a document, or of one of its items, which is made where it is new."""
        if self._grouping == "none":
            return None
        period = (item.period if item else None) or document.period
        cycle = printable(period.name) if period else ""
        start = period.start.isoformat() if period and period.start else ""
        if self._grouping == "cycle":
            return self._group_named((cycle,), Group(0, cycle, document.is_plan, start))
        title = document.title.text if document.title else posixpath.basename(document.path)
        if self._grouping == "document":
            return self._group_named((document.path,), Group(0, printable(title), document.is_plan, start))
        team = (item.team if item else None) or (document.team.text if document.team else None)
        name = _with_cycle(printable(team or title), period)
        names = names_in(team) if team else ()
        key = (*names, "", cycle) if names else (document.path, cycle)
        number = self._group_named(key, Group(0, name, document.is_plan, start))
        if names and number not in (known := self._of_team.setdefault(names, [])):
            known.append(number)
        return number

    def _group_named(self, key: tuple[str, ...], group: Group) -> int:
        number = self._by_name.setdefault(key, len(self._groups))
        if number == len(self._groups):
            self._groups.append(group._replace(number=number))
        return number

    def _groups_with_above(self) -> tuple[Group, ...]:
        """Return the groups with those of the team above each: those of its own cycle, if there are any."""
        groups = list(self._groups)
        for team in self._project.teams.values():
            above = self._of_team.get(names_in(team.parent), []) if team.parent else []
            for number in self._of_team.get(names_in(team.name), ()) if above else ():
                others = [each for each in above if each != number]
                same = [each for each in others if groups[each].start == groups[number].start]
                groups[number] = groups[number]._replace(above=tuple(same or others))
        return tuple(groups)

    def _edges(self, link: Link) -> Iterator[Edge]:
        source = self._by_place.get(link.source)
        if source is None:
            return
        if link.state in _BROKEN:
            yield Edge(source, self._missing(link), "missing")
            return
        kind = "supports" if link.state == "found" else "ambiguous"
        for place in link.targets:
            target = self._by_place.get(place)
            if target is not None and target != source:
                yield Edge(source, target, kind)  # type: ignore[arg-type]

    def _missing(self, link: Link) -> int:
        """Return the number of the node for what a broken link names; the same words name the same thing."""
        words = printable(" ".join(link.reference.text.split())) or printable(link.reference.target or "")
        documents = {place.document for place in link.targets}
        (where,) = documents if len(documents) == 1 else (None,)
        key = (fold(words).casefold(), where)
        known = self._missing_known.get(key)
        if known is None:
            document = None if where is None else self._project.documents[where]
            group = self._group(document, None) if document else None
            node = Node(len(self._nodes), "missing", "", words, group, None, document.path if document else "")
            known = self._missing_known[key] = node.number
            self._nodes.append(node)
        return known


def _links_shown(project: Project) -> Iterator[Link]:
    """Yield the links of documents of the run and of plans, and further up those of what these lead to."""
    links = project.links
    seen = {
        link.source
        for link in links
        if (document := project.documents[link.source.document]).is_linted or document.is_plan
    }
    ahead = list(dict.fromkeys(link.source for link in links if link.source in seen))
    for place in ahead:  # which grows
        for link in links.from_place.get(place, ()):
            if link.state in _DRAWN:
                yield link
            if link.state in ("found", "ambiguous"):
                above = [each for target in link.targets for each in (target, project.objective(target))]
                new = [each for each in dict.fromkeys(above) if each not in seen]
                seen.update(new)
                ahead += new


def _by_subject(findings: Sequence[Finding]) -> dict[_Subject, list[Finding]]:
    found: dict[_Subject, list[Finding]] = {}
    for finding in findings:
        if not finding.fatal:
            found.setdefault((finding.path, finding.objective, finding.key_result), []).append(finding)
    return found


def _worst(findings: Sequence[Finding]) -> tuple[Severity | None, int]:
    return max((finding.severity for finding in findings), default=None), len(findings)


def _with_cycle(name: str, period: Period | None) -> str:
    """Return the name of a group with its cycle, unless the name has that already."""
    if period is None or set(names_in(period.name)) <= set(names_in(name)):
        return name
    return f"{name} · {printable(period.name)}"
