"""YAML inside a document of words: front matter, and fenced blocks that hold OKRs."""

from okrlint.model import Problem, Span
from okrlint.reading.data.directives import drop_directives
from okrlint.reading.drafts import DocumentDraft
from okrlint.reading.evidence import KEY_RESULT_WORDS
from okrlint.reading.outline import Outline
from okrlint.reading.source import Source, UnreadableError

_FENCES = ("yaml", "yml")
_EVIDENCE = (*KEY_RESULT_WORDS, "krs:", "kr:", "kr1", "kr_1", "kr 1", "kr-1")
"""What YAML that holds OKRs says somewhere, in lower case: only then is it worth reading."""


def add_data(draft: DocumentDraft, outline: Outline, source: Source, *, is_plan: bool = False) -> None:
    """Add what the YAML in a document says to what its words say.

    Front matter tells about the document; where the words hold no objectives, those in front matter or in fenced
    blocks count. Broken YAML is a problem only in a document that has objectives.
    """
    data = _Data(source, is_plan=is_plan)
    front_matter = outline.front_matter
    if front_matter and (draft.objectives or is_plan or _may_hold_okrs(source, front_matter)):
        data.read(front_matter, fields=True)
    if not draft.objectives:
        for block in outline.root.walk():
            if block.kind == "code" and block.language in _FENCES and (is_plan or _may_hold_okrs(source, block.span)):
                data.read(block.span, fields=False)
        draft.objectives = data.draft.objectives
    if draft.objectives:
        draft.fields[:0] = data.draft.fields
        draft.problems.extend(data.draft.problems)


def _may_hold_okrs(source: Source, span: Span) -> bool:
    words = source.slice(span).lower()
    return any(evidence in words for evidence in _EVIDENCE)


class _Data:
    """Reads parts of a source as YAML."""

    def __init__(self, source: Source, *, is_plan: bool) -> None:
        self.draft = DocumentDraft()
        self._is_plan = is_plan
        self._source = source

    def read(self, span: Span, *, fields: bool) -> None:
        """Read a part; with `fields`, what it says of the document."""
        from okrlint.reading.data.nodes import Mapping
        from okrlint.reading.data.records import draft_from, fields_of
        from okrlint.reading.yaml.tree import compose  # PyYAML takes 15 ms to import

        problems: list[Problem] = []
        try:
            nodes = compose(self._source, problems, span)
        except UnreadableError as error:
            problem = Problem.model_construct(code="EN003", message=error.message, span=error.span)
            self.draft.problems.append(problem)
            return
        drop_directives(nodes, self._source.text)
        found = draft_from(nodes)
        if self._is_plan:
            from okrlint.reading.data.goals import plan_from

            found = plan_from(nodes, found, strictly=True)
        self.draft.objectives.extend(found.objectives)
        self.draft.problems.extend(problems + found.problems)
        if found.objectives:
            self.draft.fields.extend(found.fields)
        elif fields and nodes and isinstance(nodes[0], Mapping):
            self.draft.fields.extend(fields_of(nodes[0]))
