"""What a commit does to the documents, as small functions; and the events that a repository is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from documents import KeyResult
from team_documents import World

Edit = Callable[[World], None]


@dataclass(frozen=True, eq=False)
class Event:
    """One commit: its day (YYYY-MM-DD), its message, whose language tells who writes it, and its edits.

    With `merged`, a branch leaves before the commit, and comes back on that day with a message of git's own.
    """

    day: str
    message: str
    edits: tuple[Edit, ...]
    merged: str | None = None


def at(day: str, message: str, *edits: Edit, merged: str | None = None) -> Event:
    """Return the event of a day, given as MM-DD (2026) or YYYY-MM-DD."""
    return Event(whole(day), message, edits, merged and whole(merged))


def whole(day: str) -> str:
    """Return the day with its year."""
    return date.fromisoformat(day if len(day) > 5 else f"2026-{day}").isoformat()


def words(name: str, old: str, new: str) -> Edit:
    """Put other words into a key result or an objective."""

    def edit(world: World) -> None:
        item = world.key_results.get(name) or world.objectives[name]
        assert old in item.text, f"{name} has no {old}"
        item.text = item.text.replace(old, new)

    return edit


def field(name: str, key: str, value: str) -> Edit:
    """Give a field of a key result another value."""

    def edit(world: World) -> None:
        assert world.key_results[name].fields.get(key) != value
        world.key_results[name].fields[key] = value

    return edit


def weekly(name: str, **values: list[int]) -> Edit:
    """Let the weekly updates of a key result go otherwise: confidence in tenths, progress in percent."""

    def edit(world: World) -> None:
        world.key_results[name].weekly |= values
        world.key_results[name].is_quiet = True

    return edit


def line(name: str, text: str) -> Edit:
    """Add a line below a key result."""
    return lambda world: world.key_results[name].lines.append(text)


def tail(name: str, *lines: str) -> Edit:
    """Add lines at the end of a document."""
    return lambda world: world.documents[name].tail.extend(lines)


def entry(name: str, day: str, text: str) -> Edit:
    """Add a check-in of that day."""
    return lambda world: world.key_results[name].entries.append((whole(day), text))


def removed(*names: str) -> Edit:
    """Take key results or objectives away."""

    def edit(world: World) -> None:
        for name in names:
            if name in world.objectives:
                for document in world.documents.values():
                    document.objectives = [one for one in document.objectives if one is not world.objectives[name]]
            else:
                world.home(name).key_results.remove(world.key_results[name])

    return edit


def put(name: str, objective: str, place: int) -> Edit:
    """Move a key result below an objective, or put it back there, at a place counted from 0."""

    def edit(world: World) -> None:
        item = world.key_results[name]
        for document in world.documents.values():
            for one in document.objectives:
                if item in one.key_results:
                    one.key_results.remove(item)
        world.objectives[objective].key_results.insert(place, item)

    return edit


def added(name: str, objective: str, text: str) -> Edit:
    """Add a key result at the end of an objective, with the fields of the first one there."""

    def edit(world: World) -> None:
        home = world.objectives[objective]
        made = KeyResult(text, dict(home.key_results[0].fields), is_quiet=True)
        world.key_results[name] = made
        home.key_results.append(made)

    return edit


def renamed(name: str, path: str) -> Edit:
    """Give a document another path."""

    def edit(world: World) -> None:
        world.documents[name].path = path

    return edit
