"""Runs rules over one document. Pure: the same document, checks and day give the same findings."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.fields import is_dropped
from okrlint.linting.findings import FileReport, Finding, Hidden, Position, Unsaid
from okrlint.linting.interface import Hit, Rule, Severity
from okrlint.linting.placing import (
    crash_words,
    fix_note,
    problem_found,
    rule_words,
    within,
)
from okrlint.linting.running import CERTAINTIES, Check, Given, Placed, Run, all_hits, placed_given, waiting
from okrlint.model import Document, Objective, Span, Words
from okrlint.reading.source import Source, UnreadableError, mentions_okrlint

if TYPE_CHECKING:
    from okrlint.linting.suppressing.suppressions import Suppressions, Use  # few documents have any


def lint_document(
    document: Document, source: Source, run: Run, given: Sequence[Given] = (), *, is_whole: bool = False
) -> FileReport:
    """Run every check over `document` and return what they found, folded and without what others replace.

    Args:
        document: is looked at.
        source: what it was read from.
        run: has the checks.
        given: what rules over the project hit in this document; of one that crashed, that it did.
        is_whole: whether the run looks at a whole project: only then is it told that a rule over it found nothing
            where a suppression names it.
    """
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

    def made(entry: Placed) -> list[Finding]:
        try:
            return [_finding(entry, source, language, run)]
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            crashed(entry.check, error, entry.hit.span)
            return []

    for each in given:
        words = each.params.get("words")
        if each.code in ENGINE_CODES and each.code not in run.muted and isinstance(words, Words):
            findings.append(problem_found(each.code, words, each.span, source, language))
    placed = all_hits(document, run, crashed, given)
    least = CERTAINTIES[run.floor]
    reported = _without_replaced([entry for entry in placed if CERTAINTIES[entry.certainty] >= least])
    silenced: list[tuple[Placed, str | None]] = []
    if suppressions:
        for entry in placed:  # what is not sure enough, or replaced, is a use of a suppression all the same
            _covering(entry, suppressions)
        reported, silenced = _divided(reported, suppressions)
    for entry in _fold(_once(reported), document):
        findings += made(entry)
    hidden = [Hidden(found, "suppression", reason) for entry, reason in silenced for found in made(entry)]
    if suppressions:
        from okrlint.linting.suppressing.remarks import remarks_on, told_apart

        findings, of_engine = told_apart(findings, suppressions)  # first: what it suppresses is a use, too
        crashed_before = {each.message for each in given if each.code == "EN006"}
        looked_for = run.codes.difference(crashes, crashed_before, waiting(run))
        if not is_whole:
            looked_for -= {check.code for check in run.checks if check.scope != "document"}
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
        unsure=tuple(_unsaid(entry, source) for entry in placed if CERTAINTIES[entry.certainty] < least)
        if run.thorough
        else (),
    )


def with_given(report: FileReport, source: Source, run: Run, given: Sequence[Given]) -> FileReport | None:
    """Return the report that `lint_document` gives with `given`, made of the one that it gave without.

    Args:
        report: on a document without suppressions, of a run that is not `thorough`.
        source: what the document was read from.
        run: as it was for that report.
        given: see `lint_document`.

    Returns:
        The report; None where the document must be linted anew, since what is given changes what else is told.
    """
    if any(each.code in ENGINE_CODES for each in given):
        return None
    least = CERTAINTIES[run.floor]
    placed = [entry for _, entry in placed_given(given, run) if CERTAINTIES[entry.certainty] >= least]
    codes = {entry.check.code for entry in placed}
    here = {(found.code, found.offset) for found in report.findings}
    if (
        any(entry.check.rule.meta.folds for entry in placed)
        or any((entry.check.code, entry.hit.span.start) in here for entry in placed)
        or not codes.isdisjoint(_superseding(run, codes))
    ):
        return None
    language = run.language or report.language
    try:
        added = [_finding(entry, source, language, run) for entry in _once(placed)]
    except Exception:  # which is told where it is linted anew
        return None
    return report._replace(findings=(*report.findings, *added))


def _superseding(run: Run, codes: set[str]) -> set[str]:
    """Return the codes of those rules that replace others, or are replaced, where rules over the project hit these."""
    found: set[str] = set()
    for check in run.checks:
        if (check.scope != "project" or check.code in codes) and check.rule.meta.supersedes:
            found.update((check.code, *check.rule.meta.supersedes))
    return found


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


def _covering(entry: Placed, suppressions: "Suppressions") -> "Use | None":
    """Return what suppresses a hit, which is then counted as used."""
    code, offset = entry.check.rule.meta.code, max(0, entry.hit.span.start)
    return suppressions.covering(code, entry.objective, entry.key_result, offset)


def _divided(
    placed: list[Placed], suppressions: "Suppressions"
) -> tuple[list[Placed], list[tuple[Placed, str | None]]]:
    """Return what is reported, and what is not with the reason that its suppression gives."""
    reported: list[Placed] = []
    silenced: dict[tuple[str, str, Span, str], tuple[Placed, str | None]] = {}
    for entry in placed:
        use = _covering(entry, suppressions)
        if use is None:
            reported.append(entry)
        else:  # as `_once` has it: what one place brings about counts once
            key = _cause(entry)
            silenced.setdefault(key, (entry, use.reason))
    return reported, list(silenced.values())


def _without_replaced(placed: list[Placed]) -> list[Placed]:
    replaced: dict[tuple[str, str | None, str | None], list[Placed]] = {
        (code, entry.objective, entry.key_result): [] for entry in placed for code in entry.check.rule.meta.supersedes
    }
    if not replaced:
        return placed
    kept: list[Placed] = []
    for entry in placed:
        gone = replaced.get((entry.check.rule.meta.code, entry.objective, entry.key_result))
        (kept if gone is None else gone).append(entry)
    return [_in_place_of(entry, replaced) if entry.check.rule.meta.supersedes else entry for entry in kept]


def _in_place_of(entry: Placed, replaced: dict[tuple[str, str | None, str | None], list[Placed]]) -> Placed:
    """Give an entry what it replaces: each goes to one entry only, lest it count twice."""
    gone = [
        each
        for code in entry.check.rule.meta.supersedes
        for each in replaced.pop((code, entry.objective, entry.key_result), ())
    ]
    return entry._replace(instead_of=tuple(gone)) if gone else entry


def _cause(entry: Placed) -> tuple[str, str, Span, str]:
    """Return what two hits have in common that are one: what is gone is told where it stood, each for itself."""
    is_apart = entry.check.rule.target == "project" and entry.hit.collective
    return entry.check.rule.meta.code, entry.hit.message, entry.hit.span, repr(entry.hit.params) if is_apart else ""


def _once(placed: list[Placed]) -> list[Placed]:
    """Say what one place in the source brings about once, though it counts for several key results."""
    kept: dict[tuple[str, str, Span, str], Placed] = {}
    twins: dict[tuple[str, str, Span, str], list[Placed]] = {}
    for entry in placed:
        key = _cause(entry)
        if kept.setdefault(key, entry) is not entry:
            twins.setdefault(key, []).extend((entry, *entry.instead_of))
    for key, others in twins.items():
        kept[key] = kept[key]._replace(instead_of=(*kept[key].instead_of, *others))
    return list(kept.values())


def _fold(placed: list[Placed], document: Document) -> Iterator[Placed]:
    """Say once, of the objective, what holds for each of its key results."""
    groups: dict[tuple[str, str | None, bool, str], list[Placed]] = {}
    for entry in placed:
        key = (entry.check.rule.meta.code, entry.objective, entry.key_result is None, entry.hit.message)
        groups.setdefault(key, []).append(entry)
    objectives = {objective.id: objective for objective in document.objectives}
    for group in groups.values():
        objective = objectives.get(group[0].objective or "") if len(group) > 1 else None
        if objective is not None and _folds(group, objective):
            yield _folded(group, objective)
        else:
            yield from group


def _folds(group: list[Placed], objective: Objective) -> bool:
    rule, size = group[0].check.rule, _pursued(objective)
    every = {entry.key_result for entry in group if entry.key_result}
    return rule.meta.folds and size > 1 and len(every) == size and f"{group[0].hit.message}-all" in rule.messages


def _pursued(objective: Objective) -> int:
    """Return of how many key results it must hold to hold for all."""
    live = sum(not is_dropped(each) for each in objective.key_results)
    return live or len(objective.key_results)


def _folded(group: list[Placed], objective: Objective) -> Placed:
    first = group[0]
    params = {**first.hit.params, "count": len({entry.key_result for entry in group})}
    hit = first.hit._replace(message=f"{first.hit.message}-all", span=objective.text.span, params=params, fix=None)
    return first._replace(hit=hit, key_result=None, subject=objective.text.value, parts=tuple(group), instead_of=())


def _finding(entry: Placed, source: Source, language: str, run: Run) -> Finding:
    rule, hit = entry.check.rule, entry.hit
    severity = entry.check.severity
    if severity is None:
        severity = rule.meta.severity if hit.severity is None else hit.severity
    span = within(hit.span, source)
    at = source.location(span)
    meta = rule.meta
    return Finding(
        path=source.path,
        start=Position(*at.start),
        end=Position(*at.end),
        code=meta.code,
        name=meta.name,
        severity=max(severity, run.hint_as),
        message=_sentence(rule, hit, language),
        language=language,
        objective=entry.objective,
        key_result=entry.key_result,
        certainty=entry.certainty,
        excerpt=at.excerpt,
        offset=span.start,
        place=at.place.in_language(language) if at.place else None,
        fix=fix_note(hit.fix, source, language) if hit.fix else None,
        gist=f"{meta.code} {hit.message}" if meta.folds else "",
        subject=entry.subject,
        quote=source.text[span.start : span.end],
        byte_columns=at.byte_columns,
        parts=tuple(_finding(part, source, language, run) for part in entry.parts) if run.thorough else (),
        instead_of=tuple(_unsaid(each, source) for each in entry.instead_of) if run.thorough else (),
        collective=hit.collective,
    )


def _unsaid(entry: Placed, source: Source) -> Unsaid:
    span = within(entry.hit.span, source)
    return Unsaid(
        entry.check.rule.meta.code,
        entry.objective,
        entry.key_result,
        entry.subject,
        source.text[span.start : span.end],
        entry.hit.collective,
    )


def _sentence(rule: Rule[Any], hit: Hit, language: str) -> str:
    """Return the message of a hit.

    Raises:
        LookupError: where the hit does not fill one of its blanks.
    """
    params = hit.params
    if any(isinstance(value, Words) for value in params.values()):
        params = {name: v.in_language(language) if isinstance(v, Words) else v for name, v in params.items()}
    words = rule.messages[hit.message].in_language(language)
    try:
        return words.format(**params)
    except (KeyError, IndexError) as error:
        raise LookupError(f"message {hit.message!r} has a blank that the hit does not fill: {error}") from error


_OLD_ENCODING = Words(
    "was read as GB 18030, since it is not UTF-8; save it as UTF-8 so that every tool reads the same",
    "不是 UTF-8 编码，已按 GB 18030 读取；请另存为 UTF-8，以免各工具读出不同的内容",
)
