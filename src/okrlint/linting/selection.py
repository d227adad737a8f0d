"""Which rules run: by code, prefix of a code, name, former name, or ALL."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from okrlint.linting.codes import ENGINE_CODES, EngineCode
from okrlint.linting.interface import RuleRef

_EXACT = 99
"""Above the length of any prefix of a code."""


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
    found = named_rules(wanted, rules)
    if found or engine_codes(wanted):
        return found
    from okrlint.suggesting import nearest  # what only an error needs costs no run without one

    raise UnknownRuleError(selector, nearest(wanted, [word for ref in rules for word in (ref.code, ref.name)]))


def named_rules(selector: str, rules: Sequence[RuleRef]) -> list[RuleRef]:
    """Return the rules that a selector names by code, family, beginning of codes, name or former name."""
    wanted = selector.strip()
    found = [ref for ref in rules if _is_name(wanted, ref)]
    # A family is meant alone: `AL` must not reach into the family ALPHA of a plugin.
    found = found or [ref for ref in rules if family(ref.code) == wanted.upper()]
    return found or [ref for ref in rules if wanted and ref.code.startswith(wanted.upper())]


def family(code: str) -> str:
    """Return the letters that a code begins with."""
    return code.rstrip("0123456789")


def engine_codes(selector: str) -> list[EngineCode]:
    """Return the codes of the engine that a selector names: by code, the beginning of codes, or name."""
    wanted = selector.strip()
    return [
        engine
        for engine in ENGINE_CODES.values()
        if wanted and (engine.code.startswith(wanted.upper()) or engine.name == wanted.lower())
    ]


class Renamed(NamedTuple):
    """A rule that was named as it is no longer called.

    Attributes:
        former: the name or code as written.
        ref: the rule.
        where: the configuration file, with the line if it is known, or "command line".
    """

    former: str
    ref: RuleRef
    where: str

    def __str__(self) -> str:
        """Say what to write."""
        return f"{self.where}: rule {self.former!r} is called {self.ref.code} {self.ref.name} now; write one of these"


def renamed(selectors: Mapping[str, str], rules: Sequence[RuleRef]) -> Iterator[Renamed]:
    """Yield the rules that selectors name by a former name or code; both keep working.

    Args:
        selectors: where each was written, by the selector.
        rules: all that there are.
    """
    for selector, where in selectors.items():
        wanted = selector.strip()
        for ref in rules:
            if ref.aliases and wanted.lower() != ref.name and _is_name(wanted, ref):
                yield Renamed(wanted, ref, where)


def precision(selector: str, ref: RuleRef) -> int:
    """Return how precisely a selector names a rule: ALL least, then prefixes by length, then its code or a name."""
    wanted = selector.strip()
    if wanted.upper() == "ALL":
        return 1
    if wanted.upper() == ref.code or _is_name(wanted, ref):
        return _EXACT
    return 1 + len(wanted)


def select_rules(
    rules: Sequence[RuleRef],
    select: Iterable[str] | None,
    ignore: Iterable[str] = (),
    extend: Iterable[str] = (),
) -> list[RuleRef]:
    """Return the rules to run, in the order given: those selected (by default those that are on), less the ignored.

    A more precise selector wins over a less precise one, so that `--select KW --ignore KW001` and
    `--ignore KW --select KW001` both do what they say; between equals, ignoring wins.

    Raises:
        UnknownRuleError: where a selector names no rule.
    """
    verdicts: dict[str, tuple[int, bool]] = {ref.code: (0, ref.on and select is None) for ref in rules}
    for wanted, selectors in ((True, select or ()), (True, extend), (False, ignore)):
        for selector in selectors:
            for ref in find_rules(selector, rules):
                weight = precision(selector, ref)
                if weight >= verdicts[ref.code][0]:
                    verdicts[ref.code] = (weight, wanted)
    return [ref for ref in rules if verdicts[ref.code][1]]


def _is_name(wanted: str, ref: RuleRef) -> bool:
    return wanted.lower() == ref.name or wanted in ref.aliases or wanted.lower() in ref.aliases
