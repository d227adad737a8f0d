"""What a baseline is: findings that are known, by what stays of them when their documents are edited elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from okrlint.linting.codes import ENGINE_CODES
from okrlint.linting.findings import FileReport, Finding, Hidden, Unsaid, order
from okrlint.linting.identity import Identity, identity, legible, normal, part_of
from okrlint.linting.interface import Target

VERSION = 1
STALE = "EN012"
"""The code of the engine for entries of which less is found than they know."""

_OF_THE_RUN = frozenset({STALE, "EN009", *(code for code, engine in ENGINE_CODES.items() if engine.fatal)})
"""Codes that tell of a run, even as a notice, and not of a document: no baseline holds them."""
_PARTS: tuple[Target, ...] = ("document", "objective", "key_result")
_MOST = 1_000_000_000
_KEYS = ("rule", "path", "part", "subject", "quote", "count")


class BaselineError(ValueError):
    """A text that is no baseline.

    Attributes:
        line: where, from 1; None where that is not known.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class Entry(NamedTuple):
    """A finding that is known, any number of times.

    Attributes:
        rule: its code.
        path: of the file, relative to the folder of the baseline, with forward slashes; "-" for standard input.
        part: what it is about.
        subject: the statement of the objective or key result, as written; "" for the document.
        quote: the words that it points at, as written; "" where they are the statement itself.
        times: how many such findings there are, from 1.
    """

    rule: str
    path: str
    part: Target
    subject: str = ""
    quote: str = ""
    times: int = 1

    @property
    def identity(self) -> Identity:
        """What a finding that it knows has in common with it."""
        return Identity(self.rule, self.path, self.part, normal(self.subject), normal(self.quote))


Entries = dict[Identity, Entry]
"""Entries by what they know, each another."""


def entries_of(report: FileReport, path: str) -> Iterator[Entry]:
    """Yield an entry for each finding of a file, which the baseline knows by `path`."""
    for found in _each_of(report):
        yield _entry(found, path)


def identities_of(report: FileReport, path: str) -> Iterator[Identity]:
    """Yield what stays of each finding of a file, which the baseline knows by `path`."""
    for found in _each_of(report):
        yield identity(found, path)


def added_up(entries: Iterable[Entry]) -> Entries:
    """Return entries with those that know the same as one; its words are as in the first of them."""
    known: Entries = {}
    for entry in entries:
        what = entry.identity
        known[what] = known[what]._replace(times=known[what].times + entry.times) if what in known else entry
    return known


class Known:
    """What a baseline knows and has not yet been met with.

    Args:
        entries: of the baseline.
    """

    def __init__(self, entries: Entries) -> None:
        self._left = Counter({what: entry.times for what, entry in entries.items()})

    def sift(self, report: FileReport, path: str) -> FileReport:
        """Return the report of a file, which the baseline knows by `path`, with the known findings hidden.

        Of more findings than are known, the last ones are left.
        """
        findings: list[Finding] = []
        hidden: list[Hidden] = []
        for finding in sorted(report.findings, key=order):
            if not is_eligible(finding):
                findings.append(finding)
                continue
            new: list[Finding] = []
            known: list[Finding] = []
            for part in _parts_of(finding):
                (known if self._takes(part, path) else new).append(part)
            if not known or not new:
                known, new = ([finding], []) if known else ([], [finding])
            findings += new  # where some of it is known, the rest is told of each by itself
            hidden += [Hidden(each, "baseline") for each in known]
        return report._replace(findings=tuple(findings), hidden=(*report.hidden, *hidden))

    def _takes(self, finding: Finding, path: str) -> bool:
        """Tell whether a finding is known, itself or by what it is told instead of, and take it off."""
        known = False
        for what in (identity(finding, path), *(identity(each, path) for each in finding.instead_of)):
            if self._left[what] > 0:
                self._left[what] -= 1
                known = True
        return known


def lowered(entries: Entries, found: Counter[Identity]) -> Entries:
    """Return entries with no higher counts than what was found, without those of which nothing was."""
    return {
        what: entry._replace(times=times)
        for what, entry in entries.items()
        if (times := min(entry.times, found[what])) > 0
    }


def to_text(entries: Entries) -> str:
    """Return entries as the text of a baseline: JSON, one entry a line, in order of path and rule."""
    import json

    in_order = sorted(entries, key=lambda what: (what.path, *what))
    lines = [json.dumps(_as_data(entries[what]), ensure_ascii=False) for what in in_order]
    text = ",\n  ".join(lines)
    text = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
    return f'{{"version": {VERSION},\n "findings": [' + (f"\n  {text}\n ]}}\n" if lines else "]}\n")


def from_text(text: str, codes: Mapping[str, str]) -> Entries:
    """Read the text of a baseline.

    Args:
        text: what `to_text` wrote, edited at will.
        codes: the code of a rule by its name and by each former code and name.

    Raises:
        BaselineError: where it is none, with the line where that is known.
    """
    data = _parsed(text)
    if not isinstance(data, dict) or "version" not in data:
        raise BaselineError('this is no baseline: it has no "version"')
    if data["version"] is True or data["version"] != VERSION:
        raise BaselineError(
            f"it has version {_shown(data['version'])}, and this okrlint reads version {VERSION}: "
            "use a newer okrlint, or remove it and write it anew"
        )
    _refuse_unknown(data, ("version", "findings"), "key")
    found = data.get("findings")
    if not isinstance(found, list):
        raise BaselineError('"findings" is to be a list')
    entries = []
    for number, item in enumerate(found):
        try:
            entries.append(_checked(item, codes))
        except BaselineError as error:
            raise BaselineError(f"entry {number + 1}: {error}", _line_of(text, number)) from None
    return added_up(entries)


def is_eligible(finding: Finding) -> bool:
    """Tell whether a finding is of a document, so that a baseline may know it."""
    return not finding.fatal and finding.code not in _OF_THE_RUN


def _each_of(report: FileReport) -> Iterator[Finding | Unsaid]:
    """Yield the findings of a file one by one, with those that others are told instead of."""
    for finding in sorted(filter(is_eligible, report.findings), key=order):
        for part in _parts_of(finding):
            yield part
            yield from part.instead_of


def _parts_of(finding: Finding) -> tuple[Finding, ...]:
    return finding.parts or (finding,)


def _entry(finding: Finding | Unsaid, path: str) -> Entry:
    if finding.collective:
        return Entry(finding.code, path, part_of(finding))
    subject, quote = legible(finding.subject), legible(finding.quote)
    same = normal(subject) == normal(quote)
    return Entry(finding.code, path, part_of(finding), subject, "" if same else quote)


def _as_data(entry: Entry) -> dict[str, Any]:
    return {key: value for key, value in zip(_KEYS, entry, strict=True) if value != ""}


def _parsed(text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        conflict = _conflict(text)
        if conflict:
            message = (
                "a merge left conflict markers here: keep the entries of both sides, then run `okrlint baseline prune`"
            )
            raise BaselineError(message, conflict) from None
        raise BaselineError(
            f"not valid JSON: {error.msg}; mend it, or remove it and write it anew", error.lineno
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, nesting
        raise BaselineError("not valid JSON: it is nested too deeply, or has a number too long") from None


def _conflict(text: str) -> int | None:
    """Return the line of the first conflict marker of a merge, or None."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>")):
            return number
    return None


def _checked(item: Any, codes: Mapping[str, str]) -> Entry:
    from posixpath import normpath

    if not isinstance(item, dict):
        raise BaselineError(f"it is to be an object, and is {_shown(item)}")
    _refuse_unknown(item, _KEYS, "key")
    values = {"subject": "", "quote": "", "count": 1, **item}
    for key in _KEYS:
        if key not in values:
            raise BaselineError(f'it has no "{key}"')
        if key != "count" and not isinstance(values[key], str):
            raise BaselineError(f'"{key}" is to be a string, and is {_shown(values[key])}')
    count = values["count"]
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= _MOST:
        raise BaselineError(f'"count" is to be a whole number from 1 to {_MOST}, and is {_shown(count)}')
    if values["part"] not in _PARTS:
        from okrlint.suggesting import suggestion

        raise BaselineError(f"unknown part {_shown(values['part'])}; {suggestion(values['part'], _PARTS)}")
    if not values["rule"] or not values["path"]:
        raise BaselineError('"rule" and "path" may not be empty')
    rule, path = codes.get(values["rule"], values["rule"]), normpath(values["path"].replace("\\", "/"))
    return Entry(rule, path, values["part"], values["subject"], values["quote"], count)


def _refuse_unknown(table: Mapping[str, Any], known: Iterable[str], what: str) -> None:
    for key in table:
        if key not in known:
            from okrlint.suggesting import suggestion  # what only an error needs costs no run without one

            raise BaselineError(f"unknown {what} {_shown(key)}; {suggestion(key, known)}")


def _shown(value: Any) -> str:
    from reprlib import repr as short_repr

    return short_repr(value)


def _line_of(text: str, number: int) -> int | None:
    """Return the line at which an entry begins, from its number from 0."""
    from json import JSONDecoder

    decoder = JSONDecoder()
    at = text.find("[", text.find('"findings"')) + 1
    try:
        for _ in range(number):
            at = decoder.raw_decode(text, _next(text, at))[1]
        return text.count("\n", 0, _next(text, at)) + 1
    except ValueError:  # "findings" stood in another place first
        return None


def _next(text: str, at: int) -> int:
    while at < len(text) and text[at] in ", \t\r\n":
        at += 1
    return at
