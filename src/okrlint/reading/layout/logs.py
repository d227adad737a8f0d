"""Headings over a log of check-ins that are no field's name: `周跟进`, `Weekly meeting notes`, `Progress`."""

from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import simplify
from okrlint.reading.fields import canonical
from okrlint.reading.labels import label
from okrlint.reading.layout.check_ins import is_meeting
from okrlint.reading.outline import DEEPEST_HEADING, Block

_LONGEST = 40
_PROGRESS = ("progress", "status")
"""Fields whose name stands over a log as well; over one alone, if each entry begins with a day."""


def heads_log(heading: str, field: str, entries: list[Block]) -> bool:
    """Tell whether a section is a log of check-ins, by its heading and by how its entries begin.

    Args:
        heading: its words, without a number.
        field: the canonical name of the field that they name; "" for none.
        entries: what stands below it.
    """
    if field:
        return field in _PROGRESS and bool(entries) and all(map(_begins_with_day, entries))
    return is_log(heading) and any(map(_is_entry, entries))


def is_log(heading: str) -> bool:
    """Tell whether a heading is that of a log, entries of which tell how things stand from time to time."""
    return len(heading) <= _LONGEST and _log().fullmatch(simplify(heading).strip(" *_:：")) is not None


def promote_logs(root: Block) -> None:
    """Make headings of lines above a log that names key results: `Check-in 2026-05-08`, and below it `KR1: 40%`.

    Else its entries would be key results. Their labels must have stood there before.
    """
    known: set[tuple[str, tuple[int, ...]]] = set()
    pending = [root]
    while pending:
        parent = pending.pop()
        children, parent.children = parent.children, []
        log: Block | None = None
        for at, block in enumerate(children):
            if block.kind == "line" and _opens_log(block, children[at + 1 : at + 2], known):
                log = Block("section", block.line, min(parent.level + 1, DEEPEST_HEADING))
                log.span = block.span
                parent.children.append(log)
                continue
            found = label(block.value) if block.kind in ("item", "line", "section") else None
            if block.kind == "section" or (found and found.kind == "objective"):
                log = None
            if found and log is None:
                known.add((found.kind, found.number))
            (log or parent).children.append(block)
        pending.extend(block for block in reversed(parent.children) if block.kind == "section" and block is not log)


def _opens_log(line: Block, following: list[Block], known: set[tuple[str, tuple[int, ...]]]) -> bool:
    value = line.value.strip("*_ :：")
    if not following or following[0].kind != "item" or not (is_meeting(value) or canonical(value) == "checkin"):
        return False
    found = label(following[0].value)
    return found is not None and (found.kind, found.number) in known


def _is_entry(block: Block) -> bool:
    if block.kind in ("table", "section"):
        return True
    return _begins_with_day(block) or label(block.value) is not None


def _begins_with_day(block: Block) -> bool:
    return block.kind == "item" and _when().match(block.value) is not None


@cache
def _log() -> Pattern[str]:
    often = r"(?:daily|weekly|bi-?weekly|fortnightly|monthly|regular|(?:mon|tues|wednes|thurs|fri)day)"
    kept = r"(?:logs?|log ?book|journal|diary|notes|minutes|records?)"
    met = r"(?:meetings?|check-?ins?|updates?|reviews?|reports?|follow-?ups?|syncs?|stand-?ups?|retros?)"
    regular = r"(?:每?[周日月]度?|每?双周|[周月晨早]?例?会|例会|过程)"
    looked = r"(?:跟进|跟踪|追踪|更新|复盘|回顾|检视|小结|总结|播报|通报)"
    written = r"(?:记录|纪要|日志|笔记|情况|动态|台账)"
    return compile_pattern(
        rf"{often} (?:(?:okr|kr|progress|status|team) )?(?:{met}(?: {kept})?|{kept})"
        rf"|(?:progress|follow-?up|status|check-?in|tracking|review) {kept}|follow-?ups?|journal|log ?book"
        rf"|{regular}(?:okr|进度|进展|目标|工作)?(?:{looked}{written}?|{written})"
        rf"|(?:进度|进展|okr)?{looked}{written}|(?:进度|进展)(?:跟进|跟踪|追踪|更新|播报|通报|动态|日志)",
        ASCII | IGNORECASE,
    )


@cache
def _when() -> Pattern[str]:
    """Match the day or the week that an entry begins with."""
    month = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
    return compile_pattern(
        r"[*_\[(（【]{0,3}(?:(?:20)?\d\d[-/.年]\d{1,2}|\d{1,2}[/月]\d{1,2}"
        r"|(?:[Ww]eek|[Ww]k|W) ?\d{1,2}\b|第 ?[\d一二三四五六七八九十]{1,3} ?[周週]"
        rf"|{month} \d{{1,2}}\b|\d{{1,2}} {month})",
        ASCII,
    )
