"""Whether anybody said why something was changed: in the commit, in the document, or below the item itself."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import Addition, Commit, History, ItemSummary, Place, ProjectContext, fold, terms

_TELLING = 2
"""Words beside those that tell what was changed from which on a line says why."""

_MOSTLY = 0.6
"""The share of the words of an item from which on a line that has them is about it."""

_NEAR = 14
"""Days before or after a change within which a check-in may be about it."""

_FIELDS = frozenset(
    (
        *("change", "changes", "change_note", "note", "notes", "reason", "remark", "remarks", "history"),
        *("变更", "变更记录", "变更说明", "变更原因", "调整", "调整说明", "调整原因", "备注", "说明", "原因", "修订"),
    )
)
"""Names of fields in which notes stand."""


class Changed(NamedTuple):
    """Something that was changed.

    Attributes:
        commit: that did it; None for the files as they are now.
        added: the lines that it added beside items.
        names: what a note may call it by: the label of the item, the old value and the new one.
        before: the item as it was.
        after: the item as it is since; None where it is gone.
        now: the item as it is now; None where it is gone.
        document: where it stands, or stood; None where that is gone, too.
        notes: see `ItemHistory`.
    """

    commit: Commit | None
    added: tuple[str, ...]
    names: tuple[str, ...]
    before: ItemSummary
    after: ItemSummary | None
    now: ItemSummary | None
    document: Place | None
    notes: tuple[Addition, ...] = ()


def is_explained(changed: Changed, history: History, context: ProjectContext) -> bool:
    """Tell whether anybody said why something was changed, then or later.

    The message of the commit must give a reason. A line of the document need but say what was changed: whoever reads
    the document sees that, and nobody who reads it sees the message.
    """
    if changed.commit is not None and commit_explains(changed.commit, context, changed):
        return True
    if any(_tells(line, changed, context) for line in _since(changed, changed.notes)):
        return True
    if any(_tells(line, changed, context) for line in changed.added):
        return True
    if changed.after is None and any(
        _has_its_words(line, changed) for line in (*changed.added, *_later(changed, history))
    ):
        return True  # it is listed among what was given up
    if any(_is_about(line, changed) and _tells(line, changed, context) for line in _later(changed, history)):
        return True
    day = changed.commit.day if changed.commit else context.today
    return any(_tells(note, changed, context) for note in _own_notes(changed, day))


def commit_explains(commit: Commit, context: ProjectContext, changed: Changed | None = None) -> bool:
    """Tell whether the message of a commit, or of one that it merged, says why something was changed."""
    return any(_message_explains(message, context, changed) for message in (commit.message, *commit.merged))


def _message_explains(message: str, context: ProjectContext, changed: Changed | None) -> bool:
    """Tell whether the message of a commit says why something was changed, and not only that it was."""
    lines = [line for line in message.splitlines() if line.strip()]
    if changed is not None:
        lines = [line for line in lines if not is_about_another(line, changed)]
    if any(_trailer().match(line) for line in lines):
        return True
    return any(says_why(line, context) for line in lines if not is_signature(line))


def says_why(line: str, context: ProjectContext) -> bool:
    """Tell whether a line gives the reason for a change."""
    if context.lexicon("change_reasons").has(line):
        return True
    parts = [part for part in _separator().split(fold(line)) if part.strip()]
    if len(parts) < 2 or not _says_change(line, context):
        return False
    changes = [at for at, part in enumerate(parts) if _says_change(part, context)]
    return any(len(_telling(part)) >= _TELLING and changes != [at] for at, part in enumerate(parts))


def _tells(line: str, changed: Changed, context: ProjectContext) -> bool:
    """Tell whether a line of a document says that this was changed, or why something was."""
    if is_about_another(line, changed):
        return False
    if context.lexicon("change_reasons").has(line):
        return True
    return _says_change(line, context) and (_is_about(line, changed) or _what().search(line) is not None)


def _says_change(line: str, context: ProjectContext) -> bool:
    return (
        _arrow().search(line) is not None
        or _former().search(fold(line)) is not None
        or context.lexicon("change_words").has(line)
    )


def _telling(part: str) -> frozenset[str]:
    return frozenset(term for term in terms(part) if not any(map(str.isdigit, term))) - _plain()


def _later(changed: Changed, history: History) -> Iterator[str]:
    """Yield the lines that were added to the document afterwards."""
    if changed.document is not None:
        yield from _since(changed, history.additions.get(changed.document.document, ()))


def _since(changed: Changed, additions: Iterable[Addition]) -> Iterator[str]:
    for addition in additions:
        if addition.commit is None or (changed.commit and addition.commit.time >= changed.commit.time):
            yield from addition.lines


def _is_about(line: str, changed: Changed) -> bool:
    low = fold(line).lower()
    if any(_has_name(low, fold(name).lower()) for name in changed.names if name):
        return True
    return _has_its_words(line, changed)


def _has_its_words(line: str, changed: Changed) -> bool:
    said = _telling(changed.before.text)
    return len(said & terms(line)) >= max(_TELLING, _MOSTLY * len(said))


def is_about_another(line: str, changed: Changed) -> bool:
    """Tell whether a line names items by their labels, and not this one."""
    labels = _label().findall(fold(line))
    return bool(labels) and not _is_about(line, changed)


def _has_name(low: str, name: str) -> bool:
    """Tell whether a name stands in a line, and not as a part of a longer one: KR1 is not in KR10, nor 50 in 500."""
    at = low.find(name)
    while at >= 0:
        before, after = low[at - 1 : at], low[at + len(name) : at + len(name) + 1]
        if not (_goes_on(before, name[0]) or _goes_on(after, name[-1])):
            return True
        at = low.find(name, at + 1)
    return False


def _goes_on(char: str, other: str) -> bool:
    return bool(char) and char.isascii() and char.isalnum() and other.isascii() and other.isalnum()


def _own_notes(changed: Changed, day: date | None) -> Iterator[str]:
    """Yield what was noted below the item itself about that time."""
    known = {(entry.day, entry.note) for entry in changed.before.checkins}
    for item in (changed.after, changed.now):
        if item is None:
            continue
        for entry in item.checkins:
            is_near = day is not None and entry.day is not None and abs((entry.day - day).days) <= _NEAR
            if entry.note and (is_near or (item is changed.after and (entry.day, entry.note) not in known)):
                yield entry.note
        yield from _notes_in(item.fields, changed.before.fields)


def _notes_in(fields: Iterable[tuple[str, str]], before: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, text in fields:
        if (name, text) not in before and name in _FIELDS:
            yield f"{name}: {text}"


@cache
def _trailer() -> Pattern[str]:
    return compile_pattern(r"\s*OKR-Change:\s*\S", ASCII | IGNORECASE)


@cache
def _label() -> Pattern[str]:
    return compile_pattern(r"(?<![A-Za-z0-9])(?:KR|O)[ -]?\d", ASCII | IGNORECASE)


def is_signature(line: str) -> bool:
    """Tell whether a line of a message is one that tools add to it."""
    return _signature().match(line) is not None


@cache
def _signature() -> Pattern[str]:
    return compile_pattern(r"\s*(?:[A-Z][A-Za-z]*(?:-[A-Za-z]+)+: \S|Merge (?:branch|pull|remote)|#)", ASCII)


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"[;,()\[\]—–]|:(?!\d)|\.(?=\s)|\s-\s|[，；：（）。【】]")


@cache
def _what() -> Pattern[str]:
    """Match what a change may be of."""
    return compile_pattern(
        r"\b(?:targets?|goals?|deadlines?|due dates?|baselines?|weights?|scope|key results?|objectives?|wording)\b"
        r"|目标|目標|截止|期限|基线|基線|权重|權重|关键结果|關鍵結果|范围|範圍|措辞|措辭",
        ASCII | IGNORECASE,
    )


@cache
def _arrow() -> Pattern[str]:
    return compile_pattern(r"→|->|=>|➜|⇒")


@cache
def _former() -> Pattern[str]:
    """Match what leads to a value that was there before."""
    return compile_pattern(
        r"\b(?:was|formerly|previously|instead of)\s+\d|原(?:来|來|定|为|為|目标|目標|本)?[:： ]?\d", ASCII | IGNORECASE
    )


@cache
def _plain() -> frozenset[str]:
    """Return words that tell what was changed, and not why."""
    return terms(
        "okr okrs objective objectives key result results kr target targets goal goals baseline deadline date weight"
        " confidence progress week weekly quarter update updates check-in file files document team doc docs new old"
        " 目标 关键结果 目标值 基线 截止 日期 权重 信心 进度 本周 每周 周 季度 更新 文档 团队"
    )
