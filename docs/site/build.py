"""Builds the documentation site.

    python3 docs/site/build.py OUT

OUT gets a start page, `en/` and `zh/`; each has the pages of its language, its own navigation and its own search.
Nothing is fetched, neither here nor by who reads the pages, and they can be opened from a disk. Whatever Sphinx warns
of, such as a link that leads nowhere, ends the build, and OUT stays as it was. Needs what `okrlint[docs]` brings.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from navigation import add_families, add_navigation
from pages import LANGUAGES, ROOT, BrokenLinkError, gather

SITE = Path(__file__).parent
MARK = ".okrlint-site"
"""A file that tells a built site, which may be replaced, from a folder with something of value."""


def main() -> int:
    """Build; return the exit code: 0 built, 2 not."""
    parser = argparse.ArgumentParser(description="Build the documentation site in both languages.")
    parser.add_argument("out", type=Path, help="the folder to write; a site that was built there is replaced")
    out: Path = parser.parse_args().out
    missing = [name for name in ("okrlint", "sphinx", "myst_parser", "furo") if find_spec(name) is None]
    if missing:
        return _fail(f"{', '.join(missing)} not found; install what the site needs: pip install '.[docs]'")
    if out.exists() and not (out.is_dir() and ((out / MARK).exists() or not any(out.iterdir()))):
        return _fail(f"{out} exists and is no site built by this command; name another folder")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name).resolve()
        try:
            build(work)
        except (BrokenLinkError, BuildError) as error:
            return _fail(str(error))
        if out.exists():
            shutil.rmtree(out)
        shutil.copytree(work / "site", out)
    sys.stdout.write(f"Built: {out / 'index.html'}\n")
    return 0


class BuildError(Exception):
    """Sphinx had something to say; the message is what."""


def build(work: Path) -> None:
    """Build the site as `work/site`.

    Raises:
        BrokenLinkError: where a page links to what is not there.
        BuildError: where Sphinx warns of something.
    """
    from reference import write_reference

    shutil.copytree(SITE / "locale", work / "locale")
    names: dict[Path, Path] = {}
    for language in LANGUAGES:
        folder = work / language
        names |= gather(language, folder)
        write_reference(folder, language)
        add_families(folder, language)
        add_navigation(folder, language)
    with ThreadPoolExecutor() as pool:
        said = "".join(pool.map(lambda language: _run_sphinx(work, language), LANGUAGES))
    for written, source in names.items():
        said = said.replace(f"{written}:", f"{source.relative_to(ROOT)}:")
    if said:
        raise BuildError(said.replace(f"{work}/", ""))
    for language in LANGUAGES:
        shutil.rmtree(work / "site" / language / "_sources")  # empty: pages are not shown as they are written
    shutil.copy(SITE / "start.html", work / "site" / "index.html")
    (work / "site" / MARK).touch()


def _run_sphinx(work: Path, language: str) -> str:
    """Build one language; return what Sphinx complains of."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-t", language]
    folders = [SITE, work / "doctrees" / language, work / language, work / "site" / language]
    command += [f"-c{folders[0]}", f"-d{folders[1]}", *map(str, folders[2:])]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - ours
    return done.stderr or (f"Sphinx ended with {done.returncode}: {done.stdout}" if done.returncode else "")


def _fail(message: str) -> int:
    sys.stderr.write(f"{message.rstrip()}\nThe site was not built.\n")
    return 2


if __name__ == "__main__":
    sys.exit(main())
