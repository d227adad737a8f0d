"""`okrlint completion`: what makes a shell complete okrlint's words, and the words."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
    get_completion_class,
)

from okrlint.cli.main import COMPLETING

if TYPE_CHECKING:
    from okrlint.registry import Registry

SHELLS = ("bash", "zsh", "fish", "powershell")


_HELP = """Print what makes a shell complete commands, options, rules, presets and formats.

\b
bash        echo 'eval "$(okrlint completion bash)"' >> ~/.bashrc
zsh         echo 'eval "$(okrlint completion zsh)"' >> ~/.zshrc
fish        okrlint completion fish > ~/.config/fish/completions/okrlint.fish
powershell  okrlint completion powershell >> $PROFILE  (needs click 8.5)
"""


@click.command("completion", help=_HELP, short_help="Print what makes a shell complete okrlint's words.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script of a shell."""
    install()
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} needs a newer click: pip install --upgrade click")
    # Not that of `BashComplete` itself: it runs a shell to learn which one is installed here.
    click.echo(ShellComplete.source(kind(context.find_root().command, {}, "okrlint", COMPLETING)))


def install() -> None:
    """Let click use our classes for the shells that it serves with gaps."""
    for kind in (_Bash, _Zsh, _Fish):
        add_completion_class(kind)


def equip(command: click.Command) -> None:
    """Let the values of a command's options and arguments be completed: what they are is told by their metavar."""
    for parameter in command.params:
        what = _KINDS.get((parameter.metavar or "").strip("[]."))
        if what == "name":
            what = _NAMES.get(parameter.name or "")
        if what is not None:
            parameter.shell_complete = partial(_words, what)  # type: ignore[method-assign]
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        equip(each)


_KINDS = {"FILE": "file", "PATH": "file", "FOLDER": "dir", "CODES": "rules", "CODE|NAME": "rule", "NAME": "name"}
_NAMES = {"preset": "preset", "format_name": "format"}


def _words(what: str, context: click.Context, incomplete: str) -> list[CompletionItem[str]]:
    if what in ("file", "dir"):
        return [CompletionItem(incomplete, type=what)]
    from okrlint.cli import options
    from okrlint.config.settings import ConfigError
    from okrlint.plugin_files import PluginError

    try:
        registry = options.registry(context.params.get("config"))
    except (ConfigError, PluginError):  # nobody who presses Tab wants to read of it; the next run tells
        return []
    before, comma, typed = incomplete.rpartition(",") if what == "rules" else ("", "", incomplete)
    given = before.split(",")
    return [
        CompletionItem(f"{before}{comma}{word}", help=note)
        for word, note in _known(what, registry, typed)
        if word.startswith(typed) and word not in given
    ]


def _known(what: str, registry: "Registry", typed: str) -> Iterable[tuple[str, str | None]]:
    if what == "preset":
        return ((name, None) for name in registry.presets)
    if what == "format":
        return ((name, None) for name in registry.reporters)
    from okrlint.linting.codes import ENGINE_CODES

    if typed[:1].islower():
        return ((ref.name, ref.code) for ref in registry.rules)
    codes = [(ref.code, ref.name) for ref in registry.rules]
    if what == "rules":
        return [*codes, ("ALL", "every rule")]
    return [*codes, *((each.code, each.name) for each in ENGINE_CODES.values())]


class _Bash(BashComplete):
    def get_completion_args(self) -> tuple[list[str], str]:
        """Put together what bash takes apart: to it, `--select=KW` is three words."""
        args, incomplete = super().get_completion_args()
        return [arg for at, arg in enumerate(args) if arg != "=" or not args[at - 1].startswith("--")], incomplete


class _WholeWords(ShellComplete):
    """For shells to which `--select=KW` is one word, so that the whole of it is replaced."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[Any]]:
        items = super().get_completions(args, incomplete)
        option, equals, _ = incomplete.partition("=")
        if equals and option.startswith("--"):
            for item in items:
                item.value = f"{option}={item.value}"
        return items


class _Zsh(_WholeWords, ZshComplete):
    pass


class _Fish(_WholeWords, FishComplete):
    # A word may hold commas; only the first one ends its kind.
    source_template = FishComplete.source_template.replace('split "," $completion', 'split --max 1 "," $completion')
