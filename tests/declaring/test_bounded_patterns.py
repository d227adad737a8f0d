"""Patterns: what they find, what is refused and why, and that no text and no pattern takes for ever."""

import itertools
import pickle
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrlint.declaring import character_sets, pattern_checks, pattern_syntax, patterns
from okrlint.declaring.patterns import PatternError, SlowPatternError, pattern
from okrlint.language.folding import fold_width


def found(source: str, text: str) -> list[str]:
    return [text[start:end] for start, end in pattern(source).find(text)]


def refusal(source: str) -> str:
    with pytest.raises(PatternError) as error:
        pattern(source)
    return str(error.value)


@pytest.mark.parametrize(
    ("source", "text", "words"),
    [
        ("Q[1-4]", "从 q3 到Q４", ["q3", "Q４"]),
        ("grow", "Grow, GROW and regrown", ["Grow", "GROW", "grow"]),
        ("(?-i:[A-Z]{4,})", "we do GROW, Grow", ["GROW"]),
        ("a(?-i:B)c", "ABC aBC abc", ["ABC", "aBC"]),
        ("(?-i:A(?i:b))", "Ab AB ab", ["Ab", "AB"]),
        ("(?i)kpi", "KPI", ["KPI"]),
        ("指標", "完成指标和指標", ["指标", "指標"]),
        ("[指][標]", "指标", ["指标"]),
        ("[^標]", "标標x", ["x"]),
        ("（全", "做（全）(全)", ["（全", "(全"]),
        (r"\uff01", "好！好!", ["！", "!"]),
        ("[０-９]+", "12 和３４", ["12", "３４"]),
        ("[（-）]", "(a）", ["(", "）"]),
        ("a–b", "a-b a—b", ["a-b", "a—b"]),
        ("[一-龥]{2,}", "提升 KPI 指标", ["提升", "指标"]),
        ("[𠀀-𠀋]", "x𠀁", ["𠀁"]),
        ("乾", "乾坤", ["乾"]),
        (r"\bKPI\b", "提升KPI指标, KPIs, KPI", ["KPI", "KPI"]),
        (r"\b[a-z]+\b", "提升KPI指标", ["KPI"]),
        (r"K\B", "KPI K", ["K"]),
        ("a b", "a\nb a\tb a\u3000b a\u2009b a\u2028b", ["a\nb", "a\tb", "a\u3000b", "a\u2009b", "a\u2028b"]),
        ("^a", "  a a", ["a"]),
        ("a$", "a a \n", ["a"]),
        (r"\Aa|b\Z", "a b", ["a", "b"]),
        (r"(?P<名>\d+)%", "到 50％", ["50％"]),
        ("(foo){e<=1}", "foo{e<=1} fob", ["foo{e<=1}"]),  # `regex` would take it for a fuzzy match
        ("a.+?b", "axb ayb", ["axb", "ayb"]),
        ("straße", "STRAßE STRAẞE", ["STRAßE", "STRAẞE"]),
        ("[s-t]", "ſ", ["ſ"]),
        ("k", "\u212a", ["\u212a"]),
        ("[a-龥]", "Z", ["Z"]),
        (r"[^\w\s]", "a, 中。", [",", "。"]),
        (r"[\W]", "a b", [" "]),
        (r"\x41\0?", "a\0", ["a\0"]),
        ("(?#any)a", "a", ["a"]),
        ("𝒳|😀", "😀", ["😀"]),
        (r"x", "\ud800標x", ["x"]),
    ],
)
def test_finds(source: str, text: str, words: list[str]) -> None:
    assert found(source, text) == words
    assert list(pattern(source).find(text))


def test_nothing_is_found_in_nothing() -> None:
    assert found(".", "") == found(".", " \n\u3000") == []
    assert not list(pattern("b").find("a"))


@pytest.mark.parametrize(
    ("source", "words", "at"),
    [
        ("", "is empty", None),
        ("a" * 501, "501 characters", None),
        ("a*", "matches where there is nothing", None),
        ("^$", "matches where there is nothing", None),
        ("x|", "matches where there is nothing", None),
        (r"(a)\1", r"`\1` repeats what was found", 3),
        ("(?P<x>a)(?P=x)", "repeats what was found", 8),
        ("(a)(?(1)b|c)", "asks what was found before", 3),
        ("a(?=b)", "looks ahead", 1),
        ("a(?!b)", "looks ahead", 1),
        ("(?<=a)b", "looks back", 0),
        ("(?<!a)b", "looks back", 0),
        ("a(?i)b", "`(?-i:…)` around a part", 1),
        ("(?m)a", "`(?-i:…)` around a part", 0),
        ("(?x: a)", "is not known", 0),
        ("a++", "write `+`", 1),
        ("a{2}+", "write `{2}`", 1),
        ("(?>a)", "write `(?:`", 0),
        ("(?<n>a)", "`(?P<name>…)`", 0),
        ("(?R)", "is not known", 0),
        (r"\p{Han}", "`[一-龥]`", 0),
        (r"[a\p{Han}]", "`[一-龥]`", 2),
        (r"a\z", "the end of the text is `$`", 1),
        ("[[a]", r"write `\[`", 1),
        ("[a--b]", r"write `\-`", 2),
        ("[a", "never closed", 0),
        ("(a", "missing )", 0),
        ("(?i)a)", "unbalanced", 5),
        ("a\\", r"written `\\`", 1),
        ("*a", "nothing to repeat", 0),
        ("a{1001}", "1,001 times", None),
        ("a{99999999999}", "too large", None),
        ("((a{100}){11}b){10}", "11,000 times", None),
        ("(" * 21 + "a" + ")" * 21, "more than 20 deep", 20),
        ("a+" * 11, "11 repeats without a limit", None),
    ],
)
def test_refuses(source: str, words: str, at: int | None) -> None:
    with pytest.raises(PatternError) as error:
        pattern(source)
    assert words in str(error.value)
    assert error.value.at == at


@pytest.mark.parametrize("source", [r"\b赋能\b", r"\b(KPI|指标)\b", r"指标+\b", r"\b(?:a?[一-龥])", r"\b^指"])
def test_an_edge_beside_a_chinese_character_is_refused(source: str) -> None:
    assert "leave that `\\b` out" in refusal(source)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a^b", "`^` is the start"),
        ("$a", "nothing can follow `$`"),
        ("a $", "no blank ends it"),
        ("^ a", "no text starts with a blank"),
        (r"[^\s\S]", "leaves no character over"),
        (r"[^\w\W]a", "leaves no character over"),
        (r"a\nb", r"write `\s`"),
        ("a\tb", r"write `\s`"),
        (r"x\by", r"with that `\b`"),
        (r"\d\b\d", r"with that `\b`"),
        (r",\b,", r"with that `\b`"),
        (r",\B字", r"with that `\b` or `\B`"),
        (r"\ud800", "no text has such a character"),
        ("(a$){2}", "nothing can follow"),
        ("(?:a|b)^(?:c|d)", "`^` is the start"),
        ("a{2}^a", "`^` is the start"),
    ],
)
def test_what_never_matches_is_refused(source: str, words: str) -> None:
    message = refusal(source)
    assert message.startswith("it never matches: ")
    assert words in message


@pytest.mark.parametrize(
    ("source", "alternative", "at"),
    [
        ("foo|ba^r", "ba^r", 4),
        ("ba|ba^r", "ba^r", 3),
        (r"(?i)(;|\n)a", r"\n", 7),
        ("(?:foo|bar$)x", "bar$", 7),
        ("(?P<n>foo|^)x(a|^b)", "^b", 16),
        ("a(?:b(?:c|^d)|e)", "^d", 10),
        (r"x(?:\n|,)*", r"\n", 4),
    ],
)
def test_an_alternative_that_never_matches_is_refused(source: str, alternative: str, at: int) -> None:
    with pytest.raises(PatternError, match=r"alternative `.+` never matches") as error:
        pattern(source)
    assert f"`{alternative}`" in str(error.value)
    assert error.value.at == at


@pytest.mark.parametrize(
    "source",
    [
        *(r"(a+)+", r"(\w+\s?)*x", r"(a|b*)*x", r"(a|aa)+$", r"(\s*\w+\s*)*x", r"(.+,)*x", r"(a|a)*x", r"(a?b?)*x"),
        *(r"(a{1,30}){1,30}b", r"(\w+ ?){5}x", r"((a|ab)(c|bc))*x", r"([a-z]+[0-9a-f]*)+x", r"(\d{1,3},?)+"),
    ],
)
def test_a_repeat_of_what_reads_in_several_ways_is_refused(source: str) -> None:
    assert "in several ways" in refusal(source)


@pytest.mark.parametrize(
    "source",
    [
        *(r"(\w+\s)+x", r"(\w+,)*\w", r"([^,]+,)+", r"(\d{4})+", r"[a-z]+(-[a-z]+)*", r"\w+@\w+(\.\w+)+", r"(a|b)+"),
        *(r"KR\s?\d+(\.\d+)*:", r"(\s*[,;]\s*\w+)+", r"(?:Q[1-4](?:,|and|、))+", r"(ab?)+", r"(\w+ ?){2}", r"(a{2})+b"),
    ],
)
def test_a_repeat_of_what_reads_in_one_way_is_fine(source: str) -> None:
    assert pattern(source).source == source


def test_a_long_repeated_part_is_refused() -> None:
    assert "the most" in refusal("(" + "a?b" * 80 + ")+")


_EDGE = "(?:(?<=[ab])(?![ab])|(?<![ab])(?=[ab])|(?<=中)(?!中)|(?<!中)(?=中))"
_TEXTS = [
    text
    for length in range(1, 6)
    for text in map("".join, itertools.product("ab- 中", repeat=length))
    if text == text.strip()
]
_ATOMS = [
    "a",
    "b",
    "-",
    " ",
    "中",
    "[a-]",
    "[^a]",
    "[a中]",
    ".",
    r"\w",
    r"\W",
    r"\s",
    r"[^\s]",
    r"\n",
    "^",
    "$",
    r"\b",
    r"\B",
]
_PATTERNS = st.recursive(
    st.sampled_from(_ATOMS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{2,}", "+?"])).map(
            lambda t: f"({t[0]}){t[1]}"
        ),
    ),
    max_leaves=6,
)


def _verdict(node: pattern_syntax.Node) -> str:
    try:
        pattern_checks._Matching().check(node)
    except PatternError as error:
        return str(error)
    return ""


@settings(max_examples=400, deadline=None)
@given(_PATTERNS)
@example(r"(?:a|\b-)中")
@example(r"(a\B)+(?:[a-]|\b)")
@example(r"(?:(\n)+|(( ){2}){2})")
def test_never_matching_is_told_exactly(source: str) -> None:
    """Python's own engine, and every text of five characters of five, are asked whether it is so."""
    node = pattern_syntax.read(source)
    oracle = re.compile(source.replace(r"\b", _EDGE).replace(r"\B", f"(?!{_EDGE})"))
    matches = any(map(oracle.search, _TEXTS))
    verdict = _verdict(node)
    never = verdict.startswith("it never matches")
    if matches:
        assert not never
    elif pattern_checks._least(node) <= 3:  # what surrounds a longer one may take more than five
        assert never or verdict.startswith("its alternative")  # the shortest one, and the others are longer


@settings(max_examples=300, deadline=None)
@given(_PATTERNS, st.lists(st.sampled_from(_TEXTS), min_size=1, max_size=20))
def test_what_is_found_is_what_python_finds(source: str, texts: list[str]) -> None:
    try:
        made = pattern(source)
    except PatternError:
        return
    oracle = re.compile(source.replace(r"\b", _EDGE).replace(r"\B", f"(?!{_EDGE})"))
    for text in texts:
        assert list(made.find(text)) == [match.span() for match in oracle.finditer(text)], text


@settings(max_examples=300, deadline=None)
@given(st.text(min_size=1, max_size=8), st.data())
def test_what_a_text_is_made_of_finds_it(text: str, data: st.DataObject) -> None:
    parts = []
    for char in text.strip():
        is_word = regex.match(r"\w", char) or 0x20000 <= ord(char) <= 0x3FFFF
        kind = r"\w" if is_word else r"\s" if char.isspace() else r"\W"
        spellings = [
            re.escape(char),
            f"[{re.escape(char)}]",
            f"\\U{ord(char):08x}",
            ".",
            f"[^{'ab'[char in 'aA']}]",
            kind,
        ]
        plain = spellings[3:] if char.isspace() else spellings  # one that is no plain blank is written `\s`
        parts.append(data.draw(st.sampled_from(plain)))
    if parts and 0xD800 not in [ord(char) & 0xF800 for char in text]:
        source = "".join(parts)
        assert list(pattern(data.draw(st.sampled_from([source, f"^{source}$", f"(?:{source})+?"]))).find(text))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60) | st.text(alphabet="()[]|*+?{}12,^$\\.abwsdBPi:<=!#- 中標ſ\u212a\0\ud800", max_size=60))
def test_any_text_is_a_pattern_or_refused(source: str) -> None:
    try:
        made = pattern(source)
    except PatternError as error:
        assert str(error)
        assert error.at is None or 0 <= error.at <= len(source)
    else:
        list(made.find("提升 KPI a-b 標"))


@pytest.mark.parametrize(
    "source", [".*.*.*.*x", ".*.*.*.*[!?]", r"[a-z]+(-[a-z]+)*[!?]", r"\w+\s*\w+\s*[!?]", r"(a?){1000}[!?]", ".+[!?]"]
)
@pytest.mark.parametrize("text", ["a" * 2000, "ab " * 666, "x" + "a," * 1000, "a" * 100_000])
def test_a_search_ends(source: str, text: str) -> None:
    made = pattern(source)
    made.find("a")  # is compiled once
    before = time.process_time()
    try:
        list(made.find(text))
    except SlowPatternError as error:
        assert error.source == source
        assert error.length == min(len(text.strip()), patterns.LONGEST_TEXT)
    assert time.process_time() - before < 1


def test_a_slow_search_is_told() -> None:
    with pytest.raises(SlowPatternError, match=r"in a text of 2000 characters for more than 50 ms"):
        pattern(r"(a?){1000}[!?]").find("a" * 2000)


def test_a_text_is_cut() -> None:
    assert found("b", "a" * 9_999 + "bb") == ["b"]


@pytest.mark.parametrize(
    "source",
    [
        "x" + "a?b?c?-?" * 62,
        r"\b(?:a|-)" * 50,
        "|".join(["ab", "ac", "中文"] * 50),
        "".join(f"[{chr(0x80 + at)}-\U0001f000]" for at in range(100)),
        "".join(f"[{chr(0x4E00 + 90 * at)}-{chr(0x4E00 + 90 * at + 200)}]" for at in range(100)),
        "".join(f"[^{chr(0x100 + at)}-\U0010ffff]" for at in range(83)),
        "(?:" + ".?" * 140 + "x)+",
        "(?:(?:a?b){29}x){11}" * 24,
        "x(?:(?:(?:^|$){999}|\\b){10}){1}" * 15,
        "(?:" * 20 + "a|^" + "){3}" * 8 + "){1}" * 12,
    ],
)
def test_a_hostile_pattern_is_judged_soon(source: str) -> None:
    assert len(source) <= 500
    before = time.process_time()
    try:
        pattern(source).find("a")
    except PatternError as error:
        assert str(error)
    assert time.process_time() - before < 2


def test_goes_to_other_processes_and_threads() -> None:
    made = pattern("Q[1-4]")
    assert pickle.loads(pickle.dumps(made)) == made
    error = pickle.loads(pickle.dumps(SlowPatternError("a", 3)))
    assert (error.source, error.length) == ("a", 3)
    assert pickle.loads(pickle.dumps(PatternError("no", 2))).at == 2
    with ThreadPoolExecutor(4) as pool:
        results = pool.map(lambda text: list(made.find(text)), ["到 Q3"] * 50)
        assert list(results) == [[(2, 4)]] * 50


def test_what_is_written_down_of_unicode_is_so() -> None:
    """Lists that are too slow to ask Unicode for each time."""
    everything = range(character_sets.LAST + 1)
    folded = {code for code in everything if fold_width(chr(code)) != chr(code)}
    assert set(character_sets._FOLDED_AWAY) == folded
    white = {code for code in everything if chr(code).isspace()}
    assert {*map(ord, character_sets._WHITE), *folded, 0x20} & white == white
    cased = {code for code in everything if chr(code) != chr(code).lower() or chr(code) != chr(code).upper()}
    cased -= folded
    known = {code for code, other in character_sets._cased() if code != other}
    assert {code for code in cased if character_sets._variants(chr(code)) != ((code, code),)} <= known
    for code, other in character_sets._cased():
        assert character_sets._variants(chr(code)) == character_sets._variants(chr(other)), (chr(code), chr(other))


def test_words_are_what_the_engine_takes_for_them() -> None:
    spelt = regex.compile(rf"[{character_sets._WORD_SOURCE}]+", regex.VERSION1)
    text = "".join(map(chr, range(character_sets.LAST + 1)))
    runs = tuple((match.start(), match.end() - 1) for match in spelt.finditer(text))
    assert character_sets.merged(runs) == character_sets._words()
    digits = tuple((match.start(), match.end() - 1) for match in regex.finditer(r"\d+", text))
    assert character_sets.merged(digits) == character_sets._found(r"\d")
