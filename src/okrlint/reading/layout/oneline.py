"""An objective and its key results in one line: `O1: Delight hosts. KR1: NPS from 32 to 45. KR2: …`."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.model import Text
from okrlint.reading.drafts import Draft

_AROUND = " .。;；,，、|｜—–-"


@cache
def _result_label() -> Pattern[str]:
    return compile_pattern(r"(?<![A-Za-z0-9./])(KR ?(\d{1,2}))[:：.](?=\s|[^\x00-\x7f])\s{0,4}", ASCII)


def parted(text: Text) -> tuple[Text, list[Draft]]:
    """Return the statement of an objective, and the key results that stand behind it in the same line.

    They are there where two labels or more are numbered in a row, from the first on.
    """
    if alone := _in_brackets().search(text.value):
        words = text.part(*alone.span("words"))
        return _trimmed(text, 0, alone.start()), [Draft(words, label=alone["label"] if alone["number"] else None)]
    labels = list(_result_label().finditer(text.value))
    if len(labels) < 2 or [int(label[2]) for label in labels] != list(range(1, len(labels) + 1)):
        return text, []
    statement = _trimmed(text, 0, labels[0].start())
    ends = [label.start() for label in labels[1:]] + [len(text.value)]
    results = [
        Draft(words, label=label[1])
        for label, end in zip(labels, ends, strict=True)
        if (words := _trimmed(text, label.end(), end)).value
    ]
    return (statement, results) if statement.value else (text, [])


@cache
def _in_brackets() -> Pattern[str]:
    """Match the one key result behind an objective: `提升留存率（KR：30 日留存从 35% 提升到 45%）`."""
    return compile_pattern(
        r"(?<=\S)\s?[(（](?P<label>KR ?(?P<number>\d{1,2})?)[:：]\s{0,3}(?P<words>[^()（）]{4,160}?)\s?[)）][.。]?\Z",
        ASCII,
    )


def _trimmed(text: Text, start: int, end: int) -> Text:
    return text.part(start, start + len(text.value[start:end].rstrip(_AROUND)))
