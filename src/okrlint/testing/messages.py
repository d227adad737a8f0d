"""Whether the messages of a rule read well in both languages, with what its findings really put into them."""

from collections.abc import Iterable, Iterator
from re import compile as compile_pattern
from typing import Any

from okrlint.language.folding import fold, simplify
from okrlint.linting.findings import Finding
from okrlint.linting.interface import Hit, Rule
from okrlint.model import Words
from okrlint.testing.examples import Example, examples_of, rule_of
from okrlint.testing.running import Opened, opened, ran

_BLANK = compile_pattern(r"\{\w*\}")
_ENGLISH_WORD = compile_pattern(r"[a-z]{3,}")
_CHINESE_WORD = compile_pattern(r"[\u3400-\u9fff]+")


def check_messages(rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError for a message that cannot be made, has a blank left, or mixes languages."""
    __tracebackhide__ = True
    flaws = dict.fromkeys(flaw for example in examples_of(rule) for flaw in _flaws(example))
    if flaws:
        raise AssertionError("\n".join(flaws))


def _flaws(example: Example) -> Iterator[str]:
    rule = rule_of(example)
    around = opened(example.text)
    for language in ("en", "zh"):
        findings, hits = ran(rule, around, example.given.today, language=language)
        yield from _unsaid(example, findings, language)
        for hit in hits:
            if isinstance(hit, Hit):
                yield from _odd_params(example, hit, around, language)


def _unsaid(example: Example, findings: Iterable[Finding], language: str) -> Iterator[str]:
    for finding in findings:
        if finding.code != example.rule.meta.code:
            yield f"{example}: {finding.message}"
        elif (blank := _BLANK.search(finding.message)) and blank.group() not in example.text:
            yield f"{example}: a message in {language} has {blank.group()} in it: {finding.message}"


def _odd_params(example: Example, hit: Hit, around: Opened, language: str) -> Iterator[str]:
    foreign = _ENGLISH_WORD if language == "zh" else _CHINESE_WORD
    options = str(example.given.options or "")
    known = simplify(fold(f"{around.source.text} {options} {_values(around)}").lower())
    words = example.rule.messages[hit.message].in_language(language) if hit.message in example.rule.messages else ""
    for name, value in hit.params.items():
        if f"{{{name}" not in words:
            continue
        if value is None:
            yield f"{example}: message {hit.message} has None for {{{name}}}"
            continue
        text = value.in_language(language) if isinstance(value, Words) else str(value)
        strange = [word for word in foreign.findall(text) if simplify(fold(word).lower()) not in known]
        if strange and not isinstance(value, Words):
            said = "English" if language == "zh" else "Chinese"
            yield (
                f"{example}: message {hit.message} has {said} words for {{{name}}} in {language} that do not stand in "
                f"the document: {text!r}; give the rule's own words as Words(en, zh)"
            )


def _values(around: Opened) -> str:
    """Return words that a rule may quote as they read, without the marks that they are written with."""
    document = around.document
    texts = [str(document.title or ""), *(item.text.value for item in document.items())]
    return " ".join(texts)
