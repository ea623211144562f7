"""The site, as members of one organisation, with everything that belongs to another in the same program."""

from __future__ import annotations

from itertools import islice, product

import pytest
import sqlalchemy as sa

from bot.channels.web.rights import RIGHTS
from domain.people import Role
from handlers.kit.buttons import encode, registered, right_to
from storage.tables import lines, metadata
from tests.planted import plant
from tests.program.test_presses import CANARY, filled, furnish, like
from tests.stage import Stage
from tests.web.conftest import Program

SAMPLE = 7  # of so many buttons one is tried here: `tests/program/test_sealed.py` presses them all
MOST_LINES = 30
LIGHTER = 10  # on PostgreSQL so many times less: the site asks both databases the same things


@pytest.mark.timeout(300)
async def test_site__shows_nothing_of_another_organisation(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    lighter = 1 if program.database.is_sqlite else LIGHTER
    stage = Stage(program.database, name=CANARY)
    place = furnish(stage, CANARY)
    with program.database.transaction() as connection:
        plant(connection, stage.organisation.id, CANARY, stage.now)
        of = stage.organisation.id
        ids = {
            name
            for table in metadata.sorted_tables
            if "public_id" in table.c and "organisation_id" in table.c
            for name in connection.execute(
                sa.select(table.c.public_id).where(table.c.organisation_id == of)
            ).scalars()
        }
        numbers = list(
            connection.execute(sa.select(lines.c.id).where(lines.c.organisation_id == of)).scalars()
        )
    people = {role: await program.member(role.value, role) for role in Role if role is not Role.admin}
    found, pages, presses = [], 0, 0

    def look(where: str, words: str, typed: str = "") -> None:
        rest = words.replace(typed, "") if typed else words
        if CANARY.casefold() in rest.casefold() or any(name in rest for name in ids if name != typed):
            found.append(f"{where}: {rest[:300]!r}")

    # Codes of invitations are left out: whoever has one is invited, and may see by whom.
    filling = {
        "{practice}": place.names["practice"],
        "{line:int}": [str(one) for one in numbers[: MOST_LINES // lighter]],
    }
    for (role, browser), named in product(people.items(), RIGHTS):
        method, path = named.split()
        if method != "GET" or path == "/stream" or "{code}" in path or "{token}" in path:
            continue
        what, names = next(((one, all_) for one, all_ in filling.items() if one in path), ("", [""]))
        for name in names:
            for more in ("", "?before=99999999&after=0"):
                answer = await browser.get(path.replace(what or "{}", name) + more)
                look(f"{path} {name} by {role.value}", answer.text, name)
                pages += 1
    for kind in registered().values():
        if right_to(kind).names:
            plain = next(filled(kind, dict.fromkeys(right_to(kind).names, ("",))))
            for pressed in islice(like(plain, place.names), 0, None, SAMPLE * lighter):
                answer = await people[Role.coordinator].taps(encode(pressed), numbers[0])
                look(f"{pressed}", answer.text)
                presses += 1
    for role, browser in people.items():
        look(f"the lines of {role.value}", (await browser.get("/lines?after=0")).text)
        look(f"the page of {role.value}", (await browser.get("/")).text)
    with capsys.disabled():
        print(f"\ntenant canary, site: pages {pages}, presses {presses}: {len(found)} canaries")
    assert not found, "\n".join(found[:10])
