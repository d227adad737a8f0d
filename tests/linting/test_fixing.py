"""Which fixes go together, what they come to, and what happens to fixes that do harm."""

import random
import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from okrlint.linting.findings import FileReport, Finding, FixNote, Position, Replacement
from okrlint.linting.fixing import Change, Rewriting, applied, changes_of, changes_together, chosen, is_sound
from okrlint.linting.interface import Severity
from okrlint.linting.rounds import MAX_ROUNDS, Outcome, Rounds, is_same
from okrlint.model import Document, Span
from okrlint.opening import reader_for
from okrlint.reading.interface import ReadingOptions
from okrlint.reading.source import Source

NOWHERE = Position(1, 1)


def finding(*edits: tuple[int, int, str], code: str = "XX001", safe: bool = True, quote: str = "") -> Finding:
    replacements = tuple(
        Replacement(Position(1, start + 1), Position(1, end + 1), text, Span(start, end), (start + 1, end + 1))
        for start, end, text in edits
    )
    offset = min((start for start, _, _ in edits), default=0)
    return Finding(
        "q2.md", NOWHERE, NOWHERE, code, f"name-of-{code.lower()}", Severity.WARNING, "…",
        offset=offset, quote=quote, fix=FixNote(safe, "write it so", replacements),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ((0, 3, "a"), (3, 5, "b"), False),
        ((0, 3, "a"), (2, 5, "b"), True),
        ((0, 5, "a"), (1, 2, ""), True),
        ((0, 3, "a"), (0, 3, "b"), True),
        ((0, 3, "a"), (0, 3, "a"), False),
        ((2, 2, "a"), (2, 2, "b"), True),
        ((2, 2, "a"), (2, 2, "a"), False),
        ((2, 2, "a"), (2, 5, "b"), False),
        ((5, 5, "a"), (2, 5, "b"), False),
        ((3, 3, "a"), (2, 5, "b"), True),
        ((2, 2, "a"), (3, 3, "b"), False),
    ],
)
def test_what_clashes(first: tuple[int, int, str], second: tuple[int, int, str], clash: bool) -> None:
    assert Change(*first).clashes(Change(*second)) is clash
    assert Change(*second).clashes(Change(*first)) is clash


def test_of_fixes_that_clash_the_earlier_then_the_safe_one_then_the_code_wins() -> None:
    text = "0123456789"
    early, late = finding((0, 4, "a")), finding((3, 6, "b"))
    assert chosen([late, early], text) == [early]
    safe, unsafe = finding((2, 4, "a"), code="XX009"), finding((2, 5, "b"), code="XX001", safe=False)
    assert chosen([unsafe, safe], text) == [safe]
    first, second = finding((2, 2, "a"), code="XX001"), finding((2, 2, "b"), code="XX002")
    assert chosen([second, first], text) == [first]


def test_the_edits_of_a_fix_are_made_all_or_none() -> None:
    text = "0123456789"
    taken, parted, free = finding((4, 6, "a")), finding((5, 6, "b"), (8, 9, "c")), finding((8, 9, "d"))
    found = chosen([taken, parted, free], text)
    assert found == [taken, free]
    assert applied(text, changes_together(found, text)) == "0123a67d9"
    both = finding((0, 1, "a"), (7, 8, "b"))
    assert applied(text, changes_together(chosen([both, taken], text), text)) == "a123a6b89"


def test_an_edit_that_several_ask_for_is_made_once() -> None:
    text = "0123"
    same = [finding((1, 1, "x"), code="XX001"), finding((1, 1, "x"), code="XX002")]
    assert chosen(same, text) == same
    assert applied(text, changes_together(same, text)) == "0x123"


def test_what_changes_nothing_is_no_change() -> None:
    assert changes_of(finding((0, 2, "01")), "0123") == ()
    assert chosen([finding((0, 2, "01"))], "0123") == []
    assert changes_of(finding(), "0123") == ()
    assert changes_of(finding()._replace(fix=None), "0123") == ()


def test_edits_of_one_fix_that_clash_are_never_made() -> None:
    wrong = finding((0, 3, "a"), (1, 2, "b"))
    assert not is_sound(changes_of(wrong, "0123"))
    assert chosen([wrong], "0123") == []


def test_changes_of_many_rounds_come_to_changes_of_the_original() -> None:
    for seed in range(2_000):
        random_ = random.Random(seed)
        text = "".join(random_.choices("abcdefgh\n", k=random_.randint(0, 12)))
        rewriting = Rewriting(text)
        for _ in range(random_.randint(1, 4)):
            taken: list[Change] = []
            for _ in range(random_.randint(0, 4)):
                start = random_.randint(0, len(rewriting.text))
                end = min(len(rewriting.text), start + random_.choice([0, 0, 1, 2, 5]))
                change = Change(start, end, "".join(random_.choices("XYZ", k=random_.randint(0, 2))))
                if not any(change == other or change.clashes(other) for other in taken):
                    taken.append(change)
            due = rewriting.text
            for change in sorted(taken, reverse=True):
                due = due[: change.start] + change.text + due[change.end :]
            rewriting.change(sorted(taken))
            assert rewriting.text == due
            changes = rewriting.changes()
            assert applied(text, changes) == due
            assert all(first.end < second.start for first, second in pairwise(changes))
            assert all(text[change.start : change.end] != change.text for change in changes)


def test_many_fixes_cost_what_they_are() -> None:
    text = "９ " * 10_000
    findings = [finding((at, at + 1, "9")) for at in range(0, len(text), 2)]
    start = time.process_time()
    rewriting = Rewriting(text)
    rewriting.change(changes_together(chosen(findings, text), text))
    assert rewriting.text == "9 " * 10_000
    assert len(rewriting.changes()) == 10_000
    assert time.process_time() - start < 5


# Rounds

OKRS = "## O1: Make regulars return\n\n- KR1: {} guests return\n- KR2: 40 guests return\n"


def read(text: str) -> Document:
    text.encode()  # as it must be for a file
    return reader_for("markdown", "-").read(Source(text), ReadingOptions())


def run(text: str, rules: Callable[[str], list[Finding]]) -> Outcome:
    def lint(text: str) -> FileReport:
        return FileReport("q2.md", tuple(rules(text)), recognised=True)

    return Rounds(lint, read, lambda each: each.fix is not None).run(text, lint(text))


def replacing(old: str, new: str, *, code: str = "XX001", safe: bool = True) -> Callable[[str], list[Finding]]:
    """A rule that wants each `old` to be `new`."""

    def rule(text: str) -> list[Finding]:
        starts = [at for at in range(len(text)) if text.startswith(old, at)]
        return [finding((at, at + len(old), new), code=code, safe=safe, quote=old) for at in starts]

    return rule


def test_what_has_to_wait_gets_its_turn_in_the_next_round() -> None:
    def rules(text: str) -> list[Finding]:
        return replacing("ab", "x", code="XX001")(text) + replacing("bc", "y", code="XX002")(text)

    outcome = run(OKRS.format("abc bc"), rules)
    assert outcome.rewriting.text == OKRS.format("xc y")
    assert sorted(each.code for each in outcome.fixed) == ["XX001", "XX002"]
    assert outcome.left.findings == ()


def test_a_rule_that_undoes_another_comes_to_no_end_and_neither_is_left_half_done() -> None:
    def rules(text: str) -> list[Finding]:
        return replacing("aa", "bb", code="XX001")(text) + replacing("bb", "aa", code="XX002")(text)

    text = OKRS.format("aa")
    outcome = run(text, lambda text: [*rules(text), *replacing("40", "forty", code="XX003")(text)])
    assert "forty" in outcome.rewriting.text
    assert "aa guests" in outcome.rewriting.text
    (told,) = [each for each in outcome.left.findings if each.code == "EN011"]
    assert "XX001 (name-of-xx001)" in told.message
    assert told.fatal
    assert {each.code for each in outcome.fixed} == {"XX003"}


def test_a_rule_that_always_wants_more_has_nothing_done() -> None:
    text = OKRS.format("a")
    outcome = run(text, replacing("a guests", "aa guests"))
    assert outcome.rewriting.text == text
    assert outcome.fixed == ()
    assert [each.code for each in outcome.left.findings] == ["XX001", "EN011"]


def test_what_needs_more_rounds_than_there_are_is_done_as_far_as_it_goes() -> None:
    def one_a_round(text: str) -> list[Finding]:
        at = text.find("a")
        count = text.count("a")
        return [finding((at, at + 1, "b"), quote=f"{count}")] * count if count else []

    text = OKRS.format("x" + "a" * 2 * MAX_ROUNDS).replace("Make regulars", "Let them")
    count = text.count("a")
    outcome = run(text, one_a_round)
    assert outcome.rewriting.text.count("a") == count - MAX_ROUNDS
    told = outcome.left.findings[-1]
    assert (told.code, told.fatal) == ("EN009", False)
    assert f"{count - MAX_ROUNDS} more can be fixed" in told.message


def test_a_fix_that_changes_what_is_read_is_left_out_and_the_others_are_made() -> None:
    def rules(text: str) -> list[Finding]:
        return [
            *replacing("９", "9", code="XX001")(text),
            *replacing("\n- KR2: ", " ", code="XX002")(text),
        ]

    outcome = run(OKRS.format("９９"), rules)
    assert outcome.rewriting.text == OKRS.format("99")
    (told,) = [each for each in outcome.left.findings if each.code.startswith("EN")]
    assert (told.code, told.fatal) == ("EN009", False)
    assert "XX002 (name-of-xx002)" in told.message


def test_what_is_said_elsewhere_must_stay() -> None:
    before, after = OKRS.format("９"), OKRS.format("9")
    at = before.index("９")
    assert is_same(read(before), read(after), [Change(at, at + 1, "9")])
    assert not is_same(read(before), read(after), [Change(0, 1, "#")])
    scored = before.replace("40 guests return", "40 guests return (score: 0.4)")
    at = scored.index("0.4")
    assert not is_same(read(scored), read(scored.replace("0.4", "0.5")), [Change(0, 1, "#")])
    assert is_same(read(scored), read(scored.replace("0.4", "0.5")), [Change(at, at + 3, "0.5")])
    assert not is_same(read(scored), read(before), [Change(0, 1, "#")])


def test_a_fix_that_breaks_the_file_is_told_of_its_rule() -> None:
    text = OKRS.format("９９")
    outcome = run(text, lambda text: [*replacing("９", "\ud800")(text), *replacing("40", "41", code="XX002")(text)])
    assert outcome.rewriting.text == text.replace("40", "41")
    told = [each for each in outcome.left.findings if each.code.startswith("EN")]
    assert [each.code for each in told] == ["EN011"]
    assert "XX001" in told[0].message


def test_a_fix_that_changes_nothing_or_clashes_with_itself_is_told_of_its_rule() -> None:
    text = OKRS.format("90")
    for edits in (((0, 2, "##"),), ((0, 3, "a"), (1, 2, "b")), ()):
        outcome = run(text, lambda text, edits=edits: [finding(*edits)])
        assert outcome.rewriting.text == text
        assert [each.code for each in outcome.left.findings] == ["XX001", "EN011"]


def test_finding_the_harmful_among_many_reads_the_text_a_bounded_number_of_times() -> None:
    reads = 0

    def counted(text: str) -> Document:
        nonlocal reads
        reads += 1
        if "bad" in text:
            raise ValueError(text)
        return Document(path="q2.md", format="markdown", language="en")

    text = "a" * 5_000
    findings = [finding((at, at + 1, "bad"), quote=str(at)) for at in range(len(text))]

    def lint(text: str) -> FileReport:
        return FileReport("q2.md", tuple(findings) if text.startswith("aaa") else (), recognised=True)

    outcome = Rounds(lint, counted, lambda each: each.fix is not None).run(text, lint(text))
    assert outcome.rewriting.text == text
    assert reads < 200
