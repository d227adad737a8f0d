"""How authors name fields in other languages than English and Chinese (`Objetivo`, `Ответственный`, `担当者`)."""

from functools import cache

from okrlint.language.vocabulary import groups


def foreign_name(name: str) -> str | None:
    """Return the canonical name of a field that is named in another language, or None for words that name none.

    Case, blanks, numbers, marks and the way in which accents are encoded make no difference.
    """
    return _names().get(_letters(name))


@cache
def _names() -> dict[str, str]:
    listed = groups("label_words")
    return {_letters(spelling): name for name, spellings in listed.items() for spelling in spellings}


def _letters(name: str) -> str:
    if not name.isascii():
        from unicodedata import normalize

        name = normalize("NFC", name)
    return "".join(filter(str.isalpha, name.lower()))
