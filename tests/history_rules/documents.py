"""Documents that are kept as items and written out anew for each commit: Markdown in two languages, a table, YAML."""

import json
from dataclasses import dataclass, field

_EN = {
    "owner": "Owner",
    "due": "Due",
    "weight": "Weight",
    "confidence": "Confidence",
    "progress": "Progress",
    "score": "Score",
    "type": "Type",
}
_ZH = {
    "owner": "负责人",
    "due": "截止日期",
    "weight": "权重",
    "confidence": "信心指数",
    "progress": "进度",
    "score": "得分",
    "type": "类型",
}


@dataclass(eq=False)
class KeyResult:
    """A key result; it is the same one whatever becomes of its words, its place and its number."""

    text: str
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)  # below it, as they are
    entries: list[tuple[str, str]] = field(default_factory=list)  # day and words
    # What the weekly update sets, in percent or tenths, one value a week; no more updates after the last.
    weekly: dict[str, list[int]] = field(default_factory=dict)
    is_quiet: bool = False  # gets no entries from the weekly update


@dataclass(eq=False)
class Objective:
    """An objective with its key results."""

    text: str
    key_results: list[KeyResult] = field(default_factory=list)


@dataclass(eq=False)
class Document:
    """A document; `form` is one of en, zh, table and yaml."""

    path: str
    form: str
    title: str
    cycle: str
    objectives: list[Objective] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)  # lines at the end
    bullet: str = "-"

    def written(self) -> str:
        """Return the text of the file."""
        return {"en": self._list, "zh": self._list, "table": self._table, "yaml": self._yaml}[self.form]()

    def _list(self) -> str:
        colon, names, log = ("：", _ZH, "进展记录") if self.form == "zh" else (": ", _EN, "Check-ins")
        end, mark = colon.rstrip(), self.bullet
        lines = [f"# {self.title}", "", f"{mark} {'周期' if self.form == 'zh' else 'Cycle'}{colon}{self.cycle}"]
        for number, objective in enumerate(self.objectives, 1):
            lines += ["", f"## O{number}{colon}{objective.text}", ""]
            for place, key_result in enumerate(objective.key_results, 1):
                lines.append(f"{mark} KR{place}{colon}{key_result.text}")
                lines += [f"  {mark} {names[name]}{colon}{value}" for name, value in key_result.fields.items()]
                lines += [f"  {mark} {line}" for line in key_result.lines]
                if key_result.entries:
                    lines.append(f"  {mark} {log}{end}")
                    lines += [f"    {mark} {day}{colon}{words}" for day, words in key_result.entries]
        return "\n".join([*lines, *([""] if self.tail else []), *self.tail, ""])

    def _table(self) -> str:
        names = ("owner", "due", "confidence", "progress")
        lines = [f"# {self.title}"]
        for number, objective in enumerate(self.objectives, 1):
            lines += ["", f"## O{number}: {objective.text}", ""]
            lines += [f"| Key result | {' | '.join(_EN[name] for name in names)} |", "|---" * (len(names) + 1) + "|"]
            for key_result in objective.key_results:
                lines.append("| " + " | ".join([key_result.text, *(key_result.fields[name] for name in names)]) + " |")
        return "\n".join([*lines, *([""] if self.tail else []), *self.tail, ""])

    def _yaml(self) -> str:
        def quoted(value: str) -> str:
            return json.dumps(value, ensure_ascii=False)

        lines = [*self.tail, f"title: {quoted(self.title)}", f"cycle: {self.cycle}", "objectives:"]
        for objective in self.objectives:
            lines += [f"  - objective: {quoted(objective.text)}", "    key_results:"]
            for key_result in objective.key_results:
                lines.append(f"      - text: {quoted(key_result.text)}")
                lines += [f"        {name}: {quoted(value)}" for name, value in key_result.fields.items()]
                lines += [f"        {line}" for line in key_result.lines]
                if key_result.entries:
                    lines.append("        check_ins:")
                    lines += [f"          - {{date: {day}, note: {quoted(text)}}}" for day, text in key_result.entries]
        return "\n".join([*lines, ""])
