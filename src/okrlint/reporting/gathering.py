"""What reports for people tell together, and in which order."""

from collections.abc import Iterator
from typing import NamedTuple

from okrlint.linting.findings import Finding, Hidden, Report, order

_GATHERED = 3
"""From how many findings on that say the same of a file, they are told together."""


class Told(NamedTuple):
    """A finding as it is to be shown.

    Attributes:
        hidden: why it is not reported, where it is shown nevertheless.
    """

    finding: Finding
    hidden: Hidden | None = None


def told(report: Report, show_hidden: bool) -> list[Told]:
    """Return the findings in order; on request with those that are not reported among them."""
    shown = [Told(finding) for finding in report.findings]
    if show_hidden and report.hidden:
        shown += [Told(hidden.finding, hidden) for hidden in report.hidden]
        shown.sort(key=lambda each: order(each.finding))
    return shown


def gathered(shown: list[Told]) -> Iterator[list[Told]]:
    """Yield findings one by one; but those that say the same of several places of a file together, at the first."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    of_each: list[list[Told]] = []
    for each in shown:
        finding, hidden = each
        if finding.gist:
            why = (hidden.by, hidden.reason) if hidden else ()
            group = groups.setdefault((finding.path, finding.gist, *why), [])
            group.append(each)
            of_each.append(group)
        else:
            of_each.append([each])
    for group, each in zip(of_each, shown, strict=True):
        if len(group) < _GATHERED:
            yield [each]
        elif group[0] is each:
            yield group
