"""What is told of a ZIP file before it is read."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from okrlint.reading import containers
from okrlint.reading.containers import entry, opened
from okrlint.reading.source import UnreadableError


def zipped(parts: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def refused(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        opened(data)
    assert caught.value.message.zh
    return caught.value


def test_parts_are_read() -> None:
    archive = opened(zipped({"a.xml": b"<a/>"}))
    assert entry(archive, "a.xml") == b"<a/>"
    assert entry(archive, "b.xml") is None


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    parts = {f"{number}.xml": (b"%d" % number) * 40 + bytes(containers.MAX_UNPACKED // 10) for number in range(11)}
    assert refused(zipped(parts, ZIP_STORED)).code == "EN004"


def test_a_part_that_unpacks_to_hundreds_of_times_its_size_is_refused() -> None:
    error = refused(zipped({"a.xml": bytes(5_000_000)}))
    assert error.code == "EN004"
    assert "hundreds" in error.message.en


def test_a_file_with_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MAX_ENTRIES", 3)
    assert refused(zipped({str(number): b"" for number in range(4)})).code == "EN004"


def test_a_locked_part_is_told_from_a_damaged_one() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in refused(bytes(data)).message.en


def test_a_directory_that_lies_about_sizes_does_not_get_more_than_it_says() -> None:
    data = bytearray(zipped({"a.xml": bytes(900_000)}))
    size = data.index(b"PK\x01\x02") + 24
    data[size : size + 4] = (10).to_bytes(4, "little")
    with pytest.raises(UnreadableError):
        entry(opened(bytes(data)), "a.xml")


def test_a_damaged_part_is_refused_when_it_is_read() -> None:
    data = bytearray(zipped({"a.xml": b"some words that are stored"}, ZIP_STORED))
    data[data.index(b"words")] ^= 1
    with pytest.raises(UnreadableError):
        entry(opened(bytes(data)), "a.xml")


def test_other_ways_of_packing_do_no_harm() -> None:
    assert entry(opened(zipped({"a.xml": b"<a/>"}, ZIP_BZIP2)), "a.xml") == b"<a/>"
