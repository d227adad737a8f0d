"""Which item stands where: on the lines of a directive, or behind it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.model import Document, Item, Objective, Span
from okrlint.reading.source import Lines


class Target(NamedTuple):
    """What a directive is about.

    Attributes:
        objective: the id of an objective, None for the whole file.
        key_result: the id of a key result, None for the objective and all beneath it.
        alone: whether the objective is meant without what is beneath it.
    """

    objective: str | None = None
    key_result: str | None = None
    alone: bool = False


WHOLE_FILE = Target()


class Place(NamedTuple):
    """An item and where it stands.

    Attributes:
        start: where it begins.
        end: where the line in which it ends does.
        item: the objective or the key result.
        target: it, as what a directive may be about.
        around: the number of the place before it that is open where it begins; -1 for none.
    """

    start: int
    end: int
    item: Item
    target: Target
    around: int


class Places:
    """The items of a document by their places."""

    def __init__(self, document: Document, lines: Lines) -> None:
        found: list[tuple[int, Item, Target]] = []
        for objective in document.objectives:
            found.append((objective.span.start, objective, Target(objective.id)))
            found += [(each.span.start, each, Target(objective.id, each.id)) for each in objective.key_results]
        found.sort(key=lambda each: (each[0], each[2].key_result is not None))
        self._starts = [start for start, _, _ in found]
        self._places: list[Place] = []
        self._numbers: dict[Target, int] = {}
        self._same: dict[Span, list[Target]] = {}
        open_places: list[int] = []
        for number, (start, item, target) in enumerate(found):
            while open_places and self._places[open_places[-1]].end < start:
                open_places.pop()
            end = max(start, lines.end(lines.number(max(item.span.end - 1, start))))
            self._numbers[target] = number
            if target.key_result:
                self._same.setdefault(item.text.span, []).append(target)
            self._places.append(Place(start, end, item, target, open_places[-1] if open_places else -1))
            open_places.append(number)
        self._statements = sorted((place.item.text.span.start, at) for at, place in enumerate(self._places))

    def innermost(self, offset: int) -> Place | None:
        """Return the item whose statement an offset lies in, or else the one around it that begins last.

        Statements come first since items that stand side by side in a table reach around each other. Of items that
        begin together a key result comes before its objective.
        """
        at = bisect_right(self._statements, (offset, len(self._places))) - 1
        if at >= 0:
            stated = self._places[self._statements[at][1]]
            if offset < stated.item.text.span.end:
                return stated
        number = bisect_right(self._starts, offset) - 1
        while number >= 0 and self._places[number].end < offset:
            number = self._places[number].around
        return self._places[number] if number >= 0 else None

    def innermost_exactly(self, offset: int) -> Place | None:
        """Return the same for an item that itself, not just its last line, reaches to an offset."""
        place = self.innermost(offset)
        while place and place.item.span.end <= offset:
            place = self._places[place.around] if place.around >= 0 else None
        return place

    def of(self, target: Target) -> Place | None:
        """Return the place of an item; None for the whole file."""
        number = self._numbers.get(target._replace(alone=False))
        return None if number is None else self._places[number]

    def same_as(self, target: Target) -> list[Target]:
        """Return an item, and what else the same words state: a key result may count for several objectives."""
        place = self.of(target)
        return self._same[place.item.text.span] if place and target.key_result else [target]

    def objective_of(self, place: Place) -> Place | None:
        """Return the place of the objective that an item belongs to."""
        return self.of(Target(place.target.objective))

    def first_in(self, span: Span) -> Place | None:
        """Return the first item that begins in a stretch."""
        number = bisect_left(self._starts, span.start)
        return self._places[number] if number < len(self._starts) and self._starts[number] < span.end else None

    def all_in(self, span: Span) -> list[Place]:
        """Return the items that begin in a stretch."""
        return self._places[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def next_after(self, offset: int) -> Place | None:
        """Return the first item that begins at an offset or behind it."""
        return self.first_in(Span(offset, max(offset, self._starts[-1]) + 1)) if self._starts else None


class Contents:
    """What a text says on its lines, comments and tags aside; it is to be asked from its beginning to its end."""

    def __init__(self, text: str, lines: Lines, comments: Iterable[Span]) -> None:
        parts, at = [], 0
        for start, end in comments:
            if start >= at:
                parts += [text[at:start], _BLANKED.sub(" ", text[start:end])]
                at = end
        self._beside = "".join([*parts, text[at:]])
        self._text = _tag().sub(lambda found: " " * len(found[0]), self._beside)
        self._lines = lines
        self._last: tuple[int, int | None] = (0, None)
        self._next: tuple[int, int] = (0, -1)
        self._blank: tuple[int, int] = (0, -1)

    def last_before(self, offset: int) -> int | None:
        """Return where the last word before an offset in its line ends."""
        start, found = self._lines.start(self._lines.number(offset)), None
        if start <= self._last[0] <= offset:  # another directive on the same line
            start, found = self._last
        words = self._text[start:offset].rstrip()
        if any(map(str.isalnum, words)):
            found = start + len(words) - 1
        self._last = offset, found
        return found

    def ends_line(self, offset: int) -> bool:
        """Tell whether only comments stand in a line from an offset on."""
        if not self._blank[0] <= offset <= self._blank[1]:
            end = self._lines.end(self._lines.number(offset))
            found = _visible().search(self._beside, offset, end)
            self._blank = offset, found.start() if found else end
        return self._blank[1] == self._lines.end(self._lines.number(offset))

    def next_behind(self, offset: int) -> int | None:
        """Return where the next word from an offset on stands."""
        if not self._next[0] <= offset <= self._next[1]:  # else other directives alone stand between
            found = _word().search(self._text, offset)
            self._next = offset, found.start() if found else len(self._text)
        return self._next[1] if self._next[1] < len(self._text) else None


_BLANKED = compile_pattern(r"[^\r\n]")


@cache
def _tag() -> Pattern[str]:
    return compile_pattern(r"</?[A-Za-z][^<>\r\n]*>")


@cache
def _visible() -> Pattern[str]:
    return compile_pattern(r"\S")


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[^\W_]")


def beside(directive: Span, places: Places, lines: Lines, contents: Contents) -> list[Target]:
    """Return the item on whose lines a directive stands, or else the one that what follows belongs to, or the next.

    A directive above a line that states several items, such as the row of an objective and its first key result, or at
    its end, is about all of them, and about the objective without what is beneath it elsewhere.
    """
    following = places.next_after(directive.end)
    number = lines.number(directive.start)
    last = contents.last_before(directive.start)
    if last is not None:
        begun = places.all_in(Span(lines.start(number), directive.start))
        if len(begun) > 1 and contents.ends_line(directive.end):
            return _together(begun)
        found = places.innermost(last)
        if found and found.target.key_result:
            stated = places.objective_of(found)
            is_here = stated is not None and lines.number(stated.item.text.span.start) == number
            return [found.target, Target(found.target.objective, alone=True)] if is_here else [found.target]
        if found and lines.number(found.start) == number:
            return [found.target]
        behind = places.first_in(Span(directive.end, max(directive.end, lines.start(number + 1))))
        return _targets(behind or found or following)
    word = contents.next_behind(directive.end)
    if word is None:
        return []
    number = lines.number(word)
    begin = places.all_in(Span(max(directive.end, lines.start(number)), lines.start(number + 1)))
    return _together(begin) if begin else _targets(places.innermost(word) or following)


def _together(begin: list[Place]) -> list[Target]:
    """Return what a line is about in which several items may begin."""
    several = any(place.target.key_result for place in begin)
    return [place.target._replace(alone=several and place.target.key_result is None) for place in begin]


def _targets(place: Place | None) -> list[Target]:
    return [place.target] if place else []


def rows_of(field: Span, item: Item, objective: Objective, target: Target) -> list[Target]:
    """Return what a cell is about that stands in the row of an item.

    A row that states an objective beside its first key result is about that key result, and about the objective without
    the key results of other rows.
    """
    states_both = (
        target.key_result is not None
        and item.span.start <= objective.text.span.start
        and objective.text.span.end <= max(item.span.end, field.end)
    )
    return [target, Target(objective.id, alone=True)] if states_both else [target]
