"""Bringing the database to the current schema, wholly or not at all.

Migrations run in one explicit transaction with foreign keys off; a backup lies beside the file
before anything is changed.  There are no downgrades: the backup is the way back.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Connection, create_engine, event

from reviewer.errors import NewerDatabase, StoreError

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(path: Path, scripts: Path = MIGRATIONS) -> None:
    """Bring the database file `path` to the newest schema of `scripts`.

    Raises:
        NewerDatabase: the file belongs to a later version of this program.
        StoreError: after the migration a record points to nothing.
    """
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = create_engine(address(path))
    # Foreign keys stay off on this engine: SQLite alters a table by dropping it, and
    # the drop would cascade into its children.
    event.listen(engine, "connect", begin_by_hand)
    event.listen(engine, "begin", _begin)
    try:
        with engine.begin() as connection:
            if _is_current(connection, config):
                return
            _back_up(path)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            _refuse_orphans(connection)
    except CommandError as error:
        raise NewerDatabase(
            f"资料库“{path.parent}”由更新版本的程序建立，当前版本打不开。",
            "请安装新版本程序后再打开。",
        ) from error
    finally:
        engine.dispose()


def address(path: Path) -> URL:
    """Return the address of a database file; `?` and `#` in its path are part of the name."""
    return URL.create("sqlite", database=str(path))


def begin_by_hand(connection: sqlite3.Connection, _record: object) -> None:
    """Stop sqlite3 from beginning transactions by itself.

    It opens none before DDL, so that a failed migration would stay half done (measured on
    Python 3.11), and none before a read, so that a read of two tables could see two states.
    """
    connection.isolation_level = None


def copy_database(source: Path, target: Path) -> None:
    """Copy the database file, with what still sits in its -wal file."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def _is_current(connection: Connection, config: Config) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    return current == ScriptDirectory.from_config(config).get_current_head()


def _back_up(path: Path) -> None:
    if path.stat().st_size:
        copy_database(path, path.with_suffix(".bak"))


def _refuse_orphans(connection: Connection) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if orphans:
        tables = "、".join(sorted({str(row[0]) for row in orphans}))
        raise StoreError(
            f"资料库升级没有完成，原资料未改动（{tables} 中有记录缺少所属记录）。",
            "请保留资料文件夹，与程序维护人员联系。",
        )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
