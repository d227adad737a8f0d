"""What makes a finding the same finding after its document was edited elsewhere."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from okrlint.language.folding import fold_width
from okrlint.linting.findings import Finding, Unsaid
from okrlint.linting.interface import Target

_LONGEST = 400
"""Characters of words that are compared as they are: of longer ones the beginning and a digest."""
_BEGINNING = 200


class Identity(NamedTuple):
    """A finding without its place in lines: rule, file, part of the document, and words.

    Attributes:
        code: the rule's.
        path: the file's, as given or relative to what the caller says.
        part: what it is about.
        subject: the normalised statement of the objective or key result; "" for the document.
        quote: the normalised words that it points at; "" where they are the statement itself. Both are "" of what is
            said of a document as a whole: any of its words may change.
    """

    code: str
    path: str
    part: Target
    subject: str
    quote: str


def identity(finding: Finding | Unsaid, path: str) -> Identity:
    """Return what stays of a finding when its document is moved about: two findings may share it."""
    if finding.collective:
        return Identity(finding.code, path, part_of(finding), "", "")
    subject, quote = normal(finding.subject), normal(finding.quote)
    return Identity(finding.code, path, part_of(finding), subject, "" if quote == subject else quote)


def part_of(finding: Finding | Unsaid) -> Target:
    """Return what a finding is about."""
    return "key_result" if finding.key_result else "objective" if finding.objective else "document"


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield for each finding a name that stays when lines are moved: 32 hexadecimal digits, each another.

    Findings that share their identity are told apart by their order.
    """
    seen: dict[Identity, int] = {}
    for finding in findings:
        what = identity(finding, finding.path)
        number = seen[what] = seen.get(what, -1) + 1
        yield _digest("\0".join([*what, str(number)]))


@lru_cache(maxsize=16)  # findings come in order of place: those of a statement one after the other
def normal(words: str) -> str:
    """Return words in one width and case, without blanks; the normal form of a normal form is itself."""
    plain = "".join(fold_width(words).casefold().split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_BEGINNING]}#{_digest(plain)}"


@lru_cache(maxsize=16)
def legible(words: str) -> str:
    """Return words with the same normal form for people to read: on one line, as written unless they are very long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else normal(words)


def _digest(text: str) -> str:
    from hashlib import sha256  # seldom needed

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
