"""Which measure a number belongs to, which way is better for it, and what values it can have."""

from bisect import bisect_right
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import Literal, NamedTuple

from okrlint.language.directions import direction_before
from okrlint.language.folding import fold, latin_words
from okrlint.language.quantities import amounts
from okrlint.language.quantities.lines import Lexicon, lexicon
from okrlint.language.remembering import remembered
from okrlint.language.vocabulary import groups

__all__ = ["Better", "Clause", "better_when", "clauses", "is_metric_name", "metric_name", "metric_range"]

Better = Literal["higher", "lower"]

_REACH = 80
"""How many characters before a number its measure is looked for."""

_JOINTS = 6
"""How many words may join a measure and its number: 每月达到至少, "to at least"."""


class Clause(NamedTuple):
    """A part of a statement that says one thing: offsets in the statement, the end exclusive."""

    start: int
    end: int


@remembered()  # several rules ask for those of one statement
def clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses of a statement in order, without the punctuation and the conjunctions between them."""
    marks = [match.span() for match in _boundary().finditer(fold(text).lower())] if _may_be_parted(text) else []
    if not marks:
        return (Clause(0, len(text)),) if text.strip() else ()
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    return tuple(Clause(start, end) for start, end in zip(starts, ends, strict=True) if text[start:end].strip())


def _may_be_parted(text: str) -> bool:
    """Tell at a glance whether a text may have more than one clause: one look at all words is faster than a pattern."""
    folded = fold(text)
    if not (_PARTING_SIGNS.isdisjoint(folded) and _PARTING_WORDS.isdisjoint(latin_words(folded))):
        return True
    return not folded.isascii() and ("同时" in folded or "从而" in folded or "以及" in folded)


@remembered()  # several rules ask for the numbers of one statement
def metric_name(text: str, start: int) -> str:
    """Return the words of the measure that a number at `start` is a value of; "" where none stands before it.

    They are in half width, simplified and in lower case, and may begin with a verb: 将客户留存率 in
    将客户留存率从40%提升到50%, "raise retention" in "raise retention of new users to 50%".
    """
    found = amounts(text)
    earlier = bisect_right(found, start, key=lambda amount: amount.end)
    begin = max(0, start - _REACH, found[earlier - 1].end if earlier else 0)
    window = fold(text)[begin:start].lower()
    last = 0
    for mark in _boundary().finditer(window):
        last = mark.end()
    words = _without_joint(window[last:]).rpartition(":")[2]
    if not _SIGNS_OF_TIME.isdisjoint(words):
        words = _time_at_edge().sub("", words.strip())
    if _RELATIONS.isdisjoint(words.split()):  # the pattern itself looks at every character
        return words.strip()
    relation = _relation().search(words)
    return words[: relation.start()].strip() if relation else words.strip()


_SIGNS_OF_TIME = frozenset("月季年阶1234")
"""Characters of which each time that `_time_at_edge` knows has one."""


@cache
def _time_at_edge() -> Pattern[str]:
    """Match a time at either end of a measure's name, which tells when it has a value: 准确率1月底, q2满意度."""
    year = r"(?:20\d\d年?)?"
    part = "[上下]半年|第[一二三四五六1-6]阶段|年(?=[底末中])"
    time = rf"(?:\d{{1,2}}月份?(?!活)|第?[一二三四1-4]季度|[qh][1-4](?![a-z\d])|{part})"
    return compile_pattern(rf"^{year}{time}[底末初中]?前?|{year}(?<![a-z\d]){time}[底末初中]?前?$", ASCII)


def better_when(name: str) -> Better | None:
    """Return whether a measure is the better the higher or the lower it is; None where that is not known.

    Args:
        name: as `metric_name` gives it.
    """
    group = _group_of(name, "lower_is_better", "higher_is_better")
    return "lower" if group == "lower_is_better" else "higher" if group else None


def metric_range(name: str) -> tuple[float, float] | None:
    """Return the least and the greatest value that a measure can have by its nature; None where that is not known.

    Shares of a whole go from 0 to 100 (%), the net promoter score from -100 to 100, a rating in stars from 0 to 5.

    Args:
        name: as `metric_name` gives it.
    """
    return _RANGES.get(_group_of(name, "share", "not_share", "net_score", "stars"))


_RANGES: dict[str, tuple[float, float]] = {"share": (0, 100), "net_score": (-100, 100), "stars": (0, 5)}


def is_metric_name(name: str) -> bool:
    """Tell whether words end with the name of a measure: a listed one, or a noun on -率, -ness and the like.

    Args:
        name: as `metric_name` gives it.
    """
    if not name:
        return False
    if _measures().before(name, len(name)):
        return True
    if name.isascii():
        from okrlint.language.statements import english_clauses  # each language's words only where they decide

        return english_clauses.is_metric(name.rsplit(" ", 1)[-1])
    from okrlint.language.segmentation import tokens
    from okrlint.language.statements import chinese_clauses

    last = tokens(name)[-1]
    return chinese_clauses.is_metric(last) or (last.text == "数" and len(name) > 1)


@cache
def _measures() -> Lexicon:
    """Return the names of measures that `data/metric_names.txt` lists, and the acronyms of others."""
    acronyms = (name for name in groups("quantity_words")["metric"] if len(name) > 1)
    return Lexicon(frozenset().union(*groups("metric_names").values(), acronyms) - {"users", "customers", "members"})


def _group_of(name: str, *wanted: str) -> str:
    """Return the group of data/metric_names.txt that holds the longest entry which `name` ends with, or ""."""
    entry = lexicon("metric_names", *wanted).before(name, len(name))
    return next((group for group in wanted if entry in groups("metric_names")[group]), "")


_PARTING_SIGNS = frozenset(",;。!?、\n().并且")
_PARTING_WORDS = frozenset(("and", "plus", "while", "whilst", "so", "despite", "although", "but"))


@cache
def _boundary() -> Pattern[str]:
    """What stands between clauses; a comma within a number parts none, nor does the joint of a noun phrase (和)."""
    words = (rf"{word}(?<=\s{word})(?=\s)" for word in sorted(_PARTING_WORDS))
    # As each alternative begins with a character, most places are passed over without trying them one by one.
    return compile_pattern(
        rf",(?:(?<!\d,)|(?!\d))|;|。|!|\?|、|\n|\(|\)|\.(?<!\d\.)(?!\d)|{'|'.join(words)}"
        r"|并且|同时|而且|从而|以及|且|并",
        ASCII,
    )


_RELATIONS = frozenset(
    (
        "of", "for", "in", "on", "per", "among", "across", "with", "without", "who", "that", "which", "by", "from",
        "to", "at", "against", "during", "within", "after", "before", "through", "via", "whose", "where", "when",
    )
)  # fmt: skip
"""English words behind which no head of a noun phrase stands: detection [of] defects."""


@cache
def _relation() -> Pattern[str]:
    return compile_pattern(rf"(?:^|\s)(?:{'|'.join(sorted(_RELATIONS))})(?=\s)", ASCII)


def _without_joint(words: str) -> str:
    """Return words without those at their end that only join a measure and its number (rises to at least, 由)."""
    for _ in range(_JOINTS):
        words = words.rstrip(" :=~≥≤<>$¥€£+-[【→")
        joint = _joints().before(words, len(words))
        if not joint:
            verb = direction_before(words, len(words))
            if verb is None:
                break
            joint = words[verb.start :]
        words = words.removesuffix(joint)
    return words


@cache
def _joints() -> Lexicon:
    limits = ("at_most", "at_least", "above", "below", "about")
    lists = groups("quantity_words")
    entries = frozenset().union(*(lists[group] for group in ("reach", "start", "changed_to", *limits)))
    return Lexicon(entries | {"a", "an", "the", "by"})
