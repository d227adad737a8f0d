"""The files by which a project has okrlint look at its OKRs: configuration, hook, CI."""

import re
from typing import NamedTuple

from okrlint.starting.texts import text

CONFIGURATION = "okrlint.toml"
HOOKS = ".pre-commit-config.yaml"


class Pipeline(NamedTuple):
    """Where a CI service keeps what it runs, and under which name the text of it is kept here."""

    path: str
    template: str


PIPELINES = {
    "github": Pipeline(".github/workflows/okrlint.yml", "github.yml"),
    "gitlab": Pipeline(".gitlab-ci.yml", "gitlab.yml"),
}
"""CI services by name."""


def configuration(language: str, preset: str | None) -> str:
    """Return a configuration that shows every key.

    Args:
        language: of its comments, "en" or "zh".
        preset: the preset that it sets; without one, every key is commented out.
    """
    found = text(f"okrlint.{language}.toml")
    return found if preset is None else found.replace('# preset = "default"', f'preset = "{preset}"', 1)


def hook_entry(version: str) -> str:
    """Return the entry that goes into the `repos` of pre-commit's configuration."""
    return _with_version("pre-commit.yaml", version)


def hook_file(version: str) -> str:
    """Return a configuration of pre-commit that runs okrlint."""
    return f"repos:\n{hook_entry(version)}"


def pipeline(service: str, version: str) -> str:
    """Return what has a CI service run okrlint; see `PIPELINES`."""
    return _with_version(PIPELINES[service].template, version)


def service_of(remotes: str) -> str | None:
    """Return the CI service that the remotes in a configuration of git speak of, or None."""
    hosts = " ".join(re.findall(r"(?m)^\s*url\s*=\s*(?:\w+://)?(?:[^@/\s]{1,100}@)?([^/:\s]{1,253})", remotes)).lower()
    return next((service for service in PIPELINES if service in hosts), None)


def _with_version(name: str, version: str) -> str:
    return text(name).replace("{version}", version)
