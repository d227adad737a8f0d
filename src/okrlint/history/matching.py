"""Which items of documents are which after a commit: by what they say, their labels, and where they stand.

Cost grows with the number of items, not with that of pairs: what says the same is looked up, and what is alike is
looked for among the items that share a term.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from okrlint.history.lines import Line
from okrlint.language.folding import fold
from okrlint.language.similarity import terms, without_figures
from okrlint.project.summaries import ItemSummary

ALIKE = 0.5
"""Share of their terms that two items have in common at least to be one; see `similarity`."""
_ALIKE_IN_PLACE = 0.3
"""The same where label and objective are the same."""
_ALIKE_ELSEWHERE = 0.6
"""The same where they stand in two documents."""
_ALIKE_AGAIN = 0.7
"""The same for one that was gone in the meantime."""
_SAME_LABEL, _SAME_PARENT = 0.2, 0.2
"""What these add to the likeness of a pair, by which it is chosen among others."""
_FEWEST_TERMS = 2
"""Terms that a statement has at least to be known again in another document."""
_MOST_SHARING = 100
"""Items that share a term: one that more have says little."""
_MOST_COMPARED = 12
"""Items that one is compared with as a whole."""


class Entry:
    """An item of a document that a commit changed: as it was before, or as it is afterwards.

    Args:
        item: the item.
        lineage: the number of its document, which keeps it through all names that it has.
        objective: the entry of the objective that it belongs to; None for an objective.
        language: of its document.
        line: what it is known as; None as long as that is not found out.

    Attributes:
        item: as given; the others likewise.
    """

    __slots__ = ("_masked", "_said", "_terms", "item", "language", "line", "lineage", "objective")

    def __init__(
        self, item: ItemSummary, lineage: int, objective: "Entry | None", language: str, line: Line | None = None
    ) -> None:
        self.item = item
        self.lineage = lineage
        self.objective = objective
        self.language = language
        self.line = line
        self._said: str | None = None
        self._masked: str | None = None
        self._terms: frozenset[str] | None = None

    @property
    def said(self) -> str:
        """Its words, in one spelling."""
        if self._said is None:
            self._said = said_of(self.item)
        return self._said

    @property
    def masked(self) -> str:
        """Its words without quantities and dates."""
        if self._masked is None:
            self._masked = " ".join(without_figures(self.item.text).split())
        return self._masked

    @property
    def terms(self) -> frozenset[str]:
        """What it is about."""
        if self._terms is None:
            metric = f"\n{self.item.metric}" if self.item.metric else ""
            self._terms = terms(self.item.text + metric)
        return self._terms

    @property
    def label(self) -> str:
        """Its label; where it has none, its place."""
        return fold(self.item.label or self.item.id).lower()

    @property
    def parent(self) -> Line | None:
        """What its objective is known as."""
        return self.objective.line if self.objective is not None else None

    @property
    def period(self) -> str | None:
        """The name of its cycle."""
        return self.item.period.name if self.item.period else None


def said_of(item: ItemSummary) -> str:
    """Return the words of an item, in one spelling."""
    return " ".join(fold(item.text).lower().split())


Key = Callable[[Entry], Hashable]
"""What an item is looked up by; None for one that cannot be."""


def match(olds: Sequence[Entry], news: Sequence[Entry]) -> None:
    """Give items the lines of those that they were before.

    Args:
        olds: of all documents that a commit changed, by document and place.
        news: the same items afterwards, and new ones; those that are known again get their line.
    """
    matching = _Matching(olds, news)
    matching.by_place()
    matching.by_keys("objective", _SAME_OBJECTIVES)
    matching.by_keys("key_result", _SAME_KEY_RESULTS)
    matching.by_key_results()
    matching.by_likeness("objective", ALIKE, within=True)
    matching.by_keys("key_result", _SAME_BELOW)
    matching.by_likeness("key_result", ALIKE, within=True)
    matching.by_translation()
    matching.by_likeness("objective", _ALIKE_ELSEWHERE, within=False)
    matching.by_likeness("key_result", _ALIKE_ELSEWHERE, within=False)


def match_again(gone: Iterable[Line], news: Sequence[Entry]) -> None:
    """Give items that are still not known the lines of those that were gone, the latest first.

    Args:
        gone: lines, by the time at which they went.
        news: the items of the documents that a commit changed.
    """
    latest = [Entry(line.item, line.lineage, None, line.language, line) for line in reversed(list(gone))]
    if not latest:
        return
    matching = _Matching(latest, news)
    for kind in ("objective", "key_result"):
        matching.by_keys(kind, _SAME_AGAIN)
        matching.by_likeness(kind, _ALIKE_AGAIN, within=True)


class _Matching:
    """What is known of the items of a commit, and what is still to be found out."""

    def __init__(self, olds: Sequence[Entry], news: Sequence[Entry]) -> None:
        self._olds = olds
        self._news = news
        self._taken: set[Line] = set()

    def _left(self, kind: str) -> tuple[list[Entry], list[Entry]]:
        olds = [entry for entry in self._olds if entry.item.kind == kind and entry.line not in self._taken]
        return olds, [entry for entry in self._news if entry.item.kind == kind and entry.line is None]

    def _take(self, old: Entry, new: Entry) -> None:
        new.line = old.line
        if old.line is not None:
            self._taken.add(old.line)

    def by_place(self) -> None:
        """Match what stands at the beginning and at the end of a document, or an objective, as it did: most of it."""
        before, after = _by_home(self._olds), _by_home(self._news)
        self._match_ends(before, after, {home: home for home in before if isinstance(home, int)})
        known = {entry.line: entry for entry in self._news if entry.objective is None}
        below = {home: known[home.line] for home in before if isinstance(home, Entry) and home.line in known}
        self._match_ends(before, after, below)

    def _match_ends(
        self,
        before: Mapping[Hashable, list[Entry]],
        after: Mapping[Hashable, list[Entry]],
        homes: Mapping[Any, Hashable],
    ) -> None:
        for home, there in homes.items():
            olds, news = before[home], after.get(there, [])
            start = self._alike(olds, news)
            self._alike(olds[start:][::-1], news[start:][::-1])

    def _alike(self, olds: Sequence[Entry], news: Sequence[Entry]) -> int:
        for at, (old, new) in enumerate(zip(olds, news, strict=False)):
            if not _is_same_in_place(old, new):
                return at
            self._take(old, new)
        return min(len(olds), len(news))

    def by_keys(self, kind: str, keys: Sequence[Key]) -> None:
        """Match what has the same key, by one key after the other, in order of place."""
        olds, news = self._left(kind)
        for key in keys:
            if not olds or not news:
                return
            known: dict[Hashable, list[Entry]] = {}
            for old in olds:
                if (value := key(old)) is not None:
                    known.setdefault(value, []).append(old)
            for each in known.values():
                each.reverse()
            left: list[Entry] = []
            for new in news:
                value = key(new)
                found = known.get(value) if value is not None else None
                if found:
                    self._take(found.pop(), new)
                else:
                    left.append(new)
            if len(left) < len(news):
                news = left
                olds = [old for old in olds if old.line not in self._taken]

    def by_key_results(self) -> None:
        """Match objectives that were reworded by their key results, of which half are the same."""
        olds, news = self._left("objective")
        if not olds or not news:
            return
        by_line = {old.line: old for old in olds if old.line is not None}
        sizes = Counter(old.parent for old in self._olds if old.objective is not None)
        votes: dict[Entry, Counter[Line]] = {}
        for entry in self._news:
            above = entry.objective
            parent = entry.line.parent if entry.line is not None else None
            if above is not None and above.line is None and parent is not None and parent in by_line:
                votes.setdefault(above, Counter())[parent] += 1
        for new in news:
            for line, count in sorted(votes.get(new, Counter()).items(), key=lambda vote: -vote[1]):
                old = by_line[line]
                is_half = 2 * count >= sizes[line]
                if line not in self._taken and is_half and (count > 1 or old.label == new.label):
                    self._take(old, new)
                    break

    def by_translation(self) -> None:
        """Match by labels what is left of documents that are in another language than before."""
        languages = {old.lineage: old.language for old in self._olds}
        translated = {new.lineage for new in self._news if languages.get(new.lineage, new.language) != new.language}
        if translated:

            def label(entry: Entry) -> tuple[Any, ...] | None:
                is_below = entry.objective is None or entry.parent is not None
                return (entry.lineage, entry.parent, entry.label) if entry.lineage in translated and is_below else None

            self.by_keys("objective", [label])
            self.by_keys("key_result", [label])

    def by_likeness(self, kind: str, least: float, *, within: bool) -> None:
        """Match what is alike, the likest first.

        Args:
            kind: of items.
            least: how alike they are at least.
            within: whether they stand in one document.
        """
        olds, news = self._left(kind)
        if not olds or not news:
            return
        sharing: dict[Hashable, list[int]] = {}
        for number, new in enumerate(news):
            for term in new.terms:
                sharing.setdefault((new.lineage, term) if within else term, []).append(number)
        pairs: list[tuple[float, int, int]] = []
        for at, old in enumerate(olds):
            counts: Counter[int] = Counter()
            for term in old.terms:
                found = sharing.get((old.lineage, term) if within else term, ())
                if len(found) <= _MOST_SHARING:
                    counts.update(found)
            best = sorted(counts.items(), key=lambda count: (-count[1], count[0]))[:_MOST_COMPARED]
            pairs += [(score, at, number) for number, _ in best if (score := _likeness(old, news[number], least))]
        for _, at, number in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if news[number].line is None and olds[at].line not in self._taken:
                self._take(olds[at], news[number])


def _likeness(old: Entry, new: Entry, least: float) -> float:
    """Return how alike two items are, above 1 where labels and objectives are the same, too; 0 for less than needed."""
    one, other = old.terms, new.terms
    shared = len(one & other)
    alike = 2 * shared / (len(one) + len(other))
    is_label = old.label == new.label
    is_parent = old.parent is not None and old.parent is new.parent
    if old.lineage != new.lineage:
        if shared < _FEWEST_TERMS or old.period != new.period:
            return 0.0
    elif least == ALIKE and is_label and (is_parent or old.item.kind == "objective"):
        least = _ALIKE_IN_PLACE
    return alike + _SAME_LABEL * is_label + _SAME_PARENT * is_parent if alike >= least else 0.0


def _by_home(entries: Iterable[Entry]) -> dict[Hashable, list[Entry]]:
    """Return objectives by the number of their document, and key results by their objective."""
    homes: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        homes.setdefault(entry.lineage if entry.objective is None else entry.objective, []).append(entry)
    return homes


def _is_same_in_place(old: Entry, new: Entry) -> bool:
    one, other = old.item, new.item
    return one.text == other.text and one.label == other.label and one.ref == other.ref and old.period == new.period


def _of_period(entry: Entry) -> tuple[Any, ...]:
    return entry.lineage, entry.period, entry.said


def _anywhere(entry: Entry) -> tuple[Any, ...] | None:
    """What a text is known by in another document."""
    return (entry.period, entry.said) if len(entry.terms) >= _FEWEST_TERMS else None


def _anywhere_with_label(entry: Entry) -> tuple[Any, ...] | None:
    found = _anywhere(entry)
    return (*found, entry.label, entry.objective.said if entry.objective else None) if found else None


def _ref(entry: Entry) -> tuple[Any, ...] | None:
    return (entry.lineage, entry.item.ref) if entry.item.ref else None


def _ref_and_words(entry: Entry) -> tuple[Any, ...] | None:
    return (entry.lineage, entry.item.ref, entry.said) if entry.item.ref else None


def _identifier(entry: Entry) -> str | None:
    """What no two items of the world share: an issue's number with its project, a name of 8 characters at least."""
    ref = entry.item.ref
    return ref if ref and len(ref) >= 8 and any(map(str.isdigit, ref)) else None


def _masked(entry: Entry) -> tuple[Any, ...] | None:
    return (entry.lineage, entry.parent, entry.masked) if entry.terms else None


_SAME_OBJECTIVES: Sequence[Key] = (
    _identifier,
    _ref_and_words,
    lambda entry: (*_of_period(entry), entry.label),
    _of_period,
    _anywhere_with_label,
    _anywhere,
    lambda entry: (entry.lineage, entry.said, entry.label),
    lambda entry: (entry.lineage, entry.said),
    _ref,
    lambda entry: (entry.lineage, entry.masked, entry.label),
    _masked,
)
_SAME_KEY_RESULTS: Sequence[Key] = (
    _identifier,
    _ref_and_words,
    lambda entry: (*_of_period(entry), entry.parent, entry.label) if entry.parent else None,
    lambda entry: (*_of_period(entry), entry.parent) if entry.parent else None,
    lambda entry: (*_of_period(entry), entry.label),
    lambda entry: _of_period(entry) if entry.terms else None,
    _anywhere_with_label,
    _anywhere,
    lambda entry: (entry.lineage, entry.parent, entry.said, entry.label),
    lambda entry: (entry.lineage, entry.parent, entry.said) if entry.terms else None,
    lambda entry: (entry.lineage, entry.said) if entry.terms else None,
)
_SAME_BELOW: Sequence[Key] = (
    _ref,
    lambda entry: (entry.lineage, entry.parent, entry.masked, entry.label) if entry.parent else None,
    lambda entry: _masked(entry) if entry.parent else None,
    lambda entry: (entry.lineage, entry.masked, entry.label) if entry.terms else None,
    lambda entry: (entry.lineage, entry.masked) if entry.terms else None,
)
_SAME_AGAIN: Sequence[Key] = (
    _identifier,
    _ref_and_words,
    lambda entry: (*_of_period(entry), entry.label) if entry.terms else None,
    lambda entry: _of_period(entry) if entry.terms else None,
    _anywhere,
    lambda entry: (entry.lineage, entry.masked, entry.label) if entry.terms else None,
)
