"""Whether a file of data may hold OKRs at all: a glance, before anything is parsed.

Most JSON and TOML in a repository is something else. Such a file is not for okrlint to judge, not even its syntax:
the settings of many a tool are JSON with comments.
"""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.source import Source

_WORDS = (
    "okr", "objective", "goal", "key_result", "keyresult", "key result", "key-result", "hauptergebnisse",
    "目标", "目標", "关键结果", "关键成果", "關鍵結果", "關鍵成果",
    "\\u76ee\\u6807", "\\u76ee\\u6a19", "\\u5173\\u952e", "\\u95dc\\u9375",  # the same, escaped
)  # fmt: skip
"""What a file that holds OKRs says somewhere, in lower case."""


@cache
def _abbreviation() -> Pattern[str]:
    return compile_pattern(r"(?<![a-z])kr(?:s|list|ids?)?(?![a-z])", ASCII)


def may_hold_okrs(source: Source) -> bool:
    """Tell whether the words of a source, or its name, speak of OKRs."""
    if source.is_named_okr():
        return True
    words = source.text.lower()
    return any(word in words for word in _WORDS) or _abbreviation().search(words) is not None
