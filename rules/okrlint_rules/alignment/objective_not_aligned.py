"""AL001."""

from collections.abc import Iterator
from functools import cache, cached_property
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.plugins import (
    Certainty,
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Lexicon,
    LinkedText,
    Meta,
    Objective,
    RuleOptions,
    Severity,
    Text,
    Words,
    fold,
)
from okrlint_rules.alignment.teams import PARTS, ROOT_LEVELS, is_of_group, is_whole, name_of_file, stem_of
from okrlint_rules.ownership.personal import is_personal
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live


class ObjectiveNotAligned(DocumentRule):
    """A team's objectives serve a plan, and say which.

    What it checks: most objectives of a team's document name what they contribute to: a parent objective, a plan, or
    a theme, in a field ("Aligned to", "Supports", 对齐, 承接), in a key result's field, or once for the whole document
    ("Annual plan", 年度计划). "The company's strategy" alone names none, unless it is a link. It is said once a
    document. A document of the company itself needs no parent, and neither does that of one person; where nothing
    tells whose a document is, the finding is a doubtful one.

    Why: in the trainer's case the department's OKRs are there to support the company's plan for the year. At GitLab
    every function inherits the company's objectives, Feishu has a field for alignment, and Chinese handbooks ask to
    align with the company. Not every objective must come from above: Google mixes both, and Doerr and Klau want about
    half of them set by the teams; set `min_share` to that.

    When to switch it off: where the tool that the OKRs live in keeps the links.
    """

    manual_zh = """团队的目标服务于某个计划，并且写明是哪一个。

    检查什么：团队文档里的大多数目标写明了支撑什么：上级目标、计划或战略主题，可以写在字段里（“对齐”“承接”
    “Aligned to”“Supports”）、关键结果的字段里，或在文档开头写一次（“年度计划”“Annual plan”）。只写“公司战略”
    而没有链接，等于没有写明。每份文档只报告一次。公司级文档不需要上级，个人文档也不需要；看不出文档属于谁时，
    只算把握不大的发现。

    为什么：培训师的案例中，部门的 OKR 是为了支撑公司的年度计划。GitLab 的每个职能都承接公司目标，
    飞书有专门的对齐字段，中文手册也要求对准公司。并非每个目标都必须来自上级：谷歌两者兼有，杜尔和克劳
    主张约一半由团队自定；可把 `min_share` 设为相应的比例。

    何时关闭：对齐关系记录在管理 OKR 的工具里时。
    """

    meta = Meta(
        code="AL001",
        name="objective-not-aligned",
        summary=Words(
            "The objectives of a team name the plan or the objective that they support.",
            "团队的目标写明所支撑的计划或上级目标。",
        ),
        severity=Severity.WARNING,
        certainty="medium",
        tier=1,
        sources=("SEED", "GL", "FS", "BK", "YS", "KLAU", "DOERR", "G-RW"),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """Where a parent may be named, and who needs one."""

        fields: tuple[str, ...] = ()
        min_share: float = 0.8
        root_levels: tuple[str, ...] = ROOT_LEVELS
        about = {
            "fields": Words(
                "Further names of fields in data and tables that name a parent; the usual ones (aligned to, supports, "
                "parent, strategic theme, 对齐, 承接, 支撑) count anyway.",
                "数据和表格中还有哪些字段名也算写明了上级；常见的（对齐、承接、支撑、战略主题、aligned to、supports、"
                "parent）总是算数。",
            ),
            "min_share": Words(
                "The share of objectives, 0 to 1, that must name a parent. 0.8 leaves room for a team's own; Doerr "
                "has about half of them set by the teams themselves (0.5).",
                "必须写明上级的目标占比，0 到 1。0.8 为团队自定的目标留出余地；杜尔主张约一半由团队自定（0.5）。",
            ),
            "root_levels": Words(
                "Words of a title, a team's name or a file's name by which a document is of the top level, which has "
                "no parent.",
                "标题、团队名或文件名中的哪些词表示文档属于最高层级，最高层级没有上级。",
            ),
        }
        ranges = {"min_share": (0, 1)}

    options: Options

    messages = {
        "one": Words(
            "“{text}” does not say which plan or objective above it supports; name it, as in “Aligned to: <id or words "
            "of the parent objective>”",
            "“{text}”没有写明支撑哪个上级目标或计划；请补上，例如“对齐：<上级目标的编号或原文>”",
        ),
        "none": Words(
            "none of the {total} objectives says which plan or objective above it supports; name the plan once at the "
            "top, as in “Annual plan: <plan>”, or the parent of each, as in “Aligned to: <id of the parent objective>”",
            "{total} 个目标都没有写明支撑什么；请在文档开头写一次，例如“年度计划：<计划>”，"
            "或为每个目标写明，例如“对齐：<上级目标的编号>”",
        ),
        "some": Words(
            "{missing} of {total} objectives ({ids}) do not say which plan or objective above them they support; name "
            "it, as in “Aligned to: <id of the parent objective>”, unless the team set them itself on purpose",
            "{total} 个目标中有 {missing} 个（{ids}）没有写明支撑哪个上级目标或计划；除非有意由团队自定，"
            "请补上，例如“对齐：<上级目标的编号>”",
        ),
        "vague": Words(
            "“{value}” does not say which goal is meant, so nobody can tell whether it is served; name it, as in "
            "“Aligned to: <id or words of the parent objective>”",
            "“{value}”没有指明是哪个目标，无从判断是否真的支撑；请写明，例如“对齐：<上级目标的编号或原文>”",
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # ⟦Depot team OKRs 2026-Q2⟧

                ## O1: Let drivers start their day without waiting

                - KR1: Waiting at the gate falls from 25 to 8 minutes

                ## O2: Make night loading safe

                - KR1: Injuries fall from 6 to 1
                """,
                """
                # ⟦Finance OKRs 2026-Q2⟧

                ## O1: Let every manager know what a month will cost

                - KR1: Forecasts miss by 4% instead of 15%

                ## O2: Close the books before anyone asks

                - KR1: Closing takes 4 days instead of 9
                """,
                """
                # Menu team OKRs 2026-Q2

                - Aligned to: ⟦company strategy⟧

                ## O1: Make lunch the best hour of the day

                - KR1: 400 guests a day come back within a week
                """,
                """
                # ⟦Garden team OKRs 2026-Q2⟧

                ## O1: Keep the park green through the drought

                - Supports: city-2026/O3
                - KR1: 90% of young trees survive

                ## O2: Make volunteers want to return

                - KR1: 60% of volunteers come a second time
                """,
                """
                # OKRs 2026-Q2

                - Team: Night desk

                ## O1: ⟦Let every caller feel heard after dark⟧

                - KR1: Calls that are lost fall from 12% to 3%
                """,
            ),
            "zh": (
                """
                # ⟦仓储部 2026年Q2 OKR⟧

                ## O1：让司机到库不再等待

                - KR1：门口等待由25分钟降到8分钟

                ## O2：让夜间装货同样安全

                - KR1：工伤由6起降到1起
                """,
                """
                # 菜品研发组 2026年Q2 OKR

                ## O1：让午饭成为一天里最期待的时刻

                - 承接：⟦公司战略⟧
                - KR1：每天400位客人一周内再来
                """,
                """
                # ⟦園藝組 2026年Q2 OKR⟧

                ## O1：讓公園熬過旱季依然翠綠

                - 對齊：市府2026年目標O3
                - KR1：九成新樹存活

                ## O2：讓志工還想再來

                - KR1：六成志工第二次報名
                """,
            ),
        },
        good={
            "en": (
                """
                # Depot team OKRs 2026-Q2

                - Annual plan: open two depots and halve the waiting times

                ## O1: Let drivers start their day without waiting

                - KR1: Waiting at the gate falls from 25 to 8 minutes

                ## O2: Make night loading safe

                - KR1: Injuries fall from 6 to 1
                """,
                """
                # Garden team OKRs 2026-Q2

                ## O1: Keep the park green through the drought (supports city O3)

                - KR1: 90% of young trees survive

                ## O2: Make volunteers want to return

                - Strategic theme: A city of neighbours
                - KR1: 60% of volunteers come a second time
                """,
                """
                # Company OKRs 2026

                ## O1: Become the depot that drivers ask for

                - KR1: 70% of hauliers name us first
                """,
                """
                # Goals of Ana Ruiz, 2026-Q2

                Owner: Ana Ruiz

                ## O1: Become someone I would like to work with

                - KR1: 12 books read
                """,
            ),
            "zh": (
                """
                # 仓储部 2026年Q2 OKR

                - 年度计划：新开两座仓库，等待时间减半

                ## O1：让司机到库不再等待

                - KR1：门口等待由25分钟降到8分钟

                ## O2：让夜间装货同样安全

                - KR1：工伤由6起降到1起
                """,
                """
                # 菜品研发组 2026年Q2 OKR

                ## O1：让午饭成为一天里最期待的时刻（承接公司O2）

                - KR1：每天400位客人一周内再来
                """,
                """
                # 公司2026年度OKR

                ## O1：成為司機首選的倉庫

                - KR1：七成車隊首先想到我們
                """,
                """
                # 我的2026年Q2 OKR

                ## O1：成为自己也愿意共事的人

                - KR1：读完12本书
                """,
            ),
        },
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        roots = self._roots
        if is_personal(item) or _is_personal_by_name(item) or self._is_root(item, roots):
            return
        objectives = [each for each in live(item.objectives) if not (each.team and is_whole(each.team.value, roots))]
        if item.team is None and not (item.title and is_of_group(item.title.value)):
            # Beside those of teams, what is of none is the company's.
            objectives = [each for each in objectives if each.team] or objectives
        labels = {objective.label for objective in objectives if objective.label}
        named = {each.id: self._parents(each) for each in objectives}
        found = [text for texts in (item.plans, *named.values()) for text in texts]
        if not objectives or any(_says_which(text, context) for text in item.plans):
            return
        missing = [
            each
            for each in objectives
            if not (_is_child(each, labels) or _mentions(each))
            and not any(_says_which(text, context) for text in named[each.id])
        ]
        if len(objectives) - len(missing) < self.options.min_share * len(objectives):
            yield self._hit(item, objectives, missing, [text for text in found if not _says_which(text, context)])

    @cached_property
    def _roots(self) -> Lexicon:
        return Lexicon("root_levels", (*self.options.root_levels, *PARTS))

    def _is_root(self, document: Document, roots: Lexicon) -> bool:
        """Tell whether a document is of the top level: by its team's name, or else its title or its file's name."""
        if document.team:
            return is_whole(document.team.value, roots)
        if document.title and roots.has(document.title.value):
            return not is_of_group(document.title.value)
        return roots.matches_whole(stem_of(document.path)) or roots.matches_whole(name_of_file(document.path))

    def _parents(self, objective: Objective) -> list[Text]:
        """Return what an objective, or a key result of it, names as what it contributes to."""
        found = [text for each in (objective, *objective.key_results) for text in each.supports]
        if objective.fields:
            further = {fold(name).lower() for name in self.options.fields}
            found += [field.text for field in objective.fields if fold(field.name).lower() in further]
        return found

    def _hit(self, document: Document, objectives: list[Objective], missing: list[Objective], vague: list[Text]) -> Hit:
        certainty: Certainty = "medium" if _is_teams(document) else "low"
        if vague:
            return self.hit(vague[0].span, "vague", certainty=certainty, value=quoted(vague[0]))
        if len(objectives) == 1:
            only = objectives[0].text
            return self.hit(only.span, "one", certainty=certainty, text=quoted(only))
        place = document.title.span if document.title else missing[0].text.span
        if len(missing) == len(objectives):
            return self.hit(place, "none", certainty=certainty, total=len(objectives))
        return self.hit(
            place,
            "some",
            certainty=certainty,
            missing=len(missing),
            total=len(objectives),
            ids=_listed(missing),
        )


_MOST_LISTED = 6


def _listed(objectives: list[Objective]) -> Words:
    """Return the labels of objectives in a row, at most so many of them."""
    names = [objective.label or objective.id for objective in objectives[:_MOST_LISTED]]
    more = ["…"] if len(objectives) > _MOST_LISTED else []
    return Words(", ".join(names + more), "、".join(names + more))


def _says_which(text: Text, context: Context) -> bool:
    """Tell whether a text that names a parent says more than that there is one: an id, a name, a year, a link."""
    if isinstance(text, LinkedText):
        return True
    rest = list(fold(text.value).lower())
    for found in context.lexicon("vague_parents").find(text.value):
        rest[found.start : found.end] = " " * (found.end - found.start)
    return any(map(str.isalnum, rest))


def _mentions(objective: Objective) -> bool:
    """Tell whether an objective's own words, or its reason, name a parent: "(supports company O2)", 承接公司O2."""
    texts = (objective.text, objective.why) if objective.why else (objective.text,)
    return any(_may_mention(words) and _mention().search(words) for words in (fold(text.value) for text in texts))


def _may_mention(words: str) -> bool:
    """Tell whether a text has what each mention ends with; few have, and only they need the pattern."""
    return not _DIGITS.isdisjoint(words) or "plan" in words.lower() or "年度" in words


_DIGITS = frozenset("0123456789")


@cache
def _mention() -> Pattern[str]:
    return compile_pattern(
        r"(?:support(?:s|ing)?|align(?:s|ed)?[ ](?:to|with)|contribut(?:es|ing)[ ]to|ladders[ ]up[ ]to|serv(?:es|ing)"
        r"|承接|对齐|支撑|支持|服务|对应|落实)[^\n,;，；。]{0,30}?"
        r"(?:(?<![A-Za-z])(?:O|KR)-?\d|annual[ ]plan|plan[ ]for[ ]the[ ]year|年度(?:计划|目标|规划|OKR))",
        ASCII | IGNORECASE,
    )


def _is_child(objective: Objective, labels: set[str]) -> bool:
    """Tell whether the label says whose child an objective is: O1.2 and O1-2 are those of O1."""
    label = objective.label or ""
    return any(label.rpartition(sign)[0] in labels for sign in ".-")


def _is_teams(document: Document) -> bool:
    """Tell whether a document says of which team it is, or its objectives each do."""
    if document.team or all(objective.team for objective in document.objectives):
        return True
    return document.title is not None and is_of_group(document.title.value)


def _is_personal_by_name(document: Document) -> bool:
    """Tell whether the title or the file's name says that a document is one person's."""
    return document.team is None and any(
        _personal().has(name) for name in (document.title.value if document.title else "", stem_of(document.path))
    )


@cache
def _personal() -> Lexicon:
    return Lexicon("personal", ("personal", "my", "me", "myself", "个人", "我的", "自己"))
