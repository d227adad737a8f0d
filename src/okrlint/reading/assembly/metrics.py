"""What a key result is measured by: from fields, and else from its own words."""

from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import quantities
from okrlint.language.conversion import converted
from okrlint.model import Metric, Quantity, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.fields import FIELDS, canonical
from okrlint.reading.values.fields import quantity, quantity_of


def metric(statement: Text, attributes: Attributes) -> Metric | None:
    """Return baseline, target, current value and unit; None where there is nothing of these.

    A field goes before the words of the statement, and these before those of its only measure (`Measure: NPS above
    40`): in "from 31% to 45%" baseline and target, else its only amount as target, but for what it says of today ("now
    61%", 实际 71%). Baseline and current value are in the unit of the target where they can be: of "from 4h to 30 min"
    the baseline is 240 min.
    """
    baseline, target, current = _in_words(statement)
    if baseline is target is current is None and "measure" in attributes.first:
        measures = attributes.all("measure")
        if len(measures) == 1:  # of several nobody can tell which one counts
            baseline, target, current = _in_words(measures[0])
    one = attributes.one
    name, unit = one("metric"), one("unit")
    fields = _Figures(one("baseline"), one("target"), one("current"))
    if None in fields and not FIELDS.issuperset(attributes.first):
        fields = _with_periods(fields, attributes, is_told=target is not None)
    if fields.baseline:
        told = quantity(_without_target(fields.baseline))
        baseline = baseline if baseline and told.value is None else told  # words that tell no number give way
    if baseline and target and fields.target is None and _is_step(statement.value, target, baseline):
        target = None  # by how much is not where to
    if fields.target:
        reached = None if current or fields.current else target
        start, target = _ends(fields.target)
        current = reached if reached and _is_reached(statement.value, reached, target) else current
        baseline = start if start and not fields.baseline else baseline
    if fields.current:
        current = quantity(fields.current)
    if not (name or unit or baseline or target or current):
        return None
    if kept := (target and target.unit) or (baseline and baseline.unit):
        baseline, current = baseline and _in_unit(baseline, kept), current and _in_unit(current, kept)
    shared = unit.value if unit else (target and target.unit) or (baseline and baseline.unit)
    return Metric.model_construct(
        name=name,
        baseline=baseline,
        target=target,
        current=current,
        unit=shared or (current and current.unit) or None,
    )


def _is_step(statement: str, change: Quantity, baseline: Quantity) -> bool:
    """Tell whether a number is by which share something of another unit changes: "by 15% (baseline: 22 days)"."""
    if change.unit not in _SHARES or baseline.value is None or baseline.unit == change.unit:
        return False
    if not baseline.unit and change.unit in ("%", "‰"):
        return False
    return _by().search(statement[: max(0, statement.find(change.raw))][-_HEAD:]) is not None


_SHARES = ("%", "‰", "x", "倍")


@cache
def _by() -> Pattern[str]:
    return compile_pattern(
        r"(?:\b(?:by|up|down|another)(?: at least| about| around| over| more than)?"
        r"|[升高长加降低少短减增涨缩省][了约]?(?:至少|不少于|不低于|超过)?) ?$",
        ASCII | IGNORECASE,
    )


def _is_reached(statement: str, told: Quantity, target: Quantity) -> bool:
    """Tell whether a number is what has been got so far, as the words tell: "Reduced cycle time by 18% (target: 30%)".

    Where the statement and the target say the same, it is written as what shall be so, and tells of no progress.
    """
    if told.value is None or target.value in (None, told.value) or (told.unit or "") != (target.unit or ""):
        return False
    before = statement[: max(0, statement.find(told.raw))]
    if before.startswith(("已", "目前已", "累计已")) or before[-_HEAD:].rstrip("约 ").endswith("了"):
        return True
    return before.isascii() and _past().match(before) is not None and _to().search(before[-_HEAD:]) is None


@cache
def _past() -> Pattern[str]:
    return compile_pattern(
        r"\W{0,4}(?:[a-z]{2,12}ly )?(?:(?:re|in|de|im|ex|ach|rais|low|boost|doubl|sav|add|gain|complet|deliv|launch"
        r"|sign|clos|shipp|automat|migrat)[a-z]{0,9}ed|grew|rose|fell|won|sold|hired|brought|got|made|built)\b",
        ASCII | IGNORECASE,
    )


@cache
def _to() -> Pattern[str]:
    """Match what stands before a level that a participle names as what shall be: "Churn reduced to 3%"."""
    return compile_pattern(r"\bto(?: at least| about| under| below| over)? ?[<>≤≥]?=? ?$", ASCII | IGNORECASE)


class _Figures(NamedTuple):
    """The fields that say where something starts, shall be and is."""

    baseline: Text | None
    target: Text | None
    current: Text | None


def _with_periods(fields: _Figures, attributes: Attributes, *, is_told: bool) -> _Figures:
    """Return the fields, and in place of those that lack the ones that name a period: `Q2 Target`, 期末目标, Q1现状.

    Of several for one thing (`Q1 Target`, `Q2 Target`) none is it. What was in another period than the target is
    the baseline. Where the words of the statement tell a target (`is_told`), that of a period may be another.
    """
    found: dict[str, list[tuple[str, Text]]] = {}
    for own, text in attributes.first.items():
        if (named := _of_period(own)) and quantity(text).value is not None:
            found.setdefault(named[1], []).append((named[0], text))
    aimed, target = _only(found.get("target", []))
    past = [(period, text) for period, text in found.get("current", []) if aimed and period != aimed]
    _, current = _only([each for each in found.get("current", []) if each not in past])
    _, baseline = _only(found.get("baseline", []) + past)
    target = None if is_told else target
    return _Figures(fields.baseline or baseline, fields.target or target, fields.current or current)


def _only(found: list[tuple[str, Text]]) -> tuple[str, Text | None]:
    return found[0] if len(found) == 1 else ("", None)


@lru_cache(maxsize=256)  # a table says the same for each of its rows
def _of_period(name: str) -> tuple[str, str] | None:
    """Return the period that the name of a field begins with, and the field; None for any other name."""
    match = _period().match(name) if len(name) <= _LONGEST_NAME else None
    if match is None:
        return None
    period, field = match[0].strip(" -的").lower(), canonical(name[match.end() :])
    role = "target" if field == "objective" else field
    if period.startswith(("上季", "上期", "last")) or period.endswith("初"):
        role = "baseline" if role in ("baseline", "current") else None
    return (period, role) if role in ("baseline", "target", "current") else None


_LONGEST_NAME = 32


_PART = (
    r"(?:[qh][1-4](?:季度)?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月[初底末]?|[本上]?(?:季度|期)[初末]?|[季年][初末底]"
    r"|(?:year|quarter)[- ]end|end[- ]of[- ](?:the[- ])?(?:year|quarter)|eo[qy]|last (?:quarter|year)|quarterly)"
)


@cache
def _period() -> Pattern[str]:
    return compile_pattern(
        rf"(?:(?:fy ?)?(?:20\d\d|\d\d(?=年)|(?<=fy)\d\d)年?度?[ -]?(?:{_PART})?|{_PART})[ -]?的?", IGNORECASE
    )


def _ends(field: Text) -> tuple[Quantity | None, Quantity]:
    """Return the baseline, if it tells one, and the target that a field says: `55% → 80%` under `Start → Target`."""
    change = quantities.change(field.value)
    if change is None:
        return None, quantity(field)
    return quantity_of(field, change.baseline), quantity_of(field, change.target)


def _without_target(field: Text) -> Text:
    """Return a baseline's words without those behind it for the target: `月留存 28%，目标 Q2 末 42%`."""
    if not any(map(field.value.__contains__, _SIGNS_OF_TARGET)):
        return field
    behind = _target_behind().search(field.value)
    return field.part(0, behind.start()) if behind else field


_SIGNS_OF_TARGET = ("目标", "目標", "arget", "goal", "Goal")


@cache
def _target_behind() -> Pattern[str]:
    return compile_pattern(r"[ ,，;；、/]{1,3}(?:目标|目標|target|goal)", IGNORECASE)


def _in_unit(number: Quantity, unit: str) -> Quantity:
    """Return a number in a unit; as it is where it has none of its own, or one of something else (dollars, yuan)."""
    if number.value is None or not number.unit or number.unit == unit:
        return number
    value = converted(number.value, number.unit, unit)
    return number if value is None else number.model_copy(update={"value": value, "unit": unit})


def _in_words(statement: Text) -> tuple[Quantity | None, Quantity | None, Quantity | None]:
    """Return baseline, target and current value as far as the statement tells them."""
    change = quantities.change(statement.value)
    if change:
        start, end = change.baseline, change.target
        between = statement.value[start.end : end.start]
        if ("," in between or "，" in between) and (stage := _last_stage(statement.value)):
            return None, quantity_of(statement, stage), None
        return quantity_of(statement, start), quantity_of(statement, end), None
    present: list[quantities.Amount] = []
    aimed: list[quantities.Amount] = []
    for amount in quantities.amounts(statement.value):
        of_today = _present().search(statement.value, max(0, amount.start - _HEAD), amount.start)
        (present if of_today else aimed).append(amount)
    if len(aimed) == 1 and not present and _only_starts(statement.value, aimed[0]):
        return quantity_of(statement, aimed[0]), None, None
    if len(aimed) == 1 and statement.value.endswith((")", "）")) and _is_remark(statement.value, aimed[0]):
        aimed = []
    one = aimed[0] if len(aimed) == 1 else _aim(statement.value, aimed) if aimed else None
    target = quantity_of(statement, one) if one else None
    current = quantity_of(statement, present[0]) if len(present) == 1 and aimed else None
    return None, target, current


def _only_starts(statement: str, amount: quantities.Amount) -> bool:
    """Tell whether a number is only what something starts from: "from ~20 to at least [N] items", 从20提升到【N】."""
    before, after = statement[: amount.start], statement[amount.end : amount.end + _LONGEST_JOINT]
    if not before.rstrip(" ~≈约").lower().endswith(("from", "从", "由")):
        return False
    return _to_something().match(after) is not None


_LONGEST_JOINT = 24


@cache
def _to_something() -> Pattern[str]:
    return compile_pattern(r"(?: [a-z]{2,12}){0,2} to\b|[^,，。;；（(]{0,6}[到至]", ASCII | IGNORECASE)


def _aim(statement: str, aimed: list[quantities.Amount]) -> quantities.Amount | None:
    from okrlint.language.aims import aim  # few statements have several amounts

    return aim(statement, aimed)


def _is_remark(statement: str, amount: quantities.Amount) -> bool:
    from okrlint.language.aims import is_remark  # few statements end with brackets

    return is_remark(statement, amount)


def _last_stage(statement: str) -> quantities.Amount | None:
    from okrlint.language.stages import last_stage

    return last_stage(statement)


_HEAD = 16
"""How far before an amount words are looked for that tell it is no target."""


@cache
def _present() -> Pattern[str]:
    """Match what stands before a value of today: `(now 61%)`, 目前 61%, 实际 2.4 秒."""
    return compile_pattern(
        r"(?:\b(?:now|currently|today|current|actual(?:ly)?)(?: at| is)?"
        r"|目前|当前|當前|现为|現為|现在|現在|实际|實際|实际完成|實際完成)(?:为|為|是|:|：)?\s?$",
        ASCII | IGNORECASE,
    )
