"""Which documents and items of a project may say the same: archives, exports, translations, what is shared."""

from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.plugins import ItemSummary, Period, Phrase, Place, Project, fold
from okrlint_rules.alignment.sharing import is_shared
from okrlint_rules.alignment.teams import plain_team, stem_of


class Kin:
    """Tells which documents and items of a project belong together, so that they may say the same.

    Several rules ask; what takes time is found out when it is first asked for.

    Args:
        project: the project.
        may_pass_through: whether links make items one.
    """

    def __init__(self, project: Project, *, may_pass_through: bool) -> None:
        self._project = project
        self._may_pass_through = may_pass_through
        # Of many documents each is made anew when it is asked for: what is asked of pairs of them is kept.
        self._all = [_Known(each.path, each.title, each.team, each.period) for each in project.documents]
        self._skipped = _common_folder([each.path for each in self._all])
        self._counts: dict[int, bool] = {}
        self._names: dict[int, frozenset[str]] = {}
        self._stems: dict[int, str] = {}

    @cached_property
    def _linked(self) -> dict[Place, set[Place]]:
        return _linked(self._project) if self._may_pass_through else {}

    def counts(self, number: int) -> bool:
        """Tell whether a document holds OKRs of its own: no archive, template, or list of all that there is."""
        known = self._counts.get(number)
        if known is None:
            known = self._counts[number] = not _stands_beside(self._path_words(number))
        return known

    def are_one(self, place: Place, other: Place, items: tuple[ItemSummary, ItemSummary]) -> bool:
        """Tell whether two items are one thing by intention: linked, marked as shared, or of kindred documents.

        Args:
            place: of an item.
            other: that of another.
            items: both.
        """
        if place.document == other.document:  # what stands twice in one document is told there
            return True
        return (
            any(map(_is_shared, items))
            or (bool(self._linked) and not self._above(place).isdisjoint(self._above(other)))
            or self._are_kin(place.document, other.document)
        )

    def is_same_team(self, one: int, other: int) -> bool:
        """Tell whether two documents are those of one team."""
        teams = [self._all[number].team for number in (one, other)]
        if teams[0] and teams[1]:
            return plain_team(teams[0].text) == plain_team(teams[1].text)
        return not self._names_of(one).isdisjoint(self._names_of(other))

    def _names_of(self, number: int) -> frozenset[str]:
        names = self._names.get(number)
        if names is None:
            names = self._names[number] = _names_of(self._all[number])
        return names

    def _stem_of(self, number: int) -> str:
        stem = self._stems.get(number)
        if stem is None:
            stem = self._stems[number] = _without_language(self._all[number].path)
        return stem

    def are_in_a_row(self, one: int, other: int) -> bool:
        """Tell whether two documents that name no team are told apart by their cycles alone: q1/okr.md, q2/okr.md."""
        documents = [self._all[number] for number in (one, other)]
        if self._names_of(one) or self._names_of(other) or any(document.team for document in documents):
            return False
        first, second = (_name(document.path) for document in documents)
        return first == second

    def _are_kin(self, one: int, other: int) -> bool:
        """Tell whether two documents hold the same by nature: an export, a translation, a year and its quarter."""
        documents = [self._all[number] for number in (one, other)]
        if self._stem_of(one) == self._stem_of(other) and documents[0].path != documents[1].path:
            return True
        if not self.is_same_team(one, other):
            return False
        periods = [each.period for each in documents]
        return periods[0] != periods[1] or any(_report().search(self._path_words(each)) for each in (one, other))

    def _path_words(self, number: int) -> str:
        """Return the words of a path below what all documents of the project have in common."""
        words = fold(self._all[number].path[self._skipped :]).lower()
        return f" {words.translate(_JOINTS)} "

    def _above(self, place: Place) -> frozenset[Place]:
        """Return an item, its objective and its document, with all that any of them supports."""
        own = {place, self._project.objective(place), Place(place.document)}
        return frozenset(own).union(*(self._linked.get(each, ()) for each in own))


class _Known(NamedTuple):
    """What tells a document's kin."""

    path: str
    title: Phrase | None
    team: Phrase | None
    period: Period | None


def _linked(project: Project) -> dict[Place, set[Place]]:
    """Return what each place supports: items, their objectives, and, of a whole document, all of its items."""
    linked: dict[Place, set[Place]] = {}
    for link in project.links:
        if link.state in ("found", "ambiguous"):
            for target in link.targets:
                linked.setdefault(link.source, set()).update((target, project.objective(target)))
    return linked


def _names_of(document: _Known) -> frozenset[str]:
    """Return what a document is called, by its title and its file, the words that only tell the cycle aside.

    A file that is called by nothing else goes by its folder: growth/2026-q2.md.
    """
    folder, _, _ = document.path.rpartition("/")
    title = _name(document.title.text) if document.title else ""
    return frozenset({title, _name(stem_of(document.path)) or _name(stem_of(folder))} - _NAMELESS)


_NAMELESS = frozenset(
    ("", "team", "ourteam", "teams", "goals", "plan", "quarterly", "annual", "my", "our", "团队", "本组")
)
"""What a title says where it names nobody."""


def _name(text: str) -> str:
    return "".join(char for char in _cycles().sub(" ", fold(text).lower()) if char.isalpha())


@cache
def _cycles() -> Pattern[str]:
    return compile_pattern(
        r"(?<![a-z])[qh][1-4](?![a-z])|okrs?|objectives?|key results?|年度|季度|第[一二三四]|[一二三四]季|上半年|下半年"
        r"|年|月|目标|关键结果|(?<![a-z])(?:review|retro(?:spective)?|final|scores?|weekly|check-?ins?)(?![a-z])|复盘|\d+",
        ASCII,
    )


def _without_language(path: str) -> str:
    """Return a path without its ending and the language that it tells: okr.en.md, zh/okr.md, okr.csv are one."""
    folder, _, name = path.lower().rpartition("/")
    stem = _language().sub("", name.partition(".")[0] + "".join(f".{part}" for part in name.split(".")[1:-1]))
    kept = [part for part in folder.split("/") if part not in _LANGUAGES and part not in _EXPORTS]
    return "/".join([*kept, stem])


_LANGUAGES = frozenset(("en", "zh", "cn", "tw", "zh-cn", "zh-tw", "zh-hans", "zh-hant", "ja", "jp", "de", "fr", "es"))
_EXPORTS = frozenset(
    ("export", "exports", "json", "csv", "html", "xlsx", "out", "output", "build", "dist", "data", "md")
)
"""Folders that hold what another one holds, in another language or format."""


@cache
def _language() -> Pattern[str]:
    return compile_pattern(r"[._ -](?:en|zh|cn|tw|zh[_-]?(?:cn|tw|hans|hant)|ja|jp|de|fr|es)$|[._ -]?(?:中文|英文)版?$")


_JOINTS = str.maketrans("_-/.()", "      ")


def _common_folder(paths: Sequence[str]) -> int:
    """Return the length of the folder that all paths begin with."""
    first, last = min(paths, default=""), max(paths, default="")
    same = next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first.rfind("/", 0, same) + 1


# fmt: off
_BESIDE = frozenset((
    "archive", "archived", "archives", "history", "old", "backup", "backups", "bak", "copy", "deprecated", "legacy",
    "previous", "past", "draft", "drafts", "example", "examples", "sample", "samples", "template", "templates",
    "fixture", "fixtures", "readme", "index", "summary", "overview", "all", "overall", "rollup", "combined",
    "changelog", "vendor",
))
_BESIDE_CHINESE = (
    "归档", "存档", "歸檔", "历史", "歷史", "旧版", "舊版", "备份", "備份", "副本", "草稿", "示例", "样例",
    "范例", "範例", "模板", "範本", "汇总", "彙總", "总览", "總覽", "总表", "總表", "合集", "目录",
)
# fmt: on


def _stands_beside(words: str) -> bool:
    """Tell whether the words of a path say that a file holds no OKRs of its own."""
    if not _BESIDE.isdisjoint(words.split()) or " node modules " in words:
        return True
    return not words.isascii() and any(map(words.__contains__, _BESIDE_CHINESE))


@cache
def _report() -> Pattern[str]:
    """Match words of a path by which a file tells how things stand with what another one holds."""
    return compile_pattern(
        r"[ ](?:reviews?|retros?|retrospective|weekly|week|w\d{1,2}|check ?ins?|status|reports?|scores?|scoring|grading"
        r"|final|progress|minutes|meeting|plan|planning|v\d{1,2}|update)[ ]"
        r"|复盘|複盤|周报|週報|月报|月報|进展|進展|总结|總結|评分|評分|终版|定稿",
        ASCII,
    )


@lru_cache(maxsize=256)  # an item is compared with several
def _is_shared(item: ItemSummary) -> bool:
    return is_shared(item, _shared())


@cache
def _shared() -> Pattern[str]:
    return compile_pattern(
        r"\bshared[ ](?:objective|goal|okr|key[ ]result|kr)\b|(?<=[\[(【（])shared(?=[\])】）])|\bshared with\b"
        r"|[共][享有同](?:目标|目標|关键结果|關鍵結果)|(?<=[\[(【（])共[享有](?=[\])】）])",
        ASCII | IGNORECASE,
    )
