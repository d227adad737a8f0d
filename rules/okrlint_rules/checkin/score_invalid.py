"""CK005."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.plugins import (
    Context,
    Document,
    Edit,
    Examples,
    Fix,
    Hit,
    Item,
    ItemRule,
    Meta,
    RuleOptions,
    Score,
    Severity,
    Words,
    fold_width,
)
from okrlint_rules.confidence.scales import can_replace, family, plain_number, written_on
from okrlint_rules.hygiene.blanks import is_form


class _Scores(NamedTuple):
    """What scores a document has.

    Attributes:
        has_shares: whether any is from 0 to 1, and neither 0 nor 1.
        has_tens: whether any is out of ten, two or more.
    """

    has_shares: bool
    has_tens: bool


class ScoreInvalid(ItemRule):
    """A score off its scale cannot be compared with any other.

    What it checks: a score lies from 0 to 1, or is a percentage up to 100. Progress may exceed the target; a score
    may not. Scores of n/10 or n/5 are fine by themselves and not beside those from 0 to 1; words such as
    "excellent" are no score, while Google's colours are. A decimal comma (0,7) is reported, and can be put right.

    Why: Google grades from 0.0 to 1.0, and Feishu with one decimal place. Two scales side by side, or a mark over
    the full one, make a mean that says nothing.

    When to switch it off: where a team grades on a scale of its own.
    """

    manual_zh = """超出量表的得分无法与其他得分比较。

    检查什么：得分在 0 到 1 之间，或不超过 100% 的百分比。进度可以超过目标，得分不可以。
    n/10、n/5 单独使用没有问题，但不与 0 到 1 混用；“优秀”之类的词不是得分，谷歌的颜色是。
    小数用逗号（0,7）也会报告，并可改正。

    为什么：谷歌从 0.0 打到 1.0，飞书保留一位小数。两种量表并用，或高于满分，平均分就没有意义。

    何时关闭：团队使用自己的评分标准时。
    """

    meta = Meta(
        code="CK005",
        name="score-invalid",
        summary=Words("A score lies on its scale.", "得分在量表之内。"),
        severity=Severity.ERROR,
        sources=("G-RW", "FS", "G-PB"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Which scores are accepted."""

        scale: Literal["any", "0-1"] = "any"
        percent_ok: bool = True
        step: float = 0
        ranges = {"step": (0, 1)}
        about = {
            "scale": Words(
                "0-1 accepts nothing but scores from 0 to 1, as Google and Feishu have them; any accepts n/10 and n/5, "
                "too, where no other score of the file is from 0 to 1.",
                "0-1 只接受 0 到 1 的得分，谷歌和飞书如此；any 还接受 n/10 和 n/5，只要同一文件里没有 0 到 1 的得分。",
            ),
            "percent_ok": Words(
                "Whether a percentage is a score.",
                "是否接受百分比。",
            ),
            "step": Words(
                "The step that scores are a multiple of, 0 to 1; 0 for none. Feishu: 0.1.",
                "得分应为多少的整数倍，0 到 1；0 表示不限。飞书为 0.1。",
            ),
        }

    options: Options

    messages = {
        "range": Words(
            "score “{value}” is off its scale: a score ends at the full mark, and only progress goes beyond; write it "
            "from 0 to 1, as in “0.<n>” or “1.0”",
            "得分“{value}”超出量表：得分以满分为限，只有进度可以超过；请写成 0 到 1，例如“0.<n>”或“1.0”",
        ),
        "unread": Words(
            "score “{value}” is no number, so no mean can be taken; write it from 0 to 1, as in “0.<n>”",
            "得分“{value}”不是数字，无法求平均；请写成 0 到 1，例如“0.<n>”",
        ),
        "scale": Words(
            "score “{value}” is on another scale than those from 0 to 1, so they cannot be compared; write it as "
            "“{better}”",
            "得分“{value}”与 0 到 1 的得分不是同一量表，无法比较；请改为“{better}”",
        ),
        "comma": Words(
            "score “{value}” has a decimal comma, which other tools read as two numbers; write “{better}”",
            "得分“{value}”用了逗号作小数点，其他工具会读成两个数；请写成“{better}”",
        ),
        "step": Words(
            "score “{value}” is finer than steps of {step}; round it",
            "得分“{value}”比 {step} 的步长更细；请取整",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "CSAT from 78 to 86 (score: ⟦1.4⟧)",
                "CSAT from 78 to 86 (score: ⟦quite nice⟧)",
                "CSAT from 78 to 86 (score: ⟦120%⟧)",
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                | Key result | Score |
                |---|---|
                | CSAT from 78 to 86 | 0.6 |
                | First answer within 30 minutes | ⟦7/10⟧ |
                | 40% of answers need no second question | ⟦0,8⟧ |
                """,
            ),
            "zh": (
                "满意度由78升至86（得分：⟦1.4⟧）",
                "滿意度由78升至86（評分：⟦優秀⟧）",
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                | 关键结果 | 得分 |
                |---|---|
                | 满意度由78升至86 | 0.6 |
                | 首次回复不超过30分钟 | ⟦7/10⟧ |
                """,
            ),
        },
        good={
            "en": (
                "CSAT from 78 to 86 (score: 0.7)",
                "CSAT from 78 to 86 (score: 70%)",
                "CSAT from 78 to 86 (progress: 120%)",
                "CSAT from 78 to 86 (score: 7/10)",
                "CSAT from 78 to 86 (score: TBD)",
                "CSAT from 78 to 86 (score: green)",
            ),
            "zh": (
                "满意度由78升至86（得分：0.7）",
                "满意度由78升至86（得分：1.0）",
                "滿意度由78升至86（進度：120%）",
                "滿意度由78升至86（得分：待定）",
            ),
        },
        also=(
            Examples(
                bad={
                    "en": ("CSAT from 78 to 86 (score: ⟦0.65⟧)",),
                    "zh": ("满意度由78升至86（得分：⟦0.65⟧）",),
                },
                good={},
                options={"step": 0.1},
            ),
        ),
    )

    def check(self, item: Item, context: Context) -> Iterator[Hit]:
        score = item.score
        if score is None or score.problem == "placeholder" or (score.problem and is_form(score.raw)):
            return
        message = self._message(score, context.document)
        if message is None:
            return
        better = _as_share(score) or "0.<n>"
        fix = _fix(score, better, context.document) if message in ("scale", "comma") else None
        yield self.hit(
            score.span,
            message,
            fix=fix,
            certainty="medium" if message == "unread" else None,
            value=score.raw,
            better=better,
            step=self.options.step,
        )

    def _message(self, score: Score, document: Document) -> str | None:
        """Return what is wrong with a score, if anything is."""
        if _decimal_comma().fullmatch(fold_width(score.raw)):
            return "comma"
        if score.problem:
            return "unread" if score.problem == "unread" else "range"
        scale = family(score)
        if scale is None:
            return None
        share = scale == "0-1" or (scale == "percent" and "%" in fold_width(score.raw) and self.options.percent_ok)
        if not share and _is_just_over_one(score) and not self._scores_of(document).has_tens:
            return "range"
        if not share and (self.options.scale == "0-1" or self._scores_of(document).has_shares):
            return "scale"
        step, value = self.options.step, score.value or 0.0
        return "step" if step and abs(value / step - round(value / step)) > _SAME else None

    _known: tuple[Document, _Scores] | None = None

    def _scores_of(self, document: Document) -> _Scores:
        """Return what scores a document has; it is looked through once."""
        known = self._known  # a rule is shared between threads: another one may replace it meanwhile
        if known is None or known[0] is not document:
            self._known = known = (document, _scores(document))
        return known[1]


_SAME = 1e-6


@cache
def _decimal_comma() -> Pattern[str]:
    return compile_pattern(r"[01],\d{1,2}", ASCII)


def _is_just_over_one(score: Score) -> bool:
    """Tell whether a bare number is between 1 and 2: from 0 to 1 it is too much, out of ten hardly anything."""
    raw = fold_width(score.raw)
    return score.scale == "0-10" and 1 < 10 * (score.value or 0) < 2 and "/" not in raw and "分" not in raw


def _scores(document: Document) -> _Scores:
    scores = [item.score for item in document.items() if item.score and item.score.value is not None]
    return _Scores(
        has_shares=any(score.scale == "0-1" and score.value not in (0, 1) for score in scores),
        has_tens=any(score.scale == "0-10" and (score.value or 0) >= 0.2 for score in scores),
    )


def _as_share(score: Score) -> str | None:
    """Return a score as it is written from 0 to 1."""
    comma = _decimal_comma().fullmatch(fold_width(score.raw))
    if comma:
        return comma[0].replace(",", ".")
    return written_on("0-1", score.value) if score.value is not None else None


def _fix(score: Score, better: str, document: Document) -> Fix | None:
    plain = plain_number(score.raw) or _decimal_comma().fullmatch(fold_width(score.raw))
    if not plain or not can_replace(score.raw, better, document):
        return None
    return Fix(True, Words(f"write it as {better}", f"改写为 {better}"), (Edit(score.span, better),))
