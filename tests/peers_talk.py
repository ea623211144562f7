"""What peers do to each other, as whole talks in both languages: told once, walked in every channel.

It begins on a Monday in November and is over within one period of the hold-out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import sqlalchemy as sa

from domain.people import Role
from domain.practices import Attribution, Parts, Visibility
from storage import members, practices
from storage.database import Connection
from storage.practices import NewPractice
from storage.tables import members as member_rows
from storage.tables import nominations, trials
from tests.nudging import AFTERNOON, MONDAY, TITLE, TUESDAY, settle

RHYTHMS = {"Anna": "twice", "Bob": "twice", "Dora": "digest", "Emma": "twice"}
MORE = ("Stoel buiten", "Lijst op de deur", "Brief op geel papier")  # of makers who are not here
DAY, WEEK = timedelta(days=1), timedelta(days=7)
THURSDAY = datetime(2026, 11, 26, 11, 16, tzinfo=UTC)  # a minute after the hour of the digest


@dataclass(frozen=True)
class Words:
    """What is said and tapped, and what is read."""

    offered: str
    planned: str
    try_it: tuple[str, str]
    pause: str
    follow_up: str
    told: tuple[str, str]
    line: str
    after_line: tuple[str, str]
    heard: str
    differently: tuple[str, str, str]  # a tap, then the story and what it gave
    place: str
    heard_differently: str
    family: tuple[str, str]
    nominate: str
    events: tuple[str, str]
    passed_on: tuple[str, str]
    asked: str
    no: str
    answered: str
    digest: str
    rest: str
    less: tuple[str, str, str]


WORDS = {
    "nl": Words(
        offered=f"Dit past bij je werk: ‘{TITLE}’.",
        planned="staat bij je voornemens",
        try_it=("Ik ga dit proberen", "Deze week"),
        pause="/pauze tot 7 december",
        follow_up=f"Je wilde ‘{TITLE}’ proberen. Is het ervan gekomen?",
        told=("Ja, gedaan", "Deels"),
        line="Eerst koffie, dan pas de post.",
        after_line=("Geen tijd", "Zonder naam"),
        heard=f"Een collega probeerde je voorbeeld ‘{TITLE}’. Het werkte deels.",
        differently=(
            "Ik deed het anders",
            "Ik liet de bewoner zelf de stapels maken en keek alleen mee.",
            "Het duurde langer, maar de stapels bleven liggen.",
        ),
        place="Plaats",
        heard_differently=f"Een collega deed jouw ‘{TITLE}’ op een andere manier",
        family=("Ervaringen", "Liet de bewoner zelf"),
        nominate="/voordragen Anna",
        events=("Ze bleef bij een vader tot het rustig was.", "Ze regelde dat brieven eerst naar ons gaan."),
        passed_on=("Doener", "Geef het door"),
        asked="Anna, een collega noemt jou",
        no="Liever niet",
        answered="Niemand hoort wat je koos",
        digest="Jouw week in twee minuten.",
        rest="dingen waar je niets mee deed. Dat is prima.",
        less=("/minder", "Niets sturen", "Je ritme: Niets sturen."),
    ),
    "en": Words(
        offered=f"This fits your work: ‘{TITLE}’.",
        planned="is among your plans",
        try_it=("I will try this", "This week"),
        pause="/pause until 7 December",
        follow_up=f"You wanted to try ‘{TITLE}’. Did you get round to it?",
        told=("Yes, I did", "Partly"),
        line="Coffee first, only then the post.",
        after_line=("No time", "Without my name"),
        heard=f"A colleague tried your example ‘{TITLE}’. It worked partly.",
        differently=(
            "I did it differently",
            "I let the resident make the piles and only watched.",
            "It took longer, but the piles stayed where they were.",
        ),
        place="Place",
        heard_differently=f"A colleague did your ‘{TITLE}’ in another way",
        family=("Experiences", "Let the resident make"),
        nominate="/nominate Anna",
        events=("She stayed with a father until it was calm.", "She arranged that letters go to us first."),
        passed_on=("Everyday doer", "Pass it on"),
        asked="Anna, a colleague named you",
        no="Rather not",
        answered="Nobody hears what you chose",
        digest="Your week in two minutes.",
        rest="things you did nothing with. That is fine.",
        less=("/less", "Send nothing", "Your rhythm: Send nothing."),
    ),
}


class Somebody(Protocol):
    """Somebody with a phone, on whatever channel."""

    async def says(self, words: str) -> None:
        """Type something."""

    async def taps(self, label: str) -> None:
        """Tap the newest button that begins with these words."""

    async def sees(self, words: str) -> None:
        """Wait until these words are there."""

    async def screen(self) -> str:
        """Return all that the program said, as it is now."""


class Place(Protocol):
    """The program on one channel, with a clock that can be moved."""

    language: str

    async def comes(self, name: str, role: Role) -> Somebody:
        """Let somebody take part."""

    async def move(self, moment: datetime) -> None:
        """Let it be that moment, let the clock tick, and let what is due be said."""

    async def write(self, work: Callable[[Connection], object]) -> None:
        """Do something to the database."""


async def walk(place: Place) -> None:
    """Tell every story, one after the other, in one organisation."""
    words = WORDS[place.language]
    # Bob is the only one who may make things here; Carla knows that it is measured, and is told nothing more.
    anna, bob = await place.comes("Anna", Role.member), await place.comes("Bob", Role.liaison)
    dora, emma = await place.comes("Dora", Role.member), await place.comes("Emma", Role.member)
    await place.write(_settled)
    await place.move(MONDAY + timedelta(minutes=1))  # from now on there is a Tuesday to wait for
    await _nudge_becomes_a_plan(place, words, anna)
    await _digest_with_nothing_to_say_is_silent(place, words, dora)
    await _holiday_then_partly_and_the_maker_hears(place, words, anna, bob)
    await _differently_becomes_an_example_beside_it(place, words, anna, bob)
    await _nominated_and_rather_not(place, words, anna, bob)
    await _less_is_two_taps(words, anna)
    before = await anna.screen()
    await _three_ignored_and_it_says_so(place, words, emma)
    await dora.sees(words.digest)
    assert await anna.screen() == before


def _settled(connection: Connection) -> None:
    maker, *_ = members.with_roles(connection, 1, [Role.liaison])
    settle(connection, maker.id, MONDAY)
    for name, rhythm in RHYTHMS.items():
        connection.execute(sa.update(member_rows).where(member_rows.c.name == name).values(rhythm=rhythm))


def _share_more(connection: Connection) -> None:
    for title in MORE:
        parts = Parts(title, f"{title}?", f"{title}.", f"{title} hielp.", "Niet bij haast.")
        new = NewPractice(parts, "nl", ("debt",), Attribution.nobody, Visibility.organisation)
        practices.add(connection, 1, new, MONDAY + 2 * WEEK)


async def _nudge_becomes_a_plan(place: Place, words: Words, anna: Somebody) -> None:
    await place.move(TUESDAY)
    assert TITLE not in await anna.screen()
    await place.move(AFTERNOON)
    await anna.sees(words.offered)
    await anna.taps(words.try_it[0])
    await anna.sees(words.planned)
    await anna.taps(words.try_it[1])
    await anna.says(words.pause)


async def _digest_with_nothing_to_say_is_silent(place: Place, words: Words, dora: Somebody) -> None:
    """There is one example, so there is one thing to say at most."""
    await place.move(TUESDAY + 2 * DAY)
    await place.move(THURSDAY)
    await place.move(AFTERNOON + 2 * DAY)
    assert words.digest not in await dora.screen()


async def _holiday_then_partly_and_the_maker_hears(
    place: Place, words: Words, anna: Somebody, bob: Somebody
) -> None:
    await place.move(AFTERNOON + WEEK)  # the working day after the moment, in the holiday
    assert words.follow_up not in await anna.screen()
    await place.move(MONDAY + 2 * WEEK)
    await anna.sees(words.follow_up)
    for label in words.told:
        await anna.taps(label)
    await anna.says(words.line)
    for label in words.after_line:
        await anna.taps(label)
    await place.move(MONDAY + 2 * WEEK + timedelta(hours=1))
    await bob.sees(words.heard)
    await bob.sees(words.line)
    assert words.after_line[0] not in await bob.screen()


async def _differently_becomes_an_example_beside_it(
    place: Place, words: Words, anna: Somebody, bob: Somebody
) -> None:
    tap, did, gave = words.differently
    await anna.taps(tap)
    await anna.says(did)
    await anna.says(gave)
    await anna.taps(words.place)
    await place.move(MONDAY + 2 * WEEK + timedelta(hours=2))
    await bob.sees(words.heard_differently)
    await place.write(_parent_has_one_outcome)


def _parent_has_one_outcome(connection: Connection) -> None:
    assert connection.execute(sa.select(sa.func.count()).select_from(trials)).scalar_one() == 1


async def _nominated_and_rather_not(place: Place, words: Words, anna: Somebody, bob: Somebody) -> None:
    await bob.says(words.nominate)
    for event in words.events:
        await bob.says(event)
    for label in words.passed_on:
        await bob.taps(label)
    said = await bob.screen()
    await place.move(MONDAY + 2 * WEEK + timedelta(hours=3))
    await anna.sees(words.asked)
    await anna.sees(words.events[1])
    assert "Bob" not in await anna.screen()
    await anna.taps(words.no)
    await anna.sees(words.answered)
    await place.write(_nothing_is_left_of_it)
    await place.move(MONDAY + 2 * WEEK + timedelta(hours=4))
    assert await bob.screen() == said


def _nothing_is_left_of_it(connection: Connection) -> None:
    assert not connection.execute(sa.select(nominations)).all()


async def _less_is_two_taps(words: Words, anna: Somebody) -> None:
    command, nothing, chosen = words.less
    await anna.says(command)
    await anna.taps(nothing)
    await anna.sees(chosen)


async def _three_ignored_and_it_says_so(place: Place, words: Words, emma: Somebody) -> None:
    """Emma had one on the first Tuesday; there is more to offer now, and on Thursday something for Dora."""
    await place.write(_share_more)
    for later, day in enumerate((0, 2, 7, 9, 14)):
        await place.move(TUESDAY + 2 * WEEK + day * DAY)
        if day == 2:
            await place.move(THURSDAY + 2 * WEEK)
        # A little later each time: what came a week ago to the second leaves no room yet.
        await place.move(AFTERNOON + 2 * WEEK + day * DAY + timedelta(minutes=later))
    await emma.sees(words.rest)
    assert (await emma.screen()).count(words.rest) == 1
