"""Makes tables in Markdown of figures, in either language."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import wording
from aims import AIMS
from figures import Figures, did_its_work, middle, pace, ratio
from measuring import Row
from peers import PEERS

from okrlint.model import Words

_RULES = 10
"""How many rules are told of one by one."""
_PLANNED = 10_000_000
_CORES = (4, 16, 64)
"""Documents, and processors, of the plan."""
_NOT_MEASURED = Words("Not measured yet.", "尚未测量。")


def tables(figures: Figures, language: str) -> dict[str, str]:
    """Return all tables by the names that documents know them by."""
    made = {"machine": _machine(figures, language), "aims": _aims(figures, language)}
    for case in wording.CASES:
        there = case in figures.cases
        made[case] = _ratios(figures, case, language) if there else _NOT_MEASURED.in_language(language)
        made[f"{case}-times"] = _times(figures, case, language) if there else _NOT_MEASURED.in_language(language)
    made |= {name: _parts(figures, name, language) for name in ("parts", "rules")}
    growth = list(_growth(figures, language))
    heading = Words("What is read|Program|Size|Time|A MB|Beside 1 MB", "读取内容|程序|大小|耗时|每 MB|与 1 MB 之比")
    made["plan"] = _plan(figures, language)
    made["growth"] = _table(heading.in_language(language), growth) if growth else _NOT_MEASURED.in_language(language)
    return made


def _machine(figures: Figures, language: str) -> str:
    machine = figures.machine
    about = Words(
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory']} GiB; {machine['system']}",
        f"{machine['processor']}，{machine['cores']} 核，{machine['memory']} GiB；{machine['system']}",
    )
    rows = [(Words("Machine", "机器").in_language(language), about.in_language(language))]
    rows += [
        (wording.TOOLS[name].en.partition(" (")[0] if name == "spectral" else name, number)
        for name, number in _versions(figures)
    ]
    for case, words in wording.CASES.items():
        if case in figures.cases:
            measured = figures.cases[case]
            day = measured.began[:16].replace("T", " ")
            load = Words(f"{day}, load {measured.load:.1f}", f"{day}，负载 {measured.load:.1f}")
            rows.append((words.in_language(language), load.in_language(language)))
    missing = [peer.name for peer in PEERS if peer.name not in figures.versions]
    if missing:
        rows.append(
            (Words("Left out", "未参与").in_language(language), Words(", ", "、").in_language(language).join(missing))
        )
    return _table(Words("What|Which", "项目|详情").in_language(language), rows)


def _versions(figures: Figures) -> Iterator[tuple[str, str]]:
    for name, number in figures.versions.items():
        if name != "textlint-cjk":  # the same program
            yield name, number or "?"


def _aims(figures: Figures, language: str) -> str:
    rows = []
    for aim in AIMS:
        value = aim.reached(figures)
        unit = f" {aim.unit}" if aim.unit else ""
        verdict = Words("not measured", "未测量")
        if value is not None:
            verdict = Words("yes", "是") if value <= aim.most else Words("**no**", "**否**")
        told = "–" if value is None else f"{value:.{1 if unit else 2}f}{unit}"
        rows.append((aim.words.in_language(language), f"{aim.most:g}{unit}", told, verdict.in_language(language)))
    return _table(Words("Aim|At most|Measured|Reached", "目标|上限|实测|达到").in_language(language), rows, left=1)


def _ratios(figures: Figures, case: str, language: str) -> str:
    """Return what okrlint takes of what others take that read the same."""
    every = list(figures.rows(case))
    hows = sorted({row.how for row in every if row.tool == "okrlint"}, key=_rank)
    rows = []
    for _, same in groupby(sorted(every, key=_input), key=_input):
        group = list(same)
        ours = {row.how: row for row in group if row.tool == "okrlint"}
        alone = [row for row in every if not row.kind]
        if not ours:
            continue
        plain = ours[min(ours, key=_rank)]
        rows += [
            (
                wording.kind(plain, language, sized=case == "large"),
                wording.tool(other.tool, language),
                *(wording.times(ratio(ours.get(how), other)) for how in hows),
                wording.times(ratio(plain, other, "cpu")),
                wording.times(ratio(plain, other, "memory")),
            )
            for other in [*(row for row in group if row.tool != "okrlint"), *alone]
        ]
    first = Words("What is read|Beside", "读取内容|相对于").in_language(language)
    last = Words("CPU time|Memory", "CPU 时间|内存").in_language(language)
    return _table("|".join([first, *(wording.how(how, language) for how in hows), last]), rows)


def _times(figures: Figures, case: str, language: str) -> str:
    """Return what all programs took."""
    rows = []
    for row in sorted(figures.cases[case].rows, key=_input):
        name = wording.tool(row.tool, language)
        if row.tool == "okrlint":
            name = wording.joined(name, wording.how(row.how, language), language)
        what = wording.kind(row, language, sized=case == "large")
        rows.append((what, name, *_measured(row, language)))
    heading = Words(
        "What is read|Program|Runs|Median|Shortest|Longest|CPU time|Memory|Exit code",
        "读取内容|程序|次数|中位数|最短|最长|CPU 时间|内存|退出码",
    )
    return _table(heading.in_language(language), rows)


def _measured(row: Row, language: str) -> Sequence[str]:
    runs = str(len(row.taken))
    if row.stopped is not None:
        stopped = Words(f"stopped after {row.stopped:g} s", f"{row.stopped:g} 秒后中止")
        return runs, stopped.in_language(language), "–", "–", "–", "–", "–"
    wall, cpu, memory = (middle(row, figure) or 0 for figure in ("wall", "cpu", "memory"))
    codes = ", ".join(map(str, sorted({each.exit for each in row.taken})))
    every = [each.wall for each in row.taken]
    spans = (wording.span(seconds, language) for seconds in (wall, min(every), max(every), cpu))
    return runs, *spans, f"{memory:.0f} MiB", codes if did_its_work(row) else f"**{codes}**"


def _growth(figures: Figures, language: str) -> Iterator[Sequence[str]]:
    """Yield how time grows with the size of a document."""
    rows = sorted(figures.rows("large"), key=lambda row: (_input(row)[0], row.tool, row.how, row.size))
    for (_, name, how), same in groupby(rows, key=lambda row: (row.kind, row.tool, row.how)):
        group = list(same)
        first = pace(group[0])
        if len(group) < 2 or first is None:
            continue
        for row in group:
            seconds, each = middle(row), pace(row)
            if seconds is None or each is None:
                continue
            title = wording.tool(name, language)
            yield (
                wording.kind(row, language),
                wording.joined(title, wording.how(how, language), language) if how else title,
                wording.size(row),
                wording.span(seconds, language),
                wording.span(each, language),
                wording.digits(each / first),
            )


def _plan(figures: Figures, language: str) -> str:
    """Return how long ten million documents take, worked out from how long ten thousand took."""
    rows = []
    for kind in wording.KINDS:
        one, two, warm = (figures.row("ten-thousand", "okrlint", kind, [how]) for how in ("jobs 1", "jobs 2", "warm"))
        times = [middle(row) if row else None for row in (one, two, warm)]
        if not all(times) or one is None:
            continue
        alone, shared, known = (seconds / one.files for seconds in times if seconds)
        share = alone / (2 * shared)  # of a second process's time that is of use
        rows.append(
            (
                wording.kind(one, language),
                f"{1 / alone:,.0f}",
                *(wording.long_span(_PLANNED * alone / (cores * share), language) for cores in _CORES),
                wording.long_span(_PLANNED * known, language),
            )
        )
    heading = Words(
        "What is read|Documents a second, one process|4 processors|16 processors|64 processors|One, all known",
        "读取内容|单进程每秒文档数|4 个处理器|16 个处理器|64 个处理器|单进程，全部命中缓存",
    )
    return _table(heading.in_language(language), rows, left=1) if rows else _NOT_MEASURED.in_language(language)


def _parts(figures: Figures, name: str, language: str) -> str:
    """Return where the time goes: by part, or by rule."""
    if not figures.parts:
        return _NOT_MEASURED.in_language(language)
    by_kind = {kind: found[name] for kind, found in figures.parts.items()}
    whole = {kind: sum(found["parts"].values()) for kind, found in figures.parts.items()}
    every = list(dict.fromkeys(each for found in by_kind.values() for each in found))
    if name == "rules":
        every.sort(key=lambda rule: -sum(found.get(rule, 0) for found in by_kind.values()))
        del every[_RULES:]
    rows = [
        (
            wording.PARTS.get(each, each) if language == "zh" else each,
            *(f"{found[each] / whole[kind]:.1%}" if each in found else "–" for kind, found in by_kind.items()),
        )
        for each in every
    ]
    first = Words("Part", "部分") if name == "parts" else Words("Rule", "规则")
    heads = [words.in_language(language) for words in (first, *(wording.KINDS[kind] for kind in by_kind))]
    return _table("|".join(heads), rows, left=1)


def _rank(how: str) -> tuple[int, str]:
    order = ("", "jobs", "cold", "warm")
    return order.index(how.partition(" ")[0]), how


def _input(row: Row) -> tuple[int, int]:
    """Return what brings together those that read the same."""
    return list(wording.KINDS).index(row.kind), row.size if row.size >= 1_000_000 and row.files == 1 else 0


def _table(heading: str, rows: Iterable[Sequence[str]], left: int = 2) -> str:
    names = heading.split("|")
    lines = [names, [*["---"] * left, *["--:"] * (len(names) - left)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
