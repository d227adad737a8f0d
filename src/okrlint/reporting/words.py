"""The words that reports for people have in common, in both languages."""

from okrlint.linting.findings import Finding, Hidden
from okrlint.linting.interface import Certainty, Severity
from okrlint.linting.tally import Tally
from okrlint.model import Words
from okrlint.reporting.width import printable

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
NO_FINDINGS = Words("no findings", "没有问题")
THE_SAME = Words("the same at", "同样见于")
"""Said before a list of places."""
SAFE_FIX, UNSAFE_FIX = "[*]", "[!]"
"""Mark findings that can be mended, without and with a risk to the meaning."""
_HIDDEN = {
    "suppression": Words("suppressed", "已抑制"),
    "baseline": Words("known to the baseline", "已记入基线文件"),
}
_REASON = Words("suppressed: {reason}", "已抑制：{reason}")
_SAFE = Words("[*] {count} can be mended with `okrlint fix`", "[*] 有 {count} 条可用 `okrlint fix` 修正")
_UNSAFE = Words(
    "[!] {count} can be mended with `okrlint fix --unsafe-fixes`, which may change the meaning",
    "[!] 有 {count} 条可用 `okrlint fix --unsafe-fixes` 修正，但可能改变原意",
)
_MORE_UNSAFE = Words(
    "[!] {count} more with `--unsafe-fixes`, which may change the meaning",
    "[!] 另有 {count} 条须加 `--unsafe-fixes`，可能改变原意",
)


def place_of(finding: Finding) -> str:
    """Say where a finding begins: line and column, or the cell or paragraph."""
    return printable(finding.place) if finding.place else f"{finding.start.line}:{finding.start.column}"


def item_of(finding: Finding) -> str:
    """Name the objective or key result that a finding is about, after a blank; "" for the document."""
    objective, key_result = finding.objective, finding.key_result
    names = f"{objective} {key_result}" if objective and key_result else objective or key_result
    return f" [{printable(names)}]" if names else ""


def mark_of(finding: Finding) -> str:
    """Say whether a finding can be mended, after a blank."""
    return "" if finding.fix is None else f" {SAFE_FIX if finding.fix.safe else UNSAFE_FIX}"


def hiding(hidden: Hidden, language: str) -> str:
    """Say why a finding is not reported."""
    if hidden.by == "suppression" and hidden.reason:
        return _REASON.in_language(language).format(reason=printable(hidden.reason))
    return _HIDDEN[hidden.by].in_language(language)


def aside(hidden: Hidden | None, language: str) -> str:
    """Say why a finding is not reported, in brackets; "" for one that is."""
    if hidden is None:
        return ""
    return f"（{hiding(hidden, language)}）" if language == "zh" else f" ({hiding(hidden, language)})"


def verdict(tally: Tally, language: str) -> str:
    """Say how many findings there are, and of which severity."""
    total = tally.findings
    counts = severities(tally, language)
    if not counts:
        return NO_FINDINGS.in_language(language)
    if language == "zh":
        return f"共 {total} 条（{counts}）"
    return f"{counted(total, 'finding')} ({counts})"


def summary(tally: Tally, language: str) -> str:
    """Say in a sentence what was found, and in how much."""
    what, where = verdict(tally, language), extent(tally, language)
    return f"{what}：{where}" if language == "zh" else f"{what} in {where}"


def failure(finding: Finding) -> str:
    """Say on one line what could not be done."""
    return f"{printable(finding.path)}:{place_of(finding)}: {finding.code} {printable(finding.message)}"


def severities(tally: Tally, language: str) -> str:
    """Say how many findings there are of each severity, the worst first; "" where there are none."""
    counts = {severity: count for severity in SEVERITY if (count := tally.count(severity))}
    if language == "zh":
        return "，".join(f"{SEVERITY[severity].zh} {count}" for severity, count in counts.items())
    return ", ".join(counted(count, SEVERITY[severity].en) for severity, count in counts.items())


def extent(tally: Tally, language: str) -> str:
    """Say how much was looked at, and how many findings are not reported."""
    if language == "zh":
        looked = f"{tally.files} 个文件，{tally.objectives} 个目标，{tally.key_results} 条关键结果"
    else:
        numbers = {"file": tally.files, "objective": tally.objectives, "key result": tally.key_results}
        looked = ", ".join(counted(count, noun) for noun, count in numbers.items())
    counts = {"suppression": tally.suppressed, "baseline": tally.baselined}
    hidden = [
        f"{count} 条{_HIDDEN[by].zh}" if language == "zh" else f"{count} {_HIDDEN[by].en}"
        for by, count in counts.items()
        if count
    ]
    if not hidden:
        return looked
    return f"{looked}；另有 {'，'.join(hidden)}" if language == "zh" else f"{looked}; {', '.join(hidden)}"


def mending(tally: Tally, language: str) -> str:
    """Say how many findings `okrlint fix` can mend, with what they are marked with; "" where it can mend none."""
    safe, unsafe = tally.safe_fixes, tally.unsafe_fixes
    parts = []
    if safe:
        parts.append(_SAFE.in_language(language).format(count=safe))
    if unsafe:
        words = _MORE_UNSAFE if safe else _UNSAFE
        parts.append(words.in_language(language).format(count=unsafe))
    return ("；" if language == "zh" else "; ").join(parts)


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, in the plural where English has it."""
    if count == 1 or noun == "info":
        return f"{count} {noun}"
    return f"{count} {noun[:-1]}ies" if noun.endswith("y") else f"{count} {noun}s"
