"""What is asked of the parts that plugins of others add; what is wrong is said at once, with the plugin's name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from os.path import isabs
from typing import Any

from okrlint.config.presets import Preset, PresetRef
from okrlint.hooks import Plugin
from okrlint.linting.codes import CODE, ENGINE_CODES
from okrlint.linting.interface import Examples, Meta, Rule, RuleOptions, RuleRef, Severity
from okrlint.linting.lexicon import LexiconRef
from okrlint.linting.running import CERTAINTIES
from okrlint.linting.selection import UnknownRuleError, find_rules
from okrlint.model import Words
from okrlint.plugin_files import PluginError
from okrlint.reading.fields import builtin_field, spelling_key
from okrlint.reading.interface import FieldNames, ReaderRef
from okrlint.reporting.interface import ReporterRef

_CODE = re.compile(CODE)
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LIST_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_SUFFIX = re.compile(r"\.[^\s/\\.A-Z]+")
_WHERE = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*:[^\W\d]\w*")
_NEEDS = frozenset(("owner", "deadline", "confidence", "weight", "score", "checkin", "action"))
"""What `linting.fields` tells of a document."""


_ACROSS = _NEEDS - {"action"} | {"link", "several", "plan", "team", "history"}
"""What `across` tells of a project."""


def refuse_unmarked(thing: Any, hooks: Iterable[str], title: str) -> None:
    """Refuse a plugin with a function that has the name of a hook and is none: it would be passed over silently.

    Raises:
        PluginError: for such a function, and for a plugin that has no hook at all.
    """
    marked = False
    for name in dir(thing):
        value = getattr(thing, name, None)
        is_marked = getattr(value, "okrlint_impl", None) is not None
        marked = marked or is_marked
        if name in hooks and callable(value) and not is_marked:
            raise PluginError(f"plugin {title} cannot be used: {name} is not marked with @hookimpl")
    if not marked:
        raise PluginError(f"plugin {title} cannot be used: it adds nothing, for no function is marked with @hookimpl")


def vetted(plugin: Plugin) -> Plugin:
    """Return a plugin whose parts know that they are its parts.

    Raises:
        PluginError: for a part that is malformed.
    """
    checks: tuple[tuple[str, str, Any], ...] = (
        ("rules", "okrlint_rules", _flaws_of_rule_ref),
        ("readers", "okrlint_readers", _flaws_of_reader_ref),
        ("reporters", "okrlint_reporters", _flaws_of_reporter_ref),
        ("presets", "okrlint_presets", _flaws_of_preset_ref),
        ("lexicons", "okrlint_lexicons", _flaws_of_lexicon_ref),
        ("fields", "okrlint_fields", _flaws_of_field_names),
    )
    for field, hook, flaws in checks:
        for part in getattr(plugin, field):
            for flaw in flaws(part):
                raise PluginError(f"plugin {plugin.title}: {hook} returns what cannot be used: {flaw}")
    stamped: dict[str, Any] = {
        field: tuple(part._replace(plugin=plugin.title) for part in getattr(plugin, field)) for field, _, _ in checks
    }
    return plugin._replace(**stamped)


def flaw_of_rule(rule: Any) -> str | None:
    """Return what keeps a rule from being run, or told of; None where nothing does."""
    meta: Any = getattr(rule, "meta", None)
    messages: Any = getattr(rule, "messages", None)
    if not (isinstance(rule, type) and issubclass(rule, Rule)):
        return "it is no subclass of Rule"
    if getattr(rule, "target", None) not in ("document", "objective", "key_result", "item", "project"):
        return "it is to be a DocumentRule, ObjectiveRule, KeyResultRule, ItemRule or ProjectRule"
    if not isinstance(meta, Meta):
        return "its meta is no Meta"
    severity: Any = meta.severity
    if not isinstance(severity, Severity):
        return f"its severity is {severity!r}, and no Severity"
    if meta.certainty not in CERTAINTIES:
        return f"its certainty is {meta.certainty!r}, and not high, medium or low"
    if not _are_words(meta.summary):
        return "its summary is no Words"
    if not (_are_texts(meta.supersedes) and _are_texts(meta.sources)):
        return "its supersedes or its sources are no tuple of strings"
    if not isinstance(messages, Mapping) or not all(map(_are_words, messages.values())):
        return "its messages are no mapping of ids to Words"
    options: Any = rule.Options
    if not (isinstance(options, type) and issubclass(options, RuleOptions)):
        return "its Options are no subclass of RuleOptions"
    examples: Any = rule.examples
    if not isinstance(examples, Examples):
        return "its examples are no Examples"
    manual: Any = rule.manual_zh
    if not isinstance(manual, str):
        return "its manual_zh is no string"
    return None


def flaw_of_preset(preset: Preset, rules: tuple[RuleRef, ...]) -> str | None:
    """Return what is wrong with a preset, given all rules that are installed; None where nothing is."""
    codes = {ref.code for ref in rules}
    for code in preset.rules:
        if code not in codes:
            return f"rules: no rule {code!r} is installed; rules are named by their codes here"
    for selector in preset.select:
        try:
            find_rules(selector, rules)
        except UnknownRuleError as error:
            return f"select: {error}"
    return None


def _flaws_of_rule_ref(ref: RuleRef) -> Iterator[str]:
    if not _is_like(_CODE, ref.code):
        yield f"{ref.code!r} is no code: it is two to ten capital letters and three or four digits, as in 'ACME001'"
        return
    if ref.code.startswith("EN") and not ref.code[2].isalpha():
        yield f"{ref.code!r}: codes of the family EN are okrlint's own; take letters of your own"
    if not _is_like(_NAME, ref.name):
        yield f"rule {ref.code}: {ref.name!r} is no name: it is small letters and digits, joined by hyphens"
    if not _are_texts(ref.aliases):
        yield f"rule {ref.code}: aliases is a tuple of strings, and not {ref.aliases!r}"
        return
    if not callable(ref.where) and not _is_like(_WHERE, ref.where):
        yield f"rule {ref.code}: where is 'package.module:ClassName', and not {ref.where!r}"
    if ref.scope not in ("document", "project", "both"):
        yield f"rule {ref.code}: scope is document, project or both, and not {ref.scope!r}"
    for field, known in (("needs", _NEEDS), ("across", _ACROSS)):
        value = getattr(ref, field)
        if not _are_texts(value) or not known.issuperset(value):
            yield f"rule {ref.code}: {field} is a tuple of {', '.join(sorted(known))}, and not {value!r}"
    on: Any = ref.on
    if not isinstance(on, bool):
        yield f"rule {ref.code}: on is True or False, and not {ref.on!r}"
    for engine in ENGINE_CODES.values():
        if {engine.code, engine.name} & {ref.code, ref.name, *ref.aliases}:
            yield f"rule {ref.code} {ref.name}: {engine.code} {engine.name} is okrlint's own"


def _flaws_of_reader_ref(ref: ReaderRef) -> Iterator[str]:
    yield from _flaws_of_where("reader", ref)
    if not _are_texts(ref.suffixes) or not all(map(_SUFFIX.fullmatch, ref.suffixes)):
        said = f"suffixes is a tuple of endings in small letters, as in ('.okr',), and not {ref.suffixes!r}"
        yield f"reader {ref.name}: {said}"


def _flaws_of_reporter_ref(ref: ReporterRef) -> Iterator[str]:
    yield from _flaws_of_where("output format", ref)


def _flaws_of_where(what: str, ref: ReaderRef | ReporterRef) -> Iterator[str]:
    if not _is_like(_NAME, ref.name):
        yield f"{what} {ref.name!r}: a name is small letters and digits, joined by hyphens"
    if not _is_like(_WHERE, ref.where):
        yield f"{what} {ref.name}: where is 'package.module:ClassName', and not {ref.where!r}"


def _flaws_of_preset_ref(ref: PresetRef) -> Iterator[str]:
    if not _is_like(_NAME, ref.name):
        yield f"preset {ref.name!r}: a name is small letters and digits, joined by hyphens"
    if not _are_words(ref.summary):
        yield f"preset {ref.name}: its summary is no Words"
    if ref.path is not None:
        yield from _flaws_of_path(f"preset {ref.name}", ref.path)


def _flaws_of_lexicon_ref(ref: LexiconRef) -> Iterator[str]:
    if not _is_like(_LIST_NAME, ref.name):
        yield f"word list {ref.name!r}: a name is small letters, digits, hyphens and underscores"
    yield from _flaws_of_path(f"word list {ref.name}", ref.path)


def _flaws_of_path(what: str, path: object) -> Iterator[str]:
    if not isinstance(path, str) or not isabs(path):  # a relative one would lie in what is being linted
        yield f"{what}: its path is to be a string that names a file absolutely, and is {path!r}"


def _flaws_of_field_names(names: FieldNames) -> Iterator[str]:
    if not isinstance(names.name, str) or not spelling_key(names.name):
        yield f"field {names.name!r}: there is no name here"
        return
    if not _are_texts(names.spellings) or not all(map(spelling_key, names.spellings)):
        yield f"field {names.name!r}: spellings is a tuple of words, and not {names.spellings!r}"
        return
    for spelling in (names.name, *names.spellings):
        if known := builtin_field(spelling):
            yield f"field {names.name!r}: {spelling!r} is read as okrlint's own field {known!r}"


def _is_like(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _are_texts(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)


def _are_words(value: object) -> bool:
    return isinstance(value, Words) and all(isinstance(each, str) for each in value)
