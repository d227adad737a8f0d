"""The page of a rule, made from the rule: for the terminal, and as Markdown for the documentation."""

from collections.abc import Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import Any, NamedTuple, get_type_hints

from okrlint.linting.examples import files_of
from okrlint.linting.interface import Examples, Rule, Severity
from okrlint.model import Words
from okrlint.reporting.words import CERTAINTY, OFF, SEVERITY

_HEADINGS = {
    "facts": Words("severity {severity}, confidence {certainty}", "严重程度 {severity}，把握 {certainty}"),
    "origin": Words(", tier {tier}, since {since}", "，层级 {tier}，始于 {since}"),
    "off": Words("not on by default", "默认不启用"),
    "sources": Words("Sources", "依据"),
    "options": Words("Options", "选项"),
    "presets": Words("In presets", "各预设中的取值"),
    "bad": Words("Found (between ⟦ and ⟧)", "会报告（⟦ 与 ⟧ 之间）"),
    "good": Words("Not found", "不会报告"),
    "with": Words("In these examples the options are {options}.", "以下示例中的选项：{options}。"),
    "today": Words("In these examples today is {today}.", "以下示例中，今天是 {today}。"),
    "files": Words(
        "Behind `==>` stands the name of a file, in examples of several.",
        "有多个文件的示例中，`==>` 之后是文件名。",
    ),
    "commits": Words(
        "Behind `==>` stands the name of a file, and behind `@` the day, the author and the message of the commit that "
        "left it so; the files as they are now come last.",
        "`==>` 之后是文件名，`@` 之后是使文件成为这样的提交的日期、作者和信息；最后是文件现在的样子。",
    ),
    "replaces": Words("Replaces on the same item", "在同一条目上取代"),
}  # fmt: skip


class Stance(NamedTuple):
    """What a preset says of a rule.

    Attributes:
        preset: its name.
        severity: "error" … "hint", "off", or None where it leaves the rule's own.
        options: values by option name.
        source: the authority behind the values.
    """

    preset: str
    severity: str | None
    options: Mapping[str, Any]
    source: str


def page(rule: type[Rule[Any]], language: str, stances: Sequence[Stance] = ()) -> str:
    """Return the page of a rule as Markdown that also reads well on a terminal."""
    meta = rule.meta
    manual = rule.manual_zh if language == "zh" else rule.__doc__ or ""
    facts = _say("facts", language).format(
        severity=SEVERITY[meta.severity].in_language(language),
        certainty=CERTAINTY[meta.certainty].in_language(language),
    )
    if meta.since:
        facts += _say("origin", language).format(tier=meta.tier, since=meta.since)
    if not meta.on:
        facts += f"{'；' if language == 'zh' else '; '}{_say('off', language)}"
    summary = meta.summary.in_language(language)
    parts = [f"# {meta.code} {meta.name}", summary, f"*{facts}*"]
    if cleandoc(manual) not in ("", summary):
        parts.append(cleandoc(manual))
    if meta.sources:
        parts.append(f"**{_say('sources', language)}:** {', '.join(meta.sources)}")
    if meta.supersedes:
        parts.append(f"**{_say('replaces', language)}:** {', '.join(meta.supersedes)}")
    if rule.Options.names():
        parts += [f"## {_say('options', language)}", _options(rule, language)]
    if stances:
        parts += [f"## {_say('presets', language)}", "\n".join(_stance(stance, language) for stance in stances)]
    parts += _examples(rule.examples, language)
    return "\n\n".join(parts) + "\n"


def _options(rule: type[Rule[Any]], language: str) -> str:
    hints = get_type_hints(rule.Options)
    lines = []
    for name in rule.Options.names():
        about = rule.Options.about.get(name)
        kind = getattr(hints[name], "__name__", None) or str(hints[name])
        kind = kind if "[" not in str(hints[name]) else str(hints[name])
        default = getattr(rule.Options, name)
        lines.append(f"- `{name}` ({kind}, `{default!r}`): {about.in_language(language) if about else ''}".rstrip())
    return "\n".join(lines)


def _stance(stance: Stance, language: str) -> str:
    said = [_severity(stance.severity, language)] if stance.severity else []
    said += [f"`{name} = {value!r}`" for name, value in stance.options.items()]
    return f"- `{stance.preset}`: {', '.join(said)} ({stance.source})"


def _severity(label: str, language: str) -> str:
    return (OFF if label == "off" else SEVERITY[Severity[label.upper()]]).in_language(language)


def _examples(examples: Examples, language: str) -> list[str]:
    parts = [_say("today", language).format(today=examples.today)] if examples.today else []
    if examples.options:
        values = ", ".join(f"`{name} = {value!r}`" for name, value in examples.options.items())
        parts.append(_say("with", language).format(options=values))
    files = [file for text in _texts(examples, language) for file in files_of(cleandoc(text))]
    if any(file.commit for file in files):
        parts.append(_say("commits", language))
    elif len(files) > len([*_texts(examples, language)]):
        parts.append(_say("files", language))
    for key, group in (("bad", examples.bad), ("good", examples.good)):
        texts = group.get(language, ())
        if texts:
            parts.append(f"## {_say(key, language)}")
            parts += [f"```markdown\n{cleandoc(example)}\n```" for example in texts]
    return parts


def _texts(examples: Examples, language: str) -> Iterator[str]:
    yield from examples.bad.get(language, ())
    yield from examples.good.get(language, ())


def _say(key: str, language: str) -> str:
    return _HEADINGS[key].in_language(language)
