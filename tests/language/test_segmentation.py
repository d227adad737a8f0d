"""The segmenter cuts as stock jieba does with its whole dictionary, which is loaded here once."""

import importlib
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrlint.language import segmentation, unknown_words, vocabulary
from okrlint.language.folding import simplify
from okrlint.language.segmentation import tokens
from okrlint.language.unknown_words import UnknownWords

LINES = [
    "次日留存率从32%提升到45%",
    "培训满意度达到90%，上线会员体系并把退款处理时长从3天缩短至8小时",
    "配合市场部完成推广，研究大模型在客服场景的应用",
    "完成GPT-4o接入，核心接口P99延迟降到200ms以内",
    "一一对应、吉林省高姓大名、江南style、1号店的小S和阿Q",
    "線上專案的負責人協助業務團隊整理客戶資料",
    "为尽快满足人员需求，调整人员招聘政策。",
    "App Store评分稳定在4.7分以上；NPS由18升至35",
    "Ship the mobile app by 2026-06-30",
    "乾坤龘靐齉爩，㐀㐁𠀀 emoji 🎯 结束",
    "",
    " \n\t",
]
COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
    "必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信"
    "马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存"
    "候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"
)
"""Frequent characters: they form many words with each other."""


def _jieba() -> Any:
    with warnings.catch_warnings():  # it imports pkg_resources, and its patterns are spelled in an outdated way
        warnings.simplefilter("ignore")
        return importlib.import_module("jieba")


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A tokenizer that has read the whole dictionary, and our own words."""
    jieba = _jieba()
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    tokenizer.cache_file = "words.cache"
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(open(jieba.__path__[0] + "/dict.txt", "rb"))  # noqa: SIM115 - it closes the file itself
    tokenizer.initialized = True
    for tag, words in vocabulary.groups("domain_words").items():
        for word in words:
            tokenizer.add_word(word, segmentation._DOMAIN_FREQUENCY, tag)
    return tokenizer


@pytest.mark.parametrize("line", LINES)
def test_cuts_as_jieba_does(stock: Any, line: str) -> None:
    assert [token.text for token in tokens(line)] == list(stock.cut(simplify(line)))


@pytest.fixture(scope="module")
def cut(stock: Any) -> Any:
    return stock.cut


def test_cuts_any_han_text_as_jieba_does(cut: Any) -> None:
    @given(st.text(st.sampled_from(COMMON + "A3%，"), max_size=30))
    def same(text: str) -> None:
        assert [token.text for token in tokens(text)] == list(cut(simplify(text)))

    same()


@given(st.text(max_size=60))
def test_every_character_belongs_to_one_word(text: str) -> None:
    found = tokens(text)
    assert "".join(token.text for token in found) == simplify(text)
    assert [token.start for token in found] == [0, *(token.end for token in found)][: len(found)]


def test_finds_every_word_of_the_dictionary() -> None:
    words = segmentation._segmenter()._words
    assert words is not None
    lines = words._data[:].splitlines()
    sorted_lines = lines[len(words.header()) :]
    firsts = sorted({line.decode()[0] for line in sorted_lines})
    found = sum(end - start for start, end in map(words._range, firsts))
    assert found == sum(len(line) + 1 for line in sorted_lines)
    assert sum(int(line.split()[1]) for line in lines) == segmentation._KNOWN_TOTAL


def test_another_dictionary_is_read_as_a_whole(tmp_path: Any) -> None:
    path = tmp_path / "dict.txt"
    path.write_text("云南 30 ns\n云南白药 20 nz\n好用 10 a\n", "utf-8")
    segmenter = segmentation._Segmenter(path)
    assert segmenter.cut("云南白药好用") == [("云南白药", "nz"), ("好用", "a")]


def test_another_model_of_unknown_words_is_loaded_as_a_whole(tmp_path: Path) -> None:
    folder = Path(_jieba().__file__).parent / "finalseg"
    for name in ("prob_start.py", "prob_trans.py"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "prob_emit.py").write_text((folder / "prob_emit.py").read_text("utf-8") + "\n", "utf-8")
    known, other = UnknownWords(folder), UnknownWords(tmp_path)
    runs = [COMMON[at : at + 7] for at in range(0, len(COMMON), 7)]
    assert [other.cut(run) for run in runs] == [known.cut(run) for run in runs]


def test_figures_of_unknown_words_are_those_of_the_table() -> None:
    jieba = _jieba().finalseg
    look_up = unknown_words._figures(Path(jieba.__file__).parent)
    for char in (*COMMON, "一", "丁", "龟", "龠", "龢", "∶", "a", "龘", "\u9fd5"):
        assert look_up(char) == tuple(jieba.emit_P[state].get(char, jieba.MIN_FLOAT) for state in "BMES")


def test_own_words_stay_whole() -> None:
    for word in vocabulary.words("domain_words"):
        assert [token.text for token in tokens(word)] == [word]


def test_tags() -> None:
    tags = {token.text: token.tag for token in tokens("培训时长达到90%，NPS、龘靐齉")}
    assert tags["培训"] == "vn"
    assert tags["时长"] == "n"
    assert tags["90%"] == "m"
    assert tags["，"] == "x"
    assert tags["NPS"] == "eng"
    assert None in tags.values()


def test_traditional_text_keeps_its_offsets() -> None:
    text = "協助業務團隊整理客戶資料"
    found = tokens(text)
    assert found[0].text == "协助"
    assert text[found[0].start : found[0].end] == "協助"


def test_long_texts_are_cut_in_parts_that_end_at_punctuation() -> None:
    sentence = "完成数据看板上线，"
    assert [token.text for token in tokens(sentence * 300)] == [token.text for token in tokens(sentence)] * 300


def test_a_long_run_of_unknown_characters_takes_no_quadratic_time() -> None:
    assert sum(len(token.text) for token in tokens("龘靐齉爩" * 5000)) == 20000


def test_threads_cut_alike() -> None:
    texts = [f"{a}{b}上线，{b}{a}率提升" for a, b in zip(COMMON, COMMON[7:], strict=False)]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(tokens.__wrapped__, texts * 2))
    assert together[: len(texts)] == [tokens.__wrapped__(text) for text in texts]
    assert together[len(texts) :] == together[: len(texts)]


def test_jieba_itself_is_not_loaded() -> None:
    probe = "import sys; from okrlint.language.segmentation import tokens; tokens('龘靐上线'); "
    probe += "print('jieba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
