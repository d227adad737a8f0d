"""Which rules run: by code, prefix of a code, name, former name, or ALL."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.interface import RuleRef


class UnknownRuleError(Exception):
    """A selector that names no rule.

    Attributes:
        selector: as written.
        suggestion: the nearest one that there is, or None.
    """

    def __init__(self, selector: str, suggestion: str | None) -> None:
        hint = f"; did you mean {suggestion!r}?" if suggestion else "; `okrlint rules` lists them"
        super().__init__(f"unknown rule {selector!r}{hint}")
        self.selector = selector
        self.suggestion = suggestion


def find_rules(selector: str, rules: Sequence[RuleRef]) -> list[RuleRef]:
    """Return the rules that a selector names: a code, the beginning of codes, a name or former name, or ALL.

    Codes of the engine are known and name no rule.

    Raises:
        UnknownRuleError: where it names none.
    """
    wanted = selector.strip()
    if wanted.upper() == "ALL":
        return list(rules)
    name = wanted.lower()
    found = [ref for ref in rules if name == ref.name or wanted in ref.aliases or name in ref.aliases]
    found = found or [ref for ref in rules if wanted and ref.code.startswith(wanted.upper())]
    if found or any(wanted and code.startswith(wanted.upper()) for code in ENGINE_CODES):
        return found
    known = [word for ref in rules for word in (ref.code, ref.name)]
    close = get_close_matches(wanted.upper(), known, 1) or get_close_matches(name, known, 1)
    raise UnknownRuleError(selector, close[0] if close else None)


def select_rules(
    rules: Sequence[RuleRef],
    select: Iterable[str] | None,
    ignore: Iterable[str] = (),
    extend: Iterable[str] = (),
) -> list[RuleRef]:
    """Return the rules to run, in the order given: those selected (by default those that are on), less the ignored.

    A longer selector wins over a shorter one, so that `--select KW --ignore KW001` and `--ignore KW --select KW001`
    both do what they say.

    Raises:
        UnknownRuleError: where a selector names no rule.
    """
    weights: dict[str, tuple[int, bool]] = {ref.code: (0, ref.on and select is None) for ref in rules}
    for wanted, selectors in ((True, select or ()), (True, extend), (False, ignore)):
        for selector in selectors:
            weight = 1 if selector.strip().upper() == "ALL" else 1 + len(selector.strip())
            for ref in find_rules(selector, rules):
                weight_of_ref = 99 if selector.strip().lower() in (ref.name, *ref.aliases) else weight
                if weight_of_ref >= weights[ref.code][0]:
                    weights[ref.code] = (weight_of_ref, wanted)
    return [ref for ref in rules if weights[ref.code][1]]
