"""Open the database and run transactions: SQLite by default, PostgreSQL for several processes."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    from sqlalchemy.dialects.postgresql import Insert as PgInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

__all__ = [
    "Connection",
    "Database",
    "add_once",
    "database_path",
    "hashed",
    "insert_into",
    "new_public_id",
    "sqlite_url",
]

ID_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"

# Kinds of trouble that pass: busy, locked, read-only, I/O error, disk full, cannot open.
SQLITE_AWAY = frozenset({5, 6, 8, 10, 13, 14})
# Classes of SQLSTATE: no connection, no resources, an operator stepped in, the system failed; and read-only.
POSTGRES_AWAY = frozenset({"08", "53", "57", "58", "25"})

# A server that vanishes without a word (a cable, a host) would hold every thread for two hours: after some
# twenty seconds of silence the connection counts as gone, and the turn comes again.
POSTGRES_SILENCE = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
    "tcp_user_timeout": 20_000,
}

SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    # NORMAL survives a kill but not a power cut; a confirmed message must survive both.
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    # Erased text must not stay readable in free pages.
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-65536",
    "PRAGMA journal_size_limit=67108864",
)


def new_public_id() -> str:
    """Return a random name of 12 letters (60 bits) that can be shown and cannot be guessed."""
    return "".join(secrets.choice(ID_LETTERS) for _ in range(12))


def hashed(code: str) -> str:
    """Return what is kept of a code. It is random and long, so a plain hash cannot be guessed back."""
    return hashlib.sha256(code.encode()).hexdigest()


def insert_into(connection: Connection, table: sa.Table) -> SqliteInsert | PgInsert:
    """Begin an INSERT that may say what happens when the row is there already; each database has its own."""
    return _insert(connection.dialect.name, table)


def _insert(dialect: str, table: sa.Table) -> SqliteInsert | PgInsert:
    # The other database's part of the library is not read: a start has no time for it.
    if dialect == "sqlite":
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def add_once(connection: Connection, table: sa.Table, **row: Any) -> bool:
    """Add a row unless one with the same key is there, also when another process adds it right now."""
    return connection.execute(_once(connection.dialect.name, table), row).first() is not None


@cache
def _once(dialect: str, table: sa.Table) -> sa.Executable:
    # Every turn begins with one of these, so it is not put together anew each time.
    return _insert(dialect, table).on_conflict_do_nothing().returning(sa.literal(1))


def sqlite_url(file: Path) -> str:
    """Return the database URL of an SQLite file."""
    return URL.create("sqlite", database=str(file)).render_as_string()


def database_path(url: str) -> Path | None:
    """Return the file of an SQLite address, or None for any other database."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


_WAIT_FOR_READERS = 30.0  # seconds
_READERS = """
    SELECT pid, xact_start FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL
"""


class Database:
    """One database with one way to write: `with database.transaction() as connection`."""

    def __init__(self, url: str, *, threads: int = 8) -> None:
        """Open `url` (sqlite:///file or postgresql://…) for at most `threads` connections at once."""
        self.url = make_url(url)
        if self.url.drivername == "postgresql":
            self.url = self.url.set(drivername="postgresql+psycopg")
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.threads = threads
        self._engine = self._open(writes=True)
        self._readers = self._open(writes=False) if self.is_sqlite else self._engine

    def _open(self, *, writes: bool) -> sa.Engine:
        # Parameters never reach a log or an error message: they are people's words.
        common: dict[str, Any] = {"hide_parameters": True, "query_cache_size": 1000}
        if not self.is_sqlite:
            return sa.create_engine(
                self.url,
                pool_size=self.threads,
                max_overflow=2,
                pool_pre_ping=True,
                connect_args={"prepare_threshold": 3, "connect_timeout": 5, **POSTGRES_SILENCE},
                **common,
            )
        engine = sa.create_engine(
            self.url,
            poolclass=QueuePool,
            pool_size=2 if writes else 4,
            # The driver's own transactions start too late (and not at all for DDL): we say BEGIN ourselves.
            connect_args={"isolation_level": None, "check_same_thread": False, "timeout": 5},
            **common,
        )

        def settle(connection: Any, _record: Any) -> None:
            for setting in SQLITE_SETTINGS:
                connection.execute(setting)
            if not writes:
                connection.execute("PRAGMA query_only=ON")

        def begin(connection: Connection) -> None:
            # A deferred transaction that writes later fails at once in spite of the time-out.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        sa.event.listen(engine, "connect", settle)
        sa.event.listen(engine, "begin", begin)
        return engine

    @property
    def engine(self) -> sa.Engine:
        """The engine that writes, for migrations and tests."""
        return self._engine

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open a transaction that commits at the end of the block and rolls back when it raises."""
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that only reads; on SQLite it never waits for the writer."""
        with self._readers.connect() as connection:
            yield connection

    def scrub(self, *, whole: bool = False) -> bool:
        """Let what was removed leave the files as well; False when somebody was in the way: try again later.

        On SQLite the log of changes is written into the file and emptied. Removed rows were overwritten, but
        copies that moving rows left between the others were not. On PostgreSQL what is dead is cleared, and
        not overwritten. `whole` writes every table anew, meanwhile nobody else can write; it first waits half
        a minute for whoever may still see what was removed, because for them it would be written again.
        """
        if self.is_sqlite:
            return self._scrub_sqlite(whole=whole)
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if whole and not _may_all_be_cleared(connection):
                return False
            connection.exec_driver_sql("VACUUM (FULL)" if whole else "VACUUM (SKIP_LOCKED)")
            if whole:
                connection.exec_driver_sql("CHECKPOINT")
        return True

    def _scrub_sqlite(self, *, whole: bool) -> bool:
        raw = self._engine.raw_connection()
        try:
            driver = raw.driver_connection
            assert driver is not None
            if whole:
                # The copy in between may be as large as the file: not in memory.
                driver.execute("PRAGMA temp_store=FILE")
                driver.execute("VACUUM")
                driver.execute("PRAGMA temp_store=MEMORY")
            # Most of it without holding anybody up, then the rest.
            driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            ((busy, _, _),) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return not busy
        finally:
            raw.close()

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
        self._readers.dispose()

    @staticmethod
    def complaint(error: BaseException) -> str:
        """Return the first line of what the database said was wrong, "" when the error is not one of its."""
        return str(error.orig).partition("\n")[0] if isinstance(error, DBAPIError) else ""

    @staticmethod
    def is_outage(error: BaseException) -> bool:
        """Tell whether the database itself is away, locked or full, so that trying later makes sense."""
        if isinstance(error, sa.exc.TimeoutError):
            return True
        if not isinstance(error, DBAPIError):
            return False
        if error.connection_invalidated:
            return True
        # A mistake of ours, such as a column that does not exist, is an OperationalError on SQLite too.
        code = getattr(error.orig, "sqlite_errorcode", None)
        if code is not None:
            return code & 0xFF in SQLITE_AWAY
        state = getattr(error.orig, "sqlstate", None)
        if state is None:
            return isinstance(error, OperationalError)
        return state[:2] in POSTGRES_AWAY


def _may_all_be_cleared(connection: Connection) -> bool:
    """Wait until whoever was reading on PostgreSQL is done; False when somebody goes on for too long."""
    readers = {tuple(one) for one in connection.exec_driver_sql(_READERS)}
    until = time.monotonic() + _WAIT_FOR_READERS
    while readers and time.monotonic() < until:
        time.sleep(0.1)
        readers &= {tuple(one) for one in connection.exec_driver_sql(_READERS)}
    return not readers
