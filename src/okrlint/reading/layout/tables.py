"""What a table holds: objectives and key results, a log, grades, or a field in each row."""

from okrlint.model import Text
from okrlint.reading.label_columns import label_columns
from okrlint.reading.labels import LabelMatch, label
from okrlint.reading.layout.roles import own_name
from okrlint.reading.outline import Block, Cell
from okrlint.reading.word_sets import words

_DAYS = words("date week 周 周次 週 週次 week# weeks")
"""Names of a column that says when."""

_TYPED = 3
"""How many columns are looked at for one that tells objectives and key results apart."""

RECORD = 2
"""The columns of a table that has a field in each row."""


class Columns:
    """What the columns of a table hold.

    Attributes:
        names: canonical names, or the author's own words in lower case; "" for an empty header.
        headers: the words themselves; "" for an empty header.
        labels: the columns that hold the labels of objectives and key results, by level; they are named "id".
    """

    __slots__ = ("headers", "labels", "names")

    def __init__(self, table: Block) -> None:
        header = table.rows[0] if table.rows else []
        self.headers = [cell[0].text.value if cell else "" for cell in header]
        self.names = [own_name(words) if words else "" for words in self.headers]
        self.labels = label_columns(self.names, self.headers)
        for at in self.labels.values():
            self.names[at] = "id"
        if "key_result" in self.names:
            # Behind the key results, 目标 or "Goal" is what they shall reach.
            first = self.names.index("key_result")
            self.names[first:] = ["target" if name == "objective" else name for name in self.names[first:]]
        if self.names.count("score") > 1:
            # A quarter's scores: mid-quarter, projected, final. The last is the score.
            last = len(self.names) - 1 - self.names[::-1].index("score")
            self.names = [
                self.headers[at].lower() if name == "score" and at != last else name
                for at, name in enumerate(self.names)
            ]

    def day(self) -> int | None:
        """Return the column that says when, of a table with a row for each day or week."""
        return next((at for at, name in enumerate(self.names) if name in _DAYS), None)

    def at(self, name: str) -> int | None:
        """Return the first column of this name, or None."""
        return self.names.index(name) if name in self.names else None


def is_result_table(table: Block) -> bool:
    """Whether it has a row for each key result: a column of that name, or first cells that are labelled KR1, KR2."""
    names = Columns(table).names
    if is_log(table):
        return False
    if "key_result" in names:
        return any(row[names.index("key_result") : names.index("key_result") + 1] for row in table.rows[1:2])
    labels = [cell_label(row[0]) for row in table.rows[1:] if row]
    return len(labels) > 0 and all(found is not None and found.kind == "key_result" and found.label for found in labels)


def is_log(table: Block) -> bool:
    """Whether it has a row for each day or week, and maybe a column for each key result."""
    columns = Columns(table)
    several = columns.names.count("key_result") > 1 and "objective" not in columns.names
    return columns.day() is not None or several


def holds_objectives(table: Block) -> bool:
    """Whether it holds objectives: a column of that name beside one for key results, or rows labelled as such."""
    if is_log(table):
        return False
    names = Columns(table).names
    if "objective" in names and "key_result" in names:
        return True
    if (len(names) == RECORD and is_record(table)) or type_column(table) is not None:
        return True
    kinds = [found.kind for row in table.rows[1:] if row and (found := _first_label(row))]
    return kinds[:1] == ["objective"] and "key_result" in kinds


def is_record(table: Block) -> bool:
    """Whether a row says what the objective is, and others what its key results are."""
    names = record_names(table)
    return "objective" in names and "key_result" in names[names.index("objective") :]


def record_names(table: Block) -> list[str]:
    """Return what each row says that it holds; the name that stands first above key results is the objective's."""
    names = [_record_name(row) for row in table.rows]
    if "objective" not in names and names[:1] == ["title"]:
        names[0] = "objective"
    return names


def _record_name(row: list[Cell]) -> str:
    """Return what the first of two cells says that the second is."""
    if len(row) != RECORD or not (row[0] and row[1]):
        return ""
    name = row[0][0].text.value
    found = label(name)
    return found.kind if found and found.end == len(name) else own_name(name)


def type_column(table: Block) -> int | None:
    """Return the column that says of each row whether it is an objective or a key result, if there is one."""
    rows = [row for row in table.rows[1:] if any(row)]
    for at in range(min(_TYPED, len(table.rows[0]) if table.rows else 0)):
        names = [own_name(row[at][0].text.value) if at < len(row) and row[at] else "" for row in rows]
        if names[:1] == ["objective"] and "key_result" in names and set(names) == {"objective", "key_result"}:
            return at
    return None


def _first_label(row: list[Cell]) -> LabelMatch | None:
    return next((cell_label(cell) for cell in row if cell), None)


def is_rubric(table: Block) -> bool:
    """Whether its columns are grades (`1.0 | 0.7 | 0.3`) and each row says what earns them."""
    names = [cell[0].text.value.strip() if cell else "" for cell in table.rows[0][1:]] if table.rows else []
    return len(names) > 1 and "1.0" in names and all(_is_grade(name) for name in names)


def _is_grade(name: str) -> bool:
    return name in ("0", "1") or (len(name) == 3 and name[0] in "01" and name[1] == "." and name[2].isdigit())


def field_rows(table: Block) -> list[tuple[str, Text]]:
    """Return the fields of a table that has one a row: a name, and its words."""
    if not table.rows or any(len(row) != 2 for row in table.rows[:1]):
        return []
    return [
        (own_name(row[0][0].text.value), row[1][0].text) for row in table.rows if len(row) == 2 and row[0] and row[1]
    ]


def cell_label(cell: Cell) -> LabelMatch | None:
    """Return the label that a cell begins with, or None."""
    return label(cell[0].text.value) if cell else None
