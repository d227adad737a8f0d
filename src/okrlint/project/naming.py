"""What names a document, or a team: its words, and the periods among them."""

from functools import cache, lru_cache
from re import Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold
from okrlint.language.numerals import chinese_number


class Naming(NamedTuple):
    """What words name.

    Attributes:
        words: those that tell one from another, in lower case and in their order.
        periods: years, quarters and halves: "2026", "q2", "h1".
    """

    words: tuple[str, ...]
    periods: frozenset[str] = frozenset()


NOBODY = Naming(())
"""What words name that name nothing."""

COMPANY = "company"
"""The word for a company, by whatever word it is called (集团, "corporate")."""

PLANS = frozenset(("plan", "plans", "annual", "yearly", "strategy", "strategic", "计划", "战略", "规划", "年度"))
"""Words for what stands above all teams."""


@lru_cache(maxsize=1024)  # most documents have the same
def names_in(text: str) -> tuple[str, ...]:
    """Return the words that a name is made of, in lower case: Latin ones, numbers, and runs of Chinese characters.

    Words that many names have and that tell none apart ("OKRs", "the", 年度目标) are left out; a company is "company"
    by whatever name (集团, "corporate").
    """
    return _words(fold(text).lower())


@lru_cache(maxsize=4096)
def naming_of(text: str) -> Naming:
    """Return what words name."""
    found: list[str] = []

    def take(match: Match[str]) -> str:
        found.extend(_tokens(match))
        return " "

    words = fold(text).lower()
    rest = _period().sub(take, words) if any(map(str.isdigit, words)) or not words.isascii() else words
    # A year stands for itself only: "KR 2026" is none of a document.
    named = _words(rest)
    return Naming(named, frozenset(found)) if named or found else NOBODY


def _words(words: str) -> tuple[str, ...]:
    found = []
    for word in _word().findall(_joints().sub(" ", words)):
        name = word[:-1] if len(word) > _SHORTEST and word[-1] in "部组" else word
        if name in _EMPTY:
            continue
        company = _ends_in_company().search(name)
        if name in _COMPANY:
            found.append(COMPANY)
        elif company:
            found += [name[: company.start()], COMPANY]
        else:
            found.append(name)
    return tuple(found)


def _tokens(match: Match[str]) -> list[str]:
    """Return the periods that a piece of words names."""
    found = []
    year = match["fy"] or match["year"] or match["short"] or match["behind"]
    if year:
        found.append(year if len(year) > _SHORT_YEAR else f"20{year}")
    quarter = match["q"] or match["q2"] or match["q3"] or match["q4"] or match["q5"]
    if quarter:
        found.append(f"q{quarter if quarter.isdigit() else f'{chinese_number(quarter):g}'}")
    if half := match["h"] or match["h2"]:
        found.append(f"h{half}")
    elif match["half"]:
        found.append("h1" if match["half"] == "上" else "h2")
    return found


_SHORT_YEAR = 2
_SHORTEST = 2
"""Characters of a Chinese name that 部 or 组 may stand behind."""

_EMPTY = frozenset(
    (
        *("the", "of", "our", "s", "in", "from", "to", "a", "an", "for", "and"),
        *(
            "wide",
            "okr",
            "okrs",
            "objective",
            "objectives",
            "goal",
            "goals",
            "team",
            "teams",
            "department",
            "dept",
            "level",
        ),
    )
)
_COMPANY = frozenset(
    (
        *("company", "companywide", "corporate", "corp", "organization", "organisation", "org", "enterprise"),
        *("公司", "全公司", "本公司", "公司级", "集团", "集团公司", "企业", "总部", "我司"),
    )
)


@cache
def _joints() -> Pattern[str]:
    return compile_pattern(
        "(?<=company)-(?=wide)|(?<=公司)(?:级别?|层级|层面|整体|总体)|年度|目标|团队|部门|小组|[年的之与和中第条]"
    )


@cache
def _ends_in_company() -> Pattern[str]:
    return compile_pattern("(?<=[^子分全本])(?:集团公司|公司|集团)$")


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[a-z]+|\d+|[^\W\da-z_]+")


@cache
def _period() -> Pattern[str]:
    end = r"(?![a-z0-9])"
    return compile_pattern(
        rf"(?<![a-z])fy ?'?(?P<fy>20\d\d|\d\d){end}"
        rf"|(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)(?:年度?)?"
        rf"|(?<![a-z\d])(?P<short>\d\d)(?=q[1-4]{end})"
        rf"|(?<![a-z])q ?(?P<q>[1-4])(?:[' ]?'(?P<behind>\d\d))?{end}"
        rf"|(?<![a-z\d])(?P<q2>[1-4])q(?![a-z])|(?<![a-z])quarter ?(?P<q3>[1-4]){end}"
        rf"|(?<![a-z\d])(?P<q4>[1-4])(?:st|nd|rd|th) quarter(?![a-z])|第?(?P<q5>[一二三四1-4])季度?"
        rf"|(?<![a-z])h(?P<h>[12]){end}|(?<![a-z\d])(?P<h2>[12])h(?![a-z])|(?P<half>[上下])半年"
    )
