"""Names of owners that stand for several people."""

from functools import cache, lru_cache

from okrlint.plugins import Lexicon, fold

_EVERYBODY_BEFORE = ("各", "全体", "所有", "每位", "每个", "每名", "相关", "有关", "整个", "全公司")
_EVERYBODY_AFTER = ("成员", "人员", "员工", "们")
_EVERYBODY_FIRST = "all every each various multiple several whole entire"
_EVERYBODY_LAST = (
    "members employees colleagues stakeholders managers leads leaders engineers developers designers volunteers "
    "teachers tutors nurses doctors carers coaches parents trustees governors students residents helpers"
)
"""With what an expression for all of a kind begins or ends (各区域经理, 项目组成员, all managers, team leads). 同事
and 同学 are not among them: colleagues call one person so (王芳同学)."""

_GROUP_AFTER = (
    "部", "部门", "组", "团队", "队", "中心", "事业群", "委员会", "办公室", "工作室", "公司",
    "处", "室", "站", "委会", "事会", "学生会", "工会", "协会", "商会", "基金会", "务科", "理科", "政科",
)  # fmt: skip
_GROUP_LAST = (
    "team teams department departments dept squad squads group division committee council office board association "
    "union crew staff"
)
"""With what the name of a team or a department ends."""

_SHORTEST_GROUP = 3
"""The characters of the shortest such name in Chinese: 客服部. A shorter one may be a surname (服部, 阿部)."""

_DEPARTMENTS = (
    "engineering,product,marketing,sales,ops,operations,finance,legal,support,design,research,customer success,"
    "customer support,customer service,human resources,business development,product management,product marketing,"
    "data science,"
    "board of directors,board of trustees,board of governors,"
    "党委,团委,村委,居委,工会,妇联,总务,后勤,教务,"
    "研发,技术,工程,产品,运营,市场,营销,行销,销售,业务,设计,测试,运维,客服,人事,人力,人力资源,行政,财务,法务,采购,商务"
)
"""Departments that go by what they do, as companies commonly name them. What may be one person in a small company
(HR, IT, QA, PR) is left out."""


@lru_cache(maxsize=256)  # the same few people own much of a document
def is_everybody(name: str, words: Lexicon) -> bool:
    """Tell whether an owner is everyone or anyone (全员, the whole team, 各部门负责人); `words` lists such names."""
    plain = _plain(name)
    return (
        words.matches_whole(plain)
        or plain.startswith(_EVERYBODY_BEFORE)
        or plain.endswith(_EVERYBODY_AFTER)
        or _begins(plain, _EVERYBODY_FIRST)
        or _ends(plain, _EVERYBODY_LAST)
    )


@lru_cache(maxsize=256)
def is_group(name: str) -> bool:
    """Tell whether an owner is a team or a department of its own name (Growth team, 市场部, Engineering).

    A department with a person's name behind it (产品部王芳) is a person, and so is a role (店长, Head of Sales).
    """
    plain = _plain(name)
    if " of " in plain and plain.rpartition(" of ")[0] not in _GROUP_LAST.split():
        return False  # the chair of the board
    named = len(plain) >= _SHORTEST_GROUP and plain.endswith(_GROUP_AFTER)
    return named or _ends(plain, _GROUP_LAST) or _departments().matches_whole(plain)


@cache
def _departments() -> Lexicon:
    return Lexicon("departments", _DEPARTMENTS.split(","))


def _plain(name: str) -> str:
    """Return a name in one spelling: half width, simplified, lower case, no article, words apart (growth-team)."""
    return " ".join(fold(name).lower().replace("-", " ").replace("_", " ").split()).removeprefix("the ")


def _begins(plain: str, words: str) -> bool:
    return plain.partition(" ")[0] in words.split()


def _ends(plain: str, words: str) -> bool:
    return plain.rpartition(" ")[2].rstrip(".") in words.split()
