"""The pages of all rules in both languages, and their table of contents, as files of the documentation."""

from collections.abc import Mapping, Sequence
from typing import Any

from okrlint.linting.interface import Rule
from okrlint.model import Words
from okrlint.reporting.rule_page import Stance, page
from okrlint.reporting.words import OFF, SEVERITY

_SUFFIXES = {"en": ".md", "zh": ".zh.md"}
_OTHER = {"en": ("zh", "中文"), "zh": ("en", "English")}
_TITLE = Words("Rules", "规则")
_ABOUT = Words(
    "Made from the rules themselves by `okrlint rules --write-pages`; `okrlint explain CODE` shows the same on a "
    "terminal.",
    "由规则本身生成（`okrlint rules --write-pages`）；`okrlint explain 代码` 在终端显示同样的内容。",
)
_COLUMNS = Words("| code | name | severity | what it wants |", "| 代码 | 名称 | 严重程度 | 要求 |")


def rule_book(rules: Sequence[type[Rule[Any]]], stances: Mapping[str, Sequence[Stance]]) -> dict[str, str]:
    """Return the files: names, and their contents in Markdown.

    Args:
        rules: in the order of the table of contents.
        stances: what presets say, by code.
    """
    files: dict[str, str] = {}
    for language, suffix in _SUFFIXES.items():
        files[f"README{suffix}"] = _contents(rules, language)
        for rule in rules:
            name = f"{_stem(rule)}{suffix}"
            head, rest = page(rule, language, stances.get(rule.meta.code, ())).split("\n", 1)
            files[name] = f"{head}\n\n{_switch(_stem(rule), language)}\n{rest}"
    return files


def _contents(rules: Sequence[type[Rule[Any]]], language: str) -> str:
    rows = [
        f"| [{rule.meta.code}]({_stem(rule)}{_SUFFIXES[language]}) | {rule.meta.name} | {_severity(rule, language)} "
        f"| {rule.meta.summary.in_language(language)} |"
        for rule in rules
    ]
    head = [f"# {_TITLE.in_language(language)}", _switch("README", language), _ABOUT.in_language(language)]
    return "\n\n".join([*head, "\n".join([_COLUMNS.in_language(language), "|---|---|---|---|", *rows])]) + "\n"


def _severity(rule: type[Rule[Any]], language: str) -> str:
    return (SEVERITY[rule.meta.severity] if rule.meta.on else OFF).in_language(language)


def _stem(rule: type[Rule[Any]]) -> str:
    return f"{rule.meta.code}-{rule.meta.name}"


def _switch(stem: str, language: str) -> str:
    """Link to the page in the other language."""
    other, name = _OTHER[language]
    return f"[{name}]({stem}{_SUFFIXES[other]})"
