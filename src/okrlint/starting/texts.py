"""The texts that are written out, kept as files beside this module."""

from pathlib import Path


def text(name: str) -> str:
    """Return the text that is kept under a name."""
    return (Path(__file__).parent / "templates" / name).read_text(encoding="utf-8")
