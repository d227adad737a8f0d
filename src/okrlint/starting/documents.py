"""A fresh OKR document: whole, but for its blanks."""

from okrlint.starting.texts import text

ENDINGS = {"markdown": ".md", "yaml": ".yaml"}
"""The formats that a document can be written in, and the ending of each."""

KEY_RESULTS = 3
"""How many key results an objective gets."""

_PART = "%% "


def fresh_document(format: str, language: str, cycle: str, objectives: int) -> str:
    """Return an OKR document whose only findings are its blanks.

    What a blank is for is told in comments, at the first of a kind.

    Args:
        format: "markdown" or "yaml".
        language: "en" or "zh".
        cycle: the period that it covers, such as 2026-Q1.
        objectives: how many objectives it has, 1 or more.
    """
    head, objective, key_result, end = _parts(text(f"okr.{language}{ENDINGS[format]}"))
    written = [head]
    for number in range(1, objectives + 1):
        part = objective if number == 1 else _without_comments(objective)
        written.append(part.replace("{objective}", str(number)))
        for each in range(1, KEY_RESULTS + 1):
            part = key_result if number == each == 1 else _without_comments(key_result)
            written.append(part.replace("{key_result}", str(each)))
    return "".join([*written, end]).replace("{cycle}", cycle)


def _parts(template: str) -> list[str]:
    """Return what stands between the lines that begin with `%%`: the head, an objective, a key result, the end."""
    parts = [""]
    for line in template.splitlines(keepends=True):
        if line.startswith(_PART):
            parts.append("")
        else:
            parts[-1] += line
    return parts


def _without_comments(part: str) -> str:
    return "".join(line for line in part.splitlines(keepends=True) if not line.lstrip().startswith(("<!--", "# ")))
