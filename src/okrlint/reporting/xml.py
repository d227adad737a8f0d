"""Writing XML that every parser takes, whatever a text is made of."""

from re import compile as compile_pattern

_ILLEGAL = compile_pattern(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, and of the rest what it advises against: controls, and what is no character."""
_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_TEXT_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'


def attributes(**values: str | int) -> str:
    """Return attributes, each after a blank."""
    return "".join([f' {name}="{_attribute(str(value))}"' for name, value in values.items()])


def escaped(text: str) -> str:
    """Return `text` as the content of an element."""
    return _legal(text).translate(_TEXT_ENTITIES)


def _attribute(text: str) -> str:
    if text.isprintable():  # then it is legal, and on one line
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return _legal(text).translate(_ENTITIES)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
