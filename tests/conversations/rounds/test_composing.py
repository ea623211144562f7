"""Carla makes a round in a few taps; what cannot begin says why."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from domain.people import Role
from storage import members
from tests.conversations.rounds.acting import (
    SAID,
    closed,
    compose,
    leaves,
    opened,
    presses,
    says,
    taps,
    tick,
    write_back,
)
from tests.stage import Person, Seen, Stage

READS = 200 / 60  # words a second
TYPES = 36 / 60  # words a second, on a phone
TAP = 1.5  # seconds, of a button that was read


def test_round__is_composed_in_five_taps(stage: Stage, carla: Person) -> None:
    first = says(carla, "/rondje")
    assert first.labels[:4] == [
        "Samenwerking",
        "Succes van de maand",
        "Welke stap kan weg",
        "Energie in je werk",
    ]
    taps(carla, "Energie in je werk")
    asked = presses(carla, "Iedereen")
    assert "Zonder zo’n dag begint het rondje niet" in asked.text
    check = presses(carla, "8 december")
    assert "iedereen (13 mensen)" in check.text
    assert "Kreeg je deze week energie" in check.text
    assert "Gaf heel veel" in check.text
    assert "Je koppelt terug: 8 december 2026" in check.text
    done = taps(carla, "Start het rondje")
    assert "Het sluit op 1 december 2026. Daarna krijgt iedereen dezelfde uitkomst." in done.text


def test_round__does_not_begin_without_a_day_of_feedback(carla: Person) -> None:
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    presses(carla, "Iedereen")
    assert "Die dag kan niet" in says(carla, "31-12-2026").text
    assert "Die dag kan niet" in says(carla, "ooit").text
    assert "Start het rondje" not in str(carla.chat[-1].labels)
    assert "Je koppelt terug: 22 december 2026" in says(carla, "22-12").text


def test_round__does_not_begin_for_fewer_than_ten(stage: Stage, carla: Person, team: list[Person]) -> None:
    with stage.database.transaction() as connection:
        for one in team[:4]:
            members.change(connection, one.member_id, job="debt")
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    taps(carla, "Per soort werk")
    presses(carla, "Schuldhulp")
    check = presses(carla, "8 december")
    assert "minder dan 10 mensen" in check.text
    assert "Start het rondje" not in check.labels
    taps(carla, "Pas iets aan")
    taps(carla, "Voor wie")
    assert "Start het rondje" in presses(carla, "Iedereen").labels


def test_round__is_for_coordinators_only(team: list[Person]) -> None:
    assert "ken ik niet" in says(team[0], "/rondje").text


def test_round__of_own_questions(stage: Stage, carla: Person, team: list[Person]) -> None:
    says(carla, "/rondje")
    taps(carla, "Eigen vragen")
    says(carla, "Het nieuwe formulier")
    says(carla, "Hoe werkt het formulier?")
    taps(carla, "Goed tot slecht")
    taps(carla, "Nog een vraag")
    says(carla, "Wat kost de meeste tijd?")
    taps(carla, "Eén uit een lijst")
    assert "geen lijst" in says(carla, "alles").text
    says(carla, "invullen / zoeken / wachten / bellen")
    taps(carla, "Zo is het goed")
    presses(carla, "Iedereen")
    check = presses(carla, "8 december")
    assert "Knoppen: invullen, zoeken, wachten en bellen" in check.text
    taps(carla, "Pas iets aan")
    taps(carla, "Namens wie")
    assert "Beleidsteam Inkomen wil iets van je weten" in says(carla, "Beleidsteam Inkomen").text
    taps(carla, "Start het rondje")
    tick(stage, minutes=1)
    assert "Hoe werkt het formulier?" in team[0].chat[-1].text


def test_round__can_be_taken_back_before_it_opens(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose(carla)
    taps(carla, "Mijn rondjes")
    taps(carla, "Rondje 1")
    assert "Niemand krijgt het" in taps(carla, "Trek in").text
    tick(stage, days=1)
    assert team[0].chat == []


def test_round__choice_that_was_asked_lately_is_not_asked_again(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    closed(stage, carla, team)
    write_back(carla)
    says(carla, "/rondje")
    taps(carla, "Samenwerking")
    presses(carla, "Iedereen")
    check = says(carla, "18-12")
    assert "laatste half jaar" in check.text
    assert "Start het rondje" not in check.labels


def test_round__of_somebody_who_left_does_not_open(stage: Stage, carla: Person, team: list[Person]) -> None:
    compose(carla)
    before = len(team[0].chat)
    leaves(carla)
    tick(stage, minutes=1)
    assert len(team[0].chat) == before


@pytest.mark.parametrize(
    ("language", "composing", "answering"),
    [
        (
            "nl",
            ("/rondje", "Samenwerking", "Iedereen", "8 december", "Start het rondje"),
            ("Goed", "Regels", "Schrijf je antwoord"),
        ),
        (
            "en",
            ("/round", "Cooperation", "Everybody", "8 December", "Start the round"),
            ("Well", "Rules", "Write your answer"),
        ),
    ],
)
def test_round__takes_two_minutes_to_compose_and_one_to_answer(
    stage: Stage, language: str, composing: tuple[str, ...], answering: tuple[str, ...]
) -> None:
    """Every word that is new on the screen is read, the buttons too; tapping and typing come on top."""
    anna, *_ = (stage.person(f"Anna {number}", language=language) for number in range(11))
    carla = stage.person("Carla", Role.coordinator, language)
    screens = [says(carla, composing[0]), *(presses(carla, label) for label in composing[1:])]
    composed = to_read(screens) + TAP * len(composing)
    tick(stage, minutes=1)
    screens = [anna.chat[-1], *(presses(anna, label) for label in answering)]
    answered_in = to_read(screens) + TAP * (len(answering) + 1) + len(SAID.split()) / TYPES
    print(f"{language}: composed in {composed:.0f} s, answered in {answered_in:.0f} s")
    assert composed < 120
    assert answered_in < 60


def to_read(screens: Sequence[Seen]) -> float:
    """Return the seconds it takes to read these, one after the other."""
    words, before = 0, ""
    for shown in screens:
        fresh = [part for part in shown.text.split("\n\n") if part not in before]
        words += len(" ".join([*fresh, *shown.labels]).split())
        before = shown.text
    return words / READS


def test_colleague__who_stopped_counts_in_the_group_and_is_not_asked(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    says(team[0], "/stop")
    heard = len(team[0].chat)
    opened(stage, carla)
    says(carla, "/rondes")
    assert "De groep is 13 mensen" in taps(carla, "Rondje 1").text
    assert len(team[0].chat) == heard
    assert team[1].sees("De coördinator wil iets van je weten")
