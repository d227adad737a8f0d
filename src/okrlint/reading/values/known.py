"""The people whom a document names as owners: a bare name elsewhere is then one of them."""

from collections.abc import Iterable
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.values.inline_fields import InlineField
from okrlint.reading.values.names import is_common_name


@cache
def _separator() -> Pattern[str]:
    return compile_pattern(r"\s{0,2}(?:[,，、/&+]|\band\b)\s{0,2}", ASCII)


def split_names(words: str) -> list[str]:
    """Return the names in words that are nothing but names: `Ines and Bo`, 李四、王五."""
    return _separator().split(words.strip().rstrip(".。"))


def names_of_owners(fields: Iterable[InlineField]) -> set[str]:
    """Return the names of the owners among fields."""
    return {person.lstrip("@") for name, text in fields if name == "owner" for person in split_names(text.value)}


def are_known(names: list[str], known: set[str]) -> bool:
    """Tell whether all of these people are known, be it by the given name alone."""
    return all(name in known or (is_common_name(name) and name.split()[0] in known) for name in names)
