"""Which characters of a pattern may follow which: what explodes is seen by it, and what stands beside what."""

from collections.abc import Iterator

from okrlint.declaring.character_sets import CharacterSet
from okrlint.declaring.pattern_syntax import Characters, Choice, Node, PatternError, Place, Repeat, Sequence

_LOOPS = 10
"""A part that is repeated more often must read in one way only."""

_FEW_LOOPS = 3
"""So must one that is repeated more often, and has such a repeat in it."""

_LONGEST_LOOP = 150
_LONGEST_UNROLLED = 60


def all_parts(node: Node) -> Iterator[Node]:
    """Yield a node and all within it."""
    yield node
    match node:
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from all_parts(part)
        case Repeat(body):
            yield from all_parts(body)


def check_edges(node: Node) -> None:
    r"""Refuse `\b` beside a Chinese character: in a running text it would find next to nothing.

    Raises:
        PatternError: Says what to write.
    """
    positions = _Positions(with_edges=True)
    positions.add(node)
    sets = positions.sets
    edges = sum(1 << at for at, each in enumerate(sets) if each is None)
    ideographs = sum(1 << at for at, each in enumerate(sets) if each is not None and each.is_ideographic)
    for at, follows in enumerate(positions.follows):
        if follows & (ideographs if edges >> at & 1 else edges if ideographs >> at & 1 else 0):
            raise PatternError(
                "`\\b` stands beside a Chinese character, and Chinese has no blanks between its words: it would miss "
                "nearly all; leave that `\\b` out, or use a word list (`any-word`), which knows words"
            )


def check_loops(node: Node) -> None:
    """Refuse a repeat of what reads in several ways: each time round doubles the ways to fail.

    Raises:
        PatternError: Says what to write.
    """
    for loop in _outermost_loops(node):
        _check_loop(loop)


def _outermost_loops(node: Node) -> Iterator[Repeat]:
    match node:
        case Repeat(body, _, most):
            inner = any(isinstance(each, Repeat) and _is_at_least(each.most, _LOOPS) for each in all_parts(body))
            if _is_at_least(most, _FEW_LOOPS if inner else _LOOPS):
                yield node
            else:
                yield from _outermost_loops(body)
        case Sequence(parts) | Choice(parts):
            for part in parts:
                yield from _outermost_loops(part)


def _is_at_least(most: int | None, limit: int) -> bool:
    return most is None or most > limit


def _check_loop(loop: Repeat) -> None:
    if isinstance(loop.body, Characters):
        return
    positions = _Positions(with_edges=False)
    positions.add(loop._replace(least=0, most=None))
    if len(positions.sets) > _LONGEST_LOOP:
        raise PatternError(
            f"it repeats a part of {len(positions.sets)} characters, and {_LONGEST_LOOP} are the most; write several "
            f"patterns, or a list of words"
        )
    if positions.is_doubled or positions.reads_in_two_ways():
        raise PatternError(
            "it repeats a part that can match the same text in several ways, as in `(a+)+` or `(a|ab?)*`, which may "
            "take for ever; write one repeat, `a+`, or put something that must stand between: `(\\w+,)+`"
        )


class _Positions:
    """The characters that a pattern names, and which may follow which: bits of whole numbers.

    Attributes:
        sets: what stands at each; None for the edge of a word.
        follows: of each, which may stand next.
        is_doubled: whether one may follow another for two reasons.
    """

    def __init__(self, *, with_edges: bool) -> None:
        self.sets: list[CharacterSet | None] = []
        self.follows: list[int] = []
        self.is_doubled = False
        self._with_edges = with_edges

    def add(self, node: Node) -> tuple[int, int, bool]:
        """Add what a node names; return the first and the last of it, and whether there may be nothing of it."""
        match node:
            case Characters(characters):
                return self._one(characters)
            case Place(kind):
                return self._one(None) if kind == "edge" and self._with_edges else (0, 0, True)
            case Sequence(parts):
                first, last, is_empty = 0, 0, True
                for part in parts:
                    first, last, is_empty = self._joined((first, last, is_empty), self.add(part))
                return first, last, is_empty
            case Choice(branches):
                added = [self.add(branch) for branch in branches]
                return (
                    sum(first for first, _, _ in added),
                    sum(last for _, last, _ in added),
                    any(is_empty for _, _, is_empty in added),
                )
            case Repeat(body, least, most):
                return self._repeat(body, least, most)

    def _one(self, characters: CharacterSet | None) -> tuple[int, int, bool]:
        bit = 1 << len(self.sets)
        self.sets.append(characters)
        self.follows.append(0)
        return bit, bit, False

    def _joined(self, one: tuple[int, int, bool], other: tuple[int, int, bool]) -> tuple[int, int, bool]:
        first, last, is_empty = one
        self._follow(last, other[0])
        return (
            first | (other[0] if is_empty else 0),
            other[1] | (last if other[2] else 0),
            is_empty and other[2],
        )

    def _repeat(self, body: Node, least: int, most: int | None) -> tuple[int, int, bool]:
        if most == 0:
            return 0, 0, True
        size = len(self.sets)
        first, last, is_empty = self.add(body)
        size = len(self.sets) - size
        if most is None or is_empty or self._with_edges or size * most > _LONGEST_UNROLLED:
            if most != 1:
                self._follow(last, first)
            return first, last, is_empty or least == 0
        ends = last if least <= 1 else 0
        for count in range(2, most + 1):
            next_first, next_last, _ = self.add(body)
            self._follow(last, next_first)
            last = next_last
            ends |= last if count >= least else 0
        return first, ends, least == 0

    def _follow(self, lasts: int, firsts: int) -> None:
        at = 0
        while firsts and (rest := lasts >> at):
            at += (rest & -rest).bit_length() - 1
            self.is_doubled = self.is_doubled or bool(self.follows[at] & firsts)
            self.follows[at] |= firsts
            at += 1

    def reads_in_two_ways(self) -> bool:
        """Tell whether a text leads from one position to one position by two ways; asked of a loop."""
        alike = self._alike()
        seen = [0] * len(self.sets)
        new = [(at, 1 << at) for at in range(len(self.sets))]  # a position, and others where another way may be then
        while new:
            at, others = new.pop()
            reached = 0
            for other in _bits(others):
                reached |= self.follows[other]
                parted = other != at
                for next_at in _bits(self.follows[at]):
                    beside = self.follows[other] & alike[next_at]
                    if parted and beside >> next_at & 1:
                        return True
                    beside &= ~(1 << next_at) & ~seen[next_at]
                    if beside:
                        seen[next_at] |= beside
                        new.append((next_at, beside))
        return False

    def _alike(self) -> list[int]:
        """Return for each position at which others the same character may stand."""
        by_spelling: dict[str, int] = {}
        sets: dict[str, CharacterSet] = {}
        for at, each in enumerate(self.sets):
            if each is not None:
                sets[each.source] = each
                by_spelling[each.source] = by_spelling.get(each.source, 0) | 1 << at
        alike = {
            spelling: sum(by_spelling[other] for other, one in sets.items() if one is each or one.meets(each))
            for spelling, each in sets.items()
        }
        return [0 if each is None else alike[each.source] for each in self.sets]


def _bits(number: int) -> Iterator[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
