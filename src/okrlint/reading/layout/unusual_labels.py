"""Labels that few documents have: of a role, in another language, in bold letters without a colon."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.reading.fields import canonical, foreign_name
from okrlint.reading.layout.roles import Head
from okrlint.reading.outline import Line
from okrlint.reading.word_sets import words


@cache
def _role_pattern() -> Pattern[str]:
    return compile_pattern(
        r"[*_]{0,3}([A-Z][A-Za-z]*(?:,? [A-Z&][A-Za-z]*| of| and){0,6}) KRs?(?: ?\d{1,2})?:[*_]{0,3}\s{0,4}", ASCII
    )


def role_label(value: str, skip: int) -> Head | None:
    """Read `VP Field Ops KR: …`, in which a role answers for the key result."""
    match = _role_pattern().match(value, skip)
    if match is None or match[1].split()[0] in _ADJECTIVES:
        return None
    if match.end() == len(value):
        return Head("key_results", match.end())
    return Head("key_result", match.end(), owner=match.span(1))


_ADJECTIVES = words("Annual Quarterly Yearly Our The Main Key Team Company Personal Individual")


def strong_name(line: Line, skip: int) -> Head | None:
    """Read `**Objective** Make …`, in which bold letters alone set the name apart."""
    value, end = line.text.value, line.strong
    name = value[skip:end].strip()
    role = canonical(name) if name.lower() in _STRONG_NAMES else None
    if role not in ("objective", "key_result") or value[end : end + 1] != " " or len(value) < end + _FEWEST_STATED:
        return None
    first = value[end + 1 :].split(maxsplit=1)[0]
    if first.isascii() and not (first[0].isupper() or first[0].isdigit()):
        return None  # `**Objective** of the meeting`
    return Head("objective" if role == "objective" else "key_result", end + 1)


_STRONG_NAMES = words("objective 目标 目標 关键结果 關鍵結果") | {"key result"}
_FEWEST_STATED = 4


@cache
def _foreign_label() -> Pattern[str]:
    return compile_pattern(
        r"([*_`]{0,3}([^\W\d_][^\d:：.]{1,28}?) {0,2}[#№]?(\d{1,2}(?:[.-]\d{1,2}){0,2}))[*_`]{0,3}"
        r"(?: {0,2}[:：.、|｜]| {1,2}[–—-](?= )|$)[*_`]{0,3}\s{0,4}"
    )


def foreign_labelled(value: str, skip: int) -> Head | None:
    """Read a numbered label in another language: `Objetivo 1: …`, `Ключевой результат 2. …`."""
    match = _foreign_label().match(value, skip)
    role = foreign_name(match[2]) if match else None
    if match is None or role not in ("objective", "key_result"):
        return None
    numbers = tuple(int(digits) for digits in _digits().findall(match[3]))
    return Head("objective" if role == "objective" else "key_result", match.end(), match[1].strip("*_` "), numbers)


@cache
def _digits() -> Pattern[str]:
    return compile_pattern(r"\d{1,2}")


@cache
def _any_label() -> Pattern[str]:
    return compile_pattern(
        r"([^\W\d_]{2,20}(?: [^\W\d_]{2,20})?) ?\d{1,2} ?(?:[:：｜|]|\.(?= )|[–—-](?= )) {0,3}(?=\S)"
    )


def foreign_label(value: str) -> int:
    """Return where the words begin behind a numbered label in any language (`Objetivo 1: `, `阶段2：`); 0 without."""
    match = _any_label().match(value)
    return match.end() if match else 0


def label_words(label_part: str) -> str:
    """Return a label without the separator behind it."""
    return label_part.rstrip(" :：｜|.–—-")
