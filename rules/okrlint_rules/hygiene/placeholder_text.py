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
)
from okrlint_rules.hygiene.blanks import blanks, is_form
from okrlint_rules.hygiene.texts import texts_of, texts_of_document
from okrlint_rules.quoting import quoted


class PlaceholderText(ItemRule):
    """Nothing of the template is left.

    What it checks: blanks and words that keep a place, in the statement of an item, in what is attached to it, and
    in what is said of the whole document (its team, the plan that it serves): TODO, lorem ipsum, XX%, "from X to
    Y", <metric>, [target], [N], {{name}}, ___, 待补充, 某某, an item whose whole text is "Key result 1", "[Measurable
    result 1]" or "Describe the objective", and a status that still lists all choices. Names with an X (Platform X,
    iPhone X), tags, to-do apps and the sizes of shirts are left alone. Owners, dates and ratings have rules of
    their own.

    Why: an item with a blank cannot be graded, and one blank tells that nobody has read the rest. Where a number is
    still to come, this finding takes the place of `kr-not-quantified`; in an objective, of `objective-no-beneficiary`.

    When to switch it off: for files that are templates.
    """

    manual_zh = """模板的空白要填完。

    检查什么：条目的表述及所附内容、整个文档的说明（团队、上级计划等）里，有没有留着占位的空白或词语：TODO、
    lorem ipsum、XX%、“从X提升到Y”、<指标>、[目标值]、{{名称}}、___、待补充、某某，
    或者整条只写了“关键结果1”“请输入目标”，状态栏里几个选项都还留着。
    带 X 的名称（平台X、iPhone X）、标签、待办应用、衣服尺码不报。
    负责人、日期、评分的占位由各自的规则检查。

    为什么：留着空白就没法打分；一处空白也说明没有人读过其余部分。数字还没填时，本条代替 `kr-not-quantified`；
    在目标里，代替 `objective-no-beneficiary`。

    何时关闭：文件本身就是模板时。
    """

    meta = Meta(
        code="HY003",
        name="placeholder-text",
        summary=Words("Nothing of the template is left.", "模板的空白要填完。"),
        severity=Severity.ERROR,
        sources=("OKRLINT", "INC"),
        since="0.1.0",
        supersedes=("KW001", "OB010"),
        folds=True,
        dropped=True,
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
                "⟦Describe the key result⟧",
                "⟦[Measurable result 1]⟧",
                "Grow the orchard from 20 to at least ⟦[N]⟧ trees",
                "⟦X⟧ school visits",
                """
                # OKRs 2026-Q2

                - Annual plan: ⟦[goal]⟧

                ## O1: Grow fruit that people cross the town for

                - KR1: Share of ripe fruit rises from 31% to 45%
                  - Actions:
                    - ⟦[step]⟧
                """,
            ),
            "zh": (
                "优质果占比⟦从X%提升到Y%⟧",
                "单株产量达到⟦XX⟧公斤",
                "⟦某指标⟧提升到40%",
                "退回果筐少于⟦___⟧个",
                "訂單金額達到⟦××⟧萬元",
                "与⟦X⟧家果行签约",
                "⟦请输入关键结果⟧",
                "果农培训人数达到⟦【目标值】⟧",
                """
                # 2026年Q2 OKR

                - 团队：⟦【填写团队】⟧

                ## O1：种出让人绕远路也要来买的水果

                - KR1：优质果占比从31%提升到45%
                  - 行动计划：
                    - ⟦【填写步骤】⟧
                """,
            ),
        },
        good={
            "en": (
                "Share of ripe fruit rises from 31% to 45%",
                "Orders through Platform X reach 400",
                "X followers from 400 to 900",
                "[Stretch goal] Share of ripe fruit rises from 31% to 60%",
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
        layout=True,
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        texts = texts_of(item)
        if item is context.document.objectives[0]:  # what is said of all objectives is looked at once
            texts += texts_of_document(context.document)
        for text in texts:
            value = text.value
            for ignored in self.options.ignore:
                if ignored:
                    value = value.replace(ignored, " " * len(ignored))
            seen: list[Span] = []
            for start, end in blanks(value, allow_masked=self.options.allow_masked):
                span = text.locate(start, end)
                seen.append(span)
                yield self.hit(span, "placeholder", words=quoted(text.value[start:end]))
            if "<" in text.raw and context.document.format in _TAGGED:
                yield from self._in_angles(text, seen)

        for told in (item.status, item.score):
            if told is not None and told.raw not in self.options.ignore and is_form(told.raw):
                yield self.hit(told.span, "placeholder", words=quoted(told.raw))

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
