"""What is attached to an objective or a key result: fields, actions, check-ins."""

from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_han
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.layout.fieldlines import fields_of_line
from okrlint.reading.layout.roles import Roles
from okrlint.reading.layout.tables import Columns, field_rows
from okrlint.reading.outline import Block
from okrlint.reading.values.inline_lists import pictured
from okrlint.reading.values.ratings import is_placeholder

_TOLERANCE = 0.02
"""By how much shares of the whole may miss it (3 × 0.33)."""


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"

_DAY = (
    r"(?:20)?\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}[日号號]|\d{1,2}/\d{1,2}(?![\d/])"
    rf"|(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:st|nd|rd|th)?(?:,? 20\d\d)?"
)
"""A day as check-ins are dated with."""


@cache
def _dated() -> Pattern[str]:
    """Match the day that a check-in in a list begins with, a number of the week before it aside."""
    week = r"(?:(?:[Ww]eek|[Ww]k|W) ?\d{1,2}|第? ?[\d一二三四五六七八九十]{1,3} ?[周週])"
    return compile_pattern(
        rf"(?:{week}[\s,，:：]{{0,3}}(?=[(（\[]?\d|[(（\[]?[A-Z]))?[\[(（【]?({_DAY})"
        r"[\])）】]?(?:\s{0,3}[:：—–-]|\s|$)\s{0,3}",
        ASCII,
    )


@cache
def _day_of_heading() -> Pattern[str]:
    return compile_pattern(rf"(?<!\d)({_DAY})(?!\d)", ASCII)


@cache
def _share() -> Pattern[str]:
    """Match who answers for how much of a key result: `Ana: 2/3`, `张三：40%` (any characters that are not ASCII)."""
    return compile_pattern(
        r"([A-Z][\w.+& -]{0,30}|[^\x00-\x7f（：]{2,4})\s{0,2}(?:[(（][^()（）]{0,30}[)）])?\s{0,2}[:：]\s{0,3}"
        r"(?:(\d{1,2})/(\d{1,2})|([01]?\.\d{1,3})|(\d{1,3}) ?[%％])",
        ASCII,
    )


def attach(draft: Draft, blocks: list[Block], roles: Roles) -> None:
    """Give a draft what the blocks below it say about it; blocks that say nothing of the kind are left out.

    Items with a box, and those that a name like "Actions" announces, are actions; others that begin with a day, or
    that "Check-ins" announces, are check-ins.
    """
    if not blocks:
        return
    announced = ""
    shares = _shares(blocks, roles) if len(blocks) > 1 else {}
    draft.fields.extend(("owner", name) for name in shares.values())
    weeks = _weeks(blocks, roles)
    for block in blocks:
        head = roles.heads[block]
        if id(block) in shares:
            continue
        if block.kind == "quote":
            attach(draft, block.children, roles)
        elif block.kind == "table":
            _attach_table(draft, block)
        elif head.role == "field" and head.name not in ("action", "checkin"):
            _attach_field(draft, block, head.name, roles)
            announced = ""
        elif head.role in ("field", "aside", "key_results", "objectives"):
            announced = head.name
            text = roles.statement(block)
            if head.role == "field" and text is not None:
                _attach_entry(draft, Draft(text), announced)
            if announced:
                for child in block.children:
                    _attach_announced(draft, child, announced, roles)
            elif block.children:
                attach(draft, block.children, roles)
        elif head.role == "objective":
            if not head.label:  # below a key result, 目标 is what it shall reach
                _attach_field(draft, block, "target", roles)
        else:
            _attach_plain(draft, block, announced, roles, weeks.get(id(block)))


def _attach_plain(draft: Draft, block: Block, announced: str, roles: Roles, of_week: Text | None) -> None:
    fields = pictured(block.text) if block.text is not None and not announced else []
    if of_week is not None and announced in ("", "checkin"):
        draft.checkins.append(_entry(block, of_week, roles))
    elif fields:
        draft.fields.extend(fields)
    else:
        _attach_announced(draft, block, announced, roles)


@cache
def _week() -> Pattern[str]:
    """Match the week that an item begins with, and the separator behind it: `Week 3: `, `第3周：`, `2026-W15: `."""
    return compile_pattern(
        r"[*_]{0,2}(?:(?:20\d\d ?-? ?)?(?:[Ww]eek|[Ww]k|W|CW|KW) ?#?\d{1,2}"
        r"|(?:20\d\d年)?第 ?[\d一二三四五六七八九十]{1,3} ?[周週]"
        r"|(?:[Ww]eek (?:of|beginning|ending|commencing)|[Ww]/[ce]) [^:：]{3,16})"
        r"(?: ?[(（][^()（）]{1,20}[)）])?[*_]{0,2}\s{0,2}(?:[:：]|\s[—–-]\s|[—–]|(?=🟢|🟡|🔴))[*_]{0,2}\s{0,3}(?=\S)",
        ASCII,
    )


def _weeks(blocks: list[Block], roles: Roles) -> dict[int, Text]:
    """Return the items that tell how things stood in a week, by block; none of a plan that says what to do in each."""
    found: dict[int, Text] = {}
    reports = False
    for block in blocks:
        text = roles.statement(block) if block.kind == "item" and block.done is None else None
        match = _week().match(text.value) if text and roles.heads[block].role == "plain" else None
        if text and match:
            found[id(block)] = text
            reports = reports or _tells_state().match(text.value, match.end()) is not None
    return found if reports else {}


@cache
def _tells_state() -> Pattern[str]:
    """Match a bare figure, or words with a confidence, a progress, a traffic light or a status: no step of a plan."""
    return compile_pattern(
        r"[~≈约約]?\s?[$€£¥￥]?\d[\d,.]{0,12}\s?(?:[%％kKmM万萬亿億]{1,2}|/\s?\d{1,6})?\s{0,2}(?=[,，;；。.(（|｜—–→]|\s-|\Z)"
        r"|.{0,80}?(?:(?i:confidence|progress)|信心[指值]?[数數]?|把握|进度|進度)[^\d]{0,4}\d"
        r"|.{0,80}?(?:🟢|🟡|🔴|\b[Oo](?:n|ff)[ -]track\b|\b[Aa]t risk\b|有风险|有風險)",
    )


_ENDS_OF_SHARES = "0123456789%％"


def _shares(blocks: list[Block], roles: Roles) -> dict[int, Text]:
    """Return who answers for a share, by the block that says so, where all the shares add up to the whole."""
    names: dict[int, Text] = {}
    total = 0.0
    for block in blocks:
        text = roles.statement(block) if block.kind == "item" and roles.heads[block].role == "plain" else None
        match = _share().fullmatch(text.value) if text and text.value[-1] in _ENDS_OF_SHARES else None
        if text and match and (match[1].isascii() or all(map(is_han, match[1]))):
            names[id(block)] = text.part(*match.span(1))
            total += _share_of(match)
    return names if len(names) > 1 and abs(total - 1) <= _TOLERANCE else {}


def _share_of(match: Match[str]) -> float:
    of, whole, part, hundredths = match.group(2, 3, 4, 5)
    if of:
        return int(of) / int(whole) if int(whole) else 0.0
    return float(part) if part else int(hundredths) / 100


def _attach_field(draft: Draft, block: Block, name: str, roles: Roles) -> None:
    text = roles.statement(block)
    if text is not None:
        draft.fields.extend(fields_of_line(name, text, block.value[: roles.heads[block].at]))
    elif block.children and all(_dated().match(child.value) for child in block.children):
        name = "checkin"
    for child in block.children:
        if name == "checkin":
            _attach_announced(draft, child, name, roles)
        elif roles.heads[child].role == "field":
            attach(draft, [child], roles)
        elif text is None and child.text is not None:
            draft.fields.append((name, child.text))


def _attach_announced(draft: Draft, block: Block, announced: str, roles: Roles) -> None:
    if block.kind not in ("item", "line"):
        if block.kind == "table":
            _attach_table(draft, block)
        elif block.kind == "section" and announced == "checkin":
            attach_day(draft, block, roles)
        return
    if block.kind == "line" and block.done is None:
        return
    text = roles.statement(block)
    if text is None:
        return
    dated = _dated().match(text.value)
    if dated and announced in ("", "checkin") and block.kind == "item":
        is_step = not announced and _is_step(block, text.value[dated.end() :])
        entry = Draft(text.part(dated.end(), len(text.value)), Span(text.span.start, block.end()), done=block.done)
        entry.fields.append(("deadline" if is_step else "date", text.part(*dated.span(1))))
        attach(entry, block.children, roles)
        (draft.actions if is_step else draft.checkins).append(entry)
    elif block.kind == "item" and announced in ("action", "checkin"):
        _attach_entry(draft, _entry(block, text, roles), announced)
    elif block.done is not None:
        _attach_entry(draft, _entry(block, text, roles), "action")


def _is_step(block: Block, words: str) -> bool:
    """Tell whether an item behind a day and a box is something to do: a ticked one may tell a figure of that day."""
    return block.done is False or (block.done is True and not any(map(str.isdigit, words)))


def day_of_heading(section: Block) -> Text | None:
    """Return the day that a heading names, or None."""
    day = _day_of_heading().search(section.value)
    return section.text.part(*day.span(1)) if day and section.text else None


def attach_day(draft: Draft, section: Block, roles: Roles) -> bool:
    """Give a draft the entries below a heading that names their day; tell whether it does."""
    date = day_of_heading(section)
    if date is None:
        return False
    for block in section.children:
        text = block.text and (roles.statement(block) or block.text.part(0, 0))
        if text is not None and block.kind in ("item", "line"):
            entry = _entry(block, text, roles)
            entry.fields.append(("date", date))
            draft.checkins.append(entry)
    return True


def _entry(block: Block, text: Text, roles: Roles) -> Draft:
    entry = Draft(text, Span(text.span.start, block.end()), roles.heads[block].label or None, done=block.done)
    attach(entry, [child for child in block.children if roles.heads[child].role == "field"], roles)
    return entry


def _attach_entry(draft: Draft, entry: Draft, name: str) -> None:
    (draft.checkins if name == "checkin" else draft.actions).append(entry)


def _attach_table(draft: Draft, table: Block) -> None:
    columns = Columns(table)
    date_at = columns.day()
    if date_at is not None and len(table.rows) > 1:
        for row in table.rows[1:]:
            _attach_dated_row(draft, [cell[0].text if cell else None for cell in row], columns, date_at)
        return
    action_at = columns.at("action")
    if action_at is not None and len(table.rows) > 1:
        for row in table.rows[1:]:
            _attach_step_row(draft, [cell[0].text if cell else None for cell in row], columns, action_at)
        return
    for name, text in field_rows(table):
        if canonical(name):  # below an item, 目标 is what it shall reach
            draft.fields.append(("target" if name == "objective" else name, text))


def _attach_step_row(draft: Draft, cells: list[Text | None], columns: Columns, action_at: int) -> None:
    """Add the step of a plan that a row holds: `| Action | Owner | Due |`."""
    step = cells[action_at] if action_at < len(cells) else None
    if step is None or is_placeholder(step.value):
        return
    entry = Draft(step)
    for name, text in zip(columns.names, cells, strict=False):
        if name == "key_result" and text is not None:
            entry.label = text.value
        elif name and text is not None and text is not step:
            entry.fields.append((name, text))
    draft.actions.append(entry)


def _attach_dated_row(draft: Draft, cells: list[Text | None], columns: Columns, date_at: int) -> None:
    """Add what a row of a log says: of what stands around it, or of the key result that a column names."""
    date = cells[date_at] if date_at < len(cells) else None
    if date is None or not _when().match(date.value):
        return
    said = {at: text for at, text in enumerate(cells[: len(columns.names)]) if text and not is_placeholder(text.value)}
    note_at = columns.at("note")
    if note_at not in said:  # else what stands in a column of the author's own: `| Date | NPS |`
        note_at = next((at for at in said if at != date_at and not canonical(columns.headers[at])), None)
    note = said.pop(note_at) if note_at is not None else date.part(0, 0)
    entry = Draft(note, Span(date.span.start, max(text.span.end for text in (*said.values(), note, date))))
    for at, text in said.items():
        named = label(f"{columns.headers[at]}:") if columns.names[at] == "key_result" else None
        if named and named.label:
            told = Draft(text, text.span, named.label)
            told.fields.append(("date", date))
            draft.checkins.append(told)
        elif columns.names[at] == "key_result":
            entry.label = text.value
        else:
            entry.fields.append(("date" if text is date else columns.names[at], text))
    if note.value or len(entry.fields) > 1:
        draft.checkins.append(entry)


@cache
def _when() -> Pattern[str]:
    """Match how the cell of a day or a week begins."""
    return compile_pattern(rf"\W{{0,3}}(?:\d|[Ww](?:eek|k)?[ #]?\d|第|{_MONTH})", ASCII)
