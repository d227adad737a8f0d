"""Versions that come in pairs: in "MySQL 8.0 → 8.4 upgrades" the second one measures no more than the first."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.quantities.lines import Line, lexicon

_JOINTS = frozenset(("→", "->", "=>", "➔", "⇒", "to", "-", "~", "到", "至", "升级到", "升级至", "迁移到", "迁移至"))
_LONGEST_JOINT = 8
_RANKS = frozenset(("level", "grade", "tier", "class", "rank", "question", "page", "model", "series"))
"""Labels whose number may rise as that of a measure does: from Level 2 to 3."""
_NEAR = 32


def follows_version(line: Line, first: tuple[int, int], start: int) -> bool:
    """Tell whether the number at `start` is the version that another one, which measures nothing, shall give way to.

    Args:
        line: the text.
        first: where the other one stands.
        start: where the number begins.
    """
    end = first[1]
    if not 0 < start - end <= _LONGEST_JOINT or line.low[end:start].strip() not in _JOINTS:
        return False
    label = lexicon("names", "before").first(line.before(first[0]))
    if label and label not in _RANKS:
        return True
    near = line.low[max(0, first[0] - _NEAR) : start + _NEAR]
    return bool(line.word_before(first[0])) and label not in _RANKS and _upgrade().search(near) is not None


@cache
def _upgrade() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:upgrad|migrat|port(?:ed|ing)?\b|version|compatib|patch)|升级|迁移|版本|适配|兼容", ASCII
    )
