"""ACME002."""

from collections.abc import Iterator

from okrlint.plugins import Context, Edit, Examples, Fix, Hit, Item, ItemRule, Meta, Severity, Text, Words


class FillerWord(ItemRule):
    """A word that could be said of any work says nothing of this one.

    What it checks: objectives and key results do without the words of the list `acme_fillers`, such as “successfully”.
    Who needs others adds them to the configuration: `lexicon.acme_fillers`.

    Why: nobody plans to launch unsuccessfully. What is left without the word shows whether there is anything to see.

    When to switch it off: in plans that are read by customers, who are used to such words.
    """

    manual_zh = """放到哪项工作上都成立的词，等于什么也没说。

    检查什么：目标和关键结果里不用词表 `acme_fillers` 中的词，例如“切实”。需要增减时，在配置里写 `lexicon.acme_fillers`。

    为什么：没有谁会计划“不成功地上线”。去掉这个词，才看得出剩下的话有没有内容。

    何时关闭：文档要给客户看，而客户习惯这样的措辞时。
    """

    meta = Meta(
        code="ACME002",
        name="filler-word",
        summary=Words("Statements do without filler words.", "表述里不用空泛的修饰词。"),
        severity=Severity.INFO,
        certainty="medium",  # the list does not know what the author meant
        since="1.1.0",
    )

    messages = {
        "filler": Words(
            "“{word}” can be left out: nobody would plan the opposite",
            "“{word}”可以去掉：没有人会计划相反的事",
        )
    }

    examples = Examples(
        bad={
            "en": ("⟦Successfully⟧ retain 75% of the shops", "Retention of shops is ⟦actively⟧ raised to 75%"),
            "zh": ("⟦切实⟧把门店留存率提升到75%", "门店⟦成功⟧上线率达到75%，⟦大力⟧推广新版"),
        },
        good={
            "en": ("Retain 75% of the shops", "Successful deliveries rise from 88% to 96%"),
            "zh": ("把门店留存率提升到75%", "配送成功率从88%提升到96%"),
        },
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        text = item.text
        for match in context.lexicon("acme_fillers").find(text.value):
            span = text.locate(match.start, match.end)
            yield self.hit(
                span, "filler", word=text.value[match.start : match.end], fix=_without(text, match.start, match.end)
            )


def _without(text: Text, start: int, end: int) -> Fix | None:
    """Return the fix that takes out `text.value[start:end]`; None where the source spells it otherwise.

    It is not safe: a word less may be a promise less, and only the author knows.
    """
    value, better = text.value, ""
    if value[end : end + 1] == " ":
        end += 1
        if start == 0 and value[0].isupper() and value[end].islower():  # the next word begins the sentence now
            better = value[end].upper()
            end += 1
    elif value[start - 1 : start] == " ":
        start -= 1
    span = text.locate(start, end)
    # With an escape or mark-up in it, the source has other characters there than the text that is read from it.
    if (start, end) == (0, len(value)) or span.end - span.start != end - start:
        return None
    return Fix(False, Words("take the word out", "去掉这个词"), (Edit(span, better),))
