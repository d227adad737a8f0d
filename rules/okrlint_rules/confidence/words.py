"""Whether anybody commented on a change of confidence."""

from collections.abc import Iterator
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Entry, Project, ProjectContext, Version, fold, terms
from okrlint_rules.checkin.entries import says_something, without_empty_words
from okrlint_rules.confidence.through_commits import Rated
from okrlint_rules.lifecycle.moments import day_of
from okrlint_rules.lifecycle.notes import Changed, is_about_another, is_explained, is_signature
from okrlint_rules.lifecycle.values import Setting, target_of

_NEAR = 7
"""Days before or after a change within which something that was written is about it."""

_TELLING = 2
"""Words beside those of the statement, and those that every update has, from which on a line says something."""


def is_commented(each: Rated, before: Setting, after: Setting, project: Project, context: ProjectContext) -> bool:
    """Tell whether anybody said why confidence changed: in a check-in of that time, the document or the commit.

    Unlike a goalpost, confidence may move with the news: words on what happened are enough, and need not name the
    change. Where the target was changed in the same days, that says why, and whether it was explained is not asked
    here.
    """
    former, version = each.versions[before.at], each.versions[after.at]
    near = [step for step in each.versions[before.at + 1 :] if _is_near(step, after, context)]
    if any(_target(step) != _target(former) for step in near):
        return True
    return any(
        _is_new(entry, former, near, after) and says_something(entry.note, each.item.text, context)
        for entry in _entries(each, version, project)
    ) or any(_has_words(step, each, before, after, project, context) for step in near)


def _has_words(
    step: Version, each: Rated, before: Setting, after: Setting, project: Project, context: ProjectContext
) -> bool:
    """Tell whether a commit, or what it wrote into the item or beside it, says what happened."""
    item, former = each.item, each.versions[before.at].item
    document = project.documents[each.place.document]
    about = [text.text for text in (document.title, document.team) if text]
    known = " ".join((item.text, *about, *document.path.replace("_", "/").split("/")))
    names = [value.raw for value in (before.value, after.value) if value]
    changed = Changed(
        step.commit,
        step.added,
        (item.label or item.id, *names),
        former,
        step.item,
        item,
        each.place,
        each.line.notes,
    )
    written = [text for name, text in step.item.fields if (name, text) not in former.fields and name != "progress"]
    if step.item.status and step.item.status != former.status:
        written.append(step.item.status)
    if step.commit is not None:
        for message in (step.commit.message, *step.commit.merged):
            if _correction().search(message):
                return True
            lines = [line for line in message.splitlines() if not is_signature(line)]
            written += [line for line in lines if not is_about_another(line, changed)]
    written += [line for line in step.added if not is_about_another(line, changed)]
    if any(len(_telling(line, known, context)) >= _TELLING for line in written):
        return True
    return project.history is not None and is_explained(changed, project.history, context)


def _telling(line: str, known: str, context: ProjectContext) -> frozenset[str]:
    plain = _plain().sub(" ", without_empty_words(fold(line), context))
    return frozenset(term for term in terms(plain) - terms(known) if not any(map(str.isdigit, term)))


def _entries(each: Rated, version: Version, project: Project) -> Iterator[Entry]:
    """Yield the check-ins that may be about it: its own, those of its objective, and those of the document."""
    objective = project.item(project.objective(each.place))
    yield from each.item.checkins
    yield from version.item.checkins
    if objective is not None:
        yield from objective.checkins
    yield from project.documents[each.place.document].checkins


def _is_new(entry: Entry, former: Version, near: list[Version], after: Setting) -> bool:
    if entry.day is not None:
        return abs((entry.day - after.day).days) <= _NEAR
    if entry.note in {other.note for other in former.item.checkins}:
        return False
    return any(entry.note == other.note for step in near for other in step.item.checkins)


def _is_near(step: Version, after: Setting, context: ProjectContext) -> bool:
    day = day_of(step.commit, context)
    return day is not None and abs((day - after.day).days) <= _NEAR


def _target(step: Version) -> object:
    target = target_of(step.item)
    return target.key if target is not None else None


@cache
def _correction() -> Pattern[str]:
    """Match what says that the value was written wrongly before."""
    return compile_pattern(
        r"\b(?:typos?|mistyped|misread|wrong(?:ly)?)\b|笔误|筆誤|错别字|錯別字|写错|寫錯|填错|填錯", IGNORECASE
    )


@cache
def _plain() -> Pattern[str]:
    """Match words of any update, which tell nothing of what happened."""
    return compile_pattern(
        r"\b(?:okrs?|objectives?|key|results?|confidence|progress|status|scores?|values?|numbers?|figures?|wording|words|notes?|minor|small|tidy|format(?:ting)?|week(?:ly|s)?|daily"
        r"|month(?:ly)?|quarter(?:ly)?|updat(?:e[sd]?|ing)|check-?ins?|review|sync|meeting|minutes|files?|documents?"
        r"|team|docs?|last|new|current|date|version|changed?s?|set|adjust(?:ed)?|lower(?:ed)?|raised?|on|off|track"
        r"|at|risk|behind|delayed|late|blocked|monday|tuesday|wednesday|thursday|friday|kr\d*|o\d+|wip|chore|feat|fix"
        r"|by|after|from|to|the|of|for|and|in)\b"
        r"|信心(?:指数|指數|值)?|进度|進度|状态|狀態|更新|修改|调整|調整|下调|下調|上调|上調|调低|調低|降低|提高|周会|週會"
        r"|周报|週報|例会|例會|每周|每週|本周|本週|[周週]|季度|目标|目標|关键结果|關鍵結果|文档|文檔|最后|最後|数据|數據|数字|數字|措辞|措辭|整理"
        r"|有?风险|有?風險|正常|延期|滞后|落后|阻塞|第|跟进|跟進|记录|記錄|版本|日期|团队|團隊",
        ASCII | IGNORECASE,
    )
