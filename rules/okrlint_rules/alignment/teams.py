"""Whose a document of a project is: which team's, and whether that of all teams."""

from functools import cache, lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.plugins import DocumentSummary, Lexicon, Project, fold
from okrlint_rules.ownership.groups import is_group

ROOT_LEVELS = (
    *("company", "company-wide", "companywide", "corporate", "organization", "organisation", "enterprise"),
    *("公司", "全公司", "公司级", "集团", "企业", "总部", "组织级"),
)
"""Words by which a document is that of a whole organisation."""

PARTS = ("!分公司", "!子公司", "!分子公司")
"""Parts of a company that go by its name."""

_PARTS = tuple(part.removeprefix("!") for part in PARTS)


@lru_cache(maxsize=1024)  # a team has many documents, and is named in many key results
def plain_team(name: str) -> str:
    """Return a team's name in one spelling, without the words that say that it is a team.

    So "the Data team", "data" and "Data Department" are one, and so are 市场部, 市场部门 and 市场团队.
    """
    words = " ".join(fold(name).lower().replace("-", " ").replace("_", " ").split())
    return _frame().sub("", words).strip() or words


@cache
def _frame() -> Pattern[str]:
    return compile_pattern(
        r"^(?:the|our)[ ](?=[a-z])|[ ](?:teams?|departments?|dept\.?|squad|division|group|unit)$"
        r"|(?<=.)(?:事业部|部门|部|团队|小组|组|中心)$",
        ASCII,
    )


def teams_of(document: DocumentSummary) -> frozenset[str]:
    """Return the plain names of the teams whose OKRs a document holds; empty where it does not tell."""
    names = {item.team for item in document.items if item.team}
    if document.team:
        names.add(document.team.text)
    return frozenset(map(plain_team, names))


def is_of_all(document: DocumentSummary, levels: Lexicon) -> bool:
    """Tell whether a document is that of a whole organisation: by its team's name, its title or its file's name."""
    if document.is_plan:
        return True
    if document.team:
        return is_whole(document.team.text, levels)
    if document.title and levels.has(document.title.text):
        return not is_of_group(document.title.text)
    return levels.has(stem_of(document.path))


@lru_cache(maxsize=64)  # a team has many objectives, and many documents
def is_whole(team: str, levels: Lexicon) -> bool:
    """Tell whether a team's name is that of a whole organisation (Company, 集团, 某某公司), not of a part of it."""
    last = max((found.end for found in levels.find(team)), default=0)
    return last == len(team.rstrip()) or levels.matches_whole(team)


def is_of_group(title: str) -> bool:
    """Tell whether a title names a department before the word OKR: "Finance OKRs 2026-Q2", 2026年Q2 市场部OKR."""
    head = fold(title).lower().partition("okr")[0]
    name = " ".join(word for word in head.split() if not any(map(str.isdigit, word)))
    # An owner called so is no one person, but a title is that of all: 青橙公司.
    return is_group(name) and (not name.endswith("公司") or name.endswith(_PARTS))


def stem_of(path: str) -> str:
    """Return the name of a file without its folders and its ending, words apart."""
    return path.rpartition("/")[2].partition(".")[0].replace("_", " ").replace("-", " ")


def name_of_file(path: str) -> str:
    """Return what a file is called, without the words for OKRs and for a period: "company", 公司."""
    return " ".join(_no_names().sub(" ", fold(stem_of(path)).lower()).split())


@cache
def _no_names() -> Pattern[str]:
    return compile_pattern(
        r"(?<![a-z])(?:okrs?|goals?|objectives?|final|draft)(?![a-z])|(?:年度|季度)?目标|定稿|终稿"
        r"|(?<![a-z])(?:fy|cy)?\s?(?<!\d)(?:20)?\d\d(?!\d)年?度?|(?<![a-z])[qh]\s?[1-4](?!\d)|(?<!\d)[1-4]q(?![a-z])"
        r"|第?[一二三四1-4]季度?|[上下]半年"
    )


def parent_teams(project: Project) -> frozenset[str]:
    """Return the plain names of the teams that configuration names as the parent of another."""
    return frozenset(plain_team(team.parent) for team in project.teams.values() if team.parent)
