"""What Alembic runs: always on the connection that `storage.migrate` opened."""

from __future__ import annotations

from alembic import context

from storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    # SQLite cannot alter a column; Alembic then copies the table.
    render_as_batch=context.config.attributes.get("batch", connection.dialect.name == "sqlite"),
    transaction_per_migration=False,
)
context.run_migrations()
