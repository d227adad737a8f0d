"""`okrlint history`: each item's line through time, for people and as the contract of version 1 has it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from okrlint.history.interface import Commit, History, ItemHistory, Version
from okrlint.language.similarity import without_figures
from okrlint.model import Words
from okrlint.project.summaries import Figure, ItemSummary
from okrlint.reporting.json import VERSION, to_json
from okrlint.reporting.width import printable, wrap

if TYPE_CHECKING:
    from okrlint.reporting.timeline_contract import ItemHistoryData, VersionData

_BARS = "▁▂▃▄▅▆▇█"
_LONGEST = 60
"""Characters of words that a change quotes."""

_NOW = Words("not committed", "尚未提交")
_GONE = Words("removed", "已删除")
_NONE = Words("none", "无")
_CREATED = Words("created", "新建")
_MOVED = Words("moved", "移动")
_OWNER = Words("owner", "负责人")
_NOTHING = Words("No item was found.", "没有找到任何条目。")
_NAMES = {
    "text": Words("words", "文字"),
    "owners": _OWNER,
    "period": Words("cycle", "周期"),
    "deadline": Words("deadline", "截止日期"),
    "weight": Words("weight", "权重"),
    "score": Words("score", "评分"),
    "metric": Words("metric", "指标"),
    "baseline": Words("baseline", "基线值"),
    "target": Words("target", "目标值"),
    "status": Words("status", "状态"),
    "type": Words("type", "类型"),
    "supports": Words("supports", "支撑"),
}
_SERIES = {"confidence": Words("confidence", "信心"), "progress": Words("progress", "进度")}


def as_text(history: History, language: str, width: int | None, since: date | None = None) -> str:
    """Return a history for people.

    Args:
        history: of the documents.
        language: of the words around; what documents say is quoted as it is.
        width: cells of a line; None where lines are not to be broken.
        since: leaves out what was changed before; None tells all.
    """
    lines: list[str] = []
    path = None
    for item in _told(history, since):
        if item.versions[-1].path != path:
            path = item.versions[-1].path
            lines += ["", printable(path)] if lines else [printable(path)]
        lines += _fitted(_head(item, language), 2, width)
        for line in _body(item, language, since):
            lines += _fitted(line, 6, width)
    return "\n".join(lines or [_NOTHING.in_language(language)]) + "\n"


def as_json(history: History, language: str, since: date | None = None) -> str:
    """Return a history as JSON."""
    items = ",\n  ".join(to_json(_item_as_data(item)) for item in _told(history, since))
    first = to_json(history.first_day.isoformat() if history.first_day else None)
    gap = to_json(history.gap.in_language(language) if history.gap else None)
    return f'{{"version": {VERSION},\n "first_day": {first},\n "gap": {gap},\n "items": [{items}]}}\n'


def _told(history: History, since: date | None) -> Iterator[ItemHistory]:
    for item in history.items:
        commits = [version.commit for version in item.versions]
        if item.removal is not None:
            commits.append(item.removal.commit)
        if since is None or any(commit is None or commit.day >= since for commit in commits):
            yield item


def _head(item: ItemHistory, language: str) -> str:
    now = item.versions[-1].item
    label = now.label or now.id
    if now.kind == "key_result" and now.objective not in label:
        label = f"{now.objective} {label}"
    owners = ", ".join(each.text for each in now.owners or now.owners_inherited)
    head = f"{label}  {now.text}"
    return f"{head}  ({_OWNER.in_language(language)}: {owners})" if owners else head


def _body(item: ItemHistory, language: str, since: date | None) -> Iterator[str]:
    before: Version | None = None
    for version in item.versions:
        if since is None or version.commit is None or version.commit.day >= since:
            what = "; ".join(_changes(before, version, language))
            if what:
                yield f"{what} {_signed(version.commit, language)}"
        before = version
    if item.removal is not None:
        yield f"{_GONE.in_language(language)} {_signed(item.removal.commit, language)}"
    for name, words in _SERIES.items():
        values = series(item, name)
        if len(values) > 1:
            bars = "".join(_BARS[min(int(max(value, 0.0) * len(_BARS)), len(_BARS) - 1)] for value in values)
            yield f"{words.in_language(language)} {bars} {_short(values[0])} → {_short(values[-1])}"


def series(item: ItemHistory, name: str) -> list[float]:
    """Return an item's confidence, or progress, through time: what versions said, then check-ins by their day."""
    found: list[float] = []
    last = item.versions[-1].item
    entries = sorted((entry for entry in last.checkins if entry.day), key=lambda entry: entry.day or date.min)
    told = [value for entry in entries if (value := getattr(entry, name)) is not None]
    if len(told) > 1:
        return told
    for version in item.versions:
        value = version.item.confidence.value if name == "confidence" and version.item.confidence else None
        if name == "progress":
            value = _progress(version.item)
        if value is not None and (not found or found[-1] != value):
            found.append(value)
    return found


def _progress(item: ItemSummary) -> float | None:
    """Return how far an item is, 0 to 1: by its figures, or as its latest check-in has it."""
    baseline, target, current = (each.value if each else None for each in (item.baseline, item.target, item.current))
    if target is not None and current is not None and target != (baseline or 0.0):
        return min(max((current - (baseline or 0.0)) / (target - (baseline or 0.0)), 0.0), 1.0)
    return next((entry.progress for entry in reversed(item.checkins) if entry.progress is not None), None)


def _changes(before: Version | None, after: Version, language: str) -> Iterator[str]:
    if before is None:
        yield _CREATED.in_language(language)
        return
    was, now = said(before.item), said(after.item)
    is_in_figures = (was["baseline"], was["target"]) != (now["baseline"], now["target"]) and without_figures(
        before.item.text
    ).split() == without_figures(after.item.text).split()
    for name, value in now.items():
        old = was[name]
        if old != value and not (name == "text" and is_in_figures):  # the figure itself is told
            none = _NONE.in_language(language)
            yield f"{_NAMES[name].in_language(language)} {_clipped(old) or none} → {_clipped(value) or none}"
    if before.path != after.path:
        yield f"{_MOVED.in_language(language)} {before.path} → {after.path}"
    for name, words in _SERIES.items():
        one, other = (_value(each.item, name) for each in (before, after))
        if one != other and other is not None:
            former = _short(one) if one is not None else _NONE.in_language(language)
            yield f"{words.in_language(language)} {former} → {_short(other)}"


def _value(item: ItemSummary, name: str) -> float | None:
    if name == "progress":
        return _progress(item)
    return item.confidence.value if item.confidence else None


def said(item: ItemSummary) -> dict[str, str]:
    """Return what an item says, by the names of the contract; "" for what it does not."""
    return {
        "text": item.text,
        "owners": ", ".join(each.text for each in item.owners or item.owners_inherited),
        "period": item.period.name if item.period else "",
        "deadline": (item.deadline.value.isoformat() if item.deadline.value else item.deadline.raw)
        if item.deadline
        else "",
        "weight": _raw(item.weight),
        "score": _raw(item.score),
        "metric": item.metric or "",
        "baseline": _raw(item.baseline),
        "target": _raw(item.target),
        "status": item.status or "",
        "type": item.type or "",
        "supports": ", ".join(each.text for each in item.supports),
    }


def _raw(figure: Figure | None) -> str:
    return figure.raw if figure else ""


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _clipped(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _signed(commit: Commit | None, language: str) -> str:
    if commit is None:
        return f"({_NOW.in_language(language)})"
    return f"({commit.day.isoformat()}, {commit.author}, {commit.short_id})"


def _fitted(text: str, indent: int, width: int | None) -> Sequence[str]:
    blanks = " " * indent
    text = printable(text)
    if width is None:
        return [blanks + text]
    first, *rest = wrap(text, max(width - indent - 2, 2))
    return [blanks + first, *(f"{blanks}  {line}" for line in rest)]


def _item_as_data(item: ItemHistory) -> "ItemHistoryData":
    now = item.versions[-1].item
    removal: Any = None
    if item.removal is not None:
        removal = {"commit": _commit_as_data(item.removal.commit), "added": list(item.removal.added)}
    return {
        "path": item.versions[-1].path,
        "kind": now.kind,
        "id": now.id,
        "objective": now.objective,
        "label": now.label,
        "text": now.text,
        "confidence": series(item, "confidence"),
        "progress": series(item, "progress"),
        "versions": [_version_as_data(version) for version in item.versions],
        "removal": removal,
    }


def _version_as_data(version: Version) -> "VersionData":
    return {
        "commit": _commit_as_data(version.commit),
        "path": version.path,
        "said": {name: words or None for name, words in said(version.item).items()},
        "confidence": version.item.confidence.value if version.item.confidence else None,
        "progress": _progress(version.item),
        "added": list(version.added),
    }


def _commit_as_data(commit: Commit | None) -> Any:
    if commit is None:
        return None
    return {
        "id": commit.id,
        "author": commit.author,
        "email": commit.email,
        "time": commit.time.isoformat(),
        "message": commit.message,
    }
