"""The words for severities and confidence, in both languages."""

from okrlint.linting.interface import Certainty, Severity
from okrlint.model import Words

SEVERITY: dict[Severity, Words] = {
    Severity.ERROR: Words("error", "错误"),
    Severity.WARNING: Words("warning", "警告"),
    Severity.INFO: Words("info", "提醒"),
    Severity.HINT: Words("hint", "提示"),
}
OFF = Words("off", "关闭")
"""Said of a rule that does not run."""
CERTAINTY: dict[Certainty, Words] = {
    "high": Words("high", "高"),
    "medium": Words("medium", "中"),
    "low": Words("low", "低"),
}
