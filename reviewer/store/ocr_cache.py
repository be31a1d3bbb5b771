"""What text recognition read, by image: a database of its own beside the main one.

It can be deleted at any time and is only read again; it stays out of the main database so that
backups and the write lock stay small.
"""

import logging
import sqlite3
import zlib
from pathlib import Path
from threading import Lock

log = logging.getLogger(__name__)

_SCHEMA = "CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID"


class OcrCache:
    """A `ReadingCache` in a file; usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Open the cache; one that is broken is begun anew."""
        self._path = path
        self._lock = Lock()
        try:
            self._connection = _open(path)
        except sqlite3.DatabaseError:
            path.unlink()
            self._connection = _open(path)

    def get(self, key: str) -> bytes | None:
        """Return what was kept under `key`; a damaged entry is none."""
        with self._lock:
            try:
                row = self._connection.execute(
                    "SELECT value FROM readings WHERE key = ?", (key,)
                ).fetchone()
                return None if row is None else zlib.decompress(row[0])
            except (sqlite3.DatabaseError, zlib.error):
                log.warning("the cache of text recognition cannot be read")
                return None

    def put(self, key: str, value: bytes) -> None:
        """Keep `value` under `key`, unless the disk is full: it is only read again then."""
        with self._lock:
            try:
                self._connection.execute(
                    "INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, zlib.compress(value))
                )
            except sqlite3.DatabaseError:
                log.warning("the cache of text recognition cannot be written")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        # A lost page is read again; a flush per page would cost more.
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(_SCHEMA)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
