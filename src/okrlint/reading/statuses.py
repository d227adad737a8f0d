"""How things stand, where no field says so: traffic lights, and words such as "at risk"."""

from okrlint.reading.word_sets import words

LIGHTS = "🟢🟡🟠🔴"
"""Traffic lights, as everybody draws them."""

_TOLD = words(
    "ontrack offtrack atrisk behindschedule delayed blocked done completed inprogress notstarted onhold paused"
    " dropped cancelled canceled deferred postponed abandoned"
    " 有风险 有風險 存在风险 存在風險 延期 已延期 延迟 延遲 已完成 进行中 進行中 未开始 未開始 滞后 滯後 落后 落後"
    " 按计划 按計劃 按计划推进 按計劃推進 正常推进 正常推進 进展正常 進展正常 受阻 已取消 已放弃 已放棄 已搁置 已擱置"
    " 已暂停 已暫停"
)
"""What in brackets behind a statement can be nothing else."""

_BESIDE_LIGHTS = _TOLD | words("green yellow amber red behind late ahead complete 正常 完成 风险 風險 暂停 暫停 取消")

_LONGEST = 24


def is_status(value: str) -> bool:
    """Tell whether words by themselves say how things stand: `at risk`, `On track`, 有风险, 🟡."""
    if len(value) > _LONGEST:
        return False
    bare = value.lstrip(f"{LIGHTS} ")
    key = "".join(filter(str.isalpha, bare.lower()))
    if len(bare) < len(value.strip()):
        return not bare or key in _BESIDE_LIGHTS
    return key in _TOLD and all(char.isalpha() or char in " -_" for char in bare)
