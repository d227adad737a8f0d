"""Several fields in one place inside a statement, mostly brackets: `(owner: Ana, due 30 June)`, `（张三，6月15日）`."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern, escape
from re import compile as compile_pattern
from typing import TYPE_CHECKING

from okrlint.language.folding import fold_width, is_cjk
from okrlint.model import Text
from okrlint.reading.fields import any_declared, is_declared
from okrlint.reading.names import is_common_name, is_name, split_names
from okrlint.reading.values.inline_fields import (
    BESIDE_WORDS,
    BLANKS,
    BRACKETS,
    CLOSING,
    LONGEST_NAME,
    MAX_FIELDS,
    OPENING,
    PICTURES,
    RATED,
    SEPARATORS,
    TAIL,
    WIDE_BLANKS,
    InlineField,
    Named,
    attachable_built_in,
    field_of,
    is_day,
    marked,
    may_be_week,
    named,
    priority,
    reads,
)
from okrlint.reading.values.people import one_by_one

if TYPE_CHECKING:
    from okrlint.reading.values.asides import Aside

_SPACED_SLASH = " / "

STOPS = frozenset("。.;；,，")
"""What may stand behind a group at the end of a statement."""


def trailing_group(text: Text, start: int, end: int, *, ranked: bool) -> tuple[list[InlineField], int] | None:
    """Read the fields in brackets at the end of `value[start:end]`, and where the opening bracket stands.

    For `ranked` see `split_inline`.
    """
    value = text.value
    close = end
    while close > start and value[close - 1] in STOPS:
        close -= 1
    opening = OPENING.get(value[close - 1]) if close else None
    if opening is None:
        return None
    open_at = _matching(value, max(start, close - TAIL), close - 1, opening)
    fields = _grouped(text, open_at + 1, close - 1, behind=start) if open_at >= 0 else None
    if fields and not ranked and opening in "(（" and _is_bare_priority(fields, value[open_at + 1 : close - 1]):
        return None
    if not fields and open_at >= 0:
        fields = _count_or_day(text, start, open_at, close) or fields
    if fields is None and opening == "[" and open_at > start:
        fields = _tag_behind_priority(text, start, open_at, close)
    return (fields, open_at) if fields else None


def _is_bare_priority(fields: list[InlineField], inner: str) -> bool:
    """Tell whether parentheses hold `P1` alone, without the name of the field."""
    return len(fields) == 1 and fields[0][0] == "priority" and fields[0][1].value == inner.strip()


def _with_tenths(text: Text, start: int, low: int, high: int) -> list[InlineField] | None:
    """Read the confidence that stands beside an owner and a day without its name: `(Ana, 15 June, 6/10)`; else None.

    Tenths may be what is done of a number that the statement names (`Give 10 talks`), or else a day (`4/1, 6/10`).
    """
    if text.value.find("10", low, high) < 0 or names_ten(text.value, start, low - 1):
        return None
    inner = text.part(low, high)
    rated = [at for at, end in _segments(inner.value) if tenths().fullmatch(fold_width(inner.value[at:end]))]
    fields = listed(inner, rated_at=rated[0]) if len(rated) == 1 else None
    said = dict(fields or ())
    days = said.get("deadline")
    if "owner" not in said or days is None or _count().search(fold_width(days.value)):
        return None
    return fields


@cache
def tenths() -> Pattern[str]:
    """Return the pattern of a number of tenths, which may be a confidence: 6/10."""
    return compile_pattern(r"(?:10|\d(?:\.\d)?) ?/ ?10", ASCII)


def names_ten(value: str, start: int, end: int) -> bool:
    """Tell whether ten of something stand in a part of a text (`Give 10 talks`); not 10%, 10 h and 10万."""
    return _ten().search(value, start, end) is not None


@cache
def _ten() -> Pattern[str]:
    return compile_pattern(
        r"(?<![\d.,$€£¥])10(?![\d.]|,\d|\s?(?:[%％‰万萬亿億千百倍]|[kKMmhs]\b|ms\b|min|hours?\b|days?\b|小[时時]|分[钟鐘]|天))"
        r"|\b[Tt]en\b|(?<![一二三四五六七八九两])十(?![一二三四五六七八九])",
        ASCII,
    )


def _count_or_day(text: Text, start: int, open_at: int, close: int) -> list[InlineField]:
    """Read what is done of a number that the statement names (`Give 4 talks (3/4)`), or else a day (`(3/4)`)."""
    inner = text.part(open_at + 1, close - 1)
    count = _count().fullmatch(inner.value)
    if count and count[2] in _digits().findall(text.value, max(start, open_at - TAIL), open_at):
        return [("progress", inner)]
    if is_day(inner.value):
        return [("deadline", inner)]
    if may_be_week(inner.value):
        from okrlint.reading.values.weeks import is_due  # few name a week

        return [("deadline", inner)] if is_due(inner.value, text.value[start:open_at]) else []
    return []


@cache
def _count() -> Pattern[str]:
    return compile_pattern(r"(\d{1,4}) ?/ ?(\d{1,4})", ASCII)


@cache
def _digits() -> Pattern[str]:
    return compile_pattern(r"\d{1,15}", ASCII)


def leading_group(text: Text, start: int, end: int) -> tuple[list[InlineField], int] | None:
    """Read the fields in the brackets that open at `start`, and where the words behind them begin."""
    value = text.value
    close = value.find(CLOSING[value[start]], start, min(end, start + TAIL))
    fields = _grouped(text, start + 1, close) if close > 0 else None
    if not fields:
        return None
    after = close + 1
    while after < end and value[after] in ":：-—– \t":
        after += 1
    return fields, after


def _matching(value: str, low: int, close: int, opening: str) -> int:
    closing = value[close]
    nearest = value.rfind(opening, low, close)
    if nearest < 0 or value.find(closing, nearest, close) < 0:
        return nearest
    depth = 0
    for at in range(close, low - 1, -1):
        depth += (value[at] == closing) - (value[at] == opening)
        if not depth:
            return at
    return -1


def _tag_behind_priority(text: Text, start: int, open_at: int, close: int) -> list[InlineField]:
    """Read the team's tag in `[P0][DP]`."""
    tag = text.value[open_at + 1 : close - 1]
    before = fold_width(text.value[max(start, open_at - 5) : open_at]).rstrip()
    behind_priority = before.endswith("]") and priority().fullmatch(before.rpartition("[")[2][:-1])
    return [("team", text.part(open_at + 1, close - 1))] if behind_priority and tag.isalpha() and tag.isupper() else []


def _grouped(text: Text, low: int, high: int, *, behind: int | None = None) -> list[InlineField] | None:
    """Read what stands in parentheses, `behind` the statement that begins there; None unless all of it is fields."""
    fields = _named_throughout(text, low, high)
    if not fields and behind is not None:
        fields = _with_tenths(text, behind, low, high)
    if fields:
        return fields
    inner = text.part(low, high)
    return _alone(inner) or listed(inner) or _named_and_dated(inner)


def _named_throughout(text: Text, low: int, high: int) -> list[InlineField] | None:
    """Read fields that all have a name and a colon, as most have: as `listed` does, in one pass; None for others."""
    value = text.value
    if high - low > TAIL or value.find(_SPACED_SLASH, low, high) >= 0 or any_declared():
        return None
    fields: list[InlineField] = []
    while low < high:
        match = _named_field().match(value, low, high)
        name = attachable_built_in(match[1]) if match else None
        if match is None or name is None:
            return None
        fields.append((name, text.part(*match.span(2))))
        low = match.end()
    return fields if len(fields) <= MAX_FIELDS else None


@cache
def _named_field() -> Pattern[str]:
    """Match a name, a colon, and words without brackets up to the next separator: `owner: Ana; `."""
    apart, brackets = escape(SEPARATORS), escape(BRACKETS)
    return compile_pattern(
        rf"[{BLANKS}]*+([^{apart}:：=＝【]{{1,{LONGEST_NAME}}}+)[:：][{WIDE_BLANKS}]*+"
        rf"(?=\S)([^{apart}{brackets}]++)(?:[{apart}]|\Z)"
    )


@cache
def _done_share() -> Pattern[str]:
    """Match what says how much is done: 完成60%, 当前进度 60%, `60% complete`."""
    return compile_pattern(
        r"(?:(?:已经?|目前|当前|當前|现在|現在)?(?:完成(?:度|率|了)?|达成(?:率|了)?|達成(?:率|了)?|[进進]度|[进進]展)(?:为|為|约|約|到)?[:：]?\s?)"
        r"(?P<share>\d{1,3}(?:\.\d{1,2})?\s?%)"
        r"|(?P<told>\d{1,3}(?:\.\d{1,2})?\s?%) (?:is |now )?(?:complete|completed|done|achieved|finished)",
        ASCII | IGNORECASE,
    )


@cache
def _graded() -> Pattern[str]:
    return compile_pattern(
        r"(0\.\d{1,3}|1\.0{1,2}|(?:10|\d)/(?:5|10))(?:\s{0,2}(?:--?|[,;:])\s{0,2}(.{1,200}))?", ASCII
    )


def _alone(inner: Text) -> list[InlineField]:
    """Read a group that needs no name: `[P0]`, `[0.7]`, `(0.5 -- half of the sites)`, `(@ana)`, `(by 30 June)`."""
    folded = fold_width(inner.value)
    name = marked(folded)
    if name:
        return [(name, inner)]
    graded = _graded().fullmatch(folded) if folded[:1].isdigit() else None
    if graded:
        fields = [("progress" if "/" in graded[1] else "score", inner.part(*graded.span(1)))]
        return [*fields, ("note", inner.part(*graded.span(2)))] if graded[2] else fields
    if "%" in folded and (done := _done_share().fullmatch(folded)):
        return [("progress", inner.part(*done.span("share" if done["share"] else "told")))]
    if folded.lower().startswith("by ") and reads("deadline", inner.part(3, len(folded)).value):
        return [("deadline", inner)]
    return []


def _plain(folded: str) -> str | None:
    """Return the field that words are by themselves: P0, committed, @ana, 30 June."""
    return marked(folded) or ("deadline" if is_day(folded) else None)


def listed(inner: Text, *, rated_at: int | None = None) -> list[InlineField] | None:
    """Read fields behind separators, each with its name but for what can be nothing else.

    The first of several may be just a name of a person: `（李四，6月15日）`. What is no field of its own goes on with
    the field before it: `owner: Ana, Bo`.

    Args:
        inner: the fields.
        rated_at: where a confidence without a name begins, if there is one.
    """
    value = inner.value
    starts: list[tuple[int, str, Named | None]] = []  # where a field begins, which, and its name if that is told
    ends: dict[int, int] = {}  # where those end that words such as 完成 stand behind
    before = ""
    for at, end in _segments(value):
        words = value[at:end]
        here = named(value, at)
        # A colon that stands in the segment is the first that follows in the whole text, too.
        found = here if here and here.colon and here.begin < end else named(words, 0)
        name = found.name if found else _nameless(words, {name for _, name, _ in starts})
        name = "confidence" if at == rated_at else name
        if name is None and not starts:
            return None
        if name is None and starts[-1][1] in ("owner", "contributors"):
            beside = _beside_owner(value, starts[-1][0], at, end)
            if beside and (beside.name == "note" or all(beside.name != told for _, told, _ in starts)):
                name, here = beside.name, Named(beside.name, at + beside.start, colon=True)
                ends[at] = at + beside.end
        if name is not None and not (starts and is_declared(starts[-1][1]) and _goes_on(before, words)):
            starts.append((at, name, here))
        before = words
    if len(starts) > MAX_FIELDS or (len(starts) == 1 and starts[0][2] is None):
        return None
    fields: list[InlineField] = []
    end = len(value)
    for at, name, found in reversed(starts):
        field = field_of(inner, found, ends.get(at, end), strict=False) if found else (name, _trimmed(inner, at, end))
        if field is None:
            return None
        several = one_by_one(value[at : found.begin], field[1]) if found and name == "owner" else [field[1]]
        fields.extend((field[0], each) for each in reversed(several))
        end = at
    fields.reverse()
    return fields


def _beside_owner(value: str, owner_at: int, start: int, end: int) -> "Aside | None":
    """Return what a part of a list is that stands behind an owner and names none, if it can be told."""
    from okrlint.reading.values.asides import BARS, aside, up_to_bar  # most lists name all of their fields

    behind_bar = value[owner_at:start].rstrip(BLANKS)[-1:] in BARS
    return aside(value[start:end], up_to_bar(value, start) if behind_bar else None)


def pictured(text: Text) -> list[InlineField]:
    """Read a line that emoji mark as one of fields: `👤 Ana | 📅 30 June | Confidence: 6/10`; [] for any other."""
    if text.value[:1] not in PICTURES:
        return []
    fields = listed(text) or []
    people = [name for field, names in fields if field == "owner" for name in split_names(names.value)]
    return fields if all(map(_may_be_name, people)) else []


def _may_be_name(words: str) -> bool:
    return words.startswith("@") or is_name(words) or (2 <= len(words) <= 4 and all(map(is_cjk, words)))


def _goes_on(before: str, words: str) -> bool:
    """Tell whether words without a name are of the kind of those before them: `Review dates: 10 May, 30 June`."""
    kind = _plain(fold_width(words)) if named(words, 0) is None else None
    if kind is None:
        return False
    found = named(before, 0)
    return kind == _plain(fold_width(before[found.begin if found else 0 :]))


def _nameless(words: str, known: set[str]) -> str | None:
    """Return the field that a segment without a name begins, None where it goes on with the one before it."""
    name = _plain(fold_width(words))
    if name == "deadline" and not known.isdisjoint(("deadline", "start_date", "cycle")):
        return None
    if name == "owner" and "owner" in known:
        return None
    if name is None and known <= _BESIDE_OWNERS and is_name(words):
        return "owner" if RATED.isdisjoint(known) or is_common_name(words) else None
    return name


_BESIDE_OWNERS = RATED | {"priority", "deadline", "kind"}
"""The fields behind which a bare name is one of an owner, and does not go on with their words."""


def _segments(value: str) -> list[tuple[int, int]]:
    """Return what stands between separators, without the blanks around it."""
    found: list[tuple[int, int]] = []
    start = 0
    ends = [match.start() for match in _separators().finditer(value, 0, TAIL + len(_SPACED_SLASH))]
    for at in [*ends, len(value)]:
        if at > TAIL:
            break
        while start < at and value[start] in BLANKS:
            start += 1
        found.append((start, at))
        start = at + (len(_SPACED_SLASH) if value[at : at + 1] == " " else 1)
    return found


@cache
def _separators() -> Pattern[str]:
    return compile_pattern(rf"[{escape(SEPARATORS)}]| (?=/ )")


def _trimmed(text: Text, start: int, end: int) -> Text:
    return text.part(start, start + len(text.value[start:end].rstrip(BESIDE_WORDS + "/")))


def _named_and_dated(inner: Text) -> list[InlineField] | None:
    """Read a name and a day with a blank between them: `（张三 6月15日）`, `(Ana Ruiz 30 June)`."""
    blanks = [at for at, char in enumerate(inner.value[:TAIL]) if char in BLANKS]
    for at in blanks[:MAX_FIELDS]:
        before, after = inner.part(0, at), inner.part(at, len(inner.value))
        if is_name(before.value) and is_day(after.value):
            return [("owner", before), ("deadline", after)]
        if is_day(before.value) and is_name(after.value):
            return [("deadline", before), ("owner", after)]
    return None
