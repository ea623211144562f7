"""Whoever asked writes back, or another coordinator when they left."""

from __future__ import annotations

from domain.people import Role
from storage import members
from tests.conversations.rounds.acting import (
    answered,
    closed,
    compose,
    leaves,
    opened,
    says,
    taps,
    tick,
    write_back,
)
from tests.stage import Person, Stage


def test_feedback__reaches_everybody_who_was_asked(stage: Stage, carla: Person, team: list[Person]) -> None:
    closed(stage, carla, team)
    stage.later(days=6)
    assert "Verstuurd aan de groep van 13 mensen" in write_back(carla).text
    tick(stage, minutes=1)
    for one in (team[0], team[11]):
        told = one.chat[-1].text
        assert "Jullie zeiden: De regels zitten in de weg." in told
        assert "Dit doen we: We schrappen het tweede formulier. Klaar op 22 december 2026." in told
        assert "Dit doen we niet: Een derde balie. Waarom niet: Daar is geen geld voor." in told
        assert one.chat[-1].labels == ["Klopt", "Klopt niet", "Alle uitkomsten"]
    assert "teruggekoppeld" in says(carla, "/rondes").text


def test_feedback__not_right_is_counted_and_shown_from_five(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    stage.later(days=6)
    write_back(carla)
    tick(stage, minutes=1)
    for one in team[:4]:
        assert "geteld" in taps(one, "Klopt niet").text
    assert "had ik al geteld" in taps(team[0], "Klopt niet").text
    assert "klopt" not in taps(team[5], "Alle uitkomsten").text
    taps(team[4], "Klopt niet")
    taps(team[6], "Klopt")
    assert "5 mensen vinden dat de terugkoppeling niet klopt." in taps(team[5], "Alle uitkomsten").text


def test_feedback__needs_an_answer_to_something(stage: Stage, carla: Person, team: list[Person]) -> None:
    closed(stage, carla, team)
    taps(carla, "Schrijf terug")
    says(carla, "De regels zitten in de weg.")
    taps(carla, "Niets")
    taps(carla, "Niets")
    assert "geen enkel antwoord" in taps(carla, "Niets").text


def test_feedback__that_is_overdue_blocks_the_next_round(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    tick(stage, days=21)
    assert any("Mensen wachten op je terugkoppeling" in one.text for one in carla.chat)
    assert "te laat met terugkoppelen" in says(carla, "/rondes").text
    refused = says(carla, "/rondje")
    assert refused.text.startswith("Koppel eerst terug.")
    assert "Schrijf terug" in refused.labels


def test_feedback__is_given_by_another_coordinator_when_who_asked_left(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    daan = stage.person("Daan", Role.coordinator)
    closed(stage, carla, team)
    assert "Samenwerking" not in says(daan, "/rondes").text
    leaves(carla)
    tick(stage, days=20, hours=12)
    assert any("Schrijf terug" in one.labels for one in daan.chat)
    says(daan, "/rondes")
    taps(daan, "Rondje 1")
    taps(daan, "Schrijf terug")
    assert "Vreemd" not in daan.chat[-1].text


def becomes_member(stage: Stage, person: Person) -> None:
    with stage.database.transaction() as connection:
        members.change(connection, person.member_id, role=Role.member.value)


def test_feedback__is_given_by_another_when_who_asked_is_no_coordinator_any_more(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    daan = stage.person("Daan", Role.coordinator)
    closed(stage, carla, team)
    becomes_member(stage, carla)
    assert "ken ik niet" in says(carla, "/rondes").text
    assert "Je moet nog één rondje terugkoppelen" in says(daan, "/rondes").text
    assert "is weg of is geen coördinator meer" in taps(daan, "Rondje 1").text
    tick(stage, days=20, hours=12)
    assert any("Schrijf terug" in one.labels for one in daan.chat)
    assert "Start" not in str(carla.chat[-1].labels)
    says(daan, "/rondes")
    write_back(daan)
    tick(stage, hours=12)
    assert any("Jullie zeiden" in one.text for one in team[11].chat)
    assert "niets terug te koppelen" in says(carla_again(stage, carla), "/rondes").text


def carla_again(stage: Stage, carla: Person) -> Person:
    with stage.database.transaction() as connection:
        members.change(connection, carla.member_id, role=Role.coordinator.value)
    return carla


def test_round__of_somebody_who_lost_the_role_does_not_open_and_others_hear_it(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    daan = stage.person("Daan", Role.coordinator)
    compose(carla)
    becomes_member(stage, carla)
    tick(stage, minutes=1)
    assert "is niet begonnen. Wie het maakte, is weg of is geen coördinator meer." in daan.chat[-1].text
    assert team[0].chat == []
    assert all("niet begonnen" not in one.text for one in carla.chat)


def test_rounds__show_first_what_people_still_wait_for(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    compose(carla, "Energie in je werk")
    compose(carla, "Samenwerking")
    assert "Je hoeft nu niets terug te koppelen" in says(carla, "/rondes").text
    tick(stage, minutes=1)
    tick(stage, days=8)
    compose(carla, "Succes van de maand", "23 december")
    listed = says(carla, "/rondes")
    assert listed.text.startswith(
        "Je moet nog 2 rondjes terugkoppelen, het eerste uiterlijk 22 december 2026."
    )
    assert "3. Succes van de maand: begint" in listed.text
    assert listed.labels[0] == "Schrijf terug"
    stage.later(days=21)
    assert says(carla, "/rondes").text.startswith(
        "Mensen wachten op je terugkoppeling van 2 rondjes. Je beloofde de eerste voor 22 december 2026."
    )


def test_feedback__that_is_written_in_the_evening_comes_with_the_outcome(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    for one in team[:9]:
        answered(one)
    tick(stage, days=7, hours=7, minutes=1)
    write_back(carla)
    tick(stage, minutes=1)
    tick(stage, hours=16)
    told = [one.text for one in team[11].chat[-2:]]
    assert told[0].startswith("Uitkomst van het rondje Samenwerking")
    assert "Jullie zeiden" in told[1]
