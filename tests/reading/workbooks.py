"""Workbooks for tests, made with openpyxl; and raw ones, for what openpyxl does not write."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

Rows = Sequence[Sequence[Any]]


def workbook(sheets: Mapping[str, Rows], change: Callable[[Workbook], object] | None = None) -> bytes:
    """Return a workbook with these sheets; `change` may format it before it is saved."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if change:
        change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_parts(data: bytes, change: Callable[[str, bytes], bytes | None], **new: bytes) -> bytes:
    """Return a workbook with its parts changed, those left out for which `change` returns None, and new ones."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as changed:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                changed.writestr(name, part)
        for name, part in new.items():
            changed.writestr(name, part)
    return stream.getvalue()
