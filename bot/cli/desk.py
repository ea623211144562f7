"""What every command has at hand: the settings, the words and the database."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from bot.clock import utc_now
from bot.trouble import BadSettings, Trouble
from domain.people import LANGUAGES

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Connection, Database


class Desk:
    """The words, the settings and the clock; each is read when it is needed, for a fast start."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        self.clock = clock
        self.debug = False

    @cached_property
    def settings(self) -> Settings:
        """The settings; raises BadSettings when one is wrong."""
        from bot.settings import read

        return read()

    @cached_property
    def language(self) -> str:
        """The language of the operator, also when another setting is wrong."""
        try:
            return self.settings.default_language
        except BadSettings:
            wanted = os.environ.get("DEFAULT_LANGUAGE", "")
            return wanted if wanted in LANGUAGES else LANGUAGES[0]

    @property
    def now(self) -> datetime:
        """This moment."""
        return self.clock()

    def words(self, key: str, **values: str | int) -> str:
        """Return a message in the language of the operator."""
        from content.speech import speak

        return speak(key, self.language, values)

    def tell(self, key: str, **values: str | int) -> None:
        """Print a message."""
        print(self.words(key, **values))

    def warn(self, key: str, **values: str | int) -> None:
        """Print a message beside the output."""
        print(self.words(key, **values), file=sys.stderr)

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Open the database, migrated, beside a bot that may be running."""
        from bot.opening import open_database

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
