"""What stands behind a statement and is told apart by how it is set: a status behind bold words, a weight in code."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.cycles import cycle_of
from okrlint.model import Text
from okrlint.reading.drafts import Draft
from okrlint.reading.layout.fieldlines import attach_theme
from okrlint.reading.outline import Line
from okrlint.reading.values.ratings import add_up
from okrlint.reading.word_sets import words

_STATUSES = words(
    "ontrack offtrack atrisk behind delayed late blocked done completed inprogress notstarted green yellow amber red"
    " 正常 延期 延迟 延遲 已完成 进行中 進行中 有风险 有風險 滞后 滯後 未开始 未開始 按计划 按計劃"
)

_SIGNS = " \t—–-:：()（）[]【】|｜·,，*_`"


def take_trailing(draft: Draft, line: Line | None) -> None:
    """Take a status behind the bold words of an objective, and a cycle in brackets at its end, out of its statement.

    Args:
        draft: an objective.
        line: the line that ends with its statement, if there is one.
    """
    text = draft.text
    strong = line.strong - (len(line.text.value) - len(text.value)) if line else 0
    behind = text.value[strong:]
    status = behind.strip(_SIGNS)
    if 0 < strong < len(text.value) and "".join(filter(str.isalnum, status.lower())) in _STATUSES:
        start = strong + behind.index(status)
        draft.fields.append(("status", text.part(start, start + len(status))))
        text = _without_signs(text, strong)
    period = _in_brackets().search(text.value)
    found = cycle_of(period[1]) if period and period.start() else None
    if period and found and found.end - found.start == len(period[1]):
        draft.fields.append(("cycle", text.part(*period.span(1))))
        text = text.part(0, period.start())
    draft.text = text


def _without_signs(text: Text, end: int) -> Text:
    return text.part(0, len(text.value[:end].rstrip(" —–-:：(（[【|｜·,，")))


@cache
def _in_brackets() -> Pattern[str]:
    return compile_pattern(r"\s{0,3}[(（]([^()（）]{2,20})[)）]\Z", ASCII)


def take_code(siblings: list[Draft]) -> None:
    """Take what stands in code at the end of statements for a field: `weight 20%`.

    A bare percentage may be the target: it is a weight where all siblings have one, and they add up to the whole.
    """
    codes = [_code_at_end(draft.text) for draft in siblings]
    shares = [text.value.rstrip("%％ ") for text in codes if text and _share().fullmatch(text.value)]
    are_weights = 1 < len(shares) == len(siblings) and add_up([float(share) for share in shares])
    for draft, code in zip(siblings, codes, strict=True):
        if code is None:
            continue
        count = len(draft.fields)
        if are_weights:
            draft.fields.append(("weight", code))
        elif not _share().fullmatch(code.value):
            attach_theme(draft, code)
        if len(draft.fields) > count:
            draft.text = _without_signs(draft.text, len(draft.text.value) - len(code.value))


@cache
def _share() -> Pattern[str]:
    return compile_pattern(r"\d{1,3}(?:\.\d{1,2})? ?[%％]", ASCII)


def _code_at_end(text: Text) -> Text | None:
    """Return the words at the end of a statement that Markdown's sign of code stands before."""
    piece = text.pieces[-1] if text.pieces else None
    if piece is None or not piece.at or piece.at + piece.length != len(text.value):
        return None
    begin = piece.source - text.span.start
    return text.part(piece.at, len(text.value)) if text.raw[begin - 1 : begin] == "`" else None
