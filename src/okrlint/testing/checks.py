"""All that is asked of a rule, as checks with names."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from okrlint.linting.interface import Rule, RuleRef
from okrlint.testing.rendering import FORMATS


class RuleCheck(NamedTuple):
    """Something that is asked of a rule.

    Attributes:
        name: the same in every run, such as "ACME001-fixes".
        run: raises an AssertionError, whose words are for people, where the rule fails.
    """

    name: str
    run: Callable[[], None]


def check_rule(rule: RuleRef | type[Rule[Any]]) -> None:
    """Ask everything of a rule.

    Raises:
        AssertionError: tells all that is wrong.
    """
    __tracebackhide__ = True
    wrong = []
    for check in checks_of(rule):
        try:
            check.run()
        except AssertionError as error:
            wrong.append(f"{check.name}: {error}".replace(f"{check.name}: {check.name}", check.name))
    if wrong:
        raise AssertionError("\n\n".join(wrong))


def checks_of(rule: RuleRef | type[Rule[Any]]) -> list[RuleCheck]:
    """Return what is asked of a rule.

    - `CODE-ref`: its reference, its class and its examples agree.
    - `CODE-complete`: it has all that it needs in both languages (see `flaws_of`).
    - `CODE-en-bad-…`, `CODE-zh-good-…`: each example is found as it is marked.
    - `CODE-messages`: every message reads well in both languages.
    - `CODE-fixes`: fixes come to an end, and neither break nor invent anything.
    - `CODE-formats-yaml` and the like: the same is found whatever format the examples are written in.
    - `CODE-suppression`: a comment takes away just what it is about.
    - `CODE-repeats`: what is found does not depend on what was looked at before.
    - `CODE-hostile`: no document makes it crash, or take very long.

    Args:
        rule: where a plugin says that it is, or the class itself.
    """
    ref = rule if isinstance(rule, RuleRef) else reference_of(rule)
    try:
        loaded = ref.load()
        return list(_checks(ref, loaded))
    except Exception as error:
        return [RuleCheck(f"{ref.code}-ref", partial(_fail, f"rule {ref.code} cannot be checked: {error!r}"))]


def reference_of(rule: type[Rule[Any]]) -> RuleRef:
    """Return what a plugin would say of a rule."""
    meta = rule.meta
    return RuleRef(meta.code, meta.name, lambda: rule, meta.on, meta.aliases)


def _checks(ref: RuleRef, rule: type[Rule[Any]]) -> Iterator[RuleCheck]:
    from okrlint.testing.examples import examples_of
    from okrlint.testing.fixes import check_fixes
    from okrlint.testing.flaws import check_complete
    from okrlint.testing.formats import check_format
    from okrlint.testing.messages import check_messages
    from okrlint.testing.references import check_reference
    from okrlint.testing.robustness import check_hostile, check_repeats, check_suppression

    yield RuleCheck(f"{ref.code}-ref", partial(check_reference, ref, rule))
    yield RuleCheck(f"{ref.code}-complete", partial(check_complete, rule))
    seen = Counter[str]()
    for example in examples_of(rule):
        seen[str(example)] += 1
        number = seen[str(example)]  # the same words may be an example under several options
        yield RuleCheck(str(example) if number == 1 else f"{example}-{number}", example.check)
    yield RuleCheck(f"{ref.code}-messages", partial(check_messages, rule))
    yield RuleCheck(f"{ref.code}-fixes", partial(check_fixes, rule))
    if not rule.examples.layout and rule.target != "project":  # its examples are several files, whose names matter
        for name in FORMATS:
            yield RuleCheck(f"{ref.code}-formats-{name}", partial(check_format, rule, name))
    yield RuleCheck(f"{ref.code}-suppression", partial(check_suppression, ref, rule))
    yield RuleCheck(f"{ref.code}-repeats", partial(check_repeats, rule))
    yield RuleCheck(f"{ref.code}-hostile", partial(check_hostile, rule))


def _fail(words: str) -> None:
    __tracebackhide__ = True
    raise AssertionError(words)
