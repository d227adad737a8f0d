import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language.folding import fold, fold_width, has_cjk, is_cjk, language_of, simplify

MIXED = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


def test_full_width_becomes_half_width() -> None:
    assert fold_width("ＮＰＳ：４５％　（Ｑ３）—达到") == "NPS:45% (Q3)-达到"


def test_ascii_text_is_returned_as_it_is() -> None:
    text = "Reach 45"
    assert fold(text) is text


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [("讓留存率突破兩萬", "让留存率突破两万"), ("協助業務團隊", "协助业务团队"), ("轉化率", "转化率")],
)
def test_traditional_becomes_simplified(traditional: str, simplified: str) -> None:
    assert simplify(traditional) == simplified


def test_simplified_text_is_left_alone() -> None:
    text = "把 3 个指标提升 10%（🎯）"
    assert simplify(text) == text


@given(MIXED)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(MIXED)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_width(fold_width(text)) == fold_width(text)


@pytest.mark.parametrize(("char", "expected"), [("一", True), ("〇", True), ("。", False), ("a", False), ("あ", False)])
def test_ideographs(char: str, expected: bool) -> None:
    assert is_cjk(char) is expected


@given(MIXED | st.text(alphabet="a。あ一龥〇㐀鿿！", max_size=8))
def test_a_text_has_ideographs_where_a_character_is_one(text: str) -> None:
    assert has_cjk(text) is any(map(is_cjk, text))


def test_a_text_is_simplified_whatever_was_before_it() -> None:
    assert [simplify(text) for text in ("客户留存", "客戶留存", "客户留存")] == ["客户留存"] * 3


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("NPS 达到 45", "zh"),
        ("发布 iOS App", "zh"),
        ("讓用戶愛上 App Store", "zh"),
        ("Hire 王芳 as a lead engineer", "en"),
        ("Win the deal with 阿里 this year", "en"),
        ("→ 40 %", "en"),
        ("", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "simplified"),
    [("後端延迟从20ms降到10ms", "后端延迟从20ms降到10ms"), ("大於80%", "大于80%"), ("摺扣", "折扣"), ("乾坤", "乾坤")],
)
def test_traditional_characters_that_the_simplified_set_has_too(text: str, simplified: str) -> None:
    assert simplify(text) == simplified


def test_half_a_surrogate_pair_beside_traditional_characters_is_left_alone() -> None:
    assert simplify("指標\ud800") == "指標\ud800"


@pytest.mark.parametrize("char", ["\uf988", "\U0002f800", "後", "麗", "\U00028c4f"])
@pytest.mark.parametrize("beside", ["㐀 ", "中", "a ", "讓"])
def test_a_character_is_the_same_one_alone_and_beside_another(char: str, beside: str) -> None:
    assert simplify(beside + char) == simplify(beside) + simplify(char)
