"""Files that are ZIP archives: workbooks and Word documents. What is too large or broken is told before it is read."""

from io import BytesIO
from typing import TYPE_CHECKING

from okrlint.model import Words
from okrlint.reading.source import UnreadableError

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_UNPACKED = 16_000_000
"""How large the parts of a file may be together when unpacked, in bytes."""

MAX_ENTRIES = 4_000
"""How many parts a file may have; documents with many pictures have some hundreds."""

MAX_RATIO = 300
"""How many times its size a large part may grow when unpacked; DEFLATE reaches 1032, documents seldom 50."""

_LARGE = 1_000_000
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of files of Office before 2007, and of every Office file with a password."""

_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name of the part of such a file that holds what a password locks."""


def opened(data: bytes) -> "ZipFile":
    """Return the archive that `data` is, once its directory says that it is harmless.

    An entry that is read from it yields no more bytes than the directory says, so the limits hold for liars too.

    Raises:
        UnreadableError: for what is damaged, locked by a password or of an old format (EN005), or over a limit
            (EN004).
    """
    from zipfile import BadZipFile, ZipFile

    if data.startswith(_OLE):
        raise UnreadableError("EN005", _PASSWORD if _OLE_ENCRYPTED in data else _OLD)
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise UnreadableError("EN005", DAMAGED) from None
    _check(archive.infolist())
    return archive


def entry(archive: "ZipFile", name: str) -> bytes | None:
    """Return what a part holds, or None without such a part.

    Raises:
        UnreadableError: for a part that is damaged (EN005).
    """
    from zipfile import BadZipFile
    from zlib import error as zlib_error

    try:
        return archive.read(name)
    except KeyError:
        return None
    except (BadZipFile, zlib_error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise UnreadableError("EN005", DAMAGED) from None


def _check(entries: "list[ZipInfo]") -> None:
    if any(info.flag_bits & _ENCRYPTED for info in entries):
        raise UnreadableError("EN005", _PASSWORD)
    if len(entries) > MAX_ENTRIES:
        raise UnreadableError("EN004", _too_many(len(entries)))
    size = sum(info.file_size for info in entries)
    if size > MAX_UNPACKED:
        raise UnreadableError("EN004", _too_large(size))
    if any(info.file_size > max(_LARGE, MAX_RATIO * info.compress_size) for info in entries):
        raise UnreadableError("EN004", _BOMB)


DAMAGED = Words(
    "is damaged: it is no complete file of its format; open it in the program that it was made with, and save it anew",
    "文件已损坏：不是完整的该格式文件；请用创建它的程序打开并重新保存",
)
_PASSWORD = Words(
    "is locked by a password; save a copy without one",
    "文件有密码保护；请另存一份不带密码的副本",
)
_OLD = Words(
    "is in the format of Office before 2007 (.doc, .xls); save it as .docx or .xlsx",
    "是 Office 2007 之前的格式（.doc、.xls）；请另存为 .docx 或 .xlsx",
)
_BOMB = Words(
    "unpacks to hundreds of times its size, as no ordinary document does; save it anew, or exclude it",
    "解压后的大小是原来的数百倍，不是普通文档；请重新保存，或将它排除",
)


def _too_many(count: int) -> Words:
    return Words(
        f"has {count} parts, over the limit of {MAX_ENTRIES} for one document; split it, or exclude it",
        f"内有 {count} 个部件，超过单个文档 {MAX_ENTRIES} 个的上限；请拆分，或将它排除",
    )


def _too_large(size: int) -> Words:
    return Words(
        f"is {size / 1e6:.1f} MB when unpacked, over the limit of {MAX_UNPACKED / 1e6:.0f} MB for one document; "
        "split it, or exclude it",
        f"解压后为 {size / 1e6:.1f} MB，超过单个文档 {MAX_UNPACKED / 1e6:.0f} MB 的上限；请拆分，或将它排除",
    )
