"""KW016."""

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
    LexiconMatch,
    Meta,
    Severity,
    Words,
    amounts,
    change,
    fold,
)


class KrVanityMetric(KeyResultRule):
    """A key result does not rest on a figure that flatters alone.

    What it checks: the only measure of a key result is one that grows with spending or with time and says little of
    what anybody does (page views, impressions, followers, likes, 曝光量, 点赞, 粉丝数). A share or a rate made of it,
    or what comes of it, is another measure.

    Why: Ries sets vanity metrics against those that one can act on; Wodtke asks for usage, revenue and satisfaction.

    When to switch it off: where attention itself is what is sold, as by media and advertising.
    """

    manual_zh = """关键结果不只靠好看的数字。

    检查什么：关键结果唯一的指标，是不是花钱或时间久了就会涨、却说明不了用户行为的数字
    （曝光量、浏览量、点赞、粉丝数、page views、followers）。由它算出的比率，或它带来的结果，是另一种指标。

    为什么：莱斯把“虚荣指标”与“可执行指标”相对；沃特克要的是使用、收入和满意度。

    何时关闭：卖的就是关注度时，例如媒体和广告。
    """

    meta = Meta(
        code="KW016",
        name="kr-vanity-metric",
        summary=Words(
            "A key result does not rest on a figure that flatters alone.",
            "关键结果不只靠好看的数字。",
        ),
        severity=Severity.INFO,
        certainty="medium",
        tier=3,
        sources=("WOD", "OKRLINT"),
        since="0.1.0",
    )

    messages = {
        "vanity": Words(
            "“{word}” can grow without anybody doing, buying or coming back to anything; measure what follows from it, "
            "as in “<share> of them <do what>”",
            "“{word}”涨了，不等于有人去做、去买或再来；请衡量它带来的结果，例如“其中<比例>的人<做了什么>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "Reach 50,000 ⟦followers⟧",
                "⟦Page views⟧ of the recipe section grow from 20,000 to 60,000 a month",
                "Double our ⟦likes⟧",
                "Our repair clips get 1M ⟦video views⟧",
            ),
            "zh": (
                "公众号⟦粉丝⟧达到5万",
                "菜谱频道⟦浏览量⟧由每月2万增长到6万",
                "⟦点赞⟧翻番",
                "維修短片⟦播放量⟧突破100萬",
            ),
        },
        good={
            "en": (
                "5% of followers book a table",
                "Readers who cook a recipe rise from 200 to 900 a month",
                "Page views lead to 300 bookings",
                "Impressions cost no more than $4 per thousand bookings",
                "Grow followers",
                "Guests like 9 of 10 dishes",
            ),
            "zh": (
                "5%的粉丝到店消费",
                "照着菜谱下厨的读者由每月200人增至900人",
                "浏览量带来300个订座",
                "点赞率达到8%",
                "增加粉丝",
                "粉絲轉化率由2%提升到5%",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        text = item.text
        measured = amounts(text.value)
        if item.measures or not measured or len(measured) > (2 if change(text.value) else 1):
            return
        found = next(context.lexicon("vanity_metrics").find(text.value), None)
        if found is not None and _is_all(text.value, found, measured[0]):
            word = text.value[found.start : found.end]
            yield self.hit(text.locate(found.start, found.end), "vanity", word=word)


def _is_all(text: str, found: LexiconMatch, first: Amount) -> bool:
    """Tell whether nothing is said to come of the figure, and the first amount is no share of it."""
    folded = fold(text).lower()
    if _beyond().search(folded) or folded[: found.start].endswith((" from ", " by ", " through ", " via ", "通过")):
        return False
    return not _is_share(folded, first.end)


def _is_share(folded: str, end: int) -> bool:
    """Tell whether the number ending there is a share of those counted: 5% of followers, 5%的粉丝."""
    return re.match(r"\s?(?:of\b|的)", folded[end:]) is not None and folded[end - 1] in "%成"


@cache
def _beyond() -> re.Pattern[str]:
    """Words by which something comes of the figure, or another measure is made of it."""
    return re.compile(
        r"\b(?:who|that|which|per|rate|ratio|cost|costs|conver\w{1,8}|lead(?:s|ing)? to|bring\w{0,3}|from our|into"
        r"|become|buy|book|sign)\b|转化|带来|率|成本|单价|占比|其中|消费|下单|到店|互动",
        re.ASCII,
    )
