"""What every model and every value of okrlint's documents is built on."""

from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict


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


class Model(BaseModel):
    """A frozen pydantic model.

    Validators are built when something is first validated: reading constructs models from values that it
    made itself, and a run that only lints never needs them.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")

    def __repr_args__(self) -> Any:  # only what is set: a document of mostly empty fields stays readable
        return [(name, value) for name, value in self.__dict__.items() if value not in (None, (), "")]


class Value(Model):
    """Anything that an author wrote into a document.

    Attributes:
        raw: the words as written: exactly the slice of the source that `span` names.
        span: where they stand.
    """

    raw: str
    span: Span
