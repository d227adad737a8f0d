"""English verbs in any form, and what they say of a key result."""

from functools import cache, lru_cache
from typing import Literal

from okrlint.language import vocabulary
from okrlint.language.statements import VerbClass

Form = Literal["base", "s", "ed", "ing"]
"""Form of a verb: launch, launches, launched (or written), launching."""


@cache
def group(name: str) -> frozenset[str]:
    """Return a group of words of data/statements_en.txt."""
    return vocabulary.groups("statements_en")[name]


@cache
def classes() -> dict[str, VerbClass]:
    """Return the class of every verb; where a verb stands in several groups, the first of these holds."""
    order: tuple[tuple[str, VerbClass], ...] = (
        ("usual", "usual"),
        ("hold", "hold"),
        ("outcome_up", "outcome"),
        ("outcome_down", "outcome"),
        ("neutral", "neutral"),
        ("soft", "soft"),
        ("output", "output"),
        ("outcome_state", "outcome"),
    )
    return {verb: verb_class for name, verb_class in reversed(order) for verb in group(name)}


@lru_cache(maxsize=2048)  # every judgement of a statement asks for its words anew
def verb(word: str) -> tuple[str, Form] | None:
    """Return the known verb that `word` (in lower case) is a form of, and the form."""
    known = classes()
    prefix, hyphen, rest = word.partition("-")
    if hyphen and prefix in _PREFIXES and rest in known:
        return rest, "base"
    if word in known:
        return word, "base"
    if _irregular().get(word) in known:
        return _irregular()[word], "ed"
    bases, form = _bases(word)
    return next(((base, form) for base in bases if base in known), None)


_PREFIXES = frozenset(("co", "cross", "fine", "load", "pre", "re", "soft", "stress"))
"""What stands before a hyphen and leaves the verb behind it a verb of its class: re-train, fine-tune, load-test."""


def has_class(word: str, *wanted: VerbClass) -> bool:
    """Tell whether `word` is a form of a verb of one of these classes."""
    found = verb(word)
    return found is not None and classes()[found[0]] in wanted


@lru_cache(maxsize=2048)
def is_making(noun: str) -> bool:
    """Tell whether a noun names the doing of something: implementation, curation, testing, participation."""
    if noun.endswith(("isation", "ization")):
        return True
    making = group("output") | group("soft")
    for suffix in ("ation", "ion", "ment", "ing"):
        stem = noun.removesuffix(suffix)
        if stem != noun and any(base in making for base in (*_stems(stem), stem + "ate")):
            return True
    return False


@cache
def _irregular() -> dict[str, str]:
    return {form: base for form, _, base in (entry.partition(" ") for entry in group("irregular"))}


def _bases(word: str) -> tuple[tuple[str, ...], Form]:
    """Return the verbs of which `word` would be a form by its ending, and the form."""
    if word.endswith("ing"):
        return _stems(word[:-3]), "ing"
    if word.endswith("ied"):
        return (word[:-3] + "y",), "ed"
    if word.endswith("ed"):
        return _stems(word[:-2]), "ed"
    if word.endswith("ies"):
        return (word[:-3] + "y",), "s"
    if word.endswith("es"):
        return (word[:-1], word[:-2]), "s"
    if word.endswith("s"):
        return (word[:-1],), "s"
    return (), "base"


def _stems(stem: str) -> tuple[str, str, str]:
    """Return what may stand before an ending: train(ing), writ(e), ship(p)."""
    undoubled = stem[:-1] if stem[-2:-1] == stem[-1:] else stem
    return stem, stem + "e", undoubled
