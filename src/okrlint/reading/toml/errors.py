"""What is wrong with broken TOML, in words that tell what to do."""

from re import ASCII
from re import compile as compile_pattern
from sys import get_int_max_str_digits
from tomllib import TOMLDecodeError

from okrlint.model import Span, Words
from okrlint.reading.data.limits import UNKNOWN_ESCAPE
from okrlint.reading.source import UnreadableError

_PLACE = compile_pattern(r" \(at (?:line (\d{1,9}), column (\d{1,9})|end of document)\)$", ASCII)

_VALUE = Words(
    'this value is not one that TOML knows: put words in quotes ("…")',
    '此值不是 TOML 认识的写法：文字请加引号（"…"）',
)
_EQUALS = Words(
    "an equals sign is missing behind this key (or the key needs quotes: other letters than A–Z do)",
    "键后面缺少等号（键若含英文字母以外的文字，也必须加引号）",
)
_TWICE = Words(
    "this key or table is defined a second time: merge the two or rename one",
    "此键或表重复定义：请合并两处或改名",
)
_KEY = Words(
    'a key that is no plain word (A–Z, digits, - and _) needs quotes: "目标" = …',
    '键若不是纯英文字母、数字、- 与 _，必须加引号："目标" = …',
)
_STATEMENT = Words(
    "a value ends before this: put the next key on a line of its own, or the whole value in quotes",
    "值在此之前已经结束：请另起一行写下一个键，或给整个值加引号",
)
_UNCLOSED = Words(
    "a string or a bracket is not closed: close it",
    "字符串或括号没有闭合：请补全",
)
_GOES_ON = Words(
    "a value ends before this: a comma or a bracket is missing, or the whole value needs quotes",
    "值在此之前已经结束：缺少逗号或括号，或整个值需要加引号",
)
_DIGITS = Words(
    "this number has thousands of digits: shorten it, or put it in quotes",
    "此数字有数千位：请缩短，或给它加引号",
)


def broken(error: TOMLDecodeError, text: str) -> UnreadableError:
    """Return a TOML error as ours, with the place in the source."""
    problem = str(error)
    found = _PLACE.search(problem)
    at = _offset(text, int(found[1]), int(found[2])) if found and found[1] else len(text)
    reason = problem[: found.start()] if found else problem
    return UnreadableError("EN005", _message(reason, text[at : at + 1]), Span(at, min(at + 1, len(text))))


def too_many_digits(text: str) -> UnreadableError:
    """Return the error for an integer that is so long that Python does not convert it."""
    limit = get_int_max_str_digits()
    numbers = (match.span() for match in compile_pattern(r"[0-9][0-9_]*+").finditer(text))
    start, end = next(((start, end) for start, end in numbers if end - start > limit), (0, 0))
    return UnreadableError("EN005", _DIGITS, Span(start, end))


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return min(at + column - 1, len(text))


def _message(reason: str, char: str) -> Words:
    if "Cannot" in reason or "twice" in reason:
        return _TWICE
    if reason.startswith("Invalid value"):
        return _VALUE
    if reason.startswith("Invalid initial character") or (reason.startswith("Invalid statement") and char.isalpha()):
        return _KEY
    if "'='" in reason:
        return _EQUALS
    if reason.startswith("Unclosed") and char.strip():
        return _GOES_ON
    if reason.startswith("Unescaped '\\' in a string"):
        return UNKNOWN_ESCAPE
    if reason.startswith(("Unterminated", "Unclosed", 'Expected "')) or "Illegal character '\\n'" in reason:
        return _UNCLOSED
    if reason.startswith("Expected newline"):
        return _STATEMENT
    return Words(
        f"is not valid TOML ({reason[:120]}): correct it, or exclude the file",
        f"不是有效的 TOML（{reason[:120]}）：请改正，或排除此文件",
    )
