"""Which people a project names: several spellings of one, and names that may be those of several."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from okrlint.plugins import Phrase, Project, ProjectContext, fold, is_cjk
from okrlint_rules.ownership.groups import is_everybody, is_group
from okrlint_rules.ownership.owner_too_many import is_title
from okrlint_rules.ownership.placeholders import is_placeholder

_LONGEST = 60
"""Characters of a name: longer ones are none."""


class Person(NamedTuple):
    """Somebody who owns something.

    Attributes:
        key: the same for each spelling.
        name: as it is shown.
        is_sure: whether the spelling can hardly be that of somebody else.
    """

    key: str
    name: str
    is_sure: bool


class People:
    """Tells whom the owners of a project are.

    `@lchen`, "L Chen" and "l.chen" are one, and so are names that an alias joins. A part of a name (Ana), or a handle
    made of it (lchen), is that of the one whose full name fits, if there is but one.

    Args:
        project: names them.
        context: has the members that configuration names.
        aliases: other spellings of a name, by name.
    """

    def __init__(self, project: Project, context: ProjectContext, aliases: Mapping[str, Iterable[str]]) -> None:
        self._placeholders = context.lexicon("placeholder_owners")
        self._collective = context.lexicon("collective_owners")
        owners, teams = _named_in(project)
        self._teams = frozenset(map(_squeezed, (*project.teams, *teams)))
        self._known: dict[str, str] = {}
        for name, others in aliases.items():
            for each in (name, *others):
                self._known[_squeezed(each)] = name
        members = (*context.members, *(each for team in project.teams.values() for each in team.members))
        for name in members:
            self._known.setdefault(_squeezed(name), self._known.get(_squeezed(name), name))
        self._parts: dict[str, set[str]] = {}
        self._shown: dict[str, str] = {}
        for name in dict.fromkeys((*self._known.values(), *members, *owners)):
            self._shown.setdefault(_squeezed(name), name)
            for part in _parts(name):
                self._parts.setdefault(part, set()).add(_squeezed(name))
        self._made: dict[str, Person | None] = {}

    def first_of(self, owners: Iterable[Phrase]) -> tuple[Person, Phrase] | None:
        """Return the first owner who is a person, with the words that name them: who answers for an item."""
        for owner in owners:
            person = self.person(owner.text)
            if person:
                return person, owner
        return None

    def person(self, name: str) -> Person | None:
        """Return who is meant by a name; None for a team, a role, everybody, or nobody yet."""
        if name not in self._made:
            self._made[name] = self._person(name) if self._is_person(name) else None
        return self._made[name]

    def _is_person(self, name: str) -> bool:
        if len(name) > _LONGEST or not any(map(str.isalpha, name)):
            return False
        if _squeezed(name) in self._known:
            return True
        return not (
            is_placeholder(name, self._placeholders)
            or is_everybody(name, self._collective)
            or is_group(name)
            or is_title(name)
            or _squeezed(name) in self._teams
        )

    def _person(self, name: str) -> Person:
        squeezed = _squeezed(name)
        known = self._known.get(squeezed) or self._behind_department(squeezed)
        if known is not None:
            return Person(_squeezed(known), known, is_sure=True)
        fitting = self._parts.get(squeezed, set())
        if len(fitting) == 1:
            (whole,) = fitting
            found = self._known.get(whole)
            return Person(_squeezed(found or whole), found or self._shown[whole], is_sure=found is not None)
        return Person(squeezed, self._shown.setdefault(squeezed, name), is_sure=not fitting and _is_full(name))

    def _behind_department(self, squeezed: str) -> str | None:
        """Return the known name that another one ends with: 王芳 for 产品部王芳."""
        if len(squeezed) < _SHORTEST_WITH_DEPARTMENT or not is_cjk(squeezed[-1]):
            return None
        return next((known for size in (4, 3, 2) if (known := self._known.get(squeezed[-size:]))), None)


_SHORTEST_WITH_DEPARTMENT = 5


def _named_in(project: Project) -> tuple[Iterable[str], Iterable[str]]:
    """Return the names of the owners of items, and those of teams, in the order in which they first stand there."""
    owners: dict[str, None] = {}
    teams: dict[str, None] = {}
    for document in project.documents:
        if document.team:
            teams[document.team.text] = None
        for item in document.items:
            if item.team:
                teams[item.team] = None
            for owner in item.owners:
                owners[owner.text] = None
    return [name for name in owners if len(name) <= _LONGEST], teams


def _parts(name: str) -> Iterable[str]:
    """Return by what else a full name in Latin letters goes: Ana, aruiz, ruiz, anar for Ana Ruiz."""
    words = _words(name)
    if not _is_full(name) or len(words) < 2:
        return ()
    first, last = words[0], words[-1]
    return {first, last, first[0] + last, first + last[0]} - {_squeezed(name)}


def _is_full(name: str) -> bool:
    """Tell whether a name has more than one part (Ana Ruiz, 王芳), or is a handle (aruiz): Ana may be several."""
    words = _words(name)
    if any(map(is_cjk, name)):
        return not (len(name) == 2 and (name.startswith(_FAMILIAR_BEFORE) or name.endswith(_FAMILIAR_AFTER)))
    return (len(words) > 1 and len(words[0]) > 1) or name == name.lower()


_FAMILIAR_BEFORE = ("小", "老", "阿")
_FAMILIAR_AFTER = ("总", "總", "工", "姐", "哥")
"""What is said before or behind a family name among colleagues: 小王, 王总."""


def _words(name: str) -> list[str]:
    return "".join(char if char.isalnum() or char == "'" else " " for char in fold(name).lower()).split()


def _squeezed(name: str) -> str:
    return "".join(_words(name))
