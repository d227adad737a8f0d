"""What holds for every fix of every document: it ends, harms nothing, invents nothing, and is needed once."""

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mutations import Mutation, mutated, mutations
from okr_documents import Written, documents, odd_texts, stated
from okr_seeds import SEEDS

import okrlint
from okrlint.language.folding import fold_width
from okrlint.linting.fixing import applied
from okrlint.model import Document
from okrlint.opening import reader_for
from okrlint.plugins import Rule
from okrlint.reading.interface import ContainerReader, ReadingOptions
from okrlint.reading.source import Source, UnreadableError
from okrlint.registry import installed
from okrlint.testing import examples_of
from okrlint_rules.checkin.score_invalid import ScoreInvalid
from okrlint_rules.confidence.confidence_mixed_scales import ConfidenceMixedScales
from okrlint_rules.hygiene.ambiguous_magnitude import AmbiguousMagnitude
from okrlint_rules.hygiene.mixed_width import MixedWidth

TEXT_FORMATS = tuple(
    sorted(ref.name for ref in installed().readers if not isinstance(reader_for(ref.name, "-"), ContainerReader))
)
PATH = "okr/team"
TODAY = date(2026, 5, 1)
_SLIPS = (
    "10W", "３０W", " １. ", ", ", "，\n", "9:30", "<!-- okrlint: disable=HY001 -->",
    "\n# okrlint: disable=HY002,HY001\n", "# okrlint: disable-file=CF003,HY001", '"x-okrlint-ignore": ["HY001"],',
)  # fmt: skip
SLIPS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.sampled_from("９％，,。!！:：;；?？.Ｗ") | st.sampled_from(_SLIPS),
    ),
    max_size=8,
)


CONFIG = {"select": ["HY", "CF003", "CK005"], "min-confidence": "low"}
"""The rules that have fixes."""
SCALES = {"CF003", "CK005"}


def fixed(text: str, format: str, *, unsafe: bool) -> okrlint.Fixed:
    """Fix a text, and check what must hold whatever it is."""
    done = okrlint.fix_text(text, format, PATH, config=CONFIG, today=TODAY, unsafe=unsafe)
    codes = {finding.code for finding in done.report.findings}
    assert not {"EN010", "EN011"} & codes
    assert applied(done.before, done.changes) == done.text
    assert done.before == text
    assert done.changed == bool(done.changes) == bool(done.findings)
    assert all(unsafe or (finding.fix is not None and finding.fix.safe) for finding in done.findings)
    again = okrlint.fix_text(done.text, format, PATH, config=CONFIG, today=TODAY, unsafe=unsafe)
    assert again.text == done.text
    assert again.report == done.report
    # Two objectives of a table, say, that only differ in width would become one: then a fix may be left out.
    assert "EN009" in codes or not [each for each in done.report.findings if each.fix and (unsafe or each.fix.safe)]
    return done


def read(text: str, format: str) -> Document | None:
    try:
        return reader_for(format, "-").read(Source(text, PATH), ReadingOptions())
    except UnreadableError:
        return None


def shape(text: str, format: str) -> list[str] | None:
    document = read(text, format)
    if document is None:
        return None
    return [
        f"{objective.id} {result.id if result else ''}"
        for objective in document.objectives
        for result in (None, *objective.key_results)
    ]


def figures(text: str) -> list[str]:
    """The numbers of a text, whatever their width: as escapes, in full width, or with a W for ten thousand."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})|&#(\d+);", lambda match: chr(int(match[1] or "0", 16) or int(match[2])), text)
    return re.findall(r"\d+", fold_width(text))


def with_slips(text: str, slips: list[tuple[float, str]]) -> str:
    for at, words in slips:
        place = int(at * len(text))
        text = text[:place] + words + text[place:]
    return text


@given(documents(), st.booleans())
def test_what_a_document_says_stays(written: Written, unsafe: bool) -> None:
    done = fixed(written.text, written.format, unsafe=unsafe)
    before, after = read(written.text, written.format), read(done.text, written.format)
    assert before is not None
    assert after is not None
    folded = [
        [aim._replace(statement=fold_width(aim.statement), results=()) for aim in stated(document)]
        + [
            result._replace(statement=fold_width(result.statement))
            for aim in stated(document)
            for result in aim.results
        ]
        for document in (before, after)
    ]
    assert folded[0] == folded[1]
    assert figures(written.text) == figures(done.text)


@given(documents(), SLIPS, st.booleans())
def test_slips_are_fixed_without_harm(written: Written, slips: list[tuple[float, str]], unsafe: bool) -> None:
    text = with_slips(written.text, slips)
    done = fixed(text, written.format, unsafe=unsafe)
    assert shape(text, written.format) == shape(done.text, written.format)
    if not SCALES & {finding.code for finding in done.findings}:  # 2/10 may have become 20%
        shown = re.sub(r"<!--.*?-->", "", text)  # nobody sees a directive; without one, what it parted is one figure
        assert sorted({*figures(done.text)} - {*figures(text), *figures(shown)}) == []


@given(documents(), SLIPS, st.sampled_from(("\r\n", "\r")), st.booleans())
def test_line_ends_and_a_byte_order_mark_stay(
    written: Written, slips: list[tuple[float, str]], ending: str, marked: bool
) -> None:
    text = "\ufeff" * marked + with_slips(written.text, slips).replace("\n", ending)
    done = fixed(text, written.format, unsafe=True)
    assert done.text.startswith("\ufeff") == marked
    before, after = re.findall(r"\r\n|\r|\n", text), re.findall(r"\r\n|\r|\n", done.text)
    if "HY005" in {finding.code for finding in done.findings}:  # a line that holds nothing else goes with it
        assert set(after) <= set(before)
        return
    assert after == before
    assert done.text.endswith(ending) == text.endswith(ending)


@given(st.sampled_from(sorted(SEEDS)), mutations(), st.sampled_from((None, *TEXT_FORMATS)), st.booleans())
def test_fixes_of_mutated_documents_end_and_harm_nothing(
    name: str, changes: list[Mutation], format: str | None, unsafe: bool
) -> None:
    text = SEEDS[name].text
    for change in changes:
        text = mutated(text, change)
    text = text.encode("utf-8", "replace").decode()
    done = fixed(text, format or SEEDS[name].format, unsafe=unsafe)
    assert shape(text, format or SEEDS[name].format) == shape(done.text, format or SEEDS[name].format)


@given(odd_texts(), st.sampled_from(TEXT_FORMATS), st.booleans())
@example("O1:KR1:1. ９", "markdown", True)
def test_fixes_of_odd_texts_end_and_harm_nothing(text: str, format: str, unsafe: bool) -> None:
    text = text.encode("utf-8", "replace").decode()
    done = fixed(text, format, unsafe=unsafe)
    assert shape(text, format) == shape(done.text, format)


STATEMENTS = sorted(
    {
        example.replace("⟦", "").replace("⟧", "")
        for rule in (MixedWidth, AmbiguousMagnitude)
        for group in (rule.examples.bad, rule.examples.good)
        for examples in group.values()
        for example in examples
        if "\n" not in example
    }
)


@pytest.mark.parametrize("format", ["markdown", "yaml", "json", "toml", "csv", "html", "rst", "org"])
def test_examples_of_rules_are_fixed_in_each_format(format: str) -> None:
    for statement in STATEMENTS:
        written = f'"{statement}"' if format == "csv" else statement
        text = FULL_WIDTH[format].replace("９０ guests return", written)
        done = fixed(text, format, unsafe=True)
        assert shape(text, format) == shape(done.text, format)
        assert figures(text) == figures(done.text)
        if format in ("markdown", "json", "toml"):  # where no mark means anything
            left = [(finding.code, finding.quote) for finding in done.report.findings]
            assert not [each for each in left if each[0] == "HY001"], statement


@pytest.mark.parametrize("rule", [ConfidenceMixedScales, ScoreInvalid])
def test_examples_with_scales_are_fixed(rule: type[Rule[Any]]) -> None:
    for each in examples_of(rule):
        config = {"select": [rule.meta.code], "min-confidence": "low"}
        done = okrlint.fix_text(each.text, config=config, today=TODAY)
        assert not [found for found in done.report.findings if found.fix]
        assert shape(each.text, "markdown") == shape(done.text, "markdown")
        if rule is ConfidenceMixedScales:
            before, after = (
                [item.confidence and item.confidence.value for item in items(read(text, "markdown"))]
                for text in (each.text, done.text)
            )
            assert before == after
            assert not done.report.findings


def items(document: Document | None) -> list[okrlint.Objective | okrlint.KeyResult]:
    assert document is not None
    return [item for objective in document.objectives for item in (objective, *objective.key_results)]


@pytest.mark.parametrize("format", ["markdown", "yaml", "json", "toml", "csv", "html", "rst", "org"])
def test_a_document_of_each_format_has_something_to_fix(format: str) -> None:
    """Else what is asserted above would be of nothing."""
    assert fixed(FULL_WIDTH[format], format, unsafe=False).text == FULL_WIDTH[format].replace("９０", "90")


FULL_WIDTH = {
    "markdown": "## O1: Feel at home\n\n- KR1: ９０ guests return\n",
    "yaml": "okrs:\n- objective: Feel at home\n  key_results:\n  - ９０ guests return\n",
    "json": '{"okrs": [{"objective": "Feel at home", "key_results": ["９０ guests return"]}]}\n',
    "toml": '[[okrs]]\nobjective = "Feel at home"\nkey_results = ["９０ guests return"]\n',
    "csv": "Objective,Key Result\nFeel at home,９０ guests return\n",
    "html": "<h2>O1: Feel at home</h2><ul><li>KR1: ９０ guests return</li></ul>\n",
    "rst": "O1: Feel at home\n----------------\n\n- KR1: ９０ guests return\n",
    "org": "* O1: Feel at home\n  - KR1: ９０ guests return\n",
}
