"""Makes the tables and plots of docs/performance.md and docs/scaling.md, in both languages, of what `run.py` measured.

    python tests/benchmarks/report.py results.json [MORE ...] [--docs FOLDER]

Several files may each hold some of the cases. A table goes where a page says `<!-- figures: NAME -->`, up to
`<!-- /figures -->`.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from figures import FiguresError, load
from plot import draw
from tables import tables

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"en": ("performance.md", "scaling.md"), "zh": ("performance.zh.md", "scaling.zh.md")}
PICTURES = {"en": "performance.svg", "zh": "performance.zh.svg"}
_BLOCK = re.compile(r"(<!-- figures: ([\w-]+) -->\n).*?(<!-- /figures -->)", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write; return 0, or 2 where that cannot be done."""
    parser = argparse.ArgumentParser(description="Make the tables and plots of docs/performance.md.")
    parser.add_argument("results", type=Path, nargs="+", help="what run.py wrote")
    parser.add_argument("--docs", type=Path, default=DOCS, metavar="FOLDER", help="where the pages are")
    options = parser.parse_args(arguments)
    try:
        figures = load(options.results)
        written = {}
        for language, pages in PAGES.items():
            made = tables(figures, language)
            for page in pages:
                path = options.docs / page
                written[path] = filled(path.read_text(encoding="utf-8"), made, page)
            written[options.docs / PICTURES[language]] = draw(figures, language)
        for path, text in written.items():
            path.write_text(text, encoding="utf-8")
    except (FiguresError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def filled(page: str, made: Mapping[str, str], name: str = "page") -> str:
    """Return a page with its tables.

    Raises:
        FiguresError: where it asks for one that there is not, or for none at all.
    """
    asked = {match[2] for match in _BLOCK.finditer(page)}
    if not asked:
        raise FiguresError(f"{name}: has no place for a table: write <!-- figures: aims --> and <!-- /figures -->")
    if unknown := sorted(asked - made.keys()):
        raise FiguresError(f"{name}: there are no figures {', '.join(unknown)}; there are {', '.join(sorted(made))}")
    return _BLOCK.sub(lambda match: f"{match[1]}\n{made[match[2]]}\n\n{match[3]}", page)


if __name__ == "__main__":
    sys.exit(main())
