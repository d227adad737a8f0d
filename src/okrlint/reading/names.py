"""Whether words are plainly the name of a person, where nothing says that they are an owner, and who is known."""

from collections.abc import Iterable
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import TYPE_CHECKING

from okrlint.language import vocabulary
from okrlint.language.folding import is_cjk
from okrlint.reading.word_sets import words

if TYPE_CHECKING:
    from okrlint.model import Text

# The hundred most frequent surnames of China's census of 2020, and their traditional forms.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬鄭謝羅許韓鄧馮蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻賀顧龔萬錢嚴湯龍"
)
_COMPOUND_SURNAMES = words("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 令狐 尉迟 慕容 东方 司徒")
_NO_NAMES = words(
    "高优 高管 高层 高级 高中 高频 方案 方向 方法 金额 金融 金牌 任务 任務 任何 任意 白天 白皮 白名 万元 万人"
    " 万家 向上 江苏 江西 程序 余额 夏季 周会 周报 周末 周期 周内 周一 周二 周三 周四 周五 周六 周日 马上"
    " 武汉 唐山 黄金 毛利 许可 严重 严格 陆续 段位 高效 高质 高端 高速 高价 高新 高标 高潜 严控 严管 江浙 白领 石油"
    " 石化 钱包 马来 苏州 沈阳 郑州 徐州 黄山 石家 马鞍 余杭 钱塘 江宁 范围 范例 林业 龙头 王牌 杜绝 何时 陈列 周转"
    " 周度 高德 金蝶"
)
"""How everyday words begin that begin with one of the surnames."""

_FORMS_OF_ADDRESS = ("老师", "老師", "总", "總", "经理", "經理", "主任", "工")
_PREFIXES = "小老阿"
_LONGEST = 4
_MOST_WORDS = 3

_CAPITALISED = words(
    "Alpha Beta Launch Draft Final Phase Version Target Internal External Public Private Total Global Email Web Mobile"
    " Done Open Closed New Old Due End Start Live Planned Pending Online Onsite Remote Stretch Initial First Second"
    " Third Milestone Release Approved Complete Completed Deadline Monday Tuesday Wednesday Thursday Friday"
)
"""Words with a capital letter that stand in parentheses before a day and are nobody's name."""


def is_name(value: str) -> bool:
    """Tell whether words are plainly a person's name: 李四, 小李, 王总, `Ana`, `Kevin Tan`."""
    if value and all(map(is_cjk, value)):
        return _is_chinese_name(value)
    parts = value.split()
    return (
        0 < len(parts) <= _MOST_WORDS
        and all(map(_is_capitalised, parts))
        and value.lower() not in vocabulary.words("places")
    )


def is_common_name(value: str) -> bool:
    """Tell whether words can be little else than a person's name: the given name is a common one, or it is Chinese."""
    if not is_name(value):
        return False
    return is_cjk(value[0]) or value.split()[0].lower() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for line in vocabulary.words("given_names") for name in line.split())


def _is_chinese_name(value: str) -> bool:
    if not 2 <= len(value) <= _LONGEST or value[:2] in _NO_NAMES:
        return False
    if value[:2] in _COMPOUND_SURNAMES:
        return len(value) > 2
    if value[0] in _PREFIXES:
        return len(value) == 2
    given = value
    for form in _FORMS_OF_ADDRESS:
        given = given.removesuffix(form) or given
    return given[0] in _SURNAMES and len(given) < _LONGEST


def _is_capitalised(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").rstrip(".")
    return letters.isalpha() and word[0].isupper() and not letters.isupper() and letters not in _CAPITALISED


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"\s{0,2}(?:[,，、/&+]|\band\b)\s{0,2}", ASCII)


def split_names(words: str) -> list[str]:
    """Return the names in words that are nothing but names: `Ines and Bo`, 李四、王五."""
    return _separator().split(words.strip().rstrip(".。"))


def names_of_owners(fields: "Iterable[tuple[str, Text]]") -> set[str]:
    """Return the names of the owners among fields."""
    return {person.lstrip("@") for name, text in fields if name == "owner" for person in split_names(text.value)}


def are_known(names: list[str], known: set[str]) -> bool:
    """Tell whether all of these people are known, be it by the given name alone."""
    return all(name in known or (is_common_name(name) and name.split()[0] in known) for name in names)
