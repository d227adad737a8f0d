"""Tables that say what objectives and key results are: `| Term | Meaning |`, `| 要素 | 定义 | 示例 |`.

Guides have them, and so do documents above real OKRs. They state none.
"""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold_width
from okrlint.reading.fields import canonical
from okrlint.reading.word_sets import words

_TERMS = words("term terms terminology concept concepts word acronym 术语 術語 概念 名词 名詞 词汇 詞彙 缩写 縮寫")
"""What the column is called that names what is explained; spellings are without spaces and signs."""

_PARTS = words("element elements component components part parts 要素 元素 组成 組成 组成部分 組成部分 构成 構成")
"""Likewise, in a table that may as well be a form that was filled in."""

_MEANINGS = words(
    "meaning meanings definition definitions whatitis whatisit whatitmeans whatdoesitmean explanation explanations"
    " rule rules example examples goodexample goodexamples badexample badexamples sample samples characteristic"
    " characteristics purpose question keyquestion questionanswered answers inplainwords inplainenglish analogy"
    " 含义 含義 意思 定义 定義 解释 解釋 释义 釋義 是什么 是什麼 例子 示例 举例 舉例 范例 範例 案例 好的示例 正例 反例"
    " 特点 特點 特征 特徵 作用 回答的问题 回答的問題 解决的问题 解決的問題 要求 规则 規則"
)
"""What the other columns are called."""

_COMPARED = _MEANINGS | words(
    "nature type number howmany quantity format focus timeframe timehorizon scope measurability measurable tone style"
    " 性质 性質 数量 數量 类型 類型 形式 格式 关注点 關注點 时间跨度 時間跨度 侧重 側重 问题 問題 本质 本質"
)
"""What the rows are called of a table that sets objectives and key results side by side to compare them."""

_ASPECTS = words(
    "aspect aspects attribute attributes characteristic characteristics feature features criterion comparison property"
    " dimension 维度 維度 方面 对比 對比 对比项 對比項 比较 比較 区别 區別 特性 属性 屬性 特征 特徵"
)
"""What the column is called that names them, if anything."""

_STATING = frozenset(("title", "statement"))
_PURSUED = frozenset(words("owner deadline target current baseline progress status confidence score weight team"))
"""Columns of what is pursued; no explanation has them."""

_LONGEST = 40
_FEWEST = 2


def is_glossary(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table explains what objectives and key results are.

    Args:
        headers: its first row.
        rows: the others, "" for an empty cell.
    """
    names = [canonical(header) for header in headers]
    if not _PURSUED.isdisjoint(names):
        return False
    if "objective" in names and "key_result" in names:
        return _explains_in_columns(names, rows) or _compares(headers, names, rows)
    return any(_explains_in_rows(at, headers, names, rows) for at in range(min(len(headers), _FEWEST)))


def _explains_in_rows(at: int, headers: Sequence[str], names: list[str | None], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column has the bare words, once each, and the header says that the others explain them."""
    keys = [_key(header) for header in headers]
    explains = not _MEANINGS.isdisjoint(keys[at + 1 :]) and _STATING.isdisjoint(names)
    if not (explains or keys[at] in _TERMS or keys[at] in _PARTS):
        return False
    terms = [row[at] for row in rows if at < len(row) and row[at]]
    if any(len(term) > _LONGEST or any(map(str.isdigit, term)) for term in terms):
        return False
    kinds = [_kind(term) for term in terms]
    if kinds.count("objective") != 1 or kinds.count("key_result") != 1:
        return False
    if explains or keys[at] in _TERMS:
        return True
    said = [cell for row in rows if at < len(row) and _kind(row[at]) == "key_result" for cell in row[at + 1 :]]
    return not any(char.isdigit() for cell in said for char in cell)


def _kind(term: str) -> str | None:
    found = canonical(term)
    return found if found in ("objective", "key_result") else None


def _explains_in_columns(names: list[str | None], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether what stands below "Objective" says of each what an objective does."""
    at = names.index("objective")
    said = [row[at] for row in rows if at < len(row) and row[at]]
    return bool(said) and all(_explanation().match(cell.lstrip("*_`\"'“「 ")) for cell in said)


def _compares(headers: Sequence[str], names: list[str | None], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the rows are called after what is compared: `| | Objective | Key result |`, `| Nature | … |`."""
    if names[0] in ("objective", "key_result") or (headers[0] and _key(headers[0]) not in _ASPECTS):
        return False  # a theme may be called "Focus", too
    said = [_key(row[0]) for row in rows if row and row[0]]
    if len(said) < _FEWEST:
        return bool(said) and said[0] in _MEANINGS  # `| Term | Meaning |` that was set upright
    return 2 * sum(key in _COMPARED for key in said) > len(said)


def _key(spelling: str) -> str:
    if len(spelling) > _LONGEST:
        return ""
    return "".join(filter(str.isalnum, fold_width(spelling).lower()))


@cache
def _explanation() -> Pattern[str]:
    """Match what speaks of objectives as such: `Defines what …`, `What we want to reach`, 我们要达成什么."""
    return compile_pattern(
        r"(?:Defines|Describes|Answers|Tells|Specifies|Explains|Clarifies|Expresses)\b"
        r"|(?:What|Where|Why|How)(?: (?:you|we|I|do|does|is|are|to|it|the|your|our|will|should|much)\b|\?)"
        r"|Qualitative(?:$|[,;.]| (?:and|goal|statement|description|target)\b)"
        r"|(?:我们|我們|团队|團隊|你|公司)?[想要希]望?(?:去|做|达成|達成|实现|實現|达到|達到)(?:什么|什麼|哪里|哪裡|哪儿)"
        r"|回答(?:了|的是)?[“\"「:：]|(?:如何|怎么|怎麼|怎样|怎樣)(?:衡量|知道|判断|判斷)|定性(?:的|描述|$|[，,、；;])",
        ASCII,
    )
