"""Fields without names behind statements that all end alike: `… — Ana — 15 June — 6/10`, `…｜王芳｜6月15日｜6/10`."""

from collections.abc import Iterator, Sequence
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import dates
from okrlint.language.folding import fold_width
from okrlint.model import Cycle
from okrlint.reading.drafts import Draft, take
from okrlint.reading.fields import canonical
from okrlint.reading.names import are_known, is_common_name, is_name, split_names
from okrlint.reading.statuses import is_status
from okrlint.reading.values.inline_fields import BESIDE_WORDS, TAIL, Named, field_of, is_day, mentions_end, named
from okrlint.reading.values.inline_lists import names_ten, tenths
from okrlint.reading.values.ratings import is_placeholder

_FEWEST = 2
"""How many statements must end alike, and how many fields each must have behind it."""

_MOST_FIELDS = 5
_LONGEST = 40
"""How many characters a field has at most."""

_COMMA = 4
"""Which of the separators is the comma, that statements themselves hold most."""


class _Part(NamedTuple):
    """What stands behind a separator at the end of a statement.

    Attributes:
        start: where it begins.
        end: where it ends.
        kinds: the fields that it may be.
        named: the field's name, where it has one.
    """

    start: int
    end: int
    kinds: frozenset[str]
    named: Named | None


class _Row(NamedTuple):
    """A statement and the parts behind it that may be fields, in order.

    Attributes:
        item: the item whose statement it is.
        parts: the parts.
    """

    item: Draft
    parts: list[_Part]

    def words(self, column: int) -> str:
        """Return the words of a part."""
        return self.item.text.value[self.parts[column].start : self.parts[column].end]


def attach_bare_fields(objectives: Sequence[Draft], cycle: Cycle | None, source: str) -> None:
    """Make fields of what all key results of an objective, or else of the document, have behind their statements.

    A person, a day and a confidence are told by their looks alone, so each of them must be plain in its column: what
    may be anything else (`… — Phase 2 — 30%`) stays in the statements.
    """
    siblings = [objective.children for objective in objectives if objective.children]
    if _attach([item for children in siblings for item in children], cycle, source):
        return
    for children in siblings:
        _attach(children, cycle, source)


def _attach(items: Sequence[Draft], cycle: Cycle | None, source: str) -> bool:
    """Attach the fields of these items, if they all end alike."""
    if len(items) < _FEWEST:
        return False
    for number, separator in enumerate(_separators()):
        rows = _rows(items, separator, _FEWEST + 1 if number == _COMMA else _FEWEST)
        names = _names(rows, cycle, source) if rows else None
        if names:
            for row in rows:
                _take(row, names)
            return True
    return False


def _rows(items: Sequence[Draft], separator: Pattern[str], fewest: int) -> list[_Row]:
    """Return the parts of all statements, as many of each; [] where one has fewer than `fewest`."""
    rows: list[_Row] = []
    for item in items:
        parts = _parts(item, separator)
        if len(parts) < fewest or (not rows and all(part.named for part in parts)):
            return []
        rows.append(_Row(item, parts))
    length = min(len(row.parts) for row in rows)
    return [_Row(row.item, row.parts[-length:]) for row in rows]


def _take(row: _Row, names: list[str]) -> None:
    value = row.item.text.value
    fields = [
        (name, (part.named.begin if part.named else part.start, part.end))
        for name, part in zip(names, row.parts, strict=True)
    ]
    take(row.item, fields, (0, len(value[: row.parts[0].start].rstrip(_APART))))


_APART = BESIDE_WORDS + "-•/"


@cache
def _separators() -> tuple[Pattern[str], ...]:
    blank = r"[ \t\u3000]"
    return tuple(
        compile_pattern(pattern)
        for pattern in (
            rf"{blank}{{0,3}}[|｜]{blank}{{0,3}}",
            rf"{blank}{{1,3}}[—–-]{{1,2}}{blank}{{1,3}}|(?<=[^\x00-\x7f—–])[—–]{{1,2}}|[—–]{{1,2}}(?=[^\x00-\x7f—–])",
            rf"{blank}{{1,3}}[·•/]{blank}{{1,3}}|(?<=[^\x00-\x7f])[·•]|[·•](?=[^\x00-\x7f])",
            rf"{blank}{{0,3}}[;；]{blank}{{0,3}}",
            rf"[,，、]{blank}{{0,3}}",
        )
    )


def _parts(item: Draft, separator: Pattern[str]) -> list[_Part]:
    """Return the parts at the end of a statement that may be fields; never the whole of it."""
    value = item.text.value
    end = len(value.rstrip("。.;； "))
    places = list(separator.finditer(value, max(0, end - TAIL), end))[-_MOST_FIELDS - 1 :]
    found: list[_Part] = []
    for place in reversed(places):
        part = _part(item, place.end(), end) if place.start() and end - place.end() <= _LONGEST else None
        if part is None:
            break
        found.insert(0, part)
        end = place.start()
    return found[-_MOST_FIELDS:]


def _part(item: Draft, start: int, end: int) -> _Part | None:
    words = item.text.value[start:end].strip()
    if not words:
        return None
    name = named(item.text.value, start)
    if name is not None and name.begin < end and field_of(item.text, name, end, strict=False):
        return _Part(start, end, frozenset((name.name,)), name)
    kinds = _ANY if is_placeholder(words) else frozenset(_kinds(words))
    return _Part(start, end, kinds, None) if kinds else None


_ANY = frozenset(("owner", "deadline", "rating", "status"))
"""What a part may be; a rating is a confidence, a score or a weight."""


def _kinds(words: str) -> Iterator[str]:
    folded = fold_width(words)
    if _is_time(folded):
        yield "deadline"
    if mentions_end(folded, 0) == len(folded) or all(map(is_name, split_names(words))):
        yield "owner"
    if tenths().fullmatch(folded):
        yield "rating"
        if _month_and_day(folded):
            yield "deadline"
    elif _grade().fullmatch(folded) or _share().fullmatch(folded):
        yield "rating"
    if is_status(words):
        yield "status"


def _is_time(words: str) -> bool:
    """Tell whether words are a day or a month, with or without a word that says it is due then: `by 15 June`."""
    bare = _due().sub("", words).removesuffix("前").removesuffix("之")
    if is_day(bare):
        return True
    found = dates.read_date(bare) if bare[:1].isalpha() and bare.isascii() else None
    return found is not None and found.precision == "month" and found.end - found.start == len(bare)


@cache
def _due() -> Pattern[str]:
    return compile_pattern(r"(?:by|due(?: by| on)?)\s", ASCII | IGNORECASE)


@cache
def _grade() -> Pattern[str]:
    return compile_pattern(r"0\.\d{1,2}|1\.0{1,2}", ASCII)


@cache
def _share() -> Pattern[str]:
    return compile_pattern(r"\d{1,3}(?:\.\d)? ?%", ASCII)


# What the columns are


def _names(rows: list[_Row], cycle: Cycle | None, source: str) -> list[str] | None:
    """Return the name of each column; None where one of them is not plain."""
    kinds = _settled(
        [frozenset.intersection(*(row.parts[at].kinds for row in rows)) for at in range(len(rows[0].parts))]
    )
    if kinds is None:
        return None
    for column, kind in enumerate(kinds):
        said = [row for row in rows if not is_placeholder(row.words(column))]
        if len(said) < _FEWEST:
            return None
        if kind == "owner" and not _are_people(said, column):
            return None
        if kind == "rating":
            if not _are_confidences(said, column, kinds, cycle, source):
                return None
            kinds[column] = "confidence"
    taken = {name for row in rows for name, _ in row.item.fields}
    return kinds if len(set(kinds)) == len(kinds) and taken.isdisjoint(kinds) else None


def _settled(columns: list[frozenset[str]]) -> list[str] | None:
    """Return the kind of each column, those left out that another one surely is; None where it cannot be told."""
    waiting = dict(enumerate(columns))
    found: dict[int, str] = {}
    while waiting:
        sure = next((column for column, kinds in waiting.items() if len(kinds) == 1), None)
        rated = next((column for column, kinds in waiting.items() if "rating" in kinds), None)
        if sure is not None:
            (kind,) = waiting.pop(sure)
            found[sure] = kind
        elif rated is not None:  # `_are_confidences` looks whether they may be days
            del waiting[rated]
            found[rated] = kind = "rating"
        else:
            return None
        waiting = {column: kinds - {kind} for column, kinds in waiting.items()}
    return [found[column] for column in sorted(found)]


def _are_people(rows: list[_Row], column: int) -> bool:
    """Tell whether all in a column are people, by what is asked of names before statements; of a pair, even more."""
    names = [split_names(row.words(column)) for row in rows if not row.parts[column].named]
    names = [each for each in names if not each[0].startswith(("@", "＠"))]
    common = [each for each in names if any(map(is_common_name, each))]
    if len(common) == len(names) or (2 * len(common) >= len(names) and len(rows[0].parts) > _FEWEST):
        return True
    known = {name for each in common for name in each}
    return all(are_known(each, known) for each in names)


def _are_confidences(rows: list[_Row], column: int, kinds: list[str], cycle: Cycle | None, source: str) -> bool:
    """Tell whether the numbers of a column are confidences: tenths are, any others where the document says so.

    Tenths may be counts (`Give 10 talks — 3/10`) or days (`4/10`), too.
    """
    if "owner" not in kinds and "deadline" not in kinds:
        return False
    told = [tenths().fullmatch(fold_width(row.words(column))) is not None for row in rows]
    if not any(told):
        return any(map(_names_columns, source.splitlines()))
    if not all(told):
        return True
    counted = all(names_ten(row.item.text.value, 0, row.parts[0].start) for row in rows)
    return not counted and not _may_be_days(rows, column, kinds, cycle)


def _names_columns(line: str) -> bool:
    """Tell whether a line says what follows what: `Key result — owner — due — confidence`, 负责人｜截止｜信心."""
    return _TOLD.issubset(map(canonical, _signs().split(line))) if len(line) <= _LONGEST_LEGEND else False


_TOLD = frozenset(("owner", "deadline", "confidence"))
_LONGEST_LEGEND = 160


@cache
def _signs() -> Pattern[str]:
    return compile_pattern(r"[|｜—–;；,，、·•/()（）:：-]")


def _may_be_days(rows: list[_Row], column: int, kinds: list[str], cycle: Cycle | None) -> bool:
    """Tell whether tenths may be days: 6/10 as the tenth of June, alone or at an end of a range (`4/1 — 6/10`)."""
    words = [(row.words(column), row.words(kinds.index("deadline")) if "deadline" in kinds else "") for row in rows]
    days = [(_month_and_day(rated), _month_and_day(beside)) for rated, beside in words]
    if "deadline" not in kinds:
        months = _months(cycle)
        return all(day and (not months or day[0] in months) for day, _ in days)
    forward = kinds.index("deadline") < column
    ranges = [(beside, day) if forward else (day, beside) for day, beside in days if day and beside]
    return bool(ranges) and len(days) == len(ranges) and all(first < last for first, last in ranges)


def _months(cycle: Cycle | None) -> set[int]:
    """Return the months of a cycle; none of one whose days are not known."""
    if cycle is None or cycle.start is None or cycle.end is None:
        return set()
    length = 12 * (cycle.end.year - cycle.start.year) + cycle.end.month - cycle.start.month
    return {(cycle.start.month - 1 + number) % 12 + 1 for number in range(min(length + 1, 12))}


def _month_and_day(words: str) -> tuple[int, int] | None:
    """Return the month and the day that words may be which are parted by a slash: 6/10."""
    found = _slashed().fullmatch(fold_width(words))
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


@cache
def _slashed() -> Pattern[str]:
    return compile_pattern(r"(\d{1,2}) ?/ ?(\d{1,2})", ASCII)
