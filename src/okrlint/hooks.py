"""The hooks by which plugins add to okrlint; the built-in rules, readers and reporters come through them too.

A plugin is an installed package with an entry point in the group `okrlint`, which names a module (or an object in
one) whose functions have the names of these hooks and are marked with `@hookimpl`. What it returns from a hook names
where the thing is, not the thing itself, so that a run imports only what it uses.

What holds of every hook:

- It takes no arguments, and is called once in a process for each list of plugins that a configuration allows. Only
  plugins that are allowed are imported.
- Plugins come in the order of the names of their entry points, behind okrlint's own parts; `tryfirst` and `trylast`
  change nothing, and wrappers are refused.
- What it returns is looked at at once. What is malformed, or takes a name that is taken, ends the run with a
  `PluginError` (exit code 2), which names the plugin: nothing is left out, or replaced, silently.
- Hooks stay, as does what they return, until the next major version; there may be more of them with any version. A
  plugin that has a hook of a later okrlint marks it with `@hookimpl(optionalhook=True)` to be used with this one, too.

Plugins are looked for in the folders of the import path that are named absolutely: what lies in the working folder is
being linted, and is not installed. What `PYTHONPATH` names is its user's own choice, and counts as installed.
"""

from collections.abc import Iterable
from re import sub
from typing import NamedTuple

import pluggy

from okrlint.config.presets import PresetRef
from okrlint.linting.interface import RuleRef
from okrlint.linting.lexicon import LexiconRef
from okrlint.plugin_files import GROUP
from okrlint.reading.interface import FieldNames, ReaderRef
from okrlint.reporting.interface import ReporterRef

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Plugin(NamedTuple):
    """A plugin, where it came from, and what it adds.

    Attributes:
        name: of its entry point; "DISTRIBUTION:NAME" where several distributions have one of that name.
        distribution: the package that was installed.
        version: of the distribution.
        value: what the entry point names: "package.module" or "package.module:object".
        where: the file of the module; None where it was not imported, or has no file.
    """

    name: str
    distribution: str
    version: str
    value: str
    where: str | None = None
    rules: tuple[RuleRef, ...] = ()
    readers: tuple[ReaderRef, ...] = ()
    reporters: tuple[ReporterRef, ...] = ()
    presets: tuple[PresetRef, ...] = ()
    lexicons: tuple[LexiconRef, ...] = ()
    fields: tuple[FieldNames, ...] = ()

    @property
    def title(self) -> str:
        """What messages call it: "acme-okr 1.2", or with a name of its own "checks (acme-okr 1.2)"."""
        of = f"{self.distribution} {self.version}"
        is_alike = normal_name(self.name.partition(":")[0]) == normal_name(self.distribution)
        return of if is_alike else f"{self.name} ({of})"


def normal_name(name: str) -> str:
    """Return a name as names of packages are compared (PEP 503)."""
    return sub(r"[-_.]+", "-", name).lower()


@hookspec
def okrlint_rules() -> Iterable[RuleRef]:
    """Return the rules that this plugin adds.

    A code is two to ten capital letters, not EN, and three or four digits; a name is words joined by hyphens. Codes,
    names and aliases must not be taken, by whichever plugin. A rule is imported when a run needs it, and must then have
    the code and the name of its reference.
    """
    return ()


@hookspec
def okrlint_readers() -> Iterable[ReaderRef]:
    """Return the readers that this plugin adds.

    A name must not be taken. A suffix may be one of okrlint's own, which then is read by the plugin's reader; between
    two plugins it is a clash. A reader is imported, and made without arguments, when a document needs it.
    """
    return ()


@hookspec
def okrlint_reporters() -> Iterable[ReporterRef]:
    """Return the output formats that this plugin adds, for `okrlint check --format`. A name must not be taken.

    A reporter is imported, and made without arguments, when a report is to be written by it.
    """
    return ()


@hookspec
def okrlint_presets() -> Iterable[PresetRef]:
    """Return the presets that this plugin adds. A name must not be taken.

    A preset is read when a configuration names it. It may speak of installed rules only, those of other plugins too.
    """
    return ()


@hookspec
def okrlint_lexicons() -> Iterable[LexiconRef]:
    """Return the word lists that this plugin adds; one with a taken name adds its words to the earlier one.

    A list is read when a rule asks for it.
    """
    return ()


@hookspec
def okrlint_fields() -> Iterable[FieldNames]:
    """Return the fields that this plugin adds: readers then know them in documents, and rules ask for them by name.

    A field that okrlint has a place for in its documents (an owner, a weight, …) cannot be named otherwise. Plugins may
    share a field, each with spellings of its own; one spelling of two fields is a clash.
    """
    return ()
