"""Fields without names behind statements that all end alike, in brackets, and beside a clause that names the owner."""

import time
from itertools import permutations

import pytest
from golden import facts, read_markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.model import KeyResult
from okrlint.testing import read

STATEMENTS = ("First answer from 9 h to 2 h", "Praise from 70% to 85%", "Blame from 7% to 5%")
CHINESE = ("首响从9小时降到2小时", "好评率从70%提升到85%", "差评率从7%降到5%")


def results(
    *written: str, title: str = "# OKR 2026 Q2", objective: str = "## O1: Make customers stay"
) -> list[KeyResult]:
    lines = [f"- KR{number}: {words}" for number, words in enumerate(written, 1)]
    document = read_markdown("\n".join([title, objective, *lines]))
    return [result for each in document.objectives for result in each.key_results]


def beside(*written: str, title: str = "# OKR 2026 Q2") -> list[tuple[str, dict[str, object]]]:
    """Read key results: their statements, and the owners, days, confidences and scores that they have."""
    names = {"owners", "due", "confidence", "score", "weight"}
    return [
        (str(result.text), {name: value for name, value in facts(result).items() if name in names})
        for result in results(*written, title=title)
    ]


def in_columns(separator: str, *columns: str, title: str = "# OKR 2026 Q2") -> list[tuple[str, dict[str, object]]]:
    """Read key results with the same columns behind each: `Ana, Ben` are the owners of the first and the second."""
    rows = zip(*(column.split(", ") for column in columns), strict=True)
    statements = CHINESE if any(not column.isascii() for column in columns) else STATEMENTS
    written = [separator.join([statement, *row]) for statement, row in zip(statements, rows, strict=False)]
    return beside(*written, title=title)


FIRST = {"owners": ["Ana"], "due": "2026-06-15", "confidence": 0.6}
SECOND = {"owners": ["Ben Cruz"], "due": "2026-06-30", "confidence": 0.5}


@pytest.mark.parametrize("separator", [" — ", " – ", " - ", " -- ", " | ", "|", "; ", ";", " · ", " • ", " / ", ", "])
def test_an_owner_a_day_and_a_confidence_in_columns(separator: str) -> None:
    assert in_columns(separator, "Ana, Ben Cruz", "15 June, 30 June", "6/10, 5/10") == [
        (STATEMENTS[0], FIRST),
        (STATEMENTS[1], SECOND),
    ]


@pytest.mark.parametrize("separator", [" — ", "——", "—", "｜", " | ", "；", " · ", "·", "，", "、"])
def test_columns_in_chinese(separator: str) -> None:
    assert in_columns(separator, "王芳, 李雷", "6月15日, 6月30日", "6/10, 5/10") == [
        (CHINESE[0], FIRST | {"owners": ["王芳"]}),
        (CHINESE[1], SECOND | {"owners": ["李雷"]}),
    ]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_columns_in_any_order(order: tuple[int, ...]) -> None:
    columns = ["Ana, Ben Cruz", "15 June, 30 June", "6/10, 5/10"]
    assert [found for _, found in in_columns(" — ", *(columns[at] for at in order))] == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (["Ana, Ben", "15 June, 30 June"], [("Ana", "2026-06-15", None), ("Ben", "2026-06-30", None)]),
        (["Ana, Ben", "8/10, 5/10"], [("Ana", None, 0.8), ("Ben", None, 0.5)]),
        (["15 June, 30 June", "6/10, 5/10"], [(None, "2026-06-15", 0.6), (None, "2026-06-30", 0.5)]),
        (["Ana, Ben", "by 15 June, by 30 June", "6/10, 0.5"], [("Ana", "2026-06-15", 0.6), ("Ben", "2026-06-30", 0.5)]),
        (["Ana, Ben", "2026-06-15, 2026-06-30", "6/10, 50%"], [("Ana", "2026-06-15", 0.6), ("Ben", "2026-06-30", 0.5)]),
        (["Ana, Ben", "June, May", "6/10, 5.5/10"], [("Ana", "2026-06-30", 0.6), ("Ben", "2026-05-31", 0.55)]),
        (["Ana, Ben", "6/15, 6/30", "6/10, 5/10"], [("Ana", "2026-06-15", 0.6), ("Ben", "2026-06-30", 0.5)]),
        (["@ana, @ben", "15 June, 30 June", "6/10, 5/10"], [("ana", "2026-06-15", 0.6), ("ben", "2026-06-30", 0.5)]),
        (
            ["Ana, Ben", "15 June, 30 June", "confidence 6/10, confidence 5/10"],
            [("Ana", "2026-06-15", 0.6), ("Ben", "2026-06-30", 0.5)],
        ),
        (
            ["TBD, Ben, Ana", "15 June, TBD, 30 June", "6/10, 5/10, 5/10"],
            [("TBD", "2026-06-15", 0.6), ("Ben", "None", 0.5), ("Ana", "2026-06-30", 0.5)],
        ),
    ],
)
def test_what_columns_may_be(columns: list[str], found: list[tuple[object, object, object]]) -> None:
    read_as = in_columns(" — ", *columns)
    for (_, fields), (owner, day, confidence) in zip(read_as, found, strict=True):
        assert fields.get("owners") == ([owner] if owner else None)
        assert (fields.get("due"), fields.get("confidence")) == (day, confidence)
    assert [statement for statement, _ in read_as] == list(STATEMENTS[: len(found)])


def test_a_line_that_says_what_follows_what() -> None:
    shares = in_columns(
        " — ",
        "Ana, Ben Cruz",
        "15 June, 30 June",
        "60%, 50%",
        title="# OKR 2026 Q2\n\nKey result — owner — due — confidence\n",
    )
    assert shares == [(STATEMENTS[0], FIRST), (STATEMENTS[1], SECOND)]


def test_columns_of_a_document_whose_objectives_have_one_key_result_each() -> None:
    document = read_markdown(
        "# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% — Ana — 15 June — 6/10\n"
        "## O2: Answer soon\n- KR1: First answer from 9 h to 2 h — Ben Cruz — 30 June — 5/10\n"
    )
    found = [facts(result) for each in document.objectives for result in each.key_results]
    assert [{name: each[name] for name in FIRST} for each in found] == [FIRST, SECOND]


def test_columns_of_one_objective_only() -> None:
    document = read_markdown(
        "# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% — Ana — 15 June — 6/10\n"
        "- KR2: Blame from 7% to 5% — Ben — 30 June — 5/10\n"
        "## O2: Answer soon\n- KR1: First answer from 9 h to 2 h\n- KR2: Calls from 9 to 2 a day — all regions\n"
    )
    assert [str(result.text) for each in document.objectives for result in each.key_results] == [
        "Praise from 70% to 85%",
        "Blame from 7% to 5%",
        "First answer from 9 h to 2 h",
        "Calls from 9 to 2 a day — all regions",
    ]


def test_columns_in_data() -> None:
    document = read(
        "objective: Make customers stay\nkey_results:\n  - Praise from 70% to 85% | Ana | 15 June 2026 | 6/10\n"
        "  - Blame from 7% to 5% | Ben Cruz | 30 June 2026 | 5/10\n",
        format="yaml",
    )
    found = [facts(result) for result in document.objectives[0].key_results]
    assert [{name: each[name] for name in FIRST} for each in found] == [FIRST, SECOND]


def test_every_field_has_its_place() -> None:
    source = (
        "# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% — **Ana** — 15 June — 6/10\n"
        "- KR2: Blame from 7% to 5% — Ben — 30 June — 5/10\n"
    )
    first = read(source).objectives[0].key_results[0]
    assert first.deadline is not None
    assert first.confidence is not None
    for value, words in ((first.owners[0], "Ana"), (first.deadline, "15 June"), (first.confidence, "6/10")):
        assert source[value.span.start : value.span.end] == value.raw == words


# What merely looks so


@pytest.mark.parametrize(
    "endings",
    [
        ["Phase 2 — 30%", "Phase 3 — 40%"],
        ["Phase Two — 30%", "Phase Three — 40%"],
        ["France — 30%", "Spain — 40%"],
        ["Retail — 30%", "Enterprise — 40%"],
        ["Ana — 60%", "Ben — 70%"],
        ["Ana — 15 June — 60%", "Ben — 30 June — 40%"],
        ["Ana — 15 June — 60%", "Ben — 30 June — 70%"],
        ["Q2 — 30%", "Q3 — 40%"],
        ["30% — 6/10", "40% — 5/10"],
        ["Ana — 6/10", "Ben — 5/10"],
        ["Ana — 4/1 — 6/10", "Ben — 4/2 — 5/10"],
        ["on track — 3/10", "at risk — 4/10"],
        ["Ana — 15 June — 12/10", "Ben — 30 June — 5/10"],
        ["June — May — 6/10", "April — June — 5/10"],
        ["Ana — Ben — 6/10", "Cy — Dee — 5/10"],
        ["Ana — 15 June — 6/10", "and more"],
        ["7 — 6/10", "9 — 5/10"],
        ["P95 — 8/10", "P99 — 9/10"],
        ["Zurich — phase one — 8/10", "Basel — phase two — 9/10"],
    ],
)
def test_endings_that_stay_in_the_statements(endings: list[str]) -> None:
    written = [f"{statement} — {ending}" for statement, ending in zip(STATEMENTS, endings, strict=False)]
    assert beside(*written) == [(words, {}) for words in written]


@pytest.mark.parametrize(
    ("endings", "names"),
    [
        (["EMEA — 15 June", "APAC — 30 June"], "place"),
        (["Retail — 15 June", "Enterprise — 30 June"], "segment"),
        (["Jordan — 15 June", "Retail — 30 June"], "mixed"),
        (["Sydney — 15 June — 8/10", "Austin — 30 June — 9/10"], "city"),
        (["Beta — 15 June", "Launch — 30 June"], "step"),
        (["黄山 — 6月15日", "石家庄 — 6月30日"], "city"),
        (["高德 — 6月15日", "金蝶 — 6月30日"], "product"),
        (["试点 — 6月15日 — 8/10", "推广 — 6月30日 — 9/10"], "step"),
    ],
)
def test_words_before_a_day_that_are_nobody(endings: list[str], names: str) -> None:
    statements = STATEMENTS if endings[0].isascii() else CHINESE
    for found, ending in zip(
        results(*(f"{words} — {end}" for words, end in zip(statements, endings, strict=False))), endings, strict=True
    ):
        assert not found.owners, names
        assert str(found.text).endswith(ending.split(" — ")[0])


@pytest.mark.parametrize(
    "written",
    [
        ["Give 10 talks — Ana — 15 June — 3/10", "Write 10 posts — Ben — 30 June — 4/10"],
        ["Give ten talks — Ana — 15 June — 3/10", "Write ten posts — Ben — 30 June — 4/10"],
        ["办十场讲座 — 王芳 — 6月15日 — 3/10", "写十篇文章 — 李雷 — 6月30日 — 4/10"],
    ],
)
def test_what_is_done_of_ten_is_no_confidence(written: list[str]) -> None:
    assert [found for _, found in beside(*written)] == [{}, {}]


def test_lists_with_commas_stay_in_the_statements() -> None:
    written = ["Ship search, export, 15 June", "Meet Ana, Ben, 30 June"]
    assert beside(*written) == [(words, {}) for words in written]


def test_one_key_result_alone_shows_no_columns() -> None:
    assert beside("Praise from 70% to 85% | Ana | 8/10") == [("Praise from 70% to 85% | Ana | 8/10", {})]


def test_what_a_field_of_the_item_says_is_not_said_twice() -> None:
    document = read_markdown(
        "# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise from 70% to 85% — Ana — 8/10\n  - Owner: Cy\n"
        "- KR2: Blame from 7% to 5% — Ben — 9/10\n  - Owner: Dee\n"
    )
    assert [facts(result)["owners"] for result in document.objectives[0].key_results] == [["Cy"], ["Dee"]]
    assert not document.problems


# In brackets


@pytest.mark.parametrize(
    "group",
    [
        "(Ana, 15 June, 6/10)",
        "(Ana; 15 June; 6/10)",
        "[Ana | 15 June | 6/10]",
        "(15 June, Ana, 6/10)",
        "(6/10, Ana, 15 June)",
        "(@Ana, 15 June, 6/10)",
        "(owner: Ana, due 15 June, 6/10)",
        "（Ana，6月15日，6/10）",
    ],
)
def test_tenths_beside_an_owner_and_a_day_in_brackets(group: str) -> None:
    assert beside(f"Blame from 10% to 5% {group}") == [("Blame from 10% to 5%", FIRST)]


@pytest.mark.parametrize(
    "group", ["(Ana, 6/10)", "(Ana, 4/1, 6/10)", "（王芳，6/10）", "（王芳，4/1，6/10）", "（6月30日，6/10）"]
)
def test_tenths_in_brackets_that_may_be_a_day(group: str) -> None:
    assert "confidence" not in beside(f"Blame from 7% to 5% {group}")[0][1]


@pytest.mark.parametrize("statement", ["Give 10 talks", "Talks from 4 to 10", "Give ten talks", "办十场讲座"])
def test_tenths_in_brackets_that_are_what_is_done(statement: str) -> None:
    assert "confidence" not in beside(f"{statement} (Ana, 15 June, 3/10)")[0][1]


# Beside a clause


@pytest.mark.parametrize(
    "clauses",
    [
        "，孙悦负责，6月20日前，信心指数 6/10",
        "，孙悦负责，信心指数 6/10，6月20日前",
        "，由孙悦牵头，信心指数：6/10，截止6月20日",
        "，信心指数 6/10，孙悦负责，6月20日前",
        "，信心指数 6/10，6月20日前，孙悦负责",
        "，6月20日前，孙悦负责，信心指数 6/10",
        "，6月20日前，信心指数 6/10，孙悦负责",
        "，孙悦负责（6月20日，信心 6/10）",
        "；孙悦负责；截止：6月20日；信心 0.6",
        "，孙悦负责，6月20日前。信心指数 6/10。",
    ],
)
def test_the_owners_clause_among_others(clauses: str) -> None:
    ((statement, found),) = beside(f"把客户数从100提升到300{clauses}")
    assert found == {"owners": ["孙悦"], "due": "2026-06-20", "confidence": 0.6}
    assert statement.removesuffix("，6月20日前") == "把客户数从100提升到300"


def test_the_owners_clause_in_traditional_characters() -> None:
    assert beside(
        "把客戶數從100提升到300，孫悅負責，6月20日前，信心指數 6/10", "好評率從70%提升到85%，由孫悅牽頭，權重 30%"
    ) == [
        ("把客戶數從100提升到300", {"owners": ["孫悅"], "due": "2026-06-20", "confidence": 0.6}),
        ("好評率從70%提升到85%", {"owners": ["孫悅"], "weight": 0.3}),
    ]


@pytest.mark.parametrize(
    ("clause", "owners"),
    [
        ("孙悦、李雷负责", ["孙悦", "李雷"]),
        ("由孙悦和李雷牵头，6月20日前", ["孙悦", "李雷"]),
        ("李和平负责，信心指数 6/10", ["李和平"]),
        ("优化流程、李雷负责", ["李雷"]),
    ],
)
def test_several_owners_in_a_clause(clause: str, owners: list[str]) -> None:
    assert beside(f"把客户数从100提升到300，{clause}")[0][1]["owners"] == owners


@pytest.mark.parametrize(
    "clauses",
    [
        ", owned by Ana, by 15 June, confidence 6/10",
        ", led by Ana, confidence 6/10, due 15 June",
        ", led by Ana, 15 June (confidence 6/10)",
    ],
)
def test_the_owners_clause_in_english(clauses: str) -> None:
    assert beside(f"Blame from 7% to 5%{clauses}") == [("Blame from 7% to 5%", FIRST)]


@pytest.mark.parametrize(
    "clause",
    [
        "，客服负责，6月20日前",
        "，市场和销售负责",
        "，方案负责",
        "，孙悦负责的门店达到30家",
        "，孙悦负责，李雷配合",
        ", led by Marketing and sales",
        ", driven by Ana, in May",
        ", owned by Ana, and praise up 5 points",
    ],
)
def test_clauses_that_stay_in_the_statement(clause: str) -> None:
    ((statement, found),) = beside(f"把客户数从100提升到300{clause}，信心指数 6/10")
    assert statement == f"把客户数从100提升到300{clause}"
    assert "owners" not in found
    assert found["confidence"] == 0.6


# Any words


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(
        st.lists(
            st.sampled_from(
                ["Ana", "王芳", "15 June", "6月15日", "6/10", "0.7", "60%", "TBD", "—", "P1", "owner: Bo", ""]
            ),
            max_size=5,
        ),
        min_size=1,
        max_size=4,
    ),
    separator=st.sampled_from([" — ", "|", "；", ", ", " · ", "——"]),
)
def test_no_words_are_lost(rows: list[list[str]], separator: str) -> None:
    written = [separator.join(["Praise from 70% to 85%", *row]).rstrip() for row in rows]
    source = "\n".join(["# OKR 2026 Q2", "## O1: Make customers stay", *(f"- KR: {words}" for words in written)])
    for result, words in zip(read(source).objectives[0].key_results, written, strict=True):
        assert str(result.text)
        raws = [str(result.text), *(owner.raw for owner in result.owners)]
        raws += [value.raw for value in (result.deadline, result.confidence) if value and value.raw]
        assert all(raw in words or raw == "2026 Q2" for raw in raws)


@pytest.mark.parametrize("piece", ["— Ana ", " — 6/10", "|", "；王芳", "Ana, ", "——", "，王芳负责", "、李"])
def test_the_time_grows_with_the_length_alone(piece: str) -> None:
    source = f"# OKR 2026 Q2\n## O1: Make customers stay\n- KR1: Praise {piece * 4000}\n- KR2: Blame {piece * 4000}\n"
    began = time.process_time()
    read(source)
    assert time.process_time() - began < 5
