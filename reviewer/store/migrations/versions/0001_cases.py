"""People, cases, files and what the machine read in them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that others point to first."""
    _files()
    _import_reports()
    _people()
    _units()
    _cases()
    _desktops()
    _page_texts()
    _person_units()
    _reading_copies()
    _case_files()
    _check_runs()
    _folios()
    _unreadable_files()


def _files() -> None:
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("suffix", sa.String(length=16), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )


def _import_reports() -> None:
    op.create_table(
        "import_reports",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_reports")),
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )


def _units() -> None:
    op.create_table(
        "units",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", sa.String(36), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name=op.f("fk_units_parent_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_index(op.f("ix_units_name"), "units", ["name"], unique=False)


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("case_no", sa.String(), nullable=False),
        sa.Column("unit_id", sa.String(36), nullable=True),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("read_case_no", sa.String(), nullable=False),
        sa.Column("read_unit", sa.String(), nullable=False),
        sa.Column("read_party", sa.String(), nullable=False),
        sa.Column("read_cause", sa.String(), nullable=False),
        sa.Column("read_procedure", sa.String(), nullable=False),
        sa.Column("read_problems", sa.Text(), nullable=False),
        sa.Column("paper", sa.Boolean(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_cases_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
    )


def _desktops() -> None:
    op.create_table(
        "desktops",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=True),
        sa.Column("person_id", sa.String(36), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_desktops_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desktops")),
        sa.UniqueConstraint("here", name=op.f("uq_desktops_here")),
    )


def _page_texts() -> None:
    op.create_table(
        "page_texts",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("turned", sa.Integer(), nullable=False),
        sa.Column("folio", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["files.sha256"],
            name=op.f("fk_page_texts_sha256_files"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sha256", "page", name=op.f("pk_page_texts")),
    )


def _person_units() -> None:
    op.create_table(
        "person_units",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("person_id", sa.String(36), nullable=False),
        sa.Column("unit_id", sa.String(36), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        *_made(),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_person_units_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_person_units_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_units")),
    )
    op.create_index(op.f("ix_person_units_person_id"), "person_units", ["person_id"], unique=False)


def _reading_copies() -> None:
    op.create_table(
        "reading_copies",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["files.sha256"],
            name=op.f("fk_reading_copies_sha256_files"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_reading_copies")),
    )


def _case_files() -> None:
    op.create_table(
        "case_files",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("volume", sa.String(length=16), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("last_page", sa.Integer(), nullable=False),
        *_made(),
        sa.CheckConstraint("first_page >= 1", name=op.f("ck_case_files_first_page_from_one")),
        sa.CheckConstraint(
            "last_page = 0 OR last_page >= first_page", name=op.f("ck_case_files_pages_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_case_files_case_id_cases"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["files.sha256"], name=op.f("fk_case_files_sha256_files")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_files")),
    )
    op.create_index(op.f("ix_case_files_case_id"), "case_files", ["case_id"], unique=False)
    op.create_index(op.f("ix_case_files_sha256"), "case_files", ["sha256"], unique=False)


def _check_runs() -> None:
    op.create_table(
        "check_runs",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("versions", sa.Text(), nullable=False),
        sa.Column("reading", sa.LargeBinary(), nullable=False),
        sa.Column("findings", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_check_runs_case_id_cases"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_runs")),
        sa.UniqueConstraint("case_id", "key", name=op.f("uq_check_runs_case_id_key")),
    )


def _folios() -> None:
    op.create_table(
        "folios",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("folio", sa.String(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["case_id"], ["cases.id"], name=op.f("fk_folios_case_id_cases"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["sha256"], ["files.sha256"], name=op.f("fk_folios_sha256_files")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folios")),
        sa.UniqueConstraint(
            "case_id", "sha256", "page", name=op.f("uq_folios_case_id_sha256_page")
        ),
    )


def _unreadable_files() -> None:
    op.create_table(
        "unreadable_files",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("case_id", sa.String(36), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        *_made(),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.id"],
            name=op.f("fk_unreadable_files_case_id_cases"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unreadable_files")),
    )
    op.create_index(
        op.f("ix_unreadable_files_case_id"), "unreadable_files", ["case_id"], unique=False
    )


def _made() -> tuple[sa.Column, ...]:
    """Return the columns of every record that a person makes."""
    return (
        sa.Column("made_by", sa.String(36), nullable=False),
        sa.Column("made_on", sa.String(36), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
    )
