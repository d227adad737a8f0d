"""What is wrong with broken YAML, in words that tell what to do."""

from yaml import MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from okrlint.model import Span, Words
from okrlint.reading.data.limits import MAX_DEPTH, TOO_DEEP, UNKNOWN_ESCAPE, over_limit
from okrlint.reading.source import Source, UnreadableError

TOO_MANY_ALIASES = Words("uses more aliases than", "别名使用次数超过")
UNKNOWN_ALIAS = Words(
    "this alias names no anchor before it; define it with `&`, or put the value in quotes if it is no alias",
    "此别名没有对应的锚点；请先用 `&` 定义，若它不是别名请给该值加引号",
)
_COLON = Words(
    'a value holds another colon: put the value in quotes (title: "a: b")',
    '值里又有一个冒号：请给值加引号（title: "甲: 乙"）',
)
_TAB = Words(
    "YAML does not allow tabs for indentation: use spaces",
    "YAML 不允许用制表符缩进：请改用空格",
)
_QUOTE = Words(
    "a quotation mark that is opened here is never closed: close it, or double it if it belongs to the text",
    "此处的引号没有闭合：请补上另一半；若引号属于正文，请写两次",
)
_BRACKET = Words(
    "a bracket that is opened here is not closed, or a comma is missing: close it, or put the value in quotes",
    "此处的括号没有闭合，或缺少逗号：请补全；若括号属于正文，请给值加引号",
)
_INDENT = Words(
    "this line is not indented as its neighbours are: align it with the keys or the dashes that it belongs to",
    "此行的缩进与相邻行不一致：请与所属的键或短横线对齐",
)
_WIDE_COLON = Words(
    "the line before has a full-width colon (：), which YAML takes for text: write `:` and a space behind a key",
    "上一行用了全角冒号（：），YAML 把它当作文字：键后面请写半角冒号加空格",
)
_CONTROL = Words(
    "a control character stands here that YAML does not allow: delete it",
    "此处有 YAML 不允许的控制字符：请删除",
)


def broken(error: YAMLError, source: Source, offset: int) -> UnreadableError:
    """Return a YAML error as ours, with the place in the source."""
    if isinstance(error, ReaderError):
        at = _bounded(error.position if isinstance(error.position, int) else 0, offset, source)
        return UnreadableError("EN005", _CONTROL, Span(at, min(at + 1, len(source.text))))
    if not isinstance(error, MarkedYAMLError):
        return UnreadableError("EN005", _other(str(error)), Span(offset, offset))
    mark = error.problem_mark or error.context_mark
    at = _bounded(mark.index if mark else 0, offset, source)
    if "nesting depth" in (error.problem or ""):
        return over_limit(TOO_DEEP, MAX_DEPTH, Span(at, min(at + 1, len(source.text))))
    message = _message(error, source.text, at)
    if message in (_QUOTE, _BRACKET) and error.context_mark:
        at = _bounded(error.context_mark.index, offset, source)
    return UnreadableError("EN005", message, Span(at, min(at + 1, len(source.text))))


def _bounded(index: int, offset: int, source: Source) -> int:
    return min(max(0, index + offset), len(source.text))


def _message(error: MarkedYAMLError, text: str, at: int) -> Words:
    problem, context = error.problem or "", error.context or ""
    indentation = text[text.rfind("\n", 0, at) + 1 : at + 1]
    if "\t" in indentation and not indentation.strip():
        return _TAB
    if "mapping values are not allowed" in problem:
        if _ends_with_wide_colon(text, at):
            return _WIDE_COLON
        return _COLON if ": " in text[text.rfind("\n", 0, at) + 1 : at] else _INDENT
    if "cannot start any token" in problem:
        return _TAB if text[at : at + 1] == "\t" else _sign(text[at : at + 1])
    if "unknown escape" in problem:
        return UNKNOWN_ESCAPE
    if "quoted scalar" in context:
        return _QUOTE
    if "flow" in context:
        return _BRACKET
    if text[at : at + 1] == "%" or "directive" in context:
        return _sign("%")
    if "constructor for the tag" in problem:
        return _sign("!")
    if sign := _closed_before(text, at):
        return _sign(sign)
    if "block" in context or "could not find expected ':'" in problem or "simple key" in context:
        return _INDENT
    return _other(problem)


def _ends_with_wide_colon(text: str, at: int) -> bool:
    """Tell whether the line before that of `at` has a key with a full-width colon."""
    line = text[: text.rfind("\n", 0, at) + 1].rstrip().rpartition("\n")[2]
    return "：" in line and ":" not in line


def _closed_before(text: str, at: int) -> str:
    """Return the bracket with which a value begins that goes on at `at`, behind its end, as in `{found} is empty`."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if not before.endswith(("}", "]")):
        return ""
    value = before.partition(": ")[2].lstrip() or before.lstrip("- ")
    return value[:1] if value.startswith(("{", "[")) else ""


def _sign(sign: str) -> Words:
    return Words(
        f"a value cannot begin with `{sign}`: put it in quotes",
        f"值不能以 `{sign}` 开头：请给它加引号",
    )


def _other(problem: str) -> Words:
    return Words(
        f"is not valid YAML ({problem[:120]}): correct it, or exclude the file",
        f"不是有效的 YAML（{problem[:120]}）：请改正，或排除此文件",
    )
