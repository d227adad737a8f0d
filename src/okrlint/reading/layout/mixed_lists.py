"""Lists of key results some of which lack a label, or that stand in groups."""

from okrlint.language import quantities
from okrlint.reading.layout.roles import Roles
from okrlint.reading.outline import Block
from okrlint.reading.word_sets import words

_LONGEST_GROUP = 24
"""Characters of the name of a group at most."""
_GROUP_WORDS = 3


def without_labels(body: list[Block], roles: Roles, *, announced: bool) -> set[Block]:
    """Return the items of a list that lack the label which others in it have, and state what is to be reached.

    Behind the last of several that have labels they may be something else, unless a heading announces them.
    """
    places = [at for at, block in enumerate(body) if block.kind == "item" and roles.heads[block].role == "key_result"]
    if not places or len(places) == len(body):
        return set()
    last = len(body) if announced or len(places) == 1 else places[-1]
    found = set()
    for at, block in enumerate(body[:last]):
        beside = any(body[near].kind == "item" for near in (at - 1, at + 1) if 0 <= near < len(body))
        if block.kind == "item" and beside and roles.heads[block].role == "plain" and _states_aim(block.value):
            found.add(block)
    return found


def _states_aim(value: str) -> bool:
    """Whether an item states an amount to reach, and is no sentence about something else."""
    first = value.partition(" ")[0].lower()
    is_named = any(colon in value[:_LONGEST_GROUP] for colon in ":：")  # `Q1 target: 65%`
    if is_named or value.endswith((".", "。")) or first in _OPENING:
        return False
    return any(amount.kind not in ("rate", "duration") for amount in quantities.amounts(value))


_OPENING = words("we our i my this that these they see note notes e.g. i.e. for 我们 我們 见 見 注")
"""What a remark begins with."""


def ungrouped(blocks: list[Block], roles: Roles) -> list[Block]:
    """Return the items below the names of groups, where all items of a list are such: `- Adoption`, and below it some.

    A name is short and states no amount, and most of what stands below it does, or all of that has boxes to tick.
    """
    items = [block for block in blocks if block.kind == "item"]
    if not items or any(block.kind == "table" for block in blocks) or not all(map(_may_be_group, items)):
        return blocks
    inner = [child for item in items for child in item.children]
    if any(child.kind != "item" or roles.heads[child].role != "plain" for child in inner):
        return blocks
    are_boxes = len(items) > 1 and all(child.done is not None for child in inner)
    stated = sum(bool(quantities.amounts(child.value)) for child in inner)
    if not are_boxes and 2 * stated <= len(inner):
        return blocks
    return [each for block in blocks for each in (block.children if block.kind == "item" else [block])]


def led_by_lines(blocks: list[Block], roles: Roles) -> list[tuple[Block, list[Block]]]:
    """Return bold lines that state key results, each with the list below it that tells more; [] where they do not.

    There are several, nothing else stands beside them, and each has more words than the name of a group.
    """
    found: list[tuple[Block, list[Block]]] = []
    for block in blocks:
        if block.kind == "line" and block.line and block.line.is_strong and roles.heads[block].role == "plain":
            found.append((block, []))
        elif block.kind == "item" and found:
            found[-1][1].append(block)
        else:
            return []
    is_told = all(items and _is_statement(line.value) for line, items in found)
    return found if len(found) > 1 and is_told else []


def _is_statement(value: str) -> bool:
    return len(value.split()) > _GROUP_WORDS or (not value.isascii() and len(value) > _GROUP_CHARACTERS)


_GROUP_CHARACTERS = 8


def _may_be_group(item: Block) -> bool:
    value = item.value.rstrip(" *_:：")
    return (
        bool(item.children)
        and 0 < len(value) <= _LONGEST_GROUP
        and len(value.split()) <= _GROUP_WORDS
        and item.done is None
        and not quantities.amounts(value)
    )
