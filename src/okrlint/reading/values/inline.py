"""Fields that stand inside a statement: `Churn 4% → 2% (owner: Ana, confidence 5/10) [P0]`."""

from functools import cache
from re import ASCII, Match, Pattern, escape
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.folding import fold_width, is_cjk
from okrlint.model import Text
from okrlint.reading.fields import any_declared, is_declared
from okrlint.reading.names import is_name
from okrlint.reading.values.inline_fields import (
    BARS,
    BLANKS,
    CLOSING,
    LONGEST_DAY,
    LONGEST_NAME,
    MAX_FIELDS,
    OPENING,
    PICTURES,
    RATED,
    SEPARATORS,
    TAIL,
    InlineField,
    Named,
    field_at,
    field_of,
    is_day,
    may_be_week,
    may_name_field,
    mentions_end,
    named,
    priority,
    reads,
)
from okrlint.reading.values.inline_lists import STOPS, leading_group, listed, trailing_group


def split_inline(text: Text, *, ranked: bool = True) -> tuple[Text, list[InlineField]]:
    """Return the statement alone, and the fields (canonical name, words) that were attached to it, in order.

    What is not plainly a field stays in the statement: "(P95)", "(current is 125k)", "(globally)".

    Args:
        text: a statement with what is attached to it.
        ranked: whether `(P1)` at its end can be a priority; in some documents it names a project.
    """
    value = text.value
    if not _may_hold_fields(value):
        return text, []
    start, end = _strip(value, 0, len(value))
    leading: list[InlineField] = []
    while len(leading) < MAX_FIELDS and (found := _first(text, start, end)):
        fields, start = found
        leading.extend(fields)
        start, end = _strip(value, start, end)
    trailing: list[InlineField] = []
    while len(trailing) < MAX_FIELDS and _may_end_with_field(value, start, end):
        found = _last(text, start, end, ranked=ranked) or (_name_behind_bar(text, start, end) if trailing else None)
        if found is None:
            break
        fields, end = found
        trailing[:0] = fields
        start, end = _strip(value, start, end)
    if not leading and not trailing:
        return text, []
    return text.part(start, end), leading + trailing


_SIGNS = frozenset(":：=＝)）]】@＠—|｜·⇒" + BARS + "".join(PICTURES))
"""What a statement with a field holds, but for one that begins with a tag or names its field without a colon."""


def _may_hold_fields(value: str) -> bool:
    """Tell whether a statement can begin or end with a field; most that cannot are told at little cost."""
    if value.lstrip(BLANKS)[:1] in _TAG_INITIALS or value[-1:] in OPENING or _has_sign(value):
        return True
    return _may_end_with_field(value.rstrip(BLANKS), 0, len(value.rstrip(BLANKS)))


def _may_end_with_field(value: str, start: int, end: int) -> bool:
    """Tell whether `value[start:end]` can end with a field: what is left of most statements cannot."""
    last = value[end - 1 : end]
    if last in OPENING or last in STOPS or _has_sign(value[max(start, end - TAIL - _BEHIND) : end]):
        return True
    if _may_end_with_status(value[max(start, end - LONGEST_DAY - LONGEST_DAY) : end]):
        return True
    tail = value[max(start, end - _LONGEST_WEEK) : end]
    if last in _ENDS_OF_WEEKS or (last.isdigit() and "W" in tail) or (last in _PERCENT and "完成" in tail):
        return True
    return (
        last in _ENDS_OF_DONE
        and value.endswith(_DONE, start, end)
        and "%" in value[max(start, end - LONGEST_DAY) : end]
    )


_ENDS_OF_WEEKS = frozenset("周週旬")
_PERCENT = frozenset("%％")
_DONE = ("complete", "completed", "done", "finished")
_ENDS_OF_DONE = frozenset("ed")


def _has_sign(words: str) -> bool:
    return not _SIGNS.isdisjoint(words) or "0." in words or "1." in words or may_name_field(words)


def _strip(value: str, start: int, end: int) -> tuple[int, int]:
    while start < end and value[start] in BLANKS:
        start += 1
    while start < end and value[end - 1] in BLANKS:
        end -= 1
    return start, end


def _first(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read the fields that a statement begins with: where the rest begins; never the whole of it."""
    initial = text.value[start : start + 1]
    found: tuple[list[InlineField], int] | None = None
    if initial in CLOSING:
        found = leading_group(text, start, end)
    elif initial in _TAG_INITIALS:
        found = _leading_tag(text, start, end)
    elif initial in BARS:
        from okrlint.reading.values.inline_outcomes import leading_bar  # few statements begin with one

        found = leading_bar(text, start, end)
    found = found or _leading_field(text, start, end)
    return found if found and found[1] < end else None


def _last(text: Text, start: int, end: int, *, ranked: bool) -> tuple[list[InlineField], int] | None:
    """Read the fields that a statement ends with: where it ends without them; never the whole of it."""
    found = (
        trailing_group(text, start, end, ranked=ranked)
        or _trailing_result(text, start, end)
        or _trailing_outcome(text, start, end)
        or _trailing_mentions(text, start, end)
        or _trailing_field(text, start, end)
        or _trailing_rating(text, start, end)
        or _trailing_week(text, start, end)
        or _trailing_share(text, start, end)
    )
    return found if found and found[1] > start else None


# At the beginning of a statement


def _leading_tag(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read `P0: `, `P0 - `, `0.7: ` and `@ana ` before a statement."""
    folded = fold_width(text.value[start : min(end, start + 60)])
    match = priority().match(folded) or _leading_grade().match(folded) or _unranked(text, start)
    if match:
        after = match.end()
        if folded[0] in "Pp" and folded[after : after + 2] == " @" and (stop := mentions_end(folded, after + 1)):
            behind = _behind_signs().match(folded, stop)
            if behind:
                mention = ("owner", text.part(start + after + 1, start + stop))
                return [("priority", text.part(start, start + after)), mention], start + behind.end()
        while after < len(folded) and folded[after] in " :-":
            after += 1
        if not set(folded[match.end() : after]) & set(":-"):
            return None
        name = "priority" if folded[0] in "Pp" else "score"
        return [(name, text.part(start, start + match.end()))], start + after
    if folded.startswith("@") and (stop := mentions_end(folded, 0)):
        after = stop
        while after < len(folded) and folded[after] in " :,-":
            after += 1
        return ([("owner", text.part(start, start + stop))], start + after) if after > stop else None
    return None


@cache
def _behind_signs() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}(?:[:|]|--?(?=\s)|[—–])\s{0,3}(?=\S)")


def _unranked(text: Text, start: int) -> Match[str] | None:
    """Match `PX`, a priority that is not set yet, where it is written as code as the others are."""
    match = _not_set().match(text.value, start)
    at = text.locate(start, start + 2) if match and text.pieces else None
    return match if at and text.raw[at.end - text.span.start :][:1] == "`" else None


@cache
def _not_set() -> Pattern[str]:
    return compile_pattern(r"P[Xx?](?=[\s:：—–-])")


_TAG_INITIALS = frozenset("Pp01@Ｐｐ０１＠")
"""What a tag before a statement begins with."""


@cache
def _leading_grade() -> Pattern[str]:
    return compile_pattern(r"(?:0\.\d{1,2}|1\.0)(?=:)", ASCII)


def _leading_field(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read `Confidence 5/10, weight 30%: ` and `信心指数7，权重30%，` before a statement."""
    found = named(text.value, start)
    if found is None or found.name not in RATED | {"priority", "deadline"}:
        return None
    for at in range(found.begin + 1, min(end, found.begin + 40)):
        char = text.value[at]
        if char in ",，;；。" or (char in ":：|｜-—–" and _spaced(text.value, at)):
            words = text.part(found.begin, at)
            if words.value and reads(found.name, words.value):
                return [(found.name, words)], at + 1
    return None


def _spaced(value: str, at: int) -> bool:
    return value[at] in "：｜—" or value[at + 1 : at + 2] in tuple(BLANKS)


# At the end of a statement


def _trailing_mentions(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read `@ana` (and all mentions right before it) at the end, and a day behind it: `@ana 2026-05-08`.

    What is an e-mail address or a package is no mention.
    """
    value = text.value
    low = max(start, end - TAIL)
    if value.find("@", low, end) < 0 and (value.isascii() or value.find("＠", low, end) < 0):
        return None
    folded = fold_width(value[low:end]).rstrip(".。 ")
    at = folded.find("@")
    while at >= 0:
        before = folded[at - 1 : at]
        free = not before or not before.isalnum() or is_cjk(before)
        behind = mentions_end(folded, at) if free else 0
        day = _day_behind(text.part(low + behind, end)) if behind else None
        if behind == len(folded) or day:
            if _declared_before(value, start, low + at) is not None:
                return None
            stop = at
            while stop > 0 and (folded[stop - 1] in " -,;|(" or folded[stop - 1] in PICTURES):
                stop -= 1
            in_charge = folded[at:behind].endswith(_IN_CHARGE) and len(folded[at:behind]) > _IN_CHARGE_LENGTH
            owner = ("owner", text.part(low + at, low + behind - (2 if in_charge else 0)))
            return [owner, ("deadline", day)] if day else [owner], low + stop
        at = folded.find("@", at + 1)
    return None


_IN_CHARGE = ("负责", "負責", "牵头", "牽頭")
_IN_CHARGE_LENGTH = 3


def _day_behind(text: Text) -> Text | None:
    """Return the day that all the words behind a mention are, or None."""
    words = text.value.strip(" ,，、()（）")
    if not words or len(words) > LONGEST_DAY or not reads("deadline", words):
        return None
    start = text.value.index(words)
    return text.part(start, start + len(words))


def _may_end_with_status(tail: str) -> bool:
    """Tell at a glance whether words may end with how things stand, behind a dash or a bar."""
    if _DASHES.isdisjoint(tail) and " - " not in tail:
        return False
    words = tail.lower()
    return words.endswith(_STATUSES) or (words[-1:] in _ENDS_OF_SHARES and any(map(words.__contains__, _STATUSES)))


_DASHES = frozenset("–—|｜·")
_ENDS_OF_SHARES = frozenset(")）%％")
_STATUSES = (
    *("track", "risk", "complete", "completed", "done", "progress", "started", "hold", "blocked", "delayed", "paused"),
    *("dropped", "cancelled", "canceled", "deferred", "postponed", "abandoned", "schedule"),
    *(
        "风险",
        "風險",
        "延期",
        "延迟",
        "延遲",
        "完成",
        "进行中",
        "進行中",
        "开始",
        "開始",
        "滞后",
        "滯後",
        "落后",
        "落後",
    ),
    *("计划", "計劃", "推进", "推進", "正常", "受阻", "取消", "放弃", "放棄", "搁置", "擱置", "暂停", "暫停"),
)
"""What the words end with that `is_status` knows."""


def _trailing_result(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    tail = text.value[max(start, end - _LONGEST_RESULT) : end]
    if not (":" in tail or "：" in tail) or not any(map(tail.__contains__, _RESULTS)):
        return None
    from okrlint.reading.values.results import trailing_result  # plans have none

    return trailing_result(text, start, end)


_RESULTS = ("esult", "utcome", "ctual", "结果", "結果", "完成", "达成", "達成", "实际", "實際")
_LONGEST_RESULT = 90

_OUTCOME_SIGNS = frozenset("⇒" + BARS)


def _trailing_outcome(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    tail = text.value[max(start, end - TAIL) : end]
    signs = "=>" in tail or "0." in tail or "1.0" in tail  # what an outcome holds, beside a drawn bar
    if not signs and not _may_end_with_status(tail) and (tail.isascii() or _OUTCOME_SIGNS.isdisjoint(tail)):
        return None
    from okrlint.reading.values.inline_outcomes import trailing_outcome  # plans have none

    return trailing_outcome(text, start, end)


def _trailing_rating(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read a share or a grade behind its name at the end, set apart by nothing: `… @ana 6/30 confidence 5/10`.

    What stands before it must be whole without it: it tells a number or a person, and does not lead on.
    """
    value = text.value
    low = max(start, end - TAIL)
    if value[end - 1] not in _ENDS_OF_RATINGS:
        return None
    match = _rating_by_name().search(value, low, end)
    before = value[start : match.start()] if match else ""
    if match is None or leads_on().search(before) or not any(char.isdigit() or char in "@＠" for char in before):
        return None
    name = "weight" if match["name"].lower()[0] in "w权權" else "confidence"
    if name == "weight" and "@" not in before and "＠" not in before:  # people lose weight
        return None
    return [(name, text.part(*match.span("rating")))], match.start()


def _trailing_week(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read a week behind a bar or a dash (`… — W8`, `…，第3周`), or one of a quarter behind a blank (`… Q2W4`)."""
    value = text.value
    low = max(start, end - LONGEST_DAY)
    if not may_be_week(value[max(low, end - _LONGEST_WEEK) : end]):
        return None
    found = _week_behind().search(value, low, end)
    if found is None or found.start() == start:
        return None
    from okrlint.reading.values.weeks import is_due, is_week_of_quarter  # few statements end with a week

    is_sure = found["sign"].strip() or is_week_of_quarter(found["week"])
    if not is_sure or not is_due(found["week"], value[start : found.start()]):
        return None
    return [("deadline", text.part(*found.span("week")))], found.start()


_LONGEST_WEEK = 12


@cache
def _week_behind() -> Pattern[str]:
    return compile_pattern(
        r"(?P<sign>\s{0,3}(?:[—–|｜·,，;；]{1,2}|\s-)\s{0,3}|\s)"
        r"(?P<week>(?:20\d\d年?[ -]?)?(?:Q[1-4] ?)?(?:W ?\d{1,2}|[Ww]eek ?\d{1,2}|第.{1,3}[周週])|\d{1,2}月[上中下]旬)"
        r"[。.]?\Z",
        ASCII,
    )


def _trailing_share(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read how much is done at the end, where the statement has a figure of its own: `…，完成60%`, `… 60% done`."""
    value = text.value
    if not (value[end - 1] in _PERCENT or value.endswith(_DONE, start, end)):
        return None
    found = _share_behind().search(value, max(start, end - LONGEST_DAY), end)
    if found is None or found.start() == start or not quantities.amounts(value[start : found.start()]):
        return None
    if leads_on().search(value, start, found.start()):
        return None
    return [("progress", text.part(*found.span("share" if found["share"] else "told")))], found.start()


@cache
def _share_behind() -> Pattern[str]:
    return compile_pattern(
        r"(?:\s{0,3}(?:[,，;；|｜·]|[—–]{1,2}|\s--?)\s{0,3}(?:已经?|目前|当前|當前)?完成了?"
        r"|\s{1,3}(?:已完成|目前完成|完成度))[:：]?\s?"
        r"(?P<share>\d{1,3}(?:\.\d{1,2})?\s?[%％])\Z"
        r"|(?:\s{0,3}[,;|·—–]{1,2}\s{0,3}|\s--?\s)"
        r"(?P<told>\d{1,3}(?:\.\d{1,2})?%) (?:complete|completed|done|finished)\Z",
        ASCII,
    )


_ENDS_OF_RATINGS = frozenset("0123456789%％成")


@cache
def _rating_by_name() -> Pattern[str]:
    return compile_pattern(
        r"(?<=\s)(?P<name>信心(?:指数|指數|值|度)?|把握|权重|權重|[Cc]onfidence(?: level)?|[Ww]eight)\s{0,2}"
        r"(?P<rating>\d{1,2}/10|[01]\.\d{1,2}|\d{1,3}\s?[%％]|[一二三四五六七八九]成)\Z"
    )


@cache
def leads_on() -> Pattern[str]:
    """Return the pattern of the end of words that something must follow: `raised to`, 提升到."""
    return compile_pattern(
        r"(?:\b(?:to|of|in|on|at|with|and|or|the|a|an|from|for|our|their)|[的到至和与與从從由])\s{0,2}\Z"
    )


def _trailing_field(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read the last field that stands behind a separator, or, if it is a rating with a colon, behind a blank."""
    value = text.value
    low = max(start + 1, end - TAIL)
    tail = value[max(start, low - _BEHIND) : end]
    ascii_only = tail.isascii()
    has_colon = ":" in tail or "=" in tail or not (ascii_only or _COLONS.isdisjoint(tail))
    before_day = "|" in tail or not (ascii_only or _BEFORE_A_DAY.isdisjoint(tail))
    has_picture = not ascii_only and not PICTURES.keys().isdisjoint(tail)
    if not (has_colon or before_day or has_picture or "【" in tail or may_name_field(tail)):
        return None
    for match in reversed(list(_openings().finditer(value, low - 1, end))):
        at = match.end()
        found = named(value, at)
        if found is None and not before_day:
            continue
        behind = value[max(start, at - _BEHIND) : at].rstrip(BLANKS)
        separated = behind[-1:] in _BEFORE_A_FIELD or _set_apart(value, at, found)
        if not separated and not has_colon:
            continue
        field = field_of(text, found, end, strict=not separated) if found else None
        if field is None and behind[-1:] in _BEFORE_A_DAY and _is_last_day(value, start, at, end):
            field = ("deadline", text.part(at, end))
            separated = True
        if field and _attached(field, behind[-1:]) and (separated or _is_rating(found)):
            longer = _declared_before(value, start, found.begin) if found else None
            if longer is None and found and found.name in RATED:
                longer = _longer_before(value, max(start, at - LONGEST_NAME), found)
            if longer is not None and longer < at:  # `Data owner: Ana`, not `owner: Ana`
                at, field = longer, field_at(text, longer, end, strict=False) or field
            return listed(text.part(at, end)) or [field], _before_separator(value, start, at)
    return None


_COLONS = frozenset(":：=＝")

_BEHIND = 4
"""How many characters before a field are looked at for a separator."""

_BEFORE_A_FIELD = frozenset(SEPARATORS + "-.")


def _declared_before(value: str, start: int, begin: int) -> int | None:
    """Return where a declared field stands whose words begin at an offset, if there is one."""
    if not any_declared():
        return None
    for match in _openings().finditer(value, max(start, begin - LONGEST_NAME - _COLON), begin):
        at = match.end()
        found = named(value, at)
        whole = not set(SEPARATORS) & set(value[at:begin])
        if whole and found and found.begin == begin and is_declared(found.name):
            return at
    return None


def _longer_before(value: str, start: int, found: Named) -> int | None:
    """Return where the name of a rating begins with words before it: `Current score: 3/10`, `KR confidence: 5/10`."""
    for match in _openings().finditer(value, start, found.begin):
        if named(value, match.end()) == found:
            return match.end()
    return None


_COLON = 4
"""How many characters a colon and the blanks around it mostly are."""


@cache
def _openings() -> Pattern[str]:
    """Match the sign before a word, or what a name in brackets follows: behind it a field may begin."""
    return compile_pattern(rf"[{BLANKS}{escape(SEPARATORS)}](?=[^{BLANKS}])|.(?=【)")


_BEFORE_A_DAY = frozenset("—|｜·")
"""What a day stands behind at the end of a statement without a name: `Launch the beta — 30 June`."""


def _is_last_day(value: str, start: int, at: int, end: int) -> bool:
    """Tell whether a statement ends with one day, which is not the end of a range."""
    if end - at > LONGEST_DAY or not is_day(value[at:end].strip("。.")):
        return False
    before = value[max(start, at - LONGEST_DAY) : at].rstrip(BLANKS + "—|｜·").split()[-3:]
    return not any(is_day(" ".join(before[first:])) for first in range(len(before)))


def _attached(field: InlineField, separator: str) -> bool:
    """Tell whether a field may stand openly behind a statement: short, and behind a full stop only a sure one."""
    name, words = field[0], field[1].value
    if name in ("owner", "contributors") and (len(words) > 60 or "](" in words):
        return False
    if is_declared(name):
        return True
    if separator in (".", "。") and name not in RATED | {"owner", "contributors", "deadline"}:
        return False
    return name in ("note", "measure", "source") or not any(sign in words for sign in (": ", "："))


def _set_apart(value: str, at: int, found: Named | None) -> bool:
    """Tell whether a name stands in brackets (`【负责人】`), behind a wide blank, or is a sure one.

    Sure are those of owners and days, and those that are declared.
    """
    if value[at] == "【":  # a measure in brackets is a blank of a template: 把【指标名称】提升到40%
        return found is not None and found.name not in ("measure", "metric")
    if value[at - 1] == "\u3000" or value[at - 2 : at] == "  " or value[at] in PICTURES:
        return True
    plain = found is not None and found.colon and (found.name in ("owner", "deadline") or is_declared(found.name))
    return plain and (value[at].isupper() or is_cjk(value[at]))


def _is_rating(found: Named | None) -> bool:
    return found is not None and found.colon and found.name in RATED


def _name_behind_bar(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read the name in `Zero freezes | Cy | confidence 5/10`, where a field stands behind it."""
    bar = max(text.value.rfind("|", start, end), text.value.rfind("｜", start, end))
    words = text.part(bar + 1, end)
    return ([("owner", words)], bar) if bar > start and is_name(words.value) else None


def _before_separator(value: str, start: int, at: int) -> int:
    while at > start and value[at - 1] in BLANKS + "|｜;；,，、—–-·":
        at -= 1
    return at
