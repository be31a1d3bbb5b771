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


def put(vault: Vault, source: Path, sha256: str) -> Path:
    """Bring a file and put it into its place."""
    draft = vault.bring(source, sha256, ".pdf")
    with vault.arriving([draft]):
        pass
    return draft.target


def test_an_original_is_kept_read_only_under_its_hash(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    kept = put(Vault(tmp_path / "vault"), source, sha256)

    assert kept == tmp_path / "vault" / sha256[:2] / f"{sha256}.pdf"
    assert hash_of(kept) == sha256
    assert not kept.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert source.exists()


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")
    first = put(vault, source, sha256)
    made = first.stat().st_mtime_ns

    assert put(vault, source, sha256) == first
    assert first.stat().st_mtime_ns == made
    assert list(vault.files()) == [first]


def test_a_file_that_changed_since_it_was_hashed_is_refused(tmp_path: Path) -> None:
    source, _ = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")

    with pytest.raises(StoreError, match="在导入过程中被改动"):
        vault.bring(source, "0" * 64, ".pdf")

    assert list(vault.files()) == []


def test_a_copy_that_was_interrupted_leaves_nothing(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path, bytes(3 << 20))
    vault = Vault(tmp_path / "vault")

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.bring(source, sha256, ".pdf", stop)

    assert list(vault.files()) == []
    assert put(vault, source, sha256).exists()


def test_what_a_killed_copy_left_behind_goes_at_the_next_start(tmp_path: Path) -> None:
    vault = Vault(tmp_path / "vault")
    draft = vault.folder / "incoming" / "half"
    draft.write_bytes(b"half")

    Vault(tmp_path / "vault")

    assert not draft.exists()


def test_a_missing_original_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="没有存入"):
        Vault(tmp_path / "vault").bring(tmp_path / "gone.pdf", "0" * 64, ".pdf")


def test_what_cannot_be_recorded_is_taken_back(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")
    draft = vault.bring(source, sha256, ".pdf")
    with pytest.raises(StoreError), vault.arriving([draft]):
        assert draft.target.exists()
        raise StoreError("磁盘空间不足。")

    assert list(vault.files()) == []
    assert vault.unsettled() == ()
    # It is a draft again, for another attempt or to be dropped.
    with vault.arriving([draft]):
        pass
    assert list(vault.files()) == [draft.target]


def test_one_that_was_there_before_is_never_taken_back(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    vault = Vault(tmp_path / "vault")
    first = put(vault, source, sha256)
    with pytest.raises(StoreError), vault.arriving([vault.bring(source, sha256, ".pdf")]):
        raise StoreError("磁盘空间不足。")

    assert list(vault.files()) == [first]


def test_what_was_being_recorded_when_the_program_ended_is_known_at_the_next_start(
    tmp_path: Path,
) -> None:
    vault = Vault(tmp_path / "vault")
    drafts = []
    for name in (b"one", b"two"):
        source, sha256 = make_original(tmp_path, name)
        drafts.append(vault.bring(source, sha256, ".pdf"))
    vault._place(drafts)
    again = Vault(tmp_path / "vault")
    names = [draft.target.stem for draft in drafts]

    assert again.unsettled() == tuple(names)
    again.settle({names[0]})
    assert [path.stem for path in again.files()] == names[1:]
    assert again.unsettled() == ()


def test_the_opened_copy_of_an_encrypted_original_is_what_is_read(tmp_path: Path) -> None:
    source, sha256 = make_original(tmp_path)
    opened = tmp_path / "opened.pdf"
    opened.write_bytes(b"open")
    vault = Vault(tmp_path / "vault")
    assert vault.readable(sha256, ".pdf") == vault.path(sha256, ".pdf")
    drafts = [vault.bring(source, sha256, ".pdf"), vault.bring_opened(opened, sha256, ".pdf")]
    with vault.arriving(drafts):
        pass

    assert vault.readable(sha256, ".pdf").read_bytes() == b"open"
    assert hash_of(vault.path(sha256, ".pdf")) == sha256
    assert [path.stem for path in vault.files()] == [sha256]
    assert list(vault.opened_files()) == [vault.readable(sha256, ".pdf")]


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
