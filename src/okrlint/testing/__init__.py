"""What authors of rules, readers and reporters test them with: the examples on a rule are its tests.

With pytest there is nothing to set up. In a project whose `pyproject.toml` has an entry point for okrlint,

    def test_rules(rule_check):
        rule_check()

runs every check of every rule of it. Elsewhere:

    from okrlint.testing import check_rule

    check_rule(KrNamesSource)   # an AssertionError tells what is wrong

The parts are imported when they are first asked for.
"""

from typing import TYPE_CHECKING

from okrlint.lazy import exports

if TYPE_CHECKING:
    from okrlint.testing.checks import RuleCheck as RuleCheck
    from okrlint.testing.checks import check_rule as check_rule
    from okrlint.testing.checks import checks_of as checks_of
    from okrlint.testing.examples import CLOSE as CLOSE
    from okrlint.testing.examples import OPEN as OPEN
    from okrlint.testing.examples import Example as Example
    from okrlint.testing.examples import examples_of as examples_of
    from okrlint.testing.examples import hash_of as hash_of
    from okrlint.testing.flaws import flaws_of as flaws_of
    from okrlint.testing.readers import check_reader as check_reader
    from okrlint.testing.rendering import FORMATS as FORMATS
    from okrlint.testing.rendering import written as written
    from okrlint.testing.reporters import check_reporter as check_reporter
    from okrlint.testing.running import findings_of as findings_of
    from okrlint.testing.running import read as read

__all__, __getattr__ = exports(
    __name__,
    {
        "okrlint.testing.checks": "RuleCheck check_rule checks_of",
        "okrlint.testing.examples": "CLOSE OPEN Example examples_of hash_of",
        "okrlint.testing.flaws": "flaws_of",
        "okrlint.testing.readers": "check_reader",
        "okrlint.testing.rendering": "FORMATS written",
        "okrlint.testing.reporters": "check_reporter",
        "okrlint.testing.running": "findings_of read",
    },
)
