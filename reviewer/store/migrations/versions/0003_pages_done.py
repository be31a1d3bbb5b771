"""An index of which pages are read: the table of cases counts them all whenever it is shown."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_page_texts_done", "page_texts", ["sha256", "page", "done"], unique=False)
