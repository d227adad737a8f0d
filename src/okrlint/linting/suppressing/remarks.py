"""What there is to say of the directives of a document: those that suppress nothing, and those without a reason."""

from collections.abc import Iterable, Iterator
from functools import cache
from re import Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.findings import Finding, Hidden
from okrlint.linting.interface import Edit, Fix
from okrlint.linting.placing import fix_note, problem_found
from okrlint.linting.suppressing.removing import selector_removal
from okrlint.linting.suppressing.suppressions import MAX_SELECTORS, OWN_CODES, Found, Suppressions, Use
from okrlint.linting.suppressing.syntax import Selector
from okrlint.model import Span, Words
from okrlint.reading.source import Source

_MAX_SUGGESTIONS = 100
"""For how many unknown words the nearest rule is looked for: each is compared with every code and name."""

_LONGEST_NAME = 60


class _Complaint(NamedTuple):
    """What is wrong with a directive, or with one of its selectors.

    Attributes:
        selector: the number of the selector; None for the directive as a whole.
        misspelt: whether it was meant to suppress something, so that deleting it loses what its author wanted.
    """

    message: Words
    span: Span
    selector: int | None = None
    misspelt: bool = False


def told_apart(findings: Iterable[Finding], suppressions: Suppressions) -> tuple[list[Finding], list[Hidden]]:
    """Return findings without those of the engine that are suppressed, and these; what is fatal never is."""
    reported: list[Finding] = []
    hidden: list[Hidden] = []
    for finding in findings:
        of_engine = finding.code in ENGINE_CODES and not finding.fatal
        use = suppressions.covering_place(finding.code, finding.offset) if of_engine else None
        if use is None:
            reported.append(finding)
        else:
            hidden.append(Hidden(finding, "suppression", use.reason))
    return reported, hidden


def remarks_on(
    suppressions: Suppressions, source: Source, language: str, looked_for: frozenset[str], *, demand_reasons: bool
) -> Iterator[Finding]:
    """Yield what there is to say once all findings were matched: HY005, each with a fix, and HY006.

    Args:
        suppressions: the directives.
        source: the document's.
        language: of messages.
        looked_for: codes of rules that would have found what there is.
        demand_reasons: whether each directive must say why.
    """
    judge = _Judge(suppressions, looked_for)
    complaints = [judge.complaints(found) for found in suppressions.found]
    kept = {
        found.group[0]
        for found, said in zip(suppressions.found, complaints, strict=True)
        if found.group and not _all_goes(found, said)
    }
    for found, said in zip(suppressions.found, complaints, strict=True):
        gone = frozenset(each.selector for each in said if each.selector is not None)
        for each in said:
            remark = problem_found("HY005", each.message, each.span, source, language)
            span = _removal(found, each, gone, kept)
            fix = Fix(not each.misspelt, _DELETE, (Edit(span, ""),)) if span else None
            yield remark._replace(fix=fix_note(fix, source, language)) if fix else remark
        if demand_reasons and found.directive.selectors and found.directive.reason is None:
            yield problem_found("HY006", _NO_REASON, found.directive.text.span, source, language)
    if suppressions.overflow:
        yield problem_found("EN003", _TOO_MANY, suppressions.overflow, source, language)


def _all_goes(found: Found, complaints: list[_Complaint]) -> bool:
    whole = any(each.selector is None for each in complaints)
    return whole or len(complaints) == len(found.directive.selectors)


def _removal(found: Found, complaint: _Complaint, gone: frozenset[int], kept: set[int]) -> Span | None:
    if found.removal is None and (found.group is None or found.group[1] is None):
        return None
    if complaint.selector is not None and len(gone) < len(found.uses):
        return selector_removal(found.directive, complaint.selector, gone)
    if found.group and found.group[0] not in kept:
        return found.group[1]
    return found.removal


class _Judge:
    """Tells which selectors suppress nothing."""

    def __init__(self, suppressions: Suppressions, looked_for: frozenset[str]) -> None:
        self._rules = suppressions.rules
        self._looked_for = looked_for
        self._suggestions: dict[str, str | None] = {}

    def complaints(self, found: Found) -> list[_Complaint]:
        """Return what is wrong with a directive: once for all of it, or for each selector."""
        directive = found.directive
        if directive.complaint:
            return [_Complaint(directive.complaint, directive.text.span, misspelt=True)]
        if not found.targets and not any(use.used for use in found.uses):
            return [_Complaint(_ABOUT_NOTHING, directive.text.span)]
        pairs = zip(directive.selectors, found.uses, strict=True)
        said = ((number, selector, self._complaint(selector, use)) for number, (selector, use) in enumerate(pairs))
        return [_Complaint(words, selector.span, number) for number, selector, words in said if words]

    def _complaint(self, selector: Selector, use: Use) -> Words | None:
        if use.used:
            return None
        if not use.named.known:
            return self._unknown(selector)
        if not use.named.codes:
            return Words(
                f"`{selector.shown}` cannot be suppressed: it says that something could not be done",
                f"`{selector.shown}` 不能抑制：它表示有事情没能完成",
            )
        return _unused(selector.shown) if self._was_looked_for(use) else None

    def _was_looked_for(self, use: Use) -> bool:
        """Tell whether this run would have found anything under a selector."""
        if use.named.codes <= OWN_CODES:
            return False
        codes = {rule.code for rule in use.named.rules}
        if any(rule.on and rule.code not in self._looked_for for rule in use.named.rules):
            return False
        return not codes or not self._looked_for.isdisjoint(codes)

    def _unknown(self, selector: Selector) -> Words:
        if len(_word().findall(selector.words)) > 1 and not self._meant(selector.words):
            return Words(
                f"`{selector.shown}` names no rule; put commas between codes, and ` -- ` before the reason",
                f"`{selector.shown}` 不是任何规则；代码之间请用逗号，理由前请写 ` -- `",
            )
        close = self._suggestion(selector.words)
        hint = (
            Words(f"did you mean `{close}`?", f"是否想写 `{close}`？")
            if close
            else Words("`okrlint rules` lists them", "`okrlint rules` 会列出全部规则")
        )
        return Words(
            f"`{selector.shown}` names no rule, so it suppresses nothing; {hint.en}",
            f"`{selector.shown}` 不是任何规则，因此没有抑制任何问题；{hint.zh}",
        )

    def _meant(self, words: str) -> str | None:
        """Return the code that is but spelt otherwise: `KW1`, `KW-001`, `KWOO1`; for a `*` what it stands for."""
        if words == "*":
            return "ALL"
        found = _spelt().fullmatch(words)
        code = f"{found[1]}{found[2].replace('O', '0').replace('o', '0')[-3:]:0>3}".upper() if found else ""
        return code if any(rule.code == code for rule in self._rules) else None

    def _suggestion(self, words: str) -> str | None:
        if meant := self._meant(words):
            return meant
        if words in self._suggestions or len(words) > _LONGEST_NAME or len(self._suggestions) >= _MAX_SUGGESTIONS:
            return self._suggestions.get(words)
        from okrlint.suggesting import nearest  # what only an error needs costs no run without one

        close = nearest(words, [name for rule in self._rules for name in (rule.code, rule.name)])
        self._suggestions[words] = close
        return close


@cache
def _word() -> Pattern[str]:
    return compile_pattern(r"[\w*-]+")


@cache
def _spelt() -> Pattern[str]:
    return compile_pattern(r"([A-Za-z]{2})[\s_-]?0*([0-9Oo]{1,3})")


def _unused(selector: str) -> Words:
    return Words(
        f"`{selector}` suppresses nothing here: there is no such finding; delete it",
        f"`{selector}` 在此没有抑制任何问题：并无这样的发现；请删除",
    )


_DELETE = Words("delete what suppresses nothing", "删除没有作用的抑制")
_ABOUT_NOTHING = Words(
    "no objective or key result follows, so this suppression is about none; move it above one, or write "
    "`disable-file=…`",
    "其后没有目标或关键结果，因此这处抑制不针对任何内容；请移到某一条的上方，或改用 `disable-file=…`",
)
_NO_REASON = Words(
    "this suppression does not say why; write a reason behind it: ` -- reason`",
    "这处抑制没有说明理由；请在其后写明：` -- 理由`",
)
_TOO_MANY = Words(
    f"this document suppresses by more than {MAX_SELECTORS:,} codes; from here on suppressions are not read",
    f"本文档中用于抑制的代码超过 {MAX_SELECTORS:,} 个；从这里起的抑制不再读取",
)
