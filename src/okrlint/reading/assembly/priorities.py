"""Whether `(P1)` behind statements ranks them, or names a project."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.drafts import Draft


@cache
def _ranked() -> Pattern[str]:
    return compile_pattern(r"[\[(（【`]?[Pp][0-4](?![\d.])")


@cache
def _project() -> Pattern[str]:
    """Match `P1 智能客服` at the beginning of a statement, where nothing sets the number apart."""
    return compile_pattern(r"P[0-4](?: ?[^\x00-\x7f：，、。（）【】—]| [A-Za-z])", ASCII)


def are_ranked(objectives: list[Draft]) -> bool:
    """Tell whether several items have a priority, and none begins with one as the name of a project."""
    ranked = 0
    for item in (item for objective in objectives for item in (objective, *objective.children)):
        if item.text.value.startswith("P") and _project().match(item.text.value):
            return False
        ranked += _has_priority(item)
    return ranked > 1


def _has_priority(item: Draft) -> bool:
    words = item.text.value
    return (
        any(name == "priority" for name, _ in item.fields)
        or _ranked().match(words) is not None
        or any(_ranked().match(words, at) is not None for at in (words.rfind("("), words.rfind("（")) if at > 0)
    )
