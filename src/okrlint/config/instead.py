"""What authors of rules write where this format has another word for it: `contains`, `max`, `owner: absent`."""

from collections.abc import Sequence
from typing import Any

from okrlint.suggesting import nearest

_RULE = {
    "`code`": "id key number",
    "`if`": "condition conditions when check match matches assert",
    "`if: {not: {…}}`": "unless require requires must",
    "`summary`, or `why`": "description desc title rationale reason",
    "`target`": "applies-to scope on-what kind type",
    "`on: false`": "disabled enabled off",
    "`severity`": "level",
    "`message`": "msg text error",
}
_CONDITION = {
    "`any-word: [synergy]`, or a pattern: `matches: '…'`": "contains contain has includes include word words phrases",
    "`one-of: […]`": "equals equal eq value values in allowed",
    "`none-of: […]`": "not-in not-one-of not-equals ne forbidden not-equal",
    "`matches: '…'`": "regex regexp pattern match like starts-with startswith ends-with endswith begins-with",
    "`at-least`": "min minimum gte ge from",
    "`at-most`": "max maximum lte le to until",
    "`above`": "gt greater-than more-than greater over after",
    "`below`": "lt less-than under fewer-than before",
    "`at-least: …, at-most: …`": "between range",
    "`is: absent`": "absent missing empty exists-not without",
    "`is: present`": "present exists required filled",
    "`all: […]`": "and all-of",
    "`any: […]`": "or any-of",
    "`not: {any: […]}`": "none nor",
    "`length: words`, with `above: 20` or the like": "max-length max-words min-length characters length-above",
    "`language: zh`": "lang",
}
_OF_ABSENCE = "missing empty none null no not-present not-there unset 缺失 缺少 无 没有 空 为空 不存在"
_OF_PRESENCE = "exists there set yes filled given required 有 存在 已填"


def instead_of_key(key: str, value: Any, known: Sequence[str]) -> str | None:
    """Return what to write instead of a key that is not known; None where the nearest of those known is all to tell.

    Args:
        key: that is not known.
        value: behind it.
        known: the keys that could stand there.
    """
    if nearest(key, known) in (key.casefold(), key.replace("_", "-")):
        return None
    table = _CONDITION if "any-word" in known else _RULE if "target" in known and "if" in known else {}
    plain = key.casefold().replace("_", "-").replace(" ", "-")
    for instead, keys in table.items():
        if plain in keys.split():
            return f"here it is {instead}"
    return f"of a field, write {asked}" if table is _CONDITION and (asked := _asked(key, value)) else None


def _asked(field: str, value: Any) -> str | None:
    """Return a condition about a field for an author who wrote the field as a key."""
    from okrlint.reading.fields import canonical

    if value in ("absent", "present"):
        return f"{{field: {field}, is: {value}}}"
    if canonical(field) in (None, "objective", "key_result"):
        return None
    return f"{{field: {field}, one-of: [{_brief(value)}]}}" if isinstance(value, str) else f"{{field: {field}, …}}"


def _brief(words: str) -> str:
    return words if len(words) <= _LONGEST and words.isprintable() else "…"


_LONGEST = 40


def instead_of_presence(value: str) -> str:
    """Return what to write instead of a word that stands behind `is`."""
    plain = value.casefold().replace("_", "-").replace(" ", "-")
    if plain in _OF_ABSENCE.split():
        return "did you mean 'absent'?"
    if plain in _OF_PRESENCE.split():
        return "did you mean 'present'?"
    close = nearest(value, ("present", "absent"))
    return f"did you mean {close!r}?" if close else f"what the value is stands behind `one-of`: [{_brief(value)}]"
