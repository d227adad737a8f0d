"""When something was done to an item, by whom, and where in its cycle that was."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from re import ASCII, IGNORECASE, Pattern
from re import compile as compile_pattern

from okrlint.plugins import Commit, Period, ProjectContext, Version, Words
from okrlint_rules.quoting import in_days

_LONG_OVER = 365
"""Days after the end of a cycle from which on nobody mends what was done in it; CK006 asks as long for scores."""


def day_of(commit: Commit | None, context: ProjectContext) -> date | None:
    """Return the day of a commit; today for the files as they are now; None where that is not told."""
    return commit.day if commit is not None else context.today


def author_of(commit: Commit | None) -> Words:
    """Return who did something and with which commit, to stand behind the day in a message."""
    if commit is None:
        return Words("not committed yet", "尚未提交")
    return Words(f"{commit.author}, {commit.short_id}", f"{commit.author}，{commit.short_id}")


def is_long_over(period: Period, context: ProjectContext) -> bool:
    """Tell whether a cycle has been over for so long that nobody mends it any more."""
    return period.end is not None and context.today is not None and period.end + timedelta(_LONG_OVER) < context.today


def when(day: date, period: Period) -> Words:
    """Return where in a cycle with days a day lies: "38 days into the cycle", "9 days after the cycle had ended"."""
    if period.end is not None and day > period.end:
        days = (day - period.end).days
        return Words(f"{in_days(days).en} after the cycle had ended", f"周期结束后第 {days} 天")
    days = (day - period.start).days if period.start is not None else 0
    return Words(f"{in_days(days).en} into the cycle", f"周期第 {days + 1} 天")


def first_of_cycle(versions: Sequence[Version], period: Period) -> int:
    """Return the number of the first version of an item that belongs to its cycle as it is now."""
    first = len(versions) - 1
    while first > 0 and (versions[first - 1].item.period in (None, period) or _is_mistaken(versions, first - 1)):
        first -= 1
    return first


def _is_mistaken(versions: Sequence[Version], at: int) -> bool:
    """Tell whether a cycle was no more than a slip: when an item was first said to be of it, it was all but over."""
    period = versions[at].item.period
    while at > 0 and versions[at - 1].item.period == period:
        at -= 1
    commit = versions[at].commit
    if at > 0 or commit is None or period is None or period.start is None or period.end is None:
        return False
    return (period.end - commit.day).days < _LAST_SHARE * (period.end - period.start).days


_LAST_SHARE = 0.15
"""The share of a cycle that is left when nobody writes OKRs for it any more; a choice of ours."""


def is_import(message: str) -> bool:
    """Tell whether the message of a commit says that documents were brought from elsewhere, or only put in order."""
    return _import().search(message) is not None


def is_merge(message: str) -> bool:
    """Tell whether a commit merged a branch."""
    return message.startswith(
        ("Merge branch", "Merge pull request", "Merge remote", "Merge commit", "合并分支", "合併分支")
    )


@cache
def _import() -> Pattern[str]:
    return compile_pattern(
        r"\b(?:import|imports|imported|importing|migrate|migrated|migrates|migration|moved? (?:from|over from|to git)"
        r"|copied from|export(?:ed)? from|backfill|reformat(?:ted)?|convert(?:ed)?|archive[ds]?"
        r"|sync(?:ed|s|hroni[sz]ed?)? (?:from|with|okrs)|initial commit|first commit"
        r"|version control|(?:to|into|under) git)\b"
        r"|导入|匯入|迁移|遷移|搬到|搬自|移入|补录|補錄|归档|歸檔|格式|同步|初始提交|首次提交|初始化|版本管理",
        IGNORECASE | ASCII,
    )
