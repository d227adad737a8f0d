"""The hooks by which plugins add to okrlint; the built-in rules, readers and reporters come through them too.

A plugin is an installed package with an entry point in the group `okrlint`. What it returns from a hook names
where the thing is, not the thing itself, so that a run imports only what it uses.
"""

from collections.abc import Iterable

import pluggy

from okrlint.config.presets import PresetRef
from okrlint.linting.interface import RuleRef
from okrlint.linting.lexicon import LexiconRef
from okrlint.reading.interface import ReaderRef
from okrlint.reporting.interface import ReporterRef

GROUP = "okrlint"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def okrlint_rules() -> Iterable[RuleRef]:
    """Return the rules that this plugin adds. Their codes and names must not be taken."""
    return ()


@hookspec
def okrlint_readers() -> Iterable[ReaderRef]:
    """Return the readers that this plugin adds; one for a suffix that is taken comes before the earlier one."""
    return ()


@hookspec
def okrlint_reporters() -> Iterable[ReporterRef]:
    """Return the output formats that this plugin adds."""
    return ()


@hookspec
def okrlint_presets() -> Iterable[PresetRef]:
    """Return the presets that this plugin adds."""
    return ()


@hookspec
def okrlint_lexicons() -> Iterable[LexiconRef]:
    """Return the word lists that this plugin adds; one with a taken name adds its words to the earlier one."""
    return ()
