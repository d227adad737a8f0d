"""How an English key result is built: what stands before the first word that counts, and whether that is a verb.

A verb counts by where it stands and by what follows: "Test the importer" is work, "Test coverage" is a measure,
"Search results feel more relevant" is a sentence about search results.
"""

import re
from functools import cache, lru_cache
from itertools import islice, pairwise

from okrlint.language.statements import CLAIMS, Claim, Lead, VerbClass
from okrlint.language.statements.english_clauses import (
    PUT_TO_USE,
    Head,
    Words,
    has_state,
    head_of_phrase,
    is_adverb,
    is_be,
    is_boundary,
    is_deliverable,
    is_metric,
    is_people,
    is_plural,
    is_state,
    predicate,
    word_at,
)
from okrlint.language.statements.english_verbs import classes, group, has_class, verb

_LONGEST = 800
"""Characters that are read: what a statement says stands at its beginning."""

_REACH = 25
"""Words within which the comma that ends an opening phrase, or a closing bracket, is looked for."""

_LABEL_REACH = 6
"""Words within which the colon of a label is looked for."""

_THRESHOLDS = frozenset(
    ("below", "under", "above", "within", "over", "at", "between", "less", "fewer", "<", ">", "≤", "≥")
)
_KEPT_OTHERWISE = frozenset(("out", "from", "away", "off", "promise", "promises"))
"""Words with which "keep" does not mean to go on: "keep customers out of …"."""

_MEASURING_VERBS = frozenset(("check", "measure", "monitor", "report", "research", "study", "track"))
_RECORDING_VERBS = frozenset(("analyse", "analyze", "audit", "describe", "document", "review"))
"""Verbs that leave a measure what it is."""

_CARRYING_VERBS = frozenset(("handle", "process", "serve", "support"))
_KNOWN_THINGS = frozenset(("the", "our", "my", "your", "their", "every", "each", "all"))
"""Words before a thing that is there already."""

_FIELD_WORDS = frozenset(("confidence", "due", "owner", "priority", "status", "weight"))
_TIMES = frozenset(("time", "times"))
_LATER_CLAUSES = frozenset(("that", "which", "who", "where", "when", "so", "if"))
_NEVER_VERBS = ("function_words", "people", "metrics", "deliverables", "determiners")
"""Groups of words none of which begins an imperative."""


def leading(text: str) -> Lead | None:
    """Return the first content word of a statement in half width."""
    text = text[:_LONGEST]
    words = _words(text)
    at = _opening(words)
    if at >= len(words):
        return None
    first = next(islice(_word_pattern().finditer(text), at, None))
    return Lead(first.start(), first.end(), first[0], _leading_verb(words, at))


def claim(text: str, lead: Lead) -> Claim:
    """Return what a statement says, numbers aside."""
    words = _words(text[:_LONGEST])
    at, verb_class = _opening(words), lead.verb_class
    return _without_verb(words, at) if verb_class is None else _with_verb(words, at, verb_class)


def is_measured(text: str, lead: Lead) -> bool:
    """Tell whether a number in a statement measures a result: it speaks of a metric, or of a load to be carried."""
    words = _words(text[lead.start : _LONGEST])
    if lead.verb_class is None:
        return head_of_phrase(words, 0) == "metric"
    if words[0] in _RECORDING_VERBS:
        return False  # "Document performance for the 3 models"
    carries_load = words[0] in _CARRYING_VERBS and word_at(words, 1)[:1].isdecimal()
    return carries_load or head_of_phrase(words, 1) == "metric"


def is_routine(text: str, lead: Lead) -> bool:
    """Tell whether a statement does normal business: "Answer support tickets"."""
    found = verb(lead.word.lower())
    if found is None or not (lead.verb_class == "soft" or found[0] in group("routine_verbs")):
        return False
    said = f" {text[:_LONGEST].lower()} "
    return any(f" {words} " in said for words in group("routine_words"))


def moves(text: str) -> bool:
    """Tell whether a verb of growth or decline, or a comparative, stands anywhere in a statement."""
    return any(map(_moves, _words(text[:_LONGEST])))


@lru_cache(maxsize=2048)
def _moves(word: str) -> bool:
    if word in group("comparatives"):
        return True
    known = verb(word)
    return known is not None and (known[0] in group("outcome_up") or known[0] in group("outcome_down"))


def is_name(text: str, lead: Lead) -> bool:
    """Tell whether a statement is a noun phrase, of which nothing is said; so is a lone word: "Support"."""
    if lead.verb_class is not None:
        return not any(map(str.isalnum, text[lead.end :]))
    words = _words(text[lead.start : _LONGEST])
    if words[0] in group("comparatives") or words[0] in group("function_words"):
        return False
    return group("subjects").isdisjoint(_words(text[: lead.start])) and predicate(words, 0) is None


def names_level(text: str, lead: Lead) -> bool:
    """Tell whether a statement names a level by a set phrase, or what each of those who learn can do."""
    words = _words(text[:_LONGEST])
    if not _firsts_of_levels().isdisjoint(words):
        first = _opening(words)
        is_work = lead.verb_class in ("soft", "output") and words[first] not in group("makes")
        ends = ((at, _level_end(words, at)) for at in range(first, len(words)))
        if any(end and (at == first or (not is_work and is_boundary(word_at(words, end)))) for at, end in ends):
            return True
    return word_at(words, 0) in _EACH and _can_all(words)


_EACH = frozenset(("every", "each", "all"))


@cache
def _firsts_of_levels() -> frozenset[str]:
    return frozenset(level.partition(" ")[0] for level in group("levels"))


def _level_end(words: Words, at: int) -> int:
    """Return the index behind the level that is named at `at`, or 0; "Break-even analysis" names none."""
    for length in (3, 2, 1):
        if " ".join(words[at : at + length]) in group("levels"):
            following = word_at(words, at + length)
            is_named = is_boundary(following) or is_adverb(following) or following in group("determiners")
            return at + length if is_named else 0
    return 0


def _can_all(words: Words) -> bool:
    """Tell whether learners "can" do something, and do not only have it at their disposal."""
    if "can" not in words[:_REACH]:
        return False
    at = words.index("can")
    ability = word_at(words, at + 1)
    while is_adverb(ability):
        at += 1
        ability = word_at(words, at + 1)
    is_able = ability.isalpha() and ability not in group("served") and not is_be(ability)
    return is_able and not group("learners").isdisjoint(words[:at])


@lru_cache(maxsize=64)  # a statement is looked at from several sides
def _words(text: str) -> Words:
    if not (text.isascii() and text.isprintable()):
        return tuple(map(str.lower, _word_pattern().findall(text)))
    words: list[str] = []
    for chunk in text.split():
        words += _words_of(chunk)
    return tuple(words)


@lru_cache(maxsize=2048)  # no word reaches across a space, and what stands between two is often the same
def _words_of(chunk: str) -> tuple[str, ...]:
    return tuple(map(str.lower, _word_pattern().findall(chunk)))


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z]/[A-Z]\b|[A-Za-z]{1,40}(?:['’-][A-Za-z]{1,40}|\.[a-z]{2,40}){0,4}|\d{1,20}(?:[.,]\d{1,20}){0,4}|\S",
        re.ASCII,
    )


# --- what stands before the first word that counts ---


def _opening(words: Words) -> int:
    """Return the index of the first content word."""
    at = _behind_label(words) if ":" in words else 0
    while at < len(words) and not _is_content(words[at]):
        behind = _behind_opening_word(words, at)
        if behind == at:
            break
        at = behind
    return at


def _behind_label(words: Words) -> int:
    """Return the index behind "Docs:", or behind fields ("Confidence 5/10, weight 30%:").

    What does something to something is no label, but the statement: "Build a pipeline: retrieve, verify, score".
    """
    has_fields = word_at(words, 0) in _FIELD_WORDS
    if word_at(words, 1) in group("determiners") and has_class(word_at(words, 0), "output", "soft"):
        return 0
    for at, word in enumerate(words[: _REACH if has_fields else _LABEL_REACH]):
        if word == ":" and word_at(words, at + 1)[:1].isalpha():
            return at + 1
        if word == "," and not has_fields:
            break
    return 0


@lru_cache(maxsize=2048)
def _is_content(word: str) -> bool:
    """Tell whether a word is never passed over, whatever follows it."""
    if not word[0].isalpha() or word in ("will", "the", "our") or is_adverb(word):
        return False
    return not any(word in group(name) for name in ("prepositions", "time_words", "subjects", "modals", "determiners"))


def _behind_opening_word(words: Words, at: int) -> int:
    """Return the index behind the bracket, adverb, date, auxiliary or phrase at `at`, or `at` itself."""
    word, following = words[at], word_at(words, at + 1)
    if word in ("(", "["):
        return _behind_mark(words, at, ")" if word == "(" else "]") or at + 1
    if word == "@":
        return at + 2
    if word in group("prepositions"):
        return _behind_phrase(words, at)
    if word in group("time_words") and following.isdecimal():
        return at + 2
    if word in group("subjects") or (word in ("the", "our") and (following == "team" or _body_length(words, at))):
        return _behind_subject(words, at)
    if following == "to" and word in group("modals"):
        return at + 2
    is_passed = word == "will" or not word[0].isalpha() or is_adverb(word) or word in group("determiners")
    return at + is_passed


def _behind_mark(words: Words, at: int, mark: str) -> int | None:
    """Return the index behind the next `mark`, or None where none is near."""
    for index in range(at + 1, min(at + _REACH, len(words))):
        if words[index] == mark:
            return index + 1
    return None


def _behind_phrase(words: Words, at: int) -> int:
    """Return the index behind an opening phrase: "By March, …", "By end of March …"; or `at` if it does not end."""
    is_aim = words[at] == "to" and verb(word_at(words, at + 1)) is not None
    behind = _behind_mark(words, at, ",")
    if behind and (not is_aim or verb(word_at(words, behind)) is not None):
        return behind
    if is_aim:
        return at + 1
    end = at + 1
    while word_at(words, end) in group("time_words") or word_at(words, end)[:1].isdecimal():
        end += 1
    return end if end > at + 1 else at


def _body_length(words: Words, at: int) -> int:
    """Return how many words from `at` name a body that will do something, or 0: "the Parks Department [will] …"."""
    for end in range(at + 2, min(at + _LONGEST_SUBJECT + 1, len(words))):
        if words[end] in _INTENDS:
            is_named = words[end - 1] in group("bodies") or is_people(words[end - 1])
            return end - at if is_named and verb(word_at(words, end + 1)) is not None else 0
    return 0


_INTENDS = frozenset(("will", "shall", "must"))


def _behind_subject(words: Words, at: int) -> int:
    """Return the index behind "we will", "our team shall", "the council will"."""
    at += 1 if words[at] in group("subjects") else _body_length(words, at) or 2
    while word_at(words, at) in group("modals"):
        at += 1
    return at


# --- a verb in front ---


def _leading_verb(words: Words, at: int) -> VerbClass | None:
    """Return what the word at `at` says as the verb of an imperative ("Launch …") or a participle ("Launched …")."""
    word, following = words[at], word_at(words, at + 1)
    if word in _firsts_of_verbs():
        for phrase in (f"{word} {following} {word_at(words, at + 2)}", f"{word} {following}"):
            if phrase in classes():
                return classes()[phrase]
    found = verb(word)
    if found is None:
        return "output" if _looks_imperative(word, following) else None
    base, form = found
    before = word_at(words, at - 1)
    if form == "s" or word in group("comparatives") or before in group("determiners") or before in group("frequencies"):
        return None
    if form == "base":
        describes = _is_noun(words, at, base)
    else:
        describes = _is_gerund_of_noun(words, at) if form == "ing" else _is_adjective(words, at)
    return None if describes else classes()[base]


@cache
def _firsts_of_verbs() -> frozenset[str]:
    """Return the first words of verbs of several words: "roll" for "roll out"."""
    return frozenset(verb.partition(" ")[0] for verb in classes() if " " in verb)


def _looks_imperative(word: str, following: str) -> bool:
    """Tell whether an unknown word is a verb because an article follows: "Verify the …", "Untangle our …"."""
    return (
        following in group("determiners")
        and word.isalpha()
        and len(word) > 2
        and not word.endswith("s")
        and not is_boundary(word)
        and not any(word in group(name) for name in _NEVER_VERBS)
    )


def _is_noun(words: Words, at: int, base: str) -> bool:
    """Tell whether a word that can be noun or verb is a noun: "Test coverage", "Design partners sign"."""
    following = word_at(words, at + 1)
    if f"{base} {following}" in group("compounds"):
        return True
    if base not in group("noun_verbs"):
        return False
    if is_be(following) or following in _TIMES or (is_metric(base) and is_boundary(following) and following != "`"):
        return True
    if is_be(word_at(words, at + 2)) and following not in group("determiners"):
        return True
    if classes()[base] in ("outcome", "neutral"):
        return False
    if head_of_phrase(words, at + 1) == "metric" and base not in _MEASURING_VERBS:
        return following not in group("determiners") and not following[:1].isdecimal()
    if base != "measure" and following not in group("determiners") and _is_subject(words, at):
        return True
    behind = verb(word_at(words, at + 2))
    return is_plural(following) and behind is not None and behind[1] == "base" and behind[0] not in group("noun_verbs")


def _is_subject(words: Words, at: int) -> bool:
    """Tell whether the noun at `at` begins the subject of a sentence: "Pitch deck ready", "Call quality monitored"."""
    said = predicate(words, at)
    if said == "result" or has_state(words, at + 2):
        return True
    if said != "state" or not _LATER_CLAUSES.union(group("subjects")).isdisjoint(words[at:]):
        return False
    last = verb(words[-1])
    is_participle = words[-1].endswith("ed") or (last is not None and last[1] == "ed")
    return is_participle or any(map(is_be, words[at + 1 :]))


def _is_gerund_of_noun(words: Words, at: int) -> bool:
    """Tell whether a word in -ing belongs to a noun: "Hiring cost", "Hiring managers", "Operating rooms"."""
    if f"{words[at]} {word_at(words, at + 1)}" in group("compounds"):
        return True
    following = word_at(words, at + 1)
    if following in _FIELDS_OF_KNOWLEDGE or _feels(words, at):
        return True
    if _is_of_subject(words, at):
        return True
    if _is_settled_paper(words, at) or (following in group("people") and _ends_label(words, at)):
        return True
    return following not in group("determiners") and head_of_phrase(words, at + 1) in ("metric", "people")


_FIELDS_OF_KNOWLEDGE = frozenset(("theory", "theories", "science", "psychology", "fundamentals", "principles"))
"""Nouns that no work is done on: "Scheduling theory"."""

_SEEMS = frozenset(("feels", "stays", "remains", "looks", "seems"))
"""Verbs of no work that tell how their subject is, in the singular."""


def _feels(words: Words, at: int) -> bool:
    """Tell whether it is said how the noun is that a word in -ing begins: "Onboarding flow feels effortless"."""
    noun = word_at(words, at + 1)
    is_noun = noun.isalpha() and not (is_boundary(noun) or is_plural(noun) or noun in group("determiners"))
    return is_noun and not _SEEMS.isdisjoint(words[at + 2 : at + 4]) and _LATER_CLAUSES.isdisjoint(words[at : at + 4])


def _is_of_subject(words: Words, at: int) -> bool:
    """Tell whether something is said of the noun that a word in -ing describes: "Testing lab accredited by ISO".

    A noun in the singular without an article is no object of work: "Testing features released in May" may be both.
    """
    for end in range(at + 2, min(at + _LONGEST_SUBJECT, len(words))):
        noun, word, following = words[end - 1], words[end], word_at(words, end + 1)
        if not noun.isalpha() or is_boundary(noun) or noun in group("determiners") or is_adverb(noun):
            return False
        if noun.endswith("s"):
            continue
        if is_state(words, end) or (_is_participle(word) and is_boundary(following)):
            return True
        found = verb(word)
        if found and found[1] == "s" and (following in group("determiners") or following.endswith("ly")):
            return True
    return False


_LONGEST_SUBJECT = 5


def _is_participle(word: str) -> bool:
    found = verb(word)
    return found[1] == "ed" if found else word.endswith("ed") and len(word) > len("need")


def _ends_label(words: Words, at: int) -> bool:
    """Tell whether the words from `at` name what a value behind a colon is of: "Cleaning staff sick days: five"."""
    return ":" in words[at : at + _REACH]


def _is_settled_paper(words: Words, at: int) -> bool:
    """Tell whether the phrase that begins at `at` is a paper or a permission that is granted: "Operating licence …"."""
    end = next((i for i in range(at + 1, min(at + _LABEL_REACH, len(words))) if words[i] in group("closings")), 0)
    return end > at + 1 and is_deliverable(words[end - 1]) and not any(map(is_boundary, words[at + 1 : end]))


def _is_adjective(words: Words, at: int) -> bool:
    """Tell whether a participle only describes the subject of a sentence: "Registered users return"."""
    following = word_at(words, at + 1)
    if words[at] in _ATTRIBUTES and _is_thing_alone(words, at + 1):
        return True
    describes = is_metric(following) or following in group("people") or following in group("deliverables")
    return describes and predicate(words, at) is not None


# fmt: off
_ATTRIBUTES = frozenset((
    "mocked", "prioritized", "prioritised", "unified", "centralized", "centralised", "consolidated", "curated",
    "streamlined", "simplified", "standardized", "standardised", "sandboxed", "versioned",
))
# fmt: on
"""Participles that tell what a thing is like rather than what somebody did: "Prioritized roadmap", "Mocked catalog"."""


def _is_thing_alone(words: Words, at: int) -> bool:
    """Tell whether one thing without an article begins at `at`; with one, somebody did it: "Unified the guide"."""
    is_code = word_at(words, at) == "`"  # `getProducts` is no plural
    noun = word_at(words, at + is_code)
    if not noun.isalpha() or noun in group("determiners") or is_boundary(noun) or (is_plural(noun) and not is_code):
        return False
    rest = tuple(word for word in words[at:] if word != "`")
    return head_of_phrase(rest, 0) == "thing"


def _with_verb(words: Words, at: int, verb_class: VerbClass) -> Claim:
    """Return what a statement claims that begins with a verb."""
    if words[at] in ("keep", "stay", "keeping"):
        rest = set(words[at + 1 :])
        if any(word in _THRESHOLDS and behind != "`" for word, behind in pairwise(words[at + 1 :])):
            return "hold"
        if rest & _KEPT_OTHERWISE:
            return "result"
    if _is_work(words, at, verb_class):
        return "work"
    if word_at(words, at + 1) == "and" and has_class(word_at(words, at + 2), "outcome", "neutral"):
        return "result"
    return CLAIMS[verb_class]


def _is_work(words: Words, at: int, verb_class: VerbClass) -> bool:
    """Tell whether what a verb of change is said of makes work of it: "Choose a metric", "Meet all the teachers"."""
    word = words[at]
    if word in group("makes") and _is_made(words, at) and group("comparatives").isdisjoint(words[at:]):
        return True
    if verb_class == "outcome" and any(pair in _WIDENING for pair in pairwise(words[at + 1 :])):
        return True
    if word in ("save", "saving"):
        return head_of_phrase(words, at + 1) == "thing"
    if word in ("meet", "meeting"):
        return head_of_phrase(words, at + 1) == "people"
    if word in ("generate", "generating"):
        is_thing = head_of_phrase(words, at + 1) in ("thing", "other")
        return is_thing and group("generated").isdisjoint(words[at:])
    return word in ("choose", "pick", "select")


_WIDENING = frozenset(("to", word) for word in ("include", "support", "cover", "allow"))
"""Words by which a thing grows rather than a measure: "Expand the model to include ferries"."""


def _is_made(words: Words, at: int) -> bool:
    """Tell whether what is gained is a deliverable: "Get the portal live", "Make a plan", not "Make our docs shine"."""
    is_new = word_at(words, at + 1) not in _KNOWN_THINGS
    made = is_new and head_of_phrase(words, at + 1) == "thing"
    last = verb(words[-1])
    is_done = words[at] == "get" and last is not None and last[1] == "ed" and classes()[last[0]] == "output"
    return made or is_done or has_state(words, at)


# --- no verb in front: a sentence, or a noun phrase alone ---


def _without_verb(words: Words, at: int) -> Claim:
    """Return what a statement claims that begins with no verb."""
    if words[at] in group("comparatives"):
        return "result"
    if words[at] == "there":
        return "state"
    head = _head(words, at)
    claim = predicate(words, at)
    if head == "thing" and claim == "nothing" and not any(map(is_be, words[at:])):
        claim = None
    if words[at] in ("has", "have") and head_of_phrase(words, at + 1) == "thing":
        return "state"
    if head == "metric" and claim in (None, "state"):
        return "state" if claim and _is_worked_on(words, at) else "result"
    if claim == "result" and _is_settled(words, at):
        return "state"
    if claim is None and group("praise").intersection(words[: at + 2]):
        return "result"
    return claim or ("thing" if head == "thing" or _is_gathering(words, at, head) else "nothing")


def _head(words: Words, at: int) -> Head:
    """Return what the noun phrase is about that begins at `at`: "A product & technical plan", "A roadmap tied to …"."""
    head = head_of_phrase(words, at)
    if head != "other":
        return head
    for end in range(at + 1, min(at + _LABEL_REACH, len(words))):
        word = words[end]
        if word in ("&", "+", "/") and word_at(words, end + 1).isalpha():
            return head_of_phrase(words, end + 1)
        if _is_participle(word) and is_boundary(word_at(words, end + 1)) and end > at + 1:
            return head_of_phrase(words[:end], at)
        if is_boundary(word):
            break
    return head


def _is_worked_on(words: Words, at: int) -> bool:
    """Tell whether something is only done with a measure: "Filter usage is tracked in the logs"."""
    for before, word in pairwise(words[at:]):
        if (before, word) in PUT_TO_USE:
            return True
        if is_be(before):
            if before in ("was", "were"):
                return False  # a remark on what happened
            found = verb(word)
            return (
                word.endswith("ed") if found is None else found[1] == "ed" and classes()[found[0]] in ("output", "soft")
            )
    return False


def _is_settled(words: Words, at: int) -> bool:
    """Tell whether a paper or a permission is said to be there: "Vendor contract signed"."""
    pairs = pairwise(words[at:])
    return any(word in group("closings") and is_deliverable(before) for before, word in pairs)


def _is_gathering(words: Words, at: int, head: Head) -> bool:
    """Tell whether people meet time and again: "Weekly coffee with the suppliers", "Round table every week"."""
    if head != "other":
        return False
    is_often = not group("frequencies").isdisjoint(words[: at + 1])
    return (is_often and "with" in words[at + 1 : at + _LABEL_REACH]) or "every" in words[at + 1 : at + _LABEL_REACH]
