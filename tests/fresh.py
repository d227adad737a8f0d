"""A wheel of okrlint, built once, and environments that it is installed in as a user's would be."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
VENV = "python3 -m venv ~/okrlint-venv"
WHEEL = "python3 -m pip wheel --quiet --no-deps --wheel-dir ~/okrlint-wheels ."
"""Both stand so in the tutorial."""


class Home(NamedTuple):
    """A home folder, and what has been done there by commands of a shell."""

    folder: Path
    done: set[str]

    def environment(self) -> dict[str, str]:
        """Return the variables of who lives there: nothing that is set for the tests, and a cache for pip."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("OKRLINT", "GIT_", "GITHUB_"))
        }
        return {
            **kept,
            "HOME": str(self.folder),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "PATH": f"{Path(sys.executable).resolve().parent}{os.pathsep}{os.environ['PATH']}",
            "NO_COLOR": "1",
        }


def home_with_wheel(folder: Path) -> Home:
    """Return a home folder with a wheel of this checkout: building it, and fetching what it needs, takes a while."""
    home = Home(folder, {VENV, WHEEL})
    script = f"set -e\n{VENV}\n. ~/okrlint-venv/bin/activate\n{WHEEL}\n"
    subprocess.run(["bash", "-c", script], cwd=ROOT, env=home.environment(), check=True)
    return home


class Environment:
    """A virtual environment with okrlint, as it is installed from its wheel, and nothing of this checkout."""

    def __init__(self, home: Home, folder: Path) -> None:
        self.folder = folder
        self._variables = {**home.environment(), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
        self._variables.pop("PYTHONPATH", None)
        self.must(f"python3 -m venv {folder}", cwd=folder.parent)
        self._variables["PATH"] = f"{folder / 'bin'}{os.pathsep}{self._variables['PATH']}"
        (wheel,) = (home.folder / "okrlint-wheels").glob("okrlint-*.whl")
        self.must(f"python3 -m pip install --quiet '{wheel}' pytest", cwd=folder.parent)

    def run(self, command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a command of a shell in it."""
        return subprocess.run(
            ["bash", "-c", command], cwd=cwd, env=self._variables, capture_output=True, text=True, encoding="utf-8"
        )

    def must(self, command: str, cwd: Path) -> str:
        """Run a command that is to succeed, and return what it prints."""
        done = self.run(command, cwd)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
