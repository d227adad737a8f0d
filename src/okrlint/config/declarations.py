"""From the tables of a configuration to the rules, fields and word lists that it declares."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from okrlint.config.files import ConfigTable
from okrlint.config.places import Keys
from okrlint.config.schema import ConfigFile
from okrlint.declaring.definitions import Condition, Declared, DeclaredExample, Range, RuleDefinition
from okrlint.model import Words

if TYPE_CHECKING:
    from okrlint.config.rule_tables import ConditionTable, LanguagesTable, RuleTable

MAX_RULES = 500
"""How many rules one configuration may declare, those that it extends included."""


def declared_in(config: ConfigFile, table: ConfigTable) -> Declared:
    """Return what a validated configuration file declares."""
    places = {
        f"{key}.{name}": table.where(key, name)
        for key, names in (("fields", config.fields), ("word-lists", config.word_lists))
        for name in names
    }
    return Declared(
        tuple(_definition(rule, table, ("rules", at)) for at, rule in enumerate(config.rules)),
        {name: tuple(spellings) for name, spellings in config.fields.items()},
        {name: tuple(words) for name, words in config.word_lists.items()},
        places,
    )


def too_many(rules: Any, known: int) -> bool:
    """Tell whether a list of rules, as it was read, is longer than what is left beside those that are known."""
    return isinstance(rules, list) and len(rules) + known > MAX_RULES


def clashes(declared: Declared) -> Iterator[str]:
    """Yield what is said twice: the code or the name of a rule."""
    for what in ("code", "name"):
        seen: dict[str, str] = {}
        for rule in declared.rules:
            word = getattr(rule, what)
            if word in seen:
                other = "another rule" if seen[word] == rule.place else f"the rule at {seen[word]}"
                yield f"{rule.place}: the {what} {word!r} is taken by {other}; choose another one"
            seen.setdefault(word, rule.place)


def _definition(rule: "RuleTable", table: ConfigTable, at: Keys) -> RuleDefinition:
    def examples(kind: str, texts: list[str]) -> tuple[DeclaredExample, ...]:
        return tuple(
            DeclaredExample(text, table.where(*at, "examples", kind, number)) for number, text in enumerate(texts)
        )

    return RuleDefinition(
        place=table.where(*at),
        code=rule.code,
        name=rule.name,
        target=rule.target,
        where=None if rule.where is None else _condition(rule.where, table, (*at, "where")),
        condition=_condition(rule.condition, table, (*at, "if")),
        message=_words(rule.message),
        at=rule.at,
        severity=rule.severity,
        certainty=rule.confidence,
        on=rule.on,
        summary=None if rule.summary is None else _words(rule.summary),
        why=None if rule.why is None else _words(rule.why),
        bad=examples("bad", rule.examples.bad),
        good=examples("good", rule.examples.good),
    )


def _words(said: "str | LanguagesTable") -> Words:
    if isinstance(said, str):
        return Words(said, said)
    return Words(said.en or said.zh or "", said.zh or said.en or "")


def _condition(condition: "ConditionTable", table: ConfigTable, at: Keys) -> Condition:
    def each(key: str, conditions: "list[ConditionTable] | None") -> tuple[Condition, ...] | None:
        if conditions is None:
            return None
        return tuple(_condition(one, table, (*at, key, number)) for number, one in enumerate(conditions))

    return Condition(
        place=table.where(*at),
        all=each("all", condition.all),
        any=each("any", condition.any),
        none=None if condition.none is None else _condition(condition.none, table, (*at, "not")),
        field=condition.field,
        of=condition.of,
        presence=condition.presence,
        one_of=_tuple(condition.one_of),
        none_of=_tuple(condition.none_of),
        matches=_tuple(condition.matches),
        any_word=_names(condition.any_word),
        all_words=_names(condition.all_words),
        tags=_tuple(condition.part_of_speech),
        position=condition.position or "any",
        language=condition.language,
        kind=_tuple(condition.kind),
        quantity=_tuple(condition.quantity),
        length=condition.length,
        counted=condition.count,
        where=None if condition.where is None else _condition(condition.where, table, (*at, "where")),
        range=Range(condition.at_least, condition.above, condition.at_most, condition.below),
    )


def _tuple(values: Any) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _names(words: str | list[str] | None) -> tuple[str, ...] | str | None:
    return words if isinstance(words, str) else _tuple(words)
