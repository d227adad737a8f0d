"""ST003."""

from collections.abc import Iterator

from okrlint.plugins import Context, Examples, Hit, Meta, Objective, ObjectiveRule, RuleOptions, Severity, Words
from okrlint_rules.siblings import live


class TooManyKrs(ObjectiveRule):
    """Many key results scatter the effort.

    What it checks: an objective has at most so many key results; those that were dropped do not count, nor do the
    actions below a key result.

    Why: the trainer's case works with four; Doerr allows five at most, Klau four, Google's re:Work about three.
    Beyond that the list is a list of tasks, and nobody knows it by heart.

    When to switch it off: hardly ever; set `max` to what your authority allows.
    """

    manual_zh = """关键结果太多，精力就分散了。

    检查什么：一个目标的关键结果不超过规定条数；已取消的不算，关键结果下的行动也不算。

    为什么：培训师的案例用四条；杜尔主张最多五条，克劳四条，谷歌 re:Work 约三条。再多就成了任务清单，没有人记得住。

    何时关闭：几乎不必关闭；请按所依据的主张设置 `max`。
    """

    meta = Meta(
        code="ST003",
        name="too-many-krs",
        summary=Words("An objective has few enough key results to focus on.", "目标的关键结果不多，便于集中精力。"),
        severity=Severity.WARNING,
        tier=1,
        sources=("SEED", "DOERR", "KLAU", "G-RW", "BK"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How many are too many."""

        max: int = 5
        target: int | None = None
        ranges = {"max": (1, None), "target": (1, None)}
        about = {
            "max": Words(
                "The greatest number of key results of an objective: 1 or more. Doerr takes five, Klau four, Wodtke "
                "and GitLab three.",
                "一个目标最多有几条关键结果：1 或更大。杜尔取 5，克劳取 4，沃特克和 GitLab 取 3。",
            ),
            "target": Words(
                "The number of key results from which each more is a hint already: 1 or more, none for no such hint. "
                "The trainer's case takes four, Google's re:Work about three.",
                "超过几条就先给出“提示”级别的提醒：1 或更大，不设则没有。培训师的案例取 4，谷歌 re:Work 取 3 左右。",
            ),
        }

    options: Options

    messages = {
        "many": Words(
            "the objective has too many key results ({count}, at most {max}), which scatters the effort; keep those "
            "that prove it, and move work to be done into their actions",
            "关键结果太多（{count} 条，最多 {max} 条），精力会分散；请留下能证明目标的几条，把要做的工作移到行动计划里",
        ),
        "above-target": Words(
            "the objective has {count} key results, more than the {target} that focus best; ask of each whether the "
            "objective would fail without it",
            "目标有 {count} 条关键结果，超过便于聚焦的 {target} 条；请逐条问一问：没有它，目标就算失败吗？",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Win the campus market⟧

                - KR1: 900 students sign up
                - KR2: 40% of them order again
                - KR3: NPS from 31 to 45
                - KR4: 60 student ambassadors
                - KR5: 12 campuses with a pick-up point
                - KR6: refund rate below 3%
                - KR7: 30 articles in student papers
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Make support feel human⟧

                | Key result | Target |
                |---|---|
                | CSAT | 86 |
                | First answer | 30 minutes |
                | Questions asked twice | 5% |
                | Calls dropped | 2% |
                | Letters of thanks | 40 |
                | Complaints | 10 |
                """,
                """
                # OKRs 2026-Q2

                ## Objective: ⟦Make paying feel instant⟧

                1. 95% of payments confirmed within 2 s
                2. 99% of refunds within a day
                3. Failed payments from 4% to 1%
                4. 70% of customers pay with one tap
                5. Disputes from 120 to 40 a month
                6. Support questions about paying from 900 to 300
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦拿下高校市场⟧

                - KR1：注册学生达到900名
                - KR2：复购率达到40%
                - KR3：NPS由31升至45
                - KR4：校园大使达到60名
                - KR5：设有自提点的校区达到12个
                - KR6：退款率低于3%
                - KR7：校园媒体报道30篇
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓客服更有溫度⟧

                | 關鍵結果 | 目標值 |
                |---|---|
                | 滿意度 | 86 |
                | 首次回覆時長 | 30分鐘 |
                | 二次追問率 | 5% |
                | 漏接率 | 2% |
                | 感謝信 | 40封 |
                | 客訴 | 10件 |
                """,
                """
                # 2026年Q2 OKR

                ## 目标：⟦让付款快得像没发生过⟧

                1. 95%的支付在2秒内确认
                2. 99%的退款一天内到账
                3. 支付失败率从4%降至1%
                4. 70%的客户一键支付
                5. 每月争议单从120笔降至40笔
                6. 支付类咨询从900次降至300次
                """,
            ),
        },
        good={
            "en": (
                "Win the campus market",
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                - KR2: 40% of them order again
                - KR3: NPS from 31 to 45
                - KR4: refund rate below 3%
                - KR5: 12 campuses with a pick-up point
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up
                  - [ ] print the flyers
                  - [ ] book the stands
                  - [ ] brief the ambassadors
                  - [ ] film the campus tour
                - KR2: 40% of them order again
                  - [ ] write the second-order mail
                  - [ ] test the coupon
                """,
            ),
            "zh": (
                "拿下高校市场",
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市場

                - KR1：註冊學生達到900名
                - KR2：復購率達到40%
                - KR3：NPS由31升至45
                - KR4：退款率低於3%
                - KR5：設有自提點的校區達到12個
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市场

                - KR1：注册学生达到900名
                  - [ ] 印制传单
                  - [ ] 预订摊位
                  - [ ] 培训校园大使
                  - [ ] 拍摄校园短片
                - KR2：复购率达到40%
                  - [ ] 撰写复购邮件
                  - [ ] 试发优惠券
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q2

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                        - KR2: First answer within 30 minutes
                        - KR3: 40% of answers need no second question
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86
                        - KR2：首次回复不超过30分钟
                        - KR3：四成问题无需二次追问
                        """,
                    ),
                },
                good={},
                options={"target": 2},
            ),
        ),
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        count = len(live(item.key_results))
        if count > self.options.max:
            yield self.hit(item.text.span, "many", count=count, max=self.options.max)
        elif self.options.target is not None and count > self.options.target:
            target = self.options.target
            yield self.hit(item.text.span, "above-target", severity=Severity.HINT, count=count, target=target)
