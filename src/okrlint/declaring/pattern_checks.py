"""What is wrong with a pattern that can be read: it never matches, matches everywhere, or may take for ever.

A text that patterns are searched in is one line, not empty, and has no blank at either end.
"""

from collections.abc import Iterator

from okrlint.declaring.character_sets import BLANK, EDGE, IDEOGRAPH, LETTER, OTHER, CharacterSet
from okrlint.declaring.pattern_positions import all_parts, check_edges, check_loops
from okrlint.declaring.pattern_syntax import Characters, Choice, Node, PatternError, Place, Repeat, Sequence

MOST_OPEN_REPEATS = 10
MANY = 100
"""A repeat of more times counts as one without a limit."""

State = tuple[int, int]
"""The kind of what stands before a place of the text, and the kinds of which the next may be (EDGE: an end)."""

_KINDS = (EDGE, IDEOGRAPH, LETTER, OTHER, BLANK)
_FOLLOWING = {
    EDGE: IDEOGRAPH | LETTER | OTHER,
    IDEOGRAPH: EDGE | IDEOGRAPH | LETTER | OTHER | BLANK,
    LETTER: EDGE | IDEOGRAPH | LETTER | OTHER | BLANK,
    OTHER: EDGE | IDEOGRAPH | LETTER | OTHER | BLANK,
    BLANK: IDEOGRAPH | LETTER | OTHER | BLANK,
}
_ALIKE = {
    EDGE: EDGE | OTHER | BLANK,
    IDEOGRAPH: IDEOGRAPH,
    LETTER: LETTER,
    OTHER: EDGE | OTHER | BLANK,
    BLANK: EDGE | OTHER | BLANK,
}
"""Between which kinds there is no edge of a word."""

_ANYWHERE = frozenset((kind, _FOLLOWING[kind]) for kind in _KINDS)


def check(node: Node) -> None:
    """Refuse a pattern that is of no use.

    Raises:
        PatternError: Says why, and what to write.
    """
    if _least(node) == 0:
        raise PatternError(
            "it matches where there is nothing, and so everywhere; write what must be there at least: "
            "`+` in place of `*`, one thing that is not optional"
        )
    open_repeats = sum(1 for each in all_parts(node) if isinstance(each, Repeat) and _is_open(each))
    if open_repeats > MOST_OPEN_REPEATS:
        raise PatternError(
            f"it has {open_repeats} repeats without a limit (`*`, `+`, `{{2,}}`, over {MANY}), and "
            f"{MOST_OPEN_REPEATS} are the most; write several patterns"
        )
    check_edges(node)
    _Matching().check(node)
    check_loops(node)


def _least(node: Node) -> int:
    """Return how many characters something has at least."""
    match node:
        case Characters():
            return 1
        case Place():
            return 0
        case Sequence(parts):
            return sum(map(_least, parts))
        case Choice(branches):
            return min(map(_least, branches))
        case Repeat(body, least):
            return least and least * _least(body)


def _is_open(node: Repeat) -> bool:
    return node.most is None or node.most > MANY


class _Matching:
    """Follows a pattern through every text at once.

    What a pattern can ask of what surrounds a place is no more than a kind of character: that makes it exact.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, State], frozenset[State]] = {}

    def check(self, node: Node) -> None:
        """Refuse what never matches, or has an alternative that never does."""
        found = self._after(node, _ANYWHERE)
        if not found:
            raise PatternError(f"it never matches: {self._reason(node, _ANYWHERE)}")
        for (written, at), reason in self._dead(node, _ANYWHERE, found):
            raise PatternError(f"its alternative `{written}` never matches: {reason}; or leave it out", at)

    def _after(self, node: Node, states: frozenset[State]) -> frozenset[State]:
        found: set[State] = set()
        for state in states:
            key = (id(node), state)
            if key not in self._known:
                self._known[key] = self._step(node, state)
            found |= self._known[key]
        return frozenset(found)

    def _step(self, node: Node, state: State) -> frozenset[State]:
        before, allowed = state
        match node:
            case Characters(characters):
                kinds = characters.kinds & allowed
                return frozenset((kind, _FOLLOWING[kind]) for kind in _KINDS if kind & kinds)
            case Place(kind):
                return _at_place(kind, before, allowed)
            case Sequence(parts):
                states = frozenset([state])
                for part in parts:
                    states = self._after(part, states)
                return states
            case Choice(branches):
                return frozenset().union(*(self._after(branch, frozenset([state])) for branch in branches))
            case Repeat():
                return self._after_repeat(node, frozenset([state]))

    def _after_repeat(self, node: Repeat, states: frozenset[State]) -> frozenset[State]:
        seen: dict[frozenset[State], int] = {}
        done = 0
        while done < node.least and states not in seen:
            seen[states] = done
            states = self._after(node.body, states)
            done += 1
        if done < node.least:  # it goes round: what is left over of whole rounds counts
            round_length = done - seen[states]
            for _ in range((node.least - done) % round_length):
                states = self._after(node.body, states)
        left = None if node.most is None else node.most - node.least
        while left != 0:
            more = states | self._after(node.body, states)
            if more == states:
                break
            states = more
            left = left and left - 1
        return states

    def _dead(
        self, node: Node, states: frozenset[State], wanted: frozenset[State]
    ) -> Iterator[tuple[tuple[str, int], str]]:
        """Yield the alternatives that lead from none of some states to a wanted one."""
        match node:
            case Sequence(parts):
                befores = [states]
                for part in parts:
                    befores.append(self._after(part, befores[-1]))
                wanteds = [wanted]
                for part, before in zip(reversed(parts), reversed(befores[:-1]), strict=True):
                    wanteds.append(self._leading(part, before, wanteds[-1]))
                wanteds.reverse()
                for part, before, after in zip(parts, wanteds, wanteds[1:], strict=False):
                    yield from self._dead(part, before, after)
            case Choice(branches, written):
                for branch, place in zip(branches, written, strict=True):
                    found = self._after(branch, states)
                    if not found:
                        yield place, self._reason(branch, states)
                    elif not found & wanted:
                        yield place, "what follows it cannot stand there; change it"
                    else:
                        yield from self._dead(branch, states, wanted)
            case Repeat(body, _, most) if most != 0:
                reached = self._closure(body, states)
                leading = wanted
                while (more := leading | self._leading(body, reached, leading)) != leading:
                    leading = more
                yield from self._dead(body, reached, leading)

    def _closure(self, body: Node, states: frozenset[State]) -> frozenset[State]:
        while (more := states | self._after(body, states)) != states:
            states = more
        return states

    def _leading(self, node: Node, states: frozenset[State], wanted: frozenset[State]) -> frozenset[State]:
        return frozenset(state for state in states if self._after(node, frozenset([state])) & wanted)

    def _reason(self, node: Node, states: frozenset[State]) -> str:
        """Return why none of some states leads anywhere."""
        match node:
            case Sequence(parts):
                for part in parts:
                    after = self._after(part, states)
                    if not after:
                        return self._reason(part, states)
                    states = after
            case Choice(branches):
                return self._reason(branches[0], states)
            case Repeat(body):
                while after := self._after(body, states):
                    states = after
                return self._reason(body, states)
            case Characters(characters):
                return _why_no_character(characters, states)
            case Place(kind):
                return _NO_PLACE[kind]
        return "no text is like that"


def _at_place(kind: str, before: int, allowed: int) -> frozenset[State]:
    if kind == "start":
        return frozenset([(before, allowed)] if before == EDGE else [])
    if kind == "end":
        allowed &= EDGE
    elif kind == "edge":
        allowed &= ~_ALIKE[before]
    else:
        allowed &= _ALIKE[before]
    return frozenset([(before, allowed)] if allowed else [])


_NO_PLACE = {
    "start": "`^` is the start of the text, and something stands before it here; the character itself is written `\\^`",
    "end": "`$` is the end of the text, which cannot be here: it is not empty, and no blank ends it; the character "
    "itself is written `\\$`",
    "edge": "`\\b` is the edge of a word, and there is none here; leave it out",
    "no edge": "`\\B` is no edge of a word, and there must be one here; leave it out",
}


def _why_no_character(characters: CharacterSet, states: frozenset[State]) -> str:
    if not characters.kinds:
        return (
            "no text has such a character; line breaks, tabs and wide blanks read as a plain one: write `\\s`"
            if characters.ranges
            else "a [...] leaves no character over"
        )
    allowed = 0
    for _, each in states:
        allowed |= each
    if allowed == EDGE:
        return "nothing can follow `$`, the end of the text; the character itself is written `\\$`"
    if characters.kinds == BLANK and not any(before != EDGE for before, _ in states):
        return "no text starts with a blank"
    return "what stands there cannot follow what stands before it, with that `\\b` or `\\B` between them"
