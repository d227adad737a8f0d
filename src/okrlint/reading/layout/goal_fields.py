"""The fields below a goal that only plans spell as they do, and what is said there of single periods."""

from functools import cache
from re import Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.goal_drafts import period_field
from okrlint.reading.goal_words import plan_name, states_amount
from okrlint.reading.layout.fieldlines import fields_of_line
from okrlint.reading.layout.roles import Roles
from okrlint.reading.outline import Block
from okrlint.reading.plain_lines import numbering
from okrlint.reading.word_sets import words

_LONGEST_NAME = 24


def fields_below(body: list[Block], roles: Roles) -> list[tuple[str, Text]]:
    """Return the fields below a goal that only plans spell like this, and what is said of single periods."""
    fields: list[tuple[str, Text]] = []
    for block in body:
        if block.kind not in ("line", "item") or block.text is None or roles.heads[block].role == "field":
            continue
        if named := field_of(block):
            fields.extend(fields_of_line(*named))
        elif of_period := period_field_of(block):
            fields.append(of_period)
        elif block.kind == "line":
            fields.extend(fields_in_prose(block.text))
    return fields


def fields_in_prose(text: Text) -> list[tuple[str, Text]]:
    """Return the fields that sentences of a paragraph are, as in `Clinics choose us first. Target: 300 clinics`."""
    value = text.value
    found = [match for match in _begins_field().finditer(value) if plan_name(match[1]) in _IN_PROSE]
    fields = []
    for match, following in zip(found, [*found[1:], None], strict=False):
        end = following.start() if following else len(value)
        said = text.part(match.end(), len(value[:end].rstrip(" .。;；")))
        name = plan_name(match[1])
        if name and 0 < len(said.value) <= _LONGEST_FIELD and (name != "target" or states_amount(said.value)):
            fields.append((name, said))
    return fields


_IN_PROSE = words("owner target deadline baseline")
_LONGEST_FIELD = 60


@cache
def _begins_field() -> Pattern[str]:
    return compile_pattern(r"(?:\A|[.。;；!！]\s{0,3})([^\s:：.。,，;；!！][^:：.。,，;；!！]{0,24})[:：]\s{0,3}")


def field_of(block: Block) -> tuple[str, Text] | None:
    """Return the field that a line is, as plans spell it: `By when: June`, `责任部门：市场部`."""
    text = block.text
    head = text.value[:_LONGEST_NAME].replace("：", ":") if text else ""
    at = head.find(":")
    name = plan_name(head[:at].strip("*_` ")) if at > 0 else None
    if text is None or name is None or name in ("objective", "key_result"):
        return None
    rest = text.part(at + 1, len(text.value))
    return (name, rest) if rest.value else None


def period_field_of(block: Block) -> tuple[str, Text] | None:
    """Return what a line or an item says of a period."""
    text = block.text
    return period_field(text.part(numbering(text.value), len(text.value))) if text else None
