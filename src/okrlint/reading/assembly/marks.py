"""What marks at a label or a statement say: `🟡 KR2: …`, `✅ KR1: …`, `[P0] KR1: …`, `~~KR2: …~~`, `… 🟢 0.9`."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.model import Span, Text
from okrlint.reading.assembly.notes import is_done
from okrlint.reading.drafts import Draft, front_of, take
from okrlint.reading.statuses import LIGHTS, is_status
from okrlint.reading.values.inline import split_inline

_REACH = 60
"""Characters before a statement in which its label, and what stands beside that, is looked for."""

_LIGHTS = frozenset(LIGHTS)
_STRIKE = "~~"
_FEWEST = 2
_BLANKS = " \t\u3000"


def attach_marks(objectives: Sequence[Draft], source: str) -> None:
    """Give objectives and key results what marks at their labels and their statements say.

    A traffic light at the edge of a statement is a status where it stands there alone behind a figure, or where several
    items have one; else the statement may be about traffic lights.
    """
    items = [item for objective in objectives for item in (objective, *objective.children)]
    for objective in objectives:
        _take_stops(objective.children)
    for item in items:
        _take_footnotes(item)
    for item in items:
        front = front_of(item, source)
        if front:
            _take_front(item, front, source)
        if source.startswith(_STRIKE, item.text.span.end) or _STRIKE in item.text.raw:
            _take_strike(item, front, source)
    _take_lights([item for item in items if not _LIGHTS.isdisjoint(item.text.value)])
    if any(tick in source for tick in _TICKS):
        for level in (objectives, [item for objective in objectives for item in objective.children]):
            _take_ticks(level, source)


def _take_footnotes(item: Draft) -> None:
    value = item.text.value
    if value.endswith("]") and (note := _footnotes().search(value, max(0, len(value) - _REACH))) and note.start():
        item.text = item.text.part(0, note.start())


@cache
def _footnotes() -> Pattern[str]:
    return compile_pattern(r"(?:\s?\[\^[\w-]{1,20}\]){1,5}\Z")


def _take_stops(siblings: list[Draft]) -> None:
    """Take off what parts the items of a list that is written as one sentence: `……；` and `……。` behind the last."""
    if len(siblings) >= _FEWEST and all(item.text.value.endswith(_SEMICOLONS) for item in siblings[:-1]):
        for item in siblings:
            kept = item.text.value.rstrip(";；。 ")
            if kept:
                item.text = item.text.part(0, len(kept))


_SEMICOLONS = (";", "；")


def _take_front(item: Draft, front: str, source: str) -> None:
    head, label, _ = front.partition(item.label or "")
    if not label or any(map(str.isalnum, _priority().sub("", head))):  # else it is the mark-up of data
        return
    names = {name for name, _ in item.fields}
    start = item.text.span.start - len(front)
    light = next((at for at, char in enumerate(head) if char in _LIGHTS), -1)
    if light >= 0 and "status" not in names:
        item.fields.append(("status", Text.verbatim(source[start + light], start + light)))
    priority = _priority().search(head)
    if priority and "priority" not in names:
        item.fields.append(("priority", Text.verbatim(priority[0], start + priority.start())))


@cache
def _priority() -> Pattern[str]:
    return compile_pattern(r"(?<!\w)P[0-4](?!\w)", ASCII)


def _take_strike(item: Draft, front: str, source: str) -> None:
    """Take an item that is struck through, but for a remark behind it, for one that was dropped."""
    span = item.text.span
    begin = max(0, span.start - len(front) - len(_STRIKE))
    opening = source.find(_STRIKE, begin, span.start)
    if opening < 0 and not source.startswith(_STRIKE, span.start):
        return
    closing = source.find(_STRIKE, span.start + 1, span.end + len(_STRIKE))
    behind = source[closing + len(_STRIKE) : span.end].lstrip() if closing >= 0 else "?"
    if behind and behind[0] not in "(（[—–-→：:":
        return
    if any(name == "status" for name, _ in (*item.fields, *split_inline(item.text)[1])):
        return
    place = Span(closing, closing + len(_STRIKE))
    item.span = Span(item.span.start, max(item.span.end, place.end))  # it may end with its words
    item.fields.append(("status", Text.model_construct(value="dropped", raw=_STRIKE, span=place, pieces=())))


# Traffic lights


@cache
def _in_front() -> Pattern[str]:
    return compile_pattern(rf"([{LIGHTS}])\s{{0,3}}(?=\w)")


@cache
def _graded() -> Pattern[str]:
    """Match a light with a score or a share, and a remark on it: `🟢 0.9 — we got 270`, `🟡 40%`."""
    return compile_pattern(
        rf"\s{{0,3}}(?:[—–-]{{1,2}}\s{{1,3}})?(?P<light>[{LIGHTS}])\s{{0,2}}"
        r"(?P<score>0\.\d{1,2}|1\.0{1,2}|(?P<share>\d{1,3}\s?[%％]))"
        r"(?:\s{0,3}(?:[—–,，;；:：]|-(?=\s))\s{0,3}(?P<note>\S.{0,100})|\s?[(（](?P<remark>[^()（）]{1,100})[)）])?\Z",
        ASCII,
    )


@cache
def _at_end() -> Pattern[str]:
    return compile_pattern(
        rf"\s{{0,3}}(?:[—–|｜-]\s{{0,3}})?"
        rf"(?P<status>[{LIGHTS}]\s{{0,2}}(?P<words>[A-Za-z -]{{0,20}}|[\u4e00-\u9fff]{{0,6}}))\Z"
    )


def _take_lights(items: list[Draft]) -> None:
    waiting: list[tuple[Draft, str]] = []
    sides: Counter[str] = Counter()
    for item in items:
        if any(name == "status" for name, _ in item.fields):
            continue
        value = item.text.value
        if graded := _graded().search(value, max(0, len(value) - 2 * _REACH - len(LIGHTS))):
            fields = {"status": "light", "progress" if graded["share"] else "score": "score"}
            fields["note"] = "note" if graded["note"] else "remark"
            take(item, [(name, graded.span(group)) for name, group in fields.items()], (0, graded.start()))
        elif (ending := _at_end().search(value, max(0, len(value) - _REACH))) and is_status(ending["status"]):
            before = value[: ending.start()]
            apart = before and ending[0][0] in _BLANKS and not _leads_on().search(before)
            if ending["words"] or before[-1:] in _FIGURES or apart:
                sides["end"] += 1
                take(item, [("status", ending.span("status"))], (0, ending.start()))
            elif not _leads_on().search(before):
                waiting.append((item, "end"))
        elif _in_front().match(value):
            waiting.append((item, "front"))
    sides.update(side for _, side in waiting)
    for item, side in waiting:
        if sides[side] < _FEWEST:
            continue
        match = _at_end().search(item.text.value) if side == "end" else _in_front().match(item.text.value)
        if match:
            kept = (0, match.start()) if side == "end" else (match.end(), len(item.text.value))
            take(item, [("status", match.span(1))], kept)


_FIGURES = frozenset("0123456789%％)）]】万亿萬億")


@cache
def _leads_on() -> Pattern[str]:
    """Match words that go on with what follows them: `all services are`, 全部变为."""
    return compile_pattern(
        r"(?:\b(?:is|are|be|to|from|at|on|in|of|the|a|all|as|show|shows|showing|stay|stays|turn|turns|keep|than|and|or|with"
        r"|get|gets|got|marked|status|light|lights|colou?r)"
        r"|[为為是到至变變成显顯示持的从從拿打亮灯燈得]|状态|狀態|颜色|顏色)\Z",
        IGNORECASE,
    )


# Words at the end


def attach_last_words(objectives: Sequence[Draft], source: str) -> None:
    """Take the status that a statement ends with in bold or in capitals, and the item that it supports in brackets.

    `Churn from 5% to 3% **DONE**`, `NPS 45 BLOCKED`, `支持多人场景 [O2-KR2]`.
    """
    for item in [item for objective in objectives for item in (objective, *objective.children)]:
        value = item.text.value
        start = _bold_end(item.text, source) or _capitals_at(value)
        before = value[:start].rstrip(" \u3000—–|｜-")
        if start and before and not _leads_on().search(before) and not any(name == "status" for name, _ in item.fields):
            take(item, [("status", (start, len(value)))], (0, len(before)))
        found = _supported().search(item.text.value) if item.text.value.endswith(("]", "】")) else None
        if (
            found
            and found.start()
            and found["label"] not in (item.label, *(objective.label for objective in objectives))
        ):
            take(item, [("supports", found.span("label"))], (0, found.start()))


def _bold_end(text: Text, source: str) -> int:
    """Return where the bold words begin that a statement ends with, if they are a status; else 0."""
    at = text.raw.rfind(_BOLD)
    words = text.raw[at + len(_BOLD) :].strip() if at > 0 else ""
    is_bold = bool(words) and source.startswith(_BOLD, text.span.end) and text.value.endswith(words)
    return len(text.value) - len(words) if is_bold and is_status(words) else 0


def _capitals_at(value: str) -> int:
    found = _capitals().search(value) if value[-2:].isupper() and value[-2:].isascii() else None
    return found.start(1) if found else 0


_BOLD = "**"


@cache
def _capitals() -> Pattern[str]:
    return compile_pattern(
        r"(?<=[\d%％)）\u4e00-\u9fffa-z])\s{1,3}(DONE|WIP|BLOCKED|PAUSED|CANCELL?ED|DROPPED|COMPLETED?|DELAYED|ON HOLD"
        r"|AT RISK|ON TRACK|IN PROGRESS|NOT STARTED)\Z"
    )


@cache
def _supported() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[\[【]\s?(?P<label>O\d{1,2}(?:[-/. ]{0,2}KR ?\d{1,2})?)\s?[\]】]\Z", ASCII)


# Ticks

_TICKS = "✅✔☑❌✘✗✖"
_SIGNS_OF_DONE = frozenset(_TICKS)


@cache
def _tick_at_end() -> Pattern[str]:
    return compile_pattern(
        rf"\s{{0,3}}(?:[—–|｜-]\s{{0,3}}|[(（]\s?)?(?P<tick>[{_TICKS}]\ufe0f?)\s{{0,2}}"
        r"(?P<words>[A-Za-z][A-Za-z -]{0,20}|[\u4e00-\u9fff]{2,6})?\s?[)）]?\Z"
    )


@cache
def _tick_in_front() -> Pattern[str]:
    return compile_pattern(rf"(?P<tick>[{_TICKS}]\ufe0f?)\s{{0,3}}[:：]?\s{{0,3}}(?=\w)")


def _take_ticks(items: Sequence[Draft], source: str) -> None:
    """Take ticks and crosses at the edges of statements, with the words behind them, for what is done.

    In front of all of them the same sign may be an ornament.
    """
    in_front: list[tuple[Draft, Text]] = []
    for item in items:
        value = item.text.value
        before_label = _tick_before_label(item, source)
        if before_label:
            in_front.append((item, before_label))
        elif match := _tick_in_front().match(value):
            in_front.append((item, item.text.part(*match.span("tick"))))
        elif match := _tick_at_end().search(value, max(0, len(value) - _REACH)):
            _take_tick_at_end(item, match)
        elif not _SIGNS_OF_DONE.isdisjoint(value):
            _take_tick_before_fields(item)
    if len({tick.value for _, tick in in_front}) < _FEWEST and len(in_front) == len(items):
        return
    for item, tick in in_front:
        item.fields.append(("done", tick))
        if match := _tick_in_front().match(item.text.value):
            item.text = item.text.part(match.end(), len(item.text.value))


def _take_tick_before_fields(item: Draft) -> None:
    """Take the tick in `Close 5 bugs ✅ (owner: Ana)`, and with it the fields behind it."""
    text, fields = split_inline(item.text)
    match = _tick_at_end().search(text.value, max(0, len(text.value) - _REACH)) if fields else None
    if match:
        whole, item.text = item.text, text
        _take_tick_at_end(item, match)
        if item.text is text:
            item.text = whole
        else:
            item.fields.extend(fields)


def _tick_before_label(item: Draft, source: str) -> Text | None:
    front = front_of(item, source)
    head, label, _ = front.partition(item.label) if item.label else ("", "", "")
    at = next((at for at, char in enumerate(head) if char in _TICKS), -1) if label else -1
    if at < 0 or any(map(str.isalnum, head)):
        return None
    return Text.verbatim(head[at], item.text.span.start - len(front) + at)


def _take_tick_at_end(item: Draft, match: Match[str]) -> None:
    before = item.text.value[: match.start()]
    told = match["words"]
    if not before.strip() or _leads_on().search(before):
        return
    fields = [("done", match.span("tick"))]
    if told:
        if is_done(item.text.part(*match.span("words"))) is None and not is_status(f"{LIGHTS[0]} {told}"):
            return
        fields.append(("status", match.span("words")))
    known = {name for name, _ in item.fields}
    take(item, [field for field in fields if field[0] not in known], (0, match.start()))
