"""Items that stand in two documents of a project."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from okrlint.plugins import (
    Certainty,
    DocumentSummary,
    ItemSummary,
    Period,
    Place,
    Project,
    amounts,
    change,
    is_comparable,
    terms,
)
from okrlint_rules.alignment.support import is_at_one_time, is_dropped
from okrlint_rules.hygiene.blanks import blanks
from okrlint_rules.structure.glances import Entry, alike
from okrlint_rules.structure.kindred import Kin
from okrlint_rules.structure.moving import digits_of, without_moving

_LEAST = 2
"""Terms and figures below which two statements may be the same by chance ("Marketing")."""

_LEAST_OF_OBJECTIVE = 3
"""Terms of an objective below which two teams may have the same one by chance ("Grow revenue")."""

_TELLING = 5
"""Terms, and figures counted twice (three times with a unit), from which on a key result is hardly one by chance."""

_MOST_DIFFERENT = 8
"""How many items of the same words, in documents that have nothing to do with one another, each is compared with."""

_MOSTLY = 0.6
"""The share of a document's items from which on it is a copy of another as a whole."""

_LEAST_OF_WHOLE = 3
"""Items that make a copy of a document more than a few items in common."""


class Copy(NamedTuple):
    """An item that another document has, too.

    Attributes:
        place: of the item.
        of: the place of the one that comes first.
        certainty: how sure it is that both mean one thing.
        is_whole: whether most of the document stands in the other one; the places are then those of the first items
            of many.
        items: how many items of the document are meant.
    """

    place: Place
    of: Place
    certainty: Certainty
    is_whole: bool = False
    items: int = 1


def copies_across(project: Project, *, may_pass_through: bool) -> list[Copy]:
    """Return what stands in two documents of overlapping cycles, by place.

    Args:
        project: the project.
        may_pass_through: whether what is linked with another item may be the same.
    """
    kin = Kin(project, may_pass_through=may_pass_through)
    pairs: dict[tuple[int, int], list[Copy]] = {}
    for group in _same(project, kin):
        for copy in _of_group(group, kin):
            pairs.setdefault((copy.place.document, copy.of.document), []).append(copy)
    found = list(_judged(pairs, project, kin))
    return sorted(found, key=lambda copy: (copy.place.document, copy.place.item or 0))


def _same(project: Project, kin: "Kin") -> Iterator[list[Entry]]:
    """Yield the items of several documents that say the same with the same figures.

    A quick look at letters and digits leaves few: only of these it is told what they say.
    """
    for entries in alike(project, kin.counts, _keys, in_one_document=False):
        said: dict[str, frozenset[str] | None] = {}
        exact: dict[object, list[Entry]] = {}
        for entry in entries:
            item = entry[1]
            if item.text not in said:
                said[item.text] = _said(item.text)
            words = said[item.text]
            figures = _figures(item) if words else ()
            if words and len(words) + _counted(figures) >= _LEAST:
                exact.setdefault((words, figures), []).append(entry)
        for group in exact.values():
            if len({place.document for place, _ in group}) > 1:
                yield group


def _said(text: str) -> frozenset[str] | None:
    """Return what a statement says; None for one that cannot be compared, or is still to be filled in."""
    words = terms(without_moving(text))
    return words if words and is_comparable(text) and not any(blanks(text)) else None


def _keys(document: DocumentSummary, signs: Sequence[int]) -> Iterator[int | None]:
    """Yield a number for what each item of a document is like; None for one that nobody pursues; nothing for a plan."""
    is_live = False
    for item, each in () if document.is_plan else zip(document.items, signs, strict=True):
        if item.kind == "objective":
            is_live = not is_dropped(item)
        is_compared = is_live and item.text and not is_dropped(item)
        yield hash((item.kind, each, digits_of(item.text))) if is_compared else None


def _of_group(group: Sequence[Entry], kin: "Kin") -> Iterator[Copy]:
    """Yield each item that copies one before it of a document that it has nothing to do with."""
    first_of: list[Entry] = []
    for place, item in group:
        copied: Entry | None = None
        for other in first_of:
            if kin.are_one(place, other[0], (item, other[1])):
                copied = None
                break
            if copied is None and _overlap(item.period, other[1].period):
                copied = other
        else:
            if len(first_of) < _MOST_DIFFERENT:
                first_of.append((place, item))
            if copied is not None:
                yield Copy(place, copied[0], _certainty(item, copied[1]))


def _judged(pairs: dict[tuple[int, int], list[Copy]], project: Project, kin: "Kin") -> Iterator[Copy]:
    """Yield copies: one for a document that is copied as a whole, and none for what gathers several documents."""
    wholes = {pair for pair, copies in pairs.items() if _is_whole(copies, pair, project)}
    gathering = _gathering({pair: pairs[pair] for pair in sorted(wholes)})
    for pair, copies in pairs.items():
        if not gathering.isdisjoint(pair):
            continue
        if pair in wholes:
            first = copies[0]
            yield Copy(first.place, first.of, "medium", is_whole=True, items=len(copies))
        elif not kin.is_same_team(*pair):
            yield from _without_parts(copies, project)


def _is_whole(copies: Sequence[Copy], pair: tuple[int, int], project: Project) -> bool:
    if len(copies) < _LEAST_OF_WHOLE:
        return False
    return len(copies) >= _MOSTLY * min(len(project.documents[number].items) for number in pair)


def _gathering(wholes: dict[tuple[int, int], list[Copy]]) -> set[int]:
    """Return the documents in which several others stand as a whole, each in another part of it."""
    found: set[int] = set()
    parts: dict[int, set[Place]] = {}
    for copies in wholes.values():
        for side in ({copy.place for copy in copies}, {copy.of for copy in copies}):
            number = next(iter(side)).document
            known = parts.setdefault(number, set())
            if known and known.isdisjoint(side):
                found.add(number)
            known |= side
    return found


def _without_parts(copies: Sequence[Copy], project: Project) -> Iterator[Copy]:
    """Yield copies without key results whose objective is a copy of the same one: that is told of the objective."""
    if len(copies) == 1:
        yield copies[0]
        return
    objectives = {(copy.place, copy.of) for copy in copies}
    for copy in copies:
        above = project.objective(copy.place), project.objective(copy.of)
        if above == (copy.place, copy.of) or above not in objectives:
            yield copy


def _overlap(one: Period | None, other: Period | None) -> bool:
    """Tell whether two items are pursued at one time; where the days of either are not told, by the same name."""
    if one is None or other is None:
        return one is other
    return is_at_one_time(one, other)


def _certainty(item: ItemSummary, other: ItemSummary) -> Certainty:
    """Tell how sure a copy is one: "95% of tests pass" may be what two teams want, each of its own tests."""
    said = len(terms(without_moving(item.text)))
    if item.period is None and other.period is None:
        return "low"
    if item.kind == "objective":
        return "medium" if said >= _LEAST_OF_OBJECTIVE else "low"
    if change(item.text) is not None or (item.baseline is not None and item.target is not None):
        return "high"
    figures = [figure for figure in _figures(item) if isinstance(figure, tuple)]
    named = sum(bool(unit) and unit != "%" for _, unit in figures)
    return "medium" if figures and said + 2 * len(figures) + named >= _TELLING else "low"


_Figures = tuple[object, ...]


def _figures(item: ItemSummary) -> _Figures:
    """Return what copies have in common letter for letter: figures, dates of their own, how they are measured."""
    text = item.text
    signs = "".join(char for char in text if char in _SIGNS) if "#" in text or "+" in text else ""
    apart = [
        (figure.value, figure.unit) if figure.value is not None else figure.raw
        for figure in (item.baseline, item.target)
        if figure is not None and not item.span.start <= figure.span.start < item.span.end
    ]
    return (
        *((amount.value, amount.unit) for amount in amounts(text)),
        *apart,
        item.metric or "",
        item.deadline.raw if item.deadline else "",
        signs,
    )


_SIGNS = "#+"
"""Signs that tell names apart: C, C++, C#."""


def _counted(figures: _Figures) -> int:
    return sum(isinstance(figure, tuple) for figure in figures)
