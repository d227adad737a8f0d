"""Words that are but figures of something that is named elsewhere, as a key or a title names it."""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.language import quantities


def states_figures(value: str) -> bool:
    """Tell whether words are but the figures of something that is named elsewhere: `from 20 to 40`, `从35%到50%`."""
    if not any(map(str.isdigit, value)):
        return False
    at, rest = 0, []
    for amount in quantities.amounts(value):
        rest.append(value[at : amount.start])
        at = max(at, amount.end)
    left = " ".join((*rest, value[at:])).lower()
    return at > 0 and not any(map(str.isalnum, _figure_words().sub(" ", left)))


def is_figure(value: str) -> bool:
    """Tell whether words are a mere number, or a share: `40`, `1,200`, `12.5%`."""
    bare = value.strip().rstrip("%％").replace(",", "").lstrip("-")
    return bare.replace(".", "", 1).isdecimal()


@cache
def _figure_words() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:from|to|at least|at most|up to|over|under|below|above|less than|more than|by|up|down"
        r"|(?:increase|raise|grow|improve|reduce|decrease|cut|lower|rise|fall|drop|lift) (?:from|to|by)"
        r"|(?:per|an?|each|every) (?:day|week|month|quarter|year|release|user|customer))\b"
        r"|提升|提高|增长|增長|增加|新增|上升|扩大|擴大|降低|下降|减少|減少|缩短|縮短|压缩|壓縮|压降"
        r"|达到|達到|保持|控制|维持|維持|不低于|不低於|不少于|不少於|不超过|不超過|不高于|不高於|超过|超過|大于|大於|小于|小於"
        r"|以上|以下|以内|以內|每[天日周週月季年]|[从從由自到至为為在降升增减減]"
    )
