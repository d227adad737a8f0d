"""The file that says who there is: one name a line, or a list in YAML, JSON or CSV; imported only where needed."""

from collections.abc import Iterable, Iterator
from os import path as paths

from okrlint.config.files import MAX_BYTES, read_yaml
from okrlint.config.settings import MAX_COMPLAINTS, ConfigError
from okrlint.paths import shown
from okrlint.reading.csv.table import Table
from okrlint.reading.data.nodes import Scalar, Sequence
from okrlint.reading.source import Source, UnreadableError

MAX_MEMBERS = 20_000
"""How many names and handles a file may hold."""

MAX_LENGTH = 100
"""Characters of the longest name; a longer one shows that the file is none of names."""

_Entry = tuple[int, object]
"""A line, and what stands there: a name, if it is a word."""


def read_members(path: str, where: str) -> tuple[str, ...]:
    """Return the names and handles that a file holds, each once, in its order.

    Args:
        path: of the file.
        where: "FILE:LINE" of the configuration that names it.

    Raises:
        ConfigError: where it cannot be read, breaks its format, or holds what is no name; each with its line.
    """
    name = shown(path)
    if not paths.isfile(path):  # a pipe or a device may never end
        said = "is no file" if paths.exists(path) else "there is no such file"
        raise ConfigError(f"{where}: members names {name}: {said}")
    try:
        source = Source.from_file(path, MAX_BYTES)
        entries = list(_entries(path.rpartition(".")[2].lower(), source, name))
    except UnreadableError as error:
        line = f":{source.position(error.span.start)[0]}" if error.code == "EN005" else ""
        raise ConfigError(f"{name}{line}: members: {error.message.en}") from None
    wrong = [f"{name}:{line}: {said}" for line, entry in entries if (said := _flaw(entry))]
    if wrong:
        raise ConfigError("\n".join(wrong[:MAX_COMPLAINTS]))
    members = tuple(dict.fromkeys(str(entry).strip() for _, entry in entries))
    if not members:
        raise ConfigError(f"{name}: there is no name in this file; write one a line, or take `members` out ({where})")
    if len(members) > MAX_MEMBERS:
        raise ConfigError(f"{name}: more than {MAX_MEMBERS} names")
    return members


def _flaw(entry: object) -> str:
    """Return what is wrong with an entry; "" for a name."""
    if not isinstance(entry, str):
        return "write a name here, in quotes where it would be a number or a table"
    if not entry.strip():
        return "there is no name here"
    if len(entry) > MAX_LENGTH or not entry.strip().isprintable():
        return f"this is no name: it is longer than {MAX_LENGTH} characters, or holds others than letters and marks"
    return ""


def _entries(suffix: str, source: Source, name: str) -> Iterable[_Entry]:
    if suffix in ("yaml", "yml"):
        return _in_yaml(source, name)
    if suffix == "json":
        return _in_json(source, name)
    if suffix in ("csv", "tsv"):
        return _in_table(source, name)
    return _in_lines(source)


def _in_lines(source: Source) -> Iterator[_Entry]:
    """Yield what stands on each line but for empty ones and remarks; a list's mark before it does no harm."""
    for number, line in enumerate(source.text.splitlines(), 1):
        words = line.strip().lstrip("\ufeff")
        if words and not words.startswith("#"):
            yield number, words.removeprefix("- ").removeprefix("* ").strip()


def _in_yaml(source: Source, name: str) -> Iterator[_Entry]:
    values, places = read_yaml(source.text.encode("utf-8", "replace"), name)
    if not isinstance(values, list):
        raise ConfigError(f"{name}: {_NO_LIST}")
    for at, value in enumerate(values):
        yield places[(at,)], value


def _in_json(source: Source, name: str) -> Iterator[_Entry]:
    from okrlint.reading.json.tree import parse, roots_of

    text = source.text.removeprefix("\ufeff")
    roots = parse(text, roots_of(text)[:1], []) if text.strip() else []
    for root in roots:
        if not isinstance(root, Sequence):
            raise ConfigError(f"{name}: {_NO_LIST}")
        for item in root.items:
            is_word = isinstance(item, Scalar) and not item.plain
            yield source.position(item.span.start)[0], item.value if is_word and isinstance(item, Scalar) else None


_NO_LIST = "write a list of names, as in [Ana Ruiz, '@lchen']"


def _in_table(source: Source, name: str) -> Iterator[_Entry]:
    """Yield the cells of the columns that hold names or handles, by their heads; of a single column all cells."""
    head: dict[int, str] | None = None
    is_single = not any(map(source.text.lstrip().partition("\n")[0].__contains__, ",;\t|"))
    for row in Table(source.text, delimiter="," if is_single else None).rows():
        if head is None:
            heads = {at: cell.value for at, cell in enumerate(row) if cell.value.strip("\ufeff ").lower() in _HEADS}
            if not heads and len([cell for cell in row if cell.value]) > 1:
                raise ConfigError(f"{name}:1: which column holds the names? Call it 'name', and others 'handle'")
            head = heads or {0: ""}
            if heads:
                continue
        for at in head:
            if at < len(row) and row[at].value:
                yield source.position(row[at].span.start)[0], row[at].value


_HEADS = frozenset(
    (
        "name", "full name", "display name", "member", "person", "handle", "username", "user name", "user", "login",
        "alias", "nickname", "email", "e-mail", "mail", "姓名", "名字", "成员", "成員", "账号", "帐号", "帳號",
        "用户名", "使用者名稱", "花名", "别名", "別名", "昵称", "暱稱", "邮箱", "郵箱", "电子邮箱", "電子郵件",
    )
)  # fmt: skip
