"""What several test modules share."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

# `HYPOTHESIS_PROFILE=thorough pytest tests/properties`, or `pytest --hypothesis-profile thorough …`
settings.register_profile(
    "thorough", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
# How long an example takes says more of the machine, and of what else it does, than of the code.
settings.register_profile("usual", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

if TYPE_CHECKING:
    from fresh import Home

Run = Callable[..., subprocess.CompletedProcess[str]]


# What whoever runs the tests has set changes what is printed.
for _name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "OKRLINT_TODAY", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(_name, None)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep results apart from those of whoever runs the tests."""
    os.environ["OKRLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def okrlint(tmp_path: Path) -> Run:
    """Run the command line as its user does: a process of its own, in a folder of its own."""

    def run(*args: str, stdin: str | bytes | None = None, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
        command = [sys.executable, "-m", "okrlint", *args]
        env = dict(os.environ)  # not what the C library holds beside it: COLUMNS, once pytest has loaded readline
        done = subprocess.run(command, cwd=cwd, env=env, input=data, capture_output=True)
        assert b"Traceback" not in done.stderr, done.stderr.decode("utf-8", "replace")
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's folder."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> "Home":
    """Return a home folder with a wheel of okrlint, for tests that install it."""
    from fresh import home_with_wheel

    return home_with_wheel(tmp_path_factory.mktemp("home"))
