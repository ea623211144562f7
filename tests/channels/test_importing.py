"""A coordinator sends a file on Telegram: the whole program, with the real protocol."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.app import program
from bot.listening import Running
from bot.settings import Settings, read
from domain.people import Role
from storage import invitations
from storage.database import Connection, Database
from storage.tables import metadata, organisations
from tests.emulator import TOKEN, Emulator, Person

TABLE = (
    b"titel;situatie;aanpak;resultaat;let op\n"
    b"Drie stapels;Bewoner opent geen post.;Samen drie stapels maken.;Er kwam rust.;Niet bij haast.\n"
    b"Brief;Bewoner met bsn 111222333 belt.;Rustig terugbellen.;Zij kwam terug.;Niet in het weekend.\n"
)


def settings(database: Database, emulator: Emulator, folder: Path) -> Settings:
    """Return settings for the program on Telegram."""
    return read(
        _env_file=None,
        telegram_bot_token=TOKEN,
        telegram_base_url=emulator.address,
        database_url=database.url.render_as_string(hide_password=False),
        secret_key="k" * 32,
        data_dir=folder,
    )


async def joins(running: Running, person: Person, role: Role) -> None:
    """Let somebody come in."""

    def invite(connection: Connection) -> str:
        inside = connection.execute(sa.select(organisations.c.id)).scalars().first()
        assert inside is not None
        now = running.engine.clock()
        return invitations.make(
            connection, inside, role=role, uses=1, expires_at=now + timedelta(days=1), now=now
        )

    await person.says(f"/start {await running.worker.write(invite)}")
    await person.taps("Ja, ik doe mee")


async def test_file__on_telegram_comes_in_when_its_member_says_so(
    database: Database, emulator: Emulator, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    carla, bob = emulator.person("Carla"), emulator.person("Bob")
    async with program(settings(database, emulator, tmp_path)) as running:
        await joins(running, carla, Role.coordinator)
        await joins(running, bob, Role.member)
        await bob.sends_document("aanpakken.csv", TABLE)
        await bob.sees("Een document bewaar ik niet")
        await carla.sends_document("aanpakken.csv", TABLE, mime="text/csv", caption="de lijst")
        await carla.sees("Ik lees aanpakken.csv.")
        plan = await carla.sees("Uit aanpakken.csv kan 1 voorbeeld komen.")
        assert "Rij 3: bij situatie zie ik een burgerservicenummer." in plan.plain
        await carla.taps("Zet ze erin")
        await carla.sees("1 voorbeeld staat erin.")
    assert emulator.violations == []
    ours = [one.getMessage() for one in caplog.records if one.name != "aiohttp.access"]  # the emulator's
    assert not any(TOKEN in one for one in ours)
    with database.reading() as connection:
        kept = "\n".join(
            str(tuple(row)) for one in metadata.sorted_tables for row in connection.execute(sa.select(one))
        )
    assert "Samen drie stapels maken." in kept
    assert "111222333" not in kept
    assert "Rustig terugbellen" not in kept


async def test_file__that_telegram_has_no_more_is_asked_for_again(
    database: Database, emulator: Emulator, tmp_path: Path
) -> None:
    carla = emulator.person("Carla")
    async with program(settings(database, emulator, tmp_path)) as running:
        await joins(running, carla, Role.coordinator)
        await carla.sends_document("aanpakken.csv", TABLE)
        await carla.sees("Uit aanpakken.csv kan 1 voorbeeld komen.")
        emulator.world.files.clear()
        await carla.taps("Zet ze erin")
        await carla.sees("Ik kan niet meer bij aanpakken.csv.")
        await carla.sends_document("groot.csv", b"x" * 5_000_001)
        await carla.sees("Dit bestand is te groot.")
        await carla.sends_document("verslag.pdf", b"%PDF")
        await carla.sees("Dit soort bestand lees ik niet.")


async def test_file__that_cannot_be_fetched_now_is_tried_again(
    database: Database, emulator: Emulator, tmp_path: Path
) -> None:
    carla = emulator.person("Carla")
    async with program(settings(database, emulator, tmp_path)) as running:
        await joins(running, carla, Role.coordinator)
        emulator.trouble.fail("getFile", status=502, times=2)
        await carla.sends_document("aanpakken.csv", TABLE)
        await carla.sees("Uit aanpakken.csv kan 1 voorbeeld komen.", within=15)
