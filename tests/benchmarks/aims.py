"""What okrlint aims at, and how it is read from the figures. An aim is changed here alone; the documents follow."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from figures import Figures, middle, pace, ratio
from wording import Words


class Aim(NamedTuple):
    """An upper limit.

    Attributes:
        words: of what.
        most: the limit, in times or in MiB.
        reached: reads the value; None where it was not measured.
        unit: `MiB`; empty for times.
    """

    words: Words
    most: float
    reached: Callable[[Figures], float | None]
    unit: str = ""


_PARALLEL = ("jobs 2", "")
"""The quickest way without a cache that a version of okrlint has."""


def _time(
    case: str, kind: str, other: str, other_kind: str, hows: Sequence[str] = ("",), figure: str = "wall"
) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        found = ratio(figures.row(case, "okrlint", kind, hows), figures.row(case, other, other_kind), figure)
        return None if found is None else found.value

    return reached


def _warm(figures: Figures) -> float | None:
    warm, cold = (figures.row("ten-thousand", "okrlint", "english", [how]) for how in ("warm", "cold"))
    found = ratio(warm, cold)
    return None if found is None else found.value


def _memory(kind: str) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        row = figures.row("start", "okrlint", kind)
        return None if row is None else middle(row, "memory")

    return reached


def _growth(kind: str) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        rows = [row for row in figures.rows("large", "okrlint", kind) if row.how == "library"]
        rows.sort(key=lambda row: row.size)
        paces = [found for row in rows if (found := pace(row)) is not None]
        return paces[-1] / paces[0] if len(paces) > 1 else None

    return reached


AIMS = (
    Aim(
        Words("English file: time, to yamllint's on YAML", "英文文件：耗时与 yamllint 检查 YAML 之比"),
        2.0,
        _time("start", "english", "yamllint", "yaml"),
    ),
    Aim(
        Words("Chinese file: time, to that of stock jieba for one line", "中文文件：耗时与原版 jieba 切一行之比"),
        0.5,
        _time("start", "chinese", "jieba", "chinese"),
    ),
    Aim(
        Words("Chinese file: time, to zhlint's", "中文文件：耗时与 zhlint 之比"),
        0.5,
        _time("start", "chinese", "zhlint", "chinese"),
    ),
    Aim(
        Words("10,000 English files: time, to markdownlint-cli2's", "10,000 个英文文件：耗时与 markdownlint-cli2 之比"),
        0.25,
        _time("ten-thousand", "english", "markdownlint-cli2", "english", _PARALLEL),
    ),
    Aim(
        Words("10,000 Chinese files: time, to zhlint's", "10,000 个中文文件：耗时与 zhlint 之比"),
        0.3,
        _time("ten-thousand", "chinese", "zhlint", "chinese", _PARALLEL),
    ),
    Aim(
        Words("10,000 YAML files: time, to Spectral's", "10,000 个 YAML 文件：耗时与 Spectral 之比"),
        0.5,
        _time("ten-thousand", "yaml", "spectral", "yaml", _PARALLEL),
    ),
    Aim(
        Words("10,000 YAML files: time, to yamllint's", "10,000 个 YAML 文件：耗时与 yamllint 之比"),
        0.1,
        _time("ten-thousand", "yaml", "yamllint", "yaml", _PARALLEL),
    ),
    Aim(
        Words("10,000 English files: warm cache, to a cold one", "10,000 个英文文件：热缓存与冷缓存的耗时之比"),
        0.15,
        _warm,
    ),
    Aim(
        Words(
            "10,000 English files: memory, to markdownlint-cli2's", "10,000 个英文文件：内存与 markdownlint-cli2 之比"
        ),
        0.4,
        _time("ten-thousand", "english", "markdownlint-cli2", "english", _PARALLEL, "memory"),
    ),
    Aim(Words("English file: memory", "英文文件：内存"), 25, _memory("english"), "MiB"),
    Aim(Words("Chinese file: memory", "中文文件：内存"), 40, _memory("chinese"), "MiB"),
    Aim(
        Words("English document of 10 MB: time a MB, to that of 1 MB", "10 MB 英文文档：每 MB 耗时与 1 MB 文档之比"),
        1.2,
        _growth("english"),
    ),
    Aim(
        Words("Chinese document of 10 MB: time a MB, to that of 1 MB", "10 MB 中文文档：每 MB 耗时与 1 MB 文档之比"),
        1.2,
        _growth("chinese"),
    ),
)
