"""Documents as unkind as they come, on which no rule may crash."""

from collections.abc import Iterator
from functools import lru_cache


@lru_cache(maxsize=1)
def documents() -> tuple[tuple[str, str, str], ...]:
    """Return documents: what is unkind about each, its text, and its format."""
    return (
        ("nothing in it", "", "markdown"),
        ("a title alone", "# OKRs 2026-Q2\n", "markdown"),
        ("no key result", "# OKRs 2026-Q2\n\n## O1: Make every customer glad they stayed\n", "markdown"),
        ("no statements", _NO_STATEMENTS, "yaml"),
        (
            "a statement of 10 kB in English",
            _one("Retention rises from 60% to 75% and " * 280),
            "markdown",
        ),
        ("a statement of 10 kB in Chinese", _one("把留存率从 60% 提升到 75%，并且让客户满意、" * 200), "markdown"),
        ("a statement of 10 kB without a blank", _one("a1" * 5_000), "markdown"),
        ("emoji and combining marks", _one("🚀 👩‍👩‍👧‍👦 e\u0301te\u0301 🇨🇳 from ٣% to 𝟛𝟘% ①"), "markdown"),
        ("mixed scripts", _one("Повысить 留存率 من ٥٠٪ إلى 70％ до 6月底 — הושלם"), "markdown"),
        ("marks and controls", _one("{0} {x} %s $x \x0b\x1f\u2028\u202e\ufeff \\ \" ' ` | <b> &amp;"), "markdown"),
        ("fields that say nothing sensible", "\n".join(_odd_fields()), "markdown"),
        ("many items", _many(), "markdown"),
    )


_NO_STATEMENTS = """objectives:
  - objective: Make every customer glad they stayed
    key_results:
      - text: ""
      - owner: "-"
  - objective: "..."
    key_results: ["?", "…", "KR2:"]
"""


def _one(statement: str) -> str:
    return f"# OKRs 2026-Q2\n\n## O1: {statement}\n\n- KR1: {statement}\n  - Owner: {statement[:100]}\n"


def _odd_fields() -> Iterator[str]:
    yield from ("# OKRs 2026-Q9", "", "## O1: Make every customer glad they stayed", "")
    for number, words in enumerate(("-1", "999999999999999999999%", "nan", "31.02.2026", "∞", "?", "0/0"), 1):
        yield f"- KR{number}: Retention rises from {words} to {words}"
        for name in ("Owner", "Due", "Confidence", "Weight", "Score", "Baseline", "Target", "Current", "Status"):
            yield f"  - {name}: {words}"
        yield from ("  - Actions:", f"    - [ ] {words}", "  - Check-ins:", f"    - 2026-04-20: confidence {words}")


def _many() -> str:
    lines = ["# OKRs 2026-Q2", ""]
    for objective in range(1, 13):
        lines += [f"## O{objective}: Make customers of group {objective} glad they stayed", ""]
        lines += [f"- KR{each}: Retention of group {each} rises from {each}% to {each + 9}%" for each in range(1, 13)]
        lines.append("")
    return "\n".join(lines)
