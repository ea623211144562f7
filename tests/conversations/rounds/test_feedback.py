"""Whoever asked writes back, or another coordinator when they left."""

from __future__ import annotations

from domain.people import Role
from tests.conversations.rounds.acting import closed, leaves, says, taps, tick, write_back
from tests.stage import Person, Stage


def test_feedback__reaches_everybody_who_was_asked(stage: Stage, carla: Person, team: list[Person]) -> None:
    closed(stage, carla, team)
    stage.later(days=6)
    assert "Verstuurd aan de 13 mensen" in write_back(carla).text
    tick(stage, minutes=1)
    for one in (team[0], team[11]):
        told = one.chat[-1].text
        assert "Jullie zeiden: De regels zitten in de weg." in told
        assert "Dit doen we: We schrappen het tweede formulier. Klaar op 22 december 2026." in told
        assert "Dit doen we niet: Een derde balie. Waarom niet: Daar is geen geld voor." in told
        assert one.chat[-1].labels == ["Goed zo", "Klopt niet", "Alle uitkomsten"]
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
    taps(team[6], "Goed zo")
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
    assert refused.text.startswith("Eerst terugkoppelen")
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
