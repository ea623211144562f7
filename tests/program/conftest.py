"""Two organisations with one of everything in them, for who tries what can be done there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import organisations
from storage.database import Database, sqlite_url
from tests.emptying import empty
from tests.program.test_presses import CANARY, World, furnish
from tests.rehearsal import Rehearsal
from tests.stage import Stage


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def world(
    request: pytest.FixtureRequest, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Both databases, furnished once: nothing that is tried here stays."""
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("presses") / "test.db"
        shutil.copyfile(sqlite_template, file)
        database = Database(sqlite_url(file))
    else:
        database = request.getfixturevalue("on_postgres")
    stage = Stage(database)
    here = furnish(stage, "Proef")
    with database.transaction() as connection:
        stage.organisation = organisations.add(connection, CANARY, "nl", "Europe/Amsterdam", stage.now)
    elsewhere = furnish(stage, CANARY)
    yield World(Rehearsal(stage), here, elsewhere, 1000 if database.is_sqlite else 1)
    if request.param == "sqlite":
        database.close()
    else:
        empty(database)
