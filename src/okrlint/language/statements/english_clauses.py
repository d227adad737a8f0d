"""English noun phrases and predicates: what a phrase is about, and what is said of a subject."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from okrlint.language.statements import Claim
from okrlint.language.statements.english_verbs import classes, group, has_class, is_making, verb

Words = Sequence[str]
"""A statement's words in lower case; numbers and signs are words of their own."""

Head = Literal["metric", "people", "thing", "other"]
"""What a noun phrase is about: a measure, people, a deliverable, or none of these."""

_FORMS_OF_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "gets"))
_OTHER_AUXILIARIES = frozenset(("get", "has", "have", "can", "exist", "exists"))
_RELATIVES = frozenset(("that", "which", "who", "whose", "where", "how", "so"))
_STOPS = frozenset(".;!?")
_CONJUNCTIONS = frozenset(("and", "or", "/", "&", "+", ","))
_ENDS_OF_PHRASE = frozenset(("of", "and", "or", "than", "has", "have", "can", "will")) | _RELATIVES | _FORMS_OF_BE
_ENDINGS_OF_PEOPLE = ("ers", "ors", "ees", "ists", "ians")
_SPEEDS = frozenset(("immediately", "promptly", "quickly", "rapidly", "swiftly"))
"""Adverbs that say how fast: behind them a participle tells of a service, not of a thing that is finished."""

_SIGNS_IN_PHRASE = frozenset("$€£¥%")


_by_word = lru_cache(maxsize=2048)  # what a word alone decides is asked time and again, of few words


def word_at(words: Words, at: int) -> str:
    """Return the word at an index, "" outside of the statement."""
    return words[at] if 0 <= at < len(words) else ""


@_by_word
def is_adverb(word: str) -> bool:
    """Tell whether a word only colours others: listed ones, and words in -ly that are no verbs."""
    return word in group("adverbs") or (word.endswith("ly") and len(word) > 4 and word not in classes())


@_by_word
def is_boundary(word: str) -> bool:
    """Tell whether a noun phrase cannot go on with `word` ("" is the end of the statement)."""
    return not word[:1].isalnum() or word in _ENDS_OF_PHRASE or word in group("prepositions")


def is_be(word: str) -> bool:
    """Tell whether a word is a form of "be"."""
    return word in _FORMS_OF_BE


@_by_word
def is_plural(word: str) -> bool:
    """Tell whether a noun is in the plural, by its ending."""
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in group("people")


@_by_word
def is_people(word: str) -> bool:
    """Tell whether a noun names people: listed ones, and plurals on -ers, -ists and the like of no known thing."""
    return word in group("people") or (word.endswith(_ENDINGS_OF_PEOPLE) and word not in group("deliverables"))


@_by_word
def is_metric(word: str) -> bool:
    """Tell whether a noun names a measure or a quality: listed ones, and -ness and -bility."""
    if word in group("metrics"):
        return True
    is_quality = word.endswith(("ness", "bility"))
    return is_quality and word not in group("not_metrics") and word not in group("deliverables")


@_by_word
def is_deliverable(word: str) -> bool:
    """Tell whether a noun names a thing to be delivered, in the singular or with a plural s."""
    return word in group("deliverables") or word.removesuffix("s") in group("deliverables")


def head_of_phrase(words: Words, at: int) -> Head:
    """Return what the noun phrase that begins at `at` is about: its last word tells."""
    while at < len(words) and (words[at][0].isdecimal() or words[at] in _SIGNS_IN_PHRASE):
        at += 1
    end = _end_of_phrase(words, at)
    if end == at:
        return "other"
    head = words[end - 1]
    with_modifier = f"{word_at(words, end - 2)} {head}"
    if is_metric(head) or with_modifier in group("metrics"):
        return "metric"
    if is_people(head):
        return "people"
    deliverable = is_deliverable(head) or with_modifier in group("deliverables") or is_making(head)
    return "thing" if deliverable else "other"


def _end_of_phrase(words: Words, at: int) -> int:
    """Return the index behind the noun phrase that begins at `at`."""
    if at >= len(words) or is_boundary(words[at]):
        return at
    determiners = group("determiners")
    before = words[at]
    for end in range(at + 1, len(words)):
        word = words[end]
        if _ends_any_phrase(word) or (word in determiners and before not in determiners):
            return end
        if is_metric(before) and _moves_behind(before, word):
            return end
        before = word
    return len(words)


@_by_word
def _ends_any_phrase(word: str) -> bool:
    return is_boundary(word) or word[0].isdecimal() or word in group("result_states")


def _moves_behind(metric: str, word: str) -> bool:
    """Tell whether a word is a verb of change that follows a metric: "coverage rises", "visits replace …"."""
    found = verb(word)
    if found is None:
        return False
    base, form = found
    return (form == "base" and is_plural(metric)) or (
        form != "ing" and classes()[base] in ("outcome", "neutral", "usual")
    )


def is_state(words: Words, at: int) -> bool:
    """Tell whether a state of being there begins at `at` ("live", "in place"), and no noun that it describes."""
    if at >= len(words) or words[at] not in _firsts_of_states():
        return False
    for length in (3, 2, 1):
        if " ".join(words[at : at + length]) in group("states"):
            following = word_at(words, at + length)
            return is_boundary(following) or is_adverb(following)
    return False


def has_state(words: Words, start: int) -> bool:
    """Tell whether a state of being there begins at `start` or behind it."""
    if _firsts_of_states().isdisjoint(words[start:]):
        return False
    return any(is_state(words, at) for at in range(start, len(words)))


@cache
def _firsts_of_states() -> frozenset[str]:
    return frozenset(state.partition(" ")[0] for state in group("states"))


def predicate(words: Words, subject: int) -> Claim | None:
    """Return what the first predicate behind the subject that begins at `subject` says; None if there is none."""
    of_people = (
        is_people(words[subject]) or head_of_phrase(words, subject) == "people" or _is_of_each_person(words, subject)
    )
    for at in range(subject + 1, len(words)):
        word = words[at]
        if word in _STOPS or word in _RELATIVES:
            break
        if not _may_be_predicate(word) or _belongs_to_noun(words, at):
            continue
        claim = _predicate_at(words, at, of_people=of_people or is_people(words[at - 1]))
        if claim:
            return claim
    return None


def _belongs_to_noun(words: Words, at: int) -> bool:
    """Tell whether a participle only tells which things are meant: "All pages [used] by the crew are rewritten"."""
    if not words[at].endswith("ed") or word_at(words, at + 1) not in group("prepositions"):
        return False
    return any(map(is_be, words[at + 2 : at + 6])) and not is_be(words[at - 1])


def _is_of_each_person(words: Words, subject: int) -> bool:
    """Tell whether something is said of each of some people: "Every apprentice has passed …"."""
    is_alone = word_at(words, subject + 1) in _FORMS_OF_BE | _OTHER_AUXILIARIES
    return is_alone and word_at(words, subject - 1) in ("every", "each") and is_people(words[subject] + "s")


@_by_word
def _may_be_predicate(word: str) -> bool:
    """Tell whether a word can begin a predicate, whatever stands around it."""
    return (
        word in _FORMS_OF_BE
        or word in _OTHER_AUXILIARIES
        or word.endswith("ed")
        or word in _firsts_of_states()
        or word in group("comparatives")
        or word in group("result_states")
        or _is_capability(word)
        or verb(word) is not None
    )


def _predicate_at(words: Words, at: int, *, of_people: bool) -> Claim | None:
    word, following = words[at], word_at(words, at + 1)
    if word in _FORMS_OF_BE or (word == "get" and following.endswith("ed")):
        return _behind_be(words, at + 1, of_people=of_people)
    if word in ("has", "have") and following != "been":
        is_better = not group("comparatives").isdisjoint(words[at + 1 : at + 4])
        is_given = of_people and head_of_phrase(words, at + 1) != "thing"
        return "result" if is_given or is_better else "state"
    if word in ("can", "exist", "exists") or is_state(words, at):
        return "state"
    if word in group("comparatives") and (is_boundary(following) or is_adverb(following)):
        return "result"
    if is_boundary(words[at - 1]) and words[at - 1] not in _CONJUNCTIONS and words[at - 1] != ")":
        return None
    if following.endswith("ly") and is_adverb(following) and following not in _SPEEDS:
        following = word_at(words, at + 2)
    return _participle(word, following, of_people=of_people) or _finite_verb(words, at, of_people=of_people)


def _behind_be(words: Words, at: int, *, of_people: bool) -> Claim:
    while is_adverb(word_at(words, at)) or word_at(words, at) in ("being", "been"):
        at += 1
    word = word_at(words, at)
    if word in group("comparatives") or word in group("result_states"):
        return "result"
    if is_state(words, at) or _is_done(word, of_people=of_people):
        return "result" if word_at(words, at + 1) in group("comparatives") else "state"
    return "result" if of_people or has_class(word, "outcome", "neutral") else "nothing"


def _is_done(word: str, *, of_people: bool) -> bool:
    """Tell whether a word is the participle of something finished: implemented, rewritten, hardened.

    An unknown participle counts where it does not tell how people are (relieved).
    """
    found = verb(word)
    if found:
        is_participle = found[1] == "ed" or word == "run"
        return is_participle and classes()[found[0]] in ("output", "soft", "neutral", "usual")
    return word.endswith("ed") and len(word) > 4 and not of_people


PUT_TO_USE = frozenset(
    (
        *(("used", word) for word in ("for", "in", "as")),
        *(("saved", word) for word in ("to", "in")),
        *(("optimized", "for"), ("optimised", "for")),
    )
)
"""Participles of verbs of change, and what stands behind them where they tell of something made: "saved to the log"."""


def _participle(word: str, following: str, *, of_people: bool) -> Claim | None:
    """Return what a participle behind a noun says: "Docs rewritten", "Churn reduced by …"."""
    if not is_boundary(following):
        return None  # it describes the noun that follows
    if (word, following) in PUT_TO_USE:
        return "state"
    if word in group("result_states") or (following == "within" and _is_done(word, of_people=False)):
        return "result"
    found = verb(word)
    if found and found[1] == "ed" and classes()[found[0]] == "outcome":
        return "result"
    return "state" if _is_done(word, of_people=of_people) else None


@_by_word
def _is_capability(word: str) -> bool:
    return word in group("capabilities") or (word.endswith("s") and word[:-1] in group("capabilities"))


def _is_said_of_thing(words: Words, at: int) -> bool:
    """Tell whether a verb says what a thing does for good: "The manager supports retries"; numbers are loads."""
    word, before, behind = words[at], words[at - 1], words[at + 1 : at + 4]
    if is_adverb(before) or word.endswith("s") == is_plural(before) or not behind or is_boundary(behind[0]):
        return False
    moves = verb(behind[0])  # the word is a noun, then: "Product use rises"
    return (moves is None or moves[1] == "base") and not any(each[0].isdecimal() for each in behind)


def _finite_verb(words: Words, at: int, *, of_people: bool) -> Claim | None:
    """Return what a verb in the present says: "Users return", "Churn drops", "The service runs on …"."""
    word, before, following = words[at], words[at - 1], word_at(words, at + 1)
    if not of_people and _is_capability(word) and _is_said_of_thing(words, at):
        return "state"
    found = verb(word)
    if found is None or found[1] in ("ing", "ed"):
        return None
    base, form = found
    if form == "base":
        is_finite = is_plural(before) and not is_adverb(before)
    else:
        is_noun = word in group("deliverables") or is_metric(word) or is_people(word)
        is_finite = not is_noun and (base not in group("noun_verbs") or following in group("determiners"))
    if not is_finite:
        return None
    if is_state(words, at + 1):
        return "result" if of_people and base == "feel" else "state"  # goes live, stays in place
    if of_people or classes()[base] in ("outcome", "neutral") or group("comparatives") & set(words[at + 1 : at + 4]):
        return "result"
    # Whoever does something to something is rather people than a thing, unless the thing is known.
    return "state" if form == "s" or before in group("deliverables") else "nothing"
