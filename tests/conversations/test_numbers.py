"""Carla reads what the numbers do, and changes one within its bounds."""

from __future__ import annotations

import pytest

from domain.people import Role
from handlers.kit.buttons import encode
from handlers.numbers import ShowNumber
from storage import numbers
from tests.stage import Person, Stage


@pytest.fixture
def carla(stage: Stage) -> Person:
    return stage.person("Carla", Role.coordinator)


def week(stage: Stage) -> int:
    with stage.database.reading() as connection:
        return numbers.of(connection, stage.organisation.id).caps.week


def test_number__is_explained_changed_by_typing_and_put_back(stage: Stage, carla: Person) -> None:
    carla.says("/getallen")
    assert carla.sees("Ze staan allemaal zoals ze gewoon zijn.")
    listed = carla.taps("Hoe vaak")
    assert listed
    assert "1. Ongevraagde berichten per week: 2" in listed.text
    asked = carla.taps("Kies 1")
    assert asked
    assert asked.text.startswith("Ongevraagde berichten per week: 2\nZoveel berichten")
    assert "Gewoon is het 2. Het mag van 0 tot en met 2 zijn." in asked.text
    changed = carla.says("1")
    assert changed
    assert changed.text.startswith("Ongevraagde berichten per week is nu 1, en was 2.")
    assert week(stage) == 1
    carla.says("/getallen")
    assert carla.sees("Eén getal is hier anders dan gewoon.")
    carla.taps("Hoe vaak")
    assert carla.sees("1. Ongevraagde berichten per week: 1 (gewoon 2)")
    carla.taps("Kies 1")
    carla.taps("Terug naar gewoon")
    assert week(stage) == 2
    carla.says("/logboek")
    assert carla.sees("Carla veranderde ‘Ongevraagde berichten per week’ van 2 in 1.")
    assert carla.sees("Carla veranderde ‘Ongevraagde berichten per week’ van 1 in 2.")


def test_share__is_typed_as_a_percentage(stage: Stage, carla: Person) -> None:
    carla.presses(encode(ShowNumber("hold_out-share")))
    changed = carla.says("25 %")
    assert changed
    assert "is nu 25%, en was 20%" in changed.text
    with stage.database.reading() as connection:
        assert numbers.of(connection, stage.organisation.id).hold_out.share == 0.25


@pytest.mark.parametrize("typed", ["9", "-1", "1,5", "veel", "nan", "1e400", "inf"])
def test_number__that_may_not_be_changes_nothing(stage: Stage, carla: Person, typed: str) -> None:
    carla.presses(encode(ShowNumber("caps-week")))
    refused = carla.says(typed)
    assert refused
    assert "Ik heb niets veranderd." in refused.text
    assert week(stage) == 2
    left = carla.taps("Laat het zo")
    assert left
    assert "Het was al 2." in left.text


def test_numbers__are_for_coordinators(stage: Stage, carla: Person) -> None:
    anna = stage.person("Anna")
    answer = anna.says("/getallen")
    assert answer
    assert "ken ik niet" in answer.text
    for number in ("caps-gone", "evidence-half_life"):
        refused = carla.presses(encode(ShowNumber(number)))
        assert refused
        assert refused.text == "Dat getal ken ik niet. Ik heb niets veranderd."
