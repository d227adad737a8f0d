"""Numbers on a scale: what `5/10`, `70%`, `信心指数7`, `七成`, `high` and `🟢` say, from 0 to 1."""

from collections.abc import Iterable
from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold_width
from okrlint.model import Confidence, Score, Text, Weight
from okrlint.model.values import RatingProblem
from okrlint.reading.word_sets import words

# High, medium and low stand for the values that a traffic light stands for: .8, .5 and .2.
_LEVELS = {
    0.8: "high 高",
    0.5: "medium med mid moderate 中 中等",
    0.2: "low 低",
}
_SIGNALS = {
    0.8: "green 🟢 绿 綠 绿色 綠色 绿灯 綠燈 💚",
    0.5: "amber yellow orange 🟡 🟠 黄 黃 黄色 黃色 黄灯 黃燈 💛",
    0.2: "red 🔴 红 紅 红色 紅色 红灯 紅燈 ❤️ ❤",
}
_PLACEHOLDERS = words(
    "todo tbd tbc tba fixme n/a na none nil null pending unknown ? ?? ??? - -- --- … ... x xx xxx [tbd] [todo] <tbd>"
    " 待定 待确认 待確認 待填 待填写 待补充 待補充 待评估 待評估 未定 未填 暂无 暫無 无 無"
)
_TENTHS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2, "兩": 2}
_AFFIXES = ("信心指数", "信心指數", "信心值", "信心", "把握", "confidence", "confident", "权重", "權重", "左右")
_APPROXIMATE = "约約~≈ "

_TOLERANCE = 1.0
"""By how many hundredths a sum of weights may miss 100 (3 × 33.3)."""


class Reading(NamedTuple):
    """What a rating says before it is known what is rated.

    Attributes:
        value: 0 to 1, or None.
        scale: as `Rating.scale`; None for a bare number, whose scale depends on what is rated.
        bare: the bare number.
        problem: as `Rating.problem`.
    """

    value: float | None = None
    scale: str | None = None
    bare: float | None = None
    problem: RatingProblem | None = None


def confidence(text: Text) -> Confidence:
    """Return a confidence; a bare number above 1 counts as tenths up to 10, as hundredths up to 100."""
    reading = read(text.value)
    if reading.bare is not None:
        reading = _bare_confidence(reading.bare, text.value)
    return Confidence.model_construct(
        raw=text.raw, span=text.span, value=reading.value, scale=reading.scale, problem=reading.problem
    )


def score(text: Text) -> Score:
    """Return a score; OKRs are graded from 0 to 1, so a lone 1 is all of it."""
    reading = read(text.value)
    if reading.bare is not None:
        whole = reading.bare in (0, 1)
        reading = Reading(reading.bare, "0-1") if whole else _bare_confidence(reading.bare, text.value)
    return Score.model_construct(
        raw=text.raw, span=text.span, value=reading.value, scale=reading.scale, problem=reading.problem
    )


def weight(text: Text) -> Weight:
    """Return a weight.

    A bare number of 1 to 10 may be a share of ten, of a hundred, or of the sum of its siblings: it has points and
    the scale "relative", but no value. One up to 100 has both, on the scale "points".
    """
    reading = read(text.value)
    points = reading.bare
    if points is not None:
        reading = _bare_weight(points, text.value)
    if reading.scale in ("levels", "signal"):
        reading = Reading(problem="unread")
    return Weight.model_construct(
        raw=text.raw,
        span=text.span,
        value=reading.value,
        scale=reading.scale,
        problem=reading.problem,
        points=points,
    )


def add_up(percentages: Iterable[float]) -> bool:
    """Tell whether bare percentages of siblings are weights: then their sum is 100."""
    return abs(sum(percentages) - 100) <= _TOLERANCE


def is_placeholder(text: str) -> bool:
    """Tell whether a field says no more than that it is yet to be filled in."""
    return fold_width(text).strip().lower() in _PLACEHOLDERS


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """Return what a rating says; of a history (5 → 6 → 4) the last."""
    if is_placeholder(text):
        return Reading(problem="placeholder")
    if may_tell_change(text):
        from okrlint.reading.values.superseded import current_part  # few words tell what was before

        text = text[slice(*current_part(text, _is_rating))]
    folded = fold_width(text).strip().lower()[:200]
    for arrow in ("→", "->", "=>"):
        folded = folded.rsplit(arrow, 1)[-1].strip()
    stripped = _without_affixes(folded)
    return _word(stripped) or _number(stripped) or Reading(problem="unread")


def _is_rating(words: str) -> bool:
    folded = _without_affixes(fold_width(words).lower())
    return (_word(folded) or _number(folded)) is not None


@lru_cache(maxsize=1024)
def may_tell_change(words: str) -> bool:
    """Tell at a glance whether the words of a field may tell what was before (see `superseded`)."""
    low = words.lower()
    if words.isascii() and not any(word in low for word in _OF_CHANGE):
        return False
    return _change().search(words) is not None


_OF_CHANGE = (
    *(
        "was",
        "were",
        "now",
        "current",
        "last",
        "previous",
        "former",
        "original",
        "initial",
        "before",
        "instead",
        "place",
    ),
    *("moved", "changed", "postponed", ">"),
)
"""What English words that tell a change hold."""


@cache
def _change() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:was|were|now|currently|last|previously|formerly|originally|initially|before|instead|place|moved|changed"
        r"|postponed)\b|[→>原现現改变變调調更换換延推顺順提上之此]",
        ASCII | IGNORECASE,
    )


def _bare_confidence(number: float, text: str) -> Reading:
    if number < 0 or number > 100:
        return Reading(problem="range")
    if number == 1 and "." not in text:
        return Reading(problem="ambiguous")
    if number <= 1:
        return Reading(number, "0-1")
    if number <= 10:
        return Reading(round(number / 10, 4), "0-10")
    return Reading(round(number / 100, 6), "points")


def _bare_weight(number: float, text: str) -> Reading:
    if number < 0 or number > 100:
        return Reading(problem="range")
    if number < 1 or (number == 1 and "." in text):
        return Reading(number, "0-1")
    if number <= 10:
        return Reading(scale="relative")
    return Reading(round(number / 100, 6), "points")


def _without_affixes(folded: str) -> str:
    for affix in _AFFIXES:
        folded = folded.removeprefix(affix).removesuffix(affix).strip(" :")
    return folded.removeprefix("about ").strip(_APPROXIMATE).removeprefix("大").strip(_APPROXIMATE)


@cache
def _words() -> dict[str, Reading]:
    return {
        word: Reading(value, scale)
        for scale, table in (("levels", _LEVELS), ("signal", _SIGNALS))
        for value, words in table.items()
        for word in words.split()
    }


def _word(folded: str) -> Reading | None:
    """Read a level or a signal: alone, or with a remark behind it (`high, vendor signed`)."""
    words = _words()
    if folded in words:
        return words[folded]
    remark = _remark().search(folded)
    head = folded[: remark.start()].strip() if remark else folded
    return words.get(head) or words.get(folded[:1] if not folded[:1].isalnum() else "")


@cache
def _remark() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(,;:|。\[]|\s[-/]\s", ASCII)


_NUMBER = r"[-+]?(?:\d{1,9}(?:,\d{3}(?!\d)){0,3}(?:[.,]\d{1,9})?|\.\d{1,9})"


@cache
def _rating() -> Pattern[str]:
    low = rf"(?P<low>{_NUMBER})(?P<lowpercent>\s?%)?"
    high = rf"(?:\s{{0,2}}(?:-|~|to|至|到)\s{{0,2}}(?P<high>{_NUMBER}))?"
    ending = r"\s{0,2}(?P<end>%|percent\b|成半?|分之|分|(?:/|out of|of)\s{0,2}(?P<of>\d{1,4})(?!\d))?"
    return compile_pattern(rf"{low}{high}{ending}", ASCII)


@cache
def _chinese() -> Pattern[str]:
    digit = "[零一二两兩三四五六七八九十]"
    return compile_pattern(
        rf"(?P<tenths>{digit})成(?P<half>半)?|十分之(?P<part>{digit})|百分之(?P<hundredths>{digit}{{1,3}})"
    )


def _number(folded: str) -> Reading | None:
    chinese = None if folded.isascii() else _chinese().match(folded)
    if chinese and _ends(folded, chinese.end(), bare=False):
        return _chinese_share(chinese)
    match = _rating().match(folded)
    if match is None or not _ends(folded, match.end(), bare=not match["end"]):
        return None
    return _scaled(match)


def _ends(folded: str, at: int, *, bare: bool) -> bool:
    """Tell whether a rating ends here: a bare number must not be followed by words (`3 months`)."""
    rest = folded[at:].strip(" 。.")
    if not rest or rest[0] in "(,;|[、，-:":
        return True
    if bare:
        return not rest[0].isalnum() and rest[0] not in "/%$"
    return folded[at : at + 1] == " " or not rest[0].isalnum()


def _chinese_share(match: Match[str]) -> Reading:
    if match["hundredths"]:
        return Reading(_hundredths(match["hundredths"]) / 100, "percent")
    tenths = _TENTHS[match["tenths"] or match["part"]] + (0.5 if match["half"] else 0)
    return Reading(tenths / 10, "tenths")


def _hundredths(words: str) -> int:
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _TENTHS[words[-1]]
    return 10 * _TENTHS.get(tens, 1) + _TENTHS.get(ones, 0)


def _scaled(match: Match[str]) -> Reading:
    number = _value(match["low"])
    if match["high"]:
        number = (number + abs(_value(match["high"]))) / 2
    end = match["end"] or ""
    if match["of"]:
        return _share(number, int(match["of"]))
    if "%" in end or end == "percent" or match["lowpercent"]:
        return _within(number, 100, "percent")
    if end.startswith("成"):
        return _within(number + (0.5 if "半" in end else 0), 10, "tenths")
    if end == "分":
        return _within(number, 10, "0-10") if number <= 10 else _within(number, 100, "points")
    return Reading(bare=number) if not end else Reading(problem="unread")


def _share(number: float, whole: int) -> Reading:
    return _within(number, whole, {5: "0-5", 10: "0-10", 100: "percent"}.get(whole, "0-1"))


def _within(number: float, whole: int, scale: str) -> Reading:
    if not whole or number < 0 or number > whole:
        return Reading(scale=scale, problem="range")
    return Reading(round(number / whole, 6), scale)


def _value(digits: str) -> float:
    """Read digits with a decimal point or a decimal comma (`20,0000`); three digits behind a comma are thousands."""
    head, comma, tail = digits.rpartition(",")
    if comma and (len(tail) != 3 or head.lstrip("+-") == "0"):
        return float(f"{head.replace(',', '')}.{tail}")
    return float(digits.replace(",", ""))
