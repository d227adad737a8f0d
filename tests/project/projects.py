"""Projects made of texts, and what their links come to in words that tests can read."""

from collections.abc import Mapping
from typing import NamedTuple

from okrlint.config.settings import Settings
from okrlint.opening import read_document, reader_for
from okrlint.project.interface import Place, Project, Team
from okrlint.project.summaries import DocumentSummary
from okrlint.project.summarising import packed, summary_of, unpacked
from okrlint.reading.source import Source


class Seen(NamedTuple):
    """A link: what has it, its words, its state, and what it leads to, each as "file O1 KR2"."""

    source: str
    words: str
    state: str
    targets: tuple[str, ...]


def summary(name: str, text: str, *, is_plan: bool = False) -> DocumentSummary:
    """Return the summary of a text, by way of the bytes that runs keep."""
    source = Source(text, name)
    document = read_document(source, reader_for(None, name, text.encode()), Settings(), is_plan=is_plan)
    return unpacked(packed(summary_of(document, source.text, is_plan=is_plan)))


def project_of(
    files: Mapping[str, str],
    *,
    plans: tuple[str, ...] = (),
    teams: Mapping[str, Team] | None = None,
    is_whole: bool = True,
    others: tuple[str, ...] = (),
) -> Project:
    """Return the project of some files; `others` are there, too, without OKRs."""
    documents = [summary(name, text, is_plan=name in plans) for name, text in sorted(files.items())]
    names = {*files, *others}
    return Project(documents, teams, is_whole=is_whole, has_file=names.__contains__)


def name_of(place: Place, project: Project) -> str:
    """Return what a place is called: "team.md O1 KR2", or its file alone."""
    path = project.documents[place.document].path
    item = project.item(place)
    if item is None:
        return path
    return f"{path} {item.objective}" + (f" {item.id}" if item.kind == "key_result" else "")


def seen(project: Project) -> list[Seen]:
    """Return the links of a project, in their order."""
    return [
        Seen(
            name_of(link.source, project),
            link.reference.text,
            link.state,
            tuple(name_of(target, project) for target in link.targets),
        )
        for link in project.links
    ]


def team(reference: str, field: str = "Supports", *, of_key_result: bool = False, cycle: str = "2026-Q2") -> str:
    """A team's document, in which one item supports something."""
    line = f"- {field}: {reference}\n"
    above, below = ("", f"  {line}") if of_key_result else (line, "")
    return (
        f"# Oven team OKRs {cycle}\n\n## O1: Let nobody wait for warm bread\n\n{above}"
        f"- KR1: Waiting falls from 12 to 4 minutes\n{below}- KR2: 9 of 10 loaves are sold warm\n"
    )


def document(title: str, *objectives: str, head: str = "") -> str:
    """A document with these objectives, each with a key result of its own."""
    sections = [
        f"\n## O{number}: {text}\n\n- KR1: {number}0% of {title.split()[0]} orders arrive before noon\n"
        for number, text in enumerate(objectives, 1)
    ]
    return f"# {title}\n\n{head}" + "".join(sections)


def links_of(files: dict[str, str], source: str = "teams/ovens.", **of_project: object) -> list[Seen]:
    """Return the links of the documents whose path begins like that."""
    links = seen(project_of(files, **of_project))  # type: ignore[arg-type]
    return [link for link in links if link.source.startswith(source)]
