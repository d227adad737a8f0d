"""Which of the objectives that were found count: what only looks like one is left out."""

from okrlint.language import quantities
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.objectives import Path, Trust
from okrlint.reading.outline import Outline
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words


class Candidate:
    """An objective with its key results, of which it is still open whether it counts.

    Attributes:
        draft: the objective.
        path: the headings that it stands under.
        trust: as for `FoundObjective`.
        named: whether a label, a heading or a column says that its key results are such.
        spelled: whether it is announced by the word "Objective".
        listed: whether it stands among others below that word.
        judged: whether its key results stand below "Measures of success".
    """

    __slots__ = ("draft", "judged", "listed", "named", "path", "spelled", "trust")

    def __init__(self, draft: Draft, path: Path, trust: Trust, *, named: bool = True, spelled: bool = False) -> None:
        self.draft = draft
        self.path = path
        self.trust = trust
        self.named = named
        self.spelled = spelled
        self.listed = False
        self.judged = False


def credible(candidates: list[Candidate], *, titled: bool) -> list[Candidate]:
    """Leave out what only looks like an objective.

    `### O1：` heads the first option of many a design document: some key result must say that it is one, or the
    document that it is about OKRs, or an item below `Objective: …` must state a number, or most items say from what to
    what. An objective without any key result must be labelled with a number or a bare `O`, or stand among others that
    have some.

    Below "Objectives" a nested list counts if all of its items have two amounts or more below them, and so do `O1 …`
    and `O2 …` with such lists, and several goals with such measures of success.
    """
    candidates = [candidate for candidate in candidates if not _is_status(candidate.draft.text.value)]
    complete = [candidate for candidate in candidates if candidate.draft.children]
    named = any(candidate.trust != "structure" for candidate in complete)
    are_labelled = bool(complete) and all(candidate.draft.label for candidate in complete)
    announced = titled or any(candidate.named or _is_measured(candidate) for candidate in complete)
    if not announced and not _state_changes(complete):
        listed = [candidate for candidate in complete if candidate.listed] or _several(complete)
        if not listed or not all(map(_states_amounts, listed)):
            return []
    return [
        candidate
        for candidate in candidates
        if candidate.draft.children
        or candidate.trust == "label"
        or (candidate.trust == "name" and named and not are_labelled)  # among O1 and O2 a mere `目标：` is a purpose
        or (candidate.trust == "structure" and complete and "OKR" not in candidate.draft.text.value)
    ]


def _several(candidates: list[Candidate]) -> list[Candidate]:
    """Return objectives if all are labelled O1, O2 and so on, or have measures of success, and there are some."""
    labels = [candidate.draft.label for candidate in candidates]
    counted = [f"O{number}" for number in range(1, len(labels) + 1)]
    return candidates if len(candidates) > 1 and (labels == counted or all(each.judged for each in candidates)) else []


_STATUSES = words(
    "ontrack offtrack atrisk behind delayed late blocked done completed complete inprogress notstarted green yellow"
    " amber red 正常 延期 延迟 延遲 完成 已完成 进行中 進行中 有风险 有風險 滞后 滯後 未开始 未開始 按计划 按計劃"
)
"""What a report says of an objective in the place of its words: `O1: on track`."""


_LONGEST_STATUS = max(map(len, _STATUSES))


def _is_status(value: str) -> bool:
    begin = value.replace(" ", "")[: _LONGEST_STATUS + 1]
    if len(begin) > _LONGEST_STATUS and begin.isalnum():
        return False
    return "".join(filter(str.isalnum, value.lower())) in _STATUSES


def _is_measured(candidate: Candidate) -> bool:
    """Whether the word says that it is an objective, and most items below it state an amount."""
    return candidate.spelled and _states_amounts(candidate)


def _state_changes(candidates: list[Candidate]) -> bool:
    """Whether most items, and not just one, say from what to what a number is to move."""
    children = [child for candidate in candidates for child in candidate.draft.children]
    if len(children) < 2 or len(children) > _MOST_LOOKED_AT:
        return False
    found = [quantities.change(child.text.value) for child in children]
    moves = [pair for pair in found if pair and pair.baseline and pair.target]
    return len(moves) > 1 and 2 * len(moves) > len(children)


_MOST_LOOKED_AT = 200
"""So many items of which none is called a key result are no OKRs."""


def _states_amounts(candidate: Candidate) -> bool:
    measured = [child for child in candidate.draft.children if quantities.amounts(child.text.value)]
    return len(measured) > 1 and 2 * len(measured) > len(candidate.draft.children)


_PARTS_OF_STUDIES = words(
    "abstract method methods methodology hypothesis hypotheses conclusion conclusions participants limitation"
    " limitations dataset datasets references bibliography discussion experiments"
    " 摘要 方法 实验方法 研究方法 材料与方法 结论 結論 研究結論 研究结论 局限 局限性 局限与开放问题 物理机制 实验设置"
    " 实验步骤 参考文献 參考文獻 数据集 數據集 讨论 討論 相关工作"
)
"""What stands beside "Objective" and "Key results" in papers and lab reports."""


def is_study(outline: Outline) -> bool:
    """Whether a heading or a line names a part that studies have and OKRs have not."""
    return any(_first_words(block.value) in _PARTS_OF_STUDIES for block in outline.root.walk())


def _first_words(value: str) -> str:
    start = numbering(value[:_LONGEST_PART])
    return value[start:_LONGEST_PART].replace("：", ":").partition(":")[0].strip(" *_`").lower()


_LONGEST_PART = 30
_BRACKETS = ("[]", "<>", "{}", "（）", "【】", "()")


def is_blank(draft: Draft) -> bool:
    """Whether an objective and its key results are blanks to fill in: `[Objective]`, `{{ goal }}`, `…`."""
    return all(_is_placeholder(item.text.value) for item in (draft, *draft.children))


def _is_placeholder(value: str) -> bool:
    if value[0].isalnum():
        return False
    return any(value[0] == pair[0] and value[-1] == pair[1] for pair in _BRACKETS) or not any(map(str.isalnum, value))


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out an objective that is there a second time, as in a progress report or a summary.

    It is a repeat with the same key results, or with none after having had some: the same words, or, as several of
    them, under the same headings the same label.
    """
    kept: list[Candidate] = []
    statements: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    complete: set[str] = set()
    labelled = {(each.draft.label, each.path) for each in candidates if each.draft.label and each.draft.children}
    again = {each for each in candidates if not each.draft.children and (each.draft.label, each.path) in labelled}
    for candidate in candidates:
        statement = candidate.draft.text.value
        results = tuple([child.text.value for child in candidate.draft.children])
        # Another label means another objective, however alike their words are.
        earlier = statements.setdefault((candidate.draft.label, results), [])
        if results:
            repeated = statement.startswith(tuple(earlier))
            complete.add(statement)
            earlier.append(statement)
        else:
            repeated = statement in complete or (len(again) > 1 and candidate in again)
        if not repeated:
            kept.append(candidate)
    return kept
