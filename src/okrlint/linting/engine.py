"""Runs rules over one document. Pure: the same document, checks and day give the same findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.fields import fields_of
from okrlint.linting.findings import FileReport, Finding, FixNote, Position, Replacement
from okrlint.linting.interface import Certainty, Context, Edit, Fix, Hit, Rule, Severity
from okrlint.linting.lexicon import Lexicon
from okrlint.model import Document, Item, KeyResult, Objective, Span, Words
from okrlint.reading.source import Source, UnreadableError

CERTAINTIES: Mapping[Certainty, int] = {"low": 0, "medium": 1, "high": 2}


class Check:
    """A rule as this run wants it.

    Args:
        rule: the rule, or what makes it when it is first asked for.
        severity: what configuration says of it; None leaves it to the rule and its findings.
        needs: see `RuleRef`.
    """

    __slots__ = ("_rule", "needs", "severity")

    def __init__(
        self,
        rule: Rule[Any] | Callable[[], Rule[Any]],
        severity: Severity | None = None,
        needs: Iterable[str] = (),
    ) -> None:
        self._rule = rule
        self.severity = severity
        self.needs = frozenset(needs)

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
    """

    checks: Sequence[Check]
    lexicons: Mapping[str, Lexicon]
    today: date | None = None
    language: str | None = None
    floor: Certainty = "medium"
    hint_as: Severity = Severity.HINT
    muted: frozenset[str] = frozenset()


class _Placed(NamedTuple):
    """A hit and what it is about."""

    check: Check
    hit: Hit
    certainty: Certainty
    objective: str | None
    key_result: str | None
    item: Item | None


def lint_document(document: Document, source: Source, run: Run) -> FileReport:
    """Run every check over `document` and return what they found, folded and without what others replace."""
    language = run.language or document.language
    findings = [found for found in _told(document, source, language) if found.fatal or found.code not in run.muted]
    placed: list[_Placed] = []
    crashes: dict[str, Finding] = {}
    fields = fields_of(document)
    for check in run.checks:
        if check.needs and fields.isdisjoint(check.needs):
            continue
        rule = check.rule  # outside of what is caught: a plugin that cannot be imported ends the run
        try:
            placed += _hits(check, document, run)
        except (Exception, SystemExit) as error:
            crashes[rule.meta.code] = _crash(_rule_words(rule), error, source, language)
    sure = [entry for entry in placed if CERTAINTIES[entry.certainty] >= CERTAINTIES[run.floor]]
    for entry in _fold(list(_once(_without_replaced(sure))), document):
        try:
            findings.append(_finding(entry, source, language, run.hint_as))
        except Exception as error:
            crashes[entry.check.rule.meta.code] = _crash(_rule_words(entry.check.rule), error, source, language)
    findings += crashes.values()
    return FileReport(
        source.path,
        tuple(findings),
        objectives=len(document.objectives),
        key_results=sum(len(objective.key_results) for objective in document.objectives),
        recognised=bool(document.objectives),
        language=document.language,
    )


def unreadable(error: UnreadableError, source: Source, language: str | None) -> FileReport:
    """Return the report of a file that cannot be read at all."""
    return FileReport(source.path, (_problem(error.code, error.message, error.span, source, language or "en"),))


def reader_crashed(name: str, error: Exception, source: Source, language: str | None) -> FileReport:
    """Return the report of a file on which a reader failed in a way that readers must not."""
    what = Words(f"the {name} reader", f"{name} 读取器")
    return FileReport(source.path, (_crash(what, error, source, language or "en"),))


def notice(code: str, message: Words, path: str, language: str | None, *, harmless: bool) -> Finding:
    """Make a finding about a file or folder as a whole; a harmless one is for information and fails nothing."""
    finding = _problem(code, message, Span(0, 0), Source("", path), language or "en")
    return finding._replace(severity=Severity.INFO, fatal=False) if harmless else finding


def _told(document: Document, source: Source, language: str) -> Iterator[Finding]:
    """Yield what reading the document brought to light."""
    for problem in document.problems:
        yield _problem(problem.code, problem.message, problem.span, source, language)
    if source.encoding == "gb18030":
        yield _problem("EN007", _OLD_ENCODING, Span(0, 0), source, language)


def _hits(check: Check, document: Document, run: Run) -> Iterator[_Placed]:
    rule = check.rule
    if rule.target == "document":
        context = Context(document, None, run.today, run.lexicons)
        for hit in rule.check(document, context):
            yield _placed(check, hit, None, None)
        return
    for objective in document.objectives:
        context = Context(document, objective, run.today, run.lexicons)
        if rule.target in ("objective", "item"):
            for hit in rule.check(objective, context):
                yield _placed(check, hit, objective, None)
        if rule.target in ("key_result", "item"):
            for key_result in objective.key_results:
                for hit in rule.check(key_result, context):
                    yield _placed(check, hit, objective, key_result)


def _placed(check: Check, hit: Hit, objective: Objective | None, key_result: KeyResult | None) -> _Placed:
    if isinstance(hit.about, Objective):
        objective, key_result = hit.about, None
    elif isinstance(hit.about, KeyResult):
        key_result = hit.about
    certainty = hit.certainty or check.rule.meta.certainty
    if certainty not in CERTAINTIES:
        raise ValueError(f"{certainty!r} is no certainty")
    objective_id, key_result_id = objective.id if objective else None, key_result.id if key_result else None
    return _Placed(check, hit, certainty, objective_id, key_result_id, key_result or objective)


def _without_replaced(placed: list[_Placed]) -> list[_Placed]:
    replaced = {
        (code, entry.objective, entry.key_result) for entry in placed for code in entry.check.rule.meta.supersedes
    }
    return [
        entry for entry in placed if (entry.check.rule.meta.code, entry.objective, entry.key_result) not in replaced
    ]


def _once(placed: list[_Placed]) -> Iterator[_Placed]:
    """Say what one place in the source brings about once, though it counts for several key results."""
    said: set[tuple[str, str, Span]] = set()
    for entry in placed:
        key = (entry.check.rule.meta.code, entry.hit.message, entry.hit.span)
        if key not in said:
            said.add(key)
            yield entry


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
    return first._replace(hit=hit, key_result=None, item=objective)


def _finding(entry: _Placed, source: Source, language: str, hint_as: Severity) -> Finding:
    rule, hit = entry.check.rule, entry.hit
    severity = entry.check.severity
    if severity is None:
        severity = rule.meta.severity if hit.severity is None else hit.severity
    span = _within(hit.span, source)
    start, end = _place(span, source)
    return Finding(
        path=source.path,
        start=start,
        end=end,
        code=rule.meta.code,
        name=rule.meta.name,
        severity=max(severity, hint_as),
        message=_sentence(rule, hit, language),
        language=language,
        objective=entry.objective,
        key_result=entry.key_result,
        certainty=entry.certainty,
        excerpt=source.excerpt(span),
        offset=span.start,
        place=_place_name(span, source, language),
        fix=_fix(hit.fix, source, language) if hit.fix else None,
        gist=f"{rule.meta.code} {hit.message}" if rule.meta.folds else "",
        subject=entry.item.text.value if entry.item else "",
        quote=source.text[span.start : span.end],
        byte_columns=_byte_columns(span, source),
    )


def _sentence(rule: Rule[Any], hit: Hit, language: str) -> str:
    params = {
        name: value.in_language(language) if isinstance(value, Words) else value for name, value in hit.params.items()
    }
    return rule.messages[hit.message].in_language(language).format(**params)


def _within(span: Span, source: Source) -> Span:
    """Return a span that a plugin gave, cut to the text."""
    start = min(max(span.start, 0), len(source.text))
    return Span(start, min(max(span.end, start), len(source.text)))


def _place(span: Span, source: Source) -> tuple[Position, Position]:
    return Position(*source.position(span.start)), Position(*source.position(span.end))


def _byte_columns(span: Span, source: Source) -> tuple[int, int]:
    return source.byte_column(span.start), source.byte_column(span.end)


def _place_name(span: Span, source: Source, language: str) -> str | None:
    place = source.place(span.start)
    return place.in_language(language) if place else None


def _fix(fix: Fix, source: Source, language: str) -> FixNote:
    return FixNote(fix.safe, fix.title.in_language(language), tuple(_edit(edit, source) for edit in fix.edits))


def _edit(edit: Edit, source: Source) -> Replacement:
    span = _within(edit.span, source)
    return Replacement(*_place(span, source), edit.text, span, _byte_columns(span, source))


def _problem(code: str, message: Words, span: Span, source: Source, language: str) -> Finding:
    engine = ENGINE_CODES[code]
    span = _within(span, source)
    start, end = _place(span, source)
    return Finding(
        path=source.path,
        start=start,
        end=end,
        code=code,
        name=engine.name,
        severity=engine.severity,
        message=message.in_language(language),
        language=language,
        excerpt=source.excerpt(span),
        offset=span.start,
        place=_place_name(span, source, language),
        fatal=engine.fatal,
        quote=source.text[span.start : span.end],
        byte_columns=_byte_columns(span, source),
    )


def _rule_words(rule: Rule[Any]) -> Words:
    meta, home = rule.meta, type(rule).__module__
    return Words(f"rule {meta.code} ({meta.name}) of {home}", f"规则 {meta.code}（{meta.name}，来自 {home}）")


def _crash(what: Words, error: BaseException, source: Source, language: str) -> Finding:
    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    where = _last_place(error)
    words = Words(
        f"{what.en} crashed: {detail}{where}; please report it to its author; the rest was still checked",
        f"{what.zh}崩溃：{detail}{where}；请告知其作者；其余部分仍已检查",
    )
    return _problem("EN006", words, Span(0, 0), source, language)


def _last_place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""


_OLD_ENCODING = Words(
    "was read as GB 18030, since it is not UTF-8; save it as UTF-8 so that every tool reads the same",
    "不是 UTF-8 编码，已按 GB 18030 读取；请另存为 UTF-8，以免各工具读出不同的内容",
)
