"""Bring the database to the newest shape, at start and by command.

Alembic is read only when there is something to do: at nearly every start there is not, and it takes long.
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection

from storage.database import Database
from storage.migrations import newest, steps

if TYPE_CHECKING:
    from alembic.config import Config

__all__ = [
    "NewerDatabase",
    "clock_of",
    "current",
    "downgrade",
    "newest",
    "steps",
    "try_writing",
    "upgrade",
]

LOCK = 7_205_311  # any number, as long as every process uses the same one


class NewerDatabase(Exception):
    """The database was shaped by a newer version of this program; the message names its migration."""


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, working on `connection` when given."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(files("storage") / "migrations"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def current(connection: Connection) -> str | None:
    """Return the name of the migration the database is at, or None when it is empty."""
    # Alembic's own table; it keeps one row, since our migrations are one line without branches.
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return found


def upgrade(database: Database, to: str = "head") -> None:
    """Run what is missing, whole or not at all; on PostgreSQL one process at a time."""
    with database.reading() as connection:
        found = current(connection)
    if to == "head" and found == newest():
        return
    if found is not None and found not in steps():
        raise NewerDatabase(found)
    from alembic import command

    with _Alone(database) as connection:
        command.upgrade(config(connection), to)


def downgrade(database: Database, to: str) -> None:
    """Undo migrations down to `to` ("base" for all)."""
    from alembic import command

    with _Alone(database) as connection:
        command.downgrade(config(connection), to)


def try_writing(database: Database) -> None:
    """Write something and roll it back; raises what a real write would raise."""
    with database.engine.connect() as connection:
        connection.execute(sa.text("CREATE TABLE kopgroep_check (id INTEGER)"))
        connection.rollback()


def clock_of(database: Database) -> datetime:
    """Return what time the database says it is."""
    with database.reading() as connection:
        found = connection.execute(sa.select(sa.func.current_timestamp())).scalar_one()
    moment = found if isinstance(found, datetime) else datetime.fromisoformat(str(found))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class _Alone:
    """One transaction for the whole migration, with foreign keys off on SQLite while tables are rebuilt."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.connection = database.engine.connect()

    def __enter__(self) -> Connection:
        if self.database.is_sqlite:
            # The setting is ignored inside a transaction, and SQLAlchemy opens one at the first statement.
            driver = self.connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA foreign_keys=OFF")
        self.transaction = self.connection.begin()
        if not self.database.is_sqlite:
            self.connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        return self.connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None and self.database.is_sqlite:
                broken = self.connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    self.transaction.rollback()
                    raise RuntimeError(f"a migration left a loose reference in table {broken[0]}")
            if kind is None:
                self.transaction.commit()
            else:
                self.transaction.rollback()
        finally:
            if self.database.is_sqlite:
                driver = self.connection.connection.driver_connection
                assert driver is not None
                driver.execute("PRAGMA foreign_keys=ON")
            self.connection.close()
