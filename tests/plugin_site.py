"""A folder of packages that are installed as far as okrlint can tell, and a folder to lint in."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

RULE = """
from okrlint.plugins import RuleRef, hookimpl

@hookimpl
def okrlint_rules():
    return [RuleRef("ZZ001", "no-scheme", "{module}:NoScheme")]

def __getattr__(name):
    if name != "NoScheme":
        raise AttributeError(name)
    from okrlint.plugins import Examples, KeyResultRule, Meta, Severity, Words

    class NoScheme(KeyResultRule):
        "Says no."
        meta = Meta("ZZ001", "no-scheme", Words("No schemes.", "不要方案。"), Severity.ERROR)
        messages = {{"m": Words("no scheme", "不要方案")}}
        examples = Examples({{}}, {{}})

        def check(self, item, context):
            if "scheme" in item.text.value:
                yield self.hit(item.text.span, "m")

    return NoScheme
"""
"""A plugin with one rule, ZZ001; `module` is its own."""

DOCUMENT = "# Growth 2026-Q2\n\n## O1: Make regulars our loudest advocates\n\n- KR1: Design a scheme\n"
"""On which ZZ001 and KW002 have something to say, in line 5."""


def rule(module: str, code: str = "ZZ001", name: str = "no-scheme", check: str = "") -> str:
    """Return the code of `RULE`, with another code or name, or another body of `check`."""
    text = RULE.format(module=module).replace("ZZ001", code).replace("no-scheme", name)
    if check:
        start = text.index('            if "scheme" in')
        end = text.index("    return NoScheme")
        text = text[:start] + "".join(f"            {line}\n" for line in check.splitlines()) + "\n" + text[end:]
    return text


class Site:
    """The two folders, `site` and `work`, and what is done with them."""

    def __init__(self, folder: Path) -> None:
        self.site, self.work = folder / "site", folder / "work"
        self.site.mkdir()
        self.work.mkdir()
        (self.work / "q2.md").write_text(DOCUMENT, encoding="utf-8")

    def install(
        self,
        distribution: str,
        modules: Mapping[str, str],
        entries: Mapping[str, str],
        *,
        version: str = "1.2",
        folder: Path | None = None,
    ) -> None:
        """Install a package.

        Args:
            distribution: its name.
            modules: their code by name.
            entries: what its entry points name, by their names.
            version: its version.
            folder: where; by default in `site`.
        """
        folder = folder or self.site
        info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", "utf-8")
        points = "".join(f"{name} = {value}\n" for name, value in entries.items())
        (info / "entry_points.txt").write_text(f"[okrlint]\n{points}", encoding="utf-8")
        for name, code in modules.items():
            (folder / f"{name}.py").write_text(code, encoding="utf-8")

    def configure(self, text: str) -> None:
        """Write the configuration of the folder to lint in."""
        (self.work / "okrlint.toml").write_text(text, encoding="utf-8")

    def run(self, *args: str, program: tuple[str, ...] = ("-m", "okrlint")) -> subprocess.CompletedProcess[str]:
        """Run okrlint in `work`, with `site` on the import path; it never ends with a traceback."""
        env = {**os.environ, "PYTHONPATH": str(self.site), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, *program, *args]
        done = subprocess.run(command, cwd=self.work, env=env, capture_output=True, text=True, encoding="utf-8")
        assert "Traceback" not in done.stderr, done.stderr
        return done
