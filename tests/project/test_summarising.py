"""Summaries: what they keep of a document, and that bytes keep what they are."""

from contextlib import suppress
from datetime import date
from typing import Any
from zlib import compress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import Mutation, mutated, mutations
from okr_documents import documents
from okr_seeds import SEEDS

from okrlint.model import Document, KeyResult
from okrlint.opening import reader_for
from okrlint.project.index import squeezed
from okrlint.project.summaries import DocumentSummary, ItemSummary, Period
from okrlint.project.summarising import packed, summary_of, unpacked
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source, UnreadableError

ESCAPING = ("json", "yaml", "toml", "html")
"""Formats whose words may stand in the source otherwise than they are meant."""

PATH = "okr/team"


def read(text: str, format: str, *, is_plan: bool = False) -> tuple[Document, Source]:
    source = Source(text, PATH)
    return reader_for(format, "-").read(source, ReadingOptions(is_plan=is_plan)), source


def assert_same(document: Document, source: Source, *, is_plan: bool = False) -> DocumentSummary:
    """Assert that a document's summary says what the document says, and that bytes keep it."""
    summary = summary_of(document, source.text, is_plan=is_plan)
    assert unpacked(packed(summary)) == summary
    assert len(summary.items) == sum(1 + len(objective.key_results) for objective in document.objectives)
    for (first, rest), objective in zip(summary.groups(), document.objectives, strict=True):
        assert (first.kind, first.id, first.objective) == ("objective", objective.id, objective.id)
        assert [each.id for each in rest] == [each.id for each in objective.key_results]
        for short, item in zip((first, *rest), (objective, *objective.key_results), strict=True):
            assert_item(short, item)
            assert short.objective == objective.id
    for summarised, text in ((summary.title, document.title), (summary.team, document.team)):
        assert (summarised and tuple(summarised)) == (text and (text.value, text.span))
    return summary


def assert_item(short: ItemSummary, item: Any) -> None:
    assert (short.text, short.span, short.extent) == (item.text.value[:2_000], item.text.span, item.span)
    assert (short.label, short.ref, short.done) == (item.label, item.ref, item.done)
    for mine, theirs in ((short.owners, item.owners), (short.owners_inherited, item.owners_inherited)):
        assert [tuple(each) for each in mine] == [(each.value, each.span) for each in theirs]
    assert [(each.text, each.span) for each in short.supports] == [(each.value, each.span) for each in item.supports]
    for name in ("confidence", "weight", "score"):
        mine, theirs = getattr(short, name), getattr(item, name)
        assert (mine and (mine.value, mine.span)) == (theirs and (theirs.value, theirs.span))
    own = item.deadline if item.deadline and not item.deadline_inherited else None
    assert (short.deadline and (short.deadline.value, short.deadline.span)) == (own and (own.value, own.span))
    if isinstance(item, KeyResult):
        for name in ("baseline", "target", "current"):
            mine, theirs = getattr(short, name), item.metric and getattr(item.metric, name)
            assert (mine and (mine.span, mine.raw)) == (
                theirs and (theirs.span, theirs.raw)
            )  # its unit may stand apart
    assert [entry.day for entry in short.checkins] == [entry.date for entry in item.checkins]
    assert [entry.span for entry in short.checkins] == [entry.span for entry in item.checkins]
    assert dict(short.fields).keys() == {field.name for field in item.fields}


@settings(max_examples=50)
@given(documents(), st.booleans())
def test_summaries_of_documents(written: Any, is_plan: bool) -> None:
    document, source = read(written.text, written.format, is_plan=is_plan)
    summary = assert_same(document, source, is_plan=is_plan)
    for item in summary.items:
        assert item.extent.start <= item.span.start <= item.span.end <= item.extent.end
        phrases = [(item.text, item.span), *((owner.text, owner.span) for owner in item.owners)]
        for text, span in phrases:
            assert 0 <= span.start <= span.end <= len(source.text)
            if written.format not in ESCAPING:
                assert squeezed(text) in squeezed(source.text[span.start : span.end])


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("is_plan", [False, True])
def test_summaries_of_every_layout(name: str, is_plan: bool) -> None:
    document, source = read(SEEDS[name].text, SEEDS[name].format, is_plan=is_plan)
    assert_same(document, source, is_plan=is_plan)


@settings(max_examples=50)
@given(st.sampled_from(sorted(SEEDS)), mutations())
def test_summaries_of_broken_documents(name: str, changes: list[Mutation]) -> None:
    text = SEEDS[name].text
    for change in changes:
        text = mutated(text, change)
    try:
        document, source = read(text, SEEDS[name].format)
    except UnreadableError:
        return
    assert_same(document, source)


def with_periods(summary: DocumentSummary) -> DocumentSummary:
    """An item has the cycle of its document at least."""
    items = (each if each.period else each._replace(period=summary.period) for each in summary.items)
    return summary._replace(items=tuple(items))


# Whatever fields there are, or will be, each with whatever its type allows.
summaries = st.from_type(DocumentSummary).map(with_periods)


@settings(max_examples=25)
@given(summaries)
def test_a_summary_is_the_same_from_its_bytes(summary: DocumentSummary) -> None:
    again = unpacked(packed(summary))
    assert repr(again) == repr(summary)  # some figures are no numbers, and equal nothing
    assert packed(again) == packed(summary)


@settings(max_examples=20)
@given(summaries, st.integers(0, 10_000), st.integers(0, 255))
def test_damaged_bytes_are_refused_or_another_summary(summary: DocumentSummary, at: int, byte: int) -> None:
    data = packed(summary)
    at %= len(data)
    for damaged in (data[:at], data[:at] + bytes([byte]) + data[at + 1 :], bytes([byte]) * at):
        with suppress(ValueError, TypeError, LookupError):
            unpacked(damaged)


def test_bytes_that_would_swell_are_refused() -> None:
    with pytest.raises(ValueError):
        unpacked(compress(b"[" + b" " * 60_000_000 + b"]", 9))


def test_long_texts_are_cut() -> None:
    words = "Make bread the talk of all the town " * 100
    text = f"# Bakery OKRs\n\n## O1: {words}\n\n- KR1: 9 of 10 say so\n  - Supports: company O1 {words}\n"
    summary = summary_of(*described(text))
    assert len(summary.items[0].text) == len(summary.items[1].supports[0].text) == 2_000
    assert text[slice(*summary.items[0].span)] == words.strip()


def described(text: str, format: str = "markdown") -> tuple[Document, str]:
    document, source = read(text, format)
    return document, source.text


@pytest.mark.parametrize(
    ("format", "written", "target"),
    [
        ("markdown", "[the *city*](../city.md#o2)", "../city.md#o2"),
        ("markdown", "[the city](<../city.md#o2>)", "../city.md#o2"),
        ("markdown", "the city", None),
        ("markdown", "city [O2]", None),
        ("org", "[[file:../city.org][the city]]", "../city.org"),
    ],
)
def test_what_words_are_a_link_to(format: str, written: str, target: str | None) -> None:
    heading, item = ("* O1: Be warm\n", "  - ") if format == "org" else ("## O1: Be warm\n\n", "- ")
    text = f"{heading}{item}KR1: 9 of 10 are warm\n  {item}Supports: {written}\n"
    summary = summary_of(*described(text, format))
    (reference,) = summary.items[1].supports
    assert reference.target == target
    assert "city" in reference.text
    assert "](" not in reference.text
    assert text[slice(*reference.span)].replace("*", "") == reference.text


def test_a_document_says_once_what_all_of_it_supports_and_who_owns_it() -> None:
    text = (
        "---\ncycle: 2026-Q2\nteam: Ovens\nowner: Ana\n---\n# Oven OKRs\n\nSupports: ../company.md\n\n"
        "## O1: Be warm\n\n- KR1: 9 of 10 are warm\n"
    )
    summary = summary_of(*described(text))
    assert [each.text for each in summary.plans] == ["../company.md"]
    assert (summary.team and summary.team.text, summary.title and summary.title.text) == ("Ovens", "Oven OKRs")
    assert [each.text for each in summary.owners] == ["Ana"]
    assert [each.text for each in summary.items[1].owners_inherited] == ["Ana"]
    assert summary.period == Period("2026-Q2", date(2026, 4, 1), date(2026, 6, 30))
    assert summary.items[1].period == summary.period


def test_goals_of_a_plan_have_their_numbers() -> None:
    text = "# Plan\n\n## Goals\n\n- P1: Reach 100,000 downloads\n"
    document, source = read(text, "markdown", is_plan=True)
    (item,) = summary_of(document, source.text, is_plan=True).items
    assert item.target
    assert item.target.value == 100_000
    (item,) = summary_of(document, source.text).items
    assert item.target is None


def test_periods_contain_and_meet_each_other() -> None:
    year = Period("2026", date(2026, 1, 1), date(2026, 12, 31))
    first, second = (
        Period("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        Period("2026-Q2", date(2026, 4, 1), date(2026, 6, 30)),
    )
    assert (year.contains(first), first.contains(year), year.contains(year)) == (True, False, True)
    assert (year.overlaps(first), first.overlaps(year), first.overlaps(second)) == (True, True, False)
    assert first.overlaps(first._replace(start=date(2026, 3, 31), end=date(2026, 4, 30)))
    vague = Period("Q1", None, None)
    assert (vague.contains(first), first.contains(vague), vague.overlaps(year), year.overlaps(vague)) == (None,) * 4
