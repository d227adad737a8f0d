"""From the definition of a rule to a rule like any other."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from string import Formatter
from typing import Any, ClassVar, NamedTuple

from okrlint.declaring.conditions import MAX_WRONG, Compiler, Found, Test, quoted
from okrlint.declaring.definitions import Condition, Declared, RuleDefinition
from okrlint.declaring.fields import Fields, Subject, actions_below, reading
from okrlint.linting.interface import (
    Context,
    DocumentRule,
    Examples,
    Hit,
    ItemRule,
    KeyResultRule,
    Meta,
    ObjectiveRule,
    Rule,
    RuleRef,
    Severity,
)
from okrlint.model import Document, Span, Words
from okrlint.reading.fields import canonical
from okrlint.suggesting import suggestion

PLACEHOLDERS = ("text", "found", "label")
"""What may stand in braces in a message: the statement, the words that the condition found, the label as written."""

_MOST = 20
"""How often one rule speaks of one item: a word that is repeated is known by then."""

_LONGEST = 60
"""Characters of the author's words that a message quotes."""


class DeclarationError(Exception):
    """Rules that cannot be used.

    Attributes:
        wrong: what is wrong, each with file and line.
    """

    def __init__(self, wrong: list[str]) -> None:
        super().__init__(wrong)
        self.wrong = wrong

    def __str__(self) -> str:
        return "\n".join(self.wrong)


@lru_cache(maxsize=16)
def declared_rules(
    declared: Declared, fields: tuple[tuple[str, str], ...], lexicons: frozenset[str]
) -> tuple[RuleRef, ...]:
    """Return references to the rules that a configuration declares, in their order.

    Args:
        declared: what the configuration says.
        fields: spellings of fields of installed plugins, each with the field's name.
        lexicons: the names of the installed word lists.

    Raises:
        DeclarationError: for all that is wrong in any of them.
    """
    own = Fields({**dict(fields), **dict(declared.spellings())})
    compiler = Compiler(own, sorted(lexicons | declared.word_lists.keys()))
    refs = tuple(_ref(definition, _rule(definition, compiler)) for definition in declared.rules)
    if compiler.wrong:
        raise DeclarationError(compiler.wrong)
    return refs


def _ref(definition: RuleDefinition, rule: type[Rule[Any]]) -> RuleRef:
    return RuleRef(definition.code, definition.name, lambda: rule, definition.on)


class _Tests(NamedTuple):
    """What a declared rule has in the place of code.

    Attributes:
        where: whether an item is looked at; None for all.
        condition: whether it is a finding.
        at: the place at which it is told; None where the author named none.
    """

    where: Test | None
    condition: Test
    at: Callable[[Subject], Span | None] | None


class _Declared:
    """What makes a rule of tests.

    Attributes:
        definition: what its author wrote.
        tests: that it runs.
    """

    definition: ClassVar[RuleDefinition]
    tests: ClassVar[_Tests]

    def check(self, item: Any, context: Context) -> Iterator[Hit]:
        """Yield what is wrong with `item`, or with the actions below it."""
        around = Subject(item, None if isinstance(item, Document) else item, context.objective, context)
        for subject in actions_below(around) if self.definition.target == "action" else (around,):
            if self.tests.where is not None and self.tests.where(subject) is None:
                continue
            found = self.tests.condition(subject)
            if found is not None:
                yield from self._hits(subject, found)

    def _hits(self, subject: Subject, found: tuple[Found, ...]) -> Iterator[Hit]:
        statement, place = _statement(subject)
        if self.tests.at is not None or not found:
            named = self.tests.at(subject) if self.tests.at is not None else None
            found = (Found(named or place, found[0].words if found else statement),)
        told = dict.fromkeys(Found(_within(each.span, subject, place), each.words) for each in found)
        for span, words in list(told)[:_MOST]:
            label = (subject.item.label or subject.item.id) if subject.item else ""
            yield Hit("found", span, {"text": _short(statement), "found": _short(words), "label": label})


def _statement(subject: Subject) -> tuple[str, Span]:
    thing = subject.thing
    if isinstance(thing, Document):
        return (thing.title.value, thing.title.span) if thing.title else ("", Span(0, 0))
    return thing.text.value, thing.text.span


def _within(span: Span, subject: Subject, statement: Span) -> Span:
    """Return a place that belongs to an item: what is said of a whole section, such as its team, stands elsewhere."""
    item = subject.item
    if item is None or item.span.start <= span.start <= item.span.end:
        return span
    return statement


def _short(words: str) -> str:
    plain = " ".join(words[: 4 * _LONGEST].split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"


_BASES: Mapping[str, type[Rule[Any]]] = {
    "objective": ObjectiveRule,
    "key-result": KeyResultRule,
    "item": ItemRule,
    "action": ItemRule,
    "document": DocumentRule,
}


def _rule(definition: RuleDefinition, compiler: Compiler) -> type[Rule[Any]]:
    target = definition.target
    members: dict[str, Any] = {
        "__doc__": _manual(definition, "en"),
        "__module__": definition.place,  # where messages say that it is from
        "manual_zh": _manual(definition, "zh"),
        "definition": definition,
        "meta": _meta(definition),
        "messages": {"found": definition.message},
        "examples": _examples(definition),
        "tests": _Tests(
            None if definition.where is None else compiler.test(definition.where, target),
            compiler.test(definition.condition, target),
            _place(definition, compiler),
        ),
    }
    compiler.wrong += islice(_wrong_words(definition), max(0, MAX_WRONG - len(compiler.wrong)))
    return type(definition.code, (_Declared, _BASES[target]), members)


def _place(definition: RuleDefinition, compiler: Compiler) -> Callable[[Subject], Span | None] | None:
    """Return what tells where a finding stands, if the author said so."""
    if definition.at is None:
        return None
    name = compiler.field(definition.at, definition.target, definition.place)
    if not name:
        return None
    read = reading(name, definition.target)
    return lambda subject: next((value.span for value in read(subject)), None)


def _meta(definition: RuleDefinition) -> Meta:
    return Meta(
        definition.code,
        definition.name,
        definition.summary or _without_placeholders(definition.message),
        Severity[definition.severity.upper()],
        definition.certainty,  # type: ignore[arg-type]  # validated
        on=definition.on,
        folds=_is_of_absence(definition.condition) and _is_fixed(definition.message),
        dropped=_asks_status(definition.condition),
    )


def _asks_status(condition: Condition) -> bool:
    """Tell whether a condition looks at a status: then its author knows that there are items that were dropped."""
    if condition.field is not None and canonical(condition.field) == "status":
        return True
    inner = (*(condition.all or ()), *(condition.any or ()), condition.none, condition.where)
    return any(_asks_status(each) for each in inner if each is not None)


def _is_of_absence(condition: Condition) -> bool:
    return condition.presence == "absent" and condition.of is None


def _is_fixed(message: Words) -> bool:
    """Tell whether a message says the same of each item."""
    return not any("{" in words for words in message)


def _examples(definition: RuleDefinition) -> Examples:
    from okrlint.language.folding import language_of

    def by_language(examples: Collection[Any]) -> dict[str, tuple[str, ...]]:
        texts = [each.text for each in examples]
        return {language: tuple(text for text in texts if language_of(text) == language) for language in ("en", "zh")}

    return Examples(by_language(definition.bad), by_language(definition.good))


def _manual(definition: RuleDefinition, language: str) -> str:
    said = definition.why or definition.summary or _without_placeholders(definition.message)
    return said.in_language(language)


def _without_placeholders(message: Words) -> Words:
    """Return a message that is said of nothing in particular; one with wrong braces as it is."""

    def plain(words: str) -> str:
        try:
            return "".join(text + ("…" if name is not None else "") for text, name, _, _ in Formatter().parse(words))
        except ValueError:
            return words

    return Words(plain(message.en), plain(message.zh))


def _written(name: str, spec: str | None, conversion: str | None) -> str:
    return f"{{{name}{'!' if conversion else ''}{conversion or ''}{':' if spec else ''}{spec or ''}}}"


def _wrong_words(definition: RuleDefinition) -> Iterator[str]:
    """Yield what is wrong with a message."""
    for message in dict.fromkeys(definition.message):
        try:
            parts = dict.fromkeys(part[1:] for part in Formatter().parse(message))
        except ValueError:
            yield f"{definition.place}: message: a brace stands alone; write {{{{ and }}}} for braces that are shown"
            continue
        for name, spec, conversion in parts:
            if name is not None and (name not in PLACEHOLDERS or spec or conversion):
                shown = quoted(_written(name, spec, conversion))[1:-1]
                hint = suggestion(name, PLACEHOLDERS) if name not in PLACEHOLDERS else "nothing stands behind the name"
                yield f"{definition.place}: message: unknown placeholder {shown}; {hint}"
