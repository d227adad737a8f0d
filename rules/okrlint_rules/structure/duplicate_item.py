"""ST005."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from okrlint.plugins import (
    Certainty,
    Context,
    Document,
    DocumentRule,
    Examples,
    Hit,
    Item,
    KeyResult,
    Meta,
    Objective,
    Project,
    ProjectContext,
    RuleOptions,
    Severity,
    Words,
    amounts,
    fold,
    is_comparable,
    terms,
)
from okrlint_rules.hygiene.blanks import blanks
from okrlint_rules.quoting import quoted
from okrlint_rules.siblings import live, sets_of_objectives
from okrlint_rules.structure.duplicate_examples import ACROSS
from okrlint_rules.structure.moving import without_moving


class DuplicateItem(DocumentRule):
    """What stands there twice is counted twice.

    What it checks: within a team's cycle no two key results say the same with the same figures, and no two objectives
    say the same. The verb that moves a figure makes no difference (raise, increase, 提升, 升至). Key results that
    differ in a word (Berlin and Madrid), in a figure or in a date are steps or siblings, and no copies; neither are
    those that a lead and a report share by alignment, nor blanks of a template that are still to be filled in. Two
    documents of cycles with days in common do not have the same item, either, unless one supports the other, both
    support the same, or it is marked as shared ("(shared objective)", a field `shared`). A document that is there twice
    is told once. Archives, templates, translations, exports, summaries of all teams, and the other documents of the
    same team (its year, its quarter, its review) may say the same.

    Why: GitLab wants key results that exclude each other; progress on a copy is reported twice.

    When to switch it off: where a key result serves two objectives on purpose; better have it serve one, and let the
    other name it.
    """

    manual_zh = """写了两遍的，会被算两遍。

    检查什么：同一团队同一周期内，没有两条关键结果以同样的数字说同一件事，也没有两个相同的目标。推动数字的动词
    （提升、升至、raise）不同，不算不同。差一个词（华东、华南）、一个数字或一个日期的，是并列或分步，不算重复；
    上下级通过对齐共用的不算，模板里还没填的空白也不算。周期有重叠的两份文档里也不能有同一条，除非一方支撑另一方、
    双方支撑同一目标，或标明是共享的（“（共享目标）”、`shared` 字段）。整份文档出现两次的只报一次。归档、模板、译文、
    导出、各团队的汇总，以及同一团队的其他文档（年度、季度、复盘）里，说同样的话不算。

    为什么：GitLab 要求关键结果互不重叠；重复的条目，进展会被统计两次。

    何时关闭：一条关键结果有意服务于两个目标时；不过最好只归一个目标，由另一个目标引用。
    """

    meta = Meta(
        code="ST005",
        name="duplicate-item",
        summary=Words("No objective and no key result stands there twice.", "没有重复的目标或关键结果。"),
        severity=Severity.WARNING,
        sources=("GL",),
        since="0.1.0",
    )

    class Options(RuleOptions):
        """How alike is the same."""

        min_similarity: float = 0.9
        allow_pass_through: bool = True
        ranges = {"min_similarity": (0.5, 1)}
        about = {
            "min_similarity": Words(
                "The share of words in common, 0.5 to 1, from which an item with words added is a copy. The value is "
                "ours.",
                "相同用词占多大比例（0.5 到 1）时，多几个词的条目也算重复。取值由我们自定。",
            ),
            "allow_pass_through": Words(
                "Whether items that say what they contribute to may be the same along a line of reporting, as GitLab "
                "allows.",
                "写明了对齐关系的条目，上下级之间是否可以相同（GitLab 允许）。",
            ),
        }

    options: Options

    messages = {
        "copy": Words(
            "“{text}” says what {label} says (“{copy}”), so progress counts twice; keep one, and let the other "
            "objective name it",
            "“{text}”与{label}（“{copy}”）说的是同一件事，进展会算两次；请只留一条，另一处引用即可",
        ),
        "across": Words(
            "“{text}” also stands in {label}, so two teams report the same progress; keep it where it is reached, and "
            "let this one say what it adds, as in “supports: {reference}”",
            "“{text}”在 {label} 里也有一条，同样的进展会由两个团队各报一次；请留在真正完成它的一处，"
            "这里写明自己的贡献，例如“支撑：{reference}”",
        ),
        "document": Words(
            "{count} items of this document, “{text}” first, also stand in {label}, so their progress counts twice; "
            'keep one of the two documents, or leave the copy out, as in `exclude = ["<path>"]`',
            "本文档有 {count} 条（首条为“{text}”）在 {label} 里也有，进展会算两次；请只保留一份，"
            '或排除副本，例如 `exclude = ["<路径>"]`',
        ),
    }

    examples = Examples(
        bad={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: NPS 20 → 40
                - KR2: churn falls from 4% to 2%
                - KR3: ⟦Raise NPS from 20 to 40⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 900 students sign up

                ## O2: Be the first app of freshers

                - KR1: ⟦900 students sign up⟧
                """,
                """
                # OKRs 2026-Q2

                ## O1: Be the clinic that patients recommend

                - KR1: Share of patients seen within ten minutes of their appointment from 50% to 80%

                ## O2: ⟦Be the clinic that patients recommend⟧

                - KR1: Rating from 4.1 to 4.6
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：NPS由20升至40
                - KR2：流失率从4%降至2%
                - KR3：⟦NPS从20提升到40⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市場

                - KR1：註冊學生達到900名

                ## O2：成為新生的第一個應用

                - KR1：⟦注册学生达到900名⟧
                """,
                """
                # 2026年Q2 OKR

                ## O1：成为患者愿意推荐的门诊

                - KR1：十分钟内就诊的比例由50%升至80%

                ## O2：⟦成为患者愿意推荐的门诊⟧

                - KR1：评分由4.1升至4.6
                """,
            ),
        },
        good={
            "en": (
                """
                # OKRs 2026-Q2

                ## O1: Make every customer glad they stayed

                - KR1: Berlin NPS from 20 to 40
                - KR2: Madrid NPS from 20 to 40
                - KR3: NPS of new customers from 20 to 40
                """,
                """
                # OKRs 2026-Q2

                ## O1: Win the campus market

                - KR1: 300 students sign up by 30 April
                - KR2: 900 students sign up by 31 May
                - KR3: 3 campus events by 30 April
                - KR4: 3 campus events by 31 May
                """,
                """
                # OKRs

                ## 2026-Q1

                ### O1: Make support feel human

                - KR1: CSAT from 78 to 86

                ## 2026-Q2

                ### O1: Make support feel human

                - KR1: CSAT from 78 to 86
                """,
                """
                # OKRs 2026-Q2

                ## O1: Make support feel human

                - KR1: Raise [metric] from [baseline] to [target]
                - KR2: Raise [metric] from [baseline] to [target]
                """,
            ),
            "zh": (
                """
                # 2026年Q2 OKR

                ## O1：让每位客户都庆幸选择了我们

                - KR1：华东NPS由20升至40
                - KR2：华南NPS由20升至40
                - KR3：新客户NPS由20升至40
                """,
                """
                # 2026年Q2 OKR

                ## O1：拿下高校市場

                - KR1：4月底前註冊學生達到300名
                - KR2：5月底前註冊學生達到900名
                - KR3：4月底前舉辦3場校園活動
                - KR4：5月底前舉辦3場校園活動
                """,
                """
                # OKR

                ## 2026年Q1

                ### O1：让客服更有温度

                - KR1：满意度由78升至86

                ## 2026年Q2

                ### O1：让客服更有温度

                - KR1：满意度由78升至86
                """,
                """
                # 2026年Q2 OKR

                ## O1：让客服更有温度

                - KR1：【指标】从【基线】提升到【目标值】
                - KR2：【指标】从【基线】提升到【目标值】
                """,
            ),
        },
        also=(ACROSS,),
    )

    def check(self, item: Document, context: Context) -> Iterator[Hit]:
        for objectives in sets_of_objectives(item):
            krs = [(each, objective) for objective in objectives for each in live(objective.key_results)]
            yield from self._among([(each, each) for each in objectives])
            yield from self._among(krs)

    def check_across(self, project: Project, context: ProjectContext) -> Iterator[Hit]:
        from okrlint_rules.alignment.naming import name_of, reference_to  # a document alone needs none of these
        from okrlint_rules.structure.duplicate_across import copies_across

        for copy in copies_across(project, may_pass_through=self.options.allow_pass_through):
            item = project.item(copy.place)
            if item is not None:
                label = project.documents[copy.of.document].path if copy.is_whole else name_of(copy.of, project)
                yield self.hit(
                    item.span,
                    "document" if copy.is_whole else "across",
                    place=copy.place,
                    certainty=copy.certainty,
                    collective=copy.is_whole,
                    text=quoted(item.text),
                    label=label,
                    count=copy.items,
                    reference=reference_to(copy.of, project),
                )

    def _among(self, items: Sequence[tuple[Item, Objective]]) -> Iterator[Hit]:
        """Yield a finding for each item that copies one before it."""
        alike: dict[_Figures, list[tuple[Item, Objective]]] = defaultdict(list)
        for item, objective in items:
            alike[_figures(item)].append((item, objective))
        for figures, group in alike.items():
            if len(group) == 1:
                continue
            entries = [_Entry(item, objective, _said(item)) for item, objective in group]
            if not _hold_copies([entry.said for entry in entries]):
                continue
            for copy, of in self._copies([entry for entry in entries if _tells(entry, figures)]):
                yield self.hit(
                    copy.item.text.span,
                    "copy",
                    certainty=_certainty(copy, of, figures),
                    about=copy.objective,
                    text=quoted(copy.item.text),
                    label=_name(of, copy),
                    copy=quoted(of.item.text),
                )

    def _copies(self, entries: Sequence["_Entry"]) -> Iterator[tuple["_Entry", "_Entry"]]:
        """Yield each entry that says what one before it says, with that one.

        Statements that are alike share one of their rarest terms: only those that do are compared.
        """
        often = Counter(term for entry in entries for term in entry.said)
        before: dict[str, list[_Entry]] = defaultdict(list)
        same: dict[frozenset[str], _Entry] = {}
        for entry in entries:
            rare = sorted(entry.said, key=lambda term: (often[term], term))[: self._prefix(len(entry.said))]
            near = (other for term in rare for other in islice(before[term], _MOST_COMPARED))
            first = same.get(entry.said) or next((other for other in near if self._is_alike(entry, other)), None)
            if first and first.item.text.span == entry.item.text.span:  # one line that counts for two objectives
                continue
            if first is None:
                same[entry.said] = entry
                for term in rare:
                    before[term].append(entry)
            elif not self._is_shared(entry, first) and not any(blanks(entry.item.text.value)):
                yield entry, first

    def _prefix(self, size: int) -> int:
        """Return how many of its rarest terms a statement has at least one in common with any that is alike."""
        least = self.options.min_similarity
        return size - int(size * least / (2 - least)) + 1

    def _is_alike(self, one: "_Entry", other: "_Entry") -> bool:
        """Tell whether one says what the other says, with a few words added.

        Where each has a word that the other lacks, they speak of different things: Berlin, Madrid.
        """
        if not (one.said <= other.said or other.said <= one.said):
            return False
        shared = len(one.said & other.said)
        return 2 * shared >= self.options.min_similarity * (len(one.said) + len(other.said))

    def _is_shared(self, one: "_Entry", other: "_Entry") -> bool:
        """Tell whether two items may be the same since one contributes to the other, or two people have them."""
        if not self.options.allow_pass_through:
            return False
        people, others = _owners(one), _owners(other)
        return bool(one.item.supports or other.item.supports or (people and others and people != others))


_MOST_COMPARED = 20
"""With how many statements that share a rare term each is compared: enough for any real document, and bounded."""

_Figures = tuple[object, ...]


class _Entry(NamedTuple):
    """An item, the objective that it stands in, and what it is about."""

    item: Item
    objective: Objective
    said: frozenset[str]


def _figures(item: Item) -> _Figures:
    """Return what copies have in common letter for letter: figures, dates of their own, how they are measured."""
    text = item.text.value
    figures: list[object] = []
    if not (text.isascii() and _DIGITS.isdisjoint(text)):
        figures += [(amount.value, amount.unit) for amount in amounts(text)]
    metric = item.metric if isinstance(item, KeyResult) else None
    if metric is not None:
        figures += [quantity.raw for quantity in (metric.baseline, metric.target) if quantity is not None]
        figures.append("" if metric.name is None else metric.name.value)
    deadline = item.deadline
    figures.append("" if deadline is None or item.deadline_inherited else deadline.raw)
    figures.append("".join([char for char in text if char in _SIGNS]) if "#" in text or "+" in text else "")
    figures += [measure.value for measure in item.measures]
    return tuple(figures)


_DIGITS = frozenset("0123456789")


_SIGNS = "#+"
"""Signs that tell names apart: C, C++, C#."""


def _said(item: Item) -> frozenset[str]:
    """Return the terms of a statement without the verbs that only move a figure."""
    return terms(without_moving(item.text.value))


def _hold_copies(sets: Sequence[frozenset[str]]) -> bool:
    """Tell whether a copy may be among statements: all that it says, or all that its copy says, is said twice."""
    seen: set[str] = set()
    twice: set[str] = set()
    for said in sets:
        twice |= seen & said
        seen |= said
    return any(said and said <= twice for said in sets)


def _tells(entry: _Entry, figures: _Figures) -> bool:
    """Tell whether a statement says enough to be a copy: a lone word may stand there twice by chance."""
    figured = sum(isinstance(figure, tuple) for figure in figures)
    return bool(entry.said) and len(entry.said) + figured >= _LEAST and is_comparable(entry.item.text.value)


_LEAST = 2
"""Terms and figures below which two statements may be the same by chance ("Marketing")."""


def _certainty(copy: _Entry, of: _Entry, figures: _Figures) -> Certainty:
    """Tell how sure a copy is one: "publish the guide" below two objectives may mean two guides."""
    is_figured = any(isinstance(figure, tuple) for figure in figures)
    if is_figured or copy.objective is of.objective or copy.item is copy.objective:
        return "high" if copy.said == of.said else "medium"
    return "low"


def _owners(entry: _Entry) -> frozenset[str]:
    item, objective = entry.item, entry.objective
    owners = item.owners or objective.owners or item.owners_inherited
    return frozenset(fold(owner.value).lower() for owner in owners)


def _name(of: _Entry, copy: _Entry) -> str:
    """Return by which name an item is known to the reader of another."""
    objective = of.objective.label or of.objective.id
    if of.item is of.objective:
        return objective
    name = of.item.label or of.item.id
    return name if of.objective is copy.objective else f"{objective} {name}"
