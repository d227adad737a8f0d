"""The rules that come with okrlint: a plugin like any other, written against `okrlint.plugins` alone."""

from os.path import dirname, join

from okrlint.plugins import LexiconRef, PresetRef, RuleRef, Words, hookimpl
from okrlint_rules.manifest import RULES

_HERE = dirname(__file__)

_PRESETS = {
    "default": Words("The trainer's case: the rules' own values.", "培训师的案例：各规则自身的取值。"),
    "google": Words(
        "Google: figures in objectives, grades at the end, no weights, no confidence.",
        "谷歌：目标可带数字，期末打分，不设权重与信心指数。",
    ),
    "wodtke": Words(
        "Christina Wodtke: one objective, three key results, confidence each week.",
        "克里斯蒂娜·沃特克：一个目标，三条关键结果，每周更新信心指数。",
    ),
    "feishu": Words(
        "Feishu: the owner is whose OKR it is, weights add up, a status instead of confidence.",
        "飞书：谁的 OKR 谁负责，权重合计为一，以状态代替信心指数。",
    ),
    "gitlab": Words(
        "GitLab: three objectives, three key results, one owner, a health status instead of confidence.",
        "GitLab：三个目标，三条关键结果，一位负责人，以健康状态代替信心指数。",
    ),
    "strict": Words(
        "Every rule, hints too, and findings that are not sure.",
        "全部规则，包括提示和把握不大的发现。",
    ),
}


@hookimpl
def okrlint_rules() -> tuple[RuleRef, ...]:
    """Return the built-in rules, from a fixed list: nothing is searched for, and nothing imported yet."""
    return RULES


@hookimpl
def okrlint_lexicons() -> tuple[LexiconRef, ...]:
    """Return the word lists that the rules hold opinions with."""
    names = (
        "ambiguous_metrics",
        "appraisal",
        "beneficiaries",
        "business_as_usual",
        "buzzwords",
        "change_reasons",
        "change_words",
        "chores",
        "collective_owners",
        "counted_outputs",
        "dependencies",
        "duties",
        "empty_checkins",
        "escape_clauses",
        "guardrails",
        "inspiring",
        "known_names",
        "metric_qualifiers",
        "placeholder_owners",
        "plain_verbs",
        "quality_measures",
        "recurring",
        "themes",
        "topics",
        "vague",
        "vague_mild",
        "vague_parents",
        "vague_times",
        "vanity_metrics",
        "volumes",
    )
    return tuple(LexiconRef(name, join(_HERE, "lexicons", f"{name}.txt")) for name in names)


@hookimpl
def okrlint_presets() -> tuple[PresetRef, ...]:
    """Return the presets."""
    return tuple(
        PresetRef(name, summary, None if name == "default" else join(_HERE, "presets", f"{name}.yaml"))
        for name, summary in _PRESETS.items()
    )
