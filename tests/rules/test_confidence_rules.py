"""What the examples on the rules about confidence do not show: options, check-ins and certainty."""

import pytest

from okrlint.testing import findings_of
from okrlint_rules.confidence.confidence_invalid import ConfidenceInvalid
from okrlint_rules.confidence.kr_no_confidence import KrNoConfidence


def _document(*fields: str) -> str:
    rows = "".join(f"  - {field}\n" for field in fields)
    return f"# OKRs 2026-Q2\n\n## O1: Make support feel human\n\n- KR1: CSAT from 78 to 86\n{rows}"


def test_a_status_does_where_the_option_says_so() -> None:
    text = _document("Status: on track")
    assert findings_of(KrNoConfidence, text)
    assert not findings_of(KrNoConfidence, text, accept_status=True)
    assert findings_of(KrNoConfidence, _document(), accept_status=True)


@pytest.mark.parametrize("value", ["TBD", "待定", "-"])
def test_a_placeholder_is_no_confidence(value: str) -> None:
    assert findings_of(KrNoConfidence, _document(f"Confidence: {value}"))
    assert not findings_of(ConfidenceInvalid, _document(f"Confidence: {value}"))


def test_a_wrong_confidence_is_not_missing() -> None:
    assert not findings_of(KrNoConfidence, _document("Confidence: 12/10"))


def test_a_graded_key_result_needs_no_confidence() -> None:
    assert not findings_of(KrNoConfidence, _document("Score: 0.7"))
    assert findings_of(KrNoConfidence, _document("Score: TBD"))


@pytest.mark.parametrize(
    ("value", "certainty", "words"),
    [("12/10", "high", "off its scale"), ("1", "high", "certainty"), ("who knows", "medium", "no known scale")],
)
def test_each_defect_has_its_own_words(value: str, certainty: str, words: str) -> None:
    (found,) = findings_of(ConfidenceInvalid, _document(f"Confidence: {value}"))
    assert found.certainty == certainty
    assert f"“{value}”" in found.message
    assert words in found.message


def test_the_confidence_of_an_objective_is_read_too() -> None:
    text = "# OKRs 2026-Q2\n\n## O1: Make support feel human\n\nConfidence: 120%\n\n- KR1: CSAT from 78 to 86\n"
    (found,) = findings_of(ConfidenceInvalid, text)
    assert (found.objective, found.key_result) == ("O1", None)


@pytest.mark.parametrize(
    ("value", "scales", "due"),
    [
        ("0.5", ("0-10",), True),
        ("5/10", ("0-10",), False),
        ("high", ("0-10",), True),
        ("high", ("0-10", "words"), False),
        ("七成", ("words",), False),
        ("55", ("percent",), False),
        ("0.5", (), False),
    ],
)
def test_scales_can_be_set(value: str, scales: tuple[str, ...], due: bool) -> None:
    assert bool(findings_of(ConfidenceInvalid, _document(f"Confidence: {value}"), scales=scales)) is due
