"""Several fields in one place: a line of them (`Owner: Ana · Due: 30 June`), or one between label and statement."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_han
from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.fields import COLONS, canonical, field_name, leading_field
from okrlint.reading.values.inline_fields import commitment, field_of, is_day, marked, named
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
    text = _without_bracket(text)
    if COLONS.isdisjoint(text.value):
        return _with_asides([(name, text)] if text.value else [])
    fields: Fields = []
    start = 0
    for separator in _separator().finditer(text.value):
        if len(fields) >= _MAX_FIELDS:
            break
        behind = text.value[separator.end() : separator.end() + _LONGEST_NAME]
        found = leading_field(behind)
        if found and name in _FORMULAS and "=" in behind[: found.end]:
            continue  # a part of a query: `status = 'active'`
        if found and found.name not in ("objective", "key_result"):
            fields.append((name, text.part(start, separator.start())))
            name, start = found.name, separator.end() + found.end
        elif _is_wide(separator[0]) and (other := _other_name().match(behind)) and all(map(is_han, other[1])):
            fields.append((name, text.part(start, separator.start())))
            name, start = other[1], separator.end() + other.end()
    fields.append((name, text.part(start, len(text.value))))
    return _with_asides([field for field in fields if field[1].value])


_FORMULAS = frozenset(("source", "measure", "metric"))
"""The fields whose words may be a query or a formula."""


def _without_bracket(text: Text) -> Text:
    """Take off the bracket that closes around the whole line: `(Owner: Bo · the counter runs itself)`."""
    value = text.value
    if value[-1:] not in (")", "）"):
        return text
    opened = value.count("(") + value.count("（")
    return text.part(0, len(value) - 1) if opened < value.count(")") + value.count("）") else text


def _is_wide(separator: str) -> bool:
    """Whether a gap in a line is so wide that any name may begin behind it."""
    return separator == "\u3000" or (len(separator) > 1 and not separator.isascii())


def _with_asides(fields: Fields) -> Fields:
    """Read what stands behind an owner or a status without a name: `负责人：张三，6月底`, `Owner: Ana · on track`.

    A day is the deadline where no other field names one; prose behind a bar is a note.
    """
    known = {name for name, _ in fields}
    found: Fields = []
    for name, text in fields:
        if name in _FOLLOWED and not _PARTS.isdisjoint(text.value):
            found.extend(_apart(name, text, known))
        else:
            found.append((name, text))
    return found


_FOLLOWED = frozenset(("owner", "status"))
_PARTS = frozenset("|｜·•,，、;；")


def _apart(name: str, text: Text, known: set[str]) -> Fields:
    """Return an owner or a status, and what stands behind it in the same field."""
    from okrlint.reading.values.asides import BARS, are_statuses, aside, up_to_bar  # most fields are one name

    bounds = _bounds(text.value, BARS if name == "status" else _PARTS)
    parts = [text.value[low:high] for low, high in bounds]
    if len(parts) < 2 or (name == "status" and (not are_statuses(parts[:1]) or are_statuses(parts))):
        return [(name, text)]  # of a status, these are the choices of a template, or several that are told
    fields: Fields = []
    end = bounds[0][1]
    note: int | None = None
    for part, (low, high) in zip(parts[1:], bounds[1:], strict=True):
        behind_bar = text.value[low - 1] in BARS
        other = _field_alone(text.part(low, high)) or (_of_own_name(text.part(low, high)) if behind_bar else None)
        is_known = other is not None and other[0] in known
        wide = up_to_bar(text.value, low) if behind_bar else None
        beside = aside(part, wide) if name == "owner" and not other else None
        if other and not is_known:
            fields.append(other)
        elif beside and beside.name != "note" and beside.name not in known:
            fields.append((beside.name, text.part(low + beside.start, low + beside.end)))
        elif note is not None or (behind_bar and (name == "status" or (beside and beside.name == "note"))):
            note = low if note is None else note
            continue
        elif end == low - 1 and not is_known:
            end = high
            continue
        else:
            note = low if note is None else note
            continue
        if note is not None:
            fields.insert(-1, ("note", text.part(note, low - 1)))
            note = None
    if note is not None:
        fields.append(("note", text.part(note, len(text.value))))
    return [(name, text.part(0, end)), *(field for field in fields if field[1].value)]


def _bounds(value: str, signs: frozenset[str]) -> list[tuple[int, int]]:
    """Return where the parts of a text stand that signs part outside brackets."""
    bounds: list[tuple[int, int]] = []
    start = depth = 0
    for at, char in enumerate(value):
        depth = max(0, depth + (char in "(（[") - (char in ")）]"))
        if char in signs and not depth:
            bounds.append((start, at))
            start = at + 1
    return [*bounds, (start, len(value))]


def _of_own_name(text: Text) -> tuple[str, Text] | None:
    """Return a field that has a name of the author's own: `Sponsor: Cy`."""
    found = _own_name().match(text.value)
    return (field_name(found[1]), text.part(found.end(), len(text.value))) if found else None


@cache
def _own_name() -> Pattern[str]:
    return compile_pattern(r"([A-Z][A-Za-z]{1,15}(?: [A-Za-z]{1,15})?|[\u4e00-\u9fff]{2,6})\s?[:：]\s{0,3}(?=\S)")


def _field_alone(text: Text) -> tuple[str, Text] | None:
    """Return the field that words are by themselves, but for a mention of somebody: P0, on track, `confidence 7/10`."""
    found = named(text.value, 0) if text.value else None
    field = field_of(text, found, len(text.value), strict=False) if found else None
    if field:
        return field
    name = "deadline" if is_day(text.value) else marked(text.value)
    return (name, text) if name and name != "owner" else None


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
