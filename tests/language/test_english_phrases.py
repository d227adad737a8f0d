"""English phrases whose first word could be a verb, and participles that say that something is finished."""

import pytest

from okrlint.language.kinds import kind_of, lead


@pytest.mark.parametrize(
    "text",
    [
        "Weekly stand-up with the carriers",
        "Monthly coffee with the parents' council",
        "Daily report to the harbour master",
        "Pitch deck ready",
        "Regular coffee with the landlord",
        "Sample leaflets for the kitchens",
        "Ticket software chosen",
        "Stewards trained according to the fire code",
        "Volunteer rota agreed",
        "Call notes are checked",
        "Lint rules for the stylesheets added",
        "Harmonisation of price lists",
        "Round table every two months",
        "Support line live",
        "Open day held",
        "Dress code applied consistently",
        "Press list maintained",
        "Participation in the trade fair",
        "Evaluation of new suppliers",
        "Seat covers get replaced",
        "Trainees instructed how to lift",
        "Summer party for neighbours",
        "A/B test of the ticket page",
    ],
)
def test_a_phrase_for_work_has_no_lead_verb(text: str) -> None:
    first = lead(text)
    assert first is not None
    assert first.verb_class is None
    assert kind_of(text, quantified=False) == "activity"


@pytest.mark.parametrize("text", ["Fine-tune the furnace", "Re-train the pickers", "Co-host a concert", "Load-test it"])
def test_a_prefix_leaves_a_verb_a_verb(text: str) -> None:
    assert kind_of(text, quantified=False) == "activity"


@pytest.mark.parametrize(
    "text",
    [
        "Daily active users",
        "Weekly retention improves",
        "Test coverage maintained",
        "Internal communication",
        "Guests served quickly",
        "Friendly and competent advice",
        "Good cooperation with the harbour",
        "Lease renewed",
        "Co-workers trust the rota",
    ],
)
def test_results_and_riddles_are_no_activity(text: str) -> None:
    assert kind_of(text, quantified=False) != "activity"


@pytest.mark.parametrize(
    ("text", "word"), [("Report bugs as they are found", "Report"), ("Design screens that are loved", "Design")]
)
def test_a_later_clause_makes_no_noun_of_a_verb(text: str, word: str) -> None:
    first = lead(text)
    assert first is not None
    assert (first.word, first.verb_class) == (word, "output")


@pytest.mark.parametrize(
    "text", ["Lease contract signed", "Building permit received", "Music licence for the hall granted"]
)
def test_a_paper_that_is_there_is_a_deliverable(text: str) -> None:
    assert kind_of(text, quantified=False) == "activity"
