"""Asking each rule of a run what it has to say of a document; whatever it does wrong is its crash, and ends nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from reprlib import repr as short_repr
from typing import Any, NamedTuple

from okrlint.linting.fields import fields_of
from okrlint.linting.interface import Certainty, Context, Hit, Rule, RuleRef, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.selection import Renamed
from okrlint.model import Document, Item, KeyResult, Objective, Span

CERTAINTIES: Mapping[Certainty, int] = {"low": 0, "medium": 1, "high": 2}


class Check:
    """A rule as this run wants it.

    Args:
        rule: the rule, or what makes it when it is first asked for.
        severity: what configuration says of it; None leaves it to the rule and its findings.
        needs: see `RuleRef`; `plugin` likewise.
    """

    __slots__ = ("_rule", "needs", "plugin", "severity")

    def __init__(
        self,
        rule: Rule[Any] | Callable[[], Rule[Any]],
        severity: Severity | None = None,
        needs: Iterable[str] = (),
        plugin: str = "",
    ) -> None:
        self._rule = rule
        self.severity = severity
        self.needs = frozenset(needs)
        self.plugin = plugin

    @property
    def rule(self) -> Rule[Any]:
        """The rule; it is imported now, if it has not been."""
        if not isinstance(self._rule, Rule):
            self._rule = self._rule()
        return self._rule


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

    def severity_of(self, check: Check) -> Severity:
        """Return the severity of a rule's findings, unless one of them says otherwise; it imports the rule."""
        severity = check.rule.meta.severity if check.severity is None else check.severity
        return max(severity, self.hint_as)


class Placed(NamedTuple):
    """A hit and what it is about; `parts` and `instead_of` as in `Finding`."""

    check: Check
    hit: Hit
    certainty: Certainty
    objective: str | None
    key_result: str | None
    item: Item | None
    parts: "tuple[Placed, ...]" = ()
    instead_of: "tuple[Placed, ...]" = ()


def waiting(run: Run) -> set[str]:
    """Return the codes of rules that have nothing to say since they were not told which day it is."""
    if run.today is not None:
        return set()
    rules = (check.rule for check in run.checks)
    return {rule.meta.code for rule in rules if getattr(getattr(rule, "examples", None), "today", None) is not None}


Crashed = Callable[[Check, BaseException, Span], None]
"""Is told of a rule that failed, what it raised, and where in the document it was looking."""


def all_hits(document: Document, run: Run, crashed: Crashed) -> list[Placed]:
    """Return what all checks hit; of a rule that crashes it is told, and the others are heard all the same."""
    placed: list[Placed] = []
    fields = fields_of(document)
    for check in run.checks:
        if check.needs and fields.isdisjoint(check.needs):
            continue
        placed += _hits(check, document, run, crashed)
    return placed


def _hits(check: Check, document: Document, run: Run, crashed: Crashed) -> Iterator[Placed]:
    rule = check.rule  # outside of what is caught: a plugin that cannot be imported ends the run
    if rule.target == "document":
        context = Context(document, None, run.today, run.lexicons)
        statements: frozenset[Span] | None = None
        for entry in _hits_of(check, document, context, (None, None), crashed):
            hit = entry.hit
            if hit.about is None:
                statements = _statements(document) if statements is None else statements
                entry = entry._replace(hit=hit._replace(collective=hit.collective or hit.span in statements))
            yield entry
        return
    for objective in document.objectives:
        context = Context(document, objective, run.today, run.lexicons)
        if rule.target in ("objective", "item"):
            yield from _hits_of(check, objective, context, (objective, None), crashed)
        if rule.target in ("key_result", "item"):
            for key_result in objective.key_results:
                yield from _hits_of(check, key_result, context, (objective, key_result), crashed)


def _hits_of(
    check: Check,
    subject: Document | Item,
    context: Context,
    place: tuple[Objective | None, KeyResult | None],
    crashed: Crashed,
) -> list[Placed]:
    """Return what a rule has to say of one thing; what it said before it crashed counts."""
    rule = check.rule
    hits: list[Any] = []
    placed: list[Placed] = []
    try:
        found: Any = rule.check(subject, context)
        if found is None:
            raise TypeError("check returned None; it is to yield hits, or to return a list of them")  # noqa: TRY301
        hits.extend(found)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a plugin raises, SystemExit too, is its failure and not that of the run
        crashed(check, error, _span_of(subject))
    for hit in hits:
        try:
            placed.append(_placed(check, _sound(hit, rule), *place))
        except Exception as error:
            crashed(check, error, _span_of(subject))
    return placed


def _span_of(subject: Document | Item) -> Span:
    return subject.text.span if isinstance(subject, Item) else Span(0, 0)


def _sound(hit: Any, rule: Rule[Any]) -> Hit:
    """Return a hit that is one.

    Raises:
        TypeError: for what is none; LookupError for one whose message the rule does not have.
    """
    if not isinstance(hit, Hit):
        raise TypeError(f"check gave {short_repr(hit)}, which is no Hit")
    if not isinstance(hit.message, str) or hit.message not in rule.messages:
        raise LookupError(f"the rule has no message {short_repr(hit.message)}")
    if not isinstance(hit.span, Span) or not all(isinstance(offset, int) for offset in hit.span):
        raise TypeError(f"{short_repr(hit.span)} is no Span, which a hit of message {hit.message!r} has")
    return hit


def _statements(document: Document) -> frozenset[Span]:
    """Return where what is said of the document as a whole may stand, since it must stand somewhere."""
    title = {document.title.span} if document.title else set()
    return frozenset({item.text.span for item in document.items()} | title)


def _placed(check: Check, hit: Hit, objective: Objective | None, key_result: KeyResult | None) -> Placed:
    if isinstance(hit.about, Objective):
        objective, key_result = hit.about, None
    elif isinstance(hit.about, KeyResult):
        key_result = hit.about
    certainty = hit.certainty or check.rule.meta.certainty
    if certainty not in CERTAINTIES:
        raise ValueError(f"{certainty!r} is no certainty")
    objective_id, key_result_id = objective.id if objective else None, key_result.id if key_result else None
    item = key_result or objective
    if check.rule.target == "document" and item and not _is_within(hit.span, item.text.span):
        item = None  # it tells of other words, which may be moved to another item
    return Placed(check, hit, certainty, objective_id, key_result_id, item)


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end
