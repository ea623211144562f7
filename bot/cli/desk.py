"""What every command has at hand: the settings, the words and the database."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

import typer

from bot.opening import open_database
from bot.settings import BadSettings, Settings, read
from bot.trouble import Trouble
from content import speech
from storage import organisations
from storage.database import Connection, Database
from storage.organisations import Organisation, Place

T = TypeVar("T")


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


class Desk:
    """The words, the settings (read once; wrong ones raise when they are needed) and the clock."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self.clock = clock
        self.debug = False
        self._settings: Settings | BadSettings
        try:
            self._settings = read()
            self.language = self._settings.default_language
        except BadSettings as error:
            self._settings = error
            wanted = os.environ.get("DEFAULT_LANGUAGE", "")
            self.language = wanted if wanted in speech.LANGUAGES else speech.LANGUAGES[0]

    @property
    def settings(self) -> Settings:
        """The settings; raises BadSettings when one is wrong."""
        if isinstance(self._settings, BadSettings):
            raise self._settings
        return self._settings

    @property
    def now(self) -> datetime:
        """This moment."""
        return self.clock()

    def words(self, key: str, **values: str | int) -> str:
        """Return a message in the language of the operator."""
        return speech.speak(key, self.language, values)

    def tell(self, key: str, **values: str | int) -> None:
        """Print a message."""
        print(self.words(key, **values))

    def warn(self, key: str, **values: str | int) -> None:
        """Print a message beside the output."""
        print(self.words(key, **values), file=sys.stderr)

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Open the database, migrated, beside a bot that may be running."""
        with open_database(self.settings) as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open one transaction."""
        with self.database() as database, database.transaction() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that only reads."""
        with self.database() as database, database.reading() as connection:
            yield connection


def desk_of(context: typer.Context) -> Desk:
    """Return the desk that `main` handed over."""
    desk = context.obj
    assert isinstance(desk, Desk)
    return desk


def the_organisation(connection: Connection, name: str | None) -> Organisation:
    """Return the organisation of that name, or the only one when no name is given."""
    every = organisations.every(connection)
    if name is None:
        if not every:
            raise Trouble("cli-no-organisation")
        if len(every) > 1:
            raise Trouble("cli-which-organisation", names=_names(every))
        return every[0]
    found = named(every, name, lambda one: one.name)
    if found is None:
        raise (
            Trouble("cli-unknown-organisation", names=_names(every))
            if every
            else Trouble("cli-no-organisation")
        )
    return found


def the_place(places: tuple[Place, ...], name: str | None, unknown: str) -> Place | None:
    """Return the employer or team of that name, None when none is asked for; else say `unknown`."""
    if name is None:
        return None
    found = named(places, name, lambda one: one.name)
    if found is None:
        raise Trouble(unknown, names=_names(places) or "–")
    return found


def named(things: tuple[T, ...], name: str, name_of: Callable[[T], str]) -> T | None:
    """Return the thing of that name, capitals and spaces around it ignored."""
    wanted = name.strip().casefold()
    return next((one for one in things if name_of(one).casefold() == wanted), None)


def _names(things: tuple[Organisation, ...] | tuple[Place, ...]) -> str:
    return ", ".join(one.name for one in things)


@contextmanager
def writing_file(file: Path) -> Iterator[BinaryIO]:
    """Open a file that is there whole or not at all."""
    half = file.parent / f".{file.name}.part"
    try:
        with half.open("wb") as handle:
            yield handle
        half.replace(file)
    except OSError as error:
        raise Trouble("cli-cannot-write", file=str(file), reason=error.strerror or "?") from None
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
