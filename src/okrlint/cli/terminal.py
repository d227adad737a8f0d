"""What the place that a report goes to can show: colour, and how many columns."""

import os
import sys

MIN_COLUMNS = 20
"""What a report for people needs at least."""


def use_color(choice: str, output: str | None) -> bool:
    """Return whether to colour.

    Args:
        choice: of `--color`: "always", "never" or "auto", for which the environment and the terminal decide.
        output: the file that is written to, if any.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or output is not None:
        return False
    if any(os.environ.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout.isatty()


def columns(output: str | None) -> int | None:
    """Return how many cells a line may have; None where lines are not to be broken: in files and pipes.

    COLUMNS in the environment says it for pipes too.
    """
    if output is not None:
        return None
    try:
        given = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        given = 0
    if given <= 0 and sys.stdout.isatty():
        try:
            given = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):  # a terminal that does not know, or a stream that is no file
            given = 0
    return max(given, MIN_COLUMNS) if given > 0 else None


def shows_progress() -> bool:
    """Return whether somebody sits at a terminal to which standard error goes, and it can take back what it shows."""
    return sys.stderr.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"
