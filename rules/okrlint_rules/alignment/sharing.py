"""Whether an item is marked as one that several teams have."""

from re import Pattern

from okrlint.plugins import ItemSummary, fold

_FIELDS = ("shared", "shared objective", "is shared", "共享", "共享目标", "是否共享")
_NO = frozenset(("", "no", "false", "n", "0", "none", "-", "否", "不", "无"))


def is_shared(item: ItemSummary, mark: Pattern[str]) -> bool:
    """Tell whether an item says so, by a mark among its words or by a field.

    Args:
        item: the item.
        mark: what such a mark looks like.
    """
    if mark.search(item.text):
        return True
    said = item.field(*_FIELDS)
    return said is not None and fold(said).strip().lower() not in _NO
