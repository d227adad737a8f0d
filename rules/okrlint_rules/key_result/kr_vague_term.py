"""KW004."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Certainty,
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    LexiconMatch,
    Meta,
    RuleOptions,
    Severity,
    Words,
    amounts,
    fold,
    quantified,
)


class KrVagueTerm(KeyResultRule):
    """A key result has no hedge where its target should stand.

    What it checks: words that leave open how far, how many, how soon or how well (significantly, several, as soon as
    possible, 大幅, 若干, 尽快), and, as a mere thought, those that do so only in some sentences (better, relevant,
    进一步, 相关). Beside a number such a word does less harm and weighs less. A number that is only about right
    (around 500, 500左右) is a mere thought too.

    Why: the trainer's case asks for concrete key results; INCOSE's guide to requirements forbids vague and open-ended
    terms, and studies of requirements found such words to be the smells that are cheap to detect and worth it.

    When to switch it off: where drafts are checked early; a field's own terms are better taken out of the list
    (`lexicon.vague: ["!robust regression"]`).
    """

    manual_zh = """关键结果里该写目标值的地方，不用含糊的词代替。

    检查什么：有没有说不清到什么程度、有多少、多快、多好的词（大幅、若干、尽快、significantly、several）；
    还有只在部分句子里含糊的词（进一步、相关、better），只作参考。旁边有数字时危害较小，等级也较低。
    只是大概的数（500左右、around 500）同样只作参考。

    为什么：培训师的案例要求关键结果具体；INCOSE 的需求编写指南禁用含糊和没有边界的词；
    对需求文档的研究也表明，这类词容易查出，也值得查。

    何时关闭：还在打草稿时。若是本行业的术语，可在词表里加例外（`lexicon.vague: ["!显著性"]`）。
    """

    meta = Meta(
        code="KW004",
        name="kr-vague-term",
        summary=Words(
            "A key result has no hedge where its target should stand.",
            "关键结果里该写目标值的地方，不用含糊的词代替。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("INC", "SEED", "FEM", "WILD"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which key results are looked at."""

        only_if_unquantified: bool = False
        about = {
            "only_if_unquantified": Words(
                "Whether key results with a number are passed over.",
                "是否跳过已有数字的关键结果。",
            )
        }

    options: Options

    messages = {
        "open": Words(
            "“{word}” stands where the target should, so that each reader thinks of another one; say how far, how many "
            "or by when, as in “<metric> from <baseline> to <target> by <date>”",
            "“{word}”占了目标值的位置，每个人的理解都不一样；请写明到什么程度、多少或何时，"
            "例如“<指标>从<基线>到<目标值>，<日期>前”",
        ),
        "beside": Words(
            "“{word}” adds nothing that could be graded beside the number; leave it out, or say what it means",
            "已经有数字，“{word}”并不能用来评分；请删去，或写明它指什么",
        ),
        "roughly": Words(
            "“{amount}” has no edge: nobody can tell whether a little less still counts; say “at least <target>” or "
            "“at most <target>”",
            "“{amount}”没有界线，差一点算不算达到，说不清；请写“不少于<目标值>”或“不超过<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Drastically⟧ shorten the queue at the pharmacy counter",
                "Win ⟦several⟧ hotels as customers",
                "Answer parents ⟦as soon as possible⟧",
                "⟦Substantially⟧ reduce waste from 90 kg to 60 kg a week",
                "Reach ⟦around 500 members⟧",
                "Docking is ⟦seamless⟧",
            ),
            "zh": (
                "⟦大幅⟧缩短取药排队时间",
                "签约⟦若干⟧酒店客户",
                "⟦尽快⟧答复家长来信",
                "⟦显著⟧降低厨余，每周由90公斤降到60公斤",
                "会员达到⟦500人左右⟧",
                "⟦明顯⟧改善倉庫的收貨效率",
            ),
        },
        good={
            "en": (
                "Shorten the queue at the pharmacy from 18 to 7 minutes",
                "Win 9 hotels as customers",
                "Answer 95% of letters from parents within 2 days",
                "The gap between both arms is statistically significant in 4 of 5 trials",
                "Self-sufficient households rise from 40 to 70",
                "Loosen 30 awesome knots",
            ),
            "zh": (
                "取药排队时间由18分钟缩短到7分钟",
                "签约9家酒店客户",
                "95%的家长来信在2天内答复",
                "4组试验的结果达到统计显著性要求",
                "有效线索由每月40条增至70条",
                "及時率由80%提升到95%",
                "食品良好率達到99%",
            ),
        },
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        has_number = quantified(item)
        text = item.text
        if (has_number and self.options.only_if_unquantified) or _tells_past(text.value):
            return
        for start, end in _rough(text.value):
            words = text.value[start:end]
            yield self.hit(text.locate(start, end), "roughly", amount=words, certainty="low", severity=Severity.INFO)
        found = _vague(text.value, context, with_mild=not has_number)
        if found is None:
            return
        match, certainty = found
        word, span = text.value[match.start : match.end], text.locate(match.start, match.end)
        if has_number:
            yield self.hit(span, "beside", word=word, certainty="low", severity=Severity.INFO)
        else:
            yield self.hit(span, "open", word=word, certainty=certainty)


def _vague(text: str, context: Context, *, with_mild: bool) -> tuple[LexiconMatch, Certainty] | None:
    """Return the first vague word, and how sure it is that it is one here.

    An escape clause beside a number is another rule's.
    """
    names = ("vague", "escape_clauses", "vague_mild") if with_mild else ("vague",)
    for name in names:
        found = next(context.lexicon(name).find(text), None)
        if found is not None:
            return found, "low" if name == "vague_mild" else "medium"
    return None


_NEAR = 16
"""Characters before a number within which "approximately" stands."""


def _rough(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the numbers stand that are only about right, with the word that says so."""
    for amount in amounts(text):
        if amount.comparator == "~":
            before = fold(text[max(0, amount.start - _NEAR) : amount.start]).lower()
            match = _about().search(before)
            yield amount.start - (len(match[0]) if match else 0), amount.end


@cache
def _about() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:about|around|approximately|roughly|nearly|almost|circa|some)\s|大约为?|约为?|将?近|接近|大概)\s?$",
        re.ASCII,
    )


def _tells_past(text: str) -> bool:
    """Tell of what has happened already: it is a note on a key result, and no target."""
    return ("was" in text or "were" in text) and _past().search(text) is not None


@cache
def _past() -> re.Pattern[str]:
    return re.compile(r"\b(?:was|were)\b", re.ASCII)
