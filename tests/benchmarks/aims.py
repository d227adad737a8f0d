"""What okrlint aims at, and how it is read from the figures. An aim is changed here alone; the documents follow."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from figures import Figures, middle, pace, ratio

from okrlint.model import Words


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
    case: str, kind: str, other: str, other_kind: str, hows: Sequence[str] = ("",), other_hows: Sequence[str] = ("",)
) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        found = ratio(figures.row(case, "okrlint", kind, hows), figures.row(case, other, other_kind, other_hows))
        return None if found is None else found.value

    return reached


def _many(figures: Figures) -> float | None:
    many, fewer = (figures.row(case, "okrlint", "english", _PARALLEL) for case in ("ten-thousand", "thousand"))
    times = [middle(row) if row else None for row in (many, fewer)]
    return times[0] / times[1] if times[0] and times[1] else None


def _memory(case: str, kind: str) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        row = figures.row(case, "okrlint", kind, _PARALLEL)
        return None if row is None else middle(row, "memory")

    return reached


def _growth(kind: str) -> Callable[[Figures], float | None]:
    def reached(figures: Figures) -> float | None:
        rows = [row for row in figures.rows("large", "okrlint", kind) if not row.how]
        rows.sort(key=lambda row: row.size)
        paces = [found for row in rows if (found := pace(row)) is not None]
        return paces[-1] / paces[0] if len(paces) > 1 else None

    return reached


AIMS = (
    Aim(
        Words("English file: time, to markdownlint-cli2's", "英文文件：耗时与 markdownlint-cli2 之比"),
        0.55,
        _time("start", "english", "markdownlint-cli2", "english"),
    ),
    Aim(
        Words("English file: time, to yamllint's on YAML", "英文文件：耗时与 yamllint 检查 YAML 之比"),
        1.9,
        _time("start", "english", "yamllint", "yaml"),
    ),
    Aim(
        Words(
            "English file, warm cache: time, to yamllint's on YAML", "英文文件，热缓存：耗时与 yamllint 检查 YAML 之比"
        ),
        1.0,
        _time("start", "english", "yamllint", "yaml", ["warm"]),
    ),
    Aim(
        Words("Chinese file: time, to zhlint's", "中文文件：耗时与 zhlint 之比"),
        0.95,
        _time("start", "chinese", "zhlint", "chinese"),
    ),
    Aim(
        Words("Chinese file: time, to that of stock jieba for one line", "中文文件：耗时与原版 jieba 切一行之比"),
        0.35,
        _time("start", "chinese", "jieba", "chinese"),
    ),
    Aim(
        Words("10,000 English files: time, to markdownlint-cli2's", "10,000 个英文文件：耗时与 markdownlint-cli2 之比"),
        0.3,
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
        Words("10,000 English files: time, to that of 1,000", "10,000 个英文文件：耗时与 1,000 个之比"),
        10.5,
        _many,
    ),
    Aim(
        Words("10,000 English files: warm cache, to none", "10,000 个英文文件：热缓存与无缓存的耗时之比"),
        0.15,
        _time("ten-thousand", "english", "okrlint", "english", ["warm"], _PARALLEL),
    ),
    *(
        Aim(
            Words(f"10,000 {english} files: memory of a process", f"10,000 个{chinese}文件：每个进程的内存"),
            110,
            _memory("ten-thousand", kind),
            "MiB",
        )
        for kind, english, chinese in (
            ("english", "English", "英文"),
            ("chinese", "Chinese", "中文"),
            ("yaml", "YAML", " YAML "),
        )
    ),
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
