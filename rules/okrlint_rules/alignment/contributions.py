"""What the items that support a goal add to its number."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from okrlint.plugins import ItemSummary, Period, Place, Project, fold, in_one_unit
from okrlint_rules.alignment.counted import Counted, counted
from okrlint_rules.alignment.support import is_dropped, supporting

Reason = Literal["no number", "other thing", "other unit", "rate", "other cycle", "part"]
"""Why an item is not added: it has no number; it counts something else; the unit is another; it is a share, a rate, an
average or a grade of the same; its cycle is another; it is a part of what is added."""

_DEEPEST = 4
"""Links from a goal down that are followed."""

_MOST = 5_000
"""Items that are looked at for one goal below those that support it themselves."""


_LOOKS = 100
_LEAST_LOOKS = 100_000
"""Items that are looked at for all goals together: so many, and so many more for each that supports something."""


class Part(NamedTuple):
    """A number that an item adds to a goal.

    Attributes:
        place: of the item.
        value: in the goal's unit; `baseline` likewise.
        baseline: what it starts from, or None.
        number: as the item has it.
    """

    place: Place
    value: float
    baseline: float | None
    number: Counted


class Sum(NamedTuple):
    """What is added to a goal's number.

    Attributes:
        parts: each item once.
        others: the items that are not added, and why.
        is_linked: whether one of the parts supports the goal, or its objective, and not merely its document.
        is_direct: whether one of them supports the goal itself.
    """

    parts: tuple[Part, ...]
    others: tuple[tuple[Place, Reason], ...]
    is_linked: bool
    is_direct: bool


class Contributions:
    """Finds for each goal of a project what is added to it.

    Args:
        project: the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._counted: dict[Place, tuple[Counted, ...]] = {}
        self._below: dict[Place, list[Place]] = {}
        self._above: dict[Place, list[Place]] = {}
        for link, target in supporting(project):
            if project.objective(link.source) != project.objective(target):
                self._below.setdefault(target, []).append(link.source)
                self._above.setdefault(link.source, []).append(target)
        self._whole: dict[int, dict[str, list[Place]]] = {}
        self._left = _LEAST_LOOKS + _LOOKS * len(self._above)

    def may_look(self, cost: int) -> bool:
        """Take so many looks from those that the project allows; False where none are left.

        Many goals that all have the same supporters would else make the work grow with the square of a project.
        """
        self._left -= cost
        return self._left > 0

    def goals(self) -> Iterator[Place]:
        """Yield the items that others support, and the key results of those objectives, by document and order."""
        supported = {place for place in self._below if place.item is not None}
        objectives = {self._project.objective(place) for place in supported}
        goals = supported | objectives | {place for each in objectives for place in self.group(each)}
        yield from sorted(goals, key=lambda place: (place.document, place.item or 0))

    def counted(self, place: Place) -> tuple[Counted, ...]:
        """Return the numbers of an item."""
        found = self._counted.get(place)
        if found is None:
            item = self._project.item(place)
            found = self._counted[place] = counted(item) if item else ()
        return found

    def sum_of(self, goal: Place, number: Counted, end: date | None) -> Sum:
        """Return what is added to a number of a goal.

        Args:
            goal: the item.
            number: of it.
            end: the day by which it is due, if that is known.
        """
        found = _Adding(self, self._project, goal, number, end).sum()
        return found if self._left > 0 else Sum((), (), is_linked=False, is_direct=False)

    def below(self, place: Place) -> list[Place]:
        """Return what supports an item."""
        return self._below.get(place, [])

    def above(self, place: Place) -> list[Place]:
        """Return what an item supports."""
        return self._above.get(place, [])

    def group(self, objective: Place) -> list[Place]:
        """Return the key results of an objective that are pursued."""
        items = self._project.documents[objective.document].items
        found = []
        for at in range((objective.item or 0) + 1, len(items)):
            if items[at].kind == "objective":
                break
            if not is_dropped(items[at]):
                found.append(Place(objective.document, at))
        return found

    def of_whole(self, document: int, things: frozenset[str]) -> Iterator[Place]:
        """Yield key results that count one of some things, of documents that support another one as a whole."""
        index = self._whole.get(document)
        if index is None:
            index = self._whole[document] = {}
            for source in dict.fromkeys(self._below.get(Place(document), ())):
                for place in self._key_results_of(source):
                    for key in frozenset[str]().union(*(each.things for each in self.counted(place))):
                        index.setdefault(key, []).append(place)
        for key in sorted(things):
            yield from index.get(key, ())

    def _key_results_of(self, source: Place) -> Iterator[Place]:
        if source.item is not None:
            yield from self.group(self._project.objective(source))
            return
        for at, item in enumerate(self._project.documents[source.document].items):
            if item.kind == "key_result" and not is_dropped(item):
                yield Place(source.document, at)


class _Adding:
    """One goal, and what is added to one of its numbers."""

    def __init__(self, known: Contributions, project: Project, goal: Place, number: Counted, end: date | None) -> None:
        self._known, self._project, self._goal, self._number, self._end = known, project, goal, number, end
        self._parts: dict[Place, Part] = {}
        self._others: dict[Place, Reason] = {}
        self._seen: set[Place] = set()
        self._looked = 0
        self._is_quiet = False

    def sum(self) -> Sum:
        own = self._own
        direct = [source for place in (self._goal, *own) for source in self._known.below(place)]
        for source in dict.fromkeys(direct):
            self._add(source, 0)
        is_direct = bool(self._parts)
        above = self._project.objective(self._goal)
        if above != self._goal:  # what supports the objective may be meant for this key result of it
            for source in dict.fromkeys(self._known.below(above)):
                self._add(source, 0)
        is_linked = bool(self._parts)
        if above == self._goal and is_linked:
            for place in own:
                self._take(place, least_of=self._number.value)
        self._is_quiet = True  # what aligns to all of a document is not asked why it does not count this
        for place in self._known.of_whole(self._goal.document, self._number.things):
            self._add(place, 0)
        kept = tuple(self._each_once())
        return Sum(kept, tuple(self._others.items()), is_linked, is_direct)

    @cached_property
    def _own(self) -> list[Place]:
        item = self._project.item(self._goal)
        return self._known.group(self._goal) if item and item.kind == "objective" else []

    def _add(self, source: Place, depth: int) -> None:
        """Add what a supporter counts: it itself, its key results, or else what supports those."""
        if source in self._seen or depth > _DEEPEST or (depth and self._looked > _MOST) or source == self._goal:
            return
        self._seen.add(source)
        self._looked += depth > 0
        item = self._project.item(source)
        if item is None or not self._known.may_look(1):
            return
        if item.kind == "key_result":
            if not self._take(source):
                self._descend((source,), depth)
            return
        key_results = self._known.group(source)
        self._known.may_look(len(key_results))
        parts = [part for each in key_results if isinstance(part := self._part(each), Part)]
        own = self._part(source)
        is_repeated = isinstance(own, Part) and own.value >= self._number.value and bool(parts)
        if isinstance(own, Part) and not is_repeated and own.value > sum(part.value for part in parts):
            self._take(source)
            for each in key_results:
                if isinstance(self._part(each), Part):
                    self._others.setdefault(each, "part")
            return
        rest = [each for each in key_results if not self._take(each)]
        if not key_results and not isinstance(own, Part):
            self._take(source)
        self._descend((source, *rest), depth)

    def _descend(self, places: Iterable[Place], depth: int) -> None:
        for place in places:
            for below in self._known.below(place):
                self._add(below, depth + 1)

    def _take(self, place: Place, least_of: float | None = None) -> bool:
        """Add an item, if it counts the same; else note why not."""
        if place in self._parts:
            return True
        part = self._part(place)
        if isinstance(part, Part):
            if least_of is None or part.value < least_of:
                self._parts[place] = part
                self._others.pop(place, None)
            return True
        if not self._is_quiet and (least_of is None or part in ("rate", "other unit")):
            self._others.setdefault(place, part)
        return False

    def _part(self, place: Place) -> "Part | Reason":
        """Return what an item adds, or why it does not."""
        numbers = self._known.counted(place)
        if not numbers:
            return "no number"
        same = [each for each in numbers if not each.things.isdisjoint(self._number.things)]
        if not same:
            return "other thing"
        found: list[tuple[Counted, float, float | None]] = []
        reason: Reason = "rate"
        for each in same:
            value = _in_unit(each.value, each, self._number)
            if value is None:
                reason = "other unit"
            elif each.adds:
                found.append(
                    (each, value, None if each.baseline is None else _in_unit(each.baseline, each, self._number))
                )
        if not found:
            return reason
        item = self._project.item(place)
        if item and not self._is_in_time(item):
            return "other cycle"
        baselines = [baseline for _, _, baseline in found if baseline is not None]
        total = sum(value for _, value, _ in found)
        return Part(place, total, sum(baselines) if baselines else None, found[0][0])

    def _is_in_time(self, item: ItemSummary) -> bool:
        """Tell whether an item is pursued while the goal is."""
        goal = self._project.item(self._goal)
        if goal is None or item.period is None:
            return True
        if goal.period and goal.period.overlaps(item.period) is False:
            return False
        return not (self._end and item.period.start and self._end < item.period.start)

    def _each_once(self) -> Iterator[Part]:
        """Yield the parts, but for those that are parts of others, or the same passed on."""
        groups = {self._project.objective(place) for place in self._parts}
        goal = self._project.objective(self._goal)
        copies: set[tuple[object, ...]] = set()
        for place, part in self._parts.items():
            if place.document != self._goal.document and self._is_below(place, groups - {goal}):
                self._others[place] = "part"
                continue
            copy = self._copy_of(place, part)
            if copy in copies:
                self._others[place] = "part"
                continue
            copies.add(copy)
            yield part

    def _is_below(self, place: Place, groups: set[Place]) -> bool:
        """Tell whether an item supports, by whatever way, one that is added."""
        own = self._project.objective(place)
        seen = {place, own}
        todo = [place, own]
        for _ in range(_DEEPEST):
            above = [self._project.objective(target) for each in todo for target in self._known.above(each)]
            above += [target for each in todo for target in self._known.above(each) if target in self._parts]
            todo = [each for each in dict.fromkeys(above) if each not in seen]
            if any(each in groups and each != own for each in todo):
                return True
            seen.update(todo)
        return False

    def _copy_of(self, place: Place, part: Part) -> tuple[object, ...]:
        """Return what items have in common that are one: the words, the number and whose they are."""
        item, document = self._project.item(place), self._project.documents[place.document]
        words = "".join(char for char in fold(item.text).lower() if char.isalnum()) if item else ""
        team = (item.team if item else None) or (document.team.text if document.team else "")
        return (words, part.value, fold(team).lower() if team else place)


def _in_unit(value: float, number: Counted, of: Counted) -> float | None:
    """Return a value in the unit of another number; None where their units have nothing in common."""
    if number.unit == of.unit or not number.unit or not of.unit:
        return value
    both = in_one_unit(_Measured(value, number.unit), _Measured(1.0, of.unit))
    return both[0] / both[1] if both and both[1] else None


class _Measured(NamedTuple):
    value: float | None
    unit: str | None


def covers(periods: Iterable[Period], goal: Period | None, end: date | None) -> bool:
    """Tell whether cycles that are shorter than a goal's reach the day that it is due."""
    if end is None or goal is None or goal.start is None or goal.end is None:
        return True
    length = goal.end - goal.start
    return any(
        period.end >= end
        for period in periods
        if period.start is not None and period.end is not None and period.end - period.start < length
    )
