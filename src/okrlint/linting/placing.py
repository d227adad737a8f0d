"""Findings made out of places in a source: lines, columns, excerpts, fixes; and those of the engine itself."""

from typing import Any

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.findings import Finding, FixNote, Position, Replacement
from okrlint.linting.interface import Edit, Fix, Rule, RuleError
from okrlint.linting.lexicon import LexiconError
from okrlint.model import Span, Words
from okrlint.reading.source import Source


def within(span: Span, source: Source) -> Span:
    """Return a span that a plugin gave, cut to the text."""
    if 0 <= span.start <= span.end <= len(source.text):
        return span
    start = min(max(span.start, 0), len(source.text))
    return Span(start, min(max(span.end, start), len(source.text)))


def fix_note(fix: Fix, source: Source, language: str) -> FixNote | None:
    """Return a fix with its places in lines and columns; None in a document that is no text: okrlint writes none."""
    if source.place(0):
        return None
    return FixNote(fix.safe, fix.title.in_language(language), tuple(_edit(edit, source) for edit in fix.edits))


def _edit(edit: Edit, source: Source) -> Replacement:
    span = within(edit.span, source)
    at = source.location(span)
    return Replacement(Position(*at.start), Position(*at.end), edit.text, span, at.byte_columns)


def problem_found(code: str, message: Words, span: Span, source: Source, language: str) -> Finding:
    """Make a finding of a code of the engine."""
    engine = ENGINE_CODES[code]
    span = within(span, source)
    at = source.location(span)
    return Finding(
        path=source.path,
        start=Position(*at.start),
        end=Position(*at.end),
        code=code,
        name=engine.name,
        severity=engine.severity,
        message=message.in_language(language),
        language=language,
        excerpt=at.excerpt,
        offset=span.start,
        place=at.place.in_language(language) if at.place else None,
        fatal=engine.fatal,
        quote=source.text[span.start : span.end],
        byte_columns=at.byte_columns,
    )


def rule_words(rule: Rule[Any], plugin: str = "") -> Words:
    """Return what a message calls a rule that failed; `plugin` as in `RuleRef`."""
    meta, home = rule.meta, type(rule).__module__
    if plugin:
        return Words(
            f"rule {meta.code} ({meta.name}) of plugin {plugin}", f"插件 {plugin} 的规则 {meta.code}（{meta.name}）"
        )
    return Words(f"rule {meta.code} ({meta.name}) of {home}", f"规则 {meta.code}（{meta.name}，来自 {home}）")


def crash_words(what: Words, error: BaseException, plugin: str = "", home: str = "", entry: Any = None) -> Words:
    """Say that a rule or a reader failed.

    Args:
        what: failed.
        error: what it raised.
        plugin: see `RuleRef`.
        home: see `failure_of`.
        entry: see `failure_of`.
    """
    if isinstance(error, RuleError):
        return Words(
            f"{what.en} {error.words.en}; the rest was still checked", f"{what.zh}{error.words.zh}；其余部分仍已检查"
        )
    failed, failure = Words("crashed", "崩溃"), failure_of(error, home, entry)
    if isinstance(error, LexiconError):  # the rule that asked for the list is not to blame
        failed, failure, plugin = Words("cannot be read", "无法读取"), str(error), error.plugin
        en, zh = (f" of plugin {plugin}", f"插件 {plugin} 的") if plugin else ("", "")
        what = Words(f"word list {error.name}{en}", f"{zh}词表 {error.name} ")
    whose = _OF_PLUGIN if plugin else _OF_AUTHOR
    return Words(
        f"{what.en} {failed.en}: {failure}; please report it to {whose.en}; the rest was still checked",
        f"{what.zh}{failed.zh}：{failure}；请告知{whose.zh}；其余部分仍已检查",
    )


_OF_AUTHOR = Words("its author", "其作者")
_OF_PLUGIN = Words("the authors of that plugin, not of okrlint", "该插件的作者，而不是 okrlint 的作者")


def failure_of(error: BaseException, home: str = "", entry: Any = None) -> str:
    """Return what was raised, and the file and line where it was.

    Args:
        error: the exception.
        home: the package whose code is looked for: the last of its lines tells its author more than where the libraries
            that it calls gave up.
        entry: the function of that package that was called: its first line is told where it gave something that another
            one could not use. Without it, or without a home, the last line of all is.
    """
    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, SyntaxError):  # tells its place itself, as far as it is known
        return detail if error.filename is None else f"{error.msg} ({error.filename}:{error.lineno})"
    places = []
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        if not frame.f_code.co_filename.startswith("<"):  # frozen: the machinery of imports
            is_own = str(frame.f_globals.get("__name__")).partition(".")[0] == home
            places.append((is_own, f"{frame.f_code.co_filename}:{trace.tb_lineno}"))
        trace = trace.tb_next
    own = [place for is_own, place in places if is_own]
    if not own and (code := getattr(entry, "__code__", None)) is not None:
        own = [f"{code.co_filename}:{code.co_firstlineno}"]
    own = own or [place for _, place in places]
    return f"{detail} ({own[-1]})" if own else detail
