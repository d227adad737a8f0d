"""KW013."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Amount,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    Quantity,
    RuleOptions,
    Severity,
    Words,
    amounts,
    change,
    direction,
    direction_before,
    fold,
    metric_name,
    metric_range,
)
from okrlint_rules.key_result.places import is_within
from okrlint_rules.quoting import quoted


class KrImpossibleTarget(KeyResultRule):
    """A target lies within what its measure can be.

    What it checks: a share of a whole (coverage, conversion, uptime) ends at 100%, the net promoter score at 100, a
    rating in stars at 5, a mark out of ten at 10; and nothing can be reduced by more than all of it. Growth rates,
    returns, net revenue retention and the completion of a plan have no such end, and a step ("coverage up by 120%")
    is no level.

    Why: such a target is a slip of the pen, or stands for another measure than the one that is named; in either case
    the key result cannot be scored.

    When to switch it off: where a house measure bears the name of a share and goes beyond the whole; better give it
    another name.
    """

    manual_zh = """目标值要落在指标可能取到的范围内。

    检查什么：占比类指标（覆盖率、转化率、可用性）最多 100%，净推荐值最多 100，星级评分最多 5，十分制最多 10；
    降幅也不可能超过 100%。增长率、回报率、净收入留存率、计划完成率没有这样的上限；
    “覆盖率提升120%”说的是涨幅，不是水平，都不报。

    为什么：这样的目标值不是笔误，就是把别的指标写成了这个名字，总之没法打分。

    何时关闭：内部指标借用了占比的名字、确实可以超过 100% 时；不过最好换个名字。
    """

    meta = Meta(
        code="KW013",
        name="kr-impossible-target",
        summary=Words(
            "A target lies within the range of its measure.",
            "目标值落在指标可能取到的范围内。",
        ),
        severity=Severity.ERROR,
        tier=3,
        sources=("OKRLINT",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which measures may go beyond their range."""

        unbounded: tuple[str, ...] = ()
        about = {
            "unbounded": Words(
                "Measures that go beyond 100% in this house, letter for letter, such as “room coverage”.",
                "本单位可以超过 100% 的指标，按字面匹配，例如“场地覆盖率”。",
            )
        }

    options: Options

    messages = {
        "range": Words(
            "“{metric}” can be {least} to {most}, so {value} cannot be reached; correct the <target>, or name the "
            "measure that is meant",
            "“{metric}”的取值范围是 {least} 到 {most}，不可能达到 {value}；请改正<目标值>，或写明真正要衡量的指标",
        ),
        "reduction": Words(
            "nothing can be reduced by {value}, which is more than all of it; write “from <baseline> to <target>”",
            "降幅不可能达到 {value}，全部减完也只有 100%；请写成“从<基线>降到<目标值>”",
        ),
        "mark": Words(
            "{value} is more than full marks; correct the <target> or the scale",
            "{value} 超过了满分；请改正<目标值>或分制",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Branch coverage of the billing module reaches ⟦130%⟧",
                "Patient NPS rises from 60 to ⟦115⟧",
                "Cut late deliveries by ⟦150%⟧",
                "Average rating of our cafés gets to ⟦5.4/5⟧",
                "Reach ⟦140%⟧ test coverage",
                "Score of ⟦105%⟧ in hygiene audits",
                """
                # OKRs 2026-Q2

                ## O1: Make every release a quiet one

                | Key result | Baseline | Target |
                |---|---|---|
                | Branch coverage | 60% | ⟦110%⟧ |
                """,
            ),
            "zh": (
                "社区疫苗覆盖率达到⟦115%⟧",
                "门店次品退货率降到⟦-3%⟧",
                "食堂浪费量降低⟦150%⟧",
                "住戶淨推薦值從40提升到⟦120⟧",
                "小程序评分达到⟦5.6/5⟧",
                "卫生检查得分率⟦105%⟧",
                "正確率提高到⟦110%⟧",
            ),
        },
        good={
            "en": (
                "Net revenue retention reaches 120%",
                "Branch coverage rises by 130%",
                "Cut late deliveries by 60%",
                "Sales reach 140% of quota",
                "Average rating of our cafés gets to 4.8/5",
                "Return on ad spend reaches 300%",
                "Score of 120% of plan in field tests",
            ),
            "zh": (
                "净收入留存率达到120%",
                "社区疫苗覆盖率提升120%",
                "销售目标完成率达到130%",
                "營收增長率達到150%",
                "食堂浪费量由50公斤降至20公斤",
                "小程序评分达到4.8/5",
                "正确率提高10个百分点",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text.value
        for amount in amounts(text):
            if amount.kind not in _BOUNDED_KINDS:
                continue
            start, value = _signed(text, amount)
            if _is_possible(amount, value):
                continue
            span, words = item.text.locate(start, amount.end), text[start : amount.end]
            if _is_step(text, amount):
                if amount.kind == "percent" and value > _WHOLE and _is_reduction(text, amount):
                    yield self.hit(span, "reduction", value=words)
                continue
            found = self._range(text, amount)
            if found is not None and not found[1] <= value <= found[2]:
                name, least, most = found
                unit = "%" if amount.kind == "percent" else ""
                yield self.hit(
                    span, "range", value=words, metric=quoted(name), least=f"{least:g}{unit}", most=f"{most:g}{unit}"
                )
        for start, end in _overfull(text):
            yield self.hit(item.text.locate(start, end), "mark", value=text[start:end])
        target = item.metric.target if item.metric is not None else None
        if target is not None and target.unit == "%" and (target.value or 0) > _WHOLE:
            yield from self._in_field(item, target)

    def _in_field(self, item: KeyResult, target: Quantity) -> Iterator[Hit]:
        """Yield a finding for a share above the whole in a target field."""
        if is_within(target, item.text):
            return
        named = item.metric.name if item.metric is not None and item.metric.name is not None else item.text
        name = metric_name(named.value, len(named.value))
        if metric_range(name) == _SHARE and not self._is_unbounded(name):
            yield self.hit(target.span, "range", value=target.raw, metric=quoted(name), least="0%", most="100%")

    def _is_unbounded(self, name: str) -> bool:
        return any(fold(entry).lower() in name for entry in self.options.unbounded)

    def _range(self, text: str, amount: Amount) -> tuple[str, float, float] | None:
        """Return the measure that an amount is a level of, and its range in the amount's unit."""
        if amount.value is None:
            return None
        pair = change(text)
        begin = pair.start if pair is not None and pair.target == amount else amount.start
        for name in (metric_name(text, begin), _name_behind(text, amount.end)):
            known = metric_range(name)
            if known is None or self._is_unbounded(name):
                continue
            fits = amount.kind == "percent" if known == _SHARE else amount.kind in ("number", "score")
            if fits and (known != _STARS or amount.unit in _STAR_UNITS):
                return name, *known
        if amount.kind == "percent" and (
            mark := _examined().search(f"{fold(text)[:begin]}%{fold(text)[amount.end :]}")
        ):
            return mark[1], *_SHARE
        return None


@cache
def _examined() -> re.Pattern[str]:
    """A share of the marks in an examination: "a score of 95% in hygiene audits"; "%" stands for the numbers."""
    return re.compile(
        r"\b((?:score|mark)s?)(?:\s(?:of|at|to|from|reach(?:es)?|rises?|grows?)){0,3}\s%\s(?:in|on|at)\s(?:[a-z'-]{1,20}\s){0,3}?"
        r"(?:audit|test|exam|examination|inspection|quizze|quiz|assessment)s?\b",
        re.ASCII | re.IGNORECASE,
    )


def _is_possible(amount: Amount, value: float) -> bool:
    """Tell whether no measure of an amount's kind ends before its value: then it does not matter which it is."""
    if amount.kind == "percent":
        return _SHARE[0] <= value <= _SHARE[1]
    least, most = _STARS if amount.unit in _STAR_UNITS else _NET_SCORE
    return least <= value <= most


_BOUNDED_KINDS = frozenset(("percent", "number", "score"))
_WHOLE = 100
_SHARE: tuple[float, float] = (0, 100)
_STARS: tuple[float, float] = (0, 5)
_NET_SCORE: tuple[float, float] = (-100, 100)
_STAR_UNITS = ("★",)
"""Units that tell that full marks are five; points may be out of ten."""

_BEHIND = 40
"""How far behind a number the name of its measure is looked for: 120% test coverage."""


def _overfull(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a mark stands that is more than full marks: 5.4/5."""
    if "/" not in text and "／" not in text:
        return
    for match in _mark().finditer(fold(text)):
        if float(match["mark"]) > float(match["full"]) and metric_range(metric_name(text, match.start())):
            yield match.span()


def _signed(text: str, amount: Amount) -> tuple[int, float]:
    """Return where an amount starts and its value, a minus sign before it counted in."""
    value = amount.value or 0.0
    has_minus = text[amount.start - 1 : amount.start] in ("-", "−", "－") and amount.start > 1
    before = text[amount.start - 2 : amount.start - 1]
    if has_minus and not before.isdigit() and not before.isascii():
        return amount.start - 1, -value
    return amount.start, value


def _is_step(text: str, amount: Amount) -> bool:
    """Tell whether an amount says by how much something moves (提升120%, "by 30%", +40%), and not where it gets."""
    before = fold(text[: amount.start]).lower().rstrip()
    if before.endswith((" by", "+")) or fold(text[amount.start : amount.end]).startswith("+"):
        return True
    verb = direction_before(text, amount.start)
    if verb is None:
        return False
    joint = fold(text[verb.end : amount.start]).strip(" 约近了超过")
    return not joint and not before.endswith(("至", "到", "to"))


def _is_reduction(text: str, amount: Amount) -> bool:
    verb = direction(text, amount.start, amount.end)
    return verb is not None and verb.way == "down"


def _name_behind(text: str, end: int) -> str:
    """Return the name of a measure behind its number: "test coverage" in "120% test coverage for the core"."""
    match = _behind().match(fold(text).lower(), end, end + _BEHIND)
    return match[1].strip() if match else ""


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(r"(?: |的|以上的)((?:(?!(?:of|for|in|on|at|by|with|and|to)\b)[\w-]{1,20} ?){1,3})")


@cache
def _mark() -> re.Pattern[str]:
    """A mark and what is full marks in a scale that is in use: 5.4/5."""
    return re.compile(
        r"(?<![\d./-])(?P<mark>\d{1,3}(?:\.\d{1,2})?) ?/ ?(?P<full>5|10|100)(?:\.0)?(?![\d./-])", re.ASCII
    )
