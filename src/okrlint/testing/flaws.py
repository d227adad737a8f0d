"""What a rule lacks to be complete."""

from collections.abc import Iterator
from re import compile as compile_pattern
from string import Formatter
from typing import Any

from okrlint.language.folding import is_cjk
from okrlint.linting.interface import Rule
from okrlint.testing.examples import examples_of, run_example


def flaws_of(rule: type[Rule[Any]]) -> Iterator[str]:
    """Yield what a rule lacks to be complete in both languages."""
    yield from _of_texts(rule)
    yield from _of_messages(rule)
    yield from _of_options(rule)


def check_complete(rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError that tells what a rule lacks."""
    __tracebackhide__ = True
    flaws = list(flaws_of(rule))
    if flaws:
        raise AssertionError("\n".join(flaws))


def told(rule: type[Rule[Any]]) -> set[str]:
    """Return the ids of the messages that the examples of a rule bring about."""
    found = set[str]()
    for example in examples_of(rule):
        findings, hits = run_example(example)
        found.update(hit.message for hit in hits)
        found.update(finding.gist.rpartition(" ")[2] for finding in findings)
    return found


def _of_texts(rule: type[Rule[Any]]) -> Iterator[str]:
    meta = rule.meta
    for language in ("en", "zh"):
        for kind, examples in (("bad", rule.examples.bad), ("good", rule.examples.good)):
            if not examples.get(language):
                yield f"{meta.code} has no {kind} example in {language}"
        if not meta.summary.in_language(language):
            yield f"{meta.code} has no summary in {language}"
    if not (rule.__doc__ or "").strip() or not rule.manual_zh.strip():
        yield f"{meta.code} lacks its manual in a language"


def _of_messages(rule: type[Rule[Any]]) -> Iterator[str]:
    meta = rule.meta
    for key, message in rule.messages.items():
        fields = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in message]
        if fields[0] != fields[1]:
            yield f"{meta.code}: message {key} says different things in its languages: {fields}"
        if not any(map(is_cjk, message.zh)):
            yield f"{meta.code}: message {key} has no Chinese words: {message.zh!r}"
        if not _LETTER.search(message.en):
            yield f"{meta.code}: message {key} has no English words: {message.en!r}"
    for key in sorted(rule.messages.keys() - told(rule)):
        yield f"{meta.code}: message {key} is told by no bad example"


def _of_options(rule: type[Rule[Any]]) -> Iterator[str]:
    meta = rule.meta
    for name in rule.Options.names():
        if name not in rule.Options.about:
            yield f"{meta.code}: option {name} is not explained"
        value = getattr(rule.Options, name)
        if isinstance(value, int | float) and not isinstance(value, bool) and name not in rule.Options.ranges:
            yield f"{meta.code}: option {name} is a number without a range"


_LETTER = compile_pattern(r"[A-Za-z]")
