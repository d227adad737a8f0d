"""Whether what a plugin says of a rule is true."""

from collections.abc import Iterator
from typing import Any, TypeVar

from okrlint.linting.examples import files_of
from okrlint.linting.fields import fields_of
from okrlint.linting.interface import Rule, RuleRef
from okrlint.model import Action, CheckIn, Document, KeyResult, Objective
from okrlint.testing.examples import Example, examples_of, rule_of
from okrlint.testing.running import Opened, of_rule, opened, ran
from okrlint.vetting import flaw_of_rule

_AnyItem = TypeVar("_AnyItem", Objective, KeyResult)


def check_reference(ref: RuleRef, rule: type[Rule[Any]]) -> None:
    """Raise an AssertionError where a reference and its rule do not agree, or a need is none."""
    __tracebackhide__ = True
    flaws = list(_flaws(ref, rule))
    if flaws:
        raise AssertionError("\n".join(flaws))


def _flaws(ref: RuleRef, rule: type[Rule[Any]]) -> Iterator[str]:
    if flaw := flaw_of_rule(rule):
        yield f"{ref.code}: {flaw}"
        return
    for field in ("code", "name", "on", "aliases"):
        said, due = getattr(ref, field), getattr(rule.meta, field)
        if said != due:
            yield f"{ref.code}: the reference has the {field} {said!r}, the rule's meta {due!r}"
    is_across = rule.target != "project" and rule.check_across is not Rule.check_across
    due = "project" if rule.target == "project" else "both" if is_across else "document"
    if ref.scope != due:
        yield f"{ref.code}: the reference has the scope {ref.scope!r}, the rule {due!r}"
    elif ref.across and ref.scope == "project":
        from okrlint.testing.projects import fields_in

        for example in examples_of(rule):
            if example.places and fields_in(example.text).isdisjoint(ref.across):
                yield f"{example}: the rule needs {', '.join(ref.across)}, and these documents have none of it"
    elif ref.needs:
        for example in examples_of(rule):
            if len(files_of(example.text)) == 1:  # of several, each is read by itself
                yield from _found_without(ref, example)


def _found_without(ref: RuleRef, example: Example) -> Iterator[str]:
    """Yield what the rule has to say of an example that has none of the fields that it needs."""
    needs = ", ".join(ref.needs)
    source, document = opened(example.text)
    if example.places and fields_of(document).isdisjoint(ref.needs):
        yield f"{example}: the rule needs {needs}, and this document has none of it: it would not even be run"
    rule = rule_of(example)
    bare = Opened(source, without(document, frozenset(ref.needs)))
    for finding in of_rule(rule, ran(rule, bare, example.given.today).findings):
        yield (
            f"{example}: the rule needs {needs}, but has something to say where all of it is taken away: "
            f"{finding.message}"
        )


def without(document: Document, needs: frozenset[str]) -> Document:
    """Return a document without some kinds of fields, as `okrlint.linting.fields` tells them."""
    changes: dict[str, Any] = {"objectives": tuple(_objective(each, needs) for each in document.objectives)}
    if "owner" in needs:
        changes["owners"] = ()
    if needs & {"checkin", "confidence"}:
        changes["checkins"] = ()
    return document.model_copy(update=changes)


def _objective(objective: Objective, needs: frozenset[str]) -> Objective:
    results = tuple(_bare(each, needs) for each in objective.key_results)
    return _bare(objective, needs).model_copy(update={"key_results": results})


def _bare(item: _AnyItem, needs: frozenset[str]) -> _AnyItem:
    changes: dict[str, Any] = {}
    if "owner" in needs:
        changes |= {"owners": (), "owners_inherited": (), "contributors": ()}
    if "deadline" in needs and not item.deadline_inherited:
        changes["deadline"] = None
    changes |= {name: None for name in ("confidence", "weight", "score") if name in needs}
    checkins: tuple[CheckIn, ...] = () if needs & {"checkin", "confidence"} else item.checkins
    actions: tuple[Action, ...] = () if "action" in needs else item.actions
    steps: dict[str, Any] = {"owners": ()} if "owner" in needs else {}
    if "deadline" in needs:
        steps["due"] = None
    changes |= {"checkins": checkins, "actions": tuple(each.model_copy(update=steps) for each in actions)}
    return item.model_copy(update=changes)
