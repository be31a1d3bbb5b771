"""Opening the data folder: lock, migration, vault, and the one kind of transaction.

Everything of one installation lies in one folder: the database, the vault of originals and the
cache of text recognition.
"""

import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from reviewer.errors import StoreError
from reviewer.store import case_files, desktops
from reviewer.store.folders import refuse_network
from reviewer.store.lock import FolderLock
from reviewer.store.migrate import address, begin_by_hand, migrate
from reviewer.store.ocr_cache import OcrCache
from reviewer.store.vault import Vault

DATABASE = "reviewer.db"
BACKUP = "reviewer.bak"
"""Made beside the database before each migration."""
CACHE = "ocr-cache.db"
VAULT = "vault"


class Store:
    """An open data folder."""

    def __init__(self, folder: Path) -> None:
        """Open `folder`, making it when it is missing.

        Raises:
            StoreError: it is in use, on a network share, not writable or damaged.
            NewerDatabase: a later version of this program made it.
        """
        self._writing = RLock()
        self._open(folder)

    def _open(self, folder: Path) -> None:
        refuse_network(folder)
        _make(folder)
        lock = FolderLock(folder)
        try:
            _migrate(folder / DATABASE)
            vault, cache = Vault(folder / VAULT), OcrCache(folder / CACHE)
        except BaseException:
            lock.close()
            raise
        self.folder = folder
        self.vault, self.cache, self._lock = vault, cache, lock
        self._engine = _engine(folder / DATABASE)
        self._write = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        self._read = self._engine.execution_options(begin="BEGIN")
        with self.session() as session:
            desktops.register_here(session, uuid4(), platform.node())
            waiting = vault.unsettled()
            lost = {one for one in waiting if case_files.stored_file(session, one) is None}
        vault.settle(lost)

    def close(self) -> None:
        """Close all files and let the folder go."""
        self.cache.close()
        self._engine.dispose()
        self._lock.close()

    def switch(self, folder: Path) -> None:
        """Go on in `folder`, a whole copy of this one; stay here when it cannot be opened."""
        cache, engine, lock = self.cache, self._engine, self._lock
        self._open(folder)
        cache.close()
        engine.dispose()
        lock.close()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """Open a transaction that writes: all of it is kept, or nothing.

        It takes the write lock at once, so what it reads is still true when it writes.

        Raises:
            StoreError: the disk is full or the database is busy or damaged.
        """
        # Writers of this window queue here; SQLite's own wait gives up after five seconds.
        with self._writing, _explaining(), Session(self._write) as session, session.begin():
            yield session

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Keep every other thread from writing, while the folder is copied and switched."""
        with self._writing:
            yield

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Open a transaction that only reads: one state of everything, beside any writer."""
        with _explaining(), Session(self._read) as session:
            yield session


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"资料库打不开：不能建立文件夹“{folder}”。", "请改选其他文件夹。"
        ) from error


def _migrate(path: Path) -> None:
    try:
        migrate(path)
    except DatabaseError as error:
        raise StoreError(
            f"资料库打不开：“{path}”已损坏，或不是本程序的资料。",
            "请从备份恢复该文件，或改选其他资料文件夹。",
        ) from error


def _engine(path: Path) -> Engine:
    engine = create_engine(address(path))
    event.listen(engine, "connect", begin_by_hand)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options()["begin"])


@contextmanager
def _explaining() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        cause = str(error.orig)
        if "locked" in cause or "busy" in cause:
            message, remedy = "资料库正忙，这次操作没有保存。", "请稍候再试。"
        elif "full" in cause:
            message, remedy = "磁盘空间不足，这次操作没有保存。", "请清理磁盘后重试。"
        else:
            raise
        raise StoreError(message, remedy) from error
