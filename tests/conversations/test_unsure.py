"""What twice nobody knew to have arrived: Carla hears how many messages that are, and sends them again."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from domain.delivery import Lane, Outcome
from domain.people import Role
from handlers.kit import say
from handlers.kit.say import to_payload
from storage import deliveries
from storage.tables import deliveries as rows
from tests.stage import Person, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    """On a Tuesday at ten; with a colleague, and two messages that may not have arrived."""
    anna = stage.person("Anna")
    with stage.database.transaction() as connection:
        for lane in (Lane.answer, Lane.loop):
            told = to_payload(say("card-title", title=f"Bericht {lane.name}"))
            deliveries.queue(
                connection, anna.member_id, payload=told, once=lane.name, lane=lane, now=stage.now
            )
        lost = {"state": Outcome.uncertain.value, "maybe_dup": True, "attempts": 2}
        connection.execute(sa.update(rows).values(lost))
    return stage.person("Carla", Role.coordinator)


def tick(stage: Stage, times: int = 2) -> None:
    for _ in range(times):
        stage.jobs()
        stage.catch_up()
        stage.later(minutes=10)


def test_uncertain__is_told_once_a_day_by_number_and_said_again(stage: Stage, carla: Person) -> None:
    anna = Person(stage, "Anna", "nl")
    tick(stage, 4)
    told = [seen for seen in carla.chat if "2 berichten zijn misschien niet aangekomen" in seen.text]
    assert len(told) == 1
    assert "Anna" not in carla.screen()
    assert not anna.sees("Bericht")
    seen = carla.taps("Stuur opnieuw")
    assert seen
    assert "Ik stuur ze opnieuw." in seen.text
    stage.catch_up()
    assert [one.text for one in anna.chat] == ["Bericht answer", "Bericht loop"]
    again = carla.presses("1un")
    assert again
    assert "niets meer om opnieuw te sturen" in again.text
    carla.says("/logboek")
    assert carla.sees("stuurde 2 berichten opnieuw die misschien niet waren aangekomen")


def test_uncertain__is_not_said_to_who_asked_for_silence(stage: Stage, carla: Person) -> None:
    Person(stage, "Anna", "nl").says("/stop")
    tick(stage)
    assert not carla.sees("misschien niet aangekomen")
    refused = carla.presses("1un")
    assert refused
    assert "niets meer" in refused.text


def test_uncertain__that_is_a_week_old_is_let_be(stage: Stage, carla: Person) -> None:
    stage.later(days=7)
    tick(stage)
    assert not carla.sees("misschien niet aangekomen")


def test_uncertain__of_another_organisation_stays_there(stage: Stage, carla: Person) -> None:
    with stage.database.transaction() as connection:
        assert deliveries.say_again(connection, stage.organisation.id + 1, stage.now) == 0
    anna = Person(stage, "Anna", "nl")
    refused = anna.presses("1un")  # not for members
    assert refused
    stage.catch_up()
    assert not anna.sees("Bericht")


def test_uncertain__in_english(stage: Stage, carla: Person) -> None:
    eve = stage.person("Eve", Role.coordinator, "en")
    tick(stage)
    assert eve.sees("2 messages may not have arrived")
    seen = eve.taps("Send again")
    assert seen
    assert "Who does not work now gets it later." in seen.text
