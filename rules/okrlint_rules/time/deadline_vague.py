"""TM004."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, Item, ItemRule, KeyResult, Meta, Severity, Words, amounts, dates
from okrlint_rules.quoting import quoted


class DeadlineVague(ItemRule):
    """A word such as "soon" is no date.

    What it checks: the deadline of an objective or a key result is not a word for some time or other (ASAP, ongoing,
    尽快, 长期), for what comes again and again (every month, 每月底) or for what depends on something (视天气而定), nor
    a blank that was never filled in (X月). A key result that has no date is not put off in its own
    words either (soon, 择期); these can be added to the list `vague_times`. A limit that is counted from an event
    (within two weeks of launch) is a date.

    Why: nobody can be late for "soon". Google's playbook asks for real dates; INCOSE's guide to writing requirements
    (R7) forbids such words.

    When to switch it off: where deadlines are kept elsewhere, and the column only says what is urgent.
    """

    manual_zh = """“尽快”不是日期。

    检查什么：目标或关键结果的截止日期不能只写“尽快”“长期”“ASAP”之类的词，不能只写“每月底”“视天气而定”，也不能留着没有填写的空（X月）。
    没有日期的关键结果，文字里也不能只用“择期”“soon”这样的词来推迟；可以在词表 `vague_times` 中增加词语。
    从某一事件算起的期限（上线后两周内）算日期。

    为什么：“尽快”永远不会逾期。谷歌的 OKR 手册要求写真实的日期；INCOSE 的需求写作指南（R7）不允许这类词。

    何时关闭：截止日期记在别处、这一栏只表示轻重缓急时。
    """

    meta = Meta(
        code="TM004",
        name="deadline-vague",
        summary=Words("A deadline is a date.", "截止日期是一个日期。"),
        severity=Severity.WARNING,
        sources=("G-PB", "INC"),
        since="0.1.0",
    )

    messages = {
        "field": Words(
            "“{words}” is no date, so nobody can be late for it; name a day, as in “due: <YYYY-MM-DD>”",
            "“{words}”不是日期，也就谈不上逾期；请写明哪一天，例如“截止：<YYYY-MM-DD>”",
        ),
        "words": Words(
            "“{words}” puts “{text}” off to no day at all; name one, as in “by <date>”",
            "“{words}”没有说明哪一天，“{text}”可以一直拖下去；请写明日期，例如“<日期>前”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "churn falls from 4% to 2% (due: ⟦ASAP⟧)",
                "help centre answers 40% of questions (due: ⟦ongoing⟧)",
                "Open the second shop ⟦soon⟧",
                "churn falls from 4% to 2% (due: ⟦as early as possible⟧)",
                "churn falls from 4% to 2% (due: ⟦every month⟧)",
                "Open the roof garden (due: ⟦when the weather allows⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                | Key result | Due |
                |---|---|
                | churn falls from 4% to 2% | 2026-05-31 |
                | 900 qualified leads | ⟦in due course⟧ |
                """,
            ),
            "zh": (
                "流失率从4%降至2%（截止：⟦尽快⟧）",
                "帮助中心解答四成问题（完成时间：⟦长期⟧）",
                "⟦擇期⟧開設第二家門店",
                "流失率从4%降至2%（截止：⟦每月底⟧）",
                "屋頂花園開放（截止：⟦視天氣而定⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                | 关键结果 | 截止日期 |
                |---|---|
                | 流失率从4%降至2% | 5月31日 |
                | 有效线索达到900条 | ⟦近期⟧ |
                """,
            ),
        },
        good={
            "en": (
                "churn falls from 4% to 2% (due: 2026-05-20)",
                "churn falls from 4% to 2% (due: 2 weeks after launch)",
                "90% of orders leave the warehouse as soon as they are paid",
                "Open the second shop soon, at the latest by 31 May",
                "900 visits to the “coming soon” page",
            ),
            "zh": (
                "流失率从4%降至2%（截止：2026-05-20）",
                "流失率从4%降至2%（截止：上线后两周内）",
                "5月底前擇機開設第二家門店",
                "择期手术等待时间降至10天",
                "持续集成覆盖率达到80%",
            ),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        deadline = item.deadline
        if deadline and not item.deadline_inherited:
            if deadline.problem == "vague":
                yield self.hit(deadline.span, "field", words=quoted(deadline.raw))
            return
        if not isinstance(item, KeyResult):
            return
        text = item.text.value
        found = next(context.lexicon("vague_times").find(text), None)
        if found and not _says_when(text):
            place = item.text.locate(found.start, found.end)
            yield self.hit(
                place, "words", certainty="medium", words=text[found.start : found.end], text=quoted(item.text)
            )


def _says_when(text: str) -> bool:
    """Tell whether a statement names a date or a length of time: then it is not put off to no day."""
    return bool(dates(text)) or any(amount.kind == "duration" for amount in amounts(text))
