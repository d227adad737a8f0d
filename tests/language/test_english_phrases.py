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
        "Co-workers trust the rota",
    ],
)
def test_results_and_riddles_are_no_activity(text: str) -> None:
    assert kind_of(text, quantified=False) != "activity"
