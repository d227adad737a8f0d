"""OB001."""

from collections.abc import Iterator

from okrlint.plugins import (
    Amount,
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    amounts,
    metric_amount,
)


class ObjectiveHasMetric(ObjectiveRule):
    """An objective says where to go; how far is the business of its key results.

    What it checks: an objective carries no number that something is measured by: no count, percentage, sum of money,
    rank, duration, nor a number in words (half, double, 翻番). Dates, versions, names and labels are no such number,
    nor is a duration that only says which thing is meant (twelve-hour shifts).

    Why: the trainer's case calls an objective with a number dull: it stirs nobody, sets a ceiling and leaves no room
    for ideas; Wodtke and Castro want objectives qualitative. Authorities differ: Google's playbook praises an
    objective that has a percentage in it.

    When to switch it off: where objectives are to be tangible in Google's sense.
    """

    manual_zh = """目标说明去向；走多远，由关键结果来回答。

    检查什么：目标里有没有用来衡量的数字：数量、百分比、金额、名次、时长，或用文字写成的数量（“过半”“翻番”）。
    日期、版本号、名称、编号不算；只用来说明是哪种事物的时长（十二小时的夜班）也不算。

    为什么：培训师的案例指出，带数字的目标枯燥，不能打动人，既封了顶，也没给创意留余地；沃特克和卡斯特罗都主张目标应是定性的。
    各家看法不一：谷歌的 OKR 手册就称赞过一个带百分比的目标。

    何时关闭：团队按谷歌的做法，要求目标具体可衡量时。
    """

    meta = Meta(
        code="OB001",
        name="objective-has-metric",
        summary=Words(
            "An objective carries no number; numbers live in its key results.",
            "目标不带数字，数字写在关键结果里。",
        ),
        severity=Severity.ERROR,
        tier=1,
        sources=("SEED", "GTM", "WOD", "CAS", "TAB", "DTM"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which numbers an objective may carry."""

        allow_relative_words: bool = False
        allow_rank: bool = False
        ignore: tuple[str, ...] = ()
        about = {
            "allow_relative_words": Words(
                "Whether a change or share in words (double, half, 翻番) may stand in an objective.",
                "目标里是否允许用文字表示的变化或比例（“翻番”“过半”）。",
            ),
            "allow_rank": Words(
                "Whether a rank (top 3, 前三) may stand in an objective.",
                "目标里是否允许名次（“前三”“top 3”）。",
            ),
            "ignore": Words(
                "Expressions whose numbers measure nothing, letter for letter, such as the name of a product.",
                "其中的数字不是指标的词语（按字面匹配），例如产品名。",
            ),
        }

    options: Options

    messages = {
        "metric": Words(
            "“{words}” ({kind}) makes the objective a figure to hit, which stirs nobody and sets a ceiling; say in "
            "words where to go, and move the figure to a key result, as in “<metric> reaches <target>”",
            "目标里写了“{words}”（{kind}），读来枯燥，也封了顶；目标请用文字写明去向，数字移到关键结果里，"
            "例如“<指标>达到<目标值>”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Grow weekly active teams to ⟦40,000⟧",
                "Cut refund time in ⟦half⟧ for every shopper",
                "⟦100,000 downloads⟧ by online users in Q1",
                "Become a ⟦top 3⟧ vendor for small clinics",
                "Be among the ⟦ten best⟧ schools in the county",
                "Become a ⟦top-ten⟧ school in the county",
                "Let no patient sit through a ⟦12-hour⟧ wait",
            ),
            "zh": (
                "三季度新增付费门店⟦两百家⟧",
                "让⟦过半⟧客户来自老客推荐",
                "一季度在线用户下载量达到⟦10万⟧",
                "讓門市營收⟦翻番⟧",
                "让页面在⟦3S内⟧打开",
            ),
        },
        good={
            "en": (
                "Make refunds so quick that shoppers stop asking about them",
                "Ship v2.0 as the calmest release of 2026",
                "Give every newcomer a first 30 days to remember",
                "Be the number one choice of B2B buyers, 24/7",
                "Make 6S a habit on every line, and Euro 7 a matter of course",
                "Make Route 66 diners famous again",
                "Be the team that Studio 54 regulars remember",
                "Make 911 callers feel heard at 3 a.m.",
                "Make twelve-hour night shifts bearable for every nurse",
                "Make our 30-minute lunch feel like a holiday",
            ),
            "zh": (
                "三季度让老客户主动把我们介绍给同行",
                "建成一站式退款体验，让5G时代的用户不再等待",
                "千方百计让95后用户把我们当作第一选择",
                "從0到1打造新人離不開的訓練營",
                "让6S成为车间每个人的习惯，让3M胶带一样牢的口碑传开",
                "让群众办事只跑一次，家家懂得三分治七分养",
                "讓十二小時的夜班不再難熬，讓8小時之外的生活也精彩",
                "让三天小长假人人玩得安心",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        found = metric_amount(self._without_allowed(item.text.value))
        if found is None:
            return
        words = item.text.value[found.start : found.end]
        yield self.hit(
            item.text.locate(found.start, found.end), "metric", words=words, kind=_KINDS.get(found.kind, _NUMBER)
        )

    def _without_allowed(self, text: str) -> str:
        """Return the text with what the options allow blanked out, letter for letter."""
        for words in filter(None, self.options.ignore):
            text = text.replace(words, " " * len(words))
        if not (self.options.allow_rank or self.options.allow_relative_words):
            return text
        parts, done = [], 0
        for amount in filter(self._is_allowed, amounts(text)):
            parts += [text[done : amount.start], " " * (amount.end - amount.start)]
            done = amount.end
        return "".join((*parts, text[done:]))

    def _is_allowed(self, amount: Amount) -> bool:
        if amount.kind == "rank":
            return self.options.allow_rank
        return amount.strength == "relative" and self.options.allow_relative_words


_NUMBER = Words("a number", "数字")

_KINDS = {
    "count": Words("a count", "数量"),
    "percent": Words("a percentage", "百分比"),
    "points": Words("percentage points", "百分点"),
    "money": Words("a sum of money", "金额"),
    "duration": Words("a duration", "时长"),
    "rank": Words("a rank", "名次"),
    "multiple": Words("a multiple", "倍数"),
    "fraction": Words("a share", "比例"),
    "zero": Words("a count of zero", "归零指标"),
    "size": Words("a size", "大小"),
    "rate": Words("a rate", "速率"),
    "score": Words("a score", "评分"),
}
"""What to call each kind of amount."""
