"""HY003."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Severity,
    Span,
    Text,
    Words,
    fold_width,
)
from okrlint_rules.hygiene.texts import texts_of
from okrlint_rules.quoting import quoted


class PlaceholderText(ItemRule):
    """Nothing of the template is left.

    What it checks: blanks and words that keep a place, in the statement of an item and in what is attached to it: TODO,
    lorem ipsum, XX%, "from X to Y", <metric>, [target], {{name}}, ___, 待补充, 某某, and an item whose whole text is
    "Key result 1". Names with an X (Platform X, iPhone X), tags, to-do apps and the sizes of shirts are left alone.
    Owners, dates and ratings have rules of their own.

    Why: an item with a blank cannot be graded, and one blank tells that nobody has read the rest. Where a number is
    still to come, this finding takes the place of `kr-not-quantified`.

    When to switch it off: for files that are templates.
    """

    manual_zh = """模板的空白要填完。

    检查什么：条目的表述及所附内容里，有没有留着占位的空白或词语：TODO、lorem ipsum、XX%、“从X提升到Y”、<指标>、
    [目标值]、{{名称}}、___、待补充、某某，或者整条只写了“关键结果1”。带 X 的名称（平台X、iPhone X）、标签、待办应用、
    衣服尺码不报。负责人、日期、评分的占位由各自的规则检查。

    为什么：留着空白就没法打分；一处空白也说明没有人读过其余部分。数字还没填时，本条代替 `kr-not-quantified`。

    何时关闭：文件本身就是模板时。
    """

    meta = Meta(
        code="HY003",
        name="placeholder-text",
        summary=Words("Nothing of the template is left.", "模板的空白要填完。"),
        severity=Severity.ERROR,
        sources=("OKRLINT", "INC"),
        supersedes=("KW001",),
    )

    class Options(RuleOptions):
        """What may stand for what is not told."""

        allow_masked: bool = False
        ignore: tuple[str, ...] = ()
        about = {
            "allow_masked": Words(
                "Whether figures that are kept secret may be masked (××万元, **%).",
                "保密的数字是否可以用符号代替（××万元、**%）。",
            ),
            "ignore": Words(
                "Expressions that look like placeholders and are none, letter for letter, such as the name of a "
                "product.",
                "看起来像占位、其实不是的词语（按字面匹配），例如产品名。",
            ),
        }

    options: Options

    messages = {
        "placeholder": Words(
            "“{words}” is still to be filled in; put the words or the number that belongs there, or delete it",
            "“{words}”还没有填；请填上该写的内容或数字，用不着就删掉",
        )
    }

    examples = Examples(
        bad={
            "en": (
                "Share of ripe fruit rises from ⟦X% to Y%⟧",
                "Yield per tree reaches ⟦XX⟧ kilos",
                "⟦TODO⟧: agree on the measure for the orchard",
                "Fewer than ⟦___⟧ crates come back",
                "⟦[metric]⟧ reaches 40%",
                "Raise ⟦<metric name>⟧ to 40%",
                "⟦Key result 2⟧",
            ),
            "zh": (
                "优质果占比⟦从X%提升到Y%⟧",
                "单株产量达到⟦XX⟧公斤",
                "⟦某指标⟧提升到40%",
                "退回果筐少于⟦___⟧个",
                "訂單金額達到⟦××⟧萬元",
                "果农培训人数达到⟦【目标值】⟧",
            ),
        },
        good={
            "en": (
                "Share of ripe fruit rises from 31% to 45%",
                "Orders through Platform X reach 400",
                "The to-do app is opened by 60% of growers each week",
                "XL and XXL boxes make up 30% of orders",
                "Losses < 4% and > 2 tons saved",
            ),
            "zh": (
                "优质果占比从31%提升到45%",
                "平台X的订单达到400单",
                "待确认订单由30单降至5单",
                "XX染色体检测准确率达到99%",
                "<b>損耗率</b>降至4%",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        for text in texts_of(item):
            seen: list[Span] = []
            for start, end in self._blanks(text.value):
                span = text.locate(start, end)
                seen.append(span)
                yield self.hit(span, "placeholder", words=quoted(text.value[start:end]))
            if context.document.format in _TAGGED and "<" in text.raw:
                yield from self._in_angles(text, seen)

    def _blanks(self, value: str) -> Iterator[tuple[int, int]]:
        """Yield where placeholders stand in a text."""
        for ignored in filter(None, self.options.ignore):
            value = value.replace(ignored, " " * len(ignored))
        folded = fold_width(value)
        if not _candidate().search(folded):
            return
        for match in _blank().finditer(folded):
            if not (match.lastgroup == "masked" and self.options.allow_masked):
                yield match.span()

    def _in_angles(self, text: Text, seen: list[Span]) -> Iterator[Hit]:
        """Yield the placeholders that a reader takes for tags: they stand in the source alone."""
        for match in _angled().finditer(text.raw):
            span = Span(text.span.start + match.start(), text.span.start + match.end())
            if any(other.start < span.end and span.start < other.end for other in seen):
                continue
            if match[1].lower() not in _TAGS and match[0] not in self.options.ignore:
                yield self.hit(span, "placeholder", words=quoted(match[0]))


_TAGGED = ("markdown", "yaml", "json", "toml", "csv", "org", "rst")
"""Formats whose text is not made of tags."""

_TAGS = frozenset(
    (
        "a", "abbr", "b", "bdi", "big", "br", "center", "cite", "code", "col", "dd", "del", "details", "div", "dl",
        "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
        "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
        "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
    )
)  # fmt: skip
"""The tags of HTML that people write in Markdown."""


@cache
def _angled() -> re.Pattern[str]:
    """A name in angle brackets, and its first word."""
    return re.compile(r"<([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,20})(?: [\w\u4e00-\u9fff -]{1,30})?>")


@cache
def _candidate() -> re.Pattern[str]:
    """A sign without which no placeholder stands in a text; the full pattern takes ten times as long to build."""
    return re.compile(
        r"(?<![A-Za-z])[XYNxn]{1,5}(?![A-Za-z])|[×╳*_.·。]{2}|[\[【{…?]"
        r"|TODO|TB[DCA]|FIXME|orem ip|待|填|某|^\s{0,3}(?:[Kk]ey [Rr]|[Oo]bjective|关|關|目|[.·。] )"
    )


@cache
def _blank() -> re.Pattern[str]:
    """What keeps the place of words or a number."""
    return re.compile(
        r"""\b(?:TODO|TBD|TBC|TBA|FIXME)\b(?!\s?(?:apps?|lists?|items?|trackers?|MVC|应用|清单|列表))
          | \b[Ll]orem\ ipsum\b
          | (?:(?<=from\ )|从)[XYxNn]\ ?[%％]?\ ?
            (?:to|提升到|提升至|提高到|提高至|增长到|增长至|降低到|降低至|下降到|降到|降至|减少到|缩短到|升到|升至|到|至)
            \ ?[XYZxyzNMnm](?![A-Za-z0-9])\ ?[%％]?
          | (?<![A-Za-z0-9_.-])[XYxN]{1,4}\ ?[%％]
          | (?<![A-Za-z0-9_.\u00d7-])(?<!染色体)(?:XX{1,3}|xx{1,3})(?![A-Za-z0-9_.-])(?!\ ?(?:染色体|century|-))
          | (?<=[达到至为超过])[XYN](?=\ ?[个家名万亿元人次天条篇场分位])
          | (?P<masked>[×╳]{2,6}|[*＊]{2,6}(?=\ ?(?:[%％万亿元个家人次])))
          | \[(?:target|metric|baseline|number|name|date|owner|value|x|y|insert\ [^\]\n]{1,30}|your\ [^\]\n]{1,30}
               |指标|指标名称?|目标|目标值|基线|数字|数值|姓名|日期|名称|负责人|填写[^\]\n]{0,20})\](?![(\[])
          | 【(?:指标|指标名称?|目标值|基线|数字|数值|姓名|日期|名称|负责人|填写[^】\n]{0,20}|请填写[^】\n]{0,20})】
          | (?<![/\w])\{\{?\ ?[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff\ -]{0,30}\}\}?
          | (?<![A-Za-z0-9_])_{2,40}(?![A-Za-z0-9_])
          | (?:(?<=[(:达到至为])|^)(?:待补充|待填写?|待完善|待明确|待确认|待定|请填写|此处填写)(?=[),;，。；]|$)
          | 某某(?![某])|某指标
          | ^\s{0,3}(?:(?:[Kk]ey\ [Rr]esult|[Oo]bjective|关键结果|關鍵結果|目标|目標)\ ?\d{0,2}
               |[.…。·\s]{2,10}|[xX]{1,5}|\?{1,5})\s{0,3}$
        """,
        re.ASCII | re.VERBOSE,
    )
