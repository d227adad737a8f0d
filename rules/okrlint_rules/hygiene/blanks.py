"""Blanks of a template: words and signs that keep the place of what is still to be written."""

import re
from functools import cache

from okrlint.plugins import fold, fold_width


def blanks(value: str, *, allow_masked: bool = False) -> list[tuple[int, int]]:
    """Return where blanks stand in a text.

    Args:
        value: the text.
        allow_masked: whether signs may stand for figures that are kept secret (××万元, **%).
    """
    if not _may_hold_any(fold(value)):  # a fold that others ask for too; it leaves the signs looked for as they are
        return []
    folded = fold_width(value)
    if not _candidate().search(folded):
        return []
    found = _blank().finditer(folded)
    return [match.span() for match in found if not (match.lastgroup == "masked" and allow_masked)]


def is_form(value: str) -> bool:
    """Tell whether a value only says what to write there: [Fill in later: 0.0–1.0], "On track / At risk / Done"."""
    folded = fold_width(value).strip(" *_`")
    if _asked().fullmatch(folded):
        return True
    choices = [_choice(choice) for choice in _between().split(folded[:_LONGEST_FORM].lstrip("☐□⬜ "))]
    return len(choices) > 2 and len({*choices}) == len(choices) and all(choice in _CHOICES for choice in choices)


def _choice(words: str) -> str:
    """Return what one choice is called, without a light before it and a remark behind it: 🟢 On track (as planned)."""
    plain = _remark().sub("", words).strip(" *_`").lower().replace("-", " ")
    return plain.lstrip("🟢🟡🟠🔴⚪⚫🔵✅❌ ") or plain


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(r"\([^()]{1,40}\)\s{0,3}\Z")


_LONGEST_FORM = 160
_CHOICES = frozenset(
    (
        "not started", "in progress", "at risk", "complete", "completed", "done", "on track", "off track", "behind",
        "blocked", "delayed", "cancelled", "canceled", "achieved", "missed", "green", "yellow", "amber", "red",
        "on hold", "paused", "active", "planned", "open", "closed", "todo", "to do", "draft", "needs attention",
        "🟢", "🟡", "🟠", "🔴",
        "未开始", "进行中", "已完成", "完成", "未完成", "有风险", "正常", "延期", "已延期", "滞后", "落后", "已取消",
        "暂停", "按计划", "正常推进", "需关注", "偏离", "受阻", "阻塞", "绿", "黄", "红", "绿色", "黄色", "红色",
    )
)  # fmt: skip
"""What a form for a status lets one choose from."""


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r" ?[/|、·•] ?| or |\s{0,3}[☐□⬜]\s?")


@cache
def _asked() -> re.Pattern[str]:
    """A value in brackets that tells what to write there."""
    return re.compile(
        r"[\[【<](?:[Ff]ill|[Ee]nter|[Ii]nsert|[Aa]dd|[Ss]core|[Gg]rade|[Tt]o be |[Yy]our |填|待|请|請|打分|评分|得分)"
        r"[^\]】>\n]{0,80}[\]】>]"
    )


def _may_hold_any(folded: str) -> bool:
    """Tell whether a text begins like a blank alone, or has a sign of another one: most texts have none."""
    return (
        (len(folded) <= _LONGEST_ALONE and folded.lstrip()[:1] in _BEGINNINGS_ALONE)
        or any(map(folded.__contains__, _SIGNS))
        or (any(map(folded.__contains__, _CAPITALS)) and _may_stand_alone(folded))
        or ("%" in folded and ("x%" in folded or "x %" in folded))
        or ("from " in folded and ("from x" in folded or "from n" in folded))
        or (not folded.isascii() and any(map(folded.__contains__, _CHINESE_SIGNS)))
    )


def _may_stand_alone(folded: str) -> bool:
    """Tell whether letters that keep a place may stand by themselves, and in no word: X%, but not NPS."""
    if not folded.isascii():
        return True
    words = (word for word in folded.split() if any(map(word.__contains__, _CAPITALS)))
    runs = ("".join([char if char.isalpha() else " " for char in word]).split() for word in words)
    return any(_LETTERS.issuperset(run) for each in runs for run in each)


_CAPITALS = ("X", "Y", "N")
_LETTERS = frozenset("XYNxn")
_LONGEST_ALONE = 28
"""Characters of a text that is nothing but a blank, at most."""
_BEGINNINGS_ALONE = "KkOo关關目xX?.…。·请請描填写寫输輸在此DdEeWwIi["
"""What it begins with, unless it is white space only."""

_SIGNS = ("TODO", "TB", "FIXME", "orem ip", "xx", "__", "*", "[", "{")
_CHINESE_SIGNS = ("待", "填", "某", "【", "×", "╳", "从x", "从n")


@cache
def _candidate() -> re.Pattern[str]:
    """A sign without which no placeholder stands in a text; the full pattern takes ten times as long to build."""
    return re.compile(
        r"(?<![A-Za-z])[XYNxn]{1,5}(?![A-Za-z])|[×╳*_.·。]{2}|[\[【{…?]"
        r"|TODO|TB[DCA]|FIXME|orem ip|待|填|某"
        r"|^\s{0,3}(?:[Kk]ey [Rr]|[Oo]bjective|[关關目]|[.·。] |.{0,4}(?:描述|[输輸]入|[写寫][下出])"
        r"|(?:[Dd]escribe|[Ee]nter|[Ww]rite|[Ii]nsert) .{0,5}(?:[Kk]ey|[Oo]bj|KR))"
    )


@cache
def _blank() -> re.Pattern[str]:
    """What keeps the place of words or a number."""
    return re.compile(
        r"""\b(?:TODO|TBD|TBC|TBA|FIXME)\b(?!\s?(?:apps?|lists?|items?|trackers?|MVC|应用|清单|列表))
          | \b[Ll]orem\ ipsum\b
          | (?:(?<=from\ )|从)[XYxNn]\ ?[%％]?\ ?
            (?:to|提升到|提升至|提高到|提高至|增长到|增长至|降低到|降低至|下降到|降到|降至|减少到|缩短到|升到|升至|到|至)
            \ ?[XYZxyzNMnm](?![A-Za-z0-9])\ ?[%％]?
          | (?<![A-Za-z0-9_.-])[XYxN]{1,4}\ ?[%％]
          | (?<![A-Za-z0-9_.\u00d7-])(?<!染色体)(?:XX{1,3}|xx{1,3})(?![A-Za-z0-9_.-])(?!\ ?(?:染色体|century|-))
          | (?<=[达到至为超过])[XYN](?=\ ?[个家名万亿元人次天条篇场分位])
          | (?:(?<=[\u4e00-\u9fff:,(“])|(?<=[\u4e00-\u9fff]\ ))(?<![台款号號型素])[XN](?=\ ?(?:[万萬亿億倍篇場场]
               |元(?![宇素旦器件])|[个個](?![人性体體案])|家(?![族庭居具装裝电電])|名(?![单單称稱])|[条條](?![件款])
               |人(?![员員群才工物力机機])|次(?![日年月])|天(?!猫)|份(?![额額])))
          | (?P<masked>[×╳]{2,6}|[*＊]{2,6}(?=\ ?(?:[%％万亿元个家人次])))
          | \[(?:target|metric|baseline|number|name|date|owner|value|objective|goal|step|x|y
               |insert\ [^\]\n]{1,30}|your\ [^\]\n]{1,30}
               |指标|指标名称?|目标|目标值|基线|数字|数值|姓名|日期|名称|负责人|填写[^\]\n]{0,20})\](?![(\[])
          | \[(?:Insert|Your|Fill|Enter|Specify|Describe|fill|enter|specify|describe)\ [^\]\n]{1,60}\](?![(\[])
          | (?<=[^\s\]]\ )\[(?:[a-z-]{2,20}\ ){0,3}(?:name|number|value|metric|measure|baseline|target|date|unit
               |amount|percentage)\](?![(\[])
          | (?<=[\w≥≤<>$€£~]\ )\[[NXYZ]{1,2}\](?![(\[])
          | (?<=[(\[])(?:Week|Month|Day|Quarter|Phase)\ [NX](?=[)\]])
          | (?:^|(?<=at\ least\ )|(?<=more\ than\ )|(?<=fewer\ than\ )|(?<=less\ than\ )|(?<=up\ to\ ))[XN]
            (?=\ (?:(?!(?:with|for|to|of|in|and|or|on|is|as|has|by|from|via|at)\b)[a-z][a-z-]{1,20}\ ){0,2}
               (?!(?:followers|posts|ads|impressions|accounts|threads|rays)\b)[a-z]{3,20}s(?<!ss)\b
               (?!\ (?:the|an?|our|\d)))
          | ^\[(?:[A-Za-z-]{2,20}\ ){0,4}(?:[Rr]esult|[Tt]itle|[Nn]ame|[Mm]etric|[Mm]easure|[Tt]arget|[Oo]bjective
               |[Gg]oal|[Oo]utcome|[Dd]escription|[Ss]tatement|[Dd]eliverable)(?:\ \d{1,2})?\]
            (?=\s{0,2}(?:\([^()\n]{0,40}\))?\s{0,2}$)
          | 【(?:指标|指标名称?|目标值|基线|数字|数值|姓名|日期|名称|负责人|填写[^】\n]{0,20}|请填写[^】\n]{0,20})】
          | (?<![/\w])\{\{?\ ?[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff\ -]{0,30}\}\}?
          | (?<![A-Za-z0-9_])_{2,40}(?![A-Za-z0-9_])
          | (?:(?<=[(:达到至为])|^)(?:待补充|待填写?|待完善|待明确|待确认|待定|请填写|此处填写)(?=[),;，。；]|$)
          | 某某(?![某])|某指标
          | ^\s{0,3}(?:(?:[Kk]ey\ [Rr]esult|[Oo]bjective|关键结果|關鍵結果|目标|目標)\ ?\d{0,2}
               |[.…。·\s]{2,10}|[xX]{1,5}|\?{1,5}
               |[请請]?(?:在?此[处處]?)?(?:描述|填写|填寫|填入|输入|輸入|写下|寫下|写出|寫出)(?:[你您]的)?(?:一[个個条條])?
                (?:目标|目標|关键结果|關鍵結果|KR|O)\ ?\d{0,2}(?:[的]?(?:描述|内容|內容|名称|名稱))?[.…。·]{0,6}
               |(?:[Dd]escribe|[Ee]nter|[Ww]rite|[Ii]nsert)\ (?:your\ |the\ |an?\ )?
                (?:[Kk]ey\ [Rr]esult|[Oo]bjective|KR)\ ?\d{0,2}(?:\ here)?[.…]{0,3})\s{0,3}$
        """,
        re.ASCII | re.VERBOSE,
    )
