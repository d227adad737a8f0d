"""ACME001."""

from collections.abc import Iterator
from datetime import date

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    KeyResultRule,
    Meta,
    RuleOptions,
    Severity,
    Words,
    quantified,
)


class KrWithoutDashboard(KeyResultRule):
    """A number that nobody can look up is not looked at until the quarter is over.

    What it checks: each key result with a number names the dashboard that shows it, as in `Dashboard: shops/activation`.
    With `known`, it is one of these. Key results without a number are left to KW001.

    Why: at Acme, check-ins begin with the dashboard and not with an opinion.

    When to switch it off: for plans of teams whose numbers come from a survey once a quarter.
    """

    manual_zh = """没有地方可查的数字，不到季度末就没人看。

    检查什么：每条带数字的关键结果都写明由哪个看板显示，例如“看板：shops/activation”。设置 `known` 后，看板必须是其中之一。
    没有数字的关键结果由 KW001 负责。

    为什么：在 Acme，跟进会先看看板，再谈看法。

    何时关闭：团队的数字来自每季度一次的问卷时。
    """

    meta = Meta(
        code="ACME001",
        name="kr-without-dashboard",
        summary=Words("A key result with a number names its dashboard.", "带数字的关键结果写明对应的看板。"),
        severity=Severity.WARNING,
        since="1.0.0",
        folds=True,  # the same is said of each key result: reports for people say it once
    )

    class Options(RuleOptions):
        """Which dashboards count, and from when on."""

        known: tuple[str, ...] = ()
        grace_days: int = 0
        about = {
            "known": Words("The dashboards that there are; empty means any.", "可用的看板；空表示不限。"),
            "grace_days": Words(
                "Days from the first day of the cycle in which none needs to be named yet.",
                "周期开始后的多少天内还不必写明看板。",
            ),
        }
        ranges = {"grace_days": (0, 92)}

    options: Options

    messages = {
        "missing": Words(
            "no dashboard shows this number; name the one that does, as in “Dashboard: <name>”",
            "这个数字没有看板可查；请写明看板，例如“看板：<名称>”",
        ),
        "missing-all": Words(
            "none of the {count} key results names a dashboard, so check-ins have nothing to look at; name one for "
            "each, as in “Dashboard: <name>”",
            "{count} 条关键结果都没有写明看板，跟进时无数可看；请逐条写明，例如“看板：<名称>”",
        ),
        "unknown": Words(
            "there is no dashboard “{name}”; there are: {known}",
            "没有名为“{name}”的看板；可用的有：{known}",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                "⟦Activation rises from 30% to 45%⟧",
                """
                # OKRs 2026-Q2

                ## O1: ⟦Become the name that corner shops recommend to each other⟧

                - KR1: Activation rises from 30% to 45%
                - KR2: Shops that order every week rise from 180 to 300
                """,
            ),
            "zh": (
                "⟦新店激活率从30%提升到45%⟧",
                """
                # 2026年Q2 OKR

                ## O1：⟦成为街边小店互相推荐的名字⟧

                - KR1：新店激活率从30%提升到45%
                - KR2：每周下单的门店从180家增加到300家
                """,
            ),
        },
        good={
            "en": (
                "Activation rises from 30% to 45% (dashboard: shops/activation)",
                "Launch the new onboarding guide",
            ),
            "zh": ("新店激活率从30%提升到45%（看板：shops/activation）", "上线新版引导页"),
        },
        also=(
            Examples(
                bad={
                    "en": ("Activation rises from 30% to 45% (dashboard: ⟦shop/activation⟧)",),
                    "zh": ("新店激活率从30%提升到45%（数据看板：⟦shop/activation⟧）",),
                },
                good={
                    "en": ("Activation rises from 30% to 45% (metric dashboard: Shops/Activation)",),
                    "zh": ("新店激活率从30%提升到45%（看板：shops/activation）",),
                },
                options={"known": ("shops/activation", "shops/orders")},
            ),
            Examples(
                bad={},
                good={"en": ("Activation rises from 30% to 45%",), "zh": ("新店激活率从30%提升到45%",)},
                options={"grace_days": 14},
                today=date(2026, 4, 14),
            ),
            Examples(
                bad={"en": ("⟦Activation rises from 30% to 45%⟧",), "zh": ("⟦新店激活率从30%提升到45%⟧",)},
                good={},
                options={"grace_days": 14},
                today=date(2026, 4, 15),
            ),
        ),
    )

    def check(self, item: KeyResult, context: Context) -> Iterator[Hit]:
        if not quantified(item) or self._is_early(context):
            return
        named = item.field("dashboard")
        known = self.options.known
        if named is None:
            yield self.hit(item.text.span, "missing")
        elif known and named.value.casefold() not in {name.casefold() for name in known}:
            yield self.hit(named.span, "unknown", name=named.value, known=", ".join(known))

    def _is_early(self, context: Context) -> bool:
        """Tell whether the cycle has just begun; where its first day or today is not known, it has not."""
        cycle = context.document.cycle
        if context.today is None or cycle is None or cycle.start is None:
            return False
        return 0 <= (context.today - cycle.start).days < self.options.grace_days
