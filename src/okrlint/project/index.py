"""What the documents of a project and their items are called."""

import posixpath
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from re import ASCII, Pattern
from re import compile as compile_pattern
from typing import NamedTuple, TypeVar

from okrlint.language.folding import fold, is_han
from okrlint.project.addresses import ENDINGS, plain
from okrlint.project.interface import Place, Project
from okrlint.project.labelling import labelled_in, labels_in
from okrlint.project.naming import COMPANY, NOBODY, PLANS, Naming, naming_of
from okrlint.project.summaries import DocumentSummary, ItemSummary, Period

_T = TypeVar("_T")

MOST_ALIKE = 50
"""Documents of one name, or items of the same words, from which on the name tells nothing."""

_MOST_SEARCHED = 500
"""Documents that are looked through for one name at most, where none has that name and no other words."""

_LEAST_REF = 2
"""Characters of an identifier that is one in the whole project: a mere `1` is a number in its file."""

_LEAST_DIGITS = 5
"""Digits of one that is: a table counts its rows."""

_MOST_FOLDERS = 20
"""Folders above a file that are looked at."""


def number_of(ref: str) -> str:
    """Return the usual spelling of an identifier that every file may have: a label (G-7), a row's number; else ""."""
    if len(ref) > _LONGEST_NUMBER:
        return ""
    if ref.isdigit():
        return ref if len(ref) < _LEAST_DIGITS else ""
    return _before_digits().sub("", fold(ref).lower().strip()) if _whole_label(ref) else ""


def _series_of(number: str) -> str:
    """Return what stands before the number in an identifier that every file may have: "okr", "g"."""
    return number.rstrip("0123456789.")


_OWN_SERIES = frozenset(("okr", "goal"))
"""What stands before the number of an identifier, and elsewhere is but another word for an objective."""


@cache
def _before_digits() -> Pattern[str]:
    return compile_pattern(r"(?<=[^\W\d])[-_ #]{1,3}(?=\d)")


_LONGEST_ENDING = 12
"""Characters of a Chinese name with which a longer one may end."""


class Scope(NamedTuple):
    """A document, or what one team has in a document that holds several.

    Attributes:
        document: its number.
        team: the team; "" for what stands there of none, and None for all of the document.
    """

    document: int
    team: str | None = None


class Named(NamedTuple):
    """What some words name.

    Attributes:
        scopes: what it is; several where the words do not say which.
        is_exact: whether it has no further words to its name: "Data" and "Data Platform" may be two teams.
        plans: what may be meant besides where the words name the company, and there are documents of that name.
    """

    scopes: tuple[Scope, ...] = ()
    is_exact: bool = False
    plans: tuple[Scope, ...] = ()


class _Names:
    """What the documents of a project go by, and what stands above all of them.

    Attributes:
        scopes: by the words of a name.
        with_word: the names that have a word.
        periods: those that each document names.
        roots: the plans, and the documents of the whole company.
        plans: those that configuration names.
        local_roots: other plans, by their folder.
    """

    def __init__(self, documents: Iterable[DocumentSummary]) -> None:
        self.scopes: dict[frozenset[str], dict[Scope, None]] = {}
        self.with_word: dict[str, list[frozenset[str]]] = {}
        self.periods: list[frozenset[str]] = []
        self.roots: list[Scope] = []
        self.plans: list[Scope] = []
        self.local_roots: dict[str, list[Scope]] = {}
        for number, document in enumerate(documents):
            self._add(number, document)
        for names in self.scopes:
            for word in names:
                self.with_word.setdefault(word, []).append(names)

    @cached_property
    def ending(self) -> dict[str, list[frozenset[str]]]:
        """The names of one Chinese word that end in another."""
        found: dict[str, list[frozenset[str]]] = {}
        for name in self.scopes:
            word = next(iter(name)) if len(name) == 1 else ""
            if word and is_han(word[-1]):
                for at in range(max(1, len(word) - _LONGEST_ENDING), len(word) - 1):
                    found.setdefault(word[at:], []).append(name)
        return found

    def _add(self, number: int, document: DocumentSummary) -> None:
        folder, _, file = posixpath.normpath(document.path).rpartition("/")
        names, periods = _names_of(document, folder, file.partition(".")[0])
        self.periods.append(periods)
        teams = dict.fromkeys(item.team or "" for item in document.items if item.kind == "objective")
        is_shared = len(teams) > 1
        if document.is_plan:
            self.plans.append(Scope(number))
        for name in names:
            self.scopes.setdefault(name, {})[Scope(number)] = None
        if is_shared:
            for team in teams:
                words = frozenset(naming_of(team).words) if team else frozenset((COMPANY,))
                if words and (team or not document.team):
                    self.scopes.setdefault(words, {})[Scope(number, team)] = None
        elif document.is_plan or any(COMPANY in name and name <= _OF_COMPANY for name in names):
            self.roots.append(Scope(number))
        elif any(name and name <= PLANS for name in names):
            self.local_roots.setdefault(folder, []).append(Scope(number))


class Index:
    """Finds documents and items by what they are called.

    The documents are looked through for names, labels or words when the first reference is met that has some: most
    projects have few kinds of them.

    Args:
        project: the project.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._by_path: dict[str, int] = {}
        self._by_file_name: dict[str, list[int]] = {}
        self._periods: list[Period | None] = []
        self._by_ref: dict[str, list[Place]] = {}
        self._own_refs: dict[tuple[int, str], list[Place]] = {}
        self._labels: dict[int, dict[tuple[str, ...], list[int]]] = {}
        self._anchors: dict[int, dict[str, int]] = {}
        self._teams: dict[int, list[str]] = {}
        self._numbers: set[str] = set()
        self._series: set[str] = set()
        for number, document in enumerate(project.documents):
            path = posixpath.normpath(document.path)
            self._by_path[path] = number
            self._by_file_name.setdefault(posixpath.basename(path).lower(), []).append(number)
            self._periods.append(document.period)
            for at, item in enumerate(document.items):
                if item.ref:
                    self._add_ref(item.ref.strip().casefold(), Place(number, at))
        self._found = lru_cache(maxsize=4096)(self._named)
        self._fit = lru_cache(maxsize=4096)(self._fitting_root)
        self._said = lru_cache(maxsize=4096)(self._saying)
        self._any = lru_cache(maxsize=4096)(self._anywhere)
        self._parents = {naming_of(team.name): team.parent for team in project.teams.values() if team.parent}

    def _add_ref(self, ref: str, place: Place) -> None:
        if number := number_of(ref):
            self._numbers.add(number)  # every file may have such a one
            self._series.add(_series_of(number))
        else:
            self._own_refs.setdefault((place.document, ref), []).append(place)
            if len(ref) >= _LEAST_REF:
                self._by_ref.setdefault(ref, []).append(place)

    def numbered(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the first of some identifiers that items of the project have, of those that every file may have."""
        return next(((number,) for each in ids if (number := number_of(each)) and number in self._numbers), ())

    def is_numbered(self, place: Place, ids: Sequence[str]) -> bool:
        """Tell whether an item may be meant by words that are an identifier, as others of the project have them.

        Where there is OKR-77, OKR-3 is no O3.
        """
        number = number_of(ids[0]) if ids else ""
        if not number or _series_of(number) not in _OWN_SERIES & self._series:
            return True
        item = self._project.item(place)
        return item is not None and number in (number_of(item.label or ""), number_of(item.ref or ""))

    @cached_property
    def _names(self) -> _Names:
        return _Names(self._project.documents)

    @cached_property
    def _by_text(self) -> dict[str, list[Place]]:
        """The places of the titles of documents and of items, by their plain words."""
        found: dict[str, list[Place]] = {}
        for number, document in enumerate(self._project.documents):
            if document.title and naming_of(document.title.text).words:
                found.setdefault(plain(document.title.text), []).append(Place(number))
            for at, item in enumerate(document.items):
                found.setdefault(plain(item.text), []).append(Place(number, at))
        return found

    @cached_property
    def _by_label(self) -> dict[tuple[str, ...], list[Place]]:
        """The places of items of all documents, by their labels."""
        found: dict[tuple[str, ...], list[Place]] = {}
        for number in range(len(self._project.documents)):
            for key, places in self._labels_of(number).items():
                found.setdefault(key, []).extend([Place(number, at) for at in places])
        return found

    def _labels_of(self, number: int) -> dict[tuple[str, ...], list[int]]:
        """Return the items of a document, by their labels."""
        labels = self._labels.get(number)
        if labels is None:
            labels = self._labels[number] = {}
            for keys, at in _keys_of(self._project.documents[number]):
                for key in keys:
                    labels.setdefault(key, []).append(at)
        return labels

    # Identifiers and words

    def with_ref(self, ids: Iterable[str], source: Place) -> list[Place]:
        """Return the items with an identifier, those of the same document first; never the one that asks."""
        for each in ids:
            if each:
                own = [place for place in self._own_refs.get((source.document, each), ()) if place != source]
                found = own or [place for place in self._by_ref.get(each, ())[: MOST_ALIKE + 1] if place != source]
                if found:
                    return found
        return []

    def saying(self, text: str, source: Place) -> list[Place]:
        """Return the items, and other documents, whose very words a text is, of a cycle that fits; nearest first.

        What many say names nothing.
        """
        found = [
            place for place in self._said(text, self.period_of(source)) if place not in (source, Place(source.document))
        ]
        return [place for place in found if place.document == source.document] or found

    def _saying(self, text: str, period: Period | None) -> tuple[Place, ...]:
        every = self._by_text.get(text, ()) if text else ()
        return tuple(_fitting(every, self._period_at, period)) if len(every) <= MOST_ALIKE else ()

    # Paths

    def at_path(self, path: str, source: int, *, is_link: bool) -> int | None:
        """Return the document at a path that a document names, or None.

        A link leads there, from its own folder. Mere words, and a path from the top of a site or a repository, may
        leave out where they begin.
        """
        if not path.startswith("/"):
            for each in (path, *(f"{path}{end}" for end in _LEFT_OUT)):
                found = self._by_path.get(self._joined(each, source))
                if found is not None:
                    return found
            if is_link:
                return None
        fitting = self.at_ending(path)
        return fitting[0] if len(fitting) == 1 else None

    def at_ending(self, path: str) -> list[int]:
        """Return the documents whose paths end as one that leaves out where it begins."""
        known = posixpath.normpath(path).lstrip("/.")
        ending = f"/{known.lower()}"
        every = self._by_file_name.get(posixpath.basename(ending), ())
        return [
            number
            for number in every[:_MOST_SEARCHED]
            if f"/{self._project.documents[number].path.lower()}".endswith(ending)
        ]

    def is_file(self, path: str, source: int, *, is_link: bool) -> bool:
        """Tell whether there is a file, or may be one, at a path that a document names."""
        if path.startswith("/") or not path.lower().endswith(ENDINGS):  # a page of a site, or a folder
            return True
        joined = self._joined(path, source)
        if self._project.has_file(joined):
            return True
        folder = posixpath.dirname(self._project.documents[source].path)
        above = [folder.rsplit("/", up)[0] for up in range(1, min(folder.count("/"), _MOST_FOLDERS) + 1)]
        return not is_link and any(
            self._project.has_file(posixpath.normpath(posixpath.join(each, path))) for each in (*above, "")
        )

    def at_anchor(self, number: int, anchor: str) -> int | None:
        """Return the item that an anchor is that of: made of a heading, or an item's label, words or identifier.

        Where several headings are alike, the anchor is that of the first.
        """
        if number not in self._anchors:
            known: dict[str, int] = {}
            for at, item in enumerate(self._project.documents[number].items):
                for text in (f"{item.label or ''}{item.text}", item.text, item.ref or "", item.label or ""):
                    known.setdefault(squeezed(text), at)
            self._anchors[number] = known
        wanted = squeezed(anchor)
        return self._anchors[number].get(wanted) if wanted else None

    def _joined(self, path: str, number: int) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._project.documents[number].path), path))

    # Labels

    def is_labelled(self, place: Place, labels: Sequence[str]) -> bool:
        """Tell whether an item has a label of its own, and that very one: not its position, nor goal 2 for O2."""
        item, last = self._project.item(place), tuple(labels)[-1:]
        if item is None:
            return False
        return (bool(item.label) and _labels_of(item)[-1:] == last) or (bool(item.ref) and _number_of(item) == last)

    def labelled(self, scope: Scope, labels: Sequence[str], source: Place) -> list[int]:
        """Return the items of a scope that have a label, but for what asks; of several the nearest ones."""
        every = self._labels_of(scope.document)
        found: Sequence[int] = ()
        for each in _spellings(tuple(labels)):
            found = found or every.get(each, ())
        items, teams = self._project.documents[scope.document].items, self._teams_in(scope.document)
        if scope.team is not None:
            found = [at for at in found if (teams[at] if teams else "") == scope.team]
        if scope.document == source.document and source.item is not None:
            return _others(found, source.item, items)
        if len(found) > 1 and scope.team is None and teams:  # the same label for each team: first, what is of none
            return [at for at in found if not teams[at]] or list(found)
        return list(found)

    def anywhere(self, labels: Sequence[str], source: Place) -> list[Place]:
        """Return the items of other documents that have a label, and a cycle that fits."""
        return [
            place for place in self._any(tuple(labels), self.period_of(source)) if place.document != source.document
        ]

    def _anywhere(self, labels: tuple[str, ...], period: Period | None) -> tuple[Place, ...]:
        every = next((known for each in _spellings(labels) if (known := self._by_label.get(each))), [])
        return tuple(_fitting(every[:_MOST_SEARCHED], self._period_at, period)[: 2 * MOST_ALIKE])

    # Names

    def named(self, naming: Naming, source: Place) -> Named:
        """Return what some words name; of several those whose cycle fits that of what asks.

        Where the words name no period, what has no day in common with the asking one's cycle is not meant. A plan is
        the company's, whatever it is called.
        """
        if not naming.words:
            return Named()
        period = self.period_of(source)
        found = self._found(naming, period)
        if naming.words == (COMPANY,) or (not found.scopes and all(word in PLANS for word in naming.words)):
            plans = tuple(self._fitting_scopes(self._names.plans, naming.periods, period))
            if plans:
                return found._replace(plans=plans) if found.is_exact else Named(plans, is_exact=True)
        if not found.scopes and any(word in PLANS for word in naming.words):
            rest = tuple(word for word in naming.words if word not in PLANS)
            if rest:
                return self._found(naming._replace(words=rest), period)
            return Named(self.roots(source, naming.periods), is_exact=True)
        if not found.scopes and naming.words == (COMPANY,):
            return Named(self.roots(source, naming.periods), is_exact=True)
        return found

    def _named(self, naming: Naming, period: Period | None) -> Named:
        wanted = frozenset(naming.words)
        exact = self._fitting_scopes(self._names.scopes.get(wanted, ()), naming.periods, period)
        if exact:
            return Named(tuple(exact), is_exact=True)
        postings = [self._names.with_word.get(word, ()) for word in wanted]
        shortest = min(postings, key=len)
        if not shortest and len(wanted) == 1:
            return self._ending_in(naming.words[0], naming.periods, period)
        if not shortest or len(shortest) > _MOST_SEARCHED:
            return Named()
        best: list[Scope] = []
        least = None
        for names in shortest:
            if wanted <= names and (least is None or len(names) <= least):
                fitting = self._fitting_scopes(self._names.scopes[names], naming.periods, period)
                if fitting:
                    best = [*best, *fitting] if len(names) == least else fitting
                    least = len(names)
        return Named(tuple(dict.fromkeys(best)))

    def _ending_in(self, word: str, periods: frozenset[str], period: Period | None) -> Named:
        """Return what Chinese names end in a word, where several do: 销售部 may be that of the north or the south."""
        longer = self._names.ending.get(word, ())
        found = [
            scope
            for name in longer[:_MOST_SEARCHED]
            for scope in self._fitting_scopes(self._names.scopes[name], periods, period)
        ]
        different = tuple(dict.fromkeys(found))
        return Named(different) if len({scope.document for scope in different}) > 1 else Named()

    def _fitting_scopes(self, scopes: Iterable[Scope], periods: frozenset[str], period: Period | None) -> list[Scope]:
        every = list(scopes)
        if periods:
            known = self._names.periods
            return [each for each in every if periods == known[each.document]] or [
                each for each in every if periods <= known[each.document]
            ]
        return _fitting(every, lambda scope: self._periods[scope.document], period)

    def roots(self, source: Place, periods: frozenset[str] = frozenset()) -> tuple[Scope, ...]:
        """Return the plans and the documents of the whole company that may stand above what asks.

        In a document that holds several teams they are what stands there of the company.
        """
        document = self._project.documents[source.document]
        own = self.own(source)
        if own.team:
            for name in (frozenset((COMPANY,)),):
                within = [each for each in self._names.scopes.get(name, ()) if each.document == source.document]
                if within and within[0] != own:
                    return tuple(within)
        folder = posixpath.dirname(posixpath.normpath(document.path))
        found = self._fit(folder, periods, self.period_of(source))
        return tuple(each for each in found if each.document != source.document)

    def _fitting_root(self, folder: str, periods: frozenset[str], period: Period | None) -> tuple[Scope, ...]:
        every = list(self._names.roots)
        for _ in range(_MOST_FOLDERS):
            every += self._names.local_roots.get(folder, ())
            if not folder:
                break
            folder = posixpath.dirname(folder)
        return tuple(self._fitting_scopes(every, periods, period))

    def own(self, source: Place) -> Scope:
        """Return what a place stands in: its document, or its team's share of that."""
        teams = self._teams_in(source.document)
        return Scope(source.document, teams[source.item] if teams and source.item is not None else None)

    def _teams_in(self, number: int) -> list[str]:
        """Return the team of each item of a document, a key result having that of its objective; [] for none at all."""
        if number not in self._teams:
            teams: list[str] = []
            for item in self._project.documents[number].items:
                teams.append((item.team or "") if item.kind == "objective" or not teams else teams[-1])
            self._teams[number] = teams if any(teams) else []
        return self._teams[number]

    def of_parent_team(self, source: Place) -> tuple[Scope, ...]:
        """Return what is of the team above that of a place, by configuration."""
        if not self._parents:
            return ()
        document = self._project.documents[source.document]
        team = self.own(source).team or (document.team and document.team.text)
        parent = self._parents.get(naming_of(team)) if team else None
        if not parent:
            return ()
        own = self.own(source)
        found = self.named(naming_of(parent), source)
        return tuple(each for each in found.scopes if each != own) if found.is_exact else ()

    # Periods

    def period_of(self, place: Place) -> Period | None:
        """Return the cycle of a place."""
        item = self._project.item(place)
        return item.period if item else self._periods[place.document]

    def _period_at(self, place: Place) -> Period | None:
        return self._periods[place.document]


_OF_COMPANY = PLANS | {COMPANY}
_LEFT_OUT = (".md", "/index.md", "/README.md")
"""What a link to a page leaves out of the path of its file."""

_LONGEST_NUMBER = 24
"""Characters of an identifier that may be a label, or of a number."""


def _fitting(every: Sequence[_T], period_of: Callable[[_T], Period | None], period: Period | None) -> list[_T]:
    """Return those whose cycle is the same as another; else those that have it within; else those that meet it.

    What has a cycle without days may fit any.
    """
    if period is None or not every:
        return list(every)
    tiers: tuple[list[_T], ...] = ([], [], [])
    for each in every:
        own = period_of(each)
        if own is None or own.overlaps(period) is None:
            tiers[0 if own == period else 2].append(each)
        elif (own.start, own.end) == (period.start, period.end):
            tiers[0].append(each)
        elif own.contains(period):
            tiers[1].append(each)
        elif own.overlaps(period):
            tiers[2].append(each)
    return tiers[0] or tiers[1] or tiers[2]


def _others(found: Iterable[int], asking: int, items: Sequence[ItemSummary]) -> list[int]:
    """Return what else than an item has its label: key results of the same objective first.

    An objective supports none of its own key results.
    """
    own = items[asking]
    others = [at for at in found if at != asking]
    if own.kind == "objective":
        return [at for at in others if items[at].objective != own.objective]
    siblings = [at for at in others if items[at].objective == own.objective and items[at].kind == "key_result"]
    return siblings or others


def _names_of(document: DocumentSummary, folder: str, stem: str) -> tuple[frozenset[frozenset[str]], frozenset[str]]:
    """Return what a document goes by, and the periods that it names.

    It goes by its file's name, alone and with its folder, by its title and by its team's name. A file that only a
    period names, or nothing at all (`teams/data/okrs/2026-Q2.md`), goes by the nearest folder that has a name.
    """
    of_file = naming_of(stem)
    apart = naming_of(_joined_words().sub(r"\1 \2", stem))
    folders = [naming_of(each) for each in folder.split("/")[-_MOST_FOLDERS:]]
    near = next((each for each in reversed(folders) if each.words), NOBODY)
    names = [
        of_file.words or near.words,
        apart.words,
        (*near.words, *of_file.words),
        *(naming_of(phrase.text).words for phrase in (document.title, document.team) if phrase),
        *((("plan",),) if document.is_plan else ()),
    ]
    periods = [of_file.periods, *(each.periods for each in folders)]
    if document.title:
        periods.append(naming_of(document.title.text).periods)
    if document.period:
        periods.append(naming_of(document.period.name).periods)
    return frozenset(frozenset(each) for each in names if each), frozenset().union(*periods)


@cache
def _joined_words() -> Pattern[str]:
    return compile_pattern("([a-z])([A-Z])")


@cache
def _number() -> Pattern[str]:
    return compile_pattern(r"\d{1,3}(?:\.\d{1,3}){0,3}(?=\D{0,3}\Z)", ASCII)


def _spellings(labels: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the labels by which the same item may be known: what one calls O2, another calls goal 2."""
    first = labels[0] if labels else ""
    if first.startswith("goal"):
        return labels, (f"o{first[4:]}", *labels[1:]), (f"g{first[4:]}", *labels[1:])
    if first.startswith("o"):
        return labels, (f"goal{first[1:]}", *labels[1:]), (f"g{first[1:]}", *labels[1:])
    return (labels,)


def _keys_of(document: DocumentSummary) -> Iterable[tuple[set[tuple[str, ...]], int]]:
    """Yield by which labels each item is known, and its number.

    An item without a label of its own is known by its position; one that has one is not, lest O2 be two things.
    """
    objective: set[tuple[str, ...]] = set()
    for at, item in enumerate(document.items):
        labels, number = _labels_of(item), _number_of(item)
        if item.kind == "objective":
            objective = {labels, number} if number else {labels}
            yield objective, at
        else:
            keys = _keys_of_key_result(labels, objective)
            yield ({*keys, number} if number else keys), at


def _labels_of(item: ItemSummary) -> tuple[str, ...]:
    """Return the labels of an item; a mere number stands for that of its kind."""
    label = item.label or item.id
    found = _whole_label(label)
    if not found and (number := _number().search(fold(label))):
        found = labels_in(f"{'O' if item.kind == 'objective' else 'KR'}{number[0]}")
    return found or _whole_label(item.id) or (plain(label),)


def _number_of(item: ItemSummary) -> tuple[str, ...]:
    """Return an item's identifier as a label: one that every file may have, in its usual spelling."""
    number = number_of(item.ref) if item.ref else ""
    return (number,) if number else ()


def _whole_label(text: str) -> tuple[str, ...]:
    found = labelled_in(fold(text).lower().strip())
    return found.path if len(found.paths) == 1 and not plain(found.before[0] + found.behind[0]) else ()


def _keys_of_key_result(labels: tuple[str, ...], objective: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    last = labels[-1]
    keys = {labels, (last,), *((*above, last) for above in objective)}
    first, sign, rest = last.partition(".")
    if sign and last.startswith("kr"):  # KR1.2 is the second one of O1
        keys |= {(f"o{first[2:]}", f"kr{rest}"), (f"o{first[2:]}.{rest}",)}
    elif last.startswith("kr"):
        keys |= {(f"kr{above[0][1:]}.{last[2:]}",) for above in objective if above[0].startswith("o")}
        keys |= {(f"o{above[0][1:]}.{last[2:]}",) for above in objective if above[0].startswith("o")}
    return keys


def squeezed(text: str) -> str:
    """Return the letters and digits of a text, in lower case: what is left of a heading in its anchor."""
    return "".join(char for char in fold(text).lower() if char.isalnum())
