"""What other programs are given of a finding: its path, its URI, and its message on one line."""

from re import compile as compile_pattern

from okrlint.linting.findings import Finding
from okrlint.linting.interface import Severity

_CONTROLS = compile_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_DRIVE = compile_pattern("[A-Za-z]:/")


def one_line(text: str) -> str:
    """Return `text` without characters that steer a terminal, end a line or have no encoding.

    Other than `printable`, it leaves joiners and marks of direction alone: what draws the text knows them.
    """
    if not text.isprintable():
        text = _CONTROLS.sub(lambda match: " " if match[0].isspace() else "\ufffd", text)
    return text.strip()


def message(finding: Finding) -> str:
    """Return a finding's sentence on one line, never empty; in a document without lines it names the place first."""
    words = one_line(finding.message) or one_line(finding.name) or finding.code
    return f"{one_line(finding.place)}: {words}" if finding.place else words


def relative(path: str, folder: str) -> str:
    """Return a path as told from a folder where it lies in it, and without `.` among its parts.

    Args:
        path: with forward slashes.
        folder: an absolute path with forward slashes; "" tells nothing from anywhere.
    """
    parts = [part for part in path.split("/") if part not in ("", ".")]
    plain = "/" * (path.startswith("/") + path.startswith("//")) + "/".join(parts)
    return plain.removeprefix(folder.rstrip("/") + "/") or "." if folder else plain or "."


def is_absolute(path: str) -> bool:
    """Return whether a path begins at a root, a drive or a server."""
    return path.startswith("/") or _DRIVE.match(path) is not None


def uri(path: str) -> str:
    """Return the URI of a path, relative if that is; bytes that are no UTF-8 are those of the file's name."""
    from urllib.parse import quote

    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = path.encode("utf-8", "surrogatepass")
    if not is_absolute(path):
        return quote(name)
    drive, rest = (name[:2], name[2:]) if _DRIVE.match(path) else (b"", name)
    root = "file:" if path.startswith("//") else "file:///" if drive else "file://"
    return f"{root}{drive.decode()}{quote(rest)}"


def level(severity: Severity, *, lowest: str) -> str:
    """Return a severity for a format that knows two by the name "error" and "warning", and one below them."""
    return severity.label if severity >= Severity.WARNING else lowest


def last_line(finding: Finding) -> int:
    """Return the number of the last line that a finding has a part in."""
    start, end = finding.start, finding.end
    return max(start.line, end.line - (end.column == 1 and end.line > start.line))
