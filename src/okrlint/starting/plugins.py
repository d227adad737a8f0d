"""A plugin to begin with: a package with one rule in both languages, its words, and its tests."""

import re
import sys
from collections.abc import Collection
from keyword import iskeyword

from okrlint.starting.texts import text

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_NAME = 40
_LETTERS = re.compile(r"[A-Z]{2,10}")
_MOST_LETTERS = 10
_COMMON = frozenset(("okr", "okrs", "okrlint", "plugin", "rules"))
"""Words that tell one plugin from another in no way."""
_OUR_MODULES = ("okrlint", "okrlint_rules")
_OWN = ("EN",)
"""Families of codes that no plugin may have."""

_FILES = {
    "pyproject.toml": "pyproject.toml.txt",
    "README.md": "README.md.txt",
    ".gitignore": "gitignore.txt",
    "src/{module}/__init__.py": "plugin.py.txt",
    "src/{module}/jargon.py": "jargon.py.txt",
    "src/{module}/jargon.txt": "jargon.txt.txt",
    "src/{module}/py.typed": "",
    "tests/test_rules.py": "test_rules.py.txt",
}
"""By path in the folder, where the text is kept; "" for a file with nothing in it."""


def flaw_of_name(name: str) -> str | None:
    """Return what keeps a word from being the name of a plugin, with a better one; None where nothing does."""
    if len(name) > _LONGEST_NAME:
        return f"has {len(name)} characters, and a name has {_LONGEST_NAME} at most"
    if not _NAME.fullmatch(name):
        form = "is small letters, digits and single hyphens, and begins with a letter"
        return f"is no name of a plugin, which {form}; did you mean {_likely(name)!r}?"
    if not _is_free(name):
        return f"is taken by okrlint or by Python itself; did you mean {_likely(name)!r}?"
    return None


def letters_of(name: str) -> str:
    """Return the letters that the codes of a plugin begin with by default; fewer than two where its name has no more.

    Words such as "okr" are left out, where there are others.
    """
    words = [letters for word in name.upper().split("-") if (letters := "".join(filter(str.isalpha, word)))]
    telling = [word for word in words if word.lower() not in _COMMON] or words
    joined = "".join(telling)
    return (joined if len(joined) <= _MOST_LETTERS else telling[0])[:_MOST_LETTERS]


def flaw_of_letters(letters: str, taken: Collection[str]) -> str | None:
    """Return what keeps letters from being those of a plugin's codes; None where nothing does.

    Args:
        letters: such as "ACME".
        taken: the families of codes that there are.
    """
    if not _LETTERS.fullmatch(letters):
        return "there are to be two to ten of the letters A to Z, as in 'ACME'"
    if letters in _OWN or letters in taken:
        return "those of okrlint's own rules do"
    return None


def plugin_files(name: str, letters: str, version: str) -> dict[str, str]:
    """Return the files of a plugin by their paths in its folder.

    Args:
        name: of the package, without a flaw.
        letters: that its codes begin with, without a flaw.
        version: of okrlint, which the package depends on.
    """
    module, major = _module(name), int(version.partition(".")[0])
    words = {
        "name": name,
        "module": module,
        "letters": letters,
        "prefix": letters.lower(),
        "least": version,
        "below": str(major + 1),
    }
    return {path.format(module=module): _filled(kept, words) for path, kept in _FILES.items()}


def _filled(kept: str, words: dict[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda match: words[match[1]], text(f"plugin/{kept}")) if kept else ""


def _module(name: str) -> str:
    return name.replace("-", "_")


def _is_free(name: str) -> bool:
    module = _module(name)
    return not iskeyword(module) and module not in sys.stdlib_module_names and module not in _OUR_MODULES


def _likely(name: str) -> str:
    """Return a name that may have been meant."""
    ascii_only = re.sub(r"[^a-z0-9]+", "-", name.lower())
    found = re.sub(r"^[0-9-]+", "", ascii_only)[:_LONGEST_NAME].strip("-")
    if not found:
        return "acme-okr"
    return found if _is_free(found) else f"{found}-okr" if found not in _COMMON else "acme-okr"
