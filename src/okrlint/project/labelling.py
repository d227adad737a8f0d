"""The labels in words: `O2`, `KR1.2`, 目标二, "Objective 2", several of them, and what stands around each."""

from functools import cache, lru_cache
from re import Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold, is_han
from okrlint.language.numerals import chinese_number

_LONGEST_RANGE = 9
"""Labels that a range stands for at most, but for its first."""

_MOST = 40
"""Labels that are read in one text at most."""


class Labelled(NamedTuple):
    """The items that words name by their labels.

    Attributes:
        paths: of each its labels, from the objective down: ("o3", "kr1").
        sure: of each whether its labels are sure to be some.
        before: of each the words in front of it that are its own; `behind` likewise.
        parts: of each where all of its words begin and end.
    """

    paths: tuple[tuple[str, ...], ...]
    sure: tuple[bool, ...]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    parts: tuple[tuple[int, int], ...]

    @property
    def path(self) -> tuple[str, ...]:
        """The first one; () for none."""
        return self.paths[0] if self.paths else ()

    @property
    def is_sure(self) -> bool:
        """Whether that of the first one is sure to be a label."""
        return not self.sure or self.sure[0]


NONE = Labelled((), (), (), (), ())


@lru_cache(maxsize=1024)  # most documents have the same
def labels_in(text: str) -> tuple[str, ...]:
    """Return the labels of the first item that a text names, in their normal form.

    `O2`, `目标二` and `Objective 2` are "o2", `KR1.2` is "kr1.2".
    """
    return labelled_in(fold(text).lower().strip()).path


class _Item:
    """An item that words name, while they are being read."""

    def __init__(self, match: Match[str], before: str) -> None:
        self.labels = [_normal(match)]
        self.begin = match.start() - len(before)
        self.is_sure = match["other"] is None and "-" not in match["number"]  # O1-3 may be O1 to O3
        self.is_of_last = False
        self.before = before
        self.behind = ""
        self.end = match.end()


def labelled_in(words: str) -> Labelled:
    """Return what words name by labels.

    Args:
        words: folded and in lower case.
    """
    if not any(map(str.isalnum, words)):
        return NONE
    found = [match for match in _label().finditer(words) if _is_label(words, match)][:_MOST]
    if not found:
        return NONE
    items = [_Item(found[0], words[: found[0].start()])]
    for match in found[1:]:
        _add(items, match, words)
    items[-1].behind = words[items[-1].end :]
    return Labelled(
        tuple(tuple(item.labels) for item in items),
        tuple(item.is_sure for item in items),
        tuple(item.before for item in items),
        tuple(item.behind for item in items),
        tuple((item.begin, item.end + len(item.behind)) for item in items),
    )


def _add(items: list[_Item], match: Match[str], words: str) -> None:
    """Add a label to the items: it goes on with the last one, or begins another."""
    last = items[-1]
    gap = words[last.end : match.start()]
    name = _normal(match)
    is_key_result = bool(match["kr"])
    if last.is_of_last and not is_key_result and (back := _leads_back().fullmatch(gap)):  # O1, KR1 of O3
        last.labels[0] = name
        last.before += " " + back[1]
        last.end = match.end()
        return
    if len(last.labels) == 1 and last.labels[0].startswith("kr") != is_key_result:
        if is_key_result and _goes_on().fullmatch(gap):
            last.labels.append(name)
            last.end = match.end()
            return
        back = None if is_key_result else _leads_back().fullmatch(gap)
        if back:  # KR1 of the company's O3
            last.labels.insert(0, name)
            last.before += " " + back[1]
            last.end = match.end()
            return
    if _to().fullmatch(gap) and _is_range(last.labels[-1], name):
        begin = last.begin
        for each in _between(last.labels[-1], name):
            items.append(_Item(match, ""))
            items[-1].labels = [*last.labels[:-1], each]
            items[-1].begin = begin
        items.append(_Item(match, ""))
        items[-1].labels = [*last.labels[:-1], name]
        return
    parts = list(_separator().finditer(gap))
    if parts:
        last.behind = gap[: parts[0].start()] if parts[0] is parts[-1] else gap[: parts[-1].start()]
        before = gap[parts[-1].end() :]
    else:
        before = gap
    items.append(_Item(match, before))
    if is_key_result and not last.labels[0].startswith("kr") and not before.strip(" ("):  # O1 KR1 and KR2; O1, KR1
        items[-1].labels.insert(0, last.labels[0])
        items[-1].is_of_last = True


def _is_range(first: str, last: str) -> bool:
    """Tell whether a label is the last one of those that begin with another: "O1–O4"."""
    kind = first.rstrip("0123456789")
    start, end = first[len(kind) :], last[len(kind) :]
    is_counted = last.startswith(kind) and start.isdigit() and end.isdigit()
    return is_counted and 0 < int(end) - int(start) <= _LONGEST_RANGE


def _between(first: str, last: str) -> list[str]:
    """Return the labels that stand in a range between two."""
    kind = first.rstrip("0123456789")
    return [f"{kind}{number}" for number in range(int(first[len(kind) :]) + 1, int(last[len(kind) :]))]


def _is_label(words: str, match: Match[str]) -> bool:
    before, after = words[match.start() - 1 : match.start()], words[match.end() : match.end() + 2]
    if before.isalnum() and not is_han(before) and not (match["kr"] and before.isdigit()):
        return False
    if not after or after.startswith("kr"):
        return True
    first = after[0]
    if first in "%‰" or (first in ".,:" and after[1:].isdigit()):  # 100%, 10,000, 10:30
        return False
    if is_han(first):  # 目标一致, 目标10倍: no labels
        return first in _BEHIND_LABELS or (match[0][0].isascii() and match["number"][0].isdigit())
    return not (first.isalnum() and first.isascii())


_BEHIND_LABELS = "的之和与及中下以并或跟对"


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
        r"(?:[ #-]| #|_)?(?P<number>\d{1,3}(?:[.-]\d{1,3}){0,3}|[一二三四五六七八九十]{1,3})"
    )


@cache
def _goes_on() -> Pattern[str]:
    return compile_pattern(r"[\s/.\-_#>→›:|(\[]{0,3}|\s?[的之]\s?|\s?[中下]的?\s?|'s ")


@cache
def _leads_back() -> Pattern[str]:
    return compile_pattern(r"\s{0,2}(?:of|in|under|from|for|@)\s([^,;、，；&+]{0,60})")


@cache
def _to() -> Pattern[str]:
    return compile_pattern(r"\s?[-~～至到]\s?|\s(?:to|through)\s")


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(
        r"[\s,、;&+/|]{0,3}(?:\b(?:and|or|as well as|plus)\b|以及|[和与及跟并或])[\s,]{0,2}|\s{0,2}[,、;&+|/\n]\s{0,2}"
    )
