"""Rough use of the whole program on Telegram: the longest, the strangest and the oldest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.people import Role
from handlers.capabilities import routes
from handlers.kit import Routes
from storage import invitations, organisations
from storage.database import Database
from tests.channels.echo import Echo, Office, office
from tests.emulator import TOKEN, Emulator, Person


class Whole(Echo):
    """Not an echo but everything the program can do."""

    def routes(self) -> Routes:
        return routes()


@pytest.fixture
def code(file_database: Database) -> str:
    """An invitation for everybody."""
    with file_database.transaction() as connection:
        organisation = organisations.every(connection)[0]
        now = datetime.now(UTC)
        return invitations.make(
            connection,
            organisation.id,
            role=Role.member,
            uses=None,
            expires_at=now + timedelta(days=1),
            now=now,
        )


async def comes_in(person: Person, code: str) -> None:
    await person.says(f"/start {code}")
    await person.taps("Ja, ik doe mee")
    await person.sees("Wat voor werk doe je?")


async def settles(running: Office, emulator: Emulator) -> None:
    await emulator.until_confirmed()
    await running.speaker.settle()


async def test_longest_card__with_the_strangest_signs_is_shared_read_and_rated(
    file_database: Database, emulator: Emulator, code: str
) -> None:
    anna = emulator.person("<b>Anna</b> & \u202eannA\u202c")
    bob = emulator.person("Bob")
    party = "\N{PARTY POPPER}" * 1800  # two units each, and short enough not to wait for another piece
    async with office(file_database, emulator.address, TOKEN, echo=Whole()) as running:
        for person in (anna, bob):
            await comes_in(person, code)
        await anna.says("/deel")
        await anna.taps("Stap voor stap")
        for number in (2, 3, 4):
            await anna.says(f"<i>Bel</i> & \u202eluister\u202c {number}. {party}")
            await anna.sees(f"{number} van 4.")
        await anna.says(f"Let op <script>. {party}")
        await anna.sees("Zo ziet je kaart eruit.")
        await anna.taps("Naam")
        await anna.taps("Ja, met naam")
        await anna.taps("Plaats")
        await anna.sees("Je voorbeeld staat erbij.")
        await anna.taps("Bekijk mijn kaart")
        card = await anna.sees("<i>Bel</i> & luister")
        assert "Let op: Let op <script>" in card.plain
        await bob.says("/kijk")
        await bob.taps("Nieuwste")
        page = await bob.sees("Nieuwste eerst")
        await bob.taps(page.buttons[0], message=page)
        first = await bob.taps("Handig")
        await first.answered()
        await bob.forges(first.data)
        await settles(running, emulator)
    assert emulator.violations == []
    assert emulator.unanswered() == []


async def test_rough_handling__gets_a_polite_answer_each_time(
    file_database: Database, emulator: Emulator, anna: Person, code: str
) -> None:
    bob = emulator.person("Bob")
    async with office(file_database, emulator.address, TOKEN, echo=Whole()) as running:
        for person in (anna, bob):
            await comes_in(person, code)
        await anna.says("/deel")
        steps = await anna.taps("Stap voor stap")
        await anna.sees("1 van 4.")
        for way, words in (
            (anna.sends_voice, "Een spraakbericht kan ik nog niet verstaan"),
            (anna.sends_sticker, "Hier kan ik niets mee"),
            (anna.sends_photo, "Een foto bewaar ik niet"),
        ):
            await way()
            await anna.sees(words)
        await anna.sends_album(3, "vakantie")
        await anna.sees("Een foto bewaar ik niet")
        answered = await anna.says("Iemand opent de post niet meer.")
        await anna.sees("2 van 4.")
        await anna.edits(answered, "Iemand belt niet meer terug.")
        await anna.sees("2 van 4.")
        await bob.forges(steps.data)
        await bob.sees("Dit is al klaar of gestopt.")
        emulator.later(49 * 3600)
        await anna.forges(steps.data, inaccessible=True)
        await anna.sees("Die stap heb je al gehad.")
        await settles(running, emulator)
    assert emulator.violations == []
    albums = [one for one in anna.received if one.plain.startswith("Een foto bewaar ik niet")]
    assert len(albums) == 2


async def test_elsewhere__nobody_is_answered_but_a_member_who_gives_a_command(
    file_database: Database, emulator: Emulator, anna: Person, code: str
) -> None:
    zeno = emulator.person("Zeno")
    async with office(file_database, emulator.address, TOKEN, echo=Whole()) as running:
        await comes_in(anna, code)
        group = emulator.group("Overleg", [anna, zeno], reads_all=True)
        await emulator.channel_post("Nieuws van de dag")
        await zeno.says("/help", to=group)
        await zeno.says("Wie kent een tolk?", to=group)
        await anna.says("Wie kent een tolk?", to=group)
        await anna.says("/help", to=group)
        await anna.sees("In een groep kan iedereen meelezen.")
        await settles(running, emulator)
        assert [one for one in group.messages if one.from_bot] == []
        assert zeno.received == []
        assert len(anna.received) == 2
    assert emulator.violations == []
