"""Carla gives managers their page, notes in which teams it was said, and stops and starts what is sent."""

from __future__ import annotations

import pytest

from bot.files import FILE_MAKERS
from bot.render import file_of
from domain.delivery import Lane
from domain.peers.stopping import Reason
from domain.people import Role
from handlers.kit import say, tell
from storage import lines, members, nudging, organisations
from tests.conversations.test_checkin import QUESTION, tick
from tests.stage import Person, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


@pytest.fixture
def noord(stage: Stage) -> int:
    with stage.database.transaction() as connection:
        return organisations.add_team(connection, stage.organisation.id, "Noord").id


def may(stage: Stage, team: int | None) -> bool:
    with stage.database.reading() as connection:
        return nudging.may_nudge(connection, stage.organisation.id, team, stage.now)


def test_startkit__is_read_in_the_chat_and_fits_one_page(stage: Stage, carla: Person) -> None:
    shown = carla.says("/startkit")
    assert shown
    assert shown.text.startswith("Voordat ik een team iets toestuur, zegt de leidinggevende dit.")
    assert "• Dit meet jou niet. Ik zie niet wie er vraagt, leest, stemt, antwoordt of stopt." in shown.text
    carla.taps("Als PDF")
    with stage.database.reading() as connection:
        (line,) = lines.newest(connection, carla.member_id, 1)
    assert line.payload
    file = file_of(line.payload, "nl", "Europe/Amsterdam")
    assert file["values"]["sections"][0]["heading"] == "Zeg dit"
    made = FILE_MAKERS[file["kind"]](file["values"])
    assert (made.name, made.data[:5]) == ("kopgroep-startkit.pdf", b"%PDF-")
    assert made.data.count(b"/Type /Page\n") + made.data.count(b"/Type /Page ") <= 1


def test_team__starts_when_carla_notes_that_its_manager_said_it(
    stage: Stage, carla: Person, noord: int
) -> None:
    carla.says("/toesturen")
    assert carla.sees("in geen enkel team is al gezegd dat dit niemand meet")
    shown = carla.taps("Teams")
    assert shown
    assert shown.text == (
        "In 2 van de 2 teams is het nog niet gezegd. Daar stuur ik niets toe.\n\n"
        "1. Noord: nog niet gezegd\n\n2. Mensen zonder team: nog niet gezegd"
    )
    carla.taps("Kies 1")
    carla.taps("Dit is gezegd")
    refused = carla.taps("Iemand anders")
    assert refused
    assert refused.text.startswith("Het telt pas als een leidinggevende het zelf zegt.")
    carla.taps("De leidinggevende")
    refused = carla.says("morgen")
    assert refused
    assert refused.text.startswith("Die dag begrijp ik niet, of hij moet nog komen.")
    assert not may(stage, noord)
    noted = carla.says("maandag")
    assert noted
    assert "Noord: gezegd op 23 november 2026, door de leidinggevende." in noted.text
    assert may(stage, noord)
    assert not may(stage, None)
    carla.says("/logboek")
    assert carla.sees("Carla noteerde dat op 23 november 2026 gezegd is dat dit niemand meet, in Noord.")


def test_team__in_which_it_was_not_said_after_all_is_left_alone_at_once(
    stage: Stage, carla: Person, noord: int
) -> None:
    said = nudging.Said(stage.now.date(), nudging.Speaker.higher)
    with stage.database.transaction() as connection:
        nudging.say_told(connection, stage.organisation.id, carla.member_id, noord, said, stage.now)
    carla.says("/toesturen")
    assert carla.sees("Ik stuur voorbeelden toe in 1 team")
    carla.taps("Teams")
    carla.taps("Kies 2")
    assert carla.sees("gezegd op 24 november 2026, door iemand boven de leidinggevende")
    carla.taps("Toch niet gezegd")
    assert not may(stage, noord)


def test_switch__stops_at_once_what_was_ready_and_starts_again_in_one_tap(
    stage: Stage, carla: Person, noord: int
) -> None:
    anna = stage.person("Anna", team_id=noord)
    said = nudging.Said(stage.now.date(), nudging.Speaker.lead)
    stage.later(hours=11)  # in the evening it all waits for the morning
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, rhythm="twice")
        nudging.say_told(connection, stage.organisation.id, carla.member_id, noord, said, stage.now)
        for lane in (Lane.nudge, Lane.digest, Lane.follow_up):
            tell(connection, anna.member_id, say("fine"), once=f"{lane}", lane=lane, now=stage.now)
    carla.says("/toesturen")
    off = carla.taps("Zet uit")
    assert off
    assert off.text.startswith("Toesturen staat uit, sinds 24 november 2026.")
    assert "Ook wat al klaarstond gaat niet meer weg." in off.text
    assert not may(stage, noord)
    stage.later(hours=14)
    stage.catch_up()
    assert sum("Goed zo" in seen.text for seen in anna.chat) == 1, "only what was promised"
    carla.taps("Zet weer aan")
    assert may(stage, noord)
    carla.says("/logboek")
    assert carla.sees("Carla zette toesturen uit.")
    assert carla.sees("Carla zette toesturen weer aan.")


def test_crisis_week__sends_nothing_of_itself_and_ends_by_itself(
    stage: Stage, carla: Person, noord: int
) -> None:
    anna = stage.person("Anna", team_id=noord)
    said = nudging.Said(stage.now.date(), nudging.Speaker.lead)
    with stage.database.transaction() as connection:
        members.change(connection, anna.member_id, rhythm="twice")
        nudging.say_told(connection, stage.organisation.id, carla.member_id, noord, said, stage.now)
    tick(stage)
    stage.later(days=1)
    carla.says("/toesturen")
    called = carla.taps("Crisisweek")
    assert called
    assert called.text.startswith("Het is crisisweek, tot en met 1 december 2026.")
    assert not may(stage, noord)
    tick(stage, days=6, hours=2, minutes=15)
    assert not anna.sees(QUESTION)
    tick(stage, hours=12)
    assert may(stage, noord)
    tick(stage, days=13, hours=12)
    assert anna.sees(QUESTION)
    carla.says("/toesturen")
    carla.taps("Crisisweek")
    over = carla.taps("Crisis is voorbij")
    assert over
    assert over.text.startswith("Toesturen staat aan.")
    carla.says("/logboek")
    assert carla.sees("Carla riep een crisisweek uit, tot 2 december 2026.")
    assert carla.sees("Carla beëindigde de crisisweek.")


def test_switch__that_ended_by_itself_says_why(stage: Stage, carla: Person) -> None:
    with stage.database.transaction() as connection:
        nudging.end(connection, stage.organisation.id, Reason.less, stage.now)
    shown = carla.says("/toesturen")
    assert shown
    assert shown.text.startswith(
        "Toesturen is vanzelf gestopt, op 24 november 2026: te veel mensen vroegen om minder."
    )
    carla.says("/logboek")
    assert carla.sees("het programma zelf stopte met toesturen: te veel mensen vroegen om minder")


def test_switch__is_for_coordinators(stage: Stage, carla: Person) -> None:
    anna, lies = stage.person("Anna"), stage.person("Lies", Role.liaison)
    for someone in (anna, lies):
        for command in ("/startkit", "/toesturen"):
            answer = someone.says(command)
            assert answer
            assert "ken ik niet" in answer.text
    carla.says("/toesturen")
    with stage.database.transaction() as connection:
        members.change(connection, carla.member_id, role=Role.member.value)
    refused = carla.taps("Zet uit")
    assert refused
    assert "Deze knop werkt niet meer" in refused.text
    with stage.database.reading() as connection:
        assert nudging.switch(connection, stage.organisation.id).stopped_at is None
