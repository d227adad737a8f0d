"""A paragraph: its words without mark-up, and the lines that its author meant."""

from functools import cache
from re import ASCII, Pattern
from re import compile as compile_pattern

from okrlint.language.folding import is_han
from okrlint.reading.fields import canonical, is_declared, leading_field
from okrlint.reading.labels import label
from okrlint.reading.outline import Line
from okrlint.reading.plain_lines import PlainLine, lettered, marker
from okrlint.reading.text_builder import TextBuilder, copied_text, joined
from okrlint.reading.word_sets import words as word_set

_WRAPPED = 50
"""A line of prose of at least so many columns may go on in the next line; shorter ones are lines of their own."""


@cache
def _mark_pattern() -> Pattern[str]:
    """Match marks of bold words and of code; `2**10` has none."""
    return compile_pattern(r"`{1,3}|(?<![0-9*])\*{2,3}(?!\*)|(?<=[0-9])\*{2,3}(?![0-9*])", ASCII)


@cache
def _line_break() -> Pattern[str]:
    return compile_pattern(r"\r\n|\n|\r")


class Paragraph:
    """Collects the words of a paragraph, a list item, a heading or a table cell.

    Attributes:
        within_item: whether it is the text of a list item, where lines that follow go on with the sentence.
    """

    __slots__ = (
        "_bold", "_builder", "_end", "_length", "_lines", "_link", "_linked", "_open_bold", "_source", "_start",
        "_strong", "within_item",
    )  # fmt: skip

    def __init__(self, source: str, *, within_item: bool) -> None:
        self._source = source
        self.within_item = within_item
        self._lines: list[tuple[Line, bool]] = []
        self._bold = 0
        self._open_bold = False
        self._link = False
        self._begin()

    def _begin(self) -> None:
        self._builder: TextBuilder | None = None  # most lines are one stretch of the source: from `_start` to `_end`
        self._start = self._end = 0
        self._length = 0
        self._strong = 0
        self._linked = 0

    def strong(self, change: int) -> None:
        """Enter (+1) or leave (-1) bold words."""
        self._bold += change

    def link(self, *, inside: bool) -> None:
        """Enter or leave a link to another place in the document."""
        self._link = inside

    def toggle(self) -> None:
        """Note two stars that the parser left as they are, as it does beside Chinese punctuation."""
        self._open_bold = not self._open_bold

    def copy(self, start: int, end: int) -> None:
        """Add what stands at this place of the source."""
        self._add(self._source[start:end], start, end, copied=True)

    def copy_marked(self, start: int, end: int) -> None:
        """Add what stands at this place without the marks of bold words and code that the parser left in it."""
        for mark in _mark_pattern().finditer(self._source, start, end):
            self.copy(start, mark.start())
            if mark[0][0] == "*":
                self.toggle()
            start = mark.end()
        self.copy(start, end)

    def copy_lines(self, start: int, end: int) -> None:
        """Add what stands at this place, which may go over several lines of the source."""
        for found in _line_break().finditer(self._source, start, end):
            self.copy(start, found.start())
            self.line_break(hard=False)
            start = found.end()
            while start < end and self._source[start] in " \t\u3000":
                start += 1
        self.copy(start, end)

    def write(self, words: str, start: int, end: int) -> None:
        """Add words that the source spells otherwise at this place."""
        self._add(words, start, end, copied=self._source[start:end] == words)

    def _add(self, words: str, start: int, end: int, *, copied: bool) -> None:
        if not words:
            return
        if self._link:
            self._linked += len(words)
        if self._strong == self._length and (self._bold > 0 or self._open_bold or not words.strip(" :：")):
            self._strong += len(words)
        if self._builder is None:
            if copied and (start == self._end or not self._length):
                if not self._length:
                    self._start = start
                self._end = end
                self._length += len(words)
                return
            self._builder = TextBuilder(self._source)
            self._builder.copy(self._start, self._end)
        if copied:
            self._builder.copy(start, end)
        else:
            self._builder.write(words, start, end)
        self._length += len(words)

    def line_break(self, *, hard: bool) -> None:
        """End the line; a hard break is one that the author asked for."""
        text = self._builder.build() if self._builder else copied_text(self._source, self._start, self._end)
        if text is not None:
            length = len(text.value)
            line = Line(text, min(self._strong, length), refers=self._linked >= length)
            self._lines.append((line, hard))
        elif self._lines:
            self._lines[-1] = (self._lines[-1][0], True)
        self._begin()

    def lines(self) -> list[Line]:
        """Return the lines that were meant: those that only wrap a sentence are put together again."""
        self.line_break(hard=True)
        found, self._lines = self._lines, []
        if len(found) == 1:
            return [found[0][0]]
        groups: list[list[Line]] = []
        hard = True
        lists = _lettered_lists([line for line, _ in found])
        for at, (line, hard_after) in enumerate(found):
            wraps = bool(groups) and not hard and at not in lists and self._goes_on(groups[-1][-1], line)
            if wraps and not _is_next_item(groups[-1][0], line) and not _is_title_between(found, at):
                groups[-1].append(line)
            else:
                groups.append([line])
            hard = hard_after
        return [_defined(self._merged(group), at) for at, group in enumerate(groups)]

    def plain_lines(self) -> list[PlainLine]:
        """Return the same, each with the column at which it stands."""
        return [PlainLine(line, indentation(self._source, line.text.span.start)) for line in self.lines()]

    def _goes_on(self, before: Line, after: Line) -> bool:
        words, next_words = before.text.value, after.text.value
        if _is_definition(next_words) and is_declared(canonical(words)):
            return True
        if words[-1] in ":：" or (before.is_strong and not after.is_strong):
            return False
        ended = words[-1] in "。.!?！？；;"
        if self.within_item and after.is_strong and not before.is_strong:
            return False
        if self.within_item and (not ended or next_words[0].islower()):
            return not begins_anew(next_words) and not self._breaks_off(before, after)
        wrapped = len(words) * 2 >= _WRAPPED and (
            len(words) >= _WRAPPED or len(words.encode("gb18030", "replace")) >= _WRAPPED
        )
        return wrapped and words[-1] not in "。；;" and not begins_anew(next_words)

    def _breaks_off(self, before: Line, after: Line) -> bool:
        """Whether a line behind an item, at the margin, is one of its own: what it begins with had room before.

        To Markdown it goes on with the item.
        """
        words, next_words = before.text.value, after.text.value
        is_sentence = next_words[0].isupper() and (next_words[-1] in ".!?" or len(next_words) > _WRAPPED)
        if not is_sentence and not next_words.startswith(_REMARKS):
            return False
        if indentation(self._source, after.text.span.start) > 0:
            return False
        last, first = words.rpartition(" ")[2].lower(), next_words.partition(" ")[0]
        has_room = len(words.encode("gb18030", "replace")) + len(first[:_FIRST_WORD]) < _WRAPPED
        return has_room and words[-1] not in _LEADING_SIGNS and last not in _LEADING_ON

    def _merged(self, group: list[Line]) -> Line:
        if len(group) == 1:
            return group[0]
        text = joined(self._source, [line.text for line in group])
        strong = 0
        for line in group:
            strong += line.strong + 1
            if not line.is_strong:
                break
        return Line(text, min(strong - 1, len(text.value)))


_FIRST_WORD = 12
_LEADING_ON = word_set("a an the of to for from in on at by with and or our their its per via than that")
_LEADING_SIGNS = ",，、-–—(（&+/的和与與把将將在为為"
"""What no line ends with that is whole."""


_REMARKS = (
    *(
        "目前",
        "本季度",
        "本周",
        "上周",
        "本月",
        "我们",
        "備註",
        "备注",
        "说明",
        "說明",
        "以上",
        "此外",
        "另外",
        "接下来",
        "接下來",
    ),
    *("这些", "這些", "希望", "总之", "總之"),
)
"""What a remark on a list begins with in Chinese, whose letters do not tell where a sentence begins."""


def _lettered_lists(lines: list[Line]) -> set[int]:
    """Return which lines begin a list of letters: `a. …`, and `b. …` a line or two below."""
    letters = [lettered(line.text.value) for line in lines]
    return {
        at
        for at, letter in enumerate(letters)
        if letter and letter.is_first() and any(other and other.follows(letter) for other in letters[at + 1 : at + 4])
    }


def _is_next_item(first: Line, line: Line) -> bool:
    """Whether a line begins with the letter behind that of an earlier one: `A. …`, `B. …`."""
    letter = lettered(line.text.value)
    before = lettered(first.text.value) if letter else None
    return letter is not None and before is not None and letter.follows(before)


def _is_title_between(lines: list[tuple[Line, bool]], at: int) -> bool:
    """Whether a line right above the next objective is the title of what follows, and ends no sentence before it.

    The line before it must be whole: it ends as a sentence does, or had room for all of the title.
    """
    value = lines[at][0].text.value
    if at + 1 >= len(lines) or len(value) > _LONGEST_TITLE or value[0].islower():
        return False
    below = label(lines[at + 1][0].text.value)
    if below is None or below.kind != "objective" or not below.separated or not _title().fullmatch(value):
        return False
    before = lines[at - 1][0].text.value
    if before[-1] in "。.!?！？；;)）":
        return True
    if before[-1] in _LEADING_SIGNS or before.rpartition(" ")[2].lower() in _LEADING_ON:
        return False
    widest = max(len(line.text.value) for line, _ in lines)
    return len(before) + len(value) < widest


_LONGEST_TITLE = 60


@cache
def _title() -> Pattern[str]:
    """Match words that name OKRs, a report or a period, and tell nothing: `Sales OKR report`, 2026年Q2销售部OKR."""
    period = (
        r"(?:(?:FY ?)?(?:20)?\d\d[ /-]?Q[1-4]|Q[1-4](?: ?[/'’-]? ?(?:FY ?)?(?:20)?\d\d)?|(?:H[12] )?20\d\d|H[12]"
        r"|(?:20\d\d ?年)?(?:第[一二三四]季度|[上下]半年|Q[1-4]|\d{1,2}月)?)"
    )
    name = r"(?:[A-Z&][\w&/’'-]{0,20}[ :–—-]{1,3}){0,4}"
    noun = r"(?:report|performance|review|results|summary|update|status|plan|scorecard|overview)"
    return compile_pattern(
        rf"{period}[ :–—-]{{0,3}}{name}(?:OKRs?(?: (?i:{noun}))?|(?<=[0-9] ){noun}|(?<=\w )(?i:{noun}))"
        rf"(?:[ ,:–—(（-]{{1,3}}{period}[)）]?)?[.:]?"
        rf"|{period}[\u4e00-\u9fff]{{0,8}}(?:的?\s?OKR\s?(?:总结|總結|复盘|復盤|汇报|匯報|报告|報告|进展|進展|完成情况)?"
        rf"|(?:总结|總結|复盘|復盤|汇报|匯報|报告|報告))[。：:]?|{period}[:：]?"
    )


def _defined(line: Line, number: int) -> Line:
    """Return a line without the colon of a definition, which Pandoc has below its term: `: words`."""
    return line.behind(1) if number > 0 and _is_definition(line.text.value) else line


def _is_definition(value: str) -> bool:
    return value.startswith((": ", ":\t"))


def begins_anew(value: str) -> bool:
    """Whether a line plainly does not go on with the sentence before it: a label, a field, a list marker."""
    if value[0] == "#" or marker(value) is not None or _begins_with_name(value):
        return True
    return label(value) is not None or leading_field(value) is not None or _is_heading(value)


def opens(line: Line) -> bool:
    """Tell whether a line opens what stands below it: an objective, a key result, or a name with nothing behind."""
    value = line.text.value
    return line.is_strong or value[-1] in ":：" or label(value) is not None or _is_heading(value)


def _is_heading(value: str) -> bool:
    """Whether a line is but the name of what follows: `Key Results`, `关键结果`."""
    return not value[0].islower() and canonical(value) in ("objective", "key_result")


def _begins_with_name(value: str) -> bool:
    """Whether a line begins with any short name and a colon: `North star: …`, `核心工作：…`."""
    if value[0].isascii():
        return ":" in value[:_LONGEST_NAME] and _name_pattern().match(value) is not None
    name, colon, _ = value[:_LONGEST_CHINESE_NAME].partition("：")
    return colon != "" and len(name) > 1 and all(map(is_han, name))


_LONGEST_NAME = 66
"""Its colon included."""

_LONGEST_CHINESE_NAME = 9


@cache
def _name_pattern() -> Pattern[str]:
    return compile_pattern(r"[A-Z][A-Za-z]{1,15}(?: [A-Za-z]{1,15}){0,3}:\s", ASCII)


_FAR = 200
"""No line begins with more characters of mark-up and blanks than are looked at."""


def indentation(source: str, offset: int) -> int:
    """Return how far from the beginning of its line an offset stands, a tab as four columns.

    A list marker that the parser has taken off counts as indentation, as it does for the eye.
    """
    if not offset or source[offset - 1] in "\r\n":
        return 0
    reach = max(0, offset - _FAR)
    start = max(source.rfind("\n", reach, offset), source.rfind("\r", reach, offset))
    before = source[start + 1 : offset] if start >= 0 else source[reach:offset]
    return len(before.replace("\t", "    "))


def leading_blanks(source: str, offset: int) -> int:
    """Return how many blanks the line of an offset begins with, a tab as four, whatever mark-up stands behind them."""
    reach = max(0, offset - _FAR)
    start = max(source.rfind("\n", reach, offset), source.rfind("\r", reach, offset), reach - 1) + 1
    end = start
    while end < offset and source[end] in " \t":
        end += 1
    return len(source[start:end].replace("\t", "    "))
