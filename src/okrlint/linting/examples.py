"""From an example, as an author wrote it, to a document: words around a mere statement, and marks taken out."""

from inspect import cleandoc
from typing import NamedTuple

from okrlint.model import Span

OPEN, CLOSE = "⟦", "⟧"
"""What stands around each place where a finding is due."""

_AROUND = {
    ("objective", "en"): "# OKRs 2026-Q2\n\n## O1: {}\n\n- KR1: Retention rises from 60% to 75%\n",
    ("objective", "zh"): "# 2026年Q2 OKR\n\n## O1：{}\n\n- KR1：留存率从 60% 提升到 75%\n",
    ("key_result", "en"): "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n- KR1: {}\n",
    ("key_result", "zh"): "# 2026年Q2 OKR\n\n## O1：让每位客户都庆幸选择了我们\n\n- KR1：{}\n",
    ("action", "en"): "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n\n"
    "- KR1: Retention rises from 60% to 75%\n  - [ ] {}\n",
    ("action", "zh"): "# 2026年Q2 OKR\n\n## O1：让每位客户都庆幸选择了我们\n\n"
    "- KR1：留存率从 60% 提升到 75%\n  - [ ] {}\n",
}
"""What stands around an example that is but a statement."""


class ExampleDocument(NamedTuple):
    """An example made a whole document.

    Attributes:
        text: without marks.
        places: what stood between marks.
    """

    text: str
    places: tuple[Span, ...]


def example_document(example: str, target: str, language: str) -> ExampleDocument:
    """Return an example as a document.

    Args:
        example: a whole document where it has more than one line, or else a statement of the kind of `target`.
        target: "objective", "key_result", "item" (taken for a key result), "action" or "document".
        language: "en" or "zh".

    Raises:
        ValueError: for a mere statement where a document is due, and for marks that are no pairs.
    """
    text = cleandoc(example)
    if "\n" in text:
        return _unmarked(text + "\n")
    if target == "document":
        raise ValueError(f"an example of a document rule is a whole document: {text!r}")
    before, after = _AROUND["key_result" if target == "item" else target, language].split("{}")
    return _unmarked(f"{before}{text}{after}")


def _unmarked(text: str) -> ExampleDocument:
    places, plain = [], ""
    start: int | None = None
    for char in text:
        if char in (OPEN, CLOSE) and (start is None) == (char == CLOSE):
            raise ValueError(f"{OPEN} and {CLOSE} stand in pairs, and not within one another")
        if char == OPEN:
            start = len(plain)
        elif char == CLOSE and start is not None:
            places.append(Span(start, len(plain)))
            start = None
        else:
            plain += char
    if start is not None:
        raise ValueError(f"{OPEN} without {CLOSE}")
    return ExampleDocument(plain, tuple(places))
