"""Headings over what is said of key results afterwards: `风险`, `Lessons learned`, 失败原因."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.reading.goal_words import section_of
from okrlint.reading.word_sets import words

_LONGEST = 60
"""Characters of a heading that are looked at."""


def looks_back(heading: str) -> bool:
    """Whether a heading stands over what is said of key results: `风险`, `Lessons learned`, 失败原因."""
    return section_of(heading) == "none" or tells_how_it_went(heading)


def stands_beside(heading: str) -> bool:
    """Whether a heading stands over what OKRs have beside them: `备注`, `Risks`, 里程碑."""
    bare = heading.strip(" *_:：").lower()
    return bare in _BESIDE or bare.endswith(_ENDS_BESIDE) or tells_how_it_went(heading)


_BESIDE = words(
    "notes note risks dependencies milestones resources background appendix references attendees agenda meetings other"
    " 备注 備註 风险 風險 里程碑 资源 資源 依赖 依賴 说明 說明 其他 其它 背景 计划 計劃 对齐 對齊 奖惩 相关人"
    " 关联项目 附录"
)
_ENDS_BESIDE = tuple(
    words("安排 资料 資料 机制 機制 需求 计划 計劃 成员 成員 办法 辦法 记录 記錄 重点 与缓解 及应对 与应对 填写说明")
)


def tells_how_it_went(heading: str) -> bool:
    """Whether a heading stands over what has gone well or wrong, or how things stand: `成功经验`, `Highlights`."""
    return _report().search(heading[:_LONGEST]) is not None


@cache
def _report() -> Pattern[str]:
    return compile_pattern(
        r"(?:原因|教训|教訓|经验|經驗|进展|進展|亮点|亮點|不足|反思|总结|總結|情况|情況)(?:分析)?\s?(?:[(（][^()（）]{0,20}[)）])?[:：]?\s?$"
        r"|^(?:(?:daily|weekly|monthly|quarterly|status|progress|project|team|okr|our|key|recent|latest|what) ){0,2}"
        r"(?:progress|status|updates?|highlights|lowlights|learnings|reasons|went well|went wrong|worked)\s?:?$",
        ASCII | IGNORECASE,
    )
