"""What is wrong with broken JSON, in words that tell what to do."""

from json import JSONDecodeError

from okrlint.model import Span, Words
from okrlint.reading.source import UnreadableError

_TRAILING_COMMA = Words(
    "a comma stands before a closing bracket: delete it",
    "右括号前多了一个逗号：请删除",
)
_MISSING_COMMA = Words(
    "a comma is missing before this: separate the entries by commas",
    "此处之前缺少逗号：请用逗号分隔各项",
)
_COMMENT = Words(
    "JSON has no comments: delete it",
    "JSON 不支持注释：请删除",
)
_SINGLE_QUOTE = Words(
    'JSON takes double quotes only: write "…"',
    '字符串必须使用英文双引号：请写成 "…"',
)
_FULL_WIDTH = Words(
    'a full-width sign stands where JSON needs a half-width one: write it as " , or :',
    '此处是全角标点，JSON 只认半角：请改为 " , 或 :',
)
_BARE = Words(
    "this word needs quotes (true, false, null and numbers alone go without)",
    "此处的词必须加引号（只有 true、false、null 与数字不用）",
)
_CONTROL = Words(
    "a line break or another control character stands inside a string: write it as \\n, or close the string",
    "字符串中直接出现了换行或其他控制字符：请写成 \\n，或补上引号",
)
_UNCLOSED_STRING = Words(
    "a quotation mark that is opened here is never closed: close it",
    "此处的引号没有闭合：请补上另一半",
)
_ESCAPE = Words(
    "a backslash here begins no escape that JSON knows: write it twice (\\\\)",
    "此处的反斜杠不是有效的转义：请写两次（\\\\）",
)
_COLON = Words(
    "a colon is missing behind a key",
    "键后面缺少冒号",
)
_ENDS_EARLY = Words(
    "the text ends before all brackets are closed: complete it",
    "括号尚未全部闭合文本就结束了：请补全",
)
_EXTRA = Words(
    "the data ends before this: delete what follows, or put all of it into one list",
    "数据在此之前已经结束：请删除多余内容，或全部放进一个列表",
)


def broken(error: JSONDecodeError, text: str) -> UnreadableError:
    """Return a JSON error as ours, with the place in the source."""
    at = min(error.pos, len(text))
    return UnreadableError("EN005", _message(error.msg, text, at), Span(at, min(at + 1, len(text))))


def _message(problem: str, text: str, at: int) -> Words:
    if problem.startswith("Unterminated"):
        return _UNCLOSED_STRING
    if problem.startswith("Invalid control"):
        return _CONTROL
    if "escape" in problem:
        return _ESCAPE
    char = text[at : at + 1]
    if not char:
        return _ENDS_EARLY
    if "trailing comma" in problem or (char in "]}" and _before(text, at) == ","):
        return _TRAILING_COMMA
    if char == "#" or text.startswith(("//", "/*"), at):
        return _COMMENT
    if char in "“”‘’，：｛｝【】":
        return _FULL_WIDTH
    if char in "'`":
        return _SINGLE_QUOTE
    if "':'" in problem:
        return _COLON
    if "',' delimiter" in problem:
        return _MISSING_COMMA
    if problem.startswith("Extra data"):
        return _EXTRA
    return _BARE if char.isalpha() or char == "_" else _other(problem)


def _before(text: str, at: int) -> str:
    """Return the last sign before a place that is no white space."""
    while at and text[at - 1] in " \t\r\n":
        at -= 1
    return text[at - 1 : at]


def _other(problem: str) -> Words:
    return Words(
        f"is not valid JSON ({problem[:120]}): correct it, or exclude the file",
        f"不是有效的 JSON（{problem[:120]}）：请改正，或排除此文件",
    )
