"""Other linters that read files like ours, and how each is called. Which are installed, and in what version:

    python tests/benchmarks/peers.py [FOLDER ...]
    python tests/benchmarks/peers.py install FOLDER     # into a folder of their own, with npm and pip

A program is looked for in the folders, as `install` fills them, and then on PATH.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_SPECTRAL_RULES: dict[str, Any] = {
    "team-is-named": {"given": "$", "then": {"field": "team", "function": "truthy"}},
    "cycle-is-a-quarter": {
        "given": "$.cycle",
        "then": {"function": "pattern", "functionOptions": {"match": r"^\d{4}-Q[1-4]$"}},
    },
    "objectives-are-few": {
        "given": "$.objectives",
        "then": {"function": "length", "functionOptions": {"max": 5}},
    },
    "objective-has-key-results": {
        "given": "$.objectives[*]",
        "then": {"field": "key_results", "function": "truthy"},
    },
    "key-result-has-number": {
        "given": "$.objectives[*].key_results[*].text",
        "then": {"function": "pattern", "functionOptions": {"match": r"\d"}},
    },
    "key-result-has-owner": {
        "given": "$.objectives[*].key_results[*]",
        "then": {"field": "owner", "function": "truthy"},
    },
}
_TEXTLINT_RULES = ("terminology", "write-good", "max-comma", "common-misspellings")


class Peer(NamedTuple):
    """A linter.

    Attributes:
        name: what it is called here.
        program: what its program is called.
        kind: the kind of corpus that it reads; see `corpora.py`.
        arguments: before the path.
        folder: the path of all files of a folder, `{}` in place of the folder's.
        files: its configuration by file name; they are written into a folder of that name.
        probe: a text, and what it has to say of it; one that says nothing of it is not set up.
        npm: packages of npm that make it up; `pip` likewise.
    """

    name: str
    program: str
    kind: str
    arguments: tuple[str, ...]
    folder: str
    files: dict[str, Any]
    probe: tuple[str, str]
    npm: tuple[str, ...] = ()
    pip: tuple[str, ...] = ()


PEERS = (
    Peer(
        "yamllint",
        "yamllint",
        "yaml",
        ("-c", "yamllint/yamllint.json"),
        "{}",
        {"yamllint.json": {"extends": "default"}},
        ("a: 1 \n", "trailing-spaces"),
        pip=("yamllint",),
    ),
    Peer(
        "proselint",
        "proselint",
        "english",
        ("check", "--config", "proselint/proselint.json"),
        "{}",
        {"proselint.json": {}},
        ("This is very unique.\n", "uncomparables"),
        pip=("proselint",),
    ),
    Peer(
        "markdownlint-cli2",
        "markdownlint-cli2",
        "english",
        ("--config", "markdownlint-cli2/.markdownlint-cli2.jsonc"),
        "{}/**/*.md",
        {".markdownlint-cli2.jsonc": {"config": {"default": True}}},
        ("# A\n# B\n", "MD022"),
        npm=("markdownlint-cli2",),
    ),
    Peer(
        "textlint",
        "textlint",
        "english",
        ("-c", "textlint/textlint.json"),
        "{}",
        {"textlint.json": {"rules": dict.fromkeys(_TEXTLINT_RULES, True)}},
        ("It is realy late.\n", "common-misspellings"),
        npm=("textlint", *(f"textlint-rule-{rule}" for rule in _TEXTLINT_RULES)),
    ),
    Peer(
        "textlint-cjk",
        "textlint",
        "chinese",
        ("-c", "textlint-cjk/textlint.json"),
        "{}",
        {"textlint.json": {"rules": {"preset-ja-spacing": True}}},
        ("目标 与结果\n", "ja-spacing"),
        npm=("textlint", "textlint-rule-preset-ja-spacing"),
    ),
    Peer(
        "zhlint",
        "zhlint",
        "chinese",
        ("--config", "zhlint/zhlint.json"),
        "{}/**/*.md",
        {"zhlint.json": {"preset": "default"}},
        ("目标,和OKR结果\n", "Invalid files"),
        npm=("zhlint",),
    ),
    Peer(
        "spectral",
        "spectral",
        "yaml",
        ("lint", "--ruleset", "spectral/ruleset.json"),
        "{}/**/*.yaml",
        {"ruleset.json": {"rules": {name: {**rule, "severity": "error"} for name, rule in _SPECTRAL_RULES.items()}}},
        ("cycle: soon\n", "cycle-is-a-quarter"),
        npm=("@stoplight/spectral-cli",),
    ),
)


class Installed(NamedTuple):
    """A peer that is there and works.

    Attributes:
        program: the whole path.
        version: as the program or its package has it; empty where neither says.
    """

    peer: Peer
    program: str
    version: str

    def on_file(self, path: str) -> list[str]:
        """Return the command for one file, relative to the folder of the peers' configuration files."""
        return [self.program, *self.peer.arguments, path]

    def on_folder(self, path: str) -> list[str]:
        """Return the command for all files of a folder; see `on_file`."""
        return [self.program, *self.peer.arguments, self.peer.folder.format(path)]


def look_for(folders: Sequence[Path], work: Path, peers: Iterable[Peer] = PEERS) -> tuple[list[Installed], list[str]]:
    """Write the configuration files of all peers that work; return these peers, and what to say of the others.

    Args:
        folders: where programs are looked for before PATH; see `install`.
        work: the folder that the peers are going to run in.
        peers: those that are wanted.
    """
    found, missing = [], []
    for peer in peers:
        program = _program(peer.program, folders)
        if program is None:
            missing.append(f"{peer.name} is not installed")
            continue
        home = work / peer.name
        home.mkdir(exist_ok=True)
        for name, content in peer.files.items():
            (home / name).write_text(json.dumps(content), encoding="utf-8")
        installed = Installed(peer, program, _version(program))
        said = _tried(installed, work)
        if peer.probe[1] in said:
            found.append(installed)
        else:
            missing.append(f"{peer.name} does not work: {said.strip()[-300:] or 'it says nothing of a faulty file'}")
    return found, missing


def install(folder: Path) -> int:
    """Install all peers into a folder; return 0, or 2 where that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "package.json").write_text('{"private": true}\n', encoding="utf-8")  # lest npm look for one further up
    npm = sorted({package for peer in PEERS for package in peer.npm})
    pip = sorted({package for peer in PEERS for package in peer.pip})
    python = folder / "python"
    for command in (
        ["npm", "install", "--no-audit", "--no-fund", *npm],
        [sys.executable, "-m", "venv", str(python)],
        [str(python / "bin" / "python"), "-m", "pip", "install", "--quiet", *pip],
    ):
        if shutil.which(command[0]) is None:
            print(f"{command[0]} is not installed, and is needed to install the peers", file=sys.stderr)
            return 2
        if subprocess.run(command, cwd=folder, check=False).returncode:
            print(f"failed: {' '.join(command)}", file=sys.stderr)
            return 2
    return 0


def _program(name: str, folders: Iterable[Path]) -> str | None:
    for folder in folders:
        for place in (folder, folder / "node_modules" / ".bin", folder / "python" / "bin", folder / "bin"):
            program = shutil.which(name, path=str(place.absolute()))
            if program is not None:
                return program
    return shutil.which(name)


def _version(program: str) -> str:
    for folder in Path(program).resolve().parents:  # a program of npm is a link into its package
        package = folder / "package.json"
        if "node_modules" in folder.parts and package.is_file():
            return str(json.loads(package.read_text(encoding="utf-8")).get("version", ""))
    for argument in ("--version", "version"):
        said = subprocess.run([program, argument], capture_output=True, text=True, check=False)
        version = re.search(r"\d+(\.\d+)+", said.stdout)
        if said.returncode == 0 and version:
            return version[0]
    return ""


def _tried(installed: Installed, work: Path) -> str:
    """Return what a peer says of a text that it is to find fault with."""
    name = f"{installed.peer.name}/probe{'.yaml' if installed.peer.kind == 'yaml' else '.md'}"
    (work / name).write_text(installed.peer.probe[0], encoding="utf-8")
    try:
        done = subprocess.run(
            installed.on_file(name), cwd=work, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return done.stdout + done.stderr


def main(arguments: Sequence[str]) -> int:
    """Install or list; return the exit code."""
    if arguments[:1] == ["install"]:
        if len(arguments) != 2:
            print("name one folder: python tests/benchmarks/peers.py install FOLDER", file=sys.stderr)
            return 2
        return install(Path(arguments[1]).absolute())
    with tempfile.TemporaryDirectory() as work:
        found, missing = look_for([Path(argument) for argument in arguments], Path(work))
    for each in found:
        print(f"{each.peer.name} {each.version or '(version unknown)'}: {each.program}")
    for told in missing:
        print(told)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
