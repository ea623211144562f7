"""Databases to measure on: one is furnished, and every run gets a fresh copy of it."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from storage.database import Database, sqlite_url
from storage.migrate import upgrade
from tests.benchmarks.cannot import CannotMeasure
from tests.postgres import serve

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Furnished:
    """A database that is ready, as copies of itself; `code` is what furnishing it returned."""

    code: str
    copy: Callable[[], str]


@contextmanager
def furnished(kind: str, folder: Path, furnish: Callable[[Database], str]) -> Iterator[Furnished]:
    """Prepare a database of this kind; all of it is gone at the end, but for what is in `folder`."""
    if kind == "sqlite":
        yield _sqlite(folder, furnish)
        return
    try:
        server = serve(folder)
    except Exception as error:
        raise CannotMeasure("no-postgres", reason=type(error).__name__) from None
    try:
        yield _postgres(server.url, furnish)
    finally:
        server.stop()


def _sqlite(folder: Path, furnish: Callable[[Database], str]) -> Furnished:
    template = folder / "template.db"
    code = _made(sqlite_url(template), furnish)

    def copy() -> str:
        file = folder / f"{secrets.token_hex(4)}.db"
        shutil.copyfile(template, file)
        return sqlite_url(file)

    return Furnished(code, copy)


def _postgres(server: str, furnish: Callable[[Database], str]) -> Furnished:
    def create(name: str, template: str = "template1") -> str:
        url = sa.make_url(server).set(drivername="postgresql+psycopg")
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(sa.text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        engine.dispose()
        return url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    code = _made(create("furnished"), furnish)
    return Furnished(code, lambda: create(f"copy_{secrets.token_hex(4)}", "furnished"))


def _made(url: str, furnish: Callable[[Database], str]) -> str:
    database = Database(url)
    try:
        upgrade(database)
        return furnish(database)
    finally:
        database.close()
