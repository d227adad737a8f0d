"""The cache's file: what is put there is had again, or it is as if it had never been there."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from okrlint.caching import store as store_module
from okrlint.caching.store import FILE, KEPT_DAYS, Store

RESULTS = [(f"key{number}".encode(), f"value {number} 值".encode() * 50) for number in range(1_200)]


def filled(folder: Path) -> Path:
    store = Store(str(folder))
    store.put(RESULTS)
    store.close()
    return folder / FILE


def had(folder: Path) -> dict[bytes, bytes]:
    store = Store(str(folder))
    found = store.get([key for key, _ in RESULTS])
    store.close()
    return found


def test_what_is_put_is_had_again(tmp_path: Path) -> None:
    filled(tmp_path)
    assert had(tmp_path) == dict(RESULTS)
    store = Store(str(tmp_path))
    assert store.known([b"key1", b"other", b"key999"]) == {b"key1", b"key999"}
    assert store.get([b"other"]) == {}
    store.close()


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        file = filled(tmp_path)
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert had(tmp_path) == {}
    filled(tmp_path)
    assert had(tmp_path) == dict(RESULTS)


def test_damage_anywhere_gives_the_right_result_or_none(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    step = len(whole) // 60
    for at in range(0, len(whole), step):
        file.write_bytes(whole[:at] + bytes(byte ^ 0x5A for byte in whole[at : at + 40]) + whole[at + 40 :])
        found = had(tmp_path)
        assert found.items() <= dict(RESULTS).items()


def test_a_file_that_was_cut_off_gives_the_right_result_or_none(tmp_path: Path) -> None:
    file = filled(tmp_path)
    whole = file.read_bytes()
    for length in range(0, len(whole), len(whole) // 25):
        file.write_bytes(whole[:length])
        assert had(tmp_path).items() <= dict(RESULTS).items()


def test_a_result_with_a_wrong_sum_counts_as_not_there(tmp_path: Path) -> None:
    file = filled(tmp_path)
    connection = sqlite3.connect(file)
    (value,) = connection.execute("SELECT value FROM results WHERE key = ?", (b"key7",)).fetchone()
    with connection:
        connection.execute("UPDATE results SET value = ? WHERE key = ?", (value, b"key8"))  # sound, but of another key
        connection.execute("UPDATE results SET value = 'words' WHERE key = ?", (b"key9",))
        connection.execute("UPDATE results SET value = NULL WHERE key = ?", (b"key10",))
    connection.close()
    assert dict(RESULTS).keys() - had(tmp_path).keys() == {b"key8", b"key9", b"key10"}


def test_many_runs_write_at_the_same_time(tmp_path: Path) -> None:
    def run(number: int) -> None:
        store = Store(str(tmp_path))
        for start in range(0, len(RESULTS), 100):
            store.put(RESULTS[start : start + 100])
            assert store.get([RESULTS[start][0]]).keys() <= dict(RESULTS).keys(), number
        store.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert had(tmp_path) == dict(RESULTS)


def test_a_file_that_is_locked_costs_nothing_but_the_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_PATIENCE", 0.05)
    file = filled(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert had(tmp_path) == {}
    store = Store(str(tmp_path))
    store.put([(b"more", b"x")])
    store.close()
    other.execute("ROLLBACK")
    other.close()
    assert had(tmp_path) == dict(RESULTS)


def test_what_nobody_asks_for_is_dropped_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = 86_400.0

    def at(days: float) -> None:
        monkeypatch.setattr(store_module, "time", lambda: (20_000 + days) * day)

    at(0)
    filled(tmp_path)
    at(KEPT_DAYS - 1)
    store = Store(str(tmp_path))
    assert len(store.get([b"key1", b"key2"])) == 2
    store.close()
    assert len(had(tmp_path)) == len(RESULTS)  # all were asked for
    at(2 * KEPT_DAYS - 2)
    store = Store(str(tmp_path))
    assert len(store.get([b"key1", b"key2"])) == 2
    store.close()
    at(2 * KEPT_DAYS)
    Store(str(tmp_path)).close()
    assert had(tmp_path).keys() == {b"key1", b"key2"}


def test_what_grows_too_large_loses_what_is_not_of_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path)
    monkeypatch.setattr(store_module, "time", lambda: 4e9)
    monkeypatch.setattr(store_module, "MAX_BYTES", 10_000)
    store = Store(str(tmp_path))
    store.put([(b"new", b"x")])
    store.close()
    store = Store(str(tmp_path))
    assert store.get([b"new"]) == {b"new": b"x"}
    assert store.get([b"key1"]) == {}
    store.close()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nobody to be refused")
def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert had(tmp_path) == {}
    tmp_path.chmod(0o700)


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    assert had(tmp_path / "gone") == {}
