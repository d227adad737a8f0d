"""The words of plans: how goals are labelled, which headings stand over goals, and which over something else.

A plan is written in the words of its authors more than OKRs are: these lists are read in plans alone.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language import quantities
from okrlint.language.cycles import cycle_of
from okrlint.language.folding import fold_width, is_han, simplify
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

Section = Literal["goals", "none", ""]
"""What a heading stands over: goals, certainly no goals, or nobody knows."""

LONGEST_GOAL = 300
"""No statement of a goal has more characters: what is longer is prose."""

_LONGEST_HEADING = 60


class GoalLabel(NamedTuple):
    """A label at the beginning of a goal.

    Attributes:
        label: as written, without separator (`P1`, `Goal 3`, `目标一`); "" for one without a number (`Goal:`).
        end: the offset at which the statement begins.
        sure: whether a separator, or nothing at all, stands behind it; where not, `P1 …` counts only among others.
        family: what stands before the number, in lower case.
        number: the number as written.
        remark: where words in parentheses stand between label and statement: `P1 (Ana): …`.
    """

    label: str
    end: int
    sure: bool
    family: str = ""
    number: str = ""
    remark: tuple[int, int] | None = None


@cache
def _label_pattern() -> Pattern[str]:
    return compile_pattern(
        r"[*_`~\[【(（]{0,3}(?P<label>(?P<family>"
        r"(?i:(?:(?:strategic|company|corporate|annual|yearly|business|key|top|team) ){0,2}"
        r"(?:goal|objective|target|priority|commitment|ambition|aim|kpi))"
        r"|[PGT]|[SCABYMP]G|(?:年度|战略|戰略|经营|經營|重点|重點|公司|总体|核心|工作|业务|業務){0,2}(?:目标|目標|指标|指標))"
        r"[ #.-]{0,2}(?P<number>\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,3}))"
        r"(?![\w%％+\u4e00-\u9fff]|[./]\d)[*_`~\]】)）]{0,3}",
        ASCII,
    )


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:[:：、|｜—–]+|-(?=\s)|[.．](?=\s|[^\x00-\x7f]))[*_`~]{0,3}\s{0,4}|\s{0,3}\Z", ASCII
    )


@cache
def _remark_behind() -> Pattern[str]:
    return compile_pattern(r"\s?[(（]([^()（）]{1,40})[)）](?=\s{0,3}[:：—–])")


@cache
def _blank() -> Pattern[str]:
    return compile_pattern(r"\s{1,4}(?=\S)")


def goal_label(value: str) -> GoalLabel | None:
    """Return the label that a goal begins with, the number of a list before it aside; None without one."""
    skip = numbering(value[:_LONGEST_HEADING])
    found = label(value[skip:])
    if found is not None and found.kind == "objective":
        sure = found.separated or skip + found.end >= len(value)
        family = found.label.rstrip("0123456789.- #一二三四五六七八九十").lower()
        return GoalLabel(found.label, skip + found.end, sure, family, ".".join(map(str, found.number)))
    match = _label_pattern().match(value, skip)
    if match is None:
        return None
    remark = _remark_behind().match(value, match.end())
    behind = _separator().match(value, remark.end() if remark else match.end())
    sure = behind is not None or match.end() > match.end("label")
    end = behind or _blank().match(value, match.end())
    if end is None and not sure:
        return None
    family = match["family"].strip().lower()
    place = remark.span(1) if remark else None
    return GoalLabel(match["label"], end.end() if end else match.end(), sure, family, match["number"], place)


def is_goal_label(value: str) -> bool:
    """Tell whether words are a goal's label and nothing else: `P1`, `Goal 3`."""
    found = goal_label(value)
    return found is not None and bool(found.label) and found.end >= len(value) and not numbering(value)


def are_labels(found: Iterable[GoalLabel]) -> bool:
    """Tell whether the labels of one family, side by side, are labels.

    `P1` time and again, or `P0`, is a priority; where no separator stands behind it, the numbers must count from one.
    """
    labels = list(found)
    numbers = [each.number for each in labels]
    if len(set(numbers)) < len(numbers) or "0" in numbers:
        return False
    if all(each.sure for each in labels):
        return True
    return len(numbers) > 1 and numbers[0] in ("1", "一", "1.1")


# Headings

_GOALS = words("goal goals objective objectives target targets priority priorities kpi kpis okrs commitments ambitions")
_NONE = words(
    "risk risks budget budgets vision mission values value background context introduction intro preface foreword"
    " purpose assumption assumptions constraint constraints dependency dependencies glossary appendix annex reference"
    " references link links resource resources resourcing timeline"
    " schedule calendar governance process cadence meetings"
    " faq questions note notes remarks comments changelog history contents toc principles stakeholders roles"
    " responsibilities contact contacts review retrospective retro lessons learned learnings swot strengths weaknesses"
    " opportunities threats analysis competitors competition initiatives initiative action actions activities tasks"
    " task steps step scope non-goals nongoals mitigation mitigations finance finances financials cost costs spending"
    " headcount investment funding approvals approval signatures definitions methodology method approach tracking"
    " reporting monitoring communication communications feedback summary abstract conclusion thanks acknowledgements"
    " version versions document audience disclaimer overview milestones milestone roadmap situation recap outlook"
    " challenges blockers issues decisions agenda attendees ideas backlog parking lot template instructions bets"
)
_FILLERS = words(
    "our the key main top a an annual yearly company strategic corporate business team overall big core primary major"
    " important and or we are is it this year years next executive open looking back current state plan plans planning"
    " other general short long term mid medium high level detailed item items list table page section part out not"
    " of's risk/budget what"
)
_PAST = words(
    "last previous past prior completed achieved dropped archived old former non not no anti beyond abandoned"
)
_VERBS = words(
    "hit reach meet set achieve exceed define deliver align agree clarify reduce improve increase cut raise grow build"
    " launch win make become create keep lower double triple halve ship simplify manage control strengthen"
)
_PREPOSITIONS = words("for of to from in on with behind by at per across during until through")
_QUESTIONS = words("how why who when where which")

_GOALS_ZH = ("目标", "目標", "指标", "指標")
_NONE_ZH = words(
    "风险 風險 预算 預算 愿景 願景 使命 背景 前言 引言 概述 概况"
    " 概況 综述 綜述 回顾 回顧 复盘 復盤 複盤 总结 總結 价值观 價值觀"
    " 保障 措施 举措 舉措 对策 對策 应对 應對 说明 說明 附录 附錄"
    " 附件 参考 參考 目录 目錄 备注 備註 假设 假設 依赖 依賴 流程"
    " 机制 機制 日程 会议 會議 分工 资源 資源 投入 原则 原則"
    " 指导思想 指導思想 总体思路 總體思路 形势 形勢 分析 现状 現狀 问题"
    " 問題 时间表 時間表 里程碑 行动计划 行動計劃 行动方案 步骤 步驟"
    " 费用 費用 经费 經費 编制 編制 奖惩 獎懲 激励 激勵 要求 结语"
    " 結語 定义 定義 术语 術語 理念 口号 口號 意义 意義 版本 变更"
    " 變更 修订 修訂 签字 簽字 审批 審批 沟通 溝通 汇报 匯報 跟踪"
    " 追蹤 监督 監督 评估 評估 考核办法 考核辦法 注意事项 注意事項 关于本文 下一步 待办 待辦 路线图 路線圖"
)
_PAST_ZH = words(
    "去年 上年 往年 上一年 非目标 非目標 目标回顾 目標回顧 完成情况"
    " 完成情況 达成情况 達成情況 目标复盘 目标说明 目標說明 目标制定 目標制定"
    " 目标管理 目標管理 目标拆解原则 目标考核 目標考核 目标背景"
    " 目標背景 指标说明 指標說明 指标口径 指標口徑 指标定义 指標定義"
)
_VERBS_ZH = (
    "降低", "减少", "減少", "控制", "提升", "提高", "建立", "打造",
    "完善", "实现", "實現", "完成", "达成", "達成", "优化", "優化",
    "加强", "加強", "改善", "缩短", "縮短", "推出", "推动", "推動", "成为",
    "成為", "突破", "解决", "解決", "让", "讓", "把", "将", "將",
)  # fmt: skip

_LONGEST_ZH = 14
"""How many characters a Chinese heading has at most that names goals, or what is none."""


@lru_cache(maxsize=1024)
def section_of(value: str) -> Section:
    """Tell what a heading stands over, by its words: "Goals", "2026 年度目标"; "Risks", 预算."""
    bare = bare_heading(value)
    if not bare or len(bare) > _LONGEST_HEADING:
        return ""
    return _section_zh(bare) if any(map(is_han, bare)) else _section_en(bare.lower())


def bare_heading(value: str) -> str:
    """Return the words of a heading without number, signs, remark, and the periods in it; "" for a long one."""
    if len(value) > 2 * _LONGEST_HEADING:
        return ""
    folded = fold_width(value[numbering(value) :])
    folded = _remark().sub("", folded)
    head, colon, rest = folded.partition(":")
    folded = head if colon and (rest or head) else folded
    folded = _period().sub(" ", folded)
    return " ".join(folded.strip(" \t.-–—_*#~:|·、,，。！!").split()).lstrip(
        "".join(filter(_is_sign, folded[:4])) + " "
    )


def _is_sign(char: str) -> bool:
    return not char.isalnum() and char not in "()"


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}\([^()]{0,60}\)\s{0,3}")


@cache
def _period() -> Pattern[str]:
    return compile_pattern(
        r"(?<![a-z0-9])(?:(?:FY|CY)?\s?'?(?:20)?\d\d(?:[-/](?:20)?\d\d)?年?度?(?![\d.,%])|FY\s?\d\d|[QH][1-4])(?![a-z0-9%])"
        r"|第?[一二三四1-4]季度?|[上下]半年|本年度?|今年|明年|全年",
        ASCII | IGNORECASE,
    )


def _section_en(bare: str) -> Section:
    if bare.startswith(("what we want to achieve", "what we will achieve", "what we want to accomplish")):
        return "goals"
    told = [token.strip(".,;'’\"?!*") for token in bare.replace("/", " ").replace("&", " ").split()]
    told = [token for token in told if token and any(map(str.isalpha, token))]
    if not told or told[0] in _QUESTIONS or bare.endswith("?"):
        return "none" if told else ""
    if not _GOALS.isdisjoint(told):
        return _goals_en(told)
    before_preposition: list[str] = []
    for token in told:
        if token in _PREPOSITIONS and not _NONE.isdisjoint(before_preposition):
            break
        before_preposition.append(token)
    named = not _NONE.isdisjoint(before_preposition)
    known = all(token in _NONE or token in _FILLERS or token in _PREPOSITIONS for token in before_preposition)
    return "none" if named and known else ""


def _goals_en(told: list[str]) -> Section:
    last = max(at for at, token in enumerate(told) if token in _GOALS)
    before, behind = told[:last], told[last + 1 :]
    if not _PAST.isdisjoint(before) or not {"review", "retrospective", "recap", "results"}.isdisjoint(told):
        return "none"
    if len(before) > 4 or (before and (before[0] in _VERBS or before[0] == "to")):
        return ""
    ends = not behind or behind[0] in _PREPOSITIONS or behind[0] in ("and", "this", "list", "table", "overview")
    return "goals" if ends else ""


def _section_zh(bare: str) -> Section:
    plain = "".join(char for char in bare if not char.isspace())
    if len(plain) > _LONGEST_ZH or plain.startswith(_VERBS_ZH) or quantities.amounts(plain):
        return ""
    if any(word in plain for word in _PAST_ZH):
        return "none"
    at = max(map(plain.rfind, _GOALS_ZH))
    if at >= 0:
        behind = plain[at + 2 :]
        joined = behind.startswith(
            ("与", "與", "和", "及", "、", "任务", "任務", "清单", "清單", "一览", "体系", "分解", "表")
        )
        return "goals" if not behind or joined else ""
    lower = plain.lower()
    return "none" if any(lower.startswith(word) or lower.endswith(word) for word in _NONE_ZH) else ""


def announces_goals(value: str) -> bool:
    """Tell whether a line with a colon at its end announces goals: `We have three goals this year:`."""
    lower = value.lower()
    if not {"not", "no", "non-goals"}.isdisjoint(lower.split()):
        return False
    return any(word in lower for word in ("goal", "objective", "target", "priorit", *_GOALS_ZH))


# Statements


def is_mere_amount(value: str) -> bool:
    """Tell whether words are but an amount, as a target is: `100,000`, `≥ 95%`, `10万次`."""
    if not any(map(str.isdigit, value)) and not any(char in "一二三四五六七八九十百千万萬" for char in value):
        return False
    amounts = quantities.amounts(value)
    if amounts:
        return not any(map(str.isalnum, value[: amounts[0].start] + value[amounts[-1].end :]))
    return not any(map(str.isalpha, value))


def counts_things(value: str) -> bool:
    """Tell whether words are an amount of things with a name: `100,000 downloads`, and neither `95%` nor `10 days`."""
    amounts = quantities.amounts(value)
    unit = amounts[0].unit if len(amounts) == 1 and amounts[0].kind == "count" else None
    return unit is not None and len(unit) > 1


def states_amount(value: str) -> bool:
    """Tell whether words state an amount; the number of a chapter (`Pillar 1: People`) is none."""
    amounts = quantities.amounts(value)
    if len(amounts) != 1:
        return bool(amounts)
    chapter = _chapter().match(value)
    return chapter is None or amounts[0].start >= chapter.end()


@cache
def _chapter() -> Pattern[str]:
    return compile_pattern(r"(?:[A-Za-z]{3,16} ){1,2}\d{1,2}\s?[:：.–—-]\s|[\u4e00-\u9fff]{2,4}\d{1,2}\s?[:：、.]")


def is_topic(value: str) -> bool:
    """Tell whether words are a theme rather than a goal: short, and without an amount."""
    han = sum(map(is_han, value))
    return (han <= 6 if han else len(value.split()) <= 3) and not states_amount(value)


def is_verb_first(value: str) -> bool:
    """Tell whether words begin with what is to be done: `Grow downloads`, 提升留存."""
    return value.startswith(_VERBS_ZH) or value.partition(" ")[0].lower() in _VERBS


def says_something(value: str) -> bool:
    """Tell whether words can be a goal: no blank to fill in, and no mere number."""
    letters = sum(map(str.isalpha, value))
    lower = value.strip(" .。*_[]<>()（）…-–—").lower()
    return letters > 1 and lower not in _BLANKS and not (value[0] in "<{[" and value[-1] in ">}]")


_BLANKS = words(
    "tbd tbc todo tba n/a na none goal 待定 待补充 待補充 暂无 暫無 无 略 目标 合计 合計 总计 總計 total sum etc"
)


# Names of fields and columns

_NAMES = {
    "deadline": "when bywhen timeline timing 时间 時間 时间节点"
    " 時間節點 完成节点 完成節點 时间要求 時間要求 交付节点 节点 期限要求",
    "owner": "who responsibility responsibleteam ownerteam"
    " ownedby sponsor executivesponsor 责任部门 責任部門 责任单位 責任單位"
    " 牵头部门 牽頭部門 牵头单位 牽頭單位 主责部门 主責部門 负责部门 負責部門 归口部门 歸口部門 责任主体 分管领导",
    "target": "annualtarget yearlytarget fullyeartarget yeartarget"
    " targetkpi goalvalue 全年目标值 年度目标值 年度目標值 年目标值"
    " 计划值 計劃值 目标数 指标值 指標值 年度指标值 数值目标",
    "baseline": "lastyear previousyear lastyearactual 上年实际 上年實際 去年实际 去年實際 上年完成 上年值 去年值",
    "metric": "howwemeasure howmeasured measuredas 考核指标 考核指標 衡量口径",
}


_AROUND_TARGETS = words(
    "by in before per until till the end of at least most up to over on month year day half"
    " 前 底 月 年 日 内 底前 之前 以内 以上 以下 不低于 不少于 不超过 达到 到 至少 至"
)


def is_target(value: str) -> bool:
    """Tell whether words are but an amount and a time: `100,000 by Q1`, `10万（3月底前）`."""
    if is_mere_amount(value):
        return True
    amounts = quantities.amounts(value)
    if not amounts or len(value) > _LONGEST_HEADING:
        return False
    rest = value[: amounts[0].start] + " " + value[amounts[-1].end :]
    period = cycle_of(rest)
    if period is not None:
        rest = rest[: period.start] + " " + rest[period.end :]
    rest = "".join(char if char.isalpha() else " " for char in rest)
    return all(token.lower() in _AROUND_TARGETS for token in rest.split())


@cache
def _plan_names() -> dict[str, str]:
    return {spelling: name for name, spellings in _NAMES.items() for spelling in spellings.split()}


def plan_name(name: str) -> str | None:
    """Return the canonical name of a field of a goal, as plans spell it; None for an unknown one.

    A year beside it makes no difference (`2026 target`); the actual value of a year is where the plan begins.
    """
    if len(name) > _LONGEST_HEADING:
        return None
    key = "".join(filter(str.isalnum, simplify(fold_width(name).lower())))
    found = _plan_names().get(key) or _plan_names().get("".join(filter(str.isalnum, fold_width(name).lower())))
    if found is not None:
        return found
    bare = bare_heading(name)
    is_dated = bare != " ".join(fold_width(name).split())
    known = canonical(name) or (canonical(bare) if bare and is_dated else None)
    return "baseline" if known == "current" and is_dated else known


def names_period(value: str) -> bool:
    """Tell whether words are the name of a period and nothing else: `Q1`, 一季度, `H2 2026`."""
    if not value or len(value) > 20:
        return False
    period = cycle_of(value)
    return period is not None and not any(map(str.isalnum, value[: period.start] + value[period.end :]))


_WHOLE_YEAR = words("fullyear year total annual yeartotal fytotal 全年 年度 合计 全年合计 年度合计 总计")


def names_whole_year(value: str) -> bool:
    """Tell whether words are the name of a year, or of the sum of its parts, as a column is called: `Full year`."""
    if "".join(filter(str.isalpha, simplify(fold_width(value[:_LONGEST_HEADING]).lower()))) in _WHOLE_YEAR:
        return True
    period = cycle_of(value) if names_period(value) else None
    return period is not None and period.kind == "year"


def period_in(value: str) -> tuple[int, int] | None:
    """Return where the one period without a year stands that a goal is for: `100,000 downloads in Q1`."""
    period = cycle_of(value)
    if period is None or period.first is not None:
        return None
    before = value[: period.start].rstrip(" (（").lower()
    if before.endswith(_COMPARED) or cycle_of(value[period.end :]) or cycle_of(value[: period.start]):
        return None
    return period.start, period.end


_COMPARED = (
    "vs",
    "vs.",
    "than",
    "from",
    "since",
    "over",
    "with",
    "of",
    "to",
    "and",
    "比",
    "较",
    "較",
    "对比",
    "自",
    "从",
    "從",
    "-",
)
