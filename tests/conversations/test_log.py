"""Carla looks back at who sent and stopped what."""

from __future__ import annotations

from domain.people import Role
from storage import audit, members
from tests.stage import Stage


def test_log__names_who_what_and_when_the_newest_first(stage: Stage) -> None:
    carla, cor = stage.person("Carla", Role.coordinator), stage.person("Cor", Role.coordinator)
    with stage.database.transaction() as connection:
        for number in range(9):
            who = (carla, cor)[number % 2].member_id
            action = ("broadcast-confirmed", "broadcast-stopped")[number % 2]
            audit.note(connection, stage.organisation.id, who, action, count=number, now=stage.now)
    shown = carla.says("/logboek")
    assert shown
    assert "dinsdag 24 november, 10:00: Carla verstuurde een bericht aan 8 mensen." in shown.text
    assert "Cor stopte een bericht aan 1 mens." in shown.text
    assert shown.text.index("8 mensen") < shown.text.index("7 mensen")
    older = carla.taps("Eerder")
    assert older
    assert "aan 0 mensen" in older.text
    with stage.database.transaction() as connection:
        members.forget(connection, cor.member_id)
    assert carla.says("/logboek")
    assert carla.sees("de beheerder, of iemand die weg is, stopte een bericht")
    assert not carla.sees("Cor stopte")


def test_log__is_for_coordinators_of_this_organisation(stage: Stage) -> None:
    anna, carla = stage.person("Anna"), stage.person("Carla", Role.coordinator)
    assert anna.says("/logboek")
    assert anna.sees("ken ik niet")
    with stage.database.transaction() as connection:
        audit.note(connection, None, None, "organisation-removed", name="Elders", now=stage.now)
    assert carla.says("/logboek")
    assert carla.sees("In het logboek staat nog niets.")
