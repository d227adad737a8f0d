"""Whether a text may hold OKRs at all: a glance, before anything is parsed.

Most JSON, TOML and HTML in a repository is something else. Such a file is not for okrlint to judge, not even its
syntax: the settings of many a tool are JSON with comments.
"""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.source import Source, without_our_name

KEY_RESULT_WORDS = (
    "key result", "key_result", "key-result", "keyresult", "关键结果", "关键成果", "關鍵結果", "關鍵成果",
)  # fmt: skip
"""What key results are called, in lower case."""

OKR_WORDS = ("okr", "objective", "目标", "目標", *KEY_RESULT_WORDS)
"""What a document of OKRs says somewhere, in lower case, whatever its format."""

_OTHER_WORDS = (
    "goal", "hauptergebnisse",
    "\\u76ee\\u6807", "\\u76ee\\u6a19", "\\u5173\\u952e", "\\u95dc\\u9375",  # 目标, 目標, 关键, 關鍵 in JSON
)  # fmt: skip
"""What stands for one of these in data; in prose it says too little."""


@cache
def _abbreviation() -> Pattern[str]:
    return compile_pattern(r"(?<![a-z])kr(?:s|list|ids?)?(?![a-z])", ASCII)


def speaks_of_okrs(words: str) -> bool:
    """Tell whether words in lower case hold one of `OKR_WORDS`; the name of okrlint is none."""
    words = without_our_name(words)
    return any(word in words for word in OKR_WORDS)


def may_hold_okrs(source: Source) -> bool:
    """Tell whether the words of a source, or its name, may be those of OKRs."""
    if source.is_named_okr():
        return True
    words = source.text.lower()
    return speaks_of_okrs(words) or any(word in words for word in _OTHER_WORDS) or bool(_abbreviation().search(words))
