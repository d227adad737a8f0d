"""Amounts in Chinese words: 两百家, 三成, 过半, 零事故, 翻两番."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_cjk
from okrlint.language.numerals import CHINESE_DIGITS, CHINESE_MAGNITUDES, chinese_number
from okrlint.language.quantities import measures, names
from okrlint.language.quantities.lines import Line, lexicon
from okrlint.language.quantities.measures import Amount, Numeral
from okrlint.language.quantities.numeric import fraction, judge, limited, numeral_end

_INCIDENT_REACH = 10
"""How many characters may stand between 零 and what there shall be none of (零重大安全事故)."""

_ON_CHEQUES = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
"""Numerals of cheques, which stand together when they count."""


def chinese(line: Line, start: int, end: int) -> Amount | int:
    """Return the amount that begins with the numeral from `start` to `end`, or where it ends that is none."""
    text = line.low[start:end]
    if line.low.startswith("分之", end):
        return fraction(line, start, end)
    if text[0] == "零":
        return _zero_chinese(line, start, end)
    if text[-1] == "半" and (half := _half_chinese(line, end)):
        return half
    if len(text) > 1 and line.char(end) not in {"成", "折"} and all(char in CHINESE_DIGITS for char in text):
        return end  # 三五, 五一, 二〇二六: a guess, a day, a year
    if text in _ON_CHEQUES:
        return end  # part of a word: 队伍
    if idiom := _idiom_end(line, start, end):
        return max(idiom, end)
    if line.char(end) == "几" or (text[0] in "十百千万亿" and _is_vague(line, start)):
        return end
    value = chinese_number(text)
    if value is None or (text in _FEW and line.starts_clause(start) and _apart().match(line.low, end)):
        return end
    if text == "半":
        return _half_time(line, start, end)
    is_unit = text in CHINESE_MAGNITUDES or text in {"百", "千"}
    is_size = len(text) > 1 and _UNITS.issuperset(text) and line.low.startswith(_OF_SUCH_SIZE, end)
    if is_size or (is_unit and line.char(end) != "名"):
        reached = lexicon("quantity_words", "reach").first(line.before(start))
        if reached in _BEFORE_MANY:
            return end  # 万人空巷, 转化为千卡, 万亿行业: no number of anything; but 百名骨干
    return judge(line, Numeral(start, end, value, scaled=is_unit or (value >= 100 and len(text) > 1), words=True))


_FEW = frozenset("两二三")


@cache
def _apart() -> Pattern[str]:
    """Match what tells between how many things something holds, and counts none: 两套构建独立, 三套环境互不影响."""
    return compile_pattern(
        r"[套端个条边侧方][^,;。、(的\d]{1,10}?(?:(?:相互|互相|彼此|完全)?(?:独立|隔离|分离|解耦)|互通|互不影响|一致)"
        r" ?(?=[,;。(]|$)",
        ASCII,
    )


_BEFORE_MANY = frozenset(("", "为", "从", "由"))
_UNITS = frozenset("十百千万亿")
_OF_SUCH_SIZE = ("行业", "赛道", "市场", "产业", "集群", "俱乐部", "蓝海")
"""What is said to be of some size, without a number to be reached."""


def _idiom_end(line: Line, start: int, end: int) -> int:
    """Return where the idiom ends that the numeral is part of, or 0; 第三 in a ranking and 十一家 are none."""
    if lexicon("quantity_words", "ranked").first(line.before(start)):
        return 0
    if line.char(start - 1) == "前" and line.char(end) in {"甲", "强", "名"}:
        return 0
    idiom = names.idiom_end(line, start, end)
    if idiom == end and idiom and (measure := measures.measure_at(line, end)) is not None:
        return 0 if len(measure.unit) == 1 else idiom
    return idiom


def _is_vague(line: Line, start: int) -> bool:
    """Tell whether 百, 千 … is not one number: 数百, 上千, 几十."""
    return bool(lexicon("quantity_words", "vague_zh").first(line.before(start)))


def _half_time(line: Line, start: int, end: int) -> Amount | int:
    measure = measures.measure_at(line, end)
    if measure is None or measure.kind != "duration" or measure.is_period:
        return end
    if not (measures.is_reached(line, start) or line.char(measure.end) in {"内", "以"}):
        return measure.end
    return limited(line, Amount(start, measure.end, 0.5, measure.unit, "duration", "strong"))


def _half_chinese(line: Line, end: int) -> Amount | None:
    """Read 一半, 过半, 减半, 半数: half of something."""
    words = lexicon("quantity_words", "halved_zh")
    word = words.before(line.low, end)
    if word and not lexicon("names", "idiom").at(line.low, end - 1):
        return Amount(end - len(word), end, 50.0, "%", "fraction", "relative")
    if word := words.at(line.low, end - 1):
        return Amount(end - 1, end - 1 + len(word), 50.0, "%", "fraction", "relative")
    return None


def _zero_chinese(line: Line, start: int, end: int) -> Amount | int:
    """Read 零事故, 故障清零, 投诉为零; no other word that begins with 零."""
    word = lexicon("quantity_words", "zero_zh").before(line.low, end)
    if not word and not is_cjk(line.char(end) or " "):
        word = lexicon("quantity_words", "to_zero_zh").before(line.low, end)
    if word:
        return Amount(end - len(word), end, 0.0, None, "zero", "relative")
    if _is_start(line, start, end):
        return Amount(start, end, 0.0, None, "number", "bare")
    idiom = names.idiom_end(line, start, end)
    if idiom and idiom >= end + len(lexicon("quantity_words", "incident_zh").at(line.low, end)):
        return max(idiom, end)  # 零工, but not 零工伤
    if incident := _incident_chinese(line, end):
        return Amount(start, incident, 0.0, None, "zero", "relative")
    return end


def _is_start(line: Line, start: int, end: int) -> bool:
    """Tell whether 零 is what a count grows from: 从零到一百家, 由零增长到1000; but not 从零到一, 从零开始."""
    if end - start > 1 or line.char(start - 1) not in {"从", "由"} or names.idiom_end(line, start, end) > end:
        return False
    rest = line.low[end : end + _LONGEST_RISE]
    at = max(rest.find("到"), rest.find("至"))
    return at >= 0 and rest[at + 1 : at + 2] in _BEGINS_NUMBERS and rest[:at] in _RISES


_LONGEST_RISE = 5
_BEGINS_NUMBERS = frozenset("0123456789一二两三四五六七八九十百千万")
_RISES = frozenset(("", "增长", "增加", "提升", "提高", "发展", "扩大", "增", "升", "做", "涨"))
"""What may stand between 零 and 到."""


def _incident_chinese(line: Line, at: int) -> int:
    """Return where the mishap ends that follows 零 or 无 within the same phrase, or 0."""
    incidents = lexicon("quantity_words", "incident_zh")
    for start in range(at, min(at + _INCIDENT_REACH, len(line.low))):
        if (incident := incidents.at(line.low, start)) and not line.low.startswith(_CHECKS, start + len(incident)):
            return start + len(incident)
        char = line.low[start]
        if not (is_cjk(char) or char.isalnum()) or char in "的了和与":
            return 0
    return 0


_CHECKS = ("测试", "用例", "分析", "模型", "验证", "脚本")
"""What makes of a mishap the name of what looks for it: 无回归测试."""


def none_chinese(line: Line, start: int, end: int) -> Amount | int:
    """Read 无事故, 未发生重大故障, 没有一件包裹破损: a mishap, or a grave one, directly behind, or 一, is counted."""
    if line.char(end) == "一":
        return _not_one_chinese(line, start, end)
    grave = lexicon("quantity_words", "incident_grade").at(line.low, end)
    incident = lexicon("quantity_words", "incident_zh").at(line.low, end + len(grave))
    if not incident or line.low.startswith(_CHECKS, end + len(grave) + len(incident)):
        return end
    return Amount(start, end + len(grave) + len(incident), 0.0, None, "zero", "relative")


def _not_one_chinese(line: Line, start: int, end: int) -> Amount | int:
    """Read 无一样本丢失 and 没有一件包裹破损; neither 无一例外 nor 没有一定的基础."""
    measure = measures.measure_at(line, end + 1)
    stop = measure.end if measure is not None and measure.kind == "count" else end + 1
    begins = (
        line.starts_clause(start)
        or line.low.endswith(_ASSURED, 0, start)
        or (stop > end + 1 and _happens().match(line.low, stop) is not None)
    )
    is_counted = stop > end + 1 or line.low[start:end] == "无"
    if not begins or not is_counted or not is_cjk(line.char(stop) or " ") or line.low.startswith(_NO_COUNT, end + 1):
        return stop
    return Amount(start, stop, 0.0, None, "zero", "bare")


@cache
def _happens() -> Pattern[str]:
    """Match what is said at the end of a clause of not one of something: 跌倒事件无一例[发生], 学员无一人[中途退出]."""
    return compile_pattern(r"[\u4e00-\u9fff]{2,4}(?=[,;。!)]|$)", ASCII)


_ASSURED = ("确保", "保证", "做到", "季度", "全年", "全程", "期间")
_NO_COUNT = ("不", "例外", "是", "定", "个统一", "套", "技", "可", "疏漏的")
"""What behind 无一 or 没有一 makes it no count of what does not happen."""


def multiplied_chinese(line: Line, start: int, end: int) -> Amount | int:
    """Read 翻番, 翻两番 (four times), 翻一倍, 倍增."""
    low = line.low
    if low[start] != "翻":
        if low[start:end] in {"腰斩", "对折"}:
            return Amount(start, end, 50.0, "%", "fraction", "relative")
        return Amount(start, end, 2.0, "x", "multiple", "relative")
    stop = numeral_end(line, end)
    times = chinese_number(low[end:stop]) if stop > end else 1.0
    if times is None or line.char(stop) not in {"番", "倍"}:
        return end
    value = 2.0 ** min(times, 64) if low[stop] == "番" or times == 1 else times
    return limited(line, Amount(start, stop + 1, value, "x", "multiple", "relative"))
