"""A message to a group may lead to a round that is open: to what its reader has not answered yet."""

from __future__ import annotations

from tests.conversations.rounds.acting import opened, says, taps, tick
from tests.stage import Person, Stage


def sent(stage: Stage, carla: Person, count: int) -> None:
    """Carla writes a message that leads to her round; the next day everybody has it."""
    says(carla, "/bericht Vergeet het rondje niet.")
    for label in (f"Iedereen ({count})", "Van collega's", "Een rondje"):
        taps(carla, label)
    assert "1. Samenwerking, open tot" in carla.screen()
    taps(carla, "Rondje 1")
    assert "Die opent ‘Samenwerking’" in taps(carla, "Nu").text
    says(carla, str(count))
    for _ in range(3):
        stage.later(hours=8)
        stage.jobs()
        stage.catch_up()


def test_message__leads_to_the_question_one_had_not_answered(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    anna = team[0]
    taps(anna, "Goed")
    sent(stage, carla, 13)
    assert "2 van 3" in taps(anna, "Naar het rondje").text
    taps(anna, "Regels")
    taps(anna, "Sla over")
    assert "Dank je, dit was het." in taps(anna, "Naar het rondje").text


def test_message__leads_nobody_into_a_round_that_was_not_for_them(
    stage: Stage, carla: Person, team: list[Person]
) -> None:
    opened(stage, carla)
    nina = stage.person("Nina")
    sent(stage, carla, 14)
    assert "Dit rondje is er niet (meer)" in taps(nina, "Naar het rondje").text


def test_message__leads_to_no_round_that_is_closed(stage: Stage, carla: Person, team: list[Person]) -> None:
    opened(stage, carla)
    sent(stage, carla, 13)
    tick(stage, days=8)
    assert "Dit rondje is gesloten" in taps(team[0], "Naar het rondje").text
    says(carla, "/bericht Nog een.")
    for label in ("Iedereen (13)", "Van collega's"):
        taps(carla, label)
    assert "Je hebt nu geen rondje dat open is." in taps(carla, "Een rondje").text
