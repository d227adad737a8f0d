"""OB008."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_cjk,
    is_name,
    language_of,
    metric_amount,
)
from okrlint_rules.objective.purposes import says_why


class ObjectiveTooThin(ObjectiveRule):
    """An objective is a statement, not a topic.

    What it checks: an objective is no bare name: it has a verb, or something is said in it of something ("Performance",
    "Customer experience", 用户体验 say of nothing where it shall go). The finding is sure where all words are of the
    list `topics`, fields that every organisation has; a name of a thing to come ("Harbour pilot", 性能优化) at least
    hints at a change, and is shown on request.

    Why: a topic cannot be reached, and everybody reads another ambition into it. Google's re:Work asks for end
    states; many public OKR documents have topics in place of objectives.

    When to switch it off: where objectives are headings of programmes that are described elsewhere.
    """

    manual_zh = """目标是一句话，不是一个话题。

    检查什么：目标是否只是一个名称，没有动词，也没有说什么会怎么样（“用户体验”“性能”说不出要往哪里去）。
    所有的词都在词表 `topics` 里（每个单位都有的领域），才算有把握的发现；
    “性能优化”“港口试点”这类名称至少暗示了变化，放宽把握程度时才显示。

    为什么：话题没法达成，每个人还会各自理解。谷歌 re:Work 要求写最终的局面；公开的 OKR 文档里，以话题充当目标的很多。

    何时关闭：目标只用作项目群的标题、另有说明时。
    """

    meta = Meta(
        code="OB008",
        name="objective-too-thin",
        summary=Words("An objective is a statement, not a topic.", "目标是一句完整的话，不是一个话题。"),
        severity=Severity.WARNING,
        certainty="low",
        sources=("G-RW", "WILD"),
        since="0.1.0",
        supersedes=("OB002", "OB003", "OB010"),
    )

    class Options(RuleOptions):
        """Which names are looked at."""

        max_words_en: int = 4
        max_chars_zh: int = 8
        ranges = {"max_words_en": (1, None), "max_chars_zh": (1, None)}
        about = {
            "max_words_en": Words(
                "The most words of an English name that is reported, from 1. The value is ours: a longer one mostly "
                "describes the state to be reached.",
                "英文名称最多几个词才报告，不小于 1。取值由我们自定：更长的大多描述了要达到的局面。",
            ),
            "max_chars_zh": Words(
                "The most characters of a Chinese name that is reported, from 1. The value is ours.",
                "中文名称最多几个字才报告，不小于 1。取值由我们自定。",
            ),
        }

    options: Options

    messages = {
        "topic": Words(
            "“{text}” is a topic: it does not say where to go; make it a statement, as in “<who> can <do what>”",
            "“{text}”只是一个话题，没有说要往哪里去；请写成一句话，例如“让<谁>能够<做什么>”",
        )
    }

    examples = Examples(
        bad={
            "en": ("⟦Customer service⟧", "⟦Quality and safety⟧", "⟦Harbour pilot⟧", "⟦Brand⟧"),
            "zh": ("⟦客户服务⟧", "⟦品牌与渠道⟧", "⟦性能优化⟧", "⟦團隊文化⟧"),
        },
        good={
            "en": (
                "Make search feel instant on cheap phones",
                "Be profitable",
                "Customers love us",
                "Win Lisbon",
                "A depot that drivers are proud of",
            ),
            "zh": (
                "让千元机用户也觉得搜索一触即达",
                "稳居第一",
                "客户更信任我们",
                "最好喝的豆浆",
                "成為首選",
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        text = item.text.value
        if item.why is not None or not self._is_short(text) or says_why(text, context):
            return
        is_field = not _left_of(text, context)
        if is_field and (is_name(text) or language_of(text) == "zh"):  # 学习成长 may be read as a verb
            yield self.hit(item.text.span, "topic", text=text.strip(), certainty="medium")
        elif is_name(text) and metric_amount(text) is None and not _sounds_like_verb(text):
            yield self.hit(item.text.span, "topic", text=text.strip())

    def _is_short(self, text: str) -> bool:
        if language_of(text) == "zh":
            return len("".join(text.split())) <= self.options.max_chars_zh
        return len(text.split()) <= self.options.max_words_en


_ENDINGS_OF_VERBS = ("ify", "ise", "ize", "ate")
"""On these English verbs end that no list can hold all of; a noun on one of them costs but a doubtful finding."""


def _sounds_like_verb(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].lower().endswith(_ENDINGS_OF_VERBS)


def _left_of(text: str, context: Context) -> str:
    """Return what is left of a text without names of topics and the words that join them."""
    rest = list(fold(text).lower())
    for found in context.lexicon("topics").find(text):
        rest[found.start : found.end] = " " * (found.end - found.start)
    return "".join(char for char in _joints().sub("", "".join(rest)) if char.isalnum() or is_cjk(char))


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(r"\b(?:and|of|the|our|for|in|at)\b|[和与及的]", re.ASCII)
