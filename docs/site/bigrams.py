"""A search in Chinese that needs no dictionary in the browser.

A search matches words, and Chinese has no blanks between them; a page and a question that are cut differently never
meet. So both are cut alike: a run of ideographs into each pair of neighbours, anything else into words. A page also
has each ideograph by itself, for questions that are just one.
"""

import re

from sphinx.search import SearchLanguage

_IDEOGRAPHS = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # as patterns of Python and of JavaScript have it
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_PIECE = re.compile(rf"[{_IDEOGRAPHS}]+|(?:(?![{_IDEOGRAPHS}])\w)+")


class SearchByBigrams(SearchLanguage):
    """Words, and pairs of ideographs."""

    lang = "zh_CN"
    language_name = "Chinese"
    js_splitter_code = r"""
function splitQuery(query) {
  return (query.match(/[IDEOGRAPHS]+|(?:(?![IDEOGRAPHS])[\p{L}\p{N}_])+/gu) || []).flatMap((piece) => {
    if (!/^[IDEOGRAPHS]/.test(piece) || piece.length === 1) return [piece];
    return Array.from({ length: piece.length - 1 }, (_, at) => piece.slice(at, at + 2));
  });
}
""".replace("IDEOGRAPHS", _IDEOGRAPHS)

    def split(self, input: str) -> list[str]:
        """Return what a text is found by."""
        found: list[str] = []
        for piece in _PIECE.findall(input):
            if _IDEOGRAPH.match(piece):
                found += [*piece, *(piece[at : at + 2] for at in range(len(piece) - 1))]
            else:
                found.append(piece)
        return found
