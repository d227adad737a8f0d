"""How authors spell the names of fields in English and in simplified and traditional Chinese.

Those in other languages (`Objetivo`, `Ответственный`, `担当者`) are a list of data, `label_words`; those of an
author's own are declared, and known while something is read with them (`declared`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold_width, is_cjk, simplify
from okrlint.language.vocabulary import groups
from okrlint.reading.word_sets import words

__all__ = [
    "FIELDS",
    "FieldMatch",
    "any_declared",
    "builtin_field",
    "canonical",
    "declared",
    "field_name",
    "foreign_name",
    "is_declared",
    "leading_field",
    "spelling_key",
]

# Gathered from public OKR documents, templates, and the exports and programming interfaces of OKR products. A
# spelling is written here as `_key` leaves it: lower case, without spaces, hyphens and underscores.
_SPELLINGS = {
    "objective": "objective objectives o obj goal goals objectivetext objectivestatement 目标 目標 目标描述 目標描述"
    " 目标内容 目标陈述 目标表述",
    "key_result": "keyresult keyresults kr krs krlist keyresultname hauptergebnisse"
    " 关键结果 关键成果 關鍵結果 關鍵成果 关键结果kr 关键结果描述",
    "statement": "statement content text 内容 內容 陈述",
    "title": "title name subject 标题 標題 名称 名稱",
    "description": "description desc details summary 描述 详情 詳情",
    "id": "id key code identifier okrreference 编号 編號 序号 序號",
    "owner": "owner owners ownerid owneruserid owneraccountid owneremail owneremails owneremailid ownername"
    " dri directlyresponsibleindividual lead leads leader responsible responsibleperson accountable"
    " assignee assignees assignedto executor person personincharge pic facilitator who"
    " 负责人 責任人 责任人 負責人 主责 主責 主责人 主負責人 主要负责人 第一负责人 直接负责人 牵头人 牽頭人 牵头"
    " 执行人 執行人 姓名 述职人 述職人 汇报人 填写人 填寫人 填表人 责任者 担当 谁负责 所有者 owner负责人",
    "contributors": "contributor contributors collaborator collaborators support supportedby helper helpers"
    " participants withhelpfrom"
    " 协作人 協作人 协作 協作 协作者 參與人 参与人 参与者 参与 配合方 配合人 配合 协同人 協同人 支持人 支持方 协办人"
    " 协助人 協助人 协助者 協助者 协助 協助",
    "deadline": "deadline due duedate dueby duedateend targetdate targetedat enddate end periodend eta"
    " finishat completiondate completeby completionby goaltargetdate expectedenddate krmeasurementdeadline ddl"
    " 截止 截止日 截止日期 截止时间 截止時間 截至 截至日期 截至时间 完成时间 完成時間 完成日期 预计完成时间"
    " 預計完成時間 预计完成 计划完成时间 計劃完成時間 计划完成 期限 到期 到期日 到期时间 交付时间 交付時間 交付日期"
    " 目标日期 目標日期 目标时间 结束时间 結束時間 结束日期 結束日期 时限 時限 停損日 deadline时间"
    " 完成时限 完成時限 完成期限 達成時間 达成时间 ddl时间"
    " bywhen until finishby doneby 何时 何時 何时完成 何時完成 完成日 预计完成日 預計完成日"
    " 预计完成日期 預計完成日期 计划完成日期 計劃完成日期 要求完成时间 要求完成時間 最晚完成时间 最晚完成時間",
    "start_date": "startdate startat startedat begindate begin activefrom plannedstart"
    " 开始时间 開始時間 开始日期 開始日期 起始时间 起始日期",
    "confidence": "confidence confidencelevel confidenceindex confidencescore confidencerating conf"
    " 信心 信心指数 信心指數 信心值 信心度 信心水平 信心水準 信心程度 信心分 信心评分 自信指数 自信指數 把握 把握度"
    " 完成信心 达成信心 howconfident howconfidentarewe howconfidentareyou 信心如何 多大把握 有多大把握 把握多大",
    "weight": "weight weights weightage weighting wt effortshare"
    " 权重 權重 权重占比 權重佔比 比重 占比 佔比 精力占比 精力佔比 投入占比 投入佔比 精力分配",
    "score": "score scored scores grade grading finalscore finalgrade okrscore midqscore midscore currentscore"
    " currentgrade latestscore"
    " 得分 评分 評分 打分 自评 自評 自评分 自评得分 最终得分 最終得分 完成得分 分数",
    "progress": "progress progresspct progresspercent progresspercentage percentdone percentcomplete completion"
    " completionrate progressrate overallprogress"
    " 进度 進度 完成度 完成率 进展 進展 完成进度 完成進度 当前进度 當前進度 目前进度 完成情况 完成情況 当前进展"
    " 進展情況 进展情况 达成率 達成率 达成情况",
    "status": "status state health healthstatus rag currentstatus stage phase 状态 狀態 当前状态 當前狀態 健康度",
    "priority": "priority prio pri 优先级 優先級 优先度 優先度 优先 重要性 优先顺序",
    "baseline": "baseline baselinevalue start startvalue startingvalue startingpoint startingamount initialvalue"
    " initial metricinitialdata from metricstartvalue"
    " 基线 基線 基线值 基準值 基准值 基准 基数 起始值 起點 起点 初始值 起始 期初值 期初",
    "target": "target targetvalue endvalue endingamount desiredvalue metrictarget metrictargetvalue goalvalue"
    " committarget to"
    " 目标值 目標值 目标数值 目标数 达成值 期望值 目标指标 挑战值 期末值",
    "current": "current currentvalue currentamount actual actualvalue currentlevel latest latestvalue"
    " metricachievetarget now"
    " 当前 當前 当前值 當前值 现值 現值 目前 目前值 目前水平 现状 現狀 现状值 实际值 實際值 实际 最新值"
    " 实际完成值 实际完成 實際完成 實際完成值 完成值",
    "unit": "unit units metricunit measureunit 单位 單位",
    "metric": "metric metrics metricname metrickey kpi kpis indicator 指标 指標 指标名称 指標名稱 衡量指标 衡量指標"
    " 核心指标 关键指标",
    "measure": "measure measures measurement measurementmethod measuredby howmeasured successcriteria"
    " successcriterion successmetric successmetrics measureofsuccess measuresofsuccess acceptancecriteria"
    " definitionofdone dod criteria"
    " 衡量标准 衡量標準 衡量方式 衡量方法 完成标准 完成標準 验收标准 驗收標準 口径 口徑 测量方式 測量方式 度量方式"
    " 评价标准 评估标准 達成標準 达成标准 成功标准 计算口径 统计口径 衡量口径 验收口径 验收条件 驗收條件"
    " 验证标准 驗證標準 考核标准 考核標準 量化指标 量化指標 量化标准 量測指標 量测指标 评价指标 評估指標",
    "action": "action actions actiontitle actionplan actionitems actionpoint initiative initiatives task tasks plan"
    " plans todos todo nextsteps focusinitiatives goalworkstreams deliverables keyactions milestones"
    " 行动 行動 行动计划 行動計畫 行動計劃 行动项 举措 舉措 关键举措 任务 任務 任务拆解 任務拆解 关键动作 關鍵動作"
    " 关键任务 关键行动 具体行动 行动方案 行動方案 工作计划 计划 執行計畫 执行计划 下一步 待办 里程碑",
    "checkin": "checkin checkins update updates progresslog weekly weeklyupdate weeklyupdates reviewlog trackinglog"
    " progressrecordlist log logs weeklycheckin weeklycheckins checkinlog checkinnotes checkinhistory"
    " progressupdate progressupdates statusupdate statusupdates updatelog 周会 週會 周会记录 週會記錄 每周例会"
    " 进展记录 進展記錄 进度记录 進度記錄 每周进展 每週進展 更新记录 更新記錄 周报 週報 跟进记录 跟進記錄"
    " 每周跟进 跟进 跟進 签到 簽到 更新 打卡记录 打卡記錄 信心记录 信心記錄",
    "external_checkins": "externalcheckin externalcheckins checkinlink checkinslink linktocheckins weeklyreport"
    " 周报链接 週報鏈接 週報連結 周会链接 跟进链接 跟進連結 进展链接 进展记录链接 外部跟进",
    "supports": "supports alignsto alignswith alignedto alignedwith align aligned alignment parent parents parentid"
    " parentids parentokr"
    " parentobjective parentobjectiveid parentgoal parentgoalid parentkeyresult contributesto alignidsto alignto"
    " aligntoids aligningobjectivelist linkedto ladderupto parentitem strategictheme strategicpillar 父记录"
    " 战略主题 戰略主題 战略支柱 戰略支柱"
    " 对齐 對齊 承接 支撑 支撐 上级目标 上級目標 对齐目标 對齊目標 承接目标 父目标 上级 关联目标 支持目标 对应目标"
    " 支撑上级目标 承接上级目标 对齐上级目标 对应上级目标 支撐上級目標 對齊上級目標 支撑目标 支撐目標 承接公司目标"
    " 支撑公司目标 对齐公司目标 对应公司目标 上级okr 对齐okr 承接okr",
    "plan_reference": "annualplan companyplan yearlyplan annualgoal companygoal companyokr companyobjective"
    " 年度计划 年度計畫 年度目标 年度目標 公司目标 公司目標 年度规划",
    "kind": "kind type committype commitment classification class okrtype goaltype okrkind"
    " 类型 類型 目标类型 目標類型 okr类型 性质",
    "why": "why rationale whyitmatters whynow motivation reason background context"
    " 目标说明 目標說明 背景 为什么 為什麼 为什么重要 為什麼重要 意义 意義 原因 理由 动机",
    "cycle": "cycle period quarter timeframe timeperiod timewindow timespan goalcycle cyclename okrcycle sprint"
    " quarteryear planningperiod planningcycle planperiod executionperiod executioncycle"
    " 周期 週期 季度 okr周期 okr週期 目标周期 目標週期 考核周期 规划周期 規劃週期 计划周期 計劃週期"
    " 执行周期 執行週期 时间范围 時間範圍 时间周期 所属周期",
    "team": "team teams department departments group org organization organisation squad"
    " 团队 團隊 部门 部門 小组 小組 所属部门 所属团队 组织",
    "cadence": "cadence reviewcadence updatecadence checkincadence checkinfrequency checkinrhythm"
    " goalupdatecycle remindersinterval metricupdateinterval measurementfrequency notificationfrequency"
    " reviewfrequency reviewcycle tracked frequency checkin频率"
    " 频率 頻率 跟进频率 更新频率 更新頻率 检查频率 檢查頻率 复盘频率 周会频率 跟踪频率 检视频率 复盘节奏",
    "source": "source datasource sources evidence 数据来源 數據來源 资料来源 資料來源 来源 來源",
    "note": "note notes remark remarks comment comments memo outcome 备注 備註 说明 說明 注 注释 附注 结果 結果",
    "risk": "risk risks blocker blockers 风险 風險 阻碍 问题与风险 風險與問題",
    "dependency": "dependency dependencies dependson 依赖 依賴 依赖项",
    "retrospective": "retrospective retro reflection reflections review learnings 复盘 復盤 複盤 回顾 回顧 总结 總結",
    "health_metrics": "healthmetrics healthmetric healthindicators guardrails guardrail guardrailmetrics countermetrics"
    " 健康指标 健康指標 护栏 護欄 护栏指标 護欄指標 底线指标 底線指標 守护指标 反向指标",
    "date": "date checkindate 日期",
    "done": "done completed finished checked isdone iscompleted iscomplete 完成 已完成 是否完成 是否已完成"
    " 完成与否 完成與否 是否达成 是否達成 完成了吗 完成了嗎 完成了没 完成沒",
    "shared": "shared isshared sharedobjective sharedgoal sharedokr sharedkeyresult sharedkr"
    " 共享 共享目标 共享目標 是否共享 共享关键结果 共享關鍵結果",
}

FIELDS = frozenset(_SPELLINGS)
"""The canonical names."""

_ATTRIBUTES = frozenset(("source", "note", "risk", "dependency", "shared"))
"""Fields that are kept as they stand: their spellings may be declared for others."""

_FOR_READERS = ("heading", "announced_cycle", "heading_team", "section_owner")
"""What only readers call something that they found (see `assembly.assemble`)."""

_ITEM_WORDS = ("keyresult", "objective", "goal", "okr", "kr", "o", "关键结果", "關鍵結果", "目标", "目標")
"""What may stand before a field's name to tell whose it is: `KR_Confidence`, `Objective Owner`, `KR权重`."""

_DIGITS = "0123456789"
_MAX_NAME = 48
_MARK_UP = "*_`~#>|【】[]「」“”\"'"


@cache
def _names() -> dict[str, str]:
    return {spelling: name for name, spellings in _SPELLINGS.items() for spelling in spellings.split()}


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（][^()（）]{0,30}[)）]\s{0,3}$")


class _Declared:
    """The fields that are declared, and how they are spelled.

    A spelling with a built-in meaning that the model has a place for keeps it.
    """

    def __init__(self, fields: Iterable[tuple[str, str]]) -> None:
        self.names: set[str] = set()
        self._by_key: dict[str, str] = {}
        for spelling, name in fields:
            for each in (name, spelling):
                key = spelling_key(each)
                if key and name and builtin_field(name) is None and builtin_field(each) is None:
                    self.names.add(name)
                    self._by_key[key] = name
        self._is_ascii = all(map(str.isascii, self._by_key))

    def name(self, key: str) -> str | None:
        """Return the name of the field, declared or built-in, that a key stands for."""
        return self._own(key) or self._own(key.rstrip(_DIGITS)) or _built_in_name(key)

    def _own(self, key: str) -> str | None:
        found = self._by_key.get(key)
        return found if found or self._is_ascii else self._by_key.get(simplify(key))


_declared: ContextVar["_Declared | None"] = ContextVar("declared fields", default=None)


@contextmanager
def declared(fields: Mapping[str, str]) -> Iterator[None]:
    """Know fields of an author's own, and no others than these, within the block and in its thread.

    Args:
        fields: spellings and the names of the fields that they stand for; a name is a spelling, too.
    """
    token = _declared.set(_declaration(frozenset(fields.items())) if fields else None)
    try:
        yield
    finally:
        _declared.reset(token)


@lru_cache(maxsize=16)  # all documents of a run have the same
def _declaration(fields: frozenset[tuple[str, str]]) -> _Declared:
    return _Declared(sorted(fields))


def any_declared() -> bool:
    """Tell whether any fields are declared here (see `declared`)."""
    return _declared.get() is not None


def spelling_key(spelling: str) -> str:
    """Return what spellings of a declared field that make no difference have in common; "" for one of mere signs."""
    return simplify(_key(fold_width(spelling).lower()))


def is_declared(name: str | None) -> bool:
    """Tell whether a field is one of those that are declared here (see `declared`), by its name."""
    own = _declared.get()
    return own is not None and name in own.names


def builtin_field(spelling: str) -> str | None:
    """Return the field with a place in the model that readers take a name for; None for any other name.

    Such a name cannot be declared. That of a plain attribute (a source, a note) can: there the declaration holds.
    """
    name = _built_in(spelling)
    if name is None:
        name = spelling if spelling in _FOR_READERS else None
    return None if name in _ATTRIBUTES else name


def canonical(name: str) -> str | None:
    """Return the canonical name of a field (a member of `FIELDS`, or a declared one), or None for an unknown name.

    Case, width, mark-up, spaces, underscores, hyphens, camel case, a colon at the end, a number at the end, a
    remark in parentheses at the end ("Weight (%)") and a leading emoji make no difference; of two names for the
    same thing ("负责人 / Owner", "负责人 Owner") either will do. Names in other languages are known too
    (`foreign_name`), and those that are `declared`.
    """
    own = _declared.get()
    return _built_in(name) if own is None else _with_declared(name, own)


@lru_cache(maxsize=2048)
def _built_in(name: str) -> str | None:
    return _found(name, _built_in_name)


@lru_cache(maxsize=2048)
def _with_declared(name: str, own: _Declared) -> str | None:
    return _found(name, own.name)


_Names = Callable[[str], str | None]
"""From the key of a spelling to the name of the field."""


def _found(name: str, names: _Names) -> str | None:
    if len(name) > _MAX_NAME:
        return None
    folded = fold_width(name).lower()
    if ":" in folded.rstrip(f" :{_MARK_UP}"):
        return None  # a name and its words: `Progress: 0%`
    bare = _remark().sub("", folded) if ")" in folded else folded
    return (
        _look_up(folded, names)
        or (_look_up(bare, names) if bare is not folded else None)
        or (_either(folded, names) if "/" in folded else None)
        or (None if _JOINING.isdisjoint(folded) else _joined(folded, names))
        or (None if bare.isascii() else _both(bare, names))
        or foreign_name(bare)
    )


def foreign_name(name: str) -> str | None:
    """Return the canonical name of a field that is named in another language, or None for words that name none.

    Case, blanks, numbers, marks and the way in which accents are encoded make no difference.
    """
    return _foreign_names().get(_letters(name))


@cache
def _foreign_names() -> dict[str, str]:
    listed = groups("label_words")
    return {_letters(spelling): name for name, spellings in listed.items() for spelling in spellings}


def _letters(name: str) -> str:
    if not name.isascii():
        from unicodedata import normalize

        name = normalize("NFC", name)
    lower = name.lower()
    return lower if lower.isalpha() else "".join(filter(str.isalpha, lower))


def field_name(name: str) -> str:
    """Return the canonical name of a field, or else the author's own word for it in lower case."""
    return canonical(name) or " ".join(name.strip(f" \t\r\n:：{_MARK_UP}").lower().split())


def _key(folded: str) -> str:
    return folded if folded.isalnum() else "".join(filter(str.isalnum, folded))


def _built_in_name(key: str) -> str | None:
    return _names().get(key.rstrip(_DIGITS))


def _look_up(folded: str, names: _Names) -> str | None:
    key = _key(folded)
    found = names(key)
    if found:
        return found
    if not key.startswith(_ITEM_WORDS):
        return None
    item = next(word for word in _ITEM_WORDS if key.startswith(word))
    return names(key[len(item) :].lstrip(_DIGITS))


def _either(folded: str, names: _Names) -> str | None:
    found = {name for part in folded.split("/") if (name := _look_up(part, names))}
    return found.pop() if len(found) == 1 else None


_JOINING = frozenset("/&、及和→>")
_LEADING = {
    frozenset(("owner", "team")): "owner",
    frozenset(("owner", "contributors")): "owner",
    frozenset(("status", "note")): "status",
    frozenset(("progress", "note")): "progress",
    frozenset(("confidence", "note")): "confidence",
    frozenset(("score", "note")): "score",
}
"""Which of two fields in one column is read: the other one only adds to it."""


@cache
def _arrow() -> Pattern[str]:
    return compile_pattern(r"→|➔|➜|⇒|[-=]>")


@cache
def _joint() -> Pattern[str]:
    return compile_pattern(r"[/&、及和]")


def _joined(folded: str, names: _Names) -> str | None:
    """Return what is read of a column of two fields: `Owner / Team`, 状态/备注, `Start → Target`, 现状→目标."""
    ends = _arrow().split(folded)
    if len(ends) == 2:
        start, end = (_look_up(part, names) for part in ends)
        return "target" if start in ("baseline", "current") and end in ("target", "objective") else None
    parts = _joint().split(folded)
    if len(parts) != 2:
        return None
    first, second = (_look_up(part, names) for part in parts)
    return _LEADING.get(frozenset((first, second))) if first and second else None


def _both(folded: str, names: _Names) -> str | None:
    """Return the name that is written in Chinese and in English, one behind the other: `负责人 owner`."""
    chinese = "".join(filter(is_cjk, folded))
    if not chinese or len(chinese) == len(folded):
        return None
    name = _look_up(chinese, names)
    return name if name and name == _look_up("".join(filter(str.isascii, folded)), names) else None


class FieldMatch(NamedTuple):
    """A field at the beginning of a text: `负责人：张三`, `**Owner**: Ana`.

    Attributes:
        name: its canonical name.
        end: the offset in the text at which its words begin.
    """

    name: str
    end: int


@cache
def _colon() -> Pattern[str]:
    return compile_pattern(r"[^:：=|\n]{1,48}?[*_`~]{0,3}\s{0,3}[:：=|｜][*_`~\s]{0,6}", ASCII)


COLONS = frozenset(":：=|｜")
"""What stands behind the name of a field: the signs of `leading_field`."""

_MAX_HEAD = 56
"""In how many characters its colon stands: those of a name, of mark-up and of blanks."""


def leading_field(text: str) -> FieldMatch | None:
    """Return the field that `text` begins with: a known name and a colon (or `=`, `|`).

    The name of a field that is asked for has a question mark and no colon (`Done? ✅`), and what merely names a time
    is the cycle where that stands behind it (`Timeline: Q2 2026`).
    """
    head = text[:_MAX_HEAD]
    match = _colon().match(text) if not COLONS.isdisjoint(head) else None
    if match is None:
        return _asked(text) if "?" in head or "？" in head else None
    written = match.group()
    name = canonical(written.rstrip("*_`~ \t\u3000").rstrip(":：=|｜")) or _of_time(text, match.end())
    if name == "cycle" and _of_planning().search(written.lower()) and _within_a_month().match(text, match.end()):
        return None  # when the plans are made
    if name is None and "esult" in written and _result().fullmatch(text):
        name = "current"
    if name == "shared" and text[match.end() :].strip(" \t.。*_`").lower() not in _YES_AND_NO:
        return None  # a theme: `共享：50 篇知识库文章`
    return FieldMatch(name, match.end()) if name else None


@cache
def _question() -> Pattern[str]:
    return compile_pattern(r"[^?？\n]{2,24}[*_`~]{0,3}[?？][*_`~\s]{1,6}|[^?？\n]{2,24}？", ASCII)


def _asked(text: str) -> FieldMatch | None:
    match = _question().match(text)
    name = canonical(match.group().strip("*_`~ \t\u3000?？")) if match else None
    if match is None or name is None:
        return None
    from okrlint.reading.answers import answers  # few fields are asked for

    end = len(text) - len(text[match.end() :].lstrip("*_`~ \t\u3000"))
    return FieldMatch(name, end) if answers(name, text[end:]) else None


@cache
def _time() -> Pattern[str]:
    return compile_pattern(
        r"\W{0,4}(?:(?:time |planning )?horizon|time ?lines?|duration|dates|period covered"
        r"|[时時期][间間][段线線]?|起止[时時日][间間期]|[时時][间間]跨度)\W{0,4}[:：=|｜]",
        IGNORECASE,
    )


_TIMES = ("horizon", "line", "duration", "dates", "period", "期", "间", "間", "段")
"""What a name of some time holds: a cheap test before the pattern."""


def _of_time(text: str, end: int) -> str | None:
    """Return "cycle" where a period stands behind a word that may name any time: `Duration: 30 minutes` names none."""
    head = text[:end].lower()
    if not any(map(head.__contains__, _TIMES)) or not _time().match(head) or "\n" in text[end:].strip():
        return None
    from okrlint.reading.answers import is_cycle  # few times are called so

    return "cycle" if is_cycle(text[end:].strip("*_`~ \t\u3000")) else None


@cache
def _result() -> Pattern[str]:
    """Match a result that is a bare number or a share; in any other words it may be a key result."""
    return compile_pattern(
        r"\W{0,4}(?:(?:actual|final|end) )?results?[*_`]{0,3}\s?:[*_`\s]{0,6}"
        r"[~≈]?[$€£]?\d{1,3}(?:,\d{3}|\d){0,9}(?:\.\d{1,3})?\s?(?:[KkMm]|%)?"
        r"(?: ?\([^()\n]{1,60}\))?[*_`.]{0,3}\s{0,3}",
        ASCII | IGNORECASE,
    )


@cache
def _of_planning() -> Pattern[str]:
    return compile_pattern(r"plan|[规規][划劃]|[计計][划劃]")


@cache
def _within_a_month() -> Pattern[str]:
    """Match days of one month: 15-30 June, `June 15–30`, 6月1日-15日, 2026-06-01 to 2026-06-20."""
    to = r"\s?(?:-|–|—|~|to|until|至|到)\s?"
    return compile_pattern(
        rf"\d{{1,2}}{to}\d{{1,2}} [A-Z][a-z]{{2,8}}\b|[A-Z][a-z]{{2,8}} \d{{1,2}}{to}\d{{1,2}}(?!\d| ?[A-Z])"
        rf"|(?P<month>(?:20\d\d ?年 ?)?\d{{1,2}} ?月)\d{{1,2}} ?[日号]?{to}(?:(?P=month))?\d{{1,2}} ?[日号]"
        rf"|(?P<iso>20\d\d[-/]\d{{1,2}})[-/]\d{{1,2}}{to}(?P=iso)[-/]",
    )


_YES_AND_NO = words("true false yes no y n 是 否 √ ✓ ✔ ✅")
