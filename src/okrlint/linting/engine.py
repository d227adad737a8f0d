"""Runs rules over one document. Pure: the same document, checks and day give the same findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from reprlib import repr as short_repr
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.linting.fields import fields_of
from okrlint.linting.findings import FileReport, Finding, Hidden, Unsaid
from okrlint.linting.interface import Certainty, Context, Hit, Rule, RuleRef, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.linting.placing import (
    byte_columns,
    crash_words,
    fix_note,
    place_name,
    positions,
    problem_found,
    rule_words,
    within,
)
from okrlint.linting.selection import Renamed
from okrlint.model import Document, Item, KeyResult, Objective, Span, Words
from okrlint.reading.source import Source, UnreadableError, mentions_okrlint

if TYPE_CHECKING:
    from okrlint.linting.suppressing.suppressions import Suppressions, Use  # few documents have any

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


class _Placed(NamedTuple):
    """A hit and what it is about; `parts` and `instead_of` as in `Finding`."""

    check: Check
    hit: Hit
    certainty: Certainty
    objective: str | None
    key_result: str | None
    item: Item | None
    parts: "tuple[_Placed, ...]" = ()
    instead_of: "tuple[_Placed, ...]" = ()


def lint_document(document: Document, source: Source, run: Run) -> FileReport:
    """Run every check over `document` and return what they found, folded and without what others replace."""
    language = run.language or document.language
    suppressions = _suppressions(document, source, run)
    if suppressions:
        document = suppressions.document
    findings = [found for found in _told(document, source, language) if found.fatal or found.code not in run.muted]
    crashes: dict[str, Finding] = {}

    def crashed(check: Check, error: BaseException, span: Span) -> None:
        rule = check.rule
        if rule.meta.code not in crashes:  # once is enough to mend it
            home = type(rule).__module__.partition(".")[0]
            words = crash_words(rule_words(rule, check.plugin), error, check.plugin, home, type(rule).check)
            crashes[rule.meta.code] = problem_found("EN006", words, span, source, language)

    def made(entry: _Placed) -> Iterator[Finding]:
        try:
            found = _finding(entry, source, language, run)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            crashed(entry.check, error, entry.hit.span)
        else:
            yield found

    placed = _all_hits(document, run, crashed)
    reported = _without_replaced([entry for entry in placed if _is_sure(entry, run)])
    silenced: list[tuple[_Placed, str | None]] = []
    if suppressions:
        for entry in placed:  # what is not sure enough, or replaced, is a use of a suppression all the same
            _covering(entry, suppressions)
        reported, silenced = _divided(reported, suppressions)
    findings += (found for entry in _fold(list(_once(reported)), document) for found in made(entry))
    hidden = [Hidden(found, "suppression", reason) for entry, reason in silenced for found in made(entry)]
    if suppressions:
        from okrlint.linting.suppressing.remarks import remarks_on, told_apart

        findings, of_engine = told_apart(findings, suppressions)  # first: what it suppresses is a use, too
        looked_for = run.codes.difference(crashes, waiting(run))
        remarks = remarks_on(suppressions, source, language, looked_for, demand_reasons=run.demand_reasons)
        told, of_remarks = told_apart((each for each in remarks if each.code not in run.muted), suppressions)
        findings += told
        hidden += of_engine + of_remarks
    findings += crashes.values()
    return FileReport(
        source.path,
        tuple(findings),
        objectives=len(document.objectives),
        key_results=sum(len(objective.key_results) for objective in document.objectives),
        recognised=bool(document.objectives),
        language=document.language,
        hidden=tuple(hidden),
        unsure=tuple(_unsaid(entry, source) for entry in placed if not _is_sure(entry, run)) if run.thorough else (),
    )


def unreadable(error: UnreadableError, source: Source, language: str | None) -> FileReport:
    """Return the report of a file that cannot be read at all."""
    return FileReport(source.path, (problem_found(error.code, error.message, error.span, source, language or "en"),))


def notice(code: str, message: Words, path: str, language: str | None, *, harmless: bool) -> Finding:
    """Make a finding about a file or folder as a whole; a harmless one is for information and fails nothing."""
    finding = problem_found(code, message, Span(0, 0), Source("", path), language or "en")
    return finding._replace(severity=Severity.INFO, fatal=False) if harmless else finding


def _told(document: Document, source: Source, language: str) -> Iterator[Finding]:
    """Yield what reading the document brought to light."""
    for problem in document.problems:
        yield problem_found(problem.code, problem.message, problem.span, source, language)
    if source.encoding == "gb18030":
        yield problem_found("EN007", _OLD_ENCODING, Span(0, 0), source, language)


def _suppressions(document: Document, source: Source, run: Run) -> "Suppressions | None":
    if not run.refs or not document.objectives or not mentions_okrlint(source.text):
        return None
    from okrlint.linting.suppressing.suppressions import Suppressions

    return Suppressions(document, source, run.refs)


def _covering(entry: _Placed, suppressions: "Suppressions") -> "Use | None":
    """Return what suppresses a hit, which is then counted as used."""
    code, offset = entry.check.rule.meta.code, max(0, entry.hit.span.start)
    return suppressions.covering(code, entry.objective, entry.key_result, offset)


def _divided(
    placed: list[_Placed], suppressions: "Suppressions"
) -> tuple[list[_Placed], list[tuple[_Placed, str | None]]]:
    """Return what is reported, and what is not with the reason that its suppression gives."""
    reported: list[_Placed] = []
    silenced: dict[tuple[str, str, Span], tuple[_Placed, str | None]] = {}
    for entry in placed:
        use = _covering(entry, suppressions)
        if use is None:
            reported.append(entry)
        else:  # as `_once` has it: what one place brings about counts once
            key = (entry.check.rule.meta.code, entry.hit.message, entry.hit.span)
            silenced.setdefault(key, (entry, use.reason))
    return reported, list(silenced.values())


def waiting(run: Run) -> set[str]:
    """Return the codes of rules that have nothing to say since they were not told which day it is."""
    if run.today is not None:
        return set()
    rules = (check.rule for check in run.checks)
    return {rule.meta.code for rule in rules if getattr(getattr(rule, "examples", None), "today", None) is not None}


_Crashed = Callable[[Check, BaseException, Span], None]
"""Is told of a rule that failed, what it raised, and where in the document it was looking."""


def _all_hits(document: Document, run: Run, crashed: _Crashed) -> list[_Placed]:
    """Return what all checks hit; of a rule that crashes it is told, and the others are heard all the same."""
    placed: list[_Placed] = []
    fields = fields_of(document)
    for check in run.checks:
        if check.needs and fields.isdisjoint(check.needs):
            continue
        placed += _hits(check, document, run, crashed)
    return placed


def _hits(check: Check, document: Document, run: Run, crashed: _Crashed) -> Iterator[_Placed]:
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
    crashed: _Crashed,
) -> list[_Placed]:
    """Return what a rule has to say of one thing; what it said before it crashed counts."""
    rule = check.rule
    hits: list[Any] = []
    placed: list[_Placed] = []
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


def _placed(check: Check, hit: Hit, objective: Objective | None, key_result: KeyResult | None) -> _Placed:
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
    return _Placed(check, hit, certainty, objective_id, key_result_id, item)


def _is_within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _is_sure(entry: _Placed, run: Run) -> bool:
    return CERTAINTIES[entry.certainty] >= CERTAINTIES[run.floor]


def _without_replaced(placed: list[_Placed]) -> list[_Placed]:
    replaced: dict[tuple[str, str | None, str | None], list[_Placed]] = {
        (code, entry.objective, entry.key_result): [] for entry in placed for code in entry.check.rule.meta.supersedes
    }
    if not replaced:
        return placed
    kept: list[_Placed] = []
    for entry in placed:
        gone = replaced.get((entry.check.rule.meta.code, entry.objective, entry.key_result))
        (kept if gone is None else gone).append(entry)
    return [_in_place_of(entry, replaced) for entry in kept]


def _in_place_of(entry: _Placed, replaced: dict[tuple[str, str | None, str | None], list[_Placed]]) -> _Placed:
    """Give an entry what it replaces: each goes to one entry only, lest it count twice."""
    gone = [
        each
        for code in entry.check.rule.meta.supersedes
        for each in replaced.pop((code, entry.objective, entry.key_result), ())
    ]
    return entry._replace(instead_of=tuple(gone)) if gone else entry


def _once(placed: list[_Placed]) -> Iterator[_Placed]:
    """Say what one place in the source brings about once, though it counts for several key results."""
    groups: dict[tuple[str, str, Span], list[_Placed]] = {}
    for entry in placed:
        groups.setdefault((entry.check.rule.meta.code, entry.hit.message, entry.hit.span), []).append(entry)
    for first, *others in groups.values():
        twins = [each for other in others for each in (other, *other.instead_of)]
        yield first._replace(instead_of=(*first.instead_of, *twins)) if twins else first


def _fold(placed: list[_Placed], document: Document) -> Iterator[_Placed]:
    """Say once, of the objective, what holds for each of its key results."""
    groups: dict[tuple[str, str | None, bool, str], list[_Placed]] = {}
    for entry in placed:
        key = (entry.check.rule.meta.code, entry.objective, entry.key_result is None, entry.hit.message)
        groups.setdefault(key, []).append(entry)
    objectives = {objective.id: objective for objective in document.objectives}
    for group in groups.values():
        objective = objectives.get(group[0].objective or "")
        if objective is not None and _folds(group, objective):
            yield _folded(group, objective)
        else:
            yield from group


def _folds(group: list[_Placed], objective: Objective) -> bool:
    rule, size = group[0].check.rule, len(objective.key_results)
    every = {entry.key_result for entry in group if entry.key_result}
    return rule.meta.folds and size > 1 and len(every) == size and f"{group[0].hit.message}-all" in rule.messages


def _folded(group: list[_Placed], objective: Objective) -> _Placed:
    first = group[0]
    params = {**first.hit.params, "count": len(objective.key_results)}
    hit = first.hit._replace(message=f"{first.hit.message}-all", span=objective.text.span, params=params, fix=None)
    return first._replace(hit=hit, key_result=None, item=objective, parts=tuple(group), instead_of=())


def _finding(entry: _Placed, source: Source, language: str, run: Run) -> Finding:
    rule, hit = entry.check.rule, entry.hit
    severity = entry.check.severity
    if severity is None:
        severity = rule.meta.severity if hit.severity is None else hit.severity
    span = within(hit.span, source)
    start, end = positions(span, source)
    return Finding(
        path=source.path,
        start=start,
        end=end,
        code=rule.meta.code,
        name=rule.meta.name,
        severity=max(severity, run.hint_as),
        message=_sentence(rule, hit, language),
        language=language,
        objective=entry.objective,
        key_result=entry.key_result,
        certainty=entry.certainty,
        excerpt=source.excerpt(span),
        offset=span.start,
        place=place_name(span, source, language),
        fix=fix_note(hit.fix, source, language) if hit.fix else None,
        gist=f"{rule.meta.code} {hit.message}" if rule.meta.folds else "",
        subject=entry.item.text.value if entry.item else "",
        quote=source.text[span.start : span.end],
        byte_columns=byte_columns(span, source),
        parts=tuple(_finding(part, source, language, run) for part in entry.parts) if run.thorough else (),
        instead_of=tuple(_unsaid(each, source) for each in entry.instead_of) if run.thorough else (),
        collective=hit.collective,
    )


def _unsaid(entry: _Placed, source: Source) -> Unsaid:
    span = within(entry.hit.span, source)
    return Unsaid(
        entry.check.rule.meta.code,
        entry.objective,
        entry.key_result,
        entry.item.text.value if entry.item else "",
        source.text[span.start : span.end],
        entry.hit.collective,
    )


def _sentence(rule: Rule[Any], hit: Hit, language: str) -> str:
    """Return the message of a hit.

    Raises:
        LookupError: where the hit does not fill one of its blanks.
    """
    params = {
        name: value.in_language(language) if isinstance(value, Words) else value for name, value in hit.params.items()
    }
    words = rule.messages[hit.message].in_language(language)
    try:
        return words.format(**params)
    except (KeyError, IndexError) as error:
        raise LookupError(f"message {hit.message!r} has a blank that the hit does not fill: {error}") from error


_OLD_ENCODING = Words(
    "was read as GB 18030, since it is not UTF-8; save it as UTF-8 so that every tool reads the same",
    "不是 UTF-8 编码，已按 GB 18030 读取；请另存为 UTF-8，以免各工具读出不同的内容",
)
