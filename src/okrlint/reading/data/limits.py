"""How large a tree of data may be, and what is said in several formats of one that is broken."""

from okrlint.model import Problem, Span, Words
from okrlint.reading.data.nodes import Scalar
from okrlint.reading.source import UnreadableError

MAX_DEPTH = 100
"""How deep collections may nest: OKRs need ten."""

MAX_NODES = 200_000
"""How many nodes a file may have."""

SEARCH_DEPTH = 12
"""How deep in a tree objectives are looked for, and strings that hold some; exports nest them half as deep."""

TOO_DEEP = Words("nests deeper than", "嵌套层数超过")
TOO_MANY_NODES = Words("holds more nodes than", "节点数超过")
UNKNOWN_ESCAPE = Words(
    "in double quotes a backslash begins an escape, and there is none like this: use single quotes",
    "双引号里的反斜杠是转义的开头，而没有这种转义：请改用单引号",
)


def over_limit(what: Words, limit: int, span: Span | None = None) -> UnreadableError:
    """Return the error for a source that is over a limit, as a whole if no place is given."""
    message = Words(f"{what.en} {limit:,}; split it, or exclude it", f"{what.zh}{limit:,}；请拆分，或将它排除")
    return UnreadableError("EN004", message, span)


def duplicate_key(key: Scalar) -> Problem:
    """Return the problem of a key that stands a second time in one mapping, where its first value is kept."""
    return Problem.model_construct(
        code="EN003",
        message=Words(
            f"the key `{key.value[:40]}` stands here a second time and is not read; merge the two or rename one",
            f"键 `{key.value[:40]}` 在此重复出现，未被读取；请合并两处或改名",
        ),
        span=key.span,
    )
