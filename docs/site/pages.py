"""Gathers the pages of one language into a folder that Sphinx reads.

The pages stay plain Markdown that a code host shows as it is, so what only the site needs is done to copies:
`page.zh.md` loses its language, links that leave the pages are given a target within the site, pictures come along, and
the line that leads to the other language goes, since every page of the site has a switch.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
LANGUAGES = ("en", "zh")

_FENCE = re.compile(r"^ *(`{3,}|~{3,}).*?^ *\1[`~]* *$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>(?:`[^`]*`|[^\[\]`])*)\]\((?P<target>[^()\s]+)\)"
    r"|(?P<ticks>`+)(?:(?!\n\n).)+?(?P=ticks)(?!`)",
    re.DOTALL,
)
_SWITCH = re.compile(r" ?\[(?:中文|English)\]$")
_CHANGELOG = {"en": "# Changelog\n", "zh": "# 更新日志\n\n只有英文。\n"}
"""What the changelog begins with; it is written in one language."""


class Page(NamedTuple):
    """A page of one language.

    Attributes:
        name: what Sphinx calls it: its path in the site, without suffix.
        source: the file that it is made of.
    """

    name: str
    source: Path


class BrokenLinkError(Exception):
    """Pages that link to what is not there; the message has a line for each such link."""


def pages(language: str) -> list[Page]:
    """Return the pages of a language, the changelog among them.

    Raises:
        BrokenLinkError: where a page lacks its twin in the other language.
    """
    found = {language: _found(language) for language in LANGUAGES}
    alone = [
        f"{source.relative_to(ROOT)}: there is no such page in the other language"
        for one, other in (("en", "zh"), ("zh", "en"))
        for name, source in found[one].items()
        if name not in found[other]
    ]
    if alone:
        raise BrokenLinkError("\n".join(alone))
    return [*(Page(*item) for item in found[language].items()), Page("changelog", ROOT / "CHANGELOG.md")]


def gather(language: str, folder: Path) -> dict[Path, Path]:
    """Write the pages of a language below `folder`, with their pictures; return each written page's source.

    Raises:
        BrokenLinkError: where a page links to a file that there is not.
    """
    every = pages(language)
    homes = {page.source: page.name for page in every}
    homes[ROOT / _named("README", language)] = "index"  # what a reader of the site is to see first
    sources, broken = {}, []
    for page in every:
        text = page.source.read_text(encoding="utf-8")
        try:
            text, pictures = _with_links_of_site(text, page, homes)
        except BrokenLinkError as error:
            broken.append(str(error))
            continue
        if page.name == "changelog":
            text = text.replace(_CHANGELOG["en"], _CHANGELOG[language], 1)
        written = folder / f"{page.name}.md"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(text, encoding="utf-8")
        sources[written] = page.source
        for picture in pictures:
            shutil.copy(picture, written.parent)
    if broken:
        raise BrokenLinkError("\n".join(broken))
    return sources


def _found(language: str) -> dict[str, Path]:
    """Return the files of a language by the name of the page."""
    found = {}
    for source in sorted([*DOCS.glob("*.md"), *(DOCS / "rules").glob("*.md")]):
        if source.name.endswith(".zh.md") == (language == "zh"):
            name = source.relative_to(DOCS).as_posix().removesuffix(".md").removesuffix(".zh")
            found[re.sub(r"(^|/)README$", r"\1index", name)] = source
    return found


def _named(stem: str, language: str) -> str:
    return f"{stem}.zh.md" if language == "zh" else f"{stem}.md"


def _with_links_of_site(text: str, page: Page, homes: dict[Path, str]) -> tuple[str, list[Path]]:
    """Return a page with the links that it has in the site, and the pictures that it shows, which lie beside it.

    Raises:
        BrokenLinkError: where one leads nowhere.
    """
    broken, pictures = [], []
    parts, end = [], 0

    def link(match: re.Match[str]) -> str:
        target = match["target"]
        if target is None or re.match(r"#|\w+:", target):
            return match[0]
        path, hash_mark, anchor = target.partition("#")
        file = (page.source.parent / path).resolve()
        if match["picture"] and file.is_file() and file.parent == page.source.parent:
            pictures.append(file)
            return match[0]
        if file in homes:
            up = "../" * page.name.count("/")
            return f"[{match['text']}]({up}{homes[file]}.md{hash_mark}{anchor})"
        if _SWITCH.fullmatch(match[0].partition("(")[0]):
            return ""
        if not file.exists() or ROOT not in file.parents:
            line = text.count("\n", 0, end + match.start()) + 1
            broken.append(f"{page.source.relative_to(ROOT)}:{line}: the link to {target} leads nowhere")
        return match["text"]  # a file of the repository that is no page of this site

    for fence in [*_FENCE.finditer(text), None]:
        start = fence.start() if fence else len(text)
        parts += [_LINK.sub(link, text[end:start]), fence[0] if fence else ""]
        end = fence.end() if fence else start
    if broken:
        raise BrokenLinkError("\n".join(broken))
    return "".join(parts), pictures
