"""A picture with a message to a group, on Telegram: the whole program, with the real protocol."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import program
from bot.clock import utc_now
from domain.people import Role
from storage.database import Database
from storage.tables import attachments
from tests.channels.test_broadcasts import crowd, until
from tests.channels.test_importing import joins, settings
from tests.domain.test_attachments import PDF, jpeg, segment
from tests.emulator import Emulator, Person

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PHOTO = jpeg(segment(0xE1, b"Exif\0\0gps of the canteen"))
MANY = 40


async def to_the_end(carla: Person) -> None:
    """Answer everything but the last question."""
    for label in ("Per rol", f"deelnemer ({MANY})", "Van collega's", "Gezien", "Nu"):
        await carla.taps(label)


@pytest.mark.parametrize("long", [False, True])
async def test_picture__reaches_everybody_and_travels_once(
    file_database: Database, tmp_path: Path, long: bool
) -> None:
    ahead = TUESDAY - utc_now()
    words = "Morgen is er *taart*. " * (60 if long else 1)
    async with (
        Emulator() as emulator,
        program(settings(file_database, emulator, tmp_path), clock=lambda: utc_now() + ahead) as running,
    ):
        carla = emulator.person("Carla")
        await joins(running, carla, Role.coordinator)
        await carla.sees("Wat voor werk doe je?")
        people = await crowd(running, emulator)
        await carla.says("/bericht")
        await carla.sees("Wat wil je sturen?")
        await carla.sends_photo(words, data=PHOTO)
        await carla.sees("Wat staat er op de foto?")
        await carla.says("Een taart met kaarsjes")
        await to_the_end(carla)
        await carla.sees("Zo komt het aan")
        await until(lambda: _fetched(file_database))
        await carla.says(str(MANY))
        await until(lambda: sum(len(one.received) for one in people) >= MANY * (2 if long else 1))
        for one in people:
            pictures = [each for each in one.received if each.extra.get("photo")]
            assert len(pictures) == 1
            assert ("taart" in pictures[0].plain) is not long
            assert any("Op de foto: Een taart met kaarsjes" in each.plain for each in one.received)
        seen = [one for one in people[0].received if "taart" in one.plain]
        await people[0].taps("Gezien")
        await until(lambda: "Genoteerd: gezien" in seen[0].plain)
        assert "Op de foto: Een taart met kaarsjes" in seen[0].plain
        # Carla's own picture and the first that was shown to her; everybody else's is the same file.
        ours = [one for one in emulator.world.files.values() if one.data.startswith(b"\xff\xd8")]
        assert len(ours) == 2
        assert b"gps" in ours[0].data
        assert b"gps" not in ours[1].data
        assert emulator.violations == []


def _fetched(database: Database) -> bool:
    with database.reading() as connection:
        return connection.execute(sa.select(attachments.c.data)).scalar() is not None


async def test_file__has_the_name_that_the_guard_left(file_database: Database, tmp_path: Path) -> None:
    ahead = TUESDAY - utc_now()
    async with (
        Emulator() as emulator,
        program(settings(file_database, emulator, tmp_path), clock=lambda: utc_now() + ahead) as running,
    ):
        carla = emulator.person("Carla")
        await joins(running, carla, Role.coordinator)
        await carla.sees("Wat voor werk doe je?")
        people = await crowd(running, emulator)
        await carla.says("/bericht Hier is de lijst met taart.")
        await carla.sends_document("lijst 111222333.pdf", PDF, mime="application/pdf")
        await carla.sees("Die gaat mee met je bericht")
        await until(lambda: _fetched(file_database))
        await to_the_end(carla)
        await carla.says(str(MANY))
        await until(lambda: all(one.received for one in people))
        names = {each.extra["document"]["file_name"] for one in people for each in one.received}
        assert len(names) == 1
        assert "111222333" not in names.pop()
        assert emulator.violations == []
