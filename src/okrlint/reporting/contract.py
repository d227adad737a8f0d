"""The contract of version 1: the JSON that other programs read. Fields may be added; none goes or is renamed."""

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # pydantic makes a schema of no other before Python 3.12


class PositionData(TypedDict):
    """A place in a file; in a spreadsheet the line is the row."""

    line: int
    """From 1."""
    column: int
    """From 1, in Unicode code points."""


class EditData(TypedDict):
    """A stretch of the file, and what replaces it."""

    start: PositionData
    """Where it begins."""
    end: PositionData
    """Where it ends, exclusive."""
    text: str
    """What stands there afterwards."""


class FixData(TypedDict):
    """How a finding can be mended."""

    safe: bool
    """Whether the meaning cannot change."""
    title: str
    """What it does, in the language of the message."""
    edits: list[EditData]
    """What it replaces; they belong together."""


SeverityName = Literal["error", "warning", "info", "hint"]


class FindingData(TypedDict):
    """What is wrong in one place."""

    code: str
    """The rule's code, or one of okrlint itself (EN001, ST008)."""
    name: str
    """The rule's name in words."""
    severity: SeverityName
    """How bad it is."""
    message: str
    """The defect, the reason and a better line, in the language of the document or of `--lang`."""
    path: str
    """The file as given, with forward slashes."""
    start: PositionData
    """Where it begins."""
    end: PositionData
    """Where it ends, exclusive."""
    place: str | None
    """The cell or paragraph (`OKRs!B3`) in a document that has no lines."""
    objective: str | None
    """The objective that it is about or that the key result belongs to: O1, O2, … by position."""
    key_result: str | None
    """The key result that it is about: KR1, KR2, … by position in the objective."""
    confidence: Literal["high", "medium", "low"]
    """How sure the rule is."""
    help: str | None
    """The address of a page about the rule."""
    fix: FixData | None
    """How it can be mended."""


class SummaryData(TypedDict):
    """The sum of a run."""

    files: int
    """How many files held OKRs."""
    objectives: int
    """How many objectives they held."""
    key_results: int
    """How many key results."""
    error: int
    """How many findings are errors."""
    warning: int
    """How many are warnings."""
    info: int
    """How many are information."""
    hint: int
    """How many are hints."""
    suppressed: int
    """How many more were suppressed in the documents."""


class FindingsData(TypedDict):
    """The output of `okrlint check --format json`."""

    version: Literal[1]
    """Of this contract."""
    findings: list[FindingData]
    """In order of path, place and code."""
    summary: SummaryData
    """Their sum."""


class PlaceData(TypedDict):
    """Where something stands in a document."""

    start: PositionData
    """Where it begins."""
    end: PositionData
    """Where it ends, exclusive."""
    place: NotRequired[str]
    """The cell or paragraph (`OKRs!B3`), in a document that has no lines."""


class CycleData(TypedDict):
    """The period that OKRs cover."""

    raw: str
    """As written."""
    value: str
    """Its normal name: 2026-Q2, 2026-H1, 2026, 2026-05, 2026-03/2026-04."""
    start: str | None
    """Its first day, an ISO date; null where no year is told."""
    end: str | None
    """Its last day."""


class ActionData(PlaceData):
    """A step of the plan of a key result."""

    text: str
    """The step."""
    owners: list[str]
    """Who does it."""
    due: str | None
    """As `deadline` of an item."""
    done: bool | None
    """Whether it is ticked off; null without a box."""


class CheckInData(PlaceData):
    """An entry on how things stand."""

    date: str | None
    """Its day, an ISO date."""
    confidence: float | None
    """From 0 to 1."""
    progress: float | None
    """From 0 to 1; more where the target was exceeded."""
    value: float | int | str | None
    """The figure reached; words where they name no single number."""
    note: str | None
    """What was written."""


class ItemData(PlaceData):
    """What objectives and key results have in common."""

    id: str
    """O1, O2, … by position in the document; KR1, KR2, … by position in the objective."""
    label: str | None
    """As written: `O2`, `目标一`, `KR1.2`."""
    ref: str | None
    """An identifier of the source."""
    text: str
    """The statement alone: without label, bullet, mark-up or attached fields."""
    owners: list[str]
    """Its own owners."""
    owners_inherited: list[str]
    """Those of what it stands in."""
    deadline: str | None
    """An ISO date; `--MM-DD` where no year is told; else the words themselves."""
    deadline_inherited: bool
    """Whether it is the end of the cycle and no date of its own."""
    confidence: float | None
    """From 0 to 1."""
    weight: float | None
    """From 0 to 1."""
    score: float | None
    """From 0 to 1."""
    status: str | None
    """As written."""
    done: bool | None
    """Whether its box is ticked; null without a box."""
    priority: str | None
    """As written."""
    supports: list[str]
    """What it contributes to, as written."""
    actions: list[ActionData]
    """The plan."""
    checkins: list[CheckInData]
    """How things stood."""


class KeyResultData(ItemData):
    """A key result."""

    baseline: float | int | str | None
    """Where its measure starts; words where they name no single number. The same for the next two."""
    target: float | int | str | None
    """Where it shall be."""
    current: float | int | str | None
    """Where it is."""
    unit: str | None
    """The unit that the three share."""
    kind: Literal["outcome", "output", "activity", "unquantified", "other"] | None
    """What it states: a changed measure, counted deliverables, work, a change without a number, or none of these."""
    quantified: bool | None
    """Whether two strangers could grade it from a number in it."""


class ObjectiveData(ItemData):
    """An objective."""

    kind: Literal["committed", "aspirational"] | None
    """Where the author says so."""
    why: str | None
    """Why it matters."""
    cycle: CycleData | None
    """The period of its section, where the document holds several."""
    team: str | None
    """Whose it is, where the document holds several."""
    key_results: list[KeyResultData]
    """In the order of the document."""


class ProblemData(PlaceData):
    """A part that was not understood."""

    code: str
    """EN0xx."""
    message: str
    """What is wrong and what to do."""


class DocumentData(TypedDict):
    """A document."""

    path: str
    """The file as given, with forward slashes."""
    format: str
    """The reader's name: markdown, yaml, xlsx, …"""
    language: Literal["en", "zh"]
    """That of most of its statements."""
    title: str | None
    """Its title."""
    cycle: CycleData | None
    """The period that it covers."""
    team: str | None
    """Whose OKRs these are."""
    owners: list[str]
    """Whose they are, where the document names persons once for all."""
    objectives: list[ObjectiveData]
    """In the order of the document."""
    problems: list[ProblemData]
    """What was not understood."""


class DocumentsData(TypedDict):
    """The output of `okrlint parse`."""

    version: Literal[1]
    """Of this contract."""
    documents: list[DocumentData]
    """In the order of the files."""
