"""Amounts in English words: ten customers, double, two-thirds, in half, zero incidents, a dozen."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.numerals import ENGLISH_MAGNITUDES, english_number, english_words
from okrlint.language.quantities import measures
from okrlint.language.quantities.lines import Line, is_digit, is_latin, lexicon
from okrlint.language.quantities.measures import Amount, Numeral
from okrlint.language.quantities.numeric import among_best, judge, limited
from okrlint.language.vocabulary import groups

_PARTS = {"third": 3, "quarter": 4, "thirds": 3, "quarters": 4, "fifth": 5, "fifths": 5}
_NOT_SHARED = frozenset(
    ("week", "weekend", "month", "quarter", "year", "hour", "minute", "sprint", "time", "count", "counts", "of")
)
"""Words behind "every second" with which it says how often, or means the unit of time."""
_EVERY = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10}
_MULTIPLIED = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0}
_LONGEST_NUMBER = 12
_INCIDENT_REACH = 4


def english(line: Line, start: int, end: int) -> Amount | int:
    """Return the amount that begins with the English word from `start` to `end`, or where it ends that is none."""
    word = line.low[start:end]
    if is_digit(line.char(start - 1)) or is_digit(line.char(end)):
        return end
    if word in {"no", "zero"}:
        return _zero(line, start, end)
    if word == "none":
        return _none(line, start, end)
    if word in english_words() or word in {"a", "an"}:
        return _number(line, start, end)
    if "fold" in word and (times := english_number(word.removesuffix("fold"))):
        return Amount(start, end, times, "x", "multiple", "relative")
    if word == "every":
        return _every(line, start, end)
    if word in _OFTEN:
        return _often(line, start, end)
    if word == "once":
        return _once(line, start, end)
    if word in _HALVES:
        return _half(line, start, end)
    if word in lexicon("quantity_words", "multiplied"):
        return _multiplied(line, start, end)
    return end


_OFTEN = ("twice", "thrice")
_HALVES = ("half", "halve", "halves", "halved", "halving")


@cache
def words_of_amounts() -> frozenset[str]:
    """Return the words that may begin an amount, beside those with "fold" in them: most words are none of them."""
    multiplied = groups("quantity_words")["multiplied"]
    return frozenset((*english_words(), *multiplied, *_OFTEN, *_HALVES, "a", "an", "every", "no", "none", "once"))


def _number(line: Line, start: int, end: int) -> Amount | int:
    """Read a number in words: ten, twenty-five, one hundred and five, a dozen."""
    if phrase := lexicon("names", "phrase_en").at(line.low, start):
        return max(end, start + len(phrase))
    if line.letters_before(start - 1).lower() in {"number", "no"}:
        return end
    first, end = end, _number_end(line, end)
    is_article = end == first and line.low[start:end] in {"a", "an"}
    value = None if is_article else english_number(line.low[start:end])
    if value is None:
        return _single(line, start, end)
    if value == 1 and (stop := _end_of_each_time(line, end)):
        return Amount(start, stop, 1.0, None, "rate", "bare")
    if part := _part(line, start, end, value) or _share(line, start, end, value):
        return part
    is_top = line.low.endswith("top-", 0, start)  # a top-ten school
    if line.char(end) == "-" and not is_top and not line.low.startswith(("-fold", "-hour", "-minute", "-second"), end):
        return end
    if (article := line.word_before(start).lower()) in lexicon("quantity_words", "definite"):
        return among_best(line, Numeral(start, end, value, words=True)) or _of_all(line, start, end, article) or end
    scaled = any(word in ENGLISH_MAGNITUDES for word in line.low[start:end].replace("-", " ").split())
    return judge(line, Numeral(start, end, value, scaled=scaled, words=True))


def _of_all(line: Line, start: int, end: int, article: str) -> Amount | None:
    """Read "all five shops", and "our five shops (two today)", whose brackets tell that they are counted."""
    measure = measures.counted(line, end) if article in _WHOLE else None
    if measure is None:
        return None
    if article == "all":
        return Amount(start, measure.end, english_number(line.low[start:end]), measure.unit, "count", "bare")
    if not line.low.startswith(" (", measure.end):
        return None
    first = measure.end + len(" (")
    word = line.letters_at(first)
    stop = first + len(word)
    while is_digit(line.char(stop)):
        stop += 1
    if not (stop > first + len(word) or word in english_words() or word == "none"):
        return None
    if line.char(stop) != ")" and line.letters_at(line.skip_space(stop)) not in _WHEN:
        return None
    return Amount(start, measure.end, english_number(line.low[start:end]), measure.unit, "count", "bare")


_WHOLE = frozenset(("all", "our", "the"))
_WHEN = frozenset(("today", "now", "so", "last", "in", "at", "this", "before", "currently", "until", "yet", "as"))
"""What may follow the number that something starts from: "two today", "four last year"."""


def _single(line: Line, start: int, end: int) -> Amount | int:
    """Read "by a third", "down a third" and "under a week": the article is a one; "not a single": it is none."""
    if line.low.startswith(" single ", end) and (none := _not_one(line, start)) is not None:
        stop = end + len(" single ")
        noun = line.letters_at(stop)
        return end if noun in {"", "but", "or"} else Amount(none, stop + len(noun), 0.0, None, "zero", "bare")
    if line.word_before(start).lower() == "without" and (stop := _missing(line, end, any_plural=False)):
        following = line.letters_at(line.skip_space(stop))  # "without a defect", but not "without a defect list"
        is_alone = not following or following in _WHERE_AND_WHEN or following in {"and", "by", "until", "from"}
        return Amount(start - len("without "), stop, 0.0, None, "zero", "bare") if is_alone else end
    if (stop := _end_of_each_time(line, end)) and _is_behind_verb(line.low[:start]):
        return Amount(start, stop, 1.0, None, "rate", "bare")
    whole = _PARTS.get(part := line.letters_at(end + 1), 0)
    stop = end + 1 + len(part)
    is_share = line.low.startswith((" of ", " fewer ", " less ", " more ", " faster ", " lower ", " higher "), stop)
    if whole and (is_share or line.word_before(start).lower() in {"by", "down", "up"}):
        return Amount(start, stop, round(1 / whole, 6), None, "fraction", "relative")
    limit = measures.limit_before(line, start)
    measure = measures.measure_at(line, end) if limit in {"<", "<="} else None
    if measure is None or measure.kind != "duration":
        return end
    if measure.is_period and line.word_before(start).lower() == "within":
        return measure.end
    return Amount(start, measure.end, 1.0, measure.unit, "duration", "strong", limit)


def _end_of_each_time(line: Line, end: int) -> int:
    """Return where "one" or an article ends with what is due once in each stretch of time, no meeting; else 0."""
    often = _one_each_time().match(line.low, end)
    return often.end() if often and _MEETINGS.isdisjoint(often[1].split()) else 0


@cache
def _one_each_time() -> Pattern[str]:
    """Match what follows "one" or an article where one of it is due time and again: a[ new track every month]."""
    return compile_pattern(
        r"((?: [a-z'-]{1,20}){1,5}?) (?:every|each|per|an?) (?:day|week|weekend|month|quarter|year|term|semester)"
        r"(?=[,.;)]| (?:from|in|on|by|for|until)\b|$)",
        ASCII,
    )


def _is_behind_verb(words: str) -> bool:
    """Tell whether nothing but a verb of doing stands before an object: "Finish …", not "Make it …", "Have …"."""
    before = words.split()
    return len(before) == 1 and before[0] not in _NO_DOING


_NO_DOING = frozenset(("have", "make", "be", "get", "give", "feel", "keep", "as", "in", "for"))

# fmt: off
_MEETINGS = frozenset((
    "meeting", "retro", "retrospective", "review", "sync", "check-in", "checkin", "standup", "stand-up", "call",
    "session", "demo", "report", "update", "newsletter", "survey", "workshop", "one-on-one", "day", "day-off",
))
# fmt: on
"""What is held or sent as a matter of course: that it is held time and again measures nothing."""


def _number_end(line: Line, end: int) -> int:
    """Return the end of the number words that begin with the one up to `end`."""
    values = english_words()
    stop = end
    for _ in range(_LONGEST_NUMBER):
        if line.char(stop) not in {" ", "-"}:
            break
        word = line.letters_at(stop + 1)
        stop += 1 + len(word)
        if word in values and not _is_compound(line, stop):
            end = stop
        elif word not in {"and", "point"}:
            break
    return end


def _is_compound(line: Line, end: int) -> bool:
    """Tell whether the number word that ends at `end` begins an adjective: five [one-page] briefs."""
    return line.char(end) == "-" and line.letters_at(end + 1) not in english_words()


def _part(line: Line, start: int, end: int, value: float) -> Amount | None:
    """Read two-thirds, three quarters, a third of."""
    whole = _PARTS.get(word := line.letters_at(end + 1), 0)
    if not whole or word == "quarter" or line.char(end) not in {" ", "-"} or value >= whole:
        return None
    stop = end + 1 + len(word)
    if word == "quarters" and (value != _QUARTERS or _is_time(line, start, stop)):
        return None
    return limited(line, Amount(start, stop, round(value / whole, 6), None, "fraction", "relative"))


_QUARTERS = 3
"""Nobody calls a half two quarters."""


def _is_time(line: Line, start: int, end: int) -> bool:
    """Tell whether quarters are those of a year: "the past three quarters", but "over three quarters of our users"."""
    is_window = bool(lexicon("quantity_words", "window_before").first(line.before(start)))
    return is_window and not line.low.startswith(" of ", end)


def _share(line: Line, start: int, end: int, value: float) -> Amount | None:
    """Read one in eight, one order in eight, nine out of ten, two of the three; no "two in three weeks"."""
    if value == 1 and (noun := line.letters_at(end + 1)) and line.low.startswith(" in ", end + 1 + len(noun)):
        end += 1 + len(noun)
    joint = next((words for words in _OUT_OF if line.low.startswith(words, end)), None)
    if joint is None or (value == 1 and joint not in _CHANCES):
        return None
    first = end + len(joint)
    stop = _number_end(line, first + len(line.letters_at(first)))
    whole = english_number(line.low[first:stop])
    if not whole or whole < max(value, 2):
        return None
    measure = measures.measure_at(line, stop)
    if measure is not None and measure.kind == "duration":
        return None
    return limited(line, Amount(start, stop, round(value / whole, 6), None, "fraction", "relative"))


_CHANCES = (" in ", " in every ", " out of ")
_OUT_OF = (*_CHANCES[1:], " of the ", " of our ", " of all ", " of ", " in ")
"""What joins a part in words to the whole."""


def _every(line: Line, start: int, end: int) -> Amount | int:
    """Read "every second guest"; every third week is a frequency."""
    ordinal = line.letters_at(end + 1)
    stop = end + 1 + len(ordinal)
    if ordinal not in _EVERY or line.char(stop) != " ":
        return end
    noun = line.letters_at(stop + 1)
    if noun in _NOT_SHARED or noun.endswith("day"):
        return end
    return Amount(start, stop, round(1 / _EVERY[ordinal], 6), None, "fraction", "relative")


def _multiplied(line: Line, start: int, end: int) -> Amount | int:
    """Read double, tripled …: no double-check, no double digits."""
    if line.char(end) == "-":
        return end
    if lexicon("quantity_words", "multiplied_name").at(line.low, line.skip_space(end)):
        return end
    value = next(times for stem, times in _MULTIPLIED.items() if line.low.startswith(stem, start))
    return Amount(start, end, value, "x", "multiple", "relative")


def _half(line: Line, start: int, end: int) -> Amount | int:
    """Read halve, in half, half of …; no half-day, no first half, no half time."""
    amount = Amount(start, end, 50.0, "%", "fraction", "relative")
    if line.low[start:end] != "half":
        return amount
    before = line.word_before(start).lower()
    after = line.letters_at(end + 1) if line.char(end) == " " else ""
    if after in {"a", "an"} and line.letters_at(end + 2 + len(after)) in ENGLISH_MAGNITUDES | {"dozen"}:
        stop = end + 2 + len(after) + len(line.letters_at(end + 2 + len(after)))
        return judge(line, Numeral(start, stop, english_number(line.low[start:stop]), scaled=True, words=True))
    if before in {"in", "by", "least", "than", "over", "to"} or after in {"of", "the", "our", "their", "its", "as"}:
        return end if before in {"first", "second"} else limited(line, amount)
    return end


def _often(line: Line, start: int, end: int) -> Amount | int:
    """Read twice a week, twice as fast."""
    value = 2.0 if line.low[start:end] == "twice" else 3.0
    if per := measures.rate_after(line, end):
        return Amount(start, per, value, None, "rate", "strong")
    if line.letters_at(end + 1) in {"as", "the", "my", "our", "your", "their", "its", "his", "her"}:
        return Amount(start, end, value, "x", "multiple", "relative")
    return end


def _once(line: Line, start: int, end: int) -> Amount | int:
    """Read once a week, once every quarter; neither "once a customer has paid" nor "a once-a-year fair"."""
    per = measures.rate_after(line, end) or _several_times(line, end)
    if not per or (line.starts_clause(start) and line.char(per) not in {"", ",", ":", ";"}):
        return end  # "Once a week has passed"
    is_time = line.low.startswith(_TIMES, line.low.rfind(" ", 0, per) + 1)
    return limited(line, Amount(start, per, 1.0, None, "rate", "strong")) if is_time else end


_TIMES = (*("day", "week", "month", "quarter", "year", "hour", "sprint", "fortnight", "term", "semester", "cycle"),)


def _several_times(line: Line, end: int) -> int:
    """Return where the time ends in "once every two weeks", or 0."""
    if not line.low.startswith(" every ", end):
        return 0
    first = end + len(" every ")
    stop = first + len(line.letters_at(first))
    while is_digit(line.char(stop)):
        stop += 1
    measure = measures.measure_at(line, stop) if line.low[first:stop] in _FEW else None
    return measure.end if measure is not None and measure.kind == "duration" else 0


_FEW = frozenset(("two", "three", "four", "six", "2", "3", "4", "6"))


def _zero(line: Line, start: int, end: int) -> Amount | int:
    """Read zero incidents, no critical bugs, down to zero; no zero-trust."""
    is_zero = line.low[start:end] == "zero"
    if line.char(end) == "-" and is_latin(line.char(end + 1)):
        return end
    if is_zero and lexicon("quantity_words", "zero_name").at(line.low, line.skip_space(end)):
        return end
    noun_end = _missing(line, end, any_plural=is_zero)
    if noun_end:
        return Amount(start, noun_end, 0.0, None, "zero", "relative")
    if (
        not is_zero
        and line.letters_at(end + 1) != "one"
        and line.starts_clause(start)
        and (noun_end := _missing(line, end, any_plural=True))
    ):
        return Amount(start, noun_end, 0.0, None, "zero", "bare")  # "No patients sent home": a slogan in an objective
    if is_zero and (_stands_as_value(line, start, end) or line.word_before(start).lower() in _REACHING):
        return Amount(start, end, 0.0, None, "zero", "relative")
    return end


def _none(line: Line, start: int, end: int) -> Amount | int:
    """Read "errors after release: none", "missed buses: none on Sundays", "None of our parcels"; no "none of us"."""
    if _stands_as_value(line, start, end):
        return Amount(start, end, 0.0, None, "zero", "relative")
    following = line.letters_at(end + 1)
    if line.char(start - 2) == ":":
        return Amount(start, end, 0.0, None, "zero", "relative") if following in _WHERE_AND_WHEN else end
    article = line.letters_at(end + 1 + len("of ")) if following == "of" and line.starts_clause(start) else ""
    noun_end = 0
    if article in _KNOWN:
        noun_end = _missing(line, end + len(" of ") + len(article), any_plural=True)
    return Amount(start, noun_end, 0.0, None, "zero", "bare") if noun_end else end


_WHERE_AND_WHEN = frozenset(("on", "in", "at", "during", "after", "before", "over", "for", "this", "per", "a", "all"))
_KNOWN = frozenset(("our", "the", "these", "those", "their", "its", "my", "your"))


def _not_one(line: Line, start: int) -> int | None:
    """Return where "not a single" or "without a single" begins before its article; "not" begins a clause as well."""
    before = line.word_before(start).lower()
    at = start - 1 - len(before)
    is_none = before == "without" or (before == "not" and line.starts_clause(at))
    return at if is_none else None


_REACHING = ("to", "at", "is", "reach", "reaches")


def _stands_as_value(line: Line, start: int, end: int) -> bool:
    """Tell whether a word ends a clause as the value that something has or shall have: "injuries: zero", "to none"."""
    ends = not line.char(end) or line.char(end) in ",;.)" or line.low.startswith(" (", end)
    return ends and (line.char(start - 2) == ":" or line.word_before(start).lower() == "to")


def _missing(line: Line, at: int, *, any_plural: bool) -> int:
    """Return where the noun ends that there shall be none of, or 0."""
    incidents = lexicon("quantity_words", "incident")
    for _ in range(_INCIDENT_REACH):
        at = line.skip_space(at)
        word_end = at
        while (
            word_end < at + 24 and (line.char(word_end).isalnum() or line.char(word_end) == "-") and line.char(word_end)
        ):
            word_end += 1
        word = line.low[at:word_end]
        if not word or (word in lexicon("quantity_words", "not_counted")) or word in {"more", "less", "fewer"}:
            return 0
        if word in incidents or (any_plural and measures.is_plural(word)):
            return word_end
        at = word_end
    return 0
