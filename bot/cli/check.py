"""Say what is misconfigured, in plain words: each check gives one finding, a sentence by its key."""

from __future__ import annotations

import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import typer

from bot.channels.who_am_i import CannotReach, Myself, TokenRefused, myself
from bot.cli.desk import desk_of
from bot.opening import open_database
from bot.settings import KEY_FILE, Mode, Settings
from bot.trouble import Trouble
from storage import migrate
from storage.database import Database

LEAST_FREE = 200_000_000  # bytes
MOST_OFF = 60.0  # seconds that our clock may differ from Telegram's or the database's
NOT_BEFORE = 2026  # the year; an earlier clock was never set
LOCAL = ("localhost", "127.0.0.1", "::1")


def check(context: typer.Context) -> None:
    """Look at everything the program needs; exit with 1 when something is wrong."""
    desk = desk_of(context)
    bad = 0
    for found in every_check(desk.settings, desk.now):
        state = "wrong" if found.wrong else "note" if found.note else "fine"
        desk.tell(f"check-{state}", what=desk.words(found.key, **found.values))
        bad += found.wrong
    if bad:
        raise Trouble("check-bad", count=bad)
    desk.tell("check-good")


@dataclass(frozen=True)
class Finding:
    """What one check saw: fine, worth knowing, or wrong."""

    key: str
    wrong: bool = False
    note: bool = False
    values: dict[str, str | int] = field(default_factory=dict)


def fine(key: str, **values: str | int) -> Finding:
    """Say that something is as it should be."""
    return Finding(key, values=values)


def note(key: str, **values: str | int) -> Finding:
    """Say something that may be meant so."""
    return Finding(key, note=True, values=values)


def wrong(key: str, **values: str | int) -> Finding:
    """Say something that has to be mended."""
    return Finding(key, wrong=True, values=values)


def every_check(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Yield what every check found; nothing is changed, but the database is written to and rolled back."""
    yield _folder(settings)
    yield _room(settings)
    yield _key(settings)
    yield from _database(settings, now)
    yield _address(settings)
    yield from _telegram(settings, now)
    if now.year < NOT_BEFORE:
        yield wrong("check-clock-old", year=str(now.year))


def _folder(settings: Settings) -> Finding:
    folder = settings.data_dir.resolve()
    # One that is not there yet is made at the first start, where its parent allows it.
    probe = _existing(folder) / f".check-{os.getpid()}"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return wrong("check-folder-bad", folder=str(folder), reason=error.strerror or "?")
    return fine("check-folder", folder=str(folder))


def _room(settings: Settings) -> Finding:
    folder = _existing(settings.data_dir.resolve())
    free = shutil.disk_usage(folder).free
    megabytes = free // 1_000_000
    return (
        wrong("check-room-bad", free=megabytes) if free < LEAST_FREE else fine("check-room", free=megabytes)
    )


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder


def _key(settings: Settings) -> Finding:
    if settings.secret_key.get_secret_value():
        return fine("check-key-set")
    file = settings.data_dir.resolve() / KEY_FILE
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
        words = file.read_text("ascii").strip()
    except FileNotFoundError:
        return note("check-key-later", file=str(file))
    except (OSError, UnicodeDecodeError):
        return wrong("check-key-unreadable", file=str(file))
    if mode & 0o077:
        return wrong("check-key-open", file=str(file))
    return fine("check-key", file=str(file)) if len(words) >= 32 else wrong("check-key-short", file=str(file))


def _database(settings: Settings, now: datetime) -> Iterator[Finding]:
    try:
        if _not_made_yet(settings):
            yield note("check-database-empty")
            return
        with open_database(settings, migrated=False) as database:
            yield from _shape(database)
            yield _written(database)
            yield _same_time(database, now)
    except Trouble as trouble:
        yield Finding(trouble.key, wrong=True, values=trouble.values)
    except Exception as error:
        yield wrong("check-database-bad", reason=Database.complaint(error) or type(error).__name__)


def _not_made_yet(settings: Settings) -> bool:
    try:
        file = settings.sqlite_file
    except ValueError:
        return False  # A bad address; opening it says so without repeating it.
    return file is not None and not file.exists()


def _shape(database: Database) -> Iterator[Finding]:
    with database.reading() as connection:
        found = migrate.current(connection)
    if found is None:
        yield note("check-database-empty")
    elif found not in migrate.steps():
        yield wrong("cli-database-newer", version=found)
    elif found != migrate.newest():
        yield note("check-database-old", version=found)
    else:
        yield fine("check-database", kind="SQLite" if database.is_sqlite else "PostgreSQL", version=found)


def _written(database: Database) -> Finding:
    """Write a table and roll it back."""
    began = time.monotonic()
    migrate.try_writing(database)
    took = time.monotonic() - began
    return note("check-database-slow", seconds=f"{took:.1f}") if took > 1 else fine("check-database-writes")


def _same_time(database: Database, now: datetime) -> Finding:
    off = abs((migrate.clock_of(database) - now).total_seconds())
    return wrong("check-clock-database", seconds=int(off)) if off > MOST_OFF else fine("check-clock")


def _address(settings: Settings) -> Finding:
    if not settings.public_url:
        return note("check-address-none", address=settings.address)
    parts = urlsplit(settings.public_url)
    local = parts.hostname in LOCAL
    if settings.telegram_mode is Mode.webhook and (parts.scheme != "https" or local):
        return wrong("check-address-webhook", address=settings.public_url)
    if parts.scheme != "https" and not local:
        return wrong("check-address-open", address=settings.public_url)
    return fine("check-address", address=settings.public_url)


def _telegram(settings: Settings, now: datetime) -> Iterator[Finding]:
    if not settings.token:
        yield note("check-telegram-none")
        return
    try:
        me = myself(settings.telegram_base_url, settings.token)
    except TokenRefused:
        yield wrong("check-telegram-token")
    except CannotReach as error:
        yield wrong("check-telegram-away", address=settings.telegram_base_url, reason=str(error))
    else:
        yield fine("check-telegram", name=me.username)
        yield from _telegram_clock(me, now)


def _telegram_clock(me: Myself, now: datetime) -> Iterator[Finding]:
    if me.moment is not None and (off := abs((me.moment - now).total_seconds())) > MOST_OFF:
        yield wrong("check-clock-telegram", seconds=int(off))
