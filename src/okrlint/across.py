"""Asking the rules that look at all documents of a run together, once all have been read."""

import posixpath
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from okrlint.jobs import looks_across, run_under
from okrlint.linting.interface import Hit, ProjectContext
from okrlint.linting.placing import crash_words, rule_words
from okrlint.linting.running import CERTAINTIES, Check, Given, Run, is_within, sound
from okrlint.model import Span, Words
from okrlint.outcomes import Known
from okrlint.project.addresses import addresses_of
from okrlint.project.interface import Place, Project
from okrlint.project.summaries import DocumentSummary
from okrlint.project.summarising import unpacked

if TYPE_CHECKING:
    from okrlint.history.interface import History

_KEPT = 20_000
"""Summaries that are kept as they are; of a larger project each is made anew where it is asked for."""


class Documents(Sequence[DocumentSummary]):
    """The documents of a project, each made of its bytes when it is asked for.

    Args:
        known: what is known of each, by path.

    Attributes:
        known: as given.
    """

    def __init__(self, known: Sequence[Known]) -> None:
        self.known = known
        self._made: OrderedDict[int, DocumentSummary] = OrderedDict()

    def __len__(self) -> int:
        return len(self.known)

    @overload
    def __getitem__(self, number: int) -> DocumentSummary: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[DocumentSummary]: ...
    def __getitem__(self, number: int | slice) -> DocumentSummary | Sequence[DocumentSummary]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        made = self._made.get(number)
        if made is None:
            job, summary = self.known[number]
            made = unpacked(summary)._replace(is_plan=job.is_plan, is_linted=job.is_linted)
            self._made[number] = made
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made


def given_by_project(
    documents: "Documents", *, is_whole: bool, has_file: Callable[[str], bool], history: "History | None" = None
) -> dict[int, tuple[Given, ...]]:
    """Return what rules that look at the project hit, by the number of the document.

    Each document is judged by its own configuration: rules are asked about the project once for each configuration,
    and only what they say of its documents counts.

    Args:
        documents: by path.
        is_whole: see `Project`.
        has_file: see there.
        history: of the documents, for configurations that want it.

    Raises:
        PluginError: for a rule that cannot be imported.
    """
    numbers: dict[int, list[int]] = {}
    runs: dict[int, Run] = {}
    for number, each in enumerate(documents.known):
        if each.job.is_linted:
            run = run_under(each.job.settings, each.job.today)  # of folders with equal settings it is the same
            runs[id(run)] = run
            numbers.setdefault(id(run), []).append(number)
    given: dict[int, tuple[Given, ...]] = {}
    for key, concerned in numbers.items():
        run = runs[key]
        if looks_across(run):
            past = history if run.has_history else None
            project = Project(documents, run.teams, is_whole=is_whole, has_file=has_file, history=past)
            given.update(judged(project, run, frozenset(concerned)))
    return given


def judged(project: Project, run: Run, concerned: frozenset[int]) -> dict[int, tuple[Given, ...]]:
    """Return what the rules of a run that look at a project hit in some of its documents, by their numbers."""
    given: dict[int, list[Given]] = {}
    fields = fields_of(project)
    for check in run.checks:
        if check.scope != "document" and (not check.across or not check.across.isdisjoint(fields)):
            for number, hit in _asked(check, project, run, concerned):
                given.setdefault(number, []).append(hit)
    if project.history is not None and project.history.gap is not None:
        given.setdefault(min(concerned), []).append(of_engine("EN014", project.history.gap))
    return {number: tuple(hits) for number, hits in given.items()}


def fields_of(project: Project) -> frozenset[str]:
    """Return which kinds of fields the documents of a project have; see `RuleRef.scope`."""
    found = {"team"} if project.teams else set[str]()
    if len(project.documents) > 1:
        found.add("several")
    if project.history is not None:
        found.add("history")
    for document in project.documents:
        if document.is_plan:
            found.add("plan")
        if document.owners:
            found.add("owner")
        if document.plans:
            found.add("link")
        for item in document.items:
            found.update([name for name, value in zip(_KINDS, _values(item), strict=True) if value])
    return frozenset(found)


_KINDS = ("owner", "owner", "link", "deadline", "confidence", "weight", "score", "checkin")


def _values(item: Any) -> tuple[Any, ...]:
    return (
        item.owners, item.owners_inherited, item.supports, item.deadline, item.confidence, item.weight, item.score,
        item.checkins,
    )  # fmt: skip


def _asked(check: Check, project: Project, run: Run, concerned: frozenset[int]) -> Iterator[tuple[int, Given]]:
    """Yield what a rule says of some documents; where it crashes, that is said of the first of them."""
    rule = check.rule
    try:
        for hit in rule.check_across(project, ProjectContext(run.today, run.lexicons, run.members)):
            place = _place_of(sound(hit, rule), project)
            if place.document in concerned:
                yield place.document, _given(check, hit, place, project)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a plugin raises is its failure, not the run's
        home = type(rule).__module__.partition(".")[0]
        words = crash_words(rule_words(rule, check.plugin), error, check.plugin, home, type(rule).check_across)
        yield min(concerned), of_engine("EN006", words, check.code)


def of_engine(code: str, words: Words, of: str = "") -> Given:
    """Return what the engine has to say of a document because of all of them, and of which rule."""
    return Given(code, of, Span(0, 0), {"words": words}, "high", None, None, None, "", collective=True)


def _place_of(hit: Hit, project: Project) -> Place:
    place = hit.place
    if not isinstance(place, Place):
        raise TypeError(f"a hit of message {hit.message!r} has no place in the project")
    items = project.documents[place.document].items
    if place.item is not None and not 0 <= place.item < len(items):
        raise LookupError(f"a hit of message {hit.message!r} is of an item that there is not")
    return place


def _given(check: Check, hit: Hit, place: Place, project: Project) -> Given:
    certainty = hit.certainty or check.rule.meta.certainty
    if certainty not in CERTAINTIES:
        raise ValueError(f"{certainty!r} is no certainty")
    item = project.item(place)
    return Given(
        check.code,
        hit.message,
        hit.span,
        {
            name: value if isinstance(value, int | float | str | Words) else str(value)
            for name, value in hit.params.items()
        },
        certainty,
        hit.severity,
        item.objective if item else None,
        item.id if item and item.kind == "key_result" else None,
        item.text if item and is_within(hit.span, item.span) else "",
        hit.collective,
    )


def linked_files(documents: Documents) -> Iterator[tuple[str, int]]:
    """Yield the path of each file that a document names, whether there is one or not, and the document's number."""
    for number, document in enumerate(documents):
        folder = posixpath.dirname(document.path)
        for reference in (*document.plans, *(each for item in document.items for each in item.supports)):
            for address in addresses_of(reference):
                if address.path and not address.path.startswith("/"):
                    yield posixpath.normpath(posixpath.join(folder, address.path)), number
