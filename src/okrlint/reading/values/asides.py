"""What stands behind an owner or a status in one line and is none of its words: `Ana · the shop runs itself`."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import dates
from okrlint.language.folding import fold_width, is_cjk
from okrlint.reading.names import is_name, split_names
from okrlint.reading.statuses import is_status
from okrlint.reading.values.ratings import is_placeholder
from okrlint.reading.word_sets import words

BARS = frozenset("|｜·•")
"""What parts one thing from another; a comma may part two names as well."""

_LONGEST = 40
_LONGEST_TEAM = 5
"""How many words the name of a team or of a role has at most."""

_LONGEST_CHINESE = 4
"""How many characters a name has at most that does not end as those of departments and of roles do."""

_LONGEST_DEPARTMENT = 12


class Aside(NamedTuple):
    """What a part of a line is.

    Attributes:
        name: "deadline", "contributors" or "note".
        start: where its words begin in the part.
        end: where they end.
    """

    name: str
    start: int
    end: int


def aside(part: str, behind_bar: str | None) -> Aside | None:
    """Return what a part of a line is that follows an owner; None for one that may name an owner as well.

    Args:
        part: its words.
        behind_bar: where a bar or a dot stands before it, the words up to the next one: that some of these are prose
            tells that all are. Prose behind a comma may go on with the owner.
    """
    found = due(part) or _help(part)
    if found or behind_bar is None or all(map(_is_no_prose, _commas().split(behind_bar))):
        return found
    start = len(part) - len(part.lstrip())
    return Aside("note", start, len(part.rstrip()))


@cache
def _commas() -> Pattern[str]:
    return compile_pattern(r"[,，;；]")


def _is_no_prose(part: str) -> bool:
    return may_answer(part) or (due(part) or _help(part)) is not None


def up_to_bar(value: str, start: int) -> str:
    """Return the words from an offset to the next bar or dot."""
    end = next((at for at in range(start, len(value)) if value[at] in BARS), len(value))
    return value[start:end]


def due(part: str) -> Aside | None:
    """Return the time in a part that says when something is done: 预计3月完成, 6月底前, `done by 30 June`."""
    found = (_due_english() if part.isascii() else _due_chinese()).fullmatch(part) if len(part) <= _LONGEST else None
    if found is None:
        return None
    time = found["time"]
    read = dates.read_date(time)
    if read is None or read.start or read.end < len(time.rstrip(".。 ")):
        return None
    is_bare = len(time) == len(part.strip())
    if is_bare and (read.precision == "year" or not (any(map(str.isdigit, time)) or time.endswith(_ENDS_OF_TIMES))):
        return None  # May and June are names, too
    return Aside("deadline", *found.span("time"))


_ENDS_OF_TIMES = ("底", "末", "初", "中旬", "上旬", "下旬")


@cache
def _due_chinese() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:预计|預計|计划|計劃|拟|擬|力争|力爭|争取|爭取|要求|最晚|最迟|最遲|不晚于|不晚於|将于|將於|须于|在|于|於){0,2}\s?"
        r"(?P<time>[^,，;；。\s][^,，;；。]{1,18}?)(?:之前|以前|前)?\s?"
        r"(?:完成|达成|達成|上线|上線|交付|结束|結束|截止|到期|发布|發布|落地|提交|搞定)?[。.]?\s{0,3}"
    )


@cache
def _due_english() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:(?:to be )?"
        r"(?:done|due|expected|finished|completed?|delivered|ready|shipped|planned|targeted|live|ETA)\s)?"
        r"(?:(?:by|in|on|for|before|until)\s)?(?:the\s)?(?P<time>[^,;]{2,24}?)\.?\s{0,3}",
        ASCII | IGNORECASE,
    )


@cache
def _helping() -> Pattern[str]:
    return compile_pattern(
        r"\s{0,3}(?:"
        r"(?i:(?:helped|supported|assisted|backed) by|with (?:help|support) (?:from|of))\s(?P<english>.{2,60})"
        r"|(?:由\s?)?(?:协助|協助|协作|協作|配合|支持|协办|協辦|参与|參與)[人者方]?\s?(?P<before>.{2,30})"
        r"|(?:由\s?)?(?P<behind>.{2,30}?)\s?(?:协助|協助|配合|支持|协办|協辦|参与|參與)"
        r")\s{0,3}"
    )


def _help(part: str) -> Aside | None:
    """Return who helps: 协助人小王, 小王配合, `helped by Bo`."""
    found = _helping().fullmatch(part)
    group = found and found.lastgroup
    if not (found and group) or not all(map(is_name, split_names(found[group]))):
        return None
    return Aside("contributors", *found.span(group))


# Who can answer for something


_TEAMS = words(
    "team squad guild group department dept crew tribe office ops operations unit staff head lead leads leader manager"
    " director vp avp svp evp president chief officer owner founder cofounder co-founder engineer engineers designer"
    " designers analyst pm pmo ceo cto coo cfo cmo cpo hr"
)
_JOINTS = words("of for and & the in")
_REFLEXIVE = words("itself themselves ourselves himself herself")
_NO_TEAM = words("the a an we our it this that they there all every no")
_TEAMS_CHINESE = tuple(
    words(
        "部 部门 部門 组 組 团队 團隊 中心 处 處 科 办 室 线 線 事业群 公司 委员会 经理 經理 总监 總監 主管 主任"
        " 负责人 負責人 老师 老師 同学 同學 总 總 长 長 员 員 师 師 们"
    )
)


def may_answer(part: str) -> bool:
    """Tell whether words may name who answers for something: people, teams or roles, in a list or alone."""
    bare = part.strip(" \t*_`~.。")
    if not bare or is_placeholder(bare):
        return True
    return all(_is_one(_without_remark(name)) for name in _parts(bare) if name.strip())


@cache
def _separators() -> Pattern[str]:
    return compile_pattern(r"[,，、;；/&+]|\band\b|(?<=[^\x00-\x7f]{2})[和与與及](?=[^\x00-\x7f]{2})")


def _parts(bare: str) -> list[str]:
    return _separators().split(_without_remark(bare))


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（][^()（）]{0,40}[)）]?\Z")


def _without_remark(name: str) -> str:
    return _remark().sub("", name.strip()) or name.strip()


def _is_one(name: str) -> bool:
    if "@" in name or is_name(name):
        return True
    if any(map(is_cjk, name)):
        return _is_chinese_one(name)
    parts = name.split()
    if len(parts) < 2:
        return True
    if len(parts) > _LONGEST_TEAM:
        return False
    lower = [word.lower().strip(".'’") for word in parts]
    if not _TEAMS.isdisjoint(lower) and (lower[-1] in _TEAMS or lower[0] not in _NO_TEAM):
        return True
    if lower[0] in _NO_TEAM:
        return False
    if all(word[0].isupper() or word[0].isdigit() or word in _JOINTS for word in parts):
        return True
    return len(parts) == len(("external", "agency")) and lower[-1] not in _REFLEXIVE


def _is_chinese_one(name: str) -> bool:
    if len(name) <= _LONGEST_CHINESE:
        return True
    if " " in name:
        return all(is_name(part) or len(part) <= _LONGEST_CHINESE for part in name.split())
    return len(name) <= _LONGEST_DEPARTMENT and name.endswith(_TEAMS_CHINESE)


def are_statuses(parts: list[str]) -> bool:
    """Tell whether all of these say how things stand, as the choices of a template do: `On track | At risk`."""
    return all(is_status(f"🟢 {fold_width(part.strip())}") or is_status(part.strip()) for part in parts)
