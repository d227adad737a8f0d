"""Where a key result is stated that has a title, a description and figures as fields of their own."""

from functools import cache
from re import IGNORECASE, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language import kinds, quantities
from okrlint.model import Text
from okrlint.reading.data.key_labels import key_label
from okrlint.reading.data.nodes import Entry, Mapping, Scalar
from okrlint.reading.data.record_shapes import (
    KEY_RESULT_TEXT,
    key_word,
    label_of,
    members,
    names_of,
    result_text,
    text_of,
)
from okrlint.reading.fields import canonical
from okrlint.reading.figures import states_figures
from okrlint.reading.word_sets import words

_FIGURES = frozenset(("baseline", "target", "current"))
_AIMING = frozenset(("output", "outcome", "hold", "usual"))
_FEWEST_LETTERS = 2


class Stated(NamedTuple):
    """Where a key result is stated.

    Attributes:
        statement: the entry with its words.
        target: the description of a title, where it is but figures: `title: Coverage`, `description: 60% → 85%`.
    """

    statement: Entry | None
    target: Entry | None = None


def stated(node: Mapping, key: Scalar | None) -> Stated:
    """Return where a key result is stated: in its description, where that is measured and its title is but a name.

    Nowhere in it, where the key above its figures names what they measure: `NPS: {baseline: 30, target: 50}`.
    """
    entry = result_text(node)
    if key and names_metric(key) and is_measured(node) and not text_of(node, KEY_RESULT_TEXT):
        return Stated(None)
    if entry is None or canonical(entry.key.value) == "description" or not isinstance(entry.node, Scalar):
        return Stated(entry)
    described = text_of(node, ("description",))
    if described is None or not isinstance(described.node, Scalar) or _has_target(node):
        return Stated(entry)
    told = described.node.value
    if quantities.is_quantified(entry.node.value) or not _is_aim(told):
        return Stated(entry)
    if _names_nothing(told):
        return Stated(entry, described)
    return Stated(described)


def is_measured(node: Mapping) -> bool:
    """Tell whether a mapping holds figures of a key result: where it starts, shall be or is."""
    return any(
        name in _FIGURES and not (isinstance(entry.node, Scalar) and entry.node.empty)
        for name, entry in zip(names_of(node), node.entries, strict=True)
    )


def _has_target(node: Mapping) -> bool:
    """Tell whether a mapping says what shall be reached beside its words."""
    return any(
        name == "target" or (isinstance(entry.node, Mapping) and "target" in names_of(entry.node))
        for name, entry in zip(names_of(node), node.entries, strict=True)
        if not (isinstance(entry.node, Scalar) and entry.node.empty)
    )


def levels_of(entry: Entry) -> list[Text]:
    """Return what must be reached for each of several grades: `tiers: {solid: 80% done, excellent: 95% done}`."""
    if key_word(entry.key) not in _LEVELS:
        return []
    return [node.text for node in members(entry.node) if isinstance(node, Scalar) and not node.empty]


_LEVELS = words(
    "tiers levels rubric gradingscale gradinglevels scoringcriteria scoringrubric 分档 档位 评分标准 評分標準"
)


def names_metric(key: Scalar) -> bool:
    """Tell whether a key above figures may name what they measure (`NPS`), and is neither a label nor a field."""
    word = key.value
    if canonical(word) not in (None, "metric") or key_label(word) or label_of(word):
        return False
    return sum(map(str.isalpha, word)) >= _FEWEST_LETTERS


def _is_aim(told: str) -> bool:
    """Tell whether a description says what shall be reached, in a number, and not how things are or are measured."""
    if "\n" in told or _told().match(told) or not quantities.is_quantified(told):
        return False
    if quantities.change(told) or _names_nothing(told):
        return True
    lead = kinds.lead(told)
    if lead is not None and lead.verb_class in _AIMING and not lead.word.lower().endswith("ed"):  # `Owned by QA`
        return True
    first = quantities.amounts(told)[:1]
    return bool(first) and first[0].strength == "strong" and bool(_threshold().fullmatch(told[: first[0].start]))


def _names_nothing(told: str) -> bool:
    """Tell whether words are figures of something that is named elsewhere: `From 40 to 10 per release`, `≥ 95%`."""
    return _figures_first().match(told) is not None or states_figures(told)


@cache
def _figures_first() -> Pattern[str]:
    return compile_pattern(
        r"(?:from|up from|down from|to) \W?\d|[从從由自] ?\W?\d|[≥≤<>＞＜]|\W?\d[\d.,]*\s?\S{0,8}\s?(?:->|→|to )",
        IGNORECASE,
    )


@cache
def _threshold() -> Pattern[str]:
    return compile_pattern(
        r"\W*(?:at least|at most|no more than|no fewer than|至少|不低于|不低於|不超过|不超過)?\W*", IGNORECASE
    )


@cache
def _told() -> Pattern[str]:
    return compile_pattern(
        r"(?:so far|last |previously|currently|today|now|at present|since |in the past|measured|based on|see |https?:)"
        r"|去年|上年|上季|上个|上半年|目前|当前|當前|现在|現在|过去|過去|此前|之前",
        IGNORECASE,
    )
