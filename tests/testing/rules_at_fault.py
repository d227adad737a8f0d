"""A rule as it should be, and how rules go wrong."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from okrlint.plugins import (
    Context,
    Edit,
    Examples,
    Fix,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
)

META = Meta("ACME001", "kr-names-no-source", Words("A source is named.", "写明来源。"), Severity.WARNING)
MESSAGES = {"scheme": Words("“{word}” is no result", "“{word}”不是结果")}
TITLE = Words("say result", "改为结果")
EXAMPLES = Examples(
    bad={"en": ("Launch a ⟦scheme⟧ for all",), "zh": ("设计一个⟦scheme⟧",)},
    good={"en": ("Retention rises from 60% to 75%",), "zh": ("留存率从 60% 提升到 75%",)},
)


class Good(KeyResultRule):
    """Finds the word scheme, and can put another in its place."""

    meta = META
    manual_zh = "找出 scheme 一词。"
    messages = MESSAGES
    examples = EXAMPLES
    instead = "result"
    """What the fix writes."""

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        at = item.text.value.find("scheme")
        if at >= 0:
            span = item.text.locate(at, at + len("scheme"))
            fix = Fix(True, TITLE, (Edit(span, self.instead),))
            yield self.hit(span, "scheme", fix=fix, word=item.text.value[at : at + len("scheme")])


class OfADay(Good):
    """Speaks on one day only, and of what its options say."""

    class Options(RuleOptions):
        words: tuple[str, ...] = ()
        about = {"words": Words("The words.", "词。")}

    examples = EXAMPLES._replace(
        today=date(2026, 5, 1),
        options={"words": ("scheme",)},
        also=(Examples({"en": ("A ⟦plan⟧ made",)}, {}, date(2026, 5, 2), {"words": ("plan",)}),),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        for word in self.options.words if context.today else ():
            at = item.text.value.find(word)
            if at >= 0:
                yield self.hit(item.text.locate(at, at + len(word)), "scheme", word=word)


def without_fix(span_of: Any = None) -> type[Good]:
    """Return a rule that finds the whole statement, or what a function says of it."""

    class Rule(Good):
        """As `Good`."""

        def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
            if "scheme" in item.text.value:
                yield self.hit(span_of(item, context) if span_of else item.text.span, "scheme", word="scheme")

    return Rule


def writing(words: str) -> type[Good]:
    """Return a rule whose fix writes these words."""
    return type("Rule", (Good,), {"instead": words, "__doc__": Good.__doc__})
