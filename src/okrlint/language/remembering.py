"""What is remembered of texts: of one statement, reader and rules ask the same time and again."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

JudgeT = TypeVar("JudgeT", bound=Callable[..., Any])

_LONGEST = 10_000
"""Characters of a text that is remembered for good: no statement has as many."""


def remembered(size: int = 256) -> Callable[[JudgeT], JudgeT]:
    """Make a function of a `text` remember what it told of the last `size` texts, of which one may be of any length.

    Few documents have more statements than 256. A longer text clears what is remembered: a run over many files of
    megabytes shall not keep them all. To look a text up costs no more than `lru_cache` does.
    """

    def remembering(judge: JudgeT) -> JudgeT:
        @wraps(judge)
        def judged(text: str, *rest: Any, **named: Any) -> Any:
            if len(text) > _LONGEST:
                known.cache_clear()
            return judge(text, *rest, **named)

        known = lru_cache(maxsize=size)(judged)
        return cast("JudgeT", known)

    return remembering
