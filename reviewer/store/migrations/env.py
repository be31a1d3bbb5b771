"""Runs the migrations on the connection that `reviewer.store.migrate` hands over."""

from alembic import context

# fmt: off
from reviewer.store import tables, tables_campaigns, tables_library, tables_reviews, tables_rules  # noqa: F401  they fill the metadata

# fmt: on
from reviewer.store.tables_base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
