"""A round that comes again, and what is compared and asked again."""

from __future__ import annotations

import sqlalchemy as sa

from domain.rounds import CHOICE_ASKED_AGAIN
from storage import members, rounds
from tests.conversations.rounds.acting import closed, presses, says, taps, tick, write_back
from tests.stage import Person, Stage


def test_series__comes_again_and_compares_only_when_enough_changed(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    says(carla, "/rondje")
    taps(carla, "Energie in je werk")
    presses(carla, "Iedereen")
    presses(carla, "8 december")
    taps(carla, "Pas iets aan")
    taps(carla, "Hoe vaak")
    taps(carla, "Elke maand")
    taps(carla, "6 maanden")
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    assert "Energie in je werk" in team[0].chat[-1].text
    for one in team[:8]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    outcome = team[9].chat[-1].text
    assert "Vorige keer: Gaf heel veel of Gaf veel, (bijna) iedereen." in outcome
    with stage.database.reading() as connection:
        mine = rounds.of_author(connection, carla.member_id, 9)
    assert [one.number for one in mine] == [2, 1, 0]


def test_series__is_not_compared_when_one_joined(stage: Stage, carla: Person, team: list[Person]) -> None:
    says(carla, "/rondje")
    taps(carla, "Energie in je werk")
    presses(carla, "Iedereen")
    presses(carla, "8 december")
    taps(carla, "Pas iets aan")
    taps(carla, "Hoe vaak")
    taps(carla, "Elke maand")
    taps(carla, "3 maanden")
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    for one in team[:8]:
        taps(one, "Gaf veel")
    tick(stage, days=8)
    write_back(carla)
    tick(stage, days=22, minutes=5)
    for one in team[:9]:
        taps(one, "Kostte veel")
    tick(stage, days=12)
    assert "Vorige keer" not in team[10].chat[-1].text


def test_asked__is_remembered_as_long_as_a_choice_may_not_come_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    stage.later(days=150)
    with stage.database.transaction() as connection:
        rounds.forget_old(connection, stage.now)
        everybody = [one.member_id for one in team]
        since = stage.now - CHOICE_ASKED_AGAIN
        assert rounds.asked_choices(connection, carla_of(connection, carla), everybody, since)


def carla_of(connection: sa.Connection, carla: Person) -> int:
    found = members.by_id(connection, carla.member_id)
    assert found is not None
    return found.organisation_id
