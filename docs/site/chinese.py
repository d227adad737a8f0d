"""Makes lines of Chinese join as they are read: a browser shows the end of a line as a blank, and Chinese has none."""

import re

from docutils import nodes
from sphinx.application import Sphinx

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d"
_POINTS = "\u3001-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f"
_END = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])|(?<=[{_POINTS}])\n|\n(?=[{_POINTS}])")


def join_lines(app: Sphinx, doctree: nodes.document) -> None:
    """Take out the ends of lines that would show as blanks between Chinese signs."""
    for block in doctree.findall(nodes.TextElement):
        if isinstance(block, nodes.FixedTextElement) or not isinstance(
            block, nodes.Body | nodes.Part | nodes.Structural
        ):
            continue
        texts = list(block.findall(nodes.Text))
        whole = "".join(texts)
        if "\n" not in whole:
            continue
        dropped = {match.start() for match in _END.finditer(whole)}
        start = 0
        for text in texts:
            kept = "".join(sign for at, sign in enumerate(text, start) if at not in dropped)
            start += len(text)
            if kept != text:
                text.parent.replace(text, nodes.Text(kept))
