"""An objective and its key results in one line, or several key results in one: `O1: … KR1: …. KR2: …`."""

from collections.abc import Sequence
from functools import cache
from re import ASCII, Match, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft

_AROUND = " .。;；,，、|｜—–-·•"
_ENDS = tuple(".。;；,，、|｜/·•")


@cache
def _result_label() -> Pattern[str]:
    return compile_pattern(
        r"(?<![A-Za-z0-9./])(KR ?(?:\d{1,2}\.)?(\d{1,2}))(?:：|[:.](?=\s|[^\x00-\x7f]))\s{0,4}", ASCII
    )


def parted(text: Text) -> tuple[Text, list[Draft]]:
    """Return the statement of an objective, and the key results that stand behind it in the same line.

    They are there where two labels or more are numbered in a row, from the first on, or where one stands in brackets.
    """
    if alone := _in_brackets().search(text.value):
        words = text.part(*alone.span("words"))
        return _trimmed(text, 0, alone.start()), [Draft(words, label=alone["label"] if alone["number"] else None)]
    if behind := _behind_arrow().search(text.value):
        return _trimmed(text, 0, behind.start()), [Draft(text.part(*behind.span("words")))]
    labels = list(_result_label().finditer(text.value))
    if len(labels) < 2 or not _in_a_row(labels, 1):
        return text, []
    statement = _trimmed(text, 0, labels[0].start())
    results = [Draft(words, label=label[1]) for label, words in _behind(text, labels) if words.value]
    return (statement, results) if statement.value else (text, [])


def apart(results: Sequence[Draft]) -> list[Draft]:
    """Return key results, those in whose words others with a label stand in several: `KR1：…；KR2：…；KR3：…`.

    What belongs to all of them stays with the first.
    """
    found: list[Draft] = []
    known = {draft.label for draft in results}
    for draft in results:
        found.append(draft)
        value = draft.text.value
        labels = list(_result_label().finditer(value)) if "KR" in value else []
        own = _last_number(draft.label)
        if not labels or own is None or not _in_a_row(labels, own + 1):
            continue
        ended = all(_is_set_apart(value, label) for label in labels)
        if not ended or not known.isdisjoint(label[1] for label in labels):
            continue  # it speaks of them
        whole = draft.text
        draft.text = _trimmed(whole, 0, labels[0].start())
        found += [Draft(words, label=label[1]) for label, words in _behind(whole, labels) if words.value]
    return found


def _is_set_apart(value: str, label: Match[str]) -> bool:
    """Tell whether a label begins another key result: behind a sign, or with a wide colon behind a blank."""
    before = value[: label.start()]
    return before.rstrip()[-1:] in _ENDS or (before[-1:] == " " and "：" in label[0] and before[-2:-1] > "\x7f")


def _last_number(label: str | None) -> int | None:
    digits = _number_at_end().search(label or "")
    return int(digits[0]) if digits else None


@cache
def _number_at_end() -> Pattern[str]:
    return compile_pattern(r"\d{1,2}\Z", ASCII)


def _in_a_row(labels: list[Match[str]], first: int) -> bool:
    return [int(label[2]) for label in labels] == list(range(first, first + len(labels)))


def _behind(text: Text, labels: list[Match[str]]) -> list[tuple[Match[str], Text]]:
    """Return the words behind each label, up to the next one."""
    ends = [label.start() for label in labels[1:]] + [len(text.value)]
    return [(label, _trimmed(text, label.end(), end)) for label, end in zip(labels, ends, strict=True)]


@cache
def _in_brackets() -> Pattern[str]:
    """Match the one key result behind an objective: `提升留存率（KR：30 日留存从 35% 提升到 45%）`."""
    return compile_pattern(
        r"(?<=\S)\s?[(（](?P<label>KR ?(?P<number>\d{1,2})?)[:：]\s{0,3}(?P<words>[^()（）]{4,160}?)\s?[)）][.。]?\Z",
        ASCII,
    )


@cache
def _behind_arrow() -> Pattern[str]:
    """Match the key result that an arrow leads to: `Data coverage → KR: 10 connectors`."""
    return compile_pattern(
        r"(?<=\S)\s(?:→|->|=>|⇒)\s{0,2}(?:KRs?|Key Results?|关键结果)[:：]\s{0,3}(?P<words>\S.{3,}?)\Z"
    )


def _trimmed(text: Text, start: int, end: int) -> Text:
    return text.part(start, start + len(text.value[start:end].rstrip(_AROUND)))
