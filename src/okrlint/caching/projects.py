"""What rules that look at the project found in earlier runs, by all that they looked at."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from okrlint.caching.digests import blake2b
from okrlint.linting.interface import Severity
from okrlint.model import Span, Words

if TYPE_CHECKING:
    from okrlint.linting.running import Given

GivenByPath = Mapping[str, "tuple[Given, ...]"]


class Verdict(NamedTuple):
    """What was found, and what was looked at beside the documents of the run.

    Attributes:
        given: what rules hit, by the path of the file.
        files: of each file that some document names: None where there is none, else a digest of its contents, or ""
            where these did not matter.
    """

    given: GivenByPath
    files: Mapping[str, str | None]

    def still_holds(self, state: Callable[[str, bool], str | None]) -> bool:
        """Tell whether all files are as they were.

        Args:
            state: returns what `files` has of a file; it is told whether the contents matter.
        """
        return all(state(path, bool(then)) == then for path, then in self.files.items())


def digest_of(contents: bytes) -> str:
    """Return what `Verdict.files` has of a file with these contents."""
    return blake2b(contents, digest_size=16).hexdigest()


_NOTHING = Verdict({}, {})
_PLAIN = b"-"
"""Stands for the verdict on most projects, in which nothing was found: to know it nothing need be loaded."""


def to_bytes(verdict: Verdict) -> bytes:
    """Return a verdict as bytes."""
    if verdict == _NOTHING:
        return _PLAIN
    import json

    given = {path: [_row(each) for each in hits] for path, hits in verdict.given.items()}
    return json.dumps([given, dict(verdict.files)]).encode()


def from_bytes(data: bytes) -> Verdict:
    """Return the verdict that `to_bytes` was given.

    Raises:
        ValueError, TypeError, LookupError: for bytes that it did not make.
    """
    if data == _PLAIN:
        return _NOTHING
    import json

    given, files = json.loads(data)
    return Verdict({path: tuple(map(_given, rows)) for path, rows in given.items()}, files)


def _row(given: "Given") -> list[Any]:
    params = {name: [value.en, value.zh] if isinstance(value, Words) else value for name, value in given.params.items()}
    return [*given._replace(params=params)]


def _given(row: Sequence[Any]) -> "Given":
    from okrlint.linting.running import Given

    given = Given(*row)
    params = {name: Words(*value) if isinstance(value, list) else value for name, value in given.params.items()}
    severity = None if given.severity is None else Severity(given.severity)
    return given._replace(span=Span(*given.span), params=params, severity=severity)
