"""What the columns of a table hold, by their names in its header."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from okrlint.reading.column_levels import Level, folded, level_of
from okrlint.reading.fields import canonical, field_name
from okrlint.reading.label_columns import label_columns
from okrlint.reading.source import says_okr
from okrlint.reading.table_words import LogColumn, dated_header, due_column, goal_column, target_column
from okrlint.reading.tables.rows import Repeated, Row
from okrlint.reading.text_builder import rewritten

_LEVELS: tuple[Level, ...] = ("objective", "key_result")
_TITLES = ("title", "statement", "description")

_HEADER_WITHIN = 10
"""In how many rows a header is looked for: titles and notes may stand above it."""

LONGEST_NAME = 60
"""No name of a column is longer, in characters."""

# Column names of OKR tables in languages other than the two that fields are known in, as `folded` leaves them:
# Turkish, as in the export of a Turkish personnel system.
_ELSEWHERE = {
    "hedef tanımı": "objective",
    "kr tanımı": "key_result",
    "hedef ağırlığı": "weight",
    "kr ağırlığı": "weight",
    "hedef durumu": "status",
    "kr durumu": "status",
    "hedef başarı yüzdesi (%)": "progress",
    "kr ilerleme(%)": "progress",
    "kr ilerleme": "current",
    "minimum hedef": "baseline",
    "hedef": "target",
    "kullanıcı adı soyadı": "owner",
}

_ADDRESSES = ("email", "emails", "mail", "id", "ids", "邮箱", "郵箱", "邮件", "工号", "工號", "账号", "帳號")
"""What the name of a column of addresses or numbers of persons ends with."""


class Column(NamedTuple):
    """A column.

    Attributes:
        name: the canonical name of its field, or the author's own word in lower case; "" without one.
        level: whose it is, where its name says so: `Objective Owner`, `KR权重`.
    """

    name: str
    level: Level | None = None


class Header(NamedTuple):
    """The header of a table.

    Attributes:
        columns: in order.
        okr: whether some name says OKR.
        words: the names as they stand.
        log: the columns of a log, oldest first (see `body.body_of`); they have no name among the others.
    """

    columns: list[Column]
    okr: bool
    words: Row
    log: Sequence[LogColumn] = ()

    def at(self, *names: str) -> int | None:
        """Return the first column that has the first of these names that any has."""
        known = [column.name for column in self.columns]
        return next((known.index(name) for name in names if name in known), None)

    def all(self, name: str) -> list[int]:
        """Return all columns of a name."""
        return [at for at, column in enumerate(self.columns) if column.name == name]


def any_header(row: Row) -> Header:
    """Return a row as a header, whatever it says."""
    names = [_name(cell.value) for cell in row]
    if "key_result" in names and "objective" not in names:
        goal = goal_column([name or "" for name in names], [cell.value for cell in row])
        names = ["objective" if at == goal else name for at, name in enumerate(names)]
    if "key_result" in names and "target" not in names and "objective" in names:
        aimed = target_column([name or "" for name in names], [cell.value for cell in row])
        names = ["target" if at == aimed else name for at, name in enumerate(names)]
    columns = [
        Column(name, level_of(cell.value, name, alone=names.count(name) == 1) if name else None)
        for name, cell in zip(names, row, strict=True)
    ]
    labels = label_columns([column.name for column in columns], [cell.value for cell in row])
    for level, at in labels.items():
        columns[at] = Column("id", "objective" if level == "objective" else "key_result")
    _name_statements(columns)
    _name_addresses(columns, row)
    if (due := due_column([column.name for column in columns])) is not None:
        columns[due] = Column("deadline")
    return Header(columns, any(says_okr(cell.value) for cell in row), row)


def header_of(rows: list[Row]) -> tuple[Header, int] | None:
    """Return the header among the first rows and its last row; None where none names a field of OKRs."""
    for at, row in enumerate(islice(rows, _HEADER_WITHIN)):
        header = _header(row)
        if header:
            below = rows[at + 1] if at + 1 < len(rows) else []
            return (any_header(_joined(row, below)), at + 1) if _divides(row, below) else (header, at)
    return None


def _divides(row: Row, below: Row) -> bool:
    """Whether a row names the parts of the columns above it: `Key Results`, and below it `Text`, `Owner`, `Due`.

    Parts may be the times of a log: `Confidence`, and below it `Wk 1`, `Wk 2`.
    """
    named = [at for at, cell in enumerate(below) if cell.value and not isinstance(cell, Repeated)]
    fresh = [at for at in named if at >= len(row) or not row[at].value]
    if len(fresh) < 2 or 2 * len(fresh) < len(named):
        return False
    return all(canonical(below[at].value) or dated_header(below[at].value) for at in named)


def _joined(row: Row, below: Row) -> Row:
    """Return the names of columns in two rows as one; the first column below a group states what the group is."""
    joined: Row = []
    group = ""
    for at in range(max(len(row), len(below))):
        group = row[at].value if at < len(row) and row[at].value else group
        dated = dated_header(below[at].value) if at < len(below) else None
        if dated and not dated.name:
            recorded = canonical(group) not in (None, *_LEVELS)
            joined.append(rewritten(below[at], f"{group} {below[at].value}") if recorded else below[at])
            continue
        names = [cells[at] for cells in (row, below) if at < len(cells) and cells[at].value]
        states = len(names) > 1 and canonical(names[0].value) in _LEVELS and canonical(names[1].value) in _TITLES
        joined.append(names[0] if states else names[-1] if names else (row or below)[0].part(0, 0))
    return joined


def _header(row: Row) -> Header | None:
    """Read a row as a header: it names what is stated (or says OKR), and something else."""
    if any(len(cell.value) > LONGEST_NAME for cell in row):
        return None
    header = any_header(row)
    known = {column.name for column in header.columns if canonical(column.name)}
    states = known & {"objective", "key_result", "title", "statement", "description"}
    return header if (states and len(known) > 1) or (header.okr and known) else None


def _name_statements(columns: list[Column]) -> None:
    """Name the columns that state objectives and key results after them: `O_Title`, `KR描述`."""
    for level in _LEVELS:
        titles = (at for at, column in enumerate(columns) if column.level == level and column.name in _TITLES)
        at = next(titles, None)
        if at is not None and all(column.name != level for column in columns):
            columns[at] = Column(level)
    names = [column.name for column in columns]
    first = names.index("key_result") if "key_result" in names else len(names)
    if "objective" not in names[:first] and "target" in names:  # a link: what they shall reach stands elsewhere
        return
    for at in range(first + 1, len(names)):
        if names[at] == "objective":  # behind the key results, 目标 or "Goal" is what they shall reach
            columns[at] = Column("target", "key_result")


def _name_addresses(columns: list[Column], row: Row) -> None:
    """Name the columns that say once more, by an address or a number, who owns: `Owner Name`, `Owner Email`."""
    names = [folded(cell.value) for cell in row]
    keys = ["".join(filter(str.isalnum, words)) for words in names]
    for level in (None, *_LEVELS):
        owners = [at for at, column in enumerate(columns) if column == Column("owner", level)]
        addresses = [at for at in owners if keys[at].endswith(_ADDRESSES)]
        for at in addresses if len(addresses) < len(owners) else []:
            columns[at] = Column(names[at], level)


def _name(words: str) -> str:
    key = folded(words)
    return (_ELSEWHERE.get(key) or field_name(words)) if key else ""
