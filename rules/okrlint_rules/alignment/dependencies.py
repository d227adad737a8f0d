"""Words by which a statement says that others are to do something, and which team that is."""

from collections.abc import Iterable, Iterator
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import Certainty, Lexicon, clauses, fold
from okrlint_rules.alignment.teams import plain_team

_PUSHES = "get|push|persuade|convince|ask|urge"
_PUSHES_ZH = "推动|督促|催促|敦促|要求|请求|争取"
_WAITED = "审批|批准|批复|验收|确认|答复|排期|上线|交付|完成"
_GROUPS = r"teams?|departments?|dept|division|squad|office"
_SUFFIXES = "事业部|部门|部|团队|小组|组|中心"


@cache
def others() -> Pattern[str]:
    """Match words by which others are to be moved to do something, or are waited for."""
    return compile_pattern(
        rf"\b(?:{_PUSHES})[ ](?:the[ ]|our[ ])?[\w&-]{{1,20}}(?:[ ][\w&-]{{1,20}}){{0,2}}?[ ]"
        r"(?:teams?|departments?|dept|division|office|board|vendors?|partners?|suppliers?)[ ]to[ ][a-z]"
        rf"|(?:{_PUSHES_ZH})(?:[^,，。;；]{{1,10}}?(?:部门?|团队|组|中心|事业群|公司)|供应商|厂商)(?![率量])"
        rf"|(?:配合|等待?|待)[^,，。;；\d]{{1,10}}?(?:{_WAITED})(?:通过)?(?:后|之后|再|$)",
        ASCII | IGNORECASE,
    )


def is_same(name: str, team: str) -> bool:
    """Tell whether two names are those of one team: one is a part of the other (Growth, Growth team)."""
    one, other = fold(name).lower().strip(), fold(team).lower().strip()
    return bool(one and other) and (one in other or other in one)


def leads(name: str, text: str) -> bool:
    """Tell whether a key result begins with the name of another team, which is then the one to act."""
    head, rest = fold(text).lower()[: len(name)], text[len(name) : len(name) + 1]
    return head == fold(name).lower() and not (rest.isascii() and rest.isalnum())


class Dependency(NamedTuple):
    """Words of a statement by which a team is to do something.

    Attributes:
        team: its plain name; see `plain_team`.
        start: offset of the first of the words.
        end: offset after the last one: behind it stands what is to be done, if that is said.
        clause: the clause that they stand in, by its offsets.
        certainty: how sure it is that a team is meant.
    """

    team: str
    start: int
    end: int
    clause: tuple[int, int]
    certainty: Certainty


class TeamNames:
    """The names of teams, to be found in statements.

    Args:
        names: as configuration and documents have them.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._spellings: dict[str, set[str]] = {}
        for name in names:
            plain = plain_team(name)
            if len(plain) >= _SHORTEST:
                self._spellings.setdefault(plain, set()).add(_bare(name, plain))
        self._lexicon = Lexicon("teams", self._spellings)

    def found_in(self, text: str) -> Iterator[Dependency]:
        """Yield where a statement has a team do something, each team once."""
        found = list(self._lexicon.find(text)) if self._spellings else []
        if not found:
            return
        low = fold(text).lower()
        told: set[str] = set()
        for match in found:
            clause = next((each for each in clauses(text) if each.start <= match.start < each.end), None)
            if clause is None or match.entry in told:
                continue
            bounds = (clause.start, clause.end)
            dependency = None
            for chinese in (False, True) if match.entry.isascii() else (True,):  # a Latin name may stand in Chinese
                end = self._end(text, low, match.start, match.end, match.entry, chinese=chinese)
                if end and not dependency:
                    dependency = _said(low, match.start, end, bounds, match.entry, chinese=chinese)
            if dependency:
                told.add(match.entry)
                yield dependency

    def _end(self, text: str, low: str, start: int, end: int, entry: str, *, chinese: bool) -> int:
        """Return where the name of a team ends, its suffix included; 0 where the words need not be a name."""
        suffix = (_suffix_zh() if chinese else _suffix()).match(low, end)
        if suffix:
            return suffix.end()
        if chinese and not entry.isascii():
            return end if len(entry) >= _SHORTEST_ALONE and entry in self._spellings[entry] else 0
        return end if text[start:end] in self._spellings[entry] else 0


_SHORTEST = 2
_SHORTEST_ALONE = 3
"""Characters of the shortest name, and of a Chinese one that needs no 部 or 组 behind it: 增长 is a common word."""


def _bare(name: str, plain: str) -> str:
    """Return a name as written, without the words that say that it is a team's: "Data" for "Data team"."""
    low = fold(name).lower()
    at = low.find(plain)
    return name[at : at + len(plain)] if at >= 0 and len(low) == len(name) else name


def _said(low: str, start: int, end: int, clause: tuple[int, int], team: str, *, chinese: bool) -> Dependency | None:
    """Return the dependency that the words around a team's name tell, if they do."""
    begin, last = clause
    before, behind = low[max(begin, start - _REACH) : start], low[end : min(last, end + _REACH)]
    for pattern, follows, certainty in _frames_zh() if chinese else _frames():
        led = pattern.search(before)
        went = follows.match(behind) if led else None
        if led and went:
            first = start - (len(before) - led.start())
            return Dependency(team, first, end + went.end(), clause, certainty)
    return None


_REACH = 40
"""Characters before or behind a team's name that are looked at."""

_Frame = tuple[Pattern[str], Pattern[str], Certainty]


@cache
def _frames() -> tuple[_Frame, ...]:
    """What stands before a team's name, and what behind it, where the team is to do something."""
    verbs = (
        "finishes completes delivers ships signs approves publishes provides launches releases migrates hires reviews"
        " confirms builds fixes supplies writes answers agrees accepts prepares designs redraws translates trains sends"
        " installs integrates exposes unblocks staffs adopts redesigns rewrites rebuilds hands"
    )
    acts = (
        rf"[ ](?:{'|'.join(verbs.split())})\b|[ ](?:must|has[ ]to|have[ ]to|needs?[ ]to|agrees?[ ]to|will)[ ](?=[a-z])"
    )
    bound = r"(?=\s*$)|(?=\s*[,;.:)])"
    the = r"(?:the[ ]|our[ ])?$"
    given = (
        "provided|delivered|supplied|built|approved|signed|signed[ ]off|done|finished|completed|reviewed|confirmed"
        "|approval|sign-?off|input|data|support|help|confirmation"
    )
    return _compiled(
        (
            (rf"\b(?:{_PUSHES}|have)[ ]{the}", r"[ ]to[ ](?=[a-z])", "high"),
            (
                rf"\b(?:wait(?:s|ing)?[ ](?:for|on)|depend(?:s|ing|ent)?[ ](?:up)?on|blocked[ ]by)[ ]{the}",
                rf"[ ]to[ ](?=[a-z])|[ ](?:approval|sign-?off|review)\b|{acts}|{bound}",
                "high",
            ),
            (rf"\b(?:once|until|after|when|if|unless)[ ]{the}", rf"[ ](?:has|have|is|are)\b|{acts}", "medium"),
            (rf"\b(?:{given})[ ](?:by|from)[ ]{the}", r"(?![ ]?[\w-])|(?=[ ](?:by|in|for|to|until|on)\b)", "medium"),
            (rf"^\s*{the}", acts, "medium"),
        )
    )


@cache
def _frames_zh() -> tuple[_Frame, ...]:
    """The same for Chinese; see `_frames`."""
    acts = (
        "完成|交付|提供|上线|发布|确认|审批|批准|签|给出|配合|答复|排期|落实|移交|开放|出具|输出|搭建|开发|改造|修复|接入"
        "|支持|协助|牵头|负责|同意|验收|批复|通过|做|写|建|办"
    )
    goes_on = r"(?=[\u3400-\u9fff])(?![的率量额数人内各之与和及或])(?![^\s,，。;；]{0,5}[率量额])"
    return _compiled(
        (
            (rf"(?:{_PUSHES_ZH}|协调|促成|促使)$", goes_on, "high"),
            (r"(?:等待?|待)$", rf"(?:尽快|及时|按时)?(?={acts})|(?=[的]?(?:审批|批准|确认|排期))|$", "high"),
            (r"(?:依赖于?|取决于|有赖于)$", rf"(?=(?:的)?(?:{acts}))|$", "high"),
            (r"(?:由|请|需要?|须|经)$", rf"(?:尽快|及时|按时|统一)?(?={acts})", "high"),
            (r"(?:获得|取得|拿到)$", r"的?(?=批准|审批|同意|确认|签字|授权|许可|排期|数据|支持)", "medium"),
            (r"^\s*$", rf"(?:需要?|要|必须|应|尽快|及时|按时)?(?={acts})", "medium"),
        )
    )


def _compiled(rows: Iterable[tuple[str, str, Certainty]]) -> tuple[_Frame, ...]:
    return tuple((compile_pattern(before), compile_pattern(behind), certainty) for before, behind, certainty in rows)


@cache
def _suffix() -> Pattern[str]:
    return compile_pattern(rf"[ ](?:{_GROUPS})\b", ASCII)


@cache
def _suffix_zh() -> Pattern[str]:
    return compile_pattern(_SUFFIXES)
