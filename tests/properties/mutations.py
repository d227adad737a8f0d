"""What happens to documents: lines and characters get lost, doubled, swapped and mixed up."""

from typing import NamedTuple

from hypothesis import strategies as st
from okr_documents import odd_texts


class Mutation(NamedTuple):
    """A change to a text.

    Attributes:
        kind: one of `KINDS`.
        lines: whether it is done to whole lines, not to characters.
        start: where it begins, in shares of the text.
        length: how many lines or characters are taken; also how often a block is repeated.
        words: what is put in.
    """

    kind: str
    lines: bool
    start: float
    length: int
    words: str


KINDS = ("insert", "delete", "duplicate", "swap", "cut", "repeat", "recode")
_ENCODINGS = (("utf-8", "latin-1"), ("gb18030", "latin-1"), ("utf-8", "gb18030"), ("utf-16-le", "latin-1"))


def mutated(text: str, mutation: Mutation) -> str:
    """Return the text after one change."""
    parts = text.splitlines(keepends=True) if mutation.lines else list(text)
    at = int(mutation.start * len(parts))
    head, block, tail = parts[:at], parts[at : at + mutation.length], parts[at + mutation.length :]
    if mutation.kind == "insert":
        return "".join([*head, mutation.words, *block, *tail])
    if mutation.kind == "delete":
        return "".join(head + tail)
    if mutation.kind == "duplicate":
        return "".join(head + block + block + tail)
    if mutation.kind == "swap":
        return "".join(head + tail[: mutation.length] + block + tail[mutation.length :])
    if mutation.kind == "cut":
        return "".join(head)
    if mutation.kind == "repeat":
        return "".join(head + block * mutation.length + tail)
    written, taken_for = _ENCODINGS[mutation.length % len(_ENCODINGS)]
    wrong = "".join(block).encode(written, "replace").decode(taken_for, "replace")
    return "".join([*head, wrong, *tail])


def mutations() -> st.SearchStrategy[list[Mutation]]:
    """A few changes, one after the other."""
    mutation = st.builds(
        Mutation, st.sampled_from(KINDS), st.booleans(), st.floats(0, 1), st.integers(1, 12), odd_texts()
    )
    return st.lists(mutation, min_size=1, max_size=6)
