"""A test finds nothing of the one before it: no row, no number that was given out."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from storage.database import Database
from storage.tables import metadata, updates
from tests.emptying import empty, renew
from tests.stage import Stage


@pytest.mark.parametrize("many", [1, 10_000])
def test_emptied__is_as_if_it_were_just_made(database: Database, sqlite_template: Path, many: int) -> None:
    stage = Stage(database)
    anna = stage.person("Anna")
    stage.practice(anna, "Drie stapels post")
    anna.says("Post ligt dicht")
    with database.transaction() as connection:
        rows = [{"key": f"key {number}", "at": stage.now} for number in range(many)]
        connection.execute(sa.insert(updates), rows)
    if database.is_sqlite:
        database.close()
        renew(database, sqlite_template)
    else:
        empty(database)
    with database.reading() as connection:
        left = {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
    assert set(left.values()) == {0}, left
    assert Stage(database).organisation.id == 1
