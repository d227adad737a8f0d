"""What a reference means, by its words alone: "company-2026/O3/KR1", 公司O3-KR1, `../company.md#o2`, "O1, O2"."""

from functools import cache, lru_cache
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern
from typing import NamedTuple

from okrlint.language.folding import fold
from okrlint.project.labelling import Labelled, labelled_in
from okrlint.project.naming import NOBODY, Naming, naming_of
from okrlint.project.naming import names_in as names_in
from okrlint.project.summaries import Reference

_LONGEST = 300
"""Characters of a reference that are read."""

_MOST = 12
"""Addresses that one reference has at most."""

ENDINGS = (
    *(".md", ".markdown", ".mdx", ".yaml", ".yml", ".json", ".toml", ".csv", ".tsv"),
    *(".xlsx", ".docx", ".html", ".htm", ".rst", ".org"),
)
"""How the names of the files end that a path may lead to."""


class Address(NamedTuple):
    """Where a reference points.

    Attributes:
        text: the words of this address, as written; of several in one reference only its own.
        labels: of an item, normalised: ("o2",), ("o3", "kr1"), ("kr1",); () where no label stands there.
        is_sure: whether the labels are sure to be such: "P0" may be a priority, and "Goal 17" of the UN.
        document: what names a document, or nobody.
        title: words beside a label, or in its place, that may be those of the item; plain, "" for none.
        is_joined: whether no sign sets the title apart from the label: "O1 visa" may be no objective.
        beside: what the title would name, were it a document: "O2 (Data)".
        path: of a file, relative to the document that it stands in, or None.
        anchor: the part of the file; "" for all of it.
        url: whether it leads elsewhere than to a file.
        is_link: whether it is a link, or mere words.
        ids: what may be an identifier, in lower case.
        said: what may be the very words of an item or a title; plain.
        page: of a wiki, in a part of which the item stands; "" for none.
    """

    text: str
    labels: tuple[str, ...] = ()
    is_sure: bool = True
    document: Naming = NOBODY
    title: str = ""
    is_joined: bool = False
    beside: Naming = NOBODY
    path: str | None = None
    anchor: str = ""
    url: bool = False
    is_link: bool = False
    ids: tuple[str, ...] = ()
    said: str = ""
    page: str = ""


def addresses_of(reference: Reference) -> tuple[Address, ...]:
    """Return where a reference points: to one thing, or to several ("O1 and O3", "公司O1、O2")."""
    return _addresses(reference.text[:_LONGEST], reference.target)


@lru_cache(maxsize=1024)  # most items of a document support the same few
def _addresses(text: str, target: str | None) -> tuple[Address, ...]:
    if target is not None:
        return _of_link(text, target)
    if wiki := [_of_wiki(found) for found in _wiki().finditer(text)]:
        return tuple(wiki[:_MOST])
    path = _path().search(text)
    if path is not None and not _url().search(text):
        return (_of_path(text, path),)
    return _of_words(text)


def _of_link(text: str, target: str) -> tuple[Address, ...]:
    """Return where a link leads; what it says counts where it leads to a whole file, or out of the project."""
    words = _of_words(text)[0]
    if _url().match(target):
        place = _unquoted(target).casefold().rstrip("/")
        last = place.rpartition("/")[2]
        path = _in_repository().search(target)
        name, _, anchor = path[1].partition("#") if path else ("", "", "")
        return (
            words._replace(
                path=f"/{_unquoted(name)}" if path else None,
                anchor=_anchor(anchor),
                labels=words.labels or labelled_in(_anchor(anchor)).path,
                url=True,
                is_link=True,
                ids=(place, last, last.rpartition("#")[2], *words.ids),
            ),
        )
    path_of, _, anchor = target.partition("#")
    anchor = _anchor(anchor)
    found = labelled_in(anchor) if anchor else None
    return (
        Address(
            text,
            found.path if found else words.labels if words.document == NOBODY and not words.title else (),
            is_sure=found.is_sure if found else words.is_sure,
            title=words.title or words.said,
            path=_unquoted(path_of).partition("?")[0].replace("\\", "/"),
            anchor=anchor,
            is_link=True,
        ),
    )


def _anchor(text: str) -> str:
    return _unquoted(text).strip().lower()


def _of_wiki(match: Match[str]) -> Address:
    """Return where `[[company#O2]]` leads: to a page by its name, wherever that lies."""
    name, anchor = match["page"].strip(), (match["anchor"] or "").strip()
    name = name[: -len(ending)] if (ending := next(filter(name.lower().endswith, ENDINGS), "")) else name
    found = labelled_in(fold(anchor).lower())
    labels, is_sure, title = found.path, found.is_sure, plain(anchor)
    if labels:
        title = plain(found.before[0] + found.behind[0])
    if not labels and not anchor:
        inner = labelled_in(fold(name).lower())
        if inner.path:  # a page of its own for each objective, or a name with a label behind it
            return _of_words(name)[0]._replace(text=match[0], is_link=True)
    return Address(
        match[0], labels, is_sure, document=naming_of(name), title=title, is_link=True, ids=(name.casefold(),),
        said="" if anchor else plain(name), page=name if anchor else "",
    )  # fmt: skip


def _of_path(text: str, match: Match[str]) -> Address:
    """Return where words with the name of a file in them lead: `../company.md#o2`, "company.md, O2"."""
    behind = fold(text[match.end() :]).lower()
    anchor = _anchor(behind[1:].partition(" ")[0]) if behind.startswith("#") else ""
    found = labelled_in(anchor or behind)
    if not found.path and not anchor:
        found = labelled_in(fold(text[: match.start()]).lower())
    path = _unquoted(match["path"]).replace("\\", "/")
    return Address(
        text, found.path, found.is_sure, title="" if found.path else plain(behind), path=path, anchor=anchor,
        said=plain(text),
    )  # fmt: skip


def _of_words(text: str) -> tuple[Address, ...]:
    """Return where mere words lead, those of each label on their own."""
    url = _url().search(text)
    bare = _bracketed_url().sub(" ", text) if url else text
    viva = _identified().search(bare)
    ids = (_identifier(text), *((viva[1].casefold(),) if viva else ()))
    if viva:
        bare = bare[: viva.start()]
    words = fold(bare).lower().strip(_AROUND)
    found = labelled_in(words)
    whole = Address(text, url=url is not None, ids=ids, said=plain(bare))
    if not found.paths:
        quoted = _quoted().fullmatch(bare)
        if quoted and quoted["name"].strip():  # the company's goal "Be kind"
            return (whole._replace(document=naming_of(quoted["name"]), title=plain(quoted["title"])),)
        return (whole._replace(document=naming_of(bare)),)
    if len(found.paths) == 1:
        return (_labelled(whole, found, 0),)
    written = bare.strip(_AROUND) if len(fold(bare).lower().strip(_AROUND)) == len(bare.strip(_AROUND)) else words
    parts = [written[start:end].strip() for start, end in found.parts]
    several = [_labelled(Address(part, url=whole.url), found, at) for at, part in enumerate(parts)]
    first = several[0].document
    several = [each if each.document != NOBODY else each._replace(document=first) for each in several]
    # What is named as a whole is not taken apart: the words of an objective may hold labels themselves.
    several[0] = several[0]._replace(ids=ids)
    return tuple(several[:_MOST])


def _labelled(address: Address, found: Labelled, at: int) -> Address:
    before, behind = found.before[at], found.behind[at]
    document = naming_of(_leading().sub("", before)) if before.strip() else NOBODY
    of_document = _of_document().match(behind)
    beside = naming_of(behind) if behind.strip() else NOBODY
    if of_document and document == NOBODY:
        document, behind, beside = naming_of(behind[of_document.end() :]), "", NOBODY
    return address._replace(
        labels=found.paths[at],
        is_sure=found.sure[at],
        document=document,
        title=plain(behind) if any(map(str.isalpha, behind)) else "",  # "O2 (50%)" has a weight
        is_joined=behind[:1].isspace() and behind.strip()[:1].isalnum(),
        beside=beside,
        said=address.said if len(found.paths) == 1 else "",
    )


def _identifier(text: str) -> str:
    return text.strip().casefold()


def plain(text: str) -> str:
    """Return words without what tells nothing: case, width, blanks, marks around them and a stop behind them."""
    return " ".join(fold(text).lower().strip(_AROUND).split())


_AROUND = " \t\r\n\"'“”‘’「」『』《》〈〉()[]<>`*_.。,，;；:：!！-–—|"


@cache
def _url() -> Pattern[str]:
    return compile_pattern(r"(?:\b[a-z][a-z0-9+.-]{1,20}://|^//|^mailto:|^urn:)", ASCII | IGNORECASE)


@cache
def _bracketed_url() -> Pattern[str]:
    return compile_pattern(r"[(<（]?\s{0,2}[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s()<>（）]{0,300}\s{0,2}[)>）]?")


@cache
def _in_repository() -> Pattern[str]:
    """Match the path of a file in the address of a page that shows it: GitHub, GitLab, Gitea, Bitbucket."""
    return compile_pattern(r"/(?:blob|tree|raw|src/branch|browse|src)/[^/?#]{1,100}/([^?\s]{1,300})")


@cache
def _wiki() -> Pattern[str]:
    return compile_pattern(
        r"\[\[(?P<page>[^\[\]|#\n]{1,200})(?:#(?P<anchor>[^\[\]|\n]{1,200}))?(?:\|[^\[\]\n]{0,200})?\]\]"
    )


@cache
def _path() -> Pattern[str]:
    endings = "|".join(ending[1:] for ending in sorted(ENDINGS, key=len, reverse=True))
    return compile_pattern(
        rf"(?P<path>[^\s\"'“”《》<>()（）`,，;；、#]{{0,200}}[^\s\"'“”《》<>()（）`,，;；、#/\\.]\.(?:{endings}))(?![\w.])",
        IGNORECASE,
    )


@cache
def _identified() -> Pattern[str]:
    """Match what Viva Goals writes behind a title: (weight: 50%, Id: 12)."""
    return compile_pattern(r"\s?\((?:weight:\s?[\d.]{1,8}%?[,;]\s?)?id:\s?([\w-]{1,64})\)\s?$", ASCII | IGNORECASE)


@cache
def _quoted() -> Pattern[str]:
    """Match words in quotes, and what stands before them."""
    return compile_pattern(
        r"(?P<name>[^\"“”「」『』《》]{0,100})[\"“「『《](?P<title>[^\"“”「」『』《》]{2,280})[\"”」』》]"
        r"(?:\s?(?:goal|objective|目标|目標))?\s?[.。]?\s?"
    )


@cache
def _leading() -> Pattern[str]:
    """Match what introduces a name: "supports company O2", 上级目标：公司O2."""
    return compile_pattern(
        r"^[^:]{0,40}:(?=\s{0,3}[^\s:])|^\s?(?:(?:support|align|contribute|ladder)(?:s|ed)?(?: up)?(?: to| with)?|see) "
        r"|^\s?(?:支撑|支持|对齐|承接|对应|关联|服务于?)"
    )


@cache
def _of_document() -> Pattern[str]:
    return compile_pattern(r"\s?(?:of|in|from|at|@)\s|\s?@")


def _unquoted(text: str) -> str:
    """Return an address with its characters as they are read: `%20` is a blank."""
    if "%" not in text:
        return text
    from urllib.parse import unquote  # few addresses need it, and it takes some milliseconds

    return unquote(text)
