"""A sentence that harms somebody: a coordinator hides it, before or after the others read the outcome."""

from __future__ import annotations

from domain.people import Role
from handlers.kit.buttons import encode
from handlers.rounds.outcome import HideQuote, ShowOutcome, ShowQuotes
from storage import organisations
from tests.conversations.rounds.acting import (
    answered,
    name_of_round,
    newest,
    opened,
    says,
    seen,
    taps,
    tick,
)
from tests.stage import Person, Stage

HARM = "Die lange van de balie drinkt."


def written(stage: Stage, carla: Person, team: list[Person]) -> None:
    """Nine answer, and one of them harms somebody; the round closes on a Tuesday at five."""
    opened(stage, carla)
    for number, one in enumerate(team[:9]):
        answered(one, words=HARM if number == 4 else f"Bel eerder, ook bij {'abcdefghi'[number]}.")
    tick(stage, days=7, hours=7, minutes=1)


def hide(person: Person, words: str = "die lange") -> str:
    taps(person, "Verberg een zin")
    says(person, words)
    taps(person, "Wijst iemand aan")
    return taps(person, "Verberg de zin").text


def test_sentences__are_read_by_a_coordinator_before_anybody_else(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    assert "De anderen krijgen de uitkomst op woensdag 2 december, 09:00." in carla.chat[-1].text
    assert HARM in taps(carla, "Lees de zinnen").text
    name = name_of_round(stage, carla)
    for pressed in (ShowOutcome(name), ShowQuotes(name, 2, 0)):
        assert "er niet (meer)" in seen(team[0], team[0].presses(encode(pressed))).text
    assert not any("Uitkomst" in one.text for one in team[0].chat)
    tick(stage, hours=15, minutes=57)
    assert not any("Uitkomst" in one.text for one in team[0].chat)
    tick(stage, minutes=1)
    assert team[0].chat[-1].text.startswith("Uitkomst")


def test_outcome__without_sentences_waits_for_nobody(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    for one in team[:6]:
        answered(one)
    tick(stage, days=7, hours=7, minutes=1)
    assert team[0].chat[-1].text.startswith("Uitkomst")
    assert "De anderen" not in carla.chat[-1].text


def test_sentence__hidden_before_the_outcome_is_told_is_read_by_nobody(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    taps(carla, "Lees de zinnen")
    assert "Verborgen" in hide(carla)
    tick(stage, hours=16)
    assert "Een coördinator verborg één zin: je kon zien over wie het ging." in team[0].chat[-1].text
    assert "9 mensen schreven iets" in team[0].chat[-1].text
    read = taps(team[0], "Lees de zinnen")
    assert HARM not in read.text
    assert "Bel eerder, ook bij a." in read.text
    assert "verborg één zin" in read.text
    assert "Verberg een zin" not in read.labels


def test_sentence__hidden_afterwards_is_read_by_nobody_from_then_on(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    tick(stage, hours=16)
    before = taps(team[0], "Lees de zinnen").text
    assert HARM in before
    taps(carla, "Lees de zinnen")
    hide(carla)
    data, message = newest(team[1], "Lees de zinnen")
    assert HARM not in seen(team[1], team[1].presses(data, message)).text


def test_sentence__that_is_hidden_is_in_the_log_without_its_words(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    taps(carla, "Lees de zinnen")
    hide(carla)
    noted = says(carla, "/logboek").text
    assert "Carla verborg een zin in de uitkomst van een rondje: je kon zien over wie het ging." in noted
    assert HARM not in noted


def test_sentence__is_hidden_once_and_only_one_that_was_meant(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    taps(carla, "Lees de zinnen")
    taps(carla, "Verberg een zin")
    assert "meer dan één" in says(carla, "Bel eerder").text
    data, message = newest(carla, "Zin 2")
    says(carla, "die lange")
    taps(carla, "Kwetst of bedreigt")
    again, at = newest(carla, "Verberg de zin")
    taps(carla, "Verberg de zin")
    for old in ((data, message), (again, at)):
        assert "Verborgen." not in seen(carla, carla.presses(*old)).text
    read = taps(carla, "Lees de zinnen").text
    assert HARM not in read
    assert read.count("Bel eerder") == 8


def test_sentence__is_hidden_by_no_colleague_and_no_other_organisation(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    written(stage, carla, team)
    tick(stage, hours=16)
    forged = encode(HideQuote(name_of_round(stage, carla), 2))
    assert "Verberg" not in seen(team[0], team[0].presses(forged)).text
    with stage.database.transaction() as connection:
        stage.organisation = organisations.add(connection, "Elders", "nl", "Europe/Amsterdam", stage.now)
    eva = stage.person("Eva", Role.coordinator)
    assert "er niet (meer)" in seen(eva, eva.presses(forged)).text
    assert HARM in taps(team[0], "Lees de zinnen").text


def test_sentences__may_be_hidden_by_another_coordinator_who_was_asked(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    daan = stage.person("Daan", Role.coordinator)
    written(stage, carla, team)
    tick(stage, hours=16)
    taps(daan, "Lees de zinnen")
    assert "Verborgen" in hide(daan)
    assert HARM not in taps(carla, "Lees de zinnen").text
