"""Asking each rule of a run what it has to say of a document; whatever it does wrong is its crash, and ends nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from reprlib import repr as short_repr
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.linting.fields import fields_of, is_dropped
from okrlint.linting.interface import Certainty, Context, Hit, Rule, RuleRef, Scope, Severity, Target
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.selection import Renamed
from okrlint.model import Document, Item, KeyResult, Objective, Span

if TYPE_CHECKING:
    from okrlint.project.interface import Team

CERTAINTIES: Mapping[Certainty, int] = {"low": 0, "medium": 1, "high": 2}


class Check:
    """A rule as this run wants it.

    Args:
        rule: the rule, or what makes it when it is first asked for.
        severity: what configuration says of it; None leaves it to the rule and its findings.
        needs: see `RuleRef`; `plugin`, `scope`, `across` and `code` likewise. "" for a rule that is given.
    """

    __slots__ = ("_code", "_make", "across", "needs", "plugin", "rule", "scope", "severity")
    rule: Rule[Any]
    """The rule; it is imported when it is first asked for, if it has not been."""

    def __init__(
        self,
        rule: Rule[Any] | Callable[[], Rule[Any]],
        severity: Severity | None = None,
        needs: Iterable[str] = (),
        plugin: str = "",
        scope: Scope = "document",
        across: Iterable[str] = (),
        code: str = "",
    ) -> None:
        if isinstance(rule, Rule):
            self.rule = rule
        else:
            self._make = rule
        self._code = code
        self.severity = severity
        self.needs = frozenset(needs)
        self.plugin = plugin
        self.scope = scope
        self.across = frozenset(across)

    def __getattr__(self, name: str) -> Any:
        if name != "rule":
            raise AttributeError(name)
        self.rule = self._make()
        return self.rule

    @property
    def code(self) -> str:
        """The rule's code."""
        return self._code or self.rule.meta.code


class Given(NamedTuple):
    """What a rule over the project hit in one document; of values that can be pickled.

    Attributes:
        code: the rule's; or one of the engine, and then the parameter `words` says what is to be told, and `message`
            has the code of the rule that it is about, if any.
        message: as in `Hit`; so are `span`, `params`, `severity` and `collective`.
        certainty: how sure the rule is.
        objective: as in `Finding`; `key_result` and `subject` likewise.
    """

    code: str
    message: str
    span: Span
    params: Mapping[str, object]
    certainty: Certainty
    severity: Severity | None
    objective: str | None
    key_result: str | None
    subject: str
    collective: bool


class Run(NamedTuple):
    """All that a run brings to a document.

    Attributes:
        language: of messages; None means the document's own.
        floor: the least sure kind of finding that is wanted.
        hint_as: the severity that hints are raised to.
        muted: codes of the engine that are not wanted; what is fatal is told all the same.
        codes: of the rules that run.
        refs: the rules that suppressions in documents may name, each with whether it is on by default; without any,
            suppressions are not looked at.
        demand_reasons: whether a suppression must say why.
        renamed: rules that the configuration names as they are no longer called.
        thorough: whether findings carry what only a baseline needs: `parts`, `instead_of` and `unsure`.
        teams: see `Context`; `members` and `has_history` likewise.
    """

    checks: Sequence[Check]
    lexicons: Mapping[str, Lexicon]
    today: date | None = None
    language: str | None = None
    floor: Certainty = "medium"
    hint_as: Severity = Severity.HINT
    muted: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    thorough: bool = False
    refs: Sequence[RuleRef] = ()
    demand_reasons: bool = False
    renamed: Sequence[Renamed] = ()
    teams: Mapping[str, "Team"] = {}
    members: tuple[str, ...] = ()
    has_history: bool = False

    def severity_of(self, check: Check) -> Severity:
        """Return the severity of a rule's findings, unless one of them says otherwise; it imports the rule."""
        severity = check.rule.meta.severity if check.severity is None else check.severity
        return max(severity, self.hint_as)


class Placed(NamedTuple):
    """A hit and what it is about, as in `Finding`."""

    check: Check
    hit: Hit
    certainty: Certainty
    objective: str | None
    key_result: str | None
    subject: str
    parts: "tuple[Placed, ...]" = ()
    instead_of: "tuple[Placed, ...]" = ()


def waiting(run: Run) -> set[str]:
    """Return the codes of rules that have nothing to say: nobody told them which day it is, or looks at history."""
    idle = {check.code for check in run.checks if is_of_history(check) and not run.has_history}
    if run.today is not None:
        return idle
    rules = (check.rule for check in run.checks)
    dated = {rule.meta.code for rule in rules if getattr(getattr(rule, "examples", None), "today", None) is not None}
    return idle | dated


def is_of_history(check: Check) -> bool:
    """Tell whether a rule looks at history and nothing else."""
    return check.scope == "project" and looks_back(check)


def looks_back(check: Check) -> bool:
    """Tell whether a rule looks beyond a document at nothing but history."""
    return check.across == {"history"}


Crashed = Callable[[Check, BaseException, Span], None]
"""Is told of a rule that failed, what it raised, and where in the document it was looking."""


def all_hits(document: Document, run: Run, crashed: Crashed, given: Sequence[Given] = ()) -> list[Placed]:
    """Return what all checks hit, in their order; of a rule that crashes it is told, and the others are heard.

    All rules are asked about one statement before the next, so that what they ask the language layer about it is
    still known there.

    Args:
        document: is looked at.
        run: has the checks.
        crashed: is told of each that crashes.
        given: what rules over the project hit in this document.
    """
    rules = _by_target(tuple(run.checks), fields_of(document))
    heard = _Heard(document)
    shared = (run.today, run.lexicons, run.teams, run.members, run.has_history)
    heard.ask(rules.of_document, document, Context(document, None, *shared))
    for objective in document.objectives:
        context = Context(document, objective, *shared)
        is_gone = is_dropped(objective)
        heard.ask(_about_dropped(rules.of_objective) if is_gone else rules.of_objective, objective, context)
        for key_result in objective.key_results:
            asked = rules.of_key_result
            if is_gone or is_dropped(key_result):
                asked = _about_dropped(asked)
            heard.ask(asked, key_result, context, key_result)
    for number, entry in placed_given(given, run):
        heard.placed.setdefault(number, []).append(entry)
    for number in sorted(heard.failures):
        crashed(*heard.failures.pop(number))
    return [entry for number in sorted(heard.placed) for entry in heard.placed[number]]


def placed_given(given: Iterable[Given], run: Run) -> Iterator[tuple[int, Placed]]:
    """Yield what rules over the project hit, with the number of the rule; what the run does not want is left out."""
    if not given:
        return
    numbers = {check.code: number for number, check in enumerate(run.checks) if check.scope != "document"}
    for each in given:
        number = numbers.get(each.code)
        if number is not None:
            hit = Hit(each.message, each.span, each.params, None, None, each.severity, None, each.collective)
            check = run.checks[number]
            yield number, Placed(check, hit, each.certainty, each.objective, each.key_result, each.subject)


_Asked = tuple[int, Check, Rule[Any]]
"""A rule that a document is asked about, and its number in the run."""


class _Rules(NamedTuple):
    """The rules of a run by what they look at."""

    of_document: tuple[_Asked, ...]
    of_objective: tuple[_Asked, ...]
    of_key_result: tuple[_Asked, ...]


def _about_dropped(rules: tuple[_Asked, ...]) -> tuple[_Asked, ...]:
    """Return the rules that are asked about what was dropped, too."""
    return tuple([asked for asked in rules if asked[2].meta.dropped])


@lru_cache(maxsize=16)  # a run's documents have few different sets of fields
def _by_target(checks: tuple[Check, ...], fields: frozenset[str]) -> _Rules:
    """Return the rules that have something to say of a document with these fields.

    They are imported here, outside of what is caught: a plugin that cannot be imported ends the run.
    """
    by_target: dict[Target, list[_Asked]] = {"document": [], "objective": [], "key_result": []}
    for number, check in enumerate(checks):
        if check.scope == "project" or (check.needs and fields.isdisjoint(check.needs)):
            continue
        rule = check.rule
        targets: tuple[Target, ...] = ("objective", "key_result") if rule.target == "item" else (rule.target,)
        for target in targets:
            by_target[target].append((number, check, rule))
    return _Rules(*map(tuple, by_target.values()))


class _Heard:
    """What the rules say of one document.

    Attributes:
        placed: the hits of each rule, by its number.
        failures: of each rule that crashed the first time that it did.
    """

    __slots__ = ("_document", "_statements", "failures", "placed")

    def __init__(self, document: Document) -> None:
        self._document = document
        self._statements: frozenset[Span] | None = None
        self.placed: dict[int, list[Placed]] = {}
        self.failures: dict[int, tuple[Check, BaseException, Span]] = {}

    def ask(
        self,
        rules: tuple[_Asked, ...],
        subject: Document | Item,
        context: Context,
        key_result: KeyResult | None = None,
    ) -> None:
        """Ask rules what they have to say of one thing; what one says before it crashes counts."""
        hits: list[Any] = []
        for number, check, rule in rules:
            try:
                found: Any = rule.check(subject, context)
                if found is None:
                    raise TypeError("check returned None; it is to yield hits, or to return a list of them")  # noqa: TRY301
                for hit in found:  # twice as fast as `extend`, which asks a generator for its length
                    hits.append(hit)  # noqa: PERF402
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # whatever a plugin raises, SystemExit too, is its failure, not the run's
                self._failed(number, check, error, subject)
            if hits:
                placed = self.placed.setdefault(number, [])
                for hit in hits:
                    try:
                        placed.append(self._placed(check, sound(hit, rule), context.objective, key_result))
                    except Exception as error:
                        self._failed(number, check, error, subject)
                hits.clear()

    def _failed(self, number: int, check: Check, error: BaseException, subject: Document | Item) -> None:
        self.failures.setdefault(number, (check, error, _span_of(subject)))

    def _placed(self, check: Check, hit: Hit, objective: Objective | None, key_result: KeyResult | None) -> Placed:
        rule, about = check.rule, hit.about
        certainty = hit.certainty or rule.meta.certainty
        if certainty not in CERTAINTIES:
            raise ValueError(f"{certainty!r} is no certainty")
        if about is None:
            if rule.target == "document" and not hit.collective and hit.span in self._places():
                hit = hit._replace(collective=True)
        elif isinstance(about, Objective):
            objective, key_result = about, None
        elif isinstance(about, KeyResult):
            key_result = about
        item = key_result or objective
        objective_id, key_result_id = objective.id if objective else None, key_result.id if key_result else None
        is_of_item = item is not None and (rule.target != "document" or is_within(hit.span, item.text.span))
        subject = item.text.value if item and is_of_item else ""
        return Placed(check, hit, certainty, objective_id, key_result_id, subject)

    def _places(self) -> frozenset[Span]:
        """Return where what is said of the document as a whole may stand, since it must stand somewhere."""
        if self._statements is None:
            title = {self._document.title.span} if self._document.title else set()
            self._statements = frozenset({item.text.span for item in self._document.items()} | title)
        return self._statements


def _span_of(subject: Document | Item) -> Span:
    return subject.text.span if isinstance(subject, Item) else Span(0, 0)


def sound(hit: Any, rule: Rule[Any]) -> Hit:
    """Return a hit that is one.

    Raises:
        TypeError: for what is none; LookupError for one whose message the rule does not have.
    """
    if not isinstance(hit, Hit):
        raise TypeError(f"check gave {short_repr(hit)}, which is no Hit")
    if not isinstance(hit.message, str) or hit.message not in rule.messages:
        raise LookupError(f"the rule has no message {short_repr(hit.message)}")
    span = hit.span
    if not (isinstance(span, Span) and isinstance(span.start, int) and isinstance(span.end, int)):
        raise TypeError(f"{short_repr(span)} is no Span, which a hit of message {hit.message!r} has")
    return hit


def is_within(span: Span, other: Span) -> bool:
    """Tell whether a hit is about the words of an item: if not, it tells of others, which may be moved elsewhere."""
    return other.start <= span.start and span.end <= other.end
