"""A picture with a message to a group, in the browser: handed over on a page, seen by whom it was sent to."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import utc_now
from domain.people import Role
from storage.database import Database
from storage.tables import attachments
from tests.domain.test_attachments import PDF, jpeg, segment
from tests.web.conftest import Browser, Program, running
from tests.web.test_broadcasts import ticks, until

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PHOTO = jpeg(segment(0xE1, b"Exif\0\0gps of the canteen"))


async def hands(browser: Browser, data: bytes, name: str) -> int:
    """Send the form of the page, as a browser does without a script; return the status."""
    page = await browser.get("/attach")
    assert page.status_code == 200
    found = re.search(r'name="id" value="([^"]+)"', page.text)
    assert found
    files = {"file": (name, data, "application/octet-stream")}
    return (await browser.post("/attach", data={"id": found[1]}, files=files)).status_code


async def sent(program: Program, carla: Browser, label: str, data: bytes, name: str, about: str) -> None:
    """Carla writes to everybody with a file, and the clock ticks."""
    await carla.says("/bericht Morgen is er taart.")
    assert await hands(carla, data, name) == 303
    await until(carla, "Die gaat mee met je bericht.")
    if about:
        await carla.says(about)
    for one in (label, "Van collega's", "Gezien", "Nu"):
        await carla.press(one)
    await until(carla, "Zo komt het aan")
    program.ahead += timedelta(minutes=11)
    await carla.says(re.findall(r"\d+", label)[0])
    for _ in range(2):
        await ticks(program)


async def line_with_file(browser: Browser) -> dict[str, object]:
    return [one for one in await browser.lines() if one["file"]][-1]


async def test_picture__is_seen_by_whom_it_was_sent_to(database: Database, tmp_path: Path) -> None:
    async with running(database, tmp_path) as program:
        program.ahead = TUESDAY - utc_now()
        carla = await program.member("Carla", Role.coordinator)
        anna = await program.member("Anna")
        await sent(program, carla, "Iedereen (2)", PHOTO, "IMG_1234.JPG", "Een taart met kaarsjes")
        await until(anna, "Morgen is er taart.")
        line = await line_with_file(anna)
        assert (line["picture"], line["alt"]) == ("attachment", "Een taart met kaarsjes")
        assert 'alt="Een taart met kaarsjes"' in (await anna.get("/")).text
        got = await anna.get(str(line["file"]))
        assert got.headers["content-type"] == "image/jpeg"
        assert got.headers["x-content-type-options"] == "nosniff"
        assert b"gps" not in got.content
        bob = await program.member("Bob")  # came in later: it was not sent to him
        for number in (line["number"], 1):
            assert (await bob.get(f"/file/{number}")).status_code == 404
        await anna.press("Gezien")
        assert (await line_with_file(anna))["file"] != line["file"]  # changed, it still has its picture
        with program.database.transaction() as connection:
            connection.execute(sa.delete(attachments))
        assert (await anna.get(str(line["file"]))).status_code == 404


async def test_document__is_offered_by_its_name(database: Database, tmp_path: Path) -> None:
    async with running(database, tmp_path) as program:
        program.ahead = TUESDAY - utc_now()
        carla = await program.member("Carla", Role.coordinator)
        anna = await program.member("Anna")
        await sent(program, carla, "Iedereen (2)", PDF, "het recept.pdf", "")
        await until(anna, "Morgen is er taart.")
        line = await line_with_file(anna)
        assert (line["picture"], line["file_name"]) == ("", "het recept.pdf")
        assert "het recept.pdf" in (await anna.get("/")).text
        got = await anna.get(str(line["file"]))
        assert got.headers["content-disposition"] == 'attachment; filename="het_recept.pdf"'
        assert got.content == PDF


@pytest.mark.parametrize("path", ["/attach", "/import"])
async def test_page__is_for_coordinators(database: Database, tmp_path: Path, path: str) -> None:
    async with running(database, tmp_path) as program:
        anna = await program.member("Anna")
        assert (await anna.get(path)).status_code == 404
        assert path not in (await anna.get("/")).text
