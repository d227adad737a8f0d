"""Strategies: sets of OKRs, and documents of every text format that state them."""

import csv
import datetime
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from okrlint.model import Document, KeyResult, Objective

LANGUAGES = ("en", "zh-Hans", "zh-Hant")


class Result(NamedTuple):
    """A key result as its author means it: shares are whole hundredths, confidence tenths."""

    statement: str
    owner: str | None = None
    deadline: datetime.date | None = None
    weight: int | None = None
    confidence: int | None = None


class Aim(NamedTuple):
    """An objective and its key results."""

    statement: str
    results: tuple[Result, ...]
    owner: str | None = None


class Written(NamedTuple):
    """A document, the reader that is meant for it, and what it states."""

    format: str
    text: str
    aims: tuple[Aim, ...]


# What is stated

_OBJECTIVES = {
    "en": (
        "Make new customers stay for good",
        "Turn the café into the heart of the campus",
        "Be the first name that 🚀 teams think of",
        "Win the schools of the nai\u0308ve north",
    ),
    "zh-Hans": (
        "让新用户第一周就离不开我们",
        "成为校园里最受欢迎的咖啡馆☕️品牌",
        "让每位店长都愿意推荐我们",
        "打造让客户放心的交付团队",
    ),
    "zh-Hant": ("讓新客戶第一週就離不開我們", "成為校園裡最受歡迎的品牌", "讓每位店長都願意推薦我們"),
}
_MEASURES = {
    "en": ("Weekly retention", "Share of 🚀 teams on the new plan", "Cafe\u0301 visits", "Answers within a day, p95,"),
    "zh-Hans": ("次周留存率", "新客户复购率", "门店好评率☕️", "一天内答复的占比"),
    "zh-Hant": ("次週留存率", "新客戶複購率", "門市好評率", "一天內答覆的占比"),
}
_CHANGES = {
    "en": "{} rises from {}% to {}%",
    "zh-Hans": "{}从 {}% 提升到 {}%",
    "zh-Hant": "{}從 {}% 提升到 {}%",
}
_OWNERS = {
    "en": ("Ana Ruiz", "Ben Ode", "Zoe\u0308 Marsh"),
    "zh-Hans": ("张三", "李晓明", "欧阳娜娜"),
    "zh-Hant": ("張三", "陳曉明", "歐陽娜娜"),
}
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DAYS = st.dates(datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))


@st.composite
def results(draw: st.DrawFn, language: str) -> Result:
    """A key result with any of its fields."""
    low, high = draw(st.integers(1, 40)), draw(st.integers(41, 99))
    statement = _CHANGES[language].format(draw(st.sampled_from(_MEASURES[language])), low, high)
    return Result(
        statement.translate(_FULL_WIDTH) if draw(st.booleans()) else statement,
        draw(st.none() | st.sampled_from(_OWNERS[language])),
        draw(st.none() | _DAYS),
        draw(st.none() | st.integers(1, 9).map(lambda tenth: 10 * tenth)),
        draw(st.none() | st.integers(1, 9)),
    )


@st.composite
def sets_of_aims(draw: st.DrawFn, language: str) -> tuple[Aim, ...]:
    """Some objectives, no two of which have the same words."""
    statements = draw(st.lists(st.sampled_from(_OBJECTIVES[language]), min_size=1, max_size=3, unique=True))
    return tuple(
        Aim(
            statement,
            tuple(draw(st.lists(results(language), min_size=1, max_size=4, unique_by=lambda each: each.statement))),
            draw(st.none() | st.sampled_from(_OWNERS[language])),
        )
        for statement in statements
    )


def stated(document: Document) -> tuple[Aim, ...]:
    """What a document was read as, in the same terms."""
    return tuple(
        Aim(
            objective.text.value,
            tuple(_result(result) for result in objective.key_results),
            _owner(objective),
        )
        for objective in document.objectives
    )


def _result(item: KeyResult) -> Result:
    weight, confidence = item.weight and item.weight.value, item.confidence and item.confidence.value
    return Result(
        item.text.value,
        _owner(item),
        item.deadline.value if item.deadline and not item.deadline_inherited else None,
        None if weight is None else round(weight * 100),
        None if confidence is None else round(confidence * 10),
    )


def _owner(item: Objective | KeyResult) -> str | None:
    return "+".join(owner.value for owner in item.owners) or None


# How fields are called and written

_NAMES = {
    "en": {"owner": "Owner", "deadline": "Due", "weight": "Weight", "confidence": "Confidence"},
    "zh-Hans": {"owner": "负责人", "deadline": "截止日期", "weight": "权重", "confidence": "信心指数"},
    "zh-Hant": {"owner": "負責人", "deadline": "截止日期", "weight": "權重", "confidence": "信心指數"},
}
_COLUMNS = {
    "en": ("Objective", "Key Result"),
    "zh-Hans": ("目标", "关键结果"),
    "zh-Hant": ("目標", "關鍵結果"),
}
_TITLES = {"en": "Team OKRs 2026-Q2", "zh-Hans": "团队 2026年Q2 OKR", "zh-Hant": "團隊 2026年Q2 OKR"}


def _fields(item: Aim | Result, language: str, *, full_width: bool = False) -> dict[str, str]:
    """The fields of an item as an author writes them, by canonical name."""
    values: dict[str, Any] = item._asdict()
    spelled = {
        "owner": str,
        "deadline": datetime.date.isoformat if language == "en" else _chinese_day,
        "weight": "{}%".format,
        "confidence": "{}/10".format,
    }
    words = {name: write(values[name]) for name, write in spelled.items() if values.get(name) is not None}
    return {name: word.translate(_FULL_WIDTH) if full_width else word for name, word in words.items()}


def _chinese_day(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _named(item: Aim | Result, language: str, *, full_width: bool = False) -> dict[str, str]:
    names = _NAMES[language]
    return {names[name]: word for name, word in _fields(item, language, full_width=full_width).items()}


# Markdown


class _Style(NamedTuple):
    """How an author writes lists and fields."""

    language: str
    bullet: str
    indent: str
    inline: bool
    full_width: bool

    def field_lines(self, item: Aim | Result, depth: int) -> list[str]:
        """The fields of an item as a list below it."""
        colon = ": " if self.language == "en" else "："
        start = f"{self.indent * depth}{self.bullet} "
        return [
            f"{start}{name}{colon}{word}"
            for name, word in _named(item, self.language, full_width=self.full_width).items()
        ]

    def inside(self, item: Result) -> str:
        """The words of a key result, its fields in brackets behind the statement."""
        fields = _named(item, self.language, full_width=self.full_width)
        if not fields:
            return item.statement
        if self.language == "en":
            return f"{item.statement} ({', '.join(f'{name.lower()}: {word}' for name, word in fields.items())})"
        return f"{item.statement}（{'，'.join(f'{name}：{word}' for name, word in fields.items())}）"

    def result_lines(self, item: Result, label: str, depth: int) -> list[str]:
        """A key result as an item of a list."""
        start = f"{self.indent * depth}{self.bullet} {label}"
        if self.inline:
            return [start + self.inside(item)]
        return [start + item.statement, *self.field_lines(item, depth + 1)]


def _headings(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = [f"# {_TITLES[style.language]}", ""]
    for number, aim in enumerate(aims, 1):
        lines += [f"## O{number}: {aim.statement}", "", *style.field_lines(aim, 0), ""]
        for at, result in enumerate(aim.results, 1):
            lines += style.result_lines(result, f"KR{at}: ", 0)
        lines.append("")
    return lines


def _nested_list(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = []
    for number, aim in enumerate(aims, 1):
        lines += [f"{style.bullet} O{number}：{aim.statement}", *style.field_lines(aim, 1)]
        for at, result in enumerate(aim.results, 1):
            lines += style.result_lines(result, f"KR{number}.{at}：", 1)
    return lines


def _flat_lines(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = [_TITLES[style.language], ""]
    for number, aim in enumerate(aims, 1):
        lines += [f"O{number}: {aim.statement}", ""]
        lines += [f"KR{at}: {style.inside(result)}" for at, result in enumerate(aim.results, 1)]
        lines.append("")
    return lines


def _result_headings(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = [f"# {_TITLES[style.language]}", ""]
    for number, aim in enumerate(aims, 1):
        lines += [f"## O{number} {aim.statement}", "", *style.field_lines(aim, 0), ""]
        for at, result in enumerate(aim.results, 1):
            lines += [f"### KR{at} {result.statement}", "", *style.field_lines(result, 0), ""]
    return lines


def _tables(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    names = _NAMES[style.language]
    lines = ["---", f"title: {_TITLES[style.language]}", "---", ""]
    for number, aim in enumerate(aims, 1):
        lines += [f"## O{number}: {aim.statement}", "", *style.field_lines(aim, 0), ""]
        lines += [f"| {_COLUMNS[style.language][1]} | {' | '.join(names.values())} |", "|---" * (len(names) + 1) + "|"]
        for result in aim.results:
            fields = _fields(result, style.language, full_width=style.full_width)
            lines.append(f"| {result.statement} | {' | '.join(fields.get(name, '') for name in names)} |")
        lines.append("")
    return lines


_MARKDOWN: tuple[Callable[[tuple[Aim, ...], _Style], list[str]], ...] = (
    _headings,
    _nested_list,
    _flat_lines,
    _result_headings,
    _tables,
)


def _markdown(aims: tuple[Aim, ...], layout: Callable[..., list[str]], style: _Style) -> Written:
    if layout is _flat_lines:  # where the fields of an objective have no place
        aims = tuple(aim._replace(owner=None) for aim in aims)
    return Written("markdown", "\n".join(layout(aims, style)) + "\n", aims)


@st.composite
def markdown(draw: st.DrawFn) -> Written:
    """OKRs in one of the layouts of Markdown."""
    language = draw(st.sampled_from(LANGUAGES))
    style = _Style(
        language,
        draw(st.sampled_from("-*+")),
        draw(st.sampled_from(("  ", "   ", "    ", "\t"))),
        draw(st.booleans()),
        draw(st.booleans()),
    )
    return _markdown(draw(sets_of_aims(language)), draw(st.sampled_from(_MARKDOWN)), style)


@st.composite
def indented_alike(draw: st.DrawFn) -> tuple[Written, Written]:
    """The same nested list with two widths of indentation."""
    language = draw(st.sampled_from(LANGUAGES))
    aims = draw(sets_of_aims(language))
    first, second = draw(st.permutations(("  ", "   ", "    ", "\t")))[:2]
    style = _Style(language, draw(st.sampled_from("-*+")), first, draw(st.booleans()), draw(st.booleans()))
    return _markdown(aims, _nested_list, style), _markdown(aims, _nested_list, style._replace(indent=second))


# Other formats of words


def _rst(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    title = _TITLES[style.language]
    lines = [title, "=" * 2 * len(title), ""]
    for number, aim in enumerate(aims, 1):
        heading = f"O{number}: {aim.statement}"
        lines += [heading, "-" * 2 * len(heading), ""]
        lines += [f"{style.bullet} KR{at}: {style.inside(result)}" for at, result in enumerate(aim.results, 1)]
        lines.append("")
    return lines


def _org(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = [f"#+TITLE: {_TITLES[style.language]}", ""]
    for number, aim in enumerate(aims, 1):
        lines.append(f"* O{number}: {aim.statement}")
        lines += [f"  - KR{at}: {style.inside(result)}" for at, result in enumerate(aim.results, 1)]
    return lines


def _html(aims: tuple[Aim, ...], style: _Style) -> list[str]:
    lines = ["<!DOCTYPE html>", "<html><body>", f"<h1>{_TITLES[style.language]}</h1>"]
    for number, aim in enumerate(aims, 1):
        lines += [f"<h2>O{number}: {aim.statement}</h2>", "<ul>"]
        lines += [f"<li>KR{at}: <b>{style.inside(result)}</b></li>" for at, result in enumerate(aim.results, 1)]
        lines.append("</ul>")
    return [*lines, "</body></html>"]


_MARKED_UP = {"rst": _rst, "org": _org, "html": _html}


@st.composite
def marked_up(draw: st.DrawFn, formats: tuple[str, ...] = ("html", "org", "rst")) -> Written:
    """OKRs as reStructuredText, Org or HTML."""
    language = draw(st.sampled_from(LANGUAGES))
    style = _Style(language, draw(st.sampled_from("-*+")), "  ", True, draw(st.booleans()))
    aims = tuple(aim._replace(owner=None) for aim in draw(sets_of_aims(language)))
    name = draw(st.sampled_from(formats))
    return Written(name, "\n".join(_MARKED_UP[name](aims, style)) + "\n", aims)


# Data

_KEYS = {
    "en": {"owner": "owner", "deadline": "due", "weight": "weight", "confidence": "confidence"},
    "zh-Hans": _NAMES["zh-Hans"],
    "zh-Hant": _NAMES["zh-Hant"],
}
_ITEM_KEYS = {
    "en": ("objective", "key_results", "title"),
    "zh-Hans": ("目标", "关键结果", "内容"),
    "zh-Hant": ("目標", "關鍵結果", "內容"),
}


def _tree(aims: tuple[Aim, ...], language: str) -> dict[str, Any]:
    keys = _KEYS[language]
    objective, key_results, title = _ITEM_KEYS[language]

    def fields(item: Aim | Result) -> dict[str, str]:
        return {keys[name]: word for name, word in _fields(item, language).items()}

    return {
        "cycle": "2026-Q2",
        "objectives": [
            {
                objective: aim.statement,
                **fields(aim),
                key_results: [{title: result.statement, **fields(result)} for result in aim.results],
            }
            for aim in aims
        ],
    }


def _toml(tree: dict[str, Any], multiline: bool) -> str:
    quotes = '"""' if multiline else '"'

    def pairs(table: dict[str, Any]) -> list[str]:
        return [f'"{key}" = {quotes}{word}{quotes}' for key, word in table.items() if isinstance(word, str)]

    lines = pairs(tree)
    for objective in tree["objectives"]:
        lines += ["", "[[objectives]]", *pairs(objective)]
        ((key, found),) = ((key, value) for key, value in objective.items() if isinstance(value, list))
        for result in found:
            lines += ["", f'[[objectives."{key}"]]', *pairs(result)]
    return "\n".join(lines) + "\n"


@st.composite
def trees(draw: st.DrawFn, formats: tuple[str, ...] = ("json", "yaml", "toml")) -> Written:
    """OKRs as JSON, YAML or TOML."""
    language = draw(st.sampled_from(LANGUAGES))
    aims = draw(sets_of_aims(language))
    tree = _tree(aims, language)
    name = draw(st.sampled_from(formats))
    if name == "json":
        text = json.dumps(tree, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from((None, 0, 2, "\t"))))
    elif name == "toml":
        text = _toml(tree, draw(st.booleans()))
    else:
        text = yaml.safe_dump(
            tree,
            allow_unicode=draw(st.booleans()),
            sort_keys=False,
            default_style=draw(st.sampled_from((None, '"', "'", "|", ">"))),
            default_flow_style=draw(st.booleans()),
            width=draw(st.sampled_from((20, 1000))),
        )
    return Written(name, text, aims)


@st.composite
def tables(draw: st.DrawFn) -> Written:
    """OKRs as CSV, a row for each key result."""
    language = draw(st.sampled_from(LANGUAGES))
    aims = tuple(aim._replace(owner=None) for aim in draw(sets_of_aims(language)))
    names = _NAMES[language]
    file = io.StringIO()
    quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
    rows = csv.writer(file, delimiter=draw(st.sampled_from(",;\t|")), quoting=quoting, lineterminator="\n")
    rows.writerow((*_COLUMNS[language], *names.values()))
    for aim in aims:
        for result in aim.results:
            fields = _fields(result, language)
            rows.writerow((aim.statement, result.statement, *(fields.get(name, "") for name in names)))
    return Written("csv", file.getvalue(), aims)


def documents() -> st.SearchStrategy[Written]:
    """OKRs in any format and layout, well formed."""
    return markdown() | marked_up() | trees() | tables()


# Odd documents

_ODD_WORDS = (
    "O1:", "O：", "KR1:", "KR-2.1 ", "目标一：", "關鍵結果", "Key Results", "Objective 1 —", "owner: Ana",
    "负责人：张三", "@ana", "[P0]", "(owner: Bo, 30%)", "（信心：5/10）", "权重 30%", "2026-02-30", "6月底", "30%",
    "３０％", "=> 0.7", "1. ", "- ", "* ", "+ ", "- [ ] ", "- [x] ", "> ", "# ", "### ", "| ", " |", "|---|---|",
    "```", "~~~yaml", "---", "**", "_", "`", "~~", "[x](#y)", "![](z)", "<br>", "<table><tr><td>",
    "</td></tr></table>", "<!--", "-->", "&amp;", "&#x1F600;", "\\", "\\n", "\\ud83d\\ude80", "\\ud83d", '"', '""',
    "'", "{", "}", "[", "]", ":", ": ", ",", ";", "=", "&a", "*a", "<<: *a", "!!str", "|-", ">-", "%YAML 1.1",
    "\\ \n", "key_results:", "objectives:", "title: x", "\t", "  ", "    ", "\n", "\n", "\n\n", "\r\n", "\r", "\ufeff",
    "\u3000", "\u2028", "\x85", "\x0b", "\x0c", "\x00", "\x1b", "e\u0301", "\U0001f469\u200d\U0001f467",
    "\U0001f1e8\U0001f1f3", "\u200b", "\u202e", "𝟛", "İ", "ß", "ﬁ", "９", "①", "十二", "\ud83d", "a" * 200,
)  # fmt: skip


def odd_texts() -> st.SearchStrategy[str]:
    """Anything at all, most of it made of what readers look for."""
    pieces = st.sampled_from(_ODD_WORDS) | st.text(max_size=8)
    return st.lists(pieces, max_size=40).map("".join)
