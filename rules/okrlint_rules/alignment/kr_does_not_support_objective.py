"""AL006."""

from collections.abc import Iterator
from typing import NamedTuple

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    Item,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    is_dropped,
    quantified,
    terms,
)
from okrlint_rules.alignment.themes import themes
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class KrDoesNotSupportObjective(ObjectiveRule):
    """Who reaches all key results has reached the objective.

    What it checks: a key result has something in common with its objective, or with a sibling that has: a word, or a
    theme of the list `themes` (love and NPS, fast and latency). Only key results with a number are looked at, and only
    where most of their siblings have such a link; where none has one, that is said once, of the objective. It is a
    question, not a verdict: no machine can tell whether key results suffice, and good objectives are often metaphors.
    All its findings are doubtful ones (certainty low), so ask for those too.

    Why: in the trainer's case the key results are praised for supporting the objective. Google's playbook names key
    results that do not suffice among its traps, and Doerr's test is whether the objective is reached once they all
    are.

    When to switch it off: it is off unless asked for; ask for it in a review, and add the words of your trade to
    `themes`.
    """

    manual_zh = """关键结果全部达成，目标也就达成了。

    检查什么：关键结果与所属目标（或与目标有联系的其他关键结果）有共同之处：同一个词，或词表 `themes` 中的同一主题
    （喜爱与 NPS、快与时延）。只看带数字的关键结果，且多数同级关键结果与目标有联系时才报告；若没有一条与目标
    有联系，只对目标报告一次。这只是提问，不是裁决：机器判断不了关键结果是否足够，好的目标又常用比喻。
    它的发现都把握不大（certainty 为 low），需要一并要求显示。

    为什么：培训师的案例称赞这些关键结果支撑了目标。谷歌的手册把“关键结果不足以达成目标”列为陷阱，
    杜尔的检验方法是：关键结果全部做到之后，目标是否就达成了。

    何时关闭：默认不开；评审时可以打开，并把本行业的词补进 `themes`。
    """

    meta = Meta(
        code="AL006",
        name="kr-does-not-support-objective",
        summary=Words("A key result supports its objective.", "关键结果支撑所属的目标。"),
        severity=Severity.HINT,
        certainty="low",
        tier=1,
        on=False,
        sources=("SEED", "G-PB", "DOERR", "GL"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How much makes a link."""

        min_overlap: int = 1
        about = {
            "min_overlap": Words(
                "How many words two statements must share to be linked, from 1; a shared theme links them anyway. In "
                "Chinese, pairs of characters count as words.",
                "两句话至少共有几个词才算有联系，从 1 起；主题相同总算有联系。中文以相邻两字为一个词。",
            )
        }
        ranges = {"min_overlap": (1, 10)}

    options: Options

    messages = {
        "one": Words(
            "“{text}” has no word and no theme in common with “{objective}”: would reaching it bring the objective "
            "nearer? Say how, or move it to the objective that it serves",
            "“{text}”与目标“{objective}”没有共同的词或主题：达成它会让目标更近吗？请写明联系，或移到它所支撑的目标下",
        ),
        "none": Words(
            "none of the {count} key results has a word or a theme in common with “{text}”: would the objective be "
            "reached once they all are? Say how, as in “Why: <how the key results add up to it>”",
            "{count} 条关键结果与“{text}”都没有共同的词或主题：它们全部达成后，目标就达成了吗？"
            "请写明联系，例如“目标说明：<这些结果如何汇成目标>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make gardeners love our seed catalogue

                - KR1: ⟦Rent of the depot falls by 10%⟧
                - KR2: NPS of gardeners rises from 20 to 45
                - KR3: 60% of customers return within a year
                """,
                """
                # OKRs 2026-Q2

                ## O1: Become the bakery of Lisbon

                - KR1: 60 cafés in Lisbon order our bread every morning
                - KR2: Our name is known to 40% of Lisbon
                - KR3: ⟦300 new newsletter readers in Berlin⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Write the next chapter of the lighthouse⟧

                - KR1: Parking fines fall from 40 to 10
                - KR2: Ice cream brings in €9,000
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让园丁爱上我们的种子目录

                - KR1：⟦仓库租金下降10%⟧
                - KR2：园丁NPS由20升至45
                - KR3：六成园丁复购
                """,
                """
                # 2026年Q2 OKR

                ## O1：成为里斯本人的面包房

                - KR1：60家里斯本咖啡馆每天早上订我们的面包
                - KR2：四成里斯本人说得出我们的名字
                - KR3：⟦柏林新增300位读者⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦為燈塔翻開新的一頁⟧

                - KR1：違停罰單由40張降到10張
                - KR2：冰品營業額達到9萬元
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make gardeners love our seed catalogue

                - KR1: NPS rises from 20 to 45
                - KR2: 60% of customers return within a year
                """,
                """
                # OKRs 2026-Q2

                ## O1: Open a page in a blink

                - KR1: Opening a page takes 0.8 s instead of 3 s
                - KR2: 90% of pages are in the cache
                """,
                """
                # OKRs 2026-Q2

                ## O1: Let nobody wait for a loan

                - KR1: Loans are decided within 2 days instead of 9
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让园丁爱上我们的种子目录

                - KR1：复购率由20%升至45%
                - KR2：种子目录的翻阅人数达到3万
                """,
                """
                # 2026年Q2 OKR

                ## O1：让页面快得像翻书

                - KR1：首屏加载由3秒缩短到0.8秒
                - KR2：九成页面命中缓存
                """,
                """
                # 2026年Q2 OKR

                ## O1：讓貸款不再久等

                - KR1：貸款審批由9天縮短到2天
                """,
            ),
        },
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        key_results = live(item.key_results)
        if is_dropped(item) or not key_results:
            return
        aim = _matter(item, context)
        matters = [_matter(each, context) for each in key_results]
        linked = [matter for matter in matters if self._are_linked(matter, aim)]
        if not linked and len(key_results) > 1 and all(map(quantified, key_results)):
            yield self.hit(item.text.span, "none", count=len(key_results), text=quoted(item.text))
        if 2 * len(linked) <= len(key_results) > 1:
            return
        for each, matter in zip(key_results, matters, strict=True):
            if quantified(each) and not any(self._are_linked(matter, other) for other in (aim, *linked[:_MOST])):
                yield self.hit(each.text.span, "one", about=each, text=quoted(each.text), objective=quoted(item.text))

    def _are_linked(self, one: "_Matter", other: "_Matter") -> bool:
        shared = len(one.terms & other.terms)
        return one is other or shared >= self.options.min_overlap or not one.themes.isdisjoint(other.themes)


_MOST = 12
"""How many siblings one key result is compared with: an objective with more has other defects."""


class _Matter(NamedTuple):
    """What an item is about."""

    terms: frozenset[str]
    themes: frozenset[int]


def _matter(item: Item, context: Context) -> _Matter:
    """Return what an item is about by all that it says: its statement, its measures, its reason."""
    texts = [item.text, *item.measures]
    if isinstance(item, Objective) and item.why:
        texts.append(item.why)
    words = "\n".join(text.value for text in texts)
    return _Matter(terms(words), themes(words, context.lexicon("themes")))
