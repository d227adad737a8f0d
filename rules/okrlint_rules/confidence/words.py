"""Whether anybody commented on a change of confidence."""

from okrlint.plugins import Project, ProjectContext
from okrlint_rules.checkin.entries import says_something
from okrlint_rules.confidence.through_commits import Rated
from okrlint_rules.lifecycle.notes import Changed, is_explained
from okrlint_rules.lifecycle.values import Setting

_NEAR = 7
"""Days before or after a change within which a check-in is about it."""


def is_commented(each: Rated, before: Setting, after: Setting, project: Project, context: ProjectContext) -> bool:
    """Tell whether anybody said why confidence changed: in a check-in of that time, the document or the commit."""
    version, former = each.versions[after.at], each.versions[after.at - 1]
    item, number = each.item, each.place.document
    document = project.documents[number]
    known = {entry.note for entry in former.item.checkins}
    for entry in (*item.checkins, *version.item.checkins, *document.checkins):
        is_near = entry.day is not None and abs((entry.day - after.day).days) <= _NEAR
        is_fresh = entry.day is None and entry.note not in known and entry in version.item.checkins
        if (is_near or is_fresh) and entry.note and says_something(entry.note, item.text, context):
            return True
    names = [value.raw for value in (before.value, after.value) if value]
    changed = Changed(
        version.commit,
        version.added,
        (item.label or item.id, *names),
        former.item,
        version.item,
        item,
        each.place,
        each.line.notes,
    )
    return project.history is not None and is_explained(changed, project.history, context)
