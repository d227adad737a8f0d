"""A document of three statements, "alpha", "beta" and "gamma", in any source that has these words."""

from typing import Any

from okrlint.linting.interface import Meta, Severity
from okrlint.model import Document, KeyResult, Objective, Span, Text, Words
from okrlint.reading.source import Source


def text_in(source: Source, word: str) -> Text:
    """Return a word with its place."""
    at = source.text.index(word)
    return Text(value=word, raw=word, span=Span(at, at + len(word)))


def document_of(source: Source) -> Document:
    """Return an objective with two key results."""
    alpha, beta, gamma = (text_in(source, word) for word in ("alpha", "beta", "gamma"))
    results = tuple(
        KeyResult(id=f"KR{number}", text=text, span=text.span) for number, text in enumerate((beta, gamma), 1)
    )
    objective = Objective(id="O1", text=alpha, span=alpha.span, key_results=results)
    return Document(path=source.path, format="markdown", objectives=(objective,))


def meta(code: str, **values: Any) -> Meta:
    """Return what there is to know of a rule of that code."""
    return Meta(code, code.lower(), Words("s", "摘"), Severity.WARNING, **values)
