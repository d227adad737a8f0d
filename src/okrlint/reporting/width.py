"""How wide text is on a terminal."""


def width(text: str) -> int:
    """Return the number of terminal cells that `text` takes; a Chinese character takes two."""
    if text.isascii():
        return len(text)
    import wcwidth

    return max(wcwidth.wcswidth(text), 0) if text.isprintable() else sum(max(wcwidth.wcwidth(c), 0) for c in text)


def printable(text: str) -> str:
    """Return `text` with tabs as four blanks, and without characters that steer a terminal."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else "    " if char == "\t" else " " if char.isspace() else "\ufffd" for char in text
    )
