"""Telling housekeeping from ambition: the verbs by which chores are done, and what they are done to."""

from okrlint.plugins import Context, Lead, LexiconMatch, fold, lead

_TAILS = (
    *("about", "according", "and", "around", "as", "at", "before", "by", "during", "for", "from", "in", "of"),
    *("on", "or", "per", "through", "to", "via", "when", "with", "within"),
)
"""English words that may follow a chore; before a noun it is only the first part of a name (invoice automation)."""

_ENDINGS_ZH = ("工作", "管理", "事务", "事宜", "事项", "任务", "等", "和", "与", "及", "以及", "并")
"""Chinese words that may follow a chore."""


def is_duty(text: str, context: Context) -> bool:
    """Tell whether a statement begins with a verb by which somebody attends to what comes up: answer …, 配合…."""
    return _begins_with("duties", text, context)


def usual_word_in(text: str, context: Context) -> LexiconMatch | None:
    """Return the first word by which work comes round again, is there already or is given out: weekly, 日常."""
    return next(context.lexicon("business_as_usual").find(text), None)


def chore_in(text: str, opening: Lead, context: Context) -> LexiconMatch | None:
    """Return the chore that the work of a statement is done to, if it is one: "answer emails", 整理档案."""
    return next(
        (
            found
            for found in context.lexicon("chores").find(text)
            if found.start >= opening.end
            and _is_object(text[opening.end : found.start])
            and _ends_phrase(text, found.end, context)
        ),
        None,
    )


def is_flat(text: str, opening: Lead, context: Context) -> bool:
    """Tell whether a statement puts effort into a chore without saying what comes of it: 加强档案管理."""
    return opening.verb_class == "soft" and chore_in(text, opening, context) is not None


def is_plainly_done(text: str, context: Context) -> bool:
    """Tell whether a statement begins with a verb that says only that something is done: complete …, 开展…."""
    return is_duty(text, context) or _begins_with("plain_verbs", text, context)


def _begins_with(lexicon: str, text: str, context: Context) -> bool:
    opening = lead(text)
    if opening is None:
        return False
    found = next(context.lexicon(lexicon).find(text[opening.start : opening.start + _REACH]), None)
    return found is not None and found.start == 0


_REACH = 40
"""Characters within which a verb of the lists ends."""


def _is_object(between: str) -> bool:
    """Tell whether nothing but the words of one phrase stand between a verb and its object."""
    return not any(word in _TAILS and word != "with" for word in between.lower().split()[1:])


def _ends_phrase(text: str, end: int, context: Context) -> bool:
    """Tell whether the noun that ends there is what a phrase is about, and not the beginning of a longer name."""
    behind = text[end : end + _REACH].lstrip()
    if not behind or not behind[0].isalnum():
        return True
    word = behind.split()[0].rstrip(".,;:!?").lower()
    if word.isascii():
        return word in _TAILS or word.endswith("ly")
    if fold(behind).startswith(_ENDINGS_ZH):
        return True
    following = (next(context.lexicon(name).find(behind), None) for name in ("chores", "duties"))
    return any(found is not None and found.start == 0 for found in following)
