"""What stands below an item: actions, and what it refers to."""

from collections.abc import Sequence
from datetime import UTC, tzinfo
from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import fold
from okrlint.model import Action, Problem, Text
from okrlint.reading.assembly.attributes import Attributes
from okrlint.reading.drafts import Draft
from okrlint.reading.values import fields as values
from okrlint.reading.values.inline import split_inline
from okrlint.reading.word_sets import words

_DONE = words("true yes y done x ✓ ✔ ✅ ☑ √ 是 完成 已完成 completed complete finished closed")
_OPEN = words(
    "false no n open todo planned backlog doing ❌ ✗ ✘ ✖ ✕ × ⬜ ☐ □"
    " 否 未完成 尚未完成 没完成 未开始 未開始 进行中 進行中"
) | {"not yet", "not done", "not started", "in progress", "to do"}


_AS_EMOJI = "\ufe0f"
"""What makes an emoji of the sign before it: ✔️."""


def action(draft: Draft, cycle: values.Bounds | None, problems: list[Problem], zone: tzinfo = UTC) -> Action:
    """Return a step of a plan with its owners, its due date (a Unix time is a day of `zone`) and whether it is done."""
    text, inline = split_inline(draft.text)
    attributes = Attributes(draft.fields + inline, problems)
    due = attributes.one("deadline")
    done = attributes.one("done") or attributes.one("status")
    return Action.model_construct(
        text=text,
        owners=tuple(owner for field in attributes.all("owner") for owner in values.owners(field)),
        due=values.deadline(due, cycle, zone=zone) if due else values.deadline_of_step(text, cycle),
        done=is_done(done) if draft.done is None and done else draft.done,
    )


def is_done(text: Text) -> bool | None:
    """Return whether words say that something is done; None for other words."""
    word = text.value.replace(_AS_EMOJI, "").strip().lower()
    return True if word in _DONE else False if word in _OPEN else None


def hand_down_steps(objective: Draft) -> None:
    """Give key results the steps of their objective that name them (`- [ ] KR2: call 40 accounts`).

    A label that two key results have names neither; such steps stay with the objective, as do those without one.
    """
    if not any(step.label for step in objective.actions):
        return
    named: dict[str, Draft | None] = {}
    for number, child in enumerate(objective.children, 1):
        key = _key(child.label or f"KR{number}")
        named[key] = None if key in named else child
    kept: list[Draft] = []
    for step in objective.actions:
        child_of_label = named.get(_key(step.label)) if step.label else None
        (child_of_label.actions if child_of_label else kept).append(step)
    objective.actions = kept


def _key(label: str) -> str:
    return "".join(fold(label).upper().split())


@cache
def _reference() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[\w.#/\u3400-\u9fff-]{1,24}\s{0,3}", ASCII)


def references(texts: Sequence[Text]) -> tuple[Text, ...]:
    """Return what an item contributes to; a list of identifiers (O1, KR2) counts as several."""
    found: list[Text] = []
    for text in texts:
        parts = text.split(",，、;；")
        identifiers = len(parts) > 1 and all(_reference().fullmatch(part.value) for part in parts)
        found.extend(parts if identifiers else [text])
    return tuple(found)
