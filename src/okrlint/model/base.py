"""What every model and every value of okrlint's documents is built on."""

from typing import TYPE_CHECKING, NamedTuple

from okrlint import standalone

if TYPE_CHECKING or not standalone.is_begun():
    from .validated import Model as Model
else:
    from .plain import Model as Model


class Span(NamedTuple):
    """A stretch of a source.

    Offsets count Unicode code points from the beginning of the source text (a byte order mark is not
    part of the text), from 0; the end is exclusive. `Source.position` turns an offset into line and column.
    """

    start: int
    end: int


class Words(NamedTuple):
    """The same sentence, or the same word, in both languages."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """Return the wording for `language` ("zh" or anything else, which means English)."""
        return self.zh if language == "zh" else self.en


class Value(Model):
    """Anything that an author wrote into a document.

    Attributes:
        raw: the words as written: exactly the slice of the source that `span` names.
        span: where they stand.
    """

    raw: str
    span: Span
