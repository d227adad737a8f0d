"""The seam at which rules are added: what a rule is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, NamedTuple, TypeVar, dataclass_transform

from okrlint.model import Document, Item, KeyResult, Objective, Span, Words

if TYPE_CHECKING:
    from okrlint.linting.lexicon import Lexicon
    from okrlint.project.interface import Place, Project, Team


class Severity(IntEnum):
    """How bad a finding is, whoever looks at it."""

    HINT = 0
    """A thought, shown only when asked for."""
    INFO = 1
    """A judgement: worth a look."""
    WARNING = 2
    """Likely a defect."""
    ERROR = 3
    """Clearly a defect."""

    @property
    def label(self) -> str:
        """Its name in options and output: "hint", "info", "warning", "error"."""
        return self.name.lower()


Certainty = Literal["high", "medium", "low"]
"""How sure a rule is of a finding: apart from how bad it is, and from who wants to know."""

Target = Literal["document", "objective", "key_result", "item", "project"]
"""What a rule looks at, one at a time; an item is an objective or a key result, a project all documents of a run."""

Scope = Literal["document", "project", "both"]
"""When a rule is asked: as each document is linted, once all have been read, or both."""


class Edit(NamedTuple):
    """A replacement of a stretch of the source."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way to mend a finding: edits that belong together.

    Attributes:
        safe: whether the meaning cannot change.
        title: what it does.
        edits: what it replaces; no fix invents a number, a name or a date.
    """

    safe: bool
    title: Words
    edits: tuple[Edit, ...]


class Hit(NamedTuple):
    """What a rule found, before the engine gives it a severity, a language and a place in line and column.

    Attributes:
        message: a key of the rule's `messages`.
        span: where.
        params: what the message's placeholders stand for; a `Words` is shown in the message's language.
        certainty: where this one is less sure, or surer, than the rule's own `Meta.certainty`.
        severity: where this one weighs otherwise than the rule does; configuration overrides both.
        about: the objective, or the key result of the objective looked at, that is meant; None means the item
            itself.
        collective: whether it is said of all that the rule looks at, and `about` is but one to say it at, such as
            the first one too many.
        place: the document, or the item of it, that is meant, of a rule that looks at a project: `span` is one of
            that document. Only such a rule has it, and must.
    """

    message: str
    span: Span
    params: Mapping[str, object]
    fix: Fix | None = None
    certainty: Certainty | None = None
    severity: Severity | None = None
    about: Item | None = None
    collective: bool = False
    place: "Place | None" = None


class RuleError(Exception):
    """A rule cannot do its work on a document, and says why; the run then fails (EN006), and all else is reported.

    Attributes:
        words: what is wrong and what to do, to follow the rule's name: "took too long; …".
    """

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words

    def __str__(self) -> str:
        return self.words.en


class Meta(NamedTuple):
    """What there is to know of a rule without running it.

    Attributes:
        code: two to ten capital letters and three or four digits; the letters are the family. EN is okrlint's own.
        name: what it finds, in words joined by hyphens, so that "allow NAME" makes sense.
        summary: one sentence: the state of things that it wants.
        severity: under the preset `default`.
        certainty: how sure its findings are, unless one says otherwise.
        tier: 1 taught by the trainer's case, 2 agreed by two or more authorities, 3 advanced.
        sources: the authorities behind it, by key of `docs/sources.md`.
        since: the version of its package that brought it; "" where nobody says.
        on: whether it runs when nothing is selected.
        supersedes: codes of rules whose findings on the same item this rule's finding replaces.
        folds: whether findings say the same of each place, as of a missing field. Where every key result of an
            objective has it, it is said once, of the objective, by the message `<id>-all` if there is one; and
            reports for people say it once a file, with a list of the places.
        aliases: names and codes that it had before.
        dropped: whether it is asked about items that were dropped, too, as their status or that of their objective
            says; a rule that looks at a document or a project sees all of them and must ask `is_dropped`.
    """

    code: str
    name: str
    summary: Words
    severity: Severity
    certainty: Certainty = "high"
    tier: int = 2
    sources: tuple[str, ...] = ()
    since: str = ""
    on: bool = True
    supersedes: tuple[str, ...] = ()
    folds: bool = False
    aliases: tuple[str, ...] = ()
    dropped: bool = False


_NO_OPTIONS = ("about", "ranges")
"""What the classes of options say of themselves."""


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RuleOptions:
    """The parameters of a rule: annotated class attributes, whose values are the defaults.

    Reads and type-checks as a frozen dataclass, and is validated by pydantic when configuration sets a value; it
    is none, since making sixty dataclasses costs a run as much as reading the document does.

    Attributes:
        about: for each option its meaning, unit, range and source.
        ranges: for an option that is a number its least and its greatest value; None for no bound.
    """

    about: ClassVar[Mapping[str, Words]] = {}
    ranges: ClassVar[Mapping[str, tuple[float | None, float | None]]] = {}

    def __init__(self, **values: Any) -> None:
        unknown = values.keys() - set(self.names())
        if unknown:
            raise TypeError(f"{type(self).__qualname__} has no option {min(unknown)!r}")
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"options are frozen: make new ones to change {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.values() == other.values()

    def __hash__(self) -> int:
        return hash(repr(self))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{k}={v!r}' for k, v in self.values().items())})"

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the options, in order of their definition."""
        classes = [base for base in reversed(cls.__mro__) if issubclass(base, RuleOptions)]
        names = (name for base in classes for name in base.__annotations__)
        return tuple(dict.fromkeys(name for name in names if name not in _NO_OPTIONS))

    def values(self) -> dict[str, Any]:
        """Return each option's value by name."""
        return {name: getattr(self, name) for name in self.names()}


class Examples(NamedTuple):
    """Documents that a rule's findings, documentation and tests share.

    By language ("en", "zh"). An example is a whole document where it has more than one line, or else one
    statement of the kind that the rule looks at. In a bad one, ⟦ and ⟧ stand around each place where a finding
    is due; a good one has none.

    Attributes:
        today: the day that counts as today in all of them; None for a rule that does not ask.
        options: values of the rule's options in all of them, for a rule that says nothing by its defaults.
        layout: whether findings hang on how a document is laid out: then `okrlint.testing` does not ask for them in
            other formats.
        also: more of them, under other options or on another day. They are tests alone, and not shown to readers.
    """

    bad: Mapping[str, tuple[str, ...]]
    good: Mapping[str, tuple[str, ...]]
    today: date | None = None
    options: Mapping[str, Any] | None = None
    layout: bool = False
    also: "tuple[Examples, ...]" = ()


_NO_TEAMS: "Mapping[str, Team]" = {}


class Context:
    """What a rule may ask for beside the item that it looks at.

    Attributes:
        document: the document that the item stands in.
        objective: the objective that a key result belongs to; the item itself, for an objective.
        today: the day that counts as today; None where the caller named none: rules about today keep silent.
        teams: those of the project, as configuration has them, by name.
        members: who there is, by the names and handles that configuration says; empty where it does not.
        has_history: whether `check_across` will be asked about the history of the project, so that what the commits
            may tell can be left to it.
    """

    __slots__ = ("_lexicons", "document", "has_history", "members", "objective", "teams", "today")

    def __init__(
        self,
        document: Document,
        objective: Objective | None,
        today: date | None,
        lexicons: "Mapping[str, Lexicon]",
        teams: "Mapping[str, Team] | None" = None,
        members: tuple[str, ...] = (),
        has_history: bool = False,
    ) -> None:
        self.document = document
        self.has_history = has_history
        self.objective = objective
        self.today = today
        self.teams = _NO_TEAMS if teams is None else teams
        self.members = members
        self._lexicons = lexicons

    def lexicon(self, name: str) -> "Lexicon":
        """Return the word list of that name, with the words that configuration adds to it.

        Raises:
            KeyError: if no installed plugin has such a list.
        """
        return self._lexicons[name]


class ProjectContext:
    """What a rule over a project may ask for beside it.

    Attributes:
        today: see `Context`; `members` likewise.
    """

    __slots__ = ("_lexicons", "members", "today")

    def __init__(self, today: date | None, lexicons: "Mapping[str, Lexicon]", members: tuple[str, ...] = ()) -> None:
        self.today = today
        self.members = members
        self._lexicons = lexicons

    def lexicon(self, name: str) -> "Lexicon":
        """Return the word list of that name; see `Context.lexicon`."""
        return self._lexicons[name]


Subject = TypeVar("Subject", Document, Objective, KeyResult, Item, "Project")


class Rule(Generic[Subject]):
    """A rule: subclass `ObjectiveRule`, `KeyResultRule`, `ItemRule`, `DocumentRule` or `ProjectRule`.

    The docstring says what the rule checks, why (with its source) and when to switch it off.

    Attributes:
        meta: what there is to know of it.
        manual_zh: the docstring in Chinese.
        messages: sentences by id: the defect with the very words, the reason, a template of a better line.
        examples: bad and good ones; they are its tests and its documentation.
        Options: its parameters.
        options: their values in this run.
    """

    target: ClassVar[Target]
    meta: ClassVar[Meta]
    manual_zh: ClassVar[str] = ""
    messages: ClassVar[Mapping[str, Words]]
    examples: ClassVar[Examples] = Examples({}, {})
    Options: ClassVar[type[RuleOptions]] = RuleOptions
    options: Any

    def __init__(self, options: RuleOptions | None = None) -> None:
        self.options = options or self.Options()

    def check(self, item: Subject, context: Any) -> Iterator[Hit]:
        """Yield what is wrong with `item`; the context is a `Context`, or a `ProjectContext` for a `ProjectRule`."""
        raise NotImplementedError

    def check_across(self, project: "Project", context: ProjectContext) -> Iterator[Hit]:  # noqa: ARG002
        """Yield what only all documents of a run, or their history, show to be wrong.

        A rule of the scope "both" has it beside `check`; each of its hits has a place in the project.
        """
        return iter(())

    @staticmethod
    def hit(
        span: Span,
        message: str,
        /,
        *,
        fix: Fix | None = None,
        certainty: Certainty | None = None,
        severity: Severity | None = None,
        about: Item | None = None,
        collective: bool = False,
        place: "Place | None" = None,
        **params: object,
    ) -> Hit:
        """Make a finding of the message with that id at that place."""
        return Hit(message, span, params, fix, certainty, severity, about, collective, place)


class DocumentRule(Rule[Document]):
    """A rule that looks at a document as a whole."""

    target = "document"


class ObjectiveRule(Rule[Objective]):
    """A rule that looks at each objective."""

    target = "objective"


class KeyResultRule(Rule[KeyResult]):
    """A rule that looks at each key result."""

    target = "key_result"


class ItemRule(Rule[Item]):
    """A rule that looks at each objective and at each key result."""

    target = "item"


class ProjectRule(Rule["Project"]):
    """A rule that looks at all documents of a run together, once all of them have been read.

    What it finds is told in the document that the place of a hit names, as if it had been found there: by that
    document's configuration, and with its suppressions.
    """

    target = "project"

    def check_across(self, project: "Project", context: ProjectContext) -> Iterator[Hit]:
        """Yield what is wrong; the same as `check`."""
        return self.check(project, context)


class RuleRef(NamedTuple):
    """Where a rule is to be had, so that a run imports only the rules that it selects.

    Attributes:
        code: as in its `Meta`; `name`, `on` and `aliases` likewise.
        where: "package.module:ClassName", or what returns the class.
        needs: fields (see `okrlint.linting.fields`) without any of which a document gives the rule nothing to say:
            it is then not even imported. Empty means that it looks at every document.
        plugin: what messages call the plugin that it came from; okrlint sets it, and leaves it empty for its own.
        scope: "project" for a `ProjectRule`, "both" for another rule that has `check_across`.
        across: without any of which in the project a rule has nothing to say there: fields of which some document has
            one, as for `needs`, or "link" (something says what it supports), "several" (there is more than one
            document), "plan" (configuration names one), "team" (it names teams) or "history" (it is known).
    """

    code: str
    name: str
    where: "str | Callable[[], type[Rule[Any]]]"
    on: bool = True
    aliases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    plugin: str = ""
    scope: Scope = "document"
    across: tuple[str, ...] = ()

    def load(self) -> type[Rule[Any]]:
        """Import the rule.

        Raises:
            ImportError, AttributeError: where it is not there.
        """
        if not isinstance(self.where, str):
            return self.where()
        from importlib import import_module

        module, _, name = self.where.partition(":")
        rule: type[Rule[Any]] = getattr(import_module(module), name)
        return rule
