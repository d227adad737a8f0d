"""People and teams that a tree lists with their identifiers, so that items name them by these: `ownerId: u1`."""

from okrlint.reading.data.nodes import Entry, Mapping, Node, Scalar, Sequence
from okrlint.reading.data.record_shapes import key_word, text_of
from okrlint.reading.drafts import Draft
from okrlint.reading.text_builder import rewritten
from okrlint.reading.word_sets import words

_LISTS = words(
    "users people persons members employees staff owners teams departments squads groups"
    " 用户 人员 人員 成员 成員 员工 員工 团队 團隊 部门 部門"
)
_IDENTIFIERS = words("id uid uuid userid teamid key gid 编号 編號")
_NAMED = frozenset(("owner", "contributors", "team"))
_TEAM_IDENTIFIERS = words("teamid departmentid deptid squadid groupid 团队id 團隊id 部门id 部門id")
_LONGEST_SLUG = 32


def directory(roots: list[Node]) -> dict[str, str]:
    """Return the names of people and teams by their identifiers: `users: [{id: u1, name: Ana}]` at the top."""
    found: dict[str, str] = {}
    for root in roots:
        for entry in root.entries if isinstance(root, Mapping) else ():
            if key_word(entry.key) in _LISTS and isinstance(entry.node, Sequence):
                found.update(pair for item in entry.node.items if (pair := _identified(item)))
    return found


def _identified(item: Node) -> tuple[str, str] | None:
    if not isinstance(item, Mapping):
        return None
    own = [entry.node for entry in item.entries if key_word(entry.key) in _IDENTIFIERS]
    name = text_of(item, ("title",))
    if not own or name is None or not isinstance(own[0], Scalar) or not isinstance(name.node, Scalar):
        return None
    return own[0].value, name.node.value


def name_all(drafts: list[Draft], names: dict[str, str]) -> None:
    """Name people and teams in items, and in what belongs to these, as the directory does."""
    for draft in drafts:
        draft.fields = [
            (name, rewritten(text, names[text.value]) if name in _NAMED and text.value in names else text)
            for name, text in draft.fields
        ]
        name_all([*draft.children, *draft.actions, *draft.checkins], names)


def identifies_team(entry: Entry, names: dict[str, str]) -> bool:
    """Tell whether an entry names a team by its identifier, and that is in the directory or can be read as a name."""
    node = entry.node
    if key_word(entry.key) not in _TEAM_IDENTIFIERS or not isinstance(node, Scalar) or node.empty:
        return False
    return node.value in names or _is_slug(node.value)


def _is_slug(value: str) -> bool:
    """Tell whether an identifier is made of words (`team-platform`), and is no number or key of a database."""
    parts = value.replace("_", "-").split("-")
    if len(value) > _LONGEST_SLUG or not any(len(part) > 1 and part.isalpha() for part in parts):
        return False
    return all(part.isalpha() or (part.isdecimal() and len(part) < len("100")) for part in parts)
