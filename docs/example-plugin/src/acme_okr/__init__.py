"""How Acme writes its OKRs: every hook of okrlint once. Delete those that you do not need.

A hook names where a thing is, and nothing is imported before a run needs it.
"""

from os.path import dirname, join

from okrlint.plugins import FieldNames, LexiconRef, PresetRef, ReaderRef, ReporterRef, RuleRef, Words, hookimpl

_HERE = dirname(__file__)


@hookimpl
def okrlint_rules() -> tuple[RuleRef, ...]:
    """Return the rules, with the codes and names that their classes have."""
    return (
        RuleRef("ACME001", "kr-without-dashboard", "acme_okr.rules.dashboards:KrWithoutDashboard"),
        RuleRef("ACME002", "filler-word", "acme_okr.rules.fillers:FillerWord"),
    )


@hookimpl
def okrlint_fields() -> tuple[FieldNames, ...]:
    """Return the fields that Acme's documents have and okrlint does not know."""
    return (FieldNames("dashboard", ("metric dashboard", "看板", "数据看板")),)


@hookimpl
def okrlint_lexicons() -> tuple[LexiconRef, ...]:
    """Return a word list of our own, and words for one of okrlint's (rule OB007 then finds them)."""
    return (
        LexiconRef("acme_fillers", join(_HERE, "words", "fillers.txt")),
        LexiconRef("buzzwords", join(_HERE, "words", "buzzwords.txt")),
    )


@hookimpl
def okrlint_presets() -> tuple[PresetRef, ...]:
    """Return the preset that Acme's repositories name in their `okrlint.toml`."""
    summary = Words("Acme: four objectives, a dashboard for each number.", "Acme：最多四个目标，每个数字都有看板。")
    return (PresetRef("acme", summary, join(_HERE, "preset.yaml")),)


@hookimpl
def okrlint_readers() -> tuple[ReaderRef, ...]:
    """Return the reader of the files that Acme's planning tool writes."""
    return (ReaderRef("acme-okr", (".okr",), "acme_okr.reader:OkrReader"),)


@hookimpl
def okrlint_reporters() -> tuple[ReporterRef, ...]:
    """Return the output format that Acme's spreadsheet takes in."""
    return (ReporterRef("tally", "acme_okr.reporter:TallyReporter"),)
