"""The words of tables and plots, in both languages."""

from figures import Ratio
from measuring import Row

from okrlint.model import Words

KINDS = {
    "english": Words("English Markdown", "英文 Markdown"),
    "chinese": Words("Chinese Markdown", "中文 Markdown"),
    "yaml": Words("YAML", "YAML"),
    "": Words("nothing", "无"),
}
TOOLS = {
    "python": Words("Python alone", "只启动 Python"),
    "jieba": Words("stock jieba, one line", "原版 jieba 切一行"),
    "textlint": Words("textlint (4 rules)", "textlint（4 条规则）"),
    "textlint-cjk": Words("textlint (CJK spacing)", "textlint（中日文间距）"),
    "spectral": Words("Spectral (6 rules)", "Spectral（6 条规则）"),
}
HOWS = {
    "": Words("no cache", "不用缓存"),
    "cold": Words("cold cache", "冷缓存"),
    "warm": Words("warm cache", "热缓存"),
}
CASES = {
    "start": Words("One file", "一个文件"),
    "thousand": Words("1,000 files", "1,000 个文件"),
    "ten-thousand": Words("10,000 files", "10,000 个文件"),
    "large": Words("One large file", "一个大文件"),
}

PARTS = {
    "finding the files": "寻找文件",
    "reading": "读取",
    "all rules": "全部规则",
    "making findings": "整理问题",
    "the rest": "其余",
    "writing the report": "写出报告",
}


def kind(row: Row, language: str, *, sized: bool = False) -> str:
    """Return what a program read."""
    name = KINDS[row.kind].in_language(language)
    return joined(name, size(row), language) if sized else name


def joined(one: str, two: str, language: str) -> str:
    """Return words with a comma in between."""
    return f"{one}，{two}" if language == "zh" else f"{one}, {two}"


def size(row: Row) -> str:
    """Return the size of what it read."""
    return f"{row.size / 1e6:.0f} MB"


def tool(name: str, language: str) -> str:
    """Return what a program is called."""
    return TOOLS[name].in_language(language) if name in TOOLS else name


def how(name: str, language: str) -> str:
    """Return what is special about a run."""
    if name.startswith("jobs "):
        number = name.removeprefix("jobs ")
        return f"{number} 个进程" if language == "zh" else f"{number} process{'' if number == '1' else 'es'}"
    return HOWS[name].in_language(language)


def long_span(seconds: float, language: str) -> str:
    """Return a time in minutes, or in hours."""
    if seconds < 3_600:
        return f"{digits(seconds / 60)} {'分钟' if language == 'zh' else 'minutes'}"
    return f"{digits(seconds / 3_600)} {'小时' if language == 'zh' else 'hours'}"


def times(value: Ratio | None) -> str:
    """Return a ratio."""
    return "–" if value is None else f"{'< ' if value.is_bound else ''}{digits(value.value)}"


def digits(value: float) -> str:
    """Return a number with as many digits as are worth reading."""
    places = next((places for places, least in enumerate((10, 1, 0.1, 0.01)) if value >= least), 4)
    return f"{value:,.{places}f}"


def span(seconds: float, language: str) -> str:
    """Return a time."""
    if seconds < 1:
        return f"{seconds * 1000:.0f} {'毫秒' if language == 'zh' else 'ms'}"
    return f"{seconds:,.{0 if seconds >= 100 else 1 if seconds >= 10 else 2}f} {'秒' if language == 'zh' else 's'}"
