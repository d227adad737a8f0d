"""AL005."""

from collections.abc import Iterator, Mapping

from okrlint.plugins import (
    Context,
    Examples,
    Hit,
    KeyResult,
    Meta,
    Objective,
    ObjectiveRule,
    RuleOptions,
    Severity,
    Words,
    fold,
    is_dropped,
    terms,
)
from okrlint_rules.alignment.dependencies import is_same, leads, others
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class ObjectiveNotCoreWork(ObjectiveRule):
    """An objective is the team's own work, and within its reach.

    What it checks: two things. Where the configuration's `teams`, or the option `charter`, tell what a team is there
    for, an objective or one of its key results speaks of it. And not most of the key results of an objective wait for
    others ("depends on", "get the legal team to …", 推动法务部…, 等…审批), be it a team that either of them names
    ("Marketing finishes its rebrand").

    Why: it is the trainer's first verdict: to train advisers is in the company's plan, but it is not what a marketing
    department is there for. GitLab wants what a team can influence, Wodtke what it can do without waiting, and a
    Chinese handbook not to hand down objectives that have nothing to do with a department.

    When to switch it off: it is off unless asked for. Words cannot tell a new mission from a stray one: leave it off
    where teams change what they do from one cycle to the next.
    """

    manual_zh = """目标应是团队的本职工作，并在其影响范围之内。

    检查什么：两点。配置的 `teams` 或选项 `charter` 写明了某个团队的职责时，目标或其关键结果至少有一处谈到这些
    职责；一个目标的关键结果不能大半都在等别人（“依赖于”“推动法务部……”“等……审批”“depends on”
    “get the legal team to …”），等的是其中写到的其他团队（“市场部完成品牌升级”）也算。

    为什么：这是培训师的第一条评语：培养认证顾问虽然写在公司计划里，却不是市场部的本职工作。GitLab 要求目标
    在团队影响范围之内，沃特克要求不必等别人就能做；中文手册也说，与部门职能毫不相关的目标不要分解给它。

    何时关闭：默认不开。仅凭文字分不清新使命和跑题；团队每个周期都在换方向的，不要打开。
    """

    meta = Meta(
        code="AL005",
        name="objective-not-core-work",
        summary=Words("An objective is the team's own core work.", "目标是团队的本职工作。"),
        severity=Severity.HINT,
        certainty="medium",
        tier=1,
        on=False,
        sources=("SEED", "GL", "WOD", "BK"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """What each team is there for."""

        charter: Mapping[str, tuple[str, ...]] = {}
        about = {
            "charter": Words(
                "For each team, by its name, words of what it is there for: a word of the objective or of a key result "
                "must be among them. It wins over the charter in the configuration's `teams`. Without an entry in "
                "either nothing is said of a team's objectives but where they wait.",
                "各团队（按名称）的职责用词：目标或关键结果中至少要出现其中一个。优先于配置 `teams` 里的 charter。"
                "两处都没有写明的团队，只检查是否在等别人。",
            )
        }

    options: Options

    messages = {
        "charter": Words(
            "“{text}” and its key results speak of nothing that {team} is there for ({words}); leave it to the team "
            "whose work it is, say what part of it is your own, or add the word to the charter",
            "“{text}”及其关键结果都没有谈到{team}的职责（{words}）；请交给主管此事的团队，或写明其中属于本团队的部分，"
            "或把相应的词补进 charter",
        ),
        "waits": Words(
            "{count} of the {total} key results of “{text}” wait for others (“{word}”), so the team cannot "
            "reach it by itself; state what the team changes, as in “<metric of ours> from <baseline> to <target>”",
            "“{text}”的 {total} 条关键结果中有 {count} 条在等别人（“{word}”），能否达成不由本团队决定；"
            "请改写为本团队自己能改变的结果，例如“<本团队的指标>从<基线>到<目标值>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: ⟦Move into a warehouse of our own⟧

                - KR1: Get the legal team to sign the lease
                - KR2: Opening day depends on the permit of the city
                - KR3: 40% of orders leave from there
                """,
                """
                # OKRs 2026-Q2

                ## O1: ⟦Let shops in Norway be paid through us⟧

                - KR1: 300 shops are live, subject to approval by the bank
                """,
                """
                # Payroll 2026-Q2

                ## O1: ⟦Give everybody a payslip that explains itself⟧

                - KR1: Persuade the design department to redraw the form
                - KR2: Waiting for the new tax tables, 90% of payslips are right
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：⟦搬进自己的仓库⟧

                - KR1：推动法务部签下租约
                - KR2：等消防验收通过后投入使用
                - KR3：四成订单从新仓发出
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦让挪威门店用上我们的收款⟧

                - KR1：300家门店开通，进度取决于银行
                """,
                """
                # 2026年Q2 OKR

                ## O1：⟦讓每張薪資單一看就懂⟧

                - KR1：督促設計部門重畫表單
                - KR2：待稅務局批准後九成薪資單無誤
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Move into a warehouse of our own

                - KR1: 40% of orders leave from there
                - KR2: Damage falls from 3% to 1%
                - KR3: Opening day depends on the permit of the city
                """,
                "Waiting for help is a thing of the past",
                """
                # OKRs 2026-Q2

                ## O1: Let nobody wait for a doctor

                - KR1: Patients get to a doctor within 20 minutes
                - KR2: Revenue no longer depends on one customer
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：搬进自己的仓库

                - KR1：四成订单从新仓发出
                - KR2：货损由3%降到1%
                - KR3：等消防验收通过后投入使用
                """,
                "让等待审批成为历史",
                """
                # 2026年Q2 OKR

                ## O1：讓病人不必久候

                - KR1：候診等待時間由50分鐘降到20分鐘
                - KR2：營收不依賴於單一客戶
                """,
            ),
        },
        also=(
            Examples(
                bad={
                    "en": (
                        """
                        # OKRs 2026-Q2

                        - Team: Growth

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86
                        """,
                    ),
                    "zh": (
                        """
                        # 2026年Q2 OKR

                        - 团队：增长组

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86
                        """,
                    ),
                },
                good={},
                options={"charter": {"Growth": ("sign-ups",), "增长组": ("注册",)}},
            ),
            Examples(
                bad={
                    "en": (
                        """
                        ==> .okrlint.yaml
                        teams:
                          Growth: {charter: [sign-ups, activation]}
                          Support: {charter: [CSAT]}

                        ==> growth.md
                        # OKRs 2026-Q2

                        - Team: Growth

                        ## O1: ⟦Make support feel human⟧

                        - KR1: CSAT from 78 to 86

                        ## O2: ⟦Let nobody wait for an answer⟧

                        - KR1: Support answers all letters of new sign-ups
                        """,
                    ),
                    "zh": (
                        """
                        ==> .okrlint.yaml
                        teams:
                          增长组: {charter: [注册, 激活]}

                        ==> 增长.md
                        # 2026年Q2 OKR

                        - 团队：增长组

                        ## O1：⟦让客服更有温度⟧

                        - KR1：满意度由78升至86
                        """,
                    ),
                },
                good={
                    "en": (
                        """
                        ==> .okrlint.yaml
                        teams:
                          Growth: {charter: [sign-ups]}
                          Support: {}

                        ==> growth.md
                        # OKRs 2026-Q2

                        - Team: Growth

                        ## O1: Make the first day a delight

                        - KR1: Share of sign-ups that come back from 20% to 35%

                        ==> support.md
                        # OKRs 2026-Q2

                        - Team: Support

                        ## O1: Make support feel human

                        - KR1: CSAT from 78 to 86
                        """,
                    ),
                    "zh": (
                        """
                        ==> .okrlint.yaml
                        teams:
                          增长组: {charter: [注册]}

                        ==> 增长.md
                        # 2026年Q2 OKR

                        - 团队：增长组

                        ## O1：让第一天就惊喜

                        - KR1：注册用户次日留存率由20%升至35%
                        """,
                    ),
                },
            ),
        ),
    )

    def check(self, item: Objective, context: Context) -> Iterator[Hit]:
        if is_dropped(item):
            return
        text = quoted(item.text)
        team = item.team or context.document.team
        words = self._words_of(team.value, context) if team else ()
        if team and words and not _speaks_of(item, words):
            yield self.hit(item.text.span, "charter", text=text, team=quoted(team), words=_listed(words))
        key_results = live(item.key_results)
        waits = [word for each in key_results if (word := self._waits(each, context, team.value if team else ""))]
        if 2 * len(waits) > len(key_results):
            yield self.hit(
                item.text.span, "waits", text=text, count=len(waits), total=len(key_results), word=quoted(waits[0])
            )

    def _words_of(self, team: str, context: Context) -> tuple[str, ...]:
        """Return the words of a team's charter; a part of its name does (市场 for 市场部), the whole one first."""
        charters = [*self.options.charter.items(), *((each.name, each.charter) for each in context.teams.values())]
        of_name = next((words for name, words in charters if name == team), None)
        return of_name or next((words for name, words in charters if words and is_same(name, team)), ())

    def _waits(self, item: KeyResult, context: Context, own: str) -> str:
        """Return the words by which a key result waits for others; "" where it waits for nobody."""
        text = item.text.value
        found = next(context.lexicon("dependencies").find(text), None)
        if found:
            return text[found.start : found.end]
        waited = others().search(fold(text))
        if waited:
            return text[waited.start() : waited.end()]
        names = (name for name in (*self.options.charter, *context.teams) if not is_same(name, own))
        return next((name for name in names if leads(name, text)), "")


_MOST_WORDS = 8


def _listed(words: tuple[str, ...]) -> Words:
    """Return words of a charter in a row, at most so many of them."""
    shown = [*words[:_MOST_WORDS], *(["…"] if len(words) > _MOST_WORDS else [])]
    return Words(", ".join(shown), "、".join(shown))


def _speaks_of(objective: Objective, words: tuple[str, ...]) -> bool:
    """Tell whether an objective, its reason or a key result has one of the words, in any form."""
    texts = [
        objective.text,
        *(each.text for each in objective.key_results),
        *([objective.why] if objective.why else []),
    ]
    said = frozenset[str]().union(*(terms(text.value) for text in texts))
    return any(terms(word) <= said for word in words if terms(word))
