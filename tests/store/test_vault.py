"""The vault and the cache of text recognition: whole files only, however the program ended."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from reviewer.errors import StoreError
from reviewer.store.ocr_cache import OcrCache
from reviewer.store.vault import Vault, hash_of


def make_original(folder: Path, content: bytes = b"scan" * 1000) -> tuple[Path, str]:
    path = folder / "案卷.pdf"
    path.write_bytes(content)
    return path, hashlib.sha256(content).hexdigest()


def test_an_original_is_kept_read_only_under_its_hash(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    kept = Vault(tmp_path / "vault").put(source, sha256, ".pdf")

    assert kept == tmp_path / "vault" / sha256[:2] / f"{sha256}.pdf"
    assert hash_of(kept) == sha256
    assert not kept.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert source.exists()


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")
    first = vault.put(source, sha256, ".pdf")
    made = first.stat().st_mtime_ns

    assert vault.put(source, sha256, ".pdf") == first
    assert first.stat().st_mtime_ns == made
    assert list(vault.files()) == [first]


def test_a_file_that_changed_since_it_was_hashed_is_refused(tmp_path: Path) -> None:
    source, _ = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")

    with pytest.raises(StoreError, match="在导入过程中被改动"):
        vault.put(source, "0" * 64, ".pdf")

    assert list(vault.files()) == []


def test_a_copy_that_was_interrupted_leaves_nothing(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path, bytes(3 << 20))
    vault = Vault(tmp_path / "vault")

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.put(source, sha256, ".pdf", stop)

    assert list(vault.files()) == []
    assert vault.put(source, sha256, ".pdf").exists()


def test_what_a_killed_copy_left_behind_goes_at_the_next_start(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    draft = vault.folder / "incoming" / "half"
    draft.write_bytes(b"half")

    Vault(tmp_path / "vault")

    assert not draft.exists()


def test_a_missing_original_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="没有存入"):
        Vault(tmp_path / "vault").put(tmp_path / "gone.pdf", "0" * 64, ".pdf")


def test_the_cache_survives_a_restart(tmp_path: Path) -> None:
    cache = OcrCache(tmp_path / "cache.db")
    cache.put("key", b"old")
    cache.put("key", b"text")
    cache.close()
    cache = OcrCache(tmp_path / "cache.db")
    found = cache.get("key"), cache.get("other")
    cache.close()

    assert found == (b"text", None)


def test_a_broken_cache_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"no database" * 100)
    cache = OcrCache(path)
    found = cache.get("key")
    cache.close()

    assert found is None


def test_a_full_disk_does_not_stop_recognition_at_its_cache(tmp_path: Path) -> None:
    cache = OcrCache(tmp_path / "cache.db")
    cache.put("kept", b"reading")
    cache._connection.execute("PRAGMA max_page_count=4")
    cache.put("lost", os.urandom(100_000))

    assert (cache.get("kept"), cache.get("lost")) == (b"reading", None)
    cache.close()


def test_a_damaged_entry_of_the_cache_is_none(tmp_path: Path) -> None:
    cache = OcrCache(tmp_path / "cache.db")
    cache._connection.execute("INSERT INTO readings VALUES ('a', X'00')")

    assert cache.get("a") is None
    cache.close()
