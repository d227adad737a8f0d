"""How Sphinx builds the site: once for each language, the tag `zh` says for which. See `build.py`."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import bigrams
import chinese
import docstrings
from docutils import nodes
from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import okrlint

_CHINESE = tags.has("zh")  # type: ignore[name-defined]  # noqa: F821 - Sphinx puts it there

project = "okrlint"
author = "The okrlint authors"
release = okrlint.__version__
language = "zh_CN" if _CHINESE else "en"
locale_dirs = ["../locale"]
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
nitpicky = True

myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_rtype = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 72
default_role = "py:obj"

html_theme = "furo"
html_title = f"okrlint {release}"
html_theme_options = {"top_of_page_buttons": ["view"], "navigation_with_keys": True}
templates_path = ["templates"]
html_static_path = ["static"]
html_favicon = "static/favicon.svg"
html_css_files = ["site.css"]
html_search_scorer = str(Path(__file__).parent / "scorer.js")
html_show_copyright = False
html_copy_source = False
html_domain_indices = False
highlight_language = "text"
pygments_style = "tango"
pygments_dark_style = "monokai"


def _add_twin(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the template where the same page is in the other language."""
    up = "../" * (pagename.count("/") + 1)
    context["twin"] = f"{up}{'en' if _CHINESE else 'zh'}/{pagename}.html"
    context["twin_language"] = ("en", "English") if _CHINESE else ("zh-CN", "中文")


def _fold_navigation(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Open in the navigation only what leads to the page: all rules on every page are a long list, and a slow build."""
    whole = context.get("toctree")
    if whole:
        context["toctree"] = lambda **wanted: whole(**wanted | {"collapse": True})


def _name_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Let links to a heading use the anchor that a code host gives it: that of a Chinese one would be `id1`."""
    for section in doctree.findall(nodes.section):
        slug = section.get("slug")
        if slug in section["ids"]:
            section["ids"].remove(slug)
            section["ids"].insert(0, slug)


def setup(app: Sphinx) -> None:
    """Put in what is ours."""
    app.add_lexer("csv", TextLexer)
    app.add_search_language(bigrams.SearchByBigrams)
    app.connect("html-page-context", _add_twin)
    app.connect("html-page-context", _fold_navigation, priority=400)
    app.connect("doctree-read", _name_anchors, priority=100)
    if _CHINESE:
        app.connect("doctree-read", chinese.join_lines)
    docstrings.connect(app)
