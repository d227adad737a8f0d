"""A repository of three teams, two cycles and two hundred commits, with faults and look-alikes planted in it.

The same commits come out each time: nothing but a fixed seed decides, and git gets all of them in one stream.
"""

import os
import subprocess
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from documents import Document
from edits import Edit, Event, at, words
from faults import FAULTS, Plant
from look_alikes import LOOK_ALIKES
from team_documents import World, confidence, start

COMMITS = 200
TODAY = "2026-06-20"

_ENGLISH = ["Ana Silva", "Ben Ito", "Chloé Martin"]
_CHINESE = ["王芳", "李强", "陈静"]

# When each document is written first.
_STARTS = {
    "2025-q3": "2025-12-15", "2025-q4": "2025-12-15",
    "g1": "2025-12-17", "p1": "2025-12-18", "s1": "2025-12-18", "safety": "2026-02-20",
    "g2": "2026-03-20", "p2": "2026-03-20", "s2": "2026-03-23",
    "partners": "2026-03-26", "desk": "2026-03-26", "fleet": "2026-03-26", "quality": "2026-03-27",
    "brand": "2026-03-30", "data": "2026-03-30", "returns": "2026-03-30",
    "app": "2026-04-09", "half-year": "2026-04-20", "events": "2026-05-20",
}  # fmt: skip
_EVERY_WEEK = ("g1", "p1", "g2", "p2")  # others every other week
_TOGETHER = ("fleet", "returns", "half-year")  # are updated by one commit
_IMPORTED = ("2025-q3", "2025-q4")  # by the first commit
_NEVER_UPDATED = (*_IMPORTED, "partners", "desk")
_LAST_ENTRY = {"brand": "2026-04-28", "data": "2026-04-28", "returns": "2026-04-28"}
_LAST_UPDATE = {"brand": "2026-04-28", "data": "2026-04-28"}
# Edits that say nothing of how things go, where nobody follows up.
_COSMETIC = [
    at("05-07", "Typo", words("partners-2", "newsleters", "newsletters")),
    at("05-28", "Typo", words("o-partners", "partnres", "partners")),
    at("05-22", "加空格", words("desk-2", "每天90通降至20通", "每天 90 通降至 20 通")),
    at("06-10", "Typo", words("brand-2", "Local papres", "Local papers")),
    at("06-11", "加空格", words("data-2", "的任务由25个降至5个", "的任务由 25 个降至 5 个")),
]


@dataclass
class Planted:
    """The repository as it was written: its documents at the end, and the commit and author of each event."""

    world: World
    faults: list[Plant] = field(default_factory=lambda: list(FAULTS))
    look_alikes: list[Plant] = field(default_factory=lambda: list(LOOK_ALIKES))
    authors: dict[Event, str] = field(default_factory=dict)
    commits: dict[Event, str] = field(default_factory=dict)


@dataclass
class _Stream:
    """The stream that `git fast-import` reads."""

    parts: list[bytes] = field(default_factory=list)
    count: int = 0
    head: int = 0

    def commit(
        self, day: str, author: str, message: str, files: dict[str, str], branch: str, parents: list[int]
    ) -> int:
        """Add a commit with those files and no others, and return its mark."""
        self.count += 1
        is_chinese = author in _CHINESE
        clock = datetime.fromisoformat(day).replace(hour=2, tzinfo=UTC) + timedelta(minutes=self.count)
        who = f"{author} <{'team-p' if is_chinese else 'team'}@example.com> {int(clock.timestamp())} "
        who += "+0800" if is_chinese else "+0100"
        lines = [f"commit refs/heads/{branch}", f"mark :{self.count}", f"author {who}", f"committer {who}"]
        self.parts.append("\n".join(lines).encode() + b"\n" + _data(message))
        for word, parent in zip(("from", "merge"), parents, strict=False):
            self.parts.append(f"{word} :{parent}\n".encode())
        self.parts.append(b"deleteall\n")
        for path, text in files.items():
            self.parts.append(f"M 100644 inline {path}\n".encode() + _data(text))
        return self.count


def _data(text: str) -> bytes:
    data = text.encode()
    return f"data {len(data)}\n".encode() + data + b"\n"


def write(folder: Path) -> Planted:
    """Write the repository into a folder that does not exist yet, with its work tree."""
    random = Random(40)
    events = _events(random)
    planted = Planted(World())
    stream, marks = _Stream(), dict[Event, int]()
    returning: list[tuple[str, Event, int]] = []
    minutes = ["# Minutes", ""]
    for event in sorted(events, key=lambda each: each.day):
        for back in [each for each in returning if each[0] <= event.day]:
            returning.remove(back)
            _come_back(stream, planted, back, marks, minutes)
        author = random.choice(_ENGLISH if event.message.isascii() else _CHINESE)
        world = deepcopy(planted.world) if event.merged else planted.world
        for edit in event.edits:
            edit(world)
        if not event.edits:
            minutes.append(f"- {event.day}: {author} was there")
        branch = f"side-{stream.count}" if event.merged else "main"
        parents = [stream.head] if stream.head else []
        mark = stream.commit(event.day, author, event.message, _files(world, minutes), branch, parents)
        planted.authors[event] = author
        if event.merged:
            returning.append((event.merged, event, mark))
        else:
            marks[event], stream.head = mark, mark
    assert not returning
    _git(folder, stream, planted, marks)
    return planted


def _come_back(
    stream: _Stream, planted: Planted, back: tuple[str, Event, int], marks: dict[Event, int], minutes: list[str]
) -> None:
    day, event, tip = back
    for edit in event.edits:
        edit(planted.world)
    author = planted.authors[event]
    files, message = _files(planted.world, minutes), f"Merge branch 'side-{tip - 1}'"
    stream.head = marks[event] = stream.commit(day, author, message, files, "main", [stream.head, tip])


def _files(world: World, minutes: list[str]) -> dict[str, str]:
    files = {each.path: each.written() for each in world.documents.values()}
    return {**files, "minutes.md": "\n".join([*minutes, ""])}


def _git(folder: Path, stream: _Stream, planted: Planted, marks: dict[Event, int]) -> None:
    folder.mkdir(parents=True)
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    run = partial(subprocess.run, cwd=folder, env=env, check=True, capture_output=True)
    run(["git", "init", "-q", "-b", "main"])
    imported = ["git", "fast-import", "--quiet", "--export-marks=.git/marks"]
    run(imported, input=b"".join([*stream.parts, b"done\n"]))
    run(["git", "reset", "-q", "--hard", "main"])
    named = dict(each.split() for each in (folder / ".git/marks").read_text().splitlines())
    planted.commits = {event: named[f":{mark}"] for event, mark in marks.items()}


def _events(random: Random) -> list[Event]:
    """Return all events: documents written first, weekly updates, what is planted, and meetings up to the number."""
    events = [at(_STARTS["2025-q4"], "Import from the wiki", *(_started(name, random) for name in _IMPORTED))]
    events += [
        at(day, _first_message(name), _started(name, random)) for name, day in _STARTS.items() if name not in _IMPORTED
    ]
    for first, weeks in (("2026-01-06", 13), ("2026-04-07", 11)):
        for week in range(weeks):
            day = (date.fromisoformat(first) + timedelta(weeks=week)).isoformat()
            names = [name for name in _STARTS if _is_updated(name, day, week)]
            for name in [each for each in names if each not in _TOGETHER]:
                merged = _next(day) if (name, week) in {("s1", 4), ("p1", 6), ("p2", 3), ("s2", 6)} else None
                events.append(at(day, _message(name, day), _updated(name, day, week), merged=merged))
            if edits := [_updated(name, day, week) for name in names if name in _TOGETHER]:
                events.append(at(day, _message("fleet", day), *edits))
    events += [event for plant in (*FAULTS, *LOOK_ALIKES) for event in plant.events] + _COSMETIC
    count = len(events) + sum(event.merged is not None for event in events)
    meetings = COMMITS - count
    assert meetings > 0, count
    first_day, last_day = date(2026, 1, 8), date(2026, 6, 18)
    for number in range(meetings):
        held = first_day + (last_day - first_day) * number // max(meetings - 1, 1)
        events.append(at(held.isoformat(), "Minutes"))
    return events


def _first_message(name: str) -> str:
    return "新增OKR" if name in ("p1", "p2", "desk", "data", "safety", "quality") else f"Add the OKRs: {name}"


def _message(name: str, day: str) -> str:
    if name in ("p1", "p2", "data", "safety", "quality"):
        return "更新进度"
    week = date.fromisoformat(day).isocalendar().week
    return f"Supply: week {week}" if name in ("s1", "s2", "fleet", "returns", "half-year") else "Weekly update"


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _started(name: str, random: Random) -> Edit:
    def edit(world: World) -> None:
        start(world, name, random)

    return edit


def _is_updated(name: str, day: str, week: int) -> bool:
    """Tell whether a document gets an update on that day: it is there, its cycle runs, and somebody cares."""
    is_q1 = name in ("g1", "p1", "s1", "safety")
    return (
        name not in _NEVER_UPDATED
        and _STARTS[name] <= day <= _LAST_UPDATE.get(name, TODAY)
        and is_q1 == (day < "2026-04-01")
        and (name in _EVERY_WEEK or week % 2 == 0 or day == _LAST_UPDATE.get(name))
    )


def _updated(name: str, day: str, week: int) -> Edit:
    """Return the weekly update: progress and confidence of each key result, and a check-in of one per objective."""

    def edit(world: World) -> None:
        for document in _documents(world, name):
            for objective in document.objectives:
                for key_result in objective.key_results:
                    levels, done = (key_result.weekly.get(key, []) for key in ("confidence", "progress"))
                    if week < len(levels):
                        key_result.fields["confidence"] = confidence(document.form, levels[week])
                    if week < len(done):
                        key_result.fields["progress"] = f"{done[week]}%"
                told = [each for each in objective.key_results if not each.is_quiet]
                if told and day <= _LAST_ENTRY.get(name, TODAY):
                    one = told[week % len(told)]
                    progress = one.fields["progress"]
                    text = (
                        f"进度{progress}，数据取自周报"
                        if document.form == "zh"
                        else f"progress {progress}, from the report"
                    )
                    one.entries.append((day, text))

    return edit


def _documents(world: World, name: str) -> list[Document]:
    """Return the documents that are updated with the one of that name: what was split off from it, too."""
    return [world.documents[each] for each in (name, *(["harbour"] if name == "s2" else [])) if each in world.documents]
