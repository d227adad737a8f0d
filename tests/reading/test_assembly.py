from datetime import date

import pytest

from okrlint.model import Document, Span, Text
from okrlint.reading.assembly import assemble
from okrlint.reading.drafts import DocumentDraft, Draft
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source


class Writer:
    """Writes a source and the texts in it side by side."""

    def __init__(self) -> None:
        self.written = ""
        self.draft = DocumentDraft()

    def text(self, words: str) -> Text:
        start = len(self.written)
        self.written += f"{words}\n"
        return Text(value=words, raw=words, span=Span(start, start + len(words)))

    def item(self, words: str, **fields: str) -> Draft:
        draft = Draft(self.text(words))
        draft.fields.extend((name, self.text(value)) for name, value in fields.items())
        return draft

    def objective(self, words: str, *key_results: str, **fields: str) -> Draft:
        draft = self.item(words, **fields)
        draft.children.extend(self.item(result) for result in key_results)
        self.draft.objectives.append(draft)
        return draft

    def about(self, **fields: str) -> None:
        self.draft.fields.extend((name, self.text(value)) for name, value in fields.items())

    def document(self, path: str = "okr.md") -> Document:
        return assemble(self.draft, Source(self.written, path), "markdown", ReadingOptions())


@pytest.fixture
def writer() -> Writer:
    return Writer()


def test_ids_count_by_position(writer: Writer):
    writer.objective("Grow", "x", "y")
    writer.objective("Win", "z")
    document = writer.document()
    assert [objective.id for objective in document.objectives] == ["O1", "O2"]
    assert [result.id for objective in document.objectives for result in objective.key_results] == ["KR1", "KR2", "KR1"]


def test_inline_fields_are_read_and_leave_the_statement(writer: Writer):
    writer.objective("Grow", "NPS from 31 to 45 (owner: Ana; confidence: 5/10; weight: 40%) [P0]")
    (result,) = writer.document().objectives[0].key_results
    assert str(result.text) == "NPS from 31 to 45"
    assert (str(result.owners[0]), result.confidence.value, result.weight.value) == ("Ana", 0.5, 0.4)
    assert str(result.priority) == "P0"


def test_baseline_and_target_come_from_the_words(writer: Writer):
    writer.objective("留存", "次周留存率从31%提升到45%", "新增用户达到900人", "上线新版")
    change, amount, none = writer.document().objectives[0].key_results
    assert (change.metric.baseline.value, change.metric.target.value, change.metric.unit) == (31, 45, "%")
    assert (amount.metric.baseline, amount.metric.target.value) == (None, 900)
    assert none.metric is None


def test_fields_go_before_the_words(writer: Writer):
    draft = writer.objective("Grow", "NPS from 31 to 45")
    draft.children[0].fields += [
        ("target", writer.text("50")),
        ("current", writer.text("33")),
        ("unit", writer.text("pt")),
    ]
    metric = writer.document().objectives[0].key_results[0].metric
    assert (metric.baseline.value, metric.target.value, metric.current.value, metric.unit) == (31, 50, 33, "pt")


def test_owners_are_inherited_from_what_is_nearest(writer: Writer):
    writer.about(owner="Zoe")
    writer.objective("Grow", "x", "y (owner: Bob)", owner="Ana")
    writer.objective("Win", "z")
    writer.objective("Last", "z", section_owner="Max")
    first, second, third = writer.document().objectives
    names = [[str(owner) for owner in result.owners_inherited] for result in first.key_results]
    assert names == [["Ana"], []]
    assert (second.owners, str(second.owners_inherited[0])) == ((), "Zoe")
    assert str(second.key_results[0].owners_inherited[0]) == "Zoe"
    assert str(third.key_results[0].owners_inherited[0]) == "Max"


def test_deadlines_are_inherited_from_the_objective_then_the_cycle(writer: Writer):
    writer.about(cycle="2026-Q2")
    writer.objective("Grow", "x", "y by 15 May", deadline="2026-05-31")
    writer.objective("Win", "z")
    document = writer.document()
    first, second = document.objectives
    assert [(result.deadline.value.isoformat(), result.deadline_inherited) for result in first.key_results] == [
        ("2026-05-31", True),
        ("2026-05-15", False),
    ]
    assert (first.deadline_inherited, second.deadline_inherited) == (False, True)
    inherited = second.key_results[0].deadline
    assert (inherited.value, inherited.raw, inherited.span) == (date(2026, 6, 30), "2026-Q2", document.cycle.span)


def test_a_field_still_to_be_filled_in_does_not_hide_the_date_in_the_words(writer: Writer):
    writer.about(cycle="2026-Q2")
    draft = writer.objective("Grow", "y by 15 May")
    draft.children[0].fields.append(("deadline", writer.text("TBD")))
    assert writer.document().objectives[0].key_results[0].deadline.value == date(2026, 5, 15)


@pytest.mark.parametrize(
    ("fields", "title", "path", "value", "place"),
    [
        ({"cycle": "2026-Q2"}, "OKR 2025 Q1", "2024-q1.md", "2026-Q2", "field"),
        ({}, "OKR 2025 Q1", "2024-q1.md", "2025-Q1", "title"),
        ({"heading": "2025 Q3"}, "OKR", "2024-q1.md", "2025-Q3", "heading"),
        ({"start_date": "2026-01-01", "deadline": "2026-03-31"}, "OKR", "x.md", "2026-01-01/2026-03-31", "field"),
        ({}, "OKR", "okr/2024-q1.md", "2024-Q1", "path"),
    ],
)
def test_where_the_cycle_is_named(
    writer: Writer, fields: dict[str, str], title: str, path: str, value: str, place: str
):
    writer.about(**fields)
    writer.draft.title = writer.text(title)
    writer.objective("Grow", "x")
    cycle = writer.document(path).cycle
    assert (cycle.value, cycle.place) == (value, place)


def test_a_cycle_that_cannot_be_read_is_kept(writer: Writer):
    writer.about(cycle="rolling")
    cycle = writer.document().cycle
    assert (cycle.raw, cycle.start, cycle.problem) == ("rolling", None, "unread")


def test_values_that_cannot_be_read_are_kept_with_a_problem(writer: Writer):
    draft = writer.objective("Grow", "x")
    draft.children[0].fields += [("confidence", writer.text("rather good")), ("weight", writer.text("140%"))]
    (result,) = writer.document().objectives[0].key_results
    assert (result.confidence.raw, result.confidence.problem) == ("rather good", "unread")
    assert (result.weight.raw, result.weight.problem) == ("140%", "range")


def test_of_a_field_given_twice_the_first_counts(writer: Writer):
    draft = writer.objective("Grow", "x")
    second = writer.text("60%")
    draft.children[0].fields += [("weight", writer.text("40%")), ("weight", second), ("weight", writer.text("40%"))]
    document = writer.document()
    assert document.objectives[0].key_results[0].weight.value == 0.4
    (problem,) = document.problems
    assert (problem.code, problem.span) == ("EN003", second.span)


def test_owners_of_several_fields_are_joined(writer: Writer):
    draft = writer.objective("Grow", "x")
    draft.children[0].fields += [("owner", writer.text("Ana")), ("owner", writer.text("Bob"))]
    draft.children[0].fields.append(("contributors", writer.text("Max, Eva")))
    (result,) = writer.document().objectives[0].key_results
    assert [str(owner) for owner in result.owners] == ["Ana", "Bob"]
    assert [str(owner) for owner in result.contributors] == ["Max", "Eva"]


def test_unknown_fields_are_kept(writer: Writer):
    writer.objective("Grow", "x", colour="blue", kind="project", progress="40%")
    objective = writer.document().objectives[0]
    assert [(field.name, str(field.text)) for field in objective.fields] == [
        ("colour", "blue"),
        ("kind", "project"),
        ("progress", "40%"),
    ]


@pytest.mark.parametrize(
    ("words", "kind"), [("Committed", "committed"), ("挑战型", "aspirational"), ("moonshot", "aspirational")]
)
def test_kinds_of_objectives(writer: Writer, words: str, kind: str):
    writer.objective("Grow", "x", kind=words)
    assert writer.document().objectives[0].kind == kind


def test_bare_shares_of_all_siblings_are_weights_where_they_add_up(writer: Writer):
    writer.objective("提升留存（40%）", "a (80%)", "b (20%)")
    writer.objective("提升收入（60%）", "a (80%)", "b")
    first, second = writer.document().objectives
    assert (first.weight.value, str(first.text)) == (0.4, "提升留存")
    assert [result.weight.value for result in first.key_results] == [0.8, 0.2]
    assert [(result.weight, str(result.text)) for result in second.key_results] == [(None, "a (80%)"), (None, "b")]


def test_actions_and_check_ins(writer: Writer):
    writer.about(cycle="2026-Q2")
    draft = writer.objective("Grow", "x").children[0]
    step = writer.item("Call 10 users by 30 April @ana")
    step.done = True
    draft.actions += [step, writer.item("Write", status="进行中", deadline="5月1日")]
    draft.checkins += [
        writer.item("2026-04-10: vendor is late (confidence: 4/10)"),
        writer.item("fine", date="4月17日", progress="120%", current="33%"),
    ]
    (result,) = writer.document().objectives[0].key_results
    first, second = result.actions
    assert (first.done, first.due.value, str(first.owners[0])) == (True, date(2026, 4, 30), "ana")
    assert (second.done, second.due.value) == (False, date(2026, 5, 1))
    entry, other = result.checkins
    assert (entry.date, entry.confidence.value, str(entry.note)) == (date(2026, 4, 10), 0.4, "vendor is late")
    assert (other.date, other.progress, other.value.value, str(other.note)) == (date(2026, 4, 17), 1.2, 33, "fine")


def test_a_step_of_the_objective_goes_to_the_key_result_that_it_names(writer: Writer):
    draft = writer.objective("Grow", "x", "y")
    draft.children[0].label, draft.children[1].label = "KR 1", "KR２"
    for words, label in (("Call", "KR2"), ("Write", "kr1"), ("Paint", None), ("Visit", "KR7")):
        step = writer.item(words)
        step.label = label
        draft.actions.append(step)
    (objective,) = writer.document().objectives
    assert [str(step.text) for step in objective.actions] == ["Paint", "Visit"]
    assert [[str(step.text) for step in each.actions] for each in objective.key_results] == [["Write"], ["Call"]]


def test_a_step_that_names_several_key_results_stays_with_the_objective(writer: Writer):
    draft = writer.objective("Grow", "x", "y")
    draft.children[0].label = draft.children[1].label = "KR1"
    step = writer.item("Call")
    step.label = "KR1"
    draft.actions.append(step)
    assert len(writer.document().objectives[0].actions) == 1


def test_references_that_are_identifiers_count_singly(writer: Writer):
    writer.objective("Grow", "x", supports="O1, KR2")
    writer.objective("Win", "x", supports="公司O1：提升收入，增强盈利能力与竞争力")
    first, second = writer.document().objectives
    assert [str(parent) for parent in first.supports] == ["O1", "KR2"]
    assert len(second.supports) == 1


@pytest.mark.parametrize(("words", "language"), [("提升留存", "zh"), ("Grow", "en"), ("提升 NPS 和 DAU", "zh")])
def test_the_language_is_that_of_the_statements(writer: Writer, words: str, language: str):
    writer.draft.title = writer.text("OKR")
    writer.objective(words)
    assert writer.document().language == language


def test_an_empty_draft_is_an_empty_document(writer: Writer):
    document = writer.document()
    assert (document.objectives, document.title, document.format) == ((), None, "markdown")
