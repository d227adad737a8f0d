"""What a reference means, by its words alone: "company-2026/O3/KR1", 公司O3-KR1, `../company.md#o2`, "O2"."""

from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple
from urllib.parse import unquote

from okrlint.language.folding import fold, is_han
from okrlint.language.numerals import chinese_number
from okrlint.project.summaries import Reference

_LONGEST = 300
"""Characters of a reference that are read."""

_ENDINGS = (
    *(".md", ".markdown", ".mdx", ".yaml", ".yml", ".json", ".toml", ".csv", ".tsv"),
    *(".xlsx", ".docx", ".html", ".htm", ".rst", ".org"),
)


class Address(NamedTuple):
    """Where a reference points.

    Attributes:
        path: of a file, relative to the document that it stands in, or None.
        anchor: the part of the file; "" for all of it.
        url: whether it leads elsewhere than to a file.
        labels: of an item, normalised: ("o2",), ("o3", "kr1"); () where no label stands there.
        document: words that name a document, folded and in lower case, as its labels leave them; () for none.
        text: all of the words, folded and in lower case.
    """

    path: str | None
    anchor: str
    url: bool
    labels: tuple[str, ...]
    document: tuple[str, ...]
    text: str


def address_of(reference: Reference) -> Address:
    """Return where a reference points."""
    return _address(reference.text[:_LONGEST], reference.target)


@lru_cache(maxsize=1024)  # most items of a document support the same few
def _address(text: str, target: str | None) -> Address:
    words = fold(text).lower().strip()
    labels, rest = _labels(words)
    link = target if target is not None else text.strip()
    if _url().match(link):
        return Address(None, "", url=True, labels=labels, document=rest, text=words)
    path, sign, anchor = link.partition("#")
    anchor = unquote(anchor).strip().lower()
    if target is None and not (path.lower().endswith(_ENDINGS) and " " not in path) and not link.startswith("#"):
        return Address(None, "", url=False, labels=labels, document=rest, text=words)
    path = unquote(path)
    if sign and not path:
        return Address("", anchor, url=False, labels=_labels(anchor)[0], document=(), text=words)
    return Address(path, anchor, url=False, labels=_labels(anchor)[0], document=(), text=words)


@lru_cache(maxsize=1024)  # most documents have the same
def labels_in(text: str) -> tuple[str, ...]:
    """Return the labels in a text in their normal form: `O2`, `目标二`, `Objective 2` are "o2", `KR1.2` is "kr1.2"."""
    return _labels(fold(text).lower().strip())[0]


def names_in(text: str) -> tuple[str, ...]:
    """Return the words that a name is made of, in lower case: Latin ones, numbers, and runs of Chinese characters.

    Words that many names have and that tell none apart ("OKRs", "the", 年度目标) are left out; a company is "company"
    by whatever name (集团, "corporate").
    """
    found = []
    for word in _word().findall(_joints().sub(" ", fold(text).lower())):
        name = word[:-1] if len(word) > _SHORTEST and word[-1] in "部组" else word
        if name not in _EMPTY:
            found.append("company" if name in _COMPANY else name)
    return tuple(found)


def _labels(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the labels at the end of some words, or at their beginning, and the words beside them."""
    found = [match for match in _label().finditer(words) if not _is_within_word(words, match)]
    if not found:
        return (), names_in(words)
    beside = words[: found[0].start()] + " " + words[found[-1].end() :]
    return tuple(_normal(match) for match in found[:2]), names_in(beside)


_SHORTEST = 2
"""Characters of a Chinese name that 部 or 组 may stand behind."""

_EMPTY = frozenset(
    (
        *("the", "of", "our", "s", "in", "from", "to", "a", "an", "for", "and"),
        *("okr", "okrs", "objective", "objectives", "goal", "goals", "team", "department", "dept"),
    )
)
_COMPANY = frozenset(
    (
        *("company", "companywide", "corporate", "corp", "organization", "organisation", "org", "enterprise"),
        *("公司", "全公司", "公司级", "集团", "企业", "总部"),
    )
)


@cache
def _joints() -> Pattern[str]:
    return compile_pattern("(?<=company)-(?=wide)|年度|目标|团队|部门|小组|[年的之与和中第条]")


def _is_within_word(words: str, match: Match[str]) -> bool:
    before, after = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 1]
    if before.isalnum() and not is_han(before) and not (match["kr"] and before.isdigit()):
        return True
    return after.isalnum() and not is_han(after) and after.isascii() and not words[match.end() :].startswith("kr")


def _normal(match: Match[str]) -> str:
    number = match["number"]
    if not number[0].isdigit():
        value = chinese_number(number)
        number = f"{value:g}" if value is not None else number
    name = "kr" if match["kr"] else "o" if match["o"] else match["other"]
    return name + ".".join(part.lstrip("0") or "0" for part in number.replace("-", ".").split("."))


@cache
def _label() -> Pattern[str]:
    return compile_pattern(
        r"(?:(?P<kr>krs?|key[ -]results?|关键结果|关键成果)|(?P<o>objectives?|obj|okr|o|目标)|(?P<other>goal|[gpm]))"
        r"[ #-]?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}|[一二三四五六七八九十]{1,3})"
    )


@cache
def _url() -> Pattern[str]:
    return compile_pattern(r"(?:[a-z][a-z0-9+.-]{1,20}:|//)", ASCII | IGNORECASE)


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[a-z]+|\d+|[^\W\da-z_]+")
