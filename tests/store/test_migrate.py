"""The three tests that a schema needs from the first day, and what an old or new file meets."""

import sqlite3
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine

from reviewer.errors import NewerDatabase, StoreError
from reviewer.store import Store, tables, tables_reviews
from reviewer.store.migrate import MIGRATIONS, migrate
from reviewer.store.tables_base import Base


def add_migration(folder: Path, body: str) -> Path:
    """Copy the shipped migrations to `folder` and add one more with `body`."""
    scripts = folder / "migrations"
    versions = scripts / "versions"
    versions.mkdir(parents=True)
    (scripts / "env.py").write_text((MIGRATIONS / "env.py").read_text("utf-8"), "utf-8")
    for path in (MIGRATIONS / "versions").glob("*.py"):
        (versions / path.name).write_text(path.read_text("utf-8"), "utf-8")
    head = "revision = '9999'\ndown_revision = '0008'\nfrom alembic import op\n\n\n"
    code = "def upgrade():\n" + "".join(f"    {line}\n" for line in dedent(body).splitlines())
    (versions / "9999_next.py").write_text(head + code, "utf-8")
    return scripts


def fill(path: Path) -> None:
    """Put a unit with a child unit into the migrated database `path`."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for name, parent in (("支队", None), ("大队", "支队")):
            connection.execute(
                "INSERT INTO units (id, code, name, parent_id, made_by, made_on, made_at, revision)"
                " VALUES (?, '', ?, ?, '', '', '', 1)",
                (name, name, parent),
            )


def read(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_the_migrations_make_the_schema_of_the_models(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
    engine.dispose()

    assert differences == []
    assert tables.CaseRow.metadata is tables_reviews.ReviewRow.metadata


def test_rebuilding_a_table_keeps_its_children(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path)
    fill(path)
    scripts = add_migration(
        tmp_path,
        """
        import sqlalchemy as sa
        with op.batch_alter_table('units', recreate='always') as batch:
            batch.add_column(sa.Column('short', sa.String(), nullable=True))
        """,
    )

    migrate(path, scripts)

    assert read(path, "SELECT name, parent_id, short FROM units ORDER BY name") == [
        ("大队", "支队", None),
        ("支队", None, None),
    ]


def test_a_failed_migration_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path)
    fill(path)
    before = read(path, "SELECT sql FROM sqlite_master ORDER BY name")
    scripts = add_migration(tmp_path, "op.drop_table('marks')\nop.execute('SELECT * FROM nowhere')")

    with pytest.raises(Exception, match="nowhere"):
        migrate(path, scripts)

    assert read(path, "SELECT sql FROM sqlite_master ORDER BY name") == before
    assert read(path, "SELECT version_num FROM alembic_version") == [("0008",)]


def test_a_migration_that_orphans_a_record_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path)
    fill(path)
    scripts = add_migration(tmp_path, "op.execute(\"DELETE FROM units WHERE id = '支队'\")")

    with pytest.raises(StoreError, match="原资料未改动（units"):
        migrate(path, scripts)

    assert len(read(path, "SELECT id FROM units")) == 2


def test_a_backup_is_made_before_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path)
    fill(path)
    assert not path.with_suffix(".bak").exists()

    migrate(path, add_migration(tmp_path, "op.execute('DELETE FROM units')"))

    assert len(read(path.with_suffix(".bak"), "SELECT id FROM units")) == 2


def test_a_database_of_a_later_version_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "reviewer.db"
    migrate(path, add_migration(tmp_path, "pass"))

    with pytest.raises(NewerDatabase, match="由更新版本的程序建立") as caught:
        Store(tmp_path)

    assert caught.value.remedy == "请安装新版本程序后再打开。"


def test_a_damaged_database_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "reviewer.db").write_bytes(b"no database at all" * 100)

    with pytest.raises(StoreError, match="已损坏"):
        Store(tmp_path)
