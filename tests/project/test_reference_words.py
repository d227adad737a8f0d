"""Labels, names and addresses, by the words alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrlint.language.folding import fold
from okrlint.model import Span
from okrlint.project.addresses import Address, addresses_of, plain
from okrlint.project.index import squeezed
from okrlint.project.labelling import Labelled, labelled_in, labels_in
from okrlint.project.naming import NOBODY, naming_of
from okrlint.project.summaries import Reference


def reference(text: str, target: str | None = None) -> Reference:
    return Reference(text, Span(0, len(text)), target)


def labelled(text: str) -> Labelled:
    return labelled_in(fold(text).lower())


def address(text: str, target: str | None = None) -> Address:
    (found,) = addresses_of(reference(text, target))
    return found


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        *((text, ("o2",)) for text in ("O2", "o-2", "O 2", "O_2", "O#2", "O02", "Ｏ２", "Objective 2", "OKR2")),
        *((text, ("o2",)) for text in ("目标二", "目標2", "目标二的落地", "视频O2")),
        *((text, ("o12",)) for text in ("目标十二", "Objective #12")),
        *((text, ("kr1",)) for text in ("KR1", "kr 1", "Key result 1", "关键结果一", "關鍵結果1", "关键成果一")),
        *((text, ("o3", "kr1")) for text in ("O3/KR1", "O3-KR1", "O3KR1", "O3.KR1", "O3 > KR1", "O3的KR1")),
        *((text, ("o3", "kr1")) for text in ("目标三之关键结果一", "KR1 of O3", "KR1 of the company's O3")),
        *((text, ("kr1.2",)) for text in ("KR1.2", "KR1-2")),
        *(
            (text, ())
            for text in ("", "no1", "mo1", "1O1", "100%", "O10,000", "O1.5%", "10:30", "COVID-19", "objective")
        ),
        *((text, ()) for text in ("目标一致", "目标10倍", "十二")),
    ],
)
def test_labels(text: str, labels: tuple[str, ...]) -> None:
    assert labels_in(text) == labels


@pytest.mark.parametrize("text", ["P0", "M3", "G4", "Goal 17", "O1-3"])
def test_what_may_be_no_label(text: str) -> None:
    assert labelled(text).path
    assert not labelled(text).is_sure


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("O1, O3 and O4", (("o1",), ("o3",), ("o4",))),
        ("O1、O3以及O4", (("o1",), ("o3",), ("o4",))),
        ("O1–O4", (("o1",), ("o2",), ("o3",), ("o4",))),
        ("O4–O1", (("o4",), ("o1",))),
        ("O1–O99", (("o1",), ("o99",))),
        ("O1 KR1 and KR2", (("o1", "kr1"), ("o1", "kr2"))),
        ("O1 KR1 to KR3", (("o1", "kr1"), ("o1", "kr2"), ("o1", "kr3"))),
        ("growth O1, data O2", (("o1",), ("o2",))),
    ],
)
def test_several_labels(text: str, paths: tuple[tuple[str, ...], ...]) -> None:
    assert labelled(text).paths == paths


@pytest.mark.parametrize(
    ("text", "words", "periods"),
    [
        *((text, ("company",), ()) for text in ("Company", "The corporate OKRs", "our company's goals", "companywide")),
        *((text, ("company",), ()) for text in ("公司", "集团OKR", "集團", "公司级目标", "公司年度目标", "本公司")),
        *((text, ("company",), ("2026",)) for text in ("Company OKRs 2026", "公司2026年OKR", "FY26 company")),
        *(
            (text, ("data", "platform"), ())
            for text in ("The Data Platform team", "data-platform", "Data_Platform OKRs")
        ),
        *((text, ("市场",), ()) for text in ("市场部", "市场部门", "市場部", "市场团队OKR")),
        *((text, (), ("2026", "q2")) for text in ("2026-Q2", "Q2 2026", "26Q2", "Q2'26", "2026年第二季度", "2Q 2026")),
        *((text, (), ("h1",)) for text in ("H1", "上半年", "1H")),
        ("XX集团公司", ("xx", "company"), ()),
        ("子公司", ("子公司",), ()),
        ("北京分公司", ("北京分公司",), ()),
    ],
)
def test_names(text: str, words: tuple[str, ...], periods: tuple[str, ...]) -> None:
    assert naming_of(text) == (words, frozenset(periods))


@pytest.mark.parametrize("text", ["company-wide", "Company-wide OKRs", "company wide goals"])
def test_company_wide_is_the_company(text: str) -> None:
    assert naming_of(text).words == ("company",)


def test_where_a_link_leads() -> None:
    found = address("our goal", "../a%20b/company.md?plain=1#o2-be-%E7%88%B1")
    assert (found.path, found.is_link, found.url) == ("../a b/company.md", True, False)
    found = address("our goal", "../company.md#O2-KR1")
    assert (found.path, found.anchor, found.labels) == ("../company.md", "o2-kr1", ("o2", "kr1"))
    found = address("our goal", "https://git.example/a/b/src/branch/main/okr/company.md#o2")
    assert (found.path, found.anchor, found.labels, found.url) == ("/okr/company.md", "o2", ("o2",), True)
    found = address("O3", "https://tool.example/items/BAKE-77/")
    assert (found.path, found.labels, found.url, "bake-77" in found.ids) == (None, ("o3",), True, True)


@pytest.mark.parametrize(
    ("text", "path", "anchor", "labels"),
    [
        ("../company.md#o2", "../company.md", "o2", ("o2",)),
        ("O2 in company.md", "company.md", "", ("o2",)),
        ("okr\\company.yaml: O2", "okr/company.yaml", "", ("o2",)),
        ("见 公司.xlsx 目标二", "公司.xlsx", "", ("o2",)),
        ("company.md", "company.md", "", ()),
    ],
)
def test_where_the_name_of_a_file_leads(text: str, path: str, anchor: str, labels: tuple[str, ...]) -> None:
    found = address(text)
    assert (found.path, found.anchor, found.labels, found.is_link) == (path, anchor, labels, False)


@pytest.mark.parametrize("text", ["node.js O1", "v1.2 of O1", "company.mdx5", "O1 (U.S.)"])
def test_what_has_a_stop_in_it_is_no_file(text: str) -> None:
    assert address(text).path is None


def test_a_page_of_a_wiki() -> None:
    found = address("[[Company 2026#O2|bakers]]")
    assert (found.labels, found.document, found.is_link) == (("o2",), naming_of("Company 2026"), True)
    assert address("[[Company 2026]]").labels == ()


def test_what_a_tool_writes_behind_a_title() -> None:
    found = address("Be loved (weight: 50%, Id: 12-AB)")
    assert "12-ab" in found.ids
    assert found.document == naming_of("Be loved")


pieces = st.sampled_from(
    [
        *(
            "O1",
            "KR2",
            "目标",
            "二",
            "关键结果",
            "company",
            "公司",
            "2026",
            "年度",
            "Q2",
            "and",
            "、",
            "和",
            "of",
            "to",
            "–",
        ),
        *("[[", "]]", "#", "|", "a.md", "../", "https://", "x.org/", "blob/main/", "(Id: 7)", "(", ")", ":", "%", "％"),
        *("的", "İ", "ß", "ﬁ", "\u0301", "🚀", "\ud83d", "\n", "\t", " ", " ", ","),
    ]
)
texts = st.lists(pieces | st.text(max_size=6), max_size=30).map("".join)


@settings(max_examples=50)
@given(texts, st.none() | texts)
def test_any_words_have_addresses(text: str, target: str | None) -> None:
    found = addresses_of(reference(text, target))
    assert 1 <= len(found) <= 12
    assert all(found.is_link for found in found) or target is None
    assert found == addresses_of(reference(text, target))


@settings(max_examples=50)
@given(texts)
def test_parts_lie_within_the_words_and_in_order(text: str) -> None:
    words = fold(text).lower()
    found = labelled_in(words)
    assert len({len(field) for field in found}) == 1
    assert all(0 <= start <= end <= len(words) for start, end in found.parts)
    assert [start for start, _ in found.parts] == sorted(start for start, _ in found.parts)
    assert all(path and all(label.strip() == label != "" for label in path) for path in found.paths)


@settings(max_examples=50)
@given(texts)
def test_upper_case_width_and_blanks_around_make_no_difference(text: str) -> None:
    if text.upper().lower() != text.lower() or any(char in text for char in "İßﬁ"):
        return
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    for other in (text.upper(), wide):
        assert naming_of(other) == naming_of(text.lower())
        assert labels_in(other) == labels_in(text.lower())
        assert squeezed(other) == squeezed(text.lower())
    assert plain(f"  “{text}”。 ") == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *("o1" * 9000, "o1, " * 5000, "kr1 of " * 3000, "[[a" * 7000, "a.md" * 5000, "http://" * 3000, "(" * 20_000),
        *("目标" * 9000, "公司" * 9000, "年度" * 9000, "q1" * 9000, "20" * 9000, "o1-1-1-1-" * 2000, "a:" * 9000),
    ],
)
def test_long_words_take_no_longer_than_they_should(text: str) -> None:
    """Each is read in time in proportion to it; what is not would take minutes here."""
    labels_in(text)
    naming_of(text)
    addresses_of(reference(text))
    addresses_of(reference("x", text))


def test_nothing_names_nobody() -> None:
    for text in ("", " ", "the OKRs", "团队目标", "—"):
        assert naming_of(text) == NOBODY
