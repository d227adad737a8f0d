"""Which elements are open at a place of an HTML document, whose end tags may be missing or misplaced."""

from collections.abc import Callable
from typing import NamedTuple

from okrlint.reading.html.tokens import Tag, tags
from okrlint.reading.outline import MAX_DEPTH
from okrlint.reading.word_sets import words

LISTS = words("ul ol menu dir dl")
CELLS = words("td th caption")
BLOCKS = words(
    "address article aside blockquote body center dd details dialog div dl dir dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table ul"
)
"""Elements that begin a line of their own, table parts aside."""

_BREAKS = BLOCKS | CELLS | words("br tr")

_CLOSED_BY_SIBLING = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",)}
"""Elements whose end tags are often left out, and what they are ended by."""

_FAR = 64
"""How many elements an inline element's end tag reaches over: `<b><i>…</b></i>`."""


def breaks_line(tag: str) -> bool:
    """Whether a tag, as written, begins a new line (`<br>`, `</p>`)."""
    found = next(tags(tag, 0, len(tag)), None)
    return isinstance(found, Tag) and found.name in _BREAKS


class State(NamedTuple):
    """What holds for the words at a place.

    Attributes:
        bold: whether they are set in bold.
        hidden: whether they are not shown.
        link: whether they are a link to another place in the document.
        preformatted: whether blanks and line breaks count.
        marker: whether they are the marker of a list item that a word processor wrote as a paragraph.
        indent: by how many columns they are indented.
        heading: the level of the heading that they are, or 0.
    """

    bold: bool = False
    hidden: bool = False
    link: bool = False
    preformatted: bool = False
    marker: bool = False
    indent: int = 0
    heading: int = 0


_OUTERMOST = State()


class Element:
    """An open element.

    Attributes:
        name: in lower case.
        state: what holds within it.
        on_close: what is to be done when it ends, before what it set no longer holds.
    """

    __slots__ = ("name", "on_close", "state")

    def __init__(self, name: str, state: State, on_close: Callable[[], None] | None = None) -> None:
        self.name = name
        self.state = state
        self.on_close = on_close


class _Scope:
    """The elements that are open within a table, a cell or a list; an end tag seldom reaches out of one."""

    __slots__ = ("count", "elements", "opener")

    def __init__(self, opener: str) -> None:
        self.opener = opener
        self.elements: list[Element] = []
        self.count: dict[str, int] = {}


class OpenElements:
    """The open elements, and what their end tags end."""

    __slots__ = ("_lists", "_scopes")

    def __init__(self) -> None:
        self._scopes = [_Scope("")]
        self._lists = [0]
        """How many lists are open, in each cell from the outside in."""

    @property
    def state(self) -> State:
        """What holds for words that stand here."""
        for scope in reversed(self._scopes):  # two at most: an element opens each scope but the first
            if scope.elements:
                return scope.elements[-1].state
        return _OUTERMOST

    @property
    def list_depth(self) -> int:
        """How many lists are open in this cell."""
        return self._lists[-1]

    def within(self, name: str) -> bool:
        """Whether an element of this name is the innermost table, cell or list."""
        return self._scopes[-1].opener == name

    def leave_cell(self) -> None:
        """Close the cell that is open, if any, as the next cell or row does."""
        at = len(self._scopes) - 1
        while self._scopes[at].opener in LISTS:
            at -= 1
        if self._scopes[at].opener in CELLS:
            self._close_scope(self._scopes[at].opener)

    def open(self, element: Element) -> None:
        """Add an element; those that it ends without an end tag are closed before."""
        scope = self._scopes[-1]
        scope.elements.append(element)
        scope.count[element.name] = scope.count.get(element.name, 0) + 1
        is_list = element.name in LISTS and self.list_depth < MAX_DEPTH
        if element.name == "table" or element.name in CELLS or is_list:
            self._scopes.append(_Scope(element.name))
            if element.name in CELLS:
                self._lists.append(0)
            elif element.name != "table":
                self._lists[-1] += 1

    def end_before(self, name: str) -> None:
        """Close what an element of this name ends by its beginning: `<li>` an item, any block a paragraph."""
        scope = self._scopes[-1]
        for ended in _CLOSED_BY_SIBLING.get(name, ()):
            if scope.count.get(ended):
                self._close_in_scope(ended)
        if (name in BLOCKS or name in CELLS) and scope.count.get("p"):
            self._close_in_scope("p")

    def close(self, name: str) -> None:
        """Close an element by its end tag, and those in it; without one that it could end, it means nothing."""
        if name == "table" or name in CELLS or name in LISTS:
            self._close_scope(name)
        elif name in BLOCKS:
            at = len(self._scopes) - 1
            while at > 0 and not self._scopes[at].count.get(name) and self._scopes[at].opener in LISTS:
                at -= 1
            if self._scopes[at].count.get(name):
                while len(self._scopes) - 1 > at:
                    self._drop_scope()
                self._close_in_scope(name)
        else:
            self._close_inline(name)

    def close_all(self) -> None:
        """Close what is still open at the end."""
        while len(self._scopes) > 1:
            self._drop_scope()
        while self._scopes[0].elements:
            self._pop()

    def _close_scope(self, name: str) -> None:
        """Close a list, cell or table: a cell up to its table, a list up to its cell, a table over all in it."""
        at = len(self._scopes) - 1
        while at > 0 and self._scopes[at].opener != name:
            opener = self._scopes[at].opener
            if name != "table" and (opener == "table" or (name in LISTS and opener in CELLS)):
                return
            at -= 1
        while at > 0 and len(self._scopes) > at:
            self._drop_scope()

    def _drop_scope(self) -> None:
        """Close all elements of the innermost scope, and the one that opened it."""
        while self._scopes[-1].elements:
            self._pop()
        opener = self._scopes.pop().opener
        if opener in CELLS:
            self._lists.pop()
        elif opener != "table":
            self._lists[-1] -= 1
        self._pop()

    def _close_in_scope(self, name: str) -> None:
        while self._pop().name != name:
            pass

    def _close_inline(self, name: str) -> None:
        scope = self._scopes[-1]
        if not scope.count.get(name):
            return
        for element in scope.elements[: -_FAR - 1 : -1]:
            if element.name == name:
                self._close_in_scope(name)
                return
            if element.name in BLOCKS:
                return

    def _pop(self) -> Element:
        scope = self._scopes[-1]
        element = scope.elements[-1]
        if element.on_close:
            element.on_close()
        scope.elements.pop()
        scope.count[element.name] -= 1
        return element
