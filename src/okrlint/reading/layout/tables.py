"""What a table holds: objectives and key results, a log, grades, or a field in each row."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from okrlint.language import quantities
from okrlint.model import Text
from okrlint.reading.fields import canonical
from okrlint.reading.labels import LabelMatch, label
from okrlint.reading.layout.roles import own_name
from okrlint.reading.outline import Block, Cell
from okrlint.reading.word_sets import words

if TYPE_CHECKING:
    from okrlint.reading.table_words import LogColumn

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

    __slots__ = ("_by_measure", "_header_at", "_log", "_table", "headers", "labels", "names")

    def __init__(self, table: Block, header_at: int = 0) -> None:
        self._table = table
        self._header_at = header_at
        self._log: list[LogColumn] | None = None
        self._by_measure: bool | None = None
        header = table.rows[header_at] if header_at < len(table.rows) else []
        self.headers = [cell[0].text.value if cell else "" for cell in header]
        self.names = [own_name(words) if words else "" for words in self.headers]
        self.labels: dict[str, int] = {}
        if len(set(self.names)) < len(self.names):
            self._name_labels()
        if "key_result" in self.names and "objective" not in self.names:
            self._name_goals()
        if "key_result" in self.names or "metric" in self.names:
            # Behind the key results, 目标 or "Goal" is what they shall reach.
            first = self.names.index("key_result" if "key_result" in self.names else "metric")
            for at in range(first, len(self.names)):
                if self.names[at] == "objective" and (
                    "objective" in self.names[:at] or not self._states_objectives(at)
                ):
                    self.names[at] = "target"
        if "key_result" in self.names and "target" not in self.names and any("目" in each for each in self.headers):
            self._name_targets()
        if "when" in self.names:
            self._name_when()
        if "target" in self.names and "baseline" not in self.names:
            self._name_baseline()
        if self.names.count("score") > 1:
            self._name_scores()

    def _name_goals(self) -> None:
        from okrlint.reading.table_words import goal_column  # most tables call objectives so

        if (at := goal_column(self.names, self.headers)) is not None:
            self.names[at] = "objective"

    def _name_targets(self) -> None:
        from okrlint.reading.table_words import target_column

        if (at := target_column(self.names, self.headers)) is not None:
            self.names[at] = "target"

    def _states_objectives(self, at: int) -> bool:
        from okrlint.reading.column_levels import states_objectives  # few tables have such columns

        return states_objectives(self.headers[at], self._cells(at))

    def _name_labels(self) -> None:
        from okrlint.reading.label_columns import label_columns  # few tables have such columns

        self.labels = label_columns(self.names, self.headers)
        for at in self.labels.values():
            self.names[at] = "id"

    def _name_scores(self) -> None:
        """Tell a quarter's scores apart: mid-quarter, projected, final. The last is the score.

        Objectives have theirs on the left of the key results, or by name.
        """
        from okrlint.reading.column_levels import level_of  # few tables have such columns

        first = self.names.index("key_result") if "key_result" in self.names else 0
        last: dict[bool, int] = {}
        for at, name in enumerate(self.names):
            if name == "score":
                is_objectives = at < first or level_of(self.headers[at], name, alone=False) == "objective"
                if is_objectives in last:
                    self.names[last[is_objectives]] = self.headers[last[is_objectives]].lower()
                last[is_objectives] = at

    def _name_when(self) -> None:
        from okrlint.reading.table_words import due_column  # few tables have such a column

        if (due := due_column(self.names)) is not None:
            self.names[due] = "deadline"

    def _name_baseline(self) -> None:
        from okrlint.reading.table_words import base_column  # few tables have targets

        if (at := base_column(self.names, self._cells)) is not None:
            self.names[at] = "baseline"

    def _cells(self, at: int) -> list[str]:
        """Return what a column says below its header."""
        rows = self._table.rows[self._header_at + 1 :]
        return [row[at][0].text.value for row in rows if at < len(row) and row[at]]

    @property
    def is_stated_by_measure(self) -> bool:
        """Whether a mere label means what is measured, as its column says, and not what the one of targets says.

        It holds for the whole table: "less than 3%" is no statement where others of its column are figures.
        """
        if self._by_measure is None:
            self._by_measure = self._tell_by_measure()
        return self._by_measure

    def _tell_by_measure(self) -> bool:
        measure, target = result_column(self, ("metric", "measure")), self.at("target")
        if measure is None or target is None:
            return False
        from okrlint.reading.table_words import names_what_is_measured

        return names_what_is_measured(
            self.headers[measure], self._cells(measure), self._cells(target), is_first=measure < target
        )

    @property
    def log(self) -> list["LogColumn"]:
        """The columns that say how something was at different times, oldest first; they hold no other field."""
        if self._log is None:
            dated = sum(map(_may_be_dated, self.headers)) > 1
            self._log = _log_columns(self._table, self._header_at) if dated else []
        return self._log

    def day(self) -> int | None:
        """Return the column that says when, of a table with a row for each day or week."""
        return next((at for at, name in enumerate(self.names) if name in _DAYS), None)

    def at(self, name: str) -> int | None:
        """Return the first column of this name, or None."""
        return self.names.index(name) if name in self.names else None

    def without(self, places: Collection[int]) -> "Columns":
        """Return these columns, some of them as if they held nothing."""
        if not places:
            return self
        from copy import copy  # few tables have such columns

        rest = copy(self)
        rest.names = ["" if at in places else name for at, name in enumerate(self.names)]
        return rest


def _may_be_dated(header: str) -> bool:
    return any(char.isdigit() or char in "周週" for char in header)


def _log_columns(table: Block, header_at: int) -> list["LogColumn"]:
    from okrlint.reading.table_words import SAMPLE, log_columns  # few tables have such columns

    below = table.rows[header_at + 1 : header_at + 1 + SAMPLE]
    return log_columns(
        [cell[0].text if cell else None for cell in table.rows[header_at]],
        lambda columns: (row[at][0].text.value for row in below for at in columns if at < len(row) and row[at]),
    )


def is_result_table(table: Block) -> bool:
    """Whether it has a row for each key result: a column of that name, or first cells that are labelled KR1, KR2."""
    names = Columns(table).names
    if is_log(table):
        return False
    if "key_result" in names:
        if "objective" in names and _explains(table):
            return False
        return any(row[names.index("key_result") : names.index("key_result") + 1] for row in table.rows[1:2])
    labels = [cell_label(row[0]) for row in table.rows[1:] if row]
    return len(labels) > 0 and all(found is not None and found.kind == "key_result" and found.label for found in labels)


def is_log(table: Block) -> bool:
    """Whether it has a row for each day or week, and maybe a column for each key result."""
    columns = Columns(table)
    several = columns.names.count("key_result") > 1 and "objective" not in columns.names
    return columns.day() is not None or several


def holds_objectives(table: Block, *, within: bool = False, titled: bool = False) -> bool:
    """Whether it holds objectives: a column of that name beside one for key results, or rows labelled as such.

    Args:
        table: any table of an outline.
        within: whether it belongs to an objective.
        titled: whether the document says that it holds OKRs; then figures with targets may stand for key results.
    """
    if is_log(table) or _explains(table):
        return False
    columns = Columns(table)
    names = columns.names
    if "objective" in names and ("key_result" in names or (titled and is_measure_table(table))):
        is_parent = "key_result" in names[: names.index("objective")]
        return not (within and is_parent)
    if (len(names) == RECORD and is_record(table)) or type_column(table) is not None:
        return True
    if labelled_columns(table, names) is not None:
        return True
    from okrlint.reading.layout.table_sections import sectioned  # it reads rows of the columns that are told here

    return bool(sectioned(table, within=within, titled=titled))


def _explains(table: Block) -> bool:
    """Whether it says what objectives and key results are, and states none."""
    if len(table.rows) < RECORD or not any(table.rows[0]):
        return False
    from okrlint.reading.glossaries import is_glossary  # most documents have no tables

    headers, *rows = ([cell[0].text.value if cell else "" for cell in row] for row in table.rows)
    return is_glossary(headers, rows)


def is_measure_table(table: Block) -> bool:
    """Whether it has a row for each figure, and a column of targets most of which are amounts."""
    columns = Columns(table)
    measure_at, target_at = result_column(columns), columns.at("target")
    if "key_result" in columns.names or measure_at is None or target_at is None or is_log(table):
        return False
    rows = [row for row in table.rows[1:] if measure_at < len(row) and row[measure_at]]
    aims = [row[target_at][0].text.value for row in rows if target_at < len(row) and row[target_at]]
    return bool(rows) and 2 * sum(bool(quantities.amounts(aim)) for aim in aims) > len(rows)


def result_column(columns: Columns, names: tuple[str, ...] = ("key_result", "metric", "measure")) -> int | None:
    """Return the column that states key results, or else the figures by which objectives are measured."""
    return next((at for name in names if (at := columns.at(name)) is not None), None)


_HEADING = ("objective", "key_result", "metric", "measure", "action", "statement", "title", "description")
"""What rows that name columns name among others."""


def heads_columns(row: list[Cell]) -> bool:
    """Whether a row names columns: two fields or more, what is stated among them, and little else."""
    said = [cell[0].text.value for cell in row if cell]
    names = [name for words in said if (name := canonical(words))]
    return len(names) > 1 and 2 * len(names) > len(said) and any(name in _HEADING for name in names)


def is_record(table: Block) -> bool:
    """Whether a row says what the objective is, and others what its key results are."""
    names = record_names(table)
    if "objective" not in names or "key_result" not in names[names.index("objective") :]:
        return False
    stated = table.rows[names.index("objective")][1][0].text.value
    return canonical(stated) is None  # else a list of terms: `目标 | Objective`


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
        names = [kind_of_cell(row[at]) if at < len(row) else "" for row in rows]
        if names[:1] == ["objective"] and "key_result" in names and set(names) == {"objective", "key_result"}:
            return at
    return None


def labelled_columns(table: Block, names: list[str]) -> tuple[int, int] | None:
    """Return the columns of objectives and of key results that only labels tell apart: `O1: …` beside `KR1: …`.

    Args:
        table: a table of objectives or of something else.
        names: what it calls its columns.
    """
    kinds = next((kinds for row in table.rows[:2] if "objective" in (kinds := _label_kinds(row))), [])
    if "key_result" not in kinds or "key_result" in names:
        return None
    places = kinds.index("objective"), kinds.index("key_result")
    for at in places:
        cells = [row[at] for row in table.rows[1:] if at < len(row) and row[at]]
        if any((found := _told_label(cell)) is None or found.kind != kinds[at] for cell in cells):
            return None
    return places


def _label_kinds(row: list[Cell]) -> list[str]:
    return [found.kind if (found := _told_label(cell)) else "" for cell in row[:_TYPED]]


def _told_label(cell: Cell) -> LabelMatch | None:
    """Return the label with a number and a separator that a cell begins with, and words behind it."""
    found = cell_label(cell)
    is_told = found and found.number and found.separated and found.end < len(cell[0].text.value)
    return found if is_told else None


_SIGNS = {"🎯": "objective", "🔑": "key_result"}
"""Signs that people set before objectives and key results."""


def kind_of_cell(cell: Cell) -> str:
    """Return what a cell says that its row is: by name, or by a sign."""
    value = cell[0].text.value if cell else ""
    return _SIGNS.get(value.strip(" \ufe0f")) or own_name(value)


def is_rubric(table: Block) -> bool:
    """Whether its columns are grades (`1.0 | 0.7 | 0.3`) and each row says what earns them."""
    names = [cell[0].text.value.strip() if cell else "" for cell in table.rows[0][1:]] if table.rows else []
    return len(names) > 1 and "1.0" in names and all(_is_grade(name) for name in names)


def _is_grade(name: str) -> bool:
    return name in ("0", "1") or (len(name) == 3 and name[0] in "01" and name[1] == "." and name[2].isdigit())


def field_rows(table: Block) -> list[tuple[str, Text]]:
    """Return the fields of a table that has one a row: a name, and its words."""
    if not table.rows or any(len(row) != 2 for row in table.rows[:1]) or _explains(table):
        return []
    return [
        (own_name(row[0][0].text.value), row[1][0].text) for row in table.rows if len(row) == 2 and row[0] and row[1]
    ]


def cell_label(cell: Cell) -> LabelMatch | None:
    """Return the label that a cell begins with, or None."""
    return label(cell[0].text.value) if cell else None
