"""The keys of a configuration file, validated by pydantic; imported only where there is such a file."""

import re
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from okrlint.suggesting import nearest

SeverityName = Literal["error", "warning", "info", "hint", "off"]


class Keys(BaseModel):
    """A table whose keys are written with hyphens, and all known."""

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        strict=True,
        defer_build=True,  # the tables are built with the file that holds them
    )


def _usable_pattern(pattern: str) -> str:
    if pattern.startswith("#") or not pattern.strip(" !/"):
        raise ValueError("this pattern means no file; write it as in a .gitignore")
    return pattern


def _usable_word(word: str) -> str:
    if not word.removeprefix("!").strip():
        raise ValueError("there is no word here; write one, or take the entry out")
    return word


def _usable_list_name(name: str) -> str:
    if not re.fullmatch(r"[^\W\d_][\w -]*", name):
        raise ValueError("no name of a word list; it begins with a letter, and has letters, digits and hyphens alone")
    return name


def _usable_field(name: str) -> str:
    if not any(map(str.isalpha, name)) or not name.isprintable() or any(map(name.__contains__, ":：=|,，;；、·—")):
        raise ValueError("no name of a field; write it as it stands before the colon in documents, as in 'Review date'")
    return name


def _usable_path(path: str) -> str:
    if not path or "\0" in path:
        raise ValueError("no path of a file")
    return path


def _local(path: str) -> str:
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", path):
        raise ValueError("only files are extended, no URLs: download it, and name the file")
    return _usable_path(path)


def _no_day() -> NoReturn:
    raise ValueError("write a date as in 2026-10-01")


def _day(value: Any) -> date:
    if isinstance(value, datetime) or not isinstance(value, str | date):
        return _no_day()
    if isinstance(value, date):
        return value
    try:  # `fromisoformat` reads weeks, too
        return date(*map(int, value.split("-"))) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else _no_day()
    except ValueError:
        return _no_day()


@cache
def _zones() -> frozenset[str]:
    from zoneinfo import available_timezones

    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):  # KeyError: no such zone; the others: no name of a zone at all
        close = nearest(name, _zones())
        hint = f"did you mean {close!r}?" if close else "write its IANA name, as in 'Asia/Shanghai'"
        raise ValueError(f"no such time zone; {hint}") from None
    return name


def _options(options: dict[str, Any]) -> dict[str, Any]:
    """Return options by the names of attributes: `max-words` and `max_words` are one."""
    named: dict[str, Any] = {}
    for name, value in options.items():
        attribute = name.replace("-", "_")
        if attribute in named:
            raise ValueError(f"{attribute!r} is said twice, with and without hyphens")
        named[attribute] = value
    return named


Pattern = Annotated[str, AfterValidator(_usable_pattern)]
Word = Annotated[str, AfterValidator(_usable_word)]
ListName = Annotated[str, Field(max_length=40), AfterValidator(_usable_list_name)]
FieldName = Annotated[str, Field(max_length=40), AfterValidator(_usable_field)]
UsablePath = Annotated[str, AfterValidator(_usable_path)]
Zone = Annotated[str, AfterValidator(_known_zone)]
Extended = Annotated[str, AfterValidator(_local), Field(min_length=1)]
Options = Annotated[dict[str, Any], AfterValidator(_options)]


class DatedSeverityTable(Keys):
    """A severity that holds from a day on."""

    severity: SeverityName = Field(description="What holds from that day on.")
    since: Annotated[date, BeforeValidator(_day)] = Field(
        alias="from", description="The first day on which it holds, as in 2026-10-01."
    )
    before: SeverityName | None = Field(None, description="What holds until then; by default as if nothing were said.")


def _kind(value: Any) -> str:
    return "(table)" if isinstance(value, dict | DatedSeverityTable) else "(name)"


UNION_TAGS = frozenset({"(table)", "(name)", "(list)", "(path)"})
"""What an error names the branch of a union by: nothing that an author wrote."""

SeverityValue = Annotated[
    Annotated[SeverityName, Tag("(name)")] | Annotated[DatedSeverityTable, Tag("(table)")], Discriminator(_kind)
]
ExtendsValue = Annotated[
    Annotated[Extended, Tag("(path)")] | Annotated[list[Extended], Tag("(list)")],
    Discriminator(lambda value: "(list)" if isinstance(value, list) else "(path)"),
]


MembersValue = Annotated[
    Annotated[UsablePath, Tag("(path)")] | Annotated[list[Word], Tag("(list)")],
    Discriminator(lambda value: "(list)" if isinstance(value, list) else "(path)"),
]


class TeamTable(Keys):
    """A team of the project."""

    members: list[Word] = Field([], description="Who belongs to it: names and handles, as documents have them.")
    charter: list[Word] = Field([], description="Words of what it is there for.")
    parent: Word | None = Field(None, description="The name of the team above it.")


class PerFile(Keys):
    """The keys whose values may differ from file to file."""

    preset: str = Field("default", description="A named set of values; `okrlint rules --preset NAME` shows it.")
    select: list[str] | None = Field(None, description="Rules that run: codes, prefixes, names or ALL.")
    ignore: list[str] = Field([], description="Rules that do not run.")
    extend_select: list[str] = Field([], description="Rules that run beside the preset's.")
    severity: dict[str, SeverityValue] = Field(
        {}, description="The severity of rules, by code, prefix or name; in a table from a day on."
    )
    options: dict[str, Options] = Field({}, description="The options of a rule, by its code or name.")
    min_confidence: Literal["high", "medium", "low"] | None = Field(
        None, description="The least sure kind of finding that is reported; by default the preset's."
    )
    lang: Literal["auto", "en", "zh"] = Field(
        "auto", description="The language of messages; auto is that of each document."
    )
    fiscal_year_start: int = Field(1, ge=1, le=12, description="The month in which a fiscal year begins.")
    timezone: Zone | None = Field(
        None, description="The time zone whose days Unix times mean, by its IANA name (Asia/Shanghai)."
    )


class PerPath(PerFile):
    """Values for some files; of several entries that mean a file, the later one wins."""

    paths: list[Pattern] = Field(
        min_length=1, description="Which files: patterns as in a .gitignore, relative to this file's folder."
    )


class ConfigFile(PerFile):
    """The keys of `okrlint.toml`, `.okrlint.yaml` or `[tool.okrlint]` of `pyproject.toml`."""

    extends: ExtendsValue | None = Field(
        None, description="Configuration files that this one builds upon, relative to its folder; what it says wins."
    )
    fail_on: Literal["error", "warning", "info", "hint", "never"] = Field(
        "warning", description="The lowest severity that fails a run."
    )
    include: list[Pattern] = Field(
        [], description="Patterns of paths as in a .gitignore; where there are any, a walk looks at nothing else."
    )
    exclude: list[Pattern] = Field(
        [], description="Patterns of paths as in a .gitignore that a walk passes over, relative to this file's folder."
    )
    per_path: list[PerPath] = Field([], description="Values for some files; later entries win.")
    lexicon: dict[str, list[Word]] = Field({}, description="More words for the word lists of rules.")
    word_lists: dict[ListName, Annotated[list[Word], Field(min_length=1)]] = Field(
        {}, description="Word lists of your own, by name, that the rules declared here may ask for."
    )
    fields: dict[FieldName, list[FieldName]] = Field(
        {}, description="Fields of your own, by name, each with the spellings that documents use."
    )
    rules: list[Any] = Field([], description="Rules of your own.")  # `rule_tables` knows what each looks like
    members: MembersValue = Field(
        [],
        description="Who there is, by the names and handles that documents use: a list, or the file that holds it, "
        "relative to this file's folder: one a line, or a list in YAML, JSON or CSV.",
    )
    teams: dict[Word, TeamTable] = Field({}, description="The teams of the project, by name as documents have it.")
    plans: list[UsablePath] = Field(
        [], description="Files that hold the plan above all OKRs: goals with targets; relative to this file's folder."
    )
    project: list[Pattern] = Field(
        [],
        description="Patterns of the files that belong together, as in a .gitignore: each run looks at what they say "
        "of one another, whichever of them it was given; by default those that it was given.",
    )
    history: bool = Field(False, description="Whether rules look at what git remembers of the documents, too.")
    baseline: UsablePath | None = Field(
        None, description="The file of known findings, which are not reported, relative to this file's folder."
    )
    require_reason: bool = Field(False, description="Whether a suppression must say why.")
    plugins: list[str] | None = Field(
        None, description="The installed plugins that are loaded, by name or distribution; by default all of them."
    )
