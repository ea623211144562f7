"""A coordinator hands over a file on a page, with or without a script, and goes on in the conversation."""

from __future__ import annotations

import asyncio
import re
import secrets
from datetime import timedelta

import httpx
import pytest
import sqlalchemy as sa

from domain.people import Role
from storage.tables import metadata
from tests.web.conftest import Browser, Program

TABLE = (
    b"titel;situatie;aanpak;resultaat;let op\n"
    b"Drie stapels;Bewoner opent geen post.;Samen drie stapels maken.;Er kwam rust.;Niet bij haast.\n"
    b"Brief;Bewoner met bsn 111222333 belt.;Rustig terugbellen.;Zij kwam terug.;Niet in het weekend.\n"
)


async def form_id(browser: Browser) -> str:
    """Open the page, and return the name of its form."""
    page = await browser.get("/import")
    assert page.status_code == 200
    found = re.search(r'name="id" value="([^"]+)"', page.text)
    assert found is not None
    return found[1]


async def send(
    browser: Browser, data: bytes, name: str = "aanpakken.csv", number: str = ""
) -> httpx.Response:
    """Send the form, as a browser does without a script."""
    number = number or await form_id(browser)
    return await browser.post("/import", data={"id": number}, files={"file": (name, data, "text/csv")})


async def sees(browser: Browser, words: str) -> None:
    """Wait until the conversation has these words."""
    async with asyncio.timeout(15):
        while not any(  # noqa: ASYNC110 - the conversation is asked for
            words in "\n".join(one["paragraphs"]) for one in await browser.lines()
        ):
            await asyncio.sleep(0.1)


def everything(program: Program) -> str:
    """Return all that is in any table."""
    with program.database.reading() as connection:
        return "\n".join(
            str(tuple(row)) for one in metadata.sorted_tables for row in connection.execute(sa.select(one))
        )


async def test_coordinator__hands_over_a_file_and_chooses_in_the_conversation(program: Program) -> None:
    carla = await program.member("Carla", Role.coordinator)
    assert 'href="/import"' in (await carla.get("/")).text
    number = await form_id(carla)
    for _ in range(2):  # pressed twice, it is one file
        answer = await send(carla, TABLE, number=number)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
    await sees(carla, "Ik lees aanpakken.csv.")
    await sees(carla, "Uit aanpakken.csv kan 1 voorbeeld komen.")
    await sees(carla, "Rij 3: bij situatie zie ik een burgerservicenummer.")
    assert len(program.engine.world.uploads.names()) == 1
    await carla.press("Zet ze erin")
    await sees(carla, "1 voorbeeld staat erin.")
    assert program.engine.world.uploads.names() == ()
    kept = everything(program)
    assert "Samen drie stapels maken." in kept
    assert "111222333" not in kept
    assert "Rustig terugbellen" not in kept


async def test_file__is_gone_after_a_quarter_of_an_hour(program: Program) -> None:
    carla = await program.member("Carla", Role.coordinator)
    await send(carla, TABLE)
    await sees(carla, "Uit aanpakken.csv kan 1 voorbeeld komen.")
    program.ahead = timedelta(minutes=16)
    await carla.press("Zet ze erin")
    program.ahead += timedelta(minutes=2)  # of several processes the one that has it goes first
    await sees(
        carla, "Ik kan niet meer bij aanpakken.csv. Er is niets veranderd. Stuur het bestand nog een keer."
    )
    assert program.engine.world.uploads.names() == ()


@pytest.mark.parametrize("role", [Role.member, Role.liaison, Role.policy])
async def test_anybody_else__finds_no_such_page(program: Program, role: Role) -> None:
    anna = await program.member("Anna", role)
    assert 'href="/import"' not in (await anna.get("/")).text
    assert (await anna.get("/import")).status_code == 404
    assert (await send(anna, TABLE, number=secrets.token_urlsafe(16))).status_code == 404
    stranger = program.browser()
    assert (await stranger.get("/import")).status_code == 401
    assert (await send(stranger, TABLE, number=secrets.token_urlsafe(16))).status_code == 401
    assert program.engine.world.uploads.names() == ()


async def test_file__from_a_page_elsewhere_is_not_taken(program: Program) -> None:
    carla = await program.member("Carla", Role.coordinator)
    number = await form_id(carla)
    carla.client.headers["sec-fetch-site"] = "cross-site"
    assert (await send(carla, TABLE, number=number)).status_code == 403
    assert program.engine.world.uploads.names() == ()


async def test_file__of_another_kind_is_refused_in_the_conversation_and_dropped(program: Program) -> None:
    carla = await program.member("Carla", Role.coordinator)
    assert (await send(carla, b"%PDF", "verslag.pdf")).status_code == 303
    await sees(carla, "Dit soort bestand lees ik niet.")
    assert program.engine.world.uploads.names() == ()


async def test_file__over_five_megabytes_is_refused_and_nothing_else_may_be_so_large(
    program: Program,
) -> None:
    carla = await program.member("Carla", Role.coordinator)
    assert (await send(carla, b"x" * 4_900_000)).status_code == 303
    await sees(carla, "Er staat niets in het bestand.")
    large = await send(carla, b"x" * 5_100_000)
    assert large.status_code == 413
    assert "5 MB in een bestand" in large.text
    assert (await carla.post("/say", data={"id": "a" * 16, "text": "x" * 70_000})).status_code == 413


async def test_form__without_a_file_or_of_another_shape_is_answered_clearly(program: Program) -> None:
    carla = await program.member("Carla", Role.coordinator)
    empty = await send(carla, b"", "")
    assert empty.status_code in (400, 422)
    number = await form_id(carla)
    without = await carla.post("/import", files={"id": (None, number), "file": ("", b"")})
    assert without.status_code == 422
    assert "Kies eerst een bestand." in without.text
    assert (await carla.post("/import", data={"id": number})).status_code == 400
    broken = await carla.post(
        "/import", content=b"--x\r\nbroken", headers={"content-type": "multipart/form-data; boundary=x"}
    )
    assert broken.status_code == 400
    none = await carla.post("/import", content=b"", headers={"content-type": "multipart/form-data"})
    assert none.status_code == 400
