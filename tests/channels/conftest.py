"""A Bot API on this machine, with Anna and Bob, and a database with an organisation in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from storage.database import Database, sqlite_url
from tests.channels import echo
from tests.emulator import Emulator, Person


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


@pytest.fixture
def anna(emulator: Emulator) -> Person:
    return emulator.person("Anna", started=True)


@pytest.fixture
def bob(emulator: Emulator) -> Person:
    return emulator.person("Bob", language="en", started=True)


@pytest.fixture
def ours(database: Database) -> Database:
    """A database of either kind with an organisation that people come into."""
    echo.prepare(database)
    return database


@pytest.fixture
def file_database(sqlite_path: Path) -> Iterator[Database]:
    """The same, only on SQLite, for what has nothing to do with the kind of database."""
    made = Database(sqlite_url(sqlite_path))
    echo.prepare(made)
    yield made
    made.close()
