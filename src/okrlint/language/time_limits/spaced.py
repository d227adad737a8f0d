"""Time limits in languages that part words by spaces: within 6 months of launch, в течение года, dans les 6 mois."""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from re import ASCII, IGNORECASE, Match, Pattern
from re import compile as compile_pattern

from okrlint.language.time_limits.limit import LimitUnit, TimeLimit, is_in, listed
from okrlint.language.vocabulary import groups

_UNITS: tuple[LimitUnit, ...] = ("day", "week", "month", "quarter", "year")

_MOST_TOKENS = 400
"""A statement with more words than this is no statement."""

_LONGEST_VALUE = 80
_REACH = 6
"""How many words an event may stand behind the word that leads to it, or a number before its unit."""


@cache
def _token() -> Pattern[str]:
    return compile_pattern(r"[^\W\d_]{1,30}(?:[-'][^\W\d_]{1,30}){0,3}|\d{1,9}")


class _Tokens:
    """The words and the numbers of a text.

    Attributes:
        text: the text.
        words: the words in lower case.
    """

    __slots__ = ("_places", "text", "words")

    def __init__(self, text: str) -> None:
        matches = list(islice(_token().finditer(text), _MOST_TOKENS))
        self.text = text
        self.words = [match[0].lower() for match in matches]
        self._places = [match.span() for match in matches]

    def start(self, at: int) -> int:
        return self._places[at][0]

    def end(self, at: int) -> int:
        return self._places[at][1]

    def gap(self, at: int) -> str:
        """Return what stands between a word and the one before it."""
        return self.text[self.end(at - 1) if at else 0 : self.start(at)]

    def is_joined(self, at: int) -> bool:
        """Tell whether nothing but space parts a word from the one before it."""
        return at > 0 and not self.gap(at).strip()

    def starts_clause(self, at: int) -> bool:
        return at == 0 or self.gap(at).strip()[-1:] in tuple(".,;:!?()[]|–—-*_")

    def ends_clause(self, at: int) -> bool:
        """Tell whether a clause ends behind a word: at a sign, the end of the text, or a word that begins another."""
        behind = self.text[self.end(at) : self.end(at) + 3].lstrip(" *_`")
        if not behind or behind[0] in ".,;:!?()[]|–—。，；：":
            return True
        return at + 1 < len(self.words) and self.is_joined(at + 1) and self.words[at + 1] in listed("follows")


def spaced_limits(text: str) -> Iterator[TimeLimit]:
    """Yield the limits of some length that a statement sets."""
    tokens = _Tokens(text)
    units = _units()
    for at, word in enumerate(tokens.words):
        unit = units.get(word)
        limit = unit and _limit(tokens, at, unit)
        if limit:
            yield limit


def spaced_value(text: str) -> TimeLimit | None:
    """Return the limit that a field's value begins with, whatever it is counted from (7-9 days after the launch)."""
    if len(text) > _LONGEST_VALUE:
        return None
    stretch = next(stretches(text), None) or next(phrases(text), None)
    if stretch:
        return stretch
    tokens = _Tokens(text)
    for at, word in enumerate(tokens.words[:_REACH]):
        unit = _units().get(word)
        begin = _length_begin(tokens, at) if unit else None
        if unit and begin is None and _opening(tokens, at, "within"):
            begin = at  # в течение года
        if unit and begin is not None:
            opening = _opening(tokens, begin, "within") or _opening(tokens, begin, "in") or 0
            following = tokens.words[at + 1] if at + 1 < len(tokens.words) else None
            counted = following is None or is_in(following, "after") or is_in(following, "before")
            if begin == opening and (counted or tokens.ends_clause(at)):
                last = len(tokens.words) - 1 if following and counted else at
                return TimeLimit(tokens.start(0), tokens.end(last), unit)
            return None
    return None


@cache
def _units() -> dict[str, LimitUnit]:
    return {word: unit for unit in _UNITS for word in listed(unit)}


def _limit(tokens: _Tokens, at: int, unit: LimitUnit) -> TimeLimit | None:
    """Return the limit whose unit is the word at `at`."""
    begin = _length_begin(tokens, at)
    if begin is None:
        return _year_of_its_own(tokens, at) if unit == "year" else None
    strong = _opening(tokens, begin, "within")
    opening = strong or _opening(tokens, begin, "in")
    begin -= opening
    end = _event_end(tokens, at)
    if end is None or not tokens.ends_clause(end):
        return None
    anchored = end > at
    if not opening and not (anchored and not _lasts(tokens, begin)):
        return None
    if not anchored and not (strong or any(is_in(word, "ahead") for word in tokens.words[begin:at])):
        return None  # in three months: how long it takes, perhaps
    if not anchored and not _bounds_the_whole(tokens, begin, unit):
        return None
    return TimeLimit(tokens.start(begin), tokens.end(end), unit)


def _year_of_its_own(tokens: _Tokens, at: int) -> TimeLimit | None:
    """Return the limit that a year without a number is: в течение года, within the first year."""
    begin = at
    while begin > 0 and at - begin < 2 and is_in(tokens.words[begin - 1], "filler"):
        begin -= 1
    opening = _opening(tokens, begin, "within")
    if not opening or not tokens.ends_clause(at) or not _bounds_the_whole(tokens, begin - opening, "year"):
        return None
    return TimeLimit(tokens.start(begin - opening), tokens.end(at), "year")


def _length_begin(tokens: _Tokens, at: int) -> int | None:
    """Return where the length that ends with a unit begins (its number, and what may stand before it), or None."""
    begin = at
    numbered = singled = False
    while begin > 0 and at - begin < _REACH - 1:
        word = tokens.words[begin - 1]
        if word.isdigit() or is_in(word, "number"):
            if numbered and tokens.gap(begin).strip() not in {"-", "–", "~", "to"}:
                break
            numbered = True
        elif not is_in(word, "filler"):
            break
        singled = singled or is_in(word, "singled")
        begin -= 1
    return begin if numbered or (singled and begin < at) else None


def _opening(tokens: _Tokens, begin: int, group: str) -> int:
    """Return how many words before `begin` lead to a limit; 0 where none do."""
    for count in range(min(5, begin), 0, -1):
        words = " ".join(tokens.words[begin - count : begin])
        if words in listed(group) and all(tokens.is_joined(at) for at in range(begin - count + 1, begin + 1)):
            return count
    return 0


def _event_end(tokens: _Tokens, at: int) -> int | None:
    """Return the last word of the event that a length is counted from, `at` where none is named.

    None where it is counted from something that comes time and again: within 7 days of sign-up.
    """
    leads = at + 1
    if leads >= len(tokens.words) or tokens.gap(leads).strip(" -"):
        return at
    if not (is_in(tokens.words[leads], "after") or is_in(tokens.words[leads], "before")):
        return at
    event = None
    for place in range(leads + 1, min(len(tokens.words), leads + _REACH)):
        if is_in(tokens.words[place], "whose"):
            return None
        if is_in(tokens.words[place], "event"):
            event = place
        elif event is not None or tokens.gap(place).strip():
            break
    return event


_LASTING = frozenset(("for", "during", "over", "throughout", "last", "past", "every", "each", "per", "the", "of"))


def _lasts(tokens: _Tokens, begin: int) -> bool:
    """Tell whether the words before a length make it how long something goes on: for 2 weeks after launch."""
    return begin > 0 and tokens.words[begin - 1] in _LASTING


def _bounds_the_whole(tokens: _Tokens, begin: int, unit: LimitUnit) -> bool:
    """Tell whether a limit that begins at a word, and names no event, bounds all of the statement.

    What recurs right before it takes it for itself, unless a figure of its own stands between ("respond to 90% within
    6 months"): then that figure is reached by then. Days and weeks are more often lengths of service, so that
    nothing that recurs may stand there at all, and days bound only one deed ("ship the beta within 20 days").
    """
    words = tokens.words
    if begin and words[begin - 1] in {"to", "from", "under", "than"}:
        return False
    figure = max((at for at in range(begin) if words[at].isdigit()), default=-1)
    recurs = max((at for at in range(begin) if _recurs(tokens, at)), default=-1)
    if tokens.starts_clause(begin):
        behind = range(begin + 1, len(words))
        return unit not in {"day", "week"} and not any(_recurs(tokens, at) for at in behind)
    if unit == "day" or (unit == "week" and figure < 0):
        return recurs < 0 and _is_one_deed(words)
    if recurs >= 0 and (unit == "week" or recurs > figure):
        return False
    return figure >= 0 or _is_deed(tokens)


def _recurs(tokens: _Tokens, at: int) -> bool:
    """Tell whether a word names what comes time and again, or a share of many; not where it is counted (40 orders)."""
    word = tokens.words[at]
    before = at > 0 and tokens.words[at - 1].isdigit()
    if word == "of":
        return before and "%" in tokens.gap(at)
    return is_in(word, "recurs") and not (before and not tokens.gap(at).strip())


def _is_deed(tokens: _Tokens) -> bool:
    """Tell whether a statement begins with a verb in the form that commands."""
    english = groups("statements_en")
    first = tokens.words[0]
    if any(first in english[name] for name in ("output", "outcome_up", "outcome_down")):
        return True
    return first.endswith(tuple(listed("infinitive"))) and not first.isascii()


def _is_one_deed(words: list[str]) -> bool:
    """Tell whether a statement is about one thing that is made: ship the beta."""
    return len(words) > 1 and words[0] in groups("statements_en")["output"] and words[1] in {"the", "our", "a", "an"}


def phrases(text: str) -> Iterator[TimeLimit]:
    """Yield ends of a period in words of several languages: до конца года, bis Quartalsende."""
    lower = text.lower()
    if len(lower) != len(text):
        return
    for phrase in listed("phrase"):
        start = lower.find(phrase)
        end = start + len(phrase)
        if start >= 0 and not text[end : end + 1].isalpha() and not text[start - 1 : start].isalpha():
            yield TimeLimit(start, end, "day")


@cache
def _stretch() -> Pattern[str]:
    names = "|".join(sorted(listed("stretch")))
    number = r"[ #-]{0,2}(?:[A-Z]{1,2}-?)?\d{1,4}"
    return compile_pattern(
        r"(?<![A-Za-z])(?:by|before|until)[ ](?:the[ ])?"
        r"(?:(?P<end>end|close)[ ](?:of[ ])?(?:the[ ]|this[ ]|next[ ])?)?"
        rf"(?P<name>{names})(?P<number>{number}(?![\w.]))?(?P<after>[ -]end)?(?![\w-])",
        ASCII | IGNORECASE,
    )


def stretches(text: str) -> Iterator[TimeLimit]:
    """Yield ends of a stretch of work: by the end of the pilot, by Sprint 12, by Sprint S-02 end."""
    for match in _stretch().finditer(text):
        if _names_an_end(match):
            yield TimeLimit(*match.span(), "day")


def _names_an_end(match: Match[str]) -> bool:
    return bool(match["end"] or match["after"] or match["number"])


@cache
def _numbered_end() -> Pattern[str]:
    return compile_pattern(
        r"(?<![A-Za-z])(?:by|before|until)[ ](?:the[ ])?(?:end[ ](?:of[ ])?)?"
        r"(?P<unit>day|month|year)[ #]{1,2}\d{1,3}(?![\w%]|[.,:/-]\d|[ ](?:of|after|from|in)\b)",
        ASCII | IGNORECASE,
    )


def numbered_ends(text: str) -> Iterator[TimeLimit]:
    """Yield days and months that are counted from a start which is not told: "by Month 6", "by the end of Day 14".

    Where something that recurs is spoken of they are counted from its own beginning: "40% retention by day 30".
    """
    matches = tuple(_numbered_end().finditer(text))
    if not matches:
        return
    tokens = _Tokens(text)
    words = tokens.words
    if any(_recurs(tokens, at) or word in _OF_EACH for at, word in enumerate(words)):
        return
    is_of_people = any(_is_people(words, at) for at in range(len(words)))
    for match in matches:
        unit = _NUMBERED_UNITS[match["unit"].lower()]
        if not (unit == "day" and is_of_people):
            yield TimeLimit(*match.span(), unit)


_NUMBERED_UNITS: dict[str, LimitUnit] = {"day": "day", "month": "month", "year": "year"}


def _is_people(words: list[str], at: int) -> bool:
    """Tell whether a word means people of no number, each of whom has days of their own: "users finish it by day 2"."""
    return words[at] in groups("statements_en")["people"] and not (at and words[at - 1].isdigit())


_OF_EACH = frozenset(("cohort", "cohorts", "onboarded"))
"""Words of measures that are taken so and so long after each one's beginning."""
