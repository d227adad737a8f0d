"""The numbers that Word writes before the items of a list, as far as they are labels: `KR1.`, `目标一：`."""

from typing import TYPE_CHECKING

from okrlint.reading.docx.package import child, children, number, value
from okrlint.reading.docx.styles import Numbered
from okrlint.reading.labels import label

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LEVELS = 9
_HAN_DIGITS = "零一二三四五六七八九"


class Numbering:
    """Counts the items of all lists as they come."""

    __slots__ = ("_counts", "_levels", "_lists")

    def __init__(self, root: "Element | None") -> None:
        self._levels = {
            value(each, "abstractNumId"): {number(level, "ilvl"): level for level in children(each, "lvl")}
            for each in children(root, "abstractNum")
        }
        self._lists = {value(each, "numId"): value(child(each, "abstractNumId")) for each in children(root, "num")}
        self._counts: dict[str, list[int]] = {}

    def label(self, numbered: Numbered) -> str:
        """Count an item, and return what is written before it if that is a label of OKRs; else ""."""
        kind = self._lists.get(numbered.list_id, "")
        levels = self._levels.get(kind, {})
        level = levels.get(numbered.level)
        if level is None or not 0 <= numbered.level < _LEVELS:
            return ""
        counts = self._counts.setdefault(kind, [0] * _LEVELS)
        counts[numbered.level] = counts[numbered.level] + 1 or 1
        counts[numbered.level + 1 :] = [0] * (_LEVELS - numbered.level - 1)
        text = value(child(level, "lvlText"))[:40]
        if "%" not in text or not any(char.isalpha() for char in text):
            return ""
        for at in range(_LEVELS):
            if f"%{at + 1}" in text:
                text = text.replace(f"%{at + 1}", _figure(counts[at], levels.get(at)))
        return text if label(f"{text} x") else ""


def _figure(count: int, level: "Element | None") -> str:
    """Return a number as a level of a list counts: from its first number on, in its figures."""
    count = max(1, count) + number(child(level, "start"), default=1) - 1
    counted_in = value(child(level, "numFmt")).lower()
    if 0 < count < 100 and ("chinese" in counted_in or "ideograph" in counted_in or "taiwanese" in counted_in):
        tens, ones = divmod(count, 10)
        head = "" if tens == 0 else "十" if tens == 1 else f"{_HAN_DIGITS[tens]}十"
        return head + (_HAN_DIGITS[ones] if ones else "")
    return str(count)
