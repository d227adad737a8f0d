"""Running a rule that looks at a project over an example of several files."""

from datetime import UTC, datetime, time
from functools import lru_cache
from hashlib import sha1
from itertools import groupby
from os.path import abspath
from typing import NamedTuple

from okrlint.across import fields_of, judged
from okrlint.config.settings import Settings
from okrlint.history.interface import Commit, History
from okrlint.history.tracking import Change, Step, tracked
from okrlint.history.versions import added_lines
from okrlint.linting.engine import lint_document
from okrlint.linting.examples import ExampleCommit, ExampleFile, files_of
from okrlint.linting.findings import Finding, Position
from okrlint.linting.running import Run
from okrlint.model import Document
from okrlint.opening import open_with, read_document, reader_for
from okrlint.preparing import teams_of
from okrlint.project.interface import Project
from okrlint.project.summarising import summary_of
from okrlint.reading.source import Source

_CONFIGURATION = ".okrlint.yaml"


class _Opened(NamedTuple):
    files: list[tuple[ExampleFile, Source, Document]]
    project: Project
    settings: Settings


def findings_in(text: str, run: Run) -> list[Finding]:
    """Return what the rules of a run find in the files of an example, each where it stands in the example."""
    files, project, settings = _opened(text)
    run = run._replace(teams=project.teams, members=settings.members, has_history=project.history is not None)
    given = judged(project, run, frozenset(range(len(files))))
    found = []
    for number, (file, source, document) in enumerate(files):
        report = lint_document(document, source, run, given.get(number, ()), is_whole=True)
        found += [_moved(finding, file, text) for finding in report.findings]
    return found


def fields_in(text: str) -> frozenset[str]:
    """Return which kinds of fields the files of an example have; see `RuleRef.scope`."""
    return fields_of(_opened(text).project)


@lru_cache(maxsize=64)  # the checks of one rule ask for the same texts again and again
def _opened(text: str) -> _Opened:
    """Read the files of an example; one that is named as a configuration file says what teams and plans there are."""
    files = files_of(text)
    settings = next((_settings(file) for file in files if file.name == _CONFIGURATION), Settings())
    plans = {file.name for file in files if abspath(file.name) in settings.plans}
    opened = [
        (file, *_read(file, settings, is_plan=file.name in plans))
        for file in files
        if file.name != _CONFIGURATION and file.commit is None
    ]
    documents = [summary_of(document, source.text, is_plan=file.name in plans) for file, source, document in opened]
    names = {file.name for file in files if file.commit is None}
    history = _history([file for file in files if file.name != _CONFIGURATION], settings, plans)
    project = Project(documents, teams_of(settings), has_file=names.__contains__, history=history)
    return _Opened(opened, project, settings)


def _read(file: ExampleFile, settings: Settings, *, is_plan: bool) -> tuple[Source, Document]:
    reader = reader_for(None, file.name, file.text.encode(), settings)
    source = open_with(reader, file.text.encode(), file.name, settings)
    return source, read_document(source, reader, settings, is_plan=is_plan)


def _history(files: list[ExampleFile], settings: Settings, plans: set[str]) -> History | None:
    """Return what the commits of an example come to; None where it has none."""
    if not any(file.commit for file in files):
        return None
    texts: dict[str, str] = {}
    steps: list[Step] = []
    for commit, group in groupby(files, key=lambda file: file.commit):
        changes = []
        for file in group:
            before = texts.get(file.name, "")
            texts[file.name] = file.text
            if not file.text.strip():
                changes.append(Change(file.name, None))
            elif file.text.strip() != before.strip():
                source, document = _read(file, settings, is_plan=file.name in plans)
                summary = summary_of(document, source.text, is_plan=file.name in plans)
                changes.append(Change(file.name, summary, None, added_lines(before, source.text, summary)))
        if changes:
            steps.append(Step(_commit(commit), tuple(changes)))
    now = [file.name for file in files if file.commit is None]
    gone = [Change(name, None) for name, text in texts.items() if name not in now and text.strip()]
    if gone:
        steps.append(Step(None, tuple(gone)))
    first = next(step.commit.day for step in steps if step.commit)
    known = tracked(steps, {name: number for number, name in enumerate(now)})
    return History(known.items, first, None, known.additions)


def _commit(commit: ExampleCommit | None) -> Commit | None:
    if commit is None:
        return None
    name = sha1(repr(commit).encode(), usedforsecurity=False).hexdigest()
    return Commit(name, commit.author, "", datetime.combine(commit.day, time(12), UTC), commit.message)


def _settings(file: ExampleFile) -> Settings:
    from yaml import safe_load

    from okrlint.config.extending import settings_from_mapping

    return settings_from_mapping(safe_load(file.text))


def _moved(finding: Finding, file: ExampleFile, text: str) -> Finding:
    """Return a finding of a file as one of the whole example."""
    lines = text.count("\n", 0, file.start)
    start, end = (Position(place.line + lines, place.column) for place in (finding.start, finding.end))
    return finding._replace(offset=finding.offset + file.start, start=start, end=end)
