"""HY004."""

import re
from collections.abc import Iterator
from functools import cache

from okrlint.plugins import (
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Item,
    Lexicon,
    Meta,
    Severity,
    Text,
    Words,
    fold,
)
from okrlint_rules.hygiene.texts import remarks_of
from okrlint_rules.quoting import quoted


class AppraisalCoupling(DocumentRule):
    """The score of OKRs decides neither pay nor appraisal.

    What it checks: whether a sentence puts the score, grade or completion of OKRs together with bonus, salary,
    promotion or appraisal. Looked at are the attributes of the document, of objectives and of key results, the notes
    of check-ins, and statements that name OKRs themselves; sentences that keep the two apart (not, separate, 不, 脱钩)
    pass. A key result about pay, as a human resources team has it, is no coupling. Paragraphs beside the OKRs are not
    looked at: they are no part of what is read of a document. Further words can be added to the list `appraisal`.

    Why: who is paid by the score sets easy targets. Google's re:Work, Kuang Yang and Doerr keep them apart.

    When to switch it off: where pay is tied to OKRs on purpose, as GitLab does for its executives.
    """

    manual_zh = """OKR 的得分既不决定报酬，也不用于绩效考核。

    检查什么：有没有哪句话把 OKR 的得分、评分、完成率与奖金、工资、晋升、考核连在一起。
    检查范围是文档、目标、关键结果的附加属性，进展记录的说明，以及表述里自己提到 OKR 的句子；
    说明两者分开的句子（“不”“无关”“脱钩”）不报。人力团队以薪酬为内容的关键结果不算挂钩。
    OKR 旁边的正文段落不在读取范围之内，所以不检查。可以在词表 `appraisal` 中增加词语。

    为什么：按得分发钱，大家就会把目标定低。谷歌 re:Work、况阳、杜尔都主张两者分开。

    何时关闭：有意让报酬与 OKR 挂钩时，例如 GitLab 对高管的做法。
    """

    meta = Meta(
        code="HY004",
        name="appraisal-coupling",
        summary=Words(
            "The score of OKRs decides neither pay nor appraisal.",
            "OKR 的得分既不决定报酬，也不用于绩效考核。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        sources=("G-RW", "GL", "KY", "YS", "DOERR"),
        since="0.1.0",
        dropped=True,
    )

    messages = {
        "coupled": Words(
            "“{text}” ties the score to “{words}”, which makes people set targets that are easy to reach; keep the "
            "score for learning, as in “scores feed the review of the cycle only”",
            "“{text}”让得分与“{words}”挂钩，大家就会把目标定得容易；得分请只用于改进，例如“得分仅用于复盘”",
        )
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Be the bakery that the street wakes up for

                - KR1: Bread sold out by noon on 20 of 26 days
                  - Note: ⟦a score below 0.6 halves the quarterly bonus⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the bakery that the street wakes up for

                - Note: ⟦completion of key results goes into the performance review⟧
                - KR1: Bread sold out by noon on 20 of 26 days
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the bakery that the street wakes up for

                - KR1: ⟦OKR score decides the salary of 12 bakers⟧
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：做整条街早起的理由

                - KR1：26天里有20天面包中午前售罄
                  - 备注：⟦得分低于0.6，扣减季度奖金⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：做整条街早起的理由

                - 备注：⟦关键结果完成率计入绩效考核⟧
                - KR1：26天里有20天面包中午前售罄
                """,
                """
                # 2026年Q2 OKR

                ## O1：做整條街早起的理由

                - KR1：⟦按OKR得分發放12位師傅的獎金⟧
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Be the bakery that the street wakes up for

                - KR1: Bread sold out by noon on 20 of 26 days
                  - Note: the score is not tied to any bonus
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make pay something that bakers understand

                - KR1: 90% of shop leads can explain the new bonus scheme
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the bakery that the street wakes up for

                - KR1: Bread sold out by noon on 20 of 26 days
                  - Note: scores feed the review of the cycle only
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：做整条街早起的理由

                - KR1：26天里有20天面包中午前售罄
                  - 备注：得分不与奖金挂钩
                """,
                """
                # 2026年Q2 OKR

                ## O1：让每位师傅看得懂自己的工资

                - KR1：绩效考核按时完成率达到95%
                """,
                """
                # 2026年Q2 OKR

                ## O1：做整條街早起的理由

                - KR1：26天裡有20天麵包中午前售罄
                  - 備註：得分僅用於複盤
                """,
            ),
        },
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        pay = context.lexicon("appraisal")
        for field in item.fields:
            yield from self._coupled(field.text, pay, None, _score())
        for entry in item.checkins:
            if entry.note is not None:
                yield from self._coupled(entry.note, pay, None, _score())
        for owner in item.items():
            if "okr" in fold(owner.text.value).lower():  # few do, and only they need the pattern
                yield from self._coupled(owner.text, pay, owner, _okr())
            if owner.fields or owner.checkins:
                for remark in remarks_of(owner):
                    yield from self._coupled(remark, pay, owner, _score())

    def _coupled(self, text: Text, pay: Lexicon, about: Item | None, score: re.Pattern[str]) -> Iterator[Hit]:
        """Yield a finding for the first sentence that names a score and pay, and does not keep them apart."""
        folded = fold(text.value).lower()
        if not score.search(folded):
            return
        for match in _sentence().finditer(folded):
            sentence = match[0]
            words = next(pay.find(sentence), None)
            if words is None or not score.search(sentence) or _apart().search(sentence):
                continue
            part = text.part(match.start(), match.end())
            yield self.hit(
                part.span,
                "coupled",
                about=about,
                text=quoted(part),
                words=text.value[match.start() + words.start : match.start() + words.end],
            )
            return


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^。;!?\n]{1,600}")


@cache
def _score() -> re.Pattern[str]:
    """What an OKR is graded by."""
    return re.compile(
        r"\b(?:okrs?|key\ results?|krs?)\b|\b(?:scores?|grades?|completion)\b"
        r"|得分|评分|打分|完成率|完成度|完成情况|达成率|达成情况",
        re.ASCII,
    )


@cache
def _okr() -> re.Pattern[str]:
    """An OKR, in a statement that is one itself, together with its grade."""
    return re.compile(
        r"\bokrs?\b.{0,20}?(?:scores?|grades?|completion|rating|得分|评分|打分|完成|达成)"
        r"|(?:scores?|grades?|completion)\ of\ (?:the\ )?okrs?\b",
        re.ASCII,
    )


@cache
def _apart() -> re.Pattern[str]:
    """Words that keep score and pay apart."""
    return re.compile(
        r"\b(?:not|no|never|nothing|without|separate[ds]?|separately|independent|decoupled?|isn't|don't|doesn't|nor)\b"
        r"|不|无关|脱钩|分离|分开|独立|解耦|避免|勿|非",
        re.ASCII,
    )
