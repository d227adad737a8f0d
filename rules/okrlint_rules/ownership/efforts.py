"""Which share of effort each owner has, by the weights of a document."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from okrlint.plugins import DocumentSummary, Figure, ItemSummary, Place
from okrlint_rules.alignment.support import is_dropped
from okrlint_rules.ownership.people import People, Person

_TOLERANCE = 0.005
"""What weights that are rounded to whole percents may miss the whole by."""


class Effort(NamedTuple):
    """A share of effort that somebody has.

    Attributes:
        person: who.
        share: 0 to 1.
        place: of the objective, or of the key result where its weight tells.
        weight: what says so.
        is_own: whether the document is that of this person alone, so that its whole is theirs.
    """

    person: Person
    share: float
    place: Place
    weight: Figure
    is_own: bool


def efforts(number: int, document: DocumentSummary, people: People) -> Iterator[Effort]:
    """Yield the shares of effort that the owners of a document have.

    Told of objectives whose weights, with those beside them, make up one whole. An objective that several people have
    key results of is shared out by the weights of these; where they have none, nobody knows who has which part of it.
    """
    alone = people.first_of(document.owners) if _is_personal(document) else None
    for objectives in _sets_of(document):
        weights = [item.weight for _, item, _ in objectives]
        if not _make_a_whole(weights):
            continue
        for at, item, results in objectives:
            owned = people.first_of(item.owners) or alone
            owner = owned[0] if owned else None
            for person, share, place, weight in _parts(number, at, item, results, owner, people):
                yield Effort(person, share, place, weight, alone is not None)


_Group = tuple[int, ItemSummary, list[tuple[int, ItemSummary]]]
"""An objective with its number, and its key results with theirs."""


def _parts(
    number: int,
    at: int,
    item: ItemSummary,
    results: Sequence[tuple[int, ItemSummary]],
    owner: Person | None,
    people: People,
) -> Iterator[tuple[Person, float, Place, Figure]]:
    weight = item.weight
    if weight is None or weight.value is None:
        return
    theirs = [_owner_of(each, owner, people) for _, each in results] or [owner]
    first = theirs[0]
    if all(each == first for each in theirs):
        if first:
            yield first, weight.value, Place(number, at), weight
    elif _make_a_whole([each.weight for _, each in results]):
        for (place, each), person in zip(results, theirs, strict=True):
            if person and each.weight and each.weight.value:
                yield person, weight.value * each.weight.value, Place(number, place), each.weight


def _owner_of(item: ItemSummary, owner: Person | None, people: People) -> Person | None:
    if not item.owners:
        return owner
    found = people.first_of(item.owners)
    return found[0] if found else None


def _is_personal(document: DocumentSummary) -> bool:
    """Tell whether a document is one person's, who then answers for all of it: one owner, no team."""
    return (
        document.team is None
        and len(document.owners) == 1
        and not any(item.owners or item.team for item in document.items if item.kind == "objective")
    )


def _make_a_whole(weights: Sequence[Figure | None]) -> bool:
    values = [weight.value for weight in weights if weight is not None and weight.value is not None]
    return bool(values) and len(values) == len(weights) and abs(fsum(values) - 1) <= _TOLERANCE


def _sets_of(document: DocumentSummary) -> list[list[_Group]]:
    """Return the sets of objectives that share one whole of effort each; see `siblings.sets_of_objectives`."""
    sets: dict[tuple[str | None, object, int], list[_Group]] = {}
    seen: set[str] = set()
    rounds = 0
    group: _Group | None = None
    for at, item in enumerate(document.items):
        if item.kind == "key_result":
            if group and not is_dropped(item):
                group[2].append((at, item))
            continue
        group = None
        if is_dropped(item):
            continue
        if item.label:
            if item.label in seen:
                rounds, seen = rounds + 1, set()
            seen.add(item.label)
        group = (at, item, [])
        sets.setdefault((item.team, item.period, rounds), []).append(group)
    return list(sets.values())
