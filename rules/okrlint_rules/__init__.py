"""The rules that come with okrlint: a plugin like any other, written against `okrlint.plugins` alone."""

from os.path import dirname, join

from okrlint.plugins import LexiconRef, PresetRef, RuleRef, Words, hookimpl
from okrlint_rules.manifest import RULES

_HERE = dirname(__file__)


@hookimpl
def okrlint_rules() -> tuple[RuleRef, ...]:
    """Return the built-in rules, from a fixed list: nothing is searched for, and nothing imported yet."""
    return RULES


@hookimpl
def okrlint_lexicons() -> tuple[LexiconRef, ...]:
    """Return the word lists that the rules hold opinions with."""
    names = (
        "beneficiaries",
        "business_as_usual",
        "buzzwords",
        "chores",
        "collective_owners",
        "counted_outputs",
        "duties",
        "escape_clauses",
        "guardrails",
        "inspiring",
        "known_names",
        "placeholder_owners",
        "plain_verbs",
        "topics",
        "vague",
        "vague_mild",
        "vanity_metrics",
    )
    return tuple(LexiconRef(name, join(_HERE, "lexicons", f"{name}.txt")) for name in names)


@hookimpl
def okrlint_presets() -> tuple[PresetRef, ...]:
    """Return the presets."""
    return (
        PresetRef(
            "default",
            Words("The trainer's case: the rules' own values.", "培训师的案例：各规则自身的取值。"),
            None,
        ),
        PresetRef(
            "strict",
            Words(
                "Every rule, hints too, and findings that are not sure.",
                "全部规则，包括提示和把握不大的发现。",
            ),
            join(_HERE, "presets", "strict.yaml"),
        ),
    )
