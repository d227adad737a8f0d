"""Several fields in one place: a line of them (`Owner: Ana · Due: 30 June`), or one between label and statement."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_han
from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import COLONS, canonical, leading_field
from okrlint.reading.values.inline_fields import commitment, is_day
from okrlint.reading.values.people import one_by_one
from okrlint.reading.values.ratings import add_up
from okrlint.reading.word_sets import words

Fields = list[tuple[str, Text]]

_MAX_FIELDS = 12
_LONGEST_NAME = 60

_RATED = words("weight confidence priority progress score")
"""What may stand before a number without a colon: `权重40%`."""

_SHARE = ":share"
"""The name of a bare percentage until its siblings' tell whether they are weights; no author can give it."""


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"[ \u3000]{0,3}[\u3000|｜·•;；,，\t][ \u3000]{0,3}|[ ]{2,8}")


@cache
def _other_name() -> Pattern[str]:
    """Match the name of a field that is not known: `岗位：`."""
    return compile_pattern(r"([^\x00-\x7f：]{2,6})[:：]\s{0,3}")


@cache
def _rating() -> Pattern[str]:
    return compile_pattern(r"([^\d:：]{0,16}?)\s{0,2}[:：]?\s{0,2}(\d{1,3}(?:\.\d{1,3})?(?:\s?[%％]|/\d{1,3})?)", ASCII)


def fields_of_line(name: str, text: Text, label: str = "") -> Fields:
    """Return the field of this name and those that follow it in the same line, each behind a separator.

    Args:
        name: the canonical name of the field.
        text: the words of the line behind that name.
        label: the name as it is written.
    """
    fields = _fields_of_line(name, text)
    if name != "owner" or not label or not fields:
        return fields
    return [*((name, each) for each in one_by_one(label, fields[0][1])), *fields[1:]]


def _fields_of_line(name: str, text: Text) -> Fields:
    if COLONS.isdisjoint(text.value):
        return _with_day([(name, text)] if text.value else [])
    fields: Fields = []
    start = 0
    for separator in _separator().finditer(text.value):
        if len(fields) >= _MAX_FIELDS:
            break
        behind = text.value[separator.end() : separator.end() + _LONGEST_NAME]
        found = leading_field(behind)
        if found and found.name not in ("objective", "key_result"):
            fields.append((name, text.part(start, separator.start())))
            name, start = found.name, separator.end() + found.end
        elif _is_wide(separator[0]) and (other := _other_name().match(behind)) and all(map(is_han, other[1])):
            fields.append((name, text.part(start, separator.start())))
            name, start = other[1], separator.end() + other.end()
    fields.append((name, text.part(start, len(text.value))))
    return _with_day([field for field in fields if field[1].value])


def _is_wide(separator: str) -> bool:
    """Whether a gap in a line is so wide that any name may begin behind it."""
    return separator == "\u3000" or (len(separator) > 1 and not separator.isascii())


def _with_day(fields: Fields) -> Fields:
    """Read the day behind the owner in `负责人：张三，6月底`, where no other field names one."""
    if any(name == "deadline" for name, _ in fields):
        return fields
    for at, (name, text) in enumerate(fields):
        last = max(map(text.value.rfind, ",，、;；|｜")) if name == "owner" else -1
        if last > 0 and is_day((day := text.part(last + 1, len(text.value))).value):
            return [*fields[:at], (name, text.part(0, last)), ("deadline", day), *fields[at + 1 :]]
    return fields


def attach_theme(draft: Draft, theme: Text | None) -> None:
    """Attach what stands in parentheses between label and statement, where it is a field: `O1（权重40%）：…`."""
    if theme is None:
        return
    found = leading_field(theme.value)
    if found:
        draft.fields.extend(fields_of_line(found.name, theme.part(found.end, len(theme.value))))
        return
    if commitment(theme.value):
        draft.fields.append(("kind", theme))
        return
    rating = _rating().fullmatch(theme.value)
    if rating is None:
        return
    name = canonical(rating[1]) if rating[1] else _SHARE
    if name in _RATED or (name == _SHARE and rating[2][-1] in "%％"):
        draft.fields.append((str(name), theme.part(*rating.span(2))))


def settle_shares(siblings: list[Draft]) -> None:
    """Decide what bare percentages are: weights where all siblings have one and they add up to 100, else progress."""
    shares = [(draft, at, field) for draft in siblings for at, field in enumerate(draft.fields) if field[0] == _SHARE]
    if not shares:
        return
    percentages = [float(text.value.rstrip("%％ ")) for _, _, (_, text) in shares]
    are_weights = 1 < len(shares) == len(siblings) and add_up(percentages)
    for draft, at, (_, text) in shares:
        draft.fields[at] = ("weight" if are_weights else "progress", text)
