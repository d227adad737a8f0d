"""Findings made out of places in a source: lines, columns, excerpts, fixes; and those of the engine itself."""

from typing import Any

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.findings import Finding, FixNote, Position, Replacement
from okrlint.linting.interface import Edit, Fix, Rule
from okrlint.model import Span, Words
from okrlint.reading.source import Source


def within(span: Span, source: Source) -> Span:
    """Return a span that a plugin gave, cut to the text."""
    start = min(max(span.start, 0), len(source.text))
    return Span(start, min(max(span.end, start), len(source.text)))


def positions(span: Span, source: Source) -> tuple[Position, Position]:
    """Return the beginning and the end of a span in lines and columns."""
    return Position(*source.position(span.start)), Position(*source.position(span.end))


def byte_columns(span: Span, source: Source) -> tuple[int, int]:
    """Return the columns of both in bytes of UTF-8."""
    return source.byte_column(span.start), source.byte_column(span.end)


def place_name(span: Span, source: Source, language: str) -> str | None:
    """Return what people call the cell or the paragraph that a span begins in; None in a file of lines."""
    place = source.place(span.start)
    return place.in_language(language) if place else None


def fix_note(fix: Fix, source: Source, language: str) -> FixNote | None:
    """Return a fix with its places in lines and columns; None in a document that is no text: okrlint writes none."""
    if source.place(0):
        return None
    return FixNote(fix.safe, fix.title.in_language(language), tuple(_edit(edit, source) for edit in fix.edits))


def _edit(edit: Edit, source: Source) -> Replacement:
    span = within(edit.span, source)
    return Replacement(*positions(span, source), edit.text, span, byte_columns(span, source))


def problem_found(code: str, message: Words, span: Span, source: Source, language: str) -> Finding:
    """Make a finding of a code of the engine."""
    engine = ENGINE_CODES[code]
    span = within(span, source)
    start, end = positions(span, source)
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
        place=place_name(span, source, language),
        fatal=engine.fatal,
        quote=source.text[span.start : span.end],
        byte_columns=byte_columns(span, source),
    )


def rule_words(rule: Rule[Any]) -> Words:
    """Return what a message calls a rule that failed."""
    meta, home = rule.meta, type(rule).__module__
    return Words(f"rule {meta.code} ({meta.name}) of {home}", f"规则 {meta.code}（{meta.name}，来自 {home}）")


def crash_found(what: Words, error: BaseException, source: Source, language: str) -> Finding:
    """Make the finding that a rule or a reader failed."""
    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    where = _last_place(error)
    words = Words(
        f"{what.en} crashed: {detail}{where}; please report it to its author; the rest was still checked",
        f"{what.zh}崩溃：{detail}{where}；请告知其作者；其余部分仍已检查",
    )
    return problem_found("EN006", words, Span(0, 0), source, language)


def _last_place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace is not None else ""
