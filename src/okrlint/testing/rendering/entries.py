"""What a document and its items say beside their statements, as names and words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrlint.model import Action, CheckIn, Document, Field, Item, KeyResult, Objective, Owner, Text, Value

_CHINESE = {
    "owner": "负责人",
    "contributors": "协作人",
    "deadline": "截止日期",
    "start_date": "开始日期",
    "confidence": "信心指数",
    "weight": "权重",
    "score": "得分",
    "progress": "进度",
    "status": "状态",
    "priority": "优先级",
    "baseline": "基线",
    "target": "目标值",
    "current": "当前值",
    "unit": "单位",
    "metric": "指标",
    "measure": "衡量标准",
    "action": "行动",
    "step": "行动",
    "checkin": "周会记录",
    "supports": "对齐",
    "plan_reference": "年度计划",
    "cycle": "周期",
    "team": "团队",
    "cadence": "更新频率",
    "note": "备注",
    "date": "日期",
    "why": "为什么",
    "kind": "类型",
    "objective": "目标",
    "key_result": "关键结果",
    "health_metrics": "健康指标",
}

PEOPLE_APART = {"en": "; ", "zh": "、"}
"""What stands between people: "Sales, Product" may be a name and what it stands for."""


class Entry(NamedTuple):
    """Something that is said by name.

    Attributes:
        name: as readers call it.
        words: what is said; several for several of a kind.
    """

    name: str
    words: tuple[str, ...]


class Note(NamedTuple):
    """A step of a plan, or a check-in.

    Attributes:
        words: the step; or the note, "" where there is none.
        entries: what is said of it by name; the day of a check-in first.
        done: whether it is ticked off, or None.
    """

    words: str
    entries: tuple[Entry, ...]
    done: bool | None = None


class Names:
    """What fields are called in a language."""

    def __init__(self, language: str) -> None:
        self._is_chinese = language == "zh"

    def word(self, name: str) -> str:
        """Return the name of a field for people."""
        if self._is_chinese and name in _CHINESE:
            return _CHINESE[name]
        return _ENGLISH.get(name, name.replace("_", " ")).capitalize()

    def key(self, name: str) -> str:
        """Return the name of a field as a key of data."""
        if self._is_chinese and name in _CHINESE:
            return _CHINESE[name]
        return _ENGLISH.get(name, name).replace(" ", "_")


_ENGLISH = {
    "deadline": "due",
    "checkin": "check-ins",
    "action": "actions",
    "step": "action",
    "plan_reference": "annual plan",
    "supports": "aligned to",
    "cadence": "check-in frequency",
}


def entries_of_document(document: Document) -> list[Entry]:
    """Return what is said of all objectives, but for the title and check-ins."""
    return [
        *_cycle(document),
        *_one("team", document.team),
        *_people("owner", document.owners),
        *_one("cadence", document.cadence),
        *_one("status", document.status),
        *_several("plan_reference", document.plans),
        *_own(document.fields),
    ]


def entries_of(item: Item) -> list[Entry]:
    """Return what is said of an item, but for its steps and check-ins, and for what its statement says already."""
    deadline = None if item.deadline_inherited or _is_said(item.deadline, item) else item.deadline
    entries = [
        *_people("owner", item.owners),
        *_people("contributors", item.contributors),
        *_one("deadline", deadline),
        *_one("confidence", item.confidence),
        *_one("weight", item.weight),
        *_one("score", item.score),
        *_one("status", item.status),
        *_one("priority", item.priority),
        *_several("supports", item.supports),
        *_several("measure", item.measures),
    ]
    if isinstance(item, KeyResult):
        entries += _metric(item)
    if isinstance(item, Objective):
        entries += _of_objective(item)
    return [*entries, *_own(item.fields)]


def steps_of(item: Item) -> list[Note]:
    """Return the steps of an item's plan."""
    return [_step(action) for action in item.actions]


def checkins_of(said: Item | Document) -> list[Note]:
    """Return the check-ins of an item, or of the document."""
    return [_checkin(each) for each in said.checkins]


def _of_objective(objective: Objective) -> Iterator[Entry]:
    yield from _one("why", objective.why)
    if objective.kind:
        yield Entry("kind", (objective.kind,))
    yield from _one("cycle", objective.cycle)
    yield from _one("team", objective.team)


def _metric(item: KeyResult) -> Iterator[Entry]:
    metric = item.metric
    if metric is None:
        return
    yield from _one("metric", metric.name)
    quantities = {"baseline": metric.baseline, "target": metric.target, "current": metric.current}
    for name, quantity in quantities.items():
        if not _is_said(quantity, item):
            yield from _one(name, quantity)
    if metric.unit and metric.unit not in (quantity.unit for quantity in quantities.values() if quantity):
        yield Entry("unit", (metric.unit,))


def _step(action: Action) -> Note:
    due = None if _is_within(action.due, action.text) else action.due
    owners = tuple(owner for owner in action.owners if not _is_within(owner, action.text))
    return Note(str(action.text), (*_people("owner", owners), *_one("deadline", due)), action.done)


def _checkin(entry: CheckIn) -> Note:
    entries = [Entry("date", (entry.date.isoformat(),))] if entry.date else []
    if not _is_within(entry.confidence, entry.note):
        entries += _one("confidence", entry.confidence)
    if entry.progress is not None:
        entries.append(Entry("progress", (f"{entry.progress * 100:g}%",)))
    if not _is_within(entry.value, entry.note):
        entries += _one("current", entry.value)
    return Note(str(entry.note or ""), tuple(entries))


def _cycle(document: Document) -> list[Entry]:
    cycle = document.cycle
    if cycle is None or cycle.place == "title":
        return []
    if "/" in cycle.value and cycle.start and cycle.end:
        return [Entry("start_date", (cycle.start.isoformat(),)), Entry("deadline", (cycle.end.isoformat(),))]
    return [Entry("cycle", (_line(cycle.raw) or cycle.value,))]


def _is_said(value: Value | None, item: Item) -> bool:
    return _is_within(value, item.text)


def _is_within(value: Value | None, text: Text | None) -> bool:
    """Tell whether a value stands in words that are written anyway."""
    if value is None or text is None or not value.raw:
        return False
    ends = (value.span.start, value.span.end - 1)
    if not text.pieces:
        return text.raw == text.value and all(text.span.start <= end < text.span.end for end in ends)
    return all(any(piece.source <= end < piece.source + piece.length for piece in text.pieces) for end in ends)


def _one(name: str, value: Value | None) -> list[Entry]:
    if value is None:
        return []
    words = value.value if isinstance(value, Text) else _line(value.raw)
    return [Entry(name, (words,))] if words else []


def _several(name: str, texts: tuple[Text, ...]) -> list[Entry]:
    return [Entry(name, tuple(text.value for text in texts))] if texts else []


def _people(name: str, people: Iterable[Owner]) -> list[Entry]:
    words = tuple(f"@{person.value}" if person.handle else person.value for person in people)
    return [Entry(name, words)] if words else []


def _own(fields: Iterable[Field]) -> list[Entry]:
    found: dict[str, list[str]] = {}
    for field in fields:
        found.setdefault(field.name, []).append(field.text.value)
    return [Entry(name, tuple(words)) for name, words in found.items()]


def _line(words: str) -> str:
    return " ".join(words.split())
