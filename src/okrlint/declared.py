"""What a configuration adds to what is installed."""

import re
from collections.abc import Callable, Iterator

from okrlint.config.settings import MAX_COMPLAINTS, ConfigError
from okrlint.declaring.definitions import Declared
from okrlint.linting.interface import RuleRef
from okrlint.reading.fields import builtin_field, spelling_key
from okrlint.registry import Registry


def with_declared(registry: Registry, declared: Declared) -> Registry:
    """Return what is installed, and the rules that a configuration declares.

    Raises:
        ConfigError: for each of its rules, fields and word lists that cannot be used, with its place.
    """
    if not declared:
        return registry
    from okrlint.declaring.rules import DeclarationError, declared_rules

    wrong = [*_taken(registry, declared), *_said_twice(declared), *_never_found(declared)]
    own: tuple[RuleRef, ...] = ()
    try:
        spellings = tuple(registry.spellings.items())
        own = declared_rules(declared, spellings, frozenset(ref.name for ref in registry.lexicons))
    except DeclarationError as error:
        wrong += error.wrong
    if wrong:
        raise ConfigError("\n".join(sorted(dict.fromkeys(wrong), key=_line)[:MAX_COMPLAINTS]))
    return registry._replace(rules=tuple(sorted((*registry.rules, *own), key=lambda ref: ref.code)))


def _line(complaint: str) -> tuple[str, int]:
    place = re.match(r"((?:[A-Za-z]:)?[^:]*):([0-9]+): ", complaint)
    return (place[1], int(place[2])) if place else ("", 0)


def _taken(registry: Registry, declared: Declared) -> Iterator[str]:
    """Yield what configuration declares, and is there already."""
    rules = {word: ref for ref in registry.rules for word in (ref.code, ref.name, *ref.aliases)}
    for rule in declared.rules:
        for what, word in (("code", rule.code), ("name", rule.name)):
            if word in rules:
                known = rules[word]
                yield f"{rule.place}: the {what} {word!r} is taken by {known.code} {known.name}; choose another one"
    lexicons = {ref.name for ref in registry.lexicons}
    for name in (each for each in declared.word_lists if each in lexicons):
        place = declared.places[f"word-lists.{name}"]
        yield f"{place}: there is a word list {name!r} already; add words to it under `lexicon`, or rename yours"
    theirs = _fields_of_plugins(registry)
    for spelling, name in declared.spellings():
        built_in = builtin_field(spelling)
        known_as = built_in or theirs(spelling)
        if known_as and (built_in or known_as != name):
            place = declared.places[f"fields.{name}"]
            yield f"{place}: {spelling!r} is read as the field {known_as!r} already; ask for that, or rename yours"


def _said_twice(declared: Declared) -> Iterator[str]:
    seen: dict[str, str] = {}
    for spelling, name in declared.spellings():
        other = seen.setdefault(spelling_key(spelling), name)
        if other != name and builtin_field(spelling) is None:
            yield f"{declared.places[f'fields.{name}']}: {spelling!r} is a spelling of the field {other!r} already"


def _never_found(declared: Declared) -> Iterator[str]:
    from okrlint.declaring.conditions import unusable

    for name, words in declared.word_lists.items():
        for said in unusable(words):
            yield f"{declared.places[f'word-lists.{name}']}: {said}"


def _fields_of_plugins(registry: Registry) -> Callable[[str], str | None]:
    """Return what tells the field of a plugin by a spelling."""
    if not registry.fields:
        return lambda _: None
    by_key = {spelling_key(spelling): name for spelling, name in registry.spellings.items()}
    return lambda spelling: by_key.get(spelling_key(spelling))
