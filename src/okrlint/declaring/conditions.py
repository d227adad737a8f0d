"""From what an author wrote as a condition to a test of an item: all names are looked up, all patterns made ready."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from okrlint.declaring.definitions import Condition, Range
from okrlint.declaring.fields import (
    AMOUNTS,
    BELOW,
    DAYS,
    MANY,
    NUMBERS,
    SHARES,
    Fields,
    FieldValue,
    Subject,
    Thing,
    is_of_model,
    reading,
)
from okrlint.declaring.values import (
    Check,
    amount_check,
    day_check,
    language_check,
    length_check,
    number_check,
    one_of_check,
    patterns_check,
    tags_check,
    word_lists,
    words_check,
)
from okrlint.linting.interface import Context
from okrlint.linting.lexicon import Lexicon
from okrlint.model import KeyResult, Span
from okrlint.suggesting import suggestion


class Found(NamedTuple):
    """What made a condition hold: words, and where they stand."""

    span: Span
    words: str


Test = Callable[[Subject], "tuple[Found, ...] | None"]
"""Returns what made the condition hold, nothing where no words did, or None where it does not hold."""

_OUTER: Mapping[str, tuple[str, ...]] = {
    "document": (),
    "objective": ("document",),
    "key-result": ("objective", "document"),
    "item": ("objective", "document"),
    "action": ("item", "objective", "document"),
}
"""What stands around each target."""

_COUNTED: Mapping[str, tuple[str, ...]] = {
    "document": ("objectives", "key-results"),
    "objective": ("key-results", "actions"),
    "key-result": ("actions",),
    "item": ("actions",),
    "action": (),
}
"""What may be counted below each target, beside the fields that may have many values."""

MAX_WRONG = 100
"""How much of what is wrong is looked for: looking for the word that was meant takes time."""

MAX_PATTERNS = 1000
MAX_OF_PATTERNS = 20_000
"""How many patterns all conditions of a configuration may have, and of how many characters in all: each takes time to
make ready, about 10 microseconds a character."""

_TARGET_OF = {"objectives": "objective", "key-results": "key-result", "actions": "action"}


class Compiler:
    """Makes tests of conditions.

    Args:
        fields: that there are.
        lexicons: the names of the word lists that there are.

    Attributes:
        wrong: what was found to be wrong, each with its place; a test is of no use where there is any.
    """

    def __init__(self, fields: Fields, lexicons: Collection[str]) -> None:
        self.wrong: list[str] = []
        self._patterns_made = self._characters_read = 0
        self._fields = fields
        self._lexicons = lexicons

    def field(self, spelling: str, target: str, place: str) -> str:
        """Return the normal name of a field of a target, and tell where there is no such field."""
        name = self._fields.name(spelling, target)
        if name is None:
            known = self._fields.known(target)
            hint = suggestion(spelling, known)
            if target != "action":
                hint += f"{'' if hint.endswith('?') else ';'} a field of your own is declared under `fields`"
            self.wrong.append(f"{place}: {_a(target)} has no field {quoted(spelling)}; {hint}")
        return name or ""

    def test(self, condition: Condition, target: str) -> Test:
        """Return the test that a condition means for a target."""
        if len(self.wrong) >= MAX_WRONG:
            return _every([])
        tests = [*self._joined(condition, target), *self._own(condition, target)]
        return tests[0] if len(tests) == 1 else _every(tests)

    def _joined(self, condition: Condition, target: str) -> Iterator[Test]:
        if condition.all is not None:
            yield _every([self.test(each, target) for each in condition.all])
        if condition.any is not None:
            yield _some([self.test(each, target) for each in condition.any])
        if condition.none is not None:
            yield _not(self.test(condition.none, target))

    def _own(self, condition: Condition, target: str) -> Iterator[Test]:
        of = condition.of
        if of is not None and of not in _OUTER[target]:
            choice = f"can be {' or '.join(_OUTER[target])}" if _OUTER[target] else "has nothing to name; leave it out"
            self.wrong.append(f"{condition.place}: of {_a(target)}, `of` {choice}")
            return
        looked_at = of or target
        own = self._count(condition, looked_at) if condition.counted else self._value(condition, looked_at)
        for test in own:
            yield _outer(of, test) if of else test

    def _count(self, condition: Condition, target: str) -> Iterator[Test]:
        counted = condition.counted or ""
        if counted in _COUNTED[target]:
            inner = self.test(condition.where, _TARGET_OF[counted]) if condition.where else None
            yield _number_of(BELOW[counted], inner, condition.range)
            return
        name = self._fields.name(counted, target)
        if name is None or not _has_many(name, target):
            known = [
                *_COUNTED[target],
                *(each for each in self._fields.known(target) if self._is_counted(each, target)),
            ]
            self.wrong.append(
                f"{condition.place}: of {_a(target)}, {quoted(counted)} cannot be counted; {suggestion(counted, known)}"
            )
            return
        if condition.where is not None:
            self.wrong.append(
                f"{condition.place}: `where` goes with key-results, objectives and actions; the values of a field "
                f"are counted all"
            )
        yield _number_of_values(reading(name, target), condition.range)

    def _is_counted(self, spelling: str, target: str) -> bool:
        name = self._fields.name(spelling, target)
        return name is not None and _has_many(name, target)

    def _value(self, condition: Condition, target: str) -> Iterator[Test]:
        if condition.kind is not None:
            if target == "key-result":
                yield _kind(condition.kind)
            else:
                self.wrong.append(
                    f"{condition.place}: `kind` is judged of key results, and this is asked of {_a(target)}; whether "
                    f"an objective is committed or aspirational is its field: {{field: type, one-of: [committed]}}"
                )
        checks = [*self._checks(condition)]
        if condition.field is None and condition.presence is None and not checks and condition.range.is_open:
            return
        if condition.field is None and not condition.range.is_open and not _takes_range(condition):
            self.wrong.append(
                f"{condition.place}: say of what: a `field`, or `count`, `length` or `quantity`, goes with "
                f"at-least, at-most, above and below"
            )
            return
        name = "statement" if condition.field is None else self.field(condition.field, target, condition.place)
        if not name:
            return
        read = reading(name, target)
        if condition.presence == "absent" and condition.field is None and target != "document":
            self.wrong.append(f"{condition.place}: a statement is never absent; say which `field` is meant")
        if condition.presence is not None:
            yield _presence(read, absent=condition.presence == "absent")
        if not condition.range.is_open and not _takes_range(condition):
            checks += self._range(condition, name)
        if checks:
            yield _on_values(read, checks)

    def _checks(self, condition: Condition) -> Iterator[Check]:
        """Yield what is asked of the words of a value."""
        place = condition.place
        if condition.one_of is not None:
            yield one_of_check(condition.one_of)
        if condition.none_of is not None:
            yield one_of_check(condition.none_of, wanted_there=False)
        if condition.matches is not None:
            yield self._patterns(condition.matches, place)
        for words, every in ((condition.any_word, False), (condition.all_words, True)):
            if isinstance(words, str) and words not in self._lexicons:
                hint = suggestion(words, self._lexicons)
                if not hint.endswith("?"):
                    hint = f"a word itself is put in brackets: [{words[:_LONGEST]}]; {hint}"
                self.wrong.append(f"{place}: there is no word list {quoted(words)}; {hint}")
            elif words is not None:
                if isinstance(words, tuple):
                    self.wrong += (f"{place}: {said}" for said in unusable(words))
                yield words_check(word_lists(words, every=every))
        if condition.tags is not None:
            yield tags_check(condition.tags, condition.position)
        if condition.language is not None:
            yield language_check(condition.language)
        if condition.quantity is not None:
            yield amount_check(condition.quantity, condition.range)
        if condition.length is not None:
            if condition.range.is_open:
                self.wrong.append(f"{place}: `length` needs at-least, at-most, above or below")
            yield length_check(condition.length, condition.range)

    def _patterns(self, sources: Iterable[str], place: str) -> Check:
        from okrlint.declaring.pattern_syntax import MOST_CHARACTERS
        from okrlint.declaring.patterns import Pattern, PatternError, pattern

        made: list[Pattern] = []
        for source in sources:
            was_too_much = self._has_too_many_patterns()
            self._patterns_made += 1
            self._characters_read += min(len(source), MOST_CHARACTERS)  # a longer one is not looked at
            if self._has_too_many_patterns():
                if not was_too_much:
                    self.wrong.append(
                        f"{place}: more than {MAX_PATTERNS} patterns, or {MAX_OF_PATTERNS} characters of them; put "
                        f"words into `any-word`"
                    )
                continue
            try:
                made.append(pattern(source))
            except PatternError as error:
                self.wrong.append(f"{place}: pattern {source[:60]!r}: {error}")
        return patterns_check(made)

    def _has_too_many_patterns(self) -> bool:
        return self._patterns_made > MAX_PATTERNS or self._characters_read > MAX_OF_PATTERNS

    def _range(self, condition: Condition, name: str) -> Iterator[Check]:
        place, limits = condition.place, condition.range
        if name in NUMBERS and limits.is_of_days:
            self.wrong.append(f"{place}: {condition.field!r} is a number; write numbers, as in `at-least: 0.3`")
        elif name in SHARES and limits.is_beyond_shares:
            self.wrong.append(f"{place}: {condition.field!r} lies between 0 and 1; write a share, as in 40% or 0.4")
        elif name in AMOUNTS and limits.is_of_shares:
            self.wrong.append(f"{place}: in {condition.field!r}, 75% is read as 75; write the bound without the sign")
        elif name in DAYS and not limits.is_of_days:
            self.wrong.append(f"{place}: {condition.field!r} is a day; write days, as in `at-most: 2026-09-30`")
        elif limits.is_of_days:
            yield day_check(limits)
        else:
            yield number_check(limits)


def _a(target: str) -> str:
    return {"objective": "an objective", "item": "an item", "action": "an action"}.get(
        target, f"a {target.replace('-', ' ')}"
    )


def _takes_range(condition: Condition) -> bool:
    """Tell whether the bounds of a condition are those of an amount or a length, and not of the value itself."""
    return condition.quantity is not None or condition.length is not None


def _every(tests: list[Test]) -> Test:
    def test(subject: Subject) -> tuple[Found, ...] | None:
        shown: tuple[Found, ...] = ()
        for each in tests:
            found = each(subject)
            if found is None:
                return None
            shown = shown or found
        return shown

    return test


def _some(tests: list[Test]) -> Test:
    def test(subject: Subject) -> tuple[Found, ...] | None:
        held = [found for found in (each(subject) for each in tests) if found is not None]
        if not held:
            return None
        return tuple(dict.fromkeys(one for found in held for one in found))

    return test


def _not(inner: Test) -> Test:
    return lambda subject: () if inner(subject) is None else None


def _outer(of: str, inner: Test) -> Test:
    known: tuple[Thing, date | None, bool] | None = None  # all that stands in one thing asks the same of it

    def test(subject: Subject) -> tuple[Found, ...] | None:
        nonlocal known
        around, today, last = subject.outer(of), subject.context.today, known
        if last is None or last[0] is not around.thing or last[1] != today:
            known = last = (around.thing, today, inner(around) is not None)
        return () if last[2] else None  # what is found elsewhere is no place to tell of this

    return test


def _presence(read: Callable[[Subject], list[FieldValue]], *, absent: bool) -> Test:
    def test(subject: Subject) -> tuple[Found, ...] | None:
        values = read(subject)
        if absent:
            return None if values else ()
        return tuple(Found(value.span, value.words) for value in values) or None

    return test


def _on_values(read: Callable[[Subject], list[FieldValue]], checks: list[Check]) -> Test:
    def test(subject: Subject) -> tuple[Found, ...] | None:
        found: list[Found] = []
        for value in read(subject):
            parts = _parts(value, checks, subject.context)
            if parts is not None:
                found += (Found(value.place(*part), value.words[slice(*part)]) for part in parts)
        return tuple(found) or None

    return test


def _parts(value: FieldValue, checks: list[Check], context: Context) -> list[tuple[int, int]] | None:
    """Return what the first of the checks that found a part found, or all of the value; None where one fails."""
    parts: list[tuple[int, int]] = []
    for check in checks:
        found = check(value, context)
        if found is None:
            return None
        parts = parts or list(found)
    return parts or [(0, len(value.words))]


def _kind(kinds: tuple[str, ...]) -> Test:
    def test(subject: Subject) -> tuple[Found, ...] | None:
        from okrlint.language.kinds import kind

        return () if isinstance(subject.thing, KeyResult) and kind(subject.thing) in kinds else None

    return test


def quoted(words: str) -> str:
    """Return words as messages quote them, the beginning of long ones."""
    return repr(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")


_LONGEST = 60


def unusable(words: Collection[str]) -> Iterator[str]:
    """Yield what is wrong with words that no word list ever finds."""
    if words and all(word.startswith("!") for word in words):
        yield "all words here are exceptions (`!`); say of what"
    for word in words:
        plain = word.removeprefix("!")
        if [match[:2] for match in Lexicon("", [plain]).find(plain)] != [(0, len(plain))]:
            yield f"the word {quoted(word)} cannot be looked up, since words are of letters and digits; use `matches`"


def _has_many(name: str, target: str) -> bool:
    """Tell whether a field may have many values: so may those that the model has no place of its own for."""
    return name in MANY or not is_of_model(name, target)


def _number_of(below: Callable[[Subject], Iterable[Subject]], inner: Test | None, limits: Range) -> Test:
    limits = Range(at_least=1) if limits.is_open else limits

    def test(subject: Subject) -> tuple[Found, ...] | None:
        number = sum(1 for each in below(subject) if inner is None or inner(each) is not None)
        return () if limits.holds(number) else None

    return test


def _number_of_values(read: Callable[[Subject], list[FieldValue]], limits: Range) -> Test:
    limits = Range(at_least=1) if limits.is_open else limits
    return lambda subject: () if limits.holds(len(read(subject))) else None
