"""Every step of the database's shape goes up, down and up again, and ends at what the code expects."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage import migrate
from storage.database import Database
from storage.tables import metadata

STEPS = [
    one.revision for one in reversed(list(ScriptDirectory.from_config(migrate.config()).walk_revisions()))
]


def test_steps__are_found_without_alembic() -> None:
    assert migrate.steps() == tuple(STEPS)


def test_stairway__goes_down_and_up_again(database: Database) -> None:
    for _ in STEPS:
        migrate.downgrade(database, "-1")
    with database.engine.connect() as connection:
        left = set(sa.inspect(connection).get_table_names()) - {"alembic_version"}
    assert left == set()
    for step in STEPS:
        migrate.upgrade(database, step)
    with database.reading() as connection:
        assert migrate.current(connection) == migrate.newest()


def test_shape__is_what_the_code_expects(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_upgrade__that_dies_half_way_leaves_the_old_shape(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate.downgrade(database, "base")
    from alembic import op

    made = op.create_table
    count = 0

    def fails_later(*args: object, **more: object) -> object:
        nonlocal count
        count += 1
        if count == 5:
            raise RuntimeError("pulled the plug")
        return made(*args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(op, "create_table", fails_later)
    with pytest.raises(RuntimeError):
        migrate.upgrade(database)
    monkeypatch.undo()
    with database.engine.connect() as connection:
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version"}
    migrate.upgrade(database)
    with database.reading() as connection:
        assert migrate.current(connection) == migrate.newest()


def test_table__with_content_carries_its_organisation() -> None:
    without = {"organisations", "updates", "failed_updates", "leases", "index_readers", "meters"}
    for table in metadata.sorted_tables:
        assert ("organisation_id" in table.columns) == (table.name not in without), table.name
