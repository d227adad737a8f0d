"""What makes a finding the same finding after its document was edited elsewhere."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okrlint.language.folding import fold_width
from okrlint.linting.findings import Finding


class Identity(NamedTuple):
    """A finding without its place in lines: rule, file, part of the document, and words.

    Attributes:
        code: the rule's.
        path: the file's, as given or relative to what the caller says.
        part: what it is about: "document", "objective" or "key result".
        subject: the normalised statement of the objective or key result; "" for the document.
        quote: the normalised words that it points at; "" where they are the statement itself.
    """

    code: str
    path: str
    part: str
    subject: str
    quote: str


def identity(finding: Finding, path: str | None = None) -> Identity:
    """Return what stays of a finding when its document is moved about: two findings may share it."""
    part = "key result" if finding.key_result else "objective" if finding.objective else "document"
    subject, quote = _normal(finding.subject), _normal(finding.quote)
    return Identity(
        finding.code, finding.path if path is None else path, part, subject, "" if quote == subject else quote
    )


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield for each finding a name that stays when lines are moved: 32 hexadecimal digits, each another.

    Findings that share their identity are told apart by their order.
    """
    from hashlib import sha256

    seen: dict[Identity, int] = {}
    for finding in findings:
        what = identity(finding)
        number = seen[what] = seen.get(what, -1) + 1
        yield sha256("\0".join([*what, str(number)]).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _normal(words: str) -> str:
    """Return words in one width and case, with single blanks."""
    return " ".join(fold_width(words).casefold().split())
