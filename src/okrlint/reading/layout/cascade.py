"""Objectives whose words begin with whose they are: `Marketing: Own the conversation`, `CRO: …`, `市场部：…`.

In a cascade of them through an organisation, each line may hold an objective and its key results:
`CEO: Grow revenue. 120% of plan, pipeline of 3x, 70% of the team at quota => 110%`.
"""

from collections.abc import Iterator
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.language import quantities
from okrlint.language.folding import is_han
from okrlint.model import Span, Text
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.objectives import FoundObjective, Path
from okrlint.reading.layout.roles import Roles
from okrlint.reading.outline import Block

_FEWEST = 4
"""How many lines of a document at least make a cascade."""

_MAX_RESULTS = 20
"""Into how many key results an item is parted; the last takes what is left."""


@cache
def _role() -> Pattern[str]:
    return compile_pattern(
        r"([A-Z][A-Za-z&/]{0,20}(?:,? [A-Z&][A-Za-z&/]{0,20}| of| and){0,5}"
        r"|(?P<chinese>[^\x00-\x7f：]{2,8}(?:部|组|組|团队|團隊|中心)))[:：]\s{0,3}(?=\S)",
        ASCII,
    )


def _told(value: str) -> Match[str] | None:
    """Return whose words are, at their beginning."""
    found = _role().match(value)
    return found if found and all(map(is_han, found["chinese"] or "")) else None


def take_roles(objectives: list[FoundObjective]) -> None:
    """Take whose an objective is off its words, where most objectives of a document begin with that."""
    matches = [_told(objective.text.value) for objective in objectives]
    told = sum(match is not None for match in matches)
    if told < 2 or 2 * told <= len(objectives):
        return
    for objective, match in zip(objectives, matches, strict=True):
        if match:
            text = objective.text
            objective.owner, objective.text = text.part(*match.span(1)), text.part(match.end(), len(text.value))


def cascaded(root: Block, roles: Roles) -> list[tuple[Draft, Path]]:
    """Return the objectives of a cascade with the headings that they stand under; none where there is no cascade.

    A heading counts if a third of what is listed below it, at any depth, is told to be somebody's: a retrospective
    at the end of the document has no such list.
    """
    told: list[tuple[Block, Path]] = []
    for section, path in _sections(root):
        items = [block for block in _items(section) if roles.heads[block].role == "plain"]
        ours = [block for block in items if _is_told(block)]
        if ours and 3 * len(ours) >= len(items):
            told.extend([(section, path)] if _is_told(section) else [])
            told.extend((block, path) for block in ours)
    nested = sum(_is_told(child) for block, _ in told for child in block.children)
    if len(told) < _FEWEST or 2 * nested < len(told):
        return []
    return [(draft, path) for block, path in told if (draft := _draft(block, roles))]


def _sections(root: Block) -> Iterator[tuple[Block, Path]]:
    """Yield the headings, with those above each."""
    pending: list[tuple[Block, Path]] = [(root, ())]
    while pending:
        block, path = pending.pop()
        yield block, path
        below = (*path, block) if block.line else path
        pending.extend((child, below) for child in reversed(block.children) if child.kind == "section")


def _items(section: Block) -> Iterator[Block]:
    """Yield the items below a heading, at any depth."""
    pending = [child for child in reversed(section.children) if child.kind == "item"]
    while pending:
        block = pending.pop()
        yield block
        pending.extend(child for child in reversed(block.children) if child.kind == "item")


def _is_told(block: Block) -> bool:
    return block.kind in ("item", "section") and _told(block.value) is not None


def _draft(block: Block, roles: Roles) -> Draft | None:
    text = roles.statement(block)
    match = _told(text.value) if text else None
    if text is None or match is None:
        return None
    owner = text.part(*match.span(1))
    end = _sentence_end().search(text.value, match.end())
    stop = end.start() if end else len(text.value)
    draft = Draft(text.part(match.end(), stop), Span(text.span.start, text.span.end))
    draft.fields.append(("owner", owner))
    for words in _results(text.part(end.end(), len(text.value))) if end else []:
        draft.children.append(Draft(words))
    return draft


@cache
def _sentence_end() -> Pattern[str]:
    return compile_pattern(r"(?<=[a-z0-9)%\]][.!])\s{1,3}(?=[A-Z0-9%$€<>*~≥])|(?<=[.])\s{2,3}(?=[a-z])")


@cache
def _outcome() -> Pattern[str]:
    return compile_pattern(r"\s={1,2}>")


def _results(text: Text) -> list[Text]:
    """Return the key results that stand one after another; what came of them (`=> 62%`) stays with the last."""
    outcome = _outcome().search(text.value)
    end = outcome.start() if outcome else len(text.value)
    found: list[tuple[int, int]] = []
    start = 0
    for stop in [*_sentence_end().finditer(text.value, 0, end), None]:
        found.extend(_listed(text.value, start, stop.start() if stop else end))
        start = stop.end() if stop else end
    found = [(low, high) for low, high in found if any(map(str.isalnum, text.value[low:high]))]
    if len(found) > _MAX_RESULTS:
        found[_MAX_RESULTS - 1 :] = [(found[_MAX_RESULTS - 1][0], found[-1][1])]
    if found and outcome:
        found[-1] = (found[-1][0], len(text.value))
    return [text.part(*place) for place in found]


def _listed(value: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part a sentence at its commas, if all that is between them states an amount or begins anew."""
    places: list[tuple[int, int]] = []
    depth, low = 0, start
    for at in range(start, end):
        depth = max(0, depth + (value[at] in "(（") - (value[at] in ")）"))
        if value[at] in ",;" and value[at + 1 : at + 2] == " " and not depth:
            places.append((low, at))
            low = at + 1
    places.append((low, end))
    alike = all(_begins(words := value[at:stop].strip()) or quantities.amounts(words) for at, stop in places)
    return places if alike else [(start, end)]


def _begins(words: str) -> bool:
    return words[:1].isupper() or words[:1].isdigit() or words[:1] in ("%", "$", "€", "<", ">", "≥", "~")
