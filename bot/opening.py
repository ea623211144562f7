"""Open the database as the settings say, at today's shape; what goes wrong is a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.settings import Settings
from bot.trouble import Trouble
from storage.database import Database
from storage.migrate import NewerDatabase, upgrade


@contextmanager
def open_database(settings: Settings, *, migrated: bool = True) -> Iterator[Database]:
    """Open the database, its folder made when it is missing and its tables brought up to date."""
    database = _connected(settings)
    try:
        if migrated:
            upgrade(database)
        yield database
    except NewerDatabase as error:
        raise Trouble("cli-database-newer", version=str(error)) from None
    finally:
        database.close()


def _connected(settings: Settings) -> Database:
    try:
        database = Database(settings.database)
        file = settings.sqlite_file
    except Exception:
        # The library's own message would repeat the address, and with it the password.
        raise Trouble("cli-database-address", code=2) from None
    if file is not None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble("cli-folder", folder=str(file.parent), reason=error.strerror or "?") from None
    return database
