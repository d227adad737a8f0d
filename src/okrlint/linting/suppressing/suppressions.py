"""Which findings the directives of a document suppress, and what there is to say of the directives themselves."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.interface import RuleRef
from okrlint.linting.selection import engine_codes, named_rules
from okrlint.linting.suppressing.comments import Comment, addressed, surroundings_of
from okrlint.linting.suppressing.entries import Said, entries_of
from okrlint.linting.suppressing.places import WHOLE_FILE, Contents, Places, Target, beside, rows_of
from okrlint.linting.suppressing.removing import comment_removal
from okrlint.linting.suppressing.syntax import NO_CODES, Directive, parse, parts
from okrlint.model import Document, Field, KeyResult, Objective, Span, Text
from okrlint.reading.data.escapes import verbatim
from okrlint.reading.directives import COLUMNS, KEY
from okrlint.reading.source import Source

MAX_SELECTORS = 10_000
"""How many selectors the directives of a document may have together; a document of a year has some dozens."""

OWN_CODES = frozenset(("HY005", "HY006"))
"""What is said of directives themselves: only their full codes and names suppress it, lest `ALL` hides its own use."""

_STATED_LINES = 100
"""In how many lines of a statement findings of the whole document are looked for."""

_DATA = ("json", "toml", "yaml")
"""Formats in which a field may well be called like one of `COLUMNS`, and `KEY` is there for directives."""


class Named(NamedTuple):
    """What a selector names.

    Attributes:
        rules: the rules.
        codes: of all that it suppresses, those of the engine too.
        known: whether it names anything at all.
    """

    rules: tuple[RuleRef, ...]
    codes: frozenset[str]
    known: bool


class Use:
    """A selector of a directive, and whether anything was found under it."""

    __slots__ = ("named", "reason", "used")

    def __init__(self, named: Named, reason: str | None) -> None:
        self.named = named
        self.reason = reason
        self.used = False


class Found(NamedTuple):
    """A directive as found.

    Attributes:
        directive: what it says.
        uses: its selectors' uses, in order.
        targets: what it is about; none where nothing follows it.
        removal: what to delete so that it is gone; None where that cannot be done.
        group: the number of the value that it is a part of, and what to delete so that all of it is gone; None for a
            directive that stands by itself.
    """

    directive: Directive
    uses: tuple[Use, ...]
    targets: tuple[Target, ...]
    removal: Span | None
    group: tuple[int, Span | None] | None = None


_Table = dict[str, list[Use]]


class Suppressions:
    """The directives of a document.

    Args:
        document: as it was read.
        source: its source.
        rules: all that are installed.

    Attributes:
        rules: all that are installed.
        document: without the cells in which directives stand.
        found: the directives, in order of the source.
        overflow: where the first one stands that is over the limit and not read; None without one.
    """

    def __init__(self, document: Document, source: Source, rules: Sequence[RuleRef]) -> None:
        self.found: list[Found] = []
        self.overflow: Span | None = None
        self._text = source.text
        self.rules = rules
        self._named: dict[str, Named] = {}
        self._selectors = 0
        self._lines = source.lines
        self._places = Places(document, self._lines)
        self._tables: dict[Target, _Table] = {}
        self._line_tables: dict[int, list[_Table]] = {}
        surroundings = surroundings_of(document, source)
        if document.format not in _DATA:
            self._read_cells(document)
        self._read_comments(surroundings.comments, ">" if document.format == "markdown" else "")
        for said in entries_of(document, source, surroundings.data):
            self._read_entry(said)
        self.found.sort(key=lambda each: each.directive.text.span)
        self.document = _without_cells(document)

    # ------------------------------------------------------------ what is suppressed
    def covering(self, code: str, objective: str | None, key_result: str | None, offset: int) -> Use | None:
        """Return what suppresses a finding, after all that would do so were marked as used.

        Args:
            code: its code.
            objective: the id of what it is about; None for the document as a whole.
            key_result: likewise.
            offset: where it begins.
        """
        tables = [self._tables.get(WHOLE_FILE)]
        if objective is None:
            tables += self._line_tables.get(self._lines.number(offset), ())
        else:
            tables.append(self._tables.get(Target(objective)))
            beneath = Target(objective, key_result, alone=key_result is None)
            tables.append(self._tables.get(beneath))
            around = self._places.innermost_exactly(offset)
            if around is None:  # it stands apart from all items, as a check-in of the document does
                tables += self._line_tables.get(self._lines.number(offset), ())
            elif around.target.key_result and not key_result:  # it is about the objective, at one of its key results
                tables.append(self._tables.get(around.target))
        return _first(tables, code)

    def covering_place(self, code: str, offset: int) -> Use | None:
        """Return what suppresses a finding of the engine, which is about a place."""
        around = self._places.innermost(offset)
        found = self.covering(code, around.target.objective, around.target.key_result, offset) if around else None
        return self.covering(code, None, None, offset) or found

    # ------------------------------------------------------------ where directives stand
    def _read_comments(self, comments: list[Comment], lead: str) -> None:
        contents = Contents(self._text, self._lines, [each.span for each in comments])
        for comment in comments:
            comment = addressed(comment, self._text)
            first, last = self._lines.number(comment.span.start), self._lines.number(comment.span.end - 1)
            self._read(
                verbatim(self._text, *comment.words),
                bare=False,
                targets=partial(beside, comment.span, self._places, self._lines, contents),
                end=comment.span.end,
                removal=comment_removal(self._text, self._lines, comment.span, lead),
                lines=[first, *range(last, last + 2)],
            )

    def _read_entry(self, said: Said) -> None:
        around = self._places.innermost_exactly(said.at)
        if said.is_whole:
            targets = [WHOLE_FILE]
        elif around:
            targets = [around.target]
        else:
            targets = [place.target for place in self._places.all_in(said.mapping)]
        lines, group = [self._lines.number(said.at)], (said.group, said.key_removal)
        if said.text.value == KEY:
            self._add(Directive(said.text, complaint=NO_CODES), targets, said.removal, lines, group)
        else:
            end = said.text.span.end
            self._read(
                said.text, bare=True, targets=lambda: targets, end=end, removal=said.removal, lines=lines, group=group
            )

    def _read_cells(self, document: Document) -> None:
        """Read the columns for directives; a cell that reaches over several rows is about all of their items."""
        texts: dict[Span, tuple[Text, list[Target]]] = {}
        for objective in document.objectives:
            for item in (objective, *objective.key_results):
                target = Target(objective.id, item.id if isinstance(item, KeyResult) else None)
                for text in _cells(item.fields):
                    targets = rows_of(text.span, item, objective, target)
                    texts.setdefault(text.span, (text, []))[1].extend(targets)
        for text in _cells(document.fields):
            texts.setdefault(text.span, (text, []))[1].append(WHOLE_FILE)
        for text, targets in texts.values():
            end, lines = text.span.end, [self._lines.number(text.span.start)]
            self._read(text, bare=True, targets=partial(list, targets), end=end, removal=text.span, lines=lines)

    def _read(
        self,
        text: Text,
        *,
        bare: bool,
        targets: Callable[[], list[Target]],
        end: int,
        removal: Span | None,
        lines: list[int],
        group: tuple[int, Span | None] | None = None,
    ) -> None:
        """Take in what words say; of several directives each can be taken out by itself.

        Args:
            text: the words of a comment, a cell or a value.
            bare: as in `parse`.
            targets: returns what they are about where they stand.
            end: where the comment, the cell or the value ends.
            removal: as in `Found`, of all of it.
            lines: as in `_add`.
            group: as in `Found`.
        """
        said = [(parse(part.text, bare=bare), part.removal) for part in parts(text, bare=bare)]
        if len(said) > 1 and said[0][0] and group is None:
            group = text.span.start, removal
        for directive, own in said:
            if directive is not None:
                meant = self._meant(directive, end)
                self._add(
                    directive,
                    targets() if meant is None else meant,
                    own if removal and len(said) > 1 else removal,
                    lines,
                    group,
                )

    def _meant(self, directive: Directive, end: int) -> list[Target] | None:
        """Return what a directive that ends at an offset is about; None where that depends on where it stands."""
        if directive.verb == "disable":
            return None
        if directive.verb == "disable-file":
            return [WHOLE_FILE]
        following = self._places.next_after(end)
        return [following.target] if following else []

    def _add(
        self,
        directive: Directive,
        targets: list[Target],
        removal: Span | None,
        lines: Iterable[int],
        group: tuple[int, Span | None] | None = None,
    ) -> None:
        """Take in a directive; on some lines it suppresses findings about the document as a whole, too."""
        self._selectors += max(1, len(directive.selectors))
        if self._selectors > MAX_SELECTORS:
            self.overflow = self.overflow or directive.text.span
            return
        uses = tuple(Use(self._resolved(each.words), directive.reason) for each in directive.selectors)
        table: _Table = {}
        for use in uses:
            for code in use.named.codes:
                table.setdefault(code, []).append(use)
        targets = list(dict.fromkeys(same for target in targets for same in self._places.same_as(target)))
        for target in targets:
            known = self._tables.setdefault(target, {})
            for code, same in table.items():
                known.setdefault(code, []).extend(same)
        for number in {*lines, *(number for target in targets for number in self._stated(target))}:
            self._line_tables.setdefault(number, []).append(table)
        self.found.append(Found(directive, uses, tuple(targets), removal, group))

    def _stated(self, target: Target) -> Iterable[int]:
        """Return the lines in which an item is stated."""
        place = self._places.of(target)
        if place is None:
            return ()
        span = place.item.text.span
        first = self._lines.number(span.start)
        return range(first, min(self._lines.number(span.end), first + _STATED_LINES) + 1)

    def _resolved(self, words: str) -> Named:
        named = self._named.get(words)
        if named is None:
            named = self._named[words] = _named(words, self.rules)
        return named


def _named(words: str, rules: Sequence[RuleRef]) -> Named:
    if words.upper() == "ALL":
        engine = [each for each in ENGINE_CODES.values() if each.code not in OWN_CODES]
        found = list(rules)
    else:
        engine = engine_codes(words)
        found = named_rules(words, rules)
    mild = {
        each.code
        for each in engine
        if not each.fatal and (each.code not in OWN_CODES or words.upper() == each.code or words.lower() == each.name)
    }
    codes = frozenset(mild.union(ref.code for ref in found))
    return Named(tuple(found), codes, bool(found or engine))


def _first(tables: Iterable[_Table | None], code: str) -> Use | None:
    first = None
    for table in tables:
        uses = table.get(code) if table else None
        if table and uses:
            for use in uses:
                use.used = True
            table[code] = uses[:1]  # the others are marked for good
            first = first or uses[0]
    return first


def _cells(fields: Iterable[Field]) -> Iterator[Text]:
    return (field.text for field in fields if field.name in COLUMNS and any(map(str.isalnum, field.text.value)))


def _without_cells(document: Document) -> Document:
    """Return a document whose fields hold no directives: rules are to judge what is said about OKRs."""
    objectives = []
    for objective in document.objectives:
        key_results = tuple(_without(each) for each in objective.key_results)
        changed = key_results != objective.key_results
        objective = _without(objective)
        objectives.append(objective.model_copy(update={"key_results": key_results}) if changed else objective)
    return _without(document).model_copy(update={"objectives": tuple(objectives)})


_Holder = TypeVar("_Holder", Document, Objective, KeyResult)


def _without(holder: _Holder) -> _Holder:
    kept = tuple(field for field in holder.fields if field.name not in COLUMNS)
    return holder if len(kept) == len(holder.fields) else holder.model_copy(update={"fields": kept})
